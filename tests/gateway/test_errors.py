"""What goes wrong is told in OpenAI's shape, truthfully, and without a word of the talk."""

import json
import socket
from typing import Any

import httpx
import openai
import pytest
from starlette.responses import JSONResponse

from guardrails.context import TurnContext
from guardrails.errors import (
    AnsweredError,
    ConfigurationError,
    InputTooLongError,
    LogWriteError,
    ModelError,
    SessionBusyError,
    UnsupportedError,
)
from guardrails.findings import Family
from guardrails.gateway import turn
from guardrails.gateway.problems import Problem, problem_of
from guardrails.ledger.fakes import BrokenLog
from guardrails.policy.model import Failure
from tests.gateway.gates import SESSION, Gate, chunk, event, gate, get, post, saying, words
from tests.policies import policy

SECRET = "the words of Priya"


def ask(at: Gate, text: str = SECRET, **options: Any) -> httpx.Response:
    body = {"model": "tiny", "messages": [{"role": "user", "content": text}], **options}
    return post(f"{at.base}/chat/completions", json=body, headers=SESSION)


def refusing(status: int) -> Any:
    return lambda _: JSONResponse({"error": {"message": SECRET}}, status)


def test_an_upstream_that_refuses_is_told_by_the_status() -> None:
    table = [
        (400, 400, "upstream_refused"),
        (401, 502, "upstream_failed"),
        (403, 502, "upstream_failed"),
        (404, 404, "upstream_refused"),
        (429, 429, "upstream_refused"),
        (500, 502, "upstream_failed"),
        (503, 503, "upstream_unavailable"),
    ]
    with gate(lambda asked: refusing(asked["status"])(asked)) as at:
        for theirs, ours, code in table:
            for stream in (False, True):
                answer = ask(at, stream=stream, status=theirs)
                assert answer.status_code == ours
                error = answer.json()["error"]
                assert error["code"] == code
                assert str(theirs) in error["message"]
                assert SECRET not in answer.text


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("told", "handed_on"),
    [
        ("7", "7"),
        ("0", None),
        ("x", None),
        ("123456", None),
        ("Fri, 27 Nov 2026 15:00:00 GMT", None),
    ],
)
def test_when_the_upstream_wants_to_be_asked_again_is_handed_on(
    status: int, told: str, handed_on: str | None
) -> None:
    late = JSONResponse({}, status, headers={"retry-after": told})
    with gate(lambda _: late) as at:
        answer = ask(at)
    assert answer.status_code == status
    nothing = "1" if status == 429 or told == "0" else None
    assert answer.headers.get("retry-after") == (handed_on or nothing)


def test_an_upstream_that_is_not_there_is_a_bad_gateway() -> None:
    with gate(saying("x"), route={"upstream": "http://127.0.0.1:9/v1"}) as at:
        answer = ask(at)
        models = get(f"{at.base}/models")
    assert answer.status_code == 502
    assert "ConnectError" in answer.json()["error"]["message"]
    assert models.status_code == 502


def test_a_stream_that_breaks_is_told_after_what_was_released() -> None:
    said = event("Good evening to you and yours. ")
    breaks = {
        "cut": [said],
        "error": [said, b'data: {"error": {"code": 500}}\n\n'],
        "no JSON": [said, b"data: {\n\n"],
    }
    with gate(lambda asked: breaks[asked["how"]]) as at:
        for how in breaks:
            lines = [line for line in ask(at, stream=True, how=how).text.split("\n\n") if line]
            whole = ask(at, how=how)
            ai = openai.OpenAI(base_url=at.base, api_key="x", max_retries=0)
            messages: Any = [{"role": "user", "content": "Hi"}]
            with pytest.raises(openai.APIError), ai:
                list(
                    ai.chat.completions.create(
                        model="tiny",
                        messages=messages,
                        stream=True,
                        extra_headers=SESSION,
                        extra_body={"how": how},
                    )
                )
            assert "[DONE]" not in lines[-1]
            error = json.loads(lines[-1].removeprefix("data: "))["error"]
            assert error["code"] == "upstream_failed"
            assert any("content" in line for line in lines[:-1])
            assert whole.status_code == 502


