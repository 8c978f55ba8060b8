"""`candor policy pin`: what to write to build on a policy."""

from __future__ import annotations

from pathlib import Path

import click

from guardrails.cli.remarks import answered, broken_as, format_option, remark_at
from guardrails.errors import ConfigurationError
from guardrails.policy.files import find
from guardrails.policy.load import read_file
from guardrails.policy.parents import Pin, pins_in


@click.command()
@click.option(
    "--write",
    is_flag=True,
    help="Write what each POLICY, a file, builds on as it is now into the file itself.",
)
@format_option
@click.argument("policies", nargs=-1, required=True, metavar="POLICY...")
def pin(policies: tuple[str, ...], write: bool, form: str) -> None:
    """
    Print what POLICY resolves to, as another policy pins it under 'extends'.

    The hash is that of the policy with all that it builds on, so it stands in the log too.

    With --write the pins in POLICY itself are brought up to date, first those of the files that
    it builds on if they are named too. Read before what has changed: candor policy diff.
    """
    with broken_as(form):
        if write:
            _write(policies, form)
        else:
            _print(policies, form)


def _print(policies: tuple[str, ...], form: str) -> None:
    told = [(policy, *_now(policy)) for policy in policies]
    facts = [
        {"policy": name, "version": version, "hash": fingerprint}
        for name, version, fingerprint in told
    ]
    remarks = [
        remark_at(str(find(name)), 0, "pin", f"{name} is version {version} with hash {fingerprint}")
        for name, version, fingerprint in told
    ]
    entries = "\n".join(_entry(*one) for one in told)
    answered(entries, remarks, form, {"policies": facts})


def _write(policies: tuple[str, ...], form: str) -> None:
    left = {str(find(policy)): None for policy in policies}
    changed: list[str] = []
    while left:
        _renew(next(iter(left)), left, changed)
    told = [f"pinned anew: {policy}" for policy in changed]
    remarks = [remark_at(one, 0, "pin", "pinned anew") for one in changed]
    answered("\n".join(told), remarks, form, {"written": changed})


def pinned(policy: str, name: str | None = None) -> str:
    """Return the entry of 'extends' for *policy*, a name or a path that is written as *name*."""
    return _entry(name or policy, *_now(policy))


def _entry(name: str, version: str, fingerprint: str) -> str:
    return f'  - {{policy: {name}, version: "{version}", hash: "{fingerprint}"}}'


def _now(policy: str) -> tuple[str, str]:
    """Return version and hash of *policy*."""
    loaded = read_file(find(policy))
    version = loaded.policy.version
    if not version:
        msg = f"{loaded.file} needs 'version' under 'policy' before others can build on it"
        raise ConfigurationError(msg)
    return version, loaded.policy.hash


def _renew(policy: str, left: dict[str, None], changed: list[str]) -> None:
    """
    Write the pins in the file *policy* anew, first those of what it builds on among *left*.

    What was written is added to *changed*.
    """
    left.pop(policy)
    file = Path(policy)
    text = file.read_text(encoding="utf-8")
    new = text
    for pin in pins_in(text, policy, file.parent):
        if str(pin.file) in left:
            _renew(str(pin.file), left, changed)
        version, fingerprint = _now(str(pin.file))
        new = _written(new, pin, version, fingerprint)
    if new != text:
        file.write_text(new, encoding="utf-8")
        changed.append(policy)


def _written(text: str, pin: Pin, version: str, fingerprint: str) -> str:
    """Return *text* with *version* and *fingerprint* in the place of those of *pin*."""
    lines = text.split("\n")
    for place, old, new in (
        (pin.hash_at, pin.hash, fingerprint),
        (pin.version_at, pin.version, version),
    ):
        at = place.line - 1
        lines[at] = lines[at].replace(f'"{old}"', f'"{new}"', 1)
    return "\n".join(lines)
