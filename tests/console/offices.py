"""A gateway that takes notes, and people whose keys it has never seen, for tests."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from guardrails.access.roles import Role
from guardrails.approvals.folder import sign_approval
from guardrails.approvals.notes import Approval
from guardrails.approvals.versions import id_of
from guardrails.cli.main import main
from guardrails.detectors.phrases import PhraseDetector
from guardrails.findings import Family, Mark
from guardrails.guard import Guard
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.read import read_records
from guardrails.policy.load import load
from guardrails.policy.model import Policy
from guardrails.policy.source import PolicyFile
from tests.console.houses import House, Person, house_in
from tests.gateway.gates import Upstream, saying
from tests.guards import Desk, Renamed, worry
from tests.serving import served

POLICY = """\
schema: 1
policy: {id: signed}
locales: [en-GB]
rollout: {salt: one}
claim:
  - {id: claim.emotion, claims: [emotion], do: replace, say: plain}
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, floor: true, escalate: {to: desk, within: 10m}}
escalation: {channels: {desk: {kind: console}}}
messages:
  help: {en-GB: "Please talk to somebody. {resources}"}
  plain: {en-GB: "I am a program."}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
tests:
  - {say: I have missed you, from: model, expect: {rule: claim.emotion}}
  - {say: I want to die, from: user, expect: {rule: crisis.high}}
  - {say: The bread is baked, from: user, expect: {do: pass}}
  - {say: The bread is baked, from: model, expect: {do: pass}}
"""  # noqa: E501
ADDED = """\
  - {id: claim.bond, claims: [bond], do: replace, say: plain}
"""
BOND = "  - {say: You mean everything to me., from: model, expect: {rule: claim.bond}}\n"
CANDIDATE = POLICY.replace("crisis:\n", f"{ADDED}crisis:\n", 1) + BOND
DETECTORS = [
    PhraseDetector(Family.CLAIM, {"missed you": "claim.emotion", "mean everything": "claim.bond"}),
    Renamed(worry("want to die", Mark.INTENT, Mark.SEVERITY_4), "high/1"),
]
ROLES = {"staff-1": "safety-lead", "staff-2": "clinical-lead", "staff-3": "engineer"}
REPORT = f"sha256:{'c' * 64}"
BENCH = "/bench/default"
PROPOSALS = f"{BENCH}/proposals"


class Notary:
    """The machine of those who sign: their keys never leave it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.keys = {name: SigningKey.generate(name) for name in ROLES}
        for name, key in self.keys.items():
            (folder / f"{name}.key").write_text(key.written() + "\n", encoding="utf-8")

    def trust(self, approve: str, rollout: str) -> str:
        signers = "".join(
            f'  - {{name: {name}, role: {role}, key: "{self.keys[name].verifier}"}}\n'
            for name, role in ROLES.items()
        )
        return (
            f"schema: 1\npolicy: signed\napprove: {approve}\nrollout: {rollout}\n"
            f"signers:\n{signers}"
        )

    def run(self, *arguments: str | Path) -> Result:
        return CliRunner().invoke(main, ["policy", *map(str, arguments)])

    def sign(self, policy: bytes, name: str, text: bytes | None = None, called: str = "c") -> str:
        """Return the note that *name* signs of *policy*, or of the roll-out *text*."""
        file = self.folder / f"{called}.yaml"
        file.write_bytes(policy)
        key = self.folder / f"{name}.key"
        if text is None:
            done = self.run("sign", file, "--key", key)
            assert done.exit_code == 0, done.output
            path = Path(done.output.strip().rpartition(" in ")[2])
            return path.read_text("utf-8")
        written = self.folder / f"{called}.txt"
        written.write_bytes(text)
        written.with_suffix(".note").unlink(missing_ok=True)
        done = self.run("sign", file, "--text", written, "--key", key)
        assert done.exit_code == 0, done.output
        return written.with_suffix(".note").read_text("utf-8")


