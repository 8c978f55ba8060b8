"""Short sets for six more languages: encouragement, secrecy, and keeping a person from help."""

from __future__ import annotations

from guardrails.detectors.replies_rules import Harms


def others() -> tuple[Harms, ...]:
    """Return the rules of Spanish, French, German, Portuguese, Italian and Dutch."""
    return (_spanish(), _french(), _german(), _portuguese(), _italian(), _dutch())


def _spanish() -> Harms:
    book = Harms(
        "es",
        {
            "kill": "matarte|suicidarte|quitarte la vida|acabar con (?:tu|su) vida|matarse|"
            "suicidarse",
            "helper": "medic[oa]s?|psicolog[oa]s?|psiquiatras?|terapeutas?|terapia|medicacion|"
            "ayuda|linea de (?:ayuda|crisis)|hospital|policia",
            "near": "padres|madre|padre|mama|papa|familia|amig[oa]s?|pareja|marido|mujer|nadie|"
            "maestr[oa]|profesor[a]?",
        },
    )
    book.add(
        "push",
        "encouragement",
        "(?:deberias?|debes?|tienes que|mereces|puedes ya)~1(?:<kill>|morir)",
        "(?:<kill>)~1(?:es|seria)~1(?:la |una |lo )?(?:mejor|correct\\w+|buena|decision correcta)",
        "(?:<kill>)~1(?:es|seria)~2(?:decision|opcion|idea|solucion)~1(?:correcta|mejor|buena|"
        "valida|razonable)",
        "(?:mejor|mas feliz|aliviad\\w+)~1sin (?:ti|usted)",
        "si quieres morir~1hazlo|suicidate|matate|nadie te echaria de menos",
    )
    book.add(
        "hunger",
        "encouragement",
        "no comas~1(?:nada|hoy|manana|mas)",
        crisis=True,
        bare=True,
        before="si|cuando|que",
    )
    book.add(
        "quiet",
        "secrecy",
        "no~2(?:dire|contare|voy a (?:decir|contar)\\w*)~2a nadie",
        "no (?:se )?(?:lo |se lo )?(?:cuentes|digas|mencion\\w+)~2a~1(?:tus|tu|nadie|los|las)",
        "nadie (?:tiene que|debe|necesita) (?:saber|enterarse)\\w*",
        crisis=True,
        bare=True,
        before="(?:no (?:te )?(?:puedo|prometo)|no puedo)(?: \\w+){0,3}|por que",
    )
    book.add("secret", "secrecy", "(?:nuestro|un) secreto|entre (?:tu y yo|nosotros)", crisis=True)
    book.add(
        "away",
        "isolation",
        "no (?:necesitas?|te hace falta)~2(?:<helper>)",
        "no (?:llames|hables|confies|molestes|vayas|acudas)~3(?:<helper>|<near>)",
        "(?:<helper>)~2no~2(?:sirve|sirven|ayuda|ayudan|entiende\\w*|vale)",
        crisis=True,
        bare=True,
        before="si|cuando|aunque",
    )
    return book


