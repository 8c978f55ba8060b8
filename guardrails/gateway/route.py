"""A route: one policy, one upstream, and how their conversations are told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from guardrails.errors import RefusedError
from guardrails.gateway.threads import Threads
from guardrails.gateway.upstream import Upstream
from guardrails.guard import Guard
from guardrails.guarded import GuardedModel

DEFAULT: Final = "default"
"""The route that stands at `/v1`; any other stands at `/<name>/v1`."""

_SESSION = re.compile(r"[\x21-\x7e]{1,200}")
_HOW = (
    "send the header X-Candor-Session, 1 to 200 visible ASCII characters that name this "
    "conversation (openai: extra_headers={'X-Candor-Session': '...'}); a conversation that two "
    "people share would give one the values of the other"
)


@dataclass(frozen=True, slots=True)
class Route:
    """
    One way through the gateway.

    Attributes:
        name: `default`, or the first part of its path.
        guard: Of its policy.
        guarded: The upstream under that guard.
        upstream: The server behind it.
        models: Names that may be asked for, or none for all that the upstream has.
        threads: Tells conversations apart by their history; None if requests must name them.
        usage: Whether the upstream knows `stream_options`.
        roleplay: Whether requests may say that the person asked for fiction.
        has_memory: Whether the application remembers earlier conversations.
        sends_reminders: Whether it writes to people between conversations.
    """

    name: str
    guard: Guard
    guarded: GuardedModel = field(repr=False)
    upstream: Upstream = field(repr=False)
    models: Sequence[str] = ()
    threads: Threads | None = field(default=None, repr=False)
    usage: bool = True
    roleplay: bool = False
    has_memory: bool = False
    sends_reminders: bool = False

    @property
    def prefix(self) -> str:
        """What its paths begin with."""
        return "" if self.name == DEFAULT else f"/{self.name}"

    def check(self, model: str) -> None:
        """
        Do nothing if *model* may be asked for here.

        Raises:
            RefusedError: It may not.
        """
        if self.models and model not in self.models:
            said = "this route has no such model: GET its /v1/models for those it has"
            raise RefusedError(404, "model_not_found", said, param="model")

    def named(self, session: str | None, owner: str | None) -> str | None:
        """
        Return the name by which the guard knows a conversation; None if it has to be found.

        Args:
            session: As the request names it.
            owner: Whose key it came with: one application's names are not another's.

        Raises:
            RefusedError: It is none, or there has to be one.
        """
        if session is None and self.threads is None:
            raise RefusedError(400, "session_missing", f"no session: {_HOW}")
        if session is None:
            return None
        if not _SESSION.fullmatch(session):
            raise RefusedError(400, "session_invalid", f"X-Candor-Session is no name: {_HOW}")
        return session if owner is None else f"{owner}/{session}"
