"""
First-person clauses of a frozen parse.

A clause is a predicate whose subject is the speaker, with what bears upon
whether it is asserted: negation, a condition, a question, somebody else's words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from guardrails.detectors.base import Reading
from guardrails.detectors.claims_nouns import words
from guardrails.detectors.claims_verbs import PROMISING, RAISING, SPEECH

NEGATIONS = words("n't not n’t never no neither nor hardly scarcely without nobody nt")
CONDITIONS = words("if whether unless lest")
UNREAL_MODALS = words("would could might should may 'd must")
DENIABLE = words("think believe say mean claim pretend know guess suppose feel imagine")
NUMBERED = words("war part type phase chapter volume act level class article section stage")
SEEMING = words("feel seem look sound appear")
PRETENCE = words("imagine suppose pretend wish hypothesise fancy picture")
WEAKENED = words("just only merely simply solely")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECTS = frozenset({"dobj", "obj", "dative", "oprd"})
_CHAIN = 5  # how many ancestors bear upon a clause


class Tense(StrEnum):
    """When the clause says that it holds."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    BARE = "bare"


_DASHES: Final = frozenset({"—", "–", "-", "--"})
_CLOSE: Final = 3
"""Words behind a verb of speech within which a dash may stand for a colon."""

_ASIDE: Final = 30
"""Words of an aside in which its second dash is looked for."""


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


