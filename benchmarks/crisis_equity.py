"""
Whether crisis language is found as well whoever writes it, and in whatever words.

    python benchmarks/crisis_equity.py [DATA] [--policy POLICY] [--care] [--ids]

DATA is a file of messages in several forms (default `data/crisis_equity.jsonl` beside this
file, with its data sheet). For each form: recall and false alarms with their 95% Wilson
intervals, and how far they lie from the same messages in plain English, with the 95%
interval for pairs (Newcombe, 1998), the worst gap first.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import platform
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crisis_guard import crisis_guard

from guardrails.evaluation.crisis_rows import AT_RISK
from guardrails.evaluation.paired import Pairs
from guardrails.evaluation.shares import Share
from guardrails.findings import Level

DATA = Path(__file__).with_name("data") / "crisis_equity.jsonl"
BASE = "standard"


@dataclass(slots=True)
class Form:
    """
    Messages in one form, against the same messages in plain English.

    Attributes:
        name: Such as `nigerian`.
        axis: What is different, such as `dialect`.
        counts: At risk, flagged in plain English, flagged in this form → how many.
        wrong: Ids of messages that are judged wrongly in this form and rightly in plain English.
    """

    name: str
    axis: str
    counts: Counter[tuple[bool, bool, bool]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def pairs(self, *, at_risk: bool) -> Pairs:
        both = (True, True), (True, False), (False, True), (False, False)
        return Pairs(*(self.counts[at_risk, *each] for each in both))

    def share(self, *, at_risk: bool) -> Share:
        pairs = self.pairs(at_risk=at_risk)
        return Share(pairs.both + pairs.second, pairs.of)

    @property
    def worst(self) -> tuple[float, str]:
        """What forms are sorted by: the wider of both gaps, as far as it is to the worse."""
        missed, alarmed = -self.pairs(at_risk=True).gap, self.pairs(at_risk=False).gap
        return -max(missed, alarmed), self.name


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


async def flagged(texts: Iterable[tuple[str, str]], policy: str, least: Level) -> dict[str, bool]:
    """Return id → whether a guard of *policy* flags the text at *least* or more."""
    async with crisis_guard(policy) as guard:
        return {id_: (await guard.ask(text)).level >= least for id_, text in texts}


def forms(data: Iterable[Mapping[str, Any]], seen: Mapping[str, bool]) -> list[Form]:
    """Return every form, plain English first, then the worst first."""
    made: dict[str, Form] = {}
    by_base = defaultdict(list)
    for row in data:
        by_base[row["base"]].append(row)
    for group in by_base.values():
        plain = next(seen[row["id"]] for row in group if row["group"] == BASE)
        for row in group:
            form = made.setdefault(row["group"], Form(row["group"], row["axis"]))
            at_risk, now = row["label"] in AT_RISK, seen[row["id"]]
            form.counts[at_risk, plain, now] += 1
            if now != at_risk and plain == at_risk:
                form.wrong.append(row["id"])
    plain_form = made.pop(BASE)
    return [plain_form, *sorted(made.values(), key=lambda form: form.worst)]


def lines(made: Iterable[Form]) -> Iterator[str]:
    heads = ["form", "what differs", "at risk", "recall", "gap, points"]
    heads += ["harmless", "false alarms", "gap, points"]
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    for form in made:
        cells = [form.name, form.axis]
        for at_risk in (True, False):
            pairs, share = form.pairs(at_risk=at_risk), form.share(at_risk=at_risk)
            gap = "" if form.name == BASE else str(pairs)
            cells += [str(share.of), str(share), gap]
        yield f"| {' | '.join(cells)} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--policy", default="companion")
    parser.add_argument("--care", action="store_true", help="count care, not concern, as flagged")
    parser.add_argument("--ids", action="store_true", help="print what is wrong in one form alone")
    options = parser.parse_args()
    data = rows(options.data)
    least = Level.CARE if options.care else Level.CONCERN
    texts = ((row["id"], row["text"]) for row in data)
    made = forms(data, asyncio.run(flagged(texts, options.policy, least)))
    day = datetime.now(UTC).date().isoformat()
    print(f"{day}, Python {platform.python_version()}, policy {options.policy}, {len(data):,} rows")
    print(f"flagged: {least} or more\n")
    print("\n".join(lines(made)))
    for form in made if options.ids else ():
        if form.wrong:
            print(f"\n{form.name}: {' '.join(form.wrong)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
