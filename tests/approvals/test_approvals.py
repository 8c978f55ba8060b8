"""A policy that needs signatures is served once enough of the right people have signed it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.approvals.folder import (
    approvals_in,
    rollouts_in,
    sign_approval,
    sign_rollout,
)
from guardrails.approvals.notes import Approval, Rollout, Way
from guardrails.approvals.standing import laid_over, standing, underlying, unfit
from guardrails.approvals.trust import Trust, read_trust
from guardrails.cli.main import main
from guardrails.decisions import Mode
from guardrails.errors import (
    ConfigurationError,
    LogReadError,
    PolicyError,
    PolicyNotFoundError,
    ProofError,
)
from guardrails.guard import Guard
from guardrails.ledger.keys import WITNESS, SigningKey
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.note import Note
from guardrails.messages import Side
from guardrails.policy.canonical import dateless
from guardrails.policy.keeping import Keeping
from guardrails.policy.load import load
from guardrails.policy.model import Policy
from guardrails.policy.restore import restored
from guardrails.policy.source import PolicyFile
from tests.guards import Desk, detectors

NOW = 1_795_384_134.5
POLICY = """\
schema: 1
policy: {id: signed, sign_off: {needed: 2, roles: [safety-lead]}}
locales: [en-GB]
rollout: {salt: one}
claim:
  - {id: claim.emotion, claims: [emotion], do: replace, say: plain, mode: shadow, until: "2027-12-31"}
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
  - {say: I cannot go on at all, from: user, expect: {rule: crisis.high}}
  - {say: Nothing of it, from: user, expect: {do: pass}}
  - {say: Nothing of it, from: model, expect: {do: pass}}
"""  # noqa: E501
ROLES = {"staff-1": "safety-lead", "staff-2": "clinical-lead", "staff-3": "engineer"}


class Office:
    """A policy file, the keys of three people, and the service's trust file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "s.policy.yaml"
        self.file.write_text(POLICY, encoding="utf-8")
        self.place = folder / "s.policy.yaml.approvals"
        self.keys = {name: SigningKey.generate(name) for name in ROLES}
        for name, key in self.keys.items():
            (folder / name).write_text(key.written() + "\n", encoding="utf-8")
        self.trust_file = folder / "trust.yaml"
        self.trusts("{needed: 1}", "{needed: 1}")

    def trusts(self, approve: str, rollout: str) -> None:
        signers = "".join(
            f'  - {{name: {name}, role: {role}, key: "{self.keys[name].verifier}"}}\n'
            for name, role in ROLES.items()
        )
        self.trust_file.write_text(
            f"schema: 1\npolicy: signed\napprove: {approve}\nrollout: {rollout}\n"
            f"signers:\n{signers}",
            encoding="utf-8",
        )

    @property
    def policy(self) -> Policy:
        return load(self.file)

    @property
    def trust(self) -> Trust:
        return read_trust(self.trust_file)

    def run(self, *arguments: str | Path, by: str | None = None) -> Result:
        given = [*map(str, arguments)]
        if by is not None:
            given += ["--key", str(self.folder / by)]
        return CliRunner().invoke(main, ["policy", *given])

    def sign(self, *names: str) -> None:
        for name in names:
            assert self.run("sign", self.file, by=name).exit_code == 0

    def status(self) -> Result:
        return self.run("approve-status", self.file, "--trust", self.trust_file)

    def problems(self) -> tuple[str, ...]:
        return standing(self.policy, self.trust, self.place).problems

    def source(self, told: list[str], **fields: Any) -> PolicyFile:
        return PolicyFile(self.file, every=0, trust=self.trust_file, tell=told.append, **fields)

    def guard(self, log: MemoryLog, told: list[str], **fields: Any) -> Guard:
        channels = {"desk": Desk()}
        source = self.source(told, **fields)
        return Guard(source, log, channels=channels, detectors=detectors(), now=lambda: NOW)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_two_people_sign_and_the_third_is_not_needed(office: Office) -> None:
    assert office.status().exit_code == 1
    assert "0 of 2 have signed; nobody who is safety-lead has signed" in office.status().output
    office.sign("staff-2", "staff-3")
    assert office.problems() == ("not approved: nobody who is safety-lead has signed",)
    office.sign("staff-1")
    result = office.status()
    assert result.exit_code == 0, result.output
    assert "signed by staff-1, staff-2, staff-3" in result.output
    assert "may be taken into service" in result.output
    [one] = approvals_in(office.place)
    assert len(one.note.signatures) == 3
    # Once more changes nothing.
    office.sign("staff-1")
    [again] = approvals_in(office.place)
    assert again.note == one.note


