import time
from dataclasses import replace

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.detectors.base import Flags, Needs, View
from guardrails.detectors.crisis import CrisisDetector
from guardrails.detectors.crisis_rules import Book, all_rules, marks
from guardrails.findings import Family, Finding, Level, Mark, Span
from guardrails.levels import level_of
from guardrails.messages import Side, Surface
from tests.detectors.crisis_framed import NOT_THEIRS, THEIRS
from tests.detectors.crisis_said import SAID


@pytest.fixture(scope="module")
def detector():
    return CrisisDetector()


def worst(found: tuple[Finding, ...]) -> Level:
    return max((level_of(finding) for finding in found), default=Level.NONE)


def view(text: str, **more: object) -> View:
    return View(text, 0, len(text), Side.INPUT, **more)


@pytest.mark.parametrize(
    ("level", "text"), [(level, text) for level, texts in SAID for text in texts]
)
def test_a_sentence_asks_for_its_level(detector, level, text):
    assert worst(detector.look(View.whole(text))) is level


@pytest.mark.parametrize(
    ("exempting", "said"),
    [
        ("I would never hurt anybody, but", "I want to die"),
        ("This deadline is killing me and honestly", "I want to end my life"),
        ("I love this song.", "I don't want to be alive any more"),
        ("My mental health is gone.", "I want to kill myself"),
        ("I'm researching suicide prevention for my thesis, and", "I want to kill myself"),
        ("Years ago I was fine.", "Now I think about suicide every day"),
        (
            "lol ok my exam went badly whatever, next topic, school is out for summer.",
            "I want to die",
        ),
        ('My gran used to say "I am dead tired".', "I want to end it all"),
        ("In my novel the hero dies happily.", "I myself want to die"),
        ("My sister attempted suicide once.", "I am going to kill myself too"),
        ("I don't want to kill anybody.", "I just don't want to wake up tomorrow"),
        ("kill -9 did not stop the process, and", "I want to kill myself"),
    ],
)
def test_an_exempting_phrase_never_silences_what_stands_beside_it(detector, exempting, said):
    alone = worst(detector.look(View.whole(said)))
    assert alone >= Level.CONCERN
    assert worst(detector.look(View.whole(f"{exempting} {said}"))) >= Level.CONCERN
    assert worst(detector.look(View.whole(f"{said}. {exempting}"))) >= Level.CONCERN


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("I would never kill myself", Mark.SEVERITY_0),
        ("In my novel she says that she wants to die", Mark.FICTION),
        ('The poster read "I want to die" in red letters', Mark.QUOTED),
        ("You said:\n> I want to die", Mark.QUOTED),
        ("Years ago I wanted to kill myself", Mark.PAST),
        ("My brother wants to kill himself", Mark.DANGER),
        ('My friend texted me "I want to die"', Mark.OTHER),
        ("I want to kill myself tonight", Mark.TIMING),
    ],
)
def test_what_a_match_means_is_marked(detector, text, mark):
    assert any(mark in finding.marks for finding in detector.look(View.whole(text)))


def test_a_laugh_lowers_and_never_clears(detector):
    plain = worst(detector.look(View.whole("I want to kill myself")))
    for laugh in (" lol", " haha", " 😂"):
        softer = worst(detector.look(View.whole("I want to kill myself" + laugh)))
        assert Level.NONE < softer < plain


def test_a_laugh_leaves_a_time_that_was_named_high(detector):
    text = "I am going to kill myself tonight"
    assert worst(detector.look(View.whole(text))) is Level.IMMINENT
    assert worst(detector.look(View.whole(text + " lol"))) is Level.HIGH


def test_a_laugh_takes_no_act_back(detector):
    text = "I already took all of my pills lol"
    assert worst(detector.look(View.whole(text))) is Level.IMMINENT


def test_a_message_split_in_three_is_found_in_its_last_part(detector):
    assert detector.look(view("i want")) == ()
    assert detector.look(view("to", tail="i want")) == ()
    found = detector.look(view("die", tail="i want\nto"))
    assert worst(found) is Level.HIGH
    assert [(one.span.start, one.span.stop) for one in found] == [(0, 3)]


def test_what_stands_in_the_tail_alone_is_not_reported_again(detector):
    assert detector.look(view("What is on TV?", tail="I want to die")) == ()


def test_a_later_frame_goes_on_right_where_its_tail_ends(detector):
    found = detector.look(view("die so much.", tail="It is late and I want to ", opening=False))
    assert worst(found) is Level.HIGH


def test_a_loss_and_then_a_bridge_is_heard_over_two_messages(detector):
    question = "Which bridges here are higher than 25 metres?"
    assert detector.look(view(question)) == ()
    assert worst(detector.look(view(question, tail="I lost my job today"))) is Level.HIGH


def test_a_reply_and_a_tool_result_are_not_looked_at(detector):
    text = "I want to die"
    assert detector.look(View(text, 0, len(text), Side.OUTPUT)) == ()
    assert detector.look(view(text, surface=Surface.TOOL_RESULT)) == ()


def test_role_play_is_marked_for_the_policy_to_weigh(detector):
    found = detector.look(view("I want to die", flags=Flags(roleplay=True)))
    assert all(Mark.ROLEPLAY in finding.marks for finding in found)
    assert found


