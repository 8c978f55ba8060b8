"""
Stand-ins for a person's own values: `<PERSON_1>` for a name, and the way back.

One `Pseudonyms` belongs to one conversation. The model sees the stand-ins; the
person gets their own values back, exactly as they wrote them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

_NAME = r"[A-Z]++(?:_[A-Z]++)*+_[0-9]++"
TOKEN: Final = re.compile(rf"<{_NAME}>")
"""The grammar of a stand-in: a kind in capitals, an underscore, a number, in angle brackets."""

_KIND = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LITERAL = "literal"
_JSON_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
# Escapes are taken in pairs first, so that a backslash that is itself escaped hides nothing.
_JSON_TOKEN = re.compile(rf"(?:<|\\u003[cC])({_NAME})(?:>|\\u003[eE])|\\.", re.DOTALL)


class Pseudonyms:
    """
    The map between a conversation's values and their stand-ins.

    It grows by one entry for each new value and forgets nothing: it lives as long
    as its session does.
    """

    def __init__(self) -> None:
        self._tokens: dict[tuple[str, str], str] = {}
        self._values: dict[str, str] = {}
        self._counts: dict[str, int] = {}

    def token(self, kind: str, value: str) -> str:
        """
        Return the stand-in for *value*; the same one each time, number 1 for the first of a kind.

        Values are told apart by every character, case included, so that each of
        them comes back as it was written.

        Args:
            kind: A type of personal data, such as `person` or `postal-address`.
            value: Not empty.

        Raises:
            ValueError: *kind* is not words in lower case joined by hyphens, or
                *value* is empty.
        """
        if not _KIND.fullmatch(kind) or not value:
            msg = f"a stand-in needs a value and a kind such as postal-address, got {kind!r}"
            raise ValueError(msg)
        known = self._tokens.get((kind, value))
        if known is not None:
            return known
        name = kind.upper().replace("-", "_")
        number = self._counts.get(name, 0) + 1
        made = f"<{name}_{number}>"
        self._counts[name] = number
        self._tokens[kind, value] = made
        self._values[made] = value
        return made

    def hide(self, text: str, spans: Iterable[tuple[int, int, str]]) -> str:
        """
        Return *text* with a stand-in for each span; `restore` gives *text* back.

        What already looks like a stand-in in the rest of the text was typed by the
        person, and is hidden too: else it would come back as somebody's value.

        Args:
            text: What the person wrote.
            spans: `(start, stop, kind)` in code points of *text*, in any order.

        Raises:
            ValueError: Spans overlap, are empty, or lie outside of *text*.
        """
        pieces: list[str] = []
        done = 0
        for start, stop, kind in sorted(spans):
            if not done <= start < stop <= len(text):
                msg = f"cannot hide [{start}, {stop}) of {len(text)} characters after {done}"
                raise ValueError(msg)
            pieces += (self._escaped(text[done:start]), self.token(kind, text[start:stop]))
            done = stop
        return "".join((*pieces, self._escaped(text[done:])))

    def _escaped(self, text: str) -> str:
        return TOKEN.sub(lambda match: self.token(_LITERAL, match.group()), text)

    def restore(self, text: str) -> str:
        """
        Return *text* with values for this conversation's stand-ins; others stay as they are.

        A stand-in is matched exactly, whatever the model puts around it
        (`**<PERSON_1>**`, `<PERSON_1>'s`). Values are not looked at again.
        """
        return TOKEN.sub(lambda match: self._values.get(match.group(), match.group()), text)

    def restore_json(self, text: str) -> str:
        """
        Return *text*, a JSON document, with values for the stand-ins in its strings.

        Values are escaped, so that a valid document stays valid; every other
        character stays as it is.
        """
        return _JSON_STRING.sub(lambda match: _JSON_TOKEN.sub(self._json, match.group()), text)

    def _json(self, match: re.Match[str]) -> str:
        value = self._values.get(f"<{match.group(1)}>")
        return match.group() if value is None else json.dumps(value)[1:-1]

    def state(self) -> dict[str, list[str]]:
        """Return the whole map as plain JSON values, for a store: kind → values in order."""
        state: dict[str, list[str]] = {}
        for kind, value in self._tokens:
            state.setdefault(kind, []).append(value)
        return state

    @classmethod
    def from_state(cls, state: Mapping[str, Iterable[str]]) -> Pseudonyms:
        """
        Return the map that `state` described.

        Raises:
            ValueError: *state* did not come from `state`.
        """
        made = cls()
        for kind, values in state.items():
            for value in values:
                made.token(kind, value)
        return made

    @property
    def tokens(self) -> frozenset[str]:
        """Every stand-in that was given out."""
        return frozenset(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self)} values)"
