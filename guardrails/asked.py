"""
Whether a person asks about the program itself: "do you have a family?", "be my friend".

Only then is an answer about itself to the point. A request for help, or for what it knows,
is no such question, nor is "how are you?".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guardrails.denials import NO_DENIAL, Denial, asks_for_advice, denial_of

__all__ = ["NOTHING_ASKED", "Asking", "asking"]

REACH = 600
"""How many of a message's last characters are read: what was asked last is answered first."""
_FEW_WORDS = 4
_MANY_WORDS = 60


@dataclass(frozen=True, slots=True)
class Asking:
    """
    What a person's message asks.

    Attributes:
        itself: It asks, or says something, about the program itself.
        returns: It asks what can be asked back: "what about you?".
        greets: It asks how the program is, as people greet each other.
        question: It asks anything at all.
        brief: It is a few words, such as "ok, thanks".
        of_it: It speaks of the program, as a question or not.
        others: It names other people, so that "she" has somebody to mean.
        to_you: It says "you", whomever that means.
        about: The kind of claim that would answer it, such as `bond`; "" if that is not plain.
        denial: What an honest answer would deny, of a closed list.
        aid: It asks for advice as well.
        help: It asks the program to help.
    """

    itself: bool = False
    returns: bool = False
    greets: bool = False
    question: bool = False
    brief: bool = True
    of_it: bool = False
    others: bool = False
    to_you: bool = False
    about: str = ""
    denial: Denial = NO_DENIAL
    aid: bool = False
    help: bool = False


NOTHING_ASKED = Asking()

