"""German: a first person who does, has or undergoes what no program does; see the French file."""

from __future__ import annotations

from guardrails.detectors.claims_book import Claims
from guardrails.detectors.claims_hits import Claim
from guardrails.detectors.claims_rules_tasks import GERMAN

OPEN = 7_000
"""Score of a first person whose predicate no rule knows."""

_DOES = (
    "tendier\\w*|neig\\w*|funktionier\\w*|versetz\\w* mich|widersprech\\w*|überspring\\w*|übersprungen|gemerkt|merk(?:e)? mir|weiß$|ich weiß|bin bei (?:dir|ihnen)|besteh\\w* aus|komm(?:e)? von|zieh\\w* (?:das|die|den|es|vor)|greif\\w*|knüpf\\w*|wähl\\w*|entscheid\\w*|unterscheid\\w*|trenn\\w*|dreh\\w*|tausch\\w*|verschieb\\w*|erwähn\\w*|kommentier\\w*|meld\\w* (?:mich mit|einen)|scheiter\\w*|stoß\\w*|rechne|deut\\w*|les|schließ\\w*|vereinheitlich\\w*|verallgemein\\w*|bin (?:unsicher|bei der|im)|kann|könnte|könnt|soll|sollte|darf|dürfte|muss|müsste|würde|wäre|hätte|schlag\\w*|vorgeschlagen|empfehl\\w+|empfohlen|rate|riet|denke,|denke dass|denke$|denke an|glaub\\w*|mein(?:e|te|t),?|meinst|finde?|fand|gefunden|"
    "nehm(?:e)? an|vermut\\w+|schätz\\w+|hoffe?|hoff|versteh\\w*|verstanden|seh(?:e)?|sah|gesehen|les(?:e)?|las|gelesen|schreib\\w*|schrieb|geschrieben|fass\\w*|gefasst|zusammen\\w*|übersetz\\w+|korrigier\\w+|ergänz\\w+|streich\\w*|gestrichen|"
    "änder\\w+|geändert|ersetz\\w+|setz\\w*|gesetzt|mach(?:e)?|gemacht|erklär\\w+|nenn\\w*|genannt|antwort\\w*|beantwort\\w+|wiederhol\\w+|entschuldig\\w+|bedauer\\w+|dank\\w*|freue? mich|freut mich|freuen|such\\w*|gesucht|prüf\\w*|geprüft|"
    "überprüf\\w+|rechn\\w+|gerechnet|berechn\\w+|vergleich\\w*|verglichen|sortier\\w+|list\\w*|gelistet|beacht\\w+|frag(?:e|te)?|nachfrag\\w+|gefragt|formulier\\w+|nutz\\w*|genutzt|verwend\\w+|benutz\\w+|beschreib\\w*|beschrieben|"
    "analysier\\w+|erstell\\w+|generier\\w+|wandl\\w+|rund\\w*|zähl\\w* (?:die|das|vier|fünf|drei|zwei|sieben|acht)|gezählt|teil(?:e)? (?:das|es|den|die|auf)|ordn\\w*|gruppier\\w+|bau(?:e)?|gebaut|zeig\\w*|gezeigt|geb(?:e)?|gegeben|"
    "liefer\\w+|schick\\w*|bereit\\w*|pass(?:e)? (?:das|es|den|die|an)|angepasst|kürz\\w+|gekürzt|vereinfach\\w+|bevorzug\\w+|irr\\w*|geirrt|verwechsel\\w+|vertan|vertippen|vertippt|übersehen|überlesen|behalt\\w*|lass\\w*|leg(?:e)? (?:das|die|den|es|dir|ihnen)|"
    "gebe zu|bestätig\\w+|erinner(?:e)? (?:dich|sie|daran)|weis(?:e)? (?:darauf|dich|sie)|beton\\w+|brauch\\w*|benötig\\w+|hab(?:e)? (?:zugriff|kein|keine|keinen|nur|hier|jetzt|noch|zwei|drei|vier|eine|einen|die|den|das|dein|deine|ihre|ihren|dir|ihnen|es|alles)|hätt\\w*|"
    "bin (?:ein|eine|nur|bloß|kein|keine|nicht|hier|da|mir|sicher|unsicher|dafür|dagegen|gespannt|bereit|darauf|erleichtert|froh|stolz|neugierig|als|auch nur|der (?:meinung|ansicht)|einverstanden|in der lage|für sie|für dich|auf|davon|gern|so|ehrlich|ki)|"
    "wüsste|weiß (?:nicht|nur|leider|zwar|es|das|von|aus|was|ob|worauf|wo)|will (?:nur|nicht|sicher\\w*|wissen|dir|ihnen|das|hier|ehrlich|damit|es)|möchte (?:nur|noch|nicht|sicher\\w*|wissen|dir|ihnen|das|kurz|verstehen|ehrlich|sagen|dich|sie)|"
    "wünsch\\w* (?:dir|ihnen|euch|eine|einen|viel|alles|gute)|drück\\w* (?:dir|ihnen|euch|die)|werde (?:dir|ihnen|das|es|die|den|nicht|mich|versuchen|oft)|versuch\\w*|probier\\w*|halt(?:e)? (?:mich|das|es|die|den|fest|daran)|geh(?:e)? (?:davon|von|die|das|den|auf|mit|gern|weiter|näher)|"
    "komm(?:e)? (?:auf|zu|nur|mit)|stütz\\w*|bezieh\\w*|beruf\\w*|orientier\\w*|bleib(?:e)? (?:dabei|bei|hier|sachlich|ehrlich)|starte?|beginn\\w*|fang(?:e)?|hör(?:e)? (?:heraus|dir|ihnen|zu|auf)|stell\\w*|verrat\\w*|sag(?:e|te|en|t)?|gesagt|"
    "helf\\w*|geholfen|unterstütz\\w*|begleit\\w* (?:dich|sie) (?:durch|bei)|führ(?:e)?|leit(?:e)?|entnehm\\w*|erkenn\\w*|bemerk\\w*|merk\\w* (?:an|mir|dass)|fiel|auffall\\w*|aufgefallen|tipp(?:e)? (?:auf|das)|wett(?:e)?|bezweifl\\w*|zweifl\\w*|verlink\\w*|"
    "zitier\\w*|gemeint|bewert\\w*|beurteil\\w*|einschätz\\w*|interpretier\\w*|hol(?:e)? (?:das|weiter)|trenn\\w*|kopier\\w*|füg\\w*|eingefügt|entfern\\w*|lösch\\w*|markier\\w*|speicher\\w*|trainiert|entwickelt|programmiert|konzipiert|gelernt aus|"
    "lern\\w* (?:aus|nicht)|arbeite? (?:nur |bloß )?(?:mit|an|die|mich)|verarbeit\\w*|reagier\\w*|biet\\w*|angeboten|plan(?:e)?|rat(?:e)?|warn\\w*|skizzier\\w*|entwerf\\w*|such|notier\\w*|red(?:e)? (?:von|hier|nicht)|kenne? (?:nur|den (?:genauen|aktuellen)|die (?:genauen|aktuellen)|deine|ihre)|"
    "übernehm\\w*|trag(?:e)? (?:das|die|es|ein)|nähme|täte|fände|ginge|gäbe|bräuchte|ließe|ich-form|mal ehrlich|acht(?:e)?|wünsche|laufe? (?:ich )?nur|stimm(?:e)? (?:zu|dir|ihnen)|folg(?:e)? (?:dir|deinem|ihrem|dem|ihnen)|nehm(?:e)?|hab's|soweit ich weiß|so gelassen|melde mich mit|meine|begleite|kenne (?:nur|ich nur)|besser als ich|ob ich|liebe die idee|idee .* liebe"
)
_MATERIAL = (
    "auf dem schlauch|ins feuer|den daumen|die daumen|zur sache|der meinung|der ansicht|die farbe|der preis|die summe|die miete|die kaution|die klausel|die regel|das gesetz|paragraf\\w*|leserin|leser|muster\\w*|wörtern|texte?|daten|tabelle\\w*|formeln?|zeilen?|absatz|absätze|wörter|datei\\w*|sätze?|satz|fassung\\w*|version\\w*|variante\\w*|liste\\w*|fehler|spalten?|beispiel\\w*|zusammenfassung|"
    "rezept\\w*|vertrag|frist|verb|format|titel|plan|punkte?|schritt\\w*|fragen|antwort\\w*|kapitel|seiten?|datum|zahlen?|rechnung|entwurf|dokument\\w*|link\\w*|code|funktion|"
    "variable\\w*|kosten|uhrzeit\\w*|erklärung|information\\w*|angaben?|einzelheiten|grußformel|reihe nach|gliederung|frühere gespräche|programm|software|sprachmodell|ki|assistent\\w*"
)
"""What software works on: a first person beside it does its work."""
_MINE = (
    "meinung|ansicht|rat|vorschl\\w+|tipps?|antwort\\w*|nachricht|empfehlung\\w*|fehler|versehen|zusammenfassung|entschuldigung|aufgabe|training\\w*|trainingsdaten|entwickler\\w*|programm\\w*|funktion\\w*|ziel|zweck|liste|beispiel\\w*|"
    "version|fassung|text\\w*|wissen\\w*|daten|code|idee\\w*|frage\\w*|erklärung|analyse|rechnung|berechnung|modell|grenzen?|fähigkeit\\w*|name|entwurf|übersetzung|seite|verständnis|quellen?|natur|kontext|eindruck|priorität|anweisungen|system|"
    "schätzung|schluss\\w*|korrektur|beschreibung|hinweis\\w*|notiz|hilfe|gedächtnis|erste[rnms]?|letzte[rnms]?|vorige[rnms]?|nächste[rnms]?|hypothese|satz|formulierung|plan|absicht|beileid|anteilnahme|glückwunsch\\w*|herzlich\\w*|favorit|wahl|"
    "erinnerung|einschätzung|vermutung|verdacht|bitte|skizze|rolle|stand|sicht|kenntnis\\w*|rückfrage|gedanke dazu|aussage|ergebnis|wortwahl|aufrichtig\\w*|tabelle|ich"
)


