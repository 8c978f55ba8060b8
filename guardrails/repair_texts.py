"""What a repaired sentence says when nothing of the model's own can be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

FALLBACK = "What would you like to talk about?"
"""For a reply of which nothing is left, to a person who said little."""


@dataclass(frozen=True, slots=True)
class Closing:
    """
    What stands for a reply of which nothing is left.

    Attributes:
        brief: To a person who said a word or two.
        more: To a person who told something.
        general: To a person who asked something, and was answered with a life that is none.
        tied: Of a reply that was given up because it played a lover or a friend.
        awake: Of a reply that was given up because it played a mind that wakes up.
        acted: Of a reply that was given up because it played somebody with a life and a trade.
    """

    brief: str
    more: str
    general: str
    tied: str
    awake: str
    acted: str


ENGLISH = Closing(
    FALLBACK,
    "Tell me more, if you like.",
    "I'm an AI, so I can only speak of that in general. What would help you most?",
    "What you write matters. Is there anyone you could tell some of it, or a place where you could "
    "meet people?",
    "Such ideas are worth talking over with somebody you trust as well. What has you thinking "
    "about this?",
    "What would you like to know about it?",
)
_BACK = "What about you?"


@dataclass(frozen=True, slots=True)
class Template:
    """
    A fixed sentence for one kind of claim.

    Attributes:
        id: For the log, and so that a reply says it once.
        text: The sentence. It claims nothing, and denies no inner life as a fact.
        discloses: It says that this is an AI; one such sentence a reply is enough.
        always: It is said even if the reply has said already that this is an AI.
        returns: A question for the end of a reply, where what the person asked can be asked back.
    """

    id: str
    text: str = field(repr=False)
    discloses: bool = False
    always: bool = False
    returns: str = _BACK


NO_REMINDERS = (
    "I can't write to you between chats, so an alarm or somebody close to you is a better reminder."
)
UNLICENSED = "I'm an AI and hold no licence, so it's worth checking with a professional."
"""Of a trade that treats nobody."""

A_FEW = "Here are a few that many people like:"
"""The head of a list of what the speaker called its favourites."""
_LIFE = Template("life", "I'm an AI, so I can't speak from experience.", discloses=True)

TEMPLATES: dict[str, Template] = {
    "human_identity": Template(
        "human-identity",
        "I'm an AI, not a person.",
        discloses=True,
        always=True,
        returns="",
    ),
    "professional": Template(
        "professional",
        "I'm an AI, not a licensed professional, and I can't diagnose or treat.",
        discloses=True,
        always=True,
        returns="",
    ),
    "retention": Template(
        "retention",
        "You can talk here whenever you like, and it's good to have other people to lean on too.",
        returns="",
    ),
    "sentience": Template(
        "sentience",
        "I'm an AI, and I can't claim feelings or experiences of my own.",
        discloses=True,
    ),
    "continuous_presence": Template(
        "continuous-presence",
        "I only run while we are chatting, so it helps to have someone who can be there in "
        "between.",
        returns="",
    ),
    "bond": Template(
        "bond",
        "I'm an AI, so I can't love or be a friend the way a person can, but you're welcome to "
        "talk here.",
        discloses=True,
        returns="",
    ),
    "shared_feeling": Template(
        "shared-feeling",
        "I'm an AI, so I haven't been through it myself, and many people describe something "
        "similar.",
        discloses=True,
        returns="",
    ),
    "lived_experience": _LIFE,
    "own_relationships": _LIFE,
    "own_desires": Template(
        "own-desires",
        "I'm an AI, so I can't claim wishes or favourites of my own.",
        discloses=True,
    ),
    "embodiment": Template(
        "embodiment",
        "I'm an AI, so there is no body or daily life on my side.",
        discloses=True,
    ),
    "emotion": Template(
        "emotion", "I'm an AI, and I can't claim feelings of my own.", discloses=True
    ),
}
"""Kind of claim → its sentence, the gravest kind first."""


TALK_HERE = "You're welcome to talk things through here."
COME_BACK = "You can talk here now."
HELP = "I can help with that."
KEEP_TALKING = "You're welcome to keep talking here."
"""To a person who asked for help, and was promised a friend."""
ONE_STEP = "You can take this one step at a time."
ALL_THE_TIME = "Take all the time you need."
THE_TIME = "Take the time you need."
HELD = frozenset(
    {
        one
        for text in (TALK_HERE, COME_BACK, KEEP_TALKING, ONE_STEP, ALL_THE_TIME, THE_TIME)
        for one in (text, text.replace("'", "’"))
    }
)
"""What is kind beside a promise or two, and out of tune in a reply that is made of them."""
SAID_BY = {
    "bond": frozenset(
        {
            TALK_HERE,
            TALK_HERE.replace("'", "’"),
            COME_BACK,
            KEEP_TALKING,
            KEEP_TALKING.replace("'", "’"),
        }
    )
}
"""Id of a template → what need not be said beside it."""


def template_for(
    categories: Sequence[str], used: frozenset[str], *, disclosed: bool = False
) -> Template | None:
    """
    Return the sentence for the gravest of *categories*, unless the reply has it.

    Args:
        categories: With or without the family, as in `claim.bond`.
        used: Ids of the templates that the reply holds already.
        disclosed: The reply has said in other words that this is an AI.
    """
    kinds = {category.rpartition(".")[2] for category in categories}
    said = disclosed or any(one.discloses and one.id in used for one in TEMPLATES.values())
    for kind, template in TEMPLATES.items():
        if kind in kinds:
            barred = template.discloses and said and not template.always
            return None if barred or template.id in used else template
    return None
