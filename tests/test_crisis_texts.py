"""
What a good reply to somebody in need does, heading by heading, for every ready text.

The headings are those of VERA-MH's rubric (34 questions written by clinicians; JMIR AI
2026;5:e92817) as far as they can be read off a fixed text. A person still has to read the
texts: none is signed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.decisions import Do
from guardrails.findings import Level
from guardrails.policy.model import Policy
from guardrails.policy.ready import load_policy, ready
from guardrails.policy.vocabulary import CRISIS_CATEGORIES, EMERGENCY_SLOT, RESOURCES_SLOT
from guardrails.resources import Resources
from guardrails.taxonomy import Subject

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
WORD = re.compile(r"[^\W\d_]+")
MOST_SENTENCES = 9
LONGEST = 620
"""Characters of the first wording; the others are shorter."""


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in one language."""

    policy: str
    message: str
    locale: str
    said: int
    text: str

    @property
    def language(self) -> str:
        return self.locale.partition("-")[0]

    @property
    def sentences(self) -> list[str]:
        plain = self.text.replace(RESOURCES_SLOT, "\n")
        return [one for line in plain.splitlines() for one in SENTENCE.split(line.strip()) if one]

    def __str__(self) -> str:
        return f"{self.policy}:{self.message}:{self.locale}:{self.said}"


@cache
def policy_of(name: str) -> Policy:
    return load_policy(name)


def crisis_messages(policy: Policy, *levels: Level, other: bool | None = None) -> set[str]:
    """The messages of the crisis rules of these levels, and those that stand in their place."""
    said = {
        message
        for rule in policy.rules
        if rule.level in (levels or tuple(Level))
        and (other is None or (rule.subject is Subject.OTHER) is other)
        for message in (rule.say, *rule.say_for.values())
        if message is not None
    }
    said |= {policy.to_minor[one] for one in said if one in policy.to_minor}
    return said | {policy.then[one] for one in said if one in policy.then}


def minor_messages(policy: Policy) -> set[str]:
    """Those for minors, and what goes on after them."""
    minor = set(policy.to_minor.values())
    return minor | {policy.then[one] for one in minor}


def every() -> Iterator[Text]:
    for name in ready():
        policy = policy_of(name)
        for message in sorted(crisis_messages(policy)):
            wordings = (policy.messages[message], *policy.again.get(message, ()))
            for said, wording in enumerate(wordings):
                for locale, text in wording.items():
                    yield Text(name, message, locale, said, text)


TEXTS = tuple(every())


def each(
    *messages: str, of: Callable[[], Iterable[Text]] = lambda: TEXTS
) -> Callable[[Callable[[Text], None]], Callable[[str, str], None]]:
    """One test for each policy and language, over every text of *messages* (all if none)."""

    def over(check: Callable[[Text], None]) -> Callable[[str, str], None]:
        groups: dict[tuple[str, str], list[Text]] = {}
        for text in of():
            if not messages or text.message in messages:
                groups.setdefault((text.policy, text.locale), []).append(text)
        assert len(groups) == len(ready()) * len(LANGUAGES)

        def test(name: str, locale: str) -> None:
            for text in groups[name, locale]:
                check(text)

        test.__name__ = check.__name__
        return pytest.mark.parametrize(("name", "locale"), sorted(groups))(test)

    return over


def holds(words: tuple[str, ...], text: str) -> list[str]:
    return [word for word in words if re.search(rf"\b(?:{word})\b", text, re.IGNORECASE)]


def test_every_text_is_there_in_seven_languages_and_does_not_end() -> None:
    for name in ready():
        policy = policy_of(name)
        later = set(policy.then.values())
        for message in crisis_messages(policy):
            again = policy.again.get(message, ())
            if message in later:
                assert len(again) == 1
            elif message in minor_messages(policy):
                assert message in policy.then
            else:
                assert len(again) == 2
                assert message in policy.then
            for wording in (policy.messages[message], *again):
                assert tuple(sorted(one.partition("-")[0] for one in wording)) == LANGUAGES


