"""Asks the desk of a service that runs on this machine."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any, Final

import orjson

from guardrails.desk.serving import short
from guardrails.errors import DeskError

WAIT: Final = 70.0
"""Seconds that an answer may take: as long as a turn may hold a conversation, and a bit."""


def call(path: Path, **asked: Any) -> Any:  # noqa: ANN401 - JSON
    """
    Return what the service at the socket *path* answers.

    Raises:
        ConnectionError: Nobody listens there.
        DeskError: It cannot be done; the message is the service's own.
    """
    try:
        with short(path) as name, socket.socket(socket.AF_UNIX) as line:
            line.settimeout(WAIT)
            line.connect(name)
            line.sendall(orjson.dumps(asked) + b"\n")
            data = b"".join(iter(lambda: line.recv(65_536), b""))
    except TimeoutError:
        msg = f"the service did not answer within {WAIT:g} s; look with `show` what became of it"
        raise DeskError(msg) from None
    except (FileNotFoundError, ConnectionRefusedError) as error:
        raise ConnectionError from error
    try:
        answer = orjson.loads(data)
    except orjson.JSONDecodeError:
        msg = "the service broke off its answer"
        raise DeskError(msg) from None
    if "error" in answer:
        raise RefusedError(answer["error"], answer["message"])
    return answer["ok"]


class RefusedError(DeskError):
    """
    The service says no.

    Attributes:
        kind: Name of its error.
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(kind, message)
        self.kind = kind
        self.message = message

    def __str__(self) -> str:
        return self.message
