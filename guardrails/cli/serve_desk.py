"""Tickets, words and the desk of a gateway: shared by its guards, and open to `candor desk`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guardrails.cli.serve_sessions import keyring_of, space_of
from guardrails.storage.backend import is_database

if TYPE_CHECKING:
    from guardrails.desk.desk import Desk
    from guardrails.desk.desks import Desks
    from guardrails.escalation.tickets import TicketStore
    from guardrails.escalation.words import Words
    from guardrails.gateway.settings import Settings
    from guardrails.guard import Guard
    from guardrails.ledger.base import DecisionLog

TICKETS = "tickets.db"


@dataclass(frozen=True, slots=True)
class SharedDesk:
    """
    What the guards of a gateway share.

    Attributes:
        settings: The gateway's routes.
        origin: Name of the log.
        tickets: Of all policies.
        words: Of all policies; None for those in memory, which each guard has for itself.
    """

    settings: Settings
    origin: str
    tickets: TicketStore
    words: Words | None

    @property
    def policies(self) -> dict[str, list[str]]:
        """Each policy with the names of its routes; the first one has the default route."""
        from guardrails.gateway.route import DEFAULT

        routes = self.settings.routes
        found: dict[str, list[str]] = {}
        for name in sorted(routes, key=lambda name: name != DEFAULT):
            found.setdefault(routes[name].policy, []).append(name)
        return found

    def tickets_of(self, policy: str) -> TicketStore:
        """Return the tickets of the guard of *policy*."""
        policies = self.policies
        if len(policies) == 1:
            return self.tickets
        from guardrails.escalation.service_tickets import ServiceTickets

        names = policies.pop(policy)
        first = policy == next(iter(self.policies))
        return ServiceTickets(
            self.tickets,
            names[0],
            names=names,
            others=[name for others in policies.values() for name in others],
            origin=self.origin if first else "",
            space=space_of(policy, self.settings),
        )

    def words_of(self, policy: str) -> Words | None:
        """Return the words of the guard of *policy*; None for those in memory."""
        if self.words is None or len(self.policies) == 1:
            return self.words
        from guardrails.escalation.spaced_words import SpacedWords

        return SpacedWords(self.words, space_of(policy, self.settings))

    def desks(self, guards: Iterable[Guard], log: DecisionLog) -> Desk | Desks:
        """Return the desk of the one guard, or the desks of all behind one door."""
        from guardrails.desk.desk import Desk
        from guardrails.desk.desks import Desks
        from guardrails.desk.intake import Intake
        from guardrails.escalation.service_tickets import ServiceTickets

        desks = [guard.desk for guard in guards]
        if len(desks) == 1:
            return desks[0]
        front = Desk(Intake(log, {}, {}, self.tickets, words=self.words))
        stores = [(desk.intake.tickets, desk) for desk in desks]
        return Desks(
            front, [(one.mine, desk) for one, desk in stores if isinstance(one, ServiceTickets)]
        )


@contextmanager
def shared_desk(
    settings: Settings,
    folder: Path,
    origin: str,
    *,
    tickets: str | None,
    sessions: str | None,
    sessions_key: Path | None,
    log: str = "",
) -> Iterator[SharedDesk]:
    """
    Give what the guards share, and close it.

    Args:
        settings: The gateway's routes.
        folder: Of what the process keeps for itself; that of the log, if that is in files.
        origin: Name of the log.
        tickets: Address of a database with tickets; that of the sessions if None and it is
            one, that of the log if that is one, or else a file in *folder*.
        sessions: Where the sessions are, which words go with; None for memory.
        sessions_key: File with the keys of both.
        log: Where the log is. Processes that share one have to share their tickets: each takes
            up the calls that the log says are open.

    Raises:
        ConfigurationError: A library or the key is missing.
    """
    url = tickets or next((one for one in (sessions, log) if is_database(one)), None)
    store = _tickets(url, folder)
    try:
        shared = SharedDesk(settings, origin, store, _words(sessions, sessions_key))
        try:
            yield shared
        finally:
            if shared.words is not None:
                shared.words.close()
    finally:
        store.close()


def _tickets(url: str | None, folder: Path) -> TicketStore:
    if url is not None:
        from guardrails.escalation.postgres import postgres_tickets

        return postgres_tickets(url)
    from guardrails.escalation.sqlite import SqliteTickets

    return SqliteTickets(folder / TICKETS)


def _words(sessions: str | None, key_file: Path | None) -> Words | None:
    if sessions is None:
        return None
    from guardrails.desk.words import postgres_words, sqlite_words

    made = postgres_words if is_database(sessions) else sqlite_words
    return made(sessions, keyring_of(key_file))


@asynccontextmanager
async def open_desk(
    shared: SharedDesk, guards: Iterable[Guard], log: DecisionLog, folder: Path
) -> AsyncGenerator[None, None]:
    """
    See to what a crash has left, and let `candor desk` in meanwhile.

    Raises:
        DeskError: It cannot listen in *folder*.
    """
    from guardrails.desk.serving import served, socket_name

    guards = list(guards)
    for guard in guards:
        await guard.start()
    async with served(shared.desks(guards, log), folder / socket_name(shared.origin)):
        yield
