"""
In a real Chromium: a draft is proposed, signed on another machine, rolled out by percent, seen at
work in a conversation, and undone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guardrails.access.roles import Role
from tests.console.offices import ADDED, BOND, Notary, Office, office
from tests.console.visitors import PATIENCE, WIDE, Visitor

CHROMIUM = shutil.which("chromium")
sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: `make lint` once")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium: apt-get install")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Office]:
    two = "{needed: 2, roles: [safety-lead]}"
    with office(tmp_path, approve=two) as one:
        yield one


@pytest.fixture
def visitor(place: Office, shots: Path) -> Iterator[Visitor]:
    with sync_api.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(viewport=WIDE, accept_downloads=True)
        one = Visitor(context.new_page(), place.house, shots)
        yield one
        context.close()
        browser.close()
    assert one.complaints == []


def downloaded(page: Any, link: str, nth: int = 0) -> bytes:
    with page.expect_download() as file:
        page.get_by_role("link", name=link, exact=True).nth(nth).click()
    return Path(file.value.path()).read_bytes()


def handed_in(page: Any, note: str, folder: Path | None = None) -> None:
    """Paste *note*, or choose its file, and hand it in."""
    if folder is None:
        page.get_by_label("The note, as").fill(note)
    else:
        path = folder / "a.note"
        path.write_text(note, encoding="utf-8")
        page.get_by_label("Or its file").set_input_files(str(path))
        sync_api.expect(page.get_by_label("The note, as")).to_have_value(note)
    page.get_by_role("button", name="Hand it in").click()


def answers(place: Office, of: int) -> list[str]:
    """Return what people in *of* conversations are told."""
    said = [place.house.say("Who am I to you?", f"c-{n}") for n in range(of)]
    return [str(one["choices"][0]["message"]["content"]) for one in said]


def signed_by_two(visitor: Visitor, notary: Notary, candidate: bytes, folder: Path) -> None:
    """Have two people sign *candidate* where their keys are; one copies the command."""
    page = visitor.page
    handed_in(page, notary.sign(candidate, "staff-2"))
    page.get_by_text("Missing: 1 of 2 have signed; nobody who is safety-lead").wait_for()
    visitor.shot("proposal-half-signed")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the command").first.click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("() => navigator.clipboard.readText()") == (
        "candor policy sign signed-candidate.yaml --key YOUR.key"
    )
    handed_in(page, notary.sign(candidate, "staff-1"), folder)
    page.get_by_text("Nothing is missing there").wait_for()


def test_a_policy_is_proposed_signed_rolled_out_and_undone_in_the_browser(
    visitor: Visitor, place: Office, tmp_path: Path
) -> None:
    page, notary = visitor.page, place.notary
    assert all("mean everything" in said for said in answers(place, 3))
    visitor.enter(Role.SAFETY)
    visitor.edit("crisis:\n", f"{ADDED}crisis:\n")
    page.get_by_role("textbox", name="The policy").press("Control+End")
    page.keyboard.insert_text(BOND)
    page.get_by_role("button", name="Propose it").click()
    page.get_by_role("button", name="Keep it as a proposal").click()
    page.get_by_text("It is kept, for people to sign.").wait_for()
    visitor.shot("proposal-kept")
    place_of_it = page.url
    candidate = downloaded(page, "Download the policy")

    signed_by_two(visitor, notary, candidate, tmp_path)

    page.get_by_label("Rule").select_option("claim.bond")
    page.get_by_label("acts in this share of conversations").fill("10")
    page.get_by_role("button", name="Show the text to sign").click()
    page.get_by_text("claim.bond enforce 10 %").wait_for()
    visitor.shot("proposal-to-sign")
    ten = notary.sign(candidate, "staff-1", downloaded(page, "the text to sign"))
    handed_in(page, ten.replace("enforce 10", "enforce 90"))
    page.get_by_text("this note was changed").wait_for()
    visitor.shot("note-refused")
    handed_in(page, ten)
    page.get_by_text("Roll-out 1 is in force now.").wait_for()
    visitor.shot("proposal-at-ten-percent")
    said = answers(place, 40)
    acted = sum("I am a program." in one for one in said)
    assert 0 < acted < 20, "ten in a hundred conversations see it"

    page.get_by_role("button", name="Show the text to sign").click()
    page.get_by_text("roll-out 2: all as the file says").wait_for()
    handed_in(page, notary.sign(candidate, "staff-1", downloaded(page, "the text to sign")))
    page.get_by_text("Roll-out 2 is in force now.").wait_for()
    assert all("I am a program." in one for one in answers(place, 5))

    visitor.goto("/bench/default/proposals")
    page.get_by_role("heading", name="Undo").wait_for()
    visitor.shot("proposals")
    policy, text = downloaded(page, "its policy"), downloaded(page, "the text to sign")
    handed_in(page, notary.sign(policy, "staff-1", text))
    page.get_by_text("Roll-out 3 is in force now.").wait_for()
    assert [one for one in answers(place, 40) if "I am a program." in one]
    visitor.goto("/bench/default/proposals")
    again = notary.sign(candidate, "staff-1", downloaded(page, "the text to sign"))
    handed_in(page, ten)
    page.get_by_text("what counts next is number 4").wait_for()
    handed_in(page, again)
    page.get_by_text("Roll-out 4 is in force now.").wait_for()
    visitor.shot("proposal-undone")
    assert page.url.startswith(place_of_it.partition("/proposals")[0])


def test_without_scripts_a_note_is_pasted_and_handed_in(place: Office) -> None:
    path = place.propose()
    with sync_api.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(java_script_enabled=False, viewport=WIDE)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{place.house.url}/console{path}")
        page.get_by_label("Your key").fill(place.house.keys[Role.SAFETY])
        page.get_by_role("button", name="Sign in").click()
        assert not page.get_by_label("Or its file").is_visible()
        assert not page.get_by_role("button", name="Copy the command").first.is_visible()
        handed_in(page, place.notary.sign(place.get(f"{path}/policy"), "staff-1"))
        page.get_by_text("Missing: 1 of 2 have signed").wait_for()
        context.close()
        browser.close()
