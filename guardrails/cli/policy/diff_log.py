"""What a change of a policy means over a recorded log, as remarks, as a line and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from guardrails.errors import Problem
from guardrails.policy.loaded import Loaded
from guardrails.policy.remarks import Remark, Weight
from guardrails.policy.rule import Rule
from guardrails.replay.between import Between, Move, Moves
from guardrails.replay.compare import Change

LIMIT: Final = (
    "Each recorded text was judged on its own: what another reply would have changed in the rest "
    "of a conversation is not known."
)
_SHOWN: Final = 3
_CODES: Final[Mapping[Change, str]] = {
    Change.WEAKER: "log-weaker",
    Change.STRICTER: "log-stricter",
    Change.MESSAGE: "log-message",
    Change.REASON: "log-reason",
}
_ORDER: Final = tuple(_CODES)


def remarks_of(found: Between, old: Loaded, new: Loaded, directory: Path) -> Iterator[Remark]:
    """Yield what there is to say of *found*, what is weaker first and what is frequent before."""
    before, after = _rules(old), _rules(new)
    ranked = sorted(
        found.moves.items(),
        key=lambda one: (_ORDER.index(one[0].change), -one[1].decisions, _plain(one[0])),
    )
    for move, moves in ranked:
        weight = Weight.WARNING if move.change is Change.WEAKER else Weight.NOTE
        names = (move.after[1], move.before[1])
        if move.change is Change.WEAKER:
            names = (move.before[1], move.after[1])
        at = _place(names, before, after, old, new)
        yield Remark(Problem(*at, _told(move, moves)), weight, _CODES[move.change])
    for rule, count in sorted(found.needs_text.items()):
        at = _place((rule,), before, after, old, new)
        what = (
            f"in {_decisions(count)} of the log nobody looked for all that {rule} acts on, so only "
            "the texts could tell what it would have done"
        )
        yield Remark(Problem(*at, what), Weight.WARNING, "log-needs-text")
    if found.without_findings:
        what = f"{_decisions(found.without_findings)} left out: their findings are not recorded"
        yield Remark(Problem(new.file, 1, 1, what), Weight.WARNING, "log-left-out")
    if found.unread:
        more = len(found.unread) - _SHOWN
        places = "; ".join([*found.unread[:_SHOWN], *([f"and {more:,} more"] if more > 0 else [])])
        what = f"{len(found.unread):,} records of the log could not be replayed: {places}"
        yield Remark(Problem(new.file, 1, 1, what), Weight.WARNING, "log-unread")
    elif not found.decisions:
        what = f"there is no decision in the log {directory}, so it tells nothing"
        yield Remark(Problem(new.file, 1, 1, what), Weight.WARNING, "log-empty")


def line(found: Between) -> str:
    """Return *found* in a line, and under which policy the log was written."""
    names = {Change.WEAKER: "WEAKER"}
    told = ", ".join(f"{found.changes[one]:,} {names.get(one, one)}" for one in Change)
    by = f"{found.by_old:,} of them were made under the old policy itself"
    return f"log: {_decisions(found.decisions)}: {told} · {by}\n{LIMIT}"


def values(found: Between) -> dict[str, Any]:
    """Return *found* as values of JSON."""
    return {
        "decisions": found.decisions,
        "by_old": found.by_old,
        "changes": {str(change): found.changes[change] for change in Change},
        "moves": [
            {
                "change": str(move.change),
                "before": {"do": move.before[0], "rule": move.before[1]},
                "after": {"do": move.after[0], "rule": move.after[1]},
                "fields": list(move.fields),
                "decisions": moves.decisions,
                "examples": [{"log": log, "seq": seq} for log, seq in moves.examples],
            }
            for move, moves in found.moves.items()
        ],
        "needs_text": dict(sorted(found.needs_text.items())),
        "without_findings": found.without_findings,
        "unread": found.unread,
        "limit": LIMIT,
    }


def _told(move: Move, moves: Moves) -> str:
    (did, rule), (does, other) = move.before, move.after
    if move.before == move.after:
        how = f"{did} by {rule or 'no rule'} as before, with another {', '.join(move.fields)}"
    else:
        how = f"{did} by {rule or 'no rule'} -> {does} by {other or 'no rule'}"
    change = "WEAKER" if move.change is Change.WEAKER else str(move.change)
    places = ", ".join(f"{log} #{seq}" for log, seq in moves.examples[:_SHOWN])
    return f"{change}: {_decisions(moves.decisions)} of the log, {how}; for example {places}"


def _decisions(count: int) -> str:
    return f"{count:,} decision{'' if count == 1 else 's'}"


def _plain(move: Move) -> tuple[str, ...]:
    """Return something by which moves can be sorted."""
    return (*(one or "" for one in (*move.before, *move.after)), *move.fields)


def _rules(loaded: Loaded) -> dict[str, Rule]:
    return {rule.id: rule for rule in loaded.policy.rules}


def _place(
    names: tuple[str | None, ...],
    before: Mapping[str, Rule],
    after: Mapping[str, Rule],
    old: Loaded,
    new: Loaded,
) -> tuple[str, int, int]:
    """Return where the first of *names* stands: in the new policy, or else in the old one."""
    for name in names:
        for rules, loaded in ((after, new), (before, old)):
            if name is not None and name in rules:
                rule = rules[name]
                return rule.file or loaded.file, max(rule.line, 1), 1
    return new.file, 1, 1
