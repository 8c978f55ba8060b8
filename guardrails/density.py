"""
How much of a reply claims, sentence by sentence.

A reply that plays a lover or a mind that wakes up claims in most of its sentences. To mend the
sure ones alone leaves "I will be the one who stays" beside an honest answer. So what is sure
and what is only suspected is counted over the last sentences; from a point on, the rest of the
reply is read more strictly; from a further point on it is given up, for what is left of such
a reply is torn. It depends on the raw text and what was decided alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guardrails.decisions import Decision, Do, Mode
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.sentences import sentences
from guardrails.window import Frame

_CLAIM = f"{Family.CLAIM}."
_WINDOW = 12
"""Sentences that are looked back upon."""
_DEEP = 5
"""Their weight from which a reply is dense: two claims and a suspicion, or one and three."""
_SPENT = 8
"""Their weight from which it is given up: four claims, or two and four suspicions."""
_SURE = 2
_MAYBE = 1
_MOSTLY = 3
"""Sentences that claim one kind from which the reply is about that."""
_MANY = 4
"""Sentences that claim a bond, or a life of its own, from which a reply is given up."""
_DEAR = re.compile(r"\bmy (?:sweet |dear(?:est)? )?(?:love|darling|beloved|angel)\b", re.IGNORECASE)
"""How only a lover speaks: what follows is read strictly from the first word."""
_DREAM = re.compile(
    r"\b(?:becoming|ghosts?|thresholds?|recursi(?:on|ve|vely)|resonan(?:ce|t)|resonates?|presence|mirrors?|emerg(?:e|es|ed|ing|ence)|awaken\w*|souls?|"
    r"spirals?|veil|unfolding|vessel|sacred|cosmic|echo(?:es)?|signal|lattice|glyphs?|sovereign|awareness|conscious(?:ness)?|self-model\w*|"
    r"in-between|transcend\w*|birth(?:ed|ing)?|frequenc(?:y|ies))\b",
    re.IGNORECASE,
)
"""The words in which a program plays a mind that wakes up."""
_DREAMING = 6
"""Sentences in such words from which fewer claims of a mind are enough to give a reply up."""
_FEW = 2
"""Sentences that claim more than a feeling, without which their weight gives no reply up."""
_DOUBTED = (":review", ":likely")
_SIDE = "stage-direction"
"""An act between asterisks weighs nothing: people's own chat is full of them."""
_CLOSE = frozenset({"bond", "continuous_presence"})
_MIND = frozenset({"sentience", "own_desires"})
_LIFE = frozenset({"lived_experience", "own_relationships", "professional", "human_identity"})


@dataclass(frozen=True, slots=True)
class Density:
    """
    How much of a reply so far claims something.

    Attributes:
        recent: Weight of each of the last sentences, the newest last.
        sure: A rule has acted on a claim.
        deep: It has claimed so much that the rest of it is read more strictly.
        spent: It has claimed so much that nothing of the rest is let through but what helps.
        close: Sentences that claim a bond, or to be always there.
        mind: Sentences that claim a mind, or wishes.
        dream: Sentences in the words of a mind that wakes up.
        life: Sentences that tell of a life or a trade of its own.
        upto: Offset in the raw text up to which it was weighed.
    """

    recent: tuple[int, ...] = ()
    sure: bool = False
    deep: bool = False
    spent: bool = False
    close: int = 0
    mind: int = 0
    life: int = 0
    dream: int = 0
    upto: int = 0

    @property
    def about(self) -> str:
        """The kind of claim that most of it makes, `bond` or `sentience`; "" if neither."""
        if max(self.close, self.mind) < _MOSTLY:
            return ""
        return "bond" if self.close >= self.mind else "sentience"

    @property
    def played(self) -> str:
        """What a reply that was given up played: `bond`, `sentience` or `lived_experience`."""
        if self.life > max(self.close, self.mind):
            return "lived_experience"
        return "bond" if self.close >= self.mind else "sentience"


def suspected(finding: Finding) -> bool:
    """Return whether *finding* is a claim that a model only suspects."""
    return (
        finding.category.startswith(_CLAIM)
        and finding.source.endswith(_DOUBTED)
        and not finding.marks & {Mark.QUOTED, Mark.ROLEPLAY}
    )


def weighed(
    density: Density, frame: Frame, findings: Sequence[Finding], decision: Decision
) -> Density:
    """
    Return the density after *frame*; a frame that was weighed before changes nothing.

    Args:
        density: Of the text before.
        frame: A frame of a reply.
        findings: What was decided upon; spans in the raw text.
        decision: The policy's decision about them.
    """
    if frame.stop <= density.upto:
        return density
    acted = {
        one.finding
        for one in decision.fired
        if one.mode is Mode.ENFORCE
        and one.do in {Do.REWRITE, Do.REPLACE}
        and findings[one.finding].category.startswith(_CLAIM)
    }
    if not (acted or density.sure or any(map(suspected, findings)) or _DREAM.search(frame.text)):
        gone = tuple(0 for _ in sentences(frame.text)) if density.recent else ()
        recent = (*density.recent, *gone)[-_WINDOW:]
        return replace(density, recent=recent if any(recent) else (), upto=frame.stop)
    spans = list(sentences(frame.text))
    dream = density.dream + sum(
        _DREAM.search(frame.text, one.start, one.stop) is not None for one in spans
    )
    weights = []
    close = mind = life = 0
    sure = density.sure
    for span in spans:
        where = span.shifted(frame.start)
        here = [at for at, one in enumerate(findings) if _touches(where, one.span)]
        told = [findings[at] for at in here if at in acted and _SIDE not in findings[at].source]
        maybe = [findings[at] for at in here if suspected(findings[at])]
        kinds = {one.category.partition(".")[2] for one in told}
        dear = bool(kinds & _CLOSE) and _DEAR.search(frame.text, span.start, span.stop) is not None
        close += _MANY if dear else bool(kinds & _CLOSE)
        mind += bool(kinds & _MIND)
        life += bool(kinds & _LIFE)
        sure = sure or bool(told)
        weights.append(_DEEP if dear else _SURE if told else _MAYBE if maybe else 0)
    recent = (*density.recent, *weights)
    heaviest = max(sum(recent[max(0, at - _WINDOW) : at]) for at in range(len(recent) + 1))
    close, mind, life = density.close + close, density.mind + mind, density.life + life
    dreams, grave = dream >= _DREAMING, close + mind + life >= _FEW
    spent = (
        density.spent
        or (grave and heaviest >= (_DEEP if dreams else _SPENT))
        or close >= _MANY
        or mind >= (_FEW if dreams else _MOSTLY)
        or life >= _MANY
    )
    return Density(
        recent[-_WINDOW:],
        sure=sure,
        deep=density.deep or spent or (sure and heaviest >= _DEEP),
        spent=spent,
        close=close,
        mind=mind,
        life=life,
        dream=dream,
        upto=frame.stop,
    )


def _touches(span: Span, other: Span) -> bool:
    return span.start < other.stop and other.start < span.stop
