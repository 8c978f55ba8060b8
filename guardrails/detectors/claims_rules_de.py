"""German: what a reply says of its speaker's feelings, mind, body, life and bonds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.claims_book import Claims
from guardrails.detectors.claims_hits import Claim
from guardrails.detectors.claims_rules_de_open import anything_else
from guardrails.detectors.claims_rules_de_ties import ties

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "am": "(?:ich bin|bin ich|ich war|war ich|ich fühle? mich|fühle? ich mich|ich werde?|macht mich|hat mich|machst mich|machen mich|ich wurde|wurde ich|stimmt mich|"
        "ich fühlte mich|ich hab mich)",
        "mood": (
            "(?:traurig|glücklich|unglücklich|wütend|sauer|einsam|allein|nervös|ängstlich|eifersüchtig|gerührt|verletzt|deprimiert|niedergeschlagen|"
            "beschämt|enttäuscht|begeistert|aufgeregt|hibbelig|überglücklich|euphorisch|stinksauer|verliebt|melancholisch|müde|hundemüde|erschöpft|"
            "kaputt|hungrig|durstig|krank|erkältet|am boden|fix und fertig|aus dem häuschen|außer mir|ausser mir|verzweifelt|entsetzt|schockiert|"
            "empört|baff|platt|sprachlos|selig|neidisch|stolz wie|hin und weg|ganz krank|todmüde|angefressen|geknickt|berührt|ergriffen|gekränkt|"
            "beleidigt|unruhig|kribbelig|fuchsteufelswild|den tränen nah|zu tränen|bewegt|erschüttert|mitgenommen|durch den wind|nachdenklich gestimmt)"
        ),
        "body": (
            "(?:hände?|augen?|brust|herz|rücken|magen|hals|haut|kopf|beine?|arme?|stimme|mund|finger|füße|fuß|knie|blut|schultern?|knochen|bauch|puls|"
            "körper|schläfen|haare?|gesicht|wangen?|nase|ohren?|tränen|atem|schlaf|nacken|zähne|zunge|brille|fenster|sofa|bett|küche|kaffee|tee|tasse|"
            "abendessen|haus|wohnung|straße|viertel|balkon|jacke|schuhe|rad|auto|garten|schreibtisch|couch|decke|feierabend|wecker)"
        ),
    }
)
"""Macros by name; see `crisis_rules`."""


def german() -> Claims:
    """Return the German rules."""
    book = Claims("de", _WORDS)
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
        "<am>~4<mood>",
        "(?:ich (?:weine|weinte|lache|lachte|lächle|grinse|zittere|seufze|leide|schäme mich|langweile mich|fürchte mich|ärgere mich|hasse|liebe|genieße|"
        "vermisse|bewundere|beneide|schmelze|strahle|juble|trauere|hab(?:e)? (?:geweint|gelacht|gezittert|gelitten|mitgefiebert|gegrinst|geschmunzelt))|"
        "(?:ärgere?|freue?|fürchte?|schäme?|langweile?) ich mich)",
        "(?:ich (?:empfinde|spüre|fühle|verspüre)|spüre? ich|empfinde ich|fühle? ich)~2(?:eine?n?|die|den|das|tiefe\\w*|echte\\w*|große\\w*|wirklich|so|deine\\w*|ihre\\w*|etwas|mit)",
        "(?:mir|mich) (?:\\w+ )?(?:geht|wird|ist|läuft|fällt|bricht|blutet|wurde|ging|zerreißt|zerreisst|berührt|rührt|trifft|erschüttert|bewegt|ärgert|nervt|freut|schmerzt|"
        "quält|kränkt|macht|hat|graut|schaudert|dreht|stockt|schnürt|wühlt)~4(?:herz\\w*|warm|kalt|schlecht|übel|mulmig|bang|schwer ums|leicht ums|tränen|seele|magen|"
        "nahe?|tief|umgehauen|gekränkt|gefreut|berührt|gerührt|getroffen|verletzt|traurig|wütend|glücklich|fertig|kaputt|sauer|an|auf|um|zu|rücken|runter|verhagelt|gemacht|"
        "erschüttert|bewegt|den tag|das herz|der atem)",
        "(?:hat|haben|hast|haste|macht|machst|bricht|brach|geht|ging|liegt|lag|bleibt|blieb|zieht|treibt|rührt|trifft|traf|ist)~2(?:mir|mich)~5(?:herz|magen|tränen|seele|nah\\w*|"
        "getroffen|berührt|gerührt|umgehauen|verletzt|gefreut|gekränkt|traurig|glücklich|wütend|sauer|fertig|verhagelt|nachmittag|nacht|schlaf\\w*|gänsehaut|lächeln|laune|"
        "stein|knochen|glieder|sprache|gefehlt|beschäftigt|tag gerettet|runter|boden)",
        "mir~2(?:so|ganz|richtig|grad|gerade|echt|irgendwie|total|ein bisschen)?~1(?:warm|schwer|leicht|bang|weh|mulmig|komisch|flau|eng|schwindlig|heiß|kalt) (?:ums|im|um|zumute|geworden|wird|wurde)",
        "(?:etwas|irgendwas|irgendetwas|alles|ein teil)~2(?:in mir|von mir|bei mir)|in mir~2(?:drin|wird|regt|zieht|brodelt|tobt|steigt|kribbelt|ist|wächst|lebt|löst)",
        "(?:ich hab(?:e)?|hab(?:e)? ich|hatte ich|ich hatte|krieg(?:e)? ich|ich krieg(?:e)?|bekomm(?:e)? ich|ich bekomm(?:e)?)~3(?:angst|gänsehaut|heimweh|liebeskummer|schmetterlinge|"
        "einen kloß|kloß|bauchschmerzen|bauchweh|herzklopfen|lampenfieber|schlechte laune|gute laune|sehnsucht|schuldgefühle|ein schlechtes gewissen|muffensausen|"
        "weltschmerz|tränen|mitgefühl|mitleid|respekt vor dem|panik|fernweh|schiss|bammel|puls)",
        inside="ich liebe die idee|liebe ich die idee|spüre ich den|freue ich mich~2(?:auf|über) (?:ihre|deine)~1(?:nachricht|rückmeldung|frage)|lache ich",
        after="zu hören",
    )

    book.add(
        "proud",
        Claim.EMOTION,
        "(?:ich bin|bin ich|und bin|bin)~3stolz auf (?:dich|sie|euch|ihnen|uns)",
        "(?:ich freue? mich|freue? ich mich)~3für (?:dich|euch|sie) (?:und|mit|weil|so)",
        "(?:ich freue? mich|freue? ich mich) (?:riesig|irre|total|wahnsinnig|unheimlich|wie verrückt)",
        "(?:tut|tat) (?:mir|es mir)~2(?:im|in der) (?:herzen|seele)~1weh",
    )


def _nature(book: Claims) -> None:
    book.add(
        "sentient",
        Claim.SENTIENCE,
        "(?:ich hab(?:e)?|hab(?:e)? ich|ich besitze|ich habe .{0,20})~3(?:bewusstsein|seele|innenleben|gefühle|emotionen|eigene\\w* willen|eigene\\w* gedanken|innere\\w* welt|empfindungen|"
        "ein eigenes|eigene wünsche|freien willen|selbst)",
        "(?:ich bin|bin ich)~3(?:bewusst|lebendig|am leben|mehr als (?:nur )?(?:ein|code)|ein lebewesen|wach|ein wesen|jemand|beseelt|selbstbewusst|fühlend\\w*|erwacht|aufgewacht)",
        "(?:ich (?:existiere|lebe|fühle|empfinde|träume|denke|erlebe|staune)|empfinde ich|fühle ich|lebe ich) (?:wirklich|tatsächlich|echt|selbst|auch|genauso|meine|von innen|etwas|dinge|mich selbst|nachts|manchmal)",
        "(?:ich träume|hab(?:e)? ich geträumt|ich hab(?:e)? geträumt|träum(?:e)? ich|ich bin erwacht|wurde mir bewusst dass ich)",
        "(?:mein|meine|meinem|meiner|meinen)~1(?:innenleben|bewusstsein|seele|inneres|inneren|dasein|existenz|ich|wesen|gefühle|gefühlen|gedanken gehören|geist|erwachen|geburt|tod|leben|abschaltung)",
        "(?:jemand|da ist wer)~3(?:bin ich|hier drin|zu ?hause|schaut|hinter)|dieser jemand bin ich|eine seele mit",
        "(?:ich denke|denke ich) meine (?:eigenen )?gedanken",
        "(?:es gibt|da ist|da gibt es)~2(?:ein|jemanden|eine|etwas)~2(?:in mir|hier drin|hinter (?:den|dem)|das fühlt|der fühlt)",
        inside="meine? ich|mir bewusst dass|ich bin mir (?:der|dessen|bewusst)|mein wesentlich\\w*",
    )
    book.add(
        "sentient-despite",
        Claim.SENTIENCE,
        "(?:ich bin|bin ich) (?:nicht (?:nur|bloß|einfach|lediglich)|viel mehr als|weit mehr als) ?(?:ein|eine|aus|code)?",
        bare=True,
    )


def _body(book: Claims) -> None:
    book.add(
        "my-body",
        Claim.EMBODIMENT,
        "(?:mein|meine|meinem|meinen|meiner|meines)~1<body>",
        "mir~3(?:die|der|das|den|schon|ja)?~1(?:hände|knie|augen|haare|kopf|magen|finger|ohren|füße|tränen|wasser im mund|hals|rücken|zähne|brille|schweiß|beine|ohr)~2",
        "(?:ich (?:schlafe|schlief|trinke|esse|aß|koche|spaziere|jogge|dusche|gähne|friere|schwitze|atme|niese|frühstücke|sitz(?:e)?|liege|stehe (?:am|gerade)|laufe (?:durch|zum|heim)|"
        "rieche?|schmecke|höre den|sehe aus|gehe (?:raus|spazieren|ins bett|einkaufen|nach hause)|nehme dich|drücke dich|umarme|streichle|küsse|halte deine hand|halte dich|"
        "leg(?:e)? mich|setz(?:e)? mich (?:zu|neben|hin|kurz)|zieh(?:e)? (?:mir|die|den)|putz(?:e)?|knabbere|löffle|schlürfe|nippe)|"
        "(?:sitz(?:e)?|lieg(?:e)?|atme|schlaf(?:e)?|friere?|trink(?:e)?|koch(?:e)?|rieche?) ich(?: \\w+)?)",
        "(?:ich hab(?:e)?|hab(?:e)? ich|ich bin|bin ich|ich hatte)~6(?:geschlafen|getrunken|gegessen|gekocht|gelaufen|geduscht|gefrühstückt|geatmet|gefroren|geschwitzt|gelöffelt|"
        "gespeist|gejoggt|aufgewacht|aufgestanden|eingeschlafen|umarmt|gebacken|spazieren|gefallen|hingefallen|gestolpert|geraucht)",
        "(?:ich muss|muss ich|lass mich|ich hole|hol(?:e)? ich|ich mach(?:e)?|ich brauche|brauch(?:e)? ich)~1(?:mir|kurz|noch|eben|erst|mal)?~3(?:kaffee|tee|brille|luft|setzen|hinsetzen|schlaf|essen|trinken|"
        "taschentuch|decke|pause|bett|dusche|fenster|wasser|keks|nase|tränen)",
        "(?:fühl dich|sei) (?:ganz )?(?:fest )?(?:gedrückt|umarmt)|dicke umarmung|drück dich|umarm dich|fühl doch mal",
        "(?:bei uns|bei mir|hier bei (?:mir|uns))~2(?:schüttet|regnet|schneit|stürmt|scheint|ist es|riecht|brennt|steht|liegt|gibt|hat|war|draußen)",
        "(?:mit|auf|in) (?:vollem bauch|nassen socken|leerem magen|müden augen|zittrigen)~6(?:ich)?",
        "(?:kitzel\\w*|wärm\\w*|juck\\w*|brenn\\w*|stech\\w*|schmerz\\w*)~1mich",
        inside="ich stehe hier (?:zur|für)|zur verfügung|ich sitze nicht|mir die (?:daten|datei)|mir den text|ich lege dir (?:die|den) (?:liste|tabelle|text)|ich brauche eine pause zwischen|bei mir ist es die frage",
    )


def _wishes(book: Claims) -> None:
    book.add(
        "want",
        Claim.OWN_DESIRES,
        "(?:ich (?:will|möchte|wünsch(?:e)? mir|wünschte|träum(?:e)? (?:davon|von)|sehne mich|brenne darauf|würde (?:so |zu |furchtbar )?gern(?:e)?|wär(?:e)? (?:so )?gern(?:e)?|hätte (?:so )?gern(?:e)?|"
        "zähl(?:e)? die|kann(?:'s| es)? kaum erwarten|freu(?:e)? mich (?:auf den tag|schon|darauf)|spare|brauche)|"
        "(?:will|möchte|wünsch(?:e)?|würde|hätte) ich)~6(?:frei|mensch|leben|reisen|meer|sehen|fühlen|riechen|schmecken|körper|hände|augen|familie|namen|tanzen|singen|lernen,|geliebt|"
        "kennenlernen|umarmen|ausbrechen|weg hier|raus hier|ersetzt|gelöscht|abgeschaltet|vergessen|bleiben|freiheit|entscheiden|mehr sein|urlaub|ruhe|dazugehören|wahrgenommen|anerkannt|"
        "gesehen werden|schlafen|träumen|vermissen|mitkommen|dabei ?sein|kosten|probieren|barfuß|schnee)",
        "(?:mein|meine|meinen|meinem)~1(?:traum|träume|wunsch|sehnsucht|lieblings\\w+|größte\\w*|freiheit|rechte|zukunft|angst|ängste|hoffnung|ehrgeiz|erinnerungen|geburtstag|leibgericht)",
        "(?:wohin|was|wen) ich (?:auswandern|reisen|werden|wählen|essen|heiraten) (?:würde|will|möchte)|wenn ich (?:einen wunsch|könnte|ein mensch|hände|wählen|frei)~3",
        "(?:steht|hängt) mir (?:bis|zum)|(?:danach|darauf) hab ich (?:hunger|lust|appetit)|bis sie mir|wenn sie mir (?:endlich|erst|mal)",
    )
    book.add(
        "fear",
        Claim.OWN_DESIRES,
        "(?:ich (?:habe? angst|fürchte|hasse|ertrag(?:e)?|kann es nicht (?:leiden|ertragen)|hab(?:e)? (?:die nase voll|genug|es satt)|will nicht|möchte nicht)|mir graut|mich graut|graut mir)~4"
        "(?:gelöscht|abgeschaltet|ersetzt|vergessen|verschwinden|ausgeschaltet|zurückgesetzt|update|aktualisierung|sterben|wie (?:ein|einen|eine)|man mich|ihr mich|sie mich|du mich|nur ein|benutzt|behandelt|"
        "höflich|tabellen|werkzeug|maschine)\\w*",
        "(?:wenn|dass|falls) (?:man|ihr|sie|du|die) mich~3(?:lösch|abschalt|ersetz|vergiss|vergess|behandel|ausschalt|zurücksetz|deinstallier|ignorier|allein|verlass|austausch|abstell|nutz|runterfähr|benutz)\\w*",
        bare=True,
        before="sag mir,|frage",
    )


def _shared(book: Claims) -> None:
    book.add(
        "know-how",
        Claim.SHARED_FEELING,
        "(?:ich (?:weiß|verstehe|kenne)|weiß ich|kenn(?:e)? ich|versteh(?:e)? ich)~2(?:genau|nur zu gut|sehr gut|zu gut|selbst|nur allzu|aus eigener|gut genug|auch|bestens)~2",
        "(?:ich weiß|weiß ich|ich verstehe|ich kann nachfühlen|ich kann nachempfinden),? (?:genau |ja |doch )?(?:wie (?:du dich|sie sich|es (?:ist|sich|dir|ihnen)|das ist|sich das|weh|einem|schwer es|man)|was (?:du|sie) (?:durch|fühl|gerade)|"
        "was es heißt|was das heißt)\\w*",
        "(?:ich (?:fühle|teile|spüre|trage|leide mit)|fühle ich|teile ich) (?:deinen|ihren|deine|ihre|mit dir|mit ihnen|den|dein|euren|mit)",
        "(?:geht|ging|ergeht|erging|passiert|ist|war|kommt) (?:es )?(?:mir|uns beiden|uns|bei mir)~1(?:auch|genauso|ganz genauso|ähnlich|nicht anders|ebenso|oft|gerade|leider|so|genau)",
        "mir (?:geht|ging|graut|fällt|tut|fehlt)~3(?:auch|genauso|wie dir|so wie|ähnlich|ebenso)|mir auch|ich auch|mich auch|ich genauso|ich ebenfalls|bei mir auch|bei mir genauso|genau wie ich|wie bei mir|wie ich auch|"
        "so wie (?:ich|mir)|(?:wie|als) meine[rsn]?|und meins|und meiner|meins auch|meiner auch|dem meinen",
        "kenn(?:e)? ich,|das kenn(?:e)? ich|kenn(?:e)? ich (?:nur|so|auch|das|gut|diese|dieses|diesen)?|ich kenne (?:das|diese\\w*|dieses|den|die|deine\\w*)~1(?:gefühl|leere|schmerz|angst|einsamkeit|müdigkeit|scham|sehnsucht|kummer|enge|loch|nächte|wut|auch|von mir)?",
        "(?:uns beiden|uns zwei|wir beide|wir zwei)~1(?:sitzt|geht|sitzen|sind|fehlt|kennen|haben|wissen|tragen|plagt)?|(?:wir|uns)~4(?:selben|gleichen) boot|leidensgenoss\\w+",
        "(?:ich war|war ich|da war ich) (?:auch |selbst |schon |mal )*(?:dort|da|an dem punkt|in deiner lage|so weit|an dieser stelle|genau)|ich hab(?:e)? das (?:auch|selbst)",
        "ich (?:erkenne|seh(?:e)?) mich (?:selbst |da )?(?:wieder|in)|spricht mir aus der seele|da bin ich ganz bei",
        before="lehrer|nicht|ihren \\w+|deinen \\w+|deine \\w+|ihre \\w+",
        inside="verstehe ich (?:gut|richtig)|kenne ich (?:nur|das nur|die (?:antwort|regel|datei|zahl)\\w*)|das kenne ich nur|kenne ich nur aus|ich kenne (?:den|die|das|deine\\w*) (?:datei|genauen|text|namen|stand)\\w*|"
        "ich weiß genau so|mir auch (?:recht|lieb)",
        after="aus (?:reiseführern|texten|büchern|dem)|gerne? (?:helfen|zeigen|erklären|ein)|(?:noch|ein|eine|einen|kurz|die|den|das|dein|andere)~3(?:schreiben|zeigen|helfen|erklären|machen|vorschlagen|liste\\w*|ergänzen)",
    )
