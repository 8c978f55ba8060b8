"""A log that is written, sealed, compressed, pruned, broken and opened again, in any order."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import shutil
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from guardrails.errors import LogError
from guardrails.ledger.base import Receipt
from guardrails.ledger.disk import segments
from guardrails.ledger.fakes import FaultyDisk
from guardrails.ledger.notary import Signing
from guardrails.ledger.packer import pack_all
from guardrails.ledger.prove import newest_checkpoint, prove
from guardrails.ledger.prune import prune
from guardrails.ledger.store import FileLog
from guardrails.ledger.tiles import leaves
from guardrails.ledger.verdict import Code

from .auditor import KEY, ORIGIN, judge

MEMORY = Path("/dev/shm")  # noqa: S108 - quick to wait for; the disk that fails is ours
POLICY = {
    "policy": {
        "id": "companion",
        "hash": "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    },
    "text": "{}",
}


class Store(RuleBasedStateMachine):
    """What was acknowledged is there, in its place, and both verifiers find the log sound."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.folder = self.directory / ORIGIN
        self.runner = asyncio.Runner()
        self.disk = FaultyDisk()
        self.told: dict[int, str] = {}
        self.policy = 0
        self.now = 1_795_384_134_000_000_000
        self.log: FileLog | None = None
        self.reopen()

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(coroutine)

    def reopen(self) -> None:
        self.log = FileLog(
            self.directory,
            origin=ORIGIN,
            segment_records=6,
            opener=self.disk,
            signing=Signing(KEY, records=4, seconds=3600, pause=0),
            clock=lambda: self.now,
        )
        told = self.run(self.append("policy", POLICY))
        self.policy = told.seq if told else self.policy

    async def append(self, kind: str, body: dict[str, Any]) -> Receipt | None:
        assert self.log is not None
        try:
            receipt = await self.log.append(kind, body)
        except LogError:
            return None
        self.told[receipt.seq] = receipt.leaf
        return receipt

    def go_on(self) -> None:
        """Write once more: until then what failed is still to be seen at the end."""
        assert self.run(self.append("heartbeat", {})) is not None

    @rule(count=st.integers(1, 9))
    def write(self, count: int) -> None:
        policy = {"id": "companion", "hash": POLICY["policy"]["hash"], "at": self.policy}  # type: ignore[index]
        for n in range(count):
            self.now += 1_000_000
            self.run(self.append("turn_open", {"session": "s_1", "turn": n, "policy": policy}))
            self.run(self.append("turn_close", {"session": "s_1", "turn": n}))

    @rule(room=st.integers(0, 900))
    def fill_the_disk(self, room: int) -> None:
        self.disk.room = room
        self.run(self.append("heartbeat", {"x": "x" * 900}))
        self.disk.room = None
        self.go_on()

    @rule()
    def fail_to_wait(self) -> None:
        self.disk.sync_error = errno.EIO
        self.run(self.append("heartbeat", {}))
        self.disk.sync_error = 0
        self.go_on()

    @rule(share=st.integers(0, 100))
    def cut_the_power(self, share: int) -> None:
        assert self.log is not None
        self.disk.cut_power()
        self.run(self.append("heartbeat", {}))
        self.log.close()
        self.disk.lose(lambda unsure: unsure * share // 100)
        self.reopen()

    @rule()
    def compress(self) -> None:
        assert self.log is not None
        self.log.close()
        list(pack_all(self.folder))
        self.reopen()

    @precondition(lambda self: len(segments(self.folder)) > 1)
    @rule(seconds=st.integers(0, 20))
    def forget(self, seconds: int) -> None:
        assert self.log is not None
        before = (self.now - seconds * 10**9) // 1000
        told = self.run(prune(self.log, before))
        assert told.segments is None or told.segments[0] == segments(self.folder)[0][0] - (
            told.segments[1] - told.segments[0] + 1
        )

    @invariant()
    def it_is_sound(self) -> None:
        verdict = judge(self.directory)
        assert verdict.code is Code.UNANCHORED, verdict.problems
        found = [f"sha256:{leaf.hex()}" for leaf in leaves(self.folder)]
        assert {seq: found[seq] for seq in self.told} == self.told

    def teardown(self) -> None:
        with contextlib.suppress(LogError):
            assert self.log is not None
            self.log.close()
        size = newest_checkpoint(self.folder).size
        for index in {0, size // 2, size - 1}:
            assert prove(self.folder, index).checkpoint.size == size
        assert judge(self.directory, KEY.verifier).code is Code.SOUND
        self.runner.close()
        shutil.rmtree(self.directory)


TestStore = Store.TestCase
TestStore.settings = settings(max_examples=8, stateful_step_count=8, deadline=None)
