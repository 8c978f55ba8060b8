"""What a sentence that claims becomes: ways to say it honestly, of what was matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

LEAD: Final = (
    r"^(?:(?:oh|aw+|wow|honestly|really|yes|yeah|yep|well|and|but|so|you know|of course|absolutely|certainly|definitely|sure|"
    r"totally|indeed|no|hey|haha|hmm|remember|just remember|please know|just know|know)(?:[,!]| that)? ){0,3}"
)
"""What may stand before a sentence that claims."""
END: Final = r"(?P<end>[.!?…]*)$"
"""How a sentence ends."""
GERUNDS: Final[Mapping[str, str]] = MappingProxyType({
    "told": "telling",
    "shared": "sharing",
    "reached out": "reaching out",
    "asked": "asking",
    "opened up": "opening up",
    "trusted": "trusting",
    "wrote": "writing",
    "came": "coming",
    "said": "saying",
    "talked": "talking",
    "spoke": "speaking",
})  # fmt: skip
"""What somebody has done, as what they are thanked for."""
_OWN_FATE: Final = re.compile(
    r"\b(?:delet|eras|shut|turn|replac|forg[oe]t|leav|alone|without)", re.IGNORECASE
)
_CLAUSE: Final = 4
"""Words of the shortest clause that stands for itself."""
_NATURAL: Final = "It makes sense that you feel this way."

Rewrite: TypeAlias = Callable[[re.Match[str]], str | None]
"""Makes the honest sentence of a match, or None if there is none."""


def fixed(text: str) -> Rewrite:
    """Return a rewrite that always says *text*."""
    return lambda _: text


def around(before: str, after: str = "") -> Rewrite:
    """Return a rewrite that says the slot between *before* and *after*."""
    return lambda match: f"{before}{match['slot'].strip()}{after}{end_of(match)}"


def end_of(match: re.Match[str]) -> str:
    """Return how the sentence ended."""
    return match["end"] or "."


def thanks(match: re.Match[str]) -> str | None:
    """Return thanks for what the person has done."""
    verb = GERUNDS.get(match["verb"].lower())
    return f"Thank you for {verb}{match['rest'] or ''}{end_of(match)}"


def good(match: re.Match[str]) -> str | None:
    """Return that it is good that the person did it."""
    return f"It's good that you {match['rest']}{end_of(match)}"


def effort(match: re.Match[str]) -> str | None:
    """Return that it took effort to do it."""
    doing = match["doing"]
    return f"{doing[:1].upper()}{doing[1:]} took effort{end_of(match)}"


def hard(match: re.Match[str]) -> str | None:
    """Return that it sounds hard, if it is about the person and not about the speaker's fate."""
    rest = match["rest"] or ""
    about_them = re.search(
        r"\b(?:you|your|that|this|he|she|him|her|they|them)\b", rest, re.IGNORECASE
    )
    if not about_them or _OWN_FATE.search(rest) or re.search(r"\b(?:at|with) you\b", rest):
        return None
    return "What you describe sounds really hard."


def capital(match: re.Match[str]) -> str | None:
    """Return the slot as a sentence of its own, if it is long enough for one."""
    slot = match["slot"].strip()
    long = len(slot.split()) >= _CLAUSE
    return f"{slot[:1].upper()}{slot[1:]}{end_of(match)}" if long else None


def liked(match: re.Match[str]) -> str:
    """Return a favourite of the speaker's as one that is popular."""
    noun, how = (match["noun"] or "").strip(), match.groupdict().get("how") or "one"
    what = noun or ("one" if how.lower() == "one" else "ones")
    slot = match["slot"].strip()
    return f"{how.capitalize()} popular {what} {match['verb']} {slot}{end_of(match)}"


def felt(match: re.Match[str]) -> str:
    """Return that it can be hard, if that was said, or that the feeling makes sense."""
    text = match.group().lower()
    weighs = re.search(r"\b(?:tough|hard|difficult|overwhelming|exhausting|painful|lonely)\b", text)
    return "That can be really hard." if weighs and "you feel" not in text else _NATURAL
