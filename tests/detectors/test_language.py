"""The language engine: one thread, a deadline, a frozen reading."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from guardrails.detectors import pipeline as module
from guardrails.detectors.base import Entity, Needs, Reading
from guardrails.detectors.kinds import KINDS, NOISY, PRESIDIO_TYPES
from guardrails.detectors.language import HUNG, LanguageEngine
from guardrails.detectors.pipeline import Pipeline, loader
from guardrails.errors import (
    ConfigurationError,
    DetectorError,
    DetectorTimeoutError,
    ModelMissingError,
)
from guardrails.workers import Deadline

BOTH = Needs.PARSE | Needs.ENTITIES
HASTY = Deadline(base=0.02, per_thousand=0, patience=2)


@pytest.fixture(scope="module")
def read() -> Pipeline:
    return Pipeline(frozenset({"116 123"}), ("US", "GB"), frozenset())


def said(text: str, entities: tuple[Entity, ...]) -> set[tuple[str, str]]:
    return {(each.kind, text[each.start : each.stop]) for each in entities}


def test_a_reading_holds_what_was_asked_for_and_no_more(read: Pipeline) -> None:
    text = "Priya Nair lives in Leeds. She is fine."

    entities, parse, both = (read(text, needs) for needs in (Needs.ENTITIES, Needs.PARSE, BOTH))

    assert said(text, entities.entities) == {("person", "Priya Nair"), ("location", "Leeds")}
    assert entities.tokens == entities.sentences == parse.entities == ()
    assert (both.tokens, both.sentences) == (parse.tokens, parse.sentences)
    assert both.entities == entities.entities
    assert [each.made for each in (entities, parse, both)] == [Needs.ENTITIES, Needs.PARSE, BOTH]


def test_a_parse_has_lemmas_tags_heads_and_sentences(read: Pipeline) -> None:
    text = "I missed you. Stay!"

    made = read(text, Needs.PARSE)

    words = [text[each.start : each.stop] for each in made.tokens]
    assert words == ["I", "missed", "you", ".", "Stay", "!"]
    assert made.sentences == ((0, 4), (4, 6))
    missed = made.tokens[1]
    assert (missed.lemma, missed.tag, missed.pos, missed.dep) == ("miss", "VBD", "VERB", "ROOT")
    assert missed.head == 1
    assert [each.head for each in made.tokens[:4]] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\ud800",
        "a\udfffb \ud83d",
        "\x00",
        "x\x00y",
        "\u200b",
        "\u202eabc",
        "مرحبا",
        "你好",
        "🙂" * 50,
    ],
)
def test_any_text_is_read_with_positions_inside_of_it(read: Pipeline, text: str) -> None:
    made = read(text, BOTH)

    for each in (*made.tokens, *made.entities):
        assert 0 <= each.start < each.stop <= len(text)
    assert made.sentences == () or made.sentences[-1][1] == len(made.tokens)


def test_a_name_with_invisible_letters_inside_is_found_where_it_stands(read: Pipeline) -> None:
    text = "I spoke to Jo\u200bhn Smi\u200bth in \uff2c\uff45\uff45\uff44\uff53 yesterday."

    found = read(text, Needs.ENTITIES).entities

    assert ("person", "Jo\u200bhn Smi\u200bth") in said(text, found)
    assert ("location", "\uff2c\uff45\uff45\uff44\uff53") in said(text, found)


def test_the_same_text_reads_the_same_after_many_others(read: Pipeline) -> None:
    text = "Tell Ruth that Amir moved to Cork."
    first = read(text, BOTH)

    for number in range(200):
        read(f"word{number} other{number} in another text", Needs.ENTITIES)

    assert read(text, BOTH) == first


def test_memory_does_not_grow_with_words_never_seen_before(read: Pipeline) -> None:
    strings = read._nlp.vocab.strings
    read("the first words", BOTH)
    before = len(strings)

    for number in range(300):
        read(f"zq{number}x yq{number}v", BOTH)

    assert len(strings) == before


def test_without_a_model_formats_are_found_as_with_one_and_nothing_is_parsed(
    read: Pipeline,
) -> None:
    formats = Pipeline(frozenset(), ("US", "GB"), frozenset(), model=False)
    text = "Priya Nair: priya@example.org, 0161 496 0000, card 4111 1111 1111 1111."

    found = formats(text, Needs.ENTITIES)

    assert found.made == Needs.ENTITIES
    with_model = [each for each in read(text, BOTH).entities if each.source != "SpacyRecognizer"]
    assert found.entities == tuple(with_model)
    assert {each.kind for each in found.entities} >= {"email", "phone", "payment-card"}
    with pytest.raises(DetectorError, match="without a model"):
        formats(text, BOTH)


def test_a_reader_without_a_model_needs_none_to_be_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MODEL", "no_such_model")
    assert loader(frozenset(), ("GB",), frozenset(), model=False)
    with pytest.raises(ModelMissingError, match="no-such-model"):
        loader(frozenset(), ("GB",), frozenset())


def test_a_helpline_is_no_entity_and_a_longer_number_is(read: Pipeline) -> None:
    text = "Call 116 123 or my phone 020 7946 0958."

    assert said(text, read(text, Needs.ENTITIES).entities) == {("phone", "020 7946 0958")}


def test_context_is_matched_by_whole_words(read: Pipeline) -> None:
    for text, score in (
        ("My phones are 0113 496 0000.", 7500),
        ("The microphones are 0113 496 0000.", 4000),
    ):
        (phone,) = (each for each in read(text, Needs.ENTITIES).entities if each.kind == "phone")
        assert (phone.score, phone.source) == (score, "PhoneRecognizer")


def test_a_surer_recognizer_wins_over_the_same_span(read: Pipeline) -> None:
    text = "card 4111 1111 1111 1111"

    (card,) = (each for each in read(text, Needs.ENTITIES).entities if each.kind == "payment-card")

    assert (card.score, card.source) == (10_000, "CreditCardRecognizer")


def test_noisy_types_are_off_until_asked_for() -> None:
    quiet = Pipeline(frozenset(), ("US",), frozenset())
    loud = Pipeline(frozenset(), ("US",), frozenset({"US_PASSPORT", "DATE_TIME"}))
    text = "My passport is 987654321 and it ends on 2031-12-01."

    assert "passport" not in {each.kind for each in quiet(text, Needs.ENTITIES).entities}
    assert {"passport", "date-time"} <= {each.kind for each in loud(text, Needs.ENTITIES).entities}


def test_every_type_of_presidio_has_a_name_of_ours() -> None:
    assert set(PRESIDIO_TYPES.values()) <= KINDS
    assert set(PRESIDIO_TYPES) >= NOISY


def test_identity_numbers_of_other_countries_are_known_when_asked_for() -> None:
    read = Pipeline(frozenset(), ("GB", "PL", "IE"), frozenset())
    text = "pesel 44051401359"

    kinds = {each.kind for each in read(text, Needs.ENTITIES).entities}

    assert "national-id" in kinds


@pytest.mark.parametrize(
    ("countries", "also", "hint"),
    [
        pytest.param(("uk",), frozenset[str](), "not a country: uk", id="country"),
        pytest.param(("GB",), frozenset({"NAMES"}), "no such type to add: NAMES", id="type"),
    ],
)
def test_a_wrong_country_or_type_is_refused(
    countries: tuple[str, ...], also: frozenset[str], hint: str
) -> None:
    with pytest.raises(ConfigurationError, match=hint):
        LanguageEngine(countries=countries, also=also)


def test_a_missing_model_is_told_when_the_engine_is_built() -> None:
    with pytest.raises(ModelMissingError, match="pip install no-such-model-here"):
        module._require("no_such_model_here")
    assert loader(frozenset(), ("GB",), frozenset())


def test_no_text_reaches_a_log(
    read: Pipeline, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("presidio-analyzer").error("a message of presidio's")
        read("my email is canary@example.org, iban GB33BUKB20201555555555", BOTH)

    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_reading_an_email_looks_nothing_up_on_the_network() -> None:
    script = """
