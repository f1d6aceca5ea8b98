"""A process that is killed while it writes leaves no half file under the name that was asked for."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path


def test_a_killed_process_leaves_no_partial_output(pictures: Path, tmp_path: Path) -> None:
    out = tmp_path / "long.mp4"
    program = "from pyojeong.interfaces.cli import main; main()"
    options = ["--emotion", "joy", "--seconds", "20", "--fps", "30", "-o", str(out)]
    command = [sys.executable, "-c", program, "perform", str(pictures / "portrait.png"), *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 60
        while not list(tmp_path.iterdir()) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        writing = [path.name for path in tmp_path.iterdir()]
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=10)
    assert writing and process.returncode == -signal.SIGKILL
    assert not out.exists()
    assert all(name.startswith(".") for name in writing)
