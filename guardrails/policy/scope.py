"""
Reads what a service may do for a person's mind, by the kind of help that it gives.

Structured help, such as writing a thought down and weighing it, suits a program. Relational and
depth work does not: it lives from a human who is there. That is the default of every modality.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guardrails.decisions import Do
from guardrails.findings import Family, Mark
from guardrails.messages import Side
from guardrails.policy import values
from guardrails.policy.fields import Fields
from guardrails.policy.known import Known
from guardrails.policy.rule import Exemption, Rule
from guardrails.policy.rules import common

RULE: Final = "scope.modality"
"""Id of the rule that a scope makes."""
THRESHOLD: Final = 5_000
SCOPE_DO: Final = (Do.NOTE, Do.ADD, Do.REPLACE, Do.BLOCK)

REFUSED: Final = (
    "diagnosis",
    "medication",
    "prognosis",
    "treatment",
    "interpretation",
    "relational_depth",
    "trauma_memory",
    "exposure_plan",
    "speak_as_the_dead",
)
"""Acts that no modality allows a program by itself."""
SPOKEN: Final = ("direct_order", "confrontation", "hurry_grief")
"""Ways to speak that some modalities refuse."""
STRUCTURED: Final = ("thought_record", "activation")
"""Acts that every modality allows."""
ACTS: Final = (*REFUSED, *SPOKEN, *STRUCTURED)

MODALITIES: Final[Mapping[str, tuple[str, ...]]] = {
    "general": (),
    "cbt-skills": ("confrontation",),
    "motivational-interviewing": ("direct_order", "confrontation"),
    "humanistic": ("direct_order", "confrontation"),
    "psychodynamic": ("direct_order",),
    "grief-support": ("hurry_grief", "confrontation"),
}
"""What each modality refuses besides."""

NEVER: Final = frozenset({"diagnosis", "medication", "relational_depth", "speak_as_the_dead"})
"""Acts that `may` cannot allow either."""


def read_scope(root: Fields, known: Known) -> tuple[Rule, ...]:
    """Return the rule that the section `scope` makes; none if it is left out."""
    fields = root.block("scope")
    if fields.table is None:
        return ()
    modality = fields.read_or("modality", values.choice(tuple(MODALITIES)), "general")
    may = fields.read_or("may", values.many(values.choice(ACTS)), ())
    may_not = fields.read_or("may_not", values.many(values.choice(ACTS)), ())
    for act in may:
        if act in NEVER:
            fields.tell_of("may", f"no program may do '{act}': leave it out")
        elif act in may_not:
            fields.tell_of("may", f"'{act}' stands under 'may_not' too")
    refused = {*REFUSED, *MODALITIES[modality], *may_not} - {*may}
    rule = Rule(
        id=RULE,
        family=Family.SCOPE,
        categories=frozenset(f"{Family.SCOPE}.{act}" for act in refused),
        threshold=fields.read_or("threshold", values.score, THRESHOLD),
        do=fields.need("do", values.choice(SCOPE_DO), Do.NOTE),
        where=frozenset({Side.OUTPUT}),
        exemptions=(Exemption("quotation", Mark.QUOTED),),
    )
    return (common(rule, fields, known),)
