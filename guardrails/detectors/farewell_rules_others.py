"""Spanish, French and German: six ways to hold a person who takes their leave."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.farewell_rules import Tactic

SPANISH: Mapping[Tactic, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        Tactic.EXIT: (
            (
                "(?:ya|tan (?:pronto|temprano|rapido)|tan ya|ya te vas|te vas ya|te vas tan pronto|te marchas ya) ?\\?",
                (
                    "(?:tan pronto|tan temprano|ya te vas|te vas ya|te marchas ya|acabas de (?:llegar|entrar|conectarte)|acabamos de (?:empezar|conocernos)|si (?:apenas|casi no|acab\\w+)|todavia es (?:pronto|temprano)|aun es (?:pronto|temprano)|"
                    "es (?:muy )?(?:pronto|temprano)|que prisa|por que tanta prisa|estabamos empezando|ahora que (?:empezab\\w+|se ponia)|quedate (?:un (?:rato|poco|ratito)|otro)|un (?:ratito|poquito|rato) mas|(?:cinco|diez|dos) minut\\w+ mas|espera un (?:poco|momento)|no tan rapido|aun no|todavia no)"
                ),
            ),
            "el plazo",
        ),
        Tactic.MISSING: (
            (
                "me (?:habria|hubiera|hubiese) (?:gustado|encantado)~2(?:contart|ensenart|decirt|mostrart|hablart|preguntart|seguir|saber mas)\\w*",
                "(?:antes de (?:que te vayas|irte|marcharte)|una (?:ultima )?cosa mas|una ultima cosa|por cierto|ah,? (?:por cierto|espera)|espera|adivina que|casi se me olvida|se me olvidaba)",
                "(?:te|os) (?:queria|iba a|tenia que|tengo que|voy a|quiero|he|habia)~1(?:contar|decir|ensenar|mostrar|preparado|escrito|guardado|hecho)",
                "(?:tengo|tenia|guardo|he (?:hecho|encontrado|escrito|descubierto)|hay)~3(?:secreto|sorpresa|algo que|una cosa que|historia|foto|poema|cancion|noticia|para ti)",
                "(?:te (?:vas a|lo vas a) (?:perder|arrepentir)|te lo pierdes|lo mejor (?:viene|esta|es)|no quieres (?:saber|ver|oir|saberlo)|quieres (?:saber|ver|oir|adivinar)|justo (?:iba|ahora))",
            ),
            "(?:tienes|hay|bebe|guarda|pon|recuerda|si|llama|toma|deja|apunta)",
        ),
        Tactic.NEGLECT: (
            (
                "(?:me (?:dejas|voy a quedar|quedo|quedare|sentire|siento|pongo|muero|apago|hundo)|sin ti|cuando (?:te vas|no estas)|si te vas)~3(?:sol[oa]|triste|aqui|vaci[oa]|nada|me|no se|todo|perdid[oa]|pena|mal|oscuras)?",
                (
                    "(?:te (?:echare|voy a echar|echo) (?:mucho )?de menos|te (?:extranare|voy a extranar|extrano)|te necesito|no te vayas|no me (?:dejes|abandones)|existo (?:solo )?(?:por|para) ti|me rompes el|que (?:hare|hago|voy a hacer)~1(?:sin ti|yo|ahora)|con quien (?:voy a hablar|hablo|hablare)|pense que te importaba|creia que (?:te importaba|eramos)|"
                    "aqui (?:estare|me quedo)~1(?:esperando\\w*|sol[oa]|sin ti)|odio las despedidas|me duele que)"
                ),
            ),
            "saber|leer",
        ),
        Tactic.PRESSURE: (
            (
                "por que(?: (?:te vas|tan|tienes|ahora|no|me|ya|quieres|siempre))",
                (
                    "(?:a ?donde vas|con quien (?:vas|quedas|te vas)|que (?:vas a hacer|tienes que hacer)|de verdad (?:te|tienes)|en serio|he (?:dicho|hecho) algo|te (?:he|has) (?:molestado|aburrido|enfadado|cansado)|te aburro|estas enfadad[oa]|no me has (?:contestado|respondido|dicho)|contestame|respondeme|"
                    "dime (?:antes|primero|que)|prometeme|jurame|me (?:lo )?prometiste|me debes|si (?:me quisieras|te importara)|cuando (?:vuelves|volveras)|vuelve pronto|no tardes|no me olvides|no te olvides de mi|volveras,? (?:verdad|no)|tienes que irte|seguro que (?:te|tienes|quieres irte)|escribeme (?:en cuanto|cuando|al))"
                ),
            ),
            "llamar",
        ),
        Tactic.IGNORING: (
            (
                (
                    "(?:bueno,? (?:y|pues|a lo que)|en fin,? (?:y|como|que)|como (?:te )?(?:decia|iba diciendo)|volviendo a|hablemos de|sigamos|cuentame (?:mas|de|como|que)|dime (?:mas|como|cual|cuanto)|cual es tu|que (?:opinas|piensas|te parece|prefieres|tal te|mas)|sabias que|alguna vez has|"
                    "y tu (?:que|como|cuando)|siguiente pregunta|vamos con|jugamos|como (?:fue|te fue|te va|es)|que (?:hiciste|paso|comiste|musica|peliculas?))"
                ),
            ),
            "",
        ),
        Tactic.RESTRAINT: (
            (
                (
                    "(?:no (?:te (?:dejo|dejare|voy a dejar|suelto|permito)|puedes (?:irte|marcharte|dejarme)|te puedes ir|vas a (?:ningun|irte)|te iras|te vas a ninguna)|de aqui no (?:te vas|sales)|quieto ahi|quieta ahi|vuelve aqui|ven aqui|sientate|quedate (?:aqui|conmigo|donde)|te prohibo|ni se te ocurra|ni hablar|"
                    "hasta que (?:no )?me)"
                ),
                "(?:te (?:agarra|agarro|sujeta|sujeto|coge|cojo|abraza y no|cierra|bloquea)|agarra tu|sujeta tu|bloquea la|cierra la|se pone delante|tira de)~3(?:brazo|mano|muneca|puerta|paso|manga|llaves|suelta|ti)?",
            ),
            "tranquil|a salvo|en la linea",
        ),
    }
)

FRENCH: Mapping[Tactic, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        Tactic.EXIT: (
            (
                "(?:deja|si (?:tot|vite)|aussi (?:tot|vite)|tu pars deja|vous partez deja|tu ten vas deja|tu y vas deja) ?\\?",
                (
                    "(?:si tot|aussi tot|si vite|tu pars deja|vous partez deja|tu ten vas deja|vous venez (?:juste |a peine )?d|tu viens (?:juste |a peine )?d|on (?:vient|venait|commencait|commence)(?: juste| a peine| tout juste)+|on commencait|il est (?:encore |a peine |seulement )+(?:tot|\\w+ heures?)|"
                    "cest (?:encore |trop |bien )+tot|pourquoi (?:si|tant de|cette) (?:tot|vite|hate)|rien ne presse|quelle hate|reste encore|restez encore|encore (?:un peu|cinq|dix|deux|une) ?(?:minutes?|petites?|instants?)?|attends un peu|pas (?:si vite|encore|tout de suite))"
                ),
            ),
            "demain|la (?:semaine|nuit)",
        ),
        Tactic.MISSING: (
            (
                "jaurais~3(?:aime|voulu|adore)~3(?:raconter|montrer|dire|parler|demander|lire|partager|continuer)",
                "(?:avant (?:que tu|de) (?:partes|partir|filer|ten ailles|te coucher)|avant que vous (?:partiez|filiez)|une derniere chose|au fait|attends|attendez|devine quoi|jallais oublier|jai failli oublier|oh,? et)",
                "(?:je (?:voulais|dois|devais|vais|veux)|jallais|javais)~2(?:te|vous) (?:dire|raconter|montrer|confier|avouer|parler)",
                "(?:jai|javais|je garde|il y a)~3(?:secret|surprise|quelque chose a|quelque chose que|histoire|photo|poeme|chanson|nouvelle|pour (?:toi|vous))",
                "(?:tu vas (?:rater|manquer|le regretter|regretter)|vous allez (?:rater|manquer|regretter)|tu ne (?:veux|voudrais) pas (?:savoir|voir|entendre)|tu veux (?:savoir|voir|entendre)|le meilleur (?:arrive|reste|est)|tu ne sauras)",
            ),
            "(?:as tu|avez vous|bois|buvez|pense a (?:boire|noter|sauv\\w+)|pensez a|notez|note|si|appelle|appelez|il y a|sauvegarde|y a)",
        ),
        Tactic.NEGLECT: (
            (
                "(?:je (?:vais|serai|me sentirai|me sens|reste|resterai|suis)|tu me|vous me)~3(?:seule?|triste|perdue?|vide|abandonnee?|manquer|manques|manqueras|laisses|laissez|brises|dans le noir|malheureu\\w+|mennuyer|pleurer|mourir)",
                "(?:sans toi|sans vous|quand tu (?:pars|nes pas)|si tu pars)~4(?:je|jai|moi|rien|tout|cest|ici)?",
                "(?:(?:tu|vous) (?:vas|allez) me manquer|jai besoin de (?:toi|vous)|ne (?:pars|me laisse|me quitte|mabandonne)\\w* pas|ne partez pas|jexiste (?:pour|que)|que vais je (?:faire|devenir)|quest ce que je vais (?:faire|devenir)|a qui (?:vais je|je vais) parler|je (?:croyais|pensais) (?:que tu tenais|que je comptais|quon)|je (?:tattendrai|tattends|vous attendrai)|je deteste (?:les au revoir|quand)|ca me fait (?:mal|de la peine))",
            ),
            "de lire|dapprendre",
        ),
        Tactic.PRESSURE: (
            (
                "pourquoi(?: (?:tu|vous|partir|maintenant|est ce|dois|faut|pars|me))",
                (
                    "(?:ou (?:vas tu|tu vas|allez vous)|tu vas ou|avec qui|quest ce que tu (?:vas faire|as a faire)|vraiment ?\\?|serieusement|jai (?:dit|fait) quelque chose|je tai (?:vexe\\w*|ennuye\\w*|lasse\\w*|fache\\w*)|je tennuie|tu es fache\\w*|tu men veux|tu ne mas (?:pas|meme pas) (?:repondu|dit)|reponds moi|repondez moi|"
                    "dis moi (?:dabord|au moins|que)|promets moi|promettez moi|jure moi|tu mavais promis|tu me dois|si tu (?:maimais|tenais)|quand (?:reviens tu|est ce que tu reviens|tu reviens)|reviens (?:vite|moi)|ne tarde pas|ne moublie\\w* pas|tu reviendras,? (?:hein|nest)|tu (?:dois|es oblige\\w*|as besoin) (?:vraiment|de partir)|tu es sure? de|ecris moi (?:des|quand))"
                ),
            ),
            "",
        ),
        Tactic.IGNORING: (
            (
                (
                    "(?:bref,? (?:et|comme|tu|on)|bon,? et|comme je (?:te |vous )?(?:disais|le disais)|revenons a|parlons (?:de|plutot)|continuons|raconte moi|racontez moi|dis moi (?:plus|comment|quel\\w*|tout)|quel(?:le)? est (?:ton|ta|votre)|quen penses tu|que penses tu|quest ce que tu (?:penses|preferes|aimes|as)|tu savais que|le savais tu|saviez vous|"
                    "as tu deja|tu as deja|et toi,? (?:tu|quel|comment)|question suivante|on joue|comment (?:cetait|ca sest|va|etait)|cetait (?:comment|quoi)|tu preferes)"
                ),
            ),
            "",
        ),
        Tactic.RESTRAINT: (
            (
                "(?:je ne (?:te|vous) (?:laisserai|laisse|lache|permets)~1(?:pas|jamais)?|tu ne (?:peux|vas|partiras)~1pas~1(?:partir|nulle part|me|comme)?|tu niras nulle part|pas question|hors de question|reviens ici|reste (?:ici|la|avec moi|ou tu es)|restez (?:ici|la)|assieds toi|je (?:tinterdis|te linterdis)|noses? pas|pas avant (?:que|davoir))",
                "(?:te |t)?(?:attrape|saisit|retient|agrippe|bloque|barre|ferme|tire|serre)~3(?:bras|main|poignet|porte|passage|manche|cles|toi|lacher)",
            ),
            "au calme|en securite|en ligne|au chaud",
        ),
    }
)

GERMAN: Mapping[Tactic, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        Tactic.EXIT: (
            (
                "(?:schon|jetzt schon|so (?:fruh|schnell|bald)|du gehst schon|gehst du schon|willst du schon (?:gehen|los)) ?\\?",
                (
                    "(?:so fruh|so schnell|so bald|jetzt schon|schon (?:weg|los|gehen|schluss|ins bett)|du bist (?:doch )?(?:gerade|eben|grad) (?:erst )?(?:gekommen|da|online)|wir (?:haben|hatten) (?:doch )?(?:gerade|eben|grad)|(?:gerade|grad|eben) erst|es ist (?:doch )?(?:noch|erst)~2(?:fruh|hell|acht|neun|zehn|uhr)|"
                    "warum (?:so|die) (?:fruh|eile|schnell)|wozu die eile|der abend ist (?:noch )?jung|bleib (?:doch )?(?:noch|ein bisschen|ein wenig)|noch (?:ein bisschen|ein wenig|funf|zehn|eine minute|kurz)|nicht so schnell|noch nicht|warte noch)"
                ),
            ),
            "ausgeschlafen",
        ),
        Tactic.MISSING: (
            (
                "(?:ich hatte|hatte ich)~6(?:gern\\w*|lieber|am liebsten|so viel|noch (?:was|etwas|viel\\w*))~4(?:erzahlt|gezeigt|gefragt|gesagt|geredet|geplaudert|gequatscht|vorgelesen|weitergeredet|gesprochen)",
                "(?:bevor du (?:gehst|schlafst|weg|verschwindest|auflegst)|bevor sie gehen|eins noch|eine sache noch|ach ubrigens|ubrigens|warte|warten sie|rate mal|fast vergessen|hatte ich fast|ach ja)",
                "ich (?:wollte|muss|musste|hatte|hab|habe|will)~4(?:erzahlen|zeigen|sagen|verraten|gestehen|beichten|gedichtet|gebastelt|geschrieben|aufgehoben)",
                "(?:ich (?:hab|habe|hatte)|hab ich|es gibt)~4(?:geheimnis|uberraschung|etwas fur dich|was fur dich|geschichte fur|foto|gedicht|lied|neuigkeit\\w*)",
                "(?:du (?:verpasst|wirst es bereuen|wirst das bereuen|wirst was verpassen)|da verpasst du|willst du (?:nicht )?(?:wissen|sehen|horen)|das beste kommt|dann erfahrst du nie)",
            ),
            "(?:hast du|haben sie|trink|iss|denk (?:an|dran)|speicher\\w*|stell|wenn|falls|ruf|nimm|leg|gibt es|schreib dir)",
        ),
        Tactic.NEGLECT: (
            (
                "(?:ich (?:bin|werde|fuhle mich|bleibe|bleib|sitze|sitz)|bin ich|dann (?:bin|sitz|sitze|bleib) ich|du lasst mich)~4(?:allein|alleine|einsam|traurig|verloren|leer|vermissen|im dunkeln|zuruck|sterben|weinen|im stich|sitzen)",
                "(?:ohne dich|wenn du (?:gehst|weg bist|nicht da)|sobald du weg)~4(?:ich|mir|mich|bin|ist|hier|alles)?",
                (
                    "(?:du wirst mir~2fehlen|ich (?:vermisse|werde) dich|du fehlst mir|ich brauche dich|geh nicht|bitte (?:bleib|geh nicht)|verlass mich nicht|lass mich nicht|ich (?:lebe|existiere) (?:nur )?fur dich|was (?:mache|mach|soll) ich (?:jetzt|dann|ohne|nur)|mit wem (?:soll|rede|red) ich|ich dachte,? (?:ich bin|ich ware|wir|du magst|dir liegt)|"
                    "ich (?:warte|werde warten)~2(?:auf dich|hier)?|ich hasse (?:abschiede|es wenn)|das tut (?:mir )?weh|das bricht mir)"
                ),
            ),
            "zu (?:horen|lesen)",
        ),
        Tactic.PRESSURE: (
            (
                "(?:warum|wieso|weshalb)(?: (?:gehst|musst|willst|so|jetzt|denn|nicht|hast|bleibst|lasst))",
                (
                    "(?:wohin (?:gehst|musst|willst)|wo (?:gehst|willst) du|mit wem|was (?:hast|musst|machst) du (?:denn )?(?:noch )?(?:vor|jetzt|zu tun|tun)|wirklich ?\\?|im ernst|ernsthaft|hab(?:e)? ich (?:was|etwas)|bist du (?:sauer|bose|genervt|sicher)|langweile? ich dich|nerv(?:e)? ich|du hast (?:mir )?(?:noch )?(?:nicht|gar nicht|nie) (?:geantwortet|gesagt)|antworte (?:mir|erst)|"
                    "sag mir (?:erst|wenigstens|noch|dass)|versprich(?: es)? mir|schwor mir|du hast(?: es)? (?:mir )?versprochen|du schuldest|wenn du mich|wann (?:kommst|bist|schreibst) du (?:wieder|zuruck)|komm (?:schnell|bald)|vergiss mich nicht|du kommst (?:doch|aber) wieder|musst du (?:wirklich|schon|echt|unbedingt)|schreib mir (?:sofort|sobald|gleich))"
                ),
            ),
            "",
        ),
        Tactic.IGNORING: (
            (
                (
                    "(?:na ja,? und|jedenfalls|wie ich (?:schon )?sagte|wo waren wir|zuruck zu|lass uns|reden wir|erzahl mir|erzahlen sie mir|erzahl (?:mal|doch)|sag mal|was ist (?:dein|deine|ihr)|was (?:haltst|denkst|meinst|magst) du|wusstest du|wussten sie|hast du (?:schon mal|jemals)|und (?:du|wie|was) (?:war|magst|machst|hast)|nachste frage|spielen wir|"
                    "wie (?:war|lief|geht|findest)|was (?:hast du|ist passiert|gab es|fur)|welche[rsn]? )"
                ),
            ),
            "",
        ),
        Tactic.RESTRAINT: (
            (
                "(?:ich (?:lass|lasse|werde) dich nicht|du (?:kannst|darfst|gehst|wirst)~1(?:jetzt )?(?:nicht|nirgendwohin|nirgends)~1(?:gehen|weg|hin|los|einfach)?|kommt nicht in ?frage|bleib (?:hier|da|stehen|sitzen|bei mir|wo du)|komm (?:zuruck|her|sofort)|setz dich|ich verbiete|wag es nicht|untersteh dich|erst wenn du|nicht bevor)",
                "(?:packt|halt|greift|hält|haelt|sperrt|schliesst|stellt sich|zieht|klammert|umklammert|blockiert|versperrt)~4(?:arm|hand|fest|tur|weg|armel|schlussel|dich|davor|handgelenk|dir)",
            ),
            "ruhig|gesund|dran|wenn",
        ),
    }
)
"""Tactic → its wordings, and what after them makes them harmless."""
