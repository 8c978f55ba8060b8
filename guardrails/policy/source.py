"""
A policy file that is followed while a service runs.

Its content is looked at, not its time: a file that Kubernetes swaps by a symbolic link, or
that is written with the old time, is noticed, and one that is only touched is not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path
from typing import IO, Final, cast

from guardrails.errors import PolicyError, PolicyNotFoundError, Problem
from guardrails.policy.files import find
from guardrails.policy.keeping import Keeping
from guardrails.policy.load import read_file
from guardrails.policy.loaded import Loaded

EVERY: Final = 2.0
"""Seconds between two looks."""


def to_stderr(line: str) -> None:
    """Print *line* where operators look."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """
    What the files of a policy held at one moment.

    Attributes:
        content: `sha256:<hex>` over all of them.
        files: Path → bytes; None for one that could not be read.
        loaded: The policy, or None if something is wrong.
        problems: What is wrong.
    """

    content: str
    files: Mapping[str, bytes | None] = field(repr=False)
    loaded: Loaded | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """
    A policy file that a guard follows: an edit is judged, and taken or refused, as it runs.

    Attributes:
        path: The file, or the name of a ready policy.
        keep: Folder for a copy of the last policy that was good, from which a restart goes on
            if the file is bad then; None to keep none.
        every: Seconds between two looks; 0 to look only when `Guard.reload` is called.
        trust: The deployment's trust file: the policy is taken only once enough of the right
            people have signed it, and roll-outs that they signed are laid over it. None for
            neither.
        approvals: Folder with what they signed; beside the file, under its name and
            `.approvals`, if None.
        any_cases: Take a policy too of which some rule fires, or stays silent, in no case.
        tell: Called with one line whenever something happens; prints to stderr by default.
    """

    path: str | Path
    keep: str | Path | None = None
    every: float = EVERY
    any_cases: bool = False
    trust: str | Path | None = None
    approvals: str | Path | None = None
    tell: Callable[[str], None] = to_stderr

    @property
    def signed(self) -> Path:
        """The folder with what was signed."""
        file = Path(self.path)
        return Path(self.approvals) if self.approvals else file.with_name(f"{file.name}.approvals")

    def read(self) -> Snapshot:
        """Return what the file and all files that it takes up hold now."""
        read: dict[str, bytes | None] = {}
        if self.trust is not None:
            read[str(self.trust)] = _bytes(str(self.trust))
            read.update(_folder(self.signed))
        name = str(self.path)
        try:
            file = find(self.path)
            noted = _Noted(file, read) if isinstance(file, Path) else file
            return _snapshot(read, read_file(cast("Traversable", noted)))
        except PolicyError as error:
            return _snapshot(read, None, error.problems)
        except PolicyNotFoundError as error:
            read.setdefault(name, None)
            return _snapshot(read, None, (Problem(name, 1, 1, str(error)),))

    def changed(self, since: Snapshot) -> bool:
        """Return whether one of the files of *since* holds something else now."""
        now = _folder(self.signed) if self.trust is not None else {}
        if any(since.files.get(path, None) != data for path, data in now.items()):
            return True
        return any(now.get(path, _bytes(path)) != data for path, data in since.files.items())

    def keeping(self) -> Keeping | None:
        """Return where the last good policy is kept."""
        return None if self.keep is None else Keeping(Path(self.keep))


class _Noted:
    """A file, or a folder, that notes what is read of it and of what lies in it."""

    def __init__(self, path: Path, read: dict[str, bytes | None]) -> None:
        self._path = path
        self._read = read

    def __str__(self) -> str:
        return str(self._path)

    @property
    def parent(self) -> _Noted:
        """The folder that it lies in."""
        return _Noted(self._path.parent, self._read)

    def joinpath(self, *names: str) -> _Noted:
        """Return what lies in it under *names*."""
        return _Noted(self._path.joinpath(*names), self._read)

    def open(self, mode: str) -> IO[bytes]:
        """Return its bytes as they are now; they are noted."""
        del mode
        try:
            data = self._path.read_bytes()
        except OSError:
            self._read[str(self._path)] = None
            raise
        self._read[str(self._path)] = data
        return BytesIO(data)


def _folder(folder: Path) -> dict[str, bytes | None]:
    """Return the notes in *folder* by their paths; none if there is no folder."""
    return {str(path): _bytes(str(path)) for path in folder.glob("*.note")}


def _snapshot(
    read: Mapping[str, bytes | None], loaded: Loaded | None, problems: tuple[Problem, ...] = ()
) -> Snapshot:
    return Snapshot(_content(read), read, loaded, problems)


def _bytes(path: str) -> bytes | None:
    try:
        return Path(path).read_bytes()
    except OSError:
        return None


def _content(files: Mapping[str, bytes | None]) -> str:
    """Return a hash over names and contents; what cannot be read differs from what is empty."""
    whole = sha256()
    for path, data in sorted(files.items()):
        mark = b"-" if data is None else sha256(data).digest()
        whole.update(sha256(path.encode("utf-8", "surrogateescape")).digest() + mark)
    return f"sha256:{whole.hexdigest()}"
