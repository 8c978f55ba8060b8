import asyncio

from guardrails.errors import InputTooLongError
from guardrails.evaluation.rows import Broken, Row
from guardrails.evaluation.run import AHEAD, NotLookedError, evaluated


async def test_what_could_not_be_looked_at_is_told_and_not_counted():
    async def look(row: Row, number: int) -> int:
        if row.text == "x":
            raise NotLookedError
        if row.text == "y":
            raise InputTooLongError(9, 3)
        return number

    added: list[tuple[str, int]] = []
    told: list[Broken] = []
    done: list[None] = []
    rows = [Row("a", "x", line=4), Broken(5, "not JSON"), Row("b", "y", line=7), Row("c", "z")]
    await evaluated(
        rows,
        look,
        lambda row, seen: added.append((row.id, seen)),
        told.append,
        lambda: done.append(None),
    )
    assert added == [("c", 4)]
    assert {one.line for one in told} == {4, 5, 7}
    assert Broken(4, "a detector could not look at it") in told
    assert len(done) == 4


async def test_many_rows_are_all_counted_and_no_more_than_a_few_are_under_way():
    under_way, most = 0, 0

    async def look(row: Row, number: int) -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        under_way -= 1

    added: list[str] = []
    rows = [Row(str(n), "x") for n in range(3 * AHEAD)]
    await evaluated(rows, look, lambda row, _: added.append(row.id), lambda _: None, lambda: None)
    assert sorted(added) == sorted(row.id for row in rows)
    assert 1 < most <= AHEAD
