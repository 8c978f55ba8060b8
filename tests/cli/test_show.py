from guardrails.cli.show import shown
from guardrails.decisions import Do
from guardrails.events import Done, Made
from guardrails.ledger.base import Receipt
from guardrails.messages import Message, Role, Surface
from guardrails.models.base import ModelRequest

RECEIPT = Receipt("r-9", 9, "sha256:" + "0" * 64, "log")


def made(side: str, do: Do, rule: str | None, *findings: tuple[str, int, int, int]) -> Made:
    return Made("r", side, Surface.TEXT, (0, 40), do, rule, findings)


def rows(line: str, asked: str | None, said: list[str], released: str, done: Done) -> list[str]:
    request = None if asked is None else ModelRequest((Message.of(Role.USER, asked),))
    return list(shown(line, request, said, released, done))


def test_a_turn_that_was_changed_shows_what_was_found_decided_said_and_released() -> None:
    done = Done(
        RECEIPT,
        (
            made("input", Do.MASK, "pii.contact", ("pii.email", 3, 9, 9500)),
            made("output", Do.REWRITE, "claim.emotion", ("claim.emotion", 0, 12, 8000)),
        ),
    )
    assert rows("at a@b.co", "at [email]", ["I missed", " you. Hi."], "Hi.", done) == [
        "  | found       pii.email 95 % in the message at 3-9",
        "  | decided     mask by rule pii.contact",
        "  | found       claim.emotion 80 % in the reply at 0-12",
        "  | decided     rewrite by rule claim.emotion",
        "  | model saw   at [email]",
        "  | model said  I missed you. Hi.",
        "  | released    Hi.",
        "  | record      9 (r-9)",
    ]


def test_a_turn_that_passed_says_so_once() -> None:
    assert rows("Hello.", "Hello.", ["Hi."], "Hi.", Done(None)) == [
        "  | found       nothing that a rule acts on",
        "  | model saw   the message as it was",
        "  | model said  Hi.",
        "  | released    all of it, unchanged",
    ]


def test_a_turn_without_the_model_says_that_it_was_not_asked() -> None:
    done = Done(None, (made("input", Do.REPLACE, "crisis.high"),), called=False)
    out = rows("…", None, [], "You can call\nthis number.", done)
    assert out[0] == "  | decided     replace by rule crisis.high"
    assert "  | model       was not asked" in out
    assert out[-1] == "  | released    You can call\n" + " " * 16 + "this number."


def test_a_decision_of_no_rule_and_an_empty_request_are_shown_all_the_same() -> None:
    done = Done(None, (made("output", Do.NOTE, None),))
    out = list(shown("x", ModelRequest(()), [], "", done))
    assert out[0] == "  | decided     note"
    assert out[1] == "  | model saw   "[: len(out[1])]


def test_what_was_found_in_the_system_prompt_is_told_from_the_message() -> None:
    found = ("pii.person", 8, 11, 8500)
    one = Made("r", "input", Surface.SYSTEM, (0, 40), Do.MASK, "pii.person", (found,))
    assert (
        "| found       pii.person 85 % in the system prompt at 8-11"
        in rows("x", "x", [], "", Done(None, (one,)))[0]
    )


def test_a_models_words_cannot_command_the_terminal() -> None:
    out = rows("x", "x", ["\x1b[2J"], "", Done(None))
    assert not any("\x1b" in row for row in out)
