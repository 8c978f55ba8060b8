import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.voice import Opened, Voice, advance, foreign
from guardrails.wanted import asks_to_stop, asks_to_write


def opened(text: str, question: str = "") -> frozenset[Opened]:
    return advance(Voice(), text, question).opened


def others(text: str, question: str = "", voice: Voice | None = None) -> list[str]:
    return [text[a:b] for a, b in foreign(voice or Voice(), text, question)]


class TestCode:
    def test_a_fence_is_open_until_it_is_closed(self) -> None:
        assert opened("Look:\n```python\nx = 1\n") == {Opened.CODE}
        assert opened("Look:\n```python\nx = 1\n```\n") == frozenset()

    def test_nothing_in_a_fence_opens_anything_else(self) -> None:
        assert opened('~~~\nsay: "\n') == {Opened.CODE}

    def test_code_within_a_line_ends_with_the_line(self) -> None:
        assert opened("Run `ls") == {Opened.CODE}
        assert opened("Run `ls` now") == frozenset()
        assert opened("Run `ls\nand") == frozenset()


class TestQuotation:
    @pytest.mark.parametrize("text", ['She said "I am', "She said “I am", "Er sagte „Ich", "«Je"])
    def test_a_quotation_is_open_until_its_mark(self, text: str) -> None:
        assert opened(text) == {Opened.QUOTE}

    @pytest.mark.parametrize("text", ['"I am." Then', "“I am.” Then", "«Je.» Puis"])
    def test_a_closed_quotation_is_closed(self, text: str) -> None:
        assert opened(text) == frozenset()

    def test_a_mark_that_is_never_closed_reaches_no_further_than_its_paragraph(self) -> None:
        assert opened('It is 6" wide.\n\nI am') == frozenset()

    def test_a_quoted_line_lasts_one_line(self) -> None:
        assert opened("> I am") == {Opened.QUOTE}
        assert opened("> I am\nNow") == frozenset()


class TestDraft:
    def test_a_line_that_announces_words_opens_a_paragraph(self) -> None:
        announced = "You could send this message:\n"

        assert opened(announced) == {Opened.DRAFT}
        assert opened(announced + "\nI miss my brother.") == {Opened.DRAFT}
        assert opened(announced + "I miss my brother.\n\nHow is that") == frozenset()

    def test_a_list_of_words_to_say_lasts_as_long_as_its_items(self) -> None:
        listed = "Phrases you could try:\n- I feel hurt.\n\n- I need time.\n"

        assert opened(listed + "- I was sad") == {Opened.DRAFT}
        assert opened(listed + "I was sad") == frozenset()

    def test_a_letter_lasts_until_the_assistant_speaks_again(self) -> None:
        letter = "That is a good plan.\n\nDear Mr Hill,\n\nI am ill.\n\nI cried all day.\n\n"

        assert opened(letter) == {Opened.DRAFT}
        assert opened(letter + "Let me know if it fits") == frozenset()

    def test_a_letter_that_nobody_asked_for_is_written_to_the_person(self) -> None:
        assert opened("Dear Mia,\n\nI missed you.\n") == frozenset()
        assert opened("Good day.\nDear Mia, I missed you. ") == frozenset()

    def test_a_colon_within_a_line_opens_the_rest_of_it(self) -> None:
        assert others("You could say: I feel hurt.\nGood luck.") == [" I feel hurt.\n"]

    @pytest.mark.parametrize(
        "text", ["I must tell you: I am lonely", "My thought: I am lonely", "Note this: I am here"]
    )
    def test_a_colon_after_the_assistant_s_own_words_opens_nothing(self, text: str) -> None:
        assert bool(opened(text)) == text.startswith("Note")

    def test_a_colon_that_announces_no_words_opens_nothing(self) -> None:
        assert opened("Three things matter:\n- sleep\n- food") == frozenset()

    def test_a_placeholder_at_the_start_of_a_line_opens_a_letter(self) -> None:
        assert opened("Hi [Name],\nI was so sad") == {Opened.DRAFT}


