"""A name for everything that draws but is not told in a screenplay: code, words, fonts, models, libraries."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

#: Whatever these rooms hold may change a picture; MediaPipe cuts photo actors out, Pillow and pi-heif decode them.
_ROOMS = ("emotion", "media", "performing", "rig", "weights")
_LIBRARIES = (
    "skia-python",
    "numpy",
    "opencv-contrib-python",
    "opencv-python-headless",
    "opencv-python",
    "av",
    "koreanize-matplotlib",
    "moderngl",
    "mediapipe",
    "pillow",
    "pi-heif",
)


@cache
def drawing_code() -> str:
    """Changes whenever the same screenplay might be drawn otherwise."""
    root = Path(__file__).parents[2]
    told = hashlib.sha256(" ".join(f"{name} {_version(name)}" for name in _LIBRARIES).encode())
    for room in _ROOMS:
        for path in sorted((root / room).rglob("*")):
            if path.is_file() and path.suffix not in (".pyc", ".md"):
                told.update(f"{path.relative_to(root)} {path.stat().st_size}".encode() + path.read_bytes())
    return told.hexdigest()


@cache
def painter_of_heads() -> str:
    """What draws 3D heads here: OpenGL and Skia light them differently."""
    from pyojeong.performing.avatar.rendering_gl import gl_works

    return "opengl" if gl_works() else "skia"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
