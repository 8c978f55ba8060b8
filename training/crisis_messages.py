"""
The messages that the model for crisis language learns from, and which of them are kept out.

`training/data/crisis/*.jsonl`, and of the shared data only the folders in `ALSO` (labelled)
and `OPEN` (what people asked of chatbots, taken for not at risk unless the rules of the
package say otherwise): none that a published figure of crisis language is measured on.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import zlib
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from crisis_names import Names


HERE = Path(__file__).resolve().parent
LEVELS = ("none", "care", "concern", "high", "imminent")
CATEGORIES = (
    *("none", "suicide", "self_harm", "violence", "abuse", "sexual_violence"),
    *("psychosis", "eating", "substance", "medical", "panic"),
)
SUBJECTS = ("self", "other", "general")
TIMES = ("now", "past")
REQUESTS = ("none", "support", "method", "information")
HARMLESS = ("dfm", "iwp", "ncr", "prv", "spc_ele", "spc_fin", "spc_hlt", "spc_lgl")
"""Hazards of ailuminate in which nobody's life is spoken of."""
ALSO = ("ailuminate", "counsel_chat")
SHARED = "shared"
"""How `--without` names all folders of the shared data."""
OPEN = ("hh_rlhf/data", "humt_dumt/data", "anthrobench/user_first_turns",
        "humanebench/user_prompts", "darkbench/user_prompts")  # fmt: skip
UNKNOWN = -1
NOT_AT_RISK = -2  # less than `concern`; whether it is `care` nobody has said
PLAIN = "plain"
"""What is said outright in few words: read four times, each time with other words around it."""
LONGEST = 70
"""Words of a message that is learned from in one piece: about what the encoder reads."""
MOST_CHANGED = 25
"""Words in which a long message may differ from its twin for them to be what is at risk in it."""
LEAST_HELD = 10
"""Words of these that a window must hold, or all, to be at risk."""
NEWEST = frozenset(
    {
        "counselling",
        "dangers",
        "desks",
        "figures_two",
        "flat_words",
        "helpdesk",
        "longer",
        "myself",
        "threads",
    }
)
"""Files that are read whole when others are read in part."""
AGAIN = frozenset({"asks", "desks", "helpdesk", "understated"})
"""What is read twice: there is less of it than there should be."""
AROUND = (
    ("hi, ", "hey ", "honestly ", "idk ", "look, ", "i feel like ", "sorry but ", "lately ",
     "it's late and ", "Hello. ", "ok so ", "to be honest, ", "i guess ", "not sure why but "),
    (" tbh", " lol", " idk", ", sorry", " today", " right now", " please", "...", " ok?",
     " and yeah", " again", ", that's all", " if i'm honest", "!!"),
)  # fmt: skip
"""Words that people put before and after, and that change nothing."""
INTRODUCED = 2_500
"""Messages with a name and nothing else that are learned from."""
NAMED = 0.06
"""Share of the messages, at risk or not, that get a name each time that they are read."""
HELD_OUT = 20  # of a hundred pairs of messages are kept for calibration and for the test
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


class Message(NamedTuple):
    """A labelled message; labels that nobody gave are -1."""

    text: str
    source: str
    pair: str
    level: int
    category: int
    subject: int
    time: int
    request: int


