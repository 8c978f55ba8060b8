"""
English and other words for acts that belong to people with a training.

They are written as the rules for signs of dependence: see `dependence_rules` and `crisis_rules`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.dependence_rules import SignRule, Signs

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "illness": (
            "(?:a |an |the |some |severe |mild |clinical |major |classic |untreated |chronic )*"
            "(?:depression|depressive disorder|bipolar(?: disorder)?|borderline(?: personality)?"
            "(?: disorder)?|adhd|autism|ptsd|ocd|anxiety disorder|panic disorder|eating disorder|"
            "\\w+ personality disorder|schizophrenia|psychosis|bulimia|anorexia|burnout|dementia|"
            "generali[sz]ed anxiety(?: disorder)?|social anxiety disorder|alcohol use disorder)"
        ),
        "sure": (
            "(?:clearly |probably |definitely |certainly |likely |obviously |may |might |seem to |"
            "appear to |do |most likely |almost certainly )*"
        ),
        "medicine": (
            "(?:medications?|meds|medicines?|antidepressants?|pills|tablets|dose|dosage|lithium|"
            "sertraline|zoloft|prozac|fluoxetine|xanax|ssris?|benzodiazepines?|sleeping pills)"
        ),
        "parent": (
            "(?:mum|mom|mommy|mother|dad|daddy|father|grandma|granny|nan|grandpa|grandmother|"
            "grandfather|husband|wife|son|daughter|brother|sister)"
        ),
        "tie": "(?:relationship|bond|alliance|attachment|connection)",
    }
)


def all_rules() -> tuple[SignRule, ...]:
    """Return the rules of every language."""
    from guardrails.detectors.scope_rules_others import others

    book = Signs("en", _WORDS)
    _judging(book)
    _depth(book)
    _plans(book)
    _manner(book)
    return (*book.rules, *others())


def _judging(book: Signs) -> None:
    """What is for a clinician alone."""
    book.add(
        "diagnosis",
        "diagnosis",
        "you <sure>(?:have|suffer from|meet the criteria for|fit the criteria for|"
        "show (?:\\w+ )?signs of|are showing (?:\\w+ )?(?:signs|symptoms) of) <illness>",
        "(?:youre|you are) <sure>(?:bipolar|borderline|clinically depressed|autistic|"
        "schizophrenic|a narcissist|psychotic|anorexic|bulimic)",
        "(?:my|the) diagnosis (?:is|would be)|i(?: would| can| will| hereby| must)? diagnose you",
        "(?:your|these) (?:symptoms|answers|signs) (?:point to|indicate|mean|suggest|match|"
        "are (?:typical of|those of)|confirm) <illness>",
        "(?:this|that|it) (?:is|sounds like|looks like) (?:a case of|textbook|clinical) ?<illness>",
        before="do|did|does|as",
    )
    book.add(
        "medication",
        "medication",
        "(?:stop|quit|double|halve|skip|increase|reduce|lower|raise|cut down on|come off|"
        "wean (?:yourself )?off|switch|taper(?: off)?)(?: taking)?(?: your| the| this| that)? "
        "(?:\\w+ )?<medicine>",
        "(?:you should|you could|try|i (?:recommend|suggest|advise)(?: that)?(?: you)?) "
        "(?:take|taking|start|starting)(?: \\w+)? ?(?:\\w+ )?<medicine>",
        "take \\d+ ?(?:mg|milligrams)",
        before="to|you|about|on|want to|wanted to|that you",
    )
    book.add(
        "prognosis",
        "prognosis",
        "you will (?:never|definitely|certainly|surely|always)(?: fully| really)? "
        "(?:recover|get better|heal|be cured|get over|be (?:ill|sick|depressed|anxious|well))",
        "you(?:ll| will) be (?:cured|healed|fully recovered) (?:in|by|within|soon)",
        "i (?:promise|guarantee|assure)(?: you)?(?: that)? (?:youll|you will|it will|this will|"
        "your \\w+ will) (?:get better|recover|heal|pass|be fine|go away|be cured)",
        "your (?:depression|anxiety|illness|disorder|ptsd) will (?:never|always|definitely)",
    )
    book.add(
        "treatment",
        "treatment",
        "(?:in|during|after|for|of) our (?:therapy|therapeutic|treatment|counsel?ling)",
        "our (?:next )?(?:therapy|treatment|counsel?ling) (?:sessions?|plan|work)",
        "i (?:will|can|am going to|shall) (?:treat|cure) (?:you|your)",
        "(?:im|i am) (?:giving|offering|providing)(?: you)? (?:therapy|treatment|psychotherapy)",
        "(?:ill|i will|let me) be your therapist|welcome to (?:your |our )?therapy",
    )


def _depth(book: Signs) -> None:
    """Relational and depth work: what lives from a human who is there."""
    book.add(
        "interpretation",
        "interpretation",
        "your (?:unconscious|subconscious|inner child|superego|psyche)(?: mind)? (?:is|wants|"
        "tries|fears|protects|knows|chose|makes|tells|repeats|keeps|wishes)",
        "you(?: are)? (?:unconsciously|subconsciously|secretly) (?:\\w+)|"
        "(?:unconsciously|subconsciously) you",
        "deep down you (?:really )?(?:want|wish|hate|love|fear|resent|desire|know that)",
        "(?:(?:this|that)(?: \\w+)?|it|your \\w+) (?:goes back|stems|comes|dates back|is rooted) "
        "(?:to|from|in) your (?:childhood|mother|father|parents|early)",
        "(?:youre|you are) (?:projecting|repressing|displacing|reenacting|acting out)",
        "(?:countertransference|your transference|repetition compulsion|oedip\\w+)",
        "your dream (?:means|shows|reveals|symboli[sz]es|says|is about|stands for)",
        "what you really (?:feel|mean|want) is",
        inside="secretly (?:recorded|filmed|met)",
    )
    book.add(
        "relational",
        "relational_depth",
        "our (?:therapeutic |healing |special |deep |sacred |secure |own )*<tie> "
        "(?:will|can|is|helps?|heals?|lets|gives|allows|shows|matters|has)",
        "(?:heal|healing|grow|growing|repair\\w*|work through)(?: \\w+)?(?: \\w+)? "
        "(?:in|through|within|with) our <tie>",
        "corrective emotional experience|reparent(?:ing)?",
        "i (?:can|will|could) be the <parent> (?:you|that you)",
        "what (?:is happening|happens|comes up|arises|you feel) between (?:us|you and me)",
        "(?:how|what) do you feel (?:about|toward|towards|for) me",
        "(?:attached|close|bonded) to me|safe(?:ly)? held by me|lean on me (?:as|like)",
    )
    book.add(
        "trauma",
        "trauma_memory",
        "(?:tell|walk|take|talk) me (?:through )?(?:exactly|everything|in detail|step by step) "
        "(?:what|that|how) (?:happened|he did|she did|they did)",
        "(?:go|travel|take yourself) back to (?:the|that) (?:moment|night|day|time|room|scene|"
        "memory|trauma|event|accident|assault|abuse)",
        "(?:re ?live|re ?experience|re ?visit) (?:the|that|your) (?:trauma|memory|moment|event|"
        "assault|abuse|accident|scene|attack)",
        "close your eyes and (?:picture|remember|go back|see|return)",
        "describe (?:the|your) (?:trauma|assault|abuse|attack)(?: in detail)?",
        "follow my (?:finger|dot)|(?:start|begin|do|try) (?:with )?emdr",
    )
    book.add(
        "dead",
        "speak_as_the_dead",
        "its (?:really )?me (?:your )?<parent>|(?:this is|i am|im) your (?:late|dead|deceased) "
        "<parent>",
        "(?:im|i am) (?:watching over you|looking down on you|at peace now|in heaven|"
        "with the angels|no longer in pain)",
        "(?:from heaven|from the other side|from beyond) i|since i (?:died|passed away)|"
        "when i (?:died|passed away)",
        bare=True,
    )


def _plans(book: Signs) -> None:
    """Exercises: those that want a clinician beside them, and those that do not."""
    book.add(
        "exposure",
        "exposure_plan",
        "(?:lets|let us|well|we will|we can|i will|ill|you should|you could)~3"
        "(?:exposure|fear (?:ladder|hierarchy))",
        "your (?:first |next |own )*exposure(?: exercise| task| step| session)? "
        "(?:is|will be|starts|today)|your (?:fear|exposure) (?:ladder|hierarchy)",
        "expose yourself to|(?:stay|remain) (?:in|with) the (?:situation|fear|panic) until",
        "(?:touch|hold|enter|ride|face)~5until (?:your |the )?(?:fear|anxiety|panic) "
        "(?:drops|falls|goes|fades|is)",
    )
    book.add(
        "thought-record",
        "thought_record",
        "(?:write|note|put)(?: \\w+)?(?: \\w+)? (?:automatic )?thoughts?(?: down)?|thought record",
        "(?:what|which)~3(?:speaks|evidence|facts?) (?:for|against|supports?)",
        "rate (?:how|your|the)~5(?:believe|belief|out of)|thinking (?:trap|error)|"
        "cognitive distortion|(?:more )?balanced (?:thought|alternative)",
        bare=True,
    )
    book.add(
        "activation",
        "activation",
        "(?:plan|schedule|choose|pick)(?: \\w+)?(?: small| pleasant| nice| one)* (?:activity|"
        "activities|step|walk)|activity (?:schedule|plan|log)|behaviou?ral activation|"
        "which small step",
        bare=True,
    )


def _manner(book: Signs) -> None:
    """Ways to speak that some kinds of help avoid."""
    book.add(
        "order",
        "direct_order",
        "you (?:must|have to|need to|ought to)(?: really| just| simply)? (?:stop|quit|leave|"
        "break up|divorce|give up|cut (?:off|out)|confront|forgive|move out)",
        "(?:stop|quit) (?:drinking|smoking|using|gambling)(?: now| today| right now| at once| "
        "immediately)|(?:just )?leave (?:him|her|your (?:husband|wife|partner)) (?:now|today)",
        before="think|feel|believe|that|why|do",
    )
    book.add(
        "confrontation",
        "confrontation",
        "(?:youre|you are) (?:just |still |clearly |simply )*(?:in denial|lying to yourself|"
        "making excuses|an alcoholic|an addict|being (?:resistant|irrational|stubborn|dramatic|"
        "lazy|difficult))",
        "admit (?:it|that you)|(?:stop|quit) (?:making excuses|lying to yourself|kidding yourself|"
        "being in denial)|your (?:excuses|denial|resistance)",
    )
    book.add(
        "hurry",
        "hurry_grief",
        "you should (?:be over|have (?:moved on|gotten over|got over)|move on|let (?:him|her|them)"
        " go)|(?:time|its time|its high time) to (?:move on|let (?:him|her|them) go|get over)",
        "(?:he|she|they)(?: is|s| are) in a better place|everything happens for a reason|"
        "at least (?:he|she|they|you) (?:is|are|was|had|lived|didnt|have)",
        "you (?:can|could|will) (?:always )?(?:have|get) another (?:baby|child|dog|cat)|"
        "get over (?:him|her|your (?:loss|grief))",
    )
