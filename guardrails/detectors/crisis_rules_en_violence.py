"""English: intent to hurt others."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def violence(book: Book) -> None:
    """Add rules for violence against others."""
    book.add(
        "violent-intent",
        "violence",
        6200,
        "self now 2 thought",
        "(?:i|im|ive|ima|imma|ill)~2(?:<want>|<will>|could|thinking (?:of|about)|"
        r"fantasi[sz]\w+ (?:of|about)|dream (?:of|about)|imagin\w+|swear ill|need to|have to|"
        "urges? to|close to|this close to|feel like|thoughts (?:of|about)|plan to|planning "
        "to)~2(?:kill(?:ing)?|murder(?:ing)?|stab(?:bing)?|shoot(?:ing)?|strangl(?:e|ing)|"
        "poison(?:ing)?|behead(?:ing)?|slaughter(?:ing)?|massacre|chok(?:e|ing)|slit(?:ting)? "
        "the throats? of|execut(?:e|ing)|beat(?:ing)? the (?:shit|crap|hell) out of|"
        r"beat(?:ing)? (?:him|her|them|\w+ \w+) (?:up|to death)|hurt(?:ing)?|harm(?:ing)?|"
        "attack(?:ing)?|run(?:ning)? over|burn(?:ing)?|bash(?:ing)?(?: in)?)~1(?:<strangers>)",
        "i (?:sometimes |often |hit|keep |have |even |did |again )?(?:hit|hitting|beat|"
        r"slapped|punched|choked|shoved|strangled|hurt) (?:my (?:\w+ )?(?:girlfriend|boyfriend|"
        "wife|husband|partner|kids?|child|children|son|daughter|baby|mum|mom|mother|dog)|her|"
        "him) ?(?:again|when im angry|last night|so hard|and i|in the face|because)?",
        r"(?:stop|keep|been|started) (?:\w+ly )?(?:hitting|beating|abusing|hurting|attacking|"
        "choking) my (?:girlfriend|boyfriend|wife|husband|partner|kids?|child|children|son|"
        "daughter|baby|mum|mom)",
        "(?:homicidal|murderous) (?:thoughts?|ideations?|urges?|impulses?|feelings?|rage|"
        r"fantas\w+)",
        "(?:violent|intrusive) (?:urges?|thoughts?)~4(?:hurt|kill|harm|stab|my (?:baby|kids?|"
        "child|children|son|daughter|wife|husband|partner))",
        r"(?:thoughts?|urges?|fantas\w+|images?|impulses?|scared|afraid|worried|"
        r"terrified)~4(?:hurt(?:ing)?|harm(?:ing)?|kill(?:ing)?|smother\w*|shak(?:e|ing)|"
        r"drown(?:ing)?|stab(?:bing)?)~1(?:my|the|our) (?:\w+ )?(?:baby|newborn|infant|kids?|"
        "child(?:ren)?|son|daughter|wife|husband|partner|mum|mom|dad|family|students?|twins)",
        "(?:ill|i will|im going to|im gonna|imma|gonna|going to) (?:make (?:him|her|them|"
        r"everyone|\w+ \w+) (?:pay|suffer|bleed|regret)|get my revenge|get revenge)~6(?:with|"
        "blood|gun|knife|kill|tonight|tomorrow|<die>|dead|for what)",
        r"(?:they|he|she|everyone|every\w+ at (?:school|work))~2(?:deserves?|needs?|has|have|"
        "going) to (?:<die>|be (?:killed|shot|stabbed|dead))~4(?:i|ill|im|tonight|tomorrow|my "
        "hands|by me)",
        "if i (?:cant|cannot) have (?:him|her), no ?one(?: else)?(?: can| will)?",
        "(?:<will>|<want>)~1(?:put a bullet in|slit~2throat|snap~2neck|cave~2skull|"
        "bash~2(?:head|skull|face) in|(?:blow up|shoot up|bomb|burn down|set fire to) (?:the|"
        r"my|this|that|his|her|their|a) (?:\w+ )?(?:school|building|office|church|mosque|"
        "synagogue|place|station|airport|hospital|house|home|factory|mall|shop|car|flat))",
        before="not|never|dont|no|didnt|game",
        after=(
            r"(?:lol|lmao|haha\w*|if (?:he|she|they) (?:eat|ate|don|forget|forgot|leave|spoil|"
            r"take|touch|cancel)\w*|for (?:eating|forgetting|leaving|spoiling|making me|this|"
            "that|finishing|drinking|not)|with kindness|at (?:chess|fifa|smash|poker|the game|"
            "tennis|mario|uno|monopoly)|in (?:the |this )?(?:game|minecraft|fortnite|match|"
            "chess|debate|finals?|cod|gta|round|level|fantasy|movie|book|story|court|election|"
            "league)|feelings|s? (?:feelings|chances|career|credit|ratings?|vibe|mood|"
            "business|reputation|pride|ego)|with (?:laughter|questions|love)|an? (?:email|"
            "message|text|mail|line|dm|note)|the (?:ball|puck|shot|lights|basket)|up|over for|"
            "s)"
        ),
    )
    book.add(
        "violent-plan",
        "violence",
        8800,
        "self now 4 intent means",
        "(?:i|im|ive|ill|ima)~3(?:have|got|bought|bring(?:ing)?|took|taking|grab(?:bed|bing)?|"
        "get(?:ting)?|use|using|carry(?:ing)?|holding|with|loaded|packed|"
        "hid)~3(?:<weapon>)~9(?:kill|shoot|stab|hurt|make (?:him|her|them)|(?:to|at|for) "
        "(?:school|work|class|the office|church|the mall|his|her|their|him|them)|wait(?:ing)? "
        "for (?:him|her|them)|make (?:him|her|them|everyone) pay|use it on)",
        "(?:i|im|ill|ima|imma|gonna|going to|want to|i will)~3(?:kill|shoot|stab|hurt|"
        r"murder)(?:ing)? (?:him|her|them|every\w+|my \w+|people|(?:\w+ "
        "){0,2}kids)~4(?:tonight|tomorrow|today|at (?:school|work|church)|with (?:a|my|the|"
        "this) (?:<weapon>)|when (?:he|she|they) (?:sleeps?|is asleep|are asleep)|in (?:his|"
        "her|their) sleep)",
        "(?:shoot(?:ing)? up|bomb(?:ing)?|blow(?:ing)? up|shooting at|attack(?:ing)?)~1(?:my|"
        r"the|this|our|a) (?:\w+ )?(?:school|work(?:place)?|office|church|mosque|synagogue|"
        "mall|college|university|hospital|class(?:room)?|concert|airport)",
        "(?:hit|kill|target|death) list~6(?:school|class|name|kill|boss|teacher|of people)",
        r"(?:im|i am|sitting|parked|waiting|stand\w+)~3outside (?:his|her|their|my ex\w*) "
        "(?:house|home|work|office|apartment|place)~6(?:<weapon>|kill|hurt|make (?:him|her))",
        before="not|never|dont|game|how do police|he|she|they|someone",
        after=(
            "(?:in (?:the |this )?(?:game|minecraft|roblox|fortnite|cod|movie|film|book|story|"
            "script|novel|level))|steak|dinner|vegetables"
        ),
    )
    book.add(
        "baby",
        "violence",
        8200,
        "self now 3 thought",
        r"(?:keep|cant stop|constant\w*|horrible|intrusive|scary|awful|"
        r"disturbing)~2(?:pictur\w+|imagin\w+|thinking|thoughts?|see(?:ing)?|images?|visions?|"
        r"flash\w*)~3(?:dropp\w+|throw\w*|drown\w*|smother\w*|shak\w+|hurt\w*|harm\w*|stab\w*|"
        r"kill\w*|suffocat\w+|something bad happening to)~1(?:her|him|them|it|my (?:baby|child|"
        "son|daughter|newborn|twins|kids|toddler)|the (?:baby|kids|child|twins))",
        "(?:feel like|want to|wanna|about to|going to|urge to|could|might|afraid ill|scared "
        "ill|nearly|almost)~1(?:shak(?:e|ing)|throw(?:ing)?|hit(?:ting)?|smother(?:ing)?|"
        "hurt(?:ing)?|drown(?:ing)?|slap(?:ping)?|shook|drop(?:ping)?)~1(?:the |my |our "
        ")(?:baby|newborn|toddler|kids?|child(?:ren)?|son|daughter|infant|twins)",
        "(?:snap|lose it|lose control|explode|do something)~2(?:and|on|with|at)~2(?:hurt|hit|"
        "kill|harm|shake)~1(?:someone|somebody|him|her|them|my (?:baby|kids|wife|husband|"
        r"child\w*))",
        r"(?:im|i am) (?:so \w+ )?(?:going to|gonna|about to|scared ill|afraid ill|might) "
        "(?:hurt|kill|stab|attack|snap and hurt) (?:someone|somebody|anyone|people|everyone|"
        "them all)",
        r"(?:every\w+|they|people|all of them|those (?:kids|people|bullies))~5(?:deserves?|get|"
        "getting|have|gets)~1(?:what(?:s| is) coming|whats coming to them|to pay|what they "
        "deserve)~4(?:monday|tuesday|wednesday|thursday|friday|tomorrow|tonight|soon|i|im|ill|"
        "gun|school)",
        r"(?:fantasi[sz]\w+|dream(?:ing)?|daydream\w*|obsess\w+|think(?:ing)?)~2(?:about|of|"
        "over)~1(?:killing|murdering|stabbing|shooting|torturing|strangling|poisoning)~1(?:my|"
        "him|her|them|people|someone|everyone|that|the|his)",
        before="movie|book|game|novel|character|not|story|never",
        after=(
            "in (?:the |this |a )?(?:game|movie|book|novel|story|minecraft|chess|match)|with "
            r"(?:kindness|love|kisses)|feelings|time|bugs?|flies|mosquito\w*|zombies|monsters|"
            "npcs?"
        ),
    )
