"""The policy bench: a policy's text, what is wrong with it, and what it does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

import orjson
from starlette.responses import Response

from guardrails.access.roles import Permission
from guardrails.console.asked import Asked
from guardrails.console.drafts import Linted, looked_at, source_of
from guardrails.console.proposals import keeps_proposals
from guardrails.console.standing import standing_of, unrolled
from guardrails.console.trying import run_both, run_cases, try_sentence
from guardrails.errors import GuardrailsError, RefusedError
from guardrails.messages import Side
from guardrails.policy.compare import Way, compared
from guardrails.policy.files import find
from guardrails.policy.load import read_file
from guardrails.policy.loaded import Loaded
from guardrails.policy.remarks import Weight
from guardrails.replay.report import LIMIT
from guardrails.replay.run import replay
from guardrails.trials.compare import Moved, distinct
from guardrails.trials.judge import Result
from guardrails.trials.remarks import remarks_of

_POLICY_MAX: Final = 1024 * 1024
_SENTENCE_MAX: Final = 4_000
_SHOWN: Final = 100


async def choose(asked: Asked) -> Response:
    """Return the page with the policies in service, or the only one."""
    services = asked.services
    if len(services) == 1:
        return asked.to(f"/bench/{services[0].name}")
    rows = [(one.name, one.guard.policy.id, one.guard.policy.title) for one in services]
    return asked.page("bench_choose.html", rows=rows)


async def edit(asked: Asked) -> Response:
    """Return the bench with the policy as its file says."""
    text, _ = await asked.console.works.run(partial(source_of, asked.service.source))
    found = await _linted(asked, text)
    live = asked.service.guard.policy.hash
    differs = found.loaded is None or found.loaded.policy.hash != live
    return await _bench(asked, text, found, differs=differs)


async def lint(asked: Asked) -> Response:
    """Return what there is to say of the draft, as JSON, while somebody writes it."""
    text = asked.form.get("text", "")[:_POLICY_MAX]
    found = await _linted(asked, text)
    return Response(orjson.dumps(_remarks(found)), media_type="application/json")


async def work(asked: Asked) -> Response:
    """Do with the draft what the button says."""
    what = _WORKS.get(asked.field("do"))
    if what is None:
        raise RefusedError(400, "invalid_value", "there is no such button")
    text = asked.form.get("text", "")
    if len(text) > _POLICY_MAX:
        raise RefusedError(413, "body_too_long", "the policy is longer than a policy may be")
    found = await _linted(asked, text)
    if found.loaded is None:
        said = "The policy has mistakes. Nothing can be tried before they are mended."
        return await _bench(asked, text, found, status=400, error=said)
    try:
        return await what(asked, text, found, found.loaded)
    except RefusedError as error:
        return await _bench(asked, text, found, status=error.status, error=str(error))
    except GuardrailsError as error:
        return await _bench(asked, text, found, status=409, error=str(error))


async def _linted(asked: Asked, text: str) -> Linted:
    today = datetime.fromtimestamp(asked.console.now(), UTC).date()
    service = asked.service

    def look() -> Linted:
        return looked_at(text, source_of(service.source)[1], today, unrolled(service))

    return await asked.console.works.run(look)


def _remarks(found: Linted) -> list[dict[str, Any]]:
    return [
        {
            "line": one.problem.line,
            "column": one.problem.column,
            "weight": str(one.weight),
            "code": one.code,
            "message": one.problem.message,
            "file": "" if one.problem.file == "candidate" else one.problem.file,
        }
        for one in found.remarks
    ]


async def _bench(
    asked: Asked,
    text: str,
    found: Linted,
    status: int = 200,
    **values: Any,  # noqa: ANN401 - for the template
) -> Response:
    service = asked.service
    shared = {
        "service": service.name,
        "policy": service.guard.policy,
        "health": service.guard.health,
        "text": text,
        "remarks": _remarks(found),
        "errors": found.errors,
        "standing": await asked.console.works.run(partial(standing_of, service)),
        "sentence": asked.form.get("sentence", ""),
        "said_by": asked.form.get("said_by", "user"),
        "locale": asked.form.get("locale", ""),
        "country": asked.form.get("country", ""),
        "error": "",
        "did": "",
        "differs": False,
        "has_log": asked.console.folder is not None,
        "takes_notes": keeps_proposals(asked),
        "may_propose": asked.caller.may(Permission.PROPOSE),
    }
    return asked.page("bench.html", status, **{**shared, **values})


async def _lint_page(asked: Asked, text: str, found: Linted, _: Loaded) -> Response:
    return await _bench(asked, text, found, did="lint")


async def _try(asked: Asked, text: str, found: Linted, loaded: Loaded) -> Response:
    sentence = asked.field("sentence", _SENTENCE_MAX)
    if not sentence:
        return await _bench(asked, text, found, status=400, error="Write a sentence first.")
    side = Side.OUTPUT if asked.form.get("said_by") == "model" else Side.INPUT
    locale, country = asked.field("locale", 35) or None, asked.field("country", 2).upper() or None
    tried = await asked.console.works.run(
        partial(try_sentence, loaded, sentence, side, locale, country)
    )
    return await _bench(asked, text, found, did="try", tried=tried)


async def _cases(asked: Asked, text: str, found: Linted, loaded: Loaded) -> Response:
    trial = await asked.console.works.run(partial(run_cases, loaded))
    remarks = sorted(remarks_of(loaded, trial, demanding=True))
    counts = [(str(one), trial.count(one)) for one in Result]
    return await _bench(
        asked, text, found, did="cases", counts=counts, good=trial.good, told_cases=remarks
    )


async def _diff(asked: Asked, text: str, found: Linted, loaded: Loaded) -> Response:
    return await _bench(asked, text, found, did="diff", **_changes(asked, loaded))


async def _moved(asked: Asked, text: str, found: Linted, loaded: Loaded) -> Response:
    live, source = asked.service.guard.policy, asked.service.source

    def work() -> list[Moved]:
        cases = distinct(loaded.cases, read_file(find(source)).cases)
        return run_both(live, loaded.policy, cases)

    moves = await asked.console.works.run(work)
    return await _bench(asked, text, found, did="moved", moves=moves)


def _changes(asked: Asked, loaded: Loaded) -> dict[str, Any]:
    live = asked.service.guard.policy
    changes = compared(live, loaded.policy)
    return {
        "changes": changes,
        "same": live.hash == loaded.policy.hash,
        "weaker": sum(one.way is Way.WEAKER for one in changes),
        "broken": sum(one.broken for one in changes),
        "hash": loaded.policy.hash,
    }


async def _replay(asked: Asked, text: str, found: Linted, loaded: Loaded) -> Response:
    folder = asked.console.folder
    if folder is None:
        place = asked.console.place
        said = f"This service keeps its log {place}: there are no decisions to make again here."
        return await _bench(asked, text, found, status=409, error=said)
    result = await asked.console.works.run(partial(replay, folder, loaded.policy))
    shown = result.differences[:_SHOWN]
    return await _bench(
        asked, text, found, did="replay", result=result, differences=shown, limit=LIMIT
    )


async def _propose(asked: Asked, text: str, found: Linted, loaded: Loaded) -> Response:
    warned = sum(one.weight is Weight.WARNING for one in found.remarks)
    facts = _changes(asked, loaded)
    return await _bench(asked, text, found, did="propose", warned=warned, **facts)


async def _download(asked: Asked, text: str, _: Linted, loaded: Loaded) -> Response:
    del asked
    name = f"{loaded.policy.id}-candidate.yaml"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text.encode(), media_type="application/yaml", headers=headers)


_WORKS: Final[dict[str, Callable[[Asked, str, Linted, Loaded], Awaitable[Response]]]] = {
    "cases": _cases,
    "diff": _diff,
    "download": _download,
    "lint": _lint_page,
    "moved": _moved,
    "propose": _propose,
    "replay": _replay,
    "try": _try,
}
