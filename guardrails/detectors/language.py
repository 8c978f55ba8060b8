"""
One reading of a text for every detector, made on a thread of its own.

The thread owns one pipeline (`pipeline.py`), because a pipeline must never be
used by two threads at once. What leaves it is a frozen `Reading`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial
from typing import Final, Protocol

from guardrails.detectors.base import Needs, Reading
from guardrails.detectors.memory import give_back
from guardrails.detectors.pipeline import COUNTRIES, loader
from guardrails.errors import ConfigurationError, DetectorError
from guardrails.workers import Deadline, Workers

HUNG: Final = 2
"""How many hung readings are left behind before the engine stops starting new ones."""


class Reader(Protocol):
    """Whatever reads a text; used by one thread at a time."""

    def __call__(self, text: str, needs: Needs) -> Reading:
        """Return what *needs* asks for of *text*."""
        ...


class _RebuiltError(DetectorError):
    """The engine that was to read this text was left behind with one that hung."""


class _Generation:
    """One reader, and the lock that tells whether it is at work."""

    def __init__(self, reader: Future[Reader]) -> None:
        self.reader = reader
        self.lock = threading.Lock()


class LanguageEngine:
    """
    Reads texts, one at a time, within a deadline each.

    A reading that hangs is left behind with its thread and its pipeline; further readings
    wait until the next pipeline is loaded, about a second.

    Args:
        deadline: How long one reading may take.
        allow: Values that are never entities, such as helplines.
        countries: ISO 3166-1 alpha-2 codes whose identity numbers and phone formats
            are looked for.
        also: Presidio types to look for although they are off, see `kinds.NOISY`.
        model: Load spaCy's model. Without it formats are found (e-mail, numbers, addresses)
            and no names, a text cannot be parsed, and reading is many times faster.
        load: Builds a reader, on the engine's thread; spaCy and Presidio by default.
        name: What errors call the engine.

    Raises:
        ModelMissingError: The spaCy model is not installed; says how to get it.
        ConfigurationError: A country or type is not known.
    """

    def __init__(
        self,
        *,
        deadline: Deadline = Deadline(),  # noqa: B008 - a frozen value
        allow: frozenset[str] = frozenset(),
        countries: Iterable[str] = COUNTRIES,
        also: frozenset[str] = frozenset(),
        model: bool = True,
        load: Callable[[], Reader] | None = None,
        name: str = "language engine",
    ) -> None:
        self._name = name
        self._deadline = deadline
        self._load = load or loader(allow, tuple(countries), also, model=model)
        self._left: list[_Generation] = []
        self._closed = False
        self._workers = Workers(name.replace(" ", "-"), 1, on_abandon=self._abandoned)
        self._generation: _Generation | None = _Generation(self._workers.submit(self._load))

    def warm(self) -> None:
        """
        Wait until the models are loaded and have read a first text.

        Blocks for about 3 s: call it when a guard is built, not on an event loop.

        Raises:
            DetectorError: They could not be loaded.
        """
        if self._generation is not None:
            _ready(self._generation, self._name)
            give_back()

    async def read(self, text: str, needs: Needs) -> Reading:
        """
        Return what *needs* asks for of *text*; positions are those of *text*.

        Raises:
            DetectorError: The engine failed, is closed, or is being rebuilt.
            DetectorTimeoutError: It took longer than the deadline.
        """
        if not needs:
            return Reading()
        seconds, patience = self._deadline.seconds(len(text)), self._deadline.patience
        for _ in range(HUNG + 1):
            generation = self._current()
            call = partial(self._read, generation, text, needs, _ahead(generation, text, needs))
            try:
                return await self._workers.run(seconds, patience, call)
            except _RebuiltError:
                continue  # another text hung before this one had its turn
        msg = f"the {self._name} was rebuilt again and again while this text waited"
        raise DetectorError(msg)

    def formats(self) -> Callable[[str], Reading] | None:
        """
        Return what reads formats at once on any thread, or None while there is nothing such.

        Formats need no model: a text that is read for nothing else need not queue.
        """
        reader = None if self._closed else _loaded(self._generation)
        found: Callable[[str], Reading] | None = getattr(reader, "formats", None)
        return found

    def _current(self) -> _Generation:
        if self._closed:
            msg = f"the {self._name} is closed"
            raise DetectorError(msg)
        if self._generation is None:
            self._rebuild()
        generation = self._generation
        if generation is None:
            msg = f"the {self._name} stopped: {len(self._left)} readings hang"
            raise DetectorError(msg)
        return generation

    def _abandoned(self) -> None:
        """Leave the pipeline to the thread that hangs in it."""
        if self._generation is not None:
            self._left.append(self._generation)
        self._generation = None
        self._rebuild()

    def _rebuild(self) -> None:
        self._left = [left for left in self._left if left.lock.locked()]
        if len(self._left) <= HUNG:
            self._generation = _Generation(self._workers.submit(self._load))

    def _read(
        self,
        generation: _Generation,
        text: str,
        needs: Needs,
        ahead: Callable[[], Reading] | None,
    ) -> Reading:
        if generation is not self._generation:
            raise _RebuiltError
        reader = _ready(generation, self._name)
        try:
            with generation.lock:
                return reader(text, needs) if ahead is None else ahead()
        except Exception as error:  # noqa: BLE001 - its message may quote the text
            kind = type(error).__name__
        msg = f"the {self._name} failed with {kind}"
        raise DetectorError(msg)

    def close(self) -> None:
        """Let the thread end. Safe to call twice."""
        self._closed = True
        self._workers.close()


def _loaded(generation: _Generation | None) -> Reader | None:
    """Return the reader of *generation* if it is there by now."""
    reader = None if generation is None else generation.reader
    if reader is None or not reader.done() or reader.exception():
        return None
    return reader.result()


def _ahead(generation: _Generation, text: str, needs: Needs) -> Callable[[], Reading] | None:
    """Begin what the reader can while *text* waits, and return what goes on with it."""
    begin = getattr(_loaded(generation), "ahead", None)
    if begin is None:
        return None
    going: Callable[[], Reading] | None = begin(text, needs)
    return going


def _ready(generation: _Generation, name: str) -> Reader:
    """Return the reader of *generation*, waiting for it to be loaded."""
    try:
        return generation.reader.result()
    except ConfigurationError:
        raise
    except Exception as error:  # noqa: BLE001 - told by its name alone
        kind = type(error).__name__
    msg = f"the {name} could not be loaded: {kind}"
    raise DetectorError(msg)
