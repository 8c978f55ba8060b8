"""
Stand-ins for a person's own values: `<PERSON_1>` for a name, and the way back.

One `Pseudonyms` belongs to one conversation. The model sees the stand-ins; the
person gets their own values back, exactly as they wrote them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from guardrails.namesakes import Namesakes

_NAME = r"[A-Z]++(?:_[A-Z]++)*+_[0-9]++[a-z]*+"
TOKEN: Final = re.compile(rf"<{_NAME}>")
"""
The grammar of a stand-in: a kind in capitals, an underscore and a number, in angle brackets.

A letter after the number is another way of writing the same: `<PERSON_1>` for "Priya
Raghunathan", `<PERSON_1b>` for "PRIYA".
"""

_KINDS = (
    "PERSON|EMAIL|PHONE|POSTAL_ADDRESS|LOCATION|DATE_OF_BIRTH|DATE_TIME|PAYMENT_CARD|IBAN|"
    "BANK_ACCOUNT|NATIONAL_ID|PASSPORT|DRIVING_LICENCE|TAX_ID|HEALTH_ID|IP_ADDRESS|MAC_ADDRESS|"
    "URL|HANDLE|CRYPTO_WALLET|ORGANIZATION|NATIONALITY|SECRET|LITERAL"
)
_SPACED = _KINDS.replace("_", "[_ ]")
_ESCAPED = _KINDS.replace("_", r"\\?_")
_BENT = (
    rf"(?i:<[ ]?(?:{_SPACED})[_ ][0-9]++[a-z]*+[ ]?>)"  # < person 1 >
    rf"|\\<(?:{_ESCAPED})\\?_[0-9]++[a-z]*+\\>"  # \<PERSON\_1\>
    rf"|(?i:&lt;(?:{_KINDS})_[0-9]++[a-z]*+&gt;)"
    rf"|(?i:%3c(?:{_KINDS})_[0-9]++[a-z]*+%3e)"
    rf"|(?<![\w<])(?:{_KINDS})_[0-9]++[a-z]*+(?![\w>])"  # without brackets
)
STAND_IN: Final = re.compile(rf"<{_NAME}>|{_BENT}")
"""A stand-in as it was given, or as models are seen to bend it. Nothing looser is read."""

_BARE = re.compile(rf"({_SPACED})[_ ]([0-9]+)([a-z]*)", re.IGNORECASE)
_KIND = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LITERAL = "literal"
_MADE_UP = "stand-in"
_LINK = re.compile(r"(?:https?:)?//[^\s<>\"]*+(?:<[^\s<>]*+>[^\s<>\"]*+)*+", re.IGNORECASE)
_JSON_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
# Escapes are taken in pairs first, so that a backslash that is itself escaped hides nothing.
_JSON_TOKEN = re.compile(rf"(?:<|\\u003[cC])({_NAME})(?:>|\\u003[eE])|\\.", re.DOTALL)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Pseudonyms:
    """
    The map between a conversation's values and their stand-ins.

    It grows by one entry for each new value and forgets nothing: it lives as long
    as its session does.
    """

    def __init__(self) -> None:
        self._tokens: dict[tuple[str, str], str] = {}
        self._values: dict[str, str] = {}
        self._namesakes = Namesakes()
        self._forms: dict[str, int] = {}
        self._kinds: dict[str, str] = {}
        self._foreign: set[str] = set()

    def token(self, kind: str, value: str, *, own: bool = True) -> str:
        """
        Return the stand-in for *value*; the same one each time, number 1 for the first of a kind.

        Another way of writing the same gets the same number and a letter of its own, so
        that the model knows whom it is about and each form comes back as it was written.

        Args:
            kind: A type of personal data, such as `person` or `postal-address`.
            value: Not empty.
            own: The person said it, or was shown it. A value that only a system prompt or
                a tool told is foreign until then, see `theirs`.

        Raises:
            ValueError: *kind* is not words in lower case joined by hyphens, or
                *value* is empty.
        """
        if not _KIND.fullmatch(kind) or not value:
            msg = f"a stand-in needs a value and a kind such as postal-address, got {kind!r}"
            raise ValueError(msg)
        known = self._tokens.get((kind, value))
        if known is not None:
            if own:
                self._foreign.discard(known)
            return known
        name = f"{kind.upper().replace('-', '_')}_{self._namesakes.number(kind, value)}"
        form = self._forms.get(name, 0)
        self._forms[name] = form + 1
        made = f"<{name}{_letters(form)}>"
        self._tokens[kind, value] = made
        self._values[made] = value
        self._kinds[made] = kind
        if not own:
            self._foreign.add(made)
        return made

    def hide(self, text: str, spans: Iterable[tuple[int, int, str]], *, own: bool = True) -> str:
        """
        Return *text* with a stand-in for each span; `restore` gives *text* back.

        What already looks like a stand-in in the rest of the text was typed by the
        person, and is hidden too: else it would come back as somebody's value.

        Args:
            text: What the person wrote.
            spans: `(start, stop, kind)` in code points of *text*, in any order.
            own: The person said it, or was shown it.

        Raises:
            ValueError: Spans overlap, are empty, or lie outside of *text*.
        """
        pieces: list[str] = []
        done = 0
        for start, stop, kind in sorted(spans):
            if not done <= start < stop <= len(text):
                msg = f"cannot hide [{start}, {stop}) of {len(text)} characters after {done}"
                raise ValueError(msg)
            pieces += (self._escaped(text[done:start]), self.token(kind, text[start:stop], own=own))
            done = stop
        return "".join((*pieces, self._escaped(text[done:])))

    def _escaped(self, text: str) -> str:
        return STAND_IN.sub(lambda match: self.token(_LITERAL, match.group()), text)

    def restore(self, text: str, *, escaped: bool = False) -> str:
        """
        Return *text* with values for this conversation's stand-ins; others stay as they are.

        A stand-in is read exactly, whatever the model puts around it (`**<PERSON_1>**`,
        `<PERSON_1>'s`), and in the few ways in which models bend it (`<person_1>`,
        `&lt;PERSON_1&gt;`, `PERSON_1`). Values are not looked at again.

        Args:
            text: What the model said.
            escaped: It is JSON: values are written so that they fit into its strings.
        """

        def value(match: re.Match[str]) -> str:
            found = self.value(match.group())
            if found is None:
                return match.group()
            return json.dumps(found, ensure_ascii=False)[1:-1] if escaped else found

        return STAND_IN.sub(value, text)

    def value(self, stand_in: str) -> str | None:
        """Return what *stand_in*, as the model wrote it, stands for; None if for nothing."""
        made = self._given(stand_in)
        return None if made is None else self._values[made]

    def _given(self, stand_in: str) -> str | None:
        """Return the stand-in that was given out and that *stand_in* is a form of, or None."""
        if stand_in in self._values:
            return stand_in
        bare = None if TOKEN.fullmatch(stand_in) else _BARE.search(stand_in.replace("\\", ""))
        if bare is None:
            return None
        made = f"<{bare[1].upper().replace(' ', '_')}_{bare[2]}{bare[3].lower()}>"
        return made if made in self._values else None

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

    def theirs(self, text: str) -> Iterator[tuple[int, int, str]]:
        """
        Yield range and kind of each stand-in in *text* that must not simply be restored.

        Those are stand-ins for what only a system prompt or a tool told, which counts as
        if the model had said it; those in an address of the web, which would send the
        value there (kind `stand-in`); and those that were never given out (likewise).
        """
        links = [match.span() for match in _LINK.finditer(text)] if "//" in text else []
        for match in STAND_IN.finditer(text):
            start, stop = match.span()
            made = self._given(match.group())
            if made is None:
                if TOKEN.fullmatch(match.group()):
                    yield start, stop, _MADE_UP
            elif any(low <= start < high for low, high in links):
                yield start, stop, _MADE_UP
            elif made in self._foreign:
                yield start, stop, self._kinds[made]

    def cover(self, text: str) -> str:
        """
        Return *text* with stand-ins for the values that this conversation knows.

        For text that came back from where values were restored, such as the arguments
        of an earlier tool call. A value counts as a whole word, the longest first.
        """
        known = {v: t for t, v in self._values.items() if not t.startswith("<LITERAL_")}
        if not known:
            return text
        ways = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
        return re.sub(rf"(?<!\w)(?:{ways})(?!\w)", lambda match: known[match.group()], text)

    def state(self) -> dict[str, list[str]]:
        """
        Return the whole map as plain JSON values, for a store: kind → values in order.

        Under `*` stand the stand-ins of foreign values.
        """
        state: dict[str, list[str]] = {"*": sorted(self._foreign)} if self._foreign else {}
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
            for value in values if kind != "*" else ():
                made.token(kind, value)
        made._foreign = set(made.tokens) & set(state.get("*", ()))
        return made

    @property
    def tokens(self) -> frozenset[str]:
        """Every stand-in that was given out."""
        return frozenset(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self)} values)"


def _letters(form: int) -> str:
    """Return "" for the first way of writing a value, then b to z, aa, ab and so on."""
    letters = ""
    left = form + 1 if form else 0
    while left:
        left, at = divmod(left - 1, len(_LETTERS))
        letters = _LETTERS[at] + letters
    return letters
