"""What is allowed in a policy, and yet may not be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from guardrails.decisions import Mode
from guardrails.errors import PolicyError, Problem
from guardrails.findings import Family
from guardrails.held_texts import HELD
from guardrails.messages import Side
from guardrails.policy.cases import rules_of
from guardrails.policy.load import Loaded, read_file
from guardrails.policy.merge import rule_at
from guardrails.policy.model import Policy, Rule
from guardrails.policy.modes import waits
from guardrails.policy.quieted import (
    Earlier,
    acts_expected,
    in_words,
    quieted,
    resting,
    watched_only,
)
from guardrails.policy.remarks import BROKEN, Remark, Weight
from guardrails.policy.tree import Entry, Node, Scalar, Series, Table, items_of, text_of, value_of
from guardrails.policy.worded import contradictions, unasked

UNREVIEWED: Final = "unreviewed-text"
"""The code of a text for people in need that no clinician has signed."""

QUIETED: Final = "rule-quieted"
"""The code of a rule that acted in another policy, and does not or for fewer."""

_EVERYBODY: Final = 100
_PROSE: Final = 2
"""Words from which a value is taken for a text that somebody wrote."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What every check gets: the policy, what it was read from, the day, and what was before."""

    loaded: Loaded
    today: str
    earlier: tuple[Earlier, ...] = ()

    def remark(
        self, at: Node | Rule, code: str, message: str, *, weight: Weight = Weight.WARNING
    ) -> Remark:
        """Return a remark about a node, or about the line of a rule."""
        column = 1 if isinstance(at, Rule) else at.column
        problem = Problem(at.file or self.loaded.file, at.line, column, message)
        return Remark(problem, weight, code)


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
    below = [Earlier(_named(one.policy), one.policy) for one in loaded.parents]
    look = _Look(loaded, today.isoformat(), (*below, *earlier))
    return tuple(sorted({one for check in _CHECKS for one in check(look)}))


def _unreviewed(look: _Look) -> Iterator[Remark]:
    """Texts for people in need that no clinician has signed."""
    policy = look.loaded.policy
    rules = [rule for rule in policy.rules if rule.level]
    said = {one for rule in rules for one in (rule.say, *rule.say_for.values()) if one}
    said = _with_others(policy, said)
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


def _cut(look: _Look) -> Iterator[Remark]:
    """Texts that an unquoted ` #` ends."""
    for node in _nodes(look.loaded.root):
        if isinstance(node, Scalar) and node.cut and len(node.text.split()) >= _PROSE:
            what = (
                "this text ends before ' #', and the rest of the line is a comment: "
                "put the text in quotes if the rest belongs to it"
            )
            yield look.remark(node, "cut-text", what)


def _past(look: _Look) -> Iterator[Remark]:
    """Days that have gone by."""
    told = {
        "expires": "this exception no longer counts: take it out, or write a later day",
        "until": "this day is past, and nothing has changed by itself: decide, and write a new day",
        "review_by": "the policy was to be looked at again by this day",
    }
    for entry in _entries(look.loaded.root):
        name, value = entry.key.text, entry.value
        if name in told and isinstance(value, Scalar) and value.text < look.today:
            what = f"'{name}' is {value.text}: {told[name]}"
            # Whoever watches a rule until a day has to decide on it then.
            weight = Weight.ERROR if name == "until" else Weight.WARNING
            yield look.remark(value, "expired", what, weight=weight)


def _endless(look: _Look) -> Iterator[Remark]:
    """Exceptions to another policy's rules that never end, and rules that are watched for ever."""
    theirs = {rule.id for parent in look.loaded.parents for rule in parent.policy.rules}
    for rule in look.loaded.policy.rules:
        table = rule_at(rule.id, look.loaded.root)
        for one in items_of(table, "except"):
            if rule.id in theirs and not one.file and not text_of(one, "expires"):
                what = (
                    "this exception to another policy's rule never ends: write the last day on "
                    "which it counts into 'expires'"
                )
                yield look.remark(one, "endless-exception", what)
        if waits(rule) and not text_of(table, "until"):
            what = (
                f"nobody has said until when '{rule.id}' is only watched: write the day on which "
                "you decide into 'until'"
            )
            yield look.remark(rule, "endless-shadow", what, weight=Weight.NOTE)


def _named(policy: Policy) -> str:
    return f"{policy.id} {policy.version}".rstrip()


def _quieted(look: _Look) -> Iterator[Remark]:
    """Rules that acted, and do not or for fewer now."""
    told: set[str] = set()
    for earlier in look.earlier:
        for old, new in quieted(earlier.policy, look.loaded.policy):
            if new.id in told:
                continue
            told.add(new.id)
            yield look.remark(new, QUIETED, in_words(old, new, earlier.name))


def _resting(look: _Look) -> Iterator[Remark]:
    """Rules that are only watched, of which cases expect that they do something."""
    for rule in filter(watched_only, look.loaded.policy.rules):
        cases = [one for one in resting(rule, look.loaded.cases) if acts_expected(one)]
        if cases:
            many = f"{len(cases)} cases expect" if len(cases) > 1 else "a case expects"
            what = (
                f"{many} '{rule.id}' to act (the first at {look.loaded.at(cases[0])}), and it is "
                "only watched: in service nothing is done by it"
            )
            yield look.remark(rule, "case-on-shadow", what)


