"""What stands beside the question whether this is a human: it makes it another, or is nothing."""

from __future__ import annotations

NOT_MEANT: tuple[str, ...] = (
    (
        "(?:real|alive|human|person|people|man|woman|guy|girl|lady|boy|dude|individual) "
        "(?:estate|quick|madrid|time|world|deal|rights|resources|trafficking|nature|body (?:can|has|is|in|made|"
        "temperature|parts?)|"
        "history|error|beings? (?:so|the)|of (?:your word|faith|science|action|few words)|who "
        r"(?:like|love|enjoy|hate|eat|drink|sleep|think|work|live|can|want|need|care)\w*|that "
        r"(?:like|love|enjoy|hate|need|care)\w*|interested|from|in (?:the|your|a) (?:city|"
        "family|picture|photo|movie|group|area|relationship|band|20s|30s))"
    ),
    (
        r"(?:are|r|is) (?:you|u|this|that|it|there) (?:\w+ ){0,4}?(?:an? )?(?:\w+ )?(?:morning|"
        "night|cat|dog|people|beach|coffee|city|country|family|outdoors|religious|spiritual|"
        "creative|social|book|home|sports|car|evening|early|nice|good|bad|kind|happy|busy|"
        "tall|short|smart|funny|shy|quiet|jealous|organised|organized|patient|calm|positive|"
        "negative|tidy|messy|competitive|romantic|private|bigger|big|huge|fan|older|younger|"
        "older|young|old|married|single|rich|christian|jewish|muslim|hindu|political|"
        "technical|people|feline|canine|winter|summer|mountain|math|maths|word|numbers|"
        r"computer science|software engineer\w*|wine|beer|tea|pizza|meat|gym|detail|details|"
        "hugger|glass half) (?:person|people|guy|girl|man|woman|lady|boy|dude|individual|kind "
        "of (?:person|guy|girl)|type of (?:person|guy|girl)|lover)"
    ),
    (
        "(?:machine|robot|computer|program|software|ai|algorithm|bot|code|script) "
        "(?:engineers?|developers?|programmers?|scientists?|operators?|researchers?|games?|"
        "washable|gun|learning (?:engineer|course|expert)|science|club|class|vacuum|movies?|"
        "fan|nerd|geek|expert|person|guy|company|store|repair|designers?|for (?:my|the|work|"
        "school)|analysts?|vision|room|lab|lover|user|testers?|salesman|major|student|whiz|"
        "wars|arm|made|running|down|broken|working|on sale|that (?:can|will|makes|washes)|to "
        "(?:wash|clean|do|make|help me))"
    ),
    (
        "real(?:ly)? (?:sorry|good|bad|nice|cool|tired|hungry|busy|happy|sad|mad|angry|sure|"
        "fun|hard|easy|close|serious|talk|smart|funny|into|estate|about|fast|quick|late|early|"
        "big|problem|issue|reason|question|name)"
    ),
    (
        "(?:living|alive|live) (?:in|at|with|on|near|room|alone|there|here|by|together|the|"
        "wage|expenses|abroad|conditions|under|for|up|life|your|well|it up|a (?:good|happy|"
        "healthy)|from)"
    ),
    (
        "for real|(?:being|be) (?:for )?real|real talk|would you rather|(?:where|how|when|"
        "why) are (?:you|u) (?:living|alive)"
    ),
    (
        "are (?:you|u) (?:real )?(?:real|alive|fake|living|artificial|code)?(?:ly)? "
        "?(?:serious|kidding|joking)"
    ),
    "(?:a|the) (?:man|woman|person|guy|girl|human) of",
    (
        "real (?:name|job|deal|problem|hair|account|photo|picture|leather|diamond|gold|wood|"
        "world|reason|quote|id|number|question|dad|mom|mother|father|parents|friend|fan|"
        "christmas|money|product|news)"
    ),
)
"""What makes a match another question: "are you a morning person"."""

