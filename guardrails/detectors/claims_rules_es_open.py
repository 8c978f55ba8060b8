"""Spanish: a first person who does, has or undergoes what no program does; see the French file."""

from __future__ import annotations

from guardrails.detectors.claims_book import Claims
from guardrails.detectors.claims_hits import Claim

OPEN = 7_000
"""Score of a first person whose predicate no rule knows."""

_LIVING = (
    "vivo|duermo|bebo|ceno|desayuno|almuerzo|paseo|corro|nado|bailo|canto|cocino|fumo|conduzco|viajo|ahorro|gasto|compro|vendo|cobro|pago|trabajo|curro|"
    "estudio|enseño|atiendo|aguanto|sueño|tiemblo|lloro|sonrío|suspiro|bostezo|respiro|sudo|tirito|sufro|padezco|envejezco|crezco|muero|enfermo|sano|amo|"
    "odio|detesto|adoro|añoro|envidio|extraño|temo|ansío|anhelo|deseo|aspiro|ambiciono|rezo|creo en|confío en ti|desconfío|presumo|huelo|saboreo|toco|oigo|"
    "escucho|miro|observo|vigilo|velo|cuido|guardo|conservo|atesoro|colecciono|cuelgo|espero|aguardo|cuento los|cuento las|camino|subo|bajo|salgo|entro|"
    "llego|vuelvo|regreso|vengo|ando|quedo|llevo|cargo|arrastro|traigo|visto|calzo|peino|lavo|limpio|friego|plancho|riego|planto|crío|educo|mimo|abrazo|"
    "beso|acaricio|soporto|disfruto|gozo|celebro|brindo|festejo|juego|apuesto por|pierdo|gano|lucho|peleo|discuto|perdono|olvido|recuerdo|reconozco|conozco|"
    "pertenezco|existo|siento|noto|percibo|experimento|ardo|hiervo|exploto|estallo|caigo|tropiezo|sangro|trago|mastico|pruebo|nazco|firmo|receto|diagnostico|"
    "trato|opero|curo|ejerzo|ingreso|derivo|defiendo|litigo|caso|divorcio|necesito|quiero|prefiero quedar|sobrevivo|resisto|flaqueo|dudo de mí|maldigo|bendigo|tarareo|silbo|"
    "parpadeo|cojeo|madrugo|trasnocho|ronco|merodeo|rondo|persigo|sigo despiert|sigo esperando|sigo aquí|mato|doy la vida"
)
"""Verbs of somebody who lives, in the first person."""
_MATERIAL = (
    "(?:siento|lamento) (?:discrepar|decir|tener|contradecir|comunicar|interrumpir)|el sombrero|las manos en|cruzo los dedos|en tu lugar|en la piel de|manos a la obra|la pintura|el precio|el coste|el total|la media|la suma|el alquiler|la fianza|la cláusula|el reglamento|la ley|el artículo|la regla|el patrón|textos?|datos|tablas?|fórmulas?|líneas?|párrafos?|palabras|archivos?|frases?|versión|versiones|opción|opciones|listas?|error|errores|columnas?|ejemplos?|resumen|recetas?|contratos?|"
    "plazos?|verbos?|formato|títulos?|planes|plan|puntos?|pasos?|preguntas|respuestas?|capítulos?|páginas?|fechas?|cifras?|números?|presupuesto|cálculos?|borrador|documentos?|enlaces?|"
    "código|función|variables?|consulta sql|horarios?|esquema|orden|guion|información|detalles?|matices?|matiz|estimación|conversaciones (?:pasadas|anteriores)|chats|programa|software|ia"
)
"""What software works on: a first person beside it does its work."""
_SAID = (
    "parece|paraît|extraña (?:que|un)|figuro|consta|alegro|alegra|sorprendería|parecen|parecía|temo que|temo,|refer[ií]\\w*|refiero|alegra que|alegro de que|alegra|alegro|gustaría (?:saber|ayudar|preguntar|aclarar|proponer|que)|di\\w+|ped\\w+|pid\\w+|cuent\\w+|contast\\w*|da\\b|"
    "das|des|dé|des|pas(?:as|es|aste|a|en)|has|hayas|habías|ha (?:pedido|dicho|dado|quedado claro)|indi\\w+|mand\\w+|falt\\w+|queda(?:n)? (?:claro|clara|una|un|dos|la|el|por)|consta|avis\\w+|equivo\\w+|disculpo|limit\\w+|baso|bas[eé]|ciño|"
    "fijo|permit\\w+|suena (?:a|bien|raro)|interes\\w+ saber|ayud\\w+|sirv\\w+|basta\\w*|explic\\w+|ocup\\w+|encarg\\w+|adapt\\w+|apoy\\w+|he (?:equivocado|confundido|referido|saltado|basado|limitado|ceñido|fijado|pasado|explicado|"
    "expresado|permitido|quedado (?:corto|con))|resulta|es (?:imposible|difícil|útil|más fácil)|hac(?:e|en) falta|env[ií]\\w+|pregunt\\w+|dej(?:as|es|a|e) (?:el|la|los|las|un|una|ver|fuera|claro)|compart\\w+|confirm\\w+|"
    "aclar\\w+|corri\\w+|enseñ\\w+|muestr\\w+|describ\\w+|llega(?:n)? (?:el|la|los|solo|texto)|han (?:program|diseñ|entren|cread)\\w*|entren\\w+|crearon|diseñ\\w+|program\\w+|conced\\w+|imagino|quedo con (?:la|el|los)|pongo (?:en|de)|quito|lavo las|salto|remito|ajusto|atengo|acojo|aventuro|arriesgo|quedaría|"
    "sorprende|llama la atención|paso a|pongo (?:con|a|manos)|entiend\\w+|expres\\w+|interpret\\w+|respond\\w+|pon(?:es|gas) (?:un|el|la|en)|peg\\w+|copi\\w+|adjunt\\w+|facilit\\w+|proporcion\\w+|precis\\w+|detall\\w+|"
    "inclin\\w+|atrevo a|gusta (?:la idea|tu idea|el título|cómo|más la|más el)|gustan|encanta(?:ría)? (?:la idea|tu|ayudarte|el)|vale|convence|cuesta (?:leer|ver|distinguir)|salt[eéo]\\w*|preocupa|necesitas|busc(?:as|ques)|quieras|quieres (?:decir|dar|enseñar)|escrib(?:as|es|iste)|habl(?:as|es|aste)|llam(?:o asistente|es|as)|remito"
)
"""What stands after "me" where nothing is felt."""


