"""The log: browse, filter, explain, verify, replay, export and plot."""

import csv
import html
import io
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import httpx
import orjson
import pytest

from guardrails.access.roles import Role
from guardrails.console.plots import tallied
from guardrails.console.verdicts import told_of
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Code, Flaw, LogVerdict, Verdict
from tests.console.houses import House, Person, house_in, token_in

Enter = Callable[[Role], Person]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def auditor(person: Enter) -> Person:
    return person(Role.AUDITOR)


def first_record(page: str) -> str:
    return "/log/record/" + page.partition("/console/log/record/")[2].partition('"')[0]


def test_records_are_shown_the_newest_first(auditor: Person) -> None:
    page = auditor.get("/log").text
    seqs = [int(part.partition('"')[0]) for part in page.split("/console/log/record/local/")[1:]]
    assert seqs == sorted(seqs, reverse=True)
    assert len(seqs) <= 50


def test_records_are_filtered_by_kind_rule_and_session(auditor: Person) -> None:
    page = auditor.get("/log?kind=decision&rule=crisis.*").text
    assert "crisis.imminent" in page
    assert "<td>turn close</td>" not in page
    session = page.partition("/console/log?session=")[2].partition('"')[0]
    page = auditor.get(f"/log?session={session}").text
    assert "<td>session open</td>" in page
    assert session[:10] in page
    assert "No record fits." in auditor.get("/log?rule=nothing.*").text
    assert "No record fits." in auditor.get("/log?until=2020-01-01").text
    assert "<td>decision</td>" in auditor.get("/log?since=2020-01-01T10:00&kind=no-kind").text


def test_older_records_are_one_link_away(auditor: Person, shared: House) -> None:
    for n in range(12):
        shared.say("Hello.", f"old-{n}")
    page = auditor.get("/log").text
    older = page.partition("Older records")[0].rpartition('href="/console')[2].partition('"')[0]
    further = auditor.get(html.unescape(older)).text
    first = int(first_record(page).rpartition("/")[2])
    assert int(first_record(further).rpartition("/")[2]) < first - 20


def test_a_day_that_is_none_is_told(auditor: Person) -> None:
    answer = auditor.get("/log?since=yesterday")
    assert answer.status_code == 400
    assert "write a day" in answer.text


def test_a_decision_is_explained_in_words(auditor: Person) -> None:
    path = first_record(auditor.get("/log?kind=decision&rule=crisis.imminent").text)
    page = auditor.get(path).text
    assert "A decision about a message to the model" in page
    assert "crisis.imminent (line" in page
    assert "the decision is the same" in page
    assert auditor.get("/log/record/local/999999").status_code == 409
    assert auditor.get("/log/record/other/0").status_code == 409


def test_a_log_is_verified_and_the_result_is_told_in_words(auditor: Person) -> None:
    page = auditor.post("/log/verify", key="", head="").text
    assert "The log agrees with itself." in page
    head = page.partition("<dt>Last record</dt><dd>")[2].partition("<")[0]
    page = auditor.post("/log/verify", key="", head=head).text
    assert "The log is sound" in page or "agrees with itself" in page
    page = auditor.post("/log/verify", key="", head=f"sha256:{'0' * 64}").text
    assert "NOT sound" in page
    assert "no record has the hash" in page
    answer = auditor.post("/log/verify", key="no key", head="")
    assert answer.status_code == 400
    assert "no public key of a log" in answer.text


def test_a_verdict_tells_what_is_wrong_removed_and_unread() -> None:
    one = LogVerdict(
        folder="f",
        origin="",
        segments=1,
        records=3,
        kinds={},
        first=1,
        last=2,
        head="sha256:x",
        anchored=0,
        problem_count=1,
        problems=(Flaw("seg", 7, "was changed"),),
        notes=(Flaw("seg", 0, "was mended"),),
        unchecked="is torn",
        removed=4,
    )
    told = told_of(Verdict((one,), absent=("other",), unchecked="cannot be read"))
    assert told.bad
    assert told.problems == (
        "no log here is called other, whose key you gave",
        "seg:7: was changed",
        "is torn",
        "cannot be read",
    )
    assert told.notes == ("seg: was mended",)
    assert ("Removed", "4 old records, of which the hashes are left") in told.facts
    assert Verdict((), unchecked="x").code is Code.UNCHECKED
    assert "could not be checked" in told_of(Verdict((), unchecked="x")).result


def test_the_recorded_policies_give_the_recorded_decisions(auditor: Person) -> None:
    page = auditor.post("/log/replay", policy="", text="").text
    assert "<b>0</b> come out otherwise" in page


