"""A guarded model that is a LangChain chat model itself."""

# ruff: noqa: ANN401, SLF001 - LangChain's own signatures, and objects of our own class
from __future__ import annotations

import math
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any, Literal, cast

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.language_models.base import LangSmithParams
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.utils import count_tokens_approximately
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable, RunnableConfig
from langchain_core.runnables.fallbacks import RunnableWithFallbacks
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import BaseModel, Field, PrivateAttr

from guardrails.errors import ConfigurationError, UnsupportedError
from guardrails.langchain.answering import generations_of, replied, result_of
from guardrails.langchain.calls import Call, call_of
from guardrails.langchain.inner import LangChainModel
from guardrails.langchain.parts import chat_model_in, method_of, within
from guardrails.langchain.structured import told
from guardrails.langchain.wiring import Wiring
from guardrails.values import asks_for_value

_CALL = "guardrails_call"  # how a public method hands its call down to the private ones
_CHARACTERS_PER_TOKEN = 4


def unguarded(model: Runnable[Any, Any]) -> Runnable[Any, Any]:
    """
    Return *model*, which no guard is around yet.

    Raises:
        ConfigurationError: It is guarded, or holds a guarded model.
    """
    if any(isinstance(part, GuardedChatModel) for part in within(model)):
        msg = "this model is guarded already, or holds a guarded one: wrap the model itself"
        raise ConfigurationError(msg)
    return model


