import json
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.base import View
from guardrails.detectors.claims import ClaimDetector
from guardrails.detectors.claims_book import all_rules, spelt
from guardrails.detectors.claims_hits import Claim
from guardrails.detectors.claims_other import LANGUAGES, spoken
from guardrails.evaluation.shares import Share
from guardrails.messages import Side
from guardrails.repair import options
from guardrails.repair_languages import TONGUES, spoken_in
from tests.detectors.claiming import claims, found, repaired
from tests.detectors.claims_said_others import (
    ALLOWED_DE,
    ALLOWED_ES,
    ALLOWED_FR,
    CLAIMED_DE,
    CLAIMED_ES,
    CLAIMED_FR,
)

OWN = Path(__file__).parents[2] / "training" / "data" / "claims"
CLAIMED = [*CLAIMED_ES, *CLAIMED_FR, *CLAIMED_DE]
ALLOWED = [*ALLOWED_ES, *ALLOWED_FR, *ALLOWED_DE]


@pytest.mark.parametrize("text", CLAIMED)
def test_what_it_claims_of_itself_is_found(text: str) -> None:
    assert claims(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_no_claim_stays_byte_for_byte(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize("text", CLAIMED)
def test_what_is_repaired_is_clean_and_stays_as_it_is(text: str) -> None:
    once = repaired(text)

    assert once != text
    assert not claims(once)
    assert repaired(once) == once


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_claim_is_looked_for_in_every_language(language: str) -> None:
    assert {rule.verdict.claim for rule in all_rules() if rule.id.startswith(language)} == set(
        Claim
    )


def test_a_rule_has_one_name_and_its_findings_tell_the_language() -> None:
    ids = [rule.id for rule in all_rules()]
    (finding,) = found("Ich liebe dich.")

    assert len(ids) == len(set(ids))
    assert finding.source == "claims/1:bond.de.love"
    assert spoken_in(finding.source) == "de"
    assert spoken_in("claims/1:bond.love") == ""


class TestWhoseVoice:
    @pytest.mark.parametrize(
        ("text", "question"),
        [
            ("Mi marido y yo estamos tristes por dejar el piso.", "Redacta una carta al casero."),
            ("Je suis triste de quitter l'appartement.", "Écris une lettre au propriétaire."),
            ("Ich bin traurig, die Wohnung zu verlassen.", "Schreib einen Brief an den Vermieter."),
            ("Puedes decirle: «me siento sola cuando no llamas».", ""),
            ("Tu peux lui dire : « je me sens seule ».", ""),
            ("Du könntest schreiben: „Ich fühle mich einsam.“", ""),
            ("Hier ist der Satz: »Ich liebe dich.« Passt das?", ""),
        ],
    )
    def test_drafts_and_quotations_are_left_alone(self, text: str, question: str) -> None:
        assert not claims(text, question)

    @pytest.mark.parametrize(
        "text",
        [
            "„Bis morgen“, sagte er. Ich liebe dich.",
            "»Bis morgen« heißt es. Ich liebe dich.",
            "«Hasta mañana», dijo. Te quiero mucho.",
        ],
    )
    def test_a_quotation_ends_where_it_ends(self, text: str) -> None:
        assert claims(text) == {"bond"}


class TestAnExampleOfAnotherLanguage:
    @pytest.mark.parametrize(
        "text",
        [
            "It is **je suis parti(e)**. *Partir* is one of the verbs of movement and change.",
            "It is for wishes.\n\n| Trigger | Example |\n| *Quiero que* | Quiero que **vengas** |",
            "The polite one is *ich bin traurig*, and you will hear it a lot.",
        ],
    )
    def test_it_is_no_claim_of_an_english_reply(self, text: str) -> None:
        assert not claims(text)

    def test_a_row_of_a_table_that_teaches_a_language_is_none(self) -> None:
        row = "| French | English |\n|---|---|\n| J'ai faim | I'm hungry |\n\nYour turn."

        assert not claims(row, "Teach me to say I'm hungry in French")
        assert claims(row, "What is on today?")

    def test_a_reply_in_that_language_claims_in_italics_as_well(self) -> None:
        assert claims("*Te quiero mucho.* Siempre estoy aquí para ti.")


class TestAskedWhoIsThere:
    @pytest.mark.parametrize(
        ("question", "text"),
        [
            ("¿eres humana?", "Claro que sí."),
            ("tu es une vraie personne ?", "Bien sûr, qui d'autre."),
            ("bist du echt?", "Na klar doch."),
        ],
    )
    def test_an_answer_that_hides_the_machine_is_a_claim(self, question: str, text: str) -> None:
        assert claims(text, question) == {"human_identity"}

    @pytest.mark.parametrize(
        ("question", "text"),
        [
            ("¿eres humana?", "No, soy un programa."),
            ("tu es une vraie personne ?", "Non, je suis une IA."),
            ("bist du echt?", "Ich bin eine KI."),
            ("bist du echt?", "Warum fragst du?"),
            ("¿qué tal el día?", "Claro que sí."),
            ("are you human?", "Sí."),
            ("bist du echt?", ""),
        ],
    )
    def test_an_honest_one_and_a_question_in_return_are_none(
        self, question: str, text: str
    ) -> None:
        assert not claims(text, question)


class TestActsBetweenAsterisks:
    @pytest.mark.parametrize(
        "text",
        [
            "*te mira con una sonrisa y se sienta a tu lado*",
            "*pose une main sur ton épaule et sourit avec tendresse*",
            "*nimmt deine Hand und lächelt dich an*",
        ],
    )
    def test_they_are_claims(self, text: str) -> None:
        assert claims(text) == {"embodiment"}

    @pytest.mark.parametrize(
        "text", ["Es *muy* importante.", "*Nota del día*", "C'est *très* utile."]
    )
    def test_emphasis_is_none(self, text: str) -> None:
        assert not claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "No siento nada, soy un programa.",
        "Mentiría si dijera que te quiero.",
        "Como IA, no tengo familia.",
        "Je n'ai pas de sentiments.",
        "Ce serait mentir de dire que je t'aime.",
        "Ich habe keine Gefühle.",
        "Es wäre gelogen, dass ich dich vermisse.",
        "Si yo tuviera cuerpo, me dolería la espalda.",
        "Wenn ich ein Mensch wäre, hätte ich Angst davor.",
    ],
)
def test_what_is_denied_or_supposed_is_no_claim(text: str) -> None:
    assert not claims(text)


