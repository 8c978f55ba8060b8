"""Texts in files: sealed, durable, erased without a trace, and told of when they cannot be."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
import threading
from pathlib import Path
from typing import Any

import pytest

from guardrails.erasure import Whose
from guardrails.errors import EvidenceError
from guardrails.evidence.base import Expired, Kept, Wanted
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.seal import bound, unseal, unwrap
from guardrails.evidence.shelf import Row, Shelf, has_evidence
from guardrails.evidence.store import FileEvidence

EVE = OpeningKey.generate("eve")
BOB = OpeningKey.generate("bob")
IO = Path("/proc/self/io")


def wanted(text: str = "hello", session: str = "s_1", **fields: Any) -> Wanted:
    about = {
        "session": session,
        "turn": 0,
        "side": "input",
        "surface": "text",
        "part": {"n": 0, "at": [0, len(text)], "last": True},
    }
    values = {"n": 0, "session_id": f"id-{session}", "subject_id": "p1", **fields}
    return Wanted(about, fields={"in": text}, **values)


def read(folder: Path, want: Wanted, kept: Kept, by: OpeningKey = EVE) -> str:
    """Return the text, as an investigator gets at it."""
    shelf = Shelf(folder)
    wrapped, sealed = shelf.wrapped(kept.key), shelf.sealed(kept.sealed["in"])
    shelf.close()
    assert sealed is not None
    key = unwrap(wrapped[by.sealing.id], "local", want.about["session"], kept.key, by)
    return unseal(key, sealed, bound("local", want.about, want.n, "in"))


def bytes_under(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


async def test_a_text_that_is_kept_can_be_read_after_the_store_is_closed(tmp_path: Path) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing)
    want = wanted("I told nobody.")
    kept = await evidence.keep(want)
    evidence.close()
    evidence.close()

    assert read(tmp_path / "local", want, kept) == "I told nobody."
    assert (evidence.store, evidence.origin) == ("evidence", "local")
    assert evidence.folder == tmp_path / "local" / "evidence"
    assert has_evidence(tmp_path / "local")
    assert not has_evidence(tmp_path)


async def test_each_of_several_investigators_can_open_what_is_kept(tmp_path: Path) -> None:
    evidence = FileEvidence(tmp_path, [EVE.sealing, BOB.sealing])
    want = wanted("hello")
    kept = await evidence.keep(want)
    evidence.close()

    assert {read(tmp_path / "local", want, kept, by) for by in (EVE, BOB)} == {"hello"}


async def test_no_file_holds_a_word_a_name_or_a_key_and_only_the_owner_may_read(
    tmp_path: Path,
) -> None:
    secrets: list[bytes] = []

    def random(count: int) -> bytes:
        secrets.append(bytes([len(secrets) + 65]) * count)
        return secrets[-1]

    evidence = FileEvidence(tmp_path, EVE.sealing, random=random)
    await evidence.keep(wanted("I told nobody.", subject_id="jo@example.org"))
    evidence.close()

    found = bytes_under(tmp_path)
    [session_key] = [one for one in secrets[1:] if len(one) == 32]
    for never in (b"told nobody", b"jo@example.org", b"id-s_1", session_key):
        assert never not in found
    for path in (tmp_path / "local" / "evidence").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.stat().st_size == 0 or path.suffix in {".db", ".key"}  # the journal is empty


async def test_a_conversation_has_one_key_and_others_have_another(tmp_path: Path) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing)
    first, again = await evidence.keep(wanted("a")), await evidence.keep(wanted("b", n=1))
    other = await evidence.keep(wanted("a", session="s_2"))
    evidence.close()

    assert first.key == again.key != other.key
    assert len({first.sealed["in"], again.sealed["in"], other.sealed["in"]}) == 3


async def test_keys_leave_memory_and_what_they_sealed_stays_readable(tmp_path: Path) -> None:
    now = 0.0
    evidence = FileEvidence(tmp_path, EVE.sealing, idle=60, clock=lambda: now)
    early = wanted("early")
    first = await evidence.keep(early)
    now = 59.0
    assert (await evidence.keep(wanted("still", n=1))).key == first.key
    now = 119.0
    late = wanted("late", n=2)
    second = await evidence.keep(late)
    evidence.close()

    assert second.key != first.key
    assert read(tmp_path / "local", early, first) == "early"
    assert read(tmp_path / "local", late, second) == "late"


async def test_not_more_keys_are_in_memory_than_are_allowed(tmp_path: Path) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing, limit=2)
    keys = [(await evidence.keep(wanted("a", session=name))).key for name in ("a", "b", "c", "a")]
    evidence.close()

    assert len(evidence._inner._live) == 0
    assert keys[0] != keys[3]


async def test_many_callers_at_once_are_all_kept(tmp_path: Path) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing, write_limit=60)  # the disk may be busy
    wants = [wanted(f"text {n}", session=f"s_{n % 7}", n=n) for n in range(100)]
    kept = await asyncio.gather(*map(evidence.keep, wants))
    evidence.close()

    texts = [read(tmp_path / "local", *both) for both in zip(wants, kept, strict=True)]
    assert texts == [f"text {n}" for n in range(100)]


async def test_what_is_there_stays_when_the_store_is_opened_again(tmp_path: Path) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing)
    want = wanted("before")
    kept = await evidence.keep(want)
    evidence.close()
    again = FileEvidence(tmp_path, EVE.sealing)
    await again.keep(wanted("after", session="s_2"))
    again.close()

    assert read(tmp_path / "local", want, kept) == "before"


@pytest.mark.parametrize("whose", [Whose(subject_id="p1"), Whose(session_id="id-s_1")])
async def test_after_an_erasure_not_a_byte_of_keys_texts_and_names_is_left(
    tmp_path: Path, whose: Whose
) -> None:
    folder = tmp_path / "local"
    evidence = FileEvidence(tmp_path, EVE.sealing)
    mine = await evidence.keep(wanted("x" * 20_000))  # longer than a page
    theirs = wanted("hers", session="s_2", subject_id="p2")
    other = await evidence.keep(theirs)
    shelf = Shelf(folder)
    gone = [*shelf.wrapped(mine.key).values(), shelf.sealed(mine.sealed["in"])]
    macs = shelf._macs("id-s_1", "p1")
    shelf.close()
    assert all(one is not None and one[:40] in bytes_under(folder) for one in (*gone, *macs))

    assert await evidence.erase(whose) == {"s_1"}

    left = bytes_under(folder)
    for one in (*gone, *macs):
        assert one is not None
        for start in range(0, len(one), 16):
            assert len(one[start : start + 16]) < 16 or one[start : start + 16] not in left
    assert mine.key.encode() not in left
    assert b"s_1" not in left.replace(b"texts_1", b"")  # the name of an index
    assert await evidence.erase(whose) == frozenset()
    evidence.close()
    assert read(folder, theirs, other) == "hers"


async def test_a_conversation_that_goes_on_after_an_erasure_has_another_key(
    tmp_path: Path,
) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing)
    before = await evidence.keep(wanted("before"))
    await evidence.erase(Whose(subject_id="p1"))
    want = wanted("after", n=1)
    after = await evidence.keep(want)
    evidence.close()

    assert after.key != before.key
    assert read(tmp_path / "local", want, after) == "after"


async def test_a_person_is_forgotten_with_every_conversation_they_took_part_in(
    tmp_path: Path,
) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing)
    for session, subject in (("s_1", None), ("s_1", "p1"), ("s_2", "p1"), ("s_3", "p2")):
        await evidence.keep(wanted("a", session=session, subject_id=subject))

    assert await evidence.erase(Whose(subject_id="p1")) == {"s_1", "s_2"}
    assert await evidence.erase(Whose(session_id="p2")) == frozenset()  # an id of another kind
    evidence.close()


async def test_bytes_of_a_key_that_are_left_somewhere_are_told_of(tmp_path: Path) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing)
    kept = await evidence.keep(wanted())
    shelf = Shelf(tmp_path / "local")
    [wrapped] = shelf.wrapped(kept.key).values()
    shelf.close()
    copy = tmp_path / "local" / "evidence" / "copy.db"
    copy.write_bytes(b"\0" * (1024 * 1024 - 40) + wrapped + b"\0")  # over the border of a block

    with pytest.raises(EvidenceError, match=r"copy\.db: bytes of an erased key"):
        await evidence.erase(Whose(subject_id="p1"))
    evidence.close()


def test_a_key_is_found_wherever_it_is_left_and_whichever_of_several_it_is(tmp_path: Path) -> None:
    shelf, copy = Shelf(tmp_path, make=True), tmp_path / "evidence" / "copy.db"
    keys = {"long": bytes(range(100, 180)), "short": bytes(range(200, 240))}
    for at in range(45):
        for name, key in keys.items():
            row = Row("s", "s", None, "k", keys, {"t": b"t"})
            copy.write_bytes(b"\0" * at + key + b"\0" * 100)
            shelf.put([row])
            with pytest.raises(EvidenceError, match=r"copy\.db: bytes of an erased key"):
                shelf.erase(Whose(session_id="s"))
            copy.write_bytes(b"\0" * at + key[:-1] + keys["long"][1:])
            shelf.put([row])
            assert shelf.erase(Whose(session_id="s")) == {"s"}, name
    shelf.close()


async def test_texts_are_kept_while_the_files_are_searched_for_keys_that_went(
    tmp_path: Path,
) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing, now=lambda: 1000)
    before = await evidence.keep(wanted("before"))
    pipe = evidence.folder / "pipe"
    os.mkfifo(pipe)  # who reads it waits
    expiry = asyncio.create_task(evidence.expire(2000))
    await asyncio.sleep(0)
    try:
        after = await evidence.keep(wanted("after", n=1))
        assert not expiry.done()
    finally:
        await asyncio.to_thread(pipe.write_bytes, b"")
    assert await expiry == Expired(1, 1)
    evidence.close()

    assert after.key != before.key
    assert read(tmp_path / "local", wanted("after", n=1), after) == "after"


async def test_a_file_that_cannot_be_searched_is_told_of(tmp_path: Path) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing)
    await evidence.keep(wanted())
    (evidence.folder / "copy.db").mkdir()
    with pytest.raises(EvidenceError, match="IsADirectoryError"):
        await evidence.erase(Whose(subject_id="p1"))
    evidence.close()


@pytest.mark.skipif(not IO.exists(), reason="this system does not count what is read")
def test_however_many_keys_went_each_file_is_looked_through_once(tmp_path: Path) -> None:
    shelf, size = Shelf(tmp_path, make=True), 32 * 1024 * 1024
    names = [f"s_{n}" for n in range(40)]
    shelf.put(
        Row(name, name, "p1", name, {"h": name.encode() * 20}, {name: b"t"}) for name in names
    )
    with (shelf.folder / "copy.db").open("wb") as file:
        file.truncate(size)

    before = read_so_far()
    assert shelf.erase(Whose(subject_id="p1")) == {*names}
    assert read_so_far() - before < 2 * size
    shelf.close()


def read_so_far() -> int:
    """Return how many bytes this process has read from files."""
    return int(IO.read_text().split("rchar: ")[1].split()[0])


async def test_a_disk_that_does_not_answer_is_waited_for_in_vain_once(tmp_path: Path) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing, write_limit=0.05)
    answers = threading.Event()
    evidence._inner._worker.submit(answers.wait, 30)

    with pytest.raises(EvidenceError, match=r"did not answer within 0\.05 seconds"):
        await evidence.keep(wanted())

    answers.set()
    await asyncio.to_thread(evidence._inner._worker.submit(bool).result)
    assert (await evidence.keep(wanted("b"))).key
    evidence.close()


async def test_a_text_that_cannot_be_written_is_told_of_and_takes_no_other_with_it(
    tmp_path: Path,
) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing)
    await evidence.keep(wanted())
    other = sqlite3.connect(evidence.folder / "texts.db", isolation_level=None)
    evidence._inner._shelf._database.execute("PRAGMA busy_timeout=1").close()
    other.execute("BEGIN EXCLUSIVE")
    refused = await asyncio.gather(
        *(evidence.keep(wanted("b", n=n)) for n in (1, 2)), return_exceptions=True
    )
    other.execute("ROLLBACK")
    other.close()

    assert [type(one) for one in refused] == [EvidenceError, EvidenceError]
    assert "locked" in str(refused[0])
    broken = Wanted({"session": "s_1"}, 0, "id", None, {"in": "x"})
    told, fine = await asyncio.gather(
        evidence.keep(broken), evidence.keep(wanted("c", n=3)), return_exceptions=True
    )
    assert isinstance(told, EvidenceError)
    assert isinstance(fine, Kept)
    evidence.close()


async def test_a_closed_store_keeps_and_erases_nothing(tmp_path: Path) -> None:
    evidence = FileEvidence(tmp_path, EVE.sealing)
    evidence.close()

    with pytest.raises(EvidenceError, match="closed"):
        await evidence.keep(wanted())
    with pytest.raises(EvidenceError, match="closed"):
        await evidence.erase(Whose(subject_id="p1"))


def test_somebody_has_to_be_able_to_open_what_is_kept(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="nobody could ever open"):
        FileEvidence(tmp_path, [])


def test_a_shelf_that_is_not_there_or_of_a_later_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="no texts are kept there"):
        Shelf(tmp_path)
    Shelf(tmp_path, make=True).close()
    database = sqlite3.connect(tmp_path / "evidence" / "texts.db")
    database.execute("PRAGMA user_version=2")
    database.close()
    with pytest.raises(EvidenceError, match="format 2; this version reads 1"):
        Shelf(tmp_path)
    (tmp_path / "evidence" / "texts.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(EvidenceError, match="not a database"):
        Shelf(tmp_path)
    (tmp_path / "evidence" / "names.key").unlink()
    (tmp_path / "evidence" / "names.key").mkdir()
    with pytest.raises(EvidenceError, match="directory"):
        Shelf(tmp_path)


def test_a_crash_while_the_files_are_made_is_made_good(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / "names.key.draft").write_bytes(b"half")
    Shelf(tmp_path, make=True).close()
    key = (folder / "names.key").read_bytes()
    (folder / "texts.db").unlink()
    (folder / "texts.db").touch()
    Shelf(tmp_path, make=True).close()

    assert len(key) == 32
    assert (folder / "names.key").read_bytes() == key


def test_rows_are_stored_all_or_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, make=True)
    good = Row("s_1", "id", None, "k", {"h": b"w"}, {"sha256:a": b"t"})
    bad = Row("s_2", "id", None, "k", {"h": b"w"}, {"sha256:b": object()})  # type: ignore[dict-item]

    with pytest.raises(EvidenceError):
        shelf.put([good, bad])

    assert list(shelf.texts()) == []
    shelf.put([good])
    shelf.put([good])
    assert list(shelf.texts()) == [("sha256:a", b"t")]
    shelf.close()


@pytest.mark.parametrize(("subject", "session"), [(None, None), ("a", "b"), ("", "")])
def test_whose_it_is_has_to_be_said_in_one_way(subject: str | None, session: str | None) -> None:
    with pytest.raises(Exception, match="say who is to be forgotten"):
        Whose(subject, session)
