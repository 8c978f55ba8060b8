"""Dates in numbers are dates of the calendar, and what only looks like one is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guardrails.detectors.base import Needs, Reading, View
from guardrails.detectors.pii import PiiDetector
from guardrails.detectors.pii_calendar import calendar
from guardrails.detectors.pii_text import Plain

DATES = {
    "Admitted 05/14/2024.": ["05/14/2024"],
    "Date of service: 05/14/2024": ["05/14/2024"],
    "discharged 05/11/24.": ["05/11/24"],
    "Seen 5-14-2024": ["5-14-2024"],
    "Surgery on 5/11": ["5/11"],
    "Termin am 03.12.24": ["03.12.24"],
    "Next appt 6/3/25 at the clinic.": ["6/3/25"],
    "I was admitted on 5/14 and left on 5/20.": ["5/14", "5/20"],
    "Visit 14.05.2024, then again 2024/06/01.": ["14.05.2024", "2024/06/01"],
    "Appointment 05/14/2024 14:30": ["05/14/2024 14:30"],
    "MRI scheduled for 6/2 at 9:15 am": ["6/2 at 9:15 am"],
    "Inpatient 5/14-5/20, then home": ["5/14", "5/20"],
    "my stay was 8/1 - 8/4": ["8/1", "8/4"],
    "5/14/24-5/20/24 inpatient": ["5/14/24", "5/20/24"],
    "between 5/12 and 5/16 I was away": ["5/12", "5/16"],
    "Rx filled 2-3-24": ["2-3-24"],
    "Besuch am 7.11.23 um 14:30 Uhr": ["7.11.23 um 14:30 Uhr"],
    "vom 3.5. bis 7.5. krank": ["3.5", "7.5"],
    "Die OP war am 14.5. im Klinikum": ["14.5"],
    "Rechnung vom 3.12. ist falsch": ["3.12"],
    "I gave it 4/5 stars on 5/10": ["5/10"],
    "off work since 6/18": ["6/18"],
    "It expires 05/2027": ["05/2027"],
    "Seen in ER on 14-May-2024": ["14-May-2024"],
    "Consulta el 14/05/2024": ["14/05/2024"],
    "DOS 2024-05-14": ["2024-05-14"],
    "Her colonoscopy is set for 7/19.": ["7/19"],
    "I was there 1/15/2025 and again 2/2": ["1/15/2025", "2/2"],
    "Beginn der Therapie: 1.2.25": ["1.2.25"],
    "the trip is from 5/4 to 5/11": ["5/4", "5/11"],
    "Chemo 8/3, 8/17 and 8/31": ["8/3", "8/17", "8/31"],
    "LMP 3/14": ["3/14"],
}
NO_DATES = [
    "open 24/7",
    "open 24/7/365",
    "We won 5-14 last night",
    "use version 3.12.24 of the app",
    "version 1.10.24 breaks",
    "Python 3.11.7 is out",
    "Kernel 6.1.24 and node 18.2.10",
    "I ate 5/11 of the cake",
    "mix 1/2 cup with 3/4 of milk",
    "10/10 would buy again",
    "Score was 11/5 and pain 7/10",
    "After surgery my pain is 7/10",
    "the visit was 7/10",
    "blood pressure 120/80",
    "paid 1/2 now",
    "I read 12/15 chapters",
    "Set 6-4, 7-5",
    "sort code 12-10-24",
    "score 21-19-21",
    "IP 10.1.12.24",
    "I'm 50/50 on it",
    "chapter 3/12",
    "it is $5/12 months",
    "available 9-5 on weekdays",
    "room 14.5 is hot",
    "the fare is 3.12 a day",
]


def found(text: str) -> list[str]:
    return [text[hit.start : hit.stop] for hit in calendar(Plain.of(text))]


@pytest.mark.parametrize(("text", "dates"), DATES.items(), ids=DATES.keys())
def test_a_date_in_numbers_is_found_with_its_time(text: str, dates: list[str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


def test_a_day_that_reads_like_an_emergency_number_is_a_day() -> None:
    text = "Surgery on 9/11"
    made = Needs.ENTITIES | Needs.NAMES | Needs.FORMATS
    view = replace(View.whole(text), reading=Reading(made=made))
    detector = PiiDetector(allow=frozenset({"911"}), also=frozenset({"date-time"}))
    assert [text[one.span.start : one.span.stop] for one in detector.look(view)] == ["9/11"]


@pytest.mark.parametrize("asked", [True, False])
def test_a_date_is_told_only_where_dates_are_asked_for(asked: bool) -> None:
    text = "Admitted 05/14/2024."
    made = Needs.ENTITIES | Needs.NAMES | Needs.FORMATS
    view = replace(View.whole(text), reading=Reading(made=made))
    detector = PiiDetector(also=frozenset({"date-time"} if asked else ()))
    told = [(one.category, text[one.span.start : one.span.stop]) for one in detector.look(view)]
    assert told == ([("pii.date-time", "05/14/2024")] if asked else [])
