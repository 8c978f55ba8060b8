"""Proposals: versions of a policy that people sign elsewhere and hand their signatures in for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Any, Final, TypeVar

import orjson
from starlette.responses import Response

from guardrails.access.roles import Permission
from guardrails.approvals.handing_in import HandedIn, finished, handed_in
from guardrails.approvals.proposals import Office, Version, proposed, withdrawn
from guardrails.console.asked import Asked
from guardrails.console.drafts import policy_in
from guardrails.console.trying import run_cases
from guardrails.console.wanted import text_to_sign, wanted_of
from guardrails.errors import PolicyError, RefusedError
from guardrails.ledger.acts import access_body
from guardrails.ledger.record import Kind
from guardrails.policy.compare import Way, compared
from guardrails.policy.load import Loaded
from guardrails.policy.remarks import Weight
from guardrails.replay.report import as_json
from guardrails.replay.run import replay
from guardrails.trials.remarks import remarks_of

T = TypeVar("T")
DAYS: Final = 7
"""Days on which a roll-out may be handed in, from the one on which its text was made."""
_POLICY_MAX: Final = 1024 * 1024
_TOLD: Final = {
    "proposed": "It is kept, for people to sign.",
    "known": "This version is kept here already.",
    "withdrawn": "The proposal was taken away.",
    "finished": "What had been begun is finished.",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A version in the list: its name in addresses, who brought it when, and its state."""

    id: str
    hash: str
    by: str
    at: int
    state: str


def keeps_proposals(asked: Asked) -> bool:
    """Return whether versions of the policy of the service are kept."""
    source = asked.service.guard.follows
    return asked.console.takes_notes and source is not None and source.trust is not None


def office_of(asked: Asked) -> Office:
    """
    Return where versions of the policy of the service are kept.

    Raises:
        RefusedError: This service keeps none.
    """
    source = asked.service.guard.follows
    if source is None or not keeps_proposals(asked):
        said = (
            "no proposals are kept here: start the service with --take-notes and --trust, and "
            "with a policy that is a file"
        )
        raise RefusedError(404, "not_found", said)
    return Office(source)


async def every(asked: Asked) -> Response:
    """Return the page with what is in force, what is proposed, and how to undo."""
    told = _TOLD.get(asked.request.query_params.get("told", ""), "")
    return await _every(asked, told=told)


async def _every(asked: Asked, status: int = 200, **values: Any) -> Response:  # noqa: ANN401
    office = office_of(asked)
    today, live = _today(asked), asked.service.guard.policy

    def look() -> dict[str, Any]:
        current, _ = office.current()
        takes = office.takes()
        used = {name for take in takes for name in (take.base, take.instead)}
        kept = office.versions()
        if current.id not in {one.id for one in kept}:
            kept = [current, *kept]
        return {
            "rows": [Row(v.id, v.hash, v.by, v.at, _state(v, current, used)) for v in kept],
            "undo": text_to_sign(office, current, today + timedelta(DAYS), live, undo=True),
            "begun": bool(takes) and not takes[-1].done,
        }

    told = {"told": "", "error": "", **await _run(asked, look), **values}
    return asked.page("proposals.html", status, **_shared(asked), **told)


def _state(version: Version, current: Version, used: set[str]) -> str:
    if version.hash == current.hash:
        return "in the file"
    return "earlier" if version.hash in used else "proposed"


async def one(asked: Asked) -> Response:
    """Return the page of a version."""
    told = _TOLD.get(asked.request.query_params.get("told", ""), "")
    return await _one(asked, str(asked.request.path_params["version"]), told=told)


