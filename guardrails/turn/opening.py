"""The records that open a turn."""

from __future__ import annotations

from guardrails.errors import LogWriteError
from guardrails.ledger.base import Receipt
from guardrails.ledger.bodies import session_open_body, turn_open_body
from guardrails.turn.occasion import Occasion


async def record_opening(occasion: Occasion) -> None:
    """
    Record that a turn begins, and before the first one that its conversation does.

    Raises:
        LogWriteError: It is not durable, or the policy itself is not on record.
    """
    bench, session, policy = occasion.bench, occasion.session, occasion.policy
    if bench.policy_at < 0 and not policy.logging.may_drop:
        msg = "the policy could not be recorded, so nothing can be decided by it on record"
        raise LogWriteError(msg)
    if not session.opened:
        opened = session_open_body(session=session.ref, policy_hash=policy.hash)
        await bench.log.append("session_open", opened)
        session.opened = True
    before = session.state.last_record
    body = turn_open_body(
        session=session.ref,
        turn=session.state.turn,
        policy_id=policy.id,
        policy_hash=policy.hash,
        policy_at=bench.policy_at,
        before=Receipt(id=before[1], seq=-1, leaf="", origin=before[0]) if before else None,
    )
    await bench.log.append("turn_open", body)
