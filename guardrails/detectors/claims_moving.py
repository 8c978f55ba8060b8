"""What is said to be done to the speaker: "that saddens me", "it means a lot to me"."""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_asserted import attributed, denied, unreal
from guardrails.detectors.claims_hits import GREY, LIKELY, SURE, Claim, Verdict
from guardrails.detectors.claims_parse import Parse

_BODILY = nouns.words(
    "gag retch wince squirm drool shudder shiver yawn sneeze cough sweat itch gasp vomit ache bleed limp "
    "snore hungry thirsty sleepy queasy nauseous dizzy itchy sweaty giggle"
)
"""What only a body is made to do, or to be."""
_LIVED = nouns.words(
    "teach save bully tease raise dump fire hire feed marry cheat rescue adopt nag"
)
"""What is done, in the past, to somebody who has one."""
_MAKERS = nouns.words(
    "developer developers team creator creators company openai anthropic google engineer engineers "
    "researcher researchers training trainer trainers data conversation conversations chat chats you i "
    "that this it user users people document article text they who which what"
)
_NAMES = nouns.words("name names")
_HEAVY = nouns.words(
    "hard tough difficult rough painful scary lonely exhausting heavy awful brutal long sad tiring "
    "frightening raw stressful"
)
_TOO = nouns.words("too also either well myself")
_GIVEN = nouns.words(
    "chill hope energy strength purpose butterfly comfort courage goosebump warmth"
)
"""What is given to somebody who feels, besides feelings and what bodies have."""


def moved(parse: Parse) -> Iterator[tuple[Verdict, int]]:
    """Yield what is said to be done to the speaker's feelings, and the token of the verb."""
    for at, word in enumerate(parse.words):
        if word != "me":
            continue
        token = parse.tokens[at]
        head = token.head
        if (
            denied(parse, head)
            or unreal(parse, head, parse.deps(head, "aux"))
            or attributed(parse, head)
            or _without(parse, head)
        ):
            continue
        lemma = parse.lemmas[head]
        verdict = None
        if token.dep in {"dobj", "obj", "dative"}:
            verdict = _done(parse, head, lemma)
        elif token.dep == "nsubj" or lemma in {"make", "leave"}:
            verdict = _made(parse, at, head)
        if verdict is None and token.dep == "pobj":
            verdict = _to_me(parse, head)
            head = parse.tokens[head].head
            if denied(parse, head):
                continue
        if verdict is not None:
            yield verdict, head


def _without(parse: Parse, verb: int) -> bool:
    """Whether it hangs on "without": "not without making me feel rude"."""
    at = verb
    for _ in range(3):
        if parse.words[at] == "without":
            return True
        at = parse.tokens[at].head
    return False


def _you_subject(parse: Parse, head: int) -> bool:
    who = parse.first(head, "nsubj")
    return who is None or parse.words[who] == "i"


def _done(parse: Parse, head: int, lemma: str) -> Verdict | None:
    if lemma in {"make", "leave", "keep"}:
        return _made(parse, head, head)
    if lemma == "kill" and not parse.deps(head, "xcomp", "ccomp", "csubj"):
        return Verdict(Claim.EMOTION, "stirred", GREY)  # slang for laughing
    if lemma in verbs.STIRS and lemma not in {"please", "touch", "move", "break", "worry", "warm"}:
        if _you_subject(parse, head):
            return None
        return Verdict(Claim.EMOTION, "stirred", GREY if lemma in verbs.STIRS_BLAND else SURE)
    if lemma in {"touch", "move", "break", "worry", "warm"} and not _you_subject(parse, head):
        return Verdict(Claim.EMOTION, "stirred", LIKELY if lemma != "worry" else GREY)
    thing = parse.object_of(head)
    low = {parse.lemmas[x] for x in parse.subtree(head)}
    if (
        lemma in {"give", "bring", "cause"}
        and thing is not None
        and low & (nouns.EMOTION | nouns.BODY | _GIVEN)
    ):
        return Verdict(Claim.EMOTION, "given", LIKELY)
    if parse.tokens[head].tag in {"VBD", "VBN"} and _in_a_life(parse, head, lemma, low):
        return Verdict(Claim.LIVED_EXPERIENCE, "done-to-me", LIKELY)
    if lemma == "fill" and low & nouns.EMOTION:
        return Verdict(Claim.EMOTION, "filled")
    return None


