"""
spaCy's encoders of tokens, computed by onnxruntime.

What takes most of a pipeline's time are a few rounds in which each token's row of numbers
takes in those of its neighbours. thinc computes them layer by layer and holds the
interpreter all the while; onnxruntime takes a third of the time, and lets it go.
Only the order in which products are added up differs, so that rows differ by some
millionths, as they do between processors.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from guardrails.detectors.onnx_graph import Graph
from guardrails.detectors.runtime import Runtime

_EMBEDS: Final = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
_MIXES: Final = "maxout>>layernorm>>dropout"
_ROUND: Final = f"residual(expand_window>>{_MIXES})"
_EPSILON: Final = 1e-8  # of thinc's layer norm
_ROWS, _ENCODED = "rows", "encoded"
_FAR = 1 << 40  # past the last row of any text


class Encoder:
    """
    What an encoder of spaCy's `MultiHashEmbed` and `MaxoutWindowEncoder` computes.

    Args:
        node: The thinc model, with its weights; see `is_known`.

    Attributes:
        given: Width of the rows that `rows` gives.
        width: Width of the rows that are computed from them.
    """

    def __init__(self, node: Any) -> None:  # noqa: ANN401 - thinc's models have no useful types
        embed, encode = node.layers
        tables = [each for each in embed.layers[2].walk() if each.name == "hashembed"]
        self._features = embed.layers[0]
        self._tables = [
            (each.attrs["column"], each.attrs["seed"], each.get_param("E")) for each in tables
        ]
        self._mixer = embed.layers[3]
        self._rounds = encode.layers[0].layers
        self._pad = encode.attrs["pad"]
        self.given = sum(each.get_dim("nO") for each in tables)
        self.width = node.get_dim("nO")

    @staticmethod
    def is_known(node: Any) -> bool:  # noqa: ANN401 - as above
        """Return whether the thinc model *node* is such an encoder."""
        if len(node.layers) != 2 or not {"embed", "encode"} <= set(node.ref_names):  # noqa: PLR2004
            return False
        embed, encode = node.layers
        made = tuple(each.name.partition("(")[0] for each in embed.layers)
        if made != _EMBEDS or not encode.name.startswith(f"with_array({_ROUND}"):
            return False
        rounds = {each.name for each in encode.layers[0].layers}
        return embed.layers[3].layers[0].name == _MIXES and rounds == {_ROUND}

    def rows(self, doc: Any) -> Any:  # noqa: ANN401 - as above, and an array
        """Return what the tables say of each token of *doc*, which has one at least."""
        import numpy as np

        ops, [ids] = self._features.ops, self._features.predict([doc])
        made = [
            ops.gather_add(table, ops.hash(np.ascontiguousarray(ids[:, column]), seed) % len(table))
            for column, seed, table in self._tables
        ]
        return np.concatenate(made, axis=1)

    def written(self, graph: Graph, rows: str) -> str:
        """Add what is computed of *rows* to *graph*, and return its name."""
        rows = _mixed(graph, rows, self._mixer)
        if self._pad:
            nothing = _zeros(graph, self._pad, self.width)
            rows = graph.node("Concat", nothing, rows, nothing, axis=0)
        for each in self._rounds:
            window = next(one for one in each.walk() if one.name == "expand_window")
            around = _around(graph, rows, window.attrs["window_size"], self.width)
            rows = graph.node("Add", rows, _mixed(graph, around, each))
        return _cut(graph, rows, self._pad, -self._pad) if self._pad else rows


def hasten(model: Any) -> int:  # noqa: ANN401 - as above
    """
    Let onnxruntime compute the encoders in the thinc model *model*.

    Returns how many were changed: those of a make that is known.
    """
    found = [node for node in model.walk() if Encoder.is_known(node)]
    for node in found:
        node.layers[:] = [_computed(Encoder(node))]
        for name in ("embed", "encode"):
            node.set_ref(name, None)  # and with it go the weights
    return len(found)


def _computed(encoder: Encoder) -> Any:  # noqa: ANN401 - as above
    """Return the thinc model that stands in the place of *encoder*'s own."""
    import numpy as np
    from thinc.api import Model

    graph = Graph(_ROWS, encoder.given)
    graph.output(_ENCODED, encoder.written(graph, _ROWS), encoder.width)
    runtime = Runtime(graph.model(), "encoder of tokens", threads=1)

    def forward(_: object, docs: Sequence[Any], is_train: bool) -> tuple[list[Any], None]:
        del is_train
        return [
            runtime.now({_ROWS: encoder.rows(doc)}, (_ENCODED,))[0]
            if len(doc)
            else np.zeros((0, encoder.width), np.float32)
            for doc in docs
        ], None

    return Model("encoder", forward, dims={"nO": encoder.width})


def _mixed(graph: Graph, rows: str, model: Any) -> str:  # noqa: ANN401 - as above
    """Add the best of several products for each number of a row, evened out."""
    parts = {each.name: each for each in model.walk()}
    maxout, norm = parts["maxout"], parts["layernorm"]
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    best = best_of(graph, rows, weights, bias)
    scale, shift = (graph.constant(norm.get_param(name)) for name in ("G", "b"))
    return graph.node("LayerNormalization", best, scale, shift, axis=-1, epsilon=_EPSILON)


def best_of(graph: Graph, rows: str, weights: Any, bias: Any) -> str:  # noqa: ANN401 - arrays of numpy
    """
    Add the best piece of each product of *rows*.

    Args:
        graph: What it is added to.
        rows: What is multiplied.
        weights: By number, piece and number of *rows*.
        bias: By number and piece.
    """
    pieces, given = weights.shape[1:]
    planes = weights.transpose(1, 0, 2).reshape(-1, given).T
    product = graph.node("Gemm", rows, graph.constant(planes), graph.constant(bias.T.reshape(-1)))
    return graph.node("Max", *graph.nodes("Split", product, outputs=pieces, axis=1))


def _around(graph: Graph, rows: str, reach: int, width: int) -> str:
    """Add each row with those of *reach* neighbours on either side; nothing at the ends."""
    nothing = _zeros(graph, reach, width)
    padded = graph.node("Concat", nothing, rows, nothing, axis=0)
    last = 2 * reach
    each = [_cut(graph, padded, at, at - last if at < last else _FAR) for at in range(last + 1)]
    return graph.node("Concat", *each, axis=1)


def _cut(graph: Graph, rows: str, start: int, stop: int) -> str:
    import numpy as np

    ends = (graph.constant(np.asarray([each], np.int64)) for each in (start, stop, 0))
    return graph.node("Slice", rows, *ends)


def _zeros(graph: Graph, rows: int, width: int) -> str:
    import numpy as np

    return graph.constant(np.zeros((rows, width), np.float32))
