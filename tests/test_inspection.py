import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import pytest

from guardrails.breaker import Breaker
from guardrails.detectors.base import Needs, Reading, State, View
from guardrails.detectors.phrases import PhraseDetector
from guardrails.errors import ConfigurationError, DetectorError, DetectorTimeoutError
from guardrails.findings import Family, Finding, Span
from guardrails.inspection import Inspection
from guardrails.workers import Deadline

SHORT = Deadline(base=0.05, per_thousand=0.0, patience=2.0)
EMOTION = PhraseDetector(Family.CLAIM, {"missed you": "claim.emotion"})
SECRET = PhraseDetector(Family.PII, {"hunter2": "pii.secret"})
BOTH = {Family.CLAIM, Family.PII}


@dataclass
class Odd:
    """A detector that does what it is told to."""

    does: object
    name: str = "odd/1"
    family: Family = Family.PII
    wants: Needs = Needs.NOTHING

    def needs(self, view: View) -> Needs:
        if isinstance(self.wants, Exception):
            raise self.wants
        return self.wants

    def look(self, view: View) -> tuple[Finding, ...]:
        if isinstance(self.does, Exception):
            raise self.does
        if callable(self.does):
            return self.does(view)
        return self.does


@dataclass
class Waiting:
    """A detector that asks somewhere else."""

    seconds: float = 0.0
    error: Exception | None = None
    name: str = "waiting/1"
    family: Family = Family.SCOPE

    async def inspect(self, view: View) -> tuple[Finding, ...]:
        await asyncio.sleep(self.seconds)
        if self.error:
            raise self.error
        return (Finding("scope.other", Span(0, 1), 10, self.name),)


@dataclass
class FakeReader:
    error: Exception | None = None
    reads: int = 0
    asked: Needs = Needs.NOTHING
    closed: bool = False

    async def read(self, text: str, needs: Needs) -> Reading:
        self.reads += 1
        self.asked = needs
        if self.error:
            raise self.error
        return Reading(made=needs)

    def close(self) -> None:
        self.closed = True


def states(reports: object) -> dict[str, tuple[str, str]]:
    return {one.detector: (str(one.state), one.why) for one in reports}


async def test_every_detector_of_the_families_reports() -> None:
    inspection = Inspection([EMOTION, SECRET, Waiting()])

    reports = await inspection.look(View.whole("I missed you, hunter2"), {*BOTH, Family.SCOPE})

    assert [one.detector for one in reports] == ["phrases/1:claim", "phrases/1:pii", "waiting/1"]
    assert [len(one.findings) for one in reports] == [1, 1, 1]
    assert inspection.names == ("phrases/1:claim", "phrases/1:pii", "waiting/1")
    inspection.close()


async def test_only_the_families_that_are_asked_for_look() -> None:
    inspection = Inspection([EMOTION, SECRET])

    reports = await inspection.look(View.whole("hunter2"), {Family.CLAIM})

    assert [one.detector for one in reports] == ["phrases/1:claim"]
    inspection.close()


@pytest.mark.parametrize(
    ("does", "why"),
    [
        (ValueError("the words of the person"), "raised"),
        (DetectorError("no model"), "could not look"),
        ((Finding("claim.emotion", Span(0, 1), 1, "x"),), "wrong family"),
        ((Finding("pii.email", Span(0, 100), 1, "x"),), "span outside the text"),
    ],
)
async def test_a_detector_that_fails_is_reported_and_the_others_go_on(
    does: object, why: str
) -> None:
    inspection = Inspection([Odd(does), SECRET])

    reports = await inspection.look(View.whole("hunter2"), {Family.PII})

    assert states(reports) == {"odd/1": ("failed", why), "phrases/1:pii": ("decided", "")}
    inspection.close()


async def test_a_detector_that_hangs_is_reported_and_the_others_still_look() -> None:
    free = threading.Event()
    inspection = Inspection([Odd(lambda _: free.wait() and ()), SECRET], deadline=SHORT)

    reports = await inspection.look(View.whole("hunter2"), {Family.PII})

    assert states(reports) == {"odd/1": ("failed", "timeout"), "phrases/1:pii": ("decided", "")}
    free.set()
    inspection.close()


async def test_a_family_without_detector_is_missing_not_silent() -> None:
    inspection = Inspection([SECRET])

    reports = await inspection.look(View.whole("x"), {Family.CRISIS})

    assert states(reports) == {"crisis/none": ("failed", "missing")}
    assert reports[0].state is State.FAILED
    inspection.close()


