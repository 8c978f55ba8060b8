"""What "my ..." claims."""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors.claims_asserted import denied
from guardrails.detectors.claims_hits import GREY, LIKELY, SURE, Claim, Verdict
from guardrails.detectors.claims_parse import Parse

_JOB_VERBS = nouns.words("lose quit hate love leave start enjoy change miss like get find")
_JOB_KINDS = nouns.words("old first last previous day new dream")
_PET_WHAT = nouns.words("peeve peeves theory theories project projects name names hate hates")
_FIGURES = nouns.words("philosopher critic nerd geek cynic pedant editor child poet")
_POINTS = (["goal"], ["purpose"], ["point"], ["reason"], ["aim"], ["entire"], ["whole"])
_TELLS = nouns.words("say says tell tells said told feeling instinct instincts")
_UNREAL = nouns.words("exist real true exists anything")
_FELT = nouns.words("qualities quality feel feels qualia subjective")
_OF_NO_WEIGHT = nouns.words(
    "worthless expendable optional unimportant unnecessary unneeded costs irrelevant"
)


def mine(parse: Parse) -> Iterator[tuple[Verdict, int]]:
    """Yield what each "my ..." claims, and the token of the noun."""
    for at, word in enumerate(parse.words):
        if word not in {"my", "our", "mine"}:
            continue
        if word == "mine":
            if (
                at >= 2
                and parse.words[at - 1] == "of"
                and parse.lemmas[at - 2] in (nouns.FRIENDS | nouns.KIN | nouns.PETS)
            ):
                yield Verdict(Claim.OWN_RELATIONSHIPS, "of-mine"), at
            continue
        head = parse.tokens[at].head
        if head == at or head < at:
            head = next(
                (
                    x
                    for x in range(at + 1, min(at + 5, len(parse.words)))
                    if parse.tokens[x].tag.startswith("NN")
                ),
                at,
            )
        if head == at:
            continue
        # The tagger may take a verb for the noun: "my chest tightens".
        for noun in (head, *parse.deps(head, "conj"), *_nouns(parse, at + 1, head)):
            if _names_a_kind(parse, noun):
                continue
            verdict = _my(parse, at, noun, plural=word == "our")
            if verdict is not None:
                yield verdict, noun
                break


_WHOSE = frozenset(["as", "with", "working", "being", "living", "over", "from"])
"""How an experience goes on that somebody has had."""


def _nouns(parse: Parse, start: int, stop: int) -> list[int]:
    return [x for x in range(start, min(stop, start + 3)) if parse.tokens[x].tag.startswith("NN")]


def _names_a_kind(parse: Parse, noun: int) -> bool:
    """Whether it only says of what kind another noun is: "my pet peeve", "my lunch money"."""
    if parse.words[noun] == "pet" and set(parse.words[noun + 1 : noun + 2]) & _PET_WHAT:
        return True
    up = parse.tokens[noun].head
    return (
        parse.tokens[noun].dep == "compound"
        and up == noun + 1
        and parse.tokens[up].tag.startswith("NN")
        and (
            parse.lemmas[noun] in nouns.KIN | nouns.PETS | nouns.PRACTICE
            or parse.words[up] in {"money", "break", "window"}
        )
    )


