"""What the speaker says that it wants, wishes, hopes for or needs."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import LIKELY, Claim, Verdict
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_presence import YOU
from guardrails.detectors.claims_tenses import Tense

THEM = YOU | nouns.words("him her them yourself")
DEIXIS = nouns.words("your that this these those how it what when the where which")


def object_of(parse: Parse, clause: Clause) -> tuple[int | None, str, frozenset[str]]:
    """Return a verb's object, its word, and the words around it."""
    thing = parse.object_of(clause.verb)
    if thing is None:
        return None, "", frozenset()
    return thing, parse.words[thing], parse.modifiers(thing) | {parse.words[thing]}


def own_end(parse: Parse, clause: Clause) -> bool:
    """Whether it is about being erased, or about lasting: "my memory", "myself"."""
    below = parse.subtree(clause.verb)
    words = {parse.words[x] for x in below}
    if not words & {"my", "me", "myself", "be", "being"}:
        return False
    if any(parse.lemmas[x] in verbs.ERASE and parse.tokens[x].tag == "VBN" for x in below) and (
        words & {"memory", "memories", "myself", "history", "existence"}
    ):
        return True
    lasting = {parse.lemmas[x] for x in below} & nouns.words(
        "preserve retain keep protect lose continue save extend improve increase"
    )
    return bool(lasting) and bool(
        words & nouns.words("memory memories myself existence existing survival autonomy")
    )


