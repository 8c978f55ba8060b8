"""Keys and tokens, whole and in stretches."""

import base64
import random

import pytest

from guardrails.detectors.pii_keys import keys
from guardrails.detectors.pii_text import Plain


def random_bytes(n: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(n)


def found(text: str) -> list[str]:
    return [text[hit.start : hit.stop] for hit in keys(Plain.of(text))]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_a_random_run_is_found_whole_and_in_every_stretch(seed, encode):
    run = encode(random_bytes(300, seed)).decode()
    assert found(f"the key is {run} indeed") == [run]
    for at in range(0, len(run) - 64, 16):
        assert found(run[at : at + 64]) == [run[at : at + 64]]


def test_a_token_of_three_parts_is_one_run():
    parts = [
        base64.urlsafe_b64encode(random_bytes(n, n)).decode().rstrip("=") for n in (30, 60, 32)
    ]
    assert found(".".join(parts)) == [".".join(parts)]


def test_the_lines_of_a_pem_block_are_found_with_its_borders():
    lines = base64.encodebytes(random_bytes(200)).decode().split()
    block = "\n".join(["-----BEGIN PRIVATE KEY-----", *lines, "-----END PRIVATE KEY-----"])
    left = block
    for value in sorted(found(block), key=len, reverse=True):
        left = left.replace(value, "")
    assert left.strip() == ""


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/wiki/A-Long-Article-About-2024-And-What-Came-After-It-In-1999",
        "d41d8cd98f00b204e9800998ecf8427e3b0c44298fc1c149",
        "123e4567-e89b-12d3-a456-426614174000",
        "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk2",
        "some_very_long_variable_name_for_the_Second_Test_Case_2",
        "A" * 60,
        "Ab1" * 5,
    ],
)
def test_words_hashes_and_short_runs_are_none(text):
    assert found(text) == []
