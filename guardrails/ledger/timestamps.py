"""
Time stamps (RFC 3161): asks an authority for one, and checks what it signed.

An authority signs a hash and the time. It sees nothing else, asks nobody who they are, and
remembers nothing: a stamp says when something was there, and neither whose it is nor that there
is no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from guardrails.errors import ConfigurationError, LogReadError, ProofError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

STAMP_MAX: Final = 64 * 1024
"""Longest time stamp in bytes."""
_OK: Final = 200
_CERTIFICATES: Final = 0xA0
_SHORT: Final = 0x7F
_ASK: Final = {"Content-Type": "application/timestamp-query"}
_TOLD: Final = {
    "Mismatch between messages": "is of another checkpoint",
    "Nonce mismatch": "answers another request",
    "PKIStatus is not GRANTED": "the authority refused it",
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """
    What an authority has signed.

    Attributes:
        at: When, in seconds since 1970 by its clock.
        by: Subject of its certificate, as RFC 4514 writes it.
    """

    at: int
    by: str


@dataclass(frozen=True, slots=True)
class Authorities:
    """
    Whose time stamps are believed.

    Attributes:
        pem: Root certificates, and others on the way to them, one after the other.
    """

    pem: bytes

    @classmethod
    def parse(cls, pem: bytes) -> Authorities:
        """
        Return those whose root certificates *pem* holds.

        Raises:
            ProofError: It holds none.
            ConfigurationError: The package that checks time stamps is not installed.
        """
        made = cls(pem)
        made.roots()
        return made

    def roots(self) -> list[Certificate]:
        """
        Return the certificates.

        Raises:
            ProofError: They are none.
            ConfigurationError: The package that checks time stamps is not installed.
        """
        try:
            import rfc3161_client  # noqa: F401 - told of before anything is asked
            from cryptography.x509 import load_pem_x509_certificates
        except ImportError as error:
            raise _missing() from error
        try:
            return load_pem_x509_certificates(self.pem)
        except ValueError:
            msg = "holds no certificate: one or more, as PEM, are wanted"
            raise ProofError(msg) from None

    def checked(self, token: bytes, note: bytes, nonce: int | None = None) -> Stamp:
        """
        Return what the time stamp *token* says of *note*.

        Its signature, hash, number and certificate are checked; the certificate has to be one for
        time stamps, and to have been good when it was used.

        Args:
            token: An answer of an authority (`TimeStampResp`).
            note: What it should be over.
            nonce: The number of our request, if we have just made it.

        Raises:
            ProofError: It does not hold; the message says which of these.
        """
        from rfc3161_client import VerificationError, VerifierBuilder

        response = _read(token)
        verifier = VerifierBuilder(roots=self.roots(), nonce=nonce).build()
        try:
            verifier.verify_message(response, note)
        except (VerificationError, ValueError) as error:
            raise ProofError(_in_words(str(error))) from None
        at = int(response.tst_info.gen_time.timestamp())
        return Stamp(at, _signer(response).subject.rfc4514_string())


def ask(url: str, note: bytes, authorities: Authorities, timeout: float) -> bytes:
    """
    Return a time stamp over *note* by the authority at *url*, checked.

    Args:
        url: Where it takes requests over HTTP.
        note: What is to be stamped; its hash alone is sent.
        authorities: Whose it has to be.
        timeout: Seconds.

    Raises:
        LogReadError: It cannot be reached, or does not answer with a time stamp that holds.
        ConfigurationError: The package that checks time stamps is not installed.
    """
    import httpx

    authorities.roots()
    from rfc3161_client import TimestampRequestBuilder

    request = TimestampRequestBuilder().data(note).build()
    try:
        answer = httpx.post(url, content=request.as_bytes(), headers=_ASK, timeout=timeout)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        msg = f"the time-stamping authority at {url} cannot be reached: {type(error).__name__}"
        raise LogReadError(msg) from error
    if answer.status_code != _OK or len(answer.content) > STAMP_MAX:
        msg = (
            f"the time-stamping authority at {url} answered with HTTP {answer.status_code} and "
            f"{len(answer.content):,} bytes"
        )
        raise LogReadError(msg)
    try:
        authorities.checked(answer.content, note, request.nonce)
    except ProofError as error:
        msg = f"the answer of the time-stamping authority at {url}: {error}"
        raise LogReadError(msg) from error
    return answer.content


def _read(token: bytes) -> TimeStampResponse:
    from rfc3161_client import decode_timestamp_response

    for one in (token, _in_order(token)):
        try:
            response = decode_timestamp_response(one)
            _ = response.tst_info, response.signed_data  # read when they are asked for
        except ValueError:
            continue
        return response
    msg = "is no time stamp that can be read"
    raise ProofError(msg)


def _in_order(token: bytes) -> bytes:
    """
    Return *token* with its certificates sorted, as DER has them and many authorities do not.

    Their order is not signed. What is otherwise no DER is returned as it is.
    """
    try:
        at, _ = _inside(token, 0)
        at, _ = _inside(token, _after(token, at))  # past the status: the token
        at, _ = _inside(token, _after(token, at))  # past the type of its content
        at, _ = _inside(token, at)
        for _ in range(3):  # version, algorithms, what is signed
            at = _after(token, at)
        if token[at] != _CERTIFICATES:
            return token
        first, stop = _inside(token, at)
        ends = [first]
        while ends[-1] < stop:
            ends.append(_after(token, ends[-1]))
    except IndexError:
        return token
    found = sorted(token[start:end] for start, end in pairwise(ends))
    return token[:first] + b"".join(found) + token[ends[-1] :]


def _inside(data: bytes, at: int) -> tuple[int, int]:
    """Return where the content of the element at *at* begins and ends. Raises `IndexError`."""
    length, start = data[at + 1], at + 2
    if length > _SHORT:
        start += length - _SHORT - 1
        length = int.from_bytes(data[at + 2 : start])
    if start + length > len(data):
        raise IndexError
    return start, start + length


def _after(data: bytes, at: int) -> int:
    return _inside(data, at)[1]


def _signer(response: TimeStampResponse) -> Certificate:
    """Return the certificate of whoever signed; that there is one has been checked."""
    from cryptography.x509 import load_der_x509_certificate

    [signer] = response.signed_data.signer_infos
    certificates = map(load_der_x509_certificate, response.signed_data.certificates)
    return next(
        one
        for one in certificates
        if (one.issuer, one.serial_number) == (signer.issuer, signer.serial_number)
    )


def _in_words(error: str) -> str:
    """Return what the library tells of a time stamp, in words of ours."""
    if error in _TOLD:
        return _TOLD[error]
    if "EKU" in error or "certificate purpose" in error:
        return "is signed with a certificate that is not for time stamps"
    if "certificate verify error" in error:
        _, _, why = error.partition("Verify error: ")
        return (
            "is signed with a certificate that does not lead to one that was given "
            f"({why.partition(chr(34))[0] or 'not trusted'})"
        )
    if "hash algorithm" in error:
        return "is over a hash that is none of SHA-256, SHA-384 and SHA-512"
    return "its signature does not hold: it was changed"


def _missing() -> ConfigurationError:
    return ConfigurationError(
        "time stamps need the package rfc3161-client: pip install 'candor-guardrails[timestamp]'"
    )
