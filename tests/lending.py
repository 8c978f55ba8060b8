"""
Models that one guard after the other reads with, where each would load its own.

A guard loads spaCy's model and that for names when it is built, about a second. What no guard
uses any more is lent to the next: it keeps nothing of a text, as a guard that serves many people
shows. At any time each still belongs to one guard alone.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from guardrails.detectors import layers, pipeline


class Lent:
    """
    What *load* makes, lent to one borrower at a time, and to the next once that one is gone.

    Args:
        load: Makes a new one, if there is none to lend.
    """

    def __init__(self, load: Callable[[], Any]) -> None:
        self._load = load
        self._idle: list[Any] = []

    def take(self) -> Any:
        try:
            return self._idle.pop()
        except IndexError:
            return self._load()

    def stock(self) -> None:
        """Have one to lend before anybody asks."""
        self.give_back(self._load())

    def give_back(self, one: Any) -> None:
        self._idle.append(one)

    def give_back_after(self, borrower: object, one: Any) -> None:
        weakref.finalize(borrower, self.give_back, one).atexit = False


def lend_models() -> Lent:
    """Have pipelines and readers of names of this process take what is idle; return the former."""
    spacy = Lent(pipeline._model)
    made = pipeline.Pipeline.__init__

    @wraps(made)
    def init(self: Any, *args: Any, **options: Any) -> None:
        made(self, *args, **options)
        if self._nlp is not None:
            spacy.give_back_after(self, self._nlp)

    pipeline.Pipeline.__init__ = init  # type: ignore[method-assign]
    pipeline._model = spacy.take
    names: dict[Any, Lent] = {}
    found = layers.rampart

    def rampart(directory: Any = None) -> Callable[[], Any]:
        load = found(directory)  # which looks whether it is there
        return partial(_borrowed, names.setdefault(directory, Lent(load)))

    layers.rampart = rampart
    return spacy


class _Names:
    """A reader of names, until nobody uses it."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner
        self.begin = inner.begin

    @property
    def pending(self) -> int:
        pending: int = self.inner.pending
        return pending


def _borrowed(lent: Lent) -> _Names:
    one = lent.take()
    names = _Names(one)
    lent.give_back_after(names, one)
    return names
