"""The contract of a database under a store."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

_NAMED = re.compile(r":(\w+)")
_SLOT = re.compile(r"\{(\w+)\}")


class Cursor(Protocol):
    """A connection in one transaction, in which statements are run."""

    def last(self) -> None:
        """Have this transaction outlast a crash of the database, if this process does too."""
        ...

    def run(self, statement: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        ...

    def many(self, statement: str, values: Sequence[Mapping[str, Any]]) -> None:
        """Run one statement for each of *values*."""
        ...


class Backend(Protocol):
    """Runs transactions on threads of its own, so that no event loop ever waits for a disk."""

    def submit(
        self,
        work: Callable[[Cursor], T],
        *,
        durable: bool = True,
        wipe: bool = False,
        alone: bool = False,
    ) -> Future[T]:
        """
        Return what *work* returns, once its transaction is committed.

        *work* may be run twice if the connection breaks meanwhile.

        Args:
            work: Uses the cursor that it is given and nothing else of the database.
            durable: It survives a loss of power where the database is. Without it the
                database may come back without it.
            wipe: What it deletes is gone from the files when it returns, as far as the
                database can do that.
            alone: No other transaction with this wish runs at the same time.

        The future raises the error of the store, such as `SessionStoreError`, if the database
        cannot be used.
        """
        ...

    def close(self) -> None:
        """Finish what was submitted and let go of the database. Safe to call twice."""
        ...


def is_database(place: object) -> bool:
    """Return whether *place* is the address of a database, and no file."""
    return isinstance(place, str) and place.startswith(("postgresql:", "postgres:"))


def dialect(statement: str, words: Mapping[str, str], named: str | None = None) -> str:
    """
    Return *statement* as one database reads it.

    Args:
        statement: Has slots such as `{clock}`, and values such as `:name`.
        words: What stands in each slot.
        named: How a value is written, with `{}` for its name; as it is if None.
    """
    if named is not None:
        statement = _NAMED.sub(lambda match: named.replace("{}", match[1]), statement)
    return _SLOT.sub(lambda match: words[match[1]], statement)