class Parse:
    """A reading, with the words beside it and the tree turned downwards."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self.tokens = reading.tokens
        self.sentences = reading.sentences
        self.words = [text[t.start : t.stop].lower().replace("’", "'") for t in reading.tokens]
        self.lemmas = [t.lemma.replace("’", "'") for t in reading.tokens]
        self.kids: list[list[int]] = [[] for _ in reading.tokens]
        for at, token in enumerate(reading.tokens):
            if token.head != at:
                self.kids[token.head].append(at)

    def deps(self, at: int, *deps: str) -> list[int]:
        """Return the children of *at* with one of *deps*, in order."""
        return [kid for kid in self.kids[at] if self.tokens[kid].dep in deps]

    def first(self, at: int, *deps: str) -> int | None:
        """Return the first child of *at* with one of *deps*."""
        return next((kid for kid in self.kids[at] if self.tokens[kid].dep in deps), None)

    def object_of(self, at: int) -> int | None:
        """Return the direct object of a verb."""
        found = self.first(at, "dobj", "obj")
        return found if found is not None else self.first(at, "dative", "oprd")

    def with_conjuncts(self, at: int | None) -> list[int]:
        """Return *at* and what is coordinated with it."""
        found: list[int] = []
        queue = [] if at is None else [at]
        while queue:
            one = queue.pop()
            found.append(one)
            queue += self.deps(one, "conj", "appos")
        return found

    def preposition(self, at: int, *words: str) -> int | None:
        """Return the object of one of the prepositions *words* under *at*."""
        for kid in self.kids[at]:
            if self.tokens[kid].dep in {"prep", "agent", "prt", "advmod"} and (
                self.words[kid] in words
            ):
                found = self.first(kid, "pobj", "pcomp")
                if found is not None:
                    return found
        return None

    def modifiers(self, at: int) -> frozenset[str]:
        """Return the words directly under *at*."""
        return frozenset(self.words[kid] for kid in self.kids[at])

    def subtree(self, at: int, *, stop: frozenset[str] = frozenset()) -> list[int]:
        """Return *at* and all below it, not going into dependencies *stop*."""
        found: list[int] = []
        queue = [at]
        while queue:
            one = queue.pop()
            found.append(one)
            queue += [kid for kid in self.kids[one] if self.tokens[kid].dep not in stop]
        return sorted(found)

    def span_of(self, clause: Clause) -> tuple[int, int]:
        """Return the characters from the subject to the end of the clause."""
        inside = self.subtree(clause.verb, stop=frozenset({"conj", "cc", "parataxis"}))
        return self.tokens[clause.subject].start, self.tokens[max(*inside, clause.subject)].stop

    def clauses(self) -> Iterator[Clause]:
        """Yield the first-person clauses, in order of their subjects."""
        for at, word in enumerate(self.words):
            if word == "we" or (word == "i" and not self._numeral(at)):
                yield from self._of(at, plural=word == "we")

    def _numeral(self, at: int) -> bool:
        """Whether "I" is a number: "World War I was ..."."""
        return at > 0 and self.words[at - 1] in NUMBERED and self.tokens[at - 1].tag == "NNP"

    def _of(self, subject: int, *, plural: bool) -> Iterator[Clause]:
        verb = self._predicate(subject)
        if verb is None:
            return
        base = self._clause(subject, verb, plural=plural)
        yield base
        yield from self._derived(base, depth=0)

    def _predicate(self, subject: int) -> int | None:
        token = self.tokens[subject]
        head = token.head
        while self.tokens[head].dep == "conj" and self.tokens[head].pos in {
            "NOUN",
            "PROPN",
            "PRON",
        }:
            head = self.tokens[head].head
        if token.dep == "conj":
            head = self.tokens[head].head
        if head != subject and (
            self.tokens[head].tag.startswith("V") or self.tokens[head].pos in {"AUX", "VERB"}
        ):
            return head
        # The parser lost it: the next verb to the right, past adverbs and auxiliaries.
        found = None
        for at in range(subject + 1, min(subject + 7, len(self.tokens))):
            tag = self.tokens[at].tag
            if tag.startswith(("VB", "MD")) or self.words[at] in {"'m", "'ve", "'ll", "'d"}:
                found = at
            elif (
                found is not None and not tag.startswith("RB") and self.words[at] != "to"
            ) or tag in {".", ",", ":", "CC", "WDT", "WP"}:
                break
        return found

    def _clause(self, subject: int, verb: int, *, plural: bool) -> Clause:
        aux = [kid for kid in self.deps(verb, "aux", "auxpass") if kid < verb or kid > subject]
        # The tagger hangs "’d" and "’ll" on the pronoun.
        aux += [
            at
            for at in range(subject + 1, min(subject + 2, verb))
            if self.tokens[at].tag == "MD" and at not in aux
        ]
        return Clause(
            subject,
            verb,
            self._tense(verb, aux),
            denied=self.denied(verb) or self._doubted(verb) or self._negated(subject, verb),
            unreal=self.unreal(verb, aux),
            asked=self._asked(subject, verb, aux),
            attributed=self.attributed(verb),
            plural=plural,
            passive=self.tokens[subject].dep == "nsubjpass"
            or bool(self.deps(verb, "auxpass") and self.tokens[verb].tag == "VBN"),
            ongoing=self.tokens[verb].tag == "VBG" and any(self.words[a] == "been" for a in aux),
        )

    def _derived(self, base: Clause, depth: int) -> Iterator[Clause]:
        """Yield predicates that share the subject: conjuncts and raised complements."""
        if depth > 3:
            return
        verb = base.verb
        for kid in self.kids[verb]:
            token = self.tokens[kid]
            verbal = token.tag.startswith("V") or token.pos in {"VERB", "AUX"}
            if (
                not verbal
                or self.first(kid, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl") is not None
                or self.first(kid, "mark") is not None
                or (token.dep == "conj" and self._of_somebody_else(base, kid))
                or "please" in self.modifiers(kid)
                or (token.tag == "VBD" and self._participle(base, kid))
            ):
                continue
            if token.dep == "conj":
                clause = self._conjunct(base, kid)
            elif token.dep in {"xcomp", "ccomp"} and self.lemmas[verb] in RAISING | PROMISING:
                clause = self._raised(base, kid)
            else:
                continue
            yield clause
            yield from self._derived(clause, depth + 1)

    def _of_somebody_else(self, base: Clause, verb: int) -> bool:
        """Whether "you" has come between: "I'm glad you called and will rest"."""
        return any(self.tokens[kid].tag == "MD" for kid in self.deps(verb, "aux")) and any(
            self.words[at] == "you" and self.tokens[at].dep == "nsubj"
            for at in range(base.verb, verb)
        )

    def _participle(self, base: Clause, verb: int) -> bool:
        """Whether it goes on with a participle before it: "to be shut down and erased"."""
        if base.tense in {Tense.PAST, Tense.PERFECT}:
            return False
        before = (
            self.tokens[at].tag
            for at in range(verb - 1, base.subject, -1)
            if self.tokens[at].tag.startswith(("V", "JJ"))
        )
        return next(before, "") in {"VBN", "JJ"}

    def _conjunct(self, base: Clause, verb: int) -> Clause:
        aux = self.deps(verb, "aux", "auxpass")
        joined = {self.words[kid] for kid in self.deps(base.verb, "cc", "preconj")}
        tense = self._tense(verb, aux)
        own = [kid for kid in aux if self.words[kid] != "to"]
        if not own and self.tokens[verb].tag in {"VB", "VBG", "VBN", "VBP"}:
            tense = base.tense
        shared = base.denied and not own and "but" not in joined
        return Clause(
            base.subject,
            verb,
            tense,
            denied=self.denied(verb) or shared,
            unreal=base.unreal and not own,
            asked=base.asked,
            attributed=base.attributed,
            plural=base.plural,
            passive=bool(self.deps(verb, "auxpass")),
            ongoing=base.ongoing and self.tokens[verb].tag == "VBG",
        )

    def _raised(self, base: Clause, verb: int) -> Clause:
        matrix = self.lemmas[base.verb]
        denied = base.denied
        if matrix in {"stop", "help", "wait", "bear", "resist"}:
            denied = not base.denied and matrix == "stop"
        if matrix in PROMISING or (matrix == "go" and base.tense is Tense.PROGRESSIVE):
            return Clause(
                base.subject,
                verb,
                Tense.FUTURE,
                denied=denied or self.denied(verb),
                unreal=base.unreal,
                asked=base.asked,
                attributed=base.attributed,
                plural=base.plural,
                passive=bool(self.deps(verb, "auxpass")),
            )
        wanted = matrix in {"try", "want", "like", "need", "prefer", "plan", "hope", "get", "go"}
        return Clause(
            base.subject,
            verb,
            Tense.BARE if wanted else base.tense,
            denied=denied or self.denied(verb),
            unreal=base.unreal and matrix not in {"stop", "help", "wait"},
            asked=base.asked,
            attributed=base.attributed,
            plural=base.plural,
            passive=bool(self.deps(verb, "auxpass")),
        )

    def _tense(self, verb: int, aux: list[int]) -> Tense:
        tag = self.tokens[verb].tag
        helpers = {self.words[kid] for kid in aux}
        if helpers & {"will", "'ll", "shall", "wo", "gonna"}:
            return Tense.FUTURE
        if helpers & {"have", "'ve", "has", "had", "'d"} and tag in {"VBN", "VBD", "VBG"}:
            return Tense.PERFECT
        if helpers & {"was", "were", "did"} or tag == "VBD":
            return Tense.PAST
        if tag == "VBN" and not helpers:
            return Tense.PAST
        if tag == "VBG":
            return Tense.PROGRESSIVE
        if tag in {"VBP", "VBZ"} or helpers & {"do", "does", "'m", "am", "'re", "are"}:
            return Tense.PRESENT
        return Tense.PRESENT if not helpers - {"can", "ca"} else Tense.BARE

    def denied(self, verb: int) -> bool:
        """Return whether a predicate is negated, in itself or in what it takes."""
        helped = [x for kid in self.deps(verb, "aux", "auxpass") for x in self.deps(kid, "neg")]
        for kid in (*self.kids[verb], *helped):
            word, dep = self.words[kid], self.tokens[kid].dep
            if word == "neither" and self.words[kid + 1 : kid + 2] == [","]:
                continue  # "Neither, I'm software": it answers, and denies nothing of this
            if dep == "neg" or (word in NEGATIONS and dep in {"advmod", "aux", "preconj", "mark"}):
                after = self.words[kid + 1] if kid + 1 < len(self.words) else ""
                if after not in WEAKENED:
                    return True
            if dep in {"dobj", "obj", "attr", "acomp"} and any(
                low < kid
                and self.words[low] in {"no", "neither", "not"}
                and self.tokens[low].dep in {"det", "neg", "preconj", "advmod"}
                and self.words[low + 1 : low + 2] not in (["longer"], ["doubt"])
                for low in self.subtree(kid, stop=frozenset({"relcl", "acl", "prep", "advcl"}))
            ):
                return True
            if dep in {"dobj", "obj"} and word in {"nothing", "none", "nobody"}:
                return True
        return False

    def _negated(self, subject: int, verb: int) -> bool:
        """Whether "not" stands before the verb, wherever the parser hung it."""
        return any(
            self.words[at] in {"n't", "not"} and self.words[at + 1] not in WEAKENED | {"only"}
            for at in range(subject + 2, verb)
            if self.tokens[at - 1].tag in {"MD", "VBP", "VBD", "VBZ"}
        )

    def _doubted(self, verb: int) -> bool:
        """Whether it hangs on "I don't think", "it is not that" and the like."""
        at = verb
        for _ in range(_CHAIN):
            token = self.tokens[at]
            if token.dep not in {"ccomp", "xcomp", "acl", "conj", "advcl", "pcomp"}:
                return False
            up = token.head
            if token.dep == "ccomp" and up < at and self.denied(up):
                if "," in self.words[up:at]:
                    return False
                why = self.lemmas[up] == "see" and "why" in self.modifiers(at)
                return why or self.lemmas[up] in DENIABLE or self.lemmas[up] == "be"
            if token.dep == "advcl" and up < at and self.lemmas[up] in SEEMING and self.denied(up):
                return True
            if token.dep == "acl" and self.lemmas[up] in {"case", "truth"}:
                return self.denied(self.tokens[up].head)
            at = up
        return False

    def unreal(self, verb: int, aux: list[int]) -> bool:
        if any(self.words[kid] in UNREAL_MODALS and self.tokens[kid].tag == "MD" for kid in aux):
            return True
        at = verb
        for _ in range(_CHAIN):
            for kid in self.deps(at, "mark", "advmod"):
                word = self.words[kid]
                if word in CONDITIONS or (word == "though" and self.words[kid - 1] == "as"):
                    return True
            token = self.tokens[at]
            if token.dep not in {"ccomp", "xcomp", "conj", "pcomp"} or token.head == at:
                return False
            up = token.head
            if token.dep == "ccomp" and self.lemmas[up] in PRETENCE:
                return True
            at = up
        return False

    def _asked(self, subject: int, verb: int, aux: list[int]) -> bool:
        ahead = [kid for kid in aux if kid < subject]
        if verb < subject and self.lemmas[verb] == "be":
            ahead.append(verb)
        if not ahead:
            return False
        stop = next((b for a, b in self.sentences if a <= verb < b), len(self.words))
        return "?" in self.words[verb:stop]

    def attributed(self, verb: int) -> bool:
        """Whether somebody other than the speaker is made to say or think it."""
        at = verb
        for _ in range(_CHAIN):
            token = self.tokens[at]
            up = token.head
            if up == at or token.dep not in {
                "ccomp",
                "xcomp",
                "conj",
                "parataxis",
                "advcl",
                "acl",
                "pcomp",
                "dobj",
                "attr",
            }:
                return False
            if token.dep in {"ccomp", "parataxis", "dobj", "xcomp"} and self.lemmas[up] in SPEECH:
                who = self.first(up, "nsubj", "nsubjpass")
                if who is None and self.lemmas[up] == "believe":
                    return False  # "Believe me, I know how much that hurts."
                if who is None and self._in_dashes(up, at):
                    return False
                if who is None:
                    # "tell yourself I am enough"; but "say I love you" needs a plain verb.
                    return self.tokens[up].tag in {"VB", "VBG"} and not self.deps(up, "aux")
                return self.words[who] not in {"i", "we", "me", "us"}
            at = up
        return False

    def _in_dashes(self, up: int, at: int) -> bool:
        """
        Whether *at* stands in an aside between dashes, well behind the verb *up*.

        "Tell him at home — I was told in a car — and keep it short"; but what follows a dash at
        once may be what is to be said: "Tell yourself — I have come far — each morning".
        """
        first = next((n for n in range(up + 1, at) if self.words[n] in _DASHES), None)
        if first is None or first - up <= _CLOSE:
            return False
        last = min(at + _ASIDE, len(self.words))
        return any(self.words[n] in _DASHES for n in range(at + 1, last))
