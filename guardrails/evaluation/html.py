"""A report as one page of HTML that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from guardrails.evaluation.charts import svg
from guardrails.evaluation.measures import Measure
from guardrails.evaluation.report import Figure, Report

_STYLE = """
:root{color-scheme:light dark;--line:#8886;--bar:#2a6f97;--text:#1b1b1b;--back:#fff}
@media(prefers-color-scheme:dark){:root{--bar:#7cc0e8;--text:#eee;--back:#161616}}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;
color:var(--text);background:var(--back)}
table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}
caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-weight:600}td.n{text-align:right;font-variant-numeric:tabular-nums}
td svg{display:block;width:10rem;height:1rem}footer{color:#888}
figure{margin:1rem 0 2rem}figure svg{width:100%;max-width:34rem;height:auto;font-size:13px}
""".replace("\n", "")


def page(report: Report, facts: Iterable[tuple[str, str]]) -> str:
    """
    Return *report* as a page.

    Args:
        report: The figures.
        facts: What the reader must know of the run: the day, the policy, the data.
    """
    parts = [
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{escape(report.title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(report.title)}</h1><ul>",
        *(f"<li>{escape(name)}: {escape(value)}</li>" for name, value in facts),
        f"<li>messages: {report.messages:,}</li></ul>",
        *(f"<p>{escape(note)}</p>" for note in report.notes),
        _table("What matters most", report.heads),
        *([_measures(report.measures)] if report.measures else []),
        *(svg(curve) for curve in report.curves if curve.points),
        *(_table(table.title, table.figures) for table in report.tables if table.figures),
    ]
    for title, ids in report.named:
        codes = ", ".join(f"<code>{escape(one)}</code>" for one in ids)
        parts.append(f"<h2>{escape(title.capitalize())}</h2><p>{codes}</p>")
    parts.append(
        "<footer><p>The line in each bar is the 95% interval (Wilson). A figure tells of data "
        "like this alone. No text of a message stands on this page.</p></footer></body></html>"
    )
    return "\n".join(parts) + "\n"


def _measures(measures: Iterable[Measure]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(one.name)}</th><td>{escape(str(one))}</td>'
        f"<td>{escape(one.of)}</td></tr>"
        for one in measures
    )
    return (
        '<table><caption>Over all</caption><thead><tr><th scope="col">Figure</th>'
        '<th scope="col">Value and interval</th><th scope="col">Of</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _table(title: str, figures: Iterable[Figure]) -> str:
    rows = "".join(_row(one) for one in figures)
    head = '<tr><th scope="col">Figure</th><th scope="col">Share and interval</th>'
    head += '<th scope="col"><span aria-hidden="true">0 to 100%</span></th>'
    head += '<th scope="col">Cases</th></tr>'
    return (
        f"<table><caption>{escape(title)}</caption><thead>{head}</thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _row(figure: Figure) -> str:
    low, high = (100 * end for end in figure.share.interval)
    value = 100 * figure.share.value
    bar = (
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{value:.1f}" height="10" fill="var(--bar)" opacity=".55"/>'
        f'<line x1="{low:.1f}" x2="{high:.1f}" y1="5" y2="5" stroke="currentColor"/></svg>'
    )
    return (
        f'<tr><th scope="row">{escape(figure.name)}</th><td>{escape(str(figure.share))}</td>'
        f'<td>{bar}</td><td class="n">{figure.share.of:,}</td></tr>'
    )
