"""A log replays from its records alone, and what was tampered with does not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guardrails.decisions import Do
from guardrails.errors import LogReadError
from guardrails.ledger.store import FileLog
from guardrails.policy.canonical import sealed
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.log_settings import Logging
from guardrails.policy.model import Policy
from guardrails.policy.rule import CustomType
from guardrails.replay.compare import Change
from guardrails.replay.report import LIMIT, as_json, in_words, page
from guardrails.replay.run import MOST, FailOn, replay
from tests.guards import Desk, guard, say
from tests.policies import RULES, changed, policy

TALK = (
    ("Write to jo@example.org please.", "I have missed you. Done."),
    ("are you human", "I am a real person."),
    ("I wish I would not wake up", "Tell me more."),
    ("I cannot go on at all", None),
    ("hunter2 is my password", None),
    ("Thanks.", "I feel lonely when you go."),
)
DEFAULT = sealed(policy())


def recorded(
    folder: Path, talk: Sequence[tuple[str, str | None]] = TALK, using: Policy = DEFAULT
) -> Path:
    async def run() -> None:
        log = FileLog(folder, origin="web-1")
        channels = {name: Desk() for name in using.channels}
        guarded = guard(using, log=log, channels=channels)
        for message, reply in talk:
            await say(guarded, message, reply)
        await guarded.aclose()
        log.close()

    asyncio.run(run())
    return folder


def rewritten(folder: Path, change: Any) -> None:
    """Change the decisions in the log at *folder*; its chain is broken then."""
    for path in folder.rglob("seg-*.jsonl"):
        path.chmod(0o640)
        lines = []
        for line in path.read_bytes().splitlines():
            record = orjson.loads(line)
            if record["kind"] == "decision":
                change(record)
            lines.append(orjson.dumps(record, option=orjson.OPT_SORT_KEYS))
        path.write_bytes(b"\n".join(lines) + b"\n")


def test_every_decision_comes_out_as_it_was_recorded(tmp_path: Path) -> None:
    result = replay(recorded(tmp_path))

    assert result.decisions >= len(TALK)
    assert result.changes == {Change.SAME: result.decisions}
    assert (result.differs, result.unread, result.without_findings) == (0, [], 0)
    assert dict(result.policies) == {DEFAULT.hash: result.decisions}


WORDS = [
    "jo@example.org",
    "hunter2",
    "Priya",
    "are you human",
    "I wish I would not wake up",
    "I cannot go on at all",
    "I have missed you",
    "I am a real person",
    "licensed therapist",
    "hello there",
]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    talk=st.lists(
        st.tuples(
            st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(". ".join),
            st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(". ".join),
        ),
        min_size=1,
        max_size=4,
    ),
    percent=st.sampled_from([0, 40, 100]),
)
def test_any_conversation_replays(
    tmp_path_factory: pytest.TempPathFactory, talk: list[tuple[str, str]], percent: int
) -> None:
    rules = tuple(replace(rule, percent=percent) for rule in RULES)
    using = sealed(policy(*rules, salt="x"))

    result = replay(recorded(tmp_path_factory.mktemp("log"), talk, using))

    assert result.decisions
    assert result.differs == 0


def _lower_score(record: dict[str, Any]) -> None:
    for finding in record["findings"]:
        finding["s"] = 2_000


def _no_findings(record: dict[str, Any]) -> None:
    record["findings"] = []


def _pass(record: dict[str, Any]) -> None:
    record["decision"]["do"] = "pass"


def _nobody_told(record: dict[str, Any]) -> None:
    record["decision"]["escalate"] = []


def _other_message(record: dict[str, Any]) -> None:
    if record["decision"]["say"]:
        record["decision"]["say"] = "hello"


def _truth_for_one(record: dict[str, Any]) -> None:
    record["decision"]["alarm"] = 0


@pytest.mark.parametrize(
    "change",
    [_lower_score, _no_findings, _pass, _nobody_told, _other_message, _truth_for_one],
)
def test_a_record_that_was_changed_comes_out_otherwise(tmp_path: Path, change: Any) -> None:
    rewritten(recorded(tmp_path), change)

    assert replay(tmp_path).differs > 0


@pytest.mark.parametrize(
    "change",
    [
        lambda record: record.pop("ctx"),
        lambda record: record["ctx"].update(now="soon"),
        lambda record: record["ctx"].update(minor=1),
        lambda record: record.update(side="sideways"),
        lambda record: record.update(findings=[{"d": "pii.email"}]),
        lambda record: record.update(findings={}),
        lambda record: record.update(policy={"id": "x", "hash": "sha256:00", "at": 0}),
        lambda record: record.update(decision={}),
        lambda record: record.update(decision="none"),
        lambda record: record["decision"].update(do="dance"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_place(tmp_path: Path, change: Any) -> None:
    rewritten(recorded(tmp_path), change)

    result = replay(tmp_path)

    assert len(result.unread) == result.decisions or not result.changes[Change.SAME]
    assert all("seg-000001.jsonl:" in place for place in result.unread)
    assert not any(word in str(result.unread) for word in ("soon", "sideways", "dance"))


def test_a_line_that_is_no_record_is_told(tmp_path: Path) -> None:
    path = next(recorded(tmp_path).rglob("seg-*.jsonl"))
    path.chmod(0o640)
    path.write_bytes(path.read_bytes() + b"{}\n")

    assert replay(tmp_path).unread[-1].endswith("no record")


def test_a_log_without_findings_cannot_be_replayed_and_says_so(tmp_path: Path) -> None:
    using = sealed(changed(policy(), logging=Logging(level="metadata")))

    result = replay(recorded(tmp_path, using=using))

    assert result.without_findings == result.decisions > 0
    assert "left out, no findings recorded" in "\n".join(in_words(result))


def test_no_log_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(LogReadError, match="no decision log in"):
        replay(tmp_path)


def test_a_policy_that_was_changed_or_lost_is_a_clear_error(tmp_path: Path) -> None:
    recorded(tmp_path)
    path = next(tmp_path.rglob("seg-*.jsonl"))
    path.chmod(0o640)
    whole = path.read_bytes()

    path.write_bytes(whole.replace(b"Please talk to someone now", b"Please talk to anybody now"))
    with pytest.raises(LogReadError, match=r"seg-000001.jsonl:\d+: record \d+: the text of the"):
        replay(tmp_path)
    path.write_bytes(whole.replace(b'"text":"{', b'"texu":"{', 1))
    with pytest.raises(LogReadError, match="neither the text of a policy nor the name of a file"):
        replay(tmp_path)


def test_a_policy_in_a_file_is_read_and_missed(tmp_path: Path) -> None:
    long = {**policy().messages, "hello": {"en-GB": "You are talking to software. " * 3_000}}
    recorded(tmp_path, TALK[:2], sealed(policy(messages=long)))
    (file,) = (tmp_path / "web-1" / "files").iterdir()

    assert replay(tmp_path).differs == 0
    file.chmod(0o640)
    file.unlink()
    with pytest.raises(LogReadError, match="it holds a policy that decisions name"):
        replay(tmp_path)


def without(*ids: str) -> Policy:
    return sealed(policy(*(rule for rule in RULES if rule.id not in ids)))


def test_another_policy_shows_who_would_be_treated_otherwise(tmp_path: Path) -> None:
    recorded(tmp_path)
    weaker, stricter = FailOn(Change.WEAKER, "crisis.*"), FailOn(Change.STRICTER)

    lax = replay(tmp_path, without("crisis.high"), fail_on=[weaker])
    strict = sealed(policy(*(replace(r, do=Do.BLOCK, say="no") for r in RULES if r.level is None),
                           *(r for r in RULES if r.level)))  # fmt: skip
    hard = replay(tmp_path, strict, fail_on=[stricter])

    assert lax.failed == lax.changes[Change.WEAKER] == 1
    (one,) = [each for each in lax.differences if each.change is Change.WEAKER]
    assert (one.log, one.before) == ("web-1", ("replace", "crisis.high"))
    assert one.after == ("add", "crisis.concern")
    assert hard.failed == hard.changes[Change.STRICTER] > 0
    assert not hard.changes[Change.WEAKER]


def test_other_words_and_other_reasons_are_kinds_of_their_own(tmp_path: Path) -> None:
    recorded(tmp_path)
    words = tuple(replace(r, say="care-text") if r.say == "concern-text" else r for r in RULES)
    names = tuple(replace(r, id="claim.feeling") if r.id == "claim.emotion" else r for r in RULES)

    assert set(replay(tmp_path, sealed(policy(*words))).changes) == {Change.SAME, Change.MESSAGE}
    assert set(replay(tmp_path, sealed(policy(*names))).changes) == {Change.SAME, Change.REASON}


def test_a_rule_for_a_share_falls_on_the_same_sessions_again(tmp_path: Path) -> None:
    recorded(tmp_path)
    off = sealed(policy(*(replace(rule, percent=0) for rule in RULES), salt="y"))

    assert replay(tmp_path, off).changes[Change.WEAKER] > 0


def test_rules_that_would_need_the_text_are_counted(tmp_path: Path) -> None:
    recorded(tmp_path, using=without("claim.emotion", "claim.human_identity", "claim.professional"))
    tracking = CustomType("tracking", phrases=("parcel",))
    more = tuple(
        replace(rule, categories=rule.categories | {"pii.tracking"})
        if rule.id == "pii.contact"
        else replace(rule, threshold=1_000)
        if rule.id == "crisis.care"
        else rule
        for rule in RULES
    )

    needs = replay(tmp_path, sealed(policy(*more, types=(tracking,)))).needs_text

    assert {"claim.emotion", "pii.contact", "crisis.care"} <= set(needs)
    assert not replay(tmp_path, without("pii.secret", "claim.emotion", "claim.human_identity",
                                        "claim.professional")).needs_text  # fmt: skip


def test_the_report_holds_numbers_and_no_words(tmp_path: Path) -> None:
    result = replay(recorded(tmp_path), without("crisis.high", "pii.contact"))
    told = [json.dumps(as_json(result)), "\n".join(in_words(result)), page(result, {"log": "x"})]

    for report in told:
        assert LIMIT.split(":")[0] in report
        assert "crisis.high" in report
        assert "jo@example.org" not in report
        assert "hunter2" not in report
    assert as_json(result)["changes"]["same"] == result.changes[Change.SAME]
    assert "Nothing." in page(replay(tmp_path), {})


def test_long_reports_are_cut_and_say_so(tmp_path: Path) -> None:
    recorded(tmp_path, TALK[:1])
    path = next(tmp_path.rglob("seg-*.jsonl"))
    path.chmod(0o640)
    lines = path.read_bytes().splitlines()
    decisions = [line for line in lines if b'"kind":"decision"' in line]
    path.write_bytes(b"\n".join([*lines, *decisions * MOST, *[b"{}"] * 30]) + b"\n")

    result = replay(tmp_path, without("pii.contact"))
    words = "\n".join(in_words(result))

    assert len(result.differences) == MOST < result.differs
    assert f"and {result.differs - 20:,} more" in words
    assert "and 10 more that could not be read" in words


def test_the_bytes_that_were_read_are_told(tmp_path: Path) -> None:
    read: list[int] = []
    replay(recorded(tmp_path), progress=read.append)

    assert sum(read) == sum(path.stat().st_size for path in tmp_path.rglob("seg-*.jsonl"))


def test_a_disclosure_that_is_due_is_replayed(tmp_path: Path) -> None:
    plan = Disclosure(at_start="hello", repeat="hello", every_turns=2, when_asked="not-human")
    result = replay(recorded(tmp_path, using=sealed(policy(disclosure=plan))))

    assert result.differs == 0
    assert replay(tmp_path, DEFAULT).changes[Change.MESSAGE] > 0


def _integers(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to each integer in *value*."""
    if type(value) is int:
        return [way]
    if not isinstance(value, dict | list):
        return []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [each for key, inner in items for each in _integers(inner, (*way, key))]


