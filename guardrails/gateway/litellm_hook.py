"""
The guard as a callback of the LiteLLM proxy.

In a file beside the proxy's `config.yaml`, named there under `litellm_settings.callbacks`:

    from guardrails import FileLog, Guard
    from guardrails.gateway.litellm_hook import CandorHook

    hook = CandorHook(Guard("companion", FileLog("log")))

It is a callback and no LiteLLM "guardrail": a request can leave those out. It needs
`litellm[proxy]`, which is no part of any extra of ours.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from contextlib import aclosing
from typing import Any

from fastapi import HTTPException
from litellm.integrations.custom_logger import CustomLogger
from litellm.types.utils import Message, ModelResponse, ModelResponseStream

from guardrails.errors import GuardrailsError
from guardrails.gateway.problems import problem_of
from guardrails.gateway.proxy_hooks import ProxyHooks
from guardrails.gateway.released import TOLD
from guardrails.guard import Guard


class CandorHook(CustomLogger):  # type: ignore[misc]
    """
    Guards each chat completion of a LiteLLM proxy, whole and streamed.

    Args:
        guard: Runs the turns; stays open as long as the proxy.
        restore_tools: Tools whose arguments get the person's own values.
    """

    def __init__(self, guard: Guard, *, restore_tools: Iterable[str] = ()) -> None:
        super().__init__()
        self._hooks = ProxyHooks(guard, restore_tools=restore_tools)

    async def async_pre_call_hook(
        self,
        user_api_key_dict: Any,  # noqa: ANN401 - LiteLLM's own
        cache: Any,  # noqa: ANN401, ARG002
        data: dict[str, Any],
        call_type: str,
    ) -> dict[str, Any]:
        """
        Begin the turn, and return the request as the model may see it.

        Raises:
            HTTPException: It cannot be guarded.
        """
        headers = (data.get("proxy_server_request") or {}).get("headers") or {}
        small = {str(name).lower(): str(value) for name, value in headers.items()}
        key = user_api_key_dict
        owner = str(getattr(key, "key_alias", None) or getattr(key, "api_key", None) or "")
        try:
            answer = await self._hooks.before(data, call_type, small, owner)
        except GuardrailsError as error:
            refused = _http(error)
        else:
            if answer is not None:
                data["mock_response"] = answer or " "  # LiteLLM says this and asks no model
            return data
        raise refused

    async def async_post_call_success_hook(
        self,
        data: dict[str, Any],
        user_api_key_dict: Any,  # noqa: ANN401, ARG002
        response: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """
        Return the whole reply as the person may see it.

        Raises:
            HTTPException: The turn failed.
        """
        if not isinstance(response, ModelResponse):
            return response
        try:
            guarded = await self._hooks.whole(data, response.model_dump(exclude_none=True))
        except GuardrailsError as error:
            refused = _http(error)
        else:
            choice = guarded["choices"][0]
            response.choices[0].message = Message(**choice["message"])
            response.choices[0].finish_reason = choice["finish_reason"]
            setattr(response, TOLD, guarded[TOLD])
            return response
        raise refused

    async def async_post_call_streaming_iterator_hook(
        self,
        user_api_key_dict: Any,  # noqa: ANN401, ARG002
        response: Any,  # noqa: ANN401
        request_data: dict[str, Any],
    ) -> AsyncGenerator[Any, None]:
        """
        Yield the pieces of a reply as the person may see them.

        Raises:
            HTTPException: The turn failed.
        """
        try:
            async with aclosing(self._hooks.streamed(request_data, _values(response))) as chunks:
                async for chunk in chunks:
                    yield ModelResponseStream(**chunk)
        except GuardrailsError as error:
            refused = _http(error)
        else:
            return
        raise refused

    async def async_post_call_failure_hook(
        self,
        request_data: dict[str, Any],
        original_exception: Exception,
        user_api_key_dict: Any,  # noqa: ANN401, ARG002
        traceback_str: str | None = None,  # noqa: ARG002
    ) -> None:
        """End the turn of a request whose model failed."""
        await self._hooks.failed(request_data, original_exception)


async def _values(response: Any) -> AsyncIterator[dict[str, Any]]:  # noqa: ANN401
    async for chunk in response:
        yield chunk.model_dump(exclude_none=True)


def _http(error: GuardrailsError) -> HTTPException:
    problem = problem_of(error)
    return HTTPException(problem.status, problem.body, dict(problem.headers))
