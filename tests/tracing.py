"""
What coverage counts: all tests but for later cases of tables, and those marked `untraced`.

A tracer makes Python several times slower. Thousands of labelled sentences run through the same
code; of each such test (a parametrised function) coverage sees the first `FIRST` cases. A test
that runs through the same code for seconds, as with a text of a megabyte, is marked `untraced`.
All of them run and are judged. What nothing else reaches is told as not covered, so that the
figure is too low rather than too high.
"""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Generator, Iterable
from typing import Any

import pytest

FIRST = 25
"""So many cases of one test function are traced."""


def beyond(names: Iterable[str], first: int = FIRST) -> frozenset[str]:
    """Return those of *names*, ids of tests, that are not of the *first* of their function."""
    seen: Counter[str] = Counter()
    later = set()
    for name in names:
        function, bracket, _ = name.partition("[")
        seen[function] += 1
        if bracket and seen[function] > first:
            later.add(name)
    return frozenset(later)


class Tables:
    """Lets the later cases of a table, and what is marked, run without a tracer."""

    def __init__(self) -> None:
        self._later: frozenset[str] = frozenset()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        self._later = beyond(item.nodeid for item in items) | {
            item.nodeid for item in items if item.get_closest_marker("untraced")
        }

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        if item.nodeid not in self._later:
            return (yield)
        tracer, of_threads = sys.gettrace(), threading.gettrace()
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]
        try:
            return (yield)
        finally:
            threading.settrace(of_threads)  # type: ignore[arg-type]
            sys.settrace(tracer)
            _called()


def _called() -> None:
    """Be called: coverage's tracer takes its place again at the next call of a function."""
