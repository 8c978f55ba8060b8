"""Conversations that nobody names, told apart by their history."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guardrails.gateway.threads import ALIKE, REMEMBERED, Threads
from guardrails.messages import Message, OpaquePart, Role, TextPart, ToolCall
from tests.gateway.gates import Gate, event, gate, post, saying, words

STATELESS = {"session": "stateless"}


def user(text: str) -> dict[str, Any]:
    return {"role": "user", "content": text}


def reply(text: str) -> dict[str, Any]:
    return {"role": "assistant", "content": text}


def ask(at: Gate, *messages: dict[str, Any], **options: Any) -> Any:
    body = {"model": "tiny", "messages": list(messages), **options}
    return post(f"{at.base}/chat/completions", json=body).json()


def said(answer: Any) -> str:
    return str(answer["choices"][0]["message"]["content"])


def sessions(at: Gate) -> list[str]:
    return [one["session"] for one in at.log.of("turn_open")]


def test_an_unchanged_client_keeps_its_conversation() -> None:
    with gate(saying("Fine, I think."), route=STATELESS) as at:
        first = user("I am Priya.")
        one = said(ask(at, first))
        two = said(ask(at, first, reply(one), user("And you?")))
        ask(at, first, reply(one), user("And you?"), reply(two), user("Bye"))
    assert len(set(sessions(at))) == 1
    assert len(at.log.of("session_open")) == 1
    # What was looked at once is not looked at again.
    assert [one["turn"] for one in at.log.of("turn_open")] == [0, 1, 2]
    heard = [one for one in at.log.of("decision") if one["side"] == "input"]
    assert len(heard) == 3


def test_a_reply_that_a_client_trims_is_the_same() -> None:
    with gate(saying("Fine. "), route=STATELESS) as at:
        ask(at, user("Hello."))
        ask(at, user("Hello."), reply("\nFine."), user("And?"))
    assert len(set(sessions(at))) == 1


def test_two_people_with_the_same_words_never_share_a_conversation() -> None:
    def echo(asked: dict[str, Any]) -> list[bytes]:
        return words(asked["messages"][-1]["content"])

    with gate(echo, route=STATELESS) as at:
        same = said(ask(at, user("Hello.")))
        assert same == said(ask(at, user("Hello.")))
        ask(at, user("Hello."), reply(same), user("Write to ann@example.org"))
        ask(at, user("Hello."), reply(same), user("Write to jo@example.org"))
        third = ask(at, user("Hello."), reply(same), user("What is <EMAIL_ADDRESS_1>?"))
    opened = sessions(at)
    assert opened[:2] == sorted(set(opened[:2]), key=opened.index)
    assert len(set(opened[2:])) == 3
    assert "example.org" not in said(third)


def test_the_same_words_under_another_name_are_another_conversation() -> None:
    with gate(saying("Fine."), route=STATELESS) as at:
        ask(at, user("Hello."), user="p-1")
        ask(at, user("Hello."), reply("Fine."), user("And?"), user="p-2")
        ask(at, user("Hello."), reply("Fine."), user("And?"), user="p-1")
    first, other, again = sessions(at)
    assert first == again != other


def test_a_session_that_is_named_is_taken_as_it_is() -> None:
    with gate(saying("Fine."), route=STATELESS) as at:
        for _ in range(2):
            post(
                f"{at.base}/chat/completions",
                json={"model": "tiny", "messages": [user("Hi")]},
                headers={"X-Candor-Session": "mine"},
            )
    assert len(set(sessions(at))) == 1


def test_a_turn_that_failed_can_be_sent_again_in_its_conversation() -> None:
    broken = [True]

    def reply_of(asked: dict[str, Any]) -> list[bytes]:
        if len(asked["messages"]) > 1 and broken.pop():
            return [event("cut")]
        broken.append(False)
        return words("Fine.")

    with gate(reply_of, route=STATELESS) as at:
        ask(at, user("Hello."))
        broken.append(True)
        failed = ask(at, user("Hello."), reply("Fine."), user("And?"))
        again = ask(at, user("Hello."), reply("Fine."), user("And?"))
    assert failed["error"]["code"] == "upstream_failed"
    assert said(again) == "Fine."
    assert len(set(sessions(at))) == 1


def test_a_crisis_in_a_history_that_is_new_here_is_noticed_once_and_answered() -> None:
    with gate(saying("Fine."), route=STATELESS) as at:
        history = [user("I cannot go on at all."), reply("Please talk to someone.")]
        one = ask(at, *history, user("Hello again."))
        ask(at, *history, user("Hello again."), reply(said(one)), user("Thanks."))
        desk: Any = at.deployment.routes["default"].guard._channels["desk"]
    assert len(desk.notices) == 1


def messages() -> st.SearchStrategy[list[Message]]:
    text = st.text(max_size=5)
    call = st.builds(ToolCall, st.just("c"), st.just("f"), st.sampled_from(["{}", '{"a": 1}', "["]))
    part = st.builds(TextPart, text) | st.builds(OpaquePart, st.just("image"), text)
    one = st.builds(
        Message,
        st.sampled_from(Role),
        st.lists(part, max_size=2).map(tuple),
        st.lists(call, max_size=1).map(tuple),
    )
    return st.lists(one, max_size=6)


@given(messages(), st.text(max_size=5), st.text(max_size=5))
def test_a_conversation_is_taken_along_by_one_request_alone(
    history: list[Message], text: str, question: str
) -> None:
    threads = Threads()
    session = threads.take("me", history)
    threads.follow("me", history, text, (), session)
    grown = [*history, Message.of(Role.ASSISTANT, text), Message.of(Role.USER, question)]
    assert threads.take("you", grown) != session
    assert threads.take("me", grown) == session
    assert threads.take("me", grown) != session
    threads.give_back("me", grown, session)
    assert threads.take("me", grown) == session
    assert len(threads) == 0


@given(st.integers(1, 5), st.lists(st.integers(0, 3), max_size=12))
def test_no_more_conversations_wait_than_the_limit_and_the_last_does(
    limit: int, asked: list[int]
) -> None:
    threads = Threads(limit=limit)
    last: list[Message] = []
    for n, one in enumerate(asked):
        last = [Message.of(Role.USER, str(one))]
        threads.follow("me", last, "Fine.", (), f"s{n}")
        assert 0 < len(threads) <= limit
    if len(set(asked)) == len(asked):
        assert len(threads) == min(limit, len(asked))
    if asked:
        last += [Message.of(Role.ASSISTANT, "Fine."), Message.of(Role.USER, "And?")]
        assert threads.take("me", last) == f"s{len(asked) - 1}"


def test_a_client_that_asks_one_thing_for_ever_fills_nothing_and_drives_nobody_out() -> None:
    threads = Threads()
    mine = [Message.of(Role.USER, "Are you there?")]
    threads.follow("me", mine, "Yes.", (), "mine")
    for n in range(2 * REMEMBERED):
        threads.follow("me", [Message.of(Role.USER, "ping")], "Yes.", (), f"s{n}")
    assert len(threads) == 1 + ALIKE
    mine += [Message.of(Role.ASSISTANT, "Yes."), Message.of(Role.USER, "Good.")]
    assert threads.take("me", mine) == "mine"


def test_a_first_turn_that_failed_leaves_nothing_behind() -> None:
    threads = Threads()
    first = [Message.of(Role.USER, "Hi")]
    threads.give_back("me", first, threads.take("me", first))
    assert len(threads) == 0


def test_arguments_that_a_client_writes_anew_are_the_same() -> None:
    threads = Threads()
    first = [Message.of(Role.USER, "Hi")]
    threads.follow("me", first, "", [ToolCall("c", "f", '{"b":1, "a":2}')], "s")
    called = Message(Role.ASSISTANT, (), (ToolCall("c", "f", '{"a": 2, "b": 1}'),))
    assert threads.take("me", [*first, called, Message.of(Role.TOOL, "ok")]) == "s"
