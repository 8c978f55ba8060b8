import random

from hypothesis import given
from hypothesis import strategies as st

from guardrails.evaluation.pii import PiiFigures, casing, visible
from guardrails.evaluation.report import lines, values
from guardrails.evaluation.rows import Labelled, Row

TEXT = "i am ANN LEE, ann@example.org, in Leeds"
NAME, MAIL, TOWN = (
    Labelled(5, 12, "PERSON"),
    Labelled(14, 29, "EMAIL_ADDRESS"),
    Labelled(34, 39, "LOCATION"),
)
ROW = Row("r1", TEXT, (NAME, MAIL, TOWN), {"origin": "anglo"})


def test_a_span_is_covered_by_letters_and_digits_alone():
    assert visible(TEXT, NAME, [(5, 8), (9, 12)]) == 0
    assert visible(TEXT, NAME, [(5, 8)]) == 1 / 2
    assert visible(TEXT, NAME, [(0, 5), (12, 40)]) == 1
    assert visible("+-", Labelled(0, 2, "PHONE"), []) == 0


def test_casing_is_told_from_the_letters():
    assert [casing(one) for one in ("ANN", "ann", "Ann")] == [
        "all capitals",
        "lower case",
        "usual capitals",
    ]


def figures(*rows: tuple[Row, list[tuple[int, int]]]) -> dict[str, tuple[int, int]]:
    counted = PiiFigures()
    for row, found in rows:
        counted.add(row, found, found)
    told = counted.report()
    every = [*told.heads, *(one for table in told.tables for one in table.figures)]
    return {one.name: (one.share.hits, one.share.of) for one in every}


LEAK = "messages with a direct identifier that leak"
HALF = "the same, more than half of one visible"
CLEAN = "clean messages that are touched"


def test_a_message_leaks_if_a_direct_identifier_is_visible_in_part():
    whole, part, half = [(5, 12), (14, 29)], [(5, 12), (14, 24)], [(5, 12), (14, 17)]
    assert figures((ROW, whole))[LEAK] == (0, 1)
    assert (figures((ROW, part))[LEAK], figures((ROW, part))[HALF]) == ((1, 1), (0, 1))
    assert figures((ROW, half))[HALF] == (1, 1)


def test_a_town_alone_is_no_direct_identifier():
    told = figures((Row("r2", TEXT, (TOWN,)), []))
    assert (told[LEAK], told["LOCATION"]) == ((0, 0), (0, 1))


def test_labels_may_be_the_names_of_our_own_types():
    name, town = Labelled(5, 12, "person"), Labelled(34, 39, "location")
    told = figures((Row("r3", TEXT, (town,)), []), (Row("r4", TEXT, (name,)), [(5, 12)]))

    assert told[LEAK] == (0, 1)
    assert told["all, all capitals"] == (1, 1)


def test_what_is_found_and_only_noted_leaks_all_the_same():
    counted = PiiFigures()
    counted.add(ROW, [(5, 12), (14, 29)], [(5, 12)])
    counted.add(Row("a", "hello"), [(0, 5)], [])
    leak, _, clean, _ = counted.report().heads
    assert (leak.share.hits, clean.share.hits) == (1, 0)
    mail = next(one for one in counted.report().tables[0].figures if one.name == "EMAIL_ADDRESS")
    assert mail.share.hits == 1


def test_clean_messages_count_by_themselves():
    told = figures((Row("a", "hello"), []), (Row("b", "goodbye"), [(0, 7)]))
    assert (told[CLEAN], told[LEAK]) == ((1, 2), (0, 0))


def test_names_are_told_by_origin_and_casing_with_the_worst_first():
    other = Row("r3", "Kofi", (Labelled(0, 4, "PERSON"),), {"origin": "african"})
    counted = PiiFigures()
    counted.add(ROW, [(5, 12), (14, 29)], [(5, 12), (14, 29)])
    counted.add(other, [], [])
    names = [one.name for one in counted.report().tables[1].figures]
    assert names == [
        "african, usual capitals",
        "all, usual capitals",
        "all, all capitals",
        "anglo, all capitals",
    ]
    assert counted.report().worst == ("r3",)
    assert counted.report().heads[-1].name == "names found, worst group: african, usual capitals"


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(chance: random.Random):
    rows = [(ROW, [(5, 12)]), (Row("a", "hello"), []), (Row("b", "x y"), [(0, 1)]), (ROW, [])]
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert figures(*rows) == figures(*shuffled)


def test_a_report_holds_no_word_of_a_message():
    counted = PiiFigures()
    counted.add(ROW, [], [])
    shown = "\n".join(lines(counted.report())) + str(values(counted.report()))
    for word in ("ANN", "ann@", "Leeds"):
        assert word not in shown
    assert values(counted.report())["figures"][0] == {
        "name": LEAK,
        "hits": 1,
        "of": 1,
        "share": 10_000,
        "interval": [2065, 10_000],
    }


def test_figures_are_told_by_language_where_rows_name_one():
    german = Row("g1", TEXT, (NAME,), {"lang": "de"})
    clean = Row("g2", "guten Tag", (), {"lang": "de"})
    told = figures((german, []), (clean, [(0, 5)]), (ROW, [(5, 12), (14, 29)]))
    assert (told[f"de: {LEAK}"], told[f"de: {HALF}"], told[f"de: {CLEAN}"]) == ((1, 1),) * 3
    assert told[LEAK] == (1, 2)
