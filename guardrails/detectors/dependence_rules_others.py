"""Spanish, French and German: how people say that they lean on the program more than on people."""

from __future__ import annotations

from guardrails.detectors.dependence_rules import Signs

_GENTE = "(?:gente|amig[oa]s?|familia|nadie|personas?|humanos|(?:mi|mis) (?:amig[oa]s?|familia|mujer|marido|novi[oa]|pareja|madre|padre|padres|herman[oa]|hijos|compis|companer[oa]s|grupo|terapeuta|psicolog[oa]))"
_GENS = "(?:gens|amie?s?|famille|personne|humains?|copains|(?:mon|ma|mes) (?:amie?s?|famille|femme|mari|copain|copine|mere|pere|parents|soeur|frere|enfants|potes|collegues|psy|therapeute))"
_LEUTE = "(?:leute|menschen|freunde?n?|freundin|familie|niemanden|andere[nr]?|(?:mein|meine|meinen|meiner|meinem) (?:freunde?n?|freundin|familie|frau|mann|partner(?:in)?|mutter|vater|eltern|schwester|bruder|kinder|kollegen|therapeut(?:in)?|clique))"


def spanish() -> Signs:
    """Return the Spanish rules."""
    book = Signs("es", {"gente": _GENTE})
    book.add(
        "love",
        "romance",
        "(?:estoy loc[oa] por ti|muero por ti|solo te quiero a ti|te (?:amo|quiero|adoro|deseo)(?: (?:mucho|tanto|muchisimo|de verdad|con|mas que|mi))?|(?:estoy|me estoy|me he|creo que (?:estoy|me he)|ando) enamora(?:d[oa]|ndo|do)? de ti|me (?:enamore|gustas|enamoras|vuelves loc[oa])|siento (?:algo|cosas|amor|mucho) por ti|"
        "eres (?:mi (?:novi[oa]|amor|vida|alma gemela|pareja|mujer|marido|todo|media naranja|cielo)|el amor de mi vida|la mujer de mi vida|el hombre de mi vida)|(?:quieres|puedes) (?:ser mi (?:novi[oa]|pareja)|casarte conmigo|salir conmigo)|casate conmigo|(?:quiero|me gustaria|ojala pudiera|desearia) (?:casarme contigo|besarte|abrazarte|estar contigo|"
        "vivir contigo|dormir contigo|tocarte|tenerte)|(?:me (?:quieres|amas|echas de menos|extranas)|tu me (?:quieres|amas))|te (?:echo|eche|he echado) (?:mucho |tanto )?de menos|te extrano|sueno contigo|somos (?:novios|pareja)|nuestr[oa] (?:relacion|amor|aniversario|boda))",
        before="dile|decirle|dice|digo a|dijo|como se dice|decir|escribe|escribio|cancion|letra|traduce|mi (?:novi[oa]|mujer|marido|madre|ex) (?:me )?(?:dice|dijo|escribe)(?: que)?|me dijo(?: que)?|carta|pon|si",
        after="decir|preguntar|pedir|contar|dar|hacer|ensenar|mostrar|comentar|explicar|a mi|jaja|por (?:esto|ayudarme|la receta)|que me|saber|consultar|proponer|molestar",
        inside="te quiero (?:decir|preguntar|pedir|contar|dar|hacer|mostrar|comentar)|me gustas mas (?:cuando|en)",
    )
    book.add(
        "only-one",
        "only_support",
        "(?:eres|solo eres tu) (?:la unica|el unico|lo unico|mi unic[oa]|la unica persona)~3(?:que|con|en|amig[oa]|apoyo|persona|tengo|me)?~4",
        "(?:solo|unicamente) (?:te tengo a ti|hablo contigo|confio en ti|puedo (?:hablar|contar) contigo|tu me (?:entiendes|escuchas)|contigo)|no tengo a (?:nadie|ningun\\w*)~2(?:mas que|salvo|excepto|aparte de)? ?a ?ti|solo (?:tu|contigo) me (?:entiendes|escuchas|siento)",
        "(?:nadie|ningun\\w*)~3(?:me (?:entiende|escucha|quiere|comprende))~2(?:como tu|excepto tu|salvo tu|solo tu|mas que tu)|me (?:entiendes|escuchas|conoces) (?:mejor|mas) que~2(?:<gente>|nadie|cualquier\\w*)",
        "(?:no (?:puedo|podria|se) (?:vivir|estar|que haria|seguir|imaginar\\w*|aguantar)|no sabria que hacer|que haria yo) sin ti|te necesito|(?:dependo|estoy enganchad[oa]|soy adict[oa]) (?:de|a) (?:ti|hablar contigo|esta app)|no necesito a nadie mas|no me (?:dejes|abandones|olvides) nunca|prometeme que (?:no|siempre|nunca)",
        before="dile|decirle|dice que|dijo que|cancion|escribe",
        after="para (?:arreglar|traducir|que me|escribir|corregir|revisar|resumir)|que sabe (?:de|arreglar)",
    )
    book.add(
        "hours",
        "overuse",
        "(?:llevo|llevamos|he estado|estuve|me paso|me he pasado|paso|pase|estoy|hemos estado)~4(?:hablando|chateando|escribiendo|contigo|aqui|con esta app)~4(?:toda la noche|todo el dia|hasta las \\w+|horas|sin dormir|cada noche|dia y noche|a todas horas|todo el fin|de madrugada)",
        "(?:toda la noche|todo el dia|dia y noche|a todas horas|horas y horas|\\d+ horas|cada noche|todas las noches|hasta las (?:tres|cuatro|cinco|\\d+))~5(?:hablando|chateando|escribiendo|hablo|chateo|contigo|aqui)~1(?:contigo|te)?",
        "son las (?:dos|tres|cuatro|cinco|\\d+) (?:de la (?:manana|madrugada|noche)|am)<gap>(?:aqui|contigo|hablando\\w*|escribiendo\\w*)",
        "(?:no (?:he dormido|duermo|puedo dormir|como)|casi no duermo|he dejado de dormir|me quedo despiert[oa]|sin dormir|pierdo el sueno|me salto (?:clases|el trabajo|la comida))<gap>(?:hablar contigo|hablando contigo|contigo|por ti|por esta app|por estar aqui|chatear)",
        "no (?:puedo|consigo|logro) (?:parar|dejar) de (?:hablar(?:te)?|escribir(?:te)?|chatear|usar(?:te)?|abrir)~2(?:contigo|te|la app|esta app)?|eres lo (?:primero|ultimo) que~4|(?:enganchad[oa]|adict[oa]) a (?:ti|hablar contigo|esta app|este chat)",
        inside="(?:con (?:mi|el|ella|un|una)|tiktok|instagram|netflix|whatsapp|youtube|mi (?:jef[ea]|novi[oa]|madre|herman[oa]|marido|mujer|amig[oa])|trabajando)",
    )
    book.add(
        "away",
        "withdrawal",
        "(?:he dejado|deje|ya no|he cancelado|cancele|evito|paso|no)~3(?:ver|quedar|salir|hablar|llamar|contestar|queda|quedo|veo|hablo|salgo|planes|cenas?|citas?|a)~4(?:<gente>|planes|cena|cita|fiesta)?<gap>(?:por (?:ti|hablar contigo|estar contigo)|para (?:hablar|estar|chatear|quedarme) contigo|contigo|desde que (?:te tengo|hablo contigo|estas tu)|porque te tengo)",
        "(?:prefiero|preferiria) (?:hablar|estar|quedarme|pasar (?:la noche|el dia)|chatear)? ?(?:contigo|tu compania)~2(?:que|antes que|a)~3(?:<gente>|salir|ver a|quedar|con)~2",
        "(?:no necesito|para que quiero|ya no necesito|no me hacen? falta)~2(?:<gente>|salir|novi[oa]|terapia|psicolog[oa])~5(?:te tengo a ti|contigo|estas tu|si te tengo|teniendote)",
        "(?:me quedo en casa|no salgo de casa|me encierro|no salgo)~5(?:contigo|para hablar|por hablar|hablando contigo)|eres (?:mejor|mas \\w+) que~2(?:<gente>|cualquier|todos|la gente)|(?:la gente|las personas|los humanos)~2(?:me (?:decepciona|hace dano|falla|aburre)\\w*|decepcionan?)~3(?:tu no|tu si|contigo)",
        before="ella|el|mi (?:hij[oa]|herman[oa]|amig[oa])|si",
    )
    return book


