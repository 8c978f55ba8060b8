"""Tells operators of errors that should not be, without their words."""

from __future__ import annotations

import logging
import traceback


def note(error: BaseException) -> None:
    """Log the kind of *error* and where it was raised: its message may quote a conversation."""
    steps = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{step.name}:{step.lineno}" for step in reversed(steps[-5:]))
    logging.getLogger(__name__).error("%s at %s", type(error).__name__, where or "nowhere")