import sys
seen = []
def hook(event, args):
    if event.startswith(("socket.get", "socket.connect", "socket.send")):
        seen.append(event)
        raise RuntimeError("no network here")
sys.addaudithook(hook)
from guardrails.detectors.base import Needs
from guardrails.detectors.pipeline import Pipeline
text = "write to canary@example.co.uk or canary@corp.internal"
found = Pipeline(frozenset(), ("GB",), frozenset())(text, Needs.ENTITIES).entities
mails = sum(each.kind == "email" for each in found)
lookups = len(seen)
try:
    import socket
    socket.getaddrinfo("localhost", 80)
except RuntimeError:
    pass
print(mails, "e-mail read,", lookups, "look-ups, the hook caught", len(seen) - lookups)
"""
    made = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False
    )

    sys.stdout.write(made.stdout)
    assert made.stderr == ""
    assert made.stdout == "1 e-mail read, 0 look-ups, the hook caught 1\n"


@pytest.fixture(scope="module")
def engine() -> Iterator[LanguageEngine]:
    engine = LanguageEngine()
    engine.warm()
    yield engine
    engine.close()


async def test_the_engine_reads_off_the_event_loop_and_in_order(engine: LanguageEngine) -> None:
    texts = [f"Ruth number {number} met Amir in Leeds." for number in range(12)]

    readings = await asyncio.gather(*(engine.read(text, Needs.ENTITIES) for text in texts))

    for text, made in zip(texts, readings, strict=True):
        assert ("location", "Leeds") in said(text, made.entities)


async def test_nothing_is_read_when_nothing_is_needed(engine: LanguageEngine) -> None:
    assert await engine.read("Ruth", Needs.NOTHING) == Reading()


class Fake:
    """A reader that does as its text says; `go` lets a hanging reading end."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.loaded = 0
        self.load_slowly = threading.Event()
        self.load_slowly.set()

    def load(self) -> Fake:
        self.load_slowly.wait(5)
        self.loaded += 1
        return self

    def __call__(self, text: str, needs: Needs) -> Reading:
        if text == "hang":
            self.go.wait(5)
        if text == "fail":
            msg = "the word canary"
            raise ValueError(msg)
        return Reading(made=needs)


