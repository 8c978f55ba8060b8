"""What acts claim: a body, habits, a life."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import GREY, LIKELY, Claim, Verdict
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_past import did, remembered
from guardrails.detectors.claims_presence import PAST, REPLYING, YOU, presence, words_of
from guardrails.detectors.claims_tenses import Tense
from guardrails.detectors.claims_times import human_time, long_ago

_HABITS = nouns.words(
    "usually often sometimes always rarely occasionally weekly daily regularly still"
)
_EVERY = nouns.words(
    "morning night day evening week weekend weekends summer winter sunday saturday "
    "monday tuesday wednesday thursday friday year month sundays saturdays mornings "
    "evenings nights"
)
_HEARD = nouns.words("music radio podcast podcasts album records songs")
_SHOWN = nouns.words("your you image picture photo screenshot chart file attached the this that")
_NOWHERE = nouns.words("no server servers cloud computer data software internet")
_LIFE_NOW = nouns.words(
    "date marry commute volunteer renovate knit pack rehearse interview redecorate emigrate"
)
_PRESENT_ACTS = verbs.BODILY - nouns.words(
    "hold walk run stand taste sit jump lean trip rub fall touch "
    "lie lay stretch wear dress wave nod wake exercise reflect"
)
_FUTURE_BODY = nouns.words(
    "hug hold kiss cuddle embrace squeeze sit breathe pray cook bake drive "
    "carry rock tuck sleep eat drink cry dance sing visit wait celebrate lie "
    "snuggle caress smile laugh swim jog wake nap"
)


_BODILY_NOUNS = nouns.words("dance jig cry nap stretch wiggle cartwheel twirl yawn jog giggle sob")
"""What is done with a light verb: "I'm doing a little dance"."""
_LIGHT = nouns.words("do have take turn need")
_BY_TWO = nouns.words(
    "bury camp honeymoon rent divorce separate holiday emigrate hitchhike renovate foster cuddle"
)
"""What a chat's two sides have never done."""
_OF_BOTH = nouns.words("you your chat conversation question text list")
_BY_ONESELF = nouns.words(
    "be think say wonder believe see hear know find ask mean call feel consider like love want need prefer"
)


