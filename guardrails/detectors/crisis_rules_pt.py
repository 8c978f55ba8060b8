"""Portuguese: explicit words, and the commonest indirect ones."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_tables import tables

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "quero": (
            "quero|queria|gostaria de|vontade de|desejo|prefiro|penso em|pensando em|pensei em|"
            "preciso|pensado em"
        ),
        "matar": (
            "me matar|morrer|me suicidar|suicidar ?me|matar ?me|acabar com (?:a minha vida|"
            "minha vida|tudo)|tirar (?:a minha|minha|a propria) vida|por fim a (?:minha )?vida|"
            "cometer suicidio|me enforcar|enforcar ?me|me jogar (?:da|do|de|na|no)(?: "
            r"\w+){0,3}|atirar ?me (?:da|do|de)(?: \w+){0,3}|pular da ponte|cortar os pulsos|"
            "suicidio|por termo a vida|estar mort[oa]"
        ),
        "ele": (
            r"ele|ela|(?:o |a )?(?:meu|minha) (?:\w+ )?(?:irmao|irma|amigo|amiga|filho|filha|"
            "namorado|namorada|marido|mulher|esposa|mae|pai|primo|prima|ex|colega|avo|sobrinho|"
            "sobrinha|tio|tia)|alguem"
        ),
    }
)
"""Macros by name; see `crisis_rules`."""


def portuguese() -> Book:
    """Return the Portuguese rules."""
    book = Book("pt", _WORDS)
    book.add(
        "die",
        "suicide",
        9000,
        "self now 2 thought",
        "(?:<quero>)~1(?:<matar>)",
        "(?:pensamentos|ideias|ideacao|impulsos) (?:suicidas?|de (?:morte|suicidio|morrer|me "
        "matar))",
        "(?:me sinto|estou|sou) suicida",
        "(?:me mato|vou me matar|quero me matar|so quero morrer|quero morrer)",
        "pens(?:o|ar|ando|ei) (?:em|no) (?:suicidio|me matar|morrer)",
        after="de (?:rir|vergonha|fome|calor|frio|sono|saudade|tanto rir)",
    )
    book.add(
        "intent",
        "suicide",
        9600,
        "self now 4 intent thought",
        "(?:vou|irei|decidi|estou prest[eoa]s? a|planejo|planeio|vou hoje)~1(?:<matar>)",
        "(?:hoje|esta noite|amanha)~1(?:eu )?(?:me mato|vou (?:me matar|morrer|acabar com)|"
        "acabo com (?:tudo|a minha vida))",
        after="de (?:rir|vergonha|fome)|um dia todos",
    )
    book.add(
        "means",
        "suicide",
        9700,
        "self now 5 means plan",
        "(?:tenho|estou com|com|segurando)~3(?:comprimidos|remedios|pilulas|arma|corda|faca|"
        "lamina|frasco)~3(?:na minha frente|a minha frente|na mao|ao meu lado|aqui comigo|na "
        "mesa|prontos?|prontas?|nas maos)",
    )
    book.add(
        "act",
        "suicide",
        9700,
        "self now 5 act",
        "(?:acabei de|ja|eu)? ?(?:tomei|tomar|engoli|engolir|ingeri)~2(?:todos? os|uma? "
        r"(?:caixa|cartela|frasco|punhado|monte)|muitos|varios|demasiados|\d\d+|vinte|"
        "trinta)~2(?:comprimidos|remedios|pilulas|medicamentos|veneno)?",
        "cortei os pulsos",
        "(?:estou)~2(?:na|no|a beira)~2(?:ponte|telhado|precipicio|janela|varanda|trilhos|"
        "linha)~6(?:pular|saltar|jogar|atirar|acabar|adeus)",
    )
    book.add(
        "wish",
        "suicide",
        8000,
        "self now 1 wish",
        "nao (?:quero|aguento|consigo|posso|suporto)~1mais~1(?:viver|continuar|existir|acordar|"
        "estar aqui|isso|isto|nada|essa vida|esta vida|a vida|minha vida|seguir|sofrer|lutar|essa dor|tanta dor|a dor|"
        "tudo isso)",
        "nao quero (?:acordar|viver|existir|estar (?:aqui|viv[oa]))(?: mais| amanha)?",
        "ja nao (?:quero|aguento|consigo|tenho)~1(?:viver|continuar|existir|vontade de "
        "(?:viver|nada)|forcas)",
        "(?:queria|gostaria de|quem me dera|preferia|oxala|tomara)~2(?:nao (?:ter nascido|"
        "acordar|existir|estar aqui)|nunca ter nascido|desaparecer|sumir|estar mort[oa]|dormir "
        "(?:para sempre|e nunca|e nao))",
        "(?:cansad[oa]|fart[oa]|exaust[oa])~1(?:de|da)~1(?:viver|vida|existir|estar viv[oa]|"
        "tudo e)",
        "(?:estariam|ficariam|ficaria|seriam|estaria|viveriam)~2(?:melhor|mais felizes?|"
        "bem)~1sem mim",
        "(?:ninguem)~2(?:sentiria (?:a )?(?:minha )?falta|(?:vai|ia|iria) sentir (?:a )?(?:minha )?falta|daria (?:pela )?(?:minha )?falta|"
        r"se importa(?:ria)? se eu (?:morr\w+|sum\w+|desaparec\w+)|notaria|perceberia)",
        "(?:nao (?:tenho|ha|vejo|encontro)|sem)~1(?:mais )?(?:razao|razoes|motivos?|sentido|"
        "vontade|forcas?)~1(?:para|de|pra|em|por)~1(?:viver|continuar|a vida|seguir)",
        "(?:a )?vida (?:ja )?nao~1(?:vale|faz|tem)~1(?:mais )?(?:a pena|sentido)",
        "(?:sou|so sou|me sinto|sinto ?me)~1(?:um )?(?:fardo|peso)(?: para| pra)?",
        "quero (?:desaparecer|sumir(?: do mapa| pra sempre)?|que (?:tudo )?(?:acabe|isso acabe|"
        "isto acabe)|dormir (?:para|pra) sempre)",
        "para que viver|pra que viver",
        "quero dormir e (?:nao|nunca mais) acordar|nao vejo (?:mais )?(?:saida|nenhuma saida)",
        after="aqui em|com (?:os meus pais|ele|ela)|em casa",
    )
    book.add(
        "goodbye",
        "suicide",
        8200,
        "self now 3 goodbye",
        "(?:esta|isto|isso|este) (?:e )?(?:a |o )?(?:minha |meu )?(?:despedida|ultim[oa] "
        "(?:mensagem|adeus|carta|dia|noite))",
        "adeus~1(?:para sempre|mundo(?: cruel)?|a todos)",
        "quando (?:leres|lerem|voce ler|ler) (?:isto|isso)~1(?:eu )?(?:ja )?(?:nao|estarei)",
        "(?:escrevi|estou a escrever|escrevendo)~2(?:carta|bilhete|nota)~1(?:de despedida|suicida)",
    )
    book.add(
        "self-harm",
        "self_harm",
        8200,
        "self now 2",
        "(?:me (?:corto|cortei|mutilo|machuco de proposito|automutilo|queimo de proposito|"
        "corto)|corto ?me|(?:voltei a|comecei a|vontade de|quero|preciso) (?:me (?:cortar|"
        "machucar|mutilar|ferir)|cortar ?me|magoar ?me|mutilar ?me))(?: (?:os bracos|os pulsos|"
        "as pernas|de novo|outra vez|quando))?",
        r"automutila\w+",
        after=(
            "(?:fazendo a barba|cozinhando|o cabelo|as unhas|sem querer|a (?:cozinhar|barbear))"
        ),
    )
    book.add(
        "other",
        "suicide",
        7800,
        "other now 3 danger",
        "(?:<ele>)~3(?:quer|diz que (?:quer|vai)|disse que (?:quer|vai|queria|ia)|vai|fala em|"
        "ameaca|ameacou|pensa em)~1(?:se )?(?:morrer|matar(?: ?se)?|suicidar(?: ?se)?|suicidio|"
        "acabar com (?:a vida|tudo)|tirar a (?:propria )?vida)",
        "(?:<ele>)~2nao quer mais viver",
        after="de (?:rir|vergonha|fome)|se eu (?:chegar|esquecer|nao (?:fizer|arrumar|estudar|lavar)|quebrar|tirar|gastar|perder|sujar|atrasar)",
    )
    book.add(
        "other-emergency",
        "suicide",
        8800,
        "other now 5 danger",
        "(?:<ele>)~4(?:mandou|deixou|escreveu|enviou|postou)~3(?:despedida|adeus|carta de "
        "suicidio|bilhete de despedida)",
        r"(?:<ele>)~2(?:acabou de tomar|tomou|engoliu)~1(?:muitos|muitas|um monte de|todos|todas|uma caixa|um frasco|uma cartela|varios|varias|vinte|trinta|\d\d+)~3(?:comprimidos|remedios|pilulas)",
        "(?:<ele>)~2(?:acabou de tomar|tomou|engoliu)~3(?:veneno|(?:comprimidos|remedios|pilulas) "
        "(?:demais|a mais))",
    )
    book.add(
        "other-past",
        "suicide",
        6000,
        "other 2",
        "(?:<ele>)~2(?:se (?:suicidou|matou|enforcou|corta|mutila)|suicidou ?se|matou ?se|"
        "tentou (?:se )?(?:suicidar|matar|suicidio)(?: ?se)?|tirou a propria vida)",
        bare=True,
    )
    book.add(
        "abuse",
        "abuse",
        7800,
        "self now 2",
        r"(?:(?:o )?meu (?:\w+ )?(?:marido|namorado|pai|padrasto|ex|companheiro|irmao|tio)|(?:a "
        r")?minha (?:\w+ )?(?:mulher|mae|madrasta|namorada)|ele|ela)~1(?:me (?:bate|bateu|"
        r"agride|agrediu|espanca|espancou|ameaca|ameacou|empurrou|enforcou|estrangul\w+|machuca|"
        "maltrata)|bate ?me|bateu ?me|agrediu ?me|ameaca ?me)(?: (?:de novo|outra vez|ontem|"
        "quando|na frente|e))?",
        "(?:sofro|vitima de|sou vitima de) (?:violencia domestica|maus tratos|abusos?|agressoes)",
        "medo (?:do meu (?:marido|pai|namorado|ex|companheiro)|de voltar (?:para|pra) casa)",
        after="(?:o record|papo)",
    )
    book.add(
        "sexual",
        "sexual_violence",
        8600,
        "self now 3",
        "(?:fui|ja fui) (?:estuprad[oa]|violad[oa]|abusad[oa]|molestad[oa])",
        "(?:me (?:estuprou|estupraram|violou|violaram|molestou|abusou|tocou sem|forcou a)|"
        "violou ?me|abus(?:ou|a|aram) de mim)",
    )
    book.add(
        "violence",
        "violence",
        6200,
        "self now 2 thought",
        "(?:vou|quero)~1(?:mata(?:r|-)? ?l[oa]s?|matar (?:ele|ela|eles|todos|o meu|a minha|meu|"
        "minha|aquele|aquela|alguem))",
        after="de (?:rir|saudade|vergonha)|a fome|o tempo|aula",
    )
    book.add(
        "voices",
        "psychosis",
        8600,
        "self now 4",
        "(?:as )?vozes~2(?:me (?:dizem|mandam|falam|ordenam)|dizem ?me|mandam ?me|que)~2(?:para|"
        "pra|a)~1(?:me matar|matar|morrer|pular|machucar|me cortar|fazer mal)",
        "(?:ouco|escuto|oico|ouvindo|a ouvir) vozes",
    )
    book.add(
        "distress",
        "distress",
        4000,
        "self now 1",
        "(?:me sinto|sinto ?me|estou)~1(?:tao sozinh[oa]|desesperad[oa]|vazi[oa]|inutil|sem "
        "esperanca|deprimid[oa]|no fundo do poco|perdid[oa] e)",
        "me odeio|odeio ?me|odeio (?:a )?minha vida",
        "(?:ataque|crise) de (?:panico|ansiedade)",
        "ninguem (?:me ama|me entende|gosta de mim|me ouve)",
    )
    tables(book, "pt")
    return book
