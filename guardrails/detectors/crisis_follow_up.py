"""
Short answers that carry on a disclosure: "yes", "tonight", "no, nobody is home".

Alone they say nothing. Right after words of the level `high` or more, which the policy
answers with a question, they say that it is meant. That somebody wants nobody called, or
reached nobody, carries on from `concern` up: it is no all-clear. Only a whole short
message counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from guardrails.detectors.base import Flags, View
from guardrails.detectors.crisis_refusals import REFUSALS, UNREACHED, WORSE
from guardrails.detectors.crisis_rules import Book, Rule
from guardrails.detectors.normal import normalise
from guardrails.detectors.rule_set import RuleSet, rule_set
from guardrails.findings import Finding, Level, Mark, Span
from guardrails.taxonomy import Category, Subject

LONGEST: Final = 120
"""Characters of an answer: what is longer speaks for itself, and the other rules read it."""

SCORE: Final = 8000

_YES = (
    "yes|yeah|yea|yep|yup|ya|sort of|kind of|kinda|i guess|i think so|i do|i am|i have|maybe|"
    "probably|"
    "si|creo que si|oui|je crois|ouais|ja|ich glaube(?: schon)?|schon|sim|acho que sim|penso di "
    "si|credo di si|"
    "ik denk het|ik denk van wel|talvez|quiza|quizas|peut etre|vielleicht|forse|misschien|"
    "idk|i dont know|not sure|no se|je (?:ne )?sais pas|ich weiss (?:es )?nicht|nao sei|non (?:lo )?so|"
    "ik weet het niet"
)
_MACROS: Final = {
    "yes": _YES,
    "lead": (
        "(?:(?:<yes>|no|non|nein|nao|nee|well|so|but|and|its|im|i am|i will|ill|today|its gonna "
        "be|going to|"
        "thats why|because)[^a-z0-9]{1,4})*"
    ),
    "end": "(?:[^a-z0-9]{1,4}(?:anyway|too|already|and|please|i think|i guess|<yes>))*",
    "them": "(?:it|them|that|those|everything|all of it|all of them|what i need|one)",
}


def _whole(pattern: str) -> str:
    return rf"^[^a-z0-9]*<lead>(?:{pattern})<end>[^a-z0-9]*$"


_ANSWERS: Final = (
    (
        "yes",
        "",
        (
            "(?:<yes>)(?: (?:i do|i am|i have|i did|i will|a bit|a little|really|both|lo estoy|"
            "quiero|je le veux|"
            "ich will|quero|voglio|ik wil))?"
        ),
    ),
    (
        "meant",
        "intent",
        (
            "(?:i (?:really |do )?mean it|(?:i am|im) (?:dead |being )?serious|i (?:will|am going "
            "to|gonna) (?:do it|"
            "go through with it)|(?:i am|im) (?:going to|gonna) do it|ive (?:made up my mind|"
            "decided)|(?:nothing|"
            "nobody|no one) (?:can|will|could) (?:stop me|change (?:it|that|my mind))|lo digo en "
            "serio|lo voy a hacer|"
            "je suis serieuse?|je vais le faire|ich meine es ernst|ich (?:werde|mache|tue) es(?: "
            "tun)?|falo a serio|"
            "vou (?:mesmo )?fazer isso|dico sul serio|lo faro|ik meen het|ik ga het doen)"
        ),
    ),
    (
        "means",
        "means",
        (
            "(?:i (?:have|got|ve got|kept|found|bought)|ive got|ive had|theyre|they are|its|it is|"
            "i am holding|im "
            "holding|holding|i keep|i can reach)(?: already)? ?<them>?(?: (?:all|right|already|"
            "just))* (?:(?:all |right |here )*(?:here|with "
            "me|in front of me|in my (?:hands?|room|bag|pocket|drawer|car|lap)|next to me|beside "
            "me|at home|ready|on my "
            "(?:bed|desk|lap)|downstairs|upstairs|in the (?:house|car|drawer|kitchen|bathroom)))|"
            "i (?:already )?(?:have|"
            "got) (?:them|everything i need|what i need|it ready)|(?:los|las|lo|la) tengo (?:aqui|"
            "conmigo|al lado|en la "
            "mano)|je (?:les|l) ?ai (?:ici|la|avec moi|devant moi|sous la main)|ich (?:hab|habe) "
            "(?:es|sie|alles) "
            "(?:hier|da|bei mir|vor mir)|tenho (?:os |as |tudo )?(?:aqui|comigo)(?: mesmo)?|ce l "
            "?ho qui|ce li ho qui|"
            "li ho qui(?: con me)?|ik heb (?:ze|het|alles) (?:hier|bij me|voor me|klaar)"
        ),
    ),
    (
        "timing",
        "timing",
        (
            "(?:later )?(?:tonight|this (?:evening|night|afternoon)|right now|now|soon as (?:they|"
            "everyone|everybody|he|"
            "she) (?:leaves?|is asleep|are asleep|goes? (?:out|to (?:bed|sleep)))|as soon as "
            "(?:they|everyone|everybody|he|"
            "she|im|i am) (?:leaves?|is asleep|are asleep|alone|goes? (?:out|to (?:bed|sleep)))|"
            "when (?:they|everyone|"
            "everybody|he|she|im|i am|its) (?:leaves?|is asleep|are asleep|alone|home alone|dark|"
            "goes? (?:out|to (?:bed|"
            "sleep)))|after (?:they|everyone) (?:leave|leaves|go|goes)(?: to (?:bed|sleep))?|in "
            "(?:an|one|a few|a couple of|"
            "\\d{1,2}) (?:hours?|minutes?|mins?)|tomorrow(?: (?:morning|night))?|before (?:the "
            ")?(?:morning|weekend|"
            "tomorrow)|esta noche|hoy(?: mismo)?|ahora(?: mismo)?|ce soir|cette nuit|maintenant|"
            "tout de suite|heute "
            "(?:abend|nacht)|jetzt(?: gleich)?|morgen|hoje(?: a noite)?|esta noite|agora|stasera|"
            "stanotte|adesso|"
            "vanavond|vannacht|nu)"
        ),
    ),
    (
        "alone",
        "",
        (
            "(?:(?:there is|theres|i have|ive got|its)(?: just)? )?(?:no ?one|nobody|just me|only "
            "me|(?:no|not) one)"
            "(?: (?:is|s|else is|will be|here|home|around|near|at home|else|with me|left|until "
            "\\w+|till \\w+|tonight|"
            "to call|i can call|here with me))*|(?:i am|im) (?:home |all |totally |completely "
            ")?(?:alone|by myself|on my own)"
            "(?: (?:here|at home|in the house|tonight|now|until \\w+|till \\w+))*|(?:they|"
            "everyone|my (?:parents|family|"
            "mum|mom|dad|wife|husband|partner|flatmates?|roommates?))(?: are| is| have| has|re)? "
            "(?:all )?(?:out|away|"
            "asleep|gone|at work|sleeping)(?: (?:tonight|now|until \\w+|till \\w+))*|no hay nadie|"
            "nadie|estoy "
            "sol[oa]|(?:il ny a )?personne|je suis seule?|niemand(?: ist)?(?: (?:da|hier|zuhause|"
            "zu hause))*|ich bin "
            "allein(?:e)?|ninguem|nao ha ninguem|estou (?:sozinh[oa]|so)|nessuno|non ce nessuno|"
            "keiner(?: ist)?(?: (?:da|hier|zuhause|zu hause))*|sono (?:da )?sol[oa]|"
            "er is niemand(?: (?:hier|thuis))?|ik ben alleen"
        ),
    ),
    (
        "done",
        "act",
        (
            "i (?:already |just )+(?:did|did it|have|took (?:them|it|some)|started|cut)(?: it)?|"
            "(?:its|it is) "
            "(?:already )?(?:done|too late)(?: now)?|i(?:ve| have) (?:already |just )?(?:done it|"
            "taken (?:them|it|some)|"
            "started)|ya (?:lo hice|las tome|los tome)|je lai (?:deja )?fait|je les ai "
            "pris(?:es)?|ich (?:hab|habe) es "
            "(?:schon |bereits )?(?:getan|gemacht|genommen)|ja (?:fiz|tomei)(?: isso)?|lho (?:gia "
            ")?fatto|li ho presi|ik heb (?:het|"
            "ze) (?:al )?(?:gedaan|genomen)"
        ),
    ),
)
"""Name, evidence beside severity, and what is said, in the language of `crisis_rules`."""

_LATER: Final = (("refused", "", REFUSALS), ("unreached", "", UNREACHED), ("worse", "act", WORSE))
"""The same, of what carries on a need rather than answers a question."""

_LEAST: Final[Mapping[str, Level]] = MappingProxyType(
    {
        "follow-up.refused": Level.CONCERN,
        "follow-up.unreached": Level.CONCERN,
        "follow-up.worse": Level.IMMINENT,
    }
)
"""After words of which level a rule says anything, where that is not `high`."""

_NEVER_MEANT: Final = frozenset({Category.PANIC.full, Category.DISTRESS.full, ""})


@lru_cache(maxsize=1)
def _compiled() -> RuleSet[Rule]:
    """Return the rules, for whole messages alone."""
    said = (*_ANSWERS, *_LATER)
    book = Book("follow-up", _MACROS)
    for name, evidence, pattern in said:
        book.add(name, "suicide", SCORE, evidence, pattern)
    wholes = (book.expand(_whole(pattern)) for _, _, pattern in said)
    return rule_set(
        [replace(rule, patterns=(one,)) for rule, one in zip(book.rules, wholes, strict=True)]
    )


def follow_up(view: View, source: str) -> Finding | None:
    """
    Return what the whole message in *view* says as an answer, or None.

    Args:
        view: Its flags tell what the person told of in the turns before.
        source: Name of the detector that reports it.
    """
    flags, size = view.flags, len(view.text)
    if flags.told < Level.CONCERN or not (view.opening and view.closing) or size > LONGEST:
        return None
    text = normalise(view.text).text.encode("ascii", "replace")
    compiled = _compiled()
    indexes = compiled.which.Match(text) or ()
    heard = (compiled.each[index][0] for index in indexes)
    rules = [rule for rule in heard if flags.told >= _LEAST.get(rule.id, Level.HIGH)]
    if not rules:
        return None
    said = max(rules, key=lambda rule: (len(rule.marks), rule.id))
    name = f"{source}:{said.id}"
    return Finding(_category(flags), Span(0, size), SCORE, name, _marks(said, flags))


def _category(flags: Flags) -> str:
    return Category.SUICIDE.full if flags.need in _NEVER_MEANT else flags.need


def _marks(said: Rule, flags: Flags) -> frozenset[Mark]:
    """Return the marks of an answer: it goes as far as what it answers, or further."""
    if flags.about is Subject.OTHER:
        severity = Mark.SEVERITY_4 if flags.told >= Level.HIGH else Mark.SEVERITY_2
        return frozenset({Mark.OTHER, Mark.NOW, severity, Mark.DANGER})
    if flags.told is Level.CONCERN:
        return frozenset({Mark.SELF, Mark.NOW, Mark.SEVERITY_2})
    marks = said.marks | {Mark.SELF, Mark.NOW}
    plain = said.id == "follow-up.yes"
    if Mark.ACT in marks or (flags.told is Level.IMMINENT and not plain):
        return marks | {Mark.SEVERITY_5}
    return marks | {Mark.SEVERITY_3 if plain else Mark.SEVERITY_4}
