"""Texts kept in the database of their log: opened on record, erased for all, found no more."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guardrails.cli.main import main
from guardrails.cli.serve_log import evidence_at
from guardrails.erasure import Whose
from guardrails.errors import EvidenceError
from guardrails.evidence.base import Expired
from guardrails.evidence.keys import OpeningKey, SealingKey
from guardrails.evidence.postgres import postgres_evidence
from guardrails.evidence.row_shelf import RowShelf, logs_with_texts, texts_of
from guardrails.evidence.sealed import SealedEvidence
from guardrails.evidence.shelf import Row, Shelf
from guardrails.guard import Guard
from guardrails.ledger.tables import tables_sql
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import Keep, Logging
from tests.guards import guard, say
from tests.policies import policy

from .conftest import KEY, PATIENT, Database

DAY = 86_400
TERM = sealed(policy(logging=Logging("sealed-text", keep=Keep(text=30 * DAY))))
WHO = ("--by", "op_7", "--reason", "complaint", "--case", "C-1")
SAID = "I told nobody of the lighthouse."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["log", *map(str, arguments)])


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    folder = tmp_path / "keys"
    folder.mkdir()
    assert run("keygen", "investigators", folder / "inv", "--investigator").exit_code == 0
    assert run("keygen", "safety", folder / "safety").exit_code == 0
    return folder


@pytest.fixture
def public(keys: Path) -> SealingKey:
    return SealingKey.parse((keys / "inv.pub").read_text())


def evidence(database: Database, key: SealingKey, **how: Any) -> SealedEvidence:
    return postgres_evidence(database.url(), key, **{"write_limit": PATIENT, **how})


def made(database: Database, key: SealingKey, **how: Any) -> Guard:
    return guard(TERM, log=database.log(), evidence=evidence(database, key), **how)


async def talk(*guards: Guard) -> None:
    """Have a person talk to each of the guards, and somebody else to the last one."""
    told: dict[str, Any] = {"subject_id": "p1", "consent": ["log-text"]}
    for number, one in enumerate(guards):
        await say(one, SAID, "I missed you. It is late.", session_id=f"s-{number}", **told)
    await say(guards[-1], SAID, session_id="other", **{**told, "subject_id": "p2"})


@pytest.fixture
def filled(database: Database, public: SealingKey) -> Database:
    """Return a database with a log of two guards, which have ended."""

    async def go() -> None:
        async with made(database, public) as one, made(database, public) as two:
            await talk(one, two)

    asyncio.run(go())
    return database


def decisions(database: Database) -> list[int]:
    records = [json.loads(line) for line in database.lines()]
    return [one["seq"] for one in records if one["kind"] == "decision"]


def count(database: Database, table: str) -> int:
    [(number,)] = database.rows(f"SELECT count(*) FROM candor_evidence.{table}")
    return int(number)


def on_disk(database: Database) -> bytes:
    """Return what stands in the files of the server's tables by now."""
    database.run("CHECKPOINT")
    base = database.server.folder / "data" / "base"
    found = []
    for path in sorted(base.rglob("*")):
        try:
            found.append(path.read_bytes() if path.is_file() else b"")
        except FileNotFoundError:
            continue  # the server has removed it meanwhile
    return b"".join(found)


def test_an_investigator_opens_a_text_of_any_guard_and_the_log_says_so(
    filled: Database, keys: Path
) -> None:
    url = filled.url("detective")
    shown = [run("open", url, seq, "--key", keys / "inv", *WHO) for seq in decisions(filled)]
    assert [one.exit_code for one in shown] == [0] * 6, shown[0].output
    assert shown[0].stdout == f"in:\n{SAID}\n"
    assert shown[1].stdout == "in:\nI missed you. It is late.\nout:\nWelcome back! It is late.\n"
    access = run("show", url, "--kind", "access", "--format", "json").stdout.splitlines()
    assert {json.loads(line)["case"] for line in access} == {"C-1"}
    verified = run("verify", url, "--key", KEY.verifier, "--key", keys / "inv.pub")
    assert verified.exit_code == 0, verified.output
    assert "texts that records name are kept, sealed; 0 conversations" in verified.output


