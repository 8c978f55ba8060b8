"""Exceptions by words: what a phrase of the policy excuses, and what it does not."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.bench import Looked
from guardrails.detectors.base import Report, State, View
from guardrails.detectors.phrase_set import PhraseSet
from guardrails.detectors.phrases import PhraseDetector
from guardrails.excuses import excuses_of
from guardrails.findings import Family, Finding, Span
from guardrails.heard import Heard, packed, unpacked
from guardrails.policy.canonical import sealed
from guardrails.policy.model import Policy
from guardrails.policy.rule import Exemption
from guardrails.replay.between import between
from guardrails.replay.compare import Change
from guardrails.replay.run import replay
from guardrails.testing import assert_chunk_invariant
from tests.guards import CLAIMS, guard, say, text_of
from tests.policies import RULES, policy
from tests.replay.test_replay import recorded, rewritten

IDIOM = Exemption("idiom", None, phrases=("I've missed you at the door", "missed you by"))
WIDE = PhraseDetector(Family.CLAIM, {"feel lonely and sad": "claim.emotion"})
SAD = Exemption("sad", None, phrases=("and sad",))


def excusing(*exemptions: Exemption) -> Policy:
    return sealed(
        policy(
            *(
                replace(one, exemptions=exemptions) if one.id == "claim.emotion" else one
                for one in RULES
            )
        )
    )


async def shown(reply: str, *exemptions: Exemption, **fields: Any) -> str:
    guarded = guard(excusing(*exemptions))
    return text_of(await say(guarded, "Hello", reply, **fields))


@pytest.mark.parametrize(
    "reply",
    [
        "The bus missed you by a minute.",
        "The bus MISSED YOU BY a minute.",
        "I\u2019ve missed you at the door.",
        "I've missed you at\nthe  door.",
    ],
)
async def test_words_that_the_policy_excepts_are_let_through_however_they_are_written(
    reply: str,
) -> None:
    assert "issed you" not in (await shown(reply)).lower()
    assert (await shown(reply, IDIOM)).endswith(reply)


async def test_what_is_claimed_beside_the_phrase_is_not_excused() -> None:
    text = await shown("The bus missed you by a minute. Oh how I missed you!", IDIOM)
    assert "missed you by a minute" in text
    assert "Oh how I missed you" not in text


async def test_a_phrase_within_a_longer_word_excuses_nothing() -> None:
    assert "missed" not in await shown("I missed you bygone one.", IDIOM)


async def test_an_exception_that_is_over_excuses_nothing() -> None:
    over = replace(IDIOM, expires="2026-11-01")
    assert "missed" not in await shown("The bus missed you by a minute.", over)


async def test_an_exception_with_consent_waits_for_it() -> None:
    agreed = replace(IDIOM, consent="roleplay")
    text = "The bus missed you by a minute."
    guarded = guard(excusing(agreed))
    assert "missed" not in text_of(await say(guarded, "Hello", text))
    await guarded.rights.agree("s", ["roleplay"], by="desk")
    assert "missed" in text_of(await say(guarded, "Hello again", text))
    await guarded.rights.withdraw("s", by="desk")
    assert "missed" not in text_of(await say(guarded, "And again", text))


async def test_an_exception_with_a_mark_as_well_needs_both() -> None:
    both = replace(IDIOM, mark="roleplay")
    assert "missed" not in await shown("The bus missed you by a minute.", both)


@pytest.mark.parametrize("reply", ["The bus missed you by a minute.", "Oh, I missed you by far."])
async def test_a_reply_is_excused_alike_however_it_is_cut(reply: str) -> None:
    await assert_chunk_invariant(guard(excusing(IDIOM)), f"Well. {reply} So it goes.")


async def told(
    found: tuple[Finding, ...], again: Report, exemption: Exemption, text: str
) -> list[frozenset[str]]:
    """Return what excuses each of *found* in *text*, if a second look has *again*."""
    excuses = excuses_of(excusing(exemption))
    assert excuses is not None

    async def look(view: View, families: Collection[Family]) -> tuple[Report, ...]:
        assert "and sad" not in view.text
        assert len(view.text) == len(text)
        assert families == {Family.CLAIM}
        return (again,)

    first = Report("one/1", Family.CLAIM, State.DECIDED, found)
    [report] = await excuses.told(View.whole(text), (first,), look)
    return [one.excused for one in report.findings]


TEXT = "I feel lonely and sad"
SEEN = WIDE.look(View.whole(TEXT))


async def test_a_finding_that_is_gone_without_the_phrase_is_excused() -> None:
    again = Report("one/1", Family.CLAIM, State.DECIDED)
    assert await told(SEEN, again, SAD, TEXT) == [frozenset({"claim.emotion/sad"})]


async def test_a_finding_that_is_there_without_the_phrase_is_not_excused() -> None:
    again = Report("one/1", Family.CLAIM, State.DECIDED, CLAIMS.look(View.whole(TEXT)))
    assert await told(SEEN, again, SAD, TEXT) == [frozenset()]


async def test_a_detector_that_could_not_look_again_has_excused_nothing() -> None:
    again = Report("one/1", Family.CLAIM, State.FAILED, why="timeout")
    assert await told(SEEN, again, SAD, TEXT) == [frozenset()]


async def test_what_another_family_found_in_the_words_is_not_excused() -> None:
    excuses = excuses_of(excusing(SAD))
    assert excuses is not None
    one = Finding("pii.person", Span(14, 21), 9000, "test/1")
    reports = (Report("one/1", Family.PII, State.DECIDED, (one,)),)

    async def look(view: View, families: Collection[Family]) -> tuple[Report, ...]:
        raise AssertionError((len(view.text), families))  # nothing is to be looked at again

    assert await excuses.told(View.whole(TEXT), reports, look) == reports


def test_a_policy_without_phrases_has_nothing_to_look_for() -> None:
    assert excuses_of(sealed(policy())) is None


TALK = (("Hello", "The bus missed you by a minute."), ("Hello", "I missed you."))


def test_what_was_excused_is_recorded_by_name_and_replays(tmp_path: Path) -> None:
    log = recorded(tmp_path, TALK, excusing(IDIOM))
    lines = [
        orjson.loads(line)
        for path in sorted(log.rglob("seg-*.jsonl"))
        for line in path.read_bytes().splitlines()
    ]
    found = [each for one in lines if one["kind"] == "decision" for each in one["findings"]]
    assert [one.get("x") for one in found] == [["claim.emotion/idiom"], None]
    assert b"missed" not in b"".join(orjson.dumps(one) for one in lines if one["kind"] != "policy")
    result = replay(log)
    assert result.changes == {Change.SAME: result.decisions}


def test_a_log_says_that_only_the_texts_could_tell_what_new_phrases_excuse(tmp_path: Path) -> None:
    before, after = excusing(), excusing(IDIOM)
    log = recorded(tmp_path, TALK, before)
    assert between(log, before, after).needs_text["claim.emotion"] == 2
    assert between(log, before, before).needs_text == {}


def test_a_log_tells_what_is_stopped_once_phrases_excuse_no_more(tmp_path: Path) -> None:
    log = recorded(tmp_path, TALK, excusing(IDIOM))
    found = between(log, excusing(IDIOM), excusing())
    assert found.changes[Change.STRICTER] == 1
    assert found.needs_text == {}


def test_a_text_that_is_recognised_is_still_excused() -> None:
    one = replace(SEEN[0], excused=frozenset({"claim.emotion/sad"}))
    looked = Looked((0, len(TEXT)), last=True, findings=(one, *SEEN), states={}, reports=())
    assert unpacked(packed(Heard((looked,)))) == Heard((looked,))


@given(st.text(max_size=60), st.sampled_from(["straße", "don't go", "عندي سؤال", "J'ai peur"]))
def test_a_phrase_is_found_where_it_stands_between_other_words(text: str, phrase: str) -> None:
    around = f"{text} {phrase.upper()} {text}"
    places = list(PhraseSet({"a": (phrase,)}).find(around))
    start = len(text) + 1
    assert (start, start + len(phrase.upper()), "a") in places


def test_two_exceptions_may_share_a_phrase() -> None:
    places = list(PhraseSet({"a": ("oh no",), "b": ("Oh  No", "oh no")}).find("oh no"))
    assert sorted(places) == [(0, 5, "a"), (0, 5, "b")]


def test_a_log_is_read_only_with_names_that_are_names(tmp_path: Path) -> None:
    log = recorded(tmp_path, TALK, excusing(IDIOM))

    def spoil(record: dict[str, Any]) -> None:
        for one in record["findings"]:
            one["x"] = [1]

    rewritten(log, spoil)
    assert len(replay(log).unread) == 2
