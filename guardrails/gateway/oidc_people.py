"""Whom a verified ID token names, and which of our roles they have."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator

from guardrails.access.keys import Key, is_name
from guardrails.access.roles import Role
from guardrails.errors import RefusedError

SHIFT: Final = 12 * 3600
"""Seconds after which somebody has to sign in again."""
_LOOPBACK: Final = ("http://localhost:", "http://127.0.0.1:", "http://[::1]:")
_TEXT = Annotated[str, Field(min_length=1, max_length=500)]


class OidcSettings(BaseModel):
    """
    How people sign in with an identity provider of their own, by OpenID Connect.

        [sign_in]
        issuer = "https://id.example.org"
        client_id = "candor"
        client_secret_env = "CANDOR_OIDC_SECRET"
        public_url = "https://candor.example.org"
        claim = "groups"
        roles = { "candor-on-call" = "on-call", "candor-audit" = "auditor" }

    Attributes:
        issuer: Of the provider; its description is read from there.
        client_id: By which the provider knows this service.
        client_secret_env: Environment variable with the secret that goes with it.
        public_url: Where people reach this service; the provider sends them back there.
        sealing_key_env: Environment variable with 32 bytes in base64 that seal cookies, for
            several processes; each has its own otherwise.
        claim: Claim of the ID token that holds a person's groups or roles.
        roles: Our role for each of the provider's. Of several the first in this order counts.
        name_claim: Claim that names a person in the log. Only `sub` is sure to stay theirs.
        scope: What the provider is asked for.
        name: What people call the provider; its host if empty.
        prompt: `login` has the provider ask for the password each time, `select_account` which
            account it shall be; None leaves that to the provider.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    issuer: _TEXT
    client_id: _TEXT
    client_secret_env: str | None = None
    public_url: _TEXT
    sealing_key_env: str | None = None
    claim: _TEXT = "groups"
    roles: Annotated[dict[str, Role], Field(min_length=1)]
    name_claim: _TEXT = "sub"
    scope: _TEXT = "openid"
    name: Annotated[str, Field(max_length=60)] = ""
    prompt: Literal["login", "select_account"] | None = None

    @model_validator(mode="after")
    def _checked(self) -> Self:
        for name in ("issuer", "public_url"):
            url = getattr(self, name)
            if not url.startswith(("https://", *_LOOPBACK)):
                msg = f"{name} begins with https://, or with http:// on this machine"
                raise ValueError(msg)
        if Role.APPLICATION in self.roles.values():
            msg = "roles: `application` is for services; people have another role"
            raise ValueError(msg)
        if "openid" not in self.scope.split():
            msg = "scope holds `openid`"
            raise ValueError(msg)
        return self

    @property
    def called(self) -> str:
        """What people call the provider."""
        return self.name or urlsplit(self.issuer).hostname or self.issuer

    @property
    def callback(self) -> str:
        """Where the provider sends people back to; it has to be registered there."""
        return f"{self.public_url.rstrip('/')}/signin/oidc/callback"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """
    A person whom the provider vouches for.

    Attributes:
        subject: Who they are to the provider, for ever.
        name: What the log calls them: letters, digits and `. _ -`.
        role: What they may do here.
    """

    subject: str
    name: str
    role: Role

    def key(self, now: float) -> Key:
        """Return what an API key of theirs would be, from Unix time *now* on for one shift."""
        return Key(
            id=_short(self.subject),
            name=self.name,
            role=self.role,
            hash="",  # no text is the key: nobody can send it
            created=int(now),
            expires=int(now) + SHIFT,
        )


def person_in(claims: Mapping[str, Any], settings: OidcSettings) -> SignedIn:
    """
    Return whom the verified *claims* of an ID token name.

    Raises:
        RefusedError: They have no role here.
    """
    subject = f"{claims['iss']} {claims['sub']}"
    given = claims.get(settings.claim)
    theirs = _texts(given)
    for name, role in settings.roles.items():
        if name in theirs:
            called = claims.get(settings.name_claim)
            fits = isinstance(called, str) and is_name(called)
            return SignedIn(subject, str(called) if fits else _short(subject), role)
    said = "you are signed in, but no role here is yours: ask whoever runs this service"
    raise RefusedError(403, "no_role", said)


def _texts(value: object) -> list[str]:
    """Return the texts in a claim: one, or a list of nothing else."""
    many: list[Any] = value if isinstance(value, list) else [value]
    return many if all(isinstance(one, str) for one in many) else []


def _short(subject: str) -> str:
    return f"oidc-{hashlib.sha256(subject.encode()).hexdigest()[:16]}"
