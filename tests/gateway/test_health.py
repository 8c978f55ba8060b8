from pathlib import Path
from typing import Any

import httpx

from guardrails.errors import DetectorError
from guardrails.gateway.app import gateway_app
from guardrails.gateway.building import built
from guardrails.gateway.health import Health, WatchedLog, unwritable
from guardrails.gateway.settings import checked
from guardrails.ledger.fakes import BrokenLog
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.store import FileLog
from tests.guards import CLAIMS, Renamed, guard

ROUTE = {"routes": {"default": {"policy": "test", "upstream": "http://127.0.0.1:9/v1"}}}


class Clock:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


class Dying(Renamed):
    """A detector that does its work until it is told to fail."""

    def __init__(self) -> None:
        super().__init__(CLAIMS, "dying/1")
        self.dead = False
        self.look = self._look  # type: ignore[assignment]

    def _look(self, view: Any) -> Any:
        if self.dead:
            msg = "gone"
            raise DetectorError(msg)
        return self.inner.look(view)


async def ready(app: Any) -> tuple[int, list[str]]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://gate") as client:
        status = (await client.get("/candor/v1/status")).json()
        answer = await client.get("/readyz")
        assert (await client.get("/healthz")).json() == {"status": "ok"}
        assert status["ready"] == (answer.status_code == 200)
        return answer.status_code, status["faults"]


async def test_a_detector_that_dies_is_told_and_one_that_comes_back_too() -> None:
    clock, dying = Clock(), Dying()

    def make(_: str, log: Any) -> Any:
        return guard(log=log, detectors=[dying])

    deployment, close = built(checked(ROUTE, "test"), MemoryLog(), make, {}, clock=clock)
    app = gateway_app(deployment, close)
    # The policy has rules for what these detectors leave out: that is a fault as well.
    assert "the detector pii/none does not answer" in (await ready(app))[1]
    deployment.health = Health(
        WatchedLog(MemoryLog(), clock, lambda: None), [_only(dying, make)], clock
    )
    assert await ready(app) == (200, [])
    dying.dead = True
    assert (await ready(app))[0] == 200  # an answer holds for five seconds
    clock.at = 6
    assert await ready(app) == (503, ["the detector dying/1 does not answer"])
    dying.dead = False
    clock.at = 12
    assert await ready(app) == (200, [])
    await close()


def _only(dying: Dying, make: Any) -> Any:
    asked = make("", MemoryLog())

    async def failing() -> tuple[str, ...]:
        return tuple(name for name in await asked.failing() if name == dying.name)

    return failing


async def test_nothing_is_recorded_when_detectors_are_tried() -> None:
    log = MemoryLog()
    async with guard(log=log) as made:
        assert await made.failing() == ()
    assert log.of("decision") == []


async def test_a_log_that_could_not_be_written_is_told_for_a_while() -> None:
    clock = Clock()
    failed: list[int] = []
    log = WatchedLog(BrokenLog(), clock, lambda: failed.append(1))
    health = Health(log, [], clock)
    assert await health.faults() == ()
    async with guard(log=log) as made:
        async for _ in made.stream(lambda _: "Fine.", "Hello.", session_id="s"):
            pass
    assert failed
    clock.at = 5
    assert await health.faults() == ()  # after a while traffic is let in to try again
    log._broken_at = 5.0
    clock.at = 9.9
    health._at = None
    assert await health.faults() == ("the decision log could not be written a moment ago",)
    assert (log.origin, log.folder) == ("broken", None)


async def test_a_log_whose_folder_is_gone_is_told(tmp_path: Path) -> None:
    clock = Clock()
    log = WatchedLog(FileLog(tmp_path / "log"), clock, lambda: None)
    health = Health(log, [], clock)
    assert await health.faults() == ()
    assert log.folder is not None
    before = sorted(path.name for path in log.folder.rglob("*"))
    assert unwritable(log.folder) is None
    assert sorted(path.name for path in log.folder.rglob("*")) == before
    receipt = await log.append("heartbeat", {})
    assert receipt.origin == "local"
    assert (await log.attach(b"x")).startswith("sha256:")
    log.close()
    (tmp_path / "log").rename(tmp_path / "moved")
    clock.at = 6
    assert await health.faults() == (
        "the decision log cannot be written: No such file or directory",
    )
