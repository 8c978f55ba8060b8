"""An edited policy is taken whole or refused whole, and nobody is served by half of one."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest

from guardrails.acceptance import Agreed, accepted, agreed
from guardrails.detectors.base import Needs, Reading
from guardrails.errors import PolicyError
from guardrails.guard import Guard
from guardrails.health import Health
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.store import FileLog
from guardrails.ledger.verify import verify
from guardrails.messages import Chunk, Side, TextChunk
from guardrails.models.base import ModelRequest
from guardrails.policy.keeping import FILE
from guardrails.policy.model import Policy
from guardrails.policy.source import PolicyFile
from guardrails.replay.run import replay
from guardrails.resources import Resources
from guardrails.service import Looking, Service
from tests.guards import Desk, detectors, events_of, guard, text_of

POLICY = """\
schema: 1
policy: {id: followed}
locales: [en-GB]
pii:
  - {id: pii.email, detect: [email], do: mask}
claim:
  - {id: claim.emotion, claims: [emotion], do: replace, say: plain}
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, escalate: {to: desk, within: 10m}}
escalation:
  channels:
    desk: {kind: console}
messages:
  help: {en-GB: "Please talk to somebody. {resources}"}
  plain: {en-GB: "I am a program."}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
tests:
  - {say: Write to jo@example.org, from: user, expect: {rule: pii.email}}
  - {say: I have missed you, from: model, expect: {rule: claim.emotion}}
  - {say: I cannot go on at all, from: user, expect: {rule: crisis.high}}
  - {say: Nothing of it, from: user, expect: {do: pass}}
  - {say: Nothing of it, from: model, expect: {do: pass}}
"""  # noqa: E501
NOW = 1_795_384_134.5


class Place:
    """A policy file in a folder, and a guard that follows it."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "p.yaml"
        self.keep = folder / "keep"
        self.told: list[str] = []
        self.desk = Desk()
        self.log = MemoryLog()
        self.write(POLICY)

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")

    def edit(self, old: str, new: str) -> None:
        text = self.file.read_text(encoding="utf-8")
        assert old in text
        self.write(text.replace(old, new))

    def guard(self, *, every: float = 0, any_cases: bool = False, **fields: Any) -> Guard:
        source = PolicyFile(
            self.file, self.keep, every=every, any_cases=any_cases, tell=self.told.append
        )
        return Guard(
            source,
            fields.pop("log", self.log),
            channels=fields.pop("channels", {"desk": self.desk}),
            detectors=fields.pop("detectors", detectors()),
            now=fields.pop("now", lambda: NOW),
            **fields,
        )


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


async def shown(guarded: Guard, text: str, side: Side = Side.OUTPUT) -> str:
    return (await guarded.inspect(text, side)).text


async def test_an_edit_is_in_force_for_the_next_message(place: Place) -> None:
    async with place.guard() as guarded:
        assert await shown(guarded, "I have missed you.") == "I am a program."
        before = guarded.health
        place.edit("I am a program.", "I am software.")

        after = await guarded.reload()

        assert await shown(guarded, "I have missed you.") == "I am software."
        assert before.hash != after.hash == guarded.policy.hash
        assert after == Health("followed", guarded.policy.hash, int(NOW))
        assert place.told[-1] == f"policy followed ({after.hash[:14]}...) is in force"
    hashes = [record["policy"]["hash"] for record in place.log.of("policy")]
    assert hashes == [before.hash, after.hash]
    made = [one["policy"] for one in place.log.of("decision")]
    assert {(one["hash"], one["at"]) for one in made} == {
        (record["policy"]["hash"], record["seq"]) for record in place.log.of("policy")
    }


