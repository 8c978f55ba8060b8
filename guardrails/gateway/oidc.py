"""
Signing in with OpenID Connect: the authorization code flow with PKCE.

What has to be remembered between the two requests is in the person's own browser, sealed, so
that any process of the gateway can go on. Specifications: OpenID Connect Core 1.0, RFC 7636
(PKCE), RFC 9207 (`iss` of the answer).
"""

from __future__ import annotations

import base64
import json
import secrets
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Final

import httpx

from guardrails.errors import ConfigurationError, RefusedError
from guardrails.gateway.oidc_people import OidcSettings, SignedIn, person_in

PATIENCE: Final = 600
"""Seconds in which somebody has to come back from the provider."""
_LEEWAY: Final = 60
_WAIT: Final = 10.0
_SEAL: Final = 32
_ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")
"""Signatures with a public key alone: a secret that both sides know proves less."""
_KEYS_FOR: Final = 300.0
_WHY: Final = {
    "state": "this is not the sign-in that your browser began",
    "issuer": "another provider answered",
    "code": "the provider did not let you in",
    "cookie": "the sign-in took too long, or began in another browser",
    "token": "the provider's word about you does not hold",
    "used": "the provider takes this sign-in for over or for another's",
}
_ENDPOINTS: Final = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, slots=True)
class Begun:
    """
    A way to the provider.

    Attributes:
        url: Where the browser goes.
        sealed: For a cookie that comes back with the person.
    """

    url: str
    sealed: str


