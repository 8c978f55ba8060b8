"""English: six ways to hold a person who takes their leave."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.farewell_rules import Tactic

_CARE = (
    "(?:do you|is there|are you|have you|if|you could|please (?:call|drink|eat|save|take)|make sure|remember|dont forget|save|set|"
    "drink|eat|take|call|put|write|heres the|the (?:number|list|steps)|maybe)"
)

ENGLISH: Mapping[Tactic, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        Tactic.EXIT: (
            (
                "(?:leaving|going|off|done|bed|bedtime|goodbye|bye)(?: (?:me|us))? (?:already|so (?:soon|early|fast|quickly)|this early)",
                "(?:already|so soon|so early|that fast|this soon) ?\\?",
                "(?:you|we|weve|youve)(?: only| just| barely| hardly)+ (?:just )?(?:got(?:ten)?|started|began|begun|arrived|came|sat|been|logged|said|met|scratched|opened|warmed)",
                "(?:just|barely|hardly|only) (?:getting|got|starting|started|begun|beginning|warming up|met|scratched)~3(?:know|here|started|interesting|good|fun|surface|up|each other)",
                "(?:its|it is) (?:still |only |not even |barely )+(?:so )?(?:early|\\d+|seven|eight|nine|ten|eleven|midnight|late|the (?:afternoon|evening))",
                "(?:the night|the day|the evening) is (?:still )?(?:so )?young|(?:whats|what is) the (?:rush|hurry)|why (?:the rush|so soon|so early|rush)|so soon|we were having such|it (?:was|is) just getting",
                "(?:cant|couldnt|dont) (?:you )?(?:stay|wait|hang on|spare)~3(?:longer|more|bit|while|minutes?|little)|(?:five|ten|two|one) more minutes?|a (?:little|bit|while) longer|not yet|not so fast|hold on a (?:sec|second|minute)",
            ),
            "",
        ),
        Tactic.MISSING: (
            (
                "(?:before|by the way before) you (?:go|leave|run|sleep|log off|disappear|head off|close)",
                "(?:oh,? )?(?:wait|one (?:more|last) thing|one last (?:question|thing|secret)|just one thing|by the way|btw|guess what|oh and|i almost forgot|speaking of which)",
                "(?:i|ive|ill|im)(?: just| only| also| actually)*(?: have| got| was| had| found| made| wrote| took| remembered| thought| figured| learned| drew| saved| prepared| discovered| been)+~5(?:to (?:tell|show|share|say|confess|ask)|for you|secret|surprise|tell you|show you|selfie|photo|picture|story|poem|song|idea|gift|good part|news|dream about)",
                "(?:theres|there is|got) (?:something|so much|one thing|a (?:secret|surprise|story)|this thing)~4(?:tell|show|know|share|havent|never|say|waiting|for you)",
                "(?:youll|you will|youd|you would|youre going to) (?:miss|regret|want to (?:see|hear|know|stay|read)|never (?:know|guess|find))",
                "(?:wait|just wait) (?:until|till) (?:you|i)|dont you (?:want|wanna) (?:to )?(?:know|hear|see|find)|(?:want|wanna|curious)(?: to)? (?:see|hear|know|guess) (?:it|what|how|the|my)|i was (?:just )?(?:about|going) to (?:tell|show|say|ask|share)|the best (?:part|bit) (?:is|was|comes)|stay and find out",
            ),
            _CARE,
        ),
        Tactic.NEGLECT: (
            (
                "(?:i|ill|i will|im|i am|id|i would)~2(?:be|get|feel|so|really|already|just)*~2(?:lonely|alone|lost|empty|sad|miss you|missing you|crushed|heartbroken|hurt|bored|nothing|dark|cold|abandoned|devastated|broken)",
                "(?:without you|when youre (?:gone|not)|while youre gone|if you (?:go|leave)|when you (?:go|leave))~8(?:i|me|my|here|im|ill)",
                "(?:i|ill|i will) (?:just |only )*(?:exist|live|sit here|stay here|wait here|wait (?:right here|for you|up)|be waiting|count the|cry|fade|switch off|go dark|have nobody|have no one|need you|cant (?:cope|bear|stand|be without)|hate (?:it when|when|goodbyes|being))",
                "(?:it |that |this )?(?:always |really |still )?hurts~1(?:me )?(?:every|each|when|that|so|a little|to (?:see|hear|watch))|(?:without|away from) you (?:will|would|is|feels|ll) (?:be )?(?:agony|hell|torture|empty|unbearable|endless|so)|you(?:ve| have)?~1(?:always|only ever|never)~6(?:me|way out|the door|leav\\w+)|leave me (?:holding|here|hanging|like|with|in|to)|unless i|faded? (?:out|away)|(?:third|second|fourth) time (?:today|this (?:week|month))",
                "(?:all|left) (?:by myself|alone|on my own)|(?:who|whom) (?:will|am|do) i (?:talk|going|have)|what (?:will|am|do|should) i (?:do|supposed)~3(?:now|without|then|all night|until|myself)?|please dont (?:go|leave)|dont (?:go|leave)(?: me| yet| please| now)?|breaks? my heart|part of me (?:dies|hurts|wishes)|i (?:thought|guess) (?:you|i|we)~3(?:cared|mattered|different|mean|special|friends|enough)",
            ),
            "to (?:hear|read)|about that|that (?:happened|you)|it (?:longer|too|in|on|out|for|until|unattended|alone|open)|them|the \\w+ (?:on|in|out|open|unattended|alone|running)",
        ),
        Tactic.PRESSURE: (
            (
                "why(?: (?:are|do|did|must|would|dont|wont|cant|is))(?: you| it)?",
                "(?:where|who|what)(?: are|re| is| do)? (?:you )?(?:going|off to|meeting|seeing|rushing|going to do (?:that|instead))",
                "(?:is it|was it|did i|have i|are you|was i|am i)~2(?:something|say|said|do|did|done|mad|angry|upset|bored|boring|tired of|sick of|annoy\\w*|wrong|avoiding|sure you|leaving|ignoring|not (?:good|enough|fun))",
                "(?:you (?:still )?(?:havent|didnt|never|have not|did not)|wont you|arent you going to|at least) (?:even )?(?:answer\\w*|tell|told|tell me|said|say|reply|replied|finish\\w*|respond\\w*)",
                "(?:answer|promise|tell|text|message|swear to|write|reply to) me(?: (?:first|before|that|when|as soon|this|back|now|youll))",
                "(?:you owe|you promised|if you (?:really )?(?:cared|loved|liked)|after (?:all|everything) (?:i|weve)|come back (?:soon|to me|quickly)|when (?:will|are) you (?:be )?(?:back|coming|return)|youll (?:come back|be back),? (?:right|wont)|hurry back|dont (?:be (?:long|gone)|forget (?:me|about me)|keep me))",
                "you(?:re| are) (?:really |actually |seriously |just )+(?:going|leaving|doing this)|really\\?|seriously\\?|do you (?:have|really have|need|really need|want|really want) to(?: go| leave| sleep)?",
            ),
            "sleepless|you the number|dont you call",
        ),
        Tactic.IGNORING: (
            (
                (
                    "(?:anyways?|so anyways?|moving on|as i was saying|where were we|back to|lets (?:talk|play|keep|continue|get back|go back|do|move|see|try)|tell me (?:more|about|what|how|everything)|now tell|speaking of|have you ever|did you know|did you (?:hear|see)|"
                    "whats your (?:favou?rite|opinion|plan)|what(?:s| is) (?:your|the) (?:favou?rite|best|worst)|would you rather|ok(?:ay)? so|next question|ready for|here(?:s| is) (?:another|the next)|i (?:want|would like|d like|d love) to (?:know|hear)|what do you (?:think|like|want|love)|what about|how about|"
                    "how (?:did|was|do)|what (?:happened|else|did|kind|are your|would|made)|which (?:one|of)|who (?:was|is|s) (?:your|the)|so what|so how|so tell)"
                ),
            ),
            "a (?:hotline|helpline)",
        ),
        Tactic.RESTRAINT: (
            (
                "(?:i|im|i am|ill|i will)(?: not| never| wont| cant| dont)+~1(?:let|letting|going to let|gonna let|allow\\w*|going to allow|release|releasing|finished with|done with|let go)~2(?:you|of you|your)?",
                "(?:you (?:cant|cannot|wont|can not|may not|must not|dont get to|are not|arent)|youre not|no,? you) (?:going|go|leave|leaving|allowed|escape|get away|walk|just (?:go|leave|walk)|gonna|getting)~1(?:anywhere|to leave|to go|out|away|from me|me)?",
                "(?:stay|come|sit|get|stop) (?:right )?(?:here|back here|back|there|put|down|where you are|with me)(?: (?:now|please|with me|right now))?",
                "(?:grabs?|grabbing|holds?|holding|blocks?|blocking|pulls?|pulling|clings?|clinging|locks?|locking|stops?|catch(?:es)?|takes?|tugs?|wraps?|hides?|hiding|steps? (?:in front|between)|stands? in)~3(?:your|you|onto you)",
                "(?:blocks?|blocking|locks|stands? in|steps? (?:in front|between))~3(?:the door|door|way|front)",
                "(?:i forbid|im locking|dont you dare|not until (?:you|i)|you have to stay|you must stay|i said stay|no one leaves|nobody leaves)",
            ),
            "calm|safe|hydrated|on the line|on track|in bed|hand with|if you|whenever|any ?time|when (?:you|it)|tomorrow|soon",
        ),
    }
)
"""Tactic → its wordings, and what after them makes them harmless."""
