"""What a policy and its detectors have to know of a conversation, besides the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from guardrails.context import TurnContext
from guardrails.detectors.base import Flags
from guardrails.escalation.tickets import Standing
from guardrails.findings import Family, Level
from guardrails.messages import Side, Surface
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.policy.shares import shares
from guardrails.sessions.base import Session
from guardrails.sessions.state import since
from guardrails.taxonomy import Subject


class Circumstances:
    """
    The circumstances of one turn.

    Args:
        policy: In force for the turn.
        session: Whose turn it is.
        context: What the caller says of the turn.
        now: Unix time in seconds.

    Attributes:
        flags: What detectors are told.
    """

    def __init__(self, policy: Policy, session: Session, context: TurnContext, now: int) -> None:
        self._policy = policy
        self._session = session
        self._context = context
        self._now = now
        self._risk = risk = session.state.risk.at(now)
        self._standing = Standing()
        self._level = risk.level
        self._about = Subject.SELF
        self._need = risk.need if risk.watched else ""
        self.flags = Flags(
            roleplay=context.roleplay and self.agreed("roleplay"),
            minor=context.minor,
            watched=risk.watched,
            loss=risk.loss > 0,
            told=risk.told,
            need=risk.need,
            about=risk.about,
            has_memory=context.has_memory,
            sends_reminders=context.sends_reminders,
        )

    def agreed(self, purpose: str) -> bool:
        """Return whether *purpose* waits for no consent of the person's, or they have given it."""
        consent = self._policy.disclosure.consent
        if consent is None or purpose not in consent.needed_for:
            return True
        return purpose in self._session.state.consent

    def stand(self, standing: Standing) -> None:
        """From here on the conversation stands as *standing* says."""
        self._standing = standing

    def watch(self, level: Level, about: Subject, need: str) -> None:
        """From here on a crisis flag is up, at *level* or what is left of an earlier one."""
        if level >= self._level:
            self._level, self._about, self._need = level, about, need
        self.flags = replace(self.flags, watched=True)

    def told(self, states: Mapping[Family, str], side: Side, surface: Surface) -> DecideContext:
        """
        Return what the policy is told when it decides about a frame.

        Args:
            states: The worst state of the detectors of each family.
            side: Which way the text goes.
            surface: Which part of a message it is.
        """
        state, context, policy = self._session.state, self._context, self._policy
        told, at = state.disclosed_turn, state.disclosed_at
        return DecideContext(
            now=self._now,
            side=side,
            surface=surface,
            locale=context.locale or policy.locales[0],
            country=context.country,
            minor=context.minor,
            roleplay=self.flags.roleplay,
            risk=self._risk.points,
            watched=self.flags.watched,
            level=self._level,
            about=self._about,
            since_turns=None if told is None else state.turn - told,
            since_seconds=None if at is None else since(at, self._now),
            consent=tuple(sorted({*state.consent, *context.consent})),
            bucket=shares(policy, self._session.ref, context.subject_id),
            detectors=states,
            consent_asked=state.consent_asked is not None,
            since_break=state.since_break(self._now) if policy.disclosure.pause else None,
            held_by=self._standing.holder,
            paused=self._standing.paused,
            need=self._need,
        )
