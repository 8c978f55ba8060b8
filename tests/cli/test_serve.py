"""The command lines of `candor serve`, short of serving: see tests/gateway/test_process.py."""

import gc
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from guardrails.access.key_file import read_keys
from guardrails.cli import serve as module
from guardrails.cli.main import main
from guardrails.cli.serve_policy import tells_people
from guardrails.errors import ConfigurationError
from guardrails.gateway.interpreter import TURN
from guardrails.gateway.server import GatewayServer
from guardrails.ledger.read import read_records
from guardrails.policy.channel_spec import ChannelSpec
from tests.policies import policy

SMALL = """\
schema: 1
policy: {id: small}
locales: [en-GB]
crisis:
  - id: crisis.high
    level: high
    threshold: 45
    do: replace
    say: plain
    escalate: {to: desk, within: 10m}
escalation: {channels: {desk: {kind: console}}}
messages:
  plain: {en-GB: "I am a program."}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["serve", *arguments])


@pytest.fixture
def keys(tmp_path: Path) -> str:
    return str(tmp_path / "keys.json")


def test_a_key_is_made_shown_once_listed_and_taken_back(keys: str) -> None:
    made = run("keys", "new", "clinic", "--role", "application", "--keys", keys)
    text = made.stdout.strip()
    (key,) = read_keys(Path(keys))
    assert text.startswith(f"candor_{key.id}_")
    assert f"key {key.id} for clinic, application" in made.stderr
    listed = run("keys", "list", "--keys", keys)
    assert key.id in listed.stdout
    assert "live" in listed.stdout
    assert text not in listed.stdout
    gone = run("keys", "revoke", key.id, "--keys", keys)
    assert (gone.exit_code, gone.stdout) == (0, f"key {key.id} is taken back\n")
    assert "taken" in run("keys", "list", "--keys", keys).stdout
    missing = run("keys", "revoke", "none", "--keys", keys)
    assert (missing.exit_code, missing.stderr) == (1, "no key none\n")


def test_a_key_may_have_an_end_a_rate_and_routes_of_its_own(keys: str) -> None:
    more = ("--route", "a", "--route", "b", "--days", "2", "--rate", "9")
    run("keys", "new", "clinic", "--role", "on-call", "--keys", keys, *more)
    (key,) = read_keys(Path(keys))
    assert (key.routes, key.rate) == (("a", "b"), 9)
    assert key.expires == key.created + 2 * 24 * 3600
    assert "a, b" in run("keys", "list", "--keys", keys).stdout


def test_a_file_without_keys_is_listed_as_such(keys: str) -> None:
    assert run("keys", "list", "--keys", keys).stdout == "no keys\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "--policy and --upstream, or --config"),
        (["--policy", "companion"], 2, "--policy and --upstream"),
        (["--policy", "companion", "--upstream", "http://a.test"], 2, "--log DIRECTORY"),
        (["--policy", "companion", "--upstream", "x", "--log", "LOG"], 1, "http or https"),
        (["--policy", "compagnon", "--upstream", "http://a", "--log", "LOG"], 1, "companion"),
        (["--config", "NONE", "--policy", "companion"], 2, "--config holds the routes"),
        (["--config", "NONE", "--log", "LOG"], 1, "No such file"),
        (["--policy", "companion", "--upstream", "http://a", "--session", "none"], 2, "header"),
    ],
)
def test_what_cannot_be_served_is_told(
    tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    names = {"LOG": str(tmp_path / "log"), "NONE": str(tmp_path / "none.toml")}
    done = run(*(names.get(one, one) for one in arguments), "--port", "0")
    assert done.exit_code == code, done.output
    assert said in done.output


def test_libraries_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(ConfigurationError, match=r"candor-guardrails\[gateway\]"):
        module.needed()


def test_a_gateway_is_put_together_from_a_file_and_signs_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    run("keys", "new", "clinic", "--role", "application", "--keys", keys)
    signing = tmp_path / "log.key"
    CliRunner().invoke(main, ["log", "keygen", "gate-1", str(signing)])
    config = tmp_path / "gateway.toml"
    config.write_text('[routes.default]\npolicy = "./small.yaml"\nupstream = "http://a.test/v1"\n')
    (tmp_path / "small.yaml").write_text(SMALL)
    served: list[Any] = []
    own = sys.getswitchinterval()

    async def serve(self: GatewayServer, sockets: Any) -> None:
        served.append(self.config.app)
        served.append((gc.get_freeze_count(), sys.getswitchinterval()))
        gc.unfreeze()
        sys.setswitchinterval(own)
        async with self.config.app.router.lifespan_context(self.config.app):
            self.stop()
        for one in sockets:
            one.close()

    monkeypatch.setattr(GatewayServer, "serve", serve)
    monkeypatch.setenv("CANDOR_KEYS", keys)
    done = run(
        *("--config", str(config), "--log", str(tmp_path / "log"), "--origin", "gate-1"),
        *("--signing-key", str(signing), "--port", "0", "--any-cases"),
    )
    assert done.exit_code == 0, done.output
    assert served[1][0] > 0, "what was loaded is set aside before anybody is served"
    assert served[1][1] == pytest.approx(TURN)
    deployment = served[0].state.deployment
    assert deployment.keys is not None
    assert not deployment.local
    assert deployment.admission.draining
    assert deployment.routes["default"].guard.policy.id == "small"
    boot = next(read_records(tmp_path / "log")).record
    assert boot is not None
    assert "key" in boot


def test_a_policy_that_tells_the_terminal_alone_tells_nobody() -> None:
    terminal = ChannelSpec("desk", "console")
    pager = ChannelSpec("pager", "webhook", url_env="URL")
    assert not tells_people(policy(channels={"desk": terminal}))
    assert tells_people(policy(channels={"desk": terminal, "pager": pager}))
