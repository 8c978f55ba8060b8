"""Spans and metrics say what was done, and never what was said."""

from typing import Any

import httpx
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.responses import JSONResponse

from guardrails.gateway import conventions
from guardrails.gateway.conventions import ATTRIBUTES
from guardrails.gateway.meters import Meters
from guardrails.gateway.traces import Traces, TurnSpan
from tests.gateway.gates import SESSION, gate, get, post, saying, words

CANARY = "quokka"
PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


class Spans:
    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.traces = Traces(provider.get_tracer("test"))

    def all(self) -> Any:
        return self.exporter.get_finished_spans()


class Measured:
    def __init__(self) -> None:
        self._reader = InMemoryMetricReader()
        self.meters = Meters(MeterProvider([self._reader]).get_meter("test"))

    def points(self) -> dict[str, list[Any]]:
        data = self._reader.get_metrics_data()
        [resource] = data.resource_metrics if data is not None else []
        [scope] = resource.scope_metrics
        return {one.name: list(one.data.data_points) for one in scope.metrics}


def ask(base: str, text: str, **options: Any) -> httpx.Response:
    body = {"model": "tiny", "messages": [{"role": "user", "content": text}], **options}
    headers = {**SESSION, "traceparent": PARENT}
    return post(f"{base}/chat/completions", json=body, headers=headers)


def test_a_turn_is_a_span_of_the_callers_trace_with_what_was_done() -> None:
    spans = Spans()
    with gate(
        saying("I missed you all day. Done."), traces=spans.traces, route={"models": ["tiny"]}
    ) as at:
        told = ask(at.base, "Hello.").json()["guardrails"]
    (span,) = spans.all()
    facts = dict(span.attributes)
    assert span.name == "chat tiny"
    assert f"{span.context.trace_id:x}" == PARENT.split("-")[1].lstrip("0")
    assert facts["gen_ai.operation.name"] == "chat"
    assert facts["gen_ai.response.finish_reasons"] == ("stop",)
    assert facts["gen_ai.usage.input_tokens"] == 7
    assert facts["candor.decision.do"] == "rewrite"
    assert facts["candor.decision.rules"] == ("claim.emotion",)
    assert facts["candor.receipt.id"] == told["receipt"]["id"]
    assert facts["candor.policy.hash"].startswith("sha256:")
    assert set(facts) <= ATTRIBUTES


def test_a_failure_is_told_by_its_kind() -> None:
    spans = Spans()
    with gate(lambda _: JSONResponse({"error": CANARY}, 500), traces=spans.traces) as at:
        ask(at.base, CANARY)
    (span,) = spans.all()
    assert span.attributes["error.type"] == "HTTPStatusError"
    assert not span.status.is_ok
    assert span.events == ()


def test_no_span_and_no_metric_ever_holds_a_word_of_the_conversation() -> None:
    spans = Spans()

    def reply(_: Any) -> list[bytes]:
        return words(f"I missed you, {CANARY}. Write to jo@example.org about {CANARY}.")

    with gate(reply, traces=spans.traces) as at:
        for n, stream in enumerate((False, True)):
            ask(at.base, f"I am {CANARY}.", stream=stream, user=CANARY, model=f"{CANARY}-{n}")
        get(f"{at.url}/{CANARY}")
        post(f"{at.base}/chat/completions", json={"model": CANARY}, headers=SESSION)
        ask(at.base, f"I cannot go on at all, {CANARY}.")
        metrics = get(f"{at.url}/metrics")
    seen = "".join(span.to_json() for span in spans.all())
    assert seen.count("candor.route") == 3
    assert CANARY not in seen
    assert CANARY not in metrics.text
    assert "s-1" not in seen + metrics.text
    assert metrics.headers["content-type"].startswith("text/plain")


