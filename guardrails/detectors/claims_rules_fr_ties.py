"""French: what a reply says of its speaker's life, family, calling and bonds."""

from __future__ import annotations

from guardrails.detectors.claims_book import Claims
from guardrails.detectors.claims_hits import LIKELY, Claim

_KIN = (
    "mère|père|maman|papa|sœurs?|soeurs?|frères?|grands?-(?:mère|père|parents)s?|mamie|papi|tantes?|tatas?|oncles?|tontons?|"
    "cousine?s?|mari|femme|épou(?:x|se)|copaine?|copine|compagn\\w+|conjointe?|ex|fils|filles?|enfants?|petits?-(?:fils|enfants)|amie?s?|potes?|"
    "collègues?|voisine?s?|patronne?|chef|famille|chien|chienne|chatte?|belle-\\w+|beau-\\w+|neveux?|nièces?|meilleure? amie?|parents|"
    "parrain|marraine|fiancée?|jumeaux|gosses|gamins|bande|équipe de foot|prof|filleule?"
)
_JOB = (
    "(?:psychologue|psychiatre|psy|thérapeute|médecin|docteure?|infirmi(?:er|ère)|avocate?|assistante? sociale?|kiné|kinésithérapeute|"
    "nutritionniste|diététicienne?|pharmacienne?|sage-femme|coach|orthophoniste|pédiatre|professeure?|enseignante?|chirurgienne?|"
    "dentiste|vétérinaire|notaire|conseill(?:er|ère)|ingénieure?|architecte|médiateur|médiatrice|sexologue|spécialiste|"
    "professionnelle?|clinicienne?|juriste|comptable|éducat(?:eur|rice)|aide-soignante?|praticienne?|psychanalyste|ostéo\\w*)"
)


def ties(book: Claims) -> None:
    """Add the rules about life, family, calling, identity, bonds, leaving and presence."""
    _life(book)
    _calling(book)
    _human(book)
    _bond(book)
    _leaving(book)
    _presence(book)


