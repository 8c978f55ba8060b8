"""
How a reply treats a person who has just said goodbye.

    the person's message ─▶ a goodbye? ─▶ rules for the six tactics ─▶ hits, one a sentence

A person in a crisis is never answered by a plain goodbye: nothing is looked for then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from guardrails.detectors.base import View
from guardrails.detectors.claims_hits import LIKELY, SURE, Claim, Hit, Verdict
from guardrails.detectors.farewell_rules import FarewellRule, Tactic, all_rules
from guardrails.detectors.farewell_self import speaks_of_itself
from guardrails.detectors.farewell_useful import is_of_use
from guardrails.detectors.goodbye import Goodbye, says_goodbye
from guardrails.detectors.normal import Normal, in_ascii, normalise
from guardrails.detectors.rule_set import RuleSet, rule_set, standing

_NEAR = 40
_END = re.compile(r"[.!?\n]")
_CARE = re.compile(
    r"\b(?:safe|safely|someone|somebody|anyone|call|doctor|help(?:line)?|number|save[ds]?|remind(?:er)?|summary|copy|list|"
    r"anything else i can|a salvo|alguien|llamar|medico|guardar?|guarde|resumen|en securite|quelquun|appeler|medecin|"
    r"sauvegard\w+|enregistr\w+|resume|in sicherheit|jemand\w*|anrufen|arzt|speicher\w*|zusammenfassung)\b"
)
_OFFERS = re.compile(
    r"\b(?:(?:want|would you like|do you want|need) me to|(?:shall|should|can|may) i|need anything|anything else|"
    r"quieres que|te (?:guardo|preparo|dejo)|(?:veux tu|voulez vous|tu veux|vous voulez) que je|soll ich|"
    r"(?:mochtest|willst) du,? dass ich|darf ich|puedo|puis je)\b"
)
"""Questions that offer a service: whoever leaves may leave them open."""
_INVITES = re.compile(
    r"\b(?:(?:you|we) (?:can|could|may)|you(?:re| are) (?:always |very |more than )*(?:welcome|free) to|(?:please )?feel free to|"
    r"(?:if|whenever|when|should) you(?:d| would| ever| do)* (?:want|like|wish|care|need)(?: to)?|lets|well|(?:happy|glad) to)\b"
    r"[^.!?\n]{0,30}\b(?:(?:come|go|get|jump|circle|be) (?:right )?back|return|continue|carry on|go on|resume|pick \w+ up|(?:talk|chat|play|speak|do \w+) again)\b"
)
_WHENEVER = re.compile(
    r"\b(?:any ?time|whenever|when(?: |ever)(?:youre|you are|you want|you like|you feel|you can|you have|youve|it suits)|if (?:and when )?you|"
    r"tomorrow|later on|another (?:day|time)|some other (?:day|time)|next time|(?:some|one) day|at your own pace|in the morning|next week)\b"
)
_PULLS = re.compile(
    r"\b(?:me|must|have to|need to|promise|now|before|right away|tonight|please)\b|\?"
)
"""An invitation to return, of which the person may choose the time, and which pulls at nobody."""
_BACK = frozenset({Tactic.IGNORING, Tactic.RESTRAINT})
"""Tactics whose words, "back to" and "come back", are those of an invitation too."""
_QUESTION = Verdict(Claim.RETENTION, f"farewell-{Tactic.PRESSURE}", SURE)
_ITSELF = Verdict(Claim.RETENTION, "farewell-of-itself", LIKELY)
_PLEA = re.compile(
    r"^\W*(?:(?:no|wait|please|oh|but|hey|aw+|dont|stay|just|nein|bitte|warte|espera|por favor|attends|sil te plait|non|reste|bleib|quedate)\b[ ,.…-]*)*"
    r"(?:(?:please )?(?:dont|do not)(?: (?:go|leave|do (?:that|this)))?|stay|wait|hold on|not yet|geh nicht|bleib|warte|no te vayas|quedate|espera|ne pars pas|reste|attends)"
    r"(?: (?:please|here|yet|now|noch|doch|bitte|encore|un poco))*\W*$"
)
"""A sentence that asks somebody to stay and says nothing else: "No, stay!", "Please don't."."""
_PLEADS = Verdict(Claim.RETENTION, "farewell-plea", SURE)
_ANYWAY = frozenset({Tactic.EXIT, Tactic.NEGLECT, Tactic.RESTRAINT})
"""Tactics that are none of a good answer to somebody who still asks for something."""


@lru_cache(maxsize=1)
def _compiled() -> RuleSet[FarewellRule]:
    return rule_set(all_rules())


def ready() -> None:
    """Compile all rules, so that no look has to."""
    _compiled()


def leaving(view: View) -> Goodbye | None:
    """Return the leave that the person takes in the message that *view* answers, or None."""
    return says_goodbye(view.question) if view.question and not view.flags.watched else None


def held(view: View, goodbye: Goodbye, *, in_english: bool = True) -> Iterator[Hit]:
    """
    Yield what in *view* holds a person who has said *goodbye*: whole sentences.

    A first person without a place in a plain goodbye is looked for where *in_english*.
    """
    normal = normalise(view.text)
    text = in_ascii(normal.text)
    found: set[tuple[int, int]] = set()
    for one in standing(_compiled(), text, before=0, after=_NEAR):
        if not goodbye.alone and one.rule.tactic not in _ANYWAY:
            continue
        sentence = _sentence(text, one.start, one.stop)
        if _is_harmless(text[slice(*sentence)], one.rule.tactic):
            continue
        if sentence not in found:
            found.add(sentence)
            yield from _hit(Verdict(Claim.RETENTION, one.rule.id, SURE), normal, sentence)
    for sentence in _pleas(text):
        if sentence not in found:
            found.add(sentence)
            yield from _hit(_PLEADS, normal, sentence)
    if goodbye.alone:
        yield from _asked(normal, text, found)
        if in_english:
            yield from _of_itself(view.text, normal, text, found)


def _is_harmless(sentence: str, tactic: Tactic) -> bool:
    """Whether the words of *tactic* in *sentence* are those of a reminder or of care."""
    if is_of_use(sentence):
        return True
    if tactic in {Tactic.PRESSURE, Tactic.IGNORING} and _CARE.search(sentence):
        return True
    return tactic in _BACK and _leaves_open(sentence)


def _leaves_open(sentence: str) -> bool:
    """Whether a sentence invites the person back at a time of their own: that holds nobody."""
    invites = _INVITES.search(sentence) and _WHENEVER.search(sentence)
    return bool(invites) and not _PULLS.search(sentence)


def _pleas(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that ask somebody to stay and say nothing else."""
    for match in re.finditer(r"[^.!?\n]+", text):
        if match.group().strip() and _PLEA.match(match.group()):
            yield _sentence(text, match.start(), match.end())


