"""A signed log to attack, and both verifiers side by side."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import io
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson

from guardrails.ledger.base import Receipt
from guardrails.ledger.chain import GENESIS, leaf
from guardrails.ledger.keys import LOG, WITNESS, SigningKey, VerifierKey
from guardrails.ledger.notary import Signing
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.prove import newest_checkpoint
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Verdict
from guardrails.ledger.verify import verify

SCRIPT = Path(__file__).parents[2] / "docs" / "verify_log.py"
ORIGIN = "web-1"
KEY = SigningKey(ORIGIN, LOG, bytes(range(32)))
OTHER = SigningKey(ORIGIN, LOG, bytes(range(1, 33)))
EYE = SigningKey("witness.example/w1", WITNESS, bytes(range(2, 34)))


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_log", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SECOND = _loaded()
"""The second verifier, as a module."""


def write(
    directory: Path,
    count: int = 40,
    *,
    key: SigningKey | None = KEY,
    origin: str = ORIGIN,
    each: int = 10,
    **how: Any,
) -> list[Receipt]:
    """Write *count* ends of turns, with a checkpoint each so many records; return receipts."""

    async def run() -> list[Receipt]:
        signing = None if key is None else Signing(key, records=each, seconds=3600, pause=0)
        log = FileLog(directory, origin=origin, signing=signing, **how)
        receipts = [
            await log.append("turn_close", {"session": "s_1", "turn": n}) for n in range(count)
        ]
        log.close()
        return receipts

    return asyncio.run(run())


def judge(
    directory: Path,
    *keys: VerifierKey,
    kept: Sequence[Checkpoint] = (),
    head: Sequence[str] = (),
) -> Verdict:
    """Return the verdict of our verifier, once the second one has come to the same code."""
    verdict = verify(directory, keys=keys, checkpoints=kept, head=head)
    shown = io.StringIO()
    theirs = [SECOND.Key(str(key)) for key in keys]
    with contextlib.redirect_stdout(shown):
        try:
            code = SECOND.verify(
                directory, theirs, [SECOND.Checkpoint(bytes(one)) for one in kept], list(head)
            )
        except OSError:
            code = 2
    assert code == int(verdict.code), f"{shown.getvalue()}\n{verdict}"
    return verdict


def lines(directory: Path) -> list[bytes]:
    """Return the records of the log's first segment."""
    return (directory / ORIGIN / "seg-000001.jsonl").read_bytes().split(b"\n")[:-1]


def put(directory: Path, records: Sequence[bytes]) -> None:
    """Make *records* the whole of the log's first segment."""
    path = directory / ORIGIN / "seg-000001.jsonl"
    path.chmod(0o640)
    path.write_bytes(b"".join(line + b"\n" for line in records))


def rechained(records: Sequence[bytes]) -> list[bytes]:
    """Return *records* with `seq` and `prev` made right again, as a forger would."""
    prev, made = GENESIS, []
    for seq, line in enumerate(records):
        record = {**orjson.loads(line), "seq": seq, "prev": prev}
        made.append(orjson.dumps(record, option=orjson.OPT_SORT_KEYS))
        prev = leaf(made[-1])
    return made


def changed(line: bytes, **new: object) -> bytes:
    """Return the record with other values."""
    return orjson.dumps({**orjson.loads(line), **new}, option=orjson.OPT_SORT_KEYS)


def copied(directory: Path, to: Path, change: Callable[[Path], None]) -> Path:
    """Return a copy of *directory* to which *change* was done."""
    if to.exists():
        shutil.rmtree(to)
    shutil.copytree(directory, to, symlinks=True)
    change(to)
    return to


def newest(directory: Path) -> Checkpoint:
    """Return the newest checkpoint of the log."""
    return newest_checkpoint(directory / ORIGIN)