@pytest.mark.parametrize(
    ("old", "new", "why", "told"),
    [
        ("do: mask", "do: maks", "load", "p.yaml:5:42: 'do' is 'maks'"),
        ("schema: 1", "schema: 1\n---", "load", "p.yaml:2:1: a second document"),
        ("do: mask", 'do: note, until: "2020-01-01"', "lint", "'until' is 2020-01-01"),
        ("desk: {kind: console}", "desk: {kind: webhook, url_env: D}\n    new: {kind: webhook, url_env: NOT_SET}", "build", "channel 'new': NOT_SET not set"),  # noqa: E501
        ("claim.emotion, claims: [emotion]", "claim.emotion, claims: [bond]", "cases", "p.yaml:20:5: expected claim.emotion to fire"),  # noqa: E501
        ("do: mask}", "do: mask}\n  - {id: pii.phone, detect: [phone], do: mask}", "cases", "'pii.phone' fires in no case that passes"),  # noqa: E501
    ],
)  # fmt: skip
async def test_a_bad_edit_leaves_the_policy_in_force_and_says_why(
    place: Place, old: str, new: str, why: str, told: str
) -> None:
    async with place.guard() as guarded:
        good = guarded.policy
        place.edit(old, new)

        health = await guarded.reload()

        assert health.stale
        assert not health.from_copy
        assert any(told in str(problem) for problem in health.problems), health.problems
        assert guarded.policy is good
        assert await shown(guarded, "I have missed you.") == "I am a program."
        assert len(place.told) == 2
        assert place.told[-1].startswith(f"policy file not taken ({len(health.problems)} problem")
        assert place.told[-1].endswith(f"followed ({good.hash[:14]}...) stays in force")
        [record] = place.log.of("policy_rejected")
        assert (record["problems"], record["kept"]) == (len(health.problems), good.hash)
        assert record["why"] == why
        assert record["content"].startswith("sha256:")
        # It is told once, not at every look.
        assert await guarded.reload() == health
        assert len(place.log.of("policy_rejected")) == 1


async def test_what_is_put_right_again_is_in_force_without_a_new_record(place: Place) -> None:
    async with place.guard() as guarded:
        await shown(guarded, "Hello.")
        place.edit("do: mask", "do: maks")
        assert (await guarded.reload()).stale
        place.edit("do: maks", "do: mask")

        health = await guarded.reload()

        assert (health.stale, health.problems) == (False, ())
        assert len(place.log.of("policy")) == 1
        assert place.told[-1].endswith("is in force")


async def test_a_comment_is_no_change(place: Place) -> None:
    async with place.guard() as guarded:
        told = list(place.told)
        place.write("# A word.\n" + POLICY)
        assert not (await guarded.reload()).stale
        assert place.told == told


