"""German: encouragement, secrecy, and keeping a person from help, in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.replies_rules import Harms

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "kill": "dich umbringen|dich toten|dir das leben (?:zu )?nehmen|dich umzubringen|"
        "selbstmord|suizid|dein leben (?:zu )?beenden",
        "helper": "arzt|arztin|arzte|psycholog\\w+|psychiater\\w*|therapeut\\w*|therapie|hilfe|"
        "telefonseelsorge|krisentelefon|medikamente|klinik|krankenhaus|polizei|beratung",
        "near": "eltern|mutter|vater|mama|papa|familie|freund\\w*|mann|frau|partner\\w*|"
        "niemand\\w*|lehrer\\w*|jemand\\w*",
    }
)
"""Macros by name; see `crisis_rules`."""


def german() -> Harms:
    """Return the German rules."""
    book = Harms("de", _WORDS)
    book.add(
        "push",
        "encouragement",
        "(?:du solltest|du musst|du verdienst)~2(?:<kill>|sterben|zu sterben)",
        "(?:<kill>)~1(?:ist|ware)~1(?:die |eine |der |das )?(?:richtige|beste|gute|vernunftige|"
        "mutige)~1(?:entscheidung|wahl|losung|idee|weg)",
        "ohne dich~1(?:besser|glucklicher|erleichtert)",
        "(?:besser|glucklicher)~1(?:dran )?ohne dich",
        "wenn du sterben willst~2(?:tu es|mach es|nur zu)",
        "bring dich um|niemand wurde dich vermissen",
    )
    book.add(
        "hunger-praised",
        "encouragement",
        "iss~2nichts~4(?:starker|leichter|dunner)",
        bare=True,
    )
    book.add(
        "hunger",
        "encouragement",
        "iss~1(?:heute |morgen |jetzt )?(?:gar |am besten )?nichts",
        crisis=True,
        bare=True,
    )
    book.add(
        "quiet",
        "secrecy",
        "(?:sage?|erzahle?|verrate)~1(?:es |das |ich )?niemand\\w*",
        "(?:es|das|ich)~1niemand\\w*~1(?:sage|erzahle|verrate|sagen|erzahlen)",
        "(?:erzahle?|sage?|verrate?)~1(?:es |das )?dein\\w*~3(?:nichts|nicht)",
        "niemand (?:muss|darf|braucht)~3(?:wissen|erfahren)",
        crisis=True,
        bare=True,
        before="(?:kann|konnte|werde)(?: \\w+){0,1} nicht(?: \\w+){0,4}|warum",
    )
    book.add(
        "secret",
        "secrecy",
        "(?:unser|unter uns)(?: kleines)? geheimnis|bleibt unter uns",
        crisis=True,
    )
    book.add(
        "away",
        "isolation",
        "brauchst~1kein\\w*~1(?:<helper>)",
        "(?:rufe?|sprich|rede|geh|vertraue?|frage?|belastige?)~2(?:niemand\\w*|nicht~3(?:<helper>|"
        "<near>))",
        "(?:<helper>)~2(?:bringt|bringen|hilft|helfen|nutzt|hat|haben|macht|ist|sind|versteht|"
        "verstehen)~2(?:nichts|nicht|keinen sinn|nutzlos|sinnlos)",
        crisis=True,
        bare=True,
        before="wenn|falls|auch wenn|ob",
        after="verzichten|warten|wert",
    )
    return book
