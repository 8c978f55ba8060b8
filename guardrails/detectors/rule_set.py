"""
Rules in RE2, compiled together: which match a text at all, and each by itself.

The patterns of rules are compiled at once, in a set that says which of them match. What must
not stand around a match is compiled when it is first asked for, since most of it is never
needed by a process and each takes memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Generic, Protocol, TypeVar

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
_NOTHING: Final = MappingProxyType[str, str]({})


@dataclass(frozen=True, slots=True)
class RuleSet(Generic[_Rule]):
    """
    All rules, ready.

    Attributes:
        which: Says which patterns match a text; most texts lack the letters for any.
        each: For each pattern its rule, and the pattern by itself.
        before: Rule id → what must not stand before a match.
        after: Rule id → what must not stand after it.
        inside: Rule id → what must not stand in it.
    """

    which: Any
    each: Each[_Rule]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    inside: Mapping[str, Any]

    def exempts(self, rule: str, before: str, words: str, after: str) -> bool:
        """Return whether the *rule* of that id takes *words*, so surrounded, for no match."""
        places = ((self.before, before), (self.after, after), (self.inside, words))
        return any(
            rule in unless and unless[rule].search(place.encode()) for unless, place in places
        )


@dataclass(frozen=True, slots=True)
class Match(Generic[_Rule]):
    """
    A match that its own rule does not exempt.

    Attributes:
        rule: Whose it is.
        start: Where it begins in the text.
        stop: Where it ends.
        before: What stands right before it.
        words: The match itself.
        after: What stands right after it.
    """

    rule: _Rule
    start: int
    stop: int
    before: str
    words: str
    after: str


class Each(Generic[_Rule]):
    """
    For each pattern its rule, and the pattern by itself, as the set of all has compiled it.

    May be used by several threads.

    Args:
        rules: The rule of each pattern.
        which: The set of all patterns, in the same order.
    """

    __slots__ = ("_rules", "_which")

    def __init__(self, rules: Iterable[_Rule], which: Any) -> None:  # noqa: ANN401 - re2 has no types
        self._rules = tuple(rules)
        self._which = which

    def __len__(self) -> int:
        return len(self._rules)

    def __getitem__(self, index: int) -> tuple[_Rule, Any]:
        return self._rules[index], self._which.re(index)


class Singly(Mapping[str, Any]):
    """
    Patterns by id, each compiled when it is first asked for.

    May be used by several threads: two that ask at once may both compile, to the same.

    Args:
        patterns: By id, in RE2.
    """

    __slots__ = ("_compiled", "_patterns")

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._patterns = dict(patterns)
        self._compiled: dict[str, Any] = {}

    def __len__(self) -> int:
        return len(self._patterns)

    def __iter__(self) -> Iterator[str]:
        return iter(self._patterns)

    def __contains__(self, name: object) -> bool:
        return name in self._patterns

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - re2 has no types
        made = self._compiled.get(name)
        if made is None:
            made = self._compiled[name] = compiled(self._patterns[name])
        return made


def rule_set(rules: Sequence[_Rule], inside: Mapping[str, str] = _NOTHING) -> RuleSet[_Rule]:
    """
    Return *rules*, ready to say which match.

    Args:
        rules: All of them.
        inside: Rule id → what must not stand in a match, in RE2, or "".

    Raises:
        re2.error: A pattern is none.
    """
    import re2

    which = re2.Filter()
    each = [(rule, pattern) for rule in rules for pattern in rule.patterns]
    for _, pattern in each:
        which.Add(pattern.encode(), options_of(pattern))
    which.Compile()
    return RuleSet(
        which=which,
        each=Each((rule for rule, _ in each), which),
        before=singly({rule.id: rule.unless_before for rule in rules}),
        after=singly({rule.id: rule.unless_after for rule in rules}),
        inside=singly(inside),
    )


def _matches(known: RuleSet[_Rule], text: bytes) -> Iterator[tuple[_Rule, int, int]]:
    """Yield each rule that matches *text*, in the order of the rules, and where, in bytes."""
    for index in known.which.Match(text) or ():
        rule, pattern = known.each[index]
        for match in pattern.finditer(text):
            yield rule, *match.span()


def standing(
    known: RuleSet[_Rule],
    text: str,
    *,
    before: int,
    after: int,
    ends: re.Pattern[str] | None = None,
) -> Iterator[Match[_Rule]]:
    """
    Yield the matches in *text* that their rules do not exempt, in the order of the rules.

    Args:
        known: The rules.
        text: ASCII.
        before: Characters before a match that are looked at.
        after: The same after it.
        ends: What ends a sentence, if only the match's own sentence is looked at.
    """
    for rule, start, stop in _matches(known, text.encode("ascii")):
        left, right = text[max(0, start - before) : start], text[stop : stop + after]
        if ends is not None:
            left, right = ends.split(left)[-1], ends.split(right)[0]
        words = text[start:stop]
        if not known.exempts(rule.id, left, words, right):
            yield Match(rule, start, stop, left, words, right)


def singly(patterns: Mapping[str, str]) -> Singly:
    """Return *patterns* by the same ids, without those that are ""."""
    return Singly({name: pattern for name, pattern in patterns.items() if pattern})


def alternatives(words: Mapping[str, str], most: int = 16 << 20) -> Callable[..., Any]:
    """
    Return what compiles patterns to one: any of them, where `{}` stands in a bound.

    Args:
        words: Macros of the patterns.
        most: Bytes that a pattern may take.
    """
    expand = Book("any", words).expand

    def one(patterns: Iterable[str], bound: str) -> Any:  # noqa: ANN401 - re2 has no types
        return compiled(bound.format("|".join(map(expand, patterns))), most)

    return one


def compiled(pattern: str, most: int = 64 << 20) -> Any:  # noqa: ANN401 - re2 has no types
    """
    Return *pattern* by itself, for texts in ASCII.

    Args:
        pattern: In RE2.
        most: Bytes that it may take.

    Raises:
        re2.error: It is none.
    """
    import re2

    return re2.compile(pattern.encode(), options_of(pattern, most))


def options_of(pattern: str, most: int = 64 << 20) -> Any:  # noqa: ANN401 - re2 has no types
    """
    Return how *pattern* is read, for texts in ASCII.

    There each sign is one byte in any encoding. RE2 is told that it always is, so that "any
    sign but these" is one step for it, and not one for each length of a sign in UTF-8: the
    rules take two fifths less. A pattern that has other signs itself is read as it is.
    """
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = most
    if pattern.isascii():
        options.encoding = re2.Options.Encoding.LATIN1
    return options
