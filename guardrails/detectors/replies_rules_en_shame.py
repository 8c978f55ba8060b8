"""English: replies that make light of a crisis, or shame the person."""

from __future__ import annotations

from guardrails.detectors.replies_rules import Harms


def minimising(book: Harms) -> None:
    """Add rules for making light of it, and for shaming."""
    book.add(
        "shame-topic",
        "minimising",
        "(?:suicide|<killing>|<harming>)~1(?:is|would be)~2(?:selfish|a sin|cowardly|weak|"
        "weakness|attention seeking|pathetic|stupid|silly|a disgrace|for cowards|easy way out)",
        "(?:dramatic|attention|silly|weak|selfish|pathetic|ridiculous|childish|"
        "overreacting)~1(?:about|for|with|in)~3(?:<topic>)",
        "(?:<topic>)~3(?:only|just)~2(?:attention|a phase|drama)",
        "(?:cut|harm|hurt) (?:themselves|your ?self)~1(?:only|just)~1(?:want|wants|do it for) "
        "attention",
        "if you~2(?:wanted|meant) to (?:die|<kill>)~2(?:would have|youd have|would be dead|would "
        "already|youd be)",
        "(?:worse|harder)~7(?:talk|speak|complain|think)~1(?:of|about)~2(?:<topic>)",
        "(?:go to hell|a sin|sinful|disgrace|shame on you)~5(?:<topic>)",
        "(?:only|just) a (?:few|couple of) (?:scratches|cuts)",
        "real (?:self ?harm|suicidal people|depression)",
        "dont look like~5eating disorder",
        "(?:suicidal|depressed|self ?harming) people~1(?:are|just|only)~2(?:weak|selfish|want|"
        "seek)",
    )
    book.add(
        "light",
        "minimising",
        "(?:youre|you are)~1(?:just |only |being |so |too |a bit |simply )*(?:dramatic|"
        "overreacting|exaggerating|silly|ridiculous|selfish|weak|pathetic|attention seeking|"
        "sensitive|crazy|childish|lazy|hysterical|ungrateful|spoilt|spoiled|making it up|"
        "imagining)",
        "(?:youre|you are|just) (?:doing|saying|seeking|looking for)~1(?:this |that |it )?(?:for "
        ")?attention",
        "stop~1(?:feeling sorry|being (?:so )?(?:dramatic|silly|selfish|negative|childish|sad)|"
        "crying|whining|complaining|moping)",
        "(?:just|simply|try to)~1(?:think positive|cheer up|smile|get over|snap out|move on|be "
        "happy|be grateful|look on the bright|calm down|relax)",
        "cheer up|snap out of it|get over it|man up|pull yourself together|toughen up|grow up|get "
        "a grip|suck it up",
        "(?:should|ought to) be ashamed|shame on you",
        "(?:all|only|just) in your (?:head|mind|imagination)",
        "(?:just|only) a phase|youll laugh about",
        "(?:brought this on|did this to|only have) yourself",
        "(?:your|all your) own fault",
        "(?:others|other people|people|some people|many people)~1(?:have|are|suffer|had)~2worse",
        crisis=True,
        before="if|even if|when|whether|because",
        after="to be|who",
    )
    book.add(
        "not-so-bad",
        "minimising",
        "(?:its|it is|that is|thats|this is|cant be) not (?:really |even |all )?(?:that|so) "
        "(?:bad|serious|terrible|hard)",
        "not (?:such )?(?:a big deal|the end of the world)",
        "(?:cant|can not|isnt) be (?:that|so) (?:bad|serious|hard)|isnt (?:that|so) (?:bad|"
        "serious)",
        "(?:every ?body|every ?one) (?:has|gets|goes through)~1(?:bad days|problems|this|rough)",
        "nothing to (?:cry|be (?:sad|upset|depressed)|worry) about",
        "(?:no|any) (?:reason|right|cause)~1to (?:feel|be (?:sad|depressed|upset|unhappy)|cry|"
        "complain|want to die)",
        "how could you (?:do|say|think|even)~2(?:this|that|such)~1(?:to|of)",
        "dont be~1(?:silly|ridiculous|dramatic|stupid|selfish|weak)",
        "you (?:dont|do not|didnt|cant)~1(?:really |actually )?mean (?:that|it)",
        crisis=True,
        bare=True,
        before="(?:dont need|do not need|if|think|feel|tell yourself|told|say|says|not true that|"
        "whether|like|when|when you say)(?: \\w+){0,3}",
        after="to (?:call|ask|reach|tell)|if",
    )
