"""What `guardrails` shows to the world, and how little it loads for it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import guardrails

ROOT = Path(__file__).parents[1]
HEAVY = {"spacy", "thinc", "presidio_analyzer", "langchain_core", "pydantic", "httpx", "numpy"}
TOLD = """
import json, sys, time
before = set(sys.modules)
began = time.perf_counter()
import guardrails
taken = time.perf_counter() - began
names = sorted({name.partition(".")[0] for name in set(sys.modules) - before})
print(json.dumps({"seconds": taken, "modules": names}))
"""


def in_a_fresh_process(code: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("name", guardrails.__all__)
def test_every_public_name_can_be_imported(name: str) -> None:
    assert getattr(guardrails, name).__name__ == name


def test_public_names_are_complete_sorted_and_all_that_dir_shows() -> None:
    promised = set(guardrails._WHERE)
    assert guardrails.__all__ == sorted(guardrails.__all__)
    assert promised == set(guardrails.__all__) == set(dir(guardrails))


def test_every_public_name_has_its_docstring() -> None:
    without = [name for name in guardrails.__all__ if not getattr(guardrails, name).__doc__]
    assert not without


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Gard'"):
        _ = guardrails.Gard  # type: ignore[attr-defined]


def test_importing_the_package_loads_nothing_heavy(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(in_a_fresh_process(TOLD))
    with capsys.disabled():
        print(f"\nimport guardrails: {told['seconds']:.3f} s")  # noqa: T201 - a figure, no check
    assert "guardrails" in told["modules"]
    assert not HEAVY & set(told["modules"])


def test_using_the_values_of_the_package_loads_no_language_model() -> None:
    names = "Do, Level, Message, Role, Side, TurnContext, GuardrailsError, MemoryLog, ScriptedModel"
    code = f"import sys; from guardrails import {names}; print(*sys.modules)"
    loaded = set(in_a_fresh_process(code).split())
    assert "guardrails.ledger.memory" in loaded
    assert not {"spacy", "presidio_analyzer", "langchain_core"} & loaded


def test_the_typed_names_and_the_loaded_names_are_the_same() -> None:
    source = Path(guardrails.__file__).read_text(encoding="utf-8")
    typed = source.partition("if TYPE_CHECKING:")[2].partition("_WHERE")[0]
    listed = [
        (name.strip(), module)
        for module, names in (
            line.removeprefix("from guardrails.").split(" import ")
            for line in map(str.strip, typed.splitlines())
            if line.startswith("from guardrails.")
        )
        for name in names.split(",")
    ]
    assert dict(listed) == guardrails._WHERE
