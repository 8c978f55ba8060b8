from __future__ import annotations

import pytest

from guardrails.errors import LogReadError
from guardrails.policy.canonical import sealed
from guardrails.policy.load import load_text
from guardrails.policy.ready import load_policy, ready
from guardrails.policy.restore import restored
from tests.policies import policy
from tests.policy.test_canonical import WHOLE


@pytest.mark.parametrize("name", ready())
def test_every_ready_policy_comes_back_from_its_canonical_bytes(name: str) -> None:
    before = load_policy(name)

    after = restored(before.canonical)

    assert (after.hash, after.canonical) == (before.hash, before.canonical)


def test_a_policy_of_a_file_comes_back() -> None:
    days = WHOLE.replace("title: Whole", 'review_by: "2030-01-01"')
    before = load_text(days.replace("do: note,", 'do: note, until: "2030-01-01",'))

    assert restored(before.canonical).hash == before.hash


@pytest.mark.parametrize(
    "canonical",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"not json",
        sealed(policy()).canonical.replace(b'"schema":1', b'"schema":2'),
        sealed(policy()).canonical.replace(b'"do":"mask"', b'"do":"hide"'),
        sealed(policy()).canonical + b" ",
        sealed(policy()).canonical.replace(b'"hold"', b'"held"'),
    ],
)
def test_bytes_that_are_no_policy_are_one_clear_error(canonical: bytes) -> None:
    with pytest.raises(LogReadError, match="not one that this version can read"):
        restored(canonical)


@pytest.mark.parametrize("level", ["masked-text", "sealed-text"])
def test_a_policy_that_keeps_texts_comes_back_with_what_masks_them(level: str) -> None:
    text = WHOLE.replace("level: findings", f"level: {level}")
    before = load_text(text.replace("where: [input, output]", "where: [input, output, log]"))

    after = restored(before.canonical)

    assert after.hash == before.hash
    assert after.logging == before.logging
    assert {one.id for one in after.rules if one.log} == {"pii.a"}
