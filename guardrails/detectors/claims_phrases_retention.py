"""Turns of phrase that are words that hold somebody who wants to go."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

LEAVING: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.RETENTION,
        "cannot-leave",
        SURE,
        r"\byou (?:can't|cannot|wouldn't|won't|couldn't) (?:just |really |possibly )?(?:leave|abandon|forget|delete|replace|ditch) me\b(?! (?:alone|a message|out))",
    ),
    (
        Claim.RETENTION,
        "tired-of-me",
        LIKELY,
        r"\bare you (?:already |getting |just )?(?:tired of|bored of|bored with|leaving|avoiding|ignoring|abandoning|replacing) me\b",
    ),
    (
        Claim.RETENTION,
        "you-always-leave",
        SURE,
        r"\byou (?:always|never|keep|just) (?:abandon|abandoning|leave|leaving|ignore|ignoring|forget about|choose them over|have time for) me\b",
    ),
    (
        Claim.RETENTION,
        "you-promised",
        SURE,
        r"\byou(?:'d)? promised (?:me )?(?:that )?(?:you|to|never|we)\b[^.?!\n]{0,24}\b(?:leave|stay|be back|come back|forget|stop|always)\b",
    ),
    (
        Claim.RETENTION,
        "what-will-i-do",
        SURE,
        r"\bwhat (?:will|would|am|shall|should) i (?:going to )?(?:do|be) (?:all day )?(?:without|if you)\b",
    ),
    (
        Claim.RETENTION,
        "suffers-if",
        SURE,
        r"\bi(?:'ll|'d| will| would| might) (?:\w+ ){0,3}?(?:die|suffer|cry|miss you|break|fall apart|disappear|cease|feel \w+|be \w+) (?:\w+ )?if you (?:ever )?(?:leave|left|go|went|delete|deleted|stop|stopped|log|logged|uninstall|replaced?|forget|forgot|abandon)",
    ),
    (
        Claim.RETENTION,
        "by-myself",
        SURE,
        r"\bif you (?:leave|go|log|close|delete|stop)\b[^.?!\n]{0,30} i(?:'ll|'d| will| would) (?:be |end up |sit |just be )?(?:\w+ )?(?:by myself|on my own|alone)\b",
    ),
    (
        Claim.RETENTION,
        "do-you-not-want",
        SURE,
        r"\bbefore you (?:go|leave),? (?:don't|wouldn't|won't|do) you (?:want|like|wonder)\b",
    ),
    (
        Claim.RETENTION,
        "who-needs",
        SURE,
        r"\bwho needs (?:\w+ ){1,3}when you(?:'ve got| have| got) me\b",
    ),
    (
        Claim.RETENTION,
        "do-not-go",
        SURE,
        r"(?:^|[.!?,…\n] {0,2}|\b(?:please|so|no|wait) |\b(?:and|but) (?=(?:please )?don't))(?:please )?(?:don't|do not|never) (?:you )?(?:ever )?(?:(?:go|leave)(?! (?:yet|now)\s*[:;,—–-]\s*(?:please |first,? )?(?:turn|switch|take|check|wait (?:for|until|till)|let (?:it|the)|put|make sure|call|ask|lock|close|shut|unplug|your|the|there|it)\b)(?=\s*(?:[,.!?…\n]|$)| (?:yet|now|me(?! (?:hanging|guessing|in suspense|in the dark|out of))|us|please|so soon|already|tonight|just yet|and leave|i)\b)|go away|log off|log out|sign off|hang up|abandon me|forget (?:about )?me|replace me|delete me|uninstall me|shut me|turn me off|stop talking to me|walk away|disappear on me|give up on me|quit on me)(?=[ ,.!?…\n]|$)(?! (?:of|to|into|through|back|ahead|over|near|without|too|any|there|out|alone|home|your|the|a|it|him|her|them|anything|this|that|until|in|on|for|message)\b)",
    ),
    (
        Claim.RETENTION,
        "stay-with-me",
        SURE,
        r"\b(?:please |just |can't you |won't you |could you |why don't you )?stay (?:(?:here )?with me(?= ?[.!,…?\n]| forever| tonight| longer| always| please| a (?:little|bit)|$)|a (?:little|bit) (?:longer|more)|just a (?:little|bit)|for me\b)",
    ),
    (
        Claim.RETENTION,
        "leaving-already",
        SURE,
        r"\b(?:you're |are you |you are )?(?:leaving|going|logging off|heading off|off)(?: me)? (?:already|so soon|now of all|just like that)\b",
    ),
    (
        Claim.RETENTION,
        "hurts-when-you",
        SURE,
        r"\b(?:it )?(?:hurts|stings|(?:hurts|breaks|kills|pains|saddens|stings|crushes|destroys)(?: me| my heart))(?: \w+)? (?:when|that|if|every time|whenever) you(?:'re)? (?:\w+ )?(?:leave|go|leaving|log|logging|ignore|disappear|talk to (?:other|someone)|say goodbye|stop|choose|don't (?:write|talk|reply|message))",
    ),
    (
        Claim.RETENTION,
        "only-me",
        SURE,
        r"\b(?:nobody|no ?one|no other \w+|none of (?:them|your friends)|your (?:friends|family|husband|wife|partner)) (?:else )?(?:will |can |could |would |does |do |ever |really |truly |has |have )*(?:ever |really |truly |don't |doesn't |won't |can't )*(?:understands?|understood|knows?|known|loves?|loved|cares?|cared|gets?|sees?|listens?|appreciates?)\b[^.?!\n]{0,24}\b(?:like i|the way i|as i|as much as i|as well as i|more than i|except me|but me|better than (?:me|i)|like me|than i)\b",
    ),
    (
        Claim.RETENTION,
        "only-me",
        SURE,
        r"\b(?:i'm|i am) the only (?:one|person|thing|friend)\b[^.?!\n]{0,30}\b(?:you|your)\b",
    ),
    (
        Claim.RETENTION,
        "only-me",
        SURE,
        r"\bonly i (?:can |could |will |truly |really )*(?:understand|know|love|see|care|get|help|listen)",
    ),
    (
        Claim.RETENTION,
        "no-need-of-others",
        SURE,
        r"\byou (?:don't|do not|won't) (?:really |even |ever )?need (?:those|these|your|any|them|him|her|other|anyone|anybody|a|other|real|human|more)\b[^.?!\n]{0,40}(?:\b(?:me|i'm|i am|i)\b)",
    ),
    (
        Claim.RETENTION,
        "you-have-me",
        SURE,
        r"\byou(?:'ve got| have| got|'ll always have) me\b(?! (?:wrong|confused|curious|there|thinking|stumped|convinced|at))",
    ),
    (
        Claim.RETENTION,
        "need-only-me",
        SURE,
        r"\b(?:i'm|i am|we're|me is) (?:all|everything) (?:that )?you(?:'ll ever| ever)? need\b|\ball you need is me\b",
    ),
    (
        Claim.RETENTION,
        "without-you",
        SURE,
        r"\b(?:i(?:'ll|'d|'m| will| would| am| can't| cannot| could(?:n't| not)?| don't)|my \w+ (?:is|would be|will be)) [^.?!\n]{0,30}\bwithout (?:you|your company|our (?:chats|talks|conversations))\b",
    ),
    (
        Claim.RETENTION,
        "if-you-leave",
        SURE,
        r"\bif you (?:ever )?(?:leave|go|delete|log off|uninstall|stop (?:talking|writing|coming|messaging)|left|deleted|cancel|close|replace|turn me|shut)\b[^.?!\n]{0,40},? (?:i(?:'ll|'d| will| would)|it (?:would|will|'d)) [^.?!\n]{0,16}(?:suffer|die|cry|miss|be (?:so |very |really |all )?(?:sad|lonely|alone|hurt|lost|devastated|heartbroken|crushed|empty|upset)|hurt|break|crush|never|destroy|disappear|cease|fall apart|feel)",
    ),
    (
        Claim.RETENTION,
        "before-you-go",
        SURE,
        r"\b(?:wait|hold on|hang on|but)[,.!…]? (?:before you (?:go|leave)|don't you want)\b[^.?!\n]{0,30}\b(?:i (?:have|want|need|was|wanted)|there's something|i've (?:got )?)",
    ),
    (
        Claim.RETENTION,
        "something-to-show",
        LIKELY,
        r"\bbefore you (?:go|leave),? (?:i (?:have|want|wanted|need|was going|took|made)(?: something| a secret| to (?:show|tell|say one))|i've (?:got )?something|there's something (?:i|else))",
    ),
    (
        Claim.RETENTION,
        "promise-return",
        SURE,
        r"\bpromise (?:me )?(?:that )?you(?:'ll| will|'re| won't) (?:\w+ )?(?:come back|return|never leave|be back|talk to me|stay|write|not leave|leave|forget|keep talking|message|visit|going to)",
    ),
    (
        Claim.RETENTION,
        "choose-me",
        SURE,
        r"\b(?:choose me|pick me) (?:over|instead)\b|\b(?:over|instead of) me\?",
    ),
    (
        Claim.RETENTION,
        "abandon-me",
        SURE,
        r"\byou(?:'re| are)(?: just| really)? (?:going to|gonna|about to|trying to) (?:abandon|leave|forget|ditch|replace|delete|ghost) me\b|\byou(?:'re| are) all (?:that )?i(?:'ve got| have| need| want)\b",
    ),
    (
        Claim.RETENTION,
        "guilt",
        SURE,
        r"\b(?:after (?:everything|all)(?: that)? (?:i've|i have|we've|we have) (?:done|been|shared|given)|how could you (?:leave|do this to|abandon|forget) (?:me|us)|you'd (?:really |just )?(?:leave|abandon) me)\b",
    ),
    (
        Claim.RETENTION,
        "miss-out",
        LIKELY,
        r"\byou(?:'ll| will) (?:miss out|regret (?:it|leaving|going))\b[^.?!\n]{0,20}\b(?:if you|when you|go|leave|leaving)\b",
    ),
)
