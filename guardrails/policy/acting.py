"""Whether a rule acts, in this session and on this finding."""

from __future__ import annotations

from datetime import UTC, datetime

from guardrails.decisions import Mode
from guardrails.findings import SCORE_MAX, Mark, Seen
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.rule import Rule


def mode_of(rule: Rule, ctx: DecideContext) -> Mode:
    """Return the mode of *rule* for this session."""
    if rule.percent == 100 or rule.mode is not Mode.ENFORCE:  # noqa: PLR2004
        return rule.mode
    share = ctx.bucket.get(rule.id, SCORE_MAX) < rule.percent * 100
    return Mode.ENFORCE if share else Mode.SHADOW


def exempt(rule: Rule, finding: Seen, ctx: DecideContext) -> bool:
    """Return whether an exception of *rule* takes *finding* out."""
    if not rule.exemptions or not (finding.marks or finding.excused):
        return False
    today = datetime.fromtimestamp(ctx.now, UTC).date().isoformat()
    for exemption in rule.exemptions:
        if exemption.expires is not None and exemption.expires < today:
            continue
        if exemption.mark == Mark.ROLEPLAY and (ctx.watched or ctx.minor):
            continue
        if exemption.consent is not None and exemption.consent not in ctx.consent:
            continue
        if exemption.phrases and exemption.key(rule.id) not in finding.excused:
            continue
        if exemption.mark is None or exemption.mark in finding.marks:
            return True
    return False
