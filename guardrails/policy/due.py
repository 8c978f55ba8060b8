"""What is due before a reply: what the person is talking to, consent to ask for, and a break."""

from __future__ import annotations

from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy


def disclosure_due(policy: Policy, ctx: DecideContext) -> str | None:
    """Return the disclosure that is due before the reply to a message of the person."""
    plan = policy.disclosure
    if ctx.since_turns is None or ctx.since_seconds is None:
        return plan.at_start
    if plan.every_turns is not None and ctx.since_turns >= plan.every_turns:
        return plan.repeat
    if plan.every_seconds is not None and ctx.since_seconds >= plan.every_seconds:
        return plan.repeat
    return None


def reminders_due(policy: Policy, ctx: DecideContext) -> tuple[str, ...]:
    """Return what else is due before the reply to a message: consent to ask for, and a break."""
    plan, due = policy.disclosure, []
    if plan.consent is not None and not ctx.consent_asked and not agreed(policy, ctx):
        due.append(plan.consent.ask)
    pause = plan.pause
    if pause is not None and ctx.since_break is not None:
        times = [pause.every] if not ctx.minor else [pause.every, pause.minors]
        if any(one is not None and ctx.since_break >= one for one in times):
            due.append(pause.say)
    return tuple(due)


def agreed(policy: Policy, ctx: DecideContext) -> bool:
    """Return whether the person agreed to all that the policy asks them for."""
    consent = policy.disclosure.consent
    return consent is not None and set(ctx.consent).issuperset(consent.needed_for)
