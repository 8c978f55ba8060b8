"""
What every test session has: a skipped test is printed, and must be on a committed list; and
one PostgreSQL, which is started if a test asks for it.

`allowed_skips.txt` holds one `pattern  # reason` a line; the pattern is matched against the
test's id as in `fnmatch`.
"""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.tracing import Tables

if TYPE_CHECKING:
    from tests.postgres import Server

settings.register_profile("steady", deadline=None)  # a slow machine fails no test
settings.load_profile("steady")

ALLOWED = Path(__file__).with_name("allowed_skips.txt")


def allowed_patterns(text: str) -> list[str]:
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


def not_allowed(skipped: Sequence[str], patterns: Sequence[str]) -> list[str]:
    return [
        nodeid
        for nodeid in skipped
        if not any(fnmatchcase(nodeid, pattern) for pattern in patterns)
    ]


class Skips:
    """Collects what was skipped; fails the session if one is not on the list."""

    def __init__(self, allowed: Path) -> None:
        self._patterns = allowed_patterns(allowed.read_text(encoding="utf-8"))
        self._skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            self._skipped.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self._skipped.append(report.nodeid)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if not_allowed(self._skipped, self._patterns):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for nodeid in not_allowed(self._skipped, self._patterns):
            terminalreporter.write_line(f"skipped, but not in {ALLOWED.name}: {nodeid}", red=True)


LONGEST = (
    "tests/test_docs.py",
    "tests/console/test_browser.py",
    "tests/console/",
    "tests/detectors/test_claims.py",
    "tests/real_model/",
    "tests/cli/",
    "tests/detectors/test_replies.py",
    "tests/gateway/test_litellm.py",
    "tests/shared_log/test_kill.py",
)
"""Files that take longest, first: what runs last on one core leaves the others idle."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _place(item.nodeid))


def _place(nodeid: str) -> int:
    """Return where among the `LONGEST` the file of a test stands, or where all others do."""
    return next((at for at, each in enumerate(LONGEST) if nodeid.startswith(each)), len(LONGEST))


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Skips(ALLOWED), "skips")
    config.pluginmanager.register(Tables(), "tables")


def pytest_collection_finish() -> None:
    """Have the collector of garbage pass over the tests themselves, and come less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _lent_models() -> None:
    """Have the guards of all tests read with the same models, one after the other."""
    from tests.lending import lend_models

    lend_models()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    from tests.postgres import Server

    folder = Path(tempfile.mkdtemp(prefix="pg"))
    server = Server(folder)
    yield server
    server.close()
    shutil.rmtree(folder, ignore_errors=True)
