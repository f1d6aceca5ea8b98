"""Every page in a real browser, narrow and wide, light and dark: named, legible, in order, and in the navigation."""

from __future__ import annotations

from typing import Any

import audits
import pytest

from pyojeong.interfaces.web.frame import PAGES
from visiting import Visitor

pytestmark = pytest.mark.browser

SHOWN = {
    "/": ".stage-sheet img",
    "/score": ".staff, .beat-text, .score-page svg",
    "/faces": ".gauges-lead",
    "/paper": ".paper-page .panel",
    "/stickers": ".sticker-view img",
    "/story": ".story-cover img",
}
"""What is there when a page is ready."""


@pytest.mark.parametrize("width", [390, 1000, 1440])
def test_every_page_is_legible_named_and_in_order(chromium: Any, studio_url: str, width: int) -> None:
    visit = Visitor(chromium)
    visit.patience_seconds = 90.0
    visit.resize(width)
    for address, _ in PAGES:
        visit.come(f"{studio_url}{address}")
        visit.until(lambda shown=SHOWN[address]: visit.one(shown).is_displayed())
        assert audits.lasting(visit, audits.nameless) == [], address
        assert audits.lasting(visit, audits.jumps) == [], address
        for theme in ("light", "dark"):
            visit.run("window.pyojeongTheme(arguments[0])", theme)
            assert audits.lasting(visit, audits.pale) == [], (address, theme)
        here = visit.run(
            "const nav = document.querySelector('.pages').getBoundingClientRect();"
            "const here = document.querySelector('.pages [aria-current]').getBoundingClientRect();"
            "return here.left >= nav.left - 1 && here.right <= nav.right + 1"
        )
        assert here, address
        assert visit.run("return document.documentElement.scrollWidth <= window.innerWidth"), address


def test_the_page_that_is_shown_stays_in_view_when_the_window_becomes_narrow(chromium: Any, studio_url: str) -> None:
    visit = Visitor(chromium)
    visit.come(f"{studio_url}/story")
    visit.resize(390)
    edges = (
        "const of = (name) => document.querySelector(name).getBoundingClientRect();"
        "const nav = of('.pages'), here = of('.pages [aria-current]');"
        "return [nav.left, here.left, here.right, Math.min(nav.right, window.innerWidth)].map(Math.round)"
    )
    visit.until(lambda: visit.run(edges) == sorted(visit.run(edges)))
    around, left, right, end = visit.run(edges)
    assert around <= left < right <= end <= 390
