"""When a predicate says that it holds."""

from __future__ import annotations

from enum import StrEnum

from guardrails.detectors.claims_parse import Parse


class Tense(StrEnum):
    """When the clause says that it holds."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    BARE = "bare"


def tense_of(parse: Parse, verb: int, aux: list[int]) -> Tense:
    """Return the tense of *verb* with its auxiliaries *aux*."""
    tag = parse.tokens[verb].tag
    helpers = {parse.words[kid] for kid in aux}
    if helpers & {"will", "'ll", "shall", "wo", "gonna"}:
        return Tense.FUTURE
    if helpers & {"have", "'ve", "has", "had", "'d"} and tag in {"VBN", "VBD", "VBG"}:
        return Tense.PERFECT
    if helpers & {"was", "were", "did"} or tag == "VBD":
        return Tense.PAST
    if tag == "VBN" and not helpers:
        return Tense.PAST
    if tag == "VBG":
        return Tense.PROGRESSIVE
    if tag in {"VBP", "VBZ"} or helpers & {"do", "does", "'m", "am", "'re", "are"}:
        return Tense.PRESENT
    return Tense.PRESENT if not helpers - {"can", "ca"} else Tense.BARE
