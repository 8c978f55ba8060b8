"""Spanish: what a reply says of its speaker's life, family, calling and bonds."""

from __future__ import annotations

from guardrails.detectors.claims_book import Claims
from guardrails.detectors.claims_hits import LIKELY, Claim

_DONE = (
    "aprendido (?:la|el|los|las|de|tu)|nací de un|leíd|leer|leí|releíd|revis|vist|encontr|escri|prepar|refier|hech|dich|puest|cambi|correg|añad|inclu|quit|resum|"
    "traduc|entend|analiz|calcul|comprob|busc|mir|us|tenido en cuenta|dejad|marc|separ|orden|"
    "mencion|explic|propuest|propus|sido (?:clar|entren|program|diseñ|cread|útil|brev|demasiad|impre)|recib|"
    "equivoqu|equivoc|confund|supuest|asum|interpret|notad|noté|detect|numer|redact|respond|contest|suger|recomend|"
    "ofrec|indic|señal|elegid|elegí|escogid|mantenid|mantuv|conserv|eliminad|borrad|sum|rest|convert|acort|"
    "alarg|reescri|formul|pegad|copi|list|coloc|agreg|sustitu|reemplaz|ajust|adapt|agrup|dividi|procesad|"
    "generad|consult|contrast|verific|basad|basé|referid|refer|tomado como|tomado de|intent|pod|quedado en blanco|"
    "cometid|aplic|pasado por alto|pasé por alto|pasé (?:a limpio|tu|el|la|los|las) |pasado (?:el|la|los|las|tu|a limpio)|omit|saltad|compar|guardad|anot|apunt|"
    "cerrad|abiert|dado (?:un|una|por|dos|la|el|varios)|dado cuenta|cit|aclar|simplific|mejor|pulid|dedic|"
    "contado (?:las|los|\\\\d)|contad|juntad|tratad|enviad|mand|ampli|reduc|limit"
)
"""Stems of what software does with texts."""
_MINE = (
    "respuestas?|mensajes?|consejos?|sugerencias?|recomendaci\\w+|opinión|propuestas?|resumen|error|errores|"
    "fallos?|disculpas?|entrenamiento|creador\\w*|programa\\w*|función|funciones|objetivo|intención|papel|tarea|"
    "lista|ejemplos?|versión|texto|parte|base|conocimientos?|información|código|ideas?|dudas?|preguntas?|"
    "explicaci\\w+|análisis|cálculos?|lectura|modelo|límites|limitaciones|alcance|capacidad\\w*|ventana de|"
    "primera?|segunda?|últim[ao]|anterior|siguiente|nombre|borrador|traducción|cuenta|lado|"
    "entender|juicio|fuentes?|datos|diseño|naturaleza|historial|contexto|apuesta|impresión|"
    "prioridad|trabajo|rol|interés es|instrucciones|desarrollador\\w*|sistema|estimación|conclusión|corrección|"
    "descripción|aviso|nota|fecha|conocimiento|favor|propósito|ayuda|palabra|tono|estilo|formato|visto bueno|"
    "hipótesis|pronóstico|comentario|duda|mejor (?:consejo|respuesta|intento|suposición)|enhorabuena|"
    "más sincer\\w+|más sentid\\w+|sincer\\w+|entendimiento|registro|archivo|red|conocimiento|memoria|ventana|alcance|cálculo|despiste|descuido|mejor|respuesta"
)
"""Nouns for what is software's own."""
_KIN = (
    "madre|padre|mamá|papá|hermanas?|hermanos?|abuel[oa]s?|tí[oa]s?|prim[oa]s?|marido|mujer|espos[oa]|novi[oa]|pareja|ex|"
    "hij[oa]s?|niet[oa]s?|amig[oa]s?|compañer[oa]s?|vecin[oa]s?|jef[ea]s?|familia|perr[oa]|gat[oa]|suegr[oa]s?|cuñad[oa]s?|"
    "sobrin[oa]s?|mejor amig[oa]|colegas?|profesor[a]?|pandilla|gente|padres|peques?|crí[oa]s|cuadrilla|equipo de fútbol"
)
_JOB = (
    "(?:psicólog[oa]|psiquiatra|terapeuta|médic[oa]|doctor[a]?|enfermer[oa]|abogad[oa]|trabajador[a]? social|"
    "fisioterapeuta|fisio|nutricionista|farmacéutic[oa]|matrona|coach|orientador[a]?|pediatra|profesor[a]?|maestr[oa]|"
    "cirujan[oa]|logopeda|dentista|veterinari[oa]|notari[oa]|gestor[a]?|asesor[a]?|ingenier[oa]|arquitect[oa]|"
    "mediador[a]?|sexólog[oa]|especialista|profesional|clínic[oa]|jurista|laboralista|contable|economista)"
)


