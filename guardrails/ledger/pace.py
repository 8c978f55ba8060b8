"""When a log that grows is to be signed, and when it has been silent for too long."""

from __future__ import annotations

import time
from dataclasses import dataclass

from guardrails.ledger.keys import SigningKey
from guardrails.policy.log_settings import CHECKPOINT_RECORDS, CHECKPOINT_SECONDS, Checkpoints


@dataclass(frozen=True, slots=True)
class Signing:
    """
    How a log signs itself.

    Attributes:
        key: Of the log; it has the log's origin as its name.
        records: Records after which a checkpoint is due, at least 1.
        seconds: Seconds after which one is due, if there is anything new.
        heartbeat: Seconds without a record after which one is written that says so.
        pause: Seconds between two checkpoints at the least, however many records come.
    """

    key: SigningKey
    records: int = CHECKPOINT_RECORDS
    seconds: float = float(CHECKPOINT_SECONDS)
    heartbeat: float = 60.0
    pause: float = 0.05


class Pace:
    """
    Counts records and seconds since the last checkpoint. For one thread, but for `keep`.

    Args:
        signing: How often, where no policy says it.
        size: Records that there are.
        signed: Records that the last checkpoint covers.
    """

    def __init__(self, signing: Signing, size: int, signed: int) -> None:
        self._signing = signing
        self._asked: dict[str, tuple[int, float]] = {}
        self._pace = (signing.records, signing.seconds)
        self._size = size
        self._signed = signed
        self._since = self._heard = time.monotonic()
        self._again = 0.0  # not before this

    @property
    def uncovered(self) -> int:
        """Records after the last checkpoint."""
        return self._size - self._signed

    def grew(self, size: int) -> None:
        """Take that the log holds *size* records now."""
        now = time.monotonic()
        if self.uncovered <= 0:
            self._since = now
        self._size = size
        self._heard = now

    @property
    def due(self) -> bool:
        """Whether a checkpoint is to be signed now."""
        return self.uncovered > 0 and time.monotonic() >= self._due_at

    @property
    def _due_at(self) -> float:
        records, seconds = self._pace
        full = self.uncovered >= records
        return max(self._again, 0.0 if full else self._since + seconds)

    def keep(self, name: str, pace: Checkpoints | None) -> None:
        """
        Sign as often as *pace* says, instead of what was asked for under *name* before.

        Of several that ask the one counts that has it signed most often; None asks for what
        the log was opened with. Other threads may call it: what it sets is one value.
        """
        usual = (self._signing.records, self._signing.seconds)
        self._asked[name] = usual if pace is None else (pace.records, float(pace.seconds))
        every = self._asked.values()
        self._pace = (min(one[0] for one in every), min(one[1] for one in every))

    def silence(self) -> bool:
        """Return whether a heartbeat is to be written now; not again before it is time again."""
        now = time.monotonic()
        if now - self._heard < self._signing.heartbeat:
            return False
        self._heard = now
        return True

    @property
    def patience(self) -> float:
        """Seconds until the next thing is due; infinite if nothing ever is."""
        until = self._heard + self._signing.heartbeat
        if self.uncovered > 0:
            until = min(until, self._due_at)
        return max(until - time.monotonic(), 0.0)

    def trying(self) -> None:
        """Take that one is being signed: if that fails it is due again at the usual time."""
        self._again = time.monotonic() + self._pace[1]

    def signed(self, size: int) -> None:
        """Take that a checkpoint over *size* records was signed."""
        self._signed, self._again = size, time.monotonic() + self._signing.pause
