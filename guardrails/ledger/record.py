"""
One record of the decision log, and its canonical bytes.

A record is one line of JSON: a header that the log writes and a body that the
caller gives, as one flat object.

    v      format, 1
    kind   one of `Kind`
    seq    place in the log, from 0
    prev   leaf hash of the record before it, 64 hex digits (see chain.py)
    id     UUID version 7
    ts     UTC, microseconds since 1970
    mono   monotonic clock, microseconds since this writer opened the log
    boot   names the writer's run; a `boot` record is the first of each

`mono` counts from the opening, since an uptime in nanoseconds leaves the range
of a JSON integer after 104 days.

Values are integers of at most 53 bits, strings, booleans, null, lists and objects
with ASCII keys; no floats. For these, orjson with sorted keys writes the very bytes
of RFC 8785 (JSON Canonicalization Scheme).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from operator import itemgetter
from typing import Any, TypeAlias, cast

import orjson

from guardrails.errors import RecordError

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
"""What a record holds."""

VERSION = 1
LINE_MAX = 64 * 1024 - 1
"""Longest record in bytes, without its newline."""
BODY_MAX = LINE_MAX - 512
"""Longest body in bytes as canonical JSON; the rest is kept for the header."""
HEADER = frozenset({"v", "kind", "seq", "prev", "id", "ts", "mono", "boot"})
"""Keys that no body may hold."""

DEPTH_MAX = 32
"""Objects and lists in each other, at the most, those of the header not counted."""
OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_STRICT_INTEGER
"""With which orjson writes canonical JSON."""

_UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_ATOMS = frozenset({str, int, bool, type(None)})
# Without its digits and signs a float is nothing but a point, an `e` or both between two of
# `: , [ ] }`; an integer is nothing, a string keeps its quotes, and `true` and `false` keep the
# letter before their `e`. So a line in which this finds nothing holds no float.
_float = re.compile(rb":\.\.?:").search
_SIGNS = bytes.maketrans(b"e[,]}", b".::::")
_REST = bytes(set(range(256)) - set(b'e.:,[]}"su'))
_HEADED = itemgetter("v", "kind", "seq", "prev", "id", "ts", "mono", "boot")


class Kind(StrEnum):
    """Every kind of record that there is."""

    BOOT = "boot"
    POLICY = "policy"
    POLICY_REJECTED = "policy_rejected"
    SESSION_OPEN = "session_open"
    TURN_OPEN = "turn_open"
    DECISION = "decision"
    FAILURE = "failure"
    COVERAGE_GAP = "coverage_gap"
    TURN_CLOSE = "turn_close"
    ESCALATION = "escalation"
    ESCALATION_SENT = "escalation_sent"
    ESCALATION_FAILED = "escalation_failed"
    ESCALATION_ACK = "escalation_ack"
    TICKET = "ticket"
    PAUSE = "pause"
    SIGN_OFF = "sign_off"
    ACCESS = "access"
    ERASE = "erase"
    RETAIN = "retain"
    RECOVERY = "recovery"
    HEARTBEAT = "heartbeat"
    SESSION_CLOSE = "session_close"
    RIGHT = "right"


KINDS = frozenset(kind.value for kind in Kind)
"""Their names."""


def plain(value: object, depth: int = 0) -> Json:
    """
    Return a copy of *value* made of dicts, lists, strings, integers, booleans and None.

    Raises:
        RecordError: It holds anything else, or is nested more than 32 deep.
    """
    if depth > DEPTH_MAX:
        msg = f"is nested more than {DEPTH_MAX} deep"
        raise RecordError(msg)
    deeper = depth + 1
    if type(value) is dict or isinstance(value, Mapping):
        copy: dict[str, Json] = {}
        for key, item in value.items():
            name = key.value if isinstance(key, StrEnum) else key
            if type(name) is not str or not name.isascii():
                msg = "has a key that is no ASCII string"
                raise RecordError(msg)
            copy[name] = cast("Json", item) if type(item) in _ATOMS else plain(item, deeper)
        return copy
    if isinstance(value, list | tuple):
        return [item if type(item) in _ATOMS else plain(item, deeper) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    if type(value) in _ATOMS:
        return cast("Json", value)
    if isinstance(value, float):
        msg = "holds a float; scores are 0..10000 and times are whole microseconds"
        raise RecordError(msg)
    msg = f"holds a value of type {type(value).__name__}"
    raise RecordError(msg)


def canonical(value: object) -> bytes:
    """
    Return *value* as canonical JSON (RFC 8785 for what `plain` lets through).

    Raises:
        RecordError: It has no such form: a float, a key that is not ASCII, a lone
            surrogate, an integer of more than 53 bits, or another type.
    """
    return written(plain(value))


def written(value: Json) -> bytes:
    """
    Return *value*, as `plain` returns it, as canonical JSON.

    Raises:
        RecordError: It holds a lone surrogate or an integer of more than 53 bits.
    """
    try:
        return orjson.dumps(value, option=OPTIONS)
    except TypeError as error:  # orjson's words name no value
        reason = str(error)
    if "surrogate" in reason:
        reason = "holds a lone surrogate, which UTF-8 cannot write"
    elif "53-bit" in reason:
        reason = "holds an integer of more than 53 bits"
    elif "Recursion" in reason:
        reason = "is nested too deep"
    raise RecordError(reason)


def checked(kind: str, body: Mapping[str, Any]) -> dict[str, Json]:
    """
    Return a copy of *body* that is sure to make a record.

    Raises:
        RecordError: The kind is unknown, or the body is too long, holds a value that
            a record cannot hold, or has a key of the header.
    """
    if kind not in KINDS:
        msg = f"no such kind of record; there are {', '.join(sorted(KINDS))}"
        raise RecordError(msg)
    if taken := HEADER.intersection(body):
        msg = f"a {kind} record may not set {', '.join(sorted(taken))}: the log does"
        raise RecordError(msg)
    try:
        copy = cast("dict[str, Json]", plain(body))
        size = len(written(copy))
    except RecordError as error:
        msg = f"the body of a {kind} record {error}"
        raise RecordError(msg) from None
    if size > BODY_MAX:
        msg = f"the body of a {kind} record takes {size:,} bytes; {BODY_MAX:,} is the most"
        raise RecordError(msg)
    return copy


def milliseconds(name: str) -> int:
    """Return the Unix time in milliseconds that an id of a record holds; -1 if *name* is none."""
    return int(name[:13].replace("-", ""), 16) if _UUID7.fullmatch(name) else -1


def uuid7(milliseconds: int, random: bytes) -> str:
    """
    Return a UUID version 7 (RFC 9562, section 5.7).

    Args:
        milliseconds: Unix time, 0 to 2**48 - 1.
        random: At least 10 bytes.
    """
    bits = int.from_bytes(random[:10], "big")
    number = (milliseconds & (2**48 - 1)) << 80
    number |= 0x7 << 76 | (bits >> 62 & 0xFFF) << 64
    number |= 0b10 << 62 | bits & (2**62 - 1)
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def parse(line: bytes) -> dict[str, Any]:
    """
    Return the record that *line* holds.

    Raises:
        RecordError: It is no record in canonical form; the message says why, and
            quotes nothing of the line.
    """
    record = _object(line)
    try:
        same = orjson.dumps(record, option=OPTIONS) == line
    except TypeError:
        same = written(record) == line  # which says what is wrong
    if not same:  # refuses deep nesting, so this comes first
        msg = "is not in canonical form"  # also where a key was given twice
        raise RecordError(msg)
    # What orjson has read holds nothing that `plain` refuses, but floats and such keys.
    if not line.isascii() or (_float(line.translate(_SIGNS, _REST)) and _holds_float(record)):
        plain(record)
    if not _is_headed(record):
        raise RecordError(_header_fault(record))
    return record


def glance(line: bytes) -> dict[str, Any]:
    """
    Return what *line* holds as a record, without asking whether it is in canonical form.

    For reading, never for verifying: it takes half the time of `parse`.

    Raises:
        RecordError: It is no JSON object with the header of a record; nothing is quoted.
    """
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError:
        record = None
    if type(record) is dict and _is_headed(record) and len(line) <= LINE_MAX:
        return record
    raise RecordError(_header_fault(_object(line)))


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LINE_MAX:
        msg = f"is longer than {LINE_MAX:,} bytes"
        raise RecordError(msg)
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError:
        msg = "is not JSON"
        raise RecordError(msg) from None
    if type(record) is not dict:
        msg = "is not a JSON object"
        raise RecordError(msg)
    return record


def _holds_float(value: object) -> bool:
    if type(value) is dict:
        return any(map(_holds_float, value.values()))
    if type(value) is list:
        return any(map(_holds_float, value))
    return type(value) is float


def _is_headed(record: dict[str, Any]) -> bool:
    try:
        version, kind, seq, prev, name, ts, mono, boot = _HEADED(record)
    except KeyError:
        return False
    return (
        type(version) is int
        and version == VERSION
        and type(seq) is type(ts) is type(mono) is int
        and seq >= 0
        and ts >= 0
        and mono >= 0
        and type(kind) is type(prev) is type(name) is type(boot) is str
        and kind in KINDS
    )


def _header_fault(record: dict[str, Any]) -> str:
    """Return what is wrong with the header of *record*."""
    if missing := HEADER.difference(record):
        return f"lacks {', '.join(sorted(missing))}"
    if record["v"] is True or record["v"] != VERSION:
        return f"has a format other than {VERSION}"
    for key in ("seq", "ts", "mono"):
        if type(record[key]) is not int or record[key] < 0:
            return f"has a {key} that is no count"
    for key in ("kind", "prev", "id", "boot"):
        if type(record[key]) is not str:
            return f"has a {key} that is no string"
    return "is of an unknown kind"
