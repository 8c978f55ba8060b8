from html.parser import HTMLParser

from guardrails.evaluation.html import page
from guardrails.evaluation.measures import Curve, Measure, Point
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
        if tag not in {"meta", "rect", "line", "circle", "polyline"}:
            self.open.append(tag)
        assert not any(key in {"src", "href"} for key, _ in attrs)

    def handle_endtag(self, tag):
        if tag not in {"rect", "line", "circle", "polyline"}:
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


def curve(name: str, *points: Point, joined: bool) -> Curve:
    return Curve(name, "Recall & <more>", "x & y", "up", "by <chance>", points, joined)


def test_measures_and_charts_stand_on_the_page_and_need_nothing_else():
    line = curve("roc", Point(0, 0), Point(0.5, 1), joined=True)
    dots = curve("reliability", Point(0.25, 0.5, (0.25, 0.75)), Point(1, 1), joined=False)
    measure = Measure("area & more", 0.5, (0.4, 0.6), "2 <at> risk")
    report = Report("x", (), (), (), 0, measures=(measure,), curves=(line, dots))
    made = page(report, [])
    tags = Tags()
    tags.feed(made)
    assert tags.open == []
    assert (tags.seen.count("polyline"), tags.seen.count("circle")) == (1, 2)
    for told in ("0.5000 [0.4000, 0.6000]", "area &amp; more", "2 &lt;at&gt; risk"):
        assert told in made
    assert 'points="56,412 256.0,12"' in made or 'points="56.0,412.0 256.0,12.0"' in made
    assert "Recall &amp; &lt;more&gt;. Dashed: by &lt;chance&gt;." in made


def test_a_curve_without_points_is_no_chart():
    report = Report("x", (), (), (), 0, curves=(curve("roc", joined=True),))
    assert "<figure>" not in page(report, [])


def test_errors_of_several_kinds_have_a_heading_each():
    made = page(Report("x", (), (), (), 0, errors=(("missed", ("a<b",)), ("none", ()))), [])
    assert "<h2>Missed, by id</h2><p><code>a&lt;b</code></p>" in made
    assert "None" not in made
