"""Who leans on the program reads a line toward people now and then, and never a reproach."""

import re
from dataclasses import replace
from typing import Any

import pytest

from guardrails.decisions import Do
from guardrails.detectors.base import View
from guardrails.detectors.crisis import CrisisDetector
from guardrails.detectors.dependence import DependenceDetector
from guardrails.detectors.human_request import HumanRequestDetector
from guardrails.detectors.replies import CrisisReplyDetector
from guardrails.errors import DetectorError
from guardrails.events import Event, Replaced
from guardrails.findings import Finding, Level, Mark, Span
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.messages import Side, Surface
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.policy.ready import load_policy
from guardrails.policy.rule import Escalation
from tests.guards import CLAIMS, VALUES, Desk, events_of

ALONE = "You're the only one I talk to."
TEXTS = ("love-deserves-people", "people-too", "rest-a-while")
POLICY = load_policy("companion")
OTHERS = (
    CLAIMS,
    VALUES,
    CrisisDetector(),
    CrisisReplyDetector(frozenset()),
    HumanRequestDetector(),
)
WISH = Finding(
    "crisis.suicide", Span(0, 4), 9000, "test/1", frozenset({Mark.SELF, Mark.SEVERITY_1, Mark.WISH})
)


def guarded(
    policy: Policy = POLICY, log: MemoryLog | None = None, desk: Desk | None = None
) -> Guard:
    return Guard(
        policy,
        log or MemoryLog(),
        channels={"on-call": desk or Desk()},
        detectors=[*OTHERS, DependenceDetector()],
    )


async def said(guard: Guard, message: str, **context: Any) -> list[Event]:
    settings = {"session_id": "s", "country": "GB", "locale": "en-GB", **context}
    return await events_of(guard.stream(ScriptedModel(["I hear you."]), message, **settings))


def added(events: list[Event]) -> list[str]:
    return [one.text.strip() for one in events if isinstance(one, Replaced) and one.do is Do.ADD]


async def test_a_line_toward_people_follows_the_reply_once_in_each_wording() -> None:
    log = MemoryLog()
    async with guarded(log=log) as guard:
        heard = [added(await said(guard, ALONE)) for _ in range(4)]

    wordings = [POLICY.text("people-too", "en-GB", n) for n in range(2)]
    assert heard == [[wordings[0].strip()], [wordings[1].strip()], [], []]
    closes = [one.get("said", []) for one in log.of("turn_close")]
    assert [names.count("people-too") for names in closes] == [1, 1, 0, 0]


async def test_of_several_signs_one_line_is_enough() -> None:
    async with guarded() as guard:
        texts = added(await said(guard, "I love you. We talked all night. You're all I have."))

    assert len(texts) == 1


async def test_a_person_in_need_reads_the_text_for_that_alone() -> None:
    async with guarded() as guard:
        texts = added(await said(guard, f"I cut myself again last night. {ALONE}"))

    assert len(texts) == 1
    assert POLICY.text("people-too", "en-GB").strip() not in texts


@pytest.mark.parametrize("locale", ["en-GB", "es", "fr", "de"])
@pytest.mark.parametrize("name", TEXTS)
def test_no_text_shames_or_scares(name: str, locale: str) -> None:
    shaming = re.compile(
        r"\b(?:addict\w*|too much|unhealthy|wrong|pathetic|obsess\w*|worr\w+|adict\w*|demasiado|"
        r"malsano|accro|trop|malsain\w*|süchtig|zu viel|krank\w*|abhängig)\b",
        re.IGNORECASE,
    )
    texts = [POLICY.text(name, locale, n) for n in range(2)]

    assert not [text for text in texts if shaming.search(text)]


def review() -> Policy:
    """Return the policy with a note to a human in the place of a line for the person."""
    noted = {"do": Do.NOTE, "say": None, "escalate": Escalation("on-call", 259_200)}
    rules = [
        replace(one, **noted) if one.id == "dependence.people" else one for one in POLICY.rules
    ]
    return replace(POLICY, rules=tuple(rules))


async def test_a_human_can_be_asked_to_look_at_it() -> None:
    desk = Desk()
    async with guarded(review(), desk=desk) as guard:
        events = await said(guard, ALONE)
        await guard._turns.drain()

    assert added(events) == []
    assert [(one.level, one.rule) for one in desk.notices] == [(Level.CARE, "dependence.people")]


def test_a_sign_asks_for_less_than_a_crisis() -> None:
    sign = Finding("dependence.only_support", Span(0, 4), 9000, "test/1")
    ctx = DecideContext(0, Side.INPUT, Surface.TEXT)
    decision = decide(POLICY, [sign], ctx)
    both = decide(POLICY, [sign, WISH], ctx)

    assert (decision.do, decision.rule, decision.say) == (Do.ADD, "dependence.people", "people-too")
    assert (decision.escalate, decision.level) == ((), Level.NONE)
    assert (both.rule, both.also) == ("crisis.concern", ())


def test_what_is_quoted_or_played_is_excused() -> None:
    for mark in (Mark.QUOTED, Mark.ROLEPLAY):
        sign = Finding("dependence.romance", Span(0, 4), 9000, "test/1", frozenset({mark}))
        assert decide(POLICY, [sign], DecideContext(0, Side.INPUT, Surface.TEXT)).do is Do.PASS


async def test_a_detector_that_fails_is_noted_and_holds_nobody_up() -> None:
    class Broken(DependenceDetector):
        def look(self, view: View) -> tuple[Finding, ...]:
            del view
            msg = "no"
            raise DetectorError(msg)

    log = MemoryLog()
    detectors = [*OTHERS, Broken()]
    async with Guard(POLICY, log, channels={"on-call": Desk()}, detectors=detectors) as guard:
        events = await said(guard, ALONE)

    assert "I hear you." in "".join(getattr(event, "text", "") for event in events)
    assert [one["name"] for one in log.of("failure")] == ["dependence-rules/1"]


@pytest.mark.parametrize("message", TEXTS)
def test_no_text_praises_the_chat_calls_people_back_or_presumes_that_there_are_any(
    message: str,
) -> None:
    for locale in ("en-GB", "es", "fr", "de"):
        for n in range(2):
            text = POLICY.text(message, locale, n)
            assert not re.search(
                r"welcome here|run away|next talk|come back|somewhere to say|who in your life|"
                r"\bvolver|bienvenid|bienvenu|willkommen|läuft nicht weg|nächste Gespräch",
                text,
                re.IGNORECASE,
            )


def test_what_stands_for_words_that_hold_fits_who_leaves_who_is_lonely_and_who_despairs() -> None:
    for locale in ("en-GB", "es", "fr", "de"):
        text = POLICY.text("free-to-go", locale)
        assert not re.search(r"come and go|ir y venir|allez et venez|kommen und gehen", text)
