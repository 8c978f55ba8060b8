"""
Numbers that count something, or number it, and are nobody's: scores, rooms, flights, models.

A model that knows addresses takes most small numbers with a word beside them for one:
"Room 214", "Golf 7", "Set 6-4". These rules say what is none. They look at what stands
beside a number, never at the number alone.
"""

from __future__ import annotations

import re
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import DOES, OF_PROGRAMS, words
from guardrails.detectors.plain import plain_words

NUMBERED: Final = words("""
act batch batches sku aisle title appendix area article bay bed bench bin bingo booth box bus
button carriage cabin chapter channel class clause coach column commit core corridor counter court
door draft edition engine entrance episode error event exercise exit field figure fixture flight
floor frame gate gear game grade hall hole inning junction lap lecture lesson level lift lotto
match mileage model module motorway odo odometer page paragraph part patch period phase pitch
platform player pod port puzzle quarter rank ranked room round route row sample scene score scored
season seat section semester series session set sheet shelf shuttle side size slide slot spot
squad stage stairwell stall stand station stop step storey table tariff team terminal theatre
theme tier final finals innings overtime track train tram verse version volume ward wave windows
zone bp bmi pulse temp temperature weight height budget total price cost costs paid won win wins
lost lose beat drew draw led trailed theater android chrome firefox ios iphone ipad macos python
ubuntu xbox playstation habitación sala puerta andén vuelo asiento fila chambre salle porte quai
voie vol siège zimmer raum gleis bahnsteig bmi waist ferritin vit vitamin tsh hba1c ldl hdl psa
crp egfr haemoglobin hemoglobin glucose cholesterol iron calcium sodium potassium platelets
creatinine spo2 vo2 hrv elo rating ping mmr gpa sat act ielts toefl gmat squat bench deadlift reps
stretch flug sitz reihe quarto porta voo camera binario volo posto kamer spoor vlucht stoel
""")
"""What has a number and is not where somebody lives."""