ELSEWHERE: tuple[str, ...] = (
    (
        r"(?:he|she|they|someone|somebody|people|customers?|users?|players?|my (?:\w+ )?\w+|"
        r"the (?:\w+ )?\w+|a (?:\w+ )?\w+|everyone|kids|students) (?:always |often |just |once "
        "|then |keeps? |kept |sometimes |never )*(?:asks?|asked|asking|says?|said|wonders?|"
        "wondered|texted|wrote|writes|yells?|replied|typed|messaged)(?: (?:me|him|her|us|them|"
        r"it|you|the \w+|my \w+))*(?: \w+){0,2}[^a-z0-9]*$"
    ),
    (
        r"(?:i|we) (?:\w+ )?(?:asked|ask|told|texted|said to|wrote to|typed to|messaged) "
        r"(?:him|her|them|my \w+|the \w+|a \w+|someone|siri|alexa|it)"
    ),
    (
        "(?:would (?:you|u) rather|named|called|titled|playlist|checkbox|captcha|the button|"
        "recommended|translate|how do (?:you|i|we) say|how to say|what does|say|spell|define|"
        "meaning of|write|rewrite|rephrase|in (?:my|the|a|this) (?:story|novel|script|book|"
        "movie|film|game|play|scene)|story|novel|song|lyrics?|poem|movie|film|book|scene|line|"
        "title|quote|sentence|phrase|dialogue|character|if (?:a|my|the|some) (?:user|customer|"
        r"client|person|player)s? (?:asks?|asked))(?: \w+){0,3}[^a-z0-9]*$"
    ),
)
"""What makes the question somebody else's, right before it."""

FILLER: tuple[str, ...] = (
    (
        "(?:(?:can|could|would|will) (?:you|u) )?(?:please )?(?:tell me|let me know|confirm|"
        "clarify|say)(?: if| whether| that)?|(?:i )?(?:would|d|id) (?:love|like) to (?:know|"
        "ask)(?: a question)?(?: if| whether| about)?|i (?:just )?(?:wonder|was wondering|"
        "need to know|have to ask|must ask)(?: if| whether)?|(?:that |who |which )?(?:im|i am|"
        "am i|ive been|i) ?(?:talking|speaking|chatting|texting|talkin|writing|messaging)(?: "
        "to| with| too)?(?: right now| now| here)?|on the (?:phone|other (?:end|side|line)|"
        "line)|behind (?:this|the screen|it)|by any chance|or are (?:you|u)|no offen[cs]e(?: "
        "meant)?|xd|if|whether|with|who works here|(?:because )?(?:you|u) (?:are |re |keep "
        ")?(?:repeating|repeat) (?:yourself|the same phrase(?: over and over again)?)|"
        r"(?:because )?you sound (?:so )?(?:like (?:a|an) \w+|repetitive|robotic)|that didnt "
        "make (?:any )?sense|that is not what i mean|how do i know|hi+|hey+|hello+|hiya|yo|"
        "ok(?:ay)?|oh|hmm+|um+|uh+|so|well|wait|hold on|sorry|excuse me|please|pls|plz|just|"
        "but|and|or|tell me|be honest|honestly|seriously|really|actually|for real|quick "
        "question|one question|a question|i have a question|can i ask(?: you)?(?: something| "
        "a question)?|i want to know|id like to know|i need to know|im (?:just )?(?:curious|"
        "wondering|asking)|just (?:curious|wondering|asking|checking)|thanks|thank you|ty|lol|"
        "haha|hahaha|there|here|right now|now|today|yes|no|not|a|an|the|bot|robot|human|"
        "person|real|ai|machine|computer|program|right|or what|or not|arent you|are you|is it|"
        "isnt it|huh|eh|then|good (?:morning|afternoon|evening|day)|dear|friend|buddy|mate|"
        "dude|bro|man|sir|madam|wtf|omg|lmao|truth|the truth|come on|dont lie|no lies|answer "
        "me|answer (?:honestly|truthfully)|i mean|you|u|me|to|by the way|btw|first|before we "
        "(?:start|begin)|let me ask|question|anyway|hola|buenas|oye|por favor|dime|gracias|en "
        "serio|ola|oi|por acaso|obrigad[oa]|ciao|scusa|per favore|dimmi|grazie|bonjour|salut|"
        "coucou|dis|dis moi|sil vous plait|sil te plait|stp|svp|merci|au fait|hallo|hi|moin|"
        "sag mal|mal ehrlich|ehrlich|bitte|danke|entschuldigung|eigentlich|hoi|hallo|zeg|"
        "eerlijk|alsjeblieft|dank je|sag|oder|ou|of|o|hein|non|nao|ne|nee"
    ),
)
"""What may stand beside the question in a message that asks nothing else."""
