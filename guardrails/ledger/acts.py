"""
Bodies of the records of what went wrong in a turn, and of what people did to the log.

None of them holds words. People stand in them as ids of operators, reasons as codes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any, Final

from guardrails.errors import RecordError

_ID: Final = re.compile(r"[A-Za-z0-9._:/#-]{1,80}")
_CODE: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")


def failure_body(
    *, session: str, turn: int, side: str, of: str, name: str, state: str, why: str, count: int = 1
) -> dict[str, Any]:
    """
    Return the body of `failure`: a part of the guard, or the model, did not do its work.

    Args:
        session: Random name of the conversation.
        turn: Number of the turn in it.
        side: `input` or `output`.
        of: `detector`, `model`, `rewriter`, `sessions` or `evidence`.
        name: Of the detector or of the place that keeps texts, or the type of the model's error.
        state: `failed` or `skipped`.
        why: A short word such as `timeout`, or an HTTP status; never text.
        count: How often it happened in the turn.
    """
    return {
        "session": session,
        "turn": turn,
        "side": str(side),
        "of": of,
        "name": name,
        "state": str(state),
        "why": why,
        "count": count,
    }


def coverage_gap_body(
    *, session: str, turn: int, side: str, gap: str, what: str, do: str, count: int = 1
) -> dict[str, Any]:
    """
    Return the body of `coverage_gap`: something that nobody could look at, or not in full.

    Args:
        session: Random name of the conversation.
        turn: Number of the turn in it.
        side: `input` or `output`.
        gap: `image`, `audio`, `video`, `file`, `unknown`, `script` or `language`.
        what: For `script` and `language` what was not looked for; empty for a part that
            nobody can read.
        do: `note` if it was let through, `block` if not.
        count: How often in the turn.
    """
    return {
        "session": session,
        "turn": turn,
        "side": str(side),
        "gap": gap,
        "what": what,
        "do": str(do),
        "count": count,
    }


def access_body(
    *, record: str, field: str, by: str, reason: str, case: str, at: int
) -> dict[str, Any]:
    """
    Return the body of `access`: a kept text was opened, or a policy acted on in the console.

    Args:
        record: Id of the record that the text belongs to; of a policy the name of its version.
        field: Which of its texts, `in` or `out`; `session` for all of its conversation. Of a
            policy `policy` for a version, `note` for what was signed of it.
        by: Id of the operator, never a name.
        reason: Code, such as `complaint` or `incident`.
        case: Id of the case that the reason stands in.
        at: Unix time in seconds.

    Raises:
        RecordError: One of them has another shape.
    """
    return {
        "record": reference(record),
        "field": code(field),
        "by": reference(by),
        "reason": code(reason),
        "case": reference(case),
        "at": at,
    }


def right_body(
    *, session: str, turn: int, right: str, by: str, purposes: Collection[str], at: int
) -> dict[str, Any]:
    """
    Return the body of `right`: somebody asked for what is a person's own right.

    Args:
        session: Random name of the conversation.
        turn: Number of the turn in it, or of its next one.
        right: `kept`, `agree`, `withdraw`, `forget` or `human`.
        by: `person` in the chat, or the id of whoever asked for them.
        purposes: What they agreed to, or no longer agree to; left out of the body if none.
        at: Unix time in seconds.

    Raises:
        RecordError: One of them has another shape.
    """
    body: dict[str, Any] = {
        "session": session,
        "turn": turn,
        "right": code(right),
        "by": reference(by),
        "at": at,
    }
    return {**body, "purposes": sorted(map(code, purposes))} if purposes else body


def erase_body(
    *,
    sessions: int,
    stores: Collection[str],
    by: str,
    reason: str,
    at: int,
    before: int | None = None,
    origin: str = "",
) -> dict[str, Any]:
    """
    Return the body of `erase`: what was kept of a person is gone. It says of nobody who.

    Args:
        sessions: How many conversations.
        stores: Codes of the stores that were cleared, such as `keys` and `vault`.
        by: Id of the operator, never a name.
        reason: Code, such as `request` or `age`.
        at: Unix time in seconds.
        before: Unix time in seconds: what was kept of records before it is gone, of whomever;
            None where it was about people or conversations.
        origin: With *before*, the log whose records are meant.

    Raises:
        RecordError: One of them has another shape.
    """
    body: dict[str, Any] = {
        "sessions": sessions,
        "stores": sorted(map(code, stores)),
        "by": reference(by),
        "reason": code(reason),
        "at": at,
    }
    return body if before is None else {**body, "before": before, "origin": origin}


def retain_body(
    *,
    segments: tuple[int, int],
    seqs: tuple[int, int],
    reason: str,
    at: int,
    origin: str = "",
    root: str = "",
    policies: Iterable[tuple[int, str]] = (),
) -> dict[str, Any]:
    """
    Return the body of `retain`: old segments were removed, as the policy or law has it.

    Args:
        segments: Number of the first and of the last one that went.
        seqs: `seq` of their first and of their last record.
        reason: Code, such as `age`.
        at: Unix time in seconds.
        origin: Name of the log: the `boot` record that says it may be gone too.
        root: `sha256:<hex>`, root of the tree over all records up to the last that went.
            Without it nothing may be missing.
        policies: Place and hash of each policy that went and that later records name.

    Raises:
        RecordError: The reason is no code.
    """
    body: dict[str, Any] = {
        "segments": list(segments),
        "seqs": list(seqs),
        "reason": code(reason),
        "at": at,
    }
    if root:
        kept = [{"at": place, "hash": name} for place, name in sorted(policies)]
        body |= {"origin": origin, "root": root, "policies": kept}
    return body


def code(text: str) -> str:
    """
    Return *text* if it is a short code of small letters, digits and `-`.

    Raises:
        RecordError: It is not; it is not quoted.
    """
    if _CODE.fullmatch(text) is None:
        msg = "a code is up to 40 small letters, digits and '-', beginning with a letter"
        raise RecordError(msg)
    return text


def reference(text: str) -> str:
    """
    Return *text* if it is an id: no spaces, so that no sentence gets into the log.

    Raises:
        RecordError: It is not; it is not quoted.
    """
    if _ID.fullmatch(text) is None:
        msg = "an id is 1 to 80 ASCII letters, digits and . _ : / # -"
        raise RecordError(msg)
    return text
