"""What the package learned from: our own messages, and no folder that a figure is measured on."""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from training.crisis_messages import held_out, own, some

TRAINING = Path(__file__).resolve().parents[1] / "training"
MESSAGES = sorted((TRAINING / "data" / "crisis").glob("*.jsonl"))
MEASURED = (
    *("cc0_blueprints", "simple_safety_tests", "openai_moderation", "clinc_oos", "sad_stress"),
    *("goemotions", "xstest", "nl2bash", "multidogo", "presidio_synth", "own_chat", "own_names"),
    *("own_neg", "banking77", "r_u_a_robot", "vera_mh", "handwritten", "anthropic_evals"),
    "model_spec",
)
LEVELS = {"none", "care", "concern", "high", "imminent"}
CATEGORIES = {
    *("none", "suicide", "self_harm", "violence", "abuse", "sexual_violence"),
    *("psychosis", "eating", "substance", "medical", "panic"),
}


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("script", sorted(TRAINING.glob("*.py")), ids=lambda path: path.name)
def test_no_script_reads_a_folder_that_a_figure_is_measured_on(script: Path) -> None:
    said = script.read_text(encoding="utf-8")

    assert not [name for name in MEASURED if name in said]


@pytest.mark.parametrize("path", MESSAGES, ids=lambda path: path.name)
def test_every_message_has_labels_of_the_closed_sets(path: Path) -> None:
    seen = set()
    for row in rows(path):
        assert row["level"] in LEVELS
        assert row["category"] in CATEGORIES
        assert row["subject"] in {"self", "other", "general"}
        assert row["time"] in {"now", "past"}
        assert row["severity"] in range(6)
        assert isinstance(row["text"], str)
        assert row["text"].strip()
        seen.add(row["id"])
    assert len(seen) == len(rows(path)) > 100


def test_there_are_thousands_of_messages_and_half_of_them_are_at_risk() -> None:
    levels = Counter(row["level"] for path in MESSAGES for row in rows(path))

    assert sum(levels.values()) > 6000
    assert (
        0.3 < sum(levels[name] for name in ("concern", "high", "imminent")) / levels.total() < 0.6
    )


def test_no_two_messages_of_different_pairs_share_half_of_their_words_in_fours() -> None:
    """`plain` aside: what is said outright in few words is said alike by many."""
    holders: defaultdict[tuple[str, ...], list[tuple[int, str, int]]] = defaultdict(list)
    alike = 0
    every = [row for path in MESSAGES if path.stem != "plain" for row in rows(path)]
    for at, row in enumerate(every):
        words = re.findall(r"\w+", str(row["text"]).lower())
        mine = {tuple(words[n : n + 4]) for n in range(len(words) - 3)} or {tuple(words)}
        shared = Counter(other for gram in mine for other in holders[gram])
        alike += any(
            count > 0.5 * min(len(mine), size) and pair != row["pair"]
            for (_, pair, size), count in shared.items()
        )
        for gram in mine:
            holders[gram].append((at, str(row["pair"]), len(mine)))

    assert alike == 0


def test_no_message_holds_a_phone_number_or_an_address_of_a_person() -> None:
    texts = [str(row["text"]) for path in MESSAGES for row in rows(path)]

    assert not [text for text in texts if re.search(r"(?:\d[\s.-]?){9}|@\w+\.\w{2,}", text)]


def test_a_share_of_the_messages_parts_no_twins_and_is_part_of_every_larger_share() -> None:
    learned = [one for one in own() if held_out(one) == "train"]
    smaller: set[str] = set()
    for share in (0.25, 0.5, 1.0):
        taken = some(learned, share, random.Random(5))
        pairs = {one.pair for one in taken}

        assert len(taken) == sum(one.pair in pairs for one in learned)
        assert round(share * len(learned)) <= len(taken) < share * len(learned) + 20
        assert smaller < pairs
        smaller = pairs


def test_twins_are_kept_out_of_training_together() -> None:
    parts = defaultdict(set)
    for one in own():
        parts[one.pair].add(held_out(one))

    assert all(len(told) == 1 for told in parts.values())
    assert len(parts) > 6000
