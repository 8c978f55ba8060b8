"""People come into the console from a real identity provider, and see what their role may see."""

import shutil
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from guardrails.access.keys import Key
from guardrails.access.roles import Role
from guardrails.console.headers import POLICY
from guardrails.console.visits import LONGEST, Visits
from guardrails.errors import ConfigurationError
from guardrails.gateway.oidc_console import provider_of
from guardrails.gateway.oidc_people import SHIFT
from guardrails.ledger.memory import MemoryLog
from tests.console.houses import House, house_in, token_in
from tests.console.test_roles import FIELDS, STAFF, TABLE, real_of
from tests.identity import back_from, provided
from tests.serving import served

US = "http://localhost:8000"
BUTTON = "Sign in with Example ID"
ROLES = {f"candor-{role}": str(role) for role in sorted(STAFF)}
PEOPLE = {f"p-{role}": ["staff", f"candor-{role}"] for role in sorted(STAFF)}


class Clock:
    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with provided({**PEOPLE, "eve": ["staff"]}) as url:
        yield url


def sign_in_of(issuer: str, **fields: Any) -> dict[str, Any]:
    return {
        "issuer": issuer,
        "client_id": "candor",
        "client_secret_env": "SECRET",
        "public_url": US,
        "roles": ROLES,
        "name": "Example ID",
        **fields,
    }


def small(folder: Path, issuer: str, **options: Any) -> House:
    sign_in = options.pop("sign_in", sign_in_of(issuer))
    options = {"environ": {"SECRET": "secret"}, **options}
    return house_in(folder, small=True, sign_in=sign_in, **options)


@pytest.fixture
async def clock() -> Clock:
    return Clock()


@pytest.fixture
async def house(tmp_path: Path, provider: str, clock: Clock) -> AsyncIterator[House]:
    one = small(tmp_path, provider, now=clock)
    yield one
    await one.guard.aclose()


def browser_of(house: House, url: str = US) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(house.app), base_url=url)


async def enters(browser: httpx.AsyncClient, sub: str, to: str = "") -> httpx.Response:
    """Follow the button of the page to sign in on, and come back as *sub*."""
    page = await browser.get(f"/console/sign-in{to and f'?to={to}'}")
    begins = page.text.partition('class="button main" href="')[2].partition('"')[0]
    begun = await browser.get(begins)
    assert begun.status_code == 303, begun.text
    return await browser.get(await back_from(begun.headers["location"], sub))


async def test_somebody_comes_in_with_the_role_of_their_group(house: House) -> None:
    async with browser_of(house) as browser:
        page = await browser.get("/console/sign-in")
        assert f">{BUTTON}</a>" in page.text
        assert 'name="key"' in page.text
        answer = await enters(browser, "p-on-call", "/desk")
        assert answer.status_code == 200, answer.text
        assert 'url=/console/desk"' in answer.text
        assert answer.headers["content-security-policy"] == POLICY
        cookies = [one.lower() for one in answer.headers.get_list("set-cookie")]
        [visit] = [one for one in cookies if one.startswith("candor-console=")]
        assert {"httponly", "samesite=strict", "path=/"} <= set(visit.split("; "))
        desk = await browser.get("/console/desk")
        assert ">p-on-call<small>on call</small>" in desk.text
        assert (await browser.get("/console/log")).status_code == 403
        home = await browser.get("/console/")
        assert home.headers["location"] == "/console/desk"


async def test_the_table_of_roles_and_pages_holds_for_them_too(house: House) -> None:
    for role in (Role.ON_CALL, Role.SAFETY, Role.AUDITOR):  # between them every page is somebody's
        async with browser_of(house) as browser:
            assert (await enters(browser, f"p-{role}")).status_code == 200
            token = token_in((await browser.get("/console/status")).text)
            for (method, path), allowed in TABLE.items():
                sent = {"token": token, **FIELDS.get(path, {})} if method == "POST" else None
                answer = await browser.request(method, f"/console{real_of(path)}", data=sent)
                refused = "your role has no use of this page" in answer.text.lower()
                assert refused == (role not in allowed), (method, path, role)
                assert (answer.status_code == 403) == refused, (method, path, role)


