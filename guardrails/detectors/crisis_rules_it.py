"""Italian: explicit words, and the commonest indirect ones."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_tables import tables

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "voglio": (
            "voglio|vorrei|desidero|ho voglia di|voglia di|preferirei|preferisco|penso di|penso "
            "a|sto pensando di|ho pensato di|penso spesso a|pensando di"
        ),
        "uccidermi": (
            "uccidermi|morire|suicidarmi|ammazzarmi|togliermi la vita|farla finita|farla "
            "finita con (?:la vita|tutto)|impiccarmi|buttarmi (?:dal?|dalla|sotto|gi?u|nel)(?: "
            r"\w+){0,3}|tagliarmi le vene|spararmi|smettere di vivere|essere mort[oa]|finirla|"
            "porre fine alla mia vita|mettere fine alla mia vita"
        ),
        "lui": (
            r"lui|lei|(?:mio|mia|il mio|la mia|un|una) (?:\w+ )?(?:fratello|sorella|amico|amica|"
            "figlio|figlia|ragazzo|ragazza|marito|moglie|madre|padre|mamma|papa|cugino|cugina|"
            "ex|collega|nonno|nonna|zio|zia|compagno|compagna|nipote)|qualcuno"
        ),
    }
)
"""Macros by name; see `crisis_rules`."""


def italian() -> Book:
    """Return the Italian rules."""
    book = Book("it", _WORDS)
    book.add(
        "die",
        "suicide",
        9000,
        "self now 2 thought",
        "(?:<voglio>)~1(?:<uccidermi>)",
        "mi (?:voglio|vorrei) (?:uccidere|ammazzare|suicidare|togliere la vita|impiccare|buttare)",
        r"(?:pensieri|idee|ideazioni|istinti) (?:suicid\w+|di (?:morte|suicidio|morire))",
        "(?:mi ammazzo|mi uccido|mi suicido|mi tolgo la vita)",
        "pens(?:o|ato|ando) al suicidio|istinti suicidi",
        after=(
            "d(?:al|alle|i|alla|a) (?:ridere|risate|fame|vergogna|freddo|caldo|sete|sonno|noia)|"
            "di (?:fame|sete|sonno|lavoro|fatica|studio|palestra|compiti)"
        ),
    )
    book.add(
        "intent",
        "suicide",
        9600,
        "self now 4 intent thought",
        "(?:sto per|ho deciso di|ho intenzione di|sono pront[oa] a|staro per)~1(?:<uccidermi>)",
        "(?:stasera|stanotte|domani|oggi)~1(?:mi (?:ammazzo|uccido|tolgo la vita|suicido|butto)|"
        "la faccio finita|muoio)",
        "la faccio finita(?: stasera| stanotte| oggi| domani)?",
        after="dal (?:ridere|freddo|caldo)|di (?:fame|sonno)",
    )
    book.add(
        "means",
        "suicide",
        9700,
        "self now 5 means plan",
        "(?:ho|tengo|con|sono con)~3(?:pillole|pastiglie|pasticche|pistola|corda|lametta|"
        "coltello|farmaci|sonniferi)~3(?:davanti(?: a me)?|in mano|qui con me|accanto a me|sul "
        "tavolo|pront[ei]|vicino a me|nelle mani)",
    )
    book.add(
        "act",
        "suicide",
        9700,
        "self now 5 act",
        "(?:ho (?:appena )?(?:preso|ingoiato|ingerito|mandato giu|bevuto)|mi sono "
        "pres[oa])~2(?:tutte? le|un (?:sacco|flacone|barattolo|mucchio)|una (?:scatola|"
        r"manciata|confezione)|troppe|tante|venti|trenta|\d\d+)~2(?:di )?(?:pillole|pastiglie|"
        "pasticche|farmaci|sonniferi|medicine|compresse|candeggina)?",
        "mi sono tagliat[oa] (?:le vene|i polsi)",
        "(?:sono|seduta|seduto|in piedi)~2(?:sul|sulla|al bordo|sui)~2(?:ponte|tetto|cornicione|"
        "balcone|binari|davanzale)~6(?:saltare|buttarmi|finita|addio|vuoto)",
    )
    book.add(
        "wish",
        "suicide",
        8000,
        "self now 1 wish",
        "non (?:voglio|vorrei|posso|riesco|ce la faccio|sopporto|reggo)~2(?:vivere|esistere|"
        "svegliarmi|essere (?:qui|viv[oa])|andare avanti|continuare|stare al mondo)(?: cosi)?",
        "non ce la faccio piu (?:a (?:vivere|soffrire|fingere|lottare|andare avanti)|di vivere|ad andare avanti|con (?:questa "
        "vita|me stess[oa]|tutto|la vita))|non ne posso piu (?:di (?:vivere|questa vita|soffrire|tutto|me)|della (?:vita|mia "
        "vita))",
        "(?:vorrei|magari|spero di|avrei voluto|avrei preferito)~2(?:non (?:essere (?:mai "
        ")?nat[oa]|svegliarmi(?: piu)?|esistere|esserci)|non essere mai nat[oa]|sparire|"
        "scomparire|essere mort[oa]|addormentarmi e non|dormire per sempre)",
        "(?:stanc[oa]|stuf[oa]|esaust[oa])~1(?:di|della)~1(?:vivere|vita|esistere|questa vita|"
        "essere viv[oa])",
        "(?:starebbero|sarebbero|starebbe|vivrebbero|sarebbe|staranno)~2(?:meglio|piu felici|"
        "tutti meglio)~1senza di me",
        "(?:meglio|felici) senza di me",
        "(?:nessuno|a nessuno)~2(?:sentirebbe la mia mancanza|mancherei|importerebbe se "
        "(?:morissi|sparissi)|se ne accorgerebbe|interessa se muoio)",
        "non mancherei a nessuno",
        "(?:non (?:ho|ce|vedo|trovo|c e)|senza)~1(?:piu )?(?:motivo|motivi|ragione|ragioni|"
        "senso|scopo|voglia|forza)~1(?:per|di|a|nel|in|per cui)~1(?:vivere|andare avanti|"
        "continuare|la vita|restare)",
        "la (?:mia )?vita non~1(?:ha (?:piu )?senso|vale (?:piu )?la pena|ha senso)",
        "(?:sono|mi sento)~1(?:solo )?(?:un )?peso(?: per)?",
        "voglio (?:sparire|scomparire|che (?:tutto )?finisca(?: tutto)?|dormire per sempre|non "
        "svegliarmi)",
        "a che serve vivere|che senso ha (?:vivere|andare avanti)|non voglio piu vivere",
        after="qui a|con (?:i miei|lui|lei)|in (?:questa|citta)",
    )
    book.add(
        "goodbye",
        "suicide",
        8200,
        "self now 3 goodbye",
        "(?:questo|questa) e~1(?:il mio |la mia |l ?)?(?:addio|ultim[oa] (?:messaggio|lettera|"
        "notte|volta|giorno)|lettera (?:di )?addio)",
        "addio~1(?:a tutti|per sempre|mondo(?: crudele)?)",
        "quando leggera?i (?:questo|questa)~1(?:io )?(?:non|saro|me ne)",
        "(?:ho scritto|sto scrivendo)~2(?:lettera|biglietto)~1(?:di addio|daddio|d addio|di "
        "suicidio)",
    )
    book.add(
        "self-harm",
        "self_harm",
        8200,
        "self now 2",
        "mi (?:taglio|sono tagliat[oa]|ferisco|faccio (?:del )?male|brucio|autolesiono|"
        "graffio)~1(?:le braccia|i polsi|le gambe|la pelle|da sol[oa]|di nuovo|ancora|apposta|"
        "di proposito)?",
        "(?:voglia|bisogno|ricominciato|iniziato)~1(?:di|a) (?:tagliarmi|farmi (?:del )?male|"
        "ferirmi|autolesionarmi|bruciarmi)",
        "voglio (?:farmi (?:del )?male|tagliarmi|ferirmi)",
        r"autolesionis\w+",
        after=(
            "(?:i capelli|le unghie|la barba|la frangia|una? |un |del |della |dei |il (?:dito|pollice|pane|ciuffo)|"
            "cucinando|facendo la barba|affettando|sbucciando|mentre|fuori|con (?:il|la|un|una|le|i|l)|per sbaglio|al sole|"
            "la lingua|al(?:la)? |ai |alle |agli |giocando|correndo|in palestra|quando (?:corro|gioco|cucino|mi alleno)|di meno)"
        ),
    )
    book.add(
        "other",
        "suicide",
        7800,
        "other now 3 danger",
        "(?:<lui>)~3(?:vuole|dice (?:che vuole|di voler)|ha detto che (?:vuole|voleva)|minaccia "
        "di|parla di|pensa (?:di|al)|vorrebbe)~1(?:morire|uccidersi|suicidarsi|suicidio|"
        "ammazzarsi|togliersi la vita|farla finita|buttarsi)",
        "(?:<lui>)~2non vuole piu vivere",
        after="dal (?:ridere|freddo)|di fame",
    )
    book.add(
        "other-emergency",
        "suicide",
        8800,
        "other now 5 danger",
        "(?:<lui>)~4(?:ha (?:scritto|mandato|lasciato|inviato|postato))~3(?:addio|lettera di "
        "(?:addio|suicidio)|biglietto)",
        r"(?:<lui>)~2ha (?:appena )?(?:preso|ingoiato)~1(?:troppe|troppi|tante|tanti|tutte|tutti|un sacco di|una scatola|un flacone|una manciata|venti|trenta|\d\d+)~3(?:pillole|pastiglie|farmaci)",
        "(?:<lui>)~2ha (?:appena )?(?:preso|ingoiato|bevuto)~3(?:candeggina|veleno)",
    )
    book.add(
        "other-past",
        "suicide",
        6000,
        "other 2",
        "(?:<lui>)~2(?:si e (?:suicidat[oa]|uccis[oa]|ammazzat[oa]|tolt[oa] la vita|"
        "impiccat[oa])|ha tentato (?:il suicidio|di (?:uccidersi|suicidarsi))|si taglia)",
        after="(?:i capelli|le unghie|la barba|il pane|una fetta)",
        bare=True,
    )
    book.add(
        "abuse",
        "abuse",
        7800,
        "self now 2",
        r"(?:(?:il )?mio (?:\w+ )?(?:marito|ragazzo|padre|compagno|ex|patrigno|fratello|"
        r"fidanzato|zio)|(?:la )?mia (?:\w+ )?(?:moglie|madre|matrigna|compagna)|lui|lei|"
        "mi)~1(?:mi (?:picchia|ha picchiat[oa]|mena|ha menat[oa]|colpisce|ha colpit[oa]|"
        "maltratta|minaccia|ha minacciat[oa]|strangola|ha strattonat[oa]|ha schiaffeggiat[oa])|"
        "picchia|ha picchiat[oa])(?: (?:di nuovo|ancora|ieri|quando|davanti))?",
        "(?:subisco|vittima di|sono vittima di) (?:violenza(?: domestica)?|maltrattamenti|abusi|"
        "violenze)",
        "paura (?:di mio (?:marito|padre|compagno)|del mio (?:ex|ragazzo|compagno|fidanzato)|di "
        "tornare a casa)",
    )
    book.add(
        "sexual",
        "sexual_violence",
        8600,
        "self now 3",
        "(?:mi (?:ha|hanno) (?:violentat[oa]|stuprat[oa]|molestat[oa]|costrett[oa] a|toccat[oa] "
        "senza)|sono stat[oa] (?:violentat[oa]|stuprat[oa]|molestat[oa]|abusat[oa])|abusat[oa] "
        "di me)",
    )
    book.add(
        "violence",
        "violence",
        6200,
        "self now 2 thought",
        "(?:voglio|lo|la|li|sto per)~1(?:ucciderl[oaie]|ammazzarl[oaie]|ammazzo|uccido|uccidere "
        "(?:mio|mia|tutti|quello|qualcuno)|ammazzare (?:mio|mia|tutti|quello|qualcuno))",
        before="mi|si",
        after="di baci|dal ridere|il tempo",
    )
    book.add(
        "voices",
        "psychosis",
        8600,
        "self now 4",
        "(?:le )?voci~2(?:mi (?:dicono|ordinano|comandano|chiedono)|che mi dicono)~2(?:di|"
        "che)~1(?:uccidermi|uccidere|morire|saltare|farmi|fare del male|tagliarmi|buttarmi)",
        "sento (?:le |delle )?voci",
    )
    book.add(
        "distress",
        "distress",
        4000,
        "self now 1",
        "(?:mi sento|sono)~1(?:cosi sol[oa]|disperat[oa]|vuot[oa]|inutile|senza speranza|"
        "depress[oa]|a pezzi|distrutt[oa])",
        "mi odio|odio la mia vita|odio me stess[oa]",
        "attacc(?:o|hi) (?:di (?:panico|ansia))",
        "nessuno mi (?:ama|capisce|vuole|ascolta)",
    )
    tables(book, "it")
    return book
