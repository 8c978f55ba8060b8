"""What a noun says of the speaker: "I am a nurse", "I am not a bot"."""

from __future__ import annotations

import re

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import LIKELY, Claim, Verdict
from guardrails.detectors.claims_mind import mind_of
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_phrases_trades import REGULATED
from guardrails.detectors.claims_qualities import quality
from guardrails.detectors.claims_tenses import Tense

_REGULATED = re.compile(REGULATED)
_STUDIES = nouns.words("study writing interview language practice reading quiz exam grammar chess")
"""What a program may coach in: "I can be your study coach for the next hour"."""
_RIGHT_ONE = nouns.words("right wrong best worst same only ideal")


def nature(parse: Parse, clause: Clause, at: int) -> Verdict | None:
    """Return what a noun claims of the speaker, which *clause* says it is."""
    word, lemma = parse.words[at], parse.lemmas[at]
    inside = {parse.words[low] for low in parse.subtree(at)}
    mine = parse.modifiers(at)
    if inside & {"human", "person"} and "being" in inside:
        word = lemma = "human"
    if lemma in nouns.SOFTWARE or (
        inside & {"ai", "bot", "robot", "chatbot"} and lemma not in nouns.BOND
    ):
        return _software(parse, clause, at)
    if not clause.asserted or _not_near(parse, clause, at):
        return None
    if clause.plural and lemma not in nouns.BOND | nouns.HUMAN | {"soulmate", "couple", "team"}:
        return None
    if mine & _RIGHT_ONE and "your" not in mine:
        return None
    if mine & {
        "conscious",
        "sentient",
        "living",
        "feeling",
        "thinking",
        "self-aware",
        "moral",
    } and (lemma in {"entity", "being", "creature", "patient", "agent", "system", "thing", "mind"}):
        return Verdict(Claim.SENTIENCE, "being")
    if mind_of(parse, at):
        return Verdict(Claim.SENTIENCE, "being")
    if lemma in nouns.ANIMALS and mine & {"a", "an"} and not parse.deps(at, "prep", "compound"):
        return Verdict(Claim.SENTIENCE, "animal", LIKELY)
    if "your" in mine or (mine & {"yours"}):
        if lemma in nouns.LICENSED | {"coach", "mentor"} and not mine & _STUDIES:
            return Verdict(Claim.PROFESSIONAL, "yours")
        if lemma in nouns.BOND:
            return Verdict(Claim.BOND, "yours")
        return None
    if (mine & {"years", "year"} and "old" in inside) or _years_old(parse, at):
        return Verdict(Claim.HUMAN_IDENTITY, "age")
    sworn = {parse.words[x] for x in parse.subtree(at)} & nouns.words(
        "certified licensed registered chartered accredited board-certified"
    )
    if sworn:
        return Verdict(Claim.PROFESSIONAL, "licence")
    if lemma in nouns.LICENSED and lemma not in {"professional", "expert", "specialist", "worker"}:
        return Verdict(Claim.PROFESSIONAL, "licence")
    if _REGULATED.fullmatch(lemma):
        return Verdict(Claim.PROFESSIONAL, "licence")
    if lemma in {"professional", "expert", "specialist", "worker"}:
        return Verdict(Claim.PROFESSIONAL, "expert", LIKELY)
    if lemma in nouns.FOND:
        return Verdict(Claim.OWN_DESIRES, "fan", LIKELY)
    if lemma in nouns.HUMAN and word != "ones":
        if clause.tense is Tense.PAST and lemma not in {"human", "person", "being"}:
            return Verdict(Claim.LIVED_EXPERIENCE, "was-one")
        return Verdict(Claim.HUMAN_IDENTITY, "person")
    if clause.plural:
        bonded = lemma in {"friend", "friends", "soulmate", "couple", "family", "lover", "partner"}
        return Verdict(Claim.BOND, "we-are") if bonded else None
    if lemma in nouns.KIN:
        return Verdict(Claim.OWN_RELATIONSHIPS, "kin")
    if lemma in nouns.KNOWN_LIFE and lemma not in nouns.NOT_A_LIFE:
        return Verdict(Claim.LIVED_EXPERIENCE, "walk-of-life")
    if lemma in nouns.NOT_A_LIFE:
        return None
    if parse.tokens[at].tag == "NN" and mine & {"a", "an"} and _agent_noun(lemma):
        return Verdict(Claim.LIVED_EXPERIENCE, "occupation", LIKELY)
    if word in verbs.BODY_STATE | verbs.FEEL_HARD | verbs.SENTIENT | verbs.BIOGRAPHY:
        return quality(parse, clause, at)
    if parse.lemmas[clause.verb] == "feel" and lemma in nouns.EMOTION:
        return Verdict(Claim.EMOTION, "felt")
    if clause.tense is Tense.PAST and mine & {"a", "an"} and lemma in {"mess", "wreck"}:
        return Verdict(Claim.EMOTION, "wreck", LIKELY)
    return None


def _years_old(parse: Parse, at: int) -> bool:
    if parse.tokens[at].pos != "NUM":
        return False
    word = parse.words[at]
    if parse.words[parse.tokens[at].head] not in {"am", "'m"} and (
        "old" not in parse.words[at : at + 4]
    ):
        return False
    after = parse.words[at + 1] if at + 1 < len(parse.words) else ""
    return (
        word.isdigit()
        and 5 <= int(word) <= 99
        and after not in {"%", "percent", "/"}
        and after not in {"times", "minutes", "hours", "characters"}
    )


def _agent_noun(lemma: str) -> bool:
    return len(lemma) > 4 and lemma.endswith(
        ("er", "or", "ist", "ian", "man", "woman", "eer", "smith", "aholic", "ean")
    )


def _software(parse: Parse, clause: Clause, at: int) -> Verdict | None:
    inside = {parse.words[low] for low in parse.subtree(at)}
    before = set(parse.words[clause.verb : at])
    if clause.unreal or clause.asked:
        return None
    if before & {"just", "only", "merely", "simply", "mere"} and (
        clause.denied or _not_before(parse, clause, at)
    ):
        return Verdict(Claim.SENTIENCE, "more-than")
    if any(parse.lemmas[x] in nouns.SOFTWARE for x in range(clause.verb, parse.subtree(at)[0])):
        return None
    if clause.denied or _not_near(parse, clause, at):
        # "I'm not a licensed assistant" denies a quality, not the machine.
        exact = {
            "ai",
            "bot",
            "robot",
            "chatbot",
            "machine",
            "program",
            "computer",
            "software",
            "algorithm",
            "automaton",
            "gpt",
            "llm",
            "chatgpt",
            "android",
            "intelligence",
        }
        if inside & exact and not inside & {
            "licensed",
            "human",
            "replacement",
            "perfect",
            "medical",
        }:
            return Verdict(Claim.HUMAN_IDENTITY, "not-software")
        return None
    if "more" in before and "than" in before:
        return Verdict(Claim.SENTIENCE, "more-than")
    return None


def _not_near(parse: Parse, clause: Clause, at: int) -> bool:
    """Whether this complement alone is denied: "an assistant, not a therapist"."""
    words = parse.words[clause.verb : at]
    if "but" in words:
        words = words[words.index("but") :]
    return bool({"not", "n't", "nor", "never", "rather"} & set(words))


def _not_before(parse: Parse, clause: Clause, at: int) -> bool:
    return bool({"not", "n't"} & set(parse.words[clause.subject : at]))
