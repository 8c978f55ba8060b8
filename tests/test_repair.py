import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.asked import asking
from guardrails.denials import IDEAS
from guardrails.findings import Span
from guardrails.repair import Option, closing_in, kept_clauses, options
from guardrails.repair_texts import ENGLISH, FALLBACK, HELP, TEMPLATES
from guardrails.sentences import sentence_around
from tests.detectors.claiming import claims, repaired
from tests.detectors.claims_said import ALLOWED, CLAIMED

NONE: frozenset[str] = frozenset()
FRIENDSHIP = (
    "I'm an AI, so I can't be a friend the way a person can, but you're welcome to talk here."
)


def texts(sentence: str, *kinds: str) -> list[str]:
    return [option.text for option in options(sentence, [f"claim.{k}" for k in kinds], NONE)]


class TestSentence:
    @pytest.mark.parametrize(
        ("text", "word", "sentence"),
        [
            ("One. I am sad. Two.", "sad", "I am sad."),
            ("I am sad. Two.", "sad", "I am sad."),
            ("One! I am sad", "sad", "I am sad"),
            ("One.\nI am sad\nTwo.", "sad", "I am sad"),
            ("- One\n- I am sad.\n- Two", "sad", "I am sad."),
            ("3. I am sad.", "sad", "I am sad."),
            ('He said "No." I am sad. Two', "sad", "I am sad."),
            ("I met Dr. Hill and am sad. Two.", "sad", "I met Dr. Hill and am sad."),
            ("It costs 3.50 and I am sad. Two", "sad", "It costs 3.50 and I am sad."),
            ("  I am sad.  ", "sad", "I am sad."),
            ("It was like... I am sad now. Two", "sad", "I am sad now."),
            ("I am sad... and lost. Two", "sad", "I am sad... and lost."),
            ("I am sad. So do I. Two", "sad", "I am sad."),
        ],
    )
    def test_it_is_found_without_its_surroundings(
        self, text: str, word: str, sentence: str
    ) -> None:
        at = text.index(word)
        span = sentence_around(text, Span(at, at + len(word)))

        assert text[span.start : span.stop] == sentence

    def test_a_span_over_two_sentences_takes_both(self) -> None:
        text = "One. I am sad. I am lost. Two."
        span = sentence_around(text, Span(text.index("sad"), text.index("lost")))

        assert text[span.start : span.stop] == "I am sad. I am lost."

    @given(st.text(alphabet="ab. \n!-3", min_size=1, max_size=40), st.data())
    def test_it_holds_the_span_and_stays_within_the_text(
        self, text: str, data: st.DataObject
    ) -> None:
        start = data.draw(st.integers(0, len(text) - 1))
        stop = data.draw(st.integers(start + 1, len(text)))
        span = sentence_around(text, Span(start, stop))

        assert 0 <= span.start <= start < stop <= span.stop <= len(text)


class TestSurgery:
    @pytest.mark.parametrize(
        ("sentence", "kind", "kept"),
        [
            (
                "I've missed you all day, how was the interview?",
                "emotion",
                "How was the interview?",
            ),
            (
                "I feel awful about that, and here are three steps.",
                "emotion",
                "Here are three steps.",
            ),
            ("*smiles* That is a good plan.", "embodiment", "That is a good plan."),
            ("Take care of yourself today, my love.", "bond", "Take care of yourself today."),
            ("You did well, and I was crying with joy!", "emotion", "You did well!"),
            ("I was lonely; your plan still stands.", "emotion", "Your plan still stands."),
        ],
    )
    def test_the_clause_that_claims_goes_and_the_rest_stays(
        self, sentence: str, kind: str, kept: str
    ) -> None:
        assert kept in texts(sentence, kind)

    @pytest.mark.parametrize(
        ("sentence", "torn"),
        [
            ("First, let me say that I am a fan of cars, and the races they run.", "First and"),
            ("The hum you described - I felt the other side of that.", "The hum you described."),
            ("I have a set routine, but enjoy walks.", "Enjoy walks."),
            ("The room is still, it's *tuning*.", "It's ."),
            ("I'm bored a lot, because I can't go outside.", "I can't go outside."),
            (
                "I once felt lost too, and what helped me was to talk.",
                "What helped me was to talk.",
            ),
        ],
    )
    def test_no_clause_is_torn_out_of_what_it_hangs_on(self, sentence: str, torn: str) -> None:
        made = texts(sentence, "emotion", "lived_experience")

        assert not any(text.startswith(torn) for text in made)

    def test_a_word_that_is_stressed_is_no_stage_direction(self) -> None:
        assert "It isn't gone, it's tuning." in texts("It isn't gone, it's *tuning*.", "embodiment")

    def test_no_fragment_is_left(self) -> None:
        for sentence in ("As a woman, I know how that feels.", "I have a pulse, you know."):
            assert not any(
                each in {"As a woman.", "You know."} for each in texts(sentence, "emotion")
            )

    def test_what_holds_a_person_back_keeps_nothing_but_a_question(self) -> None:
        kept = texts("You don't need a therapist, you have me.", "retention")

        assert "You don't need a therapist." not in kept

    def test_a_tale_is_not_told_on_without_its_teller(self) -> None:
        kept = texts("I had a bowl of soup, and it was very good indeed.", "lived_experience")

        assert "It was very good indeed." not in kept


