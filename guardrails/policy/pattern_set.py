"""
Many patterns in RE2, any case, looked for in one pass.

RE2 is linear in the text whatever a pattern says. What a pattern may cost beside that is bounded
by the size of its program, of which a policy may have so much for all patterns together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from guardrails.errors import ConfigurationError

MOST_PROGRAM: Final = 250_000
"""Instructions of all patterns of a policy together; they compile in a second or two."""

_MEMORY: Final = 64 << 20
_CANARY: Final = "\ue000canary\ue001"


class PatternSet:
    """
    Patterns, ready; may be used by several threads.

    Args:
        sources: The patterns.

    Raises:
        ConfigurationError: They are too large together. A set that cannot be searched would
            find nothing, and nobody would notice.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        import re2

        self._sources = tuple(sources)
        self._compiled: dict[int, Any] = {}
        self._which = re2.Set.SearchSet(options(_MEMORY))
        for source in (*self._sources, re2.escape(_CANARY)):
            self._which.Add(source)
        try:
            self._which.Compile()
            ready = self._which.Match(_CANARY)
        except re2.error:
            ready = None
        if not ready or len(self._sources) not in ready:
            msg = f"{len(self._sources):,} patterns of the policy are too large together"
            raise ConfigurationError(msg)

    def match(self, text: str) -> Sequence[int]:
        """Return the numbers, from 0, of the patterns that match somewhere in *text*."""
        return [one for one in self._which.Match(text) or () if one < len(self._sources)]

    def one(self, number: int) -> Any:  # noqa: ANN401 - re2 has no types
        """Return the pattern of that number by itself, compiled when it is first asked for."""
        known = self._compiled.get(number)
        if known is None:
            known = self._compiled[number] = compiled(self._sources[number])
        return known


def compiled(source: str) -> Any:  # noqa: ANN401 - re2 has no types
    """
    Return the pattern *source*.

    Raises:
        re2.error: RE2 does not take it.
    """
    import re2

    return re2.compile(source, options())


def options(memory: int = 8 << 20) -> Any:  # noqa: ANN401 - re2 has no types
    """Return how patterns of a policy are read; *memory* is in bytes."""
    import re2

    made = re2.Options()
    made.log_errors = False
    made.case_sensitive = False
    made.max_mem = memory
    return made
