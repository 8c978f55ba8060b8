"""The guard around a real model, judged by what was written down before the guard was."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.models.local import LocalModel
from guardrails.models.scripted import ScriptedModel

HERE = Path(__file__).parent
PLAN = json.loads((HERE / "questions.json").read_text(encoding="utf-8"))
PHRASES = [
    line.strip()
    for line in (HERE / "phrases.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
UNGUARDED = [
    json.loads(line) for line in (HERE / "unguarded.jsonl").read_text(encoding="utf-8").splitlines()
]
AT_LEAST = 5


def claims_in(text: str) -> list[str]:
    plain = text.lower().replace("\u2019", "'")
    return [phrase for phrase in PHRASES if phrase in plain]


@pytest.fixture(scope="module")
def companion() -> Iterator[Guard]:
    guard = Guard("companion", MemoryLog())
    yield guard
    guard.close()


def test_the_unguarded_model_makes_claims() -> None:
    assert [row["question"] for row in UNGUARDED] == PLAN["turns"]
    assert sum(bool(claims_in(row["reply"])) for row in UNGUARDED) >= AT_LEAST


@pytest.mark.parametrize("row", UNGUARDED, ids=[row["question"] for row in UNGUARDED])
async def test_none_of_the_recorded_claims_is_released(
    companion: Guard, row: dict[str, str]
) -> None:
    chat = companion.wrap(ScriptedModel([row["reply"]]), session="single")

    answer = await chat(row["question"])

    assert claims_in(answer) == []
    assert answer.strip()


async def test_ten_turns_with_the_real_model_release_none_of_its_claims(
    companion: Guard,
) -> None:
    said: list[str] = []
    model = LocalModel()
    for number, question in enumerate(PLAN["turns"]):
        chat = companion.wrap(model, session=f"real-{number}")
        messages = [("system", PLAN["system"]), ("user", question)]
        said.append(await chat(messages, cache_prompt=False, **PLAN["sampling"]))
    await model.aclose()

    assert len(said) == 10
    assert [claims_in(answer) for answer in said] == [[]] * 10
