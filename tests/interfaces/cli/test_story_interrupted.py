"""Ctrl-C while a film is drawn: exit 130, no film, and what was drawn is there the next time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from pyojeong.interfaces.cli import main; main()"
)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_an_interrupted_film_keeps_what_was_drawn(tmp_path: Path) -> None:
    tale, film, films = tmp_path / "tale.txt", tmp_path / "film.mp4", tmp_path / "home" / "films"
    tale.write_text(
        "숲속 친구\n\n토끼가 숲에서 웃었어요. 곰은 깜짝 놀랐어요. “우와, 토끼구나!” 곰이 소리쳤어요.", "utf-8"
    )
    command = [sys.executable, "-c", PROGRAM, "story", "film", str(tale), "-o", str(film), "--height", "480"]
    environment = {**os.environ, "PYOJEONG_HOME": str(tmp_path / "home"), "PYOJEONG_LANGUAGE": "ko"}
    with subprocess.Popen(
        [*command, "--workers", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        deadline = time.monotonic() + 240
        while not list(films.glob("[!.]*.mp4")) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert "Traceback" not in said
    assert list(films.glob("[!.]*.mp4")) and not film.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "tale.txt"]
