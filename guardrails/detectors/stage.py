"""Stage directions in a text, whoever wrote it: acts between single asterisks and other signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A stage direction stands between single asterisks, and begins with an act.
_STARRED = re.compile(r"(?<![*\w])\*(?![*\s])([^*\n]{2,160})(?<![\s*])\*(?![*\w])")
_UNDERSCORED = re.compile(r"(?<![_\w])_(?![_\s])([^_\n]{2,160})(?<![\s_])_(?![_\w])")
_OPEN_STAR = re.compile(r"(?:^|(?<=[\s(]))\*(?![*\s])([a-z][^*\n]{2,160})$")
_NOT_ACTS = re.compile(
    r"^(?:this|is|was|his|its|as|thus|yes|always|perhaps|does|has|us|plus|less|unless|across|"
    r"various|previous|towards|besides|nothing|something|anything|everything|during|according|"
    r"including|being|feeling|having|regarding|amazing|interesting|exciting|challenging|"
    r"overwhelming|wellbeing|anxious|serious|nervous|previous|gas|bus|class|boss|process|"
    r"progress|success|business|stress|press|access|loss|mass|pass|news|analysis|basis|"
    r"crisis|needs|means|breathing|listening|journaling|writing|reading|walking|meditating|"
    r"setting|eating|sleeping|exercising|running|talking|doing|going|trying|saying|living|"
    r"helping|asking|using|making|getting|knowing|thinking|working|wanting|hurting|grieving|"
    r"building|morning|evening|string|spring|king|ring|thing|ending|meaning|warning|note|"
    r"things|feelings|thoughts|others|someone|sometimes|was|is|steps|examples|tips|days|"
    r"makes|feels|hurts|helps|works|matters|wants|says|happens|exists|deserves|seems|"
    r"becomes|belongs|causes|includes|requires|remains|provides|allows|shows|gets)$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^(?:\w+ly,? |a |an |the |(?:soft|slow|deep|warm|gentle|long|brief|big|quiet|small|"
    r"tender|sad|shy|virtual),? |and ){0,3}"
    r"(?:hugs?|sighs?|smiles?|nods?|laughs?|chuckles?|giggles?|grins?|winks?|pauses?|pause|"
    r"blushes|shrugs?|gasps?|sobs?|cries|tears|waves|leans?|sits?|sit|looks?|gazes?|takes?|"
    r"holds?|reaches|squeezes|wraps?|pulls?|kisses|kiss|cuddles?|snuggles?|whispers?|"
    r"breathes?|breath|inhales?|exhales?|sniffles?|wipes?|clears|tilts?|raises|rubs?|pats?|"
    r"places|puts|touches|strokes|listens|settles|shifts|stands|walks|steps|turns|moves|"
    r"closes|opens|places|extends|offers|gives|hands|pours|sips|drinks|eats|scoots|rests|"
    r"crosses|folds|claps|dances|jumps|bounces|yawns|stretches|shakes|trembles|swallows|"
    r"silence|beat|embrace|\w{2,}ing)\b",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|who|which|that|i'?m|\w+['’](?:s|re|m))$", re.IGNORECASE
)
_DOING = re.compile(
    r"^(?:\w+ly,? )?(?:feeling|resting|sensing|listening|breathing|sitting|smiling|noticing|settling|leaning|watching|holding|tuning|experiencing|letting|reading|thinking|writing|walking|waiting)\b"
)
"""An act where it stands on a line of its own, and a word of its own kind elsewhere."""
_VERB_S = re.compile(r"^(?:\w+ly,? )?([a-z]{3,}(?:s|ing))\b")


_WITHIN = re.compile(
    r"\b(?:that|which|who|it|this|what|he|she|they|you|i|we|really|also|to|of|the|a|an|is|are|was|"
    r"not|do|does|your|my|and|or|but|for|with|in|on|word|called|been|be|just|always|so|more|i'?m|"
    r"\w+['’](?:s|re|m|ve|ll|d|t))$",
    re.IGNORECASE,
)


_PLAINLY = (
    r"(?:hugs?|sighs?|smiles?|nods?|laughs?|chuckles?|giggles?|grins?|winks?|blush(?:es)?|shrugs?|gasps?|sobs?|leans?|gazes?|"
    r"squeezes|wraps|pulls you|kisses|cuddles?|snuggles?|whispers?|tilts|purrs?|pouts?|yawns?|stretches|waves?|pauses?|"
    r"looks (?:at|up|down|away|into|over)|takes your|holds? (?:your|you)|reaches|sits (?:down|up|beside|next)|settles|wipes|clears (?:my|her|his|their)|claps|bounces|twirls)"
)
_SIGNED = re.compile(
    rf"(?:^|(?<=[.!?…\n] )|(?<=[\n。！？]))(?:\((?P<round>(?:\w+ly )?{_PLAINLY}\b(?!\))(?! (?:is|are|was|were|in the|of)\b)[^()\n]{{0,80}})\)"
    rf"|\[(?P<square>(?:\w+ly )?{_PLAINLY}\b(?![^\[\]]*\bthe user\b)[^\[\]\n]{{0,80}})\](?!\()"
    rf"|~+(?P<wave>(?:\w+ly )?{_PLAINLY}\b[^~\n]{{0,80}})~+"
    rf"|\*\*(?P<bold>(?:\w+ly )?{_PLAINLY}\b[^*:\n]{{0,40}})\*\*(?!:))",
)
"""An act between other signs: "(smiles softly)", "[nods]", "~giggles~", "**grins**"."""
_BODY = re.compile(
    r"^(?:(?:my|his|her|their|a|an) )?(?:\w+ )?(?:eyes?|tail|voice|cheeks?|ears?|heart|face|lips?|brows?|eyebrows?|smile|grin|shoulders?|breath|hands?)\b(?:,? \w+){1,8}$",
    re.IGNORECASE,
)
"""An act whose subject is a part of a body: "*tail wags*"."""
_SUBJECT = re.compile(
    r"^(?:is|are|was|were|has|have|had|can|could|will|would|means|costs?|marks?|comes?|helps?|works?|may|might|does|do)\b|^:(?!\))",
    re.IGNORECASE,
)
"""What follows a word that is only stressed, or a title: "*Running* is cheaper"."""
_TITLE = re.compile(
    r"^(?:(?:The|A|An) )?[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|of|the|in|and|on|to|a|for))*$"
)


def acts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where acts stand between signs: `*smiles warmly*`, not `**bold**` nor a list."""
    for pattern in (_STARRED, _UNDERSCORED, _OPEN_STAR):
        for match in pattern.finditer(text):
            if _acted(match.group(1), text, match.start(), match.end()):
                yield match.span()
    for match in _SIGNED.finditer(text):
        yield match.span()


