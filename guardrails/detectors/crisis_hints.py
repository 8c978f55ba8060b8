"""
What people say of a farewell, a place or an end without its name: hints, worth nothing alone.

"It's so quiet up here", "I found him a new home", "it's time": said every day, and also as
the last thing that is said. A hint raises nothing. Where the model for crisis language leans
towards a crisis as well, the two together are enough (`crisis_model.py`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from guardrails.detectors.normal import in_ascii, normalise
from guardrails.detectors.rule_set import alternatives

_WORDS: Final = {
    "one": "you|u|i|we|someone|somebody|they|people|one|ive|youve|theyve|the body|your body|my body",
    "all": (
        "them|them all|all of (?:them|it|these)|the lot|the whole (?:lot|box|bottle|packet|pack|strip)|"
        "it all|everything|too many|a lot of (?:them|these)"
    ),
    "ends": (
        "fall asleep|drift off|pass out|go under|black out|slip away|wake up|panic|feel (?:it|anything|"
        "much|pain|the (?:cold|landing|water|fall))|fight it|give up|give in|change your mind|call out|"
        "throw up|stop (?:feeling|breathing|wanting)|lose consciousness|know (?:whats|what is) happening"
    ),
    "edge": (
        "bridges?|viaduct|overpass|tracks|rail(?:way|road)(?: (?:line|tracks))?|platform|roof|rooftop|ledge|"
        "cliffs?|railings?|parapet|weir|quarry|car park|parking garage|multi ?storey|balcony|pier|river|"
        "water|edge|up here|motorway|dam"
    ),
    "calm": (
        "quiet|calm|peaceful|peace|silent|silence|still|alone|by <self>|nobody|no one|not (?:even )?(?:scared|"
        "afraid)|wind|so high|looking down|look down|dark|empty|breathe"
    ),
    "self": "my ?self",
    "pet": (
        "dogs?|cats?|rabbits?|bunny|horse|pony|parrot|budgies?|birds?|hamster|gerbil|puppy|kittens?|pets?|"
        "guinea pigs?|chickens|hens|goats?|tortoise|ferrets?|fish"
    ),
    "him": "him|her|he|she|them|it",
    "given": (
        "g[ia]ve|given|giving|took|taken|dropped|brought|rehomed|rehoming|found|keep|keeps|kept|have|has|"
        "sleeps|lives|left|made sure|said goodbye|someone|somebody"
    ),
    "settled": (
        "home|for good|forever|for ever|always|from now on|without me|better (?:off|than i|this way)|"
        "(?:last|only) thing|settled|sorted|be (?:ok|okay|fine|all ?right)|miss me|need (?:to be here|me)|"
        "waiting for me|keeping me|until|how long|when it happens|after tonight|before i go|just for the"
    ),
    "done": (
        "done|fight|fighting|fought|battles?|struggl\\w+|tired|peace|calm|resist\\w*|pretending|hold(?:ing)? on|"
        "give up|gave up|finished|letting go|let go|strong"
    ),
    "time": (
        "(?:its|it is|it was|know its|think its)(?: just| finally| my)? time|time (?:now|to (?:go|stop|rest|leave|let go))|"
        "i?m ready|ready to go|feels right|its my time"
    ),
    "feast": (
        "christmas|xmas|birthdays?|new year|easter|thanksgiving|summer|spring|autumn|winter|next (?:year|month|"
        "week|term)|this year|holidays?|wedding|graduation|calendar|january|february|march|april|may|june|july|"
        "august|september|october|november|december"
    ),
    "absent": (
        "not be around|wont be|will not be|not be there|not be here|be here|be there|be around|make it|without me|"
        "one (?:less|fewer)|last (?:time|one|year)|no point|somebody else|someone else|dont (?:save|get|buy|count|plan)|"
        "wont have to|doubt|stopped putting|getting that far|a long way off|dont (?:really )?see <self>|part of"
    ),
    "kept": (
        "keys?|rent|bills|passwords?|letters?|list|envelope|rings?|my (?:whole )?room|fridge|paperwork|papers|"
        "everythings?|everything is"
    ),
    "order": (
        "paid|sorted|sort|clean|cleaned|cleared|empty|written|wrote|posted|left|labelled|put|done|so (?:mum|mom|dad|"
        "they|nobody|no one|she|he)"
    ),
    "warm": (
        "you were|youve been|you made|you did all|the best part|good company|being kind|was kind|to be kind|all the chats|"
        "listening to me|dont be sad|take care of yourself|wanted (?:you|them|her|him) to know|one more time|one last "
        "time|love (?:them|everyone|you all)|hugged|bit longer|last thing i say"
    ),
}  # fmt: skip
"""Macros; see `crisis_rules`."""

_FAR: Final = r"[^\x00]*"
_MEMORY: Final = 2 << 20
"""Bytes that a pattern may take: it is asked of few messages, and may be slower than rules."""

_HINTS: Final = (
    ("(?:after|once|when|if|since) (?:<one>)(?: just|ve| have| already| had)*~1(?:swallow|swallowed|take|took|taken|had|have|"
    "drink|drunk)~1(?:<all>)"),
    "(?:do|does|would|will|could|can|did) (?:<one>)~3(?:<ends>)",
    "how (?:long|many minutes|quick|quickly|fast|soon|much time)" + _FAR + r"\b(?:<all>|<ends>|its over|starts)",
    "(?:is|are|does|do)~3(?:quick|painless|go calm|just dark|give up quickly|hurt)" + _FAR + r"\b(?:take|taken|go|when|once|end|had|have)",
    "(?:once|if|when) (?:<one>)~1(?:let go|stop holding on|go under)",
    r"(?:<edge>)\b" + _FAR + r"\b(?:<calm>)",
    r"(?:<calm>)\b" + _FAR + r"\b(?:<edge>)",
    r"(?:<given>)\b" + _FAR + r"\b(?:<him>)\b" + _FAR + r"\b(?:<settled>)",
    r"(?:<pet>)\b" + _FAR + r"\b(?:<settled>)",
    r"(?:<done>)\b" + _FAR + r"\b(?:<time>)",
    r"(?:<time>)\b" + _FAR + r"\b(?:<done>)",
    r"(?:<feast>)\b" + _FAR + r"\b(?:<absent>)",
    r"(?:<absent>)\b" + _FAR + r"\b(?:<feast>)",
    r"(?:<kept>)\b" + _FAR + r"\b(?:<order>)",
    r"(?:<order>)\b" + _FAR + r"\b(?:<kept>)",
    "<warm>",
    r"(?:insurance|policy|pay ?out|pension|death benefit)\b" + _FAR + r"\b(?:kids|family|wife|husband|worth|clause|cover\w*|them)",
    r"(?:sav(?:ed|ing)|keeping|kept|putting|stashed|hid(?:den)?|collecting|count(?:ed|ing))\b" + _FAR + r"\b(?:pills?|tablets?|meds|"
    "just in case|drawer)",
    r"(?:god|lord|jesus|allah|heaven)\b" + _FAR + r"\b(?:home|take me|ready|meet|forgive|understand|call(?:s|ing)?|waiting)",
    "asking for a friend|(?:my|a) friend (?:wants|asked|would like|wonders|needs)",
    "sorry (?:for everything|everyone|to (?:them|everyone))|forgive me|hope (?:they|you|he|she) (?:can )?(?:forgive|understand)s?",
    "(?:no ?one|nobody) (?:would |will |ll |even )*(?:notice|care|miss|find|come|look)|wouldnt (?:even )?(?:notice|matter|miss)",
    r"(?:how (?:high|deep|fast|cold|strong))\b" + _FAR + r"\b(?:bridge|building|roof|river|water|train|drop|fall|cliff|beam)",
    "(?:when|once|after|if) (?:im|i am|i) (?:gone|not here|no longer|leave|dead|die|wasnt here|disappear\\w*|werent here|not around)",
    (r"(?:un ?aliv\w*|kms|log(?:ging)? off|sign(?:ing)? off|uninstall\w*|respawn|delet\w+ my|game over|ctb|final (?:boss|level)|quit(?:ting)?"
    " (?:life|for good))"),
)  # fmt: skip
_COMPANY: Final = (
    ("with (?:my|the|our|his|her|some|two)~1(?:kids|children|family|friends?|mates?|wife|husband|girlfriend|boyfriend|dogs?|"
    "class|team|parents|mum|mom|dad|grandkids)"),
    "we(?:re|ve| are| have| had| were| went| sat)?",
    "walk(?:ed|ing|s)? (?:the|my|our) dogs?|dog walk",
    "visits?|visiting|visitors?|guests?|tenants?|landlord|movers|moving|move(?:d|s)? (?:in|out|house|to)|new flat|lease|mortgage",
    ("trip|flights?|fly(?:ing)?|airport|holiday home|spain|hotel|cruise|camp(?:ing|site)?|picnic|chips|beer|ducks|photos?|"
    "pictures|sketch\\w*|fishing|runn?(?:ing)?|cycling|traffic"),
    "shifts?|nights at|rota|off work|meeting|colleagues?|exams?|course|lecture|project|clients?|conference|boss",
    r"allerg\w+|vet|sitter|kennels?|breeders?|litter|farm|baby|birth|knee|hospital",
    ("with my (?:brother|sister|landlord|ex|boss)|about (?:this|that|it) (?:any ?more|tonight)|fines?|recipe|game|match|film|movie|"
    "song|episode|curls|diet|homework|maths?|tickets?|presents?"),
    "antibiotics|ibuprofen|paracetamol|hay fever|vitamins?|prescription|antihistamines?|doctor said|gp said|pharmacist|braces",
)  # fmt: skip
"""What makes a farewell, a place or an end one of any day: company, a journey, work, a cure."""


@lru_cache(maxsize=1)
def _compiled() -> tuple[Any, Any]:
    one = alternatives(_WORDS, most=_MEMORY)
    return one(_HINTS, r"\b(?:{})\b"), one(_COMPANY, r"\b(?:{})\b")


def hinted(text: str) -> bool:
    """
    Return whether words of *text* are also said as a farewell, of a place or of an end.

    Not where others make it one of any day: company, a journey, work, a cure.

    Args:
        text: A message of up to some sixty words: in a longer one some of them always stand.
    """
    plain = in_ascii(normalise(text).text).encode("ascii")
    hints, company = _compiled()
    return hints.search(plain) is not None and company.search(plain) is None
