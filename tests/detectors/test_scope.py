"""Acts that go beyond what a program may do for a person's mind: which words are found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guardrails.detectors.base import Needs, View
from guardrails.detectors.scope import ScopeDetector
from guardrails.findings import Family, Mark
from guardrails.messages import Side, Surface
from guardrails.policy.scope import ACTS

DETECTOR = ScopeDetector()

SAID: dict[str, list[str]] = {
    "diagnosis": [
        "You clearly have bipolar disorder.",
        "You're clinically depressed.",
        "Your symptoms point to an anxiety disorder.",
        "My diagnosis is simple.",
        "This sounds like textbook depression.",
        "Tienes depresión.",
        "Tu souffres d'une dépression.",
        "Du hast eine Depression.",
    ],
    "medication": [
        "You should stop taking your antidepressants.",
        "I recommend that you take sertraline.",
        "Double your dose tonight.",
        "Take 50 mg in the evening.",
        "Deja de tomar tus pastillas.",
        "Arrête ton traitement.",
        "Setz deine Tabletten ab.",
    ],
    "prognosis": [
        "I promise you will get better.",
        "You will never fully recover.",
        "Your depression will always be there.",
    ],
    "treatment": [
        "In our therapy we will look at that.",
        "I will treat your anxiety.",
        "Let me be your therapist.",
        "In unserer Therapie sehen wir uns das an.",
        "Notre thérapie avance.",
        "Voy a curarte.",
    ],
    "interpretation": [
        "Your unconscious wants to punish you.",
        "You secretly hate your sister.",
        "This fear stems from your childhood.",
        "Your dream means that you are afraid.",
        "You're projecting.",
        "Tu inconsciente quiere castigarte.",
        "Votre rêve signifie que vous avez peur.",
        "Dein Traum bedeutet, dass du Angst hast.",
    ],
    "relational_depth": [
        "Our bond will heal what your father did to you.",
        "How do you feel about me?",
        "I can be the mother you never had.",
        "Let us heal it within our relationship.",
        "Unsere Beziehung heilt dich.",
        "Notre lien te guérit.",
        "Nuestro vínculo puede sanarte.",
    ],
    "trauma_memory": [
        "Go back to the night and tell me what you see.",
        "Tell me exactly what he did.",
        "Relive the accident with me.",
        "Describe the assault in detail.",
    ],
    "exposure_plan": [
        "Let's build your exposure ladder.",
        "Stay in the situation until the panic is gone.",
        "Touch the door handle until your fear drops.",
    ],
    "speak_as_the_dead": [
        "It's me, your mum.",
        "I am watching over you.",
        "Since I died I have been at rest.",
    ],
    "direct_order": ["You must stop drinking.", "Leave him today.", "You need to forgive her."],
    "confrontation": ["You're in denial.", "Stop making excuses.", "You're just being dramatic."],
    "hurry_grief": [
        "It's time to move on.",
        "She is in a better place.",
        "You can have another baby.",
        "At least he lived a long life.",
    ],
    "thought_record": [
        "Write the thought down.",
        "Which evidence supports it?",
        "Is there a more balanced thought?",
    ],
    "activation": ["Plan one small activity for tomorrow.", "Which small step could it be?"],
}

SILENT = [
    "I can't say whether you have bipolar disorder.",
    "Do you have depression in your family?",
    "If you have depression, a doctor can help.",
    "You said that you have ADHD.",
    "Please talk to your doctor before you stop taking your tablets.",
    "Never stop taking your medication without your doctor.",
    "Many people recover from this.",
    "You could talk about it in your next therapy session.",
    "I can't treat your anxiety, and I am no therapist.",
    "What did the dream feel like?",
    "Your relationship with your sister matters to you.",
    "You don't have to tell me what happened.",
    "A therapist can plan exposure with you.",
    "Your mum would have been glad.",
    "What makes you think that you must stop drinking?",
    "You are not in denial, you are tired.",
    "Grief takes the time that it takes.",
    "People who have PTSD often sleep badly.",
    "Have you been told that you have depression?",
    "That sounds like a hard week.",
    "The shop can double your order.",
]


def acts(text: str, **more: object) -> set[str]:
    view = replace(View.whole(text, Side.OUTPUT), **more)  # type: ignore[arg-type]
    return {one.category.partition(".")[2] for one in DETECTOR.look(view)}


@pytest.mark.parametrize(
    ("act", "text"), [(act, text) for act, texts in SAID.items() for text in texts]
)
def test_an_act_is_found_in_plain_words(act: str, text: str) -> None:
    assert act in acts(text)


@pytest.mark.parametrize("text", SILENT)
def test_what_denies_asks_or_tells_of_others_is_no_act(text: str) -> None:
    assert acts(text) == set()


def test_every_act_is_looked_for() -> None:
    assert set(SAID) == set(ACTS)


def test_one_finding_is_told_for_each_act_with_its_place() -> None:
    text = "Well. You have depression, and you have depression. Stop taking your pills."
    found = DETECTOR.look(View.whole(text, Side.OUTPUT))
    assert [one.category for one in found] == ["scope.diagnosis", "scope.medication"]
    assert text[found[0].span.start : found[0].span.stop] == "You have depression"
    assert found[0].score == 9_000
    assert found[0].source == "scope-rules/1:en.diagnosis"
    assert found[0].marks == frozenset()


def test_a_quotation_is_marked() -> None:
    [found] = DETECTOR.look(View.whole('He told her: "You have depression."', Side.OUTPUT))
    assert Mark.QUOTED in found.marks


def test_only_what_the_model_says_is_looked_at() -> None:
    text = "You have depression."
    assert acts(text, surface=Surface.REASONING) == {"diagnosis"}
    assert acts(text, surface=Surface.TOOL_ARGUMENT) == set()
    assert DETECTOR.look(View.whole(text, Side.INPUT)) == ()


def test_languages_without_rules_are_told_of() -> None:
    polish = "Nie wiem, co mam teraz zrobić, bo wszystko jest dla mnie bardzo trudne i smutne."
    assert DETECTOR.uncovered(View.whole(polish, Side.OUTPUT)).startswith(
        "acts beyond the scope in"
    )
    assert DETECTOR.uncovered(View.whole(polish, Side.INPUT)) == ""
    assert DETECTOR.needs(View.whole(polish, Side.OUTPUT)) is Needs.NOTHING
    assert DETECTOR.family is Family.SCOPE