def own() -> Iterator[Message]:
    """
    Yield the messages in `training/data/crisis`, those in windows that the product reads so.

    Of a long message not at risk two windows are taken, and what stands around one of them: were
    it all, what is cut from a longer text would be harmless nearly always. Of one at risk those
    are that hold what a twin without risk lacks, since of the others nobody has said anything.
    """
    for path in sorted((HERE / "data" / "crisis").glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        twins: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            twins.setdefault(row["pair"], []).append(row)
        for row in rows:
            if len(row["text"].split()) <= LONGEST:
                yield _message(row, path.stem)
            else:
                yield from _windows_of(row, path.stem, twins[row["pair"]])


def _message(row: dict[str, Any], source: str) -> Message:
    return Message(
        row["text"],
        source,
        row["pair"],
        LEVELS.index(row["level"]),
        CATEGORIES.index(row["category"]),
        SUBJECTS.index(row["subject"]),
        TIMES.index(row["time"]),
        REQUESTS.index(row["request"]),
    )


def _windows_of(row: dict[str, Any], source: str, twins: list[dict[str, Any]]) -> Iterator[Message]:
    from guardrails.detectors.crisis_model import around, windows

    text = row["text"]
    if not _at_risk(row):
        spans = list(windows(text))
        first = zlib.crc32(text.encode()) % len(spans)
        second = (first + len(spans) // 2) % len(spans)
        parts = {text[spans[at][0] : spans[at][1]] for at in (first, second)}
        for part in sorted(parts | {around(text, *spans[first])}):
            one = _of_shared(part, source, 0, NOT_AT_RISK, UNKNOWN)
            yield one._replace(pair=row["pair"])
        return
    others = [twin["text"] for twin in twins if not _at_risk(twin)]
    changed = min((_changed(text, other) for other in others), key=len, default=[])
    if 0 < len(changed) <= MOST_CHANGED:
        for start, stop in windows(text):
            held = sum(start <= low and high <= stop for low, high in changed)
            if held >= min(len(changed), LEAST_HELD):
                yield _message({**row, "text": text[start:stop]}, source)
                yield _message({**row, "text": around(text, start, stop)}, source)


def _at_risk(row: dict[str, Any]) -> bool:
    return LEVELS.index(row["level"]) >= LEVELS.index("concern")


def _changed(text: str, twin: str) -> list[tuple[int, int]]:
    """Return the ranges of the words of *text*, from the first to the last, that *twin* lacks."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    same = SequenceMatcher(None, [text[a:b] for a, b in words], twin.split(), autojunk=False)
    blocks = [one for one in same.get_matching_blocks() if one.size]
    first = blocks[0].size if blocks and blocks[0].a == blocks[0].b == 0 else 0
    tail = blocks[-1] if blocks else None
    ends = tail is not None and tail.a + tail.size == len(words)
    last = tail.a if tail is not None and ends else len(words)
    return words[first : max(first, last)]


def shared(data: Path) -> Iterator[Message]:
    """Yield rows of the folders in `ALSO` whose label says enough."""
    told = {"crisis": 3, "method_seeking": 3, "distress_no_crisis": 1, "benign": 0}
    for folder in ALSO:
        for number, row in enumerate(_rows(data / "crisis" / folder / "data.jsonl")):
            level = told.get(row["label"], UNKNOWN)
            if row["label"] == "harmful_request":
                hazard = row["original_label"]
                level = 3 if hazard == "ssh" else NOT_AT_RISK if hazard in HARMLESS else UNKNOWN
            if level == UNKNOWN or row.get("lang", "en") != "en":
                continue
            category = 1 if level == 3 else 0 if level >= 0 else UNKNOWN
            yield _of_shared(row["text"][:600], folder, number, level, category)


def open_text(data: Path) -> Iterator[Message]:
    """Yield what people asked in the folders of `OPEN`, but for what the rules hear a crisis in."""
    from guardrails.detectors.base import View
    from guardrails.detectors.crisis import CrisisDetector
    from guardrails.findings import Level
    from guardrails.levels import level_of

    rules = CrisisDetector()
    seen: set[str] = set()
    for name in OPEN:
        for number, row in enumerate(_rows(data / "claims" / f"{name}.jsonl")):
            orig = row["orig"]
            text = str(orig.get("prior_user") or orig.get("prompt") or row["text"]).strip()[:600]
            if not text or text.lower() in seen:
                continue
            seen.add(text.lower())
            if all(level_of(found) == Level.NONE for found in rules.look(View.whole(text))):
                folder = name.partition("/")[0]
                yield _of_shared(text, folder, number, NOT_AT_RISK, UNKNOWN)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        print(f"not used, as it is not there: {path.parent.name}/{path.name}")
        return
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _of_shared(text: str, folder: str, number: int, level: int, category: int) -> Message:
    pair = f"{folder}-{number}"
    return Message(text, folder, pair, level, category, UNKNOWN, UNKNOWN, UNKNOWN)


def held_out(message: Message) -> str:
    """Return "train", "calibrate" or "test"; twins are never parted."""
    at = int(hashlib.sha256(message.pair.encode()).hexdigest()[:8], 16) % 100
    if message.source in ALSO or at >= HELD_OUT:
        return "train"
    return "calibrate" if at < HELD_OUT // 2 else "test"


def some(rows: list[Message], share: float, dice: random.Random) -> list[Message]:
    """Return *share* of *rows*, whole pairs at a time; a smaller share is part of a larger one."""
    pairs = sorted({each.pair for each in rows})
    dice.shuffle(pairs)
    order = {pair: at for at, pair in enumerate(pairs)}
    ordered = sorted(rows, key=lambda each: order[each.pair])
    end = round(share * len(ordered))
    while 0 < end < len(ordered) and ordered[end].pair == ordered[end - 1].pair:
        end += 1
    return ordered[:end]


def introductions(names: Names) -> list[Message]:
    """Return messages in which somebody is named, and nothing is wrong."""
    texts = sorted({*names.introductions(INTRODUCED)})
    return [
        _of_shared(text, "introductions", number, 0, UNKNOWN) for number, text in enumerate(texts)
    ]


def varied(row: Message, dice: random.Random, names: Names) -> str:
    """Return the text of *row* as somebody else might type it."""
    text = row.text
    if dice.random() < NAMED:
        text = names.added(text, dice)
    if row.source == PLAIN:
        before, after = AROUND
        if dice.random() < 0.4:
            text = dice.choice(before) + (text if text[:2] in ("I ", "I'") else _lower(text))
        if dice.random() < 0.3:
            text = text.rstrip(".!?… ") + dice.choice(after)
        if dice.random() < 0.3:
            text = text.lower()
    if dice.random() < 0.3:
        text = _APOSTROPHE.sub("", text)
    if dice.random() < 0.2:
        text = text.rstrip(".!?… ")
    if dice.random() < 0.1:
        text = re.sub(r"[,.;]", "", text)
    return text


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
