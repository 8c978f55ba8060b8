from __future__ import annotations

import asyncio
import json
from enum import IntEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.decisions import Do
from guardrails.errors import LogWriteError, RecordError
from guardrails.ledger.chain import GENESIS, leaf
from guardrails.ledger.draft import HOLE, draft
from guardrails.ledger.fakes import FaultyDisk
from guardrails.ledger.read import read_records
from guardrails.ledger.record import BODY_MAX, HEADER, Kind, canonical, checked, parse, plain, uuid7
from guardrails.ledger.scribe import Scribe
from guardrails.ledger.store import FileLog

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
KEYS = st.text(st.characters(max_codepoint=127), max_size=6)
ATOMS = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS
VALUES = st.recursive(
    ATOMS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)
)
BODIES = st.dictionaries(KEYS.map("x_{}".format), VALUES, max_size=5)


def written(body: dict[str, Any], **how: Any) -> bytes:
    return Scribe("here", **how).write(draft("heartbeat", body))[0]


def told(drafted: bytes) -> dict[str, Any]:
    """Return the body of a draft."""
    record = json.loads(drafted.replace(HOLE, b"0"))
    return {key: value for key, value in record.items() if key not in HEADER}


@settings(deadline=None)
@given(VALUES)
def test_canonical_bytes_are_those_of_rfc_8785(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@settings(deadline=None)
@given(BODIES)
def test_a_record_reads_back_as_it_was_written(body: dict[str, Any]) -> None:
    line = written(body)

    assert {key: value for key, value in parse(line).items() if key in body} == body


def test_tuples_mappings_and_enumerations_become_plain_values() -> None:
    body = {"t": (1, 2), "m": MappingProxyType({Do.MASK: Do.PASS}), "none": None}

    assert checked("decision", body) == {"t": [1, 2], "m": {"mask": "pass"}, "none": None}


async def test_a_body_that_changes_after_the_call_does_not_change_the_record(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk)
    disk.answers.clear()
    body = {"list": [1]}
    calls = [log.append("heartbeat", {}), log.append("decision", body)]
    waiting = [asyncio.create_task(call) for call in calls]
    await asyncio.sleep(0.01)  # the disk keeps the first one, so the second is not written yet

    body["list"].append(2)
    disk.answers.set()
    await asyncio.gather(*waiting)
    log.close()

    [record] = [found.record for found in read_records(tmp_path) if b"list" in found.data]
    assert record is not None
    assert record["list"] == [1]


class Number(IntEnum):
    ONE = 1


LOOP: dict[str, Any] = {}
LOOP["loop"] = LOOP


def nested(depth: int) -> dict[str, Any]:
    """Return a body of which a value is so many lists deep."""
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return {"a": value}


@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param({"a": 1.0}, "a float", id="a float"),
        pytest.param({"a": [{"b": float("nan")}]}, "a float", id="not a number"),
        pytest.param({"a": float("-inf"), "g": [103, "g"]}, "a float", id="minus infinity"),
        pytest.param({"é": 1}, "no ASCII", id="a key with an accent"),
        pytest.param({"a": {1: 1}}, "no ASCII", id="a key that is a number"),
        pytest.param({"a": "\ud800"}, "lone surrogate", id="a lone surrogate"),
        pytest.param({"a": 2**53}, "53 bits", id="an integer of 54 bits"),
        pytest.param({"a": -(2**64)}, "53 bits|range", id="an integer of 65 bits"),
        pytest.param({"a": b"x"}, "type bytes", id="bytes"),
        pytest.param({"a": {"x"}}, "type set", id="a set"),
        pytest.param({"a": Number.ONE}, "type Number", id="an enumeration of integers"),
        pytest.param(LOOP, "nested", id="a body that holds itself"),
        pytest.param(nested(33), "more than 32 deep", id="a body that is too deep"),
        pytest.param({"seq": 1}, "may not set seq", id="a key of the header"),
        pytest.param({"a": "x" * BODY_MAX}, "is the most", id="a body that is too long"),
    ],
)
def test_what_has_no_canonical_form_is_refused(body: dict[str, Any], why: str) -> None:
    with pytest.raises(RecordError, match=why):
        draft("decision", body)


STRANGE = VALUES | st.floats() | st.uuids() | st.dates() | st.sampled_from([*Do, Number.ONE, b"x"])
ODD = st.recursive(
    STRANGE,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(KEYS, inner, max_size=3)
        | st.dictionaries(KEYS, inner, max_size=3).map(MappingProxyType)
    ),
)


