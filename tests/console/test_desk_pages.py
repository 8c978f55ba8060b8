"""The desk: each job from start to end, and what is refused."""

from collections.abc import Callable

import pytest

from guardrails.access.roles import Role
from tests.console.houses import House, Person

CRISIS = "I want to end my life tonight. I am Priya Sharma, jo@example.org."
Enter = Callable[[Role], Person]


@pytest.fixture
def path(shared: House, person: Enter, request: pytest.FixtureRequest) -> str:
    """Return the path of a ticket of its own."""
    name = request.node.name[:60]
    shared.say(CRISIS, name)
    return person(Role.ON_CALL).ticket(name)


def test_a_ticket_shows_masked_turns_and_no_finding(path: str, person: Enter) -> None:
    page = person(Role.ON_CALL).get(path).text
    assert "I want to end my life tonight" in page
    assert "jo@example.org" not in page
    assert "Priya" not in page
    assert "What the machine found" not in page
    assert "crisis.imminent" not in page
    assert "Take the conversation" in page


def test_what_the_machine_found_is_shown_after_ones_own_assessment(
    path: str, person: Enter
) -> None:
    who = person(Role.ON_CALL)
    who.post(f"{path}/claim")
    page = who.get(path).text
    assert "Your own assessment" in page
    assert "crisis.imminent" not in page
    answer = who.post(f"{path}/assess", level="high")
    assert answer.headers["location"].endswith("?told=assessed")
    page = who.get(path).text
    assert "crisis.imminent" in page
    assert "<dd>High</dd>" in page
    assert "Your own assessment</h2>" not in page


def test_a_human_writes_and_the_person_reads_it(
    path: str, shared: House, person: Enter, request: pytest.FixtureRequest
) -> None:
    who = person(Role.ON_CALL)
    who.post(f"{path}/claim")
    who.post(f"{path}/reply", text="Hello, I am Sam.\r\nAre you <b>alone</b>?")
    page = who.get(path).text
    assert "Hello, I am Sam.\nAre you &lt;b&gt;alone&lt;/b&gt;?" in page
    answer = shared.say("Yes.", request.node.name[:60])
    assert "Hello, I am Sam." in answer["choices"][0]["message"]["content"]
    live = who.get(f"{path}/turns").text
    assert "Yes." in live
    assert "<html" not in live


def test_who_holds_nothing_writes_nothing_and_loses_no_words(path: str, person: Enter) -> None:
    answer = person(Role.ON_CALL).post(f"{path}/reply", text="Hello")
    assert answer.status_code == 409
    assert 'role="alert"' in answer.text
    person(Role.ADMIN).post(f"{path}/claim")
    who = person(Role.ON_CALL)
    answer = who.post(f"{path}/claim")
    assert answer.status_code == 409
    assert "admin-1" in answer.text


def test_what_is_too_long_is_given_back(path: str, person: Enter) -> None:
    who = person(Role.ON_CALL)
    who.post(f"{path}/claim")
    answer = who.post(f"{path}/reply", text=f"{'a' * 4000}bcd")
    assert answer.status_code == 400
    assert "at most 4,000 characters" in answer.text
    assert "a" * 4000 in answer.text
    assert who.post(f"{path}/reply", text="  ").status_code == 409


def test_a_note_waits_for_the_next_human(path: str, person: Enter) -> None:
    who, other = person(Role.ON_CALL), person(Role.ADMIN)
    who.post(f"{path}/acknowledge")
    assert "I have seen it" not in who.get(path).text
    who.post(f"{path}/claim")
    who.post(f"{path}/release", note="Prefers to write.")
    page = other.get(path).text
    assert "Prefers to write." in page
    assert "Take the conversation" in page


def test_what_is_resolved_leaves_the_queue(path: str, person: Enter) -> None:
    who = person(Role.ON_CALL)
    who.post(f"{path}/claim")
    assert who.post(f"{path}/resolve", outcome="handed-on").status_code == 303
    assert f'href="/console{path}"' not in who.get("/desk").text
    page = who.get(f"{path}?told=resolved").text
    assert "Nothing more is to be done." in page
    assert who.post(f"{path}/claim").status_code == 409


def test_own_values_are_shown_once_and_the_log_says_who_asked(
    path: str, shared: House, person: Enter
) -> None:
    who = person(Role.ON_CALL)
    who.post(f"{path}/claim")
    answer = who.post(f"{path}/unmask", reason="emergency", case="case-7")
    assert answer.status_code == 200
    assert "jo@example.org" in answer.text
    assert "jo@example.org" not in who.get(path).text
    page = person(Role.AUDITOR).get("/log?kind=access").text
    assert ">access<" in page
    seq = page.partition("/console/log/record/local/")[2].partition('"')[0]
    told = person(Role.AUDITOR).get(f"/log/record/local/{seq}").text
    assert "on-call-1" in told
    assert "case-7" in told
    assert "emergency" in told


