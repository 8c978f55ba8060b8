"""The tree of a policy in, a frozen policy out, with everything that is wrong with it told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from guardrails.decisions import Mode
from guardrails.policy import values
from guardrails.policy.allow import allowed
from guardrails.policy.canonical import sealed
from guardrails.policy.cases import Names, read_cases, rule_names
from guardrails.policy.channel_spec import OnRequest
from guardrails.policy.channels import REPEAT_AFTER, read_channels
from guardrails.policy.contests import decided_messages
from guardrails.policy.custom import read_types
from guardrails.policy.fields import Fields
from guardrails.policy.known import Known, read_message
from guardrails.policy.loaded import Loaded
from guardrails.policy.merge import merged_messages, spoken
from guardrails.policy.model import BucketBy, Policy, SignOff
from guardrails.policy.own_rules import ASKED, NOT_ALONE, REQUESTED, RETENTION
from guardrails.policy.parents import version
from guardrails.policy.parts import read_parts, with_cases
from guardrails.policy.problems import Problems
from guardrails.policy.rights import CONSENT, RIGHTS
from guardrails.policy.rule import Rule
from guardrails.policy.rules import read_rules, read_way
from guardrails.policy.scope import read_scope
from guardrails.policy.settings import (
    BUCKET_BY,
    MAX_INPUT,
    read_disclosure,
    read_failure,
    read_logging,
    read_sign_off,
)
from guardrails.policy.texts import Block, Languages, Texts, missing, read_messages
from guardrails.policy.tree import Entry, Series, Table, entry_of

SCHEMA: Final = 1


def built(
    whole: Table,
    own: Table,
    parents: tuple[Loaded, ...],
    below: Mapping[str, Entry],
    beside: Traversable | None,
    problems: Problems,
) -> Loaded:
    """
    Return the policy of a tree, with all that is wrong with it told.

    Args:
        whole: The file on top of those that it builds on.
        own: The file as it was written.
        parents: Those that it builds on.
        below: Message id → the message, of all of them.
        beside: Where the files lie that it takes up.
        problems: Is told what is wrong.
    """
    whole = with_cases(whole, beside, problems)
    root = Fields(whole, "the policy file", problems)
    root.need("schema", values.whole(SCHEMA, SCHEMA, "the number of the format"), SCHEMA)
    if "policy" not in root:
        root.need("policy", values.table, None)
    about = root.block("policy")
    about.read("owner", values.text)
    locales = _locales(root)
    if not parents and "messages" not in root and "texts" not in root:
        root.need("messages", values.table, None)
    languages = Languages(locales, _crisis_locales(root, locales))
    written = root.read("messages", values.table)
    blocks = [] if written is None else [Block(written, problems)]
    blocks += read_parts(root, beside, problems)
    if parents:
        inherited = spoken(below, (*locales, *_further(root)))
        blocks = merged_messages(inherited, blocks or [Block(replace(own, entries=()), problems)])
        at = entry_of(own, "extends")
        blocks = decided_messages(blocks, at.value if at is not None else own, problems)
    texts = read_messages(blocks, languages)
    escalation = root.block("escalation")
    channels = read_channels(escalation, problems)
    rollout = root.block("rollout")
    bucket_by: BucketBy = rollout.read_or("bucket_by", BUCKET_BY, "session")
    salt = rollout.read_or("salt", values.text, "")
    types = read_types(root, problems)
    known = Known(
        messages=texts.messages,
        slotted=texts.slotted(),
        channels=channels,
        default=rollout.read_or("default", values.choice(tuple(Mode)), Mode.ENFORCE),
        salted=bool(salt),
        types=tuple(one.name for one in types if one.name),
    )
    rules = (*read_rules(root, known, problems), *read_scope(root, known))
    _check_floor(root, rules, problems)
    _check_languages(rules, texts, languages, problems)
    disclosure = read_disclosure(root.block("disclosure"), known)
    policy = Policy(
        id=about.need("id", values.identifier, ""),
        title=about.read_or("title", values.text, ""),
        version=about.read_or("version", version, ""),
        sign_off=_sign_off(about, parents),
        review_by=about.read("review_by", values.day),
        hash="",
        canonical=b"",
        locales=locales,
        rules=rules,
        messages=MappingProxyType(texts.messages),
        again=MappingProxyType(texts.again),
        to_minor=MappingProxyType(texts.to_minor),
        then=MappingProxyType(texts.then),
        on_request=_on_request(escalation, known),
        disclosure=disclosure,
        channels=MappingProxyType(channels),
        failure=read_failure(root.block("failure"), known),
        logging=read_logging(root.block("logging"), rules, problems),
        types=types,
        allow=root.read_or("allow", values.many(allowed), ()),
        countries=root.read("countries", values.many(values.country)),
        hold="reply" if _holds_reply(root) else "frame",
        salt=salt,
        bucket_by=bucket_by,
        max_input=root.block("limits").read_or("max_input", MAX_INPUT, 32_000),
        repeat_after=escalation.read_or("repeat_after", values.seconds, REPEAT_AFTER),
    )
    asked = (ASKED,) if disclosure.when_asked else ()
    requested = (REQUESTED,) if policy.on_request else ()
    theirs = (*(CONSENT if disclosure.consent else ()), *(RIGHTS if disclosure.rights else ()))
    held = any(RETENTION in rule.categories for rule in rules)
    ready = (*asked, *requested, *theirs, *((NOT_ALONE,) if held else ()))
    names = rule_names((*(rule.id for rule in rules if rule.id), *ready))
    cases = read_cases(root, Names(names, locales, channels))
    # What is going to be refused needs no hash.
    kept = policy if problems else sealed(policy)
    return Loaded(kept, cases, problems.file, whole, tuple(blocks), own, parents)


def _locales(root: Fields) -> tuple[str, ...]:
    """Return the locales, or none if one is wrong: it would be told of again at every text."""
    locales: tuple[str, ...] = root.need("locales", values.many(values.locale), ())
    node = root.node("locales")
    whole = isinstance(node, Series) and len(node.items) == len(locales)
    return locales if whole else ()


def _further(root: Fields) -> tuple[str, ...]:
    """Return the locales of texts for people in crisis, as they are written."""
    node = root.node("crisis_locales")
    items = node.items if isinstance(node, Series) else ()
    return tuple(getattr(item, "text", "") for item in items)


def _crisis_locales(root: Fields, locales: tuple[str, ...]) -> tuple[str, ...]:
    """Return the locales in which only texts for people in crisis are written."""
    further = root.read_or("crisis_locales", values.many(values.locale), ())
    for locale in further:
        if locale in locales:
            root.tell_of("crisis_locales", f"{locale} is among 'locales' already")
    return tuple(locale for locale in further if locale not in locales)


def _sign_off(about: Fields, parents: tuple[Loaded, ...]) -> SignOff | None:
    """Return who has to agree: whoever the policies below ask for has to as well."""
    own = read_sign_off(about.block("sign_off")) if "sign_off" in about else None
    wanted = [one for one in (*(each.policy.sign_off for each in parents), own) if one is not None]
    return reduce(SignOff.with_, wanted) if wanted else None


def _on_request(escalation: Fields, known: Known) -> OnRequest | None:
    """Return what is done when a person asks for a human."""
    if "on_request" not in escalation:
        return None
    block = escalation.block("on_request")
    if block.table is not None and "say" not in block:
        block.tell("on_request needs 'say', the message that tells what happens next")
    say = read_message(block, "say", known)
    way = read_way(block, known)
    return None if say is None else OnRequest(say, way)


def _holds_reply(root: Fields) -> bool:
    hold = root.block("streaming").read("hold", values.choice(("frame", "reply")))
    return hold == "reply"


def _check_languages(
    rules: tuple[Rule, ...], texts: Texts, languages: Languages, problems: Problems
) -> None:
    """Tell which texts of crisis rules are not written in every language that they need."""
    for rule in rules:
        said = (*((rule.say,) if rule.say and rule.level else ()), *rule.say_for.values())
        for message, locale in missing(texts, said, languages.crisis):
            what = f"'{rule.id}' says '{message}', which has no text for {locale}"
            problems.add_at(rule.line, 1, what, rule.file)


def _check_floor(root: Fields, rules: tuple[Rule, ...], problems: Problems) -> None:
    """Tell where a policy leaves people in danger without an answer."""
    node = root.node("crisis")
    if node is None or (isinstance(node, Series) and not node.items):
        root.tell_of("crisis", "a policy needs 'crisis' rules: nobody in need goes without help")
        return
    answering = (
        one.level is not None and one.mode is Mode.ENFORCE and one.percent == 100  # noqa: PLR2004
        for one in rules
    )
    if not problems and not any(answering):
        what = "no crisis rule is enforced for everybody: nobody in need goes without help"
        root.tell_of("crisis", what)
