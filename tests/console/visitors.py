"""Somebody at a real browser, for tests; see `test_browser.py`."""

from pathlib import Path
from typing import Any

import pytest

from guardrails.access.roles import Role
from tests.console.houses import House

PATIENCE = 60_000.0  # milliseconds; a machine may be slow
WIDE = {"width": 1280, "height": 900}
WORST = {"serious", "critical"}


class Visitor:
    """Somebody at a browser; what the browser complains about is kept."""

    def __init__(self, page: Any, house: House, shots: Path) -> None:
        self.page = page
        self.house = house
        self.complaints: list[str] = []
        self._shots = shots
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._said)
        page.on("request", self._asked)

    def _said(self, message: Any) -> None:
        if "Content Security Policy" in message.text or "Refused to" in message.text:
            self.complaints.append(message.text)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(self.house.url):
            self.complaints.append(f"asked {request.url}")

    def goto(self, path: str) -> None:
        self.page.goto(f"{self.house.url}/console{path}")

    def enter(self, role: Role) -> None:
        self.goto("/sign-in")
        self.page.get_by_label("Your key").fill(self.house.keys[role])
        self.page.get_by_role("button", name="Sign in").click()
        self.page.get_by_role("heading", level=1).wait_for()

    def shot(self, name: str, within: str | None = None) -> None:
        """Keep a picture in light and in dark; axe-core has to find no serious fault in either.

        It looks at the part *within* alone, if one is named.
        """
        from axe_playwright_python.base import AXE_SCRIPT

        for scheme, rules in (("light", {}), ("dark", {"runOnly": ["color-contrast"]})):
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            path = self._shots / f"{name}-{scheme}.png"
            self.page.screenshot(path=str(path), full_page=True)
            if not self.page.evaluate("() => 'axe' in window"):
                self.page.evaluate(AXE_SCRIPT)
            found = self.page.evaluate(
                "([within, rules]) => axe.run(within || document, rules)", [within, rules]
            )
            faults = [
                f"{name}, {scheme}: {one['id']}: {node['html'][:200]}"
                for one in found["violations"]
                if one["impact"] in WORST
                for node in one["nodes"]
            ]
            assert faults == []

    def edit(self, old: str, new: str) -> None:
        """Select the first *old* in the policy, and type *new*."""
        draft = self.page.get_by_role("textbox", name="The policy")
        draft.evaluate(
            "(area, old) => { const at = area.value.indexOf(old); area.focus();"
            " area.setSelectionRange(at, at + old.length) }",
            old,
        )
        self.page.keyboard.insert_text(new)

    def tab_to(self, name: str, most: int = 60) -> None:
        """Press Tab until the focus is on what has that text; it has to be seen there."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            said = self.page.evaluate(
                "() => { const e = document.activeElement;"
                " return (e.labels && e.labels[0] ? e.labels[0].textContent : e.textContent) }"
            )
            if name in said:
                outline = "() => getComputedStyle(document.activeElement).outlineStyle"
                editor = "() => getComputedStyle(document.activeElement.parentElement).outlineStyle"
                seen = {self.page.evaluate(outline), self.page.evaluate(editor)}
                assert seen - {"none"}, f"the focus on {name} cannot be seen"
                return
        pytest.fail(f"Tab does not lead to {name}")
