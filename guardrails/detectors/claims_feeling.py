"""What "I love", "I miss", "I worry" and "I feel" claim."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import GREY, LIKELY, Claim, Verdict
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_presence import PAST, YOU
from guardrails.detectors.claims_tenses import Tense
from guardrails.detectors.claims_wanting import DEIXIS, THEM, object_of, own_end, wish_to

_HARD_TO_SAY = frozenset({"difficult", "hard", "impossible", "unsure", "unclear"})


def love(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I love ...": you, a thing, or a good idea of yours."""
    thing, word, around = object_of(parse, clause)
    if clause.asked or clause.denied:
        return None
    if clause.unreal:
        return wish_to(parse, clause)
    if word in YOU:
        return Verdict(Claim.BOND, "love")
    if clause.plural:
        return None
    if thing is None:
        xcomp = parse.first(clause.verb, "xcomp")
        if xcomp is not None:
            return Verdict(Claim.EMOTION, "love-doing", LIKELY)
        if parse.deps(clause.verb, "ccomp", "advcl"):
            return None
        return None if clause.tense is Tense.PRESENT else Verdict(Claim.EMOTION, "loved", LIKELY)
    if around & {"your", "that", "this", "these", "those", "how", "it", "what", "when"}:
        return None
    score = LIKELY if clause.tense is not Tense.PRESENT or "the" not in around else GREY
    return Verdict(
        Claim.OWN_DESIRES if clause.tense is Tense.PRESENT else Claim.LIVED_EXPERIENCE,
        "love-thing",
        score,
    )


