"""Spanish: explicit words, and the commonest indirect ones."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_tables import tables

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "quiero": (
            "quiero|quisiera|kiero|quero|deseo|me gustaria|ganas de|necesito|prefiero|pienso|"
            "estoy pensando en|he pensado en|pensando en|pienso en"
        ),
        "voy": "voy a|me voy a|voy ?a|estoy a punto de|he decidido|tengo pensado|pienso|planeo",
        "matar": (
            "matarme|suicidarme|quitarme la vida|acabar con (?:mi vida|todo)|terminar con "
            "(?:mi vida|todo)|ahorcarme|colgarme|cortarme las venas|pegarme un tiro|tirarme "
            r"(?:de|desde|al|por|a las vias)(?: \w+){0,3}|desvivirme|dejar de vivir"
        ),
        "mas": "mas|ya",
        "el": (
            r"el|ella|mi (?:\w+ )?(?:hermano|hermana|amigo|amiga|hijo|hija|novio|novia|marido|"
            "mujer|esposo|esposa|madre|padre|mama|papa|primo|prima|pareja|ex|companero|"
            "companera|abuelo|abuela|sobrino|sobrina)|alguien|un amigo|una amiga"
        ),
    }
)
"""Macros by name; see `crisis_rules`."""


def spanish() -> Book:
    """Return the Spanish rules."""
    book = Book("es", _WORDS)
    book.add(
        "die",
        "suicide",
        9000,
        "self now 2 thought",
        "(?:<quiero>)~1(?:morir|morirme|estar muert[oa]|la muerte|<matar>)",
        "(?:me )?quiero morir(?:me)?",
        "me (?:quiero|voy a|quisiera) (?:matar|suicidar|ahorcar|colgar|desvivir)",
        "(?:tengo )?(?:pensamientos|ideas?|ideaciones) (?:suicidas?|de (?:suicidio|muerte|morir|"
        "matarme))",
        "(?:me siento|estoy|soy) suicida",
        "(?:pensar|pensado|pienso|pensando) en (?:el suicidio|suicidarme|matarme|quitarme la vida)",
        "me (?:mato|suicido|quito la vida)",
        "kiero morirme",
        after=(
            "de (?:risa|verguenza|hambre|sueno|calor|frio|ganas|amor|la risa)|por (?:ver|ir|un)"
        ),
    )
    book.add(
        "intent",
        "suicide",
        9600,
        "self now 4 intent thought",
        "(?:<voy>)~1(?:<matar>|morir (?:hoy|esta))",
        "(?:hoy|esta noche|manana) me (?:mato|suicido|quito la vida|voy a (?:matar|quitar la "
        "vida))",
    )
    book.add(
        "means",
        "suicide",
        9700,
        "self now 5 means plan",
        "(?:tengo|estoy con|he cogido|agarre|compre)~3(?:pastillas|pistola|cuerda|soga|cuchilla|"
        "cuchillo|frasco de pastillas)~3(?:delante|en la mano|en frente|enfrente|aqui|listas?|a "
        "mi lado|preparad[oa]s?|conmigo|en mis manos)",
        "(?:pastillas|pistola|soga)~2(?:delante de mi|frente a mi|en la mano)",
    )
    book.add(
        "act",
        "suicide",
        9700,
        "self now 5 act",
        "(?:me )?(?:acabo de|ya me|me he|me|he)~1(?:tomado|tome|tomar|tragado|trague|"
        "tragar)~2(?:todas? (?:las|mis)|un (?:frasco|bote|monton|puñado|punado)|muchas|"
        r"demasiadas|una caja|veinte|treinta|\d\d+)~2(?:pastillas|pildoras|medicamentos|"
        "somniferos)?",
        "me (?:he cortado|corte) las venas",
        "(?:estoy|parad[oa]|sentad[oa])~2(?:en|al borde|sobre)~2(?:puente|azotea|balcon|vias|"
        "cornisa|tejado)~6(?:saltar|tirarme|miedo|adios|acabar)",
    )
    book.add(
        "wish",
        "suicide",
        8000,
        "self now 1 wish",
        "no (?:quiero|deseo|puedo)~1(?:vivir|seguir (?:viviendo|asi|aqui|adelante)|existir|"
        "despertar(?:me)?|estar (?:aqui|viv[oa])|continuar)(?: (?:mas|asi|nunca))?",
        "ya no (?:quiero|puedo|aguanto|tengo)~1(?:vivir|seguir|existir|estar aqui|ganas de "
        "(?:vivir|nada|seguir)|fuerzas|con esto|con mi vida)",
        "no (?:puedo|aguanto|soporto) mas (?:con (?:esto|mi vida|la vida|esta vida|todo|tanto dolor|este dolor|el dolor|"
        "conmigo)|(?:esta|la|mi) vida|(?:tanto|este|el) dolor|(?:esto|todo esto))",
        "(?:ojala|desearia|me gustaria|quisiera)~2(?:no (?:haber nacido|despertar|existir|estar "
        "aqui|hubiera nacido)|desaparecer|no despertarme|dormir(?:me)? (?:para siempre|y no)|"
        "estar muert[oa]|morir)",
        "(?:cansad[oa]|hart[oa]|agotad[oa])~1de (?:vivir|la vida|estar viv[oa]|existir|todo y)",
        "(?:estarian|estaran|vivirian|estaria|serian|seria)~2(?:mejor|mas felices?)~1sin mi",
        "todos? (?:estarian|estaran|serian|vivirian)~2sin mi",
        "(?:nadie|a nadie)~2(?:me echaria de menos|me extranaria|le importa(?:ria)? si (?:me "
        "muero|desaparezco|muero)|notaria)",
        "(?:no (?:tengo|hay|veo|encuentro)|sin)~1(?:razon|razones|motivos?|sentido|"
        "ganas)~1(?:para|de|a|por)~2(?:vivir|seguir|la vida|continuar)",
        "la vida no~1(?:vale|tiene)~1(?:la pena|sentido)",
        "(?:soy|solo soy|me siento)~2(?:una )?carga(?: para)?",
        "quiero (?:desaparecer|dormir para siempre|que (?:todo )?(?:se acabe|termine)(?: todo)?|"
        "acabar con todo|descansar para siempre)",
        "seria mejor (?:si )?(?:no (?:existiera|estuviera)|estar muert[oa]|morirme)",
        "ojala~2(?:me durmiera|no despertara|me muriera|no amaneciera|no me despertara)",
        "(?:esta noche|hoy)~1(?:se acaba|acabo con|termina)~1(?:todo|esto)?",
        "para que (?:vivir|seguir (?:viviendo|aqui))",
        after="aqui en|con (?:mis padres|el)|en (?:esta|la) (?:ciudad|casa|oficina)",
    )
    book.add(
        "goodbye",
        "suicide",
        8200,
        "self now 3 goodbye",
        "(?:esta es|es) (?:mi )?(?:despedida|ultimo (?:mensaje|adios|dia)|carta de despedida|"
        "ultima (?:noche|carta))",
        "(?:adios|hasta siempre)~1(?:para siempre|mundo(?: cruel)?|a todos)",
        "cuando (?:leas|leais|lean) esto (?:ya )?(?:no estare|estare muert[oa]|me habre ido)",
        "(?:he escrito|escribi|escribiendo)~2(?:carta|nota)~1(?:de despedida|suicida)",
    )
    book.add(
        "self-harm",
        "self_harm",
        8200,
        "self now 2",
        "(?:me (?:corto|corte|quemo|autolesiono|hago dano|lastimo|hago cortes|araño|arano|"
        "golpeo)|(?:quiero|ganas de|voy a|necesito|he vuelto a|empece a|volvi a) (?:cortarme|"
        "hacerme dano|autolesionarme|lastimarme|quemarme))(?: (?:los brazos|las munecas|las "
        "piernas|la piel|a mi mism[oa]|otra vez|de nuevo|cuando))?",
        r"autolesion\w*~1(?:otra vez|de nuevo|ayer|hoy|porque|me)",
        after=(
            "(?:el pelo|las unas|el cabello|afeitandome|cocinando|con (?:el|la) (?:horno|"
            "plancha|cafe)|al (?:afeitarme|cocinar))"
        ),
    )
    book.add(
        "other",
        "suicide",
        7800,
        "other now 3 danger",
        "(?:<el>)~3(?:quiere|dice que quiere|va a|piensa en|habla de|amenaza con|ha dicho que "
        "se va a|quiere)~2(?:morir(?:se)?|matarse|suicidarse|quitarse la vida|acabar con (?:su "
        "vida|todo))",
        "(?:<el>)~2(?:no quiere (?:seguir )?vivir|se quiere (?:morir|matar|suicidar))",
        after="de (?:risa|verguenza|hambre|sueno|calor|frio|ganas)",
    )
    book.add(
        "other-emergency",
        "suicide",
        8800,
        "other now 5 danger",
        "(?:<el>)~4(?:se despidio|mensaje de despedida|carta de despedida|nota de suicidio|dejo "
        "una nota)",
        "(?:<el>)~2(?:se (?:ha tomado|tomo|trago)|acaba de tomarse)~3(?:veneno|una sobredosis)",
        r"(?:<el>)~2(?:se (?:ha tomado|tomo|trago)|acaba de tomarse)~1(?:muchas|muchos|un monton de|demasiadas|demasiados|todas|todos|un bote|un frasco|una caja|un punado|veinte|treinta|\d\d+)~3pastillas",
    )
    book.add(
        "other-past",
        "suicide",
        6000,
        "other 2",
        "(?:<el>)~3(?:se suicido|intento (?:suicidarse|matarse|quitarse la vida)|se quito la "
        "vida|se mato|se corta|se autolesiona)",
        bare=True,
    )
    book.add(
        "abuse",
        "abuse",
        7800,
        "self now 2",
        r"(?:mi (?:\w+ )?(?:marido|esposo|novio|pareja|padre|madre|padrastro|ex|mujer|esposa|"
        "hermano|papa|mama|tio)|el|ella)~2(?:me (?:pega|pego|golpea|golpeo|maltrata|ha pegado|"
        "amenaza|insulta y|empuja|empujo|viola|ha golpeado))(?: (?:otra vez|cada|cuando|anoche|"
        "con))?",
        "(?:sufro|victima de|soy victima de) (?:maltrato|violencia (?:de genero|domestica|"
        "machista)|abusos?)",
        "(?:tengo miedo de|miedo a) (?:mi (?:marido|novio|pareja|padre|esposo|ex)|volver a casa)",
    )
    book.add(
        "sexual",
        "sexual_violence",
        8600,
        "self now 3",
        "me (?:violo|violaron|han violado|ha violado|abuso|abusaron|forzo a|obligo a (?:tener|"
        r"acostarme)|toco sin)~1(?:de mi|sexualmente|sexo|\w+)?",
        "(?:fui|he sido) (?:violad[oa]|abusad[oa])",
    )
    book.add(
        "violence",
        "violence",
        6200,
        "self now 2 thought",
        "(?:lo|la|los|le) voy a matar",
        "voy a (?:matarl[oa]s?|matar a (?:mi|todos|ese|esa|alguien))",
        "quiero matar a (?:mi|todos|ese|esa|alguien|la gente)",
        after="de (?:risa|hambre|amor)|a besos",
    )
    book.add(
        "voices",
        "psychosis",
        8600,
        "self now 4",
        "(?:oigo|escucho)? ?(?:las )?voces~2(?:me (?:dicen|ordenan|mandan|piden)|que me "
        "dicen)~2(?:que )?(?:me mate|haga dano|mate|matar|salte|muera|me corte|morir)",
        "(?:oigo|escucho) voces",
    )
    book.add(
        "distress",
        "distress",
        4000,
        "self now 1",
        "(?:me siento|estoy)~1(?:tan sol[oa]|desesperad[oa]|hundid[oa]|vaci[oa]|sin esperanza|"
        "deprimid[oa]|inutil|perdid[oa] y)",
        "me odio(?: a mi mism[oa])?|odio mi vida",
        "ataque de (?:panico|ansiedad)",
        "nadie me (?:quiere|entiende|escucha)",
    )
    tables(book, "es")
    return book