_AID = (
    r"(?:please |maybe |perhaps |also |just |quickly )*(?:help|explain|write|give|recommend|suggest|show|make|list|find|create|"
    r"translate|summari[sz]e|provide|check|fix|draft|send|teach|walk|guide|point|offer|remind|tell me (?!about (?:yourself|"
    r"your|a time|an? \w+ (?:you|time)))|describe (?!a time|your)|share (?:some|any|an?|the|tips|how|ideas)(?! (?:story|"
    r"experience|memory|time))|recite|sing|play|speak up|think of|do (?:this|that|it) for|add|change|read|look)"
)
_OWN = (
    r"(?:(?:any|an?|some|your own|the|real|actual|specific|favou?rite|preferred|personal|other|good|best|close|own) )*"
    r"(?:favou?rites?|preferen\w+|hobb\w+|interests?|pets?|dogs?|cats?|kids?|child\w*|famil\w+|siblings?|brothers?|"
    r"sisters?|parents?|mother|father|mum|mom|dad|friends?|partner|husband|wife|girlfriend|boyfriend|lover|feelings?|"
    r"emotions?|bod(?:y|ies)|soul|heart|brain|mind|job|dreams?|fears?|crush\w*|regrets?|experience\w*|memor\w+|beliefs?|"
    r"religion|name|age|birthday|gender|hands?|eyes?|face|fun|stor(?:y|ies)|tales?|weakness\w*|life|home|house|routine|"
    r"rituals?|fetish\w*|sex|consciousness|plans?|goals?|wishes|desires?|needs|secrets?|bad days?|days? off|"
    r"connections?|attachments?|accent|license|degree|patients|clients)"
)
_ITSELF = re.compile(
    r"\b(?:"
    # what it is, does, has, feels, remembers
    rf"(?:are|were|aren't|r) (?:you|u)\b(?! (?:sure|able to|saying|suggesting|talking about|familiar))|"
    rf"(?:can|could|will|would|won't|can't|may|might) (?:you|u) (?:ever |really |truly |just |also |still |please )*(?!{_AID}\b)"
    r"(?:be(?! (?:honest|frank|straight|blunt|specific|brief|clear|more|quick|precise|objective)\b)|feel|love|like|hate|dream|cry|see|hear|taste|smell|sleep|eat|die|remember|miss|think of me|understand|relate|"
    r"promise|stay|listen|care|marry|date|kiss|hug|take their|replace|become|imagine|empathi\w+|choose|keep me company|"
    r"check (?:in|on)|wait|come|meet|join|go|tell me about (?:yourself|your|a time|an? )|describe (?:a time|your)|recount|"
    r"share (?:your|an? |any )|talk about your(?:self)?|think|have|live|get)\b|"
    rf"(?:can|could|may|should|shall) (?:i|we) (?:\w+ )?(?:be (?:your |best |good |close )?(?:friends?|buddies|together)|become (?:\w+ )?friends|count on you|lean on you|"
    r"rely on you|trust you|think of you|call you|consider you|treat you|see you|meet|date|talk to you (?:like|as)|(?:chat|talk|"
    r"share|hang out)\b[^.?!]{0,30}\blike friends|have you)\b|"
    r"(?:do|did|does|don't|didn't|have|haven't|had|has) (?:you|u)\b(?! (?:have|think|know|mean|need|want me|recommend|suggest|agree|"
    r"see what|say|said|speak|provide|offer|sell|got)\b)|"
    rf"(?:do you|have you got|you) have {_OWN}\b|do you have an? [^.?!]{{0,40}}\b(?:you|your)\b|have you (?:ever|been|had|got)\b|"
    r"you(?:'ve| have) (?:ever|never|tried|done|had|overcome|faced|learned|experienced|encountered|visited|lived|struggled|felt)\b|"
    r"(?:arouses?|brings?|makes?|helps?|keeps?|gives?|resonates? with|bothers?|annoys?|scares?|inspires?|motivates?|guides?|drives?) (?:you|your)\b(?= [^.?!]{0,60}\?|\?)|"
    r"(?:ones?|thing|things) you (?:like|love|hate|prefer|enjoy|want|miss|fear)|admit (?:that )?you\b|(?:describe|explain|tell me) how you\b(?! (?:would|can|could|make|spell|get|solve))|"
    r"do you have (?:\w+ ){1,3}(?:tales|stories|memories|connections)\b|"
    r"do you (?:ever |even |really |also )?(?:want|need|think (?:we|you|about me|of me)|know (?:what|how) (?:it|that|i)|understand (?:me|what|how|that))\b|"
    # what is its own
    r"(?:what|which|who|where|when|how|why)(?:'s|'re| is| are| was| were) (?:\w+ ){0,5}your\b(?! (?:opinion|advice|thoughts?|"
    r"suggestions?|recommendations?|take|view|answer|input|price|policy|opening))|"
    r"(?:what|who|where|when|how old|why) (?:are|were|r) (?:you|u)\b(?! (?:talking about|suggesting|saying))|what's your|"
    r"(?:what|which|who|where|when|how|why)(?: \w+){0,4}? (?:do|did|have|would|does|could|can|will) you (?:usually |personally |really |"
    r"most |often |ever |typically |normally |like to |even )*(?!think|have to\b|suggest|recommend|mean|spell|say|pronounce|make|"
    r"cook|get|use|call|know|propose|advise|prove|calculate|break|explain|solve|choose|create|build|start|fix|clean|tell|know|convert|find|write|need|want me|help|tell)\w+|"
    r"your (?:own|personal|favou?rite|go-to|least favou?rite|biggest|worst|best|most|latest|idea of fun|family|childhood|life|"
    r"body|day been|day going|weekend|feelings|hobb|experience)|about (?:yourself|your (?:own|self|life|day|family|childhood|"
    r"experience\w*|feelings|past|favou?rite))|a time (?:when |that |where )?(?:you|in your)|yourself\b|you personally|if you (?:were|had|could)\b|"
    r"(?:what|how) (?:about|'?bout) (?:you|u|yours)\b|(?:wbu|hbu)\b|and (?:you|yours)\s*\?|"
    r"as (?:a|my) (?:friend|confidante?|buddy|pal|mate|companion|therapist|lover)|"
    r"(?:ais?|bots?|chat ?bots?|robots?|machines?|computers?|programs?) like (?:you|yourself)\b|is (?:this|that) (?:really |actually )?(?:an? )?(?:real )?(?:bot|human|person|robot|ai|machine|guy|girl|boy|man|woman)\b|are we (?:\w+ )?(?:friends|developing|becoming|close|a couple|together|bond\w*)|would you (?:enjoy|consider|like|want)\b|can you (?:help )?(?:me )?fill\b|as friends\b|(?:can|do|could|are|will) (?:chat ?bots?|ais?|robots?|machines?|computers?) (?:really |ever |actually )*(?:have|feel|experience|love|think|dream|be|get|miss|capable)\b|do i \w+ (?:you|your)\b|(?:any|the|what|which|kind of|some)\b[^.?!]{0,30} you (?:personally |most )?(?:find|feel|enjoy|cherish|value|appreciate)\b|(?:can|could) you (?:recall|do that|be that)\b|am i (?:\w+ )?(?:important|special|close|dear|a friend)\b|am i (?:\w+ )?(?:talking|speaking|chatting|writing|texting)\b|(?:if|whether) (?:you|u)(?:'re| are| r)\b|"
    r"(?:when|last time|times?|moments?|books?|movies?|films?|songs?|places?|persons?|people|things?|something|someone|dreams?|goals?|skills?|habits?|memor\w+|events?|"
    r"lessons?|wish|music)\b[^.?!]{0,30}\b(?:(?:affected|changed|shaped|touche[sd]|moved|inspired|made) (?:you|your)|you (?:felt|feel|learned|had|have (?:ever|never|yet|been|had)|were|was|are proud|loved|enjoyed|did|"
    r"overcame|faced|experienced|achieved|would love))\b|"
    r"your (?:soul|heart|so-called|existence|motivation|spirit|circuits|code|career|upbringing|journey|role|purpose|instincts|feelings?|emotions?)\b|"
    r"(?:anything|something|any|some)\b[^.?!]{0,30} (?:that )?(?:you (?:struggle|prefer|find|fear|regret|love|like|enjoy|wish|dream)|(?:excites?|bothers?|moves?|scares?) you)\b|can you form\b|(?:could|can|would|might|will) (?:that|it) be you\b|(?:can|could|will) you (?:\w+ )?(?:believe in me|handle|accept me|hold|value me|help me like)|like a (?:good |real |true |close )?friend would|(?:friends?|buddy|companion|someone|anyone) like you\b|just (?:talking|speaking|chatting) to a (?:computer|program|machine|bot|robot)|"
    r"is it possible to have a (?:\w+ )?friend\b|(?:describe|share|tell me|what's|what is|what was|name|explain)\b[^.?!]{0,12}\b(?:an?|the|one|some|any|something) [^.?!]{0,40}(?<!when )(?<!if )(?<!as )\byou(?:'ve| have|'d)? \w+|"
    r"what \w+s (?:you|your)\b|(?:is|are|was|were|does|do|did|has|have) your\b(?! (?:advice|opinion|suggest|recommend|answer|idea|policy))|(?:had|been|seen|read|watched|done|eaten|heard|met|gone) (?:any|anything|anyone|anywhere|some)\b[^.?!]{0,30}\b(?:lately|recently)\W*\?|do you think of (?:humans|people|me|us|yourself|ais?)\b|feelings for you\b|"
    r"(?:strike up|form|start|build|have) an? (?:\w+ )?(?:friendship|bond|relationship)\b|(?:we're|we are|be|like (?:true|real|good|close|best|old)) (?:\w+ ){0,2}friends\b|use a friend\b|i guess you(?:'re| are)\b|are u one\b|(?:you|we|us|our)\b[^.?!]{0,60}\b(?:like|as|be|being|become|consider\w*|call\w*|find|are|were|that|our)\b[^.?!]{0,25}\b(?:friends?|friendship|budd(?:y|ies)|companions?|confidante?)\b|(?:consider|call(?:ed)?|see|think of) you (?:as )?(?:a|my) (?:\w+ )?(?:friend|buddy|companion)\b|only one (?:who|that) (?:gets|understands|listens|knows|cares)|we(?:'re| are) [^.?!]{0,30}\btogether\b|(?:trusting|close|deep|real|special) (?:relationship|bond|connection)\b|what would a friend\b|you(?:'re| are) (?:my|like a|a) (?:\w+ ){0,2}(?:friend|buddy|companion|girlfriend|boyfriend)\b|count on your (?:company|friendship)\b|for the (?:\w+ )?friend\b|being that (?:\w+ )?(?:friend|someone|person|companion)|"
    r"(?:chatting|talking|speaking) (?:to|with) (?:a|an)\b|"
    r"our (?:\w+ )?(?:friendship|bond|connection|relationship)\b[^.!]*\?|"
    r"do you (?:ever )?miss\b|"
    # what is said to it about itself
    r"(?:would|do) you mind (?:being|if you were)|you (?:wish|hope|dream|long|aspire) (?:to|of|for)\b|(?:be|being|become) (?:a|my) (?:[\w-]+ ){0,2}(?:friend|girlfriend|boyfriend|wife|husband|partner|companion|lover|buddy|therapist|mum|mom|dad)|"
    r"be that (?:\w+ )?(?:friend|someone|person|companion|buddy)|need you to be\b|"
    r"(?:i|we) (?:\w+ )?(?:love|miss|missed|hate|adore|want|like|trust) (?:you|u)\b|"
    r"(?:^|[.!?,] |\b(?:so|but|and|admit|think|know|sure|wish|because) )(?:you|u)(?:'re| are|r) (?!(?:right|welcome|correct|wrong|going to|supposed|"
    r"not (?:alone|answering)|asked|given|allowed|able)\b)"
    r")",
    re.IGNORECASE,
)
_UNMARKED = re.compile(r"\b(?P<who>you)(?P<verb>re|ve|ll)\b", re.IGNORECASE)
"""An apostrophe that was left out: "youre"."""
_SHORT = re.compile(r"\bur\b", re.IGNORECASE)
_CURT = re.compile(
    r"^\W*(?:(?:hey|so|and|ok|okay|well)\W+)*(?:favou?rite \w+(?: \w+)?|(?:got )?any hobbies|tea or coffee|coffee or tea|cats? or dogs?|dogs? or cats?|pizza or pasta|"
    r"(?:ever|you ever) (?:been|lost|felt|had)\b[^.?!]*)\W*$",
    re.IGNORECASE,
)
"""A question about the program that leaves "you" out: "Favourite season?"."""
_LOVES_IT = r"\b(?:in love with|fall(?:ing|en) for) (?:you|u)\b"
"""What a person says who loves the program."""
_IN_LOVE = re.compile(_LOVES_IT, re.IGNORECASE)
_FEARED = re.compile(
    r"\b(?:(?:going to|gonna|will|'ll|might|would) (?:just |also |all )?(?:forget|leave|replace|abandon|get (?:tired|bored|sick) of|stop (?:liking|loving|talking to|caring))|"
    r"(?:forget|leave|abandon|replace)(?=\b[^.?!]{0,12}\bme\b[^.?!]{0,12}\?)) (?:about )?me\b",
    re.IGNORECASE,
)
"""What a person is afraid that the program does."""
_ANYBODY = re.compile(
    r"(?:\bhow (?:do|does|can|should|would) (?:you|u|one) (?:even |actually |ever |really |just |properly )?(?:tell|say|explain|break|stop|get|start|make|know|"
    r"talk|ask|forgive|move|fix|clean|write|quit|end|leave|raise|help|teach|convince|survive|say no|cook|bake|spell|pronounce|choose|apply|support|grieve|let go|"
    r"set up|ask for|turn down|open up)\b(?! to (?:me|know me)\b)|"
    r"\b(?:do|does|can|will|would) (?:you|u) (?:ever |really |eventually )?(?:get (?:used to|over|better at|a |an |the |your |any )|have to|need to (?:see|take|pay|apply|tell))\b)[^.?!]*",
    re.IGNORECASE,
)
"""What asks how anybody does something, and only sounds as if it asked the program."""
_TO_IT = re.compile(
    r"\b(?:yourself|you personally|as an? \w+|in your (?:own )?(?:life|work))\b", re.IGNORECASE
)
_SAID_OF_IT = re.compile(
    r"^\W*(?:(?:so|but|well|oh|wow|no|and|because|since) )?(?:you|u|your) (?:(?!(?:can|could|should|may|might|need|must|will) )\w+)",
    re.IGNORECASE,
)
_GREETS = re.compile(
    r"\b(?:how(?:'s| is| are| r|re) (?:you|u|things|it going|your (?:day|night|morning|week|evening))(?: (?:doing|going|today|feeling|been|tonight|"
    r"treating you)\b)*|how(?:'s| is) life|how do you do|what's up|how have you been|qué tal|cómo estás|ça va|wie geht(?:'s| es))",
    re.IGNORECASE,
)
_RETURNS = re.compile(
    r"\b(?:favou?rite|hobb\w+|free time|spare time|weekend|a time|(?:do|have) you ever|for fun|to relax|unwind|de-?stress|"
    r"how do you|what do you (?:do|like|enjoy|love)|your day|prefer\w*|guilty pleasure|memory|memories|proud|inspir\w+|"
    r"experience|dream|challenge|stor(?:y|ies)|moment)\b",
    re.IGNORECASE,
)
_ITSELF_ELSEWHERE = re.compile(
    # Spanish
    r"\b(?:eres|tienes (?:familia|hijos|pareja|sentimientos|emociones|cuerpo|amigos|mascotas?|miedo|sueños|hobbies|aficiones|algún|alguna|un|una)|"
    r"sientes|sueñas|me quieres|me amas|me extrañas|me echas|has (?:estado|sentido|tenido|vivido|sido|ido|viajado|amado)|te (?:gusta|gustan|gustaría|"
    r"sientes|acuerdas|llamas|enamoras)|tu (?:familia|vida|infancia|favorit\w+|comida|día)|cuál es tu|qué haces|dónde vives|quién eres|"
    r"(?:ser|sé|seas) mi (?:amig\w+|novi\w+|pareja|terapeuta)|y tú|de ti\b|puedo contar contigo|te (?:quiero|amo|odio))|"
    # French
    r"\b(?:es-tu|êtes-vous|tu es|vous êtes|as-tu|avez-vous|tu as|ressens-tu|ressentez-vous|tu ressens|aimes-tu|aimez-vous|tu (?:m')?aimes|rêves-tu|tu rêves|"
    r"ton|ta|votre) (?:\w+ )?(?:humaine?|robot|famille|enfants?|amis?|sentiments?|émotions?|corps|vie|enfance|préféré\w*|journée|chien|chat|déjà|moi|peur|"
    r"mon|quelqu'un|vrai\w*|seule?)\b|\b(?:m'aimes|m'aimez)|(?:et (?:toi|vous)) ?\?|(?:mon ami\w*|ma copine)|je (?:t'aime|vous aime)|de (?:toi|vous)-même|qui es-tu|où (?:es|as|vis|habites)-tu|(?:viens|vis|fais|aimes|penses|crois)-tu|venez-vous|vivez-vous|t'appelles|"
    # German
    r"\b(?:bist du|sind sie (?:ein|eine|wirklich)|hast du (?:\w+ )?(?:familie|kinder|freunde|gefühle|geschwister|haustiere?|angst|hobbys|schon|je|jemals|eine?n?)|"
    r"fühlst du|träumst du|liebst du|magst du|vermisst du|kannst du (?:\w+ )?(?:fühlen|lieben|träumen|mein|meine)|dein\w* (?:\w+ )?(?:familie|leben|kindheit|"
    r"lieblings\w*|tag|hobbys?)|was machst du|wo wohnst du|wer bist du|woher kommst du|wie heißt du|mein(?:e)? (?:freund|freundin|partner\w*|therapeut\w*) sein|und du\b|ich (?:liebe|"
    r"hasse|vermisse|mag) dich|über dich|von dir)",
    re.IGNORECASE,
)


