"""
The entities that spaCy's name finder finds in a text, token by token but in one pass.

spaCy's own decides about each token with what it decided before: is an entity open, and
where did it begin? Most tokens stand outside of any, and what it would decide there depends
on the token alone: onnxruntime scores them all at once, and only within an entity is one
token looked at after the other. The moves that are allowed, and the first of equal ones, are
those of `spacy/pipeline/_parser_internals/ner.pyx` (3.8) for a text without entities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias

from guardrails.detectors.encoder import Encoder, best_of
from guardrails.detectors.onnx_fields import INT64
from guardrails.detectors.onnx_graph import Graph
from guardrails.detectors.runtime import Runtime

_CHAIN: Final = ("list2array", "linear")
_STATE: Final = (
    3  # tokens that a state is told by: this one, where its entity began, the one before
)
_ROWS, _FIRST, _ALONE, _PARTS = "rows", "first", "alone", "parts"
_NEVER = -1e30  # score of a move that is not allowed


class Entity(NamedTuple):
    """What was found: its label, and its range in the text."""

    label: str
    start: int
    stop: int


Finder: TypeAlias = Callable[[Any], list[Entity]]
"""Takes a `Doc` of spaCy's without entities; it stays without."""


def finder(ner: Any) -> Finder:  # noqa: ANN401 - spaCy's pipes have no useful types
    """
    Return what finds the entities that *ner*, an `EntityRecognizer`, would set.

    One of a make that is not known is asked itself.
    """
    return _Moves(ner) if _is_known(ner) else lambda doc: _set(ner(doc))


def _is_known(ner: Any) -> bool:  # noqa: ANN401 - as above
    model = ner.model
    if model.name != "parser_model" or not model.attrs.get("has_upper") or len(model.layers) != 3:  # noqa: PLR2004
        return False
    before, lower, _ = model.layers
    return (
        ner.cfg["beam_width"] == 1
        and not model.attrs["unseen_classes"]
        and tuple(each.name for each in before.layers[1:]) == _CHAIN
        and Encoder.is_known(before.layers[0])
        and lower.get_dim("nF") == _STATE
        and lower.get_dim("nP") > 1
    )


def _set(doc: Any) -> list[Entity]:  # noqa: ANN401 - as above
    return [Entity(each.label_, each.start_char, each.end_char) for each in doc.ents]


class _Moves:
    """A name finder whose moves outside of entities are scored at once."""

    def __init__(self, ner: Any) -> None:  # noqa: ANN401 - as above
        before, lower, upper = ner.model.layers
        self._encoder = Encoder(before.layers[0])
        self._weights, self._bias = upper.get_param("W"), upper.get_param("b")
        self._shape = (_STATE, lower.get_dim("nO"), lower.get_dim("nP"))
        self._lower_bias = lower.get_param("b")
        names = [ner.moves.get_class_name(at) for at in range(ner.moves.n_moves)]
        self._names = [tuple(name.partition("-")[::2]) for name in names]
        self._inside = {
            label: (names.index(f"I-{label}"), names.index(f"L-{label}"))
            for move, label in self._names
            if move == "B"
        }
        self._runtime = Runtime(self._written(before, lower), "finder of names", threads=1)

    def _written(self, before: Any, lower: Any) -> bytes:  # noqa: ANN401 - as above
        """Return the model of what is computed of every token."""
        graph = Graph(_ROWS, self._encoder.given)
        encoded = self._encoder.written(graph, _ROWS)
        linear = before.layers[2]
        tokens = graph.node(
            "Gemm",
            encoded,
            graph.constant(linear.get_param("W").T),
            graph.constant(linear.get_param("b")),
        )
        weights, nothing = lower.get_param("W"), lower.get_param("pad")[0]
        parts = weights.reshape(-1, weights.shape[-1])
        graph.output(_PARTS, graph.node("MatMul", tokens, graph.constant(parts.T)), len(parts))
        bias = nothing[1] + nothing[2] + self._lower_bias
        hidden = best_of(graph, tokens, weights[0], bias)
        product = graph.node("MatMul", hidden, graph.constant(self._weights.T))
        for name, moves in ((_FIRST, "BUO"), (_ALONE, "UO")):
            bias = self._bias.copy()
            for at, (move, label) in enumerate(self._names):
                if move not in moves or (move == "U" and not label):
                    bias[at] = _NEVER
            scores = graph.node("Add", product, graph.constant(bias))
            best = graph.node("ArgMax", scores, axis=1, keepdims=1)
            graph.output(name, best, 1, INT64)
        return graph.model()

    def __call__(self, doc: Any) -> list[Entity]:  # noqa: ANN401 - as above
        """Return the entities in *doc*, in reading order."""
        if not len(doc):
            return []
        first, alone, parts = self._runtime.now(
            {_ROWS: self._encoder.rows(doc)}, (_FIRST, _ALONE, _PARTS)
        )
        spaces, starts = doc.to_array(["IS_SPACE", "SENT_START"]).T.tolist()
        found = self._found(first[:, 0].tolist(), alone[:, 0].tolist(), parts, spaces, starts)
        return [
            Entity(label, doc[start].idx, doc[stop - 1].idx + len(doc[stop - 1]))
            for label, start, stop in found
        ]

    def _found(
        self,
        first: list[int],
        alone: list[int],
        parts: Any,  # noqa: ANN401 - an array
        spaces: list[int],
        starts: list[int],
    ) -> Iterator[tuple[str, int, int]]:
        """Yield label, first token and the one past the last of each entity."""
        # An entity goes on neither past the last token nor past the end of a sentence.
        over = [start == 1 for start in starts[1:]] + [True]
        at = 0
        while at < len(first):
            move, label = self._names[(alone if over[at] else first)[at]]
            start, at = at, at + 1
            if spaces[start] or move == "O":
                continue
            if move == "B":
                while not over[at] and self._goes_on(parts, label, start, at):
                    at += 1
                at += 1
            yield label, start, at

    def _goes_on(self, parts: Any, label: str, start: int, at: int) -> bool:  # noqa: ANN401 - an array
        """Return whether the entity that begins at *start* goes on behind the token *at*."""
        this, began, last = (
            parts[token].reshape(self._shape)[place]
            for place, token in enumerate((at, start, at - 1))
        )
        hidden = (this + began + last + self._lower_bias).max(axis=1)
        goes_on, ends = (
            float(self._weights[each] @ hidden + self._bias[each]) for each in self._inside[label]
        )
        return goes_on >= ends
