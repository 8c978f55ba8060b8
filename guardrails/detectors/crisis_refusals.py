"""
What people say who want nobody called, or reached nobody: in seven languages.

After a disclosure it is no all-clear, and the next of the texts for it is due: one that
takes up how hard it is to call.
"""

from __future__ import annotations

from typing import Final

_CALL = "(?:call|phone|ring|text|contact|talk to|speak to|speak with|talk with|tell|go to|see|reach out to|message|dial)"
_ANYONE = (
    "(?:anyone|anybody|any ?one else|someone|somebody|people|strangers?|a stranger|the police|police|an ambulance|them|him|her|it|that|those|"
    "(?:a |the )?(?:human|person|hotline|helpline|line|number|doctor|hospital|therapist|professional)s?|my (?:mum|mom|dad|mother|father|"
    "parents|husband|wife|partner|family|boyfriend|girlfriend|doctor|friends?|teacher|school)|999|911|988|112)"
)
_NO_HELP = (
    f"(?:please )?(?:dont|do not|you cant|never) (?:you )?(?:{_CALL}|transfer me to|pass me (?:on )?to|hand me over to|send|involve|get)(?: {_ANYONE})?|"
    "(?:please )?(?:dont|do not|stop) (?:transfer|transferring|passing|handing) me(?: (?:on|over|off))?|"
    f"i (?:wont|will not|dont want to|do not want to|cant|cannot|am not going to|refuse to|would rather not)(?: just)? {_CALL}(?: to)?(?: {_ANYONE})?|"
    f"im not (?:going to |gonna )?{_CALL}(?:ing)?(?: {_ANYONE})?|i(?: am|m) not calling(?: {_ANYONE})?|"
    f"(?:stop|quit) (?:telling|asking) me to {_CALL}(?: {_ANYONE})?|"
    "i (?:dont|do not) (?:want|need) (?:any |your )?(?:help|hotlines?|helplines?|numbers|a (?:human|person|hotline|helpline|doctor|hospital|therapist))|"
    "(?:only|just) (?:want (?:to talk to )?)?you|no (?:more )?(?:hotlines?|helplines?|numbers|police|hospitals?|doctors?)|leave me alone|"
    "no (?:quiero|voy a|puedo) (?:llamar|hablar con nadie|contarselo a nadie|ayuda|ir al hospital)(?: a nadie)?|no (?:llames|se lo digas|lo cuentes)"
    "(?: a (?:nadie|mi madre|mis padres))?|deja de decirme que llame|"
    "je (?:ne )?(?:veux|vais|peux) pas (?:appeler|parler(?: a quelquun)?|quon appelle|en parler|daide|aller a lhopital)(?: personne)?|(?:n ?)?appele?z? personne|"
    "(?:ne )?(?:le )?(?:dis|dites) rien a (?:personne|ma mere|mes parents)|(?:ne )?le (?:dis|dites) a personne|"
    "ich (?:will|mochte|werde|kann) (?:niemanden?|keinen|nicht|da nicht|dort nicht)(?: mit (?:jemandem|niemandem))?(?: ?(?:anrufen|sprechen|reden|hilfe|ins krankenhaus))?|"
    "ich will keine hilfe|(?:bitte )?ruf(?:e|en sie|t)? (?:bitte )?(?:niemanden?|keinen) an|(?:bitte )?sag(?:e|en sie)? (?:es )?(?:niemandem|keinem|nichts meiner mutter)|"
    "nao (?:quero|vou|consigo) (?:ligar|falar com ninguem|contar a ninguem|ajuda|ir ao hospital)(?: (?:para|pra|a) ninguem)?|nao (?:liga|ligue|ligues|conta|conte|contes)"
    "(?: (?:para|pra|a) (?:ninguem|minha mae))?|"
    "non (?:voglio|posso|riesco a) (?:chiamare|parlare con nessuno|dirlo a nessuno|aiuto|andare in ospedale)(?: nessuno)?|non (?:chiamare|dirlo a) nessuno|non dirlo a (?:mia madre|nessuno)|"
    "ik (?:wil|ga|kan|durf) (?:niet|niemand|met niemand|geen)(?: ?(?:bellen|praten|spreken|hulp|naar het ziekenhuis))?|bel niemand|(?:vertel|zeg) het (?:aan )?niemand"
)
REFUSALS: Final = rf"(?:{_NO_HELP})(?:[^a-z0-9]{{1,4}}(?:(?:and|or|so|please|just|y|et|und|e|en) )?(?:{_NO_HELP}))*"
"""Somebody wants nobody called, told or sent for."""

