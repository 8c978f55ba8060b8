"""The files in `deploy/` name options that there are, and give turns the time to end."""

import re
import shlex
from pathlib import Path
from typing import Any

import click
import yaml

from guardrails.cli.serve import serve
from guardrails.cli.sessions import KEY_VARIABLE
from guardrails.console.visits import LONGEST
from guardrails.gateway.server import IDLE

DEPLOY = Path(__file__).parents[2] / "deploy"
OPTIONS = {name: one for one in serve.params for name in one.opts}
IDLE_IN_FRONT = 60  # seconds for which nginx and Amazon's load balancers keep a connection
DRAIN = OPTIONS["--drain"].default


def check(words: list[str]) -> None:
    given = [word for word in words if word.startswith("--")]
    assert given
    assert set(given) <= set(OPTIONS)


def kinds(text: str, kind: str) -> list[Any]:
    return [one for one in yaml.safe_load_all(text) if one["kind"] == kind]


def known_variables() -> set[str]:
    """Return what the command line, ready policies and the driver of PostgreSQL read."""
    options = [one for one in serve.params if isinstance(one, click.Option)]
    named = {str(one.envvar) for one in options if one.envvar}
    for policy in (DEPLOY.parent / "policies").glob("*.yaml"):
        # Most have the webhook as a comment: who uses it copies the policy.
        named |= set(re.findall(r"_env: (\w+)", policy.read_text()))
    return named | {"OPENAI_API_KEY", KEY_VARIABLE, "PGPASSWORD"}


def test_the_variables_that_the_files_set_are_read_by_something() -> None:
    text = (DEPLOY / "kubernetes.yaml").read_text()
    [gateways] = kinds(text, "StatefulSet")
    [container] = gateways["spec"]["template"]["spec"]["containers"]
    used = set(re.findall(r"\$\((\w+)\)", " ".join(container["args"])))
    compose: Any = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    unit = (DEPLOY / "candor.service").read_text()
    named = {
        *(one["name"] for one in container["env"] if one["name"] not in used),
        *compose["x-gateway"]["environment"],
        *re.findall(r"^ENV (\w+)=", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE),
        *re.findall(r"\b[A-Z]+_[A-Z_]+\b", unit.partition("[Service]")[2].partition("Env")[0]),
    }
    assert {"ON_CALL_URL", "CANDOR_KEYS", "OPENAI_API_KEY"} <= named
    assert named <= known_variables()


def test_the_image_takes_every_version_from_a_lock() -> None:
    image = (DEPLOY / "Dockerfile").read_text()
    installs = re.findall(r"pip install ([^\n]*)", image)
    assert installs
    for words in map(shlex.split, installs):
        assert {"--require-hashes", "--no-deps"} & set(words)
    [lock] = re.findall(r"-r (\S+)", image)
    pinned = (DEPLOY.parent / lock).read_text()
    for name in ("fastapi", "uvicorn", "jinja2", "prometheus-client", "psycopg", "authlib"):
        assert re.search(rf"^{name}[^=\n]*==", pinned, re.MULTILINE), name


def test_the_unit_starts_what_there_is_and_waits_for_it_to_end() -> None:
    unit = (DEPLOY / "candor.service").read_text().replace("\\\n", "")
    start = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)[0]
    check(shlex.split(start)[2:])
    stop = int(re.findall(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE)[0])
    assert stop > int(re.findall(r"--drain (\d+)", start)[0])


def test_the_containers_start_what_there_is_and_wait_for_it_to_end() -> None:
    image = (DEPLOY / "Dockerfile").read_text()
    entry: list[str] = yaml.safe_load(re.findall(r"^ENTRYPOINT (.*)$", image, re.MULTILINE)[0])
    assert entry[1] == "serve"
    check(entry)
    for copied in re.findall(r"^COPY (?!--from)(.*) \S+$", image, re.MULTILINE):
        assert all((DEPLOY.parent / name).exists() for name in copied.split())
    compose: Any = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    origins = set()
    database = compose["services"].pop("postgres")
    assert database["healthcheck"]
    for service in compose["services"].values():
        assert "postgres" in service["depends_on"]
        assert "postgresql://" in " ".join(service["command"])
        check(service["command"])
        origins.add(service["command"][service["command"].index("--origin") + 1])
        assert int(service["stop_grace_period"].removesuffix("s")) > DRAIN
    assert len(origins) == len(compose["services"])


def test_the_manifests_start_what_there_is_and_wait_for_it_to_end() -> None:
    text = (DEPLOY / "kubernetes.yaml").read_text()
    [gateways] = kinds(text, "StatefulSet")
    pod = gateways["spec"]["template"]["spec"]
    [container] = pod["containers"]
    given = dict(word.split("=", 1) for word in container["args"])
    check(list(given))
    [_, pause] = container["lifecycle"]["preStop"]["exec"]["command"]
    assert pod["terminationGracePeriodSeconds"] > int(pause) + int(given["--drain"])
    # A visit to the console is in one process alone.
    [api, console] = kinds(text, "Service")
    assert gateways["spec"]["serviceName"] == api["metadata"]["name"]
    affinity = console["spec"]["sessionAffinityConfig"]["clientIP"]["timeoutSeconds"]
    assert (console["spec"]["sessionAffinity"], affinity) == ("ClientIP", LONGEST)
    labels = gateways["spec"]["template"]["metadata"]["labels"]
    assert api["spec"]["selector"] == console["spec"]["selector"] == labels
    # Each process has a log of its own, and all share one store of sessions.
    assert given["--origin"] == "$(NAME)"
    assert given["--sessions"] == "$(SESSIONS)"
    named = {one["name"] for one in container["env"]}
    assert set(re.findall(r"\$\((\w+)\)", " ".join(container["args"]))) <= named
    mounts = {one["name"] for one in container["volumeMounts"]}
    assert mounts == {*(one["name"] for one in pod["volumes"]), "log"}
    paths = {container[probe]["httpGet"]["path"] for probe in container if probe.endswith("Probe")}
    assert paths == {"/healthz", "/readyz"}
    wanted = {one["valueFrom"]["secretKeyRef"]["key"] for one in container["env"][1:]}
    assert all(f"--from-literal={key}=" in text for key in wanted)


def test_a_connection_stays_longer_than_a_proxy_in_front_keeps_it() -> None:
    assert OPTIONS["--idle"].default == IDLE > IDLE_IN_FRONT
