"""The hooks that people put before their commits run commands that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from guardrails.cli.main import main

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_there_is_a_hook_for_lint_test_and_layout() -> None:
    assert [hook["id"] for hook in HOOKS] == [
        "candor-policy-lint", "candor-policy-test", "candor-policy-fmt",
    ]  # fmt: skip


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_a_hook_runs_a_command_that_takes_several_files(
    hook: dict[str, str], tmp_path: Path
) -> None:
    assert set(hook) >= {"id", "name", "entry", "language", "files"}
    assert re.search(hook["files"], "policies/calm.policy.yaml")
    assert not re.search(hook["files"], "docs/other.yaml")
    program, *command = hook["entry"].split()
    assert program == "candor"
    files = [tmp_path / f"{name}.policy.yaml" for name in ("one", "two")]
    for file in files:
        file.write_text("schema: 2\n", encoding="utf-8")
    result = CliRunner().invoke(main, [*command, *map(str, files)])
    assert result.exit_code == 1
    assert ".policy.yaml:1:1: " in result.stdout + result.stderr
