from html.parser import HTMLParser

from guardrails.evaluation.html import page
from guardrails.evaluation.report import Figure, Report, Table
from guardrails.evaluation.shares import Share

REPORT = Report(
    "Personal <data>",
    (Figure("leaks & more", Share(1, 4)),),
    (Table("By label", (Figure("<script>", Share(2, 2)),)), Table("Empty", ())),
    ("r<1",),
    4,
    ("Read & understand.",),
)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in {"meta", "rect", "line"}:
            self.open.append(tag)
        assert not any(key in {"src", "href"} for key, _ in attrs)

    def handle_endtag(self, tag):
        if tag not in {"rect", "line"}:
            assert self.open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        self.seen.append(tag)


def test_a_page_is_whole_escaped_and_needs_nothing_else():
    made = page(REPORT, [("day", "2026-11-25")])
    tags = Tags()
    tags.feed(made)
    assert tags.open == []
    assert "script" not in tags.seen
    assert tags.seen.count("caption") == 2
    for escaped in (
        "Personal &lt;data&gt;",
        "leaks &amp; more",
        "&lt;script&gt;",
        "r&lt;1",
        "Read &amp; understand.",
    ):
        assert escaped in made
    assert "25.0% [4.6, 69.9]" in made


def test_a_page_without_errors_names_none():
    assert "Worst" not in page(Report("x", (), (), (), 0), [])