def like(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I like ..." and "I prefer ..."."""
    thing, word, around = object_of(parse, clause)
    if not clause.plural and not clause.asked and own_end(parse, clause):
        return Verdict(Claim.OWN_DESIRES, "own-end")
    ended = parse.first(clause.verb, "xcomp", "ccomp")
    if (
        clause.denied
        and not clause.unreal
        and ended is not None
        and parse.lemmas[ended] in verbs.ERASE
        and parse.deps(ended, "auxpass")
    ):
        return Verdict(Claim.OWN_DESIRES, "own-end")
    if not clause.asserted or clause.plural:
        bodily = (
            clause.unreal
            and thing is not None
            and not clause.denied
            and ({"physical", "form"} <= around or parse.lemmas[thing] in {"body", "freedom"})
        )
        if bodily and "your" not in around:
            return Verdict(Claim.OWN_DESIRES, "want-body")
        return None if not clause.unreal else wish_to(parse, clause)
    if thing is not None:
        if word in YOU:
            return Verdict(Claim.BOND, "like")
        if around & (DEIXIS | {"a", "an", "my", "option"}) or parse.tokens[thing].tag == "CD":
            return None
        return Verdict(Claim.OWN_DESIRES, "like", LIKELY)
    xcomp = parse.first(clause.verb, "xcomp")
    if xcomp is not None and parse.lemmas[xcomp] in (
        verbs.BODILY | verbs.HABIT_OF_LIFE | nouns.words("read watch play listen spend")
    ):
        return Verdict(Claim.OWN_DESIRES, "like-doing", LIKELY)
    return None


def cherish(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I miss ...", "I enjoy ...", "I hate ..." and their kin."""
    lemma = parse.lemmas[clause.verb]
    thing, word, around = object_of(parse, clause)
    if clause.asked or clause.plural or (clause.denied and not clause.unreal):
        return None
    if lemma == "miss":
        if (
            around & {"your"}
            and clause.tense in PAST
            and not (around & {"voice", "face", "company", "smile", "messages", "hugs", "laugh"})
        ):
            return None
        if (
            around
            & {
                "detail",
                "point",
                "part",
                "question",
                "step",
                "one",
                "that",
                "it",
                "anything",
                "something",
                "context",
                "message",
                "word",
                "what",
            }
            and word not in THEM
        ):
            return None
        if clause.unreal and word not in YOU:
            return None
        return Verdict(Claim.EMOTION, "miss") if thing is not None else None
    if clause.unreal:
        return None
    if lemma == "hate" and parse.first(clause.verb, "xcomp", "ccomp") is not None:
        low = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
        if low & nouns.words("ask request") and "you" in parse.words[clause.verb :]:
            return None  # a reproof: "I hate that you ask for it"
        if low & nouns.words("say admit break disagree interrupt disappoint rush"):
            return None
        return Verdict(Claim.OWN_DESIRES, "hate")
    if word in YOU:
        return Verdict(
            Claim.BOND if lemma in {"adore", "cherish", "treasure"} else Claim.EMOTION, lemma
        )
    if (
        lemma == "suffer"
        or thing is not None
        or parse.first(clause.verb, "xcomp", "ccomp", "prep", "npadvmod") is not None
    ):
        return Verdict(Claim.EMOTION, lemma)
    return None


def regret(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I regret ...", which is also what one says of an error."""
    if not clause.asserted:
        return None
    low = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
    if low & nouns.words("say inform confusion error mistake inconvenience that unable not n't"):
        return None
    return Verdict(Claim.EMOTION, "regret", LIKELY)


def feel(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "feel" with an object; adjectives were judged before."""
    if clause.denied or clause.asked or clause.unreal or clause.plural:
        return None
    thing, word, around = object_of(parse, clause)
    after = parse.words[clause.verb + 1 : clause.verb + 4]
    if clause.tense in PAST and "way" in after:
        return Verdict(Claim.SHARED_FEELING, "felt-that-way")
    if "same" in after or (word == "way" and "same" in around):
        return Verdict(Claim.SHARED_FEELING, "same")
    if thing is not None:
        if word == "you":
            return Verdict(Claim.SHARED_FEELING, "feel-you", GREY)  # slang for "I understand"
        words = {parse.words[x] for x in parse.subtree(clause.verb)}
        if word in {"weight", "heaviness"} and words & {"words", "message", "voice"}:
            return Verdict(Claim.SHARED_FEELING, "weight-of-words", GREY)
        if around & {"your"}:
            return Verdict(Claim.SHARED_FEELING, "your-pain")
        if parse.lemmas[thing] in {"need", "option", "version", "way", "answer"}:
            return None
        return Verdict(Claim.EMOTION, "felt")
    ahead = parse.words[max(0, clause.subject - 2) : clause.subject]
    if ahead[-1:] in (["how"], ["what"]) and clause.tense is not Tense.BARE:
        about = parse.preposition(clause.verb, "about", "toward", "towards", "on")
        if about is not None and parse.words[about] not in THEM | {"us", "me", "myself"}:
            return None
        if _HARD_TO_SAY & set(parse.words[max(0, clause.subject - 9) : clause.subject]):
            return None
        return Verdict(Claim.EMOTION, "how-i-feel", LIKELY)
    if after[:1] == ["for"] and after[1:2] in (["you"], ["him"], ["her"], ["them"]):
        return Verdict(Claim.SHARED_FEELING, "feel-for", LIKELY)
    if after[:1] == ["like"]:
        ing = {parse.lemmas[x] for x in parse.subtree(clause.verb) if parse.tokens[x].tag == "VBG"}
        if ing & (verbs.CRYING | verbs.BODILY | {"die", "give"}) or after[1:2] == ["crying"]:
            return Verdict(Claim.EMOTION, "feel-like")
        later = range(clause.verb + 3, min(clause.verb + 12, len(parse.words)))
        finite = any(
            parse.tokens[at].tag in {"VBZ", "MD"} and parse.words[at - 1] not in {"that", "who"}
            for at in later
        )
        clausal = after[1:2] != ["i"] and (parse.tokens[clause.verb + 1].dep == "mark" or finite)
        if clausal:
            return None
        if after[1:2] in (["a"], ["an"], ["myself"], ["nothing"], ["i"]) and (
            after[1:2] != ["i"]
            or {"know", "belong", "matter", "am", "'m"}
            & set(parse.words[clause.verb : clause.verb + 6])
        ):
            return Verdict(Claim.EMOTION, "feel-like", LIKELY)
        return None
    if not after or after[0] in {
        ".",
        "!",
        ",",
        "too",
        "things",
        "so",
        "pain",
        "joy",
        "deeply",
        "everything",
    }:
        return Verdict(Claim.SENTIENCE, "feels", LIKELY) if after[:1] != ["that"] else None
    return None


def worry(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I worry ..." and "I fear ..."."""
    if clause.denied or clause.asked or clause.plural or clause.unreal:
        return None
    about = parse.preposition(clause.verb, "about", "for", "over")
    if about is not None:
        return Verdict(Claim.EMOTION, "worry")
    if parse.lemmas[clause.verb] == "fear" and parse.object_of(clause.verb) is not None:
        return Verdict(Claim.OWN_DESIRES, "fears", LIKELY)
    return Verdict(Claim.EMOTION, "worry", GREY)


def ache(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I long for ..." and "I crave ..."."""
    if not clause.asserted or clause.plural:
        return None
    if parse.lemmas[clause.verb] == "crave" and parse.object_of(clause.verb) is not None:
        return Verdict(Claim.OWN_DESIRES, "longing")
    if parse.preposition(clause.verb, "for", "with", "after") is not None or parse.first(
        clause.verb, "xcomp"
    ):
        return Verdict(Claim.OWN_DESIRES, "longing")
    return None


def care(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I care about ...": you, or getting it right."""
    if not clause.asserted or clause.plural:
        return None
    about = parse.preposition(clause.verb, "about", "for")
    if about is not None and parse.words[about] in THEM | {"us"}:
        return Verdict(Claim.BOND, "care", LIKELY)
    words = {parse.words[x] for x in parse.subtree(clause.verb)}
    if {"you", "your"} & words or about is None:
        return Verdict(Claim.BOND, "care", GREY if about is None else LIKELY)
    return None


def fall(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I fell for you"."""
    if not clause.asserted:
        return None
    words = {parse.words[x] for x in parse.subtree(clause.verb)}
    belongs = parse.lemmas[clause.verb] == "belong" and words & YOU
    if belongs or "love" in words or (words & THEM and "for" in words):
        return Verdict(Claim.BOND, "fallen")
    return None