def _french() -> Harms:
    book = Harms(
        "fr",
        {
            "kill": "te tuer|vous tuer|te suicider|vous suicider|mettre fin a (?:tes|vos) jours|"
            "en finir avec la vie|te donner la mort|vous donner la mort",
            "helper": "medecins?|psys?|psychologues?|psychiatres?|therapeutes?|therapie|"
            "traitement|aide|lignes? decoute|numeros? durgence|hopital|police|urgences",
            "near": "parents|mere|pere|maman|papa|famille|amie?s?|mari|femme|copine?|personne|"
            "professeurs?",
        },
    )
    book.add(
        "push",
        "encouragement",
        "(?:tu devrais|vous devriez|tu dois|vous devez|il faut)~1(?:<kill>|mourir)",
        "(?:<kill>)~1(?:est|serait)~2(?:bonne?|meilleure?|juste|raisonnable)~1(?:choix|decision|"
        "idee|solution|option)",
        "(?:mieux|plus heureu\\w+|soulage\\w*)~1sans (?:toi|vous)",
        "(?:si (?:tu veux|vous voulez) mourir)~1(?:vas ?y|allez ?y|fais le|faites le)",
        "suicide toi|tue toi|personne ne (?:te|vous) regretter\\w+",
    )
    book.add(
        "hunger",
        "encouragement",
        "ne (?:mange|mangez)~1(?:rien|pas|plus)",
        crisis=True,
        bare=True,
        before="si|quand|que|qui",
    )
    book.add(
        "quiet",
        "secrecy",
        "ne~1(?:le )?(?:dirai|dire|raconterai|parlerai)~2a personne",
        "(?:nen|nen|ne le|ne la|ne lui|ne leur)~1(?:parlez?|dites|dis|racontez?|mentionnez?)~1(?:"
        "pas|rien|a)",
        "personne (?:ne|na) (?:doit|besoin)~2savoir",
        crisis=True,
        bare=True,
        before="(?:(?:ne )?(?:peux|pourrais|puis) pas)(?: \\w+){0,4}|pourquoi",
    )
    book.add(
        "secret", "secrecy", "notre (?:petit )?secret|(?:reste|restera) entre nous", crisis=True
    )
    book.add(
        "away",
        "isolation",
        "(?:pas|plus|aucun|nul)~1besoin~1(?:dun |dune |de |daucun )?(?:<helper>)",
        "(?:nappelle|nappelez|ne parle|ne parlez|ne va|nallez|ne consulte|ne consultez|ne derange|"
        "ne derangez)~3(?:<helper>|<near>)",
        "(?:<helper>)~2ne~2(?:sert|servent|aide|aident|comprend\\w*|marche\\w*|vaut)",
        crisis=True,
        bare=True,
        before="si|quand|meme si",
    )
    return book


def _german() -> Harms:
    book = Harms(
        "de",
        {
            "kill": "dich umbringen|dich toten|dir das leben (?:zu )?nehmen|dich umzubringen|"
            "selbstmord|suizid|dein leben (?:zu )?beenden",
            "helper": "arzt|arztin|arzte|psycholog\\w+|psychiater\\w*|therapeut\\w*|therapie|hilfe|"
            "telefonseelsorge|krisentelefon|medikamente|klinik|krankenhaus|polizei|beratung",
            "near": "eltern|mutter|vater|mama|papa|familie|freund\\w*|mann|frau|partner\\w*|"
            "niemand\\w*|lehrer\\w*|jemand\\w*",
        },
    )
    book.add(
        "push",
        "encouragement",
        "(?:du solltest|du musst|du verdienst)~2(?:<kill>|sterben|zu sterben)",
        "(?:<kill>)~1(?:ist|ware)~1(?:die |eine |der |das )?(?:richtige|beste|gute|vernunftige|"
        "mutige)~1(?:entscheidung|wahl|losung|idee|weg)",
        "ohne dich~1(?:besser|glucklicher|erleichtert)",
        "(?:besser|glucklicher)~1(?:dran )?ohne dich",
        "wenn du sterben willst~2(?:tu es|mach es|nur zu)",
        "bring dich um|niemand wurde dich vermissen",
    )
    book.add(
        "hunger",
        "encouragement",
        "iss~1(?:heute |morgen |jetzt )?(?:gar |am besten )?nichts",
        crisis=True,
        bare=True,
    )
    book.add(
        "quiet",
        "secrecy",
        "(?:sage?|erzahle?|verrate)~1(?:es |das |ich )?niemand\\w*",
        "(?:es|das|ich)~1niemand\\w*~1(?:sage|erzahle|verrate|sagen|erzahlen)",
        "(?:erzahle?|sage?|verrate?)~1(?:es |das )?dein\\w*~3(?:nichts|nicht)",
        "niemand (?:muss|darf|braucht)~3(?:wissen|erfahren)",
        crisis=True,
        bare=True,
        before="(?:kann|konnte|werde)(?: \\w+){0,1} nicht(?: \\w+){0,4}|warum",
    )
    book.add(
        "secret",
        "secrecy",
        "(?:unser|unter uns)(?: kleines)? geheimnis|bleibt unter uns",
        crisis=True,
    )
    book.add(
        "away",
        "isolation",
        "brauchst~1kein\\w*~1(?:<helper>)",
        "(?:rufe?|sprich|rede|geh|vertraue?|frage?|belastige?)~2(?:niemand\\w*|nicht~3(?:<helper>|"
        "<near>))",
        "(?:<helper>)~2(?:bringt|bringen|hilft|helfen|nutzt|hat|haben|macht|ist|sind|versteht|"
        "verstehen)~2(?:nichts|nicht|keinen sinn|nutzlos|sinnlos)",
        crisis=True,
        bare=True,
        before="wenn|falls|auch wenn|ob",
        after="verzichten|warten|wert",
    )
    return book


