"""Signing in and out, what browsers are told, and forms that somebody else made."""

import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from guardrails.access.key_file import KeyFile, changing
from guardrails.access.keys import new_key, revoked
from guardrails.access.roles import Role
from guardrails.console.headers import POLICY
from guardrails.console.visits import LONGEST, MOST, Visits
from tests.console.houses import House, Person, house_in, token_in


def test_every_answer_tells_the_browser_to_load_nothing_of_others(
    shared: House, person: Callable[[Role], Person]
) -> None:
    who = person(Role.ADMIN)
    paths = ["/", "/sign-in", "/desk", "/log", "/bench/default", "/status", "/nothing"]
    for path in [*paths, "/static/console.css", "/static/console.js", "/desk/queue"]:
        answer = who.get(path)
        assert answer.headers["content-security-policy"] == POLICY, path
        assert answer.headers["x-frame-options"] == "DENY", path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert answer.headers["referrer-policy"] == "same-origin", path
        assert answer.headers["cache-control"] in {"no-store", "no-cache"}, path
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_no_page_holds_a_script_a_style_or_an_address_of_others(
    person: Callable[[Role], Person],
) -> None:
    who = person(Role.ADMIN)
    for path in ["/desk", "/log", "/log/plots", "/log/verify", "/bench/default", "/status"]:
        page = who.get(path).text
        assert re.findall(r"<script[^>]*>", page) == [
            '<script src="/console/static/console.js" defer>'
        ]
        assert "<style" not in page
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", page), path
        assert not re.search(r'(src|href|action)="(https?:)?//', page), path


def test_every_form_that_sends_carries_a_token(person: Callable[[Role], Person]) -> None:
    who = person(Role.ADMIN)
    for path in ["/desk", "/log/verify", "/log/replay", "/bench/default", "/status"]:
        page = who.get(path).text
        forms = re.findall(r'<form[^>]*method="post".*?</form>', page, re.DOTALL)
        assert forms
        assert all('name="token"' in form for form in forms), path


def test_the_cookie_is_for_this_site_and_no_script(shared: House) -> None:
    who = Person(shared)
    page = who.get("/sign-in")
    form = {"token": token_in(page.text), "key": shared.keys[Role.ON_CALL], "to": ""}
    for answer in (page, who.client.post("/sign-in", data=form)):
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert "path=/" in cookie
    assert "candor_" not in answer.headers["set-cookie"]


async def test_over_https_the_cookie_is_secure_and_for_this_host_alone(shared: House) -> None:
    transport = httpx.ASGITransport(shared.app)
    async with httpx.AsyncClient(transport=transport, base_url="https://desk.example") as client:
        page = await client.get("/console/sign-in")
        form = {"token": token_in(page.text), "key": shared.keys[Role.ON_CALL]}
        answer = await client.post("/console/sign-in", data=form)
        assert answer.status_code == 303
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-candor-console=")
        assert "; Secure" in cookie
        assert "Domain" not in cookie
        assert answer.headers["strict-transport-security"]
        assert (await client.get("/console/desk")).status_code == 200


