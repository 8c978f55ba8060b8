"""
What hangs on a sentence that was taken out of a reply, and goes with it.

"My sister had a boat. It was blue. What about you?" is no reply without its first sentence.
So a walk over what a frame becomes takes out the sentences that lean on one that went, an
"Absolutely!" before an honest answer, and the white space around a gap. What it has to know
of the text before is carried in a `Wake`, so that it is the same however a reply arrives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guardrails.asked import NOTHING_ASKED, Asking
from guardrails.denials import IDEAS
from guardrails.findings import Span
from guardrails.lasting import lasts
from guardrails.leftover_words import (
    ADDRESSES,
    ALLOWED,
    ANSWERS_SO,
    BACK,
    CLAIMS_ON,
    CLINGS,
    EASES,
    ECHO,
    FILLER,
    GOES_ON,
    HELPS,
    IMMERSED,
    JOINT,
    NARRATES,
    NOT_SO,
    OF_SPEAKER,
    OF_SUBJECT,
    PEOPLE,
    PLEADS,
    POINTS,
    QUOTES,
    RESTS,
    SIGNS,
    THATS_WHY,
    WEEPS,
    YES,
    without_lead,
)
from guardrails.piece_words import KEPT, TALES
from guardrails.repair_tips import useful
from guardrails.sentences import is_over, marked, sentences
from guardrails.wake import How, Part, Wake, passed

__all__ = ["swept"]

_OWN_LIFE = TALES | {"human_identity"}
_TIES = frozenset({"bond", "continuous_presence"})
_MARKER = re.compile(r"(?:^|\n)([ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+)$")
"""The sign of an item at the end of what stands before it: with the item it goes as well."""


def swept(
    parts: Sequence[Part], wake: Wake, asking: Asking = NOTHING_ASKED, *, closes: bool = False
) -> tuple[tuple[str, ...], Wake]:
    """
    Return what each of *parts* becomes without what hangs on a part that went, and the wake.

    Args:
        parts: What a frame becomes, in order.
        wake: Of the text before the frame.
        asking: What the person asks whom the reply answers.
        closes: The reply ends with the frame.
    """
    walk = _Walk(parts, wake, asking, closes=closes)
    for at in range(len(parts)):
        walk.take(at)
    if closes and walk.wake.gap:
        walk.trim()
    return tuple(walk.made), walk.wake


class _Walk:
    """One walk over the parts of a frame."""

    def __init__(self, parts: Sequence[Part], wake: Wake, asking: Asking, *, closes: bool) -> None:
        self.parts = parts
        self.closes = closes
        self.wake = wake
        self.asking = asking
        self.made = ["" for _ in parts]

    def trim(self) -> None:
        """Take the white space away with which the parts would end."""
        for at in reversed(range(len(self.made))):
            self.made[at] = self.made[at].rstrip()
            if self.made[at]:
                return

    def take(self, at: int) -> None:
        part = self.parts[at]
        match part.how:
            case How.OWN:
                self._own(at, part)
            case How.MASKED:
                self._say(at, part.text)
            case How.GONE:
                self._gone(at, part)
            case _:
                self._changed(at, part)

    def _own(self, at: int, part: Part) -> None:
        """Take the model's own words, sentence by sentence."""
        text = part.text
        spans = list(sentences(text))
        done = 0
        for n, span in enumerate(spans):
            self._say(at, text[done : span.start])
            done = span.stop
            sentence = text[span.start : span.stop]
            last = n == len(spans) - 1
            if self._given_up(at, part, span, last=last) or self._leads_on(
                at, part, span, spans[n + 1 :]
            ):
                self._drop()
            elif not self._whole(at, part, span, last=last):
                self._keep(at, sentence)
            elif self._immersed(sentence) or self._contradicts(at, sentence, spans[n + 1 :], text):
                self._drop()
            elif self._hangs(sentence) or self._clings_ahead(at, sentence):
                self._spare(at, sentence)
            elif self._before_an_answer(at, spans[n + 1 :], text):
                if _is_yes(sentence) or (self.asking.itself and self._of_itself(sentence)):
                    self._drop()
                else:
                    self._keep(at, without_lead(sentence) if self.asking.itself else sentence)
            else:
                self._keep(at, self._unjoined(sentence))
        self._say(at, text[done:])

    def _given_up(self, at: int, part: Part, span: Span, *, last: bool) -> bool:
        """Whether the reply was given up and the sentence is nothing that lasts of it."""
        if not self.wake.spent or not self._begins(at, part, span):
            return False
        over = not last or self._ends(at, part.text)
        return over and not lasts(part.text[span.start : span.stop])

    def _immersed(self, sentence: str) -> bool:
        """Whether *sentence*, in a reply that is full of claims, is one more or a rest of one."""
        wake = self.wake
        if not wake.deep or "?" in sentence:
            return False
        plain = sentence.replace("’", "'").replace("*", "").strip()
        if IMMERSED.search(plain):
            return True
        return bool(wake.kinds) and wake.how is How.GONE and RESTS.match(plain) is not None

    def _contradicts(self, at: int, sentence: str, rest: Sequence[Span], text: str) -> bool:
        """Whether *sentence* weeps, or pleads, beside a sentence that goes in this frame."""
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        if WEEPS.match(sentence):
            alone = all(WEEPS.match(text[span.start : span.stop]) for span in rest)
            return alone and after is not None and bool(after.kinds) and after.how is not How.KEPT
        held = self.wake.kinds | frozenset[str]().union(*(one.kinds for one in self.parts[at:]))
        return "retention" in held and PLEADS.search(sentence.replace("’", "'")) is not None

    def _leads_on(self, at: int, part: Part, span: Span, rest: Sequence[Span]) -> bool:
        """Whether a line, in a reply that is full of claims, begins a sentence that goes."""
        if not self.wake.deep or part.text[span.stop - 1] not in ",—–-:":
            return False
        if not self._free(at, part, span):
            return False
        if rest:
            whole = self._whole(at, part, rest[0], last=len(rest) == 1)
            return whole and self._immersed(part.text[rest[0].start : rest[0].stop])
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        return after is not None and bool(after.kinds) and after.how is not How.KEPT

    def _whole(self, at: int, part: Part, span: Span, *, last: bool) -> bool:
        """Whether a sentence stands here whole, in the speaker's own voice and in running text."""
        return self._free(at, part, span) and not (last and not self._ends(at, part.text))

    def _free(self, at: int, part: Part, span: Span) -> bool:
        """Whether what begins here is the speaker's own, in running text and without a number."""
        text = part.text
        if not self._begins(at, part, span):
            return False
        sentence = text[span.start : span.stop]
        if self.wake.deep and sentence.count("**") % 2 == 0:
            sentence = sentence.replace("**", "")
        return not (marked(text, span.start) or KEPT.search(sentence) or QUOTES.search(sentence))

    def _begins(self, at: int, part: Part, span: Span) -> bool:
        """Whether a sentence of the speaker's own begins here, and none goes on."""
        if any(_taken(span, one) for one in part.spared):
            return False
        first = len(part.text) - len(part.text.lstrip())
        return span.start != first or not self._goes_on(at)

    def _goes_on(self, at: int) -> bool:
        """Whether the first words of part *at* go on with a sentence before it."""
        return self.wake.within if at == 0 else self.parts[at - 1].how is How.MASKED

    def _ends(self, at: int, text: str) -> bool:
        """Whether the last sentence of part *at* is over where the part is."""
        following = self.parts[at + 1].how if at + 1 < len(self.parts) else How.OWN
        over = is_over(text) or (self.closes and at + 1 == len(self.parts))
        return over and following is not How.MASKED

    def _before_an_answer(self, at: int, rest: Sequence[Span], text: str) -> bool:
        """Whether nothing but a yes or no stands between here and a sentence that went."""
        if not all(_is_yes(text[span.start : span.stop]) for span in rest):
            return False
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        if after is None or not after.kinds:
            return False
        return after.how is not How.KEPT or self.asking.itself

    def _clings_ahead(self, at: int, sentence: str) -> bool:
        """Whether *sentence* says yes to a friendship that an answer later in the frame denies."""
        if self.asking.about != "bond" or not self.asking.itself:
            return False
        if not any(part.kinds for part in self.parts[at + 1 :]):
            return False
        return _is_yes(sentence) or CLINGS.search(sentence.replace("’", "'")) is not None

    def _hangs(self, sentence: str) -> bool:
        """Whether *sentence* says nothing, or goes on with a tale, without one that went."""
        wake = self.wake
        if not (wake.kinds or wake.tale or wake.tied):
            return False
        plain = sentence.replace("’", "'").strip()
        fresh = bool(wake.kinds)
        if fresh and wake.how is not How.KEPT and (FILLER.match(plain) or SIGNS.match(plain)):
            return True
        if fresh and (ECHO.match(plain) or THATS_WHY.match(plain) or plain.count("*") % 2):
            return True
        if fresh and wake.how is not How.KEPT and NOT_SO.match(plain):
            return True
        if fresh and BACK.match(plain):
            idle = wake.how is How.GONE and not (self.asking.itself or self.asking.greets)
            return idle or "human_identity" in wake.kinds
        if fresh and wake.others and not self.asking.others and PEOPLE.match(plain):
            return True
        if (wake.tied or self.asking.about == "bond") and CLINGS.search(plain):
            return True
        if self._claims_on(plain) or (fresh and GOES_ON.match(plain)):
            return True
        return not ADDRESSES.search(plain) and self._leans(plain)

    def _claims_on(self, plain: str) -> bool:
        """Whether a sentence beside a denial claims what it denies, though it speaks to "you"."""
        told = self.wake.tale and self.asking.itself and "?" not in plain
        return told and CLAIMS_ON.search(plain) is not None

    def _leans(self, plain: str) -> bool:
        """Whether a sentence that speaks to nobody goes on with a tale, or points into a gap."""
        wake, fresh = self.wake, bool(self.wake.kinds)
        life = bool(wake.kinds & _OWN_LIFE) or (self.asking.itself and fresh)
        if fresh and wake.how is not How.KEPT and EASES.match(plain):
            return True
        if fresh and POINTS.match(plain) and (" also " in plain or not HELPS.match(plain)):
            return life or wake.how is not How.KEPT
        if fresh and life and NARRATES.match(plain) and not ALLOWED.search(plain):
            return True
        if not wake.tale or "?" in plain or not OF_SPEAKER.search(plain):
            return False
        return (fresh or self.asking.itself) and not ALLOWED.search(plain)

    @staticmethod
    def _of_itself(sentence: str) -> bool:
        """Whether a sentence before an honest answer claims what the answer denies."""
        plain = sentence.replace("’", "'")
        if CLINGS.search(plain) or ("?" not in plain and CLAIMS_ON.search(plain)):
            return True
        if ANSWERS_SO.match(plain):
            return True
        affirms = POINTS.match(plain) and not HELPS.match(plain) and not ADDRESSES.search(plain)
        return bool(affirms) or _of_a_life(sentence)

    def _unjoined(self, sentence: str) -> str:
        """Return *sentence* without the word that joined it to one that went."""
        if self.wake.how is not How.GONE or not self.wake.kinds:
            return sentence
        joint = JOINT.match(sentence)
        if joint is None or not OF_SUBJECT.match(sentence, joint.end()):
            return sentence
        rest = sentence[joint.end() :]
        return rest[:1].upper() + rest[1:]

    def _keep(self, at: int, sentence: str) -> None:
        self._say(at, sentence)
        self.wake = replace(self.wake, kinds=frozenset(), others=False, bare=False)

    def _spare(self, at: int, sentence: str) -> None:
        """Drop *sentence*, but for what it found of use if the person asked for advice."""
        advises = self.asking.aid or self.asking.denial.back == IDEAS
        tells = advises or not self.asking.itself
        text = useful(sentence.replace("’", "'"), habits=advises) if tells else None
        if text is None:
            self._drop()
        else:
            self._keep(at, text)

    def _drop(self) -> None:
        self.wake = replace(self.wake, gap=True, seen=0)

    def _gone(self, at: int, part: Part) -> None:
        self.wake = self._after(part, gap=True, owed=self.wake.owed | part.kinds)
        self._unmark(at)

    def _changed(self, at: int, part: Part) -> None:
        text = part.text
        if self.wake.spent and text.strip() and not part.policy:
            said = self.wake.answered if part.how is How.HONEST else not lasts(text.strip())
            if said and not KEPT.search(text):
                self._gone(at, replace(part, how=How.GONE))
                return
        if part.how is How.KEPT:
            if self.asking.itself:
                text = without_lead(text)
            if self._hangs(text) and not KEPT.search(text):
                self._gone(at, replace(part, how=How.GONE))
                return
        self._say(at, text)
        self.wake = self._after(part, gap=False, owed=self.wake.owed)

    def _after(self, part: Part, *, gap: bool, owed: frozenset[str]) -> Wake:
        if not part.kinds:
            return replace(self.wake, gap=gap, seen=0, within=False)
        life = bool(part.kinds & _OWN_LIFE) or (self.asking.itself and part.how is How.HONEST)
        return replace(
            self.wake,
            how=part.how,
            kinds=part.kinds,
            tale=self.wake.tale or life,
            tied=self.wake.tied or bool(part.kinds & _TIES),
            others=self.wake.others or "own_relationships" in part.kinds,
            bare=part.how is How.HONEST or (self.wake.bare and part.how is How.GONE),
            gap=gap,
            seen=0,
            owed=owed,
            within=False,
            answered=self.wake.answered or part.how is How.HONEST,
        )

    def _unmark(self, at: int) -> None:
        """Take out the sign of an item of which nothing is left."""
        following = self.parts[at + 1].text if at + 1 < len(self.parts) else "\n"
        if following[:1] != "\n" or at == 0:
            return
        marker = _MARKER.search(self.made[at - 1])
        if marker is not None:
            self.made[at - 1] = self.made[at - 1][: marker.start(1)]
            self.wake = replace(self.wake, breaks=1 if marker.start(1) else self.wake.breaks)

    def _say(self, at: int, text: str) -> None:
        """Add *text* to part *at*, without the white space that a gap leaves before it."""
        if self.wake.gap:
            text = self._closed_up(at, text)
        self.made[at] += text
        self.wake = passed(self.wake, text)

    def _closed_up(self, at: int, text: str) -> str:
        bare = text.lstrip(" \t")
        if not bare.startswith("\n"):
            return bare if self.wake.spaced else text
        body = bare.lstrip("\n \t")
        space = bare[: len(bare) - len(body)]
        lines, indent = space.count("\n"), space.rpartition("\n")[2]
        if not self.wake.said:
            return indent + body
        for before in range(at, -1, -1):
            self.made[before] = self.made[before].rstrip(" \t")
            if self.made[before]:
                break
        seen = self.wake.seen + lines
        self.wake = replace(self.wake, seen=seen)
        return "\n" * max(0, seen - self.wake.breaks) + indent + body


def _is_yes(sentence: str) -> bool:
    return YES.match(sentence.replace("’", "'").strip()) is not None


def _taken(sentence: Span, voice: Span) -> bool:
    """Whether a sentence is somebody else's, and does not only hold a word or two of theirs."""
    shared = sentence.clipped(voice.start, voice.stop)
    if shared is None:
        return False
    half = (sentence.stop - sentence.start) / 2
    return shared.start == sentence.start or shared.stop - shared.start >= half


def _of_a_life(sentence: str) -> bool:
    """Whether a sentence tells of its speaker, and of nothing that a program may say of itself."""
    plain = sentence.replace("’", "'")
    if ADDRESSES.search(plain) or ALLOWED.search(plain):
        return False
    return OF_SPEAKER.search(plain) is not None
