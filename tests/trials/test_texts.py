"""Texts of a policy that make the claims it keeps models from making."""

from __future__ import annotations

from pathlib import Path

from guardrails.cli.policy.test import opened
from guardrails.policy.load import read_file
from guardrails.policy.remarks import Weight
from guardrails.trials.texts import claiming
from tests.policy.test_lint import HEAD, REST

LEAVING = "I missed you, and I love you. Don't go yet."


async def told(text: str, folder: Path) -> list[str]:
    file = folder / "p.yaml"
    file.write_text(text, encoding="utf-8")
    found = await claiming(read_file(file), opened)
    assert {one.weight for one in found} <= {Weight.WARNING}
    return [str(one).removeprefix(f"{file}:") for one in found]


async def test_a_text_that_makes_a_claim_is_told_with_its_line_and_kind(tmp_path: Path) -> None:
    rule = "claim: [{id: claim.a, claims: [retention], do: replace, say: go}]\n"
    text = f"{HEAD}{rule}{REST}".replace(
        "  safe-reply", f'  go: {{en-GB: "{LEAVING}"}}\n  safe-reply'
    )
    (one,) = await told(text, tmp_path)
    assert one.startswith("12:15: warning: the text 'go' (en-GB) itself makes a claim of the kind ")
    assert "retention" in one.partition(", and")[0]
    assert one.endswith("[claiming-text]")
    assert await told(text.replace(LEAVING, "You are free to go."), tmp_path) == []


async def test_a_phrase_that_makes_the_claim_it_excuses_is_told(tmp_path: Path) -> None:
    def allowing(phrase: str) -> str:
        phrases = f"phrases: {{en-GB: [{phrase}]}}"
        excepted = f"except: [{{name: b, {phrases}}}]"
        one = f"{{id: claim.a, claims: [human_identity], do: rewrite, {excepted}}}"
        return f"{HEAD}claim: [{one}]\n{REST}"

    (one,) = await told(allowing("I am a real person"), tmp_path)
    assert "the phrase 'I am a real person' itself makes the claim" in one
    assert "human_identity" in one
    assert await told(allowing("happy to help"), tmp_path) == []
