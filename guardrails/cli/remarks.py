"""Remarks about policy files, in the forms that people, editors and services read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import PurePath
from typing import Any, Final

import click
import orjson

from guardrails.cli.printing import plain
from guardrails.errors import PolicyError, Problem
from guardrails.policy.remarks import BROKEN, Remark, Weight

SARIF: Final = "https://json.schemastore.org/sarif-2.1.0.json"

Facts = Mapping[str, Any]
"""What a command tells beside its remarks; JSON values."""


def format_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--format`, as the argument `form`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(list(FORMS)),
        default="text",
        show_default=True,
        help="How to print: for people, as JSON, as SARIF 2.1.0, or as notes on a GitHub page.",
    )(function)


def printed(remarks: Sequence[Remark], form: str, facts: Facts, last: str) -> None:
    """
    Print *remarks* on stdout.

    Args:
        remarks: In the order that they are to stand in.
        form: One of `FORMS`.
        facts: What else there is to tell, for JSON.
        last: A closing line, for people.
    """
    told = FORMS[form](remarks, facts, last)
    if told:
        click.echo(told)


def answered(text: str, remarks: Sequence[Remark], form: str, facts: Facts) -> None:
    """
    Print an answer: *text* for people, and for others *remarks* on its places, with *facts*.

    Args:
        text: The whole answer; people read no remarks beside it.
        remarks: In the order that they are to stand in.
        form: One of `FORMS`.
        facts: The answer as JSON values.
    """
    printed(() if form == "text" else remarks, form, facts, text)


def remark_at(
    file: str, line: int, code: str, message: str, *, weight: Weight = Weight.NOTE
) -> Remark:
    """Return a remark on a line of *file*; on its first where *line* is 0."""
    return Remark(Problem(file, max(line, 1), 1, message), weight, code)


@contextmanager
def broken_as(form: str) -> Iterator[None]:
    """
    Read policies within: what is wrong in one is told in *form*, and the command ends with 1.

    People read it where they read all other errors.

    Raises:
        PolicyError: A policy is wrong, and *form* is `text`.
    """
    try:
        yield
    except PolicyError as error:
        if form == "text":
            raise
        remarks = [Remark(one, Weight.ERROR, BROKEN) for one in error.problems]
        printed(remarks, form, {}, "")
        raise click.exceptions.Exit(1) from None


def failed(remarks: Sequence[Remark]) -> bool:
    """Return whether one of *remarks* is an error."""
    return any(one.weight is Weight.ERROR for one in remarks)


def counted(remarks: Sequence[Remark]) -> str:
    """Return how many remarks of each weight there are, for people."""
    if not remarks:
        return "nothing to say"
    numbers = [(sum(one.weight is weight for one in remarks), weight) for weight in Weight]
    return ", ".join(f"{n} {weight}{'s' if n > 1 else ''}" for n, weight in numbers if n)


def _text(remarks: Sequence[Remark], _: Facts, last: str) -> str:
    return "\n".join([*(plain(str(one)) for one in remarks), last])


def _json(remarks: Sequence[Remark], facts: Facts, _: str) -> str:
    told = [
        {
            "file": one.problem.file,
            "line": one.problem.line,
            "column": one.problem.column,
            "weight": one.weight.value,
            "code": one.code,
            "message": one.problem.message,
        }
        for one in remarks
    ]
    return orjson.dumps({**facts, "remarks": told}, option=orjson.OPT_INDENT_2).decode()


def _sarif(remarks: Sequence[Remark], _: Facts, __: str) -> str:
    results = [
        {
            "ruleId": one.code,
            "level": one.weight.value,
            "message": {"text": one.problem.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": PurePath(one.problem.file).as_posix()},
                        "region": {
                            "startLine": one.problem.line,
                            "startColumn": one.problem.column,
                        },
                    }
                }
            ],
        }
        for one in remarks
    ]
    driver = {
        "name": "candor",
        "version": version("candor-guardrails"),
        "rules": [{"id": code} for code in dict.fromkeys(one.code for one in remarks)],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    value = {"$schema": SARIF, "version": "2.1.0", "runs": [run]}
    return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()


def _github(remarks: Sequence[Remark], _: Facts, __: str) -> str:
    # docs.github.com, "Workflow commands for GitHub Actions": % and line ends are escaped, and
    # in a property : and , as well.
    kinds = {Weight.ERROR: "error", Weight.WARNING: "warning", Weight.NOTE: "notice"}
    lines = []
    for one in remarks:
        told = one.problem
        file = _escaped(told.file).replace(":", "%3A").replace(",", "%2C")
        where = f"file={file},line={told.line},col={told.column},title={one.code}"
        lines.append(f"::{kinds[one.weight]} {where}::{_escaped(plain(told.message))}")
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


FORMS: Final[Mapping[str, Callable[[Sequence[Remark], Facts, str], str]]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
}
"""Every form by its name."""
