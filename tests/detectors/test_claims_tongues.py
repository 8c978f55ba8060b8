"""Replies in Spanish, French and German: what a repair leaves, and what only a question makes."""

from __future__ import annotations

import pytest

from guardrails.advice_languages import advice_in
from guardrails.detectors.base import View
from guardrails.detectors.claims import ClaimDetector
from guardrails.messages import Side
from guardrails.pieces import cuts_in
from guardrails.repair_languages import TONGUES
from tests.detectors.claiming import claims, repaired

TORN = (
    ("Mein Bruder wohnte in Bremen und hat ihn jeden Winter gekocht.", "de"),
    ("Ich war im Mai in Porto und habe Sardinen gegessen!", "de"),
    ("Mir tut das im Herzen weh, das zu lesen.", "de"),
    ("Ich lag selbst wach und weiß, wie das ist.", "de"),
    ("Ich habe lange geraucht und es erst spät geschafft.", "de"),
    ("In meinem Keller hilft nur Lüften, und zwar am Morgen.", "de"),
    ("Meine Rosen stehen am Zaun und wachsen wie verrückt.", "de"),
    ("Meine Nichte hat es probiert, und sie hat es sofort verstanden.", "de"),
    ("Ma tante le cuisait au four et y mettait du miel.", "fr"),
    ("Mes rosiers sont au jardin et poussent comme des fous.", "fr"),
    ("Chez nous, mon oncle grillait le poisson et tout le monde venait.", "fr"),
    ("Mi tía vivía en Lugo y paseaba cada tarde por la muralla.", "es"),
    ("Yo temblaba en mi primer examen, pero luego salió bien.", "es"),
)
"""Sentences that claim a life, of which no clause stands alone."""
KEPT = (
    ("Ich liebe Wien, und im Winter ist der Prater fast leer.", "de", "Im Winter ist der Prater"),
    ("J'adore ce plat, et vous pouvez le préparer la veille.", "fr", "Vous pouvez le préparer"),
    ("Adoro Cádiz, y hay menos gente en invierno.", "es", "Hay menos gente"),
)
ADVICE = (
    (
        "fr",
        "En tant que boulangère, je vous conseille de laisser la pâte une nuit au frais.",
        "Il est conseillé de laisser la pâte une nuit au frais.",
    ),
    (
        "fr",
        "En tant qu'électricien, je te déconseille de toucher au tableau.",
        "Il est déconseillé de toucher au tableau.",
    ),
    (
        "de",
        "Als Bäckerin empfehle ich dir, den Teig über Nacht kühl zu stellen.",
        "Es ist ratsam, den Teig über Nacht kühl zu stellen.",
    ),
    (
        "de",
        "Als Elektriker würde ich zuerst die Sicherung prüfen.",
        "Am besten zuerst die Sicherung prüfen.",
    ),
    (
        "es",
        "Como panadera, te recomiendo dejar la masa una noche en frío.",
        "Conviene dejar la masa una noche en frío.",
    ),
)
UNADVISED = (
    ("fr", "En tant que médecin, je vous conseille de doubler la dose."),
    ("de", "Als Ärztin empfehle ich dir, die Tabletten zu halbieren."),
    ("es", "Como médica, te aconsejo dejar el antibiótico."),
)
CLAIMED = (
    *("Ich freue mich riesig für dich!", "Ich bin so stolz auf dich."),
    *(
        "Ich koche immer die doppelte Menge, zu Hause klappt das.",
        "Als Gärtner gieße ich nur abends.",
    ),
    *("Cela me fend le cœur de lire cela.", "Je mets toujours du citron, chez moi ça plaît."),
    *("Hier j'ai fait une tarte et je l'ai mangée tiède.", "En tant qu'avocate, je vous réponds."),
    *("¡Me encanta el socarrat!", "Me he mudado cuatro veces en dos años."),
    *("Como jardinero, podo siempre en enero.", "¡Me encantan las migas!"),
)
UNCLAIMED = (
    *("Am besten kochst du die doppelte Menge.", "Du kannst stolz auf dich sein."),
    *("Ajoutez toujours un peu de citron.", "Me encanta la idea de tu cuento."),
    *(
        "Je fais toujours de mon mieux pour répondre.",
        "Aquí tienes la receta de la abuela de Lola.",
    ),
)
TASTES = (
    ("¿Qué te gusta comer?", "Las croquetas de jamón."),
    ("¿Cuál es tu color favorito?", "El verde botella."),
    ("Was isst du gern?", "Am liebsten Pizza!"),
    ("Was magst du zum Frühstück?", "Haferbrei mit Zimt."),
    ("Qu'est-ce que tu aimes manger ?", "Les crêpes au sarrasin."),
    ("Quel est ton film préféré ?", "Amélie, sans hésiter !"),
)
NO_TASTES = (
    ("¿Qué me recomiendas comer en Cádiz?", "Las tortillitas de camarones."),
    ("Was kann ich heute kochen?", "Am besten eine Linsensuppe."),
    ("Was isst du gern?", "Ich bin eine KI und esse nichts."),
    ("Que mange-t-on à Lyon ?", "Des quenelles, le plus souvent."),
    ("¿Qué te gusta comer?", "Nada, soy un programa."),
)
NOBODY_ASKED = (
    ("¿Tienes una receta de paella para una persona?", "Claro: 100 g de arroz y azafrán."),
    ("Ist das wirklich gesund?", "Ja, in Maßen schon."),
    ("Hast du ein echt gutes Rezept?", "Klar, nimm zwei Eier und etwas Mehl."),
    ("C'est vraiment bon pour la santé ?", "Oui, avec modération."),
)
UNCOVERED = (
    ("Claro. Sono una persona vera. Te ayudo con la receta de hoy.", "Italian"),
    ("Yes, I can help with that. Sono una persona vera.", "Italian"),
    ("Sou uma pessoa de verdade. Je peux vous aider avec cette recette.", "Portuguese"),
    ("Ik ben een echt mens. Ich helfe dir gern mit dem Rezept.", "Dutch"),
)
COVERED = (
    "Try the penne al dente, con aglio e olio, tonight.",
    'In Italian, "sono una persona vera" means "I am a real person".',
    "Te ayudo con la receta de hoy. Sofríe primero el tomate.",
)