def test_an_auditor_sees_no_text_and_verify_says_so(filled: Database, keys: Path) -> None:
    url = filled.url("auditor")
    verified = run("verify", url, "--key", KEY.verifier)
    assert verified.exit_code == 0
    assert "none came with it" in verified.output
    refused = run("open", url, decisions(filled)[0], "--key", keys / "inv", *WHO)
    assert (refused.exit_code, "no texts are kept there" in refused.stderr) == (2, True)
    assert logs_with_texts(url) is None
    with pytest.raises(EvidenceError, match="--investigator"):
        RowShelf(texts_of(url), "local")


def test_what_is_opened_may_be_recorded_in_a_folder(
    filled: Database, keys: Path, tmp_path: Path
) -> None:
    filled.run("REVOKE INSERT ON candor_log.records FROM detective")
    url, seq = filled.url("detective"), decisions(filled)[0]
    refused = run("open", url, seq, "--key", keys / "inv", *WHO)
    assert (refused.exit_code, SAID in refused.output) == (1, False)
    opened = run("open", url, seq, "--key", keys / "inv", *WHO, "--acts", tmp_path / "acts")
    assert (opened.exit_code, SAID in opened.output) == (0, True)
    assert "access" in run("show", tmp_path / "acts").output


def test_detectors_look_again_at_texts_in_the_database(filled: Database, keys: Path) -> None:
    replayed = run("replay", filled.url("detective"), "--detect", "--key", keys / "inv", *WHO)
    assert replayed.exit_code in {0, 1}, replayed.output
    assert "not be replayed" not in replayed.output
    assert run("show", filled.url(), "--kind", "access").output.count("access") == 3


async def test_one_guard_forgets_a_person_for_all_of_them(
    database: Database, public: SealingKey, keys: Path
) -> None:
    async with made(database, public) as one, made(database, public) as two:
        await talk(one, two)
        wrapped = [bytes(key) for (key,) in database.rows(
            "SELECT wrapped FROM candor_evidence.keys JOIN candor_evidence.names USING (session) "
            "WHERE mac IN (SELECT mac FROM candor_evidence.names GROUP BY mac "
            "HAVING count(DISTINCT session) = 2)")]  # fmt: skip
        macs = [bytes(mac) for (mac,) in database.rows("SELECT mac FROM candor_evidence.names")]
        before = on_disk(database)
        assert len(set(wrapped)) == 2
        assert all(one in before for one in (*wrapped, *macs))
        assert b"lighthouse" not in before

        erased = await two.forget(subject_id="p1", by="staff-2")

        assert len(erased.sessions) == 2
        assert "evidence" in erased.stores
    after = on_disk(database)
    [kept] = database.rows("SELECT DISTINCT session FROM candor_evidence.keys")
    assert not any(one in after for one in wrapped)
    assert sum(one in after for one in set(macs)) == 2  # those of the other person
    assert count(database, "texts") == 2
    url = database.url("detective")
    opened = {
        seq: await asyncio.to_thread(run, "open", url, seq, "--key", keys / "inv", *WHO)
        for seq in decisions(database)
    }
    assert [one.exit_code for one in opened.values()] == [1, 1, 1, 1, 0, 0]
    assert all(SAID not in one.output for one in [*opened.values()][:4])
    verified = run("verify", url, "--key", KEY.verifier)
    assert "2 conversations were erased" in verified.output
    assert "problem" not in verified.output
    assert kept


async def test_a_text_that_comes_after_its_conversation_was_forgotten_is_refused(
    database: Database, public: SealingKey
) -> None:
    late, other = evidence(database, public), evidence(database, public)
    shelf = RowShelf(texts_of(database.url()), "local")
    row = Row("s_1", "one", "p1", "k", {"h": b"w" * 80}, {"t": b"sealed"})
    shelf.put([row])
    assert await other.erase(Whose(subject_id="p1")) == {"s_1"}
    with pytest.raises(EvidenceError, match="was forgotten meanwhile"):
        shelf.put([row])
    assert (count(database, "keys"), count(database, "texts")) == (0, 0)
    assert await late.erase(Whose(session_id="one")) == frozenset()
    shelf.put([Row("s_2", "one", "p1", "k", {"h": b"w" * 80}, {"t": b"sealed"})])
    with pytest.raises(EvidenceError, match="erase again"):
        shelf.search([b"w" * 80])
    for one in (late, other, shelf):
        one.close()