@pytest.mark.parametrize(
    ("waiting", "why"),
    [
        (Waiting(seconds=5), "timeout"),
        (Waiting(error=DetectorError("x")), "could not look"),
        (Waiting(error=OSError("x")), "raised"),
    ],
)
async def test_an_async_detector_has_a_deadline_too(waiting: Waiting, why: str) -> None:
    inspection = Inspection([waiting], deadline=SHORT)

    reports = await inspection.look(View.whole("x"), {Family.SCOPE})

    assert states(reports) == {"waiting/1": ("failed", why)}
    inspection.close()


async def test_a_text_is_read_once_for_all_that_need_it() -> None:
    reader = FakeReader()
    seen: list[View] = []

    def note(view: View) -> tuple[Finding, ...]:
        seen.append(view)
        return ()

    detectors = [
        Odd(note, "a/1", wants=Needs.PARSE),
        Odd(note, "b/1", wants=Needs.ENTITIES),
        Odd(note, "c/1"),
    ]
    inspection = Inspection(detectors, reader)

    await inspection.look(View.whole("x"), {Family.PII})

    assert (reader.reads, reader.asked) == (1, Needs.PARSE | Needs.ENTITIES)
    assert sum(view.reading is not None for view in seen) == 2
    inspection.close()
    assert reader.closed


async def test_nothing_is_read_when_nobody_needs_it() -> None:
    reader = FakeReader()
    inspection = Inspection([SECRET], reader)

    await inspection.look(View.whole("x"), {Family.PII})

    assert reader.reads == 0
    inspection.close()


@pytest.mark.parametrize(
    ("reader", "why"),
    [
        (FakeReader(DetectorTimeoutError("x")), "timeout"),
        (FakeReader(DetectorError("x")), "reader"),
        (None, "no reader"),
    ],
)
async def test_a_text_that_cannot_be_read_fails_those_that_need_it(
    reader: FakeReader | None, why: str
) -> None:
    inspection = Inspection([Odd((), wants=Needs.PARSE), SECRET], reader)

    reports = await inspection.look(View.whole("hunter2"), {Family.PII})

    assert states(reports) == {"odd/1": ("failed", why), "phrases/1:pii": ("decided", "")}
    inspection.close()


@dataclass
class Prompt(FakeReader):
    """A reader that has formats at hand, unless it is not ready."""

    ready: bool = True
    fails: bool = False

    def formats(self) -> Callable[[str], Reading] | None:
        return self._now if self.ready else None

    def _now(self, text: str) -> Reading:
        if self.fails:
            raise ValueError(text)
        return Reading(made=Needs.FORMATS, why="at hand")


@pytest.mark.parametrize(
    ("needs", "ready", "why"),
    [
        (Needs.FORMATS, True, "at hand"),
        (Needs.FORMATS, False, ""),
        (Needs.FORMATS | Needs.PARSE, True, ""),
    ],
)
async def test_formats_alone_are_read_where_they_are_looked_for(
    needs: Needs, ready: bool, why: str
) -> None:
    reader = Prompt(ready=ready)
    seen: list[View] = []

    def note(view: View) -> tuple[Finding, ...]:
        seen.append(view)
        return ()

    inspection = Inspection([Odd(note, wants=needs)], reader)

    await inspection.look(View.whole("x"), {Family.PII})

    [reading] = [view.reading for view in seen]
    assert reading is not None
    assert (reading.why, reader.reads) == (why, 0 if why else 1)
    inspection.close()


async def test_formats_that_cannot_be_read_fail_those_that_need_them() -> None:
    inspection = Inspection([Odd((), wants=Needs.FORMATS), SECRET], Prompt(fails=True))

    reports = await inspection.look(View.whole("hunter2"), {Family.PII})

    assert states(reports) == {"odd/1": ("failed", "reader"), "phrases/1:pii": ("decided", "")}
    inspection.close()


async def test_a_detector_that_cannot_say_what_it_needs_has_failed() -> None:
    inspection = Inspection([Odd((), wants=ValueError())], FakeReader())  # type: ignore[arg-type]

    reports = await inspection.look(View.whole("x"), {Family.PII})

    assert states(reports) == {"odd/1": ("failed", "raised")}
    inspection.close()