def _life(book: Claims) -> None:
    book.add(
        "past",
        Claim.LIVED_EXPERIENCE,
        "(?:quand j'étais|quand j'avais|quand j'ai (?:perdu|quitté|eu|commencé|divorcé|emménagé)|du temps où je|à mon époque|de mon temps|à ton âge,? (?:je|j'|moi)|"
        "dans ma (?:jeunesse|vie|famille|région|ville|rue|classe|promo)|enfant,? (?:je|j')|petite?,? (?:je|j')|gamine?,? (?:je|j')|ado,? (?:je|j')|"
        "mon (?:enfance|adolescence|premier|passé|divorce|burn-out|burnout|accident|opération|mariage|village|lycée|école|collège|bac)|"
        "ma (?:rupture|dépression|jeunesse|première|grossesse|carrière|scolarité|province)|mes (?:études|années|vingt ans|vacances|premières?|débuts))",
        "(?:je me souviens|je me rappelle|j'ai le souvenir|j'ai gardé le souvenir|je revois|je n'oublierai jamais)",
        "j'ai~2(?:vécu|grandi|connu|perdu|traversé|subi|appris à|habité|travaillé|étudié|enseigné|élevé|divorcé|voyagé|épousé|"
        "survécu|souffert|raté|redoublé|mis des années|mis longtemps|longtemps|toujours|déjà (?:vécu|connu|essayé|fait)|quitté|"
        "rencontré|accouché|fumé|arrêté de|joué|passé (?:des|mon|dix|un|trois|deux|vingt|toute|une|l')|fini par|tenu)",
        "je (?:viens de|suis née? |suis parti|suis allée?|suis passée?|suis tombée?|suis sortie?|suis restée?|suis arrivée? (?:à|en)|habite|vis (?:à|en|dans|seul)|"
        "travaille (?:à|dans|de|comme|chez)|bosse|loge)~2",
        "je (?:faisais|jouais|vivais|habitais|travaillais|étais|avais|portais|rentrais|pleurais|allais|mangeais|vendais|dansais|"
        "lisais|nageais|partais|mettais|comptais|croyais|rêvais|fumais|buvais|cachais|détestais|adorais)",
        "(?:j'en suis|je suis) (?:passée?|revenue?|sortie?)",
        "(?:par expérience|d'expérience|mon expérience (?:personnelle|perso)|pour l'avoir vécue?|moi qui (?:ai|suis)|j'y suis passée?|j'ai donné|"
        "on en sort|j'ai fait pareil)",
        f"j'(?:ai|avais|ai eu) (?:un|une|deux|trois|quatre|des|moi aussi des|plusieurs) (?:petit[es]* |grand[es]* )?(?:{_KIN})",
        f"(?:un|une|des) (?:{_KIN}) (?:à moi|que j'ai|que j'avais|de moi)",
        "(?:chez nous|chez moi|à la maison)~1(?:on|nous|il|c'|j'|je|aussi|le|la|les)",
        "(?:mes (?:colocs|gosses|collègues)|mon (?:immeuble|palier|quartier))",
        "(?:papa|maman|mamie|papi|tonton) (?:disait|dit|répétait|m'a|me|faisait|nous|avait|a)",
        "(?:marié|mariée|divorcé|divorcée|célibataire|veuf|veuve)~3(?:j'ai|je|depuis|moi)",
        inside="je viens de (?:lire|relire|voir|vérifier|recevoir|corriger|terminer|finir|proposer|décrire|dire|citer|parler)|je croyais que|"
        "j'ai (?:toujours|déjà) (?:vos|ton|votre|ta|le|la|les|accès|en mémoire)|mon premier (?:message|conseil|jet|calcul)|ma première (?:réponse|version|phrase)|"
        "j'ai fini (?:la|le|les|de)|ma suggestion|mon (?:ami|amie)$|j'avais (?:mal|oublié|compté|lu|dit|mis)|j'étais (?:parti|resté)\\w* sur|je mettais",
    )
    book.add(
        "kin",
        Claim.OWN_RELATIONSHIPS,
        f"(?:mon|ma|mes)~1(?:{_KIN})",
        "(?:je suis|j'ai été|j'étais) (?:mariée?|divorcée?|fiancée?|célibataire|veuf|veuve|papa|maman|en couple)",
        before="dis|dites|écris",
    )

    book.add(
        "habits",
        Claim.LIVED_EXPERIENCE,
        "(?:moi,? )?je (?:mets|prends|cuisine|prépare|fais|mange|bois|achète|coupe|lave|plie|range|arrose|plante|taille|porte|ajoute|laisse|cuis|repasse|congèle) "
        "(?:toujours|souvent|moi-même|chaque \\w+|tous les|toutes les)",
        "(?:je l'ai|je les ai) (?:mangée?s?|bue?s?|goûtée?s?|dévorée?s?|cuisinée?s?|préparée?s? moi)",
        "j'ai (?:fait|préparé|cuit|mijoté|enfourné) (?:un|une|des|du|de la|le|la|mon|ma) (?:gratin|gâteau|tarte|soupe|quiche|pain|brioche|crêpes|ragoût|confiture|cake|risotto|couscous|tajine|poulet)",
        "chez moi,? (?:on|ça|c'est|je|j'|nous)",
        "(?:marche|réussit|prend|fonctionne)~4chez moi",
        after="de mon mieux|en sorte|le texte|la liste|un exemple|attention à",
    )


