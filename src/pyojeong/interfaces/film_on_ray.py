"""Chunks of a film drawn on the Ray cluster that ``RAY_ADDRESS`` names. The extra ``scale`` brings Ray.

What a painter draws travels back as bytes, and what an actor is made of travels there: nodes need no common disk.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.batch.ray_pool import connected_ray
from pyojeong.interfaces.failures import mendable
from pyojeong.media.writing import write_file
from pyojeong.performing.film.crew import Job, draw_by
from pyojeong.processes import granted, refused
from pyojeong.stories.production.drawing_code import drawing_code, painter_of_heads

_LISTEN_SECONDS = 0.2


def draw_on_ray(
    film: Mapping[str, Any],
    jobs: Sequence[Job],
    *,
    workers: int,
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Write every job's chunk; as `crew.draw`, but progress is told a chunk at a time.

    Args:
        film: The first line of every worker (see `performing.film.worker`).
        jobs: What is missing, in the order wished for.
        workers: Painters at once; as many as the cluster has cores when 0.
        progress: Told how many new frames there are in all; what it raises stops the drawing and reaches the caller.

    Raises:
        PyojeongError: When Ray is not there, an actor's file is gone, or a painter is of another version or could not
            draw, in its words.
    """
    ray = connected_ray()
    cores = int(ray.cluster_resources().get("CPU", 1))
    painter = ray.remote(num_cpus=1, max_restarts=0)(RayPainter)
    told = ray.put((dict(film), _files_of(film), drawing_code(), _heads(film)))
    drawers = max(1, min(workers or cores, cores))
    draw_by(lambda: _Painter(ray, painter.remote(told)), jobs, drawers=drawers, progress=progress)


class _Painter:
    """A `RayPainter` on the cluster, as a drawer here."""

    def __init__(self, ray: Any, painter: Any) -> None:
        self._ray, self._painter = ray, painter

    def drawn(self, job: Job, told: Callable[[int], None], stopped: threading.Event) -> bool:
        """Whether its chunk lies here; False when the painter, its node, or what it sent is lost."""
        answer = self._painter.drawn.remote(job.first, job.past)
        try:
            while not self._ray.wait([answer], timeout=_LISTEN_SECONDS)[0]:
                if stopped.is_set():
                    return False
            chunk = granted(self._ray.get(answer))["chunk"]
        except self._ray.exceptions.RayTaskError as failure:
            raise _failed(failure) from failure
        except self._ray.exceptions.RayError:
            return False
        write_file(job.path, chunk)
        told(job.past - job.first)
        return True

    def end(self) -> None:
        """Its core is free for others."""
        self._ray.kill(self._painter)


class RayPainter:
    """Lives on a worker of the cluster and keeps its actors and sets between chunks."""

    def __init__(self, told: tuple[dict[str, Any], dict[str, bytes], str, str]) -> None:
        self._film, self._files, self._code, self._heads = told
        self._frames: Any = None

    def drawn(self, first: int, past: int) -> dict[str, Any]:
        """The bytes of a chunk, or why there are none."""
        from pyojeong.performing.film.encoding import write_chunk

        with tempfile.TemporaryDirectory(prefix="pyojeong-") as folder:  # nobody's photo stays on the node
            path = Path(folder) / "chunk.mp4"
            try:
                with mendable():  # a node's disk may be full
                    frames = self._opened(Path(folder))
                    rate = frames.screenplay.format.frames_per_second
                    write_chunk(frames.frame, range(first, past), path, frames_per_second=rate)
            except PyojeongError as failure:
                return refused(failure)
            return {"chunk": path.read_bytes()}

    def _opened(self, folder: Path) -> Any:
        from pyojeong.performing.film.worker import prepared

        if self._frames is None:
            if self._code != drawing_code():
                raise _another_version()
            if self._heads != _heads(self._film):
                raise _another_light()
            actors = _with_files(self._film["actors"], self._files, folder)
            self._frames = prepared({**self._film, "actors": actors})
        return self._frames


def _files_of(film: Mapping[str, Any]) -> dict[str, bytes]:
    """Path → bytes of every photo and 3D head.

    Raises:
        PyojeongError: When one is gone or may not be read.
    """
    sources = film["actors"].values()
    with mendable():
        return {source["path"]: Path(source["path"]).read_bytes() for source in sources if "path" in source}


def _heads(film: Mapping[str, Any]) -> str:
    """What draws the film's 3D heads here; empty when nobody is one."""
    heads = any(source["kind"] == "avatar" for source in film["actors"].values())
    return painter_of_heads() if heads else ""


def _with_files(actors: Mapping[str, Any], files: Mapping[str, bytes], folder: Path) -> dict[str, Any]:
    """The actors with their files written into ``folder``."""
    places = {path: folder / f"actor-{number}{Path(path).suffix}" for number, path in enumerate(files)}
    for path, data in files.items():
        places[path].write_bytes(data)
    return {
        role: {**source, "path": str(places[source["path"]])} if "path" in source else source
        for role, source in actors.items()
    }


def _another_version() -> PyojeongError:
    return PyojeongError(
        "클러스터에 다른 판의 표정이나 그리는 라이브러리가 있어 그림이 달라집니다; 같은 판을 설치해 주세요.",
        "The cluster has another version of pyojeong or of what draws, so its pictures would differ; install the same.",
        kind="no-cluster",
    )


def _another_light() -> PyojeongError:
    return PyojeongError(
        "클러스터의 컴퓨터는 3D 머리를 이 컴퓨터와 다르게 그려(OpenGL 또는 Skia) 그림이 달라집니다; "
        "모든 컴퓨터에 EGL을 갖추거나 모두에서 빼 주세요.",
        "A node of the cluster draws 3D heads otherwise than this machine (by OpenGL or by Skia), so pictures would "
        "differ; give all of them EGL, or none.",
        kind="no-cluster",
    )


def _failed(failure: Any) -> PyojeongError:
    said = str(failure).strip().splitlines()[-1]  # a traceback ends with what went wrong
    return PyojeongError(
        f"클러스터의 컴퓨터가 그리다가 멈췄습니다({said}). 그려 둔 조각은 남아 있습니다.",
        f"A node of the cluster failed while it drew ({said}); what was drawn before is kept.",
        kind="worker-failed",
    )
