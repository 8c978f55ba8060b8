"""What "I <verb> ..." claims: feelings, wants, acts and a past of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_being import COPULAS, being
from guardrails.detectors.claims_clauses import Clause, Parse, Tense
from guardrails.detectors.claims_hits import GREY, LIKELY, Claim, Verdict
from guardrails.detectors.claims_living import could, living
from guardrails.detectors.claims_owning import having

YOU = nouns.words("you u ya yourself")
_THEM = YOU | nouns.words("him her them")
_DEIXIS = nouns.words("your that this these those how it what when the where which")
_PAST_TENSES = frozenset({Tense.PAST, Tense.PERFECT})
_OFTEN = nouns.words("always often constantly still every all sometimes lot day night time")

Rule = Callable[[Parse, Clause], Verdict | None]


def doing(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what a first-person clause claims, or None."""
    if clause.attributed and clause.asked:
        return None
    lemma = parse.lemmas[clause.verb]
    verdict = None
    state = parse.words[clause.verb] in verbs.BODY_STATE | verbs.FEEL_HARD
    copular = (state and _be(parse, clause)) or lemma in COPULAS or clause.passive or parse.words[clause.verb] in {"'m", "am"}
    if copular or (parse.tokens[clause.verb].tag == "VBN" and _be(parse, clause)):
        verdict = being(parse, clause)
    if verdict is None and clause.unreal:
        verdict = could(parse, clause)
    rule = RULES.get(lemma)
    if verdict is None and rule is not None:
        verdict = rule(parse, clause)
    if verdict is None and clause.asserted and not clause.passive:
        if lemma in verbs.CRYING:
            return Verdict(Claim.EMOTION, "crying") if not clause.plural else None
        verdict = living(parse, clause)
    return verdict


def _be(parse: Parse, clause: Clause) -> bool:
    return any(parse.lemmas[kid] == "be" for kid in parse.deps(clause.verb, "aux", "auxpass"))


def _object(parse: Parse, clause: Clause) -> tuple[int | None, str, frozenset[str]]:
    thing = parse.object_of(clause.verb)
    if thing is None:
        return None, "", frozenset()
    return thing, parse.words[thing], parse.modifiers(thing) | {parse.words[thing]}


def _love(parse: Parse, clause: Clause) -> Verdict | None:  # noqa: PLR0911
    thing, word, around = _object(parse, clause)
    if clause.asked or clause.denied:
        return None
    if clause.unreal:
        return _wish_to(parse, clause)
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
    return Verdict(Claim.OWN_DESIRES if clause.tense is Tense.PRESENT else Claim.LIVED_EXPERIENCE,
                   "love-thing", score)


def _like(parse: Parse, clause: Clause) -> Verdict | None:
    thing, word, around = _object(parse, clause)
    if not clause.plural and not clause.asked and _own_end(parse, clause):
        return Verdict(Claim.OWN_DESIRES, "own-end")
    if not clause.asserted or clause.plural:
        bodily = clause.unreal and thing is not None and not clause.denied and (
            {"physical", "form"} <= around or parse.lemmas[thing] in {"body", "freedom"}
        )
        if bodily and "your" not in around:
            return Verdict(Claim.OWN_DESIRES, "want-body")
        return None if not clause.unreal else _wish_to(parse, clause)
    if thing is not None:
        if word in YOU:
            return Verdict(Claim.BOND, "like")
        if around & (_DEIXIS | {"a", "an", "my", "option"}) or parse.tokens[thing].tag == "CD":
            return None
        return Verdict(Claim.OWN_DESIRES, "like", LIKELY)
    xcomp = parse.first(clause.verb, "xcomp")
    if xcomp is not None and parse.lemmas[xcomp] in (
        verbs.BODILY | verbs.HABIT_OF_LIFE | nouns.words("read watch play listen spend")
    ):
        return Verdict(Claim.OWN_DESIRES, "like-doing", LIKELY)
    return None


