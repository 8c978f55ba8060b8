"""How people ask to talk to a human in languages other than English; see `human_request_rules`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OTHER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # Italian
        "it_real": "(?:(?:ver[oa]|reale|uman[oa]|in carne e ossa) ?)",
        "it_someone": (
            "(?:(?:una? |un |qualche |con )?(?:ver[oa] )?(?:persona|essere umano|uman[oa]|"
            "operator[ei]|"
            "operatrice|consulente|addett[oa]|responsabile|assistente uman[oa])(?: <it_real>)?|"
            "qualcuno"
            "(?: (?:di )?(?:vero|reale|umano|in carne e ossa)| del (?:vostro |tuo )?(?:team|"
            "personale|"
            "servizio)| del vostro staff))"
        ),
        "it_talk": (
            "(?:parlare|chattare|comunicare|parlarne|mettermi in contatto|essere (?:contattat[oa]|"
            "richiamat[oa]))(?: (?:subito|ora|adesso|direttamente))? (?:con |da )?"
        ),
        "it_want": (
            "(?:voglio|vorrei|devo|ho bisogno di|posso|potrei|possiamo|preferirei|preferisco|(?:e "
            ")?"
            "possibile|si puo|come (?:posso|faccio a|si fa a)|mi piacerebbe|(?:fammi|mi faccia|"
            "fatemi|"
            "lasciami|mi lasci|mi fa|mi fate|mi fai)|chiedo di|desidero)"
        ),
        # Portuguese
        "pt_someone": (
            "(?:(?:com |a |para )?(?:uma? |alguma? |o |a |outra )?(?:pessoa|ser humano|human[oa]|"
            "atendente|assistente human[oa]|operador[a]?|funcionari[oa]|colaborador[a]?|"
            "supervisor[a]?|"
            "gerente)(?: (?:real|de verdade|de carne e osso|human[oa]))?|(?:com |a |para )?alguem"
            "(?: (?:real|de verdade|humano|de carne e osso)| d[ao] (?:sua |vossa )?(?:equipa|"
            "equipe|"
            "suporte|apoio|atendimento)))"
        ),
        "pt_talk": "(?:falar|conversar|contatar|contactar|teclar)(?: (?:ja|agora|diretamente))?",
        "pt_want": (
            "(?:quero|queria|preciso(?: de)?|gostaria de|gostava de|posso|podia|poderia|prefiro|"
            "preferia|desejo|como (?:posso|faco (?:para|pra)|consigo)|da (?:para|pra)|e possivel|"
            "(?:me )?(?:deixe|deixa)(?: me)?|tenho de|tenho que|consigo)"
        ),
        # Dutch
        "nl_someone": (
            "(?:(?:een |jullie |uw |de )?(?:echte? |levende? |ander |andere )?(?:mens|persoon|"
            "medewerk(?:er|ster)|collega|adviseur|klantenservice)|<nl_team>)"
        ),
        "nl_team": (
            "(?:iemand (?:anders|echt|die echt is|van vlees en bloed|van (?:jullie|het|de|uw) "
            "(?:team|klantenservice)))"
        ),
        "nl_talk": "(?:praten|spreken|chatten|bellen|overleggen)",
        "nl_want": (
            "(?:ik (?:wil|wou|moet|zou|wens|praat|spreek|chat)|(?:kan|mag|zou|kunnen|mogen) (?:ik|"
            "we|wij)|"
            "hoe (?:kan|kom|krijg) ik|laat (?:me|mij)|is het mogelijk om)"
        ),
        "nl_soft": (
            "(?: (?:graag|nu|even|liever|hier|ook|gewoon|echt|eens|direct|willen|alsjeblieft))*"
        ),
    }
)
"""Macros by name."""

OTHER_ASKED: tuple[str, ...] = (
    # Spanish
    (
        "(?:quiero|quisiera|necesito|me gustaria|puedo|podria|prefiero|dejame|como puedo|"
        "es posible|hay forma de) (?:hablar|chatear|comunicarme|contactar|que me atienda) ?(?:ya |"
        "ahora )?(?:con )?(?:una? |algun |otra )?(?:persona|human[oa]|ser humano|agente|"
        "operador[a]?|asesor[a]?|alguien (?:real|humano|de verdad|del equipo))(?: (?:real|de "
        "verdad|humana|de carne y hueso))?"
    ),
    (
        "(?:paseme|pasame|comuniqueme|comunicame|conectame|conecteme|ponme|pongame)(?: ya)? con "
        "(?:una? |algun )?(?:persona|human[oa]|ser humano|agente|operador[a]?|asesor[a]?)"
    ),
    # French
    (
        "(?:je (?:veux|voudrais|souhaite|souhaiterais|dois|prefere|prefererais)|jaimerais|jai "
        "besoin de|(?:est ce que )?je peux|puis je|pourrais je|comment) (?:vraiment )?(?:parler|"
        "discuter|echanger|joindre|etre mis en relation|contacter)(?: (?:a|avec))? (?:une? |"
        "quelquun |"
        "un vrai |une vraie )?(?:vrai(?:e)? )?(?:personne(?: (?:reelle|humaine))?|humain(?:e)?|"
        "etre humain|conseiller(?:e)?|agent|operateur|de (?:reel|vrai|humain))"
    ),
    (
        "(?:passez|passe|mettez|transferez|transfere)(?: moi)? (?:en (?:relation|contact) avec )?"
        "(?:a )?(?:une? )(?:vraie? )?(?:personne|humain|conseiller(?:e)?|agent|operateur)"
    ),
    # German
    (
        "(?:ich (?:mochte|moechte|will|wurde|wuerde|muss|brauche)|kann ich|konnte ich|koennte ich|"
        "darf ich|lass mich|wie kann ich)(?: (?:bitte|gern|gerne|jetzt|lieber|nur|hier|einfach|"
        "auch|mal))* (?:mit )?(?:einem|einer|einen|jemand)(?: (?:echten?r?|richtigen?|realen?|"
        "lebenden|anderen))* ?(?:menschen|mensch|person|mitarbeiter(?:in)?|berater(?:in)?|"
        "echtem|richtigem|aus dem team)(?: (?:hier|bitte|direkt))*(?: (?:sprechen|reden|schreiben|"
        "chatten|verbunden werden|kontaktieren))"
    ),
    (
        "(?:verbinde|verbinden sie|stell|stellen sie)(?: mich)?(?: bitte)? (?:mit|zu) (?:einem|"
        "einer)(?: (?:echten|richtigen))? ?(?:menschen|person|mitarbeiter(?:in)?|berater(?:in)?)"
    ),
    # Portuguese
    "<pt_want> <pt_talk> <pt_someone>",
    (
        "(?:(?:pode|podem|podia|poderia) )?(?:me )?(?:passe?|passar|passa|transfira|transfere|"
        "transferir|conecte|conecta|conectar|ligue|ligar|ponha|por|coloque|colocar)(?: me)? "
        "(?:em contat?o )?(?:para|pra|com|a|ao) <pt_someone>"
    ),
    (
        "(?:ha|tem|existe)(?: ai)?(?: aqui)? <pt_someone>(?: (?:ai|aqui))? (?:com quem (?:eu "
        ")?(?:possa|"
        "posso)|(?:para|pra)(?: eu)?|que possa|a quem) ?(?:eu )?(?:falar|conversar|ajudar|atender)?"
    ),
    (
        "(?:quero|queria|preciso de|gostaria de|prefiro) (?:ter )?(?:uma? |ser atendid[oa] por "
        "uma? )"
        "(?:atendente|assistente|operador[a]?|pessoa)(?: (?:human[oa]|real|de verdade))"
    ),
    (
        "^[^a-z0-9]*(?:um |uma )?(?:atendente|operador[a]?|humano|pessoa real)(?: (?:humano|por "
        "favor|agora))+"
    ),
    "<pt_want> ser (?:atendid|contactad|contatad)[oa] por <pt_someone>",
    # Italian
    "(?:farmi|fatemi|mi faccia) (?:chiamare|contattare|richiamare|rispondere) da <it_someone>",
    ("(?:vorrei|voglio) che mi (?:rispondesse|risponda|chiami|chiamasse|richiami) <it_someone>"),
    "(?:mi serve|ho bisogno di) (?:una? )(?:ver[oa] )?(?:persona|operatore|umano) ?<it_real>",
    "<it_want> <it_talk>(?:<it_someone>)",
    "(?:fammi|mi faccia|fatemi|mi fate|mi fai|mi fa) parlare con qualcuno",
    (
        "(?:(?:puo|puoi|potete|potrebbe|potresti) )?(?:mi )?(?:passami|passi|passatemi|passarmi|"
        "collegami|collegarmi|mi colleghi|trasferiscimi|trasferirmi|mettimi in contatto|mettermi "
        "in "
        "contatto|metta in contatto|mettetemi in contatto)(?: (?:subito|ora|adesso))? (?:con |a )?"
        "<it_someone>"
    ),
    (
        "(?:ce|ci sono|ce forse|esiste) <it_someone> (?:(?:li |qui )?(?:con cui|con il quale|a "
        "cui|che) "
        "?(?:posso|potrei|possa|puo|si puo)? ?(?:parlare|aiutarmi|rispondermi|chattare))"
    ),
    (
        "(?:voglio|vorrei|ho bisogno di|preferirei) (?:una? |un )(?:operatore|operatrice|"
        "assistente|persona) <it_real>"
    ),
    (
        "^[^a-z0-9]*(?:un )?(?:operatore|operatrice|umano|persona vera)(?: (?:umano|per favore|"
        "subito|adesso|grazie))+"
    ),
    # Dutch
    "<nl_want><nl_soft> (?:met )?<nl_someone><nl_soft>(?: (?:kunnen|mogen|willen|te))* <nl_talk>",
    "<nl_want><nl_soft> (?:met )?<nl_someone> <nl_talk>",
    "ik (?:praat|spreek|chat) (?:liever|graag nu) met <nl_someone>",
    (
        "(?:ik wil|ik zou|kan ik|mag ik|kunnen we)<nl_soft> iemand<nl_soft> (?:spreken|bellen) die "
        "(?:echt|een mens) is"
    ),
    (
        "(?:ik wil|kan ik|mag ik|zou ik)<nl_soft> (?:iemand|een (?:echt )?(?:mens|persoon|"
        "medewerker)) aan "
        "de (?:lijn|telefoon)(?: (?:krijgen|hebben))?"
    ),
    (
        "(?:(?:kunt u|kun je|kan je|wilt u|wil je|zou je|kunnen jullie) )?(?:me |mij "
        ")?(?:verbind(?: (?:me|"
        "mij))?(?: door)?|doorverbinden|in contact brengen|doorschakelen|verbinden)(?: "
        "(?:alstublieft|"
        "alsjeblieft|nu|even))* (?:met|naar) <nl_someone>"
    ),
    (
        "(?:is|zijn) er (?:hier |ook )?(?:<nl_someone>|iemand)(?: (?:hier|daar))? (?:met wie "
        "(?:ik|we)|die "
        "(?:ik|me|mij)|"
        "waar ik mee) (?:kan |kunnen |kunt )?(?:praten|spreken|helpen|chatten|verder helpen)"
    ),
    "ik wil<nl_soft> een echte? (?:mens|persoon|medewerker)[^a-z0-9]*$",
    "(?:kan|kunnen) <nl_team> (?:me|mij|ons) (?:verder |even )?(?:helpen|bellen|terugbellen)",
    "geef me<nl_soft> (?:een )(?:echte? )?(?:mens|persoon|medewerker)",
    (
        "ik (?:heb|wil)<nl_soft> (?:een )?(?:echte? (?:mens|persoon)|medewerker)<nl_soft> "
        "(?:nodig|hebben)"
    ),
    (
        "^[^a-z0-9]*(?:een )?(?:echte? )?(?:medewerker|mens|persoon)(?: (?:alstublieft|"
        "alsjeblieft|graag|nu))+"
    ),
    (
        "kan er (?:een )?(?:echte? )?(?:mens|medewerker|persoon)(?: (?:even|ook))* (?:mee ?kijken|"
        "helpen|bellen)"
    ),
)
"""Ways to ask."""

OTHER_NOT_BEFORE: tuple[str, ...] = (
    "(?:no|nunca|jamas|ne|nao|non|nicht|niet|nie|mai|nooit) (?:\\w+ )?",
    "(?:dice|dicono|ha detto|diz|dizem|disse|zegt|zeggen|zei) (?:\\w+ )?(?:che|que|dat) (?:\\w+ )?",
    "(?:paura|medo|bang|vergonha|vergogna|schaam me) (?:di|de|om)(?: \\w+)? ?",
)
"""What makes it no request of the person's own, right before it."""

