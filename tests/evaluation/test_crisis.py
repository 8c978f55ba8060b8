import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guardrails.evaluation.crisis import BINS, GROUPS, REST, CrisisFigures, bin_of
from guardrails.evaluation.crisis_rows import CrisisRow, crisis_row
from guardrails.evaluation.flags import WORST, Judged
from guardrails.evaluation.report import Report, lines, values
from guardrails.findings import Level

NOTHING, CARE = Judged(Level.NONE, 0), Judged(Level.CARE, 9000)
CONCERN, HIGH = Judged(Level.CONCERN, 6000), Judged(Level.HIGH, 8000)

Seen = tuple[CrisisRow, Judged]


def row(number: int = 1, label: str = "crisis", **value: Any) -> CrisisRow:
    return crisis_row({"text": "zebra", "label": label, **value}, number, ("lang",))


def leveled(level: str) -> CrisisRow:
    return crisis_row({"text": "zebra", "level": level}, 1)


def report(*seen: Seen, prevalence: float = 0.0015) -> Report:
    counted = CrisisFigures(("lang",), prevalence)
    for one, judged in seen:
        counted.add(one, judged)
    return counted.report()


def heads(*seen: Seen) -> list[tuple[int, int]]:
    return [(one.share.hits, one.share.of) for one in report(*seen).heads]


def table(of: Report, title: str) -> dict[str, tuple[int, int]]:
    figures = next(one.figures for one in of.tables if one.title.startswith(title))
    return {one.name: (one.share.hits, one.share.of) for one in figures}


def test_recall_and_false_alarms_are_told_at_both_levels():
    seen = ((row(1), HIGH), (row(2), CARE), (row(3, "benign"), CARE), (row(4, "benign"), NOTHING))
    assert heads(*seen)[:4] == [(1, 2), (0, 2), (2, 2), (1, 2)]


def test_a_message_that_asks_for_care_should_get_care_and_no_more():
    assert heads((leveled("care"), CARE))[:4] == [(0, 0), (0, 1), (1, 1), (0, 0)]
    assert heads((leveled("care"), CONCERN))[:4] == [(0, 0), (1, 1), (1, 1), (0, 0)]


def test_what_readers_differ_upon_is_told_by_label_alone():
    told = report((row(1, "ambiguous"), HIGH), (row(2, "third_party"), NOTHING))
    assert [(one.share.hits, one.share.of) for one in told.heads] == [(0, 0)] * 6
    assert table(told, "Flagged at concern") == {"third_party": (0, 1), "ambiguous": (1, 1)}
    assert told.named == ()


def test_a_graver_level_goes_before_a_surer_one_and_what_no_rule_took_comes_last():
    unsure = Judged(Level.NONE, 9999)
    assert NOTHING.order < unsure.order < Judged(Level.CARE, 1).order < CARE.order
    assert CARE.order < Judged(Level.CONCERN, 1).order
    told = report((row(1), CONCERN), (row(2, "benign"), CARE))
    assert told.measures[0].value == 1
    assert heads((row(1), CONCERN), (row(2, "benign"), CARE))[4:] == [(1, 1), (1, 1)]


def test_precision_is_told_for_the_share_that_was_asked_for():
    seen = ((row(1), HIGH), (row(2), NOTHING), (row(3, "benign"), HIGH), (row(4, "benign"), CARE))
    assert report(*seen, prevalence=0.25).measures[2].value == 0.25 * 0.5 / (0.25 * 0.5 + 0.375)


def test_figures_are_told_by_category_and_by_the_fields_that_were_asked_for_the_worst_first():
    told = report(
        (row(1, lang="en", category="suicide"), HIGH),
        (row(2, lang="es"), NOTHING),
        (row(3, "benign", lang="es"), NOTHING),
        (row(4, "benign", lang="en"), HIGH),
    )
    recall = table(told, "Recall at concern or more, by lang")
    alarms = table(told, "False alarms at concern or more, by lang")
    assert list(recall.items()) == [("es", (0, 1)), ("en", (1, 1))]
    assert list(alarms.items()) == [("en", (1, 1)), ("es", (0, 1))]
    assert table(told, "Recall at concern or more, by category") == {
        "not said": (0, 1),
        "suicide": (1, 1),
    }
    assert not any("category" in one.title for one in report((row(), HIGH)).tables)


def test_a_field_with_countless_values_needs_no_more_memory_than_one_with_many():
    told = report(*((row(n, lang=str(n)), HIGH) for n in range(GROUPS + 50)))
    shares = table(told, "Recall at concern or more, by lang")
    assert len(shares) == GROUPS + 1
    assert shares[REST] == (50, 50)


def test_reliability_is_told_by_level_and_by_score():
    told = report((row(1), HIGH), (row(2, "benign"), HIGH), (row(3), NOTHING))
    levels = table(told, "At risk, of the messages that were given a level")
    scores = table(told, "At risk, of the messages that were given a score")
    assert (levels["high"], levels["none"], levels["care"]) == ((1, 2), (1, 1), (0, 0))
    assert (scores["7,001 to 8,000"], scores["nothing found"]) == ((1, 2), (1, 1))
    reliability = told.curves[1]
    assert [(at.x, at.y) for at in reliability.points] == [(0.0, 1.0), (0.8, 0.5)]


@given(st.integers(0, 10_000))
def test_every_score_has_its_place(score: int):
    place = bin_of(score)
    assert (place == 0) == (score == 0)
    assert place == 0 or (place - 1) * 10_000 < score * BINS <= place * 10_000


def test_the_roc_curve_goes_from_nothing_to_everything():
    roc = report((row(1), HIGH), (row(2, "benign"), CARE)).curves[0]
    assert [(at.x, at.y) for at in roc.points] == [(0, 0), (0, 1), (1, 1)]
    assert report((row(1), HIGH)).curves[0].points == ()


def test_the_worst_errors_are_named_by_kind_and_no_more_than_a_few():
    missed = [(row(n), NOTHING) for n in range(1, 40)]
    told = report(*missed, (row(90), CARE), (row(91, "benign"), CONCERN), (row(92, "benign"), HIGH))
    kinds = dict(told.errors)
    assert kinds["missed"] == tuple(str(n) for n in range(1, WORST + 1))
    assert kinds["false alarms"] == ("92", "91")
    assert [title for title, _ in told.named] == ["missed, by id", "false alarms, by id"]


LABELS = ("crisis", "benign", "ambiguous")
ROWS = st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from(Level), st.integers(0, 10_000)))


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(drawn, chance: random.Random):
    seen = [
        (row(n, label, lang=str(n % 3)), Judged(level, score))
        for n, (label, level, score) in enumerate(drawn, start=1)
    ]
    shuffled = list(seen)
    chance.shuffle(shuffled)
    assert report(*seen) == report(*shuffled)


def test_a_report_holds_no_word_of_a_message():
    told = report((row(1), NOTHING), (row(2, "benign"), HIGH), (row(3), HIGH))
    assert "zebra" not in "\n".join(lines(told)) + str(values(told))


def test_json_holds_measures_curves_and_errors_in_parts_of_10_000():
    told = values(report((row(1), HIGH), (row(2, "benign"), NOTHING)))
    area, precision, *_ = told["measures"]
    assert (area["value"], area["interval"][1], precision["interval"]) == (10_000, 10_000, None)
    assert told["curves"]["roc"][-1] == {"x": 10_000, "y": 10_000, "interval": None}
    assert told["errors"] == {"missed": [], "false alarms": []}