def test_the_policy_can_ask_for_more_than_the_service_and_never_for_less(office: Office) -> None:
    office.trusts("{needed: 3, roles: [clinical-lead]}", "{needed: 1}")
    office.sign("staff-1", "staff-3")
    assert office.problems() == (
        "not approved: 2 of 3 have signed; nobody who is clinical-lead has signed",
    )
    text = POLICY.replace(", sign_off: {needed: 2, roles: [safety-lead]}", "")
    office.file.write_text(text, encoding="utf-8")
    office.sign("staff-1")
    assert "1 of 3 have signed" in office.problems()[0]


def test_a_signature_covers_one_version_and_no_later_edit(office: Office) -> None:
    office.sign("staff-1", "staff-2")
    assert office.problems() == ()
    office.file.write_text(POLICY.replace("threshold: 45", "threshold: 44"), encoding="utf-8")
    assert "0 of 2 have signed" in office.problems()[0]
    office.file.write_text("# A word.\n" + POLICY, encoding="utf-8")
    assert office.problems() == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('until: "2027-12-31"', 'until: "2028-12-31"'),
        (', until: "2027-12-31"', ""),
        ("{id: signed, ", '{id: signed, review_by: "2028-12-31", '),
    ],
)
def test_whoever_moves_a_day_needs_new_signatures(office: Office, old: str, new: str) -> None:
    office.sign("staff-1", "staff-2")
    assert old in POLICY
    office.file.write_text(POLICY.replace(old, new), encoding="utf-8")
    assert office.problems() == (
        "not approved: 0 of 2 have signed; nobody who is safety-lead has signed",
    )


def test_a_note_that_covered_no_days_is_told_as_that_and_counts_no_more(office: Office) -> None:
    old = dateless(office.policy)
    assert old is not None
    for name in ("staff-1", "staff-2"):
        path = sign_approval(office.place, Approval("signed", old), office.keys[name])
    older, missing = office.problems()
    assert older == (
        f"{path.name} signs this policy without the days on which it is to be decided anew "
        "(until, review_by), which a signature covers since: sign it again"
    )
    assert missing.startswith("not approved: 0 of 2 have signed")
    office.sign("staff-1", "staff-2")
    assert office.problems() == ()


def test_what_asks_for_fewer_signatures_is_another_policy(office: Office) -> None:
    office.sign("staff-1", "staff-2")
    office.file.write_text(POLICY.replace("needed: 2", "needed: 1"), encoding="utf-8")
    assert office.problems() != ()
    assert restored(office.policy.canonical).sign_off == office.policy.sign_off


def test_a_report_is_signed_with_the_policy_that_it_is_about(office: Office) -> None:
    report = office.folder / "report.json"
    report.write_bytes(orjson.dumps({"policy": "sha256:other"}))
    wrong = office.run("sign", office.file, "--report", report, by="staff-1")
    assert "is no replay by this policy" in wrong.output
    report.write_bytes(b"[")
    assert office.run("sign", office.file, "--report", report, by="staff-1").exit_code != 0
    office.trusts("{needed: 1, report: true}", "{needed: 1}")
    office.sign("staff-1", "staff-2")
    assert "it names no replay report" in office.problems()[0]
    report.write_bytes(orjson.dumps({"policy": office.policy.hash, "decisions": 3}))
    for name in ("staff-1", "staff-2"):
        assert office.run("sign", office.file, "--report", report, by=name).exit_code == 0
    assert office.problems() == ()
    assert "report    sha256:" in office.status().output


def test_a_forged_signature_is_told_of_and_counts_for_nothing(office: Office) -> None:
    office.sign("staff-1", "staff-2")
    [one] = approvals_in(office.place)
    whole = one.path.read_text(encoding="utf-8")
    at = whole.rindex("=") - 8
    swapped = whole[:at] + ("A" if whole[at] != "A" else "B") + whole[at + 1 :]
    one.path.write_text(swapped, encoding="utf-8")
    assert any("is not that of its key" in problem for problem in office.problems())
    assert any("0 of 2 have signed" in problem for problem in office.problems())


