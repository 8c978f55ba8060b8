"""Reads the texts of a policy: message id → locale → text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from guardrails.policy import values
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Broken, Entry, Scalar, Table
from guardrails.policy.vocabulary import NEEDED_MESSAGES, RESOURCES_SLOT

_SLOT = re.compile(r"\{[^{}]*\}|[{}]")
_REVIEWED: Final = "reviewed_by"


def read_messages(
    table: Table | None, locales: tuple[str, ...], problems: Problems
) -> dict[str, Mapping[str, str]]:
    """
    Return every text of the block `messages`, each in every one of *locales*.

    A message may say who reviewed it (`reviewed_by`, a name or null); that is for
    people and does not come back.
    """
    messages: dict[str, Mapping[str, str]] = {}
    for entry in table.entries if table is not None else ():
        if values.identifier(entry.key, "a message's id", problems) is not None:
            messages[entry.key.text] = _texts(entry, locales, problems)
    for name, use in NEEDED_MESSAGES.items():
        if table is not None and name not in messages:
            problems.add(table, f"messages needs '{name}': {use}")
    return messages


def _texts(message: Entry, locales: tuple[str, ...], problems: Problems) -> dict[str, str]:
    name = message.key.text
    texts: dict[str, str] = {}
    # Without locales, of which is told already, nothing can be said of a text.
    if isinstance(message.value, Broken) or not locales:
        return texts
    table = values.table(message.value, name, problems)
    if table is None:
        return texts
    given: set[str] = set()
    for entry in table.entries:
        given.add(entry.key.text)
        if entry.key.text == _REVIEWED:
            _reviewed(entry, problems)
        elif entry.key.text not in locales:
            what = (
                f"{quoted(entry.key.text)} in message '{name}' is none of this policy's locales "
                f"({', '.join(locales)})"
            )
            problems.unknown(entry.key, what, entry.key.text, (*locales, _REVIEWED))
        elif not isinstance(entry.value, Broken):
            text = values.text(entry.value, f"{name}: {entry.key.text}", problems)
            if text is not None:
                _check_slots(entry, text, problems)
                texts[entry.key.text] = text
    for locale in locales:
        if locale not in given:
            problems.add(message.key, f"message '{name}' has no text for {locale}")
    return texts


def _reviewed(entry: Entry, problems: Problems) -> None:
    value = entry.value
    if isinstance(value, Broken) or (
        isinstance(value, Scalar) and value.plain and value.text == "null"
    ):
        return
    values.text(value, _REVIEWED, problems)


def _check_slots(entry: Entry, text: str, problems: Problems) -> None:
    for slot in dict.fromkeys(_SLOT.findall(text)):
        if slot != RESOURCES_SLOT:
            problems.add(
                entry.value, f"{quoted(slot)} is no slot of a message: only {RESOURCES_SLOT} is"
            )


def with_resources(messages: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """Return the ids of those *messages* that hold the slot `{resources}` in some locale."""

    def slotted(texts: Iterable[str]) -> bool:
        return any(RESOURCES_SLOT in text for text in texts)

    return frozenset(name for name, texts in messages.items() if slotted(texts.values()))