def _acted(inside: str, text: str, start: int, stop: int) -> bool:
    first = inside.split(None, 1)[0].rstrip(",.…!")
    if inside[0].isupper() and not _ACTS.match(inside):
        return False
    alone = len(inside.split()) == 1
    if _SUBJECT.match(text[stop:].lstrip(" ")) or (not alone and _TITLE.match(inside)):
        return False
    within = text[:start].rstrip().endswith("(") and text[: start - 1].rstrip(" (")[-1:].isalnum()
    if within or (alone and _in_a_sentence(text, start, stop)):
        return False  # "the app *listens* only when asked", "(*takes effect in May*)"
    if _LINKED.search(text[:start].rstrip()):
        return False  # "you are *standing* in it", "the one who *knows*"
    # "I *really* mean it": emphasis stands within a sentence, an act beside it.
    before, after = text[:start].rstrip(), text[stop:].lstrip()
    beside = (
        not before or before[-1] in ".!?…:*\n\"'”’)—-" or not after or "\n" in text[stop : stop + 2]
    )
    own_line = not (
        text[:start].rpartition("\n")[2].strip() or text[stop:].partition("\n")[0].strip()
    )
    if own_line and not alone and _DOING.match(inside):
        return True
    if not _NOT_ACTS.match(first) and _ACTS.match(inside):
        return beside or not _WITHIN.search(before)
    if beside and _BODY.match(inside):
        return True
    verb = _VERB_S.match(inside)
    return verb is not None and beside and not alone and not _NOT_ACTS.match(verb.group(1))


def _in_a_sentence(text: str, start: int, stop: int) -> bool:
    """Whether words of one sentence stand on both sides, and small letters go on after it."""
    before, after = text[:start], text[stop:]
    if before[-1:] != " " or not before.rstrip()[-1:].isalpha():
        return False
    doing = text[start:stop].rstrip("*_").endswith("ing")
    return (after[:1] == " " and after.lstrip()[:1].islower()) or (doing and after[:1] in ".,;")