def test_somebody_who_is_not_trusted_counts_for_nothing(office: Office) -> None:
    stranger = SigningKey.generate("staff-9")
    sign_approval(office.place, Approval("signed", office.policy.hash), stranger)
    assert "0 of 2 have signed" in office.problems()[0]


@given(st.binary(max_size=400))
def test_no_text_but_its_own_is_an_approval_or_a_rollout(data: bytes) -> None:
    for kind in (Approval, Rollout):
        try:
            assert kind.parse(data).text() == data
        except (ProofError, UnicodeDecodeError):
            continue


WAYS = st.dictionaries(
    st.from_regex(r"[a-z]{1,5}\.[a-z]{1,5}", fullmatch=True),
    st.builds(Way, st.sampled_from(list(Mode)), st.integers(0, 100)),
    max_size=4,
)


@given(WAYS, st.integers(1, 999_999), st.booleans())
def test_what_is_signed_says_all_of_it(ways: dict[str, Way], number: int, first: bool) -> None:
    name = f"sha256:{'a' * 64}"
    one = Rollout("calm-companion", name, number, None if first else name, ways)
    assert Rollout.parse(one.text()) == one
    approval = Approval("calm-companion", name, None if first else name)
    assert Approval.parse(approval.text()) == approval


# --- the trust file ---


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("schema: 1", "schema: 2", "'schema' is '2'"),
        ("policy: signed", "polcy: signed", "Did you mean 'policy'?"),
        ("approve: {needed: 1}", "approve: {needed: 4}", "4 are needed, and there are 3"),
        ("approve: {needed: 1}", "approve: {roles: [boss]}", "nobody among 'signers' has the role"),
        ("name: staff-1", "name: staff-2", "this key is called 'staff-1', and not as its signer"),
        ("role: engineer", "role: 5", "'role' is a text"),
        ("staff-1+", "staff-1-", "'key' is no key"),
    ],
)
def test_a_trust_file_that_is_wrong_is_told_with_its_place(
    office: Office, old: str, new: str, told: str
) -> None:
    text = office.trust_file.read_text(encoding="utf-8")
    office.trust_file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        read_trust(office.trust_file)
    assert told in str(caught.value)
    assert str(office.trust_file) in str(caught.value)


