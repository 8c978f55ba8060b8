"""Two readers of one text at the same time: language, and names in any casing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from guardrails.detectors.base import Needs, Reading
from guardrails.detectors.language import Reader
from guardrails.detectors.pii_parts import settled
from guardrails.detectors.plain import without_capitals
from guardrails.detectors.rampart import rampart
from guardrails.errors import DetectorTimeoutError
from guardrails.workers import Deadline

_LANGUAGE: Final = Needs.PARSE | Needs.ENTITIES | Needs.FORMATS
_SHORT: Final = 600  # characters: some 0.1 ms until they are begun
_AHEAD: Final = 16  # some 50 ms of computing, far less than is waited for
_FIRST: Final = Needs.PARSE | Needs.ENTITIES | Needs.UNHEARD


class Beginner(Protocol):
    """Begins to read names, and gives them later: `Rampart`, or a fake."""

    @property
    def pending(self) -> int:
        """How much was begun and is not done yet."""
        ...

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
    Reads a text with both readers.

    A text in which no word is written as a name is read for names first: where the model
    hears nothing, not even faintly, or all that it hears is settled (`pii_parts.settled`),
    the reader of language looks for formats alone.
    Any other text is read by both side by side on two cores: names are begun first and
    waited for last, since the runtime computes without the interpreter, which the reader
    of language holds all the time. Names that cannot be read take nothing from those who
    need none: the reading then says in `why` what is missing.

    Args:
        language: For parses, entities and formats.
        names: For `Needs.NAMES`.
        deadline: How long a reading may take; half of its patience is for the names.
    """

    def __init__(self, language: Reader, names: Beginner, deadline: Deadline) -> None:
        self._language = language
        self._names = names
        self._deadline = deadline
        self.formats: Callable[[str], Reading] | None = getattr(language, "formats", None)

    def __call__(self, text: str, needs: Needs) -> Reading:
        """Return what *needs* asks for of *text*; positions are those of *text*."""
        if Needs.NAMES not in needs:
            return self._language(text, needs)
        return self._read(text, needs, self._begun(text))

    def ahead(self, text: str, needs: Needs) -> Callable[[], Reading] | None:
        """
        Begin the names of *text* now, and return what reads all that *needs* asks for.

        While a text waits for the reader of language its names are computed on the other
        core. None for a text that is long, since this is called where nothing may take
        long, or if many are under way; it is then begun when it has its turn.
        """
        if Needs.NAMES not in needs or len(text) > _SHORT or self._names.pending >= _AHEAD:
            return None
        return partial(self._read, text, needs, self._begun(text))

    def _read(self, text: str, needs: Needs, begun: Callable[[float | None], Reading]) -> Reading:
        wanted = needs & _LANGUAGE
        if _FIRST & needs == Needs.ENTITIES and without_capitals(text):
            named = self._named(begun, text)
            if named.made and settled(text, named.names):
                made = self._language(text, Needs.FORMATS)
                return replace(made, names=named.names, made=Needs.ENTITIES | Needs.NAMES)
            made = self._language(text, wanted)
        else:
            made = self._language(text, wanted) if wanted else Reading()
            named = self._named(begun, text)
        also = needs & Needs.UNHEARD
        return replace(made, names=named.names, made=made.made | named.made | also, why=named.why)

    def _begun(self, text: str) -> Callable[[float | None], Reading]:
        try:
            return self._names.begin(text)
        except Exception as error:  # noqa: BLE001 - what names fail with must not stop a parse
            failed = Reading(why=_why(error))
            return lambda _: failed

    def _named(self, begun: Callable[[float | None], Reading], text: str) -> Reading:
        try:
            return begun(self._deadline.seconds(len(text)) * self._deadline.patience / 2)
        except Exception as error:  # noqa: BLE001 - as above
            return Reading(why=_why(error))


def _why(error: Exception) -> str:
    late = isinstance(error, DetectorTimeoutError)
    return "names timeout" if late else "names failed"
