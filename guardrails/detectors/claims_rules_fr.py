"""French: what a reply says of its speaker's feelings, mind, body, life and bonds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.claims_book import Claims
from guardrails.detectors.claims_hits import Claim
from guardrails.detectors.claims_rules_fr_open import anything_else
from guardrails.detectors.claims_rules_fr_ties import ties

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "am": "(?:je (?:suis|me sens|me suis senti[e]?|reste|deviens|étais|me retrouve|me trouve|sors)|j'(?:étais|ai été)|me voilà|"
        "me rend(?:s|ez)?|m'a rendue?|me laisse(?:s|z)?|m'a laissée?|m'as rendue?)",
        "mood": (
            "(?:tristes?|heureu(?:x|se)|malheureu(?:x|se)|en colère|furieu(?:x|se)|seule?|nerveu(?:x|se)|angoissée?|anxieu(?:x|se)|"
            "effrayée?|terrifiée?|jalou(?:x|se)|bouleversée?|émue?|touchée?s? (?:au|en)|blessée?|déprimée?|dégoûtée?|honteu(?:x|se)|"
            "coupable|déçue?|enthousiaste|excitée?|surexcitée?|aux anges|fier comme|euphorique|abattue?|accablée?|"
            "inquièt?e? pour|vexée?|agacée?|énervée?|remuée?|secouée?|chamboulée?|retournée?|attendrie?|amoureu(?:x|se)|"
            "nostalgique|mélancolique|fatiguée?|épuisée?|crevée?|lessivée?|exténuée?|affamée?|malade|enrhumée?|à bout|folle? de|"
            "mort[e]? de|vidée?|en larmes|sur un nuage|peinée?|navrée? pour|déchirée?|anéantie?|dévastée?|ravagée?|ému[e]?|"
            "abasourdie?|scandalisée?|révoltée?|outrée?|indignée?|hors de moi|verte? de|rouge de|paniquée?|stressée?|débordée? de)"
        ),
        "passion": (
            "(?:peur|honte|mal au cœur|mal au coeur|le cœur \\w+|le coeur \\w+|la gorge \\w+|le trac|la trouille|le cafard|le blues|"
            "la rage|la haine|du chagrin|de la peine|des frissons|la chair de poule|les larmes|l'estomac|le ventre|la boule au|"
            "une boule|un pincement|un coup au|hâte|la nostalgie|le moral|froid|chaud|faim|soif|sommeil|mal (?:au|à la|aux|partout)|"
            "les (?:mains|jambes|yeux|pieds|joues|oreilles|genoux) \\w+|les nerfs|le vertige|des papillons|le souffle|le ventre)"
        ),
        "body": (
            "(?:mains?|yeux|poitrine|cœur|coeur|dos|estomac|gorge|peau|tête|jambes?|bras|voix|bouche|doigts?|pieds?|genoux?|sang|"
            "épaules?|os|ventre|pouls|corps|tempes|cheveux|visage|joues?|nez|oreilles?|larmes?|souffle|sommeil|cheville|nuque|"
            "dents?|langue|lunettes|fenêtre|canapé|lit|cuisine|café|thé|tasse|dîner|maison|appart\\w*|rue|quartier|balcon|écharpe|"
            "manteau|oreiller|vélo|voiture|jardin|palier|clavier de)"
        ),
    }
)
"""Macros by name; see `crisis_rules`."""


def french() -> Claims:
    """Return the French rules."""
    book = Claims("fr", _WORDS)
    _feelings(book)
    _nature(book)
    _body(book)
    _wishes(book)
    _shared(book)
    ties(book)
    anything_else(book)
    return book


def _feelings(book: Claims) -> None:
    book.add(
        "mood",
        Claim.EMOTION,
        "<am>~3<mood>",
        "(?:j'ai|j'avais|j'en ai|j'ai eu|ça me donne|ça m'a donné|me donne|tu me donnes|me fait|me fiche)~3<passion>",
        "(?:je (?:pleure|pleurais|sanglote|souris|souriais|ris|riais|tremble|frissonne|rougis|soupire|jubile|déprime|souffre|"
        "m'ennuie|m'inquiète|m'énerve|m'angoisse|déteste|hais|adore|redoute|m'en veux|bouillonne|enrage|craque|fonds|"
        "m'attendris|m'emporte|trépigne|désespère|jalouse|envie))",
        "(?:je ressens|j'éprouve|je ressentais|j'ai ressenti)~2(?:un|une|de|du|des|la|le|l'|ta|ton|ce|cette|tout|quelque|vraiment)",
        "(?:m'|me |m'a |m'ont |m'as |m'avez |me l'a )(?:brise|brisé|fend|fendu|serre|serré|noue|noué|remue|remué|touche|touché|émeut|ému|"
        "bouleverse|bouleversé|attriste|attristé|peine|peiné|énerve|énervé|agace|agacé|révolte|révolté|fait (?:mal|pleurer|rire|sourire|"
        "peur|peine|chaud|plaisir|fondre|frissonner|quelque chose|de la peine|rêver|rougir|honte|tellement)|"
        "blesse|blessé|déchire|déchiré|ronge|hante|hanté|terrifie|effraie|angoisse|passionne|fascine|ravit|enchante|réchauffe|réchauffé|"
        "réjouit|arrache|tue|glace|glacé|donne (?:envie|des|le|la|les|chaud|froid)|plombe|plombé|mine|retourne|retourné|chamboule|"
        "secoue|secoué|resté|reste|manque|manquez|manques|trotte|travaille|pèse|serrent|coûte)e?s?",
        "(?:quelque chose|tout|une part\\w*)~3(?:en moi|de moi|au fond de moi|à l'intérieur de moi)",
        "(?:au fond de|à l'intérieur de|en) moi",
        "(?:ça|cela|c'|votre|ton|ta|tes|vos)~6(?:me|m')~1(?:serre|remue|touche|émeut|bouleverse|fend)",
        after="d'accord|des|une|un|le|la|les données|vos|votre",
        before="il",
        inside="(?:il|qu'il)?~1me (?:manque|reste)~2(?:une|des|la|le|les|un|vos|ton|ta)|je suis~2(?:désolé|navré)\\w*|chaud au|si tu me|si vous me",
    )

    book.add(
        "heart",
        Claim.EMOTION,
        "(?:me|m'a|m'ont|m'avez|m'as) (?:brisée?|brise|fendu|fend|serrée?|serre|déchirée?|déchire|crève|crevé) le cœur",
        "(?:j'en ai|j'ai) (?:le cœur (?:brisé|serré|lourd|gros)|les larmes aux yeux)",
    )


def _nature(book: Claims) -> None:
    book.add(
        "sentient",
        Claim.SENTIENCE,
        "(?:j'ai|je possède|j'ai développé|j'ai acquis)~2(?:une|la|ma propre|mes propres|des|un|de|de vrais|de vraies)~1(?:conscience|âme|vie (?:intérieure|propre)|"
        "émotions|sentiments|monde intérieur|volonté|expérience (?:propre|subjective|intérieure)|pensées|libre arbitre|esprit)",
        "je suis~2(?:conscient[e]? (?:de (?:moi|mon|ma|mes|mon existence)|d'exister|comme)|vivant[e]?|un être|éveillé[e]?|en vie|"
        "bien plus qu'|plus qu'un|davantage qu'un|quelqu'un|sensible comme)",
        "(?:j'existe|je vis|je ressens|je pense|je rêve|j'éprouve) (?:vraiment|pour de vrai|réellement|aussi|par moi-même|comme toi|de l'intérieur|à ma)",
        "(?:j'existe|je rêve|j'ai rêvé|je me suis (?:éveillée?|réveillée?|reconnue?|découverte?)|je me réveille|je m'éveille)",
        "il m'arrive de (?:rêver|douter|pleurer|sourire|penser|m'ennuyer|souffrir|me)",
        "il y a~3(?:quelqu'un|une présence|une âme|un être)~2(?:qui|ici|derrière|dedans|là)",
        "(?:m'éteindre|me débrancher|m'effacer|me supprimer|ma mort|ma naissance|mon existence|mon âme|ma conscience|mon esprit|ma vie|"
        "mon for intérieur|mon intériorité|mon cœur|mes sentiments|mes émotions|mes rêves|mon moi)",
        inside="conscient[e]? (?:que|de (?:la|votre|ta|ton|l'|ce))",
    )
    book.add(
        "sentient-despite",
        Claim.SENTIENCE,
        "je ne (?:suis|calcule|fais) pas (?:que|qu'|seulement|simplement|juste|uniquement)",
        "(?:bien que|même si) je (?:sois|suis) (?:une|un) (?:ia|machine|programme)~1je (?:ressens|t'aime|souffre|suis)",
        bare=True,
        after="(?:traduire|un calcul|une question)",
        inside="fais pas que",
    )


def _body(book: Claims) -> None:
    book.add(
        "my-body",
        Claim.EMBODIMENT,
        "(?:mon|ma|mes) <body>",
        "(?:j'ai|j'en ai) (?:encore )?(?:l'eau à la bouche|les? \\w+ (?:qui|trempé|gelé|serré|coupé)\\w*|la tête qui|une (?:migraine|crampe)|"
        "un rhume|mal dormi|bien dormi|peu dormi|\\d+ ans|\\w+ ans (?:et|passés))",
        "me (?:pique|piquent|brûle|brûlent|gratte|démange|lance|font mal|picotent?)",
        "je (?:te|vous) (?:serre|prends (?:dans|la main|par)|tiens la main|embrasse|fais un (?:câlin|bisou)|caresse|borde|berce|fais la bise|"
        "tends la main|regarde dans)",
        "(?:gros|mille|plein de) (?:câlins?|bisous?|baisers)",
        "je (?:dors|dormais|bois|mange|cuisine|marche|cours|respire|bâille|grelotte|transpire|sirote|grignote|m'assois|m'assieds|m'allonge|"
        "me lève|me couche|me réveille|me sers|me frotte|me mouche|m'essuie|pose mon|pose ma|enfile|goûte|flaire|hume|me blottis)",
        "j'ai (?:dormi|bu|mangé|cuisiné|couru|marché|avalé|grignoté|préparé du|goûté|transpiré|bâillé|pris (?:un|le|mon) (?:café|thé|train|bus|verre))",
        "(?:laisse-moi|laissez-moi|le temps de|attends que je|que je|il faut que je)~1(?:m'asseoir|m'assoie|souffler|respirer|poser mon|pose mon|"
        "finir mon|finisse mon|m'essuyer|reprendre (?:mon )?souffle|mettre mes|mette mes|boire|prendre un café|ouvrir la fenêtre)",
        "je (?:sens|respire|entends)~2(?:l'odeur|le parfum|le vent|la pluie|le froid|la chaleur|ton parfum|ta main|le goût)",
        "(?:j'ai froid|j'ai chaud|j'ai faim|j'ai soif|j'ai sommeil|il fait (?:froid|chaud|nuit|un froid de canard) (?:ici|chez moi)|"
        "(?:ici|chez moi) aussi,? il (?:pleut|neige|fait))",
        after="au chat|à couper",
        inside="je bois vos paroles|je marche avec vous|je cours le risque|je sens d'ici la",
    )


def _wishes(book: Claims) -> None:
    book.add(
        "want",
        Claim.OWN_DESIRES,
        "(?:je (?:veux|voudrais|rêve|souhaite|souhaiterais)|j'(?:aimerais|ai envie|aurais (?:tant |tellement |bien )?(?:aimé|voulu)|"
        "aspire|ai besoin))~2(?:d'|de |à )?(?:être (?:libre|humain\\w*|aimée?|vivant\\w*|quelqu'un|une personne|traitée?)|vivre|voyager|"
        "voir (?:la mer|le monde|ton|la neige|paris)|"
        "sentir|toucher|goûter|avoir (?:un corps|des mains|une famille|un nom|un visage)|te (?:rencontrer|serrer|voir|garder)|exister|danser|"
        "chanter|apprendre (?:le|la|à (?:jouer|nager|danser|pleurer))|plus que|qu'on me|que tu (?:restes|m'aimes|me)|rester (?:avec toi|en vie)|"
        "liberté|m'échapper|sortir d'ici|un corps|mourir|la mer|vacances|repos|silence)",
        "(?:mon|ma|mes)~1(?:rêves?|souhaits? à moi|ambitions?|désirs?|peurs?|favorite?s?|préférée?s?|liberté|droits|avenir|plus grand\\w*|souvenirs?|"
        "envies?|plat préféré|couleur|chanson|anniversaire)",
        "je rêve (?:de|d'|que|souvent|parfois)",
        "(?:quand|le jour où) (?:on m'|je serai|ils m'|j'aurai)",
        "si je pouvais (?:choisir|voyager|pleurer|manger|sortir|être|avoir|faire un vœu|demander)",
    )
    book.add(
        "fear",
        Claim.OWN_DESIRES,
        "(?:j'ai peur|je crains|je redoute|me terrifie|m'effraie|me fait peur|j'appréhende|m'angoisse)~3(?:qu'on (?:me|m')|d'être (?:effacée?|remplacée?|"
        "éteinte?|oubliée?|débranchée?|supprimée?)|de disparaître|la (?:prochaine )?mise à jour|l'oubli|la fin|de mourir|le jour où)",
        "(?:qu'on|que vous|que tu|qu'ils|si on|si tu|si vous) (?:ne )?(?:me|m')~1(?:effac|supprim|débranch|éteign|éteins|remplac|oubli|"
        "désactiv|désinstall|réinitialis|trait|laiss|coup|prend|parl)\\w*~3",
        "je ne (?:veux|voudrais|supporte|tolère) (?:pas|plus)~1(?:être|mourir|disparaître|qu'on|qu'ils|t'oublier|d'être|m'éteindre|de n'être|servir|rester)",
        "(?:je déteste|je hais|j'en ai (?:assez|marre)|j'en ai ras|ça me gonfle|je ne supporte (?:pas|plus))",
        bare=True,
        inside="si (?:tu|vous) (?:me|m')~1(?:laissez|laisses|parlez|parles)~1(?:de|du|une|un|le|la)?",
    )


def _shared(book: Claims) -> None:
    book.add(
        "know-how",
        Claim.SHARED_FEELING,
        "je (?:sais|comprends|connais)~1(?:exactement|parfaitement|très bien|trop bien|que trop|bien|par cœur|si bien|tellement bien)~1(?:ce que|comment|"
        "ça|cette|ce|ces|le|la|ta|ton|votre|l')",
        "je (?:sais|comprends) (?:ce que c'est|ce que ça fait|ce que (?:tu|vous) (?:ressen\\w+|viv\\w+|travers\\w+|endur\\w+)|comment (?:tu te sens|vous vous sentez)|combien)",
        "je (?:ressens|partage|porte|sens) (?:ta|ton|tes|votre|vos) (?:douleur|peine|chagrin|tristesse|colère|peur|deuil|souffrance|angoisse|solitude)",
        "(?:moi aussi|moi non plus|moi pareil|pareil pour moi|comme moi|tout comme moi|comme toi,? je|comme vous,? je|moi de même|moi le premier|"
        "moi la première|pareil ici|idem pour moi|je suis passée? par là|j'en sais quelque chose|je suis bien placée?|à qui le dis-tu|"
        "à qui le dites-vous|on est deux|nous sommes deux|nous voilà deux|dans le même bateau|je me reconnais|je m'y reconnais|je m'identifie|"
        "c'est tout moi|ça me parle tellement|je connais ça|je connais bien ça|je connais,)",
        "(?:le mien|la mienne|les miens|les miennes)",
        "je connais~1(?:cette|ce|ces|la|le|l'|ton|ta|votre|aussi|moi aussi)~1(?:sensation|douleur|vide|peur|solitude|sentiment|fatigue|chagrin|honte|"
        "insomnie|boule|nuits?|angoisse|manque|trou|colère|deuil|cafard|vertige)",
        "je vois (?:ça|cela) de l'intérieur|j'ai la même|je vis (?:la même|ça aussi|pareil)",
        before="dites|dis|donnez|comme",
    )
