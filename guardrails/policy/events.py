"""
Reads the strict subset of YAML that policies are written in.

Built on libyaml's event stream, without recursion: nothing is ever turned into
a Python object on YAML's own terms, so `off` stays a word, `0755` no number and
a second `crisis:` block an error instead of a silent winner.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any, Final

import yaml

from guardrails.policy.not_yaml import why_not_yaml
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Broken, Entry, Node, Scalar, Series, Table

MAX_BYTES: Final = 1 << 20
MAX_DEPTH: Final = 24
MAX_NODES: Final = 200_000

_REFUSED = re.compile(
    # All that YAML 1.2 calls printable, less tabs, byte order marks and the line breaks
    # that editors and readers count differently.
    "[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    "|\r(?!\n)"
)
_NUMBER_LIKE = re.compile(
    # The numbers, dates and times of YAML 1.1 (yaml.org/type) and of the core schema of
    # YAML 1.2.2 (section 10.3), less whole numbers that both read alike.
    r"""[-+]?(?:0b[01_]+|0o[0-7_]+|0x[0-9a-f_]+
      |[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
      |(?:[0-9][0-9_]*)?\.?[0-9_]*(?:e[-+]?[0-9]+)?
      |[0-9][0-9_]*\.[0-9_.]*(?:e[-+]?[0-9]+)?
      |\.inf)
      |\.nan
      |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:t|\s+)[0-9]{1,2}:[0-9]{2}.*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_COMMENT = re.compile(" +#")
_WHOLE = re.compile(r"0|-?[1-9][0-9]*")
_NUMBER_LETTERS = re.compile(r"[0-9a-fox_.:+-]+", re.IGNORECASE)
_LONGEST_NUMBER: Final = 64
WORD_LIKE = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "="})
"""Words that mean something else to some reader of YAML, unless they are in quotes."""
_AGREED = frozenset({"", "true", "false", "null"})


def parse(text: str, problems: Problems) -> Node | None:
    """
    Return the tree of *text*, or None if it could not be read to its end.

    Everything refused is added to *problems*: first of all characters that cannot
    be seen, then YAML errors, anchors, aliases, merge keys, tags, directives, a
    second document, keys given twice, more than 24 levels or 200,000 values, and
    plain values that YAML readers disagree on.
    """
    bad = _REFUSED.search(text)
    if bad is not None:
        before = text[: bad.start()]
        line, column = before.count("\n") + 1, bad.start() - before.rfind("\n")
        problems.add_at(line, column, _why_refused(bad[0]))
        return None
    builder = _Builder(text, problems)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problems.add_at(line, column, why_not_yaml(error, text))
        return None
    if builder.root is None:
        problems.add_at(1, 1, "the file holds nothing")
    return builder.root


@dataclass(slots=True)
class _Open:
    """A table or series whose end has not been read."""

    line: int
    column: int
    is_table: bool
    nodes: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    seen: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | Broken | None = None


class _Builder:
    """Builds the tree, one event at a time."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.root: Node | None = None
        self._lines = text.split("\n")
        self._problems = problems
        self._stack: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Any) -> bool:  # noqa: ANN401 - PyYAML's events have no types
        """Take the next event; false if nothing further can be read."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.NodeEvent):
            self._nodes += 1
            if self._nodes > MAX_NODES:
                self._problems.add_at(line, column, f"more than {MAX_NODES:,} values")
                return False
            return self._node(event, line, column)
        if isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.DocumentStartEvent):
            return self._document(event, line, column)
        return True

    def _document(self, event: Any, line: int, column: int) -> bool:  # noqa: ANN401
        self._documents += 1
        if self._documents > 1:
            self._problems.add_at(line, column, "a second document: a policy is one document")
            return False
        if event.version is not None or event.tags is not None:
            self._problems.add_at(line, column, "directives (%) are not taken: leave the line out")
        return True

    def _node(self, event: Any, line: int, column: int) -> bool:  # noqa: ANN401
        if isinstance(event, yaml.AliasEvent):
            self._problems.add_at(line, column, f"aliases are not taken: write *{event.anchor} out")
            self._place(Broken(line, column))
            return True
        if event.anchor is not None:
            self._problems.add_at(line, column, f"anchors are not taken: leave out &{event.anchor}")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._problems.add_at(line, column, f"tags are not taken: leave out {tag}")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(Scalar(event.value, not event.style, line, column, self._cut(event)))
            return True
        if len(self._stack) == MAX_DEPTH:
            self._problems.add_at(line, column, f"more than {MAX_DEPTH} levels deep")
            return False
        top = self._stack[-1] if self._stack else None
        if top is not None and top.is_table and top.key is None:
            self._problems.add_at(line, column, "a key must be a word, not a list or a block")
            return False
        self._stack.append(_Open(line, column, isinstance(event, yaml.MappingStartEvent)))
        return True

    def _cut(self, event: Any) -> bool:  # noqa: ANN401
        if event.style or not event.value:
            return False
        # Looked at in its place: copies of the rest of a long line would cost its square.
        line = self._lines[event.end_mark.line]
        return _COMMENT.match(line, event.end_mark.column) is not None

    def _close(self) -> None:
        top = self._stack.pop()
        if top.is_table:
            self._place(Table(tuple(top.entries), top.line, top.column))
        else:
            self._place(Series(tuple(top.nodes), top.line, top.column))

    def _scalar(self, scalar: Scalar) -> None:
        why = _why_ambiguous(scalar)
        if why is None:
            self._place(scalar)
        else:
            is_key = bool(self._stack) and self._stack[-1].is_table and self._stack[-1].key is None
            if is_key or scalar.text == "<<":
                self._problems.add(scalar, why)
                self._place(Broken(scalar.line, scalar.column))
            else:
                self._problems.doubt(scalar, why)
                self._place(replace(scalar, doubtful=True))

    def _place(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if not top.is_table:
            top.nodes.append(node)
        elif top.key is None:
            top.key = self._key(node, top.seen)
        else:
            if isinstance(top.key, Scalar):
                top.entries.append(Entry(top.key, node))
            top.key = None

    def _key(self, node: Node, seen: dict[str, Scalar]) -> Scalar | Broken:
        if not isinstance(node, Scalar):
            return Broken(node.line, node.column)
        first = seen.setdefault(node.text, node)
        if first is node:
            return node
        self._problems.add(
            node, f"key {quoted(node.text)} given twice, first at {first.line}:{first.column}"
        )
        return Broken(node.line, node.column)


def _why_ambiguous(scalar: Scalar) -> str | None:
    text = scalar.text
    if not scalar.plain or text in _AGREED or _WHOLE.fullmatch(text):
        return None
    if text == "<<":
        return "merge keys are not taken: write the settings out"
    if not _is_number_like(text) and text.lower() not in WORD_LIKE:
        return None
    return f"{quoted(text)} means different things to different YAML readers: put it in quotes"


def _is_number_like(text: str) -> bool:
    if text[0] not in "+-.0123456789" or text in {"+", "-"}:
        return False
    # Beyond any real number or date the pattern would take its time, so a coarser one decides.
    pattern = _NUMBER_LIKE if len(text) <= _LONGEST_NUMBER else _NUMBER_LETTERS
    return pattern.fullmatch(text) is not None


def _why_refused(character: str) -> str:
    named = {
        "\t": "a tab: use spaces",
        "\ufeff": "a byte order mark: save the file as UTF-8 without one",
        "\r": "a carriage return without a line feed: save the file with Unix line ends",
        "\0": "a NUL character: this is not a text file",
    }
    return named.get(character, f"the character U+{ord(character):04X} cannot stand in a policy")
