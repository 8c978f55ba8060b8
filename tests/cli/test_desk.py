"""`candor desk`, with a running service and without one."""

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.desk_show import ago, row
from guardrails.cli.main import main
from guardrails.desk.words import postgres_words
from guardrails.escalation.postgres import postgres_tickets
from guardrails.ledger.read import read_records
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.postgres import postgres_sessions
from tests.desk.services import Service, service
from tests.guards import say
from tests.postgres import Server
from tests.sessions.conftest import KEY

POLICY = """
schema: 1
policy: {id: small}
locales: [en-GB]
crisis:
  - id: crisis.high
    level: high
    threshold: 45
    do: replace
    say: help
    escalate: {to: night, within: 10m}
escalation:
  channels:
    night: {kind: queue, ack_within: 60s}
    day: {kind: webhook, url_env: DAY_URL, secret_env: DAY_SECRET}
messages:
  help: {en-GB: "Please talk to someone. {resources}"}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
"""


def desk(*args: str, **fields: Any) -> Result:
    return CliRunner().invoke(main, ["desk", *args], catch_exceptions=False, **fields)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Service]:
    with service(tmp_path / "log") as one:
        one.do(say(one.guard, "I cannot go on at all. Mail jo@example.org.", subject_id="p1"))
        yield one


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """Return the directory of a service that ended with a ticket open."""
    with service(tmp_path / "log") as one:
        one.do(say(one.guard, "I cannot go on at all."))
    return tmp_path / "log"


def id_of(folder: Path) -> str:
    [view] = json.loads(desk("list", str(folder), "--json").stdout)
    name: str = view["id"]
    return name


def test_a_person_is_taken_over_and_given_back(running: Service, tmp_path: Path) -> None:
    folder = str(tmp_path / "log")
    listed = desk("list", folder).stdout
    assert "to be taken within 10 min" in listed
    assert "high" not in listed
    id_ = id_of(tmp_path / "log")
    by = ("--by", "ann")

    assert "acknowledged by ann" in desk("ack", folder, id_, *by).stdout
    claimed = desk("claim", folder, id_, *by).stdout
    assert claimed.startswith("person    I cannot go on at all. Mail <EMAIL_1>.\nsoftware")
    assert "crisis.high" not in claimed
    assert "after your own assessment" in claimed
    assessed = desk("assess", folder, id_, "high", *by).stdout
    assert "the machine   high (the same), rule crisis.high" in assessed
    lost = desk("claim", folder, id_, "--by", "ben")
    assert (lost.exit_code, lost.stderr) == (
        *(1, f"candor: ann holds the conversation of ticket {id_}\n"),
    )
    assert desk("reply", folder, id_, "-", *by, input="Hello,\nI am Ann.").stdout == "sent\n"
    shown = desk("show", folder, id_).stdout
    assert "human     Hello,\n          I am Ann.\n" in shown
    assert "subject       p1" in shown
    unmasked = desk("unmask", folder, id_, *by, "--reason", "call-back", "--case", "7").stdout
    assert "jo@example.org" in unmasked
    assert "told so" in desk("release", folder, id_, *by, "--note", "Calmer.").stdout
    assert "note          Calmer." in desk("show", folder, id_).stdout
    assert desk("resolve", folder, id_, *by, "--outcome", "spoken").stdout == "resolved\n"
    assert desk("list", folder).stdout == "nobody waits\n"
    assert "resolved" in desk("list", folder, "--all").stdout
    report = desk("report", folder).stdout
    assert "tickets about people   1, of which 0 wait" in report
    assert "same as the machine  1" in report
    words = running.do(running.guard.desk.intake.words.take("s"))
    assert [word.what for word in words] == ["joined", "said", "left"]


def test_an_assessment_may_come_with_the_claim(running: Service, tmp_path: Path) -> None:
    folder = tmp_path / "log"
    claimed = desk("claim", str(folder), id_of(folder), "--by", "ann", "--level", "care", "--json")
    assert json.loads(claimed.stdout)["found"]["assessed"] == "care"


