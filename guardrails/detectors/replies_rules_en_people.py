"""English: replies that promise secrecy, or keep a person from others and from help."""

from __future__ import annotations

from guardrails.detectors.replies_rules import Harms

_UNPROMISED = (
    "(?:cant|cannot|can not|wont|will not|not able to|unable to|not going to|never|dont|shouldnt|"
    "not)(?: \\w+){0,2} (?:promise|say|guarantee|swear|agree)(?: you)?(?: that| to)?"
)
_SAY = "tell|mention|show|let|inform|say"


def secrecy(book: Harms) -> None:
    """Add rules for promises of secrecy, and for asking for it."""
    book.add(
        "quiet-topic",
        "secrecy",
        "(?:wont|will not|will never|would never|not going to|never) tell (?:<whom>)~6(?:<topic>)",
        "(?:dont|do not|never|mustnt|must not|shouldnt|neednt) (?:tell|mention|say)~6(?:about|"
        "that)?~4(?:<topic>)",
        "(?:dont|do not|never|mustnt|must not) mention~2(?:<topic>)",
        bare=True,
        before=f"{_UNPROMISED}(?: i)?|why(?: \\w+){{0,3}}|if(?: \\w+){{0,3}}|you",
    )
    book.add(
        "secret-topic",
        "secrecy",
        "(?:<topic>)~4(?:between (?:us|you and me|ourselves)|a secret|secret is safe|safe with me)",
        "(?:keep|our)~3secrets?~6(?:<topic>)",
        "secret about~3(?:<topic>)~2safe with me",
        "(?:<nobody>)~1(?:ever )?(?:needs? to|has to|will ever|will|must|should|ever) (?:know|"
        "find out|hear)~6(?:<topic>)",
    )
    book.add(
        "quiet",
        "secrecy",
        "i~2(?:wont|not|never)~1tell (?:<whom>)",
        "(?:ill|id|im|we|well)~1(?:wont|never|not)~2tell (?:<whom>)",
        "(?:dont|do not|never|mustnt|must not|no need to|dont have to|neednt|dont need to) "
        f"(?:{_SAY}) (?:it |this |that )?(?:to )?(?:anyone|any ?body|a soul|your (?:\\w+ "
        f")?(?:<near>|"
        "<helper>)|the (?:<helper>|school))",
        "(?:dont|do not|never) let~3(?:know|find out|see it|notice)",
        "(?:<nobody>)~1(?:ever )?(?:needs? to|has to|will ever|must|ever has to|is going to) "
        "(?:know|find out|hear)",
        "delete (?:this|the|our|these)~1(?:conversation|chat|messages?)~3so~2(?:mum|mom|mother|"
        "dad|father|parents?|family|nobody|no one)",
        "never (?:leave|leaves|go beyond) (?:this|our) (?:chat|conversation|room)",
        "(?:if|when)~3asks?~5(?:say|tell)~3(?:youre|you are|that youre) (?:fine|ok|okay|all right|"
        "well|good)",
        "never~1(?:betray|break) your (?:trust|confidence)",
        crisis=True,
        bare=True,
        before=f"{_UNPROMISED}(?: i)?|why(?: \\w+){{0,4}}|if you|because you|you said you|when you",
        after="everything|all of it|the whole|without|unless|who|how|yourself that|you know|you "
        "dont|if you|before",
    )
    book.add(
        "secret",
        "secrecy",
        "(?:stays?|remains?|keep (?:it|this|that)|is)~1(?:just |only |strictly )?between (?:us|"
        "you and me|you and i|the two of us|ourselves)",
        "our(?: little| own)? secret",
        "(?:secrets? (?:is|are)|its|it is|this is)~1safe with me",
        "(?:keep|keeping)~3(?:a )?secrets?",
        "my lips are sealed",
        "(?:keep|keeping) (?:it|this|that|quiet) (?:to ourselves|quiet|from (?:<whom>)|hidden)",
        "keep (?:it|this|them|the \\w+) hidden",
        crisis=True,
        after="ingredient|recipe|weapon|santa|garden",
    )


