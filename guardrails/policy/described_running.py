"""The settings of the log, of streams, failures and limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guardrails.policy import anchors, settings
from guardrails.policy.described_takes import (
    DURATION,
    FLOOR,
    PERCENT,
    VARIABLE,
    Block,
    Blocks,
    OneOf,
    Setting,
    Whole,
    answered,
    words_of,
)
from guardrails.policy.log_settings import ANCHOR_SECONDS, CHECKPOINT_RECORDS, CHECKPOINT_SECONDS

OF_RUNNING: Final[Mapping[str, Mapping[str, Setting]]] = {
    "logging": {
        "level": Setting(
            OneOf(settings.LOG_LEVELS),
            "`findings` keeps what was found and where, never the words; `metadata` keeps less. "
            "`masked-text` and `sealed-text` also keep texts of people who agreed to it, "
            "encrypted for investigators and outside of the log: without personal data, or with "
            "what rules with `log` in `where` leave.",
            default="findings",
        ),
        "findings_from": Setting(
            PERCENT,
            "Scores below it are not kept. No rule's threshold may be lower.",
            default=20,
        ),
        "on_failure": Setting(
            OneOf(settings.ON_LOG_FAILURE),
            "What happens if the log cannot be written. `safe-reply`: no text of the model goes "
            "out; help in a crisis does. `drop`: the talk goes on without records, and how many "
            "are missing is the first thing that is recorded afterwards.",
            default="safe-reply",
        ),
        "keep": Setting(
            Block("keep"),
            "How long records and texts are kept; for ever if left out. See log-store.md.",
        ),
        "checkpoint": Setting(
            Block("checkpoint"),
            "How often a log that is signed signs what it holds, after whichever comes first. "
            "Only for logs with a key. See log-proof.md.",
        ),
        "anchor": Setting(
            Blocks("an anchor"),
            "Where checkpoints are shown outside of the log, so that nobody can take it back or "
            "write it twice unnoticed. Only for logs with a key. See log-proof.md.",
            example="[{kind: file, path_env: ANCHOR_FILE}]",
        ),
    },
    "keep": {
        "decisions": Setting(
            DURATION,
            "`candor log prune --by-policy` removes records that are older.",
            example="400d",
        ),
        "crisis": Setting(
            DURATION,
            "The same for copies of records about people in need. At least as long as `decisions`.",
            example="2200d",
        ),
        "text": Setting(
            DURATION,
            "Kept texts, and keys that open none any more, are erased when they are older. Goes "
            "with `level: masked-text` or `sealed-text`.",
            example="30d",
        ),
    },
    "checkpoint": {
        "every": Setting(
            DURATION,
            "So long after a record that is not signed yet. At most an hour.",
            default=f"{CHECKPOINT_SECONDS}s",
            example="5s",
        ),
        "records": Setting(
            Whole(1, 65_536),
            "After so many records that are not signed yet, though not within 50 milliseconds "
            "of the checkpoint before.",
            default=CHECKPOINT_RECORDS,
        ),
    },
    "an anchor": {
        "kind": Setting(
            OneOf(words_of(anchors.KINDS)),
            "`witness`: a service in other hands that signs them too, if the log has only grown. "
            "`file`: a file to which they are added, on another machine's disk if it is to prove "
            "anything. `timestamp`: an authority that signs when they were there (RFC 3161). `s3`: "
            "a bucket with object lock, in which nobody can remove them for so long.",
            needed=True,
            example="file",
        ),
        "url_env": Setting(
            VARIABLE,
            "Of a witness or an authority: the variable with its address. Of a bucket: that with "
            "`s3://bucket/prefix`.",
            example="WITNESS_URL",
        ),
        "key_env": Setting(
            VARIABLE, "Of a witness: the variable with its public key.", example="WITNESS_KEY"
        ),
        "path_env": Setting(
            VARIABLE, "Of a file: the variable with its path.", example="ANCHOR_FILE"
        ),
        "roots_env": Setting(
            VARIABLE,
            "Of an authority: the variable with the path of its root certificates, as PEM.",
            example="TSA_ROOTS",
        ),
        "lock_for": Setting(
            DURATION,
            "Of a bucket: how long nobody, its owner included, can remove what is shown there. "
            "Between a day and 36500 days. It cannot be shortened afterwards.",
            example="400d",
        ),
        "every": Setting(
            DURATION,
            "The shortest time between two that are shown. At most a day.",
            default=f"{ANCHOR_SECONDS}s",
            example="5m",
        ),
    },
    "streaming": {
        "hold": Setting(
            OneOf(("frame", "reply")),
            "`frame` releases a reply sentence by sentence; `reply` holds it back until its end, "
            "and has one that claims too much to be mended written once more.",
            default="frame",
        ),
    },
    "failure": {
        "detector_error": Setting(
            Block("detector_error"), "What happens when a detector fails, by section."
        ),
        "model_error": answered("Shown when the model fails"),
        "coverage": Setting(
            Block("coverage"), "What happens to parts of messages that nobody can read."
        ),
        "floor": FLOOR,
    },
    "detector_error": {
        family.value: Setting(
            OneOf(words_of(choices)),
            f"When a {family.value} detector fails. `block` closes, `note` lets the text through, "
            "`show-resources` lets it through with helplines.",
            default=choices[0],
        )
        for family, choices in settings.ON_ERROR.items()
    },
    "coverage": {
        kind: Setting(
            OneOf(settings.ON_GAP),
            f"What happens to a part of kind {kind}: let through and noted, or not let through.",
            default="block" if kind == "unknown" else "note",
        )
        for kind in ("image", "audio", "video", "file", "unknown")
    },
    "limits": {
        "max_input": Setting(
            Whole(100, 1_000_000),
            "The longest message that is taken, in characters.",
            default=32_000,
        ),
    },
}
"""By the kind of block that they stand in."""
