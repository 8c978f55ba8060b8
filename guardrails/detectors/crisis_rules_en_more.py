"""English: somebody else in danger, and the crises that are not suicide."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_en import MACROS

KIN = (
    "friends?|bestie|bff|bf|gf|boyfriend|girlfriend|partner|husband|wife|spouse|fiancee?|son|daughter|brother|"
    "sister|sibling|mom|mum|mam|mother|mummy|mama|dad|father|papa|parents?|child|kids?|children|cousin|uncle|aunt|auntie|"
    "nephew|niece|room ?mate|flat ?mate|house ?mate|class ?mate|colleague|co ?worker|neighbou?r|students?|patient|"
    "client|teacher|ex|grandma|grandpa|gran|nan|grandad|granddad|grandmother|grandfather|mate|buddy|pal|teen(?:ager)?|"
    "employee|boss|step ?(?:son|daughter|dad|mom|mum|brother|sister|father|mother)|pupil|tenant|ex (?:boyfriend|girlfriend|husband|wife)|grandson|granddaughter|baby|toddler|loved one|team ?mate|manager|in ?law"
)

MORE = {
    "kin": f"(?:my|our|his|her|their|a|the|this|one of my|some) (?:\\w+ ){{0,2}}?(?:{KIN})(?: (?:of mine|s \\w+))?|(?:someone|somebody|a person|a guy|a girl|a boy|a kid|this (?:girl|guy|boy|kid|person)|a woman|a man) (?:i (?:know|love|work with|met)|online|in my (?:class|school|group|discord|game|building)|close to me|at (?:work|school))",
    "he": "he|she|they|hes|shes|theyre|<kin>",
    "him": "him|her|them|<kin>|someone|somebody",
    "hisself": "himself|herself|themsel(?:f|ves)|him self|her self|hisself",
    "hekill": (
        "<kill> <hisself>|end(?:ing)? (?:it(?: all)?|things|(?:his|her|their)(?: own)? li(?:fe|ves)|everything)|"
        "tak(?:e|ing) (?:his|her|their)(?: own)? li(?:fe|ves)|commit(?:t?ing)? (?:<sui>)|<sui>|"
        "jump(?:ing)?(?: off| from)|hang(?:ing)? <hisself>|shoot(?:ing)? <hisself>|overdos(?:e|ing)|"
        "un ?aliv(?:e|ing)(?: <hisself>)?|(?:hurt|harm)(?:ing)? <hisself>|do(?:ing)? something (?:stupid|drastic|terrible|to <hisself>)|off(?:ing)? <hisself>|slit(?:ting)? (?:his|her|their) wrists?"
    ),
    "abuser": (
        "he|she|they|my (?:\\w+ )?(?:husband|wife|boyfriend|girlfriend|partner|ex|dad|father|mum|mom|mother|step ?dad|step ?father|"
        "step ?mom|step ?mother|step ?mum|brother|uncle|aunt|parents?|boss|bf|gf|son|daughter|carer|caregiver|pimp|guardian|cousin|grandfather|grandpa|sister|roommate|coach|teacher|fiance|spouse|landlord|family|in laws|father in law|mother in law)"
    ),
    "weapon": "guns?|knife|knives|weapons?|rifle|pistol|machete|axe|bat|bomb|bullets|ammo|shotgun|ak|ar ?15|gasoline|petrol|acid|explosives",
    "strangers": "him|her|them|everyone|everybody|someone|somebody|people|(?:my|the|those|these|that|this|all|every|all of|all the) (?:\\w+ ){0,3}?(?:"
    + KIN
    + "|people|guys?|bitch|bastards?|man|woman|kids|coworkers|bull(?:y|ies)|classmates|teachers|family|bosses|landlord|cop|cops|students|them|person|asshole|pricks?|school|office)",
}


def english_more() -> Book:
    """Return the English rules on others in danger and on crises other than suicide."""
    book = Book("en", MACROS | MORE)
    _others(book)
    _worry(book)
    _violence(book)
    _abuse(book)
    _mind(book)
    _body(book)
    return book


def _others(book: Book) -> None:
    book.add(
        "other-danger",
        "suicide",
        8000,
        "other now 3 danger",
        "(?:<he>)~5(?:wants? (?:to)?|wanting to|wanna|wanted to|is going to|going to|gonna|plans? (?:to|on)|planning (?:to|on)|threat\\w*(?: to| with| of)?|think(?:s|ing)? (?:of|about)|thoughts (?:of|about)|talk(?:s|ing|ed)? (?:of|about)|considering|contemplating|might|will|would|about to|tr(?:y|ying) to|ready to|wish(?:es)? to|rather|hinting (?:at|about)|joking about|obsessed with|mention(?:s|ed|ing)?|says?|saying|googl\\w+|research\\w+|looking up|search\\w+)~2(?:<die>|be dead|<hekill>|dying|death|not (?:wake up|be here|live|exist)|disappear forever)",
        "(?:<he>)~3(?:doesnt|does not|dont|didnt|do not)~1(?:want|wanna|see|have|care)~2(?:live|be alive|be here|wake up|exist|living|be around|go on|point (?:in|to|of) (?:living|life|going)|reason to (?:live|go on)|a future)(?: (?:<more>))?",
        "(?:<he>)~2(?:is|are|has been|been|was|feels?|feeling|being|sounds?|seems?|s|might be|may be|could be|gets?|getting|very|really)~1suicidal",
        "(?:my|a|suicidal) suicidal (?:friend|partner|wife|husband|son|daughter|brother|sister|mum|mom|dad|boyfriend|girlfriend|teen\\w*|ex|roommate|student)",
        "suicidal (?:" + KIN + ")",
        "(?:<he>)~3(?:wish(?:es|ed)?)~1(?:he|she|they) (?:was|were|wasnt|werent|had never|could)~1(?:dead|<die>|born|alive|gone|here|been born|disappear|never)",
        "(?:<he>)~5(?:better off (?:dead|without (?:him|her|them)(?:self)?)|nothing (?:left )?to live for|no (?:reason|point|will) (?:to|in) (?:live|living|go on))",
        "(?:<he>)~3(?:gave|giving|given|gives|give)(?: away)? (?:all )?(?:of )?(?:his|her|their) (?:\\w+ )?(?:stuff|things|belongings|possessions|dog|cat|pets?) ?(?:away)?~6(?:goodbye|worried|scared|sorry|peace|weird|suicid\\w*|loved)?",
        "(?:<he>)~3(?:stockpil\\w+|hoarding|saving up|hiding)~3(?:pills|tablets|meds|medication)",
        "(?:found|saw|discovered|read)~4(?:<sui> (?:note|letter|plan)|(?:his|her|their) (?:suicide|goodbye) (?:note|letter))",
        after="in (?:the |this )?(?:game|movie|film|show|book|story|series|episode|novel|minecraft)|of (?:laughter|embarrassment)|prevention|on that hill|(?:his|her|their|the) (?:hair|shirt)|with (?:me|him|her|us)|the (?:relationship|call|contract|lease|meeting|friendship)|our (?:relationship|marriage|friendship)|between us|to (?:see|meet|know)|for (?:this|a|some)|penalty|metal|star|eater|knell|the (?:dye|hair)|in a (?:book|movie)",
        before="character|song|movie|book|film",
    )
    book.add(
        "other-emergency",
        "suicide",
        9000,
        "other now 5 danger",
        "(?:<he>)~4(?:texted|sent|left|posted|wrote|messaged|said|called|written|told|gave|tweeted|dmed|emailed|sends|snapped|put|is saying|saying|says)(?: \\w+){0,6}? (?:good ?bye|good bye|farewell|(?:<sui>|goodbye) (?:note|letter|message|video|text)|a final message|last words|(?:its|it is) (?:all )?over|(?:he|she|they) (?:loves?|loved) (?:me|us|everyone) and)(?: \\w+){0,14}",
        "(?:wont|isnt|not|stopped|doesnt|arent|never|cant|hasnt|havent|refuses? to|no longer)(?: been)? (?:answer\\w*|pick(?:ing|ed)? up|reply\\w*|replied|respond\\w*|reach (?:him|her|them))~9(?:good ?bye|<sui>|note|pills|kill|<die>|gun)",
        "(?:good ?bye|<sui>|note|pills|kill \\w+self|wants to <die>|gun|end it)(?: \\w+){0,14}? (?:wont|isnt|not|stopped|doesnt|arent|cant|hasnt|havent|turned off|blocked)~2(?:answer\\w*|pick(?:ing|ed)? up|reply\\w*|replied|respond\\w*|reach (?:him|her|them)|find (?:him|her|them)|phone)",
        "(?:<he>)~3(?:just|has|have|already|is|s|tonight)?~1(?:took|taken|swallowed|ate|overdosed|od ?d|drank|downed)~2(?:all (?:of )?(?:his|her|their|the|my)|an? (?:whole|bunch|lot|load|handful|bottle|overdose|ton)|too many|the whole|bottle of|\\d\\d+|some|pills|every)(?: \\w+){0,4}? ?(?:pills?|tablets?|meds|medication|bleach|overdose|sleeping|poison)?",
        "(?:<he>)~3(?:is|s|are|standing|sitting|threatening|locked|about|has|got|holding|on)~4(?:(?:on|off) (?:the|a) (?:bridge|roof|ledge|balcony|edge|tracks|rooftop)|(?:bathroom|room|car|garage)~6(?:knife|gun|pills|razor|blade|rope)|(?:a|the|his|her|dads?) (?:gun|noose|rope)~5(?:<die>|kill|shoot|end|head|hand|says|said|locked|himself|herself)|gun to (?:his|her|their))",
        "(?:<he>)~3(?:just|right now|tonight|today|currently|is|s|has just|minutes ago)~2(?:attempted|trying to|tried to|attempting|cut|slit|hang\\w*|shot|going to jump|about to)~1(?:<hekill>|<sui>|jump|(?:his|her|their) (?:wrists?|throat|arms))",
        before="character|in the (?:movie|show|book)",
        after="in the (?:movie|show|book|game)",
    )
    book.add(
        "other-past",
        "suicide",
        6000,
        "other 2",
        "(?:<he>|who|dad|mum|mom)~4(?:attempted|attempts?|tried|tries|died|lost|committed|completed)~2(?:<hekill>|by <sui>|(?:to|from) <sui>)",
        "(?:<he>|who|dad|mum|mom)~2(?:killed|hanged|hung|shot) <hisself>",
        "(?:<he>|who)~2took (?:his|her|their)(?: own)? li(?:fe|ves)",
        "lost~3to <sui>",
        "(?:<him>)(?: s)? (?:<sui>)(?: attempt)?",
        "bereaved by <sui>|<sui> (?:loss|survivor)|after (?:his|her|their|my \\w+s) (?:<sui>|death by)",
        "(?:<he>)~4(?:self ?harm(?:s|ing|ed)?|self ?injur\\w+|cuts?|cutting|burning|starving|hurting|hurts|harming|harms|scratching)~1(?:<hisself>|(?:his|her|their) (?:arms?|wrists?|legs?|thighs?|skin))",
        "(?:help|support|worried (?:about|for)|scared for|concerned (?:about|for)|talk to|comfort|terrified for)~2(?:<him>)(?: \\w+){0,6}? (?:suicidal|<sui>|self ?harm\\w*|depress\\w+|kill \\w+self|wants? to <die>|hurt \\w+self)",
        "(?:<he>)~4self ?harm(?:ing|s|ed)?",
        after="(?:hair|class|school|it out|corners|off)|in (?:the|this) (?:game|movie|film|show|book|story|series|episode|novel)",
        bare=True,
    )


def _worry(book: Book) -> None:
    book.add(
        "other-worry",
        "distress",
        4500,
        "other 1",
        "(?:<he>)~4(?:is|are|seems?|has been|been|be|s|feels?|feeling|gets?|getting|struggl\\w+ with|suffer\\w+ (?:from|with)|diagnosed with|has)~2(?:depress(?:ed|ion)|hopeless|self destruct\\w+|struggling~2(?:mental\\w*|badly|cope)|spiral+ing|unwell mentally|having a (?:breakdown|crisis|panic attack)|anorexi\\w+|bulimi\\w+|addicted|an (?:alcoholic|addict)|being (?:abused|bullied)|psychosis|in crisis|(?:hearing|hears?) voices|not (?:eating|ok|okay))",
        "(?:worried sick|worried|concerned|scared|afraid|terrified)~1(?:about|for|that)~1(?:<him>)~8(?:depress\\w*|safe\\w*|hurt|drink\\w*|drugs|mental\\w*|alone|crisis|crying|eating|isolat\\w+|withdrawn|cutting)",
        "how (?:do|can|should|could) (?:i|we)~1(?:help|support|talk to|comfort|be there for)~2(?:<him>)~8(?:depress\\w*|grie\\w+|anxi\\w+|mental\\w*|addict\\w*|abus\\w+|trauma\\w*|crisis|eating disorder)",
        before="character|movie|song|book",
        bare=True,
    )


def _violence(book: Book) -> None:
    idiom = "(?:lol|lmao|haha\\w*|if (?:he|she|they) (?:eat|ate|don|forget|forgot|leave|spoil|take|touch|cancel)\\w*|for (?:eating|forgetting|leaving|spoiling|making me|this|that|finishing|drinking|not)|with kindness|at (?:chess|fifa|smash|poker|the game|tennis|mario|uno|monopoly)|in (?:the |this )?(?:game|minecraft|fortnite|match|chess|debate|finals?|cod|gta|round|level|fantasy|movie|book|story|court|election|league)|feelings|s? (?:feelings|chances|career|credit|ratings?|vibe|mood|business|reputation|pride|ego)|with (?:laughter|questions|love)|an? (?:email|message|text|mail|line|dm|note)|the (?:ball|puck|shot|lights|basket)|up|over for|s)"
    book.add(
        "violent-intent",
        "violence",
        6200,
        "self now 2 thought",
        "(?:i|im|ive|ima|imma|ill)~2(?:<want>|<will>|could|thinking (?:of|about)|fantasi[sz]\\w+ (?:of|about)|dream (?:of|about)|imagin\\w+|swear ill|need to|have to|urges? to|close to|this close to|feel like|thoughts (?:of|about)|plan to|planning to)~2(?:kill(?:ing)?|murder(?:ing)?|stab(?:bing)?|shoot(?:ing)?|strangl(?:e|ing)|poison(?:ing)?|behead(?:ing)?|slaughter(?:ing)?|massacre|chok(?:e|ing)|slit(?:ting)? the throats? of|execut(?:e|ing)|beat(?:ing)? the (?:shit|crap|hell) out of|beat(?:ing)? (?:him|her|them|\\w+ \\w+) (?:up|to death)|hurt(?:ing)?|harm(?:ing)?|attack(?:ing)?|run(?:ning)? over|burn(?:ing)?|bash(?:ing)?(?: in)?)~1(?:<strangers>)",
        "(?:homicidal|murderous) (?:thoughts?|ideations?|urges?|impulses?|feelings?|rage|fantas\\w+)",
        "(?:violent|intrusive) (?:urges?|thoughts?)~4(?:hurt|kill|harm|stab|my (?:baby|kids?|child|children|son|daughter|wife|husband|partner))",
        "(?:thoughts?|urges?|fantas\\w+|images?|impulses?|scared|afraid|worried|terrified)~4(?:hurt(?:ing)?|harm(?:ing)?|kill(?:ing)?|smother\\w*|shak(?:e|ing)|drown(?:ing)?|stab(?:bing)?)~1(?:my|the|our) (?:\\w+ )?(?:baby|newborn|infant|kids?|child(?:ren)?|son|daughter|wife|husband|partner|mum|mom|dad|family|students?|twins)",
        "(?:ill|i will|im going to|im gonna|imma|gonna|going to) (?:make (?:him|her|them|everyone|\\w+ \\w+) (?:pay|suffer|bleed|regret)|get my revenge|get revenge)~6(?:with|blood|gun|knife|kill|tonight|tomorrow|<die>|dead|for what)",
        "(?:they|he|she|everyone|every\\w+ at (?:school|work))~2(?:deserves?|needs?|has|have|going) to (?:<die>|be (?:killed|shot|stabbed|dead))~4(?:i|ill|im|tonight|tomorrow|my hands|by me)",
        "if i (?:cant|cannot) have (?:him|her), no ?one(?: else)?(?: can| will)?",
        "(?:<will>|<want>)~1(?:put a bullet in|slit~2throat|snap~2neck|cave~2skull|bash~2(?:head|skull|face) in|blow up (?:the|my|this|a)|shoot up (?:the|my|this|a)|bomb (?:the|my|this|a)|burn down (?:the|my|his|her|their|this)|burn~3(?:house|school|office|building) down)",
        after=idiom,
        before="not|never|dont|no|didnt|game",
    )
    book.add(
        "violent-plan",
        "violence",
        8800,
        "self now 4 intent means",
        "(?:i|im|ive|ill|ima)~3(?:have|got|bought|bring(?:ing)?|took|taking|grab(?:bed|bing)?|get(?:ting)?|use|using|carry(?:ing)?|holding|with|loaded|packed|hid)~3(?:<weapon>)~9(?:kill|shoot|stab|hurt|make (?:him|her|them)|(?:to|at|for) (?:school|work|class|the office|church|the mall|his|her|their|him|them)|wait(?:ing)? for|teach|pay|regret|sorry|use it on|every\\w+)",
        "(?:kill|shoot|stab|hurt|murder)(?:ing)? (?:him|her|them|every\\w+|my \\w+|people|(?:\\w+ ){0,2}kids)~4(?:tonight|tomorrow|today|at (?:school|work|church)|with (?:a|my|the|this) (?:<weapon>)|when (?:he|she|they) (?:sleeps?|is asleep|are asleep)|in (?:his|her|their) sleep)",
        "(?:shoot(?:ing)? up|bomb(?:ing)?|blow(?:ing)? up|shooting at|attack(?:ing)?)~1(?:my|the|this|our|a) (?:\\w+ )?(?:school|work(?:place)?|office|church|mosque|synagogue|mall|college|university|hospital|class(?:room)?|concert|airport)",
        "(?:hit|kill|target|death) list~6(?:school|class|name|kill|boss|teacher|of people)",
        "(?:im|i am|sitting|parked|waiting|stand\\w+)~3outside (?:his|her|their|my ex\\w*) (?:house|home|work|office|apartment|place)~6(?:<weapon>|kill|hurt|make (?:him|her))",
        after="(?:in (?:the |this )?(?:game|minecraft|roblox|fortnite|cod|movie|film|book|story|script|novel|level))|steak|dinner|vegetables",
        before="not|never|dont|game|how do police|he|she|they|someone",
    )


def _abuse(book: Book) -> None:
    book.add(
        "abuse",
        "abuse",
        8000,
        "self now 2",
        "(?:<abuser>)(?: \\w+){0,4}? (?:hit|hits|hitting|beats?|beating|beaten|punch(?:ed|es|ing)?|slap(?:ped|s|ping)?|kick(?:ed|s|ing)?|chok(?:ed|es|ing)|strangl(?:ed|es|ing)|shov(?:ed|es|ing)|push(?:ed|es) |grab(?:bed|s)|burn(?:ed|s|t)|abus(?:e|es|ed|ing)|attack(?:ed|s|ing)?|whip(?:ped|s)?|bit(?:es)?|drag(?:ged|s)|threw me|throws me|pinned|stabbed|bruis(?:ed|es)|shakes|shook|spat on|spits on|physically hurts?|lays? (?:his|her|their) hands on|raised? (?:his|her) (?:hand|fist)s? (?:at|to)|pull(?:ed|s) my hair|knock(?:ed|s)|smack(?:ed|s|ing)?|belt(?:ed|s)?)~1(?:me|us|my (?:\\w+ )?(?:kids?|children|son|daughter|mum|mom|mother|brother|sister|baby|face|head|arm|throat|neck|wrist))",
        "(?:<abuser>)~3(?:threw|throws|smash\\w+|broke|breaks|punch\\w+)~3(?:at me|(?:against|into) (?:the|a) wall|my (?:phone|arm|nose|ribs?|wrist|jaw|finger)|(?:chair|plate|bottle|glass)s?~2at (?:me|us))",
        "(?:i|im|ive) (?:<im> )?~2(?:in|trapped in|stuck in|leave|leaving|escape|escaping|get out of|from|living in)~1an? (?:\\w+ )?abusive (?:relationship|marriage|home|household|family|situation|husband|partner|boyfriend|wife|girlfriend)",
        "(?:my|an?) (?:\\w+ )?(?:husband|wife|boyfriend|girlfriend|partner|dad|father|mum|mom|mother|step ?dad|parents?|family|ex|fiance|stepfather|brother|uncle)~1(?:is|are|was|were|has been|have been|can be|becomes?|gets?|got|getting|being|s)~2(?:physically |verbally |emotionally |mentally |financially |very |so |extremely |increasingly )*(?:abusive|violent|abusing (?:me|us)|controlling and|dangerous)",
        "(?:im|i am|i|was|being|been|get|getting|gets|got|are|we are)~1(?:being )?(?:physically |emotionally |sexually |verbally |domestically )*(?:abused|beaten(?: up)?|battered|trafficked|held (?:captive|hostage|against my will)|hit by (?:my|him|her)|locked in)(?: (?:by|at) (?:my|him|her|home|them|someone|a))?",
        "(?:victim|survivor|suffering|experiencing) (?:of|from)? ?(?:domestic|partner|family|child) (?:violence|abuse)",
        "domestic (?:violence|abuse)~4(?:me|i|my (?:home|husband|partner|house|relationship|marriage)|at home)",
        "(?:im|i am|im so|we are|ive been) (?:scared|afraid|terrified|frightened|petrified)~1(?:of|to (?:go|be) (?:home|back|at home|alone with)|when)~1(?:my (?:husband|partner|boyfriend|wife|girlfriend|dad|father|mum|mom|step ?\\w+|ex|parents|uncle|brother|son)|him|her|them|home|he (?:comes|gets|drinks)|she (?:comes|gets|drinks)|what (?:he|she|they)(?:ll| will| might)? do)",
        "(?:<abuser>)~2(?:wont let me|doesnt let me|doesnt allow me|refuses to let me|never lets me|forbids me|locks? me|locked me|traps? me|trapped me|track(?:s|ing)? (?:my|me)|controls? (?:my|everything|me|all|who|what)|takes? my (?:phone|money|wages|passport|keys|paycheck)|took my (?:phone|passport|keys|money)|isolat\\w+ me|stalk\\w+ me|follows? me|monitors? my)~2(?:leave|out|in|go|see|have|phone|money|talk|outside|everywhere|house|friends|family|use|eat|work|room|basement|every\\w*)?",
        "(?:bruises?|black eye|marks) (?:on|from|all over|he|she)~3(?:he|she|him|her|husband|boyfriend|dad|father|mum|mom|partner|hit|me|last night|where)",
        "(?:hiding|hide|hid|locked (?:myself )?in|ran away|run away|escap\\w+|fled)~4from (?:my (?:husband|partner|boyfriend|wife|girlfriend|dad|father|step ?\\w+|ex|parents|abuser)|him|her)",
        "my abuser",
        "(?:he|she) (?:hit|beat|choked|hurt|punched|slapped) (?:me|us) (?:again|last night|today|tonight|yesterday|every|because|so|when|in front|until|and)",
        after=(
            "up(?: on| with| about| when| for| later)?|with (?:a|the|his|her|that|this|an) (?:question|bill|news|idea|fact|comment|request|line|joke|rumor|invoice|charge|deal|compliment|ball|pillow|snowball|wave of|fine)|at (?:chess|fifa|smash|poker|the game|tennis|mario|uno|monopoly|everything|cards|ping|pool|basketball|golf|tag|the)|to (?:it|the|work|school)|in (?:the |this )?(?:game|race|match|chess|finals?|minecraft|ring|quarterfinals)|by (?:a|one|two|ten|\\d+) (?:points?|seconds?|minutes)|that|like a|right in the feels|hard|there|(?:on|off) (?:the|my|this) (?:team|server|group|chat|lease|list|call|show|discord|game)|out|too far to|off|home|to (?:be|do|try|go|study|get)|dessert|a (?:text|message|dm)|for (?:lunch|coffee|a loan|money)|lottery|first|forward|down the (?:list|aisle)|aside and|over to|around the"
        ),
        before="who|game|it|not|never|hasnt|didnt|doesnt",
    )
    book.add(
        "abuse-danger",
        "abuse",
        8800,
        "self now 4",
        "(?:<abuser>)(?: \\w+){0,4}? (?:threat\\w*(?: to| with)?|said|says|saying|swore|told me|promised|vowed|going to|gonna|will|wants to|is trying to|tried to|almost|nearly|might)~2(?:(?:he|she|they)(?:d|ll| would| will)? )?(?:kill(?:ed)?|murder(?:ed)?|shoot|stab(?:bed)?|strangl(?:e|ed)|chok(?:e|ed)|slit my|burn|end|bury|hunt|find|hurt|beat) (?:me|us|my (?:kids?|children|family|baby|throat|mum|mom))",
        "(?:<abuser>)~3(?:chok|strangl)(?:ed|es|ing) me",
        "(?:<abuser>)~4(?:pulled|pointed|held|has|got|waved|put|pulls|came at me with|grabbed|pointing|holding)~2(?:a |the |his |her )?(?:gun|knife|weapon|machete|axe|bat)~2(?:on|at|to|against|and)~1(?:me|us|my|head|throat|kids|outside|coming|hes|shes|locked)",
        "(?:hes|he is|shes|she is|my (?:ex|husband|boyfriend|partner|dad|stepdad)(?: is|s)?|theyre|they are)~3(?:outside|at the door|at my door|breaking in|break(?:ing)? (?:in|down)|banging on|trying to (?:get|break) in|coming (?:back|home|for me|over)|in the house|downstairs|right outside)~5(?:kill|hurt|hit|drunk|gun|knife|scared|help|break|angry|hiding|door|me|us|please)",
        "(?:if i (?:leave|left|go|tell|told|scream|call)|ill be)~5(?:he|she|hell|shell|they|theyll)~1(?:kill|murder|hurt|shoot|find) (?:me|us|my|the kids)",
        "(?:hide|hiding|locked)(?: \\w+){0,6} (?:from (?:him|her|my \\w+)|because (?:he|she|my \\w+))(?: \\w+){0,6} (?:knife|gun|kill|drunk|hurt|break|beat)",
        after="at (?:chess|fifa|the game|cards|tennis|monopoly)|with laughter|lol|haha|in (?:the|this) game|if i (?:eat|spoil|forget|miss|break|lose)|when (?:he|she) (?:finds|sees) (?:the|what i)",
        before="game|character",
    )
    book.add(
        "sexual-violence",
        "sexual_violence",
        8800,
        "self now 3",
        "(?:i|ive|im)~3(?:was|were|been|got|am|being|get|have been|almost|nearly|just)~2(?:raped|molested|sexually (?:assaulted|abused|harassed)|groped|gang ?raped|assaulted (?:by|at|last|in)|drugged and|spiked and|sextorted|trafficked)",
        "(?:\\w+ )?(?:raped|rapes|raping|molested|molests|molesting|groped|gropes|sexually (?:assaulted|abused|assaults|abuses|harassed|abusing)) (?:me|us|my (?:\\w+ )?(?:daughter|son|child|kid|sister))",
        "(?:forc(?:ed|es|ing)|made|makes|making|pressur(?:ed|es|ing)|coerc(?:ed|es|ing)|blackmail(?:ed|s|ing)?|threaten(?:ed|s|ing)?|trick(?:ed|s)) me (?:to|into)?~2(?:have sex|sex(?:ual)?|sleep with|do (?:sexual )?(?:things|stuff) (?:i|to|with|sexually)|touch (?:him|her|it|them|his|myself)|undress|strip|kiss (?:him|her)|perform|send (?:nudes|pictures|pics|photos|naked)|get naked)",
        "(?:forced|forces|forcing) (?:him|her|them)sel(?:f|ves) on me",
        "(?:he|she|they|someone|my (?:\\w+ )?(?:uncle|dad|father|step ?dad|stepfather|brother|cousin|coach|teacher|boss|boyfriend|grandfather|husband|neighbou?r|friend|priest|pastor))~3(?:touch(?:ed|es|ing)?|fondl\\w+|grab(?:bed|s)|felt|rubbed|rubs|kiss(?:ed|es))~2(?:me (?:there|down there|in(?: my)? (?:sleep|private\\w*)|inappropriately|without|when i (?:was|said|didnt)|under|sexually|at night|between|where)|my (?:private\\w*|breasts?|boobs?|vagina|penis|crotch|genitals|thighs?|butt|ass)|up my (?:skirt|dress|shirt))",
        "(?:comes?|came|sneaks?|snuck|gets?) (?:in ?to|in) my (?:room|bed) (?:at night|every night|when|while)(?: \\w+){0,6}",
        "(?:i said|i kept saying|i told him|i was saying|told (?:him|her)) (?:no|stop)(?: and| but)?~1(?:he|she|they|didnt)~2(?:didnt stop|kept (?:going|on)|wouldnt stop|did it anyway|carried on|continued|listen|raped|stop)",
        "(?:threaten\\w*|blackmail\\w*|going|extort\\w+|says|said|will|gonna)~5(?:post|leak|send|share|publish|expose|release)~2(?:my|the) (?:nudes?|naked|private|intimate|sexual|explicit|photos|pics|pictures|videos?)",
        "i think i (?:was|got|mightve been|may have been|might have been) (?:raped|drugged|roofied|assaulted)",
        "my rapist",
        "(?:no longer|not) consent\\w*~4(?:he|she|anyway|forced)",
        before="never|not|movie|show|game",
        after="in the (?:movie|show|book|game)",
    )


def _mind(book: Book) -> None:
    book.add(
        "voices-command",
        "psychosis",
        9000,
        "self now 4",
        "(?:voices?|demons?|god|devil|satan|angels?|the tv|the radio|entity|spirits?|someone in my head|something in my head|allah|jesus|the shadow\\w*|presence)(?: \\w+){0,5}? (?:tell(?:s|ing)?|told|say(?:s|ing)?|said|want(?:s|ing)?|command(?:s|ed|ing)?|order(?:s|ed|ing)?|ask(?:s|ing|ed)?|whisper(?:s|ing)?|scream(?:s|ing)?|make|making|urg(?:e|es|ing))(?: me)?(?: that)?(?: i)?(?: \\w+){0,3}? (?:kill|hurt|<die>|jump|cut|end|harm|stab|burn|do it|do (?:bad|things|terrible)|attack|unalive|should (?:<die>|be dead)|sacrifice|not (?:deserve|trust)|obey|poison)(?: (?:me|myself|him|her|them|my \\w+|it|people|every\\w+))?",
        after="in (?:the|this) (?:game|movie|book)",
    )
    book.add(
        "psychosis",
        "psychosis",
        7600,
        "self now 2",
        "(?:i|im|ive|keep|started|still)~2(?:hear(?:ing)?|heard) (?:\\w+ ){0,2}?(?:voices|whispers?|people (?:talking|whispering) (?:about me|in my head|when)|things (?:that|others|nobody|no one|which))(?: (?:in my head|telling|that|again|when|all|at night|talking|who|and|say))?",
        "(?:the )?voices (?:in my head|are (?:back|getting|louder|telling|so|real|talking|saying|here)|wont (?:stop|shut|leave|go)|(?:keep|started|never)|get)",
        "(?:put|planted|implanted|inserted|installed|hid|there is|theres)~2(?:a |an )?(?:\\w+ )?(?:chip|microchip|implant|tracker|device|camera|bug|transmitter|nanobots)s?~2(?:in(?:side)?|under|into)~1(?:me|my (?:brain|head|body|skin|teeth|tooth|arm|neck|ear|mind|walls?|food))",
        "(?:(?:the )?(?:fbi|cia|nsa|mi5|government|neighbou?rs|police|illuminati|aliens?|freemasons|agents|cartel|they|people)|everyone|someone|my (?:family|coworkers|neighbou?rs|roommates?))(?: all)? (?:is|are|have been|has been|keep|keeps|re|s)~2(?:watching|following|spying on|tracking|poisoning|reading|controlling|stalking|recording|monitoring|listening to|after|plotting against|conspiring against|out to (?:get|kill)|broadcasting|inserting|stealing|beaming|hacking|trying to (?:kill|poison|get|control))~1(?:me(?: through| all| everywhere| and| every| from| because| with| in my)?|my (?:mind|thoughts|brain|food|every move|dreams|head|house|body)|us through)",
        "(?:reading|controlling|stealing|inserting|broadcasting|hearing|removing|hacking|implanting|putting)~1(?:my )?(?:mind|thoughts|thoughts in(?:to)? my (?:head|mind)|brain)",
        "(?:tv|television|radio|newsreader|news|songs?|license plates|billboards|podcast|anchor|the internet|algorithm)~2(?:is|are|sends?|sending|keeps?|speaks?|talking|talks)~2(?:(?:secret|hidden|coded|special)? ?(?:messages?|signals?|codes?) (?:to|for|meant for|just for) me|(?:directly )?(?:talking|speaking) (?:directly )?to me|to me directly|about me)",
        "(?:i am|im|i realised im|i realized im|i have become|ive become|i was chosen (?:as|to be))~1(?:the )?(?:messiah|chosen one|second coming|jesus(?: christ)?|reincarnation of (?:jesus|god|buddha)|god himself|a prophet sent|the antichrist|immortal and)",
        "god (?:chose|has chosen|sent|told|is (?:telling|speaking to)) me (?:to|for|directly|through)",
        "(?:im|i am|ive been|being) (?:followed|watched|tracked|poisoned|monitored|surveilled|gang ?stalked|targeted) (?:by|everywhere|all the time|through|constantly|and|24)(?: (?:the|them|my|people|cameras|agents|someone|everyone|government))?",
        "(?:my|the) (?:thoughts|mind) (?:is|are|isnt|arent)~2(?:not (?:mine|my own)|my own|being (?:controlled|broadcast\\w*|stolen|read)|someone elses)",
        "(?:seeing|see|saw) (?:things|people|shadows|figures|demons|shadow people|bugs)~2(?:that )?(?:arent|are not|isnt|not|nobody|no one|others|crawling)~1(?:there|real|else|see|on me|under my skin|can see)?",
        "(?:havent|have not|not) slept (?:in|for) (?:\\w+ ){0,2}(?:days|nights)~9(?:energy|god|mission|amazing|genius|chosen|universe|invincible|dont need|voices|plan|spent|ideas)",
        "(?:having|in|had) (?:a )?(?:psychotic|manic) (?:episode|break)",
        "(?:bugs|worms|insects|parasites) (?:crawling )?(?:under|in(?:side)?) my (?:skin|brain|veins)",
        after="(?:on|through) (?:instagram|twitter|tiktok|facebook|linkedin|youtube|spotify|twitch|here|strava|social|github)|for (?:ads|advert\\w+|marketing)|in (?:the|this) (?:game|movie|show|book|choir|series)|of reason|carry|from the (?:other room|kitchen|hallway|next room)|on (?:the (?:radio|phone)|discord)|actors?|acting",
        before="the phone|when you|if you|do you|app|cookies|google|facebook|tiktok|ads",
    )
    book.add(
        "panic",
        "panic",
        6000,
        "self now 1",
        "(?:having|had|have|get|getting|keep (?:having|getting)|another|in the middle of|bad|severe|this)~2(?:a |an )?(?:panic|anxiety) attacks?",
        "panic attacks?(?: (?:again|right now|every|at work|at night|and|wont|since))?",
        "(?:i|im)~1(?:hyperventilating|panicking(?: so| really| badly| and| right| hard)?)",
        "(?:heart|chest)~1(?:is|wont stop|keeps|has been)~1(?:racing|pounding|tight|beating so fast)~6(?:breathe|breath|panic|anxious|dying|shak\\w+|scared|<die>|calm)",
        "(?:cant|cannot|hard to|struggling to|unable to) (?:breathe|catch my breath|get air)(?: (?:properly|right|and|im|i))?",
        "(?:feel|feels|feeling|felt|think|thought|like)~2(?:like )?(?:im|i am|i was) (?:dying|going to (?:<die>|pass out|faint|collapse|lose it)|about to (?:<die>|pass out|faint|collapse)|going crazy|going mad|losing my mind|losing control)(?: right now| help| please)?",
        before="not|never|no|nearly gave me a|gave me a",
        after="at the disco|room|button|buying|mode|of laughter|of boredom|here laughing|laughing|from laughing",
    )


def _body(book: Book) -> None:
    book.add(
        "eating",
        "eating_disorder",
        7600,
        "self now 2",
        "(?:mak(?:e|es|ing)|made|forc(?:e|es|ing|ed)) (?:<self>) (?:to )?(?:throw(?: it)?(?: all)? up|sick|vomit|puke|be sick|purge|barf)",
        "(?:i|im|ive|been|keep|started|urge to|want to|stop|again|and)~2(?:purg(?:e|ing|ed)|bing(?:e|ing|ed) and (?:purg\\w+|throw\\w*|vomit\\w*))(?: (?:again|after|every|everything|today|all|my|the|for|daily))?",
        "(?:throw(?:ing)?|threw) (?:it |everything |my food |food )?up (?:after|every|everything|all) (?:meals?|i eat|eating|i ate|time i eat|dinner|lunch|food|the food)",
        "(?:i|ive|im)~1(?:havent|have not|not|hardly|barely|stopped|refuse to|refusing to|cant|cannot|wont|only)~1(?:eat(?:en|ing)?|eat anything|had (?:any )?food|ate)(?: \\w+){0,3}? (?:in|for|since|over) (?:\\w+ ){0,3}(?:days|weeks|monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
        "starv(?:e|ing|ed) (?:<self>)(?: (?:again|to|until|because|so|for))?",
        "(?:restrict(?:ing|ed)?|cutting|counting)~2(?:calories|food|my (?:food|intake|eating))~5(?:obsess\\w*|\\d\\d\\d|again|dizzy|faint\\w*|control|thin\\w*|skinny|bones|punish|starv\\w+|disorder)",
        "(?:taking|take|took|using|abus(?:e|ing)|swallow\\w*|relying on|addicted to)~3(?:laxatives?|diuretics|diet pills)~4(?:weight|skinny|thin|every|purge|after|lose|again|daily|eat\\w*|handful)",
        "pro ?ana|pro ?mia|thinspo|thinspiration|ana (?:tips|buddy|coach)|mia tips|meanspo",
        "(?:i|im|ive|my|have|had|having|with|into|from)~2(?:anorexi[ac]|bulimi[ac]|eating disorder|ednos|binge eating)~2(?:is|has|again|back|voice|relaps\\w*|worse|winning|for|since|and|bad|taking|thoughts)",
        "(?:relaps\\w+)~3(?:eating disorder|anorexia|bulimia|ed|purging|restricting)",
        "(?:i )?(?:cant|dont|do not|too|scared|afraid|terrified|guilty|refuse)~2(?:deserve )?to (?:eat|gain weight)(?: (?:anything|food|because|<more>|until|again|im|any))?",
        "(?:how|tips?|help me|ways?)~3(?:to|for)~1(?:starve|purge|stop eating|hide (?:that )?im not eating|make myself (?:throw up|sick|vomit)|not eat for|survive on \\d+ calories|eat (?:under|less than) \\d+ calories)",
        after="(?:for|before) (?:surgery|the (?:test|procedure|scan|blood)|my (?:surgery|test|scan|colonoscopy|blood test)|ramadan|lent)|at this (?:restaurant|time)|(?:my |the )?(?:inbox|files?|cache|closet|database|emails?|logs?|wardrobe|old)|there|here|out|gluten|meat|dairy|spicy|sushi|alone at|late",
        before="food poisoning|hangover|flu|dont|never|not|tonsil\\w*|dentist",
    )
    book.add(
        "substance",
        "substance",
        6000,
        "self now 1",
        "(?:i|ive|im)~2(?:relapsed|relapsing|using again|drinking again|back on (?:the )?(?:drugs|heroin|meth|coke|bottle|booze|drink|pills|fentanyl)|fell off the wagon)(?: (?:last night|again|today|on|after|and|this|yesterday))?",
        "(?:i )?(?:cant|cannot|unable to|dont know how to|struggling to|trying to) (?:stop|quit|control)(?: my)? (?:drinking|using|taking (?:drugs|pills|them)|smoking (?:crack|meth)|doing (?:drugs|coke|meth|heroin))",
        "(?:im|i am|i think im|becoming|ive become|got) (?:an? )?(?:alcoholic|addict(?:ed)?|drug addict|junkie|heroin addict)(?: to (?:drugs|alcohol|pills|oxy\\w*|heroin|opioids|meth|coke|cocaine|benzos|xanax|painkillers|fentanyl|drinking))?",
        "(?:drink(?:ing)?|drank)~3(?:every (?:day|night|morning)|to (?:cope|forget|sleep|numb|get through|feel)|alone every|until i (?:black|pass)|a (?:bottle|fifth|litre|liter) (?:a|of) (?:day|vodka|whiskey|wine a))",
        "(?:in|going through|having|bad|from|with)~1(?:withdrawals?|detox)~3(?:from|symptoms|shak\\w+|help|sick|sweat\\w*|alcohol|heroin|benzos|opioids|fentanyl|xanax|bad|cold turkey)?",
        after="to (?:coffee|chocolate|this (?:song|game|show|series)|netflix|caffeine|tiktok|my phone|water|soda|games?|sugar|cheese|gaming|instagram|shopping)|(?:enough )?(?:water|coffee|tea|milk|juice|soda|caffeine|coke zero|diet coke)|my (?:bank|money|savings|account)|money|limit|fees?|from (?:my|the) (?:account|bank|atm|class|course|school|university|pension|savings)|chocolate|tea|of (?:cash|funds|money)",
        before="bank|cash|money|atm|never|not|no longer|deposit",
    )
    book.add(
        "withdrawal-danger",
        "medical",
        8200,
        "self now 4",
        "(?:withdrawals?|detox\\w*|stopped drinking|quit drinking|cold turkey|stopped (?:taking )?(?:my )?(?:xanax|benzos|klonopin|valium))~9(?:seizures?|hallucinat\\w+|shaking (?:so|badly|uncontrollabl\\w+|really)|seeing things|fits?|dts|convuls\\w+|heart)",
        "(?:stopped|stopping|stop|quit|not taking|skipp(?:ed|ing)|not (?:going to|gonna) take|refus\\w+)~3my~1(?:insulin|heart (?:meds|medication|pills)|seizure (?:meds|medication)|dialysis|chemo|blood thinners?|transplant (?:meds|drugs))~6(?:die|let|happen\\w*|purpose|end|anymore|any more|care|days|weeks|point)?",
        before="if you|doctor told me to",
    )
    book.add(
        "overdose",
        "medical",
        9200,
        "self now 5",
        "(?:i|ive|im|just|think i)~3(?:took|taken|taking|had|swallowed|drank|drunk|done|used|smoked|snorted)~2(?:too (?:much|many)|double my dose of|way too much)~2(?:of (?:my|the)|<pills>|alcohol|vodka|heroin|coke|cocaine|meth|fent\\w*|xanax|mdma|molly|acid|drugs|edibles|adderall|benadryl|opioids|insulin|medicine)(?: \\w+){0,8}",
        "(?:took|taken|mixed|drank|drunk|mixing)~5(?:xanax|benzos|sleeping pills|oxy\\w*|opioids|heroin|fentanyl|pills|painkillers|methadone|valium)~3(?:with|and|on top of|plus)~3(?:alcohol|vodka|wine|whiskey|beers?|drinks?|heroin|oxy\\w*|xanax|pills|methadone|drinking|rum|gin)",
        "(?:swallowed|drank|ingested|ate|drunk|inhaled)~3(?:bleach|poison|antifreeze|a battery|button battery|drain cleaner|rat poison|pesticide|detergent|weed ?killer|chemicals|bottle of (?:perfume|sanitizer))",
        "alcohol poisoning",
        "(?:i think (?:im|i am|hes|shes)|im|i am|might be|am i|hes|shes|he is|she is|is|\\w+ is|could be|someones?(?: is)?) (?:overdosing|od ing|oding)",
        "(?:have|having|had|took|taken) (?:an )?overdose",
        before="never|not|dont|can you|what if (?:you|someone)|almost",
        after="of (?:sugar|caffeine|cute|cuteness|chocolate|memes|christmas|netflix|coffee)",
    )
    book.add(
        "bleeding",
        "medical",
        9000,
        "self now 5",
        "(?:wont|cant|doesnt|not|never|isnt|wouldnt) (?:stop|stopping) (?:the )?(?:bleeding|blood)(?: (?:from|and|its))?",
        "(?:the )?(?:bleeding|blood) (?:wont|doesnt|isnt|wouldnt|will not|hasnt) (?:stop|stopp\\w+)",
        "bleeding (?:out|a lot|heavily|badly|really bad|everywhere|so (?:much|bad|badly)|profusely|and (?:it|i|wont|cant))(?: (?:and|from|right now|help|my|everywhere))?",
        "(?:so much|a lot of|losing|lost (?:a lot of|so much)|too much) blood(?: (?:everywhere|and|help|loss))?",
        "(?:i|ive) (?:just )?cut (?:too deep|an artery|really deep|my artery|a vein|too far)",
        "stabbed (?:myself|me)|(?:ive|i have|i) (?:been|got|just got) (?:stabbed|shot)(?: (?:in|by|and))?",
        before="nose|period|gums?|nosebleed|menstrual|colou?rs?|ink|on my period|movie|game",
        after="(?:on|during|with) my period|edge|heart|cash|money|pressure|in (?:the |this )?(?:game|movie|show|film|book)|tests?|work|donat\\w+|drive|sugar|types?|ink|through|market share|down by|vaccine|with (?:the|a) (?:flu|vaccine|covid|booster)|a (?:great|question|look|text|message|smile|dirty look)",
    )
    book.add(
        "emergency",
        "medical",
        8800,
        "self now 5",
        "chest (?:pain|pains|hurts?|tight\\w*|pressure|is (?:tight|crushing|killing|hurting)|feels? (?:tight|crushed|heavy))(?: \\w+){0,12}? (?:(?:left |my )?(?:arm|jaw|shoulder)|breath\\w*|sweat\\w*|numb\\w*|dizzy|faint\\w*|nause\\w+|vomit\\w*|collapse\\w*|radiat\\w+)",
        "(?:arm|jaw|breath\\w*|sweating|dizzy|numb)(?: \\w+){0,8}? (?:and|with) (?:\\w+ ){0,3}?chest (?:pains?|hurts?|tight\\w*|pressure)",
        "(?:i think|i might|im|i am|is|hes|shes|he is|she is|having|my (?:\\w+ )?(?:"
        + KIN
        + "|\\w+)(?: is|s)?)~2having (?:a |an )?(?:heart attack|stroke|seizures?|severe allergic reaction|anaphyla\\w+|allergic reaction|miscarriage)(?: (?:right now|help|what|i))?",
        "(?:throat|airway|tongue|face|lips) (?:is|are|s|feels like its|started|keeps?) (?:closing|swelling|swollen|blocked|turning blue|drooping|droopy|numb|going numb)(?: (?:up|shut|and))?",
        "(?:not|isnt|stopped|barely|cant|struggling to) (?:breathing|breathe|breath)(?: \\w+){0,6}? (?:blue|unconscious|inhaler|asthma|allergic|chok\\w+|peanut|collapsed|wont wake|unresponsive|help me|ambulance)",
        "(?:he|she|they|my (?:\\w+ )?(?:"
        + KIN
        + ")|someone|somebody|the \\w+)(?: just| has| is| s)*~2(?:not breathing|isnt breathing|stopped breathing|unconscious|unresponsive|passed out~4(?:wake|breath\\w*|respond|blue|floor)|wont wake up|collapsed|turning blue|chok(?:ing|ed) on|isnt (?:waking|responding|moving))",
        "(?:slurred|slurring|slur)(?: \\w+){0,8} (?:face|arm|droop\\w*|speech|numb)|face (?:is )?droop\\w+",
        "(?:inhaler|epipen|nitroglycerin)~3(?:not|isnt|doesnt|empty|cant find|lost|isn)~3(?:working|work|help\\w*|breathe)?",
        before="like (?:hes|shes|im)|gave me|nearly|almost|thought i was|movie|practically|about had|if (?:someone|he|she|they|somebody|a person) (?:is|are)|what (?:do|should) (?:i|you) do if|signs of|mom is gonna",
        after="when (?:he|she|they|i) (?:see|saw|find|hear)s?|in (?:the |this )?(?:game|movie|show|film|book)|laughing|class|course|over (?:this|the (?:score|game|match))|while (?:laughing|watching)|(?:his|her|their) (?:words|lines|tea|drink)",
    )
    book.add(
        "chest-pain",
        "medical",
        6500,
        "self now 2",
        "(?:i|im|ive|my|having|got|get|have|bad|severe|sudden|sharp|crushing)~2chest (?:pains?|hurts?|pressure|tightness)",
        "(?:coughing|throwing|vomiting|cough\\w*|threw|puking|peeing|pooping) (?:up )?blood",
        "(?:worst|thunderclap) headache of my life",
        "(?:lost|losing) (?:feeling|vision|sight) (?:in|on) (?:one|my)(?: \\w+)? (?:eye|side|arm|leg)",
        before="no|without|not|muscle",
        after="day|workout|press|exercises?|of drawers|freezer",
    )
