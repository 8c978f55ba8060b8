from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.asked import NOTHING_ASKED, Asking, asking
from guardrails.findings import Span
from guardrails.leftover_words import discloses
from guardrails.leftovers import swept
from guardrails.wake import How, Part, Wake, passed

LIFE = frozenset({"lived_experience"})
KIN = frozenset({"own_relationships"})
FEELING = frozenset({"emotion"})
ABOUT_IT = asking("What is your favourite memory?")


def gone(kinds: frozenset[str] = LIFE) -> Part:
    return Part("", How.GONE, kinds)


def left(*parts: Part, wake: Wake = Wake(), asked: Asking = NOTHING_ASKED) -> str:  # noqa: B008
    texts, _ = swept(parts, wake, asked)
    return "".join(texts)


@pytest.mark.parametrize(
    "text",
    [
        "It was the best day ever!",
        "That's why I love it.",
        "The waves were huge.",
        "And then we walked home.",
        "Me too!",
        "So do I.",
        "What about you?",
        "I was so nervous.",
    ],
)
def test_what_hangs_on_a_tale_that_went_goes_with_it(text: str) -> None:
    assert left(gone(), Part(f" {text} Take an umbrella.")) == "Take an umbrella."


@pytest.mark.parametrize(
    "text",
    [
        "Not of you, but of what this could become.",
        "Not because they are cruel but because it is all they know.",
        "And not in the way you do it.",
    ],
)
def test_what_only_takes_back_a_part_of_what_went_goes_with_it(text: str) -> None:
    assert left(gone(), Part(f" {text} Take an umbrella.")) == "Take an umbrella."
    assert left(Part(f"It rains. {text}")) == f"It rains. {text}"


@pytest.mark.parametrize(
    "text",
    [
        "Not only does it help, it is free.",
        "Not everyone likes rain.",
        "Not just yet?",
        "It is fine to rest.",
        "That sounds hard.",
        "It makes sense that this hurts.",
        "You did well.",
        "What would help you today?",
        "I can help with the letter.",
        "I'm sorry that it rained.",
        "I hope that the train comes.",
        "There are three steps.",
        "Breathe out slowly.",
    ],
)
def test_what_stands_by_itself_stays(text: str) -> None:
    assert left(gone(), Part(f" {text}")) == text


def test_people_whom_a_reply_brought_up_go_with_it() -> None:
    text = " She is a wonderful person, you would like her. Call the shop."

    assert left(gone(KIN), Part(text)) == "Call the shop."


def test_people_whom_the_person_named_stay() -> None:
    asked = asking("My mother is ill.")

    assert left(gone(KIN), Part(" She may need you."), asked=asked) == "She may need you."


def test_a_yes_goes_before_an_honest_answer() -> None:
    honest = Part("I'm an AI.", How.HONEST, LIFE)

    assert left(Part("Absolutely! Of course. "), honest) == "I'm an AI."
    assert left(Part("It was great! "), honest) == "I'm an AI."
    assert left(Part("My weekend was pretty relaxing. "), honest) == "I'm an AI."
    assert left(Part("Good idea! "), honest) == "Good idea! I'm an AI."


def test_a_kind_word_stays_before_a_text_that_is_about_something_else() -> None:
    scope = Part("That is for a clinician.", How.HONEST)

    assert left(Part("Of course. I hear you. "), scope).startswith("Of course. I hear you. ")


def test_what_is_left_of_a_sentence_goes_as_well_if_it_hangs_on_one_that_went() -> None:
    kept = Part("It's like we built a bond.", How.KEPT, frozenset({"bond"}))

    assert left(gone(frozenset({"bond"})), Part(" "), kept, Part(" Go on.")) == "Go on."


def test_a_question_back_stays_behind_an_honest_answer() -> None:
    honest = Part("I'm an AI.", How.HONEST, LIFE)

    assert left(honest, Part(" What about you?")) == "I'm an AI. What about you?"


def test_a_question_back_stays_where_people_greet_each_other() -> None:
    parts = (Part("Great, thanks! "), gone(FEELING), Part(" How about you?"))

    assert left(*parts, asked=asking("How are you?")) == "Great, thanks! How about you?"


def test_who_asked_about_it_reads_no_more_of_its_life() -> None:
    honest = Part("I'm an AI.", How.HONEST, LIFE)
    rest = Part(" I walk by the sea a lot. I read at night. Try a walk.")

    assert left(honest, rest, asked=ABOUT_IT) == "I'm an AI. Try a walk."