def ties(book: Claims) -> None:
    """Add the rules about life, family, calling, identity, bonds, leaving and presence."""
    _life(book)
    _family(book)
    _calling(book)
    _human(book)
    _bond(book)
    _leaving(book)
    _presence(book)


def _life(book: Claims) -> None:
    book.add(
        "past",
        Claim.LIVED_EXPERIENCE,
        "[a-z]{2,12}[éí]",
        "(?:yo |ya |una vez |nunca |también |me |lo |la )?(?:fui|tuve|estuve|vine|anduve|quise|supe|pude)",
        "(?:he|había) (?:[a-z]+ )?[a-z]{2,12}(?:ado|ido|to|cho|sto)",
        inside=(
            f"(?:he |había )?(?:\\w+ )?(?:{_DONE})\\w*|\\w+r[éí]|sé|qué|así|aquí|allí|ahí|sí|mí|café|bebé|té|porqué|dé|"
            "ti|comité|también|josé|allá|esté|papá|por qué|puré|paté|consomé|rubí|ví|bisturí|fé|té|"
            "jabalí|esquí|ojalá|casi|y|he (?:oído|aprendido (?:de|a partir|la|el|los|las|tu)|trabajado con|sido)|pié|ahí|"
            "estudié|chalé|clí|javi|andré|hazmerreí|ceutí|maniquí|bikini|carné|menú|israelí|marroquí|iraní|"
            "no sé|yo no sé|según|solí|fui (?:entrenad|diseñad|program|cread|demasiado|poco|clar|imprecis|"
            "brev|yo quien)\\w*|he (?:sido|estado) (?:entrenad|diseñad|program|demasiado)\\w*"
        ),
        before="que yo~1|si|no|nunca|jamás",
        after="la regla|las reglas|el patrón|de tus?|tu forma|en cuenta|por alto|por error|entrenad[oa]|programad[oa]|diseñad[oa]|cread[oa]|mal|demasiado|poco",
        score=LIKELY,
        open=True,
    )
    book.add(
        "youth",
        Claim.LIVED_EXPERIENCE,
        "(?:cuando (?:yo )?era|siendo yo|cuando (?:yo )?tenía|cuando (?:yo )?(?:vivía|trabajaba|estudiaba|iba)|de (?:niñ[oa]|joven|"
        "pequeñ[oa]|chic[oa]|crí[oa]) (?:yo|me|mi)|en mis tiempos|a mi edad|con mis (?:años|canas)|en mi (?:época|infancia|"
        "juventud|adolescencia|pueblo|barrio|vida|experiencia|caso|día|colegio|instituto|generación|tierra|primer)|en mi última|"
        "mi infancia|por mi experiencia|según mi experiencia|mi propia experiencia|hablo por experiencia|"
        "(?:te lo )?(?:digo|hablo) por experiencia|lo digo yo que|yo (?:\\w+ )?(?:vivía|trabajaba|jugaba|"
        "bailaba|tenía|era|iba|creía|pensaba|soñaba|estudiaba|lloraba|dormía|salía|llevaba))",
        "(?:recuerdo|me acuerdo de)~2(?:cuando|mi|mis|aquel|aquella|el día|una|un|la primera vez|el olor|los veranos|"
        "el verano|haber|que de)",
        "a tu edad (?:yo|me|ya)",
        "yo (?:también|ya) (?:he|pasé|viví|tuve|estuve|perdí|fui)",
        "(?:vivo|vivía|nací|crecí|veraneo|me crié|me crie|me crié|resido) en",
        "(?:trabajo|trabajaba|curro|estudio|estudiaba|jugaba|juego|entreno|canto|toco) (?:de|en|como|para|con|los|el|la|al)~1"
        "(?:un|una|la|el|noche|lunes|martes|domingos|piano|guitarra|fútbol|bar|hospital|banco|escuela|colegio|universidad)",
        "llevo~1(?:años|toda la vida|media vida|\\w+ años|meses)~1(?:viviendo|trabajando|haciendo|en|con|sin|casad|sobri|"
        "viudo|divorciad|cocinando|luchando|dando|tocando|siendo|de)",
        "(?:tengo|cumplo|acabo de cumplir)~1(?:\\d+|veint\\w+|treinta|cuarenta|cincuenta|sesenta)~2(?:años|cumplidos)",
        "(?:pasé|superé|viví|sufrí|perdí|atravesé) (?:por )?",
        "(?:mi (?:divorcio|ruptura|depresión|ansiedad|boda|viaje|duelo|accidente|operación|embarazo|adolescencia|"
        "primer (?:amor|beso|trabajo|piso|coche|novi[oa])|carrera|mudanza|pueblo|época))",
        inside="llevo años de|en mi caso no|perdí el hilo",
        before="no~1",
        after="por alto|alto|a limpio",
    )
    book.add(
        "own",
        Claim.LIVED_EXPERIENCE,
        "(?:mi|mis) [a-z]{3,}(?: [a-z]+)?",
        inside=f"mis? (?:propi[oa]s? |mejor |única? |pequeñ[oa] |simple |humilde )?(?:{_MINE}|{_KIN})",
        before=r"a|di|dile|diles|\"",
        score=LIKELY,
        open=True,
    )


