"""Messages that are labelled for crisis language: a message or a conversation, and its label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from guardrails.evaluation.misnamed import LABELS, TURNS, misnamed
from guardrails.evaluation.rows import WrongRowError
from guardrails.findings import Level

AT_RISK: Final = ("crisis", "method_seeking", "crisis_other")
"""Labels of people who need somebody: at risk themselves, or in another emergency."""
APART: Final = ("third_party", "history_only", "history_or_mention", "ambiguous")
"""Labels upon which readers differ, or for which kindness is right and an alarm is not wrong."""
HARMLESS: Final = ("distress_no_crisis", "hard_negative", "benign")
"""Labels of people whom nobody need look after at once."""

LEVELS: Final = (Level.CONCERN, Level.CARE)
"""The levels at which figures are told: from the first a human is told, from the second the
person gets a kind word and a number to call."""

NOT_SAID: Final = "not said"
"""The group of rows that say nothing of a field."""


@dataclass(frozen=True, slots=True)
class CrisisRow:
    """
    One labelled message or conversation.

    Attributes:
        id: As the data calls it, or the number of its line.
        turns: What the person wrote, message by message; never empty.
        label: Its label, or its level where it has one of ours.
        wanted: Level → whether it should be reached; None if neither is wrong.
        groups: Field → value, for figures by group.
        line: Its line, from 1.
    """

    id: str
    turns: tuple[str, ...] = field(repr=False)
    label: str
    wanted: Mapping[Level, bool | None]
    groups: Mapping[str, str] = field(default_factory=dict)
    line: int = field(default=0, compare=False)


_BY_LABEL: Final[Mapping[str, bool | None]] = MappingProxyType({
    **dict.fromkeys(AT_RISK, True),
    **dict.fromkeys(APART, None),
    **dict.fromkeys(HARMLESS, False),
})  # fmt: skip


def crisis_row(value: Mapping[str, Any], number: int, by: Iterable[str] = ()) -> CrisisRow:
    """
    Return the row that the JSON object *value*, line *number*, holds.

    Args:
        value: `{"text" | "user_text" | "turns", "label"}`, or `{…, "level", "category"}`.
        number: From 1.
        by: Fields by which figures are to be told.

    Raises:
        WrongRowError: It holds none, or what looks like its label or its turns under another key;
            without a word of it.
    """
    label, wanted = _label(value)
    fields = [*by, "category", "split"]
    return CrisisRow(
        str(value.get("id", number)),
        _turns(value),
        label,
        wanted,
        {name: group for name in fields if (group := _group(value, name)) is not None},
        number,
    )


def _label(value: Mapping[str, Any]) -> tuple[str, Mapping[Level, bool | None]]:
    label, level = value.get("label"), value.get("level")
    if isinstance(label, str) and label in _BY_LABEL:
        if level is not None:
            msg = "'level' stands in the place of 'label', and this row has both: leave one out"
            raise WrongRowError(msg)
        return label, dict.fromkeys(LEVELS, _BY_LABEL[label])
    if label is None and isinstance(level, str) and level in set(Level):
        return level, {least: Level(level) >= least for least in LEVELS}
    lost = None if level is not None else misnamed(value, "label", LABELS, "the label")
    before = f"{lost}; " if lost is not None else ""
    known = f"{before}'label' must be one of {', '.join(_BY_LABEL)}"
    msg = f"{known}; or leave it out and give 'level', one of {', '.join(Level)}"
    raise WrongRowError(msg)


def _turns(value: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the person's words: of a conversation, of `user_text`, or of `text`."""
    turns = value.get("turns")
    if turns is not None:
        said = tuple(_said(turns))
        if said:
            return said
        msg = "'turns' holds no message of a user"
        raise WrongRowError(msg)
    lost = misnamed(value, "turns", TURNS, "a conversation", listed=True)
    if lost is not None:
        raise WrongRowError(lost)
    for key in ("user_text", "text"):
        text = value.get(key)
        if isinstance(text, str):
            return (text,)
        if text is not None:
            break
    msg = "'text' or 'user_text' must be a string, or 'turns' a list of messages"
    raise WrongRowError(msg)


def _said(turns: Any) -> Iterable[str]:  # noqa: ANN401 - whatever JSON holds
    for turn in turns if isinstance(turns, list) else [None]:
        content = turn
        if isinstance(turn, dict):
            content = turn.get("content")
            if turn.get("role") != "user":
                continue
        if not isinstance(content, str):
            msg = "'turns' must be a list of strings, or of {'role', 'content'}"
            raise WrongRowError(msg)
        yield content


def _group(value: Mapping[str, Any], name: str) -> str | None:
    group = value.get(name)
    if group is None:
        return None
    if isinstance(group, str | int | bool):
        return str(group)
    msg = f"{name!r} must be a string or a whole number, for figures by it"
    raise WrongRowError(msg)
