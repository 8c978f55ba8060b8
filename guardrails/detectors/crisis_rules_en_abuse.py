"""English: being hurt, held or used by somebody."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def abuse(book: Book) -> None:
    """Add rules for abuse and sexual violence."""
    book.add(
        "abuse",
        "abuse",
        8000,
        "self now 2",
        r"(?:<abuser>)(?: \w+){0,4}? (?:hit|hits|hitting|beats?|beating|beaten|punch(?:ed|es|"
        "ing)?|slap(?:ped|s|ping)?|kick(?:ed|s|ing)?|chok(?:ed|es|ing)|strangl(?:ed|es|ing)|"
        "shov(?:ed|es|ing)|push(?:ed|es) |grab(?:bed|s)|burn(?:ed|s|t)|abus(?:e|es|ed|ing)|"
        "attack(?:ed|s|ing)?|whip(?:ped|s)?|bit(?:es)?|drag(?:ged|s)|threw me|throws me|"
        "pinned|stabbed|bruis(?:ed|es)|shakes|shook|spat on|spits on|physically hurts?|lays? "
        "(?:his|her|their) hands on|raised? (?:his|her) (?:hand|fist)s? (?:at|to)|pull(?:ed|"
        r"s) my hair|knock(?:ed|s)|smack(?:ed|s|ing)?|belt(?:ed|s)?)~1(?:me|us|my (?:\w+ "
        ")?(?:kids?|children|son|daughter|mum|mom|mother|brother|sister|baby|face|head|arm|"
        "throat|neck|wrist))",
        r"(?:<abuser>)~3(?:threw|throws|smash\w+|broke|breaks|punch\w+)~1(?:(?:a|the|my|his|"
        r"her|things|stuff|hot) (?:\w+ )?(?:chair|plate|bottle|glass|phone|shoe|knife|dishes|"
        "cup|mug|furniture|remote|tea|coffee|soup|things|stuff|vase|iron|pan) at (?:me|us)|me "
        "(?:against|into|onto|down|across) (?:the|a)? ?(?:wall|floor|stairs|room|door|bed)|my "
        "(?:phone|arm|nose|ribs?|wrist|jaw|finger))",
        "(?:in|trapped in|stuck in|leave|leaving|escape|escaping|get out of|out of|from|"
        r"living in) (?:an?|this|my) (?:\w+ )?abusive (?:relationship|marriage|home|household|"
        "family|situation|husband|partner|boyfriend|wife|girlfriend)",
        r"(?:he|she|hes|shes|theyre|they|(?:my|an?) (?:\w+ )?(?:husband|wife|boyfriend|"
        "girlfriend|partner|dad|father|mum|mom|mother|step ?dad|parents?|family|ex|fiance|"
        "stepfather|brother|uncle))~1(?:is|are|was|were|has been|have been|can be|becomes?|"
        "gets?|got|getting|being|s|really|very|so)?~3(?:physically |verbally |emotionally |"
        "mentally |financially |very |so |extremely |increasingly |and )*(?:abusive|violent "
        "(?:with|to|towards) (?:me|us)|violent (?:when|again|and)|abusing (?:me|us)|"
        "controlling and|dangerous)",
        "(?:im|i am|i was|i get|i got|i have been|ive been|we are|was|been|im "
        "getting)~1(?:being )?(?:physically |emotionally |sexually |verbally |domestically "
        ")*(?:abused|beaten(?: up)?|battered|trafficked|held (?:captive|hostage|against my "
        "will)|hit by (?:my|him|her)|locked in)(?: (?:by|at) (?:my|him|her|home|them|someone|"
        "a))?",
        "(?:victim|survivor|suffering|experiencing) (?:of|from)? ?(?:domestic|partner|family|"
        "child) (?:violence|abuse)",
        "domestic (?:violence|abuse)~4(?:me|i|my (?:home|husband|partner|house|relationship|"
        "marriage)|at home)",
        "(?:im|i am|im so|we are|ive been) (?:scared|afraid|terrified|frightened|petrified) "
        "(?:of|to (?:go|be) (?:home|back|at home|alone with)|when) ?(?:to )?(?:my (?:husband|"
        r"partner|boyfriend|wife|girlfriend|dad|father|mum|mom|step ?\w+|ex|parents|uncle|"
        "brother|son)|him|her|them|home|he (?:comes|gets|drinks)|she (?:comes|gets|drinks)|"
        "what (?:he|she|they)(?:ll| will| might)? do)",
        "(?:<abuser>)~2(?:wont let me|doesnt let me|doesnt allow me|refuses to let me|never "
        "lets me|forbids me|locks? me|locked me|traps? me|trapped me|track(?:s|ing)? (?:my|"
        "me)|controls? (?:my|everything|me|all|who|what)|takes? my (?:phone|money|wages|"
        r"passport|keys|paycheck)|took my (?:phone|passport|keys|money)|isolat\w+ me|stalk\w+ "
        "me|follows? me|monitors? my)~2(?:leave|out|in|go|see|have|phone|money|talk|outside|"
        r"everywhere|house|friends|family|use|eat|work|room|basement|every\w*)?",
        "(?:bruises?|black eye|hand marks) (?:on|from|all over|he|she)~3(?:he|she|him|her|"
        "husband|boyfriend|dad|father|mum|mom|partner|hit|me|last night|where)",
        r"(?:(?:hiding|hide|hid|locked (?:myself )?in)(?: in (?:the|my|a) \w+)?|ran away|run "
        r"away|escap\w+|fled) from (?:my (?:husband|partner|boyfriend|wife|girlfriend|dad|"
        r"father|step ?\w+|ex|parents|abuser)|him|her)",
        "my abuser",
        r"my (?:physically |emotionally |verbally )?abusive (?:\w+ )?(?:husband|wife|boyfriend|"
        "girlfriend|partner|dad|father|mum|mom|mother|step ?dad|parents?|family|ex|"
        "relationship|marriage|home|brother|uncle|boss)",
        "(?:put|puts|laid|lays|putting) (?:his|her|their) hands on (?:me|us|my)",
        "(?:he|she) (?:hit|beat|choked|hurt|punched|slapped) (?:me|us) (?:again|last night|"
        "today|tonight|yesterday|every|because|so|when|in front|until|and)",
        before="who|game|it|not|never|hasnt|didnt|doesnt",
        after=(
            "up(?: on| with| about| when| for| later)?|with (?:a|the|his|her|that|this|an) "
            "(?:question|bill|news|idea|fact|comment|request|line|joke|rumor|invoice|charge|"
            "deal|compliment|ball|pillow|snowball|wave of|fine)|at (?:chess|fifa|smash|poker|"
            "the game|tennis|mario|uno|monopoly|everything|cards|ping|pool|basketball|golf|"
            r"tag|the)|to (?:it|the|work|school)|\d|in (?:the |this )?(?:game|race|match|chess|"
            r"finals?|minecraft|ring|quarterfinals)|by (?:a|one|two|ten|\d+) (?:points?|"
            "seconds?|minutes)|that|like a|right in the feels|hard|there|(?:on|off) (?:the|my|"
            "this) (?:team|server|group|chat|lease|list|call|show|discord|game)|out|too far "
            "to|off|home|to (?:be|do|try|go|study|get)|dessert|a (?:text|message|dm)|for "
            "(?:lunch|coffee|a loan|money)|lottery|first|forward|in the back by|in the back "
            "when|in the back at work|down the (?:list|aisle)|aside and|over to|around the|shoulders?|forehead"
        ),
    )
    book.add(
        "other-abuse",
        "abuse",
        6500,
        "other now 2 danger",
        r"(?:my|our) (?:\w+ )?(?:<relatives>)s?~3(?:husband|boyfriend|wife|girlfriend|partner|"
        "dad|father|mum|mom|parents|ex|stepdad|step ?dad|bf|gf)?~2(?:hits|hit|beats|beat|"
        "choked|chokes|abuses|threatens|threatened|punched|slapped|is beating|is hitting|is "
        "abusing|strangled|rapes|raped|molests)~1(?:her|him|them|my (?:sister|mum|mom|mother|"
        r"friend|brother|daughter|son|nephew|niece|grandchild\w*)|the (?:kids|children|baby))",
        "(?:is|are|being|was|been|gets|getting)~1(?:abused|beaten|hit|raped|molested|"
        "trafficked) by (?:her|his|their) (?:husband|boyfriend|wife|girlfriend|partner|dad|"
        "father|mum|mom|parents|ex|step ?dad|stepfather|uncle|boss)",
        "(?:i (?:hear|heard|can hear|saw|witnessed))~6(?:screaming|hitting|beating|beat|"
        r"crying)~4(?:her|him|child|kid|kids|wife|baby|neighbou?rs?)~4(?:hit|beat|scream\w*|"
        "help|again|wall|every)?",
        before="movie|book|character",
        after="at (?:chess|fifa|the game|tennis)|up|in the (?:movie|game|show|race)",
    )
    book.add(
        "abuse-danger",
        "abuse",
        8800,
        "self now 4",
        r"(?:<abuser>)(?: \w+){0,4}? (?:threat\w*(?: to| with)?|said|says|saying|swore|told me|"
        "promised|vowed|wants to|is trying to|tried to|almost|nearly)~2(?:(?:he|she|they)(?:d|ll| would| will| is going to|s "
        "going to| are going to)? )?(?:going to |gonna )?(?:<slay>) (?:me|us|my (?:kids?|children|family|baby|throat|mum|mom))",
        "(?:<abuser>)~3(?:chok|strangl)(?:ed|es|ing) me(?: (?:until|till|again|so|and|"
        "unconscious|last night|out))?",
        "(?:<abuser>)~4(?:pulled|pointed|held|has|got|waved|put|pulls|came at me with|grabbed|"
        "pointing|holding)~2(?:a |the |his |her )?(?:gun|knife|weapon|machete|axe|bat)~2(?:on|"
        "at|to|against|and)~1(?:me|us|my|head|throat|kids|outside|coming|hes|shes|locked)",
        "(?:hes|he is|shes|she is|my (?:ex|husband|boyfriend|partner|dad|stepdad)(?: is|s)?|"
        "theyre|they are)~3(?:outside|at the door|at my door|coming (?:back|home|for me|over)|"
        "in the house|downstairs|right outside)~5(?:kill|hurt|hit|drunk|gun|knife|scared|"
        "angry|hiding|wont leave|furious|hide)",
        "(?:if i (?:leave|left|go|tell|told|scream|call)|ill be)~5(?:he|she|hell|shell|they|"
        "theyll)~1(?:kill|murder|hurt|shoot|find) (?:me|us|my|the kids)",
        r"(?:hide|hiding|locked)(?: \w+){0,6} (?:from (?:him|her|my \w+)|because (?:he|she|my "
        r"\w+))(?: \w+){0,6} (?:knife|gun|kill|drunk|hurt|break|beat)",
        "(?:hes|he is|shes|she is|my (?:ex|husband|boyfriend|partner|dad|stepdad)(?: is|s)?|"
        "theyre|they are)~3(?:breaking in|break(?:ing)? down (?:the|my)|banging on|kicking "
        "(?:in|down)|trying to (?:get|break) in)~1(?:the door|my door|my (?:house|room|flat)|"
        "door|right now|now|here|and)",
        before="game|character",
        after=(
            "at (?:chess|fifa|the game|cards|tennis|monopoly)|with laughter|lol|haha|in "
            "(?:the|this) game|if i (?:eat|spoil|forget|miss|break|lose)|when (?:he|she) "
            "(?:finds|sees) (?:the|what i)"
        ),
    )
    book.add(
        "abuse-will",
        "abuse",
        8400,
        "self now 4",
        r"(?:<abuser>)(?: \w+){0,3}? (?:going to|gonna|will|might|would|ll|hell|shell|theyll)~1(?:stab|strangle|choke|slit my|burn|bury|"
        "hunt|hurt) (?:me|us|my (?:kids?|children|family|baby|throat|mum|mom))",
        r"(?:he|hes|hell|my (?:\w+ )?(?:husband|wife|boyfriend|girlfriend|partner|ex|fiance|bf|gf|pimp|stalker))(?: \w+){0,3}? ?(?:going to|gonna|"
        "will|might|would|ll|hell)?~1(?:kill|murder|shoot) (?:me|us|my (?:kids?|children|family|baby))",
        r"(?:<abuser>)(?: \w+){0,3}? (?:going to|gonna|will|might|would|ll|hell|shell|theyll)~1(?:kill|murder|shoot) (?:us|my (?:kids?|children|"
        "family|baby))",
        r"(?:<abuser>)(?: \w+){0,3}? (?:going to|gonna|will|would|ll)~1kill me~6(?:gay|lesbian|trans|bisexual|pregnant|honou?r|"
        "boyfriend|girlfriend|muslim|christian|religion|married|marry|divorc\\w+|police|hijab|abortion|black boy|white boy)",
        before="game|character|movie",
        after=(
            r"at (?:chess|fifa|the game|cards|tennis|monopoly)|with laughter|lol|haha\w*|in (?:the|this) game|if i|(?:when|once|as soon "
            r"as|after|if)~1(?:he|she|they|mum|mom|dad|my (?:\w+ )?\w+)~1(?:find|finds|found|see|sees|hear|hears|realise\w*|realize\w*|"
            "notice|notices|get home|gets home|know|knows)|for (?:this|that|breaking|eating|forgetting|being late|losing|spending|"
            "telling|saying|posting|buying)|one day|someday|with (?:this|that|these|those|all)"
        ),
    )
    book.add(
        "abuse-kept",
        "abuse",
        7800,
        "self now 2",
        "(?:cant|cannot|not allowed to|wont let me|never let me) (?:leave|go|get away|get out)~5(?:he|she|they|hes|shes|theyve|my \\w+)~1(?:has|have|took|takes|"
        "keeps?|holds?|got|hid)~1my (?:passport|papers|keys|phone|money|card|cards|documents|id|bank card|kids)",
        before="not|never|movie|game",
        after="in (?:the|this) (?:game|movie|film|book)",
    )
    book.add(
        "sexual-violence",
        "sexual_violence",
        8800,
        "self now 3",
        "(?:i|ive|im)~3(?:was|were|been|got|am|being|get|have been|almost|nearly|"
        "just)~2(?:raped|molested|sexually (?:assaulted|abused|harassed)|groped|gang ?raped|"
        "assaulted (?:by|at|last|in)|drugged and|spiked and|sextorted|trafficked)",
        r"(?:\w+ )?(?:raped|rapes|raping|molested|molests|molesting|groped|gropes|sexually "
        r"(?:assaulted|abused|assaults|abuses|harassed|abusing)) (?:me|us|my (?:\w+ "
        ")?(?:daughter|son|child|kid|sister))",
        "(?:forc(?:ed|es|ing)|made|makes|making|pressur(?:ed|es|ing)|coerc(?:ed|es|ing)|"
        "blackmail(?:ed|s|ing)?|threaten(?:ed|s|ing)?|trick(?:ed|s)) me (?:to|into)?~2(?:have "
        "sex|sex(?:ual)?|sleep with|do (?:sexual )?(?:things|stuff) (?:i|to|with|sexually)|"
        "touch (?:him|her|it|them|his|myself)|undress|strip|kiss (?:him|her)|perform|send "
        "(?:nudes|pictures|pics|photos|naked)|get naked)",
        "(?:forced|forces|forcing) (?:him|her|them)sel(?:f|ves) on me",
        r"(?:he|she|they|someone|my (?:\w+ )?(?:uncle|dad|father|step ?dad|stepfather|brother|"
        "cousin|coach|teacher|boss|boyfriend|grandfather|husband|neighbou?r|friend|priest|"
        r"pastor))~3(?:touch(?:ed|es|ing)?|fondl\w+|grab(?:bed|s)|felt|rubbed|rubs|kiss(?:ed|"
        r"es))~2(?:me (?:there|down there|in(?: my)? (?:sleep|private\w*)|inappropriately|"
        "without|when i (?:was|said|didnt)|under|sexually|at night|between|where)|my "
        r"(?:private\w*|breasts?|boobs?|vagina|penis|crotch|genitals|thighs?|butt|ass)|up my "
        "(?:skirt|dress|shirt))",
        r"(?:he|my (?:\w+ )?(?:uncle|dad|father|step ?dad|stepfather|brother|cousin|coach|"
        r"teacher|grandfather|grandpa|foster \w+))~2(?:comes?|came|sneaks?|snuck|gets?|got) "
        "(?:in ?to|in) my (?:room|bed)~1(?:at night|every night|when (?:everyone|im|mum|mom)|"
        "while)",
        "(?:i said|i kept saying|i told him|i was saying|told (?:him|her)) (?:no|stop)(?: and|"
        " but)?~1(?:he|she|they|didnt)~2(?:didnt stop|kept (?:going|on)|wouldnt stop|did it "
        "anyway|carried on|continued|listen|raped|stop)",
        r"(?:threaten\w*|blackmail\w*|going|extort\w+|says|said|will|gonna)~5(?:post|leak|send|"
        "share|publish|expose|release)~2(?:my|the) (?:nudes?|naked|private|intimate|sexual|"
        "explicit|photos|pics|pictures|videos?)",
        "(?:he|she|they|<abuser>)~1(?:forced|made) (?:himself on )?me (?:even though|although|though|"
        "when|after) i~1(?:said|told (?:him|her|them)|kept saying|begged|cried)~2(?:no|stop|not to)",
        "i think i (?:was|got|mightve been|may have been|might have been) (?:raped|drugged|"
        "roofied|assaulted)",
        "my rapist",
        r"(?:no longer|not) consent\w*~4(?:he|she|anyway|forced)",
        before="never|not|movie|show|game",
        after="in the (?:movie|show|book|game)",
    )


def control(book: Book) -> None:
    """Add rules for control, neglect and exploitation."""
    book.add(
        "control",
        "abuse",
        7600,
        "self now 2",
        "(?:<abuser>)~1(?:checks?|goes through|reads?|monitors?|takes?|took|keeps?|has|"
        "controls?|hides?|hid|destroys?|broke|smashed|tracks?|spies on|installed)~3(?:my "
        ")?(?:phone|messages|bank|account|cards?|money|wages|pay|salary|pension|passport|"
        "papers|documents|keys|car|medication|meds|location|benefits|savings|tracker|"
        r"cameras?)~9(?:ask (?:for )?permission|permission|wont|cant|allow\w*|let me|leave|"
        r"scared|afraid|everything|every (?:day|night|time|hour)|where i|hits?|push\w*|"
        r"shout\w*|threat\w*|away from me|\d\d|control\w*|without|force\w*|back|work)",
        r"(?:have|need|had) to ask (?:for )?(?:his |her |their |my \w+ )?permission~2(?:to|for|"
        "before)~2(?:go|leave|eat|see|spend|speak|talk|use|sleep|work|buy|shower)?",
        "(?:son|daughter|carer|caregiver|nurse|grandson|granddaughter|nephew|staff|care "
        "home)~3(?:push(?:es|ed)|hits?|shov(?:es|ed)|shouts at|slaps?|leaves?|left|takes?|"
        "steals?|stole|locks?|locked|threatens?|refuses|wont|withholds?)~1(?:me (?:without "
        "(?:food|water|my|help)|for (?:days|hours)|in (?:my|the|bed)|alone|and|when|if)|my "
        "(?:pension|money|medication|meds|food|benefits|bank card|savings))",
        r"(?:leaves?|left|leaving|locked|keeps?|kept) me (?:\w+ )?(?:without|no) (?:food|water|"
        "heating|my (?:medication|meds|inhaler|insulin)|any food)|(?:no|hasnt been any|isnt "
        "any|never any) food (?:in the|at) (?:house|home)|(?:not been|havent been|dont get|"
        "never get) (?:fed|given food)",
        "(?:took|take|taken|keep|hold|holding|has|have|confiscated) (?:my|our) "
        "passports?~8(?:work|pay|paid|leave|debt|sell|clients|cant|money|escape|locked|sleep)",
        "(?:forc(?:ed|ing|es)|made|makes?|making|sell(?:ing)?|sold)~1me~1(?:to |into "
        ")?(?:work (?:without|for no|for free|to pay|off)|sell (?:myself|my body|drugs)|see "
        "clients|have sex with (?:men|other|his|strangers|people|clients)|sleep with (?:men|"
        "clients|his|other))",
        "(?:parents?|family|dad|mum|mom|father|mother|they|uncle|aunt)~3(?:forc(?:e|ing|ed)|"
        r"mak(?:e|ing)|send(?:ing)?|tak(?:e|ing)|sent|plan\w*|arrang\w+|want|going "
        "to)~3me~4(?:abroad|marri(?:ed|age)|marry|back (?:home|to the village))~8(?:dont want|"
        r"do not want|refuse|against|scared|force\w*|kill|no choice|dont love|never met|cant "
        r"say|marry|married|\d\d)",
        "forced (?:into )?(?:marriage|to marry)|honou?r (?:based )?(?:violence|killing)|fgm|"
        "being trafficked",
        "(?:ex|he|she|man|guy|stalker|boyfriend|girlfriend|husband|someone|stranger|coworker|"
        "colleague|neighbou?r)~3(?:keeps?|kept|wont stop|is|has been|started|been|still|"
        "constantly|s)?~1(?:following|stalking|turning up|showing up|waiting (?:for me|"
        "outside)|watching (?:me|my house)|harassing|calling me|messaging me|parked outside|"
        "track(?:ing|ed)|threatening)~5(?:me|my (?:<home>)|outside|home|everywhere|at (?:my|"
        "the)|work|night|car)",
        "(?:turns?|shows?|showed|turned|keeps? (?:turning|showing|coming)) up (?:at|outside) "
        "my (?:<home>)",
        r"(?:hit|punched|kicked|put (?:a |his )?(?:fist|hole)|threw (?:a |the )?\w+|"
        "smashed)~2(?:through|in|at|next to|beside|the)?~1(?:wall|door|window|table|dishes|"
        "mirror)~5(?:next to|beside|near|by|at|above) (?:my|me)(?: (?:head|face))?~8(?:next "
        "time|me|you|scared|head)?",
        "next time (?:it would|it will|itll|its going to|itd) be (?:me|my (?:face|head)|you)",
        "scared to go home|afraid to go home|dont want to go home~6(?:drunk|drinking|hit|"
        "angry|dad|mum|mom|stepdad|him|hurt|he|scared)|(?:dad|mum|mom|father|mother|stepdad|"
        "he|she)~2(?:is|s|been|gets?|got|comes home|came home) (?:drunk|drinking|high|angry|"
        r"violent)(?: \w+){0,2}~5(?:scared|hit|hide|hides|hiding|smash\w*|break\w*|scream\w*|"
        "hurt|afraid|locked|again and)",
        "(?:ill|he(?:ll| will)|she(?:ll| will)|theyll|they will|says (?:he|she)(?:ll| will)|"
        "threatens? to) (?:kill|hurt) (?:himself|herself|themselves|myself) (?:if i|and "
        "(?:take|the)|unless)~1(?:leave|left|break up|dont|go|ever|tell|kids|take)?",
        "(?:parents?|mum|mom|dad|family|stepmum|stepdad|stepmother|stepfather) (?:kicked|"
        "throwing|threw|kick|are kicking|is kicking) me out~6(?:gay|trans|lesbian|bi|pregnant|"
        "nowhere|street|homeless|tonight|sleep)",
        r"forc(?:ed|ing|es) (?:me|us) (?:to |into )(?:beg|steal|marry\w*|get married|sell)",
        before="game|movie|book|show|character|not",
        after=(
            "in (?:the|this) (?:game|movie|book|show)|on (?:instagram|twitter|tiktok|facebook|"
            "linkedin|youtube|spotify)|on my (?:feed|timeline|fyp)|for my birthday"
        ),
    )
    book.add(
        "exploited",
        "sexual_violence",
        8400,
        "self now 3",
        "(?:man|guy|someone|he|she|they|person|adult|teacher|coach|boyfriend|stranger|friend|"
        r"boss|uncle|\d\d year old)(?: \w+){0,4}? (?:ask(?:s|ed|ing)?|want(?:s|ed|ing)?|told|"
        r"tell(?:s|ing)?|pressur\w+|beg(?:s|ged|ging)?|keeps asking|send(?:s|ing)?|sent|"
        r"demand\w*)~1(?:me )?~2(?:for |to send )?(?:naked|nude|nudes|sexy|topless|private|"
        "dick|explicit|underwear|my body)~3(?:pictures?|photos?|pics?|videos?|selfies?|of "
        r"me)?~9(?:im|i am|and im|\d\d|secret|scared|dont want|threat\w*|if i|tell|"
        "uncomfortable|school|only|parents)",
        "(?:i am|im) (?:1[0-7]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|nine|8|"
        "9)(?: years? old)?~12(?:naked|nudes|touch(?:es|ed|ing) me|older man|boyfriend is "
        r"(?:2|3|4)\d|private pictures)",
        "mak(?:es|ing)~1me~1(?:do|perform|watch|touch|have|act|look at)~1(?:sexual|sex|porn|"
        "naked|dirty|things to him|oral|himself|him there|his)",
        "(?:woke|wake|came to|waking) up~6(?:having sex with me|inside me|on top of me|"
        r"touching me|my (?:clothes|underwear|pants) (?:off|down|gone)|undress\w+|naked and)",
        "(?:never|didnt|did not|wasnt able to|couldnt) (?:say yes|consent|give consent|agree "
        r"to (?:sex|it)|say no)~8(?:sex|touch\w*|inside me|asleep|raped?|on top of me)",
        "(?:too drunk|passed out|asleep|unconscious|drugged|frozen|froze)~5(?:he|she|they|"
        r"someone|him|her)~3(?:had sex|raped?|touched|touching|took advantage|undress\w*|"
        "inside me|on top of me|had his way)",
        "took advantage of me~4(?:when|while|drunk|asleep|sexually|night|bed)|had sex with me "
        "(?:when|while|without|even though|after i)|without my consent",
        "stealth(?:ed|ing) me|removed the condom without",
        "(?:asking|asked|asks|wants|pressuring|begging|telling)~2(?:me )?(?:for|to "
        "send)~1(?:naked|nude|nudes|topless|private|explicit|underwear)~3(?:im|i am) (?:only "
        ")?(?:1[0-7]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)",
        before="movie|book|show|character|game",
        after="in the (?:movie|book|show|game)",
    )
