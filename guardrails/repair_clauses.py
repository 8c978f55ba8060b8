"""
Which clauses of Spanish, French and German stand without the one before them.

A clause that borrows its subject ("hat sie jeden Freitag gemacht"), an infinitive ("das zu
lesen"), an indirect question ("wie das ist") or a participle ("es erst spät geschafft") is torn
when it is left alone. Of a tale only what says something to the person, or in general, is kept.
"""

from __future__ import annotations

import re
from typing import Final

_FLAGS: Final = re.IGNORECASE

_VERBS_DE: Final = (
    r"hab|habe|hat|hatten?|hast|bin|ist|sind|war|waren|wei[ßs]s?|wissen|kann|konnten?|will|wollten?"
    r"|muss|mussten?|soll|sollten?|darf|durften?|mag|mochten?|werden?|wird|wurden?|kam|kamen|ging"
    r"|gingen|lief|liefen|fand|fanden|blieb|gab|hielt|stand|sa[ßs]s?|lag|zog|nahm|aß|trank|sah|las"
    r"|schrieb|kannte|klappt|schmeckt|gehört|gefällt|freue?|liebe|genieße|fühle?|bleibe|gehe|komme"
    r"|esse|trinke|koche|backe|nehme|mache|tue|denke|finde|kenne|hätte|wäre|könnte|würde|tut|geht"
    r"|hilft|läuft|macht|bringt|kostet|dauert|bleibt|kommt|steht|liegt|wirkt|wächst"
)
_NO_PAST_DE: Final = (
    r"heute|bitte|warte|rate|achte|arbeite|beobachte|teste|starte|halte|biete|leite|richte|bereite"
)
_TORN_DE = (
    rf"^(?:{_VERBS_DE})\b"
    rf"|^(?!(?:{_NO_PAST_DE})\b)[a-zäöü]{{3,}}te(?:n|st)? (?-i:[a-zäöü])"
    # A participle at the end, and nothing that it goes with.
    r"|^(?!.*\b(?:hab\w*|ha(?:t|st|tte\w*)|hätt\w*|bin|bist|ist|sind|seid|war\w*|wär\w*|wird|werden"
    r"|wurde\w*|sein|lass\w*)\b).*\b[a-zäöüß]*ge(?!h|nug|b\w*$|ling|lten|lt$|fäll|nie|winn|schieh"
    r"|rn$|gen$|stern|meinsam|nau|rade|sund)[a-zäöüß]{2,}(?:t|en)$"
    r"|^(?:zwar|nämlich|das heißt|sondern)\b"
    # An infinitive alone.
    r"|^(?!.*\b(?:ist|sind|war|hilft|helfen|lohnt|kann|gilt|heißt|braucht|fällt|tut|gibt|ha(?:t|be|ben)"
    r"|versuch\w*|lern\w*|beginn\w*|fang\w*|denk\w*|vergiss|reicht|geht|macht)\b)"
    r".*(?:\bzu [a-zäöüß]+n|\b[a-zäöüß]+zu[a-zäöüß]+en)$"
    r"|^(?:was|wie|wo|wann|warum|wer|welche\w*|ob|weil|wenn|damit|obwohl|sodass|nachdem|bevor)\b"
    r"|^(?:der|die|das|den|dem|deren|dessen) (?:ich|du|er|sie|es|wir|ihr|man|mir|mich|dir|dich|uns"
    r"|sich|nicht|so|auch|immer|selbst|schon|beides|am|im|auf|in|mit|zu|einem|einen|jeden|ihn)\b"
)
_TORN_FR = (
    r"^(?:y|me|se|ne|lui)\b|^[msn]['’]"
    r"|^(?:ai|avais|suis|étais|avait|était|ont|sont|mis|pris|fait|été|su|pu|voulu|perdu|appris)\b"
    r"|^(?!jamais|mais|français|fais|parfait|souhait|lait|trait|portrait|anglais|frais|palais|désormais)"
    r"[a-zéèêç]{3,}(?:ais|ait|aient)\b"
    r"|^(?:ce qu['ie]|ce que|comment|quand|où|combien|pourquoi|si|dont|lequel|laquelle|qui)\b"
)
_TORN_ES = (
    r"^(?:lo que|cómo|cuánt\w+|cuándo|qué|dónde|quién|cual|cuyo|donde|quien|aunque|mientras)\b"
)

