"""What a followed policy file held, and the copy of the last one that was good."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.errors import ConfigurationError, Problem
from guardrails.health import Health
from guardrails.policy.files import find
from guardrails.policy.keeping import FILE, Keeping
from guardrails.policy.load import read_file, read_text
from guardrails.policy.source import PolicyFile, to_stderr
from tests.policy.conftest import SMALL
from tests.policy.test_extends import PARENT, head


def test_every_file_that_is_read_belongs_to_what_a_policy_held(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(PARENT, encoding="utf-8")
    (tmp_path / "own.yaml").write_text(
        "schema: 1\nmessages: {plain: {fr: Moi.}}\n", encoding="utf-8"
    )
    file = tmp_path / "child.yaml"
    file.write_text(head(read_file(base)) + "texts: [own.yaml]\n", encoding="utf-8")
    source = PolicyFile(file)
    snapshot = source.read()
    assert snapshot.loaded is not None
    assert set(snapshot.files) == {str(file), str(base), str(tmp_path / "own.yaml")}
    assert not source.changed(snapshot)
    for one in (file, base, tmp_path / "own.yaml"):
        before = one.read_bytes()
        one.write_bytes(before + b"# A word.\n")
        assert source.changed(snapshot)
        assert source.read().content != snapshot.content
        one.write_bytes(before)
    assert source.read().content == snapshot.content


def test_a_file_that_appears_later_is_a_change(tmp_path: Path) -> None:
    source = PolicyFile(tmp_path / "p.yaml")
    missing = source.read()
    assert missing.loaded is None
    assert "no policy file" in missing.problems[0].message
    (tmp_path / "p.yaml").write_bytes(b"")
    assert source.changed(missing)
    assert source.read().content != missing.content


def test_a_part_that_is_missing_is_looked_for_again(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(SMALL + "texts: [more.yaml]\n", encoding="utf-8")
    source = PolicyFile(file)
    snapshot = source.read()
    assert snapshot.files[str(tmp_path / "more.yaml")] is None
    (tmp_path / "more.yaml").write_text("schema: 1\n", encoding="utf-8")
    assert source.changed(snapshot)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(SMALL, encoding="utf-8")
    file.chmod(0o000)
    try:
        file.read_bytes()
    except OSError:
        assert "cannot read the policy file" in str(PolicyFile(file).read().problems[0])
    else:  # whoever runs this reads everything; a folder cannot be read by anybody
        assert "is a directory" in str(PolicyFile(tmp_path).read().problems[0])


def test_a_ready_policy_can_be_followed_by_its_name() -> None:
    snapshot = PolicyFile("companion").read()
    assert snapshot.loaded is not None
    assert str(find("companion")) in snapshot.files


def test_lines_go_where_operators_look(capsys: pytest.CaptureFixture[str]) -> None:
    to_stderr("a line")
    assert capsys.readouterr().err == "a line\n"


def test_health_says_what_is_in_force_in_one_line() -> None:
    good = Health("calm", "sha256:0123456789abcdef", 1)
    assert str(good) == "policy calm (sha256:0123456...) is in force"
    problem = Problem("p.yaml", 2, 3, "no")
    stale = Health("calm", good.hash, 1, stale=True, problems=(problem, problem))
    assert str(stale) == (
        "policy file not taken (2 problems, the first: p.yaml:2:3: no); "
        "calm (sha256:0123456...) stays in force"
    )


# --- the copy ---


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    policy = read_text(SMALL).policy
    keeping = Keeping(tmp_path / "a" / "b")
    assert keeping.load() is None
    keeping.save(policy, "sha256:content")
    kept = keeping.load()
    assert kept is not None
    assert (kept.policy.hash, kept.content) == (policy.hash, "sha256:content")
    assert [file.name for file in (tmp_path / "a" / "b").iterdir()] == [FILE]


@given(st.data())
def test_no_changed_copy_is_ever_taken_for_what_was_kept(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    keeping = Keeping(tmp_path_factory.mktemp("kept"))
    policy = read_text(SMALL).policy
    keeping.save(policy, "sha256:content")
    path = keeping.folder / FILE
    whole = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(whole))
    try:
        kept = keeping.load()
    except ConfigurationError:
        return
    # Only what it was read from may have changed, which is looked at again at a start.
    assert kept is not None
    assert kept.policy.hash == policy.hash


def test_a_copy_that_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Keeping(tmp_path).load()


def test_a_copy_that_was_cut_short_leaves_the_one_before(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path)
    policy = read_text(SMALL).policy
    keeping.save(policy, "sha256:content")
    (tmp_path / f"{FILE}.draft").write_bytes(b"half of")
    kept = keeping.load()
    assert kept is not None
    assert kept.policy.hash == policy.hash
