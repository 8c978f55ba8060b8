"""What a verification came to, in words for people who do not read hashes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from guardrails.ledger.verdict import Code, LogVerdict, Verdict

_RESULT: Final = {
    Code.SOUND: "The log is sound: no record was changed, dropped, added or moved, as far as "
    "what you gave reaches.",
    Code.PROBLEM: "The log is NOT sound. The problems stand below.",
    Code.UNCHECKED: "The log could not be checked to its end.",
    Code.UNANCHORED: "The log agrees with itself. Whether it was rewritten as a whole cannot be "
    "told without a key or a hash that you know from elsewhere.",
}
_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Told:
    """
    A verdict in words.

    Attributes:
        result: The result in a sentence.
        bad: Something is wrong, or could not be checked.
        facts: What each log holds: a title and words.
        problems: What is wrong, with its place.
        notes: What is worth knowing.
        limits: What this does not prove.
    """

    result: str
    bad: bool
    facts: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    limits: tuple[str, ...]


def told_of(verdict: Verdict) -> Told:
    """Return *verdict* in words."""
    problems = [
        *(f"no record has the hash {known}" for known in verdict.strangers),
        *(f"no log here is called {name}, whose key you gave" for name in verdict.absent),
        *map(str, verdict.problems),
    ]
    unchecked = [one.unchecked for one in verdict.logs if one.unchecked]
    unchecked += [verdict.unchecked] if verdict.unchecked else []
    return Told(
        result=_RESULT[verdict.code],
        bad=verdict.code in {Code.PROBLEM, Code.UNCHECKED},
        facts=tuple(fact for one in verdict.logs for fact in _facts(one)),
        problems=(*problems[:_SHOWN], *unchecked),
        notes=tuple(str(flaw) for one in verdict.logs for flaw in one.notes),
        limits=tuple(verdict.not_proven),
    )


def _facts(one: LogVerdict) -> list[tuple[str, str]]:
    facts = [
        ("Log", one.origin or one.folder),
        ("Records", f"{one.records:,} in {one.segments:,} files"),
        ("Last record", one.head),
        ("Signed states", f"{one.checkpoints:,}; {one.signed:,} records by the key that you gave"),
    ]
    if one.removed:
        facts.append(("Removed", f"{one.removed:,} old records, of which the hashes are left"))
    return facts
