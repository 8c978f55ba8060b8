"""People sign in with a real provider, and nobody else does."""

import asyncio
import sys
import time
import tomllib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from guardrails.access.roles import Role
from guardrails.errors import ConfigurationError, RefusedError
from guardrails.gateway.oidc import PATIENCE, Oidc, oidc_of
from guardrails.gateway.oidc_people import SHIFT, OidcSettings, SignedIn, person_in
from guardrails.gateway.oidc_routes import BEGIN, oidc_routes, onward
from guardrails.gateway.settings import checked
from guardrails.sessions.keyring import new_key
from tests.identity import back_from, provided

US = "http://localhost:8000"
ROLES = {"candor-on-call": Role.ON_CALL, "candor-audit": Role.AUDITOR}

GROUPS = {"ruth": ["staff", "candor-on-call"], "omar": "candor-audit", "eve": ["staff"]}


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with provided(GROUPS) as url:
        yield url


def settings(issuer: str, **fields: Any) -> OidcSettings:
    values = {"issuer": issuer, "client_id": "candor", "public_url": US, "roles": ROLES, **fields}
    return OidcSettings(**values)


@dataclass
class Service:
    """An application that people sign in to, and a browser."""

    oidc: Oidc
    let_in: list[tuple[SignedIn, str]] = field(default_factory=list)

    def browser(self) -> httpx.AsyncClient:
        async def enter(_: Request, person: SignedIn, to: str) -> Response:
            self.let_in.append((person, to))
            answer = onward(to)
            answer.set_cookie("visit", "1", samesite="strict")
            return answer

        async def refused(_: Request, error: Exception) -> Response:
            assert isinstance(error, RefusedError)
            return JSONResponse({"code": error.code}, error.status)

        app = Starlette(
            routes=oidc_routes(self.oidc, enter), exception_handlers={RefusedError: refused}
        )
        return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=US)


async def signed_in(service: Service, sub: str, query: str = "") -> httpx.Response:
    async with service.browser() as browser:
        begun = await browser.get(f"{BEGIN}{query}")
        assert begun.status_code == 303
        return await browser.get(await back_from(begun.headers["location"], sub))


async def test_somebody_signs_in_with_the_role_of_their_group(provider: str) -> None:
    service = Service(Oidc(settings(provider), "secret"))
    answer = await signed_in(service, "ruth", "?to=/console/desk")
    assert answer.status_code == 200
    assert 'url=/console/desk"' in answer.text
    [(person, to)] = service.let_in
    assert (person.name, person.role, to) == ("ruth", Role.ON_CALL, "/console/desk")
    assert person.subject == f"{provider} ruth"
    cookies = answer.headers.get_list("set-cookie")
    assert any(one.startswith("visit=1") for one in cookies)
    assert any(one.startswith('candor-oidc="";') and "Max-Age=0" in one for one in cookies)


async def test_a_group_may_be_one_text(provider: str) -> None:
    service = Service(Oidc(settings(provider), "secret"))
    assert (await signed_in(service, "omar")).status_code == 200
    assert service.let_in[0][0].role is Role.AUDITOR


async def test_whoever_has_no_role_is_not_let_in(provider: str) -> None:
    service = Service(Oidc(settings(provider), "secret"))
    answer = await signed_in(service, "eve")
    assert (answer.status_code, answer.json()["code"]) == (403, "no_role")
    assert service.let_in == []


async def test_the_request_to_the_provider_is_as_the_standard_has_it(provider: str) -> None:
    begun = await Oidc(settings(provider), "secret").begin()
    query = {name: value[0] for name, value in parse_qs(urlsplit(begun.url).query).items()}
    assert query["response_type"] == "code"
    assert query["redirect_uri"] == f"{US}/signin/oidc/callback"
    assert query["code_challenge_method"] == "S256"
    assert len({query["state"], query["nonce"], query["code_challenge"]}) == 3
    assert query["state"] not in begun.sealed


async def test_a_provider_is_asked_for_the_password_each_time_if_the_settings_say_so(
    provider: str,
) -> None:
    for prompt, sent in ((None, None), ("login", "login"), ("select_account", "select_account")):
        begun = await Oidc(settings(provider, prompt=prompt), "secret").begin()
        assert httpx.URL(begun.url).params.get("prompt") == sent