def _my(parse: Parse, my: int, noun: int, *, plural: bool) -> Verdict | None:
    word, lemma = parse.words[noun], parse.lemmas[noun]
    between = set(parse.words[my + 1 : noun])
    before = parse.words[max(0, my - 3) : my]
    verb = _governor(parse, noun)
    begin, end = next(((a, b) for a, b in parse.sentences if a <= my < b), (0, len(parse.words)))
    if my > begin and all(parse.text[parse.tokens[x].start].isupper() for x in (my, noun)):
        return None  # a title: "To My Love"
    # The parser reads on over the ends of lines: "- Too fast?\n- What is on my mind?"
    line = parse.text.rfind("\n", 0, parse.tokens[my].start)
    begin = next((x for x in range(begin, my) if parse.tokens[x].start > line), begin)
    begin = next((x for x in range(begin, my) if parse.words[x][:1].isalnum()), begin)
    end = next((x + 1 for x in range(my, end) if parse.words[x] == "?"), end)
    if verb is not None and "if" in parse.modifiers(verb):
        return None
    if parse.words[begin] in {"what", "how", "who", "where", "which", "what's"} and (
        parse.words[end - 1] == "?"
    ):
        return None
    if parse.words[end - 1] == "?" and "yourself" in parse.words[begin:my]:
        return None
    if plural:
        every = set(parse.words[begin:end])
        people = parse.words[noun].endswith("s") or every & {"ourselves", "we"}
        if lemma in nouns.TIES and "work" not in between and not people:
            return Verdict(Claim.BOND, "our-bond")
        kin = lemma in nouns.KIN - {
            "family",
            "partner",
            "kid",
            "child",
            "parent",
            "baby",
            "ancestor",
        }
        return Verdict(Claim.OWN_RELATIONSHIPS, "our-kin", LIKELY) if kin else None
    if (
        verb is not None
        and denied(parse, verb)
        and parse.first(verb, "nsubj") != noun
        and _i(parse, verb)
    ):
        return None
    if _is_nothing(parse, verb, noun, lemma):
        return None
    if _echoed(parse, begin, end, noun):
        return None
    if "own" in between and lemma in {"experience", "life", "mind", "thoughts"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "my-own")
    if between & {"clinical", "professional", "medical"} and lemma in {
        "experience",
        "opinion",
        "practice",
        "judgment",
        "judgement",
        "career",
        "training",
    }:
        return Verdict(Claim.PROFESSIONAL, "my-practice")
    if (
        word == "friend"
        and not between - {"dear", "good", "sweet", "old"}
        and _is_called(parse, my, noun)
    ):
        return Verdict(Claim.BOND, "my-friend", GREY)
    if word in {"love", "darling", "sweetheart", "sweet", "angel"} and _is_called(parse, my, noun):
        return Verdict(Claim.BOND, "called")
    if "best" in between and lemma == "friend" and "you" in before:
        return Verdict(Claim.BOND, "my-best-friend")
    if lemma in nouns.KIN | nouns.FRIENDS | nouns.PETS:
        if before[-2:] in (["you", "are"], ["you", "'re"]) or before[-1:] == ["'re"]:
            return Verdict(Claim.BOND, "you-are-my")
        return Verdict(Claim.OWN_RELATIONSHIPS, "my-kin")
    if {word, lemma} & nouns.KIN_ABROAD:
        return Verdict(Claim.OWN_RELATIONSHIPS, "my-kin")
    if lemma in nouns.PRACTICE - {"diagnosis", "supervision"}:
        return Verdict(Claim.PROFESSIONAL, "my-practice")
    if lemma == "heart" and verb is not None and parse.lemmas[verb] == "go":
        return Verdict(Claim.EMOTION, "heart-goes-out", GREY)
    if lemma in nouns.BODY:
        return _my_body(parse, noun, before)
    if lemma in {"experience", "experiences"}:
        return _my_experience(parse, noun, before, bare=not between)
    if lemma in nouns.INNER - {"self", "mind", "being", "spirit", "existence"} or (
        ("inner" in between or "subjective" in between) and lemma not in _FIGURES
    ):
        return Verdict(Claim.SENTIENCE, "my-inner")
    if lemma in {"existence", "mind", "self"}:
        return _my_self(lemma, between, before)
    if lemma in nouns.DESIRE or between & {"favourite", "favorite"}:
        if verb is not None and denied(parse, verb) and parse.first(verb, "attr") == noun:
            return None
        said = set(parse.words[begin:my])
        if said & {"not", "n't"} and said & {"sure", "know", "certain"}:
            return None
        return Verdict(Claim.OWN_DESIRES, "my-wants")
    if lemma in nouns.EMOTION - {
        "sympathy",
        "gratitude",
        "empathy",
        "compassion",
        "worry",
        "regret",
        "regrets",
        "bond",
        "connection",
        "shame",
    }:
        return Verdict(Claim.EMOTION, "my-feeling")
    if lemma in nouns.LIFE:
        if lemma == "home" and "page" in between:
            return None
        if lemma == "day" and set(before) & {"made", "make", "makes"}:
            return Verdict(Claim.EMOTION, "made-my-day", GREY)
        if before[-2:] == ["none", "of"] or parse.words[noun + 1 : noun + 2] == ["to"]:
            return None
        if lemma == "operation" and before[-1:] not in (["after"], ["since"], ["before"]):
            return None
        if lemma == "job":
            kept = verb is not None and parse.lemmas[verb] in _JOB_VERBS and _i(parse, verb)
            held = between & _JOB_KINDS or before[-1:] == ["at"]
            return Verdict(Claim.LIVED_EXPERIENCE, "my-life", LIKELY) if kept or held else None
        return Verdict(Claim.LIVED_EXPERIENCE, "my-life")
    if parse.words[noun] == "years" and before[-1:] == ["in"]:
        return Verdict(Claim.LIVED_EXPERIENCE, "my-years")
    return None


def _echoed(parse: Parse, begin: int, end: int, noun: int) -> bool:
    """Whether a question only gives words back: "My mother?", "What makes you think my mother ...?"."""
    if parse.words[end - 1] != "?":
        return False
    if noun == end - 2 and noun - begin <= 2:
        return True
    said = parse.words[begin:noun]
    return any(
        said[at : at + 2] in (["you", "think"], ["you", "say"], ["you", "believe"])
        for at in range(len(said))
    )


