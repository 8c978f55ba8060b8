"""Two readers of one text at the same time: language, and names in any casing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, Protocol

from guardrails.detectors.base import Needs, Reading
from guardrails.detectors.language import Reader
from guardrails.detectors.rampart import rampart
from guardrails.errors import DetectorTimeoutError
from guardrails.workers import Deadline

_LANGUAGE: Final = Needs.PARSE | Needs.ENTITIES | Needs.FORMATS


class Beginner(Protocol):
    """Begins to read names, and gives them later: `Rampart`, or a fake."""

    def begin(self, text: str) -> Callable[[float | None], Reading]:
        """Return what gives the names in *text*, waiting some seconds at most."""
        ...


def with_names(language: Callable[[], Reader], deadline: Deadline) -> Callable[[], Layers]:
    """
    Return what builds both readers, having checked that there is a model for names.

    Args:
        language: Builds the reader for parses and entities.
        deadline: How long a reading may take.

    Raises:
        ModelMissingError: The model is not installed; says how to get it.
    """
    names = rampart()
    return lambda: Layers(language(), names(), deadline)


class Layers:
    """
    Reads a text with both readers, side by side on two cores.

    Names are begun first and waited for last: the runtime computes without the
    interpreter, which the reader of language holds all the time. Names that cannot be
    read take nothing from those who need none: the reading then says in `why` what is
    missing.

    Args:
        language: For parses, entities and formats.
        names: For `Needs.NAMES`.
        deadline: How long a reading may take; half of its patience is for the names.
    """

    def __init__(self, language: Reader, names: Beginner, deadline: Deadline) -> None:
        self._language = language
        self._names = names
        self._deadline = deadline

    def __call__(self, text: str, needs: Needs) -> Reading:
        """Return what *needs* asks for of *text*; positions are those of *text*."""
        if Needs.NAMES not in needs:
            return self._language(text, needs)
        why = ""
        finish = None
        try:
            finish = self._names.begin(text)
        except Exception as error:  # noqa: BLE001 - what names fail with must not stop a parse
            why = _why(error)
        made = self._language(text, needs & _LANGUAGE) if needs & _LANGUAGE else Reading()
        named = Reading()
        try:
            if finish is not None:
                named = finish(self._deadline.seconds(len(text)) * self._deadline.patience / 2)
        except Exception as error:  # noqa: BLE001 - as above
            why = _why(error)
        return replace(made, names=named.names, made=made.made | named.made, why=why)


def _why(error: Exception) -> str:
    late = isinstance(error, DetectorTimeoutError)
    return "names timeout" if late else "names failed"
