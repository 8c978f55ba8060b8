"""
Stand-ins for a person's own values: `<PERSON_1>` for a name, and the way back.

One `Pseudonyms` belongs to one conversation. The model sees the stand-ins; the
person gets their own values back, exactly as they wrote them. A value that only a
system prompt, a tool or the model itself brought up is not the person's: it comes
back only where the caller says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from guardrails.acquaintances import Acquaintances, Known
from guardrails.decisions import MaskWith
from guardrails.links import AHEAD, Trail
from guardrails.masks import Mask, Spans, gathered, joined
from guardrails.namesakes import Namesakes
from guardrails.places import JsonString, Place, written
from guardrails.stand_ins import STAND_IN, as_given, kind_of, letters
from guardrails.surrogates import NAME, TOKEN, Draw, Surrogates, Undressing

_KIND = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LITERAL = "literal"
_MADE_UP = "stand-in"
_LINK = re.compile(r"(?:https?:)?//[^\s<>\"]*+(?:<[^\s<>]*+>[^\s<>\"]*+)*+", re.IGNORECASE)
_OTHERS = "*"  # no kind: where the state lists the stand-ins of values that are not the person's
_JSON_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
# Escapes are taken in pairs first, so that a backslash that is itself escaped hides nothing.
_JSON_TOKEN = re.compile(rf"(?:<|\\u003[cC])({NAME})(?:>|\\u003[eE])|\\.", re.DOTALL)
_NUMBERED = "#"  # no kind: where the state lists the stand-ins of all values, in their order
_LINKED = "/"  # no kind: where the state lists addresses that the person wrote
_MADE = "="  # no kind: where the state lists surrogates
_NO_KINDS: Final = frozenset({_OTHERS, _MADE, _LINKED, _NUMBERED})
_LETTERED = re.compile(r"[a-z]+\Z")


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
        self._acquaintances = Acquaintances()
        self._forms: dict[str, int] = {}
        self._surrogates = Surrogates()
        self._unlearned: list[tuple[str, str, str]] = []

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
        self._learn()
        name = f"{kind.upper().replace('-', '_')}_{self._namesakes.number(kind, value)}"
        form = self._forms.get(name, 0)
        self._forms[name] = form + 1
        made = f"<{name}{letters(form)}>"
        self._tokens[kind, value] = made
        self._values[made] = value
        self._surrogates.learn(value)
        self._acquaintances.learn(kind, value)
        # What looks like a stand-in is nobody's value: it must come back as it was.
        if not own and kind != _LITERAL:
            self._others.add(made)
        return made

    def _learn(self) -> None:
        """
        Learn what values from a stored map are like.

        That takes a while for many, and only a value that is new needs it.
        """
        for kind, value, token in self._unlearned:
            name = _LETTERED.sub("", token[1:-1])
            self._namesakes.relearn(kind, value, int(name.rpartition("_")[2]))
            self._forms[name] = self._forms.get(name, 0) + 1
            self._surrogates.learn(value)
        self._unlearned.clear()

    def hide(
        self,
        text: str,
        spans: Spans,
        *,
        own: bool = True,
        draw: Draw | None = None,
        handed: bool = False,
    ) -> str:
        """
        Return *text* with a stand-in for each span; `restore` gives *text* back.

        What already looks like a stand-in in the rest of the text was typed by the
        person, and is hidden too: else it would come back as somebody's value. So is
        what reads like a surrogate. A label is no stand-in, and what was removed has
        none: those do not come back. A text of which nothing is left gets the label.

        Args:
            text: What the person, or somebody else, wrote.
            spans: `Mask`s, or tuples like it, in code points of *text*, in any order.
            own: The person wrote it.
            draw: Gives surrogates. Without it those that ask for one get a stand-in.
            handed: It came from where surrogates were handed to, such as a tool: they
                stand for what they always do.

        Raises:
            ValueError: Spans overlap, are empty, or lie outside of *text*.
        """
        masks = gathered(text, sorted(Mask(*span) for span in spans))
        made = self._hidden(text, masks, own, draw, handed)
        if made.strip() or not text.strip():
            return made
        labelled = [mask._replace(how=MaskWith.LABEL) for mask in masks]
        return self._hidden(text, labelled, own, draw, handed)

    def _hidden(
        self, text: str, masks: list[Mask], own: bool, draw: Draw | None, handed: bool
    ) -> str:
        done = 0
        for start, stop, *_ in masks:
            if not done <= start < stop <= len(text):
                msg = f"cannot hide [{start}, {stop}) of {len(text)} characters after {done}"
                raise ValueError(msg)
            done = stop
        tokens = [
            self._shown(kind, text[start:stop], how, own, draw, handed)
            for start, stop, kind, how in masks
        ]
        pieces: list[str] = []
        done = 0
        trail = Trail()
        for (start, stop, _, how), token in zip(masks, tokens, strict=True):
            before = self._escaped(text[done:start], draw, handed)
            done = stop
            if how is MaskWith.REMOVE:
                before, done = joined(before, text, stop, first=not pieces)
            pieces += (before, token)
            if own:
                self._follow(trail, before)
                if how < MaskWith.LABEL:
                    self._links.update(trail.links(token, text[stop : stop + AHEAD]))
                    trail.add_stand_in(token)
                else:
                    trail.add(token)
        return "".join((*pieces, self._escaped(text[done:], draw, handed)))

    def _shown(
        self, kind: str, value: str, how: MaskWith, own: bool, draw: Draw | None, handed: bool
    ) -> str:
        """Return what stands in the place of *value*: a stand-in, a label or nothing."""
        if how is MaskWith.REMOVE:
            return ""
        if how is MaskWith.LABEL:
            return f"<{kind.upper().replace('-', '_')}>"
        if handed and (token := self._surrogates.undress(value)) in self._values:
            return token
        token = self.token(kind, value, own=own)
        if how is MaskWith.SURROGATE and draw is not None:
            self._give(token, kind, value, kind, own, draw)
        return token

    def _give(self, token: str, kind: str, value: str, part: str, own: bool, draw: Draw) -> None:
        """Give *token* a surrogate, and the parts of a name theirs, as values of kind *part*."""
        self._learn()
        for word, made in list(self._surrogates.give(token, kind, value, draw)):
            each = self.token(part, word, own=own)
            if each not in self._surrogates and self._surrogates.is_free(made):
                self._surrogates.put(each, kind, made)

    def _follow(self, trail: Trail, text: str) -> None:
        """Move *trail* by *text*, whose stand-ins are this conversation's."""
        done = 0
        for match in STAND_IN.finditer(text):
            if (token := self._given(match.group())) is not None:
                trail.add(text[done : match.start()])
                trail.add_stand_in(token)
                done = match.end()
        trail.add(text[done:])

    def _escaped(self, text: str, draw: Draw | None, handed: bool) -> str:
        """Return *text* with stand-ins for what reads like one in it, or like a surrogate."""
        if not self._surrogates:
            return STAND_IN.sub(lambda match: self.token(_LITERAL, match.group()), text)
        found = [(*match.span(), "") for match in STAND_IN.finditer(text)]
        pieces: list[str] = []
        done = 0
        for start, stop, meant in sorted([*found, *self._surrogates.typed(text)]):
            if start < done:
                continue
            value = text[start:stop]
            token = meant if meant and handed else self.token(_LITERAL, value)
            if meant and not handed and draw is not None:
                kind = self._surrogates.kind(meant)
                self._give(token, kind, value, _LITERAL, own=True, draw=draw)
            pieces += (text[done:start], token)
            done = stop
        return "".join((*pieces, text[done:]))

    @property
    def dresses(self) -> bool:
        """Whether any value has a surrogate."""
        return bool(self._surrogates)

    def dress(self, text: str) -> str:
        """Return *text*, in which values are hidden, with the surrogates for the model."""
        return self._surrogates.dress(text)

    def undress(self, text: str) -> str:
        """Return *text*, which the model wrote, with stand-ins for surrogates."""
        return self._surrogates.undress(text)

    def undressing(self) -> Undressing:
        """Return what does the same for a text that arrives in pieces."""
        return self._surrogates.undressing()

    def restore(
        self,
        text: str,
        *,
        escaped: bool = False,
        also: Collection[str] = (),
        trail: Trail | None = None,
        place: Place | None = None,
    ) -> str:
        """
        Return *text* with the person's values for their stand-ins; others stay as they are.

        A stand-in is read exactly, whatever the model puts around it (`**<PERSON_1>**`,
        `<PERSON_1>'s`), and in the few ways in which models bend it (`<person_1>`,
        `&lt;PERSON_1&gt;`, `PERSON_1`, `<PERSON_1.`). One without its closing bracket at which
        *text* ends counts only if it cannot be the beginning of another. Values are not looked
        at again. Inside a link that the person did not write no value comes back: it could be
        sent to somebody.

        Args:
            text: What the model said.
            escaped: It is JSON: values are written so that they fit into its strings.
            also: Stand-ins, as `others` gives them, of values that are not the person's
                and come back all the same.
            trail: Follows the text that *text* goes on; moved to its end.
            place: The same, and tells where that is JSON; *escaped* does not count then.
        """
        trail = Trail(escaped=escaped) if trail is None else trail
        pieces: list[str] = []
        done = 0
        for match in STAND_IN.finditer(text):
            token = self._given(match.group())
            if token is None or (match.end() == len(text) and self._may_go_on(match.group())):
                continue
            before = text[done : match.start()]
            done = match.end()
            trail.add(before)
            escapes = int(escaped)
            views: tuple[bool, ...] = (trail.escaped,)
            if place is not None:
                place.read(before)
                escapes = place.escapes
                # JSON within prose is read as either, by a program or by a person's screen.
                views = (escapes > 0,) if place.whole else (False, escapes > 0)
                place.read_value()
            shown = match.group()
            after = text[done : done + AHEAD]
            if all(self._comes_back(token, also, trail.seen(view), after) for view in views):
                shown = written(self._values[token], escapes)
            trail.add_stand_in(token)
            pieces += (before, shown)
        trail.add(text[done:])
        if place is not None:
            place.read(text[done:])
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

    def _given(self, said: str) -> str | None:
        """Return the stand-in that was given out and that *said*, as the model wrote it, means."""
        token = as_given(said)
        return token if token in self._values else None

    def _may_go_on(self, said: str) -> bool:
        """
        Return whether *said*, at which a text ends, may be the beginning of another stand-in.

        A reply may be cut anywhere: `PERSON_1` is then what is left of `<PERSON_12>`.
        """
        if not said[-1].isalnum():
            return False
        name = said.lstrip("<")
        return any(token.startswith(f"<{name}") and token != f"<{name}>" for token in self._values)

    def others(self, text: str) -> Iterator[tuple[int, int, str]]:
        """
        Yield where in *text* a value that is not the person's would stand, and its stand-in.

        Every way of writing a stand-in that `restore` reads is found.
        """
        if not self._others:
            return
        for match in STAND_IN.finditer(text):
            token = self._given(match.group())
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
            token = self._given(match.group())
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

    def known(self, text: str) -> Iterator[Known]:
        """Yield where in *text* a value stands that this conversation hid before."""
        return self._acquaintances.find(text)

    def restore_json(self, text: str, *, also: Collection[str] = ()) -> str:
        """
        Return *text*, a JSON document, with values for the stand-ins in its strings.

        Values are escaped, so that a valid document stays valid; every other
        character stays as it is. Whose values come back, and *also*: see `restore`.
        """

        def values(string: re.Match[str]) -> str:
            trail = Trail(escaped=True)
            inner = JsonString()
            read, done = 1, 0

            def value(match: re.Match[str]) -> str:
                nonlocal read, done
                for char in match.string[read : match.start()]:
                    inner.read(char)
                read = match.start()
                if match.group(1) is None:
                    return match.group()
                token = f"<{match.group(1)}>"
                if token not in self._values:
                    return match.group()
                trail.add(match.string[done : match.start()])
                done = match.end()
                comes = self._comes_back(token, also, trail, match.string[done : done + AHEAD])
                trail.add_stand_in(token)
                return written(self._values[token], inner.escapes) if comes else match.group()

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
        if self._surrogates:
            state[_MADE] = [" ".join(one) for one in self._surrogates]
        return state

    @classmethod
    def from_state(cls, state: Mapping[str, Iterable[str]]) -> Pseudonyms:
        """
        Return the map that `state` described.

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
            made._learn()
        for one in state.get(_MADE, ()):
            token, kind, surrogate = (*one.split(" ", 2), "", "")[:3]
            if token not in made._values or not surrogate:
                msg = "a surrogate is listed under '=' and stands for nothing"
                raise ValueError(msg)
            made._surrogates.put(token, kind, surrogate)
            if kind == "person":
                made._surrogates.relearn(made._values[token], surrogate)
        return made

    @property
    def tokens(self) -> frozenset[str]:
        """Every stand-in that was given out."""
        return frozenset(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self)} values)"
