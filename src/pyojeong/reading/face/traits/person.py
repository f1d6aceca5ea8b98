"""What of a face's crop is a person: MediaPipe's selfie segmentation, of the crop's own size."""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.media.image import Pixels
from pyojeong.reading.face.traits.frame import CROP_PX
from pyojeong.weights.mediapipe_graphs import mediapipe_solution, native_noise_hushed

_LOCK = threading.Lock()


def person_share(crop: Pixels) -> npt.NDArray[np.float32]:
    """Float32 [0, 1] of the crop's size; the native graph is not safe to share between threads, hence the lock."""
    with _LOCK:
        return np.array(_graph().process(np.ascontiguousarray(crop)).segmentation_mask, np.float32)


@cache
def _graph() -> Any:
    with native_noise_hushed():
        graph = mediapipe_solution("selfie_segmentation").SelfieSegmentation(model_selection=0)
        graph.process(np.zeros((CROP_PX, CROP_PX, 3), np.uint8))
    return graph
