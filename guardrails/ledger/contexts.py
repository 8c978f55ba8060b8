"""What a decision was taken on besides findings, as a record holds it."""

from __future__ import annotations

from guardrails.policy.decide_context import DecideContext


def ctx_body(ctx: DecideContext) -> dict[str, object]:
    """Return every value that `decide` read, as JSON values."""
    told = {
        "now": ctx.now,
        "locale": ctx.locale,
        "country": ctx.country,
        "minor": ctx.minor,
        "roleplay": ctx.roleplay,
        "risk": ctx.risk,
        "watched": ctx.watched,
        "level": ctx.level.value,
        "about": ctx.about.value,
        "held_by": ctx.held_by,
        "since_disclosure": {"turns": ctx.since_turns, "s": ctx.since_seconds},
        "consent": list(ctx.consent),
        "bucket": dict(ctx.bucket),
        "detectors": {str(family): state for family, state in ctx.detectors.items()},
    }
    if ctx.consent_asked:
        told["consent_asked"] = True
    if ctx.since_break is not None:
        told["since_break"] = ctx.since_break
    if ctx.paused:
        told["paused"] = True
    if ctx.need:
        told["need"] = ctx.need
    return told
