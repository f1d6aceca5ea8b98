"""The law of imports holds, and importing the package is free."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
HEAVY = ("numpy", "cv2", "torch", "nicegui", "fastapi", "mediapipe", "onnxruntime", "kiwipiepy", "PIL", "pydantic")


def imported_by(statement: str) -> set[str]:
    """Names of all modules a fresh interpreter holds after ``statement``."""
    code = f"{statement}; import sys; print(' '.join(sys.modules))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_the_law_of_imports() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == EXIT_STATUS_SUCCESS


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not imported_by("import pyojeong") & set(HEAVY)


def test_emotion_and_rig_are_plain_python() -> None:
    assert not imported_by("import pyojeong.emotion, pyojeong.rig.compose, pyojeong.rig.timeline") & set(HEAVY)


def test_the_command_line_opens_without_the_heavy_rooms() -> None:
    loaded = imported_by("import pyojeong.interfaces.cli")
    assert not loaded & {"numpy", "cv2", "torch", "nicegui", "mediapipe", "onnxruntime", "kiwipiepy"}


def test_the_product_never_asks_for_torch() -> None:
    product = [
        p for p in (ROOT / "src/pyojeong").rglob("*.py") if "lab" not in p.relative_to(ROOT / "src/pyojeong").parts
    ]
    offenders = [p for p in product if "import torch" in p.read_text(encoding="utf-8")]
    assert product and not offenders
