"""
A detector of your own beside the ready ones, and the check that chunks do not matter to it.

It finds the membership numbers of an imaginary clinic, which no general tool knows. The
rule `pii.identity` of the policy masks them, since it is about the type `health-id`.
"""

import asyncio
import re

from guardrails import Guard, MemoryLog, ScriptedModel
from guardrails.detectors.base import Needs, View
from guardrails.findings import Family, Finding, Span
from guardrails.testing import assert_chunk_invariant

MEMBER = re.compile(r"\bCLN-\d{6}\b")


class MemberNumbers:
    """Finds `CLN-` and six digits. It only reports: what to do is the policy's business."""

    name = "member-numbers/1"  # change it whenever the findings could change
    family = Family.PII

    def needs(self, view: View) -> Needs:
        """Return nothing: no grammar and no entities are needed."""
        del view
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        """Return every number in *view*. It runs on a worker thread, with a deadline."""
        return tuple(
            Finding("pii.health-id", Span(*match.span()), 9_500, self.name)
            for match in MEMBER.finditer(view.text)
        )


async def main() -> None:
    async with Guard("companion", MemoryLog(), extra=[MemberNumbers()]) as guard:
        model = ScriptedModel(
            ["I have noted <HEALTH_ID_1>. Another patient is CLN-777001, though."]
        )
        answer = await guard.wrap(model)("My number is CLN-204418.", session_id="conversation-1")
        print("the model was told:", model.requests[0].messages[-1].text)
        print("the person gets:   ", answer)

        reply = "Your neighbour's number is CLN-777001. Shall we go on with yours, CLN-204418?"
        await assert_chunk_invariant(guard, reply)
        print("released alike however the reply is cut")


if __name__ == "__main__":
    asyncio.run(main())
