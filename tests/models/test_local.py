from pathlib import Path

import pytest

from guardrails.errors import ModelMissingError
from guardrails.messages import EndChunk
from guardrails.models.local import LocalModel, find_runtime, find_weights, threads_of
from tests.models.asking import ask, hear, text_of


async def test_the_demos_model_answers_on_this_machine_and_prints_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    model = LocalModel()
    assert model.url.startswith("http://127.0.0.1:")
    chunks = await hear(model, ask("Say hello.", max_tokens=6, temperature=0, seed=7))
    await model.aclose()
    assert text_of(chunks).strip()
    [finish] = [c for c in chunks if isinstance(c, EndChunk) and c.finish_reason]
    assert finish.metadata == {"model": "SmolLM2-135M-Instruct.Q4_1"}
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("cores", "threads"), [(None, 1), (1, 1), (2, 1), (3, 1), (8, 4)])
def test_half_of_the_cores_are_left_to_the_guard(cores: int | None, threads: int) -> None:
    assert threads_of(cores) == threads


@pytest.mark.parametrize("package", ["no_such_weights", "json"])
def test_missing_weights_are_a_clear_error(package: str) -> None:
    with pytest.raises(ModelMissingError, match="make demo"):
        find_weights(package)


def test_a_missing_runtime_is_a_clear_error() -> None:
    with pytest.raises(ModelMissingError, match="no_such_runtime, which runs the demo's model"):
        find_runtime("no_such_runtime")


def test_the_weights_are_found_without_importing_their_package() -> None:
    assert find_weights().suffix == ".gguf"
    assert Path(find_weights()).stat().st_size > 50_000_000
