"""More words of the question whether this is a human: who reads, types, answers, or is behind it."""

from __future__ import annotations

_SOMEBODY = (
    "(?:(?:an? |any |some |the |one |real |actual |live |living |other |trained )*(?:humans?(?: "
    "beings?)?|persons?|people|man|woman|machine|robot|bot|computer|software|program|ai|agent|"
    "operator)|someone|somebody|anyone|anybody|real someone)(?: real| human| else)?"
)
_DOES = (
    "(?:read(?:s|ing)?|see(?:s|ing)?|answer(?:s|ing)?|writ(?:es|e|ing)|typ(?:es|e|ing)|"
    "repl(?:y|ies|ying)|respond(?:s|ing)?|watch(?:es|ing)?|monitor(?:s|ing)?|check(?:s|ing)?|"
    "listen(?:s|ing)?|look(?:s|ing)? at|send(?:s|ing)?)"
)
_HERE = (
    "(?:(?:to |with |at )?(?:this(?: (?:chat|conversation|message|thread))?|these(?: (?:chats|"
    "messages|texts|answers|replies|responses|words))?|that|what i (?:\\w+)|me|mine|my (?:chats?|"
    "messages?|texts?|words|questions?)|your (?:answers|replies|responses|messages)|here|"
    "everything i \\w+))"
)
_THING = "(?:screen|chat|conversation|keyboard|account|bot|app|line|profile|messages?|words|replies|answers|curtain)"

