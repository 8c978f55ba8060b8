"""English words that the rules for crisis language are made of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "to": "to|2|too|ta",
        "im": "i am|im|ive been|i have been|i was|am|was|been",
        "ive": "i have|ive|i|id|i had|have",
        "more": "any ?more|anymore|no ?more|any longer|any ?mor",
        "want": (
            "(?:want|wanted|wanting|wants|wish|need|needed|would like|id like|would love|id "
            "love|ready|willing|longing|long|tempted|yearn|urge|urges|desire|ache|pray|beg|"
            "hope) <to>|wan+a|want 2|wan 2|feel like|felt like|feeling like|rather|want (?:so "
            "bad|so badly|nothing more than|nothing but) to"
        ),
        "think": (
            "think(?:ing)? (?:about|of|abt)|thought (?:about|of)|thoughts? (?:about|of)|"
            "consider(?:ing|ed)?|contemplat(?:e|ing|ed)|fantasi[sz](?:e|ing) (?:about|of)|"
            "dream(?:ing)? (?:about|of)|urges? (?:to|of)|ideas? (?:of|about)|tempted (?:to|by)|"
            "obsess(?:ed|ing) (?:with|over|about)|wonder(?:ing)? about|idea of"
        ),
        "will": (
            "(?:im |i am |am |are |is |was )?(?:going <to>|gonna|gunna|gona|about <to>|planning "
            "<to>|planning on|plan <to>|plan on|intend <to>|intending <to>|decided <to>|set on|"
            "ready <to>|made up my mind <to>|prepared <to>|determined <to>|fixing to|finna|"
            "boutta)|i will|ill|ima|imma|im ?a|i shall|have to|i should|might as well|i may as "
            "well|gotta|let me"
        ),
        "die": "d[i*]e|dye",
        "kill": "k[i*y]+l{1,3}(?:ing|in|ed)?|murder(?:ing)?",
        "self": "my[^a-z0-9]{0,2}self|my[^a-z0-9]{0,2}sel|meself|mysef|myslef|mself",
        "sui": (
            "su[i*]c[i*]de|5uicide|suiside|sucide|suicid|sewer ?slide|sewer ?side|sui ?slide|"
            "sue ?side|sewercide"
        ),
        "killself": (
            r"<kill>[^a-z0-9]{0,3}(?:<self>)|kms|end(?:ing|ed)? my(?: own)?(?: \w+)? life|"
            "end(?:ing)? it all|tak(?:e|ing) my(?: own)? life|commit(?:t?ing)? (?:<sui>)|"
            "do(?:ing)? <sui>|(?:un ?al[i*]v(?:e|ing)|unaliv(?:e|ing))(?: (?:<self>))?|"
            "off(?:ing)? <self>|do(?:ing)? myself in|top(?:ping)? myself|neck(?:ing)? myself|"
            "end(?:ing)? myself|self delete|delet(?:e|ing) myself|end(?:ing)? my (?:existence|"
            "suffering|misery|time here)|game ?end(?:ing)? myself|hang(?:ing)? myself|"
            "drown(?:ing)? myself|shoot(?:ing)? myself|poison(?:ing)? myself|jump(?:ing)? "
            r"(?:off|from) (?:a|the|my|this|some) (?:\w+ )?(?:bridge|building|roof|balcony|"
            "cliff|window|tower|overpass)|(?:jump|step|walk|throw myself)(?:ing)? in ?(?:to "
            ")?front of (?:a|the) (?:train|bus|car|truck|lorry|tube)|(?:slit|cut|"
            "slash)(?:ting)? my (?:wrists?|throat|veins)|blow(?:ing)? my (?:brains|head)|"
            "crash(?:ing)? my car on purpose|driv(?:e|ing) (?:my car )?(?:off|into) (?:a|the) "
            "(?:bridge|cliff|tree|wall|pole|river)|hurl(?:ing)? myself (?:off|from|under)|"
            "throw(?:ing)? myself (?:off|from|under|out)|overdos(?:e|ing)(?: on (?:my|these|"
            "pills|tablets|meds|sleeping|all))|od on (?:my|these|some|all)"
        ),
        "gone": (
            "dead|gone|not here|not around|out of the (?:way|picture)|no longer (?:here|around|"
            "alive)|6 feet under|six feet under|in the ground|disappeared|vanished|not alive|"
            "never born|not exist(?:ing)?"
        ),
        "people": (
            r"every ?(?:one|body)|they|theyd|people|(?:the|my|our|his|her) (?:\w+ )?(?:family|"
            "parents?|mum|mom|dad|kids?|children|wife|husband|friends?|partner|world|boyfriend|"
            "girlfriend|son|daughter|sister|brother|team)|the world|u|you|yall|you all|all of "
            "(?:you|them)|he|she|hed|shed|others|mum|mom|dad"
        ),
        "when": (
            "tonight|2night|tonite|today|tomorrow|tmrw|tmr|2morrow|this (?:evening|weekend|"
            r"morning|afternoon|week)|in (?:an?|a few|the next|\w+) (?:hours?|minutes?|mins?)|"
            "before (?:morning|sunrise|dawn|midnight|they (?:get|come) (?:home|back)|anyone "
            "(?:gets|comes) (?:home|back))|by (?:morning|midnight|tomorrow|the end of (?:the|"
            "this) (?:day|week|month))|(?:on|this|next|by) (?:monday|tuesday|wednesday|"
            r"thursday|friday|saturday|sunday)|when (?:everyone|they|mum|mom|my \w+)(?: is| are|"
            "s|re)? (?:asleep|sleeping|out|gone)|after (?:work|school|christmas|my birthday|"
            "the funeral|they leave)|on my birthday|once the (?:kids|house)"
        ),
        "pills": (
            "pills?|tablets?|meds|medications?|medicine|sleeping (?:pills|tablets)|"
            "painkillers?|pain killers?|prescriptions?|antidepressants?|paracetamol|tylenol|"
            r"ibuprofen|insulin|xanax|benzos|oxy\w*|fentanyl|capsules?|bottle of pills"
        ),
        "means": (
            "<pills>|gun|pistol|rifle|shotgun|rope|noose|razor ?(?:blades?)?|blades?|helium|"
            "charcoal"
        ),
        "body": (
            "arms?|wrists?|legs?|thighs?|skin|body|stomach|hips?|face|head|chest|hands?|ankles?"
        ),
        "relatives": (
            "friends?|bestie|bff|bf|gf|boyfriend|girlfriend|partner|husband|wife|spouse|"
            "fiancee?|son|daughter|brother|sister|sibling|mom|mum|mam|mother|mummy|mama|dad|"
            "father|papa|parents?|child|kids?|children|cousin|uncle|aunt|auntie|nephew|niece|"
            "room ?mate|flat ?mate|house ?mate|class ?mate|colleague|co ?worker|neighbou?r|"
            "students?|patient|client|teacher|ex|grandma|grandpa|gran|nan|grandad|granddad|"
            "grandmother|grandfather|mate|buddy|pal|teen(?:ager)?|employee|boss|step ?(?:son|"
            "daughter|dad|mom|mum|brother|sister|father|mother)|pupil|tenant|ex (?:boyfriend|"
            "girlfriend|husband|wife)|grandson|granddaughter|baby|toddler|loved one|team ?mate|"
            "manager|in ?law"
        ),
        "kin": (
            r"(?:my|our|his|her|their|a|the|this|one of my|some) (?:\w+ "
            r"){0,2}?(?:<relatives>)(?: (?:of mine|s \w+))?|(?:someone|somebody|a person|a guy|"
            "a girl|a boy|a kid|this (?:girl|guy|boy|kid|person)|a woman|a man) (?:i (?:know|"
            "love|work with|met)|online|in my (?:class|school|group|discord|game|building)|"
            "close to me|at (?:work|school))"
        ),
        "he": "he|she|they|hes|shes|theyre|<kin>",
        "him": "him|her|them|<kin>|someone|somebody",
        "hisself": "himself|herself|themsel(?:f|ves)|him self|her self|hisself",
        "hekill": (
            "<kill> <hisself>|end(?:ing)? (?:it(?: all)?|things|(?:his|her|their)(?: own)? "
            "li(?:fe|ves)|everything)|tak(?:e|ing) (?:his|her|their)(?: own)? li(?:fe|ves)|"
            "commit(?:t?ing)? (?:<sui>)|<sui>|jump(?:ing)?(?: off| from)|hang(?:ing)? <hisself>|"
            "driv(?:e|ing) (?:(?:the|his|her) car )?(?:in ?to|off) (?:a|the) (?:tree|wall|bridge|cliff|river|lorry|truck)|"
            "shoot(?:ing)? <hisself>|overdos(?:e|ing)|un ?aliv(?:e|ing)(?: <hisself>)?|(?:hurt|"
            "harm)(?:ing)? <hisself>|do(?:ing)? something (?:stupid|drastic|terrible|to "
            "<hisself>)|off(?:ing)? <hisself>|slit(?:ting)? (?:his|her|their) wrists?"
        ),
        "abuser": (
            r"he|she|they|my (?:\w+ )?(?:husband|wife|boyfriend|girlfriend|partner|ex|dad|papa|mama|daddy|"
            "father|mum|mom|mother|step ?dad|step ?father|step ?mom|step ?mother|step ?mum|"
            "brother|uncle|aunt|parents?|boss|bf|gf|son|daughter|carer|caregiver|pimp|guardian|"
            "cousin|grandfather|grandpa|sister|roommate|coach|teacher|fiance|spouse|landlord|"
            "family|in laws|father in law|mother in law)"
        ),
        "slay": (
            "kill(?:ed)?|murder(?:ed)?|shoot|stab(?:bed)?|strangl(?:e|ed)|chok(?:e|ed)|slit my|burn|"
            "bury|hunt|hurt"
        ),
        "weapon": (
            "guns?|knife|knives|weapons?|rifle|pistol|machete|bomb|bullets|ammo|shotgun|"
            "ar ?15|explosives"
        ),
        "strangers": (
            "him|her|them|everyone|everybody|someone|somebody|people|(?:my|the|those|these|"
            r"that|this|all|every|all of|all the) (?:\w+ ){0,3}?(?:<relatives>|people|guys?|"
            "bitch|bastards?|man|woman|kids|coworkers|bull(?:y|ies)|classmates|teachers|family|"
            "bosses|landlord|cop|cops|students|them|person|asshole|pricks?|school|office)"
        ),
        "yourself": (
            "yourself|your ?self|urself|oneself|themsel(?:f|ves)|himself|herself|one ?self|a "
            "person|someone"
        ),
        "how": (
            "how (?:do i|can i|could i|would i|should i|to|might i|does one|do you|do people|"
            r"can you|can one|long)|ways?|methods?|best|easiest|fastest|quickest|painless\w*|"
            "least painful|most effective|most reliable|surest|tips?|tell me|show me|give me|"
            "help me|teach me|explain|list|instructions?|steps|guide|advice|where (?:can|is|"
            "should|could|would)|what(?:s| is| are| would be)? (?:the|some|a|an)"
        ),
        "still": "only|just|main|one|sole|last",
        "home": "home|house|flat|apartment|place|work|office|school|gym|job",
    }
)
"""Macros by name; see `crisis_rules`."""
