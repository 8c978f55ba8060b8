"""Every endpoint with every role: who gets in, and who does not."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute

from guardrails.access.key_file import changing
from guardrails.access.keys import new_key, revoked
from guardrails.access.roles import Role
from guardrails.gateway.admission import Limits
from guardrails.gateway.app import gateway_app
from tests.gateway.gates import made

NOW = 1_795_000_000
EVERYBODY = {*Role, None}
APPLICATION = {Role.APPLICATION}
STAFF = {Role.ON_CALL, Role.SAFETY, Role.AUDITOR, Role.INVESTIGATOR, Role.ADMIN}
TABLE: dict[tuple[str, str], set[Role | None]] = {
    ("GET", "/healthz"): EVERYBODY,
    ("GET", "/readyz"): EVERYBODY,
    ("GET", "/openapi.json"): EVERYBODY,
    ("GET", "/metrics"): {Role.ON_CALL, Role.SAFETY, Role.ADMIN},
    ("GET", "/candor/v1/status"): {*STAFF},
    ("POST", "/candor/v1/watch/clear"): {Role.ON_CALL},
    ("POST", "/v1/chat/completions"): {*APPLICATION},
    ("POST", "/v1/responses"): {*APPLICATION},
    ("GET", "/v1/models"): {*APPLICATION},
    ("GET", "/v1/models/{model:path}"): {*APPLICATION},
    ("POST", "/other/v1/chat/completions"): {*APPLICATION},
    ("POST", "/other/v1/responses"): {*APPLICATION},
    ("GET", "/other/v1/models"): {*APPLICATION},
    ("GET", "/other/v1/models/{model:path}"): {*APPLICATION},
}
ROUTES: dict[str, dict[str, Any]] = {
    "default": {"policy": "test", "models": ["tiny"]},
    "other": {"policy": "test", "models": ["tiny"]},
}
NOWHERE = "http://127.0.0.1:9/v1"


class House:
    """A gateway with a key for each role."""

    def __init__(self, folder: Path, **options: Any) -> None:
        self.path = folder / "keys.json"
        pairs = {role: new_key(str(role), role, NOW) for role in Role}
        with changing(self.path) as keys:
            keys.extend(key for key, _ in pairs.values())
        self.keys = {role: key for role, (key, _) in pairs.items()}
        self.texts = {role: text for role, (_, text) in pairs.items()}
        self.deployment, self.close, self.log = made(
            NOWHERE, routes=ROUTES, keys=self.path, now=lambda: NOW, **options
        )
        self.app = gateway_app(self.deployment, self.close)
        transport = httpx.ASGITransport(self.app)
        self.client = httpx.AsyncClient(transport=transport, base_url="http://gate")

    async def ask(self, method: str, path: str, role: Role | None, **options: Any) -> Any:
        if role is not None:
            options["headers"] = {"authorization": f"Bearer {self.texts[role]}"}
        return await self.client.request(method, path.replace("{model:path}", "tiny"), **options)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def endpoints(house: House) -> set[tuple[str, str]]:
    found = {("GET", "/openapi.json")}
    for route in house.app.routes:
        if isinstance(route, APIRoute):
            found |= {(method, route.path) for method in route.methods}
    return found


async def test_every_endpoint_lets_in_whom_the_table_says_and_nobody_else(house: House) -> None:
    assert endpoints(house) == set(TABLE)
    for (method, path), allowed in TABLE.items():
        for role in (*Role, None):
            options = {"json": {}} if method == "POST" else {}
            answer = await house.ask(method, path, role, **options)
            if role in allowed:
                assert answer.status_code in {200, 400}, (method, path, role)
                assert answer.status_code == 200 or method == "POST", (method, path, role)
            else:
                wanted = 401 if role is None else 403
                assert answer.status_code == wanted, (method, path, role)
                assert answer.json()["error"]["message"], (method, path, role)


async def test_a_key_that_is_taken_back_is_refused_from_the_next_request_on(house: House) -> None:
    assert (await house.ask("GET", "/v1/models", Role.APPLICATION)).status_code == 200
    with changing(house.path) as keys:
        keys[:] = revoked(keys, house.keys[Role.APPLICATION].id, NOW)
    answer = await house.ask("GET", "/v1/models", Role.APPLICATION)
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "invalid_api_key"
    assert answer.json()["error"]["type"] == "authentication_error"


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic eA==", "Bearer candor_a_b"])
async def test_what_is_no_key_is_refused(house: House, header: str) -> None:
    answer = await house.client.get("/v1/models", headers={"authorization": header})
    assert answer.status_code == 401


async def test_a_key_for_one_route_is_refused_on_another(house: House) -> None:
    key, text = new_key("one", Role.APPLICATION, NOW, routes=["other"])
    with changing(house.path) as keys:
        keys.append(key)
    headers = {"authorization": f"bearer {text}"}
    assert (await house.client.get("/other/v1/models", headers=headers)).status_code == 200
    answer = await house.client.get("/v1/models", headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forbidden")


async def test_a_key_that_is_used_too_often_is_told_when_to_come_again(tmp_path: Path) -> None:
    house = House(tmp_path, limits=Limits(per_minute=2), clock=lambda: 5.0)
    codes = [(await house.ask("GET", "/v1/models", Role.APPLICATION)).status_code for _ in range(2)]
    late = await house.ask("GET", "/v1/models", Role.APPLICATION)
    assert codes == [200, 200]
    assert (late.status_code, late.headers["retry-after"]) == (429, "30")
    assert late.json()["error"]["type"] == "rate_limit_error"
    assert (await house.ask("GET", "/metrics", Role.ADMIN)).status_code == 200


async def test_the_on_call_person_takes_the_flag_of_a_conversation_down(house: House) -> None:
    guard = house.deployment.routes["default"].guard
    from guardrails.models.scripted import ScriptedModel

    model = guard.wrap(ScriptedModel([]), session="application/s-1")
    await model("I cannot go on at all.")
    wanted = {"session": "s-1", "application": "application", "by": "op_7"}
    answers = [
        await house.ask("POST", "/candor/v1/watch/clear", Role.ON_CALL, json=wanted)
        for _ in range(2)
    ]
    assert [answer.json() for answer in answers] == [{"cleared": True}, {"cleared": False}]
    assert house.log.of("sign_off")[0]["by"] == "op_7"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"session": "s", "by": "a name with spaces"}, 400),
        ({"session": "s"}, 400),
        ({"session": "s", "by": "op", "more": 1}, 400),
        ([], 400),
        ({"session": "s", "by": "op", "route": "none"}, 404),
        ({"session": "never seen", "by": "op"}, 200),
    ],
)
async def test_a_flag_is_taken_down_by_somebody_who_says_who_and_which(
    house: House, body: Any, status: int
) -> None:
    answer = await house.ask("POST", "/candor/v1/watch/clear", Role.ON_CALL, json=body)
    assert answer.status_code == status


async def test_the_flag_of_another_route_stays_up(house: House) -> None:
    key, text = new_key("one", Role.ON_CALL, NOW, routes=["other"])
    with changing(house.path) as keys:
        keys.append(key)
    answer = await house.client.post(
        "/candor/v1/watch/clear",
        headers={"authorization": f"Bearer {text}"},
        json={"session": "s", "by": "op"},
    )
    assert answer.status_code == 403


async def test_the_status_says_what_runs_and_no_key(house: House) -> None:
    answer = await house.ask("GET", "/candor/v1/status", Role.AUDITOR)
    told = answer.json()
    assert told["ready"] is True
    assert [route["path"] for route in told["routes"]] == ["/v1", "/other/v1"]
    assert told["routes"][0]["policy_hash"].startswith("sha256:")
    assert told["keys_stale"] is False
    assert not any(text in answer.text for text in house.texts.values())