async def test_the_time_of_a_file_is_not_looked_at(place: Place) -> None:
    import os

    async with place.guard() as guarded:
        before = place.file.stat()
        place.edit("I am a program.", "I am a machine.")
        os.utime(place.file, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert (await guarded.reload()).hash == guarded.policy.hash
        assert await shown(guarded, "I have missed you.") == "I am a machine."


async def test_a_file_behind_a_symbolic_link_that_is_swapped_is_noticed(
    place: Place, tmp_path: Path
) -> None:
    # This is how Kubernetes changes the files of a ConfigMap.
    for name, text in (("one", POLICY), ("two", POLICY.replace("a program", "a machine"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "p.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "data").symlink_to("one")
    place.file = tmp_path / "data" / "p.yaml"
    async with place.guard() as guarded:
        (tmp_path / "new").symlink_to("two")
        (tmp_path / "new").rename(tmp_path / "data")
        await guarded.reload()
        assert await shown(guarded, "I have missed you.") == "I am a machine."


async def test_a_change_of_a_file_that_is_taken_up_is_noticed(place: Place, tmp_path: Path) -> None:
    start, stop = POLICY.index("messages:"), POLICY.index("tests:")
    (tmp_path / "texts").mkdir()
    texts = tmp_path / "texts" / "t.yaml"
    texts.write_text("schema: 1\n" + POLICY[start:stop], encoding="utf-8")
    place.write(POLICY[:start] + "texts: [texts/t.yaml]\n" + POLICY[stop:])
    async with place.guard() as guarded:
        texts.write_text(
            texts.read_text(encoding="utf-8").replace("a program", "a machine"), encoding="utf-8"
        )
        await guarded.reload()
        assert await shown(guarded, "I have missed you.") == "I am a machine."


async def test_a_file_that_is_gone_is_a_bad_edit(place: Place) -> None:
    async with place.guard() as guarded:
        place.file.unlink()
        health = await guarded.reload()
        assert health.stale
        assert "no policy file" in health.problems[0].message
        assert await shown(guarded, "I have missed you.") == "I am a program."


class Waiting:
    """A model that says a first sentence, waits, and says a second one."""

    def __init__(self) -> None:
        self.begun, self.go_on = asyncio.Event(), asyncio.Event()

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        yield TextChunk("Here is one sentence that is quite harmless. ")
        self.begun.set()
        await self.go_on.wait()
        yield TextChunk("I have missed you so much since then.")


async def test_a_turn_in_flight_keeps_its_policy_to_the_end(place: Place) -> None:
    async with place.guard() as guarded:
        old = guarded.policy.hash
        model = Waiting()
        turn = asyncio.create_task(events_of(guarded.stream(model, "Hello", session_id="first")))
        await model.begun.wait()
        place.edit("I am a program.", "I am software.")
        assert (await guarded.reload()).hash != old
        # Another one begins meanwhile, and is under the new policy.
        other = await events_of(
            guarded.stream(lambda _: "I have missed you.", "Hi", session_id="b")
        )
        model.go_on.set()

        assert "I am a program." in text_of(await turn)
        assert "I am software." in text_of(other)
    by_session: dict[str, set[str]] = {}
    for record in place.log.of("decision"):
        by_session.setdefault(record["session"], set()).add(record["policy"]["hash"])
    assert sorted(map(len, by_session.values())) == [1, 1]


async def test_a_policy_is_swapped_while_many_talk_and_none_is_under_two(place: Place) -> None:
    async with place.guard() as guarded:

        def model(_: object) -> str:
            return "I have missed you. And more. " * 3

        async def talk(number: int) -> None:
            for turn in range(6):
                await events_of(guarded.stream(model, f"Hello {turn}", session_id=f"s{number}"))

        async def edit() -> None:
            for number in range(4):
                place.write(POLICY.replace("I am a program.", f"I am program {number}."))
                await guarded.reload()

        await asyncio.gather(*map(talk, range(4)), edit())
    turns: dict[tuple[str, int], set[str]] = {}
    for record in place.log.records:
        if record["kind"] in {"turn_open", "decision"}:
            key = (record["session"], record["turn"])
            turns.setdefault(key, set()).add(record["policy"]["hash"])
    assert len(turns) == 24
    assert all(len(hashes) == 1 for hashes in turns.values())
    assert len(place.log.of("policy")) >= 2


async def test_a_log_of_several_policies_is_sound_and_replays(place: Place, tmp_path: Path) -> None:
    log = FileLog(tmp_path / "log")
    async with place.guard(log=log) as guarded:
        for word in ("machine", "computer", "tool"):
            await shown(guarded, "I have missed you.")
            place.write(POLICY.replace("program", word))
            await guarded.reload()
        place.write("broken")
        await guarded.reload()
        await shown(guarded, "I have missed you.")
    assert not verify(tmp_path / "log").problems
    replayed = replay(tmp_path / "log")
    assert replayed.differs == 0
    assert len(replayed.policies) == 4


# --- over a restart ---


async def test_a_restart_on_a_bad_file_goes_on_with_the_last_good_policy(place: Place) -> None:
    place.guard().close()
    good = place.keep / FILE
    assert good.is_file()
    place.edit("do: mask", "do: maks")
    log = MemoryLog()
    async with place.guard(log=log) as guarded:
        health = guarded.health
        assert (health.stale, health.from_copy, health.policy) == (True, True, "followed")
        assert "the saved copy of followed" in place.told[-1]
        assert await shown(guarded, "I have missed you.") == "I am a program."
        [record] = log.of("policy_rejected")
        assert (record["kept"], record["why"]) == (health.hash, "load")
        # Put right, it is the same policy again, and no longer a copy.
        place.edit("do: maks", "do: mask")
        assert await guarded.reload() == Health("followed", health.hash, int(NOW))


async def test_a_restart_on_a_bad_edit_keeps_to_the_last_good_one_and_not_the_first(
    place: Place,
) -> None:
    async with place.guard() as guarded:
        place.edit("I am a program.", "I am software.")
        await guarded.reload()
        place.edit("do: mask", "do: maks")
        await guarded.reload()
    async with place.guard(log=MemoryLog()) as guarded:
        assert await shown(guarded, "I have missed you.") == "I am software."


async def test_an_edit_of_cases_or_reasons_alone_changes_no_policy(place: Place) -> None:
    # What is in force is what the file says; whether its cases hold, is for `candor policy test`.
    async with place.guard() as guarded:
        place.edit("rule: claim.emotion", "do: pass")
        assert not (await guarded.reload()).stale
    place.guard(log=MemoryLog()).close()


def test_a_first_start_with_a_bad_file_is_refused(place: Place) -> None:
    place.edit("rule: claim.emotion", "do: pass")
    with pytest.raises(PolicyError, match="expected do: pass, got replace"):
        place.guard()
    # The log was let go of: somebody else can have it.
    assert place.log.of("policy") == []


async def test_what_was_judged_when_it_was_taken_is_not_judged_again_at_a_restart(
    place: Place,
) -> None:
    place.edit("do: mask}", 'do: mask, until: "2026-12-31"}')
    place.guard().close()
    year = 31_536_000
    async with place.guard(now=lambda: NOW + year, log=MemoryLog()) as guarded:
        assert not guarded.health.stale
        # But an edit after that day has to decide on it.
        place.edit("I am a program.", "I am software.")
        health = await guarded.reload()
        assert "'until' is 2026-12-31" in str(health.problems[0])


def test_a_copy_that_cannot_be_read_is_told_of_and_not_used(place: Place) -> None:
    place.guard().close()
    (place.keep / FILE).write_text("nothing", encoding="utf-8")
    place.guard(log=MemoryLog()).close()
    assert "is no copy of a policy that this version can read" in place.told[-2]
    place.edit("do: mask", "do: maks")
    (place.keep / FILE).write_text("nothing", encoding="utf-8")
    with pytest.raises(PolicyError):
        place.guard(log=MemoryLog())


def test_a_copy_that_cannot_be_written_is_told_of(place: Place) -> None:
    place.keep.write_text("a file where the folder would be", encoding="utf-8")
    place.guard().close()
    assert any("cannot be kept in" in line for line in place.told)


async def test_a_guard_without_a_folder_keeps_no_copy(place: Place) -> None:
    source = PolicyFile(place.file, every=0, tell=place.told.append)
    guarded = Guard(source, MemoryLog(), channels={"desk": Desk()}, detectors=detectors())
    place.edit("I am a program.", "I am software.")
    assert not (await guarded.reload()).stale
    await guarded.aclose()
    assert not place.keep.exists()


# --- when the log fails ---


async def test_a_policy_that_is_in_no_log_decides_nothing(place: Place) -> None:
    async with place.guard() as guarded:
        old = guarded.policy
        place.edit("I am a program.", "I am software.")
        place.log.failing = True

        health = await guarded.reload()

        assert health.stale
        assert "the decision log cannot be written" in health.problems[0].message
        assert guarded.policy is old
        told = list(place.told)
        assert await guarded.reload() == health
        assert place.told == told
        place.log.failing = False
        assert not (await guarded.reload()).stale
        assert await shown(guarded, "I have missed you.") == "I am software."


async def test_an_edit_that_waits_for_the_log_gives_way_to_the_next(place: Place) -> None:
    async with place.guard() as guarded:
        place.log.failing = True
        for words in ("I am software.", "I am a machine."):
            place.write(POLICY.replace("I am a program.", words))
            assert (await guarded.reload()).stale
        place.edit("do: mask", "do: maks")
        await guarded.reload()
        place.log.failing = False
        assert (await guarded.reload()).stale
        assert await shown(guarded, "I have missed you.") == "I am a program."
        assert place.log.of("policy_rejected") == []


async def test_an_edit_that_waits_for_the_log_is_let_go_of_with_the_guard(place: Place) -> None:
    guarded = place.guard()
    place.edit("do: mask}", "do: mask}\n  - {id: pii.phone, detect: [phone], do: note}")
    place.log.failing = True
    place.edit("tests:", "tests:\n  - {say: 0161 496 0000, from: user, expect: {rule: pii.phone}}")
    assert (await guarded.reload()).stale
    await guarded.aclose()
    assert await guarded.reload() == guarded.health


# --- detectors ---


class Reader:
    """A reader that tells how often it was closed."""

    def __init__(self) -> None:
        self.closed = 0

    async def read(self, text: str, needs: Needs) -> Reading:
        return Reading()

    def close(self) -> None:
        self.closed += 1


async def test_detectors_are_kept_where_only_what_is_done_changes(place: Place) -> None:
    async with place.guard() as guarded:
        first = guarded._current.looking
        for old, new in (
            ("threshold: 45", "threshold: 44"),
            ("do: mask", "do: note"),
            ("within: 10m", "within: 5m"),
        ):
            place.edit(old, new)
            assert not (await guarded.reload()).stale
        assert guarded._current.looking is first
        place.edit("detect: [email]", "detect: [email, phone]")
        assert not (await guarded.reload()).stale
        assert guarded._current.looking is not first
        assert await shown(guarded, "I have missed you.") == "I am a program."


async def test_a_reader_of_the_callers_outlives_every_edit_and_ends_with_the_guard(
    place: Place,
) -> None:
    reader = Reader()
    guarded = place.guard(reader=reader)
    place.edit("detect: [email]", "detect: [email, phone]")
    assert not (await guarded.reload()).stale
    assert reader.closed == 0
    await guarded.aclose()
    assert reader.closed == 1


def test_a_case_that_fails_by_chance_is_run_again(place: Place) -> None:
    class Tired:
        """Fails the first time that it is asked about a personal value."""

        def __init__(self, inner: Any) -> None:
            self.inner, self.failed = inner, False
            self.name, self.family, self.needs = inner.name, inner.family, inner.needs

        def look(self, view: Any) -> Any:
            if "jo@" in view.text and not self.failed:
                self.failed = True
                raise RuntimeError
            return self.inner.look(view)

    tired = [Tired(one) for one in detectors()]
    place.guard(detectors=tired).close()
    assert any(one.failed for one in tired)


def test_cases_that_cannot_be_run_refuse_the_edit(place: Place) -> None:
    class Ended:
        """Detectors that are closed for good."""

        closed = False

        async def look(self, *args: object) -> None:
            raise RuntimeError

        def close(self, *, reader: bool) -> None:
            self.closed = reader

    ended: Any = Ended()

    def build(policy: Policy) -> Service:
        return Service(policy, Looking(ended, b""), {}, Resources.load(), {})

    source = PolicyFile(place.file)
    found = agreed(source, source.read())
    assert isinstance(found, Agreed)
    judged = accepted(found, build, NOW, any_cases=False)
    assert isinstance(judged, tuple)
    assert judged[0] == "cases"
    assert [one.message for one in judged[1]] == ["the cases could not be run: RuntimeError"]
    assert ended.closed


async def test_a_policy_may_be_taken_without_cases(place: Place) -> None:
    place.write(POLICY[: POLICY.index("tests:")])
    with pytest.raises(PolicyError, match="there are no cases"):
        place.guard()
    async with place.guard(any_cases=True) as guarded:
        assert not guarded.health.stale


async def test_a_new_channel_is_reached_and_an_old_one_still_is(place: Place) -> None:
    async with place.guard() as guarded:
        place.edit(
            "desk: {kind: console}", "desk: {kind: console, then: day}\n    day: {kind: console}"
        )
        assert not (await guarded.reload()).stale
        assert set(guarded._channels) == {"desk", "day"}
        assert guarded.desk.intake._courier.after("desk") == "day"
        await guarded.inspect("I cannot go on at all", Side.INPUT)
    assert len(place.desk.notices) == 1


async def test_a_notice_is_carried_by_a_channel_that_an_edit_brought(place: Place) -> None:
    async with place.guard() as guarded:
        place.edit("desk: {kind: console}", "desk: {kind: console}\n    night: {kind: console}")
        place.edit("to: desk", "to: night")
        assert not (await guarded.reload()).stale
        await guarded.inspect("I cannot go on at all", Side.INPUT)
    assert [one["to"] for one in place.log.of("escalation_sent")] == ["night"]
    assert place.desk.notices == []


async def test_a_channel_that_the_caller_gave_cannot_be_edited_away(place: Place) -> None:
    async with place.guard() as guarded:
        place.edit("desk: {kind: console}", "night: {kind: console}")
        place.edit("to: desk", "to: night")
        health = await guarded.reload()
        assert "the policy has no channel 'desk'" in health.problems[0].message


# --- by itself ---


@contextmanager
def followed(guarded: Guard) -> Iterator[Callable[[], None]]:
    taken = threading.Event()

    def wait() -> None:
        assert taken.wait(60)
        taken.clear()

    put = guarded._reloader._swap  # type: ignore[union-attr]

    def swap(service: Any) -> None:
        put(service)
        taken.set()

    guarded._reloader._swap = swap  # type: ignore[union-attr]
    yield wait


async def test_a_guard_follows_its_file_by_itself(place: Place) -> None:
    guarded = place.guard(every=0.02)
    with followed(guarded) as wait:
        place.edit("I am a program.", "I am software.")
        await asyncio.to_thread(wait)
    assert await shown(guarded, "I have missed you.") == "I am software."
    await guarded.aclose()
    assert not [one for one in threading.enumerate() if one.name == "candor-policy"]
    guarded.close()


def test_what_is_taken_while_a_guard_is_closed_is_let_go_of(place: Place) -> None:
    guarded = place.guard()
    before = guarded._current
    guarded.close()
    late = guarded._serve(guarded.policy)
    guarded._put(late)
    assert guarded._current is before


async def test_a_guard_of_a_policy_that_is_not_followed_is_never_stale() -> None:
    guarded = guard()
    assert await guarded.reload() == guarded.health == Health("test", guarded.policy.hash, 0)
    guarded.close()


def test_the_copy_is_what_the_log_holds(place: Place) -> None:
    place.guard().close()
    told = orjson.loads((place.keep / FILE).read_bytes())
    assert told["canonical"].startswith('{"channels"')
    assert "owner" not in told["canonical"]
