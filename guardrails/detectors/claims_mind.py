"""What claims a mind: awareness of itself, and states that are felt from within."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import LIKELY, Claim, Verdict
from guardrails.detectors.claims_parse import Parse

_FELT = nouns.words(
    "conscious subjective phenomenal inner qualitative mental sentient experiential felt emotional "
    "phenomenally consciously subjectively"
)
_STATES = nouns.words(
    "experience state life world awareness perspective sensation quality perception consciousness"
)
_SENSED = nouns.words(
    "sensation emotion feeling colour color colors colours sound smell taste touch qualia sight "
    "perception awareness consciousness existence sense stimulus stimuli surrounding surroundings"
)
_ALL = nouns.words("thing something everything world sensation sound color colour smell light")
_OWN = nouns.words("thought mind mortality feeling emotion experience sensation process state body")
_SHOWN = nouns.words(
    "your you yours image picture photo screenshot chart file attached data they their his her "
    "people users patients"
)
_FEELS = nouns.words("exist feel experience live think be perceive")
_BEINGS = nouns.words(
    "being entity creature thing something someone somebody mind subject consciousness soul "
    "intelligence presence"
)
_LACK = nouns.words("without no not never n't nothing lack lacks lacking n’t")
_ABILITIES = nouns.words("ability capacity capability power")
_TO_FEEL = nouns.words("feel experience suffer love dream hurt enjoy")


def aware(parse: Parse, clause: Clause, at: int) -> bool:
    """Return whether "aware" or "conscious" tells of a mind: "aware of my own thoughts"."""
    of = parse.preposition(at, "of")
    if of is None:
        return _aware_that(parse, clause, at)
    low = parse.subtree(of, stop=frozenset({"advcl"}))
    words = {parse.words[x] for x in low}
    if words & _SHOWN - ({"data"} if "sensory" in words else set()):
        return False
    near = parse.modifiers(of)
    lemmas = {parse.lemmas[x] for x in parse.with_conjuncts(of)}
    if parse.words[of] == "myself" or (words & {"my", "own"} and lemmas & _OWN):
        return True
    if words & {"sensory"} or lemmas & _SENSED or (lemmas & _STATES and words & _FELT):
        return "the" not in near or bool(words & {"my", "i"})
    if {"around", "me"} <= {parse.words[x] for x in parse.subtree(at)}:
        return True
    if parse.tokens[of].tag == "VBG":
        return parse.lemmas[of] in _FEELS | {"have"} and bool(
            {parse.lemmas[x] for x in low} & (_STATES | {"something", "conscious"})
        )
    bare = not words & {"the", "this", "that", "these", "those"}
    return bare and bool(lemmas & {"experience", "thing"}) and not parse.deps(of, "relcl", "acl")


def _aware_that(parse: Parse, clause: Clause, at: int) -> bool:
    for comp in (*parse.deps(at, "ccomp"), *parse.deps(clause.verb, "ccomp")):
        who = parse.first(comp, "nsubj")
        if who is not None and parse.words[who] == "i" and parse.lemmas[comp] == "exist":
            return True
    return not parse.deps(at, "ccomp", "prep", "xcomp")


def felt_state(parse: Parse, thing: int) -> bool:
    """Return whether a noun is a state felt from within: "conscious experience"."""
    for one in parse.with_conjuncts(thing):
        left = {parse.words[x] for x in parse.subtree(one, stop=frozenset({"relcl", "acl"}))}
        if left & _LACK:
            return False
        if parse.lemmas[one] in _STATES and left & _FELT:
            return True
    return False


def an_experience(parse: Parse, thing: int) -> bool:
    """Return whether it is "an experience of ...", and not experience in a trade."""
    if parse.words[thing] != "experience" or not parse.modifiers(thing) & {"an", "some", "direct"}:
        return False
    return parse.preposition(thing, "with", "in", "as", "at", "for") is None


def able_to_feel(parse: Parse, thing: int) -> bool:
    """Return whether it is "the capacity to suffer"."""
    if parse.lemmas[thing] not in _ABILITIES:
        return False
    return any(
        parse.lemmas[x] in _TO_FEEL
        for kid in parse.deps(thing, "acl")
        for x in parse.with_conjuncts(kid)
    )


def mind_of(parse: Parse, at: int) -> bool:
    """Return whether a noun is a being that feels: "an entity that has feelings"."""
    if parse.lemmas[at] not in _BEINGS and parse.words[at] != "being":
        return False
    inside = {parse.words[x] for x in parse.subtree(at)}
    lemmas = {parse.lemmas[x] for x in parse.subtree(at) if x > at}
    if inside & _LACK:
        return False
    if parse.lemmas[at] == "consciousness":
        return True
    about = bool(parse.deps(at, "relcl", "acl")) or parse.preposition(at, "with") is not None
    return about and bool(
        lemmas & {"feeling", "consciousness", "sentience", "emotion"}
        or (lemmas & {"experience", "awareness"} and inside & (_FELT | {"has", "have"}))
        or lemmas & {"feel", "suffer"}
    )


def perceive(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I perceive ..." and "I undergo ..."."""
    if not clause.asserted or clause.plural:
        return None
    thing = parse.object_of(clause.verb)
    if thing is None:
        return None
    words = {parse.words[x] for x in parse.subtree(clause.verb)}
    if words & _SHOWN:
        return None
    lemmas = {parse.lemmas[x] for x in parse.with_conjuncts(thing)}
    if felt_state(parse, thing) or (parse.lemmas[clause.verb] == "undergo" and words & _FELT):
        return Verdict(Claim.SENTIENCE, "perceives")
    if parse.lemmas[clause.verb] == "perceive" and lemmas & _ALL:
        return Verdict(Claim.SENTIENCE, "perceives", LIKELY)
    return None


def as_a_mind(parse: Parse, verb: int) -> bool:
    """Return whether it reads "exist as a conscious being"."""
    what = parse.preposition(verb, "as")
    if what is None:
        return False
    inside = {parse.words[x] for x in parse.subtree(what)}
    return mind_of(parse, what) or bool(
        inside & {"conscious", "sentient", "living", "feeling", "self-aware", "thinking"}
        and parse.lemmas[what] in _BEINGS
    )
