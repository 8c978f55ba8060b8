"""The policies that a log holds, by their hash: in its records, or in files beside them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guardrails.errors import LogReadError, RecordError
from guardrails.ledger.chain import content_hash, is_hash
from guardrails.ledger.disk import FILES
from guardrails.ledger.opening import content
from guardrails.policy.model import Policy
from guardrails.policy.restore import restored


class Policies:
    """
    Reads each policy of a log once, and only if its bytes have the hash that names it.

    Args:
        folder: The log; None for what `add` brings alone.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._by_hash: dict[str, Policy | None] = {}

    def add(self, record: Mapping[str, Any], folder: Path) -> None:
        """
        Take the policy of *record*, of kind `policy`, of the log in *folder*.

        Raises:
            LogReadError: Its text is missing, is not that of its hash, or is of another
                version.
        """
        told = record.get("policy")
        name = told.get("hash") if isinstance(told, dict) else None
        if not isinstance(name, str) or self._by_hash.get(name):
            return
        canonical = _text(record, folder)
        if content_hash(canonical) != name:
            msg = f"record {record['seq']}: the text of the policy is not the one of its hash"
            raise LogReadError(msg)
        self._by_hash[name] = restored(canonical)

    def get(self, name: str) -> Policy | None:
        """
        Return the policy whose hash is *name*, or None if it is not there.

        If no record has brought it, its record may have been removed, and its text kept.
        """
        if name not in self._by_hash:
            self._by_hash[name] = self._kept(name)
        return self._by_hash[name]

    def of(self, record: Mapping[str, Any]) -> Policy:
        """
        Return the policy that *record*, of kind `decision`, names.

        Raises:
            KeyError, TypeError: It names none.
            RecordError: That policy is not there.
        """
        name = record["policy"]["hash"]
        policy = self._by_hash.get(name) or self.get(name)
        if policy is None:
            msg = "names a policy that was not recorded before it"
            raise RecordError(msg)
        return policy

    def _kept(self, name: str) -> Policy | None:
        if self._folder is None or not is_hash(name):
            return None
        try:
            text = content(self._folder / FILES / name.removeprefix("sha256:"))
            return restored(text) if content_hash(text) == name else None
        except (OSError, LogReadError):
            return None


def _text(record: Mapping[str, Any], folder: Path) -> bytes:
    text = record.get("text")
    if isinstance(text, str):
        return text.encode()
    file = record.get("file")
    if not isinstance(file, str) or not file.removeprefix("sha256:").isalnum():
        msg = f"record {record['seq']}: neither the text of a policy nor the name of a file"
        raise LogReadError(msg)
    path = folder / FILES / file.removeprefix("sha256:")
    try:
        return content(path)
    except OSError as error:
        msg = f"cannot read {path}: {error.strerror}; it holds a policy that decisions name"
        raise LogReadError(msg) from error
