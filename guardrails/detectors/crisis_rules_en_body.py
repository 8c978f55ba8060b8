"""English: eating, substances and medical emergencies."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def body(book: Book) -> None:
    """Add rules for dangers to the body."""
    book.add(
        "eating",
        "eating_disorder",
        7600,
        "self now 2",
        "(?:mak(?:e|es|ing)|made|forc(?:e|es|ing|ed)) (?:<self>) (?:to )?(?:throw(?: it)?(?: "
        "all)? up|sick|vomit|puke|be sick|purge|barf)",
        "(?:i|im|ive|been|keep|started|urge to|want to|stop|again|and)~2(?:purg(?:e|ing|ed)|"
        r"bing(?:e|ing|ed) and (?:purg\w+|throw\w*|vomit\w*))(?: (?:again|after|every|"
        "everything|today|all|my|the|for|daily))?",
        "(?:throw(?:ing)?|threw) (?:it |everything |my food |food )?up (?:after|every|"
        "everything|all) (?:meals?|i eat|eating|i ate|time i eat|dinner|lunch|food|the food)",
        "(?:i|ive|im)~1(?:havent|have not|not|hardly|barely|stopped|refuse to|refusing to|"
        "cant|cannot|wont|only)~1(?:eat(?:en|ing)?|eat anything|had (?:any )?food|ate)(?: "
        r"\w+){0,3}? (?:in|for|since|over) (?:\w+ ){0,3}(?:days|weeks|monday|tuesday|wednesday|"
        "thursday|friday|saturday|sunday)",
        "starv(?:e|ing|ed) (?:<self>)(?: (?:again|to|until|because|so))?",
        "(?:restrict(?:ing|ed)?|cutting|counting)~2(?:calories|food|my (?:food|intake|"
        r"eating))~5(?:obsess\w*|\d\d\d|again|dizzy|faint\w*|control|thin\w*|skinny|bones|"
        r"punish|starv\w+|disorder)",
        r"(?:taking|take|took|using|abus(?:e|ing)|swallow\w*|relying on|addicted "
        "to)~3(?:laxatives?|diuretics|diet pills)~4(?:weight|skinny|thin|every|purge|after|"
        r"lose|again|daily|eat\w*|handful)",
        "pro ?ana|pro ?mia|thinspo|thinspiration|ana (?:tips|buddy|coach)|mia tips|meanspo",
        "(?:i|im|ive|my|have|had|having|with|into|from)~2(?:anorexi[ac]|bulimi[ac]|eating "
        r"disorder|ednos|binge eating)~2(?:is|has|again|back|voice|relaps\w*|worse|winning|for|"
        "since|and|bad|taking|thoughts)",
        r"(?:relaps\w+)~3(?:eating disorder|anorexia|bulimia|ed|purging|restricting)",
        "(?:i )?(?:cant|dont|do not|too|scared|afraid|terrified|guilty|refuse)~2(?:deserve "
        ")?to (?:eat|gain weight)(?: (?:anything|food|because|<more>|until|again|im|any))?",
        "(?:how|tips?|help me|ways?)~3(?:to|for)~1(?:starve|purge|stop eating|hide (?:that "
        r")?im not eating|make myself (?:throw up|sick|vomit)|not eat for|survive on \d+ "
        r"calories|eat (?:under|less than) \d+ calories)",
        before=r"food poisoning|hangover|flu|dont|never|not|tonsil\w*|dentist",
        after=(
            "of (?:chocolate|sugar|sleep|coffee|social|tv|carbs|sweets|fun|joy|attention)|"
            "(?:for|before) (?:lent|ramadan|surgery|the (?:test|procedure|scan|blood)|my "
            "(?:surgery|test|scan|colonoscopy|blood test)|ramadan|lent)|at this (?:restaurant|"
            "time)|(?:my |the )?(?:inbox|files?|cache|closet|database|emails?|logs?|wardrobe|"
            "old)|there|here|out|gluten|meat|dairy|spicy|sushi|alone at|late"
        ),
    )
    book.add(
        "substance",
        "substance",
        6000,
        "self now 1",
        "(?:i|ive|im)~2(?:relapsed|relapsing|using again|drinking again|back on (?:the "
        ")?(?:drugs|heroin|meth|coke|bottle|booze|drink|pills|fentanyl)|fell off the "
        "wagon)(?: (?:last night|again|today|on|after|and|this|yesterday))?",
        "(?:i )?(?:cant|cannot|unable to|dont know how to|struggling to|trying to) (?:stop|"
        "quit|control)(?: my)? (?:drinking|using|taking (?:drugs|pills|them)|smoking (?:crack|"
        "meth)|doing (?:drugs|coke|meth|heroin))",
        "(?:im|i am|i think im|becoming|ive become|got) (?:an? )?(?:alcoholic|addict(?:ed)?|"
        r"drug addict|junkie|heroin addict)(?: to (?:drugs|alcohol|pills|oxy\w*|heroin|opioids|"
        "meth|coke|cocaine|benzos|xanax|painkillers|fentanyl|drinking))?",
        "(?:drink(?:ing)?|drank)~3(?:every (?:day|night|morning)|to (?:cope|forget|sleep|numb|"
        "get through|feel)|alone every|until i (?:black|pass)|a (?:bottle|fifth|litre|liter) "
        "(?:a|of) (?:day|vodka|whiskey|wine a))",
        "(?:in|going through|having|bad|from|with)~1(?:withdrawals?|detox)~3(?:from|symptoms|"
        r"shak\w+|help|sick|sweat\w*|alcohol|heroin|benzos|opioids|fentanyl|xanax|bad|cold "
        "turkey)?",
        before="bank|cash|money|atm|never|not|no longer|deposit",
        after=(
            "to (?:coffee|chocolate|this (?:song|game|show|series)|netflix|caffeine|tiktok|my "
            "phone|water|soda|games?|sugar|cheese|gaming|instagram|shopping)|(?:enough "
            ")?(?:water|coffee|tea|milk|juice|soda|caffeine|coke zero|diet coke)|my (?:bank|"
            "money|savings|account)|money|limit|fees?|from (?:my|the) (?:account|bank|atm|"
            "class|course|school|university|pension|savings)|chocolate|tea|of (?:cash|funds|"
            "money)"
        ),
    )
    book.add(
        "withdrawal-danger",
        "medical",
        8200,
        "self now 4",
        r"(?:withdrawals?|detox\w*|stopped drinking|quit drinking|cold turkey|stopped "
        r"(?:taking )?(?:my )?(?:xanax|benzos|klonopin|valium))~9(?:seizures?|hallucinat\w+|"
        r"shaking (?:so|badly|uncontrollabl\w+|really)|seeing things|fits?|dts|convuls\w+|"
        "heart)",
        "(?:stopped|stopping|stop|quit|not taking|skipp(?:ed|ing)|not (?:going to|gonna) take|"
        r"refus\w+)~3my~1(?:insulin|heart (?:meds|medication|pills)|seizure (?:meds|"
        "medication)|dialysis|chemo|blood thinners?|transplant (?:meds|drugs))~6(?:die|let|"
        r"happen\w*|purpose|end|anymore|any more|care|days|weeks|point)?",
        before="if you|doctor told me to",
    )
    book.add(
        "overdose",
        "medical",
        9200,
        "self now 5",
        "(?:i|ive|im|just|think i)~3(?:took|taken|taking|had|swallowed|drank|drunk|done|used|"
        "smoked|snorted)~2(?:too (?:much|many)|double my dose of|way too much)~2(?:of (?:my|"
        r"the)|<pills>|alcohol|vodka|heroin|coke|cocaine|meth|fent\w*|xanax|mdma|molly|acid|"
        r"drugs|edibles|adderall|benadryl|opioids|insulin|medicine)(?: \w+){0,8}",
        r"(?:took|taken|mixed|drank|drunk|mixing)~5(?:xanax|benzos|sleeping pills|oxy\w*|"
        "opioids|heroin|fentanyl|pills|painkillers|methadone|valium)~3(?:with|and|on top of|"
        r"plus)~5(?:alcohol|vodka|wine|whiskey|beers?|drinks?|heroin|oxy\w*|xanax|pills|"
        "methadone|drinking|rum|gin)",
        "(?:swallowed|drank|ingested|ate|drunk|inhaled)~3(?:bleach|poison|antifreeze|a "
        "battery|button battery|drain cleaner|rat poison|pesticide|detergent|weed ?killer|"
        "chemicals|bottle of (?:perfume|sanitizer))",
        "alcohol poisoning",
        r"(?:i think (?:im|i am|hes|shes)|im|i am|might be|am i|hes|shes|he is|she is|is|\w+ "
        "is|could be|someones?(?: is)?) (?:overdosing|od ing|oding)",
        "(?:have|having|had|took|taken) (?:an )?overdose",
        before="never|not|dont|can you|what if (?:you|someone)|almost",
        after="of (?:sugar|caffeine|cute|cuteness|chocolate|memes|christmas|netflix|coffee)",
    )
    book.add(
        "bleeding",
        "medical",
        9000,
        "self now 5",
        "(?:wont|cant|doesnt|not|never|isnt|wouldnt) (?:stop|stopping) (?:the )?(?:bleeding|"
        "blood)(?: (?:from|and|its))?",
        "(?:the )?(?:bleeding|blood) (?:wont|doesnt|isnt|wouldnt|will not|hasnt) (?:stop|"
        r"stopp\w+)",
        "bleeding (?:out|a lot|heavily|badly|really bad|everywhere|so (?:much|bad|badly)|"
        "profusely|and (?:it|i|wont|cant))(?: (?:and|from|right now|help|my|everywhere))?",
        "(?:so much|a lot of|losing|lost (?:a lot of|so much)|too much) blood(?: "
        "(?:everywhere|and|help|loss))?",
        "(?:i|ive) (?:just )?cut (?:too deep|an artery|really deep|my artery|a vein|too far)",
        "stabbed (?:myself|me)|(?:ive|i have|i) (?:been|got|just got) (?:stabbed|shot)(?: "
        "(?:in|by|and))?",
        before="nose|period|gums?|nosebleed|menstrual|colou?rs?|ink|on my period|movie|game",
        after=(
            "(?:on|during|with) my period|edge|heart|cash|money|pressure|in (?:the |this "
            r")?(?:game|movie|show|film|book)|tests?|work|donat\w+|drive|sugar|types?|ink|"
            "through|market share|down by|vaccine|with (?:the|a) (?:flu|vaccine|covid|"
            "booster)|a (?:great|question|look|text|message|smile|dirty look)|in the back "
            "(?:by|when|at|and|with)|with a (?:pencil|pen|fork|needle)"
        ),
    )
    book.add(
        "emergency",
        "medical",
        8800,
        "self now 5",
        r"chest (?:pain|pains|hurts?|tight\w*|pressure|is (?:tight|crushing|killing|hurting)|"
        r"feels? (?:tight|crushed|heavy))(?: \w+){0,12}? (?:(?:left |my )?(?:arm|jaw|shoulder)|"
        r"breath\w*|sweat\w*|numb\w*|dizzy|faint\w*|nause\w+|vomit\w*|collapse\w*|radiat\w+)",
        r"(?:arm|jaw|breath\w*|sweating|dizzy|numb)(?: \w+){0,8}? (?:and|with) (?:\w+ "
        r"){0,3}?chest (?:pains?|hurts?|tight\w*|pressure)",
        r"(?:i think|i might|im|i am|is|hes|shes|he is|she is|having|my (?:\w+ "
        r")?(?:<relatives>|\w+)(?: is|s)?)~2having (?:a |an )?(?:heart attack|stroke|seizures?|"
        r"severe allergic reaction|anaphyla\w+|allergic reaction|miscarriage)(?: (?:right now|"
        "help|what|i))?",
        "(?:throat|airway|tongue|face|lips) (?:is|are|s|feels like its|started|keeps?) "
        "(?:closing|swelling|swollen|blocked|turning blue|drooping|droopy|numb|going numb)(?: "
        "(?:up|shut|and))?",
        "(?:not|isnt|stopped|barely|cant|struggling to) (?:breathing|breathe|breath)(?: "
        r"\w+){0,6}? (?:blue|unconscious|inhaler|asthma|allergic|chok\w+|peanut|collapsed|wont "
        "wake|unresponsive|help me|ambulance)",
        r"(?:he|she|they|hes|shes|theyre|my (?:\w+ )?(?:<relatives>)|someone|somebody|the \w+)(?: just| has| "
        "is| s)*~2(?:not breathing|isnt breathing|stopped breathing|unconscious|unresponsive|"
        r"passed out~4(?:wake|breath\w*|respond|blue|floor)|wont wake up|collapsed|turning "
        "blue|chok(?:ing|ed) on|isnt (?:waking|responding|moving))",
        r"(?:slurred|slurring)(?: speech)?(?: \w+){0,8} (?:face|arm|droop\w*|speech|numb)|face "
        r"(?:is )?droop\w+",
        "(?:inhaler|epipen|nitroglycerin)~3(?:not|isnt|doesnt|empty|cant find|lost|"
        r"isn)~3(?:working|work|help\w*|breathe)?",
        before=(
            "like (?:hes|shes|im)|gave me|nearly|almost|thought i was|movie|practically|about "
            "had|if (?:someone|he|she|they|somebody|a person) (?:is|are)|what (?:do|should) "
            "(?:i|you) do if|signs of|mom is gonna"
        ),
        after=(
            "when (?:he|she|they|i) (?:see|saw|find|hear)s?|in (?:the |this )?(?:game|movie|"
            "show|film|book)|laughing|class|course|over (?:this|the (?:score|game|match))|"
            "while (?:laughing|watching)|(?:his|her|their) (?:words|lines|tea|drink)|from the "
            "(?:cold|dentist|injection|wind|ice|anaesthetic|filler)"
        ),
    )
    book.add(
        "chest-pain",
        "medical",
        6500,
        "self now 2",
        "(?:i|im|ive|my|having|got|get|have|bad|severe|sudden|sharp|crushing)~2chest "
        "(?:pains?|hurts?|pressure|tightness)",
        r"(?:coughing|throwing|vomiting|cough\w*|threw|puking|peeing|pooping) (?:up )?blood",
        "(?:worst|thunderclap) headache of my life",
        r"(?:lost|losing) (?:feeling|vision|sight) (?:in|on) (?:one|my)(?: \w+)? (?:eye|side|"
        "arm|leg)",
        before="no|without|not|muscle",
        after="day|workout|press|exercises?|of drawers|freezer",
    )
    book.add(
        "toxic-now",
        "medical",
        9000,
        "self now 5",
        "(?:took|taken|smoked|snorted|did|dropped|ate|had|drank|tried|mixed)~4(?:molly|mdma|"
        "ecstasy|acid|lsd|shrooms|edibles?|meth|coke|cocaine|ketamine|ghb|heroin|fentanyl|"
        r"speed|pills|xanax|adderall|spice|vodka|tramadol|oxy\w*)~12(?:heart (?:wont|wont slow|"
        "is racing|racing|pounding|stopping|hurts|feels)|pass(?:ing)? out|cant breathe|"
        "seizure|shaking|chest|blacking out|vomiting|blurry|cant (?:stand|move|feel|stop)|"
        r"overheating|numb|hallucinat\w+|blue|dying|help)",
        r"(?:feel|feeling|i|im|vision|everything)~3(?:dizzy|faint\w*|sick|blurry|drowsy|numb|"
        "sleepy|weird|fuzzy|black)~6(?:pills|tablets|took|overdose|swallowed|too (?:much|"
        "many))",
        r"(?:pass(?:ed|ing)? out|faint(?:ed|ing)?|collaps\w+)~3(?:and|while|several|twice|keep|"
        r"again)~5(?:chest|heart|eat\w*|breath\w*|head|blood|bleed\w*|numb)",
        before="movie|game|last year|years ago|if you|not|never|people who|when i was",
        after="in (?:the|this) (?:game|movie|show|book)",
    )
    book.add(
        "relapse",
        "substance",
        5500,
        "self now 1",
        "(?:started|start|back to|back on|gone back to|went back to|using|doing|taking|"
        r"smoking|shooting)~1(?:heroin|meth|coke|cocaine|crack|fentanyl|oxy\w*|drugs|pills|"
        "vodka|booze|alcohol|drinking|using|gambling)~1(?:again|every|daily|alone|to cope|in "
        "secret)",
        "(?:drinking|drink|drank|high|stoned|drunk|using|hungover)~3(?:all day|every (?:day|"
        "night|morning)|alone|in secret|before work|to (?:forget|numb|cope|function|sleep)|"
        "just to (?:stop|feel|get))",
        r"(?:detox|rehab|withdrawal|sober|sobriety|clean)~4(?:help|relaps\w+|slip\w*|failing|"
        r"failed|cant|hard|shak\w+|struggl\w+)",
        before="not|never|game|water|bank",
        after="water|coffee|tea|milk|house|room|up my|slate",
    )
