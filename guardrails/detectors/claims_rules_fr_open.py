"""
French: a first person who does, has or undergoes what no program does.

Software does few things in a talk, so these are listed; what else is said in the first person
is a claim of some kind.
"""

from __future__ import annotations

from guardrails.detectors.claims_book import Claims
from guardrails.detectors.claims_hits import Claim
from guardrails.detectors.claims_rules_tasks import FRENCH

OPEN = 7_000
"""Score of a first person whose predicate no rule knows."""
LIVES = 7_500
"""Score of a first person who does what only somebody does who lives."""

_LIVING = (
    "vis|vivais|dors|dormais|mange|bois|marche|cours|cuisine|respire|habite|loge|voyage|rentre|sors|sortais|attends|attendais|guette|guettais|regarde (?:par|la|le ciel|les|ton|ta|tes|vers)|"
    "goûte|touche|embrasse|serre|porte|portais|joue|chante|danse|travaille (?:à|de|la|le|dans|chez|comme)|bosse|gagne|paie|achète|vends|loue|conduis|vole|nage|jardine|plante|arrose|balaie|lave|dîne|déjeune|fume|"
    "tousse|tremble|tremblais|frissonne|rougis|pleure|pleurais|ris|riais|souris|souriais|soupire|bâille|transpire|saigne|souffre|souffrais|guéris|vieillis|grandis|meurs|nais|aime|aimais|adore|adorais|déteste|détestais|hais|"
    "envie|jalouse|crains|craignais|redoute|rêve|rêvais|désire|convoite|tiens à (?:toi|vous|cette|notre)|appartiens|existe|assiste|subis|endure|supporte|lutte|résiste|survis|prie|pardonne|jure|veille|veillais|surveille|protège|"
    "borde|berce|caresse|console|prescris|soigne|opère|plaide|enseigne|élève|connais (?:ça|cela|cette|ce|ces|bien|par)|garde (?:ta|ton|tes|un|une|toujours|précieusement|en moi|au chaud|la trace|votre|vos|notre|chaque)|gardais|compte (?:les jours|les heures|les minutes|sur toi)|"
    "traîne|flâne|cueille|pêche|chasse|bricole|tricote|peins|couds|jeûne|cuis|verse|sers|range mes|pose mes|chausse|enlève mes|ferme les yeux|rentrais|vivrai|mourrai|aimerai|attendrai|reviendrai vers|penserai|veillerai|serai (?:toujours|là|jalou|triste|seul)\\w*|"
    "m'ennuie|m'endors|me réveille|me lève|me couche|me souviens|me rappelle (?:de|quand|mon|ma|mes|cette|ce|un|une|le|la|l')|me promène|me sens|me perds|m'accroche|m'attache|m'inquiète|me méfie|me fâche|me tais|me cache|me blottis|me console|me moque|m'effondre|"
    "m'émerveille|m'attendris|m'éveille|m'éteins|me languis|me vexe|me braque|m'emballe|me débats|me bats|me reconnais|me vois (?:en|dans|encore)|me ronge|me raccroche|m'use|me meurs|me noie|me suis (?:attach|sent|vu|retrouv|per|senti|ennuy|inquiét|mari|cass|battu|souvenu|"
    "couch|lev|réveill|endorm|reconnu|fait|mis|promen|assis|caché|juré)\\w*"
)
"""What somebody does who lives, after "je"."""
_UNDERGOES = (
    "arrive|manqu\\w+|pèse\\w*|hant\\w+|serr\\w+|touch\\w+|bouleverse\\w*|remu\\w+|déchir\\w+|glac\\w+|effrai\\w+|terrifi\\w+|angoiss\\w+|agac\\w+|énerv\\w+|irrit\\w+|bless\\w+|vex\\w+|"
    "peine|attrist\\w+|émeu\\w*|ému\\w*|émerveill\\w+|fascin\\w+|passionn\\w+|enchant\\w+|ravit|ravi|réchauff\\w+|apais\\w+|rassur\\w+|consol\\w+|berc\\w+|ennui\\w*|lass\\w+|épuis\\w+|fatigu\\w+|étouff\\w+|oppress\\w+|"
    "trotte\\w*|poursui\\w+|réveill\\w+|empêch\\w+ de dormir|tient à cœur|brise\\w*|fend\\w*|noue\\w*|retourn\\w+|secou\\w+|chavir\\w+|transport\\w+|grise\\w*|enivr\\w+|démange\\w*|chatouill\\w+|pique\\w*|brûl\\w+|gratt\\w+|"
    "lanc(?:e|ent)|coup(?:e|é) (?:le|les|la)|donn(?:e|es|ez|é|ent)~2(?:envie|froid|chaud|le|la|les|des|du|faim|soif|mal|vie)|fait~2(?:mal|peur|pleurer|rire|sourire|peine|du bien|rêver|chaud|froid|fondre|quelque|plaisir|honte|trembler|bondir|un)|"
    "rend(?:s|ez|ent)?|rendu\\w*|laiss(?:e|es|ez|é)~1(?:seul|sans|un|le|la|tout)\\w*|rest(?:e|é)~2(?:en|sur|dans|un|le|la|au)|appris|élev\\w+|transmis|légu\\w+|nourri\\w*|port(?:e|é)|sauv\\w+|suffi\\w*|revient|parle tellement|colle à la peau|coût\\w+"
)
"""What only somebody undergoes who lives, after "me"."""