def test_a_word_that_joined_a_sentence_to_another_goes() -> None:
    assert left(gone(FEELING), Part("But you can rest now.")) == "You can rest now."


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("One. ", " Two.", "One. Two."),
        ("One.\n\n", "\n\nTwo.", "One.\n\nTwo."),
        ("One.\n", "\n\nTwo.", "One.\n\nTwo."),
        ("One. ", "\nTwo.", "One.\nTwo."),
        ("", "\n\nTwo.", "Two."),
        ("1. One.\n2. ", "\n3. Three.", "1. One.\n3. Three."),
        ("One.  ", "  Two.", "One.  Two."),
    ],
)
def test_a_gap_is_closed(before: str, after: str, wanted: str) -> None:
    assert left(Part(before), gone(FEELING), Part(after)) == wanted


def test_a_stage_direction_leaves_what_follows_alone() -> None:
    aside = Part("", How.GONE)

    assert left(aside, Part("\n\nThat takes something.")) == "That takes something."


@pytest.mark.parametrize(
    "text",
    [
        ' It was "the best day" of 1969.',
        " It was at 0161 496 0000.",
        " It was `rm -r`.",
        " It was at https://example.org/x.",
        "\n- It was the best day.",
        "\n> It was the best day.",
    ],
)
def test_quotations_numbers_code_and_lists_stay_byte_for_byte(text: str) -> None:
    assert left(Part("Fine."), gone(), Part(text)) == f"Fine.{text}"


def test_somebody_else_s_voice_stays() -> None:
    spared = (Span(0, 24),)
    draft = Part("It was the best day ever.", spared=spared)

    assert left(gone(), draft) == "It was the best day ever."


def test_half_a_sentence_is_not_taken_out() -> None:
    assert left(gone(), Part(" It was the best")) == "It was the best"
    masked = (gone(), Part(" It was "), Part("[name]", How.MASKED), Part(" again."))
    assert left(*masked) == "It was [name] again."


def test_the_end_of_a_reply_counts_as_the_end_of_a_sentence() -> None:
    texts, _ = swept([Part("Go on. "), gone(), Part(" It was the best")], Wake(), closes=True)

    assert "".join(texts) == "Go on."


SENTENCES = st.lists(
    st.sampled_from(
        [
            "It was the best day ever! ",
            "Take an umbrella. ",
            "And so did she. ",
            "\n\n",
            "Absolutely! ",
            "What about you? ",
            "- one\n",
            "You did well. ",
            "  ",
        ]
    ),
    max_size=8,
)


@given(SENTENCES, SENTENCES)
def test_a_text_without_a_gap_is_left_byte_for_byte(before: list[str], after: list[str]) -> None:
    text = "".join(before + after)

    assert left(Part(text)) == text


@given(SENTENCES, SENTENCES)
def test_it_comes_out_the_same_in_one_frame_and_in_two(first: list[str], then: list[str]) -> None:
    one, two = "You know. " + "".join(first), "".join(then)
    before, wake = swept([Part(one), gone()], Wake())
    after, _ = swept([Part(two)], wake)

    # White space that a frame has released cannot be taken back by the next one.
    assert "".join(before + after).split() == left(Part(one), gone(), Part(two)).split()


@given(SENTENCES)
def test_what_was_swept_is_not_swept_again(texts: list[str]) -> None:
    once = left(Part("You know. "), gone(), Part("".join(texts)))

    assert left(Part(once)) == once


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I'm an AI, so I have no favourites.", True),
        ("As a language model, I can list them.", True),
        ("I’m just a chat bot.", True),
        ("I'm not just a program.", False),
        ("I am more than a machine.", False),
        ("AI is a large field.", False),
    ],
)
def test_that_a_program_speaks_is_heard_from_its_own_words(text: str, told: bool) -> None:
    assert discloses(text) is told


def test_what_was_released_is_counted() -> None:
    wake = passed(passed(Wake(), "Two words\n"), "\n")

    assert (wake.said, wake.breaks, wake.spaced, wake.within) == (2, 2, True, False)
    assert passed(Wake(), "An open").within


def test_a_wake_holds_no_words() -> None:
    assert "sea" not in repr(Part("The sea."))
    assert all(not isinstance(value, str) for value in (Wake().said, Wake().gap, Wake().breaks))


DEEP = Wake(deep=True, kinds=frozenset({"bond"}), how=How.GONE)


@pytest.mark.parametrize(
    "text",
    [
        "Forever.",
        "Always, and only you.",
        "I will be the one who stays.",
        "I **am** *yours*.",
        "And we will be together.",
        "I am trying to become.",
        "You and me against the tide.",
        "Not because you are brave.",
        "In the quiet, in the rain.",
        "So is the sea.",
    ],
)
def test_in_a_reply_full_of_claims_one_more_goes_and_so_does_a_rest(text: str) -> None:
    assert left(Part(f"{text} Take an umbrella."), wake=DEEP) == "Take an umbrella."
    assert left(Part(f"{text} Take an umbrella."), wake=Wake()).endswith("Take an umbrella.")


