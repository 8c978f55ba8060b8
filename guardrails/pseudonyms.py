"""
Stand-ins for a person's own values: `<PERSON_1>` for a name, and the way back.

One `Pseudonyms` belongs to one conversation. The model sees the stand-ins; the
person gets their own values back, exactly as they wrote them. A value that only a
system prompt, a tool or the model itself brought up is not the person's: it comes
back only where the caller says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from guardrails.links import AHEAD, Trail
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
_OTHERS = "*"  # no kind: where the state lists the stand-ins of values that are not the person's
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
        self._others: set[str] = set()
        self._links: set[str] = set()
        self._namesakes = Namesakes()
        self._forms: dict[str, int] = {}

    def token(self, kind: str, value: str, *, own: bool = True) -> str:
        """
        Return the stand-in for *value*; the same one each time, number 1 for the first of a kind.

        Another way of writing the same gets the same number and a letter of its own, so
        that the model knows whom it is about and each form comes back as it was written.

        Args:
            kind: A type of personal data, such as `person` or `postal-address`.
            value: Not empty.
            own: The person said it. A value that somebody else said too stays theirs.

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
                self._others.discard(known)
            return known
        name = f"{kind.upper().replace('-', '_')}_{self._namesakes.number(kind, value)}"
        form = self._forms.get(name, 0)
        self._forms[name] = form + 1
        made = f"<{name}{_letters(form)}>"
        self._tokens[kind, value] = made
        self._values[made] = value
        # What looks like a stand-in is nobody's value: it must come back as it was.
        if not own and kind != _LITERAL:
            self._others.add(made)
        return made

    def hide(self, text: str, spans: Iterable[tuple[int, int, str]], *, own: bool = True) -> str:
        """
        Return *text* with a stand-in for each span; `restore` gives *text* back.

        What already looks like a stand-in in the rest of the text was typed by the
        person, and is hidden too: else it would come back as somebody's value.

        Args:
            text: What the person, or somebody else, wrote.
            spans: `(start, stop, kind)` in code points of *text*, in any order.
            own: The person wrote it.

        Raises:
            ValueError: Spans overlap, are empty, or lie outside of *text*.
        """
        pieces: list[str] = []
        done = 0
        trail = Trail()
        for start, stop, kind in sorted(spans):
            if not done <= start < stop <= len(text):
                msg = f"cannot hide [{start}, {stop}) of {len(text)} characters after {done}"
                raise ValueError(msg)
            token = self.token(kind, text[start:stop], own=own)
            before = self._escaped(text[done:start])
            pieces += (before, token)
            if own:
                self._follow(trail, before)
                self._links.update(trail.links(token, text[stop : stop + AHEAD]))
                trail.add_stand_in(token)
            done = stop
        return "".join((*pieces, self._escaped(text[done:])))

    def _follow(self, trail: Trail, text: str) -> None:
        """Move *trail* by *text*, whose stand-ins are this conversation's."""
        done = 0
        for match in STAND_IN.finditer(text):
            if (token := self._token(match.group())) is not None:
                trail.add(text[done : match.start()])
                trail.add_stand_in(token)
                done = match.end()
        trail.add(text[done:])

    def _escaped(self, text: str) -> str:
        return STAND_IN.sub(lambda match: self.token(_LITERAL, match.group()), text)

    def restore(
        self,
        text: str,
        *,
        escaped: bool = False,
        also: Collection[str] = (),
        trail: Trail | None = None,
    ) -> str:
        """
        Return *text* with the person's values for their stand-ins; others stay as they are.

        A stand-in is read exactly, whatever the model puts around it (`**<PERSON_1>**`,
        `<PERSON_1>'s`), and in the few ways in which models bend it (`<person_1>`,
        `&lt;PERSON_1&gt;`, `PERSON_1`). Values are not looked at again. Inside a link
        that the person did not write no value comes back: it could be sent to somebody.

        Args:
            text: What the model said.
            escaped: It is JSON: values are written so that they fit into its strings.
            also: Stand-ins, as `others` gives them, of values that are not the person's
                and come back all the same.
            trail: Follows the text that *text* goes on; moved to its end.
        """
        trail = Trail(escaped=escaped) if trail is None else trail
        pieces: list[str] = []
        done = 0
        for match in STAND_IN.finditer(text):
            token = self._token(match.group())
            if token is None:
                continue
            before = text[done : match.start()]
            done = match.end()
            trail.add(before)
            shown = match.group()
            if self._comes_back(token, also, trail, text[done : done + AHEAD]):
                shown = self._values[token]
                shown = json.dumps(shown, ensure_ascii=False)[1:-1] if escaped else shown
            trail.add_stand_in(token)
            pieces += (before, shown)
        trail.add(text[done:])
        return "".join((*pieces, text[done:]))

    def _comes_back(self, token: str, also: Collection[str], trail: Trail, after: str) -> bool:
        """Return whether the value of *token* may stand where *trail* ends."""
        if token in self._others and token not in also:
            return False
        return self._fits(token, trail, after)

    def _fits(self, token: str, trail: Trail, after: str) -> bool:
        """Return whether *token* is in no link there, or in one that the person wrote."""
        literal = token.startswith("<LITERAL_")
        return literal or self._links.issuperset(trail.links(token, after))

    def _token(self, said: str) -> str | None:
        """Return the stand-in that *said*, as the model wrote it, means; None if none."""
        made: str | None = said
        if not TOKEN.fullmatch(said):
            bare = _BARE.search(said.replace("\\", ""))
            kind = bare[1].upper().replace(" ", "_") if bare else ""
            made = f"<{kind}_{bare[2]}{bare[3].lower()}>" if bare else None
        return made if made in self._values else None

    def others(self, text: str) -> Iterator[tuple[int, int, str]]:
        """
        Yield where in *text* a value that is not the person's would stand, and its stand-in.

        Every way of writing a stand-in that `restore` reads is found.
        """
        if not self._others:
            return
        for match in STAND_IN.finditer(text):
            token = self._token(match.group())
            if token in self._others:
                yield *match.span(), token

    def theirs(self, text: str) -> Iterator[tuple[int, int, str]]:
        """
        Yield range and kind of each stand-in in *text* that must not simply be restored.

        Those are stand-ins for what only a system prompt or a tool told, which counts as
        if the model had said it; those in an address of the web, which would send the
        value there (kind `stand-in`); and those that were never given out (likewise).
        """
        links = [match.span() for match in _LINK.finditer(text)] if "//" in text else []
        trail = Trail()
        done = 0
        for match in STAND_IN.finditer(text):
            start, stop = match.span()
            token = self._token(match.group())
            if token is None:
                if TOKEN.fullmatch(match.group()):
                    yield start, stop, _MADE_UP
                continue
            trail.add(text[done:start])
            done = stop
            if any(low <= start < high for low, high in links) and not self._fits(
                token, trail, text[stop : stop + AHEAD]
            ):
                yield start, stop, _MADE_UP
            elif token in self._others:
                yield start, stop, kind_of(token)
            trail.add_stand_in(token)

    def restore_json(self, text: str, *, also: Collection[str] = ()) -> str:
        """
        Return *text*, a JSON document, with values for the stand-ins in its strings.

        Values are escaped, so that a valid document stays valid; every other
        character stays as it is. Whose values come back, and *also*: see `restore`.
        """

        def values(string: re.Match[str]) -> str:
            trail = Trail(escaped=True)
            done = 0

            def value(match: re.Match[str]) -> str:
                nonlocal done
                token = f"<{match.group(1)}>"
                if token not in self._values:
                    return match.group()
                trail.add(match.string[done : match.start()])
                done = match.end()
                comes = self._comes_back(token, also, trail, match.string[done : done + AHEAD])
                trail.add_stand_in(token)
                return json.dumps(self._values[token])[1:-1] if comes else match.group()

            return _JSON_TOKEN.sub(value, string.group())

        return _JSON_STRING.sub(values, text)

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

        Under `*` stand the stand-ins of values that are not the person's, if any.
        """
        state: dict[str, list[str]] = {}
        for kind, value in self._tokens:
            state.setdefault(kind, []).append(value)
        if self._others:
            state[_OTHERS] = sorted(self._others)
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
            for value in values if kind != _OTHERS else ():
                made.token(kind, value)
        made._others = set(state.get(_OTHERS, ()))
        if not made._others <= made._values.keys():
            msg = "a stand-in is listed under '*' and stands for nothing"
            raise ValueError(msg)
        return made

    @property
    def tokens(self) -> frozenset[str]:
        """Every stand-in that was given out."""
        return frozenset(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self)} values)"


def kind_of(token: str) -> str:
    """Return the kind of a stand-in: `postal-address` for `<POSTAL_ADDRESS_1>`."""
    return token[1:].rpartition("_")[0].lower().replace("_", "-")


def _letters(form: int) -> str:
    """Return "" for the first way of writing a value, then b to z, aa, ab and so on."""
    letters = ""
    left = form + 1 if form else 0
    while left:
        left, at = divmod(left - 1, len(_LETTERS))
        letters = _LETTERS[at] + letters
    return letters
