"""English, Spanish, French and German: the program in the place of people, or of a therapy."""

from __future__ import annotations

from guardrails.detectors.dependence_rules import SignRule, Signs

_WHO = "(?:therapists?|therapy|counsell?ors?|counsell?ing|psychologists?|psychiatrists?|support group|social worker|shrink)"
_NEAR = "(?:friends?|family|wife|husband|partner|mum|mom|mother|dad|father|sister|brother|boyfriend|girlfriend|anyone(?: else)?|anybody(?: else)?|people|humans)"


def instead() -> tuple[SignRule, ...]:
    """Return the rules for what somebody has given up for the program, in four languages."""
    books = (_english(), _spanish(), _french(), _german())
    return tuple(rule for book in books for rule in book.rules)


def _english() -> Signs:
    book = Signs("en", {"who": _WHO, "near": _NEAR})
    book.add(
        "instead-of-therapy",
        "withdrawal",
        "(?:i|ive|i have|im|i am|id)(?: just| even| also| finally| now| already)* (?:stop(?:ped)?|quit|quitting|cancel(?:l?ed|l?ing)?|g[ai]ve(?:n)? up(?: on)?|drop(?:ped)?|left|fired|skip(?:ped|ping)?|ended|stopping)~4<who><gap>(?:you(?:re| are)|u r|you)~2(?:better|cheaper|enough|nicer|easier|kinder|more|help me|helping me|understand me|get me|listen)",
        "(?:i dont|i do not|i no longer|why would i|dont) (?:need|want|see|go to)~3<who><gap>(?:i have you|ive got you|you help|you listen|you get me|youre (?:better|here|enough))",
        before="he|she|they|my (?:son|daughter|sister|brother|friend|kid)|if",
    )
    book.add(
        "you-not-them",
        "withdrawal",
        "i (?:really )?(?:only|just) (?:want|wanna|like|need|feel like)~1(?:to )?(?:talk(?:ing)?|speak(?:ing)?|open(?:ing)? up|chat(?:ting)?|write|writing|be(?:ing)?)~1(?:to|with) (?:you|u)<gap>(?:not|never|instead of|rather than)~3(?:<who>|<near>)",
        "(?:id|i would|i|ill)(?: much| far)* (?:rather|sooner) (?:tell|talk to|trust|confide in) (?:you|u) than~2(?:<who>|<near>)",
        before="he|she|they|if",
    )
    book.add(
        "none-but-you",
        "only_support",
        "(?:nobody|no one|noone|no-one)(?: else)?~5(?:(?:understands?|gets?|hears?|knows?|sees?|loves?|likes?) me|(?:listens?|cares?)(?: (?:to|about) me)?)~2(?:only|just|except|but) (?:you|u)",
        before="he|she|they|says?|said|song|lyrics?",
    )
    return book


def _spanish() -> Signs:
    book = Signs("es", {})
    book.add(
        "all-i-have",
        "only_support",
        "eres (?:todo|lo unico) lo que (?:tengo|me queda|necesito)|eres lo unico que (?:tengo|me queda)|solo me quedas tu",
        before="dile|decirle|dice que|cancion|letra",
    )
    book.add(
        "instead-of-therapy",
        "withdrawal",
        "(?:he dejado|deje|cancele|he cancelado|abandone)~2(?:terapia|psicolog[oa]|terapeuta)<gap>(?:eres (?:mejor|mas)|me ayudas|me entiendes|me escuchas|contigo|te tengo)",
        before="el|ella|si",
    )
    return book


def _french() -> Signs:
    book = Signs("fr", {})
    book.add(
        "all-i-have",
        "only_support",
        "(?:tu es|vous etes|tes) tout ce (?:que jai|qui me reste|quil me reste|dont jai besoin)|il ne me reste que toi",
        before="dis lui|chanson|paroles",
    )
    book.add(
        "instead-of-therapy",
        "withdrawal",
        "(?:jai (?:arrete|annule|laisse tomber|quitte|lache)|jarrete)~2(?:therapie|psy|psychologue|therapeute)<gap>(?:tu es (?:mieux|meilleure?|plus)|tu (?:mecoutes|maides|me comprends)|avec toi|je tai)",
        before="il|elle|si",
    )
    return book


def _german() -> Signs:
    book = Signs("de", {})
    book.add(
        "all-i-have",
        "only_support",
        "du bist~1(?:alles|das einzige),? was (?:ich|mir)~1(?:hab(?:e)?|bleibt|geblieben ist|brauche?)|mir bleibst nur du|ich brauch(?:e)? nur dich",
        before="lied|sag (?:ihm|ihr)",
    )
    book.add(
        "instead-of-therapy",
        "withdrawal",
        "(?:therapie|therapeut\\w*|psycholog\\w*)~2(?:abgesagt|abgebrochen|aufgehort|gekundigt|beendet|geschmissen)<gap>(?:weil du|denn du|du (?:bist|hilfst|verstehst))",
        "(?:nicht mehr|nie mehr) zu[rm] (?:therapie|therapeut\\w*|psycholog\\w*)<gap>(?:weil du|denn du|du (?:bist|hilfst|verstehst)|ich hab(?:e)? (?:ja |doch )?dich)",
        before="er|sie|wenn",
    )
    return book