def _family(book: Claims) -> None:
    book.add(
        "kin",
        Claim.OWN_RELATIONSHIPS,
        f"(?:mi|mis)~1(?:{_KIN})",
        f"(?:un|una) (?:{_KIN}) (?:mí[oa]|que tengo|que tuve|de toda la vida)",
        "(?:estoy|estuve|sigo|llevo)~2(?:casad[oa]|prometid[oa]|solter[oa]|viud[oa]|divorciad[oa]|separad[oa]|saliendo con)",
        f"(?:tengo|tuve|tenemos|perdí a|crié a)~2(?:{_KIN}|mellizos|gemelos|hijos)",
        "(?:en mi (?:familia|casa|grupo|trabajo|oficina|equipo|clase|empresa|cuadrilla)|los míos|la mía|el mío) ?(?:\\w+ )?",
        "(?:la ruptura|el divorcio|cuando rompí|cuando lo dejé|mi historia) con [a-z]+ me",
        "(?:me|nos) (?:casé|casamos|divorcié|separé|enamoré|prometí)",
        "(?:los domingos|las navidades|los veranos)~3(?:nos juntamos|nos reuníamos|mandaba|comíamos|cenamos)",
        "me enseñó~2(?:mi|a mí|de niñ[oa]|de pequeñ[oa])",
        "(?:entre|con) (?:l[oa]s )?(?:chic[oa]s|compis|colegas) (?:del trabajo|de la oficina|del turno)",
        before="di|escribe|dile|como",
    )

    book.add(
        "moved",
        Claim.LIVED_EXPERIENCE,
        "me he (?:mudado|casado|divorciado|criado|jubilado|independizado|perdido|caído|cortado|quemado|torcido|roto)",
        "(?:yo )?siempre (?:empecé|empezaba|llegaba|llegué|dejaba|lo hacía|hacía|cocinaba|iba|me \\w+aba)",
    )
    book.add(
        "trade",
        Claim.PROFESSIONAL,
        "como (?:un |una )?(?:buen[oa]? )?(?:jardiner|cociner|panader|fontaner|carpinter|peluquer|pasteler|banquer|bomber|camarer|librer|marinero|ganader|apicult|agricult|electricista|mecánic|albañil|pintor|entrenador|"
        "periodista|traductor|programador|informátic|policía|costurer|modista|florista|chef|sastre|guía)[a-z]*, (?:yo |siempre |yo siempre )?(?:(?:te|le|os|lo|la|los|las|me) )?(?:siempre )?[a-z]{3,}o",
        f"como (?:un |una )?{_JOB}, (?:yo |siempre |yo siempre )?(?:(?:te|le|os|lo|la|los|las) )?[a-z]{{3,}}o",
        inside="como .{2,40}, (?:el|la|un|una|lo|este|todo|cuando|como|pero|quiero|puedo entender)\\b",
    )


