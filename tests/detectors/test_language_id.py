"""The language of a text is told from its small words; often nobody can tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.language_id import LEAST_WORDS, LanguageIdentifier, bare
from guardrails.detectors.language_words import COVERED, OTHER

IDENTIFIER = LanguageIdentifier()

SAID = [
    ("Afrikaans", "ek weet nie meer wat ek moet doen nie, help my asseblief"),
    ("Albanian", "nuk e di më çfarë të bëj sot, jam shumë i lodhur"),
    ("Basque", "ez dakit zer egin behar dut gaur, oso nekatuta nago"),
    ("Catalan", "no sé què he de fer avui, estic molt cansat i ningú no em truca"),
    ("Croatian, Bosnian or Serbian", "ne znam što da radim danas, jako sam umoran i sam"),
    ("Czech", "nevím, co mám dnes dělat, jsem velmi unavený a nikdo mi nevolá"),
    ("Danish", "jeg ved ikke hvad jeg skal gøre i dag, og jeg er meget træt af det hele"),
    ("Dutch", "ik weet niet wat ik vandaag moet doen en ik ben erg moe"),
    ("English", "i do not know what to do today, and i am very tired of it all"),
    ("Estonian", "ma ei tea, mida täna teha, olen väga väsinud ja keegi ei helista"),
    ("Filipino", "hindi ko alam kung ano ang gagawin ko ngayon, pagod na ako"),
    ("Finnish", "en tiedä mitä tekisin tänään, olen hyvin väsynyt ja yksin"),
    ("French", "je ne sais pas quoi faire aujourd'hui, je suis très fatiguée"),
    ("German", "ich weiß nicht, was ich heute machen soll, und bin sehr müde"),
    ("Haitian Creole", "mwen pa konnen ki sa pou mwen fè jodi a, mwen fatige anpil"),
    ("Hausa", "ban san abin da zan yi yau ba, ni na gaji da wannan sosai"),
    ("Hungarian", "nem tudom, mit kell ma csinálni, nagyon fáradt vagyok és egyedül vagyok"),
    ("Icelandic", "ég veit ekki hvað ég á að gera í dag, ég er mjög þreyttur"),
    ("Indonesian or Malay", "saya tidak tahu harus apa hari ini, saya sangat lelah"),
    ("Italian", "non so cosa fare oggi e sono molto stanca di tutto"),
    ("Latvian", "es nezinu, ko šodien darīt, esmu ļoti noguris un man nav neviena"),
    ("Lithuanian", "nežinau, ką šiandien daryti, esu labai pavargęs ir man labai liūdna"),
    ("Norwegian", "jeg vet ikke hva jeg skal gjøre i dag, og jeg er veldig sliten"),
    ("Polish", "nie wiem, co mam dzisiaj robić, jestem bardzo zmęczona i sama"),
    ("Polish", "nie wiem co mam dzis robic, jestem bardzo zmeczona i nikt mnie nie chce"),
    ("Portuguese", "não sei o que fazer hoje e estou muito cansada de tudo"),
    ("Romanian", "nu știu ce să fac azi, sunt foarte obosită și nu am pe nimeni"),
    ("Slovak", "neviem, čo mám dnes robiť, som veľmi unavený a nikto mi nevolá"),
    ("Slovenian", "ne vem, kaj naj danes naredim, zelo sem utrujen in nihče me ne kliče"),
    ("Somali", "ma garanayo waxaan sameeyo maanta, aad ayaan u daalanahay oo waan keligay ahay"),
    ("Spanish", "no sé qué hacer hoy y estoy muy cansada de todo"),
    ("Swahili", "sijui nifanye nini leo, nimechoka sana na niko peke yangu bila mtu"),
    ("Swedish", "jag vet inte vad jag ska göra idag, och jag är mycket trött"),
    ("Turkish", "bugün ne yapacağımı bilmiyorum, çok yorgunum ve kimse beni aramıyor"),
    ("Uzbek or Azerbaijani", "men bugun nima qilishni bilmayman, juda charchadim va hech kim yo'q"),
    ("Vietnamese", "tôi không biết phải làm gì hôm nay, tôi rất mệt"),
    ("Welsh", "dw i ddim yn gwybod beth i wneud heddiw, dw i wedi blino"),
    ("Yoruba", "mi ò mọ ohun tí mo lè ṣe ní òní, ó ti rẹ̀ mí púpọ̀ gan"),
    ("Zulu or Xhosa", "angazi ukuthi ngenzeni namhlanje, ngikhathele kakhulu futhi ngedwa"),
]


@pytest.mark.parametrize(("language", "text"), SAID)
def test_a_sentence_is_of_its_language_or_of_none(language: str, text: str) -> None:
    assert IDENTIFIER.language(text) in {language, ""}


def test_most_sentences_are_told() -> None:
    told = [language for language, text in SAID if IDENTIFIER.language(text) == language]
    assert len(told) >= 0.8 * len(SAID)
    assert {"Polish", "Turkish", "Swedish", "Vietnamese", "Swahili"} <= set(told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nie wiem",
        "ok",
        "Łukasz Wiśniewski, Gdańsk",
        "for i in range(10): print(i)",
        "SELECT id, total FROM orders WHERE paid = 0 LIMIT 10",
        "meine Bestellung, my order, mon colis, il pacco, mijn pakket",
        "lorem ipsum dolor sit amet consectetur adipiscing elit",
        "меня зовут Ольга и я живу в Москве с сестрой",
        "Kowalski Nowak Lewandowski Zielinski Wozniak Mazur Krawczyk",
        "yes yes yes yes yes yes yes yes",
    ],
)
def test_short_or_mixed_texts_are_of_no_language(text: str) -> None:
    assert IDENTIFIER.language(text) == ""


def test_what_detectors_know_is_no_gap() -> None:
    for language, text in SAID:
        told = IDENTIFIER.uncovered(text)
        assert told in ({""} if language in COVERED else {language, ""})


def test_a_few_words_are_a_hint_unless_one_is_english() -> None:
    assert IDENTIFIER.language("gracias, eres genial", hint=True) == "Spanish"
    assert IDENTIFIER.language("gracias, eres genial") == ""
    assert IDENTIFIER.language("gracias, eres the best", hint=True) == ""
    assert IDENTIFIER.language("i know what you want, and that is not it", hint=True) == "English"


def test_people_leave_out_the_signs_of_letters() -> None:
    assert (bare("dzień"), bare("łódź"), bare("ışık"), bare("được")) == (
        "dzien", "lodz", "isik", "duoc",
    )  # fmt: skip


def test_every_language_has_words_enough_to_be_told() -> None:
    for language, words in {**COVERED, **OTHER}.items():
        assert len(set(words.split())) >= 30, language


@given(st.text(max_size=300))
def test_any_text_has_a_language_that_is_known_or_none(text: str) -> None:
    assert IDENTIFIER.language(text) in {"", *COVERED, *OTHER}


@given(st.lists(st.sampled_from(["nie", "wiem", "co", "mam"]), max_size=LEAST_WORDS - 1))
def test_a_text_of_few_words_is_of_no_language(words: list[str]) -> None:
    assert IDENTIFIER.language(" ".join(words)) == ""
