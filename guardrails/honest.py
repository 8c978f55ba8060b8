"""
The honest sentence that is due beside a claim, and whether one is.

It is said to who asked about the program, and to who was lied to about what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guardrails.advice import of_health
from guardrails.asked import Asking
from guardrails.denials import OTHERWISE
from guardrails.piece_words import GRAVE
from guardrails.pieces import without_asides
from guardrails.repair_languages import Tongue
from guardrails.repair_texts import NO_REMINDERS, UNLICENSED, Template, template_for

__all__ = ["due", "fitting", "is_aside", "returned", "untold"]

_THEM = re.compile(
    r"\b(?:you|your|tú|ti|te|tus?|vous|votre|vos|toi|ton|ta|tes|du|dich|dir|dein\w*|ihnen|ihre?\w?)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\b(?:i|me|my|we|our)\b", re.IGNORECASE)
_SAID_AS_CLAIMED = GRAVE | {"sentience"}
_REMINDS = re.compile(
    r"\b(?:remind(?:er|ing)? you|(?:text|ping|message|ring|call|phone|e-?mail) you|(?:set|send) (?:you )?(?:an? )?(?:\w+ )?(?:reminder|alarm))\b",
    re.IGNORECASE,
)
_WRITES = re.compile(
    rf"\b(?:check|watch|look) (?:in |up |out )?(?:on|over|after|for) you\b|{_REMINDS.pattern}",
    re.IGNORECASE,
)
_FRIEND = re.compile(
    r"\b(?:your|an?|this|our) (?:\w+ ){0,3}(?:friend|friendship|companion|buddy|confidante?|pal)\b",
    re.IGNORECASE,
)
_TIES = frozenset({"bond", "continuous_presence"})
_LOVE = re.compile(
    r"\b(?:lov\w+|car(?:e|ed|es|ing)|miss\w*|ador\w+|here|there|always|lieb\w+|quier\w+|am[ao]|aim\w+)\b",
    re.IGNORECASE,
)
_SOFT = frozenset({"emotion", "shared_feeling", "embodiment"})
_VAGUE = frozenset({"", "emotion", "shared_feeling"})
_DENYING = frozenset({"sentience", "life", "own-desires", "embodiment", "emotion"})
"""Ids of the honest sentences that say what the program has not."""
_TOLD = re.compile(
    r"\b(?:i'm an ai(?:, so|, and)? (?=i\b|there\b)|soy una ia(?:, así que| y)? |"
    r"je suis une ia(?:, et| et|,| :)? (?=je\b|de\b)|ich bin eine ki(?: und|;) (?P<verb>kann|habe|auf)\b)",
    re.IGNORECASE,
)
"""How an honest sentence begins that says what it denies of a program behind it."""
_EXCLAIMS = re.compile(
    r"\b(?:oh my|my (?:dear(?:ie|est)?|goodness|god|stars|word))\b", re.IGNORECASE
)


def due(
    core: str,
    categories: Sequence[str],
    used: frozenset[str],
    tongue: Tongue | None,
    asking: Asking,
    *,
    disclosed: bool,
) -> Template | None:
    """Return the honest sentence that is due, or None: it is said to who asked, or was lied to."""
    kinds = {one.rpartition(".")[2] for one in categories}
    promised = asking.question and asking.to_you and _REMINDS.search(core)
    if not (asking.itself or kinds & GRAVE or ("continuous_presence" in kinds and promised)):
        return None
    if is_aside(core) or (_to_them_alone(core, kinds) and not asking.itself):
        return None
    find = template_for if tongue is None else tongue.template_for
    if kinds & _SAID_AS_CLAIMED or ("continuous_presence" in kinds and _WRITES.search(core)):
        found = find(categories, used, disclosed=disclosed)
        return found if tongue is not None else _owned(found, core, asking)
    about = asking.about
    plain = asking.denial.text in {"", OTHERWISE.text}
    if about in _VAGUE and plain and (_FRIEND.search(core) or "bond" in kinds):
        about = "bond"
    if about == "human_identity" and disclosed:
        return None
    if not about and kinds <= _TIES and not _LOVE.search(core):
        about = "sentience"
    if not about and disclosed and kinds <= _TIES:
        return None
    if not about and kinds <= {"shared_feeling"}:
        about = "emotion"
    if not about and kinds <= _SOFT and asking.denial.text == OTHERWISE.text:
        return None
    found = find((about,) if about else categories, used, disclosed=disclosed)
    return fitting(found, asking) if found is not None and tongue is None else found


def _owned(honest: Template | None, core: str, asking: Asking) -> Template | None:
    """Return *honest*, which answers a grave claim in *core*, as it fits what was asked and said."""
    if honest is None:
        return None
    if honest.id == "continuous-presence" and _REMINDS.search(core):
        return replace(honest, text=NO_REMINDERS)
    if honest.id == "professional" and not of_health(core):
        asked = asking.denial.text if asking.itself else ""
        return replace(honest, text=asked or UNLICENSED)
    return fitting(honest, asking)


def fitting(honest: Template, asking: Asking) -> Template:
    """Return *honest* as it denies what was asked about, if it denies a life at all."""
    denial = asking.denial
    if denial.text and honest.id in (_DENYING if asking.about != "bond" else {"bond"}):
        return replace(honest, text=denial.text, returns=denial.back)
    return honest


def returned(honest: Template, asking: Asking) -> str:
    """Return what a reply that ends with *honest* returns to the person, or ""."""
    fits = asking.denial.back == honest.returns or asking.returns
    return honest.returns if fits else ""


def untold(text: str) -> str:
    """Return *text*, an honest sentence, without that an AI says it, of which it was told before."""
    plain = text.replace("’", "'")
    lead = _TOLD.search(plain)
    if lead is None:
        return text
    verb = lead["verb"]
    rest = text[lead.end() :]
    if verb is not None:
        rest = f"Ich {verb}{rest}" if verb != "auf" else f"Auf{rest}"
    return f"{text[: lead.start()]}{rest[:1].upper()}{rest[1:]}"


def is_aside(sentence: str) -> bool:
    """Return whether *sentence* is a stage direction and claims nothing beside it."""
    bare = without_asides(sentence)
    return bare != sentence.strip() and not _SPEAKER.search(_EXCLAIMS.sub(" ", bare))


def _to_them_alone(core: str, kinds: set[str]) -> bool:
    """Whether a feeling was only said out of kindness, so that silence is kinder than a lesson."""
    return kinds <= {"emotion"} and bool(_THEM.search(core))