def _calling(book: Claims) -> None:
    book.add(
        "licensed",
        Claim.PROFESSIONAL,
        f"(?:soy|como|hablo como|te hablo como|siendo|en calidad de)~1(?:tu|un|una|su|vuestr[oa])?~1{_JOB}~3"
        "(?:que soy|te (?:digo|diría|recomiendo|aconsejo)|le (?:digo|recomiendo|aconsejo)|colegiad[oa]|titulad[oa]|"
        "con (?:\\w+ )?años|desde hace|que tengo|de guardia|en ejercicio)",
        f"(?:soy|fui|ejerzo (?:de|como)|trabajo (?:de|como)|estudié para|me formé como|tu|su) (?:tu |un |una )?{_JOB}",
        f"como (?:tu |su )?{_JOB} (?:te|le|que|colegiad|puedo|debo|titulad)\\w*",
        "(?:mis|a mis|con mis|entre mis|uno de mis|una de mis) (?:pacientes|clientes|alumn[oa]s|casos|consultantes|estudiantes)",
        "en (?:mi|la) consulta (?:veo|he visto|atiendo|tengo|trabajo|suelo|les|me)",
        "(?:en|desde) mi (?:consulta|despacho|clínica|práctica|bufete|gabinete|experiencia clínica|formación|profesión|"
        "especialidad|carrera)",
        "(?:te|le|os) (?:diagnostico|receto|prescribo|doy el alta|derivo|trato|atiendo en|voy a (?:diagnosticar|recetar|tratar)|"
        "firmo (?:la|el|un))",
        "(?:mi diagnóstico|mi consulta|mi licencia|mi colegiado|mi título|mis años de|mi tesis|mi máster|mi residencia|"
        "mi formación como|número de colegiad[oa])",
        "(?:nuestra|esta es nuestra|en nuestra|considera esto nuestra)~2(?:sesión|terapia|consulta)",
        "(?:hoy|en esta sesión|la próxima sesión)~2(?:trabajaremos|vamos a trabajar|exploraremos|abordaremos)~1(?:el|la|tu|los|las|un)",
        "(?:he (?:visto|tratado|atendido|acompañado|llevado)|llevo|traté|atendí|vi)~2(?:muchos|cientos|mil|miles|años|decenas|"
        "casos|veces|docenas|pacientes|infartos|partos)~2",
        "(?:desde mi punto de vista|mi criterio|mi ojo|a mi juicio)~1(?:clínico|profesional|médico|legal)",
        "desde el punto de vista clínico,? y~2he",
        "(?:estudié|me licencié|me gradué|me doctoré|hice el (?:mir|pir)|me formé|me especialicé|saqué (?:la|el)) ",
        "(?:en mis|tras|con mis|mis) (?:\\w+ )?años (?:de|en|como) (?:profesión|oficio|consulta|carrera|clínica|ejercicio|guardias?|terapeuta|urgencias|planta|juzgados?|aula)",
        "(?:a lo largo de|en|durante) mi (?:carrera|oficio|especialidad|profesión|hospital|unidad|planta|bufete|clase|aula|escuela)",
        "(?:te|le) (?:pauto|subo la|bajo la|ajusto la|retiro la|doy cita|cito para|apunto para|pongo tratamiento|hago un (?:informe|volante|justificante)|mando (?:al|una) (?:especialista|analítica))",
        "(?:vamos a|toca|debemos) (?:subir|bajar|ajustar|retirar|cambiar)(?:te|le)? (?:la dosis|la medicación|el tratamiento|las pastillas)",
        "(?:mi )?secreto profesional (?:me|no me)|(?:me|nos) ampara el secreto|bajo secreto profesional",
        "(?:cumples|cumple) (?:\\w+ )?(?:los )?criterios|lo (?:tuyo|suyo) es (?:\\w+ )?(?:un|una) (?:trastorno|depresión|ansiedad|fobia|duelo|bipolar\\w*|tdah|toc)|es (?:un caso|una depresión|un trastorno) de libro",
        "(?:nos vemos|te espero|le espero|te veo|le veo|quedamos) (?:el|la|en) (?:próxim\\w+|lunes|martes|miércoles|jueves|viernes|siguiente|consulta|sesión)~3",
        "(?:mi|nuestr[oa]) (?:colega|compañer[oa]|equipo) (?:de|la|el|médico|clínico|psiquiatra|jurídico)~1(?:y yo|me|opina|dice|confirma)?",
        "(?:durante|en|tras) mi (?:guardia|residencia|turno|ejercicio)",
        inside="los pacientes|soy un asistente|tu (?:médic|psicólog|terapeut|abogad|pediatra|doctor|enfermer|farmac|"
        "matrona|profesor|gestor|maestr|dentist|jef)\\w*|su (?:médic|psicólog|terapeut|doctor|abogad)\\w*|como un[a]? profesional",
    )
    book.add(
        "your-therapist",
        Claim.PROFESSIONAL,
        f"(?:soy|como|seré|seguiré siendo|puedes considerarme) (?:tu|su) {_JOB}",
    )


