"""Tickets and events for tests, some of them at random."""

from typing import Any

from hypothesis import strategies as st

from guardrails.escalation import steps
from guardrails.escalation.ticket import Ticket, opened
from guardrails.findings import Level

NOW = 1_795_384_134
LEVELS = [Level.CARE, Level.CONCERN, Level.HIGH, Level.IMMINENT]
TIMES = st.integers(NOW - 50, NOW + 5_000)
WHO = st.sampled_from(["ann", "ben"])
ERROR = st.just("ChannelError")
TO = st.sampled_from(["desk", "phone"])


def ticket(**fields: Any) -> Ticket:
    values: dict[str, Any] = {
        "id_": "e1",
        "session": "s_1",
        "level": Level.HIGH,
        "rule": "crisis.high",
        "to": "desk",
        "within": 600,
        "at": NOW,
        "conversation": "chat-1",
        "subject": "p1",
        **fields,
    }
    return opened(**values)


def events() -> st.SearchStrategy[steps.Event]:
    level = st.sampled_from(LEVELS)
    alert = st.integers(0, 3)
    then = st.sampled_from([None, "phone"])
    return st.one_of(
        st.builds(
            steps.Merged,
            TIMES,
            st.sampled_from(["e1", "e2", "e3", "e4"]),
            level,
            st.just("crisis.x"),
            TO,
            st.just(60),
            st.just((("crisis.x", 9000),)),
        ),
        st.builds(steps.Sent, TIMES, TO, alert, st.just(1), st.sampled_from([None, 60])),
        st.builds(steps.Failed, TIMES, TO, alert, st.just(3), ERROR, then, st.just(60)),
        st.builds(steps.Overdue, TIMES, then),
        st.builds(steps.Acknowledged, TIMES, WHO),
        st.builds(steps.Claimed, TIMES, WHO, st.just(300)),
        st.builds(steps.Assessed, TIMES, WHO, level),
        st.builds(steps.Replied, TIMES, WHO, st.just(20)),
        st.builds(steps.Heard, TIMES, st.just(300)),
        st.builds(steps.Released, TIMES, WHO),
        st.builds(steps.Resolved, TIMES, WHO, st.just("spoken")),
    )
