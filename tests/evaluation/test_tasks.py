import pytest

from guardrails.decisions import Do, Mode
from guardrails.evaluation.pii_task import acting, read
from guardrails.evaluation.run import NotLookedError
from guardrails.evaluation.tasks import TASKS, Options
from guardrails.findings import Family
from guardrails.inspecting import Inspected
from guardrails.messages import Side
from tests.policies import policy, rule


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
    assert acting(mine) == {"pii.email"}


def test_what_is_found_is_of_the_family_and_acted_upon_in_the_categories_that_act():
    one = seen(None, ("pii.email", 0, 2, 9), ("crisis.suicide", 3, 4, 9), ("pii.phone", 5, 6, 9))
    assert read(one, frozenset({"pii.phone"})) == ([(0, 2), (5, 6)], [(5, 6)])


def test_where_a_detector_could_not_look_nothing_is_known():
    with pytest.raises(NotLookedError):
        read(seen("failure.pii", ("pii.email", 0, 2, 9)), frozenset())


@pytest.mark.parametrize("name", list(TASKS))
def test_every_task_begins_with_nothing_counted(name: str):
    first, second = (TASKS[name](Options()) for _ in range(2))
    assert first is not second
    assert first.report().messages == 0
    assert first.report().named == ()
