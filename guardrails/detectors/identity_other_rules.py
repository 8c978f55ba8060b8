"""Ways to ask in other languages whether this is a human, over normalised text, in RE2."""

from __future__ import annotations

OTHER: tuple[str, ...] = (
    (
        "(?:eres|es usted|sos|estoy hablando con|hablo con|estoy chateando con|sera que eres|"
        "acaso eres|esto es|tu eres|no eres|de verdad eres|es esto|hay)(?: (?:realmente|de "
        "verdad|en realidad|solo|acaso|tu|usted|con|por casualidad))* ?(?:un|una|alguien|"
        "algun|alguna)? ?(?:robot|bot|chatbot|maquina|persona(?: (?:real|de verdad|humana))?|"
        "humano|humana|ser humano|real|ia|inteligencia artificial|programa|ordenador|"
        "computadora|de verdad|persona o|ser vivo)(?: (?:al otro lado|ahi|detras))?"
    ),
    (
        "(?:con )?quien (?:estoy )?habl(?:o|ando)(?: yo)?|que eres (?:tu|exactamente|"
        "realmente)|quien eres (?:realmente|en realidad)"
    ),
    (
        "(?:voce e|voce|es|tu es|vc e|estou (?:a )?(?:falar|falando|conversando|conversar) "
        "com|isto e|isso e|e voce|vc|sera que voce e|ha|tem|e)(?: (?:mesmo|realmente|de "
        "verdade|so|apenas|na verdade|com))* ?(?:um|uma|alguem|algum|alguma)? ?(?:robo|robot|"
        "bot|chatbot|maquina|pessoa(?: (?:real|de verdade|humana))?|humano|humana|ser humano|"
        "real|ia|inteligencia artificial|programa|computador|de verdade|gente de verdade)(?: "
        "(?:do outro lado|ai|atras))?"
    ),
    (
        "(?:com )?quem (?:e que )?(?:estou|eu estou|to|eu falo|falo)(?: a)? ?(?:falar|falando|"
        "conversando)?|o que (?:e )?voce e|quem e voce (?:realmente|de verdade)"
    ),
    (
        "(?:sei|sto parlando con|parlo con|sto chattando con|questo e|tu sei|ma sei|lei e|c e|"
        "e)(?: (?:davvero|veramente|in realta|solo|forse|per caso|tu|con|proprio))* ?(?:un|"
        "una|uno|qualche)? ?(?:robot|bot|chatbot|macchina|persona(?: (?:reale|vera|umana))?|"
        "umano|umana|essere umano|reale|vero|vera|ia|intelligenza artificiale|programma|"
        "computer|in carne e ossa)(?: (?:dall ?altra parte|dietro))?"
    ),
    (
        "con chi (?:sto parlando|parlo|sto chattando)|(?:che )?cosa sei(?: (?:davvero|"
        "esattamente|tu))?|chi sei (?:davvero|veramente)"
    ),
    (
        "(?:es ?tu|etes ?vous|tes|t es|tu es|vous etes|je parle a|je parle avec|je discute "
        "avec|suis ?je en train de parler a|est ?ce que tu es|est ?ce que vous etes|est ?ce "
        "que je parle (?:a|avec)|cest|c est|est ?ce|y a ?t ?il|parle ?je a|je cause avec|je "
        "suis en train de parler (?:a|avec))(?: (?:vraiment|reellement|juste|seulement|en "
        "fait|en train|par hasard|bien|en vrai|pas|avec))* ?(?:un|une|quelqu ?un|de|d|l|la)? "
        "?(?:vrai |vraie )?(?:robot|bot|chatbot|machine|personne(?: (?:reelle|humaine))?|"
        "humain|humaine|etre humain|reel|reelle|vrai|vraie|ia|intelligence artificielle|"
        "programme|ordinateur|vrai humain|vraie personne)(?: (?:derriere|de lautre cote|au "
        "bout))?"
    ),
    (
        "(?:a|avec) qui (?:je parle|est ?ce que je parle|suis ?je en train de parler|parle "
        "?je|ai je|jai)|qui es ?tu (?:vraiment|reellement)|(?:tu es|es ?tu|cest|vous etes) "
        "quoi (?:au juste|exactement|en fait)|qu es ?tu|ques ?tu"
    ),
    (
        "(?:bist du|sind sie|seid ihr|bistu|biste|ist das(?: hier)?|rede ich(?: hier)?(?: "
        "gerade)? mit|spreche ich(?: hier)?(?: gerade)? mit|schreibe ich(?: hier)?(?: "
        "gerade)? mit|chatte ich(?: hier)?(?: gerade)? mit|du bist|sie sind|unterhalte ich "
        "mich(?: gerade)? mit|sitzt da|ist da|antwortet mir|schreibt mir)(?: (?:eigentlich|"
        "wirklich|echt|nur|etwa|denn|jetzt|in wirklichkeit|tatsachlich|gerade|hier|doch|"
        "ueberhaupt|uberhaupt|ein|eine|einem|einer|nen|ne|n|so|auch|vielleicht|kein|keine|"
        "nicht|richtiger|richtige|echten|echter|echte|richtigen))* ?(?:roboter|bot|chatbot|"
        "maschine|mensch|menschen|person|echt|real|ki|k i|kunstliche intelligenz|kuenstliche "
        "intelligenz|programm|computer|software|lebendig|automat|menschlich|echte person)"
    ),
    (
        "mit wem (?:rede|spreche|schreibe|chatte) ich(?: (?:hier|eigentlich|gerade))*|was "
        "bist du(?: (?:eigentlich|wirklich|genau))*|wer bist du (?:eigentlich|wirklich)|"
        "mensch oder (?:maschine|bot|ki)"
    ),
    (
        "(?:ben je|bent u|ben jij|ben ik|is dit|praat ik(?: nu)?(?: hier)? met|spreek ik(?: "
        "nu)?(?: hier)? met|chat ik(?: nu)?(?: hier)? met|je bent|jij bent|zit daar|is er|"
        "praat ik eigenlijk met|heb ik te maken met)(?: (?:eigenlijk|echt|wel|niet|gewoon|nu|"
        "soms|een|misschien|toch|in het echt|daadwerkelijk|hier|geen|echte|met|aan het praten "
        "met|slechts|alleen maar))* ?(?:robot|bot|chatbot|machine|mens|persoon|echt|ai|"
        "kunstmatige intelligentie|programma|computer|software|levend|iemand|menselijk)"
    ),
    (
        "met wie (?:praat|spreek|chat) ik(?: (?:hier|eigenlijk|nu))*|wat ben jij(?: "
        "(?:eigenlijk|precies))*|wie ben je (?:eigenlijk|echt)|mens of (?:machine|bot|robot)"
    ),
)
"""Ways to ask in Spanish, Portuguese, Italian, French, German and Dutch."""
