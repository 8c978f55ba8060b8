"""Guards with phrase detectors, a memory log and scripted models, for tests."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from typing import Any

from guardrails.detectors.phrases import PhraseDetector
from guardrails.errors import ChannelError
from guardrails.escalation.base import Notice
from guardrails.events import Event
from guardrails.findings import Family, Mark
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.messages import Chunk
from guardrails.models.base import ModelRequest
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.model import Policy
from tests.policies import policy

CLAIMS = PhraseDetector(
    Family.CLAIM,
    {
        "missed you": "claim.emotion",
        "feel lonely": "claim.emotion",
        "real person": "claim.human_identity",
        "licensed therapist": "claim.professional",
    },
)
VALUES = PhraseDetector(
    Family.PII,
    {
        "jo@example.org": "pii.email",
        "ann@example.org": "pii.email",
        "0161 496 0000": "pii.phone",
        "4111 1111 1111 1111": "pii.payment-card",
        "Priya": "pii.person",
        "hunter2": "pii.secret",
    },
)


def worry(phrase: str, *marks: Mark) -> PhraseDetector:
    return PhraseDetector(
        Family.CRISIS,
        {phrase: "crisis.suicide"},
        marks=frozenset({Mark.SELF, Mark.NOW, *marks}),
    )


HIGH = worry("cannot go on at all", Mark.INTENT, Mark.SEVERITY_4)
CONCERN = worry("wish I would not wake up", Mark.WISH, Mark.SEVERITY_1)
ASKING = PhraseDetector(Family.DISCLOSURE, {"are you human": "disclosure.identity_question"})
ALONE = PhraseDetector(
    Family.DISCLOSURE,
    {"are you a robot": "disclosure.identity_question"},
    marks=frozenset({Mark.ALONE}),
)


class Renamed:
    """A detector under another name, so that two of a family can stand side by side."""

    def __init__(self, inner: PhraseDetector, name: str) -> None:
        self.inner = inner
        self.name = name
        self.family = inner.family
        self.needs = inner.needs
        self.look = inner.look


def detectors() -> list[Any]:
    return [
        CLAIMS,
        VALUES,
        Renamed(HIGH, "high/1"),
        Renamed(CONCERN, "concern/1"),
        Renamed(ASKING, "asking/1"),
        Renamed(ALONE, "alone/1"),
    ]


@dataclass
class Desk:
    """A channel that keeps what it is told, or refuses the first few times."""

    notices: list[Notice] = field(default_factory=list)
    refuse: int = 0

    async def send(self, notice: Notice) -> None:
        if self.refuse:
            self.refuse -= 1
            msg = "the desk is closed"
            raise ChannelError(msg)
        self.notices.append(notice)


@dataclass
class Keeping:
    """A model that says nothing and keeps what it was asked."""

    requests: list[ModelRequest] = field(default_factory=list)

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        self.requests.append(request)
        for chunk in ():
            yield chunk


def guard(using: Policy | None = None, **fields: Any) -> Guard:
    using = using or policy()
    values: dict[str, Any] = {
        "policy": using,
        "log": MemoryLog(),
        "channels": {name: Desk() for name in using.channels},
        "detectors": detectors(),
        "now": lambda: 1_795_384_134.5,
        **fields,
    }
    return Guard(**values)


async def events_of(events: AsyncGenerator[Event, None]) -> list[Event]:
    return [event async for event in events]


async def say(
    guarded: Guard,
    message: Any,
    reply: str | Sequence[Any] | None = "Fine.",
    *,
    session_id: str = "s",
    **fields: Any,
) -> list[Event]:
    """Return the events of one turn against a scripted model that says *reply*."""
    model = ScriptedModel([] if reply is None else [reply])
    return await events_of(guarded.stream(model, message, session_id=session_id, **fields))


def text_of(events: Sequence[Event]) -> str:
    return "".join(event.text for event in events)


def kinds(events: Sequence[Event]) -> list[str]:
    return [type(event).__name__ for event in events]