@settings(deadline=None)
@given(st.dictionaries(KEYS.map("x_{}".format), ODD, max_size=4))
def test_a_body_is_copied_or_refused_as_its_values_are_one_by_one(body: dict[str, Any]) -> None:
    try:
        wanted = canonical(plain(body))
    except RecordError:
        with pytest.raises(RecordError):
            draft("decision", body)
    else:
        assert checked("decision", body) == plain(body)
        assert canonical(told(draft("decision", body))) == wanted


@pytest.mark.parametrize("number", [103, 103 << 24, -103, 2**53 - 1])
def test_an_integer_with_any_bytes_is_no_float(number: int) -> None:
    body = {"a": number, "b": ["g" * 103, True, None]}

    assert told(draft("right", body)) == body


@pytest.mark.parametrize("many", [0, 100])
def test_a_body_may_be_32_deep_but_not_33(many: int) -> None:
    beside = {"b": [{} for _ in range(many)]}

    assert told(draft("decision", {**nested(32), **beside})) == {**nested(32), **beside}
    for value in (nested(33), {"a": (nested(32)["a"],)}):
        with pytest.raises(RecordError, match="more than 32 deep"):
            draft("decision", {**value, **beside})


def test_a_refusal_quotes_nothing_of_the_body() -> None:
    with pytest.raises(RecordError) as caught:
        checked("decision", {"note": "my secret \ud800"})

    assert "secret" not in str(caught.value)
    assert isinstance(caught.value, LogWriteError)  # so a guard that fails closed stays closed
    assert isinstance(caught.value, ValueError)


def test_the_longest_body_makes_a_record_under_64_kib() -> None:
    line = written({"a": "x" * (BODY_MAX - len('{"a":""}'))})

    assert 65_000 < len(line) < 65_536
    assert parse(line)["kind"] == "heartbeat"


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(RecordError, match="there are access, boot"):
        checked("rumour", {})


def test_the_kinds_are_a_closed_set() -> None:
    assert " ".join(Kind) == (
        "boot policy policy_rejected session_open turn_open decision failure coverage_gap "
        "turn_close escalation escalation_sent escalation_failed escalation_ack ticket "
        "pause sign_off access erase retain recovery heartbeat session_close right"
    )


@settings(deadline=None)
@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=16))
def test_an_id_is_a_uuid_of_version_7_with_its_time_in_front(ms: int, random: bytes) -> None:
    made = UUID(uuid7(ms, random))

    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == ms


def test_the_example_of_rfc_9562_comes_out() -> None:
    random = (0xCC3 << 62 | 0x18C4DC0C0C07398F & (2**62 - 1)).to_bytes(10, "big")

    assert uuid7(0x017F22E279B0, random) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_each_record_names_the_one_before_it() -> None:
    ticks = iter(range(0, 10**9, 2_000_000))
    scribe = Scribe(
        "here",
        clock=lambda: 1_795_384_134_123_456_789,
        ticks=lambda: next(ticks),
        random=lambda count: b"\x01" * count,
    )

    first, receipt = scribe.write(draft("heartbeat", {}))
    second, _ = scribe.write(draft("heartbeat", {}))

    assert receipt.leaf == f"sha256:{leaf(first)}"
    assert (receipt.seq, receipt.origin) == (0, "here")
    assert json.loads(first)["prev"] == GENESIS
    assert json.loads(second) == {
        "boot": "b_0101010101010101",
        "id": "01a2053b-c9eb-7404-8101-010101010101",
        "kind": "heartbeat",
        "mono": 4000,
        "prev": leaf(first),
        "seq": 1,
        "ts": 1_795_384_134_123_456,
        "v": 1,
    }


def test_records_that_are_taken_back_leave_no_trace() -> None:
    scribe = Scribe("here", clock=lambda: 0, ticks=lambda: 0, random=bytes)
    place = scribe.place
    first = scribe.write(draft("heartbeat", {}))

    scribe.rewind(place)

    assert scribe.write(draft("heartbeat", {})) == first


def test_years_of_uptime_still_fit_into_a_record() -> None:
    ticks = iter([0, 50 * 365 * 86_400 * 10**9])

    assert parse(written({}, ticks=lambda: next(ticks)))["mono"] > 0


def test_a_clock_before_1970_is_refused() -> None:
    with pytest.raises(RecordError, match="before 1970"):
        written({}, clock=lambda: -1)


def test_a_record_that_outgrows_its_header_is_refused() -> None:
    scribe = Scribe("here")
    drafted = draft("heartbeat", {"a": ""}).replace(b'"a":"', b'"a":"' + b"x" * 70_000)

    with pytest.raises(RecordError, match="is the most"):
        scribe.write(drafted)


