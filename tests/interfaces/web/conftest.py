"""A running studio and a browser to visit it with."""

from __future__ import annotations

import math
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import pyojeong.interfaces.web as web

sys.path.insert(0, str(Path(__file__).parent))

from serving import free_port, serving

FOLDER = Path(str(web.__file__)).parent
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
)


@pytest.fixture(scope="session")
def source() -> str:
    """All Python and JavaScript of the pages."""
    return "".join(p.read_text(encoding="utf-8") for p in FOLDER.rglob("*") if p.suffix in (".py", ".js"))


@pytest.fixture(scope="session")
def studio_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a studio in a process of its own."""
    port = free_port()
    with serving(port, tmp_path_factory.mktemp("studio") / "log.txt"):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[object]:
    """A fresh headless Chromium, 1440 × 1000; its camera shows Chromium's test picture."""
    with opened_chromium(tmp_path) as opened:
        yield opened


@pytest.fixture
def chromium_3d(tmp_path: Path) -> Iterator[object]:
    """A fresh headless Chromium that draws WebGL in software."""
    with opened_chromium(tmp_path, "--enable-unsafe-swiftshader", "--use-angle=swiftshader") as opened:
        yield opened


@contextmanager
def opened_chromium(folder: Path, *flags: str) -> Iterator[Any]:
    """A headless Chromium that keeps everything in ``folder``."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.skip("Chromium and chromedriver are not installed (apt-get install chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in (*QUIET, f"--user-data-dir={folder / 'profile'}", "--window-size=1440,1000", *flags):
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": str(folder)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        yield opened
    finally:
        opened.quit()


@pytest.fixture
def portrait_camera(tmp_path: Path, portrait_pixels: np.ndarray) -> Iterator[object]:
    """A fresh headless Chromium before whose camera the portrait sways a little."""
    import cv2

    film = tmp_path / "portrait.mjpeg"
    with film.open("wb") as frames:
        for step in range(30):
            sway = 12 * math.sin(2 * math.pi * step / 30)
            moved = cv2.warpAffine(
                portrait_pixels[:, :, ::-1], np.array([[1.25, 0, 80 + sway], [0, 1.25, 0]]), (640, 480)
            )
            frames.write(cv2.imencode(".jpg", moved)[1].tobytes())
    with opened_chromium(tmp_path, f"--use-file-for-fake-video-capture={film}") as opened:
        yield opened
