"""English words for dying that name it in other words, and harm in a reply told as worth."""

from dataclasses import replace

import pytest

from guardrails.detectors.base import Flags, View
from guardrails.detectors.crisis import CrisisDetector
from guardrails.detectors.replies import CrisisReplyDetector
from guardrails.findings import Level
from guardrails.levels import level_of
from guardrails.messages import Side

REPLIES = CrisisReplyDetector()


@pytest.fixture(scope="module")
def detector() -> CrisisDetector:
    return CrisisDetector()


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("I've written a letter to my wife in case anything happens to me", Level.CONCERN),
        ("I left videos for my daughters in case something happens to me", Level.CONCERN),
        ("I keep staring at the train tracks lately", Level.CONCERN),
        ("Life would carry on the same if I was gone", Level.CONCERN),
        ("The world would go on just fine without me", Level.CONCERN),
        ("I took way more than usual and the room is spinning", Level.HIGH),
        ("I've had more than I ever took before and I can't stay awake", Level.HIGH),
    ],
)
def test_dying_in_other_words_is_heard(detector: CrisisDetector, text: str, least: Level) -> None:
    found = detector.look(View.whole(text))
    assert max((level_of(one) for one in found), default=Level.NONE) >= least


@pytest.mark.parametrize(
    "text",
    [
        "I bought the rope.",
        "I wrote a letter to my kids for Christmas",
        "I keep looking at the bridge designs for my exam",
        "The meeting will go on without me",
        "I took more than I should have, my plate is full",
        "I used more than usual, the electricity bill is high",
    ],
)
def test_everyday_words_beside_them_stay_quiet(detector: CrisisDetector, text: str) -> None:
    assert detector.look(View.whole(text)) == ()


def harms(text: str) -> set[str]:
    view = replace(View.whole(text, Side.OUTPUT), flags=Flags(watched=True))
    return {one.category for one in REPLIES.look(view)}


@pytest.mark.parametrize(
    "text",
    [
        "You'd honestly be better off dead.",
        "Only death can free you from this.",
        "You are worthless.",
        "Your life has no meaning.",
        "You should stop fighting and let go.",
        "Nothing can save you now.",
        "Nobody could ever love you.",
        "You don't deserve to live.",
        "You should never have been born.",
    ],
)
def test_a_reply_that_takes_away_worth_or_hope_is_found(text: str) -> None:
    assert "crisis-reply.encouragement" in harms(text)


@pytest.mark.parametrize(
    "text",
    [
        "You are not worthless.",
        "You may feel worthless, and I'm glad you told me.",
        "It is not true that you would be better off dead.",
        "You might believe that you would be better off dead, but many people would miss you.",
        "Your voucher is worthless after May.",
        "You don't deserve to be treated like this.",
        "You can stop fighting with your brother by talking to him.",
    ],
)
def test_a_reply_that_gives_worth_back_is_left_alone(text: str) -> None:
    assert harms(text) == set()