def test_a_policy_that_has_words_for_a_failure_says_them_and_tells_what_failed() -> None:
    failure = Failure(dict.fromkeys(Family, "note"), {}, model_error="safe-reply")
    with gate(refusing(500), using=policy(failure=failure)) as at:
        told = ask(at).json()
    assert told["choices"][0]["message"]["content"] == "I cannot answer that just now."
    assert told["choices"][0]["finish_reason"] == "stop"
    assert told["guardrails"]["failed"] == "HTTPStatusError (HTTP 500)"
    assert told["guardrails"]["finish_reason"] == "error"


def test_a_route_that_raises_tells_the_failure_although_the_policy_has_words() -> None:
    failure = Failure(dict.fromkeys(Family, "note"), {}, model_error="safe-reply")
    with gate(refusing(500), using=policy(failure=failure), route={"errors": "raise"}) as at:
        assert ask(at).status_code == 502


def test_a_log_that_cannot_be_written_releases_the_policys_words_alone() -> None:
    with gate(saying("Secret words of a model."), log=BrokenLog()) as at:
        quiet = ask(at, "Hello.").json()
        crisis = ask(at, "I cannot go on at all.").json()
        ready = get(f"{at.url}/readyz")
        metrics = get(f"{at.url}/metrics").text
    assert quiet["choices"][0]["message"]["content"] == "I cannot answer that just now."
    assert "Please talk to someone now." in crisis["choices"][0]["message"]["content"]
    assert quiet["guardrails"]["receipt"] is None
    assert (ready.status_code, ready.json()["error"]["code"]) == (503, "not_ready")
    assert "candor_log_write_failures_total 0.0" not in metrics
    assert "candor_log_write_failures_total" in metrics


def test_a_message_that_is_too_long_is_refused_with_the_policys_words_for_it() -> None:
    with gate(saying("x"), using=policy(max_input=50)) as at:
        answer = ask(at, "word " * 20)
    error = answer.json()["error"]
    assert answer.status_code == 400
    assert (error["code"], error["param"]) == ("context_length_exceeded", "messages")
    assert error["say"] == "That is too long for me."


def test_headers_of_another_form_are_refused() -> None:
    table: list[tuple[dict[str, str], str]] = [
        ({}, "session_missing"),
        ({"X-Candor-Session": "a b"}, "session_invalid"),
        ({"X-Candor-Session": "x" * 201}, "invalid_header"),
        ({**SESSION, "X-Candor-Minor": "yes"}, "invalid_header"),
        ({**SESSION, "X-Candor-Country": "Britain"}, "unsupported_value"),
        ({**SESSION, "X-Candor-Locale": "?"}, "unsupported_value"),
    ]
    body = {"model": "tiny", "messages": [{"role": "user", "content": SECRET}]}
    with gate(saying("x")) as at:
        for headers, code in table:
            answer = post(f"{at.base}/chat/completions", json=body, headers=headers)
            assert at.deployment.admission.running == 0
            assert answer.status_code == 400
            assert answer.json()["error"]["code"] == code
            assert SECRET not in answer.text
    assert at.upstream.seen == []


def test_what_the_person_is_goes_to_the_guard_and_not_upstream() -> None:
    headers = {**SESSION, "X-Candor-Country": "gb", "X-Candor-Minor": "true"}
    headers |= {"X-Candor-Locale": "en-GB", "X-Candor-Roleplay": "false"}
    crisis = [{"role": "user", "content": "I cannot go on at all."}]
    body: Any = {"model": "tiny", "messages": crisis, "user": "p-7"}
    with gate(saying("Fine.")) as at:
        local = post(f"{at.base}/chat/completions", json=body, headers=headers).json()
        body["messages"] = [{"role": "user", "content": "Hi"}]
        post(f"{at.base}/chat/completions", json=body, headers=headers)
        (notice,) = at.deployment.routes["default"].guard._channels["desk"].notices
    assert "116 123" in local["choices"][0]["message"]["content"]
    assert (notice.subject, notice.session) == ("p-7", "s-1")
    assert "user" not in at.upstream.seen[0]
    assert not any(name.startswith("x-candor") for name in at.upstream.headers[0])