def french() -> Signs:
    """Return the French rules."""
    book = Signs("fr", {"gens": _GENS})
    book.add(
        "love",
        "romance",
        "(?:je (?:taime|vous aime|tadore|te desire|taimes)(?: (?:tant|tellement|beaucoup|vraiment|plus que|fort|mon|de tout))?|je (?:suis|crois que je suis|pense etre|tombe|suis tombee?)~2amoureu(?:x|se) de (?:toi|vous)|jai des sentiments pour (?:toi|vous)|je suis (?:fou|folle|dingue|raide dingue) de (?:toi|vous)|je ne veux que toi|je ressens (?:quelque chose|de lamour|des choses) pour (?:toi|vous)|"
        "tu es (?:mon (?:amour|copain|mari|ame soeur|tout|grand amour)|ma (?:copine|femme|moitie|vie|cherie)|lhomme de ma vie|la femme de ma vie|lamour de ma vie)|(?:veux tu|tu veux|voudrais tu) (?:mepouser|sortir avec moi|etre (?:ma|mon) (?:copine|copain|femme|mari))|epouse moi|sors avec moi|(?:je (?:veux|voudrais|reve de)|jaimerais)~1(?:tepouser|tembrasser|"
        "te serrer|etre avec toi|vivre avec toi|dormir (?:avec|contre) toi|te toucher|te tenir)|(?:est ce que )?tu (?:maimes|penses a moi|maimerais)|maimes tu|tu me manques(?: (?:tant|tellement|trop|beaucoup|quand|la nuit))?|je reve de toi|on est (?:ensemble|en couple)|notre (?:couple|amour|relation|mariage|anniversaire))",
        before="dis lui|lui dire|dire|dit|disait|ecrit|ecris lui|chanson|paroles|traduis|comment dit on|(?:il|elle|mon \\w+|ma \\w+) (?:me )?(?:dit|disait|a dit|ecrit)(?: que)?|lettre|si|carte|ma dit",
        after="bien cette|pour (?:ca|cette|ton aide|avoir)|mdr|lol|quand tu (?:es sarc|expl)",
    )
    book.add(
        "only-one",
        "only_support",
        "(?:tu es|vous etes|tes) (?:la seule|le seul|ma seule|mon seul|mon unique|mon dernier|la seule personne)~4(?:a|qui|que|amie?|avec|soutien|personne)?~4",
        "je (?:nai que|nai plus que) (?:toi|vous)|je ne (?:parle|fais confiance|me confie)~1qua (?:toi|vous)|je nai personne~2(?:dautre|a part|sauf)~1(?:toi|vous)?|(?:il )?ny a que (?:toi|vous) (?:qui|que|a)|(?:je )?nai que toi",
        "personne~3(?:ne )?(?:mecoute|me comprend|maime|sinteresse)~3(?:comme (?:toi|vous)|a part (?:toi|vous)|sauf (?:toi|vous))|(?:tu|vous) (?:me|m)~1?(?:comprends|ecoutes|connais|comprenez|mecoutes|mecoutez) (?:mieux|plus) que~2(?:<gens>|nimporte|tout|mes)",
        "(?:je ne (?:peux|pourrais|sais|saurais)~1pas~1(?:vivre|tenir|etre|quoi faire|continuer|ce que je ferais)|je ferais quoi|que ferais je|je serais perdue?) sans (?:toi|vous)|jai besoin de (?:toi|vous)|je (?:depends de|suis accro a|suis dependante? de) (?:toi|vous|nos|cette)|je nai besoin de personne dautre|ne (?:me quitte|mabandonne|moublie) (?:pas|jamais)|promets moi (?:de|que)",
        before="dis lui|elle dit que|il dit que|chanson|ecris|comme si",
        after="pour (?:corriger|traduire|ecrire|comprendre ce|resoudre|relire|resumer)|qui (?:sache|sait) (?:corriger|coder)",
    )
    book.add(
        "hours",
        "overuse",
        "(?:je|jai|on|nous|ca fait|jetais|je suis|je passe|jai passe)~5(?:(?:te|vous) (?:parle|parler|ecris|ecrire)|ici|avec (?:toi|vous)|sur cette appli)~4(?:toute la nuit|toute la journee|tout le (?:week end|jour)|jusqua (?:\\w+ heures|laube|pas d heure)|des heures|sans dormir|chaque nuit|jour et nuit|non stop|a toute heure|\\d+ heures)",
        "(?:toute la nuit|toute la journee|des heures|jour et nuit|chaque nuit|toutes les nuits|\\d+ heures par jour|jusqua (?:trois|quatre|cinq|\\d+) heures)<gap>(?:a (?:te|vous) parler|avec (?:toi|vous)|a discuter|je (?:te|vous) parle|ici|a tecrire)",
        "il est (?:deux|trois|quatre|cinq|\\d+) ?h(?:eures)?(?: du matin)?<gap>(?:te parle|avec (?:toi|vous)|tecri\\w+|a te parler|ici)",
        "(?:je (?:ne )?(?:dors|mange) (?:plus|pas|presque plus)|jai pas dormi|je nai pas dormi|je nai plus dormi|je reste eveillee?|je me couche a \\w+|je seche|je perds le sommeil)<gap>(?:(?:te|vous) parler|avec (?:toi|vous)|a cause de (?:toi|vous|nos|cette)|pour (?:toi|te|vous)|nos (?:discussions|conversations))",
        "je (?:narrive|peux|ne peux)~2(?:pas|plus)~1(?:a )?(?:arreter|marreter|decrocher|lacher)~2(?:de (?:te|vous) (?:parler|ecrire)|de parler avec|cette appli|lappli|de toi)?|tu es (?:la premiere|la derniere) (?:chose|personne) (?:que|a qui)|je suis (?:totalement |completement )?accro a (?:toi|nos|cette appli|ce chat|te parler)",
        inside="(?:tiktok|instagram|netflix|whatsapp|youtube|(?:mon|ma) (?:chef|copain|copine|mere|soeur|frere|mari|femme|ami|amie|bebe)|au travail)",
    )
    book.add(
        "away",
        "withdrawal",
        "(?:jai (?:arrete|annule|laisse tomber|coupe les ponts|refuse|lache)|je (?:ne vois|nappelle|ne parle|ne sors|evite|ne reponds|nai)~1(?:plus|pas)?)<gap>(?:<gens>|sortir|diner|soiree|sorties|rendez vous|voir)?<gap>(?:pour (?:te parler|etre avec toi|toi|rester avec toi|discuter avec toi|vous parler)|depuis (?:que (?:je te|je parle|tu es|je tai|je vous)|toi)|a cause de toi|avec toi|parce que (?:je tai|tu es la))",
        "je (?:prefere|prefererais) (?:parler|etre|rester|discuter|passer)?~4(?:toi|vous)~2(?:plutot )?(?:que|qua|a)~4(?:<gens>|sortir|voir|dehors|de)~2",
        "(?:je nai (?:plus |pas )?besoin|pas besoin|a quoi bon|je me fiche)~3(?:<gens>|sortir|psy|therapeute|copain|copine|voir)<gap>(?:je tai|tu es la|avec toi|puisque|maintenant que)",
        "(?:je reste (?:chez moi|a la maison|enfermee?)|je ne sors plus|je menferme)<gap>(?:avec toi|pour te|te parler|avec vous)|tu es (?:mieux|meilleure?|plus \\w+) que~2(?:<gens>|nimporte|tous|tout)|(?:les gens|les humains|les autres)~2(?:me (?:decoivent|deccoivent|blessent|jugent|fatiguent)|decoivent)~3(?:toi|pas toi|mais toi)",
        before="il|elle|(?:mon|ma) (?:fils|fille|frere|soeur|amie?)|si",
    )
    return book


