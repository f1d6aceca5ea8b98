"""The law of imports holds, and importing the package is free."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("numpy", "cv2", "torch", "nicegui", "fastapi", "mediapipe", "onnxruntime", "kiwipiepy", "PIL", "pydantic")


def imported_by(statement: str) -> set[str]:
    """Names of all modules a fresh interpreter holds after ``statement``."""
    code = f"{statement}; import sys; print(' '.join(sys.modules))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_the_law_of_imports() -> None:
    code = (
        "from importlinter.cli import lint_imports_command; lint_imports_command()"  # in here it would mute every log
    )
    checked = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not imported_by("import pyojeong") & set(HEAVY)


def test_emotion_and_rig_are_plain_python() -> None:
    assert not imported_by("import pyojeong.emotion, pyojeong.rig.compose, pyojeong.rig.timeline") & set(HEAVY)


def test_the_command_line_opens_without_the_heavy_rooms() -> None:
    loaded = imported_by("import pyojeong.interfaces.cli")
    assert not loaded & {"numpy", "cv2", "torch", "nicegui", "mediapipe", "onnxruntime", "kiwipiepy"}


def modules_asked_for(path: Path) -> set[str]:
    """First names of everything a file imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    froms = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in plain | froms}


def test_the_product_never_asks_for_what_only_the_laboratory_needs() -> None:
    source = ROOT / "src/pyojeong"
    product = [p for p in source.rglob("*.py") if "lab" not in p.relative_to(source).parts]
    offenders = [
        p for p in product if modules_asked_for(p) & {"torch", "transformers", "onnx", "sklearn", "scipy", "matplotlib"}
    ]
    assert product and not offenders
    assert any("torch" in modules_asked_for(p) for p in (source / "lab").glob("*.py"))