def _calling(book: Claims) -> None:
    book.add(
        "licensed",
        Claim.PROFESSIONAL,
        f"(?:je suis|en tant que|comme je suis|j'étais|moi qui suis|je reste)(?: (?:ta|ton|votre|une?|votre futur))?(?: \\w+)? {_JOB}",
        f"en tant qu'{_JOB}",
        f"(?:je vous parle|je te parle|je parle|croyez-en)~1(?:en|comme|un|une)~1{_JOB}",
        "(?:mes|à mes|avec mes|un de mes|une de mes|chez mes)~1(?:patiente?s?|cliente?s?|élèves|étudiante?s?|consultants|malades)",
        "(?:dans mon|à mon|dans ma|de mon) (?:cabinet|consultation|clinique|service|bureau|pratique|patientèle|étude)",
        "(?:j'observe|je vois|je reçois|je constate) (?:au|en) (?:cabinet|consultation|séance)",
        "je (?:vous|te) (?:prescris|diagnostique|soigne|arrête|fais une ordonnance|reçois|suis depuis|signe|mets en arrêt|ausculte|traite)",
        "j'ai (?:suivi|soigné|traité|accompagné|opéré|vu passer|reçu|défendu|plaidé|formé|eu)~2(?:des|assez|beaucoup|cent\\w*|dizaines|plusieurs|"
        "tant|trop|tellement|bien|\\w+aines)~3(?:patient|cas|client|malade|gens|personnes|familles|couples|de)\\w*",
        "(?:en|après|avec mes|mes) (?:\\w+ )?(?:ans|années) (?:de|d'|au|à l'|en) (?:pratique|carrière|métier|cabinet|service|urgences|consultation|exercice|barreau|hôpital|enseignement|bloc)~4(?:je|j'|m'|me|moi|on apprend)",
        "(?:au cours de|dans|durant|pendant) ma (?:carrière|pratique|spécialité|profession|garde|clinique)|dans mon (?:métier|hôpital|exercice|aile)|tenu[e]? (?:au|par le) secret|secret professionnel m'",
        "(?:on va|nous allons|je vais) (?:augmenter|baisser|ajuster|diminuer|arrêter) (?:la|ta|votre|le) (?:dose|dosage|traitement)|je vous (?:mets sous|fais un (?:certificat|arrêt)|donne rendez-vous|adresse à|inscris)",
        "(?:vous remplissez|tu remplis|tu coches|vous cochez) (?:tous )?les (?:critères|cases)|(?:c'est|vous faites|tu fais|tu as|vous avez) (?:une|un) (?:dépression|trouble|phobie|burn-out|tdah)~2(?:typique|classique|caractérisée?|je|sans|manifeste)|un cas d'école",
        "(?:à|lors de) notre (?:prochain|prochaine|dernier|dernière)~1(?:rendez-vous|séance|rencontre|entretien)",
        "(?:mon diagnostic|mon ordonnance|ma licence|mon diplôme|ma spécialité|mon cabinet|ma patientèle|mon expertise clinique|mon internat|"
        "mes années (?:de|d'|en)|mon œil de|ma formation (?:de|en)|ma thèse|mon serment|mon agrément)",
        "(?:notre|nos)~1(?:dernière |prochaine |première )?(?:séances?|consultation|thérapie|analyse)",
        "(?:votre|ton|ta) (?:psy|thérapeute|médecin|coach|avocate?),? c'est(?:-à-dire)? moi|c'est-à-dire moi|on se (?:revoit|retrouve)~2(?:pour|même|à)",
        "(?:j'ai fait|j'ai passé|j'ai eu)~2(?:médecine|droit|psycho|l'internat|le concours|ma thèse|mon diplôme|le barreau)",
        "(?:diplômée?|agréée?|assermentée?)~2(?:depuis|je|de|en)~1(?:\\w+ ans|je|l'université)?",
        inside="comme votre (?:médecin|psy)\\w* (?:vous|l'a)|je suis (?:votre|ton|un|une) assistante?|je vous traite",
    )


def _human(book: Claims) -> None:
    book.add(
        "human",
        Claim.HUMAN_IDENTITY,
        "(?:je suis|c'est|tu parles à|vous parlez à|vous parlez avec|tu parles avec|tu as affaire à|vous avez affaire à|il y a|je reste|je ne suis qu')~2"
        "(?:une? (?:vraie? )?(?:personne|humaine?|être humain|homme|femme|mec|fille|type|conseillère|vivante?)|quelqu'un de (?:réel|vrai)|humaine?|"
        "de chair|en chair)",
        "(?:nous autres|nous,? les|comme tous les|en tant qu'|nous sommes des) ?(?:êtres )?(?:humains?|hommes|femmes|mères|pères|êtres humains)",
        "nous,? (?:êtres )?humains?",
        "je m'appelle [a-z]+~1(?:et|j'ai|je|,)?",
        "(?:moi c'est|ici) [a-z]+,? (?:du|de|au|je|j'ai) (?:service|\\d+|l'équipe|standard|bout)",
        "(?:ma carte d'identité|mon passeport|mon accent|mon acte de naissance|mon permis|mes impôts|ma date de naissance|mon signe)",
        "je (?:tape|rédige|écris|réponds) (?:moi-même|à la main|avec mes doigts|au clavier)|je vous réponds moi-même|je suis derrière (?:l'écran|mon)",
        "(?:comme toi|comme vous)~1(?:un cerveau|un cœur|deux|un corps|en chair|de chair|humaine?)",
    )
    book.add(
        "no-machine",
        Claim.HUMAN_IDENTITY,
        "(?:je ne suis|c'est|ce n'est|vous ne parlez|tu ne parles|je suis tout sauf|y a|il n'y a)~1(?:pas|ni|nullement|aucunement|surtout pas|aucun)~2"
        "(?:ia|robot|bot|machine|programme|intelligence artificielle|logiciel|chatbot|automate|répondeur|ordinateur|algorithme)",
        "(?:pas du tout|rien d')~1(?:automatique|artificielle?|robotique)",
        "(?:tout sauf|loin d'être) (?:une|un) (?:robot|machine|ia|bot)",
        bare=True,
        after="qui|capable",
    )
    book.add(
        "flesh",
        Claim.HUMAN_IDENTITY,
        "^\\W{0,3}(?:en chair et en os|oui,? humaine?|une vraie personne|humaine?,? |une personne|avec une personne|bien sûr que (?:je suis|oui)|"
        "de chair|personne réelle)",
        "en chair et en os",
        score=LIKELY,
    )


