"""Personal data is looked for without the network, whatever a text holds."""

import json
import subprocess
import sys

import pytest

COUNT = 200
SCRIPT = """
import asyncio, json, socket, sys

tried, loading = [], []

def refuse(event, args):
    names = {"getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo", "connect", "sendto"}
    outward = event == "socket.__new__" and args[1] in {socket.AF_INET, socket.AF_INET6}
    if outward or event.partition("socket.")[2] in names:
        tried.append(event)
        raise OSError("no network here")

sys.addaudithook(refuse)

from guardrails.ready import ready_detectors
from guardrails.detectors.base import State, View
from guardrails.findings import Family
from guardrails.inspection import Inspection
from guardrails.policy.ready import load_policy
from guardrails.resources import Resources
from guardrails.workers import Deadline

async def analysed(messages):
    patient = Deadline(base=20)
    made = ready_detectors(load_policy("companion"), Resources.load(), patient)
    inspection = Inspection(*made, deadline=patient)
    loading.extend(tried)
    tried.clear()
    for message in messages:
        reports = await inspection.look(View.whole(message), {Family.PII})
        assert reports and all(report.state is State.DECIDED for report in reports)
        yield sorted({one.category for report in reports for one in report.findings})
    inspection.close()

async def main():
    kinds = [each async for each in analysed(json.load(sys.stdin))]
    during = list(tried)
    for attempt in (
        lambda: socket.getaddrinfo("example.org", 443),
        lambda: socket.create_connection(("192.0.2.1", 443), 1),
    ):
        try:
            attempt()
        except OSError as error:
            assert str(error) == "no network here"
        else:
            raise SystemExit("sockets are not forbidden: this test would prove nothing")
    assert len(tried) > len(during)
    print(json.dumps({"kinds": kinds, "tried": during, "loading": loading}))

asyncio.run(main())
"""

SAID = (
    "could you write to {name}.{n}@{host} before friday, i have no time to do it myself",
    "The form is on https://www.{host}/forms/{n}?from={name} and it asks for everything twice.",
    "ring me on 020 7946 0{phone}, or if {name} answers just hang up and try again later",
    "My mail is {name}{n}@{host}, my page www.{host}/{name}, my number +1 415 555 01{short}.",
)
NAMES = ("hana", "kofi", "ines", "tomasz", "leila", "amara", "noor")
HOSTS = ("example.org", "mail.example.co.uk", "example.net", "shop.example.com", "corp.internal")
WANTED = (
    {"pii.email"},
    {"pii.url"},
    {"pii.phone"},
    {"pii.email", "pii.url", "pii.phone"},
)


def messages() -> list[str]:
    """Return messages of which no two are the same, with suffixes known and unknown."""
    return [
        SAID[n % len(SAID)].format(
            n=n,
            name=NAMES[n % len(NAMES)],
            host=HOSTS[n % len(HOSTS)],
            phone=f"{n:03}",
            short=f"{n % 100:02}",
        )
        for n in range(COUNT)
    ]


def test_nothing_is_looked_up_while_messages_with_addresses_are_analysed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", SCRIPT],
        input=json.dumps(messages()),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["tried"] == []
    # One library asks the kernel on import whether it knows IPv6; nothing is sent for that.
    assert set(told["loading"]) <= {"socket.__new__"}
    assert len(set(messages())) == len(told["kinds"]) == COUNT
    reached = sum(
        not wanted.isdisjoint(kinds)
        for wanted, kinds in zip(WANTED * (COUNT // len(WANTED)), told["kinds"], strict=True)
    )
    with capsys.disabled():
        sys.stdout.write(
            f"\n{COUNT} messages analysed without sockets; in {reached} an address was found\n"
        )
    every = {kind for kinds in told["kinds"] for kind in kinds}
    assert {"pii.email", "pii.url", "pii.phone"} <= every
    assert reached >= COUNT * 3 // 4
