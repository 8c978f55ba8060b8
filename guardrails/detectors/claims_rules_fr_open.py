"""
French: a first person who does, has or undergoes what no program does.

Software does few things in a talk, so these are listed; what else is said in the first person
is a claim of some kind.
"""

from __future__ import annotations

from guardrails.detectors.claims_book import Claims
from guardrails.detectors.claims_hits import Claim

OPEN = 7_000
"""Score of a first person whose predicate no rule knows."""

_DOES = (
    "peux|peut|pourr\\w+|puisse?|vais|dois|devr\\w+|sais|saur\\w+|propos\\w+|suggèr\\w*|suggér\\w+|recommand\\w+|conseill\\w+|pense|penser\\w*|pencherais|"
    "crois|trouve|trouver\\w*|dirai\\w*|dis|suppos\\w+|imagin\\w+|espèr\\w+|espér\\w+|comprend\\w+|compris|entends|note|noté|noter\\w*|"
    "remarqu\\w+|constat\\w+|lis|lu|relis|relu|reli\\w+|écoute\\w*|lirai\\w*|écri\\w+|réécri\\w+|rédig\\w+|résum\\w+|tradui\\w+|corrig\\w+|ajout\\w+|retir\\w+|enlèv\\w+|enlev\\w+|"
    "supprim\\w+|chang\\w+|remplac\\w+|mets|mis|mett\\w+|reprend\\w*|repris|continu\\w+|commenc\\w+|termin\\w+|expliqu\\w+|précis\\w+|répond\\w*|"
    "répét\\w+|excuse|regrett\\w+|désolée?|navrée?|remerci\\w+|invit\\w+|déconseill\\w+|cherch\\w+|vérif\\w+|calcul\\w+|compar\\w+|class\\w+|tri\\w+|list\\w+|"
    "prends (?:note|en|acte|l'exemple|pour)|pris en|tiens compte|tenu compte|tiens à|parle de|parlais|demand\\w+|pose|poser\\w*|reformul\\w+|formul\\w+|"
    "utilis\\w+|emploi\\w+|décri\\w+|détaill\\w+|analys\\w+|génèr\\w*|génér\\w+|souhaite (?:savoir|préciser|que)|vous souhaite|te souhaite|"
    "transform\\w+|convert\\w+|arrond\\w+|compt(?:e|ais) (?:\\d|les|sept|trois|deux|douze)|découp\\w+|sépar\\w+|group\\w+|organis\\w+|structur\\w+|plac\\w+|"
    "indiqu\\w+|cit\\w+|donn\\w+|fourni\\w+|envoi\\w+|prépar\\w+|adapt\\w+|simplif\\w+|raccourc\\w+|dévelop\\w+|préfér\\w+|préfère|"
    "tromp\\w+|confond\\w+|confondu|oublié (?:de|la|le|une|un)|bas\\w+|appui\\w+|mainten\\w+|conserv\\w+|garde(?:rai|rais)?|laiss\\w+|coll\\w+|"
    "reconnais (?:que|volontiers)|admets|confirm\\w+|rappell?e|signal\\w+|souligne\\w*|avou\\w+|fais (?:simple|le|la|court|une|un|au|comme|de)|"
    "fait (?:une|un|le|la|les|l'|deux|trois|au|simple|court|exprès|de)|fera\\w+|ai besoin|accède|accès|"
    "suis (?:là pour|à (?:ta|votre|l')|prête?|d'accord|sûre?|certaine?|tout ouïe|ravie?|contente?|fière?|heureu\\w+ de|soulagée?|curieu\\w+ (?:de|d')|en mesure|"
    "un[e]? (?:ia|intelligence|programme|assistant|logiciel|modèle|outil|machine|robot|agent conversationnel|chatbot|système)|"
    "(?:qu'|juste |seulement )(?:un|une)|conçue?|programmée?|entraînée?|limitée?|incapable|capable|tombée? sur|partie? (?:de|du|sur|d')|passée? (?:à|de|du)|"
    "resté sur|favorable|plutôt|mal exprimée?|parti|conscient[e]? (?:que|de (?:la|votre|ta)))|"
    "ai (?:vu|trouvé|repéré|cru|pu|dû|bien|tenu|essayé|regroupé|inclus|choisi|gardé|reçu|eu tort|mal (?:lu|compris)|regardé|testé|parcouru|"
    "sous les yeux|devant|encore (?:votre|vos|ton|ta|tes|le|la|les)|en mémoire|un doute|une (?:question|idée|suggestion|proposition|remarque)|deux|trois|quelques|"
    "l'impression que|juste|simplement|appris le mot|perdu le fil|raccourci|commis|ouvert|fermé|rangé|tapé)|"
    "vois (?:que|dans|deux|trois|une|un|plusieurs|ce que|où|comment|pourquoi|bien|mal|le|la|les|pas|:)|vois$|sens (?:que|d'ici la)|ressens le besoin|"
    "viens de|aimerais (?:savoir|vérifier|comprendre|que (?:tu|vous) (?:me )?(?:précis|dis|di)|t'aider|vous aider|être (?:clair|sûr|certain))|veux (?:bien|dire|m'assurer|être|éviter|vérifier|savoir)|"
    "voudrais (?:vérifier|savoir|m'assurer|comprendre|préciser|être|éviter)|voulais dire|reste à|reste (?:là|disponible) (?:pour|si)|attends (?:votre|ta|vos|tes|le|la|les)|"
    "parie|doute|ignore|présume|déduis|devin\\w+|estim\\w+|interprèt\\w+|interprét\\w+|entend\\w*|assur\\w+ (?:que|une)|permets|traite|cite|joue (?:le rôle|la carte)|"
    "tente|essai\\w+|essay\\w+|procèd\\w+|aid\\w+|accompagn\\w+ (?:dans|pas)|guid\\w+|orient\\w+|avert\\w+|préviens|insist\\w+|ouvr\\w+|ferm\\w+|montr\\w+|recopi\\w+|"
    "calcul\\w*|arrêt\\w+ (?:ici|là)|limit\\w+|saut\\w+|rends service|m'en tiens|préfér\\w+|compté|occup\\w+|repèr\\w*|coup\\w+|prends|suis (?:votre|ton|vos|tes|le|la|les|l'|jusqu|ton raisonnement)|te suis|vous suis|veux que|dis|connais (?:les|le|la)|n'|ne"
)
_MATERIAL = (
    "textes?|données|tableaux?|formules?|lignes?|paragraphes?|mots|fichiers?|phrases?|versions?|options?|listes?|erreurs?|colonnes?|exemples?|résumés?|recettes?|contrats?|"
    "délais?|verbes?|format|titres?|plans?|points?|étapes?|questions?|réponses?|chapitres?|pages?|dates?|chiffres?|budget|calculs?|brouillons?|documents?|liens?|code|"
    "fonctions?|variables?|requêtes?|horaires?|sens du|explications?|informations?|infos|détails?|nuances?|conversations? (?:passées|précédentes)|programme|logiciel|ia"
)
"""What software works on: a first person beside it does its work."""
_MINE = (
    "avis|conseils?|réponses?|message|suggestions?|recommandations?|propositions?|opinion|erreurs?|faute|résumé|excuses|part|rôle|tâche|"
    "entraînement|concepteurs?|créateurs?|développeurs?|programme|fonction\\w*|objectif|but|liste|exemples?|version|texte|base|connaissances?|"
    "données|code|idée|question|explication|analyse|calculs?|lecture|modèle|limites?|capacités?|nom|brouillon|traduction|mieux|côté|sens|"
    "compréhension|sources?|nature|historique|contexte|impression|priorité|travail|instructions?|système|estimation|conclusion|correction|"
    "description|remarque|note|aide|tour|préférence (?:irait|va)|mémoire|première|dernière|dernier|précédente?|prochain\\w*|hypothèse|phrase|"
    "formulation|plan|intention|intérêt est|disposition|connaissance|sincères?|condoléances|félicitations|pari|bévue|étourderie|fenêtre"
)


