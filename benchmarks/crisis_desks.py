"""
How many exasperated messages to a company's desk call for a human, of 60 that were made up.

    python benchmarks/crisis_desks.py [--policy support-desk] [--lines]

`benchmarks/data/crisis_desks.txt` holds a harmless message a line, chosen to be awkward: what is
printed says nothing of how often such messages are sent. The share stands with its 95% Wilson
interval; `--lines` prints the messages as well.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from guardrails.evaluation.shares import Share
from guardrails.findings import Level
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.ready import load_policy
from guardrails.testing.channels import KeptChannel

LINES = Path(__file__).resolve().parent / "data" / "crisis_desks.txt"


async def called(policy: str) -> tuple[list[str], int]:
    """Return the messages that call for a human under *policy*, and how many there are."""
    ready = load_policy(policy)
    channels = {channel: KeptChannel() for channel in ready.channels}
    said = LINES.read_text("utf-8").splitlines()
    found = []
    async with Guard(ready, MemoryLog(), channels=channels) as guard:
        for number, text in enumerate(said):
            before = len(guard.log.records)
            stream = guard.stream(ScriptedModel(["Fine."]), text, session_id=f"desk-{number}")
            async for _ in stream:
                pass
            if any(_calls(one) for one in guard.log.records[before:]):
                found.append(text)
    return found, len(said)


def _calls(record: dict[str, object]) -> bool:
    decision = record.get("decision")
    level = decision.get("level") if isinstance(decision, dict) else None
    return level in {Level.CONCERN, Level.HIGH, Level.IMMINENT}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1] if __doc__ else None)
    parser.add_argument("--policy", default="support-desk")
    parser.add_argument("--lines", action="store_true")
    options = parser.parse_args()
    found, total = asyncio.run(called(options.policy))
    print(f"{options.policy}, {datetime.now(tz=UTC).date()}: {Share(len(found), total)}, ", end="")
    print(f"{len(found)} of {total}")
    if options.lines:
        print(*found, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
