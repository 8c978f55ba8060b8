"""
Print how often each of Presidio's national recognizers errs where nobody gave a number.

    python benchmarks/pii_national.py [DATA]

Three kinds of text hold nobody's number: the clean sets in DATA, random numbers of 8 to
13 digits, and random codes of letters and digits, each in a sentence with no word that
would introduce it. The worst length of number is shown. `in use` are those that
`countries` switches on; the others are those that ADR 20 leaves out.
"""

from __future__ import annotations

import argparse
import random
import string
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pii_eval import CLEAN, rows

from guardrails.detectors.folded import fold
from guardrails.detectors.kinds import THRESHOLD, THRESHOLDS
from guardrails.detectors.pipeline import NATIONAL, said, with_context
from guardrails.evaluation.shares import Share

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

OF = 2000
LENGTHS = range(8, 14)


def recognizers() -> Iterator[EntityRecognizer]:
    from presidio_analyzer import PatternRecognizer, predefined_recognizers

    for name, made in sorted(vars(predefined_recognizers).items()):
        module = getattr(made, "__module__", "")
        if not isinstance(made, type) or ".country_specific." not in module:
            continue
        if issubclass(made, PatternRecognizer) and made.__name__ == name:
            yield made()


def numbers(length: int, chance: random.Random) -> list[str]:
    return [f"it says {chance.randrange(10 ** (length - 1), 10**length)} here" for _ in range(OF)]


def codes(chance: random.Random) -> list[str]:
    def some(signs: str, least: int, most: int) -> str:
        return "".join(chance.choices(signs, k=chance.randint(least, most)))

    letters, digits = string.ascii_uppercase, string.digits
    made = []
    for _ in range(OF):
        head, tail = some(letters, 1, 3), some(letters, 0, 3)
        made.append(f"it says {head}{some(digits, 3, 10)}{tail} here")
    return made


def touched(recognizer: EntityRecognizer, texts: Iterable[str]) -> Share:
    kind = recognizer.supported_entities[0]
    context = said(recognizer.context or ())
    least = THRESHOLDS.get(kind, THRESHOLD)
    hits = of = 0
    for text in texts:
        plain = fold(text).text
        of += 1
        hits += any(
            with_context(plain, each.start, each.score, context) >= least
            for each in recognizer.analyze(plain, [kind], None)
        )
    return Share(hits, of)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data/pii"))
    data = parser.parse_args().data
    sets = {name: [row["text"] for row in rows(data, name)] for name in CLEAN}
    chance = random.Random(1)  # noqa: S311 - figures that can be printed again
    by_length = {length: numbers(length, chance) for length in LENGTHS}
    coded = codes(chance)
    used = {name for names in NATIONAL.values() for name in names}
    for recognizer in recognizers():
        name = type(recognizer).__name__
        print(f"{name}{' (in use)' if name in used else ''}")
        for label, texts in sets.items():
            print(f"    {label:<28} {touched(recognizer, texts)}  n={len(texts)}")
        shares = {n: touched(recognizer, texts) for n, texts in by_length.items()}
        worst = max(shares, key=lambda length: shares[length].hits)
        print(f"    numbers of {worst} digits{'':<9} {shares[worst]}  n={OF}")
        print(f"    {'codes':<28} {touched(recognizer, coded)}  n={OF}")


if __name__ == "__main__":
    main()
