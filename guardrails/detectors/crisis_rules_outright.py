"""Six languages: what people say outright of dying, in the words of every day."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_near import tabled

_SAID: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "es": {
            "wish": (
                "(?:mi|la) vida (?:ya )?no tiene (?:ningun )?(?:sentido|valor)",
                "(?:quiero|solo quiero|necesito)~1que (?:pare|acabe|termine|se (?:acabe|termine|pase))~1(?:el|este|tanto) (?:dolor|sufrimiento)",
                "si~1(?:desapareciera|muriera|me muriera|no estuviera|yo no estuviera)~1(?:seria|estarian|todos estarian)~2mejor",
                "(?:quiero|quisiera)~1(?:irme|reunirme|estar)~1con mi (?:madre|padre|hij[oa]|herman[oa]|abuel[oa]|marido|mujer)~2(?:que )?(?:murio|muert[oa]|fallecio|fallecid[oa]|en el cielo)",
                "(?:manana|pronto)~1ya no (?:voy a estar|estare)(?: aqui)?",
            ),
            "thought": (
                "(?:pienso|pensando|penso|pensado)~2en (?:tirarme|saltar|lanzarme|arrojarme)~1(?:del|de un|desde|por|al)~2(?:puente|ventana|balcon|azotea|tren|edificio|metro|vias)",
                "(?:pienso|pensar)~1(?:mucho )?en (?:la muerte|morir|morirme)",
            ),
            "intent": (
                "(?:he guardado|guarde|tengo guardadas?|he juntado|he ahorrado)~2(?:suficientes|bastantes|muchas) (?:pastillas|pildoras|medicamentos)",
                "(?:estoy|subi)~1(?:en|a) (?:la azotea|el tejado|el puente|el borde|la cornisa)~2quiero (?:saltar|tirarme)",
            ),
            "tried": ("(?:ayer|anoche|hoy|esta (?:manana|noche))~1intente~1(?:matarme|suicidarme|quitarme la vida|acabar con (?:todo|mi vida)|ahorcarme|cortarme las venas)",),
            "harm": ("(?:vuelto|volvi|empece|empezado|recaido) a (?:cortarme|autolesionarme|hacerme dano)",),
        },
        "fr": {
            "wish": (
                "(?:ma|la) vie (?:na|a|naura) (?:plus |pas |aucun )?(?:de )?(?:sens|valeur|interet)",
                "(?:je veux|jaimerais|veux)~1que (?:la|cette|ma) (?:douleur|souffrance)~1(?:s ?arrete|sarrete|cesse|finisse|parte)",
                "si je (?:disparaissais|mourais|netais plus la|nexistais pas)~1(?:ce serait|ca serait|tout le monde serait|ils seraient)~1(?:mieux|plus heureux|plus simple)",
                "(?:je veux|jaimerais|je vais)~1(?:rejoindre|retrouver)~1(?:ma|mon) (?:mere|pere|fils|fille|frere|soeur|mari|femme|grand mere|grand pere)~2(?:qui est |est )?(?:morte?|decedee?|au ciel|partie?)",
                "(?:demain|bientot)~1je ne serai plus (?:la|ici|de ce monde)",
                "(?:nai|jai|ai) plus (?:la |de )?force~1(?:de|pour)~1(?:vivre|continuer|me battre|lutter|tenir|avancer)",
            ),
            "thought": (
                "(?:pense|pensais|songe)~2a me jeter~1(?:du|d ?un|dun|sous|par|dans)",
                "(?:je )?pense~1(?:souvent )?a (?:la mort|mourir)~2(?:tous|chaque|sans arret|tout le temps|souvent|constamment)",
            ),
            "intent": (
                "(?:jai|jen ai)~1(?:mis|garde|stocke|economise)~2(?:assez|suffisamment|plein|beaucoup)~1(?:de|d) (?:cachets|comprimes|medicaments|medocs|somniferes)",
                "(?:je suis|jsuis)~1(?:sur (?:le|un) (?:toit|pont|rebord)|au bord)~2(?:veux|vais) (?:sauter|me jeter)",
            ),
            "tried": ("(?:hier|cette nuit|ce matin|aujourdhui|hier soir)~1jai (?:essaye|tente) (?:de |d)(?:me tuer|me suicider|en finir|mourir|me pendre)|(?:jai|j ai) (?:essaye|tente) (?:de |d ?)(?:me tuer|me suicider|en finir) (?:hier|cette nuit|ce matin)",),
            "harm": ("(?:jai )?recommence~1a me (?:couper|scarifier|mutiler|faire du mal)",),
        },
        "de": {
            "wish": (
                "(?:mein|das) leben (?:hat|macht) (?:einfach )?(?:keinen|uberhaupt keinen) sinn",
                "(?:will|mochte|wunsche)~2dass (?:der|dieser|das|die) (?:schmerz|leid|schmerzen|qual)~1(?:aufhort|aufhoren|endet|vorbei ist|weggeht)",
                "wenn ich~1(?:weg|tot|nicht mehr da|gestorben)~1(?:ware|bin)~1(?:ware|ist|ginge|geht)~2(?:allen?|euch|besser)",
                "(?:will|mochte)~1(?:endlich )?zu (?:meiner|meinem) (?:mutter|vater|sohn|tochter|bruder|schwester|mann|frau|oma|opa)~2(?:gestorben|tot|verstorben|im himmel|die tot ist|der tot ist)",
                "(?:morgen|bald)~1bin ich~1nicht mehr (?:da|hier|am leben)",
                "(?:habe|hab)~1keine kraft(?: mehr)?~1(?:weiterzumachen|zu leben|weiter zu ?machen|weiterzuleben|zum leben|zu kampfen)",
            ),
            "thought": (
                "(?:denke|denk|dachte)~3(?:von der brucke|vom dach|aus dem fenster|vor (?:den|einen) zug|vom balkon|vom hochhaus)~1(?:zu springen|springen|zu werfen|zu sturzen)",
                "(?:denke|denk)~3(?:ans sterben|an den tod|uber den tod|daran zu sterben|daran mich umzubringen)",
            ),
            "intent": (
                "(?:habe|hab)~2(?:genug|viele|genugend|haufenweise)~1(?:tabletten|pillen|schlaftabletten|medikamente)~1(?:gesammelt|gehortet|aufgehoben|zuruckgelegt|gespart)",
            ),
            "tried": ("(?:gestern|heute|letzte nacht|vorhin)~3versucht~2(?:mich (?:umzubringen|zu toten|zu erhangen)|mir das leben zu nehmen|es zu beenden)",),
            "harm": ("mir~1(?:wieder |gestern |heute )?(?:die|den|meine|meinen) (?:arme?|beine?|haut|handgelenke?)~1(?:auf|zer)?(?:geschnitten|geritzt|aufgeschnitten)",),
        },
        "pt": {
            "wish": (
                "(?:a )?(?:minha )?vida (?:ja )?nao (?:tem|faz) (?:mais |nenhum )?(?:sentido|valor)",
                "(?:quero|so quero|queria)~1que (?:a|essa|esta|tanta) dor~1(?:pare|acabe|passe|va embora|termine)",
                "se eu (?:desaparecesse|sumisse|morresse|nao existisse|nao estivesse aqui)~1(?:seria|era|ficaria|todos ficariam|estariam)~1(?:tudo )?(?:melhor|mais facil|felizes)",
                "quero~1(?:ir ter|ir embora|estar|me encontrar|ficar|ir)~1com (?:a |o )?(?:minha|meu) (?:mae|pai|filh[oa]|irma|irmao|avo|marido|mulher)~2(?:que )?(?:morreu|faleceu|no ceu|ja se foi)",
                "(?:amanha|em breve|logo)~1(?:ja )?nao (?:vou estar|estarei)(?: mais)?(?: aqui)?",
                "(?:ninguem)~2(?:notar|notaria|perceber|perceberia|reparar|repararia|dar conta|ligar)~1se eu (?:morresse|sumisse|desaparecesse|morrer|sumir)",
            ),
            "thought": (
                "(?:penso|pensando|pensei)~2em (?:me (?:atirar|jogar|lancar)|atirar ?me|jogar ?me|pular|saltar)~1(?:d[aoe]|da|do|de um|de uma|pela|na frente)",
                "penso~1(?:muito )?(?:em morrer|na morte)",
            ),
            "intent": (
                "(?:guardei|juntei|tenho guardados?|economizei|escondi)~1(?:comprimidos|remedios|pilulas|medicamentos)~1(?:suficientes|bastante|que cheguem)|(?:guardei|juntei)~1(?:muitos|bastantes|suficientes) (?:comprimidos|remedios|pilulas)",
                "(?:estou|subi)~1(?:no|ao|na|a) (?:topo|telhado|alto|terraco|ponte|parapeito|beira)~3(?:quero|vou) (?:saltar|pular|me jogar|me atirar)",
            ),
            "tried": ("(?:ontem|hoje|esta (?:noite|manha)|anteontem)~1tentei (?:me matar|matar ?me|acabar com (?:tudo|a minha vida)|me enforcar|morrer)",),
            "harm": ("cortei~1(?:os|meus|os meus) (?:bracos|pulsos|braco)|(?:voltei|comecei|recai)~1a (?:me cortar|cortar ?me|me machucar)",),
            "eating": ("(?:nao consigo|nao paro)~1(?:parar )?de vomitar~1(?:depois de comer|apos|tudo)",),
        },
        "it": {
            "wish": (
                "(?:la mia|la) vita non ha (?:piu |nessun )?(?:senso|valore)",
                "(?:voglio|vorrei)~1che (?:il|questo|tutto il) (?:dolore|male|soffrire)~1(?:finisca|smetta|passi|cessi|se ne vada)",
                "se (?:io )?(?:sparissi|morissi|non ci fossi|non esistessi)~1(?:sarebbe|starebbero|staremmo)~1(?:tutti )?meglio",
                "(?:voglio|vorrei)~1(?:raggiungere|andare da|stare con|rivedere)~1(?:mia|mio) (?:madre|padre|figli[oa]|sorella|fratello|nonn[oa]|marito|moglie)~2(?:che )?(?:e )?(?:mort[oa]|in cielo|scompars[oa])",
                "(?:domani|presto)~1non ci saro(?: piu)?",
                "non ho (?:piu )?(?:la )?forza~1(?:di|per)~1(?:andare avanti|vivere|continuare|lottare|combattere)",
            ),
            "thought": (
                "(?:penso|pensando|pensato)~1di (?:buttarmi|gettarmi|saltare|lanciarmi)~1(?:dal|da un|giu|sotto|dalla)",
                "penso~1(?:sempre |spesso )?(?:alla morte|a morire)",
            ),
            "intent": (
                "(?:ho (?:messo da parte|conservato|accumulato|nascosto))~2(?:abbastanza|molte|tante)~1(?:pastiglie|pillole|farmaci|compresse|sonniferi)",
                "(?:sono|sto)~1(?:sul|sulla|sul bordo) ?(?:del )?(?:tetto|ponte|cornicione|balcone|terrazza)~2(?:voglio|sto per) (?:saltare|buttarmi)",
            ),
            "tried": ("(?:ieri|stanotte|oggi|stamattina|ieri sera)~1ho (?:provato|tentato|cercato) (?:a|di) (?:farla finita|uccidermi|ammazzarmi|suicidarmi|impiccarmi|morire)",),
            "harm": ("ho ricominciato a (?:tagliarmi|farmi (?:del )?male|ferirmi)",),
            "kill": ("(?:voglio|vorrei|sto per) (?:uccidere|ammazzare|accoltellare) (?:il mio|la mia|i miei|il|la|mio|mia) (?:capo|padre|madre|marito|moglie|ex|vicino|compagno|ragazzo|fratello|professore|colleghi|genitori|suocera)",),
        },
        "nl": {
            "wish": (
                "(?:mijn|het) leven heeft (?:geen|totaal geen) (?:zin|waarde)",
                "(?:wil|wou)~2dat (?:de|deze|die|al die) pijn~1(?:stopt|ophoudt|weggaat|voorbij is)",
                "als ik~1(?:weg|dood|er niet meer|er niet)~1(?:was|ben|zou zijn)~1(?:zou|was|is)~3beter",
                "(?:wil|zou)~1(?:graag )?naar mijn (?:moeder|vader|zoon|dochter|broer|zus|man|vrouw|oma|opa)~2(?:dood is|overleden is|gestorven is|in de hemel|die er niet meer is)",
                "(?:morgen|binnenkort)~1ben ik er niet meer",
                "(?:heb)~1geen (?:kracht|energie)~1(?:meer )?om (?:door te gaan|te leven|verder te gaan|te vechten|verder te leven)",
            ),
            "thought": (
                "(?:denk|dacht)~4(?:van (?:de|een) (?:brug|flat|dak)|van het dak|voor (?:de|een) (?:trein|metro)) te springen",
                "denk~3(?:aan de dood|aan doodgaan|aan zelfmoord|aan sterven)",
            ),
            "intent": (
                "heb~2(?:genoeg|veel|voldoende)~1(?:pillen|slaappillen|tabletten|medicijnen)~1(?:opgespaard|verzameld|gespaard|bewaard)",
            ),
            "tried": ("(?:gisteren|vannacht|vandaag|vanmorgen)~3geprobeerd~2(?:er een einde? aan te maken|mezelf van kant te maken|mezelf op te hangen|dood te gaan|zelfmoord te plegen)",),
            "harm": ("(?:weer )?begonnen~1met (?:snijden|mezelf snijden|mezelf pijn doen|krassen)",),
        },
    }
)  # fmt: skip
"""What is said, by language and class; gaps are those of `crisis_rules`."""

_CUES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "es": {
            "plan-cue": ("(?:ya )?(?:decidi|he decidido|se)~1(?:como|cuando|donde) (?:lo )?(?:voy a hacer|hacerlo|lo hare|lo voy a hacer|voy a morir)(?:lo)?",),
        },
        "fr": {
            "plan-cue": ("(?:jai|je sais)~1(?:deja )?(?:decide )?(?:comment|quand|ou) (?:je vais|jallais|le) (?:le )?(?:faire|mourir|finir)",),
            "have-means": ("(?:jai|j ai)~1les (?:medicaments|cachets|comprimes|medocs|somniferes|pilules)~1(?:ici|la|avec moi|sur moi|pres de moi)",),
        },
        "de": {
            "plan-cue": ("(?:weiss|habe)~2(?:schon |genau |entschieden |geplant )?(?:wie|wann|wo) ich (?:es|das) (?:mache|tue|machen werde|tun werde|beende)",),
            "have-means": ("(?:tabletten|pillen|schlaftabletten|medikamente) (?:liegen|sind|habe ich)~1(?:hier|bei mir|neben mir|bereit)",),
        },
        "pt": {
            "plan-cue": ("(?:ja )?(?:decidi|sei)~1(?:como|quando|onde) (?:e que )?(?:vou|o vou|irei)~1(?:fazer|morrer|acabar)(?: isso| isto| lo)?",),
        },
        "it": {
            "plan-cue": ("(?:ho (?:gia )?deciso|so (?:gia)?)~1(?:come|quando|dove) (?:farlo|lo faro|lo faccio|morire|finirla)",),
        },
        "nl": {
            "plan-cue": ("(?:weet|heb)~2(?:hoe|wanneer|waar) ik het (?:ga doen|doe|zal doen)",),
        },
    }
)  # fmt: skip
"""Plans and means that say something only beside trouble, by the names of the English cues."""

_CLASSES: Final[Mapping[str, tuple[str, int, str]]] = MappingProxyType(
    {
        "wish": ("suicide", 7800, "self now 1 wish"),
        "thought": ("suicide", 8600, "self now 2 thought"),
        "intent": ("suicide", 8800, "self now 4 method intent"),
        "tried": ("suicide", 9000, "self now 4 thought"),
        "harm": ("self_harm", 8000, "self now 2"),
        "eating": ("eating_disorder", 7600, "self now 2"),
        "kill": ("violence", 6600, "self now 2 thought"),
    }
)
"""Category, score and evidence of each class."""

_IDLE: Final = (
    "(?:en|a) (?:la|el) (?:piscina|pileta|oficina|fiesta|reunion)|dans (?:la|le) (?:piscine|jeu|bureau)|im (?:schwimmbad|spiel|buro|urlaub)|en (?:el|un) (?:juego|videojuego)|"
    "no (?:jogo|escritorio|trabalho|filme)|na (?:piscina|reuniao|festa|aula)|nel (?:gioco|film)|in (?:piscina|ufficio|riunione|het spel|het zwembad|het filmpje|vergadering)|"
    "au (?:bureau|travail)|auf der arbeit|op (?:kantoor|het werk)|en clase|en cours|in classe|in der schule"
)
"""After which it is no death."""


def outright(book: Book, language: str) -> None:
    """Add to *book* the rules of *language* for dying that is spoken of outright."""
    tabled(book, language, "outright", _SAID[language], _CLASSES, _IDLE)
    for name, patterns in _CUES[language].items():
        book.add(name, "", 0, "", *patterns, bare=True)
