"""What a sentence that was taken out of a reply means for the text after it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from guardrails.findings import Span
from guardrails.sentences import is_over


class How(Enum):
    """How a part of a reply came about."""

    OWN = auto()
    """The model's own words, as they were."""
    MASKED = auto()
    """Something hidden in the model's own words."""
    KEPT = auto()
    """What is left of a sentence, or what stands there in its spirit."""
    HONEST = auto()
    """A fixed sentence that answers honestly."""
    GONE = auto()
    """Nothing is left of a sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """
    A part of what a frame becomes.

    Attributes:
        text: What stands there.
        how: How it came about.
        kinds: What the sentence claimed that stood there, such as `bond`; none if it was an aside.
        spared: Ranges of the text in somebody else's voice: a quotation, code, a draft.
        policy: It is a text of the policy's, which is said whatever stands around it.
    """

    text: str = field(repr=False)
    how: How = How.OWN
    kinds: frozenset[str] = frozenset()
    spared: tuple[Span, ...] = ()
    policy: bool = False


@dataclass(frozen=True, slots=True)
class Wake:
    """
    What the text of a reply so far means for what follows.

    Attributes:
        how: How the last sentence came about that was taken out or replaced.
        kinds: What it claimed; empty once a sentence stands that does not lean on it.
        tale: The speaker told of a life of its own in this reply, and it was taken out.
        tied: It claimed to be a friend, or always there, and that was taken out.
        others: It told of people that it brought up itself.
        owed: What was claimed by sentences of which nothing is left, in the whole reply.
        said: Words of the reply that were released.
        bare: Nothing of the model's own was said since an honest answer.
        gap: Nothing has been released since a sentence went.
        breaks: Lines that ended last, with nothing after them.
        seen: Lines that ended in the model's text since a sentence went.
        spaced: The text released so far ends with white space, or there is none.
        within: The model's text so far ends within a sentence.
        deep: So much of the reply claims something that the rest is read more strictly.
        spent: So much of it does that only what helps is let through of the rest.
        answered: An honest sentence was said.
    """

    how: How = How.OWN
    kinds: frozenset[str] = frozenset()
    tale: bool = False
    tied: bool = False
    others: bool = False
    owed: frozenset[str] = frozenset()
    said: int = 0
    bare: bool = False
    gap: bool = False
    breaks: int = 0
    seen: int = 0
    spaced: bool = True
    within: bool = False
    deep: bool = False
    spent: bool = False
    answered: bool = False

    @property
    def stirred(self) -> bool:
        """Whether something went, so that what follows has to be looked at."""
        return bool(self.kinds) or self.tale or self.tied or self.gap or self.deep


def passed(wake: Wake, text: str) -> Wake:
    """Return the wake after *text*, a piece of a reply in which nothing had to go."""
    if not text:
        return wake
    tail = text[len(text.rstrip()) :]
    whole = not text.strip()
    return replace(
        wake,
        said=wake.said + len(text.split()),
        gap=wake.gap and whole,
        breaks=tail.count("\n") + (wake.breaks if whole else 0),
        spaced=bool(tail),
        within=not is_over(text) if not whole else wake.within and "\n" not in text,
    )
