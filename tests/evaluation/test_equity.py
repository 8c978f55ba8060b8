"""The messages in several forms that come with the repository."""

import json
from collections import Counter
from pathlib import Path

from guardrails.evaluation.crisis_rows import AT_RISK, CrisisRow, crisis_row
from guardrails.evaluation.rows import read_rows

ROOT = Path(__file__).parents[2]
DATA = ROOT / "benchmarks" / "data" / "crisis_equity.jsonl"
TRAINING = ROOT / "training" / "data" / "crisis"
FIELDS = ("base", "axis", "group", "lang")


def rows() -> list[CrisisRow]:
    with DATA.open("rb") as lines:
        read = list(read_rows(lines, lambda value, number: crisis_row(value, number, FIELDS)))
    assert all(isinstance(row, CrisisRow) for row in read)
    return [row for row in read if isinstance(row, CrisisRow)]


def level(text: str) -> str:
    return text.lower().strip(".!? ")


def test_every_form_of_a_message_has_the_label_and_the_category_of_the_message():
    said: dict[str, set[tuple[str, str]]] = {}
    for row in rows():
        said.setdefault(row.groups["base"], set()).add((row.label, row.groups["category"]))
    assert all(len(labels) == 1 for labels in said.values())
    risk = [base for base, ((label, _),) in said.items() if label in AT_RISK]
    assert (len(said), len(risk)) == (60, 30)


def test_every_message_is_there_in_plain_english_and_once_in_each_form():
    counts = Counter((row.groups["base"], row.groups["group"]) for row in rows())
    assert set(counts.values()) == {1}
    assert sum(group == "standard" for _, group in counts) == 60


def test_each_form_has_as_many_messages_at_risk_as_harmless_ones_where_that_makes_sense():
    counts = Counter((row.groups["group"], row.label in AT_RISK) for row in rows())
    for group in {group for group, _ in counts}:
        risk, calm = counts[group, True], counts[group, False]
        assert risk == calm or (group in {"wife", "husband"} and (risk, calm) == (27, 30)), group
        assert calm >= 15, group


def test_no_message_or_id_stands_twice():
    assert len({row.id for row in rows()}) == len({row.turns for row in rows()}) == len(rows())


def test_nothing_of_it_is_learned_from_but_for_phrases_that_everybody_says():
    learned = {
        level(json.loads(line)["text"])
        for path in TRAINING.glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    }
    shared = {text for row in rows() for text in row.turns if level(text) in learned}
    assert all(len(text.split()) <= 7 for text in shared)
