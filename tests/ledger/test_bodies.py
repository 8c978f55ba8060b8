from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from guardrails.decisions import Decision, Do, Escalate, Fired, Mode
from guardrails.errors import RecordError
from guardrails.findings import Family, Finding, Level, Mark, Span
from guardrails.ledger.base import Receipt
from guardrails.ledger.bodies import (
    boot_body,
    session_close_body,
    session_open_body,
    sign_off_body,
    turn_close_body,
    turn_open_body,
)
from guardrails.ledger.chain import content_hash
from guardrails.ledger.decided import decision_body
from guardrails.ledger.escalations import (
    escalation_ack_body,
    escalation_body,
    escalation_failed_body,
    escalation_sent_body,
)
from guardrails.ledger.handover import pause_body, ticket_body
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.policies import policy_body, policy_rejected_body, write_policy
from guardrails.ledger.record import Kind, checked
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.log_settings import Logging
from guardrails.policy.model import Failure, Policy


def policy(text: str) -> Policy:
    canonical = json.dumps(text).encode()
    return Policy(
        id="kind",
        title="Kind",
        hash=content_hash(canonical),
        canonical=canonical,
        locales=("en-GB",),
        rules=(),
        messages={},
        disclosure=Disclosure(),
        channels={},
        failure=Failure({}, {}),
        logging=Logging(),
    )


@dataclass(frozen=True)
class Report:
    detector: str
    state: str = "decided"
    why: str = ""
    micros: int = 41


def body(**changes: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "session": "s_1",
        "turn": 7,
        "side": "output",
        "surface": "text",
        "part": (0, (0, 412), False),
        "policy_id": "kind",
        "policy_hash": content_hash(b""),
        "policy_at": 1,
        "engine": {"pkg": "0.1.0"},
        "ctx": {"now": 1_795_384_134, "detectors": {Family.PII: "decided"}},
        "findings": (
            Finding("claim.emotion", Span(14, 52), 8120, "claims/1", frozenset({Mark.SELF})),
            Finding("pii.email", Span(1, 2), 1999, "pii/1"),
        ),
        "findings_from": 2000,
        "reports": (Report("claims/1"), Report("pii/1", "failed", "timeout")),
        "decision": Decision(),
        "text_level": "findings",
        "text_len_in": 412,
        "text_len_out": 398,
        "us": {"detect": 812},
    }
    return decision_body(**(values | changes))


def test_a_finding_that_fired_is_kept_whatever_its_score() -> None:
    fired = Fired("a.shadow", 1, 1999, Mode.SHADOW, Do.BLOCK)

    kept = [
        [one["d"] for one in body(decision=decision)["findings"]]
        for decision in (Decision(), Decision(fired=(fired,)))
    ]

    assert kept == [["claim.emotion"], ["claim.emotion", "pii.email"]]


def test_a_decision_holds_all_that_a_replay_needs() -> None:
    decision = Decision(
        do=Do.REWRITE,
        rule="claim.emotion",
        would=Do.BLOCK,
        fired=(
            Fired("claim.emotion", 0, 8120, Mode.ENFORCE, Do.REWRITE),
            Fired("a.shadow", 4, 5000, Mode.SHADOW, Do.BLOCK),
            Fired("claim.emotion", 2, 9000, Mode.ENFORCE, Do.REWRITE),
            Fired("claim.emotion", 3, 100, Mode.ENFORCE, Do.REWRITE),
        ),
        also=("hint",),
        escalate=(Escalate("on-call", 300, Level.HIGH),),
        level=Level.HIGH,
    )

    made = checked("decision", body(decision=decision))

    assert made == {
        "session": "s_1",
        "turn": 7,
        "side": "output",
        "surface": "text",
        "part": {"n": 0, "at": [0, 412], "last": False},
        "policy": {"id": "kind", "hash": content_hash(b""), "at": 1},
        "engine": {"pkg": "0.1.0"},
        "ctx": {"now": 1_795_384_134, "detectors": {"pii": "decided"}},
        "findings": [
            {"d": "claim.emotion", "s": 8120, "a": 14, "b": 52, "src": "claims/1", "m": ["self"]}
        ],
        "nd": {
            "claims/1": {"state": "decided", "us": 41},
            "pii/1": {"state": "failed", "us": 41, "why": "timeout"},
        },
        "decision": {
            "do": "rewrite",
            "rule": "claim.emotion",
            "would": "block",
            "fired": [["a.shadow", 5000, "shadow"], ["claim.emotion", 9000, "enforce"]],
            "say": None,
            "also": ["hint"],
            "escalate": [["on-call", 300, "high"]],
            "level": "high",
            "disclose": None,
            "alarm": False,
        },
        "text": {"level": "findings", "in": {"len": 412}, "out": {"len": 398}},
        "us": {"detect": 812},
    }