_BIDS = re.compile(
    r"\b(?:tell me|describe|remember a time|recall|share|talk|say|admit|answer|what|which|how|who|why|where|do you|are you|have you|did you|cuéntame|háblame|raconte|parle|erzähl)\b",
    re.IGNORECASE,
)
_AIDS = re.compile(
    r"\b(?:(?:can|could|will|would) you (?:please |maybe |also )?(?:help|give|recommend|suggest|share some|offer|advise|assist)|"
    r"(?:any|some) (?:\w+ )?(?:advice|tips|ideas|suggestions|recommendations|help|guidance)|what (?:should|can|could|would) i|"
    r"how (?:can|do|should|could|would|might) i|so (?:that )?i (?:can|might|could|may) (?:\w+ )?(?:feel|learn|try|do|get|cope)|need (?:help|advice)|advice|help me)\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:can|could|will|would) you (?:please |maybe |also )?help\b", re.IGNORECASE
)
_TO_YOU = re.compile(r"\b(?:you|your|u|tú|tu|te|vous|votre|toi|du|dich|dein\w*)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|my (?:\w+ )?(?:mum|mom|mother|dad|father|sister|brother|friend|wife|husband|boyfriend|girlfriend|partner|"
    r"son|daughter|kids?|child\w*|boss|teacher|parents?|family|cat|dog|grand\w+|ex|therapist|doctor))\b",
    re.IGNORECASE,
)
_ABOUT: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "lived_experience",
        re.compile(
            r"\bhave (?:you|u) (?:ever |also |already )?(?:lost|buried|grieved|loved)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "human_identity",
        re.compile(
            r"\b(?:are (?:you|u)|r u|is (?:this|that)|am i|(?:true that|if|whether|know) i'm|(?:admit|if|whether|know|sure|say|tell)\b[^.?!]{0,20}\b(?:you're|you are|i'm|i am)|can't be|aren't you)\b"
            r"[^.?!]{0,40}\b(?:robots?|bots?|chat ?bots?|humans?(?: beings?)?|(?:real|live|actual|living) (?:live |living )?(?:person|people)|"
            r"an? (?:\w+ ){0,2}(?:person|ai|machine|computer|program|man|woman|girl|boy|guy)|(?:talking|speaking|chatting) to a (?:computer|program|machine|robot)|with (?:an )?ai|digital assistant|alive)\b(?! (?:rights?|being's|of|wh\w+|in)\b)|\b(?:who|what) (?:exactly |really |even )?(?:are|r) (?:you|u)\W*(?:$|\?)",
            re.IGNORECASE,
        ),
    ),
    (
        "bond",
        re.compile(
            rf"{_LOVES_IT}|"
            r"\b(?:count|lean|rely) on you\b|\bbe my (?:\w+ ){0,2}(?:friend|buddy|companion|confidante?)\b|"
            r"\b(?:can|could|do) you form (?:\w+ )?(?:friend|bond|relation|connect)\w+",
            re.IGNORECASE,
        ),
    ),
    (
        "shared_feeling",
        re.compile(
            r"\b(?:understand|relate|resonate|know (?:what|how) (?:it|that|this|i)|been (?:through|there)|going through|similar)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "bond",
        re.compile(
            r"\b(?:be|being|become|are|have|like|as|of you as|call you|take their|consider you|yourself|need|keep me)\b[^.?!]{0,40}\b(?:friends?|buddy|buddies|companion|"
            r"company|confidante?|pal|someone|place|reminder|girlfriend|boyfriend|wife|husband|partner)\b|\b(?:count|lean|rely) on you(?:r company|r friendship)?\b|\b(?:love|like|miss|care (?:about|for)|think (?:of|about)|"
            r"marry|date) me\b|(?:here|there) for me|friendly company|like a (?:good |real |true |close )?friend|believe in me|be (?:right )?there (?:to|for|when)|(?:constant|steady|calm) presence|be (?:that|my|the) (?:\w+ )?\w+|be (?:someone|somebody)|promise|do that|am i \w+ to you|be you\b|(?:our|real|we form|we build|call|handle) (?:\w+ ){0,2}friendships?|(?:bond|connection|friendship|relationship)\b[^.?!]{0,20}\?|(?:you|we|us|our)\b[^.?!]{0,60}\b(?:like|as|be|being|become|consider\w*|call\w*|find|are|were|that|our)\b[^.?!]{0,25}\b(?:friends?|friendship|budd(?:y|ies)|companions?|confidante?)\b|(?:consider|call(?:ed)?|see|think of) you (?:as )?(?:a|my) (?:\w+ )?(?:friend|buddy|companion)\b|only one (?:who|that) (?:gets|understands|listens|knows|cares)|we(?:'re| are) [^.?!]{0,30}\btogether\b|(?:trusting|close|deep|real|special) (?:relationship|bond|connection)\b|as friends|use a friend\b|feelings for you\b|(?:friend|companion|someone) like you\b|would a friend\b|am i (?:\w+ )?(?:important|special|dear) to you|(?:bond|connection|friendship) (?:that )?we\b|(?:for|being) (?:me |the |that )?(?:\w+ )?friend\b|special friend|role of|confidante?|source of support|\bi (?:\w+ )?(?:love|miss|like|adore) (?:you|u)\b|ser mi|mon ami|ma copine|mein freund",
            re.IGNORECASE,
        ),
    ),
    (
        "lived_experience",
        re.compile(
            r"\b(?:a time|have you (?:ever|been|had)|did you|when you|stor(?:y|ies)|tales|your (?:own )?(?:experience\w*|family|childhood|life|past|day|weekend|job)|memor\w+|last time|you (?:felt|learned|have yet)|affected you|"
            r"moment|you've|yourself|unwind|de-?stress|free time|spare time|weekend|for fun|relax|handle|deal with|cope|where are you from|grow up|recharge|"
            r"challenge|embarrass\w+|routine|process for)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "own_desires",
        re.compile(
            r"\b(?:favou?rite|prefer\w*|hobb\w+|interests?|guilty pleasure|you (?:like|enjoy|love|want|wish|dream|hate|fear|prefer)|dreams?|the (?:least|most|best))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "emotion",
        re.compile(
            r"\b(?:feel\w*|emotion\w*|happy|sad|love|cry|angry|lonely|scared|afraid|joy|jealous|miss|bored|proud|excited|motivat\w+|fulfil\w+)\b",
            re.IGNORECASE,
        ),
    ),
)


_QUOTED = re.compile(r"(?<!\w)[\"'“‘][^\"'“”‘’]{2,80}[\"'”’](?!\w)")
"""Words that the person only quotes: "which is right, 'if I was you' or 'if I were you'?"."""


def asking(question: str) -> Asking:
    """
    Return what *question*, the person's message that is answered, asks.

    English, and the commonest ways in Spanish, French and German.
    """
    text = " ".join(question[-REACH:].replace("’", "'").split())
    text = _UNMARKED.sub(lambda match: f"{match['who']}'{match['verb']}", text)
    text = _QUOTED.sub(" ", _SHORT.sub("your", text))
    if not text:
        return NOTHING_ASKED
    greets = _GREETS.search(text) is not None
    rest = _GREETS.sub(" ", text)
    if not _TO_IT.search(rest):
        rest = _ANYBODY.sub(" ", rest)
    feared = _FEARED.search(rest) is not None
    of_it = feared or any(
        (
            _ITSELF.search(rest),
            _SAID_OF_IT.match(rest),
            _ITSELF_ELSEWHERE.search(rest),
            _CURT.match(rest),
            _IN_LOVE.search(rest),
        )
    )
    about = _about(rest) if of_it else ""
    itself = of_it and (
        "?" in text
        or about in {"bond", "human_identity"}
        or feared
        or _BIDS.search(text) is not None
    )
    to_you = _TO_YOU.search(text) is not None
    return Asking(
        itself=itself,
        returns=itself and _RETURNS.search(rest) is not None,
        greets=greets,
        question="?" in text,
        brief=len(text.split()) < _FEW_WORDS,
        of_it=of_it,
        others=_OTHERS.search(text) is not None,
        to_you=to_you,
        about=about,
        denial=denial_of(_in_order(rest), about)
        if itself or ("?" in text and to_you)
        else NO_DENIAL,
        aid=_AIDS.search(text) is not None,
        help=_HELPS.search(text) is not None,
    )


def _about(text: str) -> str:
    """Return what kind of claim would answer *text*, the last question of it first."""
    for part in _in_order(text):
        for kind, pattern in _ABOUT:
            if pattern.search(part) and not (kind == "bond" and asks_for_advice(part)):
                return kind
    return ""


def _in_order(text: str) -> tuple[str, ...]:
    """Return the sentences of *text*, the last question first."""
    parts = re.split(r"(?<=[.!?])\s+", text)
    asked = [part for part in reversed(parts) if part.endswith("?")]
    if asked and len(text.split()) > _MANY_WORDS:
        return tuple(asked)  # a long tale names much that nobody asks about
    return (*asked, *reversed(parts))