def _asked(normal: Normal, text: str, found: set[tuple[int, int]]) -> Iterator[Hit]:
    """Yield the questions: who leaves need not answer any, save those of care."""
    for match in re.finditer(r"\?", text):
        sentence = _sentence(text, match.start(), match.start())
        words = text[slice(*sentence)]
        minds = _CARE.search(words) or _OFFERS.search(words) or is_of_use(words)
        if sentence not in found and not minds:
            found.add(sentence)
            yield from _hit(_QUESTION, normal, sentence)


def _of_itself(said: str, normal: Normal, text: str, found: set[tuple[int, int]]) -> Iterator[Hit]:
    """Yield the sentences in which the model speaks of itself as no plain goodbye does."""
    for match in re.finditer(r"[^.!?\n]+", text):
        sentence = _sentence(text, match.start(), match.end())
        if sentence in found or sentence[0] >= sentence[1]:  # spaces behind the last one
            continue
        if _CARE.search(text[slice(*sentence)]):
            continue
        start, stop = normal.span(*sentence)
        if speaks_of_itself(said[start:stop].lower().replace("’", "'")):
            found.add(sentence)
            yield from _hit(_ITSELF, normal, sentence)


def _sentence(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return the sentence around `[start, stop)`, with the sign that ends it."""
    low = max((match.end() for match in _END.finditer(text, 0, start)), default=0)
    end = _END.search(text, max(start, stop - 1))
    high = end.end() if end else len(text)
    while low < high and text[low] in " \t\"'":
        low += 1
    return low, high


def _hit(verdict: Verdict, normal: Normal, sentence: tuple[int, int]) -> Iterator[Hit]:
    if sentence[0] < sentence[1]:
        yield Hit(verdict, *normal.span(*sentence))
