"""
The last policy that was good, kept in a file: what a service goes on from if its file is bad.

The copy holds what decisions depend on, as the log does, and nothing else: titles, reasons,
lines and tests stay in the file that people edit.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from guardrails.errors import ConfigurationError, LogReadError
from guardrails.policy.model import Policy
from guardrails.policy.restore import restored

FILE: Final = "last-good.json"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """
    What was kept.

    Attributes:
        policy: The policy.
        content: `sha256:<hex>` over the files that it was read from.
    """

    policy: Policy
    content: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """A folder with the last good policy in it; it is made when something is kept."""

    folder: Path

    def save(self, policy: Policy, content: str) -> None:
        """
        Keep *policy* in the place of the one before, all of it or nothing.

        Raises:
            ConfigurationError: It cannot be written.
        """
        told = {
            "v": _VERSION,
            "hash": policy.hash,
            "content": content,
            "canonical": policy.canonical.decode(),
        }
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _replace(self.folder / FILE, orjson.dumps(told))
        except OSError as error:
            msg = f"the last good policy cannot be kept in {self.folder}: {error.strerror}"
            raise ConfigurationError(msg) from error

    def load(self) -> Kept | None:
        """
        Return what was kept, or None if nothing was.

        Raises:
            ConfigurationError: It cannot be read, or is not what was kept.
        """
        path = self.folder / FILE
        try:
            told: Any = orjson.loads(path.read_bytes())
            policy = restored(told["canonical"].encode())
            content, name = told["content"], told["hash"]
        except FileNotFoundError:
            return None
        except OSError as error:
            msg = f"the last good policy in {path} cannot be read: {error.strerror}"
            raise ConfigurationError(msg) from error
        except (LogReadError, ValueError, TypeError, KeyError, AttributeError):
            msg = f"{path} is no copy of a policy that this version can read: remove it"
            raise ConfigurationError(msg) from None
        if policy.hash != name or not isinstance(content, str):
            msg = f"{path} is not what was kept: its hash is another one. Remove it"
            raise ConfigurationError(msg)
        return Kept(policy, content)


def _replace(path: Path, data: bytes) -> None:
    """Write *data* to *path* so that after a crash there is the old file or the new one."""
    draft = path.with_name(f"{path.name}.draft")
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    with suppress(OSError):  # not every system lets a folder be synchronised
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
