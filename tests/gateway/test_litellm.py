"""A real LiteLLM proxy, in an environment of its own (`make litellm`), guards what it serves."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = Path(os.environ.get("CANDOR_LITELLM", ROOT / ".venv-litellm" / "bin" / "python"))


@pytest.mark.skipif(not PYTHON.exists(), reason="no environment with LiteLLM: make litellm")
def test_a_real_litellm_proxy_is_guarded_whole_and_streamed() -> None:
    done = subprocess.run(  # noqa: S603 - our own example
        [PYTHON, ROOT / "examples" / "litellm_proxy" / "talk.py"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout
    assert "missed" not in said
    assert said.count("plan, mia.holt@example.org.") == 2
    assert said.count("Samaritans: call 116 123") == 2
    assert said.partition("the model was told:")[2].count("<EMAIL_1>") == 2
    assert "mia.holt" not in said.partition("the model was told:")[2]
    assert "without a session: 400" in said
    assert "Result: sound" in said
