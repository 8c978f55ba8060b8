"""Every page with every role: who gets in, and who does not."""

from collections.abc import Callable

import pytest

from guardrails.access.roles import Role
from guardrails.console.app import PAGES
from tests.console.houses import House, Person

DESK = {Role.ON_CALL, Role.ADMIN}
LOG = {Role.AUDITOR, Role.INVESTIGATOR, Role.ADMIN}
BENCH = {Role.SAFETY, Role.ADMIN}
STAFF = {Role.ON_CALL, Role.SAFETY, Role.AUDITOR, Role.INVESTIGATOR, Role.ADMIN}
TABLE: dict[tuple[str, str], set[Role]] = {
    ("GET", "/desk"): DESK,
    ("GET", "/desk/queue"): DESK,
    ("POST", "/desk/pause"): DESK,
    ("POST", "/desk/resume"): DESK,
    ("POST", "/desk/drill"): DESK,
    ("GET", "/desk/{service}/{ticket}"): DESK,
    ("GET", "/desk/{service}/{ticket}/turns"): DESK,
    ("POST", "/desk/{service}/{ticket}/{act}"): DESK,
    ("GET", "/log"): LOG,
    ("GET", "/log/plots"): LOG,
    ("GET", "/log/verify"): LOG,
    ("POST", "/log/verify"): LOG,
    ("GET", "/log/replay"): LOG,
    ("POST", "/log/replay"): LOG,
    ("GET", "/log/export"): LOG,
    ("GET", "/log/report"): LOG,
    ("GET", "/log/record/{log}/{seq:int}"): LOG,
    ("GET", "/bench"): BENCH,
    ("GET", "/bench/{service}"): BENCH,
    ("POST", "/bench/{service}"): BENCH,
    ("POST", "/bench/{service}/lint"): BENCH,
    ("GET", "/bench/{service}/proposals"): BENCH,
    ("POST", "/bench/{service}/proposals"): {Role.SAFETY},
    ("GET", "/bench/{service}/proposals/{version}"): BENCH,
    ("GET", "/bench/{service}/proposals/{version}/{file}"): BENCH,
    ("GET", "/status"): STAFF,
}
FIELDS = {"/log/replay": {"policy": "nothing-of-that-name"}, "/log/verify": {"key": "none"}}


def real_of(path: str) -> str:
    """Return an address that *path* stands for."""
    path = path.replace(":int", "")
    return path.format(
        service="default",
        ticket="none",
        act="none",
        log="local",
        seq=0,
        version="none",
        file="none",
    )


def test_the_table_names_every_page() -> None:
    assert {(one.method, one.path) for one in PAGES} == set(TABLE)


@pytest.mark.parametrize("role", sorted(STAFF))
def test_every_page_lets_in_whom_the_table_says_and_nobody_else(
    role: Role, person: Callable[[Role], Person]
) -> None:
    who = person(role)
    token = who.token()
    for (method, path), allowed in TABLE.items():
        real = real_of(path)
        fields = {"token": token, **FIELDS.get(path, {})}
        answer = who.client.request(method, real, data=fields if method == "POST" else None)
        if role in allowed:
            assert answer.status_code in {200, 303, 400, 404}, (method, path, role)
        else:
            assert answer.status_code == 403, (method, path, role)
            assert "your role has no use of this page" in answer.text.lower(), (method, path)


def test_nobody_sees_a_page_without_signing_in(shared: House) -> None:
    who = Person(shared)
    for method, path in TABLE:
        real = real_of(path)
        answer = who.client.request(method, real, data={"x": "y"} if method == "POST" else None)
        if method == "POST":
            assert answer.status_code == 401, path
        else:
            assert answer.status_code == 303, path
            assert answer.headers["location"].startswith("/console/sign-in"), path


def test_a_page_shows_only_the_places_of_a_role(person: Callable[[Role], Person]) -> None:
    wanted = {
        Role.ON_CALL: ["Desk", "Status"],
        Role.SAFETY: ["Policy bench", "Status"],
        Role.AUDITOR: ["Log", "Status"],
        Role.INVESTIGATOR: ["Log", "Status"],
        Role.ADMIN: ["Desk", "Log", "Policy bench", "Status"],
    }
    for role, places in wanted.items():
        page = person(role).get("/status").text
        nav = page.partition("<nav")[2].partition("</nav>")[0]
        every = ("Desk", "Log", "Policy bench", "Status")
        assert [one for one in every if f">{one}</a>" in nav] == places


def test_each_role_comes_home_to_its_own_page(person: Callable[[Role], Person]) -> None:
    homes = {
        Role.ON_CALL: "/console/desk",
        Role.SAFETY: "/console/bench",
        Role.AUDITOR: "/console/log",
        Role.INVESTIGATOR: "/console/log",
        Role.ADMIN: "/console/desk",
    }
    for role, home in homes.items():
        assert person(role).get("/").headers["location"] == home
