"""Broken policies: each is told with its place and words, and loads once these are heeded."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.errors import PolicyError, Problem
from guardrails.policy.load import load_text, read_text
from tests.policy.broken import BROKEN, WHOLE, Broken

LONGEST = 5.0
"""Seconds that reading a small text may take on a busy machine; it takes a few milliseconds."""


def test_there_are_sixty_of_them_and_the_whole_one_loads() -> None:
    assert len(BROKEN) >= 60
    assert load_text(WHOLE).id == "base"


@pytest.mark.parametrize("one", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_policy_is_told_with_its_place_and_its_words(one: Broken) -> None:
    assert one.right in WHOLE
    with pytest.raises(PolicyError) as caught:
        load_text(WHOLE.replace(one.right, one.wrong, 1), "p.yaml")
    told = [str(problem).removeprefix("p.yaml:") for problem in caught.value.problems]
    assert told == list(one.told)


@pytest.mark.parametrize("one", BROKEN.values(), ids=BROKEN.keys())
def test_who_does_what_the_message_says_has_a_policy_that_loads(one: Broken) -> None:
    assert load_text(WHOLE.replace(one.right, one.advised, 1)).rules


def read(text: str) -> None:
    """Read *text*: a policy comes back, or our own error with a place in every problem."""
    began = time.process_time()
    problems: tuple[Problem, ...] = ()
    try:
        assert read_text(text, "p.yaml").policy.hash.startswith("sha256:")
    except PolicyError as error:
        problems = error.problems
        told = True
    else:
        told = False
    assert told == bool(problems)
    assert len(problems) <= 101
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 2
        assert problem.column >= 1
        assert problem.message
        assert "\n" not in problem.message
        str(problem).encode("utf-8")
    assert time.process_time() - began < LONGEST


NASTY = st.sampled_from(
    ["*a", "&a ", "!!python/object:os.system ", "<<", "? ", "- ", "---\n", "%YAML 1.1\n", "\t",
     "yes", "0755", "1e999", "12:30", "2027-01-01", "~", "null", "\u2028", "\ud800", "\0", "\ufeff",
     "[", "{", "}", "]", ":", ": ", " #", "'", '"', "|", ">-", "\r", "\n", "\n  ", "{resources}",
     "9" * 400, "-" * 50, "a" * 5_000, "crisis", "[[[[[[[[[[[[[[[[[[[[[[[[[[[["]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_is_put_into_a_policy_only_our_own_error_comes_out(data: st.DataObject) -> None:
    text = WHOLE
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        stop = data.draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + data.draw(NASTY | st.text(max_size=6)) + text[stop:]
    read(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400) | st.lists(NASTY, max_size=30).map("".join))
def test_whatever_a_file_holds_only_our_own_error_comes_out(text: str) -> None:
    read(text)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_lines_are_lost_doubled_or_moved_only_our_own_error_comes_out(
    data: st.DataObject,
) -> None:
    lines = WHOLE.split("\n")
    for _ in range(data.draw(st.integers(1, 5))):
        at, to = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match data.draw(st.sampled_from(["lose", "double", "move", "indent"])):
            case "lose" if len(lines) > 1:
                lines.pop(at)
            case "double":
                lines.insert(to, lines[at])
            case "move" if len(lines) > 1:
                lines.insert(min(to, len(lines) - 1), lines.pop(at))
            case _:
                lines[at] = "  " + lines[at]
    read("\n".join(lines))


LARGE = {
    "deep": "[" * 50_000,
    "deep blocks": "".join(f"{' ' * n}a:\n" for n in range(1_000)),
    "wide": "crisis:\n" + "  - {}\n" * 40_000,
    "many keys": "".join(f"k{n}: 1\n" for n in range(60_000)),
    "many doubtful values": "allow: [" + "yes, " * 100_000 + "]",
    "many values in one line": "allow: [" + "a, " * 150_000 + "]",
    "a long word": "allow: [" + "9" * 900_000 + "]",
    "a space too far in": "".join(f"k{n}: 1\n" for n in range(60_000)) + " b: 2\n",
    "an item too far in": "a:\n" + "  - b\n" * 150_000 + "   - c: 1\n",
    "spaces": " " * 900_000 + "b: 1\n c: 2",
    "too large": "a" * (1 << 20) + "a",
}


@pytest.mark.untraced
@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE.keys())
def test_a_large_file_is_refused_in_bounded_time(text: str) -> None:
    began = time.process_time()
    with pytest.raises(PolicyError) as caught:
        load_text(text)
    assert len(caught.value.problems) <= 101
    assert time.process_time() - began < 2 * LONGEST


MOST_MEMORY = 256 << 10
"""KiB that reading each of the large files may take on top."""

MEMORY = """
from pathlib import Path
from guardrails.errors import PolicyError
from guardrails.policy.load import load_text
from tests.policy.test_broken import LARGE


def most():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])

before = most()
for text in LARGE.values():
    try:
        load_text(text)
    except PolicyError:
        continue
    raise SystemExit("a large file was taken")
print(most() - before)
"""


def test_large_files_are_refused_in_bounded_memory() -> None:
    done = subprocess.run(  # noqa: S603 - what stands above
        [sys.executable, "-c", MEMORY],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert 0 < int(done.stdout) < MOST_MEMORY


def test_a_list_of_more_blocks_than_are_read_is_told_once_at_its_place() -> None:
    with pytest.raises(PolicyError) as caught:
        load_text(WHOLE + "dependence:\n" + "  - {}\n" * 10_001, "p.yaml")
    line = WHOLE.count("\n") + 2
    (told,) = [str(one) for one in caught.value.problems]
    assert told == f"p.yaml:{line}:3: 'dependence' holds more than 10,000 blocks"
