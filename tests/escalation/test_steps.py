"""What can happen to a ticket, in any order."""

from hypothesis import given
from hypothesis import strategies as st

from guardrails.escalation.steps import (
    Acknowledged,
    Assessed,
    Claimed,
    Event,
    Failed,
    Heard,
    Merged,
    Overdue,
    Released,
    Replied,
    Resolved,
    Sent,
    step,
)
from guardrails.escalation.ticket import UNSENT, State, Ticket
from guardrails.escalation.ticket_json import dumped, loaded
from guardrails.findings import Level
from tests.escalation.tickets import NOW, events, ticket


def after(*happened: Event, of: Ticket | None = None) -> Ticket:
    one = of or ticket()
    for event in happened:
        one = step(one, event)
    return one


SENT = Sent(NOW + 1, "desk", 0, 1, 60)
CLAIMED = Claimed(NOW + 5, "ann", 300)


@given(st.lists(events(), max_size=40), st.sampled_from(["person", "operator", "drill"]))
def test_whatever_happens_in_whatever_order_a_ticket_is_whole(
    happened: list[Event], kind: str
) -> None:
    one = ticket(kind=kind)
    for event in happened:
        new = step(one, event)
        if new is one:
            continue
        assert new.version == one.version + 1
        assert new.history[:-1] == one.history
        assert new.history[-1].at >= one.history[-1].at
        assert (new.history[-1].state, new.history[-1].level) == (new.state, new.level)
        assert new.level >= one.level
        assert new.alert >= one.alert
        assert not one.over
        assert (new.holder is not None) is (new.state is State.IN_HAND)
        assert new.holder is not None or new.over or new.assessed is None
        assert set(one.also) <= set(new.also)
        if new.state in UNSENT or new.state is State.ACKNOWLEDGED:
            assert new.due is not None, "silence would have no end"
        if one.holder is not None and new.holder != one.holder:
            assert new.history[-1].what in {"expired", "released", "resolved"}
        one = new
    assert loaded(dumped(one)) == one


@given(st.lists(events(), max_size=20))
def test_what_happens_twice_counts_once_unless_a_channel_was_told_twice(
    happened: list[Event],
) -> None:
    one = ticket()
    for event in happened:
        once = step(one, event)
        twice = step(once, event)
        if not isinstance(event, (Sent, Failed, Replied)):
            assert twice == once
        else:
            assert twice.holder == once.holder
        one = once


def test_the_way_of_a_ticket_that_is_taken() -> None:
    one = after(SENT)
    assert (one.state, one.due) == (State.NOTIFIED, NOW + 61)
    one = after(Acknowledged(NOW + 9, "ann"), of=one)
    assert (one.state, one.due) == (State.ACKNOWLEDGED, NOW + 609)
    one = after(Claimed(NOW + 20, "ann", 300), of=one)
    assert (one.state, one.holder, one.due) == (State.IN_HAND, "ann", NOW + 320)
    one = after(Replied(NOW + 30, "ann", 12), of=one)
    assert one.due is None
    one = after(Heard(NOW + 40, 300), Heard(NOW + 90, 300), of=one)
    assert one.due == NOW + 340
    one = after(Resolved(NOW + 100, "ann", "spoken"), of=one)
    assert (one.state, one.over, one.due, one.holder) == (State.RESOLVED, True, None, None)
    assert [entry.what for entry in one.history] == [
        *("opened", "sent", "acknowledged", "claimed", "replied", "heard", "resolved")
    ]
    assert step(one, CLAIMED) is one


def test_a_channel_that_nobody_answers_is_followed_by_the_next_one() -> None:
    one = after(SENT, Overdue(NOW + 60, "phone"))
    assert one.state is State.NOTIFIED
    one = after(Overdue(NOW + 61, "phone"), of=one)
    assert (one.state, one.to, one.due, one.alert) == (State.EXPIRED, "phone", NOW + 61, 1)
    one = after(Sent(NOW + 62, "phone", 1, 1, 60), Overdue(NOW + 122, None), of=one)
    assert (one.state, one.to, one.rounds, one.alert) == (State.EXPIRED, "desk", 1, 2)