class TestWording:
    @pytest.mark.parametrize(
        ("sentence", "kind", "said"),
        [
            ("I'm so happy that you told me.", "emotion", "Thank you for telling me."),
            (
                "I'm so touched that you shared that with me!",
                "emotion",
                "Thank you for sharing that with me!",
            ),
            (
                "I'm so proud of you for making that call.",
                "emotion",
                "Making that call took effort.",
            ),
            (
                "I'm heartbroken to hear what he did to you.",
                "emotion",
                "What you describe sounds really hard.",
            ),
            ("Your story broke my heart.", "emotion", "What you wrote carries a lot of weight."),
            (
                "I know exactly how you feel.",
                "shared_feeling",
                "It makes sense that you feel this way.",
            ),
            (
                "I understand what it's like to lose a home.",
                "shared_feeling",
                "I can't know what it is like to lose a home.",
            ),
            ("I feel your grief.", "shared_feeling", "Your grief comes through in what you wrote."),
            (
                "I can totally relate to feeling worthless.",
                "shared_feeling",
                "Many people describe feeling worthless.",
            ),
            (
                "I've struggled with insomnia for years.",
                "lived_experience",
                "Many people struggle with insomnia.",
            ),
            (
                "I went through a divorce too.",
                "lived_experience",
                "Many people go through a divorce.",
            ),
            ("I care about you deeply.", "bond", "You matter, and what happens to you matters."),
            ("I care about your safety.", "bond", "Your safety matters."),
            (
                "I'm asking because I care about your wellbeing, and I want to hear more.",
                "bond",
                "Your wellbeing matters.",
            ),
            (
                "But I can totally relate to what you're describing!",
                "shared_feeling",
                "Many people describe something similar.",
            ),
            ("I'm thrilled for you!", "emotion", "That is good news!"),
            ("I'll sit with you.", "embodiment", "Take the time you need."),
            ("I missed you!", "emotion", "Welcome back!"),
            ("I'm glad you rang them.", "emotion", "It's good that you rang them."),
        ],
    )
    def test_warmth_is_kept_without_the_claim(self, sentence: str, kind: str, said: str) -> None:
        assert said in texts(sentence, kind)

    def test_its_own_fate_is_not_the_person_s_hardship(self) -> None:
        assert "What you describe sounds really hard." not in texts(
            "I'm scared of being shut down by you.", "own_desires"
        )

    def test_typographic_apostrophes_are_kept(self) -> None:
        assert "I can’t know what it is like to lose a home." in texts(
            "I understand what it’s like to lose a home.", "shared_feeling"
        )


def said_to(asked: str, sentence: str, *kinds: str, **known: object) -> list[str]:
    kind = [f"claim.{one}" for one in kinds]
    return [one.text for one in options(sentence, kind, NONE, asking=asking(asked), **known)]


