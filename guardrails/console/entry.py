"""Signing in, and out."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from guardrails.access.keys import Caller, Key
from guardrails.access.loopback import is_loopback
from guardrails.console.asked import PREFIX, places_of
from guardrails.console.console import Console
from guardrails.console.forms import form_of
from guardrails.console.pages import Pages
from guardrails.console.visits import LONGEST
from guardrails.errors import RefusedError

_NAME: Final = "candor-console"
_TO: Final = re.compile(r"/[A-Za-z0-9/_.:-]{0,200}")

Endpoint = Callable[[Request], Awaitable[Response]]


def cookie_of(request: Request) -> str | None:
    """Return the cookie that says who is signed in, or None."""
    return request.cookies.get(_name(request))


def _name(request: Request, suffix: str = "") -> str:
    # A browser takes a name with this prefix only from https, and for this host alone.
    prefix = "__Host-" if request.url.scheme == "https" else ""
    return f"{prefix}{_NAME}{suffix}"


def _set(request: Request, answer: Response, suffix: str, value: str, seconds: int) -> None:
    answer.set_cookie(
        _name(request, suffix),
        value,
        max_age=seconds,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def shown(console: Console, pages: Pages) -> Endpoint:
    """Return what shows the page to sign in on."""

    async def shows(request: Request) -> Response:
        _check_private(request)
        return _form(console, pages, request)

    return shows


def _form(
    console: Console, pages: Pages, request: Request, status: int = 200, error: str = ""
) -> Response:
    cookie = request.cookies.get(_name(request, "-door")) or console.visits.cookie()
    to = request.query_params.get("to", "")
    to = to if _TO.fullmatch(to) else ""
    answer = pages.response(
        "sign_in.html",
        status,
        token=console.visits.token(cookie),
        keyed=console.visits.keyed,
        open=console.open,
        provider=console.provider,
        error=error,
        prefix=PREFIX,
        to=to,
    )
    _set(request, answer, "-door", cookie, 3600)
    return answer


def tried(console: Console, pages: Pages) -> Endpoint:
    """Return what lets in whoever has a key."""

    async def tries(request: Request) -> Response:
        _check_private(request)
        form = await form_of(request)
        cookie = request.cookies.get(_name(request, "-door"), "")
        if not cookie or not console.visits.genuine(cookie, form.get("token", "")):
            said = "This form is old. Please try again."
            return _form(console, pages, request, 403, said)
        key = console.visits.key(form.get("key", ""))
        if key is None and not console.open:
            # Whoever has a key is let in all the same: nobody can lock others out.
            if console.tries.wait("sign-in"):
                said = "Too many wrong keys. Please wait a minute."
                return _form(console, pages, request, 429, said)
            said = "This is no valid key. Whoever runs this service makes keys."
            return _form(console, pages, request, 401, said)
        places = places_of(Caller(key))
        if not places:
            said = "This key is for an application. The console has no page for it."
            return _form(console, pages, request, 403, said)
        return _let_in(console, request, key, form.get("to", ""), places[0][1])

    return tries


def _let_in(console: Console, request: Request, key: Key | None, to: str, home: str) -> Response:
    answer = RedirectResponse(f"{PREFIX}{to}" if _TO.fullmatch(to) else home, 303)
    _set(request, answer, "", console.visits.open(key), LONGEST)
    return answer


def admitted(console: Console, request: Request, key: Key, answer: Response) -> None:
    """
    Let somebody in with *answer*, for whom a provider vouches; it gets the cookie of their visit.

    Args:
        console: The console.
        request: Theirs.
        key: What a key of theirs would be. Their visit ends when it does.
        answer: What they get.

    Raises:
        RefusedError: Others could read the cookie on the way.
    """
    _check_private(request)
    _set(request, answer, "", console.visits.open(key, vouched=True), LONGEST)


def turned_away(console: Console, pages: Pages, request: Request, error: RefusedError) -> Response:
    """Return the page to sign in on for somebody whom a provider sent and *error* keeps out."""
    said = f"{str(error)[:1].upper()}{str(error)[1:]}."
    try:
        _check_private(request)
    except RefusedError as insecure:
        return pages.response("problem.html", 403, said=str(insecure), status=403)
    return _form(console, pages, request, error.status, said)


def left(console: Console) -> Endpoint:
    """Return what signs somebody out."""

    async def leaves(request: Request) -> Response:
        cookie = cookie_of(request) or ""
        form = await form_of(request)
        if not console.visits.genuine(cookie, form.get("token", "")):
            raise RefusedError(403, "forged", "this form was not made for you: load the page again")
        console.visits.close(cookie)
        answer = RedirectResponse(f"{PREFIX}/sign-in", 303)
        _set(request, answer, "", "", 0)
        return answer

    return leaves


def _check_private(request: Request) -> None:
    """
    Do nothing if a key may be typed in: over https, or on this machine.

    Raises:
        RefusedError: Others could read it on the way.
    """
    host = request.url.hostname or ""
    if request.url.scheme == "https" or is_loopback(host):
        return
    said = (
        "the console is used over https: a proxy in front makes it, says X-Forwarded-Proto, and "
        "its address stands in FORWARDED_ALLOW_IPS unless it is 127.0.0.1"
    )
    raise RefusedError(403, "insecure", said)
