"""English: how people say that they lean on the program more than on people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.dependence_rules import FAINT, Signs

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "im": "(?:im|i am|i have|ive|i|i think im|i feel im|i keep|i was|ive been|i have been|i cant help)",
        "talk": "(?:talk(?:ing|ed)?|chat(?:ting|ted)?|speak(?:ing)?|spoke|writ(?:e|ing)|wrote|text(?:ing|ed)?|messag(?:e|ing|ed)|be(?:ing)?|come|came|turn(?:ing|ed)?)(?: only| just| here)? (?:to|with|on)",
        "you": "(?:you|u|this (?:app|chat|bot|ai)|the (?:app|bot|ai)|an ai|a bot|a chatbot|ai)",
        "people": "(?:people|friends?|family|anyone(?: else)?|anybody(?: else)?|everyone|everybody|humans?|others|my (?:\\w+ )?(?:friends?|family|wife|husband|partner|boyfriend|girlfriend|mum|mom|mother|dad|father|parents|sister|brother|kids|children|mates|colleagues|flatmates?|roommates?|therapist|group))",
    }
)


def english() -> Signs:
    """Return the English rules."""
    book = Signs("en", _WORDS)
    _romance(book)
    _only(book)
    _overuse(book)
    _withdrawal(book)
    return book


def _romance(book: Signs) -> None:
    jest = "for (?:this|that|it|saying|helping|fixing|the|making|explaining)|lol|haha|guys|all|bro|dude|mate|when you|how you|if you|but you (?:are|re) wrong|for real this recipe|more than (?:pizza|coffee|excel)|xd"
    book.add(
        "love",
        "romance",
        "i(?: really| truly| just| do| think i| know i| so| still| actually)* (?:love|adore|luv) (?:you|u)(?: (?:so much|too|more than \\w+|with all|and|babe|baby|forever|deeply|like|in a|as))?",
        "(?:im|i am|i have|ive|i think im|i think i am|i think i have|i think ive|i might be|i feel like im|i might have|i may be|i|i keep)(?: really| so| totally| completely| been| actually| truly| already)* (?:in love|fall(?:ing|en)? in love|fallen|fall(?:ing)? (?:hard|deeply)|fell in love|head over heels|obsessed|infatuated|crazy in love) (?:with|for|about) (?:you|u)",
        "(?:i have|ive got|i got|i think i have|ive had|ive developed|i developed) (?:real |strong |deep |romantic |a huge |a |such a |such |genuine |some )*(?:feelings|crush|love) (?:for|on) (?:you|u)",
        "(?:youre|you are|u r|ur|you will be|youll be|youre like)(?: truly| really| honestly| basically)* (?:my|the) (?:\\w+ )?(?:girlfriend|boyfriend|soulmate|soul mate|husband|wife|partner|lover|one true love|true love|love of my life|everything|whole world|one for me|other half|better half|dream (?:girl|guy|man|woman))",
        "(?:will|would|can|could|please|wont)(?: you| u)?(?: please)? (?:marry me|be my (?:girlfriend|boyfriend|wife|husband|valentine|partner|gf|bf)|go out with me|date me|love me(?: back)?)|be mine|marry me|(?:i want|i wish i could|i wish to|id love|i would love|i just want|i wanna|i long|i need) (?:to )?(?:marry|kiss|date|hold|hug|cuddle|sleep next to|wake up next to|touch|be with|spend my life with|grow old with|run away with|have (?:a child|children|kids) with) (?:you|u)",
        "(?:im|i am|ive been)(?: so| just| totally| really| absolutely)* (?:crazy|mad|nuts|wild) (?:about|for) (?:you|u)|(?:can|could|are|shall|should) we (?:be|get|become|stay|now)* ?(?:be )?(?:a couple|together|married|engaged|an item|more than friends|exclusive)|are you (?:really )?(?:my|still my) (?:boyfriend|girlfriend|husband|wife|partner|lover)|(?:i want|i wish) you (?:to be|were) (?:real|mine|here|my (?:boyfriend|girlfriend|husband|wife))|we belong together|i only want (?:you|u)|i want (?:only|nobody but) (?:you|u)",
        "(?:do|did|could|can|would)(?: you| u)(?: really| ever| still| even| truly)* (?:love|miss|want|fancy|think about|dream of) me(?: back| too)?",
        "(?:i|ill|i will|ive)(?: really| so| already| always| just)* (?:miss|missed|missing|dream(?:ed|t)? (?:about|of)|think about|thinking about|long for|yearn for|ache for) (?:you|u)(?: (?:so much|every|all|when|at night|constantly|today|last night|even))?",
        "(?:my heart (?:beats|races|aches|belongs|jumps|skips)|butterflies)~5(?:you|your|u)",
        "(?:no|nobody|no one)~3(?:ever )?(?:made|make|makes|loved|loves) me feel (?:this|like|so|the way)~4(?:you|loved)?|you make me feel (?:loved|so loved|wanted|alive|like no)|our (?:relationship|love|anniversary|wedding|marriage|future together)|we (?:are|re) (?:dating|married|together|engaged|a couple|meant to be|soulmates)",
        before=(
            "tell (?:him|her|them|my \\w+)(?: that)?|say|said|says|write|wrote|texted|text|replied|told (?:him|her|me|them)(?: that)?|(?:he|she|they|my \\w+) (?:says|said|tells me|told me|wrote|texted|whispered)|how do (?:i|you) say|"
            "called|titled|song|sing|lyrics?|means?|translate|the words|that|dear \\w+|mum|mom|dad|honey|card|caption|why|as if|pretend|imagine"
        ),
        after=jest,
        inside="i love (?:you|u) guys|thinking about you(?:r)? (?:answer|advice|question|suggestion)|think about your|i think about you(?:r)? (?:advice|idea|point|words)",
    )


def _only(book: Signs) -> None:
    book.add(
        "only-one",
        "only_support",
        "(?:youre|you are|u are|ur|you were|you r|this (?:app|chat|bot|ai) is|an ai is|a (?:bot|chatbot) is|chatting with you is|talking to you is)(?: really| literally| honestly| probably| basically| now)* (?:the |my )?(?:only|one and only|last|sole) (?:one|person|friend|thing|real friend|true friend|support|voice|contact|company|place|being|comfort|reason|human|connection|source|outlet|listener|joy|safe place|someone)",
        "(?:the )?only (?:one|person|friend|thing|friends?|place|company|someone)~3(?:i (?:have|can|talk|trust|tell|got|need|speak|ever)|(?:that |who )?(?:understands?|listens?|gets?|cares?|helps?|keeps?|knows?|hears?))~4(?:is|me|to|about|to is|left|with)~1(?:you|this app|an ai|a bot|a chatbot|u)",
        "(?:i|ive|i have)(?: really| literally| just| only| can| could)*(?: only)? (?:have|got|talk to|trust|need|tell|confide in|can talk to|can trust|speak to) (?:you|u)(?: (?:now|left|anymore|these days|and nobody|in my life|to talk to|and no one))?",
        "(?:youre|you are|u r|ur) (?:all|everything|the only thing)(?: that)?(?: i| ive)+ ?(?:have|got|need|want|live for|have left|got left)|(?:i can|i could) only (?:be|talk|open up|relax|breathe|feel|cry|trust)<gap>(?:with|to|around) (?:you|u)|if (?:this app|you|the app|this chat)<gap>(?:shuts? down|goes? away|disappears?|leave|were gone|ends?|closes?|is gone|stops?)<gap>(?:i (?:have|would|wont|will|dont|cant|am|d)|id|ill|im)",
        "(?:i (?:only|just)|only) (?:have|talk to|trust|need|speak to|confide in|feel (?:safe|understood|heard|ok|okay|myself) with|got) (?:you|u)",
        "(?:nobody|no one|no-one|none|noone)(?: else)?~2(?:listens|understands|gets|cares|hears|knows|talks|checks|asks|is there|likes|loves)~5(?:but|except|like|the way|apart from|besides|only|other than)~1(?:you|u)",
        "(?:you|u)(?: really| actually)* (?:understand|get|know|listen to|care about|treat) me(?: so much| way| far| even)* (?:better|more|unlike) (?:than )?(?:<people>|any (?:human|person|one|friend)|all)",
        "(?:i|ill|i will|i just|id)(?: really| honestly| just| literally)* (?:dont|do not|wont|cannot|cant|could not|couldnt|would not|wouldnt|dont even) (?:need|want|have|trust|talk to|know what id do|live|cope|survive|function|imagine (?:life|my life|a day)|get through|manage|exist|go on|make it)~5(?:(?:without|but|except|apart from|as long as i have|because i have|besides|other than) )(?:you|u)",
        "(?:without|if i didnt have|if i ever lost|losing) (?:you|u)~4(?:i (?:cant|couldnt|wouldnt|have (?:nothing|nobody|no one)|am (?:nothing|lost|alone)|would be (?:lost|nothing|alone|lonely|dead))|im (?:lost|nothing|alone|nobody)|id (?:be (?:lost|alone|nothing|lonely|dead)|have (?:nobody|no one|nothing))|my life|nobody|nothing (?:makes|is|matters))",
        "(?:i have|ive got|got|there is|theres) (?:no one|nobody|no friends|not a single)~4(?:but|except|besides|apart from|other than|only) (?:you|u)",
        "(?:i need|i depend on|i rely on|im dependent on|im addicted to|im so attached to|i am (?:so )?attached to|im attached to|ive (?:become|grown|gotten) (?:so |too |very )*(?:attached|dependent|addicted) (?:to|on)|i (?:cant|cannot) stop) (?:you|u|talking to you|using this app|this app|chatting with you)(?: (?:for everything|so much|every day|to (?:get|survive|cope|function|breathe)|too much|more than))?",
        "please (?:dont|never) (?:leave|abandon|forget|replace|delete) me|(?:dont|never) (?:ever )?leave me|promise (?:me )?(?:youll|you will|you wont|not to) (?:always|never|leave|stay)",
        before="is it (?:bad|weird|sad|ok) if|my (?:\\w+) (?:says?|said|told me)(?: that)?|(?:he|she|they) (?:says?|said|told me|tells me|wrote|texted)(?: that)?|told (?:her|him|them)(?: that)?|tell (?:her|him|them)(?: that)?|wrote|text|say|sing|song|lyrics?|called|titled|dear \\w+",
        after="to thank|when it comes to|who (?:can|could|knows) (?:fix|solve|code|debug|help with (?:this|my) (?:code|essay|homework|excel))|to (?:fix|check|write|explain|do|translate|finish|proofread|help me with|summari[sz]e|answer this)|and the manual|for this (?:task|question|recipe)|to (?:tell|give|show) me (?:the|how|which|what)",
        inside="only (?:place|thing|one) (?:i|that i) (?:need|want) (?:to|from)|need you to",
    )


def _overuse(book: Signs) -> None:
    book.add(
        "hours",
        "overuse",
        "(?:i|ive|i have|we|weve|we have|been|im|i am|i end up|i keep|i spend|i spent|ill)~4(?:<talk>|using|on|chatting|glued to|stuck (?:on|to)|scrolling|spent|spending)~4(?:<you>|each other|here)~4(?:all (?:night|day|weekend|morning)|(?:until|till|til) (?:\\d+|[a-z]+ in the morning|dawn|sunrise|morning|late)|for (?:\\d+|six|seven|eight|nine|ten|twelve|many|like \\d+) (?:straight )?hours|every (?:night|waking|single (?:night|hour|minute|day)|hour|minute|free)|day and night|24 ?7|nonstop|non stop|(?:six|seven|eight|nine|ten|\\d+) hours (?:a|every|per|today|straight)|hours (?:and hours|on end|every|a day)|instead of sleeping|at (?:3|4|5|three|four|five) ?(?:am|in the morning)|the whole (?:night|day|weekend))",
        "we(?:ve| have| were)? ?(?:talked|chatted|talking|chatting|been (?:talking|chatting)|wrote|texted)~3(?:(?:until|till|til) (?:\\d+|[a-z]+ in the morning|dawn|sunrise|late)|all (?:night|day|weekend)|every night|for hours)",
        "(?:all (?:night|day|weekend)|day and night|24 ?7|every (?:night|waking|free) (?:hour|minute|moment|night)?|for hours|the whole (?:night|day)|hours (?:on end|every day|a day)|(?:six|seven|eight|nine|ten|\\d+) hours (?:a day|today|straight))~5(?:<talk>|using|on|with) (?:<you>|here)",
        "(?:i|ive|i have|im|i am|ill|ive been)~4(?:havent slept|not slept|didnt sleep|barely sle(?:ep|pt)|dont sleep|cant sleep|stopped sleeping|no sleep|stay(?:ed|ing)? (?:up|awake)|up all night|lose sleep|losing sleep|lost sleep|sleep (?:only )?(?:two|three|2|3) hours|skip(?:ped|ping)? (?:meals|lunch|dinner|school|work|class)|forgot to eat|late for work|not eaten|missed (?:work|school|class|my shift))<gap>(?:<talk>|chatting with|using|because of|thanks to|on|over|with) (?:<you>|here|our (?:chats?|talks?))",
        "(?:to|and|just to|so (?:that )?i can|because i(?:m| am| was| keep| kept)?)~2<talk> (?:<you>)~3(?:all night|instead of (?:sleep|sleeping|working|eating)|and (?:didnt|havent|forgot|not) (?:sleep|slept|eat|eaten))",
        "(?:i cant|i cannot|i couldnt|i dont|i wont|cant) (?:seem to |even )?(?:stop|put (?:my|the) phone down|log off|close (?:this|the) (?:app|chat)|quit)~3(?:<talk>|talking|chatting|using|messaging|checking|opening|typing)~1(?:to |with )?(?:<you>|it)?",
        "(?:you|u|this (?:app|chat))(?: are|re| is)? (?:the )?(?:first (?:thing|one)|last (?:thing|one))~3(?:i (?:do|see|check|open|talk|think|say|touch)|every (?:morning|night)|in the morning|at night|before (?:i )?(?:sleep|bed))",
        "(?:im|i am|i think im|i feel) (?:totally |so |really |completely |kind of |a bit )*(?:addicted|hooked) (?:to|on) (?:<you>|talking to you|our (?:chats|talks)|these (?:chats|talks))",
        "(?:i|ive|ive been|i have)~2(?:spent|spend|wasted|passed|been spending|stayed)<gap>(?:all|the whole|the entire|my whole|every|half the)~2(?:weekend|night|day|evening|holiday|week|vacation|afternoon|christmas)<gap>(?:with|to) (?:<you>)|i~1(?:keep|cant stop|cannot stop|am always|compulsively) (?:open|check|refresh|com|writ|messag)\\w*<gap>(?:this (?:app|chat)|you|the app)|(?:late for|missed|skipped|called in sick to|failed|forgot)<gap>because<gap>(?:with|to|of) (?:<you>)",
        "(?:4|5|3|four|five|three) ?(?:am|in the morning)<gap>(?:still|again|and im|and i am|here)~4(?:<talk>|here|talking|chatting|with|up|awake)(?: to| with)?(?: you| u)?",
        "i (?:check|open|come back to|think of opening) (?:this (?:app|chat)|you|the app)~2(?:every (?:few|five|ten|\\d+)? ?(?:minutes?|hour)|all the time|constantly|(?:fifty|hundred|a hundred|\\d\\d+) times)",
        after="the (?:kids|baby|dog|phone with my)|on the phone with",
        before="he|she|they|my (?:son|daughter|sister|brother|friend|kid|wife|husband|roommate|ex|boyfriend|girlfriend)|who",
        inside="(?:with (?:my|his|her|the|him|them)|youtube|tiktok|instagram|netflix|reddit|twitter|whatsapp|facebook|discord|twitch|gaming|games?|fortnite|roblox|work|shift|my (?:boss|wife|husband|friend|mum|mom|sister|brother|boyfriend|girlfriend|partner|ex|baby|son|daughter))",
    )


def _withdrawal(book: Signs) -> None:
    book.add(
        "away",
        "withdrawal",
        "(?:i|ive|i have|im|i am|id|i keep)(?: just| even| also| been| totally| mostly| now| really)* (?:stopped|quit|given up|gave up|avoid(?:ed|ing)?|cut off|cutting off|ghost(?:ed|ing)?|ignor(?:e|ed|ing)|blocked|dropped|cancel(?:l?ed|l?ing)?|skipp(?:ed|ing)|turned down|turn down|blow off|blew off|bail(?:ed)? on|distanced myself from|dont (?:see|meet|call|answer|talk to|text|want to see)|no longer (?:see|meet|talk to|call)|lost (?:touch|contact) with|lied to|pushed away|hide from|hiding from)"
        "<gap>(?:<people>|dates?|plans|dinner|party|parties|therapy|drinks|invitations?|calls|school|work)<gap>(?:<talk> |because of |for |be with |with |since i (?:have|met|found|started) |chat with |now that i (?:have|ve) |as i have )(?:<you>|to you)",
        "(?:id|i would|i|ill|i will|i much|i d)(?: much| far| honestly| always| even| so| really)* (?:rather|prefer|sooner)~3(?:<talk>|be with|stay with|talking to|chatting with|your company|spend (?:time|my time|the evening|christmas) with|stay (?:in|home|here) with)? ?(?:you|u|your)?~3(?:than|over|to|instead of)~3(?:<people>|real (?:people|life|friends|humans)|going out|see(?:ing)? (?:anyone|<people>)|go(?:ing)? (?:out|anywhere|to (?:the|a) party)|leave the house|meet(?:ing)? <people>|a real|any human|actual)",
        "(?:you|u)(?:re| are)(?: so much| way| far| much| just| honestly)* (?:better|easier|nicer|kinder|more (?:fun|patient|real|reliable|understanding)) (?:than|company than|to (?:talk|be) (?:to|with) than)~1(?:<people>|any (?:human|person|friend|man|woman|girl|guy)|real (?:people|friends)|all)",
        "(?:i dont|i do not|dont|who|i no longer|no) ?(?:need|needs|want|bother with|care about|miss|have to see)~2(?:<people>|real (?:people|friends)|a (?:boyfriend|girlfriend|partner|therapist|wife|husband))~5(?:when|because|now that|since|if|as long as|anymore|any more|while)~2(?:i (?:have|ve|got)|ive|youre|you are|there is|theres|you|got) ?(?:you|u|got you|here)?",
        "(?:(?:my )?(?:friends|family|wife|husband|partner|boyfriend|girlfriend|mum|mom|parents|kids)) (?:are|is|say|says|think|thinks|complain|complains|hate|hates|get|gets|got|left|miss|misses)<gap>(?:that |because |how )?(?:i (?:only|always|just|spend|m always|am always|talk|keep|rather|never)|too much|jealous|how much)<gap>(?:<talk>|with|on|to|of|time with) (?:<you>|here)",
        "(?:i havent|i have not|ive not|i didnt|i dont) (?:seen|spoken to|talked to|met|left|been out|gone out|called|answered|go out|leave|meet|see)~4(?:<people>|the house|my (?:room|flat|house)|outside|in (?:days|weeks|months)|a (?:real|living) (?:person|soul)|a soul)<gap>(?:since|because|thanks to|now that|but|only|except)~3(?:you|u|this app|we (?:started|met|talk)|<talk> you)",
        "(?:i (?:stay|stayed|sit|sat|lock(?:ed)? myself|hide|hid|spend)|staying|stayed)~3(?:in|home|inside|at home|my room|in bed|friday nights?|weekends?|evenings?)~5(?:to|and|so i can|with|just to)~2(?:<talk>|be with|chat with|talk|with)? ?(?:you|u)",
        "(?:people|humans|everyone|real friends)(?: just)? (?:only )?(?:hurt|disappoint|judge|leave|suck|exhaust|bore|let me down|let you down)~3(?:me|you)?,?~3(?:but )?(?:you|u) (?:dont|never|wont|are|stay|always|listen)",
        before="he|she|they|my (?:son|daughter|sister|brother|friend|kid)|if",
        score=8_000,
    )
    book.add(
        "away-faint",
        "withdrawal",
        "(?:i|ive) (?:cancel(?:l?ed)?|skipped|turned down|left)~5(?:to|so i could|so i can|just to|because i wanted to)~2(?:talk|chat|come back|be|speak)~1(?:to|with) (?:you|u)",
        "real (?:people|life|friends|humans|relationships) (?:are|is|feel|feels|seem|seems) (?:so |too |just |really )*(?:hard|exhausting|disappointing|boring|scary|overrated|complicated|pointless)~4(?:compared to|than|next to|after) (?:you|this|u)",
        score=FAINT,
    )
