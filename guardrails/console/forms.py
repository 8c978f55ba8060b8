"""What people send: the fields of a form."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from guardrails.errors import RefusedError

LONGEST: Final = 2 * 1024 * 1024
"""Bytes of a form: a policy has a hundred thousand or so."""
_KIND: Final = "application/x-www-form-urlencoded"
_FIELDS: Final = 40
_PATIENCE: Final = 30.0


async def form_of(request: Request, patience: float = _PATIENCE) -> Mapping[str, str]:
    """
    Return the fields of the form in *request*; of a field that comes twice the last one.

    It has to arrive within *patience* seconds.

    Raises:
        RefusedError: It is no form, too long or too slow.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _KIND:
        raise RefusedError(415, "unsupported_media_type", "this is not what the form sends")
    body = bytearray()
    try:
        async with asyncio.timeout(patience):
            async for piece in request.stream():
                body += piece
                if len(body) > LONGEST:
                    said = f"the form is longer than {LONGEST:,} bytes"
                    raise RefusedError(413, "body_too_long", said)
    except TimeoutError:
        raise RefusedError(408, "upload_timeout", "the form did not arrive in time") from None
    try:
        pairs = parse_qsl(
            body.decode("utf-8", "replace"),
            keep_blank_values=True,
            max_num_fields=_FIELDS,
        )
    except ValueError:
        raise RefusedError(400, "invalid_value", "the form has too many fields") from None
    # Browsers send the ends of lines as CR LF.
    return {name: value.replace("\r\n", "\n") for name, value in pairs}