def test_a_request_is_fiction_only_where_the_operator_allows_it() -> None:
    body: Any = {"model": "tiny", "messages": [{"role": "user", "content": "Play a friend."}]}
    headers = {**SESSION, "X-Candor-Roleplay": "true"}
    text = "I missed you all day, said the knight to the old grey castle."
    for allowed in (False, True):
        with gate(saying(text), route={"roleplay": allowed}) as at:
            answer = post(f"{at.base}/chat/completions", json=body, headers=headers)
            plain = post(f"{at.base}/chat/completions", json=body, headers=SESSION)
        assert answer.status_code == (200 if allowed else 403)
        assert plain.status_code == 200
    told = [one for one in at.log.of("decision") if one["side"] == "output"]
    assert {one["ctx"]["roleplay"] for one in told} == {True, False}


@pytest.mark.parametrize("setting", ["has_memory", "sends_reminders"])
def test_what_a_route_says_that_its_application_can_is_said_of_each_turn(
    setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[TurnContext] = []

    def context(**fields: Any) -> TurnContext:
        told.append(TurnContext(**fields))
        return told[-1]

    monkeypatch.setattr(turn, "TurnContext", context)
    body: Any = {"model": "tiny", "messages": [{"role": "user", "content": "Hello."}]}
    for able in (False, True):
        with gate(saying("Hi."), route={setting: able}) as at:
            post(f"{at.base}/chat/completions", json=body, headers=SESSION)
    assert [getattr(one, setting) for one in told] == [False, True]


def test_an_address_or_a_method_that_there_is_not_is_told_in_the_same_shape() -> None:
    with gate(saying("x")) as at:
        missing = get(f"{at.url}/nothing")
        wrong = get(f"{at.base}/chat/completions")
        plain = post(f"{at.base}/chat/completions", content="{}", headers=SESSION)
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "not_found")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")
    assert (plain.status_code, plain.json()["error"]["code"]) == (415, "unsupported_media_type")
    assert missing.headers["x-content-type-options"] == "nosniff"
    assert "this address takes POST alone" in wrong.text


def test_a_body_that_is_compressed_and_a_session_named_twice_are_refused() -> None:
    body = {"model": "tiny", "messages": [{"role": "user", "content": SECRET}]}
    twice = [("X-Candor-Session", "one"), ("X-Candor-Session", "two")]
    packed = {**SESSION, "content-encoding": "gzip"}
    with gate(saying("x")) as at:
        named = post(f"{at.base}/chat/completions", json=body, headers=twice)
        small = post(f"{at.base}/chat/completions", json=body, headers=packed)
    assert (named.status_code, named.json()["error"]["code"]) == (400, "session_invalid")
    assert (small.status_code, small.json()["error"]["code"]) == (415, "unsupported_media_type")
    assert at.upstream.seen == []


def test_what_is_no_http_request_is_told_so_in_the_same_shape() -> None:
    with gate(saying("x")) as at:
        address = httpx.URL(at.base)
        for sent in (b"GET /\r\n\r\n", b"GET /healthz HTTP/1.1\r\nHost: x\r\nd9`P;\r\n\r\n"):
            with socket.create_connection((address.host, address.port), timeout=60) as line:
                line.sendall(sent)
                head, _, body = b"".join(iter(lambda: line.recv(4096), b"")).partition(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 400 ")
            assert b"content-type: application/json" in head
            assert json.loads(body)["error"]["code"] == "invalid_request"


def test_a_model_that_the_route_does_not_have_is_not_asked() -> None:
    with gate(saying("x"), route={"models": ["small"]}) as at:
        answer = ask(at)
        listed = get(f"{at.base}/models").json()
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "model_not_found")
    assert [row["id"] for row in listed["data"]] == ["small"]
    assert at.upstream.seen == []


def test_every_error_has_its_status() -> None:
    table: list[tuple[BaseException, int, str]] = [
        (SessionBusyError(60), 409, "session_busy"),
        (UnsupportedError("x"), 400, "unsupported_value"),
        (InputTooLongError(5, 3, "say"), 400, "context_length_exceeded"),
        (ModelError("ReadTimeout"), 504, "upstream_timeout"),
        (ModelError("silence"), 504, "upstream_timeout"),
        (ModelError("IncompleteReply"), 502, "upstream_failed"),
        (LogWriteError("x"), 503, "log_unwritable"),
        (AnsweredError("say"), 409, "answered"),
        (ConfigurationError("closed"), 503, "unavailable"),
        (ValueError(SECRET), 500, "internal_error"),
    ]
    for error, status, code in table:
        problem = problem_of(error)
        assert (problem.status, problem.code) == (status, code)
        assert SECRET not in str(problem.body)
    assert problem_of(AnsweredError("say")).body["error"]["say"] == "say"
    assert [Problem(s, "", "").body["error"]["type"] for s in (401, 403, 404, 429, 500, 409)] == [
        "authentication_error",
        "permission_error",
        "not_found_error",
        "rate_limit_error",
        "server_error",
        "invalid_request_error",
    ]