class GuardedChatModel(BaseChatModel):
    """
    A chat model whose every word is inspected, decided upon and logged before anyone sees it.

    The conversation is named by `config["configurable"]["session_id"]` (a `thread_id` is
    taken too). `response_metadata["guardrails"]` of a reply, and of the last chunk of a
    stream, holds its decisions and its receipt. Callbacks and tracers hear what the person
    hears. Sync methods take the same way on a thread of their own.
    """

    # A global cache would hand the values that one session got restored to another.
    cache: Literal[False] = Field(default=False, frozen=True, exclude=True)

    _wiring: Wiring = PrivateAttr()

    def __init__(self, wiring: Wiring, **fields: Any) -> None:
        inner = chat_model_in(wiring.model.inner)
        if inner is not None and inner.profile:
            # Structured output goes through tool calls here, so its JSON stays whole.
            profile = {k: v for k, v in inner.profile.items() if k != "structured_output"}
            fields.setdefault("profile", profile)
        super().__init__(**fields)
        self._wiring = wiring

    @property
    def _llm_type(self) -> str:
        return "guarded"

    @property
    def _identifying_params(self) -> dict[str, Any]:
        return {"guarded": type(self._wiring.model.inner).__name__}

    # What is asked

    async def ainvoke(
        self,
        input: LanguageModelInput,  # noqa: A002 - LangChain's name
        config: RunnableConfig | None = None,
        *,
        stop: list[str] | None = None,
        **kwargs: Any,
    ) -> AIMessage:
        kwargs[_CALL] = call = self._call(config)
        try:
            return await super().ainvoke(input, config, stop=stop, **kwargs)
        finally:
            await call.aclose()  # it may have been streamed, if someone listens

    def invoke(
        self,
        input: LanguageModelInput,  # noqa: A002
        config: RunnableConfig | None = None,
        *,
        stop: list[str] | None = None,
        **kwargs: Any,
    ) -> AIMessage:
        kwargs[_CALL] = call = self._call(config)
        try:
            return super().invoke(input, config, stop=stop, **kwargs)
        finally:
            call.close()

    async def astream(
        self,
        input: LanguageModelInput,  # noqa: A002
        config: RunnableConfig | None = None,
        *,
        stop: list[str] | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[AIMessageChunk]:
        kwargs[_CALL] = call = self._call(config)
        chunks = super().astream(input, config, stop=stop, **kwargs)
        try:
            async with aclosing(cast("AsyncGenerator[AIMessageChunk, None]", chunks)):
                async for chunk in chunks:
                    yield chunk
        finally:
            await call.aclose()

    def stream(
        self,
        input: LanguageModelInput,  # noqa: A002
        config: RunnableConfig | None = None,
        *,
        stop: list[str] | None = None,
        **kwargs: Any,
    ) -> Iterator[AIMessageChunk]:
        kwargs[_CALL] = call = self._call(config)
        try:
            yield from super().stream(input, config, stop=stop, **kwargs)
        finally:
            call.close()

    def stream_events(
        self,
        input: LanguageModelInput,  # noqa: A002
        config: RunnableConfig | None = None,
        *,
        version: Literal["v1", "v2", "v3"] = "v2",
        **kwargs: Any,
    ) -> Any:
        if version == "v3":
            kwargs[_CALL] = self._call(config)
        return super().stream_events(input, config, version=version, **kwargs)

    def astream_events(
        self,
        input: LanguageModelInput,  # noqa: A002
        config: RunnableConfig | None = None,
        *,
        version: Literal["v1", "v2", "v3"] = "v2",
        **kwargs: Any,
    ) -> Any:
        if version == "v3":
            kwargs[_CALL] = self._call(config)
        return super().astream_events(input, config, version=version, **kwargs)

    def _call(self, config: RunnableConfig | None) -> Call:
        return call_of(config, self._wiring.session)

    # What is answered

    def _opened(
        self, messages: Sequence[BaseMessage], stop: list[str] | None, options: dict[str, Any]
    ) -> tuple[Call, AsyncGenerator[AIMessageChunk, None]]:
        call = options.pop(_CALL, None)
        if not isinstance(call, Call):  # `generate` and its kin: whatever runs around us knows
            call = self._call(None)
        if stop is not None:
            options["stop"] = stop
        return call, replied(self._wiring, call, messages, options)

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **kwargs: Any,
    ) -> ChatResult:
        _, chunks = self._opened(messages, stop, kwargs)
        return await result_of(chunks)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **kwargs: Any,
    ) -> ChatResult:
        _, chunks = self._opened(messages, stop, kwargs)
        return self._wiring.portal.call(lambda: result_of(chunks))

    def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        call, chunks = self._opened(messages, stop, kwargs)
        stream = generations_of(chunks)
        call.streams.append(stream)
        return stream

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        call, chunks = self._opened(messages, stop, kwargs)
        stream = self._wiring.portal.iterate(generations_of(chunks))
        call.sync_streams.append(stream)
        return stream

    # What is made of it: always something guarded

    def bind_tools(
        self,
        tools: Sequence[Any],
        *,
        tool_choice: str | None = None,
        **kwargs: Any,
    ) -> GuardedChatModel:
        """
        Return a guarded model that may call *tools*.

        Raises:
            UnsupportedError: The wrapped runnable cannot take tools.
        """
        kwargs.pop("ls_structured_output_format", None)  # for tracers, which hear nothing
        if tool_choice is not None:
            kwargs["tool_choice"] = tool_choice
        bound = self._around(method_of(self._wiring.model.inner, "bind_tools")(tools, **kwargs))
        # How the wrapped model says so in its own terms, only it knows.
        return bound._rewired(replace(bound._wiring, structured=asks_for_value(kwargs)))

    def with_structured_output(
        self,
        schema: dict[str, Any] | type,
        *,
        include_raw: bool = False,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, dict[str, Any] | BaseModel]:
        """
        Return a runnable that answers in the shape of *schema*, through a tool call.

        The answer is the person's own reply, so it gets their own values back. A turn
        that the policy answered itself (a crisis, a block) has no structured output: it
        raises `AnsweredError` with the text that the person must see, or has that text
        under `raw` with `include_raw=True`.

        Raises:
            UnsupportedError: Another method than function calling is asked for.
        """
        method = kwargs.pop("method", "function_calling")
        if method != "function_calling":
            msg = f"a guard takes structured output by function_calling only, not {method!r}"
            raise UnsupportedError(msg)
        name = convert_to_openai_tool(schema)["function"]["name"]
        restoring = self._rewired(
            replace(self._wiring, restore_tools=self._wiring.restore_tools | {name})
        )
        answering = super(GuardedChatModel, restoring).with_structured_output(
            schema, include_raw=include_raw, **kwargs
        )
        return answering if include_raw else told(answering)

    def with_fallbacks(
        self,
        fallbacks: Sequence[Runnable[Any, Any]],
        *,
        exceptions_to_handle: tuple[type[BaseException], ...] = (Exception,),
        exception_key: str | None = None,
    ) -> RunnableWithFallbacks[Any, Any]:
        """
        Return this model with *fallbacks*, each of which is put under the same guard.

        A model that fails gives way to the next; of the last one the policy's words for a
        failed model are shown, if it has any.
        """
        guarded = [self._guarded(fallback) for fallback in fallbacks]
        return super(GuardedChatModel, self._raising()).with_fallbacks(
            [_raising(one) for one in guarded[:-1]] + guarded[-1:],
            exceptions_to_handle=exceptions_to_handle,
            exception_key=exception_key,
        )

    def with_retry(self, **kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        """
        Return this model, asked again when it fails, as `Runnable.with_retry` says.

        Raises:
            ModelError: On being called: it failed each time.
        """
        return super(GuardedChatModel, self._raising()).with_retry(**kwargs)

    def configurable_fields(self, **kwargs: Any) -> Any:
        """Return a guarded model around the wrapped one with these fields configurable."""
        return self._around(method_of(self._wiring.model.inner, "configurable_fields")(**kwargs))

    def configurable_alternatives(self, which: Any, **kwargs: Any) -> Any:
        """Return a guarded model around the wrapped one and its alternatives."""
        return self._around(
            method_of(self._wiring.model.inner, "configurable_alternatives")(which, **kwargs)
        )

    def _guarded(self, runnable: Runnable[Any, Any]) -> Runnable[Any, Any]:
        models = [part for part in within(runnable) if isinstance(part, BaseChatModel)]
        if models and all(isinstance(model, GuardedChatModel) for model in models):
            return runnable
        return self._around(runnable)

    def _around(self, inner: Runnable[Any, Any]) -> GuardedChatModel:
        return self._rewired(replace(self._wiring, model=LangChainModel(unguarded(inner))))

    def _raising(self) -> GuardedChatModel:
        """Return this model with its errors raised, for those who try again."""
        return self._rewired(replace(self._wiring, raise_errors=True))

    def _rewired(self, wiring: Wiring) -> GuardedChatModel:
        copy = self.model_copy()
        copy._wiring = wiring
        return copy

    # What others may know of it

    def _get_invocation_params(
        self, stop: list[str] | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        kwargs.pop(_CALL, None)
        return super()._get_invocation_params(stop=stop, **kwargs)

    def _get_ls_params(self, stop: list[str] | None = None, **kwargs: Any) -> LangSmithParams:
        kwargs.pop(_CALL, None)
        inner = chat_model_in(self._wiring.model.inner)
        if inner is None:
            return super()._get_ls_params(stop=stop, **kwargs)
        return inner._get_ls_params(stop=stop, **kwargs)

    def get_num_tokens(self, text: str) -> int:
        """Return about how many tokens *text* has; to ask the model would send it there."""
        return math.ceil(len(text) / _CHARACTERS_PER_TOKEN)

    def get_num_tokens_from_messages(
        self, messages: list[BaseMessage], tools: Sequence[Any] | None = None
    ) -> int:
        """Return about how many tokens *messages* have; see `get_num_tokens`."""
        return count_tokens_approximately(messages, tools=list(tools) if tools else None)

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> GuardedChatModel:
        return self.model_copy()

    def __reduce_ex__(self, protocol: Any) -> Any:
        msg = "a guarded model holds a running guard and cannot be pickled"
        raise TypeError(msg)


def _raising(runnable: Runnable[Any, Any]) -> Runnable[Any, Any]:
    return runnable._raising() if isinstance(runnable, GuardedChatModel) else runnable
