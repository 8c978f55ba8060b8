"""How people come from their identity provider into the console."""

from __future__ import annotations

from typing import Final

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from guardrails.console.asked import PREFIX
from guardrails.console.console import Console, Provider
from guardrails.console.entry import admitted, turned_away
from guardrails.console.headers import Headed
from guardrails.console.pages import Pages
from guardrails.errors import RefusedError
from guardrails.gateway.measures import Measures
from guardrails.gateway.oidc import Oidc
from guardrails.gateway.oidc_people import OidcSettings, SignedIn
from guardrails.gateway.oidc_routes import BEGIN, oidc_routes, onward

_HOME: Final = f"{PREFIX}/"


def provider_of(settings: OidcSettings) -> Provider:
    """
    Return what the console's page to sign in on shows of a provider.

    The address is that of the service and not taken from a request: the cookie that comes back
    has to be set under the name that the provider sends people back to.
    """
    return Provider(settings.called, f"{settings.public_url.rstrip('/')}{BEGIN}")


def console_routes(console: Console, oidc: Oidc, measures: Measures) -> list[Route]:
    """
    Return the routes of a sign-in that leads into *console*.

    Who has a role gets a visit that ends with their shift; who is refused sees the page to sign
    in on, which says why. *measures* counts them by the reason.
    """
    pages = Pages()

    async def let_in(request: Request, person: SignedIn, to: str) -> Response:
        answer = onward(to if to.startswith(_HOME) else _HOME)
        admitted(console, request, person.key(console.now()), answer)
        return answer

    async def refused(request: Request, error: RefusedError) -> Response:
        measures.refused(error.code)
        return turned_away(console, pages, request, error)

    headed = [Middleware(Headed)]
    return [
        Route(one.path, one.endpoint, methods=["GET"], middleware=headed)
        for one in oidc_routes(oidc, let_in, refused)
    ]