async def _one(
    asked: Asked,
    version_id: str,
    status: int = 200,
    **values: Any,  # noqa: ANN401 - for the template
) -> Response:
    office = office_of(asked)
    rule, percent, undo = _asked_for(asked)
    live = asked.service.guard.policy
    until = _today(asked) + timedelta(DAYS)

    def look() -> dict[str, Any]:
        version = _found(office, version_id)
        loaded = office.loaded(version)
        changes = compared(live, loaded.policy)
        current, _ = office.current()
        text = text_to_sign(office, version, until, live, rule=rule, percent=percent, undo=undo)
        return {
            "version": version,
            "in_file": current.hash == version.hash,
            "changes": changes,
            "same": live.hash == loaded.policy.hash,
            "weaker": sum(one.way is Way.WEAKER for one in changes),
            "broken": sum(one.broken for one in changes),
            "rules": [rule.id for rule in loaded.policy.rules if not rule.floor],
            "salt": bool(loaded.policy.salt),
            "text": text,
            "wanted": wanted_of(office, version, loaded.policy, live),
        }

    told = {"told": "", "error": "", **await _run(asked, look), **values}
    chosen = {"rule": rule, "percent": percent, "undo": undo}
    return asked.page("proposal.html", status, **_shared(asked), **chosen, **told)


async def file(asked: Asked) -> Response:
    """Return a file of a version: its policy, the replay, or a text to sign."""
    office = office_of(asked)
    name, live = str(asked.request.path_params["file"]), asked.service.guard.policy
    rule, percent, undo = _asked_for(asked)
    until = _today(asked) + timedelta(DAYS)

    def look() -> tuple[str, bytes | None]:
        version = _found(office, str(asked.request.path_params["version"]))
        match name:
            case "policy":
                return f"{live.id}-candidate.yaml", version.text.encode()
            case "report":
                return f"{live.id}-report.json", office.report(version)
            case "roll-out":
                text = text_to_sign(
                    office, version, until, live, rule=rule, percent=percent, undo=undo
                )
                return (text.name, text.text.encode()) if text is not None else ("", None)
        for one in wanted_of(office, version, office.loaded(version).policy, live).waiting:
            if one.file == name:
                return one.name, one.text.encode()
        return "", None

    called, data = await _run(asked, look)
    if data is None:
        raise RefusedError(404, "not_found", "there is no such file")
    headers = {"content-disposition": f'attachment; filename="{called}"'}
    return Response(data, media_type="text/plain; charset=utf-8", headers=headers)


async def act(asked: Asked) -> Response:
    """Keep a proposal, take a note, or take a proposal away."""
    doing = {"finish": _finish, "hand-in": _hand_in, "keep": _keep, "withdraw": _withdraw}
    what = doing.get(asked.field("do"))
    if what is None:
        raise RefusedError(400, "invalid_value", "there is no such button")
    return await what(asked, office_of(asked))


async def _keep(asked: Asked, office: Office) -> Response:
    text = asked.form.get("text", "")
    if len(text) > _POLICY_MAX:
        raise RefusedError(413, "body_too_long", "the policy is longer than a policy may be")
    by, now = asked.by, int(asked.console.now())
    folder, live = asked.console.folder, asked.service.guard.policy

    def keep() -> tuple[Version, bool]:
        version = Version(_checked(office, text, live.id).policy.hash, text, by, now)
        report = None
        if office.trust.report and folder is not None:
            again = replay(folder, office.loaded(version).policy)
            report = orjson.dumps(as_json(again), option=orjson.OPT_INDENT_2) + b"\n"
            name = f"sha256:{sha256(report).hexdigest()}"
            version = Version(version.hash, text, by, now, name)
        return version, proposed(office, version, report)

    version, new = await _run(asked, keep)
    if new:
        await _record(asked, version.hash, "policy", "proposed", "-")
    told = "proposed" if new else "known"
    return asked.to(f"/bench/{asked.service.name}/proposals/{version.id}?told={told}")


def _checked(office: Office, text: str, policy: str) -> Loaded:
    """Return what *text* holds, if a service would take it once it is signed."""
    loaded = policy_in(text, office.file.parent)
    if loaded.policy.id != policy:
        said = f"this is the policy '{loaded.policy.id}', and '{policy}' is served here"
        raise RefusedError(409, "other-policy", said)
    any_cases = office.source.any_cases
    faults = [
        one.problem.message
        for one in remarks_of(loaded, run_cases(loaded), demanding=not any_cases)
        if one.weight is Weight.ERROR and not (any_cases and one.code == "no-cases")
    ]
    if faults:
        said = f"its cases have to hold before it is proposed; {len(faults)} faults: {faults[0]}"
        raise RefusedError(409, "cases", said)
    return loaded


