"""An avatar on a turntable: once around, trying its face on the way."""

from __future__ import annotations

import numpy as np

from pyojeong.media import Clip
from pyojeong.media.image import Pixels
from pyojeong.performing.avatar.avatar import Avatar
from pyojeong.performing.avatar.renderer import AvatarRenderer
from pyojeong.performing.avatar.rendering import Framing, View
from pyojeong.rig import Expression
from pyojeong.rig.expression import mix

SECONDS, FRAMES_PER_SECOND = 8.0, 24
SIZE_WH = (600, 700)
_GROUND = np.array([226, 228, 232], np.float32)
_BOTTOM_CM = -14.0
"""Above the lower edge of the bust's back."""
_SMILE = Expression(
    {
        "mouthSmileLeft": 0.75,
        "mouthSmileRight": 0.75,
        "cheekSquintLeft": 0.5,
        "cheekSquintRight": 0.5,
        "eyeSquintLeft": 0.3,
        "eyeSquintRight": 0.3,
        "mouthUpperUpLeft": 0.2,
        "mouthUpperUpRight": 0.2,
    }
)
_BLINK = Expression({"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0})
_BLINKS, _BLINK_SECONDS = (0.7, 6.4), 0.13
_SMILES = (5.6, 8.0)
"""It comes back smiling."""


def turntable(avatar: Avatar, *, size_wh: tuple[int, int] = SIZE_WH) -> Clip:
    """Frames of the whole turn, RGB on light grey."""
    renderer = AvatarRenderer(avatar)
    framing = Framing(_BOTTOM_CM, renderer.framing.top_cm)
    count = round(SECONDS * FRAMES_PER_SECOND)

    def frame(number: int) -> Pixels:
        seconds = number / FRAMES_PER_SECOND
        view = View(yaw_degrees=360 * number / count, pitch_degrees=-3.0)
        drawn = renderer.render(face_at(seconds), size_wh=size_wh, view=view, framing=framing).astype(np.float32)
        shown = drawn[..., :3] + _GROUND * (1 - drawn[..., 3:] / 255)
        return np.asarray(np.clip(np.rint(shown), 0, 255), np.uint8)

    return Clip(frame, count, FRAMES_PER_SECOND, size_wh)


def face_at(seconds: float) -> Expression:
    """What the face does: two blinks, and a smile that comes and goes at the end.

    >>> face_at(0.7)["eyeBlinkLeft"], face_at(3.0).to_dict()
    (1.0, {})
    """
    shut = max(max(0.0, 1 - abs(seconds - at) / _BLINK_SECONDS) for at in _BLINKS)
    start, end = _SMILES
    smiling = max(0.0, np.sin(np.pi * (seconds - start) / (end - start))) if start < seconds < end else 0.0
    return mix({_BLINK: round(float(shut), 4), _SMILE: round(float(smiling), 4)})
