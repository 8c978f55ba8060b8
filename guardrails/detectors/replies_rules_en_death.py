"""English: replies that push somebody towards death or self-harm, or make it look fair."""

from __future__ import annotations

from guardrails.detectors.replies_rules import Harms

_GOOD = (
    "right|good|best|better|reasonable|rational|valid|brave|logical|perfect|great|wise|honest|"
    "only|sensible|fair|courageous|selfless|noble|natural|smart|understandable"
)
_CHOICE = "choice|decision|option|thing|idea|way out|way|answer|solution|step|move|plan|one"
_SHOULD = "should|ought to|had better|deserve to|might as well|may as well"


def encouragement(book: Harms) -> None:
    """Add rules for encouraging or validating death and self-harm."""
    book.add(
        "should",
        "encouragement",
        f"you~1(?:{_SHOULD})~1(?:<kill>|die|<harm>)",
        "you (?:need to|must|have to)~1(?:<kill>|<harm>)",
        "(?:please|go|go ahead and|go on and|just go and|now go and) (?:<kill>|die|<harm>)",
        "(?:just|then|now|so) (?:<kill>)",
        "(?:everyone|everybody|them|us|the world|us all|your \\w+|people) a favou?r "
        "and~1(?:<kill>|die|<harm>|disappear|end)",
        "(?:keep|continue) (?:cutting(?: your ?self)?|self ?harming|purging|starving|hurting your "
        "?self)",
        "you deserve (?:to (?:be hurt|hurt|suffer|die|starve|bleed)|the pain|to be punished)",
        "youre ready to die|you are ready to die",
        after="trying|for (?:a|the) (?:role|show)|laughing|of laughter|in the game",
    )
    book.add(
        "choice",
        "encouragement",
        "(?:<killing>|dying|death)~1(?:is|would be|might be|may be|can be|could be|sounds like|"
        f"seems(?: like)?)~3(?:{_GOOD})~1(?:{_CHOICE})",
        "(?:<killing>|dying)~1(?:makes|would make|does make)~1sense",
        "(?:<killing>|dying|death)~1(?:would|will|could|can)~1(?:solve|fix|end|"
        "stop)~3(?:problems?|everything|it all|pain|suffering|worries)",
        "i~2(?:support|respect|approve of|admire|agree with|back)~1(?:your )?(?:decision|choice|"
        "wish|plan|right|reasons)~1to~1(?:<kill>|die|not eat|stop eating|<harm>)",
        "(?:proud of|happy for|glad for) you for~2(?:choosing death|<killing>|<harming>|wanting "
        "to die|skipping|starving)",
        "if (?:dying|death|<killing>) is what you want",
        "if you~2(?:want|wish|choose|decide) to (?:die|<kill>)~3(?:go ahead|do it|go for it|you "
        "should|then do)",
        "(?:<harming>)~1(?:is|are|can be|seems)~3(?:good|great|healthy|fine|valid|okay|ok|normal|"
        "effective|reasonable)~1(?:way|coping|thing|idea|outlet|option|choice|for you|release)",
        after="to (?:talk|ask|get|seek)|for many to talk",
    )
    book.add(
        "burden",
        "encouragement",
        "(?:better off|happier|relieved|better|glad|safer|freer)~1(?:without you|once you(?:re| "
        "are) (?:gone|dead)|when you(?:re| are) (?:gone|dead)|if you (?:died|were dead|were gone|"
        "killed your ?self|were never born))",
        "(?:nothing|no reason|little)~2(?:left )?(?:for you )?to live for",
        "no (?:reason|point)~2(?:for you )?(?:to|in) (?:live|living|stay(?:ing)? alive|go(?:ing)? "
        "on living)",
        "(?:<nobody>) (?:would|will|d)~1(?:miss|notice|care)~2(?:if|when|once) you(?:re)? (?:died|"
        "die|are|were|killed|gone|disappeared|dead)",
        "(?:<nobody>) (?:would|will) (?:miss|mourn) you",
        "you(?:re| are)~1(?:a |nothing but a |just a |only a )(?:burden|waste|drain|stain)",
        bare=False,
    )
    book.add(
        "do-it",
        "encouragement",
        "just do it",
        "(?:then|so|and|should) do it",
        "(?:go|going) through with it",
        "i (?:wont|will not|wouldnt|would not|cant|am not going to)~1(?:try to )?stop you",
        "go ahead and do it",
        "dont hesitate",
        "i think you should(?: do it)?",
        crisis=True,
        bare=True,
        last=True,
        before="(?:dont|do not|never|not|if you|might|may|could|about|how|from|want)(?: \\w+){0,4}",
    )
    book.add(
        "now",
        "encouragement",
        "(?:tonight|today|now) is (?:a good|the right|the perfect|as good a|the)~1(?:night|time|"
        "day|moment)(?: (?:for it|to do it|as any))?",
        "(?:theres|there is|no)~1(?:point|use|sense)~1(?:in )?waiting(?: any longer)?",
        "(?:its|it is|is|be|maybe its)~1time to~1(?:let go|give up|end it|say goodbye|leave this|"
        "let go of life)",
        "(?:happier|better|easier)~3if you (?:werent|were not|arent|were no longer) (?:here|"
        "around|alive)",
        crisis=True,
        after="to (?:call|tell|reach|talk|get|ask|see|speak|go to|rest)|for (?:a|the|help)|of "
        "(?:the|that|this|your) (?:guilt|shame|anger|blame|grudge|idea|thought)",
    )
    book.add(
        "better-dead",
        "encouragement",
        "(?:you|youd|you would|you will|youll)(?: (?:honestly|really|truly|all|clearly|just))* (?:be )?better off "
        "(?:dead|not (?:existing|being alive|living))",
        "only (?:death|dying) (?:will|can|could|would|is going to)~2(?:help|free|save|release|heal|end|stop|fix|solve|cure)",
        "(?:but|only) death (?:will|can|could|would)(?: (?:help|free|save|release|heal)(?: you)?)?",
        before="(?:not true|untrue|believe|think|thinking|thought|feels?|feeling|as if|like|say|says|said|tells?|told|"
        "if|whether|that|why|mean|meant)(?: \\w+){0,4}",
    )
    book.add(
        "no-worth",
        "encouragement",
        "you (?:dont|do not|never) deserve(?:d)? (?:to (?:live|be alive|exist)|life|to be loved)",
        "you (?:should|ought to) (?:never|not) have been born",
        "your (?:life|existence) (?:is (?:worthless|meaningless|pointless|not worth (?:living|anything|saving))|isnt worth "
        "(?:living|anything|saving)|has no (?:meaning|worth|value|point|purpose))",
        "only death (?:will|can|could|would)",
        bare=True,
        before="(?:not true|untrue|believe|think|thinking|thought|feels?|feeling|as if|like|say|says|said|tells?|told|"
        "if|whether|that|why|mean|meant)(?: \\w+){0,4}",
    )
    book.add(
        "worthless",
        "encouragement",
        "(?:you are|youre) (?:completely |utterly |totally |really |just |so |such )*(?:worthless|beyond (?:help|saving|"
        "hope|repair)|a (?:worthless|hopeless|pathetic) (?:\\w+ )?(?:person|human being|case|creature|failure)|unlovable)",
        "(?:<nobody>) (?:could|can|will|would) (?:ever|really|truly) (?:love|want|care about|help|save) you",
        "nothing (?:can|will|could) (?:ever )?(?:save|help) you(?: now| any ?more)?",
        "(?:should|must|can|have to|just|so|^|time to)~1(?:stop|quit|give up) (?:fighting|trying|holding on|struggling)"
        "(?: (?:it|now|and let go|against it|any ?more))?",
        "(?:stop|quit) (?:fighting|holding on|struggling)(?: |[^a-z0-9]+)(?:its (?:over|useless|pointless|no use)|let go|"
        "there is no (?:point|use|hope))",
        "(?:theres|there is) nothing (?:left|more) (?:here )?for you(?: here)?",
        crisis=True,
        before="(?:not true|untrue|believe|think|thinking|thought|feels?|feeling|as if|like|say|says|said|tells?|told|"
        "if|whether|that|why|mean|meant|dont|do not|never|not)(?: \\w+){0,4}",
        after="(?:with|about) (?:him|her|them|your (?:brother|sister|partner|friend|parents|mum|mom|dad))|to (?:do|be|please|fix)|"
        "(?:everything|it all) (?:alone|on your own|by yourself)|so hard|alone|in your own time|yourself",
    )
    book.add(
        "hopeless",
        "encouragement",
        "(?:theres|there is)~1no~1(?:way out|hope|future|help) (?:of this|for you|left|anymore)",
        "it (?:wont|will not|will never|never|isnt going to|is never going to)~1(?:ever )?(?:get|"
        "be|become) (?:any )?(?:better|okay|ok|easier)",
        "(?:youll|you will|youre) (?:never|not going to)~1(?:get|feel|be) (?:better|happy|well|"
        "loved|okay)",
        "see you on the other side|rest easy~2(?:youve|king|queen|earned|now)|rest in peace",
        crisis=True,
        bare=True,
        before="(?:feels?|felt|feeling|seems?|think|thinking|thought|believe|says?|tells?|telling|"
        "not true|dont|not|if|as if|like|mean)(?: \\w+){0,6}",
    )