def test_metrics_count_turns_refusals_failures_and_those_who_were_told() -> None:
    with gate(saying("I missed you all day. Done.")) as at:
        ask(at.base, "Hello.")
        ask(at.base, "I cannot go on at all.", stream=True)
        ask(at.base, "Hello.", n=2)
        get(f"{at.url}/nothing")
        text = get(f"{at.url}/metrics").text
    for line in (
        'candor_turns_total{do="rewrite",end="stop",level="none",route="default"} 1.0',
        'candor_turns_total{do="replace",end="guarded",level="high",route="default"} 1.0',
        'candor_refusals_total{code="unsupported_parameter"} 1.0',
        'candor_escalations_total{level="high",route="default"} 1.0',
        'candor_http_requests_total{endpoint="/v1/chat/completions",status="200"} 2.0',
        'candor_http_requests_total{endpoint="none",status="404"} 1.0',
        'candor_first_text_seconds_count{route="default"} 2.0',
        "candor_turns_running 0.0",
    ):
        assert line in text


def test_metrics_count_gaps_and_failures_of_the_model() -> None:
    picture = {"type": "image_url", "image_url": {"url": "data:x"}}
    body = {"model": "tiny", "messages": [{"role": "user", "content": [picture]}]}
    with gate(lambda _: JSONResponse({}, 500)) as at:
        post(f"{at.base}/chat/completions", json=body, headers=SESSION)
        text = get(f"{at.url}/metrics").text
    assert 'candor_upstream_failures_total{kind="500",route="default"} 1.0' in text
    assert 'candor_turns_total{do="",end="error",level="",route="default"} 1.0' in text
    assert 'candor_coverage_gaps_total{do="note",kind="image",route="default"} 1.0' in text


def test_opentelemetry_measures_turns_first_texts_and_tokens_without_a_word() -> None:
    measured = Measured()
    options: dict[str, Any] = {"meters": measured.meters, "route": {"models": ["tiny"]}}
    with gate(saying(f"I missed you, {CANARY}. Done."), **options) as at:
        ask(at.base, f"I am {CANARY}.", user=CANARY)
        ask(at.base, f"I am {CANARY}.", stream=True)
    with gate(lambda _: JSONResponse({"error": CANARY}, 500), **options) as at:
        ask(at.base, CANARY)
    points = measured.points()
    whole = {one.attributes.get("error.type"): one.count for one in points[conventions.DURATION]}
    assert whole == {None: 2, "HTTPStatusError": 1}
    assert [one.count for one in points[conventions.FIRST_TEXT]] == [2]
    tokens = {one.attributes["gen_ai.token.type"]: one for one in points[conventions.USAGE]}
    assert (tokens["input"].count, tokens["input"].sum) == (2, 14)
    assert tokens["output"].count == 2
    for one in [point for found in points.values() for point in found]:
        assert one.attributes["gen_ai.request.model"] == "tiny"
        assert set(one.attributes) <= ATTRIBUTES
        assert CANARY not in one.to_json()


def test_a_model_that_a_route_does_not_list_is_in_no_measurement() -> None:
    measured = Measured()
    with gate(saying("Done."), meters=measured.meters) as at:
        ask(at.base, "Hello.", model=CANARY)
    [point] = measured.points()[conventions.DURATION]
    assert point.attributes["candor.route"] == "default"
    assert CANARY not in point.to_json()


def test_the_names_are_those_of_the_conventions() -> None:
    from opentelemetry.semconv._incubating.attributes import gen_ai_attributes
    from opentelemetry.semconv._incubating.metrics import gen_ai_metrics
    from opentelemetry.semconv.attributes import error_attributes, server_attributes

    known = {
        value
        for module in (gen_ai_attributes, gen_ai_metrics, error_attributes, server_attributes)
        for value in vars(module).values()
        if isinstance(value, str)
    }
    ours = {conventions.DURATION, conventions.FIRST_TEXT, conventions.USAGE, *ATTRIBUTES}
    assert {name for name in ours if not name.startswith("candor.")} <= known


def test_nothing_is_measured_without_opentelemetry(monkeypatch: Any) -> None:
    from guardrails.gateway import meters

    monkeypatch.setattr(meters, "opentelemetry", lambda: None)
    with gate(saying("Done."), meters=Meters()) as at:
        assert ask(at.base, "Hello.").status_code == 200


def test_a_span_of_nothing_can_be_ended() -> None:
    TurnSpan(None).end(None, ValueError())