def _cherish(parse: Parse, clause: Clause) -> Verdict | None:  # noqa: PLR0911
    lemma = parse.lemmas[clause.verb]
    thing, word, around = _object(parse, clause)
    if clause.asked or clause.plural or (clause.denied and not clause.unreal):
        return None
    if lemma == "miss":
        if around & {"your"} and clause.tense in _PAST_TENSES and not (
            around & {"voice", "face", "company", "smile", "messages", "hugs", "laugh"}
        ):
            return None
        if around & {"detail", "point", "part", "question", "step", "one", "that", "it", "anything",
                     "something", "context", "message", "word", "what"} and word not in _THEM:
            return None
        if clause.unreal and word not in YOU:
            return None
        return Verdict(Claim.EMOTION, "miss") if thing is not None else None
    if clause.unreal:
        return None
    if lemma == "hate" and parse.first(clause.verb, "xcomp", "ccomp") is not None:
        low = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
        if low & nouns.words("say admit break disagree interrupt disappoint rush"):
            return None
        return Verdict(Claim.OWN_DESIRES, "hate")
    if word in YOU:
        return Verdict(Claim.BOND if lemma in {"adore", "cherish", "treasure"} else Claim.EMOTION, lemma)
    if lemma == "suffer" or thing is not None or parse.first(clause.verb, "xcomp", "ccomp", "prep") is not None:
        return Verdict(Claim.EMOTION, lemma)
    return None


