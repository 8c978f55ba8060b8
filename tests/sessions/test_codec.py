"""A session comes back from its bytes as it went into them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.errors import SessionKeyError, SessionStoreError
from guardrails.findings import Level
from guardrails.risk import Risk
from guardrails.sessions.base import Vault
from guardrails.sessions.codec import Sealed, state_of, state_text
from guardrails.sessions.state import State
from guardrails.taxonomy import Subject

TIMES = st.none() | st.integers(0, 2**40)
COUNTS = st.dictionaries(st.text("abc-:", min_size=1, max_size=8), st.integers(0, 2**40))
RISKS = st.builds(
    Risk,
    st.integers(0, 10_000),
    st.integers(0, 10_000),
    TIMES,
    st.sampled_from(list(Level)),
    st.sampled_from(["", "crisis.suicide"]),
    st.sampled_from(list(Subject)),
    st.integers(0, 99),
)
STATES = st.builds(
    State,
    turn=st.integers(0, 10**6),
    risk=RISKS,
    disclosed_turn=TIMES,
    disclosed_at=TIMES,
    said=COUNTS,
    alarms=COUNTS,
    last_record=st.none() | st.tuples(st.text(max_size=9), st.text(max_size=9)),
    consent=COUNTS,
    consent_asked=TIMES,
    began_at=TIMES,
    last_at=TIMES,
    paused_at=TIMES,
)


@given(STATES)
def test_a_state_comes_back_as_it_was(state: State) -> None:
    assert state_of(state_text(state)) == state


def test_a_state_of_another_version_is_read_as_far_as_it_is_known() -> None:
    assert state_of('{"turn": 3, "mood": "good"}') == State(turn=3)


@pytest.mark.parametrize("text", ["", "null", "[]", '{"turn": "many"}', '{"risk": {"told": "x"}}'])
def test_what_is_no_state_is_told_and_not_quoted(text: str) -> None:
    with pytest.raises(SessionStoreError, match="cannot be read") as told:
        state_of(text)
    assert not text or text not in str(told.value)


@given(st.text(), st.text(), st.binary(min_size=32, max_size=32), st.integers(0, 9))
def test_a_vault_comes_back_as_it_was(tail: str, question: str, key: bytes, count: int) -> None:
    sealed = Sealed(b"k" * 32, "s_1", lambda n: b"n" * n)
    vault = Vault(key, tail=tail, question=question)
    vault.pseudonyms.token("person", tail or "Priya")

    again, counted = sealed.opened(sealed.vault(vault, count))

    assert counted == count
    assert (again.key, again.tail, again.question) == (key, tail, question)
    assert again.pseudonyms.state() == vault.pseudonyms.state()


def test_half_of_a_pair_of_surrogates_in_a_persons_words_breaks_nothing() -> None:
    sealed = Sealed(b"k" * 32, "s_1", lambda n: b"n" * n)
    again, _ = sealed.opened(sealed.vault(Vault(b"k" * 32, tail="a\ud800b"), 0))
    assert again.tail == "a\ud800b"


def test_what_is_locked_for_one_session_opens_in_no_other() -> None:
    one = Sealed(b"k" * 32, "s_1", lambda n: b"n" * n)
    other = Sealed(b"k" * 32, "s_2", lambda n: b"n" * n)
    with pytest.raises(SessionKeyError):
        other.opened(one.vault(Vault(b"k" * 32), 0))
    with pytest.raises(SessionKeyError):
        one.saw(b"mark", one.seen(b"another", b"value"))
    assert one.saw(b"mark", one.seen(b"mark", b"value")) == b"value"
