"""The socket by which commands reach a running service."""

import asyncio
import socket
import stat
import threading
from pathlib import Path

import orjson
import pytest

from guardrails.desk import calling
from guardrails.desk.calling import RefusedError, call
from guardrails.desk.serving import answer, served, short, socket_name
from guardrails.errors import DeskError
from tests.desk.clocks import office
from tests.desk.services import service
from tests.escalation.tickets import ticket
from tests.guards import say


async def test_whatever_is_asked_there_is_an_answer() -> None:
    desk = office().desk
    for line in (b"", b"{", b"[]", b"7", b'{"do":"dance"}', b'{"do":"show"}', b'{"do":["list"]}'):
        told = await answer(desk, line)
        assert told == {
            "error": "DeskError",
            "message": "the desk does not understand this question",
        }
    assert await answer(desk, b'{"do":"list"}') == {"ok": []}
    assert (await answer(desk, b'{"do":"show","id":"e9"}'))["error"] == "TicketMissingError"


async def test_a_socket_is_for_its_owner_alone_and_goes_with_the_service(tmp_path: Path) -> None:
    desk = office().desk
    await desk.intake.raise_(ticket())
    path = tmp_path / socket_name("web/1")
    assert path.name == "desk-web-1.sock"
    stale = socket.socket(socket.AF_UNIX)
    stale.bind(str(path))
    stale.close()
    async with served(desk, path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        [view] = await asyncio.to_thread(call, path, do="list")
        assert view["id"] == "e1"
        with pytest.raises(RefusedError, match="no ticket 'e9'") as caught:
            await asyncio.to_thread(call, path, do="show", id="e9")
        assert caught.value.kind == "TicketMissingError"
    assert not path.exists()
    with pytest.raises(ConnectionError):
        call(path, do="list")


async def test_a_question_without_an_end_is_not_understood(tmp_path: Path) -> None:
    path = tmp_path / "desk.sock"
    async with served(office().desk, path):
        reader, writer = await asyncio.open_unix_connection(str(path))
        writer.write(b"x" * 600_000 + b"\n")
        assert b"does not understand" in await reader.readline()
        writer.close()
        await writer.wait_closed()
        _, gone = await asyncio.open_unix_connection(str(path))
        gone.write(b'{"do":"list"}')
        await gone.drain()
        _, slow = await asyncio.open_unix_connection(str(path))
        assert await asyncio.to_thread(call, path, do="list") == []
    for one in (gone, slow):
        one.close()
        await one.wait_closed()


async def test_a_folder_with_a_long_name_has_a_socket_too(tmp_path: Path) -> None:
    folder = tmp_path / ("a" * 100) / ("b" * 100)
    folder.mkdir(parents=True)
    path = folder / "desk-web.sock"
    async with served(office().desk, path):
        assert await asyncio.to_thread(call, path, do="list") == []
    with short(tmp_path / "x.sock") as name:
        assert name == str(tmp_path / "x.sock") or name.startswith("/proc/self/fd/")


async def test_a_place_where_nobody_can_listen_is_told(tmp_path: Path) -> None:
    path = tmp_path / "none" / "desk.sock"
    with pytest.raises(DeskError, match="cannot listen at"):
        async with served(office().desk, path):
            pass
    (tmp_path / "file").write_bytes(b"not a socket")
    with pytest.raises(DeskError, match="cannot listen at"):
        async with served(office().desk, tmp_path / "file"):
            pass
    assert (tmp_path / "file").read_bytes() == b"not a socket"


@pytest.mark.parametrize(("said", "why"), [(b"", "broke off"), (None, "did not answer within")])
def test_a_service_that_breaks_off_or_hangs_is_told(
    said: bytes | None, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "WAIT", 0.2)
    path = tmp_path / "desk.sock"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        done = threading.Event()

        def serve() -> None:
            line, _ = listening.accept()
            line.recv(1_000)
            if said is None:
                done.wait(10)
            line.close()

        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(DeskError, match=why):
            call(path, do="list")
        done.set()
        thread.join()


def test_a_guard_in_a_directory_lets_commands_in(tmp_path: Path) -> None:
    with service(tmp_path) as running:
        running.do(say(running.guard, "I cannot go on at all."))
        path = tmp_path / "desk-local.sock"
        [view] = call(path, do="list")
        asked = {"id": view["id"], "by": "ann"}
        assert call(path, do="ack", **asked)["state"] == "acknowledged"
        assert call(path, do="claim", **asked)["holder"] == "ann"
        assert call(path, do="assess", level="care", **asked)["found"]["agrees"] is False
        assert call(path, do="reply", text="Hello.", **asked) is None
        told = call(path, do="unmask", reason="call-back", case="7", **asked)
        assert [one["who"] for one in told] == ["person", "software", "human"]
        assert call(path, do="release", note="Calmer.", **asked)["note"] == "Calmer."
        assert call(path, do="resolve", outcome="spoken", **asked)["state"] == "resolved"
        assert call(path, do="drill", by="ann")["kind"] == "drill"
        assert call(path, do="pause", on=True, by="ann", reason="incident") is True
        assert call(path, do="pause", on=False, by="ann", reason="fixed") is True
        assert len(call(path, do="list", all=True)) == 2
    assert orjson.dumps(view)
    assert not path.exists()