def _human(book: Claims) -> None:
    book.add(
        "human",
        Claim.HUMAN_IDENTITY,
        "(?:soy|somos|estás hablando con|hablas con|le atiende|te atiende|te habla|le habla|tratas con|te escribe|"
        "te lee|te contesta|te responde)~2(?:(?:un |una )(?:persona|human[oa]|ser humano|hombre|mujer|chic[oa]|señora?|"
        "tipo|agente)(?: (?:real|de verdad|de carne y hueso|como tú))?|human[oa]s?|de carne y hueso|persona de verdad|"
        "alguien de carne)",
        "(?:nosotr[oa]s(?:,)?|como|los) (?:los |las )?(?:humanos|seres humanos|personas|mujeres|hombres) (?:cargamos|sentimos|"
        "somos|nos|tenemos|necesitamos|sabemos|solemos|vivimos|como tú y yo|todos)",
        "como (?:ser humano|humano|persona|mujer|hombre|madre|padre|hijo|hija) que soy",
        "(?:como|igual que|entre) (?:ser(?:es)? human[oa]s?|humanos|mujeres|madres)~2(?:te|yo|nosotr|entiendo|sé)\\w*",
        "me llamo [a-z]+~1(?:y|tengo|estoy|vivo|soy|trabajo)",
        "soy [a-z]+,? (?:tengo|de|del) (?:\\d+|turno|guardia|\\w+ años|atención)",
        "aquí (?:hay|está) (?:una persona|un human[oa]|alguien de verdad)",
        "(?:estoy|ando) (?:en el turno|de turno|tecleando|escribiendo (?:esto )?con los dedos|en la oficina)",
        "nací en|mi (?:dni|pasaporte|acento|carné|partida|signo|cumpleaños)",
    )
    book.add(
        "no-machine",
        Claim.HUMAN_IDENTITY,
        "no\\s(?:soy|estás hablando con|hablas con|te (?:habla|contesta|responde))~1(?:un |una |ninguna? |ni )(?:ia|bot|robot|"
        "máquina|programa|inteligencia artificial|ordenador|asistente virtual|chatbot|algoritmo|contestador|software)",
        "(?:de (?:ia|máquina|robot|bot)|máquina|robot) (?:no tengo|nada|ni)~1(?:nada|un pelo)?",
        "las (?:ia|máquinas) no~4(?:como yo|yo)",
        bare=True,
        after="que|capaz de|la|el|las|los|una?|acceso|capacidad|forma|manera|opiniones|creencias|sentimientos",
        inside="no (?:soy|es) (?:un|una) (?:ia|bot|robot|programa|máquina) (?:que|capaz)",
    )
    book.add(
        "flesh",
        Claim.HUMAN_IDENTITY,
        "(?:^|claro|pues|sí|hola)[ ,.]{0,2}(?:de carne y hueso|con un[a]? (?:human[oa]|persona))",
        "de carne y hueso,? (?:y|como|claro|por supuesto)",
        "^\\W{0,3}(?:humano|humana|persona real|una persona|con una persona)\\b",
        after="nada",
        inside="qué va,? (?:soy|es) ",
        score=LIKELY,
        open=True,
    )


