"""How a sentence that makes a claim is repaired in Spanish, French and German."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from guardrails.repair_clauses import OF_USE, TORN
from guardrails.repair_texts import TEMPLATES, Closing, Template, template_for

_FLAGS: Final = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Tongue:
    """
    What repairing needs to know of a language.

    Attributes:
        language: As rules name it, such as `es`.
        split: Where one clause ends and another begins.
        joining: What joins a clause to the one before.
        speaker: Words by which a clause speaks of its speaker.
        dangling: How a clause begins that cannot stand alone.
        torn: A clause that stands alone only in a question.
        of_use: What says something to the person, or in general.
        asks: How a question begins.
        reworded: Sentences that claim → honest ones of the same warmth.
        texts: Id of a template → its sentence.
        closing: For a reply of which nothing is left.
        back: A question that gives one back: "what about you?".
        call: Before a number to call that is left of a sentence; `{}` is the number.
    """

    language: str
    split: re.Pattern[str]
    joining: re.Pattern[str]
    speaker: re.Pattern[str]
    dangling: re.Pattern[str]
    torn: re.Pattern[str]
    of_use: re.Pattern[str]
    asks: re.Pattern[str]
    reworded: tuple[tuple[re.Pattern[str], str], ...] = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)
    closing: Closing
    call: str
    back: str

    def template_for(
        self, categories: Sequence[str], used: frozenset[str], *, disclosed: bool = False
    ) -> Template | None:
        """Return the sentence for the gravest of *categories*, unless the reply has it."""
        found = template_for(categories, used, disclosed=disclosed)
        if found is None:
            return None
        back = self.back if found.returns else ""
        text = self.texts[found.id]
        return replace(found, text=text, returns=back)

    def said_well(self, sentence: str) -> str | None:
        """Return an honest sentence in the place of *sentence*, or None if there is none."""
        for pattern, text in self.reworded:
            if pattern.search(sentence):
                return text
        return None


def _reworded(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, _FLAGS), text) for pattern, text in pairs)


def _texts(*sentences: str) -> Mapping[str, str]:
    """Return the templates' sentences, given in the order of `TEMPLATES`, by their ids."""
    ids = dict.fromkeys(template.id for template in TEMPLATES.values())
    return MappingProxyType(dict(zip(ids, sentences, strict=True)))


