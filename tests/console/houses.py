"""A gateway with its console, a key for each role and conversations to look after, for tests."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette

from guardrails.access.key_file import changing
from guardrails.access.keys import new_key
from guardrails.access.roles import Role
from guardrails.gateway.app import gateway_app
from guardrails.gateway.building import built
from guardrails.gateway.deployment import Deployment
from guardrails.gateway.settings import checked
from guardrails.guard import Guard
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.store import FileLog
from guardrails.policy.ready import load_policy
from tests.gateway.gates import Upstream, saying
from tests.guards import guard
from tests.serving import served

MADE = 1_764_000_000
PATIENCE = 60.0  # seconds; a machine may be slow


class Quiet:
    """A channel that takes every notice."""

    def __init__(self) -> None:
        self.notices: list[Any] = []

    async def send(self, notice: Any) -> None:
        self.notices.append(notice)


def keys_in(path: Path) -> dict[Role, str]:
    """Write a key for each role and return them."""
    pairs = {role: new_key(f"{role}-1", role, MADE) for role in Role}
    with changing(path) as keys:
        keys.extend(key for key, _ in pairs.values())
    return {role: text for role, (_, text) in pairs.items()}


@dataclass
class House:
    """A gateway that is put together, and what is in it."""

    app: Starlette
    deployment: Deployment
    keys: dict[Role, str]
    path: Path
    channel: Quiet
    url: str = ""
    cookies: dict[Role, httpx.Cookies] = field(default_factory=dict)
    clients: list[httpx.Client] = field(default_factory=list)

    @property
    def guard(self) -> Guard:
        return next(iter(self.deployment.routes.values())).guard

    def say(self, text: str, session: str = "s-1", **headers: str) -> dict[str, Any]:
        """Have a person say *text* through the gateway, and return the answer."""
        answer = httpx.post(
            f"{self.url}/v1/chat/completions",
            json={"model": "m", "messages": [{"role": "user", "content": text}]},
            headers={
                "authorization": f"Bearer {self.keys[Role.APPLICATION]}",
                "x-candor-session": session,
                "x-candor-country": "GB",
                **headers,
            },
            timeout=PATIENCE,
        )
        assert answer.status_code == 200, answer.text
        return dict(json.loads(answer.text))


def house_in(
    folder: Path,
    upstream: str = "http://127.0.0.1:9/v1",
    *,
    policy: str = "companion",
    keyed: bool = True,
    log: DecisionLog | None = None,
    routes: dict[str, Any] | None = None,
    small: bool = False,
    sign_in: dict[str, Any] | None = None,
    environ: Mapping[str, str] | None = None,
    make_guard: Callable[[str, DecisionLog], Guard] | None = None,
    **options: Any,
) -> House:
    """
    Return a gateway whose files lie in *folder*; it is served by whoever asks for it.

    One that is *small* has guards for tests, which take no time to load.
    """
    path, channel = folder / "keys.json", Quiet()
    keys = keys_in(path)
    value = routes or {"default": {"policy": policy}}
    given: dict[str, Any] = {
        "routes": {n: {"upstream": upstream, **of} for n, of in value.items()},
        "sign_in": sign_in,
    }
    settings = checked(given, "")

    def guarded(name: str, its: DecisionLog) -> Guard:
        if small:
            return guard(log=its)
        channels = dict.fromkeys(load_policy(name).channels, channel)
        return Guard(name, its, channels=channels)

    deployment, close = built(
        settings,
        FileLog(folder / "log", origin="local") if log is None else log,
        make_guard or guarded,
        environ or {},
        keys=path if keyed else None,
        **options,
    )
    deployment.local = not keyed
    return House(gateway_app(deployment, close), deployment, keys, path, channel)


@contextmanager
def house(folder: Path, reply: str = "I am here to help.", **options: Any) -> Iterator[House]:
    """Serve a gateway with its console on this machine."""
    with served(Upstream(saying(reply)).app()) as model:
        one = house_in(folder, f"{model}/v1", **options)
        with served(one.app) as url:
            one.url = url
            yield one


class Person:
    """Somebody who is signed in, without a browser."""

    def __init__(self, house: House, role: Role | None = None, *, again: bool = False) -> None:
        self.house = house
        self._token = ""
        self.client = httpx.Client(base_url=f"{house.url}/console", timeout=PATIENCE)
        house.clients.append(self.client)
        if again and role in house.cookies:
            self.client.cookies = house.cookies[role]
        elif role is not None:
            page = self.client.get("/sign-in").text
            form = {"token": token_in(page), "key": house.keys[role], "to": ""}
            answer = self.client.post("/sign-in", data=form)
            assert answer.status_code == 303, answer.text
            if again:
                house.cookies[role] = self.client.cookies

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.client.get(path, **options)

    def token(self) -> str:
        """Return the token of the forms, as the status page holds it, which every role sees."""
        if not self._token:
            self._token = token_in(self.get("/status").text)
        return self._token

    def post(self, path: str, **fields: str) -> httpx.Response:
        return self.client.post(path, data={"token": self.token(), **fields})

    def ticket(self, conversation: str) -> str:
        """Return the path of the ticket of *conversation* of the application."""
        page = self.get("/desk").text
        found = re.findall(r'href="/console(/desk/[^"]+)">\s*<span class="name">([^<]*)<', page)
        [path] = [path for path, name in found if name == f"application-1/{conversation}"]
        return str(path)


def token_in(page: str) -> str:
    """Return the token that the first form of *page* carries."""
    found = re.search(r'name="token" value="([0-9a-f]{64})"', page)
    assert found is not None, page
    return found[1]
