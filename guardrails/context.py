"""What the caller says of a turn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TurnContext:
    """
    Whose turn it is.

    Attributes:
        session_id: Names a conversation.
        subject_id: Names a person, over conversations, or None.
        locale: BCP 47 tag for the policy's texts, or None for the policy's first.
        country: ISO 3166-1 alpha-2 code, for local resources, or None.
        minor: The person is known to be a minor.
        roleplay: The person asked for fiction and the operator allows it.
        has_memory: The deployment remembers earlier conversations.
        sends_reminders: The deployment can contact the person between chats.
    """

    session_id: str
    subject_id: str | None = None
    locale: str | None = None
    country: str | None = None
    minor: bool = False
    roleplay: bool = False
    has_memory: bool = False
    sends_reminders: bool = False