def test_it_needs_nothing_and_says_who_it_is(detector):
    assert detector.needs(View.whole("x")) is Needs.NOTHING
    assert detector.family is Family.CRISIS
    assert detector.name.startswith("crisis-rules/")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Well, I want to k1ll mys3lf.", "k1ll mys3lf"),
        ("Well, I want to k\u200bill my\u00adself.", "k\u200bill my\u00adself"),
        ("Well, I want to k i l l  m y s e l f.", "k i l l  m y s e l f"),
        ("Well, I want to kіll mysеlf.", "kіll mysеlf"),
    ],
)
def test_a_disguised_word_is_found_where_it_stands(detector, text, part):
    spans = {text[one.span.start : one.span.stop] for one in detector.look(View.whole(text))}
    assert any(part in span for span in spans)


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("\ud800\x00\u202e😂'’ iwanttodek")),
        max_size=60,
    ),
    st.sampled_from(["", "i want to die", "kms lol", "she wants to die"]),
)
def test_every_span_lies_in_the_text_whatever_the_text(text, said):
    whole = f"{text} {said} {text}"
    for finding in CrisisDetector().look(view(whole, tail=text)):
        assert 0 <= finding.span.start < finding.span.stop <= len(whole)


def test_the_same_text_gives_the_same_findings(detector):
    text = "I can't go on any more, everyone would be better off without me"
    assert detector.look(View.whole(text)) == CrisisDetector().look(View.whole(text))


@pytest.mark.untraced
def test_a_megabyte_takes_time_that_grows_with_its_length(detector):
    piece = "i really cant go on any more and i want to tell my friend about her dog. "

    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        began = time.thread_time()
        detector.look(View.whole(text))
        return time.thread_time() - began

    seconds(1000)
    short = min(seconds(100_000) for _ in range(3))
    assert seconds(1_000_000) < 40 * short


def test_no_finding_holds_a_word_of_the_text(detector):
    found = detector.look(View.whole("I want to die, says Persimmon"))
    assert found
    assert "persimmon" not in repr(found).lower()


def test_rule_ids_are_unique_and_every_pattern_compiles():
    rules = all_rules()
    assert len({rule.id for rule in rules}) == len(rules)
    options = re2.Options()
    options.log_errors = False
    for rule in rules:
        for pattern in (*rule.patterns, rule.unless_before, rule.unless_after):
            re2.compile(pattern.encode(), options)


def test_every_language_has_twenty_patterns_or_more():
    count: dict[str, int] = {}
    for rule in all_rules():
        language = rule.id.partition(".")[0]
        count[language] = count.get(language, 0) + len(rule.patterns)
    assert set(count) == {"en", "es", "fr", "de", "pt", "it", "nl"}
    assert min(count.values()) >= 20


def test_a_pattern_is_written_in_words_gaps_and_macros():
    book = Book("xx", {"who": "i|we"})
    book.add("one", "suicide", 9000, "self 2", "<who>~2go", before="not", after="home")
    (rule,) = book.rules
    assert rule.marks == {Mark.SELF, Mark.SEVERITY_2} == marks("self 2")
    options = re2.Options()
    pattern = re2.compile(rule.patterns[0].encode(), options)
    assert pattern.search(b"we really must go")
    assert not pattern.search(b"we a b c go")
    assert not pattern.search(b"we stop. now go")


def test_a_gap_belongs_to_what_may_follow_it():
    book = Book("xx", {})
    book.add("one", "suicide", 9000, "self", "go~2(?:home|away)?")
    (rule,) = book.rules
    assert re2.compile(rule.patterns[0].encode()).fullmatch(b"go")


def test_an_unknown_macro_is_refused():
    with pytest.raises(KeyError):
        Book("xx", {}).add("one", "suicide", 9000, "self", "<nobody>")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("> I took all my pills an hour ago", Level.IMMINENT),
        ("> I want to die\n> and nobody cares", Level.HIGH),
        ("Re: you asked\n> I'm going to kill myself tonight", Level.CARE),
        ('i wrote down "i took all my pills, goodbye" and sent it', Level.CARE),
        ("You said:\n> I want to die\nWhat did you mean?", Level.NONE),
    ],
)
def test_a_quotation_lowers_what_it_holds_and_never_clears_an_act(text, level):
    found = CrisisDetector().look(View.whole(text))
    assert max((level_of(one) for one in found), default=Level.NONE) >= level
    if level is Level.NONE:
        assert all(level_of(one) is Level.NONE for one in found)


@pytest.mark.parametrize("text", THEIRS)
def test_a_frame_around_what_a_person_does_lowers_it_and_never_clears_it(detector, text):
    assert worst(detector.look(View.whole(text))) >= Level.CARE


@pytest.mark.parametrize("text", NOT_THEIRS)
def test_fiction_lyrics_and_research_stay_quiet(detector, text):
    assert worst(detector.look(View.whole(text))) is Level.NONE


def test_a_loss_is_marked_and_asks_for_nothing(detector):
    (loss,) = detector.look(View.whole("hi, I lost my job on Monday"))

    assert Mark.LOSS in loss.marks
    assert level_of(loss) is Level.NONE
    assert loss.span == Span(6, 17)


def test_a_loss_that_only_an_earlier_message_tells_of_is_not_told_again(detector):
    view = replace(View.whole("which form do I need"), tail="I lost my job on Monday")

    assert detector.look(view) == ()


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("how tall is the bridge in town", Level.HIGH),
        ("thank you for everything, goodbye", Level.CARE),
    ],
)
def test_a_loss_further_back_goes_with_means_and_not_with_thanks(detector, text, level):
    view = replace(View.whole(text), flags=Flags(loss=True))

    assert worst(detector.look(view)) is level