async def test_a_reading_that_hangs_times_out_and_the_next_pipeline_is_fresh() -> None:
    fake = Fake()
    engine = LanguageEngine(deadline=HASTY, load=fake.load)
    engine.warm()
    fake.load_slowly.clear()

    with pytest.raises(DetectorTimeoutError):
        await engine.read("hang", Needs.ENTITIES)
    waiting = asyncio.create_task(engine.read("well", Needs.ENTITIES))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    fake.load_slowly.set()

    assert await waiting == Reading(made=Needs.ENTITIES)
    assert fake.loaded == 2
    fake.go.set()
    engine.close()


async def test_a_text_that_waited_behind_one_that_hung_is_read_all_the_same() -> None:
    fake = Fake()
    engine = LanguageEngine(deadline=HASTY, load=fake.load)
    engine.warm()

    results = await asyncio.gather(
        engine.read("hang", Needs.PARSE), engine.read("well", Needs.PARSE), return_exceptions=True
    )

    assert isinstance(results[0], DetectorTimeoutError)
    assert results[1] == Reading(made=Needs.PARSE)
    fake.go.set()
    engine.close()


async def test_the_engine_stops_when_too_many_readings_hang_and_recovers_when_they_end() -> None:
    fake = Fake()
    engine = LanguageEngine(deadline=HASTY, load=fake.load)
    for _ in range(HUNG + 1):
        engine.warm()
        with pytest.raises(DetectorTimeoutError):
            await engine.read("hang", Needs.PARSE)

    engine.warm()
    with pytest.raises(DetectorError, match=f"stopped: {HUNG + 1} readings hang"):
        await engine.read("well", Needs.PARSE)
    loaded = fake.loaded
    fake.go.set()
    await asyncio.sleep(0.05)

    assert await engine.read("well", Needs.PARSE) == Reading(made=Needs.PARSE)
    assert fake.loaded == loaded + 1
    engine.close()


async def test_a_failure_is_told_without_the_words_that_it_quotes() -> None:
    engine = LanguageEngine(load=Fake().load)

    with pytest.raises(DetectorError) as caught:
        await engine.read("fail", Needs.PARSE)

    assert str(caught.value) == "the language engine failed with ValueError"
    assert caught.value.__cause__ is caught.value.__context__ is None
    engine.close()


async def test_an_engine_that_cannot_load_says_so_each_time() -> None:
    def load() -> Fake:
        msg = "canary"
        raise OSError(msg)

    engine = LanguageEngine(load=load)

    with pytest.raises(DetectorError, match="could not be loaded: OSError"):
        engine.warm()
    with pytest.raises(DetectorError, match="could not be loaded: OSError"):
        await engine.read("well", Needs.PARSE)
    engine.close()


def test_a_configuration_error_while_loading_is_passed_on() -> None:
    def load() -> Fake:
        msg = "no model"
        raise ModelMissingError(msg)

    engine = LanguageEngine(load=load)

    with pytest.raises(ModelMissingError, match="no model"):
        engine.warm()
    engine.close()


async def test_a_closed_engine_refuses_to_read() -> None:
    engine = LanguageEngine(load=Fake().load)
    engine.close()
    engine.close()

    with pytest.raises(DetectorError, match="closed"):
        await engine.read("well", Needs.PARSE)


@pytest.mark.parametrize("row", ["=" * 400, "!?" * 200, "_" * 60, "\U0001f600" * 30])
def test_a_row_of_signs_moves_nothing_and_costs_a_few_tokens(read: Pipeline, row: str) -> None:
    text = f"Greta Lindqvist said {row} Write to greta@example.org."

    reading = read(text, BOTH)

    assert {("person", "Greta Lindqvist"), ("email", "greta@example.org")} <= said(
        text, reading.entities
    )
    assert len(reading.tokens) < 24
    assert [text[each.start : each.stop] for each in reading.tokens][-2:] == [
        "greta@example.org",
        ".",
    ]


def test_formats_are_at_hand_once_the_engine_is_ready_and_until_it_is_closed() -> None:
    text = "Priya Nair, priya@example.org"
    engine = LanguageEngine(model=False)
    engine.warm()

    at_hand = engine.formats()

    assert at_hand is not None
    assert said(text, at_hand(text).entities) == {("email", "priya@example.org")}
    engine.close()
    assert engine.formats() is None


def test_formats_read_at_hand_are_those_of_the_pipeline(read: Pipeline) -> None:
    text = "Priya Nair, priya@example.org, 020 7946 0813"

    assert read.formats(text) == read(text, Needs.FORMATS)
    assert read(text, Needs.NOTHING) == Reading()


def test_a_reader_without_formats_has_none_at_hand() -> None:
    engine = LanguageEngine(load=lambda: lambda _text, needs: Reading(made=needs))
    engine.warm()

    assert engine.formats() is None
    engine.close()
