"""
Write the table of `docs/helplines.md` anew, from `guardrails/helplines.json`.

    python -m docs.make_helplines
"""

from __future__ import annotations

from pathlib import Path

from guardrails.helpline import Entry
from guardrails.resources import Resources

PAGE = Path(__file__).parent / "helplines.md"
HEADING = "## The table\n"
HEAD = (
    "country",
    "line",
    "number",
    "how",
    "for",
    "hours",
    "languages",
    "sources",
    "read on",
    "confirmed on",
)


KNOWN = (
    "Crisis lines that are never named by the package and are left as they are, in messages and in "
    "replies (`known` in the file):"
)


def _sources(entry: Entry) -> str:
    return " ".join(f"[{n}]({source})" for n, source in enumerate(entry.source, 1))


def row(code: str, entry: Entry) -> str:
    """Return one row of the table."""
    cells = (
        code,
        f"[{entry.name}]({entry.url})" if entry.url else entry.name,
        entry.number.replace("*", r"\*"),
        entry.way if entry.name else "emergency",
        ", ".join(sorted(entry.topics)).replace("_", " ") if entry.name else "",
        entry.hours if entry.name else "",
        " ".join(entry.languages),
        _sources(entry),
        entry.read_on,
        entry.confirmed_on or "not yet",
    )
    return f"| {' | '.join(cells)} |"


def page(before: str) -> str:
    """Return the page *before* with the table as it is now."""
    words, _, _ = before.partition(HEADING)
    table = Resources.load()
    entries = list(table.entries())
    lines = sum(bool(entry.name) for entry in entries)
    rows = [
        row(code, entry)
        for code in table.countries()
        for entry in (*table.table[code].lines, *table.table[code].emergency)
    ]
    said = (
        f"{len(table.table)} countries, {lines} numbers of lines and {len(entries) - lines} "
        "emergency numbers.\nWritten by `python -m docs.make_helplines` from the file."
    )
    head = [f"| {' | '.join(HEAD)} |", f"|{'---|' * len(HEAD)}"]
    told = [
        f"| {row.name} | {row.number} | {_sources(row)} | {row.read_on} |" for row in table.known
    ]
    left = ["", KNOWN, "", "| line | number | sources | read on |", "|---|---|---|---|", *told]
    return "\n".join([f"{words}{HEADING}", said, "", *head, *rows, *left]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