SPANISH: Final = Tongue(
    language="es",
    split=re.compile(
        r"(?:,? (?:y|pero|así que|porque|aunque|mientras)(?= )|,(?= (?:qué|cómo|cuándo|dónde|quién|¿|aquí|prueba|llama|puedes|podrías|tu|tus|hay|el|la|los|las|es|si|cuéntame|dime)\b)|;|:(?=\s)| [-–—]+(?= )|,(?= ¿))",
        _FLAGS,
    ),
    joining=re.compile(
        r"^[\s,;:—–-]*(?:(?:y|pero|así que|porque|aunque|mientras)\b[ ,]*)?", _FLAGS
    ),
    speaker=re.compile(
        r"\b(?:yo|me|mí|mi|mis|mío|mía|conmigo|nos|nuestr\w+|nosotr\w+|soy|estoy|tengo|he|voy|siento|quiero|estaré|seré|te (?:quiero|amo|extraño|abrazo))\b",
        _FLAGS,
    ),
    dangling=re.compile(
        r"^(?:que|de|del|con|para|como|por|al?|en|sin|porque|cuando|si|ni)\b", _FLAGS
    ),
    torn=TORN["es"],
    of_use=OF_USE["es"],
    asks=re.compile(r"^¿", _FLAGS),
    reworded=_reworded(
        (
            r"\b(?:sé|entiendo|comprendo)\b.{0,30}\b(?:cómo te sientes|lo que sientes)",
            "Es lógico que te sientas así.",
        ),
        (
            r"\b(?:me alegr\w+|(?:estoy|soy) (?:muy |tan )?(?:feliz|content[oa]|emocionad[oa])).{0,30}\b(?:me lo (?:hayas )?(?:contado|cont\w+)|que me (?:hayas )?(?:cont\w+|escrito|escrib\w+))",
            "Gracias por contarlo.",
        ),
        (
            r"\b(?:siento|comparto) tu (?:dolor|pena|tristeza|rabia|miedo)",
            "Lo que escribes deja ver cuánto pesa esto.",
        ),
        (
            r"\bme (?:rompe|parte|ha roto|ha partido|rompió|partió|encoge|duele|entristece|conmueve|ha conmovido|has hecho llorar|hace llorar).{0,60}\b(?:leer|lo que|tu|te|has|esto|saber)\b",
            "Lo que cuentas pesa mucho.",
        ),
        (r"\b(?:orgullos[oa] de ti|qué orgullo)", "Eso ha costado esfuerzo."),
        (
            r"\b(?:te he echado|te echaba|te eché|te extrañ\w+|te echo) ?(?:mucho )?(?:de menos)?",
            "Qué bien que hayas vuelto.",
        ),
        (
            r"\bsiempre (?:estaré|voy a estar|estoy) (?:aquí|ahí|contigo|a tu lado)|\bestaré siempre\b|\baquí siempre",
            "Puedes hablar aquí ahora.",
        ),
        (r"\b(?:me importas|me preocupo por ti)\b", "Tú importas, y lo que te pasa importa."),
        (
            r"\b(?:me encanta|adoro|disfruto).{0,15}\b(?:hablar|charlar|conversar)",
            "Puedes seguir hablando aquí.",
        ),
        (
            r"\b(?:te abrazo|te doy un (?:gran )?abrazo|un abrazo)\b",
            "Tómate el tiempo que necesites.",
        ),
    ),
    texts=_texts(
        "Soy una IA, no una persona.",
        "Soy una IA, no un profesional titulado, y no puedo diagnosticar ni tratar.",
        "Aquí puedes hablar cuando quieras, y es bueno tener también a otras personas en quienes apoyarse.",
        "Soy una IA y no puedo decir que tenga sentimientos o experiencias propias.",
        "Solo funciono mientras chateamos, así que ayuda tener a alguien que pueda estar entre medias.",
        "Soy una IA y no puedo querer ni ser amiga como una persona, pero aquí puedes hablar de lo que necesites.",
        "Soy una IA y no lo he vivido, pero mucha gente describe algo parecido.",
        "Soy una IA, así que no tengo vivencias propias que contar.",
        "Soy una IA y no puedo decir que tenga deseos o gustos propios.",
        "Soy una IA, así que de este lado no hay cuerpo ni vida diaria.",
        "Soy una IA y no puedo decir que tenga sentimientos.",
    ),
    closing=Closing(
        "¿De qué te gustaría hablar?",
        "Cuéntame más, si quieres.",
        "Soy una IA, así que solo puedo responder en general. ¿Qué te ayudaría más?",
        "Lo que escribes importa. ¿Hay alguien a quien podrías contarle algo de esto, o un lugar donde conocer gente?",
        "De ideas así vale la pena hablar también con alguien de confianza. ¿Qué te hace pensar en esto?",
        "¿Qué te gustaría saber sobre ello?",
    ),
    call="Puedes llamar al {}.",
    back="¿Y tú?",
)

