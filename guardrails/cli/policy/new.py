"""`candor policy new`: a policy of one's own to begin with."""

from __future__ import annotations

import re
from pathlib import Path

import click

from guardrails.cli.policy.pin import pinned
from guardrails.cli.policy.schema import written
from guardrails.errors import ConfigurationError
from guardrails.policy.events import WORD_LIKE
from guardrails.policy.load import load, read_file
from guardrails.policy.ready import find, ready
from guardrails.policy.schema import FILE
from guardrails.policy.tree import Scalar, Series


@click.command()
@click.option(
    "--from",
    "ready_policy",
    type=click.Choice(ready()),
    default="companion",
    show_default=True,
    help="Which ready policy to begin with.",
)
@click.option(
    "--extends",
    "bases",
    metavar="POLICY",
    multiple=True,
    help="Build on this policy instead: a name, or a file below the folder of FILE. May be given "
    "several times.",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def new(ready_policy: str, bases: tuple[str, ...], file: Path) -> None:
    """
    Write a policy of your own into FILE, with its texts and the schema for your editor beside it.

    It is a copy of a ready policy under the name of the file, to be changed as you like. Nothing
    that is there already is written over.

    With --extends it is a few lines on top of another policy, or of several: what you do not
    write counts as it stands there.
    """
    if bases:
        pins = "\n".join(_pin(base, file) for base in bases)
        text = f"schema: 1\n\npolicy: {{id: {_id(file)}}}\n\nextends:\n{pins}\n"
        _write({file: f"# yaml-language-server: $schema={FILE}\n{text}"}, file)
        return
    source = find(ready_policy)
    loaded = read_file(source)
    name = _id(file)
    text = source.read_text(encoding="utf-8")
    text = text.replace(f"  id: {loaded.policy.id}\n", f"  id: {name}\n", 1)
    parts = {file: f"# yaml-language-server: $schema={FILE}\n{text}"}
    folder = Path(str(source)).parent
    for part in _parts(loaded.root.entries):
        parts[file.parent / part] = (folder / part).read_text(encoding="utf-8")
    _write(parts, file)


def _id(file: Path) -> str:
    """Return the id of a policy in *file*, as it is written there."""
    name = re.sub(r"[^a-z0-9]+", "-", file.name.partition(".")[0].lower()).strip("-")
    if not name or not name[0].isalpha():
        msg = f"the name of {file} must begin with a letter: it becomes the policy's id"
        raise ConfigurationError(msg)
    return f'"{name}"' if name in WORD_LIKE else name


def _pin(base: str, file: Path) -> str:
    """Return the entry of 'extends' for *base* in *file*."""
    if base in ready():
        return pinned(base)
    try:
        name = Path(base).resolve().relative_to(file.parent.resolve()).as_posix()
    except ValueError:
        msg = f"{base} is not below the folder of {file}: a policy builds on files below its own"
        raise ConfigurationError(msg) from None
    return pinned(base, name)


def _write(parts: dict[Path, str], file: Path) -> None:
    """Write the files *parts* and the schema, none over another; the policy is *file*."""
    for path in parts:
        if path.exists():
            msg = f"{path} is there already, and is left as it is: choose another name or folder"
            raise ConfigurationError(msg)
    if not (file.parent / FILE).exists():
        parts[file.parent / FILE] = written()
    for path, content in parts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        click.echo(f"wrote {path}")
    load(file)
    click.echo(f"next: candor policy lint {file}; candor policy test {file}")


def _parts(entries: tuple[object, ...]) -> list[str]:
    """Return the files of texts that a policy names."""
    for entry in entries:
        key, value = getattr(entry, "key", None), getattr(entry, "value", None)
        if isinstance(key, Scalar) and key.text == "texts" and isinstance(value, Series):
            return [item.text for item in value.items if isinstance(item, Scalar)]
    return []
