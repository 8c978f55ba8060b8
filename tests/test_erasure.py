"""A person is forgotten in every store, the log says so, and nothing of them is found again."""

from __future__ import annotations

import ast
import asyncio
import gc
import types
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import guardrails
from guardrails.erasure import Whose, erase
from guardrails.errors import (
    ConfigurationError,
    ErasureError,
    LogWriteError,
    RecordError,
    SessionBusyError,
)
from guardrails.evidence.check import check
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.store import FileEvidence
from guardrails.guard import Guard
from guardrails.ledger.fakes import BrokenLog
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import Logging
from guardrails.replay.compare import Change
from guardrails.replay.run import replay
from guardrails.sessions.memory import MemorySessions
from tests.guards import guard, say
from tests.policies import policy

CANARY = "quetzalcoatlus"
MESSAGE = f"My {CANARY} died. I am Priya, jo@example.org, 0161 496 0000."
WORDS = (CANARY, "jo@example.org", "0161 496 0000")
EVE = OpeningKey.generate("eve")
PACKAGE = Path(guardrails.__file__).parent

STORES = {
    "sessions/memory.py": "sessions: stand-ins, the last words, keys",
    "sessions/sqlite.py": "sessions: the same, encrypted",
    "sessions/postgres.py": "sessions: the same, encrypted",
    "escalation/postgres.py": "tickets: the same",
    "desk/words.py": "tickets: the last turns and words that wait, encrypted",
    "desk/desk.py": "tickets: the last turns, words that wait, ids",
    "escalation/sqlite.py": "tickets: ids of conversations and persons",
    "turns.py": "refuge: what is heard while the store of sessions is out of reach",
    "evidence/shelf.py": "evidence: sealed texts and keys",
    "evidence/row_shelf.py": "evidence: the same, in the log's database",
}
"""Modules that keep anything of a person, and what. Each is an `Erasable` of the guard."""

NOT_OF_A_PERSON = {
    "approvals/folder.py": "who agreed to which policy",
    "audit/tables.py": "what records hold, in a temporary folder, and tables that were asked for",
    "escalation/sqlite_schema.py": "no more than escalation/sqlite.py, for which it opens the file",
    "storage/sqlite.py": "what stores give it; whoever opens one is named above",
    "storage/postgres.py": "likewise",
    "ledger/anchors.py": "checkpoints, which are hashes and sizes",
    "gateway/health.py": "a file without content, to see whether the folder takes one",
    "ledger/fakes.py": "nothing: it stands in for a broken disk",
    "ledger/index.py": "what records hold",
    "ledger/lock.py": "nothing",
    "ledger/packer.py": "records, compressed",
    "ledger/outdated.py": "hashes of records",
    "ledger/row_copy.py": "records, policies, checkpoints: no words of a conversation",
    "ledger/tables.py": "nothing: it makes tables for them",
    "policy/keeping.py": "policies",
    "cli/sessions.py": "keys that the caller asked for",
    "ledger/disk.py": "records, policies, checkpoints: no words of a conversation",
    "ledger/notary.py": "signed checkpoints",
    "ledger/setaside.py": "records, with proofs",
    "ledger/tiles.py": "hashes",
    "ledger/witness.py": "sizes and hashes",
    "cli/evaluate.py": "figures",
    "cli/log_practise.py": "a log of invented conversations",
    "cli/log_proof.py": "keys and proofs",
    "cli/query.py": "records that the caller asked for",
    "cli/policy/fmt.py": "policies",
    "cli/policy/new.py": "policies",
    "cli/policy/pin.py": "policies",
    "evaluation/plots.py": "charts",
}
"""Modules that write files and yet keep nothing of a person, and what they write."""


def guarded(folder: Path, **fields: Any) -> Guard:
    using = sealed(policy(logging=Logging("sealed-text")))
    evidence = FileEvidence(folder, EVE.sealing)
    return guard(using, **{"log": FileLog(folder), "evidence": evidence, **fields})


async def talk(one: Guard, session: str, subject: str | None, message: str = MESSAGE) -> None:
    fields = {"session_id": session, "subject_id": subject, "consent": ["log-text"]}
    await say(one, message, "I missed you. Tell me, <PERSON_1>.", **fields)


def texts_in(root: object) -> Iterator[str]:
    """Yield every string that can be reached from *root* without leaving by code or modules."""
    left: tuple[type, ...] = (types.ModuleType, type, types.FrameType, types.CodeType)
    queue, seen = deque([root]), {id(root)}
    while queue:
        one = queue.popleft()
        if isinstance(one, str):
            yield one
        elif isinstance(one, bytes | bytearray):
            yield one.decode("utf-8", "replace")
        inside: list[Any] = gc.get_referents(one)
        if isinstance(one, types.FunctionType):
            inside = [cell.cell_contents for cell in one.__closure__ or ()]
        for other in inside:
            if id(other) not in seen and not isinstance(other, left):
                seen.add(id(other))
                queue.append(other)


