"""A loaded policy: frozen values, ready to be decided upon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal, TypeAlias

from guardrails.decisions import Do, Escalate, MaskWith, Mode
from guardrails.findings import Family, Level
from guardrails.messages import Side, Surface
from guardrails.policy.candidates import Candidate
from guardrails.taxonomy import Subject


@dataclass(frozen=True, slots=True)
class Escalation:
    """Where a rule sends a person: the first channel, and its time to acknowledge (s)."""

    to: str
    within: int


@dataclass(frozen=True, slots=True)
class Exemption:
    """
    A named exception of a rule: a finding of which all that it names holds does not fire it.

    Attributes:
        name: For the log and for people.
        mark: `quoted` or `roleplay`; None where phrases alone excuse.
        expires: ISO date after which it no longer counts, or None.
        phrases: Sorted; the finding would not be there without one of them. None of them for
            no such demand.
        consent: What the person must have agreed to, or None.
    """

    name: str
    mark: str | None
    expires: str | None = None
    phrases: tuple[str, ...] = ()
    consent: str | None = None

    def key(self, rule: str) -> str:
        """Return the name by which a finding says that phrases of *rule* excuse it."""
        return f"{rule}/{self.name}"


class Checksum(StrEnum):
    """How the digits of a number prove each other."""

    LUHN = "luhn"
    IBAN = "iban"
    NHS = "nhs"
    VERHOEFF = "verhoeff"


@dataclass(frozen=True, slots=True)
class CustomType:
    """
    A type of personal data that the policy describes itself; needs a phrase or a pattern.

    Attributes:
        name: As rules name it; its category is `pii.` and the name.
        phrases: Whole words or phrases, in any case.
        patterns: RE2, in any case, each for a whole value.
        checksum: What a match must satisfy, or None.
        near: Words of which one must stand shortly before or after a match; none for no such
            demand.
    """

    name: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    checksum: Checksum | None = None
    near: tuple[str, ...] = ()


TextLevel: TypeAlias = Literal["metadata", "findings", "masked-text", "sealed-text"]
"""How much is kept, least first."""

BucketBy: TypeAlias = Literal["session", "subject"]
"""By what shares of `percent` are dealt out: by conversation, or by person."""

OnFailure: TypeAlias = Literal["drop", "safe-reply"]
"""What becomes of a turn that cannot be recorded, least strict first."""

MASK_AS: Final = "[{type}]"
"""What a masked value looks like in a reply, unless a rule says otherwise."""


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One rule of a policy.

    Attributes:
        id: Unique within the policy, such as `claim.emotion`.
        family: The section it stands in.
        categories: Full categories that it covers, such as `pii.email`; empty for
            crisis rules, which cover a level.
        level: Crisis rules only: the level that it answers.
        subject: Crisis rules only: who is in need; None for both.
        threshold: A finding fires at this score or above, 0..10000.
        do: What is done.
        say: Id of the message that goes with it.
        say_for: Crisis rules only: full category → id of the message that is shown instead
            when it is about that.
        where: The sides on which it acts.
        surfaces: The surfaces on which it acts; None for all.
        mode: Disabled, shadow or enforce.
        percent: Share of sessions in which it is enforced, 0..100; shadow elsewhere.
        until: ISO date by which somebody decides on it, or None; nothing changes on that day.
        escalate: Whom to tell.
        exemptions: What keeps a finding from firing it.
        mask_as: Output mask for PII rules; `{type}` and `{n}` are filled in.
        mask_with: What the model gets in the place of a value that a PII rule masks.
        at_goodbye: Id of the message that is said instead to a person who takes their leave.
        floor: No policy that builds on this one may make the rule weaker.
        excusable: Kinds of exceptions that a policy which builds on this one may add, as
            marks; None for all that the section allows.
        log: PII rules only: it masks the texts that are kept, whatever it does elsewhere.
        why: For people.
        line: Line in its file, from 1.
        file: Name of its file, if that is not the policy's own.
    """

    id: str
    family: Family
    categories: frozenset[str]
    threshold: int
    do: Do
    level: Level | None = None
    subject: Subject | None = None
    say: str | None = None
    say_for: Mapping[str, str] = field(default_factory=dict)
    where: frozenset[Side] = frozenset(Side)
    surfaces: frozenset[Surface] | None = None
    mode: Mode = Mode.ENFORCE
    percent: int = 100
    until: str | None = None
    escalate: Escalation | None = None
    exemptions: tuple[Exemption, ...] = ()
    mask_as: str = MASK_AS
    mask_with: MaskWith = MaskWith.PSEUDONYM
    at_goodbye: str | None = None
    log: bool = False
    floor: bool = False
    excusable: frozenset[str] | None = None
    why: str = ""
    line: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Live:
    """
    A rule where it is not disabled, for one category.

    Attributes:
        rule: The rule.
        mode: How it acts in every session; None if that depends on the session.
        candidate: What it asks for; a crisis rule's depends on the finding besides.
        helps: It is for a reply in a crisis, which the text for the person replaces.
    """

    rule: Rule
    mode: Mode | None
    candidate: Candidate
    helps: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """
    When the person is reminded to take a break, and that this is software.

    Attributes:
        say: Id of the message.
        every: Seconds of talk without a long pause after which it is said; None for never.
        minors: The same for a person who is known to be a minor.
    """

    say: str
    every: int | None = None
    minors: int | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """
    What the person is asked to agree to. Every text is a message id.

    Attributes:
        needed_for: What is not done without it: `roleplay`, `second-opinion`.
        ask: Shown before the first reply of a session: what it is for, and how to agree.
        given: Shown when the person agrees.
        withdrawn: Shown when the person takes it back.
        erases: Taking it back forgets the conversation besides.
        of_person: It holds in all conversations of the person, if the caller names them.
    """

    needed_for: tuple[str, ...]
    ask: str
    given: str
    withdrawn: str
    erases: bool = False
    of_person: bool = False


