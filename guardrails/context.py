"""What the caller says of a turn."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from guardrails.countries import ALSO
from guardrails.errors import UnsupportedError

_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}")
LOG_TEXT: Final = "log-text"
"""What a person agrees to whose texts may be kept, encrypted, if the policy wants that."""
CONSENTS: Final = frozenset({LOG_TEXT})


@dataclass(frozen=True, slots=True)
class TurnContext:
    """
    Whose turn it is.

    Attributes:
        session_id: Names a conversation.
        subject_id: Names a person, over conversations, or None.
        locale: BCP 47 tag for the policy's texts, or None for the policy's first.
        country: ISO 3166-1 alpha-2 code in any case, for local resources, or None.
        minor: The person is known to be a minor.
        roleplay: The person asked for fiction and the operator allows it.
        has_memory: The deployment remembers earlier conversations.
        sends_reminders: The deployment can contact the person between chats.
        consent: What the person has agreed to, and not taken back: `log-text` or nothing.

    Raises:
        UnsupportedError: The country or the locale is none, or nobody can agree to such a thing.
    """

    session_id: str
    subject_id: str | None = None
    locale: str | None = None
    country: str | None = None
    minor: bool = False
    roleplay: bool = False
    has_memory: bool = False
    sends_reminders: bool = False
    consent: Collection[str] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "country", _country(self.country))
        object.__setattr__(self, "locale", _locale(self.locale))
        object.__setattr__(self, "consent", _consent(self.consent))


def _country(code: str | None) -> str | None:
    """Return *code* in its normal form: help in a crisis depends on it."""
    if code is None:
        return None
    country = code.strip().upper()
    if not _COUNTRY.fullmatch(country):
        msg = f"country is {code!r}: give an ISO 3166-1 alpha-2 code such as GB, or None"
        raise UnsupportedError(msg)
    return ALSO.get(country, country)


def _consent(given: Collection[str]) -> tuple[str, ...]:
    if isinstance(given, str) or not CONSENTS.issuperset(given):
        msg = f"consent is a collection of what was agreed to: {', '.join(sorted(CONSENTS))}"
        raise UnsupportedError(msg)
    return tuple(sorted(set(given)))


def _locale(tag: str | None) -> str | None:
    if tag is None:
        return None
    language, *rest = tag.strip().replace("_", "-").split("-")
    if not _LANGUAGE.fullmatch(language):
        msg = f"locale is {tag!r}: give a BCP 47 tag such as en-GB, or None"
        raise UnsupportedError(msg)
    return "-".join([language.lower(), *map(_subtag, rest)])


def _subtag(part: str) -> str:
    match len(part):
        case 2:
            return part.upper()
        case 4:
            return part.title()
        case _:
            return part.lower()
