"""
A policy file in, a frozen policy out, or an error that names every mistake.

    text ─▶ events.parse ─▶ tree ─▶ on top of its parents ─▶ fields, values ─▶ rules, … ─▶ Policy
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Final

from guardrails.decisions import Mode
from guardrails.errors import PolicyNotFoundError
from guardrails.policy import values
from guardrails.policy.agreement import Strand
from guardrails.policy.canonical import sealed
from guardrails.policy.cases import Names, PolicyCase, read_cases, rule_names
from guardrails.policy.channels import REPEAT_AFTER, read_channels
from guardrails.policy.contests import contested, decided_messages
from guardrails.policy.custom import read_types
from guardrails.policy.events import MAX_BYTES, parse
from guardrails.policy.fields import Fields
from guardrails.policy.floors import broken_floors
from guardrails.policy.join import joined
from guardrails.policy.join_messages import joined_messages
from guardrails.policy.known import Known, read_message
from guardrails.policy.merge import merged, merged_messages, spoken
from guardrails.policy.model import BucketBy, OnRequest, Policy, Rule, SignOff
from guardrails.policy.own_rules import ASKED, NOT_ALONE, REQUESTED, RETENTION
from guardrails.policy.parents import Pin, check_pin, read_pins, too_deep, version
from guardrails.policy.parts import decoded, read_parts, too_big, with_cases
from guardrails.policy.problems import Placed, Problems, quoted
from guardrails.policy.rights import CONSENT, RIGHTS
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
from guardrails.policy.tree import Entry, Node, Series, Table, entry_of, stamped_table

SCHEMA: Final = 1


@dataclass(frozen=True, slots=True)
class Loaded:
    """
    All that a policy file holds.

    Attributes:
        policy: What the guard reads.
        cases: What its authors expect of it.
        file: Its name, as in errors.
        root: The file on top of those that it builds on.
        blocks: The messages, by the file that they stand in.
        own: The file as it was written.
        parents: Those that it builds on.
    """

    policy: Policy
    cases: tuple[PolicyCase, ...]
    file: str
    root: Table
    blocks: tuple[Block, ...]
    own: Table
    parents: tuple[Loaded, ...] = ()

    def at(self, place: Placed) -> str:
        """Return `file:line` of a rule, a case or a node."""
        return f"{place.file or self.file}:{place.line}"

    @property
    def files(self) -> frozenset[str]:
        """Names of all files that it consists of."""
        below = (file for parent in self.parents for file in parent.files)
        cases = (case.file for case in self.cases if case.file)
        return frozenset((self.file, *(one.problems.file for one in self.blocks), *cases, *below))

    def messages(self) -> dict[str, Entry]:
        """Return every message by its id, as it was written, with the file that it stands in."""
        return {
            entry.key.text: entry
            for block in self.blocks
            for entry in stamped_table(block.table, block.problems.file).entries
        }


def load(path: Path | Traversable | str) -> Policy:
    """
    Return the policy in the file *path*.

    Raises:
        PolicyError: Something in it is wrong; all of it is told, and none of it used.
        PolicyNotFoundError: The file cannot be read.
    """
    return read_file(path).policy


def load_cases(path: Path | Traversable | str) -> tuple[PolicyCase, ...]:
    """
    Return the cases in the policy file *path*, for a test run.

    Raises:
        PolicyError: Something in the file is wrong, in its cases or elsewhere.
        PolicyNotFoundError: The file cannot be read.
    """
    return read_file(path).cases


def load_text(text: str, file: str = "<text>", beside: Traversable | None = None) -> Policy:
    """
    Return the policy in *text*; *file* names it in errors, *beside* lie the files it takes up.

    Raises:
        PolicyError: Something in it is wrong.
    """
    return read_text(text, file, beside).policy


def read_text(text: str, file: str = "<text>", beside: Traversable | None = None) -> Loaded:
    """
    Return all that *text* holds; *file* names it in errors, *beside* lie the files it takes up.

    Raises:
        PolicyError: Something in it is wrong.
    """
    problems = Problems(file)
    loaded = _read(text, beside, problems, (file,))
    if loaded is None or problems:
        raise problems.error()
    return loaded


def read_file(path: Path | Traversable | str) -> Loaded:
    """
    Return all that the file *path* holds.

    Raises:
        PolicyError: Something in it is wrong.
        PolicyNotFoundError: The file cannot be read.
    """
    source = Path(path) if isinstance(path, str) else path
    try:
        return read_bytes(_contents(source), str(path), _folder(source))
    except OSError as error:
        msg = f"cannot read the policy file {path}: {error.strerror}"
        raise PolicyNotFoundError(msg) from error


def read_bytes(data: bytes, file: str, beside: Traversable | None) -> Loaded:
    """
    Return all that *data*, the contents of a file, holds.

    Raises:
        PolicyError: Something in it is wrong.
    """
    problems = Problems(file)
    text = decoded(data, problems)
    loaded = None if text is None else _read(text, beside, problems, (file,))
    if loaded is None or problems:
        raise problems.error()
    return loaded


def _contents(source: Traversable) -> bytes:
    with source.open("rb") as file:
        data: bytes = file.read(MAX_BYTES + 1)
    return data


def _folder(source: Traversable) -> Traversable | None:
    # What lies in a zip file has a folder too, though `Traversable` does not promise it.
    return getattr(source, "parent", None)


def _read(
    text: str, beside: Traversable | None, problems: Problems, above: tuple[str, ...]
) -> Loaded | None:
    """Return what *text* holds, or None if nothing could be made of it; *above* builds on it."""
    own = _tree(text, problems)
    if own is None:
        return None
    entry = entry_of(own, "extends")
    if entry is None:
        return _loaded(own, own, (), {}, beside, problems)
    # Settings are told of once they are merged; here only what is built on is looked for.
    alone = Fields(replace(own, entries=(entry,)), "the policy file", problems)
    pins = read_pins(alone, beside, problems)
    if pins is None or any(too_deep(pin, above, problems, entry.value) for pin in pins):
        return None
    found = [(pin, _parent(pin, entry.value, problems, above)) for pin in pins]
    strands, parents = [], []
    for pin, parent in found:
        if parent is None:
            return None
        check_pin(pin, parent.policy, problems)
        parents.append(parent)
        root = stamped_table(parent.root, parent.file)
        strands.append(Strand(pin.name, root, parent.messages(), parent.files, pin.wording))
    root = strands[0].root if len(strands) == 1 else joined(strands)
    root = merged(root, own, problems)
    if contested(root, entry.value, problems):
        return None
    loaded = _loaded(root, own, tuple(parents), joined_messages(strands), beside, problems)
    if not problems:
        for parent in parents:
            for at, what in broken_floors(parent.policy, parent.file, loaded.policy, root, own):
                # What another policy below does is mended where both are taken.
                problems.add(entry.key if at.file else at, what)
    return loaded


def _tree(text: str, problems: Problems) -> Table | None:
    """Return the tree of *text*, or None with what is wrong with it told."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        too_big(problems)
        return None
    own = parse(text, problems)
    if own is None or isinstance(own, Table):
        return own
    problems.add(own, "a policy file is a block of settings, 'schema: 1' first")
    return None


def _parent(pin: Pin, place: Node, problems: Problems, above: tuple[str, ...]) -> Loaded | None:
    inside = Problems(pin.label)
    try:
        text = decoded(_contents(pin.file), inside)
    except OSError as error:
        problems.add(place, f"cannot read {quoted(pin.name)}: {error.strerror}")
        return None
    loaded = None
    if text is not None:
        loaded = _read(text, _folder(pin.file), inside, (*above, pin.label))
    problems.adopt(inside)
    # What is wrong with the parent would be told again at every place of the child.
    return None if inside else loaded


def _loaded(
    whole: Table,
    own: Table,
    parents: tuple[Loaded, ...],
    below: Mapping[str, Entry],
    beside: Traversable | None,
    problems: Problems,
) -> Loaded:
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
        types=tuple(one.name for one in types),
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
        allow=root.read_or("allow", values.many(values.text), ()),
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
