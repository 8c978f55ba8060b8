"""Personal data: what the language engine found and what our own rules found, made one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.detectors.allowed import Allowed
from guardrails.detectors.base import Needs, Reading, View
from guardrails.detectors.coverage import Coverage
from guardrails.detectors.folded import Folded, fold
from guardrails.detectors.kinds import NAMED, SILENT
from guardrails.detectors.language_id import identifier
from guardrails.detectors.pii_answers import SPELT
from guardrails.detectors.pii_apart import pieces
from guardrails.detectors.pii_calendar import RULE as CALENDAR
from guardrails.detectors.pii_dates import dated
from guardrails.detectors.pii_heard import heard, may_be_unheard
from guardrails.detectors.pii_initials import INITIALS, LAST_FIRST
from guardrails.detectors.pii_nobodys import Nobodys, of_nothing
from guardrails.detectors.pii_other_names import likely
from guardrails.detectors.pii_parted import parted
from guardrails.detectors.pii_parts import parts
from guardrails.detectors.pii_pinyin import pinyin
from guardrails.detectors.pii_rules import RULES, ruled
from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_towns import placed
from guardrails.detectors.pii_trimmed import as_name, trimmed
from guardrails.detectors.pii_united import united
from guardrails.detectors.pii_whole import whole
from guardrails.detectors.pii_words import POLITE
from guardrails.detectors.plain import without_names
from guardrails.detectors.rampart import SHA256
from guardrails.detectors.rampart_int8 import REVISION
from guardrails.errors import DetectorError
from guardrails.findings import Family, Finding, Span
from guardrails.messages import Side
from guardrails.surrogates import TOKEN

VERSION: Final = f"{RULES}+rampart-{SHA256[:8]}-{REVISION}"
"""Rules, the weights of the small model, and how they were converted."""

_LAYERS: Final = Needs.ENTITIES | Needs.NAMES
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_SHORT_CODE = 5  # digits: 988, 3114, 85258
_BRIEF: Final = 200  # characters
_FEW: Final = 7  # digits: those of the shortest phone number
_CALLED = re.compile(r"\w+(?:\.\w+)+\(")
"""A function of a program: "np.zeros(3)"."""
_NO_HOUSE = re.compile(r"(?:dob|cv[cv]2?|born)\b\W{1,3}(?=\w)", re.IGNORECASE)
"""Words that say that the number behind them is no house."""
_AFTER = re.compile(rf"(?:[\s,.!]+(?:{'|'.join(sorted(POLITE))})\b)+[\s,.!]*$")
_EXACT: Final = (SPELT, INITIALS, LAST_FIRST)
"""Rules of names whose single letters are a part of them."""
_URL_SURE = re.compile(
    r"(?:https?://|www\.)|/|\.(?:com|org|net|edu|gov|io|info|(?:co|org|ac|gov)\.uk)\b",
    re.IGNORECASE,
)


class PiiDetector:
    """
    Finds personal data on every surface, in both directions.

    Findings never overlap and never cover half a word: where several overlap they
    become one, over all of them.

    Args:
        allow: Values that are never findings, such as helplines, however written.
        also: Types of `kinds.SILENT` that are reported all the same.
        formats: Sides on which nobody asks for names and places: what is told by its form
            alone is looked for there, and no model is asked.
    """

    def __init__(
        self,
        allow: frozenset[str] = frozenset(),
        also: frozenset[str] = frozenset(),
        formats: frozenset[Side] = frozenset(),
    ) -> None:
        self._formats = formats
        self._allowed = Allowed(allow)
        self._silent = SILENT - also
        # What is silent else is heard by the reader of language alone.
        self._layers = _LAYERS | (Needs.UNHEARD if also else Needs.NOTHING)
        self._languages = identifier()
        self._coverage = Coverage("names", self._languages)

    @property
    def name(self) -> str:
        """Name and version."""
        return VERSION

    @property
    def family(self) -> Family:
        """Which family its findings are of."""
        return Family.PII

    def needs(self, view: View) -> Needs:
        """
        Return both layers of models, or nothing for a text without letters and digits.

        A text of words that are never a name is looked at for formats alone.
        """
        if not _WORD.search(view.text):
            return Needs.NOTHING
        formats = view.side in self._formats or without_names(view.text)
        return Needs.FORMATS if formats else self._layers

    def brief(self, view: View) -> bool:
        """
        Return whether *view* is short, with few digits and at most one e-mail address.

        What takes long are numbers and addresses: Presidio tries each row of digits as a
        phone number of every country, but only where there are enough of them.
        """
        text = view.text
        short = len(text) <= _BRIEF and text.count("@") <= 1
        return short and sum(map(str.isdigit, text)) < _FEW

    def uncovered(self, view: View) -> str:
        """Return in which languages and scripts of *view* names are not looked for, or ""."""
        return "" if view.side in self._formats else self._coverage.gap(view.text)

    def look(self, view: View) -> tuple[Finding, ...]:
        """
        Return every finding in *view*, in reading order.

        Raises:
            DetectorError: The text was not read for entities.
        """
        needs = self.needs(view) & ~Needs.UNHEARD
        if not needs:
            return ()
        reading = _read(view, needs)
        folded = fold(view.text)
        plain = Plain.of(folded.text)
        language = self._languages.language(folded.text, hint=True) or likely(plain)
        words = [
            Hit(each.kind, *folded.folded(each.start, each.stop), each.score, each.source)
            for each in reading.names
        ]
        hits = (
            *_of_spacy(view.text, reading, folded, language),
            *_of_small_model(plain, words, language),
            *ruled(plain, words, language),
        )
        clear = self._clear(plain.text)
        nobodys = Nobodys.of(plain, language, heard=bool(reading.names or reading.entities))
        kept = (
            fit
            for hit in hits
            for piece in pieces(plain, hit, language, words, clear)
            if not nobodys.cover(piece)
            if (fit := self._fit(plain.text, piece)) is not None
        )
        return tuple(
            Finding(
                f"pii.{hit.kind}", Span(*folded.original(hit.start, hit.stop)), hit.score, hit.rule
            )
            for hit in united(plain.text, parted(plain.text, kept))
        )

    def _clear(self, text: str) -> list[tuple[int, int]]:
        """Return the ranges of *text* that are never findings."""
        # A short number within a longer value is a house, a day or a postcode, no helpline.
        lines = (at for at in self._allowed.ranges(text) if at[1] - at[0] > _SHORT_CODE)
        return sorted([*lines, *(match.span() for match in TOKEN.finditer(text))])

    def _fit(self, text: str, hit: Hit) -> Hit | None:
        """Return *hit* over whole words and nothing else, or None if it is no finding."""
        if hit.kind in self._silent:
            named = as_name(text, hit) if hit.kind != "date-time" else None
            if named is None:
                return None
            hit = named
        if hit.kind in NAMED and not hit.rule.endswith(_EXACT):
            cut = trimmed(text, hit)
            if cut is None:
                return None
            hit = cut
        if hit.kind == "postal-address" and (polite := _AFTER.search(text, hit.start, hit.stop)):
            hit = hit._replace(stop=polite.start())
        if hit.kind == "postal-address" and (cue := _NO_HOUSE.match(text, hit.start, hit.stop)):
            hit = hit._replace(start=cue.end())
        value = text[hit.start : hit.stop]
        if value in self._allowed and not _short_day(hit):
            return None
        hit = placed(hit, value)
        grown = whole(text, hit) if _formed(hit, value) else None
        if grown is None:
            return None
        # "10GB", "F32"
        sized = hit.kind == "location" and _DIGIT.search(text, grown.start, grown.stop)
        called = hit.kind in NAMED and _CALLED.fullmatch(text, grown.start, grown.stop + 1)
        return None if sized or called or of_nothing(text, grown) else grown


def _short_day(hit: Hit) -> bool:
    """Return whether *hit* is a day that only looks like a short number to call: "9/11"."""
    return hit.rule.endswith(CALENDAR) and hit.stop - hit.start <= _SHORT_CODE


def _formed(hit: Hit, value: str) -> bool:
    """Return whether *value* has the form of a link or a date, if *hit* is one."""
    if hit.kind == "url":
        return "." in value and _URL_SURE.search(value) is not None
    return hit.kind != "date-time" or hit.rule.endswith(CALENDAR) or dated(value)


def _read(view: View, needs: Needs) -> Reading:
    """
    Return what was read of *view*.

    Raises:
        DetectorError: It was not read for all that is needed.
    """
    made = Needs.NOTHING if view.reading is None else view.reading.made
    if Needs.ENTITIES in made:
        made |= Needs.FORMATS  # which are some of them
    if view.reading is None or needs not in made:
        msg = "the text was not read for entities and names"
        raise DetectorError(msg)
    return view.reading


def _of_spacy(text: str, reading: Reading, folded: Folded, language: str) -> Iterator[Hit]:
    """Yield what Presidio and spaCy found in *text* and is to be believed."""
    for each in reading.entities:
        if (
            each.kind != "person"
            or heard(text, each, reading.names)
            or may_be_unheard(text, each, language)
        ):
            at = folded.folded(each.start, each.stop)
            yield Hit(each.kind, *at, each.score, f"presidio:{each.source}")


def _of_small_model(plain: Plain, words: Sequence[Hit], language: str) -> Iterator[Hit]:
    """Yield what the *words* of the small model come to."""
    english = language in {"", "English"}
    for hit in (*parts(plain, words, english=english), *pinyin(plain, words)):
        yield hit._replace(rule=f"rampart:{hit.rule}")