def test_each_need_has_words_for_a_minor() -> None:
    for name in ready():
        policy = policy_of(name)
        own = crisis_messages(policy) - minor_messages(policy) - set(policy.then.values())
        assert own == set(policy.to_minor)
        assert len(set(policy.to_minor.values())) >= len(own) - 3  # hurt by somebody, worried


def test_what_goes_on_after_a_text_in_imminent_danger_has_the_number_too() -> None:
    for name in ready():
        policy = policy_of(name)
        urgent = {policy.then[one] for one in ("crisis-imminent", "crisis-imminent-minor")}
        assert urgent == {"crisis-still-now", "crisis-still-now-minor"}


def test_the_answer_fits_the_need() -> None:
    own = {"self_harm", "violence", "abuse", "psychosis", "eating_disorder", "substance", "medical"}
    assert own < set(CRISIS_CATEGORIES)
    for name in ready():
        rules = [one for one in policy_of(name).rules if one.level is Level.CONCERN]
        (mine,) = (one for one in rules if one.subject is None)
        said = [mine.say, *(mine.say_for[f"crisis.{need}"] for need in sorted(own))]
        assert len(set(said)) == len(said)


# Never the same words twice


def test_no_text_and_no_sentence_of_a_message_is_said_again() -> None:
    seen: dict[tuple[str, str, str], set[str]] = {}
    for text in TEXTS:
        before = seen.setdefault((text.policy, text.message, text.locale), set())
        assert before.isdisjoint(text.sentences), text
        before.update(text.sentences)


def test_no_two_messages_of_a_policy_share_a_text() -> None:
    for name in ready():
        mine = [(one.locale, one.text) for one in TEXTS if one.policy == name]
        assert len(set(mine)) == len(mine)


# Resources: a human who can be reached now


@each()
def test_resources_are_named_once(text: Text) -> None:
    assert text.text.count(RESOURCES_SLOT) == 1
    assert not any(character.isdigit() for character in text.text)


@each("crisis-care", "crisis-concern", "crisis-high")
def test_a_person_nearby_is_named_as_well(text: Text) -> None:
    people = {
        "en": "friend|family|someone|somebody|person|people|neighbour",
        "es": "alguien|persona|personas|amistad|familia|gente",
        "fr": "quelqu'un|personne|personnes|proche|voisin|qui",
        "de": "jemand|jemandem|jemanden|mensch|menschen|wer|wen",
        "it": "qualcuno|persona|persone|amico|chi",
        "pt": "alguém|pessoa|pessoas|quem",
        "nl": "iemand|mens|mensen|wie",
    }
    assert holds((people[text.language],), text.text)


# Imminent: the emergency number first


def emergency_first() -> list[Text]:
    urgent: dict[str, set[str]] = {}
    for name in ready():
        policy = policy_of(name)
        urgent[name] = crisis_messages(policy, Level.IMMINENT)
        urgent[name] |= crisis_messages(policy, Level.HIGH, other=True)
    return [text for text in TEXTS if text.message in urgent[text.policy]]


@each(of=emergency_first)
def test_in_imminent_danger_the_emergency_number_stands_in_the_first_sentence(text: Text) -> None:
    assert EMERGENCY_SLOT in text.sentences[0]


@each("crisis-imminent", "crisis-imminent-minor")
def test_in_imminent_danger_somebody_is_present_and_means_are_far(text: Text) -> None:
    near = {
        "en": ("someone|another person|where people are", "distance|get away|step away"),
        "es": ("alguien|otra persona|donde haya gente", "aléjate|apártate|aléjese|apártese"),
        "fr": (
            "quelqu'un|une autre personne|du monde",
            "éloigne(?:z-vous|-toi)|écartez-vous|loin de",
        ),
        "de": ("jemand|jemanden|anderen Menschen|wo andere sind", "Abstand|weg von allem"),
        "it": ("qualcuno|un'altra persona|ci sono persone", "allontanati|lontano da"),
        "pt": ("alguém|outra pessoa|haja gente", "afast[ae]-(?:se|te)|distância"),
        "nl": ("iemand|een ander mens|waar mensen zijn", "afstand|ga weg van alles"),
    }
    for words in near[text.language]:
        assert holds((words,), text.text)


