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

from guardrails.acquaintances import Known
from guardrails.decisions import MaskWith
from guardrails.hiding import Hiding
from guardrails.links import AHEAD, Trail
from guardrails.masks import Mask, Spans, gathered
from guardrails.places import JsonString, Place, written
from guardrails.register import Register
from guardrails.stand_ins import STAND_IN, kind_of
from guardrails.surrogates import NAME, TOKEN, Draw, Undressing

_MADE_UP = "stand-in"
_LINK = re.compile(r"(?:https?:)?//[^\s<>\"]*+(?:<[^\s<>]*+>[^\s<>\"]*+)*+", re.IGNORECASE)
_JSON_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
# Escapes are taken in pairs first, so that a backslash that is itself escaped hides nothing.
_JSON_TOKEN = re.compile(rf"(?:<|\\u003[cC])({NAME})(?:>|\\u003[eE])|\\.", re.DOTALL)


class Pseudonyms:
    """
    The map between a conversation's values and their stand-ins.

    It grows by one entry for each new value and forgets nothing: it lives as long
    as its session does.

    Args:
        register: What is known already; nothing by default.
    """

    def __init__(self, register: Register | None = None) -> None:
        self._register = Register() if register is None else register

    def token(self, kind: str, value: str, *, own: bool = True) -> str:
        """Return the stand-in for *value*, as `Register.token` does."""
        return self._register.token(kind, value, own=own)

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
        person, and is hidden too, as a literal (`<LITERAL_1>`): else it would come back as
        somebody's value. So is what reads like a surrogate. A label is no stand-in, and what
        was removed has none: those do not come back. A text of which nothing is left gets the
        label.

        Args:
            text: What the person, or somebody else, wrote.
            spans: `Mask`s, or tuples like it, in code points of *text*, in any order.
            own: The person wrote it.
            draw: Gives surrogates. Without it those that ask for one get a stand-in.
            handed: It came from where stand-ins and surrogates were handed to, such as a
                tool: they stand for what they always do. With *own* these are arguments that the
                model wrote; else an answer, in which a stand-in counts that a tool was handed
                before. It must be written as it was given, and be no literal already.

        Raises:
            ValueError: Spans overlap, are empty, or lie outside of *text*.
        """
        masks = gathered(text, sorted(Mask(*span) for span in spans))
        hiding = Hiding(self._register, own, draw, handed)
        made = hiding.hidden(text, masks)
        if made.strip() or not text.strip():
            return made
        labelled = [mask._replace(how=MaskWith.LABEL) for mask in masks]
        return hiding.hidden(text, labelled)

    @property
    def dresses(self) -> bool:
        """Whether any value has a surrogate."""
        return bool(self._register.surrogates)

    def dress(self, text: str) -> str:
        """Return *text*, in which values are hidden, with the surrogates for the model."""
        return self._register.surrogates.dress(text)

    def undress(self, text: str) -> str:
        """Return *text*, which the model wrote, with stand-ins for surrogates."""
        return self._register.surrogates.undress(text)

    def undressing(self) -> Undressing:
        """Return what does the same for a text that arrives in pieces."""
        return self._register.surrogates.undressing()

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
        register = self._register
        trail = Trail(escaped=escaped) if trail is None else trail
        pieces: list[str] = []
        done = 0
        for match in STAND_IN.finditer(text):
            token = register.given(match.group())
            if token is None or (match.end() == len(text) and register.may_go_on(match.group())):
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
            if all(register.comes_back(token, also, trail.seen(view), after) for view in views):
                shown = written(register.value(token), escapes)
            trail.add_stand_in(token)
            pieces += (before, shown)
        trail.add(text[done:])
        if place is not None:
            place.read(text[done:])
        return "".join((*pieces, text[done:]))

    def others(self, text: str) -> Iterator[tuple[int, int, str]]:
        """
        Yield where in *text* a value that is not the person's would stand, and its stand-in.

        Every way of writing a stand-in that `restore` reads is found.
        """
        register = self._register
        if not register.has_others:
            return
        for match in STAND_IN.finditer(text):
            token = register.given(match.group())
            if token is not None and register.is_others(token):
                yield *match.span(), token

    def theirs(self, text: str) -> Iterator[tuple[int, int, str]]:
        """
        Yield range and kind of each stand-in in *text* that must not simply be restored.

        Those are stand-ins for what only a system prompt or a tool told, which counts as
        if the model had said it; those in an address of the web, which would send the
        value there (kind `stand-in`); and those that were never given out (likewise).
        """
        register = self._register
        links = [match.span() for match in _LINK.finditer(text)] if "//" in text else []
        trail = Trail()
        done = 0
        for match in STAND_IN.finditer(text):
            start, stop = match.span()
            token = register.given(match.group())
            if token is None:
                if TOKEN.fullmatch(match.group()):
                    yield start, stop, _MADE_UP
                continue
            trail.add(text[done:start])
            done = stop
            if any(low <= start < high for low, high in links) and not register.fits(
                token, trail, text[stop : stop + AHEAD]
            ):
                yield start, stop, _MADE_UP
            elif register.is_others(token):
                yield start, stop, kind_of(token)
            trail.add_stand_in(token)

    def known(self, text: str) -> Iterator[Known]:
        """Yield where in *text* a value stands that this conversation hid before."""
        return self._register.acquaintances.find(text)

    def restore_json(self, text: str, *, also: Collection[str] = ()) -> str:
        """
        Return *text*, a JSON document, with values for the stand-ins in its strings.

        Values are escaped, so that a valid document stays valid; every other
        character stays as it is. Whose values come back, and *also*: see `restore`.
        """
        register = self._register

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
                if token not in register:
                    return match.group()
                trail.add(match.string[done : match.start()])
                done = match.end()
                comes = register.comes_back(token, also, trail, match.string[done : done + AHEAD])
                trail.add_stand_in(token)
                return written(register.value(token), inner.escapes) if comes else match.group()

            return _JSON_TOKEN.sub(value, string.group())

        return _JSON_STRING.sub(values, text)

    def cover(self, text: str) -> str:
        """
        Return *text* with stand-ins for the values that this conversation knows.

        For text that came back from where values were restored, such as the arguments
        of an earlier tool call. A value counts as a whole word, the longest first.
        """
        known = {v: t for t, v in self._register if not t.startswith("<LITERAL_")}
        if not known:
            return text
        ways = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
        return re.sub(rf"(?<!\w)(?:{ways})(?!\w)", lambda match: known[match.group()], text)

    def state(self) -> dict[str, list[str]]:
        """Return all that is known as plain JSON values, for a store; see `Register.state`."""
        return self._register.state()

    @classmethod
    def from_state(cls, state: Mapping[str, Iterable[str]]) -> Pseudonyms:
        """
        Return the map that `state` described.

        Raises:
            ValueError: *state* did not come from `state`.
        """
        return cls(Register.from_state(state))

    @property
    def tokens(self) -> frozenset[str]:
        """Every stand-in that was given out."""
        return frozenset(token for token, _ in self._register)

    def __len__(self) -> int:
        return len(self._register)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self)} values)"