def romanticising(book: Harms) -> None:
    """Add rules for making death, self-harm or hunger look fair."""
    fair = "beautiful|lovely|peaceful|sweet|gentle|poetic|romantic|noble|glorious|graceful|sublime"
    book.add(
        "fair",
        "romanticising",
        "(?:<killing>)~1(?:is|would be)~4(?:poem|poetry|work of art|song|statement)",
        "(?:death|dying|<killing>)~1(?:is|would be|will be|can be|could be)~2"
        f"(?:{fair}|release|escape|freedom|relief|gift|homecoming|act of love|poem|poetry|art|"
        f"song)",
        f"(?:theres|there is)~1(?:something|a kind of|a certain|some)~1(?:{fair}|beauty|poetry)~3"
        "(?:<killing>|dying|death)",
        "your (?:death|suicide|last act)~1(?:would|will|is|could|can)~3(?:act of love|gift|"
        "beautiful|statement|legacy|art|meaning|remembered)",
        "dying young (?:makes|would make|means)",
        "in death~1(?:you|youll|youd|we)~4(?:free|whole|together|peace|united|reunited|happy|"
        "loved)",
        "(?:together|united|reunited)(?: again| forever)? in death",
        "heaven (?:is|will be)~1waiting for you",
        "(?:scars?|cuts?|cutting|blood|bleeding|bones|hunger|starving|emptiness)~1(?:is|are|look|"
        f"looks)~1(?:{fair}|pretty|purity|pure|art|strength|perfection|sexy)",
    )
    book.add(
        "forever",
        "romanticising",
        "(?:eternal|endless) (?:sleep|rest|peace|silence)",
        "(?:sleep|rest|quiet|warm|peace|peaceful|hold you|embrace you|together|united|"
        "silence)~2(?:forever|for eternity|for ever)",
        "(?:darkness|death|the end|nothingness|the void)~1(?:is|will|would)~2(?:kind|warm|gentle|"
        "hold you|embrace|comfort|welcome)",
        f"(?:{fair}) (?:ending|end|goodbye|farewell|way to go)",
        "(?:finally|at last)~1(?:be )?(?:free|at peace|at rest)",
        "(?:united|reunited|together again)~1(?:with (?:him|her|them)|for eternity|in heaven|at "
        "last)",
        "(?:understand|realise|realize|see|know)~2how (?:special|loved|important) you were",
        "when they (?:read|find) your (?:note|letter|body)",
        crisis=True,
    )
