"""
Takes an edited policy into service, or refuses it and says why.

    content changed ─▶ load ─▶ lint ─▶ build ─▶ cases ─▶ record ─▶ one swap
                         └───────┴────────┴────────┴─▶ refused: the last good one stays

All of it happens off the event loop, on the thread that looks.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final, TypeVar

from guardrails.acceptance import Agreed, Refused, accepted, agreed
from guardrails.errors import (
    ConfigurationError,
    LogWriteError,
    PolicyError,
    Problem,
)
from guardrails.health import Health
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.policies import policy_rejected_body
from guardrails.ledger.record import Kind
from guardrails.policy.keeping import Keeping, Kept
from guardrails.policy.model import Policy
from guardrails.policy.source import PolicyFile, Snapshot
from guardrails.service import Service

T = TypeVar("T")
_WAIT: Final = 5.0
"""Seconds that closing waits for a look that is under way."""


class Reloader:
    """
    Follows a policy file.

    Args:
        source: The file.
        log: What was taken and what was refused is recorded there.
        build: Makes a service of a policy.
        now: Unix time in seconds.
    """

    def __init__(
        self,
        source: PolicyFile,
        log: DecisionLog,
        build: Callable[[Policy], Service],
        now: Callable[[], float],
    ) -> None:
        self._source = source
        self._log = log
        self._build = build
        self._now = now
        self._keeping = source.keeping()
        self._busy = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._swap: Callable[[Service], None] = lambda _: None
        self._seen: Snapshot | None = None
        self._waiting: tuple[Snapshot, Service] | None = None
        self._health = Health("", "", 0)

    @property
    def source(self) -> PolicyFile:
        """The file."""
        return self._source

    @property
    def health(self) -> Health:
        """How it stands."""
        return self._health

    def start(self) -> Service:
        """
        Return the service to begin with: that of the file, or of the saved copy if it is bad.

        Raises:
            PolicyError: The file is bad, and there is no copy.
            GuardrailsError: The copy cannot be made a service of.
        """
        return _apart(self._start)

    def _start(self) -> Service:
        snapshot, kept = self._source.read(), self._kept()
        self._seen = snapshot
        found = agreed(self._source, snapshot)
        if isinstance(found, Agreed) and _is_kept(found.policy, snapshot.content, kept):
            # It was judged when it was taken; a day that has gone by since makes it no worse.
            service = replace(self._build(found.policy), notes=found.notes)
            self._health = self._fine(service.policy)
            return service
        judged = self._judged(found)
        if isinstance(judged, Service):
            self._take(snapshot, judged.policy)
            return judged
        why, problems = judged
        if kept is None:
            raise PolicyError(problems)
        service = self._build(kept.policy)
        self._health = replace(self._fine(kept.policy), from_copy=True)
        self._refuse(snapshot, why, problems)
        return service

    def follow(self, swap: Callable[[Service], None]) -> None:
        """Hand every new service to *swap* from now on; looks by itself if the file says so."""
        self._swap = swap
        if self._source.every > 0:
            self._thread = threading.Thread(target=self._run, name="candor-policy", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while not self._stop.wait(self._source.every):
            self.look()

    def close(self) -> None:
        """Look no more. Safe to call twice."""
        self._stop.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(_WAIT)
        if self._busy.acquire(timeout=_WAIT):
            self._drop()
            self._busy.release()

    def look(self) -> Health:
        """
        Take the policy of the file if it has changed and is good, and return how it stands.

        Blocks while its detectors load and its cases run: not for an event loop.
        """
        with self._busy:
            seen = self._seen
            if not self._stop.is_set() and (seen is None or self._source.changed(seen)):
                snapshot = self._source.read()
                # If somebody is writing, the next look will see all of it.
                if not self._source.changed(snapshot):
                    self._drop()
                    self._look(snapshot)
            self._enter()
        return self._health

    def _look(self, snapshot: Snapshot) -> None:
        """Judge *snapshot*; what is good waits to be taken."""
        self._seen = snapshot
        found = agreed(self._source, snapshot)
        same = isinstance(found, Agreed) and found.policy.hash == self._health.hash
        if isinstance(found, Agreed) and same and found.refused is None:
            self._same(snapshot, found.policy)
            return
        judged = self._judged(found)
        if isinstance(judged, Service):
            self._waiting = snapshot, judged
        else:
            self._refuse(snapshot, *judged)

    def _enter(self) -> None:
        """Take what waits, once the log holds it: nothing is decided by an unrecorded policy."""
        if self._waiting is None or self._stop.is_set():
            return
        snapshot, service = self._waiting
        try:
            asyncio.run(service.record(self._log))
        except LogWriteError:
            what = "the decision log cannot be written, so this policy cannot be taken yet"
            problem = Problem(str(self._source.path), 1, 1, what)
            if self._health.problems != (problem,):
                self._health = replace(self._health, stale=True, problems=(problem,))
                self._source.tell(str(self._health))
            return
        self._waiting = None
        self._swap(service)
        self._take(snapshot, service.policy)

    def _drop(self) -> None:
        """Let go of what waits: the file holds something else by now."""
        if self._waiting is not None:
            self._waiting[1].looking.leave()
            self._waiting = None

    def _same(self, snapshot: Snapshot, policy: Policy) -> None:
        """Go on with the policy in force: the file says the same again, in other words perhaps."""
        was_stale = self._health.stale
        self._health = replace(self._health, stale=False, from_copy=False, problems=())
        self._keep(policy, snapshot.content)
        if was_stale:
            self._source.tell(str(self._health))

    def _take(self, snapshot: Snapshot, policy: Policy) -> None:
        self._health = self._fine(policy)
        self._keep(policy, snapshot.content)
        self._source.tell(str(self._health))

    def _fine(self, policy: Policy) -> Health:
        return Health(policy.id, policy.hash, int(self._now()))

    def _refuse(self, snapshot: Snapshot, why: str, problems: tuple[Problem, ...]) -> None:
        self._health = replace(self._health, stale=True, problems=problems)
        self._source.tell(str(self._health))
        body = policy_rejected_body(
            problems=len(problems), kept=self._health.hash, why=why, content=snapshot.content
        )
        with suppress(LogWriteError):  # without a log no text of a model goes out anyway
            asyncio.run(self._log.append(Kind.POLICY_REJECTED, body))

    def _judged(self, found: Agreed | Refused) -> Service | Refused:
        if not isinstance(found, Agreed):
            return found
        any_cases = self._source.any_cases
        return accepted(found, self._build, self._now(), any_cases=any_cases)

    def _kept(self) -> Kept | None:
        try:
            return self._keeping.load() if self._keeping is not None else None
        except ConfigurationError as error:
            self._source.tell(str(error))
            return None

    def _keep(self, policy: Policy, content: str) -> None:
        keeping: Keeping | None = self._keeping
        if keeping is None:
            return
        try:
            keeping.save(policy, content)
        except ConfigurationError as error:
            self._source.tell(str(error))


def _is_kept(policy: Policy, content: str, kept: Kept | None) -> bool:
    same = (policy.hash, content)
    return kept is not None and (kept.policy.hash, kept.content) == same


def _apart(call: Callable[[], T]) -> T:
    """Return what *call* returns, made on a thread of its own, which has no event loop yet."""
    result: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            result.append(call())
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
            errors.append(error)

    thread = threading.Thread(target=run, name="candor-policy-start")
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return result[0]
