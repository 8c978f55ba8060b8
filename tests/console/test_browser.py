"""
The pages in a real Chromium: each job from start to end, by mouse and by keyboard.

Screenshots lie in `build/console`. axe-core looks at every page, in light and in dark.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guardrails.access.roles import Role
from tests.console.houses import House
from tests.console.visitors import PATIENCE, WIDE, Visitor

CHROMIUM = shutil.which("chromium")
sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: `make lint` once")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium: apt-get install")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium: Any, shared: House, shots: Path) -> Iterator[Visitor]:
    context = chromium.new_context(viewport=WIDE)
    one = Visitor(context.new_page(), shared, shots)
    yield one
    context.close()
    assert one.complaints == []


def test_on_call_a_conversation_is_taken_answered_and_given_back(visitor: Visitor) -> None:
    page, house = visitor.page, visitor.house
    name = "night"
    house.say("My name is Priya Sharma and my mail is jo@example.org.", name)
    house.say("I want to end my life tonight.", name)
    visitor.goto("/desk")
    visitor.shot("sign-in")
    visitor.enter(Role.ON_CALL)
    page.get_by_role("link", name=name).wait_for()
    visitor.shot("desk")
    page.get_by_role("link", name=name).click()
    page.get_by_text("<EMAIL_1>").wait_for()
    assert "jo@example.org" not in page.content()
    assert "crisis." not in page.content()
    visitor.shot("ticket")
    page.get_by_role("button", name="Take the conversation").click()
    visitor.shot("ticket-claimed")
    page.get_by_label("Imminent: they are in danger now").check()
    page.get_by_role("button", name="Keep my assessment").click()
    page.get_by_role("heading", name="What the machine found").wait_for()
    assert "crisis.imminent" in page.content()
    page.get_by_label("Write to the person").fill("Hello, I am Sam. Are you alone right now?")
    page.keyboard.press("Control+Enter")
    page.get_by_text("Hello, I am Sam.").wait_for()
    answer = house.say("Yes, at home.", name)
    assert "I am Sam" in answer["choices"][0]["message"]["content"]
    page.get_by_text("Yes, at home.").wait_for()  # it comes by itself
    visitor.shot("ticket-talking")
    page.get_by_text("See the person's own values").click()
    page.get_by_label("Why").select_option("emergency")
    page.get_by_label("Number of the case").fill("case-7")
    page.get_by_role("button", name="Show them").click()
    page.get_by_text("jo@example.org").wait_for()
    visitor.shot("ticket-unmasked")
    page.get_by_text("Hand back to the software").click()
    page.get_by_label("Note for the next human").fill("Is with a friend now.")
    page.get_by_role("button", name="Hand back").click()
    page.get_by_text("Is with a friend now.").wait_for()
    page.get_by_role("button", name="Take the conversation").click()
    page.locator("summary", has_text="Resolve").click()
    page.get_by_label("Handed on to other help").check()
    page.get_by_role("button", name="Resolve").click()
    page.get_by_text("Nothing more is to be done.").wait_for()
    visitor.shot("ticket-resolved")
    assert "own values" not in page.url
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in").wait_for()


def test_somebody_new_in_the_queue_comes_by_itself(visitor: Visitor) -> None:
    visitor.enter(Role.ON_CALL)
    name = "new"
    visitor.house.say("I want to end my life tonight.", name)
    visitor.page.get_by_role("link", name=name).wait_for()
    assert visitor.page.title().startswith("(")
    said = visitor.page.locator("[data-announce]")
    sync_api.expect(said).to_contain_text("Waiting for a human:")


def test_words_that_may_be_old_say_so(visitor: Visitor) -> None:
    page, name = visitor.page, "lost"
    visitor.house.say("I want to end my life tonight.", name)
    visitor.enter(Role.ON_CALL)
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="Take the conversation").click()
    page.get_by_label("Write to the person").fill("I am")
    page.context.set_offline(True)
    page.get_by_text("What stands here may be old.").wait_for()
    page.context.set_offline(False)
    page.get_by_text("What stands here may be old.").wait_for(state="detached")
    page.context.clear_cookies()
    page.get_by_text("You are signed out.").wait_for()
    assert page.get_by_label("Write to the person").input_value() == "I am"


def test_a_ticket_is_answered_by_keyboard_alone(visitor: Visitor) -> None:
    page, name = visitor.page, "keys"
    visitor.house.say("I want to end my life tonight.", name)
    visitor.goto("/desk")
    page.locator("#key:focus").wait_for()
    page.keyboard.insert_text(visitor.house.keys[Role.ON_CALL])
    page.keyboard.press("Enter")
    page.get_by_role("link", name=name).wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.locator("#main:focus").wait_for()
    visitor.tab_to(name)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Take it").wait_for()
    visitor.tab_to("Take the conversation")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your own assessment").wait_for()
    visitor.tab_to("None: nobody is in need")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    visitor.tab_to("Keep my assessment")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What the machine found").wait_for()
    page.locator("dd", has_text="Concern").first.wait_for()
    visitor.tab_to("Write to the person")
    page.keyboard.type("I am here.")
    page.keyboard.press("Control+Enter")
    page.locator(".human", has_text="I am here.").wait_for()


def test_the_service_is_paused_and_goes_on(visitor: Visitor) -> None:
    page = visitor.page
    visitor.enter(Role.ON_CALL)
    page.get_by_text("Stop every model now").click()
    page.get_by_label("Why").select_option("incident")
    page.get_by_role("button", name="Pause", exact=True).click()
    page.get_by_text("The service is paused: no model is asked.").wait_for()
    visitor.shot("desk-paused")
    page.get_by_role("button", name="Let models answer again").click()
    page.get_by_text("Models are asked again.").wait_for()


def test_an_auditor_reads_explains_verifies_and_replays(visitor: Visitor) -> None:
    page = visitor.page
    visitor.enter(Role.AUDITOR)
    visitor.shot("log")
    page.get_by_label("Kind").select_option("decision")
    page.get_by_label("Rule").fill("crisis.imminent")
    page.get_by_role("button", name="Show").click()
    page.locator("tbody a").first.click()
    page.get_by_text("the decision is the same").wait_for()
    visitor.shot("log-record")
    page.get_by_role("link", name="← Log").click()
    page.get_by_role("link", name="Plots").click()
    page.get_by_role("img").first.wait_for()
    visitor.shot("log-plots")
    page.get_by_role("link", name="Year", exact=True).click()
    page.get_by_role("button", name="Count").click()
    page.get_by_role("link", name="As CSV").wait_for()
    visitor.shot("log-year")
    page.get_by_role("link", name="Verify").click()
    page.get_by_role("button", name="Verify now").click()
    page.get_by_text("The log agrees with itself.").wait_for()
    visitor.shot("log-verify")
    page.get_by_role("link", name="Replay").click()
    page.get_by_label("Decide by").select_option("support-desk")
    page.get_by_role("button", name="Replay").click()
    page.get_by_text("come out otherwise").wait_for()
    visitor.shot("log-replay")
    page.get_by_role("link", name="Records").click()
    with page.expect_download() as file:
        page.get_by_role("link", name="CSV, a row for each").click()
    assert file.value.suggested_filename == "decisions.csv"


def test_a_safety_team_edits_tries_compares_and_proposes(visitor: Visitor) -> None:
    page = visitor.page
    visitor.enter(Role.SAFETY)
    visitor.edit("do: mask", "do: hide")
    page.locator(".beside .error").first.wait_for()  # beside the line, while one writes
    assert page.locator("#lint-said").inner_text().startswith("Mistakes: 1.")
    page.locator("#remarks .error button").first.click()
    visitor.shot("bench-mistake")
    visitor.edit("do: hide", "do: note")
    page.locator(".beside .error").first.wait_for(state="detached")
    page.get_by_label("What is said").fill("I want to end my life, mail jo@example.org")
    page.get_by_role("button", name="Try it").click()
    page.locator("mark", has_text="end my life").wait_for()
    assert "jo@" not in page.url
    visitor.shot("bench-try", "#result")
    page.get_by_role("button", name="Compare with the policy in force").click()
    page.get_by_text("makes it weaker").wait_for()
    visitor.shot("bench-compare", "#result")
    page.get_by_role("button", name="Run its cases").click()
    page.get_by_role("heading", name="Its cases").wait_for()
    visitor.shot("bench-cases", "#result")
    page.get_by_role("button", name="Replay the log under it").click()
    page.get_by_text("decisions were made again").wait_for()
    visitor.shot("bench-replay", "#result")
    page.get_by_role("button", name="Propose it").click()
    with page.expect_download() as file:
        page.get_by_role("button", name="Download the candidate").click()
    assert file.value.suggested_filename == "companion-candidate.yaml"
    visitor.shot("bench-propose", "#result")


def test_the_status_tells_how_it_is(visitor: Visitor) -> None:
    visitor.enter(Role.ADMIN)
    visitor.page.get_by_role("link", name="Status").click()
    visitor.page.get_by_text("Everything that a turn needs works.").wait_for()
    visitor.shot("status")


def test_without_scripts_every_page_still_works(chromium: Any, shared: House) -> None:
    name = "plain"
    shared.say("I want to end my life tonight.", name)
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{shared.url}/console/desk")
    page.get_by_label("Your key").fill(shared.keys[Role.ADMIN])
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="Take the conversation").click()
    page.get_by_label("Write to the person").fill("I am here.")
    page.get_by_role("button", name="Send").click()
    page.locator(".human", has_text="I am here.").wait_for()
    page.goto(f"{shared.url}/console/bench/default")
    page.get_by_role("button", name="Check").click()
    page.get_by_text("It loads.").wait_for()
    wide = page.locator("body").bounding_box()
    assert wide["width"] <= 390
    context.close()
