"""Waits for a database no longer than a turn can, and spares it for a moment after that."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Final, TypeVar

from guardrails.errors import GuardrailsError

T = TypeVar("T")

PATIENCE: Final = 3.0
"""Seconds that one answer may take."""
REST: Final = 1.0
"""Seconds for which nothing is asked after an answer that did not come."""


class Waiting:
    """
    Waits for answers, so that a person in need does not wait for a server that hangs.

    What was begun goes on, whether somebody waits for it or not.

    Args:
        what: What is kept in the database, for the error.
        error: What is raised where no answer comes.
        patience: Seconds that one answer may take.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        what: str,
        error: type[GuardrailsError],
        *,
        patience: float = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._what = what
        self._error = error
        self._patience = patience
        self._clock = clock
        self._spared = 0.0

    async def answer(self, ask: Callable[[], Future[T]]) -> T:
        """
        Return what *ask* leads to.

        Raises:
            GuardrailsError: The *error* that was given: no answer came in time, or none did a
                moment ago. Besides, what the answer itself raises.
        """
        if self._clock() < self._spared:
            raise self._error(self._told())
        asked = asyncio.ensure_future(asyncio.wrap_future(ask()))
        done, _ = await asyncio.wait({_kept(asked)}, timeout=self._patience)
        if not done:
            self._spared = self._clock() + REST
            raise self._error(self._told())
        return await asked

    def _told(self) -> str:
        return f"{self._what} did not answer within {self._patience:g} s: see that its server runs"


def _kept(asked: asyncio.Future[T]) -> asyncio.Future[T]:
    """Return *asked*, whose error nobody has to look at."""
    asked.add_done_callback(lambda one: one.cancelled() or one.exception())
    return asked
