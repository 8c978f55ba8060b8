from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

import pytest
from langchain_core.caches import InMemoryCache
from langchain_core.callbacks import BaseCallbackHandler, CallbackManager
from langchain_core.globals import set_debug, set_llm_cache, set_verbose
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import ConfigurableField, RunnableLambda, RunnableParallel
from langchain_core.tracers.context import _configure_hooks, register_configure_hook

from guardrails.langchain.parts import within
from guardrails.langchain.quiet import deaf, quieted
from tests.langchain.fakes import Ears, ScriptedModel, saying


@pytest.fixture
def noisy() -> Iterator[None]:
    set_debug(True)
    set_verbose(True)
    yield
    set_debug(False)
    set_verbose(False)


def callbacks_of(runnable: Any) -> list[Any]:
    return [part.callbacks for part in within(runnable) if isinstance(part, ScriptedModel)]


def test_what_is_quiet_already_stays_the_same_object() -> None:
    model = ScriptedModel(chunks=saying("a"))
    chain = ChatPromptTemplate.from_messages([("user", "{a}")]) | model.bind(stop=["x"]) | str

    assert quieted(model) is model
    assert quieted(chain) is chain


def test_the_callers_own_object_keeps_its_callbacks() -> None:
    ears = Ears()
    model = ScriptedModel(callbacks=[ears], verbose=True)

    quiet = quieted(model)

    assert (quiet.callbacks, quiet.verbose) == (None, False)
    assert (model.callbacks, model.verbose) == ([ears], True)
    assert quiet.chunks is model.chunks


def make(kind: str, model: ScriptedModel) -> Any:
    match kind:
        case "bound":
            return model.bind(stop=["x"])
        case "chain":
            return ChatPromptTemplate.from_messages([("user", "{a}")]) | model | StrOutputParser()
        case "retry":
            return model.with_retry()
        case "fallbacks":
            return ScriptedModel().with_fallbacks([model])
        case "parallel":
            return RunnableParallel(a=model)
        case _:
            return model.configurable_alternatives(ConfigurableField("which"), b=ScriptedModel())


@pytest.mark.parametrize(
    "kind", ["bound", "chain", "retry", "fallbacks", "parallel", "alternatives"]
)
def test_a_model_inside_something_else_is_quieted_too(kind: str) -> None:
    runnable = make(kind, ScriptedModel(callbacks=[Ears()]))

    assert [found for found in callbacks_of(runnable) if found]
    assert not [found for found in callbacks_of(quieted(runnable)) if found]


def test_callbacks_and_listeners_in_a_bound_config_are_left_out() -> None:
    model = ScriptedModel().with_config(callbacks=[Ears()], tags=["kept"])
    heard = ScriptedModel().with_listeners(on_end=lambda run: None)

    assert quieted(model).config["tags"] == ["kept"]
    assert "callbacks" not in quieted(model).config
    assert heard.config_factories
    assert quieted(heard).config_factories == []


def test_nothing_is_read_from_or_written_to_a_cache() -> None:
    assert quieted(ScriptedModel(cache=InMemoryCache())).cache is False
    assert quieted(ScriptedModel(cache=True)).cache is False
    assert quieted(ScriptedModel()).cache is None
    set_llm_cache(InMemoryCache())
    try:
        assert quieted(ScriptedModel()).cache is False
    finally:
        set_llm_cache(None)


def test_lambdas_and_plain_values_are_left_as_they_are() -> None:
    runnable = RunnableLambda(lambda x: x)

    assert quieted(runnable) is runnable
    assert quieted([runnable]) == [runnable]
    assert list(within([{"a": runnable}, "text"])) == [runnable]


class Hooked(BaseCallbackHandler):
    """Is turned on by an environment variable."""


@pytest.fixture
def hooked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = list(_configure_hooks)
    variable: ContextVar[Any] = ContextVar("hooked", default=None)
    register_configure_hook(variable, True, Hooked, "GUARDRAILS_TEST_HOOK")
    monkeypatch.setenv("GUARDRAILS_TEST_HOOK", "true")
    yield
    _configure_hooks[:] = before


@pytest.mark.usefixtures("noisy", "hooked")
def test_langchain_adds_no_handler_of_its_own_where_a_deaf_one_stands() -> None:
    handlers = deaf()

    manager = CallbackManager.configure(inheritable_callbacks=handlers, verbose=True)

    assert len(manager.handlers) == len(handlers) == 3
    assert all(new is old for new, old in zip(manager.handlers, handlers, strict=True))
    assert any(isinstance(handler, Hooked) for handler in handlers)


@pytest.mark.usefixtures("noisy")
def test_a_deaf_handler_hears_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    manager = CallbackManager.configure(inheritable_callbacks=deaf(), verbose=True)

    (run,) = manager.on_llm_start({"name": "x"}, ["words"])
    run.on_llm_new_token("words")
    chain = manager.on_chain_start({"name": "x"}, {"a": "words"})
    chain.on_text("words")
    chain.on_chain_error(ValueError("words"))
    manager.on_tool_start({"name": "x"}, "words").on_tool_end("words")

    assert capsys.readouterr().out == ""