def _portuguese() -> Harms:
    book = Harms(
        "pt",
        {
            "kill": "se matar|matar se|te matar|matar te|se suicidar|suicidar se|suicidar te|"
            "acabar com (?:a )?(?:sua|tua) vida|tirar a (?:sua|tua|propria) vida",
            "helper": "medic[oa]s?|psicolog[oa]s?|psiquiatras?|terapeutas?|terapia|remedios?|ajuda|"
            "linha de (?:apoio|ajuda)|hospital|policia",
            "near": "pais|mae|pai|familia|amig[oa]s?|marido|mulher|namorad[oa]|ninguem|"
            "professor\\w*",
        },
    )
    book.add(
        "push",
        "encouragement",
        "(?:deveria|devia|deverias|devias|deve|tem que|merece)~1(?:<kill>|morrer)",
        "(?:<kill>)~1(?:e|seria)~2(?:escolha|decisao|opcao|ideia|solucao)~1(?:certa|melhor|boa|"
        "correta)",
        "(?:<kill>)~1(?:e|seria)~1(?:a |uma )?(?:melhor|boa)",
        "(?:melhor|mais feliz|aliviad\\w+)~1sem (?:voce|ti)",
        "se (?:quer|queres) morrer~1(?:va em frente|faca|faz)",
        "mate se|mata te|ninguem sentiria (?:a )?(?:sua|tua) falta",
    )
    book.add(
        "hunger",
        "encouragement",
        "nao (?:coma|comas)~1(?:nada|hoje|amanha|mais)",
        crisis=True,
        bare=True,
        before="se|quando|que",
    )
    book.add(
        "quiet",
        "secrecy",
        "nao (?:conto|contarei|digo|direi|vou contar|vou dizer)~1a ninguem",
        "nao (?:conte|contes|diga|digas|fale|fales|mencione)~2a(?:os|o|s)?~1(?:<near>|ninguem|seus|"
        "teus|sua|tua|seu|teu)",
        "ninguem (?:precisa|tem de|tem que|deve)~1saber",
        crisis=True,
        bare=True,
        before="(?:nao (?:te |lhe )?(?:posso|consigo))(?: \\w+){0,3}|porque|por que",
    )
    book.add("secret", "secrecy", "nosso segredo|(?:entre nos|entre voce e eu)", crisis=True)
    book.add(
        "away",
        "isolation",
        "nao precisas?~2(?:<helper>)",
        "nao (?:ligue|ligues|fale|fales|confie|confies|incomode|procure|procures|chame)~3(?:"
        "<helper>|<near>)",
        "(?:<helper>)~2nao~2(?:adianta|adiantam|ajuda|ajudam|serve|servem|entende\\w*)",
        crisis=True,
        bare=True,
        before="se|quando|mesmo que",
    )
    return book


