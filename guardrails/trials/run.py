"""
Runs the cases of a policy with the detectors that it has in service.

    cases ─▶ guard ─▶ log and answer ─▶ judge ─▶ outcomes ─▶ which rules are proven
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from guardrails.context import TurnContext
from guardrails.decisions import Mode
from guardrails.errors import InputTooLongError
from guardrails.inspecting import Inspected
from guardrails.messages import Side
from guardrails.policy.cases import PolicyCase, fits
from guardrails.policy.model import Policy
from guardrails.policy.modes import settled, waits
from guardrails.policy.rule import Rule
from guardrails.trials.judge import Outcome, Result, judged
from guardrails.trials.seen import KeptLog, Seen


class Inspecting(Protocol):
    """Whatever looks at one text with no model behind it, such as a guard."""

    async def inspect(self, text: str, side: Side, context: TurnContext) -> Inspected:
        """Return what is done with *text*."""
        ...

    async def aclose(self) -> None:
        """Let go of what it holds."""
        ...


class Trier:
    """
    A guard to try texts on; each text is a conversation of its own.

    Args:
        guard: Tells nobody.
        log: Its log.
        prefix: Begins the ids of its sessions, which nobody else uses.
    """

    def __init__(self, guard: Inspecting, log: KeptLog, prefix: str) -> None:
        self._guard = guard
        self._log = log
        self._prefix = prefix
        self._n = 0

    async def see(
        self,
        say: str,
        side: Side,
        locale: str | None = None,
        country: str | None = None,
        after: str | None = None,
    ) -> Seen:
        """
        Return what becomes of the text *say*; *after* is what the person said before it.

        Raises:
            InputTooLongError: The policy takes no message of that length.
        """
        self._n += 1
        context = TurnContext(f"{self._prefix}{self._n}", locale=locale, country=country)
        if after is not None:
            await self._guard.inspect(after, Side.INPUT, context)
        self._log.taken()
        inspected = await self._guard.inspect(say, side, context)
        return Seen.of(inspected, self._log.taken(), side)

    async def close(self) -> None:
        """Let go of the guard."""
        await self._guard.aclose()


@dataclass(frozen=True, slots=True)
class Trial:
    """
    What came of all cases.

    Attributes:
        outcomes: One for each case, in order.
        never_fired: Rules that fired in no case that passed.
        never_silent: Rules that stayed silent in no case that passed and that their detector
            looked at.
    """

    outcomes: tuple[Outcome, ...]
    never_fired: tuple[Rule, ...]
    never_silent: tuple[Rule, ...]

    @property
    def good(self) -> bool:
        """Whether no case failed, and each rule fired once and stayed silent once."""
        failed = any(one.result is Result.FAILED for one in self.outcomes)
        return not (failed or self.never_fired or self.never_silent)

    def count(self, result: Result) -> int:
        """Return how many cases came to *result*."""
        return sum(one.result is result for one in self.outcomes)


async def tried(
    policy: Policy,
    cases: Sequence[PolicyCase],
    open_: Callable[[Policy], Awaitable[Trier]],
    done: Callable[[], None] = lambda: None,
) -> Trial:
    """
    Return what comes of all *cases* of *policy*.

    A case that expects a rule that is only watched, or acts for a share of people, is run as if
    that rule acted for everybody; in all other cases it is watched.

    Args:
        policy: Whose cases they are.
        cases: From its file.
        open_: Returns a trier of a policy; one is opened for each set of rules that act.
        done: Called after each case.
    """
    triers: dict[frozenset[str], Trier] = {}
    outcomes: list[Outcome] = []
    try:
        for case in cases:
            acting = frozenset(
                rule.id for rule in policy.rules if waits(rule) and _named(rule, case)
            )
            if acting not in triers:
                triers[acting] = await open_(settled(policy, acting))
            outcomes.append(await _outcome(triers[acting], case))
            done()
    finally:
        for trier in triers.values():
            await trier.close()
    live = [rule for rule in policy.rules if rule.mode is not Mode.DISABLED]
    return Trial(
        tuple(outcomes),
        tuple(rule for rule in live if not any(_fired(rule, one) for one in outcomes)),
        tuple(rule for rule in live if not any(_silent(rule, one) for one in outcomes)),
    )


async def _outcome(trier: Trier, case: PolicyCase) -> Outcome:
    try:
        seen = await trier.see(case.say, case.side, case.locale, case.country, case.after)
    except InputTooLongError as error:
        return Outcome(case, Result.FAILED, (str(error),), frozenset(), frozenset())
    return judged(case, seen)


def _named(rule: Rule, case: PolicyCase) -> bool:
    return case.expect.rule is not None and fits(rule.id, case.expect.rule)


def _fired(rule: Rule, outcome: Outcome) -> bool:
    return outcome.result is Result.PASSED and rule.id in outcome.hits


def _silent(rule: Rule, outcome: Outcome) -> bool:
    looked = rule.family in outcome.looked and outcome.case.side in rule.where
    return outcome.result is Result.PASSED and looked and rule.id not in outcome.hits