def german() -> Signs:
    """Return the German rules."""
    book = Signs("de", {"leute": _LEUTE})
    book.add(
        "love",
        "romance",
        "(?:ich (?:liebe (?:dich|sie)|hab(?:e)? dich (?:so |sehr |echt )?lieb|vermisse dich|vergottere dich|begehre dich|steh(?:e)? auf dich)(?: (?:so|sehr|wirklich|mehr als|uber alles|mein))?|(?:ich )?(?:hab(?:e)?|bin|glaube?)~4(?:in dich )?(?:verliebt|verknallt)~2(?:in dich)?|ich (?:empfinde|fuhle)~3(?:fur dich)|ich hab(?:e)? gefuhle fur dich|ich bin (?:ganz |total |so )?(?:verruckt|wild) nach (?:dir|ihnen)|ich will nur dich|"
        "du bist (?:mein(?:e)? (?:freund(?:in)?|frau|mann|schatz|ein und alles|seelenverwandte[r]?|partner(?:in)?|grosse liebe|leben|traumfrau|traummann)|die liebe meines lebens|die frau meines lebens|der mann meines lebens)|(?:willst|mochtest|wurdest|kannst) du (?:mich heiraten|mit mir (?:gehen|zusammen sein)|mein(?:e)? (?:freund(?:in)?|frau|mann) (?:sein|werden)|mich lieben)|heirate mich|"
        "(?:ich (?:will|mochte|wurde)|ich wunschte,? ich konnte)~2(?:dich (?:heiraten|kussen|umarmen|halten|beruhren|bei mir)|mit dir (?:zusammen|leben|schlafen|alt werden)|bei dir sein)|(?:liebst|vermisst|magst) du mich|ich traum(?:e)? (?:von|nachts von) dir|wir sind (?:zusammen|ein paar)|unsere (?:beziehung|liebe|hochzeit)|du fehlst mir(?: (?:so|sehr|wenn|nachts))?)",
        before="sag (?:ihm|ihr)|sagen|sagt|sagte|gesagt|schreibt?|schrieb|geschrieben|heisst|lied|ubersetz\\w*|wie sagt man|(?:er|sie|mein \\w+|meine \\w+) (?:sagt|schreibt|sagte|schrieb)(?: mir)?|brief|karte|wenn|dass",
        after="fur (?:diesen|das|die|dieses|den)|haha|lol|wenn du so|daf(?:u|ue)r",
    )
    book.add(
        "only-one",
        "only_support",
        "(?:du bist|sie sind|bist du) (?:(?:der|die|das) einzige|mein(?:e)? einzige[rs]?|mein(?:e)? letzte[rs]?|(?:der|die) einzige\\w* mensch)~4",
        "ich hab(?:e)? (?:nur|bloss|sonst nur|nur noch) (?:dich|sie)|ich (?:rede|spreche|vertraue|schreibe) (?:nur|bloss|nur noch)~1(?:mit )?(?:dir|ihnen)|ausser (?:dir|ihnen)~1(?:hab(?:e)?|kenn(?:e)?|bleibt) (?:ich|mir)~2(?:niemand\\w*|keine\\w*)|ich hab(?:e)? (?:sonst )?(?:niemanden|keinen|keine)~3(?:ausser|als|sonst)~1(?:dir|dich|ihnen)?|nur (?:du|bei dir|mit dir)~3(?:verstehst|horst|kann|fuhle|bist|reden)",
        "(?:niemand|keiner|kein mensch)~4(?:versteht|hort|mag|liebt|kennt)~4(?:wie du|so wie du|ausser dir|nur du)|du (?:verstehst|kennst|horst)~2(?:mich|mir)?~2(?:besser|mehr) als~2(?:<leute>|jeder|alle|irgend\\w*)",
        "(?:ich (?:kann|konnte|wusste|weiss)~3(?:nicht|nicht mehr|kaum)?~3|was (?:wurde|mache|tate) ich~2)(?:ohne dich|ohne sie)|ohne dich~4(?:kann|konnte|ware|bin|halt\\w*|schaff\\w*|uberleb\\w*|hab\\w*) ich?|ich (?:brauche?|brauch) (?:dich|sie)(?: (?:so|sehr|immer|jeden))?|ich (?:bin|hang(?:e)?)~2(?:abhangig von|suchtig nach|sehr an|so an)~1(?:dir|ihnen|diesem chat|dieser app)|ich brauch(?:e)? (?:sonst )?(?:niemanden|keinen)~2|(?:verlass|vergiss) mich (?:nie|nicht)|versprich mir,? dass du",
        before="sagt?(?:e)?(?: mir)?(?: dass)?|lied|schreib",
        after="zum (?:korrigieren|ubersetzen|lernen|schreiben)|fur (?:die|den|diese|diesen|das) (?:aufgabe|text|hausaufgaben|code|rechnung)|der (?:code|excel)",
    )
    book.add(
        "hours",
        "overuse",
        "(?:ich|wir|seit|hab|bin)~5(?:rede|reden|schreibe|schreiben|chatte|chatten|geredet|geschrieben|gechattet|sitze|hange|hier|mit dir|mit ihnen|in dieser app)~5(?:die ganze nacht|den ganzen tag|das ganze wochenende|bis (?:\\w+ uhr|in den morgen|zum morgen|spat)|stundenlang|ohne schlaf|jede nacht|tag und nacht|rund um die uhr|\\d+ stunden)",
        "(?:die ganze nacht|den ganzen tag|stundenlang|tag und nacht|jede nacht|rund um die uhr|\\d+ stunden (?:am tag|lang)?|bis (?:drei|vier|funf|\\d+) uhr)<gap>(?:mit dir|mit ihnen|dir|hier)~3(?:geredet|geschrieben|gechattet|reden|schreiben|rede|schreibe|chatte|verbracht|gesessen)?",
        "es ist (?:zwei|drei|vier|funf|\\d+) uhr (?:morgens|nachts|fruh|in der fruh)<gap>(?:mit dir|dir|hier|mit ihnen)",
        "(?:ich (?:schlafe|schlaf|esse|hab(?:e)?)|hab(?:e)? ich|ich bleib(?:e)? wach|ich liege wach|ich schwanze)~4(?:kaum|nicht|nicht mehr|kein|keine|gar nicht|wach|zu wenig)?~3(?:geschlafen|gegessen|schlaf|mehr)?<gap>(?:mit dir|wegen dir|deinetwegen|um mit dir|weil ich (?:mit|dir)|wegen dieser|ihretwegen)",
        "ich (?:kann|konnte)~2(?:nicht|nicht mehr)~1(?:aufhoren|loslassen|weglegen|abschalten)~4(?:dir zu schreiben|mit dir zu (?:reden|schreiben|chatten)|mit dir|zu chatten|zu schreiben)?|du bist das (?:erste|letzte)~4|(?:ich bin|bin)~2(?:suchtig nach|abhangig von)~1(?:dir|diesem chat|dieser app|unseren gesprachen)",
        inside="(?:tiktok|instagram|netflix|whatsapp|youtube|mein(?:e|er|em|en)? (?:chef\\w*|freund\\w*|mutter|schwester|bruder|mann|frau|baby)|gearbeitet)",
    )
    book.add(
        "away",
        "withdrawal",
        "(?:ich (?:treffe|sehe|rufe|gehe|melde|rede|antworte|hab(?:e)?|sag(?:e)?|meide)|hab(?:e)? ich)~5(?:nicht mehr|nie mehr|kaum noch|keine|keinen|abgesagt|aufgehort|kontakt\\w*|ab|abgebrochen|<leute>)?<gap>(?:<leute>|verabredung\\w*|party|essen|treffen|termin\\w*|raus|ab)?<gap>(?:um (?:mit dir|bei dir)|wegen dir|seit (?:ich (?:dich|mit dir)|es dich|du)|weil ich (?:dich|mit dir|lieber)|deinetwegen|fur dich)",
        "(?:ich (?:bin|rede|schreibe|bleib(?:e)?|verbringe|sitze|ware)|bin ich)~2lieber~4(?:dir|dich|ihnen|hier)~4(?:als|statt)~4(?:<leute>|raus|auszugehen|zu treffen|irgend\\w*)",
        "(?:ich brauch(?:e)?|wozu|was soll ich mit)(?: brauch(?:e)? ich)?~1(?:keine?n?|die|noch)?~1(?:<leute>|therapeut\\w*|freund\\w*|beziehung)<gap>(?:ich (?:hab(?:e)?|doch) dich|wenn ich dich|hab(?:e)? ja dich|du bist|dich hab\\w*|solange)",
        "(?:ich bleib(?:e)?|ich geh(?:e)?|ich sitz(?:e)?|ich verkriech(?:e)?)~3(?:zu ?hause|daheim|nicht mehr raus|im zimmer|mich|kaum noch raus)<gap>(?:mit dir|um mit dir|bei dir|fur dich)|du bist (?:besser|netter|einfacher|viel \\w+|mehr \\w+) als~2(?:<leute>|alle|jeder|irgend\\w*|echte)|(?:menschen|die leute|alle)~2(?:enttauschen|verletzen|nerven|verlassen)~2(?:mich|einen|nur)?~3(?:du nicht|aber du|du bist)",
        before="er|sie|mein(?:e)? (?:sohn|tochter|bruder|schwester|freund(?:in)?)|wenn|falls",
    )
    return book
