"""What a reply has said so far, and what that means for what it says next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from guardrails.asked import Asking, asking
from guardrails.density import Density
from guardrails.honest import untold
from guardrails.leftover_words import discloses, offers
from guardrails.parting import PLAIN, takes_leave
from guardrails.repair import closing_in, honest_in, parting_in
from guardrails.repair_texts import HELP
from guardrails.sentences import sentences
from guardrails.wake import Wake, passed

FEW = 1
"""Words of a reply that are no answer by themselves, if a sentence went beside them: "Hmm."."""


@dataclass(slots=True)
class Used:
    """
    What a reply has already said in its own defence, so that it is said once.

    Attributes:
        templates: Ids of repair templates.
        messages: Ids of the policy's messages.
        late: Texts of the policy that wait for the end of the reply, each with its rule.
        words: What repaired sentences were put in other words as.
        masks: Type → how many values of it were masked.
        language: In which it last claimed something, such as `es`; English if that is "".
        question: The person's message that the reply answers.
        parts: The person takes their leave, and is in no need.
        leaves: They ask for nothing besides.
        before: What was said before the reply in the same turn.
        followed: A text of the policy behind the reply answers for it.
        parting: Which rule took words out that hold a person who leaves; "" if none did.
        disclosed: The reply has said that this is an AI.
        back: A question for the end of the reply, if nothing follows its honest answer.
        wake: What the text released so far means for what follows.
        rule: Which rule took out the last sentence that went; what hangs on it goes by that.
        density: How much of the reply claims something.
    """

    templates: set[str] = field(default_factory=set)
    messages: set[str] = field(default_factory=set)
    late: list[tuple[str, str]] = field(default_factory=list, repr=False)
    words: set[str] = field(default_factory=set, repr=False)
    masks: dict[str, int] = field(default_factory=dict)
    language: str = ""
    question: str = field(default="", repr=False)
    parts: bool = False
    leaves: bool = False
    before: str = field(default="", repr=False)
    followed: bool = False
    parting: str = ""
    disclosed: bool = False
    back: str = field(default="", repr=False)
    wake: Wake = field(default_factory=Wake)
    rule: str | None = None
    density: Density = field(default_factory=Density)
    _asking: Asking | None = field(default=None, repr=False)

    @property
    def asking(self) -> Asking:
        """What the person asks; read once, and only for a reply of which something goes."""
        if self._asking is None:
            self._asking = asking(self.question)
        return self._asking

    @property
    def told(self) -> bool:
        """Whether the person has just been told, before the reply, that a program speaks."""
        return discloses(self.before)

    def once(self, text: str) -> str:
        """Return *text*, a text of the policy, or "" if what it begins with has just been said."""
        first = next((text[one.start : one.stop] for one in sentences(text)), "")
        return "" if first and first.strip() in self.before else text

    def read(self, text: str) -> None:
        """Take note of what *text*, a piece of the reply, says of the speaker."""
        self.disclosed = self.disclosed or discloses(text)
        if offers(text):
            self.words.add(HELP)

    def pass_on(self, text: str) -> None:
        """Take note of *text*, which is released as it is."""
        self.read(text)
        self.wake = passed(self.wake, text)


def plain_goodbye(used: Used) -> str:
    """Return a goodbye in the language of the reply, for a policy that has none of its own."""
    return PLAIN.get(used.language, PLAIN[""])


def closing(used: Used, said: str, goodbye: Callable[[], str] | None = None) -> str:
    """
    Return what a reply ends with that would end in nothing, or "" if it stands as it is.

    Args:
        used: Of the reply.
        said: What was released of it.
        goodbye: Gives the text with which somebody is let go who takes their leave.
    """
    left, wake = said.split(), used.wake
    text = ""
    few = not left or (wake.owed and len(left) <= FEW and "?" not in said)
    if used.parts and (used.leaves or used.parting or wake.spent or few):
        return _let_go(used, said, goodbye or (lambda: plain_goodbye(used)), few=bool(few))
    if wake.spent:
        return _parted(used, said)
    if used.back and wake.gap and wake.bare:
        text = used.back
    elif few and used.followed:
        text = ""
    elif few:
        text = closing_in(used.language, used.asking, owed=wake.owed)
        text = untold(text) if used.told else text
    return f" {text}" if text and left and not said[-1].isspace() else text


def whole(used: Used, kept: str = "", goodbye: str = "") -> str:
    """
    Return what stands for all of a reply that was given up: honest, *kept*, to the person.

    Who takes their leave reads a *goodbye* and no more.
    """
    about = used.density.played
    if goodbye:
        return f"{kept}\n\n{goodbye}".lstrip()
    apart = f"\n\n{kept}\n\n" if kept else " "
    return f"{honest_in(used.language, about)}{apart}{parting_in(used.language, about)}".lstrip()


def _let_go(used: Used, said: str, goodbye: Callable[[], str], *, few: bool) -> str:
    """Return the goodbye to somebody who leaves, if one is due and the reply has none yet."""
    wake = used.wake
    due = few or bool(used.parting) or wake.spent or wake.bare
    if not due or takes_leave(said):
        return ""
    return f"{gap_behind(said)}{goodbye()}"


def _parted(used: Used, said: str) -> str:
    """Return what a reply ends with that was given up: honest, and back to the person."""
    about = used.density.played
    text = parting_in(used.language, about) if used.wake.answered else whole(used)
    return f"{gap_behind(said)}{text}"


def gap_behind(said: str) -> str:
    """Return what stands between *said* and a text behind it."""
    if not said.strip() or said[-1].isspace():
        return ""
    return "\n\n" if "\n" in said.strip() else " "
