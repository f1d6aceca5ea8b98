"""A performance as the bytes of a file, and the document that tells how it came about."""

from __future__ import annotations

import time
from typing import Any

from pyojeong.interfaces import wiring
from pyojeong.interfaces.finish import Finish
from pyojeong.interfaces.performance import Rehearsal, acts_json, animate, document, perform, performed_json


def encoded(rehearsal: Rehearsal, finish: Finish) -> tuple[bytes, dict[str, Any]]:
    """The file and its `pyojeong.performance/1` document, whose ``output`` is the suffix."""
    if finish.tempo is None:
        performed = perform(rehearsal, finish.staging)
        return wiring.picture_bytes(performed.image, finish.suffix), performed_json(performed, finish.suffix)
    started = time.perf_counter()
    clip = animate(rehearsal, finish.tempo, finish.staging)
    data = wiring.clip_bytes(clip, finish.suffix)
    seconds = rehearsal.seconds + time.perf_counter() - started
    return data, document(rehearsal, acts_json(rehearsal, {}), finish.suffix, clip.size_wh, seconds)
