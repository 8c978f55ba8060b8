"""
A guard around any conversational model.

Names are loaded when they are first used, so that importing this package stays
light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrails.answer import Answer
    from guardrails.context import TurnContext
    from guardrails.decisions import Do
    from guardrails.desk.words import postgres_words, sqlite_words
    from guardrails.errors import GuardrailsError
    from guardrails.escalation.memory import MemoryTickets
    from guardrails.escalation.postgres import postgres_tickets
    from guardrails.escalation.sqlite import SqliteTickets
    from guardrails.evidence.keys import OpeningKey, SealingKey
    from guardrails.evidence.postgres import postgres_evidence
    from guardrails.evidence.store import FileEvidence
    from guardrails.findings import Level
    from guardrails.guard import Guard
    from guardrails.guarded import GuardedModel
    from guardrails.health import Health
    from guardrails.ledger.keys import SigningKey
    from guardrails.ledger.memory import MemoryLog
    from guardrails.ledger.notary import Signing
    from guardrails.ledger.postgres import PostgresLog
    from guardrails.ledger.store import FileLog
    from guardrails.messages import Message, Role, Side
    from guardrails.models.openai import OpenAIModel
    from guardrails.models.scripted import ScriptedModel
    from guardrails.opinion import SecondOpinion
    from guardrails.policy.ready import load_policy
    from guardrails.policy.source import PolicyFile
    from guardrails.sessions.keyring import Keyring
    from guardrails.sessions.memory import MemorySessions
    from guardrails.sessions.postgres import postgres_sessions
    from guardrails.sessions.sqlite import sqlite_sessions

_WHERE = {
    "Answer": "answer",
    "Do": "decisions",
    "FileEvidence": "evidence.store",
    "FileLog": "ledger.store",
    "Guard": "guard",
    "GuardedModel": "guarded",
    "GuardrailsError": "errors",
    "Keyring": "sessions.keyring",
    "Health": "health",
    "Level": "findings",
    "MemoryLog": "ledger.memory",
    "MemorySessions": "sessions.memory",
    "MemoryTickets": "escalation.memory",
    "Message": "messages",
    "OpenAIModel": "models.openai",
    "OpeningKey": "evidence.keys",
    "PolicyFile": "policy.source",
    "PostgresLog": "ledger.postgres",
    "Role": "messages",
    "ScriptedModel": "models.scripted",
    "SealingKey": "evidence.keys",
    "SecondOpinion": "opinion",
    "Side": "messages",
    "Signing": "ledger.notary",
    "SigningKey": "ledger.keys",
    "SqliteTickets": "escalation.sqlite",
    "TurnContext": "context",
    "load_policy": "policy.ready",
    "postgres_sessions": "sessions.postgres",
    "postgres_evidence": "evidence.postgres",
    "postgres_tickets": "escalation.postgres",
    "postgres_words": "desk.words",
    "sqlite_sessions": "sessions.sqlite",
    "sqlite_words": "desk.words",
}

__all__ = [
    "Answer",
    "Do",
    "FileEvidence",
    "FileLog",
    "Guard",
    "GuardedModel",
    "GuardrailsError",
    "Health",
    "Keyring",
    "Level",
    "MemoryLog",
    "MemorySessions",
    "MemoryTickets",
    "Message",
    "OpenAIModel",
    "OpeningKey",
    "PolicyFile",
    "PostgresLog",
    "Role",
    "ScriptedModel",
    "SealingKey",
    "SecondOpinion",
    "Side",
    "Signing",
    "SigningKey",
    "SqliteTickets",
    "TurnContext",
    "load_policy",
    "postgres_evidence",
    "postgres_sessions",
    "postgres_tickets",
    "postgres_words",
    "sqlite_sessions",
    "sqlite_words",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used (PEP 562)."""
    if name in _WHERE:
        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return list(__all__)
