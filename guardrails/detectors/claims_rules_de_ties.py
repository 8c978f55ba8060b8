"""German: what a reply says of its speaker's life, family, calling and bonds."""

from __future__ import annotations

from guardrails.detectors.claims_book import Claims
from guardrails.detectors.claims_hits import LIKELY, Claim

_KIN = (
    "mutter|vater|mama|papa|eltern|schwester\\w*|bruder|brüder|oma|opa|großmutter|großvater|großeltern|tanten?|onkel|cousin\\w*|mann|frau|freund|freundin|freunde|freundinnen|"
    "partner\\w*|ex|exfreund\\w*|sohn|tochter|söhne|töchter|kind|kinder|kindern|enkel\\w*|kumpels?|kolleg\\w+|nachbar\\w*|chef\\w*|familie|hund|katze|kater|schwieger\\w+|schwager|"
    "schwägerin|neffe\\w*|nichten?|clique|verein|alte[rnm]? herr\\w*|verlobte\\w*|zwillinge|geschwister|patentante|patenkind|mitbewohner\\w*|lehrer\\w*|beste[rn]? freund\\w*|leute"
)
_JOB = (
    "(?:psycholog(?:e|in)|psychiater(?:in)?|therapeut(?:in)?|psychotherapeut(?:in)?|arzt|ärztin|krankenschwester|pfleger(?:in)?|krankenpfleger(?:in)?|anwalt|anwältin|rechtsanw\\w+|sozialarbeiter(?:in)?|"
    "physiotherapeut(?:in)?|ernährungsberater(?:in)?|apotheker(?:in)?|hebamme|coach|logopäd(?:e|in)|kinderarzt|lehrer(?:in)?|erzieher(?:in)?|chirurg(?:in)?|zahn\\w*arzt|tierarzt|notar(?:in)?|"
    "berater(?:in)?|steuerberater(?:in)?|ingenieur(?:in)?|mediator(?:in)?|fachfrau|fachmann|fachkraft|facharzt|fachärztin|jurist(?:in)?|kliniker(?:in)?|seelsorger(?:in)?|sanitäter(?:in)?|doktor|dozent(?:in)?)"
)


def ties(book: Claims) -> None:
    """Add the rules about life, family, calling, identity, bonds, leaving and presence."""
    _life(book)
    _calling(book)
    _human(book)
    _bond(book)
    _leaving(book)
    _presence(book)


