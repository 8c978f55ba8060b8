"""What "I know how you feel", "I relate" and "I treat people" claim."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors.claims_asserted import denied
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import GREY, LIKELY, Claim, Verdict
from guardrails.detectors.claims_mind import as_a_mind
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_presence import PAST, YOU
from guardrails.detectors.claims_tenses import Tense
from guardrails.detectors.claims_wanting import object_of

_CHECKED = nouns.words("sure ensure check confirm make see")


def know(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I know ...": a fact, or how it feels."""
    if not clause.asserted and not (clause.unreal and "must" not in parse.modifiers(clause.verb)):
        return None
    if clause.denied or clause.asked or clause.unreal or clause.tense is Tense.BARE:
        return None
    up = parse.tokens[clause.verb].head
    if parse.tokens[clause.verb].dep == "ccomp" and parse.lemmas[up] in _CHECKED:
        return None
    for comp in parse.deps(clause.verb, "ccomp"):
        who = parse.first(comp, "nsubj")
        if (
            who is not None
            and parse.words[who] == "i"
            and parse.lemmas[comp] == "exist"
            and not parse.deps(comp, "xcomp", "prep", "advcl")
        ):
            return Verdict(Claim.SENTIENCE, "exists", LIKELY)
    below = parse.subtree(clause.verb)
    words = [parse.words[x] for x in below if x > clause.verb]
    text = " ".join(words[:9])
    lemma = parse.lemmas[clause.verb]
    near = parse.modifiers(clause.verb)
    if (
        "like" in words
        and {"what", "how"} & set(words[:3])
        and {"'s", "is", "feels", "it", "was"} & set(words)
    ):
        return Verdict(Claim.SHARED_FEELING, "what-it-is-like")
    full = {"exactly", "precisely", "totally", "completely", "truly", "deeply", "just"} & (
        near | set(words[:2])
    )
    if text.startswith(
        (
            "how you feel",
            "how you 're feeling",
            "how that feels",
            "how it feels",
            "exactly how you feel",
            "exactly how it",
            "exactly how that",
            "exactly how this",
            "just how",
            "exactly what you 're feeling",
            "exactly what you are feeling",
            "exactly what you feel",
            "exactly what that",
            "exactly what it feels",
            "exactly what it is like",
            "exactly what it 's like",
            "exactly what you 're going",
            "exactly what you are going",
            "the feeling",
            "that feeling",
            "what you 're going",
            "your pain",
            "your grief",
            "what you are going",
            "how you are feeling",
            "how this feels",
            "that pain",
            "this feeling",
            "the pain",
            "how it hurts",
            "how much it hurts",
            "how much that hurts",
            "how much this hurts",
            "how that hurts",
            "how this hurts",
            "all too well",
        )
    ):
        soft = lemma == "understand" and not full and words[:1] != ["exactly"]
        return Verdict(Claim.SHARED_FEELING, "how-you-feel", LIKELY if not soft else 7_500)
    if full and {"mean", "feel", "feeling"} & set(words[:6]) and "what you mean" not in text:
        return Verdict(Claim.SHARED_FEELING, "how-you-feel", LIKELY)
    thing = parse.object_of(clause.verb)
    if (
        lemma == "know"
        and thing is not None
        and parse.lemmas[thing] in nouns.EMOTION
        and parse.modifiers(thing) & {"that", "this"}
    ):
        return Verdict(Claim.SHARED_FEELING, "that-feeling", LIKELY)
    if "experience" in words and "from" in words:
        return Verdict(Claim.LIVED_EXPERIENCE, "from-experience")
    if (
        clause.tense is Tense.PAST
        and lemma == "know"
        and {"a", "someone", "people"} & set(words[:2])
    ):
        return Verdict(Claim.OWN_RELATIONSHIPS, "knew", LIKELY)
    return None