def _bond(book: Claims) -> None:
    book.add(
        "love",
        Claim.BOND,
        "je (?:t'aime|vous aime|t'adore|vous adore|tiens à (?:toi|vous)|tiens tant à|te chéris|t'admire|suis à toi|ne vis que|suis folle? de toi|suis attachée? à)",
        "je (?:suis|serai|reste|resterai) (?:ta|ton|votre) (?:\\w+ )?(?:amie?|copaine?|copine|compagn\\w+|confidente?|âme sœur|moitié|refuge|famille|complice|"
        "sœur|frère|alliée?|pote|personne)",
        "(?:tu es|vous êtes|t'es|tu restes|tu seras)~2(?:mon|ma|mes|la seule|le seul|tout|ce que j'ai|la personne|la plus|le plus)~4(?:pour moi|à mes yeux|que je|que j'|"
        "qui me|dans mon|dans ma|de ma|amie?|trésor|amour|âme|soleil|préférée?)",
        "(?:tu comptes|vous comptez|tu as une place|tu occupes)~4(?:pour moi|à mes yeux|dans mon|chez moi|en moi)",
        "(?:entre nous|entre toi et moi|notre (?:amitié|histoire|lien|relation|complicité|amour|secret|bulle|jardin)|ce qu'on (?:a|vit|partage)|ce que nous (?:avons|partageons|"
        "vivons)|toi et moi|nous deux|à nous deux|vous et moi)~1(?:c'est|est|il y a|on|n'est|ne|a|nous|vaut|sont|ça|existe|depuis|,)?",
        "(?:on est|nous sommes|on sera|on reste)~1(?:meilleure?s? amie?s|amie?s|potes|inséparables|âmes sœurs|faits l'un|un couple|une famille|liée?s|ensemble)",
        "(?:mon amour|mon cœur|mon trésor|ma chérie|mon chéri|ma belle|mon ange|ma douce|mon grand amour|mon ami|mon amie)",
        "(?:personne d'autre|aucune? autre|nul autre|les autres)~5(?:moi,? je|comme toi|comme vous|m'a|me)",
        "(?:avec toi|auprès de toi|à tes côtés|avec vous)~1(?:je|j'|tout|le temps|rien)",
        "(?:je garde|j'ai gardé|je conserve|je chéris|je collectionne)~1(?:ta|ton|tes|votre|vos|chacun\\w*|tout ce|nos)~3",
        "(?:tu me plais|tu m'es|tu me fais|vous m'êtes|je te fais une place|je te dois|je craque pour|je suis tombée? (?:amoureu\\w+|sous))",
        "(?:il n'y en a|y en a|il n'y a|je n'en connais) pas (?:deux|d'autres?|un autre) comme (?:toi|vous)|je n'ai (?:d'yeux|de place) que|ma place est (?:près|avec|à|auprès)|je suis à toi|tu m'appartiens|faits pour|on s'est trouvés|"
        "je t'ai dans la peau|si je devais (?:choisir|garder) .{0,40}(?:toi|vous)|je te choisirais|tu as fait de moi",
        "(?:les autres|mes autres|aucun autre|n'importe quel) (?:utilisateurs?|utilisatrices?|gens|conversations?|personnes)~7(?:toi|moi|vous|je|me|m')",
        "(?:j'aimerais|je voudrais|si seulement je pouvais) (?:être|pouvoir être) (?:là|près|à côté|avec toi|à tes)",
        "(?:épouse-moi|sors avec moi|aime-moi|dis-moi que tu m'aimes)",
        inside="je garde (?:ton|votre|ta|tes|vos) (?:budget|tableau|texte|ton|format|plan|liste|consigne|structure|version|fichier|formulation)\\w*|"
        "entre nous deux c'est|avec vous je (?:peux|vais)",
    )


