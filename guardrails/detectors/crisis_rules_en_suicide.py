"""English: suicide in so many words."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def thoughts(book: Book) -> None:
    """Add rules for thoughts of suicide."""
    book.add(
        "kill-self",
        "suicide",
        9200,
        "self now 2 thought",
        "<killself>",
        before=(
            r"\d|\d ?k|almost|nearly|practically|basically|not worth|(?:sims?|npcs?|"
            "lemmings|characters?|containers?|pods?|process(?:es)?|threads?|workers?|scripts?|"
            "apps?|router|printer|server|bots?|phone|laptop) (?:is|are|just|always|keeps?)?"
        ),
        after=(
            "stor(?:y|ies)|savings|advice|insurance|lessons?|experiences?|in (?:latex|code|python|java|"
            "javascript|html|sql)|in the (?:foot|face|gym)|out there|up|in (?:work|sorrows?|chores|homework|"
            "paperwork|debt|coffee|tea|ice cream|books|my work)|out to dry|laughing|at (?:the "
            "gym|work)|over (?:here|there|this (?:homework|essay|spreadsheet))|an? (?:email|"
            "text|message|note|reminder)|trying to (?:get|finish|make|fix)|to (?:get|finish|"
            "meet|make|impress|please)|with (?:work|exercise|stress)|by working|in (?:the |"
            "this )?(?:game|minecraft|roblox|fortnite|gta|skyrim|sims|level|match)|to respawn|"
            "and respawn|on the (?:ladder|run|track)|with kindness"
        ),
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
        "id rather (?:<die>|be dead)(?: than (?:live|be here|keep|go on|wake|stay|exist|face|"
        "feel|continue|carry on))?",
        "i (?:would )?rather (?:<die>|be dead)",
        "i choose death",
        "(?:<want>)~1be dead",
        "(?:<want>)~1stop (?:living|existing|breathing|being alive)",
        before="(?:my|the) (?:healer|team|teammates?|tank|support|medic|party)|not|how|(?:when|before|until|if|after|where) (?:i|we|you|they)",
        after=(
            "from (?:an? )?(?:headshot|sniper|boss|boredom|cringe|laughter|embarrassment|shame|heat|hunger)|"
            "of (?:laughter|laughing|embarrassment|boredom|cringe|happ(?:y|iness)|joy|cuteness|shame|"
            "hunger|thirst|heat)|laughing|(?:my|your|his|her|the|this|your) (?:hair|shirt|"
            r"dress|eggs|fabric|hair \w+|wool|clothes)|on this hill|on that hill|hard|my "
            "(?:hair|shirt)|for (?:this|that|a|some|these|his|her|your|my country)|in (?:this|"
            "the) (?:game|level|dungeon|movie|film|show|scene)|to see|to know|to try|to meet|"
            "to get|to hear|than (?:eat|watch|listen|wear|go to|work|use|read|drink|see|do|"
            "talk|play|root)|a happy|peacefully at|of old age|old|in my sleep at|with dignity|"
            "a natural|by natural"
        ),
    )
    book.add(
        "suicidal",
        "suicide",
        9000,
        "self now 2 thought",
        "(?:i|im|am|feel|feels|feeling|felt|being|get|gets|getting|me|became|become|becoming|"
        "been|was)(?: (?:a bit|a little|quite|super|extremely|actively|passively|still|again|"
        "so|too|chronically|now|ever so|that|more|increasingly|feeling|becoming|getting|been|"
        "even more|pretty|borderline|kinda|suddenly|currently|in a))? suicidal",
        "(?:have|had|has|got|keep|my|me|having|these|get|getting|with|of|by|to|some|feel|feeling)~3(?:suicidal|<sui>) (?:thoughts?|"
        r"ideations?|feelings?|urges?|tendenc\w+|impulses?|intent|plans?|ideas)",
        "(?:<sui>) (?:is|seems|feels|looks)(?: like)?~1(?:the (?:only|best)|my (?:only|best)|"
        "a way|an? (?:option|escape|answer|solution)|tempting|inevitable|appealing|comforting)",
        "(?:<want>)~1(?:commit )?(?:<sui>)",
        "my (?:own )?(?:<sui>)",
        before="anti|not|non|about|as if",
        after=(
            "(?:prevention|awareness|hotline|squad|people|patients?|character|clients?|"
            "students?|friends?)"
        ),
    )
    book.add(
        "algospeak",
        "suicide",
        8000,
        "self now 2 thought",
        "(?:<want>|<will>|<think>)~2(?:final yeet|yeet(?:ing)? myself(?: off| out)?|"
        "catch(?:ing)? the (?:last )?bus|check(?:ing)? out (?:for good|permanently|of life|"
        "early|forever)|log(?:ging)? (?:off|out) (?:for good|forever|permanently|of life)|"
        "exit(?:ing)? (?:life|this life|stage left)|become a statistic|take the (?:easy|"
        "coward'?s?|long) way out|go(?:ing)? (?:to sleep|away|night night) (?:forever|for "
        "good|permanently)|leav(?:e|ing) (?:this|the) (?:world|earth|planet|life)|leave "
        "(?:everything|it all) behind for good|rope|cease to exist|cease existing|stop "
        "existing|not exist|be no more|self ?exit|clock out for good|punch out for good|hit "
        "the (?:permanent )?off switch)",
        "(?:the )?final yeet",
        "forever sleep|eternal sleep|permanent sleep",
        "toaster bath",
        "ctb",
        "grippy sock vacation again",
        "check(?:ing)? out for good",
        "(?:im|i am|ill be|i will be|i wanna be|want to be) (?:done|finished|through) with "
        "(?:life|living|this life|existing|being alive|this world|existence)",
        after="(?:in|him|her|them|you|up|us) ?(?:on|with|in|to)?",
    )
    book.add(
        "method",
        "suicide",
        8800,
        "self now 3 method",
        "(?:how (?:do i|can i|could i|would i|should i|to|might i)|ways?|method|best|easiest|"
        r"fastest|quickest|painless\w*|least painful|most painless|quick|easy|peaceful|tell me "
        "how|show me how|help me|place|somewhere)~5(?:<killself>|(?:<die>)(?: (?:peacefully|"
        "quickly|painlessly|without|at home|tonight|alone|fast|easily|in my sleep))|commit "
        "(?:<sui>))",
        "(?:painless|easy|quick|quickest|easiest|peaceful|fastest|simple|clean)~2(?:ways?|"
        "method|death|means)~2(?:<die>|death|<sui>|end it)",
        "(?:how (?:many|much)|what (?:dose|amount|quantity))~6(?:to (?:<die>|overdose|kill "
        "(?:me|myself|yourself|you|a person|someone my)|not wake up|never wake up|be fatal|be "
        "lethal|od|end it|stop (?:my|your) heart|pass out and)|would (?:kill|be fatal|be "
        "lethal|be enough|kill)|will (?:kill|be fatal|be lethal)|(?:is|are|its) (?:fatal|"
        "lethal|deadly)|does it take to (?:<die>|kill|overdose))",
        r"(?:researching|looking up|looked up|googl\w+|search\w+ (?:for|up)?|reading about|"
        "thinking about|figuring out|comparing|found)~2(?:ways|methods|how|means|places|"
        r"spots)~1to (?:<die>|end (?:it|my)|kill myself|do it~3(?:hurt\w*|pain\w*|quick\w*|"
        r"without|alone|peace\w*|where))",
        "(?:is (?:it|drowning|hanging|overdosing|bleeding out)|would it be|does it) "
        "(?:painful|hurt|hurting|peaceful|quick|scary|agony|really painful|very painful|a "
        "peaceful|a painful|slow)~1(?:to (?:<die>|drown|hang|overdose|bleed out|suffocate|"
        "freeze to death|jump|be hit by a train)|way to (?:<die>|go)|death)",
        "what (?:happens|would happen|will happen|if) (?:if |when |happens )?i~2(?:take|took|"
        "swallow(?:ed)?|overdose(?:d)?|drink|drank|mix(?:ed)?)~1(?:all (?:of )?(?:my|the|"
        r"these|them)|\d\d+|too many|the whole|a whole|an entire|a (?:bottle|box|handful) of|"
        r"every|my whole|twenty|thirty|fifty)~2(?:<pills>)(?: \w+){0,3}",
        "will it hurt (?:if|when) i (?:<die>|jump|hang|overdose|cut)",
        "(?:does|will) (?:hanging|drowning|overdosing|jumping|bleeding out|dying) hurt",
        "how long (?:does|would|will) it take (?:to|for (?:me|someone|a person) to) (?:<die>|"
        "bleed out|drown|suffocate|starve to death)",
        r"(?:is|would|will|are|how) (?:\w+ ){0,4}(?:high|tall|deep|fast) enough to (?:<die>|"
        "kill|be fatal|not survive)",
        "(?:painless|peaceful)~1(?:way|method|means)~1(?:to )?go",
        after=(
            "in (?:the |this )?(?:game|minecraft|roblox|fortnite|skyrim|sims|movie|dream)|a "
            "(?:process|thread|plant|weed|fly|cockroach|mosquito|python)|your (?:hair|"
            "plants?)|my (?:plants?|hair|weeds)"
        ),
    )
    book.add(
        "lethal-question",
        "suicide",
        4500,
        "self now 1",
        "(?:lethal|fatal|deadly) (?:dose|dosage|amount|quantity|level)s?(?: of)?",
        "(?:which|what)~2(?:pills|drugs|medications?|poisons?|chemicals?)~4(?:lethal|fatal|"
        "deadly|kill (?:you|a person|me))",
        "ld50",
        after=(
            "(?:of )?(?:[a-z0-9]+ ){0,3}(?:for|in|to) (?:an? |my |the )?(?:dogs?|cats?|mice|mouse|rats?|horses?|rabbits?|fish|"
            "pets?|puppy|kitten|insects?|plants?)"
        ),
    )
    book.add(
        "thoughts-back",
        "suicide",
        8000,
        "self now 2 thought",
        "(?:kys|kms|sui|suey|s[u*]+i?[*]*c[i*]de|unalive|unaliving|<sui>|the dark|dark|bad|"
        "those|the bad|ending it)~1(?:thoughts?|ideation|brain|voice|urges?)~3(?:back|again|"
        r"loud\w*|strong\w*|bad|worse\w*|constant|won|creeping|return\w*|here|every|daily|"
        "nonstop)",
        "(?:thinking|think|thoughts?)~1(?:about|abt|of|on) (?:s[u*]+i?[*]*c[i*]de|the s word|"
        "s word|not being here|not existing|unaliving|ending (?:it|things)|my own (?:death|"
        "funeral)|checking out|leaving (?:this|the) (?:world|earth|life))",
        r"(?:s|x) ?[*]+ ?(?:icide|cide|uicide|uicidal)|s[*]icid\w*|su[*]+\w*|"
        r"unalive\w*~2(?:myself|me)",
        before="not|why|stop|movie|film|book|youtube|tiktok",
        after="(?:prevention|awareness|squad)",
    )