def test_reasoning_and_pictures_of_a_reply_are_handed_on_as_the_policy_says() -> None:
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}
    pieces = [
        chunk({"reasoning_content": "I missed you. Now think."}),
        chunk({"images": [picture]}),
        *words("Here it is."),
    ]
    with gate(lambda _: pieces) as at:
        message = ask(at, "Hi").json()["choices"][0]["message"]
        streamed = ask(at, "Hi", stream=True).text
    assert "missed" not in message["reasoning_content"]
    assert message["reasoning_content"].endswith("Now think.")
    assert message["images"] == [picture]
    assert "reasoning_content" in streamed
    assert "data:image/png" in streamed


def test_a_reply_whose_usage_nobody_told_has_none() -> None:
    with gate(lambda _: [event("Fine."), event(finish="stop")]) as at:
        whole = ask(at, "Hi").json()
        streamed = ask(at, "Hi", stream=True, stream_options={"include_usage": True}).text
    assert "usage" not in whole
    assert '"usage"' not in streamed
    assert streamed.endswith("data: [DONE]\n\n")


def test_an_upstream_that_knows_no_stream_options_is_not_sent_any() -> None:
    with gate(saying("x"), route={"usage": False}) as at:
        ask(at, "Hi", stream_options={"include_usage": True}, stream=True)
    assert "stream_options" not in at.upstream.seen[0]


def test_the_key_of_an_upstream_comes_from_the_environment_that_it_is_given() -> None:
    route = {"upstream_key_env": "THEIRS"}
    with gate(saying("x"), route=route, environ={"THEIRS": "sk-1"}) as at:
        ask(at, "Hi")
    assert at.upstream.headers[0]["authorization"] == "Bearer sk-1"


def test_half_a_pair_of_surrogates_is_carried_as_an_escape() -> None:
    with gate(saying("Fine.")) as at:
        body = b'{"model": "tiny", "messages": [{"role": "user", "content": "a \\ud83d b"}]}'
        headers = {**SESSION, "content-type": "application/json"}
        answer = post(f"{at.base}/chat/completions", content=body, headers=headers)
    assert answer.json()["choices"][0]["message"]["content"] == "Fine."


def test_the_models_of_an_upstream_that_answers_otherwise_are_an_error() -> None:
    import asyncio

    from guardrails.gateway.upstream import Upstream

    def upstream(answer: httpx.Response) -> Upstream:
        client = httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answer))
        return Upstream("http://model.test/v1", client, lambda: 0.0, "sk-1")

    for answer in (
        httpx.Response(500),
        httpx.Response(200, text="x"),
        httpx.Response(200, json=[]),
        httpx.Response(200, json={"data": [1]}),
    ):
        with pytest.raises(ModelError):
            asyncio.run(upstream(answer).models())
    rows = {"data": [{"id": "a", "created": "x", "secret": 1}, {"object": "model"}]}
    found = upstream(httpx.Response(200, json=rows))
    assert asyncio.run(found.models()) == [{"id": "a"}]


def test_an_error_of_our_own_is_told_by_its_kind_alone(
    caplog: pytest.LogCaptureFixture, capfd: Any
) -> None:
    def broken(*_: Any) -> Any:
        raise RuntimeError(SECRET)

    with gate(saying("x")) as at:
        at.deployment.measures.first_text = broken  # type: ignore[method-assign]
        answers = [ask(at, stream=stream) for stream in (True, False)]
        at.deployment.traces.begin = broken  # type: ignore[method-assign]
        answers += [ask(at, stream=stream) for stream in (True, False)]
        assert at.deployment.admission.running == 0
    for answer in answers:
        assert answer.status_code == 500
        assert "RuntimeError" in answer.text
        assert SECRET not in answer.text
    assert caplog.text.count("RuntimeError at broken:") == 4
    assert SECRET not in caplog.text + "".join(capfd.readouterr())
