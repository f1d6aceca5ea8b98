"""What made measuring hard, as codes with a Korean and an English sentence."""

from __future__ import annotations

from pyojeong.errors import Told


class Remark(Told):
    """One difficulty of a photo; the page may ask the person about what it touches."""

    TURNED = (
        "turned",
        "얼굴이 옆으로 돌아가 있어 얼굴형과 머리 모양이 덜 정확합니다.",
        "The head is turned, so the shape of face and hair is less certain.",
    )
    TILTED = (
        "tilted",
        "고개를 들거나 숙이고 있어 얼굴 길이가 덜 정확합니다.",
        "The head is raised or lowered, so the face's length is less certain.",
    )
    SMALL = (
        "small",
        "얼굴이 작게 찍혀 세부가 덜 정확합니다.",
        "The face is small, so details are less certain.",
    )
    DARK = (
        "dark",
        "사진이 어두워 색이 덜 정확합니다. 밝은 곳에서 찍은 사진이 좋습니다.",
        "The photo is dark, so colours are less certain; a brighter photo would help.",
    )
    BRIGHT = (
        "bright",
        "얼굴이 하얗게 날아가 색이 덜 정확합니다.",
        "The face is overexposed, so colours are less certain.",
    )
    SIDE_LIGHT = (
        "side-light",
        "한쪽에서 빛이 강하게 들어 피부색이 덜 정확합니다.",
        "Strong light from one side makes the skin's colour less certain.",
    )
    COLOURED_LIGHT = (
        "coloured-light",
        "빛에 색이 섞여 있어 피부색과 머리색을 확인해 주세요.",
        "The light is coloured; please check the colours of skin and hair.",
    )
    NO_COLOUR = (
        "no-colour",
        "흑백 사진이라 색을 알 수 없습니다.",
        "The photo is black and white, so colours are unknown.",
    )
    CROWN_CUT = (
        "crown-cut",
        "사진에서 정수리가 잘려 머리 위쪽 모양은 짐작입니다.",
        "The picture cuts the crown off, so the top of the hair is a guess.",
    )
    SIDES_CUT = (
        "sides-cut",
        "사진 가장자리에서 머리카락이 잘려 길이나 부피는 짐작입니다.",
        "The picture's border cuts the hair, so its length or volume is a guess.",
    )
    NO_HAIR_SEEN = (
        "no-hair-seen",
        "머리카락이 보이지 않습니다. 머리 모양을 직접 골라 주세요.",
        "No hair is visible; please choose a hair style.",
    )
    MAYBE_HAT = (
        "maybe-hat",
        "모자나 두건을 쓴 듯해 머리 모양은 짐작입니다.",
        "There seems to be a hat or scarf, so the hair is a guess.",
    )
    DARK_GLASSES = (
        "dark-glasses",
        "어두운 안경이 눈을 가려 눈 색을 알 수 없습니다.",
        "Dark glasses hide the eyes, so their colour is unknown.",
    )
    STRONG_EXPRESSION = (
        "strong-expression",
        "표정이 강해 입과 눈썹의 본디 모양은 짐작입니다.",
        "The expression is strong, so the resting shape of mouth and brows is a guess.",
    )