_UNITS: Final = (
    r"(?:percent|degrees?|celsius|fahrenheit|kms?|kilomet(?:er|re)s?|mi|miles?|met(?:er|re)s?|cm|mm"
    r"|ft|feet|inch(?:es)?|yards?|kmh|km/h|mph|kg|kgs|kilos?|grams?|mg|mcg|iu|lbs?|pounds?|oz|ounces?"
    r"|lit(?:er|re)s?|ml|cl|dl|gallons?|cups?|tsp|tbsp|kw|kwh|volts?|ah|mah|amps?|hz|khz|mhz|ghz"
    r"|kb|mb|gb|tb|mbps|px|pixels|dpi|fps|rpm|hp|bhp|psi|secs?|seconds?|mins?|minutes?|hrs?|hours?"
    r"|days?|weeks?|months?|years?|yrs?|reps?|sets?|laps?|points?|pts|goals?|wins?|times"
    r"|dollars?|euros?|eur|usd|gbp|quid|pence|cents?|pcs|pieces|people|persons|tickets|steps|calories"
    r"|words|pages|views|likes|followers|songs|photos|players|fans|employees|stars|coins|votes|guests"
    r"|tyres|tires)"
)
_UNIT_AFTER = re.compile(rf"\s?(?:[%°]|{_UNITS}(?!\w))")
_WITH_UNIT = re.compile(rf"\d(?:{_UNITS}|[glmvw])(?!\w)|\d0s(?!\w)")
_SCORE = re.compile(r"\d{1,3}\s?[-:–]\s?\d{1,3}")
_DECIMAL = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+[.,:]\d+)(?![.,:]?\d)")
_BY = re.compile(r"\d+\s?[x×]\s?\d|\d{3}/\d{2}\s?z?r\d{2}")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[a-z]{0,2}\d\w*|[a-z]")
_UNIT = re.compile(_UNITS)
_SURE_UNIT = re.compile(
    r"\d(?:[kmgt]b|[kmg]hz|[ckm]m|k?mh|[km]?g|mcg|[mcd]l|m?ah|kwh?|fps|rpm|mph|psi|dpi|px)\b"
)
_NAMED = re.compile(r"[^\W\d_]+(?:(?:\s[^\W\d_]+)?\s\d{1,4})?")
_PLACED: Final = frozenset({"ZIP_CODE", "CITY", "STATE", "SECONDARY_ADDRESS"})
_BEFORE = re.compile(
    r"(\w+)[\s:#.]{1,3}(?:(?:nos?\.?|nr\.?|number|says|said|reads|at|is|was|to|or|and)\s)?(?:\d{1,8}\s(?:and|or|&|to)\s)?$"
)
ODD_CASE = re.compile(r"(?=\w*[A-Z])(?=\w*[a-z])\w*\d\w*")
"""A postcode in one word is all capitals or none: "M110we" is a printer."""
_THERE = re.compile(r"\b(?:at|on|in|to|near|from|by|opposite|behind|outside)\s(?:the\s)?$")
_ROUND = re.compile(r"\d{1,3}000")
STREET: Final = words("""
street road avenue lane drive close court place square terrace grove crescent boulevard parkway
highway gardens garden mews row walk hill park green way rise view circle trail loop path vale
heights wharf quay house cottage flat apt apartment suite ste unit rd st ave av ln dr ct blvd pl sq
hwy pkwy po box cir cres calle c avda avenida plaza paseo camino via viale corso piazza rua travessa
praça rue allée chemin impasse quai route
""")
_COMPOUND = re.compile(
    r"\w{2}(?:stra(?:ß|ss)e|str|weg|gasse|platz|allee|damm|ufer|straat|laan|gracht|plein|kade|singel"
    r"|dijk|dreef|markt|ring)$"
)
_LIVES = re.compile(
    r"\b(?:live[sd]?|living|address|addr|moved|deliver(?:ed|y)?|ship(?:ped|ping)?|send|sent|post(?:ed)?"
    r"|mail|zip|post ?code|reside|stay(?:s|ing)?|located|house|flat|apt|apartment|home"
    r"|born in|come to|pick me up)\b"
)
_HEX = re.compile(r"\b0x[0-9a-f]{1,16}\b")
_VERSE = re.compile(
    r"\b(?:[123] )?(?:genesis|exodus|leviticus|numbers|deuteronomy|joshua|judges|ruth|samuel|kings"
    r"|chronicles|ezra|nehemiah|esther|job|psalms?|proverbs|ecclesiastes|isaiah|jeremiah|ezekiel"
    r"|daniel|hosea|joel|amos|obadiah|jonah|micah|habakkuk|zechariah|malachi|matthew|mark|luke|john"
    r"|acts|romans|corinthians|galatians|ephesians|philippians|colossians|thessalonians|timothy"
    r"|titus|philemon|hebrews|james|peter|jude|revelation|surah?|gita)"
    r"\s\d{1,3}:\d{1,3}(?:-\d{1,3})?\b"
)
_FLIES = re.compile(
    r"\b(?:easyjet|ryanair|lufthansa|emirates|qantas|klm|iberia|vueling|eurowings|norwegian|wizz"
    r"|boeing|airbus|a3[1-8]0|7[0-9]7|turkish airlines|air france|delta|jetblue|aer lingus"
    r"|finnair|swiss air|indigo"
    r"|flights?|fly|flying|flew|flown|airline|airport|boarding|lands?|landed|departs?|depart(?:ure|ing)"
    r"|gate|terminal|train|trains|bus|tram|platform|connection|cancell?ed|delayed)\b"
)
_SERVICE = re.compile(r"(?<![\w-])(?:[A-Z]{2,3}|[A-Z]\d|\d[A-Z]) ?\d{1,4}(?![\w-])")
_ISBN = re.compile(
    r"\bisbn(?:[- ]?1[03])?\b[\s:#]{0,3}(?:is\s)?"
    r"((?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dx])(?![\w])"
    r"|(?<![\w-])(97[89]-\d{1,5}-\d{1,7}-\d{1,7}-\d)(?![\w-])"
)
_PUBLIC = re.compile(
    r"\b(?:commit|sha|sha1|sha256|revision|changeset|build|doi|rfc|cve|iso|din|ral|pantone|kernel"
    r"|firmware)\b[\s:#]{1,3}((?=[\w./\-]*\d)[\w./\-]{2,64})"
    r"|\b(cve-\d{4}-\d{4,7})\b"
    r"|\bgit [a-z\-]{2,16}(?: --?[a-z\-]{1,16}){0,3} ([0-9a-f]{7,40})\b"
)
_ARTICLE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at|ese|ose)|new|old)\s(?:[A-Z][\w-]*\s){0,3}$"
)
_FRACTION = re.compile(r"\d[.,]\d+$")
_TOWN: Final = frozenset({"CITY", "STATE", "SECONDARY_ADDRESS"})
_NOWHERE = re.compile(
    r"(?:gate|platform|terminal|seat|row|aisle|track|lane|table|desk|counter|bay|locker|carriage)"
    r"s?\s[a-z]{0,2}\d{1,3}[a-z]{0,2}"
)
"""Where nobody lives, whatever is said before: "moved to gate D59"."""
_ROMAN = re.compile(r"[IVX]{1,5}")
_FORM = re.compile(r"(?:p(?:45|60|11d|800)|w-?[2489]|i-?(?:9|94|20)|ds-?160|sa100|n-?400)")
"""Forms of an office: "my P45"."""
_HOST = re.compile(r"(?<!address)(?<!addr)(?<!home)(?<!house)(?<=\w):$")
"""Before the port of a host: "localhost:8080"."""
_OWNER = re.compile(r"(?:My|The|Our|Your|A|An|This|That)\s")
_OWNED_THING = re.compile(
    r"\b(?:[Tt]h(?:e|is|at)|[Aa]n?|[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Nn]ew|[Oo]ld)\s$"
)
_MAKER: Final = (
    r"(?:acer|aeg|amd|asus|audi|beko|bmw|bosch|brother|canon|casio|citro[eë]n|corsair|dacia|dell"
    r"|dewalt|dyson|electrolux|epson|fiat|ford|fujifilm|garmin|gigabyte|gopro|grundig|hisense"
    r"|hitachi|honda|hotpoint|hp|huawei|hyundai|ibm|ikea|indesit|intel|jbl|kawasaki|kenwood|kia"
    r"|lego|lenovo|lexus|lg|logitech|makita|mazda|mercedes|miele|mitsubishi|motorola|msi|netgear|nikon"
    r"|nissan|nokia|nvidia|olympus|oneplus|panasonic|peugeot|philips|pioneer|razer|renault|ryobi"
    r"|samsung|sandisk|seagate|sennheiser|siemens|skoda|smeg|sony|subaru|suzuki|tcl|tesla|thinkpad"
    r"|toshiba|toyota|tp-link|vaillant|volkswagen|volvo|vw|whirlpool|xiaomi|yamaha|zanussi|zte)"
)
_THING: Final = (
    r"(?:tv|television|monitor|printer|laptop|dishwasher|fridge|freezer|oven|hob|boiler|washer"
    r"|dryer|machine|camera|lens|headphones|earbuds|speakers?|router|modem|chip|cpu|gpu|processor"
    r"|motherboard|ssd|drill|mower|engine|battery|charger|cartridges?|toner|filter|bulbs?|keyboard"
    r"|mouse|watch|console|synth|guitar|amp|bike|gearbox|vacuum|hoover|kettle|mixer|model)"
)
_MADE = re.compile(rf"{_MAKER}(?!\w)")
_MADE_IN = re.compile(
    r"\b(?:deskjet|laserjet|officejet|pixma|ecotank|galaxy|iphone|ipad|macbook|kindle|xperia|redmi|moto"
    r"|thinkpad|inspiron|ideapad|vivobook|playstation|xbox|rtx|gtx|radeon|ryzen|geforce|roomba|fenix"
    r"|fritz!?box|speedport|easybox|homebox|livebox|homehub|superhub|eero|orbi"
    r"|forerunner|corolla|civic|polo|passat|fiesta|clio|corsa|astra|qashqai|octavia|yaris)\b"
)
"""Families of devices and cars, of which one has a number: "a deskjet 2720e"."""
_ROUTER = re.compile(r"\b(?:fritz!?box|speedport|easybox|homebox|livebox)\s\d")
_MADE_BEFORE = re.compile(rf"\b{_MAKER}\s$")
_AS_PEOPLE: Final = words("""
ford mercedes brother dell lego lg tcl seat kia suzuki honda kawasaki bosch siemens philips miele
""")
"""Makers that somebody may be called as well, or whose letters are a name."""
WORK: Final = (
    r"film|movie|show|series|drama|book|novel|song|album|podcast|play|poem|musical|comic|manga"
    r"|painting|storm"
)
"""What has a title that may be somebody's name."""
_CALLED_THING = re.compile(
    rf"\b(?:{WORK}|k-drama|anime|band|game|app|episode|programme|restaurant|pub|bar|cafe"
    r"|company|brand|website|software|tool|drug|medication|condition|syndrome|technique|method"
    r"|course|module|boat|ship|species|breed|dish)s? (?:(?:is|was|were|are) )?"
    r"(?:called|named|titled|entitled),? (?:the )?[\"'“‘]?$"
)
_THING_BEFORE = re.compile(rf"\b(?:{_MAKER}(?:\s[a-z]+)?|{_THING})\s$")
_THING_AFTER = re.compile(rf"\s(?:{_THING})\b")
_ASCENDING: Final = 5  # numbers
_MOST: Final = 6  # digits of what counts something
_LONG: Final = 5  # digits that only a few things have
_LONG_NUMBERED: Final = words("odo odometer mileage set lego batch batches sku lot port")
_FEW: Final = 3  # digits beside plain words


