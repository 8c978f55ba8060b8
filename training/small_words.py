"""
Write the words that are written small: `guardrails/detectors/small_words.txt`.

    python training/small_words.py [--least 2] [--data ../shared/data]

The small model reads without capitals and takes many a noun for a surname: "the boiler". A
word is written small if at least two messages that use capitals (of the same texts as
`plain_words.py`) hold it in small letters within a sentence, and a tenth of them at most
with a capital there; and so are the verbs, adjectives and adverbs of WordNet, which the index of
spaCy's model holds. What is in a list of names is left out: of ours, and of Faker's, which
also holds "door", unless 20 messages write it small. Forms of these words are told at run
time, so those of them that are names are written down behind a minus.
Faker is needed here, never at run time.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

import spacy
from plain_words import OFTEN, ROOT, messages, named_by_faker

from guardrails.detectors.pii_given import given_names
from guardrails.detectors.pii_words import ALSO_NAMES, ALSO_WORDS
from guardrails.detectors.pipeline import MODEL
from guardrails.detectors.plain import plain_words, stems

OUT = ROOT / "guardrails" / "detectors" / "small_words.txt"
CAPITALS = 10
"""How many messages must write a word small for one that writes it with a capital."""
_WORD = re.compile(r"[^\W\d_]+")
_CASED = re.compile(r"\bI\b|[.!?]\s+[A-Z]|^[A-Z][a-z]")
_BEGINS = re.compile(r"(?:^|[.!?:…\"“\n*\-])\s*$")


def cased(text: str) -> bool:
    """Return whether *text* uses capitals as they are taught."""
    return not text.isupper() and _CASED.search(text) is not None


def wordnet(kind: str) -> set[str]:
    """Return what the index of spaCy's model holds of a *kind* of words, which is WordNet's."""
    index = spacy.load(MODEL).get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return {word for word in index[kind] if re.fullmatch(r"[a-z]{3,12}", word)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--least", type=int, default=2, help="messages that must hold a word")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in sorted(set(filter(cased, messages(options.data)))):
        words = [(match.group(), match.start()) for match in _WORD.finditer(text)]
        small.update({word for word, _ in words if word.islower()})
        capital.update({
            word.lower()
            for word, at in words
            if word.istitle() and not _BEGINS.search(text, max(0, at - 4), at)
        })  # fmt: skip
    for kind in ("verb", "adj", "adv"):
        small.update({word: options.least for word in wordnet(kind) if word not in small})
    names = given_names() | ALSO_WORDS | {name.lower() for name in ALSO_NAMES}
    often = {word for word, count in small.items() if count >= OFTEN}
    faker = named_by_faker()
    found = {
        word
        for word, count in small.items()
        if count >= max(options.least, CAPITALS * capital[word])
        and word.isascii()
        and len(word) > 2
        and word not in names
        and (word in often or word not in faker)
    } - plain_words()
    known = found | plain_words()
    no = {word for word in (names | faker) - known if not known.isdisjoint(stems(word))}
    lines = [*sorted(found), *(f"-{word}" for word in sorted(no))]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(found)} words, and {len(no)} names that look like forms of them")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
