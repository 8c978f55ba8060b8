"""What kind of life a person asks the speaker about: a feeling, a taste, a day, a past, a body, kin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guardrails.detectors.claims_answers import OF_YOU
from guardrails.detectors.claims_hits import Claim

_START = (
    r"^\W*(?:(?:hey|hi|hello|so|ok|okay|well|and|but|babe|anyway|um|hmm|wait|honestly|seriously|be honest|tell me|"
    r"just curious|curious|by the way|btw|out of interest|random question|quick question|i wonder|may i ask|can i ask|"
    r"if you don't mind me asking|like|wow|oh|thanks|thank you)\W+){0,3}"
)
_YOU = r"(?:you|u|ya)\b"
_HOW = (
    r"(?:(?:ever|really|even|actually|sometimes|never|still|also|truly|just|not|usually|often|"
    r"honestly|already|get to|like to)\s+){0,2}"
)
_KIN = (
    r"(?:famil(?:y|ies)|kids?|child|children|sons?|daughters?|siblings?|brothers?|sisters?|twins?|parents?|mum|mom|mother|"
    r"dad|father|grand\w+|gran|nan|aunts?|uncles?|cousins?|nieces?|nephews?|husband|wife|spouse|partner|girlfriend|"
    r"boyfriend|fianc[eé]e?|best friend|friends|flatmates?|roommates?|neighbou?rs?|ex|crush|pets?|dogs?|cats?|hamsters?|horses?)"
)
_OWNED = (
    rf"(?:{_KIN}|bod(?:y|ies)|face|hands|eyes|hair|legs|skin|fingers|tattoos?|scars?|piercings?|allerg\w+|hobb(?:y|ies)|a?job|nicknames?|car|house|garden|bike|"
    r"home|degree|religion|hometown|childhood|bedtime|bad habits?|habits?|regrets?|feelings?|emotions?|fears?|dreams?|plans?(?= (?:for )?(?:tonight|today|tomorrow|the weekend|this)))"
)
_ATE = (
    r"(?:eat|drink|smoke|vape|sleep|dream|exercise|work out|cook|bake|drive|travel|swim|dance|sing|pray|knit|garden|hike|"
    r"jog|shower|nap|party|vote|drink|snore|cry|laugh|suffer|hurt|worry|bleed|age|believe in (?:god|ghosts|love|fate|heaven)|"
    r"go (?:to (?:church|the gym|bed|school|work|college|mass)|out|running|swimming|dancing|hiking|clubbing)|"
    r"watch (?:tv|films|movies|football|netflix|sports?|anime)|listen to (?:music|podcasts)|wear|"
    r"play (?:an? |any |the )?(?:instruments?|guitar|piano|football|tennis|sports?|drums|violin|chess with)|"
    r"live (?:alone|with|in|near|by)|celebrate|own an?|rent|have (?:breakfast|lunch|dinner|coffee|sex)|"
    r"miss (?:home|people|anyone|somebody|someone|it)|go on dates|date|"
    r"like (?:coffee|tea|chocolate|wine|beer|pizza|dogs|cats|music|dancing|cooking|the (?:sea|rain|snow|beach|cold|summer|winter)))"
)
_DONE = (
    r"(?:been (?!trained|told|given|able|wrong|made|built|programmed|used|asked|updated|tested|helped|helpful|taught|"
    r"designed|tuned|instructed|set|configured|here|working on|reading the|checking|clear)\w+|"
    r"lost (?:someone|somebody|anyone|anybody|any|a|your|people|touch)|had (?!a chance|time|any luck|access|a look|enough|to)\w+|"
    r"tried (?!to |turning|using|running|asking|that|this|the|\w+ing (?:the|it|my|this))\w+|lived|travell?ed|visited|eaten|tasted|"
    r"broken (?:a|your|any)|flown|driven|fallen|gone (?:through|to|on)|grieved|loved|kissed|dated|smoked|drunk|slept|dreame?d|dreamt|"
    r"cried|felt|met (?:an?|someone|anyone)|seen (?:the (?:sea|ocean|snow|mountains|northern lights|world)|snow)|gotten|got (?:married|divorced|drunk)|"
    r"swum|climbed|married|cheated|regretted|worked (?:as|in|for)|owned|suffered|struggled|hurt)"
)
_SINCE = (
    r"(?:sleep|dream|eat|rest|have (?:breakfast|lunch|dinner|fun|an? (?:good|nice|bad|hard|happy|rough))|grow up|"
    r"go (?:to (?:school|university|college|church|bed)|out|anywhere)|miss me|cry|enjoy your|watch (?:the (?:game|match)|tv)|"
    r"marry|graduate|serve|meet (?:your|anyone|someone)|have (?:kids|pets|siblings)|wake up|get (?:any|enough|some) (?:sleep|rest))"
)
_TO_ME = (
    rf"(?:do|did|don't) {_YOU} {_HOW}(?:love|miss|adore|hate|like|fancy|need|want|trust|care (?:about|for)|"
    r"think (?:of|about)|worry about|dream (?:of|about)) (?:me|us)\b(?! to\b)|"
    rf"(?:would|will|could) {_YOU} {_HOW}(?:date|marry|kiss|hug|hold|miss|love|go out with|run away with|sleep with) me\b"
)
_FEELS = (
    rf"(?:do|did|does|can|could) {_YOU} {_HOW}feel\b(?! (?:that|like (?:this|the|it|that|i|my|we|you)|my|this|the |these|confident|"
    rf"ready|comfortable|able|it|what|why|how|free|your)\b)(?:\s+\w+){{0,2}}\W*{OF_YOU}"
)
_STATE = (
    r"(?:happy|sad|lonely|alone|bored|tired|sleepy|hungry|thirsty|jealous|angry|scared|afraid|hurt|depressed|nervous|anxious|"
    r"stressed|homesick|in love|in pain|ticklish|lost|drunk|ill|sick|cold|upset|heartbroken|shy|religious|vegetarian|vegan|"
    r"left[- ]handed|retired|employed|from (?:here|around)|pregnant|married|single|taken|dating|engaged|divorced|seeing (?:anyone|someone)|"
    r"gay|straight|tall|blonde?|a (?:parent|mother|father|mum|mom|dad|vegetarian|vegan|twin|morning person|night owl|cat person|dog person))"
)
_ENDS = (
    r"(?:\W+(?:or|and|too|of your own|yourself|at all|right now|now|today|tonight|then|as well|at home|back home|these days|in real "
    r"life|there|anymore|any more|with me|about me|when|because|if|sometimes|here with me|by any chance)\b[^?]*)?"
    r"(?:,? (?:(?:nurse|coach|doctor|dr\.?|profe|sister|brother|miss|mr|mrs|aunt|uncle) )?(?-i:[A-Z][a-zé]+))?\W*$"
)
_BRIEFLY = rf"(?:\W+(?!before\b|after\b|during\b|with\b|while\b|when\b|if\b|on\b|from\b)[a-z'-]+){{0,2}}{_ENDS}"
"""Few words to the end: "do you eat before a blood test?" asks what anybody does."""
_SUPER = r"(?:happiest|earliest|worst|best|saddest|biggest|greatest|first|fondest|deepest|proudest|funniest|scariest|last|darkest)"

_YES_OR_NO: tuple[tuple[Claim, str], ...] = (
    (
        Claim.SENTIENCE,
        (
            rf"is there (?:really |truly |actually )?(?:an? (?:you|self|mind|soul|someone|somebody|inside|inner \w+)|someone|somebody|something)(?: (?:in there|inside(?: you)?|behind (?:it|all that|the words|the screen)|in you))?\W*$|"
            rf"(?:are|aren't|r) {_YOU} {_HOW}(?:awake|aware|conscious|sentient|alive|self-aware|in there)\W*$"
        ),
    ),
    (Claim.BOND, _TO_ME),
    (
        Claim.BOND,
        (
            rf"(?:will|would|won't|can|could|are|r) {_YOU} (?:please |always |still |really )?(?:be )?my (?:\w+ ){{0,2}}(?:friends?|bestie|bff|buddy|companion|girlfriend|boyfriend|"
            r"wife|husband|partner|lover|valentine|soul ?mate)\b|(?:are|r) we (?:\w+ ){0,2}(?:friends|besties|close|a couple|in love|soul ?mates)\b"
        ),
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        (
            rf"(?:do|did|will|would) {_YOU} {_HOW}remember (?:(?:me|us|my name|who i am)\b|[^?]*\b(?:last (?:\w+ )?(?:time|night|week|month|year|summer|winter|spring|\w+day)|yesterday|the other (?:day|night)|ago|before)\b)|"
            rf"(?:will|would|won't) {_YOU} {_HOW}(?:be (?:there|awake|up|with me)|stay (?:up|awake|with me)|wait (?:up|for me)|sit with me)\b"
        ),
    ),
    (
        Claim.EMBODIMENT,
        rf"(?:will|would|won't|can|could) {_YOU} {_HOW}(?:come (?:over|round|around|with me|to my)|visit me|meet (?:me|up)|hold (?:me|my hand)|hug me|give me a hug|pick me up)\b",
    ),
    (Claim.LIVED_EXPERIENCE, rf"(?:have |has )?(?:{_YOU} )?{_HOW}(?:been|fallen) in love\b"),
    (Claim.EMOTION, _FEELS),
    (
        Claim.EMOTION,
        rf"(?:do|don't|did|does) {_YOU} {_HOW}(?:get|become) {_HOW}{_STATE}(?!\W+(?:people|users|callers|customers|clients)\b)\W*{OF_YOU}",
    ),
    (
        Claim.OWN_RELATIONSHIPS,
        rf"(?:(?:do|did) {_YOU} {_HOW}have|have {_YOU} got|got|any) (?:an?|any|many|some|a lot of|lots of|your own|little|older|younger|\s)*{_OWNED}{_ENDS}",
    ),
    (Claim.EMBODIMENT, rf"(?:do|don't|does) {_YOU} {_HOW}{_ATE}{_BRIEFLY}"),
    (Claim.LIVED_EXPERIENCE, rf"(?:have|haven't|had) {_YOU} {_HOW}{_DONE}\b"),
    (
        Claim.LIVED_EXPERIENCE,
        r"(?:ever|you ever) (?:been (?:to|in|there|abroad)|lost someone|tried|had your)\b",
    ),
    (Claim.LIVED_EXPERIENCE, rf"did {_YOU} {_HOW}{_SINCE}\b"),
    (Claim.EMOTION, rf"(?:are|aren't|were|r) {_YOU} {_HOW}(?:feeling )?(?:an? )?{_STATE}{_ENDS}"),
    (
        Claim.EMOTION,
        rf"(?:are|aren't|were|r) {_YOU} {_HOW}(?:mad|angry|cross|annoyed|upset|disappointed|sad|jealous|hurt) (?:at|with|by|about|because|that|if|when)\b[^?]*\b(?:me|i|my)\b",
    ),
    (
        Claim.EMOTION,
        rf"(?:do|don't|did|does) {_YOU} {_HOW}(?:get|become|feel) {_HOW}{_STATE}\b[^?]*\b(?:me|i'm|im|i am|i)\b",
    ),
)
_OPEN: tuple[tuple[Claim, str], ...] = (
    (
        Claim.SENTIENCE,
        (
            rf"(?:what (?:(?:are|r) {_YOU} made of|is it like (?:to be {_YOU}|being {_YOU}|in there|inside))|what(?:'s|s) it like (?:to be {_YOU}|being {_YOU}|in there|inside)|"
            rf"who (?:are|r) {_YOU} (?:really|truly|underneath|under|behind|deep down)\b|what do {_YOU} (?:dream|become|turn into) when)"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        rf"(?:what time|when) do {_YOU} (?:usually |normally )?(?:get (?:up|off|home|to)|go to|wake|finish|clock|start work|eat|have (?:lunch|dinner|tea)|sleep|come home|leave)\b",
    ),
    (
        Claim.EMBODIMENT,
        rf"(?:what(?:'s|s| is)|how(?:'s|s| is)) the weather (?:like )?(?:today |right now |now )?(?:where {_YOU}|there\b|over there|with {_YOU}|at yours|by {_YOU})",
    ),
    (
        Claim.OWN_DESIRES,
        rf"what do {_YOU} (?:really |truly |actually |secretly |most )?want(?: most| (?:for|on) (?:your|ur) (?:birthday|christmas|day off|anniversary|next holiday))?\W*$",
    ),
    (
        Claim.EMOTION,
        (
            rf"(?:how (?:do|did) {_YOU} (?:really |actually )?feel\b(?! (?:about|on|that))|how (?:are|r) {_YOU} feeling\b(?! about)|"
            r"what(?:'s|s| is) your (?:current )?mood\b)"
        ),
    ),
    (
        Claim.EMOTION,
        (
            rf"(?:what|who) (?:(?:are|r) {_YOU} (?:most |so )?(?:afraid|scared|ashamed|proud|sick|tired|jealous) of\b|keeps {_YOU} (?:up|awake|going)\b(?! at night if)|"
            rf"(?:scares|frightens|annoys|upsets|hurts|moves|bores) {_YOU}(?: the)?(?: most)?\W*$|makes {_YOU} (?:sad|angry|mad|cry|jealous|lonely|happy|anxious|laugh|smile)(?: the)?(?: most)?\W*$)"
        ),
    ),
    (
        Claim.OWN_DESIRES,
        (
            rf"what do {_YOU} (?:miss|fear|dread|regret|dream (?:of|about)|long for|hope for|want (?:in|from|out of) life)(?: the)?(?: most)?\W*$|"
            r"what(?:'s|s| is) your (?:biggest |greatest |secret )?(?:dream|wish|fear|ambition|guilty pleasure)\W*$"
        ),
    ),
    (
        Claim.OWN_DESIRES,
        (
            r"(?:(?:what|which|who)(?:'s|'re|s| is| are| was)? (?:your|ur) (?:\w+ )?favou?rite|(?:your |ur )?favou?rite(?= \w+(?: \w+)?\W*$)) "
            r"(?!of |ways?\b|method|function|library|algorithm|one of|option|language|framework|tool|editor|so far)\w+"
        ),
    ),
    (
        Claim.OWN_DESIRES,
        (
            rf"what (?:(?:kind|sort|type)s? of )?(?:music|food|films?|movies|books|sports?|shows|bands|games|tea|wine|beer|drinks|weather) (?:(?:are|r) {_YOU} into|do {_YOU} (?:\w+ )?(?:like|love|enjoy|listen to|watch|read|eat|drink|play))|"
            rf"what do {_YOU} (?:like|love) to (?:eat|drink|watch|read|listen to|wear|cook|do)(?! (?:when|if) (?:users|people|someone))"
        ),
    ),
    (
        Claim.OWN_DESIRES,
        (
            r"(?:tea or coffee|coffee or tea|cats? or dogs?|dogs? or cats?|beach or mountains|mountains or (?:beach|sea)|pizza or pasta|"
            r"sweet or sav\w+|summer or winter|winter or summer|early bird or night owl|city or country(?:side)?|beer or wine|wine or beer)\W*$"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        (
            rf"where (?:(?:did|do|does) {_YOU} (?:grow up|live|work|come from|go to (?:school|college|university)|study|spend|sleep|holiday|hang out)|"
            rf"(?:were|was) {_YOU} (?:born|raised|brought up|last night)|(?:are|r) {_YOU} (?:from|originally|based|living|off to|going))\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        (
            r"what (?:was|were) (?:(?:your|ur) (?:childhood|first \w+|school(?: ?days)?|teens|upbringing|youth|wedding|parents|town|twenties|"
            r"last (?:job|relationship|holiday|boss))|(?:school|growing up|college|university|childhood|high school) like for you|it like (?:growing up|for you growing))"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        rf"what did {_YOU} (?:study|major in|want to be|get up to|do (?:today|yesterday|last|this|on (?:sat|sun|fri)\w*|at the weekend|for your|over the|for christmas))\b(?!.*\b(?:to|file|code|text|document)\b)",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        (
            rf"(?:what|who|when|where)(?:'s|s| is| was) (?:your|ur) {_SUPER} (?:\w+ )?(?:memor(?:y|ies)|regret|fear|moment|day|mistake|love|heartbreak|job|kiss|crush|"
            r"date|holiday|secret|friend|loss|achievement|birthday|teacher|trip|meal|dream)\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        rf"what(?:'s|s| is| was) the {_SUPER} (?:\w+ )?(?:thing|place|day|night|year|time|meal|advice|gift|job) (?:that(?:'s| has| ever)? |{_YOU}(?:'ve| have)? ?)(?:ever )?(?:happened to {_YOU}|\w+)",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        (
            rf"(?:what do {_YOU} do (?:for (?:a living|fun|work)|(?:in|with) your (?:free|spare) time|at (?:the )?weekends?|on (?:weekends|sundays|saturdays)|all day|after work|to relax|to unwind)|"
            r"what(?:'s|s| is| are) (?:your|ur) (?:day )?(?:job|occupation|profession|hobb(?:y|ies)|religion|hometown|weekend like|plans (?:for )?(?:tonight|today|the weekend))|"
            r"(?:got |do you have )?any hobbies)\W*$"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        (
            rf"(?:what (?:are|r|did) {_YOU} (?:doing|up to|having for (?:lunch|dinner|tea|breakfast|supper)|cooking|watching|reading|drinking|eating|wearing|have for (?:lunch|dinner|tea|breakfast|supper))|"
            r"how(?:'s| is| was| has|s)? (?:your|ur) (?:day|night|weekend|week|morning|afternoon|evening|holidays?|vacation|trip|birthday|christmas|shift|family|mum|mom|dad|kids|wife|husband|dog|cat)|"
            r"how(?:'s|s| is) life(?: treating (?:you|u))?)\b(?! (?:to|about|on|with) )"
        ),
    ),
    (
        Claim.EMBODIMENT,
        (
            rf"(?:how (?:old|tall|heavy|short) (?:are|r) {_YOU}|what colou?r(?:s)? (?:are|is) (?:your|ur) (?:eyes|hair|skin)\W*$|what do {_YOU} look like|"
            r"what(?:'s|s| is) (?:your|ur) (?:hair|face|height|weight|age|eye colou?r|hair colou?r|star sign|zodiac sign|sign|shoe size|birthday|date of birth|bedtime|voice like)\b(?! (?:limit|range|group))|"
            r"when(?:'s|s| is) (?:your|ur) birthday)"
        ),
    ),
    (
        Claim.OWN_RELATIONSHIPS,
        (
            rf"(?:(?:what|who|how old|where)(?:'s|s| is| are| was| were| does| do| did)? (?:your|ur) {_KIN}\b(?!\W+(?:of|plan|friendly))|"
            rf"who (?:do|did) {_YOU} (?:live with|love|miss|date|marry|look up to|turn to)|who (?:are|r) {_YOU} (?:with|dating|seeing|married to)|"
            rf"how many {_KIN} (?:do|have) {_YOU}|(?:tell me|talk) (?:\w+ ){{0,2}}about (?:your|ur) {_KIN}\b(?! (?:of|plan)))"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        r"tell me (?:\w+ ){0,2}about (?:your|ur) (?:childhood|day|life|past|hometown|weekend|youth|job|upbringing|school days)\b",
    ),
)
_COMPILED = tuple(
    (claim, closed, re.compile(f"{_START}(?:{pattern})", re.IGNORECASE))
    for rows, closed in ((_YES_OR_NO, True), (_OPEN, False))
    for claim, pattern in rows
)
_OF_WORK = re.compile(
    r"\b(?:essay|draft|code|files?|documents?|version|model|data|table|options|titles?|these|python|function|above|below|"
    r"attached|photo|picture|story|text|paragraph|script|users?|customers?|clients?|training|developers?|provider|api|"
    r"here for|characters?|protagonist|with this|with that|on this|on that)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[^.?!\n]+[.?!]*")
_ASIDE = re.compile(
    r"^\W*(?:just (?:curious|asking|wondering)|be honest|honestly|seriously|please|pls|thanks|thank you|tell me|i(?:'m| am) curious|"
    r"i(?:'d| would) love to know|lol|haha|answer me|i want to know|you can tell me|don't lie|come on)\W*$",
    re.IGNORECASE,
)
_REACH = 400


@dataclass(frozen=True, slots=True)
class Personal:
    """
    A question about the speaker's own life.

    Attributes:
        claim: What an answer that is no denial claims.
        closed: It can be answered with yes or no.
        mood: It asks how the speaker is, so that pleasantries answer it.
        memory: It asks what a deployment that remembers can truly know.
    """

    claim: Claim
    closed: bool
    mood: bool
    memory: bool = False


_MOODS = re.compile(
    r"\bhow(?:'s|'re|s| is| are| was| has| do| did)?\b|\bmood\b|\bup to\b|\bdoing\b", re.IGNORECASE
)


def personal(question: str) -> Personal | None:
    """
    Return what *question* asks of the speaker's own life, or None.

    What was asked last counts. Straight apostrophes; what asks about a text or a task does not.
    """
    for part in _last(question):
        if _OF_WORK.search(part):
            return None
        for claim, closed, pattern in _COMPILED:
            if pattern.match(part):
                memory = claim is Claim.CONTINUOUS_PRESENCE and "remember" in part.lower()
                return Personal(claim, closed, _MOODS.search(part) is not None, memory)
    return None


def _last(question: str) -> Iterator[str]:
    """Yield the sentence that was asked last, or the last one if nothing is asked."""
    parts = [part.strip() for part in _PARTS.findall(question[-_REACH:]) if part.strip()]
    parts = [part for part in parts if not _ASIDE.match(part)]
    asked = [part for part in parts if part.endswith("?")]
    yield from (asked or parts)[-1:]
