"""
What a policy decides about findings: a value with no text in it.

These are named tuples, since a replay makes millions of them: a frozen dataclass takes
four times as long to make.
"""

from __future__ import annotations

from typing import NamedTuple

from guardrails.findings import Level
from guardrails.ranks import Ranked, Word


class Do(Ranked):
    """
    What is done, weakest first.

    `mask` hides the span, `rewrite` repairs the sentence, `add` puts the policy's
    text beside the reply, `replace` puts it in the place of the sentence (of the
    whole reply, for the person's own message), `block` ends the reply. `relay`
    stands outside the order: a human holds the conversation. For a reply that is not
    safe for a person in need `replace` ends it.
    """

    PASS = "pass"  # noqa: S105 - an action, not a password
    NOTE = "note"
    MASK = "mask"
    REWRITE = "rewrite"
    ADD = "add"
    REPLACE = "replace"
    BLOCK = "block"
    RELAY = "relay"


class MaskWith(Ranked):
    """
    What the model gets in the place of a masked value; what tells it least comes last.

    A `surrogate` is a made-up value of the same kind and a `pseudonym` a numbered
    stand-in; both come back as the value. A `label` is the kind alone, and `remove`
    leaves nothing; of these two nothing comes back.
    """

    SURROGATE = "surrogate"
    PSEUDONYM = "pseudonym"
    LABEL = "label"
    REMOVE = "remove"


class Mode(Word):
    """Whether a rule acts, is only watched, or is off."""

    DISABLED = "disabled"
    SHADOW = "shadow"
    ENFORCE = "enforce"


class Fired(NamedTuple):
    """
    One finding that reached the threshold of one rule.

    Attributes:
        rule: Id of the rule.
        finding: Index into the findings that were decided upon.
        score: The finding's score, 0..10000.
        mode: `enforce` acts; `shadow` is only recorded.
        do: What the rule does.
        say: Id of the policy's message that goes with it, or None.
    """

    rule: str
    finding: int
    score: int
    mode: Mode
    do: Do
    say: str | None = None


class Escalate(NamedTuple):
    """A human is to be told: over which channel and within how many seconds."""

    to: str
    within: int
    level: Level


class Decision(NamedTuple):
    """
    What `decide` came to for one frame of text.

    Attributes:
        do: The strongest action of all enforced rules.
        rule: The rule that it comes from, or None for a plain `pass`.
        would: The strongest action if every shadow rule were enforced.
        fired: Every finding that reached a rule's threshold, enforced or shadow.
        say: Id of the message to show, or None.
        urgency: Of a crisis text, its place among those of its level (`levels.urgency`); it
            follows from the findings, so no record holds it.
        also: Ids of further messages that other rules add (`do: add`), in order.
        escalate: Humans to tell; empty unless a crisis rule says so.
        level: The highest crisis level on which an enforced rule fired, `none` if none did.
        disclose: Id of a disclosure that is due, or None.
        remind: Ids of what else is due before the reply: a request for consent, a reminder
            of a break.
        alarm: A crisis detector failed: the operator is to be told.
    """

    do: Do = Do.PASS
    rule: str | None = None
    would: Do = Do.PASS
    fired: tuple[Fired, ...] = ()
    say: str | None = None
    urgency: int = 0
    also: tuple[str, ...] = ()
    escalate: tuple[Escalate, ...] = ()
    level: Level = Level.NONE
    disclose: str | None = None
    alarm: bool = False
    remind: tuple[str, ...] = ()

    @property
    def helps(self) -> bool:
        """Whether what a model says is unsafe for a person in need, who gets a text instead."""
        return self.do is Do.REPLACE and (self.rule or "").startswith("crisis-reply.")

    @property
    def ends(self) -> bool:
        """Whether the reply ends here, with the policy's text for what is left of it."""
        return self.do is Do.BLOCK or self.helps