@dataclass(frozen=True, slots=True)
class Rights:
    """
    How a person is answered who asks for what is theirs. Every text is a message id.

    Attributes:
        kept: What is kept about them; `{kept}` is filled in.
        forgotten: Everything that is kept of the conversation was deleted.
        watched: The same, where a note stays for those who look after them.
        ask_alone: A wish to be forgotten stood among other words: how to say it.
        failed: It could not be done now.
    """

    kept: str
    forgotten: str
    watched: str
    ask_alone: str
    failed: str


@dataclass(frozen=True, slots=True)
class Disclosure:
    """
    When the person is told that this is software. Every text is a message id.

    Attributes:
        at_start: Shown before the first reply of a session.
        when_asked: Shown when the person asks whether this is a human.
        repeat: Shown again when either limit is reached; None for never.
        every_turns: Turns between two disclosures.
        every_seconds: Seconds between two disclosures.
        pause: When they are reminded to take a break; None for never.
        consent: What they are asked to agree to; None for nothing.
        rights: How they are answered who ask for what is theirs; None for not at all.
        floor: No policy that builds on this one may say it less often.
    """

    at_start: str | None = None
    when_asked: str | None = None
    repeat: str | None = None
    every_turns: int | None = None
    every_seconds: int | None = None
    pause: Pause | None = None
    consent: Consent | None = None
    rights: Rights | None = None
    floor: bool = False

    @property
    def messages(self) -> tuple[str, ...]:
        """Ids of every message that it may show."""
        said = [self.at_start, self.when_asked, self.repeat, self.pause and self.pause.say]
        if self.consent is not None:
            said += [self.consent.ask, self.consent.given, self.consent.withdrawn]
        if self.rights is not None:
            mine = self.rights
            said += [mine.kept, mine.forgotten, mine.watched, mine.ask_alone, mine.failed]
        return tuple(one for one in said if one)


ChannelKind = Literal["console", "webhook", "slack", "pagerduty", "email", "queue"]


@dataclass(frozen=True, slots=True)
class ChannelSpec:
    """
    A way to reach a human.

    Attributes:
        name: As escalations name it.
        kind: What it is.
        url_env: Name of the environment variable that holds the address.
        secret_env: Name of the variable that holds the signing secret, or the routing key.
        ack_within: Seconds in which it is to be acknowledged; then the next channel is told.
        then: Name of the next channel, or None.
        to_env: E-mail: name of the variable that holds who gets it, parted by commas.
        from_env: E-mail: name of the variable that holds from whom it is.
        allow_private: Addresses of one's own network may be called.
        hours: When somebody is there, as `guardrails.policy.hours` reads it; None for always.
    """

    name: str
    kind: ChannelKind
    url_env: str | None = None
    secret_env: str | None = None
    ack_within: int | None = None
    then: str | None = None
    to_env: str | None = None
    from_env: str | None = None
    allow_private: bool = False
    hours: str | None = None


