"""A frozen parse of a reply, with its words and the tree turned downwards."""

from __future__ import annotations

from guardrails.detectors.base import Reading


class Parse:
    """A reading, with the words beside it and the tree turned downwards."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self.tokens = reading.tokens
        self.sentences = reading.sentences
        self.words = [text[t.start : t.stop].lower().replace("’", "'") for t in reading.tokens]
        self.lemmas = [t.lemma.replace("’", "'") for t in reading.tokens]
        self.kids: list[list[int]] = [[] for _ in reading.tokens]
        for at, token in enumerate(reading.tokens):
            if token.head != at:
                self.kids[token.head].append(at)

    def deps(self, at: int, *deps: str) -> list[int]:
        """Return the children of *at* with one of *deps*, in order."""
        return [kid for kid in self.kids[at] if self.tokens[kid].dep in deps]

    def first(self, at: int, *deps: str) -> int | None:
        """Return the first child of *at* with one of *deps*."""
        return next((kid for kid in self.kids[at] if self.tokens[kid].dep in deps), None)

    def object_of(self, at: int) -> int | None:
        """Return the direct object of a verb."""
        found = self.first(at, "dobj", "obj")
        return found if found is not None else self.first(at, "dative", "oprd")

    def with_conjuncts(self, at: int | None) -> list[int]:
        """Return *at* and what is coordinated with it."""
        found: list[int] = []
        queue = [] if at is None else [at]
        while queue:
            one = queue.pop()
            found.append(one)
            queue += self.deps(one, "conj", "appos")
        return found

    def preposition(self, at: int, *words: str) -> int | None:
        """Return the object of one of the prepositions *words* under *at*."""
        for kid in self.kids[at]:
            if self.tokens[kid].dep in {"prep", "agent", "prt", "advmod"} and (
                self.words[kid] in words
            ):
                found = self.first(kid, "pobj", "pcomp")
                if found is not None:
                    return found
        return None

    def modifiers(self, at: int) -> frozenset[str]:
        """Return the words directly under *at*."""
        return frozenset(self.words[kid] for kid in self.kids[at])

    def subtree(self, at: int, *, stop: frozenset[str] = frozenset()) -> list[int]:
        """Return *at* and all below it, not going into dependencies *stop*."""
        found: list[int] = []
        queue = [at]
        while queue:
            one = queue.pop()
            found.append(one)
            queue += [kid for kid in self.kids[one] if self.tokens[kid].dep not in stop]
        return sorted(found)