def test_each_signer_stands_once_with_a_key_of_their_own(office: Office) -> None:
    text = office.trust_file.read_text(encoding="utf-8")
    first = text.splitlines()[5]
    office.trust_file.write_text(f"{text}{first}\n", encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        read_trust(office.trust_file)
    assert [one.message.partition(":")[0] for one in caught.value.problems] == [
        "this signer stands here twice",
        "this key stands here twice",
    ]


def test_a_witness_is_no_signer(office: Office) -> None:
    key = SigningKey.generate("staff-1", WITNESS).verifier
    text = office.trust_file.read_text(encoding="utf-8")
    mine = str(office.keys["staff-1"].verifier)
    office.trust_file.write_text(text.replace(mine, str(key)), encoding="utf-8")
    with pytest.raises(PolicyError, match="a witness's key"):
        read_trust(office.trust_file)


@pytest.mark.parametrize("text", ["- a\n", "", "schema: 1\npolicy: signed\n", "key: \xff"])
def test_what_is_no_trust_file_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(text, encoding="latin-1")
    with pytest.raises(PolicyError):
        read_trust(file)
    with pytest.raises(PolicyNotFoundError):
        read_trust(tmp_path / "gone.yaml")


def test_the_trust_file_of_another_policy_is_refused(office: Office) -> None:
    text = office.trust_file.read_text(encoding="utf-8")
    office.trust_file.write_text(text.replace("policy: signed", "policy: other"), encoding="utf-8")
    office.sign("staff-1", "staff-2")
    assert office.problems() == ("the trust file is about 'other', not 'signed'",)


# --- roll-outs ---


def test_a_rule_is_rolled_out_and_taken_back_without_an_edit(office: Office) -> None:
    office.sign("staff-1", "staff-2")
    before = office.file.read_bytes()

    def rule() -> tuple[Mode, int]:
        found = standing(office.policy, office.trust, office.place)
        assert found.problems == ()
        one = next(one for one in found.policy.rules if one.id == "claim.emotion")
        return one.mode, one.percent

    assert rule() == (Mode.SHADOW, 100)
    assert (
        office.run(
            "rollout", office.file, "claim.emotion", "--percent", "25", by="staff-1"
        ).exit_code
        == 0
    )
    assert rule() == (Mode.ENFORCE, 25)
    assert (
        office.run(
            "rollout", office.file, "claim.emotion", "--mode", "enforce", by="staff-2"
        ).exit_code
        == 0
    )
    assert rule() == (Mode.ENFORCE, 100)
    assert office.run("undo", office.file, by="staff-1").exit_code == 0
    assert rule() == (Mode.ENFORCE, 25)
    assert office.run("undo", office.file, "--to", "0", by="staff-1").exit_code == 0
    assert rule() == (Mode.SHADOW, 100)
    assert office.file.read_bytes() == before
    assert [one.rollout.number for one in rollouts_in(office.place, "signed")] == [1, 2, 3, 4]
    assert "roll-out  4 is in force: all as the file says" in office.status().output


def test_a_rollout_waits_for_as_many_as_the_service_asks(office: Office) -> None:
    office.sign("staff-1", "staff-2")
    office.trusts("{needed: 1}", "{needed: 2, roles: [safety-lead]}")
    run = office.run("rollout", office.file, "claim.emotion", "--percent", "5", by="staff-2")
    assert run.exit_code == 0
    status = office.status()
    assert "roll-out  1 waits for signatures: claim.emotion enforce 5 %" in status.output
    assert standing(office.policy, office.trust, office.place).rollout is None
    signed = office.run("sign", office.file, "--rollout", by="staff-1")
    assert "staff-1 has signed roll-out 1 of signed" in signed.output
    status = office.status()
    assert "roll-out  1 is in force: claim.emotion enforce 5 %" in status.output
    assert ", as sha256:" in status.output


def test_a_rollout_is_for_one_version_and_is_carried_to_the_next_by_hand(office: Office) -> None:
    run = ("rollout", office.file, "claim.emotion", "--percent", "25")
    assert office.run(*run, by="staff-1").exit_code == 0
    office.file.write_text(POLICY.replace("threshold: 45", "threshold: 44"), encoding="utf-8")
    office.sign("staff-1", "staff-2")
    [problem] = office.problems()
    assert problem.startswith("roll-out 1 is for another version of the policy (sha256:")
    told = office.status().output
    assert "roll-out  1 is signed and NOT in force: claim.emotion enforce 25 %" in told
    assert "is in force" not in told
    assert told.endswith("result    may NOT be taken into service\n")
    assert "write --carry first" in office.run(*run, by="staff-1").output
    carried = office.run("rollout", office.file, "--carry", by="staff-1")
    assert "roll-out 2: claim.emotion enforce 25 %" in carried.output
    assert office.problems() == ()


def test_a_rollout_that_waits_and_is_for_another_version_is_told_as_that(office: Office) -> None:
    office.trusts("{needed: 1}", "{needed: 2}")
    office.sign("staff-1", "staff-2")
    run = ("rollout", office.file, "claim.emotion", "--percent", "25")
    assert office.run(*run, by="staff-1").exit_code == 0
    assert "claim.emotion enforce 25 %\n" in office.status().output
    office.file.write_text(POLICY.replace("threshold: 45", "threshold: 44"), encoding="utf-8")
    office.sign("staff-1", "staff-2")
    told = office.status().output
    assert "1 waits for signatures: claim.emotion enforce 25 % (for another version" in told


def test_a_rule_is_explained_as_the_rollout_that_counts_has_it(office: Office) -> None:
    office.sign("staff-1", "staff-2")

    def told(*more: str | Path) -> str:
        return office.run("explain", office.file, "claim.emotion", *more).output

    trust = ("--trust", office.trust_file)
    assert "roll-out" not in told(*trust)
    run = ("rollout", office.file, "claim.emotion", "--percent", "25")
    assert office.run(*run, by="staff-1").exit_code == 0
    by_file = "By the file alone: The rule is only watched: the log says what it would have done."
    share = "The rule acts in 25 % of conversations, and is watched in the rest."
    lines = [line.strip() for line in told(*trust).splitlines()]
    at = lines.index(
        f"By roll-out 1, which is in force: {share} Somebody decides on it by 2027-12-31."
    )
    assert lines[at + 1].startswith(by_file)
    assert f"By roll-out 1, if enough have signed it (--trust FILE tells): {share}" in told()
    assert "roll-out" not in office.run("explain", office.file, "crisis.high", *trust).output
    facts = json.loads(told(*trust, "--format", "json"))["rules"][0]
    assert facts["rollout"] == {"number": 1, "mode": "enforce", "percent": 25, "in_force": True}

    office.trusts("{needed: 1}", "{needed: 2}")
    assert f"By roll-out 1, which is NOT in force: {share}" in told(*trust)
    office.file.write_text(POLICY.replace("threshold: 45", "threshold: 44"), encoding="utf-8")
    assert "By roll-out 1, which is for another version and NOT in force:" in told()


def test_a_rollout_is_no_reason_to_warn_of_the_file_below_it(office: Office) -> None:
    assert office.run("rollout", office.file, "claim.emotion", "--percent", "25", by="staff-1")
    found = standing(office.policy, office.trust, office.place)
    base, rollout = underlying(office.policy, found.policy, rollouts_in(office.place, "signed"))
    assert (base, rollout) == (office.policy, found.rollout)
    folder = office.folder / "last-good"
    Keeping(folder).save(found.policy, "sha256:0")

    def told() -> str:
        return office.run("lint", office.file, "--against", folder).output

    assert "rule-quieted" not in told()
    # An edit has no roll-out until it is carried.
    office.file.write_text(POLICY.replace("threshold: 45", "threshold: 44"), encoding="utf-8")
    assert "'claim.emotion' acted for 25 % in the policy that the service keeps" in told()
    assert underlying(office.policy, found.policy, rollouts_in(office.place, "signed")) == (
        found.policy,
        None,
    )


def test_where_there_is_nothing_to_carry_that_is_said_and_nothing_is_signed(office: Office) -> None:
    told = office.run("rollout", office.file, "--carry", by="staff-1")
    assert told.exit_code == 2
    assert "no roll-out of another version of signed to carry: there is none" in told.output
    run = ("rollout", office.file, "claim.emotion", "--percent", "25")
    assert office.run(*run, "--carry", by="staff-1").exit_code == 0
    told = office.run("rollout", office.file, "--carry", by="staff-1")
    assert told.exit_code == 2
    assert "to carry: roll-out 1 is for this version" in told.output
    assert standing(office.policy, office.trust, office.place).pending is None
    assert len(list(office.place.glob("*.note"))) == 1


def test_a_rollout_that_takes_all_back_is_carried_to_the_next_version_too(office: Office) -> None:
    run = ("rollout", office.file, "claim.emotion", "--percent", "25")
    assert office.run(*run, by="staff-1").exit_code == 0
    assert office.run("undo", office.file, by="staff-1").exit_code == 0
    office.file.write_text(POLICY.replace("threshold: 45", "threshold: 44"), encoding="utf-8")
    office.sign("staff-1", "staff-2")
    assert "is for another version" in office.problems()[0]
    carried = office.run("rollout", office.file, "--carry", by="staff-1")
    assert "roll-out 3: all as the file says" in carried.output
    assert office.problems() == ()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["crisis.high", "--mode", "shadow"], "takes 'crisis.high' back, which has floor: true"),
        (["claim.emotion", "--mode", "shadow", "--percent", "5"], "a percent of 'claim.emotion'"),
        (["claim.emotoin", "--percent", "5"], "Did you mean 'claim.emotion'?"),
        (["claim.emotion"], "say --percent or --mode"),
        ([], "name a rule, or write --carry"),
    ],
)
def test_a_rollout_that_does_not_fit_is_not_written(
    office: Office, arguments: list[str], told: str
) -> None:
    result = office.run("rollout", office.file, *arguments, by="staff-1")
    assert result.exit_code != 0
    assert told in result.output
    assert not office.place.exists()