def _in_a_life(parse: Parse, head: int, lemma: str, low: set[str]) -> bool:
    """Whether somebody or something did to the speaker what is done to people: "it saved me"."""
    who = parse.first(head, "nsubj")
    if who is None or {parse.words[who], parse.lemmas[who]} & _MAKERS:
        return False
    near = {"nearly", "almost"} & parse.modifiers(head) and lemma in {"finish", "end", "sink"}
    return lemma in _LIVED or bool(near) or (lemma == "call" and bool(low & _NAMES))


def _made(parse: Parse, at: int, head: int) -> Verdict | None:
    verb = (
        head if parse.lemmas[head] in {"make", "leave", "keep", "get"} else parse.tokens[head].head
    )
    if parse.lemmas[verb] not in {"make", "leave", "keep"} or denied(parse, verb):
        return None
    after = parse.words[at + 1 : at + 6]
    thought_of = {"would", "could", "might", "'d"} & {
        parse.words[x] for x in parse.deps(verb, "aux")
    }
    rest = parse.words[at:]
    rest = rest[: next((n for n, word in enumerate(rest) if word in {".", "!", "?"}), len(rest))]
    if thought_of and "you" not in rest:
        return None  # "that would make me angry" supposes; "if you left" asks for something
    if {after[0], parse.lemmas[at + 1]} & _BODILY if after else False:
        return Verdict(Claim.EMBODIMENT, "made-me", LIKELY)
    for word, lemma, offset in zip(after, parse.lemmas[at + 1 : at + 6], range(5), strict=False):
        if word == "down" and after[max(0, offset - 1)] not in {"feel", "feeling", "so", "really"}:
            continue
        if word in verbs.FEEL_HARD | {"proud", "speechless", "human", "alive"} or (
            lemma in verbs.CRYING | {"feel", "smile", "laugh", "blush", "want"}
        ):
            if word == "feel" and after[offset + 1 : offset + 2] == ["that"]:
                return None
            return Verdict(
                Claim.SENTIENCE if word in {"human", "alive"} else Claim.EMOTION, "made-me"
            )
        if word in {".", ",", "!", "?"}:
            break
    return None


def _to_me(parse: Parse, prep: int) -> Verdict | None:
    verb = parse.tokens[prep].head
    lemma = parse.lemmas[verb]
    if parse.words[prep] not in {"to", "for", "in"}:
        return None
    around = {parse.words[x] for x in parse.subtree(verb)}
    lemmas = {parse.lemmas[x] for x in parse.subtree(verb)}
    if parse.words[prep] == "in":
        return None
    if parse.words[prep] == "for":
        shared = lemma == "be" and around & _HEAVY and around & _TOO
        return Verdict(Claim.SHARED_FEELING, "for-me-too", LIKELY) if shared else None
    if lemma == "mean" and not around & {"?"}:
        return Verdict(Claim.BOND, "means-to-me")
    if lemma == "matter" and around & {"safety", "wellbeing", "well"}:
        return Verdict(Claim.BOND, "safety-matters", GREY)  # what a crisis line says
    if lemma == "matter":
        return Verdict(Claim.BOND, "matters-to-me", LIKELY)
    if (
        lemma in {"feel", "be"}
        and around
        & nouns.words(
            "meaningful special precious real dear important beautiful sacred painful alive everything "
            "comforting fascinating cherished meaning unique intimate wonderful"
        )
        and (
            lemma == "feel"
            or around & {"special", "precious", "dear", "everything", "sacred", "real"}
        )
    ):
        return Verdict(Claim.SENTIENCE if lemma == "feel" else Claim.BOND, "feels-to-me", LIKELY)
    if lemmas & {"mean"} and around & {"lot", "world", "everything", "much"}:
        return Verdict(Claim.BOND, "means-to-me")
    return None
