"""A ticket is told although the process dies: kill -9 at every step, with a real log and store."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from guardrails.escalation.sqlite import SqliteTickets
from guardrails.escalation.ticket import State
from guardrails.ledger.outbox import read_outbox
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from tests.desk.dying import main
from tests.postgres import Server

ROOT = Path(__file__).parents[2]
STEPS = [
    ("log.escalation.after", 1),
    ("tickets.add.before", 1),
    ("tickets.add.after", 1),
    ("tickets.due.before", 2),
    ("tickets.lease.before", 1),
    ("tickets.lease.after", 1),
    ("channel.send.before", 1),
    ("channel.send.after", 1),
    ("tickets.save.before", 1),
    ("tickets.save.after", 1),
    ("log.escalation_sent.before", 1),
    ("log.escalation_sent.after", 1),
    ("tickets.logged.before", 1),
]


class Receiver(BaseHTTPRequestHandler):
    ids: list[str]

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.ids.append(self.headers["webhook-id"])
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[tuple[str, list[str]]]:
    ids: list[str] = []
    handler = type("Handler", (Receiver,), {"ids": ids})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/hook", ids
    server.shutdown()
    server.server_close()
    thread.join()


def run(folder: Path, *args: str) -> int:
    script = ROOT / "tests" / "desk" / "dying.py"
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(script), str(folder), *args],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )
    return done.returncode


@pytest.mark.parametrize(("step", "nth"), STEPS, ids=[step for step, _ in STEPS])
async def test_a_ticket_is_told_under_one_key_although_the_process_dies(
    step: str, nth: int, receiver: tuple[str, list[str]], tmp_path: Path
) -> None:
    url, ids = receiver
    assert run(tmp_path, url, step, str(nth)) == -signal.SIGKILL, "it did not die at this step"

    await main(tmp_path, url, "", 1)

    store = SqliteTickets(tmp_path / "tickets.db")
    [ticket] = await store.listed(resolved=True)
    store.close()
    assert ticket.state is State.NOTIFIED
    assert set(ids) == {ticket.id}
    records = read_outbox(tmp_path / "web").records
    assert [one["id"] for one in records if one["kind"] == "escalation"] == [ticket.id]
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_ticket_that_was_told_is_not_told_again_by_the_next_process(
    receiver: tuple[str, list[str]], tmp_path: Path
) -> None:
    url, ids = receiver
    await main(tmp_path, url, "never", 1)
    await main(tmp_path, url, "", 1)
    (tmp_path / "tickets.db").unlink()
    await main(tmp_path, url, "", 1)  # the log alone knows that it was told
    assert len(ids) == 1


def test_it_is_told_although_the_process_dies_with_tickets_in_postgres_too(
    server: Server, receiver: tuple[str, list[str]], tmp_path: Path
) -> None:
    url, ids = receiver
    steps = [f"{name}:{nth}" for name, nth in STEPS]
    script = str(ROOT / "tests" / "desk" / "dying.py")
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, script, "each", str(tmp_path), url, server.empty(), *steps],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        timeout=120,
        stdout=subprocess.PIPE,
        text=True,
    )
    told = [line.split() for line in done.stdout.splitlines()]

    assert [code for code, _, _ in told] == [str(-signal.SIGKILL)] * len(STEPS)
    assert {state for _, _, state in told} == {State.NOTIFIED}
    assert len({id_ for _, id_, _ in told}) == len(STEPS)
    assert set(ids) == {id_ for _, id_, _ in told}
    for number, (_, id_, _) in enumerate(told):
        records = read_outbox(tmp_path / str(number) / "web").records
        assert [one["id"] for one in records if one["kind"] == "escalation"] == [id_]
