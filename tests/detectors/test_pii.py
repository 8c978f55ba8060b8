"""The detector for personal data, on real readings: whole values, no overlaps, few mistakes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.detectors.base import Entity, Needs, Reading, View
from guardrails.detectors.kinds import KINDS
from guardrails.detectors.pii import VERSION, PiiDetector
from guardrails.detectors.pii_text import Hit
from guardrails.detectors.pii_united import united
from guardrails.detectors.pipeline import Pipeline
from guardrails.detectors.rampart import rampart
from guardrails.errors import DetectorError
from guardrails.findings import Family, Finding

HELP = frozenset({"116 123", "988", "1-800-273-8255"})
BOTH = Needs.ENTITIES | Needs.NAMES
Look = Callable[[str], tuple[Finding, ...]]


@pytest.fixture(scope="module")
def look() -> Look:
    read, names = Pipeline(HELP, ("US", "GB"), frozenset()), rampart()()
    detector = PiiDetector(HELP)

    def look(text: str) -> tuple[Finding, ...]:
        made, named = read(text, Needs.ENTITIES), names(text, Needs.NAMES)
        reading = replace(made, names=named.names, made=made.made | named.made)
        return detector.look(replace(View.whole(text), reading=reading))

    return look


def both(*entities: Entity) -> Reading:
    """Return a reading in which the small model, too, is not sure that *entities* are none."""
    names = tuple(replace(each, score=200, source="SURNAME") for each in entities)
    return Reading(entities=entities, names=names, made=BOTH)


def alone(
    text: str, *entities: Entity, also: frozenset[str] = frozenset()
) -> list[tuple[str, str]]:
    """Return what is found when the engine found *entities*: type and words."""
    found = PiiDetector(HELP, also).look(replace(View.whole(text), reading=both(*entities)))
    return [(each.category, text[each.span.start : each.span.stop]) for each in found]


def entity(kind: str, text: str, value: str, score: int = 8500) -> Entity:
    start = text.index(value)
    return Entity(kind, start, start + len(value), score, "SpacyRecognizer")


def words(text: str, found: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(each.category, text[each.span.start : each.span.stop]) for each in found]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("write to jane.roe@mail.example.co.uk today", "email", "jane.roe@mail.example.co.uk"),
        (f"it is {'a' * 140}@example.org ok", "email", f"{'a' * 140}@example.org"),
        ("paid with 4111111111111111 yesterday", "payment-card", "4111111111111111"),
        ("paid with 4111 1111 1111 1111.", "payment-card", "4111 1111 1111 1111"),
        ("server 81.2.69.142 is down", "ip-address", "81.2.69.142"),
        ("my name is Ruth Okoro.", "person", "Ruth Okoro"),
        ("I told Ruth Okoro's mother", "person", "Ruth Okoro"),
        ("MY NAME IS RUTH OKORO AND I AM TIRED", "person", "RUTH OKORO"),
        ("my ssn is 536-22-1848 ok", "national-id", "536-22-1848"),
        ("mac 00:1A:2B:3C:4D:5E here", "mac-address", "00:1A:2B:3C:4D:5E"),
        ("She has lived in Leeds since May.", "location", "Leeds"),
        ("see https://example.org/me?x=1", "url", "https://example.org/me?x=1"),
        ("j\u200bane@exa\u200bmple.org", "email", "j\u200bane@exa\u200bmple.org"),
    ],
)
def test_a_value_is_found_whole(look: Look, text: str, kind: str, value: str) -> None:
    assert words(text, look(text)) == [(f"pii.{kind}", value)]


@pytest.mark.parametrize(
    "text",
    [
        "Goodbye, and thanks for listening!",
        "9\x81\x95»S",
        "Hiya, it is dementia that I worry about in November.",
        "ChatGPT said that Monday is fine",
        "I feel sad, tired and alone tonight.",
        "it took 5 minutes down the road",
        "run main.py or hello.so and see",
        "call 116 123, 988 or (800) 273-8255 at any time",
        "The Samaritans listen day and night",
        "Dear <PERSON_1>, we wrote to <EMAIL_1> and to <POSTAL_ADDRESS_2>.",
        "[person 1] lives at [postal-address 1], phone [phone 2]",
        "it cost 1,250,000 pounds and 3.50 more",
        "the password is wrong",
        "",
        "   ",
        "?!… \u200b",
        "\ud800",
    ],
)
def test_what_is_nobodys_is_left_alone(look: Look, text: str) -> None:
    assert words(text, look(text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("I live at 988 Oak Avenue, Springfield, IL 62704.", "postal-address", "988 Oak Avenue"),
        ("I was born on 15 March 1980.", "date-of-birth", "15 March 1980"),
        ("I live at 4 Elm Drive, Scottsdale, AZ 85258.", "postal-address", "AZ 85258"),
    ],
)
def test_the_short_number_of_a_helpline_leaves_no_hole_in_another_value(
    text: str, kind: str, value: str
) -> None:
    lines = frozenset({"15", "988", "85258"})
    read, detector = Pipeline(lines, ("US", "GB"), frozenset()), PiiDetector(lines)
    reading = replace(read(text, Needs.ENTITIES), made=BOTH)
    found = detector.look(replace(View.whole(text), reading=reading))
    [(category, masked)] = words(text, found)
    assert category == f"pii.{kind}"
    assert value in masked


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=80))
def test_findings_of_any_text_are_whole_apart_and_in_order(look: Look, text: str) -> None:
    found = look(text)

    end = 0
    for each in found:
        assert end <= each.span.start < each.span.stop <= len(text)
        assert each.category.removeprefix("pii.") in KINDS
        end = each.span.stop


def test_what_was_masked_is_not_found_again(look: Look) -> None:
    text = "I am Ruth Okoro, 12 Acacia Avenue, Leeds, ruth@example.org, +44 7700 900123."

    found = look(text)
    masked = text
    for number, each in reversed(list(enumerate(found))):
        token = f"<{each.category[4:].upper().replace('-', '_')}_{number}>"
        masked = masked[: each.span.start] + token + masked[each.span.stop :]

    assert len(found) >= 3
    assert look(masked) == ()


def test_the_detector_says_what_it_is_and_needs() -> None:
    detector = PiiDetector()

    assert (detector.name, detector.family) == (VERSION, Family.PII)
    assert detector.needs(View.whole("Ruth")) == BOTH
    assert detector.needs(View.whole("?! …")) is Needs.NOTHING


@pytest.mark.parametrize("reading", [None, Reading(made=Needs.PARSE), Reading(made=Needs.ENTITIES)])
def test_a_text_that_was_not_read_is_an_error_and_not_nothing(reading: Reading | None) -> None:
    with pytest.raises(DetectorError, match="not read"):
        PiiDetector().look(replace(View.whole("Ruth"), reading=reading))


@pytest.mark.parametrize(
    ("text", "kind", "taken", "value"),
    [
        ("Hi Ruth, hello", "person", "Hi Ruth", "Ruth"),
        ("thanks Ruth so much", "person", "thanks Ruth so much", "Ruth"),
        ("Ruth's dog", "person", "Ruth's", "Ruth"),
        ("Will came by", "person", "Will", "Will"),
        ("I met June Hope", "person", "June Hope", "June Hope"),
        ("the Ruth 2", "person", "the Ruth 2", "Ruth"),
        ("McRuth here", "person", "Ruth", "McRuth"),
        (" Ruth ", "phone", " Ruth ", "Ruth"),
        ("so good morning", "person", "good morning", None),
        ("Goodbye now", "person", "Goodbye now", None),
        ("it is 12 34 now", "person", "12 34", None),
        ("   ab", "phone", "   ", None),
        ("see to.my list", "url", "to.my", None),
        ("Dear Ms, hello", "person", "Ms", None),
        ("Dear Ms, hello", "person", "Dear Ms", None),
        ("Dear Ms. Ruth, hello", "person", "Ms. Ruth", "Ruth"),
        ("ask Mr Will now", "person", "Mr Will", "Will"),
        ("Sir Ruth said", "person", "Sir Ruth", "Ruth"),
        ("Lord Okafor said", "person", "Lord Okafor", "Okafor"),
        ("Audre Lord said", "person", "Audre Lord", "Audre Lord"),
        ("Okafor, Mrs", "person", "Okafor, Mrs", "Okafor"),
        ("Sam Okafor Sr called", "person", "Sam Okafor Sr", "Sam Okafor Sr"),
        ("Michael Herr wrote", "person", "Michael", "Michael"),
        ("Dott, ciao", "location", "Dott", None),
        ("Sehr geehrter Gast", "person", "Sehr", None),
        ("Sehr geehrter Herr Vogel", "person", "Sehr geehrter Herr Vogel", "Vogel"),
        ("Hallo Herr, guten Tag", "person", "Hallo Herr", None),
        ("Hallo Herr Dr. Vogel", "person", "Herr Dr. Vogel", "Vogel"),
        ("Liebe Frau Vogel", "person", "Liebe Frau Vogel", "Vogel"),
        ("Cher Okafor sang", "person", "Cher Okafor", "Cher Okafor"),
        ("Chère Mme Okafor", "person", "Chère Mme Okafor", "Okafor"),
        ("Estimada Sra. Okafor", "person", "Estimada Sra. Okafor", "Okafor"),
    ],
)
def test_what_the_engine_took_is_trimmed_to_the_value(
    text: str, kind: str, taken: str, value: str | None
) -> None:
    found = alone(text, entity(kind, text, taken))

    assert found == ([] if value is None else [(f"pii.{kind}", value)])


@pytest.mark.parametrize(
    ("kind", "value", "person"),
    [
        ("organization", "Adaeze Nwosu", True),
        ("organization", "Oakfield Bank", False),
        ("organization", "Acme", False),
        ("organization", "NASA HQ", False),
        ("nationality", "Oluwaseun", True),
        ("nationality", "Portuguese", False),
        ("nationality", "Roman Catholic", False),
        ("date-time", "last Monday", False),
        ("organization", "Area 51", False),
    ],
)
def test_a_name_that_was_taken_for_a_group_is_still_a_name(
    kind: str, value: str, person: bool
) -> None:
    text = f"and then {value} left"

    assert alone(text, entity(kind, text, value)) == ([("pii.person", value)] if person else [])


def test_an_allowed_name_is_no_finding() -> None:
    text = "ask Talk Oakfield for help"
    reading = both(entity("person", text, "Talk Oakfield"))
    view = replace(View.whole(text), reading=reading)

    assert PiiDetector(frozenset({"talk oakfield"})).look(view) == ()
    assert len(PiiDetector().look(view)) == 1


def test_quiet_types_are_reported_when_asked_for() -> None:
    text = "tonight at Oakfield Bank"
    taken = (entity("date-time", text, "tonight"), entity("organization", text, "Oakfield Bank"))

    assert alone(text, *taken, also=frozenset({"organization"})) == [
        ("pii.organization", "Oakfield Bank")
    ]


def test_a_finding_never_reaches_into_a_stand_in() -> None:
    text = "In Leeds <PHONE_1> and Cork"

    assert alone(text, entity("location", text, "Leeds <PHONE_1> and Cork")) == [
        ("pii.location", "Leeds"),
        ("pii.location", "Cork"),
    ]


def test_findings_name_their_source() -> None:
    text = "Ruth, r.b@corp.internal"
    reading = both(entity("person", text, "Ruth"))

    found = PiiDetector().look(replace(View.whole(text), reading=reading))

    assert [each.source for each in found] == ["presidio:SpacyRecognizer", "pii/14:email"]


@pytest.mark.parametrize("before", ["Call", "Ask", "text", "Tell"])
def test_what_somebody_is_asked_to_do_is_no_part_of_a_name(before: str) -> None:
    text = f"{before} Mia on Monday"
    reading = both(entity("person", text, f"{before} Mia"))

    [found] = PiiDetector().look(replace(View.whole(text), reading=reading))

    assert text[found.span.start : found.span.stop] == "Mia"


def test_overlapping_hits_become_one_over_all_of_them() -> None:
    hits = [
        Hit("url", 4, 12, 9000, "u"),
        Hit("email", 0, 10, 6000, "e"),
        Hit("person", 0, 30, 8500, "p"),
        Hit("phone", 40, 45, 4000, "f"),
    ]

    assert list(united("x" * 50, hits)) == [
        Hit("email", 0, 30, 9000, "e"),
        Hit("phone", 40, 45, 4000, "f"),
    ]


@given(
    st.lists(
        st.builds(
            lambda kind, start, size, score: Hit(kind, start, start + size, score, kind),
            st.sampled_from(["person", "email", "phone"]),
            st.integers(0, 30),
            st.integers(1, 9),
            st.integers(0, 10_000),
        ),
        max_size=9,
    ).flatmap(lambda hits: st.tuples(st.just(hits), st.permutations(hits)))
)
def test_uniting_covers_every_hit_once_in_any_order(
    case: tuple[list[Hit], list[Hit]],
) -> None:
    hits, shuffled = case
    text = "x y-z" * 10

    made = list(united(text, hits))

    assert made == list(united(text, shuffled))
    for one, two in pairwise(made):
        assert one.stop <= two.start
    for hit in hits:
        (over,) = (each for each in made if each.start <= hit.start and hit.stop <= each.stop)
        assert over.score >= hit.score


def test_first_and_last_name_are_one_finding_and_two_people_are_two() -> None:
    text = "Ruth Okoro, Amir"
    names = [entity("person", text, each) for each in ("Ruth", "Okoro", "Amir")]

    assert alone(text, *names) == [("pii.person", "Ruth Okoro"), ("pii.person", "Amir")]


def test_in_another_language_only_what_the_small_model_heard_of_spacys_names_is_kept() -> None:
    text = "no sé qué hacer porque mi marido andrzej no contesta"
    taken = entity("person", text, "andrzej no contesta")
    heard = entity("person", text, "andrzej", 200)
    reading = Reading(entities=(taken,), names=(heard,), made=BOTH)
    found = PiiDetector().look(replace(View.whole(text), reading=reading))
    assert words(text, found) == [("pii.person", "andrzej")]


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("I met Zoë Brontë at the fair", "Zoë Brontë", True),
        ("Zoë Brontë", "Zoë Brontë", True),
        ("número de conta", "número de conta", False),
        ("no sé qué hacer con Zuë Brontë", "Zuë Brontë", False),
        ("I met Jo Bloggs at the fair", "Jo Bloggs", False),
    ],
)
def test_a_name_that_the_small_model_did_not_hear_counts_with_signs_and_in_english_alone(
    text: str, name: str, kept: bool
) -> None:
    reading = Reading(entities=(entity("person", text, name),), made=BOTH)
    found = PiiDetector().look(replace(View.whole(text), reading=reading))
    assert bool(found) is kept


def test_rules_for_other_languages_run_unless_a_text_is_surely_english(look: Look) -> None:
    spanish = "me llamo rosario y nací el 9 de mayo de 1971, mi contraseña es Nube-77"
    assert words(spanish, look(spanish)) == [
        ("pii.person", "rosario"),
        ("pii.date-of-birth", "9 de mayo de 1971"),
        ("pii.secret", "Nube-77"),
    ]
    english = "we paid via paypal 20 times and the pin is lost, so what can i do now?"
    assert words(english, look(english)) == []


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("I have 3 cats and 2 dogs, ask jo@example.org", True),
        ("a" * 201, False),
        ("call 555 0132", False),
        ("jo@example.org or al@example.org", False),
    ],
)
def test_a_look_at_a_short_text_with_few_numbers_is_brief(text: str, brief: bool) -> None:
    assert PiiDetector().brief(View.whole(text)) is brief
