"""What every check of a policy gets to look at, and how it tells what it has found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guardrails.errors import Problem
from guardrails.policy.loaded import Loaded
from guardrails.policy.quieted import Earlier
from guardrails.policy.remarks import Remark, Weight
from guardrails.policy.rule import Rule
from guardrails.policy.tree import Entry, Node, Series, Table


@dataclass(frozen=True, slots=True)
class Look:
    """What every check gets: the policy, what it was read from, the day, and what was before."""

    loaded: Loaded
    today: str
    earlier: tuple[Earlier, ...] = ()

    def remark(
        self, at: Node | Rule, code: str, message: str, *, weight: Weight = Weight.WARNING
    ) -> Remark:
        """Return a remark about a node, or about the line of a rule."""
        column = 1 if isinstance(at, Rule) else at.column
        problem = Problem(at.file or self.loaded.file, at.line, column, message)
        return Remark(problem, weight, code)


def nodes(root: Node) -> Iterator[Node]:
    """Yield *root* and all that stands in it, in no order."""
    queue: list[Node] = [root]
    while queue:
        node = queue.pop()
        yield node
        if isinstance(node, Table):
            queue += [entry.value for entry in node.entries]
        elif isinstance(node, Series):
            queue += node.items


def entries_of(root: Node) -> Iterator[Entry]:
    """Yield every setting in *root*, at whatever depth, in no order."""
    for node in nodes(root):
        if isinstance(node, Table):
            yield from node.entries
