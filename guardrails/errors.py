"""
Every error that this package raises on purpose.

    GuardrailsError
    ├── PolicyError                  a policy file is wrong: file:line:column
    │   └── PolicyNotFoundError      no ready policy and no file of that name
    ├── ConfigurationError           the guard was put together wrongly
    │   ├── ModelMissingError        a language model that a detector needs is not installed
    │   └── AccessError              a file of keys cannot be read or written
    ├── RequestError                 this call cannot be served as it was made
    │   ├── SessionMissingError      the caller did not say which conversation this is
    │   ├── SessionBusyError         the turn before is still running
    │   ├── InputTooLongError        more text than the policy takes
    │   ├── UnsupportedError         a shape that cannot be guarded
    │   └── RefusedError             the gateway refuses a request: HTTP status and code
    ├── AnsweredError                the policy answered itself, and there is no value
    ├── DetectorError                a detector could not look
    │   └── DetectorTimeoutError     it took longer than its deadline
    ├── ModelError                   the wrapped model failed
    ├── ChannelError                 a channel could not take a notice
    ├── SessionError                 what is known of a conversation is out of reach
    │   ├── SessionStoreError        the store cannot be used
    │   ├── SessionKeyError          no key opens what it keeps
    │   └── SessionLostError         another process took the session over meanwhile
    ├── DeskError                    this cannot be done to a ticket; the message says why
    │   ├── TicketMissingError       there is no such ticket
    │   ├── TicketTakenError         somebody else holds the conversation
    │   └── TicketStoreError         tickets cannot be read or written
    ├── ErasureError                 something that was to be erased may still be there
    └── LogError
        ├── LogWriteError            the decision log cannot be written
        │   └── RecordError          this record has no canonical form
        ├── LogLockedError           another process writes this log
        ├── LogReadError             the log cannot be read
        │   └── LogDamagedError      what it holds makes no sense
        ├── QuestionError            a question about a log cannot be answered
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


class AccessError(ConfigurationError):
    """A file of keys cannot be read or written; the message says which and why."""


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


class RefusedError(RequestError):
    """
    The gateway refuses a request; the message says what to do.

    Attributes:
        status: HTTP status.
        code: Short name of the reason.
        param: Name of the part of the request that is at fault, or None.
        retry_after: Seconds after which it may be tried again, or None.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        param: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(status, code, message)
        self.status = status
        self.code = code
        self.param = param
        self.retry_after = retry_after

    def __str__(self) -> str:
        return str(self.args[2])


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
        retry_after: Seconds after which the provider wants to be asked again, if it said so.
    """

    def __init__(
        self, kind: str, status: int | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(kind, status, retry_after)
        self.kind = kind
        self.status = status
        self.retry_after = retry_after

    def __str__(self) -> str:
        status = f" (HTTP {self.status})" if self.status is not None else ""
        return f"the model failed with {self.kind}{status}"


class ChannelError(GuardrailsError):
    """A channel could not take a notice; the message says which and why."""


class SessionError(GuardrailsError):
    """What is known of a conversation is out of reach; the message says why."""


class SessionStoreError(SessionError):
    """The store of sessions cannot be used; the message says why and what to look at."""


class SessionKeyError(SessionError):
    """No key opens what the store keeps of a session, or it was changed."""


class SessionLostError(SessionError):
    """Another process took the session over while this turn ran; its end was not kept."""

    def __str__(self) -> str:
        return (
            "another process took the session over, since its lease was not renewed in time: "
            "what this turn leaves behind was not kept, and the other's was not touched; "
            "see that the process is not stopped for longer than the lease"
        )


class DeskError(GuardrailsError):
    """This cannot be done to a ticket; the message says why, and holds no words of anybody."""


class TicketMissingError(DeskError):
    """There is no such ticket."""

    def __init__(self, ticket: str) -> None:
        super().__init__(ticket)
        self.ticket = ticket

    def __str__(self) -> str:
        return f"there is no ticket {self.ticket!r}: `list` shows those that there are"


class TicketTakenError(DeskError):
    """
    Somebody else holds the conversation.

    Attributes:
        ticket: Its ticket.
        holder: Who, or None if nobody does.
    """

    def __init__(self, ticket: str, holder: str | None) -> None:
        super().__init__(ticket, holder)
        self.ticket = ticket
        self.holder = holder

    def __str__(self) -> str:
        if self.holder is None:
            return f"you do not hold the conversation of ticket {self.ticket}: claim it first"
        return f"{self.holder} holds the conversation of ticket {self.ticket}"


class TicketStoreError(DeskError):
    """Tickets, or the words that belong to them, cannot be read or written; it says where."""


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


class LogDamagedError(LogReadError):
    """What the log holds makes no sense: a compressed file that cannot be decompressed."""


class QuestionError(LogError):
    """A question about a log is no single SELECT, or has an error; it quotes the question."""


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
