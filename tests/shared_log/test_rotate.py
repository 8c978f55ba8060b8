"""A log in PostgreSQL goes on under another key, by the word of the old one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from guardrails.cli.main import main
from guardrails.errors import LogReadError, LogWriteError, ProofError
from guardrails.ledger.keys import LOG, SigningKey
from guardrails.ledger.rotate import rotate_rows
from guardrails.ledger.verdict import Code
from tests.ledger.auditor import judge

from .conftest import KEY, Database

NEXT = SigningKey("local", LOG, bytes(range(1, 33)))
THIRD = SigningKey("local", LOG, bytes(range(2, 34)))


async def written(database: Database, key: SigningKey, count: int = 3) -> None:
    log = database.log(key, each=2)
    for n in range(count):
        await log.append("heartbeat", {"n": n})
    log.close()


async def test_either_key_alone_verifies_the_whole_log(database: Database, tmp_path: Path) -> None:
    await written(database, KEY)
    named = rotate_rows(database.url(), KEY, NEXT.verifier)
    assert (named.size, named.successor) == (len(database.lines()), NEXT.verifier)
    await written(database, NEXT)
    copy = database.copy(tmp_path / "copy")
    for keys in ((KEY,), (NEXT,), (KEY, NEXT)):
        assert judge(copy, *(key.verifier for key in keys)).code is Code.SOUND
    assert judge(copy, THIRD.verifier).code is Code.PROBLEM


async def test_the_old_key_signs_no_more_and_does_not_come_back(database: Database) -> None:
    await written(database, KEY)
    rotate_rows(database.url(), KEY, NEXT.verifier)
    with pytest.raises(LogReadError, match="goes on under another key"):
        database.log(KEY)
    with pytest.raises(LogReadError, match="is not by the key"):
        database.log(THIRD)
    with pytest.raises(LogReadError, match="goes on under another key"):
        rotate_rows(database.url(), KEY, THIRD.verifier)
    await written(database, NEXT)
    with pytest.raises(ProofError, match="has been replaced before"):
        rotate_rows(database.url(), NEXT, KEY.verifier)
    with pytest.raises(LogReadError, match="is not by the key"):
        database.log(KEY)


async def test_who_still_writes_with_the_old_key_signs_nothing_more(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    late = database.log(KEY, each=2)
    await late.append("heartbeat", {})
    rotate_rows(database.url(), KEY, NEXT.verifier)
    for n in range(5):
        await late.append("heartbeat", {"n": n})
    late.close()
    assert "goes on under another key" in caplog.text
    await written(database, NEXT)
    assert database.judged(tmp_path / "copy", KEY).code is Code.SOUND


async def test_what_may_not_follow_is_refused_before_anything_is_written(
    database: Database,
) -> None:
    await written(database, KEY)
    rows = len(database.lines())
    other = SigningKey("web-9", LOG, bytes(range(1, 33)))
    for new in (KEY.verifier, other.verifier):
        with pytest.raises(ProofError, match="another key of a log"):
            rotate_rows(database.url(), KEY, new)
    with pytest.raises(LogReadError, match="is not by the key"):
        rotate_rows(database.url(), THIRD, NEXT.verifier)
    with pytest.raises(LogWriteError):
        rotate_rows(database.url("auditor"), KEY, NEXT.verifier)
    assert len(database.lines()) == rows


async def test_the_command_takes_the_address_of_a_database(
    database: Database, tmp_path: Path
) -> None:
    await written(database, KEY)
    old = tmp_path / "old"
    old.write_text(f"{KEY.written()}\n")
    given = ["--old", str(old), "--new", str(NEXT.verifier)]
    told = CliRunner().invoke(main, ["log", "rotate-key", database.url(), *given])
    assert told.exit_code == 0, told.output
    assert f"next-key {NEXT.verifier}\n" in told.output
    again = CliRunner().invoke(main, ["log", "rotate-key", database.url(), *given])
    assert (again.exit_code, again.output.count("\n")) == (2, 1)
