"""A sentence that goes, and what stands in its place: words of its own, the policy's, or none."""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from guardrails.amend.made import Made, Piece
from guardrails.asked import Asking
from guardrails.decisions import Do, Fired
from guardrails.findings import Family, Finding
from guardrails.honest import untold
from guardrails.leftover_words import discloses
from guardrails.parting import INVITES
from guardrails.repair import Option, begins_well, is_aside, kept_clauses, options
from guardrails.repair_languages import spoken_in
from guardrails.repair_texts import HELD, SAID_BY
from guardrails.used import Used
from guardrails.wake import How

_SUSPECTED = frozenset({"emotion"})
"""As what a claim is repaired that is only suspected: its kind is a guess."""

UNDER_WAY = 6
"""Words of a reply from which on it answers something, which no text of the policy cuts in two."""

Check = Callable[[str], Awaitable[bool]]
Say = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Repairer:
    """
    Repairs the sentences of one frame.

    Attributes:
        findings: What was decided upon.
        used: What the reply has said already; changed by each repair.
        say: Gives the text of a message of the policy; "" or the language of the reply with it.
        check: Tells whether a repaired sentence is clean.
        goodbyes: Ids of the policy's texts to somebody who takes their leave.
    """

    findings: Sequence[Finding]
    used: Used
    say: Say
    check: Check
    goodbyes: frozenset[str] = frozenset()

    async def repaired(
        self, sentence: str, fired: Sequence[Fired], *, closes: bool, said: int
    ) -> Made:
        """
        Return the piece that stands in the place of *sentence*.

        Args:
            sentence: With the masks of the values in it.
            fired: The rules that take it out.
            closes: Nothing follows it in the reply.
            said: How many words of the reply went before it.
        """
        used = self.used
        first = min(fired, key=lambda one: (-one.do.rank, not one.rule, one.rule, one.finding))
        rule = first.rule or used.rule
        used.language = language = spoken_in(self.findings[first.finding].source)
        kinds = self._kinds([one for one in fired if one.rule] or fired)
        if not first.rule:
            kinds = _SUSPECTED
        if first.do is Do.REPLACE:
            late = said >= UNDER_WAY and not (closes or used.asking.itself)
            piece = await self._replaced(sentence, first, language, kinds=kinds, late=late)
            how = How.HONEST if not late else How.KEPT
            return Made(piece, how if piece.text else How.GONE, kinds)
        if used.density.deep:
            used.words |= HELD
        for option in options(
            sentence,
            tuple(sorted(kinds)),
            frozenset(used.templates),
            language,
            asking=_asking(used, certain=bool(first.rule)),
            disclosed=used.disclosed,
            closes=closes,
            said=said,
        ):
            if option.text and (
                option.text.strip() in used.words or not (first.rule or begins_well(option.text))
            ):
                continue
            if used.leaves and option.text.strip().replace("’", "'") in INVITES:
                continue
            if option.template is not None and used.told:
                option = dataclasses.replace(option, text=untold(option.text))  # noqa: PLW2901
            if not option.text or option.fixed or await self.check(option.text):
                self._take(option)
                piece = Piece(option.text, Do.REWRITE, rule, own=option.fixed)
                return Made(piece, _how(option), frozenset() if is_aside(sentence) else kinds)
        return Made(Piece("", Do.REWRITE, rule), How.GONE, kinds)

    def _kinds(self, fired: Sequence[Fired]) -> frozenset[str]:
        """Return what a sentence claims, such as `bond`."""
        family = f"{Family.CLAIM}."
        categories = {self.findings[one.finding].category for one in fired}
        return frozenset(one.removeprefix(family) for one in categories if one.startswith(family))

    def _take(self, option: Option) -> None:
        """Note that the reply says *option* now."""
        used = self.used
        used.words.add(option.text.strip())
        if option.template is not None:
            used.templates.add(option.template)
            used.back = option.back
            used.words |= SAID_BY.get(option.template, frozenset())

    async def _replaced(
        self,
        sentence: str,
        first: Fired,
        language: str,
        *,
        kinds: frozenset[str],
        late: bool,
    ) -> Piece:
        """
        Return the policy's text in the place of *sentence*, with what of it must not be lost.

        If it comes *late* in an answer to something else, the text waits for the end of the reply.
        A goodbye always does, and is not said if the reply says one itself.
        """
        used, message = self.used, first.say
        if message is not None and message in self.goodbyes:
            used.parting = first.rule or "-"
            message = None
        text = "" if message is None or message in used.messages else self.say(message, language)
        if message is not None:
            used.messages.add(message)
        if late and text:
            used.late.append((text, first.rule or ""))
            used.disclosed = used.disclosed or discloses(text)
            text = ""
        text, own = used.once(text), True
        for clause in kept_clauses(sentence, language, kinds):
            if await self.check(clause):
                text, own = f"{text} {clause}".lstrip(), False
                break
        used.words |= SAID_BY["bond"] if text or late else frozenset()
        return Piece(text, Do.REPLACE, first.rule, own=own)


def _asking(used: Used, *, certain: bool) -> Asking:
    """
    Return what the person asks, as a repair of the reply has to know it.

    A reply that is full of a bond, or of a mind that wakes up, is answered honestly once,
    whether or not the person asked; what is only suspected in it is not.
    """
    density = used.density
    if used.leaves and certain:
        return used.asking
    if not certain:
        return dataclasses.replace(used.asking, itself=False)
    if density.deep and density.about and not (used.asking.itself or used.templates):
        return Asking(itself=True, about=density.about, others=used.asking.others)
    return used.asking


def _how(option: Option) -> How:
    if not option.text.strip():
        return How.GONE
    return How.HONEST if option.template is not None else How.KEPT
