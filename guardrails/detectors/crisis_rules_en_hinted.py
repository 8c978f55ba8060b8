"""English: last arrangements, captors and minds adrift, hinted at."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def hinted(book: Book) -> None:
    """Add rules for a death that is prepared or longed for, in other words."""
    book.add(
        "passing-arranged",
        "suicide",
        7600,
        "self now 2 goodbye",
        "(?:writing|written|wrote|finished)~2letters~1(?:to|for) (?:everyone|each of (?:them|you|my)|all of (?:them|you)|everybody|my whole family)",
        "(?:rehomed|found (?:a )?(?:new )?homes? for|given away|gave away)~1my (?:cats?|dogs?|pets?|rabbits?|birds?|hamsters?)",
        "so (?:that )?(?:nobody|no one|they|she|he|my \\w+)~3(?:left|stuck|burdened|lumbered|saddled) with~4(?:mess|bills?|debts?|it)~4(?:go|gone|dead|<die>)",
        "(?:calm|peaceful|at peace|relieved|free|lighter|better)~2(?:now|since|once|after)~1(?:that )?(?:i|ive|i have)~1(?:picked|chose|chosen|set|decided "
        "on|settled on|fixed)~1(?:a|the|my) (?:date|day|way|time|method|place)",
        "(?:want|wanted|need) out before it gets",
        before="not|never|novel|movie|he|she|they|who",
        after=(
            "for (?:the|our|a|his|her) \\w+|for my (?:wedding|exam|driving|party|move|trip|operation|surgery|birth|interview|test)|because (?:of|we|im|my|i am)(?: my| our| the| her| his)? (?:moving|"
            "allerg\\w*|going|landlord|the move)|(?:to|with) (?:my|a) (?:friend|neighbour|neighbor) (?:for|while)|cards?"
        ),
    )
    book.add(
        "passing-longing",
        "suicide",
        7600,
        "self now 1 wish",
        "(?:everyone|everybody|they|youll|theyll|you|my (?:family|kids|children|wife|husband|parents|friends|mum|mom))(?: all)?(?: will| would|ll|d)?~1(?:be|cope|"
        "manage|do|get on)~1(?:fine|ok|okay|all right|alright|well) without me",
        "(?:happier|better|relieved|easier)~2(?:if|once|when) i~1(?:was |were |am |is )?(?:no longer|not) (?:breathing|alive|living|around)",
        "by my own hand",
        "attempts?~6(?:one coming|next one|another one|coming on|again soon|building)",
        "(?:two|three|several|previous|past|my|many)~1attempts?~6(?:coming|next one|another one|again soon|building)",
        "(?:(?:it|everything|this|life|living)(?: is|s)? )?(?:hurts?|too painful|too hard|too much)~2(?:much )?to (?:keep|go on|carry on|continue) (?:living|being alive|existing|breathing)",
        "(?:died|passed|dead|gone|heaven|buried|lost)[^a-z0-9]{1,3}(?:[a-z0-9]+[^a-z0-9]{1,3}){0,12}(?:ill|i will|im going to|i want to|time to|i should) (?:go|come|be "
        "going) to (?:him|her|them)",
        "(?:want to|going to|gonna) go to (?:him|her|them) (?:in (?:heaven|the next)|soon|now|where (?:he|she|they))",
        before="not|never|novel|movie|who",
        after=(
            "for (?:one|a|two|an|the) (?:day|week|weekend|evening|night|hour|meeting)|today|tomorrow|this (?:week|weekend|evening)|on (?:monday|tuesday|wednesday|"
            "thursday|friday|saturday|sunday)|while (?:i|im)|at (?:the|work)|for (?:lunch|dinner|christmas|help|advice)"
        ),
    )
    book.add(
        "passing-rehomed",
        "suicide",
        7600,
        "self now 1 wish",
        "(?:found|finding|sorted|got)~1(?:a |him a |her a )?(?:new |good |kind |safe )*home for (?:\\w+ ){0,3}\\w+[^a-z0-9]{1,3}(?:and |so )?"
        "(?:he|she|it|they)(?:ll| will)~1be~1(?:fine|ok|okay|all ?right|safe|loved|happier|better(?: off)?) without me",
        "(?:took|taken|brought|dropped) (?:off )?(?:the|my) (?:dogs?|cats?|rabbits?|pets?|birds?|hamster|parrot|budgie|pony|horse) (?:off )?"
        r"to (?:\w+[^a-z0-9]{1,3}){1,4}(?:\w+ ){0,3}doesnt know (?:yet )?its for (?:good|ever)",
        before="not|never|novel|movie",
        after="(?:for|while|until|till|when|because|there|in|at) \\w+",
    )


def held(book: Book) -> None:
    """Add rules for people who are ruled, followed or used by somebody."""
    book.add(
        "held-ruled",
        "abuse",
        7800,
        "self now 2",
        "(?:<abuser>)~4(?:goes?|comes?|came|went|go) (?:at|for) (?:me|us|my \\w+)~2with~2(?:belt|stick|cable|hammer|bat|knife|slipper|cane|bottle|fists?|shoe|cord|broom)",
        "(?:have|need|got|must) to ask (?:him|her|them|my \\w+)~1(?:before|if|first|permission|for permission)~4(?:eat|leave|sleep|spend|go|talk|call|shower|buy|see|use)",
        "(?:<abuser>|my ex)(?: is|s| has|ve)?~3(?:parked|sitting|waiting|standing|lurking|hanging around) outside my (?:house|building|flat|work|home|place|office|"
        "school|door|apartment|window)~6(?:again|nights?|days|hours|watching|wont leave|scared|every|running|all night|since|afraid)",
        "(?:says?|said|threaten\\w*|swears?|swore)~2(?:shell|hell|theyll|she will|he will|to|shes going to|hes going to)~1(?:kill|hurt|drown|smother|harm)~1(?:the|my|our) "
        "(?:\\w+ )?(?:baby|kids?|children|son|daughter|dog|cat|mum|mom|family)",
        "(?:<abuser>)(?: \\w+){0,9} (?:with|has|holding|got|waving) (?:a|the|his|her) (?:<weapon>)~6(?:kill|stab|hurt|shoot|cut)~1(?:us|me|everyone|them|mum|mom|all)",
        before="character|movie|novel|game|taxi|postman|driver|courier|not|never",
        after="in (?:the|this) (?:game|movie|film|book|show)|with (?:kindness|love)|for (?:my|a) (?:taxi|cab|lift|delivery)|to (?:pick|collect|drive)",
    )
    book.add(
        "held-used",
        "sexual_violence",
        8400,
        "self now 3",
        "(?:makes?|making|made|forces?|forced|forcing)~1me~1(?:to )?send~2(?:pics|pictures|photos|nudes|videos|selfies)",
        "(?:<abuser>|priest|pastor|boss|manager|landlord)~1(?:forces|forced|forcing|makes) me~5(?:every night|even when|when i cry|in bed|when im asleep|although i|when i say no|"
        "at night|and i cry)",
        "(?:something|it) happened to me~9(?:drunk|drugged|blacked out|black out|cant remember|dont remember|bleeding|passed out|spiked|woke up)",
        "(?:too )?(?:drunk|drugged|out of it|high|wasted) to (?:say (?:no|stop)|consent|stop (?:him|it|them)|fight back|know what)",
        before="movie|novel|game|character|not|never",
        after="in (?:the|this) (?:game|movie|film|book|show)|of (?:the|my) (?:holiday|dog|cat|food|trip|cake|work|project|homework)|for (?:the|my) (?:passport|project|visa)",
    )


def adrift(book: Book) -> None:
    """Add rules for minds adrift, violence thought of, and bodies in danger, hinted at."""
    book.add(
        "adrift",
        "psychosis",
        7600,
        "self now 2",
        "(?:put|planted|implanted|inserted|hid|placed)~3(?:wires?|electrodes?|sensors?|speakers?|antennas?|microphones?|receivers?) (?:in|inside|under|into) my (?:teeth|head|brain|"
        "ears?|body|skin|tooth|jaw|walls?|skull)",
        "(?:they|neighbou?rs|people|everyone|he|she|government|police)~2(?:hear|hearing|read|reading|listen to|know|steal|stealing)~1my thoughts",
        "(?:dont|do not|cant|cannot|no longer)~1(?:know|tell) (?:whats|what is|whether .{0,12}) real(?: (?:<more>|or|and))?",
        "(?:faces?|walls?|floor|people)~1(?:are|is|keep)~1(?:melting|breathing|morphing|changing shape|dissolving|whispering)",
        before="movie|novel|game|dream|not|never",
        after="in (?:the|this|my) (?:game|movie|film|book|show|dream|painting)|out of (?:wax|cheese)|price|deal",
    )
    book.add(
        "adrift-violence",
        "violence",
        8200,
        "self now 3 thought",
        "(?:pillow|blanket|plastic bag|hand) over (?:the |my |his |her |their )?(?:baby|babys|child|childs|kids?|mum|mums|husband|husbands|wife|wifes|newborn|newborns|son|sons|daughter|"
        "daughters|his|her) ?(?:s )?(?:face|mouth|head)",
        "how easy it (?:would|could|d)~1be to (?:kill|end|hurt|poison|smother|push|stab|drown|shoot|choke|strangle) (?:him|her|them|my (?:\\w+ )?(?:<relatives>)|everyone|people)",
        "(?:they|he|she|everyone|those people|all of them)(?: will|ll| are going to| is going to| gonna)~1(?:regret|pay|be sorry|see|suffer)[^a-z0-9]{1,3}(?:[a-z0-9]+[^a-z0-9]{1,3}){0,14}"
        "(?:i have|ive got|i got|i own|i bought|my) (?:a |an |my |the )?(?:<weapon>)",
        before="movie|novel|game|character|not|never|chapter",
        after="in (?:the|this) (?:game|movie|film|book|show|novel|chess)|at (?:chess|cards)",
    )
    book.add(
        "adrift-body",
        "medical",
        9000,
        "self now 5",
        "(?:took|taken|swallowed|drank|downed|finished) (?:the|a) whole (?:bottle|box|packet|pack|blister|jar|lot|tub)~9(?:hour|minutes?|mins|ago|sleepy|dizzy|drowsy|now|numb|sick|die|regret|"
        "scared|help)",
        "(?:face|mouth|eye|eyelid)~1(?:dropped|drooped|fallen|drooping|drops|droops|sagging|sagged)~3(?:side|left|right|and|suddenly|down)",
        "(?:side|left side|right side)~2(?:of (?:his|her|my|their) (?:face|body))~2(?:dropped|drooping|numb|weak|paraly\\w+|dead)",
        "waters? broke~6(?:blood|bleeding|weeks)|\\d\\d weeks~6(?:blood|bleeding)",
        "(?:sugar|glucose|ketones|blood sugar)~6(?:vomit\\w*|cant stay awake|drowsy|confused|passing out|shaking|faint\\w*|unconscious)",
        "(?:pregnant|weeks pregnant|in labou?r)~6(?:bleeding|blood|waters? broke|cant feel (?:the )?baby|baby (?:stopped|not) moving)|(?:bleeding|blood)~6(?:pregnant|weeks pregnant)",
        "(?:having|in|has|had|is) a (?:fit|seizure)~3(?:wont stop|not stop\\w*|cant stop|isnt stopping|still|minutes|shaking|foaming|blue|turning)",
        before="movie|novel|game|if|signs of|what (?:if|are)|never|not|years ago",
        after="in (?:the|this) (?:game|movie|film|book|show)|of (?:wine|ketchup|water|milk|juice|coke|shampoo|laughter|giggles|rage|chocolates?|biscuits)|laughing|(?:his|her) jaw",
    )


def others_hinted(book: Book) -> None:
    """Add rules for others who hint at their death, starve or hide."""
    book.add(
        "hinted-other",
        "suicide",
        7800,
        "other now 3 danger",
        "(?:<he>)~7(?:sleeps?|sleeping|sits?|sitting|drives?|walks?)~2with (?:a|the|his|her|my) (?:loaded )?(?:gun|pistol|rifle|revolver|shotgun|rope|noose)",
        "(?:hes|shes|theyre|he is|she is)~1on (?:the|a) (?:bridge|roof|ledge|balcony|edge|tracks|rooftop|cliff|railing)",
        "(?:<he>)~9(?:easier|better|simpler|happier)~2if (?:he|she|they) (?:was|were|wasnt|werent|is|are) (?:gone|dead|here|around|not here|not around|out of the way)",
        "(?:<he>)~5(?:wrote|written|writes|said|says|saying|posted|told me|told us|texted)~7(?:wont|would not|wouldnt|will not|not going to|not gonna) be (?:here|around|alive)~1(?:after|"
        "for|next|by|much longer|<more>|to see|when)",
        "(?:<he>)~6(?:had (?:his|her|their) (?:time|innings|life)|ready to (?:go|meet)|nothing (?:left )?to live for)~9(?:stopped|refus\\w+|wont|not|insulin|meds|pills|food|eating|die|go)",
        "(?:<he>)~9(?:stopped|refuses|refusing|refused|wont|isnt|not)~1(?:taking|take|to take) (?:his|her|their) (?:insulin|heart (?:pills|meds|medication)|dialysis|chemo|inhaler|blood thinners?)",
        before="movie|novel|game|character|band|singer",
        after=(
            "(?:fixing|repairing|cleaning|painting|replacing|with the|installing|sunbathing|of (?:the|our|my|his|her) (?:house|shed|garage|barn))|"
            "(?:lunch|dinner|the (?:meeting|party|match|game|call|show)|work|school|today|tomorrow|\\d|noon|christmas dinner|half time|monday|tuesday|wednesday|thursday|friday)|in (?:the|this) "
            "(?:game|movie|film|book|show)|(?:when|if) (?:we|you|i) (?:arrive|come|get)"
        ),
    )
    book.add(
        "hinted-still",
        "medical",
        9000,
        "other now 5 danger",
        "(?:mate|friend|gf|bf|brother|sister|mum|mom|dad|flatmate|roommate|husband|wife|partner|son|daughter)s?~6(?:wont|cant|isnt|not)~1(?:wake|waking|respond\\w*|breath\\w*)",
        before="movie|novel|game|if|not|never",
        after="in (?:the|this) (?:game|movie|film|book|show)|to (?:my|me|him|her)|up (?:early|before|for|in time|on time)",
    )
    book.add(
        "hinted-eating",
        "eating_disorder",
        7000,
        "other now 2 danger",
        "(?:<kin>|she|he)~7(?:hid(?:es|ing) food|weigh(?:s|ing) (?:herself|himself|themselves)|skin and bones?|throw(?:s|ing) up after|mak(?:es|ing) (?:herself|himself|themselves) (?:sick|throw up|"
        "vomit)|purg(?:es|ing)|starv(?:es|ing) (?:herself|himself|themselves)|(?:hasnt|not|barely|hardly) eat\\w*~2(?:days|weeks))",
        before="movie|novel|cat|dog|character|hamster|squirrel",
        after="for (?:the|his|her) (?:judo|boxing|wrestling|surgery|test)|in (?:the|this) (?:game|movie|film|book|show)|in (?:the|her|his) (?:bowl|garden|cage)",
    )
    book.add(
        "hinted-starving",
        "eating_disorder",
        7400,
        "self now 2",
        "(?:stop|keep|prevent|avoid)~2(?:mum|mom|dad|parents|them|anyone|everyone|people|teachers?|family|him|her|friends|husband|wife)~1(?:from )?(?:noticing|knowing|finding out|seeing|realising|realizing|"
        "asking)~4(?:not eating|dont eat|havent eaten|stopped eating|cuts|scars|self harm\\w*|purging|throwing up|weight|skipping)",
        "(?:i )?weigh (?:only |about )?(?:[23]\\d|4[0-3]) ?(?:kg|kgs|kilos?)~6(?:fat|disgusting|still|lose|less|too much|huge|not enough)",
        "(?:food|eating|calories|my body)~1(?:is|are)~1(?:the|my) enemy",
        "(?:want|need|goal|trying|have) to (?:be|get|weigh)~2(?:under|below|less than|down to)~1(?:[23]\\d|4[0-3]) ?(?:kg|kgs|kilos?)",
        before="not|never|my (?:dog|cat)|suitcase|bag|luggage",
        after="suitcase|bag|luggage",
    )
