"""A policy that somebody is writing: read, linted, and never kept here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from typing import Final

from guardrails.errors import PolicyError, PolicyNotFoundError
from guardrails.policy.files import find
from guardrails.policy.lint import remarks_on
from guardrails.policy.load import read_text
from guardrails.policy.loaded import Loaded
from guardrails.policy.model import Policy
from guardrails.policy.quieted import Earlier
from guardrails.policy.remarks import Remark, Weight

NAME: Final = "candidate"
"""Stands for the file in remarks."""


@dataclass(frozen=True, slots=True)
class Linted:
    """
    What a look at a draft came to.

    Attributes:
        loaded: The policy, or None if it does not load.
        remarks: What there is to say, in the order of its lines.
    """

    loaded: Loaded | None
    remarks: tuple[Remark, ...]

    @property
    def errors(self) -> int:
        """How many mistakes keep it from loading."""
        return sum(one.weight is Weight.ERROR for one in self.remarks)


def policy_in(text: str, beside: Traversable | None = None) -> Loaded:
    """
    Return all that *text* holds; *beside* lie the files that it takes up.

    Raises:
        PolicyError: Something in it is wrong.
    """
    return read_text(text, NAME, beside)


def looked_at(text: str, beside: Traversable | None, today: date, in_force: Policy) -> Linted:
    """
    Return what there is to say of the draft *text*.

    Args:
        text: The policy that somebody is writing.
        beside: The folder of the files that it takes up.
        today: Against which dates are held.
        in_force: What the service goes by: rules that act in it and not in the draft are told.
    """
    try:
        loaded = policy_in(text, beside)
    except PolicyError as error:
        return Linted(None, tuple(Remark(one, Weight.ERROR, "policy") for one in error.problems))
    earlier = Earlier("the policy in force", in_force)
    return Linted(loaded, remarks_on(loaded, today, [earlier]))


def source_of(name: str) -> tuple[str, Traversable | None]:
    """
    Return the text of the policy *name*, and the folder beside it.

    Raises:
        PolicyNotFoundError: There is none, or it cannot be read.
    """
    file = find(name)
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"cannot read the policy file {name}: {type(error).__name__}"
        raise PolicyNotFoundError(msg) from None
    return text, getattr(file, "parent", None)
