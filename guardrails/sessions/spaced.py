"""One store for several guards, in which the same name is another conversation for each."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import replace

from guardrails.erasure import Whose
from guardrails.sessions.base import Ended, Session, SessionStore


class SpacedSessions:
    """
    A `SessionStore` within another one.

    What a person asks to be forgotten is forgotten in all spaces.

    Args:
        inner: Keeps the sessions; closed by whoever made it.
        space: Begins the names of the sessions of this one.
    """

    def __init__(self, inner: SessionStore, space: str) -> None:
        self._inner = inner
        self._space = space

    @property
    def store(self) -> str:
        """Its code in `erase` records."""
        return self._inner.store

    @property
    def idle(self) -> float:
        """Seconds after which an unused session is forgotten with its keys."""
        return self._inner.idle

    def hold(
        self, session_id: str, *, subject_id: str | None = None
    ) -> AbstractAsyncContextManager[Session]:
        """Return a context in which the session is the caller's alone; see `SessionStore`."""
        return self._inner.hold(self._named(session_id), subject_id=subject_id)

    def ended(self) -> list[Ended]:
        """Return the sessions, of all spaces, that were forgotten since nobody used them."""
        return self._inner.ended()

    async def erase(self, whose: Whose) -> frozenset[str]:
        """Forget a person's sessions, in all spaces, or one of this space; see `Erasable`."""
        if whose.session_id is not None:
            whose = replace(whose, session_id=self._named(whose.session_id))
        return await self._inner.erase(whose)

    async def forget(self, session_id: str) -> bool:
        """Drop the session with its keys and return whether there was one."""
        return await self._inner.forget(self._named(session_id))

    async def forget_subject(self, subject_id: str, *, but: str | None = None) -> tuple[str, ...]:
        """Drop every session of a person, in all spaces, except the one named *but* here."""
        kept = None if but is None else self._named(but)
        return await self._inner.forget_subject(subject_id, but=kept)

    def _named(self, session_id: str) -> str:
        return f"{self._space}\n{session_id}"  # no name that a request can have holds that sign