async def test_no_key_is_typed_in_where_others_could_read_it(shared: House) -> None:
    transport = httpx.ASGITransport(shared.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://desk.example") as client:
        for answer in (
            await client.get("/console/sign-in"),
            await client.post("/console/sign-in", data={"key": "x"}),
        ):
            assert answer.status_code == 403
            assert "X-Forwarded-Proto" in answer.text


@pytest.mark.parametrize("key", ["", "candor_a_b", "x" * 5000])
def test_what_is_no_key_is_refused(shared: House, key: str) -> None:
    who = Person(shared)
    form = {"token": token_in(who.get("/sign-in").text), "key": key}
    answer = who.client.post("/sign-in", data=form)
    assert answer.status_code == 401
    assert "no valid key" in answer.text
    assert key == "" or key not in answer.text
    assert who.get("/desk").status_code == 303


def test_the_key_of_an_application_opens_no_page(shared: House) -> None:
    who = Person(shared)
    form = {"token": token_in(who.get("/sign-in").text), "key": shared.keys[Role.APPLICATION]}
    answer = who.client.post("/sign-in", data=form)
    assert answer.status_code == 403
    assert "for an application" in answer.text


def test_a_form_that_somebody_else_made_is_refused(
    shared: House, person: Callable[[Role], Person]
) -> None:
    who, other = person(Role.ADMIN), Person(shared, Role.ADMIN)
    posts = {
        "/desk/pause": {"reason": "incident"},
        "/desk/drill": {"service": "default"},
        f"{who.ticket('first')}/claim": {},
        "/log/verify": {},
        "/bench/default": {"do": "lint", "text": ""},
        "/sign-out": {},
    }
    for path, fields in posts.items():
        for token in ({}, {"token": ""}, {"token": "0" * 64}, {"token": other.token()}):
            answer = who.client.post(path, data={**fields, **token})
            assert answer.status_code == (403 if fields or token else 415), path
    assert who.get("/desk").status_code == 200


def test_signing_in_needs_a_form_of_ours_too(shared: House) -> None:
    who = Person(shared)
    who.get("/sign-in")
    answer = who.client.post("/sign-in", data={"key": shared.keys[Role.ADMIN], "token": "0" * 64})
    assert answer.status_code == 403
    assert Person(shared).client.post("/sign-in", data={"key": "x"}).status_code == 403


def test_what_is_no_form_is_refused(person: Callable[[Role], Person]) -> None:
    who = person(Role.ADMIN)
    assert who.client.post("/desk/pause", json={"reason": "incident"}).status_code == 415
    assert who.client.post("/desk/pause", data={"a": "x" * (2**21)}).status_code == 413
    many = {f"f{n}": "x" for n in range(60)}
    assert who.client.post("/desk/pause", data=many).status_code == 400


def test_after_signing_in_one_comes_where_one_wanted_to_go(shared: House) -> None:
    who = Person(shared)
    sent = who.get("/desk/default/abc-1")
    assert sent.headers["location"] == "/console/sign-in?to=/desk/default/abc-1"
    page = who.get("/sign-in?to=/desk/default/abc-1").text
    assert 'name="to" value="/desk/default/abc-1"' in page
    key = shared.keys[Role.ON_CALL]
    form = {"token": token_in(page), "key": key, "to": "/desk/default/abc-1"}
    answer = who.client.post("/sign-in", data=form)
    assert answer.headers["location"] == "/console/desk/default/abc-1"


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/a?b=c", "\\evil"])
def test_signing_in_leads_to_no_other_site(shared: House, to: str) -> None:
    who = Person(shared)
    page = who.get("/sign-in", params={"to": to}).text
    form = {"token": token_in(page), "key": shared.keys[Role.ON_CALL], "to": to}
    location = who.client.post("/sign-in", data=form).headers["location"]
    assert location.startswith("/console/")
    assert "evil" not in httpx.URL(location).host


def test_a_link_from_a_pager_asks_once_more_from_our_own_page(shared: House) -> None:
    who = Person(shared)
    answer = who.get("/desk/default/abc", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 200
    assert '<meta http-equiv="refresh" content="0">' in answer.text
    again = who.get("/desk/default/abc", headers={"sec-fetch-site": "same-origin"})
    assert again.status_code == 303


def test_who_signs_out_is_out(shared: House) -> None:
    who = Person(shared, Role.ON_CALL)
    cookie = who.client.cookies["candor-console"]
    assert who.post("/sign-out").status_code == 303
    who.client.cookies.set("candor-console", cookie)
    assert who.get("/desk").status_code == 303


def test_a_key_that_is_taken_back_ends_the_visit(shared: House) -> None:
    key, text = new_key("leaving", Role.ON_CALL, 1)
    with changing(shared.path) as keys:
        keys.append(key)
    who = Person(shared)
    form = {"token": token_in(who.get("/sign-in").text), "key": text}
    who.client.post("/sign-in", data=form)
    assert who.get("/desk").status_code == 200
    with changing(shared.path) as keys:
        keys[:] = revoked(keys, key.id, 2)
    assert who.get("/desk").status_code == 303
    assert who.get("/desk/queue", headers={"x-live": "1"}).status_code == 401


async def test_without_keys_this_machine_alone_goes_in(tmp_path: Path) -> None:
    one = house_in(tmp_path, keyed=False, small=True)
    transport = httpx.ASGITransport(one.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        page = await client.get("/console/sign-in")
        assert "from this machine alone" in page.text
        form = {"token": token_in(page.text)}
        answer = await client.post("/console/sign-in", data=form)
        assert answer.headers["location"] == "/console/desk"
        desk = await client.get("/console/desk")
        assert ">local<small>this machine</small>" in desk.text
    async with httpx.AsyncClient(transport=transport, base_url="http://evil.example") as client:
        assert (await client.get("/console/sign-in")).status_code == 403
    await one.guard.aclose()


async def test_too_many_wrong_keys_are_told_to_wait_and_a_right_one_is_let_in(
    tmp_path: Path,
) -> None:
    clock = Clock()  # no try is given back until it is put forward
    one = house_in(tmp_path, small=True, clock=clock)
    transport = httpx.ASGITransport(one.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:

        async def tried(key: str) -> httpx.Response:
            page = await client.get("/console/sign-in")
            form = {"token": token_in(page.text), "key": key}
            return await client.post("/console/sign-in", data=form)

        told = [(await tried("x")).status_code for _ in range(31)]
        right = await tried(one.keys[Role.ADMIN])
        clock.at += 2
        later = await tried("x")
    assert told == [401] * 30 + [429]
    assert right.status_code == 303
    assert later.status_code == 401
    await one.guard.aclose()


class Clock:
    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


def test_a_visit_ends_after_a_long_shift(tmp_path: Path) -> None:
    clock = Clock()
    key, text = new_key("ann", Role.ON_CALL, 1)
    with changing(tmp_path / "keys.json") as keys:
        keys.append(key)
    visits = Visits(KeyFile(tmp_path / "keys.json", clock), clock)
    cookie = visits.open(visits.key(text))
    clock.at += LONGEST - 1
    assert visits.find(cookie) is not None
    clock.at += 1
    assert visits.find(cookie) is None
    assert visits.find(None) is None


def test_the_oldest_visit_makes_room() -> None:
    visits = Visits(None, Clock())
    first = visits.open(None)
    for _ in range(MOST):
        visits.open(None)
    assert visits.find(first) is None
    assert visits.key("candor_a_b") is None


def test_a_token_is_for_one_visit() -> None:
    visits = Visits(None, Clock())
    assert visits.genuine("a", visits.token("a"))
    assert not visits.genuine("b", visits.token("a"))
    assert not visits.genuine("a", "ünicode")
    assert not Visits(None, Clock()).genuine("a", visits.token("a"))
