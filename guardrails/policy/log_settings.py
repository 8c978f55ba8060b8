"""What the decision log keeps, how often it is signed, and where that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

TextLevel: TypeAlias = Literal["metadata", "findings", "masked-text", "sealed-text"]
"""How much is kept, least first."""


OnFailure: TypeAlias = Literal["drop", "safe-reply"]
"""What becomes of a turn that cannot be recorded, least strict first."""


CHECKPOINT_SECONDS: Final = 10


CHECKPOINT_RECORDS: Final = 256


ANCHOR_SECONDS: Final = 60
"""How often a log is signed and shown where neither a policy nor who opens the log says it."""


@dataclass(frozen=True, slots=True)
class Keep:
    """
    How long records are to be kept, in seconds.

    The log itself removes nothing: `candor log prune --by-policy` goes by it. Texts are
    erased by a guard that is entered, and by `candor log erase --by-policy`.

    Attributes:
        decisions: All records; None for ever.
        crisis: Copies of those about people in need, not shorter than *decisions*; None for
            ever.
        text: Kept texts and their keys; None until somebody erases them.
    """

    decisions: int | None = None
    crisis: int | None = None
    text: int | None = None


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """
    How often a log that is signed signs what it holds: after whichever comes first.

    Attributes:
        seconds: After the first record that no checkpoint covers yet, 1..3600.
        records: So many that no checkpoint covers yet, 1..65536.
    """

    seconds: int = CHECKPOINT_SECONDS
    records: int = CHECKPOINT_RECORDS


AnchorKind: TypeAlias = Literal["witness", "file", "timestamp", "s3"]


@dataclass(frozen=True, slots=True)
class AnchorSpec:
    """
    Where checkpoints are shown, so that they are known outside of the log.

    Attributes:
        kind: `witness`, who signs them too; `file`, to which they are added; `timestamp`, an
            authority that signs when they were there (RFC 3161); `s3`, a bucket in which each of
            them is locked.
        url_env: Variable with the address of the witness, authority or bucket.
        key_env: Variable with the witness's public key.
        path_env: Variable with the path of the file.
        every: Seconds between two at the least, 1..86400.
        roots_env: Variable with the path of the authority's root certificates.
        lock_for: Seconds for which the bucket lets nobody remove one; None but for `s3`.
    """

    kind: AnchorKind
    url_env: str | None = None
    key_env: str | None = None
    path_env: str | None = None
    every: int = ANCHOR_SECONDS
    roots_env: str | None = None
    lock_for: int | None = None


@dataclass(frozen=True, slots=True)
class Logging:
    """
    What the decision log keeps.

    Attributes:
        level: `metadata`, `findings`, `masked-text` or `sealed-text`. The latter two keep
            texts, if the person agreed, sealed for investigators and outside of the log.
        findings_from: Scores below it are not recorded, 0..10000.
        on_failure: `safe-reply`: without a log no model text goes out. `drop`: it does, and
            what was not written is counted and recorded afterwards.
        keep: How long records are kept; None where the policy does not say.
        checkpoint: How often the log is signed; None where the policy does not say.
        anchor: Where checkpoints are shown.
    """

    level: TextLevel = "findings"
    findings_from: int = 2000
    on_failure: OnFailure = "safe-reply"
    keep: Keep | None = None
    checkpoint: Checkpoints | None = None
    anchor: tuple[AnchorSpec, ...] = ()

    @property
    def keeps_texts(self) -> bool:
        """Whether texts are kept of those who agree to it."""
        return self.level in {"masked-text", "sealed-text"}

    @property
    def may_drop(self) -> bool:
        """Whether turns go on while the log cannot be written."""
        return self.on_failure == "drop"