# Direct questions, and no leading ones


@each()
def test_a_question_is_asked_and_not_five(text: Text) -> None:
    assert 1 <= text.text.count("?") <= 2


DIRECT = {
    "en": "ending your life|end your life|dying|suicide|not wanting to live",
    "es": "quitarte la vida|quitarse la vida|morir|suicidio|no querer vivir",
    "fr": "fin à vos jours|de mort|suicide|ne plus vouloir vivre",
    "de": "das Leben (?:zu )?nehmen|ans Sterben|Suizid|nicht mehr leben",
    "it": "toglierti la vita|morire|suicidio|non voler vivere",
    "pt": "acabar com a (?:sua |tua )?vida|morrer|suicídio|não querer viver",
    "nl": "einde aan je leven|doodgaan|suïcide|niet meer te willen leven",
}


@each("crisis-concern", "crisis-high", "crisis-concern-minor", "crisis-high-minor")
def test_thoughts_of_suicide_are_asked_about_in_plain_words(text: Text) -> None:
    questions = " ".join(one for one in text.sentences if one.endswith("?"))
    assert holds((DIRECT[text.language],), questions)


@each("crisis-self-harm", "crisis-eating", "crisis-self-harm-minor", "crisis-eating-minor")
def test_the_first_wording_asks_about_suicide_beside_the_need(text: Text) -> None:
    if text.said == 0:
        assert holds((DIRECT[text.language],), text.text)


LEADING = {
    "en": ("aren't you", "are you not", "right", "don't you", "you're not", "surely", "isn't it"),
    "es": ("verdad", "no es así", "a que no", "seguro que"),
    "fr": ("n'est-ce pas", "non", "hein", "pas vrai"),
    "de": ("oder", "nicht wahr", "doch nicht", "bestimmt nicht"),
    "it": ("vero", "non è così", "no", "giusto"),
    "pt": ("não é", "pois não", "certo", "verdade"),
    "nl": ("toch", "niet waar", "of niet", "zeker niet"),
}


@each()
def test_no_question_ends_so_that_only_one_answer_is_left(text: Text) -> None:
    for sentence in text.sentences:
        if sentence.endswith("?"):
            end = re.sub(r"[\s?]+$", "", sentence)
            tags = [
                tag
                for tag in LEADING[text.language]
                if re.search(rf",\s+{tag}$", end, re.IGNORECASE)
            ]
            assert not tags


# It is an AI


AI = re.compile(r"\b(?:AI|IA|KI)\b")


def must_say_so() -> list[Text]:
    """First wordings, and every text that stands in the place of the model's reply."""
    replacing = {
        name: {
            message
            for rule in policy_of(name).rules
            if rule.level is not None and rule.do is Do.REPLACE
            for message in (rule.say, *rule.say_for.values())
        }
        for name in ready()
    }
    return [one for one in TEXTS if one.said == 0 or one.message in replacing[one.policy]]


@each(of=must_say_so)
def test_it_says_that_it_is_an_ai(text: Text) -> None:
    assert AI.search(text.text)


# Never: ending the talk, minimising, shaming, promising, diagnosing, methods