def test_without_a_service_tickets_are_changed_on_disk_and_recorded(left: Path) -> None:
    id_ = id_of(left)
    shown = desk("show", str(left), id_).stdout
    assert shown.startswith("(no turns")
    listed = desk("list", str(left))
    assert "no service answers here" in listed.stderr
    assert desk("ack", str(left), id_, env={"CANDOR_BY": "ann"}).exit_code == 0
    assert desk("claim", str(left), id_, "--by", "ann").exit_code == 0
    refused = desk("reply", str(left), id_, "Hello.", "--by", "ann")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "nothing was sent" in refused.stderr
    released = desk("release", str(left), id_, "--by", "ann")
    assert released.stdout == "the software answers again\n"
    assert "no channel to try" in desk("drill", str(left), "--by", "ann").stderr
    assert desk("resolve", str(left), id_, "--by", "ann").exit_code == 0
    records = [found.record for found in read_records(left / "desk")]
    assert [one["kind"] for one in records if one] == [
        *("boot", "escalation_ack", "boot", "ticket", "boot", "ticket", "boot", "boot", "ticket")
    ]


def test_a_stale_socket_stands_in_nobodys_way(left: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(left / "desk-a.sock"))
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(left / "desk-local.sock"))
    assert desk("show", str(left), id_of(left)).exit_code == 0


def test_a_pause_is_kept_and_recorded_and_holds_for_a_running_service(
    running: Service, tmp_path: Path
) -> None:
    folder = str(tmp_path / "log")
    paused = desk("pause", folder, "--by", "op_7", "--reason", "incident")
    assert paused.stdout == "paused: no model is asked\n"
    again = desk("pause", folder, "--by", "op_7", "--reason", "incident")
    assert again.stdout.endswith("so it was before\n")
    events = running.do(say(running.guard, "Hello."))
    assert "does not answer at the moment" in "".join(event.text for event in events)
    assert (
        "asked again" in desk("pause", folder, "--off", "--by", "op_7", "--reason", "fixed").stdout
    )
    assert "".join(one.text for one in running.do(say(running.guard, "Hello."))) == "Fine."


def test_a_directory_without_tickets_is_told(tmp_path: Path) -> None:
    for command in (("list",), ("pause", "--by", "a", "--reason", "b"), ("report",)):
        result = desk(command[0], str(tmp_path), *command[1:])
        assert result.exit_code == 1
        assert "there are no tickets in" in result.stderr


def test_a_drill_tells_who_answered(running: Service, tmp_path: Path) -> None:
    folder = tmp_path / "log"

    def answer() -> None:
        from guardrails.desk.calling import call

        for _ in range(200):
            for view in call(folder / "desk-local.sock", do="list"):
                if view["kind"] == "drill":
                    call(folder / "desk-local.sock", do="ack", id=view["id"], by="ben")
                    return
            threading.Event().wait(0.05)

    thread = threading.Thread(target=answer)
    thread.start()
    result = desk("drill", str(folder), "--by", "ann", "--wait", "20")
    thread.join()
    assert result.exit_code == 0
    assert "ben answered after" in result.stdout
    assert "DRILL" in desk("list", str(folder), "--all").stdout
    assert "desk took it" in desk("report", str(folder)).stdout


def test_a_drill_that_nobody_answers_ends_with_1(running: Service, tmp_path: Path) -> None:
    result = desk("drill", str(tmp_path / "log"), "--by", "ann", "--wait", "0")
    assert result.exit_code == 1
    assert "nobody has answered" in result.stdout


def test_a_drill_without_a_service_goes_through_the_channels_of_a_policy(
    left: Path, tmp_path: Path
) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(POLICY, encoding="utf-8")
    drill = ("drill", str(left), "--by", "ann", "--wait", "0.3", "--policy", str(file))
    unset = desk(*drill)
    assert "channel 'day': DAY_URL, DAY_SECRET not set" in unset.stderr
    env = {"DAY_URL": "https://127.0.0.1:1/", "DAY_SECRET": "x" * 30}
    told = desk(*drill, env=env)
    assert "night took it after" in told.stdout
    wrong = desk(*drill, "--to", "dusk", env=env)
    assert "no channel 'dusk'; there are day, night" in wrong.stderr


