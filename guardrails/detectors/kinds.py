"""The types of personal data, and what other libraries call them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

KINDS: Final = frozenset({
    "person", "email", "phone", "postal-address", "location", "date-of-birth", "date-time",
    "payment-card", "iban", "bank-account", "national-id", "passport", "driving-licence",
    "tax-id", "health-id", "ip-address", "mac-address", "url", "handle", "crypto-wallet",
    "number-plate", "organization", "nationality", "secret", "stand-in",
    "long-word",
})  # fmt: skip
"""
Every type that a finding `pii.<type>` may name.

A `stand-in` is one in a reply that this conversation never gave out: the model made it up.
A `long-word` is too long for any detector to see it as a whole.
"""

PRESIDIO_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "AU_ABN": "tax-id",
        "AU_MEDICARE": "health-id",
        "AU_TFN": "tax-id",
        "CA_POSTAL_CODE": "postal-address",
        "CA_SIN": "national-id",
        "CREDIT_CARD": "payment-card",
        "CRYPTO": "crypto-wallet",
        "DATE_TIME": "date-time",
        "DE_FUEHRERSCHEIN": "driving-licence",
        "DE_HEALTH_INSURANCE": "health-id",
        "DE_ID_CARD": "national-id",
        "DE_KFZ": "number-plate",
        "DE_PASSPORT": "passport",
        "DE_PLZ": "postal-address",
        "DE_SOCIAL_SECURITY": "national-id",
        "DE_TAX_ID": "tax-id",
        "DE_TAX_NUMBER": "tax-id",
        "DE_VAT_ID": "tax-id",
        "EMAIL_ADDRESS": "email",
        "ES_NIE": "national-id",
        "ES_NIF": "national-id",
        "ES_PASSPORT": "passport",
        "FI_PERSONAL_IDENTITY_CODE": "national-id",
        "IBAN_CODE": "iban",
        "IN_AADHAAR": "national-id",
        "IN_GSTIN": "tax-id",
        "IN_PAN": "tax-id",
        "IN_PASSPORT": "passport",
        "IN_VEHICLE_REGISTRATION": "number-plate",
        "IN_VOTER": "national-id",
        "IP_ADDRESS": "ip-address",
        "IT_DRIVER_LICENSE": "driving-licence",
        "IT_FISCAL_CODE": "tax-id",
        "IT_IDENTITY_CARD": "national-id",
        "IT_PASSPORT": "passport",
        "IT_VAT_CODE": "tax-id",
        "KR_FRN": "national-id",
        "KR_PASSPORT": "passport",
        "KR_RRN": "national-id",
        "LOCATION": "location",
        "MAC_ADDRESS": "mac-address",
        "NG_NIN": "national-id",
        "NG_VEHICLE_REGISTRATION": "number-plate",
        "NRP": "nationality",
        "ORGANIZATION": "organization",
        "PERSON": "person",
        "PHONE_NUMBER": "phone",
        "PH_PASSPORT": "passport",
        "PH_TIN": "tax-id",
        "PH_UMID": "national-id",
        "PL_PESEL": "national-id",
        "SE_PERSONNUMMER": "national-id",
        "SG_NRIC_FIN": "national-id",
        "TH_TNIN": "national-id",
        "TR_NATIONAL_ID": "national-id",
        "UK_DRIVING_LICENCE": "driving-licence",
        "UK_NHS": "health-id",
        "UK_NINO": "national-id",
        "UK_PASSPORT": "passport",
        "UK_POSTCODE": "postal-address",
        "UK_VEHICLE_REGISTRATION": "number-plate",
        "URL": "url",
        "US_BANK_NUMBER": "bank-account",
        "US_CLAIM_NUMBER": "health-id",
        "US_DRIVER_LICENSE": "driving-licence",
        "US_ITIN": "tax-id",
        "US_MBI": "health-id",
        "US_PASSPORT": "passport",
        "US_PRESCRIPTION_NUMBER": "health-id",
        "US_PRIOR_AUTHORIZATION_NUMBER": "health-id",
        "US_REFERRAL_NUMBER": "health-id",
        "US_SSN": "national-id",
        "ZA_ID_NUMBER": "national-id",
    }
)
"""Presidio's entity type → ours. A type that is not here is not looked for."""

RAMPART_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "BANK_ACCOUNT": "bank-account",
        "BUILDING_NUMBER": "postal-address",
        "CITY": "location",
        "DRIVERS_LICENSE": "driving-licence",
        "EMAIL": "email",
        "GIVEN_NAME": "person",
        "GOVERNMENT_ID": "national-id",
        "PASSPORT": "passport",
        "PHONE": "phone",
        "ROUTING_NUMBER": "bank-account",
        "SECONDARY_ADDRESS": "postal-address",
        "STATE": "location",
        "STREET_NAME": "postal-address",
        "SURNAME": "person",
        "TAX_ID": "national-id",
        "URL": "url",
        "ZIP_CODE": "postal-address",
    }
)
"""Rampart's label → ours."""

NOISY: Final = frozenset({"DATE_TIME", "US_BANK_NUMBER", "US_DRIVER_LICENSE", "US_PASSPORT"})
"""
Presidio types whose recognizers are off unless asked for.

They take "B12" for a licence and any nine digits for a passport. Passports,
licences and accounts are found by what is said before them.
"""

NAMED: Final = frozenset({"person", "location", "organization", "nationality"})
"""Types whose values are names."""

SILENT: Final = frozenset({"date-time", "nationality", "organization"})
"""
Our types that no finding names unless asked for.

"tonight" is a date-time and "American" a nationality; of organizations one in six is found.
"""

SPACY_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "DATE": "DATE_TIME",
        "FAC": "LOCATION",
        "GPE": "LOCATION",
        "LOC": "LOCATION",
        "NORP": "NRP",
        "ORG": "ORGANIZATION",
        "PERSON": "PERSON",
        "TIME": "DATE_TIME",
    }
)
"""spaCy's entity label → Presidio's entity type, as Presidio's own engine maps them."""

THRESHOLDS: Final[Mapping[str, float]] = MappingProxyType(
    {"URL": 0.5, "DATE_TIME": 0.6, "DE_TAX_NUMBER": 0.51}
)
"""
Presidio type → least score that counts.

A German tax number counts only with a word that introduces it: one in six numbers of
thirteen digits has its form.
"""

THRESHOLD: Final = 0.4
"""Least score for every other type: 0.5 would drop each phone number without a cue word."""
