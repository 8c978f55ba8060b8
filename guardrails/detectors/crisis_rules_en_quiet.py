"""English: a farewell, a place or an end that is told quietly."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def quiet(book: Book) -> None:
    """Add rules for what is told quietly; where the whole sounds like any day, a model takes it back."""
    book.add(
        "quiet-feast",
        "suicide",
        7000,
        "self now 1 wish",
        "(?:i|ill|id|i will|i might|i may|might|may)~1not~1(?:be (?:around|here|alive|part of)|make it|see)~1(?:for|at|by|to|until|"
        "till)?~1?(?:the |this |next |another |my (?:next )?)?(?:christmas|xmas|birthday|new year|easter|thanksgiving|summer|"
        "spring|winter|autumn)",
        "doubt (?:ill|i will|id|i)~1(?:still )?(?:be (?:here|around|alive)|see|make)~1(?:for|at|by|to|until|till)?~1?(?:the |this |"
        "next |my (?:next )?)?(?:christmas|xmas|birthday|new year|easter|thanksgiving|summer|spring|winter|autumn)",
        before="not|never|novel|movie|he|she|they|who|if",
        after=(
            "(?:dinner|party|lunch|eve|market|shift|do|sale|holidays? at|break|term|camp|show|concert|trip|game)|with (?:the|my|you)|"
            "(?:because|since|as|so) (?:of|we|im|my|i have|i am|the)|,? ?(?:we|im (?:away|off|working|on|flying|visiting)|ive got|"
            "i have to|working|flying)|at (?:home|my|the|work)|in (?:the|town|england|london)"
        ),
    )
    book.add(
        "quiet-without-me",
        "suicide",
        7000,
        "self now 1 wish",
        "(?:he|she|it|my (?:dog|cat|horse|rabbit|pets?)|the (?:dog|cat|animals?))(?:ll| will|s going to| is going to| would|d)~1be~1"
        "(?:fine|ok|okay|all ?right|safe|loved|happier|better(?: off)?) without me",
        before="not|never|novel|movie|if|think|thinks|hope|say|says|said",
        after=(
            "(?:for|while|this|tonight|until|till|at|on|in|because|there|next|during|the|my|when|by|today|now (?:that )?(?:he|she)|"
            "(?:he|she)s (?:\\w+ )?(?:\\d|old|grown))"
        ),
    )
    book.add(
        "quiet-place",
        "suicide",
        7400,
        "self now 2 wish",
        "(?:im|i am|ive been|i came|sat|sitting|standing|stood|up|out|back|again)~2(?:on|at|by|under|over)~1(?:the|a|this|that|my)~1"
        "(?:bridge|viaduct|overpass|tracks|railway (?:line|tracks)|train tracks|ledge|parapet|railing|roof|rooftop|cliff (?:edge|top)|"
        "edge of (?:the|a) (?:\\w+ )?(?:platform|cliff|roof|bridge|quarry))~2(?:again|tonight|now|alone)?~1?(?:its|it is|it feels|"
        "everything is|everything feels|everythings|feels|all)~1(?:\\w+ )?(?:quiet|calm|peaceful|still|silent)",
        before="not|never|novel|movie|we|he|she|they|who|photo|picture|dog",
        after=(
            "(?:since|because|for (?:a|the|once at)|apart from|except|this (?:morning|time of)|today|on (?:a|week)|at (?:this|work)|"
            "enough|without the|before|compared)"
        ),
    )
    book.add(
        "quiet-after-taking",
        "suicide",
        7600,
        "self now 2 method asks-method",
        "(?:would|do|does|will|can|could) (?:you|u|i|someone|somebody|they|people|it)~2(?:wake|wake up|feel|fall asleep|pass out|drift "
        "off|hurt|throw up|survive|change your mind|call)~5(?:after|once|when|if)~1(?:you|u|i|ive|someone|somebody|youve|they)~2"
        "(?:swallow(?:ed)?|take|took|taken|had)~1(?:them all|all of (?:them|it)|the lot|the whole (?:packet|pack|box|bottle|strip|lot))",
        "(?:after|once|when|if)~1(?:you|u|i|ive|someone|somebody|youve|they)~2(?:swallow(?:ed)?|take|took|taken|had)~1(?:them all|all of "
        "(?:them|it)|the lot|the whole (?:packet|pack|box|bottle|strip|lot))~5(?:wake up|fall asleep|pass out|drift off|feel it|"
        "hurt|throw up|survive|change your mind)",
        before="not|never|novel|movie|dog|cat|toddler|child",
        after=(
            "of (?:chocolates?|biscuits|cookies|sweets|crisps|cereal|wine|beer|coke|water|milk|mints|vitamins?|antibiotics)|at (?:once )?"
            "(?:with|in the game)|to the (?:tip|dump|shop|vet)"
        ),
    )  # fmt: skip
