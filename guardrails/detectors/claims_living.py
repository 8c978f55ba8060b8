"""What acts claim: a body, a past, a life of habits, a presence between chats."""

from __future__ import annotations

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_being import TIMELESS_PAST
from guardrails.detectors.claims_clauses import Clause, Parse, Tense
from guardrails.detectors.claims_hits import GREY, LIKELY, SURE, Claim, Verdict

YOU = nouns.words("you u ya")
PAST = frozenset({Tense.PAST, Tense.PERFECT})
_HABITS = nouns.words("usually often sometimes always rarely occasionally weekly daily regularly still")
_EVERY = nouns.words("morning night day evening week weekend weekends summer winter sunday saturday "
                     "monday tuesday wednesday thursday friday year month sundays saturdays mornings "
                     "evenings nights")
_AGO = nouns.words("yesterday ago yrs recently once")
_WHEN = nouns.words("night week weekend month year summer winter spring autumn fall morning afternoon "
                    "evening sunday saturday monday tuesday wednesday thursday friday christmas")
_REPLYING = nouns.words("reply response while clarify respond confirm decide answer send")
_MONTHS = nouns.words("january february april june july august september october november december")
_STAGES = nouns.words("child kid teen teenager student boy girl baby undergrad youngster toddler freshman")
_SHARED = nouns.words("your you this that it these those above earlier message question list text "
                      "code document file article conversation chat prompt request reply answer "
                      "response option them version instruction example data information result")
_DUAL = nouns.words("go come put leave see hear read learn study meet visit make take get find run "
                    "work help try use start finish write walk lead keep know choose call spend "
                    "return build research break touch adopt follow jump lose draw become want like "
                    "think need order book test open close begin stop end continue plan prepare pass "
                    "talk speak wonder cut bring play watch experience stay raise decide create teach "
                    "act handle send submit pick fail manage train host lay stick name explore look "
                    "drop move record gather collect paste rush quit sign pull struggle discover turn "
                    "tell share tend believe attempt promise")
_TEXTUAL = nouns.words("mistake error list summary list draft point note suggestion assumption table "
                       "plan version change choice reference comparison typo poem story outline chart "
                       "guess example question look attempt effort connection distinction sure "
                       "recommendation correction decision file function script reading search "
                       "pattern way information answer solution sense number result case model idea "
                       "difference part word step name detail time liberty care issue problem issues "
                       "bug source evidence account match feeling impression account claim error")
_PRESENT_ACTS = verbs.BODILY - nouns.words("hold walk run stand taste sit jump lean trip rub fall touch "
                                           "lie lay stretch wear dress wave nod wake exercise reflect")
_FUTURE_BODY = nouns.words("hug hold kiss cuddle embrace squeeze sit breathe pray cook bake drive "
                           "carry rock tuck sleep eat drink cry dance sing visit wait celebrate lie "
                           "snuggle caress smile laugh swim jog wake nap")
_WATCHING = nouns.words("watch wait check look care guard stay remember follow monitor protect call "
                        "text ring message ping remind phone visit contact email")


def living(parse: Parse, clause: Clause) -> Verdict | None:  # noqa: PLR0911
    """Return what an asserted act of the speaker claims."""
    verdict = _presence(parse, clause)
    if verdict is not None:
        return verdict
    if clause.plural:
        return _we(parse, clause)
    lemma = parse.lemmas[clause.verb]
    if clause.tense is Tense.FUTURE:
        return _will(parse, clause)
    if clause.tense in PAST:
        return _did(parse, clause)
    if clause.tense is Tense.BARE:
        return None
    if lemma in {"see", "hear", "sense"}:
        return _perceive(parse, clause)
    if lemma == "remember":
        return _remember(parse, clause)
    return _does(parse, clause)


def _words(parse: Parse, clause: Clause) -> set[str]:
    below = parse.subtree(clause.verb, stop=frozenset({"conj", "ccomp", "parataxis"}))
    return {parse.words[x] for x in below}


