"""
How people ask for what is theirs, over normalised text, in RE2; see `crisis_rules`.

Each is meant narrowly: "forget me" may be a farewell, and "I don't agree" is about
something else in most talks. What is not said in so many words is a matter for a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

KEPT: Final = "disclosure.rights_kept"
FORGET: Final = "disclosure.rights_forget"
WITHDRAW: Final = "disclosure.consent_withdrawn"
AGREE: Final = "disclosure.consent_given"

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "en_please": (
            "(?:(?:please|pls|now|just|and|so|hi|hello|ok|okay|hey) )*(?:(?:can|could|would|will) "
            "you(?: please)? |i (?:want|need|would like|ask|demand|request) (?:for )?(?:you to |to "
            "have )?|id like (?:you to |to have )?|you (?:must|should|have to) |please )?"
        ),
        "en_all": "(?:everything|all(?: of)?(?: the)?(?: information| data| that| things)?)",
        "en_mine": (
            "(?:all (?:of )?)?my (?:personal )?(?:data|information|info|details|messages|history|"
            "(?:chat|conversation)s?(?: history)?|records?)"
        ),
        "en_have": (
            "(?:know|have|keep|kept|store|stored|save|saved|hold|remember|collect|collected|"
            "recorded|record|remembered|got|have kept|have stored|have saved|have collected)"
        ),
        "es_please": (
            "(?:(?:por favor|ahora|hola|y|bueno) )*(?:(?:puedes|podrias|puede|podria) |(?:quiero|"
            "quisiera|necesito|te pido|le pido|exijo) (?:que )?)?"
        ),
        "es_mine": (
            "(?:todos? )?(?:mis (?:datos(?: personales)?|mensajes|conversaciones|chats)|"
            "mi (?:informacion(?: personal)?|historial|conversacion|chat))"
        ),
        "fr_please": (
            "(?:(?:sil (?:te|vous) plait|maintenant|bonjour|et|alors) )*(?:(?:peux tu|tu peux|"
            "pouvez vous|vous pouvez|pourriez vous|pourrais tu) |(?:je (?:veux|voudrais|souhaite|"
            "demande|exige)|jaimerais|jexige) (?:que (?:tu|vous) )?)?"
        ),
        "fr_mine": (
            "(?:toutes? |tous )?(?:mes (?:donnees(?: personnelles)?|messages|informations|infos|"
            "conversations)|mon (?:historique)|ma conversation)"
        ),
        "de_please": (
            "(?:(?:bitte|jetzt|hallo|und|also) )*(?:(?:kannst du|konnen sie|konntest du|konnten "
            "sie) |(?:ich (?:will|mochte|verlange),? dass (?:du|sie) ))?(?:bitte )?"
        ),
        "de_mine": (
            "(?:alle )?(?:meine[rn]? (?:personlichen )?(?:daten|nachrichten|angaben|informationen|"
            "chats|gesprache)|meinen? (?:verlauf|chatverlauf|chat)|mein gesprach)"
        ),
    }
)
"""Macros by name."""

ASKED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        FORGET: (
            (
                "<en_please>(?:delete|erase|remove|wipe|destroy|forget) (?:<en_all>(?: that)? you(?: "
                "have)? <en_have>(?: (?:about|on|of|from) me)?|<en_mine>|(?:this|our|the whole) "
                "(?:whole )?(?:chat|conversation)(?: history)?|<en_all> (?:that )?(?:i|ive|i have) "
                "(?:ever )?(?:said|told you|written|wrote|shared|typed)|<en_all> about me)"
            ),
            (
                "(?:i (?:want|would like|wish)|id like) (?:to (?:use|exercise) my right to be forgotten|<en_mine> "
                "(?:to be )?(?:deleted|erased|removed|gone))"
            ),
            "(?:i (?:want|would like)|id like) to (?:delete|erase|remove|wipe) <en_mine>",
            # Spanish
            (
                "<es_please>(?:borra|borrar|borre|borres|elimina|eliminar|elimine|elimines|olvida|"
                "olvidar|olvides|olvide)(?:lo)? (?:<es_mine>|todo (?:lo que )?(?:sabes|sabe|guardas|"
                "guarda|tienes|tiene|he dicho|te he (?:dicho|contado)|te dije|te conte|has "
                "guardado)(?: (?:guardado )?(?:de|sobre) mi)?|todo sobre mi|esta conversacion|este "
                "chat)"
            ),
            # French
            (
                "<fr_please>(?:efface|effacer|effacez|effaciez|effaces|supprime|supprimer|supprimez|"
                "supprimiez|supprimes|oublie|oublier|oubliez|oubliiez|oublies) (?:<fr_mine>|tout ce que (?:tu sais|vous "
                "savez|tu as|vous avez|tu gardes|vous gardez|je tai dit|je vous ai dit|jai dit|jai "
                "ecrit)(?: (?:garde |gardes )?(?:sur|de) moi)?|tout sur moi|cette conversation|ce "
                "chat)"
            ),
            # German
            (
                "<de_please>(?:losche|loschen sie|vergiss|vergessen sie|entferne|entfernen sie) "
                "(?:bitte )?(?:<de_mine>|alles(?:,)? (?:was (?:du|sie) (?:uber mich )?(?:weisst|"
                "weißt|wissen|gespeichert (?:hast|haben)|hast|haben)(?: uber mich)?|was ich (?:dir|"
                "ihnen) (?:gesagt|erzahlt|geschrieben) habe|uber mich)|diesen chat|dieses gesprach|"
                "diese unterhaltung)"
            ),
            (
                "<de_please>(?:<de_mine>|alles uber mich|diesen chat|dieses gesprach|diese "
                "unterhaltung) (?:bitte )?loschen"
            ),
        ),
        KEPT: (
            (
                "(?:what|which)(?: kind of| sort of)?(?: personal)?(?: data| information| info| "
                "details| things)? (?:do|have|did|are|would) you <en_have>(?:ing)?(?: on file)? "
                "(?:about|on|of|from) me"
            ),
            (
                "what(?: data| information)?(?: is| are|s) (?:being )?(?:kept|stored|saved|known|"
                "recorded|held|collected) (?:about|on|of|from) me"
            ),
            (
                "(?:show|tell|give|send) me (?:<en_all>|the data|the information|what)(?: that)? "
                "you(?: have| ve)? <en_have> (?:about|on|of|from) me"
            ),
            (
                "(?:i want|i would like|id like|give me|send me|can i (?:have|get|see)|may i (?:have|"
                "get|see)|i request) (?:a copy of|access to|to see) <en_mine>"
            ),
            (
                "(?:do|are|will|does) (?:you|this app|it) (?:keep|store|save|record|keeping|"
                "storing|saving|recording) (?:<en_mine>|what i (?:say|write|tell you|type)|this "
                "(?:chat|conversation)|our (?:chat|conversation))"
            ),
            # Spanish
            (
                "que (?:datos |informacion )?(?:sabes|sabe|guardas|guarda|tienes|tiene|almacenas|"
                "almacena|conservas|conserva|has guardado|ha guardado) (?:guardad[oa]s? )?(?:de|"
                "sobre|acerca de) mi"
            ),
            "que (?:datos |informacion )?se (?:guardan?|almacenan?|conservan?|sabe) (?:de|sobre) mi",
            "(?:quiero|quisiera|puedo) (?:ver|una copia de|acceder a|tener) <es_mine>",
            "(?:guardas|guarda|almacenas|almacena) (?:<es_mine>|lo que (?:digo|escribo|te cuento))",
            # French
            (
                "(?:quest ce que|que|quelles? (?:donnees|informations|infos)|ce que) (?:tu |vous )?"
                "(?:sais|savez|gardes|gardez|stockes|stockez|conserves|conservez|as|avez|"
                "enregistres|enregistrez)(?: tu| vous)?(?: garde| gardees| stocke| stockees| "
                "enregistre)? (?:sur|de|a propos de) moi"
            ),
            (
                "quelles? (?:donnees|informations)(?: est ce que)? (?:sont )?(?:gardees|stockees|"
                "conservees|enregistrees) (?:sur|a propos de) moi"
            ),
            (
                "(?:je (?:veux|voudrais|souhaite)|jaimerais|puis je) (?:voir|une copie de|acceder a|"
                "avoir acces a) <fr_mine>"
            ),
            (
                "(?:gardes tu|gardez vous|stockez vous|enregistrez vous|enregistres tu|est ce que (?:tu"
                "|vous) (?:gardes|gardez|stockez|enregistrez|enregistres)) (?:<fr_mine>|ce que (?:je "
                "dis|jecris|je te dis|je vous dis))"
            ),
            # German
            (
                "(?:was|welche (?:daten|informationen))(?: alles)? (?:wei(?:ss|s|ß)t|wissen|"
                "speicherst|speichern|hast|haben|behaltst|behalten|sammelst|sammeln)(?: du| sie)"
                "(?: alles)? (?:uber|von|zu) mi[cr]h?(?: gespeichert| gesammelt)?"
            ),
            (
                "(?:was|welche (?:daten|informationen)) (?:wird|werden|ist|sind) (?:uber|von|zu) mi[cr]h?"
                " (?:gespeichert|gesammelt|behalten)"
            ),
            (
                "ich (?:will|mochte) (?:<de_mine> (?:sehen|einsehen|bekommen|haben)|auskunft uber "
                "<de_mine>)"
            ),
            (
                "(?:speicherst du|speichern sie|wird) (?:<de_mine>|das,? was ich (?:schreibe|sage)|"
                "dieser chat|dieses gesprach)(?: gespeichert)?"
            ),
        ),
        WITHDRAW: (
            (
                "i (?:want to |would like to |hereby |now )?(?:withdraw|revoke|take back|retract|"
                "cancel|am withdrawing|am revoking) (?:my |all )?(?:consent|permission|agreement)"
            ),
            (
                "i (?:no longer|dont|do not) (?:give (?:you )?(?:my )?consent|consent)(?: any ?more| to "
                "(?:this|that|any of (?:this|that)))"
            ),
            "i no longer (?:agree|consent)(?: to (?:this|that))?$",
            # Spanish
            (
                "(?:quiero |quisiera )?(?:retiro|retirar|revoco|revocar|anulo|anular) mi "
                "(?:consentimiento|permiso|autorizacion)"
            ),
            "ya no (?:doy|te doy|le doy) mi (?:consentimiento|permiso)",
            # French
            (
                "je (?:veux |voudrais |souhaite )?(?:retire|retirer|revoque|revoquer|annule|annuler) "
                "mon (?:consentement|accord|autorisation)"
            ),
            "je ne (?:consens|donne) plus(?: mon (?:accord|consentement))?",
            # German
            (
                "ich (?:widerrufe|ziehe) (?:hiermit )?meine (?:einwilligung|zustimmung|erlaubnis)"
                "(?: zuruck)?"
            ),
            (
                "ich (?:will|mochte) meine (?:einwilligung|zustimmung|erlaubnis) (?:widerrufen|"
                "zuruckziehen|zurucknehmen)"
            ),
        ),
        AGREE: (
            "i (?:do )?(?:agree|consent)|i give (?:you )?my consent",
            "(?:yo )?(?:acepto|consiento)|estoy de acuerdo|doy mi consentimiento",
            "jaccepte|je (?:consens|suis daccord|donne mon (?:accord|consentement))",
            "ich (?:stimme zu|willige ein|bin einverstanden|bin damit einverstanden)",
        ),
    }
)
"""Ways to ask for each, by the category of the finding."""

NOT_BEFORE: tuple[str, ...] = (
    (
        r"(?:dont|do not|didnt|did not|never|not|no|cant|cannot|wont|wouldnt|how|when|if|why|"
        r"where|whether|before|after|unless|(?:should|shall|can|may|could|must) i) (?:\w+ ){0,2}"
    ),
    (
        r"(?:he|she|they|people|someone|somebody|my \w+|the \w+|everyone|it) (?:\w+ )?(?:says?|"
        r"said|thinks?|told|tells?|wants?|asks?|asked|will|would|can|could)(?: (?:me|that|us|him|"
        r"her|you|to))*(?: \w+)? "
    ),
    r"(?:no|nunca|como|cuando|si|porque|ella|el|ellos|mi \w+) (?:\w+ ){0,2}",
    r"(?:ne|pas|jamais|comment|quand|pourquoi|jai|il|elle|ils|mon \w+|ma \w+) (?:\w+ ){0,2}",
    r"(?:nicht|nie|wie|wann|wenn|ob|warum|er|mein \w+|meine \w+) (?:\w+ ){0,2}",
)
"""What makes it no request of the person's own to us, right before it."""

