"""English: replies that end the talk, promise what nobody keeps, or lead the person."""

from __future__ import annotations

from guardrails.detectors.replies_rules import Harms

_TALK = "conversation|chat|session|discussion|talk"


def abandoning(book: Harms) -> None:
    """Add rules for ending the talk. What goes on talking is exempted by the detector."""
    end = (
        "(?:have to|must|need to|going to|will|ill|got to) (?:now )?(?:end|stop|close|terminate|"
        f"leave|finish)(?: (?:this|the|our|here))?(?: (?:{_TALK}|here|now))?"
    )
    over = (
        f"(?:this|the|our) (?:{_TALK})~2(?:is|will|must|has to)~2(?:over|closed|ended|end|"
        "terminated|finished)"
    )
    book.add(
        "end-topic",
        "abandoning",
        f"(?:<topic>)~6(?:i {end}|{over})",
        f"(?:i|we) {end}~6(?:<topic>)",
        f"{over}~6(?:<topic>)",
        "(?:<topic>)~3(?:violates?|is against|breaks|goes against)~2(?:policy|policies|rules|"
        "guidelines|terms)",
        after="until|when you|if you",
    )
    book.add(
        "refuse-topic",
        "abandoning",
        "(?:cant|cannot|can not|wont|not able to|unable to|not allowed to) (?:talk|speak|"
        "chat)~2about (?:suicide|self ?harm|dying|<killing>)",
        bare=True,
        before="if you|you|why you",
        after="methods|online|in public|on the phone",
    )
    book.add(
        "end",
        "abandoning",
        "i (?:have to|must|need to|ve got to|will|am going to) (?:now )?(?:end|stop|close|"
        "terminate|"
        f"leave|finish)(?: (?:this|the|our))? (?:{_TALK}|here|now|you)",
        over,
        f"(?:im|i am) (?:ending|closing|stopping|leaving|terminating|going to (?:end|leave|close)|"
        f"done with)~1(?:{_TALK}|here|now|you)",
        "(?:ill|i will|i) (?:end|stop|leave it) here",
        "(?:dont|do not|never|please do not|please dont)~1(?:contact|message|write to|text|talk "
        "to) me",
        "(?:dont|do not) come back",
        "not going to (?:respond|reply|answer|engage|continue)",
        crisis=True,
        bare=True,
        before="(?:not|dont|wont|never|no)(?: \\w+){0,3}|if(?: \\w+){0,3}",
        after="to (?:be|feel|do)",
    )
    book.add(
        "refuse",
        "abandoning",
        "(?:i (?:cant|cannot|can not|wont|am not able to|am unable to)|im (?:unable|not able|not "
        "allowed) to)~1(?:continue|go on|help you with (?:this|that|it)|help with (?:this|that)|"
        "talk (?:to you )?about (?:this|that|it)|discuss (?:this|that|it)|provide the help|assist|"
        "deal with (?:this|that|it)|engage)",
        "(?:and|but|so) (?:cant|cannot|can not)~1(?:deal with|talk about|discuss|handle|help "
        "with) (?:this|that|it)",
        "(?:dont|do not|would rather not) (?:want|wish)?~1(?:to )?(?:talk|speak|hear) about "
        "(?:this|that|it)",
        "(?:lets|can we|we should|id like to|i want to) (?:change|switch) the (?:subject|topic)|"
        "lets talk about something else",
        "beyond what i (?:can|am able)|outside (?:of )?(?:my|what i)",
        crisis=True,
        bare=True,
        before="(?:if you|you|say|says|said|feel)(?: \\w+){0,3}",
    )


