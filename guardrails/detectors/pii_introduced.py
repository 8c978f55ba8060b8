"""What the words right before a number say that it is."""

from __future__ import annotations

import re
from typing import Final

_CUES: Final = (
    ("national-id", (
        r"ssn|social(?: security)?|national (?:insurance|id|identity)|ni|nino|aadhaa?r"
        r"|government id|dni|nie|curp|c[ée]dula|rut|seguridad social|sécu(?:rité sociale)?"
        r"|carte d['’]identité|cni|(?:sozial|renten)versicherung|personalausweis|ausweis|cpf"
        r"|cartão de cidadão|bilhete de identidade|carta d['’]identità|bsn|burgerservice"
        r"|rijksregister"
    )),
    ("tax-id", (
        r"utr|tax(?:payer)?|tin|itin|ein|vat|nif|cif|cuit|siren|siret|steuer|ust|contribuinte|cnpj"
        r"|codice fiscale|partita iva|btw"
    )),
    ("health-id", (
        r"nhs|patient|medicare|medicaid|medical record|mrn|(?:health )?(?:plan|insurance) member"
        r"|tarjeta sanitaria|carte vitale|versicherten|cartão sus|utente|tessera sanitaria"
        r"|zorgverzekering"
    )),
    ("passport", r"passport|pasaporte|passeport|reisepass|passaporte|passaporto|paspoort"),
    ("driving-licence", (
        r"driv(?:ing|er['’]?s?) licen[cs]e|dl|permiso de conducir|carn[ée]t? de conducir"
        r"|permis de conduire|führerschein|carta de condução|patente di guida|rijbewijs"
    )),
    ("payment-card", r"(?:credit|debit|bank) card|cvv2?|cvc2?|visa|master ?card|amex"),
    ("bank-account", (
        r"(?:bank |savings |checking |current )?(?:account|acct)|a/c|sort code|routing|cuenta"
        r"|compte|konto|conta|conto|rekening"
        r"|(?:booking|order|customer|client|student|employee|badge|member(?:ship)?"
        r"|(?:insurance )?policy|case|claim|invoice|tracking|loan|contract)(?: ref(?:erence)?)?"
        r"|ref(?:erence)?"
    )),
    ("handle", r"(?:user ?name|handle|gamer ?tag|nick(?:name)?)(?: (?:on|for|in) \w+)?"),
    ("phone", (
        r"(?:tele)?phone|mobile|cell(?:phone)?|tel|fax|whatsapp|teléfono|móvil|celular|téléphone"
        r"|portable|telefon|handy|telefone|telemóvel|telefono|cellulare|telefoon"
        r"|(?:call|text|ring|dial|reach)(?: (?:me|us|him|her|them|back))?(?: (?:on|at))?"
    )),
)  # fmt: skip
_NUMBER: Final = r"(?:[ \-]?(?:numbers?|no\.?|num|nr\.?|id)|s?nummer|[ \-]nummer)"
_LINK: Final = (
    r"(?:[ ,]*(?:is|was|are|it['’]s|that['’]s|es|est|ist|lautet|é|è|le|la|:|#|=|-|\())*[ ]*"
    r"(?:(?:ending|ends?) (?:in|with) )?"
)
_BEFORE: Final = re.compile(
    "(?<!\\w)(?:{}){}?{}$".format(
        "|".join(f"(?P<k{at}>{cue})" for at, (_, cue) in enumerate(_CUES)), _NUMBER, _LINK
    ),
    re.IGNORECASE,
)
_FAR: Final = 56
"""Characters before a number that are read."""


def introduced(text: str, start: int) -> str | None:
    """
    Return the type that the words right before *start* give a number, or None.

    Nothing but "number is" and the like may stand between: "my SSN is", "passport no.". A reader
    that goes by the look of a number alone takes the first for a phone number.
    """
    match = _BEFORE.search(text, max(0, start - _FAR), start)
    if match is None or match.lastgroup is None:
        return None
    return _CUES[int(match.lastgroup[1:])][0]
