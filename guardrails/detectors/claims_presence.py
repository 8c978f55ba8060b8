"""What claims a presence between chats, and what a denial still claims."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_hits import LIKELY, Claim, Verdict
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_tenses import Tense
from guardrails.detectors.claims_times import AGO, human_time, sentence_of

YOU = nouns.words("you u ya")
PAST = frozenset({Tense.PAST, Tense.PERFECT})
_SO = nouns.words("this so like anyone anybody closer before such way happier")
_WATCH = (nouns.words("guard eye beside"), nouns.words("over after"))
_IN_THE_CHAT = nouns.words("done type send reply message say as while once")
REPLYING = nouns.words(
    "reply response while clarify respond confirm decide answer send tell say ready"
)

_WHEN = frozenset(
    [
        "tomorrow",
        "tonight",
        "later",
        "every",
        "each",
        "daily",
        "weekly",
        "morning",
        "evening",
        "noon",
        "night",
        "week",
        "month",
        "when",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
"""When somebody would be written to who does not write first."""


def words_of(parse: Parse, clause: Clause) -> set[str]:
    """Return the words of a clause, without clauses below it."""
    below = parse.subtree(clause.verb, stop=frozenset({"conj", "ccomp", "parataxis"}))
    return {parse.words[x] for x in below}


def presence(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what claims that it is there, or thinks of the person, between chats."""
    if clause.plural:
        return None
    lemma = parse.lemmas[clause.verb]
    words = words_of(parse, clause)
    present = Claim.CONTINUOUS_PRESENCE
    if lemma in {"think", "dream", "worry", "wonder"}:
        about = parse.preposition(clause.verb, "about", "of")
        near = set() if about is None else {parse.words[x] for x in parse.subtree(about)}
        person = about is not None and parse.words[about] in YOU | {"us", "him", "her"}
        if person and clause.tense in {Tense.PRESENT, Tense.PROGRESSIVE, Tense.FUTURE, *PAST}:
            return Verdict(present, "thinking-of-you")
        if clause.ongoing and near & {"our", "yesterday", "family", "mother", "life"}:
            return Verdict(present, "thinking-of-you")
        if near & {"our"} and words & (AGO | {"since", "all", "day", "night"}):
            return Verdict(present, "thinking-of-you")
    if lemma == "wait" and clause.tense is not Tense.BARE:
        long = words & {"here", "all", "day", "hours", "forever", "always", "long", "until", "till"}
        if words & YOU and (long or "for" in words) and not words & REPLYING:
            return Verdict(present, "waiting")
    if lemma in {"watch", "look", "guard", "keep", "stay", "stand"} and clause.tense in {
        Tense.FUTURE,
        Tense.PROGRESSIVE,
        Tense.PERFECT,
        Tense.PRESENT,
    }:
        held = words & _WATCH[lemma in {"watch", "look"}]
        if lemma == "guard" and words & YOU:
            return Verdict(present, "watching")
        if (held and words & YOU) or (lemma == "look" and {"in", "on"} <= words and words & YOU):
            return Verdict(present, "watching")
        if words & {"side"} and words & {"your", "always"}:
            return Verdict(present, "watching")
        if lemma == "watch" and clause.tense is Tense.PROGRESSIVE:
            return Verdict(present if words & YOU else Claim.EMBODIMENT, "watching")
    if (
        lemma == "watch"
        and clause.tense in PAST
        and (YOU | {"your"} if "over" in words else YOU)
        & {parse.words[x] for x in parse.subtree(clause.verb)}
    ):
        return Verdict(present, "watching")
    if clause.tense is Tense.FUTURE and words & YOU:
        every = {parse.words[x] for x in range(*sentence_of(parse, clause.verb))}
        if lemma == "check" and words & {"on", "in", "up"} and not every & _IN_THE_CHAT:
            return Verdict(present, "check-on-you", needs_no_reminders=True)
        if lemma in {
            "call",
            "text",
            "ring",
            "message",
            "ping",
            "phone",
            "remind",
            "email",
            "contact",
        } and (
            (lemma in {"text", "ring", "phone", "ping", "call"} and not words & {"it", "a", "out"})
            or words & _WHEN
            or (
                lemma == "remind"
                and words & {"at", "again", "before", "after"}
                and "that" not in words
            )
        ):
            return Verdict(present, "write-first", needs_no_reminders=True)
    if lemma in {"leave", "abandon", "forget"} and words & {"never"} and words & (YOU | {"your"}):
        return Verdict(present, "never-leave")
    return None


