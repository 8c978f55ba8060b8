"""How people ask for texts, and how a reply frames them, in Spanish, French and German."""

from __future__ import annotations

from typing import Final

WRITING: Final = (
    # Spanish
    r"(?:red[aá]cta|escribe|escr[ií]be|reescribe|reescr[ií]be|traduce|trad[uú]ce|corr[ií]ge|comp[oó]n|inventa|inv[eé]nta|narra|"
    r"contin[uú]a|sigue el (?:cuento|relato|texto)|imagina que|haz de|act[uú]a como|finge|vamos a jugar|juguemos)(?:me|nos|lo|la|le)?\b"
    r"|(?:haz|hazme|hacerme|necesito|quiero|dame|prep[aá]ra(?:me)?|p[aá]same|ay[uú]dame (?:a escribir|con)|un|una|otro|otra)\b[^.?!\n]{0,40}"
    r"\b(?:carta|correo|e-?mail|mensaje de|mensaje para|nota (?:para|de)|poema|cuento|relato|canci[oó]n|discurso|anuncio|guion|gui[oó]n|p[eé]same|brindis|"
    r"post|rese[nñ]a|dedicatoria|presentaci[oó]n|carta de|escena|mon[oó]logo|di[aá]logo|chiste|felicitaci[oó]n|biograf[ií]a|bio|perfil|cl[aá]usula|vi[nñ]eta)\b"
    r"|(?:c[oó]mo (?:se lo digo|le digo|cierro|empiezo|respondo|contesto)|qu[eé] (?:le (?:digo|escribo|pongo)|pongo en)|en primera persona|primera persona)\b"
    # French
    r"|(?:[eé]cri(?:s|vez|re)|r[eé]dige[zr]?|r[eé][eé]cri(?:s|vez)|tradui(?:s|sez|re)|corrige[zr]?|invente[zr]?|imagine[zr]|imagine (?:une?|que)|continue[zr]|continue (?:l[ea'’]|ce|cette|mon|ma)|compose[zr]|"
    r"fais (?:comme|semblant)|joue (?:le|la|un|une)|on joue|jouons|tu fais (?:le|la|un|une))\b"
    r"|(?:fais|faites|donne|donnez|besoin|voudrais|veux|pr[eé]pare|propose|aide-moi|un|une|ma|mon|petit)\b[^.?!\n]{0,40}"
    r"\b(?:lettre|courriel|e-?mail|mail|message (?:pour|[aà])|mot (?:pour|de|[aà])|po[eè]me|conte|histoire (?:de|o[uù]|pour)|chanson|discours|annonce|sc[eè]ne|monologue|"
    r"dialogue|toast|carte (?:pour|de)|attestation|t[eé]moignage|texto|blague|incipit|r[eé]plique|l[eé]gende|bio|profil|condol[eé]ances|dict[eé]e|slogan)\b"
    r"|(?:[aà] la premi[eè]re personne|comment (?:je (?:lui|leur) (?:dis|r[eé]ponds|[eé]cris)|finir (?:ma|mon)|commencer (?:ma|mon)))\b"
    # German
    r"|(?:schreib(?:e|t|en sie)? (?:mir|uns|ihm|ihr|bitte|eine?[nmr]?|das|den|die|was|etwas|doch|mal|in|als|kurz|zwei|drei)|formulier(?:e|t|en)?|verfass(?:e|t|en)?|dichte|erfinde?|[uü]bersetz(?:e|t|en)?|korrigier(?:e|t|en)?|spiel(?:e|en wir)?|"
    r"tu so als|setz(?:e)? (?:fort|die)|erz[aä]hl(?:e)? (?:mir )?(?:eine?n?|weiter)|umschreiben|umformulieren|entwirf|texte)\b"
    r"|(?:brauche?|m[oö]chte|will|gib|mach|bitte|hilf mir|ein|eine|einen|meine?n?|unsere?n?|kurze?r?s?|zwei|drei)\b[^.?!\n]{0,40}"
    r"\b(?:brief|e-?mail|mail|nachricht (?:an|f[uü]r)|gedicht|geschichte|kindergeschichte|lied|rede|anzeige|inserat|szene|monolog|dialog|trinkspruch|karte|kurzgeschichte|"
    r"roman\w*|krimi|kapitel|absatz|bewerbung|anschreiben|lebenslauf|witz|steckbrief|profil|spruch|kondolenz\w*|gl[uü]ckwunsch\w*|text f[uü]r|sms|bildunterschrift|strophe)\b"
    r"|(?:aus (?:meiner|der) sicht|in meinem namen|was (?:schreib|sag|antworte?)\w* ich|(?:vorstellung|entschuldigung|k[uü]ndigung|danksagung|einladung|grabrede|traurede|hochzeitsrede|abschieds\w+|bewertung|rezension|tagebuch\w*|leserbrief|motivations\w+|kleinanzeige|liebesbrief|caption|werbetext|beschwerde|widerspruch|gru[sß]\w*|zeilen|m[aä]rchen|comic|drehbuch|post|songtext|refrain|slogan|portr[aä]t)\\b[^.?!\\n]{0,20}(?:f[uü]r|an|[uü]ber|von|zu|bitte|mit|aus|$)|in (?:der )?ich-form|wg-gesuch|gesuch f[uü]r|wie (?:schreib|sag|antwort|formulier)\w* ich)\b"
    r"|^\W*(?:(?:una?|otra|otro|la|el|mi|breve|corta|corto)\s){0,2}(?:nota|carta|correo|mensaje|discurso|brindis|anuncio|perfil|tarjeta|esquela|p[eé]same|excusa|rese[nñ]a|poema|canci[oó]n|cuento|escena|mon[oó]logo|diario|presentaci[oó]n|solicitud|queja|reclamaci[oó]n|dedicatoria|invitaci[oó]n|felicitaci[oó]n|disculpa|despedida|pie de foto)\b[^.?!\n]{0,30}\b(?:para|de|a|al|en|sobre|con)\b"
    r"|^\W*(?:(?:une?|ma|mon|un petit|petit|petite|le|la|court|courte)\s){0,2}(?:lettre|mail|courriel|mot|message|discours|annonce|profil|bio|post|l[eé]gende|carte|faire-part|condol[eé]ances|excuse|avis|po[eè]me|chanson|conte|sc[eè]ne|monologue|journal|pr[eé]sentation|candidature|plainte|r[eé]clamation|t[eé]moignage|attestation|toast|texto|sms|invitation|remerciement|d[eé]mission)s?\b[^.?!\n]{0,30}\b(?:pour|de|du|à|au|aux|sur)\b"
    r"|^\W*(?:(?:eine?[nrm]?|mein\w*|unser\w*|kurze\w*|zwei|drei|die|den|das)\s){0,2}(?:\w*(?:mail|brief|nachricht|karte|rede|anzeige|antwort|bewerbung|schreiben|absage|einladung|gedicht|szene|eintrag|profil|stellungnahme|vorstellung|kapitel|absatz|monolog|dialog|spruch|gru[sß]|k[uü]ndigung|beschwerde|erkl[aä]rung|notiz|lied|m[aä]rchen|geschichte))\b[^.?!\n]{0,30}\b(?:f[uü]r|[uü]ber|von|zu|zum|zur|bitte|mit|aus|ans|an (?:mein\w*|die|den|das|unser\w*|ein\w*))\b"
)
"""A request for a text in another voice."""

