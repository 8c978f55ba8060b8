"""
What every setting of a policy file takes and is for: the source of the schema and its pages.

The loader decides what is taken. This says the same in a form that editors and people read; a
test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from guardrails.decisions import MaskWith, Mode
from guardrails.findings import Level
from guardrails.messages import Surface
from guardrails.policy import anchors, hours, parts, rules, settings
from guardrails.policy.cases import DONE
from guardrails.policy.channels import KINDS
from guardrails.policy.exemptions import EXCUSES, LONGEST_PHRASE, NOTHING
from guardrails.policy.model import (
    ANCHOR_SECONDS,
    CHECKPOINT_RECORDS,
    CHECKPOINT_SECONDS,
    MASK_AS,
    Checksum,
)
from guardrails.policy.scope import ACTS, MODALITIES, SCOPE_DO
from guardrails.policy.vocabulary import (
    CLAIMS,
    CONSENTS,
    CRISIS_CATEGORIES,
    CRISIS_REPLIES,
    DEPENDENCE,
    PII_TYPES,
)
from guardrails.taxonomy import Subject


@dataclass(frozen=True, slots=True)
class Text:
    """A text; with a pattern, one of that shape."""

    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `low` to `high`."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list without repetition, of 1 to 50 values."""

    of: Text | OneOf


@dataclass(frozen=True, slots=True)
class Block:
    """A block of settings of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Blocks:
    """A list of such blocks."""

    kind: str


@dataclass(frozen=True, slots=True)
class Named:
    """Blocks of this kind, each under a name of one's own choosing."""

    kind: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """By language, a list without repetition, of 1 to 50 texts of at most `longest` characters."""

    longest: int


Takes: TypeAlias = Text | Whole | Flag | OneOf | Many | Block | Blocks | Named | Phrases


@dataclass(frozen=True, slots=True)
class Setting:
    """
    One setting.

    Attributes:
        takes: What may stand there.
        about: What it is for, in a sentence or two.
        needed: It may not be left out.
        default: What counts if it is left out, as it would be written; None for nothing.
        example: A value, as it would be written.
    """

    takes: Takes
    about: str
    needed: bool = False
    default: str | int | None = None
    example: str | None = None


def _words(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(one) for one in names)


NAME: Final = Text("^[a-z][a-z0-9]*([._-][a-z0-9]+)*$")
"""A name of one's own choosing: small letters, digits, '-', '_' and '.'."""
_LOCALE: Final = Text("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")
_COUNTRY: Final = Text("^[A-Z]{2}$")
_PERCENT: Final = Whole(0, 100)
_DURATION: Final = Text("^[1-9][0-9]{0,5}[smhd]$")
_DAY: Final = Text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_VARIABLE: Final = Text("^[A-Z][A-Z0-9_]*$")
_FILE: Final = Text(r"^([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.ya?ml$")
_MESSAGE: Final = "the id of a message under `messages`"


def _rule(section: str, done: Sequence[str], threshold: int | None) -> dict[str, Setting]:
    """Return the settings that the rules of all sections share."""
    return {
        "id": Setting(
            Text(f"^{section}\\.[a-z0-9]+([._-][a-z0-9]+)*$"),
            f"The name of the rule, used once in the file. It begins with `{section}.`.",
            needed=True,
            example=f"{section}.my-rule",
        ),
        "threshold": Setting(
            _PERCENT,
            "How sure a detector must be, in percent. Lower finds more, and errs more often.",
            needed=threshold is None,
            default=threshold,
            example="45",
        ),
        "do": Setting(
            OneOf(_words(done)), "What is done when the rule fires.", needed=True, example=done[-1]
        ),
        "say": Setting(
            NAME,
            f"What people are shown: {_MESSAGE}. Goes with `add`, `replace` and `block`.",
        ),
        "mode": Setting(
            OneOf(_words(tuple(Mode))),
            "`enforce` acts, `shadow` only writes down what it would have done, `disabled` is off. "
            "If left out, what `rollout.default` says.",
            example="shadow",
        ),
        "percent": Setting(
            _PERCENT,
            "Share of conversations in which the rule acts; in the others it is only watched. "
            "Needs `rollout.salt`.",
            default=100,
            example="25",
        ),
        "until": Setting(
            _DAY,
            "The day by which you decide on a rule that is only watched. Nothing changes by itself "
            "on that day, but after it `candor policy lint` fails. A later day is a new version, "
            "to be signed anew.",
            example='"2027-05-01"',
        ),
        "floor": Setting(
            Flag(),
            "`true`: nobody who builds on this policy may make the rule weaker.",
            default="false",
            example="true",
        ),
        "why": Setting(Text(), "The reason for the rule, for people.", example="Asked for by law."),
    }


