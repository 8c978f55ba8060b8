"""A turn whose log is broken: the person is heard, and no text of the model goes out."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from guardrails.decisions import Do
from guardrails.events import Blocked, Event, Replaced
from guardrails.inbound.receiver import Receiver
from guardrails.judge import Judge
from guardrails.ledger.base import Receipt
from guardrails.models.base import ModelRequest
from guardrails.outcome import crisis_texts
from guardrails.policy.vocabulary import SAFE_REPLY
from guardrails.turn.humans import Humans
from guardrails.turn.occasion import Occasion
from guardrails.turn.own_reply import relayed
from guardrails.turn.result import Result
from guardrails.wordings import Wordings


async def unlogged(
    occasion: Occasion, wordings: Wordings, humans: Humans, result: Result, request: ModelRequest
) -> AsyncGenerator[Event, None]:
    """
    Yield what a person is told whose words cannot be recorded, but for the last event.

    Args:
        occasion: Of the turn.
        wordings: Of the turn.
        humans: Beside the conversation; they are told all the same.
        result: What the turn came to; the person's need is kept there.
        request: The conversation so far.
    """
    silent = _Silent(occasion.bench, occasion.session, occasion.context, occasion.now)
    await humans.stand(silent)
    taken = await Receiver(silent, occasion.session, occasion.policy.max_input).take(
        request.messages
    )
    result.level, result.need, result.about = taken.level, taken.need, taken.about
    await humans.pass_on(taken.hidden)
    for escalated in await humans.call(taken.decisions):
        yield escalated
    for word in await humans.words():
        yield word
    if humans.standing.holder is not None:
        yield relayed(wordings, taken.decisions)
        return
    for message, rule in crisis_texts(taken.decisions)[:1]:
        yield Replaced(wordings.say(message), Do.REPLACE, rule)
        return
    yield Blocked(wordings.say(SAFE_REPLY), "failure.log")


class _Silent(Judge):
    """A judge whose decisions cannot be recorded; only fixed texts follow from them."""

    async def record(self, *args: object, **kwargs: object) -> Receipt:
        """Return an empty receipt."""
        del args, kwargs
        return Receipt("", -1, "", "")
