"""A replay in words, as JSON values, and as a page; none of them holds a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from html import escape
from typing import Any, Final

from guardrails.replay.bars import STYLE, table
from guardrails.replay.compare import Change
from guardrails.replay.run import Difference, LookedAgain, Replayed, Shift

LIMIT: Final = (
    "Each recorded text was judged on its own: what another reply would have changed in the "
    "rest of a conversation is not known. Whether the log itself was changed is for `verify`."
)
LOOKED: Final = (
    "The detectors of today knew of each conversation what the log and the kept texts tell. What "
    "only the running service could know, such as values that it had hidden before, was taken "
    "from the records."
)
_SHOWN: Final = 20


def as_json(result: Replayed) -> dict[str, Any]:
    """Return *result* as values of JSON."""
    return {
        "policy": result.policy or "recorded",
        "decisions": result.decisions,
        "changes": {str(change): result.changes[change] for change in Change},
        "differs": result.differs,
        "failed": result.failed,
        "without_findings": result.without_findings,
        "unread": result.unread,
        "removed": [asdict(one) for one in result.gone],
        "needs_text": dict(sorted(result.needs_text.items())),
        "policies": dict(sorted(result.policies.items())),
        "differences": [_difference(one) for one in result.differences],
        "state": {
            "from": result.state,
            "other_than_recorded": result.restated,
            "not_recomputed": result.without_state,
        },
        "detected": None if result.looked is None else _detected(result.looked),
        "limit": LIMIT if result.looked is None else f"{LIMIT} {LOOKED}",
    }


def _detected(looked: LookedAgain) -> dict[str, Any]:
    return {
        "sessions_opened": looked.sessions,
        "decisions": looked.decisions,
        "same_engine": looked.same_engine,
        "unrepeated_by_the_same_engine": looked.unrepeated,
        "masked": looked.masked,
        "left_out": dict(sorted(looked.left_out.items())),
        "failed": dict(sorted(looked.failed.items())),
        "findings": {name: asdict(one) for name, one in sorted(looked.findings.items())},
        "rules": {name: asdict(one) for name, one in sorted(looked.rules.items())},
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "log": one.log,
        "seq": one.seq,
        "session": one.session,
        "turn": one.turn,
        "side": one.side,
        "change": str(one.change),
        "before": {"do": one.before[0], "rule": one.before[1]},
        "after": {"do": one.after[0], "rule": one.after[1]},
        "fields": list(one.fields),
    }


def in_words(result: Replayed) -> Iterator[str]:
    """Yield *result* line by line."""
    by = f"the policy {result.policy}" if result.policy else "the policies of the log"
    done = "looked at and made again by" if result.looked is not None else "made again by"
    yield f"{result.decisions:,} decisions, {done} {by}"
    for name, count in _counts(result):
        yield f"  {name:<34}{count:>10,}"
    for rule, count in sorted(result.needs_text.items()):
        yield f"  {f'would need the text: {rule}':<34}{count:>10,}"
    if result.looked is not None:
        yield from _shifts("rule", result.looked.rules)
        yield from _shifts("found", result.looked.findings)
    for one in result.differences[:_SHOWN]:
        yield f"  {one.change:<14} {one.log} record {one.seq}: {_change(one)}"
    if result.differs > _SHOWN:
        yield f"  and {result.differs - _SHOWN:,} more (--format json has the first 1,000)"
    for place in result.unread[:_SHOWN]:
        yield f"  unread         {place}"
    if len(result.unread) > _SHOWN:
        yield f"  and {len(result.unread) - _SHOWN:,} more that could not be read"
    for gone in result.gone:
        yield f"  not replayed   {gone}"
    yield LIMIT
    if result.looked is not None:
        yield LOOKED


def _shifts(title: str, shifts: dict[str, Shift]) -> Iterator[str]:
    """Yield how often each rule fired, or category was found, then and now."""
    if shifts:
        yield f"  {title:<34}{'same':>10}{'otherwise':>10}{'no more':>10}{'new':>10}"
    for name, one in sorted(shifts.items()):
        yield f"  {name:<34}{one.same:>10,}{one.moved:>10,}{one.gone:>10,}{one.new:>10,}"


def _shift_table(title: str, shifts: dict[str, Shift]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(f'<td class="n">{n:,}</td>' for n in (one.same, one.moved, one.gone, one.new))
        + "</tr>"
        for name, one in sorted(shifts.items())
    )
    heads = "".join(f"<th>{name}</th>" for name in (title, "same", "otherwise", "no more", "new"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def page(result: Replayed, facts: dict[str, str]) -> str:
    """Return *result* as a page of HTML that needs nothing else; *facts* tell of the run."""
    needed = result.needs_text.items()
    told = {**facts, "decided by": result.policy or "the policies of the log"}
    differences = "".join(
        f"<tr><td>{escape(one.change)}</td><td>{escape(one.log)}</td>"
        f'<td class="n">{one.seq}</td><td>{escape(one.side)}</td>'
        f"<td>{escape(_change(one))}</td></tr>"
        for one in result.differences
    )
    unread = "".join(f"<li>{escape(place)}</li>" for place in result.unread)
    gone = "".join(f"<li>{escape(str(one))}</li>" for one in result.gone)
    return "\n".join([
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>Replay of a decision log</title><style>{STYLE}</style></head><body>",
        "<h1>Replay of a decision log</h1><ul>",
        *(f"<li>{escape(name)}: {escape(value)}</li>" for name, value in told.items()),
        "</ul>",
        table(
            f"{result.decisions:,} decisions",
            [
                *_counts(result),
                *((f"would need the text: {rule}", n) for rule, n in sorted(needed)),
            ],
        ),
        *_picture(result),
        *_looked_page(result),
        "<h2>What came out otherwise</h2><table><thead><tr><th>change</th><th>log</th>",
        "<th>record</th><th>side</th><th>before, after</th></tr></thead>",
        f"<tbody>{differences}</tbody></table>" if differences else "</table><p>Nothing.</p>",
        f"<h2>What could not be read</h2><ul>{unread}</ul>" if unread else "",
        f"<h2>What was removed before</h2><ul>{gone}</ul>" if gone else "",
        f"<footer><p>{escape(LIMIT + _limits(result))} No text of a message stands on this page.",
        "</p></footer>",
        "</body></html>\n",
    ])  # fmt: skip


def _picture(result: Replayed) -> Iterator[str]:
    """Yield, as bars, how what came out otherwise did, and by which rules."""
    if not result.differs:
        return
    changed = [(str(one), result.changes[one]) for one in Change if one is not Change.SAME]
    yield table("What came out otherwise, by kind", changed)
    by = Counter(f"{one.change}: {_change(one)}" for one in result.differences)
    title = "What came out otherwise, by rule"
    if result.differs > len(result.differences):
        title += f" (of the first {len(result.differences):,})"
    yield table(title, by.most_common(_SHOWN))


def _looked_page(result: Replayed) -> Iterator[str]:
    if result.looked is not None:
        yield "<h2>What was found, and which rules fired, then and now</h2>"
        yield _shift_table("rule", result.looked.rules)
        yield _shift_table("found", result.looked.findings)


def _limits(result: Replayed) -> str:
    return "" if result.looked is None else f" {LOOKED}"


def _counts(result: Replayed) -> Iterator[tuple[str, int]]:
    for change in Change:
        if result.changes[change] or change is Change.SAME:
            yield str(change), result.changes[change]
    if result.without_findings:
        yield "left out, no findings recorded", result.without_findings
    if result.unread:
        yield "could not be read", len(result.unread)
    if result.state == "recomputed":
        yield "state comes out otherwise", result.restated
        yield "state as recorded, begun elsewhere", result.without_state
    looked = result.looked
    if looked is None:
        return
    yield "conversations opened, on record", looked.sessions
    yield "decisions looked at again", looked.decisions
    yield "by the very same detectors", looked.same_engine
    yield "of those, something else found", looked.unrepeated
    if looked.masked:
        yield "masked before they were kept", looked.masked
    for why, count in sorted(looked.left_out.items()):
        yield f"left out: {why}", count
    for detector, count in sorted(looked.failed.items()):
        yield f"left out: {detector} failed now", count


def _change(one: Difference) -> str:
    (did, rule), (does, other) = one.before, one.after
    if one.before == one.after:
        return f"{did} by {rule or 'no rule'} as before; other: {', '.join(one.fields)}"
    return f"{did} by {rule or 'no rule'}, now {does} by {other or 'no rule'}"
