from collections.abc import Iterator

import pytest

from guardrails.langchain.portal import Portal
from tests.langchain.fakes import FakeTurns


@pytest.fixture
def turns() -> FakeTurns:
    return FakeTurns()


@pytest.fixture
def portal() -> Iterator[Portal]:
    portal = Portal()
    yield portal
    portal.close()