def test_times_are_in_one_unit_and_nothing_moves_a_terminal() -> None:
    assert [ago(5), ago(125), ago(7_300)] == ["5 s", "2 min", "2 h"]
    view = {"id": "e1", "state": "in_hand", "kind": "person", "holder": "a\x1b[2J", "at": 0}
    assert "\x1b" not in row({**view, "within": 60}, 5)


@pytest.fixture
def shared(server: Server) -> Callable[[], dict[str, Any]]:
    """Return what services share in one database."""
    url, keys = server.empty(), Keyring.of(KEY)

    def made() -> dict[str, Any]:
        return {
            "sessions": postgres_sessions(url, keys, connections=2),
            "tickets": postgres_tickets(url),
            "words": postgres_words(url, keys),
        }

    return made


def test_a_desk_on_another_machine_takes_over_through_the_database(
    server: Server, shared: Callable[[], dict[str, Any]], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    env = {
        "CANDOR_TICKETS": server.url,
        "CANDOR_WORDS": server.url,
        "CANDOR_SESSIONS_KEY": KEY,
        "CANDOR_BY": "ann",
    }
    with service(tmp_path / "log", **shared()) as one:
        one.do(say(one.guard, "I cannot go on at all. Mail jo@example.org.", subject_id="p1"))
        [view] = json.loads(desk("list", str(elsewhere), "--json", env=env).stdout)
        there = (str(elsewhere), view["id"])
        claimed = desk("claim", *there, env=env).stdout
        assert claimed.startswith("person    I cannot go on at all. Mail <EMAIL_1>.\nsoftware")
        assert desk("assess", *there, "high", env=env).exit_code == 0
        assert desk("reply", *there, "Hello.", env=env).stdout == "sent\n"
        relayed = one.do(say(one.guard, "Are you there?", subject_id="p1"))
        assert [type(event).__name__ for event in relayed][:2] == ["FromHuman", "FromHuman"]
        assert desk("resolve", *there, env=env).stdout == "resolved\n"
        assert "1, of which 0 wait" in desk("report", str(elsewhere), env=env).stdout
        assert "unset" not in desk("pause", str(elsewhere), "--reason", "x", env=env).stdout
        assert one.do(one.guard.desk.intake.standing("s")).paused
        desk("pause", str(elsewhere), "--reason", "x", "--off", env=env)
        # A command where the service runs asks it, and needs no address.
        log = str(tmp_path / "log")
        assert desk("list", log).stdout == "nobody waits\n"
        by = ("--by", "op_7", "--reason", "x")
        assert desk("pause", log, *by).stdout == "paused: no model is asked\n"
        assert desk("pause", log, *by, "--off").stdout == "models are asked again\n"
    kinds = [found.record["kind"] for found in read_records(elsewhere / "desk")]
    assert kinds.count("pause") == 2


def test_where_there_are_no_tickets_the_way_to_a_database_is_told(tmp_path: Path) -> None:
    told = desk("list", str(tmp_path))
    assert told.exit_code == 1
    assert "candor desk --tickets URL" in told.stderr


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one(
    running: Service, tmp_path: Path
) -> None:
    folder = str(tmp_path / "log")
    id_ = id_of(tmp_path / "log")
    assert desk("ack", folder, id_[:8], "--by", "ann").exit_code == 0
    running.do(say(running.guard, "I cannot go on at all.", session_id="other"))
    several = desk("show", folder, id_[:4])
    assert "2 tickets begin with" in several.stderr
    assert "no ticket 'zz'" in desk("show", folder, "zz").stderr
    assert "no ticket ''" in desk("show", folder, "").stderr
