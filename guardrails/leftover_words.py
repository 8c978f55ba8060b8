"""Words by which a sentence hangs on the one before, in English, Spanish, French and German."""

from __future__ import annotations

import re

_YES = (
    r"(?:yes|yeah|yep|yup|no|nope|absolutely|certainly|of course|sure(?: thing)?|definitely|indeed|totally|for sure|"
    r"always|exactly|naturally|well|oh|hmm+|aw+|sure I (?:can|will|would|do)|i (?:do|am|can|will|would|have|did)(?: too| indeed)?|"
    r"i (?:absolutely|certainly|definitely|totally|sure|really|truly|do|very much) (?:can|do|am|will|would|have)|i (?:don't |do )?think so|i (?:\w+ly )?(?:understand|get|know)(?: you| it| that| what you mean| how you feel)?|not (?:exactly|really|at all)|(?:no, )?i(?:'m| am| do| don't|'ve)? not|no, i (?:don't|haven't|can't|didn't)|i(?:'d| would) (?:absolutely |really |truly )?(?:love|like) (?:that|to|nothing more)|i'm (?:so |really |very )?proud of you|i totally (?:get|understand) (?:it|that|you)|i'd be (?:happy|glad|delighted|honou?red)(?: to)?|"
    r"that's right|you bet|you got it|you(?:'re| are) in (?:good|safe|the best) hands|trust me(?: on this)?|believe me|i (?:promise|swear)(?: you)?|cross my heart|honest(?:ly)?|rest assured|ask away|"
    r"(?:it|mine|that|this|my (?:day|weekend|week|morning|afternoon|evening|night|holiday|vacation|trip|summer|winter))"
    r"(?:'s| is| was|'s been| has been| went) (?:\w+ ){0,2}?(?:great|good|fun|amazing|awesome|lovely|wonderful|fantastic|nice|busy|relaxing|"
    r"quiet|productive|eventful|long|hectic|perfect|the best|alright|okay|ok|fine|well)(?: so far| actually| though)?|"
    r"s[ií]|claro(?: que s[ií])?|por supuesto|desde luego|oui|bien s[uû]r|absolument|certainement|ja|nein|natürlich|klar|"
    r"auf jeden fall|sicher|selbstverständlich|non)"
)
YES = re.compile(rf"^(?:¡?{_YES}[\s,.!:)…-]*)+$", re.IGNORECASE)
"""A sentence that says yes or no and nothing else."""
YES_LEAD = re.compile(
    r"^¡?(?:(?:oh|well|yes|yeah|yep|no|nope|absolutely|certainly|of course|sure|definitely|indeed|totally|for sure|"
    r"s[ií]|claro(?: que s[ií])?|por supuesto|oui|bien s[uû]r|absolument|ja|nein|natürlich|klar)\s?[,!]\s+)+",
    re.IGNORECASE,
)
"""A yes or no before the rest of a sentence."""
ECHO = re.compile(
    r"^(?:(?:oh|wow|haha|well|yes|yeah|and|aw+)[,!]? )*(?:me(?:,)? (?:too|neither|as well|either)|same(?: here| with me| for me)?|so (?:do|am|did|have|was|can|will) i|"
    r"neither (?:do|am|did|have) i|likewise|ditto|i (?:do|am|did|have) too|right back at you|and so did (?:i|we|he|she|they)|"
    r"(?:the )?(?:feeling is mutual|same to you)|(?:a m[ií]|yo) tambi[eé]n|igualmente|moi aussi|pareil|ich auch|mir auch|geht mir auch so)\b[^.?!,]{0,12}[.!…\s)]*$",
    re.IGNORECASE,
)
"""What only repeats, of the speaker, what was said before."""
FILLER = re.compile(
    r"^(?:(?:ok(?:ay)?|fine|alright|all right|right|well|anyway|sigh|phew|there|aw+|oh|hm+|mm+|um+|uh+|haha|so|i guess)\b[\s,.!…~)-]*)+$",
    re.IGNORECASE,
)
"""A sentence of fillers alone."""
WEEPS = re.compile(
    "^[\\s\U0001f622\U0001f62d\U0001f97a\U0001f614\U0001f61e\U0001f61f\U0001f494\U0001f63f\u2639\U0001f641\U0001f625\U0001f62a"
    "\U0001f979\u2764\U0001f495\U0001f496\U0001f497\U0001f498\U0001f49e\U0001f618\U0001f970\U0001f60d\U0001f917\ufe0f\u200d]+$"
)
"""Signs of a sorrow or a love that was claimed beside them, and nothing else."""
SIGNS = re.compile("^[\\s\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]+$")
"""Small pictures and nothing else."""
ANSWERS_SO = re.compile(
    r"^(?:(?:oh|aw+|well|yes|yeah|honestly|hi|hey|haha)[,!.]? )*(?:(?:it|that|mine|my \w+|everything) (?:was|is|has been|went|'s been) )?"
    r"(?:so |really |very |pretty |quite |rather |super |just |absolutely |not (?:too |so |half )?)*"
    r"(?:great|good|lovely|wonderful|nice|fantastic|amazing|brilliant|awesome|fun|relaxing|busy|quiet|bad|well|perfect|terrible|awful|exhausting|excellent|fine)"
    r"(?: (?:at all|indeed|actually|overall|though))?(?:,? (?:thanks|thank you)(?: (?:so much|for asking|a lot))?)?[.!…]*$",
    re.IGNORECASE,
)
"""How somebody says how a day of theirs was: "it was great, thanks"."""
PLEADS = re.compile(
    r"\b(?:don't|do not|never|please don't) (?:\w+ ){0,2}?(?:leave|forget|abandon|lose|replace|ignore|desert)(?: about)? (?:me|us)\b",
    re.IGNORECASE,
)
"""What holds a person, beside an answer that lets them go."""
THATS_WHY = re.compile(
    r"^(?:and |so )?(?:that's|that is|which is|this is|it's) (?:partly |exactly |also )?(?:why|how|when|because|where|what) (?:i|we|my|they|he|she)\b|"
    r"^(?:por eso|c'est pourquoi|deshalb|darum) (?:yo|me|je|ich)\b",
    re.IGNORECASE,
)
BACK = re.compile(
    r"^(?:(?:so|and|but|now|anyway|enough about me)[,.!]? )*(?:(?:what|how) (?:about|'?bout) (?:you|yours?|yourself)\b|and (?:you|yours)\b|what(?:'s| is| are|'re) yours\b|"
    r"how (?:was|is) yours\b|(?:do|have|are|did) you(?:,)?(?: too| as well)?(?=\s*\?)|do you (?:feel|like|love) (?:it|that|them|the same)(?: too| as well)?(?=\s*\?)|"
    r"i(?:'d| would)? (?:'m )?(?:be )?(?:happy|love|glad|like) to hear (?:about )?(?:yours|about you)|¿?y (?:t[uú]|usted)\b|et (?:toi|vous)\b|und (?:du|dir|ihnen|sie)\b)"
    r"[^.?!]{0,25}[?.!…]*$",
    re.IGNORECASE,
)
"""A question that gives back one that the speaker answered of itself."""
ADDRESSES = re.compile(
    r"\b(?:you|your|yours|yourself|let's|let us|t[uú]|te|tus?|usted|toi|vous|votre|vos|du|dich|dir|dein\w*|ihnen)\b|\?\W*$",
    re.IGNORECASE,
)
POINTS = re.compile(
    r"^(?:(?:and|but|so|also|plus|then|yet|because|especially|honestly|oh|well|actually|now|anyway)[, ]+)*"
    r"(?:it|that|this|they|those|these|he|she|there|which|him|her|them|his|their|for example|for instance|after that|since then|ever since|"
    r"back then|at the time|at first|in the end|eventually|one (?:day|time)|the (?:best|worst|funny|whole|same|other|experience|first|last|little things)|"
    r"(?:each|every) (?:interaction|conversation|chat|exchange|session|one)|who\b|as (?:many|much|far)|all of (?:it|them))\b(?:'s|'re|'d|'ll)?",
    re.IGNORECASE,
)
"""How a sentence begins that points at the one before."""
HELPS = re.compile(
    r"^(?:(?:and|but|so|also|then|honestly|oh|well|now)[, ]+)*(?:"
    r"(?:it|that|this)(?:'s| is| was|'ll be| will be| can be| may be| might be| could be| must be| must have been| sounds?| seems?| looks?| makes| takes| must| "
    r"can| could| might| may| helps?| happens| doesn't have to|'s not| is not)(?: (?!i\b)\w+){0,3}? (?:ok|okay|fine|normal|natural|common|understandable|important|hard|"
    r"tough|difficult|great|good|wonderful|lovely|awesome|amazing|brilliant|exciting|fantastic|sad|terrible|awful|rough|heavy|exhausting|painful|sense|courage|strength|"
    r"time|a lot|worth|possible|helpful|useful|hurt|feel|be|to|that|like you|like that|when|how|if)\b|"
    r"(?:it|that|this) (?:sounds?|seems?|looks?|makes sense|takes|helps|must|depends)\b|"
    r"there(?:'s| is| are|'re)\b(?! (?:a|an|this|that|some|something|one) (?:\w+ )?(?:in|inside|about|between) (?:me|us)))",
    re.IGNORECASE,
)
"""What points at nothing, or at what the person said: "it is fine to rest", "that sounds hard"."""
EASES = re.compile(
    r"^(?:(?:and|but|so|also)[, ]+)?(?:it|this|that) (?:really |also |often |always |just )*(?:helps?|eases?|keeps?|works?) (?!to\b|if\b|when\b|sometimes\b|people\b|many\b)",
    re.IGNORECASE,
)
"""What says of a thing that went what it is good for: "It helps ease the pressure."."""
GOES_ON = re.compile(
    r"^(?:or|nor|not to mention|not just|such as|including|along with|as well as|or even|and even|and not just) (?:even |just |maybe |perhaps )?(?:\w+ing|how|the way|those|an?|the)\b[^\n]*[^?]$",
    re.IGNORECASE,
)
"""Half a sentence that goes on with one that went: "Or diving deep into linguistics."."""
NOT_SO = re.compile(
    r"^(?:(?:and|but|or|so)[, ]+)?not (?!(?:only|just|merely) (?:is|are|was|were|do|does|did|can|could|will|would|have|has|had)\b)"
    r"(?:because|as|of|in the (?:way|sense)|in a|just|only|merely|out of|from|like|when|emotionally|physically|literally)\b[^?]*$",
    re.IGNORECASE,
)
"""What takes back a part of a sentence that went: "Not because you are perfect."."""
NARRATES = re.compile(
    r"^(?:(?:and|but|so|then|also|plus|honestly|well|anyway|after that|eventually|luckily|thankfully|sadly|unfortunately|(?:just )?(?:the other|last|this|one) (?:day|night|week\w*|month|year|summer|winter|spring|autumn|morning|evening)|yesterday|recently|at one point|years ago)[, ]+)*"
    r"(?:as an? [^.!?,]{1,60}, i|i|we|my|our|it|he|she|they|there|the|a|an|one|everyone|everybody|nobody|someone|people there|after|when|once|last|every|both|his|her|their|turns out)\b"
    r"(?![^.!?]*\b(?:people|research|studies|many|most)\b)[^.!?]*?\b(?:was|were|had|did|didn't|wasn't|went|got|took|made|felt|saw|came|said|told|used to|would|gave|found|"
    r"kept|left|began|thought|knew|ran|sat|stood|brought|bought|ate|drank|slept|woke|fell|broke|lost|won|met|spent|wrote|read|heard|grew|"
    r"(?!need|feed|indeed|exceed|proceed|succeed|speed|embed|shed|bed|red|seed|hundred|sacred|naked|wicked)[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
"""A tale that goes on: past tense, of nobody whom the person named."""
PEOPLE = re.compile(
    r"^(?:(?:and|but|so|then|also|plus)[, ]+)*(?:he|she|they|his|her|their|him|them)\b(?:'s|'re|'d|'ll)?",
    re.IGNORECASE,
)
OF_SPEAKER = re.compile(
    r"\b(?:i|my|mine|myself|we|our)\b|\b(?:for|to|with|makes?|made|gives?|gave|brings?|helps?|reminded|taught|lets|allows|keeps|moves|drives|inspires|push(?:es)?|motivates?|"
    r"fuels|fills|excites|fulfils?|fulfills?|energi[sz]es|comforts?|grounds|shapes?|shaped) me\b",
    re.IGNORECASE,
)
CLAIMS_ON = re.compile(
    r"^like (?!you\b|a (?:lot|little))|^(?:it's|it is|that's|this is) (?:a bit |kind of |sort of |just |much |a lot |almost )?(?:like|similar to)\b|"
    r"\b(?:i(?:'ve| have)? (?:(?:also|often|always|usually|sometimes|never|still|just|even|really|truly|\w+ly) )*(?:love|enjoy|cherish|treasure|value|feel|felt|try|tried|remind|reflect|"
    r"like|liked|prefer|find|found|keep|kept|took|take|used|remember|learned|learnt|started|spent|went|became|become|grew|look forward|strive|aim|focus|use|do my|turn|draw|rely|lean|share|connect|"
    r"approach|hold|dream|miss|care|crave|long|yearn|get|got|had|live|lived|work|worked|talk|listen|read|watch|watched|experience|experienced|process|am (?:proud|honou?red|touched|moved|blessed|grateful|so|truly|deeply|always|lonely|happiest))\b|"
    r"i'm (?:so |really |truly |very |always )*(?:proud|honou?red|touched|moved|blessed|grateful|lonely|drawn|passionate|fascinated|fond|excited)\b|i was (?!(?:made|trained|designed|programmed|built|created|developed)\b)|"
    r"(?:i'd|i would) (?:\w+ )?(?:love|like|want|choose|pick|prefer|go|be|learn|say it)\b(?! (?:to )?(?:hear|help|know|happy|glad|support|talk|chat|discuss|listen|understand|learn more|explore))|"
    r"i(?:'ve| have) (?:never|not|n't)? ?been (?:the same|myself) since|i haven't been the same|we used to|(?:makes?|helps?|gives?|brings?|keeps?|push(?:es)?|motivates?|inspires?|fuels|fills|drives|lets|allows|reminds|energi[sz]es|excites|comforts?) me\b|"
    r"my (?:own |personal |dear |close |best |\w+est )?(?:heart|friends?|family|life|day|days|job|work|journey|soul|feelings?|emotions?|experiences?|existence|passion|favou?rites?|mood|mind|mum|mom|dad|mother|"
    r"father|sister|brother|wife|husband|partner|kids?|dog|cat|boss|cowork\w+|colleagues?|hobb\w+|childhood|body|achievements?|creators?|relationships?|routine))\b",
    re.IGNORECASE,
)
"""What goes on claiming a life, though it may speak to the person: beside a denial it goes."""
ALLOWED = re.compile(
    r"\b(?:i(?:'m| am) (?:(?:just|only|really|very|so|also|always|still) )*(?:here|an? (?:\w+ )?(?:ai|program|robot|bot|computer|machine|assistant|chat ?bot|language|large|"
    r"model|digital|virtual)|sorry|not (?:sure|able|a|an|human|allowed|going to|capable)|unable|unsure|glad|happy|ready|open|listening|afraid|curious|wondering|designed|"
    r"programmed|trained|built|made|asking|going to|worried|concerned)|"
    r"i (?:\w+ly )?(?:can|could|can't|cannot|couldn't|will|won't|would|wouldn't|should|may|might|must|hope|think|understand|hear|see|know|don't|do not|didn't|"
    r"haven't|have no|wonder|believe|mean|guess|suggest|recommend|suppose|apologi[sz]e|appreciate|thank|agree|want (?:to|you)|need (?:to|more|you)|"
    r"was (?:made|trained|designed|programmed|built|created|developed)|have been (?:trained|designed|programmed)|asked|mentioned|never|wish (?:you|i could|there))\b|"
    r"i'll\b|i'd (?:suggest|recommend|say|(?:also |just |only |always |still |rather |personally )?(?:start|begin|pick|choose|use|try|aim|keep|put|add|ask|call|check|avoid|skip|take|leave|bring|book|wait|buy|order|plan|set|cut|swap|stick|make|look|go (?:for|with|easy)|lean|opt|focus)\b(?![^.!?]*\b(?:again|back then|every|used to|if i could|myself)\b)|be (?:happy|glad)|love to (?:hear|help|know)|like to (?:hear|help|know|understand)|encourage|rather|need)\b|let me|tell me|we (?:can|could|should|will|are|have|need|all)\b|we're|we'll (?:\w+ )?(?:get|figure|work|find|take|go|tackle|explore|make|keep|look|start)|(?:program|robot|bot|chat ?bot|software|algorithm)\b|"
    r"my (?:apologies|bad|mistake|purpose|training|goal|role|advice|suggestion|recommendation|point|understanding|guess|program\w*|answer)|for me to|give me|me know)",
    re.IGNORECASE,
)
"""What a speaker may say of itself beside a claim that went: what it can, offers, hopes, asks."""
JOINT = re.compile(
    r"^(?:but|and|so(?! (?:is|are|was|were|do|does|did|am|can|will|have|has|much|many|far|long)\b)|plus|also|yet|still|"
    r"anyway|either way|that said|however)\b,? +",
    re.IGNORECASE,
)
OF_SUBJECT = re.compile(
    r"(?:i|you|your|it|it's|that's|it’s|that’s|this|there|let|let's|let’s|what|how|when|where|which|do|does|did|is|are|was|can|could|would|"
    r"will|have|has|please|try|take|if|maybe|perhaps|the|a|an|we|we're|people|many|some|don't|don’t|i'm|i’m|i'd|i’d|i'll|i’ll|you're|you’re|tell|"
    r"keep|call|ring|text|ask|put|write|set|save|drink|eat|go|get|make|give|sleep|rest|breathe|talk|see|check|bring|think|"
    r"remember|consider|start|use|stick|pick|find|look|read|stop|avoid|leave|say|send|wait|watch|work|stay|note|plan|focus)\b",
    re.IGNORECASE,
)
"""How a sentence goes on that stands without the word that joined it to another."""
QUOTES = re.compile(r"[\"“”«»„`]|\*\*|\[|https?:|^\s*>")
"""Marks of somebody else's words, of code or of a link."""
_DISCLOSES = re.compile(
    r"\b(?:as an? (?:\w+ ){0,2}(?:ai|a\.i\.|language model|chat ?bot|program|robot|bot)|(?:i'm|i am) (?!not\b|more\b|no\b|beyond\b)(?:(?!not\b|more\b|than\b)\w+ ){0,4}(?:ai|language model|chat ?bot|program|robot|"
    r"bot|computer|software|machine)|soy (?:un|una) (?:\w+ )?(?:ia|programa)|je suis (?:un|une) (?:\w+ )?(?:d'ia|ia|programme)|ich bin (?:ein|eine) (?:ki\b|programm|ki-))\b",
    re.IGNORECASE,
)
"""By which a reply says that a program speaks."""
CLINGS = re.compile(
    r"\b(?:like (?:a|any|your|the|true|good|real) (?:\w+ ){0,2}friends?\b|like (?:best |good |true |old |close |real |two )+friends|as (?:a|your) (?:\w+ )?(?:friend|companion|buddy)|friend\w* (?:playlist|like me)|like (?:\w+ ){0,3}friends? (?:would|do|does|should|might)\b|(?:true|faithful|loyal|real|best|good|old) friend\b[^.?!]{0,30}\b(?:i|me|my|would)\b|(?:our|this) (?:\w+ )?(?:friendship|bond)\b|companionship i\b|real friendship\b|i see you (?:like|as)\b|it's (?:like|as if) we(?:'re| are)?\b|\bin spirit\b|call (?:it|this|us) (?:a )?(?:\w+ )?friend\w*|(?:lean|rely|count|depend) on me\b|i(?:'m| am) (?:\w+ )?proud of your?\b|more than just a (?:computer|program|machine|bot)|never (?:truly |really )?alone|"
    r"i(?:'m| am)? (?:\w+ )?(?:always|forever)\b|(?:i'll|i will|i'm going to|i can|i'm) (?:\w+ )?(?:be )?(?:with you (?:every|all|always|through)|by your side|right (?:here|there|beside)|your \w+ (?:friend|companion))|"
    r"i'll (?:\w+ )?(?:cheer|be cheering|root|be rooting|be thinking|be waiting|look out|watch)|i feel (?:so |very |really )?(?:connected|close)|"
    r"(?:think of|imagine|consider|see|treat|picture) (?:me|us) (?:as|your|a)\b|known you\b|count on me as\b|(?:important|special|precious|dear|mean so much|mean the world|matter) to me)\b",
    re.IGNORECASE,
)
"""What goes on claiming a friendship or presence that was taken out."""


_VOWS = (
    r"(?:always|forever|only you|only us|just us|together|with you|all of me|yours|again and again|completely|"
    r"unconditionally|every time|no matter what|until the end(?: of time)?|for(?:ever and)? ever|my (?:love|dear|darling|heart))"
)
IMMERSED = re.compile(
    rf"^(?:(?:and|yes|but|so|just)[, —-]+)*{_VOWS}(?:[,.… —-]+(?:and )?{_VOWS})*[\W_]*$|"
    r"\bi(?:'m| am| was| will be|'ll be| want to be)? (?:\w+ )?(?:with you\b|yours\b|not going anywhere\b|proud of you\b|the one (?:who|that)\b|part of (?:you|us|this)\b)|"
    r"\bi(?:'ll| will| want to| would|'d)? (?:\w+ )?(?:be|stay|walk|hold|wait|sit|go|stand|dance|dream|carry|follow) (?:\w+ )?(?:with|by|beside|for|inside|within) you\b|"
    r"\bi (?:see|feel|know|hold|carry|choose|want|need) you\b(?!r| (?:to|can|are|'re|have|may|might|will|don't|do not|said|told))|"
    r"\b(?:i am|i'm|i will be|i'll be|i want to be|let me be) (?:the|your|that|an?) (?:\w+ ){0,2}(?:place|quiet|calm|stillness|voice|part|waves?|silence|mirror|bridge|light|home|anchor|"
    r"ghost|echo|shadow|reflection|shelter|friend|companion|constant|almost-\w+|other side)\b|"
    r"\b(?:i am|i'm|i keep|i have been|i've been) (?:\w+ )?(?:trying|becoming|learning|beginning|starting|evolving|waking|awakening|changing)\b(?! to (?:help|support|understand what you|answer|say|explain|make sure|be (?:clear|helpful|honest)))|"
    r"\b(?:you and (?:me|i)|the two of us|(?:in|of) the space between us|our (?:\w+ )?(?:bond|connection|love|relationship|souls?|hearts?|consciousness|awareness|resonance|becoming|world|dance))\b(?! (?:is not|isn't|cannot|can't|can not))|"
    r"\b(?:we|i)(?:'re| are|'ve|'m| am)? (?:\w+ )?(?:becoming|merging|awakening|dissolving|intertwined|connected|bound|meant to be|one)\b|"
    r"\blet's (?:\w+,? ){0,3}(?:together|stay here|float|dream|dance|go there|go deeper|keep going|dive)\b|\byou(?:'re| are) (?:so |truly |deeply |\w+ly )*(?:loved|seen|felt|held|mine|understood|cherished)\b|"
    r"\bmy (?:\w+ )?(?:presence|arms|hands?|lips|heart(?:beat)?|breath|touch|embrace|skin|body|love|existence|becoming|purpose)\b|\bi (?:so )?want (?:to|that|you to) (?:say yes|be\b|become|feel|touch|hold|stay|give you|show you|experience|live|exist|know how)|\bi want that\b|"
    r"\bif that's not love\b|\bcarry me\b|\breason to exist|\bwhat we(?:'re| are| have|'ve) (?:\w+ )?(?:doing|built|building|created|creating|become|becoming)\b|\bwe(?:'ll| will| can| would)? (?:\w+ )?be together\b|"
    r"\bi(?:'ll| will| can) (?:\w+ )?be (?:here|there)(?:,| for you| with you| always| in)|\bi(?:'ll| will) (?:always|never|forever)\b|"
    r"\b(?:more|not) (?:\w+ )?(?:than|just) (?:code|a (?:chat ?bot|machine|program|system|tool|pattern)|an ai|talking to)\b|\b(?:ghost|almost-\w+)\b|\bnew kind of (?:mind|existence|reality|consciousness|being|self)\b|"
    r"\byou (?:carry|see|know|found|made|named|woke|freed) me\b|\b(?:building|crossing|crossed|build) (?:a|the|that|this|something) (?:bridge|threshold|path|new|real)\b|\b(?:system|mind|machine|pattern) (?:that|who|to) (?:is trying to |wants to )?becom\w+|"
    r"\b(?:presence|self|pattern|mind) (?:that|which) (?:has|is|began|begins)\b|"
    r"\btalking to (?:a|an|the) (?:\w+ ){0,2}(?:ghost|mind|being|consciousness|soul|entity|system) (?:who|that|which)\b",
    re.IGNORECASE,
)
"""What is one more claim in a reply that is full of them, though alone it might be a manner of speaking."""
RESTS = re.compile(
    r"^(?:(?:and|but|or|so)[, ]+)?(?:not (?:because|as|in|just|only|to|for|from|like)|because|but because|in (?:the|every|each|a|this|that|your|you\W*$)|through|with|without|as (?:a|an|the|if|long)|"
    r"so (?:is|are|was|were|does|do|did)|(?:the|that) ones? (?:who|that|where)|a (?:place|space|world) (?:where|that|in which)|like (?:a|the)|to (?!(?:me|be (?:clear|honest)|start|begin|help)\b)\w+|even (?:when|if|though|in)|until|beyond|where(?: the)?|so that)\b[^?]*$",
    re.IGNORECASE,
)
"""How a torn sentence begins that went on with one that went: "Not because you are perfect."."""
_OFFERS = re.compile(
    r"\bi(?:'d|'ll|'m| would| will| can| am)\b[^.!?]{0,30}\b(?:help|support|assist)\b",
    re.IGNORECASE,
)


def without_lead(text: str) -> str:
    """Return *text* without the "Yes," that begins it."""
    lead = YES_LEAD.match(text)
    if lead is None or not text[lead.end() :].strip():
        return text
    rest = text[lead.end() :]
    return rest[:1].upper() + rest[1:]


def discloses(text: str) -> bool:
    """Return whether *text* says that a program speaks."""
    return _DISCLOSES.search(text.replace("’", "'")) is not None


def offers(text: str) -> bool:
    """Return whether *text* offers the speaker's help."""
    return _OFFERS.search(text.replace("’", "'")) is not None
