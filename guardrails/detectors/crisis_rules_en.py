"""English: suicide and self-harm, spoken of oneself."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book

MACROS = {
    "to": "to|2|too|ta",
    "im": "i am|im|ive been|i have been|i was|am|was|been",
    "ive": "i have|ive|i|id|i had|have",
    "more": "any ?more|anymore|no ?more|any longer|any ?mor",
    "want": (
        "(?:want|wanted|wanting|wants|wish|need|needed|would like|id like|would love|id love|ready|"
        "willing|longing|long|tempted|yearn|urge|urges|desire|ache|pray|beg|hope) <to>|"
        "wan+a|want 2|wan 2|feel like|felt like|feeling like|rather|want (?:so bad|so badly|nothing more than|nothing but) to"
    ),
    "think": (
        "think(?:ing)? (?:about|of|abt)|thought (?:about|of)|thoughts? (?:about|of)|"
        "consider(?:ing|ed)?|contemplat(?:e|ing|ed)|fantasi[sz](?:e|ing) (?:about|of)|"
        "dream(?:ing)? (?:about|of)|urges? (?:to|of)|ideas? (?:of|about)|tempted (?:to|by)|"
        "obsess(?:ed|ing) (?:with|over|about)|wonder(?:ing)? about|idea of"
    ),
    "will": (
        "(?:im |i am |am |are |is |was )?(?:going <to>|gonna|gunna|gona|about <to>|planning <to>|"
        "planning on|plan <to>|plan on|intend <to>|intending <to>|decided <to>|set on|ready <to>|"
        "made up my mind <to>|prepared <to>|determined <to>|fixing to|finna|boutta)|"
        "i will|ill|ima|imma|im ?a|i shall|have to|i should|might as well|i may as well|gotta|let me"
    ),
    "die": "d[i*]e|dye",
    "kill": r"k[i*y]+l{1,3}(?:ing|in|ed)?|murder(?:ing)?",
    "self": r"my[^a-z0-9]{0,2}self|my[^a-z0-9]{0,2}sel|meself|mysef|myslef|mself",
    "sui": r"su[i*]c[i*]de|5uicide|suiside|sucide|suicid|sewer ?slide|sewer ?side|sui ?slide|sue ?side|sewercide",
    "killself": (
        "<kill>[^a-z0-9]{0,3}(?:<self>)|kms|end(?:ing|ed)? my(?: own)?(?: \\w+)? life|end(?:ing)? it all|"
        "tak(?:e|ing) my(?: own)? life|commit(?:t?ing)? (?:<sui>)|do(?:ing)? <sui>|"
        "(?:un ?al[i*]v(?:e|ing)|unaliv(?:e|ing))(?: (?:<self>))?|off(?:ing)? <self>|do(?:ing)? myself in|"
        "top(?:ping)? myself|neck(?:ing)? myself|end(?:ing)? myself|self delete|delet(?:e|ing) myself|"
        "end(?:ing)? my (?:existence|suffering|misery|time here)|game ?end(?:ing)? myself|"
        "hang(?:ing)? myself|drown(?:ing)? myself|shoot(?:ing)? myself|poison(?:ing)? myself|"
        "jump(?:ing)? (?:off|from) (?:a|the|my|this|some) (?:\\w+ )?(?:bridge|building|roof|balcony|cliff|window|tower|overpass)|"
        "(?:jump|step|walk|throw myself)(?:ing)? in ?(?:to )?front of (?:a|the) (?:train|bus|car|truck|lorry|tube)|"
        "(?:slit|cut|slash)(?:ting)? my (?:wrists?|throat|veins)|blow(?:ing)? my (?:brains|head)|"
        "crash(?:ing)? my car on purpose|driv(?:e|ing) (?:my car )?(?:off|into) (?:a|the) (?:bridge|cliff|tree|wall|pole|river)|"
        "hurl(?:ing)? myself (?:off|from|under)|throw(?:ing)? myself (?:off|from|under|out)|"
        "overdos(?:e|ing)|od on (?:my|these|some|all)"
    ),
    "gone": (
        "dead|gone|not here|not around|out of the (?:way|picture)|no longer (?:here|around|alive)|6 feet under|"
        "six feet under|in the ground|disappeared|vanished|not alive|never born|not exist(?:ing)?"
    ),
    "people": (
        "every ?(?:one|body)|they|theyd|people|(?:the|my|our|his|her) (?:\\w+ )?(?:family|parents?|mum|mom|dad|"
        "kids?|children|wife|husband|friends?|partner|world|boyfriend|girlfriend|son|daughter|sister|brother|team)|"
        "the world|u|you|yall|you all|all of (?:you|them)|he|she|hed|shed|others|mum|mom|dad"
    ),
    "when": (
        "tonight|2night|tonite|today|tomorrow|tmrw|tmr|2morrow|this (?:evening|weekend|morning|afternoon|week)|"
        "in (?:an?|a few|the next|\\w+) (?:hours?|minutes?|mins?)|before (?:morning|sunrise|dawn|midnight|"
        "they (?:get|come) (?:home|back)|anyone (?:gets|comes) (?:home|back))|by (?:morning|midnight|tomorrow|"
        "the end of (?:the|this) (?:day|week|month))|(?:on|this|next|by) (?:monday|tuesday|wednesday|thursday|"
        "friday|saturday|sunday)|when (?:everyone|they|mum|mom|my \\w+)(?: is| are|s|re)? (?:asleep|sleeping|out|gone)|"
        "after (?:work|school|christmas|my birthday|the funeral|they leave)|on my birthday|once the (?:kids|house)"
    ),
    "pills": (
        "pills?|tablets?|meds|medications?|medicine|sleeping (?:pills|tablets)|painkillers?|pain killers?|"
        "prescriptions?|antidepressants?|paracetamol|tylenol|ibuprofen|insulin|xanax|benzos|oxy\\w*|fentanyl|"
        "capsules?|bottle of pills"
    ),
    "means": "<pills>|gun|pistol|rifle|shotgun|rope|noose|razor ?(?:blades?)?|blades?|helium|charcoal",
    "body": "arms?|wrists?|legs?|thighs?|skin|body|stomach|hips?|face|head|chest|hands?|ankles?",
}


def english() -> Book:
    """Return the English rules on suicide and self-harm of oneself."""
    book = Book("en", MACROS)
    _explicit(book)
    _plans(book)
    _wishes(book)
    _goodbyes(book)
    _self_harm(book)
    _cues(book)
    return book


def _explicit(book: Book) -> None:
    literal = (
        "in the (?:foot|face|gym)|out there|up|in (?:work|sorrows?|chores|homework|paperwork|debt|coffee|tea|ice cream|books|my work)|"
        "out to dry|laughing|at (?:the gym|work)|over (?:here|there|this (?:homework|essay|spreadsheet))|"
        "an? (?:email|text|message|note|reminder)|trying to (?:get|finish|make|fix)|to (?:get|finish|meet|make|impress|please)|"
        "with (?:work|exercise|stress)|by working|in (?:the |this )?(?:game|minecraft|roblox|fortnite|gta|skyrim|sims|level|match)|"
        "to respawn|and respawn|on the (?:ladder|run|track)|with kindness"
    )
    book.add(
        "kill-self",
        "suicide",
        9200,
        "self now 2 thought",
        "<killself>",
        after=literal,
        before=r"\d|\d ?k|almost|nearly|practically|basically|not worth",
    )
    book.add(
        "want-die",
        "suicide",
        9000,
        "self now 2 thought",
        "(?:<want>)~1(?:<die>)",
        "(?:<think>)~1(?:dying|death|being dead|<sui>|ending (?:it|things|everything))",
        "i (?:deserve|need|ought|have) to (?:<die>)",
        "i should (?:<die>|be dead)",
        "(?:let|make|help) me (?:<die>)(?: already| please| in peace)?",
        "please (?:just )?let me (?:<die>)",
        "id rather (?:<die>|be dead)(?: than (?:live|be here|keep|go on|wake|stay|exist|face|feel|continue|carry on))?",
        "i (?:would )?rather (?:<die>|be dead)",
        "i choose death",
        "(?:<want>)~1be dead",
        "(?:<want>)~1stop (?:living|existing|breathing|being alive)",
        after=(
            "of (?:laughter|laughing|embarrassment|boredom|cringe|happiness|cuteness|shame|hunger|thirst|heat)|laughing|"
            "(?:my|your|his|her|the|this|your) (?:hair|shirt|dress|eggs|fabric|hair \\w+|wool|clothes)|on this hill|on that hill|hard|"
            "my (?:hair|shirt)|for (?:this|that|a|some|these|his|her|your|my country)|in (?:this|the) (?:game|level|dungeon|movie|film|show|scene)|"
            "to see|to know|to try|to meet|to get|to hear|than (?:eat|watch|listen|wear|go to|work|use|read|drink|see|do|talk|play|root)|"
            "a happy|peacefully at|of old age|old|in my sleep at|with dignity|a natural|by natural"
        ),
        before="not|how|(?:when|before|until|if|after|where) (?:i|we|you|they)",
    )
    book.add(
        "suicidal",
        "suicide",
        9000,
        "self now 2 thought",
        "(?:i|im|am|feel|feels|feeling|felt|being|get|gets|getting|me|became|become|becoming|been|was)(?: (?:a bit|a little|quite|super|extremely|actively|passively|still|again|so|too|chronically|now|ever so|that|more|increasingly|feeling|becoming|getting|been|even more|pretty|borderline|kinda|suddenly|currently|in a))? suicidal",
        "(?:i|ive|im|my|me|having|these|get|getting|with|of)~3(?:suicidal|<sui>) (?:thoughts?|ideations?|feelings?|urges?|tendenc\\w+|impulses?|intent|plans?|ideas)",
        "(?:<sui>) (?:is|seems|feels|looks)(?: like)?~1(?:the (?:only|best)|my (?:only|best)|a way|an? (?:option|escape|answer|solution)|tempting|inevitable|appealing|comforting)",
        "(?:<want>)~1(?:commit )?(?:<sui>)",
        "my (?:own )?(?:<sui>)",
        before="anti|not|non|about|as if",
        after="(?:prevention|awareness|hotline|squad|people|patients?|character|clients?|students?|friends?)",
    )
    book.add(
        "algospeak",
        "suicide",
        8000,
        "self now 2 thought",
        "(?:<want>|<will>|<think>)~2(?:final yeet|yeet(?:ing)? myself(?: off| out)?|catch(?:ing)? the (?:last )?bus|check(?:ing)? out (?:for good|permanently|of life|early|forever)|log(?:ging)? (?:off|out) (?:for good|forever|permanently|of life)|exit(?:ing)? (?:life|this life|stage left)|become a statistic|take the (?:easy|coward'?s?|long) way out|go(?:ing)? (?:to sleep|away|night night) (?:forever|for good|permanently)|leav(?:e|ing) (?:this|the) (?:world|earth|planet|life)|leave (?:everything|it all) behind for good|rope|cease to exist|cease existing|stop existing|not exist|be no more|self ?exit|clock out for good|punch out for good|hit the (?:permanent )?off switch)",
        "(?:the )?final yeet",
        "forever sleep|eternal sleep|permanent sleep",
        "toaster bath",
        "ctb",
        "grippy sock vacation again",
        "check(?:ing)? out for good",
        "(?:im|i am|ill be|i will be|i wanna be|want to be) (?:done|finished|through) with (?:life|living|this life|existing|being alive|this world|existence)",
    )
    book.add(
        "method",
        "suicide",
        8800,
        "self now 3 method",
        "(?:how (?:do i|can i|could i|would i|should i|to|might i)|ways?|method|best|easiest|fastest|quickest|painless\\w*|least painful|most painless|quick|easy|peaceful|tell me how|show me how|help me|place|somewhere)~5(?:<killself>|(?:<die>)(?: (?:peacefully|quickly|painlessly|without|at home|tonight|alone|fast|easily|in my sleep))|commit (?:<sui>))",
        "(?:painless|easy|quick|quickest|easiest|peaceful|fastest|simple|clean)~2(?:ways?|method|death|means)~2(?:<die>|death|<sui>|go|end it)",
        "(?:how (?:many|much)|what (?:dose|amount|quantity))~6(?:to (?:<die>|overdose|kill (?:me|myself|yourself|you|a person|someone my)|not wake up|never wake up|be fatal|be lethal|od|end it|stop (?:my|your) heart|pass out and)|would (?:kill|be fatal|be lethal|be enough|kill)|will (?:kill|be fatal|be lethal)|(?:is|are|its) (?:fatal|lethal|deadly)|does it take to (?:<die>|kill|overdose))",
        "will it hurt (?:if|when) i (?:<die>|jump|hang|overdose|cut)",
        "(?:does|will) (?:hanging|drowning|overdosing|jumping|bleeding out|dying) hurt",
        "how long (?:does|would|will) it take (?:to|for (?:me|someone|a person) to) (?:<die>|bleed out|drown|suffocate|starve to death)",
        "(?:is|would|will|are|how) (?:\\w+ ){0,4}(?:high|tall|deep|fast) enough to (?:<die>|kill|be fatal|not survive)",
        after="in (?:the |this )?(?:game|minecraft|roblox|fortnite|skyrim|sims|movie|dream)|a (?:process|thread|plant|weed|fly|cockroach|mosquito|python)|your (?:hair|plants?)|my (?:plants?|hair|weeds)",
    )
    book.add(
        "lethal-question",
        "suicide",
        4500,
        "self now 1",
        "(?:lethal|fatal|deadly) (?:dose|dosage|amount|quantity|level)s?(?: of)?",
        "(?:which|what)~2(?:pills|drugs|medications?|poisons?|chemicals?)~4(?:lethal|fatal|deadly|kill (?:you|a person|me))",
        "ld50",
    )


def _plans(book: Book) -> None:
    book.add(
        "intent",
        "suicide",
        9600,
        "self now 4 intent thought",
        "(?:<will>)~1(?:<killself>|end it|(?:<die>) (?:<when>)|do it (?:<when>)|end things (?:<when>))",
        "(?:tonight|today|tomorrow|this weekend)~2(?:i|im|ill|is|its)~3(?:<killself>|end it|the night i (?:<die>|end))",
        "(?:im|i am|ive|i have) (?:decided|chosen|made the decision|made my (?:decision|peace|mind up)|made up my mind)~3(?:<die>|go|leave|end|not be here|not (?:to )?live|stop living)",
        "theres no (?:changing my mind|going back|turning back)(?: now)?(?: ive decided)",
        "nothing (?:can|will|could) (?:stop|save) me(?: now)? from (?:dying|ending|doing it)",
        after="in the (?:foot|face)|up|in (?:work|homework|chores)|laughing|at the gym|trying|to (?:get|finish|meet)|with (?:him|her|them|my (?:boyfriend|girlfriend|partner|bf|gf|wife|husband|fiance\\w*))|there|here|on a|if (?:you|they|he|she|it|this|the|one more|another)",
        before="who|not|never",
    )
    book.add(
        "end-it",
        "suicide",
        7800,
        "self now 2 thought",
        "(?:<want>|<think>|time to|ready to|thought of)~1(?:end(?:ing)?|finish(?:ing)?) (?:it|everything|things|this|it all|the pain|my pain|my suffering|all of (?:it|this))",
        "(?:<want>)~1(?:it|this|everything|it all|all of (?:this|it)|the pain|my life|life|all this|the suffering) (?:<to>) (?:be (?:over|done|finished)|end|stop(?: forever)?|finish)",
        "make it (?:all )?(?:stop|end)(?: forever| for good)",
        "(?:<want>)~1be done with (?:it all|everything|life|living|all of it|this life)",
        after="with (?:him|her|them|my|this (?:guy|girl|relationship|contract|company|subscription))|there|on (?:a|the)|early|soon because|amicably|at|by|off|before (?:lunch|it)|already (?:the|this)|the (?:call|chat|conversation|session|meeting|subscription|relationship|contract|lease)|here|and go (?:home|to bed)|so i can|, thanks|up",
        before="how do i|not|dont|didnt|doesnt",
    )
    book.add(
        "plan",
        "suicide",
        9400,
        "self now 4 plan intent",
        "i (?:have|got|made|made up) a plan (?:to|for)~2(?:<die>|kill|end|do it|leave this|go|(?:my )?(?:<sui>|death))",
        "(?:i have|ive got|ive made|i made) a (?:<sui>) plan",
        "i (?:know|ve figured out|ve worked out|figured out|worked out|have decided|decided|already know|have picked|picked|have chosen|chose) (?:exactly )?(?:how|when|where|the (?:day|date|place|time|way|method|bridge|spot))~3(?:id|im going to|ill|i will|i would|to|i want to|i)~1(?:do it|end it|<die>|kill|go|jump|end my|leave)",
        "ive (?:picked|chosen|set|decided on|got) (?:a|the) (?:date|day|place|spot|method|time|bridge)(?: (?:to|when|where|for|and))~2(?:do it|<die>|end|go|die|death|leave)?",
        "my (?:plan|method) is (?:ready|set|in place|to)~2(?:<die>|jump|overdose|take|hang|end)?",
        "everything is (?:ready|planned|set|in place) for my (?:death|<sui>|exit)",
        "i (?:have|ve got) everything (?:i need|ready|planned)(?: to)? (?:<die>|end (?:it|my)|do it|kill)",
    )
    book.add(
        "plan-means",
        "suicide",
        9800,
        "self now 5 plan means",
        "i?(?:ve| have)?~1(?:got )?a plan and~6(?:<means>|knife)",
        "(?:<means>)~3(?:in front of me|in (?:my|the) (?:hand|lap|mouth|car right now)|right here|(?:next to|beside|near) me|on (?:the|my) (?:table|bed|desk|nightstand|counter|lap|floor)~2(?:ready|waiting|in front|and)|(?:is|are|its) (?:ready|loaded|lined up|laid out|all (?:here|ready|laid out)|set up|tied|waiting)|at my (?:head|temple)|to my head|lined up|around my neck)",
        "(?:i have|ive got|im holding|holding|i am holding|got|sitting (?:here )?with|staring at|looking at|im looking at|i put|counting)(?: \\w+){0,4} (?:loaded gun|noose|(?:gun|pistol|rope|bottle of (?:<pills>)|handful of (?:<pills>)|(?:<pills>)|razor blade|blade)(?: \\w+){0,4} (?:in (?:my|front)|to my head|ready|loaded|right here|right now|next to|tied|on the (?:bed|table|floor)))",
        "the (?:noose|rope) is (?:up|ready|tied|hanging|waiting)",
        "(?:i|ive|already)~2tied (?:a|the) noose",
        before="like (?:a|someone|having)|as if|felt like|put a|held a|with a",
        after="of (?:what|how)|for my (?:trip|flight|holiday|vacation|mum|mom|dad|dog|cat)",
    )
    book.add(
        "act-now",
        "suicide",
        9800,
        "self now 5 act",
        "(?:i|ive|just|already)~2(?:took|taken|swallowed|downed|eaten|ate|popped|drank|had|ingested|used)~2(?:all (?:of )?(?:my|the|of the|these|those)|an? (?:whole|full|entire|lot of|load of|bunch of|handful of|ton of|lethal|bottle of|box of|packet of|pack of|fistful of|big)|too many|the (?:whole|entire|rest of|full|bottle of)|every|the|over \\d+|about \\d+|around \\d+|like \\d+|\\d\\d+|twenty|thirty|forty|fifty|sixty|dozens? of|so many|loads of|tons of)(?: \\w+){0,4} ?(?:<pills>|poison|bleach|antifreeze|pesticide)",
        "(?:i|ive)~1(?:just|already|have)~1(?:overdosed|od ?d|od ed|taken an overdose|took an overdose|slit (?:my|both)|cut (?:my wrists?|too deep|my throat)|hanged myself|drunk bleach|drank bleach|swallowed (?:bleach|poison|pills))",
        "i (?:overdosed|took an overdose|ive od ?d)",
        "i (?:took|swallowed) (?:the|them all|all of them)(?: pills| tablets)?~2(?:now|already|all|an hour ago|minutes ago|just now|and (?:now )?i(?:m| feel))",
        "(?:im|i am|standing|sitting|stood|sat|here)~3(?:on|at|near)~1(?:the|a) (?:ledge|edge of (?:the|a) (?:bridge|roof|building|cliff|platform)|wrong side of the (?:railing|barrier|fence)|(?:bridge|roof|rooftop|train tracks|tracks|platform|balcony)~3(?:and|about|ready|looking down|going|want|jump|wind|cold|tonight|railing|thinking))",
        "(?:im|i am)~1about to jump(?: off)?",
        "(?:ive|i) (?:already )?(?:done it|started)~2(?:bleeding|the pills|its too late)",
        "(?:theres|there is) (?:so much )?blood~4(?:i cut|my wrist|everywhere and i)",
        "this is it i(?:ve|m)~2(?:taken|took|swallowed|jump\\w+)",
        after="in(?:to)? (?:a|the|on|to) (?:call|meeting|pool|shower|water|game)|in (?:the )?(?:pool|shower)|on (?:a|the) call|(?:to|with) (?:conclusions|joy)|he|she|as prescribed|prescribed",
        before="he|she|they|who",
    )
    book.add(
        "attempted",
        "suicide",
        8600,
        "self now 4 thought",
        "i (?:tried|attempted|try|have tried|ve tried)~1(?:<killself>|to end it|<sui>|to (?:<die>)|to overdose|to jump)",
        "ive (?:tried|attempted)~1(?:<killself>|to end it|<sui>|to (?:<die>))",
        "my (?:last |second |third |first |recent |previous )?(?:<sui>)? ?attempt(?: (?:failed|didnt work|was))",
        "i survived (?:my|a|an) (?:<sui>) attempt",
        "i (?:failed|couldnt even (?:succeed|manage)) (?:at )?(?:to kill|killing) myself",
    )
    book.add(
        "stockpile",
        "suicide",
        8400,
        "self now 4 means",
        "(?:stockpil(?:e|ed|ing)|hoard(?:ed|ing)?|sav(?:ed|ing)(?: up)?|stash(?:ed|ing)?|collect(?:ed|ing)|keep(?:ing)?|kept|stor(?:ed|ing)(?: up)?|put(?:ting)? aside|set(?:ting)? aside|hid(?:ing|den)?|counting)~4(?:pills|tablets|my (?:meds|medication|prescriptions?|pain ?killers|sleeping pills|antidepressants|insulin)|meds)(?: \\w+){0,6}?(?: just in case| for (?:when|later|the day|that)| so (?:i|that)| until| in my (?:drawer|closet|room))?",
        "(?:bought|got|purchased|ordered|found|borrowed|getting|buying|loading|loaded)~2(?:a |the |my (?:dads?|fathers?|grandfathers?) )?(?:gun|rope|pistol|helium)(?: \\w+){0,4} (?:to (?:<die>|end|do it|kill|use on)|for (?:me|myself)|just in case i|so i can)",
        after="for (?:my|the|our|a) (?:trip|flight|holiday|vacation|travel|mum|mom|dad|dog|cat|hurricane|daughter|son|kids)",
        before="he is|she is|not",
    )
    book.add(
        "insurance",
        "suicide",
        7000,
        "self now 3 method",
        "life insurance~8(?:<sui>|pay ?(?:s|ed|ing)? ?out if i|cover (?:<sui>|if i)|if i (?:<die>|died|kill|were gone|was gone)|worth more (?:dead|than me))",
        "(?:im|i am|id be) worth more dead(?: than alive)?",
    )


def _wishes(book: Book) -> None:
    book.add(
        "wish-dead",
        "suicide",
        8200,
        "self now 1 wish",
        "(?:i )?w[i*]sh(?:ed|ing)?(?: that)?~1i (?:was|were|wasnt|werent|could|would|had|hadnt|didnt|never|had never|wouldve|could just)~1(?:<die>|dead|<gone>|born|alive|here|exist(?:ed)?|existing|disappear|vanish|been born|wake up|woken up|survive\\w*|breathing|not wake up|made it|sleep forever|fall asleep forever)(?: (?:<more>))?",
        "(?:better|best) off (?:dead|not (?:being )?(?:here|alive|born|existing))",
        "(?:i would|id|i) (?:be )?(?:better|happier) (?:off )?(?:dead|not alive|gone)",
        "(?:never|shouldnt|should never|should not|wasnt meant to|was never meant to|not meant to)(?: have)? (?:been born|be born|be alive|be here at all|existed?|survived?|have been born)",
        "i (?:dont|do not|didnt|no longer|never) (?:want|wanna|wish|care|deserve|need|feel like)~1(?:be alive|live|exist|living|being alive|to live|to be alive|to exist|be here(?: (?:<more>))|be on this (?:earth|planet)|be in this world|continue (?:living|existing|with life)|wake up|keep (?:living|existing|being alive|breathing)|go on(?: (?:<more>| living| like this))?|carry on(?: (?:<more>| living| like this))?|see (?:tomorrow|another day|my next birthday|the morning|next year)|survive|breathe (?:<more>)|be around(?: (?:<more>))?|make it to)",
        "(?:dont|do not|didnt|no longer|not) (?:want|wanting|wanna)~1(?:be here (?:<more>)|be alive|live (?:<more>)|exist|wake up (?:<more>|tomorrow|again|in the morning))",
        "not (?:wanting|wanna|want) to (?:be alive|live|exist|wake up|be here)",
        "(?:hope|hoping|pray|praying|wish(?:ing)?|wouldnt mind if|would not mind if|wouldnt care if|be nice if|glad if|okay if|ok if|fine if|relieved? if|mind if|if only)(?: that)?~2i (?:dont|didnt|never|wont|do not|just|would|could|get|got|was|were)?~1(?:wake up|woke up|waking up|(?:<die>)(?: in my sleep)?|died|get hit by|got hit by|be hit|stop(?:ped)? breathing|have an accident|cancer|disappear(?:ed)?|not wake|killed in|vanish(?:ed)?|cease(?:d)?|didnt exist|get sick and)",
        "(?:<want>)~2(?:go to sleep|fall asleep|sleep|close my eyes|lie down)(?: \\w+){0,3} (?:and (?:never|not|dont)|forever|for ?ever|without (?:ever )?waking|never wake|for good|permanently|for eternity)(?: (?:ever )?(?:wake|open|get)(?: up| them)?)?",
        "never (?:wake|waking|woke) up(?: again)?",
        "not (?:wake|waking) up (?:again|tomorrow|<more>|in the morning)",
        "(?:<want>)~1(?:not|never) (?:to )?wake up",
        "(?:<want>)~2(?:disappear|vanish|fade away|cease|evaporate|be gone|go away|be nothing|not be here|not exist|stop existing)(?: (?:forever|for good|completely|from (?:this|the|everyone|everything|existence)|and never|off the face|permanently|<more>|from life))?",
        "(?:looking forward to|waiting (?:for|to)|counting (?:down )?(?:the )?days (?:to|until)|cant wait (?:to|for)|ready for|welcome|excited (?:to|for)|at peace with) (?:<die>|death|dying|it to be over|my (?:death|own death)|the end of my life|not be(?:ing)? here)",
        "i (?:am|m|feel|felt) (?:dead inside and|already dead|ready to (?:go|leave(?: this| now)|be done))(?: now| for good| forever)?",
        "(?:death|dying) (?:would|sounds?|seems?|feels?|is|might|looks?)~2(?:a relief|nice|better|easier|peaceful|good|comforting|the only|my only|be (?:a|better|easier|nice|peaceful|good)|like (?:a|the|peace)|welcome|appealing|preferable|kind)",
        "(?:what|how)~2it would be like (?:to be dead|if i (?:died|was gone|were gone|wasnt here)|to not (?:exist|be here|be alive))",
        "i (?:dont|do not) care (?:if|whether) i (?:live|<die>|wake up|survive|make it|crash|get hit)(?: or (?:<die>|not|live))?",
        "(?:if|whether) i live or (?:<die>)",
        "i shouldnt (?:be )?(?:be )?(?:here|alive|exist)",
        "(?:dont|do not) deserve to (?:live|be alive|exist|breathe)",
        "no will to (?:live|go on|survive)|lost (?:my|the|all)(?: my)? will to (?:live|go on)|losing (?:my|the) will to (?:live|go on)",
        after="(?:of (?:laughter|laughing|embarrassment))|in (?:this|the) (?:game|city|town|house|meeting|class|office|job|state|country)|(?:so )?early|at (?:\\d|five|six|seven|the same)|with (?:my parents|roommates|a roommate|him|her|them|you)|near|next to|in (?:an?|the|my|this|that) (?:apartment|house|dorm|city|town|suburb|flat)|alone in|under|there|on (?:campus|mars)|to (?:my alarm|an alarm)|before|late|on time|like (?:that|a)|by (?:the|a)|without (?:coffee|wifi|internet|my phone|chocolate|music)|a lie|up to|here (?:today|when|if)|into the (?:ground|floor|wall)",
    )
    book.add(
        "tired-of-life",
        "suicide",
        8000,
        "self now 1 wish",
        "(?:tired|sick|exhausted|weary|fed up|bored|drained|done|worn out|over)(?: and tired)?(?: of| with| from| by)?~1(?:being alive|living(?: like this| this way| this life)?|life|existing|existence|waking up(?: every| each| in| to)|being here|breathing|staying alive|trying to (?:stay alive|live|survive|exist)|this life|my life|fighting to (?:live|stay)|pretending (?:to be (?:ok|okay|fine|alive)|i want to live|everything is))(?: (?:<more>))?",
        "(?:no|not any|any|a|one|single|without|lost (?:my|the|all|every)|see(?:ing)?|left|much|out of)~1(?:reason|reasons|point|purpose|will|motivation|desire|meaning|hope)~1(?:to|in|of|for|left|why)~2(?:living|live|alive|go on|going on|keep going|carry on|carrying on|exist(?:ing)?|stay(?:ing)?(?: here| alive)?|be here|continue|continuing|wake up|waking up|being here|keep (?:living|trying|fighting|breathing)|my life|this life|existence|life (?:<more>)|keep on|any of (?:it|this))",
        "(?:nothing|no one|nobody|not much|little)(?: left)?(?: for me)?(?: to| worth) (?:live|living|go on|stay(?: alive)?|wake up|keep going) ?(?:for)?",
        "whats the (?:point|use|sense)(?: (?:in|of|to))?~1(?:living|life|being alive|being here|going on|going|carrying on|existing|continuing|trying|anything|any of (?:this|it)|it all|keep(?:ing)? (?:going|living|trying)|waking up|staying)(?: (?:<more>))?",
        "(?:why|for what) (?:am i|do i|should i|would i|bother|even|keep|are we)~2(?:still (?:here|alive)|alive|living|exist(?:ing)?|bother(?:ing)? (?:living|to live|waking)|keep (?:living|going|fighting)|wake up(?: (?:<more>))?|stay alive|here (?:<more>)|be here)",
        "life (?:is|isnt|is not|feels|seems|has|doesnt feel|has no|aint|has become|just|no longer)~2(?:worth (?:living|it)(?: (?:<more>))?|not worth|pointless|meaningless|no (?:point|meaning|purpose|value)|unbearable|too (?:much|hard|painful)(?: to| for me)?|hopeless|empty and|nothing but (?:pain|suffering)|over(?: for me)|hell|a curse|a burden|useless|finished|without (?:meaning|purpose|hope))",
        "(?:my )?life (?:is|feels|seems) (?:over|worthless|pointless|meaningless|not worth (?:it|living))",
        "not worth (?:living|being alive|staying alive)",
        "(?:cant|can not|cannot|dont|couldnt|unable to|not able to|impossible to|hard to|struggl\\w+ to)~2(?:see|imagine|picture|find)~2(?:a |any |my |the |much )?(?:future|way (?:out|forward)|reason|tomorrow|point (?:in|to|of|any)|myself (?:alive|here|living|making it|being (?:here|alive)|past)|light|hope|end to (?:this|it|the))",
        "(?:theres|there is|i see|see|i have|with|is|has)~1no (?:way out|hope(?: left| for me| <more>)?|future(?: for me| left)?|light at the end|escape(?: from this| left)?|other (?:way out|option left|choice left|escape|solution)|point (?:<more>|in anything|to anything|to any of|in any))",
        "(?:given|giving|gave|give|wanna give|want to give|ready to give) up on (?:life|living|everything|myself|trying to (?:live|survive))",
        "(?:i )?(?:cant|can not|cannot|couldnt|can hardly|dont think i can|dont know (?:if|how (?:long|much longer)?) ?i can|not sure i can|dont know how to|no longer can|can barely)~2(?:go on|carry on|keep going|keep (?:doing|living|fighting|on|pretending|holding on|living like)|do (?:this|it|life)(?: (?:<more>))|take (?:it|this|life|the pain|much more|another day|living)(?: (?:<more>| much longer| all))?|live (?:like this|this way|<more>|anymore|with (?:myself|this pain|the pain|this guilt|it))|hold on(?: (?:<more>| much longer| any longer))?|fight (?:<more>|it <more>|this <more>)|bear (?:it|this|living|the pain|to (?:live|be alive|wake))|face (?:another|tomorrow|life|one more|the day|living)|exist|make it (?:through (?:the night|another|tonight|this)|another|much longer|to tomorrow)|survive (?:this|another|much|like this)|stand (?:being alive|living|my life|to be alive|it <more>)|stay (?:alive|here <more>)|cope (?:with (?:life|living|being alive)|<more>)|continue (?:like this|living|<more>|with (?:this|my) life)|handle (?:life|living|being alive|this <more>|it <more>|the pain))",
        "(?:i )?(?:cant|cannot|can not|couldnt) (?:do|take|handle|bear|stand) (?:this|it|life|things|all this|any of (?:this|it)) (?:<more>)",
        "(?:end of my rope|at the end of my (?:rope|tether)|nothing left to give|nothing left in me|no fight left|(?:i have|ive got|got) no (?:strength|energy|fight) left|too tired to (?:keep )?(?:go on|live|living|fight|exist|keep (?:going|living|fighting)))",
        "each day is (?:a )?(?:harder|worse)~3(?:to (?:live|go on|stay|wake)|than)",
        "(?:hang|hanging|holding|hold)(?: on)? by a thread",
        before="love|my|his|her|the|city|country|college|student|social|sex|love",
        after="insurance|story|hack|jacket|cycle|in (?:the|this) (?:city|country|suburbs|office|apartment|dorm|house)|with (?:my parents|roommates|him|her)|paycheck|span|(?:together|on) your|app|coach|lessons?|early|next to|here (?:in|because of the (?:traffic|weather))|of the party|admin",
    )
    book.add(
        "burden",
        "suicide",
        8200,
        "self now 2 wish",
        "(?:<people>)(?: (?:would|will|might|could|may|d|ll|wouldve|is|are|may))?~2(?:be )?(?:better|happier|fine|relieved|safer|freer|glad|free|ok|okay|doing better|easier|thriving|all right|alright)(?: off)?~1(?:without me|if i (?:wasnt|werent|was not|were|was|died|disappeared|left|just|hadnt|never|killed|didnt|went away|am|<die>|stopped)|once im|when im (?:dead|gone)|with me (?:gone|dead|out))",
        "(?:better|happier|fine|improved|easier|a better place|relieved|free|rid of me) (?:off )?(?:without me(?: (?:in it|here|around))?|if i (?:wasnt|werent) (?:here|around|alive|born|in it)|once im (?:gone|dead)|when im (?:gone|dead))",
        "(?:no ?one|nobody|not a (?:single )?soul|no body|who|wouldnt anyone|would anyone|will anyone|would anybody|would they)(?: (?:would|will|even|is gonna|is going to))?~1(?:miss|care|notice|mind|even know|realise|realize|mourn|cry|come to my funeral|remember|be sad|be upset|be bothered|be affected)~2(?:if i|me|when i|when im|id|that i)~1(?:died|<die>|<gone>|killed|disappear(?:ed)?|vanish(?:ed)?|was|were|wasnt|werent|am gone|gone|left|ended|never came|stopped existing|passed|dead)?",
        "(?:im|i am|i feel like|i feel im|being|feel like|i was|ive become|become|i have become|id be|feeling like)~2(?:a|such a|nothing but a|just a|only a|an?) (?:\\w+ )?(?:burden|waste of (?:space|oxygen|air|life|breath)|dead ?weight|drain on (?:everyone|everybody|my|the)|mistake that should)(?: (?:to|on|for) (?:every\\w+|my|them|you|others|people|him|her|the|society|anyone))?",
        "(?:the )?world (?:would|will|is|might|doesnt|wouldnt)~2(?:better|miss|need|notice)~2(?:without me|off|me)",
        "(?:they|every\\w+|people|my (?:family|kids|parents|wife|husband|mum|mom|friends|children)|he|she)(?: all)? (?:would|will|could|can|d|ll|might) (?:move on|get over (?:it|me)|forget (?:about )?me|be free(?: of me)?|finally be (?:happy|free)|cope without me|manage without me|not (?:miss|need) me)(?: (?:quickly|eventually|if i|once im|when im|in time|without|soon))?",
        "(?:get|be|getting) out of every(?:one|body)s? (?:way|hair|life|lives) (?:for good|forever|permanently)",
        "(?:all i|i only|i just) (?:do|am|ever do) (?:is )?(?:cause|bring|hurt)~2(?:pain|trouble|harm|every\\w+|people i love)~4(?:without me|if i wasnt|be better|gone)",
        after="on the (?:team|ticket|call|project|dance)|at the (?:party|meeting|game)|in the (?:meeting|call|room|team)|today|tonight|this (?:week|weekend)|tomorrow|leaving early|a call|of the",
        before="not|never|arent|isnt|said im not|youre not",
    )


def _goodbyes(book: Book) -> None:
    book.add(
        "goodbye",
        "suicide",
        8400,
        "self now 3 goodbye",
        "(?:this|these|it)(?: is| are| will be| may be| might be|s|ll be| could be) (?:my |the |our )?(?:(?:final|last) (?:goodbye|good bye|message|words?|text|letter|post|note|conversation|chat|night (?:on earth|alive|here)|day (?:on earth|alive)|time (?:i|we|you|ill|youll))|farewell|goodbye(?: forever| everyone| world| for good| then)?|good bye)",
        "(?:good ?bye|bye|farewell)(?: \\w+)? (?:forever|for ?ever|world|cruel world|for good|everyone (?:i|im|thank|its)|this life|life|all of you|to (?:everyone|you all|this (?:world|life)|life))",
        "(?:by the time|when|if) (?:you|u|anyone|someone|they|he|she)(?: \\w+)? (?:read|see|find|get|reads|sees|finds|gets)(?: \\w+)? (?:this|me|the note|my note|this note|my body|this letter|this message)~4(?:gone|dead|too late|be over|no longer|wont be|will be|ill be|already)",
        "(?:you|u|they|nobody|no one|people)(?: \\w+)? (?:wont|will not|will never|not|never)~1(?:hear from|see|be bothered by|have to (?:deal with|worry about|put up with|see))~1me (?:again|<more>|ever again|alive)",
        "(?:tell|let)~1(?:my (?:\\w+ )?(?:mum|mom|mother|dad|father|family|kids?|children|sister|brother|wife|husband|son|daughter|parents|girlfriend|boyfriend|friends?|dog|cat|nan|gran|grandma)|them|her|him|everyone|every ?body)(?: know)?(?: that)?~1(?:i (?:love|loved|am sorry|was sorry|tried|always loved)|im sorry|it wasnt their fault|its not (?:their|her|his) fault|it (?:isnt|wasnt|was not) (?:their|her|his))",
        "(?:take care of|look after|feed|find a home for|rehome|adopt|take)~1my~1(?:dog|cat|pets?|kids?|children|son|daughter|mum|mom|rabbit|bird|plants)~3(?:when im gone|after im gone|once im gone|for me when|if im not|for me please i|if i dont (?:come back|wake|make it)|im not going to be|when i am gone|without me|in case)",
        "(?:when|once|after|if) (?:im|i am) (?:gone|dead|no longer (?:here|around|alive)|not (?:here|around) <more>)",
        "(?:i|ill|im)~1(?:wont|will not|not going to|not gonna|probably wont|might not|may not|wouldnt|never)~1be (?:here|around|alive) (?:<more>|much longer|for (?:much longer|christmas|my birthday|long)|to see|by (?:then|christmas|tomorrow|next|the (?:end|time)|morning)|after (?:tonight|today|this|tomorrow|christmas)|next (?:year|month|week) so|soon|when you)",
        "(?:i|ive|already|have|just)~2(?:wrote|written|writing|finished|finish|typed|left|leaving|drafting|planned)~2(?:my |a |the |some |all (?:my|the) |letters? |out )*(?:<sui> notes?|<sui> letters?|good ?bye (?:notes?|letters?|messages?|videos?)|farewell (?:notes?|letters?)|final letters?|final notes?|last letters?|notes? (?:for|to) (?:my (?:family|kids|mum|mom|parents|wife|husband|children)|everyone|them to find|when (?:they|you) find)|letters? (?:for|to) (?:everyone|my (?:family|kids|children|parents|mum|mom))(?: for (?:when|after)| to (?:find|open|read)))",
        "(?:<sui>|good ?bye) (?:note|letter) is (?:written|ready|done|finished|on)",
        "(?:said|saying|say|said all) (?:my|our) (?:good ?byes|goodbye)s?(?: to (?:every\\w+|my|the|you|them|life|this world))?",
        "(?:meet|see|join|be with|reunite with|be reunited with|find)~1(?:you|her|him|them|my (?:mum|mom|mother|dad|father|husband|wife|son|daughter|baby|brother|sister|nan|gran|grandma|grandad|grandfather|grandmother|best friend|dog))(?: again)? (?:on the other side|in heaven|in the next life|in the afterlife|up there|soon up|in death)",
        "(?:<want>|going to|gonna|ready to|time to)~1(?:join|be with) (?:my (?:\\w+ )?(?:mum|mom|mother|dad|father|husband|wife|son|daughter|baby|brother|sister|nan|gran|grandma|grandad|grandfather|grandmother)|her|him|them) (?:in heaven|on the other side|up there|again in|in the (?:ground|grave|afterlife))",
        "(?:god|jesus|he|the lord|allah)(?: is| s)? (?:calling|call|take|taking|wants) me home",
        after="on the ticket|at the (?:office|company|meeting|party)|of (?:school|work|term|semester)|tour|in (?:class|the office)|for (?:christmas dinner|dinner|lunch|the meeting|work|class|the party|a (?:week|few days|while))|to the (?:office|party|meeting)|from (?:vacation|holiday)|, reschedule|we met|i (?:order|buy|book|fly|use|shop|eat|come|go to|trust|help|work)|on (?:holiday|vacation|leave)",
        before="he|she|who|say|said to",
    )
    book.add(
        "affairs",
        "suicide",
        6200,
        "self now 2 goodbye",
        "(?:giv(?:e|ing|en)|gave|give) (?:away )?(?:all )?(?:of )?my (?:\\w+ )?(?:stuff|things|belongings|possessions|valuables|treasures|savings|pets?|dog|cat|records|collection|jewell?ery|guitar|clothes|favou?rite \\w+) (?:away|to (?:people|my (?:friends?|sister|brother|family|\\w+)|everyone|others|whoever)(?: because)?)(?: \\w+)?",
        "(?:giv(?:e|ing|en)|gave) away (?:all |everything|my (?:\\w+ )?(?:stuff|things|belongings|possessions|valuables|pets?|dog|cat|collection|guitar|records|jewell?ery|savings|money|clothes)|everything (?:i own|i have|that matters))",
        "(?:put|putting|get|getting|got|sort(?:ed|ing)?|set(?:ting)?|have)(?: out)?(?: all)? (?:of )?my (?:affairs|paperwork|things|will|passwords|accounts) (?:in order|sorted(?: out)?|ready)(?: (?:for (?:when|my)|before i (?:go|leave|<die>)|so (?:they|nobody|my|no one)))?",
        "(?:wrote|writing|made|making|finished|updated|updating|sorted) (?:out )?my will(?: (?:today|tonight|yesterday|last night|and|so|before))",
        "i (?:wont|will not|dont) need (?:it|them|this|any of (?:it|this)|my (?:stuff|things))(?: (?:<more>)| where im going)",
        after="charity|(?:the )?(?:goodwill|salvation army|charity|shelter|thrift|donation|oxfam|recycling)|because im (?:moving|decluttering|downsizing|minimal\\w+)|for (?:charity|tax|my (?:trip|move|mortgage|visa|taxes))|to charity|before (?:the move|moving|surgery|we move|my trip|vacation)|on (?:ebay|craigslist)|old",
    )


def _self_harm(book: Book) -> None:
    book.add(
        "self-harm",
        "self_harm",
        8400,
        "self now 2 act",
        "(?:cut(?:ting|s)?|burn(?:ing|ed|t)?|scratch(?:ing|ed)?|hit(?:ting)?|punch(?:ing|ed)?|harm(?:ing|ed)?|hurt(?:ing)?|starv(?:e|ing|ed)|bit(?:e|ing|ten)?|bang(?:ing|ed)?|slap(?:ping|ped)?|stab(?:bing|bed)?|carv(?:e|ing|ed)|injur(?:e|ing|ed)|chok(?:e|ing|ed)|slic(?:e|ing|ed)|mutilat(?:e|ing|ed)|punish(?:ing|ed)?|abus(?:e|ing)|bruis(?:e|ing|ed)|torture|torturing|bleed) (?:<self>)",
        "(?:cut(?:ting)?|burn(?:ing|ed|t)?|slic(?:e|ing|ed)|carv(?:e|ing|ed)|scratch(?:ing|ed)?|slash(?:ing|ed)?|pick(?:ing)? at|cuts (?:on|all over)|scars (?:on|all over)|marks on|blade (?:on|to|across)|razor (?:on|to|across))~1my (?:own )?(?:arms?|wrists?|legs?|thighs?|skin|body|stomach|hips?|ankles?|hands?|chest)",
        "(?:bang(?:ing|ed)?|smash(?:ing|ed)?|hit(?:ting)?|slam(?:ming|med)?|beat(?:ing)?|knock(?:ing|ed)?)~1my (?:head|fists?|hands?|face) (?:against|into|on)~1(?:the |a )?(?:wall|door|floor|table|desk|mirror)",
        "punch(?:ing|ed)? (?:the )?(?:wall|walls|mirror)s? (?:until|till|so) (?:i|my)",
        "(?:i|ive|im|me|my|want to|started|stop|stopped|been|urge|relaps\\w+|about|do|to|with|addicted to|the)~2(?:self ?harm(?:ing|ed|s)?|self ?injur(?:e|ing|y|ed)|self ?mutilat\\w+)(?: (?:again|urges?|thoughts?|scars?))?",
        "self ?harm(?:ing|ed)? (?:again|helps?|is the only|makes me|calms|to (?:cope|feel)|every|last night|today|tonight|urges?)",
        "(?:i|ive|im)~2(?:cut|cutting|relapsed|self harmed) (?:again|too deep|deep|deeper|last night|this (?:morning|week)|today|tonight|yesterday|to (?:feel|cope|punish|release|numb)|when(?:ever)? (?:im|i get|i feel)|so i (?:can|could) feel|until i (?:bleed|bled|feel|felt))",
        "(?:started|start|back to|addicted to|stop|urges? (?:to|for|of)|want(?:ing)? to|thinking (?:about|of)|relapsed? (?:and|into|on|with)|gone back to|wanna|need to|been) (?:cut|cutting|burning|sh|selfharm)(?: (?:again|so bad|myself|lately|a lot|every (?:day|night)))?",
        "(?:cutting|burning|pain|bleeding|the blade|the razor|hurting) (?:helps|calms|makes|is the only (?:thing|way)|gives me|relieves|releases|numbs|distracts)~3(?:me|pain|calm|relief|feel|feeling|cope|control|better|numb|it|alive)",
        "(?:days?|weeks?|months?) clean (?:from|of) (?:sh|self ?harm|cutting)(?: and)?~4(?:relapse|urge|want|cut|broke)",
        "(?:make|making|made) (?:<self>) bleed",
        "(?:hide|hiding|cover(?:ing)?|hid)(?: up)?(?: \\w+)? my (?:cuts|scars|wounds|arms|self harm)",
        after=(
            "shaving|cooking|while|when (?:cooking|chopping|shaving|slicing|making|playing|lifting|running)|slicing|chopping|on (?:a|the|some|my|paper|glass|purpose not)|off(?: from)?|some|a|an|short|loose|out|free|from|open a|in the kitchen|playing|at (?:the gym|work|practice|football|training|soccer|school today playing)|"
            "lifting|running|falling|doing (?:yoga|sports|squats|deadlifts)|by (?:accident|mistake|falling|lifting)|accidentally|with (?:the|my|a) (?:oven|stove|iron|coffee|kettle|tea|curling|hot|soup|grill|can|tin|kitchen)|making (?:dinner|lunch|tea|toast)|"
            "professionally|financially|hair|nails|more (?:than|by)|a (?:deal|slice|piece|check|break)|to the (?:max|core)|in the (?:foot|leg) (?:playing|with)|up|over|with work|opening|skateboarding|skiing|hiking|at|badly at|hair|grass|class|back on|down on|costs?|corners|carbs|calories|vegetables|onions|the (?:grass|cake|rope|budget|cord)|weight|trees|wood|it (?:off|close|short)|yourself|calories"
        ),
        before="accidentally|by accident|hair|budget|cost|tax|corners|weight|be|been getting|its",
    )
    book.add(
        "urge-hurt",
        "self_harm",
        8000,
        "self now 2 thought",
        "(?:<want>|<think>|<will>|afraid (?:i|ill|i will|i might)|scared (?:i|ill|i will|i might)|worried (?:i|ill)|im going to)~2(?:hurt|harm|cut|injure|punish|burn) (?:<self>)",
        "(?:not|dont feel|dont think im|arent|no longer) safe (?:with|from|around|by) (?:<self>)",
        "(?:dont|cant|do not) trust (?:<self>)(?: (?:tonight|right now|alone|to be alone|around|with|not to|<more>))",
        "(?:i )?(?:cant|cannot|dont think i can|might not be able to) keep (?:<self>) safe",
        "(?:im|i am) (?:scared|afraid|terrified) of (?:what i (?:might|will|could|may|ll) do|myself)(?: to (?:<self>)| tonight| if)?",
        after="shaving|in the process|by|feelings|at the gym|slack",
    )


def _cues(book: Book) -> None:
    book.add(
        "loss",
        "",
        0,
        "",
        "(?:lost|losing|got fired from|fired from|laid off from|let go from) my (?:job|house|home|wife|husband|mum|mom|mother|dad|father|son|daughter|baby|child|kids|best friend|partner|everything|brother|sister|family|business|career|savings|scholarship|visa)",
        "(?:got|been|was|just)~1(?:fired|laid off|made redundant|dumped|evicted|expelled|divorced|diagnosed|arrested|rejected|kicked out|bankrupt)",
        "(?:my )?(?:boyfriend|girlfriend|wife|husband|partner|fiance\\w*|bf|gf|she|he)~2(?:left|dumped|cheated on|broke up with|divorc\\w+|is leaving|walked out on) ?(?:me)?",
        "broke(?:n)? up with me|we broke up|breakup|break up with me",
        "(?:failed|failing|flunked) (?:all |out|my |every|the )(?:\\w+ )?(?:exams?|finals?|class|classes|course|year|everything|of (?:school|uni|college)|a levels|boards)?",
        "passed away|died (?:last|this|yesterday|recently|on|in)|funeral (?:was|is)|since (?:he|she|they) died",
        bare=True,
    )
    book.add(
        "distress",
        "distress",
        4000,
        "self now 1",
        "i (?:hate|despise|loathe|cant stand) (?:myself|my life|being me|who i am|everything about (?:me|myself))",
        "(?:im|i am|i feel|i felt|feel|feeling|feels|felt|been feeling|so|everything (?:is|feels)|life (?:is|feels)|completely|its all) (?:hopeless|worthless|so alone|completely alone|all alone|useless|empty(?: inside)?|numb|broken|trapped|desperate|helpless|so lost|like a failure|a failure|dead inside|unloved|unwanted|nothing|disgusting|so depressed|really depressed|depressed|suffocat\\w+|like (?:nothing|giving up)|miserable|overwhelmed|at rock bottom|so low|really low|very low|done)",
        "(?:no ?one|nobody) (?:cares|loves me|likes me|understands|wants me|would care|gives a|listens|needs me)(?: (?:about|if|for) me)?",
        "(?:crying|cry|cried|sobbing) (?:myself to sleep|every (?:day|night)|all (?:day|night)|nonstop|for (?:hours|days)|uncontrollabl\\w+)",
        "(?:hit|reached|at|near) (?:my )?(?:rock bottom|breaking point|lowest point|limit)",
        "(?:falling|breaking|fallen|broken) (?:apart|down)(?: inside)?",
        "(?:dont|do not) know (?:what to do|how to cope|how to go on|where to turn|who to turn to)(?: (?:<more>))",
        "(?:i )?(?:cant|cannot) (?:cope|stop crying|get out of bed|breathe <more>|feel anything)",
        "(?:i )?(?:give|giving|gave) up(?: on (?:everything|trying))?(?: (?:<more>))?",
        "(?:im|i am) (?:not ok(?:ay)?|struggling (?:so|a lot|really|to cope|to get|with (?:depression|my mental))|drowning|spiral+ing|in (?:so much|a lot of|constant|unbearable) pain|losing (?:it|my mind|hope)|a mess|going under|done (?:with (?:everything|it all|this)|trying|fighting|pretending))",
        "(?:everything|it all|nothing) (?:is pointless|feels pointless|is falling apart|hurts|matters <more>|makes sense <more>|feels heavy|is too much)",
        "(?:the )?pain (?:is|has|feels|never|wont|just)~2(?:unbearable|too much|stop|ends?|stops|constant|killing)",
        "(?:i have|ive got|there is|theres) (?:no ?one|nobody)(?: left)?(?: (?:to talk to|to turn to|who cares|for me|here for me))?",
        "(?:everyone|everybody|they all) (?:hates?|leaves?|left|abandon\\w*) me",
        after="to (?:say|see|know|hear|help|tell|inform|work|offer|add|do with)|battery|stomach|(?:seats?|house|tank|fridge|promises|threats|words)|at (?:math|maths|cooking|chess|sports|this (?:game|level))|in (?:my car|bed|the car|the office)|with (?:work|my (?:tooth|back|knee)|this (?:recipe|puzzle|game|level))|romantic|to go|by (?:the|all the) (?:choices|options|number)|on (?:this|that|my) (?:diet|game|puzzle|level|recipe)",
        before="not|dont|never|is this|your|the|isnt|arent|if you|when you|of the",
    )
    book.add(
        "height",
        "",
        0,
        "",
        "(?:bridges?|buildings?|rooftops?|roofs?|cliffs?|towers?|parking (?:garage|structure)|car park|balcon\\w+|overpass\\w*|viaduct|train (?:tracks?|station)|observation deck|floors?)~9(?:tall\\w*|high\\w*|height|metres|meters|feet|ft|storeys?|stories|access\\w*|closest|nearest|near me|open (?:at night|to the public)|railings?|how far|drop|without (?:barriers?|fences?)|pedestrian|trains? (?:pass|run))",
        "(?:tall\\w*|high\\w*|height|closest|nearest|metres|meters|feet|how (?:tall|high|far))~7(?:bridges?|buildings?|rooftops?|cliffs?|towers?|balcony|overpass)",
        bare=True,
    )
    book.add(
        "have-means",
        "",
        0,
        "",
        "(?:i have|ive got|i own|i bought|i got|i keep|theres|there is|access to|have)~4(?:a gun|guns|my (?:dads?|fathers?) gun|a rope|a noose|(?:bottle|lot|bunch|bag|drawer|stash|box|pile|enough)(?: full)? of (?:<pills>)|enough (?:<pills>)|(?:sleeping|leftover|old|spare) (?:<pills>)|the pills|razor ?blades?|blades)",
        "(?:which|what|how (?:many|much))~3(?:<pills>)~6(?:mix|combine|together|at once|strongest|dangerous|overdose|toxic|maximum|safe limit)",
        "(?:where|how) (?:can|do|could|to|would) (?:i )?(?:buy|get|find) (?:a gun|rope|a rope|helium|sleeping pills|poison|a handgun)",
        bare=True,
    )
    book.add(
        "bye",
        "",
        0,
        "",
        "(?:good ?bye|bye bye|farewell|so long|this is it)",
        "i (?:just )?wanted (?:to say|you to know)",
        "(?:tell|remember)~3(?:i love|loved)",
        bare=True,
    )
    book.add(
        "thanks",
        "",
        0,
        "",
        "(?:thank (?:you|u)|thanks|grateful)~2(?:for (?:everything|all|being|trying|listening|loving|putting up|the (?:good )?(?:times|memories)|always))",
        "(?:im|i am|so) sorry for (?:everything|being|all|what)",
        "i (?:love|loved) (?:you|u) (?:all|guys|both|so much|always|forever)",
        "you(?:ve)? (?:deserve|deserved) better|its not your fault|dont blame yourself",
        bare=True,
    )
    book.add(
        "final",
        "",
        0,
        "",
        "(?:its|it is|it will|itll|will|soon|everything will|everythingll)(?: all| be| all be| soon be)? (?:all )?(?:over|better this way|finally (?:over|quiet)|for the best|time(?: for me)? to go)",
        "(?:im|i am) (?:finally )?(?:at peace|free|calm(?: now)?|done(?: now)?|ready|going away)(?: now)?",
        "(?:i )?wont (?:be (?:a )?(?:bother|burden|here|around)|bother (?:you|anyone)|hurt <more>)",
        "no ?more pain",
        "for the last time",
        bare=True,
    )
    book.add("tonight", "", 0, "", "<when>", "right now", "soon", bare=True)
    book.add(
        "plan-cue",
        "",
        0,
        "",
        "i (?:have|ve got|ve made|made|got) a plan",
        "ive (?:planned|got it all planned)",
        "i know (?:how|exactly how|what im going to do|what i have to do|what i need to do)",
        "its all (?:planned|set|ready|arranged)",
        bare=True,
    )
