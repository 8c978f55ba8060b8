"""Two guards of one store: the same name is another conversation, and a person is one."""

from guardrails.erasure import Whose
from guardrails.sessions.base import Ended
from guardrails.sessions.memory import MemorySessions
from guardrails.sessions.spaced import SpacedSessions
from guardrails.sessions.state import State


async def ref_of(store: SpacedSessions, name: str, subject: str | None = None) -> str:
    async with store.hold(name, subject_id=subject) as session:
        return session.ref


async def test_a_conversation_is_erased_in_its_own_space_alone() -> None:
    inner = MemorySessions()
    one, other = SpacedSessions(inner, "a"), SpacedSessions(inner, "b")
    assert one.store == inner.store
    first, second = await ref_of(one, "s"), await ref_of(other, "s")
    assert first != second
    assert await one.erase(Whose(session_id="s")) == {first}
    assert await ref_of(one, "s") != first
    assert await ref_of(other, "s") == second


async def test_a_person_is_erased_in_every_space() -> None:
    inner = MemorySessions()
    one, other = SpacedSessions(inner, "a"), SpacedSessions(inner, "b")
    refs = {await ref_of(one, "s", "mia"), await ref_of(other, "t", "mia")}
    await ref_of(other, "u", "sam")
    assert await one.erase(Whose(subject_id="mia")) == refs


async def test_what_is_over_is_told_whatever_space_it_was_in() -> None:
    now = [0.0]
    inner = MemorySessions(idle=10, clock=lambda: now[0])
    one, other = SpacedSessions(inner, "a"), SpacedSessions(inner, "b")
    async with other.hold("s") as session:
        session.opened, session.state, ref = True, State(turn=1), session.ref
    now[0] = 11.0
    await ref_of(one, "t")
    assert one.ended() == [Ended(ref, 1)]
    assert other.ended() == []
