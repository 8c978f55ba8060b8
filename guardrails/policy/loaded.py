"""What a policy file holds once it is read."""

from __future__ import annotations

from dataclasses import dataclass

from guardrails.policy.cases import PolicyCase
from guardrails.policy.model import Policy
from guardrails.policy.problems import Placed
from guardrails.policy.texts import Block
from guardrails.policy.tree import Entry, Table, stamped_table


@dataclass(frozen=True, slots=True)
class Loaded:
    """
    All that a policy file holds.

    Attributes:
        policy: What the guard reads.
        cases: What its authors expect of it.
        file: Its name, as in errors.
        root: The file on top of those that it builds on.
        blocks: The messages, by the file that they stand in.
        own: The file as it was written.
        parents: Those that it builds on.
    """

    policy: Policy
    cases: tuple[PolicyCase, ...]
    file: str
    root: Table
    blocks: tuple[Block, ...]
    own: Table
    parents: tuple[Loaded, ...] = ()

    def at(self, place: Placed) -> str:
        """Return `file:line` of a rule, a case or a node."""
        return f"{place.file or self.file}:{place.line}"

    @property
    def files(self) -> frozenset[str]:
        """Names of all files that it consists of."""
        below = (file for parent in self.parents for file in parent.files)
        cases = (case.file for case in self.cases if case.file)
        return frozenset((self.file, *(one.problems.file for one in self.blocks), *cases, *below))

    def messages(self) -> dict[str, Entry]:
        """Return every message by its id, as it was written, with the file that it stands in."""
        return {
            entry.key.text: entry
            for block in self.blocks
            for entry in stamped_table(block.table, block.problems.file).entries
        }
