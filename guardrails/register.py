"""
The register of one conversation: each value, its stand-in, and whose the value is.

It grows by one entry for each new value and forgets nothing. `hiding` writes to it and
`pseudonyms` reads from it; a store keeps it as plain JSON values.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from guardrails.acquaintances import Acquaintances
from guardrails.links import Trail
from guardrails.namesakes import Namesakes
from guardrails.stand_ins import as_given, letters
from guardrails.surrogates import TOKEN, Surrogates

LITERAL: Final = "literal"
"""Kind of what only looks like a stand-in: it is nobody's value."""

_KIND = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LETTERED = re.compile(r"[a-z]+\Z")
_OTHERS = "*"  # no kind: where the state lists the stand-ins of values that are not the person's
_NUMBERED = "#"  # no kind: where the state lists the stand-ins of all values, in their order
_LINKED = "/"  # no kind: where the state lists addresses that the person wrote
_MADE = "="  # no kind: where the state lists surrogates
_NO_KINDS: Final = frozenset({_OTHERS, _MADE, _LINKED, _NUMBERED})


class Register:
    """
    Values and their stand-ins.

    Attributes:
        surrogates: What the model sees in the place of some stand-ins.
        acquaintances: Finds values in a text that were said before.
    """

    def __init__(self) -> None:
        self._tokens: dict[tuple[str, str], str] = {}
        self._values: dict[str, str] = {}
        self._others: set[str] = set()
        self._links: set[str] = set()
        self._handed: set[str] = set()
        self._namesakes = Namesakes()
        self._forms: dict[str, int] = {}
        self._unlearned: list[tuple[str, str, str]] = []
        self.surrogates = Surrogates()
        self.acquaintances = Acquaintances()

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, token: str) -> bool:
        return token in self._values

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield each stand-in with its value, in the order in which they were given."""
        yield from self._values.items()

    def value(self, token: str) -> str:
        """Return what *token*, which was given out, stands for."""
        return self._values[token]

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
        self.learn()
        name = f"{kind.upper().replace('-', '_')}_{self._namesakes.number(kind, value)}"
        form = self._forms.get(name, 0)
        self._forms[name] = form + 1
        made = f"<{name}{letters(form)}>"
        self._tokens[kind, value] = made
        self._values[made] = value
        self.surrogates.learn(value)
        self.acquaintances.learn(kind, value)
        # What looks like a stand-in is nobody's value: it must come back as it was.
        if not own and kind != LITERAL:
            self._others.add(made)
        return made

    def learn(self) -> None:
        """
        Learn what values from a stored register are like.

        That takes a while for many, and only a value that is new needs it.
        """
        for kind, value, token in self._unlearned:
            name = _LETTERED.sub("", token[1:-1])
            self._namesakes.relearn(kind, value, int(name.rpartition("_")[2]))
            self._forms[name] = self._forms.get(name, 0) + 1
            self.surrogates.learn(value)
        self._unlearned.clear()

    def given(self, said: str) -> str | None:
        """Return the stand-in that was given out and that *said*, as the model wrote it, means."""
        token = as_given(said)
        return token if token in self._values else None

    def may_go_on(self, said: str) -> bool:
        """
        Return whether *said*, at which a text ends, may be the beginning of another stand-in.

        A reply may be cut anywhere: `PERSON_1` is then what is left of `<PERSON_12>`.
        """
        if not said[-1].isalnum():
            return False
        name = said.lstrip("<")
        return any(token.startswith(f"<{name}") and token != f"<{name}>" for token in self._values)

    def is_literal(self, said: str) -> bool:
        """Return whether *said* stood in a text of this conversation and was nobody's value."""
        return (LITERAL, said) in self._tokens

    def hand(self, token: str) -> None:
        """Note that a tool was handed *token*; a store does not keep that."""
        self._handed.add(token)

    def was_handed(self, token: str) -> bool:
        """Return whether a tool was handed *token*, so that it may come back in what one says."""
        return token in self._handed

    def is_others(self, token: str) -> bool:
        """Return whether *token* stands for a value that is not the person's."""
        return token in self._others

    @property
    def has_others(self) -> bool:
        """Whether any value is not the person's."""
        return bool(self._others)

    def allow(self, links: Iterable[str]) -> None:
        """Note *links* that the person wrote: their values may come back in them."""
        self._links.update(links)

    def comes_back(self, token: str, also: Collection[str], trail: Trail, after: str) -> bool:
        """Return whether the value of *token* may stand where *trail* ends."""
        if token in self._others and token not in also:
            return False
        return self.fits(token, trail, after)

    def fits(self, token: str, trail: Trail, after: str) -> bool:
        """Return whether *token* is in no link there, or in one that the person wrote."""
        literal = token.startswith("<LITERAL_")
        return literal or self._links.issuperset(trail.links(token, after))

    def state(self) -> dict[str, list[str]]:
        """
        Return the whole register as plain JSON values, for a store: kind → values in order.

        Under `*` stand the stand-ins of values that are not the person's, if any, under `=`
        surrogates, each after its stand-in and its kind, under `/` the addresses that
        the person wrote, with stand-ins in them, and under `#` the stand-in of each value.
        """
        state: dict[str, list[str]] = {}
        tokens: dict[str, list[str]] = {}
        for (kind, value), token in self._tokens.items():
            state.setdefault(kind, []).append(value)
            tokens.setdefault(kind, []).append(token)
        if tokens:
            state[_NUMBERED] = [token for each in tokens.values() for token in each]
        if self._others:
            state[_OTHERS] = sorted(self._others)
        if self._links:
            state[_LINKED] = sorted(self._links)
        if self.surrogates:
            state[_MADE] = [" ".join(one) for one in self.surrogates]
        return state

    @classmethod
    def from_state(cls, state: Mapping[str, Iterable[str]]) -> Register:
        """
        Return the register that `state` described.

        Raises:
            ValueError: *state* did not come from `state`.
        """
        made = cls()
        listed = [
            (kind, value)
            for kind, values in state.items()
            for value in (values if kind not in _NO_KINDS else ())
        ]
        tokens = list(state.get(_NUMBERED, ()))
        if _NUMBERED not in state:  # as earlier versions wrote it
            tokens = [made.token(kind, value) for kind, value in listed]
        elif len(set(tokens)) != len(listed) or not all(map(TOKEN.fullmatch, tokens)):
            msg = "the stand-ins under '#' are not those of the values"
            raise ValueError(msg)
        else:
            made._tokens = dict(zip(listed, tokens, strict=True))
            made._values = {token: value for (_, value), token in made._tokens.items()}
            made._unlearned = [(*pair, token) for pair, token in made._tokens.items()]
        made._links = set(state.get(_LINKED, ()))
        made._others = set(state.get(_OTHERS, ()))
        if not made._others <= made._values.keys():
            msg = "a stand-in is listed under '*' and stands for nothing"
            raise ValueError(msg)
        if _MADE in state:
            made.learn()
        for one in state.get(_MADE, ()):
            token, kind, surrogate = (*one.split(" ", 2), "", "")[:3]
            if token not in made._values or not surrogate:
                msg = "a surrogate is listed under '=' and stands for nothing"
                raise ValueError(msg)
            made.surrogates.put(token, kind, surrogate)
            if kind == "person":
                made.surrogates.relearn(made._values[token], surrogate)
        return made
