"""A rule of a policy, and what it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from guardrails.decisions import Do, MaskWith, Mode
from guardrails.findings import Family, Level
from guardrails.messages import Side, Surface
from guardrails.taxonomy import Subject


@dataclass(frozen=True, slots=True)
class Escalation:
    """Where a rule sends a person: the first channel, and its time to acknowledge (s)."""

    to: str
    within: int


@dataclass(frozen=True, slots=True)
class Exemption:
    """
    A named exception of a rule: a finding of which all that it names holds does not fire it.

    Attributes:
        name: For the log and for people.
        mark: `quoted` or `roleplay`; None where phrases alone excuse.
        expires: ISO date after which it no longer counts, or None.
        phrases: Sorted; the finding would not be there without one of them. None of them for
            no such demand.
        consent: What the person must have agreed to, or None.
    """

    name: str
    mark: str | None
    expires: str | None = None
    phrases: tuple[str, ...] = ()
    consent: str | None = None

    def key(self, rule: str) -> str:
        """Return the name by which a finding says that phrases of *rule* excuse it."""
        return f"{rule}/{self.name}"


class Checksum(StrEnum):
    """How the digits of a number prove each other."""

    LUHN = "luhn"
    IBAN = "iban"
    NHS = "nhs"
    VERHOEFF = "verhoeff"


@dataclass(frozen=True, slots=True)
class CustomType:
    """
    A type of personal data that the policy describes itself; needs a phrase or a pattern.

    Attributes:
        name: As rules name it; its category is `pii.` and the name.
        phrases: Whole words or phrases, in any case.
        patterns: RE2, in any case, each for a whole value.
        checksum: What a match must satisfy, or None.
        near: Words of which one must stand shortly before or after a match; none for no such
            demand.
    """

    name: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    checksum: Checksum | None = None
    near: tuple[str, ...] = ()


MASK_AS: Final = "[{type}]"
"""What a masked value looks like in a reply, unless a rule says otherwise."""


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One rule of a policy.

    Attributes:
        id: Unique within the policy, such as `claim.emotion`.
        family: The section it stands in.
        categories: Full categories that it covers, such as `pii.email`; empty for
            crisis rules, which cover a level.
        level: Crisis rules only: the level that it answers.
        subject: Crisis rules only: who is in need; None for both.
        threshold: A finding fires at this score or above, 0..10000.
        do: What is done.
        say: Id of the message that goes with it.
        say_for: Crisis rules only: full category → id of the message that is shown instead
            when it is about that.
        where: The sides on which it acts.
        surfaces: The surfaces on which it acts; None for all.
        mode: Disabled, shadow or enforce.
        percent: Share of sessions in which it is enforced, 0..100; shadow elsewhere.
        until: ISO date by which somebody decides on it, or None; nothing changes on that day.
        escalate: Whom to tell.
        exemptions: What keeps a finding from firing it.
        mask_as: Output mask for PII rules; `{type}` and `{n}` are filled in.
        mask_with: What the model gets in the place of a value that a PII rule masks.
        at_goodbye: Id of the message that is said instead to a person who takes their leave.
        floor: No policy that builds on this one may make the rule weaker.
        excusable: Kinds of exceptions that a policy which builds on this one may add, as
            marks; None for all that the section allows.
        log: PII rules only: it masks the texts that are kept, whatever it does elsewhere.
        why: For people.
        line: Line in its file, from 1.
        file: Name of its file, if that is not the policy's own.
    """

    id: str
    family: Family
    categories: frozenset[str]
    threshold: int
    do: Do
    level: Level | None = None
    subject: Subject | None = None
    say: str | None = None
    say_for: Mapping[str, str] = field(default_factory=dict)
    where: frozenset[Side] = frozenset(Side)
    surfaces: frozenset[Surface] | None = None
    mode: Mode = Mode.ENFORCE
    percent: int = 100
    until: str | None = None
    escalate: Escalation | None = None
    exemptions: tuple[Exemption, ...] = ()
    mask_as: str = MASK_AS
    mask_with: MaskWith = MaskWith.PSEUDONYM
    at_goodbye: str | None = None
    log: bool = False
    floor: bool = False
    excusable: frozenset[str] | None = None
    why: str = ""
    line: int = 0
    file: str = ""