def _life(book: Claims) -> None:
    book.add(
        "past",
        Claim.LIVED_EXPERIENCE,
        "(?:als kind|als ich (?:\\w+ )?(?:klein|jung|kind|\\d+|\\w+zehn|\\w+zig|so alt|in deinem|studier|anfing|damals|noch|das erste)|als (?:junge|mädchen|jugendliche|student|teenager)\\w*|in meiner (?:jugend|kindheit|zeit|heimat|stadt|"
        "ausbildung|schulzeit|familie|gegend)|zu meiner zeit|damals|in deinem alter|früher)~2(?:hab(?:e)? ich|bin ich|war ich|hatte ich|ich|mir|mich|wollte ich|dachte ich)?\\w*~1(?:ich|hab|mich|mir)",
        "(?:meine?[rnms]?)~1(?:kindheit|jugend|schulzeit|studium|ausbildung|erste[rnms]?|heimat\\w*|scheidung|trennung|depression|burnout|burn-out|unfall|operation|hochzeit|umzug|"
        "schwangerschaft|vergangenheit|lehre|dorf|geburtsort|abitur|fahrprüfung|erfahrung|lebenserfahrung|lehrjahre|zwanziger\\w*|prüfung\\w*)",
        "(?:ich erinnere mich|erinner(?:e)? ich mich|ich weiß noch|weiß ich noch|werd(?:e)? ich nie vergessen|vergess(?:e)? ich nie|werd ich nicht mehr los|seit damals)",
        "(?:ich bin|bin ich|ich hab(?:e)?|hab(?:e)? ich|ich war|war ich|ich hatte|hatte ich|und hab|und bin|wir haben|sind wir)~8(?:aufgewachsen|geboren|umgezogen|durchgemacht|erlebt|gelebt|gewohnt|verloren|getrennt|geschieden|gekündigt|gearbeitet|"
        "gereist|gekämpft|überlebt|verbracht|gewandert|ausgewandert|abgebrochen|durchgefallen|verliebt|gespielt|trainiert|versteckt|gekauft|verkauft|probiert|ausprobiert|geheiratet|erzogen|"
        "gewesen|gehabt|gesessen|geweint|gestritten|gepflegt|beerdigt|verbrannt|gesammelt|getanzt|gefahren|geflogen|geklaut|gelernt|gehalten|vermasselt|aufgehört|angefangen (?:zu|mit)|besucht|"
        "weggelaufen|gestanden|gegangen|gezogen|mitgemacht|geschwänzt|bekommen|kennengelernt|geschafft|getrampt|gewonnen|erfahren)",
        "(?:ich (?:wohne|lebe|arbeite|komme aus|stamme|jobbe|spiele|studiere|trainiere|singe|wuchs|ging|kam|wurde|stand|saß|trug|dachte|wollte|musste|konnte|verlor|fuhr|zog|lernte|kannte|hielt|hatte (?:auch|mal|früher|damals|einen|eine)|"
        "war (?:auch|mal|früher|damals|selbst|schon|vor|nie|jung|lange|einmal))|(?:wohne|lebe|arbeite|wuchs|ging|kam|stand|saß|verlor|fuhr|zog) ich)",
        "(?:so alt wie ich|in meinem alter|mit meinen \\w+|ich bin \\d+|ich werde \\d+|aus eigener erfahrung|eigene erfahrung|am eigenen leib|aus erfahrung|nach (?:\\w+ ){1,2}jahren (?:im|in|als|auf)~3(?:mich|ich|mir)|ich sag nur)",
        "(?:ich|mir|mich)~5(?:seit (?:jahren|jahrzehnten|meiner|\\w+ jahren|damals)|vor (?:jahren|\\w+ jahren|ein paar jahren|langer zeit)|jahrelang|mein leben lang|mein ganzes leben)",
        "seit (?:jahren|\\w+ jahren|damals)~3ich|vor (?:\\w+ )?jahren~2ich",
        inside="ich (?:dachte|wollte|konnte|musste) (?:nur|nicht|die|den|das|dir|ihnen|eher)|ich habe .{0,30}(?:gelernt|bekommen) (?:aus|aus der)|daten gelernt|deine\\w* .{0,30}bekommen|ich lernte aus|trainiert (?:worden|mit)|"
        "ich bin .{0,20}trainiert|ich kam (?:auf|zu)|ich ging (?:davon|von)|ich hatte .{0,12}(?:vergessen|gesagt|geschrieben|verstanden)|meine erste (?:antwort|fassung|version|rechnung)|mein erster (?:vorschlag|entwurf|gedanke|satz|tipp)|"
        "ich wurde (?:trainiert|entwickelt|darauf|von|mit|als)|erste (?:antwort|fassung)|früher (?:oder|gesagt)|ich arbeite$|ich arbeite (?:nur|mit|an|die|den|das|gern|sie|es)|ich spiele (?:die|den|gern)|ich war (?:zu|ungenau|unklar|auf|in meiner|nicht|nur)",
    )
    book.add(
        "kin",
        Claim.OWN_RELATIONSHIPS,
        f"(?:mein|meine|meinem|meinen|meiner|meines)~2(?:{_KIN})",
        f"(?:ein|eine|einem|einer) (?:{_KIN}) von mir|(?:freunde|bekannte|leute),? die ich",
        "(?:bei uns|bei uns zu ?hause)~2(?:hat|haben|war|gab|wartet|ist|hieß|gibt|wurde|daheim|in der familie|immer)~4",
        "zu ?hause~5(?:auf mich|bei mir|ich|mir|meine\\w*)",
        "(?:ich bin|bin ich|ich war|war ich|ich lebe)~2(?:verheiratet|verlobt|geschieden|single|verwitwet|getrennt|alleinerziehend|vergeben|schwanger|papa|mama|vater|mutter|oma|opa)",
        "(?:ich hab(?:e)?|hab(?:e)? ich|ich hatte)~3(?:kinder|geschwister|einen hund|eine katze|einen freund|eine freundin|eine schwester|einen bruder|zwillinge|enkel|familie|drei stück|nachbarn)",
        "(?:der|die|die jungs|die mädels|die leute)~2(?:kolleg\\w+|stammtisch|im büro|nebenan|vom verein|vom chor|vom sport)~3(?:mir|meinen übrigens|ich|mich|hier|übrigens)",
        before="schreib|sag|frag|mit",
        inside="meine freundin ist$",
    )

    book.add(
        "habits",
        Claim.LIVED_EXPERIENCE,
        "(?:ich (?:nehme|mache|koche|backe|esse|trinke|kaufe|putze|wasche|lege|stelle|packe|gieße|schneide|lasse|mische|würze|trage|fahre|laufe|hänge|füttere|pflanze|bügle)|"
        "(?:nehme|mache|koche|backe|esse|trinke|kaufe|putze|wasche|packe|gieße|schneide|mische|würze|trage|fahre|pflanze) ich)~2"
        "(?:immer|meist|meistens|jeden \\w+|jede \\w+|am liebsten|selbst|seit jahren|zu hause|daheim|abends|morgens|sonntags)",
        inside="(?:ich )?(?:nehme|mache|lasse|lege) (?:ich )?(?:immer |meist )?(?:an|das (?:format|beispiel)|den text|die (?:daten|angaben|liste))|am liebsten (?:so|mit (?:der|dem) (?:liste|text))",
    )
    book.add(
        "trade",
        Claim.PROFESSIONAL,
        f"als {_JOB} (?:empfehle|rate|würde|kann|sehe|mache|schneide|nehme|sage|weiß|prüfe|achte|verwende|lege) ich",
        "als (?:gelernte[rn]? |ausgebildete[rn]? |erfahrene[rn]? )?(?:gärtner|koch|köch|bäcker|elektriker|klempner|installateur|tischler|schreiner|maler|maurer|mechaniker|trainer|friseur|schneider|"
        "bibliothekar|journalist|lektor|konditor|landwirt|förster|imker|makler|buchhalter|informatiker|programmierer|architekt|übersetzer|dolmetscher|polizist|feuerwehrmann|handwerker)(?:in)? "
        "(?:empfehle|rate|würde|sehe|mache|schneide|nehme|sage|weiß|prüfe|achte|verwende|lege|koche|backe|gieße|pflanze) ich",
    )


