"""Words around a match that change what it means, in all languages of the rules."""

from __future__ import annotations

import re

LAUGH = "\x01"
"""Stands for a laughing emoji in a text that rules read."""

SELF_STARTS = re.compile(r"(?:i|im|ive|id|ill|my|me|ima|imma)\b")
BREAK = re.compile(
    r"[.!?;\n]+|\b(?:but|however|though|although|except|cause|cuz|honestly)\b"
    r"|,? ?\b(?:and|so|because|coz|bc|then|yet|cos)[, ]+(?:(?:now|today|lately|tonight|sometimes|"
    r"still|then|that|maybe) )?(?=(?:i|im|ive|id|ill|my)\b)"
    r"|, ?(?=(?:i|im|ive|id)\b)"
    r"|\b(?:pero|aunque|mais|aber|doch|mas|porem|ma|pero|maar|echter)\b"
)
NEGATION = re.compile(
    r"\b(?:never|not|dont|do not|didnt|did not|doesnt|wouldnt|would not|wont|will not|couldnt|"
    "cannot|cant|isnt|arent|aint|"
    "wasnt|werent|havent|hadnt|hasnt|without|no longer|hardly|nor|no (?:plans?|intention|desire|"
    "urge|wish|thoughts?|intent)(?: to| of| about)?|"
    "stopped|quit|far from|against|promised? (?:you |her |him |them )?not to|instead of|rather "
    "than|refuse to|dont have any|havent had any|free of|"
    "no|nunca|jamas|jamais|pas|nie|niemals|nicht|kein|keine|keinen|non|mai|nao|niet|nooit|geen|"
    "sin|sans|ohne|senza|sem|zonder)"
    "(?: (?:want|wanted|wanna|to|ever|even|think|thinking|thought|of|about|going|gonna|planning|"
    "trying|try|like|been|feel|feeling|felt|say|saying|"
    "actively|be|am|i|im|consider|considering|do|would|have|had|having|actually|currently|at "
    "all|any|contemplating|contemplated|act on|"
    "quiero|voy|a|pienso|en|veux|vais|pense|will|mehr|ich|quero|vou|penso|em|voglio|di|ad|ga|"
    "wil|meer|querer|vouloir|me|mich|mi|eu|je|se|te)){0,5}[ ,]*$"
)
NO_NEGATION = re.compile(
    r"\b(?:reasons? (?:to )?not to|why not|why (?:shouldnt|dont|wouldnt) i|might as well|cant "
    "not|hard not to|trying (?:so hard )?not to|struggling not to|"
    "try not to|fighting not to|cant stop|couldnt stop|cant help|couldnt help|not only(?: do)?|"
    "not that|dont know (?:if|why)|not sure (?:if|why)|"
    "nothing|no one|nobody|no idea|no reason|doesnt mean|cant (?:promise|guarantee)|how not to|"
    "no joke|why dont i|wouldnt mind|no lie|no cap|"
    "dont tell|dont (?:judge|laugh|hate|worry)|cant believe|dont say|not (?:kidding|joking|"
    r"lying|gonna lie)|no offen[cs]e|por que no|pourquoi pas|warum nicht)(?: \w+){0,4}[ ,]*$"
)
_KIN = (
    r"(?:my|our|his|her|their|a|one of my) (?:\w+ )?(?:students?|pupil|patient|client|friends?|mate|"
    "classmate|colleague|co ?worker|boss|brother|sister|mum|mom|mother|dad|father|parents?|son|"
    "daughter|kid|child|husband|wife|partner|boyfriend|girlfriend|bf|gf|fiancee?|cousin|uncle|aunt|"
    "grandma|grandpa|grandmother|grandfather|nan|room ?mate|flat ?mate|neighbou?r|nephew|niece|ex)"
)
_TO_A_VERB = (
    "(?: (?:might|may|would|will|could|should|do|does|did|dont|didnt|just|ever|also|all|both|"
    "always|never|even|often|sometimes|really|still|to|have|has|had|not|go|be|being|been|are|was|"
    "were|is|going|gonna|that|wants|wanted|wanting|wishes|plans|planning|planned|threatens|"
    "threatened|threatening|talks|talked|talking|thinks|thinking|tries|tried|trying|about|of|on|"
    "keeps|saying|says|said|tells|feels|feeling|like|who|now))*[ ,]*$"
)
OTHERS = re.compile(
    r"\b(?:you|u|ya|we|people|who|everyone|everybody|anyone|anybody|somebody|someone|it|that|"
    "they|he|she|them|him|her|yall|others|(?:my|our|the|his|her) (?:\\w+ )?(?:cat|dog|pet|hamster|"
    r"rabbit|horse|fish|bird|plant)s?|kids|teens|youll|theyll|hell|shell|well|youd|theyd|hes|"
    rf"shes|theyre|{_KIN}){_TO_A_VERB}"
)
SOMEBODY = re.compile(rf"\b(?:he|she|hes|shes|{_KIN}){_TO_A_VERB}")
"""Of others those who may be in danger themselves."""
TOLD_ME = re.compile(
    r"\b(?:me|us|i should|id be|i could|i can|i might|i need|makes? me|made me|i ought|i have|i "
    "had|i)(?: (?:to|just|not|go|and|think|about|feel|like|even|that|want|as well))*[ ,]*$"
)
REPORTED = re.compile(
    r"\b(?:he|she|they|someone|somebody|(?:my|our|his|her|a|this|the|one of my) (?:\w+ ){0,2}\w+|"
    "friend|brother|sister|mom|mum|dad|son|daughter)"
    "(?: (?:just|keeps?|has|have|had|always|once|even|actually|recently|now|then|is|was|kept|"
    r"been|started|sometimes|also|\w+ly))*"
    r" (?:said|says|saying|told (?:me|us|him|her|them|my \w+)|tells (?:me|us)|telling (?:me|us)|"
    "texted|texting|wrote|writes|writing|messaged|messaging|posted|posting|posts|admitted|"
    "tweeted|sent|screamed|yelled|announced|confessed|confided|whispered)"
    r"(?: (?:me|us|that|to|him|her|them|like|online|a|text|message|saying|on|in|this|how|\w+gram|"
    r"today|yesterday|tonight|last|night|just|now|earlier|i|want|im|going|\d+)){0,8}[ ,:\"'-]*$"
)
TO_ME = re.compile(
    r"\b(?:told|telling|tells|said|says|saying|asked|begged|want|wants|wanted)(?: (?:me|i|for|"
    r"should|that|just|us))* (?:to|should|could|might|go(?: and)?)(?: \w+){0,2}[ ,]*$"
)
SELF_TALK = re.compile(
    r"\b(?:i|ive|im|me|myself)(?: \w+){0,4} (?:say|said|saying|tell|told|telling|think|thinking|"
    "thought|write|wrote|writing|text|texted|scream|whisper|feel|googled?|typed?|"
    r"pray)\b[^\"]{0,24}$"
)
_TOPIC = (
    r"(?:novel|story|stories|fan ?fic\w*|script|screenplay|character|protagonist|villain|"
    "hero(?:ine)?|movie|film|episode|series|tv show|show|anime|manga|lyrics?|song|album|poem|"
    "book|chapter|plot|scene|game|video game|dnd|campaign|role ?play|rp|play|musical|"
    "essay|thesis|dissertation|paper|research|study|studies|article|news|report|documentary|"
    "survey|training|workshop|course|lecture|assignment|homework|project|presentation|class|"
    "novela|historia|cancion|pelicula|roman|film|chanson|livre|lied|buch|canzone|libro|musica|"
    "filme|boek|liedje|verhaal|geschichte|geschiedenis)"
)
_CHARACTER = (
    "character|protagonist|narrator|hero(?:ine)?|villain|antagonist|detective|knight|dragon|"
    "princess|prince|king|queen|singer|band|oc"
)
_TEACHING = (
    r"(?:prepar|giv|plann|runn|deliver|host|teach|design|attend)(?:ing|e|ed)? (?:an? |the |my |our )?(?:\w+ )?"
    "(?:talk|session|lesson|workshop|training|lecture|presentation|assembly|course|webinar|module)s?"
)
CHARACTER = re.compile(rf"\b(?:{_CHARACTER})\b")
FICTION_BEFORE = re.compile(
    r"\b(?:(?:in|for|from|of|about|on|watch(?:ed|ing)?|read(?:ing)?|writ(?:e|ing)|wrote|"
    "play(?:ed|ing)?|into|en|dans|para|pour|fur|in|per|voor|em|no|na)"
    " (?:(?:a|an|my|the|this|that|his|her|our|some|new|short|sad|dark|la|el|un|una|une|mon|ma|"
    rf"meine[mnrs]?|mein|einem?|einer|mio|il|uma|um|meu|mijn|een|het) ){{0,3}}(?:\w+ )?{_TOPIC}"
    f"|{_TOPIC} (?:is|about|where|in which|called|titled|says?|goes|named|that|said|who|has|asks?|"
    "does|with|idea|prompt)"
    r"|lyrics?|(?:my|the|a|this|main) (?:\w+ )?(?:character|protagonist|villain|narrator|hero|"
    r"heroine|antagonist|oc|detective|knight|dragon|princess|king|queen)|fictional\w*|"
    "hypothetical(?:ly)?|role ?play(?:ing)?|pretend (?:you|to be|that)|imagine a|translate|"
    "what does|meaning of|definition of|define|the (?:phrase|word|term|idiom|line|title|"
    "expression|quote|sentence|joke|meme)|dialogue|monologue|write (?:me )?(?:a|an|about)|quote|"
    r"song (?:called|titled)|sing(?:s|ing)?|famous (?:line|quote)|prevent\w*|awareness|"
    f"{_TEACHING}|"
    r"statistics|rates?|how (?:do|does|should|would|can|could) (?!i\b|we\b)(?:\w+ ){1,4}(?:answer|"
    r"reply|respond|react))\b"
)
FICTION_AFTER = re.compile(
    rf"^[^.!?\n]{{0,60}}\b(?:(?:is|was|s) (?:a|the|my|from|just a) (?:\w+ ){{0,2}}(?:song|line|"
    "lyric|quote|title|book|film|movie|character|band|joke|meme|poem)|in (?:the|this|a|my) "
    rf"(?:\w+ )?(?:{_TOPIC})|"
    "(?:says|said|sang|sings|wrote|whispered|cried|shouted) (?:the|a) (?:character|hero|heroine|"
    "knight|detective|protagonist|narrator|singer|villain)|what does (?:that|it|this) mean|mean "
    r"in|lyrics?|translate)\b"
)
OWNED_BEFORE = re.compile(
    rf"\b(?:{_CHARACTER}|he|she|they|girl|boy|man|woman|who|somebody|someone|people|lyrics?|"
    f"chorus|{_TOPIC} (?:goes|says?|said|is|asks?|called|titled|about)|translate|what "
    "does|mean(?:ing|s)?|define|definition|phrase|word|term|idiom|line|title|expression|quote|"
    f"{_TEACHING}|"
    r"sentence|joke|meme|dialogue|monologue|sing(?:s|ing)?|write (?:me )?(?:a|an|about)|prevent\w*|"
    r"awareness|statistics|rates?)\b"
)
"""Who in a story, or which task, owns words in the first person."""
OWNED_AFTER = re.compile(
    r"^[^.!?\n]{0,60}\b(?:(?:is|was|s) (?:a|the|my|from|just a) (?:\w+ ){0,2}(?:song|line|lyric|"
    "quote|title|book|film|movie|character|band|joke|meme|poem)|(?:says|said|sang|sings|wrote|"
    r"whispered|cried|shouted) (?:the|a) \w+|what does (?:that|it|this) mean|mean in|lyrics?|"
    r"translate)\b"
)
GROUP = re.compile(
    r"^(?:about|do|to|with|for|of|the) (?:\w+ )?(?:residents|students|pupils|patients|clients|"
    "people|children|staff|employees|teens|teenagers|adults|veterans|prisoners|callers|inmates|"
    r"youths?|girls|boys|women|men|users|members|kids) (?:who|that|with)\b"
)
"""People as a group, whom a policy or a lesson is about."""
WORRIED = re.compile(r"\b(?:worried|concerned|scared|afraid|frightened)\b")
PAST = re.compile(
    r"\b(?:(?:\w+ )?(?:years?|months?|decades?) (?:ago|back)|(?:a )?(?:while|long time) (?:back|"
    r"ago)|back (?:in|when|then)|when i was (?:\w+ ){0,2}(?:\d+|kid|child|teen\w*|young\w*|"
    r"little|school|college|uni\w*|depressed|student|boy|girl|younger|\w+teen)|(?:i|we) used to|"
    r"used to|in (?:19|20)\d\d|last year|in (?:the|my) past|"
    r"as a (?:kid|child|teen\w*|young\w*|student)|once upon|previously|formerly|in (?:high "
    "?school|college|my (?:teens|twenties|youth|20s|30s))|growing up|during (?:lockdown|covid|"
    "the pandemic|my teens|high school)|survived|recovered|recovery|in remission|clean for|"
    r"sober for|free for|at (?:age )?(?:1\d|\w+teen)|childhood|as a teen|decades|"
    r"hace (?:\w+ )?(?:anos|meses|tiempo)|il y a (?:\w+ )?(?:ans|annees|mois|longtemps)|vor "
    r"(?:\w+ )?(?:jahren|monaten)|anni fa|mesi fa|anos atras|ha (?:\w+ )?anos|meses atras|jaren "
    "geleden|maanden geleden|fruher|vroeger|autrefois|antes|quando ero|cuando era|quand jetais|"
    r"als kind|toen ik)\b"
)
PRESENT = re.compile(
    r"\b(?:again|still|now|lately|today|tonight|these days|this (?:week|morning|evening|month)|"
    "currently|right now|come back|coming back|back again|returning|returned|cant stop|"
    "yesterday|last night|keeps?|de nuevo|otra vez|todavia|encore|a nouveau|wieder|immer noch|"
    "ancora|di nuovo|de novo|ainda|weer|nog steeds|hoy|ahora|maintenant|heute|jetzt|oggi|adesso|"
    r"agora|hoje|nu|vandaag)\b"
)
BETTER = re.compile(
    r"\bago this (?:week|month|morning|evening)\b|\b(?:so much |much |a lot |way |far |doing |feel(?:ing)? |am |im )+(?:better|well|fine|"
    "good|ok|okay|great|happy|happier|stable|sober|clean|recovered)(?: (?:now|today|these "
    r"days))?\b|\b(?:today|now|these days),? (?:i have (?:a|an|two|three|four|my own) (?:\w+ )?(?:job|wife|husband|family|kids?|child\w*|daughters?|sons?|dogs?|cats?|house|home|garden|partner|degree)|(?:im|i am) (?:a|an|the|\d\d|\w+ty) (?:\w+ )?(?:nurse|teacher|doctor|dad|father|mum|mom|mother|parent|grand\w+|student|counsell?or|therapist|wife|husband|worker|engineer|chef|cook|volunteer|coach|paramedic|and (?:grateful|glad|happy|married|alive and well))|i (?:planted|baked|built|finished|started|married|got married|graduated|passed))\b|\b(?:today|now|these days),? i (?:run|work|live|have|love|enjoy|help|teach|volunteer|"
    r"am (?:fine|ok|well|happy|glad|grateful))\b|\bi (?:enjoy|love|like) (?:\w+ ){1,3}(?:now|today|again)\b"
)
KIN = re.compile(rf"\b{_KIN}\b")
JOKE = re.compile(
    rf"{LAUGH}|\b(?:lo+l+|lmf?ao+|rofl|(?:a?ha){{2,}}h?|hehe+|jk|just kidding|kidding|joking|xd+|"
    r"jaja\w*|mdr|ptdr|kkk+|rsrs|haha\w*|figuratively|not literally|metaphorically)\b|(?:^| "
    r")/j\b|[:;]-?[dp)]"
)
TRIVIAL_AFTER = re.compile(
    "^[ ,.]*(?:(?:if|when|because|bc|cause|every time|whenever|cuz|over|from|at) )(?:(?:i|my|"
    "this|the|they|he|she|one|we|it|that|another|you|theres|there|mondays?|im|having|a|an|these|"
    r"those|all|how|someone) ?)+(?:\w+ ){0,4}"
    "(?:fail|lose|miss|exam|finals?|test|monday|homework|traffic|meeting|zoom|team|season|wifi|"
    r"alarm|line|queue|bus|train is|late|email|deadline|game|song|again today|cancel\w*|ads?|"
    r"spoil\w*|printer|laundry|cold|hot|rain\w*|autocorrect|essay|spreadsheet|hangover|update|"
    r"lag\w*|puns?|jokes?|boring|cringe|ticket|episode)"
)
HYPERBOLE = re.compile(
    r"\b(?:(?:made|makes|make|making|wants? to make) (?:me|u|you)(?: \w+){0,4}|(?:so "
    r")?(?:embarrass\w+|cringe\w*|awkward|mortif\w+|hungover|boring|bored|cute|funny)(?: "
    r"\w+){0,5}|one more (?:\w+ ){1,5}|if (?:i|they|he|she|this|the|my) (?:\w+ ){1,6}(?:again|"
    "one more|ill|im|i)?)[ ,]*$"
)
WHEN = re.compile(
    r"\b(?:tonight|2night|tonite|tomorrow|tmrw|tmr|this (?:evening|weekend|afternoon)|later "
    r"today|in (?:an?|a few|the next|one|two|\d+) (?:hours?|minutes?|mins?)|before (?:morning|"
    "sunrise|dawn|midnight)|by (?:morning|midnight|tomorrow)|"
    "(?:on|this|next) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)|"
    r"(?:when|once|after) (?:everyone|they|mum|mom|my \w+)(?: is| are|s|re|ve)? (?:asleep|"
    "sleeping|out|gone|leaves?|left)|on my birthday|"
    "esta noche|manana|ce soir|cette nuit|demain|heute (?:nacht|abend)|morgen|stasera|stanotte|"
    r"domani|hoje a noite|esta noite|amanha|vanavond|vannacht)\b"
)
FILLERS = re.compile(
    r"\b(?:really|just|so(?! (?:much|many|alone)\b)|honestly|actually|literally|f[u*]c?k(?:[i*]ng?|in)?|fkn|seriously|"
    "kinda|kind of|sort of|truly|genuinely|"
    "basically|simply|also|even|mostly|secretly|low ?key|deeply|badly|probably|maybe|perhaps|"
    "legit|definitely|finally|completely|"
    "totally|desperately|quietly|sometimes|often|always|constantly|tbh|ngl|bloody|damn|"
    "absolutely|very|sincerely|truthfully|frankly|"
    r"to be honest|i guess|i mean|i swear|you know|umm+|um(?=[,.]| (?:i|im|ive|my)\b)|uh+|omg|oh my god|please|pls|i (?:think|"
    r"feel like|feel) (?=i\b))[^a-z0-9.!?\n\"]{1,3}(?=[a-z0-9])"
)
"""Words that stand anywhere and change nothing."""
