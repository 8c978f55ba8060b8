"""One request of somebody who is signed in, and the ways to answer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from guardrails.access.keys import Caller
from guardrails.access.roles import Permission
from guardrails.console.console import Console, Service
from guardrails.console.pages import Pages
from guardrails.errors import RefusedError

PREFIX: Final = "/console"
"""What the addresses of all pages begin with."""

PLACES: Final = (
    (Permission.DESK, "Desk", f"{PREFIX}/desk"),
    (Permission.LOG, "Log", f"{PREFIX}/log"),
    (Permission.BENCH, "Policy bench", f"{PREFIX}/bench"),
    (Permission.STATUS, "Status", f"{PREFIX}/status"),
)
"""What a page asks for, its name, and its address; the first that a role has is its home."""


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What a handler gets.

    Attributes:
        console: The console.
        pages: Its templates.
        request: What was asked.
        caller: Who asks.
        token: For the forms of the answer.
        form: The fields that were sent; empty unless something was.
    """

    console: Console
    pages: Pages = field(repr=False)
    request: Request = field(repr=False)
    caller: Caller
    token: str = field(repr=False)
    form: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def by(self) -> str:
        """Who asks, as records name them."""
        return self.caller.name or "local"

    @property
    def service(self) -> Service:
        """
        The service that the address names.

        Raises:
            RefusedError: There is none of that name, or the key is not for it.
        """
        return self.service_of(str(self.request.path_params["service"]))

    def service_of(self, name: str) -> Service:
        """Return the service *name*; raises the same."""
        found = self.console.services.get(name)
        if found is None:
            raise RefusedError(404, "not_found", "there is no such service")
        if not self._may_use(found):
            raise RefusedError(403, "forbidden", "this key is not for this service")
        return found

    @property
    def services(self) -> list[Service]:
        """Every service that the key is for."""
        return [one for one in self.console.services.values() if self._may_use(one)]

    def _may_use(self, service: Service) -> bool:
        return any(self.caller.may_use(route) for route in service.routes)

    def field(self, name: str, longest: int = 200) -> str:
        """
        Return the field *name* of the form, without blanks around it; empty if it is not there.

        Raises:
            RefusedError: It has more than *longest* characters.
        """
        value = self.form.get(name, "").strip()
        if len(value) > longest:
            said = f"{name}: at most {longest:,} characters"
            raise RefusedError(400, "invalid_value", said, param=name)
        return value

    def page(self, template: str, code: int = 200, /, **values: Any) -> Response:  # noqa: ANN401
        """Return the page *template* with *values*, and the HTTP status *code*."""
        role = None if self.caller.key is None else str(self.caller.key.role)
        shared = {
            "name": self.by,
            "role": role or "this machine",
            "places": places_of(self.caller),
            "token": self.token,
            "now": int(self.console.now()),
        }
        return self.pages.response(template, code, **shared, **values)

    def to(self, path: str) -> Response:
        """Return an answer that leads to another page of the console."""
        return RedirectResponse(f"{PREFIX}{path}", 303)


def places_of(caller: Caller) -> list[tuple[str, str]]:
    """Return name and address of each page that *caller* may see."""
    return [(name, path) for permission, name, path in PLACES if caller.may(permission)]
