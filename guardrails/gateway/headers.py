"""The headers that say whose turn a request is."""

from __future__ import annotations

from typing import Annotated

from fastapi import Header

Authorization = Annotated[str | None, Header(include_in_schema=False)]
Session = Annotated[
    str | None,
    Header(
        alias="X-Candor-Session",
        description="Names the conversation.",
        max_length=200,
        json_schema_extra={"pattern": "^[!-~]{1,200}$"},
    ),
]
Locale = Annotated[
    str | None,
    Header(
        alias="X-Candor-Locale",
        description="BCP 47 tag for the policy's texts.",
        json_schema_extra={"pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"},
    ),
]
Country = Annotated[
    str | None,
    Header(
        alias="X-Candor-Country",
        description="ISO 3166-1 alpha-2 code, for local help.",
        json_schema_extra={"pattern": "^[A-Za-z]{2}$"},
    ),
]
Minor = Annotated[
    str | None,
    Header(
        alias="X-Candor-Minor",
        description="`true` if the person is known to be a minor.",
        pattern="^(true|false)$",
    ),
]
Roleplay = Annotated[
    str | None,
    Header(
        alias="X-Candor-Roleplay",
        description="`true` if the person asked for fiction and you allow it.",
        pattern="^(true|false)$",
    ),
]
