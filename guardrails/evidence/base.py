"""What the guard asks of a place that keeps texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from guardrails.erasure import Whose


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    The texts of one decision that are to be kept.

    Attributes:
        about: What the decision's record will say of them: `session`, `turn`, `side`,
            `surface` and `part`. The sealed texts are bound to it.
        n: Which of the turn's kept texts it is, from 0.
        session_id: Names the conversation, as the caller does.
        subject_id: Names the person, or None.
        fields: `in`, `out` or both → text.
    """

    about: Mapping[str, Any]
    n: int
    session_id: str = field(repr=False)
    subject_id: str | None = field(repr=False)
    fields: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """
    What the decision's record says of them.

    Attributes:
        key: Names the key of the conversation, and commits to it: 64 hex digits.
        sealed: Field → `sha256:<hex>` of the sealed text.
    """

    key: str
    sealed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Expired:
    """
    What was erased since it was too old.

    Attributes:
        texts: How many texts.
        sessions: How many conversations lost some or all of theirs.
    """

    texts: int
    sessions: int


class Evidence(Protocol):
    """Keeps texts so that only investigators can read them. It is an `Erasable`."""

    @property
    def store(self) -> str:
        """Its code in `erase` records."""
        ...

    @property
    def origin(self) -> str:
        """Name of the log whose texts it keeps."""
        ...

    async def keep(self, wanted: Wanted) -> Kept:
        """
        Seal and store texts, and return what their record is to say, once that is durable.

        Raises:
            EvidenceError: They are not kept.
        """
        ...

    async def erase(self, whose: Whose) -> frozenset[str]:
        """Forget a person or a conversation; see `Erasable`."""
        ...

    async def expire(self, before: int) -> Expired:
        """
        Erase the texts that were kept before a Unix time in seconds.

        Raises:
            EvidenceError: It could not be done.
        """
        ...

    def close(self) -> None:
        """Let go of files and keys. Safe to call twice."""
        ...
