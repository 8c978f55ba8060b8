"""The three protections that nothing excuses, and what of a policy takes one of them away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from guardrails.decisions import Do, Mode
from guardrails.errors import Problem
from guardrails.findings import Family
from guardrails.policy.lint_look import Look
from guardrails.policy.merge import rule_at
from guardrails.policy.model import Policy
from guardrails.policy.remarks import Remark, Weight
from guardrails.policy.rule import Rule
from guardrails.policy.tree import Node, Scalar, Table, entry_of, items_of, value_of
from guardrails.policy.vocabulary import NEVER_FICTION

LOST: Final = "protection-lost"
"""The code of a protection that a policy takes away, or weakens until it does nothing."""

PHRASES: Final = "protection-phrases"
"""The code of phrases that excuse what otherwise nothing excuses."""

_DEAFEST: Final = 9_000
"""Above it hardly a sentence is sure enough; 0..10000."""

_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "human_identity": "claims to be a human being",
        "professional": "claims to be a licensed professional",
        "retention": "pleas that hold people back when they want to leave",
    }
)


def kind_in_words(kind: str) -> str:
    """Return what the claims of *kind*, one that nothing excuses, are, for people."""
    return f"{_WORDS[kind]} ({kind})"


def lost(look: Look) -> Iterator[Remark]:
    """Protections that another policy has and this one has not, or that do nothing here."""
    policy = look.loaded.policy
    for kind in sorted(NEVER_FICTION):
        if _guarding(kind, policy) is not None:
            continue
        told = _weak(kind, look) if _about(kind, policy) else _gone(kind, look)
        if told is not None:
            at, what = told
            problem = Problem(at.file or look.loaded.file, at.line, _column(at), what)
            yield Remark(problem, Weight.WARNING, LOST, kind)


def phrases(look: Look) -> Iterator[Remark]:
    """Phrases that excuse claims of the three kinds."""
    for rule in look.loaded.policy.rules:
        kinds = [kind for kind in sorted(NEVER_FICTION) if f"claim.{kind}" in rule.categories]
        for at in items_of(rule_at(rule.id, look.loaded.root), "except") if kinds else ():
            if value_of(at, "phrases") is None:
                continue
            what = (
                f"these phrases let {_and(kinds)} through, for which no role-play is an excuse "
                "either: take 'phrases' out. If a sentence is found that claims nothing, write a "
                "case for it under 'tests', and report it; 'candor policy test' tells a phrase "
                "that makes such a claim itself"
            )
            yield look.remark(at, PHRASES, what)


def _and(kinds: list[str]) -> str:
    return " and ".join(map(kind_in_words, kinds))


def _about(kind: str, policy: Policy) -> list[Rule]:
    """Return the rules of *policy* that cover claims of *kind*, whatever they do."""
    return [one for one in policy.rules if f"{Family.CLAIM}.{kind}" in one.categories]


def _guarding(kind: str, policy: Policy) -> Rule | None:
    """Return a rule by which something is done about claims of *kind*, or None."""
    return next((one for one in _about(kind, policy) if not _fault(one)), None)


def _fault(rule: Rule) -> str:
    """Return why *rule* does nothing about what it covers, for people; or an empty string."""
    if rule.do <= Do.NOTE:
        return "only notes them (do: note)"
    if rule.threshold > _DEAFEST:
        return f"acts above {rule.threshold // 100} % alone, which hardly a sentence reaches"
    if rule.mode is not Mode.ENFORCE:
        return "is only watched" if rule.mode is Mode.SHADOW else "is off"
    return ""


def _weak(kind: str, look: Look) -> tuple[Node | Rule, str] | None:
    """Return where a rule about *kind* does nothing about it, and what to say; or None."""
    rules = _about(kind, look.loaded.policy)
    # That a rule is watched, or off, is told by itself.
    loud = [one for one in rules if one.mode is Mode.ENFORCE]
    known = {one.id for each in look.earlier for one in each.policy.rules}
    kept = any(_guarding(kind, each.policy) for each in look.earlier)
    if not loud and not (kept and known.isdisjoint(one.id for one in rules)):
        return None
    rule = (loud or rules)[0]
    repair = (
        "write do: replace"
        if rule.do <= Do.NOTE
        else "write a lower 'threshold', such as 50"
        if rule.threshold > _DEAFEST
        else "write mode: enforce"
    )
    what = (
        f"nothing is done any more about {kind_in_words(kind)}: '{rule.id}' {_fault(rule)}, so "
        f"they reach people as they are. To bring the protection back, {repair}"
    )
    return rule, what


def _gone(kind: str, look: Look) -> tuple[Node | Rule, str] | None:
    """Return where the last rule about *kind* went, and what to say; None if none is missed."""
    root = look.loaded.root
    section = entry_of(root, "claim")
    for earlier in look.earlier:
        old = _guarding(kind, earlier.policy)
        if old is None:
            continue
        head = f"nothing looks for {kind_in_words(kind)} any more: "
        tail = ", so they reach people as they are. To bring the protection back, "
        changed = rule_at(old.id, root)
        if changed is not None:
            at: Node = value_of(changed, "claims") or changed
            how = f"'{old.id}' of {earlier.name} covers it, and here it does not"
            return at, f"{head}{how}{tail}put {kind} into its 'claims' again"
        here = _removed(old.id, look.loaded.own)
        how = f"'{old.id}' of {earlier.name} is {'removed' if here else 'left out'} here"
        if here is not None:
            return here, f"{head}{how}{tail}take '{old.id}' out of 'remove'"
        at = section.key if section else root
        return at, f"{head}{how}{tail}{_anew(kind)}"
    if section is None or look.loaded.parents or not _acting_claims(look.loaded.policy):
        return None
    what = (
        f"nothing looks for {kind_in_words(kind)}, while other claims are looked for: if the rule "
        f"was taken out by mistake, {_anew(kind)}"
    )
    return section.key, what


def _anew(kind: str) -> str:
    name = kind.replace("_", "-")
    return f"write a rule under 'claim', as 'claim.{name}' in baseline, with claims: [{kind}]"


def _acting_claims(policy: Policy) -> bool:
    return any(one.family is Family.CLAIM and not _fault(one) for one in policy.rules)


def _removed(rule: str, own: Table) -> Scalar | None:
    """Return where *own* takes *rule* out of the list of another policy, or None."""
    items = items_of(value_of(own, "claim"), "remove")
    found = (one for one in items if isinstance(one, Scalar) and one.text.strip() == rule)
    return next(found, None)


def _column(at: Node | Rule) -> int:
    return 1 if isinstance(at, Rule) else at.column
