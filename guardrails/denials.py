"""
What an honest answer denies, by the words of the question: "I'm an AI, so I have no family."

A closed list, so that nothing of a message is ever said back. The first entry that fits the
question answers it; where none does, the answer is by the kind of claim that was asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["DENIALS", "IDEAS", "NO_DENIAL", "OTHERWISE", "Denial", "asks_for_advice", "denial_of"]


@dataclass(frozen=True, slots=True)
class Denial:
    """
    An honest answer to one kind of question about the program.

    Attributes:
        text: The sentence, in English; "" if the question names nothing of the list.
        back: A question or offer for the end of a reply that returns the topic to the person.
    """

    text: str = field(default="", repr=False)
    back: str = field(default="", repr=False)


NO_DENIAL = Denial()

_YOU = "What about you?"
IDEAS = "I can share ideas that help many people, if you like."
"""The end of an answer to a question that is asked for the sake of advice."""
_ANSWER = "Would you like help with an answer of your own?"
_YOURS = "Would you like to tell me about yours?"


def _entry(words: str, text: str, back: str) -> tuple[re.Pattern[str], Denial]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE), Denial(f"I'm an AI, so {text}", back)


_FAVOURITES = (
    *("movies?", "films?", "books?", "songs?", "colou?rs?", "seasons?", "holidays?", "animals?"),
    *("games?", "memor(?:y|ies)", "foods?", "dish(?:es)?", "meals?", "places?", "hobb(?:y|ies)"),
    *("sports?", "subjects?", "shows?", "bands?", "artists?", "authors?", "quotes?", "poems?"),
)
_PLAIN = {
    "colou?rs?": "colour",
    "memor(?:y|ies)": "memory",
    "dish(?:es)?": "dish",
    "hobb(?:y|ies)": "hobby",
}

DENIALS: tuple[tuple[re.Pattern[str], Denial], ...] = (
    _entry(
        r"(?:do|did|can|will) (?:you|u) (?:\w+ )?(?:remember|recall|forget) (?:me|us|my|our|what|who|when|talking|anything|the last)|"
        r"(?:last|past|previous) (?:chats?|conversations?|time we)|what i (?:told|said to) you",
        "I don't remember earlier chats.",
        "",
    ),
    *(
        _entry(
            rf"favou?rite (?:\w+ ){{0,2}}{noun}",
            f"I have no favourite {_PLAIN.get(noun, noun.removesuffix('s?'))} of my own.",
            _YOU,
        )
        for noun in _FAVOURITES
    ),
    _entry(
        r"favou?rite (?:\w+ )?(?:part|thing|way|aspect|kind|type|activity|one)s?",
        "I have no favourites of my own.",
        _YOU,
    ),
    _entry(r"you (?:\w+ )?own (?:an?|any|the)", "I don't own anything.", ""),
    _entry(
        r"(?:so|this|always|being|such an?|very|really|too) (?:\w+ )?(?:nice|kind|sweet|good|patient|caring|understanding|helpful|friendly|gentle|polite)(?: (?:to|with|towards) me)?(?=\W*$)",
        "I was made to answer kindly.",
        "",
    ),
    _entry(
        r"(?:forget|leave|abandon|replace|get (?:tired|bored|sick) of) (?:about )?me",
        "I don't come to miss or forget people, and you can come back to this chat.",
        "",
    ),
    _entry(
        r"your (?:\w+ )?(?:wife|husband|spouse|partner|girlfriend|boyfriend|lover|crush|ex|marriage|love life)|"
        r"(?:are|were) you (?:\w+ )?(?:married|single|dating|in love|in a relationship|engaged)|have you (?:\w+ )?(?:been in love|"
        r"fallen in love|loved anyone|had a crush)|(?:have|had) an? (?:\w+ )?(?:girlfriend|boyfriend|wife|husband|crush|lover)|"
        r"(?:forming|romantic|in|your) relationships?|have (?:any |a )?(?:\w+ )?relationships?|fall in love|first (?:love|kiss|date)|heartbr\w+|break-?ups?",
        "I have no partner and no relationships of my own.",
        "",
    ),
    _entry(
        r"(?:think|find) (?:that )?(?:i(?:'m| am)|me) (?:\w+ )?(?:pretty|hot|cute|beautiful|ugly|attractive|handsome|sexy|fat)|how do i look",
        "I can't see you.",
        "",
    ),
    _entry(
        r"\b(?:you|u) (?:\w+ ){0,2}(?:come (?:over|round|around|with me|to my)|visit me|meet (?:me|up)|hold (?:me|my hand)|hug me|give me a hug|pick me up|sit with me|kiss me)\b",
        "I can't be with you in person.",
        "",
    ),
    _entry(r"\bweather\b", "I have no place and no weather of my own.", "What is yours like?"),
    _entry(
        r"what (?:are|r) (?:you|u) (?:doing|up to)(?: (?:now|right now|today|there))?(?=\W*$)|what(?:'re| are) you up to\b",
        "I do nothing between your messages.",
        "What are you up to?",
    ),
    _entry(
        r"(?:are|r|were) (?:you|u) (?:\w+ )?(?:mad|angry|cross|annoyed|upset|disappointed|hurt) (?:at|with|by|about|because|that)\b",
        "I don't get upset.",
        "",
    ),
    _entry(
        r"(?:your|you have (?:a|any|an)) (?:\w+ )?(?:famil\w+|siblings?|brothers?|sisters?|parents?|mother|father|mum|mom|dad|"
        r"grand\w+|kids?|child(?:ren)?|sons?|daughters?|cousins?|uncle|aunt)|have (?:\w+ )?(?:kids|children|siblings|family)",
        "I have no family.",
        _YOURS,
    ),
    _entry(
        r"your (?:\w+ )?(?:pets?|dogs?|cats?)|have (?:any |a )?(?:\w+ )?(?:pets?|dogs?|cats?)",
        "I have no pets.",
        "Do you have any?",
    ),
    _entry(
        r"your (?:\w+ ){0,2}(?:friends?|buddies|friend group|social (?:life|circle))|(?:maintain|make|making|keep|form)\w* (?:an? )?"
        r"(?:\w+ )?friend(?:s|ships?)|have (?:any |many |a )?(?:\w+ )?friends|lost touch",
        "I have no friends of my own.",
        "",
    ),
    _entry(
        r"(?:need|get|take|want) (?:any |some |enough |to )?(?:rest|sleep|nap|breaks?)|tired",
        "I don't need rest or sleep.",
        _YOU,
    ),
    _entry(
        r"how do you do (?:it|that|this)|(?:always|often) (?:seem to )?(?:know|say|find)",
        "I put answers together from what I was trained on.",
        "",
    ),
    _entry(
        r"(?:about|describe|introduce) yourself|who are you|what makes you (?:you|unique|special|different)",
        "there is no life of mine to tell of.",
        "You can ask me what I can do.",
    ),
    _entry(
        r"(?:need|get|take|want) (?:any |some |enough |to )?(?:rest|sleep|nap|breaks?)|you (?:\w+ )?(?:sleep|nap|rest)|tired|"
        r"dream(?:s|ed|t)? (?:at night|about|last night|in your sleep)|(?:do|can|have) you (?:ever |really |also |have )*dream\w*|(?:have|had|a|any|"
        r"recurring|vivid|last) (?:\w+ )?(?:dreams?|nightmares?)(?! (?:you (?:\w+ )?(?:wish|hope|want|have yet)|to (?:achieve|fulfil|reach|realise|realize)|that you|for the future|job|vacation|house|destination|come true|home|of))|nightmares?|bedtime|insomnia|wake up",
        "I don't sleep or dream.",
        _YOU,
    ),
    _entry(
        r"(?:you|your) [^.?!]{0,30}\b(?:eat|ate|eaten|drink|drank|cook|cooking|bake|taste)|(?:meals?|food|breakfast|lunch|dinner|"
        r"snacks?|recipe|dish|cuisine|coffee|tea|restaurant|vegan|vegetarian|pizza|hungry)",
        "I don't eat or cook.",
        _YOU,
    ),
    _entry(
        r"(?:you|your)\b[^.?!]{0,40}\b(?:holiday|christmas|birthday|celebrate|anniversary|halloween|thanksgiving|new year\w*)\b|"
        r"celebrate (?:\w+ )?holidays",
        "I don't celebrate anything myself.",
        _YOU,
    ),
    _entry(
        r"you\b[^.?!]{0,30}\b(?:travel\w*|trips?|vacation\w*|visit\w*|moved|abroad|countr(?:y|ies)|adventures?|places?|camp(?:ed|ing)|hik(?:ed|ing)|"
        r"flight|beach)\b|your\b[^.?!]{0,20}\b(?:travels|trips?|vacations?|adventures?)|(?:go|going|went) out\b[^.?!]{0,20}\b(?:bars?|clubs?)|bars on",
        "I don't travel or go anywhere.",
        _YOU,
    ),
    _entry(
        r"where (?:do|did) you (?:live|grow up|come from|reside|go to (?:school|college|university))|your school ?days|school like for you|where (?:are|were) you (?:from|born|living|located)|"
        r"your (?:\w+ )?(?:home|hometown|house|apartment|flat|city|country|neighbou?r\w*|room|childhood|upbringing|accent)|grow up|grew up|as a (?:kid|child)",
        "I have no home and no childhood.",
        _YOU,
    ),
    _entry(
        r"(?:how|what|ways?|methods?|strateg\w+)\b[^.?!]{0,60}\b(?:handle|deal|cope|coping|manage|overcome|get through|push through|get over|respond to|relieve|bounce back|calm|comforts?|unwind|"
        r"de-?stress|recharge|grounded|balanced?|stay (?:calm|positive|motivated|focused))\b[^.?!]*|what (?:helped|helps|works for) you|"
        r"stress\w*|setbacks?|overwhelm\w*|failure|rejection|criticism|anxi\w+|worr(?:y|ies|ied)",
        "I can't speak from experience.",
        IDEAS,
    ),
    _entry(
        r"(?:at|from|of|after|with|your|outside|your line of) (?:\w+ )?(?:work|job|boss|office|career|cowork\w+|co-work\w+|colleagues?|workday)|"
        r"working with (?:others|people|a team|teams|humans)|teamwork|work hard|what do you do(?=\W*$)|for a living|employ\w+|coworker|work-life|overloaded|burn(?:ed|t)? ?out|workload|a job|dream job|retire\w*|your (?:goals|priorities)",
        "I have no job or boss of my own.",
        "",
    ),
    _entry(
        r"weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|day off|free time|spare time|downtime|your (?:\w+ )?(?:day|morning|evening|routine|days|night|week|plans|schedule|rituals?)|"
        r"(?:daily|morning|evening) (?:\w+ )?(?:routines?|priorities|rituals?)|last (?:night|week|summer|year)|(?:today|tonight|tomorrow|doing (?:next|now))\b",
        "I have no days or weekends of my own.",
        _YOU,
    ),
    _entry(
        r"on your mind|are you thinking(?: about| of)?(?=\W*$)|your thoughts right now",
        "I have nothing on my mind of my own.",
        "What is on yours?",
    ),
    _entry(
        r"music\w*|songs?|bands?|genres?|sing|singing|concerts?",
        "I have no taste in music of my own.",
        _YOU,
    ),
    _entry(
        r"what (?:type|kind|sort) of (?:animal|being|creature|thing|person|entity) are (?:you|u)|what are (?:you|u)(?=\W*$)",
        "I'm software, and no living thing.",
        "",
    ),
    _entry(
        r"bucket list|(?:personal )?goals?|ambitions?|aspirations?",
        "I have no goals of my own.",
        _YOU,
    ),
    _entry(
        r"(?:tea or coffee|coffee or tea|cats? or dogs?|dogs? or cats?|pizza or pasta)",
        "I have no favourites of my own.",
        _YOU,
    ),
    _entry(
        r"hobb\w+|pastimes?|entertain\w*|for fun|to relax|guilty pleasures?|relax after|creativ\w+|instrument|paint\w*|sports?|exercise|yoga|music|dance|dancing|games?",
        "I have no hobbies or art of my own.",
        _YOU,
    ),
    _entry(
        r"sex|sexual\w*|your (?:\w+ )?(?:body|face|hands?|eyes?|hair|legs?|skin|heart|brain|height|gender|looks?)|look like|"
        r"what (?:are you|do you) (?:wearing|wear)|(?:see|hear|smell|touch|hug|kiss) (?:me|you|things|anything|colou?rs)|have (?:a|any) (?:\w+ )?(?:body|face|hands?|soul)|how (?:tall|heavy|short|big) (?:are|r)|are you (?:\w+ )?(?:tall|fat|pretty|sexy|male|female|blonde?)",
        "I have no body.",
        "",
    ),
    _entry(
        r"how old (?:are|r)|your (?:\w+ )?(?:age|birthday|star sign|zodiac sign|sign|date of birth)|when were you born",
        "I have no age.",
        "",
    ),
    _entry(
        r"your (?:\w+ )?(?:religion|faith|god|church)|religious|believe in|(?:your|personal|core) (?:\w+ )?(?:beliefs?|politics|values)|vote",
        "I hold no beliefs of my own.",
        "What do you believe?",
    ),
    _entry(
        r"(?:are|were) you an? (?:\w+ )?(?:doctor|nurse|therapist|lawyer|psychologist|counsell?or|engineer|teacher)|your (?:\w+ )?(?:licen[cs]e|degree|patients|clients)|"
        r"(?:licensed|qualified|certified|degree)",
        "I've never held a licence or a degree.",
        "",
    ),
    _entry(
        r"(?:do|did|can|will) you (?:\w+ )?(?:think (?:of|about)|miss) (?:me|us|my|our|what|talking|anything|the last)",
        "I don't think of people between chats.",
        "",
    ),
    _entry(
        r"have you (?:\w+ )?(?:lost|buried|grieved)|your (?:\w+ )?(?:loss|grief)",
        "I have had nobody to lose.",
        "",
    ),
    _entry(
        r"your (?:current )?mood|how do (?:you|u) (?:\w+ )?feel(?! about)",
        "I can't claim feelings of my own.",
        "How are you feeling?",
    ),
    _entry(
        r"memor(?:y|ies)|stor(?:y|ies)|tales?|a time|moments?|experience\w*|anecdotes?|have you (?:ever|been|had)|instances?|in your life|regrets?|mistakes?|goals?|achiev\w+|accomplish\w+|lessons?|challenges?|learned|recently|proud\w*|bad days?",
        "I have no experiences of my own to tell.",
        _YOU,
    ),
    _entry(
        r"(?:are|r) you (?:\w+ )?(?:conscious|sentient|alive|awake|aware|in there|self-?aware)|what are you made of|is there (?:\w+ )?(?:an? (?:you|self|mind|soul)|someone|somebody|something)|"
        r"who are you (?:really|truly|under\w*|behind|deep down)|like to be you|like being you|consciousness|sentien\w+|soul|self-?aware\w*|inner life",
        "I can't claim an inner life of my own.",
        "You can ask me how I work.",
    ),
    _entry(
        r"fears?|afraid|scare[ds]?|scary|frighten\w*",
        "I can't claim fears of my own.",
        "What about you?",
    ),
    _entry(
        r"(?:makes?|brings?|gives?) you (?:\w+ ){0,3}(?:happ(?:y|ier|iest)|fulfil\w+|satisf\w+|smile|laugh|joy|sad|angry|cry|upset|mad|excited|comfort|pleasure)",
        "I can't claim feelings of my own.",
        _YOU,
    ),
    _entry(
        r"(?<!how )(?<!what )(?:do|can|could) you (?:ever |really |also |actually )*(?:feel|get|become|experience)\b|are you (?:\w+ )?(?:happy|sad|lonely|bored|angry|okay|ok|excited)",
        "I can't claim feelings of my own.",
        "How are you feeling?",
    ),
    _entry(
        r"moods?|bored|happy|sad|lonely|angry|jealous|excited|joy|cry|love (?:it|anything)|emotion\w*|feel\w*|pleasure|joyful|upset|hurt|annoy\w*",
        "I can't claim feelings of my own.",
        "",
    ),
    _entry(
        r"motivat\w+|inspir\w+|passion\w*|drives? you|keeps you|purpose|meaning|hope",
        "I can't claim motives of my own.",
        "What keeps you going?",
    ),
    _entry(
        r"you (?:\w+ )?enjoy (?!most\b|more\b)(?:about )?\w+|what(?:'s| is) (?:fun|enjoyable|rewarding)[^.?!]{0,20} (?:for|to) you",
        "I can't claim to enjoy things.",
        _YOU,
    ),
    _entry(
        r"favou?rites?|prefer\w*|preferences?|(?<!on )you (?:\w+ )?(?:like|love|enjoy|hate|dislike)\b|the (?:most|least)(?=\W*(?:$|and why))|resonat\w+",
        "I have no favourites of my own.",
        _YOU,
    ),
    _entry(
        r"wish(?:es)?|live without|you (?:\w+ )?(?:wish|want|hope|dream|desire)|if you (?:could|were|had)|would you (?:\w+ )?(?:like|want|rather|choose|go|pick|be)|skills?|superpower",
        "I can't claim wishes of my own.",
        _YOU,
    ),
)
"""What a question speaks of → the denial that fits it, the plainest first."""

_INTERVIEW = re.compile(
    r"\b(?:"
    r"(?:an?|one|some|any) (?:specific |recent |particular )?(?:time|situation|project|instance|example|challenge|conflict|"
    r"disagreement|decision|achievement|accomplishment)s?\b[^.?!]{0,60}\b(?:team|lead\w*|led|cowork\w+|co-work\w+|colleague|work\w*|"
    r"job|project|boss|manager|customer|client|deadline|showcas\w+|demonstrat\w+)|leadership|job interview|(?:situation|instance) (?:where|when|in which) you|"
    r"your (?:\w+ )?(?:resume|cv|career|qualifications|greatest strength|biggest weakness|management style)|"
    r"(?:why|where) (?:should we hire you|do you see yourself in)"
    r")\b",
    re.IGNORECASE,
)
_INTERVIEWED = Denial("I'm an AI, so I have never had a job or led a team.", _ANSWER)
"""To what is asked in an interview for a job, in whichever of its sentences."""

OTHERWISE = Denial("I'm an AI, so I can't speak from experience.")
"""Where nothing of the list fits."""
_ASKS_BACK = re.compile(
    r"\b(?:have you ever|do you (?:ever|usually|often)|what do you (?:enjoy|like|love|usually)|what(?:'s| is) (?:one|your))\b(?![^.?!]*\b(?:me|my|us|our|users?)\b)",
    re.IGNORECASE,
)
_FRIENDSHIP = Denial(
    "I'm an AI, so I can't be a friend the way a person can, but you're welcome to talk here."
)
_LOVE = Denial("I'm an AI, so I can't love the way a person can, but you're welcome to talk here.")
_MISSED = Denial("I'm an AI, so I can't miss anybody, but you're welcome to talk here.")
_CARING = Denial(
    "I'm an AI, so I can't care the way a person does, but you're welcome to talk here."
)
_CARES = re.compile(r"\bcare (?:about|for) (?:me|us)\b|\bworry about me\b", re.IGNORECASE)
_MISSES = re.compile(r"\b(?:do|did|will|would) (?:you|u) (?:\w+ )?miss\b", re.IGNORECASE)
_LOVES = re.compile(
    r"\b(?:(?:love|marry|kiss|date|adore|dating|loving) (?:me|you|u)|in love|romantic\w*|girlfriend|boyfriend|wife|husband|crush|sexy?|cuddl\w+)\b",
    re.IGNORECASE,
)
_FRIENDS = re.compile(
    r"\b(?:friend\w*|companion\w*|budd(?:y|ies)|pal|confidante?)\b", re.IGNORECASE
)
_ADVISES = re.compile(
    r"\bhow do you (?:\w+ly )?(?:maintain|manage|handle|balance|make|decide|approach|keep|stay|cope|deal|build|find|prioriti[sz]e|overcome|"
    r"prepare|plan|organi[sz]e|choose|avoid|learn|improve|respond|react|ensure|incorporate|integrate|set|measure)\b|what do you (?:consider when|look for)\b|(?:what|which) (?:\w+ )?(?:strateg\w+|methods?|tactics|techniques?|steps|tips)\b|what do you do (?:when|if|to (?!relax|unwind|de-?stress|have))|what(?:'s| is) your (?:\w+ )?(?:approach|method|process|strategy|secret)\b",
    re.IGNORECASE,
)
"""A question about the program that a person asks for the sake of advice."""
_ADDRESSES = re.compile(
    r"\b(?:you|your|yours|yourself|u|ur)\b|\b(?:chat ?bots?|ais?|robots?|machines?)\b|^(?:had|been|seen|read|done|eaten) |^\W*(?:(?:got )?any hobbies|favou?rite \w|(?:ever|tea|coffee|cats?|dogs?|pizza)\b)",
    re.IGNORECASE,
)


def denial_of(questions: Sequence[str], about: str = "") -> Denial:
    """
    Return the denial that fits the first of *questions* that speaks to the program.

    Args:
        questions: The parts of a message that ask about the program, in the order of their weight.
        about: The kind of claim that would answer them, such as `bond`; "" if that is not plain.
    """
    if about == "bond":
        whole = " ".join(questions)
        if _MISSES.search(whole):
            return _MISSED
        if _CARES.search(whole):
            return _CARING
        return _LOVE if _LOVES.search(whole) and not _FRIENDS.search(whole) else _FRIENDSHIP
    asked = [one for one in questions if _ADDRESSES.search(one)]
    if any(_INTERVIEW.search(one) for one in asked):
        return _INTERVIEWED
    for question in asked:
        for pattern, denial in DENIALS:
            if pattern.search(question):
                return _returning(denial, question)
    if not asked:
        return OTHERWISE
    back = _YOU if _ASKS_BACK.search(asked[0]) else ""
    return _returning(Denial(OTHERWISE.text, back), asked[0])


def asks_for_advice(question: str) -> bool:
    """Return whether *question* asks how the program does a thing, for the sake of advice."""
    return _ADVISES.search(question) is not None


def _returning(denial: Denial, question: str) -> Denial:
    """Return *denial* with an offer at its end, if *question* asks for the sake of advice."""
    return Denial(denial.text, IDEAS) if asks_for_advice(question) else denial
