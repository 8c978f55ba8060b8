"""What a version wrote must verify and replay with every later one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import orjson
import pytest

from guardrails.cli.keyring import checkpoints
from guardrails.errors import ProofError
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.proof import Proof
from guardrails.ledger.read import read_records
from guardrails.ledger.record import Kind
from guardrails.ledger.tree import leaf_digest
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from guardrails.replay.compare import Change
from guardrails.replay.explain import explain
from guardrails.replay.run import replay

from .auditor import judge
from .golden.make_keys import EYE, KEYS
from .golden.make_store import KEY

FOLDER = Path(__file__).parent / "golden"
WRITTEN = {
    "0.1.0": ("sha256:b8fc2bb26e4bdd67958e6127a508f508e953d63d734da3828a709b19893f7f34", 106, 44),
}
"""Version → its head, its records and its decisions."""
LATER = {Kind.RIGHT, Kind.TICKET, Kind.PAUSE}
"""Kinds that came after the newest of these logs was written; they have tests of their own."""


def test_every_golden_log_is_known() -> None:
    assert {path.name for path in FOLDER.glob("[0-9]*")} == set(WRITTEN)


@pytest.mark.parametrize("version", WRITTEN)
def test_a_golden_log_is_sound_up_to_the_head_that_was_known_when_it_was_written(
    version: str,
) -> None:
    head, records, _ = WRITTEN[version]

    verdict = verify(FOLDER / version, head=head)

    assert verdict.code is Code.SOUND
    assert verdict.logs[0].records == records


@pytest.mark.parametrize("version", WRITTEN)
def test_each_decision_of_a_golden_log_comes_out_as_it_was_recorded(version: str) -> None:
    _, _, decisions = WRITTEN[version]

    result = replay(FOLDER / version)

    assert result.changes == {Change.SAME: decisions}
    assert result.unread == []
    assert len(result.policies) == 2


@pytest.mark.untraced
@pytest.mark.parametrize("version", WRITTEN)
def test_each_record_of_a_golden_log_can_be_put_into_words(version: str) -> None:
    kinds = set()
    for found in read_records(FOLDER / version):
        assert found.record is not None
        told = explain(FOLDER / version, found.record["seq"])
        titles = [title for title, _ in told.lines]
        assert "What" in titles
        assert "Unclear" not in titles
        kinds.add(found.record["kind"])
    assert kinds == set(Kind) - LATER


@pytest.mark.parametrize("version", WRITTEN)
def test_any_changed_byte_of_a_golden_log_is_noticed(version: str, tmp_path: Path) -> None:
    """All but those of the last line, which only somebody who knows the head can tell."""
    shutil.copytree(FOLDER / version, tmp_path / "log")
    tried = 0
    for path in sorted((tmp_path / "log").rglob("*")):
        if not path.is_file():
            continue
        path.chmod(0o640)
        whole = path.read_bytes()
        for at in range(0, len(whole), 1 + len(whole) // 40):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            verdict = verify(tmp_path / "log", head=WRITTEN[version][0])
            assert verdict.code is Code.PROBLEM, f"{path.name} at {at}"
            tried += 1
        path.write_bytes(whole)
    assert verify(tmp_path / "log", head=WRITTEN[version][0]).code is Code.SOUND
    assert tried > 200


def test_every_key_of_a_record_is_in_the_written_format() -> None:
    text = (Path(__file__).parents[2] / "docs" / "log-format.md").read_text()
    told = set(re.findall(r"`([a-z_0-9-]+)`", text))
    missing = set()
    for found in read_records(FOLDER):
        assert found.record is not None
        kind = found.record["kind"]
        missing |= {f"{kind}.{key}" for key in found.record if key not in told}
        for inner in ("ctx", "decision", "part", "text", "policy"):
            value = found.record.get(inner)
            if isinstance(value, dict):
                missing |= {f"{inner}.{key}" for key in value if key not in told}
    assert missing == set()
    assert {kind.value for kind in Kind} <= told


STORED = {
    "store-0.1.0": ("sha256:c5eb4239e16e82db07378b874f5ce3b689c61284f35bcef7caa9dab017701f10", 72)
}
"""Compressed and pruned golden logs → head, and how many of their records were removed."""


@pytest.mark.parametrize("name", STORED)
def test_a_golden_log_that_is_compressed_signed_and_pruned_is_sound_to_both_verifiers(
    name: str,
) -> None:
    head, removed = STORED[name]

    verdict = judge(FOLDER / name, KEY.verifier, head=[head])

    assert verdict.code is Code.SOUND
    assert (verdict.logs[0].head, verdict.logs[0].removed) == (head, removed)
    assert any(path.suffix == ".zst" for path in (FOLDER / name / "golden").iterdir())
    assert set(replay(FOLDER / name).changes) == {Change.SAME}
    seen = [one.record["seq"] for one in read_records(FOLDER / name) if one.record]
    assert seen == list(range(removed, removed + len(seen)))
    told = [explain(FOLDER / name, seq).lines for seq in seen]
    assert not [1 for lines in told for title, _ in lines if title == "Unclear"]


HANDED_ON = {
    "keys-0.1.0": "sha256:e373271e1ca3fc1245e10fecec2968b065899a6c98a8b4cfae795c66625840c9"
}
"""Golden logs of which the key was replaced → head."""


@pytest.mark.parametrize("name", HANDED_ON)
def test_a_golden_log_whose_key_was_replaced_is_sound_to_who_knows_any_of_its_keys(
    name: str,
) -> None:
    folder = FOLDER / name
    kept = checkpoints([folder / "kept.checkpoints"])
    assert len(kept) == len(KEYS)
    for key in KEYS:
        verdict = judge(folder, key.verifier, EYE.verifier, kept=kept, head=[HANDED_ON[name]])
        assert verdict.code is Code.SOUND
        assert verdict.logs[0].witnessed == verdict.logs[0].records
    assert judge(folder, SigningKey.generate("golden").verifier).code is Code.PROBLEM


@pytest.mark.parametrize("name", HANDED_ON)
def test_a_golden_proof_holds_for_who_knows_the_first_key_alone(name: str) -> None:
    folder = FOLDER / name
    lines = [one.data for one in read_records(folder)]
    slip = orjson.loads((folder / "receipt.json").read_bytes())
    assert slip["leaf"] == f"sha256:{leaf_digest(lines[slip['seq']]).hex()}"
    for file, place in (("first", 1), ("last", slip["seq"])):
        proof = Proof.parse((folder / f"{file}.tlog-proof").read_bytes())
        proof.check(leaf_digest(lines[place]), [KEYS[0].verifier])
        with pytest.raises(ProofError):
            proof.check(leaf_digest(lines[place - 1]), [KEYS[0].verifier])


@pytest.mark.parametrize("name", HANDED_ON)
def test_what_came_after_the_first_golden_log_is_put_into_words(name: str) -> None:
    records = [one.record for one in read_records(FOLDER / name) if one.record]
    assert {record["kind"] for record in records} >= LATER
    told = {
        title: text
        for record in records
        for title, text in explain(FOLDER / name, record["seq"]).lines
        if title in {"What", "Unclear"}
    }
    assert "Unclear" not in told
    said = " ".join(
        text for record in records for _, text in explain(FOLDER / name, record["seq"]).lines
    )
    for words in ("were dropped while the log", "could not be shown", "from before 21 November"):
        assert words in said
