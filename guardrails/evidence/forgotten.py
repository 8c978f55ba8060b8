"""A place for texts that keeps none: for trying policies out."""

from __future__ import annotations

from typing import NoReturn

from guardrails.erasure import Whose
from guardrails.errors import EvidenceError
from guardrails.evidence.base import Expired, Wanted


class ForgottenEvidence:
    """An `Evidence` that refuses every text, so that none is kept whatever a policy says."""

    store = "evidence"

    def __init__(self, origin: str = "none") -> None:
        self.origin = origin

    async def keep(self, wanted: Wanted) -> NoReturn:
        """Raise `EvidenceError`."""
        msg = f"no text is kept here: {len(wanted.fields)} refused"
        raise EvidenceError(msg)

    async def erase(self, whose: Whose) -> frozenset[str]:
        """Return that nothing was found."""
        del whose
        return frozenset()

    async def expire(self, before: int) -> Expired:
        """Return that nothing was found."""
        del before
        return Expired(0, 0)

    def close(self) -> None:
        """Do nothing."""
