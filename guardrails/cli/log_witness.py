"""`candor log witness`: serve a witness, and have one sign."""

from __future__ import annotations

from pathlib import Path

import click

from guardrails.cli.faults import Check
from guardrails.cli.keyring import private_key, public_keys
from guardrails.cli.log_place import folder_argument
from guardrails.cli.log_proof import origin_option
from guardrails.cli.log_showing import again, every_option, moment
from guardrails.errors import ConfigurationError, LogReadError
from guardrails.ledger.keys import WITNESS
from guardrails.ledger.prove import folder_of


@click.group()
def witness() -> None:
    """Have somebody else remember how long a log was."""


@witness.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--key", type=click.Path(path_type=Path), required=True, help="File with its private key."
)
@click.option(
    "--log", "logs", multiple=True, required=True, metavar="KEY|FILE", help="Public key of a log."
)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8470, show_default=True, type=click.IntRange(0, 65535))
def serve(folder: Path, key: Path, logs: tuple[str, ...], host: str, port: int) -> None:
    """
    Serve a witness that remembers in FOLDER (C2SP tlog-witness), until interrupted.

    Run it on another machine than the log, in other hands. It sees sizes and hashes only.
    """
    from guardrails.ledger.witness import Witness
    from guardrails.ledger.witness_http import WitnessServer

    try:
        server = WitnessServer((host, port), Witness(folder, private_key(key), public_keys(logs)))
    except OSError as error:
        msg = f"the witness cannot serve {host}:{port} from {folder}: {error.strerror}"
        raise ConfigurationError(msg) from error
    click.echo(f"witness at {server.url}/add-checkpoint")
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("stopped", err=True)


@witness.command(cls=Check)
@folder_argument
@click.argument("url")
@click.option(
    "--witness-key",
    "keys",
    multiple=True,
    required=True,
    metavar="KEY|FILE",
    help="Public key of the witness.",
)
@origin_option
@every_option
def submit(
    directory: Path, url: str, keys: tuple[str, ...], origin: str | None, every: float | None
) -> None:
    """
    Show the newest checkpoint of the log in DIRECTORY to the witness at URL.

    Its signature is kept beside the log. Exit status: 0 it signed, 1 it refused, 2 it could
    not be asked.
    """
    from guardrails.ledger.witness_http import submit as ask

    witnesses = public_keys(keys)
    if any(key.kind != WITNESS for key in witnesses):
        msg = "--witness-key is the public key of a log, not of a witness"
        raise LogReadError(msg)
    folder = folder_of(directory, origin)

    def shown() -> str:
        seen = ask(folder, url, witnesses)
        at = moment(seen.seen_at(witnesses))
        return f"{seen.origin}: {seen.size:,} records, seen by the witness at {at} UTC"

    again(every, folder, shown)
