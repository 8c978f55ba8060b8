"""What of `mask_with` does not come to pass: ways that others outdo, and surrogates of no kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guardrails.decisions import Do, MaskWith, Mode
from guardrails.fiction import SURROGATE_TYPES
from guardrails.findings import Family
from guardrails.messages import Side
from guardrails.policy.lint_dead import always, place_of
from guardrails.policy.lint_look import Look
from guardrails.policy.merge import rule_at
from guardrails.policy.remarks import Remark, Weight
from guardrails.policy.rule import Rule
from guardrails.policy.tree import Node, value_of


def outdone(look: Look) -> Iterator[Remark]:
    """Ways to mask that never count, since another rule that tells the model less always masks."""
    for rule, at in _written(look):
        over = {
            name: strong
            for name in sorted(rule.categories)
            for strong in look.loaded.policy.rules
            # What stands on top of another policy's way was written knowing of it.
            if _outdoes(strong, rule, name) and (not at.file or _file(strong, look) == at.file)
        }
        # Of one file's rules one may be for most types, and another for some of them.
        alike = all(_file(one, look) == at.file for one in over.values())
        if not over or (alike and over.keys() < rule.categories):
            continue
        others = {one.id: one for one in over.values()}
        named = ", ".join(
            f"'{one.id}' ({place_of(one)}) with mask_with: {one.mask_with}"
            for one in others.values()
        )
        what = (
            f"mask_with: {rule.mask_with} of '{rule.id}' never counts for {_types(over)}: "
            f"{named} masks the same, and of several ways the one counts that tells the model "
            "least (remove, then label, pseudonym, surrogate). Take the type out of that rule, or "
            "write the way there, with 'change' where it is another policy's"
        )
        yield look.remark(at, "mask-outdone", what)


def without_surrogates(look: Look) -> Iterator[Remark]:
    """Types of which no surrogate is made, in rules that ask for surrogates."""
    for rule, at in _written(look):
        bare = [one for one in rule.categories if one[4:] not in SURROGATE_TYPES]
        if rule.mask_with is MaskWith.SURROGATE and bare:
            what = (
                f"there are no surrogates of {_types(bare)}: the model gets a pseudonym such as "
                f"<{_stand_in(min(bare))}_1>. That is hidden as well; to say so in the file, give "
                "these types a rule of their own without 'mask_with'"
            )
            yield look.remark(at, "no-surrogate", what, weight=Weight.NOTE)


def _written(look: Look) -> Iterator[tuple[Rule, Node]]:
    """Yield each rule that masks for the model in a way that a file names, and where it does."""
    for rule in look.loaded.policy.rules:
        if rule.family is Family.PII and rule.do is Do.MASK and rule.mode is not Mode.DISABLED:
            at = value_of(rule_at(rule.id, look.loaded.root), "mask_with")
            if at is not None:
                yield rule, at


def _file(rule: Rule, look: Look) -> str:
    """Return the file in which it was written how *rule* masks; empty for the one looked at."""
    at = value_of(rule_at(rule.id, look.loaded.root), "mask_with")
    return rule.file if at is None else at.file


def _outdoes(strong: Rule, weak: Rule, category: str) -> bool:
    return (
        category in strong.categories
        and strong.do is Do.MASK
        and Side.INPUT in strong.where
        and strong.mask_with > weak.mask_with
        and always(strong, weak)
    )


def _types(categories: Iterable[str]) -> str:
    return ", ".join(sorted(one[4:] for one in categories))


def _stand_in(category: str) -> str:
    return category[4:].replace("-", "_").upper()