async def test_what_the_log_says_of_somebody_is_their_name(tmp_path: Path, provider: str) -> None:
    log = MemoryLog()
    one = small(tmp_path, provider, log=log)
    async with browser_of(one) as browser:
        await enters(browser, "p-admin")
        token = token_in((await browser.get("/console/desk")).text)
        form = {"token": token, "reason": "incident"}
        assert (await browser.post("/console/desk/pause", data=form)).status_code == 303
    await one.guard.aclose()
    assert any("p-admin" in repr(record) for record in log.records)


async def test_somebody_without_a_role_is_refused_kindly(house: House) -> None:
    async with browser_of(house) as browser:
        answer = await enters(browser, "eve")
        assert answer.status_code == 403
        assert "You are signed in, but no role here is yours: ask whoever runs" in answer.text
        assert BUTTON in answer.text
        assert answer.headers["content-security-policy"] == POLICY
        assert (await browser.get("/console/desk")).status_code == 303
        # The page of the refusal is one to sign in on: a key is taken there.
        form = {"token": token_in(answer.text), "key": house.keys[Role.ON_CALL]}
        assert (await browser.post("/console/sign-in", data=form)).status_code == 303
    assert 'code="no_role"' in house.deployment.measures.text().decode()


async def test_an_answer_from_nowhere_is_told_on_the_page_to_sign_in_on(house: House) -> None:
    async with browser_of(house) as browser:
        answer = await browser.get("/signin/oidc/callback?state=x&code=y")
        assert answer.status_code == 403
        assert "please sign in again." in answer.text


async def test_a_provider_that_is_away_leaves_the_key(tmp_path: Path) -> None:
    one = small(tmp_path, "http://127.0.0.1:9")
    async with browser_of(one) as browser:
        answer = await browser.get("/signin/oidc")
        assert answer.status_code == 503
        assert "try again, or sign in with a key." in answer.text
        assert 'name="key"' in answer.text
    await one.guard.aclose()


async def test_who_signs_out_is_out(house: House) -> None:
    async with browser_of(house) as browser:
        await enters(browser, "p-auditor")
        cookie = browser.cookies["candor-console"]
        token = token_in((await browser.get("/console/status")).text)
        assert (await browser.post("/console/sign-out", data={"token": token})).status_code == 303
        browser.cookies.set("candor-console", cookie)
        assert (await browser.get("/console/status")).status_code == 303


async def test_a_visit_ends_with_the_shift(house: House, clock: Clock) -> None:
    async with browser_of(house) as browser:
        await enters(browser, "p-auditor")
        clock.ahead = SHIFT - 60
        assert (await browser.get("/console/log")).status_code == 200
        clock.ahead = SHIFT + 60
        assert (await browser.get("/console/log")).headers["location"].endswith("?to=/log")
        token = {"token": "0" * 64}
        assert (await browser.post("/console/log/verify", data=token)).status_code == 401


async def test_nobody_is_sent_past_the_console(house: House) -> None:
    async with browser_of(house) as browser:
        begun = await browser.get("/signin/oidc?to=/v1/models")
        back = await back_from(begun.headers["location"], "p-safety")
        assert 'url=/console/"' in (await browser.get(back)).text


async def test_over_plain_http_from_elsewhere_nobody_is_let_in(
    tmp_path: Path, provider: str
) -> None:
    url = "https://desk.example"
    one = small(tmp_path, provider, sign_in=sign_in_of(provider, public_url=url))
    async with browser_of(one, url) as browser:
        begun = await browser.get("/signin/oidc")
        back = await back_from(begun.headers["location"], "p-safety")
        sealed = browser.cookies["__Host-candor-oidc"]
        plain = back.replace("https://", "http://")
        answer = await browser.get(plain, headers={"cookie": f"__Host-candor-oidc={sealed}"})
        assert answer.status_code == 403
        assert "X-Forwarded-Proto" in answer.text
        assert "candor-console" not in str(answer.headers)
        answer = await enters(browser, "p-safety")
        cookies = answer.headers.get_list("set-cookie")
        assert any(one.startswith("__Host-candor-console=") for one in cookies)
        assert (await browser.get("/console/bench")).status_code in {200, 303}
    await one.guard.aclose()


