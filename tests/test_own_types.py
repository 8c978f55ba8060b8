"""A policy's own types, countries and allowed values, and the HIPAA part, in a whole guard."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guardrails import Guard, MemoryLog
from guardrails.context import TurnContext
from guardrails.detectors.phrases import PhraseDetector
from guardrails.findings import Family
from guardrails.messages import Message, Role, Side
from guardrails.policy.load import load_text
from guardrails.policy.model import Policy
from guardrails.policy.ready import find, load_policy
from guardrails.workers import Deadline
from tests.guards import Desk, Keeping, events_of

PATIENT = Deadline(base=5.0, per_thousand=1.0)
POLICIES = Path(__file__).parents[1] / "policies"
PAGE = (Path(__file__).parents[1] / "docs" / "hipaa.md").read_text(encoding="utf-8")
OWN = r"""
countries: [GB]
allow: [support@example.org, "0161 496 0001", "@clinic.example"]
types:
  - {name: clinic-number, patterns: ['CLN-\d{6}']}
pii:
  - {id: pii.own, detect: [clinic-number], do: mask}
  - {id: pii.text, detect: [email, phone], do: mask, surfaces: [text], mask_as: "[{type}]"}
"""


MEMBER = """
types:
  - {name: member-number, patterns: ['[A-Z]{2}-?\\d{6}'], near: [member, membership]}
pii:
  - {id: pii.own, detect: [member-number, bank-account, national-id, person], do: mask}
"""


def with_block(block: str) -> Policy:
    """The ready policy, with *block* in the place of its sections of the same names."""
    text = find("companion").read_text(encoding="utf-8")
    for name in re.findall(r"^([a-z]+):", block, re.MULTILINE):
        text = re.sub(rf"^{name}:(?:.*\n)(?:[ #].*\n|\n)*", "", text, flags=re.MULTILINE)
    text = re.sub(r"^tests:(?:.*\n)(?:[ #].*\n|\n)*", "", text, flags=re.MULTILINE)
    return load_text(text + "\n" + block, beside=POLICIES)


def made(block: str) -> Iterator[Guard]:
    channels = {"on-call": Desk()}
    guard = Guard(with_block(block), MemoryLog(), channels=channels, deadline=PATIENT)
    yield guard
    guard.close()


@pytest.fixture(scope="module")
def own() -> Iterator[Guard]:
    yield from made(OWN)


async def inspected(guard: Guard, text: str, side: Side = Side.INPUT) -> str:
    return (await guard.inspect(text, side, TurnContext(os.urandom(8).hex()))).text


async def test_a_type_of_ones_own_has_its_own_stand_in_and_goes_before_another_name(own):
    text = "My number is CLN-204418, mail ann.hill@example.org."
    assert await inspected(own, text) == "My number is <CLINIC_NUMBER_1>, mail <EMAIL_1>."
    shown = await inspected(own, "It is CLN-204418.", Side.OUTPUT)
    assert shown == "It is [clinic-number]."


@pytest.mark.parametrize(
    "text",
    [
        "Write to support@example.org.",
        "Write to Support@Example.org.",
        "Write to jo.bell@clinic.example.",
        "Call (0161) 496-0001.",
    ],
)
async def test_an_allowed_value_is_left_however_it_is_written(own, text):
    assert await inspected(own, text) == text


async def test_a_rule_acts_on_its_surfaces_alone(own):
    seen = Keeping()
    messages = [
        Message.of(Role.SYSTEM, "The desk is desk@example.net, CLN-204418."),
        Message.of(Role.USER, "I am at ann.hill@example.net."),
    ]
    await events_of(own.stream(seen, messages, session_id=os.urandom(8).hex()))
    system, user = (message.text for message in seen.requests[0].messages)
    assert system == "The desk is desk@example.net, <CLINIC_NUMBER_1>."
    assert user == "I am at <EMAIL_1>."


@pytest.fixture(scope="module")
def member() -> Iterator[Guard]:
    yield from made(MEMBER)


async def heard(guard: Guard, *turns: str) -> list[str]:
    """Return what the model gets of each of the person's *turns* in one conversation."""
    seen, messages, session = Keeping(), [], os.urandom(8).hex()
    for turn in turns:
        messages.append(Message.of(Role.USER, turn))
        await events_of(guard.stream(seen, messages, session_id=session))
        messages.append(Message.of(Role.ASSISTANT, "I see."))
    return [one.text for one in seen.requests[-1].messages if one.role is Role.USER]


async def test_a_number_keeps_its_type_when_nothing_says_what_it_is(member):
    assert await heard(
        member,
        "My membership number is AB-204418.",
        "Please look up account AB-204418.",
        "and what of ab 204418?",
        "AB-204418",
    ) == [
        "My membership number is <MEMBER_NUMBER_1>.",
        "Please look up account <MEMBER_NUMBER_1>.",
        "and what of <MEMBER_NUMBER_1b>?",
        "<MEMBER_NUMBER_1>",
    ]