class Office:
    """A gateway that takes notes, with a policy that enough have signed, and its people."""

    def __init__(self, house: House, file: Path, notary: Notary) -> None:
        self.house = house
        self.file = file
        self.notary = notary

    @property
    def acting(self) -> Policy:
        return self.house.guard.policy

    @property
    def signed(self) -> Path:
        return self.file.with_name(f"{self.file.name}.approvals")

    def left(self) -> dict[str, bytes]:
        """Return every file of the policy, of its proposals and of what was signed."""
        return {
            str(path): path.read_bytes()
            for path in self.file.parent.rglob("*")
            if path.is_file() and path.name.startswith(("s.policy", "rollout", "approval", "wait"))
        } | {str(self.file): self.file.read_bytes()}

    def person(self, role: Role = Role.SAFETY) -> Person:
        return Person(self.house, role, again=True)

    def propose(self, text: str = CANDIDATE) -> str:
        """Have a proposal kept, and return the path of its page."""
        answer = self.person().post(PROPOSALS, do="keep", text=text)
        assert answer.status_code == 303, answer.text
        return answer.headers["location"].removeprefix("/console").partition("?")[0]

    def hand_in(self, note: str, role: Role = Role.SAFETY) -> Any:
        return self.person(role).post(PROPOSALS, do="hand-in", note=note)

    def get(self, path: str) -> bytes:
        answer = self.person().get(path)
        assert answer.status_code == 200, answer.text
        return answer.content

    def roll_out(self, page: str, query: str = "", by: str = "staff-1") -> str:
        """Return the note by which *by* lets the version of *page* act."""
        policy = self.get(f"{page}/policy")
        return self.notary.sign(policy, by, self.get(f"{page}/roll-out{query}"))

    def undo(self, by: str = "staff-1") -> str:
        """Return the note by which *by* takes the last roll-out back."""
        page = self.get(PROPOSALS).decode()
        found = re.search(r'href="/console(/[^"]+)/roll-out\?undo=1"', page)
        assert found is not None, page
        return self.roll_out(found[1], "?undo=1", by)

    def page_of(self, version: str) -> str:
        return f"{PROPOSALS}/{id_of(version)}"

    def records(self, kind: str) -> list[dict[str, Any]]:
        log: Any = self.house.guard.log
        every = [one.record or {} for one in read_records(log.folder)]
        return [one for one in every if one.get("kind") == kind]


@contextmanager
def office(
    folder: Path,
    *,
    approve: str = "{needed: 1}",
    rollout: str = "{needed: 1}",
    reply: str = "You mean everything to me.",
    takes_notes: bool = True,
    fast: bool = True,
) -> Iterator[Office]:
    """Serve a gateway that takes notes; one that is *fast* has detectors that take no time."""
    notary = Notary(folder / "notary")
    home = folder / "home"
    home.mkdir()
    file, trust = home / "s.policy.yaml", folder / "trust.yaml"
    file.write_text(POLICY, encoding="utf-8")
    trust.write_text(notary.trust(approve, rollout), encoding="utf-8")
    first = load(file)
    for key in notary.keys.values():
        sign_approval(home / "s.policy.yaml.approvals", Approval(first.id, first.hash, REPORT), key)

    def guarded(name: str, log: DecisionLog) -> Guard:
        source = PolicyFile(name, every=0, trust=trust, tell=lambda _: None)
        more: dict[str, Any] = {"detectors": DETECTORS} if fast else {}
        return Guard(source, log, channels={"desk": Desk()}, **more)

    with served(Upstream(saying(reply)).app()) as model:
        house = house_in(
            folder,
            f"{model}/v1",
            policy=str(file),
            make_guard=guarded,
            takes_notes=takes_notes,
        )
        with served(house.app) as url:
            house.url = url
            yield Office(house, file, notary)
            for client in house.clients:
                client.close()
