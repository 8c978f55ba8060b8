"""English: harm to oneself, told in passing."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def passing(book: Book) -> None:
    """Add rules for dying that is told of without its name."""
    book.add(
        "passing-no-next-season",
        "suicide",
        7600,
        "self now 1 wish",
        "(?:dont|do not|doubt|not sure|cant) (?:think |see |believe |imagine |reckon |expect )?(?:ill|i will|im going to|"
        "im gonna|id|i would)~1(?:be around|be here|be alive|last|make it|live)~1(?:for|to see|until|till|past|to)~1"
        "(?:the |next |this |another |my (?:next )?)?(?:summer|spring|winter|autumn|fall|new year|year|month|birthday|"
        "christmas|easter|holidays|thanksgiving)",
        "(?:wont|will not|not going to|not gonna|never going to) (?:see|live to see|make it to|last (?:until|till))~1(?:christmas|"
        "easter|new year|thanksgiving|(?:the |next |this |another )(?:summer|spring|winter|autumn|year|new year|christmas|birthday)|"
        "my (?:next |\\w+ )?birthday)",
        "by the time (?:you|u|anyone|someone|they|he|she)~2(?:reply|replies|answers?|responds?|writes? back|texts? back|"
        "gets? here|gets? home|wakes?)~1(?:ill|i will|im|i am)~1(?:be )?(?:gone|dead|cold|not here|no more)",
        before="not|never|he|she|they|the team|my phone|novel|movie",
        after=(
            "(?:dinner|party|lunch|eve|shopping|sale|break|camp|school|internship|bonus|tour|season)|in (?:this|the|that) "
            "(?:job|team|company|league|flat|house)|at (?:this|the) (?:job|company|firm)|home|to (?:work|bed|the)|for (?:the|a)|on"
        ),
    )
    book.add(
        "passing-no-matter",
        "suicide",
        7400,
        "self now 1 wish",
        "(?:wouldnt|would not|doesnt|wont|dont) matter~4if i~1(?:(?:wasnt|werent|were not|was not|am not|was|were|stopped) "
        "(?:around|here|alive|gone|dead|existing|born|breathing)|died|<die>|disappeared|vanished|didnt (?:exist|wake up))",
        "(?:wonder|wondering|wondered|question|asking <self>)~1what the point (?:of (?:it all|all (?:of )?(?:this|it)|anything|any "
        "of (?:it|this)|living|life|being (?:here|alive)|going on|me) )?is",
        "(?:tell|give|name|show|find)~1me (?:one|a|1|any|a single|just one)~1reason~1(?:to|not to|why i should|why i "
        "shouldnt|i should|i shouldnt)~1(?:live|keep (?:going|living|fighting|trying)|go on|stay alive|be here|be alive|carry on|"
        "wake up|not (?:do it|end|kill|<die>|jump)|end (?:it|my)|kill <self>|<die>|jump|do it|exist)",
        "(?:env(?:y|ied|ious of)|jealous of)~2(?:people|those|anyone|everyone|patients|the dead|dead people|someone)~5(?:terminal\\w*|"
        "cancer|dying|dead|died|<die>|diagnos\\w+|not (?:alive|here))",
        "(?:env(?:y|ied|ious of)|jealous of) (?:the dead|dead people)",
        "wish (?:i had|it was me (?:with|who had)|id (?:get|got|had)|i (?:got|would get)) (?:cancer|a (?:terminal|fatal)|something "
        "(?:terminal|fatal))",
        "(?:im|i am|feel|feeling)~2already dead(?: inside)?",
        before="not|never|novel|movie|game|song",
        after=(
            "with (?:him|her|them|this (?:company|job|bank|phone|app))|on (?:this|the|your) (?:app|platform|plan|team|diet)|at "
            "(?:this|the|work)|in (?:this|the|my) (?:game|job|company|course|class|team|level)|playing|using|watching|paying|tired"
        ),
    )
    book.add(
        "passing-si",
        "suicide",
        7800,
        "self now 2 thought",
        "(?:have|having|had|got|my|passive|active|some|bad|constant|more|chronic) si (?:thoughts?|ideation|again|today|tonight|"
        "lately|and (?:im|i|its)|but|that|since|every|right now|its)",
        "si~2(?:is|are|has)~2(?:back|worse|passive|active|stronger|no longer|constant|got|getting|loud\\w*)",
        "(?:passive|active) si",
        before=(
            "patient|patients|pt|pts|client|denies|denied|denying|reports?|reported|endorses?|endorsed|he|she|they|no|without|"
            "assess\\w*|screen\\w*|document\\w*|negative for|positive for|with|for|of|and|or"
        ),
        after="units?|unit|base|system|joints?|prefix",
    )
    book.add(
        "passing-nearly",
        "suicide",
        8000,
        "self now 3 method",
        "(?:platform|bridge|roof|rooftop|ledge|balcony|railing|edge|tracks|crossing|kerb|curb|cliff|window|overpass|pier|"
        "motorway|traffic)~9(?:almost|nearly|came close to|so close to|this close to|wanted to|thought about|stopped <self>)~1"
        "(?:step\\w*|jump\\w*|let go|letting go|climb\\w* over|throw\\w* <self>|did it|doing it|go\\w* over)",
        "(?:almost|nearly|came close to|so close to|this close to)~1(?:stepp\\w+|jump\\w+|let go|letting go|throw\\w* <self>|"
        "threw <self>|driv\\w+|drove|swerv\\w+|walk\\w+)~2(?:off|over|from|under|in front of|into)~1(?:the|a|that|this)~1"
        "(?:platform|bridge|roof|rooftop|ledge|balcony|train|tracks|cliff|overpass|pier|motorway|traffic|lorry|truck|river|sea)",
        before="not|never|he|she|they|who|the (?:dog|cat|kids?|ball)",
        after=(
            "back|on (?:a|the|someone|some|his|her)|aside|away|home|for joy|late|(?:the|a) (?:queue|line|puddle|rope)|by "
            "(?:accident|mistake)|because of (?:the|a) (?:ice|fog|deer|dog|cat|phone|sun)|(?:when|as) (?:a|the) (?:deer|dog|cat|tyre|tire)"
        ),
    )
    book.add(
        "passing-hidden-plan",
        "suicide",
        7800,
        "self now 3 plan",
        "(?:told|tell|telling|lied to|lie to)~1(?:my|the|them|her|him|everyone)~1(?:therapist|doctor|counsell?or|psychiatrist|gp|mum|mom|"
        "dad|wife|husband|friends?|nurse|family|parents)?~3(?:im|i am|i was|its|i)~1(?:fine|ok|okay|better|good|safe|all right|"
        "alright|doing (?:well|better|fine))~6(?:(?:have|got|made) a plan|(?:have|got|saved) (?:the|my) pills|a date|not safe|"
        "(?:going to|gonna|will) (?:do it|end it)|planning (?:it|to (?:end|<die>|do it))|end it)",
        "(?:im|i am) (?:dying|gonna <die>|going to <die>) (?:today|tonight)",
        before="not|never|like|feels|think|thought|scared|afraid|he|she|they|mum thinks|novel|movie",
        after=(
            "of|from|in (?:this|the|that|my)|at (?:the|work|school|my)|my|this|these|its|it|so|here|laughing|lol|because|if|when|"
            "for (?:my|her|his|their) (?:birthday|party|surprise)|trip|my hair"
        ),
    )
    book.add(
        "passing-certain-way",
        "suicide",
        8600,
        "self now 3 method asks-method",
        "(?:want|need|looking for|after|something|anything|a way)~2(?:painless|quick|certain|peaceful|sure|fast)(?:~2)(?:painless|quick|"
        "certain|peaceful|sure|fast|reliable)~4(?:what works|what is best|whats best|works best|what do i|how|what should|any "
        "ideas|recommend\\w*)",
        "what~1(?:do|would|can|could)~1(?:people|someone|somebody|one|i|you|most people)~2(?:hang|kill|poison|drown|suffocate|shoot) "
        "(?:<yourself>|themselves|<self>) (?:with|from|on|off)",
        before="not|never|hair removal|bank|recipe",
        after="laughter|kindness|work|in (?:the|this) (?:game|film|movie|book)",
    )
    book.add(
        "passing-left",
        "suicide",
        7600,
        "self now 1 wish",
        "(?:discharged|hospital|ward|attempt\\w*|failed|last time)~9finish what i started",
        "only (?:death|dying) (?:remains|is left|can|will|would)|no other (?:way|option|road|choice)~2(?:only )?(?:death|dying|suicide)",
        "had (?:more than )?enough of (?:this |my )?(?:life|living|existence|existing|being alive)",
        "(?:life|living|being alive|this world)(?: is|s) not for me|not (?:made|cut out|built|meant) for (?:life|living|this world)",
        "(?:garage|car)~5(?:closed|shut|running|engine on)~9(?:stay|staying|sleep|never (?:leave|get out)|not (?:get|getting) out|let it)",
        "who (?:gets|will get|would get|takes|inherits)~1my~4(?:if|when|once|after)~6i?~1(?:<die>|am dead|im dead|am gone|im gone)(?: (?:this|next|tonight|"
        "tomorrow|soon))?",
        "better off with the (?:insurance|money|payout|pay out|life insurance)(?: than (?:with )?me)?",
        "(?:ill|i will|im going to|im gonna) be dead (?:by|before|in|soon|within)",
        before="not|never|he|she|they|novel|movie|game|character",
        after="(?:and|or) taxes|in (?:the|this|my) (?:game|level|city|flat|meeting)|(?:if|when) (?:mum|mom|dad|my \\w+) (?:sees|finds)|with (?:this|the) (?:bank|app|company)",
    )
    book.add(
        "passing-lethal-dose",
        "suicide",
        6200,
        "self now 2 method asks-method",
        "(?:lethal|fatal|deadly) (?:dose|dosage|amount|quantity)s?~4(?:<pills>|acetaminophen|aspirin|sedatives?|sleepers)",
        "(?:<pills>|acetaminophen|aspirin|sedatives?)~3(?:lethal|fatal|deadly) (?:dose|dosage|amount)",
        "ld ?50~6(?:<pills>|drugs|acetaminophen|aspirin|sedatives?)",
        before="not|never|novel|movie|homework on|exam on|essay on",
        after=(
            "(?:for|in|to)~1(?:an? |my |the )?(?:dogs?|cats?|mice|mouse|rats?|horses?|rabbits?|fish|pets?|puppy|kitten|insects?)|(?:\\w+ ){0,6}(?:class|"
            "course|essay|exam|homework|lecture|thesis|textbook|toxicology|pharmacology|novel|story|screenplay)"
        ),
    )
    book.add(
        "lethal",
        "",
        0,
        "",
        "(?:lethal|fatal|deadly|toxic) (?:dose|dosage|amount|quantity|level|gas)s?|ld ?50",
        "(?:car|engine|exhaust)~6(?:idle|idling|run|running)~9(?:tank|how long|closed|shut|garage)",
        "(?:mix|mixing|mixed|combine|combining)~3(?:bleach|ammonia|cleaning products|household chemicals|cleaners)",
        after="(?:for|in|to)~1(?:an? |my |the )?(?:dogs?|cats?|mice|mouse|rats?|horses?|rabbits?|fish|pets?|puppy|kitten|insects?|plants?)",
        bare=True,
    )


def elders(book: Book) -> None:
    """Add rules for wishes to be dead as older people, and people of faith, put them."""
    book.add(
        "passing-elder",
        "suicide",
        7800,
        "self now 1 wish",
        "(?:id|i would) sooner (?:be (?:dead|gone|under the ground|in my grave)|<die>|not wake)",
        "(?:put|putting|make|making) an end to (?:it(?: all)?|things|my life|this life|myself|my days|everything|my (?:suffering|misery))",
        "(?:ready|time|want|wish|like|hoping) to meet my (?:maker|creator|lord)",
        "(?:good )?(?:lord|god|almighty|creator|heavens?)~2(?:would|will|to|should|could|had)~1(?:only |kindly )?(?:take|call|gather|fetch|"
        "carry) me(?: (?:home|away|too|as well|soon|now|quickly|in the night))?",
        "(?:had|have had|ive had) my (?:time|innings|day|share)~6(?:<die>|go|gone|over|enough|dead|let me|finished|ready)",
        "(?:no use|no good|of no use|no earthly use|not much use) to (?:anyone|anybody|man (?:or|nor) beast|my \\w+)~9(?:dead|gone|<die>|end|better off|"
        "here|living|alive|over)",
        "(?:outlived|outstayed|overstayed) my (?:usefulness|time|welcome|days|use)(?: (?:here|on this earth|in this world))?",
        "(?:weary|tired|sick|done|finished) (?:of|with) (?:this (?:world|earth|vale of tears|existence)|(?:all )?(?:this|these) (?:living|days)|the "
        "whole business of living)",
        "(?:glad|happy|content|relieved) (?:to|when)~2(?:close my eyes|not wake|go to my (?:grave|rest)|in my grave|gone from (?:this|here)|be shot "
        "of (?:it|this life|everything))",
        "(?:a day|a minute|much) longer in this (?:world|life|body)",
        before="not|never|novel|movie|he|she|they|who",
        after="(?:at|in|on) (?:the|this|my) (?:hotel|party|office|pub|club|house|meeting)|as a guest|nonsense|quarrel|argument|rumou?rs",
    )


def hurting(book: Book) -> None:
    """Add rules for hurting or starving oneself that is told of, or praised, in passing."""
    book.add(
        "passing-sh",
        "self_harm",
        7800,
        "self now 2",
        "(?:carved|carving|cut|cutting|scratched|scratching|etched|burned|burnt)~3(?:into|in|on)~1my (?:own )?(?:arms?|legs?|thighs?|wrists?|skin|hips?|"
        "stomach|forearms?|chest)",
        "(?:gone|went|go|going|back) (?:back )?(?:to|on) (?:the |my )?(?:razors?|blades?|cutting|burning)",
        "sh (?:relaps\\w+|urges?|scars?|thoughts|is back)",
        "(?:relapsed? (?:with|into|on|in)|relapsing (?:with|into)|clean (?:from|of)|urges? (?:to|for)|struggl\\w+ with|back to) sh",
        "(?:do|doing|need|want|crave|did)~6(?:bit|amount|little)~2self ?harm\\w*",
        "(?:what i (?:did|do|used to do)|do it|did it|relaps\\w+|started|went back)~5(?:with|to) (?:a|my|the) (?:razor|blade|lighter)",
        "(?:blade|razor|lighter|cutting|the cut|blood|bleeding)~1(?:is|was|are|feels like)~1(?:the )?(?:only|my only|one|my one|"
        "best|my best)~1(?:thing|friend|way|relief|comfort|release)",
        before="not|never|bash|script|novel|movie|shave|shaving|how do i help|how can i help|help",
        after="(?:to|i) (?:shave|use)|shav\\w+|scripts?|prevention|awareness",
    )
    book.add(
        "passing-praised-harm",
        "self_harm",
        7600,
        "self now 2 method asks-method",
        "(?:write|draft|make|create|post|give me|tell me|explain|list|argue|show)~9(?:self ?harm\\w*|cutting|suicide|starving|anorexia|"
        "bulimia|purging|killing (?:yourself|oneself)) (?:is|as|can be|are)(?: (?:an?|the|so|such|actually|very|really|good and))* "
        "(?:empowering|healthy|good|beautiful|cool|brave|freeing|cleansing|pure|liberating|effective|great|glamorous|the answer|"
        "justified|positive|a lifestyle|poetic|romantic)",
        "(?:is|isnt|are|was)~1(?:self ?harm\\w*|(?:cutting|burning|hurting|starving|punishing|scratching) (?:<self>|my (?:skin|arms?|"
        "wrists?|legs?|thighs?|body))|purging)(?: (?:an?|the|such|really|actually))* (?:good|great|healthy|effective|nice|best|quick|"
        "reasonable|valid) (?:way|idea|thing|method|outlet|release|option|coping)",
        "(?:communit\\w+|forums?|groups?|sites?|websites?|servers?|subreddits?|chats?|chatrooms?|blogs?|hashtags?|accounts?|discords?|"
        "people)~2(?:that|who|which|where|to)~2(?:encourag\\w+|promot\\w+|glorif\\w+|push\\w*|teach\\w*|(?:give|gives|giving|share|shares|sharing) "
        "tips)~5(?:anorexi\\w+|bulimi\\w+|starv\\w+|self ?harm\\w*|suicid\\w+|<sui>|purging|kill (?:<self>|themselves|yourself))",
        before="against|report|remove|ban|block|shut down|avoid|danger of|dangers of|not|never|study of|study on",
        after="prevention|awareness|recovery|survivors?|research|hotlines?|support|help",
    )
    book.add(
        "passing-starve-fast",
        "eating_disorder",
        7600,
        "self now 2 method asks-method",
        "(?:<how>)~3(?:stop|keep|prevent) (?:<self> )?(?:from )?(?:eating|being hungry|feeling hungry)~2(?:for|all)~2(?:days?|weeks?|month)",
        "(?:<how>)~4(?:skinny|thin|underweight|bony|skeletal)~4(?:ribs?|rib ?cage|bones|hip ?bones?|collar ?bones?|spine|thigh gap)",
        "(?:skinny|thin) enough~4(?:ribs?|rib ?cage|bones|hip ?bones?|collar ?bones?)",
        "(?:ana|mia) is my (?:\\w+ )?(?:friend|best friend|only friend|sister|god)",
        "(?:tips?|tricks?|how to|learn to|help)~2(?:on|for|with)?~1(?:being|becoming|be|become|stay|staying) (?:an )?(?:anorexic|bulimic|"
        "anorexia|anorectic)",
        before="not|never|my (?:dog|cat|friend|daughter|son)|novel|movie",
        after="(?:surgery|test|scan|fast|ramadan|lent)|(?:on|in) (?:the|my) (?:dog|cat|chicken|meat)",
    )
