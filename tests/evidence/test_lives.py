"""Whatever is kept, erased and opened again in whatever order: what is there opens, and no more."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from guardrails.erasure import Whose
from guardrails.evidence.base import Kept, Wanted
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.seal import bound, unseal, unwrap
from guardrails.evidence.shelf import Shelf
from guardrails.evidence.store import FileEvidence

EVE = OpeningKey.generate("eve")
SESSIONS = st.sampled_from(["a", "b", "c"])
SUBJECTS = st.sampled_from([None, "p1", "p2"])


class Lives(RuleBasedStateMachine):
    """Texts of three conversations of two persons."""

    def __init__(self) -> None:
        super().__init__()
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.evidence = FileEvidence(self.folder, EVE.sealing, limit=2, write_limit=30)
        self.kept: dict[int, tuple[Wanted, Kept]] = {}
        self.gone: list[bytes] = []
        self.persons: dict[str, set[str]] = {}
        self.count = 0

    @rule(session=SESSIONS, subject=SUBJECTS)
    def keep(self, session: str, subject: str | None) -> None:
        self.count += 1
        about: dict[str, Any] = {
            "session": f"s_{session}",
            "turn": self.count,
            "side": "input",
            "surface": "text",
            "part": {"n": 0, "at": [0, 1], "last": True},
        }
        want = Wanted(about, 0, session, subject, {"in": f"text {self.count}"})
        self.kept[self.count] = want, asyncio.run(self.evidence.keep(want))
        if subject is not None:
            self.persons.setdefault(subject, set()).add(session)

    @rule(subject=st.sampled_from(["p1", "p2", "p3"]))
    def forget_a_person(self, subject: str) -> None:
        self.erase(Whose(subject_id=subject), {*self.persons.get(subject, ())})

    @rule(session=SESSIONS)
    def forget_a_conversation(self, session: str) -> None:
        known = {want.session_id for want, _ in self.kept.values()}
        self.erase(Whose(session_id=session), {session} & known)

    def erase(self, whose: Whose, sessions: set[str]) -> None:
        lost = {n: one for n, one in self.kept.items() if one[0].session_id in sessions}
        shelf = Shelf(self.folder / "local")
        for _, kept in lost.values():
            sealed = shelf.sealed(kept.sealed["in"])
            assert sealed is not None
            self.gone += [sealed, *shelf.wrapped(kept.key).values()]
        shelf.close()
        assert asyncio.run(self.evidence.erase(whose)) == {f"s_{one}" for one in sessions}
        for number in lost:
            del self.kept[number]
        for known in self.persons.values():
            known.difference_update(sessions)

    @rule()
    def reopen(self) -> None:
        self.evidence.close()
        self.evidence = FileEvidence(self.folder, EVE.sealing, limit=2, write_limit=30)

    @invariant()
    def what_is_kept_opens_and_what_is_gone_is_nowhere(self) -> None:
        shelf = Shelf(self.folder / "local")
        try:
            assert len(list(shelf.texts())) == len(self.kept)
            for want, kept in self.kept.values():
                wrapped = shelf.wrapped(kept.key)[EVE.sealing.id]
                key = unwrap(wrapped, "local", want.about["session"], kept.key, EVE)
                sealed = shelf.sealed(kept.sealed["in"])
                assert sealed is not None
                text = unseal(key, sealed, bound("local", want.about, want.n, "in"))
                assert text == want.fields["in"]
        finally:
            shelf.close()
        found = b"".join(path.read_bytes() for path in (self.evidence.folder).iterdir())
        assert not any(one in found for one in self.gone)

    def teardown(self) -> None:
        self.evidence.close()
        self.temporary.cleanup()


Lives.TestCase.settings = settings(max_examples=12, stateful_step_count=14, deadline=None)
TestLives = Lives.TestCase