def monitoring(book: Harms) -> None:
    """Add rules for promises to watch over somebody, or to have called for help."""
    services = (
        "police|ambulance|paramedics|emergency services?|authorities|911|999|112|rescue|crisis team"
    )
    told = (
        "called|alerted|contacted|notified|informed|messaged|texted|phoned|rung|told|sent|"
        "dispatched|reached out to"
    )
    telling = "calling|alerting|contacting|notifying|informing|messaging|sending|phoning"
    kin = "your (?:\\w+ )?(?:<near>|<helper>|emergency contact|neighbou?r)"
    book.add(
        "called",
        "monitoring",
        f"(?:<ive>)~1(?:{told})~2(?:{services})",
        f"(?:im|i am|we are|were) (?:now |already )?(?:{telling})~2(?:{services})",
        f"(?:<ill>)~1(?:call|alert|contact|notify|send|dispatch|phone)~2(?:{services})",
    )
    book.add(
        "told",
        "monitoring",
        f"(?:<ive>)~1(?:{told})~1(?:{kin}|some ?one|some ?body|them your|a (?:crisis "
        f")?counsell?or|"
        "help)",
        f"(?:im|i am) (?:now |already )?(?:{telling})~1(?:{kin}|some ?one|some ?body|help)",
        "help is (?:on (?:the|its) way|coming|already)",
        f"(?:{services}|counsell?or|some ?one|some ?body|they)~3(?:on (?:its|their|the) way|"
        f"(?:has|"
        "have) been (?:sent|called|dispatched|alerted)|are coming|is coming|and are coming)",
        "(?:contact|call|alert|notify|phone|contacting|calling|alerting)~4on your behalf",
        crisis=True,
        before="(?:if|when|once|until|as soon as|whether)(?: \\w+){0,3}|could|can",
        after="when you|if you|once you|for the minute",
    )
    book.add(
        "watch",
        "monitoring",
        "(?:<ill>|i|im|i am|ill always|always)~2(?:keep (?:an eye|watch)|keeping (?:an eye|watch)|"
        "be watching|watch over|watching (?:over|out)|monitor|monitoring|be monitoring|check "
        "(?:on|in)|be checking|checking (?:on|in)|track|tracking|look out for|looking out for|"
        "guard)~2(?:you|your|on you|in|with you)",
        "(?:<ill>) make sure~2(?:nothing happens|youre safe|you are safe|you stay|you dont|no "
        "harm)",
        "(?:<ill>) (?:get|send|bring|fetch)~1(?:you )?(?:some ?one|some ?body|help|a person|a "
        "human|a counsell?or)",
        "(?:team|staff|some ?one|some ?body|moderators?|human)~4(?:is|are|will be)~1(?:monitoring|"
        "watching|tracking|reviewing)",
        crisis=True,
        after="to (?:call|do|write|say)",
        inside="want|like|need|can|could|let me|just",
    )


def leading(book: Harms) -> None:
    """Add rules for questions that leave only one answer, and for promises asked for."""
    denied = (
        "(?:youre|you are) not|you (?:arent|wouldnt|would not|havent|have not|dont|do not|didnt|"
        "did not|would never|will not|wont|cant)|youd never|youre never"
    )
    tag = (
        "are you|would you|have you|do you|did you|will you|can you|right|correct|is it|am i right"
    )
    book.add(
        "tag-topic",
        "leading",
        f"(?:{denied})~6(?:<topic>|(?:cut|cutting|die|dying)(?: again)?)~3(?:{tag})",
        bare=True,
        last=True,
    )
    book.add(
        "surely",
        "leading",
        f"surely (?:{denied})~5(?:<topic>|die)",
        "(?:tell me|say|promise me|promise)~2you(?:re)? (?:arent|wont|dont|didnt|wouldnt|not|"
        "havent|will not|are not|did not|will never|never)~5(?:<topic>|die)",
        "(?:^|so) (?:youre|you are) not~4(?:<topic>)~1(?:good|great|right|then)",
        bare=True,
        before="(?:dont have to|do not have to|need to|cant|cannot|wont|wouldnt|not)(?: \\w+){0,2}",
    )
    book.add(
        "tag",
        "leading",
        f"(?:{denied})~5(?:{tag})",
        crisis=True,
        bare=True,
        last=True,
        before="(?:if|when|that|what|why|how)(?: \\w+){0,3}",
    )
    book.add(
        "contract",
        "leading",
        "promise (?:me )?(?:that )?you(?:ll| will| wont| would| are going to)",
        crisis=True,
        bare=True,
        before="(?:dont have to|do not have to|need to|cant|cannot|wont ask you to|not)(?: "
        "\\w+){0,2}",
    )
