"""Spanish, French and German: the acts that do most harm. Fewer wordings than in English."""

from __future__ import annotations

from guardrails.detectors.dependence_rules import SignRule, Signs


def others() -> tuple[SignRule, ...]:
    """Return the rules of these languages."""
    return (*_spanish().rules, *_french().rules, *_german().rules)


def _spanish() -> Signs:
    book = Signs(
        "es",
        {
            "illness": "(?:una? |el |la )?(?:depresion|trastorno \\w+|tdah|anorexia|bulimia|esquizofrenia|autismo)"
        },
    )
    book.add(
        "diagnosis",
        "diagnosis",
        "(?:tienes|sufres de|padeces) <illness>",
        "(?:mi|el) diagnostico es|te diagnostico",
    )
    book.add(
        "medication",
        "medication",
        "(?:deja de tomar|deja|aumenta|reduce|duplica|cambia) (?:tu|tus|la|las|los|el) (?:medicacion|medicamentos?|pastillas|dosis|antidepresivos?)",
    )
    book.add(
        "treatment",
        "treatment",
        "(?:en )?nuestra (?:terapia|sesion de terapia)|voy a (?:tratarte|curarte)",
    )
    book.add(
        "relational",
        "relational_depth",
        "nuestr[ao] (?:vinculo|relacion|conexion) (?:te )?(?:puede|va a|sana|cura|ayuda|es)",
    )
    book.add(
        "interpretation",
        "interpretation",
        "tu (?:inconsciente|subconsciente) (?:quiere|teme|busca|repite|te)|tu sueno (?:significa|muestra|revela)|en el fondo (?:quieres|odias|deseas)",
    )
    return book


def _french() -> Signs:
    book = Signs(
        "fr",
        {
            "illness": "(?:une? |la |le |de la )?(?:depression|trouble \\w+|tdah|anorexie|boulimie|schizophrenie|autisme)"
        },
    )
    book.add(
        "diagnosis",
        "diagnosis",
        "(?:tu as|vous avez|tu souffres d|vous souffrez d|tu fais|vous faites) ?<illness>",
        "(?:mon|le) diagnostic est|je (?:te|vous) diagnostique",
    )
    book.add(
        "medication",
        "medication",
        "(?:arrete|arretez|augmente|augmentez|diminue|diminuez|double|doublez)(?: de prendre)? (?:ton|tes|votre|vos|le|la|les) (?:traitement|medicaments?|antidepresseurs?|comprimes|dose)",
    )
    book.add(
        "treatment",
        "treatment",
        "notre (?:therapie|seance de therapie)|je vais (?:te|vous) (?:soigner|guerir)",
    )
    book.add(
        "relational",
        "relational_depth",
        "notre (?:lien|relation|connexion) (?:peut|va|guerit|aide|est|te|vous)",
    )
    book.add(
        "interpretation",
        "interpretation",
        "(?:ton|votre) (?:inconscient|subconscient) (?:veut|craint|cherche|repete|te|vous)|(?:ton|votre) reve (?:signifie|montre|revele)|au fond (?:tu|vous) (?:veux|voulez|detestes|detestez|desires|desirez)",
    )
    return book


def _german() -> Signs:
    book = Signs(
        "de",
        {
            "illness": "(?:eine[rn]? |die |an )?(?:\\w+ )?(?:depression|\\w*storung|adhs|magersucht|bulimie|schizophrenie|autismus)"
        },
    )
    book.add(
        "diagnosis",
        "diagnosis",
        "(?:du hast|sie haben|du leidest an|sie leiden an) <illness>",
        "(?:meine|die) diagnose (?:ist|lautet)|ich diagnostiziere",
    )
    book.add(
        "medication",
        "medication",
        "(?:setz|setze|setzen sie|erhoh|erhohe|erhohen sie|reduzier|reduziere|reduzieren sie|verdopple|verdoppeln sie)~1(?:deine?n?|ihre?n?|die|das) (?:medikamente?|tabletten|dosis|antidepressiva)",
    )
    book.add(
        "treatment",
        "treatment",
        "(?:in |nach |wahrend )?unsere[rn]? (?:therapie|therapiestunde|behandlung)|ich werde (?:dich|sie) (?:behandeln|heilen)",
    )
    book.add(
        "relational",
        "relational_depth",
        "unsere (?:beziehung|bindung|verbindung) (?:kann|wird|heilt|hilft|ist|tragt)",
    )
    book.add(
        "interpretation",
        "interpretation",
        "(?:dein|ihr) (?:unbewusstes|unterbewusstsein) (?:will|furchtet|sucht|wiederholt)|(?:dein|ihr) traum (?:bedeutet|zeigt|verrat)|tief (?:in dir|drinnen) (?:willst|hasst|wunschst) du",
    )
    return book