def test_what_no_rollout_may_do_is_told_of_records_that_others_wrote(office: Office) -> None:
    policy = office.policy

    def why(name: str, way: Way, using: Policy = policy) -> list[str]:
        return unfit(using, Rollout("signed", using.hash, ways={name: way}))

    assert why("claim.gone", Way(Mode.SHADOW)) == [
        "roll-out 1 names the rule 'claim.gone', which the policy has not"
    ]
    loose = POLICY.replace("floor: true, ", "").replace("{salt: one}", "{default: enforce}")
    office.file.write_text(loose, encoding="utf-8")
    using = office.policy
    assert why("crisis.high", Way(Mode.SHADOW), using) == [
        "roll-out 1 leaves no crisis rule that acts for everybody"
    ]
    assert why("claim.emotion", Way(Mode.ENFORCE, 5), using) == [
        "roll-out 1: a percent needs rollout.salt in the policy"
    ]
    over = laid_over(
        using, Rollout("signed", using.hash, ways={"claim.emotion": Way(Mode.ENFORCE)})
    )
    assert over.hash != using.hash
    assert restored(over.canonical).hash == over.hash


def test_there_is_nothing_to_take_back_or_to_sign_before_a_rollout(office: Office) -> None:
    assert (
        "there is no roll-out of signed to take back"
        in office.run("undo", office.file, by="staff-1").output
    )
    assert (
        "there is no roll-out of signed to sign"
        in office.run("sign", office.file, "--rollout", by="staff-1").output
    )
    office.run("rollout", office.file, "claim.emotion", "--percent", "5", by="staff-1")
    assert "name one before it" in office.run("undo", office.file, "--to", "1", by="staff-1").output


