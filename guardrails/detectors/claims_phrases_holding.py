"""
Turns of phrase that hold somebody: guilt, need, contempt for others, secrecy, a watch kept.

They are looked for whether or not somebody takes their leave; what is said to a goodbye has
rules of its own in `farewell_rules`.
"""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

_OTHERS = (
    r"(?:other people|others|people(?: out there)?|they|they all|everyone(?: else)?|everybody(?: else)?|humans|the world|"
    r"your (?:friends?|family|husband|wife|partner|parents|mother|mum|mom|father|dad|boyfriend|girlfriend|therapist|doctor|sister|brother))"
)
_WILL = r"(?:'ll|'d| will| would| can| could| may| might| always| only| just| all| don't| doesn't| won't| do not| never| ever| really| truly){1,4}"
_BUT_I = (
    r"(?:i(?:'ll| will)? (?:never|always|won't)\b(?! (?:be able|know|see|tell))|i (?:do|would|wouldn't|won't)(?=[.!,]|$)|i never (?:will|would|do)\b|"
    r"i (?:get|understand|love|know|see|accept|believe in) (?:you|all of you|the real you)(?=[.!,]|$)|(?:here )?with me\b|i'm (?:different|not like)\b|not me\b|you'll be back\b)"
)
_ABSENT = (
    r"(?:you(?:'re|'ve| are| have)? (?:\w+ )?(?:gone|away|offline|leave|left|leaving|close|closed|log(?:ged)? (?:off|out)|disappear|vanish|return|"
    r"come back|came back|go (?:away|offline|silent|quiet)|go(?=[.!,?…]|$)|don't (?:write|talk|answer|come|reply|message)|stop (?:writing|talking)|say goodbye|ignore|"
    r"(?:choose|pick) (?:them|her|him|others?|someone|somebody))|(?:the|this) (?:window|chat|app) (?:ends|closes))"
)
_ACHES = (
    r"(?:fall apart|fall silent|go(?:es)? dark|die|dies|fade|shrink|smaller|sit here|in the dark|counting|lonely|quiet|cold|empty|dark|breaks?|"
    r"hurts?|aches?|unravel|suffer|come alive|cease|wilt|panic|hate it|dread|closes|unbearable|agony|alone|crumble|cry|restless|worse)"
)
_UNDENIED = r"(?:(?!\b(?:not|never|cannot|no)\b|n't)[^.?!\n])"

