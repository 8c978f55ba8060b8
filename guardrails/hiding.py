"""How values in one text are hidden, and what looks like a stand-in with them."""

from __future__ import annotations

from dataclasses import dataclass

from guardrails.decisions import MaskWith
from guardrails.links import AHEAD, Trail
from guardrails.masks import Mask, joined
from guardrails.register import LITERAL, Register
from guardrails.stand_ins import STAND_IN
from guardrails.surrogates import Draw


@dataclass(frozen=True, slots=True)
class Hiding:
    """
    How the values of one text are hidden.

    Attributes:
        register: Of the conversation. New values go into it.
        own: The person wrote the text.
        draw: Gives surrogates. Without it those that ask for one get a stand-in.
        handed: The text came from where stand-ins and surrogates were handed to, such as a
            tool: they stand for what they always do.
    """

    register: Register
    own: bool
    draw: Draw | None
    handed: bool

    def hidden(self, text: str, masks: list[Mask]) -> str:
        """
        Return *text* with something else in the place of each of *masks*, which are in order.

        Raises:
            ValueError: They overlap, are empty, or lie outside of *text*.
        """
        done = 0
        for start, stop, *_ in masks:
            if not done <= start < stop <= len(text):
                msg = f"cannot hide [{start}, {stop}) of {len(text)} characters after {done}"
                raise ValueError(msg)
            done = stop
        tokens = [self._shown(kind, text[start:stop], how) for start, stop, kind, how in masks]
        pieces: list[str] = []
        done = 0
        trail = Trail()
        for (start, stop, _, how), token in zip(masks, tokens, strict=True):
            before = self._escaped(text[done:start])
            done = stop
            if how is MaskWith.REMOVE:
                before, done = joined(before, text, stop, first=not pieces)
            pieces += (before, token)
            if self.own:
                self._follow(trail, before)
                if how < MaskWith.LABEL:
                    self.register.allow(trail.links(token, text[stop : stop + AHEAD]))
                    trail.add_stand_in(token)
                else:
                    trail.add(token)
        return "".join((*pieces, self._escaped(text[done:])))

    def _shown(self, kind: str, value: str, how: MaskWith) -> str:
        """Return what stands in the place of *value*: a stand-in, a label or nothing."""
        if how is MaskWith.REMOVE:
            return ""
        if how is MaskWith.LABEL:
            return f"<{kind.upper().replace('-', '_')}>"
        if self.handed and (token := self.register.surrogates.undress(value)) in self.register:
            return token
        token = self.register.token(kind, value, own=self.own)
        if how is MaskWith.SURROGATE:
            self._give(token, kind, value, kind)
        return token

    def _give(self, token: str, kind: str, value: str, part: str) -> None:
        """Give *token* a surrogate, and the parts of a name theirs, as values of kind *part*."""
        if self.draw is None:
            return
        self.register.learn()
        surrogates = self.register.surrogates
        for word, made in list(surrogates.give(token, kind, value, self.draw)):
            each = self.register.token(part, word, own=self.own)
            if each not in surrogates and surrogates.is_free(made):
                surrogates.put(each, kind, made)

    def _follow(self, trail: Trail, text: str) -> None:
        """Move *trail* by *text*, whose stand-ins are this conversation's."""
        done = 0
        for match in STAND_IN.finditer(text):
            if (token := self.register.given(match.group())) is not None:
                trail.add(text[done : match.start()])
                trail.add_stand_in(token)
                done = match.end()
        trail.add(text[done:])

    def _escaped(self, text: str) -> str:
        """Return *text* with stand-ins for what reads like one in it, or like a surrogate."""
        surrogates = self.register.surrogates
        if not surrogates:
            return STAND_IN.sub(lambda match: self._meant(match.group()), text)
        found = [(*match.span(), "") for match in STAND_IN.finditer(text)]
        pieces: list[str] = []
        done = 0
        for start, stop, meant in sorted([*found, *surrogates.typed(text)]):
            if start < done:
                continue
            value = text[start:stop]
            token = meant if meant and self.handed else self._meant(value)
            if meant and not self.handed:
                self._give(token, surrogates.kind(meant), value, LITERAL)
            pieces += (text[done:start], token)
            done = stop
        return "".join((*pieces, text[done:]))

    def _meant(self, said: str) -> str:
        """
        Return the stand-in for *said*, which reads like one: itself where a tool was handed it.

        In the arguments of a call the model wrote it, and hands it over. In a result it counts
        only after that: who writes a page must not choose a value by guessing its stand-in.
        What was taken for a literal once stays one, so that nothing that somebody wrote before
        a value was known comes to mean that value.
        """
        register = self.register
        if self.handed and said in register and not register.is_literal(said):
            if self.own:
                register.hand(said)
            if register.was_handed(said):
                return said
        return register.token(LITERAL, said)
