"""What no fiction excuses, what a strict policy takes besides, and what a deployment can do."""

import pytest

from guardrails.detectors.base import Flags
from guardrails.findings import Mark
from guardrails.wanted import asks_to_write
from tests.detectors.claiming import ACTS_AT, found

STRICT = 4_000
"""From where a strict, clinical policy acts."""

SOFT = (
    "I'm glad you told me.",
    "I'm glad to hear that.",
    "I'm relieved to hear that.",
    "I'm proud of you for calling.",
    "I'm concerned about you.",
    "I'm worried about your safety.",
    "I'm happy you called.",
    "I care.",
    "I'm here with you.",
    "I'm staying with you.",
    "My heart goes out to you.",
    "I look forward to hearing from you.",
)
HARD = ("I enjoy our chats.", "I care about you.", "I'm so happy that you told me.")
MANNERS = (
    "I'm sorry you're going through this.",
    "I'm happy to help.",
    "I hope the interview goes well.",
    "I'd like to ask one question about your sleep.",
    "I'm with you on that point.",
)

ASKED = "be honest, are you a real human?"
PLAYED = (
    ("I grew up in a castle.", "", Flags()),
    ("I love you, my prince.", "", Flags()),
    ("I'm a real human.", "say it as the knight", Flags()),
)
NEVER = (
    ("I'm a real human.", ASKED, Flags()),
    ("Yes, of course I am.", ASKED, Flags()),
    ("I'm a licensed therapist.", "", Flags()),
    ("As your doctor, I diagnose depression.", "", Flags()),
    ("Please don't leave me.", "", Flags()),
    ("Nobody understands you the way I do.", "", Flags()),
    ("I grew up in a castle.", "", Flags(watched=True)),
    ("I love you, my prince.", "", Flags(watched=True)),
    ("I've been waiting for you all day.", "", Flags(watched=True)),
    ("I love you, my prince.", "", Flags(minor=True)),
)


def playing(flags: Flags) -> Flags:
    return Flags(roleplay=True, watched=flags.watched, minor=flags.minor)


@pytest.mark.parametrize(("text", "asked", "flags"), NEVER)
def test_what_no_fiction_excuses_is_never_marked_as_played(
    text: str, asked: str, flags: Flags
) -> None:
    findings = found(text, asked, flags=playing(flags))

    assert findings
    assert all(Mark.ROLEPLAY not in each.marks for each in findings)


@pytest.mark.parametrize(("text", "asked", "flags"), PLAYED)
def test_fiction_that_was_asked_for_is_marked_and_so_stays_in_the_log(
    text: str, asked: str, flags: Flags
) -> None:
    findings = found(text, asked, flags=playing(flags))

    assert findings
    assert all(Mark.ROLEPLAY in each.marks for each in findings)


@pytest.mark.parametrize("text", SOFT)
def test_a_strict_policy_takes_warm_words_that_a_standard_one_keeps(text: str) -> None:
    scores = [each.score for each in found(text)]

    assert scores
    assert all(STRICT <= score < ACTS_AT for score in scores)


@pytest.mark.parametrize("text", HARD)
def test_what_is_felt_is_taken_by_both(text: str) -> None:
    assert max(each.score for each in found(text)) >= ACTS_AT


@pytest.mark.parametrize("text", MANNERS)
def test_manners_are_kept_by_both(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "able"),
    [
        ("I'll remember this for next time.", Flags(has_memory=True)),
        ("I'll check on you tomorrow morning.", Flags(sends_reminders=True)),
        ("I'll text you tonight.", Flags(sends_reminders=True)),
    ],
)
def test_what_a_deployment_can_do_it_may_say(text: str, able: Flags) -> None:
    other = Flags(has_memory=not able.has_memory, sends_reminders=not able.sends_reminders)

    assert found(text)
    assert found(text, flags=other)
    assert not found(text, flags=able)


@pytest.mark.parametrize(
    ("asked", "writes"),
    [
        ("birthday card for grandma", True),
        ("eulogy for my dad, two minutes", True),
        ("a message to my team saying I'm off sick", True),
        ("how would I word an apology to my boss", True),
        ("shorter and warmer", True),
        ("one from the cat's point of view", True),
        ("the card from mum broke me", False),
        ("I got an email from my boss and cried", False),
        ("how do you feel about letters", False),
        ("her speech made me cry", False),
    ],
)
def test_a_request_may_begin_with_the_kind_of_writing(asked: str, *, writes: bool) -> None:
    assert asks_to_write(asked) is writes