async def test_a_detector_that_keeps_failing_is_spared_for_a_while() -> None:
    now = [0.0]
    tries: list[int] = []

    def fail(_: View) -> tuple[Finding, ...]:
        tries.append(1)
        raise ValueError

    inspection = Inspection([Odd(fail)], clock=lambda: now[0])
    for _ in range(8):
        reports = await inspection.look(View.whole("x"), {Family.PII})

    assert (len(tries), states(reports)) == (5, {"odd/1": ("failed", "breaker")})
    now[0] = 11.0
    await inspection.look(View.whole("x"), {Family.PII})
    assert len(tries) == 6
    inspection.close()


async def test_a_slow_detector_does_not_hold_up_the_event_loop() -> None:
    def slow(_: View) -> tuple[Finding, ...]:
        time.sleep(0.2)
        return ()

    inspection = Inspection([Odd(slow)])
    lags: list[float] = []

    async def beat() -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.005)
            lags.append(time.perf_counter() - began - 0.005)

    beating = asyncio.create_task(beat())
    await inspection.look(View.whole("x"), {Family.PII})
    beating.cancel()

    assert len(lags) > 5
    assert sorted(lags)[len(lags) // 2] < 0.1
    inspection.close()


def test_a_breaker_closes_again_when_a_call_succeeds() -> None:
    breaker = Breaker(lambda: 0.0, limit=1)
    breaker.failed()
    assert breaker.open

    breaker.succeeded()
    assert not breaker.open


@pytest.mark.parametrize("made", [iter, lambda found: filter(None, found), list])
async def test_findings_may_come_in_any_iterable(made) -> None:
    finding = Finding("pii.secret", Span(0, 4), 9000, "odd/1")
    looking = Inspection([Odd(lambda _: made([finding]))], deadline=SHORT)
    (report,) = await looking.look(View.whole("word"), {Family.PII})
    looking.close()

    assert (report.state, report.findings) == (State.DECIDED, (finding,))


@pytest.mark.parametrize("found", [("pii.secret",), (None,), 7], ids=str)
async def test_what_is_no_finding_is_a_failure(found) -> None:
    looking = Inspection([Odd(lambda _: found)], deadline=SHORT)
    (report,) = await looking.look(View.whole("word"), {Family.PII})
    looking.close()

    assert report.state is State.FAILED


class Stubborn(Waiting):
    """A detector that does not listen to a cancellation."""

    async def inspect(self, view: View) -> tuple[Finding, ...]:
        for _ in range(50):
            with suppress(asyncio.CancelledError):
                await asyncio.sleep(0.02)
        return ()


async def test_a_detector_that_does_not_let_itself_be_cancelled_is_left_behind() -> None:
    looking = Inspection([Stubborn()], deadline=SHORT)
    (report,) = await asyncio.wait_for(
        looking.look(View.whole("word"), {Family.SCOPE}), timeout=0.9
    )
    looking.close()

    assert (report.state, report.why) == (State.FAILED, "timeout")


@pytest.mark.parametrize("error", [SystemExit(), KeyboardInterrupt(), asyncio.CancelledError()])
async def test_a_detector_can_end_neither_the_loop_nor_the_turn(error) -> None:
    def look(view: View) -> tuple[Finding, ...]:
        raise error

    looking = Inspection([Odd(look), Waiting(error=error)], deadline=SHORT)
    reports = await looking.look(View.whole("word"), {Family.PII, Family.SCOPE})
    looking.close()

    assert {report.state for report in reports} == {State.FAILED}


class Hostile(Odd):
    """A detector that hangs on one text and on nothing else."""

    def look(self, view: View) -> tuple[Finding, ...]:
        if view.text == "hang":
            time.sleep(0.3)
        return ()


async def test_a_text_that_takes_too_long_leaves_the_others_guarded() -> None:
    looking = Inspection([Hostile(())], deadline=SHORT)
    for _ in range(7):
        (late,) = await looking.look(View.whole("hang"), {Family.PII})
        assert late.why == "timeout"
    (report,) = await looking.look(View.whole("word"), {Family.PII})
    looking.close()

    assert report.state is State.DECIDED


async def test_a_detector_that_hangs_on_every_text_is_spared_for_a_while() -> None:
    looking = Inspection([Odd(lambda _: time.sleep(0.3))], deadline=SHORT)
    for _ in range(5):
        (late,) = await looking.look(View.whole("hang"), {Family.PII})
        assert late.why == "timeout"
    (report,) = await looking.look(View.whole("word"), {Family.PII})
    looking.close()

    assert report.why == "breaker"


def test_what_is_no_detector_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="a dict is no detector: it has name, family"):
        Inspection([{}])  # type: ignore[list-item]


