"""
Builds the bodies of records from our values. None of them ever holds words.

Where a body takes an id of a person, it does not: the store that can be erased
knows which sessions are whose, the log does not.
"""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Protocol

from guardrails.decisions import Decision, Fired
from guardrails.findings import Finding, Mark, Span
from guardrails.ledger.base import DecisionLog, Receipt
from guardrails.ledger.record import Kind, canonical
from guardrails.policy.model import Policy

DECISION_MAX = 60 * 1024
"""Longest body of a decision in bytes."""
INLINE_MAX = 32 * 1024
"""A policy whose JSON string is as long as this, or longer, is stored as a file."""

NOTES_MAX = 6 * 1024
"""Signed notes that are longer than this as JSON are left out: they lie beside the policy."""
LINES_MAX = 18 * 1024
"""Places of rules that are longer than this as JSON are left out."""


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


def boot_body(origin: str) -> dict[str, Any]:
    """Return the body of `boot`: which code writes the log from here on."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        package = version("candor-guardrails")
    except PackageNotFoundError:  # run from a checkout that was never installed
        package = "unknown"
    return {"origin": origin, "pkg": package, "python": platform.python_version()}


def policy_body(policy: Policy, notes: Sequence[str] = ()) -> dict[str, Any]:
    """
    Return the body of `policy`: its whole canonical text, or the name of a file with it.

    `lines` says where each rule stands in the file that people edit, if it stands there.
    `notes` are the signed notes of those who agreed to it, if there are any that fit.
    A body with `file` needs `log.attach(policy.canonical)` first: see `write_policy`.
    """
    body: dict[str, Any] = {"policy": {"id": policy.id, "hash": policy.hash}}
    lines = {rule.id: rule.line for rule in policy.rules if rule.line and not rule.file}
    if lines and len(canonical(lines)) < LINES_MAX:
        body["lines"] = lines
    if notes and len(canonical(list(notes))) < NOTES_MAX:
        body["notes"] = list(notes)
    text = policy.canonical.decode()
    if len(canonical(text)) < INLINE_MAX:
        return {**body, "text": text}
    return {**body, "file": policy.hash}


async def write_policy(log: DecisionLog, policy: Policy, notes: Sequence[str] = ()) -> Receipt:
    """
    Record *policy*, with the signed *notes* that it stands on.

    Decisions name the `seq` of the receipt as `at`.

    Raises:
        LogWriteError: It is not durable.
    """
    body = policy_body(policy, notes)
    if "file" in body:
        body["file"] = await log.attach(policy.canonical)
    return await log.append(Kind.POLICY, body)


def policy_rejected_body(
    *, problems: int, kept: str | None, why: str = "", content: str = ""
) -> dict[str, Any]:
    """
    Return the body of `policy_rejected`: an edit of the policy was not taken.

    Args:
        problems: How many there are; no line of the policy stands in the record.
        kept: Hash of the policy that stays, or None.
        why: At which step: `load`, `lint`, `build`, `cases` or `approval`; left out if empty.
        content: `sha256:<hex>` over the files that were refused; left out if empty.
    """
    body: dict[str, Any] = {"problems": problems, "kept": kept}
    told = {"why": why, "content": content}
    return body | {name: value for name, value in told.items() if value}


def session_open_body(*, session: str, policy_hash: str) -> dict[str, Any]:
    """Return the body of `session_open`."""
    return {"session": session, "policy": policy_hash}


def session_close_body(*, session: str, turns: int) -> dict[str, Any]:
    """Return the body of `session_close`."""
    return {"session": session, "turns": turns}


def turn_open_body(
    *,
    session: str,
    turn: int,
    policy_id: str,
    policy_hash: str,
    policy_at: int,
    before: Receipt | None = None,
) -> dict[str, Any]:
    """Return the body of `turn_open`; *before* is the session's record before this one."""
    return {
        "session": session,
        "turn": turn,
        "policy": {"id": policy_id, "hash": policy_hash, "at": policy_at},
        "before": None if before is None else {"origin": before.origin, "id": before.id},
    }


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
        text_len_in: Code points before.
        text_len_out: Code points after.
        us: Microseconds by step.
        text_facts: Of texts that are kept elsewhere: `key`, `n`, and for `in` and `out` what
            names them there; or `why` none is.

    Raises:
        ValueError: It would be longer than 60 KiB.
    """
    body: dict[str, Any] = {
        "session": session,
        "turn": turn,
        "side": str(side),
        "surface": str(surface),
        "part": {"n": part[0], "at": list(part[1]), "last": part[2]},
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


def turn_close_body(
    *,
    session: str,
    turn: int,
    end: str,
    do: str,
    level: str,
    called: bool,
    decisions: int,
    text_len_in: int,
    text_len_out: int,
    us: Mapping[str, int],
    fold: Mapping[str, int | str],
    said: Sequence[str] = (),
    beside: Sequence[str] = (),
) -> dict[str, Any]:
    """
    Return the body of `turn_close`.

    Args:
        session: Id of the conversation.
        turn: Number of the turn in it.
        end: How it ended: `done`, `cancelled`, or a short word for what failed.
        do: The strongest action of its decisions.
        level: The highest crisis level.
        called: Whether the model was asked.
        decisions: How many `decision` records it has.
        text_len_in: Code points of the person's message.
        text_len_out: Code points that were released.
        us: Microseconds by step.
        fold: What the risk of the session is folded from beside the level: `now`, `need`
            and `about`, and `loss` where the person told of one.
        said: Ids of the policy's messages that the person was shown, in order; left out of
            the body if there are none.
        beside: Ids of those that stood beside a reply that a program reads, likewise.
    """
    body: dict[str, Any] = {
        "session": session,
        "turn": turn,
        "end": end,
        "do": str(do),
        "level": str(level),
        "called": called,
        "decisions": decisions,
        "text": {"in": {"len": text_len_in}, "out": {"len": text_len_out}},
        "us": dict(us),
        "fold": dict(fold),
    }
    told = {"said": list(said), "beside": list(beside)}
    return {**body, **{name: ids for name, ids in told.items() if ids}}


def sign_off_body(*, session: str, turn: int, by: str, points: int) -> dict[str, Any]:
    """
    Return the body of `sign_off`: a human took the crisis flag of a conversation down.

    Args:
        session: Id of the conversation.
        turn: Number of its next turn.
        by: Who did it, as the operator names them; no name of a person is needed.
        points: Risk that the session had, 0..10000.
    """
    return {"session": session, "turn": turn, "what": "crisis-watch", "by": by, "risk": points}


def escalation_body(
    *,
    session: str,
    turn: int,
    level: str,
    rule: str,
    to: str,
    within: int,
    at: int,
    about: str = "person",
    ticket: str | None = None,
    service: str = "",
) -> dict[str, Any]:
    """
    Return the body of `escalation`: a human is to be told. This record is the outbox.

    Args:
        session: Id of the conversation.
        turn: Number of the turn in it.
        level: How urgent.
        rule: Which rule asked for it.
        to: Name of the first channel.
        within: Seconds in which it is to be acknowledged.
        at: Unix time in seconds.
        about: `person` for a person in need, `operator` for a failed detector, `drill`.
        ticket: Id of the ticket, where it was made before this could be recorded.
        service: Which of several services raised it; "" if there is one alone.
    """
    body: dict[str, Any] = {
        "session": session,
        "turn": turn,
        "level": str(level),
        "rule": rule,
        "to": to,
        "within": within,
        "at": at,
        "about": about,
    }
    if ticket is not None:
        body["ticket"] = ticket
    if service:
        body["service"] = service
    return body


def escalation_sent_body(*, escalation: str, to: str, attempt: int) -> dict[str, Any]:
    """Return the body of `escalation_sent`: channel *to* took it; attempts count from 1."""
    return {"escalation": escalation, "to": to, "attempt": attempt}


def escalation_failed_body(
    *, escalation: str, to: str, attempt: int, why: str, then: str | None = None
) -> dict[str, Any]:
    """Return the body of `escalation_failed`; *why* is a type of error, *then* the next channel."""
    return {"escalation": escalation, "to": to, "attempt": attempt, "why": why, "then": then}


def escalation_ack_body(*, escalation: str, by: str, at: int) -> dict[str, Any]:
    """Return the body of `escalation_ack`: *by* is an operator's id, never a name."""
    return {"escalation": escalation, "by": by, "at": at}
