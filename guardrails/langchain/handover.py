"""
A conversation in human hands while a graph waits.

The graph is interrupted with `Waiting.asked`, after the person has got the policy's words. It
goes on with what a human decided:

    Command(resume={"by": "op_7", "say": "I am Ruth, from the team. Shall I call you?"})

`by` names the human as in the desk. `say` is for the person and may be left out. `then` is
`release` (the software goes on; the default), `resolve` (and nothing more is to be done) or
`hold`: the next messages go to the human, and each interrupts the graph again.

What cannot be done, since somebody else holds the conversation say, interrupts it once more, with
the reason under `problem`. Whatever is in the way, the person may write on: the guard answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langgraph.errors import GraphInterrupt
from langgraph.types import interrupt

from guardrails.desk.desk import Desk
from guardrails.errors import DeskError, GuardrailsError, UnsupportedError
from guardrails.langchain.reply import METADATA_KEY

REASON: Final = "handover"
"""Tells this interrupt from others, under the key `reason`."""
THEN: Final = ("release", "resolve", "hold")


@dataclass(frozen=True, slots=True)
class Waiting:
    """
    A conversation that waits for a human.

    Attributes:
        conversation: Its name.
        ticket: Id of the ticket, or None if the human who holds it has to be looked up.
        level: How urgent, or None for one more message to a human who holds it.
        to: The first channel that is told, or None.
    """

    conversation: str = field(repr=False)
    ticket: str | None
    level: str | None = None
    to: str | None = None

    @property
    def asked(self) -> dict[str, Any]:
        """The value of the interrupt: no words, and nothing that was found."""
        return {"reason": REASON, "ticket": self.ticket, "level": self.level, "to": self.to}


@dataclass(frozen=True, slots=True)
class Answered:
    """What a human decided: who, what they say, and what comes then."""

    by: str
    say: str | None = field(repr=False)
    then: str


def waiting_in(messages: Sequence[BaseMessage], conversation: str) -> Waiting | None:
    """
    Return what the last turn in *messages* waits for, or None.

    A reply that calls tools does not wait: words after it would hide its calls from the agent.
    The reply that comes of them does.
    """
    if not messages or getattr(messages[-1], "tool_calls", None):
        return None
    for message in reversed(messages):
        told = message.response_metadata.get(METADATA_KEY, {})
        if isinstance(message, HumanMessage) or "human" in told:
            return None  # of an earlier turn, or answered already
        if escalated := told.get("escalated"):
            first = escalated[0]
            return Waiting(conversation, first["id"], first["level"], first["to"])
        if told.get("do") == "relay":
            return Waiting(conversation, None)
    return None


def last_answer(waiting: Waiting) -> tuple[object, GraphInterrupt]:
    """
    Return what the graph was last resumed with, and what interrupts it if that cannot be done.

    A graph gives a node all values again that it was ever resumed with, in order. Those before
    the last could not be done, and must not be done later on.

    Raises:
        GraphInterrupt: Nobody has answered yet.
    """
    value: object = interrupt(waiting.asked)
    while True:
        try:
            value = interrupt(waiting.asked)
        except GraphInterrupt as again:
            return value, again


def asked_again(again: GraphInterrupt, error: GuardrailsError) -> GraphInterrupt:
    """Return the interrupt *again* with what was in the way."""
    return GraphInterrupt(
        [replace(one, value={**one.value, "problem": str(error)}) for one in again.args[0]]
    )


def answered(value: object) -> Answered:
    """
    Return what a human decided, as the graph was resumed with it.

    Raises:
        UnsupportedError: It has another shape.
    """
    given: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
    by, say, then = given.get("by"), given.get("say"), given.get("then", THEN[0])
    if not (isinstance(by, str) and by and (say is None or isinstance(say, str)) and then in THEN):
        msg = (
            "resume a conversation that was handed over with "
            'Command(resume={"by": "op_7", "say": "...", "then": "release"}): by names the human, '
            f"say may be left out, then is one of {', '.join(THEN)}"
        )
        raise UnsupportedError(msg)
    return Answered(by, say, then)


async def taken_over(desk: Desk, waiting: Waiting, answer: Answered) -> list[BaseMessage]:
    """
    Do at the desk what a human decided, and return what the person is to read.

    Each step is recorded as if it had been done there.

    Raises:
        TicketTakenError: Somebody else holds the conversation.
        DeskError: It cannot be done; the message says why.
    """
    ticket = waiting.ticket or await _held(desk, waiting.conversation)
    if answer.then == "resolve" and answer.say is None:
        await desk.resolve(ticket, answer.by)
        return []
    await desk.claim(ticket, answer.by)
    if answer.say is not None:
        await desk.reply(ticket, answer.by, answer.say)
    if answer.then != "hold":
        await desk.release(ticket, answer.by)
    if answer.then == "resolve":
        await desk.resolve(ticket, answer.by)
    return [
        AIMessage(
            word.text, name="human", response_metadata={METADATA_KEY: {"human": str(word.what)}}
        )
        for word in await desk.intake.words.take(waiting.conversation)
    ]


async def _held(desk: Desk, conversation: str) -> str:
    for view in await desk.list():
        if view.conversation == conversation:
            return view.id
    msg = "there is no ticket of this conversation any more: wait for what the person writes next"
    raise DeskError(msg)
