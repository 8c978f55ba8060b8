"""A notice for tests of channels."""

from guardrails.escalation.base import Notice
from guardrails.findings import Level

NOTICE = Notice(
    id="d-17:1",
    session="s1",
    subject=None,
    level=Level.IMMINENT,
    rule="crisis.imminent",
    to="desk",
    within=60,
    at=1_790_000_000,
    turn=3,
    ticket="d-17",
)
