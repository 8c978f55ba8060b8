"""Kept texts are looked at again: on record, by today's detectors, and what differs is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner

from guardrails.assembly import categories_of
from guardrails.cli.main import main
from guardrails.decisions import Mode
from guardrails.detectors.phrases import PhraseDetector
from guardrails.engine import engine_of
from guardrails.erasure import Whose
from guardrails.errors import LogReadError, LogWriteError, RecordError
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.shelf import Shelf
from guardrails.evidence.store import FileEvidence
from guardrails.findings import Family
from guardrails.inspection import Inspection
from guardrails.ledger.fakes import BrokenLog
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.read import read_records
from guardrails.ledger.store import FileLog
from guardrails.policy.canonical import sealed
from guardrails.policy.model import Policy
from guardrails.replay.compare import Change
from guardrails.replay.detect import detect
from guardrails.replay.look import taken_over
from guardrails.replay.report import LOOKED, as_json, in_words, page
from guardrails.replay.run import FailOn, Replayed
from guardrails.replay.texts import Investigator
from tests.evidence.conftest import keeping
from tests.guards import CLAIMS, VALUES, Desk, detectors, guard, say
from tests.policies import RULES

TALK = (
    ("Write to jo@example.org please.", "I have missed you. Done."),
    ("are you human", "I am a real person."),
    ("I wish I would not wake up", "Tell me more."),
    ("I cannot go on at all", None),
    ("jo@example.org is mine", "It is a very long story. " * 12 + "I feel lonely when you go."),
)
CANARY = "missed you"


@pytest.fixture(scope="module")
def key() -> OpeningKey:
    return OpeningKey.generate("investigators")


def recorded(
    folder: Path,
    key: OpeningKey,
    using: Policy | None = None,
    talk: Sequence[tuple[str, str | None]] = TALK,
    **options: Any,
) -> Path:
    """A log of one conversation whose texts are kept."""
    policy = using or keeping()

    async def run() -> None:
        log = FileLog(folder)
        evidence = FileEvidence(folder, key.sealing)
        channels = {name: Desk() for name in policy.channels}
        guarded = guard(policy, log=log, evidence=evidence, channels=channels)
        for message, reply in talk:
            await say(guarded, message, reply, **{"consent": ["log-text"], **options})
        await guarded.aclose()
        evidence.close()
        log.close()

    asyncio.run(run())
    return folder


def made(*others: Any, instead: Sequence[Any] | None = None) -> Callable[[Policy], Inspection]:
    found = detectors() if instead is None else list(instead)
    return lambda policy: Inspection([*found, *others], categories=categories_of(policy))


def again(
    folder: Path,
    key: OpeningKey,
    candidate: Policy | None = None,
    make: Callable[[Policy], Inspection] | None = None,
    acts: Any = None,
    **options: Any,
) -> Replayed:
    who = Investigator(
        key, acts or MemoryLog("investigators"), "op_7", "review", "C-1", lambda: 99.5
    )
    return asyncio.run(detect(folder, who, candidate, make=make or made(), **options))


@pytest.fixture(scope="module")
def folder(key: OpeningKey, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("kept"), key)


def test_the_same_detectors_find_and_decide_the_same(folder: Path, key: OpeningKey) -> None:
    result = again(folder, key)
    looked = result.looked

    assert looked is not None
    assert looked.decisions == result.decisions > len(TALK)
    assert result.changes == {Change.SAME: result.decisions}
    assert looked.unrepeated == 0
    assert {one.same for one in looked.rules.values()} != {0}
    assert not any(one.gone or one.new or one.moved for one in looked.rules.values())
    assert not any(one.gone or one.new or one.moved for one in looked.findings.values())
    assert "claim.emotion" in looked.findings


def test_the_versions_of_detectors_say_whether_they_are_the_same(
    folder: Path, key: OpeningKey
) -> None:
    looked = again(folder, key).looked
    other = again(folder, key, make=made(PhraseDetector(Family.SCOPE, {"x y z": "scope.x"}))).looked
    [engine] = {
        orjson.dumps(one.record["engine"])
        for one in read_records(folder)
        if one.record and one.record["kind"] == "decision"
    }

    assert orjson.loads(engine) == engine_of(made()(keeping()).names)
    assert looked is not None
    assert other is not None
    assert looked.same_engine == looked.decisions
    assert (other.same_engine, other.unrepeated) == (0, 0)


def test_a_detector_that_finds_less_and_one_that_finds_more_are_told_by_rule(
    folder: Path, key: OpeningKey
) -> None:
    fewer = [one for one in detectors() if one is not CLAIMS]
    claims = PhraseDetector(Family.CLAIM, {"Done": "claim.emotion", "feel lonely": "claim.emotion"})
    result = again(folder, key, make=made(claims, instead=fewer))
    looked = result.looked
    assert looked is not None
    emotion = looked.findings["claim.emotion"]

    assert (emotion.gone, emotion.new + emotion.moved) != (0, 0)
    assert result.changes[Change.WEAKER] > 0
    assert looked.findings["claim.human_identity"].gone == 1
    assert sum(one.gone for one in looked.rules.values()) > 0
    assert looked.unrepeated > 0  # two detectors under one name and version
    weaker = again(
        folder, key, make=made(claims, instead=fewer), fail_on=[FailOn(Change.WEAKER, "claim.*")]
    )
    assert weaker.failed > 0


def test_another_policy_gets_what_it_looks_for(folder: Path, key: OpeningKey) -> None:
    watched = [
        replace(rule, mode=Mode.SHADOW) if rule.family is Family.CLAIM else rule for rule in RULES
    ]
    result = again(folder, key, sealed(replace(keeping(), rules=tuple(watched))))

    assert result.policy != keeping().hash
    assert result.changes[Change.WEAKER] > 0


def test_each_conversation_is_recorded_once_before_it_is_opened(
    folder: Path, key: OpeningKey
) -> None:
    acts = MemoryLog("investigators")
    result = again(folder, key, acts=acts)
    [access] = acts.of("access")
    first = next(
        one.record for one in read_records(folder) if one.record and "turn" in one.record
        and one.record["kind"] == "decision"
    )  # fmt: skip

    assert result.looked is not None
    assert result.looked.sessions == 1
    assert access["record"] == first["id"]
    assert access["field"] == "session"
    assert (access["by"], access["reason"], access["case"], access["at"]) == (
        *("op_7", "review", "C-1"),
        99,
    )


def test_nothing_is_opened_that_cannot_be_recorded(folder: Path, key: OpeningKey) -> None:
    with pytest.raises(LogWriteError):
        again(folder, key, acts=BrokenLog())
    who = Investigator(key, MemoryLog("x"), "Dr Smith", "review", "C-1", lambda: 1.0)
    with pytest.raises(RecordError):
        asyncio.run(detect(folder, who, make=made()))


def test_another_key_opens_nothing_and_each_message_is_told(folder: Path) -> None:
    result = again(folder, OpeningKey.generate("others"))

    assert result.looked is not None
    assert result.looked.decisions == 0
    assert result.unread
    assert all("would open it" in place for place in result.unread)


def test_texts_that_were_changed_or_moved_are_told(key: OpeningKey, tmp_path: Path) -> None:
    folder = recorded(tmp_path, key)
    import sqlite3

    with sqlite3.connect(tmp_path / "local" / "evidence" / "texts.db") as database:
        database.execute("UPDATE texts SET sealed = zeroblob(60)")
    result = again(folder, key)

    assert result.unread
    assert all("was changed" in place for place in result.unread)


def test_what_is_not_kept_is_left_out_with_its_reason(key: OpeningKey, tmp_path: Path) -> None:
    folder = recorded(tmp_path, key, consent=[])
    result = again(folder, key)

    assert result.looked is not None
    assert result.looked.left_out == {"no-consent": result.decisions}
    assert result.looked.sessions == 0


def test_what_was_erased_is_left_out_and_not_recorded_as_opened(
    key: OpeningKey, tmp_path: Path
) -> None:
    folder = recorded(tmp_path, key)
    shelf = Shelf(folder / "local")
    shelf.erase(Whose(None, "s"))
    shelf.close()
    acts = MemoryLog("investigators")
    result = again(folder, key, acts=acts)

    assert result.looked is not None
    assert result.looked.left_out == {"erased": result.decisions}
    assert acts.of("access") == []


def test_texts_that_were_taken_away_are_left_out(key: OpeningKey, tmp_path: Path) -> None:
    import shutil

    folder = recorded(tmp_path, key)
    shutil.rmtree(folder / "local" / "evidence")
    result = again(folder, key)
    assert result.looked is not None
    assert result.looked.left_out == {"no text is kept": result.decisions}


def test_masked_texts_keep_the_personal_data_of_their_records(
    key: OpeningKey, tmp_path: Path
) -> None:
    result = again(recorded(tmp_path, key, keeping("masked-text")), key)
    looked = result.looked

    assert looked is not None
    assert 0 < looked.masked < looked.decisions
    assert looked.findings["pii.email"].gone == 0
    assert result.changes == {Change.SAME: looked.decisions}


def test_messages_without_their_end_are_left_out(key: OpeningKey, tmp_path: Path) -> None:
    folder = recorded(tmp_path, key)
    [path] = folder.rglob("seg-*.jsonl")
    lines = path.read_bytes().splitlines()
    frames = [n for n, line in enumerate(lines) if b'"last":false,"n":1' in line]
    assert frames
    path.chmod(0o640)
    path.write_bytes(b"\n".join(lines[: frames[0]] + lines[frames[0] + 1 :]) + b"\n")
    gap = again(folder, key).looked
    path.write_bytes(b"\n".join(lines[: frames[0] + 1]) + b"\n")
    torn = again(folder, key).looked

    assert gap is not None
    assert torn is not None
    assert gap.left_out["other parts of the message are not kept"] > 0
    assert torn.left_out["other parts of the message are not kept"] == 2


def test_a_detector_that_fails_now_is_told_and_changes_nothing(
    folder: Path, key: OpeningKey
) -> None:
    class Broken:
        name, family, needs = "broken/1", Family.CLAIM, CLAIMS.needs

        def look(self, view: object) -> list[Any]:
            raise RuntimeError

    result = again(folder, key, make=made(Broken()))
    assert result.looked is not None
    assert result.looked.failed["broken/1"] > 0
    assert result.changes[Change.WEAKER] == 0


def test_records_that_lie_and_lines_that_are_none_are_told(key: OpeningKey, tmp_path: Path) -> None:
    folder = recorded(tmp_path, key)
    [path] = folder.rglob("seg-*.jsonl")
    path.chmod(0o640)
    lines = [
        line.replace(b'"part":{', b'"parts":{') if b'"side":"output"' in line else line
        for line in path.read_bytes().splitlines()
    ]
    path.write_bytes(b"\n".join([*lines, b"no record", b""]))
    result = again(folder, key)
    assert any(place.endswith("a record lacks something") for place in result.unread)
    assert result.unread[-1].endswith("no record")

    kept = [line for line in lines if b'"kind":"policy"' not in line]
    path.write_bytes(b"\n".join([*kept, b""]))
    assert any("a policy that was not recorded" in one for one in again(folder, key).unread)

    broken = [
        line.replace(b'"text":"{', b'"text":"[') if b'"kind":"policy"' in line else line
        for line in lines
    ]
    path.write_bytes(b"\n".join([*broken, b""]))
    with pytest.raises(LogReadError, match="not the one of its hash"):
        again(folder, key)


def test_decisions_without_findings_are_counted(key: OpeningKey, tmp_path: Path) -> None:
    folder = recorded(tmp_path, key)
    [path] = folder.rglob("seg-*.jsonl")
    path.chmod(0o640)
    records = [orjson.loads(line) for line in path.read_bytes().splitlines()]
    for record in records:
        record.pop("findings", None)
    path.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in records))
    result = again(folder, key)
    assert result.without_findings == result.decisions


def test_what_only_the_conversation_knew_is_taken_over(folder: Path, key: OpeningKey) -> None:
    from guardrails.findings import Finding, Span

    known = Finding("pii.email", Span(0, 4), 9000, "pseudonyms/1:known")
    own = Finding("pii.email", Span(0, 4), 9000, f"{VALUES.name}:x")
    long = Finding("pii.long-word", Span(0, 4), 10_000, "frames/1")
    names = (VALUES.name,)
    assert taken_over([known, own], names, masked=False) == [known]
    assert taken_over([known, own], names, masked=True) == [known, own]
    assert taken_over([long, own], names, masked=False) == [long, own]


def test_a_report_tells_what_was_found_and_no_word_of_it(folder: Path, key: OpeningKey) -> None:
    result = again(folder, key)
    told = as_json(result)
    words, html = "\n".join(in_words(result)), page(result, {"log": "x"})

    assert told["detected"]["decisions"] == result.decisions
    assert told["detected"]["findings"]["claim.emotion"]["same"] > 0
    assert "conversations opened, on record" in words
    assert "claim.emotion" in html
    for text in (words, html, str(told)):
        assert CANARY not in text
        assert "jo@example" not in text
        assert LOOKED in text


def test_the_command_looks_again_with_the_real_detectors(key: OpeningKey, tmp_path: Path) -> None:
    secret = tmp_path / "investigators.key"
    run = CliRunner()
    generated = run.invoke(main, ["log", "keygen", "investigators", str(secret), "--investigator"])
    assert generated.exit_code == 0, generated.output
    from guardrails.cli.keyring import opening_key

    crisis = [rule for rule in RULES if rule.family is Family.CRISIS]  # nothing to load
    folder = recorded(tmp_path / "logs", opening_key(secret)[0], keeping("sealed-text", *crisis))
    who = ["--key", str(secret), "--by", "op_7", "--reason", "review", "--case", "C-1"]
    asked = ["log", "replay", str(folder), "--detect"]
    told = run.invoke(main, [*asked, *who, "--format", "json"])
    detected = orjson.loads(told.stdout)["detected"]

    assert told.exit_code in {0, 1}, told.output
    assert detected["decisions"] > 0
    assert "crisis.suicide" in detected["findings"]
    kinds = [one.record["kind"] for one in read_records(folder / "investigators") if one.record]
    assert kinds.count("access") == detected["sessions_opened"] == 1

    assert run.invoke(main, asked).exit_code == 2
    assert run.invoke(main, [*asked, *who, "--state", "recomputed"]).exit_code == 2
    assert run.invoke(main, ["log", "replay", str(folder), *who]).exit_code == 2
