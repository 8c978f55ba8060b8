"""The record of a decision: what it was taken on, and what it came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Protocol

from guardrails.decisions import Decision, Fired
from guardrails.findings import Finding, Mark, Span
from guardrails.ledger.record import canonical

DECISION_MAX = 60 * 1024
"""Longest body of a decision in bytes."""
_BY_RULE = itemgetter(0)


class ReportLike(Protocol):
    """What a detector did; see `guardrails.detectors.base.Report`."""

    @property
    def detector(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def micros(self) -> int: ...


def decision_body(
    *,
    session: str,
    turn: int,
    side: str,
    surface: str,
    part: tuple[int, tuple[int, int], bool],
    policy_id: str,
    policy_hash: str,
    policy_at: int,
    engine: Mapping[str, Any],
    ctx: Mapping[str, Any],
    findings: Sequence[Finding],
    findings_from: int,
    reports: Sequence[ReportLike],
    decision: Decision,
    text_level: str,
    text_len_in: int,
    text_len_out: int,
    us: Mapping[str, int],
    text_facts: Mapping[str, Any] = MappingProxyType({}),
    draft: int = 1,
) -> dict[str, Any]:
    """
    Return the body of `decision`.

    Args:
        session: Id of the conversation.
        turn: Number of the turn in it.
        side: `input` or `output`.
        surface: Which part of a message.
        part: Number of the frame, its half-open range in code points of the raw
            text, and whether it is the last one.
        policy_id: Name of the policy.
        policy_hash: `sha256:<hex>` of its canonical text.
        policy_at: `seq` of the record that holds that text.
        engine: Versions of whatever the findings depend on.
        ctx: Every value that `decide` read.
        findings: What it read besides, with spans in the raw text.
        findings_from: Findings with scores below it that fired no rule are left out.
        reports: What each detector did.
        decision: What it came to.
        text_level: `metadata` leaves the findings out (no replay), the others do not.
        text_len_in: Code points that were looked at.
        text_len_out: Code points that went out; on the side `input`, where that is not known
            yet, those that were looked at.
        us: Microseconds by step.
        text_facts: Of texts that are kept elsewhere: `key`, `n`, and for `in` and `out` what
            names them there; or `why` none is.
        draft: Which draft of a reply: 2 for one that was asked for again.

    Raises:
        ValueError: It would be longer than 60 KiB.
    """
    body: dict[str, Any] = {
        "session": session,
        "turn": turn,
        "side": str(side),
        "surface": str(surface),
        "part": part_body(part, draft),
        "policy": {"id": policy_id, "hash": policy_hash, "at": policy_at},
        "engine": engine,
        "ctx": ctx,
        "nd": {report.detector: _report(report) for report in reports},
        "decision": decided(decision),
        "text": {
            **text_facts,
            "level": text_level,
            "in": {**text_facts.get("in", {}), "len": text_len_in},
            "out": {**text_facts.get("out", {}), "len": text_len_out},
        },
        "us": dict(us),
    }
    if text_level != "metadata":
        used = {one.finding for one in decision.fired}  # replay needs them, whatever their score
        body["findings"] = [
            _finding(one)
            for at, one in enumerate(findings)
            if one.score >= findings_from or at in used
        ]
    size = len(canonical(body))
    if size > DECISION_MAX:
        msg = f"a decision of {size:,} bytes with {len(findings):,} findings; {DECISION_MAX:,} fit"
        raise ValueError(msg)
    return body


def part_body(part: tuple[int, tuple[int, int], bool], draft: int) -> dict[str, Any]:
    """Return which *part* of a text a decision is about, as a record holds it."""
    n, at, last = part
    told: dict[str, Any] = {"n": n, "at": list(at), "last": last}
    return {**told, "draft": draft} if draft > 1 else told


def _finding(finding: Finding) -> dict[str, Any]:
    told: dict[str, Any] = {
        "d": finding.category,
        "s": finding.score,
        "a": finding.span.start,
        "b": finding.span.stop,
        "src": finding.source,
        "m": sorted(mark.value for mark in finding.marks),
    }
    return {**told, "x": sorted(finding.excused)} if finding.excused else told


def findings_of(body: Mapping[str, Any]) -> list[Finding]:
    """
    Return the findings that the *body* of a decision holds.

    Raises:
        KeyError, TypeError, ValueError: It holds none, or what no finding may.
    """
    return [
        Finding(
            one["d"],
            Span(one["a"], one["b"]),
            one["s"],
            one["src"],
            frozenset(map(Mark, one["m"])),
            frozenset(one.get("x", ())),
        )
        for one in body["findings"]
    ]


def _report(report: ReportLike) -> dict[str, Any]:
    told: dict[str, Any] = {"state": str(report.state), "us": report.micros}
    return {**told, "why": report.why} if report.why else told


def decided(decision: Decision) -> dict[str, Any]:
    """Return *decision* as a record holds it."""
    do, rule, would, fired, say, _, also, escalate, level, disclose, alarm, remind = decision
    told = {
        "do": str(do),
        "rule": rule,
        "would": str(would),
        "fired": _fired(fired),
        "say": say,
        "also": list(also),
        "escalate": [[one.to, one.within, str(one.level)] for one in escalate] if escalate else [],
        "level": str(level),
        "disclose": disclose,
        "alarm": alarm,
    }
    if remind:
        told["remind"] = list(remind)
    return told


def _fired(fired: Sequence[Fired]) -> list[list[Any]]:
    """Return rule, score and mode of the strongest finding of each rule, by rule."""
    told: list[list[Any]] = []
    last = ""
    for rule, _, score, mode, _, _ in fired:
        if rule > last:
            told.append([rule, score, str(mode)])
            last = rule
        elif rule != last:  # `decide` gives them by rule; nobody else has to
            return _fired(sorted(fired, key=_BY_RULE))
        elif score > told[-1][1]:
            told[-1] = [rule, score, str(mode)]
    return told