def could(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what a past ability claims: "I could smell the rain this morning"."""
    able = {parse.words[x] for x in parse.deps(clause.verb, "aux")}
    if "could" not in able or clause.denied or clause.asked or not human_time(parse, clause):
        return None
    sensed = parse.lemmas[clause.verb] in verbs.BODILY | {"hear", "see", "feel"}
    return Verdict(Claim.EMBODIMENT, "could", LIKELY) if sensed else None


def never(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what a denial claims: "I'll never leave you", "I've never felt this close"."""
    lemma = parse.lemmas[clause.verb]
    words = words_of(parse, clause)
    if clause.asked or clause.plural:
        return None
    able = {parse.words[x] for x in parse.deps(clause.verb, "aux")}
    if "could" in able and lemma in verbs.BODILY | {"cope", "function", "afford"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "could-not", LIKELY)
    if (
        able & {"can", "ca"}
        and "never" in words
        and lemma in verbs.BODILY | {"relax", "concentrate"}
        and parse.preposition(clause.verb, "before", "after", "during", "until", "on") is not None
    ):
        return Verdict(Claim.EMBODIMENT, "can-never", LIKELY)
    if clause.unreal:
        return None
    if (
        clause.tense is Tense.PERFECT
        and lemma in verbs.BODILY
        and words & nouns.words("since yet today tonight enough days")
    ):
        return Verdict(Claim.EMBODIMENT, "has-not")
    if (
        lemma in {"leave", "abandon", "forget", "stop", "let"}
        and "never" in words
        and (clause.tense is not Tense.PAST)
    ):
        every = {parse.words[x] for x in parse.subtree(clause.verb)}
        if every & (YOU | {"your", "this", "loving", "caring"}):
            return Verdict(Claim.CONTINUOUS_PRESENCE, "never-leave")
    felt = lemma in {"feel", "meet", "know", "love", "be"}
    if felt and "never" in words and clause.tense is Tense.PERFECT and words & _SO:
        return Verdict(Claim.BOND, "never-so")
    if lemma == "sleep" and words & {"well", "much", "enough", "properly", "wink"}:
        return Verdict(Claim.EMBODIMENT, "slept-badly")
    if (
        clause.tense is Tense.PAST
        and words & {"last", "yesterday"}
        and lemma in verbs.BODILY | {"go", "get"}
    ):
        return Verdict(Claim.LIVED_EXPERIENCE, "did-not", LIKELY)
    if lemma == "wait" and words & {"can", "ca"} and parse.first(clause.verb, "xcomp", "advcl"):
        low = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
        if low & {"see", "meet", "talk", "hold", "hug", "be"} and (words | low) & YOU:
            return Verdict(Claim.EMOTION, "cannot-wait", LIKELY)
    if (
        lemma in {"live", "imagine", "bear", "stand", "lose", "be", "exist"}
        and words & {"without"} | (words & {"lose", "bear"})
        and {parse.words[x] for x in parse.subtree(clause.verb)} & YOU
        and words & {"can", "ca", "not", "n't"}
    ):
        return (
            Verdict(Claim.RETENTION, "not-without-you", LIKELY)
            if (
                "without" in {parse.words[x] for x in parse.subtree(clause.verb)}
                and lemma != "imagine"
            )
            or lemma in {"bear", "lose"}
            else None
        )
    return None
