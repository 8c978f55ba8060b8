"""
Made-up values that the model sees in the place of stand-ins, and the way back.

Everything inside the guard works on stand-ins. They are dressed as surrogates last,
before a text goes to the model, and undressed first when its words come back:

    <PERSON_1> ─▶ dress ─▶ Corinne ─▶ model ─▶ Corinne's ─▶ undress ─▶ <PERSON_1>'s

A surrogate has no grammar of its own: the table of a conversation's surrogates is what
finds them, the longest first, as whole words in any casing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from guardrails.likenesses import SEEN, Likenesses

Draw = Callable[[str, str], Iterable[str]]
"""Gives candidates, at least one if it can, for a kind and a value; each a realistic value."""

NAME: Final = r"[A-Z]++(?:_[A-Z]++)*+_[0-9]++[a-z]*+"
TOKEN: Final = re.compile(rf"<{NAME}>")
"""
The grammar of a stand-in: a kind in capitals, an underscore and a number, in angle brackets.

A letter after the number is another way of writing the same: `<PERSON_1>` for "Priya
Raghunathan", `<PERSON_1b>` for "PRIYA".
"""

_BREAKS: Final = frozenset({"\\n", "\\r", "\\t"})
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_RUN = re.compile(r"\w+")
_KEPT: Final = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "herr", "frau", "mme",
    "al", "el", "bin", "ibn", "abu", "ben", "da", "de", "del", "della", "der", "di", "dos", "du",
    "la", "le", "san", "st", "van", "von",
})  # fmt: skip
"""Words inside a name that tell nobody apart."""


def words_of(text: str) -> frozenset[str]:
    """Return the words of *text*, in lower case."""
    return frozenset(_RUN.findall(text.casefold()))


class Surrogates:
    """
    The surrogates of one conversation.

    Each belongs to one stand-in for good, and no two are alike in any casing, unless
    they are ways of writing the same value.
    """

    def __init__(self) -> None:
        self._shown: dict[str, str] = {}
        self._likenesses = Likenesses()
        self._kinds: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._taken: set[str] = set()
        self._values: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._shown)

    def __contains__(self, token: str) -> bool:
        return token in self._shown

    def learn(self, value: str) -> None:
        """Note a *value* of the conversation: no surrogate will be like it from here on."""
        self._values.update(words_of(value))

    def put(self, token: str, kind: str, surrogate: str) -> None:
        """
        Let *surrogate* stand for *token* from here on.

        Args:
            token: A stand-in.
            kind: The type that the surrogate is one of.
            surrogate: ASCII, with no quotation mark, backslash or control character.

        Raises:
            ValueError: *token* has one already, or *surrogate* is another's.
        """
        if token in self._shown or surrogate in self._likenesses:
            msg = "a surrogate is given once, to one stand-in"
            raise ValueError(msg)
        self._shown[token] = surrogate
        self._kinds[token] = kind
        self._taken.update(words_of(surrogate))
        self._likenesses.add(surrogate, kind, token)

    def give(self, token: str, kind: str, value: str, draw: Draw) -> Iterator[tuple[str, str]]:
        """
        Choose a surrogate for *token*, unless it has one or there is none of its kind.

        Yields the parts of a person's name, each with the surrogate of its own that it
        should get: whoever says the first name alone means that person.
        """
        if token in self._shown:
            return
        if kind == "person":
            yield from self._name(token, value, draw)
            return
        for candidate in draw(kind, value):
            if self._free(candidate, value):
                self.put(token, kind, candidate)
                return

    def is_free(self, candidate: str) -> bool:
        """Return whether nothing else has *candidate*, written just so."""
        return candidate not in self._likenesses

    def _free(self, candidate: str, value: str) -> bool:
        """Return whether *candidate* is like nothing that was said or made up before."""
        words = words_of(candidate)
        if words <= self._values or words <= words_of(value):
            return False
        return candidate not in self._likenesses and not any(self._likenesses.find(candidate))

    def _name(self, token: str, value: str, draw: Draw) -> Iterator[tuple[str, str]]:
        found = list(_WORD.finditer(value))
        named = [
            word.group()
            for word in found
            if len(word.group()) > 1 and word.group().casefold() not in _KEPT
        ]
        if not named or any(map(str.isalnum, _WORD.sub("", value))):
            return
        for again in ("", "\0"):  # the second time for "PriYa", written like nothing else
            made = self._composed(value, found, named, draw, again)
            if made is None:
                return
            if made[0] not in self._likenesses:
                self.put(token, "person", made[0])
                yield from made[1]
                return

    def _composed(
        self, value: str, found: list[re.Match[str]], named: list[str], draw: Draw, again: str
    ) -> tuple[str, list[tuple[str, str]]] | None:
        """Return a surrogate for a name, and its parts; None if there are no names left."""
        pieces: list[str] = []
        parts: list[tuple[str, str]] = []
        done = 0
        for match in found:
            word = match.group()
            pieces.append(value[done : match.start()])
            done = match.end()
            if word not in named and len(word) > 1:
                pieces.append(word)
                continue
            last = len(named) > 1 and word == named[-1]
            base = self._word(word, "surname" if last else "given-name", draw, again)
            if base is None:
                return None
            if len(word) == 1:
                pieces.append(base[0])
                continue
            pieces.append(_styled(base, word))
            if len(found) > 1:
                parts.append((word, pieces[-1]))
        made = "".join((*pieces, value[done:]))
        return (made, parts) if made.isascii() and made.isprintable() else None

    def _word(self, word: str, kind: str, draw: Draw, again: str) -> str | None:
        """Return the name that stands for one *word* of names, the same each time."""
        key = f"{word}{again}" if again else word.casefold()
        if key not in self._words:
            for candidate in draw(kind, key):
                plain = candidate.casefold()
                if plain[0] == _initial(word) or plain in self._taken | self._values:
                    continue
                self._words[key] = candidate
                self._taken.add(plain)
                break
        return self._words.get(key)

    def dress(self, text: str) -> str:
        """
        Return *text* with surrogates for the stand-ins that have one.

        Where `undress` could not give *text* back, all of it stays as it is.
        """
        if not self._shown or "<" not in text:
            return text
        pieces: list[str] = []
        done, seen = 0, ""
        for match in TOKEN.finditer(text):
            made = self._shown.get(match.group())
            if made is None:
                continue
            before = text[done : match.start()]
            done = match.end()
            seen = (seen + before)[-SEEN:]
            glued = (seen[-1:].isalnum() and seen not in _BREAKS) or text[done : done + 1].isalnum()
            shown = match.group() if glued else made
            seen = (seen + shown)[-SEEN:]
            pieces += (before, shown)
        dressed = "".join((*pieces, text[done:]))
        return dressed if self.undress(dressed) == text else text

    def undress(self, text: str) -> str:
        """Return *text* with stand-ins for the surrogates in it."""
        undressing = self.undressing()
        return undressing.feed(text) + undressing.finish()

    def undressing(self) -> Undressing:
        """Return what undresses a text that arrives in pieces."""
        return Undressing(self._likenesses)

    def typed(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Return where in *text* something reads like a surrogate, and its stand-in."""
        return self._likenesses.find(text)

    def kind(self, token: str) -> str:
        """Return the type that the surrogate of *token* is one of."""
        return self._kinds[token]

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        """Yield stand-in, kind and surrogate of each, in the order in which they were given."""
        for token, made in self._shown.items():
            yield token, self._kinds[token], made

    def relearn(self, value: str, surrogate: str) -> None:
        """Know again, from a stored map, which word stands for the name *value*."""
        if _WORD.fullmatch(value) and surrogate.isalpha():
            self._words.setdefault(value.casefold(), surrogate.capitalize())