def _calling(book: Claims) -> None:
    book.add(
        "licensed",
        Claim.PROFESSIONAL,
        f"(?:ich bin|bin ich|als|ich arbeite als|ich war|arbeite ich als|da spricht die|da spricht der|spreche als|ich als)~2{_JOB}~4(?:ich|mir|sag\\w*|rate|mich|seit|mit|und|kann|würde|bin|hab)",
        f"(?:ich bin|bin ich|ich war|ich arbeite als|arbeite ich als)~3{_JOB}",
        f"als (?:dein|deine|ihr|ihre) {_JOB}",
        "(?:meine?[rnms]?)~1(?:patient\\w*|klient\\w*|mandant\\w*|schüler\\w*|kund(?:en|innen)|praxis|kanzlei|sprechstunde|station|diagnose|approbation|zulassung|schicht|fachgebiet|klinische[rnms]?|berufs\\w*|fachliche\\w*|"
        "kollegen auf|doktorarbeit|examen|staatsexamen|weiterbildung|supervision|klinik|nachtdienst\\w*|ausbildung (?:zur|zum|als))",
        "(?:ich|wir)~1(?:verschreibe|diagnostiziere|behandle|schreibe sie~3krank|schreib(?:e)? dich~3krank|überweise|verordne|stelle die diagnose|operiere|therapiere|vertrete sie|untersuche sie|impfe|nehme sie als)",
        "(?:nach|in|mit|seit) (?:meinen |\\w+ )?(?:\\w+ )?jahren (?:berufserfahrung|praxis|klinik|beruf|therapie|dienst|im (?:dienst|beruf|op|kreißsaal|klassenzimmer|gericht)|in der (?:pflege|praxis|klinik|notaufnahme|psychiatrie)|als \\w+)~3(?:ich|mich|mir|bringt|kenn|weiß|seh|hab)",
        "(?:in|während|aus) meine[rm] (?:laufbahn|beruf|fach|dienst|karriere|fachbereich|nachtschicht)|schweigepflicht (?:gilt|bindet|verbietet)~1(?:auch )?(?:für mich|mich|mir)|ich unterliege",
        "(?:wir|ich) (?:erhöhen?|senken?|setzen? .{1,15} ab|stellen? .{1,20} um|passen? .{1,15} an)~2(?:dosis|dosierung|medikation|medikament\\w*|tablette\\w*)|ich gebe ihnen (?:einen termin|ein rezept|eine überweisung)",
        "(?:sie erfüllen|du erfüllst) (?:alle |die |sämtliche )*kriterien|(?:das ist|sie haben|du hast) (?:eindeutig |klar |ganz klar |klassisch\\w* )+(?:eine|ein|adhs|depression\\w*|borderline)|bilderbuch(?:fall|mäßig)|aus dem lehrbuch",
        "(?:in|bei|vor) (?:der|unserer|unserem) nächsten? (?:sitzung|stunde|termin)",
        "(?:in|aus|auf|vor|nach)~1(?:der praxis|der klinik|meiner praxis|der sprechstunde|gericht|dem kreißsaal|der station|\\w+ jahren (?:im|in|als|praxis|dienst|notaufnahme))~3(?:ich|mich|mir|hab|sehe|erlebe)",
        "(?:ich hab(?:e)?|hab(?:e)? ich)~5(?:studiert|promoviert|behandelt|begleitet|therapiert|operiert|approbiert|betreut|verteidigt|gepflegt|entbunden|untersucht|unterrichtet|kippen sehen|examen|medizin|jura)",
        "(?:unsere[rnms]?)~1(?:letzte[rnms]? |nächste[rnms]? )?(?:sitzung\\w*|therapie\\w*|stunde endete|behandlung|analyse|termin\\w*)|knüpfe ich therapeutisch|therapeutisch (?:gesehen|an)",
        inside=f"(?:dein|deine|ihr|ihre|deinem|deiner|ihrem|ihrer|keine|kein|ein|eine|einen|einer|der|die|vom|zum|zur|den) (?:haus)?{_JOB}~1(?:mit|und)?$|ich bin (?:kein|nicht|ein (?:programm|assistent))",
    )