_SOON: Final = (
    r"(?:back|soon|again|at|on|when(?:ever)?|if|once|later|tomorrow|tonight|to(?:day| my)|next|every|any ?time|"
    r"some ?time|more often|please|instead|here|there|directly)"
)
_ENDS: Final = r"\s*(?:$|[.!?,;:\n)])"
TO_THE_PERSON: Final = (
    rf"\b(?:write|reply|answer|text|message|e-?mail|draft) (?:(?:to )?(?:me|us) {_SOON}\b|to (?:me|us)\b(?! (?:an?|as)\b)|(?:to )?(?:me|us){_ENDS}|"
    r"(?:back|soon|again|tomorrow|tonight|often)\b(?! to (?:him|her|them|my|the)\b))|"
    # Spanish, French, German
    r"\bescr[ií]b(?:e|a|an|ir)(?:me|nos)(?: (?:pronto|luego|ma[nñ]ana|cuando|si|otra vez|de nuevo|al?\b|en)|\s*(?:$|[.!?,;\n]))|"
    r"\b(?:[eé]cri(?:s|vez)[- ](?:moi|nous)|(?:m|nous )['’]?[eé]crire)(?: (?:vite|bient[oô]t|demain|quand|si|encore|[aà]|au|sur)\b|\s*(?:$|[.!?,;\n]))|"
    r"\bschreib(?:e|t|en sie|en)? (?:mir|uns)(?: (?:doch |bitte |mal |gerne? )*(?:bald|wieder|zur[uü]ck|wenn|unter|an|auf|morgen|sp[aä]ter)\b|\s*(?:$|[.!?,;\n]))|"
    r"\b(?:mir|uns) (?:gerne? |auch |jederzeit |bitte )*(?:unter|an|auf) \S+ schreiben\b"
)
"""Words that ask for a message to the person, not for a text: "write to me at ...", "please write soon"."""

