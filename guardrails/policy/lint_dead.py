"""Rules that another rule always does the work of."""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.decisions import Do, Mode
from guardrails.messages import Side
from guardrails.policy.lint_look import Look
from guardrails.policy.modes import EVERYBODY
from guardrails.policy.remarks import Remark
from guardrails.policy.rule import Rule


def dead(look: Look) -> Iterator[Remark]:
    """Rules that decide nothing, since another takes all that they take and does as much."""
    for rule in look.loaded.policy.rules:
        over = next((one for one in look.loaded.policy.rules if _covers(one, rule)), None)
        if over is not None:
            what = (
                f"'{rule.id}' never decides anything: '{over.id}' ({place_of(over)}) takes all "
                "that it takes, and does as much or more"
            )
            yield look.remark(rule, "dead-rule", what)


def place_of(rule: Rule) -> str:
    """Return where *rule* stands, for people: `line 12`, or with its file where it has one."""
    return f"{rule.file}:{rule.line}" if rule.file else f"line {rule.line}"


def always(strong: Rule, weak: Rule) -> bool:
    """Return whether *strong* acts for everybody wherever *weak* looks at what both take."""
    if strong is weak or strong.exemptions or strong.family is not weak.family:
        return False
    if strong.mode is not Mode.ENFORCE or strong.percent < EVERYBODY:
        return False
    surfaces = strong.surfaces is None or (
        weak.surfaces is not None and strong.surfaces >= weak.surfaces
    )
    return surfaces and strong.threshold <= weak.threshold


def _covers(strong: Rule, weak: Rule) -> bool:
    """Return whether *strong* always acts where *weak* does, and nothing of *weak* is left."""
    return (
        strong.level is None
        and always(strong, weak)
        and strong.categories >= weak.categories
        and strong.where >= weak.where
        and (strong.log or not weak.log)
        and weak.escalate in {None, strong.escalate}
        and (strong.do, weak.id) > (weak.do, strong.id)
        and _masks(strong, weak)
    )


def _masks(strong: Rule, weak: Rule) -> bool:
    """Return whether what *weak* masks for the model looks as it would without it."""
    if weak.do is not Do.MASK or Side.INPUT not in weak.where:
        return True
    # A block acts on the person's new message alone; in older ones and in what a system prompt
    # says the mask is what counts. Of two masks the one counts that tells the model less.
    return strong.do is Do.MASK and strong.mask_with >= weak.mask_with
