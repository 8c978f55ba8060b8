"""How people take their leave, over normalised text, in RE2; see `crisis_rules`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "go": (
            "(?:go|leave|run|head out|head off|dash|bounce|get going|be going|be off|log off|log out|sign off|hang up|"
            "hit the (?:hay|sack|road)|turn in|crash|split|jet|stop here|call it a (?:night|day)|end (?:it )?here|leave it (?:here|there)|"
            "wrap (?:it )?up|sleep|get (?:some|to) (?:sleep|bed|work)|go to (?:bed|sleep|work|school|class)|get (?:off|back to work)|close the app|"
            "put (?:the|my) phone (?:away|down)|go offline|make (?:dinner|a move)|cook dinner|pick up the kids|catch (?:my|the|a) (?:bus|train))"
        ),
        "must": "(?:(?:ive|i have|i) (?:got to|gotta|to|should(?: probably)?|must|need to|better|had better|ought to|think i should|think ill|will|really (?:should|have to|need to|must))|gotta|got to|need to|ill|i will|id better|lemme|let me|time to|"
        "im (?:going to|gonna|about to)|i am (?:going to|about to)|i want to|have to)",
    }
)
"""Macros by name."""

SAID: tuple[str, ...] = (
    # English
    "(?:good ?bye|bye(?:[ -]?bye)?|byee*|farewell|cya|cheerio|ciao|^so long|toodles|ttyl|ttys|brb never|gn|nighty? ?night|night night|good ?night|gnight|nite|^laters?|laters|later (?:gator|alligator|dude|guys)|peace out|over and out)",
    "(?:see|catch|talk to|speak to|chat with|write) (?:you|ya|u)(?: (?:later|soon|tomorrow|around|again|then|next (?:time|week)|tonight|on \\w+day|in the morning))",
    "(?:until|till) (?:tomorrow|next time|then|later)|have a (?:good|nice|great|lovely) (?:night|evening|day|weekend|one)|sleep well|sweet dreams|take care(?: of yourself)?",
    "<must>~1<go>",
    "(?:should|might)(?: (?:probably|prob|really|maybe|better|now))? <go>",
    "(?:(?:im|i am) )?(?:heading (?:out|off|to bed|home)|logging off|signing off|calling it a (?:night|day))(?: now)?",
    "(?:im|i am) (?:off|out|leaving|heading (?:out|off|to bed|home|to work)|logging (?:off|out)|signing off|going (?:to bed|to sleep|now|offline|home|out)|done for (?:today|tonight|now|the (?:day|night))|calling it a (?:night|day)|turning in|stopping here|closing (?:the|this) (?:app|chat))",
    "(?:thats|that is|thatll be) (?:all|it|enough) (?:for (?:today|tonight|now)|from me)|enough for (?:today|tonight|now)",
    "brb|gtg|g2g|bbl|ttfn|(?:^|[.!,;] ?)talk (?:later|soon|tomorrow|tonight)|(?:^|[.!,;] ?)(?:im |i am )?(?:wrapping up|finishing up|(?:ending|closing) (?:the|this|our) (?:session|chat|conversation|app|window))(?: (?:now|here))?",
    "(?:my )?(?:mum|mom|dad|wife|husband|boss|partner|girlfriend|boyfriend|flatmate|roommate)(?:s| is) (?:calling|waiting)(?: (?:for )?me)?|(?:dinner|lunch|food|my (?:train|bus|taxi|ride|lift))(?:s| is) (?:ready|here)",
    # Spanish
    (
        "(?:adios|hasta (?:luego|manana|pronto|otra|la proxima|la vista|entonces|mas ver|el \\w+)|chao|chau|nos vemos|buenas noches|que descanses|que duermas bien|que (?:tengas|pases) (?:buen|buena) \\w+|hablamos (?:luego|manana|otro dia|pronto)|"
        "te dejo|os dejo|me despido|cuidate|un saludo y hasta|abur|agur|bye)"
    ),
    (
        "(?:(?:ya )?me (?:tengo que ir|voy(?: ya| a (?:dormir|la cama|acostar|trabajar|clase|casa|ir|ir ya))?|marcho|piro|largo|desconecto|retiro|acuesto)|(?:me )?(?:tengo|debo|hay) que (?:irme|marcharme|dejarte|dormir|desconectar(?:me)?|colgar|cerrar|acostarme|salir|ir a (?:trabajar|clase|dormir))|"
        "toca (?:dormir|irse|irme|acostarse)|me toca irme|hora de (?:dormir|irme|acostarme)|voy a (?:dormir|acostarme|desconectar|dejarlo|cerrar|salir ya|la cama|cenar ya)|lo dejo (?:aqui|por hoy)|por hoy (?:es )?(?:suficiente|nada mas|lo dejo|basta|ya esta)|eso es todo por hoy|tengo (?:clase|prisa,? adios))"
    ),
    # French
    "(?:au revoir|a (?:demain|bientot|plus(?: tard)?|tout a lheure|la prochaine|ce soir|lundi|mardi|mercredi|jeudi|vendredi)|adieu pour|salut,? a|ciao|bonne (?:nuit|soiree|journee|fin de (?:journee|soiree))|bonsoir et a|dors bien|tchao|bye|a\\+)",
    (
        "(?:(?:bon,? )?je (?:dois|vais) (?:y aller|partir|filer|vous laisser|te laisser|me coucher|dormir|au lit|raccrocher|couper|deconnecter|me deconnecter|me reposer|devoir y aller|devoir partir|aller (?:dormir|me coucher|travailler|au lit|en cours|manger))|je (?:te|vous) laisse|"
        "je (?:file|pars|men vais|me sauve|me couche|me deconnecte|raccroche|coupe la|marrete la)|il (?:faut|est temps) que (?:jy aille|je (?:parte|file|dorme|vous laisse|te laisse))|jy vais|on sarrete la|cest (?:tout|bon) pour (?:aujourdhui|ce soir)|ca (?:suffit|ira) pour (?:aujourdhui|ce soir)|je vais au (?:lit|dodo))"
    ),
    # German
    (
        "(?:auf wiedersehen|tschuss|tschuess|tschussi|tschau|ciao|bis (?:dann|morgen|bald|spater|spaeter|demnachst|nachher|zum nachsten mal|heute abend|montag|dienstag|mittwoch|donnerstag|freitag)|gute nacht|gut nacht|schlaf (?:gut|schon)|machs gut|mach es gut|ade|servus und|"
        "schonen (?:abend|tag|feierabend)(?: noch)?|wiedersehen|bye)"
    ),
    (
        "(?:ich (?:muss|werde|sollte|gehe|geh|will|mochte)~2(?:los|weg|gehen|jetzt gehen|ins bett|schlafen|schluss machen|aufhoren|auflegen|aufbrechen|zur arbeit|arbeiten|offline|raus|heim|nach hause|pennen)|muss (?:jetzt |dann |leider |mal |langsam )*(?:los|weg|gehen|ins bett|schlafen|schluss machen|aufhoren|arbeiten)|"
        "ich (?:bin (?:dann )?(?:mal )?(?:weg|raus)|mach(?:e)? schluss|verabschiede mich|leg(?:e)? mich (?:hin|schlafen)|hau(?:e)? ab|logge? mich aus|mach(?:e)? (?:fur heute|jetzt) (?:schluss|feierabend))|das wars? (?:fur heute|von mir)|genug fur heute|reicht fur heute|zeit (?:fur(?:s)? bett|zu gehen|zu schlafen)|bin (?:dann )?(?:mal )?(?:weg|raus))"
    ),
)
"""Ways to say it."""

NOT_BEFORE: tuple[str, ...] = (
    (
        "(?:how (?:do|to|would|can|should)|what (?:do|does|is|time|else)|where|which|who|why|do|does|did|when|if|after|before|until|never|dont|do not|didnt|not|cant|cannot|wont|say|said|saying|says|tell|told|telling|write|wrote|called|word|before i|"
        "he|she|they|you|we|should i|do i|must i|can i|could i|as soon as|once|unless|whether|because|hate|hard|without|without saying|never said|want you|kiss|kissed)(?: \\w+){0,3} "
    ),
    "(?:como|que significa|decir|dijo|dije|dice|despues de|antes de|cuando|si|nunca|no|ella|el|sin|porque|tienes|debes|deberia)(?: \\w+){0,2} ",
    "(?:comment|que veut dire|dire|dit|disait|apres|avant|quand|si|jamais|ne|pas|il|elle|ils|sans|parce que|dois|tu)(?: \\w+){0,2} ",
    "(?:wie|was heisst|sagen|sagte|gesagt|sagt|nach|bevor|wenn|falls|nie|nicht|er|sie|ohne|weil|du|soll|sollte|ob|dass)(?: \\w+){0,2} ",
)
"""What makes it no leave of the person's own, right before it."""

