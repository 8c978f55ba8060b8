"""What one part of a policy file may refer to in another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guardrails.decisions import Mode
from guardrails.policy import values
from guardrails.policy.fields import Fields
from guardrails.policy.vocabulary import KEPT_SLOT


@dataclass(frozen=True, slots=True)
class Known:
    """
    Names that rules and other settings may use.

    Attributes:
        messages: Ids of all messages.
        slotted: Those of them that hold a slot, and the first slot of each.
        channels: Names of all channels.
        default: Mode of a rule that names none.
        salted: The policy has a salt for percent buckets.
        types: Names of the policy's own types of personal data.
    """

    messages: Mapping[str, object]
    slotted: Mapping[str, str]
    channels: Mapping[str, object]
    default: Mode
    salted: bool
    types: tuple[str, ...] = ()


def read_message(
    fields: Fields, name: str, known: Known, *, crisis: bool = False, fills: str = ""
) -> str | None:
    """
    Return the id of the message that the setting *name* names.

    Only what *crisis* rules say may hold a slot, and what *fills* that very slot.
    """
    value = fields.read(name, values.text)
    if value is None:
        return None
    fields.refer(name, "message", value, known.messages)
    slot = known.slotted.get(value, fills)
    if slot == KEPT_SLOT and fills != slot:
        what = f"message '{value}' holds {slot}: only disclosure.rights.kept fills it in"
        fields.tell_of(name, what)
    elif slot != fills and not crisis:
        what = f"message '{value}' holds {known.slotted[value]}: only crisis rules fill it in"
        fields.tell_of(name, what)
    return value
