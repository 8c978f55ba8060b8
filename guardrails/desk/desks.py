"""The desks of several services in one process, behind one door."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guardrails.desk.desk import Desk
from guardrails.desk.views import View
from guardrails.escalation.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Desks:
    """
    Finds the desk of the service that has a conversation.

    Attributes:
        front: Sees the tickets of all, and tells no channel.
        services: Each desk, with what tells whether a ticket is its own; at least one.
    """

    front: Desk
    services: Sequence[tuple[Callable[[Ticket], bool], Desk]]

    async def list(self, *, resolved: bool = False) -> Sequence[View]:
        """
        Return the unresolved tickets of all services, or all, the most urgent first.

        Raises:
            TicketStoreError: Tickets cannot be read.
        """
        own = {
            view.id: view
            for _, desk in self.services
            for view in await desk.list(resolved=resolved)
        }
        every = await self.front.list(resolved=resolved)
        return [own.get(view.id, view) for view in every]

    async def desk_for(self, asked: Mapping[str, Any]) -> Desk:
        """
        Return the desk that answers *asked*: of its ticket, or with the channel that it names.

        Raises:
            TicketMissingError: There is no such ticket.
            DeskError: There are several.
            TicketStoreError: Tickets cannot be read.
        """
        if "id" in asked:
            ticket = await self.front.intake.keeper.get(await self.front.find(asked["id"]))
            return next((desk for mine, desk in self.services if mine(ticket)), self.front)
        desks = [desk for _, desk in self.services]
        return next((one for one in desks if asked.get("to") in one.intake.names), desks[0])
