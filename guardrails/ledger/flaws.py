"""What is found while a log is read."""

from __future__ import annotations

from pathlib import Path

from guardrails.ledger.verdict import NOTES_MAX, PROBLEMS_MAX, Flaw


class Flaws:
    """
    Gathers what is wrong and what is worth knowing, at the place that is being read.

    Attributes:
        path: The file that is being read.
        line: The line in it, from 1; 0 for the file as a whole.
        count: Problems so far, listed or not.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self.line = 0
        self.count = 0
        self.problems: list[Flaw] = []
        self.notes: list[Flaw] = []

    def problem(self, what: str) -> None:
        """Add something that is wrong here."""
        self.count += 1
        if len(self.problems) < PROBLEMS_MAX:
            self.problems.append(Flaw(str(self.path), self.line, what))

    def instead(self, what: str) -> None:
        """Say *what* in the place of all that is wrong."""
        self.count, self.problems = 1, [Flaw(str(self.path), self.line, what)]

    def note(self, what: str) -> None:
        """Add something that is worth knowing here."""
        if len(self.notes) < NOTES_MAX:
            self.notes.append(Flaw(str(self.path), self.line, what))
