"""
The tree of a log on disk (C2SP tlog-tiles).

    DIR/<origin>/tile/<row>/<index>        256 hashes; index 1234067 is x001/x234/067
                 tile/<row>/<index>.p/<n>  n hashes at the end of a row, n from 1 to 255

Tiles can be made again from the records. They are not waited for on the disk, so a
crash may tear them: whoever reads them holds them against a signed root. The leaves of
records that were removed are kept apart, in one file that was waited for:

    DIR/<origin>/removed                   32 bytes for each of them
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from guardrails.errors import LogReadError
from guardrails.ledger.disk import REMOVED, TILES, segments
from guardrails.ledger.opening import content, opened
from guardrails.ledger.read import later_format, read_lines, record_of
from guardrails.ledger.tree import SIZE, WIDTH, Tree, leaf_digest, whole

_HEIGHT = 8  # of a full tile
_DIGITS = 1000


def tile_path(folder: Path, row: int, index: int, width: int = WIDTH) -> Path:
    """Return the path of a tile of *width* hashes, 1 to 256."""
    parts = [f"{index % _DIGITS:03d}"]
    while index := index // _DIGITS:
        parts.insert(0, f"x{index % _DIGITS:03d}")
    path = folder.joinpath(TILES, str(row), *parts)
    return path if width == WIDTH else path.with_name(f"{path.name}.p") / str(width)


def write_tiles(folder: Path, tree: Tree) -> None:
    """
    Write the tiles of *tree* that became full, and those at the ends of its rows.

    Raises:
        OSError: They could not be written; call again.
    """
    while tree.full:
        row, index, data = tree.full[0]
        path = tile_path(folder, row, index)
        replace(path, data)
        shutil.rmtree(path.with_name(f"{path.name}.p"), ignore_errors=True)
        del tree.full[0]
    for row, hashes in enumerate(tree.rows):
        if hashes:
            index = tree.size >> _HEIGHT * (row + 1)
            replace(tile_path(folder, row, index, len(hashes)), b"".join(hashes))


def replace(path: Path, data: bytes) -> None:
    """Make *data* the content of the file, whole or not at all to who reads it. `OSError`."""
    path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.draft")
    draft.write_bytes(data)
    draft.replace(path)


def read_tile(folder: Path, row: int, index: int, width: int) -> list[bytes] | None:
    """
    Return the first *width* hashes of a tile, or None if there are no so many.

    Raises:
        OSError: It cannot be read.
    """
    full = tile_path(folder, row, index)
    part = full.with_name(f"{full.name}.p")
    found = [full]
    if width < WIDTH and part.is_dir():
        found += sorted(part.iterdir(), key=lambda path: path.name.zfill(3))
    for path in found:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            data = content(path)
            if len(data) >= width * SIZE and len(data) % SIZE == 0:
                return [data[at : at + SIZE] for at in range(0, width * SIZE, SIZE)]
    return None


def tree_of(folder: Path, size: int) -> Tree | None:
    """
    Return the tree of the first *size* records as the tiles have it, or None if some are missing.

    Raises:
        OSError: They cannot be read.
    """
    rows: list[list[bytes]] = []
    row = 0
    while row == 0 or size >> _HEIGHT * row:
        width = (size >> _HEIGHT * row) % WIDTH
        hashes = read_tile(folder, row, size >> _HEIGHT * (row + 1), width) if width else []
        if hashes is None:
            return None
        rows.append(hashes)
        row += 1
    return Tree(rows, size)


def leaves(folder: Path, start: int = 0) -> Iterator[bytes]:
    """
    Yield the leaf of each whole line of a log, from line *start* of it, counted from 0.

    Raises:
        LogReadError: A compressed segment cannot be read, or the leaves of removed
            records are not there.
        OSError: A segment cannot be read.
    """
    found = segments(folder)
    removed = removed_records(found)
    if start < removed:
        yield from islice(removed_leaves(folder, removed), start, None)
    firsts = [(_first_seq(path), path) for _, path in found]
    known = [at for at, (seq, _) in enumerate(firsts) if seq is not None and seq <= start]
    begin = known[-1] if known else 0
    place = (firsts[begin][0] or 0) if firsts else 0
    for _, path in firsts[begin:]:
        for line in read_lines(path):
            if line.whole:
                if place >= start:
                    yield leaf_digest(line.data)
                place += 1


def removed_records(found: Sequence[tuple[int, Path]]) -> int:
    """
    Return how many records stood in segments before the first of *found*; 0 if it is number 1.

    It is what the first record there says of its place; nothing is proved by it.

    Raises:
        LogReadError: A compressed segment, or a record of a later format, cannot be read.
        OSError: The segment cannot be read.
    """
    if not found or found[0][0] == 1:
        return 0
    path = found[0][1]
    for line in read_lines(path):
        if newer := later_format(line.data):
            msg = f"{path}:1: {newer}"
            raise LogReadError(msg)
        break
    return _first_seq(path) or 0


def removed_leaves(folder: Path, size: int) -> Iterator[bytes]:
    """
    Yield the leaves of the first *size* records, which were removed.

    Raises:
        LogReadError: They are not all there.
        OSError: They cannot be read.
    """
    path = folder / REMOVED
    if not size:
        return
    if not path.is_file() or path.stat().st_size < size * SIZE:
        msg = f"{path}: the hashes of the first {size:,} records, which were removed, are not there"
        raise LogReadError(msg)
    with opened(path) as file:
        for _ in range(size):
            yield file.read(SIZE)


def _first_seq(path: Path) -> int | None:
    """Return `seq` of the first record of a segment, or None if its first line is none."""
    for line in read_lines(path):
        if (record := record_of(line)) is not None:
            return int(record["seq"])
        break
    return None


class Hashes:
    """
    Every hash of a log's tree: from its tiles, and where they are missing, from its records.

    Args:
        folder: The log.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tiles: dict[tuple[int, int, int], list[bytes]] = {}

    def nodes(self, height: int, index: int) -> bytes:
        """
        Return the hash over `2**height` records; see `tree.Nodes`.

        Raises:
            LogReadError: Neither tiles nor records are there.
            OSError: They cannot be read.
        """
        row, rise = divmod(height, _HEIGHT)
        start = index << rise
        tile, first = divmod(start, WIDTH)
        wanted = first + (1 << rise)
        return whole(self._tile(row, tile, wanted)[first:wanted])

    def _tile(self, row: int, index: int, width: int) -> list[bytes]:
        key = (row, index, width)
        if key not in self._tiles:
            found = read_tile(self._folder, row, index, width)
            self._tiles[key] = found or self._made(row, index, width)
        return self._tiles[key]

    def _made(self, row: int, index: int, width: int) -> list[bytes]:
        start = index * WIDTH
        if row:
            return [whole(self._tile(row - 1, at, WIDTH)) for at in range(start, start + width)]
        hashes = leaves(self._folder, start)
        made = [one for one, _ in zip(hashes, range(width), strict=False)]
        if len(made) < width:
            msg = f"{self._folder}: records from {start + len(made):,} on are not there"
            raise LogReadError(msg)
        return made
