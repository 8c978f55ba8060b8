"""Reports of counts: they count what they say, and name nobody."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from guardrails.audit.page import as_json, as_rows, in_words, page
from guardrails.audit.report import PRESETS, Counts, Report, Term, activity, crisis_referrals
from guardrails.audit.tables import open_tables
from guardrails.ledger.bodies import session_open_body, turn_close_body, turn_open_body
from guardrails.ledger.escalations import escalation_body
from guardrails.ledger.policies import write_policy
from guardrails.ledger.store import FileLog
from tests.replay.test_replay import DEFAULT, recorded

NOW = datetime(2029, 5, 1, tzinfo=UTC)
LOS_ANGELES = ZoneInfo("America/Los_Angeles")


def helpline_message() -> str:
    return next(
        name
        for name, texts in DEFAULT.messages.items()
        if any("{resources}" in text for text in texts.values())
    )


def logged(
    folder: Path,
    turns: Sequence[tuple[str, str, str | None]],
    *,
    drill: str = "",
    segment_records: int = 65_536,
) -> Path:
    """A log of turns: session, time, and the message that was shown (None: cut off)."""
    now = datetime(2026, 1, 1, tzinfo=UTC)

    async def run() -> None:
        nonlocal now
        log = FileLog(
            folder,
            origin="web-1",
            clock=lambda: int(now.timestamp()) * 10**9,
            segment_records=segment_records,
        )
        at = (await write_policy(log, DEFAULT)).seq
        for number, (session, when, said) in enumerate(turns):
            now = datetime.fromisoformat(when)
            named = {"session": session, "turn": number}
            in_force = {"policy_id": DEFAULT.id, "policy_hash": DEFAULT.hash, "policy_at": at}
            await log.append(
                "session_open", session_open_body(session=session, policy_hash=DEFAULT.hash)
            )
            await log.append("turn_open", turn_open_body(**named, **in_force))
            if session == drill:
                told = {"level": "high", "rule": "drill.x", "to": "desk", "within": 60, "at": 1}
                await log.append("escalation", escalation_body(**named, **told, about="drill"))
            if said is not None:
                body = turn_close_body(
                    **named,
                    end="stop",
                    do="add",
                    level="high",
                    called=True,
                    decisions=1,
                    text_len_in=1,
                    text_len_out=1,
                    us={},
                    fold={"now": 1, "need": "", "about": "self"},
                    said=[said] if said else [],
                )
                await log.append("turn_close", body)
        log.close()

    asyncio.run(run())
    return folder


def counted(folder: Path, term: Term, now: datetime = NOW) -> Report:
    with open_tables(folder) as tables:
        return crisis_referrals(tables, term, now)


def test_the_year_of_a_zone_is_counted_and_drills_are_not(tmp_path: Path) -> None:
    shown = helpline_message()
    folder = logged(
        tmp_path,
        [
            ("s_1", "2027-01-01T07:59:59+00:00", shown),  # still 2026 in Los Angeles
            ("s_1", "2027-01-01T08:00:00+00:00", shown),
            ("s_2", "2027-06-01T00:00:00+00:00", shown),
            ("s_3", "2027-06-01T00:00:01+00:00", ""),
            ("s_4", "2027-06-01T00:00:02+00:00", None),
            ("drill-9", "2027-06-01T00:00:03+00:00", shown),
            ("s_5", "2028-01-01T07:59:59+00:00", shown),
            ("s_5", "2028-01-01T08:00:00+00:00", shown),
        ],
        drill="drill-9",
    )
    here, there = counted(folder, Term(2027, LOS_ANGELES)), counted(folder, Term(2027))

    assert here.total == ("crisis service referral notifications", 3)
    assert there.total == ("crisis service referral notifications", 3)
    assert counted(folder, Term(2028, LOS_ANGELES)).total[1] == 1
    assert counted(folder, Term(2026, LOS_ANGELES)).total[1] == 1
    assert "1 drills are left out." in here.notes
    assert any(note.startswith("1 turns were cut off") for note in here.notes)
    assert "The year is not over." not in here.notes
    early = counted(folder, Term(2027), datetime(2027, 12, 31, tzinfo=UTC))
    assert "The year is not over." in early.notes


def test_records_that_were_removed_in_the_year_are_told(tmp_path: Path) -> None:
    turns = [(f"s_{n}", f"2027-0{n}-01T00:00:00+00:00", "") for n in range(1, 5)]
    folder = logged(tmp_path, turns, segment_records=4)
    for old in sorted((folder / "web-1").glob("seg-*.jsonl"))[:2]:
        old.unlink()

    assert any("too small" in note for note in counted(folder, Term(2027)).notes)
    assert not any("too small" in note for note in counted(folder, Term(2028)).notes)


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("talk"))


def test_activity_is_counted_by_rule_locale_and_week(talk: Path) -> None:
    with open_tables(talk) as tables:
        report = activity(tables)
        [(decisions,)] = tables.ask("SELECT count(*) FROM decisions").rows
        [(decided,)] = tables.ask("SELECT count(*) FROM decisions WHERE rule IS NOT NULL").rows
    counts = {one.title: dict(one.rows) for one in report.counts}

    assert sum(counts["decisions by week"].values()) == decisions
    assert sum(counts["decisions by locale"].values()) == decisions
    assert sum(counts["rules that decided"].values()) == decided > 0
    assert sum(counts["rules that decided, by week"].values()) == decided
    assert all(re.fullmatch(r"\d{4}-W\d\d", week) for week in counts["decisions by week"])


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_no_report_names_a_conversation_a_record_or_a_person(name: str, talk: Path) -> None:
    with open_tables(talk) as tables:
        report = PRESETS[name](tables, None, NOW)
        ids = {
            value
            for sql in ("SELECT session FROM turns", "SELECT id FROM records")
            for (value,) in tables.ask(sql).rows
        }
    told = (*in_words(report), page(report), str(as_json(report)), str([*as_rows(report)]))
    assert ids
    assert not [one for one in ids if any(one in text for text in told)]


def test_what_was_missed_is_said_in_the_notes(tmp_path: Path) -> None:
    folder = logged(tmp_path, [("s_1", "2027-01-01T00:00:00+00:00", "")])
    for path in folder.rglob("seg-*.jsonl"):
        path.chmod(0o640)
        lines = path.read_bytes().splitlines()
        kept = [line for line in lines if b'"kind":"policy"' not in line]
        path.write_bytes(b"\n".join([*kept, b"not a record", b""]))
    notes = "\n".join(counted(folder, Term(2027)).notes)
    assert "1 policies that turns name are not in the log" in notes
    assert "2 lines are no records" in notes


REPORT = Report(
    "What <was> decided",
    (("log", "web-1"),),
    ("notices", 1_234),
    (Counts("by rule", (("a.rule", 9), ("b.rule", 0), *((f"r{n}", 1) for n in range(50)))),),
    ("A note.",),
)


def test_a_report_has_bars_on_its_page_and_is_cut_in_words() -> None:
    html = page(REPORT)
    words = list(in_words(REPORT))

    assert "What &lt;was&gt; decided" in html
    assert "<script" not in html
    assert "1,234 notices" in html
    assert html.count("<svg") == 52
    assert 'rect width="320"' in html
    assert 'rect width="0"' in html
    assert any("and 12 more" in line for line in words)
    assert list(as_rows(REPORT))[:2] == [
        ("What <was> decided", "notices", 1234),
        ("by rule", "a.rule", 9),
    ]
