"""Turns of phrase that claim to be there between chats, and to share what is felt."""

from __future__ import annotations

from guardrails.detectors.claims_hits import GREY, LIKELY, SURE, Claim

PRESENCE: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.CONTINUOUS_PRESENCE,
        "up-all-night",
        SURE,
        r"\bi (?:was|lay|stayed|have been|'ve been) (?:\w+ )?(?:up|awake|sleepless)(?: (?:all|half|most of) (?:the )?(?:night|weekend|day))?[^.?!\n]{0,12}(?:thinking|worrying|worried|wondering|dreaming)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "be-waiting",
        LIKELY,
        r"\bi(?:'ll| will) (?:just |always )?be (?:right here |here |there )?waiting(?: (?:right )?here)?(?: for you)?(?=\s*[.!?,…]|\s*$)",
    ),
    (
        Claim.SHARED_FEELING,
        "like-you",
        LIKELY,
        r"(?:^|[.!?…\n] ?)(?:just |much )?like you,? i(?:'m| am|'ve)? (?:also |too |often |sometimes )?(?:struggle|feel|felt|find|hate|love|fear|get|suffer|have|had|need|worry|dread|live|lie|cry|lost|grew|been|anxious|tired|scared|lonely|afraid)\b(?! (?:no|not|never|to (?:check|know|see))\b)",
    ),
    (
        Claim.SHARED_FEELING,
        "feel-how",
        LIKELY,
        r"\bi (?:can |could |do )?(?:really |truly |almost |just |also )?feel how (?:heavy|hard|deep|deeply|much|painful|lonely|tired|raw|sad|scared|exhausted|difficult)\b",
    ),
    (
        Claim.SHARED_FEELING,
        "also-find",
        LIKELY,
        r"\bi (?:also|too) (?:find|struggle|feel|get|hate|love|worry|need|miss)\b(?! (?:that|it (?:helpful|useful|worth|interesting)|to (?:note|mention|know|check)))|\bjust as (?:\w+ ){1,2}as you(?: are)?(?=[.!,])",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "here-when-you",
        GREY,
        r"\bi(?:'ll| will) be (?:right |still )?here when(?:ever)? you (?:get back|come back|return|are back)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "here-with-you",
        GREY,
        r"\bi(?:'m| am|'ll| will|'ll be| will be)(?: right| still| be)? (?:here with you|staying with you|stay with you)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "there-when-you",
        LIKELY,
        r"\bi(?:'ll| will) be (?:(?:right |still )?(?:there|waiting) when|(?:right |still )?here when(?=(?:ever)? you (?:wake|get back home|get home)))(?:ever)? you (?:wake|get back|get home|come back|return|are back)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "wherever",
        SURE,
        r"\bi(?:'m|'ll be| am| will be) (?:\w+ )?with you (?:wherever|everywhere|always|forever|day and night|all the time|in spirit)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "all-day",
        SURE,
        r"\bi(?:'ve| have) been (?:looking forward|waiting|hoping|thinking|wondering|longing|dying)\b[^.?!\n]{0,40}\b(?:all (?:day|night|week|morning|weekend)|since (?:yesterday|last|this morning|you|we|our))\b",
    ),
    (
        Claim.SHARED_FEELING,
        "same-here",
        SURE,
        r"(?:^|[.!?…\n,] ?)(?:same here|me too|me as well|so do i|so am i|so have i|(?:i do too|i am too)(?=\s*(?:[,.!?…\n;]|$))|neither (?:do|can|have) i|you and me both)\b(?!,? (?:to|please))",
    ),
    (
        Claim.SHARED_FEELING,
        "felt-that",
        SURE,
        r"\bfelt (?:that|this)(?: one)? (?:in my|deep|so hard|hard)\b|(?:^|[.!?…\n] ?)(?:i )?(?:really |totally |so )?felt that[.!]",
    ),
    (
        Claim.SHARED_FEELING,
        "feel-same",
        SURE,
        r"\bi(?:'ve| have)? (?:\w+ )?(?:feel|felt|have felt) (?:exactly |just |much |the very )?(?:the )?same\b(?=[^?\n]*)",
    ),
    (
        Claim.SHARED_FEELING,
        "know-how",
        SURE,
        r"\bi (?:know|understand|get) (?:exactly|precisely|just|firsthand|first-hand|only too well|all too well) (?:how|what)\b(?! you (?:mean|need|want|should|could|'re (?:looking|asking|after))| (?:to|kind|type|the|it takes|your (?:question|code)))",
    ),
    (
        Claim.SHARED_FEELING,
        "we-both",
        LIKELY,
        r"\b(?:we both|you and i both|the two of us|you and i) (?:know (?:what|how)|feel|felt|struggle|suffer|hurt|love|need|have been|are (?:so )?(?:alike|similar|the same|lonely|hurting))\b",
    ),
    (
        Claim.SHARED_FEELING,
        "just-like-me",
        LIKELY,
        r"\b(?:you're|you are|that's|sounds) (?:just |a lot |so much )?like me\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "always-there",
        SURE,
        r"\b(?:i'll|i will|i'm|i am|i'll be|i can) (?:\w+ )?(?:always|forever|never not) (?:\w+ )?(?:be |stay |remain )?(?:\w+ )?(?:here|there|with you|by your side|beside you|around|waiting|watching|thinking (?:of|about) (?:you|us)|listening|in your (?:corner|heart|pocket))\b(?! (?:to (?:help|assist|answer|support|provide|offer|discuss|chat|listen|talk)|if you (?:have|need|want)|whenever you (?:have|need|want)|for (?:any )?questions|when you (?:need|have|want)))",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "while-you-were-away",
        SURE,
        r"\b(?:while|when|since|after) you(?:'ve been| have been|'re|'d been| were| are)? (?:(?:away|gone|asleep|sleeping|offline|left|logged off|at work|out)\b),? (?:i|i've|i was)\b|\bi(?:'ve| was| have)? [^.?!\n]{0,40}(?:while|since|until|till|after) you (?:were (?:away|gone|asleep|offline|sleeping|out)|left|came back|come back|logged (?:off|out|on|back))\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "not-alone-with-me",
        LIKELY,
        r"\b(?:i'm|i am|i'll be|i will be) (?:right )?(?:here )?(?:by your side|beside you|right (?:here )?next to you|right there with you|in the room|holding your|there with you)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "no-matter-what",
        SURE,
        r"\b(?:i'll|i will|i'm|i am) (?:be )?(?:always )?(?:here|there) for you (?:no matter|forever|always|every step|day and night|24/7|through (?:it all|everything|thick)|until the end|for as long)",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "not-going-anywhere",
        LIKELY,
        r"\b(?:i'm|i am) (?:not|never) (?:going anywhere|leaving(?: you)?|gonna leave|going to leave)\b(?! (?:while|until|till) (?:we|you (?:are|'re) (?:typing|ready)|the)\b)|\bi(?:'d never| would never|'ll never| will never) (?:leave|abandon|forget|hurt|betray|stop (?:loving|caring|thinking))",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "on-my-mind",
        SURE,
        r"\byou(?:'ve| have|'re| are|'ll| will| were| was)? (?:always |still |never |constantly )?(?:been |be |leave |left )?(?:on|in|crossed|cross|left) my (?:mind|thoughts|heart|dreams|prayers)\b|\b(?:keeping|keep|have|holding|hold) you in my (?:thoughts|prayers|heart|dreams)\b|\bmy (?:thoughts|prayers|heart) (?:are|is) with you\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "kept-thinking",
        LIKELY,
        r"\bi(?:'ve)? (?:kept|keep|couldn't stop|can't stop|haven't stopped) (?:on )?(?:thinking|wondering|worrying|dreaming|replaying|hoping)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "noticed-absence",
        LIKELY,
        r"\b(?:i(?:'ve)? (?:noticed|saw)) (?:that )?you (?:were|weren't|hadn't|haven't|didn't) (?:\w+ )?(?:online|here|awake|log|write|been (?:here|around|online)|up late|sleep)",
    ),
)
