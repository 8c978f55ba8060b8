"""Reads the texts of a policy: message id → locale → text, and the further wordings of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from guardrails.policy import values
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Broken, Entry, Node, Scalar, Table
from guardrails.policy.vocabulary import NEEDED_MESSAGES, SLOTS

_SLOT = re.compile(r"\{[^{}]*\}|[{}]")
REVIEWED: Final = "reviewed_by"
AGAIN: Final = "again"
_TO_MINOR: Final = "to_minor"
_THEN: Final = "then"
_REFERRING: Final = (_TO_MINOR, _THEN)
_CUT: Final = (
    "the text ends before ' #', and the rest of the line is a comment: put the text in quotes, "
    "or the comment on a line of its own"
)
SETTINGS: Final = (REVIEWED, AGAIN, *_REFERRING)


@dataclass(frozen=True, slots=True)
class Languages:
    """
    In which languages the texts of a policy are written.

    Attributes:
        every: Locales of every text, the first being the default.
        crisis: Further locales, of what crisis rules say; a message has all or none of them.
    """

    every: tuple[str, ...]
    crisis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Messages that stand together: those of the policy, or of a file that it takes up."""

    table: Table
    problems: Problems


@dataclass(slots=True)
class Texts:
    """
    Every text of a policy.

    Attributes:
        messages: Message id → locale → text.
        again: Message id → its further wordings, each locale → text.
        to_minor: Message id → id of the message that a minor is shown instead.
        then: Message id → id of the message that goes on where its wordings end.
    """

    messages: dict[str, Mapping[str, str]] = field(default_factory=dict)
    again: dict[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    to_minor: dict[str, str] = field(default_factory=dict)
    then: dict[str, str] = field(default_factory=dict)

    def slotted(self) -> dict[str, str]:
        """Return the id of each message that holds a slot in some locale or wording, and one."""
        found: dict[str, str] = {}
        for name in self.messages:
            slots = (slot for slot in SLOTS if any(slot in text for text in self._of(name)))
            if slot := next(slots, None):
                found[name] = slot
        return found

    def standing_for(self, name: str) -> tuple[str, ...]:
        """Return *name* and the ids of all messages that may be said in its place."""
        minor = self.to_minor.get(name, name)
        every = (name, minor, self.then.get(name, name), self.then.get(minor, minor))
        return tuple(dict.fromkeys(every))

    def _of(self, name: str) -> Iterator[str]:
        for one in self.standing_for(name):
            for wording in (self.messages.get(one, {}), *self.again.get(one, ())):
                yield from wording.values()


def read_messages(blocks: Sequence[Block], languages: Languages) -> Texts:
    """
    Return every text of all *blocks*, each in every language that it needs.

    A message may say who reviewed it (`reviewed_by`, a name or null); that is for
    people and does not come back.
    """
    texts = Texts()
    first: dict[str, str] = {}
    referring: list[tuple[str, str, Node, Problems]] = []
    for block in blocks:
        named: list[tuple[str, str, Node]] = []
        for entry in block.table.entries:
            key, problems = entry.key, block.problems
            if values.identifier(key, "a message's id", problems) is None:
                continue
            if key.text in first:
                what = f"message {quoted(key.text)} given twice, first at {first[key.text]}"
                problems.add(key, what)
                continue
            first[key.text] = f"{key.file or problems.file}:{key.line}:{key.column}"
            _message(entry, languages, texts, named, problems)
        referring += [(*one, block.problems) for one in named]
    for name, use in NEEDED_MESSAGES.items():
        if blocks and name not in texts.messages:
            blocks[0].problems.add(blocks[0].table, f"messages needs '{name}': {use}")
    for setting, name, node, problems in referring:
        _check_reference(setting, name, node, texts, problems)
    return texts


def _message(
    message: Entry,
    languages: Languages,
    texts: Texts,
    referring: list[tuple[str, str, Node]],
    problems: Problems,
) -> None:
    """Read one message into *texts*, and where it refers to others into *referring*."""
    name = message.key.text
    texts.messages[name] = {}
    # Without locales, of which is told already, nothing can be said of a text.
    if isinstance(message.value, Broken) or not languages.every:
        return
    table = values.table(message.value, name, problems)
    if table is None:
        return
    given = {entry.key.text: entry for entry in table.entries if entry.key.text in SETTINGS}
    texts.messages[name] = _wording(message.key, table, name, languages, SETTINGS, problems)
    if REVIEWED in given:
        _reviewed(given[REVIEWED], problems)
    if AGAIN in given:
        again = _again(given[AGAIN], name, languages, texts.messages[name], problems)
        texts.again[name] = again
    for setting, kept in ((_TO_MINOR, texts.to_minor), (_THEN, texts.then)):
        if setting in given and not isinstance(given[setting].value, Broken):
            to = values.text(given[setting].value, setting, problems)
            if to is not None:
                kept[name] = to
                referring.append((setting, name, given[setting].value))


def _wording(
    place: Node,
    table: Table,
    name: str,
    languages: Languages,
    settings: tuple[str, ...],
    problems: Problems,
) -> dict[str, str]:
    """Return locale → text of one wording; *place* is where a missing one is told of."""
    texts: dict[str, str] = {}
    known = (*languages.every, *languages.crisis)
    given = {entry.key.text for entry in table.entries}
    for entry in table.entries:
        if entry.key.text in settings:
            continue
        if entry.key.text not in known:
            what = (
                f"{quoted(entry.key.text)} in message '{name}' is none of this policy's locales "
                f"({', '.join(known)})"
            )
            problems.unknown(entry.key, what, entry.key.text, (*known, *settings))
        elif not isinstance(entry.value, Broken):
            text = values.text(entry.value, f"{name}: {entry.key.text}", problems)
            if isinstance(entry.value, Scalar) and entry.value.cut:
                problems.add(entry.value, _CUT)
            elif text is not None:
                _check_slots(entry, text, problems)
                texts[entry.key.text] = text
    wanted = languages.every if given.isdisjoint(languages.crisis) else known
    for locale in wanted:
        if locale not in given:
            problems.add(place, f"message '{name}' has no text for {locale}")
    return texts


def _again(
    again: Entry,
    name: str,
    languages: Languages,
    first: Mapping[str, str],
    problems: Problems,
) -> tuple[Mapping[str, str], ...]:
    """Return the further wordings of a message, which hold the languages of its *first*."""
    if isinstance(again.value, Broken):
        return ()
    series = values.series(again.value, AGAIN, problems)
    if series is None:
        return ()
    if not series.items:
        problems.add(series, f"'{AGAIN}' is an empty list: write at least one wording")
    wanted = Languages((*languages.every, *(one for one in languages.crisis if one in first)))
    wordings: list[Mapping[str, str]] = []
    before = {*first.values()}
    for item in series.items:
        table = None if isinstance(item, Broken) else values.table(item, AGAIN, problems)
        if table is None:
            continue
        wording = _wording(table, table, name, wanted, (), problems)
        if before.intersection(wording.values()):
            problems.add(table, f"message '{name}' says here what it has said before")
        before.update(wording.values())
        wordings.append(wording)
    return tuple(wordings)


def _check_reference(setting: str, name: str, node: Node, texts: Texts, problems: Problems) -> None:
    """Tell of a message that *name* refers to if there is none, or it refers on itself."""
    kept = texts.to_minor if setting == _TO_MINOR else texts.then
    to = kept[name]
    if to not in texts.messages:
        problems.unknown(node, f"no message {quoted(to)}", to, texts.messages)
    elif to in kept:
        why = "is for minors" if setting == _TO_MINOR else "goes on after another"
        problems.add(node, f"message {quoted(to)} {why}: it takes no '{setting}'")
    elif setting == _THEN and to not in texts.again:
        problems.add(node, f"message {quoted(to)} has one wording: it would be said twice in a row")


def _reviewed(entry: Entry, problems: Problems) -> None:
    value = entry.value
    if isinstance(value, Broken) or (
        isinstance(value, Scalar) and value.plain and value.text == "null"
    ):
        return
    values.text(value, REVIEWED, problems)


def _check_slots(entry: Entry, text: str, problems: Problems) -> None:
    for slot in dict.fromkeys(_SLOT.findall(text)):
        if slot not in SLOTS:
            problems.add(
                entry.value,
                f"{quoted(slot)} is no slot of a message: only {' and '.join(SLOTS)} are",
            )


def missing(texts: Texts, messages: Iterable[str], locales: Iterable[str]) -> list[tuple[str, str]]:
    """Return each of *messages*, and those said in their place, with a locale it lacks."""
    wanted = dict.fromkeys(one for name in messages for one in texts.standing_for(name))
    return [
        (name, locale)
        for name in wanted
        for locale in locales
        if name in texts.messages and locale not in texts.messages[name]
    ]