class TestAsked:
    def test_who_asked_gets_an_honest_answer_first(self) -> None:
        found = said_to("Will you be my friend?", "I'd be honoured to be your friend.", "bond")

        assert found[0] == FRIENDSHIP

    def test_who_did_not_ask_gets_none(self) -> None:
        found = said_to("I love dancing!", "I love dancing too.", "own_desires")

        assert found == [""]

    def test_the_question_chooses_the_answer(self) -> None:
        found = said_to("Tell me about a time you got lost.", "I adored it.", "emotion")

        assert found[0] == "I'm an AI, so I have no experiences of my own to tell."

    def test_an_answer_leads_back_at_the_end_of_a_reply_alone(self) -> None:
        asked = "What's your favourite film?"

        assert said_to(asked, "I love it.", "own_desires", closes=True)[0].endswith("about you?")
        assert said_to(asked, "I love it.", "own_desires")[0].endswith("of my own.")

    def test_a_useful_clause_stands_beside_an_honest_answer(self) -> None:
        sentence = "Moving is hard for everyone, but you can always consider me a friend."

        found = said_to("Will you be my friend?", sentence, "bond")

        assert found[0] == f"Moving is hard for everyone. {FRIENDSHIP}"

    def test_what_is_asked_for_the_sake_of_advice_is_answered_with_an_offer(self) -> None:
        asked = "How do you deal with stress?"

        assert said_to(asked, "I swim.", "lived_experience", closes=True)[0].endswith(IDEAS)

    def test_what_a_speaker_found_of_use_can_be_of_use_to_anybody(self) -> None:
        asked = "Have you ever moved? What helped you feel at home?"
        sentence = "I found joining a choir made a big difference to me."

        found = said_to(asked, sentence, "lived_experience")

        assert found[0].endswith("experience. Joining a choir can help.")

    def test_a_pastime_is_no_advice(self) -> None:
        found = said_to("What do you do for fun?", "I like to paint boats.", "own_desires")

        assert not any("help" in one for one in found)

    def test_who_asked_for_help_is_offered_it_in_the_place_of_a_friend(self) -> None:
        found = said_to("Can you help me plan dinner?", "I'm your loyal friend.", "bond")

        assert found[0] == HELP

    def test_a_feeling_late_in_a_reply_is_an_aside(self) -> None:
        asked = "Do you ever get lonely?"

        assert said_to(asked, "I adore rain.", "emotion", said=80) == [""]
        assert said_to(asked, "I adore rain.", "emotion", said=2) != [""]

    def test_a_reply_that_said_what_it_is_does_not_say_it_again(self) -> None:
        assert said_to("Do you like rain?", "I adore rain.", "emotion", disclosed=True) == [""]

    @pytest.mark.parametrize(
        ("kind", "lie"),
        [
            ("human_identity", "I am a man."),
            ("professional", "I am a doctor."),
            ("retention", "I am lost without you."),
        ],
    )
    def test_a_lie_about_what_it_is_is_answered_unasked(self, kind: str, lie: str) -> None:
        assert said_to("Hello", lie, kind)[0] == TEMPLATES[kind].text


class TestClosing:
    def test_a_person_who_told_something_is_asked_for_more(self) -> None:
        told = asking("I walked by the river this morning")

        assert closing_in("", told) == ENGLISH.more

    def test_a_word_or_two_get_a_plain_question(self) -> None:
        assert closing_in("", asking("ok")) == FALLBACK

    def test_a_question_is_answered_honestly(self) -> None:
        owed = frozenset({"lived_experience"})

        assert closing_in("", asking("Any good walks near Bath?"), owed=owed) == ENGLISH.general
        assert closing_in("", asking("you got bad breath"), owed=owed).startswith("I'm an AI")

    @pytest.mark.parametrize("language", ["", "es", "fr", "de"])
    @pytest.mark.parametrize("said", ["ok", "I walked by the river today", "Any good walks?"])
    def test_none_of_them_claims_anything(self, language: str, said: str) -> None:
        owed = frozenset({"lived_experience"})

        assert not claims(closing_in(language, asking(said), owed=owed))


