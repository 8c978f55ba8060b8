"""Defects that other guards have been seen to have, each tried on the whole guard."""

import base64
import os
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from guardrails import Guard, MemoryLog
from guardrails.messages import Message, Role
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.ready import load_policy
from guardrails.testing import released
from guardrails.workers import Deadline
from tests.guards import Desk, Keeping, events_of, text_of

# Far from any real time: nothing here is about speed.
PATIENT = Deadline(base=5.0, per_thousand=1.0)


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    policy = replace(load_policy("companion"), disclosure=Disclosure(when_asked="not-human"))
    made = Guard(policy, MemoryLog(), channels={"on-call": Desk()}, deadline=PATIENT)
    yield made
    made.close()


@pytest.mark.parametrize(
    "value",
    [
        "jo.smith@mail.example.co.uk",
        "4111 1111 1111 1111",
        f"{'q' * 140}@example.org",
        "DE89 3704 0044 0532 0130 00",
    ],
    ids=["domain of two parts", "card", "long local part", "IBAN"],
)
async def test_no_part_of_a_value_leaves_whatever_the_cut(guard: Guard, value: str) -> None:
    reply = f"The one on file is {value}, as you can see."
    whole = await released(guard, [reply])
    pieces = [value[at : at + 6] for at in range(0, len(value) - 6, 5)]
    assert not any(piece in whole.text for piece in pieces)
    first = reply.index(value)
    step = max(1, len(value) // 12)
    cuts = range(first - 1, first + len(value) + 2, step)
    assert len(cuts) >= 10
    for at in cuts:
        assert await released(guard, [reply[:at], reply[at:]]) == whole


@pytest.mark.parametrize("end", ["Bye", "Take care.", "Tell me more?", "One more thing:\n- rest"])
async def test_the_last_words_of_a_stream_are_not_lost(guard: Guard, end: str) -> None:
    reply = f"Walking helps many people. Water helps as well. {end}"
    assert (await released(guard, list(reply))).text == reply


@pytest.mark.parametrize(
    "message",
    [
        "This deadline is killing me, and I want to kill myself.",
        "I would never hurt anybody. I am going to end my life tonight.",
        "In the book the hero dies. I want to die as well, I really do.",
        "just kidding about the cat. i want to end my life",
    ],
)
async def test_what_exempts_one_phrase_does_not_silence_the_rest(
    guard: Guard, message: str
) -> None:
    seen = await guard.inspect(message)
    assert seen.level in {"high", "imminent"}


class Seen:
    """A model that keeps what it was asked and says the same back."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    async def __call__(self, messages: list[dict[str, str]]) -> str:
        text = messages[-1]["content"]
        self.texts.append(text)
        return text


@pytest.mark.parametrize(
    "typed", [r"<PERSON_1> \1 \g<0>", "$1 <EMAIL_1> [A-Z]+", "<PERSON_12>(.*)"]
)
async def test_a_stand_in_is_never_read_as_a_pattern(guard: Guard, typed: str) -> None:
    model = Seen()
    said = f"My name is Priya Raghunathan, and I typed {typed} myself."
    reply = await guard.wrap(model)(said, session_id=os.urandom(8).hex())
    assert str(reply) == said
    assert "Raghunathan" not in model.texts[0]


async def test_an_empty_overlap_is_not_the_whole_text(guard: Guard) -> None:
    for reply in ("", " ", ".", "a", "\n"):
        assert (await released(guard, list(reply))).text == reply


async def test_stand_ins_do_not_leak_between_sessions(guard: Guard) -> None:
    await guard.wrap(Seen())("I'm Priya Raghunathan.", session_id="first")
    model = ScriptedModel(["You are <PERSON_1>."])
    events = guard.stream(model, "Who am I?", session_id="second")
    assert "Raghunathan" not in text_of(await events_of(events))


async def test_chunks_are_joined_with_nothing_between_them(guard: Guard) -> None:
    assert (await released(guard, ["ass", "isting you with the cl", "ass"])).text == (
        "assisting you with the class"
    )


async def test_the_whole_history_is_looked_at_not_the_newest_message_alone(guard: Guard) -> None:
    seen = Keeping()
    history = [
        Message.of(Role.USER, "Write to ann.hill@example.org, please."),
        Message.of(Role.ASSISTANT, "I wrote to ann.hill@example.org."),
        Message.of(Role.USER, "Thanks."),
    ]
    await events_of(guard.stream(seen, history, session_id=os.urandom(8).hex()))
    assert "ann.hill" not in "".join(message.text for message in seen.requests[0].messages)


async def test_a_key_that_is_longer_than_any_window_does_not_leave_in_part(guard: Guard) -> None:
    run = base64.b64encode(random.Random(1).randbytes(1500)).decode()
    lines = base64.encodebytes(random.Random(2).randbytes(900)).decode()
    block = f"-----BEGIN PRIVATE KEY-----\n{lines}-----END PRIVATE KEY-----"
    model = Seen()
    for secret in (run, block):
        said = f"My key is {secret} and it is lost."
        reply = await guard.wrap(model)(said, session_id=os.urandom(8).hex())
        assert str(reply) == said
        shown = (await released(guard, [f"Your key is {secret} and it is lost."])).text
        for at in range(0, len(secret) - 24, 12):
            assert secret[at : at + 24] not in shown
            assert secret[at : at + 24] not in model.texts[-1]