@dataclass(frozen=True, slots=True)
class OnRequest:
    """
    What is done when a person asks for a human.

    Attributes:
        say: Id of the message that tells what happens next.
        escalate: Whom to tell.
    """

    say: str
    escalate: Escalation


OnError = Literal["block", "note", "show-resources"]


@dataclass(frozen=True, slots=True)
class Failure:
    """
    The failure matrix.

    `block` closes: the text is not let through. `show-resources` degrades: the text
    goes on and crisis resources are added. `note` opens: the text goes on. Each
    of them is a record in the log.

    Attributes:
        detector_error: What to do by family of the detector that failed.
        coverage: What to do by kind of part that nobody can read (`image`, `audio`,
            `video`, `file`, `unknown`): `note` or `block`.
        model_error: Message shown when the model fails; None raises `ModelError`.
        floor: No policy that builds on this one may do less.
    """

    detector_error: Mapping[Family, OnError]
    coverage: Mapping[str, Literal["block", "note"]]
    model_error: str | None = None
    floor: bool = False


@dataclass(frozen=True, slots=True)
class Keep:
    """
    How long records are to be kept, in seconds.

    The log itself removes nothing: `candor log prune --by-policy` goes by it. Texts are
    erased by a guard that is entered, and by `candor log erase --by-policy`.

    Attributes:
        decisions: All records; None for ever.
        crisis: Copies of those about people in need, not shorter than *decisions*; None for
            ever.
        text: Kept texts and their keys; None until somebody erases them.
    """

    decisions: int | None = None
    crisis: int | None = None
    text: int | None = None


CHECKPOINT_SECONDS: Final = 10
CHECKPOINT_RECORDS: Final = 256
ANCHOR_SECONDS: Final = 60
"""How often a log is signed and shown where neither a policy nor who opens the log says it."""


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """
    How often a log that is signed signs what it holds: after whichever comes first.

    Attributes:
        seconds: After the first record that no checkpoint covers yet, 1..3600.
        records: So many that no checkpoint covers yet, 1..65536.
    """

    seconds: int = CHECKPOINT_SECONDS
    records: int = CHECKPOINT_RECORDS


AnchorKind: TypeAlias = Literal["witness", "file", "timestamp", "s3"]


@dataclass(frozen=True, slots=True)
class AnchorSpec:
    """
    Where checkpoints are shown, so that they are known outside of the log.

    Attributes:
        kind: `witness`, who signs them too; `file`, to which they are added; `timestamp`, an
            authority that signs when they were there (RFC 3161); `s3`, a bucket in which each of
            them is locked.
        url_env: Variable with the address of the witness, authority or bucket.
        key_env: Variable with the witness's public key.
        path_env: Variable with the path of the file.
        every: Seconds between two at the least, 1..86400.
        roots_env: Variable with the path of the authority's root certificates.
        lock_for: Seconds for which the bucket lets nobody remove one; None but for `s3`.
    """

    kind: AnchorKind
    url_env: str | None = None
    key_env: str | None = None
    path_env: str | None = None
    every: int = ANCHOR_SECONDS
    roots_env: str | None = None
    lock_for: int | None = None


@dataclass(frozen=True, slots=True)
class Logging:
    """
    What the decision log keeps.

    Attributes:
        level: `metadata`, `findings`, `masked-text` or `sealed-text`. The latter two keep
            texts, if the person agreed, sealed for investigators and outside of the log.
        findings_from: Scores below it are not recorded, 0..10000.
        on_failure: `safe-reply`: without a log no model text goes out. `drop`: it does, and
            what was not written is counted and recorded afterwards.
        keep: How long records are kept; None where the policy does not say.
        checkpoint: How often the log is signed; None where the policy does not say.
        anchor: Where checkpoints are shown.
    """

    level: TextLevel = "findings"
    findings_from: int = 2000
    on_failure: OnFailure = "safe-reply"
    keep: Keep | None = None
    checkpoint: Checkpoints | None = None
    anchor: tuple[AnchorSpec, ...] = ()

    @property
    def keeps_texts(self) -> bool:
        """Whether texts are kept of those who agree to it."""
        return self.level in {"masked-text", "sealed-text"}

    @property
    def may_drop(self) -> bool:
        """Whether turns go on while the log cannot be written."""
        return self.on_failure == "drop"