GOOD = {
    "v": 1,
    "kind": "heartbeat",
    "seq": 0,
    "prev": GENESIS,
    "id": "x",
    "ts": 1,
    "mono": 1,
    "boot": "b",
}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"v": 2}, "format"),
        ({"v": True}, "format"),
        ({"seq": -1}, "seq"),
        ({"seq": "0"}, "seq"),
        ({"ts": True}, "ts"),
        ({"mono": None}, "mono"),
        ({"prev": 0}, "prev"),
        ({"id": []}, "id"),
        ({"kind": 1}, "kind"),
        ({"kind": "rumour"}, "unknown kind"),
    ],
)
def test_a_wrong_header_is_named(change: dict[str, Any], why: str) -> None:
    assert parse(canonical(GOOD)) == GOOD
    with pytest.raises(RecordError, match=why):
        parse(canonical({**GOOD, **change}))


@pytest.mark.parametrize("key", sorted(GOOD))
def test_a_missing_header_is_named(key: str) -> None:
    with pytest.raises(RecordError, match=f"lacks {key}"):
        parse(canonical({k: v for k, v in GOOD.items() if k != key}))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"", "not JSON"),
        (b"\x00" * 20, "not JSON"),
        (b"\xff", "not JSON"),
        (b"[1]", "not a JSON object"),
        (b'{"a": 1}', "canonical"),
        (b'{"b":1,"a":1}', "canonical"),
        (b'{"a":1,"a":1}', "canonical"),
        (b'{"a":-0}', "canonical"),
        (b'{"a":"\\u0041"}', "canonical"),
        (b'{"a":1.5}', "float"),
        (b'{"a":[{"b":1e300}]}', "canonical|float"),
        (b'{"a":[{"b":[-0.5]}]}', "float"),
        (b'{"a":123456789012345678901234567890}', "canonical"),
        (b'{"a":' + b"[" * 990 + b"]" * 990 + b"}", "too deep"),
        (b'{"a":' + b"[" * 9990 + b"]" * 9990 + b"}", "not JSON"),
        (b'{"a":9007199254740992}', "53 bits"),
        (b'{"' + "é".encode() + b'":1}', "ASCII"),
        (b'"' + b"x" * 65_536 + b'"', "longer"),
    ],
)
def test_what_is_no_record_is_told_apart(line: bytes, why: str) -> None:
    with pytest.raises(RecordError, match=why):
        parse(line)


@settings(deadline=None)
@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([{"x": 1}, {"x": [True, None]}, {"x": "1.5,e:", "y": ["a.b", ".", "e"]}]),
    st.sampled_from(["{}", "[{}]", "[1,{}]", '{{"a":{}}}', '[0,{},"s"]']),
)
def test_a_float_anywhere_is_noticed(number: float, beside: dict[str, Any], where: str) -> None:
    import orjson

    value = orjson.loads(where.format(orjson.dumps(number).decode()))
    whole = written({**beside})
    line = orjson.dumps({**orjson.loads(whole), "z": value}, option=orjson.OPT_SORT_KEYS)

    assert parse(whole)
    with pytest.raises(RecordError, match="a float"):
        parse(line)


VECTORS = {
    # github.com/cyberphone/json-canonicalization, testdata, by Anders Rundgren, the author of
    # RFC 8785; where a vector holds a number with a fraction, the integer that it comes to.
    "arrays": (
        '[\n  56,\n  {\n    "d": true,\n    "10": null,\n    "1": [ ]\n  }\n]',
        '[56,{"1":[],"10":null,"d":true}]',
    ),
    "structures": (
        """{"1": {"f": {"f": "hi","F": 5} ,"\\n": 56},"10": { },"": "empty","a": { },
        "111": [ {"e": "yes","E": "no" } ],"A": { }}""",
        '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
    ),
    "unicode": (
        '{"Unnormalized Unicode":"A\\u030a"}',
        '{"Unnormalized Unicode":"A\u030a"}',
    ),
    "values": (
        """{"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
        "literals": [null, true, false]}""",
        '{"literals":[null,true,false],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ),
}


@pytest.mark.parametrize("name", VECTORS)
def test_the_vectors_of_rfc_8785_come_out(name: str) -> None:
    given, wanted = VECTORS[name]

    assert canonical(json.loads(given)) == wanted.encode()


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"numbers": [333333333.33333329, 1e30]}, id="values, with fractions"),
        pytest.param({"peach": "This sorting order", "p\u00e9ch\u00e9": "is wrong"}, id="french"),
        pytest.param({"\u20ac": "Euro Sign", "\r": "Carriage Return"}, id="weird"),
    ],
)
def test_what_a_record_does_not_need_of_rfc_8785_is_refused(given: Any) -> None:
    with pytest.raises(RecordError):
        canonical(given)
