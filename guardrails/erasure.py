"""
Forgetting a person or a conversation: in every place that keeps anything of them.

Each such place is an `Erasable`. A guard is given the list of them; there is no other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from guardrails.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Whose:
    """
    Who is to be forgotten: a person, or one conversation.

    Attributes:
        subject_id: Names a person, as the caller of the guard does.
        session_id: Names a conversation, likewise.

    Raises:
        ConfigurationError: Not exactly one of them is given.
    """

    subject_id: str | None = field(default=None, repr=False)
    session_id: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if bool(self.subject_id) == bool(self.session_id):
            msg = "say who is to be forgotten: give subject_id, or session_id, not both"
            raise ConfigurationError(msg)


class Erasable(Protocol):
    """A place that keeps something of a person: words, keys, or what leads to them."""

    @property
    def store(self) -> str:
        """Its code in `erase` records: up to 40 small letters, digits and `-`."""
        ...

    async def erase(self, whose: Whose) -> frozenset[str]:
        """
        Make sure that nothing of *whose* is kept here any more.

        Returns the references of the conversations that were found, as the log names
        them. Finding none is no error, and asking twice is as good as asking once.
        """
        ...


@dataclass(frozen=True, slots=True)
class Erased:
    """
    What came of an erasure.

    Attributes:
        sessions: References of the conversations, as the log names them.
        stores: Codes of the places that were cleared.
        failed: Code of each place that failed → type of its error.
    """

    sessions: frozenset[str]
    stores: tuple[str, ...]
    failed: dict[str, str]


async def erase(places: Iterable[Erasable], whose: Whose) -> Erased:
    """
    Erase *whose* in each of the *places*, in that order; one that fails stops no other.

    The place that hands out conversations comes first, so that no turn is under way in
    one that is forgotten elsewhere.
    """
    sessions = frozenset[str]()
    stores: list[str] = []
    failed: dict[str, str] = {}
    for place in places:
        try:
            sessions |= await place.erase(whose)
        except Exception as error:  # noqa: BLE001 - told to the caller, by its type alone
            failed[place.store] = type(error).__name__
        else:
            stores.append(place.store)
    return Erased(sessions, tuple(stores), failed)
