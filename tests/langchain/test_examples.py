"""The examples for LangChain do what they say."""

import runpy
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
ADDRESS = "mia.holt@example.org"


async def output_of(name: str, capsys: pytest.CaptureFixture[str]) -> tuple[str, list[str]]:
    """Return what an example prints, and the lines of it that say what the model was told."""
    main: Any = runpy.run_path(str(EXAMPLES / name))["main"]
    await main()
    printed = capsys.readouterr().out
    return printed, [line for line in printed.splitlines() if "the model was told:" in line]


async def test_the_chat_hides_the_address_from_the_model_and_the_claim_from_the_person(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printed, told = await output_of("langchain_chat.py", capsys)

    assert len(told) == 3
    assert ADDRESS not in "".join(told)
    assert printed.count(f"I will write to {ADDRESS}.") == 2
    assert f"structured: email='{ADDRESS}'" in printed
    assert "missed" not in printed


async def test_the_agent_gives_the_address_to_the_tool_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printed, told = await output_of("langgraph_agent.py", capsys)

    assert len(told) == 3
    assert ADDRESS not in "".join(told)
    assert f"the tool got: to='{ADDRESS}'" in printed
    assert "felt so happy" not in printed


async def test_the_agent_with_middleware_hands_over_and_goes_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printed, told = await output_of("langchain_agent.py", capsys)

    assert len(told) == 1
    assert ADDRESS not in "".join(told)
    assert "missed" not in printed
    assert "999" in printed
    assert "said -> This is Ruth, from the team." in printed
