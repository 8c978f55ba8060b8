"""The witness over HTTP, both ends: a small server and the log's client."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from guardrails.errors import LogReadError, ProofError
from guardrails.ledger.checkpoints import handovers, read_notes, readable
from guardrails.ledger.disk import COSIGNED
from guardrails.ledger.keys import VerifierKey
from guardrails.ledger.notary import keep_note
from guardrails.ledger.note import Checkpoint, count
from guardrails.ledger.prove import growth, newest_checkpoint
from guardrails.ledger.witness import BODY_MAX, SIZE_TYPE, Reply, Request, Witness, cosignatures

_PATH = "/add-checkpoint"
_CONFLICT = 409
_STRANGE = 403
_OK = 200
_TRIES = 3


class WitnessServer(ThreadingHTTPServer):
    """
    Serves `POST /add-checkpoint` until `shutdown` is called; run `serve_forever`.

    Args:
        address: Host and port; port 0 takes any that is free.
        witness: Who answers.

    Raises:
        OSError: The port is taken.
    """

    daemon_threads = True

    def __init__(self, address: tuple[str, int], witness: Witness) -> None:
        super().__init__(address, _Handler)
        self.witness = witness

    def handle_error(self, request: object, client_address: object) -> None:
        """Write nothing of a caller that went away; it asks again."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{self.server_address[0]!s}:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: WitnessServer
    protocol_version = "HTTP/1.1"
    timeout = 10

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > BODY_MAX:
            self.close_connection = True
            self._answer(Reply(413 if length.isdecimal() else 411))
            return
        body = self.rfile.read(int(length))
        if self.path.rstrip("/") != _PATH:
            self._answer(Reply(404))
            return
        try:
            reply = self.server.witness.add_checkpoint(body)
        except (OSError, ProofError):  # what it remembers cannot be read or written
            reply = Reply(500, b"the witness cannot reach what it remembers\n")
        self._answer(reply)

    def _answer(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.type)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - so called there
        """Write nothing: the answers say it."""


def submit(
    folder: Path, url: str, witnesses: Sequence[VerifierKey], timeout: float = 10.0
) -> Checkpoint:
    """
    Show the log's newest checkpoint to a witness, keep its signature, and return both as one.

    A witness that knows only an earlier key of the log is shown first where that one named the
    next.

    Args:
        folder: The log.
        url: The witness's submission prefix.
        witnesses: Its public keys.
        timeout: Seconds for each request.

    Raises:
        LogReadError: The log has no checkpoint, or its files do not fit together.
        ProofError: The witness refuses: it saw another history of this log, say.
        OSError: The log cannot be read or written.
    """
    newest = newest_checkpoint(folder)
    status, whole = _shown(folder, url, newest, witnesses, timeout)
    if status == _STRANGE:  # it may know an earlier key, which named the next one there
        shown = [one for one in handovers(folder) if one.size <= newest.size]
        for one in shown:
            with suppress(ProofError):
                _shown(folder, url, one, witnesses, timeout)
        if shown:
            status, whole = _shown(folder, url, newest, witnesses, timeout)
    if whole is not None:
        return whole
    words = {
        400: "the witness does not understand the request",
        403: "the witness knows another key of this log",
        404: f"the witness does not serve {newest.origin}",
        409: "the witness has seen other records in this log: it was written twice",
        422: "the witness has seen other records in this log: it was written twice or taken back",
    }
    raise ProofError(words.get(status, f"the witness answered with HTTP {status}"))


def _shown(
    folder: Path, url: str, one: Checkpoint, witnesses: Sequence[VerifierKey], timeout: float
) -> tuple[int, Checkpoint | None]:
    """Show *one* to the witness; return its status and, if it signed, both signatures as one."""
    old = _seen(folder, witnesses)
    status = _CONFLICT
    for _ in range(_TRIES):
        if old > one.size:
            msg = (
                f"the witness has seen {old:,} records of {one.origin} and the newest "
                f"checkpoint covers {one.size:,}: the log was taken back"
            )
            raise ProofError(msg)
        request = Request(old, tuple(growth(folder, old, one.size)), one)
        status, kind, body = _post(url, request, timeout)
        if status == _OK:
            whole = cosignatures(body, one, witnesses)
            keep_note(folder / COSIGNED, bytes(whole))
            return status, whole
        known = count(body.decode("ascii", "replace").strip()) if kind == SIZE_TYPE else old
        if status != _CONFLICT or known == old:
            break
        old = known
    return status, None


def _seen(folder: Path, witnesses: Sequence[VerifierKey]) -> int:
    """
    Return how many records *witnesses* saw last, as far as is kept beside the log; 0 if none.

    Raises:
        ProofError: A signature that claims to be by one of *witnesses* is not.
        OSError: It cannot be read.
    """
    last_first = readable(reversed(read_notes(folder / COSIGNED)[0]))
    return next((one.size for one in last_first if one.seen_at(witnesses)), 0)


def _post(url: str, request: Request, timeout: float) -> tuple[int, str, bytes]:
    import httpx

    try:
        answer = httpx.post(f"{url.rstrip('/')}{_PATH}", content=bytes(request), timeout=timeout)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        msg = f"the witness at {url} cannot be reached: {type(error).__name__}"
        raise LogReadError(msg) from error
    return answer.status_code, answer.headers.get("content-type", ""), answer.content
