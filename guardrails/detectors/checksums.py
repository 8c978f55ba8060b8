"""Whether the digits of a number prove each other."""

from __future__ import annotations

from typing import Final, assert_never

from guardrails.policy.rule import Checksum

_VERHOEFF_D: Final = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_VERHOEFF_P: Final = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def proves(kind: Checksum, value: str) -> bool:
    """
    Return whether *value*, with whatever stands between its digits, satisfies *kind*.

    `luhn` (ISO/IEC 7812-1), `iban` (ISO 13616, modulo 97), `nhs` (the NHS number's
    modulo 11, ten digits), `verhoeff` (J. Verhoeff, 1969; Aadhaar).
    """
    signs = "".join(sign for sign in value.upper() if sign.isascii() and sign.isalnum())
    digits = [int(sign) for sign in signs if sign.isdigit()]
    match kind:
        case Checksum.LUHN:
            return len(digits) > 1 and _luhn(digits)
        case Checksum.IBAN:
            return _iban(signs)
        case Checksum.NHS:
            return len(digits) == 10 and _nhs(digits)  # noqa: PLR2004
        case Checksum.VERHOEFF:
            return len(digits) > 1 and _verhoeff(digits)
        case _:
            assert_never(kind)


def _luhn(digits: list[int]) -> bool:
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _iban(signs: str) -> bool:
    turned = signs[4:] + signs[:4]
    return len(signs) > 4 and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1  # noqa: PLR2004


def _nhs(digits: list[int]) -> bool:
    check = (
        11
        - sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    )
    return check % 11 == digits[-1] and check != 10  # noqa: PLR2004


def _verhoeff(digits: list[int]) -> bool:
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = int(_VERHOEFF_D[check][int(_VERHOEFF_P[place % 8][digit])])
    return check == 0
