"""The page that shows every screenshot of a run, beside them."""

import os
from html import escape
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "build" / "console"
HEAD = """<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><title>The console in Chromium</title>
<style>body{font-family:sans-serif;margin:2rem}figure{display:inline-block;margin:0 1rem 2rem 0}
img{width:30rem;border:1px solid #999;vertical-align:top}figcaption{padding:.3rem 0}</style>
<h1>The console in Chromium</h1>
"""


def index(folder: Path) -> Path | None:
    """Write `index.html` for the pictures in *folder*, and return it; None if there are none."""
    names = sorted(path.name for path in folder.glob("*.png"))
    if not names:
        return None
    rows = "".join(
        f'<figure><a href="{escape(name)}"><img src="{escape(name)}" loading="lazy" alt=""></a>'
        f"<figcaption>{escape(name)}</figcaption></figure>\n"
        for name in names
    )
    # Several workers end at about the same time: each writes all of it, or nothing.
    draft = folder / f".index-{os.getpid()}"
    draft.write_text(f"{HEAD}<p>{len(names)} pictures.</p>\n{rows}</html>\n", encoding="utf-8")
    return draft.replace(folder / "index.html")