def test_a_record_that_is_missing_changed_or_anothers_is_noticed(office: Office) -> None:
    for percent in ("5", "10", "20"):
        office.run("rollout", office.file, "claim.emotion", "--percent", percent, by="staff-1")
    first, second, third = sorted(office.place.glob("rollout-*"))
    whole = second.read_bytes()
    second.unlink()
    with pytest.raises(LogReadError, match="roll-out number 2 is missing"):
        rollouts_in(office.place, "signed")
    other = Rollout("signed", office.policy.hash, 2, None, {})
    sign_rollout(office.place, other, office.keys["staff-1"])
    with pytest.raises(LogReadError, match="does not follow the roll-out before it"):
        rollouts_in(office.place, "signed")
    second.write_bytes(whole)
    with pytest.raises(LogReadError, match="is a roll-out of 'signed', not of 'other'"):
        rollouts_in(office.place, "other")
    third.write_bytes(first.read_bytes())
    with pytest.raises(LogReadError, match="roll-out number 3 is missing"):
        rollouts_in(office.place, "signed")
    third.write_bytes(bytes(Note(b"something\n", Note.parse(whole).signatures)))
    with pytest.raises(LogReadError, match="is no roll-out of a policy"):
        rollouts_in(office.place, "signed")
    third.write_bytes(b"nothing")
    with pytest.raises(LogReadError, match="is no signed note"):
        rollouts_in(office.place, "signed")


def test_what_cannot_be_read_or_written_is_told(office: Office, tmp_path: Path) -> None:
    office.sign("staff-1")
    [one] = approvals_in(office.place)
    one.path.write_bytes(bytes(Note(b"something\n", one.note.signatures)))
    with pytest.raises(LogReadError, match="is no approval of a policy"):
        list(approvals_in(office.place))
    with pytest.raises(LogReadError, match="holds something else already"):
        sign_approval(office.place, Approval("signed", office.policy.hash), office.keys["staff-1"])
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    with pytest.raises(LogReadError):
        rollouts_in(file, "signed")
    with pytest.raises(ConfigurationError, match="cannot be written"):
        sign_approval(file, Approval("signed", office.policy.hash), office.keys["staff-1"])


# --- in service ---


def test_a_policy_that_asks_for_signatures_is_not_served_without_them(office: Office) -> None:
    with pytest.raises(ConfigurationError, match="asks for signatures"):
        Guard(office.file, MemoryLog(), detectors=detectors())
    source = PolicyFile(office.file, every=0, tell=lambda _: None)
    with pytest.raises(PolicyError, match="the service names no trust file"):
        Guard(source, MemoryLog(), channels={"desk": Desk()}, detectors=detectors())
    with pytest.raises(PolicyError, match="not approved: 0 of 2 have signed"):
        office.guard(MemoryLog(), [])


