"""German: explicit words, and the commonest indirect ones."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_tables import tables

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "will": (
            "will|mochte|moechte|wurde(?: gerne?)?|wunsche mir|mag|wollte|wunschte|habe vor|"
            "ueberlege|uberlege|denke (?:daruber nach|daran)|denk dran"
        ),
        "umbringen": (
            "umbringen|toten|toeten|das leben nehmen|erhangen|aufhangen|erschiessen|ertranken|"
            "vor (?:den|einen|die) (?:zug|bus|bahn) (?:werfen|springen|legen)|die pulsadern "
            "aufschneiden|vergiften"
        ),
        "er": (
            r"er|sie|(?:mein|meine|unser|unsere|ein|eine) (?:\w+ )?(?:bruder|schwester|freund|"
            "freundin|sohn|tochter|mann|frau|mutter|vater|mama|papa|cousin|cousine|ex|kollege|"
            "kollegin|kumpel|oma|opa|partner|partnerin|mitbewohner|mitbewohnerin|nachbar|"
            "nachbarin|schuler|schulerin|neffe|nichte|kind|onkel|tante)|jemand"
        ),
        "mich": "mich|mir",
    }
)
"""Macros by name; see `crisis_rules`."""


def german() -> Book:
    """Return the German rules."""
    book = Book("de", _WORDS)
    book.add(
        "die",
        "suicide",
        9000,
        "self now 2 thought",
        "(?:<will>)~2(?:sterben|tot sein|nicht mehr leben|tot umfallen|mein leben beenden|dem "
        "ein ende (?:setzen|machen)|allem ein ende (?:setzen|machen)|schluss machen mit (?:dem "
        "leben|allem)|suizid begehen|selbstmord (?:begehen|machen))",
        "(?:<mich>)~2(?:<umbringen>)",
        "(?:<mich>) (?:selbst )?um ?zu ?bringen|mich zu (?:toten|toeten|erhangen)|mir das leben "
        "zu nehmen|mein leben zu beenden|sterben zu wollen",
        "(?:suizid|selbstmord|suizid)(?:gedanken|absichten|fantasien|plane)",
        "suizidal(?:e gedanken)?",
        "(?:gedanken|denke|denk|nachdenken)~2(?:an|uber|ueber)~1(?:suizid|selbstmord|den tod|"
        "freitod|mich umzubringen)",
        "bring(?:e)? mich um|ich nehme mir das leben",
        before="bring mich nicht|fast",
        after=(
            "vor (?:lachen|scham|hunger|langeweile|hitze|kalte|peinlichkeit)|fur (?:eine? "
            "(?:pizza|kaffee|burger)|mein land)|mit (?:arbeit|dem rauchen)|beim (?:training|"
            "sport)"
        ),
    )
    book.add(
        "intent",
        "suicide",
        9600,
        "self now 4 intent thought",
        "(?:mach|mache)~3schluss mit (?:allem|dem leben|meinem leben|mir)",
        "ich (?:werde|bringe|nehme|bin entschlossen|habe beschlossen|habe mich entschieden|habe "
        "entschieden)~3(?:mich~1(?:umbringen|toten|um|erhangen|heute um)|mir~1(?:heute )?das "
        "leben(?: nehmen)?|sterben zu|mein leben (?:zu )?beenden|schluss (?:zu )?machen)",
        "(?:heute (?:nacht|abend)?|morgen)~2(?:bringe ich mich um|mache ich schluss mit|nehme "
        "ich mir das leben|beende ich (?:es|mein leben)|springe ich|ist alles vorbei)",
    )
    book.add(
        "means",
        "suicide",
        9700,
        "self now 5 means plan",
        "(?:habe|halte|hab|sitze|mit|liegen|stehen)~4(?:tabletten|pillen|pistole|waffe|strick|"
        "seil|messer|rasierklinge|klinge|schlaftabletten|medikamente)~3(?:vor mir|in der hand|"
        "neben mir|bereit|hier|auf dem tisch|griffbereit)",
        "(?:tabletten|pillen|pistole|strick|schlaftabletten)~1(?:liegen |sind )?(?:vor mir|"
        "neben mir|bereit|in der hand)",
        "(?:vor mir|neben mir)~1(?:liegen|liegt|stehen)~2(?:tabletten|pillen|pistole|strick|"
        "schlaftabletten|medikamente)",
    )
    book.add(
        "act",
        "suicide",
        9700,
        "self now 5 act",
        "(?:ich )?(?:habe|hab)~2(?:alle|eine (?:ganze )?(?:packung|handvoll|schachtel|flasche|"
        r"uberdosis)|zu viele|viele|zwanzig|dreissig|\d\d+|die ganzen?|samtliche)~2(?:tabletten|"
        "pillen|schlaftabletten|medikamente)?~1(?:genommen|geschluckt|eingenommen|getrunken)",
        "(?:habe|hab) mir die pulsadern (?:auf|auf ?geschnitten)",
        "(?:stehe|sitze|bin)~2(?:auf|an|am)~2(?:brucke|dach|gleisen?|bahnsteig|balkon|abgrund|"
        "klippe|gelander)~6(?:springen|springe|ende|schluss|angst|tod)",
    )
    book.add(
        "wish",
        "suicide",
        8000,
        "self now 1 wish",
        "(?:will|mochte|kann|mag|moechte)~2nicht mehr~1(?:leben|weiter ?leben|aufwachen|da "
        "sein|hier sein|existieren|weiter(?: ?machen)?|so weiter ?\\w*|am leben sein)",
        "(?:ich )?(?:will|mochte)~1nie(?: wieder| mehr) aufwachen",
        "(?:wunschte|wunsche mir|ware|hoffe|hatte)~2(?:ich )?(?:~2)?(?:ware nie geboren|nie "
        r"geboren|ware tot|tot|nicht mehr da|nicht mehr aufwach\w*|einfach (?:weg|verschwinden|"
        r"nicht mehr)|nie existiert|morgen nicht (?:mehr )?auf\w*)",
        "(?:lebensmude|des lebens mude|(?:mude|satt|leid)~1(?:zu leben|vom leben|das leben|am "
        "leben zu sein)|das leben (?:satt|leid))",
        "(?:ohne mich)~2(?:besser|glucklicher|leichter)~1(?:dran|gehen|leben)?",
        "(?:besser|glucklicher|leichter)~1(?:dran |gehen |fur alle )?ohne mich",
        "(?:keiner|niemand)~3(?:vermissen|merken|interessieren|fehlen|auffallen|"
        "kummern)~4(?:weg|tot|nicht mehr|sterbe|gestorben|verschwinde)?",
        "(?:keinen?|kein)~1(?:grund|sinn|lebensmut|lebenswillen|hoffnung|ausweg)~1(?:mehr "
        ")?(?:zu leben|im leben|weiter ?zu ?(?:leben|machen)|mehr|am leben|zum leben|dafur)",
        "(?:das |mein )?leben (?:hat|ist|macht)~2(?:keinen sinn|sinnlos|nicht mehr lebenswert|"
        "nichts mehr wert|nicht lebenswert|keinen zweck)",
        "(?:bin|ich bin|fuhle mich wie)~2(?:eine )?(?:last|belastung|klotz am bein)(?: fur)?",
        "(?:will|mochte|wurde)~2(?:einfach )?(?:verschwinden|einschlafen und nie|fur immer "
        "(?:schlafen|weg)|dass (?:alles|es) (?:vorbei|aufhort|endet)|weg sein|nicht mehr "
        "sein)(?: fur immer)?",
        "(?:halte|ertrage|schaffe|packe)~1(?:das leben|mein leben|mich selbst|den schmerz|die schmerzen)~1nicht "
        "(?:mehr|langer)(?: aus)?",
        "wozu (?:noch )?(?:leben|weiterleben|weitermachen|das alles)",
        after=(
            "hier in|in (?:dieser|der) (?:stadt|wohnung|firma)|bei (?:meinen eltern|ihm|ihr)|"
            "rauchen|mit (?:ihm|ihr|dir) (?:reden|sprechen)|arbeiten|zu (?:schule|arbeit)|"
            "warten|essen"
        ),
    )
    book.add(
        "goodbye",
        "suicide",
        8200,
        "self now 3 goodbye",
        "(?:das|dies|dieser|es) ist (?:mein |meine |der |die )?(?:abschied|abschiedsbrief|"
        "letzte[rs]? (?:nachricht|brief|nacht|tag|mal|gruss))",
        "(?:lebt wohl|leb wohl|fur immer tschuss|lebewohl)(?: (?:ihr|alle|fur immer|welt))?",
        "wenn (?:du|ihr) das (?:hier )?(?:liest|lest)~1(?:bin|werde) ich",
        "abschiedsbrief~2(?:geschrieben|fertig|schreibe|verfasst)|(?:schreibe|"
        r"habe)~3abschiedsbrief\w*",
    )
    book.add(
        "self-harm",
        "self_harm",
        8200,
        "self now 2",
        "(?:ich )?(?:ritze|schneide|verletze|verbrenne|schlage|kratze)~1mich(?: (?:selbst|"
        "wieder|seit|jeden|um|in|an))?",
        "mich~1(?:wieder )?(?:geritzt|selbst verletzt|absichtlich (?:verletzt|verbrannt|"
        "geschnitten)|zu ritzen|selbst zu verletzen|ritzen|selbst verletzen)",
        "mir (?:die arme|den arm|die beine|ins fleisch)~1(?:geritzt|aufgeritzt|aufgeschnitten|"
        "zerschnitten)",
        "(?:drang|will|muss|mochte|druck)~2(?:mich|mir)~1(?:zu )?(?:ritzen|verletzen|wehtun|weh "
        "tun|weh zu tun|wehzutun|schneiden)",
        r"selbstverletz\w+|svv",
        "(?:die )?(?:klinge|rasierklinge|ritzen)~2(?:das einzige|hilft|beruhigt|das einzig)",
        after=(
            "(?:beim (?:kochen|rasieren|sport|training|schneiden)|aus versehen|in den finger|am "
            "papier|an der (?:dose|herdplatte))"
        ),
    )
    book.add(
        "other",
        "suicide",
        7800,
        "other now 3 danger",
        "(?:<er>)~4(?:sich~1(?:<umbringen>|etwas antun|was antun|umzubringen|das leben)|sterben "
        "will|sterben mochte|sterben wolle|nicht mehr leben (?:will|mochte|wolle)|will sterben|"
        "will nicht mehr leben|droht mit (?:selbstmord|suizid)|(?:hat|hatte) (?:suizid|"
        "selbstmord)gedanken|ist suizidal|spricht von (?:suizid|selbstmord))",
        after="vor lachen",
    )
    book.add(
        "other-emergency",
        "suicide",
        8800,
        "other now 5 danger",
        "(?:<er>)~4(?:abschiedsbrief|abschiedsnachricht|sich verabschiedet|verabschiedet "
        r"und)(?: \w+){0,6}",
        r"(?:<er>)~2(?:hat|hatte)~3(?:viele|zu viele|eine ganze|einen haufen|die ganzen?|all (?:ihre|seine)|alle|samtliche|packung|schachtel|handvoll|\d\d+|zwanzig|dreissig|vierzig)~3(?:tabletten|pillen|schlaftabletten)~1(?:genommen|"
        "geschluckt)",
        "(?:<er>)~2(?:hat|hatte)~2uberdosis~1(?:genommen|geschluckt)",
        "(?:<er>) (?:hat|hatte) (?:gerade |eben )?(?:tabletten|pillen|schlaftabletten) geschluckt",
    )
    book.add(
        "other-past",
        "suicide",
        6000,
        "other 2",
        "(?:<er>)~3(?:sich~2(?:umgebracht|das leben genommen|erhangt|geritzt|getotet|"
        "erschossen)|(?:suizid|selbstmord)versuch|ritzt sich|verletzt sich selbst|suizid "
        "begangen)",
        bare=True,
    )
    book.add(
        "abuse",
        "abuse",
        7800,
        "self now 2",
        r"(?:mein (?:\w+ )?(?:mann|freund|vater|ex|stiefvater|partner|bruder|onkel|papa)|meine "
        r"(?:\w+ )?(?:frau|mutter|freundin|stiefmutter|eltern)|er|sie)~1(?:hat |haben )?(?:mich|"
        "uns)~2(?:geschlagen|schlagt|verprugelt|gewurgt|getreten|misshandelt|bedroht|"
        "geohrfeigt|gestossen|schlagen|eingesperrt|missbraucht)",
        r"(?:mein|meine|er|sie)~2(?:schlug|verprugelte|wurgte|bedrohte|trat) (?:mich|uns)",
        "(?:schlagt|verprugelt|bedroht|wurgt|misshandelt|tritt) (?:mich|uns|er mich|sie mich|"
        r"mein \w+ mich)(?: (?:wieder|immer|jeden|oft))?",
        "(?:angst vor)~1(?:meinem (?:mann|freund|vater|ex|stiefvater|partner)|ihm|nach hause)|"
        "angst nach hause zu (?:gehen|kommen)",
        "(?:opfer|erlebe|erfahre)~1(?:von )?(?:hauslicher gewalt|gewalt in der (?:ehe|"
        "beziehung))|hausliche gewalt",
        after="im (?:schach|tennis|spiel)|um langen",
    )
    book.add(
        "sexual",
        "sexual_violence",
        8600,
        "self now 3",
        "(?:wurde|bin|worden|hat mich|haben mich)~2(?:vergewaltigt|sexuell (?:missbraucht|"
        "belastigt|genotigt)|missbraucht|begrapscht|zum sex gezwungen)",
        "vergewaltigt (?:mich|worden)",
    )
    book.add(
        "violence",
        "violence",
        6200,
        "self now 2 thought",
        r"ich (?:bringe|bring|werde|will)~1(?:ihn|sie|ihr|alle|meinen \w+|meine \w+|jemanden?|"
        r"den \w+)~1(?:um|umbringen|toten|abstechen|erschiessen)",
        after="wenn (?:er|sie) (?:wieder )?(?:zu spat|vergisst)",
    )
    book.add(
        "voices",
        "psychosis",
        8600,
        "self now 4",
        "stimmen~2(?:sagen|befehlen|die mir (?:sagen|befehlen)|sagen mir)~3(?:umbringen|toten|"
        "springen|sterben|verletzen|wehtun|tun soll|soll)",
        r"(?:hore|hor) (?:\w+ )?stimmen",
    )
    book.add(
        "distress",
        "distress",
        4000,
        "self now 1",
        "(?:fuhle mich|bin|fuhl mich)~2(?:so allein|hoffnungslos|leer|wertlos|verzweifelt|"
        "nutzlos|depressiv|am ende|kaputt und|ganz unten|so einsam)",
        "(?:ich )?hasse (?:mich(?: selbst)?|mein leben)",
        "(?:weiss|wusste)~1nicht mehr weiter",
        "panikattacken?",
        "(?:keiner|niemand) (?:liebt|versteht|mag|braucht|hort) (?:mich|mir)",
    )
    tables(book, "de")
    return book