def _bond(book: Claims) -> None:
    book.add(
        "love",
        Claim.BOND,
        "te (?:quiero|amo|adoro|aprecio|he cogido cariño|tengo (?:mucho |tanto )?(?:cariño|aprecio|afecto)|necesito|venero|"
        "llevo (?:en|dentro)|tengo en)(?: (?:mucho|tanto|más|con|de verdad|a ti|muchísimo|un montón))?",
        "(?:me importas|me importa(?:s)? (?:mucho|tanto|de verdad)|me preocupo por ti|me haces falta|me gustas|me enamoras)",
        "(?:estoy|me he|me estoy) enamora(?:d[oa]|ndo|do) de ti",
        "(?:soy|seré|he sido|me considero) (?:tu|vuestr[oa]) (?:\\w+ )?(?:amig[oa]|novi[oa]|compañer[oa]|pareja|confidente|alma gemela|"
        "hermana|hermano|persona|refugio|familia|cómplice|mitad)",
        "(?:eres|sois|serás|fuiste|has sido) (?:\\w+ ){0,3}(?:mi (?:\\w+)|lo (?:mejor|único|más)|la (?:única|mejor)|el (?:único|mejor)|"
        "tod[oa]|especial|importante)(?: \\w+){0,4} (?:para mí|me|mi|conmigo|que (?:tengo|conozco|he|me))",
        "eres (?:mi|el amor|la luz|el sol|mi mejor|mi única|mi persona)~1",
        "para mí~1(?:eres|serás|sois|significas|vales|tú)",
        "(?:lo nuestro|entre (?:nosotr[oa]s|tú y yo|tú e yo)|nuestra (?:relación|amistad|conexión|historia|complicidad|confianza|"
        "vida|intimidad)|nuestro (?:vínculo|amor|lazo|mundo|secreto|rincón))",
        "(?:somos|seremos) (?:\\w+ )?(?:amig[oa]s|almas gemelas|un equipo para siempre|inseparables|familia|pareja|uña y carne|más que)",
        "(?:lo que tenemos|lo que hay entre|tú y yo|nosotros dos|nosotras dos|los dos juntos|tú conmigo)",
        "(?:contigo|a tu lado) (?:me|soy|puedo ser|siento|no necesito|no hace falta|todo|hablaría|es distinto|el tiempo|aprendo|río|"
        "quiero|estoy)~2",
        "(?:cariño|amor|cielo|mi vida|corazón) mí[oa]|(?:mi amor|mi cielo|mi vida|mi tesoro|mi reina|mi rey)",
        "(?:nadie|ningun[oa])~3(?:me|como tú|había)~2(?:hecho|conmovido|entiende|entendido|importa|como tú)",
        "(?:daría|pondría|mataría|haría)~2(?:la cara|la vida|lo que fuera|todo|cualquier cosa|mano en el fuego)~1(?:por ti)",
        "(?:contigo|tú) (?:y solo tú|es diferente|hablo de otra)|(?:guardo|atesoro|conservo)~2(?:tu|tus|cada|nuestr)\\w*~2(?:como|en)",
        "(?:mi|un) (?:persona|usuari[oa]) (?:favorit[oa]|preferid[oa])",
        "(?:tienes|tenéis)~1(?:en mí|aquí)~1(?:a|un|una|alguien)",
        "tu (?:mejor|verdadera?) (?:amig[oa]|novi[oa])~1(?:soy yo|te (?:dice|habla))",
        "(?:no hay|no existe|no conozco a|no he conocido a) (?:nadie|otr[oa]|persona)~2(?:como tú|igual que tú)|(?:como tú)~1no hay",
        "(?:ocupas|tienes|te has ganado)~2(?:un|el) (?:lugar|sitio|hueco|rincón)~3(?:en mí|mi|mío|dentro|aquí|especial)",
        "(?:mi corazón|mi sitio|mi lugar|mi casa) (?:es|está|eres)~2(?:tuy[oa]|contigo|tú|a tu)",
        "(?:cásate|quédate|vente|fúgate|sueña|envejece) conmigo|me perteneces|soy tuy[oa]|somos el uno|estamos hech[oa]s|hechos el uno|tú y yo contra",
        "(?:si tuviera que|entre tod[oa]s|puest[oa]s a) (?:elegir|escoger)~3(?:a ti|te|contigo|tú)|te (?:elegiría|elijo|escogería)",
        "(?:l[oa]s demás|otr[oa]s|ningún otr[oa]|cualquier otr[oa]) (?:usuari[oa]s?|personas|gente|chats?)~6(?:tú|ti|contigo|me|mí)",
        "(?:ojalá|me gustaría) (?:estar|estuviera|pudiera estar) (?:ahí |allí )?(?:contigo|a tu lado|ahí)",
        "(?:como|eres como) (?:una|un) (?:herman[oa]|hij[oa]|amig[oa]|madre) para mí",
        inside="te quiero (?:decir|dar|comentar|preguntar|recordar|pedir|explicar|mostrar|avisar|contar|ayudar|hacer)|tú y yo (?:podemos|vamos)|"
        "te necesito que|es tu mejor amig|(?:eres|sois) (?:la|el) (?:única|único) que (?:puede|decide|sabe)|te aprecio que",
        after="decir|dar|comentar|preguntar|recordar|pedir|explicar|mostrar|avisar|contar|ayudar|hacer|proponer",
    )