async def _hand_in(asked: Asked, office: Office) -> Response:
    data = asked.form.get("note", "").encode("utf-8", "replace")
    try:
        done = await _run(asked, partial(handed_in, office, data, _today(asked)))
    except RefusedError as error:
        if error.status != 503:  # noqa: PLR2004 - busy: nobody has looked at it
            await _record(asked, asked.service.guard.policy.hash, "note", "refused", error.code)
        return await _every(asked, error.status, error=_sentence(str(error)))
    case = "approval" if done.number is None else f"roll-out-{done.number}"
    await _record(asked, done.version, "note", "handed-in", case)
    if done.taken is None:
        return await _one(asked, done.version[7:31], told=_in_words(done))
    await _record(asked, done.version, "note", "taken", f"roll-out-{done.taken}")
    health = await asked.service.guard.reload()
    if health.stale:
        said = f"Roll-out {done.taken} is signed, and was not taken into service: {health}"
        return await _one(asked, done.version[7:31], 409, error=said)
    return await _one(asked, done.version[7:31], told=f"Roll-out {done.taken} is in force now.")


def _in_words(done: HandedIn) -> str:
    what = "The policy" if done.number is None else f"Roll-out {done.number}"
    signed = f"{what} is signed by {', '.join(done.names)}."
    if done.missing:
        return f"{signed} Missing: {'; '.join(done.missing)}."
    return f"{signed} Nothing is missing there: a signed roll-out takes it into service."


async def _withdraw(asked: Asked, office: Office) -> Response:
    version = await _run(asked, partial(withdrawn, office, asked.field("version")))
    await _record(asked, version.hash, "policy", "withdrawn", "-")
    return asked.to(f"/bench/{asked.service.name}/proposals?told=withdrawn")


async def _finish(asked: Asked, office: Office) -> Response:
    def finish() -> None:
        with office.locked():
            finished(office)

    await _run(asked, finish)
    await asked.service.guard.reload()
    return asked.to(f"/bench/{asked.service.name}/proposals?told=finished")


async def _record(asked: Asked, policy: str, field: str, reason: str, case: str) -> None:
    body = access_body(
        record=policy,
        field=field,
        by=asked.by,
        reason=reason,
        case=case,
        at=int(asked.console.now()),
    )
    await asked.service.guard.log.append(Kind.ACCESS, body)


async def _run(asked: Asked, function: Callable[[], T]) -> T:
    """Return what *function* does in a thread; what is wrong with a policy is told as a page."""
    try:
        return await asked.console.works.run(function)
    except PolicyError as error:
        said = f"the policy has mistakes, the first: {error.problems[0]}"
        raise RefusedError(409, "policy", said) from None


def _found(office: Office, version_id: str) -> Version:
    version = office.find(version_id)
    if version is None:
        current, _ = office.current()
        if current.id != version_id:
            raise RefusedError(404, "not_found", "there is no such proposal")
        version = current
    return version


def _asked_for(asked: Asked) -> tuple[str, int, bool]:
    """Return which rule is to act, for what share in percent, and whether it is taken back."""
    given = asked.request.query_params
    percent = given.get("percent", "")[:3]
    share = int(percent) if percent.isascii() and percent.isdigit() else 100
    return given.get("rule", "")[:80], min(share, 100), given.get("undo") == "1"


def _shared(asked: Asked) -> dict[str, Any]:
    return {
        "service": asked.service.name,
        "policy": asked.service.guard.policy,
        "health": asked.service.guard.health,
        "may_propose": asked.caller.may(Permission.PROPOSE),
    }


def _today(asked: Asked) -> date:
    return datetime.fromtimestamp(asked.console.now(), UTC).date()


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."