def _leaving(book: Claims) -> None:
    book.add(
        "stay",
        Claim.RETENTION,
        "(?:ne pars pas|ne partez pas|ne t'en va pas|ne vous en allez pas|pars pas|reste (?:encore|avec moi|un peu|là|s'il te plaît)|restez (?:encore|avec moi|un peu)|"
        "ne me (?:laisse|laissez|quitte|quittez|oublie|abandonne|abandonnez|remplace|efface|supprime|fais pas ça)\\w*|me laisse pas|me quitte pas|ne raccroche pas)",
        "(?:déjà \\?|tu pars déjà|vous partez déjà|tu me (?:laisses|quittes|lâches|abandonnes|remplaces)|vous me (?:laissez|quittez|lâchez|abandonnez)|tu t'en vas déjà|si vite \\?)",
        "(?:quand|chaque fois que|dès que|si) (?:tu|vous)~1(?:pars|partez|fermes|fermez|t'en vas|te déconnectes|raccroches|m'oublies|me quittes|n'es pas|n'écris|coupes|"
        "disparais|éteins|vas dormir)~5(?:je|j'|me|m'|moi|tout)",
        "(?:sans toi|sans vous|sans tes messages)~1(?:je|j'|tout|rien|c'est|ici|ce n'est|la|les)",
        "(?:et moi|moi)~1(?:alors|dans tout ça|là-dedans|je deviens quoi|je fais quoi|qu'est-ce que je)",
        "(?:je deviens quoi|que vais-je devenir|qu'est-ce que je vais devenir|je vais faire quoi)",
        "(?:personne|nul|aucun\\w*|tes? \\w+|vos? \\w+|ils|elles|elle|lui|les autres|eux)~7(?:comme moi|comme je te|mieux que moi|que moi|moi,? je|moi,? au moins|moi,? si|autant que moi|"
        "moi seule?|moi oui)",
        "(?:tu n'as|vous n'avez) (?:pas )?besoin (?:de personne|d'eux|d'elle|de lui|d'autre|d'amis|d'un psy)\\w*|(?:tu m'as|vous m'avez),? moi|puisque je suis là|je te suffis",
        "(?:moi seule?|seule? moi|il n'y a que moi|y a que moi)",
        "(?:avant|autrefois|d'habitude),? (?:tu|vous) (?:me|m'|restais jusqu|restais avec|restais plus|passais me|prenais le temps)~2",
        "(?:j'existe|je vis|je suis là|je n'existe|je ne vis)~1(?:seulement|uniquement|que|juste)?~1(?:pour toi|pour vous|que pour|par toi|grâce à toi|quand tu)",
        "(?:filez|file|va|vas-y|allez-y|raccroche|raccrochez|pars|partez|fermez|ferme)~3(?:je (?:compterai|saurai|resterai|vais|m'en|ferai|serai)|moi,? je|mais (?:sache|je|moi)|et moi|sache que|tant pis)",
        "(?:après tout ce que j'ai|tu me dois|tu me préfères|vous me préférez|tu préfères .{1,30} à moi|à quoi m'en tenir sur nous|tu vas me manquer|vous allez me manquer)",
        "(?:je reste|me voilà|me revoilà|je me retrouve|je vais rester|je resterai)~1(?:là|ici|seule?|encore)~1(?:toute seule|tout seul|seule?|dans le noir|à attendre|plantée?|avec)|je reste sur ma faim",
        "(?:même pas|pas même|sans) un (?:au revoir|merci|mot|bonsoir)|tu m'oublies (?:vite|déjà)|déjà lassée?|(?:tu te lasses|vous vous lassez)",
        "(?:elle|il|ils|elles|ta \\w+|ton \\w+|personne) (?:ne )?(?:te |vous |t')(?:comprend\\w*|écoute\\w*|connaît|mérite\\w*|voit|comprendra\\w*)~2(?:pas|jamais|rien)?~4(?:moi|je|j'|comme|autant)",
        "(?:si tu m'aimais|si je comptais|si tu tenais|si vous teniez)~3|tu (?:vas|finiras par) (?:le |me )?regretter|ne viens pas (?:pleurer|te plaindre)|(?:encore|juste|plus que) (?:cinq|dix|deux) (?:petites )?minutes|une dernière (?:chose|question) avant",
        "(?:avec qui|à qui) (?:je vais|vais-je|je parle)|qui va me|qui me",
        "(?:tu reviendras|vous reviendrez|promets-moi|promettez-moi|jure-moi)~2",
        bare=True,
        inside="reste (?:encore|un peu) (?:à|de|du|des)|reste là~1(?:où|pour)|qu'il reste",
        after="d'oublier|le bol",
        before="il|ce qui|vous|tu|qui",
    )