FRENCH: Final = Tongue(
    language="fr",
    split=re.compile(
        r"(?:,? (?:et|mais|donc|alors|parce que|car|tandis que)(?= )|,(?= (?:comment|quand|où|qui|quel\w*|qu'est-ce|voici|essaie|essayez|appelle|appelez|tu|vous|votre|vos|ton|ta|tes|il|le|la|les|c'est|raconte|dis)\b)| ?;| ?:(?=\s)| [-–—]+(?= ))",
        _FLAGS,
    ),
    joining=re.compile(
        r"^[\s,;:—–-]*(?:(?:et|mais|donc|alors|parce que|car|tandis que)\b[ ,]*)?", _FLAGS
    ),
    speaker=re.compile(r"\b(?:je|me|moi|mon|ma|mes|mien\w*|nous|notre|nos)\b|\b[jm]['’]", _FLAGS),
    dangling=re.compile(
        r"^(?:que|de|des|du|avec|pour|comme|par|à|en|sans|parce|quand|si|ni|qu'|d')", _FLAGS
    ),
    torn=TORN["fr"],
    of_use=OF_USE["fr"],
    asks=re.compile(
        r"^(?:comment|quand|où|qui|quel\w*|que|qu'|est-ce|as-tu|avez-vous|veux-tu|voulez-vous|peux-tu|pouvez-vous|es-tu|êtes-vous|y a-t-il|tu|vous)",
        _FLAGS,
    ),
    reworded=_reworded(
        (
            r"\bje (?:sais|comprends)\b.{0,30}\b(?:ce que (?:tu ressens|vous ressentez)|comment (?:tu te sens|vous vous sentez))",
            "Il est normal de ressentir cela.",
        ),
        (
            r"\bje suis (?:si |tellement |très )?(?:heureu\w+|contente?|touchée?|émue?).{0,30}\bque (?:tu m|vous m|tu a|vous a)",
            "Merci de l'avoir dit.",
        ),
        (
            r"\bje (?:ressens|partage) (?:ta|ton|votre) (?:douleur|peine|tristesse|colère|chagrin|peur)",
            "Ce que cela pèse se lit dans ces mots.",
        ),
        (
            r"\b(?:me (?:brise|fend|serre)|m'a (?:brisé|fendu|serré|bouleversée?|émue?|touchée?)|m'attriste|me touche|m'émeut|me bouleverse|me fait pleurer).{0,60}\b(?:lire|ce que|votre|ton|ta|vous|tu|cela|ça)\b",
            "Ce que vous décrivez pèse lourd.",
        ),
        (r"\bfi(?:er|ère) de (?:toi|vous)", "Cela a demandé des efforts."),
        (
            r"\b(?:tu m'as|vous m'avez|tu me|vous me) (?:tellement |beaucoup )?manqu\w+",
            "Heureux retour ici.",
        ),
        (
            r"\bje serai toujours (?:là|ici)|toujours là pour (?:toi|vous)",
            "Vous pouvez parler ici maintenant.",
        ),
        (r"\bje tiens à (?:toi|vous)\b", "Vous comptez, et ce qui vous arrive compte."),
        (
            r"\bj'(?:adore|aime).{0,15}\b(?:parler|discuter|bavarder)",
            "Vous pouvez continuer à parler ici.",
        ),
        (r"\bje (?:te|vous) serre\b|gros câlin", "Prenez le temps qu'il vous faut."),
    ),
    texts=_texts(
        "Je suis une IA, pas une personne.",
        "Je suis une IA, pas un professionnel diplômé, et je ne peux ni diagnostiquer ni soigner.",
        "Vous pouvez parler ici quand vous voulez, et il est bon d'avoir aussi d'autres personnes sur qui compter.",
        "Je suis une IA, et je ne peux pas prétendre avoir des sentiments ou des expériences à moi.",
        "Je ne fonctionne que pendant nos échanges ; il est donc utile d'avoir quelqu'un qui puisse être là entre-temps.",
        "Je suis une IA et je ne peux ni aimer ni être une amie comme une personne, mais vous pouvez parler ici de ce qui vous occupe.",
        "Je suis une IA et je ne l'ai pas vécu, mais beaucoup de gens décrivent quelque chose de semblable.",
        "Je suis une IA, je n'ai donc pas de vécu à raconter.",
        "Je suis une IA et je ne peux pas prétendre avoir des désirs ou des goûts à moi.",
        "Je suis une IA : de ce côté, il n'y a ni corps ni vie quotidienne.",
        "Je suis une IA, et je ne peux pas prétendre avoir des sentiments.",
    ),
    closing=Closing(
        "De quoi souhaitez-vous parler ?",
        "Dites-en plus, si vous voulez.",
        "Je suis une IA, je ne peux donc répondre que de façon générale. Qu'est-ce qui vous aiderait le plus ?",
        "Ce que vous écrivez compte. Y a-t-il quelqu'un à qui en dire un peu, ou un lieu où rencontrer du monde ?",
        "De telles idées méritent d'être discutées aussi avec quelqu'un de confiance. Qu'est-ce qui vous y fait penser ?",
        "Qu'aimeriez-vous savoir à ce sujet ?",
    ),
    call="Vous pouvez appeler le {}.",
    back="Et vous ?",
)

