"""
The versions of a policy that a service keeps beside its file, for people to sign.

    calm.policy.yaml.proposals/
      <24 hex>.json             a version: its text, who brought it and when
      <24 hex>.report.json      the replay that people are to read
      waiting-<24 hex>.note     a roll-out that too few have signed yet
      taken.json                which roll-out brought which version in the place of which

Nothing here is in force. A version gets into the policy's file by a roll-out that enough have
signed, and by nothing else.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import orjson

from guardrails.approvals.folder import SignedRollout, note_in, written
from guardrails.approvals.notes import Rollout
from guardrails.approvals.trust import Trust, read_trust
from guardrails.approvals.versions import ID, Take, Version, id_of
from guardrails.errors import (
    ConfigurationError,
    LogReadError,
    PolicyError,
    PolicyNotFoundError,
    ProofError,
    RefusedError,
)
from guardrails.policy.load import read_text
from guardrails.policy.loaded import Loaded
from guardrails.policy.source import PolicyFile

OPEN_MAX: Final = 20
"""Versions that may wait at the same time."""
WAITING_MAX: Final = 50
"""Roll-outs that may wait for signatures at the same time."""


@dataclass(frozen=True, slots=True)
class Office:
    """Where versions of one policy are kept, and what was signed of them is handed in."""

    source: PolicyFile

    @property
    def file(self) -> Path:
        """The policy's file."""
        return Path(self.source.path)

    @property
    def folder(self) -> Path:
        """Where versions are kept."""
        return self.file.with_name(f"{self.file.name}.proposals")

    @property
    def trust(self) -> Trust:
        """
        Who may sign.

        Raises:
            ConfigurationError: No trust file was named.
            PolicyError: It is wrong.
            PolicyNotFoundError: It cannot be read.
        """
        if self.source.trust is None:
            msg = "notes are taken where a trust file says who may sign"
            raise ConfigurationError(msg)
        return read_trust(Path(self.source.trust))

    def current(self) -> tuple[Version, Loaded]:
        """
        Return the version that the file holds, and all that is in it.

        Raises:
            PolicyError: It holds none.
            PolicyNotFoundError: It cannot be read.
        """
        try:
            text = self.file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            msg = f"cannot read the policy file {self.file}: {type(error).__name__}"
            raise PolicyNotFoundError(msg) from None
        loaded = read_text(text, str(self.file), self.file.parent)
        kept = self.find(id_of(loaded.policy.hash))
        return kept or Version(loaded.policy.hash, text), loaded

    def holds(self, version: Version) -> bool:
        """Return whether the file holds *version*, in whatever words."""
        try:
            return self.current()[0].hash == version.hash
        except (PolicyError, PolicyNotFoundError):
            return False

    def loaded(self, version: Version) -> Loaded:
        """
        Return all that *version* holds, with the files that lie beside the policy's by now.

        Raises:
            PolicyError: Something in it is wrong by now.
            RefusedError: It means something else by now.
        """
        loaded = read_text(version.text, "candidate", self.file.parent)
        if loaded.policy.hash != version.hash:
            said = "a file that this version takes up has changed since: propose it anew"
            raise RefusedError(409, "changed_beside", said)
        return loaded

    def find(self, version_id: str) -> Version | None:
        """
        Return the version of that id, or None.

        Raises:
            LogReadError: What is kept of it cannot be read.
        """
        if len(version_id) != ID or not set(version_id) <= set("0123456789abcdef"):
            return None
        path = self.folder / f"{version_id}.json"
        return _version(path) if path.exists() else None

    def versions(self) -> list[Version]:
        """Return every version that is kept, the newest first; raises as `find` does."""
        paths = (path for path in self.folder.glob("*.json") if len(path.stem) == ID)
        return sorted(map(_version, paths), key=lambda one: (-one.at, one.id))

    def report(self, version: Version) -> bytes | None:
        """Return the replay that is kept with *version*, or None."""
        path = self.folder / f"{version.id}.report.json"
        return path.read_bytes() if version.report is not None and path.exists() else None

    def keep(self, version: Version, report: bytes | None = None) -> None:
        """
        Keep *version*, with the *report* that people are to read.

        Raises:
            ConfigurationError: It cannot be written.
        """
        if report is not None:
            written(self.folder / f"{version.id}.report.json", report)
        written(self.folder / f"{version.id}.json", orjson.dumps(asdict(version)))

    def waiting(self) -> list[SignedRollout]:
        """
        Return the roll-outs that wait for signatures, by name.

        Raises:
            LogReadError: One of them cannot be read.
        """
        found = []
        for path in sorted(self.folder.glob("waiting-*.note")):
            note = note_in(path)
            try:
                found.append(SignedRollout(path, note, Rollout.parse(note.text)))
            except ProofError as error:
                msg = f"{path}: {error}"
                raise LogReadError(msg) from None
        return found

    def waits_at(self, rollout: Rollout) -> Path:
        """Return the file in which *rollout* waits for signatures."""
        return self.folder / f"waiting-{sha256(rollout.text()).hexdigest()[:ID]}.note"

    def takes(self) -> list[Take]:
        """
        Return what was taken into service here, the first one first.

        Raises:
            LogReadError: It cannot be read.
        """
        path = self.folder / "taken.json"
        try:
            return [Take(**one) for one in orjson.loads(path.read_bytes())]
        except FileNotFoundError:
            return []
        except (OSError, orjson.JSONDecodeError, TypeError):
            raise _broken(path) from None

    def note_takes(self, takes: list[Take]) -> None:
        """Keep *takes*; raises as `keep` does."""
        written(self.folder / "taken.json", orjson.dumps([asdict(one) for one in takes]))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """
        Let nobody else change anything here meanwhile, in this process or another.

        Raises:
            ConfigurationError: The folder cannot be made.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            folder = os.open(self.folder, os.O_RDONLY)
        except OSError as error:
            msg = f"{self.folder} cannot be written: {error.strerror}"
            raise ConfigurationError(msg) from None
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)


def proposed(office: Office, version: Version, report: bytes | None) -> bool:
    """
    Keep *version* for people to sign; return whether it was not kept before.

    Raises:
        RefusedError: Too many wait already.
        ConfigurationError: It cannot be written.
        LogReadError: What is kept here cannot be read.
    """
    with office.locked():
        if office.find(version.id) is not None:
            return False
        used = {name for take in office.takes() for name in (take.base, take.instead)}
        if sum(one.hash not in used for one in office.versions()) >= OPEN_MAX:
            said = f"{OPEN_MAX} proposals wait already: withdraw one that is not wanted any more"
            raise RefusedError(409, "too_many", said)
        office.keep(version, report)
        return True


def withdrawn(office: Office, version_id: str) -> Version:
    """
    Take a proposal away, and what waits for it; return what it was.

    Raises:
        RefusedError: There is none, or it was in service: whoever undoes a roll-out needs it.
        LogReadError: What is kept here cannot be read.
    """
    with office.locked():
        version = office.find(version_id)
        if version is None:
            raise RefusedError(404, "not_found", "there is no such proposal")
        used = {name for take in office.takes() for name in (take.base, take.instead)}
        if version.hash in used:
            said = "this version was in service, and is kept so that people can go back to it"
            raise RefusedError(409, "was_in_service", said)
        for one in office.waiting():
            if one.rollout.base == version.hash:
                one.path.unlink()
        (office.folder / f"{version.id}.report.json").unlink(missing_ok=True)
        (office.folder / f"{version.id}.json").unlink()
        return version


def _version(path: Path) -> Version:
    try:
        told: Any = orjson.loads(path.read_bytes())
        version = Version(**told)
    except (OSError, orjson.JSONDecodeError, TypeError):
        raise _broken(path) from None
    if path.stem != version.id:
        raise _broken(path)
    return version


def _broken(path: Path) -> LogReadError:
    return LogReadError(f"{path}: is nothing that this service has written: take it away")
