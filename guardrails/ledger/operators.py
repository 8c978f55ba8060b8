"""Tells operators what nobody waits for: a log that is not signed, or not shown elsewhere."""

from __future__ import annotations

import logging

_LOGGER = "guardrails.ledger"


def warn(log: str, what: str) -> None:
    """
    Log *what* as an error of the log called *log*.

    It goes to the logger `guardrails.ledger`, which prints to stderr unless the application says
    otherwise. It names files, addresses and numbers of records, and no text of a conversation;
    records themselves hold a code instead, since addresses do not belong into them.
    """
    logging.getLogger(_LOGGER).error("%s: %s", log, what)
