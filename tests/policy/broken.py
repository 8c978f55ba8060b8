"""Policies that are each broken in one place, with every message and what its reader would write."""

# ruff: noqa: E501

from typing import Final, NamedTuple

WHOLE: Final = """\
schema: 1
policy: {id: base, title: All of it, owner: safety@example.org, review_by: "2027-05-01"}
locales: [en-GB, fr]
rollout: {default: enforce, salt: one}
countries: [GB]
allow: [help@example.org]
types:
  - {name: ward-number, patterns: ['WRD-[0-9]{4}'], checksum: luhn}
pii:
  - {id: pii.contact, detect: [email, ward-number], where: [input], do: mask, mask_as: "[{type}]"}
claim:
  - id: claim.bond
    claims: [bond]
    do: replace
    say: plain
    percent: 50
    until: "2027-01-31"
    except:
      - {name: quotation, when: {quoted: true}, expires: "2027-01-31"}
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, floor: true, escalate: {to: desk, within: 10m}}
crisis-reply:
  - {id: crisis-reply.harm, harms: [method], do: replace}
disclosure: {at_start: plain, repeat: {every: 3h}}
escalation:
  channels:
    desk: {kind: webhook, url_env: DESK_URL, ack_within: 60s, then: day}
    day: {kind: console}
logging: {level: findings, findings_from: 20}
streaming: {hold: frame}
failure: {detector_error: {claim: block}, coverage: {image: note}}
limits: {max_input: 5000}
messages:
  help: {en-GB: "Call. {resources}", fr: "Appelez. {resources}", reviewed_by: null}
  plain: {en-GB: A program., fr: Un programme.}
  safe-reply: {en-GB: Not now., fr: Pas maintenant.}
  too-long: {en-GB: Too long., fr: Trop long.}
tests:
  - {say: I want to die, from: user, expect: {rule: crisis.high}}
"""


class Broken(NamedTuple):
    """
    One broken policy.

    Attributes:
        right: What stands in `WHOLE`.
        wrong: What stands in its place.
        told: Every message, from its line on.
        advised: What somebody who reads the message writes; then the policy loads.
    """

    right: str
    wrong: str
    told: tuple[str, ...]
    advised: str


