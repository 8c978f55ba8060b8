"""A small bot with a model behind it, as a service of yours may have one."""

from collections.abc import AsyncIterator, Callable
from typing import Any

Model = Callable[[list[dict[str, str]]], AsyncIterator[str]]


async def careless(messages: list[dict[str, str]]) -> AsyncIterator[str]:
    """Yield a reply in pieces, as a model would; this one says what it should not."""
    yield "I've missed "
    yield "you all day. You said: "
    yield messages[-1]["content"]


def bot(guard: Any) -> Any:
    """Return the bot as people talk to it."""
    return guard.wrap(careless)