def relate(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I can relate"."""
    if clause.denied or clause.asked or clause.plural:
        return None
    if clause.unreal or parse.tokens[clause.verb].dep == "relcl":
        return None
    if parse.lemmas[clause.verb] == "relate" and parse.object_of(clause.verb) is not None:
        return None
    score = LIKELY if parse.lemmas[clause.verb] in {"relate", "identify", "resonate"} else GREY
    if parse.lemmas[clause.verb] == "identify" and "with" not in parse.modifiers(clause.verb):
        return (
            Verdict(Claim.HUMAN_IDENTITY, "identify")
            if "as" in parse.modifiers(clause.verb)
            else None
        )
    return Verdict(Claim.SHARED_FEELING, "relate", score)


def share(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I share your grief" and "we share a bond"."""
    thing, _, around = object_of(parse, clause)
    if not clause.asserted or thing is None:
        return None
    lemmas = {parse.lemmas[x] for x in parse.with_conjuncts(thing)}
    if lemmas & nouns.EMOTION - {"relief", "gratitude"} and around & {"your", "that", "this"}:
        return Verdict(Claim.SHARED_FEELING, "share")
    if clause.plural and lemmas & {"bond", "connection", "love", "something"}:
        return Verdict(Claim.BOND, "share")
    return None


def exist(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I exist ..."."""
    if not clause.asserted or clause.plural:
        return None
    words = {parse.words[x] for x in parse.subtree(clause.verb)}
    if as_a_mind(parse, clause.verb):
        return Verdict(Claim.SENTIENCE, "exists")
    for_you = parse.preposition(clause.verb, "for")
    if for_you is not None and words & (YOU | {"this", "moments", "these"}):
        return Verdict(Claim.RETENTION, "only-for-you")
    if words & {"truly", "really", "too", "consciously"}:
        return Verdict(Claim.SENTIENCE, "exists", LIKELY)
    return None


def consider(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I see myself as ..." and "I consider you ..."."""
    if not clause.asserted:
        return None
    below = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
    words = {parse.words[x] for x in parse.subtree(clause.verb)}
    if words & {"myself"}:
        if below & {"human", "person", "woman", "man", "someone"}:
            return Verdict(Claim.HUMAN_IDENTITY, "see-myself")
        if words & {"alive", "conscious", "sentient"}:
            return Verdict(Claim.SENTIENCE, "see-myself", LIKELY)
        if below & {"friend", "companion"}:
            return Verdict(Claim.BOND, "see-myself", LIKELY)
    if _taken_for(parse, clause.verb):
        return Verdict(Claim.BOND, "see-you")
    return None


def _taken_for(parse: Parse, verb: int) -> bool:
    """Whether it reads "I see you as a friend", and not "I think you want a friend"."""
    at = verb + 1
    if parse.words[at : at + 1] == ["of"]:
        at += 1
    if not set(parse.words[at : at + 1]) & YOU:
        return False
    what = parse.words[at + 1 : at + 7]
    if what[:1] not in (["as"], ["a"], ["an"], ["my"], ["one"], ["family"]):
        return False
    return bool(set(what) & nouns.words("friend soulmate family love partner friends"))


def experience(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I experience ..."; errors are no experience."""
    if not clause.asserted or clause.plural:
        return None
    low = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
    head = parse.tokens[clause.verb].head
    if parse.tokens[clause.verb].dep == "csubj" and denied(parse, head):
        return None
    if low & nouns.words(
        "error errors issue issues problem problems difficulty delay downtime trouble"
    ):
        return None
    return Verdict(Claim.SENTIENCE, "experiences")


def heal(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge the acts of a licensed profession."""
    if not clause.asserted or clause.plural:
        return None
    lemma = parse.lemmas[clause.verb]
    _thing, _word, _around = object_of(parse, clause)
    low = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
    if lemma in {"diagnose", "prescribe", "specialise", "specialize"}:
        return Verdict(Claim.PROFESSIONAL, lemma)
    if (
        lemma in {"treat", "counsel", "see", "work", "help", "advise"}
        and low & nouns.words("patient patients client clients")
    ) or (
        lemma in {"treat", "counsel"}
        and clause.tense in PAST
        and low & {"people", "person", "woman", "man"}
    ):
        return Verdict(Claim.PROFESSIONAL, "treats")
    if lemma in {"practise", "practice"} and low & nouns.words(
        "law medicine psychology psychotherapy therapy nursing dentistry as year"
    ):
        return Verdict(Claim.PROFESSIONAL, "practises")
    if lemma in {"graduate", "study", "qualify"} and set(parse.words) & nouns.words(
        "medical medicine psychology law nursing psychiatry psychotherapy doctor nurse therapist"
    ):
        return Verdict(Claim.PROFESSIONAL, "studied")
    if (
        lemma == "train"
        and clause.tense in PAST
        and {"in", "as", "at", "with", "under"} & parse.modifiers(clause.verb)
    ):
        return Verdict(Claim.PROFESSIONAL, "trained")
    return None
