"""
Ask whether a known vulnerability stands in a lock, with pip-audit.

    python deploy/audit.py requirements/run.txt requirements/dev.txt

Run by `make audit`. Exit status: 0 nothing is known, or nothing could be asked; 1 something is
known. What could not be asked is said, and never counts as checked: pip-audit itself calls a
lock fine of which it could not look up a single package.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

_WAIT = 240


@dataclass(frozen=True, slots=True)
class Audit:
    """
    What is known of one lock.

    Attributes:
        checked: How many packages could be looked up.
        unknown: Packages that could not.
        found: Package, version and id of each vulnerability.
        why: What went wrong, if nothing could be asked.
    """

    checked: int = 0
    unknown: tuple[str, ...] = ()
    found: tuple[tuple[str, str, str], ...] = field(default=())
    why: str = ""


def read(output: str, complaint: str) -> Audit:
    """Return what pip-audit said; *complaint* is what it wrote to its standard error."""
    try:
        rows = json.loads(output)["dependencies"]
    except (ValueError, KeyError, TypeError):
        lines = [line for line in complaint.splitlines() if line.strip()]
        return Audit(why=(lines or ["pip-audit said nothing"])[-1][:200])
    skipped = tuple(sorted(row["name"] for row in rows if "skip_reason" in row))
    found = tuple(
        (row["name"], row["version"], one["id"]) for row in rows for one in row.get("vulns", ())
    )
    return Audit(len(rows) - len(skipped), skipped, found)


def told(lock: str, audit: Audit) -> str:
    """Return one line for people, and one more for each vulnerability."""
    if not audit.checked:
        why = audit.why or f"none of {len(audit.unknown)} packages could be looked up"
        return f"{lock}: NOT CHECKED, no vulnerability service was reached ({why})"
    rest = f", {len(audit.unknown)} could not be looked up" if audit.unknown else ""
    lines = [f"{lock}: {audit.checked} packages checked{rest}, {len(audit.found)} known"]
    return "\n  ".join([*lines, *(" ".join(row) for row in audit.found)])


def reached(lock: Path) -> Audit:
    """Return what pip-audit knows of the first package of *lock*: whether it can ask at all."""
    lines = lock.read_text(encoding="utf-8").splitlines(keepends=True)
    pins = [number for number, line in enumerate(lines) if "==" in line]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as first:
        first.writelines(lines[pins[0] : pins[1] if len(pins) > 1 else None])
        first.flush()
        return audited(Path(first.name))


def audited(lock: Path) -> Audit:
    """Return what pip-audit knows of *lock*."""
    options = ["--disable-pip", "--require-hashes", "--progress-spinner", "off"]
    command = [sys.executable, "-m", "pip_audit", "-r", str(lock), "-f", "json", *options]
    try:
        done = subprocess.run(  # noqa: S603 - a tool of our own lock
            command, check=False, capture_output=True, text=True, timeout=_WAIT
        )
    except subprocess.TimeoutExpired:
        return Audit(why=f"no answer in {_WAIT} s")
    return read(done.stdout, done.stderr)


def main(locks: list[str]) -> int:
    """Say what is known of each lock, and return the exit status."""
    known = False
    for lock in locks:
        audit = reached(Path(lock))
        if audit.checked:  # else a hundred packages would be asked for in vain
            audit = audited(Path(lock))
        print(told(lock, audit), flush=True)
        known = known or bool(audit.found)
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
