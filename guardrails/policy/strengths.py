"""Which of several values of one setting does the most, as they are written in policies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from guardrails.decisions import Do, MaskWith, Mode
from guardrails.policy import values
from guardrails.policy.problems import Problems
from guardrails.policy.tree import Scalar

Measure = Callable[[Scalar], float | None]
"""How strong a written value is; None if it is none of this setting's values."""


def _number(sign: int) -> Measure:
    def measure(node: Scalar) -> float | None:
        return sign * int(node.text) if node.text.isascii() and node.text.isdigit() else None

    return measure


def _time(node: Scalar) -> float | None:
    """Return less for a longer time."""
    seconds = values.seconds(node, "", Problems(""))
    return None if seconds is None else -seconds


def _among(words: Sequence[str]) -> Measure:
    """Return a measure of *words*, weakest first."""
    order = {word: float(place) for place, word in enumerate(words)}
    return lambda node: order.get(node.text)


def _day(node: Scalar) -> float | None:
    """Return less for a later day."""
    digits = node.text.replace("-", "")
    return -float(digits) if digits.isascii() and digits.isdigit() else None


_LESS: Final = _number(-1)
_ON_ERROR: Final = _among(("note", "show-resources", "block"))

MEASURES: Final[Mapping[str, Measure]] = {
    "threshold": _LESS,
    "percent": _number(1),
    "do": _among(tuple(Do)),
    "mode": _among((Mode.DISABLED, Mode.SHADOW, Mode.ENFORCE)),
    "default": _among((Mode.DISABLED, Mode.SHADOW, Mode.ENFORCE)),
    "mask_with": _among(tuple(sorted(MaskWith))),
    "floor": _among(("false", "true")),
    "allow_private": _among(("true", "false")),
    "within": _time,
    "every": _time,
    "minors": _time,
    "every_turns": _LESS,
    "ack_within": _time,
    "repeat_after": _time,
    "findings_from": _LESS,
    "max_input": _LESS,
    "hold": _among(("frame", "reply")),
    "on_failure": _among(("drop", "safe-reply")),
    "records": _LESS,
    "withdraw": _among(("keep-session", "erase-session")),
    "until": _day,
    "expires": _day,
    **dict.fromkeys(
        ("pii", "claim", "crisis", "crisis-reply", "dependence", "disclosure", "scope"), _ON_ERROR
    ),
    **dict.fromkeys(("image", "audio", "video", "file", "unknown"), _ON_ERROR),
}
"""Settings of which one value does more than another, and how much it does."""

LEFT_OUT: Final[Mapping[str, str]] = {
    "percent": "100",
    "mode": "enforce",
    "default": "enforce",
    "mask_with": "pseudonym",
    "floor": "false",
    "allow_private": "false",
    "repeat_after": "15m",
    "findings_from": "20",
    "max_input": "32000",
    "hold": "frame",
    "on_failure": "safe-reply",
    "withdraw": "keep-session",
    "pii": "block",
    "claim": "block",
    "crisis": "show-resources",
    "crisis-reply": "show-resources",
    "dependence": "note",
    "disclosure": "note",
    "scope": "block",
    **dict.fromkeys(("image", "audio", "video", "file"), "note"),
    "unknown": "block",
}
"""What counts where a setting is left out; for all others nothing does, which is weaker."""

THRESHOLDS: Final[Mapping[str, str]] = {
    "pii": "40",
    "claim": "50",
    "crisis-reply": "50",
    "dependence": "50",
    "scope": "50",
}
"""The threshold of a rule that names none, by its section."""


def left_out(name: str, section: str) -> Scalar | None:
    """Return what the setting *name* counts as where it is left out of a block of *section*."""
    value = THRESHOLDS.get(section) if name == "threshold" else LEFT_OUT.get(name)
    return None if value is None else Scalar(value, plain=True, line=0, column=0)
