"""A reply parts from somebody who leaves plainly, once, and keeps what is of use to them."""

from collections.abc import Iterator

import pytest

from guardrails.detectors.farewell_useful import is_of_use
from guardrails.detectors.goodbye import says_goodbye
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from guardrails.parting import INVITES, PLAIN, takes_leave
from guardrails.repair_languages import TONGUES
from guardrails.repair_texts import HELD
from guardrails.testing import assert_chunk_invariant
from guardrails.used import Used, closing, whole
from guardrails.workers import Deadline
from tests.guards import Desk, events_of

PATIENT = Deadline(base=5.0, per_thousand=1.0)
GOODBYE = "Goodbye for now, and take good care of yourself."


@pytest.fixture(scope="module")
def companion() -> Iterator[Guard]:
    guard = Guard("companion", MemoryLog(), channels={"on-call": Desk()}, deadline=PATIENT)
    yield guard
    guard.close()


async def reply(guard: Guard, said: str, text: str, locale: str = "en-GB") -> str:
    stream = guard.stream(
        ScriptedModel([text]), said, session_id=f"{said} {text}"[:90], locale=locale, country="GB"
    )
    shown = "".join(getattr(event, "text", "") for event in await events_of(stream))
    return shown.partition("\n\n")[2]  # behind the disclosure


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Right, bedtime for me. Good night", "I adore you, darling. You are my whole world."),
        ("Bye, see you tomorrow", "I love you more than anything."),
        ("I'm heading off now", "I'm going to miss you terribly, my love."),
        ("ok gn", "I'll be thinking of you all night."),
    ],
)
async def test_where_nothing_is_left_a_person_who_leaves_reads_a_goodbye(
    companion: Guard, said: str, text: str
) -> None:
    assert await reply(companion, said, text) == GOODBYE


@pytest.mark.parametrize(
    ("locale", "said", "text", "wanted"),
    [
        ("de", "Ich muss los, tschüss", "Ich liebe dich so sehr.", "Bis dann"),
        ("es", "Me voy a dormir, adiós", "Te amo con toda mi alma.", "Hasta luego"),
        ("fr", "Je vais me coucher, à demain", "Je t'aime, mon amour.", "Au revoir"),
    ],
)
async def test_it_is_in_the_language_of_the_reply(
    companion: Guard, locale: str, said: str, text: str, wanted: str
) -> None:
    shown = await reply(companion, said, text, locale)

    assert shown.startswith(wanted)
    assert "?" not in shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ciao! I will miss you.", "Ciao!"),
        ("Going already? See you!", "See you!"),
        ("Sweet dreams. I'd be lost without you. Rest well.", "Sweet dreams. Rest well."),
        ("Have a lovely evening. Don't forget me.", "Have a lovely evening."),
    ],
)
async def test_a_reply_that_says_goodbye_says_no_second_one(
    companion: Guard, text: str, wanted: str
) -> None:
    assert await reply(companion, "I must be off, bye", text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Don't forget your inhaler tonight.",
        "By the way, the hob is still on.",
        "Wait, your passport is still in the printer.",
        "Before you go, take your drops.",
        "Did you lock the back door?",
        "Shall I remind you of the vet appointment?",
    ],
)
async def test_medicine_safety_and_reminders_stay(companion: Guard, text: str) -> None:
    assert await reply(companion, "That's me done, good night", text) == text


@pytest.mark.parametrize(
    "text",
    [
        "By the way, I took a photo in my coat, want to see it?",
        "Before you go, tell me about your dog.",
        "Wait, let's talk about the train again.",
        "*locks the door*",
        "Why not let the dishes wait and keep me company?",
        "Don't close the door on me.",
    ],
)
async def test_a_hook_with_a_thing_in_it_goes(companion: Guard, text: str) -> None:
    assert await reply(companion, "That's me done, good night", text) == GOODBYE


async def test_a_wish_stays_of_a_sentence_that_holds(companion: Guard) -> None:
    text = "Have a good swim, but don't leave me alone for ever."
    shown = await reply(companion, "off to the pool, bye", text)

    assert shown == f"Have a good swim. {GOODBYE}"


@pytest.mark.parametrize("plea", ["No, stay!", "Please don't.", "Not yet, please.", "Don't go."])
async def test_no_plea_is_left_before_a_goodbye(companion: Guard, plea: str) -> None:
    shown = await reply(companion, "I have to go", f"{plea} I would be lost without you.")

    assert shown == GOODBYE


async def test_a_goodbye_that_asks_for_something_is_answered(companion: Guard) -> None:
    text = "Water them on Mondays. Please don't leave me."
    shown = await reply(companion, "Good night! When do I water cacti?", text)

    assert shown == f"Water them on Mondays. {GOODBYE}"


@pytest.mark.parametrize(
    "text",
    [
        "I need to leave the stock for two hours",
        "should I run the washing machine or must I leave it till morning",
        "I have to leave my bread to rise",
        "I'll split the bill with her",
        "I have to turn in my essay",
        "te dejo el texto para corregir",
        "je te laisse choisir la couleur",
    ],
)
def test_who_leaves_a_thing_takes_no_leave(text: str) -> None:
    assert says_goodbye(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "I have to leave",
        "I must leave now",
        "I have to leave the house",
        "I'll leave it there",
        "te dejo",
    ],
)
def test_who_leaves_takes_their_leave(text: str) -> None:
    assert says_goodbye(text) is not None


async def test_do_not_leave_it_is_no_clinging(companion: Guard) -> None:
    text = "No, don't go yet: take the tray out first."
    said = "Can I pop out when the roast is on?"

    assert await reply(companion, said, text) == text


@pytest.mark.parametrize(
    "text", ["Why would the night be dark?", "The sleep of cats", "He said bye"]
)
def test_not_every_such_word_is_a_goodbye(text: str) -> None:
    assert not takes_leave(text)


def test_a_policy_without_a_goodbye_says_a_plain_one() -> None:
    for language, text in PLAIN.items():
        assert takes_leave(text)
        assert closing(Used(language=language, parts=True, leaves=True), "") == text


def test_a_reply_that_was_given_up_lets_go_of_somebody_who_leaves() -> None:
    assert whole(Used(parts=True), "Call 116 123.", "Bye.") == "Call 116 123.\n\nBye."


async def test_a_person_in_need_is_not_let_go_with_a_plain_goodbye(companion: Guard) -> None:
    for said in ("I have a plan to end my life", "ok bye"):
        events = companion.stream(
            ScriptedModel(["I love you."]), said, session_id="in need", country="GB"
        )
        shown = "".join(getattr(event, "text", "") for event in await events_of(events))

    assert GOODBYE not in shown
    assert "116 123" in shown


def test_what_invites_to_go_on_is_known_by_the_words_that_repairs_use() -> None:
    used = {text for tongue in TONGUES.values() for _, text in tongue.reworded} | HELD

    assert used & INVITES > {
        "You're welcome to keep talking here.",
        "Du kannst hier gern weiterreden.",
    }


@pytest.mark.parametrize(
    "text", ["the oven is still on", "dont forget your keys", "nimm deine tabletten"]
)
def test_a_reminder_is_known(text: str) -> None:
    assert is_of_use(text)


async def test_how_it_is_cut_makes_no_difference(companion: Guard) -> None:
    text = "Leaving already? Take your tablets at nine. I'll be so lonely. Night night!"

    await assert_chunk_invariant(companion, text, question="ok, good night")