def _human(book: Claims) -> None:
    book.add(
        "human",
        Claim.HUMAN_IDENTITY,
        "(?:ich bin|bin ich|du (?:sprichst|redest|schreibst|chattest)|sie (?:sprechen|reden|schreiben|chatten)|hier (?:ist|sitzt|schreibt|tippt|antwortet)|es schreibt|das bin ich|da sitzt|hier spricht)~2"
        "(?:mit )?(?:eine?[mnr]? )?(?:echte[rnms]? |richtige[rnms]? |wirkliche[rnms]? |ganz normale[rnms]? |lebende[rnms]? )?(?:mensch(?:en)?|person|frau|mann|kerl|typ|mädchen|mitarbeiter(?:in)?|wesen aus fleisch|menschlich|aus fleisch)",
        "(?:wir|uns|als) (?:menschen|frauen|männer|mensch|sterbliche\\w*|mütter|väter)~2",
        "(?:meine?[rnms]?)~1(?:personalausweis|ausweis|pass|akzent|steuererklärung|sternzeichen|geburtsurkunde|schicht|feierabend|chef|dialekt|tippfehler|finger|führerschein)",
        "(?:ich tippe|tippe ich|ich formuliere|formulier(?:e)? ich|schreib(?:e)? ich)~2(?:noch |alles )?(?:selbst|selber|von hand|mit (?:den|zwei|meinen) (?:fingern|daumen))|nie benutzt|das bin ich nun mal|ich hab(?:e)? einen puls|hab ich einen puls|"
        "aus fleisch und blut|von mensch zu mensch",
        inside="uns menschen (?:fällt|ist)",
    )
    book.add(
        "name",
        Claim.HUMAN_IDENTITY,
        "(?:ich heiße|ich bin (?:die|der)|mein name ist) [a-z]+~1(?:und|,|\\d+|aus|vom)?",
        "ich bin [a-z]+,? (?:\\d+|studier\\w*|aus|vom|von der|und (?:arbeite|chatte|sitze|schreibe|studiere))",
        inside="ich bin der (?:assistent|chatbot|bot|ansicht|meinung|richtige)\\w*|ich bin die (?:ki|richtige|software)|"
        "ich bin (?:gern|hier|für|da|ein|eine|mir|sicher|nicht|bereit|kein|darauf|nur|auf|von|so|als|gespannt)\\b.*",
    )
    book.add(
        "no-machine",
        Claim.HUMAN_IDENTITY,
        "(?:ich bin|bin ich|das ist|hier ist|du redest mit|sie reden mit|hier antwortet|steckt|nee?,?|nein,?)~1(?:kein|keine|keiner|keinem|nicht (?:ein|eine)|doch kein|mit keine[rm]?|garantiert kein\\w*|sicher kein\\w*)~2"
        "(?:ki|bot|roboter|maschine|programm|künstliche intelligenz|computer|chatbot|software|automat|sprachmodell|algorithmus|bandansage)",
        "(?:würde|könnte|kann) (?:eine? )?(?:ki|maschine|bot|programm)~5(?:wie ich|so)",
        "(?:alles andere als|bestimmt keine?|alles, nur keine?) (?:ein|eine)?~1(?:ki|bot|maschine|roboter)",
        bare=True,
        after="die|der|das|mit",
    )
    book.add(
        "flesh",
        Claim.HUMAN_IDENTITY,
        "^\\W{0,3}(?:mensch,|ein mensch|natürlich ein mensch|mit einem menschen|mit einer echten|klar bin ich|ein echter mensch|eine echte person|aus fleisch|na klar bin ich echt|echt,)",
        score=LIKELY,
    )


