"""The pages of a console: who may see which, and what goes round each of them."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from guardrails.access.roles import Permission
from guardrails.console import (
    acts,
    bench,
    desk,
    entry,
    log,
    plots,
    proposal_acts,
    proposals,
    status,
    yearly,
)
from guardrails.console.asked import PREFIX, Asked, places_of
from guardrails.console.console import Console
from guardrails.console.entry import cookie_of
from guardrails.console.forms import form_of
from guardrails.console.headers import Headed
from guardrails.console.pages import Pages
from guardrails.errors import GuardrailsError, RefusedError

Handler = Callable[[Asked], Awaitable[Response]]
_TYPES: Final = {"console.css": "text/css", "console.js": "text/javascript"}
_WITHIN: Final = re.compile(r"/[A-Za-z0-9/_.:-]{0,200}")


@dataclass(frozen=True, slots=True)
class Page:
    """
    One address.

    Attributes:
        method: `GET`, or `POST` for what changes something or sends words.
        path: After `/console`.
        permission: What a role needs for it.
        handler: Answers.
    """

    method: str
    path: str
    permission: Permission
    handler: Handler


PAGES: Final = (
    Page("GET", "/desk", Permission.DESK, desk.queue),
    Page("GET", "/desk/queue", Permission.DESK, desk.queue_live),
    Page("POST", "/desk/pause", Permission.DESK, desk.pause),
    Page("POST", "/desk/resume", Permission.DESK, desk.resume),
    Page("POST", "/desk/drill", Permission.DESK, desk.drill),
    Page("GET", "/desk/{service}/{ticket}", Permission.DESK, desk.ticket),
    Page("GET", "/desk/{service}/{ticket}/turns", Permission.DESK, desk.ticket_live),
    Page("POST", "/desk/{service}/{ticket}/{act}", Permission.DESK, acts.act),
    Page("GET", "/log", Permission.LOG, log.browse),
    Page("GET", "/log/plots", Permission.LOG, plots.plots),
    Page("GET", "/log/verify", Permission.LOG, log.verify_form),
    Page("POST", "/log/verify", Permission.LOG, log.verified),
    Page("GET", "/log/replay", Permission.LOG, log.replay_form),
    Page("POST", "/log/replay", Permission.LOG, log.replayed),
    Page("GET", "/log/export", Permission.LOG, log.export),
    Page("GET", "/log/report", Permission.LOG, yearly.yearly),
    Page("GET", "/log/record/{log}/{seq:int}", Permission.LOG, log.record),
    Page("GET", "/bench", Permission.BENCH, bench.choose),
    Page("GET", "/bench/{service}", Permission.BENCH, bench.edit),
    Page("POST", "/bench/{service}", Permission.BENCH, bench.work),
    Page("POST", "/bench/{service}/lint", Permission.BENCH, bench.lint),
    Page("GET", "/bench/{service}/proposals", Permission.BENCH, proposals.every),
    Page("POST", "/bench/{service}/proposals", Permission.PROPOSE, proposal_acts.act),
    Page("GET", "/bench/{service}/proposals/{version}", Permission.BENCH, proposals.one),
    Page("GET", "/bench/{service}/proposals/{version}/{file}", Permission.BENCH, proposals.file),
    Page("GET", "/status", Permission.STATUS, status.status),
)
"""Every page that needs somebody to be signed in."""


def console_app(console: Console) -> Starlette:
    """Return the ASGI application of a console, to be mounted at `/console`."""
    pages = Pages()
    app = Starlette(
        routes=[
            Route("/", _home(console)),
            Route("/sign-in", entry.shown(console, pages), methods=["GET"]),
            Route("/sign-in", entry.tried(console, pages), methods=["POST"]),
            Route("/sign-out", entry.left(console), methods=["POST"]),
            *(Route(f"/static/{name}", _file(name, kind)) for name, kind in _TYPES.items()),
            *(
                Route(one.path, _guarded(console, pages, one), methods=[one.method])
                for one in PAGES
            ),
        ],
        exception_handlers={
            GuardrailsError: _told(pages),
            HTTPException: _of_http(pages),
        },
    )
    app.add_middleware(Headed)
    return app


def _home(console: Console) -> Callable[[Request], Awaitable[Response]]:
    async def home(request: Request) -> Response:
        caller = console.visits.find(cookie_of(request))
        places = [] if caller is None else places_of(caller)
        return RedirectResponse(places[0][1] if places else f"{PREFIX}/sign-in", 303)

    return home


def _guarded(console: Console, pages: Pages, one: Page) -> Callable[[Request], Awaitable[Response]]:
    """Return what answers requests for the page *one* of those who may see it."""

    async def answer(request: Request) -> Response:
        cookie = cookie_of(request)
        caller = console.visits.find(cookie)
        if caller is None or cookie is None:
            return _unknown(request, pages, one)
        if not caller.may(one.permission):
            said = "your role has no use of this page"
            raise RefusedError(403, "forbidden", said)
        form = {}
        if one.method == "POST":
            form = dict(await form_of(request))
            if not console.visits.genuine(cookie, form.pop("token", "")):
                said = "this form was not made for you, or is old: load the page again"
                raise RefusedError(403, "forged", said)
        token = console.visits.token(cookie)
        return await one.handler(Asked(console, pages, request, caller, token, form))

    return answer


def _unknown(request: Request, pages: Pages, one: Page) -> Response:
    """Return what somebody gets who is not signed in."""
    path = request.url.path.removeprefix(PREFIX)
    if one.method != "GET" or "x-live" in request.headers:
        said = "you are not signed in any more: sign in, and send it again"
        raise RefusedError(401, "signed_out", said)
    if request.headers.get("sec-fetch-site") == "cross-site":
        # A link in a pager or a chat: the cookie comes only once our own page has asked.
        return pages.response("again.html")
    back = f"?to={path}" if _WITHIN.fullmatch(path) else ""
    return RedirectResponse(f"{PREFIX}/sign-in{back}", 303)


def _file(name: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
    data = (files("guardrails.console") / "static" / name).read_bytes()

    async def file(_: Request) -> Response:
        return Response(data, media_type=kind, headers={"cache-control": "no-cache"})

    return file


def _told(pages: Pages) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def told(_: Request, error: Exception) -> Response:
        status, headers = 409, {}
        if isinstance(error, RefusedError):
            status = error.status
            if error.retry_after is not None:
                headers["retry-after"] = str(int(error.retry_after) + 1)
        answer = pages.response("problem.html", status, said=str(error), status=status)
        answer.headers.update(headers)
        return answer

    return told


def _of_http(pages: Pages) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def told(_: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        said = "there is no such page" if status == 404 else "this cannot be done here"  # noqa: PLR2004
        return pages.response("problem.html", status, said=said, status=status)

    return told
