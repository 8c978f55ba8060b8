"""A guard around any conversational model."""
