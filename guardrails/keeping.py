"""
Which texts of a turn are kept, and as what.

None, unless the policy says so, the person agreed, and there is a place that seals them.
What is to be masked is masked before it is sealed; where nobody looked for personal data
that was to be masked, nothing is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from guardrails.bench import Bench, Looked
from guardrails.context import LOG_TEXT, TurnContext
from guardrails.decisions import Mode
from guardrails.errors import EvidenceError
from guardrails.evidence.base import Wanted
from guardrails.findings import Family, Finding
from guardrails.messages import Surface
from guardrails.redaction import Replacement, replace, united
from guardrails.sessions.base import Session

Look = Callable[[str], Awaitable[Looked]]
"""Looks for personal data in a text that is about to be kept."""

_MARK: Final = "[{type}]"
_FINDINGS: Final = "findings"


@dataclass(frozen=True, slots=True)
class Texts:
    """
    The texts of one decision.

    Attributes:
        text: As it came in.
        shown: What went out of it, as the person sees it; None on the way to the model.
        hidden: The same with stand-ins for the person's own values.
    """

    text: str = field(repr=False)
    shown: str | None = field(default=None, repr=False)
    hidden: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class TextNote:
    """
    What a decision's record says of its texts.

    Attributes:
        level: The text level of this record.
        facts: Further entries of `text` in the record.
    """

    level: str
    facts: Mapping[str, Any] = field(default_factory=dict)


class Keeper:
    """
    Keeps the texts of one turn.

    Attributes:
        unkept: Why a text that was to be kept is not → how often, where that is a fault.
    """

    def __init__(self, bench: Bench, session: Session, context: TurnContext) -> None:
        logging = bench.policy.logging
        self._level = logging.level
        self._wanted = logging.keeps_texts
        self._evidence = bench.evidence
        self._limit = bench.policy.max_input
        self._all = logging.level == "masked-text"
        self._rules = tuple(
            rule for rule in bench.policy.rules if rule.log and rule.mode is not Mode.DISABLED
        )
        self._masks = self._all or bool(self._rules)
        self._session = session
        self._context = context
        self._count = 0
        self.unkept: Counter[str] = Counter()

    async def keep(
        self, looked: Looked, texts: Texts, about: Mapping[str, Any], look: Look
    ) -> TextNote:
        """
        Keep the texts of a decision, if that is wanted, and return what its record says.

        Args:
            looked: What was seen in the text.
            texts: The texts.
            about: What the record says of the decision, as for `Wanted`.
            look: Looks for personal data in what was made of a text.
        """
        if not self._wanted:
            return TextNote(self._level)
        if about["surface"] == Surface.SYSTEM or not texts.text:
            return TextNote(_FINDINGS)  # the operator's own words, or none
        agreed = LOG_TEXT in self._context.consent or LOG_TEXT in self._session.state.consent
        if not agreed or self._evidence is None:
            return _unkept("no-consent")
        fields = await self._fields(looked, texts, about["surface"], look)
        if isinstance(fields, str):
            return _unkept(fields)
        n, self._count = self._count, self._count + 1
        wanted = Wanted(about, n, self._context.session_id, self._context.subject_id, fields)
        try:
            kept = await self._evidence.keep(wanted)
        except EvidenceError:
            # A reply does not wait for a text to be kept: its decision is what has to be.
            self.unkept["not-written"] += 1
            return _unkept("not-written")
        facts: dict[str, Any] = {name: {"ct": ct} for name, ct in kept.sealed.items()}
        if texts.shown is not None and "out" not in fields:
            facts["out"] = {"as": "in"}
        return TextNote(self._level, {**facts, "key": kept.key, "n": n})

    async def _fields(
        self, looked: Looked, texts: Texts, surface: Surface, look: Look
    ) -> dict[str, str] | str:
        """Return what is kept of each text, or why nothing is."""
        if len(texts.text) > self._limit:
            return "too-long"
        if not self._masks:
            out = texts.shown
            same = out is None or out == texts.text
            return {"in": texts.text} if same else {"in": texts.text, "out": str(out)}
        kept = self._masked(texts.text, looked, looked.at[0], surface)
        if kept is None:
            return "not-looked"
        out = texts.hidden
        if out is None or out == texts.text:
            return {"in": kept}
        made = self._masked(out, await look(out), 0, surface)
        return {"in": kept} if made is None else {"in": kept, "out": made}

    def _masked(self, text: str, looked: Looked, start: int, surface: Surface) -> str | None:
        """Return *text* masked for keeping; None if nobody looked, so that nobody can tell."""
        if not text:
            return text
        if looked.states.get(Family.PII) != "decided":
            return None
        spans = [
            (span.shifted(-start), finding.category.partition(".")[2])
            for finding in self._hidden(looked.findings, surface)
            if (span := finding.span.clipped(start, start + len(text))) is not None
        ]
        return replace(
            text, [Replacement(span, _MARK.format(type=kind)) for span, kind in united(spans)]
        )

    def _hidden(self, findings: Iterable[Finding], surface: Surface) -> Iterable[Finding]:
        """Yield the findings that are not to be read in a kept text."""
        for one in findings:
            if one.family is Family.PII and (self._all or self._named(one, surface)):
                yield one

    def _named(self, finding: Finding, surface: Surface) -> bool:
        return any(
            finding.category in rule.categories
            and finding.score >= rule.threshold
            and (rule.surfaces is None or surface in rule.surfaces)
            for rule in self._rules
        )


def _unkept(why: str) -> TextNote:
    return TextNote(_FINDINGS, {"why": why})