def words_in(root: object) -> set[str]:
    return {word for text in texts_in(root) for word in WORDS if word in text}


def bytes_under(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


async def test_after_it_no_word_of_a_person_is_in_memory_or_on_the_disk(tmp_path: Path) -> None:
    one = guarded(tmp_path)
    await talk(one, "s", "p1")
    await talk(one, "other", "p1")
    gc.collect()
    assert words_in(one) == set(WORDS)  # else the search would prove nothing
    database = (tmp_path / "local" / "evidence" / "texts.db").read_bytes()

    erased = await one.forget(subject_id="p1", by="op_1")

    gc.collect()
    assert words_in(one) == set()
    assert not any(word.encode() in bytes_under(tmp_path) for word in WORDS)
    assert len(erased.sessions) == 2
    assert erased.stores == one.stores == ("sessions", "tickets", "refuge", "evidence")
    after = (tmp_path / "local" / "evidence" / "texts.db").read_bytes()
    blocks = {database[at : at + 32] for at in range(4096, len(database), 32)}
    kept = [block for block in blocks if len(set(block)) > 12 and block in after]
    assert kept == []  # nothing that looks random is left: no key, no text, no name
    await one.aclose()


async def test_after_it_the_log_verifies_and_is_replayed_without_a_text(tmp_path: Path) -> None:
    one = guarded(tmp_path)
    await talk(one, "s", "p1")
    await talk(one, "t", "p2", "I am quite well.")
    before = replay(tmp_path).changes
    await one.forget(subject_id="p1", by="op_1")
    await one.aclose()

    verdict = verify(tmp_path)
    assert verdict.code is Code.UNANCHORED
    assert verdict.problems == ()
    assert replay(tmp_path).changes == before == {Change.SAME: 4}
    evidence = check(tmp_path)
    assert (evidence.problems, evidence.erased) == ((), 1)
    assert 0 < evidence.kept < evidence.named


async def test_the_record_says_that_and_when_and_by_whom_but_not_whose_it_was() -> None:
    one = guard()
    await talk(one, "s", "p1")
    await one.forget(subject_id="p1", by="op_1")
    await one.forget(session_id="s", by="op_1", reason="age")

    assert isinstance(one.log, MemoryLog)
    first, again = one.log.of("erase")
    told = {key: first[key] for key in ("sessions", "stores", "by", "reason", "at")}
    assert told == {
        "sessions": 1,
        "stores": ["refuge", "sessions", "tickets"],
        "by": "op_1",
        "reason": "request",
        "at": 1_795_384_134,
    }
    assert (again["sessions"], again["reason"]) == (0, "age")
    assert not {"p1", "s"} & {value for value in first.values() if isinstance(value, str)}
    await one.aclose()


async def test_others_are_not_forgotten() -> None:
    one = guard()
    await talk(one, "s", "p1")
    await talk(one, "t", "p2")
    await talk(one, "u", None)
    await one.forget(subject_id="p1", by="op_1")
    await one.forget(session_id="u", by="op_1")

    assert isinstance(one.sessions, MemorySessions)
    assert set(one.sessions._places) == {"t"}
    await one.aclose()


async def test_a_turn_that_is_under_way_is_waited_for_and_the_next_one_begins_anew() -> None:
    one = guard()
    await talk(one, "s", "p1")
    async with one.sessions.hold("s") as before:
        forgetting = asyncio.ensure_future(one.forget(subject_id="p1", by="op_1"))
        await asyncio.sleep(0)
        waiting = asyncio.ensure_future(talk(one, "s", "p1", "Hello again."))
        await asyncio.sleep(0.01)
        assert not forgetting.done()
        assert before.vault.tail
    erased = await forgetting
    await waiting

    assert erased.sessions == {before.ref}
    assert isinstance(one.log, MemoryLog)
    assert len(one.log.of("session_open")) == 2
    async with one.sessions.hold("s") as after:
        assert after.ref != before.ref
        assert after.vault.tail == "Hello again."
    await one.aclose()


class Notes:
    """A store of an application's own."""

    store = "notes"

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.asked: list[Whose] = []

    async def erase(self, whose: Whose) -> frozenset[str]:
        self.asked.append(whose)
        if self.error is not None:
            raise self.error
        return frozenset({"n_1"})


async def test_an_applications_own_stores_are_cleared_too() -> None:
    notes = Notes()
    one = guard(erasables=[notes])
    erased = await one.forget(session_id="s", by="op_1")

    assert notes.asked == [Whose(session_id="s")]
    assert (erased.stores, erased.sessions) == (("sessions", "tickets", "refuge", "notes"), {"n_1"})
    await one.aclose()


async def test_a_store_that_fails_is_told_of_and_stops_no_other() -> None:
    first, last = Notes(OSError("jo@example.org")), Notes()
    first.store = "first"
    one = guard(erasables=[first, last])
    await talk(one, "s", "p1")

    with pytest.raises(ErasureError, match=r"first \(OSError\)") as told:
        await one.forget(subject_id="p1", by="op_1")

    assert "example" not in str(told.value)
    assert last.asked
    assert isinstance(one.log, MemoryLog)
    [record] = one.log.of("erase")
    assert (record["stores"], record["sessions"]) == (["notes", "refuge", "sessions", "tickets"], 2)
    await one.aclose()


@pytest.mark.parametrize("wrong", [{"by": "Jo Smith"}, {"reason": "She asked"}])
async def test_who_and_why_are_ids_and_nothing_is_erased_before_they_are(
    wrong: dict[str, str],
) -> None:
    one = guard()
    await talk(one, "s", "p1")
    with pytest.raises(RecordError):
        await one.forget(subject_id="p1", **{"by": "op_1", **wrong})

    assert isinstance(one.sessions, MemorySessions)
    assert len(one.sessions) == 1
    await one.aclose()


async def test_what_is_erased_is_erased_even_if_no_log_can_say_so() -> None:
    one = guard(log=BrokenLog())
    await talk(one, "s", "p1")
    with pytest.raises(LogWriteError):
        await one.forget(subject_id="p1", by="op_1")

    assert isinstance(one.sessions, MemorySessions)
    assert len(one.sessions) == 0
    await one.aclose()
    with pytest.raises(ConfigurationError, match="closed"):
        await one.forget(subject_id="p1", by="op_1")


async def test_a_turn_that_does_not_end_is_an_error_of_the_store() -> None:
    sessions = MemorySessions(wait=0.05)
    async with sessions.hold("s"):
        erased = await erase([sessions], Whose(session_id="s"))

    assert erased.failed == {"sessions": SessionBusyError.__name__}


@pytest.mark.parametrize("given", [{}, {"subject_id": "a", "session_id": "b"}])
async def test_it_has_to_be_said_who_is_to_be_forgotten(given: dict[str, str]) -> None:
    one = guard()
    with pytest.raises(ConfigurationError, match="say who is to be forgotten"):
        await one.forget(by="op_1", **given)
    await one.aclose()


_CALLS = {"open", "write_text", "write_bytes", "mkstemp", "savefig", "connect", "PlainFile"} | {
    "append_durably"
}
_DATABASES = {"guardrails.storage.sqlite", "guardrails.storage.postgres"}
_STORES = _DATABASES | {
    "sqlite3",
    "shelve",
    "dbm",
    "pickle",
    "psycopg",
    "asyncpg",
    "redis",
    "apsw",
    "aiosqlite",
}


def _writes(path: Path) -> bool:
    """Return whether the module can write a file, or knows a database."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import) and {one.name for one in node.names} & _STORES:
            return True
        if isinstance(node, ast.ImportFrom) and node.module in _STORES:
            return True
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == "open" and not _is_read(node):
            return True
        if name in _CALLS - {"open", "connect"}:
            return True
    return False


def _is_read(call: ast.Call) -> bool:
    """Return whether a call of `open` only reads: no mode, or one without `w`, `a`, `x`, `+`."""
    modes = [one.value for one in call.args if isinstance(one, ast.Constant)]
    modes += [one.value.value for one in call.keywords if one.arg == "mode"]  # type: ignore[attr-defined]
    texts = [one for one in modes if isinstance(one, str) and len(one) <= 3]
    own = getattr(call.func, "value", None)
    if isinstance(own, ast.Name) and own.id == "os":
        return "O_WRONLY" not in ast.dump(call) and "O_RDWR" not in ast.dump(call)
    return not any(set(mode) & set("wax+") for mode in texts)


def test_every_module_that_can_write_is_known_and_those_with_words_are_erasable() -> None:
    # If this fails: a module that keeps anything of a person belongs into STORES, has to be
    # an Erasable, and has to be among the places of the guard.
    writers = {
        path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if _writes(path)
    }
    in_memory = {"sessions/memory.py", "desk/desk.py", "turns.py"}
    assert writers == (set(STORES) - in_memory) | set(NOT_OF_A_PERSON)


async def test_the_stores_of_a_guard_are_those_that_are_listed(tmp_path: Path) -> None:
    one = guarded(tmp_path)
    assert sorted(one.stores) == sorted({what.partition(":")[0] for what in STORES.values()})
    await one.aclose()


async def test_a_session_store_with_words_that_is_not_searched_would_be_found() -> None:
    # The search itself can fail: a store that the guard does not know is seen by it.
    one = guard()
    one.forgotten_store = {"s": MESSAGE}  # type: ignore[attr-defined]
    await one.forget(session_id="s", by="op_1")

    assert words_in(one) == set(WORDS)
    await one.aclose()


async def test_a_model_that_is_wrapped_holds_no_words_either() -> None:
    one = guard()
    model = one.wrap(ScriptedModel(["I missed you."]))
    await model(MESSAGE, session_id="s", consent=["log-text"])
    await one.forget(session_id="s", by="op_1")
    gc.collect()

    assert words_in(model.turns) == set()
    await one.aclose()
