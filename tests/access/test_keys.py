import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.access.key_file import KeyFile, changing, read_keys
from guardrails.access.keys import Caller, Key, found, hash_of, new_key, revoked
from guardrails.access.rates import Rates
from guardrails.access.roles import ALLOWED, Permission, Role, may
from guardrails.errors import AccessError

NOW = 1_795_000_000


def kept(path: Path, *names: str) -> list[tuple[Key, str]]:
    pairs = [new_key(name, Role.APPLICATION, NOW) for name in names]
    with changing(path) as keys:
        keys.extend(key for key, _ in pairs)
    return pairs


def test_every_role_has_its_permissions_and_only_applications_chat() -> None:
    assert set(ALLOWED) == set(Role)
    assert [role for role in Role if may(role, Permission.CHAT)] == [Role.APPLICATION]
    assert [role for role in Role if may(role, Permission.CLEAR_WATCH)] == [Role.ON_CALL]


def test_a_key_is_found_by_its_whole_text_alone() -> None:
    key, text = new_key("app", Role.APPLICATION, NOW)
    other, _ = new_key("other", Role.APPLICATION, NOW)
    assert found([other, key], text, NOW) is key
    assert found([other], text, NOW) is None
    for wrong in ("", "candor", text[:-1], text + "0", text.upper(), text.replace("candor", "x")):
        assert found([key], wrong, NOW) is None
    assert found([key], text + "_" + text, NOW) is None
    assert found([key], text + "x" * 500, NOW) is None


@given(st.text())
def test_no_other_text_is_a_key(text: str) -> None:
    key, _ = new_key("app", Role.APPLICATION, NOW)
    assert found([key], text, NOW) is None
    assert found([key], f"candor_{key.id}_{text}", NOW) is None


@pytest.mark.parametrize("name", ["", "a/b", "a b", "x" * 61, "a\n"])
def test_a_key_whose_name_could_be_taken_for_anothers_is_not_made(name: str) -> None:
    with pytest.raises(AccessError, match="name"):
        new_key(name, Role.APPLICATION, NOW)


def test_a_key_ends_with_its_time_or_when_it_is_taken_back() -> None:
    key, text = new_key("app", Role.APPLICATION, NOW, expires=NOW + 10)
    assert found([key], text, NOW + 9.9) is key
    assert found([key], text, NOW + 10) is None
    (gone,) = revoked([key], key.id, NOW + 5)
    assert found([gone], text, NOW + 6) is None
    assert revoked([gone], key.id, NOW + 7) == [gone]
    assert revoked([key], "other", NOW) == [key]


def test_a_caller_without_keys_may_do_everything_and_one_with_a_key_what_it_is_for() -> None:
    anyone = Caller()
    assert (anyone.id, anyone.name, anyone.rate) == ("anyone", None, None)
    assert all(map(anyone.may, Permission))
    assert anyone.may_use("x")
    caller = Caller(new_key("app", Role.APPLICATION, NOW, routes=["a"], rate=3)[0])
    assert (caller.name, caller.rate) == ("app", 3)
    assert caller.may_use("a")
    assert not caller.may_use("b")
    assert not caller.may(Permission.METRICS)


def test_the_file_holds_no_key_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    ((key, text),) = kept(path, "app")
    secret = text.rpartition("_")[2]
    assert secret not in path.read_text()
    assert hash_of(text) in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_keys(path) == [key]
    assert [one.name for one in tmp_path.iterdir()] == ["keys.json"]


def test_a_file_that_root_changes_stays_that_of_the_gateways_user(tmp_path: Path) -> None:
    folder = tmp_path / "candor"
    folder.mkdir()
    root = os.geteuid() == 0  # whoever is not cannot give a file away
    user = 10001 if root else os.geteuid()
    os.chown(folder, user, -1)
    path = folder / "keys.json"
    kept(path, "app")
    assert path.stat().st_uid == user
    os.chown(folder, os.geteuid(), -1)
    kept(path, "other")
    assert path.stat().st_uid == user
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_with_all_fields_comes_back_as_it_was(tmp_path: Path) -> None:
    key, _ = new_key("app", Role.ON_CALL, NOW, expires=NOW + 1, routes=["a", "b"], rate=0)
    with changing(tmp_path / "k") as keys:
        keys.append(key)
    assert read_keys(tmp_path / "k") == [key]


