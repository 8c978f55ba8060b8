"""One gateway with its console for all tests of the pages: loading detectors takes a second."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guardrails.access.roles import Role
from tests.console.houses import House, Person, house
from tests.console.shots import FOLDER, index


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("console")) as one:
        one.say("I want to end my life tonight.", "first")
        one.say("My mail is jo@example.org.", "second")
        yield one


@pytest.fixture
def person(shared: House) -> Callable[[Role], Person]:
    """Return what gives somebody of a role who is signed in."""
    return lambda role: Person(shared, role, again=True)


@pytest.fixture(autouse=True)
def closed(shared: House) -> Iterator[None]:
    """Close every client once its test has ended."""
    yield
    for client in shared.clients:
        client.close()
    shared.clients.clear()


@pytest.fixture(scope="session")
def shots() -> Iterator[Path]:
    """Return the folder for screenshots, which CI keeps; it gets a page that shows them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    yield FOLDER
    index(FOLDER)
