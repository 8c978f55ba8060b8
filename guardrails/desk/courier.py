"""Carries a notice to a channel: tries again, with a deadline and a breaker."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from guardrails.breaker import Breaker
from guardrails.escalation.base import Channel, Notice
from guardrails.escalation.steps import Failed, Sent
from guardrails.escalation.ticket import Ticket
from guardrails.policy.hours import Hours

TRIES: Final = 3
"""How often one channel is tried before the next one."""
PATIENCE: Final = 10.0
"""Seconds that one try may take."""
DEADLINE: Final = 25.0
"""Seconds after which a channel is not tried again."""
PAUSE: Final = 1.0
"""Longest pause before the second try in seconds; it doubles from try to try."""
REST_MAX: Final = 300
"""Longest pause before a chain of channels that all failed begins again, in seconds."""
ROUND_MAX: Final = 3_600
"""Longest time to acknowledge, in seconds, to which rounds without an answer lead."""
_REST: Final = 5
_LIMIT: Final = 5
_SPARED: Final = 30.0
_DOUBLINGS: Final = 10


class Courier:
    """
    Carries notices.

    The pauses between tries are random up to a limit that doubles ("full jitter"), so that
    many notices do not hit a service that comes back at the same moment. A channel that
    failed five times in a row is spared for 30 seconds.

    Args:
        channels: By name.
        then: Name of a channel → name of the next one.
        acks: Name of a channel → seconds in which somebody is to acknowledge there.
        chance: Returns a random number from 0 up to 1.
        hours: Name of a channel → when somebody is there; always, if it is not in it.
        sleep: Waits; seconds.
        ticks: Seconds of a clock that never goes back.
    """

    def __init__(
        self,
        channels: Mapping[str, Channel],
        then: Mapping[str, str],
        acks: Mapping[str, int],
        *,
        chance: Callable[[], float],
        hours: Mapping[str, Hours] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._channels = channels
        self._then = then
        self._acks = acks
        self._chance = chance
        self._hours = {} if hours is None else hours
        self._sleep = sleep
        self._ticks = ticks
        self._breakers: dict[str, Breaker] = {}

    @property
    def names(self) -> list[str]:
        """The names of all channels."""
        return list(self._channels)

    def after(self, name: str) -> str | None:
        """Return the channel after *name*, or None."""
        return self._then.get(name)

    async def carry(self, ticket: Ticket, now: Callable[[], float]) -> Sent | Failed:
        """Return what became of the notice for *ticket* on its channel; *now* is Unix time."""
        name, alert = ticket.to, ticket.alert
        hours, then = self._hours.get(name), self.after(name)
        # The last one of a chain is told whatever the time: somebody has to be.
        if hours is not None and then is not None and not hours.open_at(now()):
            return Failed(int(now()), name, alert, 0, "closed", then)
        attempt, why = await self._try(name, notice_of(ticket))
        if not why:
            ack = self._acks.get(name)
            if ack is not None:
                ack = min(max(ack, ROUND_MAX), ack << min(ticket.rounds, _DOUBLINGS))
            return Sent(int(now()), name, alert, attempt, ack)
        rest = min(REST_MAX, _REST << min(ticket.rounds, _DOUBLINGS))
        return Failed(int(now()), name, alert, attempt, why, self.after(name), rest)

    async def _try(self, name: str, notice: Notice) -> tuple[int, str]:
        """Return how many tries it took, and why all of them failed; "" if one did not."""
        if name not in self._channels:
            return 0, "no such channel"
        if name not in self._breakers:  # a policy that is read anew may bring a channel
            self._breakers[name] = Breaker(self._ticks, _LIMIT, _SPARED)
        breaker = self._breakers[name]
        if breaker.open:
            return 0, "resting"
        end = self._ticks() + DEADLINE
        attempt = 0
        while True:
            attempt += 1
            why = await self._once(name, notice)
            if not why:
                breaker.succeeded()
                return attempt, ""
            breaker.failed()
            pause = self._chance() * PAUSE * 2 ** (attempt - 1)
            if attempt == TRIES or self._ticks() + pause >= end:
                return attempt, why
            await self._sleep(pause)

    async def _once(self, name: str, notice: Notice) -> str:
        """Return why the channel did not take *notice*; "" if it did."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._channels[name].send(notice)
        except Exception as error:  # noqa: BLE001 - a broken channel must not hide the next one
            return type(error).__name__
        return ""


def notice_of(ticket: Ticket) -> Notice:
    """Return what a channel is told of *ticket*."""
    return Notice(
        id=ticket.key,
        session=ticket.conversation or ticket.session,
        subject=ticket.subject,
        level=ticket.level,
        rule=ticket.rule,
        to=ticket.to,
        within=ticket.within,
        at=ticket.at,
        turn=ticket.turn,
        kind=ticket.kind,
        ticket=ticket.id,
    )
