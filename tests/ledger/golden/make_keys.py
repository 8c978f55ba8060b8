"""
Makes a golden log of which the key was replaced twice, with a witness, proofs and a receipt.

    python -m tests.ledger.golden.make_keys 0.1.0

It holds the kinds and fields of records that came after the other golden logs. Written once
for each version, as `make` does.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
from dataclasses import asdict
from pathlib import Path

import orjson

from guardrails.ledger.acts import erase_body, right_body
from guardrails.ledger.anchoring import unanchored_body
from guardrails.ledger.anchors import FileAnchor
from guardrails.ledger.base import Receipt
from guardrails.ledger.disk import CHECKPOINTS, COSIGNED
from guardrails.ledger.dropping import dropped_body
from guardrails.ledger.handover import pause_body, ticket_body
from guardrails.ledger.keys import LOG, WITNESS, SigningKey
from guardrails.ledger.notary import Signing, keep_note
from guardrails.ledger.prove import growth, newest_checkpoint, prove
from guardrails.ledger.rotate import rotate
from guardrails.ledger.store import FileLog
from guardrails.ledger.witness import Request, Witness, cosignatures

from .make import NOW, counted

ORIGIN = "golden"
KEYS = [SigningKey(ORIGIN, LOG, bytes(range(at, at + 32))) for at in (40, 80, 120)]
EYE = SigningKey("witness.example/golden", WITNESS, bytes(range(160, 192)))
FOLDER = Path(__file__).parent


async def write(directory: Path, seen: Path) -> None:
    """Write it into *directory*; the witness remembers in *seen*."""
    ticks, seconds = itertools.count(0, 1_000_000), itertools.count()
    witness = Witness(seen, EYE, [KEYS[0].verifier], now=lambda: NOW + 100.0)
    session = {"session": "s_golden", "turn": 0}
    parts = [
        [
            ("right", right_body(**session, right="kept", by="person", purposes=(), at=NOW)),
            ("pause", pause_body(on=True, by="op-7", reason="incident", at=NOW)),
            ("pause", pause_body(on=False, by="op-7", reason="incident", at=NOW)),
        ],
        [
            ("ticket", ticket_body(escalation="e-1", n=0, step="claimed", state="taken",
                                   level="high", at=NOW, by="op-7")),
            ("recovery", dropped_body({"decision": 2, "turn_close": 1}, since=NOW, until=NOW + 9)),
            ("recovery", unanchored_body("file", OSError(28, "no space"))),
        ],
        [
            ("erase", erase_body(sessions=3, stores=["evidence"], by="policy", reason="age",
                                 at=NOW, before=NOW - 86_400, origin=ORIGIN)),
            ("sign_off", {**session, "what": "crisis-watch", "by": "op-7", "risk": 1200}),
        ],
    ]  # fmt: skip
    for number, records in enumerate(parts):
        key = KEYS[number]
        log = FileLog(
            directory,
            origin=ORIGIN,
            clock=lambda: NOW * 10**9 + next(seconds) * 1_000_000,
            ticks=lambda: next(ticks),
            random=counted(f"run {number}"),
            signing=Signing(key, records=1, pause=0.0),
        )
        receipts: list[Receipt] = [await log.append(kind, body) for kind, body in records]
        log.close()
        folder = log.folder
        FileAnchor(directory / "kept.checkpoints").show(folder)
        if number + 1 < len(KEYS):
            rotate(folder, key, KEYS[number + 1].verifier)
        _seen(folder, witness)
    (directory / "receipt.json").write_bytes(orjson.dumps(asdict(receipts[-1])))
    for name, place in (("first", 1), ("last", receipts[-1].seq)):
        (directory / f"{name}.tlog-proof").write_bytes(bytes(prove(folder, place)))
    (folder / "lock").unlink()


def _seen(folder: Path, witness: Witness) -> None:
    """Have the newest checkpoint signed by the witness, which is in this process."""
    newest = newest_checkpoint(folder)
    notes = (folder / COSIGNED).read_bytes() if (folder / COSIGNED).exists() else b""
    old = 0 if not notes else int(notes.split(b"\n\n")[-3].split(b"\n")[1])
    reply = witness.add_checkpoint(
        bytes(Request(old, tuple(growth(folder, old, newest.size)), newest))
    )
    keep_note(folder / COSIGNED, bytes(cosignatures(reply.body, newest, [EYE.verifier])))
    assert (folder / CHECKPOINTS).exists()


if __name__ == "__main__":
    asyncio.run(write(FOLDER / f"keys-{sys.argv[1]}", Path(sys.argv[2])))
