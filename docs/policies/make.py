"""
Write the pages of this folder: one for each ready policy.

    python docs/policies/make.py

The source is the policy files themselves: their comments, their cases, and what `candor policy
diff` says of them and the policy below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guardrails.policy.compare import compared_rules
from guardrails.policy.files import find, ready
from guardrails.policy.load import read_file
from guardrails.policy.loaded import Loaded

FOLDER = Path(__file__).parent
_LAW = "NOT LEGAL ADVICE"


def pages() -> dict[str, str]:
    """Return every page by the name of its file."""
    loaded = {name: read_file(find(name)) for name in ready()}
    texts = {name: find(name).read_text(encoding="utf-8") for name in loaded}
    made = {f"{name}.md": "\n".join(_page(name, loaded[name], texts[name])) for name in loaded}
    return {"README.md": "\n".join(_index(loaded, texts)), **made}


def _index(loaded: dict[str, Loaded], texts: dict[str, str]) -> Iterator[str]:
    yield "# Ready policies"
    yield ""
    yield "They come with the package and can be named without a path."
    yield "Begin with a copy (`candor policy new mine.policy.yaml --from companion`), or build on"
    yield "one or several (`--extends companion --extends us-ny`): see [Policy files](../policy-files.md#extends)."  # noqa: E501
    yield ""
    for title, law in (("For a kind of service", False), ("For a jurisdiction", True)):
        yield f"## {title}"
        yield ""
        if law:
            yield "None of these is legal advice, and none says that a service obeys the law."
            yield "Each names the sections that its settings were written for, and what a lawyer has to read."  # noqa: E501
            yield ""
        yield "| policy | for | builds on | cases |"
        yield "|---|---|---|---|"
        for name, one in loaded.items():
            if (_LAW in texts[name]) is law:
                below = ", ".join(f"`{each.policy.id}`" for each in one.parents) or "nothing"
                own = sum(not case.file for case in one.cases)
                yield f"| [`{name}`]({name}.md) | {one.policy.title} | {below} | {own} |"
        yield ""
    yield "[Documentation](../index.md)"
    yield ""


def _page(name: str, loaded: Loaded, text: str) -> Iterator[str]:
    yield f"# `{name}`"
    yield ""
    yield from _head(text)
    lawyer = _lawyer(text)
    if lawyer:
        yield "## What needs a lawyer's reading"
        yield ""
        yield from (f"- {one}" for one in lawyer)
        yield ""
    for parent in loaded.parents:
        yield f"## What it changes of `{parent.policy.id}`"
        yield ""
        changes = [*compared_rules(parent.policy, loaded.policy)]
        yield from (
            f"- `{one.what.partition(' ')[0]}` {one.what.partition(' ')[2]} ({one.way})."
            for one in changes
        )
        yield from _settings(parent, loaded)
        yield ""
    yield from _cases(loaded)
    yield f"The file is [policies/{name}.yaml](../../policies/{name}.yaml); its comments say why each setting stands there."  # noqa: E501
    yield f"`candor policy explain {name} 'crisis.*'` says its rules in words, `candor policy test {name}` runs its cases."  # noqa: E501
    yield ""
    yield "[All ready policies](README.md)"
    yield ""


def _head(text: str) -> Iterator[str]:
    """Yield what stands above the policy, as paragraphs."""
    head = text.partition("\nschema:")[0]
    for paragraph in re.split(r"\n#\n", head.strip()):
        words = " ".join(line.removeprefix("#").strip() for line in paragraph.split("\n"))
        yield words.strip()
        yield ""


def _lawyer(text: str) -> list[str]:
    """Return what is marked for a lawyer, each as one sentence or more."""
    blocks = re.findall(r"# LAWYER: ((?:.*\n)(?:\s*# (?!LAWYER|\d[\w().-]*: ).*\n)*)", text)
    lines = (block.strip().split("\n") for block in blocks)
    return [" ".join(line.strip().removeprefix("# ") for line in block) for block in lines]


def _settings(parent: Loaded, loaded: Loaded) -> Iterator[str]:
    before, after = parent.policy, loaded.policy
    for name in ("disclosure", "on_request", "hold", "max_input"):
        if getattr(before, name) != getattr(after, name):
            shown = {
                "on_request": "escalation.on_request",
                "hold": "streaming.hold",
                "max_input": "limits.max_input",
            }
            yield f"- `{shown.get(name, name)}` differs."


def _cases(loaded: Loaded) -> Iterator[str]:
    own = [case for case in loaded.cases if not case.file]
    gaps = [case for case in own if case.todo is not None]
    yield "## Its cases"
    yield ""
    more = f", and {len(loaded.cases) - len(own)} of what it builds on" if loaded.parents else ""
    yield f"{len(own)} of its own{more}."
    if gaps:
        yield ""
        yield f"Known gaps, {len(gaps)} of its own:"
        yield ""
        yield from (f"- line {case.line}: {case.todo}" for case in gaps)
    yield ""


def main() -> None:
    """Write the pages."""
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
