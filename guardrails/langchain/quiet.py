"""
Nobody listens to the wrapped model.

What it says has not been looked at yet. LangChain hands it to callbacks from four
places: the caller's config and context, the model's own settings, the process's
global switches, and hooks that environment variables turn on.
"""

# ruff: noqa: ANN401 - anything may be part of a runnable
from __future__ import annotations

from typing import Any

from langchain_core.callbacks import BaseCallbackHandler, StdOutCallbackHandler
from langchain_core.globals import get_debug, get_llm_cache, get_verbose
from langchain_core.language_models import BaseLanguageModel
from langchain_core.runnables import Runnable
from langchain_core.tracers.stdout import ConsoleCallbackHandler
from pydantic import BaseModel

_IGNORED = (
    "ignore_agent",
    "ignore_chain",
    "ignore_chat_model",
    "ignore_custom_event",
    "ignore_llm",
    "ignore_retriever",
    "ignore_retry",
)


def deaf() -> list[BaseCallbackHandler]:
    """
    Return handlers that hear nothing and stand where LangChain would add its own.

    It adds one for `set_debug`, `set_verbose` and each registered hook only where
    none of that class is there. Usually none of them is on, and the list is empty.
    """
    from langchain_core.tracers.context import _configure_hooks

    kinds: list[type[BaseCallbackHandler]] = []
    if get_verbose():
        kinds.append(StdOutCallbackHandler)
    if get_debug():
        kinds.append(ConsoleCallbackHandler)
    kinds.extend(kind for _, _, kind, variable in _configure_hooks if kind and variable)
    return [_deafened(kind) for kind in kinds]


def _deafened(kind: type[BaseCallbackHandler]) -> BaseCallbackHandler:
    cls: Any = type(f"Deaf{kind.__name__}", (kind,), dict.fromkeys(_IGNORED, True))
    handler: BaseCallbackHandler = cls.__new__(cls)  # its own setup may open a connection
    return handler


def quieted(runnable: Any) -> Any:
    """
    Return *runnable* without callbacks, listeners, caches and verbosity of its own.

    What needs no change is returned as it is; otherwise a shallow copy is made, so
    that the caller's object keeps what it had. Code inside a `RunnableLambda` cannot
    be reached.
    """
    if isinstance(runnable, list | tuple):
        items = [quieted(item) for item in runnable]
        same = all(new is old for new, old in zip(items, runnable, strict=True))
        return runnable if same else (items if isinstance(runnable, list) else tuple(items))
    if isinstance(runnable, dict):
        values = {key: quieted(value) for key, value in runnable.items()}
        same = all(values[key] is runnable[key] for key in runnable)
        return runnable if same else values
    if not isinstance(runnable, Runnable) or not isinstance(runnable, BaseModel):
        return runnable
    changes = {
        name: new
        for name in type(runnable).model_fields
        if (new := quieted(old := runnable.__dict__.get(name))) is not old
    }
    changes.update(_own(runnable))
    return runnable.model_copy(update=changes) if changes else runnable


def _own(runnable: Any) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if getattr(runnable, "callbacks", None):
        changes["callbacks"] = None
    if getattr(runnable, "verbose", False):
        changes["verbose"] = False
    if isinstance(runnable, BaseLanguageModel):
        # Text that was never released has no place in a cache; None means the global one.
        cache = get_llm_cache() if runnable.cache is None else runnable.cache
        if cache not in (None, False):
            changes["cache"] = False
    config = getattr(runnable, "config", None)
    if isinstance(config, dict) and config.get("callbacks"):
        changes["config"] = {key: value for key, value in config.items() if key != "callbacks"}
    if getattr(runnable, "config_factories", None):
        changes["config_factories"] = []
    return changes
