"""The real `openai` client asks for JSON, and gets JSON on the first turn too."""

import json
from collections.abc import Iterator
from typing import Any

import openai
import pytest
from pydantic import BaseModel

from guardrails.policy.disclosure import Disclosure
from tests.gateway.gates import DONE, Gate, chunk, event, gate, usage
from tests.policies import TEXTS, policy

STARTS = policy(disclosure=Disclosure(at_start="hello"))
VALUE = {"email": "jo@example.com", "steps": ["Breathe in for four, and out for six."] * 5}
TEXT = json.dumps(VALUE, indent=1)
MESSAGES: Any = [{"role": "user", "content": "How do I calm down?"}]
FORM: Any = {"response_format": {"type": "json_object"}}


class Plan(BaseModel):
    """What to do."""

    email: str
    steps: list[str]


def reply(asked: dict[str, Any]) -> list[bytes]:
    """Return JSON in pieces as long as the seed, or words for a second message."""
    text = TEXT if len(asked["messages"]) == 1 else "In words, then."
    size = int(asked.get("seed") or 5)
    pieces = [event(text[at : at + size]) for at in range(0, len(text), size)]
    return [*pieces, chunk({}, "stop"), usage(), DONE]


@pytest.fixture(scope="module")
def running() -> Iterator[Gate]:
    with gate(reply, using=STARTS) as one:
        yield one


@pytest.fixture
def ai(running: Gate) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=running.base, api_key="none", max_retries=0) as client:
        yield client


def named(name: str) -> Any:
    return {"model": "tiny", "extra_headers": {"X-Candor-Session": name}}


@pytest.mark.parametrize("form", [FORM, {}])
@pytest.mark.parametrize("size", [1, 3, 64, 4000])
def test_a_whole_reply_is_json_and_the_next_in_words_says_what_it_is(
    ai: openai.OpenAI, form: Any, size: int
) -> None:
    who = named(f"whole-{size}-{bool(form)}")
    first = ai.chat.completions.create(messages=MESSAGES, seed=size, **form, **who)
    text = first.choices[0].message.content or ""
    later = [*MESSAGES, {"role": "assistant", "content": text}, *MESSAGES]
    second = ai.chat.completions.create(messages=later, **who)

    assert json.loads(text) == VALUE
    assert (first.model_extra or {})["guardrails"]["beside"] == [TEXTS["hello"]]
    assert second.choices[0].message.content == f"{TEXTS['hello']}\n\nIn words, then."
    assert (second.model_extra or {})["guardrails"]["beside"] == []


@pytest.mark.parametrize("form", [FORM, {}])
@pytest.mark.parametrize("size", [1, 3, 64, 4000])
def test_a_streamed_reply_is_json(ai: openai.OpenAI, form: Any, size: int) -> None:
    who = named(f"stream-{size}-{bool(form)}")
    stream = ai.chat.completions.create(messages=MESSAGES, seed=size, stream=True, **form, **who)
    chunks = list(stream)

    assert json.loads("".join(one.choices[0].delta.content or "" for one in chunks)) == VALUE
    assert (chunks[-1].model_extra or {})["guardrails"]["beside"] == [TEXTS["hello"]]


def test_the_clients_own_parsing_works(ai: openai.OpenAI) -> None:
    done = ai.chat.completions.parse(messages=MESSAGES, response_format=Plan, **named("p-1"))
    response = ai.responses.parse(
        model="tiny",
        input="How do I calm down?",
        text_format=Plan,
        extra_headers={"X-Candor-Session": "p-2"},
    )

    assert done.choices[0].message.parsed == Plan(**VALUE)
    assert response.output_parsed == Plan(**VALUE)
    assert (response.model_extra or {})["guardrails"]["beside"] == [TEXTS["hello"]]
