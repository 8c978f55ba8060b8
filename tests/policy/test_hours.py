"""When a channel is staffed."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.policy.hours import DAYS, hours_of

ProblemsOf = Callable[[str], list[str]]


def at(text: str, zone: str = "UTC") -> float:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp()


@pytest.mark.parametrize(
    ("text", "moment", "there"),
    [
        ("mon-fri 09:00-17:00 Europe/London", "2026-11-27T09:00", True),
        ("mon-fri 09:00-17:00 Europe/London", "2026-11-27T16:59", True),
        ("mon-fri 09:00-17:00 Europe/London", "2026-11-27T17:00", False),
        ("mon-fri 09:00-17:00 Europe/London", "2026-11-28T12:00", False),
        ("mon-fri 09:00-17:00 Europe/London", "2026-07-03T08:30", True),  # summer time
        ("sat-mon 09:00-17:00 UTC", "2026-11-29T12:00", True),  # over the end of the week
        ("sat-mon 09:00-17:00 UTC", "2026-12-01T12:00", False),
        ("daily 20:00-08:00 UTC", "2026-11-27T23:00", True),
        ("daily 20:00-08:00 UTC", "2026-11-27T07:59", True),
        ("daily 20:00-08:00 UTC", "2026-11-27T08:00", False),
        ("fri 20:00-08:00 UTC", "2026-11-28T07:00", True),  # the night that began on Friday
        ("fri 20:00-08:00 UTC", "2026-11-27T07:00", False),
        ("mon,wed,sat-sun 10:00-14:00 Asia/Kolkata", "2026-11-25T05:00", True),
        ("mon,wed,sat-sun 10:00-14:00 Asia/Kolkata", "2026-11-26T05:00", False),
        ("daily 00:00-00:00 UTC", "2026-11-26T05:00", True),
    ],
)
def test_whether_somebody_is_there_goes_by_the_zone(text: str, moment: str, there: bool) -> None:
    hours = hours_of(text)
    assert hours is not None
    assert hours.open_at(at(moment)) is there


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)))  # noqa: DTZ001
def test_of_the_nights_of_a_week_exactly_one_is_on_at_night(moment: datetime) -> None:
    nights = [hours_of(f"{day} 22:00-06:00 UTC") for day in DAYS]
    now = moment.replace(tzinfo=UTC).timestamp()
    on = sum(one is not None and one.open_at(now) for one in nights)
    assert on == (1 if moment.hour >= 22 or moment.hour < 6 else 0)


@pytest.mark.parametrize(
    "text",
    [
        "always",
        "mon 9:00-17:00 UTC",
        "mon 09:00-24:00 UTC",
        "mon 09:00-17:00",
        "mon 09:00-17:00 X/Y",
    ],
)
def test_what_is_no_hours_is_none(text: str) -> None:
    assert hours_of(text) is None


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("hours: always, then: b", "write days, times and a zone"),
        ("hours: daily 09:00-17:00 Mars/Base, then: b", "no time zone 'Mars/Base' is known here"),
        ("hours: daily 09:00-17:00 UTC", "'hours' needs 'then'"),
    ],
)
def test_a_mistake_in_hours_is_told(
    new: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    channels = f"desk: {{kind: console, {new}}}\n    b: {{kind: console}}"
    [problem] = problems_of(small.replace("desk: {kind: console}", channels))
    assert expected in problem