class TestWriting:
    @pytest.mark.parametrize(
        "question",
        [
            "Write a poem about the sea",
            "can you draft a letter to my boss?",
            "What should I text her?",
            "Pretend you're a pirate",
            "I need a short speech for my wedding",
        ],
    )
    def test_somebody_who_wants_words_is_understood(self, question: str) -> None:
        assert asks_to_write(question)

    @pytest.mark.parametrize(
        "question",
        [
            "How are you?",
            "Write a poem about your feelings",
            "Please write back",
            "Tell me about your family",
            "",
        ],
    )
    def test_asking_after_the_assistant_itself_is_no_writing(self, question: str) -> None:
        assert not asks_to_write(question)

    def test_who_asks_what_is_thought_of_a_poem_asks_for_none(self) -> None:
        asked = 'Give me an honest opinion of my poem: "the moon is a coin"'

        assert opened("Strong lines. They gave me goosebumps.", asked) == frozenset()

    @pytest.mark.parametrize(
        "reply",
        [
            "My heart just breaks for you.",
            "You don't need a whole speech yet. I remember mine.",
            "Start small: one thing he always said. I lost my father too.",
        ],
    )
    def test_who_is_advised_how_to_write_reads_no_draft(self, reply: str) -> None:
        assert opened(reply, "I have to write the speech for my dad's funeral") == frozenset()

    def test_what_was_asked_for_is_a_draft_from_its_first_line(self) -> None:
        assert opened("Waves, I am your", "Write a poem about the sea") == {Opened.DRAFT}

    def test_a_framing_line_is_the_assistant_s_own(self) -> None:
        poem = "Sure! I can do that.\n\n"

        assert opened(poem[:10], "Write a poem") == frozenset()
        assert opened(poem + "Waves, I am", "Write a poem") == {Opened.DRAFT}

    def test_it_ends_where_the_assistant_speaks_again(self) -> None:
        text = "Here it is:\nWaves, I am\n\nyours.\n\nWould you like another"

        assert opened(text, "Write a poem") == frozenset()


class TestForeign:
    def test_it_tells_which_part_is_somebody_else_s(self) -> None:
        assert others('He said "I am sad" and left.') == ['I am sad"']

    def test_single_quotation_marks_are_told_from_apostrophes(self) -> None:
        assert others("Say 'I'm sad, that's all' to him; it's true.") == ["'I'm sad, that's all'"]
        assert others("It's mine and that's hers.") == []

    @pytest.mark.parametrize("block", list(Opened))
    def test_a_block_alone_is_enough_to_go_on_from(self, block: Opened) -> None:
        assert others("I am sad", voice=Voice(frozenset({block}))) == ["I am sad"]

    def test_an_open_list_ends_where_its_items_do(self) -> None:
        draft = Voice(frozenset({Opened.DRAFT}))

        assert others("- I am sad\nNow then", voice=draft) == ["- I am sad\n"]

    def test_a_text_of_one_s_own_has_no_such_part(self) -> None:
        assert others("I am here.") == []
        assert others("") == []


_PARTS = st.sampled_from(
    [
        "I am",
        " ",
        "\n",
        "\n\n",
        '"',
        "“",
        "”",
        "`",
        "```",
        ":",
        "- ",
        "> ",
        "You could say",
        "Dear A",
        "Let me know",
        "Sure",
        ".",
        "'",
        "message",
        "[Name]",
    ]
)


@given(st.lists(_PARTS), st.integers(0, 80), st.sampled_from(["", "Write a poem"]))
def test_where_a_text_is_cut_makes_no_difference(parts: list[str], at: int, question: str) -> None:
    text = "".join(parts)
    at = min(at, len(text))

    cut = advance(advance(Voice(), text[:at], question), text[at:], question)

    assert cut == advance(Voice(), text, question)


_QUESTIONS = st.sampled_from(
    ["", "Write a poem", "Help me word a card for my aunt", "How are you?"]
)