def test_a_provider_is_called_by_its_name_or_else_by_its_host() -> None:
    assert settings(ISSUER).called == "id.example"
    assert settings(ISSUER, name="Example ID").called == "Example ID"


async def test_another_browser_cannot_go_on_with_it(provider: str) -> None:
    service = Service(Oidc(settings(provider), "secret"))
    async with service.browser() as one, service.browser() as other:
        begun = await one.get(BEGIN)
        back = await back_from(begun.headers["location"], "ruth")
        assert (await other.get(back)).status_code == 403  # no cookie
        await other.get(BEGIN)
        assert (await other.get(back)).json() == {"code": "sign_in_refused"}  # of another sign-in
        assert service.let_in == []
        assert (await one.get(back)).status_code == 200
        assert (await one.get(back)).status_code == 403  # the cookie is gone


async def test_a_code_is_good_once(provider: str) -> None:
    oidc = Oidc(settings(provider), "secret")
    begun = await oidc.begin()
    query = {
        name: value[0]
        for name, value in parse_qs(urlsplit(await back_from(begun.url, "ruth")).query).items()
    }
    assert (await oidc.finish(query, begun.sealed))[0].name == "ruth"
    with pytest.raises(RefusedError) as refused:
        await oidc.finish(query, begun.sealed)
    assert refused.value.code == "sign_in_refused"


async def test_two_processes_with_one_secret_go_on_with_each_others_sign_ins(provider: str) -> None:
    first, second = (Oidc(settings(provider), "secret", sealing=b"s" * 32) for _ in range(2))
    begun = await first.begin("/x")
    query = dict(httpx.URL(await back_from(begun.url, "ruth")).params)
    assert (await second.finish(query, begun.sealed))[1] == "/x"
    begun = await first.begin()
    query = dict(httpx.URL(await back_from(begun.url, "ruth")).params)
    with pytest.raises(RefusedError, match="another browser"):
        await Oidc(settings(provider), "secret").finish(query, begun.sealed)


async def test_somebody_who_takes_too_long_begins_again(provider: str) -> None:
    clock = [time.time()]
    oidc = Oidc(settings(provider), "secret", now=lambda: clock[0])
    begun = await oidc.begin()
    query = dict(httpx.URL(await back_from(begun.url, "ruth")).params)
    clock[0] += PATIENCE + 1
    with pytest.raises(RefusedError, match="too long"):
        await oidc.finish(query, begun.sealed)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"iss": "https://other.example"}, "another provider"),
        ({"code": None, "error": "access_denied"}, "did not let you in"),
        ({"state": "guessed"}, "not the sign-in"),
        ({"state": None}, "not the sign-in"),
    ],
)
async def test_an_answer_that_is_not_the_providers_is_refused(
    provider: str, change: dict[str, Any], said: str
) -> None:
    oidc = Oidc(settings(provider), "secret")
    begun = await oidc.begin()
    query: dict[str, Any] = dict(httpx.URL(await back_from(begun.url, "ruth")).params)
    changed = {name: one for name, one in {**query, **change}.items() if one is not None}
    with pytest.raises(RefusedError, match=said):
        await oidc.finish(changed, begun.sealed)


@pytest.mark.parametrize("to", ["https://evil.example", "//evil.example", '/"><script>', "x"])
async def test_nobody_is_sent_to_another_site(provider: str, to: str) -> None:
    service = Service(Oidc(settings(provider), "secret"))
    async with service.browser() as browser:
        begun = await browser.get(BEGIN, params={"to": to})
        answer = await browser.get(await back_from(begun.headers["location"], "ruth"))
    assert service.let_in[0][1] == ""
    assert 'url=/"' in answer.text
    assert "evil" not in onward(to).body.decode()  # type: ignore[union-attr]
    assert "<script>" not in onward(to).body.decode()  # type: ignore[union-attr]


def test_a_cookie_over_https_is_for_this_host_alone() -> None:
    service = Service(Oidc(settings("http://localhost:1", public_url="https://c.example"), "s"))
    service.oidc._metadata = {"authorization_endpoint": "http://localhost:1/a"}

    async def begun() -> httpx.Response:
        async with service.browser() as browser:
            return await browser.get(BEGIN)

    cookie = asyncio.run(begun()).headers["set-cookie"]
    assert cookie.startswith("__Host-candor-oidc=")
    assert {"Secure", "HttpOnly", "SameSite=lax"} <= set(cookie.split("; "))


