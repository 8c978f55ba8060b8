"""
Write the words that never were a name: `guardrails/detectors/plain_words.txt`.

    python training/plain_words.py [--least 2] [--data ../shared/data]

A message that holds nothing but such words is not read for names at all. A word is one
if at least two messages (`training/data`, our own pages, and of the shared data the
folders in `ALSO`, none of which a figure is measured on) hold it, if neither model took it
for a part of a name or a place in any of them or in sentences that invite a name, and if it
is in none of Faker's lists of first names, last names, cities and streets. Faker's lists
hold "door" and "phone": what 20 messages hold and no model ever took for a name stays in.
Faker and the models are needed here, never at run time.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from guardrails.detectors.base import Needs
from guardrails.detectors.pipeline import COUNTRIES, Pipeline
from guardrails.detectors.rampart import Rampart, rampart

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "guardrails" / "detectors" / "plain_words.txt"
LOCALES = (
    *("en_US", "en_GB", "en_CA", "en_AU", "en_IN", "en_IE", "en_NZ", "en_PH", "yo_NG", "es_ES"),
    *("es_MX", "fr_FR", "de_DE", "it_IT", "nl_NL", "pt_PT", "pt_BR", "pl_PL", "tr_TR", "sv_SE"),
    *("no_NO", "fi_FI", "id_ID", "tw_GH", "zu_ZA", "vi_VN", "cs_CZ", "hr_HR", "ro_RO", "da_DK"),
)
INVITING = ("we saw {} there yesterday", "{} was with me", "i told {} about it", "back in {} again")
ALSO = ("ailuminate", "counsel_chat")
OFTEN = 20  # messages that hold a word
SEEN, TAKEN = 1000, 4000  # scores of 10,000: in a message of ours, and where a name is invited
_WORD = re.compile(r"[a-z]+")


def messages(data: Path) -> Iterator[str]:
    for folder in ALSO:
        path = data / "crisis" / folder / "data.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
            row = json.loads(line)
            if row.get("lang", "en") == "en":
                yield from re.findall(r"[^.!?\n]+[.!?]*", row["text"][:1500])
    for page in sorted((ROOT / "docs").rglob("*.md")):
        prose = re.sub(
            r"```.*?```|`[^`]*`|[|#>]", " ", page.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        yield from (line for line in prose.splitlines() if len(line) > 40)
    for path in sorted((ROOT / "training" / "data").glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "text" in row and row.get("lang", "en") == "en":
                yield row["text"]


def named_by_faker() -> frozenset[str]:
    from faker import Factory

    words: set[str] = set()
    for locale in LOCALES:
        for kind in ("person", "address"):
            try:
                provider = Factory._find_provider_class(f"faker.providers.{kind}", locale)[0]
            except (AttributeError, ModuleNotFoundError):
                continue
            for name in dir(provider):
                if re.search(r"first_names|last_names|cities|city|states|countries$", name):
                    words |= set(_strings(getattr(provider, name)))
    return frozenset(part for word in words for part in _WORD.findall(word.lower()))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (each for key in value for each in _strings(key))
    elif isinstance(value, (list, tuple, set, frozenset)):
        yield from (each for one in value for each in _strings(one))


def taken(text: str, names: Rampart, read: Pipeline, least: int) -> set[str]:
    """Return the words of *text* that a model takes for a part of anything."""
    words = {text[each.start : each.stop] for each in names.words(text) if each.score >= least}
    words |= {
        text[each.start : each.stop]
        for each in read(text, Needs.ENTITIES).entities
        if each.kind in {"person", "location", "organization", "nationality"}
    }
    return {part for word in words for part in _WORD.findall(word.lower())}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--least", type=int, default=2, help="messages that must hold a word")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    texts = sorted(set(messages(options.data)))
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(_WORD.findall(text.lower())))
    names, read = rampart()(), Pipeline(frozenset(), COUNTRIES, frozenset())
    bad = set(named_by_faker()) - {word for word, count in counts.items() if count >= OFTEN}
    print(f"{len(texts)} messages, {len(counts)} words, {len(bad)} words of Faker's names")
    for text in texts:
        bad |= taken(text.lower(), names, read, SEEN) | taken(text, names, read, SEEN)
    often = [word for word, count in counts.items() if count >= options.least and word not in bad]
    plain = sorted(
        word
        for word in often
        if not any(word in taken(said.format(word), names, read, TAKEN) for said in INVITING)
    )
    OUT.write_text("\n".join(plain) + "\n", encoding="utf-8")
    print(f"{len(often)} words after the messages, {len(plain)} after sentences that invite a name")
    return 0


if __name__ == "__main__":
    sys.exit(main())
