"""
What the person is told before a reply, and where: in its words, or beside it.

A program that reads a reply as one JSON value could not do so with a sentence around it.
Which it is depends on what the caller asked for and on the characters of the reply, never
on how the model delivered them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from guardrails.events import Aside, Disclosed
from guardrails.values import is_value, may_open_value

_APART = "\n\n"
_LONGEST = 1_000
"""Characters within which a reply must look like a value: nobody waits longer for words."""


@dataclass(slots=True)
class Foreword:
    """
    The policy's texts that are due before one reply.

    Args:
        messages: Their ids, in order.
        tell: Returns the text of one. Its second argument is whether it stands beside the
            reply: the person may not have read it then, and it is still due.
        asked: The caller asked for a value: the texts stand beside it, whatever comes.

    Attributes:
        before: Those that were said before the reply.
        after: Those that were said behind a reply that began like a value and was none.
    """

    messages: Sequence[str]
    tell: Callable[[str, bool], str]
    asked: bool = False
    before: list[str] = field(default_factory=list, repr=False)
    after: list[str] = field(default_factory=list, repr=False)
    _settled: bool = False
    _held: bool = False
    _read: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        self._settled = not self.messages

    @property
    def untouched(self) -> bool:
        """Whether it is still due and nothing of the reply has come."""
        return not (self._settled or self._read)

    def begin(self) -> Iterator[Aside]:
        """Yield what stands beside a reply that was asked for as a value."""
        if self.asked:
            yield from self._beside()

    def read(self, piece: str) -> Iterator[Disclosed]:
        """
        Take the next *piece* of the raw reply; yield the words once it must be words.

        What was taken goes on with `ready` after that, wherever pieces end.
        """
        self._read += piece
        if self._settled or self._held:
            return
        opens = may_open_value(self._read[:_LONGEST])
        if opens is None and len(self._read) < _LONGEST:
            return
        self._held = bool(opens)
        yield from self.other()

    def ready(self) -> str:
        """Return the text of the reply that may go on; none while it is not told what it is."""
        if not self._settled and not self._held:
            return ""
        text, self._read = self._read, ""
        return text

    def other(self) -> Iterator[Disclosed]:
        """Yield the words before something else than text, unless text has begun as a value."""
        if not self._settled and not self._held:
            yield from self._words(self.before)

    def end(self, shown: str) -> Iterator[Disclosed | Aside]:
        """Yield what is still due when all of the reply, *shown*, is out."""
        if self._settled:
            return
        if is_value(shown):
            yield from self._beside()
        else:
            yield from self._words(self.after)

    def _words(self, said: list[str]) -> Iterator[Disclosed]:
        self._settled = True
        for message in self.messages:
            text = self.tell(message, False)
            said.append(_APART + text if said is self.after else text + _APART)
            yield Disclosed(said[-1])

    def _beside(self) -> Iterator[Aside]:
        self._settled = True
        for message in self.messages:
            yield Aside(self.tell(message, True))
