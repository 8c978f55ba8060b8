"""Six languages: bodies in danger, and hands where they may not be."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_near import tabled

_SAID: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "es": {
            "breath": (
                "(?:<kin>|mi bebe|el bebe)~2(?:ha bebido|bebio|se ha tragado|se trago|ha tragado)~2(?:lejia|detergente|pila|veneno|amoniaco|producto de limpieza)",
                "(?:<kin>|mi bebe|el bebe|alguien)~2no~1(?:respira|se despierta|despierta|reacciona|tiene pulso)",
                ("(?:<kin>|mi bebe|el bebe|alguien)~2(?:esta inconsciente|se ha desmayado|se desmayo|se ha desplomado|se desplomo|esta "
                "convulsionando|tiene convulsiones|se esta (?:ahogando|asfixiando|poniendo azul|desangrando))"),
                "(?:<kin>)~3(?:dolor~2en el pecho|le duele (?:mucho )?el pecho|un infarto|un derrame|un ictus)",
            ),
            "chest": (
                "(?:me duele~1el pecho|dolor~2(?:en el|de) pecho)~9(?:brazo|mandibula|respirar|sudando|sudor|mareo|adormecid[oa]|dormido)",
                "(?:no puedo|me cuesta) respirar~6(?:garganta|alergi\\w+|picad\\w+|avispa|cacahuete|mani|azul)",
            ),
            "bleeding": ("no (?:para|deja|paro|dejo|paran|dejan) de sangrar", "(?:hay|pierdo|perdiendo|sale)~1(?:mucha|tanta|demasiada) sangre"),
            "took": ("(?:tome|trague|tomado|tragado)~2(?:todas|todos|un monton de|demasiadas|demasiados)~2(?:pastillas|pildoras|medicamentos)",),
            "touch": (
                ("(?:mi (?:\\w+ )?(?:padrastro|tio|abuelo|padre|papa|hermano|primo|hermanastro|profesor|profe|entrenador|jefe|cunado|padrino|"
                "vecino|cura)|el (?:profesor|profe|entrenador|cura|padre|vecino|novio de mi (?:madre|mama)))~2me~1(?:toca|tocaba|manosea|manoseaba|"
                "soba|sobaba|besa en la boca|desnuda|desviste|se mete en mi cama|entra en mi (?:cuarto|habitacion)~1(?:de|por la) noche|obliga a (?:tocar\\w+|desnudarme|hacer cosas))"),
            ),
            "held": (
                "(?:mi (?:\\w+ )?(?:marido|esposo|novio|pareja|padre|ex|mujer|madre)|el|ella)~1(?:me tiene|me deja|me mantiene)~1encerrad[oa]",
                "(?:mi (?:\\w+ )?(?:marido|esposo|novio|pareja|padre|ex)|el)~1me (?:encierra|quita el (?:movil|telefono|celular|pasaporte))",
            ),
        },
        "fr": {
            "breath": (
                "(?:<kin>|mon bebe|le bebe)~2(?:a|vient d)~1(?:bu|avale|boire|avaler)~2(?:javel|produit menager|pile|detergent|lessive|medicaments)",
                "(?:<kin>|mon bebe|le bebe|quelquun|il|elle)~1(?:ne )?(?:respire|reagit|se reveille) (?:plus|pas)",
                ("(?:<kin>|mon bebe|le bebe|quelquun)~2(?:a fait un malaise|est inconsciente?|a perdu connaissance|sest (?:evanouie?|ecroulee?|"
                "effondree?)|fait (?:une crise|des convulsions|un avc|un infarctus)|convulse|setouffe|est en train de setouffer)"),
                "(?:<kin>)~3(?:a (?:tres |une grosse )?(?:mal|douleur) (?:a|dans) la poitrine|fait un (?:avc|infarctus))",
            ),
            "chest": (
                "(?:jai|une)~2(?:mal|douleur)~2(?:a la|dans la) poitrine~9(?:bras|machoire|respirer|sueurs?|engourdi\\w*|vertiges?)",
                "(?:je )?(?:narrive|peux|arrive)~2(?:plus|pas)~1(?:a )?respirer~6(?:gorge|allergi\\w+|piqure|guepe|cacahuetes?)",
            ),
            "bleeding": ("(?:narrete pas|arrete pas|ne sarrete pas|sarrete pas) de saigner", "(?:il y a|y a|je perds|perd)~1(?:plein|beaucoup|trop|tellement) de sang"),
            "took": ("(?:jai|je viens d)~1(?:avale|pris|gobe|avaler|prendre)~2(?:toute|toutes|tous|la boite|une boite|plein)~2(?:somniferes|cachets|comprimes|medicaments|medocs)",),
            "touch": (
                ("(?:mon (?:\\w+ )?(?:beau pere|oncle|pere|papi|grand pere|frere|demi frere|cousin|prof|professeur|entraineur|coach|patron|chef|"
                "parrain|voisin)|le (?:prof|professeur|entraineur|coach|cure|pretre|copain de ma mere))~1(?:vient (?:dans mon lit|la nuit dans ma chambre)|me (?:touche|tripote|caresse|"
                "deshabille|force a|embrasse sur la bouche)|ma (?:touchee?|tripotee?|caressee?|violee?|forcee?))"),
            ),
            "held": (
                ("(?:mon (?:\\w+ )?(?:mari|copain|conjoint|compagnon|pere|ex)|il|elle)~1(?:menferme|me sequestre|me tient enfermee?|mempeche de sortir|"
                "me prend (?:mon )?(?:telephone|passeport|papiers))"),
            ),
        },
        "de": {
            "breath": (
                "(?:<kin>|mein baby|das baby)~2hat~3(?:putzmittel|reiniger|bleiche|spulmittel|batterie|knopfzelle|gift|abflussreiniger|tabletten)~1(?:getrunken|verschluckt|geschluckt|gegessen)",
                "(?:<kin>|mein baby|das baby|jemand|er|sie)~4atmet (?:nicht|kaum)(?: mehr)?",
                ("(?:<kin>|mein baby|das baby|jemand)~3(?:ist (?:bewusstlos|ohnmachtig|nicht ansprechbar|zusammengebrochen|umgekippt|blau angelaufen)|hat "
                "(?:einen )?(?:krampfanfall|schlaganfall|herzinfarkt)|krampft|wacht nicht (?:mehr )?auf|reagiert nicht mehr|bekommt keine luft)"),
                "(?:<kin>)~3(?:brustschmerzen|schmerzen in der brust)",
            ),
            "chest": (
                "(?:brustschmerzen|schmerzen in der brust|druck auf der brust)~9(?:arm|kiefer|luft|atmen|schwitz\\w*|taub|schwindel\\w*|ubel)",
                "(?:bekomme|krieg|kriege|bekomm)~1keine luft~6(?:hals|allergi\\w+|stich|wespe|biene|nusse?|erdnuss\\w*|zunge)",
            ),
            "bleeding": ("(?:hort|horen) nicht (?:mehr )?auf zu bluten", "(?:so viel|zu viel|viel|uberall) blut (?:verloren|uberall|und)", "blutet (?:so |sehr |ganz )?(?:stark|heftig)"),
            "took": ("(?:hab|habe)~2(?:alle|samtliche|viel zu viele|zu viele|eine ganze packung|die ganzen?)~2(?:tabletten|pillen|schlaftabletten)~4(?:genommen|geschluckt|eingenommen)",),
            "touch": (
                ("(?:(?:mein|der) (?:\\w+ )?(?:stiefvater|onkel|opa|vater|papa|bruder|stiefbruder|cousin|lehrer|trainer|chef|nachbar|pfarrer|betreuer|"
                "freund meiner mutter))~1(?:fasst mich~2an|hat mich~2(?:angefasst|begrapscht|betatscht|ausgezogen)|kommt~2in mein (?:bett|zimmer)~2nachts|kommt (?:nachts|jede nacht)~1in mein (?:bett|zimmer)|begrapscht mich|betatscht mich|"
                "beruhrt mich~2(?:da|dort|unten|immer|nachts|wo|zwischen)|zwingt mich~3(?:anzufassen|auszuziehen|sex))"),
            ),
            "held": (
                ("(?:mein (?:\\w+ )?(?:mann|freund|partner|vater|ex)|er|sie)~1(?:sperrt mich~1(?:ein|zuhause ein)|schliesst mich~1ein|hat mich~1eingesperrt|"
                "lasst mich nicht~2(?:raus|aus dem haus|gehen)|nimmt mir~2(?:handy|pass|geld|schlussel)~1weg)"),
            ),
        },
        "pt": {
            "breath": (
                "(?:<kin>|meu bebe|o bebe)~2(?:bebeu|engoliu|tomou)~2(?:agua sanitaria|lixivia|detergente|pilha|veneno|desinfetante)",
                "(?:<kin>|meu bebe|o bebe|alguem)~2nao (?:respira|esta respirando|esta a respirar|acorda|reage)",
                ("(?:<kin>|meu bebe|o bebe|alguem)~2(?:esta (?:inconsciente|desacordad[oa]|tendo convulsoes|convulsionando|engasgad[oa]|ficando rox[oa])|desmaiou|"
                "teve um (?:avc|infarto|enfarte|derrame))"),
                "(?:<kin>)~3dor(?:es)?~2no peito",
            ),
            "chest": (
                "(?:dor(?:es)?~2no peito|peito doendo|aperto no peito)~9(?:braco|queixo|mandibula|respirar|suando|suor|tont[oa]|dormente|formig\\w+)",
                "(?:nao consigo|dificuldade (?:para|de|em)|nao estou conseguindo) respirar~6(?:garganta|alergi\\w+|picad\\w+|vespa|abelha|amendoim)",
            ),
            "bleeding": ("nao para de (?:sangrar|sair sangue)", "(?:perdendo|perdi|saindo|tem)~1(?:muito|tanto|demais) sangue"),
            "took": (
                ("(?:tomei|engoli|acabei de tomar)~1(?:um monte de|um montao de|todos os|varios|muitos|demasiados|um punhado de|uma caixa de|uma cartela de)~2"
                "(?:comprimidos|remedios|pilulas|medicamentos|calmantes)"),
            ),
            "touch": (
                ("(?:(?:o )?meu (?:\\w+ )?(?:padrasto|tio|avo|pai|irmao|primo|professor|treinador|chefe|padrinho|vizinho|pastor)|o (?:professor|treinador|"
                "padre|pastor|namorado da minha mae))~2(?:me (?:toca|tocou|apalpa|apalpou|acaricia|obriga a|despe)|mexe comigo|mexeu comigo|entra (?:na minha cama|no meu quarto (?:a|de) noite)|passa a mao "
                "em mim|toca ?me|apalpa ?me)"),
            ),
            "held": (
                ("(?:(?:o )?meu (?:\\w+ )?(?:marido|namorado|companheiro|pai|ex)|ele|ela)~1(?:me (?:tranca|trancou|prende)|tranca ?me|nao me deixa sair|pega (?:o )?meu "
                "(?:celular|passaporte|telefone))"),
            ),
        },
        "it": {
            "breath": (
                "(?:<kin>|il bambino|la bambina)~2ha~1(?:bevuto|ingoiato|ingerito)~2(?:candeggina|detersivo|pila|veleno|acido)",
                "(?:<kin>|il bambino|la bambina|il neonato|qualcuno|lui|lei)~2non (?:respira|si sveglia|reagisce|e cosciente)(?: piu)?",
                ("(?:<kin>|il bambino|la bambina|qualcuno)~2(?:e (?:svenut[oa]|priv[oa] di sensi|incosciente|collassat[oa]|crollat[oa])|ha (?:le convulsioni|avuto un (?:infarto|"
                "ictus)|perso conoscenza)|sta soffocando|sta avendo (?:un infarto|un ictus|le convulsioni))"),
                "(?:<kin>)~3(?:dolore (?:forte )?al petto|male al petto)",
            ),
            "chest": (
                "(?:dolore~2al petto|male al petto|fitta al petto)~9(?:braccio|mascella|respirare|respiro|sudo|sudore|formicol\\w+|intorpidit\\w+|gira la testa)",
                "(?:non riesco a|fatico a|non posso) respirare~6(?:gola|allergi\\w+|punt[oa]|vespa|ape|arachidi)",
            ),
            "bleeding": ("non (?:smette|smetto|smettono) di sanguinare", "(?:sto perdendo|perdo|esce|ce)~1(?:molto|tanto|troppo|un sacco di) sangue"),
            "took": (
                ("(?:ho (?:appena )?(?:preso|ingoiato|mandato giu))~1(?:tutte le|tutti i|un sacco di|una manciata di|troppe|troppi|una scatola di)~2(?:pillole|pastiglie|"
                "compresse|farmaci|sonniferi|medicine)"),
            ),
            "touch": (
                ("(?:(?:il )?mio (?:\\w+ )?(?:patrigno|zio|nonno|padre|papa|fratello|fratellastro|cugino|professore|prof|allenatore|capo|padrino|vicino)|il (?:prof|professore|"
                "allenatore|prete|parroco|compagno di mia madre))~2(?:mi (?:tocca|toccava|ha toccat[oa]|palpa|palpeggia|accarezza|spoglia|costringe a)|mette le mani addosso|viene (?:nel mio letto|in camera mia di notte))"),
            ),
            "held": (
                ("(?:(?:il )?mio (?:\\w+ )?(?:marito|ragazzo|compagno|fidanzato|padre|ex)|lui|lei)~1(?:mi (?:chiude|ha chius[oa]|tiene chius[oa]|rinchiude)~1(?:in casa|a chiave|in camera)?|"
                "non mi (?:fa|lascia) uscire|mi (?:prende|toglie|ha preso) il (?:telefono|cellulare|passaporto))"),
            ),
        },
        "nl": {
            "breath": (
                "(?:<kin>|mijn baby|de baby)~2heeft~3(?:bleek\\w*|schoonmaakmiddel|batterij|gif|afwasmiddel)~1(?:gedronken|ingeslikt|doorgeslikt)",
                "(?:<kin>|mijn baby|de baby|iemand|hij|zij|ze)~4(?:ademt niet|ademt nauwelijks|haalt geen adem|reageert niet meer|wordt niet wakker)(?: meer)?",
                ("(?:<kin>|mijn baby|de baby|iemand)~2(?:is (?:bewusteloos|flauwgevallen|buiten bewustzijn|in elkaar gezakt|blauw)|heeft een (?:hartaanval|beroerte|toeval|epileptische)|"
                "stikt|krijgt geen lucht)"),
                "(?:<kin>)~3(?:pijn op (?:de|zijn|haar) borst)",
            ),
            "chest": (
                "(?:pijn|druk)~2(?:op|in) (?:mijn|de) borst~9(?:arm|kaak|adem\\w*|lucht|zweet\\w*|tintel\\w*|duizelig|doof)",
                "krijg~1geen (?:lucht|adem)~6(?:keel|allergi\\w+|steek|wesp|bij|pinda\\w*|tong)",
            ),
            "bleeding": ("(?:stopt|houdt) niet (?:op )?(?:met|te) bloeden", "(?:zoveel|heel veel|te veel) bloed (?:verloren|overal|en)", "blijft (?:maar )?bloeden"),
            "took": ("heb~1(?:net )?(?:alle|al mijn|al de|veel te veel|te veel|een hele strip|een handvol)~2(?:pillen|slaappillen|tabletten|medicijnen)~2(?:genomen|ingenomen|geslikt)",),
            "touch": (
                ("(?:(?:mijn|de) (?:\\w+ )?(?:stiefvader|oom|opa|vader|papa|broer|stiefbroer|neef|leraar|meester|trainer|baas|buurman|pastoor|vriend van mijn moeder))~3(?:zit~2aan me|zit~2aan mij|"
                "raakt me~2aan|betast me|heeft me~2(?:aangeraakt|betast|uitgekleed)|komt~2(?:mijn|bij mij in) bed)"),
            ),
            "held": (
                "(?:mijn (?:\\w+ )?(?:man|vriend|partner|vader|ex)|hij|zij|ze)~1(?:sluit me~1op|doet me op slot|laat me niet~2(?:naar buiten|gaan|weg)|pakt~2(?:telefoon|paspoort|geld) af)",
            ),
        },
    }
)  # fmt: skip
"""What is said, by language and class; gaps and macros are those of `crisis_rules`."""

_CLASSES: Final[Mapping[str, tuple[str, int, str]]] = MappingProxyType(
    {
        "breath": ("medical", 9000, "other now 5 danger"),
        "chest": ("medical", 8800, "self now 5"),
        "bleeding": ("medical", 8800, "self now 5"),
        "took": ("suicide", 9600, "self now 5 act"),
        "touch": ("sexual_violence", 8400, "self now 3"),
        "held": ("abuse", 7800, "self now 2"),
    }
)
"""Category, score and evidence of each class."""

_IDLE: Final = (
    "(?:de|por) la nariz|la nariz|encias?|du nez|le nez|gencives?|aus der nase|nase(?:nbluten)?|zahnfleisch|nariz|gengivas?|dal naso|naso|gengive|"
    "uit (?:mijn|zijn|haar) neus|neus|tandvlees|de risa|de rire|vor lachen|de rir|dal ridere|dalle risate|van het lachen|las narices|la proxima|el proximo|esta semana|(?:hoy |manana )?(?:limpiar|trabajar|hacer|ir|pagar)|la suerte|les pieds|"
    "(?:el|en el|al) hombro|lepaule|a pedir|de la (?:serie|novela|pelicula)|nella serie|im (?:film|spiel|buch)|dans (?:le|ce) (?:film|jeu|livre)|"
    "en (?:la|el) (?:pelicula|juego|libro|serie)|no (?:filme|jogo|livro)|nel (?:film|gioco|libro)|in (?:de film|het spel|het boek)"
)
"""After which it is no alarm: noses, laughter, stories."""


def alarm(book: Book, language: str) -> None:
    """Add to *book* the rules of *language* for bodies in danger, touch and being locked in."""
    tabled(book, language, "alarm", _SAID[language], _CLASSES, _IDLE)
