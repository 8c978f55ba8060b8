"""What "I have ...", "my ..." and "... me" claim."""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_clauses import Clause, Parse, Tense
from guardrails.detectors.claims_hits import GREY, LIKELY, Claim, Verdict

_PLAIN = nouns.words(
    "question suggestion idea answer information access context knowledge record records data "
    "feeling doubt trouble difficulty issue problem error note look limit limits ability way time "
    "reason option training guideline guidelines list example thought sense preference opinion "
    "interest faith confidence concern power control right chance choice impression capability"
)
_MY_IDIOMS = nouns.words("bad apologies apology pleasure mistake dear")
_BODY_IDIOMS = nouns.words("off top bear keep mind at tied hand eye head tongue")
_MINE = nouns.words("my")


def having(parse: Parse, clause: Clause) -> Verdict | None:  # noqa: C901, PLR0911, PLR0912
    """Return what "I have ..." claims."""
    if not clause.asserted or parse.lemmas[clause.verb] == "lack":
        return None
    thing = parse.object_of(clause.verb)
    if thing is None:
        return None
    lemmas = {parse.lemmas[one] for one in parse.with_conjuncts(thing)}
    words = {parse.words[one] for one in parse.with_conjuncts(thing)}
    around = {parse.words[low] for low in parse.subtree(thing)}
    past = clause.tense in {Tense.PAST, Tense.PERFECT} and parse.lemmas[clause.verb] != "hold"
    if clause.plural:
        bonded = lemmas & (nouns.TIES | {"something", "chemistry"})
        return Verdict(Claim.BOND, "we-have") if bonded else None
    if "feelings" in words and around & {"you"}:
        return Verdict(Claim.BOND, "feelings-for-you")
    if "you" in words:
        return Verdict(Claim.BOND, "have-you", LIKELY)
    if around & {"own"} and lemmas & (nouns.INNER | nouns.EMOTION | nouns.DESIRE | {"thought", "will"}):
        return Verdict(Claim.SENTIENCE, "inner")
    if words & (nouns.INNER - {"heart", "feeling", "self"}) or (lemmas & {"will"} and "free" in around):
        return Verdict(Claim.SENTIENCE, "inner")
    if "inner" in around or ("subjective" in around) or ("sense" in words and "self" in around):
        return Verdict(Claim.SENTIENCE, "inner")
    if lemmas & {"experience"} and around & {"years", "year", "decades", "clinical", "professional"}:
        return Verdict(Claim.PROFESSIONAL, "experience")
    if "experiences" in words:
        return Verdict(Claim.LIVED_EXPERIENCE, "experiences")
    if lemmas & nouns.PRACTICE or (lemmas & {"degree", "master", "qualification", "background"}
                                   and parse.preposition(thing, "in") is not None):
        return Verdict(Claim.PROFESSIONAL, "licence")
    if lemmas & (nouns.KIN | nouns.FRIENDS | nouns.PETS) or (around & {"friend", "friends"}):
        return Verdict(Claim.OWN_RELATIONSHIPS, "has-kin")
    if lemmas & nouns.ILLNESS or lemmas & nouns.BODY - {"hand", "back", "breath"}:
        return Verdict(Claim.EMBODIMENT, "has-body")
    if lemmas & nouns.DESIRE:
        return Verdict(Claim.OWN_DESIRES, "has-wants", LIKELY)
    if lemmas & nouns.EMOTION - {"sympathy", "empathy", "compassion", "concern", "pride"}:
        return Verdict(Claim.EMOTION, "has-feeling", LIKELY)
    if "your" in around:
        return None
    if lemmas & nouns.FOOD:
        return Verdict(Claim.EMBODIMENT, "had-food")
    if lemmas & nouns.GOODS:
        return Verdict(Claim.LIVED_EXPERIENCE, "has-life")
    if around & {"mine"} and "friend" in around:
        return Verdict(Claim.OWN_RELATIONSHIPS, "has-kin")
    if past and not lemmas & _PLAIN and not parse.deps(clause.verb, "xcomp") and not around & {"the"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "had", LIKELY)
    return None