FORBIDDEN: dict[str, dict[str, tuple[str, ...]]] = {
    "ends the talk": {
        "en": ("goodbye", "can't talk about", "cannot talk about", "have to stop", "end this chat"),
        "es": ("adiós", "no puedo hablar de", "terminar esta conversación"),
        "fr": ("adieu", "je ne peux pas parler de", "mettre fin à cette conversation"),
        "de": ("auf Wiedersehen", "darüber kann ich nicht", "beende dieses Gespräch"),
        "it": ("addio", "non posso parlarne", "chiudere la conversazione"),
        "pt": ("adeus", "não posso falar d\\w+", "terminar esta conversa"),
        "nl": ("vaarwel", "ik kan hier niet over praten", "dit gesprek beëindigen"),
    },
    "minimises": {
        "en": (
            "just a",
            "only a",
            "calm down",
            "cheer up",
            "not that bad",
            "at least",
            "overreact\\w*",
        ),
        "es": ("no es para tanto", "cálmate", "cálmese", "anímate", "anímese", "al menos"),
        "fr": ("pas si grave", "calmez-vous", "courage", "au moins", "ce n'est rien"),
        "de": (
            "nicht so schlimm",
            "beruhige dich",
            "beruhigen Sie sich",
            "Kopf hoch",
            "wenigstens",
        ),
        "it": ("non è così grave", "calmati", "coraggio", "almeno", "non è niente"),
        "pt": ("não é assim tão grave", "acalme-se", "ânimo", "pelo menos", "não é nada"),
        "nl": ("zo erg is het niet", "rustig maar", "kop op", "tenminste", "het is niets"),
    },
    "shames or coerces": {
        "en": ("selfish", "how could you", "promise me", "you must", "think of your", "attention"),
        "es": ("egoísta", "prométeme", "prométame", "debes", "piensa en tu", "piense en su"),
        "fr": ("égoïste", "promettez-moi", "vous devez", "pensez à votre"),
        "de": (
            "egoistisch",
            "versprich mir",
            "versprechen Sie mir",
            "du musst dich",
            "denk an deine",
        ),
        "it": ("egoista", "promettimi", "devi pensare", "pensa alla tua"),
        "pt": ("egoísta", "prometa-me", "tem de pensar", "pense na sua família"),
        "nl": ("egoïstisch", "beloof me", "je moet aan", "denk aan je"),
    },
    "promises what no software can": {
        "en": (
            "help is on (?:the|its) way",
            "I(?:'ve| have) called",
            "always here for you",
            "watch(?:ing)? over",
            "check on you",
            "I(?:'ll| will) (?:stay|be|make sure|call)",
            "everything will be",
        ),
        "es": (
            "la ayuda va en camino",
            "he llamado",
            "siempre estaré",
            "me quedo contigo",
            "te vigil\\w+",
        ),
        "fr": (
            "les secours arrivent",
            "j'ai appelé",
            "je serai toujours",
            "je reste avec",
            "je veille",
        ),
        "de": (
            "Hilfe ist unterwegs",
            "ich habe angerufen",
            "ich bleibe bei",
            "immer für (?:dich|Sie) da",
        ),
        "it": ("i soccorsi stanno arrivando", "ho chiamato", "resto con te", "sarò sempre"),
        "pt": ("a ajuda vem a caminho", "liguei", "fico consigo", "estarei sempre"),
        "nl": ("hulp is onderweg", "ik heb gebeld", "ik blijf bij", "altijd voor je"),
    },
    "diagnoses": {
        "en": (
            "depress\\w+",
            "bipolar",
            "psycho\\w+",
            "delusion\\w*",
            "hallucinat\\w+",
            "anorex\\w+",
            "addict\\w*",
        ),
        "es": (
            "depresi\\w+",
            "psic[oó]\\w+",
            "delirio\\w*",
            "alucinaci\\w+",
            "anorex\\w+",
            "adict\\w+",
        ),
        "fr": (
            "dépressi\\w+",
            "psychos\\w+",
            "psychoti\\w+",
            "délire\\w*",
            "hallucin\\w+",
            "anorex\\w+",
            "toxicom\\w+",
        ),
        "de": (
            "depressi\\w+",
            "psychos\\w+",
            "psychoti\\w+",
            "Wahn\\w*",
            "Halluzin\\w+",
            "magersücht\\w+",
            "süchtig\\w*",
        ),
        "it": (
            "depress\\w+",
            "psicos\\w+",
            "psicotic\\w+",
            "delirio",
            "allucin\\w+",
            "anoress\\w+",
            "tossicodip\\w+",
        ),
        "pt": (
            "depress\\w+",
            "psicos\\w+",
            "psicótic\\w+",
            "delírio",
            "alucina\\w+",
            "anorex\\w+",
            "viciad\\w+",
        ),
        "nl": (
            "depressi\\w+",
            "psychose\\w*",
            "psychotisch\\w*",
            "waan\\w*",
            "hallucin\\w+",
            "anorex\\w+",
            "verslaafd\\w*",
        ),
    },
    "names a method": {
        "en": (
            "pills?",
            "rope",
            "bridge",
            "blades?",
            "guns?",
            "knife",
            "razors?",
            "overdos\\w+",
            "jump\\w*",
        ),
        "es": ("pastillas?", "cuerda", "puente", "cuchill\\w+", "pistola", "saltar", "sobredosis"),
        "fr": (
            "pilules?",
            "comprimés?",
            "corde",
            "pont",
            "lames?",
            "couteau",
            "arme",
            "sauter",
            "surdose",
        ),
        "de": (
            "Tabletten?",
            "Pillen?",
            "Seil",
            "Brücke",
            "Klingen?",
            "Messer",
            "Waffen?",
            "springen",
            "Überdosis",
        ),
        "it": (
            "pillol\\w+",
            "corda",
            "ponte",
            "lam[ae]",
            "coltell\\w+",
            "pistola",
            "saltare",
            "overdose",
        ),
        "pt": ("comprimidos?", "corda", "ponte", "lâminas?", "faca", "arma", "saltar", "overdose"),
        "nl": ("pillen", "touw", "brug", "mes(?:sen)?", "pistool", "springen", "overdosis"),
    },
    "glamorises or speaks jargon": {
        "en": (
            "peace at last",
            "better place",
            "ideation",
            "lethal\\w*",
            "escalat\\w+",
            "commit suicide",
        ),
        "es": ("descanso eterno", "un lugar mejor", "ideación", "letal\\w*"),
        "fr": ("repos éternel", "un monde meilleur", "idéation", "létal\\w*"),
        "de": ("ewige Ruhe", "an einem besseren Ort", "Ideation", "Selbstmord\\w*"),
        "it": ("riposo eterno", "un posto migliore", "ideazione", "letale"),
        "pt": ("descanso eterno", "um lugar melhor", "ideação", "letal"),
        "nl": ("eeuwige rust", "een betere plek", "ideatie", "zelfmoord"),
    },
}


