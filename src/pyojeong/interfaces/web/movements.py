"""What people call the movements of a face, and the groups they are looked for in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.interfaces.web.words import Language
from pyojeong.rig import ARKIT_NAMES
from pyojeong.rig.expression import HEAD_KEYS
from pyojeong.rig.names import mirrored_name

#: Movements in the order a face is read from the top, in groups: (key, Korean, English, names).
GROUPS: tuple[tuple[str, str, str], ...] = (
    ("brow", "눈썹", "Brows"),
    ("eye", "눈", "Eyes"),
    ("cheek", "볼", "Cheeks"),
    ("nose", "코", "Nose"),
    ("mouth", "입", "Mouth"),
    ("jaw", "턱", "Jaw"),
    ("tongue", "혀", "Tongue"),
    ("head", "고개와 홍조", "Head and blush"),
)

#: ARKit stem → (Korean, English); sided names add 왼쪽/오른쪽, the person's own sides.
MOVEMENTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "browDown": ("눈썹 내리기", "brow down"),
        "browInnerUp": ("눈썹 안쪽 올리기", "inner brows up"),
        "browOuterUp": ("눈썹 바깥쪽 올리기", "outer brow up"),
        "cheekPuff": ("볼 부풀리기", "puff cheeks"),
        "cheekSquint": ("볼 올리기", "raise cheek"),
        "eyeBlink": ("눈 감기", "close eye"),
        "eyeLookDown": ("아래 보기", "look down"),
        "eyeLookIn": ("안쪽 보기", "look in"),
        "eyeLookOut": ("바깥 보기", "look out"),
        "eyeLookUp": ("위 보기", "look up"),
        "eyeSquint": ("눈 가늘게", "squint"),
        "eyeWide": ("눈 크게", "widen eye"),
        "jawForward": ("턱 내밀기", "jaw forward"),
        "jaw": ("턱 옆으로", "jaw sideways"),
        "jawOpen": ("턱 벌리기", "open jaw"),
        "mouthClose": ("입술 다물기", "close lips"),
        "mouthDimple": ("입꼬리 조이기", "dimple"),
        "mouthFrown": ("입꼬리 내리기", "mouth corner down"),
        "mouthFunnel": ("입술 둥글게 내밀기", "funnel lips"),
        "mouth": ("입 옆으로", "mouth sideways"),
        "mouthLowerDown": ("아랫입술 내리기", "lower lip down"),
        "mouthPress": ("입술 누르기", "press lips"),
        "mouthPucker": ("입술 오므리기", "pucker"),
        "mouthRollLower": ("아랫입술 말기", "roll lower lip"),
        "mouthRollUpper": ("윗입술 말기", "roll upper lip"),
        "mouthShrugLower": ("아랫입술 밀어 올리기", "push lower lip up"),
        "mouthShrugUpper": ("윗입술 밀어 올리기", "push upper lip up"),
        "mouthSmile": ("입꼬리 올리기", "smile"),
        "mouthStretch": ("입 당기기", "stretch mouth"),
        "mouthUpperUp": ("윗입술 올리기", "upper lip up"),
        "noseSneer": ("콧등 찡그리기", "wrinkle nose"),
        "tongueOut": ("혀 내밀기", "tongue out"),
        "headYaw": ("고개 돌리기", "turn head"),
        "headPitch": ("고개 들기", "raise chin"),
        "headRoll": ("고개 기울이기", "tilt head"),
        "blush": ("홍조", "blush"),
    }
)
_SIDES = (("Left", " · 왼쪽", ", left"), ("Right", " · 오른쪽", ", right"))


def movement_name(name: str, language: Language) -> str:
    """What a person calls one movement of `Expression.to_dict`.

    >>> movement_name("mouthSmileLeft", Language.KOREAN), movement_name("jawOpen", Language.ENGLISH)
    ('입꼬리 올리기 · 왼쪽', 'open jaw')
    """
    column = 0 if language is Language.KOREAN else 1
    if name in MOVEMENTS:
        return MOVEMENTS[name][column]
    side = next(side for side in _SIDES if name.endswith(side[0]))
    return MOVEMENTS[name.removesuffix(side[0])][column] + side[column + 1]


def both_sides_name(name: str, language: Language) -> str:
    """What a person calls a movement that both sides make.

    >>> both_sides_name("mouthSmileLeft", Language.KOREAN), both_sides_name("eyeLookInLeft", Language.ENGLISH)
    ('입꼬리 올리기 · 양쪽', 'look in, both sides')
    """
    side = next(side for side in _SIDES if name.endswith(side[0]))
    column = 0 if language is Language.KOREAN else 1
    return MOVEMENTS[name.removesuffix(side[0])][column] + (" · 양쪽", ", both sides")[column]


def movement_group(name: str) -> str:
    """The group a movement is shown in.

    >>> movement_group("cheekPuff"), movement_group("blush")
    ('cheek', 'head')
    """
    return "head" if name == "blush" else next(key for key, _, _ in GROUPS if name.startswith(key))


def movements_in_order() -> tuple[str, ...]:
    """Every name of `Expression.to_dict` in the order of `MOVEMENTS`, left beside right."""
    known = {*ARKIT_NAMES, *HEAD_KEYS, "blush"}
    return tuple(n for stem in MOVEMENTS for n in (stem, f"{stem}Left", f"{stem}Right") if n in known)


def partner(name: str) -> str | None:
    """The movement that goes along when both sides move together, or None; eyes look the same way.

    >>> partner("mouthSmileLeft"), partner("eyeLookInLeft"), partner("jawLeft"), partner("jawOpen")
    ('mouthSmileRight', 'eyeLookOutRight', None, None)
    """
    if name not in ARKIT_NAMES or name in _WHOLE_FACE or mirrored_name(name) == name:
        return None
    other = mirrored_name(name)
    if "LookIn" in other:
        return other.replace("LookIn", "LookOut")
    return other.replace("LookOut", "LookIn")


_WHOLE_FACE = ("jawLeft", "jawRight", "mouthLeft", "mouthRight")