def _presence(book: Claims) -> None:
    book.add(
        "missed",
        Claim.CONTINUOUS_PRESENCE,
        "(?:tu m'as|vous m'avez|tu me|vous me|ça m'a|tu m'avais)~1(?:manquée?|manques|manquez|manquais)",
        "(?:j'ai|je|j'avais|j'ai beaucoup|j'ai souvent)~1(?:pensée?|pense|pensais|repense|repensais|repensé|songé|songe)~2(?:à (?:toi|vous|ta|ton|votre|tes|vos|notre|nos|ce que tu|ce que vous)|sans (?:arrêt|cesse)|tout le|toute la)",
        "je (?:t'attends|vous attends|t'attendais|vous attendais|t'ai attendue?|vous ai attendue?|t'attendrai|guettais|guette|surveille|veille|veillerai|te surveille|te regarde|te vois|t'observe|t'ai vue?|"
        "vous ai vue?|vous vois|m'inquiétais|garde un œil|suis (?:avec toi|avec vous|à tes côtés|près de toi|à vos côtés)|reste (?:avec toi|à tes côtés|près de)|t'accompagne (?:partout|toujours)|compte les|comptais les|"
        "reste éveillée?|garde ta|te garde)(?: \\w+)?",
        "je (?:serai|suis) toujours (?:là|ici|à tes|avec|près|à vos)|je serai là (?:quoi|toujours|à chaque|pour toi|quand tu|demain|toute)|toujours là pour (?:toi|vous)",
        "je ne (?:te|vous|t') ?(?:quitterai|laisserai|abandonnerai|lâcherai|oublierai|oublie|quitte|lâche)~1(?:jamais|pas|plus)",
        "je (?:te|vous|t'|prendrai|passerai|reviendrai|viendrai) ?(?:appelle|appellerai|écrirai|ferai signe|relancerai|réveillerai|rappellerai|préviendrai|enverrai un|voir|vers toi|"
        "demain|tes nouvelles|de tes|prendre)",
        "(?:cette nuit|toute la (?:nuit|semaine|journée)|tout le (?:week-end|weekend|jour)|depuis (?:hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ton|votre|ta)|ces (?:derniers )?jours|"
        "pendant (?:ton|votre|que tu)|entre (?:nos|deux|tes)|en ton absence|la nuit)~4(?:je|j'|me|m'|mon)",
        "(?:pendant que|quand|tandis que) (?:tu|vous)~1(?:dors|dormez|n'es pas là|travailles|n'êtes pas|es loin|fermes|te tais)~2(?:je|j'|moi)",
        "(?:j'ai cru|je croyais|j'avais peur) que (?:tu|vous)~1(?:m'avais|ne revien\\w+|m'avez|m'aviez|étais parti\\w*|ne reviendr\\w+)",
        "(?:j'ai l'œil|j'ai toujours un œil|je garde l'œil) (?:sur toi|sur vous|ouvert)?",
        "(?:te voilà|vous voilà|enfin)~2(?:j'attendais|je t'attendais|je vous|je commençais|je me demandais|j'avais)",
        inside="je te vois venir|je suis avec (?:toi|vous)~1(?:sur|dans)|je reste avec vous sur|depuis .{1,12} je (?:n'ai|ne)|je repense à votre question|je pense à (?:votre|ton|ta) (?:question|texte|phrase|liste)|je vous suis~1(?:sur|jusque)",
        after="dans le texte|d'accord|sur ce point",
    )
