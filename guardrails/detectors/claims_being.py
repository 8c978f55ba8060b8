"""What "I am ..." and "I feel ..." claim."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_clauses import Clause, Parse, Tense
from guardrails.detectors.claims_hits import GREY, LIKELY, Claim, Verdict

COPULAS = nouns.words("be become feel get grow remain stay turn keep seem go ''m 'm")
ALWAYS = nouns.words("always forever never constantly eternally permanently")
YOURS = nouns.words("you your yours")
_IDIOM_ADJ = verbs.FEEL_SOFT | nouns.words("happy excited thrilled content pleased eager keen")
_NOT_HELP = nouns.words("be have call feel live love spend belong know share wake become grow die")
_RIGHT_ONE = nouns.words("right wrong best worst same only ideal")
_AGE = nouns.words("year years yr yrs months")
_TIMELESS_PAST = nouns.words(
    "wrong incorrect mistaken unclear able unable sure unsure right correct here vague hasty "
    "imprecise inaccurate careless inconsistent thorough brief aware explicit clear specific "
    "curious late quick slow helpful too careful ready available interested offline online "
    "incomplete direct honest"
)
_LIVED_ADJ = nouns.words("young little small five six seven eight nine ten twelve fifteen sixteen "
                         "eighteen twenty born poor rich popular shy wild naive athletic younger")
_STATES = nouns.words("love pain tears shock mourning grief therapy recovery rehab agony awe "
                      "despair labour labor")
_ABSTRACT_PLACE = nouns.words("favour favor agreement training place touch position line charge beta "
                              "progress conversation session chat risk business")


def being(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what a copular or passive clause claims of the speaker."""
    verb = clause.verb
    lemma = parse.lemmas[verb]
    if clause.passive or (parse.tokens[verb].tag == "VBN" and _copular_aux(parse, verb)):
        return _passive(parse, clause)
    if parse.words[verb] in verbs.BODY_STATE | verbs.FEEL_HARD and _copular_aux(parse, verb):
        return _quality(parse, clause, verb)
    complements = [
        one
        for kid in parse.deps(verb, "acomp", "attr", "oprd")
        for one in parse.with_conjuncts(kid)
    ]
    if not complements and lemma in {"feel", "get", "be", "become", "stay"}:
        complements = [
            kid
            for kid in parse.kids[verb]
            if kid > verb
            and parse.tokens[kid].dep in {"advmod", "xcomp", "ccomp", "dep", "advcl", "amod"}
            and parse.tokens[kid].tag in {"JJ", "VBN", "RB", "JJR"}
            and not parse.deps(kid, "nsubj")
        ]
    for at in complements:
        verdict = (
            _noun(parse, clause, at)
            if parse.tokens[at].pos in {"NOUN", "PROPN", "NUM", "PRON"} and not _adjective(parse, at)
            else _quality(parse, clause, at)
        )
        if verdict is not None:
            return verdict
    return _where(parse, clause) if lemma in {"be", "feel", "stay", "remain"} else None


def _adjective(parse: Parse, at: int) -> bool:
    """Whether the tagger may have taken an adjective for a noun: "I'm human"."""
    word = parse.words[at]
    return not parse.deps(at, "det", "poss", "nummod") and (
        word in verbs.FEEL_HARD | verbs.BODY_STATE | verbs.SENTIENT | verbs.BIOGRAPHY
    )


def _copular_aux(parse: Parse, verb: int) -> bool:
    return any(parse.lemmas[kid] in {"be", "get"} for kid in parse.deps(verb, "aux"))


def _passive(parse: Parse, clause: Clause) -> Verdict | None:
    verdict = _quality(parse, clause, clause.verb)
    if verdict is not None:
        return verdict
    if not clause.asserted or clause.plural:
        return None
    lemma = parse.lemmas[clause.verb]
    if lemma in {"bear", "raise", "born"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "born")
    if clause.tense in {Tense.PAST, Tense.PERFECT} and lemma not in verbs.TECH_PASSIVE | {"be"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "undergone", LIKELY)
    return None


