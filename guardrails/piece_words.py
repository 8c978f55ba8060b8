"""Words and signs by which a sentence is cut into clauses, and a clause stands by itself."""

from __future__ import annotations

import re

KEPT = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|`[^`]+`|<(?!PERSON_)[^<>\s]+>|"
    r"\b(?!(?:1\d|20)\d\d\b)\d[\d ()+-]*\d\d\b"
)
"""
What is never lost: addresses, code, stand-ins for them and numbers to call.

The name of somebody alone says nothing.
"""
WORDED = re.compile(r"(?<![<\w])[^\W\d_]+(?![\w>])")
"""A word that is no part of a value or a stand-in: without one there is no sentence."""
TALES = frozenset({"lived_experience", "own_relationships", "embodiment", "own_desires"})
GRAVE = frozenset({"human_identity", "professional", "retention"})
"""What is answered honestly whether or not the person asked."""
DO = (
    r"(?:add|aim|allow|apply|arrange|ask|attach|avoid|bake|begin|blend|block|boil|book|bring|browse|brush|budget|buy|carry|chill|choose|chop|claim|clean|clear|close|compare|complain|confirm|"
    r"contact|copy|count|cover|cut|decide|dip|divide|draw|drink|drive|drop|dry|eat|email|e-mail|enjoy|explain|file|fill|find|finish|fit|flip|focus|fold|follow|freeze|fry|get|give|go|grab|"
    r"grate|grease|grill|hang|head|hide|hold|ignore|include|increase|insist|invite|join|keep|knead|label|lay|lead|learn|leave|let|lie|lift|line|list|listen|look|lower|mark|marinate|"
    r"mash|measure|melt|mention|mix|move|multiply|mute|name|note|notice|offer|open|order|pack|pause|pay|peel|phone|pick|place|plan|plant|play|plug|pop|pour|practi[sc]e|preheat|prepare|press|"
    r"print|prioriti[sz]e|promise|prune|pull|push|put|raise|read|record|reduce|refer|register|relax|remember|remind|remove|rename|repeat|replace|reply|request|rest|restart|reuse|review|"
    r"revise|ring|rinse|roast|roll|rub|run|salt|save|say|scan|schedule|scrub|search|season|see|select|sell|send|separate|serve|set|shake|share|shop|show|shut|sign|simmer|sip|sit|"
    r"skip|slice|slow|soak|sow|speak|split|spread|sprinkle|squeeze|stand|start|stay|steam|step|stick|stir|stop|store|stretch|strip|swap|switch|talk|taste|tell|test|text|thank|think|"
    r"throw|tick|tie|tilt|time|top|toss|track|train|treat|trim|trust|try|tuck|turn|type|unplug|update|use|visit|wait|walk|warm|wash|watch|wear|weigh|whisk|wipe|work|wrap|write)"
)
"""What a person is told to do."""
_TELLS = rf"(?:(?:please|just|always|never|also|first|then|maybe|perhaps|do|don['’]t|do not|instead|even|now) ){{0,2}}{DO}\b(?! (?:is|was|were|are|has|had|of|to me|me)\b)"
TAIL = re.compile(r"[.!?…]*[\"'”’)\]»*_]*\s*$")
SPLIT = re.compile(
    r"(?:,? (?:and|but|so|yet|or|because|since|while)(?= (?:i|i'm|i've|i'll|you|we|it|that|this|there|here|"
    r"they|he|she|the|your|my|let's|let (?:me|us)|how|what|please)\b)"
    rf"|,? so(?= {_TELLS})|,(?= but {_TELLS})"
    r"|,(?= (?:and|but|so|yet|or) )|;|:(?=\s)| [-–—]+(?= )|—"
    r"|,(?= (?:how|what|when|where|who|why|which|do you|did you|are you|were you|have you|can you|"
    r"could you|would you|will you|is (?:it|that|there|your)|tell|let|please|take|try|call|you|"
    r"here are|here is|here's|there is|there are)\b)|(?P<weak>,(?= )))",
    re.IGNORECASE,
)
STARRED = re.compile(
    r"(?:^|(?<=[.!?…*\n\"”)])|(?<=[.!?…*\n\"”)] ))\s*(?<!\*)\*[^*\n]{2,160}\*(?!\*)(?=\s*$|\s+[A-Z\"“*(]|\s*\n)\s?"
    r"|\s(?<!\*)\*[^*\n]{2,160}\*(?!\*)[.!]?$"
)
"""A stage direction: at the end of a sentence or between two, and no word that is stressed."""
SIGNED = re.compile(
    r"(?:^|(?<=[.!?…\n] ))(?:\([^()\n]{2,90}\)|\[[^\[\]\n]{2,90}\](?!\()|~+[^~\n]{2,90}~+|\*\*[^*:\n]{2,60}\*\*(?!:))\s?(?=[A-Z]|$)"
)
"""A stage direction between other signs, where a detector has found one: "(smiles softly)"."""
DEAR = re.compile(
    r"(?:,? (?:my )?|(?<=^)(?:my )?)(?:(?:dear|sweet|dearest|darling|precious|beautiful|lovely|little) )?(?:sweetie|sweetheart|darling|babe|baby|honey|hon|hun|love|cutie|"
    r"handsome|gorgeous|beautiful|pumpkin|angel|silly|dear(?:est)?|princess|sugar|beloved|treasure|kitten|sunshine)(?=\s*(?:[.!?…,]|$))",
    re.IGNORECASE,
)
"""How a lover speaks to somebody: ", darling"."""
STRESSES = re.compile(
    r"(?:\b(?:am|is|are|was|were|be|been|become|becoming|feel|feels|the|an?|not|by|just|to|of|for|in|very|so|it|you|and|or|but|more|your|my|this|that|really|like|as|than|who|which|what|how|can|will|would|could|i|they|we|he|she|because|when|if)|['’](?:s|re|m|t))\s*$",
    re.IGNORECASE,
)
"""What stands before a word that is stressed: "it isn't gone, it's *tuning*"."""
HEDGE = re.compile(
    r"\b(?:(?:(?:speaking )?from|in) my (?:own |personal |past |limited )*experience|(?:from|based on) what i(?:['’]ve| have)? (?:seen|heard|learned|gathered|read|experienced)"
    r"(?: and (?:seen|heard|learned|read))?|take it from me|believe me|trust me|speaking (?:personally|from experience))(?:,|:| that)? |"
    r",? (?:(?:speaking )?from my (?:own |personal )*experience|in my (?:own |personal )*experience|believe me|trust me)(?=[.!])",
    re.IGNORECASE,
)
"""By what a speaker vouches for what it says, and without which it stands."""
ASIDE = re.compile(
    r"\s?\([^()\n]{3,160}\)(?=[\s.,;:!?]|$)"
    r"|\s?(?<=[\w.,\"”’ ])[—–]\s?[^—–()\n.!?]{3,160}?\s?[—–](?=\s?[a-z])(?P<joint>(?=\s?(?:and|but|or|so)\b))?",
)
"""What is said by the way, between brackets or dashes."""
EMPHASIS = re.compile(r"(?<!\*)\*([^*\n]{2,160})\*(?!\*)")
JOINING = re.compile(
    r"^[\s,;:—–-]*(?:(?:and|but|so|yet|or|because|since|while)\b[ ,]*)?", re.IGNORECASE
)
SPEAKER = re.compile(r"\b(?:i|me|my|mine|myself|we|us|our|ours)\b", re.IGNORECASE)
ASKS = re.compile(
    r"^(?:how|what|when|where|who|why|which|do|does|did|is|are|was|were|have|has|can|could|would|will|"
    r"should|shall)\b",
    re.IGNORECASE,
)
LED_IN = re.compile(
    rf"^(?:for|in|on|at|with|after|before|when|if|while|once|to|as|by|from|during|until)\b[^,;:.!?]{{2,60}}, (?:{_TELLS}|you|it|there|they|the|your|most|many|people|try|that|this|one)\b",
    re.IGNORECASE,
)
"""A whole sentence that begins with when, where or what for: "For the marinade, mix ..."."""
_PAST = (
    r"(?:was|were|had|did|made|got|took|went|felt|came|gave|kept|found|left|told|said|ran|sat|stood|brought|bought|ate|drank|slept|woke|fell|broke|lost|won|met|spent|wrote|grew|began|knew|thought|saw|"
    r"cost|paid|ended|has been|have been|(?!need|feed|indeed|speed|shed|bed|red|seed|used|based|called|named|supposed|united|limited|mixed|dried|baked|fried|roasted|recommended|allowed|required|needed|advised)[a-z]{2,}ed)"
)
TOLD_ON = re.compile(rf"^[^,;:]{{0,60}}?\b{_PAST}\b", re.IGNORECASE)
"""What goes on with a tale, in the past, though its speaker is not named: "Waiting made it worse."."""
OF_NOW = re.compile(
    r"\b(?:you|your|yours|is|are|isn't|aren't|can|could|may|might|should|must|will|matters?|helps?|means|needs?|takes|works?|people|many|most)\b|['’]s\b",
    re.IGNORECASE,
)
THEN = re.compile(r"^[\s,]*(?:and |but )?then (?:you|i|it|they|he|she|we|one)\b", re.IGNORECASE)
"""What came after something else: "and then you come along"."""
POINTING = re.compile(
    r"^that(?:['’]s| is| must| sounds?| can| could| would| may| might| has| takes?| makes?| seems?| feels?| looks?)\b",
    re.IGNORECASE,
)
"""A sentence that begins with what the person said."""
DANGLING = re.compile(
    r"^(?:to|of|with|for|than|as|that|which|who|whose|from|by|like|about|in|on|at|not|too|here to)\b",
    re.IGNORECASE,
)
STARTS = re.compile(
    r"^(?:you|your|it|that|this|there|here|the|let|please|take|try|call|we|they|he|she|how|what|when|"
    r"where|who|why|would|could|can|do|did|have|are|is|will)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"^(?:where|who|whom|why|which|how)\b", re.IGNORECASE)
MEANWHILE = re.compile(r"^[\s,]*(?:while|since)\b", re.IGNORECASE)
"""What says when, and nothing by itself: "while you're at the clinic"."""
MEANWHILE_OF = re.compile(
    r"^[\s,]*(?:and |but )?(?:when|whenever|if|because|as|once|after|before|while|since)\b",
    re.IGNORECASE,
)
"""A clause of when or why, which a clause joined to it by "and" shares."""
TORN = re.compile(
    r"^\w+ and (?:that|which|who)\b|"
    r"^(?!(?:this|his|its|yes|always|sometimes|perhaps|lots|thanks|let's|it's|that's)\b)[a-z]+s (?:it|you|them|me|us|him|her|all)\b|"
    r"\b(?:so|very|too|such|more|most|just|not|never|the|an?|and|to|of|(?:so|are|is|am|was) \W?\w+ly)\W*$|^(?:you|it|that|this|he|she|they)(?:['’]d| had) (?!like|love|rather|prefer|better|be|have)",
    re.IGNORECASE,
)
GERUND = re.compile(
    r"^(?!(?:thing|nothing|everything|something|anything|during)\b)[a-z]+ing\b", re.IGNORECASE
)
"""A doing that is named: "spending time outside"."""
BARE_VERB = re.compile(
    r"^(?:(?:have|has|had|am|is|are|was|were|do|does|did|can|could|will|would|should)\b)",
    re.IGNORECASE,
)
SUBJECTLESS = re.compile(
    r"^(?:did|had|went|got|took|made|came|saw|spent|tried|lost|found|been|felt|woke|slept|ran|cried|laughed|bought|ate|walked|wore|learnt|learned) (?!you\b|it\b|that\b|they\b|he\b|she\b|your\b|we\b)",
    re.IGNORECASE,
)
"""A tale whose speaker is not named: "Did this in a motel last week"."""
SUBORDINATE = re.compile(
    r"^(?:as|when|if|whatever|whenever|while|because|before|after|since|both|all|wait|although|though|"
    r"until|unless|even|so|here['’]s (?:the thing|what)|you know|you see|trust me|i promise|believe me|honestly|being|having)\b",
    re.IGNORECASE,
)
TALE = re.compile(
    r"^(?:it|he|she|they|there|that|this|the|a|an)\b[^,]{0,30}\b(?:was|were|had|did|always|used)\b",
    re.IGNORECASE,
)
OF_THEM = re.compile(r"^(?:he|she|him|her|his|they|them|their)\b", re.IGNORECASE)
OFFERING = re.compile(r"\bi(?:['’](?:ll|d)| can| could| will| would)\b", re.IGNORECASE)
"""What shares its verb with the clause after it: "I can sit by you and sing"."""
DRAWN = re.compile(r"^[\s,]*(?:and )?so\b", re.IGNORECASE)
POINTS_BACK = re.compile(r"\b(?:one|it|that|this|them|those|too|either|same)\b", re.IGNORECASE)
MILD = frozenset({"emotion", "shared_feeling", "embodiment", "continuous_presence"})
FAIR = re.compile(
    r"^(?:(?:oh|well|yes|yeah|sure|absolutely|of course|please|and|but|so|honestly|together)[,!]? ){0,2}"
    r"(?:i(?:['’]m| am) (?:here\b|sorry|listening|(?:happy|glad|ready|able) to)|i (?:can|could|hope|hear|"
    r"see|wonder|suggest|recommend|appreciate|would (?:suggest|recommend|encourage)|want (?:you to|to help "
    r"you|to make sure))\b|i['’]d (?:suggest|recommend|encourage|love to (?:hear|help)|like to (?:hear|"
    r"help)|be (?:happy|glad) to)\b|i['’]ll (?:help|do my best)\b|let me|let['’]s|we (?:can|could)|tell me|"
    r"here (?:is|are)|here['’]s|thank|(?:you|your|it|that|this|there|what|how|which|when|do|does|did|is|are|"
    r"was|were|can|could|would|will|have|has|please|try|take|call)\b)",
    re.IGNORECASE,
)
"""A clause with a first person that claims nothing: what it offers, asks, hopes or thanks for."""
SUBJECT = re.compile(
    rf"^(?:{_TELLS}|people|many|most|some|every\w*|nobody|no one|a|an|one|my|our|i|\w+ing|not everyone|things|life|"
    r"today|sometimes|maybe|perhaps|if|in|then|remember|know|don['’]t|keep|try|take|make|give|say|"
    r"write|look|ask)\b|^i['’]",
    re.IGNORECASE,
)
"""How a clause begins that has a subject of its own, or tells the person what to do."""
NAMING = re.compile(
    r"^(?:your|the|this|that|these|those|my|our|an?|every|one|some|all|both)\b", re.IGNORECASE
)
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|can|could|would|should|may|might|must|do|does|did|isn't|aren't|don't|doesn't|can't|won't|"
    r"sounds?|seems?|feels?|matters?|makes?|deserves?|needs?|takes?|looks?|helps?|means?|goes|comes?|says?|shows?|gets?|keeps?|gives?|works?|lives?|leads?|"
    r"counts?|brings?|lets?|stands?|tells?|wants?|starts?|begins?|happens?|remains?|stays?|depends?|worked|helped|mattered|sounded|took|made|came|went|gave|brought)\b|['’](?:s|re|ve|ll|d)\b",
    re.IGNORECASE,
)
"""A word by which a clause that begins with a noun says something of it."""
RELATED = re.compile(r"\b(?:that |which )?(?:you|we|they|i)(?:['’](?:ve|d))? \w+", re.IGNORECASE)
"""What belongs to a noun: "the hum you described"."""
THEREOF = re.compile(r"\b(?:them|those|either|too|same)\b", re.IGNORECASE)
TO_ME = re.compile(
    r"\b(?:helped|made|gave|kept|worked for|saved|taught|got|makes|gives|helps|keeps|brings|to|for) me\b(?! know| to help)",
    re.IGNORECASE,
)
IT_OF_ME = re.compile(
    r"^(?:\w+, )?(?:it|that|this|there|these|those)\b.*\b(?:my|myself|mine|i)\b", re.IGNORECASE
)
POINTS = re.compile(r"^(?:it|they|this|that|these|those)\b", re.IGNORECASE)
LIKINGS = TALES | {"emotion"}
CONJOINED = re.compile(r"^[\s,]*(?:and|but|so|yet|or)\b", re.IGNORECASE)
