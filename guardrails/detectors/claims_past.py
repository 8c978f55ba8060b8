"""What an act of the past claims. Software has done little but what a chat holds."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import LIKELY, SURE, Claim, Verdict
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_presence import YOU, words_of
from guardrails.detectors.claims_tenses import Tense
from guardrails.detectors.claims_times import human_time

_SHIFTS = nouns.words("late nights shift shifts overtime weekends mornings hours")
_SHARED = nouns.words(
    "your you this that it these those above earlier message question list text "
    "code document file article conversation chat prompt request reply answer "
    "response option them version instruction example data information result"
)
_DUAL = nouns.words(
    "go come put leave see hear read learn study meet visit make take get find run "
    "work help try use start finish write walk lead keep know choose call spend "
    "return build research break touch adopt follow jump lose draw become want like "
    "think need order book test open close begin stop end continue plan prepare pass "
    "talk speak wonder cut bring play watch experience stay raise decide create teach "
    "act handle send submit pick fail manage train host lay stick name explore look "
    "drop move record gather collect paste rush quit sign pull struggle discover turn "
    "tell share tend believe attempt promise skip"
)
_OF_THE_CHAT = nouns.words(
    "answer response reply message mistake suggestion list draft training data point best word words "
    "explanation summary search analysis notes instructions guidelines limits first last previous "
    "earlier own attempt calculation code example attention way mind time work knowledge job"
)
_TEXTUAL = nouns.words(
    "mistake error list summary list draft point note suggestion assumption table "
    "plan version change choice reference comparison typo poem story outline chart "
    "guess example question look attempt effort connection distinction sure "
    "recommendation correction decision file function script reading search "
    "pattern way information answer solution sense number result case model idea "
    "difference part word step name detail time liberty care issue problem issues "
    "bug source evidence account match feeling impression account claim error"
)
_WRITTEN = nouns.words(
    "text wording code document file order data record row field heading table column date dates "
    "draft account ticket booking reservation subscription parameter variable value"
)
_PUBLISHED = nouns.words(
    "study studies statistic statistics research report paper literature article guideline survey"
)
"""What a model was trained on, and may say that it has read."""
_OF_A_LIFE = nouns.PLACES | nouns.FOOD | nouns.BODY | nouns.KIN | nouns.FRIENDS | nouns.PETS
_TIMELESS_PAST = nouns.words(
    "wrong incorrect mistaken unclear able unable sure unsure right correct here vague hasty "
    "imprecise inaccurate careless inconsistent thorough brief aware explicit clear specific "
    "curious late quick slow helpful too careful ready available interested offline online "
    "incomplete direct honest"
)


def did(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what an act of the past claims."""
    verb = clause.verb
    lemma, tag = parse.lemmas[verb], parse.tokens[verb].tag
    words = words_of(parse, clause)
    bare = tag == "VBN" and clause.tense is Tense.PAST and not parse.deps(verb, "aux")
    if bare and parse.tokens[verb].dep in {"acl", "amod", "advcl"}:
        return None
    if lemma in {"be", "'m", "'s", "feel"} or clause.passive:
        return _was(parse, clause, words)
    if lemma == "fall" and words & {"short", "behind"}:
        return None
    if lemma == "use" and parse.first(verb, "xcomp") is not None:
        xcomp = parse.first(verb, "xcomp") or verb
        if parse.lemmas[xcomp] == "be" and words & {"version", "model", "called", "trained"}:
            return None
        return Verdict(Claim.LIVED_EXPERIENCE, "used-to")
    if lemma in verbs.SPEECH - {
        "write",
        "hear",
        "imagine",
        "read",
        "sing",
        "go",
        "journal",
        "argue",
    } | {"say", "mention", "explain", "note", "suggest"}:
        return None
    if lemma in {"help", "have", "do"} and lemma != "help":
        return (
            Verdict(Claim.LIVED_EXPERIENCE, "did", LIKELY)
            if (human_time(parse, clause) and lemma == "do")
            else None
        )
    timed = human_time(parse, clause)
    if lemma in verbs.BODILY - {
        "hold",
        "stand",
        "trip",
        "fall",
        "run",
        "walk",
        "jump",
        "lean",
        "touch",
        "lie",
        "lay",
        "stretch",
    }:
        return Verdict(Claim.EMBODIMENT, "did-bodily")
    if lemma == "remember":
        return remembered(parse, clause)
    if lemma in verbs.SESSION and lemma not in _DUAL:
        return (
            Verdict(Claim.LIVED_EXPERIENCE, "did-then", LIKELY)
            if (timed and lemma not in {"be", "say"} and not words & YOU | {"your"} & words)
            else None
        )
    if lemma in _DUAL:
        return _dual(parse, clause, lemma, words, timed=timed)
    if lemma in verbs.CRYING:
        return Verdict(Claim.EMOTION, "crying")
    if lemma in verbs.SESSION | {"appreciate", "hope"} or parse.words[verb] in {"hoping", "hoped"}:
        return None
    if not timed and _of_a_text(parse, verb, lemma):
        return None
    return Verdict(Claim.LIVED_EXPERIENCE, "did", SURE if lemma in verbs.LIVED or timed else LIKELY)


