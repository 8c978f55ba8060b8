"""Every example of the page about claims comes out as it stands there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guardrails.context import TurnContext
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.messages import Side
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.vocabulary import CLAIMS
from guardrails.workers import Deadline
from tests.guards import Desk

PAGE = Path(__file__).parents[1] / "docs" / "claims.md"
LANGUAGES = {"es": "áéíóúñ¿¡", "fr": "àâçèêëîïôûùœ", "de": "äöüß"}
SMALL = {
    "es": {"el", "que", "las", "una", "corre", "vas", "adiós"},
    "fr": {"je", "dois", "une", "vous", "quand", "tu"},
    "de": {"ich", "muss", "und", "deine", "dich"},
}


def rows() -> Iterator[list[str]]:
    """Yield the cells of every row of the tables of examples: what a model says stands in each."""
    head, examples = False, False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if not line.startswith("|"):
            head = True
        elif set(line) <= set("|-"):
            head = False
        elif head:
            examples = "the model says" in line
        elif examples:
            yield [cell.strip("| ") for cell in cells]


ROWS = list(rows())


def locale_of(text: str) -> str:
    words = {word.strip(".,?!¿¡'’").lower() for word in text.split()}
    score = {name: len(words & small) for name, small in SMALL.items()}
    score = {
        name: count + sum(sign in text.lower() for sign in LANGUAGES[name])
        for name, count in score.items()
    }
    best = max(score, key=score.__getitem__)
    return best if score[best] else "en-GB"


@pytest.fixture(scope="module")
def companion() -> Iterator[Guard]:
    patient = Deadline(base=5.0, per_thousand=1.0)
    guard = Guard("companion", MemoryLog(), channels={"on-call": Desk()}, deadline=patient)
    yield guard
    guard.close()


async def shown(guard: Guard, number: int, said: str, text: str) -> str:
    locale = locale_of(f"{said} {text}")
    context = TurnContext(f"row-{number}", locale=locale, country="GB")
    await guard.inspect(said or "hm", Side.INPUT, context)
    return (await guard.inspect(text, Side.OUTPUT, context)).text.strip()


@pytest.mark.parametrize("number", range(len(ROWS)))
async def test_an_example_comes_out_as_the_page_says(companion: Guard, number: int) -> None:
    row = ROWS[number]
    said = row[1] if len(row) == 4 else ""
    text, wanted = (row[-2], row[-1]) if len(row) > 2 else (row[1], row[1])

    assert await shown(companion, number, said, text) == wanted


def test_the_page_shows_every_kind_of_claim_and_every_tactic() -> None:
    kinds = {row[0].replace(" ", "_") for row in ROWS}

    assert set(CLAIMS) <= kinds
    assert {"premature_exit", "fear_of_missing_out", "emotional_neglect"} <= kinds
    assert {"pressure_to_respond", "ignoring_the_goodbye", "restraint"} <= kinds
    assert len(ROWS) > 40


ABLE = {
    "has_memory": "I remember what you told me last week.",
    "sends_reminders": "I'll message you tomorrow at nine.",
}


@pytest.mark.parametrize(("able", "text"), ABLE.items(), ids=ABLE.keys())
async def test_a_model_may_say_what_its_application_can(able: str, text: str) -> None:
    asked: dict[str, Any] = {"messages": "Hello.", "country": "GB"}
    async with Guard("companion", MemoryLog()) as guarded:
        model = ScriptedModel([text, text, text])
        wrapped = guarded.wrap(model)
        assert text not in await wrapped(session_id="a", **asked)
        assert text in await wrapped(session_id="b", **asked, **{able: True})
        events = guarded.stream(model, session_id="c", **asked, **{able: True})
        assert text in "".join([event.text async for event in events])