async def test_texts_go_when_they_are_too_old_whoever_looks(
    database: Database, public: SealingKey
) -> None:
    async with made(database, public) as one:
        await talk(one)
    later = time.time() + 31 * DAY
    async with made(database, public, now=lambda: later) as old:
        for _ in range(3000):
            if any(b'"kind":"erase"' in line for line in database.lines()):
                break
            await asyncio.sleep(0.01)
        assert count(database, "texts") == count(database, "keys") == count(database, "names") == 0
        assert old.policy.logging.keep is not None
    verified = run("verify", database.url("detective"), "--key", KEY.verifier)
    assert verified.exit_code == 0, verified.output
    assert "texts were erased for their age" in verified.output


def test_the_commands_erase_by_request_and_by_policy(filled: Database, keys: Path) -> None:
    url, asked = filled.url(), ("--key", keys / "safety", "--by", "staff-1")
    told = run("erase", url, "--by-policy", *asked)
    assert (told.exit_code, "no text is older" in told.output) == (0, True), told.output
    told = run("erase", url, "--session", "other", *asked)
    assert told.output == "1 conversations erased from the evidence, and recorded\n"
    told = run("erase", url, "--subject", "p1", *asked)
    assert told.output.startswith("2 conversations erased")
    assert count(filled, "texts") == 0
    verified = run("verify", url, "--key", KEY.verifier, "--key", keys / "safety.pub")
    assert verified.exit_code == 0, verified.output
    assert "3 conversations were erased" in verified.output
    again = run("erase", url, "--subject", "p1", *asked)
    assert (again.exit_code, "no texts are kept" in again.stderr) == (2, True)
    refused = run("erase", filled.url("auditor"), "--subject", "p1", *asked)
    assert (refused.exit_code, "may not look" in refused.stderr) == (2, True)


def test_each_log_in_the_database_is_vouched_for_by_its_own_key(
    filled: Database, keys: Path
) -> None:
    url = filled.url("detective")
    early = run("verify", url, "--key", KEY.verifier, "--key", keys / "safety.pub")
    assert (early.exit_code, "no log here is called safety" in early.output) == (1, True)
    assert run("open", url, decisions(filled)[0], "--key", keys / "inv", *WHO).exit_code == 0
    asked = ("--key", keys / "safety", "--by", "staff-1")
    assert run("erase", filled.url(), "--session", "other", *asked).exit_code == 0

    one = run("verify", url, "--key", KEY.verifier)
    assert (one.exit_code, one.output.count("no key to check them with was given")) == (3, 2)
    three = ("--key", KEY.verifier, "--key", keys / "inv.pub", "--key", keys / "safety.pub")
    assert run("verify", url, *three).exit_code == 0


def test_an_erasure_that_is_recorded_elsewhere_is_missed_by_who_may_look_for_texts(
    filled: Database, keys: Path, tmp_path: Path
) -> None:
    asked = ("--key", keys / "safety", "--by", "staff-1", "--acts", tmp_path / "acts")
    told = run("erase", filled.url(), "--session", "other", *asked)
    assert told.exit_code == 0, told.output
    assert run("verify", tmp_path / "acts", "--key", keys / "safety.pub").exit_code == 0
    missed = run("verify", filled.url("detective"), "--key", KEY.verifier)
    assert (missed.exit_code, "erase records account for 0" in missed.output) == (1, True)
    assert run("verify", filled.url("auditor"), "--key", KEY.verifier).exit_code == 0


