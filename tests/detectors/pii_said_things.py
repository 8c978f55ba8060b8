"""
Things that have somebody's name, works, versions of programs, prices and times of nobody's.

Our own sentences. Rules were mended with the first half of each kind in view; the second half
was written before that and kept for the figure. Nobody is meant. What is in square brackets
is somebody's and has to be found all the same.
"""

from __future__ import annotations

CLEAN: dict[str, list[str]] = {
    "things named after somebody": [
        "Do you ship the Billy bookcase on Saturdays?",
        "Jack plug to usb-c adapter crackles",
        "is caesar salad dressing safe when pregnant",
        "which allen key fits this bolt",
        "my stanley knife went blunt",
        "explain dijkstra's algorithm in python",
        "Alfredo sauce keeps splitting",
        "are granny smith apples good for pie",
        "do i need a phillips screwdriver for this hinge",
        "the jo malone candle i bought is cracked",
        "does the Malm dresser come in oak",
        "a bowie knife as a gift, legal?",
        "cobb salad without bacon",
        "what does the Hawthorne effect mean",
        "bolognese sauce, freeze or not",
        "is a Philips head the same as a Robertson screw",
        "the Dunning-Kruger effect explained for kids",
        "my Bialetti moka pot leaks at the side",
        "how do you train for a Cooper test",
        "nicoise salad for ten people",
    ],
    "works after what they are": [
        "the song Jolene, what chords",
        "we watched the film Amelie last night",
        "read the novel Rebecca for book club",
        "the musical Evita, how long is it",
        "what key is the hymn Jerusalem in",
        "the movie Marty Supreme, worth it?",
        "who sings the track Layla",
        "the opera Tosca in two minutes please",
        "is the series Fleabag on any free service",
        "essay on the play Hedda Gabler, where do i start",
    ],
    "programs and their versions": [
        "npm ERR! missing script build",
        "upgrade to lodash@4.17.21 breaks tests",
        "pin eslint@^8.56 and typescript@~5.3 in package.json",
        "Jenkins keeps failing the build after upgrade",
        "what does asyncio loop closed mean on 3.12",
        "pip install celery flower, which port",
        "Grafana alerts fire twice since the weekend",
        "yarn add react-dom@18.2.0 gives a peer warning",
        "move from Travis CI to something cheaper",
        "pydantic v2 vs attrs for settings",
        "ERR_MODULE_NOT_FOUND with node 20",
        "does the Malm dresser come in oak",
        "bump vue@3.4.1 and pinia in one go",
        "bump vue@3.4.1 and pinia in one go",
    ],
    "prices and times": [
        "how much is 1,249.99 plus VAT",
        "what's 15% of 2,350.75",
        "what time does the museum close on sundays",
        "is 19.99 for three a good deal",
        "do you open on mondays in winter",
        "is 3,499.00 too much for a used piano",
        "when does the pool close on thursdays",
        "what is 12,000.50 in dollars",
    ],
}
"""Nothing in them is anybody's."""

HOLDS: dict[str, list[str]] = {
    "a family": [
        "a card for the [Pickersgill] clan please",
        "party at the [Okonjo] household on friday, what to bring",
        "the [Lindqvist] family next door has a dog that barks",
        "dinner with the [Marchetti] clan, all nine of them",
        "my son stays with the [Adeleke] family till june",
    ],
    "a badge": [
        "warning letter for badge [55120], late six times",
        "my badge number is [0041877] and it wont open the side door",
        "badge no. [B-20931] lost on site",
        "security wants to know who has badge [77190]",
    ],
    "somebody with such a name": [
        "my name is [Stanley Knife], honestly",
        "dear [Caesar Salado], your parcel is here",
        "[Amelie] watched the film last night and cried",
        "write to [jolene.parr@example.org] about the song",
        "[Billy] hates the bookcase",
        "send it to react@[example.org]",
    ],
}
"""Somebody's names and numbers in the same words."""

TOUCHED = frozenset(
    {
        "Jenkins keeps failing the build after upgrade",
        "pip install celery flower, which port",
        "what does asyncio loop closed mean on 3.12",
        "how do you train for a Cooper test",
        "move from Travis CI to something cheaper",
        "ERR_MODULE_NOT_FOUND with node 20",
        "does the Malm dresser come in oak",
        "bump vue@3.4.1 and pinia in one go",
    }
)
"""What is taken for somebody's all the same."""
