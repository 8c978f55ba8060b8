"""The desk of a gateway with several policies: one list of tickets, and each tells its own."""

from pathlib import Path
from typing import Any

from guardrails.cli.serve_desk import shared_desk
from guardrails.desk.desks import Desks
from guardrails.gateway.settings import checked
from guardrails.ledger.store import FileLog
from tests.guards import Desk, guard, say
from tests.policies import policy


async def test_two_policies_share_tickets_and_each_tells_its_own(tmp_path: Path) -> None:
    routes = {name: {"policy": name, "upstream": "http://127.0.0.1:9/v1"} for name in ("a", "b")}
    settings = checked({"routes": routes}, "test")
    log = FileLog(tmp_path, origin="gate")
    how: dict[str, Any] = {"tickets": None, "sessions": None, "sessions_key": None}
    with shared_desk(settings, tmp_path, "gate", **how) as shared:
        ways = [{name: Desk() for name in policy().channels} for _ in "ab"]
        guards = [
            guard(log=log, tickets=shared.tickets_of(name), channels=way)
            for name, way in zip("ab", ways, strict=True)
        ]
        desks = shared.desks(guards, log)
        assert isinstance(desks, Desks)
        await say(guards[1], "I cannot go on at all.", session_id="s")
        for one in guards:
            await one.desk.intake.start()
            await one.desk.intake.drain()
        assert [sum(len(desk.notices) for desk in way.values()) for way in ways] == [0, 1]
        [view] = await desks.list()
        assert view.conversation == "s"
        assert not await guards[0].desk.list()
        desk = await desks.desk_for({"id": view.id})
        assert desk is guards[1].desk
        assert (await desk.claim(view.id, "op-7")).holder == "op-7"
        for one in guards:
            one.close()
    log.close()