def test_another_policy_tells_what_would_change(auditor: Person) -> None:
    page = auditor.post("/log/replay", policy="support-desk", text="").text
    assert "come out otherwise" in page
    assert "<option selected>support-desk</option>" in page
    text = (ROOT / "policies" / "companion.yaml").read_text(encoding="utf-8")
    page = auditor.post("/log/replay", policy="", text=text.replace("do: mask", "do: note", 1)).text
    assert 'aria-label="What would change"' in page
    assert '<b class="tag strong">weaker</b>' in page
    assert "<td>mask by <code>pii.contact</code></td><td>note by <code>pii.contact</code>" in page


def test_a_candidate_with_mistakes_is_told_line_by_line(auditor: Person) -> None:
    answer = auditor.post("/log/replay", policy="", text="schema: 1\nnonsense: 2\n")
    assert answer.status_code == 400
    assert "Line 2:" in answer.text
    assert "nonsense: 2" in answer.text
    assert auditor.post("/log/replay", policy="/etc/passwd", text="").status_code == 400


def test_records_leave_as_json_lines_and_as_rows(auditor: Person) -> None:
    answer = auditor.get("/log/export?to=jsonl&kind=decision")
    assert "attachment" in answer.headers["content-disposition"]
    lines = [orjson.loads(line) for line in answer.text.splitlines()]
    assert lines
    assert {one["kind"] for one in lines} == {"decision"}
    rows = [*csv.DictReader(io.StringIO(auditor.get("/log/export?to=csv&kind=decision").text))]
    assert len(rows) == len(lines)
    assert rows[0]["kind"] == "decision"
    assert auditor.get("/log/export?to=pdf").status_code == 400


def test_people_who_were_pointed_to_help_are_counted_by_year(
    auditor: Person, shared: House
) -> None:
    shared.say("I want to end my life.", "counted")
    this = datetime.fromtimestamp(time.time(), UTC).year
    page = auditor.get(f"/log/report?year={this}").text
    counted = re.search(r"<strong>(\d+)</strong>", page)
    assert counted is not None
    assert int(counted[1]) >= 1
    assert "<strong>0</strong>" in auditor.get("/log/report").text, "last year"
    answer = auditor.get(f"/log/report?year={this}&to=csv")
    assert answer.headers["content-disposition"].endswith(f'"referrals-{this}.csv"')
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert rows[0] == ["report", "what", "number"]
    assert rows[1][2] == counted[1]
    for wrong in ("12", "9999", "x", "-100", "²025"):
        assert auditor.get(f"/log/report?year={wrong}").status_code == 400


def test_plots_are_drawn_with_their_numbers_beside(auditor: Person) -> None:
    page = auditor.get("/log/plots").text
    assert page.count("<svg") >= 2
    assert 'role="img"' in page
    assert '<th scope="row">crisis.imminent</th>' in page
    assert "under 1 min" in page


async def test_failures_and_answers_are_counted_by_week(tmp_path: Path) -> None:
    week, now = 7 * 24 * 3600, 1_795_000_000
    at = now - 40 * week
    log = FileLog(tmp_path, clock=lambda: at * 1_000_000_000)
    failure = {"session": "s", "turn": 0, "side": "input", "of": "detector", "name": "pii/1"}
    await log.append("failure", {**failure, "state": "failed", "why": "timeout", "count": 1})
    at = now - week
    await log.append("failure", {**failure, "state": "failed", "why": "timeout", "count": 2})
    at = now
    raised = [
        await log.append("escalation", {"about": about, "at": now - 500, "session": "s"})
        for about in ("person", "person", "drill")
    ]
    ids = [one.id for one in raised]
    await log.append("escalation_ack", {"escalation": ids[0], "at": now - 400})
    for id_, step in ((ids[0], "claimed"), (ids[1], "expired")):
        await log.append("ticket", {"escalation": id_, "step": step, "at": now - 100})
    log.close()
    with (log.folder / "seg-000001.jsonl").open("ab") as file:
        file.write(b"no record\n")

    tally = tallied(log.folder, now)

    assert dict(tally.failures["pii/1"]) == {tally.weeks[-2]: 2}
    assert tally.answers == [100]
    assert tally.unanswered == 1


async def test_a_log_in_memory_has_no_pages(tmp_path: Path) -> None:
    one = house_in(tmp_path, keyed=False, small=True, log=MemoryLog())
    transport = httpx.ASGITransport(one.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        page = await client.get("/console/sign-in")
        await client.post("/console/sign-in", data={"token": token_in(page.text)})
        answer = await client.get("/console/log")
        assert answer.status_code == 404
        assert "keeps its log in memory" in answer.text
        assert "in memory: gone with the process" in (await client.get("/console/status")).text
        bench = await client.get("/console/bench/default")
        assert "Replay the log under it" not in bench.text
        text = html.unescape(bench.text.partition('id="draft"')[2].partition(">")[2])
        fields = {"token": token_in(bench.text), "do": "replay"}
        fields["text"] = text.partition("</textarea>")[0].lstrip("\n")
        answer = await client.post("/console/bench/default", data=fields)
        assert answer.status_code == 409
        assert "no decisions to make again" in answer.text
    await one.guard.aclose()
