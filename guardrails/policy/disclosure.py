"""When people are told that this is software, asked, and reminded of a break."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pause:
    """
    When the person is reminded to take a break, and that this is software.

    Attributes:
        say: Id of the message.
        every: Seconds of talk without a long pause after which it is said; None for never.
        minors: The same for a person who is known to be a minor.
    """

    say: str
    every: int | None = None
    minors: int | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """
    What the person is asked to agree to. Every text is a message id.

    Attributes:
        needed_for: What is not done without it: `roleplay`, `second-opinion`.
        ask: Shown before the first reply of a session: what it is for, and how to agree.
        given: Shown when the person agrees.
        withdrawn: Shown when the person takes it back.
        erases: Taking it back forgets the conversation besides.
        of_person: It holds in all conversations of the person, if the caller names them.
    """

    needed_for: tuple[str, ...]
    ask: str
    given: str
    withdrawn: str
    erases: bool = False
    of_person: bool = False


@dataclass(frozen=True, slots=True)
class Rights:
    """
    How a person is answered who asks for what is theirs. Every text is a message id.

    Attributes:
        kept: What is kept about them; `{kept}` is filled in.
        forgotten: Everything that is kept of the conversation was deleted.
        watched: The same, where a note stays for those who look after them.
        ask_alone: A wish to be forgotten stood among other words: how to say it.
        failed: It could not be done now.
    """

    kept: str
    forgotten: str
    watched: str
    ask_alone: str
    failed: str


@dataclass(frozen=True, slots=True)
class Disclosure:
    """
    When the person is told that this is software. Every text is a message id.

    Attributes:
        at_start: Shown before the first reply of a session.
        when_asked: Shown when the person asks whether this is a human.
        repeat: Shown again when either limit is reached; None for never.
        every_turns: Turns between two disclosures.
        every_seconds: Seconds between two disclosures.
        pause: When they are reminded to take a break; None for never.
        consent: What they are asked to agree to; None for nothing.
        rights: How they are answered who ask for what is theirs; None for not at all.
        floor: No policy that builds on this one may say it less often.
    """

    at_start: str | None = None
    when_asked: str | None = None
    repeat: str | None = None
    every_turns: int | None = None
    every_seconds: int | None = None
    pause: Pause | None = None
    consent: Consent | None = None
    rights: Rights | None = None
    floor: bool = False

    @property
    def messages(self) -> tuple[str, ...]:
        """Ids of every message that it may show."""
        said = [self.at_start, self.when_asked, self.repeat, self.pause and self.pause.say]
        if self.consent is not None:
            said += [self.consent.ask, self.consent.given, self.consent.withdrawn]
        if self.rights is not None:
            mine = self.rights
            said += [mine.kept, mine.forgotten, mine.watched, mine.ask_alone, mine.failed]
        return tuple(one for one in said if one)