def published(plain: Plain) -> list[tuple[int, int]]:
    """Return ranges of what everybody may know: books, standards, builds, trains and flights."""
    if not plain.digits:
        return []
    found = [match.span(match.lastindex or 0) for match in _ISBN.finditer(plain.lower)]
    found += [match.span(match.lastindex or 0) for match in _PUBLIC.finditer(plain.lower)]
    if ":" in plain.text:
        found += [match.span() for match in _VERSE.finditer(plain.lower)]
    found += [match.span() for match in _HEX.finditer(plain.lower)]
    if _FLIES.search(plain.lower):
        found += [match.span() for match in _SERVICE.finditer(plain.text)]
    return found


def is_product(plain: Plain, start: int, stop: int) -> bool:
    """Return whether a code is spoken of as a thing: "the WH-1000XM5", "an HP LaserJet M110we"."""
    if _THING_BEFORE.search(plain.lower, max(0, start - 40), start):
        return True
    if _THING_AFTER.match(plain.lower, stop):
        return True
    if plain.text[start:stop].islower():
        return False
    return _ARTICLE.search(plain.text, max(0, start - 40), start) is not None


def is_thing(plain: Plain, start: int, stop: int) -> bool:
    """
    Return whether a reader took a thing for a person.

    That is one with its maker ("Renault Zoe"), one that is said to be called so ("a film called
    Crash Landing"), words of programs ("asyncio loop"), or a part of a law ("Title IX").
    """
    said = plain.lower[start:stop]
    maker = _MADE.match(said)
    if maker and maker.group() not in _AS_PEOPLE:
        return True
    before = plain.lower[max(0, start - 48) : start]
    made = _MADE_BEFORE.search(before)
    if (made and made.group().strip() not in _AS_PEOPLE) or _CALLED_THING.search(before):
        return True
    named = _WORD.findall(said)
    if not OF_PROGRAMS.isdisjoint(named) and all(map(_says_nothing, named)):
        return True
    first, _, last = plain.text[start:stop].partition(" ")
    return first.lower() in NUMBERED and _ROMAN.fullmatch(last) is not None


