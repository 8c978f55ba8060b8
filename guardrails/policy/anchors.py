"""Reads how often a log is signed, and where its checkpoints are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from guardrails.policy import values
from guardrails.policy.fields import Fields
from guardrails.policy.log_settings import AnchorKind, AnchorSpec, Checkpoints

KINDS: Final[tuple[AnchorKind, ...]] = get_args(AnchorKind)
NEEDED: Final[Mapping[AnchorKind, Mapping[str, str]]] = {
    "witness": {"url_env": "address", "key_env": "public key"},
    "file": {"path_env": "path"},
    "timestamp": {"url_env": "address", "roots_env": "path to root certificates"},
    "s3": {"url_env": "address, s3://bucket/prefix"},
}
"""Kind → what it needs, and what the variable of that name holds."""
_CALLED: Final[Mapping[AnchorKind, str]] = {
    "witness": "a witness",
    "file": "a file",
    "timestamp": "an authority",
    "s3": "a bucket",
}
RECORDS: Final = values.whole(1, 65_536, "records")
MOST_SECONDS: Final = 3600
"""A log that is signed more seldom shows its end too late to be of use."""
MOST_EVERY: Final = 86_400
LEAST_LOCK: Final = 86_400
MOST_LOCK: Final = 36_500 * 86_400


def read_checkpoint(fields: Fields) -> Checkpoints | None:
    """Return how often a log is signed, if *fields* of `logging` say so."""
    block = fields.block("checkpoint")
    if block.table is None:
        return None
    if "every" not in block and "records" not in block:
        block.tell("'checkpoint' needs every, records, or both")
    usual = Checkpoints()
    return Checkpoints(
        _seconds(block, "every", MOST_SECONDS, usual.seconds),
        block.read_or("records", RECORDS, usual.records),
    )


def read_anchors(fields: Fields) -> tuple[AnchorSpec, ...]:
    """Return where checkpoints are shown, as *fields* of `logging` say."""
    blocks = fields.blocks("anchor", "an anchor")
    if "anchor" in fields and not blocks:
        fields.tell_of("anchor", "'anchor' is an empty list: write at least one, or leave it out")
    found: dict[AnchorSpec, None] = {}
    for block in blocks:
        anchor = _anchor(block)
        if anchor in found:
            block.tell("this anchor stands there twice")
        found[anchor] = None
    return tuple(found)


def _anchor(block: Fields) -> AnchorSpec:
    kind = block.need("kind", values.choice(KINDS), "")
    known = next((one for one in KINDS if one == kind), None)
    if known is not None:
        _check_names(block, known)
    return AnchorSpec(
        known or "file",
        url_env=block.read("url_env", values.variable),
        key_env=block.read("key_env", values.variable),
        path_env=block.read("path_env", values.variable),
        every=_seconds(block, "every", MOST_EVERY, AnchorSpec("file").every),
        roots_env=block.read("roots_env", values.variable),
        lock_for=_lock(block),
    )


def _check_names(block: Fields, kind: AnchorKind) -> None:
    """Tell of settings that an anchor of *kind* lacks, or that go with another kind."""
    needed = NEEDED[kind]
    for name, holds in needed.items():
        if name not in block:
            block.tell(f"{_CALLED[kind]} needs '{name}', the variable that holds its {holds}")
    for name in dict.fromkeys(name for other in KINDS for name in NEEDED[other]):
        if name in block and name not in needed:
            kinds = " or ".join(other for other in KINDS if name in NEEDED[other])
            block.tell_of(name, f"'{name}' goes with kind: {kinds}")
    if kind == "s3" and "lock_for" not in block:
        block.tell("a bucket needs 'lock_for', how long nobody can remove what is shown there")
    if kind != "s3" and "lock_for" in block:
        block.tell_of("lock_for", "'lock_for' goes with kind: s3")


def _lock(block: Fields) -> int | None:
    """Return for how many seconds what is shown is locked; None if it is not said, or wrong."""
    seconds = block.read("lock_for", values.seconds)
    if seconds is not None and not LEAST_LOCK <= seconds <= MOST_LOCK:
        block.tell_of("lock_for", "'lock_for' is between a day and 36500 days (100 years)")
        return None
    return seconds


def _seconds(block: Fields, name: str, most: int, usual: int) -> int:
    """Return a duration of at most so many seconds; *usual* if it is left out or wrong."""
    seconds = block.read_or(name, values.seconds, usual)
    if seconds > most:
        block.tell_of(name, f"'{name}' is longer than {most // 3600}h: write a shorter one")
        return usual
    return seconds
