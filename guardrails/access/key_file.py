"""The file in which a gateway's keys are kept, as hashes."""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from guardrails.access.keys import Key, found, is_name
from guardrails.access.roles import Role
from guardrails.errors import AccessError

_FIELDS = frozenset(field.name for field in fields(Key))
_TEXTS = ("id", "name", "hash")
_WHOLE = ("created", "expires", "revoked", "rate")


class KeyFile:
    """
    Reads keys, and again whenever the file has changed: a key that is taken back is
    refused from the next request on.

    Args:
        path: The file; none is the same as one without keys.
        now: Unix time in seconds.
    """

    def __init__(self, path: Path, now: Callable[[], float]) -> None:
        self._path = path
        self._now = now
        self._seen: tuple[int, int, int] | None = None
        self._keys: Sequence[Key] = ()
        self._stale = False

    @property
    def keys(self) -> Sequence[Key]:
        """
        The keys, in the order in which they were made.

        Raises:
            AccessError: The file cannot be read, or is no file of keys.
        """
        seen = _stamp(self._path)
        if seen != self._seen:
            self._keys = () if seen is None else read_keys(self._path)
            self._seen = seen
        return self._keys

    @property
    def stale(self) -> bool:
        """Whether the file was broken when it was last looked at; the keys before count on."""
        return self._stale

    def find(self, text: str) -> Key | None:
        """Return the live key of which *text* is the whole, or None."""
        return found(self._known(), text, self._now())

    def live(self, key_id: str) -> Key | None:
        """Return the key with that id if it is still taken, or None."""
        now = self._now()
        return next((key for key in self._known() if key.id == key_id and key.live(now)), None)

    def _known(self) -> Sequence[Key]:
        try:
            keys, self._stale = self.keys, False
        except AccessError:
            # A slip of the hand in the file must not end the service.
            keys, self._stale = self._keys, True
        return keys


def read_keys(path: Path) -> list[Key]:
    """
    Return the keys in the file; none if it is not there.

    Raises:
        AccessError: It cannot be read, or is no file of keys.
    """
    try:
        value = json.loads(path.read_bytes())
    except FileNotFoundError:
        return []
    except OSError as error:
        msg = f"{path}: {error.strerror}"
        raise AccessError(msg) from None
    except ValueError:
        msg = f"{path}: is no JSON; restore it, or begin anew with `candor serve keys new`"
        raise AccessError(msg) from None
    if not isinstance(value, dict) or value.get("schema") != 1:
        msg = f"{path}: is no file of keys: an object with schema 1 is wanted"
        raise AccessError(msg)
    rows = value.get("keys")
    if not isinstance(rows, list):
        msg = f"{path}: has no list of keys"
        raise AccessError(msg)
    return [_key(path, number, row) for number, row in enumerate(rows, 1)]


@contextmanager
def changing(path: Path) -> Iterator[list[Key]]:
    """
    Give the keys in the file as a list, and write it back when the context is left.

    One process at a time; whoever reads meanwhile sees all of it or nothing.

    Raises:
        AccessError: The file cannot be read or written.
    """
    try:
        folder = os.open(path.absolute().parent, os.O_RDONLY)
    except OSError as error:
        msg = f"{path.absolute().parent}: {error.strerror}"
        raise AccessError(msg) from None
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        keys = read_keys(path)
        yield keys
        _write(path, keys)
    finally:
        os.close(folder)


def _write(path: Path, keys: Sequence[Key]) -> None:
    rows = [{**asdict(key), "role": str(key.role)} for key in keys]
    text = json.dumps({"schema": 1, "keys": rows}, indent=1) + "\n"
    draft = None
    try:
        # Readable by its owner alone, as such files are made.
        with tempfile.NamedTemporaryFile(
            "w", dir=path.absolute().parent, prefix=f".{path.name}.", delete=False
        ) as file:
            draft = Path(file.name)
            _hand_over(file.fileno(), path)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        if draft is not None:
            draft.unlink(missing_ok=True)
        msg = f"{path}: {error.strerror}"
        raise AccessError(msg) from None


def _hand_over(file: int, path: Path) -> None:
    """
    Give the open *file* to whoever owns the one it replaces, or else the folder.

    A gateway runs as a user of its own. Were root to take a key back in a file that this user
    could then not read, the key would go on working.
    """
    if os.geteuid() != 0:
        return
    try:
        like = path.stat()
    except OSError:
        like = path.absolute().parent.stat()
    os.fchown(file, like.st_uid, like.st_gid)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _key(path: Path, number: int, row: Any) -> Key:  # noqa: ANN401 - JSON
    msg = f"{path}: key {number} is none: fields are missing, unknown or of another type"
    if not isinstance(row, dict) or not row.keys() <= _FIELDS:
        raise AccessError(msg)
    values = dict(row)
    routes = values.get("routes")
    try:
        values["role"] = Role(str(values.get("role")))
        values["routes"] = None if routes is None else tuple(map(_text, routes))
        key = Key(**values)
        for name in _TEXTS:
            _text(getattr(key, name))
        if not is_name(key.name):
            raise AccessError(msg)
        for name in _WHOLE:
            _whole(getattr(key, name))
        _whole(key.created, wanted=True)
    except (TypeError, ValueError):
        raise AccessError(msg) from None
    return key


def _whole(value: object, *, wanted: bool = False) -> None:
    if type(value) is not int and (wanted or value is not None):
        raise TypeError


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError
    return value
