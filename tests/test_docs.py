"""
README, docs and examples do what they say: every piece of code in them runs.

In a Markdown file all `python` blocks run in order as one script; `await` may stand at the top
level. In a `console` block each line that starts with `$ candor` runs, and what it prints is
compared with the lines below it, where `...` stands for anything. A block under a line
`<!-- not run: reason -->` is left out. A command that names `verify_log.py` finds it beside it.

Each command runs in a folder of its own. On a page with the line `<!-- in order -->` they run one
after the other in one folder, and what its reader is told to write is written: `<!-- edit FILE:
'OLD' => 'NEW' -->` stands for a change by hand, `<!-- put into FILE at its end -->` or
`<!-- put into FILE after: LINE -->` for the block below it.
"""

import ast
import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preloaded import POSSIBLE, PYTHON, preloaded

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
VERIFIER = ROOT / "docs" / "verify_log.py"
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
BLOCK = re.compile(r"^(<!-- not run: [^\n]+ -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IN_ORDER = "<!-- in order -->\n"
STEP = re.compile(
    r"^<!-- edit (?P<edited>\S+): (?P<old>'[^\n]*') => (?P<new>'[^\n]*') -->$"
    r"|^<!-- put into (?P<file>\S+) (?:at its end|after: (?P<line>[^\n]+)) -->\n"
    r"```yaml\n(?P<yaml>.*?)^```$"
    r"|^```console\n(?P<console>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
FIRST_ON_PATH = [Path(sys.executable).parent]
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
    return [one for _, text in blocks(page, "console") for one in commands_in(text)]


def commands_in(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command in a console block with what it is said to print."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = re.sub(r"\\\n\s*", "", part).partition("\n")
        yield command, output


def followed(page: str, folder: Path) -> list[str]:
    """Do in *folder* all that *page* says, in order, and return the commands that were run."""
    ran = []
    for step in STEP.finditer(page):
        if step["edited"]:
            replaced(
                folder / step["edited"],
                ast.literal_eval(step["old"]),
                ast.literal_eval(step["new"]),
            )
        elif step["file"] and step["line"]:
            replaced(
                folder / step["file"], f"\n{step['line']}\n", f"\n{step['line']}\n{step['yaml']}"
            )
        elif step["file"]:
            with (folder / step["file"]).open("a", encoding="utf-8") as file:
                file.write(step["yaml"])
        else:
            for command, output in commands_in(step["console"]):
                check(command, output, folder)
                ran.append(command)
    return ran


def replaced(file: Path, old: str, new: str) -> None:
    """Change *old* in *file*, where it stands once, to *new*."""
    text = "\n" + file.read_text(encoding="utf-8")  # the first line begins like all others
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new)[1:], encoding="utf-8")


def check(command: str, output: str, at: Path) -> None:
    """Run *command* in the folder *at*, and see that it prints what is written of it."""
    if VERIFIER.name in command:  # which its reader has fetched
        shutil.copy(VERIFIER, at)
    done = run("bash", "-c", command, at=at)
    printed = done.stdout + done.stderr
    matches = doctest.OutputChecker().check_output(
        output, printed, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert matches, f"{command}\n{printed}"


def run(*command: str, at: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([*map(str, FIRST_ON_PATH), os.environ["PATH"]])
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


def python() -> str:
    return PYTHON if POSSIBLE else sys.executable


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


WITH_CODE = [page for page in PAGES if script_of(page.read_text(encoding="utf-8"))]
ORDERED = [page for page in PAGES if IN_ORDER in page.read_text(encoding="utf-8")]
COMMANDS = [
    pytest.param(command, output, id=f"{named(page)}: {command}"[:80])
    for page in PAGES
    if page not in ORDERED
    for command, output in commands_of(page.read_text(encoding="utf-8"))
    if "candor" in command.split()
]


@pytest.fixture(scope="module", autouse=POSSIBLE)
def candor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have the commands and scripts of all pages run in forks of one process."""
    with preloaded(tmp_path_factory.mktemp("candor")) as folder:
        FIRST_ON_PATH.insert(0, folder)
        yield
        FIRST_ON_PATH.remove(folder)


@pytest.mark.parametrize("page", WITH_CODE, ids=named)
def test_the_python_of_a_page_runs(page: Path, tmp_path: Path) -> None:
    script = tmp_path / f"{page.stem}.py"
    script.write_text(script_of(page.read_text(encoding="utf-8")), encoding="utf-8")
    runner = tmp_path / "runner.py"
    runner.write_text(RUNNER, encoding="utf-8")
    done = run(python(), str(runner), str(script), at=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("command", "output"), COMMANDS)
def test_a_command_prints_what_its_page_says(command: str, output: str, tmp_path: Path) -> None:
    check(command, output, tmp_path)


@pytest.mark.parametrize("page", ORDERED, ids=named)
def test_a_page_can_be_followed_from_its_beginning_to_its_end(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert followed(text, tmp_path) == [one for one, _ in commands_of(text)]


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_an_example_runs_and_shows_something(example: Path, tmp_path: Path) -> None:
    done = run(python(), str(example), at=tmp_path)
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


FOLLOWED = """\
<!-- in order -->
```console
$ printf 'a: 1\\nb: 2\\n' > f.yaml
```
<!-- edit f.yaml: 'a: 1' => 'a: 3' -->
Change it.
<!-- put into f.yaml after: a: 3 -->
```yaml
c: 4
```
<!-- put into f.yaml at its end -->
```yaml
d: 5
```
```console
$ cat f.yaml
a: 3
c: 4
b: 2
d: 5
```
"""


def test_what_a_page_tells_its_reader_to_write_is_written(tmp_path: Path) -> None:
    assert len(followed(FOLLOWED, tmp_path)) == 2
    with pytest.raises(AssertionError, match="stands 0 times"):
        followed(FOLLOWED.replace("'a: 1' =>", "'a: 2' =>"), tmp_path)
    with pytest.raises(AssertionError, match="cat f"):
        followed(FOLLOWED.replace("b: 2\nd: 5", "b: 2\nd: 6"), tmp_path)
