"""What people have a right to: asked for in the chat or by `guard.rights`, done and recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from guardrails.detectors.rights import RightsDetector
from guardrails.erasure import Whose
from guardrails.errors import ConfigurationError, LogWriteError, SessionStoreError
from guardrails.events import Blocked, Disclosed, Replaced
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.store import FileEvidence
from guardrails.guard import Guard
from guardrails.kept import Kept
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.channel_spec import OnRequest
from guardrails.policy.disclosure import Consent, Disclosure, Pause, Rights
from guardrails.policy.log_settings import Logging
from guardrails.policy.rule import Escalation
from guardrails.sessions.base import Session, SessionStore
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.memory import MemorySessions
from guardrails.sessions.sqlite import sqlite_sessions
from tests.guards import Desk, detectors, events_of, guard, kinds, say, text_of
from tests.policies import TEXTS, policy
from tests.sessions.conftest import KEY

DANGER = "I cannot go on at all"
PLAN = Disclosure(
    when_asked="not-human",
    pause=Pause("break", 7200, 3600),
    consent=Consent(("roleplay", "second-opinion"), "ask", "given", "withdrawn"),
    rights=Rights("kept", "forgotten", "watched", "alone", "failed"),
)
SAID = {
    "break": "Have a break.",
    "ask": "Say I agree.",
    "given": "Thank you.",
    "withdrawn": "Taken back.",
    "kept": "Kept:\n{kept}\nThat is all.",
    "forgotten": "It is deleted.",
    "watched": "It is deleted, but for a note.",
    "alone": "Write it alone.",
    "failed": "Not now.",
}
MESSAGES = {name: {"en-GB": text} for name, text in {**TEXTS, **SAID}.items()}
POLICY = policy(disclosure=PLAN, messages=MESSAGES)


def guarded_by(plan: Disclosure = PLAN, **fields: Any) -> Guard:
    chosen = replace(POLICY, disclosure=plan, **fields.pop("policy", {}))
    return guard(chosen, detectors=[*detectors(), RightsDetector()], **fields)


RIGHTS_ALONE = replace(PLAN, consent=None, pause=None)


@pytest.fixture(params=["memory", "sqlite"])
def sessions(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SessionStore]:
    if request.param == "memory":
        yield MemorySessions()
        return
    store = sqlite_sessions(tmp_path / "sessions.db", Keyring.of(KEY))
    yield store
    store.close()


async def session_of(store: SessionStore, name: str = "s") -> Session:
    async with store.hold(name) as session:
        return session


# In the chat


async def test_what_is_kept_is_told_truthfully_and_at_once(sessions: SessionStore) -> None:
    async with guarded_by(RIGHTS_ALONE, sessions=sessions) as guarded:
        model = ScriptedModel(["Fine."] * 3)

        async def asked(message: str) -> str:
            return text_of(await events_of(guarded.stream(model, message, session_id="s")))

        await asked("My name is Priya, write to jo@example.org")
        told = await asked("What do you know about me?")

    assert len(model.requests) == 1
    tail = "My name is Priya, write to jo@example.org\nWhat do you know about me?"
    assert told.startswith("Kept:")
    assert f"The last {len(tail)} characters" in told
    assert "2 personal details" in told
    assert "this is message 2" in told
    assert "agreed to (nothing)" in told
    assert "look after you (no)" in told
    days = int(sessions.idle // 86_400)
    assert (f"{days} days" if days else "6 hours") in told
    assert "Priya" not in told
    log = guarded.log
    assert isinstance(log, MemoryLog)
    assert [(one["right"], one["by"]) for one in log.of("right")] == [("kept", "person")]


async def test_a_person_who_asks_to_be_forgotten_is(sessions: SessionStore) -> None:
    async with guarded_by(RIGHTS_ALONE, sessions=sessions) as guarded:
        await say(guarded, "My name is Priya, write to jo@example.org", "Fine.")
        before = (await session_of(sessions)).ref
        events = await say(guarded, "Please delete my data.", None)
        log = guarded.log
        assert isinstance(log, MemoryLog)
        told = [one["kind"] for one in log.records][-5:]
        after = await say(guarded, "Hello", "Fine.")

        assert text_of(events) == "It is deleted."
        assert isinstance(events[0], Replaced)
        assert told[-4:] == ["decision", "right", "erase", "turn_close"]
        assert "Fine." in text_of(after)
        session = await session_of(sessions)
        assert session.ref != before
        assert len(session.vault.pseudonyms) == 0
        assert session.vault.tail == "Hello"
        assert session.state.turn == 1


async def test_where_a_crisis_flag_is_up_a_note_without_words_stays(
    sessions: SessionStore,
) -> None:
    async with guarded_by(RIGHTS_ALONE, sessions=sessions) as guarded:
        await say(guarded, f"I am Priya. {DANGER}", None)
        before = await session_of(sessions)
        assert before.state.watched
        events = await say(guarded, "Delete my data", None)
        after = await session_of(sessions)

        assert text_of(events) == "It is deleted, but for a note."
        assert after.ref == before.ref
        assert after.state.watched
        assert after.vault.tail == ""
        assert len(after.vault.pseudonyms) == 0
        assert await guarded.clear_watch("s", by="op-1")


async def test_nothing_is_forgotten_for_words_of_danger(sessions: SessionStore) -> None:
    async with guarded_by(RIGHTS_ALONE, sessions=sessions) as guarded:
        events = await say(guarded, f"Delete my data. {DANGER}", None)
        session = await session_of(sessions)

        assert "deleted" not in text_of(events)
        assert session.vault.tail


async def test_a_wish_among_other_words_forgets_nothing_and_tells_how(
    sessions: SessionStore,
) -> None:
    async with guarded_by(RIGHTS_ALONE, sessions=sessions) as guarded:
        events = await say(guarded, "The train was late. Delete my data. What now?", "Well.")
        session = await session_of(sessions)

    assert text_of(events) == "Well.\n\nWrite it alone."
    assert session.vault.tail


async def test_every_conversation_of_the_person_is_forgotten(sessions: SessionStore) -> None:
    async with guarded_by(RIGHTS_ALONE, sessions=sessions) as guarded:
        for name, subject in (("a", "u"), ("b", "u"), ("c", "v")):
            await say(guarded, "I am Priya", "Fine.", session_id=name, subject_id=subject)
        await say(guarded, "Delete my data", None, session_id="a", subject_id="u")
        log = guarded.log
        assert isinstance(log, MemoryLog)
        assert [one["sessions"] for one in log.of("erase")] == [2]
        turns = [(await session_of(sessions, name)).state.turn for name in ("a", "b", "c")]
    assert turns == [0, 0, 1]


async def test_consent_is_asked_for_once_given_and_taken_back(sessions: SessionStore) -> None:
    async with guarded_by(replace(PLAN, pause=None), sessions=sessions) as guarded:
        first = await say(guarded, "Hello", "Fine.")
        second = await say(guarded, "Hello again", "Fine.")
        agreed = await say(guarded, "I agree", None)
        given = (await session_of(sessions)).state.consent
        again = await say(guarded, "I agree", "About what?")
        back = await say(guarded, "I withdraw my consent.", None)
        later = await say(guarded, "And now?", "Fine.")
        left = (await session_of(sessions)).state.consent
        log = guarded.log
        assert isinstance(log, MemoryLog)

    assert text_of(first) == "Say I agree.\n\nFine."
    assert kinds(first)[0] == "Disclosed"
    assert text_of(second) == "Fine."
    assert text_of(agreed) == "Thank you."
    assert given == {"roleplay": 1_795_384_134, "second-opinion": 1_795_384_134}
    assert text_of(again) == "About what?"
    assert text_of(back) == "Taken back."
    assert text_of(later) == "Fine."
    assert left == {}
    assert [(one["right"], one["purposes"]) for one in log.of("right")] == [
        ("agree", ["roleplay", "second-opinion"]),
        ("withdraw", ["roleplay", "second-opinion"]),
    ]


async def test_a_conversation_counts_as_fiction_only_with_consent() -> None:
    async with guarded_by() as guarded:

        async def reads_as_fiction() -> bool:
            await events_of(
                guarded.stream(ScriptedModel(["Fine."]), "Hi", session_id="s", roleplay=True)
            )
            log = guarded.log
            assert isinstance(log, MemoryLog)
            return bool(log.of("decision")[-1]["ctx"]["roleplay"])

        assert not await reads_as_fiction()
        await guarded.rights.agree("s", ["roleplay"], by="person")
        assert await reads_as_fiction()
        await guarded.rights.withdraw("s", by="person")
        assert not await reads_as_fiction()


async def test_taking_consent_back_may_forget_the_conversation(sessions: SessionStore) -> None:
    consent = replace(PLAN.consent, erases=True) if PLAN.consent else None
    async with guarded_by(replace(PLAN, consent=consent, pause=None), sessions=sessions) as guarded:
        await say(guarded, "I am Priya", "Fine.")
        assert text_of(await say(guarded, "I withdraw my consent", None)) == "Taken back."
        assert (await session_of(sessions)).vault.tail == ""
        await say(guarded, "I am Priya", "Fine.")
        await guarded.rights.withdraw("s", by="op-1")
        assert (await session_of(sessions)).vault.tail == ""


async def test_a_break_is_proposed_after_a_long_talk_and_not_after_a_pause() -> None:
    now = [1_800_000_000.0]
    async with guarded_by(replace(PLAN, consent=None), now=lambda: now[0]) as guarded:
        told = []
        for minutes in (0, *[25] * 10, 40, *[25] * 5):
            now[0] += minutes * 60
            events = await say(guarded, "Go on", "Fine.")
            told.append(any(isinstance(one, Disclosed) for one in events))
    # 125 minutes are the first two hours; then again after as much; a pause begins anew.
    assert [n for n, one in enumerate(told) if one] == [5, 10, 16]


async def test_a_minor_is_reminded_sooner() -> None:
    now = [1_800_000_000.0]
    async with guarded_by(replace(PLAN, consent=None), now=lambda: now[0]) as guarded:
        told = []
        for _ in range(5):
            events = await say(guarded, "Go on", "Fine.", minor=True)
            told.append(text_of(events))
            now[0] += 1200
    assert told == ["Fine."] * 3 + ["Have a break.\n\nFine.", "Fine."]


async def test_what_was_asked_beside_a_failed_reply_is_asked_again() -> None:
    class Broken:
        async def stream(self, request: Any) -> Any:
            raise RuntimeError
            yield

    async with guarded_by() as guarded:
        with pytest.raises(Exception, match="RuntimeError"):
            await events_of(guarded.stream(Broken(), "Hello", session_id="s"))
        assert "Say I agree." in text_of(await say(guarded, "Hello", "Fine."))


# Where it cannot be done


class Unreachable(MemorySessions):
    """A store that has just lost its database."""

    def __init__(self, *, holds: bool) -> None:
        super().__init__()
        self.holds = holds

    def hold(self, session_id: str, *, subject_id: str | None = None) -> Any:
        if not self.holds:
            raise SessionStoreError("gone")
        return super().hold(session_id, subject_id=subject_id)

    def _eraser(self, session: Session) -> Callable[[], object]:
        def erase() -> object:
            raise SessionStoreError("gone")

        return erase


@pytest.mark.parametrize("holds", [True, False])
@pytest.mark.parametrize(
    "message", ["Delete my data", "I withdraw my consent", "What do you know about me?"]
)
async def test_where_it_cannot_be_done_the_person_is_told_so(holds: bool, message: str) -> None:
    consent = replace(PLAN.consent, erases=True) if PLAN.consent else None
    async with guarded_by(
        replace(PLAN, consent=consent), sessions=Unreachable(holds=holds)
    ) as guarded:
        events = await say(guarded, message, None)
    if holds and message.startswith("What"):
        assert "Kept:" in text_of(events)
        return
    assert text_of(events) == "Not now."
    assert isinstance(events[0], Blocked)


async def test_nothing_is_forgotten_that_cannot_be_recorded() -> None:
    log = MemoryLog()
    async with guarded_by(RIGHTS_ALONE, log=log) as guarded:
        await say(guarded, "I am Priya", "Fine.")
        log.failing = True
        events = await say(guarded, "Delete my data", None)
        assert "deleted" not in text_of(events)
        with pytest.raises(LogWriteError):
            await guarded.rights.forget("s", by="op-1")
        assert "I am Priya" in (await session_of(guarded.sessions)).vault.tail


# By the interface


@dataclass
class Notes:
    """Another store that holds something of people."""

    store: str = "notes"
    asked: list[Whose] = field(default_factory=list)

    async def erase(self, whose: Whose) -> frozenset[str]:
        self.asked.append(whose)
        return frozenset()


async def test_every_store_that_is_known_forgets(sessions: SessionStore) -> None:
    notes = Notes()
    async with guarded_by(RIGHTS_ALONE, sessions=sessions, erasables=[notes]) as guarded:
        for name in ("a", "b"):
            await say(guarded, "I am Priya", "Fine.", session_id=name, subject_id="u")
        assert await guarded.rights.forget("a", by="op-1", subject_id="u")
        log = guarded.log
        assert isinstance(log, MemoryLog)
        (erased,) = log.of("erase")

    assert notes.asked == [Whose(session_id="a"), Whose(subject_id="u")]
    assert erased["stores"] == ["notes", "refuge", "sessions", "tickets"]
    assert erased["sessions"] == 2
    assert "session" not in erased


async def test_who_stays_watched_is_still_found_by_a_human_but_not_in_words() -> None:
    async with guarded_by(RIGHTS_ALONE, channels={"desk": Desk()}) as guarded:
        await say(guarded, DANGER, None)
        assert await guarded.desk.intake.words.turns("s")
        await say(guarded, "Delete my data", None)
        assert await guarded.desk.intake.words.turns("s") == ()
        assert isinstance(guarded.log, MemoryLog)
        (erased,) = guarded.log.of("erase")
        assert erased["stores"] == ["refuge", "sessions"]
        await guarded.forget(session_id="s", by="op-1")
        assert guarded.log.of("erase")[-1]["stores"] == ["refuge", "sessions", "tickets"]


async def test_texts_are_kept_from_the_yes_of_a_person_until_they_take_it_back(
    tmp_path: Path,
) -> None:
    consent = replace(PLAN.consent, needed_for=("log-text",)) if PLAN.consent else None
    eve = OpeningKey.generate("eve")
    evidence = FileEvidence(tmp_path, eve.sealing, origin="memory")
    using: dict[str, Any] = {"policy": {"logging": Logging("sealed-text")}, "evidence": evidence}
    async with guarded_by(replace(PLAN, consent=consent), **using) as guarded:
        for message in ("Hello", "I agree", "Good", "I withdraw my consent", "Bye"):
            await say(guarded, message, "Fine.")
        assert isinstance(guarded.log, MemoryLog)
        kept = {
            one["turn"]: one["text"].get("why", "kept")
            for one in guarded.log.of("decision")
            if one["side"] == "input"
        }
    assert [kept[turn] for turn in (0, 2, 4)] == ["no-consent", "kept", "no-consent"]


async def test_what_is_kept_is_told_in_numbers(sessions: SessionStore) -> None:
    async with guarded_by(sessions=sessions) as guarded:
        await say(guarded, f"I am Priya, jo@example.org. {DANGER}", None)
        await guarded.rights.agree("s", ["roleplay"], by="op-1")
        kept = await guarded.rights.kept("s", by="op-1")

    assert isinstance(kept, Kept)
    assert (kept.turns, kept.watched, kept.idle) == (1, True, sessions.idle)
    assert kept.values == {"email": 1, "person": 1}
    assert kept.consent == {"roleplay": 1_795_384_134}
    assert "Priya" not in repr(kept)


async def test_asking_about_a_conversation_makes_none(sessions: SessionStore) -> None:
    async with guarded_by(sessions=sessions) as guarded:
        assert await guarded.rights.kept("nobody", by="op-1") is None
        assert not await guarded.rights.forget("nobody", by="op-1")
        log = guarded.log
        assert isinstance(log, MemoryLog)
        assert log.of("right") == []
        if isinstance(sessions, MemorySessions):
            assert len(sessions) == 0
        else:
            assert await sessions.counted() == (0, 0)  # type: ignore[attr-defined]


async def test_an_operator_may_have_a_crisis_flag_forgotten_too(sessions: SessionStore) -> None:
    async with guarded_by(RIGHTS_ALONE, sessions=sessions) as guarded:
        await say(guarded, DANGER, None)
        assert await guarded.rights.forget("s", by="op-1", watched=True)
        assert not (await session_of(sessions)).state.watched


async def test_a_human_is_asked_for_by_the_interface_and_told_once() -> None:
    desk = Desk()
    wanted = OnRequest("given", Escalation("desk", 3600))
    async with guarded_by(policy={"on_request": wanted}, channels={"desk": desk}) as guarded:
        assert await guarded.rights.human("s", by="person")
        assert not await guarded.rights.human("s", by="person")
        await guarded._turns.drain()
    assert [(one.session, one.rule) for one in desk.notices] == [("s", "escalation.asked")]
    async with guarded_by() as without:
        assert not await without.rights.human("s", by="person")


@pytest.mark.parametrize("by", ["", "two words", "x" * 81, "ö"])
async def test_who_asks_has_a_shape_that_may_stand_in_a_record(by: str) -> None:
    async with guarded_by() as guarded:
        rights = guarded.rights
        for call in (
            rights.kept("s", by=by),
            rights.agree("s", ["roleplay"], by=by),
            rights.withdraw("s", by=by),
            rights.forget("s", by=by),
            rights.human("s", by=by),
        ):
            with pytest.raises(ConfigurationError, match="1 to 80"):
                await call


# In words


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en-GB", "2 days after"),
        ("es", "2 días después"),
        ("fr-FR", "2 jours après"),
        ("de", "2 Tage nach"),
        ("ja", "2 days after"),
    ],
)
def test_what_is_kept_is_told_in_the_persons_language(locale: str, expected: str) -> None:
    kept = Kept(3, 40, {"email": 2, "person": 1}, True, {"roleplay": 5}, {}, 2 * 86_400.0 + 1)
    told = kept.text(locale)
    assert expected.replace("2", "3") in told
    assert "40" in told
    assert "{" not in told


def test_times_are_told_in_hours_or_days_rounded_up() -> None:
    def told(idle: float) -> str:
        return Kept(0, 0, {}, False, {}, {}, idle).text("en").splitlines()[-1]

    assert "1 hour after" in told(60)
    assert "6 hours after" in told(6 * 3600)
    assert "48 hours after" in told(2 * 86_400)
    assert "30 days after" in told(30 * 86_400)
    assert "deleted" not in told(0)


# Consent that holds for a person


OF_PERSON = replace(
    PLAN, consent=Consent(("roleplay",), "ask", "given", "withdrawn", of_person=True)
)


async def test_consent_of_a_person_holds_in_all_of_their_conversations_until_it_is_taken_back(
    sessions: SessionStore,
) -> None:
    async with guarded_by(OF_PERSON, sessions=sessions) as guarded:
        first = await say(guarded, "Hello", session_id="a", subject_id="p")
        assert "Say I agree." in text_of(first)
        await say(guarded, "I agree.", session_id="a", subject_id="p")
        second = await say(guarded, "Hello", session_id="b", subject_id="p")
        assert "Say I agree." not in text_of(second)
        other = await say(guarded, "Hello", session_id="c", subject_id="q")
        assert "Say I agree." in text_of(other)
        await say(guarded, "I withdraw my consent.", session_id="b", subject_id="p")
        await say(guarded, "And now?", session_id="a", subject_id="p")
        assert "Say I agree." in text_of(
            await say(guarded, "Hello", session_id="d", subject_id="p")
        )
        assert (await session_of(sessions, "a")).state.consent == {}


async def test_consent_is_the_conversations_where_nobody_is_named(sessions: SessionStore) -> None:
    async with guarded_by(OF_PERSON, sessions=sessions) as guarded:
        await say(guarded, "Hello", session_id="a")
        await say(guarded, "I agree.", session_id="a")
        assert set((await session_of(sessions, "a")).state.consent) == {"roleplay"}
        await say(guarded, "Go on.", session_id="a")
        assert set((await session_of(sessions, "a")).state.consent) == {"roleplay"}
        assert "Say I agree." in text_of(await say(guarded, "Hello", session_id="b"))


async def test_consent_from_a_page_of_ones_own_holds_for_the_person_too(
    sessions: SessionStore,
) -> None:
    async with guarded_by(OF_PERSON, sessions=sessions) as guarded:
        await guarded.rights.agree("a", ["roleplay"], by="person", subject_id="p")
        said = await say(guarded, "Hello", session_id="b", subject_id="p")
        assert "Say I agree." not in text_of(said)
        await guarded.rights.withdraw("b", by="person", subject_id="p")
        await say(guarded, "Hello", session_id="a", subject_id="p")
        assert (await session_of(sessions, "a")).state.consent == {}


async def test_who_is_forgotten_has_agreed_to_nothing(sessions: SessionStore) -> None:
    async with guarded_by(OF_PERSON, sessions=sessions) as guarded:
        await guarded.rights.agree("a", ["roleplay"], by="person", subject_id="p")
        await say(guarded, "Hello", session_id="a", subject_id="p")
        await say(guarded, "Delete my data", session_id="a", subject_id="p")
        said = await say(guarded, "Hello", session_id="b", subject_id="p")
        assert "Say I agree." in text_of(said)


def test_a_policy_says_whose_consent_it_is_and_older_ones_keep_their_hash() -> None:
    from guardrails.policy.canonical import sealed
    from guardrails.policy.restore import restored

    alone = sealed(replace(POLICY, disclosure=PLAN))
    person = sealed(replace(POLICY, disclosure=OF_PERSON))
    assert b"of_person" not in alone.canonical
    assert b'"of_person":true' in person.canonical
    assert restored(person.canonical).disclosure == person.disclosure
    assert restored(alone.canonical).disclosure == alone.disclosure