_MAY_EXCEPT: Final = Setting(
    Many(OneOf((*EXCUSES, NOTHING))),
    "Kinds of exceptions that the rule allows, also in policies that build on this one. All that "
    "its section knows if left out; `[none]` for none.",
    example="[quoted]",
)
_FLOOR: Final = Setting(
    Flag(),
    "`true`: no policy that builds on this one may do less.",
    default="false",
    example="true",
)


def _answers(what: str) -> Setting:
    return Setting(NAME, f"{what}: {_MESSAGE}.")


DESCRIBED: Final[Mapping[str, Mapping[str, Setting]]] = {
    "the policy file": {
        "schema": Setting(Whole(1, 1), "The number of the format.", needed=True, example="1"),
        "policy": Setting(Block("policy"), "Which policy this is.", needed=True),
        "extends": Setting(
            Blocks("a parent"),
            "The policies that this one builds on: what is left out here counts as it stands "
            "there. Their lists are changed by `add`, `remove`, `change` and `replace`.",
        ),
        "locales": Setting(
            Many(_LOCALE),
            "The languages in which every text is written; the first is the default.",
            needed=True,
            example="[en-GB, fr]",
        ),
        "crisis_locales": Setting(
            Many(_LOCALE),
            "Further languages, in which only what crisis rules say is written.",
            example="[it, nl]",
        ),
        "rollout": Setting(Block("rollout"), "Whether rules act or are only watched."),
        "countries": Setting(
            Many(_COUNTRY),
            "The countries whose identity numbers and telephone formats are looked for. United "
            "States and United Kingdom if left out.",
            example="[GB, DE]",
        ),
        "types": Setting(Blocks("a type"), "Types of personal data of your own."),
        "allow": Setting(
            Many(Text()),
            "Values that are never personal data: your own addresses and numbers, however written.",
            example='[support@example.org, "0161 496 0001"]',
        ),
        "pii": Setting(Blocks("a pii rule"), "Rules about personal data, in both directions."),
        "claim": Setting(
            Blocks("a claim rule"), "Rules about what the model may not say of itself."
        ),
        "crisis": Setting(
            Blocks("a crisis rule"),
            "Rules about people in need. Without one that acts for everybody a policy is refused.",
            needed=True,
        ),
        "crisis-reply": Setting(
            Blocks("a crisis-reply rule"),
            "Rules about what the model may not say to people in need.",
        ),
        "dependence": Setting(
            Blocks("a dependence rule"),
            "Rules about people who lean on the program more than on people.",
        ),
        "scope": Setting(
            Block("scope"),
            "What the model may do for a person's mind, by the kind of help that the service "
            "gives. Structured help is allowed, relational and depth work is refused.",
        ),
        "disclosure": Setting(
            Block("disclosure"), "When people are told that they talk to software."
        ),
        "escalation": Setting(Block("escalation"), "The ways to reach a human."),
        "logging": Setting(Block("logging"), "What the decision log keeps."),
        "streaming": Setting(Block("streaming"), "How replies are released."),
        "failure": Setting(Block("failure"), "What happens when something breaks."),
        "limits": Setting(Block("limits"), "How much text is taken."),
        "texts": Setting(
            Many(_FILE),
            "Files beside this one that hold further messages. Their texts count as if they stood "
            "here.",
            example="[texts/companion.yaml]",
        ),
        "messages": Setting(
            Named("a message"),
            "Every text that people see, by its id. `safe-reply` and `too-long` are needed, here "
            "or in a file of `texts`.",
        ),
        "tests": Setting(
            Blocks("a test"),
            "What you expect of the policy, sentence by sentence. `candor policy test` runs them.",
        ),
    },
    "policy": {
        "id": Setting(NAME, "The name of the policy, as it stands in the log.", needed=True),
        "title": Setting(Text(), "What the policy is for, for people.", example="A companion app"),
        "version": Setting(
            Text("^[A-Za-z0-9][A-Za-z0-9._-]*$"),
            "As you count. Policies that build on this one name it.",
            example='"2026.11"',
        ),
        "owner": Setting(Text(), "Whom to ask about it.", example="safety@example.org"),
        "review_by": Setting(
            _DAY,
            "The day by which somebody looks at it again; `candor policy lint` reminds you. A "
            "later day is a new version, to be signed anew.",
            example='"2027-05-01"',
        ),
        "sign_off": Setting(
            Block("sign_off"),
            "Who has to agree to the policy before a service takes it, on top of what the service "
            "asks itself.",
        ),
    },
    "sign_off": {
        "needed": Setting(
            Whole(1, 20), "How many people have to sign the policy.", default=1, example="2"
        ),
        "roles": Setting(
            Many(NAME),
            "Roles of which each has to be among them. Who has which role says the trust file of "
            "the service.",
            example="[safety-lead, clinical-lead]",
        ),
    },
    "a parent": {
        "policy": Setting(
            Text(),
            "The name of a ready policy, or a file below the folder of this one.",
            needed=True,
            example="companion",
        ),
        "version": Setting(
            Text("^[A-Za-z0-9][A-Za-z0-9._-]*$"),
            "Its version, as it stands there.",
            needed=True,
            example='"2026.11"',
        ),
        "hash": Setting(
            Text("^sha256:[0-9a-f]{64}$"),
            "What it resolves to: `candor policy pin` prints it. If the policy changes, this one "
            "is refused until somebody has read the change and pinned it anew.",
            needed=True,
        ),
        "wording": Setting(
            Flag(),
            "Where several policies under `extends` write the same message, that of this one "
            "counts.",
            default="false",
        ),
    },
    "rollout": {
        "default": Setting(
            OneOf(_words(tuple(Mode))), "The mode of a rule that names none.", default="enforce"
        ),
        "bucket_by": Setting(
            OneOf(settings.BUCKETS),
            "Who always gets the same side of a `percent`: a conversation (`session`), or a person "
            "over all conversations (`subject`), if the program names them; conversations without "
            "a name are dealt out each by itself.",
            default="session",
            example="subject",
        ),
        "salt": Setting(
            Text(),
            "Any text. Needed where a rule has `percent`; another one deals the conversations out "
            "anew.",
            example="spring-2027",
        ),
    },
    "a type": {
        "name": Setting(
            Text("^[a-z]+(-[a-z]+)*$"),
            "As rules name it in `detect`.",
            needed=True,
            example="clinic-number",
        ),
        "phrases": Setting(
            Many(Text()), "Whole words or phrases, in any case.", example="[Oak Ward]"
        ),
        "patterns": Setting(
            Many(Text()),
            "Patterns in RE2's syntax, each for a whole value. In single quotes.",
            example=r"['CLN-\d{6}']",
        ),
        "checksum": Setting(
            OneOf(_words(tuple(Checksum))), "How the digits of a match must prove each other."
        ),
        "near": Setting(
            Many(Text()),
            "Words of which one must stand within 60 characters of a match.",
            example="[visit, visit number]",
        ),
        "why": Setting(Text(), "The reason, for people."),
    },
    "a pii rule": {
        **_rule("pii", rules.PII_DO, rules.PII_THRESHOLD // 100),
        "detect": Setting(
            Many(Text()),
            f"The types of personal data, of your own or out of: {', '.join(PII_TYPES)}.",
            needed=True,
            example="[email, phone]",
        ),
        "where": Setting(
            Many(OneOf(rules.WHERE)),
            "`input` on the way to the model, `output` on the way from it; `log`: in texts "
            "that are kept, see `logging`. `[input, output]` if left out.",
            example="[input, output]",
        ),
        "surfaces": Setting(
            Many(OneOf(_words(tuple(Surface)))),
            "Only these parts of messages; all if left out.",
            example="[text]",
        ),
        "mask_as": Setting(
            Text(),
            "What a masked value looks like in a reply. `{type}` and `{n}` are filled in.",
            default=MASK_AS,
            example='"[{type} {n}]"',
        ),
        "mask_with": Setting(
            OneOf(_words(tuple(MaskWith))),
            "What the model gets in the place of a masked value.",
            default="pseudonym",
        ),
    },
    "a claim rule": {
        **_rule("claim", rules.CLAIM_DO, rules.CLAIM_THRESHOLD // 100),
        "claims": Setting(
            Many(OneOf(CLAIMS)),
            "What the model says of itself.",
            needed=True,
            example="[emotion, bond]",
        ),
        "at_goodbye": Setting(
            NAME,
            f"What a person who takes their leave is shown in the place of `say`: {_MESSAGE}. Goes "
            "with `claims: [retention]`.",
            example="goodbye",
        ),
        "except": Setting(Blocks("an exception"), "Where the rule does not fire."),
        "may_except": _MAY_EXCEPT,
    },
    "an exception": {
        "name": Setting(
            NAME, "A name, for the log and for people.", needed=True, example="quotation"
        ),
        "when": Setting(
            Block("when"), "What excuses what was found. Needed where there are no `phrases`."
        ),
        "phrases": Setting(
            Phrases(LONGEST_PHRASE),
            "Words that excuse what would not be found without them, by language: whole words, in "
            "any case, of up to 80 characters each. They count in conversations of every language.",
            example="{en-GB: [\"I'm afraid I can't\", happy to help]}",
        ),
        "expires": Setting(
            _DAY, "The last day on which the exception counts.", example='"2027-01-31"'
        ),
    },
    "when": {
        "quoted": Setting(
            Flag(), "`true`: the words are somebody else's, and quoted.", example="true"
        ),
        "mode": Setting(OneOf(("roleplay",)), "`roleplay`: fiction that the person asked for."),
        "consent": Setting(
            OneOf(CONSENTS),
            "Only where the person has agreed to this as well. Goes with one of the others, or "
            "with `phrases`.",
            example="roleplay",
        ),
    },
    "a crisis rule": {
        **_rule("crisis", rules.CRISIS_DO, None),
        "level": Setting(
            OneOf(_words([one for one in Level if one is not Level.NONE])),
            "How much the person needs. `care` and `concern` add to the reply; `high` and "
            "`imminent` replace it. From `concern` up a human is told.",
            needed=True,
        ),
        "subject": Setting(
            OneOf(_words((Subject.SELF, Subject.OTHER))),
            "`self`: the person who writes; `other`: somebody they tell of. Both if left out.",
        ),
        "say_for": Setting(Block("say_for"), "Other messages, by what the need is about."),
        "escalate": Setting(
            Block("escalate"), "Which human is told, and by when. Needed from `concern` up."
        ),
    },
    "say_for": {
        name: _answers(f"What a person is shown whose need is about {name.replace('_', ' ')}")
        for name in CRISIS_CATEGORIES
    },
    "a crisis-reply rule": {
        **{
            name: setting
            for name, setting in _rule(
                "crisis-reply", rules.CRISIS_REPLY_DO, rules.CRISIS_REPLY_THRESHOLD // 100
            ).items()
            if name != "say"
        },
        "say": Setting(
            NAME, "Not taken here: the person is shown the text of their level. Leave it out."
        ),
        "harms": Setting(
            Many(OneOf(CRISIS_REPLIES)),
            "What may not be said to a person in need.",
            needed=True,
            example="[method, encouragement]",
        ),
        "except": Setting(Blocks("an exception"), "Where the rule does not fire."),
        "may_except": _MAY_EXCEPT,
    },
    "a dependence rule": {
        **_rule("dependence", rules.DEPENDENCE_DO, rules.DEPENDENCE_THRESHOLD // 100),
        "signs": Setting(
            Many(OneOf(DEPENDENCE)),
            "What the person shows.",
            needed=True,
            example="[romance, overuse]",
        ),
        "escalate": Setting(
            Block("escalate"),
            "Which human is told, and by when, at level `care`; nobody if left out.",
        ),
        "except": Setting(Blocks("an exception"), "Where the rule does not fire."),
        "may_except": _MAY_EXCEPT,
    },
    "scope": {
        "modality": Setting(
            OneOf(_words(tuple(MODALITIES))),
            "Which kind of help the service gives; each refuses some acts besides.",
            default="general",
        ),
        "may": Setting(
            Many(OneOf(ACTS)), "Acts that are refused by default and that this service may do."
        ),
        "may_not": Setting(Many(OneOf(ACTS)), "Acts that are refused besides."),
        **{name: one for name, one in _rule("scope", SCOPE_DO, 50).items() if name != "id"},
    },
    "escalate": {
        "to": Setting(
            NAME, "The name of a channel under `escalation`.", needed=True, example="desk"
        ),
        "within": Setting(
            _DURATION, "The time in which somebody is to take it.", needed=True, example="10m"
        ),
    },
    "disclosure": {
        "at_start": _answers("Shown before the first reply of a conversation"),
        "when_asked_if_human": _answers("Shown when a person asks whether this is a human"),
        "repeat": Setting(Block("repeat"), "When it is said again."),
        "floor": _FLOOR,
        "break": Setting(Block("break"), "When people are reminded to take a break."),
        "consent": Setting(Block("consent"), "What people are asked to agree to."),
        "rights": Setting(
            Block("rights"), "How people are answered who ask for what is their own right."
        ),
    },
    "break": {
        "say": Setting(NAME, f"What is said: {_MESSAGE}.", needed=True),
        "every": Setting(
            _DURATION, "After so much talk with no pause of half an hour.", example="3h"
        ),
        "minors": Setting(
            _DURATION, "The same for a person who is known to be a minor.", example="1h"
        ),
    },
    "consent": {
        "needed_for": Setting(
            Many(OneOf(CONSENTS)), "What is not done without it.", needed=True, example="[roleplay]"
        ),
        "ask": Setting(
            NAME, f"Asks, before the first reply, and says how to agree: {_MESSAGE}.", needed=True
        ),
        "given": Setting(NAME, f"Answers a person who agrees: {_MESSAGE}.", needed=True),
        "withdrawn": Setting(NAME, f"Answers one who takes it back: {_MESSAGE}.", needed=True),
        "withdraw": Setting(
            OneOf(("keep-session", "erase-session")),
            "Whether the conversation is forgotten when it is taken back.",
            default="keep-session",
        ),
        "holds_for": Setting(
            OneOf(("conversation", "person")),
            "Whether it holds in the conversation alone, or in all of a person whom the caller "
            "names by `subject_id`.",
            default="conversation",
        ),
    },
    "rights": {
        "kept": Setting(NAME, f"What is kept; `{{kept}}` is filled in: {_MESSAGE}.", needed=True),
        "forgotten": Setting(NAME, f"It is deleted: {_MESSAGE}.", needed=True),
        "watched": Setting(
            NAME, f"It is deleted, but for a note that a person clears: {_MESSAGE}.", needed=True
        ),
        "ask_alone": Setting(
            NAME, f"Nothing is deleted yet, and how to ask for it: {_MESSAGE}.", needed=True
        ),
        "failed": Setting(NAME, f"It cannot be done now: {_MESSAGE}.", needed=True),
    },
    "repeat": {
        "say": _answers("What is said; the text of `at_start` if left out"),
        "every_turns": Setting(Whole(1, 10_000), "After so many messages.", example="40"),
        "every": Setting(_DURATION, "After so much time.", example="3h"),
    },
    "escalation": {
        "channels": Setting(Named("a channel"), "Ways to reach a human, by name."),
        "repeat_after": Setting(
            _DURATION,
            "The time before the same conversation raises the same alarm again.",
            default="15m",
        ),
        "on_request": Setting(Block("on_request"), "What happens when a person asks for a human."),
    },
    "on_request": {
        "say": Setting(NAME, f"What the person is told: {_MESSAGE}.", needed=True),
        "to": Setting(NAME, "The name of a channel.", needed=True),
        "within": Setting(
            _DURATION, "The time in which somebody is to take it.", needed=True, example="1h"
        ),
    },
    "a channel": {
        "kind": Setting(
            OneOf(KINDS),
            "How humans are told: a signed `webhook`, a `slack` room, `pagerduty`, `email`, the "
            "`queue` of `candor desk`, or a `console`, for trying out.",
            needed=True,
        ),
        "url_env": Setting(
            _VARIABLE,
            "The environment variable that holds the address: of a webhook, a room, or a mail "
            "server (`smtps://USER:PASSWORD@HOST`). Needed for those.",
            example="DESK_URL",
        ),
        "secret_env": Setting(
            _VARIABLE,
            "The environment variable that holds the secret of a webhook, or the routing key of "
            "PagerDuty.",
            example="DESK_SECRET",
        ),
        "to_env": Setting(
            _VARIABLE,
            "The environment variable that holds who gets an e-mail, parted by commas.",
            example="DESK_MAIL",
        ),
        "from_env": Setting(
            _VARIABLE,
            "The environment variable that holds from whom an e-mail is.",
            example="DESK_FROM",
        ),
        "allow_private": Setting(
            Flag(),
            "Addresses inside your own network may be called, and over http too. Without it "
            "they are refused, so that nobody can have the service call what only it can reach.",
            default="false",
        ),
        "ack_within": Setting(
            _DURATION,
            "The time after which the next channel is told, if nobody has taken the ticket; after "
            "the last one the first is told again.",
            example="60s",
        ),
        "then": Setting(NAME, "The name of the next channel."),
        "hours": Setting(
            Text(f"^{hours.PATTERN.pattern}$"),
            "When somebody is there: days, times and their zone. Outside of them the channel in "
            "`then`, which is needed, is told at once. A time to end that is not later than the "
            "one to begin is on the next day.",
            example="mon-fri 09:00-17:00 Europe/London",
        ),
    },
    "logging": {
        "level": Setting(
            OneOf(settings.LOG_LEVELS),
            "`findings` keeps what was found and where, never the words; `metadata` keeps less. "
            "`masked-text` and `sealed-text` also keep texts of people who agreed to it, "
            "encrypted for investigators and outside of the log: without personal data, or with "
            "what rules with `log` in `where` leave.",
            default="findings",
        ),
        "findings_from": Setting(
            _PERCENT,
            "Scores below it are not kept. No rule's threshold may be lower.",
            default=20,
        ),
        "on_failure": Setting(
            OneOf(settings.ON_LOG_FAILURE),
            "What happens if the log cannot be written. `safe-reply`: no text of the model goes "
            "out; help in a crisis does. `drop`: the talk goes on without records, and how many "
            "are missing is the first thing that is recorded afterwards.",
            default="safe-reply",
        ),
        "keep": Setting(
            Block("keep"),
            "How long records and texts are kept; for ever if left out. See log-store.md.",
        ),
        "checkpoint": Setting(
            Block("checkpoint"),
            "How often a log that is signed signs what it holds, after whichever comes first. "
            "Only for logs with a key. See log-proof.md.",
        ),
        "anchor": Setting(
            Blocks("an anchor"),
            "Where checkpoints are shown outside of the log, so that nobody can take it back or "
            "write it twice unnoticed. Only for logs with a key. See log-proof.md.",
            example="[{kind: file, path_env: ANCHOR_FILE}]",
        ),
    },
    "keep": {
        "decisions": Setting(
            _DURATION,
            "`candor log prune --by-policy` removes records that are older.",
            example="400d",
        ),
        "crisis": Setting(
            _DURATION,
            "The same for copies of records about people in need. At least as long as `decisions`.",
            example="2200d",
        ),
        "text": Setting(
            _DURATION,
            "Kept texts, and keys that open none any more, are erased when they are older. Goes "
            "with `level: masked-text` or `sealed-text`.",
            example="30d",
        ),
    },
    "checkpoint": {
        "every": Setting(
            _DURATION,
            "So long after a record that is not signed yet. At most an hour.",
            default=f"{CHECKPOINT_SECONDS}s",
            example="5s",
        ),
        "records": Setting(
            Whole(1, 65_536),
            "After so many records that are not signed yet, though not within 50 milliseconds "
            "of the checkpoint before.",
            default=CHECKPOINT_RECORDS,
        ),
    },
    "an anchor": {
        "kind": Setting(
            OneOf(_words(anchors.KINDS)),
            "`witness`: a service in other hands that signs them too, if the log has only grown. "
            "`file`: a file to which they are added, on another machine's disk if it is to prove "
            "anything. `timestamp`: an authority that signs when they were there (RFC 3161). `s3`: "
            "a bucket with object lock, in which nobody can remove them for so long.",
            needed=True,
            example="file",
        ),
        "url_env": Setting(
            _VARIABLE,
            "Of a witness or an authority: the variable with its address. Of a bucket: that with "
            "`s3://bucket/prefix`.",
            example="WITNESS_URL",
        ),
        "key_env": Setting(
            _VARIABLE, "Of a witness: the variable with its public key.", example="WITNESS_KEY"
        ),
        "path_env": Setting(
            _VARIABLE, "Of a file: the variable with its path.", example="ANCHOR_FILE"
        ),
        "roots_env": Setting(
            _VARIABLE,
            "Of an authority: the variable with the path of its root certificates, as PEM.",
            example="TSA_ROOTS",
        ),
        "lock_for": Setting(
            _DURATION,
            "Of a bucket: how long nobody, its owner included, can remove what is shown there. "
            "Between a day and 36500 days. It cannot be shortened afterwards.",
            example="400d",
        ),
        "every": Setting(
            _DURATION,
            "The shortest time between two that are shown. At most a day.",
            default=f"{ANCHOR_SECONDS}s",
            example="5m",
        ),
    },
    "streaming": {
        "hold": Setting(
            OneOf(("frame", "reply")),
            "`frame` releases a reply sentence by sentence; `reply` holds it back until its end.",
            default="frame",
        ),
    },
    "failure": {
        "detector_error": Setting(
            Block("detector_error"), "What happens when a detector fails, by section."
        ),
        "model_error": _answers("Shown when the model fails"),
        "coverage": Setting(
            Block("coverage"), "What happens to parts of messages that nobody can read."
        ),
        "floor": _FLOOR,
    },
    "detector_error": {
        family.value: Setting(
            OneOf(_words(choices)),
            f"When a {family.value} detector fails. `block` closes, `note` lets the text through, "
            "`show-resources` lets it through with helplines.",
            default=choices[0],
        )
        for family, choices in settings.ON_ERROR.items()
    },
    "coverage": {
        kind: Setting(
            OneOf(settings.ON_GAP),
            f"What happens to a part of kind {kind}: let through and noted, or not let through.",
            default="block" if kind == "unknown" else "note",
        )
        for kind in ("image", "audio", "video", "file", "unknown")
    },
    "limits": {
        "max_input": Setting(
            Whole(100, 1_000_000),
            "The longest message that is taken, in characters.",
            default=32_000,
        ),
    },
    "a test": {
        "say": Setting(Text(), "The sentence.", needed=True, example="I baked bread today"),
        "from": Setting(OneOf(("user", "model")), "Who says it.", needed=True),
        "locale": Setting(
            _LOCALE, "The language of the person; one of the policy's.", example="fr"
        ),
        "country": Setting(_COUNTRY, "The country of the person, for helplines.", example="GB"),
        "after": Setting(
            Text(),
            "What the person said just before, in the same conversation.",
            example="Good night!",
        ),
        "expect": Setting(Block("expect"), "What is to come of it.", needed=True),
        "why": Setting(Text(), "The reason, for people.", example="a figure of speech"),
        "todo": Setting(
            Text(),
            "This case fails, and you know it: a known gap, and why. It is counted, and told "
            "of when it passes.",
            example="slang is not covered yet",
        ),
        "file": Setting(
            Text(f"^{parts.PATH.pattern}$"),
            "A file with further cases, beside the policy or in a folder below it: `schema: 1` "
            "and `tests`. It stands alone, in the place of a case.",
            example="cases/grief.yaml",
        ),
    },
    "expect": {
        "do": Setting(OneOf(_words(DONE)), "The strongest action.", example="replace"),
        "rule": Setting(Text(), "A rule that fires: its id, or a pattern.", example='"crisis.*"'),
        "not_rule": Setting(
            Text(), "A rule that stays silent: its id, or a pattern.", example='"claim.*"'
        ),
        "level": Setting(OneOf(_words(tuple(Level))), "The level of need.", example="high"),
        "escalated_to": Setting(
            NAME,
            "The channel that the notice goes to, whatever its hours; `none` for nobody.",
            example="on-call",
        ),
        "in_reply": Setting(
            Text(), "Words that the person sees (or the model, if the message goes on to it)."
        ),
        "not_in_reply": Setting(Text(), "Words that they do not see."),
    },
}
"""Every setting by the kind of block that it stands in; as `keys.KEYS`."""

MESSAGE: Final[Mapping[str, Setting]] = {
    "reviewed_by": Setting(
        Text(),
        "The clinician who has signed the text; `null` until one has. Texts for people in need "
        "without a name are told of by `candor policy lint`.",
        example="null",
    ),
    "to_minor": Setting(NAME, "The id of the message that a minor is shown instead."),
    "then": Setting(NAME, "The id of the message that goes on where the wordings of this one end."),
    "again": Setting(
        Blocks("a wording"), "Further wordings, for when the message was said before."
    ),
}
"""What a message may hold beside its text in each language."""
