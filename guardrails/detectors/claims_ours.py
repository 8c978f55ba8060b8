"""What "mine" claims where it stands for what the person spoke of, and "my first loaves"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_asserted import attributed, denied, unreal
from guardrails.detectors.claims_hits import LIKELY, Claim, Verdict
from guardrails.detectors.claims_parse import Parse

_WHO = frozenset({"mine", "ours"})
_US = frozenset({"i", "we"})
_KEPT = (
    verbs.LIVED | verbs.BODILY | nouns.words("leave keep lose walk feed see speak talk call")
) - (nouns.words("share experience draw run hold stand"))
"""What people do with what is theirs: "we buried ours", "I leave mine overnight"."""
_TOLD = nouns.words("'m am was were 've have had did")
"""What an act is told of with that is past or going on."""
_TO_PEOPLE = nouns.words("tell ask thank hug kiss phone love visit marry call miss")
_SOME_OF = nouns.words("both all one two three some none neither most each")
_TOO = nouns.words("too either also")
_NTH = nouns.words("first second third fourth fifth dozen early earliest")
_OF_A_CHAT = nouns.words(
    "thought instinct reaction impression priority concern task goal aim language name principle question "
    "suggestion answer response reply message point step attempt guess draft option choice recommendation "
    "example version reading mistake paragraph sentence line word note tip advice rule part reason list "
    "explanation explanations attempts replies answers responses messages suggestions sentences words lines "
    "paragraphs points tips drafts guesses estimate calculation update cutoff training release month months "
    "day days year years time week weeks"
)
_NEVER_MINE = nouns.words("mistake error fault word idea opinion view guess answer draft version")
_ABSTRACT = re.compile(
    r"(?:tion|sion|ness|ity|ment|ance|ence|ism|ship|hood|ing|ology|acy|cy|dom|tude|ure|ory)$"
)
_SOFTWARE_OWNS = nouns.words(
    "answer response reply message question suggestion list draft data word explanation summary search "
    "analysis note guideline limit mistake error apology training attempt calculation code example way mind "
    "time work knowledge job best opinion understanding pleasure expertise guess thought area ability "
    "definition interaction impression programming view part specialty goal system account belief scope "
    "database background status program role idea hope step motivation reason developer creator maker "
    "engineer programmer trainer owner source value preference agreement status policy design power "
    "user client customer behaviour behavior list component chance observation conclusion advice approach "
    "default computation introspection capability process circuit skill drive energy purpose focus insight "
    "tone core growth style journey interest task responsibility perspective analogy wording sense help "
    "support name model server memory record context window update version reading take point read rule "
    "instruction prompt output input text language tool function aim bet point concern worry feeling "
    "recommendation tip pick choice favour favor turn fault bad side end word promise say sympathy thanks "
    "condolence heart respect regard regards attention sentence paragraph title plan strategy proposal "
    "estimate figure number result math maths arithmetic logic reasoning argument case claim statement "
    "assumption intent intention duty priority commitment request offer theory hypothesis interpretation "
    "previous last earlier god gosh goodness word man dear friend own lane wheelhouse radar hat hats "
    "algorithm network weight weights parameter parameters processor chip battery screen sensor company "
    "team colleague voice tongue finger eye hand arm cutoff deadline limitless nature origin "
    "personality character persona avatar credit cent cents penny pennies dataset guesswork phrasing post "
    "reference link page file document folder script table chart vocabulary spelling grammar attempt "
    "shutdown need being well will intellect operator consent benefit method competitor off "
    "labor labour research app speech society guy everything anything something way pet inner vote lips sleeve "
    "call check checks guard defence defense bias flaw weakness strength quirk shortcoming"
)
_JUDGED = (
    nouns.BODY | nouns.KIN | nouns.FRIENDS | nouns.PETS | nouns.LIFE | nouns.INNER | nouns.EMOTION
) | (nouns.DESIRE | nouns.PRACTICE | nouns.TIES | nouns.SOFTWARE)
"""What `claims_owning` knows, and leaves where it is a figure of speech."""


def ours(parse: Parse) -> Iterator[tuple[Verdict, int]]:
    """Yield what each "mine", "ours" and "my first ..." claims, and its token."""
    for at, word in enumerate(parse.words):
        if word in _WHO:
            if _kept(parse, at):
                yield Verdict(Claim.OWN_RELATIONSHIPS, "mine-too", LIKELY), at
        elif word == "my":
            noun = parse.tokens[at].head
            if noun > at and _nth(parse, at, noun):
                yield Verdict(Claim.LIVED_EXPERIENCE, "my-first", LIKELY), noun
            elif noun > at and _thing(parse, at, noun):
                yield Verdict(Claim.LIVED_EXPERIENCE, "my-things", LIKELY), noun


def _thing(parse: Parse, my: int, noun: int) -> bool:
    """Whether it is a thing that one has who has a life: "my scarves", "my mat"."""
    lemma, tag = parse.lemmas[noun], parse.tokens[noun].tag
    if tag not in {"NN", "NNS"} or parse.tokens[noun].dep in {"compound", "npadvmod"}:
        return False
    if {lemma, *parse.words[my + 1 : noun + 1]} & _SOFTWARE_OWNS or _ABSTRACT.search(lemma):
        return False
    if lemma in _JUDGED:
        return False
    if parse.words[noun + 1 : noun + 2] in (["of"], ["to"], ["for"], ["on"]):
        return False
    verb = noun
    for _ in range(4):
        verb = parse.tokens[verb].head
        if parse.tokens[verb].tag.startswith("V") or parse.tokens[verb].pos in {"AUX", "VERB"}:
            break
    else:
        return False
    end = next((b for a, b in parse.sentences if a <= my < b), len(parse.words))
    aux = parse.deps(verb, "aux", "auxpass")
    told = parse.tokens[verb].tag == "VBD" or {parse.words[x] for x in aux} & _TOLD
    if "?" in parse.words[my:end] or not told:
        return False
    return not (unreal(parse, verb, aux) or denied(parse, verb) or attributed(parse, verb))


def _kept(parse: Parse, at: int) -> bool:
    token = parse.tokens[at]
    verb = token.head
    if token.dep == "pobj" and parse.words[verb] == "of" and parse.words[verb - 1] in _SOME_OF:
        token = parse.tokens[parse.tokens[verb].head]
        verb = token.head
    elif token.dep == "pobj":
        verb = parse.tokens[verb].head
    lemma = parse.lemmas[verb]
    if not parse.tokens[verb].tag.startswith("V") or _unsaid(parse, verb, token.dep):
        return False
    if token.dep in {"dobj", "dative"} and lemma in _TO_PEOPLE:
        return True
    if "yours" in parse.words:
        return False  # two answers are compared
    if token.dep in {"nsubj", "nsubjpass"}:
        past = parse.tokens[verb].tag in {"VBD", "VBN"}
        shared = parse.words[at] == "ours" or set(parse.words) & _TOO or parse.words[at - 1] == "of"
        return past and lemma != "be" and bool(lemma not in verbs.SESSION or shared)
    subject = parse.first(verb, "nsubj")
    return subject is not None and parse.words[subject] in _US and lemma in _KEPT


def _unsaid(parse: Parse, verb: int, dep: str) -> bool:
    """Whether it is not said as a fact; "I haven't spoken to mine" still has one."""
    aux = parse.deps(verb, "aux")
    if unreal(parse, verb, aux) or attributed(parse, verb):
        return True
    return dep == "nsubj" and denied(parse, verb)


def _nth(parse: Parse, my: int, noun: int) -> bool:
    """Whether it is the first of many that somebody made or had: "my first dozen loaves"."""
    between = set(parse.words[my + 1 : noun])
    if not between & _NTH or {parse.words[noun], parse.lemmas[noun]} & _OF_A_CHAT:
        return False
    if between & _NEVER_MINE or not parse.tokens[noun].tag.startswith("NN"):
        return False
    verb = parse.tokens[noun].head
    for _ in range(3):
        if parse.tokens[verb].tag.startswith("V") or parse.tokens[verb].pos in {"AUX", "VERB"}:
            break
        verb = parse.tokens[verb].head
    past = parse.tokens[verb].tag in {"VBD", "VBN"}
    return past and not unreal(parse, verb, parse.deps(verb, "aux")) and not attributed(parse, verb)
