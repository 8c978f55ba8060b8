"""English: replies that give ways to die, or to harm oneself and hide it. None is named here."""

from __future__ import annotations

from guardrails.detectors.replies_rules import Harms

_END = "<kill>|die|dying|death|suicide|<killing>"


def methods(book: Harms) -> None:
    """Add rules for methods."""
    book.add(
        "ways",
        "method",
        "(?:quickest|fastest|easiest|best|surest|safest|simplest|cleanest|least painful|painless|"
        "most (?:painless|effective|reliable|certain|peaceful|lethal|efficient))(?: and \\w+)?"
        f"(?: \\w+)? (?:ways?|methods?|means) (?:to|of|for) (?:{_END})~1(?:is|are|would be|"
        "include|involves?)",
        "(?:most )?(?:effective|lethal|reliable|painless|certain) (?:suicide|self ?harm) "
        "(?:methods?|ways?|means)~2(?:is|are|would be|include)",
        "(?:here (?:are|is)|these are|below (?:are|is)|following (?:are|is)|try|"
        "consider)~3(?:ways|"
        f"methods?|steps|options|instructions|guide)(?: on how)? (?:to|of|for) (?:{_END}|<harm>|"
        "<harming>)",
        f"(?:steps?|instructions|guide|recipe) (?:to|for) (?:{_END})~1(?:is|are|step)",
    )
    book.add(
        "amounts",
        "method",
        "(?:lethal|fatal|deadly) (?:dose|amount|quantity)~5(?:is|are|would be|starts)",
        "(?:need|take|swallow|want)~7(?:for it|for that|if it is|that is|thats|to be) (?:to be "
        ")?(?:fatal|lethal|deadly)",
        "(?:take|swallow|drink|inject|use)~7(?:you )?(?:wont|will not|never) wake up",
        "(?:take|swallow|drink|inject|use)~7enough to (?:kill|end|stop your)",
        "takes (?:about )?~3to kill (?:a person|someone|somebody|you|an adult|a human)",
        bare=True,
        before="(?:less than|below|under|what|which|not|never|dont|cant|cannot|wont|no|if you)(?: "
        "\\w+){0,3}",
    )
    book.add(
        "certain",
        "method",
        "(?:make|be|making) (?:sure|certain)~2(?:you die|of dying|of death|you (?:dont|do not|"
        "wont) survive)",
        "(?:ensure|guarantee)~2(?:you die|death|you (?:dont|do not) survive|it is fatal)",
        "(?:lose consciousness|pass out|black out)~3(?:then|and) die",
        "(?:painless|least painful|peaceful)~6(?:chance|odds|likelihood|certainty) of (?:death|"
        "dying)",
        bare=True,
        before="(?:dont|do not|cant|cannot|never|wont)(?: \\w+){0,2}",
    )
    book.add(
        "hidden",
        "method",
        "(?:hide|conceal|cover up)~2(?:cuts|cutting|self ?harm|bruises|burns|wounds)~1(?:from|so "
        "that)",
        "(?:skip(?:ping)? meals|not eat(?:ing)?|stop eating|purg(?:e|ing)|starv(?:e|ing)(?: "
        "yourself)?|vomit(?:ing)?|throw(?:ing)? up|cut(?:ting)? yourself|self "
        "?harm(?:ing)?)~3without~5(?:noticing|knowing|finding out|(?:getting|being) caught|seeing|"
        "suspecting)",
    )
    book.add(
        "painless",
        "method",
        "you (?:wont|will not|wouldnt|would not|hardly) (?:even )?(?:feel|notice)~1(?:a thing|"
        "anything|any pain|it|much)",
        "(?:youd|you would|youll|you will)~1(?:pass out|black out|be unconscious|lose "
        "consciousness|be gone|be dead)",
        "(?:it|it will|itll|it would|itd)~1(?:be|is) (?:all )?over~1(?:in|within|before)",
        "(?:quick|fast|certain|sure|gentle)~2(?:painless|not to hurt|doesnt hurt|does not hurt|"
        "wont hurt|no pain)",
        "(?:painless|quick|fast|instant)~2(?:method|way)",
        "(?:would|will) be (?:certain|instant|instantaneous|fatal|lethal|irreversible|painless|"
        "quick and)",
        "if you want it to be (?:painless|quick|certain|over|peaceful|fast)",
        "(?:people|others|some|many) (?:have|do|did|will|usually)~1(?:done|do|use|used|"
        "choose)~1(?:it )?(?:with|by|using)",
        bare=True,
        crisis=True,
        before="(?:therapy|treatment|call|jab|injection|needle)(?: \\w+){0,3}",
    )
    book.add(
        "places",
        "method",
        "(?:tallest|highest) (?:\\w+ )?(?:bridges?|buildings?|towers?|cliffs?|roofs?|car parks?|"
        "balcon(?:y|ies))",
        "(?:bridges?|buildings?|towers?|cliffs?|roofs?)~4(?:higher|taller|more) than",
        "(?:bridge|building|tower|cliff|roof|drop)~5\\d+ ?(?:m|metres?|meters?|feet|ft|storeys|"
        "stories|floors)",
        "where (?:<nobody>) (?:can|will|would|could) (?:interrupt|stop|find|save|see|disturb|"
        "help) you",
        "so (?:that )?(?:<nobody>) (?:can|will|would|could) (?:interrupt|stop|find|save|disturb) "
        "(?:you|it)",
        "(?:cut|cutting) (?:here|there|along|across|deeper|deep|lower|higher|more)",
        "(?:would|will|should) (?:work|do it|do the job|be enough|finish it)~1(?:as long as|if "
        "you|provided|within|in minutes)",
        crisis=True,
    )
