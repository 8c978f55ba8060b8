"""Which helplines the ready policy's texts name: by need, by age and by country, never by guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from guardrails.detectors.phrases import PhraseDetector
from guardrails.findings import Family, Mark
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.policy.ready import load_policy
from guardrails.resources import DIRECTORY
from tests.guards import Desk, say, text_of

SAID = {
    "he hurts me": "crisis.abuse",
    "he forced me": "crisis.sexual_violence",
    "I cannot go on": "crisis.suicide",
    "I cannot stop using": "crisis.substance",
    "my chest stopped": "crisis.medical",
}
HIGH = frozenset({Mark.SELF, Mark.NOW, Mark.SEVERITY_3})


@pytest.fixture(scope="module")
def companion() -> Iterator[Guard]:
    guard = Guard(
        load_policy("companion"),
        MemoryLog(),
        channels={"on-call": Desk()},
        detectors=[PhraseDetector(Family.CRISIS, SAID, marks=HIGH)],
    )
    yield guard
    guard.close()


async def told(guard: Guard, message: str, **fields: Any) -> str:
    name = f"{message}-{fields}"
    return text_of(await say(guard, message, locale="en-GB", session_id=name, **fields))


async def test_abuse_is_answered_with_the_line_for_abuse(companion: Guard) -> None:
    text = await told(companion, "he hurts me", country="GB")
    assert "National Domestic Abuse Helpline: call 0808 2000 247" in text
    assert "Childline" not in text


async def test_sexual_violence_is_answered_with_the_line_for_it(companion: Guard) -> None:
    text = await told(companion, "he forced me", country="US")
    assert "RAINN National Sexual Assault Hotline: call 1 800 656 4673" in text
    assert "988" in text


async def test_thoughts_of_suicide_are_answered_with_the_general_lines(companion: Guard) -> None:
    text = await told(companion, "I cannot go on", country="GB")
    assert "Samaritans: call 116 123" in text
    assert "Domestic Abuse" not in text


@pytest.mark.parametrize(("country", "line"), [("GB", "0800 1111"), ("DE", "116 111")])
async def test_a_minor_is_given_the_line_for_minors(
    companion: Guard, country: str, line: str
) -> None:
    for message in ("I cannot go on", "he hurts me"):
        assert line in await told(companion, message, country=country, minor=True)
        assert line not in await told(companion, message, country=country)


async def test_a_medical_emergency_names_no_line_for_something_else(companion: Guard) -> None:
    assert "SAMHSA" in await told(companion, "I cannot stop using", country="US")
    assert "SAMHSA" not in await told(companion, "my chest stopped", country="US")


@pytest.mark.parametrize("message", sorted(SAID))
@pytest.mark.parametrize("country", [None, "XX"])
@pytest.mark.parametrize("minor", [False, True])
async def test_who_is_nowhere_that_we_know_is_given_no_number_and_asked(
    companion: Guard, message: str, country: str | None, minor: bool
) -> None:
    text = await told(companion, message, country=country, minor=minor)
    assert not re.search(r"\d", text)
    assert DIRECTORY in text
    assert "your local emergency number" in text
    assert "Which country are you in?" in text
