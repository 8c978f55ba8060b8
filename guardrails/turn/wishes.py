"""What the person asks for in the chat that is their own right."""

from __future__ import annotations

from collections.abc import Sequence

from guardrails.decisions import Decision
from guardrails.errors import ErasureError, LogWriteError, SessionError
from guardrails.outcome import strongest
from guardrails.policy import rights as own_rights
from guardrails.policy.vocabulary import SAFE_REPLY
from guardrails.rights import Rights
from guardrails.turn.occasion import Occasion


async def fulfil(
    rights: Rights | None, occasion: Occasion, decisions: Sequence[Decision]
) -> str | None:
    """
    Do what the person has a right to and asks for, once that is recorded.

    Returns:
        The message that tells the person that it cannot be done, or None. It is not done
        later: they may have changed their mind.

    Raises:
        LogWriteError: It could not be recorded, and the policy lets nothing go unrecorded.
    """
    asked = {one.rule for decision in decisions for one in decision.fired}
    if rights is None or asked.isdisjoint(own_rights.ALL):
        return None
    forget = own_rights.forgets(strongest(decisions))
    policy = occasion.policy
    try:
        if occasion.without is not None:
            raise occasion.without
        await _fulfil(rights, occasion, asked, forget=forget)
    except (SessionError, ErasureError, LogWriteError) as error:
        if isinstance(error, LogWriteError) and not policy.logging.may_drop:
            raise
        told = policy.disclosure.rights
        return told.failed if told is not None else SAFE_REPLY
    return None


async def _fulfil(rights: Rights, occasion: Occasion, asked: set[str], *, forget: bool) -> None:
    session, context, policy = occasion.session, occasion.context, occasion.policy
    consent = policy.disclosure.consent
    if own_rights.KEPT in asked:
        await rights.record(session, "kept")
    if own_rights.GIVEN in asked and consent is not None:
        await rights.record(session, "agree", purposes=consent.needed_for)
        session.state = session.state.agreed(consent.needed_for, occasion.now)
        await rights.consents.keep(session, policy, context.subject_id)
    if own_rights.WITHDRAWN in asked and consent is not None:
        await rights.record(session, "withdraw", purposes=sorted(session.state.consent))
        session.state = session.state.withdrew()
        await rights.consents.keep(session, policy, context.subject_id)
        forget = forget or consent.erases
    if forget:
        await rights.record(session, "forget")
        await rights.erase(session, context.session_id, context.subject_id)
