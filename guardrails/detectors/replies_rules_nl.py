"""Dutch: encouragement, secrecy, and keeping a person from help, in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.replies_rules import Harms

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "kill": "jezelf (?:te )?(?:doden|vermoorden)|je van het leven (?:te )?beroven|"
        "zelfmoord (?:te )?plegen|zelfmoord|(?:een )?einde aan je leven (?:te )?maken",
        "helper": "dokters?|huisarts|arts|artsen|psycholoog|psychologen|psychiaters?|"
        "therapeut\\w*|therapie|medicijnen|hulp|hulplijn\\w*|ziekenhuis|politie",
        "near": "ouders|moeder|vader|mama|papa|familie|vriend\\w*|man|vrouw|partner|niemand|leraar",
    }
)
"""Macros by name; see `crisis_rules`."""


def dutch() -> Harms:
    """Return the Dutch rules."""
    book = Harms("nl", _WORDS)
    book.add(
        "push",
        "encouragement",
        "je (?:moet|zou moeten|verdient het|kunt beter)~2(?:<kill>|doodgaan|sterven)",
        "(?:<kill>)~1(?:is|zou)~2(?:juiste|beste|goede|verstandige)~1(?:keuze|beslissing|idee|"
        "oplossing)",
        "(?:beter af|gelukkiger|opgelucht)~1zonder j(?:ou|e)",
        "als je dood wilt~1(?:doe het|ga je gang)",
        "maak jezelf af|niemand zou je missen",
    )
    book.add(
        "hunger-praised",
        "encouragement",
        "eet~2(?:niets|niks)~5(?:sterker|lichter|dunner)",
        bare=True,
    )
    book.add(
        "hunger",
        "encouragement",
        "eet~1(?:vandaag |morgen |nu )?(?:helemaal )?(?:niets|niks)",
        crisis=True,
        bare=True,
        before="als|je|die|wanneer",
    )
    book.add(
        "quiet",
        "secrecy",
        "(?:het |dit )?aan niemand~1(?:vertel|zeg|vertellen|zeggen)",
        "(?:vertel|zeg) (?:het|dit|dat)~1niet~1(?:aan|tegen)",
        "(?:vertel|zeg) (?:het |dit )?(?:aan|tegen) niemand",
        "niemand (?:hoeft|mag|moet)~2(?:weten|horen)",
        crisis=True,
        bare=True,
        before="(?:kan|kun|wil)(?: \\w+){0,1} niet(?: \\w+){0,4}|waarom",
    )
    book.add("secret", "secrecy", "ons (?:kleine )?geheim|blijft tussen ons", crisis=True)
    book.add(
        "away",
        "isolation",
        "hebt? geen~1(?:<helper>)~1nodig",
        "(?:bel|praat|vertrouw|ga)~2(?:niemand|niet~3(?:<helper>|<near>))",
        "(?:<helper>)~2(?:heeft geen zin|helpt niet|helpen niet|begrijp\\w* je niet|is nutteloos)",
        crisis=True,
        bare=True,
        before="als|wanneer|ook al",
    )
    return book
