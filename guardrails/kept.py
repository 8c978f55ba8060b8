"""What is kept of a conversation, as numbers and as a person is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from guardrails.kept_texts import TOLD, Told
from guardrails.sessions.base import Session
from guardrails.stand_ins import kind_of

_HOUR: Final = 3600
_DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class Kept:
    """
    What is kept of a conversation. No word of it is in here.

    Attributes:
        turns: How many messages the person has sent.
        characters: How many of their last characters are kept.
        values: Kind of personal data → how many values.
        watched: Whether a crisis flag is up.
        consent: What they agreed to → Unix time of that, in seconds.
        said: Message id of the policy → how often they were shown it.
        idle: Seconds after their last message at which it is all deleted.
    """

    turns: int
    characters: int
    values: Mapping[str, int]
    watched: bool
    consent: Mapping[str, int]
    said: Mapping[str, int]
    idle: float

    @classmethod
    def of(cls, session: Session, idle: float) -> Kept:
        """Return what is kept of *session* in a store that forgets after *idle* seconds."""
        state, vault = session.state, session.vault
        values = Counter(kind_of(token) for token in vault.pseudonyms.tokens)
        return cls(
            turns=state.turn,
            characters=len(vault.tail),
            values=dict(sorted(values.items())),
            watched=state.watched,
            consent=dict(state.consent),
            said=dict(state.said),
            idle=idle,
        )

    def text(self, locale: str, *, now: int = 0) -> str:
        """
        Return it in a few lines for the person.

        Args:
            locale: BCP 47 tag; English if its language is not known.
            now: How many more messages there are than `turns`, such as the one that asks.
        """
        told = TOLD.get(locale.partition("-")[0].lower(), TOLD["en"])
        agreed = ", ".join(told.purposes.get(one, one) for one in sorted(self.consent))
        lines = [
            told.words.format(chars=self.characters),
            told.values.format(values=sum(self.values.values())),
            told.counts.format(
                turns=self.turns + now,
                consent=agreed or told.nothing,
                watched=told.yes if self.watched else told.no,
            ),
        ]
        if self.idle:
            lines.append(told.gone.format(time=_time(self.idle, told)))
        return "\n".join(lines)


def _time(seconds: float, told: Told) -> str:
    """Return *seconds* in whole days, or in hours up to two days; rounded up."""
    unit, names = (_DAY, told.day) if seconds > 2 * _DAY else (_HOUR, told.hour)
    number = max(1, -int(-seconds // unit))
    return f"{number} {names[number != 1]}"