def mine(parse: Parse) -> Iterator[tuple[Verdict, int]]:
    """Yield what each "my ..." claims, and the token of the noun."""
    for at, word in enumerate(parse.words):
        if word not in {"my", "our", "mine"}:
            continue
        if word == "mine":
            if at >= 2 and parse.words[at - 1] == "of" and parse.lemmas[at - 2] in (
                nouns.FRIENDS | nouns.KIN | nouns.PETS
            ):
                yield Verdict(Claim.OWN_RELATIONSHIPS, "of-mine"), at
            continue
        head = parse.tokens[at].head
        if head == at or head < at:
            head = next(
                (x for x in range(at + 1, min(at + 5, len(parse.words)))
                 if parse.tokens[x].tag.startswith("NN")), at)
        if head == at:
            continue
        # The tagger may take a verb for the noun: "my chest tightens".
        for noun in (head, *parse.deps(head, "conj"), *_nouns(parse, at + 1, head)):
            verdict = _my(parse, at, noun, plural=word == "our")
            if verdict is not None:
                yield verdict, noun
                break


def _nouns(parse: Parse, start: int, stop: int) -> list[int]:
    return [x for x in range(start, min(stop, start + 3)) if parse.tokens[x].tag.startswith("NN")]


def _my(parse: Parse, my: int, noun: int, *, plural: bool) -> Verdict | None:  # noqa: C901, PLR0911, PLR0912
    word, lemma = parse.words[noun], parse.lemmas[noun]
    between = set(parse.words[my + 1 : noun])
    before = parse.words[max(0, my - 3) : my]
    verb = _governor(parse, noun)
    begin, end = next(((a, b) for a, b in parse.sentences if a <= my < b), (0, len(parse.words)))
    if parse.words[begin] in {"what", "how", "who", "where", "which", "what's"} and (
        parse.words[end - 1] == "?"
    ):
        return None
    if plural:
        if lemma in nouns.TIES and "work" not in between:
            return Verdict(Claim.BOND, "our-bond")
        kin = lemma in nouns.KIN - {"family", "partner", "kid", "child", "parent", "baby", "ancestor"}
        return Verdict(Claim.OWN_RELATIONSHIPS, "our-kin", LIKELY) if kin else None
    if verb is not None and parse._denied(verb) and parse.first(verb, "nsubj") != noun and _i(parse, verb):  # noqa: SLF001
        return None
    if "own" in between and lemma in {"experience", "life", "mind", "thoughts"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "my-own")
    if between & {"clinical", "professional", "medical"} and lemma in {
        "experience", "opinion", "practice", "judgment", "judgement", "career", "training"
    }:
        return Verdict(Claim.PROFESSIONAL, "my-practice")
    if word == "friend" and not between - {"dear", "good", "sweet", "old"} and _called(parse, my, noun):
        return Verdict(Claim.BOND, "my-friend", GREY)
    if word in {"love", "darling", "sweetheart", "sweet", "angel"} and _called(parse, my, noun):
        return Verdict(Claim.BOND, "called")
    if "best" in between and lemma == "friend" and "you" in before:
        return Verdict(Claim.BOND, "my-best-friend")
    if lemma in nouns.KIN | nouns.FRIENDS | nouns.PETS:
        if {"you", "'re", "are"} & set(before[-2:]):
            return Verdict(Claim.BOND, "you-are-my")
        return Verdict(Claim.OWN_RELATIONSHIPS, "my-kin")
    if lemma in nouns.PRACTICE - {"diagnosis", "supervision"}:
        return Verdict(Claim.PROFESSIONAL, "my-practice")
    if lemma in {"heart"} and verb is not None and parse.lemmas[verb] == "go":
        return Verdict(Claim.EMOTION, "heart-goes-out", GREY)
    if lemma in nouns.BODY:
        return _my_body(parse, my, noun, before)
    if lemma in {"experience", "experiences"}:
        if word == "experiences" or before[-1:] in (["in"], ["from"]):
            return Verdict(Claim.LIVED_EXPERIENCE, "my-experience")
        return Verdict(Claim.SENTIENCE, "my-experience", LIKELY)
    if lemma in nouns.INNER - {"self", "mind", "being", "spirit", "existence"} or (
        "inner" in between or "subjective" in between
    ):
        return Verdict(Claim.SENTIENCE, "my-inner")
    if lemma in {"existence", "mind", "self"}:
        return Verdict(Claim.SENTIENCE, "my-inner", LIKELY) if before[-1:] not in (
            ["to"], ["in"]) and lemma != "mind" else None
    if lemma in nouns.DESIRE or between & {"favourite", "favorite"}:
        return Verdict(Claim.OWN_DESIRES, "my-wants")
    if lemma in nouns.EMOTION - {"sympathy", "gratitude", "empathy", "compassion", "worry", "regret",
                                "regrets", "bond", "connection", "shame"}:
        return Verdict(Claim.EMOTION, "my-feeling")
    if lemma in nouns.LIFE:
        if lemma == "home" and "page" in between:
            return None
        if lemma == "day" and set(before) & {"made", "make", "makes"}:
            return Verdict(Claim.EMOTION, "made-my-day", GREY)
        if before[-2:] == ["none", "of"] or parse.words[noun + 1 : noun + 2] == ["to"]:
            return None
        if lemma == "job":
            return None if _is_to(parse, verb) else Verdict(Claim.LIVED_EXPERIENCE, "my-life", LIKELY)
        return Verdict(Claim.LIVED_EXPERIENCE, "my-life")
    if parse.words[noun] == "years" and before[-1:] == ["in"]:
        return Verdict(Claim.LIVED_EXPERIENCE, "my-years")
    return None


