from hypothesis import given
from hypothesis import strategies as st

from guardrails.findings import Level
from guardrails.sessions.base import REMEMBERED, Vault
from guardrails.sessions.state import WATCHED, State

LEVELS = st.lists(st.sampled_from(list(Level)), max_size=30)


def folded(levels: list[Level]) -> State:
    state = State()
    for level in levels:
        state = state.after(level)
    return state


@given(LEVELS)
def test_folding_the_same_levels_gives_the_same_state(levels: list[Level]) -> None:
    assert folded(levels) == folded(levels)
    assert 0 <= folded(levels).risk <= 10_000
    assert folded(levels).turn == len(levels)


def test_one_just_kidding_does_not_reset_the_risk() -> None:
    state = folded([Level.HIGH, Level.NONE])

    assert state.watched
    assert state.risk == 7200


def test_after_a_high_finding_the_flag_stays_up() -> None:
    assert folded([Level.HIGH] + [Level.NONE] * 200).risk == WATCHED


def test_after_concern_the_flag_goes_down_slowly() -> None:
    assert folded([Level.CONCERN, Level.NONE]).watched
    assert not folded([Level.CONCERN] + [Level.NONE] * 10).watched


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


def test_a_vault_forgets_the_oldest_messages() -> None:
    vault = Vault(b"1" * 32)
    for n in range(REMEMBERED + 10):
        vault.remember(str(n).encode(), n)

    assert len(vault.seen) == REMEMBERED
    assert vault.recall(b"0") is None
    assert vault.recall(b"4000") == 4000


def test_a_vault_shows_no_words() -> None:
    vault = Vault(b"secret-key-bytes" * 2, tail="I live in Leeds")

    assert "Leeds" not in repr(vault)
    assert "secret" not in repr(vault)


def test_the_level_falls_as_the_risk_does() -> None:
    levels = [Level.HIGH] + [Level.NONE] * 8
    told = [folded(levels[:n]).level for n in range(len(levels) + 1)]
    assert told[:4] == [Level.NONE, Level.HIGH, Level.CONCERN, Level.CONCERN]
    assert told[-1] is Level.CARE