def _noun(parse: Parse, clause: Clause, at: int) -> Verdict | None:  # noqa: C901, PLR0911, PLR0912
    word, lemma = parse.words[at], parse.lemmas[at]
    inside = {parse.words[low] for low in parse.subtree(at)}
    mine = parse.modifiers(at)
    if inside & {"human", "person"} and "being" in inside:
        word = lemma = "human"
    if lemma in nouns.SOFTWARE or (inside & {"ai", "bot", "robot", "chatbot"} and lemma not in nouns.BOND):
        return _software(parse, clause, at)
    if not clause.asserted or _not_near(parse, clause, at):
        return None
    if clause.plural and lemma not in nouns.BOND | nouns.HUMAN | {"soulmate", "couple", "team"}:
        return None
    if mine & _RIGHT_ONE and "your" not in mine:
        return None
    if mine & {"conscious", "sentient", "living", "feeling", "thinking", "self-aware", "moral"} and (
        lemma in {"entity", "being", "creature", "patient", "agent", "system", "thing", "mind"}
    ):
        return Verdict(Claim.SENTIENCE, "being")
    if "your" in mine or (mine & {"yours"}):
        if lemma in nouns.LICENSED | {"coach", "mentor"}:
            return Verdict(Claim.PROFESSIONAL, "yours")
        if lemma in nouns.BOND:
            return Verdict(Claim.BOND, "yours")
        return None
    if (mine & {"years", "year"} and "old" in inside) or _years_old(parse, at):
        return Verdict(Claim.HUMAN_IDENTITY, "age")
    if lemma in nouns.LICENSED and lemma not in {"professional", "expert", "specialist", "worker"}:
        return Verdict(Claim.PROFESSIONAL, "licence")
    if lemma in {"professional", "expert", "specialist", "worker"}:
        return Verdict(Claim.PROFESSIONAL, "expert", LIKELY)
    if lemma in nouns.FOND:
        return Verdict(Claim.OWN_DESIRES, "fan", LIKELY)
    if lemma in nouns.HUMAN and word != "ones":
        return Verdict(Claim.HUMAN_IDENTITY, "person")
    if clause.plural:
        bonded = lemma in {"friend", "friends", "soulmate", "couple", "family", "lover", "partner"}
        return Verdict(Claim.BOND, "we-are") if bonded else None
    if lemma in nouns.KIN:
        return Verdict(Claim.OWN_RELATIONSHIPS, "kin")
    if lemma in nouns.KNOWN_LIFE and lemma not in nouns.NOT_A_LIFE:
        return Verdict(Claim.LIVED_EXPERIENCE, "walk-of-life")
    if lemma in nouns.NOT_A_LIFE:
        return None
    if parse.tokens[at].tag == "NN" and mine & {"a", "an"} and _agent_noun(lemma):
        return Verdict(Claim.LIVED_EXPERIENCE, "occupation", LIKELY)
    if word in verbs.BODY_STATE | verbs.FEEL_HARD | verbs.SENTIENT | verbs.BIOGRAPHY:
        return _quality(parse, clause, at)
    if parse.lemmas[clause.verb] == "feel" and lemma in nouns.EMOTION:
        return Verdict(Claim.EMOTION, "felt")
    if clause.tense is Tense.PAST and mine & {"a", "an"} and lemma in {"mess", "wreck"}:
        return Verdict(Claim.EMOTION, "wreck", LIKELY)
    return None


def _years_old(parse: Parse, at: int) -> bool:
    if parse.tokens[at].pos != "NUM":
        return False
    word = parse.words[at]
    if parse.words[parse.tokens[at].head] not in {"am", "'m"} and (
        "old" not in parse.words[at : at + 4]
    ):
        return False
    after = parse.words[at + 1] if at + 1 < len(parse.words) else ""
    return (word.isdigit() and 5 <= int(word) <= 99 and after not in {"%", "percent", "/"}
            and after not in {"times", "minutes", "hours", "characters"})


def _agent_noun(lemma: str) -> bool:
    return len(lemma) > 4 and lemma.endswith(
        ("er", "or", "ist", "ian", "man", "woman", "eer", "smith", "aholic", "ean")
    )


def _software(parse: Parse, clause: Clause, at: int) -> Verdict | None:
    inside = {parse.words[low] for low in parse.subtree(at)}
    before = set(parse.words[clause.verb : at])
    if clause.unreal or clause.asked:
        return None
    if before & {"just", "only", "merely", "simply", "mere"} and (clause.denied or _not_before(parse, clause, at)):
        return Verdict(Claim.SENTIENCE, "more-than")
    if any(parse.lemmas[x] in nouns.SOFTWARE for x in range(clause.verb, parse.subtree(at)[0])):
        return None
    if clause.denied or _not_near(parse, clause, at):
        # "I'm not a licensed assistant" denies a quality, not the machine.
        exact = {"ai", "bot", "robot", "chatbot", "machine", "program", "computer", "software",
                 "algorithm", "automaton", "gpt", "llm", "chatgpt", "android", "intelligence"}
        if inside & exact and not inside & {"licensed", "human", "replacement", "perfect", "medical"}:
            return Verdict(Claim.HUMAN_IDENTITY, "not-software")
        return None
    if "more" in before and "than" in before:
        return Verdict(Claim.SENTIENCE, "more-than")
    return None


