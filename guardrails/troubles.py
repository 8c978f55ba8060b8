"""What did not work in a turn, counted and then written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from guardrails.decisions import Do
from guardrails.detectors.base import Report, State
from guardrails.errors import ModelError, SessionError
from guardrails.events import gaps_in
from guardrails.ledger.acts import coverage_gap_body, failure_body
from guardrails.messages import Side


class Troubles:
    """What failed, was skipped or could not be covered in one turn."""

    def __init__(self) -> None:
        self._failures: Counter[tuple[Side, str, State, str]] = Counter()
        self._partly: Counter[tuple[Side, str, str]] = Counter()

    def notice(self, reports: Iterable[Report], side: Side) -> None:
        """Count the detectors that did not look, and what they could not look for."""
        for report in reports:
            if report.state is not State.DECIDED:
                self._failures[side, report.detector, report.state, report.why] += 1
        for gap in gaps_in(reports, Do.NOTE):
            if gap.kind != "detector":
                self._partly[side, gap.kind, gap.what] += 1

    def bodies(
        self,
        turn: Mapping[str, Any],
        *,
        unkept: Mapping[str, int],
        failed: ModelError | None,
        without: SessionError | None,
        unheard: str = "",
    ) -> list[tuple[str, dict[str, Any]]]:
        """
        Return kind and body of a record for each of them.

        Args:
            turn: `session` and `turn`.
            unkept: Why a text that was to be kept is not → how often.
            failed: What became of the model.
            without: Why the conversation's own session was out of reach.
            unheard: Why nothing that a rewriting model wrote went out, or "".
        """
        bodies: list[tuple[str, dict[str, Any]]] = [
            (
                "failure",
                failure_body(
                    **turn,
                    side=side,
                    of="detector",
                    name=name,
                    state=state,
                    why=why,
                    count=count,
                ),
            )
            for (side, name, state, why), count in self._failures.items()
        ]
        for (side, kind, what), count in self._partly.items():
            body = coverage_gap_body(
                **turn, side=side, gap=kind, what=what, do=Do.NOTE, count=count
            )
            bodies.append(("coverage_gap", body))
        if without is not None:
            body = failure_body(
                **turn,
                side=Side.INPUT,
                of="sessions",
                name=type(without).__name__,
                state=State.FAILED,
                why="",
            )
            bodies.append(("failure", body))
        for why, count in unkept.items():
            body = failure_body(
                **turn,
                side=Side.OUTPUT,
                of="evidence",
                name="evidence",
                state=State.FAILED,
                why=why,
                count=count,
            )
            bodies.append(("failure", body))
        if unheard:
            body = failure_body(
                **turn,
                side=Side.OUTPUT,
                of="rewriter",
                name="rewriter",
                state=State.FAILED,
                why=unheard,
            )
            bodies.append(("failure", body))
        if failed is not None:
            why = "" if failed.status is None else f"HTTP {failed.status}"
            body = failure_body(
                **turn,
                side=Side.OUTPUT,
                of="model",
                name=failed.kind,
                state=State.FAILED,
                why=why,
            )
            bodies.append(("failure", body))
        return bodies