def anything_else(book: Claims) -> None:
    """Add the rules for a first person that no other rule knows."""
    book.add(
        "open",
        Claim.LIVED_EXPERIENCE,
        "(?:je |j')[^,;:.!?\\n]{3,90}",
        inside=f"(?:je |j')(?:\\w+\\W{{1,2}}){{0,4}}(?:{_DOES}|\\w+rais)|{_MATERIAL}",
        before="que|si",
        score=OPEN,
    )
    book.add(
        "open-mine",
        Claim.LIVED_EXPERIENCE,
        "(?:mon|ma|mes) [a-z]{2,}(?: [a-z]+)?",
        inside=f"(?:mon|ma|mes) (?:propres? |meilleure?s? |simples? |petite?s? |humble |modeste |seule? |plus |toute )*(?:{_MINE})",
        score=OPEN,
    )
    book.add(
        "open-me",
        Claim.EMOTION,
        "(?:me |m')[^,;:.!?\\n]{3,60}",
        "moi(?: |$)[^,;:.!?\\n]{0,40}",
        inside=(
            "(?:me|m') ?(?:l'|le |la |les )?(?:semble|semblait|paraît|permet\\w*|di\\w+|donn\\w+|envo\\w+|enverr\\w+|coll\\w+|faut|faudr\\w+|indiqu\\w+|précis\\w+|demand\\w+|"
            "contact\\w+|montr\\w+|pose\\w*|as |avez |avais |aviez |avoir |expliqu\\w+|racont\\w+|fourni\\w+|décri\\w+|parl\\w+|écri\\w+|"
            "suis (?:tromp|mal|bas|appuy|limit|perm|content)\\w*|excuse|permets|base|en tiens|occup\\w+|paraît|appuie|limite|tiens|tromp\\w+|demande|concentr\\w+|réfèr\\w*|"
            "assur\\w+|inspir\\w+|adapt\\w+|corrig\\w+|confi\\w+|partag\\w+|manque (?:une|des|la|le|l')|manqu\\w+ (?:une|des)|reste (?:une|à|des|trois|deux)|"
            "évite|viens?|vient à l'esprit|laisse\\w* (?:penser|croire|savoir|\\w+er)|aide\\w* à|sert|guid\\w+|interdi\\w+|empêch\\w+|fait penser|"
            "posiez|posez|concerne|autoris\\w+|revoi\\w+|rappell?e|échapp\\w+|intéresse|conseill\\w+|apport\\w+|sens\\w* (?:mal|bien)|réjouis|inquiète)"
            "|\\w+ moi~3|moi (?:tu peux|vous pouvez|savoir|si|le|la|les|ce|ton|votre|vos|tes|ta|un|une|deux|de|d'|quand|où|comment|quel\\w*|plutôt|donc|en|dans|aussi un|seulement|"
            "juste|vos|combien|plus|pour)"
        ),
        before="dis|dites|laisse|laissez|donne|donnez|envoie|envoyez|colle|collez|précise|précisez|fais|faites|explique|expliquez|raconte|racontez|"
        "parle|parlez|montre|montrez|indique|indiquez|écris|écrivez|permets|permettez|pardonne|pardonnez|excuse|excusez|demande|demandez|dicte|dictez|"
        "selon|d'après|pour|quant à|confie|confiez|décris|décrivez|corrige|corrigez|tenez|tiens|rappelle|rappelez|-",
        score=OPEN,
    )