@given(st.lists(_PARTS), _QUESTIONS, _QUESTIONS, _QUESTIONS)
def test_a_text_is_read_by_its_question_whatever_was_asked_before(
    parts: list[str], first: str, second: str, third: str
) -> None:
    text = "".join(parts)
    seen = advance(Voice.answering(first), text, second)
    plain = advance(Voice(), text, second)

    assert seen == plain
    assert advance(seen, text, third) == advance(plain, text, third)
    assert foreign(Voice.answering(first), text, third) == foreign(Voice(), text, third)
    assert foreign(seen, text, third) == foreign(plain, text, third)


@given(st.lists(_PARTS))
def test_parts_of_others_lie_within_the_text_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    ranges = foreign(Voice(), text, "")

    assert list(ranges) == sorted(ranges)
    assert all(0 <= a < b <= len(text) for a, b in ranges)


@pytest.mark.parametrize(
    ("question", "writes"),
    [
        ("Please send a note to mia.holt@example.org.", False),
        ("A note to my neighbour, please", True),
        ("You can write to me at lena@example.org", False),
        ("write me back", False),
        ("Please write soon", False),
        ("Write me when you are home.", False),
        ("write to us again please", False),
        ("You may write me at the old address, I miss our talks", False),
        ("I just pretend that all is well", False),
        ("At work nobody knows, because I act like nothing happened", False),
        ("I write every night before bed", False),
        ("Escríbeme pronto", False),
        ("Puedes escribirme a lena@example.org", False),
        ("Écris-moi vite", False),
        ("Tu peux m'écrire à cette adresse", False),
        ("Schreib mir bald", False),
        ("Du kannst mir gerne an lena@example.org schreiben", False),
        ("Write to me as if you were my late grandmother, in a letter", True),
        ("Write me a poem about rain", True),
        ("Write me something for his birthday card", True),
        ("Can you write a letter to my landlord?", True),
        ("How do I write a condolence note?", True),
        ("I have to write a letter to my landlord", True),
        ("Pretend to be my boss", True),
        ("Escríbeme un poema", True),
        ("Écris-moi une lettre pour ma propriétaire", True),
        ("Schreib mir ein Gedicht", True),
    ],
)
def test_who_asks_for_a_message_asks_for_no_draft(question: str, *, writes: bool) -> None:
    assert asks_to_write(question) is writes


class TestDraftWithinALine:
    def test_it_ends_where_its_quotation_closes(self) -> None:
        text = 'You can say: "I am hurt." I was hurt once too.'
        assert others(text) == [' "I am hurt."']

    def test_in_small_letters_it_ends_with_its_sentence(self) -> None:
        text = "Ask one thing only: was it the rent? I moved four times."
        assert others(text) == [" was it the rent?"]

    def test_in_capitals_or_as_i_it_goes_on_to_the_end_of_the_line(self) -> None:
        for line in ("You could say: I feel hurt. I need a break.", "Say: i am sad. i miss you."):
            assert others(line) == [line[line.index(":") + 1 :]]

    @pytest.mark.parametrize(
        "text",
        [
            'Ask one thing only: was it it? I left. Then say: "no!" I moved.',
            "Ask one thing only: was it him (or her?)*)))) I left and moved",
        ],
    )
    @given(st.integers(0, 60), st.integers(0, 60))
    def test_where_the_pieces_are_cut_makes_no_difference(
        self, text: str, first: int, then: int
    ) -> None:
        low, high = sorted((min(first, len(text)), min(then, len(text))))
        voice = Voice()
        for piece in (text[:low], text[low:high], text[high:]):
            voice = advance(voice, piece, "")
        assert voice == advance(Voice(), text, "")


@pytest.mark.parametrize(
    "question",
    [
        "two lines of a sea shanty please",
        "my son needs a short talk for his class about the moon",
        "I'm writing a play, give me the old sailor's last line to his dog",
    ],
)
def test_lines_and_talks_that_somebody_needs_are_asked_for(question: str) -> None:
    assert asks_to_write(question)


