"""What may not be meant of who is told, of what is kept, and of what goes out without a record."""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.decisions import Mode
from guardrails.findings import Family
from guardrails.messages import Side
from guardrails.policy.lint_look import Look, entries_of
from guardrails.policy.remarks import Remark, Weight
from guardrails.policy.tree import value_of


def console(look: Look) -> Iterator[Remark]:
    """Ways to a human that end at a screen."""
    for entry in entries_of(look.loaded.root):
        if entry.key.text == "kind" and getattr(entry.value, "text", "") == "console":
            what = (
                "this channel prints to the operator's terminal, where at night nobody looks: "
                "use a webhook before going live"
            )
            yield look.remark(entry.value, "console-channel", what, weight=Weight.NOTE)


def kept_texts(look: Look) -> Iterator[Remark]:
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


def unlogged(look: Look) -> Iterator[Remark]:
    """Text of a model that may go out without a record."""
    at = value_of(value_of(look.loaded.root, "logging"), "on_failure")
    if at is not None and look.loaded.policy.logging.may_drop:
        what = (
            "while the log cannot be written, text of the model goes out and nobody can ever "
            "say why; how many records are missing is all that will be known. 'safe-reply' "
            "releases none"
        )
        yield look.remark(at, "unlogged-text", what)