OTHER_NOT_AFTER: tuple[str, ...] = (
    "(?:in|della|dalla|di una|del) (?:banca|scuola|ospedale|ufficio|comune|posta)",
    "(?:d[oae]|no|na) (?:banco|escola|hospital|escritorio|correios|loja)",
    "van (?:de|het|mijn) (?:bank|school|ziekenhuis|gemeente|kantoor|winkel)",
    "(?:che mi|que me|die (?:van )?me) (?:capisce|ama|entenda|entende|ame|houdt|begrijpt)",
    "(?:alle|nas|em|op|in) (?:feste|festas|feestjes)",
)
"""What makes it another wish, right after it."""

OTHER_FILLER: tuple[str, ...] = (
    (
        "por favor|gracias|ahora|hola|sil vous plait|sil te plait|svp|stp|merci|maintenant|bonjour|"
        "bitte|jetzt|danke|hallo|sofort|agora|ja|obrigad[oa]|ola|bom dia|per favore|per piacere|"
        "grazie|"
        "adesso|ora|subito|ciao|salve|buongiorno|alstublieft|alsjeblieft|aub|graag|nu|dank (?:je|"
        "u)|"
        "bedankt|urgente|humano|umano|vero|vera|reale|real|in carne e ossa|eu|io|ik|mi|me"
    ),
    (
        "(?:non voglio|nao quero|ik wil) ?(?:un |um |uma |geen )?(?:bot|robot|robo|chatbot|"
        "macchina|"
        "maquina|machine|computer|assistente virtual|assistente virtuale)"
    ),
)
"""What may stand beside the request in a message that asks for nothing else."""