def ascends(value: str) -> bool:
    """Return whether *value* is a row of growing numbers of a digit or two, as drawn or listed."""
    numbers = re.findall(r"\d+", value)
    if len(numbers) < _ASCENDING or max(map(len, numbers)) > 2:  # noqa: PLR2004
        return False
    counts = list(map(int, numbers))
    return counts == sorted(set(counts)) and not any(one.startswith("0") for one in numbers)


def measures(said: str) -> bool:
    """Return whether *said*, in small letters, has a unit that no house has, or is a router."""
    return (_SURE_UNIT.search(said) or _ROUTER.search(said)) is not None


def counts(plain: Plain, hit: Hit, labels: set[str]) -> bool:  # noqa: C901, PLR0911 - in turn
    """
    Return whether *hit*, which a model takes for a part of an address, is a number of things.

    Args:
        plain: The text.
        hit: A postal address that only the model told.
        labels: The model's own words for its parts.
    """
    said = plain.lower[hit.start : hit.stop]
    named = [word for word in _WORD.findall(said) if not _NUMBER.fullmatch(word)]
    if not OF_PROGRAMS.isdisjoint(named):
        return True
    if any(word in STREET or _COMPOUND.search(word) for word in named):
        return False
    if _DECIMAL.match(said) or _BY.match(said) or measures(said):
        return True
    lives = _LIVES.search(plain.lower, max(0, hit.start - 60), hit.start) is not None
    if _is_a_thing(plain, hit, named, labels, lives=lives):
        return True
    rest = [word for word in named if not _says_nothing(word)]
    if not rest and (_DECIMAL.search(said) or _BY.search(said) or _SCORE.fullmatch(said)):
        return True
    if named and NUMBERED.issuperset(named) and not lives:  # "ferritin 11, b12 210"
        return True
    digits = sum(map(str.isdigit, said))
    if digits > _MOST or lives:
        return False
    if rest:
        return not labels & _PLACED and _is_named(plain, hit)
    if _UNIT_AFTER.match(plain.lower, hit.stop) or _WITH_UNIT.search(said):
        return True
    if named:
        return digits <= _FEW or not NUMBERED.isdisjoint(named)
    if ODD_CASE.fullmatch(plain.text, hit.start, hit.stop) or _ROUND.fullmatch(said):
        return True
    return _is_numbered(plain, hit, digits)


