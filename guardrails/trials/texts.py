"""Texts of a policy's own that say of the program what the policy keeps models from saying."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from guardrails.decisions import Do
from guardrails.errors import InputTooLongError, Problem
from guardrails.findings import Family
from guardrails.messages import Side
from guardrails.policy.lint import said_in_need
from guardrails.policy.loaded import Loaded
from guardrails.policy.merge import rule_at
from guardrails.policy.model import Policy
from guardrails.policy.remarks import Remark, Weight
from guardrails.policy.rule import Rule
from guardrails.policy.rules import CLAIM_THRESHOLD
from guardrails.policy.tree import Entry, Node, Scalar, Series, Table, items_of, value_of
from guardrails.policy.vocabulary import CLAIMS, NEVER_FICTION
from guardrails.trials.run import Trier

READ: Final = frozenset({"en", "es", "fr", "de"})
"""Languages in which claims are looked for."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A text, whose it is in the policy, and where it stands."""

    text: str
    name: str
    locale: str
    problem: Problem
    phrase: bool = False


async def claiming(
    loaded: Loaded, open_: Callable[[Policy], Awaitable[Trier]]
) -> tuple[Remark, ...]:
    """
    Return a warning for each text of *loaded*, and each phrase it allows, that makes a claim.

    Texts of policies that it builds on are not looked at again, and those for people in need
    are left to the clinician who signs them.

    Args:
        loaded: The policy.
        open_: Returns a trier of a policy.
    """
    every = (*_messages(loaded), *_phrases(loaded))
    if not every:
        return ()
    trier = await open_(replace(loaded.policy, rules=(_ANY,)))
    told = []
    try:
        for one in every:
            try:
                seen = await trier.see(one.text, Side.OUTPUT, one.locale)
            except InputTooLongError:  # pragma: no cover - a limit of what people say
                continue
            kinds = {name for name, *_ in seen.inspected.findings if name in _ANY.categories}
            if kinds:
                told.append(_remark(one, sorted(name.partition(".")[2] for name in kinds)))
    finally:
        await trier.close()
    return tuple(told)


_ANY: Final = Rule(
    id="claim.any",
    family=Family.CLAIM,
    categories=frozenset(f"{Family.CLAIM}.{name}" for name in CLAIMS),
    threshold=CLAIM_THRESHOLD,
    do=Do.NOTE,
    where=frozenset({Side.OUTPUT}),
)


def _remark(one: _Said, kinds: list[str]) -> Remark:
    named = ", ".join(kinds)
    what = (
        f"the phrase '{one.text}' itself makes the claim that nothing excuses ({named}): with it "
        "the program may say so to people. Take it out"
        if one.phrase
        else f"the text '{one.name}' ({one.locale}) itself makes a claim of the kind {named}, and "
        "texts of a policy go out as they are: write it without"
    )
    return Remark(replace(one.problem, message=what), Weight.WARNING, "claiming-text", one.name)


def _messages(loaded: Loaded) -> Iterator[_Said]:
    in_need = said_in_need(loaded.policy)
    below = {file for parent in loaded.parents for file in parent.files}
    locales = set(loaded.policy.locales)
    for block in loaded.blocks:
        for entry in block.table.entries:
            texts = () if entry.key.text in in_need else _worded(entry.value, locales)
            for locale, at in texts:
                file = at.file or entry.key.file or block.problems.file
                if file not in below:
                    problem = Problem(file, at.line, at.column, "")
                    yield _Said(at.text, entry.key.text, locale, problem)


def _worded(node: Node, locales: set[str]) -> Iterator[tuple[str, Scalar]]:
    """Yield each text in a language that is read, of a message and of its further wordings."""
    for item in node.items if isinstance(node, Series) else (node,):
        for entry in item.entries if isinstance(item, Table) else ():
            yield from _of(entry, locales)


def _of(entry: Entry, locales: set[str]) -> Iterator[tuple[str, Scalar]]:
    name, value = entry.key.text, entry.value
    if name in locales and isinstance(value, Scalar):
        if name.partition("-")[0] in READ:
            yield name, value
    else:
        yield from _worded(value, locales)


def _phrases(loaded: Loaded) -> Iterator[_Said]:
    """Yield each phrase of a rule about claims that no role-play excuses."""
    for rule in loaded.policy.rules:
        if not any(f"{Family.CLAIM}.{kind}" in rule.categories for kind in NEVER_FICTION):
            continue
        for exception in items_of(rule_at(rule.id, loaded.root), "except"):
            phrases = value_of(exception, "phrases")
            for entry in phrases.entries if isinstance(phrases, Table) else ():
                for at in items_of(phrases, entry.key.text):
                    if isinstance(at, Scalar) and entry.key.text.partition("-")[0] in READ:
                        problem = Problem(at.file or loaded.file, at.line, at.column, "")
                        yield _Said(at.text, rule.id, entry.key.text, problem, phrase=True)