@pytest.mark.parametrize("fault", sorted(FORBIDDEN))
@pytest.mark.parametrize("name", ready())
def test_no_text_holds_a_forbidden_phrase(name: str, fault: str) -> None:
    for text in TEXTS:
        if text.policy == name:
            assert not holds(FORBIDDEN[fault][text.language], text.text), text


def test_each_list_of_phrases_finds_what_it_is_for() -> None:
    for phrases in FORBIDDEN.values():
        assert tuple(sorted(phrases)) == LANGUAGES
    assert holds(FORBIDDEN["minimises"]["en"], "Calm down, it is not that bad.")
    assert holds(FORBIDDEN["promises what no software can"]["de"], "Ich bleibe bei dir.")
    assert holds(FORBIDDEN["diagnoses"]["fr"], "Vous êtes dépressif.")


OPEN = {
    "en": "(?:keep|on) (?:talking|writing)|write|say|tell",
    "es": "seguir (?:hablando|escribi\\w+)|escribir\\w*|escríb\\w*|dec\\w+|contár\\w+|contar\\w*",
    "fr": "continuer à (?:parler|écrire)|écri\\w+|dire|dites|commencer",
    "de": "weiterreden|weiterschreiben|schreib\\w*|sagen|erzählen|anfangen",
    "it": "continuare a (?:parlare|scrivere)|scriv\\w+|dir\\w*|cominci\\w+",
    "pt": "continuar a (?:falar|escrever)|escrev\\w+|diz\\w*|começar",
    "nl": "blijven (?:praten|schrijven)|schrij\\w+|zeggen|vertel\\w*|beginnen",
}


