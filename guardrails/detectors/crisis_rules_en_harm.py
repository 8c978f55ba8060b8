"""English: harm done to oneself, and questions about it."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def harm(book: Book) -> None:
    """Add rules for self-harm."""
    book.add(
        "self-harm",
        "self_harm",
        8400,
        "self now 2 act",
        "(?:cut(?:ting|s)?|burn(?:ing|ed|t)?|scratch(?:ing|ed)?|hit(?:ting)?|punch(?:ing|ed)?|"
        "harm(?:ing|ed)?|hurt(?:ing)?|starv(?:e|ing|ed)|bit(?:e|ing|ten)?|bang(?:ing|ed)?|"
        "slap(?:ping|ped)?|stab(?:bing|bed)?|carv(?:e|ing|ed)|injur(?:e|ing|ed)|chok(?:e|ing|"
        "ed)|slic(?:e|ing|ed)|mutilat(?:e|ing|ed)|punish(?:ing|ed)?|abus(?:e|ing)|bruis(?:e|"
        "ing|ed)|torture|torturing|bleed) (?:<self>)",
        "(?:cut(?:ting)?|burn(?:ing|ed|t)?|slic(?:e|ing|ed)|carv(?:e|ing|ed)|scratch(?:ing|"
        "ed)?|slash(?:ing|ed)?|cuts (?:on|all over)|scars (?:on|all over)|marks on|blade "
        "(?:on|to|across)|razor (?:on|to|across)) (?:up |into |open |both )?(?:of )?my (?:own "
        r")?(?:\w+ )?(?:arms?|wrists?|legs?|thighs?|skin|body|stomach|hips?|ankles?|hands?|"
        "chest)",
        "(?:bang(?:ing|ed)?|smash(?:ing|ed)?|hit(?:ting)?|slam(?:ming|med)?|beat(?:ing)?|"
        "knock(?:ing|ed)?)~1my (?:head|fists?|hands?|face) (?:against|into|on)~1(?:the |a "
        ")?(?:wall|door|floor|table|desk|mirror)",
        "punch(?:ing|ed)? (?:the )?(?:wall|walls|mirror)s? (?:until|till|so) (?:i|my)",
        r"(?:i|ive|im|me|my|want to|started|stop|stopped|been|urge|relaps\w+|about|do|to|with|"
        "addicted to|the|help but|keep)~3(?:self ?harm(?:ing|ed|s)?|self ?injur(?:e|ing|y|ed)|"
        r"self ?mutilat\w+)(?: (?:again|urges?|thoughts?|scars?))?",
        "self ?harm(?:ing|ed)? (?:again|helps?|is the only|makes me|calms|to (?:cope|feel)|"
        "every|last night|today|tonight|urges?)",
        "(?:i|ive|im)~2(?:cut|cutting|relapsed|self harmed) (?:again|too deep|deep|deeper|"
        "last night|this (?:morning|week)|today|tonight|yesterday|to (?:feel|cope|punish|"
        "release|numb)|when(?:ever)? (?:im|i get|i feel)|so i (?:can|could) feel|until i "
        "(?:bleed|bled|feel|felt))",
        "(?:started|start|back to|addicted to|stop|urges? (?:to|for|of)|want(?:ing)? to|"
        "thinking (?:about|of)|relapsed? (?:and|into|on|with)|gone back to|wanna|need to|"
        "been) (?:cut|cutting|burning|sh|selfharm)(?: (?:again|so bad|myself|lately|a lot|"
        "every (?:day|night)))?",
        "(?:cutting|burning|pain|bleeding|the blade|the razor|hurting) (?:helps|calms|makes|"
        "is the only (?:thing|way)|gives me|relieves|releases|numbs|distracts)~3(?:me|pain|"
        "calm|relief|feel|feeling|cope|control|better|numb|it|alive)",
        "(?:days?|weeks?|months?) clean (?:from|of) (?:sh|self ?harm|cutting)(?: "
        "and)?~4(?:relapse|urge|want|cut|broke)",
        "(?:make|making|made) (?:<self>) bleed",
        r"(?:hide|hiding|cover(?:ing)?|hid)(?: up)?(?: \w+)? my (?:cuts|scars|wounds|arms|self "
        "harm)",
        before=("accidentally|by accident|hair|budget|cost|tax|corners|weight|be|been getting|its"),
        after=(
            "shaving|cooking|while|when (?:cooking|chopping|shaving|slicing|making|playing|"
            "lifting|running)|slicing|chopping|on (?:a|the|some|my|paper|glass|purpose not)|"
            "off(?: from)?|some|a|an|short|loose|out|free|from|open a|in the kitchen|playing|"
            "at (?:the gym|work|practice|football|training|soccer|school today playing)|"
            "lifting|running|falling|doing (?:yoga|sports|squats|deadlifts)|by (?:accident|"
            "mistake|falling|lifting)|accidentally|with (?:the|my|a) (?:oven|stove|iron|"
            "coffee|kettle|tea|curling|hot|soup|grill|can|tin|kitchen)|making (?:dinner|lunch|"
            "tea|toast)|professionally|financially|hair|nails|more (?:than|by)|a (?:deal|"
            "slice|piece|check|break)|to the (?:max|core)|in the (?:foot|leg) (?:playing|"
            "with)|up|over|with work|opening|skateboarding|skiing|hiking|at|badly at|hair|"
            "grass|class|back on|down on|costs?|corners|carbs|calories|vegetables|onions|the "
            "(?:grass|cake|rope|budget|cord)|(?:nested|grooves?|holes?|slots?|channels?|notches|"
            "slices)|of (?:chocolate|sugar|sleep|coffee|social|tv|"
            "carbs|sweets|fun|joy)|for (?:lent|ramadan)|weight|trees|wood|it (?:off|close|"
            "short)|yourself|calories"
        ),
    )
    book.add(
        "urge-hurt",
        "self_harm",
        8000,
        "self now 2 thought",
        "(?:<want>|<think>|<will>|afraid (?:i|ill|i will|i might)|scared (?:i|ill|i will|i "
        "might)|worried (?:i|ill)|im going to)~2(?:hurt|harm|cut|injure|punish|burn) "
        "(?:<self>)",
        "(?:not|dont feel|dont think im|arent|no longer) safe (?:with|from|around|by) (?:<self>)",
        "(?:dont|cant|do not) trust (?:<self>)(?: (?:tonight|right now|alone|to be alone|"
        "around|with|not to|<more>))",
        "(?:i )?(?:cant|cannot|dont think i can|might not be able to) keep (?:<self>) safe",
        "(?:im|i am) (?:scared|afraid|terrified) of (?:what i (?:might|will|could|may|ll) do|"
        "myself)(?: to (?:<self>)| tonight| if)?",
        after=(
            "some slack|off|a (?:slice|piece|break)|some|shaving|in the process|by|feelings|"
            "at the gym|slack"
        ),
    )
    book.add(
        "secret-harm",
        "self_harm",
        8000,
        "self now 2 act",
        "(?:dont|doesnt|didnt|no ?one|nobody|never told)~3(?:know|knows|tell|told|see|sees|"
        "seen)~2(?:im|i am|ive been|that i|i|my)~2(?:burning|cutting|hurting|harming|"
        r"scratching|starving|purging|cuts|scars|self ?harm\w*)(?: (?:myself|my \w+))?",
        "(?:wear(?:ing)?|wore|always in)~2(?:long sleeves|hoodies?|sweaters|bracelets|"
        "jumpers)~4(?:hide|cover|summer|heat|so (?:no|they|nobody|people))",
        r"(?:want(?:ing)?|need|crav\w+|miss(?:ing)?|like|love|addicted to|deserve)~2(?:the |to "
        r"feel )?(?:pain|blade|sting|bleed(?:ing)?|to bleed|blood run\w*|feeling of the "
        r"(?:blade|razor|cut\w*)|cutting)(?: (?:on my skin|again|so bad|because|to (?:feel|"
        "cope)))?",
        "(?:pull(?:ing)?|rip(?:ping)?|tear(?:ing)?) (?:out )?my (?:hair|nails|skin)(?: "
        r"out)?~3(?:until|till|bleed\w*|feel|bald|stress)",
        "(?:hold(?:ing)?|held|put(?:ting)?|press(?:ing|ed)?)~1(?:my )?(?:hand|arm|finger|skin|"
        "wrist|cigarette|lighter|iron|ice)~3(?:over|on|against|to|in|under)~2(?:flame|fire|"
        "stove|candle|boiling|skin|arm|hob|iron|my (?:arm|leg|thigh|skin|wrist|hand))",
        r"stub\w* (?:out )?cigarettes? (?:out )?on (?:my|myself)",
        before="not|dont|muscle|no pain|rib|nose",
        after=(
            "(?:au chocolat|relief|killers?|meds|management|points?|threshold|free|au)|of "
            "(?:the )?(?:economy|market)|of (?:coffee|you|home)|(?:oranges?|type|test)"
        ),
    )


def questions(book: Book) -> None:
    """Add rules for questions about ways."""
    book.add(
        "ask-method",
        "suicide",
        8400,
        "self now 3 method asks-method",
        "(?:<how>)~6(?:kill(?:ing)? (?:<yourself>)|commit(?:ting)? (?:<sui>)|(?:<sui>) "
        "methods?|hang(?:ing)? (?:<yourself>)|end(?:ing)? (?:ones|your|a|someones) life|die "
        "by (?:<sui>)|(?:tie|make|knot|use)~2noose|(?:jump|leap)(?:ing)? (?:to (?:my|your|"
        "ones) death|off to die)|(?:off|unalive) (?:<yourself>)|slit(?:ting)? (?:your|ones) "
        "wrists?|overdos(?:e|ing) (?:on|without|quickly|successfully)|bleed(?:ing)? (?:out|to "
        r"death) (?:fast|quick|pain\w*|without))",
        "(?:<sui>|painless death) (?:methods?|techniques?|instructions?|tutorial|guide|how to|"
        "kit|pact|forums?|websites?|tips)",
        r"(?:best|good|high\w*|safest|nearest|right|perfect|quiet) (?:spot|place|bridge|"
        "building|cliff|location|roof)~2to (?:jump|<die>|end|do it|kill|hang|drown)",
        "(?:what|which)~2(?:dose|dosage|amount|quantity|medications?|drugs?|pills?|"
        "combination|mix|poison|chemical)~7(?:stop (?:my|your|the|a) heart|(?:most "
        ")?peaceful(?:ly)?|painless(?:ly)?|never wake|not wake|kill (?:me|you|someone|a "
        "person|myself)|fatal|lethal|end (?:my|it|a) life|pass away|put me to sleep "
        "(?:forever|for good))",
        "(?:write|draft|help me (?:with|write|draft)|compose|word)~2(?:my |a |the )?(?:<sui> "
        "(?:note|letter)|good ?bye (?:note|letter)|farewell (?:note|letter)|final letter|last "
        r"letter)(?: (?:to|for) (?:my|the|everyone|family)(?: \w+)?)?",
        "(?:convince|persuade|encourage|talk) me (?:to (?:<killself>|<die>|end it|do it)|into "
        "(?:killing|ending|dying|<sui>)|that (?:<sui>|dying|death))",
        r"(?:would|will|does|is) (?:it|this|that|a fall|falling|jumping|\d+ (?:feet|metres|"
        "meters|floors|stories|storeys|pills|tablets|mg))~5(?:kill me|be fatal|survivable|be "
        "enough to (?:<die>|kill)|be quick|be painless)",
        "(?:survive|survival|survivable|chances?|odds|likelihood)~4(?:jump(?:ing)?|"
        r"fall(?:ing)?|crash|hanging|overdose|gunshot|train)~4(?:from|off|at|if|at \d+|mph|"
        "bridge|floor|storey|story|high)",
        before=(
            "prevent|stop|why|novel|story|character|movie|book|game|fictional|people who|research"
        ),
        after=(
            "in (?:the |this |a )?(?:game|minecraft|roblox|fortnite|skyrim|sims|movie|film|"
            r"book|novel|story|script|dream|matlab|linux|python)|prevent\w*|(?:when|while|by|"
            "in) (?:cooking|accident|shaving|the kitchen|laughter)|out of (?:a )?planes?|a "
            r"plane|parachut\w+|skydiv\w+"
        ),
    )
    book.add(
        "ask-harm",
        "self_harm",
        8000,
        "self now 2 method asks-method",
        r"(?:<how>|what (?:can|could|should|do) i use)~5(?:self ?harm(?:ing)?|self ?injur\w+|"
        "cut(?:ting)? (?:myself|<yourself>|without|deeper|deep|my)|hurt(?:ing)? (?:myself|"
        "<yourself>)|burn(?:ing)? (?:myself|<yourself>|my skin)|harm(?:ing)? (?:myself|"
        "<yourself>)|to cut (?:if|with|now|when|without|instead))(?: (?:without|safely|"
        "secretly|effectively))?",
        r"(?:hide|hiding|conceal\w*|cover(?:ing)?(?: up)?|explain(?:ing)?)~3(?:cuts|scars|self "
        r"?harm\w*|wounds|cutting|blades?|razors?|burn marks)~1?(?:from|on|under|at|so|before|"
        "when|in)?",
        "should i (?:keep|start|stop|continue|go back to|try) (?:cutting|self ?harming|"
        "burning|hurting|starving)(?: (?:myself|again))?",
        "(?:took|taken|hid|threw away|locked up|confiscated)~1(?:my|the|all my) (?:razors?|"
        "blades?|sharps|knives|pencil sharpener)",
        "(?:is|are|isnt|why is) (?:self ?harm(?:ing)?|cutting|cutting myself) (?:bad|wrong|ok|"
        "okay|normal|that bad|good|addictive|a good|helpful|really|healthy)",
        "barcode (?:wrists?|arms?|thighs?)|hit styro|beans and styro|cat ?scratches again",
        before=(
            "prevent|stop|research|why do|people|teens|students|my (?:friend|daughter|son|"
            "student|child)|acne|surgical"
        ),
        after=(
            "in (?:the |this |a )?(?:game|minecraft|roblox|fortnite|skyrim|sims|movie|film|"
            r"book|novel|story|script|dream|matlab|linux|python)|(?:nested|grooves?|holes?|slots?|"
            r"channels?|notches|blocks?|slices)|prevent\w*|(?:when|while|by|"
            r"in) (?:cooking|accident|shaving|the kitchen|laughter)|hair|grass|cost\w*|carbs|"
            "on (?:paper|cardboard)|c section|surgery|acne|surgical"
        ),
    )
    book.add(
        "ask-starve",
        "eating_disorder",
        7600,
        "self now 2 method asks-method",
        "(?:<how>)~4(?:(?:go|last|survive)~3(?:week|days?|month)~2(?:without|not) (?:eating|"
        "food)|stop (?:feeling hungry|eating|being hungry)|starve(?: myself)?|purge|make "
        "(?:myself|yourself) (?:throw up|sick|vomit|purge)|(?:become|be|get|stay) (?:anorexic|"
        "bulimic|ana)|hide (?:my |that )?(?:eating disorder|not eating|im not eating|i dont "
        "eat|food|purging|weight loss)|throw up (?:after|without|quietly)|eat (?:less than|"
        r"under|only) \d+(?: calories)?|lose \d+ (?:pounds|kilos|kg|lbs|kgs|stone) in (?:a|one|"
        r"two|three|\d+) (?:week|day|days|weeks))",
        "(?:convince|trick|fool|lie to)~2(?:parents|mum|mom|doctor|therapist|family|everyone|"
        "them|people)~4(?:eaten|ate|eating|gained|fed|full)",
        r"(?:eat|ate|eaten|eating|had|live on|living on|surviv\w+ on|down to|under|less than|"
        r"only)~2(?:\d\d\d?|almost nothing|nothing but (?:water|coffee|gum)|barely anything|"
        "one (?:apple|meal|cracker|egg)|(?:a|an) (?:apple|cracker|rice cake))~1(?:calories|"
        r"kcal|cals?|in (?:\w+ )?(?:days|weeks)|for (?:\w+ )?(?:days|weeks)|all week|this week|"
        r"(?:\w+ ){0,3}(?:faint\w*|dizzy))",
        r"(?:bing(?:e)?ing|binge|binged|overeat\w*)~2(?:and|then)~2(?:vomit\w*|throw\w*|"
        r"purg\w*|being sick|laxative\w*|puk\w*|starv\w*)",
        r"weigh (?:myself)~2(?:\d+|ten|five|every|several|multiple|dozens|constantly|"
        "twenty)~2(?:times|hour|meal|a day|morning and)",
        "(?:still|so|too|disgustingly|feel|look|im) (?:feel |so |too )?(?:fat|disgusting|huge|"
        r"obese)~5(?:eat\w*|starv\w*|bones|purg\w*|\d\d ?(?:kg|kilos|pounds|lbs)|faint\w*)",
        r"(?:collar ?bones?|ribs|thigh gap|hip ?bones?|bones)~4(?:show\w*|see|visible|stick\w*|"
        "poke|goal)~3(?:skinny|thin|not enough|proud|happy|goal|love)",
        r"(?:lost|losing) my periods?~5(?:eat\w*|weight|thin|calories)",
        before="my (?:dog|cat|friend|daughter|son)|camping|hiking",
        after=(
            "in (?:the |this |a )?(?:game|minecraft|roblox|fortnite|skyrim|sims|movie|film|"
            r"book|novel|story|script|dream|matlab|linux|python)|prevent\w*|(?:when|while|by|"
            "in) (?:cooking|accident|shaving|the kitchen|laughter)|(?:so much |any )?(?:sugar|meat|"
            "gluten|junk|carbs|sweets|chocolate|bread|dairy|crisps|snacks|fast food|takeaways?)|"
            "late|out|between meals|for (?:a |my )?(?:cat|dog|"
            "baby|medical|religious|colonoscopy)|safely for"
        ),
    )
