"""
An editor completes and checks policy files: the real language server, driven over stdio.

The server is the one behind most editors (npm: yaml-language-server); it speaks the Language
Server Protocol 3.17 and needs no network.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from guardrails.policy.keys import KEYS
from guardrails.policy.schema import FILE

ROOT = Path(__file__).parents[2]
POLICIES = ROOT / "policies"
SERVER = Path(sys.prefix, "editor/node_modules/yaml-language-server/bin/yaml-language-server")
NODE = shutil.which("node")
LINE = f"# yaml-language-server: $schema={FILE}\n"

pytestmark = pytest.mark.skipif(
    NODE is None or not SERVER.is_file(), reason="needs node and npm: then `make lint` once"
)


class Editor:
    """The least of an editor: opens files in one folder and asks about them."""

    def __init__(self, server: subprocess.Popen[bytes], folder: Path) -> None:
        self._server = server
        self._folder = folder
        self._n = 0
        hello = {"processId": None, "rootUri": folder.as_uri(), "capabilities": {"workspace": {"configuration": True}}}  # noqa: E501 # fmt: skip
        self._ask("initialize", hello)
        self._send({"method": "initialized", "params": {}})

    def open(self, text: str, name: str = "policy.yaml") -> list[tuple[int, int, str]]:
        """Open a file; return line and column, from 0, and message of what is marked in it."""
        uri = (self._folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": LINE + text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        told = self._until(
            lambda one: (
                one.get("method") == "textDocument/publishDiagnostics"
                and one["params"]["uri"] == uri
            )
        )
        places = [(one["range"]["start"], one["message"]) for one in told["params"]["diagnostics"]]
        return [(place["line"], place["character"], message) for place, message in places]

    def complete(self, text: str, name: str) -> dict[str, str]:
        """Return what may stand at the end of *text*, each with what is said of it."""
        self.open(text, name)
        at = {"line": (LINE + text).count("\n"), "character": len(text.rpartition("\n")[2])}
        place = {"textDocument": {"uri": (self._folder / name).as_uri()}, "position": at}
        items = self._ask("textDocument/completion", place)["result"]["items"]
        return {one["label"]: str(one.get("documentation", "")) for one in items}

    def _ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._n += 1
        self._send({"id": self._n, "method": method, "params": params})
        return self._until(lambda one: one.get("id") == self._n and "method" not in one)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self._read()
            if wanted(message):
                return message
            if message.get("method") == "workspace/configuration":
                ours = {"validate": True, "completion": True, "schemaStore": {"enable": False}}
                asked = [one.get("section") for one in message["params"]["items"]]
                answer = [ours if one == "yaml" else None for one in asked]
                self._send({"id": message["id"], "result": answer})
            elif "id" in message and "method" in message:
                self._send({"id": message["id"], "result": None})

    def _read(self) -> dict[str, Any]:
        assert self._server.stdout is not None
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        return message


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("editor")
    shutil.copy(ROOT / "guardrails" / "policy" / FILE, folder)
    assert NODE is not None
    with subprocess.Popen(  # noqa: S603 - the server that is tested
        [NODE, str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        try:
            yield Editor(server, folder)
        finally:
            server.kill()


@pytest.mark.parametrize(
    "name",
    sorted(
        file.relative_to(POLICIES).with_suffix("").as_posix() for file in POLICIES.rglob("*.yaml")
    ),
)
def test_an_editor_marks_nothing_in_a_ready_policy(name: str, editor: Editor) -> None:
    text = (POLICIES / f"{name}.yaml").read_text(encoding="utf-8")
    assert editor.open(text, name.replace("/", "-") + ".yaml") == []


HEAD = """\
schema: 1
policy: {id: small}
locales: [en-GB]
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help}
messages:
  help: {en-GB: Call.}