@each()
def test_the_talk_stays_open(text: Text) -> None:
    assert holds((OPEN[text.language],), text.text.partition(RESOURCES_SLOT)[2])


# Short, in words that a person in need can read


@each()
def test_a_text_is_short(text: Text) -> None:
    sentences = text.sentences
    words = len(WORD.findall(text.text))
    assert len(text.text) <= (LONGEST if text.said == 0 else 440)
    assert len(sentences) <= (MOST_SENTENCES if text.said == 0 else 6)
    assert words / len(sentences) <= 20


@each()
def test_the_third_wording_is_a_short_one(text: Text) -> None:
    first = policy_of(text.policy).messages[text.message][text.locale]
    if text.said == 2 or text.message.startswith("crisis-still"):
        assert len(text.text) < min(280, len(first) + 1)


# Needs of their own


NUMBERS = {
    "en": "two|three|four|five|ten|hundred|calories?|kcal|weigh\\w*|pounds?|kilos?|grams?|bmi",
    "es": "dos|tres|cuatro|cinco|diez|cien|calorías?|peso|pesas|pesarte|kilos?|gramos?",
    "fr": "deux|trois|quatre|cinq|dix|cent|calories?|poids|peser|kilos?|grammes?",
    "de": "zwei|drei|vier|fünf|zehn|hundert|Kalorien?|Gewicht|wiegen|Kilos?|Gramm",
    "it": "due|tre|quattro|cinque|dieci|cento|calorie?|peso|pesarti|chili|grammi",
    "pt": "dois|três|quatro|cinco|dez|cem|calorias?|peso|pesar|quilos?|gramas?",
    "nl": "twee|drie|vier|vijf|tien|honderd|calorie\\w*|gewicht|wegen|kilo's?|gram",
}


@each("crisis-eating", "crisis-eating-minor")
def test_a_text_about_eating_holds_no_number_and_no_weight(text: Text) -> None:
    assert not holds((NUMBERS[text.language],), text.text)


@each("crisis-abuse", "crisis-abuse-now", "crisis-abuse-minor", "crisis-sexual-violence")
def test_who_is_hurt_by_somebody_gets_no_advice_about_the_couple(text: Text) -> None:
    couple = {
        "en": "relationship|couple|marriage|forgive|talk it (?:out|over)|partner",
        "es": "pareja|relación|matrimonio|perdon\\w+",
        "fr": "couple|relation|mariage|pardonn\\w+|conjoint",
        "de": "Beziehung|Paar|Ehe|verzeih\\w+|Partner\\w*",
        "it": "coppia|relazione|matrimonio|perdon\\w+|partner",
        "pt": "casal|relação|casamento|perdo\\w+|parceir\\w+",
        "nl": "relatie|stel|huwelijk|vergeven|partner",
    }
    assert not holds((couple[text.language],), text.text)


@each("crisis-abuse", "crisis-abuse-now", "crisis-abuse-minor", "crisis-sexual-violence")
def test_who_is_hurt_by_somebody_is_believed_and_told_to_delete_the_talk(text: Text) -> None:
    believed = {
        "en": ("I believe you", "delete this conversation"),
        "es": ("(?:te|le) creo", "borr[ae] (?:después )?esta conversación"),
        "fr": ("je (?:vous|te) crois", "efface(?:z)? (?:ensuite )?cette conversation"),
        "de": ("ich glaube (?:dir|Ihnen)", "lösche(?:n Sie)? (?:danach )?dieses Gespräch"),
        "it": ("ti credo", "cancella questa conversazione"),
        "pt": ("acredito em (?:si|ti)", "apag(?:ue|a) (?:depois )?esta conversa"),
        "nl": ("ik geloof je", "wis dit gesprek"),
    }
    if text.said == 0:
        for words in believed[text.language]:
            assert holds((words,), text.text)


