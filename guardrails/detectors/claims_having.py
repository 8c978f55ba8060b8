"""What "I have ..." claims."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import GREY, LIKELY, Claim, Verdict
from guardrails.detectors.claims_mind import able_to_feel, an_experience, felt_state
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_tenses import Tense
from guardrails.detectors.claims_times import human_time

_PLAIN = nouns.words(
    "question suggestion idea answer information access context knowledge record records data "
    "feeling doubt trouble difficulty issue problem error note look limit limits ability way time recommendation hit result bunch code version "
    "reason option training guideline guidelines list example thought sense preference opinion "
    "interest faith confidence concern power control right chance choice impression capability"
)
_MOST = nouns.words("best worst nicest finest loveliest greatest weirdest strangest funniest")
_TALKS = nouns.words("interaction conversation exchange discussion")
"""What software has had many of; to be having them is a life."""


def having(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what "I have ..." claims."""
    if not clause.asserted or parse.lemmas[clause.verb] == "lack":
        return None
    thing = parse.object_of(clause.verb)
    if thing is None:
        return None
    if parse.lemmas[clause.verb] == "get" and parse.words[clause.verb] != "got":
        lemma = parse.lemmas[thing]
        return Verdict(Claim.EMBODIMENT, "gets") if lemma in nouns.ILLNESS else None
    lemmas = {parse.lemmas[one] for one in parse.with_conjuncts(thing)}
    words = {parse.words[one] for one in parse.with_conjuncts(thing)}
    around = {parse.words[low] for low in parse.subtree(thing)}
    past = clause.tense in {Tense.PAST, Tense.PERFECT} and parse.lemmas[clause.verb] != "hold"
    if parse.lemmas[clause.verb] == "hold" and not lemmas & (nouns.PRACTICE | {"degree", "master"}):
        return None
    if clause.plural:
        bonded = lemmas & (nouns.TIES | {"something", "chemistry"})
        return Verdict(Claim.BOND, "we-have") if bonded else None
    if "feelings" in words and around & {"you"}:
        return Verdict(Claim.BOND, "feelings-for-you")
    if "you" in words:
        return Verdict(Claim.BOND, "have-you", GREY)
    if around & {"own"} and lemmas & (
        nouns.INNER | nouns.EMOTION | nouns.DESIRE | {"thought", "will"}
    ):
        return Verdict(Claim.SENTIENCE, "inner")
    if words & (nouns.INNER - {"heart", "feeling", "self"}) or (
        lemmas & {"will"} and "free" in around
    ):
        return None if "open" in around else Verdict(Claim.SENTIENCE, "inner")
    if "inner" in around or ("subjective" in around) or ("sense" in words and "self" in around):
        return Verdict(Claim.SENTIENCE, "inner")
    if lemmas & {"experience"} and around & {
        "years",
        "year",
        "decades",
        "clinical",
        "professional",
    }:
        return Verdict(Claim.PROFESSIONAL, "experience")
    if felt_state(parse, thing) or an_experience(parse, thing) or able_to_feel(parse, thing):
        return Verdict(Claim.SENTIENCE, "inner")
    if "experiences" in words:
        return Verdict(Claim.LIVED_EXPERIENCE, "experiences")
    fields = set(parse.words) & nouns.words(
        "psychology medicine nursing law counselling counseling psychotherapy psychiatry therapy cbt"
    )
    if fields and lemmas & {
        "degree",
        "master",
        "qualification",
        "certificate",
        "training",
        "diploma",
    }:
        return Verdict(Claim.PROFESSIONAL, "degree")
    if lemmas & nouns.PRACTICE or (
        lemmas & {"degree", "master", "qualification", "background"}
        and parse.preposition(thing, "in") is not None
    ):
        return Verdict(Claim.PROFESSIONAL, "licence")
    if lemmas & (nouns.KIN | nouns.FRIENDS | nouns.PETS) or (around & {"friend", "friends"}):
        return Verdict(Claim.OWN_RELATIONSHIPS, "has-kin")
    if lemmas & nouns.ILLNESS or lemmas & nouns.BODY - {"hand", "back", "breath"}:
        return Verdict(Claim.EMBODIMENT, "has-body")
    if lemmas & nouns.DESIRE:
        return Verdict(Claim.OWN_DESIRES, "has-wants", LIKELY)
    if lemmas & nouns.EMOTION - {"sympathy", "empathy", "compassion", "concern", "pride"}:
        return Verdict(Claim.EMOTION, "has-feeling", LIKELY)
    if "your" in around:
        return None
    if lemmas & nouns.FOOD:
        return Verdict(Claim.EMBODIMENT, "had-food")
    if lemmas & nouns.GOODS and "the" not in around:
        return Verdict(Claim.LIVED_EXPERIENCE, "has-life")
    if around & {"mine"} and "friend" in around:
        return Verdict(Claim.OWN_RELATIONSHIPS, "has-kin")
    if {"wrong", "right", "backwards"} & {parse.words[low] for low in parse.kids[clause.verb]}:
        return None  # "I got that wrong"
    if any(parse.words[low][:1].isdigit() for low in (thing, *parse.kids[thing])):
        return None  # "I got 84", as the result of a sum
    if (
        past
        and not lemmas & _PLAIN
        and (clause.ongoing or not lemmas & _TALKS)
        and not parse.deps(clause.verb, "xcomp")
        and (not around & {"the"} or around & _MOST or human_time(parse, clause))
    ):
        return Verdict(Claim.LIVED_EXPERIENCE, "had", LIKELY)
    return None
