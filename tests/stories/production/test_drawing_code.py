"""What was drawn by another version of anything that draws is drawn again."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

import pyojeong
from pyojeong.stories.production import drawing_code as told
from pyojeong.stories.production.drawing_code import drawing_code

ROOT = Path(pyojeong.__file__).parent
DRAWS = "pyojeong.performing.film.worker"


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    drawing_code.cache_clear()
    yield
    drawing_code.cache_clear()


def _file_of(module: str) -> Path | None:
    place = ROOT.parent.joinpath(*module.split("."))
    return next((path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()), None)


def _imported(path: Path) -> Iterator[str]:
    """Every module a file may import, in functions and by name, too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "find_spec")):
            words = [part.value for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant)]
            yield from (word.rstrip(".") for word in words[:1])


@cache
def reached() -> tuple[frozenset[str], frozenset[str]]:
    """Rooms and libraries that a process which draws may come by, from its imports; the package's own door aside."""
    seen, libraries, waiting = set[str](), set[str](), [DRAWS]
    while waiting:
        module = waiting.pop()
        path = _file_of(module)
        if module in seen or path is None:
            continue
        seen.add(module)
        for name in _imported(path):
            parts = name.split(".")
            if parts[0] == "pyojeong":
                waiting += [".".join(parts[:length]) for length in range(2, len(parts) + 1)]
            elif parts[0] not in sys.stdlib_module_names:
                libraries.add(parts[0])
    rooms = {module.split(".")[1] for module in seen if "." in module}
    return frozenset(room for room in rooms if (ROOT / room).is_dir()), frozenset(libraries)


def test_it_is_the_same_as_long_as_nothing_changes() -> None:
    first = drawing_code()
    drawing_code.cache_clear()
    assert drawing_code() == first


def test_the_walk_over_imports_finds_what_is_known_to_draw() -> None:
    rooms, libraries = reached()
    assert {"emotion", "media", "performing", "rig"} <= rooms
    assert {"skia", "numpy", "cv2", "av", "mediapipe", "PIL", "koreanize_matplotlib"} <= libraries


@pytest.mark.parametrize("library", sorted(reached()[1]))
def test_another_version_of_one_library_is_another_name(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = {name.lower() for name in packages_distributions().get(library, [library])}
    first = drawing_code()
    drawing_code.cache_clear()
    changed |= {name.replace("_", "-") for name in changed}
    monkeypatch.setattr(told, "version", lambda name: "0.0" if name in changed else version(name))
    assert drawing_code() != first


@pytest.mark.parametrize("room", sorted(reached()[0]))
def test_every_room_that_draws_is_in_it(room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawing_code()
    drawing_code.cache_clear()
    monkeypatch.setattr(told, "_ROOMS", tuple(name for name in told._ROOMS if name != room))
    assert drawing_code() != first