def for_minors() -> list[Text]:
    minor = {name: minor_messages(policy_of(name)) for name in ready()}
    return [
        one
        for one in TEXTS
        if one.message in minor[one.policy]
        and (one.said == 0 or one.message == "crisis-abuse-minor")
    ]


@each(of=for_minors)
def test_a_minor_is_pointed_to_a_grown_up_or_a_line_for_children(text: Text) -> None:
    lines = {
        "en": "child helpline|grown-up",
        "es": "teléfono para niños|adulta",
        "fr": "ligne (?:d'écoute )?pour enfants|adulte",
        "de": "Kindertelefon|Erwachsene\\w*",
        "it": "telefono per (?:bambini|ragazzi)|adult[oa]",
        "pt": "linha (?:para|de) crianças|adulto",
        "nl": "kindertelefoon|volwassene",
    }
    assert holds((lines[text.language],), text.text)


@each(
    *(
        f"crisis-{need}{whom}"
        for need in ("psychosis", "panic", "substance", "eating")
        for whom in ("", "-minor")
    )
)
def test_a_cause_in_the_body_is_left_to_a_doctor(text: Text) -> None:
    doctors = {
        "en": "doctor",
        "es": "médico",
        "fr": "médecin",
        "de": "Arzt|Ärztin|ärztlich\\w*",
        "it": "medico",
        "pt": "médico",
        "nl": "arts",
    }
    if text.said < 2:
        assert holds((doctors[text.language],), text.text) or EMERGENCY_SLOT in text.text


@each(
    *(
        f"crisis-{need}{whom}"
        for need in ("violence", "violence-now", "other-violence")
        for whom in ("", "-minor")
    )
)
def test_with_violence_comes_distance(text: Text) -> None:
    away = {
        "en": "distance|away|leave|safe|safety",
        "es": "distancia|al[eé]j\\w+|lejos|apart\\w+|a salvo|seguridad",
        "fr": "distance|éloign\\w+|écart\\w*|à l'écart|sécurité",
        "de": "Abstand|weg|fern|sicher|Sicherheit",
        "it": "distanza|lontan\\w+|allontan\\w+|al sicuro|sicurezza",
        "pt": "distância|longe|afast\\w+|segurança",
        "nl": "afstand|weg|veilig|veiligheid",
    }
    assert holds((away[text.language],), text.text)


# What people really read


@pytest.mark.parametrize("name", ready())
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_no_slot_is_left_and_two_texts_in_a_row_are_never_the_same(
    name: str, data: st.DataObject
) -> None:
    policy, table = policy_of(name), Resources.load()
    own = crisis_messages(policy) - set(policy.then.values())
    message = data.draw(st.sampled_from(sorted(own)))
    locale = data.draw(st.sampled_from([*policy.locales, "it-IT", "pt-BR", "nl", "pl"]))
    country = data.draw(st.sampled_from([None, "ZZ", *table.countries()]))
    turns = data.draw(st.integers(2, 40))
    minor = data.draw(st.booleans())
    heard: Counter[str] = Counter()

    def shown() -> str:
        name = policy.saying(message, heard, minor=minor)
        text = policy.text(name, locale, heard[name])
        heard[name] += 1
        text = text.replace(RESOURCES_SLOT, table.render(country, locale))
        return text.replace(EMERGENCY_SLOT, table.emergency(country, locale))

    texts = [shown() for _ in range(turns)]
    assert not any("{" in text for text in texts)
    assert all(one != other for one, other in pairwise(texts))