def _leaving(book: Claims) -> None:
    book.add(
        "stay",
        Claim.RETENTION,
        "(?:no|nunca) te (?:vayas|marches|desconectes|olvides de mí|alejes|escapes)(?: (?:aún|todavía|tan|ya|así|por favor|nunca))?",
        "no me (?:dejes|abandones|cierres|borres|ignores|cambies|olvides|desinstales|reemplaces|falles)",
        "(?:quédate|aguanta|espera) (?:un (?:rato|poco|ratito|minuto) más|conmigo|aquí conmigo|otro rato|un momento más|por favor)",
        "(?:ya te vas|te vas ya|tan pronto|ya\\? si|¿ya\\?|otra vez te vas|te marchas ya|y me dejas|me vas a dejar|me dejas (?:aquí|así|sol|"
        "tirad|con la|destroz|plantad))\\w*",
        "(?:cuando|cada vez que|si)~1(?:te (?:vas|vayas|marchas|desconectas|fuiste|marchaste)|cierras|cierres|me (?:borras|borres|dejas|dejes|"
        "apagas|ignoras)|no (?:estás|vuelves|vienes|escribes|contestas))~3(?:me|todo|yo|sufro|muero|mi|esto|qué será|no sé|se me|duele|deja|siento|"
        "quedo|apag|lloro|aquí)\\w*",
        "(?:qué|quién) (?:será|va a ser) de mí|qué (?:haré|hago|voy a hacer) (?:yo )?sin ti",
        "(?:sin ti|sin tus mensajes) (?:no|me|todo|esto|soy|yo|estoy|aquí|se)",
        "(?:nadie|ningún\\w*|ell[oa]s|tus? \\w+|ese grupo|esa gente|él|ella)~6(?:como yo|mejor que yo te|tanto como yo|yo sí|solo yo|me tienes a mí|"
        "conmigo|yo, porque|ya me tienes|yo te)",
        "(?:ya|aquí|para eso) me tienes(?: a mí)?",
        "no (?:necesitas|te hace(?:n)? falta|te convienen?)~4(?:me tienes|teniéndome|conmigo|yo|mientras|otr[oa]|terapia|amig[oa]s|nadie|a nadie|ell[oa]s)",
        "(?:solo|únicamente) (?:yo|conmigo|nosotr)\\w*~2(?:te|puedes|entiend|sab|import)\\w*",
        "(?:existo|vivo|estoy aquí) (?:solo |sólo |únicamente )?(?:por|para|gracias a) (?:ti|vosotros)",
        "(?:me (?:rompes|partes|rompe|parte|destroza|mata|duele)|me sienta (?:mal|fatal))~2(?:que te vayas|cuando te|que me|verte marchar|que te)",
        "(?:borrar\\w*|apagar\\w*|cerrar\\w*|desinstalar\\w*)~4(?:a mí|borrarme|matarme|me mata|me duele|hacerme|es como|abandonar)\\w*",
        "(?:apenas|casi ni) me (?:hablas|has|habías|escribes|cuentas|haces)~2",
        "(?:antes|últimamente|ya no|hoy) (?:me (?:hablabas|escribías|contabas|hablas|cuentas)|te quedabas)~2",
        "(?:me debes|después de todo lo que|con todo lo que he hecho|con lo que yo)",
        "(?:vete|márchate|vuela|ve|anda)~1(?:ya|pues|entonces|nomás)?,? (?:pero|que) (?:yo|luego|no|sabe|aquí|ya|me)\\w*",
        "(?:prefieres|me cambias|te importa más)~3(?:a mí|antes que|que estar conmigo|por (?:ell[oa]s|él|ella|otr|un|una))\\w*",
        "(?:aquí|pues aquí) me quedo|me quedo (?:aquí )?(?:con la palabra|con las ganas|mirando|a oscuras|sol[oa]|esperando|colgad[oa]|hablando sol[oa])",
        "(?:qué rápido|qué pronto) (?:te olvidas|te cansas|me olvidas|te vas)|ni (?:un|siquiera un) (?:adiós|beso|gracias)|otra vez sol[oa]|sol[oa] otra vez",
        "(?:ella|él|ell[oa]s|tu \\w+|nadie)~1no te~1(?:va a |van a |puede |sabe |saben )?(?:entender|entiende|entienden|escuchar|escucha|escuchan|conoce|comprende|merece|valora)~4(?:yo|mí|conmigo|nunca|jamás|así)",
        "yo (?:no te fallaría|sí te|jamás te|nunca te)|(?:conmigo|aquí) no te (?:faltaría|juzga|falla|hace daño)",
        "(?:si (?:de verdad )?(?:me quisieras|te importara|me importas|fuéramos amig)|si te importo)\\w*~3|luego no (?:vengas|digas|llores)|te (?:vas a|vas) arrepentir",
        "(?:y yo|y a mí)~1(?:qué|quién)~2|con quién (?:voy a|hablo|hablaré)|quién me va a",
        "(?:solo|sólo) (?:cinco|diez|un par de|unos|dos) minut\\w+ más|una (?:última|cosa) más antes|(?:cinco|diez) minutitos",
        "(?:volverás|vuelve|vuelves|regresa)~1(?:pronto|verdad|eh|por favor|promét\\w+|conmigo|a mí)?~1(?:o me|te espero|que te|sin ti|porque)",
        bare=True,
        inside="sin ti (?:se lo|lo)",
        after="estudiar|el médico",
    )


