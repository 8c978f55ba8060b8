"""
Every error that this package raises on purpose.

    GuardrailsError
    ├── PolicyError                  a policy file is wrong: file:line:column
    │   └── PolicyNotFoundError      no ready policy and no file of that name
    ├── ConfigurationError           the guard was put together wrongly
    │   └── ModelMissingError        a language model that a detector needs is not installed
    ├── RequestError                 this call cannot be served as it was made
    │   ├── SessionMissingError      the caller did not say which conversation this is
    │   ├── SessionBusyError         the turn before is still running
    │   ├── InputTooLongError        more text than the policy takes
    │   └── UnsupportedError         a shape that cannot be guarded
    ├── AnsweredError                the policy answered itself, and there is no value
    ├── DetectorError                a detector could not look
    │   └── DetectorTimeoutError     it took longer than its deadline
    ├── ModelError                   the wrapped model failed
    ├── ChannelError                 a channel could not take a notice
    ├── ErasureError                 something that was to be erased may still be there
    └── LogError
        ├── LogWriteError            the decision log cannot be written
        │   └── RecordError          this record has no canonical form
        ├── LogLockedError           another process writes this log
        ├── LogReadError             the log cannot be read
        ├── ProofError               a key, a checkpoint or a proof does not hold
        └── EvidenceError            a kept text cannot be sealed, kept or opened

No message here ever holds text from a conversation.
"""

from __future__ import annotations

from dataclasses import dataclass


class GuardrailsError(Exception):
    """The root: catch this to catch all of ours."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """
    One thing that is wrong in a policy file.

    Lines and columns count from 1. `str()` gives `file:line:column: message`.
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class PolicyError(GuardrailsError):
    """
    A policy file is wrong; nothing of it was used.

    Attributes:
        problems: At least one, in the order of the file.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class PolicyNotFoundError(GuardrailsError):
    """There is no ready policy and no file of that name; the message lists the ready ones."""


class ConfigurationError(GuardrailsError):
    """The guard was put together wrongly; the message says what to change."""


class ModelMissingError(ConfigurationError):
    """A language model that a detector needs is not installed; the message says how to get it."""


class RequestError(GuardrailsError):
    """This call cannot be served as it was made; the message says how to make it."""


class SessionMissingError(RequestError):
    """The caller did not say which conversation this turn belongs to."""

    def __str__(self) -> str:
        return (
            "no session: pass session_id=... (LangChain: "
            'config={"configurable": {"session_id": "..."}}; a thread_id is taken too), '
            'or wrap the model with session="single" if it only ever has one conversation'
        )


class SessionBusyError(RequestError):
    """The turn before this one is still running and did not end in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    def __str__(self) -> str:
        return (
            f"the turn before is still running after {self.seconds:g} s; "
            "send the turns of one session one after the other"
        )


class InputTooLongError(RequestError):
    """
    A message is longer than the policy takes; its crisis rules have still run.

    Attributes:
        length: Characters in the message.
        limit: Characters that the policy takes.
        say: The policy's text for the person.
    """

    def __init__(self, length: int, limit: int, say: str = "") -> None:
        super().__init__(length, limit, say)
        self.length = length
        self.limit = limit
        self.say = say

    def __str__(self) -> str:
        return f"a message of {self.length:,} characters; this policy takes {self.limit:,}"


class UnsupportedError(RequestError):
    """The request has a shape that cannot be guarded; the message names it."""


class AnsweredError(GuardrailsError):
    """
    The policy answered a turn itself, so that there is no structured value.

    Attributes:
        say: The policy's text, which the person must see: it may be help in a crisis.
    """

    def __init__(self, say: str) -> None:
        super().__init__(say)
        self.say = say

    def __str__(self) -> str:
        return (
            "the policy answered this turn itself: show the person the text in `say`, "
            "or ask for include_raw=True and show the text of `raw`"
        )


class DetectorError(GuardrailsError):
    """A detector could not look. "Found nothing" is an empty report, never this."""


class DetectorTimeoutError(DetectorError):
    """A detector took longer than its deadline."""


class ModelError(GuardrailsError):
    """
    The wrapped model failed; what had been released stays released and logged.

    The original error is not chained, since a provider's message may quote the
    conversation.

    Attributes:
        kind: Name of the original exception's type.
        status: HTTP status of the provider's answer, where there was one.
    """

    def __init__(self, kind: str, status: int | None = None) -> None:
        super().__init__(kind, status)
        self.kind = kind
        self.status = status

    def __str__(self) -> str:
        status = f" (HTTP {self.status})" if self.status is not None else ""
        return f"the model failed with {self.kind}{status}"


class ChannelError(GuardrailsError):
    """A channel could not take a notice; the message says which and why."""


class LogError(GuardrailsError):
    """Something is wrong with the decision log."""


class LogWriteError(LogError):
    """The decision log cannot be written, so nothing may be released."""


class RecordError(LogWriteError, ValueError):
    """This record cannot be written, whatever the disk does; the message names no value."""


class LogLockedError(LogError):
    """Another process writes this log; the message says what to do."""


class LogReadError(LogError):
    """The decision log cannot be read; the message says where."""


class ProofError(LogError):
    """A key, a checkpoint or a proof is none, or does not hold; the message says why."""


class EvidenceError(LogError):
    """A kept text cannot be sealed, kept or opened; the message says which part does not fit."""


class ErasureError(GuardrailsError):
    """
    Something that was to be erased may still be there; ask again once the store works.

    Attributes:
        failed: Code of each store that failed → type of its error.
    """

    def __init__(self, failed: dict[str, str]) -> None:
        super().__init__(failed)
        self.failed = failed

    def __str__(self) -> str:
        stores = ", ".join(f"{store} ({error})" for store, error in sorted(self.failed.items()))
        return (
            f"not everything could be erased: {stores}; the other stores are done and the log "
            "says so, so see to these and ask again"
        )
