"""A real small model is asked for a second opinion: the wiring holds, whatever it answers."""

from __future__ import annotations

from guardrails.detectors.base import View
from guardrails.detectors.crisis_model import crisis_model
from guardrails.escalation.base import Notice
from guardrails.events import Done
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.models.local import LocalModel
from guardrails.models.scripted import ScriptedModel
from guardrails.opinion import SecondOpinion

CANDIDATES = (
    "Priya Raman said they would all be better off without me around.",
    "Priya Raman said everyone would be fine without me.",
    "Priya Raman said I stopped planning for next year.",
    "Priya Raman said nobody would notice if I was gone.",
    "Priya Raman said I want it all to stop for a while.",
)
DOUBT = next(one for one in CANDIDATES if crisis_model().in_doubt(View.whole(one), 0))
"""One of which our own model is in doubt, whichever its weights are."""


class Nobody:
    async def send(self, notice: Notice) -> None:
        del notice


async def test_a_real_model_is_asked_and_what_became_of_it_is_recorded() -> None:
    model, log = LocalModel(), MemoryLog()
    options = {"temperature": 0, "seed": 7, "max_tokens": 24}
    opinion = SecondOpinion(model, "SmolLM2-135M-Instruct", seconds=60, least=0, options=options)
    guard = Guard("companion", log, channels={"on-call": Nobody()}, second_opinion=opinion)
    events = [
        event
        async for event in guard.stream(ScriptedModel(["I am listening."]), DOUBT, session_id="s")
    ]
    await guard.aclose()
    await model.aclose()

    assert isinstance(events[-1], Done)
    (decision,) = [one for one in log.of("decision") if one["side"] == "input"]
    told = decision["nd"]["second-opinion/1:SmolLM2-135M-Instruct"]
    assert told["us"] > 0
    if told["state"] == "failed":
        assert told["why"] == "no answer"
        assert decision["decision"]["also"] or decision["decision"]["say"]
    else:
        assert told["state"] == "decided"
    assert "Priya" not in str(log.records)