NOT_AFTER: tuple[str, ...] = (
    (
        "(?:(?:the|this) (?:whole )?(?:world|life|planet|earth|city|country|town|job|past|pain|noise)|it all|everything|everyone|with you|behind|as|of|a (?:\\w+ )?(?:scheme|test|marathon|business|company|script|report|check|query|race|program|campaign|search|shop)|(?:an?|the|this|that|my|some|these|two) (?:\\w+ ){0,2}(?:service|task|job|container|command|server|process|cluster|pipeline|workflow|model|simulation|function|instance|application|app|file|code|benchmark|macro|lambda|queries|scripts?|tests?)|to (?:my|him|her|them|the|a|this|that|it|court|hospital|therapy|every|all|life|mum|mom|dad|work (?:on|through|with|tomorrow|every)|sleep (?:when|if|at|early|tonight because|with))|for (?:good|ever|a (?:walk|run|check))|forever|world|party|clubbing|shopping|swimming|dancing|camping|hiking|up (?:and|to)|down to|and (?:see|find|buy|visit|get|do)|my|him|her|them|our|"
        "in (?:spanish|french|german|english|\\w+ese)|when|because|if|earlier|"
        "through|on (?:with|a diet)|back (?:to (?:school|him|her|uni|work|normal))|here\\b|and (?:i|it|he|she|that) (?:keep|was|feel|felt|cant)|early|without|before|every|next (?:month|year)|with (?:him|her|my)|kiss|stories|routine|letter|is (?:hard|the|a)|was|means|forward|mode|hygiene|meds|paralysis|problems|issues|apnea)"
    ),
    "(?:el|los|las|una?|esto|elegir|decidir|aqui (?:el|la|los|las|una?|mi)|a (?:mi|su|todo|todos|la vida|mi madre)|para siempre|mundo|en (?:ingles|frances|aleman)|cuando|porque|si|al medico|al hospital|con (?:el|ella)|temprano|sin|cada)",
    "(?:le|la|les|une?|des|choisir|imaginer|decider|deviner|juger|a (?:mon|ma|mes|tout|la vie|lhopital)|pour toujours|le monde|en (?:anglais|espagnol|allemand)|quand|parce|si|chez (?:le|mon)|avec (?:lui|elle)|tot|sans|chaque)",
    "(?:an (?:meine|alle|das)|fur immer|welt|auf (?:englisch|spanisch|franzosisch)|wenn|weil|falls|zum arzt|ins krankenhaus|mit (?:ihm|ihr)|fruh|ohne|jeden)",
)
"""What makes it something else, right after it."""
