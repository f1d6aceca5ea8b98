"""Finished chunks by what they show: an edit draws only what it changed, and a killed drawing goes on where it was."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.performing.film.encoding import frames_in
from pyojeong.performing.film.plan import Kind, Stretch
from pyojeong.performing.film.screenplay import Scene, Screenplay
from pyojeong.performing.film.screenplay_json import scene_to_json, source_to_json
from pyojeong.performing.film.sources import ActorSource, AvatarSource, CharacterSource
from pyojeong.performing.film.transitions import SECONDS
from pyojeong.stories.production.drawing_code import drawing_code, painter_of_heads

_KEY_LETTERS = 32
_STRAY_SECONDS = 3600.0
"""After which an unfinished chunk was left by a process that was killed: a frame takes 90 seconds at most."""


class ChunkStore:
    """Chunks in one folder, the oldest removed when they grow too large.

    Args:
        folder: Where they lie; made when needed.
        limit_bytes: How large they may grow; what the present film needs always stays.
    """

    def __init__(self, folder: Path, *, limit_bytes: int = 4_000_000_000) -> None:
        self.folder, self._limit = folder, limit_bytes

    def path_of(self, key: str) -> Path:
        """Where the chunk of ``key`` lies, or will."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / f"{key}.mp4"

    def holds(self, piece: Path, frames: int) -> bool:
        """Whether a chunk is there, whole and of so many frames; one that is damaged is removed."""
        if not piece.exists():
            return False
        if frames_in(piece) != frames:
            piece.unlink(missing_ok=True)
            return False
        with suppress(FileNotFoundError):  # another maker may have cleared it: then it is drawn
            os.utime(piece)
        return piece.exists()

    def trimmed(self, needed: Iterable[Path]) -> None:
        """Remove the chunks used longest ago until the rest fits; never one of ``needed``."""
        kept = set(needed)
        files = self._files()
        total = sum(size for _, size, _ in files)
        for used, size, path in files:
            unfinished = path.name.startswith(".")
            if unfinished and time.time() - used > _STRAY_SECONDS:
                path.unlink(missing_ok=True)
            elif total > self._limit and not unfinished and path not in kept:
                total -= size
                path.unlink(missing_ok=True)

    def _files(self) -> list[tuple[float, int, Path]]:
        """When each was used last, its bytes, and itself; the longest unused first."""
        found = []
        for path in self.folder.glob("*.mp4"):
            with suppress(FileNotFoundError):  # another maker may clear it, too
                told = path.stat()
                found.append((told.st_mtime, told.st_size, path))
        return sorted(found)


class Keys:
    """Names of chunks: what is in their pictures, and nothing else.

    Args:
        screenplay: The film.
        actors: Role → where its actor comes from.
        subtitled: Whether lines are written into the picture.

    Raises:
        PyojeongError: Kind ``missing-file`` when an actor's file is gone.
    """

    def __init__(self, screenplay: Screenplay, actors: Mapping[str, ActorSource], *, subtitled: bool) -> None:
        self._play, self._subtitled = screenplay, subtitled
        self._actors = {role: _fingerprint(source) for role, source in actors.items()}

    def of(self, stretch: Stretch, frames: range) -> str:
        """The name of ``frames``, counted from the stretch's first."""
        shown: dict[str, Any] = {
            "code": drawing_code(),
            "size": self._play.format.size_wh,
            "rate": self._play.format.frames_per_second,
            "frames": [frames.start, frames.stop],
            "kind": stretch.kind.value,
        }
        if stretch.kind is Kind.CREDITS:
            shown["credits"] = self._play.credits
        elif stretch.kind is Kind.TITLE:
            shown |= self._cover()
        else:
            shown |= self._scene(stretch.scene, frames)
        text = json.dumps(shown, sort_keys=True, ensure_ascii=True, default=str)
        return hashlib.sha256(text.encode("ascii")).hexdigest()[:_KEY_LETTERS]

    def _cover(self) -> dict[str, Any]:
        return {"title": self._play.title, "behind": _set(self._play.scenes[0])}

    def _scene(self, number: int, frames: range) -> dict[str, Any]:
        scene = self._play.scenes[number]
        shown: dict[str, Any] = {"scene": scene_to_json(scene), "subtitled": self._subtitled}
        shown["actors"] = self._players(scene)
        if self._subtitled:
            roles = sorted({turn.role for turn in scene.turns})
            shown["names"] = {role: self._play.shown.get(role, "") for role in roles}
        if frames.start < SECONDS[scene.opening] * self._play.format.frames_per_second:
            before = self._play.scenes[number - 1] if number else None
            shown["before"] = scene_to_json(before) if before else self._cover()
            shown["actors before"] = self._players(before) if before else {}
        return shown

    def _players(self, scene: Scene) -> dict[str, str]:
        roles = {standing.role for shot in scene.shots for standing in shot.standing}
        return {role: self._actors[role] for role in sorted(roles)}


def _set(scene: Scene) -> list[Any]:
    light = [scene.tone.value, scene.strength, scene.hour.value, scene.moon]
    return [scene.place.value, scene.weather.value, *light, scene.seed]


def _fingerprint(source: ActorSource) -> str:
    """A source with the bytes of its file, so that another photo under the same name is another actor.

    Raises:
        PyojeongError: Kind ``missing-file`` when it is gone.
    """
    told = hashlib.sha256(json.dumps(source_to_json(source), sort_keys=True).encode())
    if not isinstance(source, CharacterSource):
        told.update(_bytes_of(source.path))
    if isinstance(source, AvatarSource):
        told.update(painter_of_heads().encode())
    return told.hexdigest()


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as gone:
        raise PyojeongError(
            f"배우의 파일이 없습니다: {path}", f"The file of an actor is gone: {path}", kind="missing-file"
        ) from gone
