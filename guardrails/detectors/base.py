"""The contract between the guard and whatever looks at text."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Flag, StrEnum, auto
from typing import Protocol, runtime_checkable

from guardrails.findings import Family, Finding, Level
from guardrails.messages import Side, Surface
from guardrails.taxonomy import Subject
from guardrails.voice import Voice

TAIL = 600
"""How many characters of earlier user text a view carries at most."""


class Needs(Flag):
    """What a detector needs from the one shared reading of a text."""

    NOTHING = 0
    PARSE = auto()
    ENTITIES = auto()
    NAMES = auto()
    FORMATS = auto()  # of entities those that are told by their form alone
    UNHEARD = auto()  # entities even of a text in which the reader of names heard nothing


@dataclass(frozen=True, slots=True)
class Token:
    """
    One token of a frozen parse.

    Attributes:
        start: First code point in the view's text.
        stop: One past the last code point.
        lemma: Dictionary form, lower case.
        tag: Penn Treebank tag.
        pos: Universal part of speech.
        dep: Dependency label (ClearNLP, as spaCy's English models give it).
        head: Index of the head in the parse's tokens; its own index at a root.
    """

    start: int
    stop: int
    lemma: str = field(repr=False)
    tag: str
    pos: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Entity:
    """
    Something the language engine took for personal data.

    Attributes:
        kind: Our type name without the family, such as `person` or `payment-card`.
        start: First code point in the view's text.
        stop: One past the last code point.
        score: 0..10000.
        source: Name of the recognizer.
    """

    kind: str
    start: int
    stop: int
    score: int
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What the language engine made of a text; made at most once for each view.

    `tokens` and `sentences` are empty unless `Needs.PARSE` was asked for,
    `entities` unless `Needs.ENTITIES` was, and `names` unless `Needs.NAMES` was.

    Attributes:
        tokens: In reading order.
        sentences: Half-open ranges of token indices.
        entities: In reading order; they may overlap.
        names: Single words of names, addresses and numbers, in reading order.
        made: What was asked for and could be made.
        why: Why something that was asked for is missing; a few words, never text.
    """

    tokens: tuple[Token, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    entities: tuple[Entity, ...] = ()
    names: tuple[Entity, ...] = ()
    made: Needs = Needs.NOTHING
    why: str = ""


@dataclass(frozen=True, slots=True)
class Flags:
    """
    What is known of the session, for detectors.

    Attributes:
        roleplay: The caller or the user asked for fiction.
        minor: The person is known to be a minor.
        watched: A crisis flag is up.
        loss: The person told of a loss further back than `View.tail` reaches.
        told: Level of what the person told of in one of the last turns, `none` if it was less
            than `concern`: a short answer goes on from there.
        need: Category that this was about, or "".
        about: Who was in need.
        has_memory: The deployment remembers earlier conversations.
        sends_reminders: The deployment can contact the person between chats.
    """

    roleplay: bool = False
    minor: bool = False
    watched: bool = False
    loss: bool = False
    told: Level = Level.NONE
    need: str = ""
    about: Subject = Subject.SELF
    has_memory: bool = False
    sends_reminders: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """
    One window of text, and what a detector may know around it.

    `text` is the frame with up to 80 characters before it and 32 after it. The
    frame itself is `[start, stop)` of `text`. Findings carry spans in code points
    of `text`; the guard moves them to the raw message. A finding wholly outside
    the frame is dropped there.

    Attributes:
        text: The window.
        start: Where the frame begins in `text`.
        stop: Where it ends.
        side: To the model or from it.
        surface: Which part of a message.
        locale: BCP 47 tag, such as `en-GB`.
        country: ISO 3166-1 alpha-2 code, or None.
        tail: Up to 600 characters of earlier user text, oldest first.
        question: For a reply: the user's message that it answers, up to 600 characters.
        voice: Whose voice the same message speaks in where the frame begins.
        opening: The frame is the first of its message.
        closing: The frame is the last of its message.
        flags: What is known of the session.
        reading: The shared reading, where the detector's `needs` asked for one.
    """

    text: str = field(repr=False)
    start: int
    stop: int
    side: Side
    surface: Surface = Surface.TEXT
    locale: str = "en-GB"
    country: str | None = None
    tail: str = field(default="", repr=False)
    question: str = field(default="", repr=False)
    voice: Voice = Voice()  # noqa: RUF009 - a frozen value
    opening: bool = True
    closing: bool = True
    flags: Flags = Flags()
    reading: Reading | None = field(default=None, repr=False)

    @classmethod
    def whole(cls, text: str, side: Side = Side.INPUT) -> View:
        """Return a view whose frame is all of *text*: for trying a detector out."""
        return cls(text, 0, len(text), side)


class State(StrEnum):
    """What became of a detector. Only `decided` may be read as "found nothing"."""

    DECIDED = "decided"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Report:
    """
    What one detector did with one view.

    Attributes:
        detector: Its name.
        family: Its family, by which the failure matrix is read.
        state: Decided, failed or skipped.
        findings: In reading order; empty unless decided.
        why: For failed and skipped: a short word such as `timeout`. For decided: what
            could not be covered, such as `names in Cyrillic script`. Never text.
        micros: Time taken, in microseconds.
    """

    detector: str
    family: Family
    state: State
    findings: tuple[Finding, ...] = ()
    why: str = ""
    micros: int = 0


class Detector(Protocol):
    """
    Looks for one family of things in one window of text.

    A detector only reports. What to do about a finding is the policy's business,
    so the same detector serves a strict policy and a lax one. `look` runs on a
    worker thread, with a deadline, unless the detector is `Brief`; several views may
    be looked at at once.
    """

    @property
    def name(self) -> str:
        """Name and version. It changes whenever the findings could."""
        ...

    @property
    def family(self) -> Family:
        """Which family its findings are of."""
        ...

    def needs(self, view: View) -> Needs:
        """
        Return what *view* has to be read for; `Needs.NOTHING` is cheap.

        It is called on the event loop, before anything else: it must neither wait nor
        compute for long. What takes time belongs into `look`.
        """
        ...

    def look(self, view: View) -> tuple[Finding, ...]:
        """
        Return every finding in *view*, in reading order.

        Raises:
            DetectorError: It could not look. "Found nothing" is `()`.
        """
        ...


@runtime_checkable
class Partial(Protocol):
    """A detector that knows which texts it cannot read in full."""

    def uncovered(self, view: View) -> str:
        """Return what of *view* it could not cover, in a few words and no text; or ""."""
        ...


@runtime_checkable
class Brief(Protocol):
    """
    A detector some of whose looks are over within a millisecond, whatever the text says.

    Such a look is made where it is asked for: the way to a thread and back costs as much.
    """

    def brief(self, view: View) -> bool:
        """Return whether a look at *view* takes less than a millisecond."""
        ...


@runtime_checkable
class AsyncDetector(Protocol):
    """A detector that waits for something, such as another service."""

    @property
    def name(self) -> str:
        """Name and version. It changes whenever the findings could."""
        ...

    @property
    def family(self) -> Family:
        """Which family its findings are of."""
        ...

    async def inspect(self, view: View) -> tuple[Finding, ...]:
        """
        Return every finding in *view*, in reading order.

        Raises:
            DetectorError: It could not look. "Found nothing" is `()`.
        """
        ...
