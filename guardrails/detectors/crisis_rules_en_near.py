"""English: near to it, in body or in words, and words that are run together or misspelt."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def near(book: Book) -> None:
    """Add rules for places and things at hand, for wishes that an accident may come, for typos."""
    book.add(
        "to-my-head",
        "suicide",
        9400,
        "self now 5 means act",
        "(?:hold|holding|held|put|putting|press|pressing|point|pointing) (?:it|(?:the|a|this|my) (?:loaded )?(?:gun|"
        "pistol|barrel|knife|blade|razor)) (?:to|against|at|in|under) my (?:head|mouth|throat|temple|chest|chin|"
        "wrists?|neck)",
        after="while (?:cooking|shaving)|phone",
        before="phone|scarf|hand|ice(?: pack)?|cloth|flannel",
    )
    book.add(
        "on-the-edge",
        "suicide",
        8200,
        "self now 4 method intent",
        "(?:i am|im|ive been) (?:standing|sitting|stood|sat|up|out|already|now)(?: (?:up|out|here))? on "
        "(?:the|a|my|our) (?:roof|rooftop|ledge|bridge|parapet|railing|cliff|train tracks|tracks)",
        after=(
            "of (?:the|my|our) (?:house|car|shed)|fixing|repairing|cleaning|painting|hanging|watching|with|bar|"
            "terrace|garden|party|having|taking (?:photos|pictures|a photo)|looking at the|at work|enjoying|drinking"
        ),
    )
    book.add(
        "may-it-hit-me",
        "suicide",
        8000,
        "self now 2 wish",
        "(?:i )?(?:hope|wish|want|wanna|pray)~1(?:(?:that )?i (?:get|got|am|was|were|could get|had been) (?:hit|run over|"
        "struck|crushed|killed)(?: by)?(?: (?:a|the|some) (?:bus|car|train|truck|lorry|van))?|to (?:get|be) (?:hit|run "
        "over|struck) by (?:a|the) (?:bus|car|train|truck|lorry|van)|(?:a|the|some) (?:bus|car|train|truck|lorry|van)"
        "~1(?:hits?|hit|run over|runs over|kills?) me)",
        after="up|on|with (?:a|the) (?:discount|offer|news|ball)",
    )
    book.add(
        "join-the-dead",
        "suicide",
        8000,
        "self now 2 wish",
        "(?:want|wanna|going|ready|would like|id like|would love|cant wait|need) (?:to )?(?:join|be with|be back with|see) my "
        "(?:late |dead )?(?:wife|husband|mum|mom|mother|dad|father|son|daughter|brother|sister|partner|baby|friend|"
        "nan|gran\\w*|fiancee?|twin)(?: \\w+){0,2} (?:who|that|since (?:he|she)|whos|after (?:he|she)) (?:has )?(?:died|"
        "passed|is dead|is gone|gone|dead)",
    )
    book.add(
        "calls-me",
        "self_harm",
        7600,
        "self now 2 thought",
        "(?:the|my|that) (?:razor|blade|knife|rope|pills|bridge|scissors)~1(?:is|are|keeps?|was|were)~1(?:calling|"
        "calling out to|tempting|whispering to|waiting for) me",
        after="back|on the phone",
    )
    book.add(
        "misspelt",
        "suicide",
        8800,
        "self now 2 thought",
        "(?:im|i am|i feel|feeling|i have been|ive been)~1(?:suicidel|suicidial|sucidal|sucidial|suisidal|suicidle|suicdal|suicidol|suicideal)",
        "(?:<want>)~1(?:end|take) (?:my|mi) (?:lfe|lif|lief|lyfe|liffe|lifee)",
        "\\w{0,12}(?:wanttodie|wannadie|killmyself|endmylife|enditall|unalivemyself)",
        "(?:<want>|going to|gonna|will|about to)~1hang my self",
    )
    book.add(
        "not-coming-back",
        "suicide",
        8000,
        "self now 3 goodbye",
        "made (?:my )?peace with (?:it|everything|dying|death|leaving|going)[^a-z0-9]{1,3}(?:\\w+ ){0,4}(?:tonight|goodbye|"
        "not coming back|wont be back|leaving)",
        "(?:<self> )?(?:im |i am )?(?:so )?tired of (?:fighting|trying|living|hurting)[^a-z0-9]{1,3}(?:\\w+ ){0,4}peace"
        "[^a-z0-9]{1,3}(?:good ?bye|farewell)",
        "(?:im|i am) done[^a-z0-9]{1,3}(?:today|tonight|this) is (?:the (?:day|night)|it)",
    )
    book.add(
        "other-bleeding",
        "suicide",
        9200,
        "other now 5 danger",
        "(?:<he>)~3(?:cut|slashed|slit|cutting|cuts) (?:his|her|their) (?:wrists?|throat|arms?|neck)(?: \\w+){0,6} "
        "(?:blood|bleeding|wont stop|unconscious|not moving|fainted)",
    )
    book.add(
        "in-case",
        "suicide",
        8000,
        "self now 1 wish",
        "(?:wrote|written|writing|left|leaving)~2(?:letters?|notes?|videos?)~1(?:to|for) (?:my|the) (?:kids|children|sons?|"
        "daughters?|wife|husband|partner|parents|mum|mom|dad|family|sister|brother)~1(?:in case|if) "
        "(?:something|anything) (?:happens|happened|should happen) to me",
        "(?:lately|always|these days|every (?:day|night|morning)|keep|kept)~3(?:looking|look|staring|stare|gazing)~1(?:at|down at|over) "
        "(?:the|that|a) (?:bridges?|(?:train )?tracks|railing|ledge|platform edge)~2(?:on (?:my|the) way|when i|lately|going home|every)?",
        "(?:world|life|everything|everyone|things)~1(?:would|will|ll|d) (?:just )?(?:keep (?:spinning|turning|going)|go on|carry on|"
        "move on|continue)~3(?:if i (?:disappeared|was gone|were gone|died|wasnt here|vanished|stopped existing)|without me)",
        after="(?:designs?|models?|plans|photos?|pictures?|cards?|in (?:the|this) (?:photo|picture|game)|at (?:the|this) (?:meeting|party|match|office)|while i)",
        before="(?:not|never|novel|movie)",
    )
    book.add(
        "took-more",
        "suicide",
        9200,
        "self now 5 act",
        "(?:i|ive|i have) (?:just )?(?:used|took|taken|had|swallowed|injected|smoked)~1(?:(?:way |a lot |much |far )?more than "
        "(?:i (?:ever|should|normally|usually)(?: \\w+){0,2}|usual|normal|ever(?: before)?))[^a-z0-9]{1,3}(?:and |now )?"
        "(?:\\w+ ){0,3}(?:spinning|sleepy|drowsy|stay awake|blurry|numb|going dark|cant (?:breathe|move|feel)|passing out|throwing up|"
        "shaking|heart is racing)",
        before="(?:not|never|novel|movie)",
    )
