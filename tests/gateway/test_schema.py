"""Schemathesis tries what the OpenAPI description allows, and what it does not."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.generation import GenerationMode

from guardrails.access.key_file import changing
from guardrails.access.keys import new_key
from guardrails.access.roles import Role
from guardrails.gateway.admission import Limits
from guardrails.gateway.app import gateway_app
from guardrails.gateway.heads import LONGEST, brief_heads
from tests.gateway.gates import Upstream, made, saying
from tests.serving import served

FEW = settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
OPERATIONS = 8


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with served(Upstream(saying("Fine.")).app()) as model:
        path = tmp_path_factory.mktemp("keys") / "keys.json"
        pairs = [new_key(str(role), role, 0) for role in (Role.APPLICATION, Role.ON_CALL)]
        with changing(path) as keys:
            keys.extend(key for key, _ in pairs)
        limits = Limits(per_minute=0)
        route = {"session": "stateless"}
        deployment, close, _ = made(model, route=route, keys=path, limits=limits)
        application, on_call = (text for _, text in pairs)
        with served(gateway_app(deployment, close), brief_heads(LONGEST)) as url:
            schema = schemathesis.openapi.from_url(f"{url}/openapi.json")
            yield schema, {"v1": application, "metrics": on_call, "candor": on_call}


@pytest.mark.parametrize("mode", list(GenerationMode), ids=str)
def test_the_gateway_does_what_its_description_says(described: Any, mode: GenerationMode) -> None:
    schema, keys = described
    tried = 0
    for result in schema.get_all_operations():
        operation = result.ok()

        @FEW
        @given(case=operation.as_strategy(generation_mode=mode))
        def walk(case: Any) -> None:
            key = keys.get(case.path.split("/")[1])
            case.call_and_validate(headers={"Authorization": f"Bearer {key}"} if key else {})

        try:
            walk()
        except Unsatisfiable:  # where nothing can be got wrong
            continue
        tried += 1
    assert tried >= (OPERATIONS if mode is GenerationMode.POSITIVE else 2)
