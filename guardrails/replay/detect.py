"""
Kept texts, looked at once more by the detectors of today, and decided upon anew.

    record ─▶ text, opened on record ─▶ detect ─▶ decide ─▶ what differs, and by which rule

What is decided on besides the findings is as recorded. So a difference is one of the
detectors; with another policy, of that policy and the detectors that it wants.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from guardrails.decisions import Decision
from guardrails.errors import LogReadError, RecordError
from guardrails.findings import Finding
from guardrails.ledger.decided import decided, findings_of
from guardrails.ledger.read import Found
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.replay.gone import begun
from guardrails.replay.look import Detectors, Make, Seen, Talks, found_again, look, ready
from guardrails.replay.policies import Policies
from guardrails.replay.recorded import Reader
from guardrails.replay.run import FailOn, LookedAgain, Replayed, Shift, count, placed
from guardrails.replay.texts import Investigator, Opened, Spoken
from guardrails.replay.walk import walk

_FAILED = "failed"


async def detect(
    directory: Path,
    investigator: Investigator,
    candidate: Policy | None = None,
    *,
    fail_on: Sequence[FailOn] = (),
    progress: Callable[[int], None] | None = None,
    make: Make = ready,
) -> Replayed:
    """
    Return what today's detectors and policies make of the kept texts under *directory*.

    Args:
        directory: One log or several, with their texts. Nothing in them is changed.
        investigator: Who opens the texts; each conversation is recorded before it is opened.
        candidate: Decide by this policy, and look for what it wants; by the recorded ones if
            None.
        fail_on: Differences to count in `failed`.
        progress: Called with the bytes of each record that was read.
        make: Makes the detectors for a policy.

    Raises:
        LogReadError: There is no log, it cannot be read, or a policy in it cannot.
        LogWriteError: An access cannot be recorded; nothing more was opened.
        RecordError: What is said of the investigator has another shape; nothing was opened.
        ModelMissingError: A language model is not installed.
    """
    work = _Work(candidate, investigator, fail_on, make)
    try:
        for found, policies in walk(directory, progress):
            await work.take(found, policies)
    finally:
        work.close()
    return work.result


class _Work:
    """A replay under way."""

    def __init__(
        self,
        candidate: Policy | None,
        investigator: Investigator,
        fail_on: Sequence[FailOn],
        make: Make,
    ) -> None:
        self._looked = LookedAgain()
        self.result = Replayed(
            policy="" if candidate is None else candidate.hash, looked=self._looked
        )
        self._candidate = candidate
        self._fail_on = fail_on
        self._opened = Opened(investigator)
        self._detectors = Detectors(make)
        self._policies: Policies | None = None
        self._talks = Talks()
        self._read = Reader().inputs

    async def take(self, found: Found, policies: Policies) -> None:
        """Look at one line of a log that brought *policies*."""
        if policies is not self._policies:
            self._policies = policies
            self._opened.enter(found.path.parent)
            self.result.fronts.append(begun(found))
        record = found.record
        if record is None:
            self._unread(found, "no record")
            return
        kind = record["kind"]
        try:
            if kind == "decision":
                self.result.decisions += 1
                spoken = await self._opened.take(found, record)
                if spoken is not None:
                    await self._again(spoken, policies)
            elif kind in {"boot", "retain"}:
                self._opened.boot(record)
                if kind == "retain":
                    self.result.fronts[-1].take(record)
            elif kind in {"turn_close", "sign_off"}:
                self._talks.close(record)
        except LogReadError as error:
            msg = f"{found.path}:{found.line}: {error}"
            raise LogReadError(msg) from None
        except (RecordError, LookupError, TypeError, ValueError, AttributeError) as error:
            known = isinstance(error, RecordError)
            self._unread(found, str(error) if known else "a record lacks something")

    def _unread(self, found: Found, why: str) -> None:
        self.result.unread.append(f"{found.path}:{found.line}: {why}")

    async def _again(self, spoken: Spoken, policies: Policies) -> None:
        """Look at a message, and count what differs in each of its frames."""
        records = spoken.records
        given = [self._read(record) for record in records]
        policy = policies.of(records[0])
        contexts = [one.ctx for one in given if one is not None]
        if len(contexts) < len(given):
            self.result.without_findings += len(given)
            return
        deciding = policy if self._candidate is None else self._candidate
        for each in (policy, deciding):
            self.result.rules.update(rule.id for rule in each.rules)
        talk = self._talks.of(records[0]["session"])
        seen = await look(spoken, contexts, self._detectors, deciding, talk)
        for found, record, ctx, one in zip(spoken.found, records, contexts, seen, strict=True):
            failed = [told.detector for told in one.reports if told.state == _FAILED]
            if failed:
                self._looked.failed.update(failed)
                continue
            self.result.policies[policy.hash] += 1
            self._decide(deciding, found, record, ctx, one, masked=spoken.masked)

    def _decide(
        self,
        policy: Policy,
        found: Found,
        record: Mapping[str, Any],
        ctx: DecideContext,
        seen: Seen,
        *,
        masked: bool,
    ) -> None:
        """Decide about one frame, and count what differs."""
        looked, inspection = self._looked, self._detectors.of(policy)
        before = findings_of(record)
        findings = found_again(seen, before, inspection.names, masked=masked)
        if self._candidate is not None:
            ctx = placed(policy, record["session"], ctx)
        made = decide(policy, findings, ctx._replace(detectors=seen.states))
        used = {one.finding for one in made.fired}
        floor = policy.logging.findings_from
        now = [one for n, one in enumerate(findings) if one.score >= floor or n in used]
        looked.decisions += 1
        looked.masked += masked
        if record["engine"] == self._detectors.engine(inspection):
            looked.same_engine += 1
            looked.unrepeated += _told(before, placed=not masked) != _told(now, placed=not masked)
        _findings(looked.findings, before, now, placed=not masked)
        _rules(looked.rules, record["decision"], made)
        count(self.result, record, found.path.parent.name, decided(made), self._fail_on)

    def close(self) -> None:
        """Let go of files, keys and detectors, and add up."""
        self._opened.close()
        self._detectors.close()
        self._looked.sessions = self._opened.sessions
        self._looked.left_out = self._opened.left_out
        self.result.unread += self._opened.unread


def _told(findings: Iterable[Finding], *, placed: bool) -> list[tuple[Any, ...]]:
    """Return what of *findings* is compared: where they stand only if that can be told."""
    return sorted(
        (
            one.category,
            one.score,
            sorted(one.marks),
            sorted(one.excused),
            one.source,
            one.span if placed else None,
        )
        for one in findings
    )


def _findings(
    shifts: dict[str, Shift], before: list[Finding], now: list[Finding], *, placed: bool
) -> None:
    """Count in which way each category was found."""
    for category in {one.category for one in (*before, *now)}:
        shift = shifts.setdefault(category, Shift())
        was = [one for one in before if one.category == category]
        does = [one for one in now if one.category == category]
        if not was:
            shift.new += 1
        elif not does:
            shift.gone += 1
        elif _told(was, placed=placed) == _told(does, placed=placed):
            shift.same += 1
        else:
            shift.moved += 1


def _rules(shifts: dict[str, Shift], before: Mapping[str, Any], made: Decision) -> None:
    """Count in which way each rule fired."""
    was = {fired[0]: fired[1] for fired in before["fired"]}
    does = {fired[0]: fired[1] for fired in decided(made)["fired"]}
    for rule in was.keys() | does.keys():
        shift = shifts.setdefault(rule, Shift())
        if rule not in was:
            shift.new += 1
        elif rule not in does:
            shift.gone += 1
        elif was[rule] == does[rule]:
            shift.same += 1
        else:
            shift.moved += 1
