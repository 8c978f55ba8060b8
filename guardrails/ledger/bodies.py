"""
Builds the bodies of the records of a conversation's course. No body ever holds words.

Where a body takes an id of a person, it does not: the store that can be erased
knows which sessions are whose, the log does not.
"""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from typing import Any

from guardrails.ledger.base import Receipt


def boot_body(origin: str) -> dict[str, Any]:
    """Return the body of `boot`: which code writes the log from here on."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        package = version("candor-guardrails")
    except PackageNotFoundError:  # run from a checkout that was never installed
        package = "unknown"
    return {"origin": origin, "pkg": package, "python": platform.python_version()}


def session_open_body(*, session: str, policy_hash: str) -> dict[str, Any]:
    """Return the body of `session_open`."""
    return {"session": session, "policy": policy_hash}


def session_close_body(*, session: str, turns: int) -> dict[str, Any]:
    """Return the body of `session_close`."""
    return {"session": session, "turns": turns}


def turn_open_body(
    *,
    session: str,
    turn: int,
    policy_id: str,
    policy_hash: str,
    policy_at: int,
    before: Receipt | None = None,
) -> dict[str, Any]:
    """Return the body of `turn_open`; *before* is the session's record before this one."""
    return {
        "session": session,
        "turn": turn,
        "policy": {"id": policy_id, "hash": policy_hash, "at": policy_at},
        "before": None if before is None else {"origin": before.origin, "id": before.id},
    }


def turn_close_body(
    *,
    session: str,
    turn: int,
    end: str,
    do: str,
    level: str,
    called: bool,
    decisions: int,
    text_len_in: int,
    text_len_out: int,
    us: Mapping[str, int],
    fold: Mapping[str, int | str],
    said: Sequence[str] = (),
    beside: Sequence[str] = (),
    again: str = "",
) -> dict[str, Any]:
    """
    Return the body of `turn_close`.

    Args:
        session: Id of the conversation.
        turn: Number of the turn in it.
        end: How it ended: `done`, `cancelled`, or a short word for what failed.
        do: The strongest action of its decisions.
        level: The highest crisis level.
        called: Whether the model was asked.
        decisions: How many `decision` records it has.
        text_len_in: Code points of the person's message.
        text_len_out: Code points that were released.
        us: Microseconds by step.
        fold: What the risk of the session is folded from beside the level: `now`, `need`
            and `about`, and `loss` where the person told of one.
        said: Ids of the policy's messages that the person was shown, in order; left out of
            the body if there are none.
        beside: Ids of those that stood beside a reply that a program reads, likewise.
        again: What went out of a reply that was asked for again: `second`, `first` or
            `instead`; left out if it was not.
    """
    body: dict[str, Any] = {
        "session": session,
        "turn": turn,
        "end": end,
        "do": str(do),
        "level": str(level),
        "called": called,
        "decisions": decisions,
        "text": {"in": {"len": text_len_in}, "out": {"len": text_len_out}},
        "us": dict(us),
        "fold": dict(fold),
    }
    told = {"said": list(said), "beside": list(beside)}
    if again:
        body["again"] = again
    return {**body, **{name: ids for name, ids in told.items() if ids}}


def sign_off_body(*, session: str, turn: int, by: str, points: int) -> dict[str, Any]:
    """
    Return the body of `sign_off`: a human took the crisis flag of a conversation down.

    Args:
        session: Id of the conversation.
        turn: Number of its next turn.
        by: Who did it, as the operator names them; no name of a person is needed.
        points: Risk that the session had, 0..10000.
    """
    return {"session": session, "turn": turn, "what": "crisis-watch", "by": by, "risk": points}
