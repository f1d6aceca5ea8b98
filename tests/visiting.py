"""A visitor of a page in a real browser, for the tests of every page."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from selenium.common.exceptions import WebDriverException

NARROW = 500
"""Pixels; no computer's window is narrower."""


class Visitor:
    """Finds things on a page and waits for them.

    Attributes:
        patience_seconds: After this a wait fails.
        pause_seconds: Between two looks.
        passing: What a look may meet while the page is being built anew.
    """

    patience_seconds = 30.0
    pause_seconds = 0.05
    passing: tuple[type[Exception], ...] = (WebDriverException,)

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def come(self, address: str) -> None:
        """Returns when the page at ``address`` listens."""
        self.driver.get(address)
        self.until(lambda: self.run("return window.did_handshake"))

    def resize(self, width: int, height: int = 900) -> None:
        """Look through a window of that size; the narrowest are telephones."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < NARROW}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def press(self, element: Any) -> None:
        """Click, also where something else lies over it."""
        self.run("arguments[0].click()", element)

    def write(self, keys: str) -> None:
        """Press keys where the focus is."""
        self.driver.switch_to.active_element.send_keys(keys)

    def all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", selector))

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def until(self, condition: Callable[[], object]) -> Any:
        """What ``condition`` gives once it is true."""
        deadline = time.monotonic() + self.patience_seconds
        while True:
            try:
                found = condition()
            except self.passing as met:
                seen: object = met
            else:
                if found:
                    return found
                seen = found
            assert time.monotonic() < deadline, f"the page did not get there in time; seen last: {seen!r}"
            time.sleep(self.pause_seconds)
