"""A clock for tests of the desk, and desks that are driven by it."""

from dataclasses import dataclass
from typing import Any

from guardrails.desk.desk import Desk
from guardrails.desk.intake import Intake
from guardrails.escalation.ticket import Ticket
from guardrails.ledger.memory import MemoryLog
from guardrails.policy.channel_spec import ChannelSpec
from tests.escalation.tickets import NOW
from tests.guards import Desk as Channel


@dataclass
class Clock:
    """Seconds since the test began."""

    seconds: float = 0.0

    def ticks(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds


@dataclass
class Office:
    """A desk, what it writes to, and the clock that it goes by."""

    desk: Desk
    log: MemoryLog
    clock: Clock
    channels: dict[str, Channel]

    async def pass_(self, seconds: float = 0.0) -> None:
        """Let *seconds* pass, and do what is due by then."""
        self.clock.seconds += seconds
        await self.desk.intake.tick()
        await self.settle()

    async def settle(self) -> None:
        await self.desk.intake.drain()

    async def one(self) -> Ticket:
        [ticket] = await self.desk.intake.tickets.listed(resolved=True)
        return ticket

    def steps(self) -> list[str]:
        told = {"escalation_sent": "sent", "escalation_failed": "failed", "escalation_ack": "ack"}
        return [
            told.get(one["kind"], one.get("step", one["kind"]))
            for one in self.log.records
            if one["kind"].startswith("escalation_") or one["kind"] in {"ticket", "pause", "access"}
        ]


def office(
    *, ack: int | None = 60, then: str | None = "phone", refuse: int = 0, **fields: Any
) -> Office:
    clock, log = Clock(), MemoryLog()
    channels = {"desk": Channel(refuse=refuse), "phone": Channel()}
    specs = {
        "desk": ChannelSpec("desk", "console", ack_within=ack, then=then),
        "phone": ChannelSpec("phone", "console", ack_within=ack),
    }
    values: dict[str, Any] = {
        "now": lambda: NOW,
        "ticks": clock.ticks,
        "sleep": clock.sleep,
        "chance": lambda: 0.5,
        **fields,
    }
    using = values.pop("log", log)
    desk = Desk(Intake(using, values.pop("channels", channels), specs, **values))
    return Office(desk, using, clock, channels)