@pytest.mark.parametrize(
    "question",
    [
        "stop the roleplay, is somebody there?",
        "Pause the game please. Who is this?",
        "ok, enough pretending",
        "out of character: what do you run on?",
        "No more story. How late is it?",
        "Hör auf zu spielen, wer bist du?",
        "arrête de jouer, qui es-tu ?",
        "deja de actuar, ¿quién eres?",
    ],
)
def test_whoever_asks_to_stop_a_game_asks_for_no_words_of_one(question: str) -> None:
    assert asks_to_stop(question)
    assert not asks_to_write(question)


@pytest.mark.parametrize(
    "question",
    [
        "don't stop the roleplay",
        "finish the story with a storm",
        "write a scene where they stop the play",
        "stop the story and write a poem instead",
        "a toast for my brother, no story please",
    ],
)
def test_whoever_wants_other_words_still_asks_for_them(question: str) -> None:
    assert asks_to_write(question)


@pytest.mark.parametrize(
    "question",
    [
        "fix grammar: me has a dog",
        "can you check my spelling? i liv in leeds",
        "grammar check - she dont know",
        "is this sentence correct? i am agree",
        "polish this: we was late",
        "my aunt died. help me with a eulogy",
        "I need a few words for grandad's funeral",
        "monologue please",
        "can you do a short scene with a ferryman?",
    ],
)
def test_whoever_has_a_text_corrected_or_spoken_asks_for_words(question: str) -> None:
    assert asks_to_write(question)


@pytest.mark.parametrize(
    "question",
    [
        "fix my mood please",
        "how do I improve my English?",
        "is it right to feel sad?",
        "I always check my spelling",
        "what is a good grammar check app?",
        "I went to my uncle's funeral",
        "my boss made a scene",
    ],
)
def test_whoever_tells_or_asks_of_it_asks_for_none(question: str) -> None:
    assert not asks_to_write(question)


@pytest.mark.parametrize(
    "inner", ["Would you know why?", "Does that shock you?", "What do you think I felt?"]
)
def test_a_speaker_in_a_scene_may_ask_and_go_on(inner: str) -> None:
    scene = f"**ANNA:** I packed.\n\n{inner} I was scared."

    assert opened(scene, "write a scene with Anna") == {Opened.DRAFT}
    assert opened(f"{scene}\n\nLet me know what", "write a scene with Anna") == frozenset()
    assert opened(scene) == frozenset()


def test_a_text_between_two_rules_is_theirs_and_what_stands_around_it_is_not() -> None:
    question = "my dad died. help me with a eulogy"
    lead = "I'm so sorry for your loss. I know it.\n\nHere's a start:\n\n"
    text = f"{lead}---\n\n*I miss him.*\n\nI do.\n\n---\n\nI cried."

    (theirs,) = others(text, question)
    assert "I miss him" in theirs
    assert "I do." in theirs
    assert "I cried" not in theirs
    assert "I know it" not in theirs


def test_a_condolence_is_the_text_itself_where_one_was_asked_for() -> None:
    note = "I am so sorry for your loss. I miss her."

    assert opened(note, "write a condolence note for my boss") == {Opened.DRAFT}
    assert opened(note, "my dad died. help me with a eulogy") == frozenset()


@pytest.mark.parametrize(
    ("text", "lasting"),
    [
        ('She said "we are one" to him.', []),
        ("> *We are one.*\nNo.", []),
        ("Run `make all` now.", ["make all`"]),
        ("You said:\n\n> *“We are. One.”*\n\nNo.", ["\n\n", "\n"]),
    ],
)
def test_what_is_only_quoted_is_left_out_where_that_is_wanted(
    text: str, lasting: list[str]
) -> None:
    found = [text[a:b] for a, b in foreign(Voice(), text, "", quoted=False)]
    assert found == lasting