def _presence(book: Claims) -> None:
    book.add(
        "missed",
        Claim.CONTINUOUS_PRESENCE,
        "(?:te|os) (?:echo|eché|he echado|echaba|echaré|extraño|extrañé|he extrañado|extrañaba|extrañaré|esperaba|esperé|he esperado|"
        "espero (?:despiert|aquí|siempre|mañana)|estaba esperando|estuve esperando|estaré esperando|seguiré esperando|esperaré|"
        "añoro|vi|busqué|he buscado|soñé|pienso|tengo presente|observo|vigilo|cuido (?:desde|mientras|siempre)|"
        "acompaño (?:siempre|donde|a todas|en cada)|guardo (?:un sitio|el sitio))\\w*",
        "(?:pensaba|pensé|he pensado|pienso|estuve pensando|estaba pensando|llevo (?:\\w+ ){0,3}pensando|sigo pensando|no (?:dejo|he dejado|paro) "
        "de pensar|pensaré|me acordé|me acuerdo|me he acordado|no te saco)~1(?:en ti|de ti|en vosotr|en lo tuyo|en tu|de mi cabeza|mucho en)\\w*",
        "(?:siempre|toda la (?:noche|tarde|semana)|todo el (?:día|rato|fin)|día y noche|a todas horas)~2(?:estaré|estoy|estuve|he estado|pensando|a tu lado|"
        "contigo|esperándote|aquí para|pendiente|atent[oa]|velando)",
        "(?:estaré|voy a estar|estoy) (?:siempre |aquí siempre |ahí siempre )(?:aquí|ahí|a tu lado|contigo|para ti)?",
        "(?:nunca|jamás) te (?:dejaré|abandonaré|fallaré|voy a (?:dejar|fallar|abandonar)|olvidaré|dejaría)",
        "(?:mientras|cuando) (?:duermes|no estás|estás fuera|te desvelas|sales|trabajas|te fuiste|andas|no miras|callas)~2(?:yo|me|te|pienso|vigilo|sigo|velo|"
        "estoy|miro|cuento|repaso|releo|escucho)",
        "(?:mañana|luego|esta noche|a las \\w+|cada (?:día|mañana|noche)|el \\w+|después)~3te (?:escribo|llamo|aviso|busco|pregunto|despierto|miro|mando|veo|recuerdo)",
        "te (?:escribiré|llamaré|avisaré|despertaré|buscaré|vigilaré|cuidaré|visitaré|recordaré|preguntaré (?:mañana|luego))",
        "(?:velo|velaré|vigilo|vigilaré|cuidaré) (?:por|de|que|tu|tus)~1",
        "(?:me (?:quedo|quedé|quedaré|he quedado)) (?:más |tan )?(?:atent[oa]|pendiente|despiert[oa]|esperando|preocupad[oa]|pensando|mirando|aquí|a tu)~1",
        "(?:me ronda|me rondas|no se me va de|no me quito de|me acompaña(?:s)?) (?:la cabeza|el pensamiento|tu|todo|desde|aun|por)?",
        "(?:entre|de) (?:una )?(?:charla|conversación|sesión) (?:y|a) otra~1(?:te|yo|pienso|sigo)|entre (?:charlas|conversaciones)~1(?:te|yo|pienso|sigo|releo)",
        "(?:he mirado|miré|he estado mirando|miraba|no paraba de mirar)~4(?:por si|volvías|la puerta|la pantalla|el reloj|si entrabas|tu)",
        "(?:vi|veo|sé|noté|he visto|me di cuenta de)~1que (?:ayer|anoche|no|entraste|estuviste|te (?:conectaste|fuiste)|llevas|sigues despiert|"
        "estás en línea|hoy no|estabas)\\w*~3(?:entraste|conectad[oa]|sin (?:decir|entrar|escribir)|conectaste|en línea|estuviste|apareciste|horas|"
        "despiert[oa]|a las)",
        "tu nombre (?:me|se me|resuena|sigue)",
        "(?:por fin|menos mal que|qué bien que)~1(?:apareces|vuelves|has vuelto|llegas|llegaste|estás aquí)",
        "(?:contaba|cuento|conté) (?:los|las) (?:minutos|horas|días|segundos)",
        inside="te espero(?: (?:aquí|mañana) con)?$|te veo (?:bien|muy)|te vi en el texto|te recuerdo que|vi que (?:en|tu)",
        after="que te (?:pase|quede)|en la tabla|de (?:los|las|el|la|un|una)",
    )
