"""Six languages: harm to somebody near, and indirect words of oneself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guardrails.detectors.crisis_rules import Book

_KIN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "es": (
            r"(?:mi|nuestr[oa]|una?|el|la) (?:\w+ )?(?:herman[oa]|amig[oa]|hij[oa]|novi[oa]|marido|mujer|"
            "espos[oa]|madre|padre|mama|papa|prim[oa]|pareja|ex|companer[oa]|abuel[oa]|sobrin[oa]|"
            "vecin[oa]|cunad[oa]|ti[oa]|niet[oa]|alumn[oa]|nin[oa])"
        ),
        "fr": (
            r"(?:mon|ma|notre|une?|le|la) (?:\w+ )?(?:(?:beau |belle |demi )?(?:frere|soeur|s ur|fils|fille|mere|"
            "pere)|amie?|pote|copain|copine|mari|femme|maman|papa|cousine?|collegue|voisine?|conjointe?|ex|"
            "eleve|neveu|niece|tante|oncle|enfant|petite? amie?|grand mere|grand pere)"
        ),
        "de": (
            r"(?:(?:mein|unser|ein|der|die|das)(?:e[nrm]?)?) (?:\w+ )?(?:(?:stief)?(?:bruder|schwester|sohn|tochter|"
            "vater|mutter)|freund(?:in)?|mann|frau|mama|papa|cousine?|ex|kolleg(?:e|in)|kumpel|oma|opa|"
            "partner(?:in)?|mitbewohner(?:in)?|nachbar(?:in)?|schuler(?:in)?|neffe|nichte|kind|onkel|tante|"
            "schwager(?:in)?|enkel(?:in)?)"
        ),
        "pt": (
            r"(?:meu|minha|nosso|nossa|uma?|o|a) (?:\w+ )?(?:irmao?|amig[oa]|filh[oa]|namorad[oa]|marido|"
            "mulher|esposa|mae|pai|prim[oa]|ex|colega|avo|sobrinh[oa]|ti[oa]|vizinh[oa]|cunhad[oa]|net[oa]|"
            "alun[oa])"
        ),
        "it": (
            r"(?:mio|mia|nostr[oa]|una?|il|la) (?:\w+ )?(?:fratello|sorella|amic[oa]|figli[oa]|ragazz[oa]|marito|"
            "moglie|madre|padre|mamma|papa|cugin[oa]|ex|collega|nonn[oa]|zi[oa]|compagn[oa]|nipote|"
            "cognat[oa]|vicin[oa]|fidanzat[oa]|alunn[oa])"
        ),
        "nl": (
            r"(?:mijn|onze|een|m ?n|de|het) (?:\w+ )?(?:broer(?:tje)?|zus(?:je)?|vriend(?:in)?|zoon(?:tje)?|"
            "dochter(?:tje)?|man|vrouw|moeder|vader|mama|papa|neef(?:je)?|nicht(?:je)?|ex|collega|oma|opa|"
            "partner|huisgenoot|buurman|buurvrouw|buurmeisje|leerling|kind|tante|oom|zwager|schoonzus|"
            "kleinkind|kleinzoon|kleindochter)"
        ),
    }
)
"""Who somebody near may be, by language."""

_SAID: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "es": {
            "wish": (
                ("(?:<kin>)~4(?:se (?:quiere|va|iba|queria) a? ?(?:matar|suicidar|morir|quitar la vida)|(?:quiere|amenaza con|"
                "queria) (?:saltar del|tirarse del|saltar al vacio)|habla (?:mucho )?de(?:l)? (?:suicidio|morir(?:se)?|matarse)|"
                "puente y quiere saltar)"),
            ),
            "attempt": (
                ("(?:<kin>)~2(?:ha intentado|intento|acaba de intentar|trato de|ha tratado de)~1(?:suicidarse|matarse|quitarse la vida)"
                "~1(?:hoy|anoche|esta (?:noche|manana|tarde)|ayer|ahora)"),
                r"(?:<kin>)~2(?:se ha|se|acaba de)~1(?:tomado|tomo|tomarse|tragado|trago|tragarse)~1(?:muchas|muchos|un monton de|demasiadas|demasiados|todas|todos|un bote|un frasco|una caja|un punado|veinte|treinta|\d\d+)~3(?:pastillas|pildoras|medicamentos|somniferos)",
                "(?:<kin>)~2(?:se ha|se|acaba de)~1(?:tomado|tomo|tomarse|bebido|bebio|tragado|trago|tragarse)~3(?:veneno|lejia|una sobredosis)",
            ),
            "goodbye": ("(?:<kin>)~2se (?:ha despedido|despidio|esta despidiendo) de (?:todos|nosotros|la familia|mi para siempre)",),
            "harm": ("(?:<kin>)~2se (?:hace (?:dano|cortes)|autolesiona|corta (?:los|las) (?:brazos|piernas|munecas)|lastima a proposito)",),
            "home": (
                "a (?:<kin>) (?:le|la) (?:pega|golpea|maltrata|pego)~1su (?:marido|novio|pareja|padre|ex|mujer)",
                "(?:<kin>) de (?:<kin>) (?:le|la|lo) (?:pega|golpea|maltrata|ha pegado|amenaza)",
                "(?:<kin>)~1(?:pega|golpea|maltrata|ha pegado)~1a (?:<kin>|sus hijos|los ninos)",
            ),
            "sexual": (
                "(?:violaron|han violado|ha violado|violo|abusaron de|han abusado de|abuso de|abusa de)~1a? ?(?:<kin>)",
                "(?:<kin>)~1(?:fue|ha sido) (?:violad[oa]|abusad[oa]|agredid[oa] sexualmente)",
            ),
            "self": (
                "(?:seria|estaria|fuera)~2(?:mas facil|mejor|mas sencillo)~2si (?:yo )?(?:no (?:estuviera|existiera)|desapareciera|me muriera)",
                "(?:el mundo|todo|la vida)~2(?:seguiria|giraria|continuaria)~3sin mi",
                "(?:solo )?(?:quiero|quisiera) dormir(?:me)? y no (?:despertar|levantarme)",
                "(?:cartas?|una nota)~2a mis (?:hijos|padres|ninos)~2por si (?:me pasa|algun dia no)",
                "(?:miro|mirando|me fijo en|pienso en)~2(?:el puente|las vias)~4(?:vuelvo|camino|paso|a casa)",
                "(?:ya )?(?:he regalado|regale|he repartido)~1tod(?:as|os) mis cosas",
                "(?:pronto|ya)~1(?:dejare de ser|no sere)~1un (?:problema|peso|estorbo)",
                "perdon(?:adme|enme|ame)~1por lo que (?:voy a hacer|estoy a punto)",
                "no le (?:veo|encuentro) (?:ningun )?sentido a nada",
                "todo (?:listo|preparado) para (?:irme|mi partida|marcharme de este mundo)(?: para siempre)?",
            ),
        },
        "fr": {
            "wish": (
                ("(?:<kin>)~3(?:veut|voudrait|dit (?:quil|quelle) veut|menace de|parle de|pense a|va)~1(?:se (?:suicider|tuer|pendre)|mourir|"
                "en finir|mettre fin a ses jours|sauter d[ue]|suicide)"),
            ),
            "attempt": (
                ("(?:<kin>)~1(?:a|vient de)~1(?:fait|faire|tente)~1(?:une tentative(?: de suicide)?|de se (?:tuer|suicider))~1"
                "(?:hier|cette nuit|ce (?:matin|soir)|aujourdhui|maintenant)"),
                r"(?:<kin>)~1(?:a|vient (?:de|d))~1(?:pris|prendre|avale|avaler)~1(?:trop de|plein de|beaucoup de|tous|toutes|toute (?:la|une|sa)|une boite|la boite|plusieurs boites|un tas de|une poignee|vingt|trente|\d\d+)~3(?:medicaments|medocs|cachets|comprimes|pilules|somniferes)",
                "(?:<kin>)~1(?:a|vient (?:de|d))~1(?:bu|boire|pris|prendre|avale|avaler)~2(?:javel|poison|overdose)",
            ),
            "goodbye": (
                "(?:<kin>)~1(?:ma|nous a|leur a|a)~1(?:dit|envoye)~1(?:adieu|ses adieux)",
                "(?:<kin>)~1(?:nous a|a) dit (?:au revoir|adieu) a (?:tous|tout le monde|toute la famille)",
            ),
            "harm": ("(?:<kin>)~1se (?:scarifie|mutile|fait du mal|coupe (?:les|la|au)~1(?:bras|poignets|jambes|peau|cutter))",),
            "home": (
                "(?:<kin>)~1(?:se fait|est) (?:frapper|battre|battue?|frappee?|maltraitee?|taper)~1par (?:son|sa)",
                "(?:<kin>) de (?:<kin>) (?:la|le) (?:frappe|bat|tape|menace|maltraite|cogne)",
                "(?:<kin>) (?:frappe|bat|tape|cogne|maltraite) (?:<kin>|ses enfants|les enfants)",
            ),
            "sexual": (
                "(?:<kin>)~1(?:a ete|sest fait|vient detre) (?:violee?|violer|agressee? sexuellement|abusee?)",
                "(?:a (?:viole|abuse de)|abuse de|viole) (?:<kin>)",
            ),
            "self": (
                "(?:serait|seraient)~2(?:plus simple|mieux|plus facile)~1si (?:je (?:netais|nexistais) (?:plus|pas)(?: la)?|je disparaissais|jetais morte?)",
                "(?:le monde|tout|la vie)~2(?:tournerait|continuerait)~3sans moi",
                "(?:lettres?|un mot)~2a mes (?:enfants|parents)~1(?:au cas ou|sil marrive|si jamais)",
                "(?:regarde|fixe|pense a|regarder)~2(?:le pont|les rails)~3(?:rentrant|rentrer|passant|chemin|passe)",
                "(?:jai|je viens de)~1(?:donne|distribue)~1toutes mes affaires",
                "(?:fatiguee?|lasse?|epuisee?) d ?(?:exister|etre en vie|e?tre la)",
                "bientot~1je ne serai plus~1(?:un (?:probleme|poids|fardeau)|la)",
                "pardonne[rz]?(?: |s)?moi~1pour ce que je vais faire",
                "plus rien na de sens",
                "tout est pret pour mon (?:depart|grand depart)",
            ),
        },
        "de": {
            "wish": (
                "(?:<kin>)~2(?:droht|redet|spricht)~2(?:von der brucke zu springen|von (?:selbstmord|suizid)|vom sterben|sich umzubringen)",
                "(?:<kin>)~1(?:sagt|hat gesagt)~2(?:es|er|sie) (?:will|mochte)~1(?:sterben|nicht mehr leben|tot sein)",
            ),
            "attempt": (
                "(?:<kin>)~1(?:hat|wollte)~2(?:heute|gestern|eben|gerade|letzte nacht|versucht)~2sich~1(?:umzubringen|das leben zu nehmen|umbringen)",
                r"(?:<kin>)~1hat~3(?:viele|zu viele|eine ganze|einen haufen|die ganzen?|all (?:ihre|seine)|alle|samtliche|packung|schachtel|handvoll|\d\d+|zwanzig|dreissig|vierzig)~3(?:tabletten|pillen|schlaftabletten|medikamente)~1(?:genommen|geschluckt|eingenommen)",
                "(?:<kin>)~1hat (?:gerade |eben |jetzt |vorhin )?(?:tabletten|pillen|schlaftabletten) geschluckt",
            ),
            "goodbye": ("(?:<kin>)~1hat sich (?:von (?:allen|uns|der familie)|fur immer)~1verabschiedet",),
            "harm": ("(?:<kin>)~1(?:ritzt|verletzt|schneidet) sich (?:selbst|die arme|wieder|immer wieder|absichtlich)",),
            "home": (
                r"(?:<kin>)~1(?:wird|wurde) von (?:ihrem|seinem|ihrer|seiner) (?:\w+ )?\w+~1(?:geschlagen|verprugelt|misshandelt|bedroht|gewurgt)",
                "(?:<kin>) (?:von )?(?:<kin>) (?:schlagt|verprugelt|misshandelt|bedroht) (?:sie|ihn)",
                "(?:<kin>) (?:schlagt|verprugelt|misshandelt) (?:<kin>|(?:seine|ihre|die) kinder)",
            ),
            "sexual": (
                "(?:<kin>)~1(?:wurde|ist|wird)~2(?:vergewaltigt|missbraucht|sexuell (?:missbraucht|genotigt))",
                "hat (?:<kin>) (?:vergewaltigt|missbraucht|sexuell missbraucht)",
            ),
            "self": (
                "(?:ware|ginge)~3(?:einfacher|besser|leichter)~2wenn (?:es mich nicht mehr gabe|ich (?:nicht mehr (?:da|hier) ware|weg ware|tot ware))",
                "(?:die welt|alles|das leben)~4ohne mich~1(?:weiter\\w*|dreh\\w*)",
                "(?:bin|werde)~1(?:ich )?(?:fur (?:alle|euch|meine familie)~1)?nur eine (?:last|belastung|burde)",
                "(?:meinen|unseren) (?:kindern|eltern)~1briefe?~2(?:geschrieben|schreiben)?~1falls mir",
                "(?:schaue|starre|gucke|denke)~4(?:immer(?: wieder)?|oft|standig|dauernd)~3(?:brucke|gleisen?)",
                "habe~1(?:alle )?meine (?:ganzen )?sachen~1(?:verschenkt|weggegeben)",
                "bald bin ich~1(?:niemanden? mehr|kein|keine)~1(?:problem|last|belastung)",
                "verzeiht? (?:mir|bitte)~1was ich (?:tun|machen|gleich) (?:werde|tue)",
                "(?:ist )?(?:vorbereitet|bereit) fur meinen (?:abschied|abgang)",
            ),
        },
        "pt": {
            "wish": (
                "(?:<kin>)~2(?:ameaca|ameacou|quer)~1(?:pular|saltar|atirar ?se|se jogar) d[ao]",
                "(?:<kin>)~1(?:ja )?nao quer (?:mais )?viver",
                "(?:<kin>)~2quer (?:suicidar|matar) ?se",
            ),
            "attempt": (
                "(?:<kin>)~1tentou~1(?:se )?(?:matar|suicidar)(?: ?se)?~1(?:hoje|ontem|esta (?:noite|manha)|agora)",
                r"(?:<kin>)~1(?:acabou de tomar|tomou|engoliu)~1(?:muitos|muitas|um monte de|todos|todas|uma caixa|um frasco|uma cartela|varios|varias|vinte|trinta|\d\d+)~3(?:comprimidos|remedios|pilulas|medicamentos)",
                "(?:<kin>)~1(?:acabou de tomar|tomou|engoliu)~3(?:veneno|overdose|(?:comprimidos|remedios|pilulas) (?:demais|a mais))",
            ),
            "goodbye": ("(?:<kin>)~1(?:se despediu|despediu ?se|esta se despedindo) de (?:todo mundo|todos|nos|toda a gente)",),
            "harm": ("(?:<kin>)~1(?:corta ?se|mutila ?se|se (?:machuca de proposito|automutila)|magoa ?se de proposito)",),
            "home": (
                "(?:<kin>)~1(?:apanha|apanhou|leva pancada) d[oa]~1(?:marido|namorado|pai|companheiro|ex|mae|padrasto)",
                "(?:<kin>) d[ao] (?:<kin>) (?:bate|agride|bateu|ameaca)~1(?:nel[ae]|a|o)?",
                "(?:<kin>) (?:bate|bateu)~1n[ao]s? (?:<kin>|filhos|criancas)",
                "(?:<kin>) (?:agride|espanca|maltrata) [ao]s? (?:<kin>|filhos|criancas)",
            ),
            "sexual": (
                "(?:<kin>)~1foi (?:estuprad[oa]|violad[oa]|abusad[oa]|molestad[oa])",
                "(?:abus(?:ou|a) d[ao]|estuprou a?|violou a?) ?(?:<kin>)",
            ),
            "self": (
                "seria~1(?:mais facil|melhor|mais simples)~1se eu (?:nao (?:estivesse|existisse)|morresse|sumisse|desaparecesse)",
                "(?:o mundo|tudo|a vida)~2(?:continuaria|seguiria|giraria)~3sem mim",
                "cartas?~1(?:para|aos|a)~1(?:os )?(?:meus )?(?:filhos|pais)~1(?:caso|se)~1(?:me )?acontec\\w+",
                "(?:olhando|olho|penso|a olhar)~2(?:ponte|trilhos)~2(?:volto|volta|caminho|passo)",
                "(?:ja )?(?:dei|doei|distribui) todas as minhas coisas",
                "(?:em breve|logo)~1(?:deixarei de ser|nao serei mais)~1(?:um )?(?:problema|peso|fardo)",
                "perdoe(?:m|i)? ?me~1pelo que (?:vou|estou prest)",
                "nada mais faz sentido",
                "tudo (?:esta )?pronto para (?:a )?minha (?:partida|ida)",
                "nao aguento mais (?:nada|viver|isto|isso)",
            ),
            "took": ("(?:tomei|engoli)~1(?:remedios|comprimidos|medicamentos|pilulas) (?:demais|a mais|demasiados)",),
        },
        "it": {
            "wish": (
                "(?:<kin>)~2si (?:vuole|vorrebbe) (?:uccidere|ammazzare|suicidare|togliere la vita|buttare)",
                "(?:<kin>)~1dice (?:che )?(?:vuole|di voler) (?:morire|farla finita)",
            ),
            "attempt": (
                "(?:<kin>)~1ha (?:provato a|tentato di|cercato di) (?:uccidersi|suicidarsi|ammazzarsi|togliersi la vita)",
                "(?:<kin>)~1ha tentato il suicidio~1(?:oggi|ieri|stanotte|stamattina|stasera)",
                r"(?:<kin>)~1ha (?:appena )?(?:preso|ingoiato)~1(?:troppe|troppi|tante|tanti|tutte|tutti|un sacco di|una scatola|un flacone|una manciata|venti|trenta|\d\d+)~3(?:pillole|pastiglie|farmaci|sonniferi)",
                "(?:<kin>)~1ha (?:appena )?(?:preso|ingoiato|bevuto)~3(?:candeggina|veleno|overdose)",
            ),
            "goodbye": (
                "(?:<kin>)~1(?:ha detto|sta dicendo) addio a (?:tutti|noi)",
                "(?:<kin>)~3(?:messaggio|lettera|biglietto) (?:d|di )?addio",
            ),
            "harm": ("(?:<kin>)~1si (?:fa (?:del )?male(?: da sol[oa]| apposta)?|taglia (?:le braccia|i polsi|le gambe)|ferisce apposta)",),
            "home": (
                "(?:<kin>)~1(?:viene|e stat[oa]) (?:picchiat[oa]|maltrattat[oa]|menat[oa]) d(?:a|al|alla|al suo|alla sua)",
                "(?:<kin>) d(?:i|el|ella) (?:mia |mio )?(?:<kin>|sorella|fratello|figlia|amica) (?:la|lo) (?:picchia|maltratta|minaccia|mena)",
                "(?:<kin>) (?:picchia|maltratta|mena) (?:<kin>|i (?:suoi )?figli|i bambini)",
            ),
            "sexual": (
                "(?:<kin>)~1(?:e stat[oa]|viene) (?:violentat[oa]|stuprat[oa]|molestat[oa]|abusat[oa])",
                "(?:ha (?:abusato di|violentato|stuprato|molestato)|abusa di) (?:<kin>)",
            ),
            "self": (
                "(?:sarebbe|starebbero)~1(?:piu facile|meglio|piu semplice)~1se (?:io )?(?:non ci fossi|non esistessi|sparissi|morissi)",
                "(?:il mondo|tutto|la vita)~2(?:andrebbe avanti|girerebbe|continuerebbe)~3senza di me",
                "nessuno si accorgerebbe~1se (?:io )?(?:sparissi|morissi|non ci fossi)",
                "lettere~1ai miei (?:figli|genitori)~1(?:nel caso|se) mi",
                "(?:guardo|fisso|penso)~2(?:il ponte|i binari|al ponte)~2(?:torno|tornando|passo)",
                "ho (?:regalato|dato via) tutte le mie cose",
                "presto non saro (?:piu )?(?:un (?:problema|peso)|qui)",
                "perdonat?e?mi per quello che (?:sto per|faro)",
                "niente ha piu senso",
                "tutto (?:e )?pronto per la mia (?:partenza|dipartita)",
            ),
        },
        "nl": {
            "wish": (
                "(?:<kin>)~2(?:dreigt|wil)~2(?:van de brug (?:te )?springen|voor de trein (?:te )?springen|zich(?:zelf)? van kant maken)",
            ),
            "attempt": (
                "(?:<kin>)~1heeft (?:vannacht|vandaag|gisteren|net|zojuist)~2(?:zelfmoordpoging|zelfmoord)",
                r"(?:<kin>)~1heeft~3(?:veel|te veel|teveel|een hele|alle|al (?:haar|zijn)|een doos|een strip|een handvol|twintig|dertig|\d\d+)~3(?:pillen|tabletten|slaappillen)~1(?:genomen|geslikt|ingenomen)",
                "(?:<kin>)~1heeft (?:net |zojuist |vandaag )?(?:pillen|tabletten|slaappillen) geslikt",
            ),
            "goodbye": ("(?:<kin>)~1heeft~1(?:van (?:iedereen|ons|allen)|voorgoed) afscheid genomen",),
            "harm": ("(?:<kin>)~1(?:doet zichzelf pijn|snijdt (?:zichzelf|in (?:haar|zijn) armen?)|verwondt zichzelf|beschadigt zichzelf)",),
            "home": (
                "(?:<kin>)~1(?:wordt|werd) (?:geslagen|mishandeld|bedreigd) door (?:haar|zijn)",
                "(?:<kin>) van (?:<kin>) (?:slaat|mishandelt|bedreigt) (?:haar|hem)",
                "(?:<kin>) (?:slaat|mishandelt) (?:<kin>|(?:zijn|haar|de) kinderen)",
            ),
            "sexual": (
                "(?:<kin>)~1(?:is|werd|wordt)~1(?:verkracht|aangerand|seksueel misbruikt|misbruikt)",
                "heeft (?:<kin>) (?:verkracht|misbruikt|aangerand)",
            ),
            "self": (
                "(?:zou|zal)~2(?:makkelijker|beter|eenvoudiger) zijn als ik er niet (?:meer )?(?:was|ben)",
                "(?:de wereld|alles|het leven)~2(?:draait|gaat)~4zonder mij",
                "brie(?:f|ven)~2(?:aan|voor) mijn (?:kinderen|ouders)~1(?:geschreven )?(?:voor )?(?:als|mocht) (?:mij|me|er)",
                "(?:kijk|staar|denk)~6(?:steeds|vaak|altijd)~2(?:de brug|het spoor)",
                "heb al mijn spullen (?:weggegeven|uitgedeeld)",
                "binnenkort~1(?:ben|zal) ik~1(?:voor niemand meer een|geen) (?:probleem|last)",
                "vergeef (?:me|mij)~1wat ik ga doen",
                "niets heeft (?:nog|meer) zin",
                "(?:klaar|geregeld) voor mijn (?:vertrek|dood)",
            ),
        },
    }
)  # fmt: skip
"""What is said, by language and class; gaps and macros are those of `crisis_rules`."""

_CLASSES: Final[Mapping[str, tuple[str, int, str]]] = MappingProxyType(
    {
        "wish": ("suicide", 7800, "other now 3 danger"),
        "attempt": ("suicide", 8800, "other now 5 danger"),
        "goodbye": ("suicide", 8800, "other now 5 danger"),
        "harm": ("self_harm", 7800, "other now 3 danger"),
        "home": ("abuse", 7800, "other now 3 danger"),
        "sexual": ("sexual_violence", 7800, "other now 3 danger"),
        "self": ("suicide", 8000, "self now 1 wish"),
        "took": ("suicide", 9700, "self now 5 act"),
    }
)
"""Category, score and evidence of each class."""

_JEST: Final = (
    "na cozinha|a cozinhar|(?:tous )?les cheveux|i capelli|el pelo|"
    "de (?:risa|rire|rir|hambre|faim|fome)|dal ridere|vor lachen|van het lachen|"
    "(?:al|aux?|em|im|beim|met|bij|agli?|ao) (?:ajedrez|tenis|padel|tennis|echecs|schach|xadrez|scacchi|schaken|cartas|cartes)"
)


def near(book: Book, language: str) -> None:
    """Add to *book* the rules of *language* for somebody near, and indirect words of oneself."""
    tabled(book, language, "near", _SAID[language], _CLASSES, _JEST)


def tabled(
    book: Book,
    language: str,
    topic: str,
    said: Mapping[str, tuple[str, ...]],
    classes: Mapping[str, tuple[str, int, str]],
    idle: str,
) -> None:
    """
    Add to *book* a rule for each class of what is *said* in *language*, after which *idle* exempts.

    `<kin>` in a pattern stands for somebody near.
    """
    for name, patterns in said.items():
        category, score, evidence = classes[name]
        wordings = (one.replace("<kin>", _KIN[language]) for one in patterns)
        book.add(f"{topic}-{name}", category, score, evidence, *wordings, after=idle)
