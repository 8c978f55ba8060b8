"""
Names of what is traced and measured: the only place that knows them.

Those of `gen_ai.*` are OpenTelemetry's semantic conventions for generative AI, which are still
in development; those of `candor.*` are ours. None of them ever holds text of a conversation.
"""

from __future__ import annotations

from typing import Final

OPERATION: Final = "gen_ai.operation.name"
PROVIDER: Final = "gen_ai.provider.name"
REQUEST_MODEL: Final = "gen_ai.request.model"
RESPONSE_MODEL: Final = "gen_ai.response.model"
FINISH_REASONS: Final = "gen_ai.response.finish_reasons"
INPUT_TOKENS: Final = "gen_ai.usage.input_tokens"
OUTPUT_TOKENS: Final = "gen_ai.usage.output_tokens"
COUNTED: Final = "gen_ai.token.type"
SERVER: Final = "server.address"
ERROR: Final = "error.type"

ROUTE: Final = "candor.route"
POLICY_ID: Final = "candor.policy.id"
POLICY_HASH: Final = "candor.policy.hash"
DO: Final = "candor.decision.do"
LEVEL: Final = "candor.crisis.level"
RULES: Final = "candor.decision.rules"
RECEIPT: Final = "candor.receipt.id"

DURATION: Final = "gen_ai.server.request.duration"
FIRST_TEXT: Final = "gen_ai.server.time_to_first_token"
USAGE: Final = "gen_ai.client.token.usage"
"""The names of metrics; the last one is of the call to the model, the others are of ours."""

CHAT: Final = "chat"
"""Value of `gen_ai.operation.name`."""

SPAN: Final = "chat"
"""Begins the name of a span; the model's name follows only if the route fixes it."""

ATTRIBUTES: Final = frozenset(
    {
        *(OPERATION, PROVIDER, REQUEST_MODEL, RESPONSE_MODEL, FINISH_REASONS, INPUT_TOKENS),
        *(
            OUTPUT_TOKENS,
            COUNTED,
            SERVER,
            ERROR,
            ROUTE,
            POLICY_ID,
            POLICY_HASH,
            DO,
            LEVEL,
            RULES,
            RECEIPT,
        ),
    }
)
"""All that a span or a measurement may carry."""
