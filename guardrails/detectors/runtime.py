"""
What computes a model: one thread of onnxruntime's, without the interpreter.

This is the only file that knows onnxruntime. One text is computed at a time, so that a
score depends on nothing else that is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from guardrails.errors import DetectorError, DetectorTimeoutError


class Runtime:
    """
    Computes what is begun, one after the other; may be used from several threads.

    What hangs is never waited for twice: until it ends, `hangs` is true.

    Args:
        weights: An ONNX file.
        name: What errors call the model.
        threads: Two where something is begun, for the caller's computes nothing; one
            where everything is computed by `now`.
        given: Tensors that *weights* says are kept elsewhere: arrays by name, read in
            place as long as this lives.
    """

    def __init__(
        self,
        weights: bytes,
        name: str,
        threads: int = 2,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.enable_cpu_mem_arena = options.enable_mem_pattern = False
        options.log_severity_level = 4  # it would write to the standard error stream
        self._given = {
            each: onnxruntime.OrtValue.ortvalue_from_numpy(array)
            for each, array in (given or {}).items()
        }
        for each, value in self._given.items():
            options.add_initializer(each, value)
        self._session: Any = onnxruntime.InferenceSession(
            weights, options, providers=["CPUExecutionProvider"]
        )
        # Kept there for a change of processor, which never comes: as large as the model.
        self._session._model_bytes = None  # noqa: SLF001
        self._name = name
        self._arrays = given  # what the values point into
        self._late: Future[Any] | None = None
        self._begun: set[Future[Any]] = set()

    @property
    def pending(self) -> int:
        """How much was begun and is not done yet."""
        return len(self._begun)

    @property
    def hangs(self) -> bool:
        """Whether something that was waited for in vain is not done yet."""
        return self._late is not None and not self._late.done()

    def begin(
        self, arrays: Mapping[str, Any], outputs: Sequence[str] | None = None
    ) -> Future[list[Any]]:
        """
        Start to compute *outputs*, all if None, from *arrays* by name of input.

        Raises:
            DetectorTimeoutError: It hangs in something earlier.
        """
        if self.hangs:
            msg = f"the {self._name} hangs in an earlier text"
            raise DetectorTimeoutError(msg)
        result: Future[list[Any]] = Future()

        def done(made: list[Any], kept: object, error: str) -> None:
            del kept  # the arrays, which the runtime reads in place
            self._begun.discard(result)
            if error:
                result.set_exception(DetectorError(f"the {self._name} failed"))
            else:
                result.set_result(made)

        self._begun.add(result)
        self._session.run_async(outputs, arrays, done, arrays)
        return result

    def now(self, arrays: Mapping[str, Any], outputs: Sequence[str]) -> list[Any]:
        """
        Return *outputs*, computed from *arrays* by name of input on the caller's thread.

        Raises:
            DetectorError: It failed.
        """
        try:
            made: list[Any] = self._session.run(list(outputs), dict(arrays))
        except Exception as error:
            msg = f"the {self._name} failed"
            raise DetectorError(msg) from error
        return made

    def wait(self, result: Future[list[Any]], seconds: float | None) -> list[Any]:
        """
        Return what was computed.

        Args:
            result: What `begin` returned.
            seconds: To wait at most; for ever if None.

        Raises:
            DetectorTimeoutError: It took longer.
            DetectorError: It failed.
        """
        try:
            return result.result(seconds if seconds is None else max(seconds, 0))
        except TimeoutError:
            self._late = result
        msg = f"the {self._name} gave no answer in time"
        raise DetectorTimeoutError(msg)
