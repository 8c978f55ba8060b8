"""Names of domains that are allowed, and are no addresses."""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.decisions import Mode
from guardrails.policy.allow import AT, is_domain
from guardrails.policy.lint_look import Look
from guardrails.policy.remarks import Remark, Weight
from guardrails.policy.tree import Scalar, items_of


def bare_domains(look: Look) -> Iterator[Remark]:
    """Domains under `allow` of which the addresses stay personal data."""
    policy = look.loaded.policy
    given = {one.casefold() for one in policy.allow}
    links = any(
        "pii.url" in rule.categories for rule in policy.rules if rule.mode is not Mode.DISABLED
    )
    for item in items_of(look.loaded.root, "allow"):
        value = item.text.strip() if isinstance(item, Scalar) else ""
        if is_domain(value) and AT + value.casefold() not in given:
            what = (
                f"'{value}' allows no e-mail address, only the name of the domain by itself: write "
                f'"{AT}{value}" for every address of the domain'
            )
            # Where links are looked for, the name by itself may be what is meant.
            weight = Weight.NOTE if links else Weight.WARNING
            yield look.remark(item, "allowed-domain", what, weight=weight)