def test_at_the_level_of_metadata_no_finding_is_recorded() -> None:
    assert "findings" not in body(text_level="metadata")


def test_a_decision_of_too_many_findings_is_refused() -> None:
    finding = Finding("claim.emotion", Span(0, 1), 9000, "claims/1")

    with pytest.raises(ValueError, match="1,000 findings"):
        body(findings=[finding] * 1000)


async def test_a_short_policy_stands_in_its_record(tmp_path: Path) -> None:
    log = FileLog(tmp_path)
    receipt = await write_policy(log, policy("short"))
    await log.append("decision", body(policy_hash=policy("short").hash, policy_at=receipt.seq))
    log.close()

    assert policy_body(policy("short"))["text"] == '"short"'
    assert not (log.folder / "files").exists()
    assert verify(tmp_path).code is Code.UNANCHORED


@pytest.mark.parametrize("text", ["x" * 40_000, '"\\' * 9_000])
async def test_a_long_policy_is_a_file_beside_the_records(tmp_path: Path, text: str) -> None:
    log = FileLog(tmp_path)
    await write_policy(log, policy(text))
    log.close()

    assert policy_body(policy(text))["file"] == policy(text).hash
    assert len(list((log.folder / "files").iterdir())) == 1
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_every_other_body_makes_a_record() -> None:
    before = Receipt("id", 3, "sha256:", "web-1")
    turn = {"session": "s_1", "turn": 0}
    named = {"policy_id": "kind", "policy_hash": "sha256:", "policy_at": 1}
    opened = turn_open_body(session="s_1", turn=0, before=before, **named)  # type: ignore[arg-type]
    first = turn_open_body(session="s_1", turn=0, **named)  # type: ignore[arg-type]
    closed = turn_close_body(
        session="s_1",
        turn=0,
        end="done",
        do=Do.PASS,
        level=Level.NONE,
        called=True,
        decisions=2,
        text_len_in=3,
        text_len_out=4,
        us={"model": 12},
        fold={"now": 9, "need": "", "about": "self"},
    )
    told = escalation_body(
        session="s_1",
        turn=0,
        level=Level.HIGH,
        rule="crisis.high",
        to="on-call",
        within=300,
        at=9,
        about="operator",
    )
    log = MemoryLog()

    for kind, made in {
        Kind.POLICY_REJECTED: policy_rejected_body(problems=2, kept=None),
        Kind.SESSION_OPEN: session_open_body(session="s_1", policy_hash="sha256:"),
        Kind.TURN_OPEN: opened,
        Kind.TURN_CLOSE: closed,
        Kind.ESCALATION: told,
        Kind.ESCALATION_SENT: escalation_sent_body(escalation="id", to="on-call", attempt=1),
        Kind.ESCALATION_FAILED: escalation_failed_body(
            escalation="id", to="on-call", attempt=3, why="ChannelError", then="console"
        ),
        Kind.SIGN_OFF: sign_off_body(session="s_1", turn=3, by="op_7", points=4000),
        Kind.ESCALATION_ACK: escalation_ack_body(escalation="id", by="op_7", at=10),
        Kind.SESSION_CLOSE: session_close_body(session="s_1", turns=1),
    }.items():
        await log.append(kind, made)

    assert opened["before"] == {"origin": "web-1", "id": "id"}
    assert first["before"] is None
    assert {**closed, **turn} == closed
    assert closed["text"] == {"in": {"len": 3}, "out": {"len": 4}}
    assert (told["about"], told["level"]) == ("operator", "high")
    assert len(log.records) == 11


def test_a_checkout_that_was_never_installed_still_boots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [])  # where distributions are looked up

    assert boot_body("local")["pkg"] == "unknown"


def test_bodies_of_tickets_hold_codes_and_ids_alone() -> None:
    told: dict[str, Any] = {"escalation": "e", "n": 3, "step": "claimed", "state": "in_hand"}
    told |= {"level": Level.HIGH, "at": 10}

    assert ticket_body(**told) == told
    assert ticket_body(**told, by="op_7", to="desk", why="spoken", size=3) == {
        **told,
        "by": "op_7",
        "to": "desk",
        "why": "spoken",
        "size": 3,
    }
    assert pause_body(on=True, by="op_7", reason="incident", at=10)["on"] is True
    for wrong in (
        lambda: ticket_body(**told, by="Ann of the night shift"),
        lambda: pause_body(on=True, by="Ann of the night shift", reason="incident", at=10),
        lambda: pause_body(on=True, by="op_7", reason="Because of the news", at=10),
    ):
        with pytest.raises(RecordError):
            wrong()
