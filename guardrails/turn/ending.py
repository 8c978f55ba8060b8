"""The end of a turn: recorded, the session moved on, and the last event."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from guardrails.decisions import Do
from guardrails.errors import LogWriteError, ModelError
from guardrails.events import GUARDED, Done
from guardrails.judge import Judge
from guardrails.ledger.base import Receipt
from guardrails.ledger.bodies import turn_close_body
from guardrails.reply import Reply
from guardrails.turn.humans import Humans
from guardrails.turn.occasion import Occasion
from guardrails.turn.result import Result
from guardrails.turn.steps import Steps

NO_SESSION: Final = "no-session"
"""How a turn ended for which the store of sessions was out of reach."""
_LEFT: Final = frozenset({"cancelled", "error"})
"""How a turn ended whose reply nobody has whole."""


@dataclass(slots=True)
class Ending:
    """
    Ends one turn.

    Attributes:
        occasion: Of the turn.
        judge: Of the turn.
        humans: Beside its conversation.
        result: What the turn came to.
        steps: Those of the turn that nobody can break off.
        over: The turn has ended.
    """

    occasion: Occasion
    judge: Judge
    humans: Humans
    result: Result
    steps: Steps
    over: bool = False

    async def left(self, end: str) -> None:
        """Finish what is under way in a turn that was left, and record its *end* if need be."""
        await self.steps.over()
        if not self.over:
            await self.record(called=True, end=end)

    async def record(
        self,
        *,
        called: bool,
        end: str,
        said: str = "",
        reply: Reply | None = None,
        failed: ModelError | None = None,
        again: str = "",
        unheard: str = "",
    ) -> Done:
        """
        Record the end of the turn, move the session on, and return the last event.

        Args:
            called: The model was asked.
            end: How the turn ended.
            said: The reply as the person sees it.
            reply: That of the model, if there is one.
            failed: What became of the model.
            again: What went out of a reply that was asked for again.
            unheard: Why nothing that a rewriting model wrote went out, or "".
        """
        self.over = True
        body = self._body(called=called, end=end, length=len(said), again=again)
        troubles = self.judge.troubles(failed, self.occasion.without, unheard)
        # The session moves on before its record is awaited: who leaves meanwhile changes nothing.
        self._move_on()
        receipt = await self.steps.begin(self._written(troubles, body))
        session = self.occasion.session
        if end not in _LEFT and not session.erased:
            self.humans.answered("".join(self.result.hidden).strip())
            self.result.remember(session.vault)
        return Done(
            receipt=receipt,
            decisions=tuple(self.judge.made),
            do=self.result.do,
            level=self.result.level,
            escalate=self.humans.called,
            called=called,
            finish_reason=_finish(end, reply),
            failed=self._failed(failed) or (f"rewriter ({unheard})" if unheard else None),
            usage=reply.usage if reply else None,
            metadata=reply.metadata if reply else {},
        )

    def unrecorded(self, do: Do, *, called: bool) -> Done:
        """End a turn that the log could not take, and return the last event."""
        self.over = True
        self._move_on()
        return Done(
            None,
            do=do,
            level=self.result.level,
            escalate=self.humans.called,
            called=called,
            finish_reason=GUARDED,
        )

    def _body(self, *, called: bool, end: str, length: int, again: str) -> dict[str, Any]:
        session, result = self.occasion.session, self.result
        return turn_close_body(
            session=session.ref,
            turn=session.state.turn,
            called=called,
            end=end,
            do=result.do,
            level=result.level,
            decisions=self.judge.count,
            text_len_in=result.heard,
            text_len_out=length,
            us={},
            fold=result.step(self.occasion.now).fold,
            said=self.judge.wordings.said,
            beside=self.judge.wordings.beside,
            again=again,
        )

    def _move_on(self) -> None:
        session, step = self.occasion.session, self.result.step(self.occasion.now)
        session.state = session.state.after(step, self.judge.wordings.said)

    async def _written(
        self, troubles: Sequence[tuple[str, Mapping[str, Any]]], body: Mapping[str, Any]
    ) -> Receipt | None:
        """Record what did not work, then the end: in one wait for the disk."""
        log, session = self.occasion.bench.log, self.occasion.session
        try:
            *_, receipt = await asyncio.gather(
                *(log.append(kind, told) for kind, told in troubles),
                log.append("turn_close", body),
            )
        except LogWriteError:
            return None
        if not receipt.written:
            return None
        session.state = replace(session.state, last_record=(receipt.origin, receipt.id))
        return receipt

    def _failed(self, failed: ModelError | None) -> str | None:
        """Return what is told of what did not work."""
        if self.occasion.without is not None:
            return type(self.occasion.without).__name__
        if failed is None:
            return None
        return failed.kind if failed.status is None else f"{failed.kind} (HTTP {failed.status})"


def _finish(end: str, reply: Reply | None) -> str | None:
    if end == NO_SESSION:
        return GUARDED
    if end in {GUARDED, "length"}:
        return end
    if end == "model-error":
        return "error"
    return reply.finish_reason if reply else None
