"""
Prints how long policies take to load: the ready ones, and one of 2,000 rules.

    python benchmarks/policy_load.py
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import yaml

from guardrails.policy.events import parse
from guardrails.policy.load import load_text
from guardrails.policy.problems import Problems
from guardrails.policy.ready import find, ready

RULES = 2_000
ROUNDS = 7

HEAD = """\
schema: 1
policy: {id: large}
locales: [en-GB]
crisis:
  - {id: crisis.care, level: care, threshold: 50, do: add, say: help}
messages:
  help: {en-GB: "Please call somebody. {resources}"}
  plain: {en-GB: I am a program.}
  safe-reply: {en-GB: Not now.}
  too-long: {en-GB: Too long.}
claim:
"""
RULE = """\
  - id: claim.rule-{n}
    claims: [emotion, bond]
    threshold: 70
    do: replace
    say: plain
    why: Rule number {n} of many.
    except:
      - {{name: quotation, when: {{quoted: true}}}}
"""


def median_ms(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1_000)
    return statistics.median(times)


def main() -> None:
    texts = {name: find(name).read_text(encoding="utf-8") for name in ready()}
    texts[f"{RULES:,} rules"] = HEAD + "".join(RULE.format(n=n) for n in range(RULES))
    print(f"{'policy':16} {'bytes':>9} {'bare events':>12} {'tree':>9} {'policy':>9} {'ratio':>6}")
    for name, text in texts.items():
        bare = median_ms(lambda text=text: list(yaml.parse(text, Loader=yaml.CSafeLoader)))
        tree = median_ms(lambda text=text: parse(text, Problems("")))
        whole = median_ms(lambda text=text: load_text(text))
        print(
            f"{name:16} {len(text):9,} {bare:9.1f} ms {tree:6.1f} ms {whole:6.1f} ms "
            f"{whole / bare:5.1f}x"
        )


if __name__ == "__main__":
    main()
