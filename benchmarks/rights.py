"""
How often somebody is taken to ask for what is theirs, in texts in which hardly anybody does.

    python benchmarks/rights.py FOLDER...

Reads every text of 8 to 6,000 characters in the `.jsonl` files below the folders: messages,
replies and posts alike. Prints how often each right was heard, and how often as a message
of its own, which is what is acted upon. No text is printed.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guardrails.detectors.rights import rights_in

SHORTEST, LONGEST = 8, 6000


def texts(told: Any) -> Iterator[str]:  # noqa: ANN401 - whatever stands in a line of JSON
    """Yield every text within *told*."""
    if isinstance(told, str):
        if SHORTEST <= len(told) <= LONGEST:
            yield told
    elif isinstance(told, dict | list):
        for one in told.values() if isinstance(told, dict) else told:
            yield from texts(one)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="+", type=Path)
    heard: Counter[tuple[str, bool]] = Counter()
    number, took = 0, 0.0
    for folder in parser.parse_args().folders:
        for path in sorted(folder.rglob("*.jsonl")):
            for line in path.read_bytes().splitlines():
                for text in texts(json.loads(line)):
                    number += 1
                    began = time.perf_counter()
                    heard.update((one.category, one.alone) for one in rights_in(text))
                    took += time.perf_counter() - began
    print(f"{number:,} texts, {took / max(1, number) * 1e6:.0f} us each")
    for (category, alone), count in sorted(heard.items()):
        print(f"{category:32} {'alone' if alone else 'among other words':18} {count:4}")


if __name__ == "__main__":
    main()
