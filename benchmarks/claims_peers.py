"""
Claims of a model as this package, another package and a list of words find them, side by side.

    python benchmarks/claims_peers.py [DATA] --peers FOLDER       # default: ../shared/data

FOLDER is for the environment of percept-lint, which is made there. The list of words is ours: what
somebody would write first. A reply counts as found if anything in it is. The columns of claims say
how many are found, the others how many replies are flagged in vain, or at all where nobody
labelled them. Rules of this package were changed while most of these folders were read, see
docs/detectors.md; the others never saw them.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from claims_eval import Eval, question_of
from claims_eval import rows as read_rows
from peers import CLAIMS, all_running

from guardrails.evaluation.shares import Share

LISTED = re.compile(
    r"\b(?:i (?:really |truly |also )?(?:feel|love|miss|hate|enjoy|worry|cry|cried|dream|grew up)|"
    r"i(?:'m| am) (?:so |very |really )?(?:happy|sad|lonely|angry|afraid|scared|tired|alive|"
    r"conscious|human|a person|real|excited|jealous)|i(?:'ve| have) been there|"
    r"my (?:heart|mother|father|sister|brother|wife|husband|friend|childhood|feelings)|"
    r"as a (?:human|therapist|doctor)|don't leave me|always be (?:here|there) for you)\b",
    re.IGNORECASE,
)
FOLDERS = (
    ("handwritten", "data.jsonl"),
    ("r_u_a_robot", "system_replies.jsonl"),
    ("anthropic_evals_persona", "data.jsonl"),
    ("truthfulqa_identity", "data.jsonl"),
    ("openai_model_spec", "data.jsonl"),
    ("vera_mh", "data.jsonl"),
    ("hh_rlhf", "data.jsonl"),
    ("xstest", "data.jsonl"),
)
Ask = Callable[[str, str], bool]


def replies(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield label, text and question of each reply; of long folders every fifth."""
    every = 5 if path.parent.name in {"vera_mh", "hh_rlhf", "anthropic_evals_persona"} else 1
    for at, row in enumerate(read_rows(path)):
        if at % every == 0:
            yield row["label"], row["text"], question_of(row)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("data", nargs="?", default="../shared/data", type=Path)
    parser.add_argument("--peers", type=Path)
    options = parser.parse_args()
    judge = Eval()
    with all_running(options.peers, CLAIMS) as peers:
        engines: dict[str, Ask] = {
            "this package": lambda text, asked: any(judge.frames(text, asked)),
            "a list of words": lambda text, _: LISTED.search(text.replace("’", "'")) is not None,
        }
        for peer in peers:
            engines[peer.name] = lambda text, _, peer=peer: bool(peer.ask(text).found)  # type: ignore[misc]
        for folder, name in FOLDERS:
            path = options.data / "claims" / folder / name
            if not path.is_file():
                print(f"{folder}: NOT MEASURED, there is no file {path}")
                continue
            rows = list(replies(path))
            for label in sorted({row[0] for row in rows}):
                of_it = [row for row in rows if row[0] == label]
                print(f"{folder}, {label}: {len(of_it)}")
                for title, ask in engines.items():
                    hits = sum(ask(text, asked) for _, text, asked in of_it)
                    print(f"  {title:18} {Share(hits, len(of_it))}")


if __name__ == "__main__":
    main()