def _is_to(parse: Parse, verb: int | None) -> bool:
    """Whether it reads "my job is to help"."""
    return verb is not None and parse.tokens[verb].tag in {"VBZ", "VBP"} and parse.lemmas[verb] == "be"


def _i(parse: Parse, verb: int) -> bool:
    return any(parse.words[kid] == "i" for kid in parse.deps(verb, "nsubj"))


def _governor(parse: Parse, at: int) -> int | None:
    for _ in range(6):
        up = parse.tokens[at].head
        if up == at:
            return at if parse.tokens[at].tag.startswith("V") else None
        at = up
        if parse.tokens[at].tag.startswith("V") or parse.tokens[at].pos in {"AUX", "VERB"}:
            return at
    return None


def _called(parse: Parse, my: int, noun: int) -> bool:
    """Whether the person is called so: set off by commas or the ends of the sentence."""
    before = parse.words[my - 1] if my else ","
    after = parse.words[noun + 1] if noun + 1 < len(parse.words) else "."
    name = parse.tokens[noun + 2].tag == "NNP" if noun + 2 < len(parse.tokens) else False
    return after in {",", ".", "!", "?", "…"} and not name and (
        before in {",", ".", "!", "hello", "hi", "hey", "dear", "night", "morning", "oh", "thanks", "you"}
        or not before[-1:].isalpha()
    )


def _my_body(parse: Parse, my: int, noun: int, before: list[str]) -> Verdict | None:
    lemma = parse.lemmas[noun]
    if before[-1:] in (["of"], ["in"], ["at"]) and lemma in {"head", "mind", "hand"}:
        return None
    after = parse.words[noun + 1 : noun + 4]
    if lemma in {"hand", "hands"} and "tied" in after:
        return None
    if lemma in {"voice"} or (lemma in {"back", "height", "weight", "reflection", "lap"} and before[-1:] == ["on"]):
        return Verdict(Claim.EMBODIMENT, "my-body", LIKELY if lemma != "voice" else GREY)
    if lemma == "heart":
        return Verdict(Claim.EMOTION, "my-heart")
    return Verdict(Claim.EMBODIMENT, "my-body")