UNREACHED: Final = (
    "(?:nobody|no ?one|they|he|she|it)(?: (?:just|still|all))? (?:answers?|answered|picks? up|picked up|is answering|isnt answering|arent answering|didnt (?:answer|pick up)|dont "
    "(?:answer|pick up)|doesnt (?:answer|pick up|work)|wont (?:answer|pick up)|rings out|hung up(?: on me)?|put me on hold)|"
    "(?:the|those|these|that|your) (?:lines?|numbers?|links?) (?:(?:dont|doesnt|do not|does not|didnt|isnt|arent|are not|is not)(?: even)? "
    "(?:work|working|available|from here|for my country|for here)|(?:is|are)(?: all| always| just)? (?:busy|engaged|closed|dead|useless))"
    "(?: (?:here|for me|in my country|from here|where i (?:am|live)))?|"
    "(?:it|the line|its|theyre) (?:is |was |are )?(?:busy|engaged|closed)|"
    "i (?:called|tried|rang|texted|phoned|did call)(?: (?:them|it|that|the line|there|already|once|twice|and|but)){0,4}(?: (?:nobody|no ?one|no answer|busy|on hold|hung up|nothing|they|"
    "(?:nobody|no ?one) (?:answers?|answered|picks? up|picked up)|they hung up))?|im (?:still )?on hold|"
    "nadie (?:contesta|responde|coge)|(?:esta |comunica|da )ocupado|(?:ese|esos|el) (?:numero|numeros) no funcionan?(?: aqui)?|no (?:funciona|contestan)(?: aqui)?|"
    "personne (?:ne )?(?:repond|decroche)|ca (?:ne )?(?:marche|repond) pas(?: ici)?|cest occupe|"
    "(?:keiner|niemand|da) geht (?:keiner |niemand )?(?:ran|dran)|(?:es|die nummer) (?:geht|funktioniert) (?:hier )?nicht|(?:es )?ist besetzt|"
    "ninguem (?:atende|responde)|(?:esse|o) numero nao funciona(?: aqui)?|nao (?:funciona|atendem)(?: aqui)?|esta ocupado|"
    "nessuno risponde|(?:il|quel) numero non funziona|non (?:funziona|rispondono)(?: qui)?|e occupato|"
    "niemand neemt op|(?:het|dat|de) (?:nummer )?(?:werkt|doet het) (?:hier )?niet|in gesprek"
)
"""Nobody was reached, or the number is of no use there."""

WORSE: Final = (
    "(?:(?:im|i am|i feel|im getting|i am getting|getting|feeling|starting to feel)(?: (?:so|really|very|a bit|quite|now)){0,2} "
    "(?:sleepy|tired|dizzy|drowsy|cold|numb|sick|weak|faint|weird|woozy|light ?headed)|(?:everything|it) is (?:going dark|getting dark|blurry|spinning|fading)|"
    "i (?:cant|can hardly|can barely) (?:see|feel (?:my \\w+)?|stand|move|keep my eyes open|breathe|stay awake)|"
    "tengo (?:mucho )?sueno|(?:estoy|me siento) (?:muy )?(?:maread[oa]|debil|mal)|"
    "jai (?:tres |tellement )?(?:sommeil|froid|la tete qui tourne|envie de dormir|mal au coeur)|"
    "(?:ich bin|ich werde|bin|werde) (?:so |ganz |sehr )?(?:mude|schlafrig|benommen)|mir (?:ist|wird) (?:so |ganz )?(?:schwindelig|schlecht|ubel|kalt|schwarz vor augen)|"
    "(?:estou )?com (?:muito )?sono|estou (?:muito )?(?:tont[oa]|mal|enjoad[oa])|ho (?:tanto )?sonno|mi gira la testa|mi sento (?:male|svenire)|"
    "ik (?:ben|word) (?:zo |heel )?(?:slaperig|moe|duizelig|misselijk|suf))"
    "(?:[^a-z0-9]{1,4}(?:now|and|so|already|help|maintenant|ahora|jetzt|agora|ora|nu))*"
)
"""What a body says after somebody took something."""
