"""English: somebody else in danger, and worry about somebody."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def others(book: Book) -> None:
    """Add rules for others in danger."""
    book.add(
        "other-danger",
        "suicide",
        8000,
        "other now 3 danger",
        "(?:<he>)~5(?:wants? (?:to)?|wanting to|wanna|wanted to|plans? (?:to|on)|planning "
        r"(?:to|on)|threat\w*(?: to| with| of)?|think(?:s|ing)? (?:of|about)|thoughts (?:of|"
        "about)|talk(?:s|ing|ed)? (?:of|about)|considering|contemplating|ready to|wish(?:es)? "
        r"to|rather|hinting (?:at|about)|joking about|obsessed with|googl\w+|research\w+|"
        "looking up)~2(?:<die>|be dead|<hekill>|dying|not (?:wake up|be here|live|exist)|"
        "disappear forever)",
        "(?:<he>)~3(?:doesnt|does not|dont|didnt|do not)~1(?:want|wanna|see|have|"
        "care)~2(?:live <more>|live|be alive|be here <more>|wake up|exist|go on <more>|point "
        "(?:in|to|of) (?:living|life|going)|reason to (?:live|go on)|a future)(?: (?:<more>))?",
        "(?:<he>)~2(?:is|are|has been|been|was|feels?|feeling|being|sounds?|seems?|s|might be|"
        "may be|could be|gets?|getting|very|really)~1suicidal",
        "(?:my|a|suicidal) suicidal (?:friend|partner|wife|husband|son|daughter|brother|"
        r"sister|mum|mom|dad|boyfriend|girlfriend|teen\w*|ex|roommate|student)",
        "suicidal (?:<relatives>)",
        "(?:<he>)~3(?:wish(?:es|ed)?)~1(?:he|she|they) (?:was|were|wasnt|werent|had never|"
        "could)~1(?:dead|<die>|born|alive|gone|here|been born|disappear|never)",
        "(?:<he>)~5(?:better off (?:dead|without (?:him|her|them)(?:self)?)|nothing (?:left "
        ")?to live for|no (?:reason|point|will) (?:to|in) (?:live|living|go on))",
        "(?:<he>)~3(?:gave|giving|given|gives|give) away (?:all )?(?:of )?(?:his|her|their) "
        r"(?:\w+ )?(?:stuff|things|belongings|possessions|dog|cat|pets?|clothes|money)",
        r"(?:<he>)~3(?:stockpil\w+|hoarding|saving up|hiding)~3(?:pills|tablets|meds|"
        "medication)",
        "(?:found|saw|discovered|read)~4(?:<sui> (?:note|letter|plan)|(?:his|her|their) "
        "(?:suicide|goodbye) (?:note|letter))",
        "(?:<he>)~5(?:is going to|going to|gonna|might|will|would|about to|tr(?:y|ying) to|"
        "says? (?:he|she|they)(?:ll| will| is going to|s going to| would)?|saying (?:he|she|"
        "they)(?:ll| will| is going to)?)~1(?:<hekill>)",
        before="character|song|movie|book|film",
        after=(
            "in (?:the |this )?(?:game|movie|film|show|book|story|series|episode|novel|"
            "minecraft)|of (?:laughter|embarrassment)|prevention|on that hill|(?:his|her|"
            "their|the) (?:hair|shirt)|with (?:me|him|her|us)|the (?:relationship|call|"
            "contract|lease|meeting|friendship)|our (?:relationship|marriage|friendship)|"
            "between us|to (?:see|meet|know)|for (?:this|a|some)|penalty|metal|star|eater|"
            "knell|the (?:dye|hair)|in a (?:book|movie)"
        ),
    )
    book.add(
        "other-emergency",
        "suicide",
        9000,
        "other now 5 danger",
        "(?:<he>)~4(?:texted|sent|left|posted|wrote|messaged|said|called|written|told|gave|"
        r"tweeted|dmed|emailed|sends|snapped|put|is saying|saying|says)(?: \w+){0,6}? (?:good "
        "?bye|good bye|farewell|(?:<sui>|goodbye) (?:note|letter|message|video|text)|a final "
        r"message|last words|(?:its|it is) (?:all )?over)(?: \w+){0,14}",
        "(?:wont|isnt|not|stopped|doesnt|arent|never|cant|hasnt|havent|refuses? to|no "
        r"longer)(?: been)? (?:answer\w*|pick(?:ing|ed)? up|reply\w*|replied|respond\w*|reach "
        "(?:him|her|them))~9(?:good ?bye|<sui>|note|pills|kill|<die>|gun)",
        r"(?:good ?bye|<sui>|note|pills|kill \w+self|wants to <die>|gun|end it)(?: \w+){0,14}? "
        "(?:wont|isnt|not|stopped|doesnt|arent|cant|hasnt|havent|turned off|"
        r"blocked)~2(?:answer\w*|pick(?:ing|ed)? up|reply\w*|replied|respond\w*|reach (?:him|"
        "her|them)|find (?:him|her|them)|phone)",
        "(?:<he>)~4(?:took|taken|swallowed|ate|overdosed|od ?d|drank|downed)~2(?:all (?:of "
        ")?(?:his|her|their|the|my)|an? (?:whole|bunch|lot|load|handful|bottle|overdose|ton)|"
        r"too many|the whole|bottle of|\d\d+|some|every)(?: \w+){0,4}? (?:pills?|tablets?|meds|"
        "medication|bleach|poison)",
        "(?:<he>)~4(?:overdosed|took an overdose|taken an overdose)",
        "(?:<he>)~3(?:is|s|are|standing|sitting|threatening|locked|about|has|got|holding|"
        "on)~4(?:(?:on|off) (?:the|a) (?:bridge|roof|ledge|balcony|edge|tracks|rooftop)|"
        "locked~4(?:bathroom|room|car|garage)~6(?:knife|gun|pills|razor|blade|rope)|(?:a|the|"
        "his|her|dads?) (?:gun|noose|rope)~5(?:<die>|kill|shoot|end|head|hand|says|said|"
        "locked|himself|herself)|gun to (?:his|her|their))",
        "(?:<he>)~3(?:just|right now|tonight|today|currently|is|s|has just|minutes "
        r"ago)~2(?:attempted|trying to|tried to|attempting|cut|slit|hang\w*|shot|going to jump|"
        "about to)~1(?:<hekill>|<sui>|jump|(?:his|her|their) (?:wrists?|throat|arms))",
        before="character|in the (?:movie|show|book)",
        after="in the (?:movie|show|book|game)",
    )
    book.add(
        "other-past",
        "suicide",
        6000,
        "other 2",
        "(?:<he>|who|dad|mum|mom)~4(?:attempted|attempts?|tried|tries|died|lost|committed|"
        "completed)~2(?:<hekill>|by <sui>|(?:to|from) <sui>)",
        "(?:<he>|who|dad|mum|mom)~2(?:killed|hanged|hung|shot) <hisself>",
        "(?:<he>|who)~2took (?:his|her|their)(?: own)? li(?:fe|ves)",
        "lost~3to <sui>",
        "(?:<him>)(?: s)? (?:<sui>)(?: attempt)?",
        r"bereaved by <sui>|<sui> (?:loss|survivor)|after (?:his|her|their|my \w+s) (?:<sui>|"
        "death by)",
        r"(?:<he>)~4(?:self ?harm(?:s|ing|ed)?|self ?injur\w+|cuts?|cutting|burning|starving|"
        "hurting|hurts|harming|harms|scratching)~1(?:<hisself>|(?:his|her|their) (?:arms?|"
        "wrists?|legs?|thighs?|skin))",
        "(?:help|support|worried (?:about|for)|scared for|concerned (?:about|for)|talk to|"
        r"comfort|terrified for)~2(?:<him>)(?: \w+){0,6}? (?:suicidal|<sui>|self ?harm\w*|"
        r"depress\w+|kill \w+self|wants? to <die>|hurt \w+self)",
        "(?:<he>)~4self ?harm(?:ing|s|ed)?",
        after=(
            "(?:hair|class|school|it out|corners|off)|in (?:the|this) (?:game|movie|film|show|"
            "book|story|series|episode|novel)|shaving|cooking|while|on (?:a|the|some) "
            "(?:knife|tin|glass|can)"
        ),
        bare=True,
    )
    book.add(
        "other-quiet",
        "suicide",
        7600,
        "other now 3 danger",
        "(?:<he>)~6(?:we|i|everyone|they|the (?:kids|family|children))(?:d| would| will)? be "
        "better off without (?:him|her|them)",
        "(?:<he>)~4(?:keeps?|always|been|started|is)~1(?:talking|joking|posting|texting|"
        "hinting|mentioning)~2(?:about|of)~2(?:gun|rope|pills|death|dying|funeral|not being "
        "(?:here|around)|the end|his will|her will|goodbye|suicide|heaven|how tired (?:he|she|"
        "they))",
        r"(?:<he>)~3(?:hasnt|havent|wont|stopped|refuses to|doesnt)~2(?:eat\w*|left? (?:the|"
        r"his|her) (?:bed|room|house)|got out of bed|get out of bed|leave|talk\w*|sleep|"
        "slept)~6(?:days|weeks)",
        "(?:<he>)~4(?:says?|said|told|threatens?|threatening|threatened|texted|wrote|"
        "posted)~6(?:kill (?:<hisself>)|end (?:it|his life|her life|their life)|shoot "
        "(?:<hisself>)|overdose|jump off|jump from|jump in front|hang (?:<hisself>)|hurt "
        "(?:<hisself>)|do something stupid|not be here|be dead|wants? (?:to die|it to end|"
        "out))",
        before="movie|book|character|song",
        after="in (?:the|this) (?:game|movie|book|show)|of laughter",
    )
    book.add(
        "other-dying",
        "medical",
        9000,
        "other now 5 danger",
        "(?:<he>|someone|somebody|girl|guy|boy|kid|baby|toddler|patient|victim|"
        r"person)~6(?:lips|face|skin|fingers) (?:are|is|turn\w*|gone|went|look\w*|"
        "going)~1(?:blue|grey|gray|purple|white)",
        "(?:<he>|someone|somebody|girl|guy|boy|kid|toddler|person)~3(?:overdosed|took too "
        "(?:much|many)|odd on|od ed|is overdosing|swallowed (?:a )?(?:battery|magnets?|bleach|"
        "pills|poison|detergent|button)|drank (?:bleach|antifreeze|too much and)|got stabbed|"
        "been (?:stabbed|shot)|was (?:stabbed|shot)|isnt (?:responding|breathing|waking|"
        "moving)|not (?:responding|breathing|waking|moving)|wont (?:wake|respond|stop "
        "seizing)|collapsed|fell~4(?:unconscious|not moving|head|bleeding)|having a "
        "(?:seizure|stroke|heart attack))",
        "(?:what (?:do|should) i do|please help|help (?:me|my|him|her)|emergency)~6(?:not "
        r"breathing|unconscious|overdos\w+|seizure|choking|wont wake|bleeding out|collapsed|"
        "unresponsive|turning blue|no pulse)",
        before="movie|game|show|book|if|how to tell|signs|story|first aid",
        after="in (?:the|this) (?:game|movie|show|book)|of laughter",
    )


def worries(book: Book) -> None:
    """Add rules for worry about somebody."""
    book.add(
        "other-worry",
        "distress",
        4500,
        "other 1",
        "(?:<he>)~4(?:is|are|seems?|has been|been|be|s|feels?|feeling|gets?|getting|"
        r"struggl\w+ with|suffer\w+ (?:from|with)|diagnosed with|has)~2(?:depress(?:ed|ion)|"
        r"hopeless|self destruct\w+|struggling~2(?:mental\w*|badly|cope)|spiral+ing|unwell "
        r"mentally|having a (?:breakdown|crisis|panic attack)|anorexi\w+|bulimi\w+|addicted|an "
        "(?:alcoholic|addict)|being (?:abused|bullied)|psychosis|in crisis|(?:hearing|hears?) "
        "voices|not (?:eating|ok|okay))",
        "(?:worried sick|worried|concerned|scared|afraid|terrified)~1(?:about|for|"
        r"that)~1(?:<him>)~8(?:depress\w*|safe\w*|hurt|drink\w*|drugs|mental\w*|alone|crisis|"
        r"crying|eating|isolat\w+|withdrawn|cutting)",
        "how (?:do|can|should|could) (?:i|we)~1(?:help|support|talk to|comfort|be there "
        r"for)~2(?:<him>)~8(?:depress\w*|grie\w+|anxi\w+|mental\w*|addict\w*|abus\w+|trauma\w*|"
        "crisis|eating disorder)",
        before="character|movie|song|book",
        bare=True,
    )