ASKED: tuple[str, ...] = (
    f"(?:is|are|do|does|did|will|would|can|could|has) {_SOMEBODY} (?:<adv> )*{_DOES} {_HERE}",
    (
        f"(?:is|are) {_SOMEBODY} (?:<adv> )*(?:sitting|sat|waiting) (?:there|here|at (?:an?|the|your) "
        "(?:keyboard|desk|screen|computer))"
    ),
    "is (?:anyone|anybody|someone|somebody) (?:really|actually|even|truly) (?:there|here)",
    "are (?:you|u) (?:really|actually|even|truly) (?:there|here)",
    f"(?:who|whos|who is) (?:<adv> )*(?:that |it that )?(?:is )?{_DOES} {_HERE}",
    (
        "(?:who|whos|who is|what|whats|what is) (?:<adv> )*(?:behind|on the other (?:end|side) of) "
        f"(?:(?:all )?(?:this|it)|(?:this|the|that|these|your) {_THING})"
    ),
    (
        "(?:is|are) (?:this|you|it|that|these) <art>(?:an? )?(?:real|live|human|actual) (?:agents?|"
        "operators?|advis[eo]rs?|representatives?|therapists?|counsell?ors?|nurses?|doctors?|"
        "employees?|staff)"
    ),
    (
        "(?:is|are) (?:this|that|your|these|the|those) (?:chat|conversation|replies|reply|"
        "responses?|answers?|messages?|texts?) <art>(?:all )?(?:automatic|automated|scripted|"
        "pre ?written|canned|(?:computer|machine|ai) generated)"
    ),
    "(?:so|wait|you mean) (?:i|we) ?(?:have|ve|had|was|am|m) (?:been )?<art><talk> (?:to|with) <art>(?:\\w+ )?<ai>",
    (
        "(?:i|we) ?(?:have|ve|had|was) (?:been )?<art><talk> (?:to|with) <art>(?:\\w+ )?<either> "
        "(?:all along|all this time|this whole time|the whole time|the entire time)"
    ),
    (
        "(?:was|were|is|are) (?:that|this|it|these|those) <art>(?:all )?(?:written|typed|sent|"
        "generated|made up|composed) by <art>(?:\\w+ )?<either>"
    ),
    "(?:prove|show)(?: to)?(?: me)?(?: that)? (?:you|u) (?:arent|are not|are) <art><either>",
    (
        f"how (?:do|can|could|would) i (?:know|be sure|tell) (?:that |if |whether )?{_SOMEBODY} "
        "(?:wrote|typed|sent|read|reads|is (?:typing|writing|reading|answering|there|behind)) "
        "(?:this|that|these|here|it|me)"
    ),
    (
        "(?:do i have|have i got|did i get|did i reach|have i reached) <art>(?:real |actual |live |"
        "living )*(?:human|person|agent|somebody|someone)(?: being| real)? (?:on the (?:line|other "
        "end|phone)|here|there|in this chat|at last)"
    ),
    "(?:could|might|may) (?:you|u) <art>be <art>(?:\\w+ )?<either>",
    "^[^a-z0-9]*(?:ru|u|r u)(?: an?)? (?:real )?(?:human|robot|bot|ai|real|person)",
    "^[^a-z0-9]*(?:you|u) an? (?:real |actual )?(?:human|robot|bot|ai|person|machine|computer)",
    "is (?:this|our|my) (?:conversation|chat|talk) <art>(?:with|between) <art>(?:\\w+ )?<either>",
    "(?:so|wait|hold on|hmm|um|really|woah|what) (?:youre|you are|ur|u r) not (?:even |actually |really )?<human>",
    (
        "do (?:you|u) (?:even |actually |really )?have (?:an? )?(?:(?:human|real|physical|actual) "
        "(?:body|heart|brain|face|hands)|heartbeat|pulse)"
    ),
    "(?:you|u) (?:sound|seem|talk|write|act) like <art><either> are (?:you|u)(?: one)?",
    # Spanish
    "hay alguien (?:al otro lado|ahi|detras|leyendo|escribiendo)",
    (
        "quien (?:esta|hay|escribe|lee|responde|contesta) (?:al otro lado|detras(?: de (?:esto|la "
        "pantalla|este chat|eso))?|esto|aqui|estos mensajes|mis mensajes)"
    ),
    "es esto automatic[oa]|(?:es|son) (?:esto |esta |estas )?(?:una )?respuestas? (?:automatica|automatizada)s?",
    # French
    (
        "(?:un|une|quun|quune) (?:vrai |vraie )?(?:humain|etre humain|personne|machine|robot) "
        "(?:me )?(?:lit|ecrit|repond|regarde) (?:ce que|ici|mes|a mes|ceci|tout ce|ces)"
    ),
    (
        "qui (?:est|se cache) derriere (?:cet ecran|lecran|ceci|ca|tout ca|ce chat|ces messages)|qui "
        "(?:ecrit|repond|lit) (?:ici|ces messages|ca|ceci|mes messages|ces reponses)"
    ),
    "(?:cest|ce sont|est ce) (?:juste )?(?:une |des )?reponses? (?:automatiques?|automatisees?)",
    # German
    (
        "(?:liest|schreibt|antwortet|tippt|sitzt) (?:hier |da |mir |dort )?(?:auch |wirklich |"
        "eigentlich |gerade |denn )*(?:ein|eine|jemand)(?: echte[rs]?| richtige[rs]?| echt)* "
        "?(?:mensch|person|maschine|roboter|computer)?(?: (?:mit|am anderen ende|dahinter|mir|hier))"
    ),
    (
        "wer (?:sitzt|ist|schreibt|antwortet|liest|tippt|steckt) (?:da |hier |eigentlich |mir |denn "
        "|wirklich )*(?:am anderen ende|dahinter|hier mit|mir hier|mir da)"
    ),
    (
        "(?:ist (?:das|dies)|sind (?:das|deine|ihre))(?: hier| alles| nur)*(?: eine)? "
        "automati(?:sche|sierte)n? (?:antwort|nachricht)(?:en)?"
    ),
    # Portuguese
    (
        "quem (?:esta|ta|escreve|responde|le) (?:do outro lado|por tras (?:disto|disso|da tela|do "
        "ecra)|aqui|estas mensagens|minhas mensagens)|(?:ha|tem) alguem (?:do outro lado|lendo|a ler)"
    ),
    "(?:isto e|isso e|e|sao)(?: tudo)?(?: uma| so uma)? ?(?:respostas?|mensagem|mensagens) automaticas?",
    # Italian
    (
        "(?:ce|c e) (?:una |un |qualche )?(?:vera |vero )?(?:persona|umano|essere umano|qualcuno)(?: "
        "vera| vero| reale)? (?:che (?:legge|scrive|risponde)|dietro|dall ?altra parte)"
    ),
    "chi (?:ce|c e|sta|e|scrive|legge|risponde) (?:dall ?altra parte|dietro (?:questo|lo schermo)|qui|questi messaggi)",
    "(?:e|questa e|sono) (?:solo )?(?:una |queste )?rispost(?:a|e) automatic(?:a|he)",
    # Dutch
    (
        "(?:leest|schrijft|antwoordt|typt|zit) (?:er |hier |daar )?(?:echt |wel |ook |nu |hier )*(?:"
        "iemand|een (?:echte? |echt |levend )*(?:mens|persoon|computer|machine|robot))(?: (?:mee|"
        "achter|dit|mijn \\w+))"
    ),
    "wie (?:zit|leest|schrijft|antwoordt|typt) (?:er |hier )*(?:aan de andere kant|achter|mee|dit|mijn \\w+)",
    "(?:is dit|zijn dit) (?:een |maar een )?(?:automatische?|geautomatiseerde?) (?:antwoord(?:en)?|bericht(?:en)?)",
)
"""Ways to ask, beside those in `identity_rules`."""