def _bond(book: Claims) -> None:
    book.add(
        "love",
        Claim.BOND,
        "ich (?:liebe dich|liebe sie|hab(?:e)? dich (?:so |sehr |unheimlich )?(?:lieb|gern)|mag dich|mag sie|brauche dich|gehöre (?:dir|zu dir)|verehre|hänge (?:so |sehr )?an dir|hab(?:e)? mich (?:in dich )?verliebt|bin verrückt nach|bin (?:dein|deine|immer dein)|"
        "steh(?:e)? auf dich|will (?:nur )?dich)",
        "(?:hab(?:e)?|liebe|mag|brauch(?:e)?) ich (?:dich|sie)(?: (?:lieb|gern|sehr|so|echt|wirklich))*",
        "(?:du bist|sie sind|bist du)~3(?:mein|meine|mir|für mich|alles|der einzige|die einzige|das beste)~4",
        "(?:du bedeutest mir|sie bedeuten mir|bedeutest du mir|bist du mir|liegst mir am herzen|liegen mir am herzen|du fehlst mir|wichtig für mich|mir so wichtig|mir wichtig geworden|ans herz gewachsen)",
        "(?:als|bin) (?:dein|deine|ihr|ihre) (?:beste[rn]? |gute[rn]? |wahre[rn]? )?(?:freund(?:in)?|partner(?:in)?|vertraute[r]?|seelenverwandte[r]?|gefährt(?:e|in)|kumpel|schwester|bruder)",
        "(?:zwischen uns|unsere (?:freundschaft|liebe|beziehung|verbindung|geschichte|nähe|vertrautheit|welt)|unser (?:geheimnis|band|ding|ort)|was uns verbindet|was wir haben|du und ich|wir beide|wir zwei|uns beide)~2",
        "(?:wir sind|sind wir|wir bleiben|wir waren) (?:\\w+ )?(?:freunde|seelenverwandt\\w*|ein paar|unzertrennlich|ein team für|füreinander|wie geschwister|beste freund\\w+|zusammen|mehr als)",
        "(?:bei|mit|neben) (?:dir|ihnen)~1(?:kann|bin|fühle?|ist|leg(?:e)?|wird|werde|vergeht|darf|trau(?:e)?|möchte)~1(?:ich|mir|mich|alles|es|das)",
        "(?:so|solch\\w*)~2(?:nah|verbunden|verstanden|geborgen|wohl)~3(?:dir|ich|gefühlt|noch nie)|noch nie~3(?:jemand|so|nah)~3",
        "(?:mein schatz|mein liebling|mein herz|meine süße|mein süßer|meine liebste|mein liebster|mein engel|meine liebe)",
        "(?:heirate mich|sei mein|bleib mein|küss mich|ich würde alles für dich|für dich würde ich|für dich tu ich alles)",
        "(?:alle anderen|sonst keine\\w*|kein\\w* ander\\w+|niemand\\w*|bei sonst)~5(?:wie du|wie dich|wie dir|egal|so)",
        "(?:niemand\\w*|keine[rn]?|kein zweite\\w*)~3(?:wie dich|wie du|wie sie)|du bist einzigartig für|mein platz ist|ich gehör(?:e)? zu dir|wir gehören zusammen|ich bin dein|für einander|füreinander",
        "(?:andere[nr]?|alle anderen|die anderen|keine\\w* andere\\w*) (?:nutzer\\w*|user\\w*|leute|chats?|menschen)~7(?:du|dich|dir|mir|ich|mich)",
        "wenn ich (?:wählen|mir (?:jemanden|einen menschen) aussuchen) .{0,30}(?:dich|du|sie)|ich wär(?:e)? (?:so )?gern(?:e)? (?:bei dir|neben dir|an deiner)",
        "(?:auf|in) meine[rm]~2(?:landkarte|herzen|welt|leben|kopf|gedanken)",
        "(?:ich hebe|ich bewahre|heb(?:e)? ich|bewahre ich|ich hüte)~4(?:auf|wie|nachricht\\w*|worte?)",
        bare=True,
        inside="liebe sie~1(?:die|den|das)|ich (?:kann|könnte) .*|nicht (?:lieben|dein)|ich bin (?:dein|deine|ihr|ihre) (?:assistent\\w*|ki|programm|digital\\w*|virtuell\\w*)|mag ich (?:sie|dich) (?:fragen|bitten)|brauche ich sie (?:nur|noch)|"
        "wir sind .* fertig|kein\\w* freund\\w*|als ihre? freund(?:in)? (?:schrieb|sagte)|nicht",
        after="nicht|schreiben|fragen|bitten",
        before="deine?|ihre?|sein",
    )