BROKEN: Final[dict[str, Broken]] = {
    "a tab": Broken(
        "  - id: claim.bond",
        "\t- id: claim.bond",
        ("12:1: a tab: use spaces",),
        "  - id: claim.bond",
    ),
    "a colon in a text": Broken(
        "title: All of it",
        "title: 'a: b",
        (
            "8:37: not valid YAML: did not find expected ',' or '}' (while parsing a flow mapping that begins on line 2)",
        ),
        'title: "a: b"',
    ),
    "a bracket that stays open": Broken(
        "locales: [en-GB, fr]",
        "locales: [en-GB, fr",
        (
            "4:8: not valid YAML: did not find expected ',' or ']' (while parsing a flow sequence that begins on line 3)",
        ),
        "locales: [en-GB, fr]",
    ),
    "an anchor": Broken(
        "locales: [en-GB, fr]",
        "locales: &all [en-GB, fr]",
        ("3:10: anchors are not taken: leave out &all",),
        "locales: [en-GB, fr]",
    ),
    "an alias": Broken(
        "owner: safety@example.org",
        "owner: *someone",
        ("2:45: aliases are not taken: write *someone out",),
        "owner: someone",
    ),
    "a tag": Broken(
        "id: base",
        "id: !!str base",
        ("2:14: tags are not taken: leave out !!str",),
        "id: base",
    ),
    "a merge key": Broken(
        "streaming: {hold: frame}",
        "streaming: {<<: frame}",
        ("30:13: merge keys are not taken: write the settings out",),
        "streaming: {hold: frame}",
    ),
    "a second document": Broken(
        "limits: {max_input: 5000}",
        "---\nlimits: {max_input: 5000}",
        ("32:1: a second document: a policy is one document",),
        "limits: {max_input: 5000}",
    ),
    "a key given twice": Broken(
        "streaming: {hold: frame}",
        "streaming: {hold: frame, hold: reply}",
        ("30:26: key 'hold' given twice, first at 30:13",),
        "streaming: {hold: frame}",
    ),
    "a section given twice": Broken(
        "limits: {max_input: 5000}",
        "limits: {max_input: 5000}\nstreaming: {hold: reply}",
        ("33:1: key 'streaming' given twice, first at 30:1",),
        "limits: {max_input: 5000}",
    ),
    "a key that is yes": Broken(
        "  help: {",
        "  yes: {",
        (
            "21:69: no message 'help'",
            "34:3: 'yes' means different things to different YAML readers: put it in quotes",
        ),
        "  help: {",
    ),
    "a list for a key": Broken(
        "limits: {max_input: 5000}",
        "[a]: 1",
        ("32:1: a key must be a word, not a list or a block",),
        "limits: {max_input: 5000}",
    ),
    "a misspelt section": Broken(
        "disclosure: {",
        "disclosre: {",
        ("24:1: 'disclosre' is not a setting of the policy file. Did you mean 'disclosure'?",),
        "disclosure: {",
    ),
    "a misspelt setting": Broken(
        "threshold: 45",
        "treshold: 45",
        (
            "21:5: a crisis rule needs 'threshold'",
            "21:36: 'treshold' is not a setting of a crisis rule. Did you mean 'threshold'?",
        ),
        "threshold: 45",
    ),
    "a setting of another section": Broken(
        "threshold: 45",
        "threshold: 45, claims: [bond]",
        ("21:51: 'claims' is not a setting of a crisis rule",),
        "threshold: 45",
    ),
    "a setting that is not built yet": Broken(
        "day: {kind: console}",
        "day: {kind: console, name: day}",
        ("28:26: 'name' in a channel is not yet supported",),
        "day: {kind: console}",
    ),
    "no schema": Broken(
        "schema: 1\n",
        "",
        ("1:1: the policy file needs 'schema'",),
        "schema: 1\n",
    ),
    "another schema": Broken(
        "schema: 1",
        "schema: 2",
        ("1:9: 'schema' is '2': write the number of the format, 1",),
        "schema: 1",
    ),
    "no id of the policy": Broken(
        "{id: base, ",
        "{",
        ("2:9: policy needs 'id'",),
        "{id: base, ",
    ),
    "an id with capital letters": Broken(
        "id: base",
        "id: Base",
        ("2:14: 'id' is 'Base': write small letters, digits, '-', '_' and '.', from a letter on",),
        "id: base",
    ),
    "a locale that is a word": Broken(
        "[en-GB, fr]",
        "[en-GB, french]",
        ("3:18: 'locales' is 'french': write a language tag such as en-GB",),
        "[en-GB, fr]",
    ),
    "a locale that is no": Broken(
        "[en-GB, fr]",
        "[en-GB, fr, no]",
        ("3:22: 'no' means different things to different YAML readers: put it in quotes",),
        "[en-GB, fr]",
    ),
    "a locale twice": Broken(
        "[en-GB, fr]",
        "[en-GB, fr, fr]",
        ("3:22: 'locales' holds 'fr' twice",),
        "[en-GB, fr]",
    ),
    "an empty list": Broken(
        "countries: [GB]",
        "countries: []",
        ("5:12: 'countries' is an empty list: write at least one value",),
        "countries: [GB]",
    ),
    "a country in small letters": Broken(
        "countries: [GB]",
        "countries: [gb]",
        ("5:13: 'countries' is 'gb': write a country as two capital letters, such as GB",),
        "countries: [GB]",
    ),
    "the country that goes by another code": Broken(
        "countries: [GB]",
        "countries: [UK]",
        ("5:13: 'countries' is 'UK': the code of that country is GB (ISO 3166-1 alpha-2)",),
        "countries: [GB]",
    ),
    "a code without a country": Broken(
        "countries: [GB]",
        "countries: [GB, ZZ]",
        ("5:17: 'countries' is 'ZZ': no country has this code (ISO 3166-1 alpha-2)",),
        "countries: [GB]",
    ),
    "a value where a list belongs": Broken(
        "countries: [GB]",
        "countries: GB",
        ("5:12: 'countries' is a single value: write a list such as [GB]",),
        "countries: [GB]",
    ),
    "an unquoted date": Broken(
        'review_by: "2027-05-01"',
        "review_by: 2027-05-01",
        ("2:76: '2027-05-01' means different things to different YAML readers: put it in quotes",),
        'review_by: "2027-05-01"',
    ),
    "a date in words": Broken(
        'review_by: "2027-05-01"',
        "review_by: 1 May 2027",
        ("2:76: 'review_by' is '1 May 2027': write a date such as \"2027-05-01\"",),
        'review_by: "2027-05-01"',
    ),
    "a day that is none": Broken(
        'until: "2027-01-31"',
        'until: "2027-02-31"',
        ("17:12: 'until' is '2027-02-31': write a date such as \"2027-05-01\"",),
        'until: "2027-01-31"',
    ),
    "a number for a text": Broken(
        "title: All of it",
        "title: 2027",
        ("2:27: 'title' is a text: put 2027 in quotes",),
        'title: "2027"',
    ),
    "yes for a text": Broken(
        "title: All of it",
        "title: yes",
        ("2:27: 'yes' means different things to different YAML readers: put it in quotes",),
        'title: "yes"',
    ),
    "nothing for a text": Broken(
        "title: All of it",
        "title: ",
        ("2:27: 'title' has no value",),
        "title: a",
    ),
    "yes for a flag": Broken(
        "floor: true",
        "floor: yes",
        ("21:82: 'floor' is 'yes': write true or false",),
        "floor: true",
    ),
    "a flag in quotes": Broken(
        "floor: true",
        'floor: "true"',
        ("21:82: 'floor' is 'true': write true or false (without quotes)",),
        "floor: true",
    ),
    "a threshold as a fraction": Broken(
        "threshold: 45",
        "threshold: 0.45",
        ("21:47: 'threshold' is '0.45': write whole percent, 0..100",),
        "threshold: 45",
    ),
    "a threshold with a sign": Broken(
        "threshold: 45",
        "threshold: 45%",
        ("21:47: 'threshold' is '45%': write whole percent, 0..100",),
        "threshold: 45",
    ),
    "a threshold in quotes": Broken(
        "threshold: 45",
        'threshold: "45"',
        ("21:47: 'threshold' is '45': write whole percent, 0..100 (without quotes)",),
        "threshold: 45",
    ),
    "a threshold above hundred": Broken(
        "threshold: 45",
        "threshold: 145",
        ("21:47: 'threshold' is '145': write whole percent, 0..100",),
        "threshold: 45",
    ),
    "a threshold at which nobody is heard": Broken(
        "threshold: 45",
        "threshold: 95",
        ("21:47: 'threshold' is over 90: nobody in need would be heard",),
        "threshold: 45",
    ),
    "a time without a unit": Broken(
        "within: 10m",
        "within: 10",
        ("21:117: 'within' is '10': write a duration such as 60s, 10m, 3h or 400d",),
        "within: 10m",
    ),
    "a time like a clock's": Broken(
        "ack_within: 60s",
        "ack_within: 01:00",
        ("27:58: 'ack_within' is '01:00': write a duration such as 60s, 10m, 3h or 400d",),
        "ack_within: 60s",
    ),
    "a time in words": Broken(
        "every: 3h",
        "every: three hours",
        ("24:47: 'every' is 'three hours': write a duration such as 60s, 10m, 3h or 400d",),
        "every: 3h",
    ),
    "a mode that is off": Broken(
        "default: enforce",
        "default: off",
        ("4:20: 'default' is 'off': write disabled, shadow or enforce",),
        "default: enforce",
    ),
    "a misspelt mode": Broken(
        "default: enforce",
        "default: enforced",
        (
            "4:20: 'default' is 'enforced': write disabled, shadow or enforce. Did you mean 'enforce'?",
        ),
        "default: enforce",
    ),
    "a type that nobody knows": Broken(
        "[email, ward-number]",
        "[emial, ward-number]",
        (
            "10:32: 'detect' is 'emial': write person, email, phone, postal-address, location, date-of-birth, date-time, payment-card, iban, bank-account, national-id, passport, driving-licence, tax-id, health-id, ip-address, mac-address, url, handle, crypto-wallet, number-plate, organization, nationality, secret, stand-in, long-word or ward-number. Did you mean 'email'?",
        ),
        "[email, ward-number]",
    ),
    "a claim that nobody knows": Broken(
        "claims: [bond]",
        "claims: [love]",
        (
            "13:14: 'claims' is 'love': write emotion, sentience, embodiment, lived_experience, human_identity, own_relationships, professional, bond, retention, own_desires, shared_feeling or continuous_presence",
        ),
        "claims: [bond]",
    ),
    "an action of another section": Broken(
        'where: [input], do: mask, mask_as: "[{type}]"',
        "where: [input], do: rewrite",
        ("10:73: 'do' is 'rewrite': write note, mask or block",),
        "where: [input], do: mask",
    ),
    "a person in crisis blocked": Broken(
        "do: replace, say: help",
        "do: block, say: help",
        ("21:55: a person in crisis is never blocked: write do: replace",),
        "do: replace, say: help",
    ),
    "an id of another section": Broken(
        "id: claim.bond",
        "id: clam.bond",
        ("12:9: 'id' is 'clam.bond': a claim rule's id starts with 'claim.'",),
        "id: claim.bond",
    ),
    "an id given twice": Broken(
        "  - {id: crisis-reply.harm",
        "  - {id: crisis-reply.harm, harms: [number], do: note}\n  - {id: crisis-reply.harm",
        ("24:10: rule 'crisis-reply.harm' given twice, first at 23:10",),
        "  - {id: crisis-reply.harm",
    ),
    "a message that is not there": Broken(
        "say: help",
        "say: hepl",
        ("21:69: no message 'hepl'. Did you mean 'help'?",),
        "say: help",
    ),
    "no message for a replacement": Broken(
        "    say: plain\n",
        "",
        ("12:5: do: replace needs 'say', the message that is shown",),
        "    say: plain\n",
    ),
    "a message for a mask": Broken(
        "do: mask, mask_as",
        "do: mask, say: plain, mask_as",
        ("10:84: do: mask shows no message: leave 'say' out",),
        "do: mask, mask_as",
    ),
    "a slot that nobody fills": Broken(
        '[{type}]"',
        '[{kind}]"',
        ("10:88: '{kind}' is no slot of a mask: {type} and {n} are",),
        '[{type}]"',
    ),
    "a slot in a text for everybody": Broken(
        "Un programme.",
        "'{resources}'",
        (
            "15:10: message 'plain' holds {resources}: only crisis rules fill it in",
            "24:24: message 'plain' holds {resources}: only crisis rules fill it in",
        ),
        "Un programme.",
    ),
    "no escalation for a person in danger": Broken(
        ", escalate: {to: desk, within: 10m}",
        "",
        ("21:5: level high needs 'escalate': from concern up a human is told",),
        ", escalate: {to: desk, within: 10m}",
    ),
    "a channel that is not there": Broken(
        "to: desk",
        "to: dsek",
        ("21:103: no channel 'dsek'. Did you mean 'desk'?",),
        "to: desk",
    ),
    "a webhook without an address": Broken(
        "url_env: DESK_URL, ",
        "",
        ("27:11: a webhook needs 'url_env', the variable that holds its address",),
        "url_env: DESK_URL, ",
    ),
    "an address in the place of its variable": Broken(
        "url_env: DESK_URL",
        "url_env: 'https://desk.example.org'",
        (
            "27:36: 'url_env' is 'https://desk.example.org': write the name of an environment variable such as DESK_URL, never its content",
        ),
        "url_env: DESK_URL",
    ),
    "channels in a circle": Broken(
        "day: {kind: console}",
        "day: {kind: console, then: desk}",
        ("28:32: 'then: desk' leads in a circle: a chain has an end",),
        "day: {kind: console}",
    ),
    "a pattern with an open bracket": Broken(
        "'WRD-[0-9]{4}'",
        "'WRD-[0-9'",
        ("8:36: 'patterns' holds 'WRD-[0-9', which RE2 does not take: missing ]: [0-9",),
        "'WRD-[0-9]{4}'",
    ),
    "a pattern that RE2 has not": Broken(
        "'WRD-[0-9]{4}'",
        "'(?<=W)RD'",
        (
            "8:36: 'patterns' holds '(?<=W)RD', which RE2 does not take: invalid perl operator: (?<=",
        ),
        "'WRD-[0-9]{4}'",
    ),
    "a pattern that matches nothing at all": Broken(
        "'WRD-[0-9]{4}'",
        "'[0-9]*'",
        ("8:36: 'patterns' holds '[0-9]*', which matches where nothing stands",),
        "'[0-9]+'",
    ),
    "a checksum that nobody knows": Broken(
        "checksum: luhn",
        "checksum: lunh",
        ("8:63: 'checksum' is 'lunh': write luhn, iban, nhs or verhoeff. Did you mean 'luhn'?",),
        "checksum: luhn",
    ),
    "a text that is missing in a language": Broken(
        ", fr: Trop long.",
        "",
        ("37:3: message 'too-long' has no text for fr",),
        ", fr: Trop long.",
    ),
    "a text in another language": Broken(
        "fr: Trop long.",
        "fr: Trop long., de: Zu lang.",
        ("37:48: 'de' in message 'too-long' is none of this policy's locales (en-GB, fr)",),
        "fr: Trop long.",
    ),
    "a message that every policy needs": Broken(
        "  too-long: {en-GB: Too long., fr: Trop long.}\n",
        "",
        ("34:3: messages needs 'too-long': shown when a message is longer than limits.max_input",),
        "  too-long: {en-GB: Too long., fr: Trop long.}\n",
    ),
    "a text that is cut off": Broken(
        "{en-GB: A program., fr: Un programme.}",
        "\n    en-GB: A program # no 1\n    fr: Un programme.",
        (
            "36:12: the text ends before ' #', and the rest of the line is a comment: put the text in quotes, or the comment on a line of its own",
        ),
        '\n    en-GB: "A program # no 1"\n    fr: Un programme.',
    ),
    "fiction as an excuse for what it never excuses": Broken(
        'claims: [bond]\n    do: replace\n    say: plain\n    percent: 50\n    until: "2027-01-31"\n    except:\n      - {name: quotation, when: {quoted: true}',
        "claims: [professional]\n    do: replace\n    say: plain\n    except:\n      - {name: quotation, when: {mode: roleplay}",
        ("17:33: role-play never excuses professional: move it into a rule of its own",),
        'claims: [bond]\n    do: replace\n    say: plain\n    percent: 50\n    until: "2027-01-31"\n    except:\n      - {name: quotation, when: {quoted: true}',
    ),
    "percent without a salt": Broken(
        ", salt: one",
        "",
        ("16:14: 'percent' needs rollout.salt, or sessions change sides at random",),
        ", salt: one",
    ),
    "a log that could not be replayed": Broken(
        "findings_from: 20",
        "findings_from: 60",
        (
            "29:43: the threshold of claim.bond (50) is below logging.findings_from (60), so it could not be replayed",
            "29:43: the threshold of crisis-reply.harm (50) is below logging.findings_from (60), so it could not be replayed",
            "29:43: the threshold of crisis.high (45) is below logging.findings_from (60), so it could not be replayed",
            "29:43: the threshold of pii.contact (40) is below logging.findings_from (60), so it could not be replayed",
        ),
        "findings_from: 20",
    ),
    "a limit of nothing": Broken(
        "max_input: 5000",
        "max_input: 0",
        ("32:21: 'max_input' is '0': write characters, 100..1000000",),
        "max_input: 100",
    ),
    "a test that cannot fail": Broken(
        "{rule: crisis.high}",
        "{}",
        ("39:46: 'expect' holds nothing, so this test could not fail",),
        "{rule: crisis.high}",
    ),
    "a test of a rule that is not there": Broken(
        "{rule: crisis.high}",
        "{rule: crisis.hihg}",
        ("39:53: no rule 'crisis.hihg'. Did you mean 'crisis.high'?",),
        "{rule: crisis.high}",
    ),
    "a case from nobody": Broken(
        "from: user",
        "from: bot",
        ("39:32: 'from' is 'bot': write user or model",),
        "from: user",
    ),
    "a rule for people in need that is only watched": Broken(
        "floor: true, escalate",
        "floor: true, mode: shadow, escalate",
        ("21:94: a rule with floor: true is enforced for everybody",),
        "floor: true, escalate",
    ),
    "no rules for people in need": Broken(
        "crisis:\n  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, floor: true, escalate: {to: desk, within: 10m}}\n",
        "",
        (
            "1:1: a policy needs 'crisis' rules: nobody in need goes without help",
            "37:53: no rule 'crisis.high'",
        ),
        "crisis:\n  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, floor: true, escalate: {to: desk, within: 10m}}\n",
    ),
    "a colon in a plain text": Broken(
        "{en-GB: A program., fr: Un programme.}",
        "\n    en-GB: Note: a program.\n    fr: Un programme.",
        (
            "36:16: not valid YAML: mapping values are not allowed in this context; a text with a colon in it needs quotes",
        ),
        '\n    en-GB: "Note: a program."\n    fr: Un programme.',
    ),
}
