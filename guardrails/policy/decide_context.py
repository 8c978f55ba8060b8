"""What a decision is taken on besides the policy and the findings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from guardrails.findings import Family, Level
from guardrails.messages import Side, Surface
from guardrails.taxonomy import Subject


class DecideContext(NamedTuple):
    """
    Everything that `decide` reads besides the policy and the findings.

    Attributes:
        now: Unix time in whole seconds.
        side: Which way the text goes.
        surface: Which part of a message it is.
        locale: BCP 47 tag.
        country: ISO 3166-1 alpha-2 code, or None.
        minor: The person is known to be a minor.
        roleplay: Fiction was asked for.
        risk: Risk that the session had gathered before the turn, 0..10000.
        watched: A crisis flag is up.
        level: How much the person needs: the level of this turn, or what is left of earlier
            ones.
        about: Who is in need at that level.
        held_by: Who holds the conversation, or None for the model.
        since_turns: Turns since the last disclosure, or None if there was none.
        since_seconds: Seconds since the last disclosure, or None if there was none.
        consent: What the person agreed to, sorted.
        bucket: Rule id → 0..9999, for rules that are on for a share of sessions.
        detectors: Family → `decided`, `failed` or `skipped`.
        consent_asked: The person was asked for their consent.
        since_break: Seconds that the person has talked without a long pause, or since they
            were last reminded to take one; None if nobody counts them.
        paused: No model is asked: fixed texts and people only.
        need: Category of what the person needs, as told in this turn or, while a crisis flag is
            up, in an earlier one, or "".
    """

    now: int
    side: Side
    surface: Surface
    locale: str = "en-GB"
    country: str | None = None
    minor: bool = False
    roleplay: bool = False
    risk: int = 0
    watched: bool = False
    level: Level = Level.NONE
    about: Subject = Subject.SELF
    held_by: str | None = None
    since_turns: int | None = None
    since_seconds: int | None = None
    consent: tuple[str, ...] = ()
    bucket: Mapping[str, int] = MappingProxyType({})
    detectors: Mapping[Family, str] = MappingProxyType({})
    consent_asked: bool = False
    since_break: int | None = None
    paused: bool = False
    need: str = ""