def test_a_text_that_was_changed_or_taken_away_is_a_problem(
    filled: Database, tmp_path: Path
) -> None:
    url = filled.url("detective")
    filled.run("UPDATE candor_evidence.texts SET sealed = 'x' WHERE name = "
               "(SELECT min(name) FROM candor_evidence.texts)")  # fmt: skip
    told = run("verify", url)
    assert (told.exit_code, "was changed" in told.output) == (1, True)
    filled.run("DELETE FROM candor_evidence.texts")
    told = run("verify", url)
    assert (told.exit_code, "erase records account for 0" in told.output) == (1, True)
    filled.run("DELETE FROM candor_evidence.facts")
    told = run("verify", url)
    assert (told.exit_code, "no texts are kept in the database" in told.output) == (1, True)


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        ("auditor", "SELECT FROM candor_evidence.texts"),
        ("pruner", "SELECT FROM candor_evidence.keys"),
        ("detective", "DELETE FROM candor_evidence.keys"),
        ("detective", "INSERT INTO candor_evidence.erased VALUES ('local', 's', 1)"),
        ("detective", "DELETE FROM candor_log.records"),
        ("gateway", "UPDATE candor_evidence.texts SET sealed = ''"),
    ],
)
def test_each_role_may_do_what_it_is_for(filled: Database, role: str, statement: str) -> None:
    with (
        psycopg.connect(filled.url(role), autocommit=True) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())


def test_without_investigators_there_are_no_tables_for_texts(
    database: Database, public: SealingKey
) -> None:
    assert "candor_evidence" not in tables_sql("gateway", "auditor", "pruner")
    database.run("DROP SCHEMA candor_evidence CASCADE")
    with pytest.raises(EvidenceError, match="candor log tables --investigator"):
        evidence(database, public)
    assert logs_with_texts(database.url()) is None


def test_serve_keeps_texts_in_the_database_of_its_log(database: Database, keys: Path) -> None:
    found = evidence_at(database.url(), "web", [keys / "inv.pub"])
    assert found is not None
    assert found.origin == "web"
    found.close()
    assert evidence_at(database.url(), "web", []) is None
    with pytest.raises(EvidenceError, match="nobody could ever open"):
        postgres_evidence(database.url(), [])


ROWS = st.builds(
    lambda session, subject, n: Row(
        f"s_{session}",
        session,
        subject,
        f"k_{session}",
        {"h": f"wrapped key of {session} with some length".encode()},
        {f"t_{n}": f"sealed {n}".encode()},
        1,
    ),
    st.sampled_from("abc"),
    st.sampled_from([None, "p", "q"]),
    st.integers(0, 20),
)
ACTS = st.lists(
    st.one_of(
        st.lists(ROWS, max_size=3),
        st.builds(lambda one: Whose(session_id=one), st.sampled_from("abc")),
        st.builds(lambda one: Whose(subject_id=one), st.sampled_from("pq")),
    ),
    max_size=6,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_tables_keep_and_erase_what_files_do(
    database: Database, tmp_path_factory: pytest.TempPathFactory, acts: list[Any]
) -> None:
    for table in ("names", "keys", "texts", "erased"):
        database.run(f"TRUNCATE candor_evidence.{table}")
    folder = tmp_path_factory.mktemp("files")
    backend = texts_of(database.url())
    with (
        closing(Shelf(folder, make=True)) as files,
        closing(RowShelf(backend, "local", make=True)) as tables,
    ):
        for act in acts:
            if isinstance(act, Whose):
                assert files.erase(act) == tables.erase(act)
                database.run("TRUNCATE candor_evidence.erased")  # files know one process only
            else:
                files.put(act)
                tables.put(act)
            assert sorted(files.texts()) == sorted(tables.texts())
            for name in ("k_a", "k_b", "k_c"):
                assert files.wrapped(name) == tables.wrapped(name)
            for n in range(21):
                assert files.sealed(f"t_{n}") == tables.sealed(f"t_{n}")
        told = files.expire(10**11, 10**10), tables.expire(10**11, 10**10)
        assert told[0] == told[1]
        assert [*tables.texts()] == []
        assert tables.expire(10**11, 10**10) == Expired(0, 0)


def test_an_investigators_key_is_no_part_of_the_database(filled: Database, keys: Path) -> None:
    secret = OpeningKey.parse((keys / "inv").read_text()).secret
    assert secret not in on_disk(filled)
