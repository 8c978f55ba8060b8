"""An OpenAI-compatible HTTP gateway around guarded models."""
