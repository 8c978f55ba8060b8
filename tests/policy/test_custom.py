"""Types of a policy's own: what is taken, what is told, and what it does to the hash."""

import pytest

from guardrails.policy.load import load_text
from guardrails.policy.rule import Checksum, CustomType

TYPES = """\
countries: [DE]
allow: [desk@example.org]
types:
  - {name: clinic-number, patterns: ['CLN-\\d{6}'], checksum: luhn, near: [clinic], why: ours}
  - {name: ward, phrases: [Oak Ward]}
pii:
  - {id: pii.own, detect: [clinic-number, ward, email], do: mask, surfaces: [text, tool_result]}
"""


def test_types_are_read_and_rules_may_detect_them(small):
    policy = load_text(small + TYPES)
    assert policy.types == (
        CustomType("clinic-number", (), (r"CLN-\d{6}",), Checksum.LUHN, ("clinic",)),
        CustomType("ward", ("Oak Ward",)),
    )
    assert policy.rules[0].categories == {"pii.clinic-number", "pii.ward", "pii.email"}
    assert (policy.countries, policy.allow) == (("DE",), ("desk@example.org",))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[DE]", "[GB]"),
        ("desk@", "help@"),
        ("{6}", "{7}"),
        ("luhn", "nhs"),
        ("[clinic]", "[practice]"),
        ("[Oak Ward]", "[Elm Ward]"),
        ("[text, tool_result]", "[text]"),
    ],
)
def test_what_decides_is_part_of_the_hash(small, old, new):
    assert load_text(small + TYPES).hash != load_text(small + TYPES.replace(old, new)).hash


def test_why_is_no_part_of_the_hash_and_neither_is_the_order(small):
    other = TYPES.replace(", why: ours", "").replace("[text, tool_result]", "[tool_result, text]")
    assert load_text(small + TYPES).hash == load_text(small + other).hash


def test_a_policy_without_them_keeps_the_hash_that_it_had(small):
    canonical = load_text(small).canonical
    for key in (b"types", b"allow", b"countries", b"surfaces", b"subject"):
        assert b'"' + key + b'"' not in canonical


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("clinic-number, p", "Clinic, p", "'name' is 'Clinic': write words in small letters"),
        ("name: ward", "name: email", "type 'email' is one of the package"),
        ("name: ward", "name: clinic-number", "type 'clinic-number' given twice, first at 17:12"),
        ("phrases: [Oak Ward]", "why: none", "a type needs 'phrases' or 'patterns'"),
        ("phrases: [", "phrase: [", "'phrase' is not a setting of a type. Did you mean 'phrases'?"),
        ("CLN-", "CLN(-", "which RE2 does not take: missing ): "),
        ("'CLN-\\d{6}'", "'\\d*'", "matches where nothing stands"),
        ("'CLN-\\d{6}'", "'(?=x)y'", "which RE2 does not take"),
        ("luhn", "lunh", "Did you mean 'luhn'?"),
        ("phrases: [Oak Ward]", "phrases: [x], checksum: luhn", "'checksum' goes with patterns"),
        ("detect: [clinic-number", "detect: [clinic-nummer", "Did you mean 'clinic-number'?"),
        ("tool_result", "tool-result", "Did you mean 'tool_result'?"),
        ("[DE]", "[Germany]", "'countries' is 'Germany': write a country"),
    ],
)
def test_a_mistake_is_told_at_its_place(small, problems_of, old, new, told):
    assert old in TYPES
    problems = problems_of(small + TYPES.replace(old, new, 1))
    assert any(told in problem for problem in problems), problems
    assert all(problem.startswith("p.yaml:") for problem in problems)


def test_a_type_without_a_name_leaves_no_gap_in_what_may_be_written(small, problems_of):
    text = (
        small + "types:\n  - {detect: [email]}\npii:\n  - {id: pii.a, detect: [emial], do: mask}\n"
    )
    told = problems_of(text)
    assert any("secret, stand-in or long-word. Did you mean 'email'?" in one for one in told), told
    assert any("'detect' is not a setting of a type" in one for one in told), told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ('"*@example.org"', "for every address of that domain"),
        ('"*@example.org"', 'or "@example.org" for'),
        ('"@*.clinic.example"', 'or "@clinic.example" for'),
        ('"*.clinic.example"', 'or "@clinic.example" for'),
        ('"0161 496 *"', "'0161 496 *' holds '*', which stands for nothing here"),
        ('"@"', "'@' holds no letter or digit, and would allow nothing"),
        ('"--"', "'--' holds no letter or digit, and would allow nothing"),
        ("@example.org", "; a text that begins with @ needs quotes"),
        ('""', "'allow' has no value"),
    ],
)
def test_a_value_that_would_allow_nothing_is_refused_with_what_to_write(
    small, problems_of, value, told
):
    [problem] = problems_of(f"{small}allow: [{value}]\n")
    assert problem.startswith("p.yaml:14:9: ")
    assert told in problem


def test_there_is_an_end_to_types(small, problems_of):
    many = "".join(f"  - {{name: t{'x' * n}, phrases: [p{n}]}}\n" for n in range(1, 36))
    many += "".join(f"  - {{name: u{'x' * n}, phrases: [q{n}]}}\n" for n in range(1, 36))
    assert "'types' holds more than 50 types" in problems_of(small + "types:\n" + many)[0]


LARGE = "types:\n  - {name: ward, patterns: [%s]}\npii: [{id: pii.w, detect: [ward], do: mask}]\n"


def test_patterns_that_are_too_large_together_are_told_once_where_they_become_so(
    small, problems_of
):
    many = ", ".join(rf"'\p{{L}}{{50}}{n}'" for n in range(10))
    [told] = problems_of(small + LARGE % many)
    assert told == (
        "p.yaml:15:85: the patterns of all types are too large together, from here on: make "
        r"repeats such as {1,500} shorter, or classes such as \p{L} fewer"
    )


def test_hundreds_of_plain_patterns_have_room(small):
    types = "".join(
        f"  - {{name: ward-{'abcdefghij'[n]}, patterns: [{', '.join(each)}]}}\n"
        for n in range(10)
        for each in [[rf"'W{n}-\d{{4}}-[A-Z]{{1,20}}x{m}'" for m in range(50)]]
    )
    assert sum(len(one.patterns) for one in load_text(f"{small}types:\n{types}").types) == 500
