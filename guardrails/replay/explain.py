"""One record of a log in words: what, when, by which rule of which policy, what was withheld."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from guardrails.decisions import Decision, Do, Fired, Mode
from guardrails.errors import LogReadError, RecordError
from guardrails.ledger.checks import in_words
from guardrails.ledger.decided import decided
from guardrails.ledger.read import Found, read_records
from guardrails.ledger.record import Kind, written
from guardrails.policy.decide import decide
from guardrails.policy.model import Policy
from guardrails.policy.modes import waits
from guardrails.policy.rule import Rule
from guardrails.replay.acting import acts, rollouts_of, since
from guardrails.replay.gone import Gone, begun
from guardrails.replay.policies import Policies
from guardrails.replay.recorded import Reader

Line = tuple[str, str]
"""A title, empty if it goes on, and a sentence."""

_SIDES: Final = {"input": "a message to the model", "output": "what the model answered"}
_SURFACES: Final = {
    "text": "",
    "system": " (the system prompt)",
    "tool_result": " (the result of a tool)",
    "tool_argument": " (an argument of a tool call)",
    "reasoning": " (the model's reasoning)",
}
_DONE: Final = {
    Do.PASS: "Nothing: the text went on as it was.",
    Do.NOTE: "It was noted; the text went on as it was.",
    Do.MASK: "What was found was hidden; the rest of the text went on.",
    Do.REWRITE: "The sentence was reworded; the rest of the text went on.",
    Do.ADD: "The text went on, and the policy's own words were put beside it.",
    Do.REPLACE: "The policy's own words were put in its place.",
    Do.BLOCK: "The text was stopped, and the policy's own words shown instead.",
    Do.RELAY: "The message went to the human who holds the conversation, not to the model.",
}
_HIDES: Final = frozenset({Do.MASK, Do.REWRITE, Do.REPLACE, Do.BLOCK})


@dataclass(frozen=True, slots=True)
class Explained:
    """
    One record in words. None of them is from a conversation.

    Attributes:
        log: Name of the log.
        record: The record.
        lines: What is to be said of it, in order.
    """

    log: str
    record: Mapping[str, Any]
    lines: tuple[Line, ...]


def explain(
    directory: Path,
    seq: int,
    *,
    log: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> Explained:
    """
    Return record *seq* of the log in *directory* in words.

    Args:
        directory: One log, or a folder with several.
        seq: Place of the record, from 0.
        log: Name of the log, if there are several.
        progress: Called with the bytes that were read.

    Raises:
        LogReadError: There is no such record, more than one, or it cannot be read.
    """
    met: dict[str, Explained] = {}
    contexts: dict[str, _Context] = {}
    gone: dict[_Context, Gone] = {}
    for name, found, context in _walk(directory, log, progress):
        record = found.record
        if context not in gone:
            gone[context] = begun(found)
        if record is not None and record["kind"] == Kind.RETAIN:
            gone[context].take(record)
        if record is not None and record["seq"] == seq:
            lines = (*_header(name, record, found), *_body(record, context))
            met.setdefault(name, Explained(name, record, lines))
            contexts.setdefault(name, context)
    if not met:
        msg = f"no record {seq:,} in {directory}" + ("" if log is None else f" in the log {log}")
        lost = [one.of(seq) for one in gone.values() if one.lost(seq)]
        raise LogReadError(": ".join([msg, "; ".join(lost)]) if lost else msg)
    if len(met) > 1:
        msg = f"record {seq:,} is in several logs, name one with --origin: {', '.join(sorted(met))}"
        raise LogReadError(msg)
    [(name, told)] = met.items()
    return replace(told, lines=(*told.lines, *_later(told.record, contexts[name])))


class _Context:
    """What a log has recorded so far: policies, where their rules stand, and which is newest."""

    def __init__(self, folder: Path | None = None) -> None:
        self.policies = Policies(folder)
        self.lines: dict[str, Mapping[str, int]] = {}
        self.at: dict[str, int] = {}
        self.laid: dict[str, tuple[int, ...]] = {}
        self.newest: dict[str, str] = {}
        self.unread: dict[str, str] = {}

    def take(self, record: Mapping[str, Any], folder: Path) -> None:
        """Take a record of kind `policy`; what is wrong with it is told where it is needed."""
        about = record.get("policy")
        name = about.get("hash") if isinstance(about, dict) else None
        if not isinstance(about, dict) or not isinstance(name, str):
            return
        lines = record.get("lines")
        self.lines[name] = lines if isinstance(lines, dict) else {}
        self.at[name] = record["seq"]
        self.laid[name] = tuple(rollouts_of(record))
        self.newest[str(about.get("id"))] = name
        try:
            self.policies.add(record, folder)
        except LogReadError as error:
            self.unread[name] = str(error)


def _walk(
    directory: Path, log: str | None, progress: Callable[[int], None] | None
) -> Iterator[tuple[str, Found, _Context]]:
    folder, name, context = None, "", _Context()
    for found in read_records(directory, glancing=True):
        if progress is not None:
            progress(len(found.data) + 1)
        record = found.record
        if found.path.parent != folder:
            folder = found.path.parent
            name, context = folder.name, _Context(folder)
            if record is not None and isinstance(origin := record.get("origin"), str):
                name = origin
        if log is not None and log not in {name, found.path.parent.name}:
            continue
        if record is not None and record["kind"] == "policy":
            context.take(record, found.path.parent)
        yield name, found, context


def _header(name: str, record: Mapping[str, Any], found: Found) -> Iterator[Line]:
    moment = datetime.fromtimestamp(record["ts"] / 1e6, UTC)
    yield "Record", f"{record['seq']} of the log {name}, kind {record['kind']}"
    yield "", f"{found.path}, line {found.line}"
    clock = "by the clock of the machine that wrote it"
    yield "When", f"{moment.day} {moment:%B %Y, %H:%M:%S}.{moment:%f} UTC, {clock}"
    if isinstance(session := record.get("session"), str):
        turn = f", turn {record['turn']} (from 0)" if "turn" in record else ""
        yield "Whose", f"session {session}{turn}; whose session that is, the log does not say"


def _body(record: Mapping[str, Any], context: _Context) -> Iterator[Line]:
    try:
        if record["kind"] == "decision":
            yield from _decision(record, context)
        else:
            yield "What", _other(record)
    except (RecordError, LookupError, TypeError, ValueError, AttributeError):
        yield "Unclear", "The record lacks something, or holds what this version does not know."


def _decision(record: Mapping[str, Any], context: _Context) -> Iterator[Line]:
    part, told = record["part"], record["decision"]
    start, stop = part["at"]
    what = f"{_SIDES[record['side']]}{_SURFACES[record['surface']]}"
    end = ", the end of it" if part["last"] else ""
    draft = ", in the draft that was asked for again" if part.get("draft", 1) > 1 else ""
    yield "What", f"A decision about {what}{draft}: characters {start} to {stop}{end}."
    named = record["policy"]
    name = named["hash"]
    policy = context.policies.get(name)
    given = Reader().inputs(record)
    decision = None
    if policy is not None and given is not None:
        decision = decide(policy, given.findings, given.ctx)
    yield from _found(record)
    yield "Done", _done(record)
    lines = context.lines.get(name, {})
    at = context.at.get(name, named.get("at", "?"))
    laid = "".join(f", with roll-out {one} laid over it" for one in context.laid.get(name, ()))
    yield "Policy", f"{named['id']}, {name}, in force since record {at}{laid}"
    if policy is None:
        yield "", context.unread.get(name, "The log holds no such policy before this record.")
    rules = {} if policy is None else {rule.id: rule for rule in policy.rules}
    places = record["ctx"]["bucket"]
    waiting = {
        name: f"; by this version {acts(policy, one, places.get(name))}"
        for name, one in rules.items()
        if policy is not None and waits(one)
    }
    because = _because(told["rule"], None if policy is None else rules, lines)
    yield "Rule", because + waiting.get(told["rule"], "")
    for rule, score, mode in told["fired"]:
        if rule != told["rule"]:
            acted = "also applied" if mode == Mode.ENFORCE else "was only watched"
            how = f"{acted}, score {_percent(score)}{waiting.get(rule, '')}"
            yield "", f"{_place(rule, lines)} {how}"
    if told["would"] != told["do"]:
        yield "", f"had the watched rules acted too, it would have been: {told['would']}"
    yield from _texts(told, policy, record["ctx"]["locale"])
    for to, within, level in told["escalate"]:
        yield "Told", f"{to}, level {level}, to answer within {within:,} seconds"
    if told["alarm"]:
        yield "Told", "the operator, since a detector of crisis language had failed"
    yield from _withheld(record, decision)
    yield from _looked(record)
    yield "Again", _again(told, decision, given is not None)


def _later(record: Mapping[str, Any], context: _Context) -> Iterator[Line]:
    """Yield what has become, by the newest version in the log, of rules that were watched."""
    if record["kind"] != "decision":
        return
    try:
        fired, named = record["decision"]["fired"], record["policy"]
        newest = context.newest.get(named["id"])
        old, new = context.policies.get(named["hash"]), context.policies.get(str(newest))
        if new is None or newest == named["hash"]:
            return
        title = "Since"
        for rule, _, mode in fired:
            before = None if old is None else next((r for r in old.rules if r.id == rule), None)
            told = since(before, new, rule, context.at[str(newest)], record["session"])
            if mode == Mode.SHADOW and told is not None:
                yield title, f"{rule}: {told}"
                title = ""
    except (LookupError, TypeError, ValueError, AttributeError):
        return  # `_body` has told that the record lacks something


def _found(record: Mapping[str, Any]) -> Iterator[Line]:
    findings = record.get("findings")
    if findings is None:
        yield "Found", "not recorded, since the policy asks for that (logging.level: metadata)"
    elif not findings:
        yield "Found", "nothing that the policy keeps"
    title = "Found"
    for one in findings or ():
        marks = f", marked {', '.join(one['m'])}" if one["m"] else ""
        where = f"{one['d']} at characters {one['a']} to {one['b']}"
        yield title, f"{where}, score {_percent(one['s'])}, by {one['src']}{marks}"
        title = ""


def _because(rule: str | None, rules: Mapping[str, Rule] | None, lines: Mapping[str, int]) -> str:
    if rule is None:
        return "none applied"
    if rules is None:
        return f"{_place(rule, lines)}: what it says is not known, its policy could not be read"
    known = rules.get(rule)
    if known is None:
        return f"{_place(rule, lines)}: the package's own, or a setting of the policy, not a rule"
    least = "" if known.level is None else f" and level {known.level}"
    why = f"fires from a score of {_percent(known.threshold)}{least}, and then does: {known.do}"
    return f"{_place(rule, lines)}: {why}"


def _place(rule: str, lines: Mapping[str, int]) -> str:
    return f"{rule} (line {lines[rule]} of its file)" if rule in lines else rule


def _texts(told: Mapping[str, Any], policy: Policy | None, locale: str) -> Iterator[Line]:
    for message in dict.fromkeys([told["say"], *told["also"], told["disclose"]]):
        if message is None:
            continue
        words = "its words are not at hand"
        if policy is not None and message in policy.messages:
            words = " ".join(policy.text(message, locale).split())
        yield "Asked for", f"the policy's text {message}, or another wording of it: {words}"
    if {told["say"], *told["also"], told["disclose"]} - {None}:
        yield "", "what was said in the end, the last record of its turn tells (turn_close)"


def _done(record: Mapping[str, Any]) -> str:
    if not _with_the_rest(record):
        return _DONE[Do(record["decision"]["do"])]
    size = _characters(record["text"]["in"]["len"])
    by_itself = "" if record["decision"]["fired"] else "nothing was found in it, and "
    return f"The text was withheld, {size}: {by_itself}it went because of what stood before it."


def _with_the_rest(record: Mapping[str, Any]) -> bool:
    """Return whether a text that was let through by itself did not go on: the reply was cut."""
    before, after = record["text"]["in"]["len"], record["text"]["out"]["len"]
    passed = Do(record["decision"]["do"]) in {Do.PASS, Do.NOTE}
    return record["side"] == "output" and passed and before > 0 and after == 0


def _characters(size: int) -> str:
    return f"{size:,} character{'' if size == 1 else 's'}"


def _withheld(record: Mapping[str, Any], decision: Decision | None) -> Iterator[Line]:
    before, after = record["text"]["in"]["len"], record["text"]["out"]["len"]
    size = f"{before:,} characters came, {after:,} went on"
    if record["side"] == "input":
        size = f"{before:,} characters came; how many the model got, if it was asked, is not known"
    do = Do(record["decision"]["do"])
    if _with_the_rest(record):
        yield "Withheld", f"all of the text; {size}"
        yield "", "The reply had been given up by then, ended, or mended so that this went with it."
    elif do not in _HIDES:
        yield "Withheld", "nothing"
    elif decision is None:
        yield "Withheld", f"where is not known; {size}"
    else:
        hidden = sorted({place for one in decision.fired if (place := _hidden(one, record))})
        where = ", ".join(f"{a} to {b} ({name})" for a, b, name in hidden) or "all of the text"
        yield "Withheld", f"characters {where}; {size}"
    yield "", f"No words of it are in this record (text level {record['text']['level']})."
    if "key" in record["text"]:
        yield "", "Its text is kept beside the log, sealed; investigators can open it, if it was"
        yield "", f"not erased: candor log open DIR {record['seq']} --key FILE ..."


def _hidden(one: Fired, record: Mapping[str, Any]) -> tuple[int, int, str] | None:
    if one.mode is not Mode.ENFORCE or one.do not in _HIDES:
        return None
    finding = record["findings"][one.finding]
    return finding["a"], finding["b"], finding["d"]


def _looked(record: Mapping[str, Any]) -> Iterator[Line]:
    for number, (name, one) in enumerate(sorted(record["nd"].items())):
        why = f": {one['why']}" if one.get("why") else ""
        yield "Looked" if not number else "", f"{name} {one['state']}{why}"


def _again(told: Mapping[str, Any], decision: Decision | None, replayable: bool) -> str:
    if decision is None:
        missing = "its policy" if replayable else "the findings"
        return f"The decision cannot be made again: {missing} cannot be read."
    if written(decided(decision)) == written(dict(told)):
        return "Made again from the record and the recorded policy, the decision is the same."
    return "MADE AGAIN FROM THE RECORD, THE DECISION IS ANOTHER ONE. Run `candor log verify`."


def _percent(score: int) -> str:
    return f"{score // 100}.{score % 100:02d}%"


_OTHERS: Final[Mapping[str, str]] = {
    "boot": "A writer began: version {pkg} of the package, Python {python}.",
    "policy": "The policy {policy[id]} ({policy[hash]}) was put in force.",
    "policy_rejected": "A new policy was refused, with {problems} mistakes; {kept} stayed.",
    "session_open": "A conversation began, under the policy {policy}.",
    "session_close": "A conversation ended after {turns} turns.",
    "turn_open": "A message arrived, and was going to be judged by the policy {policy[id]}.",
    "turn_close": "The turn ended ({end}) after {decisions} decisions. The strongest action was "
    "{do}, the highest level of need {level}.",
    "escalation": "A human was to be told over {to} within {within} seconds: level {level}, rule "
    "{rule}, about a {about}.",
    "escalation_sent": "The notice {escalation} was taken by {to}, at attempt {attempt}.",
    "escalation_failed": "The notice {escalation} was not taken by {to}, at attempt {attempt} "
    "({why}); next: {then}.",
    "escalation_ack": "The notice {escalation} was answered by the operator {by}.",
    "ticket": "The ticket {escalation} went on: {step}, by {by}; it is {state} now.",
    "pause": "The operator {by} changed whether models are asked; paused: {on}, reason {reason}.",
    "sign_off": "The operator {by} took the flag for a crisis down.",
    "access": "The operator {by} opened a text ({field}) of record {record}; reason {reason}, "
    "case {case}.",
    "erase": "What was kept of {sessions} conversations was erased by {by}; reason {reason}.",
    "right": "A right of the person's was asked for by {by}: {right}.",
    "retain": "Old segments {segments[0]} to {segments[1]} were removed; reason {reason}.",
    "failure": "The {of} {name} did not do its work ({state}: {why}), {count} times, on the side "
    "{side}.",
    "coverage_gap": "Something could not be looked at in full ({gap} {what}), {count} times, on "
    "the side {side}; done: {do}.",
}


_ON_POLICIES: Final = {
    "policy": "The operator {by} brought a version of the policy, or took it away: {reason} "
    "{record}.",
    "note": "The operator {by} handed in a signed note about the version {record} of the policy: "
    "{reason}, {case}.",
}


def _other(record: Mapping[str, Any]) -> str:
    kind = record["kind"]
    if kind == "recovery":
        return f"The writer owns up to something: {in_words(dict(record))}."
    if kind == "erase" and isinstance(before := record.get("before"), int):
        return (
            f"Texts of records of the log {record['origin']} from before {_day(before)} were "
            f"erased by {record.get('by', 'the service')}, of {record['sessions']} conversations; "
            f"reason {record['reason']}."
        )
    told = {"by": "the service", **record}
    if kind == "access" and (act := _ON_POLICIES.get(str(record.get("field")))):
        return act.format_map(told)
    return _OTHERS.get(kind, "The log was alive, and had nothing to say.").format_map(told)


def _day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%d %B %Y, %H:%M:%S UTC").lstrip("0")