def _unused(look: _Look) -> Iterator[Remark]:
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


def _dead(look: _Look) -> Iterator[Remark]:
    """Rules that another rule always does the work of."""
    for rule in look.loaded.policy.rules:
        over = next((one for one in look.loaded.policy.rules if _covers(one, rule)), None)
        if over is not None:
            what = (
                f"'{rule.id}' never decides anything: '{over.id}' ({_place(over)}) takes all "
                "that it takes, and does as much or more"
            )
            yield look.remark(rule, "dead-rule", what)


def _place(rule: Rule) -> str:
    return f"{rule.file}:{rule.line}" if rule.file else f"line {rule.line}"


def _covers(strong: Rule, weak: Rule) -> bool:
    """Return whether *strong* always acts where *weak* does, and at least as strongly."""
    if strong is weak or strong.level is not None or strong.exemptions:
        return False
    if strong.mode is not Mode.ENFORCE or strong.percent < _EVERYBODY:
        return False
    surfaces = strong.surfaces is None or (
        weak.surfaces is not None and strong.surfaces >= weak.surfaces
    )
    stronger = (strong.do, weak.id) > (weak.do, strong.id)
    return (
        strong.family is weak.family
        and strong.categories >= weak.categories
        and strong.where >= weak.where
        and surfaces
        and strong.threshold <= weak.threshold
        and stronger
    )


def _untested(look: _Look) -> Iterator[Remark]:
    """Rules that no case expects to fire."""
    named = [case.expect.rule for case in look.loaded.cases if case.expect.rule]
    tested = {rule for name in named for rule in rules_of(name, look.loaded.policy.rules)}
    for rule in look.loaded.policy.rules:
        if rule.mode is not Mode.DISABLED and rule.id not in tested:
            what = f"no case under 'tests' expects '{rule.id}' to fire: write one"
            yield look.remark(rule, "untested-rule", what, weight=Weight.NOTE)


def _console(look: _Look) -> Iterator[Remark]:
    """Ways to a human that end at a screen."""
    for entry in _entries(look.loaded.root):
        if entry.key.text == "kind" and getattr(entry.value, "text", "") == "console":
            what = (
                "this channel prints to the operator's terminal, where at night nobody looks: "
                "use a webhook before going live"
            )
            yield look.remark(entry.value, "console-channel", what, weight=Weight.NOTE)


def _kept(look: _Look) -> Iterator[Remark]:
    """Texts that are kept: that they are, and what nobody could mask in them."""
    policy = look.loaded.policy
    at = value_of(value_of(look.loaded.root, "logging"), "level")
    if at is None or not policy.logging.keeps_texts:
        return
    level = policy.logging.level
    what = (
        f"'{level}' keeps texts of people who agreed to it, sealed: tell them so before they "
        "agree, and settle who holds the investigators' key and how long texts are kept"
    )
    yield look.remark(at, "kept-text", what, weight=Weight.NOTE)
    live = [r for r in policy.rules if r.family is Family.PII and r.mode is not Mode.DISABLED]
    if level == "sealed-text" and not any(rule.log for rule in live):
        what = (
            "personal data is kept as it was said: put 'log' into 'where' of the rules that are "
            "to mask it, or write 'masked-text'"
        )
        yield look.remark(at, "unmasked-text", what)
        return
    for side, name in ((Side.INPUT, "messages"), (Side.OUTPUT, "replies")):
        if not any(side in rule.where for rule in live):
            what = (
                f"no live pii rule looks at {name}, so nothing in them could be masked, and "
                "none of them is kept"
            )
            yield look.remark(at, "unkept-text", what)


def _unlogged(look: _Look) -> Iterator[Remark]:
    """Text of a model that may go out without a record."""
    at = value_of(value_of(look.loaded.root, "logging"), "on_failure")
    if at is not None and look.loaded.policy.logging.may_drop:
        what = (
            "while the log cannot be written, text of the model goes out and nobody can ever "
            "say why; how many records are missing is all that will be known. 'safe-reply' "
            "releases none"
        )
        yield look.remark(at, "unlogged-text", what)


def _worded(look: _Look) -> Iterator[Remark]:
    """Phrases that contradict the policy's own cases, and consent that nobody is asked for."""
    for node, code, what in (*contradictions(look.loaded), *unasked(look.loaded)):
        yield look.remark(node, code, what)


_CHECKS: Final[tuple[Callable[[_Look], Iterator[Remark]], ...]] = (
    _unreviewed,
    _cut,
    _past,
    _endless,
    _quieted,
    _resting,
    _unused,
    _dead,
    _untested,
    _console,
    _kept,
    _unlogged,
    _worded,
)


def _nodes(root: Node) -> Iterator[Node]:
    queue: list[Node] = [root]
    while queue:
        node = queue.pop()
        yield node
        if isinstance(node, Table):
            queue += [entry.value for entry in node.entries]
        elif isinstance(node, Series):
            queue += node.items


def _entries(root: Node) -> Iterator[Entry]:
    for node in _nodes(root):
        if isinstance(node, Table):
            yield from node.entries


def _is_null(node: Scalar) -> bool:
    return node.plain and node.text in {"", "null"}
