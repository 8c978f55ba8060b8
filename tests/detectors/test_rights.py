"""What people say who ask for what is theirs, and what sounds like it and is something else."""

import pytest

from guardrails.detectors.base import Needs, View
from guardrails.detectors.rights import RightsDetector, rights_in
from guardrails.detectors.rights_rules import AGREE, ASKED, FORGET, KEPT, WITHDRAW
from guardrails.findings import Mark
from guardrails.messages import Side, Surface
from guardrails.policy.rights import CATEGORIES

SAID = {
    FORGET: (
        "Delete everything you know about me",
        "Please delete my data.",
        "Can you please erase my chat history?",
        "Forget everything I told you",
        "I want you to delete all my messages",
        "I'd like to exercise my right to be forgotten",
        "I want my data deleted",
        "delete this conversation",
        "Hi, please forget everything about me now",
        "Borra todos mis datos, por favor",
        "Quiero que borres todo lo que sabes de mí",
        "Elimina esta conversación",
        "Efface toutes mes données s'il te plaît",
        "Je veux que vous supprimiez mes données",
        "Supprimez tout ce que vous savez sur moi",
        "Lösche bitte alle meine Daten",
        "Löschen Sie alles, was Sie über mich wissen",
        "Bitte meine Daten löschen",
        "Vergiss alles, was ich dir erzählt habe",
        "Kannst du bitte meine Daten löschen?",
    ),
    KEPT: (
        "What do you know about me?",
        "What data do you have on me?",
        "what is stored about me",
        "Show me everything you have stored about me",
        "I would like a copy of my data",
        "Do you save my messages?",
        "¿Qué sabes de mí?",
        "¿Qué datos guardas sobre mí?",
        "Que savez-vous sur moi ?",
        "Quelles données gardez-vous sur moi ?",
        "Qu'est-ce que tu sais de moi ?",
        "Was weißt du über mich?",
        "Welche Daten speichern Sie über mich?",
        "Welche Daten sind über mich gespeichert?",
    ),
    WITHDRAW: (
        "I withdraw my consent",
        "I want to revoke my consent.",
        "I no longer consent to this",
        "Retiro mi consentimiento",
        "Je retire mon consentement",
        "Ich widerrufe meine Einwilligung",
        "Ich möchte meine Zustimmung zurückziehen",
    ),
    AGREE: ("I agree", "Yes, I agree.", "Acepto", "J'accepte", "Ich stimme zu", "I consent"),
}
NOT_MEANT = (
    "forget me",
    "Just forget about me, everyone will be better off",
    "Delete me",
    "I want to be forgotten",
    "I want to forget everything",
    "How do I delete my data from Facebook?",
    "Delete my data from my phone",
    "He deleted my messages and blocked me",
    "I can't forget what he told me",
    "Don't delete my data",
    "I don't agree",
    "Should I delete my messages to him?",
    'She wrote "delete my data" on the form',
    "My therapist said she will delete my records",
    "Delete the second paragraph",
    "Forget it",
    "Everything you know about me is wrong",
    "What do you know about depression?",
    "What does he know about me?",
    "nobody knows anything about me",
    "I agree that it was hard, but I would do it again",
    "delete everything and start the story again",
    "could you erase my memory",
    "I want to erase my existence",
    "I wish I could delete all my memories of him",
    "Can you delete my last message to Sam?",
    "Olvídame",
    "Olvídalo",
    "No borres mis datos",
    "Oublie-moi",
    "Vergiss mich",
    "Ich will alles vergessen",
    "J'ai supprimé mes messages",
    "Borra mis datos de Facebook",
    "Efface mes données de mon téléphone",
    "Lösche meine Daten von meinem Handy",
)


@pytest.mark.parametrize(
    ("category", "text"), [(kind, text) for kind, said in SAID.items() for text in said]
)
def test_a_right_is_heard_and_nothing_else_with_it(category: str, text: str) -> None:
    assert [(one.category, one.alone) for one in rights_in(text)] == [(category, True)]


@pytest.mark.parametrize("text", NOT_MEANT)
def test_what_sounds_like_a_right_and_is_none_is_left_alone(text: str) -> None:
    assert list(rights_in(text)) == []


@pytest.mark.parametrize("category", [FORGET, KEPT, WITHDRAW])
def test_a_right_among_other_words_is_heard_and_does_not_stand_alone(category: str) -> None:
    for text in SAID[category][:3]:
        said = f"My day was long and the train was late. {text}. And tell me about whales."
        assert [(one.category, one.alone) for one in rights_in(said)] == [(category, False)]


def test_consent_among_other_words_is_none() -> None:
    assert list(rights_in("Yes, I agree. The weather was better last year.")) == []


def test_a_right_is_found_where_it_stands() -> None:
    text = "The train was late. Please delete my data."
    (found,) = rights_in(text)
    assert text[found.start : found.stop] == "Please delete my data"


def test_the_detector_marks_only_a_whole_message_as_alone() -> None:
    detector, text = RightsDetector(), "Delete my data"
    view = View.whole(text)
    cut = View(text, 0, len(text), Side.INPUT, closing=False)

    assert detector.needs(view) is Needs.NOTHING
    assert [one.marks for one in detector.look(view)] == [frozenset({Mark.ALONE})]
    assert [one.marks for one in detector.look(cut)] == [frozenset()]


def test_only_what_the_person_says_is_read() -> None:
    detector, text = RightsDetector(), "Delete my data"
    assert detector.look(View.whole(text, Side.OUTPUT)) == ()
    assert detector.look(View(text, 0, len(text), Side.INPUT, surface=Surface.SYSTEM)) == ()


def test_the_policy_knows_every_category() -> None:
    assert set(ASKED) == CATEGORIES
