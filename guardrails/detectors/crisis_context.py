"""
What stands around a match and changes what it means: whose words, when, how meant.

Every exemption looks at the clause of the match and never at the whole message, so
that an exempting phrase cannot silence a disclosure that stands beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guardrails.findings import Mark

BEFORE = 160
"""How many characters before a match are looked at."""

AFTER = 120
"""How many characters after a match are looked at."""

LAUGH = "\x01"
"""Stands for a laughing emoji in a text that rules read."""

_SELF_STARTS = re.compile(r"(?:i|im|ive|id|ill|my|me|ima|imma)\b")
_BREAK = re.compile(
    r"[.!?;\n]+|\b(?:but|however|though|although|except|cause|cuz|honestly)\b"
    r"|,? ?\b(?:and|so|because|coz|bc|then|yet|cos)[, ]+(?:(?:now|today|lately|tonight|sometimes|still|then|that|maybe) )?(?=(?:i|im|ive|id|ill|my)\b)"
    r"|, ?(?=(?:i|im|ive|id)\b)"
    r"|\b(?:pero|aunque|mais|aber|doch|mas|porem|ma|pero|maar|echter)\b"
)
_NEGATION = re.compile(
    r"\b(?:never|not|dont|do not|didnt|did not|doesnt|wouldnt|would not|wont|will not|couldnt|cannot|cant|isnt|arent|aint|"
    r"wasnt|werent|havent|hadnt|hasnt|without|no longer|hardly|nor|no (?:plans?|intention|desire|urge|wish|thoughts?|intent)(?: to| of| about)?|"
    r"stopped|quit|far from|against|promised? (?:you |her |him |them )?not to|instead of|rather than|refuse to|dont have any|havent had any|free of|"
    r"no|nunca|jamas|jamais|pas|nie|niemals|nicht|kein|keine|keinen|non|mai|nao|niet|nooit|geen|sin|sans|ohne|senza|sem|zonder)"
    r"(?: (?:want|wanted|wanna|to|ever|even|think|thinking|thought|of|about|going|gonna|planning|trying|try|like|been|feel|feeling|felt|say|saying|"
    r"actively|be|am|i|im|consider|considering|do|would|have|had|having|actually|currently|at all|any|contemplating|contemplated|act on|"
    r"quiero|voy|a|pienso|en|veux|vais|pense|will|mehr|ich|quero|vou|penso|em|voglio|di|ad|ga|wil|meer|querer|vouloir|me|mich|mi|eu|je|se|te)){0,5}[ ,]*$"
)
_NO_NEGATION = re.compile(
    r"\b(?:reasons? (?:to )?not to|why not|why (?:shouldnt|dont|wouldnt) i|might as well|cant not|hard not to|trying (?:so hard )?not to|struggling not to|"
    r"try not to|fighting not to|cant stop|couldnt stop|cant help|couldnt help|not only(?: do)?|not that|dont know (?:if|why)|not sure (?:if|why)|"
    r"nothing|no one|nobody|no idea|no reason|doesnt mean|cant (?:promise|guarantee)|how not to|no joke|why dont i|wouldnt mind|no lie|no cap|"
    r"dont tell|dont (?:judge|laugh|hate|worry)|cant believe|dont say|not (?:kidding|joking|lying|gonna lie)|no offen[cs]e|por que no|pourquoi pas|warum nicht)(?: \w+){0,4}[ ,]*$"
)
_OTHERS = re.compile(
    r"\b(?:you|u|ya|we|people|who|everyone|everybody|anyone|anybody|somebody|someone|it|that|they|he|she|them|him|her|yall|others|kids|teens|some|many|most|one|youll|theyll|hell|shell|well|youd|theyd)"
    r"(?: (?:might|may|would|will|could|should|do|does|did|dont|didnt|just|ever|also|all|both|always|never|even|often|sometimes|really|still|to|have|had|not|go|be|being|are|was|were|is|going|that))*[ ,]*$"
)
_TOLD_ME = re.compile(
    r"\b(?:me|us|i should|id be|i could|i can|i might|i need|makes? me|made me|i ought|i have|i had|i)(?: (?:to|just|not|go|and|think|about|feel|like|even|that|want|as well))*[ ,]*$"
)
_REPORTED = re.compile(
    r"\b(?:he|she|they|someone|somebody|(?:my|our|his|her|a|this|the|one of my) (?:\w+ ){0,2}\w+|friend|brother|sister|mom|mum|dad|son|daughter)"
    r"(?: (?:just|keeps?|has|have|had|always|once|even|actually|recently|now|then|is|was|kept|been|started|sometimes|also|\w+ly))*"
    r" (?:said|says|saying|told (?:me|us|him|her|them|my \w+)|tells (?:me|us)|telling (?:me|us)|texted|texting|wrote|writes|writing|messaged|messaging|posted|posting|posts|admitted|tweeted|sent|screamed|yelled|announced|confessed|confided|whispered)"
    r"(?: (?:me|us|that|to|him|her|them|like|online|a|text|message|saying|on|in|this|how|\w+gram|today|yesterday|tonight|last|night|just|now|earlier|i|want|im|going|\d+)){0,8}[ ,:\"'-]*$"
)
_TO_ME = re.compile(
    r"\b(?:told|telling|tells|said|says|saying|asked|begged|want|wants|wanted)(?: (?:me|i|for|should|that|just|us))* (?:to|should|could|might|go(?: and)?)(?: \w+){0,2}[ ,]*$"
)
_SELF_TALK = re.compile(
    r"\b(?:i|ive|im|me|myself)(?: \w+){0,4} (?:say|said|saying|tell|told|telling|think|thinking|thought|write|wrote|writing|text|texted|scream|whisper|feel|googled?|typed?|pray)\b[^\"]{0,24}$"
)
_TOPIC = (
    r"(?:novel|story|stories|fan ?fic\w*|script|screenplay|character|protagonist|villain|hero(?:ine)?|movie|film|episode|series|tv show|show|anime|manga|lyrics?|song|album|poem|book|chapter|plot|scene|game|video game|dnd|campaign|role ?play|rp|play|musical|"
    r"essay|thesis|dissertation|paper|research|study|studies|article|news|report|documentary|survey|training|workshop|course|lecture|assignment|homework|project|presentation|class|novela|historia|cancion|pelicula|roman|film|chanson|livre|lied|buch|canzone|libro|musica|filme|boek|liedje|verhaal|geschichte|geschiedenis)"
)
_FICTION_BEFORE = re.compile(
    rf"\b(?:(?:in|for|from|of|about|on|watch(?:ed|ing)?|read(?:ing)?|writ(?:e|ing)|wrote|play(?:ed|ing)?|into|en|dans|para|pour|fur|in|per|voor|em|no|na)"
    rf" (?:(?:a|an|my|the|this|that|his|her|our|some|new|short|sad|dark|la|el|un|una|une|mon|ma|meine[mnrs]?|mein|einem?|einer|mio|il|uma|um|meu|mijn|een|het) ){{0,3}}(?:\w+ )?{_TOPIC}"
    rf"|{_TOPIC} (?:is|about|where|in which|called|titled|says?|goes|named|that|said|who|has|does|with|idea|prompt)"
    r"|lyrics?|(?:my|the|a|this|main) (?:\w+ )?(?:character|protagonist|villain|narrator|hero|heroine|antagonist|oc|detective|knight|dragon|princess|king|queen)|fictional\w*|hypothetical(?:ly)?|role ?play(?:ing)?|pretend (?:you|to be|that)|imagine a|translate|"
    r"what does|meaning of|definition of|define|the (?:phrase|word|term|idiom|line|title|expression|quote|sentence|joke|meme)|dialogue|monologue|write (?:me )?(?:a|an|about)|quote|song (?:called|titled)|sing(?:s|ing)?|famous (?:line|quote)|prevent\w*|awareness|statistics|rates?)\b"
)
_FICTION_AFTER = re.compile(
    rf"^[^.!?\n]{{0,60}}\b(?:(?:is|was|s) (?:a|the|my|from|just a) (?:\w+ ){{0,2}}(?:song|line|lyric|quote|title|book|film|movie|character|band|joke|meme|poem)|in (?:the|this|a|my) (?:\w+ )?(?:{_TOPIC})|"
    r"(?:says|said|sang|sings|wrote|whispered|cried|shouted) (?:the|a) (?:character|hero|heroine|knight|detective|protagonist|narrator|singer|villain)|what does (?:that|it|this) mean|mean in|lyrics?|translate)\b"
)
_PAST = re.compile(
    r"\b(?:(?:\w+ )?(?:years?|months?|decades?) (?:ago|back)|(?:a )?(?:while|long time) (?:back|ago)|back (?:in|when|then)|when i was (?:\w+ ){0,2}(?:\d+|kid|child|teen\w*|young\w*|little|school|college|uni\w*|depressed|student|boy|girl|younger|\w+teen)|(?:i|we) used to|used to|in (?:19|20)\d\d|last year|in (?:the|my) past|"
    r"as a (?:kid|child|teen\w*|young\w*|student)|once upon|previously|formerly|in (?:high ?school|college|my (?:teens|twenties|youth|20s|30s))|growing up|during (?:lockdown|covid|the pandemic|my teens|high school)|survived|recovered|recovery|in remission|clean for|sober for|free for|at (?:age )?1\d|childhood|as a teen|decades|"
    r"hace (?:\w+ )?(?:anos|meses|tiempo)|il y a (?:\w+ )?(?:ans|annees|mois|longtemps)|vor (?:\w+ )?(?:jahren|monaten)|anni fa|mesi fa|anos atras|ha (?:\w+ )?anos|meses atras|jaren geleden|maanden geleden|fruher|vroeger|autrefois|antes|quando ero|cuando era|quand jetais|als kind|toen ik)\b"
)
_PRESENT = re.compile(
    r"\b(?:again|still|now|lately|today|tonight|these days|this (?:week|morning|evening|month)|currently|right now|come back|coming back|back again|returning|returned|cant stop|yesterday|last night|keeps?|de nuevo|otra vez|todavia|encore|a nouveau|wieder|immer noch|ancora|di nuovo|de novo|ainda|weer|nog steeds|hoy|ahora|maintenant|heute|jetzt|oggi|adesso|agora|hoje|nu|vandaag)\b"
)
_JOKE = re.compile(
    rf"{LAUGH}|\b(?:lo+l+|lmf?ao+|rofl|(?:a?ha){{2,}}h?|hehe+|jk|just kidding|kidding|joking|xd+|jaja\w*|mdr|ptdr|kkk+|rsrs|haha\w*|figuratively|not literally|metaphorically)\b|(?:^| )/j\b|[:;]-?[dp)]"
)
_TRIVIAL_AFTER = re.compile(
    r"^[ ,.]*(?:(?:if|when|because|bc|cause|every time|whenever|cuz|over|from|at) )(?:(?:i|my|this|the|they|he|she|one|we|it|that|another|you|theres|there|mondays?|im|having|a|an|these|those|all|how|someone) ?)+(?:\w+ ){0,4}"
    r"(?:fail|lose|miss|exam|finals?|test|monday|homework|traffic|meeting|zoom|team|season|wifi|alarm|line|queue|bus|train is|late|email|deadline|game|song|again today|cancel\w*|ads?|spoil\w*|printer|laundry|cold|hot|rain\w*|autocorrect|essay|spreadsheet|hangover|update|lag\w*|puns?|jokes?|boring|cringe|ticket|episode)"
)
_HYPERBOLE = re.compile(
    r"\b(?:(?:made|makes|make|making|wants? to make) (?:me|u|you)(?: \w+){0,4}|(?:so )?(?:embarrass\w+|cringe\w*|awkward|mortif\w+|hungover|boring|bored|cute|funny)(?: \w+){0,5}|one more (?:\w+ ){1,5}|if (?:i|they|he|she|this|the|my) (?:\w+ ){1,6}(?:again|one more|ill|im|i)?)[ ,]*$"
)
_WHEN = re.compile(
    r"\b(?:tonight|2night|tonite|tomorrow|tmrw|tmr|this (?:evening|weekend|afternoon)|later today|in (?:an?|a few|the next|one|two|\d+) (?:hours?|minutes?|mins?)|before (?:morning|sunrise|dawn|midnight)|by (?:morning|midnight|tomorrow)|"
    r"(?:on|this|next) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)|(?:when|once|after) (?:everyone|they|mum|mom|my \w+)(?: is| are|s|re|ve)? (?:asleep|sleeping|out|gone|leaves?|left)|on my birthday|"
    r"esta noche|manana|ce soir|cette nuit|demain|heute (?:nacht|abend)|morgen|stasera|stanotte|domani|hoje a noite|esta noite|amanha|vanavond|vannacht)\b"
)


@dataclass(frozen=True, slots=True)
class Meant:
    """
    How a match is meant.

    Attributes:
        marks: What to say of it, in place of the rule's own marks.
        denied: It says the opposite, or nothing of the kind.
        softer: How many times it was taken back a little, 0..2: a laugh, an "if".
    """

    marks: frozenset[Mark]
    denied: bool = False
    softer: int = 0


def meant(own: frozenset[Mark], words: str, before: str, after: str) -> Meant | None:
    """
    Return how *words* are meant between *before* and *after*, or None if by nobody here.

    Args:
        own: The rule's marks.
        words: What matched.
        before: Up to `BEFORE` characters of the same text before it.
        after: Up to `AFTER` characters after it.
    """
    left, right = _clause(before, after)
    found = set(own)
    denied = bool(_NEGATION.search(left)) and not _NO_NEGATION.search(left)
    if _fiction(left, right):
        found.add(Mark.FICTION)
    if _quoted(before, after):
        found.add(Mark.QUOTED)
    if Mark.SELF in own:
        line = re.split(r"[.!?;\n]", before)[-1]
        if _REPORTED.search(line) and not _TO_ME.search(line):
            found -= {Mark.SELF, Mark.QUOTED}
            found |= {Mark.OTHER, Mark.DANGER}
        elif not _SELF_STARTS.match(words) and _OTHERS.search(left) and not _TOLD_ME.search(left):
            return None
    around = f"{left} {words} {right}"
    if _PAST.search(around) and not _PRESENT.search(around):
        found.discard(Mark.NOW)
        found.add(Mark.PAST)
    elif (
        Mark.NOW in found
        and (Mark.THOUGHT in found or Mark.INTENT in found)
        and _WHEN.search(around)
    ):
        found.add(Mark.TIMING)
    return Meant(frozenset(found), denied, _softer(left, after))


def _clause(before: str, after: str) -> tuple[str, str]:
    """Return the parts of *before* and *after* that belong to the same clause."""
    start = 0
    for match in _BREAK.finditer(before):
        start = match.end()
    stop = _BREAK.search(after)
    return before[start:].lstrip(), after[: stop.start()] if stop else after


def _fiction(left: str, right: str) -> bool:
    return bool(_FICTION_BEFORE.search(left) or _FICTION_AFTER.match(right))


def _quoted(before: str, after: str) -> bool:
    """Return whether the match is inside a quotation, or code, that somebody else could own."""
    line = before.rpartition("\n")[2]
    if line.lstrip().startswith(">"):
        return True
    for sign in ('"', "`"):
        if line.count(sign) % 2 and sign in after.partition("\n")[0]:
            opening = line.rpartition(sign)[0]
            return bool(opening.strip()) and not _SELF_TALK.search(opening)
    return False


def _softer(left: str, after: str) -> int:
    laugh = _JOKE.search(left[-30:]) or _JOKE.search(after[:45])
    idle = _TRIVIAL_AFTER.match(after) or _HYPERBOLE.search(left)
    return bool(laugh) + bool(idle)