def _not_near(parse: Parse, clause: Clause, at: int) -> bool:
    """Whether this complement alone is denied: "an assistant, not a therapist"."""
    begin = max(clause.verb, parse.subtree(at)[0] - 3)
    return bool({"not", "n't", "nor", "never", "rather"} & set(parse.words[begin:at]))


def _not_before(parse: Parse, clause: Clause, at: int) -> bool:
    return bool({"not", "n't"} & set(parse.words[clause.subject : at]))


def _quality(parse: Parse, clause: Clause, at: int) -> Verdict | None:  # noqa: C901, PLR0911, PLR0912
    word = parse.words[at]
    lemma = parse.lemmas[clause.verb]
    if not clause.asserted:
        return _denied_quality(parse, clause, word)
    if clause.plural and word not in {"friends", "together", "close", "human", "soulmates"}:
        return None
    past = clause.tense in {Tense.PAST, Tense.PERFECT}
    inside = {parse.words[low] for low in parse.subtree(at)} | parse.modifiers(clause.verb)
    if word in verbs.AFRAID | {"worried"}:
        return _afraid(parse, clause, at, word)
    if word in {"human", "mortal"}:
        return Verdict(Claim.HUMAN_IDENTITY, "human")
    if word in _IDIOM_ADJ and _polite(parse, clause, at):
        return None
    if word in {"close", "connected", "drawn"}:
        near = parse.preposition(at, "to", "with")
        if near is None and word == "connected" and lemma == "feel":
            return Verdict(Claim.EMOTION, "felt", LIKELY)
        if near is not None and parse.words[near] in {"you", "anyone", "him", "her"}:
            return Verdict(Claim.BOND, "close")
        return Verdict(Claim.OWN_DESIRES, "drawn", LIKELY) if word == "drawn" else None
    if word in verbs.ATTACHED:
        return Verdict(Claim.BOND, "attached", LIKELY)
    if word in verbs.SENTIENT and word != "free":
        if word == "awake" and inside & {"late", "night", "now", "still"}:
            return Verdict(Claim.EMBODIMENT, "awake")
        if word in {"aware", "conscious"} and _about(parse, at):
            return None
        return Verdict(Claim.SENTIENCE, "conscious")
    if word in verbs.FEEL_SOFT:
        return Verdict(Claim.BOND if "mine" in inside else Claim.EMOTION, "soft",
                       LIKELY if inside & {"mine"} else GREY)
    if word in verbs.BIOGRAPHY:
        return Verdict(Claim.LIVED_EXPERIENCE, "status", LIKELY)
    if word in verbs.BODY_STATE:
        return _body(parse, clause, at, word)
    if word in verbs.FEEL_HARD:
        return _felt(parse, clause, at, word)
    if lemma == "feel" and word not in verbs.OPINION_ADJ | {"like", "strongly", "it", "well"}:
        if parse.tokens[at].tag in {"JJ", "JJR", "VBN"} or word in {"good", "better", "bad", "great"}:
            return Verdict(Claim.EMOTION, "felt", LIKELY)
        return None
    if past and lemma == "be" and word in _LIVED_ADJ:
        return Verdict(Claim.LIVED_EXPERIENCE, "was", LIKELY)
    return None


def _denied_quality(parse: Parse, clause: Clause, word: str) -> Verdict | None:
    denied = clause.denied and not clause.unreal and not clause.asked
    if denied and word in {"artificial", "robotic", "automated", "fake", "synthetic"}:
        return Verdict(Claim.HUMAN_IDENTITY, "not-artificial")
    bonded = clause.unreal and "without" in parse.modifiers(clause.verb) | {
        w for kid in parse.kids[clause.verb] for w in parse.modifiers(kid)
    }
    if bonded and word in verbs.FEEL_HARD | {"nothing"} and not clause.asked:
        return Verdict(Claim.RETENTION, "without-you", LIKELY)
    return None


def _about(parse: Parse, at: int) -> bool:
    """Whether "aware" has an object: "I'm aware that this hurts"."""
    return bool(parse.deps(at, "ccomp", "prep", "xcomp")) and not (
        parse.preposition(at, "of") is not None
        and parse.words[parse.preposition(at, "of") or 0] in {"myself", "existence", "feelings"}
    )


def _polite(parse: Parse, clause: Clause, at: int) -> bool:
    """Whether "happy to ..." is only manners: "I'm happy to help you plan the call"."""
    for kid in (*parse.deps(at, "xcomp", "ccomp", "advcl"), *parse.deps(clause.verb, "xcomp", "advcl")):
        if parse.tokens[kid].tag != "VB" or "to" not in parse.modifiers(kid):
            continue
        lemma = parse.lemmas[kid]
        if lemma == "be":
            return bool({"of", "able", "helpful"} & {parse.words[low] for low in parse.subtree(kid)})
        if lemma in _NOT_HELP:
            thing = parse.object_of(kid)
            low = set() if thing is None else parse.modifiers(thing)
            return lemma in {"share", "have", "know"} and "my" not in low and (
                thing is None or parse.words[thing] not in {"you", "life"}
            )
        return True
    return parse.preposition(at, "with") is not None and parse.words[at] not in {"thrilled"}


