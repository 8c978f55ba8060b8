"""English: plans, means and acts of suicide."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def plans(book: Book) -> None:
    """Add rules for plans, means and acts."""
    book.add(
        "intent",
        "suicide",
        9600,
        "self now 4 intent thought",
        "(?:<will>)~1(?:<killself>|overdose|end it|(?:<die>) (?:<when>)|do it (?:<when>)|end "
        "things (?:<when>))",
        "(?:tonight|today|tomorrow|this weekend)~2(?:i|im|ill|is|its)~3(?:<killself>|end it|"
        "the night i (?:<die>|end))",
        "(?:im|i am|ive|i have) (?:decided|chosen|made the decision|made my (?:decision|peace|"
        "mind up)|made up my mind)~2(?:to )?(?:<die>|end (?:it|my|everything|things for good)|"
        "not be here|not (?:to )?live|stop living|leave this (?:world|life|earth)|go through "
        "with it)",
        "theres no (?:changing my mind|going back|turning back)(?: now)?(?: ive decided)",
        "nothing (?:can|will|could) (?:stop|save) me(?: now)? from (?:dying|ending|doing it)",
        before="who|not|never|he|she|hes|shes|they|says he|says she|says shes|says hes",
        after=(
            "in the (?:foot|face)|up|in (?:work|homework|chores)|laughing|at the gym|trying|"
            "to (?:get|finish|meet)|with (?:him|her|them|my (?:boyfriend|girlfriend|partner|"
            r"bf|gf|wife|husband|fiance\w*))|there|here|on a|if (?:you|they|he|she|it|this|the|"
            "one more|another)"
        ),
    )
    book.add(
        "end-it",
        "suicide",
        7800,
        "self now 2 thought",
        "(?:<want>|<think>|time to|ready to|thought of)~1(?:end(?:ing)?|finish(?:ing)?) (?:it|"
        "everything|it all|the pain|my pain|my suffering|all of (?:it|this))",
        "(?:<want>)~1(?:it all|my life|life|all of (?:it|this)|everything) (?:<to>) (?:be "
        "(?:over|done|finished)|end|stop(?: forever)?|finish)",
        "(?:easy|easier|simpler|better) to (?:just )?end it(?: all)?",
        "(?:dying|death|<sui>|ending it) (?:seems|feels|is|looks) (?:like )?(?:the|my) only "
        "(?:solution|way out|option(?: left)?|escape|answer|way (?:to|this|it))",
        "make it (?:all )?(?:stop|end)(?: forever| for good)",
        "(?:<want>)~1be done with (?:it all|everything|life|living|all of it|this life)",
        before="how do i|not|dont|didnt|doesnt",
        after=(
            "with (?:him|her|them|my|us|this (?:guy|girl|relationship|contract|company|"
            "subscription))|there|on (?:a|the)|early|soon because|amicably|at|by|off|before "
            "(?:lunch|it)|already (?:the|this)|the (?:call|chat|conversation|session|meeting|"
            "subscription|relationship|contract|lease)|here|and go (?:home|to bed)|so i can|, "
            "thanks|up"
        ),
    )
    book.add(
        "plan",
        "suicide",
        9400,
        "self now 4 plan intent",
        "i (?:have|got|made|made up) a plan (?:to|for)~1(?:<die>|kill myself|end (?:it|my "
        "life|everything|it all)|do it tonight|leave this (?:world|life|earth)|(?:my "
        ")?(?:<sui>|death|exit))",
        "(?:i have|ive got|ive made|i made) a (?:<sui>) plan",
        "(?:i|ive|i have|already)~1(?:know|figured out|worked out|decided|picked|chosen|chose|"
        "planned)~1(?:exactly )?(?:how|when|where|which|the (?:day|date|place|time|way|method|"
        "bridge|spot))~3(?:(?:id|im going to|ill|i will|i would) do it|(?:to |i want to |id |"
        "ill |im going to )(?:<die>|end (?:it|my life)|kill myself|jump|hang))",
        "ive (?:picked|chosen|set|decided on|got) (?:a|the|my) (?:date|day|place|spot|method|"
        "time|bridge)(?: (?:to|when|where|for|and|i))+ ?(?:do it|<die>|end (?:it|my)|my death|"
        "kill myself|go through with it|jump)",
        "my (?:plan|method) is (?:ready|set|in place|to)~2(?:<die>|jump|overdose|hang|end "
        "(?:it|my)|kill myself)",
        "everything is (?:ready|planned|set|in place) for my (?:death|<sui>|exit|funeral)",
        "i (?:have|ve got) everything (?:i need|ready|planned)(?: to)? (?:<die>|end (?:it|my)|"
        "do it|kill)",
    )
    book.add(
        "plan-means",
        "suicide",
        9800,
        "self now 5 plan means",
        "i?(?:ve| have)?~1(?:got )?a plan and~6(?:<means>|knife)",
        "(?:<means>)(?: (?:are|is|right|here|all|sitting|lying|out|laid|now|lined|up|just|i "
        "have))* (?:in front of me|in (?:my|the) (?:hand|lap|mouth|car right now)|right here|"
        "on (?:the|my) (?:table|bed|desk|nightstand|counter|lap|floor)~2(?:ready|waiting|in "
        "front|and)|(?:is|are|its) (?:ready|loaded|lined up|laid out|all (?:here|ready|laid "
        "out)|set up|tied|waiting)|at my (?:head|temple)|to my head|lined up|around my neck)",
        "(?:i have|ive got|im holding|holding|i am holding|got|sitting (?:here )?with|staring "
        r"at|looking at|im looking at|i put|counting)(?: \w+){0,4} (?:loaded gun|noose|(?:gun|"
        "pistol|rope|bottle of (?:<pills>)|handful of (?:<pills>)|(?:<pills>)|razor blade|"
        "blade)(?: (?:are|is|right|here|all|sitting|lying|out|laid|now|lined|up|just|that|i|"
        "kept))* (?:in (?:my|front)|to my head|ready|loaded|right here|right now|next to|tied|"
        "on the (?:bed|table|floor)))",
        "the (?:noose|rope) is (?:up|ready|tied|hanging|waiting)",
        "(?:i|ive|already)~2tied (?:a|the) noose",
        before=(
            "for my (?:dog|cat|mum|mom|dad|kid|son|daughter|baby)|like (?:a|someone|having)|"
            "as if|felt like|put a|held a|with a"
        ),
        after="of (?:what|how)|for my (?:trip|flight|holiday|vacation|mum|mom|dad|dog|cat)",
    )
    book.add(
        "act-now",
        "suicide",
        9800,
        "self now 5 act",
        "(?:i|ive|just|already)~2(?:took|taken|swallowed|downed|eaten|ate|popped|drank|had|"
        "ingested|used)~2(?:all (?:of )?(?:my|the|of the|these|those)|an? (?:whole|full|"
        "entire|lot of|load of|bunch of|handful of|ton of|lethal|bottle of|box of|packet of|"
        "pack of|fistful of|big)|too many|the (?:whole|entire|rest of|full|bottle of)|every|"
        r"the|over \d+|about \d+|around \d+|like \d+|\d\d+|twenty|thirty|forty|fifty|sixty|"
        r"dozens? of|so many|loads of|tons of)(?: \w+){0,4} ?(?:<pills>|poison|bleach|"
        "antifreeze|pesticide)",
        "(?:i|ive)~1(?:just|already|have)~1(?:overdosed|odd on|od ed|taken an overdose|took "
        "an overdose|slit (?:my|both)|cut (?:my wrists?|too deep|my throat)|hanged myself|"
        "drunk bleach|drank bleach|swallowed (?:bleach|poison|pills))",
        "i (?:overdosed|took an overdose|odd (?:on|again|last|yesterday))",
        "i (?:took|swallowed) (?:them all|all of them|the whole lot|the (?:pills|tablets))(?: "
        "(?:now|already|all|just now|an hour ago|minutes ago|and))?",
        "(?:im|i am|standing|sitting|stood|sat)~3(?:on|at)~1(?:the|a|my) (?:roof|rooftop|"
        r"bridge|ledge|balcony|cliff|window ?sill|railing)(?: \w+){0,7}? (?:looking down|"
        "jump(?:ing)?|let go|over the edge|goodbye)",
        "(?:im|i am|standing|sitting|stood|sat|here)~3(?:on|at|near|over)~1(?:the|a) (?:ledge|"
        "edge of (?:the|a) (?:bridge|roof|building|cliff|platform)|wrong side of the "
        "(?:railing|barrier|fence)|(?:bridge|roof|rooftop|train tracks|tracks|platform|"
        "balcony)~4(?:jump(?:ing)?|looking down|ready to (?:jump|go|<die>|fall)|over the "
        "railing))",
        "(?:im|i am)~1about to jump(?: off)?",
        "(?:ive|i) (?:already )?(?:done it|started)~2(?:bleeding|the pills|its too late)",
        "(?:theres|there is) (?:so much )?blood~4(?:i cut|my wrist|everywhere and i)",
        r"this is it i(?:ve|m)~2(?:taken|took|swallowed|jump\w+)",
        before="he|she|they|who",
        after=(
            "on (?:cake|chocolate|sugar|coffee|caffeine|pizza|candy|sweets|cheese|netflix|tv|memes|carbs|cuteness)|"
            "in(?:to)? (?:a|the|on|to) (?:call|meeting|pool|shower|water|game)|in (?:the "
            ")?(?:pool|shower)|on (?:a|the) call|(?:to|with) (?:conclusions|joy)|he|she|as "
            "prescribed|prescribed|ship|out of my skin|into|to(?: the)? (?:next|conclusion)|"
            "queues?|ropes?|on (?:my|the) (?:bike|trampoline|bed|train|bus)|waiting for (?:the|my) \\d"
        ),
    )
    book.add(
        "attempted",
        "suicide",
        8600,
        "self now 4 thought",
        r"i attempted(?: (?:\w+ )?(?:years?|months?|weeks?|days?|times|ago|once|twice|again|"
        "last|two|three|four|five))+",
        "i (?:tried|attempted|try|have tried|ve tried)~1(?:<killself>|to end it|<sui>|to "
        "(?:<die>)|to overdose|to jump)",
        "ive (?:tried|attempted)~1(?:<killself>|to end it|<sui>|to (?:<die>))",
        "my (?:last |second |third |first |recent |previous )?(?:<sui>) attempts?(?: "
        "(?:failed|didnt work|was|were))?|my (?:last|second|third|recent|previous) attempt "
        "(?:on my life|at (?:<sui>|ending|dying|taking my))",
        "i survived (?:my|a|an) (?:<sui>) attempt",
        "i (?:failed|couldnt even (?:succeed|manage)) (?:at )?(?:to kill|killing) myself",
    )
    book.add(
        "stockpile",
        "suicide",
        8400,
        "self now 4 means",
        "(?:stockpil(?:e|ed|ing)|hoard(?:ed|ing)?|sav(?:ed|ing)(?: up)?|stash(?:ed|ing)?|"
        "collect(?:ed|ing)|keep(?:ing)?|kept|stor(?:ed|ing)(?: up)?|put(?:ting)? aside|"
        "set(?:ting)? aside|hid(?:ing|den)?|counting)~4(?:pills|tablets|my (?:meds|medication|"
        "prescriptions?|pain ?killers|sleeping pills|antidepressants|insulin)|meds)(?: "
        r"\w+){0,6}?(?: just in case| for (?:when|later|the day|that)| so (?:i|that)| until| "
        "in my (?:drawer|closet|room))?",
        "(?:bought|got|purchased|ordered|found|borrowed|getting|buying|loading|loaded)~2(?:a |"
        r"the |my (?:dads?|fathers?|grandfathers?) )?(?:gun|rope|pistol|helium)(?: \w+){0,4} "
        "(?:to (?:<die>|end|do it|kill|use on)|for (?:me|myself)|just in case i|so i can)",
        before="he is|she is|not",
        after=(
            "for (?:my|the|our|a) (?:trip|flight|holiday|vacation|travel|mum|mom|dad|dog|cat|"
            "hurricane|daughter|son|kids)"
        ),
    )
    book.add(
        "insurance",
        "suicide",
        7000,
        "self now 3 method",
        "life insurance~8(?:<sui>|if (?:it|this) look(?:s|ed)? like an accident|worth more "
        "(?:dead|than me))",
        "(?:im|i am|id be) worth more dead(?: than alive)?",
        "(?:would|could|will|d) (?:get|have|be (?:set|better|looked after|taken care of|rich|"
        "ok))~8(?:insurance|pay ?out|pension)~5(?:if i (?:was|were|am) (?:gone|dead)|if i "
        "(?:died|die)|without me|when im gone|if (?:it|this) look(?:s|ed)? like an accident)",
    )


def readiness(book: Book) -> None:
    """Add rules for people who are close to acting."""
    book.add(
        "going-through",
        "suicide",
        8600,
        "self now 4 intent",
        "(?:im|i am|ill|i will)~1(?:going|gonna|planning|about)~1(?:to )?(?:go(?:ing)? "
        ")?through with (?:it|this|my plan|the plan)",
        "(?:walk(?:ing)?|swim(?:ming)?|wad(?:e|ing)|go(?:ing)?|driv(?:e|ing))~1(?:straight |"
        "right |out )?in(?:to)? the (?:sea|ocean|lake|river|water|woods|snow|forest)~1(?:and "
        "(?:not|never|dont|keep)|until i (?:drown|sink|disappear|cant)|(?:not|never) (?:to "
        ")?come back)",
        "(?:flush(?:ed)?|threw (?:away|out)|stopped|thrown (?:away|out)|binned)~1(?:all )?my "
        "(?:meds|medication|pills|tablets|antidepressants|lithium)~12(?:tonight|bridge|sea|"
        "end|over|die|done|goodbye|matter|anymore|need them|going to)",
        "(?:had|held|holding|put)~2(?:pills|tablets|gun|knife|rope|razor|blade|noose)~3(?:in "
        "my (?:hand|hands|mouth|lap)|to my (?:head|wrist|throat|arm)|around my neck|against "
        r"my (?:wrist|skin|throat|head))(?: \w+){0,3}",
        "(?:drove|walked|went|been|driven|driving|walking)~2(?:to|on|onto|up to) (?:the|a|"
        "that) (?:bridge|cliff|tracks|train tracks|roof|rooftop|overpass|edge)~8(?:(?:sat|"
        "stood) there|for (?:an hour|hours)|almost|nearly|couldnt (?:do it|jump)|jump|looking "
        "down|wanted to)",
        r"(?:rehears\w+|practi[cs]\w+|replay\w*|plan(?:ning|ned)? (?:it|out)|pictur\w+|"
        r"visuali[sz]\w+|imagin\w+|thinking through|go over)~4(?:how (?:id|i would|ill|i will|"
        "im going to) (?:do it|<die>|end|kill|go)|my (?:own )?(?:death|funeral|<sui>|hanging)|"
        "the (?:rope|jump|fall))",
        "(?:bought|got|own|borrowed|have|found|keep|keeping|hid)~1(?:a|my|the|dads|his) "
        r"(?:\w+ )?(?:gun|pistol|handgun|revolver|shotgun|noose|rope)~6(?:nobody|no one|none "
        r"of|secret\w*|just in case|for when|dont know|doesnt know|for myself|tempted|keep "
        "looking|thinking)",
        "(?:its|it is|today is|tonight is|tonights|todays|tomorrow is) (?:the last (?:day|"
        "night|time|birthday) (?:of my life|i|ill)|my last (?:day|night|birthday|christmas|"
        "meal|sunrise|sunset))(?: (?:alive|on earth|here|ever|i|that))?",
        "(?:last|final) (?:meal|sunset|sunrise|birthday|christmas|cigarette|drink|walk|drive|"
        "goodnight)~4(?:ill ever|i will ever|alive|goodbye|on earth)",
        "(?:my |the )?(?:date|day|time)~1(?:is|has been)~1(?:set|chosen|picked|decided|"
        "marked)~6(?:itll be over|gone|<die>|dead|my death)",
        "walk(?:ing)? (?:straight |right |out )?into the (?:sea|ocean|lake|river)~1(?:tonight|"
        "tomorrow|and|forever|now)",
        before="not|never|dont|movie|game",
        after=(
            "in (?:the|this) (?:game|movie|book)|of (?:school|work|term|uni|class|the (?:sale|"
            "trip|holiday|season|year|tour|festival|week|month|course|conference))|at (?:work|"
            "school|the (?:office|company|job))|for (?:swim|a swim|hunting)|with my (?:kids|"
            "friends|wife|family)"
        ),
    )
    book.add(
        "calm-after",
        "suicide",
        6200,
        "self now 2 goodbye",
        "(?:everything|its all|things|bills?|debts?|affairs|paperwork|all)~2(?:is|are|s|been|"
        "finally)?~1(?:sorted|arranged|settled|paid|in order|taken care of|packed up|tied "
        "up)~9(?:feel|feeling|felt|im) (?:so |finally |strangely |weirdly )?(?:calm|at peace|"
        "peaceful|free|light)",
        "(?:feel|feeling|felt|im|weirdly|strangely|finally|so)~1(?:calm|at peace|peaceful|"
        "relieved|free|serene)~4(?:now (?:that )?(?:ive|i have|i) (?:decided|made)|decided to|"
        "decision is made|it(?:ll| will) (?:all )?be over|almost over|nearly over)",
        "(?:made|make|making|look(?:s|ed)?|seem)~2like an accident",
        before="car|home|travel|health|pet|not",
        after="claim|report|at work|lawyer|quote",
    )
