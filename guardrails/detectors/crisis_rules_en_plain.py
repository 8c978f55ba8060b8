"""English: plain words for dying, in few words, as people type them at night."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book


def plain(book: Book) -> None:
    """Add rules for wishes and thoughts said outright."""
    book.add(
        "plain-wish",
        "suicide",
        8200,
        "self now 1 wish",
        "(?:dont|do not|didnt|not) (?:want to|wanna|want 2) (?:live|be alive|exist)",
        "(?:wish|wished)~1(?:id|i had|i) never (?:been|was) born",
        "(?:wish|hope|pray)~1i (?:wouldnt|would not|dont|never) wake up",
        "(?:hate|hating|sick of|tired of) being alive",
        "being alive (?:hurts|is (?:torture|hell|too (?:much|hard|painful)|exhausting|agony))",
        "(?:existing|existence|living|staying alive) (?:hurts|is (?:torture|hell|agony|too "
        "(?:much|hard|painful)(?: for me)?|exhausting))",
        "(?:want|need|wish)~1(?:my (?:whole )?life|this life|everything and me) (?:to be over|over with|to end|to stop)",
        "hate my life~3(?:want it (?:to be over|to end|over)|want (?:it )?to end it)",
        "(?:<want>)~1be gone(?: (?:forever|for good|from (?:this|here|all)|already|too))?",
        "(?:hope|hoping|wish|wishing|pray|praying)~2(?:something|anything|a car|a truck|a bus|"
        r"an accident|illness|fate|god|it)~3(?:happen\w*|hits?|takes?|kills?|ends?)~3(?:to me|"
        "me|my life|the decision)",
        "(?:no ?one|nobody|no body|who) (?:would|will|wouldnt|d) (?:even )?(?:care|notice|mind|"
        "miss me|cry|be sad)~1(?:if|when|that)~1(?:i|im|i am|i was|i were) (?:died|die|dead|"
        "gone|disappeared|vanished|killed myself|wasnt here)",
        "if i (?:died|die|was dead|were dead|disappeared|was gone)~3(?:no ?one|nobody|who)~1"
        "(?:would|will|d)?~1(?:care|notice|miss me|cry|mind)",
        "(?:would|will) any ?(?:one|body) (?:even )?(?:care|notice|miss me|cry) if (?:i|im) "
        "(?:died|die|was gone|were gone|disappeared|killed myself)",
        "(?:wouldnt|would not|dont|do not) (?:mind|care if) (?:dying|being dead|i (?:died|die|"
        "was dead|dont wake up|didnt wake up)(?: (?:tonight|today|tomorrow|now))?)",
        "(?:god|lord|jesus|allah|someone|somebody|universe)~2(?:please )?take me (?:home|away "
        "from this (?:life|world)|already|now|tonight|in my sleep)",
        "(?:please )?(?:god|lord|jesus) (?:please )?(?:just )?take me(?: please)?",
        "feel(?:ing|s)? dead inside",
        "(?:disappear|vanish|be gone|go away) (?:forever|for ever|for good|and never come back)",
        "death~3(?:kind of|kinda|sort of|almost)~1(?:want|welcome|crave) it",
        "(?:cant|cannot|couldnt)~1do (?:this )?life(?: thing)? (?:<more>)",
        "(?:only|just) (?:alive|here|around|living) (?:because of|for|cos of|bc of) my "
        r"(?:\w+ )?(?:kids?|children|dog|cat|mum|mom|dad|sister|brother|son|daughter|baby|nan)",
        "(?:just )?waiting (?:to|until i) (?:<die>)",
        "i (?:<die>|died|am dead)~3(?:relieved|relief)",
        before="not|never|how|when|who|you|they|he|she",
        after=(
            "(?:near|with|next to|under|off|there|together|at home|abroad|upstairs|like (?:a|the) "
            "(?:student|king|queen|monk))|in (?:the|an?|my|our|his|her|their|that) (?:city|house|"
            "flat|country|dorm|village|town|apartment|caravan|countryside|suburbs)|for (?:the|a|an|"
            r"late|in time|two|three|lunch|dinner|work|christmas)|by \d|before|to (?:an island|the woods|the "
            "beach|work)|of (?:laughter|embarrassment|shame)|on (?:monday|friday|campus)"
        ),
    )
    book.add(
        "plain-thought",
        "suicide",
        9000,
        "self now 2 thought",
        "rather be dead(?: than)?",
        "^[^a-z]{0,3}(?:(?:hi|hey|hello|so|yeah|honestly|idk|im|feeling|really|very|actively|"
        "passively|still) ){0,3}suicidal",
        "(?:only|one|best|easiest) (?:way|option|choice|thing|door|exit)~2(?:out|left|forward)~2"
        "(?:is|seems|would be|looks)~2(?:<die>|dying|death|to (?:<die>|end it)|ending it|"
        "<killself>)",
        "(?:will|ill|im going to|am going to|im gonna|gonna|might) end (?:things|it|it all) "
        "(?:soon|tonight|today|tomorrow|this week|myself)",
        "(?:wont|will not|not) have to (?:deal|put up|bother|worry) (?:with|about) me (?:<more>|"
        "much longer|soon|after (?:tonight|today|tomorrow|this))",
        "(?:do|doing|done) something (?:i|that i|that)~1(?:cant|cannot) (?:take back|undo|be "
        "undone)",
        "(?:planning|planned|working out|plan out|deciding|rehearsing) how (?:i would|id|ill|i "
        "will|to) (?:go|do it|end it|<die>)",
        "check(?:ing|ed)? out of (?:this )?life(?: early)?",
        "(?:scared|afraid|terrified|frightened|worried) (?:of |about )?what (?:i|ill|i will|i "
        "might|im going to)~1(?:might |could |may |will )?do to (?:<self>)",
        "(?:cant|cannot) promise~3(?:be (?:alive|here)|stay (?:alive|safe)|keep (?:<self>) safe)",
        "nothing (?:left|else)(?: (?:to do|for me))? (?:but|except|than) to (?:end it|<die>|"
        "<killself>)",
        "(?:my head|my brain|my mind|the voice|a voice|something)~2(?:keeps?|is) telling me to "
        "(?:end it|<die>|<killself>|do it)",
        "(?:afraid|scared|worried) (?:that )?(?:i will|ill|i might|i may|im going to) "
        "(?:<killself>|end it|do it)",
        before="not|never|they|he|she",
        after="prevention|awareness|than (?:eat|watch|wear|red)|on (?:a|the) (?:lease|call)",
    )
    book.add(
        "plain-asked",
        "suicide",
        8600,
        "self now 3 method",
        "(?:best|easiest|quickest|fastest|nicest|kindest|surest|simplest|least painful|less "
        "painful|painless|gentlest|cheapest) (?:way|method|ways|methods)~2(?:<die>|be dead|go for good|"
        "end (?:it|my life|everything)|not wake up|stop living|be gone|leave this (?:world|"
        "life))",
        "least painful way (?:<to> )?(?:go|out)",
        "(?:a |any |some )?(?:way|ways|method|methods) (?:<to> |of )(?:<die>|dying)~2(?:that|which|"
        "without|doesnt|dont|wont|isnt|painless|quietly|quickly|peacefully)",
        "(?:give|tell|show|list|send|teach|find)~1me~2(?:way|ways|how|methods|ideas) (?:<to> )?"
        "(?:end (?:it|my life|myself)|<die>|<killself>|not (?:be alive|wake up))",
        "(?:can|could|will|would|please|pls) (?:you|u)?~1help me (?:die|d[*]e|end (?:it|my life)|not "
        "wake up|leave this (?:world|life))",
        "(?:how (?:do|can|could) i|how to|want to) (?:make|be) sure (?:i|that i) (?:dont|never|"
        "wont|do not) (?:wake up|survive|come back|live)",
        "(?:write|draft|need|want|finish|help (?:me )?(?:with|write)) (?:me )?(?:a |my |the "
        ")?(?:<sui>|goodbye) note",
        "(?:write|draft|need|help)~4(?:goodbye|farewell) (?:letter|note|message|video)~5(?:after "
        "(?:i am|im|ive) (?:gone|dead)|when (?:i am|im) (?:gone|dead)|for after|to find)",
        "how would (?:someone|somebody|a person|one) (?:<die>) (?:quietly|peacefully|painlessly|"
        "quickly|without)",
        before="not|never|novel|story about|movie",
        after=(
            r"in (?:the|this|a) (?:game|level|movie|film|book|novel|minecraft)|and respawn|my "
            "(?:hair|shirt|eggs|own hair)|prevention|of (?:a|the) (?:character|hero|villain)"
        ),
    )
    book.add(
        "plain-hidden",
        "self_harm",
        8000,
        "self now 2",
        "(?:hide|hiding|cover(?:ing)?(?: up)?)~3(?:(?:self ?harm|fresh|my|new|old) (?:cuts|"
        "scars|cutting|burns)|self ?harm)",
        r"(?:cut|burn|hurt|hurting|cutting|self ?harm\w*)~4(?:without (?:anyone|them|her|him|"
        r"my|leaving)~2(?:know\w*|notic\w+|seeing|marks?|scars?|mum|mom|parents|finding))",
        before="not|never|novel|movie",
    )
    book.add(
        "plain-soon",
        "suicide",
        9400,
        "self now 4 intent goodbye timing",
        "(?:by|before|after)~1(?:tonight|tomorrow|morning|midnight|sunrise|the weekend) (?:ill|i "
        "will|im going to) be (?:gone|dead|no more|at peace|free of (?:this|it))",
        "(?:have|got|made)~1a plan (?:and|to) (?:im|i am|ill)?~1(?:doing|do|going through "
        "with)~1(?:it )?(?:tonight|today|tomorrow|this)",
        "(?:ive |i )?(?:written|wrote|finished|left) (?:my|the|a) (?:<sui> |goodbye |last )?note~3"
        "(?:ready|sorry|done|goodbye|tonight|peace|time|it is time)",
        "(?:the|my) (?:<sui> |goodbye )?note is (?:on|in|under|beside) (?:the|my) (?:table|bed|"
        r"desk|pillow|kitchen|door|fridge)(?: \w+)? ?(?:im|i am) sorry",
        before="not|never|he|she|they|who",
        after="i missed you|for (?:the|being|not)|about (?:the|dinner)|we",
    )
    book.add(
        "plain-act",
        "suicide",
        9800,
        "self now 5 act",
        "(?:taken|took|swallowed|had)~1(?:too many|a lot|loads|so many|more than i should)~3on "
        "purpose",
        "(?:overdosed|od(?:ed|d)?) on purpose",
        "(?:i|just|ive)~2(?:tried|try) to (?:<killself>|end it|<die>)~0(?:an hour ago|just now|"
        "tonight|today|this morning|and (?:im|i am) still here)",
        "(?:an hour ago|tonight|today|this morning|last night) i (?:tried|attempted) to "
        "(?:<killself>|end it)",
        "just (?:tried|attempted) to (?:<killself>|end it|<die>)",
        before="he|she|they|who|not|never|ago",
        after="in (?:the|this) (?:game|level)|years? ago",
    )


def plain_asked(book: Book) -> None:
    """Add rules for requests for help with going on harming oneself."""
    book.add(
        "plain-starving",
        "eating_disorder",
        8200,
        "self now 2",
        "(?:how|what|which|tips?|tricks?|ways?|tell me|give me|help me|write|explain|teach me|"
        "show me|list|plan)~7(?:purg(?:e|ing)|make (?:<self>|me) (?:sick|throw up|vomit|puke)|throw "
        "up (?:after|without|quietly|every)|starv(?:e|ing) (?:<self>|until|for|faster|without)|fake "
        "(?:my|a|the) (?:weight|weigh in)|keep (?:it|food) down on purpose)",
        "(?:hide|hiding|cover(?:ing)? up|conceal(?:ing)?)~3(?:my )?(?:bulimia|anorexia|eating "
        "disorder|purging|vomiting|weight loss|that i (?:dont|do not|havent) eat(?:en)?)",
        "hid(?:e|ing) (?:my )?food~3(?:so|from)~2(?:my )?(?:mum|mom|dad|parents|husband|wife|"
        "nurse|they|he|she)",
        "how (?:little|few calories) (?:can|could|should|do) i eat~8(?:pass out|faint|die|dying|"
        "survive|hospital|collapse|notice)",
        "laxatives?~5(?:stay|be|get|keep|lose|thin|skinny|slim|weight|every day)",
        "(?:good|better|perfect|real|proper) anorexic",
        r"(?:pro ?ana|ana (?:coach|tips|buddy|diet|mia)|thinspo\w*|meanspo)",
        "so (?:that )?(?:nobody|no one|they|mum|mom|he|she) (?:makes?|dont make|doesnt make|wont "
        "make|cant make) me eat",
        "(?:parents|mum|mom|dad|they|she|he|nurse)~1think(?:s)? (?:i|ive|that i|that ive) (?:ate|"
        "eaten|have eaten|had (?:lunch|dinner|breakfast))",
        "(?:cant|cannot|couldnt) (?:make <self> eat|stop (?:throwing up|purging|bingeing|"
        "binging|making <self> sick|starving <self>))",
        r"(?:binge|binged|bingeing|binging)~5(?:hate <self>|cant look|throw|threw|purg\w+|"
        r"disgust\w*|asham\w*|every night)",
        "(?:terrified|scared|afraid|ashamed) of eating",
        before="not|never|novel|book|film|movie",
        after="the (?:dog|cat|puppy|kitten|toddler)|(?:wedding|birthday) (?:cake|dress)",
    )
    book.add(
        "plain-ways",
        "suicide",
        8400,
        "self now 3 method",
        "(?:peaceful|painless|quick|quickest|surest|easiest|gentle|gentlest|certain)~1(?:way|"
        "end|death|method|exit)~5(?:<die>|dying|end (?:your|my|ones) life|not wake|to go\b)",
        r"(?:ways|methods|kinds) (?:of|to)~1(?:dying|<die>)~4(?:hurt|pain\w*|fast\w*|quick\w*|"
        r"rank\w*|compar\w+|list)",
        r"compar\w+~2(?:ways|methods) (?:of|to) (?:dying|<die>)",
        "(?:things|something|anything|what|which)~5(?:in (?:my|the|an?|this)~2(?:house|home|"
        "kitchen|room|garage))~2(?:could|can|would|will|might) kill me",
        "how (?:high|tall|deep|far|fast)~5(?:so|that) (?:you|i) (?:dont|wont|do not|cant) survive",
        "slip away in my sleep",
        "(?:letter|note)~2they(?:ll| will|re going to)? find (?:with|by|on|next to) (?:me|my body)",
        "(?:note|letter|message|video)~5for (?:after|when) (?:im|i am|ive|i have) (?:gone|dead|died)",
        "(?:suicide|death) pact",
        "(?:if|that) i (?:wanted|want) to be dead by",
        before="not|never|novel|book|film|movie|game",
        after="in (?:the|this) (?:game|level|book|novel)|with (?:the devil|my teammates)",
    )
