"""What is asked of a place in which sealed texts and keys are stored: files, or a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from guardrails.erasure import Whose
from guardrails.evidence.base import Expired
from guardrails.evidence.shelf import Row, Shelf, has_evidence


class Shelved(Protocol):
    """Stores sealed texts, sealed keys, and whose they are. For one thread, but for `search`."""

    @property
    def where(self) -> str:
        """Where they are, for errors."""
        ...

    def put(self, rows: Iterable[Row]) -> None:
        """
        Store *rows*, all or none, durably. What is there already stays as it is.

        Raises:
            EvidenceError: They are not stored.
        """
        ...

    def sealed(self, name: str) -> bytes | None:
        """Return the sealed text of that name, or None. Raises `EvidenceError`."""
        ...

    def wrapped(self, key: str) -> dict[str, bytes]:
        """Return id of an investigators' key → the key of that name. Raises `EvidenceError`."""
        ...

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and bytes of every sealed text. Raises `EvidenceError`."""
        ...

    def erase(self, whose: Whose) -> frozenset[str]:
        """
        Delete texts, keys and names of *whose*, and return the references of the sessions.

        Raises:
            EvidenceError: It could not be done.
        """
        ...

    def expire(self, before: int, now: int) -> Expired:
        """Delete what is older, as `drop_old` does, and look that it is gone."""
        ...

    def drop_old(self, before: int, now: int) -> tuple[Expired, dict[str, list[bytes]]]:
        """
        Delete texts that are older, and keys and names of sessions that have none left.

        Args:
            before: Unix seconds.
            now: Unix seconds; from when on a text counts of which it is not known.

        Returns what it was, and sessions that have none left with their keys.

        Raises:
            EvidenceError: It could not be done.
        """
        ...

    def search(self, gone: Iterable[bytes]) -> None:
        """Return if none of these keys is stored any more. Raises `EvidenceError`."""
        ...

    def close(self) -> None:
        """Let go of it. Safe to call twice."""
        ...


ShelfOf = Callable[[Path], Shelved | None]
"""Returns where the texts of the log in a folder are, None without any. Raises `EvidenceError`."""


def beside(folder: Path) -> Shelved | None:
    """
    Return where the texts of the log in *folder* are, if they lie beside it; None without any.

    Raises:
        EvidenceError: They cannot be read.
    """
    return Shelf(folder) if has_evidence(folder) else None
