"""A picture of a whole web page by headless Chromium, a process of its own behind the `Gateway`."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pyojeong.reading.page.stopping import Stop, never
from pyojeong.reading.page.web.fetching import Fetcher
from pyojeong.reading.page.web.gateway import Gateway
from pyojeong.reading.page.web.refusals import refusal
from pyojeong.reading.page.web.wire import Deadline

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WINDOW_WH = (1280, 1800)
"""The first screens of a page; whole pages may be endless."""
SECONDS = 40.0
PAGE_TIME_MS = 8_000
"""The page's own clock: its timers run this far before the picture is taken."""
MOST_BYTES = 60_000_000
_LOOK_SECONDS = 0.1
_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--hide-scrollbars",
    "--mute-audio",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--deny-permission-prompts",
    "--force-device-scale-factor=1",
    "--disable-dns-prefetch",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--lang=ko",
)


@dataclass(frozen=True, slots=True)
class Browser:
    """Chromium, where it is.

    Attributes:
        program: Path of the executable.
        fetcher: Whose resolver, rule and ports its gateway uses.
        seconds: After this the browser is ended.
    """

    program: str
    fetcher: Fetcher
    seconds: float = SECONDS

    @classmethod
    def found(cls, fetcher: Fetcher) -> Browser | None:
        """The installed browser, or None."""
        program = next(filter(None, map(shutil.which, NAMES)), None)
        return None if program is None else cls(program, fetcher)

    @property
    def notice(self) -> None:
        """Nothing: it runs on this machine."""
        return None

    def screenshot(self, address: str, *, stop: Stop = never) -> bytes:
        """The page at ``address`` as a PNG of `WINDOW_WH`.

        Raises:
            PyojeongError: When the page itself is not public, or there is no picture in time.
        """
        safe = self.fetcher
        gateway = Gateway(
            seconds=self.seconds,
            most_bytes=MOST_BYTES,
            resolver=safe.resolver,
            rule=safe.rule,
            ports=safe.ports,
            stop=stop,
        )
        with TemporaryDirectory(prefix="pyojeong-", ignore_cleanup_errors=True) as folder, gateway:
            picture = Path(folder) / "page.png"
            command = [self.program, *_FLAGS, *_own_flags(Path(folder), picture, gateway.port), address]
            _run(command, Path(folder), gateway.deadline)
            if not picture.exists():
                raise refusal("web-answer", what="Chromium")
            return picture.read_bytes()


def _own_flags(folder: Path, picture: Path, port: int) -> list[str]:
    width, height = WINDOW_WH
    flags = [
        f"--user-data-dir={folder / 'profile'}",
        f"--screenshot={picture}",
        f"--window-size={width},{height}",
        f"--virtual-time-budget={PAGE_TIME_MS}",
        f"--proxy-server=http://127.0.0.1:{port}",
        # Without this Chromium reaches loopback and link-local addresses directly (its docs, net/docs/proxy.md).
        "--proxy-bypass-list=<-loopback>",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ]
    # Chromium refuses to start its sandbox as root, which is what containers usually run as.
    as_root = sys.platform != "win32" and os.geteuid() == 0
    return [*flags, "--no-sandbox"] if as_root else flags


def _run(command: list[str], folder: Path, deadline: Deadline) -> None:
    # Only what a browser needs: no proxy, key or token of this process goes along.
    environment = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    environment["HOME"] = str(folder)
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, env=environment, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        while process.poll() is None:
            deadline.left()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_SECONDS)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """The browser and the processes it started."""
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