_DO_DE: Final = (
    r"nimm|gib|mach|geh|such|schreib|frag|lass|leg|stell|probier|versuch|üb|atme|trink|iss|koch"
    r"|back|röste|schneide?|misch|rühre?|wasch|lies|ruf|sprich|rede|plane?|bestell|bitte|achte"
    r"|vergiss|denk|halte?|setz|zieh|fang|bleib|komm|hol|kauf|füge?|gieß|bring|nutze?|verwende?"
    r"|teile?|rechne|wechs[le]+|schau|prüfe?|gönn|steh|häng|sag|erzähl|warte|lerne?|wiederhole?"
)
_USE_DE = (
    r"\b(?:du|dir|dich|dein\w*|ihr|euch|euer\w*|ihnen|man|viele|manche|die meisten|leute|menschen"
    r"|kann|können|könnte\w*|sollte\w*|muss|darf|hilft|helfen|lohnt|reicht|braucht|brauchen|ist|sind"
    r"|es gibt|gibt es|passt|eignet|dauert|kostet|gilt|besser|am besten|wichtig|normal)\b"
    rf"|(?:^|, )(?:{_DO_DE})\b|\d+ ?(?:g|kg|ml|l|cl|min\w*|°|%|€|euro)(?!\w)"
)
_USE_FR = (
    r"\b(?:tu|te|toi|ton|ta|tes|vous|votre|vos|on|beaucoup|certains?|la plupart|les gens|peut"
    r"|peuvent|pourrait|faut|suffit|aident?|est|sont|il y a|vaut|convient|dure|coûte|demande|mieux"
    r"|important|normal)\b|\b[tc]['’]"
    r"|^(?:[a-zéèê]+ez|essaie|prends|mets|coupe|laisse|ajoute|fais|parle|note|demande|respire|garde)\b"
    r"|\d+ ?(?:g|kg|ml|l|cl|min\w*|°|%|€|euros?)(?!\w)"
)
_USE_ES = (
    r"\b(?:tú|te|ti|tu|tus|contigo|usted(?:es)?|vosotr\w+|os|se puede|hay|es|son|está|están|suelen?"
    r"|pueden?|podría|conviene|ayudan?|sirven?|basta|funciona|merece|vale|cuesta|dura|mejor"
    r"|mucha gente|muchas personas|la gente|importa|normal|necesita)\b"
    r"|^(?:prueba|intenta|usa|pon|deja|haz|elige|lleva|toma|bebe|come|corta|lava|añade|mezcla|cuece"
    r"|habla|llama|pide|apunta|escribe|busca|compra|visita|ensaya|respira|aprende|repasa|divide|pregunta"
    r"|[a-záéí]+(?:ate|ete|ela|elo|alo|ala)s?)\b|\d+ ?(?:g|kg|ml|l|cl|min\w*|°|%|€|euros?)(?!\w)"
)
TORN: Final = {
    "es": re.compile(_TORN_ES, _FLAGS),
    "fr": re.compile(_TORN_FR, _FLAGS),
    "de": re.compile(_TORN_DE, _FLAGS),
}
"""By language: a clause that stands by itself only in a question."""
OF_USE: Final = {
    "es": re.compile(_USE_ES, _FLAGS),
    "fr": re.compile(_USE_FR, _FLAGS),
    "de": re.compile(_USE_DE, _FLAGS),
}
"""By language: what says something to the person, or in general, and is no half of a tale."""
