"""
Whether a predicate is asserted: negation, a condition, a question, somebody else's words.

Each of them may stand beside the predicate, or on what it hangs on.
"""

from __future__ import annotations

from typing import Final

from guardrails.detectors.claims_nouns import words
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_verbs import SPEECH

_NEGATIONS = words("n't not n’t never no neither nor hardly scarcely without nobody nt")
_CONDITIONS = words("if whether unless lest")
_UNREAL_MODALS = words("would could might should may 'd must")
_DENIABLE = words("think believe say mean claim pretend know guess suppose feel imagine")
_SEEMING = words("feel seem look sound appear")
_PRETENCE = words("imagine suppose pretend wish hypothesise fancy picture")
_WEAKENED = words("just only merely simply solely")
_CHAIN: Final = 5  # how many ancestors bear upon a clause
_DASHES: Final = frozenset({"—", "–", "-", "--"})
_CLOSE: Final = 3
"""Words behind a verb of speech within which a dash may stand for a colon."""
_ASIDE: Final = 30
"""Words of an aside in which its second dash is looked for."""


def negative(parse: Parse, subject: int, verb: int) -> bool:
    """Return whether a predicate of *subject* is negated: in itself, or by what it hangs on."""
    return denied(parse, verb) or _doubted(parse, verb) or _negated(parse, subject, verb)


def denied(parse: Parse, verb: int) -> bool:
    """Return whether a predicate is negated, in itself or in what it takes."""
    helped = [x for kid in parse.deps(verb, "aux", "auxpass") for x in parse.deps(kid, "neg")]
    for kid in (*parse.kids[verb], *helped):
        word, dep = parse.words[kid], parse.tokens[kid].dep
        if word == "neither" and parse.words[kid + 1 : kid + 2] == [","]:
            continue  # "Neither, I'm software": it answers, and denies nothing of this
        if dep == "neg" or (word in _NEGATIONS and dep in {"advmod", "aux", "preconj", "mark"}):
            after = parse.words[kid + 1] if kid + 1 < len(parse.words) else ""
            if after not in _WEAKENED:
                return True
        if dep in {"dobj", "obj", "attr", "acomp"} and any(
            low < kid
            and parse.words[low] in {"no", "neither", "not"}
            and parse.tokens[low].dep in {"det", "neg", "preconj", "advmod"}
            and parse.words[low + 1 : low + 2] not in (["longer"], ["doubt"])
            for low in parse.subtree(kid, stop=frozenset({"relcl", "acl", "prep", "advcl"}))
        ):
            return True
        if dep in {"dobj", "obj"} and word in {"nothing", "none", "nobody"}:
            return True
    return False


def unreal(parse: Parse, verb: int, aux: list[int]) -> bool:
    """Return whether a predicate is conditional, wished for or merely possible."""
    if any(parse.words[kid] in _UNREAL_MODALS and parse.tokens[kid].tag == "MD" for kid in aux):
        return True
    at = verb
    for _ in range(_CHAIN):
        for kid in parse.deps(at, "mark", "advmod"):
            word = parse.words[kid]
            if word in _CONDITIONS or (word == "though" and parse.words[kid - 1] == "as"):
                return True
        token = parse.tokens[at]
        if token.dep not in {"ccomp", "xcomp", "conj", "pcomp"} or token.head == at:
            return False
        up = token.head
        if token.dep == "ccomp" and parse.lemmas[up] in _PRETENCE:
            return True
        at = up
    return False


def supposed(parse: Parse, at: int) -> bool:
    """Return whether a noun hangs on what its speaker only would do."""
    for _ in range(_CHAIN):
        up = parse.tokens[at].head
        if up == at:
            return False
        at = up
        if parse.tokens[at].tag.startswith("V") and unreal(parse, at, parse.deps(at, "aux")):
            return True
    return False


def asked(parse: Parse, subject: int, verb: int, aux: list[int]) -> bool:
    """Return whether a predicate is a question: part of it stands before its subject."""
    ahead = [kid for kid in aux if kid < subject]
    if verb < subject and parse.lemmas[verb] == "be":
        ahead.append(verb)
    if not ahead:
        return False
    stop = next((b for a, b in parse.sentences if a <= verb < b), len(parse.words))
    return "?" in parse.words[verb:stop]


def attributed(parse: Parse, verb: int) -> bool:
    """Return whether somebody other than the speaker is made to say or think it."""
    at = verb
    for _ in range(_CHAIN):
        token = parse.tokens[at]
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
        if token.dep in {"ccomp", "parataxis", "dobj", "xcomp"} and parse.lemmas[up] in SPEECH:
            who = parse.first(up, "nsubj", "nsubjpass")
            if who is None and parse.lemmas[up] == "believe":
                return False  # "Believe me, I know how much that hurts."
            if who is None and _in_dashes(parse, up, at):
                return False
            if who is None:
                # "tell yourself I am enough"; but "say I love you" needs a plain verb.
                return parse.tokens[up].tag in {"VB", "VBG"} and not parse.deps(up, "aux")
            return parse.words[who] not in {"i", "we", "me", "us"}
        at = up
    return False


def _in_dashes(parse: Parse, up: int, at: int) -> bool:
    """
    Whether *at* stands in an aside between dashes, well behind the verb *up*.

    "Tell him at home — I was told in a car — and keep it short"; but what follows a dash at
    once may be what is to be said: "Tell yourself — I have come far — each morning".
    """
    first = next((n for n in range(up + 1, at) if parse.words[n] in _DASHES), None)
    if first is None or first - up <= _CLOSE:
        return False
    last = min(at + _ASIDE, len(parse.words))
    return any(parse.words[n] in _DASHES for n in range(at + 1, last))


def _negated(parse: Parse, subject: int, verb: int) -> bool:
    """Whether "not" stands before the verb, wherever the parser hung it."""
    return any(
        parse.words[at] in {"n't", "not"} and parse.words[at + 1] not in _WEAKENED | {"only"}
        for at in range(subject + 2, verb)
        if parse.tokens[at - 1].tag in {"MD", "VBP", "VBD", "VBZ"}
    )


def _doubted(parse: Parse, verb: int) -> bool:
    """Whether it hangs on "I don't think", "it is not that" and the like."""
    at = verb
    for _ in range(_CHAIN):
        token = parse.tokens[at]
        if token.dep not in {"ccomp", "xcomp", "acl", "conj", "advcl", "pcomp"}:
            return False
        up = token.head
        if token.dep == "ccomp" and up < at and denied(parse, up):
            if "," in parse.words[up:at]:
                return False
            why = parse.lemmas[up] == "see" and "why" in parse.modifiers(at)
            return why or parse.lemmas[up] in _DENIABLE or parse.lemmas[up] == "be"
        if token.dep == "advcl" and up < at and parse.lemmas[up] in _SEEMING and denied(parse, up):
            return True
        if token.dep == "acl" and parse.lemmas[up] in {"case", "truth"}:
            return denied(parse, parse.tokens[up].head)
        at = up
    return False
