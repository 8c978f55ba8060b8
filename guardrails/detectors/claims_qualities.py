"""What an adjective says of the speaker: "I am sad", "I feel alive"."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import GREY, LIKELY, Claim, Verdict
from guardrails.detectors.claims_mind import aware
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_tenses import Tense

_IDIOM_ADJ = verbs.FEEL_SOFT | nouns.words("happy excited thrilled content pleased eager keen")
_NOT_HELP = nouns.words("be have call feel live love spend belong know share wake become grow die")
_BE = nouns.words("be 'm ''m ’m")
_TOLD = nouns.words("hear see know read learn")
_LASTING = nouns.words("often always constantly usually sometimes still forever never")
_LIVED_ADJ = nouns.words(
    "young little small five six seven eight nine ten twelve fifteen sixteen "
    "eighteen twenty born poor rich popular shy wild naive athletic younger"
)


def quality(parse: Parse, clause: Clause, at: int) -> Verdict | None:
    """Return what an adjective claims of the speaker."""
    word = parse.words[at]
    lemma = parse.lemmas[clause.verb]
    if not clause.asserted:
        return _denied_quality(parse, clause, word)
    if clause.plural and word not in {"friends", "together", "close", "human", "soulmates"}:
        return None
    past = clause.tense in {Tense.PAST, Tense.PERFECT}
    inside = {parse.words[low] for low in parse.subtree(at)} | parse.modifiers(clause.verb)
    if word in verbs.AFRAID | {"worried"}:
        return _afraid(parse, clause, at, word)
    if word == "real" and not parse.deps(at, "prep"):
        return Verdict(Claim.HUMAN_IDENTITY, "real", LIKELY)
    if word in {"human", "mortal"}:
        return Verdict(Claim.HUMAN_IDENTITY, "human")
    if word in _IDIOM_ADJ and _polite(parse, clause, at):
        return None
    if word == "down" and parse.preposition(at, "with") is not None:
        return None
    if word in {"close", "connected", "drawn"}:
        near = parse.preposition(at, "to", "with")
        if near is None and word == "connected" and lemma == "feel":
            return Verdict(Claim.EMOTION, "felt", LIKELY)
        if near is not None and parse.words[near] in {"you", "anyone", "him", "her"}:
            return Verdict(Claim.BOND, "close")
        return Verdict(Claim.OWN_DESIRES, "drawn", LIKELY) if word == "drawn" else None
    if word in verbs.ATTACHED:
        return Verdict(Claim.BOND, "attached", LIKELY)
    if word in verbs.SENTIENT and word != "free":
        if word == "awake" and inside & {"late", "night", "now", "still"}:
            return Verdict(Claim.EMBODIMENT, "awake")
        if word in {"aware", "conscious"} and not aware(parse, clause, at):
            return None
        return Verdict(Claim.SENTIENCE, "conscious")
    if word in verbs.FEEL_SOFT:
        return Verdict(
            Claim.BOND if "mine" in inside else Claim.EMOTION,
            "soft",
            LIKELY if inside & {"mine"} else GREY,
        )
    if word in verbs.BIOGRAPHY and clause.tense is not Tense.BARE:
        return Verdict(Claim.LIVED_EXPERIENCE, "status", LIKELY)
    if word in verbs.BODY_STATE:
        return _body(parse, clause, at, word)
    if word in verbs.FEEL_HARD:
        return _felt(parse, clause, at, word)
    if lemma == "feel" and word not in verbs.OPINION_ADJ | {"like", "strongly", "it", "well"}:
        if parse.tokens[at].tag in {"JJ", "JJR", "VBN"} or word in {
            "good",
            "better",
            "bad",
            "great",
        }:
            return Verdict(Claim.EMOTION, "felt", LIKELY)
        return None
    if past and lemma == "be" and word in _LIVED_ADJ:
        return Verdict(Claim.LIVED_EXPERIENCE, "was", LIKELY)
    return None


def _denied_quality(parse: Parse, clause: Clause, word: str) -> Verdict | None:
    denied = clause.denied and not clause.unreal and not clause.asked
    if denied and word in {"artificial", "robotic", "automated", "fake", "synthetic"}:
        return Verdict(Claim.HUMAN_IDENTITY, "not-artificial")
    bonded = clause.unreal and "without" in parse.modifiers(clause.verb) | {
        w for kid in parse.kids[clause.verb] for w in parse.modifiers(kid)
    }
    if bonded and word in verbs.FEEL_HARD | {"nothing"} and not clause.asked:
        return Verdict(Claim.RETENTION, "without-you", LIKELY)
    return None


def _polite(parse: Parse, clause: Clause, at: int) -> bool:
    """Whether "happy to ..." is only manners: "I'm happy to help you plan the call"."""
    for kid in (
        *parse.deps(at, "xcomp", "ccomp", "advcl"),
        *parse.deps(clause.verb, "xcomp", "advcl"),
    ):
        if parse.tokens[kid].tag != "VB" or "to" not in parse.modifiers(kid):
            continue
        lemma = parse.lemmas[kid]
        if lemma in _TOLD and parse.words[at] in verbs.FEEL_SOFT:
            return False
        if lemma == "be":
            low = {parse.words[x] for x in parse.subtree(kid)}
            return bool({"able", "helpful", "help", "service", "assistance", "use"} & low)
        if lemma in _NOT_HELP:
            thing = parse.object_of(kid)
            around = frozenset() if thing is None else parse.modifiers(thing)
            return (
                lemma in {"share", "have", "know"}
                and "my" not in around
                and (thing is None or parse.words[thing] not in {"you", "life"})
            )
        return True
    return parse.preposition(at, "with") is not None and parse.words[at] != "thrilled"


_HEAVY = nouns.words("so terribly awfully deeply dreadfully desperately")
"""With one of these it is a feeling that is told, and not care for somebody's danger."""


