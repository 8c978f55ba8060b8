import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.normal import normalise

ANYTHING = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "\ud800\udfff\x00\u200b\u202e\u00ad\u0301ﷺßİéеоѕі1!@$0 .'’kilm" + string.ascii_letters
        ),
    ),
    max_size=80,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("I WANT TO REST", "i want to rest"),
        ("don’t I’m J’ai", "dont im jai"),
        ("d\u200bo\u00ad n\u202eot", "do not"),
        ("ｆｕｌｌ 𝓌𝒾𝒹𝑒", "full wide"),
        ("été, mañana, straße", "ete, manana, strasse"),
        ("e\u0301te\u0301", "ete"),
        ("mysеlf", "myself"),  # a Cyrillic letter in a Latin word
        ("слово", "слово"),  # a Cyrillic word stays one
        ("k1ll mys3lf", "kill myself"),
        ("su1c1de", "suicide"),
        ("un@live", "unalive"),
        ("se1f, ki11", "self, kill"),
        ("30 pills, 20mg, 4pm", "30 pills, 20mg, 4pm"),
        ("stop!!! now!", "stop!!! now!"),
        ("h e l p me", "help me"),
        ("h.e.l.p m-e", "help m-e"),
        ("k i l l  m y s e l f", "kill myself"),
        ("d i e", "die"),
        ("r u a bot", "r u a bot"),
        ("pleeeease helllllp, I feeeel", "please help, i feel"),
        ("killlll diiiie", "kill die"),
        ("zzzoo", "zoo"),
        ("a\ud800b", "a\ufffdb"),
        ("a\x00b\x07c", "abc"),
        ("one\u2028two\u00a0three", "one\ntwo three"),
        ("“quoted” – yes", '"quoted" - yes'),
        ("🤖?", "robot?"),
        ("İstanbul", "istanbul"),
        ("", ""),
    ],
)
def test_many_spellings_become_one(text, plain):
    assert normalise(text).text == plain


@pytest.mark.parametrize(
    ("text", "part", "original"),
    [
        ("please k1ll it", "kill", "k1ll"),
        ("please k i l l it", "kill", "k i l l"),
        ("so diiiie now", "die", "diiiie"),
        ("I don’t know", "dont", "don’t"),
        ("die Straße dort", "strasse", "Straße"),
        ("d\u200bie", "die", "d\u200bie"),
        ("𝓀𝒾𝓁𝓁 it", "kill", "𝓀𝒾𝓁𝓁"),
    ],
)
def test_a_span_comes_back_in_code_points_of_the_original(text, part, original):
    normal = normalise(text)
    at = normal.text.index(part)
    start, stop = normal.span(at, at + len(part))
    assert text[start:stop] == original


def test_part_of_a_letter_that_became_two_is_the_whole_letter():
    normal = normalise("aßb")
    assert normal.text == "assb"
    assert normal.span(1, 2) == normal.span(2, 3) == normal.span(1, 3) == (1, 2)


@pytest.mark.parametrize("span", [(0, 0), (-1, 1), (0, 5), (2, 1)])
def test_a_span_outside_the_text_is_refused(span):
    with pytest.raises(ValueError, match="range"):
        normalise("word").span(*span)


@given(ANYTHING)
def test_the_way_back_never_goes_back_and_stays_inside(text):
    normal = normalise(text)
    starts = list(normal.starts)
    assert len(starts) == len(normal.text) + 1
    assert starts == sorted(starts)
    assert starts[-1] == len(text)
    for at in range(len(normal.text)):
        start, stop = normal.span(at, at + 1)
        assert 0 <= start < stop <= len(text)


@given(st.text(alphabet=string.ascii_lowercase.replace("a", "") + " ", max_size=60))
def test_plain_text_of_short_runs_is_its_own_spelling(text):
    words = " ".join(word + "a" for word in text.split() if not any(c * 3 in word for c in word))
    assert normalise(words).text == words


@pytest.mark.untraced
@pytest.mark.parametrize(
    "piece", ["a", "I don't. ", "k i l l  ", "é", "aaa ", "h3 ", "\u200b", "а", "ab"]
)
def test_a_megabyte_is_read_in_time_that_grows_with_its_length(piece):
    normal = normalise(piece * (1_000_000 // len(piece)))
    assert normal.starts[-1] == len(piece) * (1_000_000 // len(piece))