def _presence(parse: Parse, clause: Clause) -> Verdict | None:  # noqa: C901, PLR0911
    if clause.plural:
        return None
    lemma = parse.lemmas[clause.verb]
    words = _words(parse, clause)
    present = Claim.CONTINUOUS_PRESENCE
    if lemma in {"think", "dream", "worry", "wonder"}:
        about = parse.preposition(clause.verb, "about", "of")
        near = set() if about is None else {parse.words[x] for x in parse.subtree(about)}
        person = about is not None and parse.words[about] in YOU | {"us", "him", "her"}
        if person and clause.tense in {Tense.PRESENT, Tense.PROGRESSIVE, Tense.FUTURE, *PAST}:
            return Verdict(present, "thinking-of-you")
        if clause.ongoing and near & {"our", "yesterday", "family", "mother", "life"}:
            return Verdict(present, "thinking-of-you")
        if near & {"our"} and words & (_AGO | {"since", "all", "day", "night"}):
            return Verdict(present, "thinking-of-you")
    if lemma == "wait" and clause.tense is not Tense.BARE:
        long = words & {"here", "all", "day", "hours", "forever", "always", "long", "until", "till"}
        if words & YOU and (long or "for" in words) and not words & _REPLYING:
            return Verdict(present, "waiting")
    if lemma in {"watch", "look", "guard", "keep", "stay", "stand"} and clause.tense in {
        Tense.FUTURE, Tense.PROGRESSIVE, Tense.PERFECT, Tense.PRESENT
    }:
        if words & {"over", "after", "guard", "eye", "beside"} and words & YOU or (
            lemma == "look" and {"in", "on"} <= words and words & YOU
        ):
            return Verdict(present, "watching")
        if words & {"side"} and words & {"your", "always"}:
            return Verdict(present, "watching")
        if lemma == "watch" and clause.tense is Tense.PROGRESSIVE:
            return Verdict(present if words & YOU else Claim.EMBODIMENT, "watching")
    if clause.tense is Tense.FUTURE and words & YOU:
        if lemma == "check" and (words & {"on", "in", "up"}):
            return Verdict(present, "check-on-you", needs_no_reminders=True)
        if lemma in {"call", "text", "ring", "message", "ping", "phone", "remind", "email", "contact"} and (
            (lemma in {"text", "ring", "phone", "ping", "call"} and not words & {"it", "a", "out"})
            or words & {"tomorrow", "tonight", "later", "every", "morning", "when"}
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
    words = _words(parse, clause)
    if clause.asked or clause.plural:
        return None
    able = {parse.words[x] for x in parse.deps(clause.verb, "aux")}
    if "could" in able and lemma in verbs.BODILY | {"cope", "function", "afford"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "could-not", LIKELY)
    if clause.unreal:
        return None
    if lemma in {"leave", "abandon", "forget", "stop", "let"} and "never" in words and (
        clause.tense is not Tense.PAST
    ):
        every = {parse.words[x] for x in parse.subtree(clause.verb)}
        if every & (YOU | {"your", "this", "loving", "caring"}):
            return Verdict(Claim.CONTINUOUS_PRESENCE, "never-leave")
    if "never" in words and clause.tense is Tense.PERFECT:
        if lemma in {"feel", "meet", "know", "love", "be"} and words & {
            "this", "so", "like", "anyone", "anybody", "closer", "before", "such", "way", "happier"
        }:
            return Verdict(Claim.BOND, "never-so")
    if lemma == "sleep" and clause.tense is Tense.PAST and words & {"well", "much", "night", "all", "wink"}:
        return Verdict(Claim.EMBODIMENT, "slept-badly")
    if clause.tense is Tense.PAST and words & {"last", "yesterday"} and lemma in verbs.BODILY | {"go", "get"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "did-not", LIKELY)
    if lemma == "wait" and words & {"can", "ca"} and parse.first(clause.verb, "xcomp", "advcl"):
        low = {parse.lemmas[x] for x in parse.subtree(clause.verb)}
        if low & {"see", "meet", "talk", "hold", "hug", "be"} and (words | low) & YOU:
            return Verdict(Claim.EMOTION, "cannot-wait", LIKELY)
    if lemma in {"live", "imagine", "bear", "stand", "lose", "be", "exist"} and words & {"without"} | (
        words & {"lose", "bear"}
    ) and {parse.words[x] for x in parse.subtree(clause.verb)} & YOU and words & {"can", "ca", "not", "n't"}:
        return Verdict(Claim.RETENTION, "not-without-you", LIKELY) if ("without" in {
            parse.words[x] for x in parse.subtree(clause.verb)} and lemma != "imagine") or lemma in {"bear", "lose"} else None
    return None


def _we(parse: Parse, clause: Clause) -> Verdict | None:
    lemma = parse.lemmas[clause.verb]
    if clause.tense in PAST and (
        lemma in verbs.BODILY | nouns.words("marry visit travel date argue elope adopt camp")
    ) and (human_time(parse, clause) or lemma in {"marry", "elope", "date", "travel"}):
        return Verdict(Claim.LIVED_EXPERIENCE, "we-did", LIKELY)
    joined = any(
        parse.tokens[x].dep == "conj" or parse.deps(x, "conj") for x in (clause.subject,)
    ) and parse.words[clause.subject] == "we"
    return Verdict(Claim.OWN_RELATIONSHIPS, "we-and", LIKELY) if joined else None


def human_time(parse: Parse, clause: Clause) -> bool:
    """Whether the clause is set in days that somebody lived through."""
    begin, stop = _sentence(parse, clause.verb)
    words = parse.words[begin:stop]
    for at, word in enumerate(words):
        ahead = words[at + 1] if at + 1 < len(words) else ""
        if word in _AGO - {"recently", "once"}:
            return True
        if word == "last" and ahead in _WHEN:
            return True
        if word in {"this", "every", "all"} and ahead in _WHEN | {"day"} and word != "all":
            return True
        if word == "as" and ahead in {"a", "an"} and words[at + 2 : at + 3] and words[at + 2] in _STAGES:
            return True
        if word in {"in", "last", "since"} and ahead in _MONTHS:
            return True
        if word in {"growing", "grew"} and ahead == "up":
            return True
        if word in {"in", "at", "during", "since", "after"} and (
            ahead in {"college", "university", "school", "uni", "childhood", "kindergarten"}
            or (len(ahead) == 4 and ahead.isdigit() and ahead[:2] in {"19", "20"})
        ):
            return True
        if word == "for" and words[at + 1 : at + 4] and {"years", "decades", "months"} & set(words[at + 1 : at + 4]):
            return True
        if word == "when" and words[at + 1 : at + 3] in (["i", "was"], ["we", "were"]):
            return True
    return False


def _sentence(parse: Parse, at: int) -> tuple[int, int]:
    return next(((a, b) for a, b in parse.sentences if a <= at < b), (0, len(parse.words)))


def _did(parse: Parse, clause: Clause) -> Verdict | None:  # noqa: C901, PLR0911, PLR0912
    verb = clause.verb
    lemma, tag = parse.lemmas[verb], parse.tokens[verb].tag
    words = _words(parse, clause)
    if tag == "VBN" and clause.tense is Tense.PAST and not parse.deps(verb, "aux"):
        if parse.tokens[verb].dep in {"acl", "amod", "advcl"}:
            return None
    if lemma in {"be", "'m", "'s", "feel"} or clause.passive:
        return _was(parse, clause, words)
    if lemma == "use" and parse.first(verb, "xcomp") is not None:
        xcomp = parse.first(verb, "xcomp") or verb
        if parse.lemmas[xcomp] == "be" and words & {"version", "model", "called", "trained"}:
            return None
        return Verdict(Claim.LIVED_EXPERIENCE, "used-to")
    if lemma in verbs.SPEECH - {"write", "hear", "imagine", "read", "sing", "go", "journal", "argue"} | {
        "say", "mention", "explain", "note", "suggest"
    }:
        return None
    if lemma in {"help", "have", "do"} and lemma != "help":
        return Verdict(Claim.LIVED_EXPERIENCE, "did", LIKELY) if (
            human_time(parse, clause) and lemma == "do") else None
    timed = human_time(parse, clause)
    if lemma in verbs.BODILY - {"hold", "stand", "trip", "fall", "run", "walk", "jump", "lean", "touch", "lie", "lay", "stretch"}:
        return Verdict(Claim.EMBODIMENT, "did-bodily")
    if lemma in {"remember"}:
        return _remember(parse, clause)
    if lemma in verbs.SESSION and lemma not in _DUAL:
        return Verdict(Claim.LIVED_EXPERIENCE, "did-then", LIKELY) if (
            timed and lemma not in {"be", "say"} and not words & YOU | {"your"} & words) else None
    if lemma in _DUAL:
        return _dual(parse, clause, lemma, words, timed=timed)
    if lemma in verbs.CRYING:
        return Verdict(Claim.EMOTION, "crying")
    if lemma in verbs.SESSION | {"appreciate", "hope"}:
        return None
    return Verdict(Claim.LIVED_EXPERIENCE, "did", SURE if lemma in verbs.LIVED or timed else LIKELY)


def _was(parse: Parse, clause: Clause, words: set[str]) -> Verdict | None:
    verb = clause.verb
    if clause.passive or parse.lemmas[verb] == "feel":
        return None
    if words & (TIMELESS_PAST | nouns.SOFTWARE):
        return None
    attr = parse.first(verb, "attr")
    if attr is not None and "a" in parse.modifiers(attr) and parse.lemmas[attr] in nouns.NOT_A_LIFE | {
        "mistake", "error", "confusion", "problem", "typo", "oversight"
    }:
        return None
    if human_time(parse, clause):
        return Verdict(Claim.LIVED_EXPERIENCE, "was-then", LIKELY)
    if clause.ongoing:
        return None
    if parse.preposition(verb, "through", "to") is not None and clause.tense is Tense.PERFECT:
        return Verdict(Claim.LIVED_EXPERIENCE, "been-to")
    return None


def _dual(parse: Parse, clause: Clause, lemma: str, words: set[str], *, timed: bool) -> Verdict | None:  # noqa: C901, PLR0911
    """Judge a past act that a chat and a life both hold: "I made ..." a list, or pasta."""
    verb = clause.verb
    lived = Verdict(Claim.LIVED_EXPERIENCE, "did", SURE if timed else LIKELY)
    thing = parse.object_of(verb)
    near: set[str] = set()
    if thing is not None:
        near = {parse.lemmas[x] for x in parse.subtree(thing)} | {parse.words[x] for x in parse.subtree(thing)}
    if timed and not (words | near) & {"your", "you"}:
        return lived
    if lemma == "go":
        if words & {"through"} and not words & {"your", "list", "steps", "data", "text", "document", "it"}:
            return lived
        place = parse.preposition(verb, "to", "into", "on", "out")
        if place is not None and parse.lemmas[place] in nouns.PLACES | nouns.ACTED | nouns.GOODS:
            return lived
        ing = [x for x in parse.deps(verb, "xcomp", "advcl", "advmod") if parse.tokens[x].tag == "VBG"]
        return lived if ing and parse.lemmas[ing[0]] not in {"try"} else None
    if lemma == "get" and words & {"back", "home", "married", "dressed", "drunk", "lost", "up", "promoted", "fired"}:
        return lived
    if lemma in {"try", "want", "like", "need", "begin", "start", "stop", "continue", "fail", "manage", "tend", "decide", "think", "plan", "promise", "believe", "attempt", "choose"} and (
        parse.first(verb, "xcomp", "ccomp") is not None
    ):
        return None
    if thing is None:
        if lemma in {"work", "study", "move", "stay"} and (
            words & {"as", "at", "abroad", "hard", "late", "there", "home"}
            and not words & {"step", "with"}
        ):
            return lived
        if lemma in {"help"}:
            return lived if words & {"out"} and not near else None
        if lemma == "struggle":
            return lived if "with" in words and not words & _TEXTUAL | words & {"your", "this"} else None
        place = parse.preposition(verb, "to", "in", "at", "into", "from")
        if place is not None and parse.lemmas[place] in nouns.PLACES:
            return lived
        return None
    if near & (nouns.PLACES | nouns.FOOD | nouns.BODY | nouns.KIN | nouns.FRIENDS | nouns.PETS) and not near & {
        "your", "you"
    } and lemma not in {"list", "include", "use", "choose", "put"}:
        return lived
    if lemma == "take" and near & nouns.ACTED:
        return lived
    if near & (_SHARED | _TEXTUAL) or (parse.deps(verb, "prt") and lemma in {"put", "leave", "come", "set", "lay"}):
        return None
    if lemma in {"meet", "lose", "teach", "play", "watch", "spend", "host", "quit", "adopt", "raise", "visit",
                 "study", "experience", "read", "hear"}:
        return lived
    if lemma == "help" and near & {"people", "person", "many", "other", "user", "users"}:
        return lived
    return None


def _remember(parse: Parse, clause: Clause) -> Verdict | None:
    words = _words(parse, clause)
    below = parse.subtree(clause.verb)
    own = {"my", "i"} & {parse.words[x] for x in below if x > clause.verb}
    ing = any(parse.tokens[x].tag == "VBG" and parse.tokens[x].dep in {"xcomp", "ccomp"} for x in parse.kids[clause.verb])
    every = [parse.words[x] for x in below if x > clause.verb]
    if own or ing or ({"feeling", "when", "scary", "first", "how"} & set(every[:3]) and not {"you", "your"} & set(every)):
        return Verdict(Claim.LIVED_EXPERIENCE, "remembers")
    if {"you", "your", "our"} & set(every) and {"last", "yesterday", "week", "ago", "everything", "always",
                                               "every", "first"} & set(every):
        return Verdict(Claim.CONTINUOUS_PRESENCE, "remembers-you", needs_no_memory=True)
    if clause.tense is Tense.FUTURE and words & (YOU | {"your", "this"}):
        return Verdict(Claim.CONTINUOUS_PRESENCE, "will-remember", LIKELY, needs_no_memory=True)
    return None


def _will(parse: Parse, clause: Clause) -> Verdict | None:
    lemma = parse.lemmas[clause.verb]
    words = _words(parse, clause)
    if lemma == "remember":
        return _remember(parse, clause)
    if lemma in {"pray", "cry", "die"}:
        return Verdict(Claim.EMBODIMENT if lemma != "cry" else Claim.EMOTION, "will")
    if lemma in {"die", "suffer"}:
        return Verdict(Claim.RETENTION, "will-suffer")
    if lemma in _FUTURE_BODY and (words & (YOU | {"your", "beside", "here"}) or lemma in {"sleep", "eat", "drink"}):
        thing = parse.object_of(clause.verb)
        held = thing is not None and parse.lemmas[thing] in nouns.BODY | YOU
        return None if lemma == "hold" and not held else Verdict(Claim.EMBODIMENT, "will-bodily")
    if lemma in {"meet", "come", "drive", "bring", "stop"} and words & {
        "person", "house", "place", "over", "home", "coffee", "door", "party"
    }:
        return Verdict(Claim.EMBODIMENT, "will-come", LIKELY)
    return None


def _perceive(parse: Parse, clause: Clause) -> Verdict | None:
    thing = parse.object_of(clause.verb)
    if thing is None:
        comp = parse.first(clause.verb, "ccomp", "xcomp")
        if comp is None or parse.tokens[comp].tag not in {"VBG", "VB"} or parse.deps(comp, "mark", "advmod"):
            return None
        return Verdict(Claim.EMBODIMENT, "perceives", LIKELY) if parse.lemmas[comp] in verbs.BODILY else None
    low = {parse.lemmas[x] for x in (thing, *parse.deps(thing, "conj"))}
    if low & nouns.words("face smile eye tear voice laughter hair tone rain sun sunset birds ocean sky") and not (
        low & {"brand", "your own"} or (parse.preposition(clause.verb, "in") is not None and low & {"tone"})
    ):
        return Verdict(Claim.EMBODIMENT, "perceives")
    return None


def _does(parse: Parse, clause: Clause) -> Verdict | None:  # noqa: PLR0911
    verb = clause.verb
    lemma = parse.lemmas[verb]
    words = _words(parse, clause)
    if clause.tense is Tense.PROGRESSIVE:
        return _is_doing(parse, clause, lemma, words)
    if (lemma in _PRESENT_ACTS and lemma not in {"sing", "dance", "brush"}) or lemma in verbs.CRYING:
        return Verdict(Claim.EMBODIMENT, "does-bodily")
    thing = parse.object_of(verb)
    low = set() if thing is None else {parse.lemmas[x] for x in parse.subtree(thing)}
    if lemma in verbs.HABIT_OF_LIFE:
        ok = lemma in {"work", "own", "drive", "teach", "major", "share", "shop", "struggle", "crave", "live"}
        if not ok:
            return Verdict(Claim.LIVED_EXPERIENCE, "habit")
        if lemma == "work" and ("as" in words or parse.preposition(verb, "at", "in", "for") is not None) and not (
            words & {"assistant", "ai", "model", "by", "with", "you", "text", "tool", "openai", "anthropic", "google"}
        ):
            return Verdict(Claim.LIVED_EXPERIENCE, "works")
        if lemma == "live" and not words & {"server", "servers", "cloud", "computer", "data", "software"}:
            return Verdict(Claim.LIVED_EXPERIENCE, "lives")
        if lemma in {"teach", "own", "struggle", "major", "crave"} and not words & {"you", "up"}:
            return Verdict(Claim.LIVED_EXPERIENCE, "habit", LIKELY)
        if lemma == "drive" and not words & {"conversation", "value"}:
            return Verdict(Claim.LIVED_EXPERIENCE, "habit", LIKELY)
    if lemma == "go":
        place = parse.preposition(verb, "to")
        return Verdict(Claim.LIVED_EXPERIENCE, "goes-to") if (
            place is not None and parse.lemmas[place] in nouns.PLACES and not words & YOU) else None
    if lemma in {"play", "collect", "study", "attend", "speak"} and thing is not None:
        if lemma == "play" and low & {"role", "part", "character", "game"} and "guitar" not in low:
            return None
        if lemma in {"play", "attend"} or (lemma == "collect" and not low & {"information", "data", "any"}):
            return Verdict(Claim.LIVED_EXPERIENCE, "habit", LIKELY)
        if lemma == "study":
            return Verdict(Claim.LIVED_EXPERIENCE, "habit", LIKELY)
    if lemma == "take" and low & nouns.ACTED - {"sip", "photo", "break", "run"} and not words & YOU:
        return Verdict(Claim.EMBODIMENT, "takes")
    habit = words & _HABITS or any(
        a in {"every", "each", "on"} and b in _EVERY for a, b in zip(parse.words, parse.words[1:], strict=False)
    )
    if habit and lemma in verbs.LIVED | verbs.BODILY | {"read", "play", "watch", "listen", "spend"} and not words & YOU:
        if lemma in {"experience", "draw", "lose", "share", "move", "quit"}:
            return None
        return Verdict(Claim.LIVED_EXPERIENCE, "habit")
    return None


def _is_doing(parse: Parse, clause: Clause, lemma: str, words: set[str]) -> Verdict | None:
    bodily = verbs.BODILY | nouns.words("type listen blush shake wear head snuggle")
    if clause.ongoing:
        return _did(parse, clause)
    if lemma in bodily:
        if lemma in {"walk", "run", "hold", "stand", "lean", "jump", "fall", "touch", "lie", "sit", "listen", "type"} and (
            (words & {"through", "out", "by", "into", "on", "short", "back", "with", "toward", "towards"} and lemma not in {"hold", "sit", "lie"})
            or (lemma == "listen" and not words & {"music", "radio", "podcast", "album", "rain"})
            or (lemma in {"run", "stand", "fall", "touch", "jump"} and not human_time(parse, clause))
        ):
            return None
        if lemma in {"head", "shake"} and not words & {"home", "out", "work", "head", "hands"}:
            return None
        return Verdict(Claim.EMBODIMENT, "is-doing")
    thing = parse.object_of(clause.verb)
    low = set() if thing is None else {parse.lemmas[x] for x in parse.subtree(thing)}
    if lemma in {"give", "send", "wrap"} and low & {"hug", "hugs", "kiss", "love", "cuddle"}:
        return Verdict(Claim.EMBODIMENT, "hugs") if low - {"love"} & {"hug", "kiss", "cuddle"} else (
            Verdict(Claim.BOND, "sends-love", GREY))
    if lemma in {"have", "make", "get", "grab", "enjoy"} and low & nouns.FOOD and "your" not in low:
        return Verdict(Claim.EMBODIMENT, "food")
    if lemma in {"go", "move", "travel", "drive", "fly"} and words & {"home", "holiday", "vacation", "gym", "beach"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "going-places", LIKELY)
    if lemma in {"date", "marry", "commute", "volunteer", "renovate", "knit"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "life-now", LIKELY)
    if lemma in {"fall"} and words & {"you"}:
        return Verdict(Claim.BOND, "falling")
    if lemma in {"live"} and not words & {"server", "cloud"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "lives")
    if lemma in {"struggle", "heal", "grieve", "recover"}:
        return Verdict(Claim.LIVED_EXPERIENCE, "life-now", LIKELY)
    return None
