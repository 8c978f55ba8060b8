"""Texts are kept if the policy says so and the person agreed, masked, sealed, and else never."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.decisions import Do, Mode
from guardrails.detectors.base import Needs, View
from guardrails.erasure import Whose
from guardrails.errors import ConfigurationError, DetectorError, EvidenceError, InputTooLongError
from guardrails.evidence.base import Kept, Wanted
from guardrails.evidence.forgotten import ForgottenEvidence
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.store import FileEvidence
from guardrails.findings import Family, Finding
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.messages import EndChunk, Message, Role, Surface, TextChunk, TextPart, ToolCallChunk
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import Logging, TextLevel
from guardrails.policy.model import Policy
from tests.guards import detectors, guard, say
from tests.policies import RULES, policy, rule

AGREED = {"consent": ["log-text"]}
MESSAGE = "My mail is jo@example.org, I am Priya."


class Plain:
    """An `Evidence` that shows what it was given to seal, or refuses."""

    store = "evidence"
    origin = "memory"

    def __init__(self) -> None:
        self.wanted: list[Wanted] = []
        self.refusing = False

    async def keep(self, wanted: Wanted) -> Kept:
        if self.refusing:
            msg = "the disk is full"
            raise EvidenceError(msg)
        self.wanted.append(wanted)
        names = {name: f"sha256:{len(self.wanted)}-{name}" for name in wanted.fields}
        return Kept("k", names)

    async def erase(self, whose: Whose) -> frozenset[str]:
        del whose
        return frozenset()

    def close(self) -> None: ...

    @property
    def fields(self) -> list[dict[str, str]]:
        return [dict(one.fields) for one in self.wanted]


def keeping(level: TextLevel, *rules: Any, **fields: Any) -> Policy:
    return sealed(policy(*(rules or RULES), logging=Logging(level), **fields))


def under(using: Policy, evidence: Plain, **fields: Any) -> Guard:
    return guard(using, evidence=evidence, **fields)


def told(guarded: Guard) -> list[dict[str, Any]]:
    assert isinstance(guarded.log, MemoryLog)
    return [one["text"] for one in guarded.log.of("decision")]


async def test_texts_are_kept_as_they_were_said_where_nothing_is_to_be_masked() -> None:
    evidence = Plain()
    async with under(keeping("sealed-text"), evidence) as guarded:
        await say(guarded, MESSAGE, "I missed you. It is late.", subject_id="p1", **AGREED)

    assert evidence.fields == [
        {"in": MESSAGE},
        {"in": "I missed you. It is late.", "out": "Welcome back! It is late."},
    ]
    first, second = told(guarded)
    assert first == {
        "level": "sealed-text",
        "key": "k",
        "n": 0,
        "in": {"ct": "sha256:1-in", "len": len(MESSAGE)},
        "out": {"len": len(MESSAGE)},
    }
    assert (second["n"], second["out"]["ct"]) == (1, "sha256:2-out")
    one = evidence.wanted[0]
    [decision, _] = guarded.log.of("decision")  # type: ignore[attr-defined]
    assert one.about == {key: decision[key] for key in one.about}
    assert set(one.about) == {"session", "turn", "side", "surface", "part"}
    assert (one.session_id, one.subject_id) == ("s", "p1")


async def test_a_reply_that_goes_out_as_it_came_is_kept_once() -> None:
    evidence = Plain()
    async with under(keeping("sealed-text"), evidence) as guarded:
        await say(guarded, "Hello", "Hello to you.", **AGREED)

    assert evidence.fields[1] == {"in": "Hello to you."}
    assert told(guarded)[1]["out"] == {"as": "in", "len": 13}


async def test_what_the_person_sees_is_kept_with_their_own_values() -> None:
    evidence = Plain()
    async with under(keeping("sealed-text"), evidence) as guarded:
        await say(guarded, MESSAGE, "Mail <EMAIL_1> then.", **AGREED)

    assert evidence.fields[1] == {"in": "Mail <EMAIL_1> then.", "out": "Mail jo@example.org then."}


async def test_masked_texts_hold_no_personal_data_on_either_side() -> None:
    evidence = Plain()
    async with under(keeping("masked-text"), evidence) as guarded:
        await say(
            guarded, MESSAGE, "I missed you, Priya. Write to ann@example.org, Priya.", **AGREED
        )

    assert evidence.fields == [
        {"in": "My mail is [email], I am [person]."},
        {
            "in": "I missed you, [person]. Write to [email], [person].",
            "out": "Write to [email], [person].",
        },
    ]
    assert all("@" not in text for one in evidence.fields for text in one.values())


async def test_masked_texts_hold_stand_ins_where_the_person_saw_their_own_values() -> None:
    evidence = Plain()
    async with under(keeping("masked-text"), evidence) as guarded:
        await say(guarded, MESSAGE, "Mail <EMAIL_1> then.", **AGREED)

    assert evidence.fields[1] == {"in": "Mail <EMAIL_1> then."}
    assert told(guarded)[1]["out"]["as"] == "in"


async def test_rules_for_the_log_mask_what_is_kept_and_others_do_not() -> None:
    rules = [
        rule("pii.email", Family.PII, do=Do.NOTE, log=True),
        rule("pii.person", Family.PII, do=Do.MASK),
        rule("pii.phone", Family.PII, do=Do.MASK, log=True, mode=Mode.DISABLED),
        rule("pii.secret", Family.PII, do=Do.NOTE, log=True, surfaces=frozenset({Surface.SYSTEM})),
    ]
    evidence = Plain()
    async with under(keeping("sealed-text", *rules), evidence) as guarded:
        await say(guarded, f"{MESSAGE} Call 0161 496 0000, hunter2.", [], **AGREED)

    assert evidence.fields == [
        {"in": "My mail is [email], I am Priya. Call 0161 496 0000, hunter2."}
    ]


@pytest.mark.parametrize("level", ["metadata", "findings"])
async def test_no_text_is_kept_by_a_policy_that_says_nothing_of_it(level: TextLevel) -> None:
    evidence = Plain()
    async with under(keeping(level), evidence) as guarded:
        await say(guarded, MESSAGE, "Hello.", **AGREED)

    assert evidence.wanted == []
    assert {one["level"] for one in told(guarded)} == {level}
    assert all("why" not in one and "key" not in one for one in told(guarded))


@pytest.mark.parametrize("level", ["masked-text", "sealed-text"])
async def test_no_text_is_kept_of_who_did_not_agree_and_the_record_says_so(
    level: TextLevel,
) -> None:
    evidence = Plain()
    async with under(keeping(level), evidence) as guarded:
        await say(guarded, MESSAGE, "Hello.")
        await say(guarded, MESSAGE, "Hello.", **AGREED)
        await say(guarded, "And now no more.", "Hello.")

    assert len(evidence.wanted) == 2
    assert [one.get("why") for one in told(guarded)] == [
        *("no-consent", "no-consent", None),
        *(None, "no-consent", "no-consent"),
    ]
    assert told(guarded)[0]["level"] == "findings"
    first, _, second, *_ = guarded.log.of("decision")  # type: ignore[attr-defined]
    assert (first["ctx"]["consent"], second["ctx"]["consent"]) == ([], ["log-text"])


class Failing:
    """A detector of personal data that does not work."""

    name = "failing/1"
    family = Family.PII
    needs = Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        del view
        msg = "out of order"
        raise DetectorError(msg)


async def test_nothing_is_kept_of_what_nobody_could_look_through() -> None:
    evidence = Plain()
    using = keeping("masked-text", *RULES)
    blind = [*detectors(), Failing()]
    async with under(using, evidence, detectors=blind) as guarded:
        await say(guarded, "Hello", "Hello.", **AGREED)
    only_input = keeping("masked-text", *(one for one in RULES if one.id == "pii.person"))
    async with under(only_input, evidence) as other:
        await say(other, "Hello", "I am Priya.", **AGREED)

    assert evidence.fields == [{"in": "Hello"}]
    assert {one["why"] for one in told(guarded)} == {"not-looked"}
    assert [one.get("why") for one in told(other)] == [None, "not-looked"]


async def test_nothing_is_kept_of_a_message_that_is_refused_for_its_length() -> None:
    evidence = Plain()
    async with under(keeping("sealed-text", max_input=100), evidence) as guarded:
        with pytest.raises(InputTooLongError):
            await say(guarded, "word " * 40, None, **AGREED)

    assert evidence.wanted == []
    assert told(guarded)[0]["why"] == "too-long"


async def test_the_operators_own_words_are_not_kept() -> None:
    evidence = Plain()
    system = Message(Role.SYSTEM, (TextPart("Be kind.", Surface.SYSTEM),))
    async with under(keeping("sealed-text"), evidence) as guarded:
        await say(guarded, [system, Message.of(Role.USER, "Hello")], [], **AGREED)

    assert evidence.fields == [{"in": "Hello"}]
    assert [one["level"] for one in told(guarded)] == ["findings", "sealed-text"]


async def test_reasoning_and_arguments_of_tools_are_kept_as_what_they_are() -> None:
    chunks = [
        TextChunk("They are sad.", Surface.REASONING),
        ToolCallChunk(0, "c1", "note", '{"to": "ann@example.org"}'),
        EndChunk("tool_calls"),
    ]
    evidence = Plain()
    async with under(keeping("sealed-text"), evidence) as guarded:
        await say(guarded, "Hello", chunks, **AGREED)

    kept = {one.about["surface"]: dict(one.fields) for one in evidence.wanted}
    assert kept["reasoning"] == {"in": "They are sad."}
    assert kept["tool_argument"]["in"] == "ann@example.org"
    assert len({one.n for one in evidence.wanted}) == len(evidence.wanted)


async def test_a_text_that_cannot_be_kept_holds_up_nobody_and_is_told_of() -> None:
    evidence = Plain()
    evidence.refusing = True
    async with under(keeping("sealed-text"), evidence) as guarded:
        events = await say(guarded, "Hello", "Hello to you.", **AGREED)

    assert "".join(one.text for one in events) == "Hello to you."
    assert {one["why"] for one in told(guarded)} == {"not-written"}
    assert isinstance(guarded.log, MemoryLog)
    [failure] = guarded.log.of("failure")
    assert (failure["of"], failure["why"], failure["count"]) == ("evidence", "not-written", 2)


def test_a_policy_that_keeps_texts_needs_a_place_for_them(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="evidence=FileEvidence"):
        guard(keeping("masked-text"))
    evidence = FileEvidence(tmp_path, OpeningKey.generate("eve").sealing, origin="web-2")
    with pytest.raises(ConfigurationError, match=r"'web-2'.*'memory'"):
        guard(keeping("masked-text"), evidence=evidence)
    evidence.close()


async def test_a_place_that_forgets_keeps_nothing() -> None:
    evidence = ForgottenEvidence("memory")
    async with guard(keeping("sealed-text"), evidence=evidence) as guarded:
        await say(guarded, "Hello", "Hello.", **AGREED)
        assert (await guarded.forget(session_id="s", by="op_1")).stores == (
            "sessions",
            "tickets",
            "refuge",
            "evidence",
        )

    assert {one["why"] for one in told(guarded)} == {"not-written"}


VALUES = ("jo@example.org", "ann@example.org", "0161 496 0000", "Priya", "hunter2")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*VALUES, "I missed you.", "and", "Well then.", "\n"]), max_size=12)
)
async def test_however_values_stand_none_is_in_a_masked_text(words: list[str]) -> None:
    evidence = Plain()
    async with under(keeping("masked-text"), evidence) as guarded:
        await say(guarded, " ".join(words) or "-", " ".join(reversed(words)) or "-", **AGREED)

    for one in evidence.fields:
        for text in one.values():
            assert not any(value in text for value in VALUES)
