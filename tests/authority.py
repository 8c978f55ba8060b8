"""A time-stamping authority: `openssl ts` behind a small HTTP server."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from guardrails.ledger.timestamps import Authorities

OPENSSL = shutil.which("openssl")
_CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.32473.1
digests = sha256, sha384, sha512
accuracy = secs:1
"""
_PURPOSE = "extendedKeyUsage=critical,{purpose}\nkeyUsage=critical,digitalSignature\n"


def openssl(*arguments: str | Path, given: bytes = b"") -> bytes:
    """Run it and return what it prints."""
    command = [str(OPENSSL), *map(str, arguments)]
    done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@dataclass
class Authority:
    """
    A root and a certificate for time stamps under it, in a folder.

    Attributes:
        folder: Where.
        asked: The requests that were answered.
        spoilt: What is done to the next answers before they are sent.
        status: HTTP status of the answers.
    """

    folder: Path
    url: str = ""
    asked: list[bytes] = field(default_factory=list)
    replayed: bytes = b""
    status: int = 200

    @property
    def roots(self) -> Path:
        return self.folder / "ca.pem"

    @property
    def authorities(self) -> Authorities:
        return Authorities.parse(self.roots.read_bytes())

    def answer(self, request: bytes) -> bytes:
        """Return a time stamp, as `openssl ts` makes it."""
        self.asked.append(request)
        query, reply = self.folder / "query", self.folder / "reply"
        query.write_bytes(request)
        config = self.folder / "config"
        openssl("ts", "-reply", "-config", config, "-queryfile", query, "-out", reply)
        return reply.read_bytes()


def certify(
    folder: Path, name: str, purpose: str = "timeStamping", subject: str = "Stamps of Example"
) -> None:
    """Make the certificate NAME.pem and its key, under the root in *folder*."""
    extensions = folder / "extensions"
    extensions.write_text(_PURPOSE.format(purpose=purpose))
    key, request = folder / f"{name}.key", folder / f"{name}.csr"
    make = ("req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", request)
    openssl(*make, "-subj", f"/O=Example/CN={subject}")
    signed = ("x509", "-req", "-in", request, "-CA", folder / "ca.pem", "-CAkey", folder / "ca.key")
    where = ("-CAcreateserial", "-out", folder / f"{name}.pem", "-days", "30")
    openssl(*signed, *where, "-extfile", extensions)


def made(folder: Path, *, chain: bool = False) -> Authority:
    """
    Return a new authority that serves nobody yet.

    With *chain* its stamps hold the root too, behind the longer certificate of who signs: as
    OpenSSL writes them, and not in the order of DER.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "serial").write_text("01\n")
    more = f"certs = {folder}/ca.pem\n" if chain else ""
    (folder / "config").write_text(_CONFIG.format(folder=folder) + more)
    make = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "ca.key")
    openssl(*make, "-out", folder / "ca.pem", "-subj", "/CN=Root of Example", "-days", "30")
    certify(folder, "tsa", subject="Stamps of Example" + " and others" * 4 * chain)
    return Authority(folder)


@contextmanager
def served(authority: Authority) -> Iterator[Authority]:
    """Serve it on a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = self.rfile.read(int(self.headers["Content-Length"]))
            right = self.headers["Content-Type"] == "application/timestamp-query"
            reply = authority.replayed or authority.answer(request)
            self.send_response(authority.status if right else 415)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        authority.url = f"http://127.0.0.1:{server.server_address[1]}/"
        yield authority
        server.shutdown()
        thread.join()