KEY = RSAKey.generate_key(2048, {"kid": "1", "use": "sig"})
OTHER = RSAKey.generate_key(2048, {"kid": "1", "use": "sig"})
ISSUER = "https://id.example"


@dataclass
class Forger:
    """A provider whose answers a test makes up."""

    claims: dict[str, Any] = field(default_factory=dict)
    key: Any = field(default_factory=lambda: KEY)
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "1"})
    described: dict[str, Any] = field(default_factory=dict)
    token: Any = None
    nonce: str = ""
    published: list[Any] = field(default_factory=lambda: [KEY])
    keys_read: int = 0
    secret: str | None = "secret"

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        match request.url.path:
            case "/.well-known/openid-configuration":
                about = {
                    "issuer": ISSUER,
                    "authorization_endpoint": f"{ISSUER}/a",
                    "token_endpoint": f"{ISSUER}/t",
                    "jwks_uri": f"{ISSUER}/k",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
                return httpx.Response(200, json={**about, **self.described})
            case "/k":
                published = self.published[min(self.keys_read, len(self.published) - 1)]
                self.keys_read += 1
                return httpx.Response(200, json={"keys": [published.as_dict(private=False)]})
        sent = dict(httpx.QueryParams(request.content.decode()))
        assert sent.get("client_secret") == self.secret
        assert sent["client_id"] == "candor"
        if self.token is not None:
            return httpx.Response(200, json=self.token)
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "sub": "ruth",
            "aud": "candor",
            "exp": now + 60,
            "iat": now,
            "nonce": self.nonce,
            "groups": ["candor-on-call"],
            **self.claims,
        }
        kept = {name: value for name, value in claims.items() if value is not None}
        text = jwt.encode(self.header, kept, self.key, algorithms=["RS256", "HS256"])
        return httpx.Response(200, json={"id_token": text, "access_token": "a"})

    async def signs_in(self) -> SignedIn:
        async with httpx.AsyncClient(transport=httpx.MockTransport(self)) as client:
            oidc = Oidc(settings(ISSUER), self.secret, client=client)
            begun = await oidc.begin()
            query = dict(httpx.URL(begun.url).params)
            self.nonce = query["nonce"]
            return (await oidc.finish({"code": "c", "state": query["state"]}, begun.sealed))[0]


async def test_a_token_that_holds_is_taken() -> None:
    assert (await Forger().signs_in()).role is Role.ON_CALL


async def test_a_client_may_have_no_secret() -> None:
    assert (await Forger(secret=None).signs_in()).name == "ruth"


async def test_a_key_that_was_made_since_is_read_anew() -> None:
    forger = Forger(published=[OTHER, KEY])
    assert (await forger.signs_in()).name == "ruth"
    assert forger.keys_read == 2


@pytest.mark.parametrize(
    "forger",
    [
        Forger(key=OTHER),
        Forger(claims={"nonce": "another"}),
        Forger(claims={"nonce": None}),
        Forger(claims={"aud": "another"}),
        Forger(claims={"aud": ["candor", "another"]}),
        Forger(claims={"azp": "another"}),
        Forger(claims={"iss": "https://evil.example"}),
        Forger(claims={"exp": 1_000_000_000}),  # in 2001
        Forger(claims={"iat": 4_000_000_000}),  # in 2096
        Forger(claims={"sub": None}),
        Forger(claims={"at_hash": "wrong"}),
        Forger(key=OctKey.generate_key(256, {"kid": "1"}), header={"alg": "HS256", "kid": "1"}),
        Forger(token={"id_token": "no.token.at-all"}),
        Forger(token={"access_token": "a"}),
        Forger(token=["x"]),
    ],
    ids=lambda one: repr(one.claims or one.token or one.header)[:40],
)
async def test_a_token_that_does_not_hold_lets_nobody_in(forger: Forger) -> None:
    with pytest.raises(RefusedError) as refused:
        await forger.signs_in()
    assert refused.value.code == "sign_in_refused"


@pytest.mark.parametrize("described", [{"issuer": "https://evil.example"}, {"jwks_uri": None}])
async def test_a_provider_that_describes_another_is_not_asked(described: dict[str, Any]) -> None:
    with pytest.raises(RefusedError) as refused:
        await Forger(described=described).signs_in()
    assert (refused.value.status, refused.value.code) == (503, "sign_in_unavailable")