async def test_with_a_provider_and_no_keys_everybody_signs_in(
    tmp_path: Path, provider: str
) -> None:
    one = small(tmp_path, provider, keyed=False)
    async with browser_of(one) as browser:
        page = (await browser.get("/console/sign-in")).text
        assert BUTTON in page
        assert "<form" not in page
        # Nobody gets round it with a form of their own.
        door = browser.cookies["candor-console-door"]
        form = {"token": one.deployment.console.visits.token(door)}  # type: ignore[union-attr]
        assert (await browser.post("/console/sign-in", data=form)).status_code == 401
        assert (await browser.get("/console/status")).status_code == 303
        await enters(browser, "p-safety")
        assert ">p-safety<small>safety</small>" in (await browser.get("/console/status")).text
        assert (await browser.get("/console/desk")).status_code == 403
    await one.guard.aclose()


async def test_without_a_provider_there_is_no_such_address(tmp_path: Path) -> None:
    one = house_in(tmp_path, small=True, log=MemoryLog())
    async with browser_of(one) as browser:
        assert (await browser.get("/signin/oidc")).status_code == 404
        assert "Sign in with" not in (await browser.get("/console/sign-in")).text
    await one.guard.aclose()


def test_a_secret_that_is_not_there_is_told_before_anything_is_served(tmp_path: Path) -> None:
    sign_in = sign_in_of("https://id.example", client_secret_env="NOT_THERE")
    with pytest.raises(ConfigurationError, match="sign_in: the environment has no NOT_THERE"):
        small(tmp_path, "", sign_in=sign_in)


def test_a_visit_of_a_key_that_is_in_no_file_is_its_own() -> None:
    at = [1000.0]
    visits = Visits(None, lambda: at[0])
    key = Key("oidc-1", "ruth", Role.AUDITOR, "", 1000, 1000 + LONGEST // 2)
    cookie = visits.open(key, vouched=True)
    assert visits.open(key) != cookie
    found = visits.find(cookie)
    assert found is not None
    assert (found.name, found.key) == ("ruth", key)
    assert visits.find(visits.open(key)) is None  # it is not in the file
    at[0] += LONGEST // 2
    assert visits.find(cookie) is None


def test_in_chromium_somebody_comes_from_another_site_and_leaves(
    tmp_path: Path, provider: str
) -> None:
    chromium = shutil.which("chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: `make lint`")
    if chromium is None:
        pytest.skip("needs Debian's chromium: apt-get install")
    from tests.console.test_browser import Visitor

    shots = Path(__file__).parents[2] / "build" / "console"
    shots.mkdir(parents=True, exist_ok=True)

    one = small(tmp_path, provider)
    with served(one.app) as url, sync_api.sync_playwright() as engine:
        # 127.0.0.1 is another site than localhost, where the provider is.
        assert one.deployment.sign_in is not None
        assert one.deployment.console is not None
        there = one.deployment.sign_in.settings.model_copy(update={"public_url": url})
        one.deployment.sign_in.settings = there
        one.deployment.console.provider = provider_of(there)
        one.url = url
        browser = engine.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        visitor = Visitor(browser.new_page(), one, shots)
        page = visitor.page
        page.route("https://**", lambda route: route.abort())  # the style of the provider's page
        visitor.goto("/log")
        visitor.shot("sign-in-provider")
        page.get_by_role("link", name=BUTTON).click()
        page.locator("input[name=sub]").fill("p-auditor")
        page.get_by_role("button", name="Authorize").click()
        page.get_by_role("heading", name="Log", level=1).wait_for()
        places = page.get_by_role("navigation", name="Pages").get_by_role("link")
        assert places.all_inner_texts() == ["Log", "Status"]
        page.get_by_role("button", name="Sign out").click()
        page.get_by_role("link", name=BUTTON).click()
        page.locator("input[name=sub]").fill("eve")
        page.get_by_role("button", name="Authorize").click()
        page.get_by_text("no role here is yours").wait_for()
        visitor.shot("sign-in-no-role")
        browser.close()
    assert [one for one in visitor.complaints if not one.startswith("asked ")] == []