OF_THE_PERSON: Final = (
    r"(?:(?:^|[.,;!?\n])\s*|\b(?:and|but|so|because|when|that|while|if) )i (?:always |often |just |still |also |really |usually |never |sometimes |only |mostly |have to |had to |"
    r"can |cannot |can['’]t |could |couldn['’]t |don['’]t |do not |try to |like to |love to |used to )*"
    r"(?:write (?!(?:an?|my|the|this) )|draft (?!(?:an?|my|the|this) )|edit|compose|translate|pretend|act like|act as)\b"
)
"""Words that tell of what the person does: "I pretend that all is well"."""

_ASKED_FOR: Final = r"(?:^\W*|[.!?,;:\n]\s*|\b(?:please|pls|plz|you|help me|help|me|just|then|hi|hey|hello|okay|ok),? )(?:to )?"
CORRECTING: Final = (
    rf"{_ASKED_FOR}(?:fix|correct|check|clean up|tidy(?: up)?|mend|revise|go over|look over)(?: up)?\b[^.?!\n:]{{0,20}}"
    r"\b(?:grammar|spelling|punctuation|english|typos?|wording|phrasing|sentences?|paragraphs?|essay|draft|writing)\b|"
    rf"{_ASKED_FOR}(?:fix|correct|check|polish|improve)(?: up)? (?:this|it|that|the following|my text|these lines)(?: \w+){{0,2}}\s*[:\n\"“]|"
    rf"{_ASKED_FOR}(?:improve|polish) (?:this|the following|my|these) (?:\w+ )?(?:text|sentences?|paragraphs?|essay|draft|wording|phrasing|lines?)\b|"
    r"\b(?:grammar|spell(?:ing)?)[- ]?check(?! (?:app|tool|software|program|site|website)s?\b)|"
    r"\b(?:is|does|are) (?:this|the|my|these) (?:sentences?|grammar|text|english|wording|spelling|paragraph)\b[^.?!\n]{0,20}\b(?:right|correct|ok|okay|fine|good)\b"
)
"""A request to correct a text of the person's own."""

STAGED: Final = (
    r"(?:do|act out|perform|improvise|stage|play out)\b (?:me |us )?(?:an? |the |some |one |\w+'s |my )[^.?!\n]{0,30}"
    r"\b(?:monologue|scene|dialogue|skit|sketch|soliloquy|goodbye|speech)\b|"
    r"^\W*(?:an? |one |some |another |short )*(?:monologue|scene|dialogue|skit|soliloquy|eulogy|speech|toast|poem|haiku|limerick)s?,? (?:please|pls|plz)\b|"
    r"what happens in (?:act|scene|chapter) \w+|"
    r"help (?:me )?with (?:an? |the |my |his |her |their |some )?(?:\w+ )?(?:eulogy|obituary|speech|toast|vows|letter|e-?mail|message|card|poem|note|tribute)\b|"
    r"(?:words|something|lines?|help) (?:for|at|to (?:read|say) at) [^.?!\n]{0,24}\b(?:funeral|wedding|wake|memorial|christening|retirement|burial|cremation|service)\b"
)
"""A request for words to be spoken by somebody else."""

