from pathlib import Path
from typing import Any

import pytest

from guardrails.access.loopback import is_loopback
from guardrails.errors import ConfigurationError
from guardrails.gateway.building import built
from guardrails.gateway.server import check_open
from guardrails.gateway.settings import checked, read_settings
from guardrails.ledger.memory import MemoryLog
from tests.gateway.gates import made
from tests.guards import guard

FULL = """
[routes.default]
policy = "policies/mine.yaml"
upstream = "http://localhost:8080/v1"

[routes.support]
policy = "support-desk"
upstream = "https://api.example.com/v1"
upstream_key_env = "SUPPORT_KEY"
models = ["small", "large"]
session = "stateless"
restore_tools = ["send_note"]
usage = false
errors = "raise"
"""


def test_a_file_of_routes_is_read_and_paths_are_taken_from_where_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "gateway.toml"
    path.write_text(FULL)
    routes = read_settings(path).routes
    assert routes["default"].policy == str(tmp_path / "policies/mine.yaml")
    assert routes["support"].policy == "support-desk"
    assert (routes["support"].session, routes["default"].session) == ("stateless", "header")
    assert routes["support"].models == ["small", "large"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[routes", "no TOML"),
        ("", "routes: Field required"),
        ("[routes]", "routes: Dictionary should have at least 1 item"),
        ("[routes.default]\npolicy = 'a'", "routes.default.upstream: Field required"),
        ("[routes.default]\npolicy='a'\nupstream='b'\nsesion='x'", "routes.default.sesion"),
        ("[routes.default]\npolicy='a'\nupstream='b'\nsession='x'", "routes.default.session"),
        ("[routes.Big]\npolicy='a'\nupstream='b'", "routes.Big"),
        ("[routes.candor]\npolicy='a'\nupstream='b'", "routes.candor: that name is taken"),
        ("[routes.v1]\npolicy='a'\nupstream='b'", "routes.v1: that name is taken"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_place(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "gateway.toml"
    path.write_text(text)
    with pytest.raises(ConfigurationError) as caught:
        read_settings(path)
    assert said in str(caught.value)
    assert "gateway.toml" in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="No such file"):
        read_settings(tmp_path / "none.toml")


def test_what_was_opened_is_closed_when_a_later_route_is_wrong() -> None:
    closed: list[str] = []

    class Log(MemoryLog):
        def close(self) -> None:
            closed.append("log")

    def make(policy: str, log: Any) -> Any:
        if policy == "b":
            raise ConfigurationError(policy)
        made = guard(log=log)
        close = made.close
        made.close = lambda: [close(), closed.append(policy)]
        return made

    url = "http://127.0.0.1:9/v1"
    routes = {name: {"policy": name, "upstream": url} for name in ("a", "b")}
    with pytest.raises(ConfigurationError):
        built(checked({"routes": routes}, "test"), Log(), make, {})
    assert closed == ["a", "log"]


async def test_the_log_is_closed_after_all_who_write_it() -> None:
    order: list[str] = []

    class Log(MemoryLog):
        def close(self) -> None:
            order.append("log")

    routes = {name: {"policy": name} for name in ("default", "b")}
    _, close, log = made("http://127.0.0.1:9/v1", routes=routes, log=Log())
    await close()
    assert order == ["log"]
    assert log.origin


async def test_routes_of_one_policy_share_a_guard_and_others_do_not() -> None:
    routes = {
        name: {"policy": policy} for name, policy in (("default", "a"), ("b", "a"), ("c", "c"))
    }
    deployment, close, _ = made("http://127.0.0.1:9/v1", routes=routes)
    guards = [route.guard for route in deployment.routes.values()]
    assert guards[0] is guards[1]
    assert guards[0] is not guards[2]
    await close()


def test_a_key_for_an_upstream_that_is_not_there_is_told() -> None:
    route = {"policy": "a", "upstream": "http://a.test", "upstream_key_env": "NONE"}
    settings = checked({"routes": {"default": route}}, "test")
    with pytest.raises(ConfigurationError, match="NONE"):
        made("http://127.0.0.1:9/v1", route={"upstream_key_env": "NONE"})
    assert settings.routes["default"].errors == "policy"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.9", "::1", "localhost"])
def test_this_machine_alone_needs_no_keys(host: str) -> None:
    assert is_loopback(host)
    check_open(host, keys=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "example.org"])  # noqa: S104
def test_anything_else_needs_keys(host: str) -> None:
    assert not is_loopback(host)
    check_open(host, keys=True)
    with pytest.raises(ConfigurationError, match="no keys"):
        check_open(host, keys=False)
