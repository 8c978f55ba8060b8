"""Where the tickets that a command is for are: in a file of the log's directory, or a database."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guardrails.errors import ConfigurationError, DeskError

if TYPE_CHECKING:
    from guardrails.desk.stored_words import StoredWords
    from guardrails.escalation.tickets import TicketStore
    from guardrails.escalation.words import Words
    from guardrails.sessions.keyring import Keyring

KEY_VARIABLE = "CANDOR_SESSIONS_KEY"


@dataclass(frozen=True, slots=True)
class Place:
    """
    What a command of the desk works on.

    Attributes:
        directory: Of the decision log.
        tickets_url: Of the database with the tickets, or None for the file in the directory.
        words_url: Of the database, or the file, with the words, or None for none.
    """

    directory: Path
    tickets_url: str | None = None
    words_url: str | None = None

    @property
    def known(self) -> bool:
        """Whether it is known where the tickets are."""
        return self.tickets_url is not None or self._file.exists()

    def check(self) -> None:
        """
        See that there are tickets.

        Raises:
            DeskError: There are none.
        """
        if not self.known:
            msg = (
                f"there are no tickets in {self.directory}: give the directory of a service's "
                "log, or `candor desk --tickets URL` if they stand in a database"
            )
            raise DeskError(msg)

    @property
    def _file(self) -> Path:
        return self.directory / "tickets.db"

    def tickets(self) -> TicketStore:
        """
        Return the tickets, opened.

        Raises:
            DeskError: There are none.
            ConfigurationError: psycopg is not installed.
        """
        self.check()
        if self.tickets_url is not None:
            from guardrails.escalation.postgres import postgres_tickets

            return postgres_tickets(self.tickets_url, connections=1)
        from guardrails.escalation.sqlite import SqliteTickets

        return SqliteTickets(self._file)

    def words(self) -> Words | None:
        """
        Return the words that services share, opened, or None if none were named.

        Raises:
            ConfigurationError: The variable with the key is not set, or something that this
                needs is not installed.
        """
        if self.words_url is None:
            return None
        from guardrails.sessions.keyring import Keyring

        return opened_words(self.words_url, Keyring.from_env(KEY_VARIABLE, os.environ))


def opened_words(place: str, keys: Keyring) -> StoredWords:
    """
    Return the words in the file or database *place*, opened.

    Raises:
        ConfigurationError: There is no such file, or psycopg is not installed.
    """
    from guardrails.desk.words import postgres_words, sqlite_words

    if place.startswith(("postgresql:", "postgres:")):
        return postgres_words(place, keys)
    if not Path(place).is_file():
        msg = f"{place}: there are no words that services share; a service makes them"
        raise ConfigurationError(msg)
    return sqlite_words(place, keys)
