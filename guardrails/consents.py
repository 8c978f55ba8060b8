"""Consent of a person over all of their conversations, where a policy says that it holds so."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from guardrails.policy.model import Policy
from guardrails.sessions.base import Session, SessionStore

_PLACE: Final = "\0consent of a person\0"


class Consents:
    """
    Keeps what a person agreed to in a session of its own, which holds nothing else.

    It is the person's as their conversations are: encrypted names, forgotten with them.

    Args:
        sessions: Where conversations are kept.
    """

    def __init__(self, sessions: SessionStore) -> None:
        self._sessions = sessions

    @staticmethod
    def shared(policy: Policy, subject_id: str | None) -> bool:
        """Return whether consent of this person holds in all of their conversations."""
        consent = policy.disclosure.consent
        return consent is not None and consent.of_person and subject_id is not None

    async def bring(self, session: Session, policy: Policy, subject_id: str | None) -> None:
        """
        Let what the person agreed to, here or elsewhere, hold in *session*.

        Raises:
            SessionError: The store is out of reach; *session* is as it was.
        """
        if subject_id is None or not self.shared(policy, subject_id):
            return
        async with self._sessions.hold(_PLACE + subject_id, subject_id=subject_id) as person:
            session.state = replace(session.state, consent=dict(person.state.consent))

    async def keep(self, session: Session, policy: Policy, subject_id: str | None) -> None:
        """
        Let what the person agreed to in *session* hold everywhere, and nothing else.

        Raises:
            SessionError: The store is out of reach.
        """
        if subject_id is None or not self.shared(policy, subject_id):
            return
        async with self._sessions.hold(_PLACE + subject_id, subject_id=subject_id) as person:
            person.state = replace(person.state, consent=dict(session.state.consent))
