"""What the words of the question stand for whether this is a human."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "ai": (
            "(?:chat ?)?ro?bots?|bots?|chat ?bots?|robots?|machines?|comput(?:er|ers)|"
            r"computer programs?|programs?|programmes?|a\.?i\.?|ais|artificial intelligence|"
            "software|algorithms?|automated(?: (?:system|service|program|response|agent|"
            "assistant|message|reply))?|automatic(?: (?:system|reply|response))?|virtual "
            r"(?:assistant|agent|person)|language models?|llms?|gpt\w*|chatgpt|ai (?:model|"
            "chatbot|bot|system|program|assistant|agent|thing)|conversational (?:system|agent|"
            "ai)s?|automatons?|droids?|electronic|robotic|siri|alexa|androids?|cyborgs?|"
            "digital assistants?|voice assistants?|assistant program|code|simulation|machine "
            r"learning(?: \w+)?|auto ?mated|recordings?|scripts?|fake(?: person)?|inhuman|"
            r"artificial|non ?human|neural net\w*|chat ?gpt"
        ),
        "human": (
            "(?:(?:real|actual|actually|living|live|life|genuine|true|flesh and blood|fellow|"
            "normal|regular|breathing|whole|proper|honest to god|bona fide) )*(?:human|humans|"
            "human being|human beings|person|people|man|woman|guy|girl|lady|boy|dude|"
            "individual|homo sapiens|homosapien|gal|human agent)|real|actually real|alive|a "
            "living (?:being|thing|creature|person)|sentient|flesh and blood|made of flesh|"
            "humanoid"
        ),
        "either": "<ai>|<human>",
        "you": (
            "(?:you|u|ya|thou|this(?: thing| chat| account| user| conversation)?|that|it|"
            "there|who(?:ever| ?ever)? is (?:this|writing|typing)|the person (?:writing|"
            "typing|i am talking to|im talking to))"
        ),
        "talk": (
            "(?:talk|talking|speak|speaking|chat|chatting|typing|type|texting|text|messaging|"
            "writing|write|dealing|interacting|conversing|conversating|communicating|"
            "corresponding|connected|in touch|having a (?:chat|conversation)|having this "
            "conversation|discussing this)"
        ),
        "adv": (
            "(?:really|actually|even|just|truly|honestly|literally|seriously|by any chance|"
            "perhaps|maybe|possibly|in fact|still|currently|like|only|basically|some (?:kind|"
            "sort|type) of|kind of|sort of|legit|legitimately|for real|definitely|secretly|"
            "some|really just|being|at all|right now|now|ever|been|all|in reality|also|even a|"
            "then|an?|the|one|of those|one of those)"
        ),
        "art": "(?:<adv> )*",
    }
)
"""Macros by name; see `crisis_rules`."""
