"""What a photo makes uncertain of a head: said to the person, never worked around in silence."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pyojeong.errors import PyojeongError, Told
from pyojeong.media import Image
from pyojeong.media.face import Face
from pyojeong.performing.avatar.solving import Solution
from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.light import LUMINANCE, linear

LARGEST_YAW, REFUSED_YAW = 20.0, 35.0
"""In degrees. Beyond the first the far cheek is guessed; beyond the second the far eye is hidden by the nose."""
LEAST_FACE_PX, EYES_PER_FACE = 160.0, 2.3
"""Width of a face, 2.3 times the distance of its pupils, below which its texture is blurred at the size it is shown."""
SIDE_LIGHT = 1.45
"""Ratio of one cheek's light to the other's: beyond it a seam stays after shading is divided out."""
OPEN_LIPS = 0.06
"""Gap between the inner lips as a share of the pupils' distance: .4 cm, from which on teeth show."""
_RIGHT_CHEEK, _LEFT_CHEEK = (50, 101, 205, 187, 117), (280, 330, 425, 411, 346)
_INNER_LIPS = (13, 14)
_IRISES = (468, 473)


class Caution(Told):
    """One difficulty of a photo or of a head's file."""

    CROWN_CUT = (
        "crown-cut",
        "사진 위쪽에서 머리가 잘렸습니다. 정수리와 머리 모양은 짐작해서 채웁니다.",
        "The top of the head is cut off by the picture; the crown and the hair there are guessed.",
    )
    SIDE_LIGHT = (
        "side-light",
        "빛이 한쪽에서 강하게 들어 얼굴 한쪽이 어둡습니다. 고르게 밝은 사진이면 더 닮습니다.",
        "Strong light from one side leaves half of the face dark; an evenly lit photo gives a better likeness.",
    )
    GLASSES = (
        "glasses",
        "안경을 쓴 사진입니다. 안경테가 피부에 그려져 남을 수 있으니 벗은 사진이 좋습니다.",
        "Glasses are worn; their frame may stay painted on the skin, so a photo without them is better.",
    )
    TURNED = (
        "turned",
        "얼굴이 옆으로 돌아가 있어 먼 쪽 뺨은 가까운 쪽을 비추어 채웁니다.",
        "The face is turned; its far cheek is filled in from the near one.",
    )
    SMALL = (
        "small",
        "사진 속 얼굴이 작아 머리의 겉면이 흐릿합니다. 얼굴 너비가 160픽셀보다 크면 좋습니다.",
        "The face is small, so the head's skin is blurred; a face wider than 160 pixels is better.",
    )
    MOUTH_OPEN = (
        "mouth-open",
        "입을 벌리거나 이를 보인 사진입니다. 다문 입은 짐작한 모양입니다.",
        "The mouth is open or shows teeth; its closed form is a guess.",
    )
    NO_COLOURS = (
        "no-colours",
        "이 머리 파일에는 색이 없어 피부와 눈썹과 입술을 짐작한 색으로 칠했습니다.",
        "This head's file has no colours; skin, brows and lips are painted in likely ones.",
    )
    OTHERS_LICENCE = (
        "others-licence",
        "다른 모델로 만든 머리입니다. 그 모델의 이용 허락(FLAME과 DECA는 흔히 비상업)이 이 아바타에도 따라옵니다.",
        "The head comes from another model; its licence (often non-commercial: FLAME, DECA) goes with the avatar.",
    )


def pupils_px(face: Face) -> float:
    """Distance of the pupils in pixels."""
    right, left = (face.landmarks[k, :2] for k in _IRISES)
    return float(np.linalg.norm(left - right))


def cautions_of(
    image: Image, face: Face, template: Template, solution: Solution, *, wears_glasses: bool
) -> tuple[Caution, ...]:
    """What to tell of a photo and the fit of its face."""
    pupils = pupils_px(face)
    shape = template.shaped(solution.identity)
    crown = shape[int(shape[:, 1].argmax())]
    upper, lower = (face.landmarks[k, :2] for k in _INNER_LIPS)
    found = {
        Caution.CROWN_CUT: float(solution.camera.project(crown)[0][1]) < 0,
        Caution.SIDE_LIGHT: _side_light(image, face) > SIDE_LIGHT,
        Caution.GLASSES: wears_glasses,
        Caution.TURNED: abs(solution.camera.yaw_pitch_degrees[0]) > LARGEST_YAW,
        Caution.SMALL: pupils * EYES_PER_FACE < LEAST_FACE_PX,
        Caution.MOUTH_OPEN: float(np.linalg.norm(lower - upper)) > OPEN_LIPS * pupils,
    }
    return tuple(caution for caution, is_so in found.items() if is_so)


def refuse_profile(yaw_degrees: float) -> None:
    """Raises PyojeongError when a face is turned too far to make a head of."""
    if abs(yaw_degrees) > REFUSED_YAW:
        raise PyojeongError(
            f"얼굴이 {abs(yaw_degrees):.0f}도 돌아가 있어 입체 머리를 만들 수 없습니다. "
            f"정면에서 {REFUSED_YAW:.0f}도 안쪽으로 찍은 사진을 써 주세요.",
            f"The face is turned by {abs(yaw_degrees):.0f} degrees, which is too far for a head; "
            f"use a photo within {REFUSED_YAW:.0f} degrees of the front.",
            kind="face-turned",
        )


def _side_light(image: Image, face: Face) -> float:
    """How many times lighter one cheek is than the other, in linear light."""
    lights = [_light(image.rgb, face.landmarks[list(cheek), :2]) for cheek in (_RIGHT_CHEEK, _LEFT_CHEEK)]
    return max(lights) / max(min(lights), 1e-3)


def _light(rgb: npt.NDArray[np.uint8], points: npt.NDArray[np.float64]) -> float:
    """Mean luminance (Rec. 709) of the picture at points, each with its neighbourhood."""
    height, width = rgb.shape[:2]
    reach = max(1, int(np.ptp(points[:, 0]) / 8))
    values = []
    for x, y in np.round(points).astype(int):
        patch = rgb[max(y - reach, 0) : min(y + reach + 1, height), max(x - reach, 0) : min(x + reach + 1, width)]
        if patch.size:
            values.append(float((linear(patch) @ LUMINANCE).mean()))
    return float(np.median(values)) if values else 0.0
