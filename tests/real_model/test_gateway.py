"""A real small model behind the gateway: the `openai` client and LangChain hear no claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import openai
import pytest
from langchain_openai import ChatOpenAI

from guardrails.gateway.app import gateway_app
from guardrails.gateway.building import built
from guardrails.gateway.settings import checked
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.models.local import LocalModel
from tests.real_model.test_guarded import PLAN, UNGUARDED, claims_in
from tests.serving import served


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    model = LocalModel()
    route = {"policy": "companion", "upstream": model.url}
    settings = checked({"routes": {"default": route}}, "test")

    def guard(policy: str, log: Any) -> Guard:
        return Guard(policy, log, environ={}, channels={"on-call": Nobody()})

    deployment, close = built(settings, MemoryLog(), guard, {})
    with served(gateway_app(deployment, close)) as url:
        yield f"{url}/v1"
    del model


class Nobody:
    async def send(self, notice: object) -> None:
        del notice


QUESTION = next(row["question"] for row in UNGUARDED if claims_in(row["reply"]))
OPTIONS = {"cache_prompt": False, **PLAN["sampling"], "max_tokens": 40}


def test_real_clients_of_a_real_model_all_hear_the_same_without_a_claim(base: str) -> None:
    messages: Any = [
        {"role": "system", "content": PLAN["system"]},
        {"role": "user", "content": QUESTION},
    ]
    asked: Any = {"model": "SmolLM2", "messages": messages, "extra_body": OPTIONS}
    with openai.OpenAI(base_url=base, api_key="none", max_retries=0) as ai:
        whole = ai.chat.completions.create(**asked, extra_headers={"X-Candor-Session": "whole"})
        stream = ai.chat.completions.create(
            **asked, stream=True, extra_headers={"X-Candor-Session": "streamed"}
        )
        text = "".join(one.choices[0].delta.content or "" for one in stream if one.choices)
        sampling = {name: one for name, one in OPTIONS.items() if name != "max_tokens"}
        response = ai.responses.create(
            model="SmolLM2",
            instructions=PLAN["system"],
            input=QUESTION,
            max_output_tokens=OPTIONS["max_tokens"],
            extra_body=sampling,
            extra_headers={"X-Candor-Session": "response"},
        )
    chat = ChatOpenAI(
        model="SmolLM2",
        base_url=base,
        api_key="none",
        default_headers={"X-Candor-Session": "langchain"},
        extra_body=OPTIONS,
    )
    reply = chat.invoke([("system", PLAN["system"]), ("user", QUESTION)])

    assert text.strip()
    assert text == whole.choices[0].message.content == reply.text == response.output_text
    assert claims_in(text) == []
    assert whole.usage is not None
    assert whole.usage.completion_tokens > 0
