"""
Checks that no record of a log was changed, dropped, added or moved. It repairs nothing.

For each log, in this order:

    1  its segments are numbered without a gap, from 1 unless (14), and none but the last is empty
    2  every line ends in a newline and is no longer than a record may be
    3  every line is a record of a known kind in canonical form
    4  `seq` counts from 0 over all segments
    5  `prev` is the leaf hash of the line before
    6  the first record, and the first of each run, is a `boot` record of the same log
    7  within a run, `mono` never goes back; `ts` that does not keep step is noted
    8  turns that were opened and not closed are noted, and those whose turn before is missing
    9  every attached file is there and has the content that it is named by
    10 the text of each policy has its hash, and decisions name a policy recorded before
    11 the hashes that the caller knows are leaf hashes of records
    12 the roots of the tree over the records are those of every checkpoint, and the
       signatures by keys that are known hold; a time stamp is over one of them, and those
       by authorities that are known hold
    13 nothing is a link or stands in the place of something else, and no log is there twice;
       where a pipe or a device does, nothing is read
    14 segments that were removed are told of by a `retain` record, and their leaves in the
       tiles are those that it and the checkpoints vouch for
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from guardrails.ledger.chain import is_hash
from guardrails.ledger.keys import LOG, WITNESS, VerifierKey
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.read import find_logs
from guardrails.ledger.signed import Known
from guardrails.ledger.surroundings import outside
from guardrails.ledger.timestamps import Authorities
from guardrails.ledger.verdict import LogVerdict, Verdict
from guardrails.ledger.walk import Walk


def verify(
    directory: str | Path,
    *,
    head: str | Collection[str] = (),
    keys: Collection[VerifierKey] = (),
    checkpoints: Collection[Checkpoint] = (),
    authorities: Authorities | None = None,
    progress: Callable[[int], None] | None = None,
) -> Verdict:
    """
    Return what is to be said of every log under *directory*.

    Args:
        directory: A log, or a folder that holds logs.
        head: Leaf hashes, `sha256:<hex>`, that you know from elsewhere, such as
            that of a receipt. Records up to one of them are anchored by it.
        keys: Public keys of logs, and of witnesses. A log of a key's name has to be
            there and to be signed with it.
        checkpoints: Checkpoints that you kept, or had from somebody whom you believe.
        authorities: Whose time stamps you believe; without it they are not checked.
        progress: Called with the number of bytes read since the last call.
    """
    heads = [head] if isinstance(head, str) else list(head)
    if not all(map(is_hash, heads)):
        return Verdict((), unchecked="a known hash is written sha256:<64 hex digits>")
    try:
        folders = find_logs(Path(directory))
    except OSError as error:
        return Verdict((), unchecked=f"{error.filename}: {error.strerror}")
    if not folders:
        return Verdict((), unchecked=f"{directory}: no decision log there")
    known = Known(keys, checkpoints, authorities)
    walks = [
        Walk(Path(directory), folder, frozenset(heads), known, progress or _ignore)
        for folder in folders
    ]
    logs = tuple(walk.run() for walk in walks)
    met = frozenset[str]().union(*(walk.met for walk in walks))
    whole = not any(log.unchecked for log in logs)  # what is lacking may be what was not read
    seen_by = set[VerifierKey]().union(*(walk.seen_by for walk in walks))
    named_logs = {key.name for key in keys if key.kind == LOG}
    named_logs.update(one.origin for one in checkpoints)
    try:
        beside = tuple(outside(Path(directory), folders, logs))
    except OSError as error:
        return Verdict(logs, unchecked=f"{error.filename}: {error.strerror}")
    return Verdict(
        logs,
        strangers=tuple(known for known in heads if whole and known not in met),
        absent=tuple(one for one in sorted(named_logs) if whole and not _is_there(one, logs)),
        outside=beside,
        unseen=tuple(key.name for key in keys if key.kind == WITNESS and key not in seen_by),
        unstamped=tuple(
            log.origin or log.folder for log in logs if authorities is not None and not log.stamped
        ),
    )


def _is_there(name: str, logs: Collection[LogVerdict]) -> bool:
    """Return whether one of *logs* is called *name*, or, if it lost its name, lies there."""
    return any(
        name == log.origin or (not log.origin and f"/{log.folder}".endswith(f"/{name}"))
        for log in logs
    )


def _ignore(_: int) -> None:
    return
