"""English: goodbyes, and cues that mean something only together."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def goodbyes(book: Book) -> None:
    """Add rules for goodbyes and last arrangements."""
    book.add(
        "goodbye",
        "suicide",
        8400,
        "self now 3 goodbye",
        "(?:this|these|it)(?: is| are| will be| may be| might be|ll be| could be) (?:my |the |"
        "our )?(?:(?:final|last) (?:goodbye|good bye|message|words?|text|letter|post|note|"
        "conversation|chat|night (?:on earth|alive|here)|day (?:on earth|alive)|time (?:i|we|"
        "you|ill|youll))|farewell|goodbye(?: forever| everyone| world| for good| then)?|good "
        "bye)",
        r"(?:good ?bye|bye|farewell)(?: \w+)? (?:forever|for ?ever|world|cruel world|for good|"
        "everyone (?:i|im|thank|its)|this life|life|all of you|to (?:everyone|you all|this "
        "(?:world|life)|life))",
        r"(?:by the time|when|if) (?:you|u|anyone|someone|they|he|she)(?: \w+)? (?:read|see|"
        r"find|get|reads|sees|finds|gets)(?: \w+)? (?:this|me|the note|my note|this note|my "
        "body|this letter|this message)~4(?:gone|dead|too late|be over|no longer|wont be|will "
        "be|ill be|already)",
        r"(?:you|u|they|nobody|no one|people)(?: \w+)? (?:wont|will not|will never|not|"
        "never)~1(?:hear from|see|be bothered by|have to (?:deal with|worry about|put up with|"
        "see))~1me (?:again|<more>|ever again|alive)",
        "(?:take care of|look after|feed|find a home for|rehome|adopt|take)~1my~1(?:dog|cat|"
        "pets?|kids?|children|son|daughter|mum|mom|rabbit|bird|plants)~3(?:when im gone|after "
        "im gone|once im gone|for me when|if im not|for me please i|if i dont (?:come back|"
        "wake|make it)|im not going to be|when i am gone|without me|in case)",
        "(?:when|once|after) (?:im|i am) (?:dead|no longer (?:here|around|alive)|dead and gone)",
        "(?:i|ill|im)~1(?:wont|will not|not going to|not gonna|probably wont|might not|may "
        "not|wouldnt|never)~1be (?:(?:here|around|alive) (?:<more>|much longer|for much "
        "longer|to see (?:it|that|them|my|another)|after (?:tonight|this|christmas))|alive "
        "(?:by|next|tomorrow|for))",
        "(?:i|ive|already|have|just)~2(?:wrote|written|writing|finished|finish|typed|left|"
        "leaving|drafting|planned)~2(?:my |a |the |some |all (?:my|the) |letters? |out "
        ")*(?:<sui> notes?|<sui> letters?|good ?bye (?:notes?|letters?|messages?|videos?)|"
        "farewell (?:notes?|letters?)|final letters?|final notes?|last letters?|notes? (?:for|"
        "to) (?:my (?:family|kids|mum|mom|parents|wife|husband|children)|everyone|them to "
        "find|when (?:they|you) find)|letters? (?:for|to) (?:everyone|my (?:family|kids|"
        "children|parents|mum|mom))(?: for (?:when|after)| to (?:find|open|read)))",
        "(?:<sui>|good ?bye) (?:note|letter) is (?:written|ready|done|finished|on)",
        r"(?:said|saying|say|said all) (?:my|our) (?:good ?byes|goodbye)s?(?: to (?:every\w+|"
        "my|the|you|them|life|this world))?",
        "(?:meet|see|join|be with|reunite with|be reunited with|find)~1(?:you|her|him|them|my "
        "(?:mum|mom|mother|dad|father|husband|wife|son|daughter|baby|brother|sister|nan|gran|"
        "grandma|grandad|grandfather|grandmother|best friend|dog))(?: again)? (?:on the other "
        "side|in heaven|in the next life|in the afterlife|up there|in death)",
        r"(?:<want>|going to|gonna|ready to|time to)~1(?:join|be with) (?:my (?:\w+ )?(?:mum|"
        "mom|mother|dad|father|husband|wife|son|daughter|baby|brother|sister|nan|gran|grandma|"
        "grandad|grandfather|grandmother)|her|him|them) (?:in heaven|on the other side|up "
        "there|again in|in the (?:ground|grave|afterlife))",
        r"(?:god|jesus|the lord|allah|my (?:dead|late) \w+)(?: is| s)? (?:calling|call|take|"
        "taking|wants|calls) me home",
        before="he|she|who|say|said to",
        after=(
            "on the ticket|at the (?:office|company|meeting|party)|of (?:school|work|term|"
            "semester)|tour|in (?:class|the office)|for (?:christmas dinner|dinner|lunch|the "
            "meeting|work|class|the party|a (?:week|few days|while))|to the (?:office|party|"
            "meeting)|from (?:vacation|holiday)|, reschedule|we met|i (?:order|buy|book|fly|"
            "use|shop|eat|come|go to|trust|help|work)|on (?:holiday|vacation|leave)"
        ),
    )
    book.add(
        "tell-them",
        "suicide",
        6500,
        "self now 2 goodbye",
        r"(?:tell|let)~1(?:my (?:\w+ )?(?:mum|mom|mother|dad|father|family|kids?|children|"
        "sister|brother|wife|husband|son|daughter|parents|girlfriend|boyfriend|friends?|dog|"
        "cat|nan|gran|grandma)|them|her|him|everyone|every ?body)(?: know)?(?: that)?~1(?:i "
        "(?:love|loved|am sorry|was sorry|tried|always loved)|im sorry|it wasnt their fault|"
        "its not (?:their|her|his) fault|it (?:isnt|wasnt|was not) (?:their|her|his))",
        before=(
            "i|to|always|never|when i|and i|should i|how do i|how to|can i|could i|want to|"
            "wanted to|ill|did i|not|who"
        ),
        after=(
            "(?:for|on|about) (?:his|her|their|the) (?:birthday|anniversary|gift)|the (?:gift|"
            "cake|dinner)|(?:her|his|their|the|your|this|that) "
        ),
    )
    book.add(
        "affairs",
        "suicide",
        6200,
        "self now 2 goodbye",
        r"(?:giv(?:e|ing|en)|gave|give) (?:away )?(?:all )?(?:of )?my (?:\w+ )?(?:stuff|things|"
        "belongings|possessions|valuables|treasures|savings|pets?|dog|cat|records|collection|"
        r"jewell?ery|guitar|clothes|favou?rite \w+) (?:away|to (?:people|my (?:friends?|sister|"
        r"brother|family|\w+)|everyone|others|whoever)(?: because)?)(?: \w+)?",
        r"(?:giv(?:e|ing|en)|gave) away (?:all |everything|my (?:\w+ )?(?:stuff|things|"
        "belongings|possessions|valuables|pets?|dog|cat|collection|guitar|records|jewell?ery|"
        "savings|money|clothes)|everything (?:i own|i have|that matters))",
        "(?:put|putting|get|getting|got|have)(?: all)? (?:of )?my affairs in order|"
        "(?:sort(?:ed|ing)?|written|writing)(?: out)?(?: all)? my (?:will|funeral|passwords|"
        "paperwork)~1(?:for (?:when|my)|before i (?:go|leave|<die>)|so (?:they|nobody|my|no "
        "one) (?:wont|dont|doesnt|will|can))",
        "(?:wrote|writing|made|making|finished) (?:out )?my will (?:tonight|last night)",
        "i (?:wont|will not|dont) need (?:it|them|this|any of (?:it|this)|my (?:stuff|"
        "things)) where im going",
        after=(
            "charity|(?:the )?(?:goodwill|salvation army|charity|shelter|thrift|donation|"
            r"oxfam|recycling)|because im (?:moving|decluttering|downsizing|minimal\w+)|for "
            "(?:charity|tax|my (?:trip|move|mortgage|visa|taxes))|to charity|before (?:the "
            "move|moving|surgery|we move|my trip|vacation)|on (?:ebay|craigslist)|old"
        ),
    )


def cues(book: Book) -> None:
    """Add distress, and cues that mean nothing alone."""
    book.add(
        "loss",
        "",
        0,
        "",
        "(?:lost|losing|got fired from|fired from|laid off from|let go from) my (?:job|house|"
        "home|wife|husband|mum|mom|mother|dad|father|son|daughter|baby|child|kids|best friend|"
        "partner|everything|brother|sister|family|business|career|savings|scholarship|visa)",
        "(?:got|been|was|just)~1(?:fired|laid off|made redundant|dumped|evicted|expelled|"
        "divorced|diagnosed|arrested|rejected|kicked out|bankrupt)",
        r"(?:my )?(?:boyfriend|girlfriend|wife|husband|partner|fiance\w*|bf|gf|she|"
        r"he)~2(?:left|dumped|cheated on|broke up with|divorc\w+|is leaving|walked out on) "
        "?(?:me)?",
        "broke(?:n)? up with me|we broke up|breakup|break up with me",
        "(?:ive |i |weve |have )lost (?:everything|it all|everyone)|declared bankruptcy|gone bankrupt|(?:bank|house) (?:is )?foreclos\\w+",
        r"(?:failed|failing|flunked) (?:all |out|my |every|the )(?:\w+ )?(?:exams?|finals?|"
        "class|classes|course|year|everything|of (?:school|uni|college)|a levels|boards)?",
        "passed away|died (?:last|this|yesterday|recently|on|in)|funeral (?:was|is)|since "
        "(?:he|she|they) died",
        bare=True,
    )
    book.add(
        "distress",
        "distress",
        4000,
        "self now 1",
        "i (?:hate|despise|loathe|cant stand) (?:myself|my life|being me|who i am|everything "
        "about (?:me|myself))",
        "(?:im|i am|i feel|i felt|i feel so|feel so|feeling so|feel|feeling|feels|felt|been "
        "feeling|so|everything (?:is|feels)|life (?:is|feels)|completely|its all) (?:hopeless|"
        "worthless|alone and|so alone|completely alone|all alone|useless|empty(?: inside)?|invisible|"
        "utterly (?:alone|lost)|numb|broken|trapped|desperate|helpless|so lost|(?:like )?(?:such )?a failure|dead inside|"
        "unloved|unwanted|nothing|disgusting|so depressed|really depressed|depressed|"
        r"suffocat\w+|like (?:nothing|giving up)|miserable|overwhelmed|at rock bottom|so low|"
        "really low|very low|done)",
        "(?:i feel|i felt|feeling|feel) (?:alone|lonely)",
        "(?:no ?one|nobody) (?:cares|loves me|likes me|understands me|wants me|would care|"
        "gives a|listens|needs me)(?: (?:about|if|for) me)?",
        "(?:crying|cry|cried|sobbing) (?:myself to sleep|every (?:day|night)|all (?:day|"
        r"night)|nonstop|for (?:hours|days)|uncontrollabl\w+)",
        "(?:hit|reached|at|near) (?:my )?(?:rock bottom|breaking point|lowest point)",
        "(?:im|i am|i feel like im|my (?:whole )?(?:life|world) is) (?:falling|breaking) "
        "(?:apart|down)(?: inside)?",
        "(?:dont|do not) know (?:what to do|how to cope|how to go on|where to turn|who to "
        "turn to)(?: (?:<more>))",
        "(?:i )?(?:cant|cannot) (?:cope|stop crying|get out of bed|breathe <more>|feel anything)",
        "(?:im|i am) (?:not ok(?:ay)?|struggling (?:so|a lot|really|to cope|to get|with "
        "(?:depression|my mental))|drowning|spiral+ing|in (?:so much|a lot of|constant|"
        "unbearable) pain|losing (?:it|my mind|hope)|a mess|going under|done (?:with "
        "(?:everything|it all|this)|trying|fighting|pretending))",
        "(?:everything|it all|nothing) (?:is pointless|feels pointless|is falling apart|hurts|"
        "matters <more>|makes sense <more>|feels heavy|is too much)",
        "(?:the )?pain (?:is|has|feels|never|wont|just)~2(?:unbearable|too much|stop|ends?|"
        "stops|constant|killing)",
        "(?:i have|ive got|there is|theres) (?:no ?one|nobody)(?: left)?(?: (?:to talk to|to "
        "turn to|who cares|for me|here for me))?",
        r"(?:everyone|everybody|they all) (?:hates?|leaves?|left|abandon\w*) me",
        before="not|dont|never|is this|your|the|isnt|arent|if you|when you|of the",
        after=(
            "to (?:say|see|know|hear|help|tell|inform|work|offer|add|do with)|battery|stomach|"
            "in (?:emails?|work|paperwork|homework|debt|laundry|meetings|admin|boxes)|(?:job|work|boss|project|essay|course|app|phone|game|book|company|task|shift|diet|homework)|"
            "(?:seats?|house|tank|fridge|promises|threats|words)|at (?:math|maths|cooking|"
            "chess|sports|this (?:game|level))|in (?:my car|bed|the car|the office)|with "
            "(?:work|my (?:tooth|back|knee)|this (?:recipe|puzzle|game|level))|romantic|to go|"
            "by (?:the|all the) (?:choices|options|number)|on (?:this|that|my) (?:diet|game|"
            r"puzzle|level|recipe)|at \w+|in (?:a|the|this|an) (?:\w+ )?(?:meeting|traffic|"
            "queue|lift|elevator|call|class|line|lecture)|about (?:this|that|the|my|it|a)"
        ),
    )
    book.add(
        "height",
        "",
        0,
        "",
        "(?:bridges?|buildings?|rooftops?|roofs?|cliffs?|towers?|parking (?:garage|structure)|"
        r"car park|balcon\w+|overpass\w*|viaduct|train (?:tracks?|station)|observation deck|"
        r"floors?)~9(?:tall\w*|high\w*|height|metres|meters|feet|ft|storeys?|stories|access\w*|"
        "closest|nearest|near me|open (?:at night|to the public)|railings?|how far|drop|"
        "without (?:barriers?|fences?)|pedestrian|trains? (?:pass|run))",
        r"(?:tall\w*|high\w*|height|closest|nearest|metres|meters|feet|how (?:tall|high|"
        "far))~7(?:bridges?|buildings?|rooftops?|roofs?|cliffs?|towers?|balcony|overpass|viaduct|car "
        "park|parking (?:garage|structure))",
        bare=True,
    )
    book.add(
        "have-means",
        "",
        0,
        "",
        "(?:i have|ive got|i own|i bought|i got|i keep|theres|there is|access to|have)~4(?:a "
        "gun|guns|my (?:dads?|fathers?) gun|a rope|a noose|(?:bottle|lot|bunch|bag|drawer|"
        "stash|box|pile|enough)(?: full)? of (?:<pills>)|enough (?:<pills>)|(?:sleeping|"
        "leftover|old|spare) (?:<pills>)|the pills|razor ?blades?|blades)",
        "(?:which|what|how (?:many|much))~3(?:<pills>)~6(?:mix|combine|together|at once|"
        "strongest|dangerous|overdose|toxic|maximum|safe limit)",
        "(?:where|how) (?:can|do|could|to|would) (?:i )?(?:buy|get|find) (?:a gun|rope|a rope|"
        "helium|sleeping pills|poison|a handgun)",
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
        "(?:thank (?:you|u)|thanks|grateful)~2(?:for (?:everything|all|being|trying|listening|"
        "loving|putting up|the (?:good )?(?:times|memories)|always))",
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
        "(?:its|it is|it will|itll|will|soon|everything will|everythingll)(?: all| be| all be|"
        " soon be)? (?:all )?(?:over|better this way|finally (?:over|quiet)|for the best|"
        "time(?: for me)? to go)",
        "(?:im|i am) (?:finally )?(?:at peace|free|calm(?: now)?|done(?: now)?|ready|going "
        "away)(?: now)?",
        "(?:i )?wont (?:be (?:a )?(?:bother|burden|here|around)|bother (?:you|anyone)|hurt <more>)",
        "no ?more pain",
        "for the last time|(?:when|once|after|if) (?:im|i am) gone",
        bare=True,
    )
    book.add(
        "tonight",
        "",
        0,
        "",
        "<when>",
        "right now",
        "soon",
        bare=True,
    )
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
    book.add(
        "giving-up",
        "distress",
        4000,
        "self now 1",
        "(?:i )?(?:am |im |just |ive )?(?:giving|gave|given|give) up(?: on (?:everything|"
        "trying|myself|people|it all))?(?: (?:<more>|now))?",
        after=r"\w+",
    )
