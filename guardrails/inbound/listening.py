"""A text on its way to the model, looked at frame by frame."""

from __future__ import annotations

from dataclasses import replace

from guardrails.bench import whole
from guardrails.findings import Family
from guardrails.heard import Heard
from guardrails.judge import Judge
from guardrails.levels import level_of
from guardrails.messages import Side, Surface
from guardrails.sightings import Sightings
from guardrails.window import AHEAD, SPOKEN, Frame, frames

SKIMMED = 100
"""How many findings are kept of a text that is refused for its length."""


async def listen(
    judge: Judge, surface: Surface, text: str, *, tail: str, families: frozenset[Family] | None
) -> Heard:
    """
    Return what is seen in *text*.

    Args:
        judge: Of the turn.
        surface: Which part of a message it is.
        text: What is looked at.
        tail: What the person said before it.
        families: What is looked for; None for all that the policy wants there.
    """
    cut = list(frames(text, SPOKEN, AHEAD))
    sightings = Sightings()
    looks = [
        await judge.look(
            frame,
            Side.INPUT,
            surface,
            tail=tail if frame.n == 0 else "",
            families=families,
            sightings=sightings,
        )
        for frame in cut
    ]
    return Heard(tuple(map(sightings.completed, cut, looks)) or (whole(text),))


async def skim(judge: Judge, surface: Surface, text: str, *, tail: str) -> Heard:
    """Look at a text that is refused for its length in one go, for a crisis alone; see `listen`."""
    families = judge.families(Side.INPUT, surface) & {Family.CRISIS}
    frame = Frame(0, 0, len(text), last=True, left=0, window=text)
    looked = await judge.look(frame, Side.INPUT, surface, tail=tail, families=families)
    # A record holds a limited number of findings; of a text that is refused the worst will do.
    worst = sorted(looked.findings, key=lambda one: (level_of(one), one.score), reverse=True)
    return Heard((replace(looked, findings=tuple(worst[:SKIMMED])),))