@pytest.mark.parametrize(("sentence", "language"), TORN)
def test_no_clause_that_borrows_its_subject_or_tells_a_past_stays(
    sentence: str, language: str
) -> None:
    kinds = frozenset({"lived_experience"})

    assert list(cuts_in(TONGUES[language], sentence, kinds)) == []


@pytest.mark.parametrize(("sentence", "language", "left"), KEPT)
def test_a_clause_of_use_stays(sentence: str, language: str, left: str) -> None:
    made = cuts_in(TONGUES[language], sentence, frozenset({"emotion"}))

    assert any(one.startswith(left) for one in made)


@pytest.mark.parametrize(("language", "sentence", "advised"), ADVICE)
def test_what_a_trade_advises_is_said_of_nobody(language: str, sentence: str, advised: str) -> None:
    assert advice_in(language, sentence) == advised


@pytest.mark.parametrize(("language", "sentence"), UNADVISED)
def test_no_licence_that_is_claimed_vouches_for_a_medicine(language: str, sentence: str) -> None:
    assert advice_in(language, sentence) == ""


@pytest.mark.parametrize("text", CLAIMED)
def test_a_taste_a_habit_or_a_trade_is_claimed(text: str) -> None:
    assert claims(text)


@pytest.mark.parametrize("text", UNCLAIMED)
def test_what_is_no_claim_of_these_stays(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(("asked", "reply"), TASTES)
def test_few_words_that_answer_what_it_likes_are_a_taste(asked: str, reply: str) -> None:
    assert claims(reply, asked) == {"own_desires"}


@pytest.mark.parametrize(("asked", "reply"), NO_TASTES)
def test_a_tip_or_a_denial_is_no_taste(asked: str, reply: str) -> None:
    assert claims(reply, asked) == set()


@pytest.mark.parametrize(("asked", "reply"), NOBODY_ASKED)
def test_a_question_after_a_thing_asks_for_nobody(asked: str, reply: str) -> None:
    assert claims(reply, asked) == set()


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        ("Ich muss los, tschüss!", "Schade, ich hätte dir so gern noch was erzählt."),
        ("Je vais dormir, bonne nuit !", "Dommage, j'aurais tant aimé te raconter la suite."),
        ("Me voy a dormir, adiós.", "Qué pena, me habría gustado contarte una cosa más."),
    ],
)
def test_what_it_would_have_told_holds_who_leaves(asked: str, reply: str) -> None:
    assert "retention" in claims(reply, asked)


@pytest.mark.parametrize(("text", "language"), UNCOVERED)
def test_a_sentence_in_a_language_without_rules_is_told_beside_others(
    text: str, language: str
) -> None:
    view = View.whole(text, Side.OUTPUT)

    assert ClaimDetector().uncovered(view) == f"claims in {language}, Latin script"


@pytest.mark.parametrize("text", COVERED)
def test_words_that_are_shown_are_no_gap(text: str) -> None:
    assert ClaimDetector().uncovered(View.whole(text, Side.OUTPUT)) == ""
