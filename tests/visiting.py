"""A visitor of a page in a real browser, for the tests of every page."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from selenium.common.exceptions import WebDriverException


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
            except self.passing:
                found = None
            if found:
                return found
            assert time.monotonic() < deadline, "the page did not get there in time"
            time.sleep(self.pause_seconds)
