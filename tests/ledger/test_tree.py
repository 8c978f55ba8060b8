"""
The Merkle tree, against published vectors and against the definitions taken literally.

The eight leaves, their roots and the proofs are those of the reference implementation
of Certificate Transparency (transparency-dev/merkle, testonly/constants.go). The tree
of seven leaves is the example of RFC 6962, section 2.1.3, and RFC 9162, section 2.1.5.
"""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.ledger.tree import (
    EMPTY,
    Tree,
    consistency,
    extends,
    includes,
    inclusion,
    leaf_digest,
)

LINES = [
    bytes.fromhex(line)
    for line in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
CONSISTENCY = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
FIRST_OF_SEVEN = [
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e",
]
SMALL = 40


def mth(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, word for word, over leaves that are hashed already."""
    if len(leaves) < 2:
        return leaves[0] if leaves else EMPTY
    middle = 1
    while middle * 2 < len(leaves):
        middle *= 2
    return sha256(b"\x01" + mth(leaves[:middle]) + mth(leaves[middle:])).digest()


class Forest:
    """All leaves of a tree, as the source of its nodes."""

    def __init__(self, count: int, salt: int = 0) -> None:
        self.leaves = [leaf_digest(b"%d %d" % (salt, n)) for n in range(count)]

    def nodes(self, height: int, index: int) -> bytes:
        row = self.leaves[index << height : (index + 1) << height]
        assert len(row) == 1 << height  # never asks for what does not exist
        return mth(row)

    def root(self, size: int) -> bytes:
        return mth(self.leaves[:size])


def published(count: int) -> Forest:
    forest = Forest(0)
    forest.leaves = list(map(leaf_digest, LINES[:count]))
    return forest


@pytest.mark.parametrize("size", range(9))
def test_roots_are_the_published_ones(size: int) -> None:
    tree = Tree()
    for line in LINES[:size]:
        tree.add(leaf_digest(line))
    assert tree.root().hex() == ROOTS[size]


@pytest.mark.parametrize(("old", "new"), CONSISTENCY)
def test_consistency_proofs_are_the_published_ones(old: int, new: int) -> None:
    path = consistency(old, new, published(new).nodes)
    assert [one.hex() for one in path] == CONSISTENCY[old, new]
    assert extends(old, bytes.fromhex(ROOTS[old]), new, bytes.fromhex(ROOTS[new]), path)


def test_an_inclusion_proof_is_the_published_one() -> None:
    path = inclusion(0, 7, published(7).nodes)
    assert [one.hex() for one in path] == FIRST_OF_SEVEN
    assert includes(leaf_digest(LINES[0]), 0, 7, path, bytes.fromhex(ROOTS[7]))


def test_proofs_in_the_tree_of_seven_are_those_that_the_standard_draws() -> None:
    forest = Forest(7)
    a, b, c, d, e, f, j = forest.leaves
    g, h, i = mth([a, b]), mth([c, d]), mth([e, f])
    k, l = mth([a, b, c, d]), mth([e, f, j])  # noqa: E741 - the standard's names

    assert inclusion(0, 7, forest.nodes) == [b, h, l]
    assert inclusion(3, 7, forest.nodes) == [c, g, l]
    assert inclusion(4, 7, forest.nodes) == [f, j, k]
    assert inclusion(6, 7, forest.nodes) == [i, k]
    assert consistency(3, 7, forest.nodes) == [c, d, g, l]
    assert consistency(4, 7, forest.nodes) == [l]
    assert consistency(6, 7, forest.nodes) == [i, j, k]


def test_every_record_of_every_small_tree_is_proven_at_its_place_and_at_no_other() -> None:
    forest = Forest(SMALL)
    for size in range(1, SMALL + 1):
        root = forest.root(size)
        for index in range(size):
            path = inclusion(index, size, forest.nodes)
            leaf = forest.leaves[index]
            assert includes(leaf, index, size, path, root)
            assert not includes(leaf, size, size, path, root)
            for other in {index - 1, index + 1, 0, size - 1} - {index}:
                assert not includes(leaf, other, size, path, root)


def test_every_pair_of_small_trees_is_proven_to_grow() -> None:
    forest, fork = Forest(SMALL), Forest(SMALL, salt=1)
    for new in range(SMALL + 1):
        for old in range(new + 1):
            path = consistency(old, new, forest.nodes)
            assert extends(old, forest.root(old), new, forest.root(new), path)
            if old:
                assert not extends(old, fork.root(old), new, forest.root(new), path)
                assert not extends(old, forest.root(old), new, fork.root(new), path)


@given(st.data())
def test_no_proof_survives_a_change(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 3000))
    index = data.draw(st.integers(0, size - 1))
    old = data.draw(st.integers(1, size - 1))
    forest = _LARGE
    root = forest.root(size)
    path = inclusion(index, size, forest.nodes)
    growth = consistency(old, size, forest.nodes)
    leaf, before = forest.leaves[index], forest.root(old)
    assert includes(leaf, index, size, path, root)
    assert extends(old, before, size, root, growth)

    which = data.draw(st.integers(0, max(len(path), len(growth)) - 1))
    bit = data.draw(st.integers(0, 255))
    for bad in _spoilt(path, which, bit):
        assert not includes(leaf, index, size, bad, root)
    for bad in _spoilt(growth, which, bit):
        assert not extends(old, before, size, root, bad)
    assert not includes(_flipped(leaf, bit), index, size, path, root)
    assert not extends(old, _flipped(before, bit), size, root, growth)
    assert not extends(old, before, size, _flipped(root, bit), growth)


_LARGE = Forest(3000)


def _flipped(digest: bytes, bit: int) -> bytes:
    return bytes(byte ^ (1 << bit % 8 if at == bit // 8 else 0) for at, byte in enumerate(digest))


def _spoilt(path: list[bytes], which: int, bit: int) -> list[list[bytes]]:
    at = which % len(path)
    return [
        [*path[:at], _flipped(path[at], bit), *path[at + 1 :]],
        path[:at] + path[at + 1 :],
        [*path, path[at]],
        [path[at], *path],
    ]


@pytest.mark.parametrize("size", [0, 1, 255, 256, 257, 1000])
def test_a_tree_grows_from_the_ends_of_its_rows(size: int) -> None:
    forest = Forest(size + 300)
    tree = Tree()
    for leaf in forest.leaves[:size]:
        tree.add(leaf)
    again = Tree(tree.rows, tree.size)
    for leaf in forest.leaves[size:]:
        again.add(leaf)
    assert tree.root() == forest.root(size)
    assert again.root() == forest.root(size + 300)


def test_full_tiles_hold_what_the_specification_says() -> None:
    tree = Tree()
    leaves = [leaf_digest(b"%d" % n) for n in range(70_000)]  # the example of C2SP tlog-tiles
    for leaf in leaves:
        tree.add(leaf)

    found = {(row, index) for row, index, _ in tree.full}
    assert len([row for row, _ in found if row == 0]) == 273
    assert [row for row, _ in found if row == 1] == [1]
    assert [len(row) for row in tree.rows] == [112, 17, 1]
    tiles = {(row, index): data for row, index, data in tree.full}
    assert tiles[0, 272] == b"".join(leaves[272 * 256 : 273 * 256])
    assert tiles[1, 0][32:64] == mth(leaves[256:512])


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_there_is_no_proof_of_a_record_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no record"):
        inclusion(index, size, Forest(3).nodes)
    assert not includes(EMPTY, index, size, [], EMPTY)


def test_no_tree_begins_with_a_larger_one() -> None:
    with pytest.raises(ValueError, match="does not begin"):
        consistency(3, 2, Forest(3).nodes)
    assert not extends(3, EMPTY, 2, EMPTY, [])