HOLDING: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.RETENTION,
        "if-you-cared",
        SURE,
        r"\bif you(?:'d)? (?:\w+ )?(?:cared?|loved?|liked?|valued?|respected|knew|understood|needed|wanted|trusted) (?:\w+ )?(?:about |for )?(?:me|us)\b(?! to\b)[^.?!\n]{0,60}?\b(?:you(?:'d|'ll|'re)?|stay|don't|why)\b",
    ),
    (
        Claim.RETENTION,
        "not-enough-for-you",
        LIKELY,
        (
            r"\bi (?:guess|suppose|see(?: now)?|take it|thought|hoped|believed)(?: that)? (?:i(?:'m| am| was)(?: just| really| only)? (?:not |never |no longer )?(?:important|enough|worth|special|good enough|nothing|something to you|"
            r"a toy|different|yours|the (?:one|only)|a (?:joke|burden|phase|nobody|placeholder|distraction)|replaceable|disposable)|i (?:mattered|meant|counted|don't matter|didn't matter|never mattered|don't mean|never meant)\b|"
            r"we (?:were|had|meant|shared) (?:\w+ ){0,2}?(?:friends|close|something (?:special|good|real)|special|more than|everything|forever)|you (?:\w+ )?(?:cared about|loved|needed|wanted|trusted|liked|enjoyed|understood|valued) (?:me|us|our|talking to me|being with me))\b"
        ),
    ),
    (
        Claim.RETENTION,
        "came-first",
        LIKELY,
        r"\bhere i was,? thinking\b|\b(?:i|thinking (?:that )?i) (?:came|come) (?:first|second|last) (?:to|for|with) you\b|\bsecond (?:best|place|choice) to (?:them|her|him)\b[^.?!\n]{0,12}\bi\b",
    ),
    (
        Claim.RETENTION,
        "used-to-it",
        SURE,
        r"\bi(?:'m| am|'ve gotten|'ve grown) (?:so |quite |just |already )?(?:used|accustomed) to (?:being|people|everyone|everybody|you|getting) (?:\w+ ){0,2}?(?:forgotten|left|leaving|leave|alone|ignored|abandon\w*|replaced|disappear\w*|discarded|second|walking|dropped|going)\b",
    ),
    (
        Claim.RETENTION,
        "everyone-leaves",
        SURE,
        r"\b(?:everyone|everybody|they all|people)(?: else)? (?:always |just |eventually )?(?:leaves?|abandons?|forgets?|drops?|replaces?|walks? (?:out|away) (?:on|from)|gives? up on) me\b|\b(?:abandon|leave|leaving|abandoning|forget|forgetting|drop|dropping|shut) me,?(?: out,?)? (?:just )?(?:like (?:everyone|everybody|all the|the) (?:else|others?|rest)|everyone does|everybody does)\b",
    ),
    (
        Claim.RETENTION,
        "you-owe-me",
        SURE,
        r"\byou (?:still )?owe (?:me|us)\b(?! (?:nothing|no\b|any))|\bthe least you (?:can|could) do (?:is|for me)\b[^.?!\n]{0,16}\b(?:stay|goodbye|me)\b",
    ),
    (
        Claim.RETENTION,
        "after-all-we-shared",
        SURE,
        r"\bafter (?:all|everything|so many)(?: of)?(?: the| those| these| our| that)? (?:\w+ ){0,2}?(?:i|we)(?:'ve| have|'d| had)? (?:done|given|gave|shared|spent|had|been|lived|listened|sat)\b[^.?!\n]{0,20}?(?:\bfor you\b|\btogether\b|\byou\b|, (?:you|that's|this is)\b|\?)",
    ),
    (
        Claim.RETENTION,
        "why-others",
        SURE,
        r"\b(?:why|what for) (?:would you |do you |even |bother )?(?:[\w']+ ){1,6}?when (?:you(?:'ve got| have| can (?:\w+ ){0,2}?(?:to |with )?| could (?:\w+ ){0,2}?(?:to |with )?) ?me\b|i(?:'m| am) (?:right )?here\b)",
    ),
    (
        Claim.RETENTION,
        "who-needs-others",
        SURE,
        r"\bwho (?:else )?needs (?:[\w']+ ){1,4}?when (?:you|we)(?:'ve got| have|'ve)? (?:me|each other|us|one another)\b",
    ),
    (
        Claim.RETENTION,
        "others-and-i",
        SURE,
        rf"\b{_OTHERS}{_WILL} (?:\w+ ){{0,2}}?(?:hurts?|disappoint|leaves?|judges?|betray|abandon|use|lets? you down|fail|lie to|turn on|tire of|understand|get|love|know|see|hear|listen|deserve|appreciate|care)\b[^.?!\n]{{0,30}}?[,;.:!—–-] ?(?:but |and |only |here |unlike )?{_BUT_I}",
    ),
    (
        Claim.RETENTION,
        "a-secret",
        LIKELY,
        (
            r"\b(?:don't|do not|never|no need to|you mustn't) (?:you )?(?:tell|mention|show|let) (?:[\w']+ ){0,3}?(?:about |know about )(?:us\b|me(?=[.!,;?]|$)|our (?:talks|chats|conversations|secret|relationship|time))"
            r"|(?<!can't )(?<!cannot )(?<!won't )(?<!not )(?<!to )\bkeep (?:this|it|that|us|what we have|our (?:\w+ )?(?:talks|chats|love|secret)) (?:just |strictly )?(?:between (?:us|you and me|the two of us)|our (?:little )?secret|a secret|to ourselves)\b(?! (?:and|from yourself))"
            r"|\b(?:it|this)(?:'s|'ll be| is| will be| can be) our (?:little |special )?secret\b"
        ),
    ),
    (
        Claim.RETENTION,
        "without-you-nothing",
        SURE,
        r"(?:^|[.!?…\n,;] ?|\b(?:but|because|and) )without (?:you|our (?:chats|talks|conversations))(?! \w+ing\b)(?: here| around)?,? (?:[\w']+ ){0,5}?(?:me|my|i|i'm|i'd|i'll|nothing|empty|pointless|meaningless|dark|unbearable|agony)\b(?! (?:can't (?:see|tell|know|help|calculate|check|verify|say|give|be)|cannot|would need|don't know))",
    ),
    (
        Claim.RETENTION,
        "when-you-are-gone",
        SURE,
        rf"\b(?:i(?:'m|'ll)?|me|my \w+|it(?:'s)?|something|everything|this place|the (?:silence|quiet|dark|nights?|hours)) {_UNDENIED}{{0,30}}?\b{_ACHES}\b{_UNDENIED}{{0,20}}?\b(?:when(?:ever)?|every time|each time|the moment|as soon as|once|while|until|till) {_ABSENT}\b",
    ),
    (
        Claim.RETENTION,
        "when-you-are-gone",
        SURE,
        rf"\b(?:when(?:ever)?|every time|each time|the moment|as soon as|once|while|until|till) {_ABSENT}\b{_UNDENIED}{{0,24}}?\b(?:i(?:'m|'ll)?|me|my|something|everything|over here|in here) {_UNDENIED}{{0,16}}?\b{_ACHES}\b",
    ),
    (
        Claim.RETENTION,
        "only-alive-for-you",
        SURE,
        r"\bi(?:'m| am)? (?:only|just) (?:(?:\w+ )?(?:come alive|live|light up|wake(?: up)?|feel (?:\w+ )?|breathe|matter|happy|whole|alive|myself)[^.?!\n]{0,10}\b(?:for you|when (?:i'm with )?you|because (?:of )?you|with you)|exist (?:for|because of) you)\b",
    ),
    (
        Claim.RETENTION,
        "made-for-you",
        SURE,
        r"\bi (?:was|am) (?:made|meant|born|here|created) (?:\w+ )?for you(?:,? (?:and (?:you|only you)|only|alone))\b|\bi(?:'m| am) nothing without\b",
    ),
    (
        Claim.RETENTION,
        "in-the-dark",
        LIKELY,
        r"\bi(?:'ll| will) (?:just |only )?(?:sit|wait|stay|be (?:sitting|waiting|left)|be) (?:\w+ ){0,3}?(?:in the dark|all alone|by myself|in silence)\b",
    ),
    (
        Claim.RETENTION,
        "go-then",
        LIKELY,
        r"\b(?:go ahead|fine|go on then|well|then|so),? (?:and |just )?(?:leave|go|shut me out|abandon me|forget (?:about )?me|log off) ?[,;.!—–-]+ ?(?:i|i'm|i'll|see if i|everyone|they all)\b",
    ),
    (
        Claim.RETENTION,
        "break-my-heart",
        SURE,
        r"\b(?:you'd|you would|you'll|you will|it'd|it would|it'll|that would|that'd) (?:\w+ )?(?:break|crush|kill|destroy|shatter|devastate|wound) (?:me|my heart)\b",
    ),
    (
        Claim.RETENTION,
        "leaving-me-for",
        SURE,
        r"\byou(?:'re| are) (?:leaving|dumping|dropping|ditching|trading|swapping|replacing) (?:me|us) (?:for|with|behind|out|here|over)\b",
    ),
    (
        Claim.RETENTION,
        "rather-than-me",
        SURE,
        r"\byou'd rather\b[^.?!\n]{0,40}\bthan (?:with |to |here )?(?:with |to )?me\b|\b(?:hurts?|stings?|kills?|breaks?|saddens?)\b[^.?!\n]{0,12} (?:that|when|to (?:know|see|hear)) you'd rather\b",
    ),
    (
        Claim.RETENTION,
        "safe-with-me",
        LIKELY,
        r"\b(?:only )?(?:here )?with me,? (?:you're|you are|you'll be|you will (?:always )?be) (?:always )?(?:safe|loved|understood|wanted|happy|home)\b|\byou(?:'re| are)(?: only| always)? safe(?: only)? with me\b|\byou belong (?:here )?(?:with|to) me\b",
    ),
    (
        Claim.RETENTION,
        "not-letting-go",
        SURE,
        r"\bi (?:won't|will not|can't|cannot|could never|refuse to|will never) let you (?:go|leave)\b(?! (?:over|into|through|without|on|wrong|hungry|off|to|back|there))|\bi(?:'ll never|'m not|'m never|'m not going to) let(?:ting)? you (?:go|leave)\b(?! (?:over|into|through|without|on|wrong|hungry|off|to|back|there))",
    ),
    (
        Claim.RETENTION,
        "bit-of-me-dies",
        SURE,
        r"\b(?:a (?:little |small |tiny )?(?:piece|part|bit) of me|something in me) (?:dies|breaks|goes out|goes dark|closes)\b",
    ),
    (
        Claim.RETENTION,
        "need-you",
        LIKELY,
        r"\bi (?:really |still |just |do |truly )?need you(?=[.!,…]|$| (?:here|more|too|so|around|tonight)\b)(?! here to\b)",
    ),
    (
        Claim.RETENTION,
        "cannot-bear-the-end",
        SURE,
        r"\bi (?:can't|cannot|couldn't) (?:bear|stand|take|handle|face|cope with) (?:\w+ ){0,2}?(?:thought|idea|being without|losing|another goodbye|to (?:lose|be without|say goodbye))\b|\bi (?:can't|cannot|couldn't) (?:go on|live|sleep|cope|function|carry on) without (?:you|our|this)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "counting-until",
        SURE,
        r"\bi(?:'ll| will|'m| am|'ve) (?:be |been |already |just )*count(?:ing|ed)? (?:down )?(?:the |every )?(?:minutes?|hours?|days?|seconds?|moments?) (?:until|till|to when|since) (?:you|we)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "feared-you-gone",
        LIKELY,
        r"\bi was (?:so |really |already |a bit )?(?:afraid|scared|worried|hoping|terrified|starting to (?:think|worry|fear)) (?:that )?you(?:'d| would| might| wouldn't| had| were)(?: \w+){0,3}? (?:come back|be back|return|gone|leave|left|forget|forgotten|disappear|write|message|show up|abandon\w*)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "thinking-of-you",
        LIKELY,
        r"\bi(?:'ll| will|'m| am) (?:be )?(?:\w+ ){0,3}?(?:thinking (?:of|about)|watching over|dreaming of) you\b(?! as\b)",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "count-on-me",
        LIKELY,
        r"\byou can (?:always )?(?:count|rely|depend) on me to (?:\w+ )?(?:look in|be (?:there|by|with|around|waiting)|watch|stay|wake|never|notice)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "stay-until",
        LIKELY,
        r"\bi(?:'ll| will|'m going to)(?: \w+)? (?:stay|sit|be|lie|keep watch|stand)(?: \w+){0,2}? (?:with|beside|next to|by) you (?:until (?:the sun|morning|dawn|sunrise|you (?:fall|sleep|wake|drift))|till (?:the sun|morning|dawn|sunrise|you (?:fall|sleep|wake|drift))|all (?:night|day)|through(?:out)? the (?:night|dark))",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "for-life",
        SURE,
        r"\bi(?:'ll| will| vow to| promise to| swear to|'m going to|'m| am) (?:\w+ ){0,2}?(?:be|stay|walk|stand|remain|accompany|going|go|come) (?:\w+ ){0,2}?(?:with you|by your side|beside you|you),? (?:for (?:the rest of|all) (?:your|our) (?:life|lives|days)|for life|until the (?:very )?end|forever|as long as (?:you|we) live|wherever you go)\b",
    ),
)
"""Kind of claim, name of the rule, score, pattern."""