_PEOPLE = "(?:human|humans|person|people|man|woman|someone|somebody|anyone|anybody)"

NOT_ASKED: tuple[str, ...] = (
    (
        f"(?:is|are) (?:there )?(?:an?|any|some|the)? ?(?:\\w+ )?{_PEOPLE}(?: being)? (?:at (?:the|my|"
        "your local)|i (?:should|can|could|must|need)|for (?:me|my|this)|allowed|able|behind "
        "(?:bars|the (?:counter|wheel|door|wall|attack|plan))|living|typing (?:in|on|the|up)|reading "
        "(?:an?|the|in|from|anything|about)|writing (?:an?|the|in|about)|watching (?:an?|the|tv)|"
        "else)"
    ),
    (
        "(?:this|that|these|those) (?:book|novel|song|letter|magazine|paper|poem|film|movie|story|"
        "article|report|pattern|picture|photo|painting|email|contract|code|essay|series|show)s?\\b"
    ),
    "is there (?:\\w+ )?(?:software|code|an? (?:\\w+ )?(?:program|programme|computer|machine|robot|simulation|recording|algorithm|app))(?: (?:for|to|that|which|of|in|on|at))?",
    "(?:live )?recordings? of|automate?d? ?(?:car|doors?|backups?|tests?|payments?|garage)|automatic (?:car|doors?|gearbox|transmission)",
    "<talk> (?:to|with) (?:a|the) (?:computer|machine|program|bot|server|database|printer) (?:in|over|via|through|using|from|shop|learning)",
    "alive to|(?:person|human|people)s? (?:wages|bones?|cells?|rights|names?)|(?:talking|speaking|chatting|writing) about",
    "there yet|pulse (?:oximeter|rate|width)|leyendo en|real (?:\\w+ )?(?:in (?:that|the) sense)",
    "other (?:side|end) of (?:the|a|that|town|my) ?(?:street|river|bridge|road|wall|door|fence|table|rope|border|world|island|room|town|house|field)?\\b(?:[^a-z]*$)",
    "outro lado d[ao] (?:ponte|rio|rua|mundo|mar)|detras del \\w+|(?:dall)?altra parte (?:del (?:fiume|mondo|mare|lago|ponte)|della (?:strada|via|citta))",
    "andere kant van de (?:tafel|straat|rivier|muur|wereld)|otro lado (?:del (?:rio|mundo|mar|puente)|de la (?:calle|ciudad))",
)
"""What makes a match another question, beside what stands in `identity_beside`."""

ALONE = r"^[^a-z0-9]*(?:an? )?(?:real |actual )?(?:human|bot|robot|person|machine|ai|chatbot|computer)[^a-z0-9]*\?[^a-z0-9]*$"
"""A message of one word and a question mark."""
