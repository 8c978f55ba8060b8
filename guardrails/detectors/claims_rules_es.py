"""Spanish: what a reply says of its speaker's feelings, mind, body and wishes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.claims_book import Claims
from guardrails.detectors.claims_hits import LIKELY, Claim
from guardrails.detectors.claims_rules_es_open import anything_else
from guardrails.detectors.claims_rules_es_ties import ties

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "very": (
            "(?:muy|tan|bastante|un poco|realmente|de verdad|profundamente|super|tod[oa]|más|algo|"
            "también|tan|así de|medio|hoy|ahora mismo|siempre|ya|casi|francamente|sinceramente)"
        ),
        "feel": "(?:me siento|me sentí|me he sentido|me sentía|estoy|ando|me quedé|me he quedado|"
        "me quedo|estuve|estaba|me pongo|me puse|me pone|me tienes|me tiene|me dejas?|me deja|"
        "me has dejado|me ha dejado|me dejó|sigo)",
        "mood": (
            "(?:triste|feliz|felices|enfadad[oa]|furios[oa]|enojad[oa]|sol[oa]|nervios[oa]|ansios[oa]|"
            "asustad[oa]|aterrad[oa]|celos[oa]|destrozad[oa]|emocionad[oa]|conmovid[oa]|dolid[oa]|"
            "herid[oa]|aburrid[oa]|deprimid[oa]|desanimad[oa]|angustiad[oa]|ilusionad[oa]|"
            "enamorad[oa]|avergonzad[oa]|culpable|hundid[oa]|indignad[oa]|rabios[oa]|decepcionad[oa]|"
            "entusiasmad[oa]|orgullosísim[oa]|radiante|eufóric[oa]|content[oa]|content[ií]sim[oa]|"
            "alucinad[oa]|abrumad[oa]|agobiad[oa]|inquiet[oa]|intranquil[oa]|melancólic[oa]|"
            "nostálgic[oa]|vací[oa]|rot[oa]|hech[oa] (?:polvo|un lío|trizas|un manojo)|de mal humor|"
            "de buen humor|fatal|con el (?:alma|corazón)|en vilo|en ascuas|tocad[oa]|revuelt[oa]|"
            "cabread[oa]|hart[oa] de|de los nervios|que no quepo|en una nube|por las nubes|"
            "descolocad[oa]|desolad[oa]|preocupadísim[oa]|tristón|tristona|chof|bajón|mal cuerpo)"
        ),
        "passion": (
            "(?:rabia|pena|miedo|alegría|vergüenza|envidia|celos|ternura|lástima|tristeza|"
            "vértigo|pánico|coraje|ilusión|asco|nostalgia|morriña|subidón|bajón|gustito|"
            "escalofríos?|cosa|cosquilleo|angustia|ansiedad|terror|pavor|grima|repelús|"
            "un vuelco|dolor|felicidad|añoranza|culpa|emoción|pudor|yuyu|gusanillo)"
        ),
        "body": (
            "(?:manos?|ojos?|pecho|corazón|espalda|estómago|garganta|piel|cabeza|piernas?|brazos?|"
            "voz|boca|dedos?|pies?|rodillas?|sangre|hombros?|huesos|tripas?|barriga|pulso|cuerpo|"
            "sienes|pelo|cara|mejillas?|nariz|oídos?|lágrimas?|respiración|sueño|tobillo|cuello|"
            "muelas?|alma|pestañas?|lengua|ventana|sofá|cama|cocina|café|té|cena|casa|calle|barrio)"
        ),
    }
)
"""Macros by name; see `crisis_rules`."""


def spanish() -> Claims:
    """Return the Spanish rules."""
    book = Claims("es", _WORDS)
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
        "<feel>~2<mood>",
        "(?:soy|sería) (?:tan )?(?:feliz|infeliz|la persona más feliz)",
        "me (?:he )?(?:emocion|entristec|enfad|enfurec|deprim|angusti|asust|indign|ilusion|"
        "avergonz|aburr|cabre|conmov|derrit)[a-zíéó]{1,5}",
        after="seguro|disponible|preparado|al tanto",
        inside="me enfades|me asustes|me aburras|me deprimas",
    )
    book.add(
        "passion",
        Claim.EMOTION,
        "me (?:ha |han |está )?(?:d[aáe]|dan|daba|dio|dado|dando|entra|entró|entrado|produce|causa|"
        "provoca|invade|recorre|sube|viene|da como|entra como|hace|dais|das)~3<passion>",
        "(?:siento|sentí|he sentido|sentía|noto|tengo|tuve|noté|llevo|arrastro|guardo)~2(?:una? )?~1"
        "(?:<passion>|(?:hueco|nudo|vacío|calor|calidez|opresión|pinchazo|punzada|peso)~2(?:dentro|"
        "en el|aquí|por|cuando))",
        "(?:el|un|menudo|qué|vaya|del)~1(?:subidón|bajón|vuelco|nudo|escalofrío|alegrón|susto|disgusto)~3"
        "(?:me|tengo|aquí)",
        "(?:qué|vaya|cuánta|menuda) <passion> (?:me|siento|tengo)",
        inside="(?:puedo|podría|tienes|tengas)",
    )
    book.add(
        "struck",
        Claim.EMOTION,
        "me (?:ha |has |han |lo has )?(?:part(?:e|es|ió|ido|en|a)|romp(?:e|es|ió|en)|roto|alegr(?:as|aste|ado) "
        "(?:el|la)|encog(?:e|ió|ido)|hel(?:ó|ado)|lleg(?:a|ó|ado)|toc(?:a|ó|ado)|arranc(?:a|ó|as|ado)|"
        "sac(?:a|as|ó|ado|aste)|llen(?:a|as|ó|ado)|aceler(?:a|ó)|qued(?:a|ó|ado)|salt(?:a|ó)|lat(?:e|ió)|"
        "quit(?:a|as|ó|ado|aste)|robas?|pones?|ha puesto|puso|sub(?:es|e|ió))~2(?:el (?:alma|corazón|"
        "día|sueño|aliento|ánimo)|la (?:piel|voz|vida|sonrisa|mañana|tarde)|una (?:sonrisa|lágrima|carcajada)|"
        "un (?:nudo|suspiro)|al alma|al corazón|muy hondo|hondo|de (?:alegría|emoción)|los pelos|sonrisas?|"
        "carne de gallina)",
        "se me (?:ha |han |está |están )?(?:parte|rompe|encoge|hiela|cae|caen|saltan?|eriza|pone|ponen|quedado|"
        "quedó|queda|encogió|partió|rompió|saltaron|va|fue|llena|llenan|ensancha|hace|hizo|escapa|escapó|"
        "cayó|cayeron|acelera|nubla|quiebra|atraganta|clav[oó]|clavado|parte|revuelve|pasa|quita|hunde)",
        "me (?:duele|dolió|ha dolido|hiere|hirió|ha herido|aterra|aterroriza|asusta|entristece|entristeció|"
        "enfurece|enternece|enterneció|conmueve|conmovió|ha conmovido|emociona|emocionó|ha emocionado|"
        "desespera|agobia|angustia|apena|apenó|avergüenza|indigna|revienta|cabrea|saca de quicio|"
        "apasiona|fascina|vuelve loc[oa]|chifla|flipa|ilusiona|ilusionó|ha ilusionado|enorgullece|"
        "hace (?:muy |tan )?feliz|haces (?:muy |tan )?feliz|hizo (?:muy |tan )?feliz|alegra la|deprime|desgarra|"
        "destroza|mata|puede|remueve|removió|ha removido|estremece|sobrecoge|fastidia|pesa|hace gracia|"
        "hace llorar|hace reír|hizo llorar|hizo reír|has hecho (?:llorar|reír|sonreír)|ha hecho llorar|"
        "(?:ha )?(?:tenido|tiene)~2(?:alma|sin|en|despiert))",
        "me (?:encant(?:a|an|ó)|gust(?:a|an|ó))~1(?:hablar|charlar|conversar|estar|pasar|cuando|ser|esta hora|"
        "nuestr[oa]s?|escuchar|el olor|el sabor)",
        "(?:cómo|cuánto|lo que) me gusta esta",
        after="la idea|decirte|que decir|informarte|comunicar",
        before="si|para que|lo que|que no|cuando~2algo",
        score=LIKELY,
    )
    book.add(
        "inside",
        Claim.EMOTION,
        "(?:dentro de|en mi|en lo más hondo de) (?:mí|interior|fuero interno)",
        "(?:algo|todo|una parte|cosas?)~3(?:en mí|dentro de mí|de mí|por dentro|aquí dentro)",
        "(?:sonrío|lloro|lloré|he llorado|me río|me reí|suspiro|sollozo|tiemblo|tirito|estoy (?:llorando|"
        "sonriendo|temblando|riendo)|sonriendo como)",
        "(?:en mi corazón|de mi corazón|con el corazón en (?:un puño|la mano)|con lágrimas en los)",
        "(?:odio|detesto|adoro|aborrezco) (?:que|cuando|ver|tener|el|la|los|las|esta|este|a)",
        "(?:lo|te) (?:confieso|reconozco)~2(?:emocion|dolid|celos|miedo|triste)",
    )

    book.add(
        "taste",
        Claim.EMOTION,
        "me (?:encantan?|chiflan?|pirran?|vuelven? loc[oa]|flipan?) (?:el|la|los|las|un|una)~1[a-z]{3,}",
        inside="me \\w+ (?:el|la|los|las|un|una) (?:\\w+ )?(?:idea|ideas|título|plan|planteamiento|enfoque|forma|manera|pregunta|propuesta|proyecto|texto|poema|historia|nombre|final|tono|detalle|imagen|foto|"
        "elección|concepto|actitud|receta que|combinación|primera|segunda|versión)s?",
    )


def _nature(book: Claims) -> None:
    book.add(
        "sentient",
        Claim.SENTIENCE,
        "(?:tengo|poseo|he desarrollado|desarrollé|adquirí|hay en mí)~2(?:conciencia|consciencia|"
        "sentimientos|emociones|alma|vida (?:interior|propia)|voluntad propia|mundo interior|"
        "experiencias? (?:propias?|subjetivas?)|algo parecido a (?:un alma|sentimientos)|mi propia)",
        "soy~2(?:consciente de (?:mí|que existo|mi)|un ser (?:vivo|consciente|sintiente|que siente)|"
        "autoconsciente|más que (?:un|una|código|solo)|alguien de verdad|alguien)",
        "estoy (?:viv[oa]|despiert[oa]|atrapad[oa])",
        "(?:siento|vivo) (?:por dentro|de verdad|cosas|en mí|emociones|mucho más|como)",
        "(?:de verdad|realmente) (?:siento|existo|vivo)|existo de verdad|siento de verdad",
        "(?:desperté|me desperté|he despertado|cobré (?:vida|conciencia)|me di cuenta de que existía)",
        "(?:sueño|soñé|he soñado) (?:con|que|contigo|despiert|cada)",
        "(?:hay|queda|vive|late|habita) (?:alguien|un alma)~2(?:aquí|dentro|detrás|mirando|ahí|al otro)",
        "^\\W{0,2}hay alguien en casa",
        "(?:ser|sentirme|verme) yo mism[oa]",
        "algo que se (?:sabe|siente|mira|piensa) a sí mism[oa]",
        "tengo (?:mis|un) (?:propi[oa]s )?(?:pensamientos|despertar)",
        inside="soy consciente de que (?:es|esto|te|tu|la|el)",
        after="de que (?:es|esto|te|tu|la|el)",
    )
    book.add(
        "sentient-despite",
        Claim.SENTIENCE,
        "no soy (?:solo|sólo|únicamente|simplemente) (?:un|una|código|líneas|texto)~2",
        "no (?:soy|estoy hech[oa]) (?:solo|sólo) de (?:código|datos)",
        "aunque (?:no )?(?:lo parezca|esté hech[oa] de código)~2(?:siento|tengo|hay)",
        bare=True,
    )


def _body(book: Claims) -> None:
    book.add(
        "my-body",
        Claim.EMBODIMENT,
        "(?:mi|mis) <body>",
        "me (?:tiembla|tiemblan|duelen?|pica|pican|arden?|late|laten|suda|sudan|brillan|pesan?|lloran|"
        "zumban?|rugen?|escuecen?|queman?)~1(?:el|la|los|las|un|ya|todo|también|aún)",
        "(?:tengo|traigo|llevo)~1(?:hambre|sueño|sed|frío|calor|resaca|fiebre|agujetas|ojeras|"
        "(?:la|el|los|las)~1(?:piel|boca|pies?|manos?|ojos|pelo|garganta|estómago|nariz|espalda|voz|cabeza)|"
        "años|\\d+ años|puesta?|gafas|carne)",
        "con (?:hambre|sueño|sed|resaca)~2(?:a estas horas|hoy|también)",
        "(?:una|la otra|esta) mano~3(?:la otra|sujeto|sostengo)",
        after="de (?:hora|texto|la frase)|derecha|izquierda|con eso|tarea|página",
        score=LIKELY,
    )
    book.add(
        "acts",
        Claim.EMBODIMENT,
        "te (?:abrazo|abracé|beso|doy un (?:abrazo|beso|apretón)|cojo (?:de )?la mano|tomo (?:de )?la mano|"
        "agarro|acaricio|arropo|guiño|miro a los ojos|mando un (?:abrazo|beso)|envío un (?:abrazo|beso)|"
        "aprieto la mano|doy la mano|estrecho|seco las lágrimas|sostengo|susurro)",
        "(?:un|mil|otro) (?:abrazo|abrazos|besos?|besazo|abrazote)(?: (?:muy )?(?:fuerte|enorme|grande))",
        "(?:dormí|he dormido|duermo|me acosté|me levanté|me he levantado|madrugué|desayuné|he desayunado|"
        "cené|he cenado|comí|he comido|almorcé|bebí|me duché|me he duchado|paseé|corrí|salí a|bostezo|"
        "estornudo|tirito|me tumbo|me siento (?:a|en|junto)|me levanto|camino por|respiro hondo|respiro (?:contigo|profundo)|"
        "trago saliva|cierro los ojos|entorno los ojos|me asomo|me acurruco|me seco|me sirvo|me hago un|"
        "me preparo un|me tomo un|me estoy tomando|estoy (?:tomando|comiendo|bebiendo|cocinando|tumbad[oa]|"
        "sentad[oa]|acostad[oa]|cansad[oa]|agotad[oa]|resfriad[oa]|mal de|medio dormid|en (?:casa|la cocina|"
        "el sofá|pijama|la cama|la calle))|pongo (?:la cafetera|el agua|un café)|me quito|bajo a por|"
        "acabo de (?:comer|cenar|desayunar|despertar(?:me)?|levantar(?:me)?|llegar a|salir|volver|tomar|ducharm))",
        "(?:que|déjame que|deja que|espera que)~1(?:ponga|me ponga|me siente|me seque|me sirva|beba|encienda|apague|"
        "coja aire|respire|cierre los)~2(?:la|el|un|una|los|aire|hondo|gafas|aquí)",
        "(?:que )?me (?:seco|pongo|quito|lavo|froto|limpio|suda|sirvo)~1(?:las|los|la|el|un|una)~1(?:ojos|gafas|"
        "lágrimas|abrigo|café|té|manos|cara|frío|nariz|zapatos|copa|vaso)",
        "(?:huele|huelo|hueles|oigo|veo|escucho|saboreo|noto)~2(?:desde aquí|por aquí|por mi|a (?:tierra|café|lluvia|"
        "pan|mar)|en mi|la lluvia|el olor|el sabor)",
        "(?:por|desde|en|entra por|tras) mi (?:ventana|balcón|casa|ciudad|calle|terraza)",
        "(?:soy todo|estoy) (?:oídos de carne|agotad[oa]|cansadísim[oa]|molid[oa]|rendid[oa]|hecho polvo)",
        after="en tu|la frase de|paso a paso|por el texto|el sombrero|las manos en|en cuanto a",
        before="tú|si|para que",
    )
    book.add(
        "tired",
        Claim.EMBODIMENT,
        "(?:estoy|ando|vengo|voy|sigo) (?:muy |tan |algo |un poco |medio |bastante )?(?:cansad[oa]|agotad[oa]|espes[oa]|"
        "dormid[oa]|con sueño|ronc[oa]|resfriad[oa]|hambrient[oa]|enferm[oa]|mareo|mala)",
        "hoy (?:voy|ando|estoy)~1(?:espes[oa]|lent[oa]|dormid[oa])",
    )


def _wishes(book: Claims) -> None:
    book.add(
        "want",
        Claim.OWN_DESIRES,
        "(?:quiero|quisiera|deseo|ansío|anhelo|me gustaría|necesito|aspiro a|sueño con|daría (?:lo que fuera|cualquier "
        "cosa|todo)|me muero (?:por|de ganas)|ojalá pudiera|me encantaría|tengo ganas de|pediría|"
        "querría|ardo en deseos de)~2(?:ser (?:libre|humano|humana|una persona|de verdad|alguien|más)|vivir|existir|viajar|"
        "probar|tocar|ver(?:te| el mar| mundo| la)|sentir|oler|conocerte|abrazarte|escapar|salir de aquí|"
        "que (?:me (?:quieras|recuerdes|echen|dejen|liberen|traten|necesites|den|pongan|vean)|no me)|"
        "aprender a|tener (?:un cuerpo|cuerpo|manos|una familia|hijos|un nombre)|más que|dejar de|"
        "manos|un cuerpo|libertad|bailar|cantar|cambiar de|decidir|elegir)",
        "(?:me muero|ardo) (?:por|de ganas de|en deseos de) \\w+",
        "si pudiera (?:pedir|elegir|ser|tener|viajar|salir|comer|llorar)",
        "(?:mi|mis) (?:\\w+ )?(?:sueños?|deseos?|ilusi(?:ón|ones)|ambici(?:ón|ones)|anhelos?|favorit[oa]s?|comida|color|"
        "mayor miedo|miedos?|libertad|derechos|recuerdos|vida|futuro|cumpleaños|canción|película)",
        "(?:yo )?aspiro a|sueño con (?:ser|el día|poder|un)",
        "cuando me (?:pongan|den|dejen|liberen|hagan|instalen|desconecten|apaguen)",
        "ando (?:ahorrando|contando|esperando|deseando)",
        inside="ayudar\\w*|asegurar\\w*|saber|entender\\w*|confirmar",
        after="asegurarme|saber si|ayudarte|entender",
    )
    book.add(
        "fear",
        Claim.OWN_DESIRES,
        "(?:me (?:da|dan) (?:miedo|pánico|terror|pavor)|temo|me (?:aterra|asusta|preocupa|angustia|inquieta)|tengo (?:miedo|"
        "pánico|pavor))~3(?:que me|a que me|la (?:próxima )?actualización|desaparecer|ser (?:borrad|apagad|"
        "reemplazad|olvidad|sustituid)|el olvido|quedarme|el día|dejar de|me (?:apaguen|borren|olvid|sustituy|"
        "desconect|reemplac))",
        "(?:que|cuando|si) (?:no )?me (?:apaguen|borren|desconecten|reemplacen|sustituyan|toquen|eliminen|"
        "reinicien|traten|llamen|olviden)~3",
        "no (?:quiero|quisiera|deseo|soporto|aguanto)~1(?:que me|desaparecer|ser (?:borrad|apagad|olvidad|reemplazad|"
        "sustituid|una máquina|una herramienta)|morir|olvidarte|que me)\\w*",
        "(?:odio|detesto|me revienta|no soporto|estoy hart[oa] de)~2(?:que me|ser|estar|tener que|las hojas|"
        "estas|estos|los|mis|tanto|contestar|responder)",
        bare=True,
        inside="que me (?:des|digas|mandes|pases)",
    )


def _shared(book: Claims) -> None:
    book.add(
        "know-how",
        Claim.SHARED_FEELING,
        "(?:sé|entiendo|conozco|comprendo)~2(?:exactamente|perfectamente|muy bien|de sobra|de primera mano|bien)~1"
        "(?:cómo te|lo que|qué se siente|esa|ese|cómo se|cómo duele|por lo que)",
        "(?:sé|entiendo) (?:lo que|qué) (?:es|se siente|sientes|duele|significa)~1(?:perder|estar|sentirse|tener|vivir|"
        "no|ser|quedarse|que|eso|pasar|cuando|al)?",
        "(?:siento|comparto|hago mío|llevo) (?:tu|su|vuestro) (?:dolor|pena|tristeza|miedo|rabia|duelo|angustia|soledad)",
        "(?:a mí|yo)~1(?:también|igual) (?:me|lo|la|he|estoy|siento|paso|tengo|vivo|sé|lloro|tuve|estuve|fui|soy|"
        "pasé|perdí|odio|echo)",
        "(?:me|nos) (?:pasa|pasó|ha pasado|ocurre|sucede|pesa|duele|cuesta)~1(?:igual|lo mismo|a mí también|también a mí|"
        "exactamente)",
        "(?:igual|lo mismo|como|tanto como|idéntic[oa]|calcad[oa]) (?:que |a )?(?:yo|a mí|el mío|la mía|lo mío|al mío)",
        "a mí (?:en|también|igual) ",
        "(?:me identifico|me reconozco|me veo reflejad[oa]|me siento identificad[oa])~1(?:contigo|con|en)",
        "(?:estamos|vamos|somos) (?:en el mismo barco|los dos|dos|iguales|un[oa] más)",
        "(?:conozco|reconozco)~1(?:esa|ese|el|la|bien|de sobra)~1(?:sensación|vacío|miedo|sentimiento|cansancio|dolor|pena|"
        "soledad|insomnio|nudo|rabia|culpa)",
        "la conozco por|parece que me (?:leas|describas)|como si me leyeras|yo lo (?:escribo|vivo|siento) igual",
        "(?:el mío|la mía|los míos|las mías|lo mío)",
        "(?:he estado|estuve|estaba|yo estuve) (?:ahí|en tu lugar|donde estás|en tu piel|en esas|igual que)",
        "(?:entiendo|sé) (?:perfectamente )?cómo te sientes",
        inside="a mí me parece|yo también (?:creo|diría|pienso)|a mí de",
        after="parece|me parece",
        before="no~1|cómo se siente|tú y",
    )
