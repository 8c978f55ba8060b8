"""A loaded policy: frozen values, ready to be decided upon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from guardrails.findings import Family, Level
from guardrails.messages import Side, Surface
from guardrails.policy.channel_spec import ChannelSpec, OnRequest
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.live import Live, by_category, by_level, watched_by
from guardrails.policy.log_settings import Logging
from guardrails.policy.rule import CustomType, Rule
from guardrails.taxonomy import Subject

BucketBy: TypeAlias = Literal["session", "subject"]
"""By what shares of `percent` are dealt out: by conversation, or by person."""


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
            (side, surface): by_category(self.rules, side, surface)
            for side in Side
            for surface in Surface
        }
        nearest = {
            (side, surface): by_level(self.rules, side, surface)
            for side in Side
            for surface in Surface
        }
        watched = {
            (side, surface): watched_by(self.rules, side, surface)
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
