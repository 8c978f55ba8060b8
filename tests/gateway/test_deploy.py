"""The files in `deploy/` name options that there are, and give turns the time to end."""

import re
import shlex
from pathlib import Path
from typing import Any

import yaml

from guardrails.cli.serve import serve

DEPLOY = Path(__file__).parents[2] / "deploy"
OPTIONS = {name: one for one in serve.params for name in one.opts}
DRAIN = OPTIONS["--drain"].default


def check(words: list[str]) -> None:
    given = [word for word in words if word.startswith("--")]
    assert given
    assert set(given) <= set(OPTIONS)


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
