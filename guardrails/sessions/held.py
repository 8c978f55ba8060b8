"""A session of a database that this process holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial

from guardrails.errors import SessionError
from guardrails.sessions import table
from guardrails.sessions.base import Session, Vault
from guardrails.sessions.codec import Sealed, state_of, state_text
from guardrails.sessions.database import Database
from guardrails.sessions.table import Change, Hold


@dataclass(slots=True)
class Held:
    """
    A session, and what is needed to keep it.

    Attributes:
        hold: The lease under which it is held.
        subject: What the store calls the person, if that is known.
        sealed: Locks its words.
        session: For the turn.
        count: How many messages it had seen before.
    """

    hold: Hold
    subject: bytes | None
    sealed: Sealed
    session: Session
    count: int

    def change(self) -> Change:
        """Return what is kept of the session after its turn."""
        session, vault = self.session, self.session.vault
        seen = [
            (mark, self.count + place, self.sealed.seen(mark, vault.seen[mark]))
            for place, mark in enumerate(vault.added or (), start=1)
            if mark in vault.seen
        ]
        count = self.count + len(vault.added or ())
        return Change(
            name=self.hold.name,
            holder=self.hold.holder,
            fence=self.hold.fence,
            token=self.hold.token,
            ref=self.hold.ref,
            subject=self.subject,
            opened=session.opened,
            state=state_text(session.state),
            vault=self.sealed.vault(vault, count),
            seen=seen,
            places=count,
        )


def opened(
    hold: Hold,
    subject: bytes | None,
    sealed: Sealed,
    database: Database,
    random: Callable[[int], bytes],
) -> Held:
    """
    Return the session under *hold*, unlocked.

    Raises:
        SessionStoreError: What is kept cannot be read.
    """
    if hold.vault is None:
        vault, count = Vault(random(32)), 0
    else:
        vault, count = sealed.opened(hold.vault)
        vault.source = partial(_saw, database, hold.name, sealed)
    vault.added = {}
    session = Session(hold.ref, vault, opened=hold.opened)
    if hold.state is not None:
        session.state = state_of(hold.state)
    return Held(hold, subject, sealed, session, count)


async def _saw(
    database: Database, name: bytes, sealed: Sealed, marks: Collection[bytes]
) -> Mapping[bytes, bytes]:
    """Return what was seen; what cannot be read counts as new, and is looked at again."""
    try:
        found = await database.do(partial(table.saw, name=name, marks=marks), durable=False)
        return {mark: sealed.saw(mark, value) for mark, value in found.items()}
    except SessionError:
        return {}