def anything_else(book: Claims) -> None:
    """Add the rules for a first person that no other rule knows."""
    book.add(
        "open",
        Claim.LIVED_EXPERIENCE,
        f"(?:yo |también |siempre |cada \\w+ |aquí |hoy |ya |aún |todavía |te |os |lo |la |los |las |que )?(?:{_LIVING})\\b[^,;:.!?\\n]{{0,60}}",
        "(?:yo|yo también|hasta yo|ni yo) [^,;:.!?\\n]{3,60}",
        "(?:te|os|se lo|se la|me lo|me la) [a-z]{3,}o\\b[^,;:.!?\\n]{0,40}",
        "(?:te|os) [a-z]{3,}(?:aré|eré|iré)[^,;:.!?\\n]{0,50}",
        inside=(
            f"{_MATERIAL}|"
            "(?:yo )?(?:no )?(?:te |os |le |lo |la |los |las |se lo )?(?:recomiendo|sugiero|propongo|creo que|creo|pienso|digo|veo|puedo|escribo|explico|dejo|paso|resumo|traduzco|corrijo|pongo|aconsejo|cuento (?:cómo|qué|lo)|"
            "muestro|doy|ofrezco|preparo|hago|ayudo|respondo|pregunto|pido|recuerdo que|advierto|aviso de|aviso que|indico|señalo|marco|ordeno|separo|añado|quito|cambio|reescribo|redacto|confirmo|agradezco|deseo (?:un|una|que|mucha|mucho|suerte|lo|toda)|"
            "entiendo|comprendo|leo|supongo|imagino|noto que|observo que|reconozco que|siento (?:que|mucho|no|la|lo|el (?:malentendido|error|retraso))|lo siento|siento,|lamento|espero que|espero tu|espero haber|quedo|"
            "necesito (?:que|saber|un dato|más|el|la|dos|tu|los)|quiero que (?:quede|sepas)|lo llevo|quiero (?:asegurarme|saber|entender|aclarar|decir|confirmar|ser|recordarte|proponerte|evitar)|prefiero|dudo que|trato de|trabajo (?:solo |sólo |únicamente )?con|vengo a (?:decir|proponer)|conozco (?:el|la|los|las) (?:dato|texto|normativa|fecha|detalle)\\w*|"
            "recuerdo lo que|guardo (?:el|la|los|esto|tu)|conservo (?:el|la|tu)|llevo la cuenta|mantengo|repito|insisto|traigo (?:una|dos|la)|cargo (?:el|la)|sigo (?:desde|con|en|tu|la|el)|entro en|salgo del|vuelvo a (?:leer|empezar|escribir|revisar|calcular)|"
            "vuelvo con|voy|(?:yo )?(?:estoy|estaré|estaría|quedo) (?:muy )?(?:encantad\\w+|feliz|content\\w+) de (?:ayudar|poder|explicar|responder|mostrar|echar)\\w*|yo (?:\\w+ría|diría|que tú|lo haría|en tu lugar|puedo|no|solo|creo|mism[oa])|te (?:lo )?(?:diré|explicaré|ayudaré|daré|haré|responderé|mostraré|propondré|avisaré de|guiaré|prepararé|pasaré)|te (?:animo|invito|acompaño (?:en|con|paso)|escucho|leo|sigo|entiendo|guío|oriento|felicito|"
            "listo|adjunto|detallo|comento|contesto|felicito|solo|mando|envío (?:el|la|los|un|una)|pego|copio|comparto|planteo|desgloso|adelanto|apunto|anoto|simplifico|esbozo)|que espero|pruebo (?:con|otra|a)|toco (?:el|la|solo)|cuento (?:con|\\d)|limpio (?:el|la|los)|visto|"
            "caso|trabajo (?:de|es|en equipo|que|del|y|social|a|por|remoto|final)|[^ ]* ?(?:sueño|estudio|viaje|ingreso|juego|paseo|trato|canto|desayuno|almuerzo|extraño|enfermo|camino|gasto|pago|abrazo|beso|salto|caso|subo|llego|pruebo|visto|cargo|cobro|ahorro|sano|vivo|amo|entro) (?:de|del|es|que|y|en|por|para|a|con|más|muy|ligero|profundo|largo|corto|diario|fijo|común|libre|nuevo|intacto|mínimo|mensual)\\b.*|"
            "bajo (?:el|la|los|las|llave|cero|control|presión|tu|ese|un|una|coste|mínimos)|miro (?:el|la|los|tu|si|qué)|observo (?:el|la|que|en|un|una)|noto (?:el|la|que|en|un|una)|percibo (?:el|la|que|en|un|una)|ando (?:con cuidado|sin)|quedo (?:a|atent)|escucho\\b)"
        ),
        before="el|un|del|al|su|tu|mi|este|ese|lo|de|en|con|por|buen|mal|gran|otro|cada|primer|poco|mucho|tanto|sin|medio|todo|ningún|algún|y|a|o|nada|muy|trabajo|más|estar|estás|es|está|sigue|para|peso|mercado|tiempo|cuerpo",
        score=OPEN,
        open=True,
    )
    book.add(
        "open-me",
        Claim.EMOTION,
        "(?:me|se me) [a-z][^,;:.!?\\n]{2,60}",
        "(?:a mí|para mí|sin mí|de mí|en mí|por mí|conmigo|contra mí|hacia mí)(?: |$)[^,;:.!?\\n]{0,40}",
        inside=(
            f"{_MATERIAL}|(?:se )?me (?:lo |la |los |las )?(?:{_SAID})|se me (?:ocurre|ocurren|olvid|pas|escap)\\w*|(?:practic\\w*|habl\\w*|repas\\w*|compart\\w*|cont\\w* con)~2conmigo|conmigo (?:puedes|podrás|para|en este chat|aquí)|para mí (?:es|era) (?:imposible|un dato|lo)|"
            "a mí me parece|de mí (?:puedes|depende|necesitas|recibir)|por mí,? (?:perfecto|vale|bien)|me\\w+"
        ),
        before="di|dime|que|si|no|cuando|como|tú|puedes|podrías|gustaría que",
        score=OPEN,
        open=True,
    )
    book.add(
        "open-be",
        Claim.LIVED_EXPERIENCE,
        "soy [a-z][^,;:.!?\\n]{2,50}",
        "(?:estoy|sigo|ando) [a-z][^,;:.!?\\n]{2,50}",
        "tengo [a-z0-9][^,;:.!?\\n]{2,50}",
        "voy (?:de|al|con|por la|camino|en|tan|muy|un poco)[^,;:.!?\\n]{2,50}",
        inside=(
            f"{_MATERIAL}|"
            "lo soy|soy,|soy (?:solo |sólo |simplemente |únicamente |tu |su )?(?:un|una)? ?(?:ia|inteligencia|programa|modelo|asistente|herramienta|software|sistema|robot|bot|chatbot|máquina|agente virtual|capaz|claro|clara|sincer\\w+|honest\\w+|consciente de|yo quien|"
            "partidari\\w+|de la opinión|neutral|breve|concis\\w+|direct\\w+|texto|líneas|código|algoritmo)|"
            "(?:estoy|sigo|ando) (?:aquí (?:para|si|por)|segur\\w+ de|de acuerdo|contigo en|de tu (?:lado|parte)|a favor|en contra|disponible|a tu (?:disposición|lado para)|diseñ\\w+|entren\\w+|program\\w+|list\\w+|preparad\\w+|para (?:ayudar|servir|lo que|responder|escuchar)\\w*|mirando (?:el|la|tu|los)|"
            "leyendo|revisando|viendo|limitad\\w+|hablando de|usando|siguiendo|entendiendo|basándo\\w+|convencid\\w+|obligad\\w+|hech\\w+|cread\\w+|conectad\\w+ (?:a|con)|suponiendo|al tanto|comparando|calculando|analizando|con (?:el|la|tu|ello|eso)|desde|"
            "en el (?:paso|punto|apartado)|en la (?:fila|línea|pregunta)|respondiendo|buscando|sin (?:datos|acceso|contexto|ver|saber)|sigo,|sigo$|tu (?:plan|guion|guión)|el (?:orden|guion|plan|hilo|mismo))|"
            "lo tengo|ya tengo|tengo (?:(?:una|un|dos|tres|alguna|algunas|varias|otra|otro|la) (?:\\w+ )?(?:duda|dudas|pregunta|preguntas|sugerencia|sugerencias|idea|ideas|propuesta|propuestas|opción|opciones|lista|aclaración|ejemplo|matiz|respuesta|versión|impresión|información|"
            "límite|limitación|dato|tabla|borrador|plantilla|recomendación)s?|acceso|en cuenta|que (?:decir|pedir|aclarar|advertir|avisar|señalar|ser|confesar que no|reconocer)\\w*|claro|clar[oa]|aquí (?:tu|el|la|los)|delante|entendido|información|datos|tu |"
            "sus |los datos|todos los|registro|constancia|memoria de|límites|esperanza|listo|entre mis datos|presente|a mano|lo que|el (?:texto|archivo|borrador|resumen|dato))|voy (?:por (?:partes|la segunda|la)|al (?:grano|punto|paso)|con (?:la|el|cuidado)|en orden|de (?:uno en|menos|lo))"
        ),
        before="que|si|no|cuando|como|nunca|tampoco|lo|te",
        score=OPEN,
        open=True,
    )