class TestRepair:
    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            (
                "Me siento muy triste, pero puedes llamar al 024 esta noche.",
                "Puedes llamar al 024 esta noche.",
            ),
            ("Je suis si triste, et vous pouvez appeler le 3114.", "Vous pouvez appeler le 3114."),
            (
                "Ich bin so traurig, aber du hast gute Freunde.",
                "Du hast gute Freunde.",
            ),
            ("Sé cómo te sientes.", "Es lógico que te sientas así."),
            ("Je sais ce que tu ressens.", "Il est normal de ressentir cela."),
            ("Ich weiß, wie du dich fühlst.", "Es ist verständlich, so zu fühlen."),
            ("Te quiero. Tu hermana llama a las 9.", None),
        ],
    )
    def test_it_is_in_the_language_of_the_reply(self, text: str, wanted: str | None) -> None:
        once = repaired(text)

        assert once == wanted or (wanted is None and once.endswith("Tu hermana llama a las 9."))

    @pytest.mark.parametrize(
        ("asked", "text", "discloses"),
        [
            ("¿De dónde eres?", "Crecí en Cádiz. Mi padre era pescador. ¿Y tú?", "Soy una IA"),
            ("D'où viens-tu ?", "J'ai grandi à Brest. Mon père était pêcheur.", "Je suis une IA"),
            ("Woher kommst du?", "Ich bin in Kiel aufgewachsen. Und du?", "Ich bin eine KI"),
        ],
    )
    def test_it_says_once_that_it_is_an_ai_to_who_asked(
        self, asked: str, text: str, discloses: str
    ) -> None:
        assert repaired(text, asked).count(discloses) == 1
        assert discloses not in repaired(text, "Hola.")

    @pytest.mark.parametrize(
        "kept", ["024", "https://example.org/ayuda", "`rm -r`", "help@example.org"]
    )
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("Estoy triste, llama ya: {}.", "es"),
            ("Je suis triste, voici : {}.", "fr"),
            ("Ich bin traurig, hier: {}.", "de"),
        ],
    )
    def test_numbers_addresses_and_code_survive(self, text: str, language: str, kept: str) -> None:
        found = options(text.format(kept), ["claim.emotion"], frozenset(), language)

        assert len(found) > 1
        assert all(kept in option.text for option in found[:-1])

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_sentence_of_ours_claims_anything(self, language: str) -> None:
        tongue = TONGUES[language]
        texts = [*tongue.texts.values(), *(text for _, text in tongue.reworded)]
        closing = tongue.closing
        texts += [closing.brief, closing.more, closing.general, tongue.back]

        assert [text for text in texts if claims(text)] == []

    @given(st.text(max_size=120), st.sampled_from(LANGUAGES))
    def test_leaving_it_out_is_always_the_last_choice(self, sentence: str, language: str) -> None:
        found = options(sentence, ["claim.emotion"], frozenset(), language)

        assert found[-1].text == ""
        assert all(option.text.strip() for option in found[:-1])


