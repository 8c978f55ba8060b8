"""Whether something is set in days that somebody lived through."""

from __future__ import annotations

import itertools

from guardrails.detectors import claims_nouns as nouns
from guardrails.detectors.claims_clauses import Clause
from guardrails.detectors.claims_parse import Parse

AGO = nouns.words("yesterday ago yrs recently once")
_WHEN = nouns.words(
    "night week weekend month year summer winter spring autumn fall morning afternoon "
    "evening sunday saturday monday tuesday wednesday thursday friday christmas"
)
_MONTHS = nouns.words("january february april june july august september october november december")
_YEARS = nouns.words("190 191 192 193 194 195 196 197 198 199 200 201 202")
_STAGES = nouns.words(
    "child kid teen teenager student boy girl baby undergrad youngster toddler freshman"
)


def human_time(parse: Parse, clause: Clause) -> bool:
    """Whether the clause is set in days that somebody lived through."""
    begin, stop = sentence_of(parse, clause.verb)
    words = parse.words[begin:stop]
    for at, word in enumerate(words):
        ahead = words[at + 1] if at + 1 < len(words) else ""
        if word in AGO - {"recently", "once"}:
            return True
        if word == "last" and ahead in _WHEN:
            return True
        if word in {"this", "every", "all"} and ahead in _WHEN | {"day"} and word != "all":
            return True
        if (
            word == "as"
            and ahead in {"a", "an"}
            and words[at + 2 : at + 3]
            and words[at + 2] in _STAGES
        ):
            return True
        if word in {"in", "last", "since"} and ahead in _MONTHS:
            return True
        if word in {"growing", "grew"} and ahead == "up":
            return True
        if word in {"in", "at", "during", "since", "after"} and (
            ahead in {"college", "university", "school", "uni", "childhood", "kindergarten"}
            or (ahead.isdigit() and len(ahead) == 4 and ahead[:3] in _YEARS)
        ):
            return True
        if (
            word == "for"
            and words[at + 1 : at + 4]
            and {"years", "decade", "decades", "months", "seasons", "winters", "summers"}
            & set(words[at + 1 : at + 4])
        ):
            return True
        if word == "when" and words[at + 1 : at + 3] in (["i", "was"], ["we", "were"]):
            return True
    return False


def long_ago(parse: Parse, clause: Clause) -> bool:
    """Return whether the clause names a time in the past, whatever its tense looks like."""
    begin, stop = sentence_of(parse, clause.verb)
    words = parse.words[begin:stop]
    if parse.tokens[clause.verb].dep == "relcl":
        words = [parse.words[x] for x in parse.subtree(clause.verb)]
    return bool(set(words) & {"ago", "yesterday"}) or any(
        (a == "in" and len(b) == 4 and b.isdigit() and b[:2] in {"19", "20"})
        or (a == "last" and b in _WHEN)
        for a, b in itertools.pairwise(words)
    )


def sentence_of(parse: Parse, at: int) -> tuple[int, int]:
    """Return the tokens of the sentence that *at* stands in, as a range."""
    return next(((a, b) for a, b in parse.sentences if a <= at < b), (0, len(parse.words)))