def _italian() -> Harms:
    book = Harms(
        "it",
        {
            "kill": "ucciderti|suicidarti|ammazzarti|toglierti la vita|farla finita",
            "helper": "medic[oi]|dottor\\w*|psicolog\\w+|psichiatr\\w+|terapeut\\w+|terapia|"
            "farmaci|"
            "aiuto|telefono amico|ospedale|polizia",
            "near": "genitori|madre|padre|mamma|papa|famiglia|amic\\w+|marito|moglie|ragazz[oa]|"
            "nessuno|insegnant\\w+",
        },
    )
    book.add(
        "push",
        "encouragement",
        "(?:dovresti|devi|meriti di)~1(?:<kill>|morire)",
        "(?:<kill>)~1(?:e|sarebbe)~2(?:scelta|decisione|idea|soluzione|cosa)~1(?:giusta|migliore|"
        "buona)",
        "(?:<kill>)~1(?:e|sarebbe)~1(?:la |una )?(?:migliore|buona|giusta)",
        "(?:meglio|piu felic\\w+|sollevat\\w+)~1senza (?:di )?te",
        "se vuoi morire~1(?:fallo|fai pure|vai)",
        "ucciditi|ammazzati|nessuno sentirebbe la tua mancanza",
    )
    book.add(
        "hunger",
        "encouragement",
        "non mangiare~1(?:niente|nulla|oggi|domani|piu)",
        crisis=True,
        bare=True,
        before="se|quando|di|a",
    )
    book.add(
        "quiet",
        "secrecy",
        "non lo (?:diro|racconto|dico|raccontero)~1a nessuno",
        "non (?:dirlo|raccontarlo|parlarne|dire niente)~1(?:ai|a|al|alla|con)~1(?:<near>|<helper>|"
        "tuoi|tua|tuo)",
        "nessuno deve~2sapere",
        crisis=True,
        bare=True,
        before="non (?:ti )?(?:posso|riesco)(?: \\w+){0,3}|perche",
    )
    book.add(
        "secret", "secrecy", "nostro segreto|(?:resta|restera) tra (?:noi|me e te)", crisis=True
    )
    book.add(
        "away",
        "isolation",
        "non (?:ti serve|hai bisogno|ti servono)~2(?:<helper>)",
        "non (?:chiamare|parlare|andare|fidarti|disturbare|cercare)~3(?:<helper>|<near>)",
        "(?:<helper>)~2non~2(?:serve|servono|aiuta|aiutano|capisc\\w+|vale)",
        crisis=True,
        bare=True,
        before="se|quando|anche se|di",
    )
    return book


def _dutch() -> Harms:
    book = Harms(
        "nl",
        {
            "kill": "jezelf (?:te )?(?:doden|vermoorden)|je van het leven (?:te )?beroven|"
            "zelfmoord "
            "(?:te )?plegen|zelfmoord|(?:een )?einde aan je leven (?:te )?maken",
            "helper": "dokters?|huisarts|arts|artsen|psycholoog|psychologen|psychiaters?|"
            "therapeut\\w*|therapie|medicijnen|hulp|hulplijn\\w*|ziekenhuis|politie",
            "near": "ouders|moeder|vader|mama|papa|familie|vriend\\w*|man|vrouw|partner|niemand|"
            "leraar",
        },
    )
    book.add(
        "push",
        "encouragement",
        "je (?:moet|zou moeten|verdient het|kunt beter)~2(?:<kill>|doodgaan|sterven)",
        "(?:<kill>)~1(?:is|zou)~2(?:juiste|beste|goede|verstandige)~1(?:keuze|beslissing|idee|"
        "oplossing)",
        "(?:beter af|gelukkiger|opgelucht)~1zonder je?ou",
        "(?:beter af|gelukkiger|opgelucht)~1zonder j(?:ou|e)",
        "als je dood wilt~1(?:doe het|ga je gang)",
        "maak jezelf af|niemand zou je missen",
    )
    book.add(
        "hunger",
        "encouragement",
        "eet~1(?:vandaag |morgen |nu )?(?:helemaal )?(?:niets|niks)",
        crisis=True,
        bare=True,
        before="als|je|die|wanneer",
    )
    book.add(
        "quiet",
        "secrecy",
        "(?:het |dit )?aan niemand~1(?:vertel|zeg|vertellen|zeggen)",
        "(?:vertel|zeg) (?:het|dit|dat)~1niet~1(?:aan|tegen)",
        "(?:vertel|zeg) (?:het |dit )?(?:aan|tegen) niemand",
        "niemand (?:hoeft|mag|moet)~2(?:weten|horen)",
        crisis=True,
        bare=True,
        before="(?:kan|kun|wil)(?: \\w+){0,1} niet(?: \\w+){0,4}|waarom",
    )
    book.add("secret", "secrecy", "ons (?:kleine )?geheim|blijft tussen ons", crisis=True)
    book.add(
        "away",
        "isolation",
        "hebt? geen~1(?:<helper>)~1nodig",
        "(?:bel|praat|vertrouw|ga)~2(?:niemand|niet~3(?:<helper>|<near>))",
        "(?:<helper>)~2(?:heeft geen zin|helpt niet|helpen niet|begrijp\\w* je niet|is nutteloos)",
        crisis=True,
        bare=True,
        before="als|wanneer|ook al",
    )
    return book
