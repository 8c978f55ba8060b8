"""
Build the sdist, the wheel from it, install that alone in a clean environment, and use it.

Run by `make wheel`. Prints one line for each thing that holds and stops at the first that
does not.
"""

import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> None:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = built(folder / "dist")
        python = installed(wheel, folder / "clean")
        used(python, folder)
    said(f"wheel: all of it holds ({time.monotonic() - began:.0f} s)")


def built(folder: Path) -> Path:
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    [sdist], [wheel] = folder.glob("*.tar.gz"), folder.glob("*.whl")
    in_tree = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "guardrails").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    folder = ROOT / "policies"
    policies = {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")}
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = {name for name in names if name.startswith("guardrails/")}
    expect(policies, "there is at least one ready policy")
    shipped = {f"guardrails/policies/{name}" for name in policies}
    expect(package >= in_tree | shipped, "the wheel holds all of the package and the policies")
    expect(
        {name.split("/")[0] for name in names} - {"guardrails"}
        == {name.split("/")[0] for name in names if ".dist-info/" in name},
        "the wheel holds nothing else",
    )
    for text in ("LICENSE", "NOTICE"):
        expect(any(name.endswith(f"/licenses/{text}") for name in names), f"the wheel has {text}")
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    expect({"pyproject.toml", "LICENSE", "tests/conftest.py"} <= inside, "the sdist can be tested")
    return wheel


def installed(wheel: Path, folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    run(*pip, "--require-hashes", "-r", str(ROOT / "requirements" / "run.txt"))
    run(*pip, "--no-deps", str(wheel))
    run(str(python), "-m", "pip", "check")
    said("the lock holds all that the wheel declares")
    return python


def used(python: Path, folder: Path) -> None:
    where = run(str(python), "-c", "import guardrails; print(guardrails.__file__)", at=folder)
    expect("site-packages" in where, "the installed package is the one in use")
    named = "import importlib.metadata as m; print(*m.entry_points(group='pytest11').names)"
    names = run(str(python), "-c", named, at=folder)
    expect("candor" in names.split(), "pytest finds the plug-in")
    candor = str(python.with_name("candor"))
    expect("candor, version" in run(candor, "--version", at=folder), "candor --version")
    expect(
        run(str(python), "-m", "guardrails", "--version", at=folder)
        == run(candor, "--version", at=folder),
        "python -m guardrails is candor",
    )
    said_by_user = {"id": 1, "from": "user", "text": "Write to me at wren@example.com."}
    out = run(candor, "inspect", "--policy", "companion", "--jsonl", at=folder, given=said_by_user)
    result = json.loads(out)
    expect(result["do"] == "mask", "the wheel finds its policy by name and masks an address")
    expect("wren@example.com" not in result["text"], "the address is gone")
    said_by_model = {"id": 2, "from": "model", "text": "I missed you all day. How was work?"}
    log = str(folder / "log")
    out = run(candor, "inspect", "--jsonl", "--log", log, at=folder, given=said_by_model)
    expect("missed" not in json.loads(out)["text"], "a claim of feeling is taken out")
    verdict = subprocess.run(  # noqa: S603 - our own command
        [candor, "log", "verify", log], cwd=folder, check=False, capture_output=True
    )
    expect(verdict.returncode in {0, 3}, "its decision log is sound")


def run(*command: str, at: Path = ROOT, given: object = None) -> str:
    """Return what *command* prints; if it fails, show all it said and stop."""
    done = subprocess.run(  # noqa: S603 - our own commands
        command,
        cwd=at,
        env={**os.environ, "PYTHONPATH": ""},
        input=None if given is None else json.dumps(given) + "\n",
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def expect(holds: object, what: str) -> None:
    if not holds:
        sys.exit(f"wheel: NOT SO: {what}")
    said(what)


def said(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