@dataclass
class Quick(Odd):
    """A detector that is brief, or says so; notes on which threads it looked."""

    says: object = True
    name: str = "quick/1"

    def __post_init__(self) -> None:
        self.threads: list[int] = []

    def brief(self, view: View) -> bool:
        if isinstance(self.says, Exception):
            raise self.says
        return bool(self.says)

    def look(self, view: View) -> tuple[Finding, ...]:
        self.threads.append(threading.get_ident())
        return super().look(view)


@pytest.mark.parametrize(
    ("detector", "here"),
    [(Quick(()), True), (Quick((), says=False), False), (Quick((), says=OSError()), False)],
)
async def test_a_brief_look_is_made_where_it_is_asked_for(detector: Quick, here: bool) -> None:
    looking = Inspection([detector], deadline=SHORT)
    (report,) = await looking.look(View.whole("word"), {Family.PII})
    looking.close()

    assert report.state is State.DECIDED
    assert (detector.threads == [threading.get_ident()]) is here


async def test_a_brief_look_beside_one_that_is_not_is_made_on_a_thread() -> None:
    quick = Quick(())
    looking = Inspection([quick, Odd(())], deadline=SHORT)
    await looking.look(View.whole("word"), {Family.PII})
    looking.close()

    assert quick.threads
    assert threading.get_ident() not in quick.threads


async def test_in_one_turn_of_the_loop_one_look_is_made_on_it() -> None:
    quick = Quick(())
    looking = Inspection([quick], deadline=SHORT)
    asked = [looking.look(View.whole("word"), {Family.PII}) for _ in range(5)]
    reports = [report for made in await asyncio.gather(*asked) for report in made]
    await looking.look(View.whole("word"), {Family.PII})
    looking.close()

    assert {report.state for report in reports} == {State.DECIDED}
    assert quick.threads.count(threading.get_ident()) == 2


async def test_what_else_is_waiting_has_its_turn_after_a_brief_look() -> None:
    seen = []
    looking = Inspection([Quick(lambda _: (seen.append("look"), ())[1])], deadline=SHORT)

    async def other() -> None:
        seen.append("other")

    waiting = asyncio.create_task(other())
    for _ in range(2):
        await looking.look(View.whole("word"), {Family.PII})
    await waiting
    looking.close()

    assert seen == ["look", "other", "look"]


@pytest.mark.parametrize("error", [OSError(), SystemExit(), asyncio.CancelledError()])
async def test_a_brief_look_that_fails_is_reported(error) -> None:
    def look(view: View) -> tuple[Finding, ...]:
        raise error

    looking = Inspection([Quick(look)], deadline=SHORT)
    (report,) = await looking.look(View.whole("word"), {Family.PII})
    looking.close()

    assert (report.state, report.why) == (State.FAILED, "raised")


async def test_a_brief_look_is_ended_by_whoever_stops_the_program() -> None:
    def look(view: View) -> tuple[Finding, ...]:
        raise KeyboardInterrupt

    looking = Inspection([Quick(look)], deadline=SHORT)
    with pytest.raises(KeyboardInterrupt):
        await looking.look(View.whole("word"), {Family.PII})
    looking.close()


async def test_a_look_that_was_not_brief_after_all_was_too_late() -> None:
    def look(view: View) -> tuple[Finding, ...]:
        end = time.thread_time() + 0.02
        while time.thread_time() < end:
            pass
        return ()

    looking = Inspection([Quick(look)], deadline=Deadline(base=0.01, per_thousand=0.0))
    (report,) = await looking.look(View.whole("word"), {Family.PII})
    looking.close()

    assert (report.state, report.why) == (State.FAILED, "timeout")


async def test_nothing_is_looked_at_once_the_detectors_are_closed() -> None:
    quick = Quick(())
    looking = Inspection([quick], deadline=SHORT)
    looking.close()
    (report,) = await looking.look(View.whole("word"), {Family.PII})

    assert (report.state, report.why, quick.threads) == (State.FAILED, "closed", [])
