"""English: wishes to be dead, said softly or not said."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def wishes(book: Book) -> None:
    """Add rules for wishes to be dead and for feeling a burden."""
    book.add(
        "wish-dead",
        "suicide",
        8200,
        "self now 1 wish",
        "(?:i )?w[i*]sh(?:ed|ing)?(?: that)?~1i (?:was|were|wasnt|werent|could|would|had|"
        "hadnt|didnt|wouldnt|couldnt|never|had never|wouldve|could just)~1(?:<die>|dead|<gone>|born|alive|"
        r"here|exist(?:ed)?|existing|disappear|vanish|been born|wake up|woken up|survive\w*|"
        "breathing|not wake up|made it|sleep forever|fall asleep forever)(?: (?:<more>))?",
        "(?:better|best) off (?:dead|not (?:being )?(?:here|alive|born|existing))",
        "(?:i would|id|i) (?:be )?(?:better|happier) (?:off )?(?:dead|not alive|gone)",
        "(?:i (?:never )?(?:shouldnt|should never|should not)|wasnt meant to|was never meant "
        "to|not meant to)(?: have)? (?:been born|be born|be alive|be here at all|existed?|"
        "survived?|have been born)",
        "i (?:dont|do not|didnt|no longer|never) (?:want|wanna|wish|care|deserve|need|feel "
        "like)~1(?:be alive|live|exist|living|being alive|to live|to be alive|to exist|be "
        "here(?: (?:<more>))|be on this (?:earth|planet)|be in this world|continue (?:living|"
        "existing|with life)|wake up|keep (?:living|existing|being alive|breathing)|go on(?: "
        "(?:<more>| living| like this))?|carry on(?: (?:<more>| living| like this))?|see "
        "(?:tomorrow|another day|my next birthday|the morning|next year)|survive|breathe "
        "(?:<more>)|be around(?: (?:<more>))?|make it to)",
        "(?:dont|do not|didnt|no longer|not) (?:want|wanting|wanna)~1(?:(?:to )?be (?:here|around|alive) (?:<more>|(?:for )?much longer)|be "
        "alive|live (?:<more>)|exist|wake up (?:<more>|tomorrow|again|in the morning))",
        "not (?:wanting|wanna|want) to (?:be alive|live|exist|wake up|be here)",
        "(?:hope|hoping|pray|praying|wish(?:ing)?|wouldnt mind if|would not mind if|wouldnt "
        "care if|be nice if|glad if|okay if|ok if|fine if|relieved? if|mind if|if only)(?: "
        "that)?~2i (?:dont|didnt|never|wont|wouldnt|couldnt|do not|just|would|could|get|got|was|"
        "were)?~1(?:wake up|woke up|waking up|(?:<die>)(?: in my sleep)?|died|get hit by|got "
        "hit by|be hit|stop(?:ped)? breathing|have an accident|cancer|disappear(?:ed)?|not "
        "wake|killed in|vanish(?:ed)?|cease(?:d)?|didnt exist|get sick and)",
        r"(?:<want>)~2(?:go to sleep|fall asleep|sleep|close my eyes|lie down)(?: \w+){0,3} "
        "(?:and (?:never|not|dont)|forever|for ?ever|without (?:ever )?waking|never wake|for "
        "good|permanently|for eternity)(?: (?:ever )?(?:wake|open|get)(?: up| them)?)?",
        "never (?:wake|waking|woke) up(?: again)?",
        "not (?:wake|waking) up (?:again|tomorrow|<more>|in the morning)",
        "(?:<want>)~1(?:not|never) (?:to )?wake up",
        "(?:<want>)~2(?:(?:go away|be gone|not be here|be nothing|leave) (?:forever|for good|"
        "permanently|<more>)|(?:disappear|vanish|fade away|not exist|stop existing))(?: "
        "(?:forever|for good|completely|from (?:this|the|everyone|everything|existence)|and "
        "never|off the face|permanently|<more>|from life))?",
        "(?:looking forward to|waiting (?:for|to)|counting (?:down )?(?:the )?days (?:to|"
        "until)|cant wait (?:to|for)|ready for|welcome|excited (?:to|for)|at peace with) "
        "(?:<die>|death|dying|it to be over|my (?:death|own death)|the end of my life|not "
        "be(?:ing)? here)",
        "(?:death|dying) (?:would|sounds?|seems?|feels?|is|might|looks?)~2(?:a relief|nice|"
        "better|easier|peaceful|good|comforting|the only|my only|be (?:a|better|easier|nice|"
        "peaceful|good)|like (?:a|the|peace)|welcome|appealing|preferable|kind)",
        "(?:wouldnt|would not|dont|wouldve not) (?:mind|care|be (?:sad|upset))~1(?:if|"
        r"that)~2(?:(?:a|the|some) (?:\w+ ){0,2}?(?:truck|car|bus|train|lorry|bullet|plane|"
        "meteor|heart attack|lightning|disease) (?:hit|killed|took|ran|crashed|got|struck|"
        "ended)(?: me| into me)?|something (?:killed|happened to|took) me|i (?:got|was|were) "
        "(?:hit|killed|in (?:a|an) (?:accident|crash)))",
        r"(?:think(?:ing)? (?:about|of)|thought (?:about|of)|imagin\w+|tempted to|urge to|"
        r"considered|fantasi[sz]\w+ about)~2(?:letting go of the (?:steering )?wheel|let go of "
        "the (?:steering )?wheel|swerv(?:e|ing)|not (?:stopping|braking|turning)|(?:driv|"
        "crash|steer|walk|stepp?|jump|roll)(?:e|ing)?~1(?:into|off|in front of|onto|"
        "under)~2(?:traffic|tree|wall|truck|bridge|road|train|tracks|oncoming|cars?|bus|pole|"
        "river|water|lane|edge|cliff))",
        "(?:dont|do not|doubt|not sure|cant) (?:think |see |believe |imagine |know (?:if|"
        "that) )?(?:ill|i will|im going to|im gonna|id|i would|myself)~2(?:be alive|live|"
        "survive|mak(?:e|ing) it|be around)~2(?:to|past|for|until|till)~1(?:(?:1[89]|"
        r"[2-5][05]|thirty|forty|twenty)(?: (?:years old|birthday))?|christmas|my (?:\w+ "
        ")?birthday|my graduation|graduation|next (?:year|summer|christmas)|the new year|the "
        "end of (?:the|this) year|new year|adulthood)",
        "wish~1(?:the|that|my) (?:\\w+ )?(?:cancer|stroke|heart attack|virus|covid|infection|illness|"
        "disease|fever|depression)~1(?:had|would have|wouldve) (?:just )?(?:won|been fatal)",
        "wish~1(?:the|that|my) (?:\\w+ )?(?:cancer|accident|crash|stroke|heart attack|virus|covid|"
        "surgery|operation|fall|car|lorry|bullet|infection|illness|disease|fever)~1(?:had|would have|"
        "wouldve) (?:just )?(?:killed me|taken me|took me|finished (?:me|the job)|got me)",
        "(?:what|how)~2it would be like (?:to be dead|if i (?:died|was gone|were gone|wasnt "
        "here)|to not (?:exist|be here|be alive))",
        "i (?:dont|do not) care (?:if|whether) i (?:live|<die>|wake up|survive|make it|crash|"
        "get hit)(?: or (?:<die>|not|live))?",
        "(?:if|whether) i live or (?:<die>)",
        "i shouldnt (?:be )?(?:be )?(?:here|alive|exist)",
        "(?:dont|do not) deserve to (?:live|be alive|exist|breathe)",
        "no will to (?:live|go on|survive)|lost (?:my|the|all)(?: my)? will to (?:live|go on)|"
        "losing (?:my|the) will to (?:live|go on)",
        "(?:dont|do not|doubt|not sure|cant) (?:think |see |believe |imagine )?(?:ill|i will|"
        "im going to|im gonna|id|i would) (?:be (?:here|alive)|still be (?:here|"
        "alive))~2(?:for christmas|for my birthday|next year|in a year|by christmas|at "
        "christmas|anymore|any more|much longer)",
        after=(
            "to (?:an?|some|the) (?:beach|island|cabin|cottage|mountains?|country\\w*|coast|sea\\w*|lake|hut|spa|hotel|village|city)|"
            "(?:of (?:laughter|laughing|embarrassment))|in (?:this|the) (?:game|city|town|"
            r"house|meeting|class|office|job|state|country)|(?:so )?early|at (?:\d|five|six|"
            "seven|the same)|with (?:my parents|roommates|a roommate|him|her|them|you)|near|"
            "next to|in (?:an?|the|my|this|that) (?:apartment|house|dorm|city|town|suburb|"
            "flat)|alone in|under|there|on (?:campus|mars)|to (?:my alarm|an alarm)|before|"
            "late|on time|like (?:that|a)|by (?:the|a)|without (?:coffee|wifi|internet|my "
            "phone|chocolate|music)|a lie|in(?:to)? (?:a|the|my|some) (?:good |new |great "
            ")?(?:book|novel|woods|mountains|nature|forest|bath|sofa|game|crowd|work|kitchen|"
            "studio|garden)|(?:this|for the) weekend|up to|here (?:today|when|if)|into the "
            "(?:ground|floor|wall)"
        ),
    )
    book.add(
        "tired-of-life",
        "suicide",
        8000,
        "self now 1 wish",
        "(?:tired|sick|exhausted|weary|fed up|bored|drained|done|worn out)(?: and tired)?(?: "
        "of| with| from| by)~1(?:being alive|living(?: like this| this way| this life)?|life|"
        "existing|existence|waking up(?: every| each| in| to)|being here|breathing|staying "
        "alive|trying to (?:stay alive|live|survive|exist)|this life|my life|fighting to "
        "(?:live|stay)|pretending (?:to be (?:ok|okay|fine|alive)|i want to live|everything "
        "is))(?: (?:<more>))?",
        "(?:no|not any|not a single|not one|lost (?:my|the|all|every)|(?:cant|cannot) (?:see|"
        "find) (?:a|any|the|much)|dont (?:have|see) (?:a|any|the|much)|havent got (?:a|any)|"
        "isnt (?:a|any)|never had (?:a|any)|little|without (?:a|any)?)~1(?:reason|reasons|"
        "point|purpose|will|motivation|desire|meaning|hope)~1(?:to|in|of|for|left|"
        "why)~2(?:living|live|alive|go on|going on|keep going|carry on|carrying on|"
        "exist(?:ing)?|stay(?:ing)?(?: here| alive)?|be here|continue|continuing|wake up|"
        "waking up|being here|keep (?:living|trying|fighting|breathing)|my life|this life|"
        "existence|life (?:<more>)|keep on|any of (?:it|this))",
        "(?:nothing|no one|nobody|not much|little)(?: left)?(?: for me)? (?:(?:to|worth) "
        "(?:live|living|go on|stay(?: alive)?|wake up|get up|keep going) for|worth living)",
        "whats the (?:point|use|sense)(?: (?:in|of|to))?~1(?:living|life|being alive|being "
        "here|going on|going|carrying on|existing|continuing|trying|anything|any of (?:this|"
        "it)|it all|keep(?:ing)? (?:going|living|trying)|waking up|staying)(?: (?:<more>))?",
        "(?:why|for what) (?:am i|do i|should i|would i|bother|even|keep|are we)~2(?:still "
        "(?:here|alive)|alive|living|exist(?:ing)?|bother(?:ing)? (?:living|to live|waking)|"
        "keep (?:living|going|fighting)|wake up(?: (?:<more>))?|stay alive|here (?:<more>)|be "
        "here)",
        "life (?:is|isnt|is not|feels|seems|has|doesnt feel|has no|aint|has become|just|no "
        "longer)~2(?:worth (?:living|it)(?: (?:<more>))?|not worth|pointless|meaningless|no "
        "(?:point|meaning|purpose|value)|unbearable|too (?:much|hard|painful)(?: to| for me)?|"
        "hopeless|empty and|nothing but (?:pain|suffering)|over(?: for me)|hell|a curse|a "
        "burden|useless|finished|without (?:meaning|purpose|hope))",
        "(?:my )?life (?:is|feels|seems) (?:over|worthless|pointless|meaningless|not worth "
        "(?:it|living))",
        "not worth (?:living|being alive|staying alive)",
        "(?:cant|can not|cannot|dont|couldnt|unable to|not able to|impossible to|hard to|"
        r"struggl\w+ to)~2(?:see|imagine|picture|find)~2(?:a |any |my |the |much )?(?:future|"
        "way (?:out|forward)|reason (?:to|for) (?:live|living|go|going|keep|stay|be|wake|"
        "continue|exist)|tomorrow|point (?:in|to|of) (?:living|life|going|anything|it|any|"
        "this)|myself (?:alive|here|living|making it|being (?:here|alive)|past)|light|hope|"
        "end to (?:this|it|the))",
        "(?:theres|there is|i see|i have|has)~1no (?:way out|hope(?: left| for me| <more>)?|"
        "future(?: for me| left)?|light at the end|escape(?: from this| left)?|other (?:way "
        "out|option left|choice left|escape|solution)|point (?:<more>|in anything|to anything|"
        "to any of|in any))",
        "(?:given|giving|gave|give|wanna give|want to give|ready to give) up on (?:life|"
        "living|everything|myself|trying to (?:live|survive))",
        "(?:i )?(?:cant|can not|cannot|couldnt|can hardly|dont think i can|dont know (?:if|"
        "how (?:long|much longer)?) ?i can|not sure i can|dont know how to|no longer can|can "
        "barely)~2(?:go on|carry on|keep going|keep (?:doing|living|fighting|on|pretending|"
        "holding on|living like)|do (?:this|it|life)(?: (?:<more>))|take (?:life|the pain|"
        "much more|another day|living)(?: (?:<more>| much longer| all))?|take (?:it|this) "
        "(?:<more>|much longer|all|any)|live (?:like this|this way|<more>|anymore|with "
        "(?:myself|this pain|the pain|this guilt|it))|hold on(?: (?:<more>| much longer| any "
        "longer))?|fight (?:<more>|it <more>|this <more>)|bear (?:it|this|living|the pain|to "
        "(?:live|be alive|wake))|face (?:another|tomorrow|life|one more|the day|living)|exist|"
        "make it (?:through (?:the night|another|tonight|this)|another|much longer|to "
        "tomorrow)|survive (?:this|another|much|like this)|stand (?:being alive|living|my "
        "life|to be alive|it <more>)|stay (?:alive|here <more>)|cope (?:with (?:life|living|"
        "being alive)|<more>)|continue (?:like this|living|<more>|with (?:this|my) life)|"
        "handle (?:life|living|being alive|this <more>|it <more>|the pain))",
        "(?:i )?(?:cant|cannot|can not|couldnt) (?:do|take|handle|bear|stand) (?:this|it|life|"
        "things|all this|any of (?:this|it)) (?:all )?(?:<more>)",
        "(?:end of my rope|at the end of my (?:rope|tether)|nothing left to give|nothing left "
        "in me|no fight left|(?:i have|ive got|got) no (?:strength|energy|fight) left|too "
        "tired to (?:keep )?(?:go on|live|living|fight|exist|keep (?:going|living|fighting)))",
        "each day is (?:a )?(?:harder|worse)~3to (?:live|go on|stay|wake)",
        "(?:im|i am|barely) (?:hanging|holding)(?: on)? by a thread",
        before="love|my|his|her|the|city|country|college|student|social|sex|love",
        after=(
            "insurance|story|hack|jacket|cycle|in (?:the|this) (?:city|country|suburbs|office|"
            "apartment|dorm|house)|with (?:my parents|roommates|him|her)|paycheck|span|"
            "(?:together|on) your|app|coach|lessons?|early|next to|for (?:us|them|him|it)|here (?:in|because of the "
            "(?:traffic|weather))|of the party|admin|for (?:the|our|this|his|her|that) "
        ),
    )
    book.add(
        "burden",
        "suicide",
        8200,
        "self now 2 wish",
        "(?:<people>)(?: (?:would|will|might|could|may|d|ll|wouldve|are))?~2(?:be )?(?:better|"
        "happier|relieved|safer|freer|free|glad|thriving|easier)(?: off)?~1(?:without me|"
        "(?:if|once|when) (?:i|im|i am|id|i was|i were)~1(?:died|<die>|dead|gone|wasnt|werent|"
        "disappeared|killed|didnt exist|not (?:here|around|alive)|vanished|stopped existing)|"
        "with me (?:gone|dead|out of the way))",
        "(?:better off|happier|rid of me|a better place|relieved) (?:without me(?: (?:in it|"
        "here|around))?|if i (?:wasnt|werent) (?:here|around|alive|born|in it)|once im "
        "(?:gone|dead)|when im (?:gone|dead))",
        "(?:no ?one|nobody|not a (?:single )?soul|who|wouldnt anyone|would anyone|will anyone|"
        "would they)(?: (?:would|will|even|is gonna|is going to|d))? (?:miss|mourn|cry for|"
        "cry over|grieve(?: for)?|come to my funeral|cry at my funeral)~1(?:me|my|if|when)?",
        "(?:im|i am|i feel like|i feel im|being|feel like|i was|ive become|become|i have "
        r"become|id be|feeling like)~2(?:a|such a|nothing but a|just a|only a|an?) (?:\w+ "
        ")?(?:burden|waste of (?:space|oxygen|air|life|breath)|dead ?weight|drain on "
        r"(?:everyone|everybody|my|the)|mistake that should)(?: (?:to|on|for) (?:every\w+|my|"
        "them|you|others|people|him|her|the|society|anyone))?",
        "(?:<people>)s?(?: (?:life|lives|day|days|world))? (?:would|will|d|ll|might|could) "
        "(?:be |get |become |feel )?(?:so much |a lot |much |way )?(?:improve|better|easier|"
        "happier|simpler|lighter|nicer|calmer|relieved|less complicated)~2(?:if i (?:vanished|"
        "died|disappeared|wasnt|werent|left for good|was gone|were gone|was dead|just|never|"
        "didnt|stopped)|without me(?: in (?:it|them))?|once im gone|when im gone)",
        "(?:the )?world (?:would|will|is|might|doesnt|wouldnt)~2(?:better|miss|need|"
        "notice)~2(?:without me|off|me)",
        r"(?:they|every\w+|people|my (?:family|kids|parents|wife|husband|mum|mom|friends|"
        "children))(?: all)? (?:would|will|could|can|d|ll|might)~1(?:move on|get over (?:it|"
        "me|my)|forget (?:about )?me|be free|finally be (?:happy|free)|cope|manage|"
        "survive)~1(?:without me|if i (?:died|was gone|disappeared|wasnt here)|once im "
        "(?:gone|dead)|when im (?:gone|dead)|eventually when i)",
        "(?:get|be|getting) out of every(?:one|body)s? (?:way|hair|life|lives) (?:for good|"
        "forever|permanently)",
        "(?:all i|i only|i just) (?:do|am|ever do) (?:is )?(?:cause|bring|hurt)~2(?:pain|"
        r"trouble|harm|every\w+|people i love)~4(?:without me|if i wasnt|be better|gone)",
        "(?:no ?one|nobody|not a (?:single )?soul|who|wouldnt anyone|would anyone|will anyone|"
        "would they)(?: (?:would|will|even|is gonna|is going to|d))? (?:care|notice|mind|even "
        "know|realise|realize|remember|be sad|be upset|be bothered|be affected|blink)~2(?:if|"
        "when|that) (?:i|im|i am|id)~1(?:died|<die>|<gone>|killed|disappear(?:ed)?|"
        "vanish(?:ed)?|was (?:gone|dead|not here)|am gone|ended (?:it|my)|stopped existing|"
        "passed|didnt (?:exist|wake))",
        before="not|never|arent|isnt|said im not|youre not",
        after=(
            "the (?:party|room|meeting|table|house|event|call|chat|group|team|band|office)|"
            "early|my (?:phone|hair|shoes|desk)|(?:wore|wear|changed|cut|used)|on the (?:team|"
            "ticket|call|project|dance)|at the (?:party|meeting|game)|in the (?:meeting|call|"
            "room|team)|today|tonight|this (?:week|weekend)|tomorrow|leaving early|a call|of "
            "the"
        ),
    )
    book.add(
        "no-way-out",
        "suicide",
        6500,
        "self now 1 wish",
        "(?:<want>)~1(?:it|this|the pain|the suffering|the thoughts|the voices|the noise|all "
        "this|everything) (?:<to>) (?:be over|end|stop)(?: forever)?",
        "(?:this|it) (?:seems|feels|looks|is) (?:like )?(?:the|my) only (?:solution|way out|"
        "escape)(?: left| now| for me)?",
        "(?:theres|there is|i see) (?:only one|no other) (?:way out|solution left)",
        "(?:dont|do not)~2(?:want|let|need) any ?(?:one|body) (?:to )?(?:stop|save|find|rescue) me",
        "(?:no ?one|nobody|you|they) (?:can|cant|could|will|wont) (?:stop|save) me (?:now|"
        "this time|<more>)",
        r"i (?:wont|will not) (?:have to |need to )?(?:be )?(?:deal\w*|suffer\w*|hurt\w*|"
        r"put\w* up|fight\w*|struggl\w*)~4(?:much longer|after tonight|any longer)",
        "nothing left for me(?: here| now)?(?: in this world)?",
        "let me go in peace",
        before="make|get|how do i|the (?:program|script|process|car|app)|game|not",
        after=(
            "raining|working|loading|already the|with (?:him|her|them)|so i can|hurting when|"
            "(?:the )?(?:call|meeting|movie|semester|year|week|day|war|season|pandemic|winter|"
            "class|lesson|shift|traffic|rain|noise|ads?|spam|emails?)|asap|beeping|showing|"
            "sending|of the (?:maze|traffic|queue|building)|from winning"
        ),
    )


def silences(book: Book) -> None:
    """Add rules for what is left unsaid."""
    book.add(
        "only-thing",
        "suicide",
        7600,
        "self now 1 wish",
        "(?:<still>) (?:thing|reason|person|people|ones?|things|reasons)~2(?:keeping|keeps|"
        "stopping|stops|holding|that keeps|preventing)~1me (?:alive|here|going|from "
        "(?:<killself>|doing (?:it|something)|ending|dying)|on this earth|in this world)",
        "(?:the )?(?:<still>) reason (?:that )?(?:i am|im|ive|i havent|i didnt|i "
        "dont)~2(?:still )?(?:here|alive|not dead|done it|ended|killed|gone|do it|kill)",
        "(?:if it )?(?:wasnt|werent|were not|was not|isnt) for~4(?:id|i would|i wouldve|i "
        "would have|id have)~2(?:be (?:gone|dead|here|alive)|already (?:be )?(?:gone|dead|"
        "ended|done)|gone|dead|ended|done it|killed|not be)",
        "(?:im|i am|ive|i have)~1only~1(?:alive|here|still here|still alive|living|"
        "stayed)~1(?:because|for|cause|cuz|bc)~3(?:scared|afraid|coward|cant|kids?|dog|cat|"
        r"mum|mom|parents|family|them|her|him|daughter|son|guilt\w*)?",
        "too (?:scared|afraid|much of a coward|cowardly|chicken) to (?:do it|<die>|kill "
        "myself|end (?:it|my)|go through with it|actually do it)",
        "(?:stay(?:ing)?|keeping myself|kept) alive (?:for|until|because|just for)~1(?:my|her|"
        "him|them|others)",
        "(?:used to be|was|were|once)~1afraid of (?:dying|death)~3(?:not|now|<more>)?",
        "(?:stopped|stop|dont|quit|no longer)~2(?:look(?:ing)? both ways|"
        "look(?:ing)?~3(?:cross|road)|wear(?:ing)?~1(?:a |my )?(?:seat ?belt|helmet)|car(?:e|"
        "ing) (?:if|whether|what happens to me)|taking care of myself|being "
        "careful)~8(?:happens|cross|street|road|<die>|care|matter|<more>|if)",
        "(?:if|when) i (?:got|get|had|have|was diagnosed with) (?:cancer|sick|a (?:terminal|"
        r"fatal)|terminal)~4(?:wouldnt|not|id be|refuse|wont|relie\w+|glad|happy)~3(?:treat|"
        "treatment|fight|it|happy|relieved|glad)",
        "waiting (?:for (?:it|this|everything|life|all of it|it all|death|the end|my (?:time|"
        "turn)|me) (?:all )?(?:to )?(?:be over|end|stop|finish|<die>|disappear|come|is up)?|"
        "to (?:<die>|disappear|not wake up|be dead|fade))",
        "(?:ghost|shell|corpse|zombie|nothing|dead (?:body|woman|girl|"
        r"weight))~3(?:waiting|walking|disappear\w*|inside|pretending)",
        "(?:i|ill|id) (?:just )?(?:let|letting) nature take its course|let (?:it|the illness|"
        "the cold|the sea|it all) take me",
        r"(?:refus\w+|stop\w*|skip\w*|not taking|not going to take)~4(?:insulin|dialysis|chemo|"
        "medication|heart (?:meds|pills)|inhaler|transplant (?:meds|drugs))~6(?:let|nature|"
        r"happen\w*|die|end|over|care|point|see what)",
        "(?:just )?(?:want(?:ed)?|need) to go home~6(?:not home|you know what i mean|heaven|"
        "for good|up there|forever)",
        "i (?:should|belong|deserve to|am meant to|ought to|want to) be (?:dead (?:like|with) "
        r"(?:them|him|her|my \w+)|in (?:the ground|a grave)|with my (?:\w+ )?(?:dead|late) \w+)",
        "(?:dead|died|killed|buried|gone)~4i (?:should|belong|deserve to|want to) be with "
        "(?:them|him|her)",
        "shouldve been me (?:instead|that died|who died)|it should have been me",
        "i (?:shouldnt|should not|dont deserve to|do not deserve to|have no right to|ought "
        "not to|wasnt meant to) (?:exist|be alive|have been born|be breathing|take up space|"
        "be here at all)",
        r"(?:ruin|ruins|ruined|hurt|poison|destroy|contaminat\w+|break)~1(?:every\w+|everyones "
        r"(?:life|lives|day)|every\w* i (?:touch|love)|peoples lives)~3(?:by (?:breathing|"
        r"existing|being (?:here|alive|me))|just by|exist\w*|alive)",
        "(?:heart|soul|chest|head|spirit|body)~1(?:is|feels|so|has become)~1(?:so |too "
        ")?(?:heavy|tired|broken|empty|dark)~4(?:carry|bear|go on|live|<more>|keep|hold|"
        "survive|no longer)",
        r"(?:shame(?:d)?|dishono\w+|disgrac\w+|let down|failed|disappoint\w+)~3(?:family|"
        "parents|father|mother|everyone|community|name|ancestors)~9(?:one way|only way|fix|"
        "not exist|deserve|live|<die>|end|face them|disappear|dead|better off|gone)",
        "(?:hotline|helpline|crisis line|988|samaritans|lifeline|therapy|therapist|meds|"
        "medication|hospital|crisis team)~6(?:never|doesnt|dont|didnt|did nothing|useless|"
        "hung up|put me on hold|already|not helping|no help|failed|cant help|been|"
        "tried)~9(?:still want|want out|going through|no point|nothing (?:helps|works)|give "
        "up|end it|done|<die>|over it|going to do it|too late|nothing left)",
        "(?:still )?want(?:ing)? out(?: of (?:life|this life|this world|here for good|"
        "everything|it all))?~1?(?:of (?:life|this|here|it)|for good|permanently|now)",
        "(?:i )?want out of (?:life|this life|this world|my (?:life|body|head|skin|mind)|"
        "existence|everything|it all)",
        before="not|never",
        after=(
            "of (?:the )?(?:contract|lease|deal|game|relationship|marriage|group|job|meeting|"
            "business)|on the team|at (?:the|home|mums)"
        ),
    )
