"""Signs a text that somebody else has written, once it is known to be about one's own file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from guardrails.cli.keyring import contents
from guardrails.errors import ConfigurationError, ProofError
from guardrails.policy.loaded import Loaded

if TYPE_CHECKING:
    from guardrails.approvals.notes import Rollout
    from guardrails.ledger.keys import SigningKey


def sign_text(loaded: Loaded, path: Path, key: SigningKey) -> Iterator[str]:
    """
    Sign the roll-out in *path*, and yield what is to be told; the note lies beside it.

    Nobody signs what they cannot read: it has to be a roll-out of the very policy that *loaded*
    holds, that can be laid over it, and what it says is told in words.

    Args:
        loaded: The policy, from a file that the signer has read.
        path: The text.
        key: Of the signer.

    Raises:
        ConfigurationError: The text is none, or not about this policy.
        LogReadError: It cannot be read, or another note lies in the place of this one.
    """
    from guardrails.approvals.folder import add_signatures
    from guardrails.ledger.note import signed

    rollout = _rollout(loaded, path)
    text = rollout.text()
    until = "" if rollout.until is None else f", to be handed in until {rollout.until}"
    note = add_signatures(path.with_suffix(".note"), text, (signed(text, key),))
    what = f"roll-out {rollout.number} of {rollout.policy}: {rollout.says}"
    yield f"{key.name} has signed {what}{until}"
    yield f"wrote {note}"


def _rollout(loaded: Loaded, path: Path) -> Rollout:
    from guardrails.approvals.notes import Rollout
    from guardrails.approvals.standing import unfit

    try:
        # A text that went through a mail or a clipboard may have lost or changed its last line end.
        rollout = Rollout.parse(contents(path).replace(b"\r\n", b"\n").strip() + b"\n")
    except (ProofError, UnicodeDecodeError):
        msg = f"{path} says nothing that can be signed: it is the text of no roll-out"
        raise ConfigurationError(msg) from None
    if rollout.policy != loaded.policy.id or rollout.base != loaded.policy.hash:
        msg = (
            f"{path} is about {rollout.policy} {rollout.base[:14]}..., and {loaded.file} holds "
            f"{loaded.policy.id} {loaded.policy.hash[:14]}...: sign only what you have read"
        )
        raise ConfigurationError(msg)
    if problems := unfit(loaded.policy, rollout):
        raise ConfigurationError("; ".join(problems))
    return rollout