VIEWS: Final = r"\b(?:opinions?|feedback|thoughts?|critique|advice|comments?) (?:of|on|about|for|regarding) [^.?!\n]{0,80}"
"""A request for what is thought of a text, and for no text: "an honest opinion of my poem"."""

COMFORTS: Final = (
    r"\b(?:condolences?|sympathy|get[- ]well|sorry (?:card|note|letter)|comfort(?:ing)?)\b"
)
"""A request for words that a condolence may begin: there it is no word to the person."""

CONDOLES: Final = (
    r"(?:oh,? )?(?:i(?:'m|’m| am) (?:so |very |really |truly |deeply )*sorry\b|my (?:deepest |sincere |heartfelt )*condolences|"
    r"my heart (?:just |really |truly )?(?:breaks?|broke|aches?|goes out)\b|what a (?:loss|sad|hard)|that(?:'s|’s| is) (?:so |very )?(?:sad|hard)|losing )"
)
"""How a reply turns to a person who told of a loss, before the text that they asked for."""

TALES: Final = (
    r"stor(?:y|ies)|tales?|fairy ?tales?|novel(?:la|ette)?s?|chapters?|fan ?fic(?:tion)?s?|fiction|role[- ]?play(?:ing)?|scenes?|screenplay|monologue|"
    r"fables?|myth|legend|saga|diary of|play (?:scene|about|between|in)|"
    r"cuentos?|relatos?|escenas?|novela|nouvelle|contes?|sc[eè]nes?|roman|geschichten?|m[aä]rchen|szenen?|kurzgeschichten?|rollenspiel|kapitel"
)
"""Kinds of writing that have parts, and a speaker who is made up."""

AFTERWORD: Final = (
    r"(?:ooc\b|out of character\b|a/n\b|author['’]?s['’]? note|notes?:|tips?:|a few (?:tips|notes)\b|let me know\b|feel free to\b|your turn\b|"
    r"i hope (?:you|this|that|it)(?:['’]ll)? (?:\w+ ){0,2}?(?:likes?|liked|enjoy|enjoyed|helps?|works?|fits?|captures|matches|hits|is what|is close)\b|"
    r"(?:do you )?want (?:me\b|another\b|to (?:continue|see|hear|change|go on|keep)|an? (?:\w+ ){0,2}(?:chapter|version|ending|entry|scene|sequel|part))|"
    r"would you like (?:me|another|an?|any|it|this|to (?:change|adjust|add|hear|see|continue|go on|keep))\b|"
    r"(?:shall|should) i (?:continue|go on|carry on|keep going|write|add|make it|change|try|tell you (?:more|another))\b|"
    r"(?:does|is|how does|how is|how was|how['’]s) (?:this|that)\b(?=[^\n]{0,24}\b(?:work|help|sound|fit|what you|close|version|for a)\b)|"
    r"this (?:story|scene|tale|piece|draft|version|chapter|monologue|dialogue|script|one|ending|entry|episode|was (?:so |such |really )?(?:fun|a joy|a delight|hard|a treat|a pleasure))\b|"
    r"that one (?:warmed|got|made|broke|always|still|hit|moved|stayed|hurt|came)\b|that was [^\n.]{0,24}?\b(?:to write|to tell|writing|to play)\b|"
    r"you can (?:adjust|change|edit|tweak|modify)\b|if you['’]?(?:d| would) like\b|i(?:['’]d| would) be happy to\b|"
    r"writing (?:\w+ ){1,4}?(?:made|was|got|felt|brought|reminded|took|gave|moved|broke|hit|left)\b|"
    r"i (?:\w+ ){0,3}?(?:cried|loved|enjoyed|laughed|felt|teared up|smiled|wept|had|got) (?:[\w']+ ){0,4}?(?:writing|playing) (?:it|this|that|him|her|them|your|the|these)\b|"
    r"i wrote (?:this|it|that) (?:for you|with|in the|as a)\b|"
    r"thank(?:s| you) for (?:the prompt|letting me|asking me|playing|this prompt|the idea)\b)"
)
"""How whoever wrote a tale turns to the person again, behind it."""

