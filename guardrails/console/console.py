"""What the pages of a console share."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guardrails.access.key_file import KeyFile
from guardrails.access.rates import Rates
from guardrails.console.visits import Visits
from guardrails.console.works import Works
from guardrails.desk.intake import Intake
from guardrails.guard import Guard

_TRIES = 30
"""Wrong keys within a minute, of everybody together."""


@dataclass(frozen=True, slots=True)
class Service:
    """
    One guard that people look after.

    Attributes:
        name: Of the first route that it serves; stands in addresses.
        guard: The guard.
        source: Name of its policy, or the path of the file.
        routes: Names of all routes that it serves.
    """

    name: str
    guard: Guard = field(repr=False)
    source: str
    routes: tuple[str, ...]

    @property
    def intake(self) -> Intake:
        """Where its tickets are kept, and told of."""
        return self.guard.desk.intake


@dataclass(frozen=True, slots=True)
class Provider:
    """
    An identity provider that people may sign in with.

    Attributes:
        name: What they call it.
        begins: Address at which a sign-in with it begins; takes `?to=` with a path.
    """

    name: str
    begins: str


@dataclass(slots=True)
class Console:
    """
    A console put together.

    Attributes:
        services: By name; at least one.
        keys: Who may sign in with a key. Without keys and a provider everybody may come in,
            where this machine alone can be reached.
        folder: Where the decision log lies, or None if it lies in no folder.
        status: Returns what runs and what does not work; see the gateway's status.
        now: Unix time in seconds.
        clock: Monotonic seconds.
        provider: With which people sign in beside keys, or None.
        takes_notes: Whether proposals are kept, and what was signed of them is handed in.
        remembered: Whether the log is in memory alone, and gone with the process.
        copied: Brings a copy of a log in a database up to date and returns its folder, or None.
    """

    services: Mapping[str, Service]
    keys: KeyFile | None
    folder: Path | None
    status: Callable[[], Awaitable[Mapping[str, Any]]]
    now: Callable[[], float] = time.time
    clock: Callable[[], float] = time.monotonic
    provider: Provider | None = None
    takes_notes: bool = False
    remembered: bool = False
    copied: Callable[[], Path] | None = None
    visits: Visits = field(init=False)
    works: Works = field(init=False)
    tries: Rates = field(init=False)

    @property
    def place(self) -> str:
        """Where the decision log is, in words."""
        if self.folder is not None:
            return str(self.folder)
        return "in memory" if self.remembered else "in a database"

    @property
    def open(self) -> bool:
        """Whether whoever is at this machine may come in without saying who they are."""
        return self.keys is None and self.provider is None

    def __post_init__(self) -> None:
        self.visits = Visits(self.keys, self.now)
        self.works = Works()
        self.tries = Rates(_TRIES, self.clock)