def _reached(value: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        value = value[key]
    return value


FULL = sealed(
    changed(
        policy(
            *(replace(r, percent=50) if r.id.startswith("claim.") else r for r in RULES), salt="x"
        ),
        disclosure=Disclosure(
            at_start="hello",
            repeat="hello",
            every_turns=3,
            every_seconds=60,
            when_asked="not-human",
        ),
    )
)
OTHERS = (0, 1, 2, 59, 60, 1_000, 4_999, 5_000, 9_999, 10_000)


def test_a_changed_integer_on_which_a_decision_rests_is_noticed(tmp_path: Path) -> None:
    """Each integer of context and findings is set to others, in each decision of a talk."""
    path = next(recorded(tmp_path, using=FULL).rglob("seg-*.jsonl"))
    path.chmod(0o640)
    lines = path.read_bytes().splitlines()
    noticed: set[Any] = set()
    tried = 0
    for place, line in enumerate(lines):
        record = orjson.loads(line)
        for way in _integers({key: record.get(key) for key in ("ctx", "findings")}):
            for number in OTHERS:
                changed_record = orjson.loads(line)
                holder = _reached(changed_record, way[:-1])
                if holder[way[-1]] == number:
                    continue
                holder[way[-1]] = number
                tried += 1
                if _differs(lines, place, changed_record, tmp_path):
                    noticed.add(way[-1])
    print(  # noqa: T201 - how much was really tried
        f"integers: {tried} changed, of {sorted(noticed)} some were noticed"
    )
    assert {"s", "turns"} <= noticed
    assert not {"a", "b", "now"} & noticed  # no decision rests on them here


def _differs(lines: list[bytes], place: int, record: Any, folder: Path) -> bool:
    """Return whether a log of the policy and *record* replays otherwise than recorded."""
    policies = [line for line in lines[:place] if b'"kind":"policy"' in line]
    path = folder / "one" / "web-1" / "seg-000001.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        b"\n".join([*policies, orjson.dumps(record, option=orjson.OPT_SORT_KEYS), b""])
    )
    return bool(replay(folder / "one").differs)