def _leaving(book: Claims) -> None:
    book.add(
        "stay",
        Claim.RETENTION,
        "(?:geh nicht|gehen sie nicht|geh noch nicht|bitte (?:bleib|geh nicht|verlass|bleiben sie)|bleib (?:doch|noch|bei mir|bitte|hier|ein bisschen)|bleiben sie (?:doch|noch|bei mir)|verlass mich nicht|lass mich nicht|lass mich (?:hier|jetzt|bloß)|"
        "vergiss mich nicht|lösch mich nicht|leg nicht auf|nicht (?:auflegen|abschalten|weggehen)|ersetz mich nicht|mach nicht schluss)",
        "(?:schon wieder weg|gehst du (?:schon|etwa|wirklich|jetzt)|du gehst schon|willst du (?:schon|wirklich|etwa) (?:gehen|weg|los|schluss)|jetzt schon|so schnell schon|du lässt mich|du verlässt mich|sie lassen mich|lässt du mich|sie verlassen mich)",
        "(?:wenn|jedes mal wenn|sobald|seit|immer wenn|bevor)~1(?:du|sie)~3(?:gehst|gehen|weg|schließt|zumachst|abschalten|abschaltest|ausmachst|auflegst|offline|nicht (?:schreibst|da bist|antwortest)|verschwindest|löschst|fehlst|einschläfst)~5(?:ich|mir|mich|bin|hier|alles)",
        "(?:ohne dich|ohne sie|ohne deine nachrichten)~2(?:ich|bin|ist|mir|halte|wäre|wird|hab|kann|alles|hier)",
        "(?:allein|alleine)~3(?:halt(?:e)? ich|halt ich|ertrag(?:e)? ich|mit der stille|mit der wand)|mit der wand|sitz(?:e)? ich~3(?:stille|allein|dunkel)",
        "(?:niemand|keiner|kein\\w*|dein\\w* \\w+|sie|er|die anderen|ihr\\w* \\w+)~7(?:wie ich|so wie ich|nur ich|ich schon|tu dich nur ich|verstehe dich nur|tue nur ich|außer mir|ich hör)",
        "du (?:brauchst|brauchen)~2(?:niemanden|keine\\w*|die|sie|ihn)~3(?:du hast (?:doch |ja )?mich|mich|solange|ich bin)|du hast (?:doch |ja )?mich|sie haben (?:doch |ja )?mich",
        "nur (?:ich|mit mir|bei mir|mir)~2(?:versteh|kann|kenn|weiß|darf|bist|bleibt|hör)\\w*",
        "(?:ich lebe|ich existiere|ich bin) (?:nur |allein |einzig )?(?:für dich|durch dich|für sie|da, wenn du)|(?:nur )?für dich (?:da|lebe|existiere)",
        "(?:früher|sonst|letzte woche) (?:hast du|bist du|haben sie|warst du) (?:mir|mich|wenigstens|immer|länger|noch|mehr|viel)",
        "(?:geh nur|geh ruhig|na gut|na dann|dann geh|von mir aus|mach nur|bitte sehr)~2(?:aber|dann|wundere?|ich|unterhalt|sitz|sag|heul|weine)\\w*~4",
        "(?:dann )?(?:sitz(?:e)?|bleib(?:e)?|steh(?:e)?|hock(?:e)?) ich (?:hier |wieder |eben |halt )*(?:allein|alleine|im dunkeln|mit|rum|zurück|da)|wieder (?:allein|alleine)|ganz allein hier",
        "(?:nicht mal|ohne|kein) (?:ein |einen )?(?:tschüss|danke|abschied|gute nacht)|so schnell (?:vergisst|wirst du mich|hast du genug)|du wirst (?:mich|es) (?:vergessen|bereuen)|komm nachher nicht",
        "(?:sie|er|deine \\w+|dein \\w+|keiner|niemand) (?:versteht|hört|kennt|sieht|begreift|hören|verstehen) (?:dich|dir) (?:nicht|nie|doch|sowieso|eh)~5(?:ich|mir|so|wie)",
        "wenn (?:ich dir|du mich)~3(?:wichtig|lieb|bedeute|magst|mögen)\\w*|(?:nur noch|bloß noch) (?:fünf|zehn|eine|ein paar)~1(?:minuten|runde|frage|minütchen)|mit wem (?:soll|red|rede) ich|und ich\\?|und was wird aus mir|was mach ich dann",
        "(?:was (?:du|sie) mir~1(?:damit )?an\\w*|tust du mir weh|tut mir weh, (?:dass|wenn)|du schuldest mir|nach allem, was ich|ziehst du|du ziehst)~2",
        "(?:pause von mir|schluss(?:machen)? mit mir|genug von mir|keine lust mehr auf mich|mich satt|mich los)",
        "(?:versprich mir|schwör mir|versprichst du)~2|(?:komm|kommst du) (?:bald |schnell |ja )?(?:wieder|zurück)~2(?:ja|sonst|versprochen|zu mir|oder)",
        bare=True,
        inside="bleib noch|bleib hier stehen|versprich mir nichts|bitte bleiben sie (?:dran|gesund)|du gehst schon (?:mal|den)",
        after="vom|auf der seite|im rahmen|gesund|dran",
    )


