"""
The command `candor` and scripts, in processes that need not load their libraries anew.

Most of what a command costs is loading spaCy, Presidio and our own tables of patterns. Here one
process loads them and nothing else; each command is a fork of it, with arguments, environment,
folder, umask and streams of its own, as if a shell had started it. What stands for `candor` on
the path is a client that hands those over and ends with the command's exit status; if it is
killed, so is the command. `loaded-python SCRIPT` runs a script in such a fork. The real `candor`
is run by other tests (`tests/cli/test_main.py`).
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import runpy
import select
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).parents[1]
POSSIBLE = sys.platform == "linux"
"""Elsewhere a fork of a process with such libraries is not safe, and `candor` itself is run."""
PYTHON = "loaded-python"
STREAMS = (0, 1, 2)
LIBRARIES = (
    "onnxruntime",
    "presidio_analyzer.predefined_recognizers",
    "tldextract",
    "tokenizers",
    "guardrails.cli.main",
    "guardrails.guard",
)
LOADER = "import sys, tests.preloaded as self; self.serve(sys.argv[1])"
CLIENT = """\
import json, os, socket, sys
there = socket.socket(socket.AF_UNIX)
there.connect(sys.argv[1])
mask = os.umask(0)
os.umask(mask)
asked = json.dumps([sys.argv[2:], dict(os.environ), os.getcwd(), mask]).encode()
socket.send_fds(there, [len(asked).to_bytes(4, "big")], [0, 1, 2])
there.sendall(asked)
status = int(there.makefile().read() or 255)
if status < 0:
    import signal
    signal.signal(-status, signal.SIG_DFL)
    os.kill(os.getpid(), -status)
sys.exit(status)
"""


@contextlib.contextmanager
def preloaded(folder: Path) -> Iterator[Path]:
    """Give a folder in which `candor` is the client; it goes before others on the path."""
    address = folder / "socket"
    client = folder / "client.py"
    client.write_text(CLIENT, encoding="utf-8")
    scripts = folder / "bin"
    scripts.mkdir()
    for name in ("candor", PYTHON):
        starts = shlex.join(map(str, [sys.executable, "-IS", client, address, name]))
        script = scripts / name
        script.write_text(f'#!/bin/sh\nexec {starts} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    process = subprocess.Popen(  # noqa: S603 - this file
        [sys.executable, "-P", "-c", LOADER, str(address)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    with process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            yield scripts
        finally:
            process.terminate()


def _load() -> None:
    """Load what most commands do; start no thread, for a fork would not have it."""
    for name in LIBRARIES:
        importlib.import_module(name)
    from guardrails.detectors.claims import ClaimDetector
    from guardrails.detectors.crisis import CrisisDetector
    from guardrails.detectors.dependence import DependenceDetector
    from guardrails.detectors.goodbye import GoodbyeDetector
    from guardrails.detectors.human_request import HumanRequestDetector
    from guardrails.detectors.identity import IdentityDetector
    from guardrails.detectors.pii import PiiDetector
    from guardrails.detectors.replies import CrisisReplyDetector
    from guardrails.detectors.rights import RightsDetector
    from guardrails.detectors.scope import ScopeDetector
    from tests.lending import lend_models

    lend_models().stock()
    for each in (
        ClaimDetector,
        CrisisDetector,
        DependenceDetector,
        GoodbyeDetector,
        HumanRequestDetector,
        IdentityDetector,
        RightsDetector,
        ScopeDetector,
    ):
        each()  # patterns are compiled once in a process
    PiiDetector(frozenset())
    CrisisReplyDetector(frozenset())


def serve(address: str) -> None:
    """Load, say that it is done, and wait at *address* for commands to run."""
    _load()
    gc.collect()
    gc.freeze()  # a fork has no need to look through it
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(address)
    listening.listen(16)
    print("ready", flush=True)  # noqa: T201
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # those who see to a command are not waited for
    while True:
        there, _ = listening.accept()
        if os.fork() == 0:
            listening.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _see_to(there)
        there.close()


def _see_to(there: socket.socket) -> None:
    """Run what the client asks for in a fork, tell it the status, and end."""
    size, streams, _, _ = socket.recv_fds(there, 4, len(STREAMS))
    with there.makefile("rb") as file:
        asked = json.loads(file.read(int.from_bytes(size, "big")))
    child = os.fork()
    if child == 0:
        there.close()
        _run(streams, *asked)
    for each in (*streams, *STREAMS):
        os.close(each)
    ended = os.pidfd_open(child)
    over, _, _ = select.select([ended, there], [], [])
    if ended not in over:  # the client is gone
        os.kill(child, signal.SIGTERM)
    _, status = os.waitpid(child, 0)
    with contextlib.suppress(OSError):
        there.sendall(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def _run(
    streams: list[int], arguments: list[str], environ: dict[str, str], folder: str, mask: int
) -> NoReturn:
    """Be the process of one command."""
    for mine, given in zip(STREAMS, streams, strict=True):
        os.dup2(given, mine)
        os.close(given)
    os.chdir(folder)
    os.umask(mask)
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    if arguments[0] == PYTHON:
        sys.argv = arguments[1:]
        sys.path.insert(0, str(Path(sys.argv[0]).parent))
        runpy.run_path(sys.argv[0], run_name="__main__")
        sys.exit()
    sys.argv = arguments
    from guardrails.cli.main import main

    sys.exit(main())
