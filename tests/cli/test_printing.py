import pytest

from guardrails.cli.printing import plain


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Grüße\n\t🙂", "Grüße\n\t🙂"),
        ("\x1b[2J", "\ufffd[2J"),
        ("a\rb\x00\x7f\x9b", "a\ufffdb\ufffd\ufffd\ufffd"),
        ("\u202eabc\u2066", "\ufffdabc\ufffd"),
        ("\ud800", "\ufffd"),
        ("שלום", "שלום"),
    ],
)
def test_nothing_that_a_terminal_would_obey_is_printed(text: str, printed: str) -> None:
    assert plain(text) == printed
