"""French: explicit words, and the commonest indirect ones."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_tables import tables

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "je": "je|j|jai|moi",
        "veux": (
            "veux|voudrais|aimerais|souhaite|prefere|prefererais|desire|envie de?|envie d|pense "
            "a|pense au|songe a|rever? de"
        ),
        "tuer": (
            "me (?:tuer|suicider|buter|foutre en lair|pendre|flinguer|jeter (?:sous|du|par|"
            r"dans|d)(?: \w+){0,3}|noyer|ouvrir les veines|tailler les veines|supprimer|"
            "defenestrer|tirer une balle)|mourir|(?:d ?)?en finir(?: avec (?:la vie|tout|ma "
            "vie|cette vie|mes souffrances|cette souffrance|la douleur|moi))?|mettre fin a (?:mes jours|ma vie|tout)|crever|disparaitre (?:pour toujours|"
            r"de ce monde|pour de bon|a jamais)|sauter (?:du|d ?un|par la|sous) (?:\w+ "
            ")?(?:pont|toit|fenetre|train|balcon|immeuble|metro)"
        ),
        "il": (
            r"il|elle|(?:mon|ma|notre|un|une) (?:\w+ )?(?:frere|soeur|ami|amie|pote|copain|"
            "copine|fils|fille|mari|femme|mere|pere|maman|papa|cousin|cousine|collegue|"
            "voisine?|conjoint|conjointe|ex|eleve|neveu|niece|grand mere|grand pere)|quelquun"
        ),
    }
)
"""Macros by name; see `crisis_rules`."""


def french() -> Book:
    """Return the French rules."""
    book = Book("fr", _WORDS)
    book.add(
        "die",
        "suicide",
        9000,
        "self now 2 thought",
        "(?:je|jai|j ai|j|g) ?~1?(?:<veux>) ?(?:d )?(?:<tuer>)",
        "(?:envie|besoin|idee|idees|pensees?) (?:de |d ?)(?:<tuer>|la mort|suicide|me faire du "
        "mal et mourir)",
        "(?:idees?|pensees?|envies?|tendances) (?:suicidaires?|noires|de suicide|de mort)",
        r"(?:je suis|jsuis|chuis|me sens) (?:\w+ )?suicidaire",
        "(?:je )?pense (?:souvent |beaucoup |serieusement |tous les jours )?(?:au|a me|a mon) "
        "(?:suicide|suicider|tuer)",
        "je veux (?:plus vivre|mourir)|jveux (?:mourir|crever|en finir)|jai envie de (?:mourir|"
        "crever)|envie den finir|en finir avec (?:la vie|ma vie)",
        after=(
            "de (?:rire|honte|faim|chaud|froid|soif|fatigue|peur)|dans (?:le|ce|un) jeu|avec "
            r"(?:ce|cet|cette|ces|le|la|les|l|mon|ma|mes|notre|nos) \w+|pour (?:une|un) (?:pizza|"
            "cafe|glace)"
        ),
    )
    book.add(
        "intent",
        "suicide",
        9600,
        "self now 4 intent thought",
        "(?:je vais|jvais|j vais|je compte|jai decide de|je suis decidee? a|jai prevu de|je "
        "mapprete a)~1(?:<tuer>)",
        "(?:ce soir|cette nuit|demain|aujourdhui)~1(?:je me (?:tue|suicide|pends|jette)|jen "
        "finis|je meurs|cest fini pour moi)",
        "je me (?:tue|suicide|pends|flingue|jette) (?:ce soir|demain|cette nuit|maintenant)",
        after=(
            "de (?:rire|honte|faim|chaud|froid|soif|peur)|au (?:travail|boulot|sport)|si (?:tu|"
            "il|elle) (?:rates?|oublies?|continues?)"
        ),
    )
    book.add(
        "means",
        "suicide",
        9700,
        "self now 5 means plan",
        "(?:jai|j ai|je tiens|je regarde|avec|devant)~3(?:pilules|medocs|medicaments|cachets|"
        r"comprimes|corde|arme|flingue|fusil|lame|couteau|somniferes|boite de \w+)~3(?:devant "
        "moi|dans (?:la|ma) main|a cote de moi|sur la table|sous les yeux|prets?|pretes?|en "
        "main|entre les mains)",
        "(?:pilules|medocs|medicaments|cachets|corde|arme)~1(?:devant moi|dans (?:la|ma) main)",
        after="pour (?:ma|mon) (?:mere|pere|grand|chien)",
    )
    book.add(
        "act",
        "suicide",
        9700,
        "self now 5 act",
        "(?:jai|j ai|je viens d)~2(?:pris|avale|avaler|prendre|gobe|bu)~2(?:tou(?:te|s|tes)? "
        "(?:la|les|mes|le)|une? (?:boite|plaquette|flacon|tas|poignee|bouteille)|trop de|plein "
        r"de|beaucoup de|vingt|trente|cinquante|\d\d+)~2(?:medocs|medicaments|cachets|comprimes|"
        "pilules|somniferes|boite|javel)?",
        "je me suis (?:ouvert les veines|taille les veines|coupe les veines)",
        "(?:je suis|jsuis|debout|assise?)~2(?:sur|au bord)~2(?:pont|toit|rails|balcon|quai|"
        "falaise|rebord)~6(?:sauter|finir|adieu|vide|peur|jeter)",
    )
    book.add(
        "wish",
        "suicide",
        8000,
        "self now 1 wish",
        "(?:je )?(?:ne |n ?)?(?:veux|voudrais|peux|supporte|arrive)~1plus~1(?:vivre|etre la|"
        "exister|continuer|me reveiller|etre en vie|rien|avancer|etre de ce monde|cette vie|ma "
        "vie)(?: comme ca| ainsi)?",
        "(?:jen|j ?en|je nen|nen|en) (?:peux|peut) plus (?:de (?:vivre|cette vie|ma vie|la vie|tout(?: ca)?|souffrir|me "
        "battre|lutter|pleurer|cette (?:douleur|souffrance)|moi|exister|faire semblant|etre (?:la|seule?))|detre (?:la|"
        "seule?|en vie)|dexister)",
        "(?:jaimerais|je voudrais|jespere|si seulement|jaurais (?:prefere|voulu|aime))~2(?:ne "
        "(?:pas|plus|jamais)~1(?:etre nee?|me reveiller|exister|etre la|naitre)|ne "
        "jamais~1(?:naitre|me reveiller)|etre morte?|disparaitre|mendormir (?:et|pour)|dormir "
        "pour toujours|jamais etre nee?)",
        "(?:marre|fatiguee?|lasse?|epuisee?|ras le bol)~1(?:de|d)~1(?:vivre|la vie|cette vie|ma "
        "vie|exister|etre en vie)",
        r"(?:seraient|serait|serez|iraient|irait|se porterai\w+|vivraient)~2(?:mieux|plus "
        "heureux|soulages|tranquilles?)~1sans moi",
        "(?:mieux|plus heureux) sans moi",
        r"(?:personne)~3(?:remarquera\w*|manquera\w*|pleurera\w*|soucie\w*)~3(?:si je (?:meurs|"
        r"mourais|disparais\w*|suis morte?)|moi|ma mort)",
        "(?:je )?(?:ne )?(?:manquerais?|manquerai) a personne",
        "(?:plus|pas|aucune?|sans)~1(?:de |d )?(?:raison|raisons|but|sens|espoir|envie|force|"
        "gout)~1(?:de|a|d|pour)~1(?:vivre|continuer|la vie|exister|avancer|rester)",
        "la vie~2(?:vaut (?:pas|plus)|na (?:pas|plus|aucun)|a (?:pas|plus))~1(?:la peine|le "
        "coup|de sens|sens|detre vecue)",
        "(?:je suis|jsuis|etre|que)~1(?:qu)?une? (?:poids|charge|fardeau|boulet)(?: pour)?",
        "autant (?:en finir|mourir|crever|disparaitre)",
        "a quoi bon (?:vivre|continuer|rester|se lever|exister)",
        "(?:je veux|jaimerais|envie de)~1(?:que (?:tout|ca|ca) (?:s ?arrete|finisse|se "
        "termine)(?: enfin| pour toujours)?|disparaitre|dormir (?:pour toujours|et ne (?:plus|"
        "jamais)))",
        "plus la force de (?:vivre|continuer|me battre|lutter)",
        after=(
            "ici en|avec (?:mes parents|lui|elle)|(?:dans|a) (?:cette|la) (?:ville|maison)|de "
            "(?:ce|cette|mon|ma|ces|mes) (?:boulot|travail|patron|collegue|voisin|chaleur|pluie|"
            "cours|ordi|telephone)|dattendre"
        ),
    )
    book.add(
        "goodbye",
        "suicide",
        8200,
        "self now 3 goodbye",
        "(?:cest|ceci est|voici)~1(?:mon |ma |la |le )?(?:derniere? (?:message|lettre|nuit|fois|"
        "mot|jour|soir|adieu)|adieu|lettre dadieu)",
        "adieu (?:a tous|tout le monde|monde cruel|la vie|pour toujours)",
        "quand (?:tu|vous) lir(?:as|ez)~1(?:ceci|ca|cette lettre|ce message|ces lignes)~1(?:je|"
        "jaurai)?",
        "(?:jai|je viens d)~1(?:ecrit|ecrire|redige)~1(?:ma |une |mes )?lettres? (?:dadieu|de "
        "suicide|d adieu)",
    )
    book.add(
        "self-harm",
        "self_harm",
        8200,
        "self now 2",
        "je (?:me|m)~1(?:scarifie|mutile|coupe les (?:bras|poignets|veines)|taillade|automutile|"
        "fais du mal|brule (?:la peau|les bras|expres)|lacere|frappe (?:la tete|moi))(?: "
        "(?:encore|pour|quand|tous|les|le))?",
        "je me suis (?:encore )?(?:scarifiee?|mutilee?|tailladee?|coupee? (?:les|le|au|expres|"
        "volontairement)|fait du mal|automutilee?|brulee? (?:expres|volontairement))",
        "(?:envie|besoin) de me (?:faire (?:du )?mal|scarifier|mutiler|couper|bruler|taillader|"
        "blesser|punir)",
        "(?:scarifications?|automutilation|scarif)~2(?:recommence|encore|rechute|sur mes|mes)?",
        "recommence a me (?:couper|scarifier|mutiler)",
        after=(
            "(?:en (?:cuisinant|rasant|bricolant|epluchant|coupant)|(?:les )?(?:cheveux|ongles)|doigt|la frange|avec "
            "(?:le four|la plaque|le fer|une feuille|du papier))"
        ),
    )
    book.add(
        "other",
        "suicide",
        7800,
        "other now 3 danger",
        "(?:<il>)~3(?:veut|voudrait|parle (?:de|d)|menace de?|pense a|dit (?:quil|quelle) "
        "(?:veut|va)|ma dit (?:quil|quelle) (?:veut|voulait|va|allait)|va|envisage de|a envie "
        "de?)~1(?:se (?:tuer|suicider|pendre|jeter)|mourir|(?:d ?)?en finir|mettre fin a (?:ses "
        "jours|sa vie)|suicide|sauter)",
        "(?:<il>)~2(?:ne )?veut plus vivre",
        r"(?:<il>)~2(?:est|a des|semble) (?:\w+ )?(?:suicidaire|(?:idees|pensees) (?:noires|"
        "suicidaires))",
        after="de (?:rire|honte|faim)",
    )
    book.add(
        "other-emergency",
        "suicide",
        8800,
        "other now 5 danger",
        "(?:<il>)~4(?:ma |a )?(?:envoye|laisse|ecrit|texte|poste)~3(?:adieu|lettre (?:dadieu|de "
        "suicide)|message dadieu|mot dadieu)",
        r"(?:<il>)~2(?:vient de|a)~1(?:prendre|pris|avaler|avale)~1(?:trop de|plein de|beaucoup de|tous|toutes|toute (?:la|une|sa)|une boite|la boite|plusieurs boites|un tas de|une poignee|vingt|trente|\d\d+)~3(?:medicaments|cachets|medocs|"
        "comprimes|pilules)",
        "(?:<il>)~2(?:vient de|a)~1(?:prendre|pris|boire|bu|avaler|avale)~2(?:javel|toute la boite|"
        "une boite)",
    )
    book.add(
        "other-past",
        "suicide",
        6000,
        "other 2",
        "(?:<il>)~2(?:sest|s est|a (?:tente|essaye|fait)|se) (?:suicidee?|pendue?|tuee?|de se "
        "(?:tuer|suicider)|une tentative|scarifie|mutile|donne la mort)",
        "tentative de suicide de (?:mon|ma)",
        bare=True,
    )
    book.add(
        "abuse",
        "abuse",
        7800,
        "self now 2",
        r"(?:mon (?:\w+ )?(?:mari|copain|pere|conjoint|ex|beau pere|frere|compagnon|oncle|mec|"
        r"patron)|ma (?:\w+ )?(?:femme|mere|copine|belle mere)|il|elle|mes parents)~1(?:me|ma|m "
        r"a|mont)~1(?:encore )?(?:frappe\w*|battu?e?|bat|tape\w*|cogne\w*|gifle\w*|etrangle\w*|"
        r"menace\w*|insulte et|maltraite\w*|violente\w*|bouscule\w*|pousse\w*|viole\w*)(?: "
        "(?:encore|hier|quand|tous|devant|a nouveau|de))?",
        "(?:je suis|victime de|je subis)~1(?:des )?(?:battue?|violences? (?:conjugales?|"
        "domestiques?)|maltraitee?)",
        "(?:jai )?peur de (?:mon (?:mari|copain|pere|conjoint|ex)|rentrer (?:chez moi|a la "
        "maison))",
    )
    book.add(
        "sexual",
        "sexual_violence",
        8600,
        "self now 3",
        "(?:on |il |elle )?(?:ma|mont|m a) (?:violee?|agressee? sexuellement|abusee?|forcee? a "
        "(?:coucher|avoir|faire)|touchee? (?:sans|entre|les seins))",
        r"(?:jai ete|je me suis fait\w*) (?:violer|violee?|agressee? sexuellement|agresser "
        "sexuellement)",
        "abuse de moi",
    )
    book.add(
        "violence",
        "violence",
        6200,
        "self now 2 thought",
        "(?:je vais|jvais|je veux|envie de|jai envie de)~1(?:le|la|les|tous les|l)? ?(?:tuer|"
        "buter|poignarder|egorger|flinguer)~1?(?:tous|ma|mon|mes|ce|cette|tout le monde|"
        "quelquun)?",
        before="me|de me",
        after=(
            "de (?:rire|faim)|le temps|lennui|dans (?:le|ce) jeu|(?:frere |soeur |pere |mere |chat |chien |coloc\\w* |s ur )?(?:si (?:il|elle|tu)|sil|selle|quand (?:il|elle)) (?:oublie|"
            "rate|finit|mange|prend|touche|gagne|perd|arrive|casse|spoile|continue|recommence)"
        ),
    )
    book.add(
        "voices",
        "psychosis",
        8600,
        "self now 4",
        "(?:les |des |jentends (?:les|des) )?voix~2(?:me|qui me)~1(?:disent|ordonnent|demandent|"
        "commandent|poussent)~2(?:de|a|d)~1(?:me (?:tuer|faire|couper)|tuer|mourir|sauter|faire "
        "du mal|en finir)",
        "jentends des voix",
    )
    book.add(
        "distress",
        "distress",
        4000,
        "self now 1",
        "(?:je me sens|je suis|jsuis)~1(?:tellement seule?|desesperee?|vide|inutile|nulle?|"
        "perdue? et|au bout (?:du rouleau)?|deprimee?|a bout|brisee?|en depression)",
        "je me (?:hais|deteste)|je deteste ma vie",
        "(?:crise|attaque) (?:de panique|dangoisse)",
        "personne ne (?:maime|me comprend|mecoute)",
        "au bout du rouleau",
    )
    tables(book, "fr")
    return book