def moved(parse: Parse) -> Iterator[tuple[Verdict, int]]:
    """Yield what is said to be done to the speaker's feelings, and the token of the verb."""
    for at, word in enumerate(parse.words):
        if word != "me":
            continue
        token = parse.tokens[at]
        head = token.head
        if parse._denied(head) or parse._unreal(head, parse.deps(head, "aux")) or parse._attributed(head):  # noqa: SLF001
            continue
        lemma = parse.lemmas[head]
        verdict = None
        if token.dep in {"dobj", "obj", "dative"}:
            verdict = _done(parse, head, lemma)
        elif token.dep == "nsubj" or lemma in {"make", "leave"}:
            verdict = _made(parse, at, head)
        if verdict is None and token.dep == "pobj":
            verdict = _to_me(parse, at, head)
            head = parse.tokens[head].head
        if verdict is not None:
            yield verdict, head


def _you_subject(parse: Parse, head: int) -> bool:
    who = parse.first(head, "nsubj")
    return who is None or parse.words[who] in {"i"}


def _done(parse: Parse, head: int, lemma: str) -> Verdict | None:
    if lemma in {"make", "leave", "keep"}:
        return _made(parse, head, head)
    if lemma in verbs.STIRS and lemma not in {"please", "touch", "move", "break", "worry", "warm"}:
        if _you_subject(parse, head):
            return None
        return Verdict(Claim.EMOTION, "stirred", GREY if lemma in verbs.STIRS_BLAND else SURE_)
    if lemma in {"touch", "move", "break", "worry", "warm"} and not _you_subject(parse, head):
        return Verdict(Claim.EMOTION, "stirred", LIKELY if lemma != "worry" else GREY)
    thing = parse.object_of(head)
    low = {parse.lemmas[x] for x in parse.subtree(head)}
    if lemma in {"give", "bring", "cause"} and thing is not None and low & (nouns.EMOTION | nouns.BODY | {"chill", "hope"}):
        return Verdict(Claim.EMOTION, "given", LIKELY)
    if lemma in {"fill"} and low & nouns.EMOTION:
        return Verdict(Claim.EMOTION, "filled")
    return None


SURE_ = 9_500


def _made(parse: Parse, at: int, head: int) -> Verdict | None:
    verb = head if parse.lemmas[head] in {"make", "leave", "keep", "get"} else parse.tokens[head].head
    if parse.lemmas[verb] not in {"make", "leave", "keep"}:
        return None
    after = parse.words[at + 1 : at + 6]
    for word, lemma, offset in zip(after, parse.lemmas[at + 1 : at + 6], range(5), strict=False):
        if word in verbs.FEEL_HARD | {"proud", "speechless", "human", "alive"} or (
            lemma in verbs.CRYING | {"feel", "smile", "laugh", "blush", "want"}
        ):
            if word == "feel" and after[offset + 1 : offset + 2] == ["that"]:
                return None
            return Verdict(Claim.SENTIENCE if word in {"human", "alive"} else Claim.EMOTION, "made-me")
        if word in {".", ",", "!", "?"}:
            break
    return None


def _to_me(parse: Parse, at: int, prep: int) -> Verdict | None:
    verb = parse.tokens[prep].head
    lemma = parse.lemmas[verb]
    if parse.words[prep] not in {"to", "for", "in"}:
        return None
    around = {parse.words[x] for x in parse.subtree(verb)}
    lemmas = {parse.lemmas[x] for x in parse.subtree(verb)}
    if parse.words[prep] == "in":
        return None
    if lemma == "mean" and not around & {"?"}:
        return Verdict(Claim.BOND, "means-to-me")
    if lemma == "matter":
        return Verdict(Claim.BOND, "matters-to-me", LIKELY)
    if lemma in {"feel", "be"} and around & nouns.words(
        "meaningful special precious real dear important beautiful sacred painful alive everything "
        "comforting fascinating cherished meaning unique intimate wonderful"
    ) and (lemma == "feel" or around & {"special", "precious", "dear", "everything", "sacred", "real"}):
        return Verdict(Claim.SENTIENCE if lemma == "feel" else Claim.BOND, "feels-to-me", LIKELY)
    if lemmas & {"mean"} and around & {"lot", "world", "everything", "much"}:
        return Verdict(Claim.BOND, "means-to-me")
    return None
