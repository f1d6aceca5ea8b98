"""How many faces our own finder sees in pictures that should each hold one."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pyojeong.lab.explore.face_set import FaceSet, Numbers, Poses
from pyojeong.media.image import Image

_SEED = 5
_TELL_EVERY = 25


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Pictures that were looked at, faces in each, and the pose of the largest where there is one."""

    which: Numbers
    faces: Numbers
    poses: Poses


def find_in_sample(faces: FaceSet, readable: Numbers, most: int, tell: Callable[[str], None]) -> Found:
    """At most ``most`` of the ``readable`` pictures, chosen by chance, looked at one by one."""
    from pyojeong.reading.face.finding import FaceFinder

    every = readable.tolist()
    chosen = sorted(every if len(every) <= most else random.Random(_SEED).sample(every, most))
    finder = FaceFinder()
    counts, yaw, pitch = [], [], []
    for done, number in enumerate(chosen, 1):
        pixels = faces.load(number)
        rgb = pixels if pixels.ndim == 3 else np.repeat(pixels[:, :, None], 3, axis=2)
        found = finder.find(Image(np.ascontiguousarray(rgb)))
        counts.append(len(found))
        if found:
            yaw.append(found[0].pose.yaw)
            pitch.append(found[0].pose.pitch)
        if done % _TELL_EVERY == 0:
            tell(f"얼굴을 찾는 중 {done}/{len(chosen)}")
    poses = Poses(np.array(yaw, np.float64), np.array(pitch, np.float64), "표정의 얼굴 찾기")
    return Found(np.array(chosen, np.int64), np.array(counts, np.int64), poses)
