"""Signed notes that are handed in, without a service around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.approvals.folder import rollouts_in, sign_rollout
from guardrails.approvals.handing_in import HandedIn, finished, handed_in, next_in
from guardrails.approvals.notes import Approval, Rollout, Way
from guardrails.approvals.proposals import Office, proposed, withdrawn
from guardrails.approvals.versions import Take, Version, id_of, is_over
from guardrails.console.wanted import text_to_sign, wanted_of
from guardrails.decisions import Mode
from guardrails.errors import ConfigurationError, LogReadError, ProofError, RefusedError
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.note import Note, signed
from guardrails.policy.canonical import dateless
from guardrails.policy.load import read_text
from guardrails.policy.source import PolicyFile
from tests.console.offices import CANDIDATE, POLICY, ROLES

TODAY = date(2026, 11, 27)
SHADOW = POLICY.replace("say: plain}", 'say: plain, mode: shadow, until: "2027-12-31"}', 1)


class Desk:
    """A policy file, its office, and three people with their keys."""

    def __init__(self, folder: Path, approve: str = "{needed: 1}", rollout: str = "{}") -> None:
        self.file = folder / "s.policy.yaml"
        self.file.write_text(POLICY, encoding="utf-8")
        self.keys = {name: SigningKey.generate(name) for name in ROLES}
        rows = "".join(
            f'  - {{name: {name}, role: {role}, key: "{self.keys[name].verifier}"}}\n'
            for name, role in ROLES.items()
        )
        trust = folder / "trust.yaml"
        trust.write_text(
            f"schema: 1\npolicy: signed\napprove: {approve}\nrollout: {rollout}\nsigners:\n{rows}",
            encoding="utf-8",
        )
        self.office = Office(PolicyFile(self.file, trust=trust))

    def propose(self, text: str = CANDIDATE, at: int = 1) -> str:
        name = read_text(text).policy.hash
        proposed(self.office, Version(name, text, "ann", at), None)
        return name

    def hand_in(self, text: bytes, *names: str) -> HandedIn:
        note = Note(text, tuple(signed(text, self.keys[name]) for name in names or ("staff-1",)))
        return handed_in(self.office, bytes(note), TODAY)

    def next(self, base: str, **fields: object) -> Rollout:
        number, before = next_in(self.office)
        one = Rollout("signed", base, number, before)
        return replace(one, **fields)  # type: ignore[arg-type]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as caught:
        call()
    return caught.value.code


@given(
    st.none() | st.dates(date(1000, 1, 1)),
    st.dictionaries(
        st.from_regex(r"[a-z][a-z0-9]{0,5}\.[a-z]{1,5}", fullmatch=True), st.integers(0, 100)
    ),
)
def test_a_roll_out_is_read_as_it_was_written(until: date | None, shares: dict[str, int]) -> None:
    ways = {name: Way(Mode.ENFORCE, share) for name, share in shares.items()}
    one = Rollout("calm", f"sha256:{'a' * 64}", 3, f"sha256:{'b' * 64}", ways, until)
    assert Rollout.parse(one.text()) == one
    assert is_over(one, date.max) is (until is not None and until < date.max)
    assert not is_over(one, until or date.max)


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("v1", ["until 2026-12-04"]),
        ("v2", []),
        ("v2", ["claim.bond enforce 10"]),
        ("v2", ["until 2026-13-04"]),
        ("v2", ["until 2026-2-4"]),
        ("v2", ["claim.bond enforce 10", "until 2026-12-04"]),
        ("v2", ["until 2026-12-04", "until 2026-12-05"]),
        ("v3", ["until 2026-12-04"]),
    ],
)
def test_a_day_stands_in_its_place_or_the_text_is_no_roll_out(
    kind: str, lines: Sequence[str]
) -> None:
    head = [f"candor/policy-rollout/{kind}", "calm", f"sha256:{'a' * 64}", "1", "-"]
    with pytest.raises(ProofError):
        Rollout.parse("".join(f"{line}\n" for line in (*head, *lines)).encode())


def test_a_roll_out_that_comes_before_the_approval_waits_for_it(desk: Desk) -> None:
    base = desk.propose()
    desk.file.chmod(0o640)
    waits = desk.hand_in(desk.next(base, until=TODAY).text())
    assert waits.missing == ("the policy: 0 of 1 have signed",)
    assert desk.file.read_text("utf-8") == POLICY
    done = desk.hand_in(Approval("signed", base).text())
    assert (done.taken, done.missing) == (1, ())
    assert desk.file.read_text("utf-8") == CANDIDATE
    assert desk.file.stat().st_mode & 0o777 == 0o640
    assert desk.office.waiting() == []
    assert [(one.number, one.done) for one in desk.office.takes()] == [(1, True)]


def test_of_several_that_wait_the_one_that_is_handed_in_again_counts(desk: Desk) -> None:
    base = desk.propose()
    ways = {"claim.bond": Way(Mode.ENFORCE, 10)}
    every, ten = desk.next(base), desk.next(base, ways=ways)
    desk.hand_in(every.text())
    desk.hand_in(ten.text())
    assert desk.hand_in(Approval("signed", base).text()).taken is None
    assert desk.hand_in(ten.text()).taken == 1
    assert desk.office.waiting() == []
    assert refused(lambda: desk.hand_in(every.text())) == "replayed"


def test_what_waited_beyond_its_day_is_not_taken(desk: Desk) -> None:
    base = desk.propose()
    text = desk.next(base, until=TODAY).text()
    desk.hand_in(text)
    note = Note(Approval("signed", base).text(), ())
    note = Note(note.text, (signed(note.text, desk.keys["staff-1"]),))
    done = handed_in(desk.office, bytes(note), TODAY + timedelta(1))
    assert done.taken is None
    assert rollouts_in(desk.office.source.signed, "signed") == []


def test_a_signature_counts_once_however_often_it_comes(tmp_path: Path) -> None:
    desk = Desk(tmp_path, approve="{needed: 2}")
    base = desk.propose()
    for _ in range(3):
        done = desk.hand_in(Approval("signed", base).text(), "staff-1", "staff-1")
        assert done.names == ("staff-1",)
        assert done.missing == ("1 of 2 have signed",)
    assert desk.hand_in(Approval("signed", base).text(), "staff-3").missing == ()


def test_the_policy_may_ask_for_more_than_the_trust_file(desk: Desk) -> None:
    text = CANDIDATE.replace("{id: signed}", "{id: signed, sign_off: {roles: [clinical-lead]}}")
    base = desk.propose(text)
    approval = Approval("signed", base).text()
    assert refused(lambda: desk.hand_in(approval, "staff-1")) == "wrong-role"
    assert desk.hand_in(approval, "staff-2").missing == ()


def test_the_version_in_the_file_is_rolled_out_without_a_proposal(desk: Desk) -> None:
    base = read_text(POLICY).policy.hash
    desk.hand_in(Approval("signed", base).text())
    ways = {"claim.emotion": Way(Mode.ENFORCE, 50)}
    assert desk.hand_in(desk.next(base, ways=ways).text()).taken == 1
    assert desk.file.read_text("utf-8") == POLICY
    assert [one.hash for one in desk.office.versions()] == [base]
    assert refused(lambda: withdrawn(desk.office, desk.office.versions()[0].id)) == "was_in_service"


def test_what_nobody_signs_of_a_file_stays_when_its_version_is_rolled_out(desk: Desk) -> None:
    base = desk.propose(f"# Taken from elsewhere.\n{POLICY}")
    mine = f"# Looked at each March.\n{POLICY}"
    desk.file.write_text(mine, encoding="utf-8")
    desk.hand_in(Approval("signed", base).text())
    ways = {"claim.emotion": Way(Mode.ENFORCE, 50)}
    assert desk.hand_in(desk.next(base, ways=ways).text()).taken == 1
    assert desk.file.read_text("utf-8") == mine


def test_a_file_that_cannot_be_read_gets_the_version_that_had_begun(desk: Desk) -> None:
    base = desk.propose()
    desk.hand_in(Approval("signed", base).text())
    desk.hand_in(desk.next(base).text())
    desk.office.note_takes([replace(one, done=False) for one in desk.office.takes()])
    desk.file.write_text("schema: 1\n", encoding="utf-8")
    finished(desk.office)
    assert desk.file.read_text("utf-8") == CANDIDATE


def test_what_had_begun_is_given_up_where_another_roll_out_stands_in_its_place(
    desk: Desk,
) -> None:
    base, now = desk.propose(), read_text(POLICY).policy.hash
    desk.office.note_takes([Take(1, base, now)])  # the process ended here
    sign_rollout(desk.office.source.signed, desk.next(now), desk.keys["staff-1"])
    finished(desk.office)
    assert desk.file.read_text("utf-8") == POLICY
    assert desk.office.takes() == []


def test_a_waiting_note_that_was_changed_stops_nobody_else(tmp_path: Path) -> None:
    desk = Desk(tmp_path, rollout="{needed: 2}")
    base = desk.propose()
    ways = {"claim.bond": Way(Mode.ENFORCE, 5)}
    for one in (desk.next(base), desk.next(base, ways=ways)):
        desk.hand_in(one.text(), "staff-1", "staff-2")
    broken = desk.office.waiting()[0]
    bad = replace(broken.note.signatures[0], body=bytes(64))
    broken.path.write_bytes(bytes(Note(broken.note.text, (bad,))))
    assert desk.hand_in(Approval("signed", base).text()).taken == 1


def test_a_note_of_a_version_without_its_days_is_told_as_that(desk: Desk) -> None:
    desk.file.write_text(SHADOW, encoding="utf-8")
    old = dateless(read_text(SHADOW).policy)
    assert old is not None
    with pytest.raises(RefusedError, match="without its days"):
        desk.hand_in(Approval("signed", old).text())


def test_a_version_whose_other_files_changed_is_proposed_anew(desk: Desk) -> None:
    texts = desk.file.with_name("texts.yaml")
    texts.write_text('schema: 1\nmessages:\n  plain: {en-GB: "A program."}\n', encoding="utf-8")
    text = CANDIDATE.replace('  plain: {en-GB: "I am a program."}\n', "").replace(
        "claim:\n", "texts: [texts.yaml]\nclaim:\n", 1
    )
    name = read_text(text, "c", desk.file.parent).policy.hash
    proposed(desk.office, Version(name, text), None)
    texts.write_text('schema: 1\nmessages:\n  plain: {en-GB: "Hello."}\n', encoding="utf-8")
    assert refused(lambda: desk.hand_in(Approval("signed", name).text())) == "changed_beside"


def test_only_so_many_proposals_wait_and_those_in_service_do_not_count(desk: Desk) -> None:
    base = desk.propose()
    desk.hand_in(Approval("signed", base).text())
    desk.hand_in(desk.next(base).text())
    names = [
        desk.propose(CANDIDATE.replace('"Too long."', f'"Too long, {n}."'), at=n) for n in range(20)
    ]
    assert refused(lambda: desk.propose(CANDIDATE.replace("Not now", "Later"))) == "too_many"
    assert desk.office.versions()[0].hash == names[-1], "the newest stands first"
    withdrawn(desk.office, desk.office.versions()[0].id)
    desk.propose(CANDIDATE.replace("Not now", "Later"))


def test_only_so_many_roll_outs_wait(desk: Desk) -> None:
    base = desk.propose()
    for n in range(50):
        desk.hand_in(desk.next(base, ways={"claim.bond": Way(Mode.ENFORCE, n)}).text())
    assert refused(lambda: desk.hand_in(desk.next(base).text())) == "too-many"


def test_roll_outs_whose_day_has_passed_keep_no_other_one_out(desk: Desk) -> None:
    base, until = desk.propose(), TODAY + timedelta(7)
    for n in range(50):
        ways = {"claim.bond": Way(Mode.ENFORCE, n)}
        desk.hand_in(desk.next(base, ways=ways, until=until).text())
    text = desk.next(base).text()
    assert refused(lambda: desk.hand_in(text)) == "too-many"
    note = Note(text, (signed(text, desk.keys["staff-1"]),))
    assert handed_in(desk.office, bytes(note), until + timedelta(1)).number == 1


def test_without_a_trust_file_nothing_is_taken(tmp_path: Path) -> None:
    office = Office(PolicyFile(Desk(tmp_path).file))
    with pytest.raises(ConfigurationError, match="trust file"):
        handed_in(office, b"x", TODAY)


def test_what_was_changed_where_it_lies_is_told(desk: Desk) -> None:
    desk.propose()
    [version] = desk.office.versions()
    path = desk.office.folder / f"{version.id}.json"
    good = path.read_bytes()
    for bad in (b"{", b"[]", orjson.dumps({"hash": f"sha256:{'0' * 64}", "text": ""})):
        path.write_bytes(bad)
        with pytest.raises(LogReadError, match="take it away"):
            desk.office.versions()
    path.write_bytes(good)
    (desk.office.folder / "taken.json").write_bytes(b'[{"x": 1}]')
    with pytest.raises(LogReadError, match="take it away"):
        desk.office.takes()
    (desk.office.folder / "waiting-0.note").write_bytes(
        bytes(Note(b"x\n", (signed(b"x\n", desk.keys["staff-1"]),)))
    )
    with pytest.raises(LogReadError, match="no roll-out"):
        desk.office.waiting()


def test_what_cannot_be_written_is_told(desk: Desk) -> None:
    desk.office.folder.write_bytes(b"")
    with pytest.raises(ConfigurationError, match="cannot be written"):
        desk.propose()
    desk.file.write_bytes(b"\xff")
    with pytest.raises(Exception, match="cannot read the policy file"):
        desk.office.current()


def test_what_was_begun_for_a_version_that_is_gone_leaves_the_file(desk: Desk) -> None:
    base = desk.propose()
    desk.hand_in(Approval("signed", base).text())
    desk.hand_in(desk.next(base).text())
    desk.office.note_takes([replace(one, done=False) for one in desk.office.takes()])
    for path in desk.office.folder.glob("*.json"):
        if path.name != "taken.json":
            path.unlink()
    desk.file.write_text(POLICY, encoding="utf-8")
    finished(desk.office)
    assert desk.file.read_text("utf-8") == POLICY
    assert desk.office.takes() == [Take(1, base, read_text(POLICY).policy.hash, done=True)]


def test_what_waits_is_told_with_its_version_and_what_was_changed_is_left_out(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path, rollout="{needed: 2}")
    base, other = desk.propose(), desk.propose(CANDIDATE.replace("Not now", "Later"))
    desk.hand_in(desk.next(base).text())
    desk.hand_in(desk.next(other).text())
    live, version = read_text(POLICY).policy, desk.office.find(id_of(base))
    assert version is not None
    policy = desk.office.loaded(version).policy
    [one] = wanted_of(desk.office, version, policy, live).waiting
    assert (one.names, one.missing) == (("staff-1",), ("1 of 2 have signed",))
    path = desk.office.folder / f"{one.file}.note"
    note = Note.parse(path.read_bytes())
    broken = replace(note.signatures[0], body=bytes(64))
    path.write_bytes(bytes(Note(note.text, (broken,))))
    assert wanted_of(desk.office, version, policy, live).waiting == ()


def test_a_roll_out_from_the_command_line_is_undone_to_what_the_file_says(desk: Desk) -> None:
    policy = read_text(POLICY).policy
    version, _ = desk.office.current()
    ways = {"claim.emotion": Way(Mode.ENFORCE, 50)}
    sign_rollout(desk.office.source.signed, desk.next(policy.hash, ways=ways), desk.keys["staff-1"])
    text = text_to_sign(desk.office, version, TODAY, policy, undo=True)
    assert text is not None
    assert (text.says, text.version) == ("roll-out 2: all as the file says", version.id)


def test_a_text_goes_on_from_the_roll_out_that_counts_and_not_from_one_that_waits(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path, rollout="{needed: 2}")
    policy = read_text(CANDIDATE).policy
    desk.file.write_text(CANDIDATE, encoding="utf-8")
    version, _ = desk.office.current()
    folder = desk.office.source.signed
    for name, share, signers in (("claim.emotion", 50, 2), ("claim.bond", 5, 1)):
        one = desk.next(policy.hash, ways={name: Way(Mode.ENFORCE, share)})
        for signer in list(ROLES)[:signers]:
            sign_rollout(folder, one, desk.keys[signer])
    told = text_to_sign(desk.office, version, TODAY, policy, rule="claim.emotion", percent=60)
    assert told is not None
    assert told.says == "roll-out 3: claim.emotion enforce 60 %"
