"""Web addresses, and what only looks like one."""

import pytest

from guardrails.detectors.pii_text import Plain
from guardrails.detectors.pii_urls import urls


def found(text: str) -> set[str]:
    return {text[hit.start : hit.stop] for hit in urls(Plain.of(text))}


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("see https://example.org/me?x=1.", "https://example.org/me?x=1"),
        ("see (http://example.org/a_b)", "http://example.org/a_b"),
        ("HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG"),
        ("www.example.co.uk, please", "www.example.co.uk"),
        ("my page is jo.example.com/blog/7!", "jo.example.com/blog/7"),
        ("it runs at http://localhost:8080/x", "http://localhost:8080/x"),
        ("example.org:8080/x", "example.org:8080/x"),
    ],
)
def test_an_address_is_found_whole(text, url):
    assert url in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "main.py",
        "3.14",
        "e.g. this",
        "Hello.There",
        "jo@example.org",
        "...",
        "a.b.c",
        "http://",
        "",
    ],
)
def test_what_only_has_dots_is_none(text):
    assert found(text) == set()


@pytest.mark.parametrize("unit", ["a.", "www.", "http://", "a.com/", "1.", "-.", "a-", ".com"])
def test_each_sign_is_read_a_fixed_number_of_times(unit):
    # One hit a run of signs at most: what is tried from each place of a run grows with its square.
    for count in (10, 1000):
        assert len(list(urls(Plain.of(unit * count)))) <= 2
