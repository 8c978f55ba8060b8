"""
Write the pages of this folder: one for each section of a policy file, with every setting in it.

    python docs/settings/make.py

The source is `guardrails/policy/described.py`, as for the schema that editors read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guardrails.policy.described import DESCRIBED, MESSAGE
from guardrails.policy.described_takes import (
    Block,
    Blocks,
    Flag,
    Many,
    Named,
    OneOf,
    Phrases,
    Setting,
    Takes,
    Text,
    Whole,
)

FOLDER = Path(__file__).parent
SECTIONS = DESCRIBED["the policy file"]
INSIDE = {**DESCRIBED, "a message": MESSAGE}
SHAPES = {
    "^[1-9][0-9]{0,5}[smhd]$": "a time with its unit, such as `60s`, `10m`, `3h` or `400d`",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": 'a day in quotes, such as `"2027-05-01"`',
    "^[A-Z]{2}$": "a country as two capital letters, such as `GB`",
    "^[A-Z][A-Z0-9_]*$": "the name of an environment variable, such as `DESK_URL`",
}


def pages() -> dict[str, str]:
    """Return every page by the name of its file."""
    made = {f"{name}.md": "\n".join(_page(name, one)) for name, one in SECTIONS.items()}
    return {"README.md": "\n".join(_index()), **made}


def _index() -> Iterator[str]:
    yield "# Every setting of a policy file"
    yield ""
    yield "A page for each section. They are made from the program's own list, so none is missing."
    yield ""
    yield "| section | what it is for |"
    yield "|---|---|"
    for name, setting in SECTIONS.items():
        needed = " Needed." if setting.needed else ""
        yield f"| [`{name}`]({name}.md) | {setting.about}{needed} |"
    yield ""


def _page(name: str, setting: Setting) -> Iterator[str]:
    yield f"# `{name}`"
    yield ""
    yield from _told(setting)
    seen: set[str] = set()
    yield from _settings(name, setting.takes, seen)
    yield "[All sections](README.md) · [Policy files](../policy-files.md)"
    yield ""


def _settings(path: str, takes: Takes, seen: set[str]) -> Iterator[str]:
    """Yield the settings of a block, and of the blocks in it, each once."""
    kind = _kind(takes)
    if kind not in INSIDE or kind in seen:
        return
    seen.add(kind)
    for name, setting in INSIDE[kind].items():
        yield f"## `{path}` · `{name}`"
        yield ""
        yield from _told(setting)
    for name, setting in INSIDE[kind].items():
        yield from _settings(f"{path}.{name}", setting.takes, seen)


def _told(setting: Setting) -> Iterator[str]:
    yield setting.about
    yield ""
    yield f"- Takes {_takes(setting.takes)}."
    if setting.needed:
        yield "- Needed."
    if setting.default is not None:
        yield f"- If left out: `{setting.default}`."
    if setting.example is not None:
        yield f"- For example: `{setting.example}`."
    yield ""


def _kind(takes: Takes) -> str:
    return takes.kind if isinstance(takes, (Block, Blocks, Named)) else ""


def _takes(takes: Takes) -> str:  # noqa: C901, PLR0911 - one case a kind
    match takes:
        case Text(pattern) if pattern in SHAPES:
            return SHAPES[pattern]
        case Text(None):
            return "a text"
        case Text(_):
            return "a name or text of a certain shape, which the error tells"
        case Whole(low, high):
            return f"a whole number from {low} to {high}" if low < high else f"`{low}`"
        case Flag():
            return "`true` or `false`"
        case OneOf(words):
            return " or ".join(f"`{word}`" for word in words)
        case Many(of):
            return f"a list; each value: {_takes(of)}"
        case Block():
            return "a block of settings, below"
        case Blocks():
            return "a list of blocks, below"
        case Phrases(longest):
            return f"lists of texts of up to {longest} characters, by language"
        case Named():
            return "blocks by name, below"


def main() -> None:
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