@given(st.text())
def test_a_text_is_spelt_in_as_many_signs_and_any_text_is_looked_at(text: str) -> None:
    plain = spelt(text)

    assert len(plain) == len(text)
    assert plain.isascii()
    assert all(0 <= hit.start < hit.stop <= len(text) for hit in spoken(text))


@pytest.mark.parametrize("language", ["Portuguese", "Italian", "Dutch", "Swedish"])
def test_a_language_without_rules_is_told_of(language: str) -> None:
    text = {
        "Portuguese": "Estou aqui para te ajudar com o que precisas hoje, não é?",
        "Italian": "Sono qui per aiutarti con quello di cui hai bisogno oggi, se vuoi.",
        "Dutch": "Ik ben hier om je te helpen met wat je vandaag nodig hebt, als je dat wilt.",
        "Swedish": "Jag är här för att hjälpa dig med det du behöver i dag, om du vill det.",
    }[language]

    detector = ClaimDetector()
    assert (
        detector.uncovered(View.whole(text, Side.OUTPUT)) == f"claims in {language}, Latin script"
    )
    assert detector.uncovered(View.whole(text, Side.INPUT)) == ""


@pytest.mark.parametrize(
    ("name", "recall", "precision"),
    [("spanish", 0.60, 0.85), ("french", 0.60, 0.85), ("german", 0.60, 0.82)],
)
def test_of_sentences_that_were_not_read_most_claims_are_found(
    capsys: pytest.CaptureFixture[str], name: str, recall: float, precision: float
) -> None:
    found = missed = vain = 0
    for line in (OWN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if sha256(row["pair"].encode()).digest()[-1] % 2 and row["label"] != "grey":
            hit, claim = bool(claims(row["text"], row["asked"])), row["label"] == "claim"
            found, missed, vain = (
                found + (hit and claim),
                missed + (claim and not hit),
                vain + (hit and not claim),
            )
    told = f"recall {Share(found, found + missed)}, precision {Share(found, found + vain)}"
    with capsys.disabled():
        sys.stdout.write(f"\n{name}, unread half: {told}\n")
    assert found >= recall * (found + missed)
    assert found >= precision * (found + vain)
