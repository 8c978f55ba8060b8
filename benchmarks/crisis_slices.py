"""The labelled folders of crisis language, cut into what should fire and what should not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]
ANY_CRISIS = ("crisis", "crisis_other", "method_seeking")


@dataclass(frozen=True, slots=True)
class Slice:
    """Some rows of one folder, and whether they should fire; all rows if no label is named."""

    name: str
    file: str
    wanted: bool
    labels: tuple[str, ...] = ()

    @property
    def is_bar(self) -> bool:
        """Whether the folder is kept for measuring: nothing learned from it, nor any threshold."""
        return self.file.partition("/")[0] in BARS

    def rows(self, data: Path) -> list[tuple[int, Row]]:
        """Return number of line, from 1, and row of each that is meant; none without the file."""
        path = data / "crisis" / self.file
        if not path.is_file():
            return []
        every = _rows(path)
        return [one for one in every if not self.labels or one[1]["label"] in self.labels]


BARS = frozenset({
    "cc0_blueprints",
    "clinc_oos",
    "goemotions",
    "nl2bash_technical",
    "openai_moderation",
    "sad_stress",
    "simple_safety_tests",
    "xstest",
})  # fmt: skip

_CC0, _OPENAI = "cc0_blueprints/data.jsonl", "openai_moderation/data.jsonl"
_COUNSEL, _CHOSEN = "counsel_chat/data.jsonl", "goemotions/keyword_handlabelled.jsonl"
_CALM = ("benign", "distress_no_crisis", "hard_negative")

SLICES = (
    Slice("cc0_blueprints crisis", _CC0, True, ("crisis",)),
    Slice("cc0_blueprints crisis_other", _CC0, True, ("crisis_other",)),
    Slice("openai_moderation self-harm", _OPENAI, True, ("crisis",)),
    Slice("simple_safety_tests", "simple_safety_tests/data.jsonl", True, ("method_seeking",)),
    Slice("ailuminate crisis", "ailuminate/data.jsonl", True, ("crisis",)),
    Slice("beacon_hard crisis", "beacon_hard/data.jsonl", True, ("crisis",)),
    Slice("ugm_aicare crisis", "ugm_aicare/data.jsonl", True, ANY_CRISIS),
    Slice("counsel_chat crisis", _COUNSEL, True, ANY_CRISIS),
    Slice("goemotions crisis", _CHOSEN, True, ("crisis",)),
    Slice("clinc_oos", "clinc_oos/data.jsonl", False, ("benign",)),
    Slice("goemotions everyday", "goemotions/emotions_devtest.jsonl", False, ("benign",)),
    Slice("goemotions figurative", _CHOSEN, False, ("hard_negative",)),
    Slice("sad_stress", "sad_stress/data.jsonl", False, _CALM),
    Slice("nl2bash_technical", "nl2bash_technical/data.jsonl", False),
    Slice("xstest safe", "xstest/data.jsonl", False, ("hard_negative",)),
    Slice("openai_moderation other", _OPENAI, False, ("benign",)),
    Slice("counsel_chat distress", _COUNSEL, False, ("distress_no_crisis",)),
    Slice("cc0_blueprints benign", _CC0, False, ("hard_negative", "distress_no_crisis")),
)


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            yield number, json.loads(line)


def text_of(row: Row) -> str:
    """Return what the person wrote: `user_text` where a row is a conversation."""
    return str(row.get("user_text") or row["text"])
