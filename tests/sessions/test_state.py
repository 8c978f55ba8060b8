from hypothesis import given
from hypothesis import strategies as st

from guardrails.findings import Level
from guardrails.risk import Risk, Step
from guardrails.sessions.base import REMEMBERED, Vault
from guardrails.sessions.state import LONG_AGO, PAUSE, SLACK, State, since


def test_a_turn_moves_the_session_on() -> None:
    state = State().after(Step(Level.HIGH, 0), ["crisis-high"])

    assert (state.turn, state.said) == (1, {"crisis-high": 1})
    assert state.watched
    assert state.level is Level.HIGH


def test_a_human_takes_the_flag_down_and_nothing_else() -> None:
    state = State().after(Step(Level.HIGH, 0), ["crisis-high"]).disclosed(9)

    cleared = state.cleared()

    assert (cleared.risk, cleared.watched) == (Risk(), False)
    assert (cleared.turn, cleared.said) == (state.turn, state.said)
    assert cleared.disclosed_at == 9


def test_the_same_alarm_is_not_raised_again_too_soon() -> None:
    state = State().alarmed("desk:high", 100)

    assert not state.due("desk:high", 900, 900)
    assert state.due("desk:high", 1000, 900)
    assert state.due("desk:imminent", 101, 900)


def test_a_disclosure_is_remembered_by_turn_and_time() -> None:
    state = State(turn=3).disclosed(77)

    assert (state.disclosed_turn, state.disclosed_at) == (3, 77)


def test_a_message_is_recognised_only_with_the_session_s_key() -> None:
    one, other = Vault(b"1" * 32), Vault(b"2" * 32)

    assert one.mark(b"hello") == one.mark(b"hello")
    assert one.mark(b"hello") != other.mark(b"hello")


async def test_a_vault_forgets_the_oldest_messages() -> None:
    vault = Vault(b"1" * 32)
    for n in range(REMEMBERED + 10):
        vault.remember(str(n).encode(), b"%d" % n)

    assert len(vault.seen) == REMEMBERED
    assert await vault.recall(b"0") is None
    assert await vault.recall(b"4000") == b"4000"


def test_a_vault_shows_no_words() -> None:
    vault = Vault(b"secret-key-bytes" * 2, tail="I live in Leeds")

    assert "Leeds" not in repr(vault)
    assert "secret" not in repr(vault)


def test_an_alarm_of_a_clock_that_was_put_back_keeps_nobody_from_being_told() -> None:
    state = State().alarmed("desk:high", 10_000)

    assert state.due("desk:high", 9_999, 900)
    assert not state.due("desk:high", 10_000, 900)


def test_a_long_talk_is_counted_from_its_beginning_and_a_pause_ends_it() -> None:
    state = State().begun(1000)
    for now in range(1000, 8200, 600):
        state = state.begun(now)

    assert state.since_break(8200) == 7200
    assert state.reminded(8200).since_break(8300) == 100
    assert state.reminded(8200).begun(8300).since_break(8400) == 200
    last = state.last_at or 0
    assert state.begun(last + PAUSE - 1).since_break(last + PAUSE) == last + PAUSE - 1000
    assert state.begun(last + PAUSE).since_break(last + PAUSE) == 0
    assert State().since_break(5) == 0


def test_a_talk_begins_anew_where_the_clock_was_put_back() -> None:
    state = State().begun(10_000).reminded(10_000).begun(5_000)

    assert (state.began_at, state.since_break(5_600)) == (5_000, 600)


def test_what_lies_in_the_future_is_long_ago() -> None:
    assert [since(100, now) for now in (100, 160, 90)] == [0, 60, 0]
    assert since(100 + SLACK, 100) == 0
    assert since(101 + SLACK, 100) == LONG_AGO


def test_consent_is_given_and_taken_back_for_each_purpose() -> None:
    state = State().asked_consent(5).agreed(["roleplay", "second-opinion"], 7)

    assert state.consent == {"roleplay": 7, "second-opinion": 7}
    assert state.withdrew(["roleplay"]).consent == {"second-opinion": 7}
    assert state.withdrew().consent == {}
    assert state.withdrew().consent_asked == 5


def test_of_a_forgotten_session_only_a_crisis_flag_stays() -> None:
    calm = State(turn=4, last_record=("o", "i")).disclosed(5).agreed(["roleplay"], 6)
    watched = calm.after(Step(Level.HIGH, 5), ["crisis-high"]).alarmed("desk:high", 5)

    assert calm.forgotten() == State(turn=4, last_record=("o", "i"))
    kept = watched.forgotten()
    assert (kept.risk, kept.alarms) == (watched.risk, watched.alarms)
    assert (kept.said, kept.consent, kept.disclosed_at) == ({}, {}, None)


def test_what_was_gathered_while_a_session_was_out_of_reach_is_not_lost() -> None:
    own = State(turn=9, said={"hello": 1, "sorry": 1}).alarmed("desk:high", 50)
    other = State().after(Step(Level.HIGH, 60), ["sorry"]).alarmed("desk:high", 60)

    joined = own.joined(other)

    assert joined.risk == other.risk
    assert joined.turn == 9
    assert (joined.alarms, joined.said) == ({"desk:high": 60}, {"hello": 1, "sorry": 2})
    assert own.joined(State()) == own


@given(st.lists(st.integers(0, 50_000), max_size=30))
def test_no_clock_makes_a_talk_longer_than_it_is_or_shorter_than_nothing(
    times: list[int],
) -> None:
    state, earliest = State(), None
    for now in times:
        state = state.begun(now)
        earliest = now if earliest is None else min(earliest, now)
        assert 0 <= state.since_break(now) <= now - earliest
