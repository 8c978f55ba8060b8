"""What a guard was given, and how a policy is put to work with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guardrails.assembly import (
    categories_of,
    channels_of,
    check_consulting,
    consultant_of,
    evidence_of,
    fiction_of,
)
from guardrails.detectors.base import AsyncDetector, Detector
from guardrails.engine import engine_of
from guardrails.escalation.base import Channel
from guardrails.evidence.base import Evidence
from guardrails.excuses import excuses_of
from guardrails.inspection import Inspection, Reader
from guardrails.ledger.anchors import Anchor
from guardrails.ledger.base import DecisionLog
from guardrails.models.base import ChatModel
from guardrails.opened import anchors_of
from guardrails.opinion import Consultant, SecondOpinion
from guardrails.policy.model import Policy
from guardrails.ready import looked_for, ready_detectors
from guardrails.resources import Resources
from guardrails.service import Looking, Service
from guardrails.workers import Deadline


@dataclass(slots=True)
class Fittings:
    """
    What a guard was given for its services.

    Attributes:
        log: Directory, address or log of its own.
        channels: Ways to reach a human, by name.
        variables: Where addresses and secrets are read from.
        detectors: All detectors, or None for the ready ones.
        extra: Detectors beside the others.
        reader: Reads texts for detectors; None for the ready one.
        resources: Crisis lines and emergency numbers.
        second_opinion: Who is asked where ours is in doubt, or None.
        evidence: Keeps texts, or None.
        anchors: Where checkpoints are shown; None for where the policy says.
        deadline: For each detector.
        unguarded: Makes a model that can be asked of the one that the second opinion names.
        consultant: Asks for second opinions, from the first service on; None if nobody is asked.
    """

    log: str | Path | DecisionLog
    channels: Mapping[str, Channel]
    variables: Mapping[str, str]
    detectors: Sequence[Detector | AsyncDetector] | None
    extra: Sequence[Detector | AsyncDetector]
    reader: Reader | None
    resources: Resources
    second_opinion: SecondOpinion | None
    evidence: Evidence | None
    anchors: Sequence[Anchor] | None
    deadline: Deadline
    unguarded: Callable[[object], ChatModel]
    consultant: Consultant | None = None

    def service(self, policy: Policy, before: Service | None) -> Service:
        """
        Return what serves turns under *policy*; detectors of *before* that fit are kept.

        Raises:
            ModelMissingError: A language model is not installed.
            ConfigurationError: A channel cannot be made, or surrogates, or no second opinion
                may be asked for under this policy.
        """
        fiction = fiction_of(policy)
        evidence = evidence_of(policy, self.evidence)
        anchors = anchors_of(policy, self.log, self.anchors, self.variables)
        if before is None:
            self.consultant = consultant_of(policy, self.second_opinion, self.unguarded)
        elif self.consultant is not None:
            check_consulting(policy)
        channels = channels_of(policy, self.channels, self.variables)
        looking = self._looking(policy, before)
        asked = () if self.consultant is None else (self.consultant.name,)
        engine = engine_of((*looking.inspection.names, *asked))
        return Service(
            policy,
            looking,
            channels,
            self.resources,
            engine,
            fiction,
            self.consultant,
            evidence=evidence,
            anchors=anchors,
            excuses=excuses_of(policy),
        )

    def _looking(self, policy: Policy, before: Service | None) -> Looking:
        """Return detectors for *policy*: those in service if they would be made the same."""
        wanted = looked_for(policy)
        if before is not None and before.looking.wanted == wanted:
            before.looking.enter()
            return before.looking
        detectors, reader = self.detectors, self.reader
        if detectors is None:
            detectors, reader = ready_detectors(policy, self.resources, self.deadline, self.reader)
        inspection = Inspection(
            [*detectors, *self.extra],
            reader,
            deadline=self.deadline,
            categories=categories_of(policy),
        )
        return Looking(inspection, wanted, lent=self.reader is not None)