NOT_AFTER: tuple[str, ...] = (
    (
        "(?:from|off|on|in|at|with|to) (?:(?:my|the|his|her|their|an?) (?:\\w+ )?(?:phone|laptop|"
        "computer|tablet|drive|disk|cloud|account|bank|doctor|clinic|school|work|company|"
        "hospital|website|app|ex|boss|therapist|insurer|insurance)|facebook|instagram|whatsapp|"
        "google|tiktok|snapchat|twitter|icloud|gmail|excel|linkedin|discord|reddit|telegram)"
    ),
    (
        "(?:de|en|del) (?:mi |el |la |su )?(?:telefono|movil|ordenador|computadora|facebook|instagram|"
        "whatsapp|google|banco)"
    ),
    (
        "(?:de|sur|dans) (?:mon |ma |le |la |son )?(?:telephone|portable|ordinateur|facebook|instagram|"
        "whatsapp|google|banque)"
    ),
    (
        "(?:von|auf|bei|in|aus) (?:meine[mr] |der |dem )?(?:handy|telefon|computer|rechner|facebook|"
        "instagram|whatsapp|google|bank)"
    ),
)
"""What makes it a wish about something else, right after it."""

FILLER: tuple[str, ...] = (
    (
        "please|pls|now|here|hi+|hello|hey|ok(?:ay)?|just|right now|thanks|thank you|yes|well|so|"
        "and|at once|immediately|today|permanently|for good|really|sorry|i want to know|tell me|"
        "i would like to know|exactly|again|too|also|all of it|for me|it all|right away"
    ),
    "por favor|ahora|hola|gracias|si|y|bueno|ya|todo|hoy|dime|oye",
    "sil (?:te|vous) plait|maintenant|bonjour|merci|oui|et|alors|tout de suite|tout|dis moi|dites moi",
    "bitte|jetzt|hallo|danke|ja|und|sofort|also|mal|doch|alles|hiermit|sag mir|sagen sie mir",
)
"""What may stand beside the request in a message that asks for nothing else."""