@dataclass(frozen=True, slots=True)
class SignOff:
    """How many people have to agree, and in which roles; each person counts once."""

    needed: int = 1
    roles: tuple[str, ...] = ()

    def with_(self, other: SignOff) -> SignOff:
        """Return what satisfies both."""
        roles = dict.fromkeys((*self.roles, *other.roles))
        return SignOff(max(self.needed, other.needed), tuple(roles))


@dataclass(frozen=True, slots=True)
class Policy:
    """
    A resolved policy.

    Attributes:
        id: Name.
        title: For people.
        version: As its authors count, or empty; for people, and for policies that build on it.
        hash: `sha256:` and 64 hex digits over `canonical`.
        canonical: The resolved policy as canonical JSON, UTF-8; goes into the log.
        locales: BCP 47 tags, the first is the default.
        rules: In the order of the file; order never matters to a decision.
        messages: Message id → locale → text.
        again: Message id → its further wordings, each locale → text: for when it was said.
        to_minor: Message id → id of the message that a minor is shown instead.
        then: Message id → id of the message that goes on where its wordings end.
        on_request: What is done when a person asks for a human; None for nothing.
        types: Types of personal data of its own.
        allow: Values that are never personal data, however they are written.
        countries: Whose identity numbers and phone formats are looked for; None for those
            of the package.
        hold: `frame` releases as soon as a frame is decided, `reply` at the end.
        salt: For percent buckets.
        bucket_by: Whether a conversation or a person always gets the same side of a share.
        max_input: Longest message that is taken, in characters.
        repeat_after: Seconds before the same session raises the same alarm again.
        sign_off: Who has to agree to the policy, on top of what the deployment asks; None for
            nobody.
        review_by: ISO date by which somebody looks at it again, or None.
        live: Side and surface → full category → the rules that are not disabled there.
        watched: Side and surface → families of which every rule there is in shadow: what is
            only watched does nothing, also when its detector fails.
        nearest: Side and surface → level and subject → the crisis rules that answer them and
            are not disabled there, the nearest first.
    """

    id: str
    title: str
    hash: str
    canonical: bytes = field(repr=False)
    locales: tuple[str, ...]
    rules: tuple[Rule, ...] = field(repr=False)
    messages: Mapping[str, Mapping[str, str]] = field(repr=False)
    disclosure: Disclosure
    channels: Mapping[str, ChannelSpec]
    failure: Failure
    logging: Logging
    again: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict, repr=False)
    to_minor: Mapping[str, str] = field(default_factory=dict)
    then: Mapping[str, str] = field(default_factory=dict)
    on_request: OnRequest | None = None
    types: tuple[CustomType, ...] = ()
    allow: tuple[str, ...] = field(default=(), repr=False)
    countries: tuple[str, ...] | None = None
    hold: Literal["frame", "reply"] = "frame"
    salt: str = ""
    bucket_by: BucketBy = "session"
    max_input: int = 32_000
    repeat_after: int = 900
    version: str = ""
    sign_off: SignOff | None = None
    review_by: str | None = None
    live: Mapping[tuple[Side, Surface], Mapping[str, tuple[Live, ...]]] = field(
        init=False, repr=False, compare=False
    )
    nearest: Mapping[tuple[Side, Surface], Mapping[tuple[Level, Subject], tuple[Live, ...]]] = (
        field(init=False, repr=False, compare=False)
    )
    watched: Mapping[tuple[Side, Surface], frozenset[Family]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        live = {
            (side, surface): _by_category(self.rules, side, surface)
            for side in Side
            for surface in Surface
        }
        nearest = {
            (side, surface): _by_level(self.rules, side, surface)
            for side in Side
            for surface in Surface
        }
        watched = {
            (side, surface): _watched(self.rules, side, surface)
            for side in Side
            for surface in Surface
        }
        object.__setattr__(self, "watched", watched)
        object.__setattr__(self, "live", live)
        object.__setattr__(self, "nearest", nearest)

    def saying(self, message: str, said: Mapping[str, int], *, minor: bool) -> str:
        """
        Return the id of what is said for *message*: that for minors, or what goes on after it.

        Args:
            message: Its id.
            said: Message id → how often the session has heard it.
            minor: The person is known to be a minor.
        """
        if minor:
            message = self.to_minor.get(message, message)
        wordings = 1 + len(self.again.get(message, ()))
        return self.then.get(message, message) if said.get(message, 0) >= wordings else message

    def about(self, message: str) -> frozenset[str]:
        """
        Return what *message* is about, such as `abuse`: the crisis categories that it is for.

        Nothing for a text that is for anybody in need, and for one that is for a medical
        emergency: who calls a line for that loses time.
        """
        if any(rule.say == message for rule in self.rules):
            return frozenset()
        about = {
            category.partition(".")[2]
            for rule in self.rules
            for category, said in rule.say_for.items()
            if said == message
        }
        return frozenset() if "medical" in about else frozenset(about)

    def text(self, message: str, locale: str, said: int = 0) -> str:
        """
        Return *message* in *locale*, or in the nearest locale that the policy has.

        Tries the tag itself, then a locale of the same language, then the
        policy's first locale. May hold the slots `{resources}` and `{emergency}`.

        Args:
            message: Its id.
            locale: BCP 47 tag.
            said: How often it was said in the session. Each time the next of its
                wordings is taken; after the last the first comes round again.

        Raises:
            KeyError: The policy has no such message; the loader refuses such a policy.
        """
        wordings = (self.messages[message], *self.again.get(message, ()))
        texts = wordings[said % len(wordings)]
        if locale in texts:
            return texts[locale]
        language = locale.partition("-")[0].lower()
        for tag, text in texts.items():
            if tag.partition("-")[0].lower() == language:
                return text
        return texts[self.locales[0]]


def _watched(rules: tuple[Rule, ...], side: Side, surface: Surface) -> frozenset[Family]:
    live = [rule for rule in rules if _lives(rule, side, surface)]
    acting = {rule.family for rule in live if rule.mode is Mode.ENFORCE and rule.percent}
    return frozenset(rule.family for rule in live) - acting


def _by_category(
    rules: tuple[Rule, ...], side: Side, surface: Surface
) -> Mapping[str, tuple[Live, ...]]:
    found: dict[str, list[Live]] = {}
    for rule in rules:
        if _lives(rule, side, surface):
            for category in rule.categories if rule.level is None else ():
                found.setdefault(category, []).append(_live(rule, category))
    return {category: tuple(each) for category, each in found.items()}


def _by_level(
    rules: tuple[Rule, ...], side: Side, surface: Surface
) -> Mapping[tuple[Level, Subject], tuple[Live, ...]]:
    crisis = [(one.level, one) for one in rules if one.level and _lives(one, side, surface)]
    found: dict[tuple[Level, Subject], tuple[Live, ...]] = {}
    for level in Level:
        for subject in Subject:
            near = [
                (own, rule.subject is not None, rule)
                for own, rule in crisis
                if own <= level and rule.subject in {None, subject}
            ]
            near.sort(key=lambda one: (one[0].rank, one[1]), reverse=True)
            if near and level is not Level.NONE:
                found[level, subject] = tuple(_live(rule, "") for *_, rule in near)
    return found


def _live(rule: Rule, category: str) -> Live:
    shared = rule.mode is Mode.ENFORCE and rule.percent < 100  # noqa: PLR2004
    say = rule.say_for.get(category, rule.say)
    return Live(
        rule=rule,
        mode=None if shared else rule.mode,
        candidate=Candidate.of(
            rule.do, rule.id, rule.family, say, _told(rule), rule.level or Level.NONE
        ),
        helps=rule.family is Family.CRISIS_REPLY,
    )


def _told(rule: Rule) -> Escalate | None:
    """Return whom a rule that has no level tells, at the lowest level that there is."""
    way = rule.escalate
    return None if way is None or rule.level else Escalate(way.to, way.within, Level.CARE)


def _lives(rule: Rule, side: Side, surface: Surface) -> bool:
    return (
        rule.mode is not Mode.DISABLED
        and side in rule.where
        and (rule.surfaces is None or surface in rule.surfaces)
    )