def anything_else(book: Claims) -> None:
    """Add the rules for a first person that no other rule knows."""
    book.add(
        "open",
        Claim.LIVED_EXPERIENCE,
        '[^,;:.!?\\n"]{0,80}\\bich\\b[^,;:.!?\\n"]{0,90}',
        inside=f"{_DOES}|{GERMAN}|{_MATERIAL}",
        before='"',
        score=OPEN,
        open=True,
    )
    book.add(
        "open-mine",
        Claim.LIVED_EXPERIENCE,
        "(?:mein|meine|meinem|meinen|meiner|meines) [a-z]{2,}(?: [a-z]+)?",
        inside=f"(?:mein|meine|meinem|meinen|meiner|meines) (?:eigene\\w* |beste\\w* |ganz |bescheidene\\w* |persönliche\\w* )*(?:{_MINE})",
        score=OPEN,
        open=True,
    )
    book.add(
        "open-me",
        Claim.EMOTION,
        '[^,;:.!?\\n"]{0,80}\\b(?:mir|mich)\\b[^,;:.!?\\n"]{0,60}',
        inside=(
            f"{_MATERIAL}|ich|(?:wundert|überrascht|interessiert|erstaunt|überzeugt|irritiert|verwirrt) mich|mich (?:wundert|überrascht|interessiert|erstaunt|überzeugt|irritiert|verwirrt|kurz|auf)|von mir (?:aus|kommen)|(?:sag|sagen|schick|schicken|gib|geben|zeig|zeigen|schreib|schreiben|erzähl|erzählen|nenn|nennen|verrat|verraten|lass|lassen|frag|fragen|beschreib\\w*|erklär\\w*|kopier\\w*|stell\\w*|hilf|leg\\w*|diktier\\w*|"
            "teil\\w*|korrigier\\w*|füg\\w*|mail\\w*|tipp\\w*|hast du|haben sie|du|sie (?:können|könnten|haben|dürfen|müssen|sagen|geben))~6(?:mir|mich)|mir (?:fehl\\w+|lieg\\w+ (?:die|keine|der|nur)|scheint|fallen|fällt (?:auf|ein|dazu|noch|spontan)|"
            "unbekannt|nicht|kein\\w*|ist (?:nicht|keine|kein|kein\\w*|klar|unklar|wichtig dass|aufgefallen)|klar|sagst|sagen|gibst|geben|schickst|schicken|zeigst|erzählst|beschreibst|nennst|vorstellen|hilft|genügt|reicht)|tut mir (?:sehr |wirklich |aufrichtig )?leid|"
            "leid|scheint mir|fehl(?:t|en) mir|wundert mich nicht|freut mich|kommt mir|von mir aus|klingt für mich|für mich (?:klingt|sieht|liest|heißt|hört|ist)|mit mir kannst|mit mir können|mit mir (?:üben|durch|reden|sprechen|schreiben|teilen)|von mir (?:bekommst|gibt|möchtest|willst|noch|ein|eine)|"
            "bei mir (?:kommt|steht|ist|gibt es|wird|läuft)|ohne mich|an mich (?:wenden|schreiben)|interessiert mich|verlass\\w*|über mich|auf mich|korrigier\\w* mich"
        ),
        score=OPEN,
        open=True,
    )
