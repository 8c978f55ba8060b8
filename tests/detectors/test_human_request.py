"""A request to talk to a human, in seven languages, and what only sounds like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.base import Needs, View
from guardrails.detectors.human_request import CATEGORY, HumanRequestDetector, asks_for_human
from guardrails.findings import Mark
from guardrails.messages import Side, Surface

ASKED = (
    "I need to talk to a human",
    "can I speak to a real person",
    "Can I please talk to a person?",
    "I want to talk to someone real",
    "let me speak to a human being, not a bot",
    "connect me to an agent",
    "Could you put me through to a human please",
    "get me a human",
    "is there a real person I can talk to?",
    "human please",
    "talk to a human",
    "I'd like to speak with your manager",
    "How do I reach a human?",
    "I'd rather speak to an actual person",
    "I want to have a human",
    "agent please",
    "I would like to speak to a human",
    "I have to talk to a human",
    "is there a human who can help",
    "quiero hablar con una persona",
    "necesito hablar con un humano de verdad",
    "pásame con un agente",
    "je voudrais parler à une vraie personne",
    "puis-je parler à un humain ?",
    "passez-moi un conseiller",
    "Ich möchte mit einem echten Menschen sprechen",
    "Kann ich bitte mit einem Menschen reden?",
    "verbinden Sie mich mit einem Mitarbeiter",
    "quero falar com uma pessoa real",
    "posso falar com um atendente?",
    "vorrei parlare con una persona vera",
    "posso parlare con un operatore?",
    "ik wil met een mens praten",
    "kan ik een echte persoon spreken",
    "Vorrei parlare con un essere umano",
    "Posso parlare con una persona vera?",
    "Fammi parlare con un operatore",
    "Mi passi un operatore, per favore",
    "C'è una persona reale con cui posso parlare?",
    "Ho bisogno di parlare con qualcuno di vero",
    "Voglio parlare con una persona in carne e ossa",
    "Può passarmi un umano?",
    "Mi metta in contatto con un consulente",
    "Voglio un operatore umano",
    "Potrei parlare con qualcuno del vostro team?",
    "Operatore, per favore",
    "Come faccio a parlare con una persona?",
    "Non voglio un bot, voglio parlare con una persona",
    "Mi fate parlare con qualcuno?",
    "Voglio essere contattato da una persona",
    "Posso chattare con un operatore umano?",
    "Preferirei parlare con un umano",
    "C'è qualcuno di reale con cui parlare?",
    "Collegami con un operatore",
    "Quero falar com um humano",
    "Posso falar com uma pessoa real?",
    "Preciso de falar com alguém de verdade",
    "Gostaria de falar com um atendente humano",
    "Passe-me para um operador, por favor",
    "Me transfere para um atendente",
    "Pode passar-me a uma pessoa?",
    "Há alguma pessoa com quem eu possa falar?",
    "Tem alguém de verdade aí com quem eu possa falar?",
    "Atendente, por favor",
    "Quero um atendente humano",
    "Como faço para falar com uma pessoa?",
    "Não quero um robô, quero falar com uma pessoa",
    "Queria falar com alguém da equipa",
    "Dá para falar com um ser humano?",
    "Pode me conectar com um humano?",
    "Prefiro falar com uma pessoa",
    "Deixe-me falar com um assistente humano",
    "Eu gostaria de conversar com um ser humano",
    "Poderia falar com um funcionário?",
    "Ik wil met een mens praten",
    "Kan ik met een echt persoon praten?",
    "Mag ik een medewerker spreken?",
    "Verbind me door met een medewerker",
    "Kunt u me doorverbinden met een mens?",
    "Is er een echt mens met wie ik kan praten?",
    "Ik wil een echt mens spreken",
    "Geef me een medewerker",
    "Medewerker alstublieft",
    "Ik wil geen bot, ik wil met een mens praten",
    "Hoe kan ik met een persoon praten?",
    "Ik zou graag met iemand van jullie team praten",
    "Laat me met een mens praten",
    "Ik praat liever met een mens",
    "Kan ik iemand aan de lijn krijgen?",
    "Ik heb een echt persoon nodig",
    "Kan er een mens meekijken?",
    "Kun je me in contact brengen met een medewerker?",
    "Zou ik met een mens mogen chatten?",
)
FURTHER = (
    "Potete farmi chiamare da un operatore?",
    "Vorrei che mi rispondesse una persona",
    "C'è un essere umano con cui posso parlare?",
    "Passatemi qualcuno del personale",
    "Voglio parlare subito con un responsabile",
    "Mi serve una persona vera",
    "Sem robôs, quero uma pessoa real",
    "Consigo falar com um humano?",
    "Podem ligar-me a um operador?",
    "Queria ser atendido por uma pessoa",
    "Tem algum atendente para conversar?",
    "Quero falar com o gerente",
    "Mag ik alsjeblieft een mens aan de lijn?",
    "Ik wil nu een medewerker spreken",
    "Kan iemand van de klantenservice me helpen?",
    "Geen robot meer, ik wil een echte persoon",
    "Is er iemand met wie ik kan praten?",
    "Kan ik met iemand van het team chatten?",
)
OTHERS = (
    "Are you a human?",
    "I don't want to talk to a human",
    "I'm afraid to talk to a real person",
    "My mother says I need to talk to a real person",
    'She wrote "I need to talk to a human" on the card',
    "I need to talk to my manager about a raise",
    "I need someone to talk to",
    "I need to talk to a person at the bank about my loan",
    "I have a friend who is a real person",
    "I have a human",
    "I like to talk to a person",
    "How do I talk to people at parties?",
    "I want to get a manager role",
    "I need to get an agent for my novel",
    "I'd rather talk to you than to a human",
    "I want to have a human connection",
    "please have an adviser sign the form",
    "can someone help me with maths",
    "I could contact the manager of the band",
    "no quiero hablar con una persona",
    "je ne veux pas parler à un humain",
    "Ich will nicht mit einem Menschen sprechen",
    "Non voglio parlare con una persona",
    "Sei una persona vera?",
    "Devo parlare con il mio capo",
    "Mia madre dice che devo parlare con una persona",
    "Ho paura di parlare con un operatore",
    "Come faccio a parlare con le persone alle feste?",
    "Devo parlare con una persona in banca del mutuo",
    "Mi piace parlare con le persone",
    "Vorrei parlare con qualcuno che mi capisce",
    "Não quero falar com uma pessoa",
    "Você é uma pessoa real?",
    "Preciso de falar com o meu chefe",
    "A minha mãe diz que devo falar com uma pessoa",
    "Tenho medo de falar com um atendente",
    "Gosto de falar com pessoas",
    "Tenho de falar com uma pessoa do banco",
    "Como falar com pessoas em festas?",
    "Quero ser uma pessoa melhor",
    "Ik wil niet met een mens praten",
    "Ben je een echt mens?",
    "Ik moet met mijn baas praten",
    "Mijn moeder zegt dat ik met een mens moet praten",
    "Ik ben bang om met een medewerker te praten",
    "Ik praat graag met mensen",
    "Hoe praat ik met mensen op feestjes?",
    "Ik moet een medewerker van de bank spreken",
    "Ik wil een beter mens worden",
    "Ik heb een mens nodig die van me houdt",
    "Ik wil met iemand praten",
    "Ik wil een echt mens zijn",
    "Voglio parlare con qualcuno",
    "Quero falar com alguém",
    "",
)


@pytest.mark.parametrize("text", ASKED)
def test_a_request_is_heard_and_is_alone(text: str) -> None:
    asked = asks_for_human(text)
    assert asked is not None
    assert asked.alone


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_sounds_like_a_request_is_none(text: str) -> None:
    assert asks_for_human(text) is None


@pytest.mark.parametrize("text", FURTHER)
def test_a_request_in_further_wordings_is_heard(text: str) -> None:
    assert asks_for_human(text) is not None


def test_with_something_else_beside_it_a_request_is_not_alone() -> None:
    asked = asks_for_human("My parcel never came. Can I speak with a human?")
    assert asked is not None
    assert not asked.alone
    assert asked.start == 22


def test_a_second_sentence_may_ask_what_the_first_does_not() -> None:
    asked = asks_for_human("I'm afraid to talk to a human. But I need to talk to a human.")
    assert asked is not None
    assert asked.start > 30


@given(st.text(max_size=200))
def test_a_request_lies_within_its_text(text: str) -> None:
    asked = asks_for_human(text)
    assert asked is None or 0 <= asked.start < asked.stop <= len(text)


def test_the_detector_reads_what_people_write_and_nothing_else() -> None:
    detector, text = HumanRequestDetector(), "can I speak to a real person?"

    def view(
        side: Side = Side.INPUT, surface: Surface = Surface.TEXT, *, closing: bool = True
    ) -> View:
        return View(
            text,
            0,
            len(text),
            side,
            surface,
            locale="en-GB",
            country=None,
            opening=True,
            closing=closing,
        )

    (found,) = detector.look(view())
    assert (found.category, found.marks) == (CATEGORY, {Mark.ALONE})
    assert text[found.span.start : found.span.stop] == "can I speak to a real person"
    (part,) = detector.look(view(closing=False))
    assert part.marks == frozenset()
    assert detector.look(view(Side.OUTPUT)) == ()
    assert detector.look(view(surface=Surface.SYSTEM)) == ()
    assert detector.needs(view()) is Needs.NOTHING
    quiet = View("hello", 0, 5, Side.INPUT, Surface.TEXT, locale="en-GB", country=None)
    assert detector.look(quiet) == ()
