"""How it stands with the policy that a guard follows."""

from __future__ import annotations

from dataclasses import dataclass

from guardrails.errors import Problem


@dataclass(frozen=True, slots=True)
class Health:
    """
    Which policy is in force, and whether it is the one of the file.

    Attributes:
        policy: Its name.
        hash: `sha256:<hex>` of what it resolves to.
        since: Unix time in seconds from which it has been in force.
        stale: The file holds something else, which was not taken.
        from_copy: The policy is the saved copy of the last good one: the guard was started
            while the file was bad.
        problems: What is wrong with the file; empty unless it is stale.
    """

    policy: str
    hash: str
    since: int
    stale: bool = False
    from_copy: bool = False
    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        """Return it in one line."""
        where = f"{self.policy} ({self.hash[:14]}...)"
        if not self.stale:
            return f"policy {where} is in force"
        kept = "the saved copy of " if self.from_copy else ""
        n = len(self.problems)
        first = f"{n} problem{'' if n == 1 else 's'}, the first: {self.problems[0]}" if n else ""
        return f"policy file not taken ({first}); {kept}{where} stays in force"
