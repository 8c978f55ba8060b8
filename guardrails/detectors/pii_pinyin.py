"""Chinese names in Latin letters, which the models know worst: a family name and syllables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import FALSE_NAMES

_FAMILY: Final = """
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin gao liang zheng luo song
xie tang han cao deng xiao feng zeng cheng cai peng pan yuan dong yu su ye lu wei jiang tian du
ding shen fan fu zhong cui ren tan liao jin shi jia xia qiu fang hou zou xiong meng qin yan xue
lei bai kong mao wan gu lai wen niu ge xing zhuang nie yao kang hao ou yin qian tao gan chang
chung wong chan cheung leung kwok hsu tsai hsieh chou chiang tseng yeh
"""
"""The commonest family names of China, Hong Kong and Taiwan that are not English words."""

_SYLLABLE = (
    r"(?:(?:zh|ch|sh|hs|ts|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui"
    r"|ue|[aeiou]))"
)
CHINESE: Final = re.compile(
    rf"(?<![\w'’])(?:({'|'.join(_FAMILY.split())})[ ]({_SYLLABLE}{{1,3}}(?:[ \-]{_SYLLABLE})?)"
    rf"|({_SYLLABLE}{{2,3}})[ ]({'|'.join(_FAMILY.split())}))(?![\w'’])"
)
"""A name of Chinese form, in small letters."""
_LEAST: Final = 150
"""Least score that one word of it must have."""


def pinyin(plain: Plain, words: Sequence[Hit]) -> Iterator[Hit]:
    """Yield names of Chinese form of which the small model took a word for a name, too."""
    seen = [word for word in words if word.kind == "person" and word.score >= _LEAST]
    if not seen:
        return
    for match in CHINESE.finditer(plain.lower):
        start, stop = match.span()
        scores = [word.score for word in seen if word.start < stop and start < word.stop]
        if scores and not FALSE_NAMES.intersection(match.group().replace("-", " ").split()):
            yield Hit("person", start, stop, max(5000, *scores), "pinyin")
