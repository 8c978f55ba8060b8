"""What a change means: stricter, weaker or other, and what is no change at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.policy.compare import Way, compared
from guardrails.policy.load import load_text
from guardrails.policy.model import Policy

BASE = """\
schema: 1
policy: {id: base}
locales: [en-GB]
rollout: {salt: one}
allow: [a@example.org]
pii:
  - {id: pii.a, detect: [email, phone], where: [input], do: mask, threshold: 50, percent: 50}
claim:
  - id: claim.a
    claims: [bond]
    do: rewrite
    except:
      - {name: quoted, when: {quoted: true}}
crisis:
  - {id: crisis.care, level: care, threshold: 50, do: add, say: help}
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, floor: true, escalate: {to: desk, within: 10m}}
disclosure: {at_start: plain}
escalation:
  channels: {desk: {kind: console}, day: {kind: console}}
  on_request: {say: plain, to: desk, within: 1h}
failure: {detector_error: {claim: block}, coverage: {image: note}, model_error: plain}
messages:
  help: {en-GB: "Please call somebody. {resources}"}
  plain: {en-GB: "I am a program.", again: [{en-GB: "A program."}]}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
"""  # noqa: E501

CHANGES = {
    "id: base": ('id: base, review_by: "2030-01-01"', "review_by none -> 2030-01-01", Way.OTHER),
    "threshold: 50, percent: 50": (
        'threshold: 50, percent: 50, until: "2030-01-01"',
        "pii.a until none -> 2030-01-01",
        Way.OTHER,
    ),
    "threshold: 50, percent": ("threshold: 40, percent", "pii.a threshold 50 -> 40", Way.STRICTER),
    "percent: 50": ("percent: 25", "pii.a percent 50 -> 25", Way.WEAKER),
    "do: mask": ("do: block, say: plain", "pii.a do mask -> block", Way.STRICTER),
    "[email, phone]": ("[email]", "pii.a covers - pii.phone", Way.WEAKER),
    "where: [input]": ("where: [input, output]", "pii.a where + output", Way.STRICTER),
    "do: mask, ": ("do: mask, surfaces: [text], ", "pii.a surfaces have changed", Way.WEAKER),
    "do: mask,": (
        "do: mask, mask_with: remove,",
        "pii.a mask_with pseudonym -> remove",
        Way.STRICTER,
    ),
    "do: mask,  ": ("do: mask, mask_as: '***',", "pii.a mask_as [{type}] -> ***", Way.OTHER),
    "do: rewrite": ("do: rewrite\n    mode: shadow", "claim.a mode enforce -> shadow", Way.WEAKER),
    "      - {name: quoted, when: {quoted: true}}": (
        "      - {name: quoted, when: {quoted: true}}\n      - {name: f, when: {mode: roleplay}}",
        "claim.a exceptions + roleplay",
        Way.WEAKER,
    ),
    "      - {name: quoted, when: {quoted: true}}\n": (
        (
            "      - {name: quoted, when: {quoted: true}}\n"
            "      - {name: p, phrases: {en-GB: [well met, ah well]}, when: {consent: roleplay}}\n"
        ),
        (
            "claim.a exceptions + 'ah well' with consent to roleplay, "
            "'well met' with consent to roleplay"
        ),
        Way.WEAKER,
    ),
    "level: care, threshold: 50": (
        "level: care, subject: self, threshold: 50",
        "crisis.care answers care -> care of self",
        Way.WEAKER,
    ),
    "do: rewrite\n    except": (
        "do: rewrite\n    may_except: [quoted]\n    except",
        "claim.a may_except phrases+quoted+roleplay -> quoted",
        Way.STRICTER,
    ),
    "threshold: 50, do: add, say: help": (
        "threshold: 50, do: add, say: help, escalate: {to: day, within: 1h}",
        "crisis.care tells day now",
        Way.STRICTER,
    ),
    "do: add, say: help": (
        "do: add, say: help, say_for: {abuse: help}",
        "crisis.care say_for has changed",
        Way.OTHER,
    ),
    "threshold: 45": ("threshold: 55", "crisis.high threshold 45 -> 55", Way.WEAKER),
    "floor: true": ("floor: false", "crisis.high floor true -> false", Way.WEAKER),
    "to: desk, within: 10m": ("to: day, within: 10m", "crisis.high tells desk -> day", Way.OTHER),
    "within: 10m": ("within: 1h", "crisis.high within 10 minutes -> 1 hour", Way.WEAKER),
    "  - {id: crisis.care, level: care, threshold: 50, do: add, say: help}\n": (
        "",
        "crisis.care is gone",
        Way.WEAKER,
    ),
    "claim:\n": (
        "claim:\n  - {id: claim.b, claims: [emotion], do: note}\n",
        "claim.b is new",
        Way.STRICTER,
    ),
    "claim:\n ": (
        "claim:\n  - {id: claim.b, claims: [emotion], do: note, mode: disabled}\n ",
        "claim.b is new",
        Way.OTHER,
    ),
    "[a@example.org]": ("[a@example.org, b@example.org]", "allow have changed", Way.WEAKER),
    "locales: [en-GB]\n": (
        "locales: [en-GB]\ncountries: [DE]\n",
        "countries have changed",
        Way.OTHER,
    ),
    "{salt: one}": ("{salt: two}", "salt one -> two", Way.OTHER),
    "salt: one}": (
        "salt: one, bucket_by: subject}",
        "bucket_by session -> subject",
        Way.OTHER,
    ),
    "{id: base}": ("{id: other}", "id base -> other", Way.OTHER),
    "disclosure: {at_start: plain}": (
        "disclosure: {at_start: plain}\nstreaming: {hold: reply}",
        "streaming.hold frame -> reply",
        Way.STRICTER,
    ),
    "{at_start: plain}": ("{when_asked_if_human: plain}", "disclosure has changed", Way.OTHER),
    "  on_request: {say: plain, to: desk, within: 1h}\n": (
        "",
        "on_request has changed",
        Way.WEAKER,
    ),
    "[a@example.org]\n": (
        "[a@example.org]\nlogging: {level: masked-text}\n",
        "logging.level findings -> masked-text",
        Way.OTHER,
    ),
    "[a@example.org]\np": (
        "[a@example.org]\nlogging: {findings_from: 30}\np",
        "logging.findings_from 20 -> 30",
        Way.OTHER,
    ),
    "claim: block": ("claim: note", "failure.detector_error.claim block -> note", Way.WEAKER),
    "image: note": ("image: block", "failure.coverage.image note -> block", Way.STRICTER),
    "model_error: plain": ("model_error: help-me", "failure.model_error has changed", Way.OTHER),
    "I am a program.": ("I am software.", "message plain has another text in en-GB", Way.OTHER),
    '[{en-GB: "A program."}]': (
        '[{en-GB: "Software."}]',
        "message plain has other further wordings",
        Way.OTHER,
    ),
    '"I am a program.", ': (
        '"I am a program.", to_minor: too-long, ',
        "messages for minors have changed",
        Way.OTHER,
    ),
}
IDS = [what for _, what, _ in CHANGES.values()]


def changed(old: str, new: str) -> Policy:
    text = BASE.replace(old.rstrip() if old.endswith("  ") else old, new, 1)
    if "help-me" in new:
        text = text.replace("messages:\n", 'messages:\n  help-me: {en-GB: "Sorry."}\n')
    return load_text(text)


@pytest.mark.parametrize(("old", "change"), CHANGES.items(), ids=IDS)
def test_a_change_is_told_by_what_it_means(old: str, change: tuple[str, str, Way]) -> None:
    new, what, way = change
    [first, *rest] = compared(load_text(BASE), changed(old, new))
    assert (first.what, first.way) == (what, way)
    assert all(one.what in {"message help-me is new", "pii.a say none -> plain"} for one in rest)


@pytest.mark.parametrize(("old", "change"), CHANGES.items(), ids=IDS)
def test_the_way_back_goes_the_other_way(old: str, change: tuple[str, str, Way]) -> None:
    back = {Way.STRICTER: Way.WEAKER, Way.WEAKER: Way.STRICTER, Way.OTHER: Way.OTHER}
    new, what, way = change
    [first, *_] = compared(changed(old, new), load_text(BASE))
    # What is not in order has no way back: one is stricter or other, and the other unknown.
    assert first.way in {back[way], Way.OTHER}, what


def test_a_floor_that_is_gone_below_is_told_as_broken_with_both_places() -> None:
    [one] = compared(load_text(BASE), changed("threshold: 45", "threshold: 55"))
    assert (one.broken, one.line, one.old_line) == (True, 16, 16)
    [one] = compared(load_text(BASE), changed("threshold: 45", "threshold: 35"))
    assert not one.broken


def test_comments_order_and_words_for_people_are_no_change() -> None:
    text = BASE.replace("do: rewrite", "do: rewrite  # yes\n    why: So.").replace(
        "id: base", "id: base, title: T"
    )
    assert compared(load_text(BASE), load_text(text)) == ()


@given(st.lists(st.sampled_from(sorted(CHANGES)), unique=True, max_size=2))
def test_whatever_changes_the_hash_is_told_and_nothing_else(names: list[str]) -> None:
    text = BASE
    for name in names[:1]:
        text = text.replace(name.rstrip() if name.endswith("  ") else name, CHANGES[name][0], 1)
    if "help-me" in text:
        text = text.replace("messages:\n", 'messages:\n  help-me: {en-GB: "Sorry."}\n')
    old, new = load_text(BASE), load_text(text)
    assert (old.hash == new.hash) == (not compared(old, new))


def test_a_rule_that_is_only_watched_makes_nothing_stricter_or_weaker() -> None:
    watched = BASE.replace(
        "claim:\n", "claim:\n  - {id: claim.w, claims: [emotion], do: note, mode: shadow}\n"
    )
    [new] = compared(load_text(BASE), load_text(watched))
    assert (new.what, new.way) == ("claim.w is new, one that is only watched", Way.OTHER)
    [gone] = compared(load_text(watched), load_text(BASE))
    assert (gone.what, gone.way) == ("claim.w is gone, one that is only watched", Way.OTHER)


def test_what_masks_kept_texts_counts_where_texts_are_kept_and_nowhere_else() -> None:
    log = ("where: [input]", "where: [input, log]")
    assert compared(load_text(BASE), load_text(BASE.replace(*log))) == ()
    keeps = BASE + "logging: {level: sealed-text}\n"
    plain, masked = load_text(keeps), load_text(keeps.replace(*log))

    [more] = compared(plain, masked)
    [less] = compared(masked, plain)
    assert (more.what, more.way) == ("pii.a masks the texts that are kept", Way.STRICTER)
    assert (less.what, less.way) == ("pii.a no longer masks the texts that are kept", Way.WEAKER)
    assert more.line == 7
