"""Importing the package and printing help load nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("numpy", "cv2", "torch", "mediapipe", "nicegui", "PIL", "av", "skia", "onnxruntime", "kiwipiepy", "fastapi")


@pytest.mark.parametrize(
    "program",
    [
        "import pyojeong",
        "import pyojeong; dir(pyojeong); pyojeong.Emotion, pyojeong.PyojeongError",
        "import pyojeong.interfaces.cli",
        "from pyojeong.interfaces.cli.app import run; assert run(['perform', '--help']) == 0",
    ],
)
def test_nothing_heavy_is_loaded(program: str) -> None:
    check = f"{program}\nimport sys\nprint([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