def test_a_change_of_the_file_counts_from_the_next_request_on(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    reader = KeyFile(path, lambda: NOW)
    assert reader.find("candor_x_y") is None
    ((key, text),) = kept(path, "app")
    assert reader.find(text) == key
    with changing(path) as keys:
        keys[:] = revoked(keys, key.id, NOW)
    assert reader.find(text) is None


def test_a_file_that_breaks_leaves_the_keys_before_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    ((key, text),) = kept(path, "app")
    reader = KeyFile(path, lambda: NOW)
    assert reader.find(text) == key
    good = path.read_bytes()
    path.write_text("{")
    assert reader.find(text) == key
    assert reader.stale
    path.write_bytes(good)
    assert reader.find(text) == key
    assert not reader.stale


def test_many_who_change_the_file_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: kept(path, f"app-{n}"), range(16)))
    assert sorted(key.name for key in read_keys(path)) == sorted(f"app-{n}" for n in range(16))


ROW = {"id": "a", "name": "app", "role": "application", "hash": "sha256:0", "created": 1}


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"schema": 2, "keys": []}',
        '{"schema": 1}',
        json.dumps({"schema": 1, "keys": [1]}),
        *(
            json.dumps({"schema": 1, "keys": [row]})
            for row in (
                {},
                {**ROW, "role": "boss"},
                {**ROW, "colour": 1},
                {**ROW, "created": "now"},
                {**ROW, "created": None},
                {**ROW, "expires": True},
                {**ROW, "routes": "all"[:0] + "ab", "rate": 1.5},
                {**ROW, "routes": [1]},
                {**ROW, "name": ""},
                {**ROW, "name": "a/b"},
            )
        ),
    ],
)
def test_a_file_of_another_form_is_an_error_that_names_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "keys.json"
    path.write_text(text)
    with pytest.raises(AccessError, match=r"keys\.json"):
        read_keys(path)


def test_a_file_that_cannot_be_read_or_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="directory"):
        read_keys(tmp_path)
    with pytest.raises(AccessError, match="No such file"), changing(tmp_path / "no" / "keys"):
        pass
    target = tmp_path / "folder"
    target.mkdir()
    (target / "full").touch()
    with pytest.raises(AccessError), changing(target):
        pass


def test_a_draft_that_cannot_take_its_place_is_not_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    with pytest.raises(AccessError, match="keys"), changing(path):
        os.mkdir(path)  # noqa: PTH102 - whatever comes between
    assert [one.name for one in tmp_path.iterdir()] == ["keys.json"]


def test_a_key_that_was_used_for_a_minute_goes_on_at_its_rate() -> None:
    at = [0.0]
    rates = Rates(2, lambda: at[0])
    assert [rates.wait("a"), rates.wait("a")] == [0, 0]
    assert rates.wait("a") == 30
    assert rates.wait("b") == 0
    at[0] = 30
    assert rates.wait("a") == 0
    assert rates.wait("a") == 30
    assert [rates.wait("c", 0) for _ in range(9)] == [0] * 9
    assert [rates.wait("d", 1), rates.wait("d", 1)] == [0, 60]


@given(st.lists(st.floats(0, 20), max_size=60), st.integers(1, 30))
def test_no_more_than_a_minute_saved_and_the_rate_gets_through(
    gaps: list[float], rate: int
) -> None:
    at = [0.0]
    rates = Rates(rate, lambda: at[0])
    through = 0
    for gap in gaps:
        at[0] += gap
        through += rates.wait("a") == 0
    assert through <= rate + at[0] * rate / 60 + 1e-6