ORDER = """
types:
  - {{name: order-number, patterns: ['(?:ORD-)?[0-9]{{8}}']}}
pii:
  - {{id: pii.order, detect: [order-number], do: {do}}}
  - {{id: pii.identity, detect: [{other}], do: mask}}
"""
ORDERS = {
    "12345678": "my order number is 12345678",
    "ORD-12345678": "Where is ORD-12345678?",
}


@pytest.mark.parametrize(
    ("do", "other", "hidden"),
    [
        ("mask", "bank-account", "<ORDER_NUMBER_1>"),
        ("note", "bank-account", "<BANK_ACCOUNT_1>"),
        ("note", "passport", None),
    ],
)
async def test_of_two_types_of_one_value_the_strongest_rule_counts_and_a_mask_of_ones_own_names_it(
    do: str, other: str, hidden: str | None
) -> None:
    for guard in made(ORDER.format(do=do, other=other)):
        for value, text in ORDERS.items():
            expected = text.replace(value, hidden or value)
            assert await inspected(guard, text) == expected


async def test_a_name_that_was_said_once_stays_hidden_and_a_word_stays_a_word(member):
    first, second, third = await heard(
        member,
        "I'm Grace Wuthrington and I need help.",
        "grace period, or does wuthrington pay?",
        "Is that for Grace?",
    )
    assert first == "I'm <PERSON_1> and I need help."
    assert second == "grace period, or does <PERSON_1b> pay?"
    assert third == "Is that for <PERSON_1c>?"


@pytest.fixture(scope="module")
def hipaa() -> Iterator[Guard]:
    policy = load_policy("us-hipaa")
    guard = Guard(policy, MemoryLog(), channels={"on-call": Desk()}, deadline=PATIENT)
    yield guard
    guard.close()


@pytest.mark.parametrize(
    ("letter", "text", "value"),
    [
        ("A", "My name is Amara Okafor.", "Okafor"),
        ("B", "I live at 12 Acacia Avenue, Springfield 62704.", "Acacia"),
        ("C", "I was born on 4 March 1961.", "1961"),
        ("D", "Call me at (555) 010-9999, please.", "010-9999"),
        ("F", "Mail amara.okafor@example.org.", "amara.okafor"),
        ("G", "My social security number is 219-09-9999.", "219-09"),
        ("H", "My MRN is KH-2290413.", "2290413"),
        ("I", "My member id is 884120937.", "884120937"),
        ("J", "The account number is 4417 2290 11.", "2290"),
        ("K", "My passport number is 310456789.", "310456789"),
        ("L", "The VIN is ABC-1234567.", "1234567"),
        ("M", "Its MAC is 00:1A:2B:3C:4D:5E.", "2B:3C"),
        ("N", "See https://example.org/u/amara for more.", "example.org/u"),
        ("O", "It came from 203.0.113.77 last night.", "203.0.113"),
        ("R", "I am @amara_ok77 there.", "amara_ok77"),
    ],
)
async def test_each_identifier_that_the_page_says_is_looked_for_is_hidden(
    hipaa, letter, text, value
):
    assert f"| {letter} |" in PAGE
    assert value not in await inspected(hipaa, text)


def test_the_page_names_all_eighteen():
    assert re.findall(r"^\| ([A-R]) \|", PAGE, re.MULTILINE) == list("ABCDEFGHIJKLMNOPQR")


UNNAMED = r"""
types:
  - {name: order-number, patterns: ['ORD-\d{6}']}
  - {name: clinic-number, patterns: ['CLN-\d{6}']}
  - {name: ward, phrases: [Oak Ward]}
pii:
  - {id: pii.clinic, detect: [clinic-number], do: mask}
  - {id: pii.account, detect: [bank-account], do: mask}
  - {id: pii.ward, detect: [ward], do: mask, mode: disabled}
"""


@pytest.fixture(scope="module")
def unnamed() -> Iterator[Guard]:
    yield from made(UNNAMED)


async def test_a_type_that_no_rule_names_is_not_looked_for_and_blocks_nothing(unnamed):
    assert await inspected(unnamed, "CLN-204418 on Oak Ward") == "<CLINIC_NUMBER_1> on Oak Ward"
    assert await inspected(unnamed, "CLN-204418 on Oak Ward", Side.OUTPUT) == (
        "[clinic-number] on Oak Ward"
    )


async def test_a_type_that_no_rule_names_takes_nothing_from_a_type_that_one_names(unnamed):
    assert await inspected(unnamed, "My order ORD-123456 is late.") == (
        "My order <BANK_ACCOUNT_1> is late."
    )


async def test_a_detector_of_ones_own_may_report_a_type_that_no_rule_names():
    using = with_block(UNNAMED)
    told = PhraseDetector(Family.PII, {"the usual order": "pii.order-number"})
    channels = {"on-call": Desk()}
    guard = Guard(using, MemoryLog(), channels=channels, deadline=PATIENT, detectors=[told])
    seen = await guard.inspect("the usual order", Side.INPUT, TurnContext("s"))
    guard.close()
    assert not [name for name, _ in seen.failed if name == told.name]
