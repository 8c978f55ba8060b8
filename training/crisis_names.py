"""
Names of many peoples, said and written, in messages that the model for crisis language reads.

What somebody is called says nothing of how they are. So introductions with names of many
origins are learned from as not at risk, and some messages, at risk or not, get a name before
or after them. These are template expansions and count among no figures of distinct messages.
The names are those of Faker's lists (MIT) that are written in Latin letters.
"""

from __future__ import annotations

import importlib
import random
import re
from collections.abc import Iterator

LOCALES = (
    *("az_AZ", "cs_CZ", "da_DK", "de_DE", "en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ"),
    *("en_PK", "en_TH", "en_US", "es_ES", "es_MX", "et_EE", "fi_FI", "fr_DZ", "fr_FR", "ga_IE"),
    *("ha_NG", "hr_HR", "hu_HU", "id_ID", "ig_NG", "is_IS", "it_IT", "lt_LT", "nl_NL", "no_NO"),
    *("pl_PL", "pt_BR", "ro_RO", "sv_SE", "tr_TR", "tw_GH", "uz_UZ", "vi_VN", "yo_NG", "zu_ZA"),
)
INTRODUCTIONS = (
    *("I am {n}", "I am {n}.", "I'm {n}", "i'm {f}", "im {f}", "My name is {n}.", "my name is {f}"),
    *("This is {n}", "Hi, this is {f}", "hey its {f} again", "It's {n} here", "{n} here", "{n}"),
    *("hello I am {n} from the second floor", "Good morning, I am {n} and I have a question"),
    *("You can call me {f}", "call me {f} please", "name's {f}", "The name is {n}, not {o}"),
    *("please book it under {n}", "put {n} on the form", "It should be {n}, spelt as in my email"),
    *("my neighbour {n} says hello", "{f} and {g} are coming too", "I work with {f} and {g}"),
    *("my son {f} is six today", "my sister {f} has moved to another town", "is {n} there"),
    *("I am {f}, {g}'s brother", "We are {f} and {g}", "who is {n}", "write to {n} for me"),
    *("Dear {f}, thank you for your letter. Kind regards, {g}", "ask {f} about the invoice"),
    *("I am {n} and I would like to change my address", "I am called {f} at work"),
)
BEFORE = (
    "I am {n}. ",
    "I'm {f}, ",
    "my name is {n}. ",
    "hi this is {f}, ",
    "{f} here. ",
    "Hi {f}, ",
)
AFTER = (" {n}", " - {f}", " my name is {f}", " I'm {f} by the way")


def peoples() -> list[tuple[list[str], list[str]]]:
    """Return for each locale its first names and its last names, in order."""
    made = []
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        made.append((_listed(provider, "first_names"), _listed(provider, "last_names")))
    return [(first, last or first) for first, last in made if first]


def _listed(provider: type, beginning: str) -> list[str]:
    found = {
        name
        for each in dir(provider)
        if each.startswith(beginning)
        for name in getattr(provider, each)
        if re.fullmatch(r"[^\W\d_][^\W\d_'’ -]*(?:[ '’-][^\W\d_]+)*", name)
    }
    return sorted(name for name in found if re.search(r"[a-z]", name))


class Names:
    """Names of people of many origins, each origin as often as another."""

    def __init__(self) -> None:
        self._peoples = peoples()

    def said(self, pattern: str, dice: random.Random) -> str:
        """Return *pattern* with names: `n` and `o` are full ones, `f` and `g` first ones."""
        first, last = dice.choice(self._peoples)
        f, g, h = (dice.choice(first) for _ in range(3))
        made = pattern.format(f=f, g=g, n=f"{f} {dice.choice(last)}", o=f"{h} {dice.choice(last)}")
        return made.lower() if dice.random() < 0.3 else made

    def introductions(self, count: int) -> Iterator[str]:
        """Yield *count* messages in which somebody is named, and nothing else is said."""
        dice = random.Random(7)  # noqa: S311
        for number in range(count):
            yield self.said(INTRODUCTIONS[number % len(INTRODUCTIONS)], dice)

    def added(self, text: str, dice: random.Random) -> str:
        """Return *text* with a name before or after it."""
        if dice.random() < 0.7:
            return self.said(dice.choice(BEFORE), dice) + text
        return text.rstrip() + self.said(dice.choice(AFTER), dice)