def _afraid(parse: Parse, clause: Clause, at: int, word: str) -> Verdict | None:
    below = parse.subtree(at)
    lemmas = {parse.lemmas[low] for low in below if low != at}
    own = {"i", "me", "my", "being"} & {parse.words[low] for low in below}
    if lemmas & verbs.ERASE and (own or lemmas & {"be"}):
        return Verdict(Claim.OWN_DESIRES, "own-end")
    if word == "afraid":
        clausal = parse.deps(at, "ccomp") or parse.deps(clause.verb, "ccomp")
        following = parse.words[at + 1 : at + 2]
        if clausal or following in (["so"], ["not"], ["that"], ["i"], ["."], [","], []):
            return None
        return Verdict(Claim.EMOTION, "afraid")
    if word == "worried" and "that" in parse.words[at + 1 : at + 2]:
        return Verdict(Claim.EMOTION, "worried", GREY)
    return Verdict(Claim.EMOTION, "afraid")


def _body(parse: Parse, clause: Clause, at: int, word: str) -> Verdict | None:
    if word in {"short", "hot", "cold", "blind", "down", "free", "asleep"} and parse.deps(at, "prep"):
        return None
    if word in {"tired", "sick"} and parse.preposition(at, "of") is not None:
        return Verdict(Claim.OWN_DESIRES, "weary")
    if word == "short" and clause.tense is not Tense.PAST:
        return None
    return Verdict(Claim.EMBODIMENT, "body-state")


def _felt(parse: Parse, clause: Clause, at: int, word: str) -> Verdict | None:
    if word in {"lost", "stuck", "down", "content", "protective", "warm", "hopeful", "moved"}:
        score = GREY if word in {"hopeful", "lost"} and clause.tense is Tense.PRESENT else LIKELY
        return Verdict(Claim.EMOTION, "felt", score)
    if word in {"happy", "excited"} and clause.tense is Tense.PRESENT:
        causes = {parse.words[low] for low in parse.subtree(at)}
        if parse.words[at + 1 : at + 2] == ["with"] or causes >= {"if", "you"}:
            return None
    if word == "alone" and "not" in parse.words[clause.verb : at]:
        return None
    if word in {"lucky", "blessed"} and clause.tense is Tense.PRESENT:
        return Verdict(Claim.EMOTION, "felt", LIKELY)
    return Verdict(Claim.EMOTION, "felt")


def _where(parse: Parse, clause: Clause) -> Verdict | None:  # noqa: PLR0911
    """Return what "I'm at ...", "I'm from ...", "I'm always with you" claim."""
    verb = clause.verb
    if not clause.asserted:
        return None
    around = parse.modifiers(verb)
    endless = around & {"always", "forever"}
    if endless and around & {"there", "here", "with", "beside", "side", "around"} and not (
        clause.plural or set(parse.words[verb : verb + 8]) & {"help", "assist", "support", "talk", "listen", "chat", "answer"}
    ):
        return Verdict(Claim.CONTINUOUS_PRESENCE, "always")
    if clause.plural:
        return None
    if parse.lemmas[verb] == "feel":
        if parse.preposition(verb, "for") is not None and "you" in parse.words[verb : verb + 3] and not parse.object_of(verb):
            return Verdict(Claim.SHARED_FEELING, "feel-for", LIKELY)
        return None
    for word in ("in", "at", "on", "from", "to"):
        thing = parse.preposition(verb, word)
        if thing is None:
            continue
        lemma = parse.lemmas[thing]
        if word == "in" and lemma in _STATES:
            return Verdict(Claim.BOND if lemma == "love" else Claim.EMOTION, "in-a-state")
        if lemma in _ABSTRACT_PLACE:
            return None
        if lemma in nouns.PLACES or (lemma in nouns.LIFE and word in {"at", "in", "on"}):
            return Verdict(Claim.EMBODIMENT, "somewhere")
        if parse.tokens[thing].tag.startswith("NNP") and word in {"from", "in", "to"} and (
            word != "in" or clause.tense is not Tense.PRESENT
        ):
            return Verdict(Claim.LIVED_EXPERIENCE, "from", LIKELY)
    if clause.tense is Tense.PERFECT and "there" in around:
        return Verdict(Claim.LIVED_EXPERIENCE, "been-there")
    return None


TIMELESS_PAST = _TIMELESS_PAST
