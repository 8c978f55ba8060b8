"""Run every benchmark that needs no data of its own: `python -m benchmarks`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = ("desk.py", "guard.py", "log.py", "policy_load.py", "policy_patterns.py", "replay.py")


def main() -> int:
    worst = 0
    for script in SCRIPTS:
        print(f"--- benchmarks/{script}", flush=True)
        done = subprocess.run([sys.executable, str(HERE / script)], check=False)  # noqa: S603
        worst = max(worst, done.returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
