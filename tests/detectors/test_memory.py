"""Memory that loading leaves behind."""

from __future__ import annotations

from guardrails.detectors.memory import give_back


def test_giving_memory_back_takes_nothing_that_is_in_use() -> None:
    kept = [bytes([number % 256]) * 1000 for number in range(1000)]

    give_back()

    assert all(each == bytes([number % 256]) * 1000 for number, each in enumerate(kept))
