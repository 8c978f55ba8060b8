"""What is said of what the package is made of."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"deploy_{name}", ROOT / "deploy" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


audit: Any = script("audit")
sbom: Any = script("sbom")


def said(*rows: dict[str, Any]) -> str:
    return json.dumps({"dependencies": rows, "fixes": []})


FINE = {"name": "click", "version": "8", "vulns": []}
SKIPPED = {"name": "rich", "skip_reason": "not found"}
BAD = {"name": "lamp", "version": "1", "vulns": [{"id": "PYSEC-1"}, {"id": "GHSA-2"}]}


def test_a_lock_of_which_nothing_could_be_asked_is_not_called_fine() -> None:
    line = audit.told("run.txt", audit.read(said(SKIPPED), ""))
    assert "NOT CHECKED" in line
    line = audit.told("run.txt", audit.read("", "Traceback\n\nConnectionError: no route\n"))
    assert line.endswith("(ConnectionError: no route)")
    assert "said nothing" in audit.told("run.txt", audit.read("{}", ""))


def test_what_is_known_is_listed_and_what_was_left_out_is_counted() -> None:
    seen = audit.read(said(FINE, BAD, SKIPPED), "")
    assert audit.told("run.txt", seen).splitlines() == [
        "run.txt: 2 packages checked, 1 could not be looked up, 2 known",
        "  lamp 1 PYSEC-1",
        "  lamp 1 GHSA-2",
    ]
    fine = audit.told("run.txt", audit.read(said(FINE), ""))
    assert fine == "run.txt: 1 packages checked, 0 known"


@pytest.mark.parametrize(("rows", "status"), [([FINE], 0), ([SKIPPED], 0), ([FINE, BAD], 1)])
def test_only_a_known_vulnerability_fails(
    rows: list[dict[str, Any]], status: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text("click==8 \\\n    --hash=sha256:0\nlamp==1 \\\n    --hash=sha256:1\n")
    asked: list[str] = []

    def audited(path: Path) -> Any:
        asked.append(path.read_text())
        return audit.read(said(*rows), "")

    monkeypatch.setattr(audit, "audited", audited)
    assert audit.main([str(lock)]) == status
    assert asked[0] == "click==8 \\\n    --hash=sha256:0\n"
    # Where the first package cannot be looked up the others are not asked for.
    assert len(asked) == (1 if rows == [SKIPPED] else 2)


def test_all_weights_that_are_shipped_stand_in_the_bill_and_in_the_notice() -> None:
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "guardrails").rglob("*.onnx")}
    assert shipped
    assert shipped == set(sbom.SHIPPED)
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for path, (licence, source) in {**sbom.SHIPPED, **sbom.INSTALLED}.items():
        assert path in notice, path
        assert licence in notice or licence == "CC-BY-4.0", path
        assert source.rpartition("/")[2].partition("#")[0].split("/")[-1] in notice, path
    for model in sbom.models():
        assert model["licenses"][0]["license"]["id"]
        assert model["externalReferences"][0]["url"].startswith("https://")
        assert ("hashes" in model) == (model["name"] in sbom.SHIPPED)


def test_weights_that_are_installed_stand_in_a_lock() -> None:
    locks = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "requirements").glob("*.txt")
    )
    for name in sbom.INSTALLED:
        assert f"\n{name}==" in f"\n{locks}"