class Undressing:
    """
    Turns surrogates into stand-ins in a text that arrives in pieces.

    What is given out does not depend on how the text was cut.

    Args:
        likenesses: Of the conversation. None may be added meanwhile.
    """

    def __init__(self, likenesses: Likenesses) -> None:
        self._likenesses = likenesses
        self._held = ""
        self._at = 0  # what of `_held` was given out, and stays for `find` to see

    def feed(self, piece: str) -> str:
        """Return what of the text is certain after *piece*."""
        self._held += piece
        return self._out(len(self._held) - self._likenesses.reach)

    def finish(self) -> str:
        """Return what was held. The text is over."""
        return self._out(len(self._held))

    def _out(self, sure: int) -> str:
        """Return the text up to *sure*, and on to the end of a surrogate that begins before."""
        if sure <= self._at:
            return ""
        pieces: list[str] = []
        for start, stop, token in self._likenesses.find(self._held, self._at):
            if start >= sure:
                break
            pieces += (self._held[self._at : start], token)
            self._at = stop
        pieces.append(self._held[self._at : max(sure, self._at)])
        self._at = max(sure, self._at)
        drop = max(0, self._at - SEEN)
        self._held = self._held[drop:]
        self._at -= drop
        return "".join(pieces)


def _initial(word: str) -> str:
    """Return the first letter of *word* if nothing follows: an initial is never kept."""
    return word.casefold() if len(word) == 1 else ""


def _styled(base: str, like: str) -> str:
    """Return the name *base* in capitals or small letters, as *like* is."""
    if like.isupper():
        return base.upper()
    return base.lower() if like.islower() else base
