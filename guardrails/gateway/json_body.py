"""The JSON object in a request's body, as UTF-8 and nothing else (RFC 8259, section 8.1)."""

from __future__ import annotations

import json
import re
from typing import Any, Final, NoReturn, cast

from guardrails.errors import RefusedError
from guardrails.gateway.refusals import refuse

_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")


def json_object(body: bytes, holding: str) -> dict[str, Any]:
    """
    Return the JSON object in *body*.

    Raises:
        RefusedError: There is none; *holding* says what it is to have.
    """
    value = _json(body)
    if not isinstance(value, dict):
        refuse(f"the body is a JSON object with {holding}", None, "invalid_body")
    return value


def _json(body: bytes) -> object:
    try:
        # json.loads would take bytes in UTF-16, and halves of surrogates, as well.
        text = body.decode("utf-8-sig")
        value = json.loads(text, parse_constant=_no_number)
        return _paired(value) if _HALF.search(text) else cast("object", value)
    except (ValueError, RecursionError):
        refusal = RefusedError(
            400, "invalid_json", "the body is no JSON in UTF-8, or lies too deep"
        )
    raise refusal  # outside the handler, whose error quotes the body


def _paired(value: object) -> object:
    """Return *value* with U+FFFD for each half of a pair of surrogates, as clients cut texts."""
    text = json.dumps(value, ensure_ascii=False).encode("utf-16-le", "surrogatepass")
    return cast("object", json.loads(text.decode("utf-16-le", "replace")))


def _no_number(_: str) -> NoReturn:
    raise ValueError
