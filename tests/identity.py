"""A real provider of OpenID Connect on this machine, for tests."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx

_PROVIDER = """
import json, sys
from oidc_provider_mock import User, run_server_in_thread
people = json.loads(sys.argv[1]).items()
users = [User(sub=sub, claims={"groups": groups}) for sub, groups in people]
with run_server_in_thread(require_nonce=True, user_claims=users) as server:
    print(server.server_port, flush=True)
    sys.stdin.read()
"""


@contextmanager
def provided(groups: Mapping[str, Any]) -> Iterator[str]:
    """
    Run a provider that knows people with their *groups*, and give its address.

    It has a process of its own: it uses what Authlib calls out of date.
    """
    command = [sys.executable, "-W", "ignore", "-c", _PROVIDER, json.dumps(groups)]
    with subprocess.Popen(  # noqa: S603 - our own code
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout is not None
        yield f"http://localhost:{running.stdout.readline().strip()}"
        running.terminate()


async def back_from(provider_url: str, sub: str) -> str:
    """Sign in at the provider as *sub*, and return where it sends the browser back to."""
    async with httpx.AsyncClient() as client:
        answer = await client.post(provider_url, data={"sub": sub})
    assert answer.status_code == 302, answer.text
    return str(answer.headers["location"])
