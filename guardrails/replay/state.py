"""
The state of conversations, computed again from the records of a log.

    decisions of a turn, its end ─▶ risk before the next turn, as in service

It is what the fold in `risk` makes of them. With another policy the levels are those that it
decides on, so that an earlier turn weighs as it would have weighed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from guardrails.decisions import Decision
from guardrails.findings import Level, Seen
from guardrails.levels import level_of, urgency
from guardrails.messages import Side
from guardrails.policy.decide_context import DecideContext
from guardrails.risk import Risk, Step
from guardrails.taxonomy import Subject, subject_of

_NONE: Final = Risk()


@dataclass(slots=True)
class _Turn:
    """What the person said in a turn came to, by the policy that decides now."""

    level: Level = Level.NONE
    need: str = ""
    about: Subject = Subject.SELF
    same: bool = True


class States:
    """The risk of each conversation of a log, turn by turn."""

    def __init__(self) -> None:
        self._risks: dict[str, Risk] = {}
        self._turns: dict[str, _Turn] = {}
        self._foreign: set[str] = set()

    def open(self, record: Mapping[str, Any], origin: str) -> None:
        """
        Take a `turn_open` of the log called *origin*.

        Raises:
            KeyError, TypeError: It lacks something.
        """
        session, before = record["session"], record["before"]
        elsewhere = before is not None and before["origin"] != origin
        if elsewhere or (record["turn"] and session not in self._risks):
            self._foreign.add(session)  # it began in a log that is not read, or is removed
        self._risks.setdefault(session, _NONE)
        self._turns[session] = _Turn()

    def knows(self, session: str) -> bool:
        """Return whether all turns of *session* so far were read."""
        return session in self._risks and session not in self._foreign

    def context(self, session: str, ctx: DecideContext) -> DecideContext:
        """Return *ctx* with the risk, the flag and the level as they come out now."""
        risk = self._risks[session].at(ctx.now)
        level, about, watched = risk.level, Subject.SELF, risk.watched
        turn = self._turns.get(session)
        if ctx.side is Side.OUTPUT and turn is not None and turn.level is not Level.NONE:
            watched = True
            if turn.level >= level:
                level, about = turn.level, turn.about
        return ctx._replace(risk=risk.points, watched=watched, level=level, about=about)

    def decided(
        self, record: Mapping[str, Any], decision: Decision, findings: Sequence[Seen]
    ) -> None:
        """Take a *decision* about what the person said, made now on *findings*."""
        turn = self._turns.get(record["session"])
        if turn is None or record["side"] != "input":
            return
        level = decision.level
        turn.same = turn.same and level.value == record["decision"]["level"]
        if level is Level.NONE or level < turn.level:
            return
        if level > turn.level or turn.about is Subject.OTHER:
            fired = [findings[one.finding] for one in decision.fired]
            highest = max(map(level_of, fired))
            worst = min((one for one in fired if level_of(one) is highest), key=urgency)
            turn.about, turn.need = subject_of(worst), worst.category
        turn.level = level

    def close(self, record: Mapping[str, Any]) -> None:
        """
        Take a `turn_close` or a `sign_off`.

        Raises:
            KeyError, TypeError, ValueError: It lacks something.
        """
        session = record["session"]
        turn = self._turns.pop(session, None)
        if record["kind"] == "sign_off":
            risk = _NONE
        else:
            step = Step.of(record)
            if turn is not None and not turn.same:
                step = Step(turn.level, step.now, turn.need, turn.about)
            risk = self._risks.get(session, _NONE).after(step)
        self._risks[session] = _NONE if risk == _NONE else risk