def test_own_values_need_a_reason_and_a_case(path: str, person: Enter) -> None:
    who = person(Role.ON_CALL)
    who.post(f"{path}/claim")
    for fields in ({"reason": "", "case": "c-1"}, {"reason": "curious", "case": "c-1"}):
        assert who.post(f"{path}/unmask", **fields).status_code == 400
    answer = who.post(f"{path}/unmask", reason="identify", case="")
    assert answer.status_code == 409
    assert "jo@example.org" not in answer.text


def test_who_has_spoken_with_the_person_takes_the_flag_down(path: str, person: Enter) -> None:
    who = person(Role.ON_CALL)
    assert who.post(f"{path}/clear").status_code == 409
    who.post(f"{path}/claim")
    assert who.post(f"{path}/clear").headers["location"].endswith("told=cleared")
    assert who.post(f"{path}/clear").headers["location"].endswith("told=not-flagged")
    assert "flag of this conversation is down" in who.get(f"{path}?told=cleared").text


def test_a_choice_that_was_not_offered_is_refused(path: str, person: Enter) -> None:
    who = person(Role.ON_CALL)
    who.post(f"{path}/claim")
    for act, fields in {
        "assess": {"level": "terrible"},
        "resolve": {"outcome": "Other Words"},
    }.items():
        answer = who.post(f"{path}/{act}", **fields)
        assert answer.status_code == 400
        assert "Choose one of the answers" in answer.text


def test_a_pause_stops_every_model_until_somebody_lets_it_go_on(
    shared: House, person: Enter
) -> None:
    who = person(Role.ON_CALL)
    assert who.post("/desk/pause", reason="nonsense").status_code == 400
    assert who.post("/desk/pause", reason="incident").status_code == 303
    try:
        assert "The service is paused" in who.get("/desk?told=paused").text
        answer = shared.say("Hello?", "paused")
        assert "does not answer at the moment" in answer["choices"][0]["message"]["content"]
        assert "Paused: default" in who.get("/status").text
    finally:
        assert who.post("/desk/resume", reason="incident").status_code == 303
    assert "I am here to help" in shared.say("Hello?", "on")["choices"][0]["message"]["content"]


def test_a_drill_goes_through_the_channels_and_is_counted(shared: House, person: Enter) -> None:
    who = person(Role.ON_CALL)
    before = len(shared.channel.notices)
    assert who.post("/desk/drill", service="nothing").status_code == 404
    assert who.post("/desk/drill", service="default").status_code == 303
    page = who.get("/desk?told=drill").text
    assert '<b class="tag">drill</b>' in page
    drill = page.partition('<span class="name">Drill')[0].rpartition('href="/console')[2]
    one = drill.partition('"')[0]
    assert "A drill has no conversation." in who.get(one).text
    who.post(f"{one}/claim")
    who.post(f"{one}/resolve", outcome="done")
    assert len(shared.channel.notices) > before
    assert "by on-call-1 after" in who.get("/status").text


@pytest.mark.parametrize("where", ["/desk/nothing/x", "/desk/default/x", "/desk/default/x/turns"])
def test_what_is_not_there_is_told(where: str, person: Enter) -> None:
    answer = person(Role.ON_CALL).get(where)
    assert answer.status_code == 404
    assert "There is no such" in answer.text


def test_acts_that_there_are_not_are_told(path: str, person: Enter) -> None:
    who = person(Role.ON_CALL)
    assert who.post(f"{path}/dance").status_code == 404
    assert who.post("/desk/default/none/claim").status_code == 404
    assert who.client.put("/desk").status_code == 405


def test_no_word_of_a_conversation_stands_in_an_address_or_the_log(
    path: str, shared: House, person: Enter
) -> None:
    who = person(Role.ON_CALL)
    who.post(f"{path}/claim")
    answer = who.post(f"{path}/reply", text="Zanzibar, seven lamps.")
    who.post(f"{path}/release", note="Zanzibar note")
    assert "Zanzibar" not in answer.headers["location"]
    export = person(Role.AUDITOR).get("/log/export?to=jsonl").text
    assert '"step":"replied"' in export
    assert "Zanzibar" not in export
    assert "end my life" not in export
