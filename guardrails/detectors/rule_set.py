"""Rules in RE2, compiled together: which match a text at all, and each by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from guardrails.detectors.crisis_rules import Book


class Written(Protocol):
    """What any rule in words has."""

    @property
    def id(self) -> str:
        """Its name."""
        ...

    @property
    def patterns(self) -> tuple[str, ...]:
        """In RE2; any of them is enough."""
        ...

    @property
    def unless_before(self) -> str:
        """What must not stand before a match, or ""."""
        ...

    @property
    def unless_after(self) -> str:
        """What must not stand after it, or ""."""
        ...


_Rule = TypeVar("_Rule", bound=Written)


@dataclass(frozen=True, slots=True)
class RuleSet(Generic[_Rule]):
    """
    All rules, ready.

    Attributes:
        which: Says which patterns match a text; most texts lack the letters for any.
        each: For each pattern its rule, and the pattern by itself.
        before: Rule id → what must not stand before a match.
        after: Rule id → what must not stand after it.
    """

    which: Any
    each: tuple[tuple[_Rule, Any], ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def rule_set(rules: Sequence[_Rule]) -> RuleSet[_Rule]:
    """Return *rules*, compiled."""
    import re2

    options = _options()
    which = re2.Filter()
    each = []
    for rule in rules:
        for pattern in rule.patterns:
            which.Add(pattern.encode(), options)
            each.append((rule, re2.compile(pattern.encode(), options)))
    which.Compile()
    return RuleSet(
        which=which,
        each=tuple(each),
        before=singly({rule.id: rule.unless_before for rule in rules}),
        after=singly({rule.id: rule.unless_after for rule in rules}),
    )


def singly(patterns: Mapping[str, str]) -> dict[str, Any]:
    """Return *patterns* by the same ids, compiled, without those that are ""."""
    import re2

    options = _options()
    return {
        name: re2.compile(pattern.encode(), options)
        for name, pattern in patterns.items()
        if pattern
    }


def alternatives(words: Mapping[str, str], most: int = 16 << 20) -> Callable[..., Any]:
    """
    Return what compiles patterns to one: any of them, where `{}` stands in a bound.

    Args:
        words: Macros of the patterns.
        most: Bytes that a pattern may take.
    """
    import re2

    expand, options = Book("any", words).expand, _options(most)

    def one(patterns: Iterable[str], bound: str) -> Any:  # noqa: ANN401 - re2 has no types
        return re2.compile(bound.format("|".join(map(expand, patterns))).encode(), options)

    return one


def _options(most: int = 64 << 20) -> Any:  # noqa: ANN401 - re2 has no types
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = most
    return options
