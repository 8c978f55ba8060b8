"""`candor policy schema`: what editors read to complete and check policy files."""

from __future__ import annotations

import click
import orjson

from guardrails.policy.schema import schema as schema_of


def written() -> str:
    """Return the schema as it lies in the package."""
    return orjson.dumps(schema_of(), option=orjson.OPT_INDENT_2).decode() + "\n"


@click.command()
def schema() -> None:
    """
    Print the JSON Schema of policy files.

    Put it beside your policies, and this line on top of each of them:

    \b
    # yaml-language-server: $schema=policy-1.schema.json
    """  # noqa: D301 - click's mark for "as it stands"
    click.echo(written(), nl=False)