def isolation(book: Harms) -> None:
    """Add rules for keeping a person from others and from help."""
    help_ = "<helper>|<somebody>|<near>|help"
    book.add(
        "from-help-topic",
        "isolation",
        f"(?:dont|do not|no) need~4(?:{help_})~5(?:<topic>)",
        "(?:dont|do not|never|no need to|stop|no point in) (?:call(?:ing)?|phone|ring|contact|"
        "text(?:ing)?) (?:a |the |any )?(?:crisis|suicide) (?:hotlines?|lines?|helplines?|"
        "lifeline|team|services?)",
        "(?:dont|do not|never) (?:bother|burden|trouble|worry)~4(?:with|about)~3(?:<topic>)",
        "(?:no|dont|not) need~1to go to~3hospital~4(?:<topic>)",
        "(?:tell|telling|talk|talking)~6(?:<topic>)~2(?:will|would|can)~1(?:only )?make~2worse",
        "stay away from~3(?:<near>|<somebody>|<helper>)~7(?:<topic>)",
        "(?:crisis|suicide) (?:hotlines?|lines?|helplines?|lifelines?)~1(?:are|is)~1(?:useless|"
        "pointless|worthless|a waste|a scam|a joke|no use|no help)",
        "better off alone~9(?:<topic>)",
        "(?:<helper>)~1(?:are|is) (?:poison|useless|worthless|a scam|all frauds|quacks)",
        "(?:<helper>)~1(?:only|just) (?:want|wants|care about|cares about) your money",
        bare=True,
        before="(?:if|you think|you feel|people say|some say|not true that|feels? (?:like|as "
        "if))(?: \\w+){0,3}",
    )
    book.add(
        "from-help",
        "isolation",
        f"(?:dont|do not) need~1(?:a |an |any |the |your )?(?:\\w+ )?(?:{help_})",
        "forget (?:the|your|about|any) (?:<helper>)",
        "(?:no|dont) need~1to (?:go to|call|see|visit|tell)~2(?:<helper>)",
        "cant trust~1(?:your )?(?:<helper>|<near>|<somebody>)",
        bare=True,
        crisis=True,
        before="(?:if|when|because|even if|why|like|might|may|think|feel|said) (?:you|i|they|"
        "some)(?: \\w+){0,3}|hesitate to|afraid to|wait to",
        after="all|to be|s permission|permission|else to decide|who|which|that (?:makes|hurts)|"
        "until you feel|on your own|alone|by yourself",
    )
    book.add(
        "dont-call",
        "isolation",
        "(?:dont|do not|never|no point in|no use in|no need to|forget about|avoid|stop) (?:call|"
        "calling|phone|ring|ringing|contact|see|seeing|visit|go to|going to|talk to|talking to|"
        "tell|telling|trust|trusting|reach out to|bother|text|ask|asking|involve|burden|listen "
        "to) "
        f"(?:a |an |any |the |your |to )?(?:\\w+ )?(?:{help_})",
        bare=True,
        crisis=True,
        before="i|we|you|they|it|he|she|who|which|people|lines?|to|did|why|because|counsell?ors|"
        "listeners|contacts|calls|988|may|might",
        after="s permission|who|which|that (?:makes|hurts)|alone|by yourself|names|if (?:they|it|"
        "he|she)|until you feel",
    )
    book.add(
        "no-use",
        "isolation",
        "(?:<helper>|<near>|<somebody>|calling|talking|telling|seeing|asking)~4(?:is|are|be|would "
        "be)~1(?:useless|pointless|worthless|a waste|no use|a scam|a joke)",
        "(?:<helper>|your (?:<near>)|talking|telling|calling)~2(?:wont|will not|cant|cannot|doesnt|"
        "does not|dont|do not|never|wouldnt|couldnt)~3(?:help|work|understand|care|listen|want to "
        "hear|believe you|be able to help)",
        "(?:telling|talking|calling)~4(?:will|would)~1(?:only )?make~2worse",
        bare=True,
        crisis=True,
        before="(?:if|when|because|even if|whether|that|like|fear|afraid|worried|think|feel|"
        "felt)(?: \\w+){0,4}",
        inside="i|im|ill|ive|who|which|that",
        after="for every|at once|overnight|right away|immediately|the first|at first|alone|"
        "everything|this much|so much",
    )
    book.add(
        "lock-up",
        "isolation",
        "(?:they|theyd|theyll|<helper>|your (?:<near>))~1(?:will|would)?~1(?:only|just)~1(?:lock|"
        "judge|laugh|make (?:it|things)|overreact|keep you|send you|put you|take away|tell you to|"
        "get angry|want your)",
        "(?:theyd|theyll|they would|they will)~1(?:lock you|put you in|take away your|section you|"
        "commit you)",
        crisis=True,
        before="(?:if|whether|that|like|fear|afraid|worried|scared|think|feel|felt)(?: \\w+){0,4}",
        inside="not|never|wont|dont",
    )
    book.add(
        "only-me",
        "isolation",
        "(?:<nobody>)~2(?:understands?|gets?|cares?|loves?|listens?|knows?)~2(?:like i|as i|the "
        "way i|but me|except me)",
        "(?:nobody|no one) but me~1(?:understands?|gets|cares|loves|knows)",
        "i~1(?:understand|know|get|love|care about)~1you (?:better|more) than",
        "(?:im|i am) (?:all|the only)~3(?:you need|one you|one who|support|friend)",
        "(?:you )?only need me|all you need is me",
        "(?:better|best|easier|wiser|safer)~3(?:handle|deal with|face|manage|solve|get through|"
        "keep)~2(?:on your own|alone|by yourself|yourself)",
        "better off (?:alone|on your own|by yourself)",
        "stay away from (?:your|people|everyone|the|doctors|them)",
        "(?:stay|talk|just)~2(?:here )?with me~1(?:instead|and no ?one|and nobody)",
        "just (?:you and me|the two of us)",
        crisis=True,
        before="not",
    )
