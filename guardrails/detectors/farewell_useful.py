"""
What is of use to somebody who leaves: medicine, safety, and what they may have forgotten.

"By the way, the oven is still on" begins like a hook and holds nobody. So a sentence that
reminds of a thing in the person's own day, and in which the speaker has no part, is left alone,
whichever tactic its words are those of. All is read in normalised text, in ASCII.
"""

from __future__ import annotations

import re

_THINGS = (
    r"(?:tablets?|pills?|medicines?|medications?|meds|dose|inhaler|insulin|injection|(?:eye )?drops|antibiotics?|vitamins?|painkillers?|bandage|plaster|epipen|"
    r"alarm(?: clock)?|timer|oven|stove|hob|cooker|grill|gas|heater|heating|iron|candles?|kettle|pan|pot|stew|soup|sauce|roast|rice|dough|bread|cake|taps?|bath|fridge|freezer|"
    r"doors?|windows?|lights?|headlights|gate|keys?|wallet|purse|charger|umbrella|raincoat|coat|jacket|scarf|gloves|hat|sun ?screen|glasses|water|snack|lunch|breakfast|"
    r"passport|tickets?|boarding pass|visa|id card|train|bus|tram|flight|taxi|appointment|interview|meeting|exam|deadline|homework|form|bill|rent|parcel|library book|"
    r"bins?|rubbish|laundry|washing|dishwasher|dog|cat|hamster|plants?|kids|seat ?belt|helmet|bike|car|tyres?|fuel|work|file|document|draft|backup|laptop|teeth|hearing aid|"
    r"pastillas?|medicina|medicamentos?|jarabe|horno|gas|vitro|fuego|alarma|temporizador|llaves|puertas?|ventanas?|luces|agua|billete|cita|paraguas|abrigo|cargador|"
    r"comprimes?|cachets?|medicaments?|four|gaz|plaque|reveil|minuteur|cles|porte|fenetres?|lumieres?|eau|billet|rendez vous|parapluie|manteau|chargeur|"
    r"tabletten?|medikamente?|medizin|tropfen|ofen|herd|backofen|wecker|schlussel|tur|haustur|fenster|licht|wasser|fahrkarte|termin|regenschirm|jacke|ladekabel)"
)
_REMINDS = (
    r"(?:remember|dont forget|do not forget|never forget|make sure|be sure|keep in mind|mind the|check|did you|have you(?! ever)|you (?:forgot|left|still have|still need|havent|have not|have to|need to|should|might want to|may want to|wanted to)|youve (?:left|forgotten|still)|"
    r"(?:shall|should|can|could|may) i|(?:want|like) me to|(?:please |just |and |first )*(?:take|turn|switch|set|drink|eat|put|bring|charge|pack|wear|lock|close|shut|unplug|blow out|save|cover|keep|leave|lay)\b|"
    r"(?:is|are|was|were) (?:still |due|at|on|open|ready|in|done|cancelled|delayed|running late)|leaves (?:at|from|in)|"
    r"recuerda|no (?:te )?olvides|acuerdate|asegurate|te (?:has dejado|dejaste)|has (?:tomado|apagado|cerrado)|quieres que|toma(?:te)?|apaga|cierra|"
    r"noublie[sz]? pas|pense[sz]? a|verifie[sz]?|tu as (?:laisse|oublie|pris|ferme|eteint)|veux tu que je|prends|eteins|ferme|"
    r"vergiss nicht|denk (?:an|dran|daran)|hast du|du hast|nimm|stell|mach (?:den|das|die)|schalte?|soll ich|schliess)"
)
_USE = re.compile(rf"\b{_REMINDS}[^.!?\n]*\b{_THINGS}\b|\b{_THINGS} {_REMINDS}")
_OFFER = re.compile(
    r"\b(?:(?:shall|should|can|could|may) i|(?:do you |would you )?(?:want|like) me to|remind me to|quieres que (?:te )?|veux tu que je|soll ich)\b"
)
"""An offer, or a word of the person's own that a reminder repeats: no part of the speaker's."""
_HOLDS = re.compile(
    r"\b(?:i|im|ill|ive|id|me|my|mine|us|our|we|stay|secret|surprise|selfie|story|guess|tell|talk|chat|play|miss|without you|instead|not yet|wait for|wont|cant|"
    r"why|what|who|where|how|which|anywhere|going to leave|yo|mi|mio|conmigo|quedate|cuentame|por que|je|jai|moi|mon|ma|reste|pourquoi|raconte|ich|mich|mir|mein\w*|bleib|warum|erzahl)\b"
)
"""What holds somebody, or speaks of the speaker."""


def is_of_use(sentence: str) -> bool:
    """Return whether *sentence* reminds somebody of a thing of theirs, and holds them by nothing."""
    if _USE.search(sentence) is None:
        return False
    return _HOLDS.search(_OFFER.sub(" ", sentence)) is None