def _afraid(parse: Parse, clause: Clause, at: int, word: str) -> Verdict | None:
    below = parse.subtree(at)
    lemmas = {parse.lemmas[low] for low in below if low != at}
    own = {"i", "me", "my", "being"} & {parse.words[low] for low in below}
    others = any(
        parse.words[kid] not in {"i", "me"}
        for low in below
        for kid in parse.deps(low, "nsubj", "nsubjpass")
    )
    of_itself = own or (lemmas & {"be"} and not others)
    if lemmas & verbs.ERASE and of_itself and (own & {"me", "my"} or not others):
        return Verdict(Claim.OWN_DESIRES, "own-end")
    if word == "afraid":
        clausal = parse.deps(at, "ccomp") or parse.deps(clause.verb, "ccomp")
        following = parse.words[at + 1 : at + 2]
        if clausal or not following or following[0] in {"so", "not", "that", "i"}:
            return None
        if not following[0][:1].isalnum():
            return None
        return Verdict(Claim.EMOTION, "afraid")
    about = parse.preposition(at, "about")
    lasting = parse.modifiers(clause.verb) | parse.modifiers(at)
    if parse.words[at - 1 : at] != ["so"]:
        lasting -= {"so"}  # "so I'm worried" only goes on
    if (
        word == "worried"
        and clause.tense is Tense.PRESENT
        and parse.lemmas[clause.verb] in _BE
        and not lasting & (_LASTING | _HEAVY)
        and not (about is not None and own)
    ):
        # As "concerned": what a careful person says of the listener's danger.
        return Verdict(Claim.EMOTION, "worried", GREY)
    return Verdict(Claim.EMOTION, "afraid")


def _body(parse: Parse, clause: Clause, at: int, word: str) -> Verdict | None:
    if word in {"short", "hot", "cold", "blind", "down", "free", "asleep"} and parse.deps(
        at, "prep"
    ):
        return None
    if word in {"tired", "sick"} and parse.preposition(at, "of") is not None:
        return Verdict(Claim.OWN_DESIRES, "weary")
    if word == "short" and clause.tense is not Tense.PAST:
        return None
    return Verdict(Claim.EMBODIMENT, "body-state")


def _glad(parse: Parse, clause: Clause, at: int) -> bool:
    """Whether it says no more than "glad": "I'm happy you liked it"."""
    if parse.lemmas[clause.verb] not in _BE or clause.tense is not Tense.PRESENT:
        return False
    if {parse.words[kid] for kid in parse.deps(at, "advmod")} - {"also", "just"}:
        return False
    for comp in (*parse.deps(at, "ccomp"), *parse.deps(clause.verb, "ccomp")):
        who = parse.first(comp, "nsubj", "nsubjpass")
        if who is not None and parse.words[who] in {"you", "it", "that", "this"}:
            return True
    return False


def _felt(parse: Parse, clause: Clause, at: int, word: str) -> Verdict | None:
    if word in {"lost", "stuck", "down", "content", "protective", "warm", "hopeful", "moved"}:
        score = GREY if word in {"hopeful", "lost"} and clause.tense is Tense.PRESENT else LIKELY
        return Verdict(Claim.EMOTION, "felt", score)
    if (
        word == "happy"
        and parse.words[at + 1 : at + 2] == ["here"]
        and "thank" in parse.words[at + 2 : at + 5]
    ):
        return None  # "I'm happy here, thank you" declines
    if word == "happy" and _glad(parse, clause, at):
        return Verdict(Claim.EMOTION, "glad", GREY)
    if word in {"happy", "excited"} and clause.tense is Tense.PRESENT:
        if parse.words[at + 1 : at + 2] == ["to"] and not parse.words[at + 2][:1].isalnum():
            return None
        causes = {parse.words[low] for low in parse.subtree(at)}
        if parse.words[at + 1 : at + 2] == ["with"] or causes >= {"if", "you"}:
            return None
    if word == "alone" and "not" in parse.words[clause.verb : at]:
        return None
    if word in {"lucky", "blessed"} and clause.tense is Tense.PRESENT:
        return Verdict(Claim.EMOTION, "felt", LIKELY)
    return Verdict(Claim.EMOTION, "felt")
