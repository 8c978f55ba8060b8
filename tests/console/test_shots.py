"""A run leaves its screenshots in one folder, with a page that shows them all."""

from pathlib import Path

from tests.console.shots import index


def test_the_page_shows_every_picture_once(tmp_path: Path) -> None:
    assert index(tmp_path) is None
    for name in ("b-dark.png", "a&b-light.png"):
        (tmp_path / name).write_bytes(b"")
    page = index(tmp_path)
    assert page == tmp_path / "index.html"
    told = page.read_text("utf-8")
    assert told.count("<figure>") == 2
    assert 'src="a&amp;b-light.png"' in told
    assert "2 pictures" in told
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".html", ".png", ".png"]