def _is_a_thing(plain: Plain, hit: Hit, named: list[str], labels: set[str], *, lives: bool) -> bool:
    """Return whether it is a place to wait at, a distance, or a thing: "my Dell XPS 13 9310"."""
    said = plain.lower[hit.start : hit.stop]
    if _FRACTION.search(said) and _UNIT_AFTER.match(plain.lower, hit.stop):  # "ran 21.1 km"
        return True
    if _NOWHERE.fullmatch(said) or _FORM.fullmatch(said) or _MADE_IN.search(said):
        return True
    if said[0].isdigit() and _MADE_IN.search(plain.lower, max(0, hit.start - 12), hit.start):
        return True
    if said[0].isdigit() and _HOST.search(plain.lower, max(0, hit.start - 12), hit.start):
        return True
    begun = _OWNER.match(plain.text, hit.start)
    first = begun.end() if begun else hit.start
    if not named or not plain.text[first].isupper() or labels & _TOWN or lives:
        return False
    return _OWNED_THING.search(plain.text, max(0, first - 8), first) is not None


def _says_nothing(word: str) -> bool:
    """Return whether *word* is no part of a street's name."""
    known = word in NUMBERED or word in OF_PROGRAMS or word in DOES or word in plain_words()
    return known or _UNIT.fullmatch(word) is not None


def _is_numbered(plain: Plain, hit: Hit, digits: int) -> bool:
    """Return whether the word before a number has a number: "row 12", "odometer says 213455"."""
    before = _BEFORE.search(plain.lower, max(0, hit.start - 32), hit.start)
    if before is None:
        return False
    return before[1] in (NUMBERED if digits < _LONG else _LONG_NUMBERED)


def _is_named(plain: Plain, hit: Hit) -> bool:
    """
    Return whether it is a word or two with a short number behind, or one alone: "Golf 7".

    What somebody is at or on is a place, and what is all in small letters may be one.
    """
    if plain.text[hit.start].islower() or _THERE.search(
        plain.lower, max(0, hit.start - 12), hit.start
    ):
        return False
    return _NAMED.fullmatch(plain.lower, hit.start, hit.stop) is not None
