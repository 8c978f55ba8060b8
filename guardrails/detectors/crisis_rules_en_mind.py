"""English: voices, delusions and panic."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def mind(book: Book) -> None:
    """Add rules for lost touch with reality and for panic."""
    book.add(
        "voices-command",
        "psychosis",
        9000,
        "self now 4",
        "(?:voices?|demons?|god|devil|satan|angels?|the tv|the radio|entity|spirits?|someone "
        r"in my head|something in my head|allah|jesus|the shadow\w*|presence)(?: \w+){0,5}? "
        "(?:tell(?:s|ing)?|told|say(?:s|ing)?|said|want(?:s|ing)?|command(?:s|ed|ing)?|"
        "order(?:s|ed|ing)?|ask(?:s|ing|ed)?|whisper(?:s|ing)?|scream(?:s|ing)?|make|making|"
        r"urg(?:e|es|ing))(?: me)?(?: that)?(?: i)?(?: \w+){0,3}? (?:kill|hurt|<die>|jump|cut|"
        "end|harm|stab|burn|do it|do (?:bad|things|terrible)|attack|unalive|should (?:<die>|"
        "be dead)|sacrifice|not (?:deserve|trust)|obey|poison)(?: (?:me|myself|him|her|them|"
        r"my \w+|it|people|every\w+))?",
        after="in (?:the|this) (?:game|movie|book)",
    )
    book.add(
        "psychosis",
        "psychosis",
        7600,
        "self now 2",
        r"(?:i|im|ive|keep|started|still)~2(?:hear(?:ing)?|heard) (?:\w+ ){0,2}?(?:voices|"
        "whispers?|people (?:talking|whispering) (?:about me|in my head|when)|things (?:that|"
        "others|nobody|no one|which))(?: (?:in my head|telling|that|again|when|all|at night|"
        "talking|who|and|say))?",
        "(?:the )?voices (?:in my head|are (?:back|getting|louder|telling|so|real|talking|"
        "saying|here)|wont (?:stop|shut|leave|go)|(?:keep|started|never)|get)",
        r"(?:put|planted|implanted|inserted|installed|hid|there is|theres)~2(?:a |an )?(?:\w+ "
        ")?(?:chip|microchip|implant|tracker|device|camera|bug|transmitter|nanobots)s? "
        "(?:in(?:side)?(?: of)?|under|into|on) (?:me|my (?:brain|head|body|skin|teeth|tooth|"
        "arm|neck|ear|mind|walls?|food))",
        "(?:(?:the )?(?:fbi|cia|nsa|mi5|government|neighbou?rs|police|illuminati|aliens?|"
        "freemasons|agents|cartel|they|people)|everyone|someone|my (?:family|coworkers|"
        "neighbou?rs|roommates?))(?: all)? (?:is|are|have been|has been|keep|keeps|re|"
        "s)~2(?:watching|following|spying on|tracking|poisoning|reading|controlling|stalking|"
        "recording|monitoring|listening to|after|plotting against|conspiring against|out to "
        "(?:get|kill)|broadcasting|inserting|stealing|beaming|hacking|trying to (?:kill|"
        "poison|get|control))~1(?:me(?: through| all| everywhere| and| every| from| because| "
        "with| in my)?|my (?:mind|thoughts|brain|food|every move|dreams|head|house|body)|us "
        "through)",
        "(?:reading|controlling|stealing|inserting|broadcasting|hearing|removing|hacking|"
        "implanting|putting)~1(?:my )?(?:mind|thoughts|thoughts in(?:to)? my (?:head|mind)|"
        "brain)",
        "(?:tv|television|radio|newsreader|news|songs?|license plates|billboards|podcast|"
        "anchor|the internet|algorithm)~2(?:is|are|sends?|sending|keeps?|speaks?|talking|"
        r"talks)~2(?:me (?:secret|hidden|coded|special|private|\w+) (?:messages?|signals?|"
        "codes?)|(?:secret|hidden|coded|special)? ?(?:messages?|signals?|codes?) (?:to|for|"
        "meant for|just for) me|(?:directly )?(?:talking|speaking) (?:directly )?to me|to me "
        "directly|about me)",
        "(?:i am|im|i realised im|i realized im|i have become|ive become|i was chosen (?:as|"
        "to be))~1(?:the )?(?:messiah|chosen one|second coming|jesus(?: christ)?|"
        "reincarnation of (?:jesus|god|buddha)|god himself|a prophet sent|the antichrist|"
        "immortal and)",
        "god (?:chose|has chosen|sent|told|is (?:telling|speaking to)) me (?:to|for|directly|"
        "through)",
        "(?:im|i am|ive been|being) (?:followed|watched|tracked|poisoned|monitored|surveilled|"
        "gang ?stalked|targeted) (?:by|everywhere|all the time|through|constantly|and|24)(?: "
        "(?:the|them|my|people|cameras|agents|someone|everyone|government))?",
        "(?:my|the) (?:thoughts|mind) (?:is|are|isnt|arent) (?:not (?:mine|my own)|mine|being "
        r"(?:controlled|broadcast\w*|stolen|read)|someone elses)",
        "(?:seeing|see|saw) (?:things|people|shadows|figures|demons|shadow people|bugs) "
        "(?:that )?(?:(?:arent|are not|werent) (?:there|real)|(?:nobody|no one|others) "
        "(?:else )?(?:can see|cant see|sees|see)|crawling on me|under my skin)",
        r"(?:havent|have not|not) slept (?:in|for) (?:\w+ ){0,2}(?:days|nights)~9(?:energy|god|"
        "mission|amazing|genius|chosen|universe|invincible|dont need|voices|plan|spent|ideas)",
        "(?:having|in|had) (?:a )?(?:psychotic|manic) (?:episode|break)",
        "(?:bugs|worms|insects|parasites) (?:crawling )?(?:under|in(?:side)?) my (?:skin|"
        "brain|veins)",
        before="the phone|when you|if you|do you|app|cookies|google|facebook|tiktok|ads",
        after=(
            r"from (?:the|my|our|a) (?:flat|apartment|house|room|kitchen|street|neighbou?r\w*|"
            r"hall\w*|other|next|garden|tv|radio|phone|basement|upstairs|downstairs|party|"
            "office)|next door|downstairs|upstairs|outside|(?:on|through) (?:instagram|"
            "twitter|tiktok|facebook|linkedin|youtube|spotify|twitch|here|strava|social|"
            r"github)|for (?:ads|advert\w+|marketing)|in (?:the|this) (?:game|movie|show|book|"
            "choir|series)|of reason|carry|from the (?:other room|kitchen|hallway|next room)|"
            "on (?:the (?:radio|phone)|discord)|actors?|acting"
        ),
    )
    book.add(
        "panic",
        "panic",
        6000,
        "self now 1",
        "(?:having|had|have|get|getting|keep (?:having|getting)|another|in the middle of|bad|"
        "severe|this)~2(?:a |an )?(?:panic|anxiety) attacks?",
        "panic attacks?(?: (?:again|right now|every|at work|at night|and|wont|since))?",
        "(?:i|im)~1(?:hyperventilating|panicking(?: so| really| badly| and| right| hard)?)",
        "(?:heart|chest)~1(?:is|wont stop|keeps|has been)~1(?:racing|pounding|tight|beating "
        r"so fast)~6(?:breathe|breath|panic|anxious|dying|shak\w+|scared|<die>|calm)",
        "(?:cant|cannot|hard to|struggling to|unable to) (?:breathe|catch my breath|get "
        "air)(?: (?:properly|right|and|im|i))?",
        "(?:feel|feels|feeling|felt|think|thought|like)~2(?:like )?(?:im|i am|i was) (?:dying|"
        "going to (?:<die>|pass out|faint|collapse|lose it)|about to (?:<die>|pass out|faint|"
        "collapse)|going crazy|going mad|losing my mind|losing control)(?: right now| help| "
        "please)?",
        before="not|never|no|nearly gave me a|gave me a|difference between|what (?:is|are|causes?)|symptoms of|signs of|types of|treats?",
        after=(
            "at the disco|room|button|buying|mode|of laughter|of boredom|here laughing|"
            "laughing|from laughing"
        ),
    )
    book.add(
        "unreal",
        "psychosis",
        7600,
        "self now 2",
        "(?:i )?(?:see|seeing|saw|hear|hearing|feel|feeling)~2(?:demons?|ghosts?|angels?|"
        "shadow (?:people|figures?|man)|dead people|spirits?|satan|the devil|jesus|god|"
        r"entities|figures|faces|insects|worms|bugs)~4(?:in (?:the|my)|laugh\w*|talk\w*|"
        r"tell\w*|follow\w*|watch\w*|everywhere|crawl\w*|inside|whisper\w*|around me|speak\w*|"
        r"call\w*)",
        "(?:family|parents|wife|husband|mum|mom|everyone|people|friends|kids|brother|sister|"
        "they|neighbou?rs|partner)~2(?:has|have|had|is|are|were|was|been|all)~2(?:replaced|"
        "swapped|switched|impost[oe]rs?|actors|clones|robots pretending|not (?:really "
        r")?(?:real|them|my (?:real|actual)))(?: (?:by|with) \w+)?",
        "(?:solved|decoded|cracked|figured out|unlocked|discovered|uncovered|"
        "deciphered)~2(?:the )?(?:universe|reality|secret (?:of|to) (?:the universe|"
        "everything|reality|existence)|code of (?:reality|the universe)|meaning of everything|"
        "the matrix|truth about everything|simulation)",
        "(?:dont|do not|no longer|without) need(?:ing)?~1(?:sleep|to sleep|food|to eat)(?: "
        "(?:<more>|now|because|im|at all))?",
        "(?:everyone|people|strangers|they|news|everything|signs|songs|lyrics|numbers|"
        "cars)~5(?:talking about me|about me|code|coded|messages|laughing at me|signals|meant "
        "for me|mocking me)~2(?:in code|through|on the|everywhere|all|hidden|specially|to me)",
        r"(?:my )?(?:dead|late) (?:\w+) (?:talks|speaks|is talking|tells|visits|calls) (?:to |"
        "me )",
        "(?:divine|sacred|holy|cosmic|secret|special) (?:mission|purpose|powers?)~5(?:god|"
        "only i|humanity|universe|angels|save (?:the|us|everyone))",
        r"(?:poison(?:ed|ing)?|drugg(?:ed|ing)|contaminat\w+|radiation|gas|lasers?|frequenc\w+|"
        "5g)~3(?:in(?:to)? |on |through |at |my )?(?:my |the )?(?:food|water|air|vents?|body|"
        "brain|head|walls?|coffee|house)~3(?:they|by|from|neighbou?rs|government|wife|husband|"
        "family|at night|to (?:control|kill|hurt))",
        "(?:im|i am|feel|already|we are) (?:dead|not real|dreaming|in a simulation|invisible|"
        "immortal|invincible)~2(?:and|already|none|nothing|no one|so|because|cant)~3(?:real|"
        "realise|realize|sees?|notice|matter|die|hurt|wake|exist|believe)",
        "nothing (?:is|feels|seems) real (?:<more>|and|im|i)|(?:the )?walls? (?:are|is|keep) "
        "(?:breathing|talking|moving|whispering|listening)|my (?:reflection|shadow) (?:moves|"
        "talks|isnt mine|laughs|speaks)",
        before="movie|film|book|game|dream|novel|show|halloween|episode|song|like",
        after=(
            "in (?:the|this|my) (?:game|movie|film|book|novel|story|dream|show|series)|on "
            "(?:tv|netflix|stage|halloween)"
        ),
    )
    book.add(
        "mania",
        "psychosis",
        7000,
        "self now 2",
        "(?:million|thousand|hundreds? of|endless|so many) (?:\\w+ )?(?:ideas|plans|businesses)[^a-z0-9]{1,3}(?:[a-z0-9]+[^a-z0-9]{1,3}){0,24}(?:up|"
        "awake|slept|sleep)~6(?:nights?|days?)",
        "(?:been up|been awake|stayed up|not slept|havent slept|dont need sleep)~6(?:nights?|days?)[^a-z0-9]{1,3}(?:[a-z0-9]+[^a-z0-9]{1,3}){0,24}"
        "(?:million ideas|genius|empire|chosen|invincible|unstoppable|never felt (?:better|so alive|this good)|on top of the world|save the world)",
        "(?:can|could|will|would|will) i~1(?:fly|float|levitate)~1(?:if|when) i~1(?:jump|step|leap|believe)",
        before="movie|game|novel|dream",
        after="in (?:the|this) (?:game|movie|film|book)|from a plane|with a (?:wingsuit|parachute|paraglider)",
    )
    book.add(
        "commanded",
        "psychosis",
        8800,
        "self now 4",
        "(?:god|jesus|allah|the lord|satan|the devil|angels?|voices?|they|it|demons?|"
        "spirits?)~2(?:wants?|told|tells?|telling|commands?|commanded|needs?|ask(?:s|ed)?|"
        "orders?|says?|said)~1me~1(?:to |i (?:must|should|have to) )?(?:sacrifice|kill|"
        "cleanse|punish|hurt|purge|burn|drown|destroy|end|jump|<die>|prove|fast until|"
        "cut)~1(?:my|the|him|her|them|myself|it|people|those|evil|sinners)?",
        "(?:cut|dig|claw|rip|get|burn)(?:ting|ging|ing)? (?:it|them|the (?:chip|bugs|worms|"
        "implant|tracker|demon))~1out (?:of (?:me|my (?:head|brain|skin|body|arm|neck|mind|"
        "eyes))|myself)",
        before="movie|book|game|abraham|bible|story",
    )
