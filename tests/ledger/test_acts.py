"""Records of what went wrong, and of what people did to the log."""

from __future__ import annotations

from typing import Any

import pytest

from guardrails.errors import RecordError
from guardrails.findings import Family
from guardrails.ledger import acts
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.record import Kind
from guardrails.messages import Message, OpaqueChunk, OpaquePart, Role, TextPart
from guardrails.policy.canonical import sealed
from guardrails.policy.model import Failure
from tests.guards import VALUES, detectors, guard, say
from tests.policies import changed, policy

BY = {"by": "op_7", "at": 9}


async def test_every_act_makes_a_record() -> None:
    log = MemoryLog()
    for kind, body in {
        Kind.ACCESS: acts.access_body(record="r", field="in", reason="complaint", case="C-7", **BY),  # type: ignore[arg-type]
        Kind.ERASE: acts.erase_body(sessions=2, stores={"vault", "keys"}, reason="request", **BY),  # type: ignore[arg-type]
        Kind.RETAIN: acts.retain_body(segments=(1, 3), seqs=(0, 99), reason="age", at=9),
        Kind.RIGHT: acts.right_body(
            session="s_1",
            turn=3,
            right="agree",
            purposes=["roleplay", "a"],
            **BY,  # type: ignore[arg-type]
        ),
    }.items():
        await log.append(kind, body)

    (erased,) = log.of("erase")
    assert (erased["sessions"], erased["stores"], erased["by"]) == (2, ["keys", "vault"], "op_7")
    assert log.of("retain")[0]["segments"] == [1, 3]
    assert log.of("right")[0]["purposes"] == ["a", "roleplay"]


def test_a_right_without_a_purpose_says_nothing_of_any() -> None:
    body = acts.right_body(session="s", turn=0, right="kept", by="person", purposes=(), at=9)
    assert "purposes" not in body
    with pytest.raises(RecordError):
        acts.right_body(session="s", turn=0, right="A wish", by="person", purposes=(), at=9)


@pytest.mark.parametrize("reason", ["", "He wrote that he", "Anna", "x" * 41, "7"])
def test_a_sentence_is_no_reason(reason: str) -> None:
    with pytest.raises(RecordError, match="a code is up to 40") as caught:
        acts.retain_body(segments=(1, 1), seqs=(0, 9), reason=reason, at=9)
    assert not reason or reason not in str(caught.value).split()


@pytest.mark.parametrize("by", ["", "Anna Smith", "zoë", "x" * 81])
def test_a_name_with_a_space_is_no_id(by: str) -> None:
    with pytest.raises(RecordError, match="an id is 1 to 80"):
        acts.access_body(record="r", field="in", by=by, reason="complaint", case="C-7", at=9)


class Raising:
    name = "raising/1"
    family = Family.PII
    needs = VALUES.needs

    def look(self, view: Any) -> Any:
        raise RuntimeError(view.text)


async def test_a_detector_that_fails_has_a_record_of_its_own_with_a_count() -> None:
    log = MemoryLog()
    lax = sealed(changed(policy(), failure=Failure({Family.PII: "note"}, {})))
    guarded = guard(lax, log=log, detectors=[*detectors(), Raising()])

    await say(guarded, "Hello.", "One. " * 200)

    told = log.of("failure")
    assert [(one["side"], one["of"], one["name"], one["state"], one["why"]) for one in told] == [
        ("input", "detector", "raising/1", "failed", "raised"),
        ("output", "detector", "raising/1", "failed", "raised"),
        ("output", "detector", "raising/1", "failed", "breaker"),
    ]
    assert told[2]["count"] > 1
    assert log.records[-1]["kind"] == "turn_close"


async def test_a_model_that_fails_has_a_record_without_its_words() -> None:
    log = MemoryLog()
    guarded = guard(log=log)
    with pytest.raises(Exception, match="the model failed"):
        await say(guarded, "Hello.", [RuntimeError("secret words")])

    (told,) = log.of("failure")
    assert (told["of"], told["name"], told["side"]) == ("model", "RuntimeError", "output")
    assert b"secret words" not in b"".join(log.lines)


@pytest.mark.parametrize(("do", "called"), [("note", True), ("block", False)])
async def test_a_picture_is_in_the_log_before_the_model_sees_it(do: Any, called: bool) -> None:
    log = MemoryLog()
    using = sealed(changed(policy(), failure=Failure({}, {"image": do})))
    guarded = guard(using, log=log)
    parts = (TextPart("Hello."), OpaquePart("image", {}))

    await say(guarded, [Message(Role.USER, parts)], "Fine.")

    (told,) = log.of("coverage_gap")
    assert (told["side"], told["gap"], told["do"], told["count"]) == ("input", "image", do, 1)
    assert log.of("turn_close")[0]["called"] is called
    assert all(one["seq"] > told["seq"] for one in log.of("decision") if one["side"] == "output")


async def test_a_picture_in_a_reply_is_in_the_log_too() -> None:
    log = MemoryLog()
    guarded = guard(log=log)

    await say(guarded, "Hello.", ["Look: ", OpaqueChunk(OpaquePart("image", b""))])

    assert [(one["side"], one["gap"]) for one in log.of("coverage_gap")] == [("output", "image")]


async def test_what_was_not_looked_for_is_told_once_with_its_count() -> None:
    class Partly(Raising):
        name = "partly/1"

        def look(self, view: Any) -> Any:
            return ()

        def uncovered(self, view: Any) -> str:
            return "names in Cyrillic script"

    log = MemoryLog()
    guarded = guard(log=log, detectors=[*detectors(), Partly()])

    await say(guarded, "Hello.", "Fine. " * 200)

    told = {one["side"]: one for one in log.of("coverage_gap")}
    assert set(told) == {"input", "output"}
    assert (told["output"]["gap"], told["output"]["do"]) == ("script", "note")
    assert told["output"]["what"] == "names in Cyrillic script"
    assert told["output"]["count"] > 1