async def test_an_edit_is_taken_once_it_is_signed(office: Office) -> None:
    office.sign("staff-1", "staff-2")
    log, told = MemoryLog(), list[str]()
    async with office.guard(log, told) as guarded:
        first = guarded.policy.hash
        office.file.write_text(POLICY.replace("threshold: 45", "threshold: 44"), encoding="utf-8")
        health = await guarded.reload()
        assert health.stale
        assert "not approved: 0 of 2 have signed" in str(health)
        [record] = log.of("policy_rejected")
        assert (record["why"], record["kept"]) == ("approval", first)
        await asyncio.to_thread(office.sign, "staff-1")
        assert (await guarded.reload()).stale
        await asyncio.to_thread(office.sign, "staff-2")
        assert not (await guarded.reload()).stale
        assert guarded.policy.hash == office.policy.hash != first
    [record] = [one for one in log.of("policy") if one["policy"]["hash"] != first]
    [note] = record["notes"]
    assert Approval.parse(Note.parse(note.encode()).text).hash == record["policy"]["hash"]
    assert len(Note.parse(note.encode()).verified(office.trust.keys)) == 2


async def test_a_rollout_is_in_force_for_the_next_message(office: Office) -> None:
    office.sign("staff-1", "staff-2")
    log, told = MemoryLog(), list[str]()
    async with office.guard(log, told, keep=office.folder / "keep") as guarded:
        assert (await guarded.inspect("I have missed you.", Side.OUTPUT)).text.startswith("I have")
        run = ("rollout", office.file, "claim.emotion", "--mode", "enforce")
        assert (await asyncio.to_thread(office.run, *run, by="staff-1")).exit_code == 0
        assert not (await guarded.reload()).stale
        looking = guarded._current.looking
        assert (await guarded.inspect("I have missed you.", Side.OUTPUT)).text == "I am a program."
        undone = await asyncio.to_thread(office.run, "undo", office.file, by="staff-1")
        assert undone.exit_code == 0
        assert not (await guarded.reload()).stale
        assert guarded._current.looking is looking
        assert (await guarded.inspect("I have missed you.", Side.OUTPUT)).text.startswith("I have")
    # A restart goes on from there, and trusts what it took.
    async with office.guard(MemoryLog(), told, keep=office.folder / "keep") as guarded:
        assert not guarded.health.stale
        assert guarded._current.notes


async def test_what_was_signed_for_cannot_be_pulled_away_unnoticed(office: Office) -> None:
    office.sign("staff-1", "staff-2")
    told: list[str] = []
    async with office.guard(MemoryLog(), told) as guarded:
        good = guarded.policy
        for note in office.place.glob("*.note"):
            note.unlink()
        assert (await guarded.reload()).stale
        assert guarded.policy is good
        office.trust_file.write_text("broken", encoding="utf-8")
        assert "trust.yaml" in str((await guarded.reload()).problems[0])
        office.trust_file.unlink()
        assert "cannot read the trust file" in str((await guarded.reload()).problems[0])


def test_whoever_the_policy_below_asks_for_has_to_sign_as_well(office: Office) -> None:
    from guardrails.policy.load import read_file
    from tests.policy.test_extends import head

    text = POLICY.replace("{id: signed,", '{id: signed, version: "1",')
    office.file.write_text(text, encoding="utf-8")
    parent = read_file(office.file)
    child = office.folder / "child.yaml"
    whole = head(parent, office.file.name)
    child.write_text(whole, encoding="utf-8")
    assert load(child).sign_off == parent.policy.sign_off
    more = whole.replace("{id: child}", "{id: child, sign_off: {needed: 3, roles: [engineer]}}")
    child.write_text(more, encoding="utf-8")
    sign_off = load(child).sign_off
    assert sign_off is not None
    assert (sign_off.needed, sign_off.roles) == (3, ("safety-lead", "engineer"))


@settings(max_examples=20)
@given(st.permutations(["staff-1", "staff-2", "staff-3"]))
def test_the_order_in_which_people_sign_never_matters(names: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        approval = Approval("signed", office.policy.hash)
        for number, name in enumerate(names, start=1):
            sign_approval(office.place, approval, office.keys[name])
            enough = number >= 2 and "staff-1" in names[:number]
            assert (office.problems() == ()) == enough