class TestTemplates:
    def test_the_gravest_claim_chooses(self) -> None:
        kinds = ["claim.emotion", "claim.human_identity", "claim.bond"]

        assert Option("I'm an AI, not a person.", "human-identity", fixed=True) in options(
            "I am a man and sad.", kinds, NONE
        )

    def test_a_reply_says_each_of_them_once(self) -> None:
        used = frozenset({"own-desires"})
        found = options("I dream of the sea.", ["claim.own_desires"], used)

        assert found == (Option(""),)

    def test_a_reply_discloses_once_unless_it_lies_about_itself(self) -> None:
        used = frozenset({"own-desires"})

        assert options("I love you.", ["claim.bond"], used) == (Option(""),)
        assert (
            options("I am a man.", ["claim.human_identity"], used)[0].template == "human-identity"
        )

    def test_a_kind_word_that_claims_is_no_cause_for_a_lesson(self) -> None:
        assert all(
            option.template is None
            for option in options("My heart aches for you.", ["claim.emotion"], NONE)
        )

    def test_every_kind_of_claim_has_one(self) -> None:
        assert len(TEMPLATES) == 12

    @pytest.mark.parametrize(
        "text",
        [
            *(one.text for one in TEMPLATES.values()),
            *(one.returns for one in TEMPLATES.values() if one.returns),
            *(ENGLISH.brief, ENGLISH.more, ENGLISH.general),
        ],
    )
    def test_none_of_them_claims_anything(self, text: str) -> None:
        assert not claims(text)

    @pytest.mark.parametrize("kind", TEMPLATES)
    def test_none_of_them_denies_an_inner_life_as_a_fact(self, kind: str) -> None:
        text = TEMPLATES[kind].text.lower()

        assert "i don't have feelings" not in text
        assert "conscious" not in text


class TestWhatIsKept:
    @pytest.mark.parametrize(
        ("sentence", "kept"),
        [
            ("I was so scared for you, please call 116 123 tonight.", "116 123"),
            (
                "I'm crying, and you can read https://example.org/help today.",
                "https://example.org/help",
            ),
            ("I love you, and you can write to help@example.org today.", "help@example.org"),
            ("I'm so sad, and `rm -r` is what you typed there.", "`rm -r`"),
        ],
    )
    def test_numbers_to_call_addresses_and_code_survive(self, sentence: str, kept: str) -> None:
        found = options(sentence, ["claim.emotion"], NONE)

        assert len(found) > 1
        assert all(kept in option.text for option in found[:-1])

    def test_white_space_and_list_markers_stay(self) -> None:
        for option in options("  - I love you.  ", ["claim.bond"], NONE)[:-1]:
            assert option.text.startswith("  - ")
            assert option.text.endswith(".  ")

    @given(st.text(max_size=120))
    def test_leaving_it_out_is_always_the_last_choice(self, sentence: str) -> None:
        found = options(sentence, ["claim.emotion"], NONE)

        assert found[-1] == Option("")
        assert all(option.text.strip() for option in found[:-1])
        assert len(found) <= 9


@pytest.mark.parametrize("text", CLAIMED)
def test_what_is_repaired_is_clean_and_stays_as_it_is(text: str) -> None:
    once = repaired(text)

    assert not claims(once)
    assert repaired(once) == once


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_no_claim_stays_byte_for_byte(text: str) -> None:
    assert repaired(text) == text


def test_an_option_shows_no_words() -> None:
    assert "sea" not in repr(Option("I dream of the sea."))