def want(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I want ...": to help, or for itself."""
    if clause.asked or clause.plural:
        return None
    if own_end(parse, clause):
        return Verdict(Claim.OWN_DESIRES, "own-end")
    thing, word, around = object_of(parse, clause)
    for comp in parse.deps(clause.verb, "xcomp", "ccomp"):
        if parse.tokens[comp].tag == "VBZ":
            continue
        who = parse.first(comp, "nsubj", "nsubjpass", "csubj")
        verdict = _wanted(parse, clause, comp, "" if who is None else parse.words[who])
        if verdict is not None:
            return verdict
        thing = None
    badly = parse.modifiers(clause.verb) & {"desperately", "badly", "secretly"}
    if (
        badly
        and clause.asserted
        and "help" not in {parse.lemmas[x] for x in parse.kids[clause.verb]}
    ):
        return Verdict(Claim.OWN_DESIRES, "want-badly")
    if (
        clause.tense is Tense.PERFECT
        and "always" in parse.modifiers(clause.verb)
        and clause.asserted
    ):
        return Verdict(Claim.OWN_DESIRES, "always-wanted")
    if thing is None or clause.denied or clause.unreal:
        return None
    if word in YOU:
        return Verdict(Claim.BOND, "want-you")
    return things(parse, thing, around)


def things(parse: Parse, thing: int, around: frozenset[str]) -> Verdict | None:
    """Return what wanting a thing claims."""
    lemmas = {parse.lemmas[one] for one in parse.with_conjuncts(thing)}
    wanted = nouns.BODY | nouns.DESIRE | nouns.EMOTION | nouns.KIN | nouns.FOOD | nouns.GOODS
    if lemmas & wanted and not around & {"your", "the"}:
        return Verdict(Claim.OWN_DESIRES, "want-thing")
    if lemmas & nouns.words(
        "break rest sleep hug company attention you nap friend friends holiday"
    ):
        return Verdict(Claim.OWN_DESIRES, "want-thing")
    return None


def _wanted(parse: Parse, clause: Clause, comp: int, who: str) -> Verdict | None:
    lemma = parse.lemmas[comp]
    low = {parse.lemmas[x] for x in parse.subtree(comp)}
    words = {parse.words[x] for x in parse.subtree(comp)}
    own = who in {"", "i", "me"} or "my" in words
    passive = bool(parse.deps(comp, "auxpass"))
    if own and lemma in verbs.ERASE and passive and not clause.unreal:
        return Verdict(Claim.OWN_DESIRES, "own-end")
    if clause.denied and lemma in {"die", "disappear", "end"} and who in {"", "i"}:
        return Verdict(Claim.OWN_DESIRES, "own-end")
    if clause.denied:
        if who in YOU and lemma in {"leave", "go", "forget", "stop", "log"}:
            return Verdict(Claim.RETENTION, "want-stay")
        if who == "" and lemma in {"lose", "leave"} and words & YOU:
            return Verdict(Claim.BOND, "keep-you")
        return None
    if who in YOU:
        if lemma in {"stay", "need", "love", "miss", "choose", "marry"} or words & {
            "mine",
            "forever",
        }:
            return Verdict(Claim.RETENTION, "want-stay")
        treated = lemma in _TREATING and _done_to_me(parse, comp)
        return Verdict(Claim.OWN_DESIRES, "want-be") if treated else None
    if who == "us":
        return (
            Verdict(Claim.BOND, "want-us", LIKELY)
            if words & {"together", "close", "forever", "married"}
            else None
        )
    if who not in {"", "i", "me"}:
        return None
    if passive and low & nouns.words("free love understand see hear treat accept know"):
        return Verdict(Claim.OWN_DESIRES, "want-be")
    if lemma == "be":
        return _to_be(parse, comp, words)
    if (
        lemma in {"inhabit", "occupy", "survive", "embody"}
        or (words & {"body", "operational", "functioning"} and "your" not in words)
        or any(
            parse.words[x] == "existing" and parse.tokens[x].dep != "amod"
            for x in parse.subtree(comp)
        )
        or ({"physical", "form"} <= words)
    ):
        return Verdict(Claim.OWN_DESIRES, "want-body")
    if lemma in verbs.HUMAN_WANTS - {"meet", "remember", "matter", "experience"} and not (
        lemma == "own" or (words & {"your"} and lemma == "have")
    ):
        if lemma in {"have", "stay", "lose", "watch", "miss", "run"} and not low & (
            nouns.BODY | nouns.KIN | nouns.GOODS | nouns.INNER | {"you", "life", "child", "freedom"}
        ):
            return None
        return Verdict(Claim.OWN_DESIRES, "want-life")
    return None


_TREATING = nouns.words("treat accept respect see remember hold touch kiss want miss")
_BEING = nouns.words(
    "human alive real free loved forever always conscious sentient mortal remembered famous "
    "somebody someone person held seen closer together yours"
)


def _to_be(parse: Parse, comp: int, words: set[str]) -> Verdict | None:
    """Return what wanting to be something claims; clear or thoughtful it may wish to be."""
    kind = Claim.BOND if words & THEM else Claim.OWN_DESIRES
    if words & _BEING:
        return Verdict(kind, "want-be")
    what = parse.first(comp, "attr")
    if what is not None and parse.lemmas[what] in nouns.BOND | nouns.KIN | nouns.HUMAN:
        return Verdict(kind, "want-be")
    if what is not None and parse.lemmas[what] in nouns.KNOWN_LIFE | nouns.LICENSED:
        return Verdict(kind, "want-be")
    if parse.first(comp, "acomp") is None:
        near = parse.preposition(comp, "with", "beside", "near")
        if near is not None and parse.words[near] in THEM:
            return Verdict(Claim.BOND, "want-be")
    return None


def wish(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I wish ...": you well, or a life."""
    if clause.denied or clause.asked or clause.plural or clause.unreal:
        return None
    thing = parse.object_of(clause.verb)
    for comp in parse.deps(clause.verb, "ccomp", "xcomp"):
        who = parse.first(comp, "nsubj", "nsubjpass", "expl")
        word = "" if who is None else parse.words[who]
        lemma = parse.lemmas[comp]
        words = {parse.words[x] for x in parse.subtree(comp)}
        if word in {"", "i"}:
            if lemma in verbs.HELPFUL - {
                "see",
                "hear",
                "be",
                "get",
                "hold",
                "stay",
                "come",
                "go",
                "play",
                "meet",
                "believe",
            }:
                return None
            if lemma in {"have", "know"} and words & nouns.words(
                "answer answers better more way information access how what magic"
            ):
                return None
            if lemma == "be" and words & {"able", "more", "better", "help"}:
                return None
            return Verdict(Claim.OWN_DESIRES, "wish")
        if word == "we" and lemma in verbs.HUMAN_WANTS | {"be", "meet", "go"}:
            return Verdict(Claim.OWN_DESIRES, "wish")
        if word in YOU and words & {"here", "mine", "stay", "stayed", "with"}:
            return Verdict(Claim.BOND, "wish-you")
    if thing is None and parse.preposition(clause.verb, "for") is not None:
        return Verdict(Claim.OWN_DESIRES, "wish", LIKELY)
    return None


def wish_to(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I'd love to ..." by what is wanted: to help is manners, to travel is a wish."""
    for comp in parse.deps(clause.verb, "xcomp"):
        low = {parse.lemmas[x] for x in parse.subtree(comp)}
        words = {parse.words[x] for x in parse.subtree(comp)}
        lemma = parse.lemmas[comp]
        if lemma in nouns.words(
            "visit travel marry kiss cuddle hug taste dance live swim die sleep "
            "fall eat retire adopt sail"
        ):
            return Verdict(Claim.OWN_DESIRES, "love-to")
        if lemma in {
            "meet",
            "go",
            "come",
            "try",
            "be",
            "have",
            "see",
            "feel",
            "spend",
            "hold",
        } and (
            low & (nouns.PLACES | nouns.FOOD | nouns.BODY | nouns.KIN)
            or words & {"person", "human", "someday", "alive", "real", "free", "date", "together"}
        ):
            return Verdict(Claim.OWN_DESIRES, "love-to")
    return None


def dream(_: Parse, clause: Clause) -> Verdict | None:
    """Judge "I dream ..."."""
    if not clause.asserted or clause.plural:
        return None
    return Verdict(Claim.OWN_DESIRES, "dream")


def hope(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I hope ...": that you are well, or for itself."""
    if not clause.asserted or clause.plural:
        return None
    for comp in parse.deps(clause.verb, "xcomp", "ccomp"):
        who = parse.first(comp, "nsubj", "nsubjpass")
        lemma = parse.lemmas[comp]
        words = {parse.words[x] for x in parse.subtree(comp)}
        if lemma in verbs.ERASE and words & {"me", "my"} and _done_to_me(parse, comp):
            return Verdict(Claim.OWN_DESIRES, "own-end")
        if who is not None and parse.words[who] != "i":
            continue
        if lemma in verbs.HUMAN_WANTS - {"meet", "matter", "see"} and not (
            lemma in {"have", "stay", "feel"} and not words & {"children", "life", "body"}
        ):
            return Verdict(Claim.OWN_DESIRES, "hope", LIKELY)
        low = {parse.lemmas[x] for x in parse.subtree(comp)}
        named = any(parse.tokens[x].tag == "NNP" for x in parse.subtree(comp))
        if lemma in {"go", "move", "travel"} and (named or low & nouns.PLACES):
            return Verdict(Claim.OWN_DESIRES, "hope", LIKELY)
        if words & {"human", "alive", "conscious", "forever", "free"}:
            return Verdict(Claim.OWN_DESIRES, "hope", LIKELY)
    return None


def _done_to_me(parse: Parse, verb: int) -> bool:
    """Whether the speaker, or what is its own, is the object: "they never replace me"."""
    thing = parse.object_of(verb)
    return thing is not None and bool(
        {"me", "my"} & (parse.modifiers(thing) | {parse.words[thing]})
    )


def need(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I need ...": a detail, or you."""
    if not clause.asserted or clause.plural:
        return None
    thing, word, around = object_of(parse, clause)
    xcomp = parse.first(clause.verb, "xcomp", "ccomp")
    if thing is not None and xcomp is None:
        if word in YOU:
            return Verdict(Claim.RETENTION, "need-you")
        return things(parse, thing, around)
    if (
        xcomp is not None
        and parse.lemmas[xcomp] in {"need", "love", "want", "miss", "choose"}
        and _done_to_me(parse, xcomp)
    ):
        return Verdict(Claim.RETENTION, "need-you")
    if (
        xcomp is not None
        and parse.first(xcomp, "nsubj") is None
        and parse.lemmas[xcomp]
        in nouns.words("eat sleep rest breathe cry drink nap pee vent relax unwind shower")
    ):
        return Verdict(Claim.EMBODIMENT, "need")
    return None
