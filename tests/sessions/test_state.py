from guardrails.findings import Level
from guardrails.risk import Risk, Step
from guardrails.sessions.base import REMEMBERED, Vault
from guardrails.sessions.state import State


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