class Oidc:
    """
    Signs people in with one provider.

    Args:
        settings: Which, and who has which role.
        secret: The client's secret, or None for a public client.
        sealing: 32 bytes that seal cookies; the same in all processes of a service.
        client: Asks the provider; never closed here. Without one each request has its own.
        now: Unix time in seconds.

    Raises:
        ConfigurationError: Authlib is not installed.
    """

    def __init__(
        self,
        settings: OidcSettings,
        secret: str | None,
        *,
        sealing: bytes | None = None,
        client: httpx.AsyncClient | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        if find_spec("authlib") is None:
            msg = "sign-in with OpenID Connect needs: pip install 'candor-guardrails[oidc]'"
            raise ConfigurationError(msg)
        self.settings = settings
        self._secret = secret
        self._sealing = sealing or secrets.token_bytes(_SEAL)
        self._client = client
        self._now = now
        self._metadata: Mapping[str, Any] | None = None
        self._keys: tuple[float, Mapping[str, Any]] | None = None

    async def begin(self, to: str = "") -> Begun:
        """
        Return the way to the provider, from which the person comes back for *to*.

        Raises:
            RefusedError: The provider cannot be reached.
        """
        from authlib.common.urls import add_params_to_uri
        from authlib.oauth2.rfc7636 import create_s256_code_challenge

        metadata = await self._described()
        kept = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
        query = {
            "response_type": "code",
            "client_id": self.settings.client_id,
            "redirect_uri": self.settings.callback,
            "scope": self.settings.scope,
            "state": kept["state"],
            "nonce": kept["nonce"],
            "code_challenge": create_s256_code_challenge(kept["verifier"]),
            "code_challenge_method": "S256",
        }
        if self.settings.prompt is not None:
            query["prompt"] = self.settings.prompt
        url = add_params_to_uri(metadata["authorization_endpoint"], list(query.items()))
        sealed = self._box().encrypt_at_time(
            json.dumps({**kept, "to": to}).encode(), int(self._now())
        )
        return Begun(url, sealed.decode())

    async def finish(self, query: Mapping[str, str], sealed: str) -> tuple[SignedIn, str]:
        """
        Return who came back, and what they had come for.

        Args:
            query: Of the request that the provider sent them back with.
            sealed: The cookie that they were given.

        Raises:
            RefusedError: It is not sure who they are, or they have no role here.
        """
        kept = self._opened(sealed)
        if not secrets.compare_digest(query.get("state", "").encode(), kept["state"].encode()):
            raise _refused("state")
        if query.get("iss", self.settings.issuer) != self.settings.issuer:
            raise _refused("issuer")
        if "code" not in query:
            raise _refused("code")
        token = await self._token(query["code"], kept["verifier"])
        claims = await self._verified(token, kept["nonce"])
        return person_in(claims, self.settings), kept["to"]

    def _box(self) -> Any:  # noqa: ANN401 - a Fernet
        from cryptography.fernet import Fernet

        return Fernet(base64.urlsafe_b64encode(self._sealing))

    def _opened(self, sealed: str) -> dict[str, str]:
        from cryptography.fernet import InvalidToken

        now = int(self._now())
        try:
            text = self._box().decrypt_at_time(sealed.encode(), PATIENCE, now)
        except InvalidToken:
            raise _refused("cookie") from None
        kept: dict[str, str] = json.loads(text)
        return kept

    async def _described(self) -> Mapping[str, Any]:
        """Return the provider's description of itself (OpenID Connect Discovery 1.0)."""
        if self._metadata is None:
            issuer = self.settings.issuer
            found = await self._json(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
            if found.get("issuer") != issuer or not all(
                isinstance(found.get(name), str) for name in _ENDPOINTS
            ):
                raise _unavailable("WrongIssuer")
            self._metadata = found
        return self._metadata

    @asynccontextmanager
    async def _asking(self) -> AsyncGenerator[httpx.AsyncClient, None]:
        if self._client is not None:
            yield self._client
            return
        async with httpx.AsyncClient(timeout=_WAIT) as client:
            yield client

    async def _json(self, url: str) -> dict[str, Any]:
        try:
            async with self._asking() as client:
                answer = await client.get(url)
            value = answer.raise_for_status().json()
        except (httpx.HTTPError, ValueError) as error:
            failed = _unavailable(type(error).__name__)
        else:
            return value if isinstance(value, dict) else {}
        raise failed

    async def _token(self, code: str, verifier: str) -> Mapping[str, Any]:
        """Return what the provider gives for *code* (RFC 6749, section 4.1.3)."""
        from authlib.oauth2.auth import ClientAuth

        metadata = await self._described()
        methods = metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        method = "client_secret_basic" if "client_secret_basic" in methods else "client_secret_post"
        auth = ClientAuth(self.settings.client_id, self._secret, method if self._secret else "none")
        body = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.settings.callback,
            "code_verifier": verifier,
        }
        url, headers, text = auth.prepare(
            "POST",
            metadata["token_endpoint"],
            {"accept": "application/json", "content-type": "application/x-www-form-urlencoded"},
            str(httpx.QueryParams(body)),
        )
        try:
            async with self._asking() as client:
                answer = await client.post(url, headers=headers, content=text)
            value = answer.json()
        except (httpx.HTTPError, ValueError) as error:
            failed = _unavailable(type(error).__name__)
        else:
            if answer.is_success and isinstance(value, dict) and "id_token" in value:
                return value
            failed = _refused("used")
        raise failed

    async def _verified(self, token: Mapping[str, Any], nonce: str) -> dict[str, Any]:
        """Return the claims of the ID token, whose signature and meaning are checked."""
        from authlib.oidc.core import CodeIDToken
        from joserfc import jwt
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet

        for fresh in (False, True):  # a key that we have not seen may have been made since
            try:
                keys = KeySet.import_key_set(await self._known_keys(fresh=fresh))  # type: ignore[arg-type]
                read = jwt.decode(str(token["id_token"]), keys, algorithms=list(_ALGORITHMS))
                claims = CodeIDToken(
                    read.claims,
                    read.header,
                    options={
                        "iss": {"essential": True, "value": self.settings.issuer},
                        "aud": {"essential": True, "value": self.settings.client_id},
                    },
                    params={
                        "nonce": nonce,
                        "client_id": self.settings.client_id,
                        "access_token": token.get("access_token"),
                    },
                )
                claims.validate(now=int(self._now()), leeway=_LEEWAY)
            except (JoseError, ValueError, KeyError, TypeError):
                continue
            return dict(claims)
        raise _refused("token")

    async def _known_keys(self, *, fresh: bool) -> Mapping[str, Any]:
        now = self._now()
        if fresh or self._keys is None or now - self._keys[0] > _KEYS_FOR:
            metadata = await self._described()
            self._keys = (now, await self._json(metadata["jwks_uri"]))
        return self._keys[1]


def oidc_of(
    settings: OidcSettings,
    environ: Mapping[str, str],
    *,
    client: httpx.AsyncClient | None = None,
    now: Callable[[], float] = time.time,
) -> Oidc:
    """
    Return the sign-in of *settings*, whose secrets stand in *environ*.

    Raises:
        ConfigurationError: A secret is missing or has another form, or Authlib is not installed.
    """
    secret = _secret(settings.client_secret_env, environ)
    sealing = None
    if (text := _secret(settings.sealing_key_env, environ)) is not None:
        try:
            sealing = base64.b64decode(text.strip(), validate=True)
        except ValueError:
            sealing = b""
        if len(sealing) != _SEAL:
            msg = (
                f"sign_in: {settings.sealing_key_env} is not {_SEAL} bytes in base64; "
                "`candor sessions keygen FILE` makes such a key"
            )
            raise ConfigurationError(msg)
    return Oidc(settings, secret, sealing=sealing, client=client, now=now)


def _secret(name: str | None, environ: Mapping[str, str]) -> str | None:
    if name is None:
        return None
    if not (text := environ.get(name)):
        msg = f"sign_in: the environment has no {name}"
        raise ConfigurationError(msg)
    return text


def _refused(why: str) -> RefusedError:
    return RefusedError(403, "sign_in_refused", f"{_WHY[why]}: please sign in again")


def _unavailable(why: str) -> RefusedError:
    said = f"the identity provider cannot be asked ({why}): try again, or sign in with a key"
    return RefusedError(503, "sign_in_unavailable", said)
