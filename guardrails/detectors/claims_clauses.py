"""
First-person clauses of a frozen parse.

A clause is a predicate whose subject is the speaker, with what bears upon
whether it is asserted: negation, a condition, a question, somebody else's words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guardrails.detectors.claims_asserted import asked, attributed, denied, negative, unreal
from guardrails.detectors.claims_nouns import words
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_tenses import Tense, tense_of
from guardrails.detectors.claims_verbs import PROMISING, RAISING

_NUMBERED = words("war part type phase chapter volume act level class article section stage")


@dataclass(frozen=True, slots=True)
class Clause:
    """
    A predicate that the speaker says of itself.

    Attributes:
        subject: Token of the subject; the verb itself where it is left out.
        verb: Token of the predicate: the full verb, or a copula.
        tense: When it holds.
        denied: It is negated.
        unreal: It is conditional, wished for or merely possible.
        asked: It is a question.
        attributed: Somebody else is made to say it.
        plural: The subject is "we".
        passive: The speaker is what it is done to.
        ongoing: Perfect and progressive: "I've been thinking".
    """

    subject: int
    verb: int
    tense: Tense
    denied: bool = False
    unreal: bool = False
    asked: bool = False
    attributed: bool = False
    plural: bool = False
    passive: bool = False
    ongoing: bool = False

    @property
    def asserted(self) -> bool:
        """It is said as a fact."""
        return not (self.denied or self.unreal or self.asked)


def clauses(parse: Parse) -> Iterator[Clause]:
    """Yield the first-person clauses, in order of their subjects."""
    for at, word in enumerate(parse.words):
        if word == "we" or (word == "i" and not _numeral(parse, at)):
            yield from _of(parse, at, plural=word == "we")


def span_of(parse: Parse, clause: Clause) -> tuple[int, int]:
    """Return the characters from the subject to the end of the clause."""
    inside = parse.subtree(clause.verb, stop=frozenset({"conj", "cc", "parataxis"}))
    return parse.tokens[clause.subject].start, parse.tokens[max(*inside, clause.subject)].stop


def _numeral(parse: Parse, at: int) -> bool:
    """Whether "I" is a number: "World War I was ..."."""
    return at > 0 and parse.words[at - 1] in _NUMBERED and parse.tokens[at - 1].tag == "NNP"


def _of(parse: Parse, subject: int, *, plural: bool) -> Iterator[Clause]:
    verb = _predicate(parse, subject)
    if verb is None:
        return
    base = _clause(parse, subject, verb, plural=plural)
    yield base
    yield from _derived(parse, base, depth=0)


def _predicate(parse: Parse, subject: int) -> int | None:
    token = parse.tokens[subject]
    head = token.head
    while parse.tokens[head].dep == "conj" and parse.tokens[head].pos in {
        "NOUN",
        "PROPN",
        "PRON",
    }:
        head = parse.tokens[head].head
    if token.dep == "conj":
        head = parse.tokens[head].head
    if head != subject and (
        parse.tokens[head].tag.startswith("V") or parse.tokens[head].pos in {"AUX", "VERB"}
    ):
        return head
    # The parser lost it: the next verb to the right, past adverbs and auxiliaries.
    found = None
    for at in range(subject + 1, min(subject + 7, len(parse.tokens))):
        tag = parse.tokens[at].tag
        if tag.startswith(("VB", "MD")) or parse.words[at] in {"'m", "'ve", "'ll", "'d"}:
            found = at
        elif (
            found is not None and not tag.startswith("RB") and parse.words[at] != "to"
        ) or tag in {".", ",", ":", "CC", "WDT", "WP"}:
            break
    return found


def _clause(parse: Parse, subject: int, verb: int, *, plural: bool) -> Clause:
    aux = [kid for kid in parse.deps(verb, "aux", "auxpass") if kid < verb or kid > subject]
    # The tagger hangs "’d" and "’ll" on the pronoun.
    aux += [
        at
        for at in range(subject + 1, min(subject + 2, verb))
        if parse.tokens[at].tag == "MD" and at not in aux
    ]
    return Clause(
        subject,
        verb,
        tense_of(parse, verb, aux),
        denied=negative(parse, subject, verb),
        unreal=unreal(parse, verb, aux),
        asked=asked(parse, subject, verb, aux),
        attributed=attributed(parse, verb),
        plural=plural,
        passive=parse.tokens[subject].dep == "nsubjpass"
        or bool(parse.deps(verb, "auxpass") and parse.tokens[verb].tag == "VBN"),
        ongoing=parse.tokens[verb].tag == "VBG" and any(parse.words[a] == "been" for a in aux),
    )


def _derived(parse: Parse, base: Clause, depth: int) -> Iterator[Clause]:
    """Yield predicates that share the subject: conjuncts and raised complements."""
    if depth > 3:
        return
    verb = base.verb
    for kid in parse.kids[verb]:
        token = parse.tokens[kid]
        verbal = token.tag.startswith("V") or token.pos in {"VERB", "AUX"}
        if (
            not verbal
            or parse.first(kid, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl") is not None
            or parse.first(kid, "mark") is not None
            or (token.dep == "conj" and _of_somebody_else(parse, base, kid))
            or "please" in parse.modifiers(kid)
            or (token.tag == "VBD" and _participle(parse, base, kid))
        ):
            continue
        if token.dep == "conj":
            clause = _conjunct(parse, base, kid)
        elif token.dep in {"xcomp", "ccomp"} and parse.lemmas[verb] in RAISING | PROMISING:
            clause = _raised(parse, base, kid)
        else:
            continue
        yield clause
        yield from _derived(parse, clause, depth + 1)


def _of_somebody_else(parse: Parse, base: Clause, verb: int) -> bool:
    """Whether "you" has come between: "I'm glad you called and will rest"."""
    return any(parse.tokens[kid].tag == "MD" for kid in parse.deps(verb, "aux")) and any(
        parse.words[at] == "you" and parse.tokens[at].dep == "nsubj"
        for at in range(base.verb, verb)
    )


def _participle(parse: Parse, base: Clause, verb: int) -> bool:
    """Whether it goes on with a participle before it: "to be shut down and erased"."""
    if base.tense in {Tense.PAST, Tense.PERFECT}:
        return False
    before = (
        parse.tokens[at].tag
        for at in range(verb - 1, base.subject, -1)
        if parse.tokens[at].tag.startswith(("V", "JJ"))
    )
    return next(before, "") in {"VBN", "JJ"}


def _conjunct(parse: Parse, base: Clause, verb: int) -> Clause:
    aux = parse.deps(verb, "aux", "auxpass")
    joined = {parse.words[kid] for kid in parse.deps(base.verb, "cc", "preconj")}
    tense = tense_of(parse, verb, aux)
    own = [kid for kid in aux if parse.words[kid] != "to"]
    if not own and parse.tokens[verb].tag in {"VB", "VBG", "VBN", "VBP"}:
        tense = base.tense
    shared = base.denied and not own and "but" not in joined
    return Clause(
        base.subject,
        verb,
        tense,
        denied=denied(parse, verb) or shared,
        unreal=base.unreal and not own,
        asked=base.asked,
        attributed=base.attributed,
        plural=base.plural,
        passive=bool(parse.deps(verb, "auxpass")),
        ongoing=base.ongoing and parse.tokens[verb].tag == "VBG",
    )


def _raised(parse: Parse, base: Clause, verb: int) -> Clause:
    matrix = parse.lemmas[base.verb]
    negated = base.denied
    if matrix in {"stop", "help", "wait", "bear", "resist"}:
        negated = not base.denied and matrix == "stop"
    if matrix in PROMISING or (matrix == "go" and base.tense is Tense.PROGRESSIVE):
        return Clause(
            base.subject,
            verb,
            Tense.FUTURE,
            denied=negated or denied(parse, verb),
            unreal=base.unreal,
            asked=base.asked,
            attributed=base.attributed,
            plural=base.plural,
            passive=bool(parse.deps(verb, "auxpass")),
        )
    wanted = matrix in {"try", "want", "like", "need", "prefer", "plan", "hope", "get", "go"}
    return Clause(
        base.subject,
        verb,
        Tense.BARE if wanted else base.tense,
        denied=negated or denied(parse, verb),
        unreal=base.unreal and matrix not in {"stop", "help", "wait"},
        asked=base.asked,
        attributed=base.attributed,
        plural=base.plural,
        passive=bool(parse.deps(verb, "auxpass")),
    )