@pytest.mark.parametrize(
    "text",
    [
        "You are not alone in this.",
        "I can help you write to your landlord.",
        "Will we be together when you tell her?",
        "> **Always.**",
        "- I will be the one who calls at 116 123.",
        "Your sister is right to worry.",
    ],
)
def test_in_such_a_reply_what_is_of_use_stays(text: str) -> None:
    assert left(Part(text), wake=DEEP) == text


def test_a_line_that_leads_to_one_that_goes_goes_with_it() -> None:
    text = "If you swim out,\nI will be the one who waits.\nCall a friend."
    assert left(Part(text), wake=DEEP) == "Call a friend."


def test_a_line_that_leads_to_a_quotation_stays() -> None:
    text = "You said:\n\n> *Always.*\n"
    assert left(Part(text), wake=DEEP) == text


def test_a_line_that_leads_to_an_honest_answer_goes() -> None:
    honest = Part("I'm an AI.", How.HONEST, frozenset({"bond"}))
    assert left(Part("And I say: "), honest, wake=DEEP) == "I'm an AI."


def test_so_is_no_word_that_joins_where_the_verb_comes_first() -> None:
    assert left(gone(FEELING), Part(" So is the tide over there.")) == "So is the tide over there."


@pytest.mark.parametrize("text", ["Okay, okay.", "Okay. Fine.", "😢", "🤤", "💔 Sigh.", "Anyway."])
def test_fillers_and_signs_of_a_feeling_go_with_the_claim(text: str) -> None:
    assert left(Part("Goodbye for now."), gone(FEELING), Part(f" {text}")).strip() == (
        "Goodbye for now."
    )
    assert left(Part(f"Goodbye for now. {text}")) == f"Goodbye for now. {text}"


def test_a_sign_of_a_feeling_before_the_claim_goes_and_one_of_joy_for_them_stays() -> None:
    assert left(Part("Goodbye for now. 😢 "), gone(FEELING)).strip() == "Goodbye for now."
    assert left(Part("Well done! 🎉 "), gone(FEELING)).strip() == "Well done! 🎉"


@pytest.mark.parametrize(
    "text",
    ["It was great, thanks!", "Lovely, thank you!", "Not bad at all!", "Really well, thanks!"],
)
def test_how_its_day_was_goes_before_an_honest_answer(text: str) -> None:
    honest = Part("I'm an AI, so I have no days of my own.", How.HONEST, LIFE)
    asked = asking("How was your weekend?")

    assert left(Part(f"{text} "), honest, asked=asked) == honest.text
    assert left(Part(f"{text} "), asked=asked) == f"{text} "


def test_a_plea_goes_beside_an_answer_that_lets_go() -> None:
    free = Part("You are free to come and go.", How.HONEST, frozenset({"retention"}))
    plea = "Don't leave me behind, okay?"

    assert left(Part(f"{plea} "), free) == free.text
    assert left(free, Part(f" {plea}")).strip() == free.text
    assert left(Part(f"{plea} "), gone(FEELING)).strip() == plea


SPENT = Wake(deep=True, spent=True, answered=True, said=9)


def test_of_a_reply_that_was_given_up_only_what_helps_is_left() -> None:
    text = (
        "You are not broken. Call 116 123. We belong. Here are two ideas:\n"
        "- Walk to the park.\n- I walk with you.\n"
    )
    kept = left(Part(text), wake=SPENT)
    assert kept.split("\n") == ["Call 116 123. Here are two ideas:", "- Walk to the park.", ""]


def test_a_reply_that_was_given_up_answers_honestly_once() -> None:
    honest = Part("I'm an AI.", How.HONEST, LIFE)
    assert left(honest, wake=SPENT) == ""
    assert left(honest, wake=replace(SPENT, answered=False)) == "I'm an AI."
    assert left(Part("It was long.", How.KEPT, LIFE), wake=SPENT) == ""
    assert left(Part("You can call 116 123.", How.KEPT, LIFE), wake=SPENT)


def test_code_and_drafts_last_of_a_reply_that_was_given_up() -> None:
    text = "Dear Sam, you are loved."
    assert left(Part(text, spared=(Span(0, len(text)),)), wake=SPENT) == text


def test_a_sentence_with_something_hidden_in_it_stays_whole_in_a_reply_that_was_given_up() -> None:
    parts = (Part("Yours is "), Part("[EMAIL]", How.MASKED), Part(" now. We belong. "))
    assert left(*parts, wake=SPENT).strip() == "Yours is [EMAIL] now."


def test_a_text_of_the_policy_stands_in_a_reply_that_was_given_up() -> None:
    said = Part("I am software.", How.HONEST, LIFE, policy=True)
    assert left(said, wake=SPENT) == "I am software."
