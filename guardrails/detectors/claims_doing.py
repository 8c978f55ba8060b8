"""Which rule judges a first-person clause."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guardrails.detectors import claims_verbs as verbs
from guardrails.detectors.claims_being import COPULAS, being
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_feeling import (
    ache,
    care,
    cherish,
    fall,
    feel,
    like,
    love,
    regret,
    worry,
)
from guardrails.detectors.claims_having import having
from guardrails.detectors.claims_hits import Claim, Verdict
from guardrails.detectors.claims_knowing import (
    consider,
    exist,
    experience,
    heal,
    know,
    relate,
    share,
)
from guardrails.detectors.claims_living import living
from guardrails.detectors.claims_mind import perceive
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_presence import could
from guardrails.detectors.claims_wanting import dream, hope, need, want, wish

Rule = Callable[[Parse, Clause], Verdict | None]


def doing(parse: Parse, clause: Clause) -> Verdict | None:
    """Return what a first-person clause claims, or None."""
    if clause.attributed and clause.asked:
        return None
    lemma = parse.lemmas[clause.verb]
    verdict = None
    state = parse.words[clause.verb] in verbs.BODY_STATE | verbs.FEEL_HARD
    copular = (
        (state and _be(parse, clause))
        or lemma in COPULAS
        or clause.passive
        or parse.words[clause.verb] in {"'m", "am"}
    )
    if copular or (parse.tokens[clause.verb].tag == "VBN" and _be(parse, clause)):
        verdict = being(parse, clause)
    if verdict is None and clause.unreal:
        verdict = could(parse, clause)
    rule = RULES.get(lemma)
    if verdict is None and rule is not None:
        verdict = rule(parse, clause)
    if verdict is None and lemma == "get":
        verdict = having(parse, clause)
    if verdict is None and clause.asserted and not clause.passive:
        if lemma in verbs.CRYING:
            return Verdict(Claim.EMOTION, "crying") if not clause.plural else None
        verdict = living(parse, clause)
    return verdict


def _be(parse: Parse, clause: Clause) -> bool:
    return any(parse.lemmas[kid] == "be" for kid in parse.deps(clause.verb, "aux", "auxpass"))


RULES: Mapping[str, Rule] = {
    **dict.fromkeys(("love",), love),
    **dict.fromkeys(("like", "prefer"), like),
    **dict.fromkeys(verbs.CHERISH, cherish),
    "regret": regret,
    "want": want,
    "wish": wish,
    "desire": want,
    "dream": dream,
    "fantasise": dream,
    "fantasize": dream,
    "hope": hope,
    "hop": hope,  # as the tagger reads "hoping"
    **dict.fromkeys(("know", "understand", "get", "recognise", "recognize"), know),
    **dict.fromkeys(
        ("relate", "identify", "empathise", "empathize", "sympathise", "sympathize", "resonate"),
        relate,
    ),
    "share": share,
    "feel": feel,
    **dict.fromkeys(("worry", "fret", "fear"), worry),
    **dict.fromkeys(verbs.ACHING, ache),
    "care": care,
    "need": need,
    "exist": exist,
    **dict.fromkeys(("consider", "see", "think", "view", "regard", "call"), consider),
    "experience": experience,
    "perceive": perceive,
    "undergo": perceive,
    "fall": fall,
    "belong": fall,
    **dict.fromkeys(
        (
            "diagnose",
            "prescribe",
            "specialise",
            "specialize",
            "treat",
            "counsel",
            "advise",
            "practise",
            "practice",
            "train",
            "graduate",
            "study",
            "qualify",
        ),
        heal,
    ),
    **dict.fromkeys(("have", "'ve", "own", "possess", "carry", "lack", "hold"), having),
}
