"""Numbers and addresses on networks, introduced in six languages other than English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_text import YEAR, Hit, Plain

_IS: Final = r"(?:es|est|c['’]est|ist|lautet|é|è|is|son|sono|soy|suis|bin|sou|ben|:|=)"
_VALUE: Final = (
    r"(?=[a-z]{0,8}\d)[a-z\d]{1,24}(?:[ .\-/]{1,2}(?:[a-z]{0,3}\d[a-z\d]{0,12}|[a-z](?=\s?\d))"
    r"|[.\-/][a-z]{1,2}(?![\w])){0,7}"
)
_LEAST = 4  # digits of a number that somebody could be found by
_YEAR = re.compile(YEAR)
_COUNTED = re.compile(
    r"\s?(?:%|€|(?:euros?|eur|años?|ans|jahre?|anos?|anni|jaar|meses|mois|monate|mesi|maanden|gb|mb|km)\b)"
)

_CUED: Final = tuple(
    (kind, rule, re.compile(rf"(?<!\w)(?:{cue})(?!\w)[^\d\n]{{0,{gap}}}?(?<!\w)({_VALUE})(?!\w)"))
    for kind, rule, gap, cue in (
        ("national-id", "national-id-other", 24,
         (r"dni|nie|curp|c[ée]dula|rut|seguridad social|nuss|sécu(?:rité sociale)?|nir|niss"
         r"|carte d['’]identité|cni|avs|ahv[\w\-]{0,12}|registre national"
         r"|(?:sozial|renten)versicherungsnummer|sv-?nummer|personalausweis\w{0,8}|ausweisnummer|cpf|rg"
         r"|cartão de cidadão|bilhete de identidade|título de eleitor|carta d['’]identità"
         r"|bsn|burgerservicenummer|rijksregisternummer|insz")),
        ("tax-id", "tax-other", 24,
         (r"nif|cif|rfc|cuit|cuil|numéro fiscal|siren|siret|steuer-?(?:id|nummer|identifikationsnummer)"
         r"|ust-?id\w{0,4}|contribuinte|cnpj|nipc|codice fiscale|cf|c\.f\.|partita iva|p\.?\s?iva"
         r"|btw(?:[ \-]?nummer)?")),
        ("health-id", "health-other", 24,
         (r"tarjeta sanitaria|mutuelle|carte vitale|versichertennummer|krankenkasse\w{0,8}"
         r"|cartão sus|utente|tessera sanitaria|zorgverzekering|polisnummer|pati[ëe]ntnummer")),
        ("passport", "passport-other", 16,
         r"pasaporte|passeport|reisepass\w{0,8}|passaporte|passaporto|paspoort\w{0,8}"),
        ("driving-licence", "driving-licence-other", 16,
         (r"(?:permiso|carn[ée]t?) de conducir|permis(?: de conduire)?|führerschein\w{0,8}"
         r"|carta de condução|cnh|patente|rijbewijs\w{0,8}")),
    )
)  # fmt: skip
_FILLER: Final = (
    r"(?:número|numéro|nummer|numero|nº|n°|nr\.?|no\.?|de|du|del|der|da|do|van|caf|conducta|cliente"
    r"|client|tarjeta|porte|le|la|el|il|het|mi|mon|meine|minha|mia|mijn|es|est|c['’]est|ist|lautet|é|è|is)"
)
_ACCOUNT = re.compile(
    r"(?<!\w)(?:cuenta|pedido|expediente|póliza|compte|commande|dossier|contrat|d['’]allocataire"
    r"|d['’]adhérent|client|konto(?:nummer)?|blz|kundennummer|aktenzeichen|bestell(?:ung|nummer)"
    r"|vertragsnummer|rechnungsnummer|conta|agência|protocolo|conto|pratica|ordine|codice cliente"
    r"|rekening(?:nummer)?|klantnummer|dossiernummer|bestelling|polis)(?!\w)"
    rf"(?:[\s:#=,\-]{{1,3}}{_FILLER}(?!\w)){{0,5}}[\s:#=,\-]{{1,3}}({_VALUE})(?!\w)"
)

_PHONE_DIGITS: Final = range(7, 16)
_GAP: Final = r"[ .\-]"
_PHONE = re.compile(
    r"(?<![\w.,+\-/])(?:"
    rf"[6-9]\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}|[6-9]\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{3}}"
    rf"|[29]\d{_GAP}\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{2}}|0\d(?:{_GAP}?\d{{2}}){{4}}"
    r"|\(\d{2}\)\s?(?:9\s?)?\d{4,5}-?\d{4}|\d{2}\s(?:9\s?)?\d{4,5}[ \-]\d{4}"
    r"|\(?0(?:\d\s?){1,4}\)?\s?[/\-]?\s?\d(?:\s?\d){4,9}"
    rf"|3\d{{2}}{_GAP}?\d{{2,3}}{_GAP}?\d{{2}}{_GAP}?\d{{2,3}})(?![\w\-/]|[.,]\d)"
)
_PHONE_CUE = re.compile(
    r"(?<!\w)(?:teléfono|telefono|telf?\.?|móvil|celular|cel|fijo|llám\w{2,6}|número|numéro|téléphone"
    r"|portable|fixe|tél\.?|appelez|joindre|telefon\w{0,8}|handy\w{0,8}|festnetz|nummer|erreich\w{0,4}"
    r"|telefone|telemóvel|fixo|zap|whats(?:app)?|numero|cellulare|cell|fisso|chiam\w{2,5}|mobiel"
    r"|telefoon\w{0,8}|vaste|bereiken|bel)(?!\w)[^\d\n+]{0,24}?(\(?\d[\d ().\-/]{5,19}\d)(?!\d)"
)

_SECRET = re.compile(
    r"(?<!\w)(?:contraseña|clave|mot de passe|mdp|passwor[td]|kennwort|senha|palavra-passe"
    rf"|wachtwoord|pin)\s{{0,2}}{_IS}\s{{0,2}}[\"'`«]?([^\s\"'`»]{{4,200}})"
)
_HANDLE = re.compile(
    r"(?<!\w)(?:discord|insta(?:gram)?|snap(?:chat)?|twitter|tiktok|telegram|reddit|steam|skype"
    r"|twitch|facebook|linkedin|github|usuario|pseudo|benutzername|utilizador|usuário|nome utente"
    rf"|gebruikersnaam)(?:\s(?:discord|telegram|de|en|su|sur|auf))?\s?{_IS}\s?"
    r"@?((?=[\w.\-#]*[\d_])\w[\w.\-#]{2,31})(?<![.\-])"
)
_ATS: Final = (
    *("arroba", "arrobase", "arobase", "chiocciola", "ät", "klammeraffe", "apenstaartje"),
    *("@", "(at)", "[at]"),
)
_AT: Final = f"(?:{'|'.join(map(re.escape, _ATS))})"
_DOT: Final = r"(?:punto|point|ponto|punkt|punt|dot)"
_MAIL = re.compile(
    rf"(?<![\w.])([\w+\-]{{1,64}}(?:\.[\w+\-]{{1,64}}|\s{_DOT}\s[\w+\-]{{1,64}}){{0,4}})\s{_AT}\s"
    # "see you @ 5" and "me @ home" are no addresses: a sign needs a dot after it.
    rf"(?:(?<=[^@]\s)|(?=[\w\-]{{1,64}}(?:\s?\.\s?\w|\s{_DOT}\s)))"
    rf"[\w\-]{{1,64}}(?:\s?\.\s?[\w\-]{{2,20}}|\s{_DOT}\s[\w\-]{{2,20}}){{0,4}}"
)

_DIGIT_WORD: Final = (
    r"(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|zéro|un|deux|trois|quatre|cinq|six|sept"
    r"|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante"
    r"|null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zero|um|dois|três|quatro|meia|sete|oito"
    r"|nove|due|tre|quattro|cinque|sei|sette|otto|nul|een|één|twee|drie|vijf|zes|zeven|negen|et|\d)"
)
_SPOKEN = re.compile(rf"(?<!\w){_DIGIT_WORD}(?:[\s,.\-]{{1,3}}{_DIGIT_WORD}){{6,24}}(?!\w)")


def other_numbers(plain: Plain) -> Iterator[Hit]:
    """Yield numbers, secrets, handles and spelt-out e-mail."""
    if plain.digits >= _LEAST:
        yield from _cued(plain)
    if plain.digits >= _PHONE_DIGITS.start:
        yield from _phones(plain)
    for match in _SECRET.finditer(plain.lower):
        if any(map(str.isdigit, match.group(1))) or not match.group(1).rstrip(".,!?;:)").isalpha():
            yield Hit("secret", *match.span(1), 6500, "password-other")
    if any(sign in plain.lower for sign in _ATS):
        for match in _MAIL.finditer(plain.lower):
            yield Hit("email", *match.span(), 7500, "spelt-email-other")
    for pattern, group, kind, score, rule in (
        (_HANDLE, 1, "handle", 6500, "handle-other"),
        (_SPOKEN, 0, "phone", 7000, "spoken-digits-other"),
    ):
        for match in pattern.finditer(plain.lower):
            yield Hit(kind, *match.span(group), score, rule)


def _cued(plain: Plain) -> Iterator[Hit]:
    for kind, rule, pattern in _CUED:
        for match in pattern.finditer(plain.lower):
            if _enough(match.group(1)):
                yield Hit(kind, *match.span(1), 7000, rule)
    for match in _ACCOUNT.finditer(plain.lower):
        value = match.group(1)
        counted = _COUNTED.match(plain.lower, match.end()) or _YEAR.fullmatch(value)
        if _enough(value) and not counted:
            yield Hit("bank-account", *match.span(1), 6000, "reference-other")


def _phones(plain: Plain) -> Iterator[Hit]:
    for pattern, score, rule in (
        (_PHONE, 6500, "phone-other"),
        (_PHONE_CUE, 7000, "phone-cue-other"),
    ):
        for match in pattern.finditer(plain.lower):
            start, stop = match.span(match.lastindex or 0)
            if sum(map(str.isdigit, plain.text[start:stop])) in _PHONE_DIGITS:
                yield Hit("phone", start, stop, score, rule)


def _enough(value: str) -> bool:
    return sum(map(str.isdigit, value)) >= _LEAST