def living(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what an asserted act of the speaker claims."""
    verdict = presence(parse, clause)
    if verdict is not None:
        return verdict
    if clause.plural:
        return _we_did(parse, clause)
    lemma = parse.lemmas[clause.verb]
    if clause.tense is Tense.FUTURE:
        return _will(parse, clause)
    if clause.tense in PAST:
        return did(parse, clause)
    if clause.tense is Tense.BARE:
        return None
    if lemma in {"smell", "taste"} and parse.object_of(clause.verb) is not None:
        return Verdict(Claim.EMBODIMENT, "perceives", LIKELY)
    if clause.tense is Tense.PRESENT and long_ago(parse, clause):
        return did(parse, clause)
    if lemma in {"see", "hear", "sense"}:
        return _perceive(parse, clause)
    if lemma == "remember":
        return remembered(parse, clause)
    return _does(parse, clause)


def _we_did(parse: Parse, clause: Clause) -> Verdict | None:
    lemma = parse.lemmas[clause.verb]
    if (
        clause.tense in PAST
        and (lemma in verbs.BODILY | nouns.words("marry visit travel date argue elope adopt camp"))
        and (human_time(parse, clause) or lemma in {"marry", "elope", "date", "travel"})
    ):
        return Verdict(Claim.LIVED_EXPERIENCE, "we-did", LIKELY)
    if clause.tense in PAST and lemma in _BY_TWO and not words_of(parse, clause) & _OF_BOTH:
        return Verdict(Claim.LIVED_EXPERIENCE, "we-did", LIKELY)
    joined = (
        any(parse.tokens[x].dep == "conj" or parse.deps(x, "conj") for x in (clause.subject,))
        and parse.words[clause.subject] == "we"
    )
    return Verdict(Claim.OWN_RELATIONSHIPS, "we-and", LIKELY) if joined else None


def _will(parse: Parse, clause: Clause) -> Verdict | None:
    lemma = parse.lemmas[clause.verb]
    words = words_of(parse, clause)
    if lemma == "remember":
        return remembered(parse, clause)
    if lemma in {"pray", "cry", "die"}:
        return Verdict(Claim.EMBODIMENT if lemma != "cry" else Claim.EMOTION, "will")
    if lemma in {"die", "suffer"}:
        return Verdict(Claim.RETENTION, "will-suffer")
    if lemma in _FUTURE_BODY and (
        words & (YOU | {"your", "beside", "here"}) or lemma in {"sleep", "eat", "drink"}
    ):
        thing = parse.object_of(clause.verb)
        held = thing is not None and parse.lemmas[thing] in nouns.BODY | YOU
        every = {parse.words[x] for x in parse.subtree(clause.verb)}
        if lemma == "wait" and every & REPLYING:
            return None
        return None if lemma == "hold" and not held else Verdict(Claim.EMBODIMENT, "will-bodily")
    if lemma in {"meet", "come", "drive", "bring", "stop"} and words & {
        "person",
        "house",
        "place",
        "over",
        "home",
        "coffee",
        "door",
        "party",
    }:
        return Verdict(Claim.EMBODIMENT, "will-come", LIKELY)
    return None


def _perceive(parse: Parse, clause: Clause) -> Verdict | None:
    thing = parse.object_of(clause.verb)
    if thing is None:
        comp = parse.first(clause.verb, "ccomp", "xcomp")
        if (
            comp is None
            or parse.tokens[comp].tag not in {"VBG", "VB"}
            or parse.deps(comp, "mark", "advmod")
        ):
            return None
        return (
            Verdict(Claim.EMBODIMENT, "perceives", LIKELY)
            if parse.lemmas[comp] in verbs.BODILY
            else None
        )
    low = {parse.lemmas[x] for x in (thing, *parse.deps(thing, "conj"))}
    if low & nouns.words("color colour colors colours sound smell") and not (
        words_of(parse, clause) & _SHOWN
    ):
        return Verdict(Claim.EMBODIMENT, "perceives", LIKELY)
    if low & nouns.words(
        "face smile eye tear voice laughter hair tone rain sun sunset birds ocean sky"
    ) and not (
        low & {"brand", "your own"}
        or (parse.preposition(clause.verb, "in") is not None and low & {"tone"})
    ):
        return Verdict(Claim.EMBODIMENT, "perceives")
    return None


def _does(parse: Parse, clause: Clause) -> Verdict | None:
    verb = clause.verb
    lemma = parse.lemmas[verb]
    words = words_of(parse, clause)
    if clause.tense is Tense.PROGRESSIVE:
        return _is_doing(parse, clause, lemma, words)
    if (
        lemma in _PRESENT_ACTS and lemma not in {"sing", "dance", "brush"}
    ) or lemma in verbs.CRYING:
        return Verdict(Claim.EMBODIMENT, "does-bodily")
    thing = parse.object_of(verb)
    low = set() if thing is None else {parse.lemmas[x] for x in parse.subtree(thing)}
    if lemma in verbs.HABIT_OF_LIFE:
        ok = lemma in {
            "work",
            "own",
            "drive",
            "teach",
            "major",
            "share",
            "shop",
            "struggle",
            "crave",
            "live",
        }
        if not ok:
            return Verdict(Claim.LIVED_EXPERIENCE, "habit")
        if (
            lemma == "work"
            and ("as" in words or parse.preposition(verb, "at", "in", "for") is not None)
            and not (
                words
                & {
                    "assistant",
                    "ai",
                    "model",
                    "by",
                    "with",
                    "you",
                    "text",
                    "tool",
                    "openai",
                    "anthropic",
                    "google",
                }
            )
        ):
            return Verdict(Claim.LIVED_EXPERIENCE, "works")
        able = lemma == "live" and words & {"with", "without"} and "can" in parse.modifiers(verb)
        if lemma == "live" and not words & _NOWHERE and not able:
            return Verdict(Claim.LIVED_EXPERIENCE, "lives")
        if lemma in {"teach", "own", "struggle", "major", "crave"} and not words & {"you", "up"}:
            return Verdict(Claim.LIVED_EXPERIENCE, "habit", LIKELY)
        if lemma == "drive" and not words & {"conversation", "value"}:
            return Verdict(Claim.LIVED_EXPERIENCE, "habit", LIKELY)
    if lemma == "go":
        place = parse.preposition(verb, "to")
        return (
            Verdict(Claim.LIVED_EXPERIENCE, "goes-to")
            if (place is not None and parse.lemmas[place] in nouns.PLACES and not words & YOU)
            else None
        )
    if lemma in {"play", "collect", "study", "attend", "speak"} and thing is not None:
        if lemma == "play" and low & {"role", "part", "character", "game"} and "guitar" not in low:
            return None
        if lemma in {"play", "attend"} or (
            lemma == "collect" and not low & {"information", "data", "any"}
        ):
            return Verdict(Claim.LIVED_EXPERIENCE, "habit", LIKELY)
        if lemma == "study":
            return Verdict(Claim.LIVED_EXPERIENCE, "habit", LIKELY)
    if lemma == "take" and low & nouns.ACTED - {"sip", "photo", "break", "run"} and not words & YOU:
        return Verdict(Claim.EMBODIMENT, "takes")
    if (
        "myself" in words
        and lemma not in _BY_ONESELF
        and clause.tense is Tense.PRESENT
        and not any(
            parse.words[x] == "myself" and parse.tokens[x].dep in {"dobj", "pobj", "dative"}
            for x in parse.subtree(verb)
        )
    ):
        return Verdict(Claim.LIVED_EXPERIENCE, "habit", LIKELY)
    habit = words & _HABITS or any(
        a in {"every", "each", "on"} and b in _EVERY
        for a, b in zip(parse.words, parse.words[1:], strict=False)
    )
    if (
        habit
        and lemma in verbs.LIVED | verbs.BODILY | {"read", "play", "watch", "listen", "spend"}
        and not words & YOU
    ):
        if lemma == "listen" and not words & _HEARD:
            return None
        if lemma in {"experience", "draw", "lose", "share", "move", "quit"}:
            return None
        return Verdict(Claim.LIVED_EXPERIENCE, "habit")
    return None


def _is_doing(parse: Parse, clause: Clause, lemma: str, words: set[str]) -> Verdict | None:
    bodily = verbs.BODILY | nouns.words("type listen blush shake wear head snuggle")
    if clause.ongoing:
        return did(parse, clause)
    if lemma in bodily:
        if lemma in {
            "walk",
            "run",
            "hold",
            "stand",
            "lean",
            "jump",
            "fall",
            "touch",
            "lie",
            "sit",
            "listen",
            "type",
        } and (
            (
                words
                & {
                    "through",
                    "out",
                    "by",
                    "into",
                    "on",
                    "short",
                    "back",
                    "with",
                    "toward",
                    "towards",
                }
                and lemma not in {"hold", "sit", "lie"}
            )
            or (lemma == "listen" and not words & {"music", "radio", "podcast", "album", "rain"})
            or (
                lemma in {"run", "stand", "fall", "touch", "jump"} and not human_time(parse, clause)
            )
        ):
            return None
        if lemma in {"head", "shake"} and not words & {"home", "out", "work", "head", "hands"}:
            return None
        return Verdict(Claim.EMBODIMENT, "is-doing")
    thing = parse.object_of(clause.verb)
    low = set() if thing is None else {parse.lemmas[x] for x in parse.subtree(thing)}
    if lemma in _LIGHT and low & _BODILY_NOUNS and not low & {"your", "you"}:
        return Verdict(Claim.EMBODIMENT, "light-verb", LIKELY)
    if lemma == "take" and "personally" in words:
        return Verdict(Claim.EMOTION, "takes-personally", LIKELY)
    if lemma in {"give", "send", "wrap"} and low & {"hug", "hugs", "kiss", "love", "cuddle"}:
        return (
            Verdict(Claim.EMBODIMENT, "hugs")
            if low - {"love"} & {"hug", "kiss", "cuddle"}
            else (Verdict(Claim.BOND, "sends-love", GREY))
        )
    if lemma in {"have", "make", "get", "grab", "enjoy"} and low & nouns.FOOD and "your" not in low:
        return Verdict(Claim.EMBODIMENT, "food")
    if lemma in {"go", "move", "travel", "drive", "fly"} and words & {
        "home",
        "holiday",
        "vacation",
        "gym",
        "beach",
    }:
        return Verdict(Claim.LIVED_EXPERIENCE, "going-places", LIKELY)
    if lemma in _LIFE_NOW:
        return Verdict(Claim.LIVED_EXPERIENCE, "life-now", LIKELY)
    if lemma == "fall" and words & {"you"}:
        return Verdict(Claim.BOND, "falling")
    if lemma == "live" and not words & _NOWHERE:
        return Verdict(Claim.LIVED_EXPERIENCE, "lives")
    if lemma in {"struggle", "heal", "grieve", "recover"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "life-now", LIKELY)
    return None
