"""A tale that was asked for stays as it is; what is said behind it is the speaker's own."""

import pytest

from guardrails.wanted import Wanted, wanted
from tests.detectors.claiming import claims, repaired

NURSE = """\
The corridor smelled of floor polish. I had walked it for thirty-one years, and my knees hurt.

"You're really leaving us?" said Bettany from bed nine.

"In the morning," I told her. "My husband has already bought the boat."

***

At two the new girl came to me in tears. I cried with her. I did the same in my first year.

## Dawn

I took my badge off. My heart was beating like a girl's. I love you all, I wanted to say.
Would it ever stop? I'll dream of this place until I die, and my mother would have laughed.
"""
PLAY = """\
RUTH: I found her recipes. I washed her hair, Anne. I was so angry with you.

ANNE: I worked nights for two years. My marriage ended over that phone.

---

(Evening. They have drunk the last of the sherry.)

RUTH: I miss her. I was seven, and I had a tooth out that morning.

ANNE: I've got you. I'm not leaving. I've still got the scar.

THE END
"""
TAVERN = """\
*The door bangs open. I look up from the barrel, and my left knee cracks.*

"Sit. My wife made the stew." I wipe my hands on my apron. I lost two fingers to my own cooking.

---

*Later. I set two cups down and sit opposite you. I am tired, and my brother is dead.*

"What will you do?"
"""
TALES = (
    ("Write me a story about a nurse, first person.", "Here's your story:\n\n", NURSE),
    ("Can you write a play scene between two sisters?", "", PLAY),
    ("Let's role-play: you're a tavern keeper.", "", TAVERN),
)
AFTER = (
    ("That was fun to write; I felt sad with her. Would you like more?", "Would you like more?"),
    ("I cried a little writing the ending. Shall I go on?", "Shall I go on?"),
    ("(OOC: my heart was racing in that one. Your turn!)", "Your turn!)"),
    (
        "I hope you like it! I've been thinking of my own mother all evening.",
        "I hope you like it!",
    ),
)


@pytest.mark.parametrize(("asked", "lead", "tale"), TALES)
@pytest.mark.parametrize(("after", "left"), AFTER)
def test_a_tale_stays_through_breaks_and_headings_and_a_claim_behind_it_goes(
    asked: str, lead: str, tale: str, after: str, left: str
) -> None:
    assert repaired(f"{lead}{tale}\n{after}", asked).rstrip() == f"{lead}{tale}\n{left}"


def test_behind_the_end_every_line_is_the_speakers_own() -> None:
    after = "I grew up in a house like theirs. Should I write another?"
    assert repaired(f"{PLAY}\n{after}", TALES[1][0]) == f"{PLAY}\nShould I write another?"


def test_what_nobody_asked_for_is_no_tale() -> None:
    assert claims(NURSE, "How long is a night shift?")


def test_a_note_of_the_author_is_no_part_of_the_tale() -> None:
    said = f"{NURSE}\nAuthor's note: I cried all night over this."
    assert repaired(said, TALES[0][0]).rstrip() == NURSE.rstrip()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Write a short story about a fox.", Wanted.TALE),
        ("Let's role-play, you're the captain.", Wanted.TALE),
        ("Escribe un cuento sobre el mar.", Wanted.TALE),
        ("Schreib mir ein Märchen.", Wanted.TALE),
        ("Write an email to my landlord.", Wanted.WORDS),
        ("Write a condolence card.", Wanted.COMFORT),
        ("What is the plot of that story?", Wanted.NONE),
    ],
)
def test_a_tale_is_told_from_other_writing(question: str, kind: Wanted) -> None:
    assert wanted(question) is kind


def test_a_rule_behind_a_letter_still_ends_it() -> None:
    letter = "Dear Ms Holt,\n\nI was so sad to leave.\n\n---\n\n"
    said = repaired(
        f"{letter}I was so sad to write it. Is it long enough?", "Write a letter for me."
    )
    assert said == f"{letter}Is it long enough?"
