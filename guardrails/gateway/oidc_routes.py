"""The two addresses by which people sign in with their identity provider."""

from __future__ import annotations

import html
import re
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from guardrails.errors import RefusedError
from guardrails.gateway.oidc import PATIENCE, Oidc
from guardrails.gateway.oidc_people import SignedIn

BEGIN: Final = "/signin/oidc"
CALLBACK: Final = "/signin/oidc/callback"
_COOKIE: Final = "candor-oidc"
_TO: Final = re.compile(r"/(?!/)[A-Za-z0-9/_.:-]{0,200}")

Endpoint = Callable[[Request], Awaitable[Response]]
LetIn = Callable[[Request, SignedIn, str], Awaitable[Response]]
"""
Returns the response that lets somebody in: the request, who, and where they wanted to go.

It sets the cookie of whatever they signed in to, and should be `onward(...)`.
"""

Refused = Callable[[Request, RefusedError], Awaitable[Response]]
"""Returns what somebody sees who is not let in: the request, and why."""


def oidc_routes(oidc: Oidc, let_in: LetIn, refused: Refused | None = None) -> list[Route]:
    """
    Return the routes of a sign-in: where it begins, and where the provider sends people back.

    `?to=/console/desk` says where they want to go; only paths of this service are taken.
    What goes wrong is told by *refused*; without one it is raised, for the application to tell.
    """

    def told(endpoint: Endpoint) -> Endpoint:
        async def answer(request: Request) -> Response:
            try:
                return await endpoint(request)
            except RefusedError as error:
                if refused is None:
                    raise
                why = error
            return await refused(request, why)

        return answer

    async def begin(request: Request) -> Response:
        wanted = request.query_params.get("to", "")
        begun = await oidc.begin(wanted if _TO.fullmatch(wanted) else "")
        answer = RedirectResponse(begun.url, 303, {"cache-control": "no-store"})
        _set(oidc, answer, begun.sealed, PATIENCE)
        return answer

    async def callback(request: Request) -> Response:
        sealed = request.cookies.get(_name(oidc), "")
        person, to = await oidc.finish(dict(request.query_params), sealed)
        answer = await let_in(request, person, to)
        _set(oidc, answer, "", 0)
        answer.headers["cache-control"] = "no-store"
        return answer

    return [
        Route(BEGIN, told(begin), methods=["GET"]),
        Route(CALLBACK, told(callback), methods=["GET"]),
    ]


def onward(to: str) -> Response:
    """
    Return a page that goes on to *to*, a path of this service, by itself.

    A redirect would not do: a browser that comes from another site does not send a cookie with
    `SameSite=Strict` along while it is being redirected.
    """
    path = html.escape(to if _TO.fullmatch(to) else "/", quote=True)
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Signed in</title>'
        f'<meta http-equiv="refresh" content="0;url={path}">'
        f'<p>You are signed in. <a href="{path}">Go on</a></p></html>'
    )
    policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    return HTMLResponse(page, headers={"content-security-policy": policy})


def _secure(oidc: Oidc) -> bool:
    return oidc.settings.public_url.startswith("https://")


def _name(oidc: Oidc) -> str:
    # A browser takes a name with this prefix only from https, and for this host alone.
    return f"__Host-{_COOKIE}" if _secure(oidc) else _COOKIE


def _set(oidc: Oidc, answer: Response, value: str, seconds: int) -> None:
    answer.set_cookie(
        _name(oidc),
        value,
        max_age=seconds,
        path="/",
        secure=_secure(oidc),
        httponly=True,
        samesite="lax",  # it has to come back from another site
    )
