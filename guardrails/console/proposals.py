"""Proposals: versions of a policy that people sign elsewhere and hand their signatures in for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, TypeVar

from starlette.responses import Response

from guardrails.access.roles import Permission
from guardrails.approvals.proposals import Office
from guardrails.approvals.versions import Version
from guardrails.console.asked import Asked
from guardrails.console.wanted import ToSign, text_to_sign, wanted_of
from guardrails.errors import PolicyError, RefusedError
from guardrails.policy.compare import Way, compared
from guardrails.policy.model import Policy

T = TypeVar("T")
DAYS: Final = 7
"""Days on which a roll-out may be handed in, from the one on which its text was made."""
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
    return await every_page(asked, told=told)


async def every_page(asked: Asked, status: int = 200, **values: Any) -> Response:  # noqa: ANN401
    """Return that page with *values*, and the HTTP status *status*."""
    office = office_of(asked)
    today, live = today_of(asked), asked.service.guard.policy

    def look() -> dict[str, Any]:
        current, _ = office.current()
        takes = office.takes()
        used = {name for take in takes for name in (take.base, take.instead)}
        kept = office.versions()
        if current.id not in {one.id for one in kept}:
            kept = [current, *kept]
        return {
            "rows": [Row(v.id, v.hash, v.by, v.at, _state(v, current, used)) for v in kept],
            "undo": _undone(office, current, today + timedelta(DAYS), live),
            "begun": bool(takes) and not takes[-1].done,
        }

    told = {"told": "", "error": "", **await run(asked, look), **values}
    return asked.page("proposals.html", status, **_shared(asked), **told)


def _undone(office: Office, current: Version, until: date, live: Policy) -> ToSign | None:
    """Return the text by which the last roll-out is taken back, or why there can be none."""
    try:
        return text_to_sign(office, current, until, live, undo=True)
    except PolicyError as error:
        why = f"the version before has mistakes by now, the first: {error.problems[0]}"
    except RefusedError as error:
        why = str(error)
    return ToSign("", "", "", "", (why,))


def _state(version: Version, current: Version, used: set[str]) -> str:
    if version.hash == current.hash:
        return "in the file"
    return "earlier" if version.hash in used else "proposed"


async def one(asked: Asked) -> Response:
    """Return the page of a version."""
    told = _TOLD.get(asked.request.query_params.get("told", ""), "")
    return await one_page(asked, str(asked.request.path_params["version"]), told=told)


async def one_page(
    asked: Asked,
    version_id: str,
    status: int = 200,
    **values: Any,  # noqa: ANN401 - for the template
) -> Response:
    """Return the page of the version of that id with *values*, and the HTTP status *status*."""
    office = office_of(asked)
    rule, percent, undo = _asked_for(asked)
    live = asked.service.guard.policy
    until = today_of(asked) + timedelta(DAYS)

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

    told = {"told": "", "error": "", **await run(asked, look), **values}
    chosen = {"rule": rule, "percent": percent, "undo": undo}
    return asked.page("proposal.html", status, **_shared(asked), **chosen, **told)


async def file(asked: Asked) -> Response:
    """Return a file of a version: its policy, the replay, or a text to sign."""
    office = office_of(asked)
    name, live = str(asked.request.path_params["file"]), asked.service.guard.policy
    rule, percent, undo = _asked_for(asked)
    until = today_of(asked) + timedelta(DAYS)

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

    called, data = await run(asked, look)
    if data is None:
        raise RefusedError(404, "not_found", "there is no such file")
    headers = {"content-disposition": f'attachment; filename="{called}"'}
    return Response(data, media_type="text/plain; charset=utf-8", headers=headers)


async def run(asked: Asked, function: Callable[[], T]) -> T:
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


def today_of(asked: Asked) -> date:
    """Return the day, in UTC."""
    return datetime.fromtimestamp(asked.console.now(), UTC).date()