def test_who_acknowledges_and_does_not_come_is_no_end() -> None:
    one = after(SENT, Acknowledged(NOW + 5, "ann"), Overdue(NOW + 605, "phone"))
    assert (one.state, one.to, one.alert) == (State.EXPIRED, "desk", 1)


def test_a_holder_who_falls_silent_loses_the_conversation() -> None:
    one = after(SENT, CLAIMED, Replied(NOW + 9, "ann", 5), Heard(NOW + 20, 300))
    assert after(Overdue(NOW + 319, None), of=one).holder == "ann"
    one = after(Overdue(NOW + 320, None), of=one)
    assert (one.state, one.holder, one.history[-1].by) == (State.EXPIRED, None, "ann")


def test_of_two_who_claim_the_first_one_has_it() -> None:
    one = after(SENT, CLAIMED)
    assert step(one, Claimed(NOW + 6, "ben", 300)) is one
    for event in (Assessed(NOW + 6, "ben", Level.CARE), Replied(NOW + 6, "ben", 3)):
        assert step(one, event) is one
    for other in (Released(NOW + 6, "ben"), Resolved(NOW + 6, "ben", "spoken")):
        assert step(one, other) is one


def test_the_first_assessment_counts() -> None:
    one = after(CLAIMED, Assessed(NOW + 8, "ann", Level.CONCERN))
    assert one.assessed is Level.CONCERN
    assert step(one, Assessed(NOW + 9, "ann", Level.HIGH)) is one


def test_who_gives_back_leaves_a_ticket_that_somebody_has_to_close() -> None:
    one = after(CLAIMED, Assessed(NOW + 7, "ann", Level.HIGH), Released(NOW + 8, "ann"))
    assert (one.state, one.holder, one.assessed, one.due) == (
        *(State.ACKNOWLEDGED, None, None, NOW + 608),
    )
    assert after(Claimed(NOW + 9, "ben", 300), of=one).holder == "ben"


def test_a_worse_finding_tells_humans_anew_and_a_milder_one_does_not() -> None:
    worse = Merged(NOW + 10, "e2", Level.IMMINENT, "crisis.imminent", "phone", 60)
    milder = Merged(NOW + 10, "e2", Level.CONCERN, "crisis.concern", "desk", 60)
    seen = after(SENT, Acknowledged(NOW + 2, "ann"))

    one = step(seen, worse)
    assert (one.state, one.level, one.to, one.alert) == (State.OPEN, Level.IMMINENT, "phone", 1)
    assert one.key == "e1:1"
    one = step(seen, milder)
    assert (one.state, one.level, one.alert) == (State.ACKNOWLEDGED, Level.HIGH, 0)
    assert one.key == "e1"
    held = step(after(SENT, CLAIMED), worse)
    assert (held.state, held.level, held.holder) == (State.IN_HAND, Level.IMMINENT, "ann")
    again = step(after(SENT), milder)
    assert (again.state, again.alert) == (State.OPEN, 1)


def test_a_worse_finding_goes_before_what_was_about_to_be_sent() -> None:
    worse = Merged(NOW + 1, "e2", Level.IMMINENT, "crisis.imminent", "phone", 60)
    one = after(worse, SENT)
    assert (one.state, one.to, one.alert) == (State.OPEN, "phone", 1)
    assert one.history[-1].what == "sent"


def test_when_every_channel_fails_the_chain_begins_again() -> None:
    one = after(Failed(NOW + 3, "desk", 0, 3, "ChannelError", "phone"))
    assert (one.state, one.to, one.due) == (State.OPEN, "phone", NOW + 3)
    one = after(Failed(NOW + 9, "phone", 0, 3, "ChannelError", None, 30), of=one)
    assert (one.state, one.to, one.due, one.rounds) == (State.OPEN, "desk", NOW + 39, 1)


def test_a_notice_to_the_operator_is_done_once_it_was_taken() -> None:
    assert after(SENT, of=ticket(kind="operator")).over


def test_the_more_urgent_and_then_the_older_ticket_comes_first() -> None:
    high, older = ticket(id_="b"), ticket(id_="a", at=NOW - 1)
    imminent = ticket(id_="c", level=Level.IMMINENT)
    assert [one.id for one in sorted([high, older, imminent], key=lambda t: t.order)] == [
        *("c", "a", "b")
    ]