@pytest.fixture
async def broken() -> AsyncIterator[Oidc]:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/t":
            raise httpx.ConnectError("")
        return httpx.Response(200 if request.url.path == "/list" else 500, json=[])

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
        yield Oidc(settings(ISSUER), "secret", client=client)


async def test_a_provider_that_cannot_be_reached_is_told(broken: Oidc) -> None:
    with pytest.raises(RefusedError, match="HTTPStatusError"):
        await broken.begin()
    assert await broken._json(f"{ISSUER}/list") == {}
    broken._metadata = {"token_endpoint": f"{ISSUER}/t"}
    with pytest.raises(RefusedError, match="ConnectError"):
        await broken._token("c", "v")


def test_a_name_that_the_log_cannot_hold_becomes_a_short_one() -> None:
    claims = {"iss": ISSUER, "sub": "ruth", "groups": "candor-audit", "email": "r h@x"}
    for claim in ("email", "missing"):
        person = person_in(claims, settings(ISSUER, name_claim=claim))
        assert person.name.startswith("oidc-")
    for odd in (None, 5, ["candor-audit", 5], {"candor-audit": 1}):
        with pytest.raises(RefusedError):
            person_in({**claims, "groups": odd}, settings(ISSUER))


def test_of_several_roles_the_first_of_the_settings_counts() -> None:
    claims = {"iss": ISSUER, "sub": "r", "groups": ["candor-audit", "candor-on-call"]}
    assert person_in(claims, settings(ISSUER)).role is Role.ON_CALL


def test_a_person_has_what_a_key_of_theirs_would_have_for_one_shift() -> None:
    key = SignedIn("s", "ruth", Role.ON_CALL).key(1_000.5)
    assert (key.name, key.role, key.created, key.expires) == (
        "ruth",
        Role.ON_CALL,
        1_000,
        1_000 + SHIFT,
    )
    assert key.live(1_001)
    assert not key.live(1_001 + SHIFT)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"issuer": "http://id.example"}, "begins with https"),
        ({"public_url": "ftp://c.example"}, "begins with https"),
        ({"roles": {"x": "application"}}, "is for services"),
        ({"roles": {"x": "king"}}, "roles"),
        ({"roles": {}}, "roles"),
        ({"scope": "profile"}, "openid"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_wrong_settings_are_told(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        settings(**{"issuer": ISSUER, **fields})


def test_the_settings_in_the_docstring_are_settings() -> None:
    shown = (OidcSettings.__doc__ or "").split("\n\n")[1]
    value = tomllib.loads("\n".join(line.strip() for line in shown.splitlines()))
    assert OidcSettings.model_validate(value["sign_in"]).callback.endswith("/signin/oidc/callback")


async def test_secrets_are_read_from_the_environment_by_name() -> None:
    names = {"client_secret_env": "SECRET", "sealing_key_env": "SEAL"}
    environ = {"SECRET": "s", "SEAL": new_key()}
    oidc, other = (oidc_of(settings(ISSUER, **names), environ) for _ in range(2))
    oidc._metadata = {"authorization_endpoint": f"{ISSUER}/a"}
    sealed = (await oidc.begin("/x")).sealed
    assert other._opened(sealed)["to"] == "/x"
    assert oidc_of(settings(ISSUER), {})
    for wrong in ({}, {"SECRET": "s"}, {**environ, "SEAL": "short"}, {**environ, "SEAL": "&"}):
        with pytest.raises(ConfigurationError, match="sign_in: "):
            oidc_of(settings(ISSUER, **names), wrong)


def test_a_gateways_settings_may_have_a_sign_in() -> None:
    route = {"policy": "companion", "upstream": "http://localhost:1/v1"}
    sign_in = {"issuer": ISSUER, "client_id": "c", "public_url": US, "roles": {"x": "auditor"}}
    value = {"routes": {"default": route}, "sign_in": sign_in}
    made = checked(value, "gateway.toml")
    assert made.sign_in is not None
    assert made.sign_in.roles == {"x": Role.AUDITOR}
    with pytest.raises(ConfigurationError, match=r"gateway\.toml: sign_in"):
        checked({**value, "sign_in": {**sign_in, "issuer": "http://id"}}, "gateway.toml")


def test_without_authlib_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "authlib", None)
    with pytest.raises(ConfigurationError, match=r"candor-guardrails\[oidc\]"):
        Oidc(settings(ISSUER), "secret")