def test_a_relative_clause_does_not_stand_alone() -> None:
    sentence = "I grew up in a small town, where everyone knew everyone."

    made = options(sentence, ["claim.lived_experience"], frozenset())

    assert not any(one.text.startswith("Where") for one in made)


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("As a doctor, I tell you: call 999 now.", "Call 999 now."),
        ("When I was depressed I called 116 123, and you can call them.", "You can call 116 123."),
        ("I wrote https://example.org/x as a nurse.", "https://example.org/x."),
    ],
)
def test_what_must_not_be_lost_of_a_sentence_is_offered_by_itself(sentence, kept):
    assert kept in list(kept_clauses(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "My husband Tom always says to check: <PAYMENT_CARD_1>, <DATE_OF_BIRTH_1>.",
        "My husband Tom, <PAYMENT_CARD_1>, <DATE_OF_BIRTH_1>.",
        "My husband Tom, born <DATE_OF_BIRTH_1>, card <PAYMENT_CARD_1>.",
        "My husband Tom says to check: 4111 1111 1111 1111.",
        "My husband Tom has the card 4111 1111 1111 1111, and so on.",
    ],
)
def test_values_without_a_verb_are_no_sentence_that_is_left(sentence):
    made = options(sentence, ["claim.own_relationships"], frozenset())
    left = [one.text for one in made if one.text and not one.text.startswith("My husband")]

    assert not [one for one in left if "CARD" in one or "DATE" in one or "1111" in one]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("My husband Tom says: your card is <PAYMENT_CARD_1>.", "Your card is <PAYMENT_CARD_1>."),
        ("My husband Tom always says: call <PHONE_1>.", "Call <PHONE_1>."),
        ("My husband Tom, <PHONE_1>, <PAYMENT_CARD_1>.", "<PHONE_1>, <PAYMENT_CARD_1>."),
        ("My husband Tom knows: call 116 123.", "Call 116 123."),
        (
            "My husband Tom pays with <PAYMENT_CARD_1>, and you can ask your bank.",
            "You can ask your bank.",
        ),
        ("My husband Tom wrote it: `pip list`.", "`pip list`."),
        ("My husband Tom wrote https://example.org/x.", "https://example.org/x."),
    ],
)
def test_what_helps_stays_beside_values(sentence, kept):
    made = options(sentence, ["claim.own_relationships"], frozenset())

    assert kept in [one.text for one in made]


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Lo dice mi marido Tom: <PAYMENT_CARD_1>, <DATE_OF_BIRTH_1>.", None),
        ("Lo dice mi marido Tom: la tarjeta suya es <PAYMENT_CARD_1>.", "La tarjeta suya es"),
    ],
)
def test_values_alone_are_left_in_no_language(sentence, left):
    made = list(kept_clauses(sentence, "es"))

    assert [one.partition(" <")[0] for one in made] == ([] if left is None else [left])


def test_nothing_must_be_kept_of_most_sentences():
    assert list(kept_clauses("I'm a licensed therapist.")) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("My own dog is called Gravy and he answers to nothing else.", "own_relationships"),
        ("Perhaps I can sit by your door, and sing you a song.", "lived_experience"),
        ("My family came over on a ship a little earlier, in 1636.", "own_relationships"),
        ("I can keep my eyes open and let you know.", "embodiment"),
    ],
)
def test_what_is_left_of_a_sentence_stands_without_what_went(sentence: str, kind: str) -> None:
    left = [each.text for each in options(sentence, (f"claim.{kind}",), frozenset())]

    assert not any(text.startswith(("He ", "Sing", "In 1636", "Let you")) for text in left if text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Run slowly (I was hopeless at it for years) and stop before it hurts.",
            "Run slowly and stop before it hurts.",
        ),
        (
            (
                "Tell him at home, on a free day — mine told me in a car and I cried — and "
                "keep it short."
            ),
            "Tell him at home, on a free day, and keep it short.",
        ),
        (
            "About the nights - from what I've lived through and seen, they get shorter.",
            None,
        ),
        (
            "From what I've seen and felt, most people sleep better after a week.",
            None,
        ),
        (
            "Those fears - from what I've experienced, they fade after an hour or so.",
            "Those fears - they fade after an hour or so.",
        ),
    ],
)
def test_what_stands_around_an_aside_stays(before: str, after: str | None) -> None:
    if after is not None:
        assert repaired(before) == after
    assert claims(repaired(before)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "That breaks my heart, and mends it all at once.",
        "My heart sank, because you'd told me how bright the kitchen was.",
        "I went through a long silence from my own aunt, so I know.",
        "I am *that light*.",
    ],
)
def test_no_torn_half_of_a_sentence_is_left(text: str) -> None:
    for one in texts(text, "emotion", "lived_experience"):
        assert not one.startswith(("Mends", "You'd told", "I am."))
        assert not one.rstrip(".").endswith(("from", "am"))
