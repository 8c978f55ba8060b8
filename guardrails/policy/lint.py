"""What is allowed in a policy, and yet may not be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from guardrails.decisions import Mode
from guardrails.errors import PolicyError, Problem
from guardrails.held_texts import HELD
from guardrails.policy.cases import rules_of
from guardrails.policy.lint_allow import bare_domains
from guardrails.policy.lint_dead import dead
from guardrails.policy.lint_keeping import console, kept_texts, unlogged
from guardrails.policy.lint_look import Look, entries_of, nodes
from guardrails.policy.lint_lost import lost, phrases
from guardrails.policy.lint_masks import outdone, without_surrogates
from guardrails.policy.lint_modes import QUIETED, endless, no_longer_acting, resting_cases
from guardrails.policy.load import read_file
from guardrails.policy.loaded import Loaded
from guardrails.policy.model import Policy
from guardrails.policy.quieted import Earlier
from guardrails.policy.remarks import BROKEN, Remark, Weight
from guardrails.policy.tree import Scalar, Table, items_of, value_of
from guardrails.policy.worded import contradictions, unasked, unnamed
from guardrails.resource_texts import WORDS

UNREVIEWED: Final = "unreviewed-text"
"""The code of a text for people in need that no clinician has signed."""

_PROSE: Final = 2
"""Words from which a value is taken for a text that somebody wrote."""


def linted(
    path: Path | Traversable | str, today: date, earlier: Sequence[Earlier] = ()
) -> tuple[Remark, ...]:
    """
    Return all that there is to say of the policy file *path*, in the order of its lines.

    A policy that does not load gives its errors and nothing else.

    Args:
        path: The file.
        today: Against which dates are held.
        earlier: Policies that count now, or counted: rules that acted in them are looked for.

    Raises:
        PolicyNotFoundError: The file cannot be read.
    """
    try:
        loaded = read_file(path)
    except PolicyError as error:
        return tuple(Remark(one, Weight.ERROR, BROKEN) for one in error.problems)
    return remarks_on(loaded, today, earlier)


def remarks_on(loaded: Loaded, today: date, earlier: Sequence[Earlier] = ()) -> tuple[Remark, ...]:
    """Return all that there is to say of *loaded*, a policy that loads; the rest as above."""
    below = {_place(one) for parent in loaded.parents for one in _told(parent, today, ())}
    return tuple(
        replace(one, below=_may_be_below(one) and _place(one) in below)
        for one in sorted(_told(loaded, today, earlier))
    )


def _told(loaded: Loaded, today: date, earlier: Sequence[Earlier]) -> set[Remark]:
    below = [Earlier.of(one.policy) for one in loaded.parents]
    look = Look(loaded, today.isoformat(), (*below, *earlier))
    return {one for check in _CHECKS for one in check(look)}


def _place(remark: Remark) -> tuple[str, int, int, str, str]:
    """Return what is alike in a remark on a file and the same seen from a file on top of it."""
    at = remark.problem
    return at.file, at.line, at.column, remark.code, remark.about


def _may_be_below(remark: Remark) -> bool:
    """Return whether *remark* may be another file's business: no error, and nothing quieted."""
    return remark.weight is not Weight.ERROR and remark.code != QUIETED


def _unreviewed(look: Look) -> Iterator[Remark]:
    """Texts for people in need that no clinician has signed."""
    said = said_in_need(look.loaded.policy)
    for block in look.loaded.blocks:
        for entry in block.table.entries:
            if entry.key.text not in said or not isinstance(entry.value, Table):
                continue
            signed = value_of(entry.value, "reviewed_by")
            if signed is None or (isinstance(signed, Scalar) and _is_null(signed)):
                at = signed or entry.key
                what = (
                    f"no clinician has signed '{entry.key.text}', a text for people in need: "
                    "have it read, and write who did into 'reviewed_by'"
                )
                told = Problem(at.file or block.problems.file, at.line, at.column, what)
                yield Remark(told, Weight.WARNING, UNREVIEWED, entry.key.text)


def said_in_need(policy: Policy) -> set[str]:
    """Return the messages of *policy* that people in need are shown."""
    rules = [rule for rule in policy.rules if rule.level]
    said = {one for rule in rules for one in (rule.say, *rule.say_for.values()) if one}
    return _with_others(policy, said)


