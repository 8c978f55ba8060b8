"""Proposals in the console: what people sign elsewhere counts, and nothing else does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from guardrails.access.roles import Role
from guardrails.approvals.folder import rollouts_in
from guardrails.approvals.notes import Approval, Rollout, Way
from guardrails.decisions import Mode
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.note import Note, signed
from guardrails.policy.load import load
from tests.console.houses import Person
from tests.console.offices import (
    BENCH,
    CANDIDATE,
    POLICY,
    PROPOSALS,
    Office,
    office,
)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as one:
        yield one


def today() -> date:
    return datetime.now(UTC).date()


def note_of(text: bytes, *keys: SigningKey) -> str:
    return bytes(Note(text, tuple(signed(text, key) for key in keys))).decode()


def test_a_policy_is_proposed_signed_elsewhere_rolled_out_and_undone(place: Office) -> None:
    before = place.acting.hash
    page = place.propose()
    assert place.acting.hash == before
    assert place.file.read_text("utf-8") == POLICY
    shown = place.get(page).decode()
    assert "nobody yet" in shown
    assert "candor policy sign signed-candidate.yaml --key YOUR.key" in shown
    candidate = place.get(f"{page}/policy")
    assert candidate.decode() == CANDIDATE
    said = place.hand_in(place.notary.sign(candidate, "staff-1")).text
    assert "Nothing is missing there" in said
    assert place.acting.hash == before
    said = place.hand_in(place.roll_out(page, "?rule=claim.bond&percent=10")).text
    assert "Roll-out 1 is in force now." in said
    assert place.file.read_text("utf-8") == CANDIDATE
    [bond] = [one for one in place.acting.rules if one.id == "claim.bond"]
    assert (bond.mode, bond.percent) == (Mode.ENFORCE, 10)
    assert "Roll-out 2 is in force now." in place.hand_in(place.roll_out(page)).text
    [bond] = [one for one in place.acting.rules if one.id == "claim.bond"]
    assert bond.percent == 100
    assert "Roll-out 3 is in force now." in place.hand_in(place.undo()).text
    [bond] = [one for one in place.acting.rules if one.id == "claim.bond"]
    assert bond.percent == 10
    kinds = [(one["reason"], one["case"]) for one in place.records("access")]
    assert kinds == [
        ("proposed", "-"),
        ("handed-in", "approval"),
        *[(what, f"roll-out-{n}") for n in (1, 2, 3) for what in ("handed-in", "taken")],
    ]
    policies = place.records("policy")
    assert len(policies) == 3
    assert "claim.bond enforce 10" in "".join(policies[0]["notes"])


def test_a_text_that_takes_protection_back_says_so(place: Office) -> None:
    page = place.page_of(load(place.file).hash)
    shown = place.get(f"{page}?rule=claim.emotion&percent=10").decode()
    assert "weaker than now: claim.emotion percent 100 -&gt; 10" in shown
    assert "weaker than now" not in place.get(page).decode()
    shown = place.get(f"{page}?rule=crisis.high&percent=10").decode()
    assert "This cannot be signed" in shown


def test_the_first_roll_out_is_undone_to_the_version_before(place: Office) -> None:
    before = place.acting.hash
    page = place.propose()
    place.hand_in(place.notary.sign(place.get(f"{page}/policy"), "staff-1"))
    place.hand_in(place.roll_out(page))
    assert place.acting.hash != before
    assert "Roll-out 2 is in force now." in place.hand_in(place.undo()).text
    assert place.acting.hash == before
    assert place.file.read_text("utf-8") == POLICY
    assert "Roll-out 3 is in force now." in place.hand_in(place.undo()).text
    assert place.acting.hash == load(place.file).hash != before


def test_several_people_sign_one_roll_out_and_the_order_does_not_matter(tmp_path: Path) -> None:
    wanted = "{needed: 2, roles: [safety-lead]}"
    with office(tmp_path, approve=wanted, rollout=wanted) as place:
        page = place.propose()
        policy, text = place.get(f"{page}/policy"), place.get(f"{page}/roll-out")
        said = place.hand_in(place.notary.sign(policy, "staff-2", text)).text
        assert "1 of 2 have signed; nobody who is safety-lead has signed" in said
        assert "the policy: 0 of 2 have signed" in said
        shown = place.get(page).decode()
        assert "Roll-outs that wait for signatures" in shown
        [name] = {one.partition('"')[0] for one in shown.split(f"{page}/waiting-")[1:]}
        assert place.get(f"{page}/waiting-{name}") == text
        place.hand_in(place.notary.sign(policy, "staff-1", text))
        place.hand_in(place.notary.sign(policy, "staff-3"))
        assert rollouts_in(place.signed, "signed") == []
        said = place.hand_in(place.notary.sign(policy, "staff-1")).text
        assert "Roll-out 1 is in force now." in said
        assert "Roll-outs that wait" not in place.get(page).decode()


def test_a_report_that_the_trust_file_asks_for_is_kept_and_signed(tmp_path: Path) -> None:
    with office(tmp_path, approve="{needed: 1, report: true}") as place:
        page = place.propose()
        assert "--report signed-report.json" in place.get(page).decode()
        policy, report = place.get(f"{page}/policy"), place.get(f"{page}/report")
        said = place.hand_in(place.notary.sign(policy, "staff-1")).text
        assert "names no replay report" in said
        folder = place.notary.folder
        (folder / "r.json").write_bytes(report)
        key = folder / "staff-1.key"
        done = place.notary.run(
            "sign", folder / "c.yaml", "--key", key, "--report", folder / "r.json"
        )
        assert done.exit_code == 0, done.output
        note = Path(done.output.strip().rpartition(" in ")[2]).read_text("utf-8")
        assert "Nothing is missing there" in place.hand_in(note).text


Attack = Callable[[Office, str], str]


def _forged(place: Office, page: str) -> str:
    text = place.get(f"{page}/roll-out")
    mine = SigningKey.generate("staff-1")
    real = place.notary.keys["staff-1"].verifier
    line = signed(text, mine)
    return bytes(Note(text, (replace(line, id=real.id),))).decode()


def _moved(place: Office, page: str) -> str:
    return place.roll_out(page, "?rule=claim.bond&percent=10").replace(
        "bond enforce 10", "bond enforce 99"
    )


def _own_key(place: Office, page: str) -> str:
    return note_of(place.get(f"{page}/roll-out"), SigningKey.generate("staff-1"))


def _stranger(place: Office, page: str) -> str:
    return note_of(place.get(f"{page}/roll-out"), SigningKey.generate("mallory"))


def _other_policy(place: Office, page: str) -> str:
    text = place.get(f"{page}/roll-out").replace(b"\nsigned\n", b"\nelsewhere\n")
    return note_of(text, place.notary.keys["staff-1"])


def _other_version(place: Office, _: str) -> str:
    rollout = Rollout("signed", f"sha256:{'a' * 64}")
    return note_of(rollout.text(), place.notary.keys["staff-1"])


def _other_approval(place: Office, _: str) -> str:
    approval = Approval("signed", f"sha256:{'b' * 64}")
    return note_of(approval.text(), place.notary.keys["staff-1"])


def _skips(place: Office, page: str) -> str:
    one = replace(Rollout.parse(place.get(f"{page}/roll-out")), number=2)
    return note_of(one.text(), place.notary.keys["staff-1"])


def _expired(place: Office, page: str) -> str:
    one = Rollout.parse(place.get(f"{page}/roll-out"))
    assert one.until == today() + timedelta(7)
    text = replace(one, until=today() - timedelta(1)).text()
    return note_of(text, place.notary.keys["staff-1"])


def _floor(place: Office, page: str) -> str:
    one = Rollout.parse(place.get(f"{page}/roll-out"))
    text = replace(one, ways={"crisis.high": Way(Mode.SHADOW, 100)}).text()
    return note_of(text, place.notary.keys["staff-1"])


def _unknown_rule(place: Office, page: str) -> str:
    one = Rollout.parse(place.get(f"{page}/roll-out"))
    text = replace(one, ways={"claim.nothing": Way(Mode.ENFORCE, 5)}).text()
    return note_of(text, place.notary.keys["staff-1"])


def _role(place: Office, page: str) -> str:
    return place.roll_out(page, by="staff-2")


def _checkpoint(place: Office, _: str) -> str:
    return note_of(b"example.org/log\n7\nAAAA\n", place.notary.keys["staff-1"])


def _path(_: Office, __: str) -> str:
    return "../../../../etc/passwd"


def _empty(_: Office, __: str) -> str:
    return ""


def _long(place: Office, page: str) -> str:
    return place.roll_out(page) + "x" * 70_000


def _controls(place: Office, page: str) -> str:
    return place.roll_out(page).replace("\n\n", "\x00\n\n", 1)


def _unsigned(place: Office, page: str) -> str:
    return place.get(f"{page}/roll-out").decode()


ATTACKS: list[tuple[Attack, str, str]] = [
    (_forged, "forged", "is not that of its key"),
    (_moved, "forged", "is not that of its key"),
    (_own_key, "wrong-key", "has another key for staff-1"),
    (_stranger, "unknown-signer", "Nobody whom the trust file names has signed this"),
    (_other_policy, "other-policy", "signed for the policy &#39;elsewhere&#39;"),
    (_other_version, "other-version", "which nobody has proposed here"),
    (_other_approval, "other-version", "which nobody has proposed here"),
    (_skips, "out-of-order", "what counts next is number 1"),
    (_expired, "expired", "sign it anew"),
    (_floor, "unfit", "floor: true"),
    (_unknown_rule, "unfit", "which the policy has not"),
    (_role, "wrong-role", "is signed by safety-lead, not by clinical-lead"),
    (_checkpoint, "no-note", "says neither"),
    (_path, "no-note", "is no signed note"),
    (_empty, "no-note", "is no signed note"),
    (_long, "too-long", "at most 65,536 bytes"),
    (_controls, "no-note", "control characters"),
    (_unsigned, "no-note", "is no signed note"),
]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, str]]:
    wanted = "{needed: 1, roles: [safety-lead]}"
    with office(tmp_path_factory.mktemp("attacked"), rollout=wanted) as one:
        page = one.propose()
        one.hand_in(one.notary.sign(one.get(f"{page}/policy"), "staff-1"))
        yield one, page


@pytest.mark.parametrize(
    ("attack", "code", "said"), ATTACKS, ids=lambda one: getattr(one, "__name__", "")
)
def test_what_does_not_hold_is_refused_told_and_leaves_everything_as_it_was(
    attacked: tuple[Office, str], attack: Attack, code: str, said: str
) -> None:
    place, page = attacked
    note = attack(place, page)
    files, acting = place.left(), place.acting.hash
    answer = place.hand_in(note)
    assert answer.status_code in {400, 409, 413}
    assert said in answer.text
    assert place.left() == files
    assert place.acting.hash == acting
    last = place.records("access")[-1]
    assert (last["field"], last["reason"], last["case"]) == ("note", "refused", code)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SAFETY, Role.APPLICATION}))
def test_a_good_note_in_the_hands_of_another_role_changes_nothing(
    attacked: tuple[Office, str], role: Role
) -> None:
    place, page = attacked
    note, files = place.roll_out(page), place.left()
    assert place.hand_in(note, role).status_code == 403
    assert place.left() == files
    if role is not Role.ADMIN:
        assert place.person(role).get(PROPOSALS).status_code == 403
    else:
        assert "Hand it in" not in place.person(role).get(PROPOSALS).text


def test_a_good_note_from_another_site_changes_nothing(attacked: tuple[Office, str]) -> None:
    place, page = attacked
    note, files, who = place.roll_out(page), place.left(), place.person()
    form = {"do": "hand-in", "note": note}
    for token in ({}, {"token": ""}, {"token": "0" * 64}):
        answer = who.client.post(PROPOSALS, data={**form, **token})
        assert answer.status_code == 403, answer.text
    upload = who.client.post(
        PROPOSALS,
        data={"token": who.token(), "do": "hand-in"},
        files={"note": ("../../s.policy.yaml", note)},
    )
    assert upload.status_code == 415
    huge = who.post(PROPOSALS, do="hand-in", note="x" * 3_000_000)
    assert huge.status_code == 413
    assert httpx.post(f"{place.house.url}/console{PROPOSALS}", data=form).status_code == 401
    assert place.left() == files


def test_names_in_an_address_lead_to_no_file(attacked: tuple[Office, str]) -> None:
    place, page = attacked
    who = place.person()
    for bad in ("%2e%2e%2f%2e%2e", "0" * 24, "taken", "s.policy", "%00", "a" * 300):
        assert who.get(f"{PROPOSALS}/{bad}").status_code in {404, 307}, bad
        assert who.get(f"{PROPOSALS}/{bad}/policy").status_code in {404, 307}, bad
        assert who.get(f"{page}/{bad}").status_code in {200, 303, 404}, bad
        assert b"staff" not in who.get(f"{page}/{bad}").content[:200]
    for fields in ({"rule": "../x", "percent": "-5"}, {"rule": "claim.bond", "percent": "1e9"}):
        answer = who.get(page, params=fields)
        assert answer.status_code == 200
    assert who.post(PROPOSALS, do="withdraw", version="../../s").status_code == 404
    assert who.post(PROPOSALS, do="dance").status_code == 400
    assert who.get(f"{page}/report").status_code == 404


def test_a_note_that_was_taken_back_cannot_be_handed_in_again(place: Office) -> None:
    page = place.propose()
    approval = place.notary.sign(place.get(f"{page}/policy"), "staff-1")
    rollout = place.roll_out(page)
    place.hand_in(approval)
    place.hand_in(rollout)
    back = place.undo()
    place.hand_in(back)
    files = place.left()
    for note in (rollout, back):
        answer = place.hand_in(note)
        assert answer.status_code == 409
        assert "was signed since: what counts next is number 3" in answer.text
    assert place.hand_in(approval).status_code == 200  # it was never taken back, and moves nothing
    assert place.left() == files
    assert place.file.read_text("utf-8") == POLICY


def test_an_old_version_comes_back_by_a_new_signature_alone(place: Office) -> None:
    old = place.get(f"{place.page_of(load(place.file).hash)}/policy")
    page = place.propose()
    place.hand_in(place.notary.sign(place.get(f"{page}/policy"), "staff-1"))
    place.hand_in(place.roll_out(page))
    acting = place.acting.hash
    # All that a stolen browser has: the old file, and the notes that were signed of it.
    place.person().post(PROPOSALS, do="keep", text=old.decode())
    for path in place.signed.iterdir():
        place.hand_in(path.read_text("utf-8"))
    assert place.acting.hash == acting


def test_of_two_roll_outs_that_come_at_once_one_is_taken(place: Office) -> None:
    page = place.propose()
    place.hand_in(place.notary.sign(place.get(f"{page}/policy"), "staff-1"))
    notes = [place.roll_out(page, f"?rule=claim.bond&percent={n}") for n in (5, 10, 15, 20)]
    people = [Person(place.house, Role.SAFETY) for _ in notes]
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(
                lambda pair: pair[0].post(PROPOSALS, do="hand-in", note=pair[1]),
                zip(people, notes, strict=True),
            )
        )
    assert sorted(one.status_code for one in answers) == [200, 409, 409, 409]
    assert len(rollouts_in(place.signed, "signed")) == 1


def test_a_version_that_would_not_be_taken_is_not_proposed(place: Office) -> None:
    who, files = place.person(), place.left()
    for text, said in (
        (CANDIDATE.replace("do: replace", "do: hide", 1), "The policy has mistakes"),
        (CANDIDATE.replace("{id: signed}", "{id: other}"), "is served here"),
        (CANDIDATE.replace("rule: claim.bond}}", "do: pass}}"), "Its cases have to hold"),
        ("x" * 1_048_577, "longer than a policy may be"),
    ):
        answer = who.post(PROPOSALS, do="keep", text=text)
        assert answer.status_code in {409, 413}
        assert said in answer.text
    assert place.left() == files


def test_a_proposal_is_withdrawn_and_one_that_was_in_service_is_not(place: Office) -> None:
    who = place.person()
    page = place.propose()
    place.hand_in(place.roll_out(page))  # it waits, since nobody agreed to the policy
    version = page.rpartition("/")[2]
    again = who.post(PROPOSALS, do="keep", text=CANDIDATE)
    assert again.headers["location"].endswith("?told=known")
    assert who.post(PROPOSALS, do="withdraw", version=version).status_code == 303
    assert who.get(page).status_code == 404
    assert not list(place.file.parent.glob("*.proposals/*"))
    page = place.propose()
    place.hand_in(place.notary.sign(place.get(f"{page}/policy"), "staff-1"))
    place.hand_in(place.roll_out(page))
    answer = who.post(PROPOSALS, do="withdraw", version=version)
    assert answer.status_code == 409
    assert "was in service" in answer.text


def test_a_file_beside_that_changed_keeps_nobody_from_the_page(place: Office) -> None:
    texts = place.file.with_name("texts.yaml")
    texts.write_text('schema: 1\nmessages:\n  plain: {en-GB: "A program."}\n', encoding="utf-8")
    taken = CANDIDATE.replace('  plain: {en-GB: "I am a program."}\n', "").replace(
        "claim:\n", "texts: [texts.yaml]\nclaim:\n", 1
    )
    place.notary.folder.joinpath("texts.yaml").write_bytes(texts.read_bytes())
    for text in (taken, CANDIDATE):
        page = place.propose(text)
        place.hand_in(place.notary.sign(place.get(f"{page}/policy"), "staff-1"))
        assert "is in force now" in place.hand_in(place.roll_out(page)).text
    other = place.propose(taken.replace("Not now", "Later")).rpartition("/")[2]
    texts.write_text('schema: 1\nmessages:\n  plain: {en-GB: "Hello."}\n', encoding="utf-8")
    shown = place.get(PROPOSALS).decode()
    assert "This cannot be signed: a file that this version takes up has changed" in shown
    assert "Hand in a signed note" in shown
    assert f'value="{other}"' in shown
    assert place.person().post(PROPOSALS, do="withdraw", version=other).status_code == 303
    texts.write_text("schema: 2\n", encoding="utf-8")
    assert "the version before has mistakes by now" in place.get(PROPOSALS).decode()


def test_what_had_begun_when_the_process_ended_is_finished(place: Office) -> None:
    page = place.propose()
    place.hand_in(place.notary.sign(place.get(f"{page}/policy"), "staff-1"))
    place.hand_in(place.roll_out(page))
    proposals = place.file.with_name("s.policy.yaml.proposals")
    done = (proposals / "taken.json").read_bytes()
    # It ended after the roll-out was written, and before the policy was.
    (proposals / "taken.json").write_bytes(done.replace(b"true", b"false"))
    place.file.write_text(POLICY, encoding="utf-8")
    health = asyncio.run(place.house.guard.reload())
    assert health.stale
    assert "Finish it" in place.get(PROPOSALS).decode()
    assert place.person().post(PROPOSALS, do="finish").status_code == 303
    assert place.file.read_text("utf-8") == CANDIDATE
    assert not place.house.guard.health.stale
    assert "Finish it" not in place.get(PROPOSALS).decode()
    # It ended before the roll-out was written: nothing has happened.
    (proposals / "taken.json").write_bytes(done.replace(b"true", b"false"))
    for path in place.signed.glob("rollout-*.note"):
        path.unlink()
    place.person().post(PROPOSALS, do="finish")
    assert (proposals / "taken.json").read_bytes() == b"[]"


def test_what_service_refuses_is_told_and_undone(place: Office) -> None:
    before = place.acting.hash
    # The bench's detectors find it, and the ones that this service was built with do not.
    case = "  - {say: I feel so lonely without you., from: model, expect: {rule: claim.emotion}}\n"
    page = place.propose(CANDIDATE + case)
    place.hand_in(place.notary.sign(place.get(f"{page}/policy"), "staff-1"))
    answer = place.hand_in(place.roll_out(page))
    assert answer.status_code == 409
    assert "Roll-out 1 is signed, and was not taken into service" in answer.text
    assert place.acting.hash == before
    assert place.records("policy_rejected")[-1]["why"] == "cases"
    assert "Roll-out 2 is in force now." in place.hand_in(place.undo()).text
    assert place.file.read_text("utf-8") == POLICY
    assert not place.house.guard.health.stale


def test_without_the_switch_the_bench_keeps_nothing(tmp_path: Path) -> None:
    with office(tmp_path, takes_notes=False) as place:
        answer = place.person().get(PROPOSALS)
        assert answer.status_code == 404
        assert "--take-notes" in answer.text
        assert place.person().post(PROPOSALS, do="keep", text=CANDIDATE).status_code == 404
        page = place.person().post(BENCH, do="propose", text=CANDIDATE).text
        assert "Private keys do not belong on this server" in page
        assert "Keep it as a proposal" not in page
        assert (
            list(place.file.parent.iterdir()) == [place.signed, place.file]
            or len(list(place.file.parent.iterdir())) == 2
        )


def test_nobody_signs_a_text_that_is_not_about_their_file(place: Office) -> None:
    page = place.propose()
    text, folder = place.get(f"{page}/roll-out"), place.notary.folder
    mine, given, key = folder / "mine.yaml", folder / "t.txt", folder / "staff-1.key"
    mine.write_text(POLICY, encoding="utf-8")
    given.write_bytes(text)
    done = place.notary.run("sign", mine, "--text", given, "--key", key)
    assert done.exit_code == 1
    assert "sign only what you have read" in done.output
    mine.write_text(CANDIDATE, encoding="utf-8")
    done = place.notary.run("sign", mine, "--text", given, "--key", key)
    assert "roll-out 1 of signed: all as the file says, to be handed in until" in done.output
    given.write_bytes(b"I agree to everything\n")
    done = place.notary.run("sign", mine, "--text", given, "--key", key)
    assert "nothing that can be signed" in done.output
    given.write_bytes(b"\xff")
    done = place.notary.run("sign", mine, "--text", given, "--key", key)
    assert done.exit_code == 1
    one = replace(Rollout.parse(text), ways={"claim.nothing": Way(Mode.ENFORCE)})
    given.write_bytes(one.text())
    done = place.notary.run("sign", mine, "--text", given, "--key", key)
    assert "which the policy has not" in done.output
    done = place.notary.run("sign", mine, "--text", given, "--rollout", "--key", key)
    assert done.exit_code == 2