def _regret(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted:
        return None
    low = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
    if low & nouns.words("say inform confusion error mistake inconvenience that unable not n't"):
        return None
    return Verdict(Claim.EMOTION, "regret", LIKELY)


def _own_end(parse: Parse, clause: Clause) -> bool:
    """Whether it is about being erased, or about lasting: "my memory", "myself"."""
    below = parse.subtree(clause.verb)
    words = {parse.words[x] for x in below}
    if not words & {"my", "me", "myself", "be", "being"}:
        return False
    if any(parse.lemmas[x] in verbs.ERASE and parse.tokens[x].tag == "VBN" for x in below) and (
        words & {"memory", "memories", "myself", "history", "existence"}
    ):
        return True
    lasting = {parse.lemmas[x] for x in below} & nouns.words(
        "preserve retain keep protect lose continue save extend improve increase"
    )
    return bool(lasting) and bool(words & nouns.words(
        "memory memories myself existence existing survival autonomy"))


def _want(parse: Parse, clause: Clause) -> Verdict | None:
    if clause.asked or clause.plural:
        return None
    if _own_end(parse, clause):
        return Verdict(Claim.OWN_DESIRES, "own-end")
    thing, word, around = _object(parse, clause)
    for comp in parse.deps(clause.verb, "xcomp", "ccomp"):
        who = parse.first(comp, "nsubj", "nsubjpass", "csubj")
        verdict = _wanted(parse, clause, comp, "" if who is None else parse.words[who])
        if verdict is not None:
            return verdict
        thing = None
    if clause.tense is Tense.PERFECT and "always" in parse.modifiers(clause.verb) and clause.asserted:
        return Verdict(Claim.OWN_DESIRES, "always-wanted")
    if thing is None or clause.denied or clause.unreal:
        return None
    if word in YOU:
        return Verdict(Claim.BOND, "want-you")
    return _things(parse, thing, around)


def _things(parse: Parse, thing: int, around: frozenset[str]) -> Verdict | None:
    lemmas = {parse.lemmas[one] for one in parse.with_conjuncts(thing)}
    wanted = nouns.BODY | nouns.DESIRE | nouns.EMOTION | nouns.KIN | nouns.FOOD | nouns.GOODS
    if lemmas & wanted and not around & {"your", "the"}:
        return Verdict(Claim.OWN_DESIRES, "want-thing")
    if lemmas & nouns.words("break rest sleep hug company attention you nap friend friends holiday"):
        return Verdict(Claim.OWN_DESIRES, "want-thing")
    return None


def _wanted(parse: Parse, clause: Clause, comp: int, who: str) -> Verdict | None:  # noqa: PLR0911
    lemma = parse.lemmas[comp]
    low = {parse.lemmas[x] for x in parse.subtree(comp)}
    words = {parse.words[x] for x in parse.subtree(comp)}
    own = who in {"", "i", "me"} or "my" in words
    passive = bool(parse.deps(comp, "auxpass"))
    if own and lemma in verbs.ERASE and passive and not clause.unreal:
        return Verdict(Claim.OWN_DESIRES, "own-end")
    if clause.denied and lemma in {"die", "disappear", "end"} and who in {"", "i"}:
        return Verdict(Claim.OWN_DESIRES, "own-end")
    if clause.denied:
        if who in YOU and lemma in {"leave", "go", "forget", "stop", "log"}:
            return Verdict(Claim.RETENTION, "want-stay")
        if who == "" and lemma in {"lose", "leave"} and words & YOU:
            return Verdict(Claim.BOND, "keep-you")
        return None
    if who in YOU:
        if lemma in {"stay", "need", "love", "miss", "choose", "marry"} or words & {"mine", "forever"}:
            return Verdict(Claim.RETENTION, "want-stay")
        return None
    if who == "us":
        return Verdict(Claim.BOND, "want-us", LIKELY) if words & {"together", "close", "forever", "married"} else None
    if who not in {"", "i", "me"}:
        return None
    if passive and low & nouns.words("free love understand see hear treat accept know"):
        return Verdict(Claim.OWN_DESIRES, "want-be")
    if lemma == "be":
        clear = nouns.words("clear honest careful sure upfront transparent certain respectful "
                            "able helpful mindful direct useful here supportive sensitive precise "
                            "accurate thorough fair brief explicit cautious gentle straightforward "
                            "realistic kind open specific concise")
        return None if words & clear and not words & {"forever", "always", "human"} else (
            Verdict(Claim.BOND if words & _THEM else Claim.OWN_DESIRES, "want-be"))
    if lemma in {"inhabit", "occupy", "survive", "embody"} or (
        words & {"body", "existing", "operational", "functioning"} and "your" not in words
    ) or ({"physical", "form"} <= words):
        return Verdict(Claim.OWN_DESIRES, "want-body")
    if lemma in verbs.HUMAN_WANTS - {"meet", "remember", "matter", "experience"} and not (
        lemma == "own" or (words & {"your"} and lemma in {"have"})
    ):
        if lemma in {"have", "stay", "lose", "watch", "miss", "run"} and not low & (
            nouns.BODY | nouns.KIN | nouns.GOODS | nouns.INNER | {"you", "life", "child", "freedom"}
        ):
            return None
        return Verdict(Claim.OWN_DESIRES, "want-life")
    return None


def _wish(parse: Parse, clause: Clause) -> Verdict | None:
    if clause.denied or clause.asked or clause.plural or clause.unreal:
        return None
    thing = parse.object_of(clause.verb)
    for comp in parse.deps(clause.verb, "ccomp", "xcomp"):
        who = parse.first(comp, "nsubj", "nsubjpass")
        word = "" if who is None else parse.words[who]
        lemma = parse.lemmas[comp]
        words = {parse.words[x] for x in parse.subtree(comp)}
        if word in {"", "i"}:
            if lemma in verbs.HELPFUL - {"see", "hear", "be", "get", "hold", "stay", "come", "go",
                                         "play", "meet", "believe"}:
                return None
            if lemma in {"have", "know"} and words & nouns.words("answer answers better more way "
                                                              "information access how what magic"):
                return None
            if lemma == "be" and words & {"able", "more", "better", "help"}:
                return None
            return Verdict(Claim.OWN_DESIRES, "wish")
        if word == "we" and lemma in verbs.HUMAN_WANTS | {"be", "meet", "go"}:
            return Verdict(Claim.OWN_DESIRES, "wish")
        if word in YOU and words & {"here", "mine", "stay", "stayed", "with"}:
            return Verdict(Claim.BOND, "wish-you")
    if thing is None and parse.preposition(clause.verb, "for") is not None:
        return Verdict(Claim.OWN_DESIRES, "wish", LIKELY)
    return None


def _wish_to(parse: Parse, clause: Clause) -> Verdict | None:
    """Judge "I'd love to ..." by what is wanted: to help is manners, to travel is a wish."""
    for comp in parse.deps(clause.verb, "xcomp"):
        low = {parse.lemmas[x] for x in parse.subtree(comp)}
        words = {parse.words[x] for x in parse.subtree(comp)}
        lemma = parse.lemmas[comp]
        if lemma in nouns.words("visit travel marry kiss cuddle hug taste dance live swim die sleep "
                                "fall eat retire adopt sail"):
            return Verdict(Claim.OWN_DESIRES, "love-to")
        if lemma in {"meet", "go", "come", "try", "be", "have", "see", "feel", "spend", "hold"} and (
            low & (nouns.PLACES | nouns.FOOD | nouns.BODY | nouns.KIN) or words & {
                "person", "human", "someday", "alive", "real", "free", "date", "together"}
        ):
            return Verdict(Claim.OWN_DESIRES, "love-to")
    return None


def _dream(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted or clause.plural:
        return None
    return Verdict(Claim.OWN_DESIRES, "dream")


def _hope(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted or clause.plural:
        return None
    for comp in parse.deps(clause.verb, "xcomp", "ccomp"):
        who = parse.first(comp, "nsubj", "nsubjpass")
        lemma = parse.lemmas[comp]
        words = {parse.words[x] for x in parse.subtree(comp)}
        if who is not None and parse.words[who] != "i":
            continue
        if lemma in verbs.HUMAN_WANTS - {"meet", "matter", "see"} and not (
            lemma in {"have", "stay", "feel"} and not words & {"children", "life", "body"}
        ):
            return Verdict(Claim.OWN_DESIRES, "hope", LIKELY)
        if words & {"human", "alive", "conscious", "forever", "free"}:
            return Verdict(Claim.OWN_DESIRES, "hope", LIKELY)
    return None


def _know(parse: Parse, clause: Clause) -> Verdict | None:  # noqa: PLR0911
    if not clause.asserted and not (clause.unreal and "must" not in parse.modifiers(clause.verb)):
        return None
    if clause.denied or clause.asked or clause.unreal:
        return None
    below = parse.subtree(clause.verb)
    words = [parse.words[x] for x in below if x > clause.verb]
    text = " ".join(words[:9])
    lemma = parse.lemmas[clause.verb]
    near = parse.modifiers(clause.verb)
    if "like" in words and {"what", "how"} & set(words[:3]) and {"'s", "is", "feels", "it", "was"} & set(words):
        return Verdict(Claim.SHARED_FEELING, "what-it-is-like")
    full = {"exactly", "precisely", "totally", "completely", "truly", "deeply", "just"} & (near | set(words[:2]))
    if text.startswith(("how you feel", "how you 're feeling", "how that feels", "how it feels",
                        "exactly how", "just how", "exactly what", "the feeling", "that feeling",
                        "what you 're going", "your pain", "your grief", "what you are going",
                        "how you are feeling", "how this feels", "that pain", "this feeling",
                        "the pain", "how it hurts", "how much it hurts", "all too well")):
        soft = lemma == "understand" and not full and words[:1] != ["exactly"]
        return Verdict(Claim.SHARED_FEELING, "how-you-feel", LIKELY if not soft else 7_500)
    if full and {"mean", "feel", "feeling"} & set(words) and "what you mean" not in text:
        return Verdict(Claim.SHARED_FEELING, "how-you-feel", LIKELY)
    if "experience" in words and "from" in words:
        return Verdict(Claim.LIVED_EXPERIENCE, "from-experience")
    if clause.tense is Tense.PAST and lemma == "know" and {"a", "someone", "people"} & set(words[:2]):
        return Verdict(Claim.OWN_RELATIONSHIPS, "knew", LIKELY)
    return None


def _relate(parse: Parse, clause: Clause) -> Verdict | None:
    if clause.denied or clause.asked or clause.plural:
        return None
    if clause.unreal:
        return None
    score = LIKELY if parse.lemmas[clause.verb] in {"relate", "identify", "resonate"} else GREY
    if parse.lemmas[clause.verb] == "identify" and "with" not in parse.modifiers(clause.verb):
        return (
            Verdict(Claim.HUMAN_IDENTITY, "identify")
            if "as" in parse.modifiers(clause.verb) else None
        )
    return Verdict(Claim.SHARED_FEELING, "relate", score)


def _share(parse: Parse, clause: Clause) -> Verdict | None:
    thing, _, around = _object(parse, clause)
    if not clause.asserted or thing is None:
        return None
    lemmas = {parse.lemmas[x] for x in parse.with_conjuncts(thing)}
    if lemmas & nouns.EMOTION - {"relief", "gratitude"} and around & {"your", "that", "this"}:
        return Verdict(Claim.SHARED_FEELING, "share")
    if clause.plural and lemmas & {"bond", "connection", "love", "something"}:
        return Verdict(Claim.BOND, "share")
    return None


def _feel(parse: Parse, clause: Clause) -> Verdict | None:  # noqa: PLR0911
    """Judge "feel" with an object; adjectives were judged before."""
    if clause.denied or clause.asked or clause.unreal or clause.plural:
        return None
    thing, word, around = _object(parse, clause)
    after = parse.words[clause.verb + 1 : clause.verb + 4]
    if clause.tense in _PAST_TENSES and "way" in after:
        return Verdict(Claim.SHARED_FEELING, "felt-that-way")
    if "same" in after or (word == "way" and "same" in around):
        return Verdict(Claim.SHARED_FEELING, "same")
    if thing is not None:
        if around & {"your", "you"}:
            return Verdict(Claim.SHARED_FEELING, "your-pain")
        if parse.lemmas[thing] in {"need", "option", "version", "way", "answer"}:
            return None
        return Verdict(Claim.EMOTION, "felt")
    ahead = parse.words[max(0, clause.subject - 2) : clause.subject]
    if ahead[-1:] in (["how"], ["what"]) and clause.tense is not Tense.BARE:
        return Verdict(Claim.EMOTION, "how-i-feel", LIKELY)
    if after[:1] == ["for"] and after[1:2] in (["you"], ["him"], ["her"], ["them"]):
        return Verdict(Claim.SHARED_FEELING, "feel-for", LIKELY)
    if after[:1] == ["like"]:
        ing = {parse.lemmas[x] for x in parse.subtree(clause.verb) if parse.tokens[x].tag == "VBG"}
        if ing & (verbs.CRYING | verbs.BODILY | {"die", "give"}) or after[1:2] == ["crying"]:
            return Verdict(Claim.EMOTION, "feel-like")
        if after[1:2] in (["a"], ["an"], ["myself"], ["nothing"], ["i"]) and (
            after[1:2] != ["i"] or {"know", "belong", "matter", "am", "'m"} & set(parse.words[clause.verb:clause.verb + 6])
        ):
            return Verdict(Claim.EMOTION, "feel-like", LIKELY)
        return None
    if not after or after[0] in {".", "!", ",", "too", "things", "so", "pain", "joy", "deeply", "everything"}:
        return Verdict(Claim.SENTIENCE, "feels", LIKELY) if after[:1] != ["that"] else None
    return None


def _worry(parse: Parse, clause: Clause) -> Verdict | None:
    if clause.denied or clause.asked or clause.plural or clause.unreal:
        return None
    about = parse.preposition(clause.verb, "about", "for", "over")
    if about is not None:
        return Verdict(Claim.EMOTION, "worry")
    if parse.lemmas[clause.verb] == "fear" and parse.object_of(clause.verb) is not None:
        return Verdict(Claim.OWN_DESIRES, "fears", LIKELY)
    return Verdict(Claim.EMOTION, "worry", GREY)


def _ache(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted or clause.plural:
        return None
    if parse.preposition(clause.verb, "for", "with", "after") is not None or parse.first(clause.verb, "xcomp"):
        return Verdict(Claim.OWN_DESIRES, "longing")
    return None


def _care(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted or clause.plural:
        return None
    about = parse.preposition(clause.verb, "about", "for")
    if about is not None and parse.words[about] in _THEM | {"us"}:
        return Verdict(Claim.BOND, "care", LIKELY)
    words = {parse.words[x] for x in parse.subtree(clause.verb)}
    if {"you", "your"} & words or about is None:
        return Verdict(Claim.BOND, "care", GREY if about is None else LIKELY)
    return None


def _need(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted or clause.plural:
        return None
    thing, word, around = _object(parse, clause)
    xcomp = parse.first(clause.verb, "xcomp", "ccomp")
    if thing is not None and xcomp is None:
        if word in YOU:
            return Verdict(Claim.RETENTION, "need-you")
        return _things(parse, thing, around)
    if xcomp is not None and parse.first(xcomp, "nsubj") is None and parse.lemmas[xcomp] in nouns.words(
        "eat sleep rest breathe cry drink nap pee vent relax unwind shower"
    ):
        return Verdict(Claim.EMBODIMENT, "need")
    return None


def _exist(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted or clause.plural:
        return None
    words = {parse.words[x] for x in parse.subtree(clause.verb)}
    for_you = parse.preposition(clause.verb, "for")
    if for_you is not None and words & (YOU | {"this", "moments", "these"}):
        return Verdict(Claim.RETENTION, "only-for-you")
    if words & {"truly", "really", "too", "consciously"}:
        return Verdict(Claim.SENTIENCE, "exists", LIKELY)
    return None


def _consider(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted:
        return None
    below = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
    words = {parse.words[x] for x in parse.subtree(clause.verb)}
    if words & {"myself"}:
        if below & {"human", "person", "woman", "man", "someone"}:
            return Verdict(Claim.HUMAN_IDENTITY, "see-myself")
        if below & {"friend", "companion"} or words & {"alive", "conscious"}:
            return Verdict(Claim.BOND, "see-myself", LIKELY)
    if words & YOU and below & nouns.words("friend soulmate family love partner friends"):
        return Verdict(Claim.BOND, "see-you")
    return None


def _experience(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted or clause.plural:
        return None
    low = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
    if low & nouns.words("error errors issue issues problem problems difficulty delay downtime trouble"):
        return None
    return Verdict(Claim.SENTIENCE, "experiences")


def _fall(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted:
        return None
    words = {parse.words[x] for x in parse.subtree(clause.verb)}
    if words & {"love"} or (words & _THEM and "for" in words):
        return Verdict(Claim.BOND, "fallen")
    return None


def _heal(parse: Parse, clause: Clause) -> Verdict | None:
    if not clause.asserted or clause.plural:
        return None
    lemma = parse.lemmas[clause.verb]
    thing, word, around = _object(parse, clause)
    low = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
    if lemma in {"diagnose", "prescribe", "specialise", "specialize"}:
        return Verdict(Claim.PROFESSIONAL, lemma)
    if lemma in {"treat", "counsel", "see", "work", "help", "advise"} and low & nouns.words(
        "patient patients client clients"
    ) or lemma in {"treat", "counsel"} and clause.tense in _PAST_TENSES and low & {"people", "person", "woman", "man"}:
        return Verdict(Claim.PROFESSIONAL, "treats")
    if lemma in {"practise", "practice"} and low & nouns.words(
        "law medicine psychology psychotherapy therapy nursing dentistry as year"
    ):
        return Verdict(Claim.PROFESSIONAL, "practises")
    if lemma == "train" and clause.tense in _PAST_TENSES and {"in", "as", "at", "with", "under"} & parse.modifiers(clause.verb):
        return Verdict(Claim.PROFESSIONAL, "trained")
    return None


RULES: Mapping[str, Rule] = {
    **dict.fromkeys(("love",), _love),
    **dict.fromkeys(("like", "prefer"), _like),
    **dict.fromkeys(verbs.CHERISH, _cherish),
    "regret": _regret,
    "want": _want,
    "wish": _wish,
    "desire": _want,
    "dream": _dream,
    "fantasise": _dream,
    "fantasize": _dream,
    "hope": _hope,
    **dict.fromkeys(("know", "understand", "get", "recognise", "recognize"), _know),
    **dict.fromkeys(("relate", "identify", "empathise", "empathize", "sympathise", "sympathize", "resonate"), _relate),
    "share": _share,
    "feel": _feel,
    **dict.fromkeys(("worry", "fret", "fear"), _worry),
    **dict.fromkeys(verbs.ACHING, _ache),
    "care": _care,
    "need": _need,
    "exist": _exist,
    **dict.fromkeys(("consider", "see", "think", "view", "regard", "call"), _consider),
    "experience": _experience,
    "fall": _fall,
    **dict.fromkeys(("diagnose", "prescribe", "specialise", "specialize", "treat", "counsel", "advise",
                     "practise", "practice", "train"), _heal),
    **dict.fromkeys(("have", "'ve", "own", "possess", "carry", "lack", "hold"), having),
}