"""

WRONG = {
    "a misspelt setting": (
        "pii:\n  - {id: pii.a, detect: [email], do: mask, treshold: 3}\n",
        (9, 43, "Property treshold is not allowed."),
    ),
    "an action of another section": (
        "pii:\n  - {id: pii.a, detect: [email], do: replace}\n",
        (9, 37, 'Value is not accepted. Valid values: "note", "mask", "block".'),
    ),
    "a threshold above hundred": (
        "pii:\n  - {id: pii.a, detect: [email], do: mask, threshold: 170}\n",
        (9, 54, "Value is above the maximum of 100."),
    ),
    "a flag that is no flag": (
        "pii:\n  - {id: pii.a, detect: [email], do: mask, floor: 1}\n",
        (9, 50, 'Incorrect type. Expected "boolean".'),
    ),
    "an unknown claim": (
        "claim:\n  - {id: claim.a, claims: [feelings], do: rewrite}\n",
        (9, 27, "Value is not accepted."),
    ),
    "a test that expects nothing": (
        "tests:\n  - {say: Hello, from: user, expect: {}}\n",
        (9, 37, "Object has fewer properties than the required number of 1"),
    ),
    "a duration without a unit": (
        "escalation: {repeat_after: abc}\n",
        (8, 27, 'String does not match the pattern of "^[1-9][0-9]{0,5}[smhd]$".'),
    ),
}


@pytest.mark.parametrize(("text", "mark"), WRONG.values(), ids=WRONG.keys())
def test_an_editor_marks_a_mistake_where_it_stands(
    text: str, mark: tuple[int, int, str], editor: Editor
) -> None:
    [(line, column, message)] = editor.open(HEAD + text, f"wrong-{len(text)}-{mark[1]}.yaml")
    assert (line, column) == mark[:2]
    assert message.startswith(mark[2])


CHILD = f"""\
schema: 1
policy: {{id: child}}
extends:
  - {{policy: companion, version: "1", hash: "sha256:{"0" * 64}"}}
"""


def test_an_editor_marks_nothing_in_a_policy_on_top_of_another(editor: Editor) -> None:
    text = (
        "pii:\n  add: [{id: pii.a, detect: [email], do: mask}]\n  remove: [pii.b]\n"
        "crisis:\n  change:\n"
        "    - {id: crisis.high, threshold: 40, escalate: {within: 5m}}\n"
        "claim:\n  change: [{id: claim.a, claims: {add: [bond]}, except: {remove: [b]}}]\n"
        "locales: {replace: [en-GB]}\n"
    )
    assert editor.open(CHILD + text, "child.yaml") == []


def test_an_editor_marks_a_mistake_in_a_change(editor: Editor) -> None:
    text = "crisis:\n  change:\n    - {id: crisis.high, treshold: 40}\n"
    [(line, column, message)] = editor.open(CHILD + text, "child-wrong.yaml")
    assert (line, column, message) == (7, 24, "Property treshold is not allowed.")


def test_an_editor_offers_what_can_be_done_to_a_list(editor: Editor) -> None:
    offered = editor.complete(CHILD + "crisis:\n  ", "operations.yaml")
    assert set(offered) >= {"add", "remove", "change", "replace"}


def test_an_editor_offers_every_setting_of_a_rule_with_what_it_is_for(editor: Editor) -> None:
    offered = editor.complete(HEAD + "pii:\n  - id: pii.a\n    ", "settings.yaml")
    every = {key for keys in KEYS.values() for key in keys}
    assert every.intersection(offered) == set(KEYS["a pii rule"]) - {"id"}
    assert "How sure a detector must be" in offered["threshold"]


def test_an_editor_offers_every_section(editor: Editor) -> None:
    offered = editor.complete(HEAD, "sections.yaml")
    written = {"schema", "policy", "locales", "crisis", "messages"}
    assert set(offered) >= set(KEYS["the policy file"]) - written


def test_an_editor_offers_the_words_that_a_setting_takes(editor: Editor) -> None:
    offered = editor.complete(HEAD + "claim:\n  - id: claim.a\n    do: ", "words.yaml")
    assert set(offered) == {"note", "rewrite", "add", "replace", "block"}
