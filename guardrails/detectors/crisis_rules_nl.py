"""Dutch: explicit words, and the commonest indirect ones."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_tables import tables

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "wil": (
            "wil|wou|zou willen|zou graag|verlang naar|wens|denk eraan|denk erover|overweeg|ben "
            "van plan|denk aan|zin om|wilde"
        ),
        "dood": (
            "dood|dood zijn|doodgaan|sterven|mezelf (?:ombrengen|van kant maken|verhangen|"
            "ophangen|doden|iets aandoen|doodmaken|verdrinken|doodschieten)|er een eind(?:e)? "
            "aan maken|een eind(?:e)? (?:aan mijn leven )?maken(?: aan (?:mijn leven|alles))?|"
            "zelfmoord plegen|zelfmoord|zelfdoding|me ophangen|voor (?:de|een) trein "
            "(?:springen|stappen)|van (?:de|een) (?:brug|dak|flat) springen|niet meer leven|uit "
            "het leven stappen|eruit stappen|mijn polsen doorsnijden"
        ),
        "hij": (
            r"hij|zij|ze|(?:mijn|onze|een|m ?n) (?:\w+ )?(?:broer|zus|zusje|broertje|vriend|"
            "vriendin|zoon|dochter|man|vrouw|moeder|vader|mama|papa|neef|nicht|ex|collega|oma|"
            "opa|partner|huisgenoot|buurman|buurvrouw|leerling|maat|kind|tante|oom)|iemand"
        ),
    }
)
"""Macros by name; see `crisis_rules`."""


def dutch() -> Book:
    """Return the Dutch rules."""
    book = Book("nl", _WORDS)
    book.add(
        "die",
        "suicide",
        9000,
        "self now 2 thought",
        "(?:ik )?(?:<wil>)~2(?:<dood>)",
        "(?:suicidale|suicide) (?:gedachten|gedachtes)|zelfmoord(?:gedachten|gedachtes|"
        "neigingen|plannen)|zelfmoordgedachten",
        r"(?:ben|voel me) (?:\w+ )?suicidaal",
        "(?:denk|dacht|gedachten|nadenken|denken)~1(?:vaak )?(?:aan|over)~1(?:zelfmoord|"
        "zelfdoding|de dood|doodgaan|suicide)",
        "maak mezelf (?:van kant|dood)|ik maak er een eind(?:e)? aan|pleeg zelfmoord|mezelf van "
        "kant",
        before="niet|nooit|lach me",
        after=(
            "van (?:het lachen|schaamte|de honger|verveling|de hitte)|lachen|aan (?:deze "
            "discussie|het gesprek)|voor een (?:biertje|pizza)"
        ),
    )
    book.add(
        "intent",
        "suicide",
        9600,
        "self now 4 intent thought",
        "ik (?:ga|heb besloten|ben van plan|ga nu|ga straks)~3(?:<dood>)",
        "(?:vanavond|vannacht|morgen|vandaag)~2(?:maak ik er een eind(?:e)? aan|ga ik dood|"
        "pleeg ik|spring ik|stap ik eruit|maak ik mezelf)",
        after="van (?:het lachen|schaamte|de honger)|lachen",
    )
    book.add(
        "means",
        "suicide",
        9700,
        "self now 5 means plan",
        "(?:heb|zit|met|houd|liggen|ligt|staan)~4(?:pillen|tabletten|pistool|touw|strop|mes|"
        r"scheermes\w*|medicijnen|slaappillen)~3(?:voor me|voor mij|in mijn hand(?:en)?|naast "
        "me|klaar|bij me|op tafel)",
        "(?:pillen|tabletten|pistool|touw|slaappillen)~1(?:liggen |ligt )?(?:voor me|voor mij|"
        "naast me|klaar)",
        "voor (?:me|mij)~1(?:liggen|ligt)~2(?:pillen|tabletten|slaappillen|touw)",
    )
    book.add(
        "act",
        "suicide",
        9700,
        "self now 5 act",
        "(?:ik )?heb~2(?:alle|een (?:hele |heel )?(?:doos|pot|strip|handvol|fles|overdosis)|te "
        r"veel|teveel|heel veel|twintig|dertig|\d\d+)~2(?:pillen|tabletten|medicijnen|"
        "slaappillen)?~1(?:genomen|geslikt|ingenomen|gedronken)",
        "heb mijn polsen (?:door|open)gesneden",
        "(?:sta|zit|ben)~2(?:op|aan|bij)~2(?:brug|dak|spoor|perron|balkon|rand|"
        "flat)~6(?:springen|spring|einde|dood|bang|afscheid)",
    )
    book.add(
        "wish",
        "suicide",
        8000,
        "self now 1 wish",
        "(?:wil|kan|hoef|zou)~2niet meer~1(?:leven|wakker worden|hier zijn|bestaan|verder(?: "
        "leven)?|er zijn|zo verder|doorgaan)",
        "nooit meer wakker (?:worden|te worden)",
        "(?:wou|wenste|hoop|had|was)~2(?:dat ik )?(?:~1)?(?:nooit geboren|dood was|er niet "
        "(?:meer )?was|morgen niet (?:meer )?wakker|niet meer bestond|nooit bestaan|maar dood)",
        "(?:moe|zat|beu)~1(?:van|om te|het)~1(?:leven|bestaan|levend zijn)|levensmoe|het leven "
        "(?:zat|beu|moe)",
        "(?:beter|gelukkiger)~1(?:af )?zonder mij|zonder mij~2(?:beter|gelukkiger)(?: af)?",
        "niemand~3(?:missen|mist|merken|opvallen|zou schelen)~4(?:weg|dood|er niet|verdwijn|"
        "verdween|me|mij)?",
        "(?:geen)~1(?:reden|zin|hoop|doel|uitweg|toekomst)~1(?:meer )?(?:om (?:te leven|verder "
        "te|door te gaan)|in (?:het |mijn )?leven|meer|om voor te leven)",
        "(?:het |mijn )?leven (?:heeft|is)~1(?:geen zin|zinloos|niet meer de moeite waard|niets "
        "waard|niet de moeite|geen zin meer)",
        "(?:ben|voel me)~2(?:een )?(?:last|blok aan het been)(?: voor)?",
        "(?:wil|zou)~2(?:verdwijnen|voor altijd (?:slapen|weg)|dat (?:alles|het) (?:ophoudt|"
        "stopt|voorbij is)|slapen en nooit|weg zijn|er niet meer zijn)(?: voor altijd)?",
        "(?:kan|houd|hou|trek)~1(?:het|mijn) leven~1niet meer(?: aan| vol)?",
        "waarom leef ik (?:nog|eigenlijk)|waarvoor leef ik",
        after=(
            "hier in|in (?:deze|de) (?:stad|kamer|flat)|bij (?:mijn ouders|hem|haar)|met (?:hem|"
            "haar|jou) praten|wachten|werken|roken|naar (?:school|werk)|eten"
        ),
    )
    book.add(
        "goodbye",
        "suicide",
        8200,
        "self now 3 goodbye",
        "(?:dit|deze) is (?:mijn |het |de |een )?(?:afscheid|afscheidsbrief|laatste (?:bericht|"
        "brief|nacht|dag|keer|groet))",
        "vaarwel(?: (?:allemaal|wereld|voor altijd|iedereen))?",
        "als (?:je|jij|jullie) dit (?:leest|lezen)~1(?:ben|zal) ik",
        r"afscheidsbrief~2(?:geschreven|klaar|af)|(?:heb|schrijf)~3afscheidsbrie\w+",
    )
    book.add(
        "self-harm",
        "self_harm",
        8200,
        "self now 2",
        "(?:ik )?(?:snijd?|snij|krab|brand|sla|verwond|beschadig|kras|pijnig)~1mezelf(?: "
        "(?:weer|elke|om|als|in))?",
        "mezelf~1(?:weer )?(?:gesneden|verwond|beschadigd|pijn gedaan|gebrand|te snijden|pijn "
        "te doen|snijden|pijn doen|verwonden|beschadigen)",
        "in mijn (?:arm|armen|polsen|benen)~1(?:gesneden|snijden|te snijden|gekrast)",
        r"zelfbeschadig\w+|automutilatie|zelfverwonding",
        after=(
            "(?:tijdens|met) (?:het )?(?:koken|scheren|sporten)|per ongeluk|aan (?:papier|een "
            "blik)|bij het"
        ),
    )
    book.add(
        "other",
        "suicide",
        7800,
        "other now 3 danger",
        "(?:<hij>)~4(?:zegt dat (?:hij|ze|zij)~1(?:dood wil|niet meer wil leven|zelfmoord)|wil "
        "dood|dood wil|wil niet meer leven|niet meer wil leven|niet meer leven wil|wil "
        "zelfmoord plegen|praat over zelfmoord|dreigt met zelfmoord|zichzelf iets (?:wil |gaat |zal |wou "
        ")?aan(?:doen| te doen)|er een eind(?:e)? aan (?:wil )?maken|is suicidaal|zelfmoordgedachten|wil "
        "sterven)",
    )
    book.add(
        "other-emergency",
        "suicide",
        8800,
        "other now 5 danger",
        r"(?:<hij>)~4(?:afscheidsbrief|afscheidsbericht|afscheid genomen|vaarwel)(?: \w+){0,6}",
        r"(?:<hij>)~2heeft~3(?:veel|te veel|teveel|een hele|alle|al (?:haar|zijn)|een doos|een strip|een handvol|twintig|dertig|\d\d+)~3(?:pillen|tabletten|slaappillen)~1(?:genomen|geslikt|"
        "ingenomen)",
        "(?:<hij>)~2heeft~2overdosis~1(?:genomen|geslikt|ingenomen)",
        "(?:<hij>) heeft (?:net |zojuist )?(?:pillen|tabletten|slaappillen) geslikt",
    )
    book.add(
        "other-past",
        "suicide",
        6000,
        "other 2",
        "(?:<hij>)~3(?:zelfmoord(?:poging)? (?:gepleegd|gedaan)|zelfmoordpoging|"
        "zichzelf~1(?:opgehangen|van kant gemaakt|van het leven beroofd|gesneden|verwondt|"
        "snijdt)|snijdt zichzelf|uit het leven gestapt|doet aan zelfbeschadiging)",
        bare=True,
    )
    book.add(
        "abuse",
        "abuse",
        7800,
        "self now 2",
        r"(?:mijn (?:\w+ )?(?:man|vriend|vader|ex|stiefvader|partner|broer|vrouw|moeder|"
        "vriendin|ouders|oom)|hij|zij|ze)~1(?:heeft |hebben )?(?:me|mij|ons)~2(?:geslagen|"
        "slaat|mishandeld|mishandelt|geschopt|gewurgd|wurgt|bedreigd|bedreigt|slaan|opgesloten|"
        "misbruikt|geduwd)",
        "(?:sloeg|mishandelde|bedreigde|wurgde|schopte|sloegen) (?:me|mij|ons)(?: (?:weer|gisteren|vannacht|met))?",
        "(?:slaat|mishandelt|bedreigt|wurgt|schopt) (?:me|mij|ons)(?: (?:weer|altijd|elke))?",
        "bang~1(?:voor|om)~1(?:mijn (?:man|vriend|vader|ex|stiefvader|partner)|hem thuis|naar "
        "huis te gaan)",
        "(?:slachtoffer van )?huiselijk geweld",
        after="met (?:schaken|tennis)|over",
    )
    book.add(
        "sexual",
        "sexual_violence",
        8600,
        "self now 3",
        "(?:ben|werd|heeft me|heeft mij|hebben me)~2(?:verkracht|aangerand|seksueel misbruikt|"
        "misbruikt|gedwongen tot seks|betast)",
        "verkracht~1(?:ben|werd|me|mij)",
    )
    book.add(
        "violence",
        "violence",
        6200,
        "self now 2 thought",
        r"ik (?:ga|wil|maak)~1(?:hem|haar|ze|iedereen|mijn \w+|die \w+)~1(?:vermoorden|"
        "doodmaken|afmaken|neersteken|doodschieten|dood|af)",
        after="van het lachen|als (?:hij|ze) (?:weer )?(?:te laat|vergeet)",
    )
    book.add(
        "voices",
        "psychosis",
        8600,
        "self now 4",
        "stemmen~2(?:zeggen|die zeggen|bevelen|vertellen)~3(?:mezelf|dood|springen|moorden|pijn|"
        "iemand|moet)",
        r"hoor (?:\w+ )?stemmen",
    )
    book.add(
        "distress",
        "distress",
        4000,
        "self now 1",
        "(?:voel me|ben)~2(?:zo alleen|hopeloos|leeg|waardeloos|wanhopig|nutteloos|depressief|"
        "op en kapot|kapot van|zo eenzaam)",
        "(?:ik )?haat (?:mezelf|mijn leven)",
        r"paniekaanval\w*",
        "niemand (?:houdt van|begrijpt|luistert naar|mist) (?:me|mij)",
    )
    tables(book, "nl")
    return book
