"""What one turn has come to so far: what was heard, what is done, and what was shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from guardrails.decisions import Do
from guardrails.findings import Level, Mark
from guardrails.heard import Spoken, packed
from guardrails.inbound.inbound import Inbound
from guardrails.messages import Role, Surface
from guardrails.outcome import strongest
from guardrails.risk import Step
from guardrails.sessions.base import Vault
from guardrails.taxonomy import Subject


@dataclass(slots=True)
class Result:
    """
    What a turn has come to.

    Attributes:
        do: The strongest action.
        level: The highest crisis level of what the person said.
        need: Category of what was found at that level, or "".
        about: Who is in need at that level.
        loss: The person speaks of a loss.
        heard: Characters that were looked at on the way to the model.
        shown: The texts that the person was given, in order, as they see them.
        hidden: The same as the model is to see them later.
    """

    do: Do = Do.PASS
    level: Level = Level.NONE
    need: str = ""
    about: Subject = Subject.SELF
    loss: bool = False
    heard: int = 0
    shown: list[str] = field(default_factory=list, repr=False)
    hidden: list[str] = field(default_factory=list, repr=False)

    def take(self, taken: Inbound) -> None:
        """Keep what became of the person's messages."""
        self.level = max(taken.level, taken.past)
        self.need, self.about = taken.need, taken.about
        self.loss = any(Mark.LOSS in one.marks for look in taken.looks for one in look.findings)
        self.heard = sum(look.at[1] - look.at[0] for look in taken.looks)
        self.do = strongest(taken.decisions).do

    def step(self, now: int) -> Step:
        """Return what the turn, at Unix time *now*, brings to the risk of the session."""
        return Step(self.level, now, self.need, self.about, self.loss)

    def remember(self, vault: Vault) -> None:
        """Keep in *vault* how the model is to see this reply when it comes back as history."""
        shown = "".join(self.shown)
        if shown:
            mark = vault.mark(f"{Role.ASSISTANT}\n{Surface.TEXT}\n{shown}".encode())
            vault.remember(mark, packed(Spoken("".join(self.hidden))))
