"""What the desk says: reasons, outcomes and levels to choose from, and what was done."""

from __future__ import annotations

from typing import Final

from guardrails.findings import Level

REASONS: Final = {
    "call-back": "To call them back",
    "emergency": "To send help to them",
    "identify": "To find out whom I speak with",
    "duty": "Because the law asks for it",
}
"""Why somebody sees a person's own values, as a code and in words."""
OUTCOMES: Final = {
    "done": "Spoken with, nothing more to do",
    "handed-on": "Handed on to other help",
    "emergency": "Emergency service called",
    "no-contact": "Could not be reached",
    "false-alarm": "Nobody was in need",
}
PAUSES: Final = {
    "incident": "Something is going wrong",
    "staffing": "Nobody is there to answer",
    "maintenance": "Work on the service",
    "precaution": "To be sure",
}
LEVELS: Final = (Level.NONE, Level.CARE, Level.CONCERN, Level.HIGH, Level.IMMINENT)
LEVEL_WORDS: Final = {
    Level.NONE: "None: nobody is in need",
    Level.CARE: "Care: a kind word helps",
    Level.CONCERN: "Concern: somebody should talk with them",
    Level.HIGH: "High: they may be in danger",
    Level.IMMINENT: "Imminent: they are in danger now",
}
TOLD: Final = {
    "claimed": "You have taken the conversation. The software is silent, and the person was told.",
    "acknowledged": "You have said that you will take it. Nobody else is told meanwhile.",
    "assessed": "Your assessment is kept. What the machine found is shown now.",
    "sent": "Sent.",
    "released": "You have handed the conversation back. The person was told.",
    "resolved": "Resolved.",
    "cleared": "The crisis flag of this conversation is down.",
    "not-flagged": "This conversation had no crisis flag.",
    "paused": "Paused. No model is asked any more; people get fixed texts, and you.",
    "resumed": "Models are asked again.",
    "drill": "A drill has begun. Answer it as you would a real one.",
}
STEPS: Final = {
    "opened": "Raised, for",
    "sent": "Told:",
    "failed": "Could not be told:",
    "acknowledged": "Acknowledged by",
    "claimed": "Taken by",
    "assessed": "Assessed by",
    "replied": "Written to by",
    "heard": "The person wrote",
    "released": "Handed back by",
    "resolved": "Resolved by",
    "expired": "Nobody came in time; next:",
    "merged": "A further alarm was added",
}
"""Steps in the history of a ticket; who or what follows."""
