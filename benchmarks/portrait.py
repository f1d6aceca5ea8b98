"""One photo expression at four sizes: milliseconds, frames a second, peak memory, and a plain warp in the same run.

The sitter is scikit-image's public-domain astronaut, cut to a portrait and enlarged: timing is real, detail is not.
The peer is what people reach for first: scikit-image's `PiecewiseAffineTransform` over the same 468 moved landmarks and
`cv2.remap`; it draws neither eyes, mouth nor light.

    python -m benchmarks.portrait
"""

from __future__ import annotations

import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import skimage.data
from skimage.transform import PiecewiseAffineTransform

from pyojeong.emotion import Emotion
from pyojeong.media import Face, Image
from pyojeong.performing.portrait import PortraitPerformer
from pyojeong.performing.portrait.muscles.movement import movement_for
from pyojeong.performing.portrait.warp.warp import performed
from pyojeong.rig.compose import prototype

SIZES_WH = ((512, 512), (1024, 1024), (4000, 3000), (8000, 6000))
EMOTIONS = (Emotion.JOY, Emotion.SADNESS, Emotion.SURPRISE, Emotion.ANGER)
PEER_UP_TO_PX = 1024
FRAMES = 24


@dataclass(frozen=True)
class Row:
    """What one size costs."""

    size_wh: tuple[int, int]
    face_px: float
    prepare_ms: float
    edit_ms: dict[str, float]
    frame_ms: float
    peak_mb: float
    peer_ms: float | None


def sitter() -> tuple[np.ndarray, np.ndarray]:
    """(uint8 RGB, 478×3 landmarks) of the astronaut's head, square."""
    from pyojeong.reading.face.finding import FaceFinder

    image = Image(skimage.data.astronaut())
    face = FaceFinder().find(image)[0]
    left, top, right, bottom = face.box_xyxy
    reach = 0.95 * max(right - left, bottom - top)
    x0, y0 = max(0, int((left + right) / 2 - reach)), max(0, int((top + bottom) / 2 - reach))
    side = int(2 * reach)
    return image.pixels[y0 : y0 + side, x0 : x0 + side], face.landmarks - [x0, y0, 0]


def photo_of(size_wh: tuple[int, int], rgb: np.ndarray, landmarks: np.ndarray) -> tuple[Image, Face]:
    """The sitter in the middle of a photo of ``size_wh``, as tall as it."""
    width, height = size_wh
    factor = height / rgb.shape[0]
    tall = cv2.resize(rgb, (round(rgb.shape[1] * factor), height), interpolation=cv2.INTER_CUBIC)
    aside = width - tall.shape[1]
    photo = cv2.copyMakeBorder(tall, 0, 0, aside // 2, aside - aside // 2, cv2.BORDER_REFLECT)
    points = landmarks * factor + [aside // 2, 0, 0]
    (left, top), (right, bottom) = points[:, :2].min(0), points[:, :2].max(0)
    return Image(photo), Face((float(left), float(top), float(right), float(bottom)), points)


def milliseconds(run: Callable[[], object], times: int) -> float:
    """Median of ``times`` runs."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent)


def peer(image: Image, performer: PortraitPerformer) -> Callable[[], np.ndarray]:
    """The plain warp of the same landmarks to the same places."""
    mesh = performer.scene.mesh
    factor = mesh.picture_wh[0] / image.size_wh[0] if performer.scene.image is not image else 1.0
    moved = performed(mesh, movement_for(prototype(Emotion.JOY, 1.0), mesh.traits))
    width, height = image.size_wh
    frame = np.array([(0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)], float)
    before = np.vstack([mesh.coarse_px / factor, frame])
    after = np.vstack([(moved.coarse_px + np.array(moved.roi_xyxy[:2])) / factor, frame])

    def warp() -> np.ndarray:
        transform = PiecewiseAffineTransform.from_estimate(after, before)
        x, y = np.meshgrid(np.arange(width), np.arange(height))
        places = transform(np.column_stack([x.ravel(), y.ravel()])).astype(np.float32).reshape(height, width, 2)
        return cv2.remap(image.rgb, places[..., 0], places[..., 1], cv2.INTER_CUBIC)

    return warp


def measure(size_wh: tuple[int, int], rgb: np.ndarray, landmarks: np.ndarray) -> Row:
    """One size, in a process of its own so that its peak memory is its own."""
    image, face = photo_of(size_wh, rgb, landmarks)
    small = max(size_wh) <= PEER_UP_TO_PX
    PortraitPerformer(*photo_of((256, 256), rgb, landmarks)).perform(prototype(Emotion.JOY, 1.0))
    start = time.perf_counter()
    performer = PortraitPerformer(image, face)
    prepare = 1000 * (time.perf_counter() - start)
    edits = {
        e.value: milliseconds(lambda e=e: performer.perform(prototype(e, 1.0)), 7 if small else 2) for e in EMOTIONS
    }
    strengths = np.linspace(0.05, 1, FRAMES) if small else [1.0]
    frames = statistics.mean(
        milliseconds(lambda k=k: performer.perform(prototype(Emotion.JOY, float(k))), 1) for k in strengths
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    plain = milliseconds(peer(image, performer), 3) if small else None
    return Row(size_wh, face.size_wh[0], prepare, edits, frames, peak, plain)


def main() -> None:
    """Prints the table."""
    rgb, landmarks = sitter()
    context = multiprocessing.get_context("spawn")
    print(f"{'photo':>11} {'face':>6} {'once':>8}  " + " ".join(f"{e.value:>9}" for e in EMOTIONS), end="")
    print(f" {'frames/s':>9} {'peak':>8} {'plain warp':>11} {'ratio':>6}")
    for size in SIZES_WH:
        with context.Pool(1) as pool:
            row = pool.apply(measure, (size, rgb, landmarks))
        edits = " ".join(f"{row.edit_ms[e.value]:6.0f} ms" for e in EMOTIONS)
        print(f"{size[0]:>6}×{size[1]:<4} {row.face_px:4.0f}px {row.prepare_ms:5.0f} ms  {edits}", end="")
        print(f" {1000 / row.frame_ms:9.1f} {row.peak_mb:5.0f} MB", end="")
        if row.peer_ms is not None:
            print(f" {row.peer_ms:8.0f} ms {row.peer_ms / statistics.median(row.edit_ms.values()):5.1f}×", end="")
        print(flush=True)


if __name__ == "__main__":
    main()
