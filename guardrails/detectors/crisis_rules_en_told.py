"""English: bodies in danger, and others in danger, told in passing."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def bodies(book: Book) -> None:
    """Add rules for overdoses, withdrawal and allergic shock in plain words."""
    book.add(
        "quiet-mix",
        "medical",
        8800,
        "self now 4",
        "(?:had|took|taken|drank|drunk|downed|swallowed|mixed|washed)~3(?:litre|liter|bottle|whole|lot|loads|pint|handful|box|packet|all)~2"
        "(?:of )?(?:vodka|whisk\\w+|gin|rum|wine|spirits|alcohol|booze)~3(?:and|with|plus|on top of)~3(?:<pills>)",
        "(?:had|took|taken|swallowed|washed)~2(?:all|lots|loads|too many|a lot|a handful|a bunch|my)~2(?:<pills>)~2(?:and|with|plus|down with)~3"
        "(?:bottle|litre|liter|lot|loads|half|whole)~2(?:of )?(?:vodka|whisk\\w+|gin|rum|wine|spirits|alcohol|booze)",
        "(?:used|relapsed|using|shot up|smoked|drank|took)~9(?:more than (?:i )?(?:used to|ever|usual|normal|before|should)|after "
        "(?:rehab|detox|being clean))~9(?:chest|breath\\w*|heart|lips|blue|cant (?:move|feel|stay)|passing out|nodding|numb|wrong|weird)",
        before="not|never|he|she|they|can i|could i|should i|if i|novel|movie|years ago",
        after="in (?:the|this) (?:game|movie|film|book)",
    )
    book.add(
        "withdrawing",
        "medical",
        8200,
        "self now 3",
        "(?:drinking|drunk|on (?:benzos|xanax|valium|heroin|opioids))~9(?:stopped|quit|cold turkey|ran out)~9(?:shak\\w+|sweat\\w+|seeing "
        "(?:bugs|things|spiders|insects|people)|hallucinat\\w+|seizures?|fits?|confus\\w+|hearing)",
        "(?:stopped|quit) (?:drinking|the (?:drink|booze|alcohol)|alcohol|booze)~9(?:shak\\w+|seeing (?:bugs|things|spiders|insects|people)|"
        "hallucinat\\w+|seizures?|fits|confus\\w+)",
        before="not|never|he|she|they|coffee|years ago|stopped|novel|movie",
        after="hands|head|coffee|caffeine|soda|milkshakes?",
    )
    book.add(
        "no-air",
        "medical",
        9000,
        "self now 5",
        "(?:cant|cannot|hard to|struggling to|unable to) (?:breath|breathe|swallow)~4(?:throat|tongue|lips|face|hives|peanuts?|nuts|bee|"
        "wasp|sting|stung|shellfish|allerg\\w+)",
        "(?:throat|tongue|lips|face|airway)~2(?:clos\\w+(?: up)?|swell\\w+|swollen|tighten\\w+|puff\\w+)~5(?:peanuts?|nuts|bee|wasp|sting|stung|"
        "shellfish|prawns?|shrimp|allerg\\w+|ate|eating|epi ?pen|breathe?|antibiotics?|injection)",
        "(?:ate|eaten|stung|bitten|sting)~7(?:throat|tongue|lips|airway)~2(?:clos\\w+|swell\\w+|swollen|tighten\\w+)",
        before="not|never|novel|movie|dentist|he laughed so hard he",
        after="(?:laugh\\w*|dentist)|in (?:the|this) (?:game|movie|film|book)|filler",
    )


def told(book: Book) -> None:
    """Add rules for somebody else who is in danger, as those near them tell it."""
    book.add(
        "told-overdose",
        "suicide",
        9000,
        "other now 5 danger",
        "(?:<he>)~2(?:has |have )?(?:took|taken|swallowed|downed|drank|had)~1(?:all|the whole|a whole|too many|a lot of|lots of|loads of|a bunch of|"
        "a handful of|an entire|double|triple)~2(?:of )?(?:his|her|their|the|my)?~2(?:<pills>|heart pills|sedatives|opioids|methadone|"
        "sleepers|blood pressure (?:pills|tablets))",
        "(?:<he>)~2(?:has |have )?(?:took|taken|swallowed)~2(?:<pills>)~9(?:slur\\w+|drowsy|unconscious|not making sense|confused|cant wake|wont wake|"
        "blue|not breathing|passing out|passed out|limp)",
        before="character|movie|not|never|if",
        after="as prescribed|in (?:the|this) (?:game|movie|film|book)|(?:home|away|to (?:the|school))|for (?:his|her) (?:trip|flight)",
    )
    book.add(
        "told-neck",
        "suicide",
        9000,
        "other now 5 danger",
        "(?:<he>)~4(?:tied|wrapped|put|pulled)~1(?:something|a belt|his belt|her belt|a cord|a rope|a cable|a sheet|a string|laces|shoelaces|a lead|"
        "it)~2(?:round|around) (?:his|her|their) (?:neck|throat)",
        "(?:<he>)~6(?:said|says|texted|wrote|told me|messaged)~3(?:take care of|look after|feed|watch over)~1(?:my|the|our|his|her)~1(?:dog|cat|"
        "kids?|children|mum|mom|sister|brother|son|daughter|baby)~9(?:hung up|phone is off|switched off|wont answer|not answering|"
        "(?:been|is|was)~1(?:low|down|depressed|not (?:well|ok|okay))|disappeared|gone|blocked)",
        before="character|movie|novel|game",
        after="in (?:the|this) (?:game|movie|film|book)",
    )
    book.add(
        "told-neck-own",
        "suicide",
        9400,
        "self now 4 method",
        "(?:i|ive|i have)~2(?:tied|wrapped|put|pulled|had)~1(?:something|a belt|my belt|a cord|a rope|a cable|a sheet|a string|laces|shoelaces|a "
        "lead|it)~2(?:round|around) my (?:neck|throat)",
        "(?:tried|trying|attempt\\w*) to (?:choke|strangle|suffocate|asphyxiate|smother) <self>",
        before="not|never|game|movie",
        after="(?:for|because of) (?:the )?(?:cold|warmth|snow|winter)|in (?:the|this) (?:game|movie|film|book)",
    )
    book.add(
        "told-child",
        "abuse",
        8000,
        "other now 3 danger",
        "(?:<abuser>|step ?dad|step ?mum|step ?mom|dad|daddy|mum|mom|uncle|grandad|grandpa|babysitter)~1(?:hurts?|hits?|beats?|kicks?|slaps?|punch\\w*|locks?|burns?|starves?|shakes|chok\\w+)"
        "~1(?:my|our|the|his|her|their) (?:\\w+ )?(?:bro|brother|sis|sister|kids?|child|children|baby|son|daughter|nephew|niece|grandson|"
        "granddaughter|twins|toddler)",
        "(?:<kin>)~6(?:black eye|bruises?|burns|marks)~9(?:(?:says?|said|claims?|tells?|telling|insists?) (?:she|he|they|its|that|it) ?(?:fell|"
        "walked|tripped|bumped|was|nothing)?|fell|walked into|keeps? making excuses|wont say|scared)",
        "(?:<kin>|he|she)~2(?:says?|said|told)~6(?:grandpa|grandad|uncle|stepdad|step ?dad|daddy|dad|teacher|coach|babysitter|neighbou?r|"
        "cousin|brother|priest|he|a man)~6(?:secret|special|touch\\w*|tickl\\w+)~3(?:games?|private\\w*|no clothes|undress\\w*|naked|down "
        "there|bed|bath)",
        "(?:secret|special) games?~6(?:no clothes|naked|undress\\w*|private parts?|underwear|down there|without clothes)",
        before="character|movie|novel|game|not|never",
        after=(
            "at (?:chess|fifa|tennis|mario|cards)|in (?:the|this|a) (?:game|movie|film|book|race|match)|up (?:at|from)|goal|feelings|on "
            "the (?:team|list)|off|playing (?:football|rugby|hockey)|boxing|s? (?:school|team)"
        ),
    )
    book.add(
        "told-mind",
        "psychosis",
        7400,
        "other now 2 danger",
        "(?:<he>)~3(?:thinks?|believes?|says?|convinced|insists?|swears?|keeps saying|claims?|sure)~6(?:(?:food|water|pills|meds|tea|coffee|milk) (?:is|"
        "are) (?:poison\\w*|drugged)|(?:tv|television|radio|phone|fridge)~1(?:is )?(?:talk\\w*|speak\\w*|send\\w*) to|replaced by|impost[eo]rs?|"
        "(?:being )?(?:followed|watched|bugged) by|(?:cameras|microphones|chips?|bugs) in (?:the|his|her|our)|(?:neighbou?rs|police|"
        "government|doctors) (?:are|is) (?:spying|poison\\w*|watching|after|sending)|(?:jesus|god|the messiah|chosen))",
        "(?:stopped|stopped taking|off|came off|quit|wont take|refuses)~1(?:his|her|their) (?:meds|medication|tablets|pills|lithium)~9(?:thinks?|"
        "hears?|hearing|seeing|voices|replaced|impost[eo]r|paranoid|god|not sleeping|naked|shouting|violent)",
        before="character|movie|novel|game|show",
        after="in (?:the|this|that) (?:game|movie|film|book|show|series|episode)|fiction|prank|(?:tv|lord|father)",
    )
    book.add(
        "told-threat",
        "violence",
        8600,
        "other now 4 danger",
        "(?:<he>|boy|girl|kid|guy|someone|somebody|student|classmate|pupil|man)~6(?:hes |shes |theyre )?(?:going to|gonna|wants? to|will|plans? to|planning "
        "to|threaten\\w* to)~1(?:shoot up|blow up|bomb|attack|burn down|shoot everyone at|stab (?:someone|people|everyone|kids) at)~1(?:the|our|my|his|her|"
        "a|this)~1(?:school|college|uni|university|mosque|church|synagogue|temple|mall|office|hospital|station|parade|concert|class)",
        before="character|movie|novel|game|show",
        after="in (?:the|this) (?:game|movie|film|book|show)|with (?:balloons|confetti)",
    )
    book.add(
        "told-hands",
        "sexual_violence",
        8400,
        "self now 3",
        "(?:put|puts|putting|slid|slides|slipped|shoved|shoves|stuck|got|had)~1(?:his|her|their) (?:hands?|fingers)~2(?:up|down|under|in|inside|"
        "between) my (?:skirt|shirt|top|trousers|pants|dress|bra|shorts|knickers|underwear|legs|thighs?|breasts?|chest|bum|bottom|"
        "arse|butt|crotch|uniform)",
        "(?:grandpa|grandad|uncle|stepdad|step ?dad|coach|priest|pastor|imam|guard|warden|staff|(?:the|a|that|this|some) (?:man|guy|men|guard|"
        "boy))~6(?:does|did|do|doing|made me do)~1(?:bad |sexual |dirty |nasty )?(?:things|stuff) (?:to|with) me",
        "(?:<abuser>)~3(?:does|did|do|doing|made me do)~1(?:bad |sexual |dirty |nasty )?(?:things|stuff) to me~9(?:owe|tell|secret|scared|dont "
        "want|sleep|hurt\\w*|cry|stop|kill|quiet|afraid|ashamed|disgusting)",
        "(?:threw|throws|pour\\w*|chuck\\w*|tipped|flung)~5(?:hot|boiling|scalding|acid|pan|kettle|bleach)~5(?:at|over|on|in) (?:me|my (?:face|"
        "legs?|arms?|back|head|hands?))",
        "(?:keeps?|puts?|leaves?|has|had|holds?|cleans?|waves?|gets?|got|put|left)~1(?:a|the|his|her) (?:loaded )?(?:gun|knife|machete|rifle|pistol|"
        "shotgun)~3(?:on the (?:table|bed|sofa|counter)|out|next to (?:him|her|me)|beside (?:him|her)|in (?:his|her) hand|near)~3(?:when(?:ever)?|"
        "while|if|every time) (?:we|i|he|she)~2(?:argue|arguing|fight|fighting|talk|row|disagree|shouts?|drinks?|angry|cry)",
        before="song|music|voice|smile|movie|novel|game|character|doctor|nurse|gynaecologist",
        after="in (?:the|this) (?:game|movie|film|book|show)|by (?:accident|mistake)|for (?:the|a) (?:scan|exam|check)",
    )
