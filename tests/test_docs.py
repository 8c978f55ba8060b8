"""
README, docs and examples do what they say: every piece of code in them runs.

In a Markdown file all `python` blocks run in order as one script; `await` may stand at the top
level. In a `console` block each line that starts with `$ candor` runs, and what it prints is
compared with the lines below it, where `...` stands for anything. A block under a line
`<!-- not run: reason -->` is left out.
"""

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
BLOCK = re.compile(r"^(<!-- not run: [^\n]+ -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUNNER = """
import ast, asyncio, inspect, sys
path = sys.argv[1]
code = compile(open(path).read(), path, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
names = {"__name__": "__main__"}
if code.co_flags & inspect.CO_COROUTINE:
    async def main():
        await eval(code, names)
    asyncio.run(main())
else:
    exec(code, names)
"""


def blocks(page: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield the first line's number and the text of each block of *language* that is to run."""
    for found in BLOCK.finditer(page):
        if found[1] is None and found[2] == language:
            yield page.count("\n", 0, found.start(3)) + 1, found[3]


def script_of(page: str) -> str:
    """Return all Python of *page* as one script, each line where it stands in the page."""
    lines: list[str] = []
    for number, code in blocks(page, "python"):
        lines += [""] * (number - 1 - len(lines)) + code.splitlines()
    return "\n".join(lines) + "\n" if lines else ""


def commands_of(page: str) -> list[tuple[str, str]]:
    """Return each command in the console blocks of *page* with what it is said to print."""
    commands = []
    for _, text in blocks(page, "console"):
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, output = re.sub(r"\\\n\s*", "", part).partition("\n")
            commands.append((command, output))
    return commands


def run(*command: str, at: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(  # noqa: S603 - what our own pages say
        command,
        cwd=at,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


WITH_CODE = [page for page in PAGES if script_of(page.read_text(encoding="utf-8"))]
COMMANDS = [
    pytest.param(command, output, id=f"{named(page)}: {command}"[:80])
    for page in PAGES
    for command, output in commands_of(page.read_text(encoding="utf-8"))
    if "candor" in command.split()
]


@pytest.mark.parametrize("page", WITH_CODE, ids=named)
def test_the_python_of_a_page_runs(page: Path, tmp_path: Path) -> None:
    script = tmp_path / f"{page.stem}.py"
    script.write_text(script_of(page.read_text(encoding="utf-8")), encoding="utf-8")
    done = run(sys.executable, "-c", RUNNER, str(script), at=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("command", "output"), COMMANDS)
def test_a_command_prints_what_its_page_says(command: str, output: str, tmp_path: Path) -> None:
    done = run("bash", "-c", command, at=tmp_path)
    printed = done.stdout + done.stderr
    matches = doctest.OutputChecker().check_output(
        output, printed, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert matches, printed


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_an_example_runs_and_shows_something(example: Path, tmp_path: Path) -> None:
    done = run(sys.executable, str(example), at=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_readme_shows_code_and_a_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert script_of(readme)
    assert commands_of(readme)


PAGE = """\
# Title
```python
first = 1
```
Text.
<!-- not run: needs a server -->
```python
raise SystemExit
```
```python
assert first == 1
```
<!-- not run: needs another -->
```python
raise SystemExit
```
```console
$ candor inspect \\
    --jsonl
one
$ echo two
two
```
"""


def test_the_blocks_of_a_page_are_found_where_they_stand() -> None:
    lines = script_of(PAGE).splitlines()
    assert (lines[2], lines[10]) == ("first = 1", "assert first == 1")
    assert "raise SystemExit" not in lines
    assert commands_of(PAGE) == [("candor inspect --jsonl", "one\n"), ("echo two", "two\n")]
    assert script_of("no code") == ""
