"""The pages about the ready policies are those that the script writes."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from guardrails.policy.files import ready

DOCS = Path(__file__).parents[1] / "docs"
FOLDER = DOCS / "policies"
PAGES: dict[str, str] = runpy.run_path(str(FOLDER / "make.py"))["pages"]()
POLICIES = DOCS.parent / "policies"
LAW = ("eu", "us-ca", "us-hipaa", "us-il", "us-ny", "us-ut", "us-wa")


def test_the_pages_are_current() -> None:
    # If this fails: python docs/policies/make.py
    assert {file.name for file in FOLDER.glob("*.md")} == set(PAGES)
    for name, text in PAGES.items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text


def test_every_ready_policy_has_a_page_that_the_index_names() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    for name in ready():
        assert f"{name}.md" in PAGES
        assert f"policies/{name}.md" in index


@pytest.mark.parametrize("name", LAW)
def test_a_part_for_a_jurisdiction_names_its_sections_and_what_a_lawyer_reads(name: str) -> None:
    text = (POLICIES / f"{name}.yaml").read_text(encoding="utf-8")
    assert "THIS IS NOT LEGAL ADVICE" in text
    assert re.search(r"\b(?:\d{3,5}|section|Article \d+|HB \d+)", text)
    assert text.count("# LAWYER: ") >= 2
    assert PAGES[f"{name}.md"].count("\n- ") >= text.count("# LAWYER: ")
    assert "## What needs a lawyer's reading" in PAGES[f"{name}.md"]
    whole = text + PAGES[f"{name}.md"]
    assert not re.search(r"\b(?:compliant|compliance|guarantees?)\b", whole, re.IGNORECASE)
