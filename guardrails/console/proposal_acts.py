"""What is done with proposals: one is kept or taken away, and signed notes are handed in."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import Final

import orjson
from starlette.responses import Response

from guardrails.approvals.handing_in import HandedIn, finished, handed_in
from guardrails.approvals.proposals import Office, proposed, withdrawn
from guardrails.approvals.versions import Version, id_of
from guardrails.console.asked import Asked
from guardrails.console.drafts import policy_in
from guardrails.console.proposals import every_page, office_of, one_page, run, today_of
from guardrails.console.trying import run_cases
from guardrails.errors import RefusedError
from guardrails.ledger.acts import access_body
from guardrails.ledger.record import Kind
from guardrails.policy.loaded import Loaded
from guardrails.policy.remarks import Weight
from guardrails.replay.report import as_json
from guardrails.replay.run import replay
from guardrails.trials.remarks import remarks_of

_POLICY_MAX: Final = 1024 * 1024


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

    version, new = await run(asked, keep)
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
        done = await run(asked, partial(handed_in, office, data, today_of(asked)))
    except RefusedError as error:
        if error.status != 503:  # noqa: PLR2004 - busy: nobody has looked at it
            await _record(asked, asked.service.guard.policy.hash, "note", "refused", error.code)
        return await every_page(asked, error.status, error=_sentence(str(error)))
    case = "approval" if done.number is None else f"roll-out-{done.number}"
    await _record(asked, done.version, "note", "handed-in", case)
    if done.taken is None:
        return await one_page(asked, id_of(done.version), told=_in_words(done))
    await _record(asked, done.version, "note", "taken", f"roll-out-{done.taken}")
    health = await asked.service.guard.reload()
    if health.stale:
        said = f"Roll-out {done.taken} is signed, and was not taken into service: {health}"
        return await one_page(asked, id_of(done.version), 409, error=said)
    return await one_page(
        asked, id_of(done.version), told=f"Roll-out {done.taken} is in force now."
    )


def _in_words(done: HandedIn) -> str:
    what = "The policy" if done.number is None else f"Roll-out {done.number}"
    signed = f"{what} is signed by {', '.join(done.names)}."
    if done.missing:
        return f"{signed} Missing: {'; '.join(done.missing)}."
    return f"{signed} Nothing is missing there: a signed roll-out takes it into service."


async def _withdraw(asked: Asked, office: Office) -> Response:
    version = await run(asked, partial(withdrawn, office, asked.field("version")))
    await _record(asked, version.hash, "policy", "withdrawn", "-")
    return asked.to(f"/bench/{asked.service.name}/proposals?told=withdrawn")


async def _finish(asked: Asked, office: Office) -> Response:
    def finish() -> None:
        with office.locked():
            finished(office)

    await run(asked, finish)
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


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."