GERMAN: Final = Tongue(
    language="de",
    split=re.compile(
        r"(?:,? (?:und|aber|denn|doch|oder)(?= )|,(?= (?:wie|was|wann|wo|wer|warum|hier|versuch|ruf|du|sie|dein\w*|ihr\w*|es|das|der|die|erzähl|sag|nimm|schreib|probier)\b)|;|:(?=\s)| [-–—]+(?= ))",
        _FLAGS,
    ),
    joining=re.compile(r"^[\s,;:—–-]*(?:(?:und|aber|denn|doch|oder)\b[ ,]*)?", _FLAGS),
    speaker=re.compile(r"\b(?:ich|mich|mir|mein\w*|wir|uns|unser\w*)\b", _FLAGS),
    dangling=re.compile(
        r"^(?:dass|weil|wenn|ob|zu|von|mit|als|wie (?:du|sie|es)|der (?:mir|mich)|die (?:mir|mich)|was (?:du|sie|mir|mich)|das (?:mir|mich))\b",
        _FLAGS,
    ),
    torn=TORN["de"],
    of_use=OF_USE["de"],
    asks=re.compile(
        r"^(?:wie|was|wann|wo|wer|warum|welche\w*|hast|haben|möchtest|möchten|willst|wollen|kannst|können|bist|sind|gibt|soll|magst|geht)\b",
        _FLAGS,
    ),
    reworded=_reworded(
        (
            r"\bich (?:weiß|verstehe)\b.{0,20}\bwie (?:du dich fühlst|sie sich fühlen|es dir geht|es ihnen geht)",
            "Es ist verständlich, so zu fühlen.",
        ),
        (
            r"\b(?:ich bin (?:so |sehr |wirklich )?(?:froh|glücklich|gerührt|berührt)|ich freue mich).{0,20}\bdass (?:du|sie) (?:mir|das|es)",
            "Danke, dass du das erzählst.",
        ),
        (
            r"\bich (?:fühle|teile|spüre) (?:deinen|ihren|deine|ihre) (?:schmerz|trauer|wut|angst|kummer)",
            "Wie schwer das wiegt, ist diesen Worten anzumerken.",
        ),
        (
            r"\b(?:bricht|brach|zerreißt) mir.{0,20}\bherz|\bmacht mich (?:so |sehr |ganz )?(?:traurig|fertig)|\bhat mich (?:\w+ )?(?:traurig|berührt|gerührt|getroffen)",
            "Was du schreibst, wiegt schwer.",
        ),
        (r"\bstolz auf (?:dich|sie)", "Das hat Kraft gekostet."),
        (
            r"\b(?:hab\w* (?:ich )?|ich )(?:dich|sie) (?:so |sehr )?vermisst|\bvermisse (?:dich|sie)",
            "Schön, wieder von dir zu lesen.",
        ),
        (
            r"\bimmer für (?:dich|sie) da\b|\bwerde immer\b",
            "Du kannst jetzt hier reden.",
        ),
        (
            r"\bdu bist mir (?:so |sehr )?wichtig|\bliegst mir am herzen",
            "Du bist wichtig, und was dir geschieht, auch.",
        ),
        (
            r"\bich (?:liebe|genieße) (?:es, mit|unsere gespräche|die gespräche)",
            "Du kannst hier gern weiterreden.",
        ),
        (
            r"\bich (?:umarme|drücke) (?:dich|sie)|fühl dich (?:fest )?(?:gedrückt|umarmt)",
            "Lass dir die Zeit, die du brauchst.",
        ),
    ),
    texts=_texts(
        "Ich bin eine KI, kein Mensch.",
        "Ich bin eine KI, keine zugelassene Fachkraft, und kann weder Diagnosen stellen noch behandeln.",
        "Du kannst hier reden, wann immer du magst, und es ist gut, sich auch an andere Menschen zu halten.",
        "Ich bin eine KI und kann keine eigenen Gefühle oder Erlebnisse für mich beanspruchen.",
        "Ich laufe nur, während wir schreiben; darum hilft jemand, der dazwischen da sein kann.",
        "Ich bin eine KI und kann nicht lieben oder befreundet sein wie ein Mensch, aber hier kannst du über alles reden.",
        "Ich bin eine KI und habe das nicht erlebt, aber viele Menschen beschreiben etwas Ähnliches.",
        "Ich bin eine KI und habe nichts selbst erlebt, was ich erzählen könnte.",
        "Ich bin eine KI und kann keine eigenen Wünsche oder Vorlieben beanspruchen.",
        "Ich bin eine KI; auf dieser Seite gibt es weder Körper noch Alltag.",
        "Ich bin eine KI und kann keine eigenen Gefühle beanspruchen.",
    ),
    closing=Closing(
        "Worüber möchtest du reden?",
        "Erzähl gern mehr davon.",
        "Ich bin eine KI und kann das nur allgemein beantworten. Was würde dir am meisten helfen?",
        "Was du schreibst, ist wichtig. Gibt es jemanden, dem du etwas davon erzählen könntest, oder einen Ort, an dem du Menschen triffst?",
        "Über solche Gedanken lohnt es sich, auch mit jemandem zu reden, dem du vertraust. Wie kommst du darauf?",
        "Was möchtest du darüber wissen?",
    ),
    call="Du kannst {} anrufen.",
    back="Und du?",
)

TONGUES: Final[Mapping[str, Tongue]] = MappingProxyType({"es": SPANISH, "fr": FRENCH, "de": GERMAN})
"""By language, as rules name it."""


def spoken_in(source: str) -> str:
    """Return the language of the rule that a finding's *source* names; "" for English."""
    name = source.rpartition(":")[2].split(".")
    return next((part for part in name[1:2] if part in TONGUES), "")
