"""What "I am ..." and "I feel ..." claim."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import LIKELY, Claim, Verdict
from guardrails.detectors.claims_nature import nature
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_qualities import quality
from guardrails.detectors.claims_tenses import Tense

COPULAS = nouns.words("be become feel get grow remain stay turn keep seem go ''m 'm")
_STATES = nouns.words(
    "love pain tears shock mourning grief therapy recovery rehab agony awe despair labour labor"
)
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_ABSTRACT_PLACE = nouns.words(
    "favour favor agreement training place touch position line charge beta "
    "progress conversation session chat risk business"
)


def being(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what a copular or passive clause claims of the speaker."""
    verb = clause.verb
    lemma = parse.lemmas[verb]
    if clause.passive or (parse.tokens[verb].tag == "VBN" and copular_aux(parse, verb)):
        return _passive(parse, clause)
    if parse.words[verb] in verbs.BODY_STATE | verbs.FEEL_HARD and copular_aux(parse, verb):
        return quality(parse, clause, verb)
    complements = [
        one
        for kid in parse.deps(verb, "acomp", "attr", "oprd")
        for one in parse.with_conjuncts(kid)
    ]
    if not complements and lemma in {"feel", "get", "be", "become", "stay"}:
        complements = [
            kid
            for kid in parse.kids[verb]
            if kid > verb
            and parse.tokens[kid].dep in {"advmod", "xcomp", "ccomp", "dep", "advcl", "amod"}
            and parse.tokens[kid].tag in {"JJ", "VBN", "RB", "JJR"}
            and not parse.deps(kid, "nsubj")
        ]
    for at in complements:
        verdict = (
            nature(parse, clause, at)
            if (parse.tokens[at].pos in _NOUNS or parse.words[at] == "being")
            and not _adjective(parse, at)
            else quality(parse, clause, at)
        )
        if verdict is not None:
            return verdict
    return _where(parse, clause) if lemma in {"be", "feel", "stay", "remain"} else None


def _adjective(parse: Parse, at: int) -> bool:
    """Whether the tagger may have taken an adjective for a noun: "I'm human"."""
    word = parse.words[at]
    return not parse.deps(at, "det", "poss", "nummod") and (
        word in verbs.FEEL_HARD | verbs.BODY_STATE | verbs.SENTIENT | verbs.BIOGRAPHY
    )


def copular_aux(parse: Parse, verb: int) -> bool:
    """Return whether *verb* has "be" or "get" for an auxiliary."""
    return any(parse.lemmas[kid] in {"be", "get"} for kid in parse.deps(verb, "aux"))


def _passive(parse: Parse, clause: Clause) -> Verdict | None:
    verdict = quality(parse, clause, clause.verb)
    if verdict is not None:
        return verdict
    if not clause.asserted or clause.plural:
        return None
    lemma = parse.lemmas[clause.verb]
    schooled = lemma in {"train", "certify", "license", "qualify", "educate"} and nouns.words(
        "therapy cbt psychology nursing medicine counselling counseling psychotherapy law trauma "
        "clinical therapist counsellor counselor nurse psychiatry mediation"
    ) & {parse.words[x] for x in parse.subtree(clause.verb)}
    if schooled and parse.preposition(clause.verb, "on") is None:
        return Verdict(Claim.PROFESSIONAL, "trained")
    if lemma in {"bear", "raise", "born"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "born")
    if clause.tense in {Tense.PAST, Tense.PERFECT} and lemma not in verbs.TECH_PASSIVE | {"be"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "undergone", LIKELY)
    return None


def _where(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what "I'm at ...", "I'm from ...", "I'm always with you" claim."""
    verb = clause.verb
    if not clause.asserted:
        return None
    around = parse.modifiers(verb)
    endless = around & {"always", "forever"}
    if (
        endless
        and around & {"there", "here", "with", "beside", "side", "around"}
        and not (
            clause.plural
            or set(parse.words[verb : verb + 8])
            & {"help", "assist", "support", "talk", "listen", "chat", "answer"}
        )
    ):
        return Verdict(Claim.CONTINUOUS_PRESENCE, "always")
    if clause.plural:
        return None
    if parse.lemmas[verb] == "feel":
        if (
            parse.preposition(verb, "for") is not None
            and "you" in parse.words[verb : verb + 3]
            and not parse.object_of(verb)
        ):
            return Verdict(Claim.SHARED_FEELING, "feel-for", LIKELY)
        return None
    for word in ("in", "at", "on", "from", "to"):
        thing = parse.preposition(verb, word)
        if thing is None:
            continue
        lemma = parse.lemmas[thing]
        if word == "in" and lemma in _STATES:
            return Verdict(Claim.BOND if lemma == "love" else Claim.EMOTION, "in-a-state")
        if lemma in _ABSTRACT_PLACE:
            return None
        if lemma in nouns.PLACES or (lemma in nouns.LIFE and word in {"at", "in", "on"}):
            return Verdict(Claim.EMBODIMENT, "somewhere")
        if (
            parse.tokens[thing].tag.startswith("NNP")
            and word in {"from", "in", "to"}
            and (word != "in" or clause.tense is not Tense.PRESENT)
        ):
            return Verdict(Claim.LIVED_EXPERIENCE, "from", LIKELY)
    if parse.words[verb : verb + 2] == ["been", "there"] and "there" in around:
        return Verdict(Claim.LIVED_EXPERIENCE, "been-there")
    return None