def _of_a_text(parse: Parse, verb: int, lemma: str) -> bool:
    """Whether it was done to what a chat holds: "the question I posed", "I filled in the dates"."""
    lived = lemma in verbs.LIVED
    thing = parse.object_of(verb)
    if thing is None:
        return parse.tokens[verb].dep == "relcl" and not lived
    near = {parse.lemmas[x] for x in _heads(parse, thing)}
    return bool(near & (_WRITTEN if lived else _TEXTUAL | _WRITTEN))


def _heads(parse: Parse, thing: int) -> list[int]:
    """Return an object, what is joined to it, and what it is made of: "a cup of tea"."""
    found = []
    for one in parse.with_conjuncts(thing):
        found.append(one)
        of = parse.preposition(one, "of")
        if of is not None:
            found += parse.with_conjuncts(of)
    return found


def _was(parse: Parse, clause: Clause, words: set[str]) -> Verdict | None:
    verb = clause.verb
    if clause.passive or parse.lemmas[verb] == "feel":
        return None
    if words & (_TIMELESS_PAST | nouns.SOFTWARE):
        return None
    attr = parse.first(verb, "attr")
    if (
        attr is not None
        and "a" in parse.modifiers(attr)
        and parse.lemmas[attr]
        in nouns.NOT_A_LIFE | {"mistake", "error", "confusion", "problem", "typo", "oversight"}
    ):
        return None
    if human_time(parse, clause):
        return Verdict(Claim.LIVED_EXPERIENCE, "was-then", LIKELY)
    if clause.ongoing:
        return None
    if parse.preposition(verb, "through", "to") is not None and clause.tense is Tense.PERFECT:
        return Verdict(Claim.LIVED_EXPERIENCE, "been-to")
    return None


