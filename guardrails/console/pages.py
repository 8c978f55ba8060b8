"""Templates in, pages out. What stands in a page is escaped."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

_MINUTE: Final = 60
_HOUR: Final = 3600
_DAY: Final = 24 * 3600


class Pages:
    """The templates of the console."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=PackageLoader("guardrails.console"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters |= {
            "day": day,
            "duration": duration,
            "moment": moment,
            "percent": percent,
            "plain": plain,
        }

    def response(self, template: str, code: int = 200, /, **values: Any) -> Response:  # noqa: ANN401
        """Return the page *template* with *values*, and the HTTP status *code*."""
        return HTMLResponse(self._templates.get_template(template).render(values), code)


def moment(seconds: float) -> str:
    """Return Unix time *seconds* as ISO 8601 in UTC."""
    return datetime.fromtimestamp(int(seconds), UTC).isoformat().replace("+00:00", "Z")


def day(seconds: float) -> str:
    """Return Unix time *seconds* as people read it, in UTC."""
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%-d %b %Y, %H:%M:%S UTC")


def duration(seconds: float) -> str:
    """Return *seconds* in the two largest units that it has, such as `4 min 10 s`."""
    left = abs(int(seconds))
    if left < _MINUTE:
        return f"{left} s"
    if left < _HOUR:
        return f"{left // _MINUTE} min {left % _MINUTE} s"
    if left < _DAY:
        return f"{left // _HOUR} h {left % _HOUR // _MINUTE} min"
    return f"{left // _DAY} d {left % _DAY // _HOUR} h"


def percent(score: int) -> str:
    """Return a score, 0..10000, in percent."""
    return f"{score / 100:.0f} %"


def plain(code: object) -> str:
    """Return a code such as `in_hand` as words."""
    return str(code).replace("_", " ").replace("-", " ")