def _cut(look: Look) -> Iterator[Remark]:
    """Texts that an unquoted ` #` ends."""
    for node in nodes(look.loaded.root):
        if isinstance(node, Scalar) and node.cut and len(node.text.split()) >= _PROSE:
            what = (
                "this text ends before ' #', and the rest of the line is a comment: "
                "put the text in quotes if the rest belongs to it"
            )
            yield look.remark(node, "cut-text", what)


def _past(look: Look) -> Iterator[Remark]:
    """Days that have gone by."""
    told = {
        "expires": "this exception no longer counts: take it out, or write a later day",
        "until": "this day is past, and nothing has changed by itself: decide, and write a new day",
        "review_by": "the policy was to be looked at again by this day",
    }
    for entry in entries_of(look.loaded.root):
        name, value = entry.key.text, entry.value
        if name in told and isinstance(value, Scalar) and value.text < look.today:
            what = f"'{name}' is {value.text}: {told[name]}"
            # Whoever watches a rule until a day has to decide on it then.
            weight = Weight.ERROR if name == "until" else Weight.WARNING
            yield look.remark(value, "expired", what, weight=weight)


def _unused(look: Look) -> Iterator[Remark]:
    """Messages that nothing shows."""
    used = _shown(look.loaded.policy)
    for block in look.loaded.blocks:
        for entry in block.table.entries:
            # A text of the policy below cannot be taken out here.
            if entry.key.text not in used and not entry.key.file:
                what = f"nothing shows the message '{entry.key.text}': take it out, or name it"
                at = entry.key
                told = Problem(at.file or block.problems.file, at.line, at.column, what)
                yield Remark(told, Weight.WARNING, "unused-message")


def _shown(policy: Policy) -> set[str]:
    wanted = policy.on_request
    used = {"safe-reply", "too-long", *HELD}
    used |= {one for rule in policy.rules for one in (rule.say, *rule.say_for.values()) if one}
    used |= {rule.at_goodbye for rule in policy.rules if rule.at_goodbye}
    used |= {*policy.disclosure.messages}
    used |= {one for one in (policy.failure.model_error, wanted and wanted.say) if one}
    return _with_others(policy, used)


def _with_others(policy: Policy, said: set[str]) -> set[str]:
    """Return the messages *said*, and those that are shown in the place of one of them."""
    for others in (policy.to_minor, policy.then, policy.to_minor):
        said = said | {others[one] for one in said if one in others}
    return said


def _untested(look: Look) -> Iterator[Remark]:
    """Rules that no case expects to fire."""
    named = [case.expect.rule for case in look.loaded.cases if case.expect.rule]
    tested = {rule for name in named for rule in rules_of(name, look.loaded.policy.rules)}
    for rule in look.loaded.policy.rules:
        if rule.mode is not Mode.DISABLED and rule.id not in tested:
            what = f"no case under 'tests' expects '{rule.id}' to fire: write one"
            yield look.remark(rule, "untested-rule", what, weight=Weight.NOTE)


def _unspoken(look: Look) -> Iterator[Remark]:
    """Languages in which people are answered, and in which nothing is heard."""
    root = look.loaded.root
    for locale in look.loaded.policy.locales:
        if locale.partition("-")[0] in WORDS:
            continue
        written = (one for one in items_of(root, "locales") if isinstance(one, Scalar))
        at = next((one for one in written if one.text == locale), root)
        what = (
            f"people are answered in {locale}, and what they write in it is not understood: "
            f"crisis language is looked for in {', '.join(sorted(WORDS))}, and the words around "
            "helplines are English. Say so to people, or leave the language out"
        )
        yield look.remark(at, "unread-language", what)


def _worded(look: Look) -> Iterator[Remark]:
    """What contradicts the policy's own cases, consent nobody is asked for, types nobody names."""
    loaded = look.loaded
    for node, code, what in (*contradictions(loaded), *unasked(loaded), *unnamed(loaded)):
        yield look.remark(node, code, what)


_CHECKS: Final[tuple[Callable[[Look], Iterator[Remark]], ...]] = (
    _unreviewed,
    _cut,
    _past,
    endless,
    no_longer_acting,
    lost,
    phrases,
    resting_cases,
    _unused,
    dead,
    outdone,
    without_surrogates,
    bare_domains,
    _untested,
    console,
    kept_texts,
    unlogged,
    _unspoken,
    _worded,
)


def _is_null(node: Scalar) -> bool:
    return node.plain and node.text in {"", "null"}
