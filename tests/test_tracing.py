"""Of a table of cases the first are traced, and all are run."""

from __future__ import annotations

import sys
import threading
from types import SimpleNamespace
from typing import Any

import pytest

from tests.tracing import FIRST, Tables, beyond


def test_only_cases_of_a_table_that_come_late_are_beyond_what_is_traced() -> None:
    names = ["a.py::one", "b.py::two[x]", "b.py::two[y[0]]", "c.py::two[z]", "b.py::two[z]"]

    assert beyond(names, 2) == {"b.py::two[z]"}
    assert beyond(["a.py::one"] * 3, 2) == frozenset()


def traced_in(name: str, tables: Tables) -> tuple[Any, Any]:
    """Return the tracers of this thread and of new ones while the test *name* runs."""
    running = tables.pytest_runtest_protocol(SimpleNamespace(nodeid=name))
    next(running)
    seen = sys.gettrace(), threading.gettrace()
    with pytest.raises(StopIteration):
        running.send(None)
    return seen


def item(name: str, *marks: str) -> Any:
    return SimpleNamespace(nodeid=name, get_closest_marker=lambda mark: mark in marks)


def test_a_late_case_runs_without_the_tracer_which_is_there_again_afterwards() -> None:
    tables = Tables()
    cases = [item(f"a.py::one[{number}]") for number in range(FIRST + 1)]
    tables.pytest_collection_modifyitems([*cases, item("a.py::two", "untraced")])
    before = sys.gettrace(), threading.gettrace()

    def tracer(*_: object) -> None:
        return None

    try:
        sys.settrace(tracer)
        threading.settrace(tracer)
        early = traced_in("a.py::one[0]", tables)
        late = traced_in(f"a.py::one[{FIRST}]", tables)
        marked = traced_in("a.py::two", tables)
        after = sys.gettrace(), threading.gettrace()
    finally:
        threading.settrace(before[1])  # type: ignore[arg-type]
        sys.settrace(before[0])

    assert early == after == (tracer, tracer)
    assert late == marked == (None, None)