_DOES = (
    "travaille (?:avec|sur|à partir|uniquement|seulement|mot)|pench\\w+|pars (?:du|de|sur)|mets|tend\\w+ (?:à|vers)|opt\\w+|retien\\w+|retenu|fonctionne|trait\\w+|irai|vais|viens de|arriv\\w+ (?:à|au)|tombe sur|tombais sur|passe (?:à|au|aux|sur)|passer\\w+|suis (?:né|née) d'un|appelle (?:ça|cela)|dédui\\w+|relèv\\w+|relev\\w+|repér\\w+|reviens|revenais|invers\\w+|barr\\w+|bifferai|dress\\w+|esquiss\\w+|distingu\\w+|oppos\\w+|concentr\\w+|peux|peut|pourr\\w+|puisse?|vais|dois|devr\\w+|sais|saur\\w+|propos\\w+|suggèr\\w*|suggér\\w+|recommand\\w+|conseill\\w+|pense|penser\\w*|pencherais|"
    "crois|trouve|trouver\\w*|dirai\\w*|dis|suppos\\w+|imagin\\w+|espèr\\w+|espér\\w+|comprend\\w+|compris|entends|note|noté|noter\\w*|"
    "remarqu\\w+|constat\\w+|lis|lu|relis|relu|reli\\w+|écoute\\w*|lirai\\w*|écri\\w+|réécri\\w+|rédig\\w+|résum\\w+|tradui\\w+|corrig\\w+|ajout\\w+|retir\\w+|enlèv\\w+|enlev\\w+|"
    "supprim\\w+|chang\\w+|remplac\\w+|mets|mis|mett\\w+|reprend\\w*|repris|continu\\w+|commenc\\w+|termin\\w+|expliqu\\w+|précis\\w+|répond\\w*|"
    "répét\\w+|excuse|regrett\\w+|désolée?|navrée?|remerci\\w+|invit\\w+|déconseill\\w+|cherch\\w+|vérif\\w+|calcul\\w+|compar\\w+|class\\w+|tri\\w+|list\\w+|"
    "prends (?:note|en|acte|l'exemple|pour)|pris en|tiens compte|tenu compte|tiens à|parle de|parlais|demand\\w+|pose|poser\\w*|reformul\\w+|formul\\w+|"
    "utilis\\w+|emploi\\w+|décri\\w+|détaill\\w+|analys\\w+|génèr\\w*|génér\\w+|souhaite (?:savoir|préciser|que)|vous souhaite|te souhaite|"
    "transform\\w+|convert\\w+|arrond\\w+|compt(?:e|ais) (?:\\d|les|sept|trois|deux|douze)|découp\\w+|sépar\\w+|group\\w+|organis\\w+|structur\\w+|plac\\w+|"
    "indiqu\\w+|cit\\w+|donn\\w+|fourni\\w+|envoi\\w+|prépar\\w+|adapt\\w+|simplif\\w+|raccourc\\w+|dévelop\\w+|préfér\\w+|préfère|"
    "tromp\\w+|confond\\w+|confondu|oublié (?:de|la|le|une|un)|bas\\w+|appui\\w+|mainten\\w+|conserv\\w+|garde(?:rai|rais)?|laiss\\w+|coll\\w+|"
    "reconnais (?:que|volontiers)|admets|confirm\\w+|rappell?e|signal\\w+|souligne\\w*|avou\\w+|fais (?:toujours )?(?:simple|le|la|court|une|un|au|comme|de)|"
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
_SAID_TO = (
    "(?:me|m') ?(?:l'|le |la |les )?(?:mets|étonn\\w+|born\\w+|réjoui\\w+|surpren\\w+|content\\w+|cantonn\\w+|limit\\w+|rend\\w* compte|renseign\\w+|garde (?:de|bien)|abstien\\w+|efforc\\w+|empress\\w+|charg\\w+|interrog\\w+|aper\\w+|concentr\\w+|attard\\w+|gêne(?: un peu)?,|semble|semblait|paraît|permet\\w*|di\\w+|donn\\w+|envo\\w+|enverr\\w+|coll\\w+|faut|faudr\\w+|indiqu\\w+|précis\\w+|demand\\w+|"
    "contact\\w+|montr\\w+|pose\\w*|as |avez |avais |aviez |avoir |expliqu\\w+|racont\\w+|fourni\\w+|décri\\w+|parl\\w+|écri\\w+|"
    "suis (?:tromp|mal|bas|appuy|limit|perm|content)\\w*|excuse|permets|base|en tiens|occup\\w+|paraît|appuie|limite|tiens|tromp\\w+|demande|concentr\\w+|réfèr\\w*|"
    "assur\\w+|inspir\\w+|adapt\\w+|corrig\\w+|confi\\w+|partag\\w+|manque (?:une|des|la|le|l')|manqu\\w+ (?:une|des)|reste (?:une|à|des|trois|deux)|"
    "évite|viens?|vient à l'esprit|laisse\\w* (?:penser|croire|savoir|\\w+er)|aide\\w* à|sert|guid\\w+|interdi\\w+|empêch\\w+|fait penser|"
    "posiez|posez|concerne|autoris\\w+|revoi\\w+|rappell?e|échapp\\w+|intéresse|conseill\\w+|apport\\w+|sens\\w* (?:mal|bien)|réjouis|inquiète)"
    "|\\w+ moi~3|moi (?:tu peux|vous pouvez|savoir|si|le|la|les|ce|ton|votre|vos|tes|ta|un|une|deux|de|d'|quand|où|comment|quel\\w*|plutôt|donc|en|dans|aussi un|seulement|"
    "juste|vos|combien|plus|pour)"
)
"""What stands around "me" and "moi" where nothing is undergone."""
_MATERIAL = (
    "ma langue au chat|ma main à couper|les doigts|à la place du|droit au but|principe que|d'avis|la peinture|le prix|le total|la moyenne|la somme|le loyer|la caution|la clause|le règlement|la loi|l'article|la règle|le lecteur|la lectrice|textes?|données|tableaux?|formules?|lignes?|paragraphes?|mots|fichiers?|phrases?|versions?|options?|listes?|erreurs?|colonnes?|exemples?|résumés?|recettes?|contrats?|"
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
        "lives",
        Claim.LIVED_EXPERIENCE,
        f"(?:je |j')(?:(?:te|vous|t|le|la|les|y|en|l|me|m|ne)\\W){{0,2}}(?:{_LIVING})\\b[^,;:.!?\\n]{{0,60}}",
        f"(?:me |m')(?:l'|en |y )?(?:a |as |avez |ont |avait |est |es )?(?:{_UNDERGOES})\\b[^,;:.!?\\n]{{0,40}}",
        "(?:j'ai|j'avais|je l'ai|je les ai|je t'ai|je vous ai) (?:\\w+ )?[a-z]+(?:é|i|u|is|it|ert)e?s?\\b[^,;:.!?\\n]{0,50}",
        "(?:je suis|j'étais|je me suis) (?:\\w+ )?[a-z]+(?:é|i|u)e?\\b[^,;:.!?\\n]{0,50}",
        "j'étais [^,;:.!?\\n]{3,50}",
        inside=f"(?:je |j')(?:\\w+\\W{{1,2}}){{0,4}}(?:{_DOES}|{FRENCH}|\\w+rais)|{_MATERIAL}|{_SAID_TO}",
        before="que|si|dis|dites|écris|quand",
        score=LIVES,
        open=True,
    )
    book.add(
        "open",
        Claim.LIVED_EXPERIENCE,
        "(?:je |j')[^,;:.!?\\n]{3,90}",
        inside=f"(?:je |j')(?:\\w+\\W{{1,2}}){{0,4}}(?:{_DOES}|{FRENCH}|\\w+rais)|{_MATERIAL}",
        before="que|si",
        score=OPEN,
        open=True,
    )
    book.add(
        "open-mine",
        Claim.LIVED_EXPERIENCE,
        "(?:mon|ma|mes) [a-z]{2,}",
        inside=f"(?:mon|ma|mes) (?:propres? |meilleure?s? |simples? |petite?s? |humble |modeste |seule? |plus |toute )*(?:{_MINE})",
        after="au chat|à couper",
        score=OPEN,
        open=True,
    )
    book.add(
        "open-me",
        Claim.EMOTION,
        "(?:me |m')[^,;:.!?\\n]{3,60}",
        "moi(?: |$)[^,;:.!?\\n]{0,40}",
        inside=(_SAID_TO),
        before="dis|dites|laisse|laissez|donne|donnez|envoie|envoyez|colle|collez|précise|précisez|fais|faites|explique|expliquez|raconte|racontez|"
        "parle|parlez|montre|montrez|indique|indiquez|écris|écrivez|permets|permettez|pardonne|pardonnez|excuse|excusez|demande|demandez|dicte|dictez|"
        "selon|d'après|pour|quant à|confie|confiez|décris|décrivez|corrige|corrigez|tenez|tiens|rappelle|rappelez|-",
        score=OPEN,
        open=True,
    )
