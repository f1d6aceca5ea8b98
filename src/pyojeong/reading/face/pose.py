"""How a head is turned, from its mesh."""

from __future__ import annotations

import math

import numpy as np

from pyojeong.media.face import HeadPose, Points

#: Points that hardly move with the expression, on a symmetric mean face that looks at the camera, in centimetres:
#: x to the person's left, y up, z out of the face. Measured: mean of neutral meshes, `pyojeong.lab.face_mesh`.
_STEADY_CM = {
    10: (0.0, 7.82, 4.43),
    67: (-3.48, 7.47, 3.69),
    297: (3.48, 7.47, 3.69),
    103: (-4.93, 6.86, 2.65),
    332: (4.93, 6.86, 2.65),
    21: (-6.37, 4.78, 0.33),
    251: (6.37, 4.78, 0.33),
    127: (-6.73, 2.04, -1.78),
    356: (6.73, 2.04, -1.78),
    234: (-6.65, 0.64, -2.15),
    454: (6.65, 0.64, -2.15),
    33: (-4.45, 2.70, 3.05),
    263: (4.45, 2.70, 3.05),
    133: (-1.71, 2.50, 3.60),
    362: (1.71, 2.50, 3.60),
    168: (0.0, 3.16, 5.16),
    6: (0.0, 2.37, 5.63),
    197: (0.0, 1.69, 6.17),
    5: (0.0, 0.38, 7.32),
    4: (0.0, -0.46, 7.60),
    2: (0.0, -1.79, 5.94),
}
STEADY_IDS = tuple(_STEADY_CM)
STEADY_FACE_CM = np.array(list(_STEADY_CM.values()), np.float64)
_PICTURE_TO_CAMERA = np.array([1.0, -1.0, -1.0])


def head_rotation(landmarks: Points) -> Points:
    """3×3 rotation from the canonical face to the camera (x right, y up, z towards the viewer).

    Args:
        landmarks: 478×3 picture pixels, as in `Face`.

    Source: the orthogonal Procrustes solution, Umeyama 1991, IEEE TPAMI 13(4).
    """
    seen = landmarks[list(STEADY_IDS)] * _PICTURE_TO_CAMERA
    u, _, vt = np.linalg.svd((seen - seen.mean(0)).T @ (STEADY_FACE_CM - STEADY_FACE_CM.mean(0)))
    upright = np.diag([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    return np.asarray(u @ upright @ vt, np.float64)


def head_pose(landmarks: Points) -> HeadPose:
    """Yaw, pitch and roll in degrees, signed as `HeadPose` says; 478×3 picture pixels in."""
    return pose_of_rotation(head_rotation(landmarks))


def pose_of_rotation(rotation: Points) -> HeadPose:
    """The pose of a canonical-to-camera rotation: roll first, then pitch, then yaw.

    >>> pose_of_rotation(np.eye(3))
    HeadPose(yaw=0.0, pitch=0.0, roll=0.0)
    """
    nose = rotation[:, 2]
    yaw = math.atan2(nose[0], nose[2])
    pitch = math.asin(max(-1.0, min(1.0, float(nose[1]))))
    across = np.array([math.cos(yaw), 0.0, -math.sin(yaw)])
    above = np.cross(nose, across)
    left = rotation[:, 0]
    roll = math.atan2(-float(left @ above), float(left @ across))
    return HeadPose(*(round(math.degrees(angle), 6) + 0.0 for angle in (yaw, pitch, roll)))