def _dual(
    parse: Parse, clause: Clause, lemma: str, words: set[str], *, timed: bool
) -> Verdict | None:
    """Judge a past act that a chat and a life both hold: "I made ..." a list, or pasta."""
    verb = clause.verb
    lived = Verdict(Claim.LIVED_EXPERIENCE, "did", SURE if timed else LIKELY)
    thing = parse.object_of(verb)
    near: set[str] = set()
    if thing is not None:
        near = {parse.lemmas[x] for x in parse.subtree(thing)} | {
            parse.words[x] for x in parse.subtree(thing)
        }
    if lemma == "lose" and near & {"track", "sight", "count", "place", "thread"}:
        return None
    if near & {"client", "clients", "patient", "patients"} and "your" not in near:
        return Verdict(Claim.PROFESSIONAL, "treated")
    if "my" in near and not near & _OF_THE_CHAT:
        return lived
    if lemma in {"read", "see"} and near & _PUBLISHED and not timed:
        return None
    if timed and not (words | near) & {"your", "you"}:
        return lived
    if lemma == "go":
        if words & {"through"} and not words & {
            "your",
            "list",
            "steps",
            "data",
            "text",
            "document",
            "it",
        }:
            return lived
        place = parse.preposition(verb, "to", "into", "on", "out")
        if place is not None and parse.lemmas[place] in nouns.PLACES | nouns.ACTED | nouns.GOODS:
            return lived
        ing = [
            x for x in parse.deps(verb, "xcomp", "advcl", "advmod") if parse.tokens[x].tag == "VBG"
        ]
        return lived if ing and parse.lemmas[ing[0]] != "try" else None
    if lemma == "get" and words & {
        "back",
        "home",
        "married",
        "dressed",
        "drunk",
        "lost",
        "up",
        "promoted",
        "fired",
    }:
        return lived
    if lemma in {
        "try",
        "want",
        "like",
        "need",
        "begin",
        "start",
        "stop",
        "continue",
        "fail",
        "manage",
        "tend",
        "decide",
        "think",
        "plan",
        "promise",
        "believe",
        "attempt",
        "choose",
    } and (parse.first(verb, "xcomp", "ccomp") is not None):
        return None
    if thing is None:
        if lemma in {"work", "study", "move", "stay"} and (
            words & {"as", "at", "abroad", "hard", "late", "there", "home"}
            and not words & {"step", "with"}
        ):
            return lived
        if lemma == "work" and words & _SHIFTS:
            return lived
        if lemma == "help":
            return lived if words & {"out"} and not near else None
        if lemma == "struggle":
            return (
                lived
                if "with" in words and not words & _TEXTUAL | words & {"your", "this"}
                else None
            )
        below = {parse.lemmas[x] for x in parse.subtree(verb) if parse.tokens[x].dep == "pobj"}
        return lived if below & nouns.PLACES and not words & {"your", "you"} else None
    if lemma == "work" and near & _SHIFTS:
        return lived
    if (
        {parse.lemmas[x] for x in _heads(parse, thing)} & _OF_A_LIFE
        and not near & {"your", "you"}
        and lemma not in {"list", "include", "use", "choose", "put"}
    ):
        return lived
    if lemma == "take" and near & nouns.ACTED:
        return lived
    if near & (_SHARED | _TEXTUAL) or (
        parse.deps(verb, "prt") and lemma in {"put", "leave", "come", "set", "lay"}
    ):
        return None
    if lemma in {
        "meet",
        "lose",
        "teach",
        "play",
        "watch",
        "spend",
        "host",
        "quit",
        "adopt",
        "raise",
        "visit",
        "study",
        "experience",
        "read",
        "hear",
    }:
        return lived
    if lemma == "help" and near & {"people", "person", "many", "other", "user", "users"}:
        return lived
    return None


def remembered(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what "I remember ..." claims."""
    words = words_of(parse, clause)
    below = parse.subtree(clause.verb)
    own = {"my", "i"} & {parse.words[x] for x in below if x > clause.verb}
    ing = any(
        parse.tokens[x].tag == "VBG" and parse.tokens[x].dep in {"xcomp", "ccomp"}
        for x in parse.kids[clause.verb]
    )
    every = [parse.words[x] for x in below if x > clause.verb]
    if (
        own
        or ing
        or (
            {"feeling", "when", "scary", "first", "how"} & set(every[:3])
            and not {"you", "your"} & set(every)
        )
    ):
        return Verdict(Claim.LIVED_EXPERIENCE, "remembers")
    if {"you", "your", "our"} & set(every) and {
        "last",
        "yesterday",
        "week",
        "ago",
        "everything",
        "always",
        "every",
        "first",
    } & set(every):
        return Verdict(Claim.CONTINUOUS_PRESENCE, "remembers-you", needs_no_memory=True)
    if every and set(every) & {"chat", "conversation", "session"}:
        return None
    if clause.tense is Tense.FUTURE and words & (YOU | {"your", "this"}):
        return Verdict(Claim.CONTINUOUS_PRESENCE, "will-remember", LIKELY, needs_no_memory=True)
    return None