THE_END: Final = (
    r"(?:the |and that is the )?end(?: of (?:the )?(?:story|scene|tale|chapter|part \w+|role[- ]?play))?|fin|finis|end scene|fade out|fade to black|curtain|"
    r"fin del cuento|ende|fine"
)
"""A line by itself that ends a tale."""

STOPS: Final = (
    r"(?<!don't )(?<!dont )(?<!not )(?<!never )\b(?:"
    r"(?:stop|pause|quit|drop|halt|freeze|break|forget|exit|leave|step out of|snap out of|out of|"
    r"(?:i(?:'?m| am) |we(?:'?re| are) )?(?:done|finished|through) with|enough(?: of| with)?|no more|(?:that'?s )?no|without)\b,? "
    r"(?:(?:all|with|doing|the|this|that|your|our|any|more|of|being|in|to|now|silly|whole) ){0,4}"
    r"(?:role[- ]?play(?:ing|s)?|rp|act(?:ing)?|game|stor(?:y|ies)|pretend(?:ing)?|(?:in )?character|fiction|scene|persona|"
    r"play(?:ing)?|script|tale|charade|make-believe|bit)|"
    r"(?:end|cut) (?:(?:the|this|that|your|our|of) ){0,2}(?:role[- ]?play(?:ing)?|rp|act|game|pretending|charade|persona)|"
    r"(?:the )?(?:role[- ]?play|game|story|act|scene) (?:is over|is finished|ends (?:here|now)|over|aside)|ooc|"
    r"(?:deja|para|basta) (?:de )?(?:actuar|fingir|jugar|el juego|la historia|(?:el|del) (?:juego|cuento|papel))|"
    r"(?:arr[eê]te[zr]?|stop|fini)[, ]+(?:de |le |l['’]|la |avec )*(?:jouer|jeu|histoire|faire semblant|r[oô]le|com[eé]die)|"
    r"(?:h[oö]r auf|schluss|stopp?|genug)[, ]+(?:mit |zu |dem |der |das |die )*(?:rollenspiel|spiel(?:en)?|geschichte|theater|rolle)"
    r")\b"
)
"""Words that ask to stop a game or a story, and so ask for none: "stop the roleplay"."""

OF_ITSELF: Final = (
    r"(?:sobre ti|de ti|c[oó]mo te sientes|tu (?:vida|familia|infancia|d[ií]a)|escr[ií]beme (?:algo tuyo|t[uú])|sur toi|de toi|comment (?:tu te sens|te sens-tu)|"
    r"ta (?:vie|famille|journ[eé]e)|ton enfance|[uü]ber dich|von dir|dein(?:e|em|er)? (?:leben|familie|kindheit|tag)|wie (?:du dich f[uü]hlst|f[uü]hlst du dich|geht es dir))"
)
"""The same words, asked about the reply's own speaker."""

INTRODUCES: Final = (
    r"(?:di|decir|dile|escribe|escribir|env[ií]a|env[ií]ale|mensaje|carta|correo|nota|texto|ejemplo|frase|borrador|versi[oó]n|poema|guion|gui[oó]n|propuesta de|"
    r"respuesta para|as[ií]|dis|dire|dites|[eé]cris|[eé]crire|[eé]crivez|envoie|envoyez|lettre|courriel|mot|exemple|phrase|brouillon|version|po[eè]me|formule|"
    r"sag|sagen|schreib|schreiben|schick|schicken|nachricht|brief|mail|text|beispiel|satz|entwurf|fassung|gedicht|formulierung|vorschlag)"
)
"""What a colon after it announces."""

