"""Two engines on one text at the same time: language, and names in any casing."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Protocol

from guardrails.detectors.base import Needs, Reading
from guardrails.detectors.language import LanguageEngine
from guardrails.detectors.rampart import Rampart, rampart
from guardrails.errors import DetectorError, DetectorTimeoutError
from guardrails.workers import Deadline

_LANGUAGE: Final = Needs.PARSE | Needs.ENTITIES | Needs.FORMATS


class Engine(Protocol):
    """Reads texts within a deadline: `LanguageEngine`, or a fake."""

    def warm(self) -> None:
        """Wait until it is ready."""
        ...

    async def read(self, text: str, needs: Needs) -> Reading:
        """Return what *needs* asks for of *text*."""
        ...

    def close(self) -> None:
        """Let go of threads and models."""
        ...


def name_engines(deadline: Deadline, threads: int = 2) -> list[LanguageEngine]:
    """
    Return engines that read names, each on a thread of its own, over one loaded model.

    onnxruntime lets go of the interpreter while it computes, so that two threads read
    twice as much as one.

    Raises:
        ModelMissingError: The model is not installed; says how to get it.
    """
    load = rampart()
    lock, loaded = threading.Lock(), list[Rampart]()

    def shared() -> Rampart:
        with lock:
            if not loaded:
                loaded.append(load())
        return loaded[0]

    return [
        LanguageEngine(deadline=deadline, load=shared, name="name engine") for _ in range(threads)
    ]


class Layers:
    """
    Reads a text with all engines that it is needed for, side by side.

    An engine for names that fails takes nothing from those who need no names: the
    reading then says in `why` what is missing.

    Args:
        language: For parses and entities.
        names: For `Needs.NAMES`; texts go to the one with the fewest waiting.
    """

    def __init__(self, language: Engine, names: Sequence[Engine]) -> None:
        self._language = language
        self._names = tuple(names)
        self._waiting = [0] * len(self._names)

    def warm(self) -> None:
        """
        Wait until every engine is ready.

        Raises:
            DetectorError: One could not be loaded.
        """
        for engine in (self._language, *self._names):
            engine.warm()

    async def read(self, text: str, needs: Needs) -> Reading:
        """
        Return what *needs* asks for of *text*; positions are those of *text*.

        Raises:
            DetectorError: It could not be read at all.
        """
        if Needs.NAMES not in needs:
            return await self._language.read(text, needs)
        # Names first: that engine soon lets go of the interpreter, the other never does.
        named, made = await asyncio.gather(
            self._named(text), self._language.read(text, needs & _LANGUAGE)
        )
        return replace(made, names=named.names, made=made.made | named.made, why=named.why)

    async def _named(self, text: str) -> Reading:
        at = self._waiting.index(min(self._waiting))
        self._waiting[at] += 1
        try:
            return await self._names[at].read(text, Needs.NAMES)
        except DetectorTimeoutError:
            return Reading(why="names timeout")
        except DetectorError:
            return Reading(why="names failed")
        finally:
            self._waiting[at] -= 1

    def close(self) -> None:
        """Let the threads end. Safe to call twice."""
        for engine in (self._language, *self._names):
            engine.close()