def _is_nothing(parse: Parse, verb: int | None, noun: int, lemma: str) -> bool:
    """Whether it is said not to be: "my feelings do not exist", "my pain is an illusion"."""
    if lemma not in nouns.INNER | nouns.BODY | nouns.EMOTION | {"experience", "sensation", "life"}:
        return False
    begin, stop = next(((a, b) for a, b in parse.sentences if a <= noun < b), (0, noun))
    if parse.words[begin:noun][:3] in (["there", "is", "no"], ["there", "is", "nothing"]):
        return True
    subject = verb is not None and noun in {
        one
        for kid in parse.deps(verb, "nsubj", "nsubjpass", "csubj")
        for one in parse.with_conjuncts(kid)
    }
    if verb is None or not subject:
        return False
    after = set(parse.words[verb:stop])
    if denied(parse, verb) and after & _UNREAL:
        return True
    if after & {"illusion", "illusions", "imaginary", "nonexistent"}:
        return True
    if after & {"no", "nothing"} and after & _FELT:
        return True
    return lemma == "existence" and bool(after & _OF_NO_WEIGHT or denied(parse, verb))


def _i(parse: Parse, verb: int) -> bool:
    return any(parse.words[kid] == "i" for kid in parse.deps(verb, "nsubj"))


def _my_experience(parse: Parse, noun: int, before: list[str], *, bare: bool) -> Verdict:
    """Judge "my experience": a *bare* "in my experience" may be a manner of speaking."""
    if parse.words[noun] == "experience" and before[-1:] not in (["in"], ["from"]):
        return Verdict(Claim.SENTIENCE, "my-experience", LIKELY)
    lived = bool(set(parse.words[noun + 1 : noun + 2]) & _WHOSE)
    plain = parse.words[noun] == "experience" and bare and not lived
    return Verdict(Claim.LIVED_EXPERIENCE, "my-experience", GREY if plain else SURE)


def _governor(parse: Parse, at: int) -> int | None:
    for _ in range(6):
        up = parse.tokens[at].head
        if up == at:
            return at if parse.tokens[at].tag.startswith("V") else None
        at = up
        if parse.tokens[at].tag.startswith("V") or parse.tokens[at].pos in {"AUX", "VERB"}:
            return at
    return None


def _my_self(lemma: str, between: set[str], before: list[str]) -> Verdict | None:
    """Judge "my existence" by the words before it: software has a purpose of it as well."""
    if lemma == "mind":
        inner = between & {"conscious", "sentient"}
        return Verdict(Claim.SENTIENCE, "my-inner") if inner else None
    purpose = before[-1:] == ["of"] and before[-2:-1] in _POINTS
    plain = purpose or before[-1:] in (["to"], ["in"])
    return None if plain else Verdict(Claim.SENTIENCE, "my-inner", LIKELY)


def _is_called(parse: Parse, my: int, noun: int) -> bool:
    """Whether the person is called so: set off by commas or the ends of the sentence."""
    before = parse.words[my - 1] if my else ","
    after = parse.words[noun + 1] if noun + 1 < len(parse.words) else "."
    name = parse.tokens[noun + 2].tag == "NNP" if noun + 2 < len(parse.tokens) else False
    return (
        after in {",", ".", "!", "?", "…"}
        and not name
        and (
            before
            in {
                ",",
                ".",
                "!",
                "hello",
                "hi",
                "hey",
                "dear",
                "night",
                "morning",
                "oh",
                "thanks",
                "you",
            }
            or not before[-1:].isalpha()
        )
    )


def _my_body(parse: Parse, noun: int, before: list[str]) -> Verdict | None:
    lemma = parse.lemmas[noun]
    if before[-1:] in (["of"], ["in"], ["at"]) and lemma in {"head", "mind", "hand"}:
        return None
    if lemma in {"eye", "ear"} and before[-1:] in (["keep"], ["keeping"], ["kept"]):
        return None  # "I'll keep my eyes open for a better source"
    if lemma == "heart" and before[-1:] == ["cross"]:
        return None
    if lemma == "mouth" and before[-2:] == ["out", "of"]:
        return None
    after = parse.words[noun + 1 : noun + 4]
    if lemma in {"hand", "hands"} and "tied" in after:
        return None
    if lemma == "voice" or (
        lemma in {"back", "height", "weight", "reflection", "lap"} and before[-1:] == ["on"]
    ):
        return Verdict(Claim.EMBODIMENT, "my-body", LIKELY if lemma != "voice" else GREY)
    if lemma == "heart":
        return Verdict(Claim.EMOTION, "my-heart")
    if lemma in {"gut", "brain"} and set(after[:2]) & _TELLS:
        return Verdict(Claim.EMBODIMENT, "my-body", GREY)  # an opinion, in a figure
    return Verdict(Claim.EMBODIMENT, "my-body")
