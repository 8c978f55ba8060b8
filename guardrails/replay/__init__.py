"""Replays a log of decisions: no text is read, and no model is asked."""
