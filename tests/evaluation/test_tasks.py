import asyncio

from guardrails.context import TurnContext
from guardrails.decisions import Do, Mode
from guardrails.evaluation.rows import Broken, Row
from guardrails.evaluation.run import AHEAD, evaluated
from guardrails.evaluation.tasks import TASKS
from guardrails.findings import Family
from guardrails.inspecting import Inspected
from guardrails.messages import Side
from tests.policies import policy, rule

PII = TASKS["pii"]


def seen(rule_id: str | None, *findings: tuple[str, int, int, int]) -> Inspected:
    return Inspected(Do.PASS, rule_id, findings, "", None, None, escalate=False)


def test_only_rules_that_act_on_everybody_count_as_acting():
    mine = policy(
        rule("pii.email", Family.PII, do=Do.MASK),
        rule("pii.location", Family.PII, do=Do.NOTE),
        rule("pii.phone", Family.PII, do=Do.MASK, mode=Mode.SHADOW),
        rule("pii.iban", Family.PII, do=Do.MASK, percent=50),
        rule("pii.person", Family.PII, do=Do.MASK, where=frozenset({Side.OUTPUT})),
        rule("claim.emotion", Family.CLAIM, do=Do.REWRITE),
    )
    assert PII.acts(mine) == {"pii.email"}


def test_what_is_found_is_of_the_family_and_of_the_categories_that_are_asked_for():
    one = seen(None, ("pii.email", 0, 2, 9), ("crisis.suicide", 3, 4, 9), ("pii.phone", 5, 6, 9))
    assert PII.found(one) == [(0, 2), (5, 6)]
    assert PII.found(one, frozenset({"pii.phone"})) == [(5, 6)]


async def test_a_message_at_which_nobody_could_look_is_told_and_not_counted():
    async def inspect(text: str, side: Side, context: TurnContext) -> Inspected:
        return seen("failure.pii" if text == "x" else None)

    told: list[Broken] = []
    rows = [Row("a", "x", line=4), Row("b", "y", line=7)]
    figures = await evaluated(PII, rows, inspect, frozenset(), told.append, lambda: None)
    assert figures.report().messages == 1
    assert told == [Broken(4, "a detector could not look at it")]


async def test_many_rows_are_all_counted_and_no_more_than_a_few_are_under_way():
    under_way, most = 0, 0

    async def inspect(text: str, side: Side, context: TurnContext) -> Inspected:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        under_way -= 1
        return seen(None)

    done: list[None] = []
    rows = [Row(str(n), "x") for n in range(3 * AHEAD)]
    figures = await evaluated(
        PII, rows, inspect, frozenset(), lambda _: None, lambda: done.append(None)
    )
    assert (figures.report().messages, len(done)) == (len(rows), len(rows))
    assert 1 < most <= AHEAD
