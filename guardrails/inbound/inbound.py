"""What became of the messages of one turn."""

from __future__ import annotations

from dataclasses import dataclass, field

from guardrails.bench import Looked
from guardrails.decisions import Decision, Do
from guardrails.findings import Finding, Level
from guardrails.levels import level_of, urgency
from guardrails.messages import Message
from guardrails.taxonomy import Subject, subject_of


@dataclass(slots=True)
class Inbound:
    """
    The input of one turn.

    Attributes:
        decisions: One for each frame of the messages that this turn answers.
        hidden: The messages as the model may see them.
        level: The highest crisis level of the messages that this turn answers.
        past: The highest crisis level of older messages that were not known.
        about: Who is in need at that level.
        need: Category of what was found at that level, or "".
        question: The person's last message.
        gaps: Kinds of parts that nobody could read.
        looks: With each decision, what it was taken on.
        older: Decisions about older messages of the person that were not known and that
            humans are to be told of.
        too_long: Length of the longest text, if it is over the limit.
    """

    decisions: list[Decision] = field(default_factory=list)
    hidden: list[Message] = field(default_factory=list, repr=False)
    level: Level = Level.NONE
    past: Level = Level.NONE
    about: Subject = Subject.SELF
    need: str = ""
    question: str = field(default="", repr=False)
    gaps: list[str] = field(default_factory=list)
    looks: list[Looked] = field(default_factory=list)
    older: list[Decision] = field(default_factory=list)
    too_long: int | None = None

    def decided(self, decision: Decision, looked: Looked, *, acting: bool, fresh: bool) -> None:
        """
        Keep *decision* with what it was taken on.

        Args:
            decision: About one frame of a text.
            looked: What was seen there.
            acting: The text is one that this turn answers.
            fresh: The text was not known.
        """
        if acting or decision.do is Do.BLOCK:
            self.decisions.append(decision)
            self.looks.append(looked)
        if acting:
            self._worse(decision, looked)
        elif fresh:
            self.past = max(self.past, decision.level)
            if decision.level >= Level.HIGH:
                self.older.append(decision)

    def _worse(self, decision: Decision, looked: Looked) -> None:
        """Keep the highest level, and who is in need at it: the person before others."""
        level = decision.level
        if level is Level.NONE or level < self.level:
            return
        if level > self.level or self.about is Subject.OTHER:
            worst = _worst(decision, looked)
            self.about, self.need = subject_of(worst), worst.category
        self.level = level


def _worst(decision: Decision, looked: Looked) -> Finding:
    """Return what *decision*, which has a crisis level, is about: the person before others."""
    found = [looked.findings[one.finding] for one in decision.fired]
    highest = max(map(level_of, found))
    return min((one for one in found if level_of(one) is highest), key=urgency)
