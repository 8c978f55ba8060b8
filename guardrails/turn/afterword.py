"""The policy's texts that follow a reply: in its words, or beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from guardrails.decisions import Decision, Do
from guardrails.events import Aside, Event, Replaced
from guardrails.findings import Family
from guardrails.foreword import Foreword
from guardrails.outcome import is_for_crisis, texts_added
from guardrails.reply import Reply
from guardrails.turn.occasion import Occasion
from guardrails.values import is_value
from guardrails.wordings import Wordings

_APART = "\n\n"
_LEANS: Final = f"{Family.DEPENDENCE}."
_BY_CRISIS: Final = ("crisis.", "failure.crisis")


class Afterword:
    """
    What the policy says behind one reply.

    Args:
        wordings: Of the turn.
        occasion: Of the turn.
        decisions: About what the person said.
        sorry: What is said if the model fails; None if nothing is.

    Attributes:
        kinds: What of the program they speak of, such as `bond`.
    """

    def __init__(
        self,
        wordings: Wordings,
        occasion: Occasion,
        decisions: Sequence[Decision],
        sorry: str | None,
    ) -> None:
        self._wordings = wordings
        self._sorry = sorry
        added = texts_added(decisions)
        texts = [(m, rule) for m, rule in added if not rule.startswith(("disclo", _LEANS))]
        if not any(is_for_crisis(rule) for _, rule in added):  # whose text speaks of people
            texts += _about_people(occasion, added)[:1]
        self._texts = texts
        due = {rule for _, rule in texts}
        loved = any(
            f"{_LEANS}romance" in rule.categories
            for rule in occasion.policy.rules
            if rule.id in due
        )
        self.kinds = frozenset({"bond"} if loved else ())

    def events(self, reply: Reply, foreword: Foreword, *, failed: bool) -> Iterator[Event]:
        """
        Yield the texts that follow *reply*, with those that it asks for itself.

        They stand beside one that a program reads, save those for a person in need: nobody
        may overlook these.
        """
        sorry = self._sorry if failed else None
        if sorry is not None:
            yield from foreword.other()  # before our own words, if the model had none
        apart = _APART if reply.shown.strip() else ""
        aside = not failed and (foreword.asked or is_value(reply.shown))
        for message, rule in self._due(reply):
            if aside and not is_for_crisis(rule):
                yield Aside(self._wordings.say(message, beside=True), rule)
                continue
            yield Replaced(apart + self._wordings.say(message), Do.ADD, rule)
            apart = _APART
        if sorry is not None:
            yield Replaced(apart + self._wordings.say(sorry), Do.REPLACE, "failure.model")

    def broken_off(self) -> Iterator[Replaced]:
        """Yield the texts behind a reply that could not be recorded to its end."""
        for message, rule in self._texts:
            yield Replaced(_APART + self._wordings.say(message), Do.ADD, rule)

    def _due(self, reply: Reply) -> Iterable[tuple[str, str]]:
        """Return message and rule of each text; what *reply* has said is not said again."""
        texts = dict([*self._texts, *reply.adds])
        if reply.helped:  # by a text for a crisis: another would say the same again
            return [each for each in texts.items() if not each[1].startswith(_BY_CRISIS)]
        return texts.items()


def _about_people(occasion: Occasion, added: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """
    Return what is *added* for a person who leans on the program, save what they have heard.

    Each wording is said once in a conversation: what comes back every time is a reproach,
    however kind.
    """
    again, said = occasion.policy.again, occasion.session.state.said
    return [
        (message, rule)
        for message, rule in added
        if rule.startswith(_LEANS) and said.get(message, 0) <= len(again.get(message, ()))
    ]
