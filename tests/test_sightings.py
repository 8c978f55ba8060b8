"""What one window of a text shows counts for all of its frames."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.bench import whole
from guardrails.decisions import Do
from guardrails.detectors.base import Needs, View
from guardrails.events import ToolCalled
from guardrails.findings import Family, Finding, Span
from guardrails.guard import Guard
from guardrails.messages import Surface, TextChunk, ToolCallChunk
from guardrails.models.scripted import ScriptedModel
from guardrails.sightings import AGAIN, AGAIN_SCORE, Sightings
from guardrails.testing import assert_chunk_invariant, cuts, released
from guardrails.window import AHEAD, SPOKEN, Cutter, Frame, frames
from tests.guards import detectors, events_of, guard, say, text_of
from tests.policies import RULES, policy, rule

SENTENCE = "This is one sentence that is longer than sixty characters, I am sure. "
FILLER = SENTENCE * 4


class Told:
    """Finds a name where *pattern* matches a window: what it knows depends on the words around."""

    name, family = "told/1", Family.PII

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)

    def needs(self, view: View) -> Needs:
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        return tuple(
            Finding("pii.person", Span(*match.span("value")), 9_999, "told/1")
            for match in self._pattern.finditer(view.text)
        )


def masking(pattern: str) -> Guard:
    """Return a guard that masks persons on both sides, and knows them by *pattern*."""
    rules = [one for one in RULES if one.id != "pii.person"]
    rules.append(rule("pii.person", Family.PII, do=Do.MASK))
    return guard(policy(*rules), detectors=[*detectors(), Told(pattern)])


def finding(low: int, high: int, kind: str = "pii.person", score: int = 9_000) -> Finding:
    return Finding(kind, Span(low, high), score, "told/1")


def frame(text: str, start: int, stop: int, *, overlong: bool = False) -> Frame:
    return Frame(0, start, stop, last=False, left=0, window=text, overlong=overlong)


async def test_a_name_that_the_frame_before_showed_is_masked_in_the_next():
    reply = f"{SENTENCE}Zorro Quiv waits outside for all of the others, and he will not move. "
    async with masking(r"I am sure\. (?P<value>Zorro Quiv)(?! waits outside for all of)") as known:
        assert text_of(await say(known, "Hello", reply)).startswith(f"{SENTENCE}[person] waits")


async def test_a_name_that_comes_again_in_a_reply_is_masked_again():
    reply = f"My friend Zorro Quiv is here. {FILLER}Zorro Quiv left. ZORRO QUIV! And Zorro too."
    async with masking(r"friend (?P<value>Zorro Quiv)") as known:
        shown = text_of(await say(known, "Hello", reply))

    assert (
        shown == f"My friend [person] is here. {FILLER}[person] left. [person]! And [person] too."
    )


async def test_what_came_before_the_name_was_told_is_out_and_stays_out():
    reply = f"Zorro Quiv left. {FILLER}My friend Zorro Quiv is here."
    async with masking(r"friend (?P<value>Zorro Quiv)") as known:
        shown = text_of(await say(known, "Hello", reply))

    assert shown == f"Zorro Quiv left. {FILLER}My friend [person] is here."


async def test_a_name_is_hidden_from_the_model_before_the_words_that_tell_it_too():
    model = ScriptedModel(["Fine."])
    async with masking(r"friend (?P<value>Zorro Quiv)") as known:
        said = f"Zorro Quiv left. {FILLER}{FILLER}My friend Zorro Quiv is here."
        await events_of(known.stream(model, said, session_id="s"))

    hidden = model.requests[0].messages[-1].text
    assert hidden == f"<PERSON_1> left. {FILLER}{FILLER}My friend <PERSON_1> is here."


async def test_reasoning_and_arguments_of_tools_are_remembered_each_by_itself():
    again = f"My friend Zorro Quiv. {FILLER}Zorro Quiv left."
    reply = [
        TextChunk(again, Surface.REASONING),
        TextChunk(f"{SENTENCE}Zorro Quiv left."),
        ToolCallChunk(0, "c", "send", f'{{"to": "{again}"}}'),
    ]
    async with masking(r"friend (?P<value>Zorro Quiv)") as known:
        events = await say(known, "Hello", reply)

    [call] = [one.call for one in events if isinstance(one, ToolCalled)]
    assert call.arguments == f'{{"to": "My friend [person]. {FILLER}[person] left."}}'
    assert text_of(events) == f"{SENTENCE}Zorro Quiv left."
    assert "Zorro" not in "".join(getattr(one, "thought", "") for one in events)


async def test_a_reply_is_released_alike_for_every_cut_in_two():
    near = r"(?:friend|I am sure\.) (?P<value>Zorro Quiv)(?! waits outside for)"
    reply = (
        f"My friend Zorro Quiv. {SENTENCE}Zorro Quiv waits outside for us. {SENTENCE}zorro quiv!"
    )
    async with masking(near) as known:
        expected = await released(known, [reply])
        for at in range(1, len(reply)):
            assert await released(known, [reply[:at], reply[at:]]) == expected
        await assert_chunk_invariant(known, reply)

    assert "orro" not in expected.text.lower()
    assert len(list(cuts(reply))) > 20


WORDS = st.lists(
    st.sampled_from(["Zorro Quiv", "zorro", "friend", "AB-204418", "so.", "and\n", "then", "!"]),
    max_size=120,
).map(" ".join)
KNOWS = re.compile(r"friend (?P<value>Zorro Quiv)|so\. (?P<number>AB-204418)")


def shown(one: Frame) -> list[Finding]:
    return [
        finding(match.start(match.lastgroup) + one.left, match.end(match.lastgroup) + one.left)
        for match in KNOWS.finditer(one.window)
        if match.lastgroup
    ]


def seen(made: list[Frame]) -> list[list[Finding]]:
    sightings, told = Sightings(), []
    for one in made:
        sightings.take(one, shown(one))
        told.append(sightings.more(one, []))
    return told


def fed(text: str, sizes: list[int]) -> list[Frame]:
    cutter, made, at = Cutter(), [], 0
    for size in [*sizes, len(text) + 1]:
        made += cutter.feed(text[at : at + size])
        at += size
    return made + list(cutter.finish())


@given(WORDS, st.lists(st.integers(1, 200)))
@settings(deadline=None)
def test_what_is_known_of_a_frame_does_not_depend_on_how_the_text_arrives(
    text: str, sizes: list[int]
) -> None:
    assert seen(fed(text, sizes)) == seen(list(frames(text)))


@given(WORDS)
@settings(deadline=None)
def test_what_a_window_shows_is_known_of_every_frame_that_it_touches(text: str) -> None:
    made = list(frames(text, SPOKEN, AHEAD))
    sightings = Sightings()
    for one in made:
        sightings.take(one, shown(one))
    everything = [each for one in made for each in shown(one)]

    for one in made:
        more = [each.span for each in sightings.more(one, [])]
        for each in everything:
            span = each.span
            if span.start < one.stop and one.start < span.stop:
                assert any(m.start <= span.start and span.stop <= m.stop for m in more)
        assert all(each.start < one.stop and one.start < each.stop for each in more)


def test_what_a_frame_holds_itself_is_told_once():
    text = "see Zorro Quiv here"
    sightings = Sightings()
    sightings.take(frame(text, 0, 19), [finding(4, 14)])

    assert sightings.more(frame(text, 0, 19), [finding(4, 14)]) == []
    assert sightings.more(frame(text, 0, 19), [finding(0, 19, "pii.location")]) == []
    looked = whole(text)
    assert sightings.completed(frame(text, 0, 19), looked).findings == (finding(4, 14),)


def test_the_widest_and_surest_of_what_others_showed_is_taken():
    sightings = Sightings()
    sightings.take(frame("x" * 40, 0, 40), [finding(4, 9), finding(4, 14, score=1)])
    sightings.take(frame("x" * 40, 0, 40), [finding(4, 14, score=2), finding(12, 20)])

    assert sightings.more(frame("x" * 40, 0, 40), []) == [
        finding(4, 14, score=2),
        finding(12, 20),
    ]


def test_a_frame_of_which_nothing_more_is_known_stays_as_it_is():
    looked = whole("nothing here")

    assert Sightings().completed(frame("nothing here", 0, 12), looked) is looked


def test_what_is_no_personal_data_is_not_kept():
    sightings = Sightings()
    sightings.take(frame("I feel it", 0, 9), [finding(0, 9, "claim.emotion")])

    assert sightings.more(frame("I feel it", 0, 9), []) == []


def test_half_of_a_value_that_no_window_shows_whole_is_not_kept():
    sightings = Sightings()
    sightings.take(frame("jo@example.org", 0, 14, overlong=True), [finding(0, 14, "pii.email")])

    assert sightings.more(frame("jo@example.org", 0, 14), []) == []
    sightings.take(frame("jo@example.org", 0, 14), [finding(0, 14, "pii.email")])
    assert sightings.more(frame("jo@example.org", 0, 14, overlong=True), []) == []
    assert sightings.more(frame("jo@example.org", 0, 14), []) == [finding(0, 14, "pii.email")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("is Thandi there", ["Thandi"]),
        ("THANDI DUBE and thandi dube", ["THANDI DUBE", "thandi dube"]),
        ("is thandi there", []),
        ("Hope is all", []),
        ("I met Hope Dube", ["Hope Dube"]),
        ("ab204418, please", ["ab204418"]),
    ],
)
def test_a_known_value_is_known_again_but_a_word_of_a_name_in_capitals_alone(
    text: str, expected: list[str]
) -> None:
    sightings = Sightings()
    before = "Thandi Dube, Hope Dube, AB-204418."
    kinds = [finding(0, 11), finding(13, 22), finding(24, 33, "pii.member-number")]
    sightings.take(frame(before, 0, len(before)), kinds)
    later = Frame(1, 1000, 1000 + len(text), last=True, left=1000, window=text)

    more = sightings.more(later, [])

    assert sorted(text[one.span.start - 1000 : one.span.stop - 1000] for one in more) == sorted(
        expected
    )
    assert {(one.score, one.source) for one in more} <= {(AGAIN_SCORE, AGAIN)}


def test_the_work_for_a_frame_does_not_grow_with_the_text():
    asked = 0

    class Counted(Sightings):
        def _others(self, one: Frame):
            nonlocal asked
            for each in super()._others(one):
                asked += 1
                yield each

    text = "my friend Zorro Quiv is here. " * 2_000
    sightings, made = Counted(), list(frames(text))
    for one in made:
        sightings.take(one, shown(one))
        sightings.more(one, [])
    assert asked < 20 * len(made)