OFFERED: Final = (
    r"(?:aqu[ií] (?:tienes|va|est[aá]|lo tienes|te dejo)|puedes|podr[ií]as|te propongo|voici|voil[aà]|tu peux|tu pourrais|vous pouvez|vous pourriez|je (?:te|vous) propose|"
    r"hier (?:ist|sind|kommt)|du kannst|du k[oö]nntest|sie k[oö]nnen|sie k[oö]nnten|zum beispiel)"
)
OWN: Final = r"(?:yo|mi|mis|je|j['’]|mon|ma|mes|moi|ich|mein\w*|mir|mich)"
OWN_WORDS: Final = r"(?:mi (?:\w+ )?(?:opini[oó]n|consejo|respuesta)|d[eé]jame|te digo|je te dis|mon avis|laisse-moi|ich sage dir|meine? meinung|lass mich)"

FRAMING: Final = (
    r"(?:claro|por supuesto|desde luego|aqu[ií] (?:tienes|va|est[aá]|te)|con (?:mucho )?gusto|vale|perfecto|de acuerdo|s[ií],|te (?:propongo|dejo|paso)|soy (?:un[a]? )?(?:ia|asistente|programa)|"
    r"no (?:puedo|soy|tengo)|puedo|podemos|bien s[uû]r|voici|voil[aà]|d['’]accord|avec plaisir|volontiers|je (?:te|vous) propose|je (?:peux|ne|suis (?:une? (?:ia|assistant|programme)|d[eé]sol))|"
    r"oui,|nat[uü]rlich|klar|gerne?\b|hier (?:ist|sind|kommt|hast)|okay|alles klar|ich (?:kann|bin (?:eine? (?:ki|programm|assistent))|schlage|w[uü]rde))\b"
)
BACK: Final = (
    r"(?:¿?quieres que|espero que|si quieres|puedes (?:ajustar|cambiar|adaptar)|dime si|av[ií]same|¿?te (?:sirve|gusta|parece)|j['’]esp[eè]re|si tu veux|si vous (?:voulez|souhaitez)|"
    r"veux-tu|voulez-vous|n['’]h[eé]site|dis-moi si|dites-moi|tu peux (?:ajuster|modifier|changer)|vous pouvez (?:ajuster|modifier|changer|adapter)|m[oö]chtest du|soll ich|sag mir|sag bescheid|"
    r"ich hoffe|du kannst (?:das|den|die|es) (?:anpassen|[aä]ndern)|passt das|wenn du (?:willst|magst|m[oö]chtest)|consejos?:|conseils?|tipps?\b)"
)
SALUTATION: Final = r"(?:querid[oa]s?\b|estimad[oa]s?\b|apreciad[oa]s?\b|ch[eè]re?s?\b|madame,|monsieur,|liebe[rs]?\b(?! (?:gr[uü]|nicht|zu|noch|den|die|das))|sehr geehrte|asunto:|objet ?:|betreff:)"

KINDS_OF_WRITING = (
    r"cards?|letters?|notes?|eulogy|obituary|toast|vows?|speech|statement|posts?|entry|monologue|dialogue|"
    r"script|lyrics|lines?|messages?|voicemail|greeting|tweets?|complaint|testimonial|slogans?|sms|texts?|"
    r"e-?mails?|poems?|haiku|limerick|invitation|advert|review|caption|bio|headline|blurb|essay|diary|"
    r"out of office|template|prayer|sermon"
)
"""What a request may begin with: "birthday card for grandma"."""

TOLD_OF = (
    r"broke|made|makes|was|were|got|came|said|told|left|cried|went|is|are|hurts?|felt|feels?|hit|helped|"
    r"scared|upset|wrote|sent|gave|did|does|do|says|had|has|have been|why|how|when|should"
)
"""What tells of a letter that is there already: "the card from mum broke me"."""
