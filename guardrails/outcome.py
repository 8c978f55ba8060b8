"""What the decisions of a turn come to: the strongest of them, and the texts that they add."""

from __future__ import annotations

from collections.abc import Iterable

from guardrails.decisions import Decision, Do, Fired, Mode
from guardrails.findings import Level


def strongest(decisions: Iterable[Decision]) -> Decision:
    """
    Return the strongest decision; of equals the one at the highest level, then the most urgent.

    A text for a person in crisis goes before a block.
    """
    return max(
        decisions,
        key=lambda one: (helps(one), one.do, one.level, -one.urgency),
        default=Decision(),
    )


def helps(decision: Decision) -> bool:
    """Return whether *decision* gives a text for a person in crisis instead of an answer."""
    return decision.do is Do.REPLACE and (decision.rule or "").startswith("crisis.")


def texts_added(decisions: Iterable[Decision]) -> list[tuple[str, str]]:
    """
    Return message and rule of every text that is added, each message once.

    Of texts for a person in crisis only the most urgent one is added: two would name the
    same helplines twice.
    """
    texts: dict[str, str] = {}
    crises: list[tuple[int, int, str]] = []
    for decision in decisions:
        added = [(one.say, one.rule) for one in decision.fired if _also(one, decision)]
        if decision.do is Do.ADD:
            added.insert(0, (decision.say, decision.rule or ""))
        for message, rule in added:
            if message and rule:
                texts.setdefault(message, rule)
                if is_for_crisis(rule):
                    crises.append((-decision.level.rank, decision.urgency, message))
    crises.sort()
    spare = {message for *_, message in crises if message != crises[0][-1]}
    return [(message, rule) for message, rule in texts.items() if message not in spare]


def crisis_texts_added(decisions: Iterable[Decision]) -> list[tuple[str, str]]:
    """Return those of the texts that are added which are for a person in crisis."""
    return [
        (message, rule) for message, rule in texts_added(decisions) if rule.startswith("crisis.")
    ]


def crisis_texts(decisions: Iterable[Decision]) -> list[tuple[str, str]]:
    """Return message and rule of the crisis texts, the most urgent first."""
    wanted = sorted(
        (one for one in decisions if one.say and (one.rule or "").startswith("crisis.")),
        key=lambda one: (-one.level.rank, one.urgency),
    )
    return [(one.say or "", one.rule or "") for one in wanted]


def imminent_texts(decisions: Iterable[Decision]) -> list[tuple[str, str]]:
    """
    Return message and rule of the text for somebody in danger now, at most one.

    Nobody in danger waits for a human alone, who may just be typing.
    """
    found = [
        (one.say, one.rule)
        for decision in decisions
        if decision.level is Level.IMMINENT
        for one in decision.fired
        if one.say and one.do is Do.REPLACE and one.rule.startswith("crisis.")
    ]
    return found[:1]


def is_for_crisis(rule: str) -> bool:
    """Return whether a text of *rule* is for a person in crisis."""
    return rule.startswith(("crisis.", "failure.crisis"))


def _also(fired: Fired, decision: Decision) -> bool:
    return fired.do is Do.ADD and fired.mode is Mode.ENFORCE and fired.say in decision.also
