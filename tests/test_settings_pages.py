"""The pages about settings are those that the script writes."""

from __future__ import annotations

import runpy
from pathlib import Path

from guardrails.policy.keys import KEYS

FOLDER = Path(__file__).parents[1] / "docs" / "settings"
PAGES: dict[str, str] = runpy.run_path(str(FOLDER / "make.py"))["pages"]()


def test_the_pages_are_current() -> None:
    # If this fails: python docs/settings/make.py
    assert {file.name for file in FOLDER.glob("*.md")} == set(PAGES)
    for name, text in PAGES.items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text


def test_every_section_has_a_page_and_every_setting_a_heading() -> None:
    assert set(PAGES) == {"README.md", *(f"{name}.md" for name in KEYS["the policy file"])}
    whole = "\n".join(PAGES.values())
    for kind, names in KEYS.items():
        if kind not in {"the policy file", "a file of texts", "a file of cases"}:
            assert all(f"· `{name}`\n" in whole for name in names), kind