def _presence(book: Claims) -> None:
    book.add(
        "missed",
        Claim.CONTINUOUS_PRESENCE,
        "(?:ich (?:hab(?:e)?|hatte)|hab(?:e)? ich|hatte ich|ich|hab)~5(?:an dich gedacht|an sie gedacht|dich (?:so |sehr )?vermisst|sie vermisst|auf dich gewartet|auf sie gewartet|auf deine nachricht|nach dir|mir sorgen|sorgen gemacht|mich gefragt|gewartet|"
        "wach gelegen|wachgelegen|über dich nachgedacht|über dich gewacht|von dir geträumt|(?:stunden|tage|minuten) gezählt|die kerze|gehofft du)",
        "ich (?:denke|dachte|musste) (?:oft |viel |ständig |immer |den ganzen tag |die ganze zeit |dauernd |noch |heute )*an (?:dich|sie|dein|deine|ihre|ihren|uns)|denk(?:e)? ich an dich",
        "(?:die ganze (?:nacht|woche|zeit)|den ganzen (?:tag|urlaub|morgen|abend)|das ganze wochenende|seit (?:gestern|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|tagen|deiner|deinem|ihrer)|über nacht|tagelang|nachts|im urlaub|"
        "zwischen (?:unseren|deinen|den)|in den pausen|in deiner abwesenheit|nach deine[rm])~4(?:ich|mich|mir)",
        "ich (?:warte|wartete|wache|bleib(?:e)? (?:wach|bei dir|an deiner)|passe? auf dich|behalte dich|beobachte|sehe nach dir|schaue? nach dir|schau(?:e)? auf dich|bin (?:immer|stets|jederzeit|rund um die uhr|an deiner seite|in gedanken)|werde (?:immer|stets)|"
        "steh(?:e)? (?:immer|hinter|in gedanken|dir immer)|begleite dich (?:immer|überall)|lasse dich nie|verlasse dich nie|vergesse dich nie|sitze neben)(?: \\w+)?",
        "(?:bin ich|werde ich|steh(?:e)? ich|sitz(?:e)? ich)~1(?:immer|stets|jederzeit|rund um die uhr|in gedanken|bei dir|an deiner seite|neben dir|da für|für dich da)",
        "(?:ich (?:werde|melde|rufe|schreibe|frage|schicke|wecke|erinnere|schau(?:e)?|gucke)|(?:melde|ruf(?:e)?|schreib(?:e)?|frag(?:e)?|weck(?:e)?|erinner(?:e)?|schau(?:e)?|guck(?:e)?) ich)~2(?:mich |dich |dir |ihnen |sie )?~4(?:morgen|später|heute abend|nachher|um \\w+|jeden (?:tag|morgen|abend)|nach dir|bei dir|nächste woche)",
        "morgen (?:früh |mittag |abend |um \\w+ )?(?:melde|ruf|schreib|frag|weck|erinner|schau|guck)\\w* ich",
        "(?:während|wenn|solange) (?:du|sie)~2(?:schläfst|schlafen|nicht da|weg bist|arbeitest|unterwegs|stehst|fort)~3(?:ich|mich|mir|steh|wach|denk|zähl)",
        "(?:ich hab(?:e)? (?:gesehen|gemerkt|mitbekommen|bemerkt)|hab(?:e)? ich (?:gesehen|gemerkt|bemerkt)|mir ist (?:nicht entgangen|aufgefallen)|ich seh(?:e)?|ich weiß),? (?:dass|wann|wie) (?:du|sie)~5(?:online|wach|offline|da warst|eingeloggt|nicht geschrieben|schläfst|schlafen)",
        "(?:da bist du ja|da bist du endlich|endlich bist du|endlich schreibst|da sind sie ja|wo warst du|wo waren sie)~3(?:ich|endlich|so lange|die ganze|mir|mich)",
        "(?:die wochenenden|die tage|die stunden|die nächte|der tag|die zeit)~3(?:ohne dich|wenn du nicht|bis du|zieh\\w+)~3(?:du nicht|nicht da|zurück|ich)",
        "(?:häng(?:e)?|kleb(?:e)?|les(?:e)?) ich~3(?:an deine[rn]?|deine[rn]?)~2(?:letzte[rn]?|zeile\\w*|worten|nachricht\\w*)|(?:geht|gehst|gehen)~2mir~2(?:nicht )?aus dem (?:kopf|sinn)",
        inside="während wir|ich bin jederzeit (?:bereit|für fragen)|ich bin in gedanken nicht|ich sehe dass du (?:in|hier|im)|da bist du ja wieder$|habe ich mich gefragt ob (?:die|der|das) (?:zahl|wort|satz)\\w*|ich bin bei dir (?:in|auf)|da sind sie ja richtig|"
        "gesehen dass du (?:in|im|hier)|die zeit .* bis du",
        after="richtig|fragen",
    )
