"""What can be chosen about a drawn person: one set of names for every person design, so that one photo serves all.

What a photo gives, by name:

- ``skin``, ``hair-colour``, ``brow-colour``, ``beard-colour``, ``iris``, ``glasses-colour``: colours as measured.
- ``hair-style``: a style's name; ``parting``: left, right (as the viewer sees it); ``hair-volume``, ``hair-length``:
  factors about 1; ``fringe``: how far the hem comes down, [-1, 1].
- ``hair-top``, ``hair-side-left`` and the like, one for each of `wear.people.BULGES`: how far the hair's outline stands
  off the style's own there, as a share of its distance from the middle of the face.
- ``face-width``, ``face-length``, ``eye-size``, ``eye-distance``, ``mouth-size``, ``nose-size``, ``ears``: factors
  about 1. One standard deviation of people is about a quarter of the way to an end.
- ``jaw``, ``chin``, ``cheeks``, ``eye-height``, ``eye-openness``, ``brow-thickness``, ``brow-height``, ``lips``:
  [-1, 1], 0 for most people; positive is wider, fuller, higher, more open, thicker.
- ``eye-tilt``, ``brow-tilt``: degrees, positive when the outer end is higher.
- ``glasses``, ``beard``, ``skin-marks``, ``earrings``, ``lashes``, ``hat``, ``clothes``: options.

``height`` and ``energy`` are a person's own to say: no look implies a temper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.wear import GLASSES, HATS, some
from pyojeong.performing.character.wear.people import (
    BEARDS,
    BULGES,
    GARMENTS,
    HAIR_STYLES,
    MOST_BULGE,
)

SKINS = ("#fff0e4", "#ffdfc8", "#f5cba7", "#e6b188", "#cf9468", "#b07449", "#935c3b", "#754832", "#5c3828")
HAIRS = ("#2b2426", "#4a342b", "#6f4a33", "#9a6a3f", "#d3a55c", "#b5523a", "#8d8a8f", "#e9e4dc", "#5a4b8a", "#e58fae")
_PLACES = {
    "low-left": ("왼쪽 아래", "low on the left"),
    "side-left": ("왼쪽 옆", "left side"),
    "temple-left": ("왼쪽 관자놀이", "left temple"),
    "top-left": ("왼쪽 위", "top left"),
    "top": ("정수리", "crown"),
    "top-right": ("오른쪽 위", "top right"),
    "temple-right": ("오른쪽 관자놀이", "right temple"),
    "side-right": ("오른쪽 옆", "right side"),
    "low-right": ("오른쪽 아래", "low on the right"),
}
_SLIDERS = (
    Slider("face-width", "얼굴 너비", "Width of the face", 0.86, 1.14, 1.0),
    Slider("face-length", "얼굴 길이", "Length of the face", 0.88, 1.14, 1.0),
    Slider("jaw", "턱 너비", "Width of the jaw", -1.0, 1.0, 0.0),
    Slider("chin", "턱 끝", "Width of the chin", -1.0, 1.0, 0.0),
    Slider("cheeks", "볼살", "Full cheeks", -1.0, 1.0, 0.0),
    Slider("eye-size", "눈 크기", "Size of the eyes", 0.74, 1.26, 1.0),
    Slider("eye-openness", "눈매", "How open the eyes are", -1.0, 1.0, 0.0),
    Slider("eye-distance", "눈 사이", "Distance of the eyes", 0.84, 1.16, 1.0),
    Slider("eye-height", "눈 높이", "Height of the eyes", -1.0, 1.0, 0.0),
    Slider("eye-tilt", "눈꼬리", "Tilt of the eyes", -14.0, 14.0, 0.0),
    Slider("brow-thickness", "눈썹 굵기", "Thickness of the brows", -1.0, 1.0, 0.0),
    Slider("brow-tilt", "눈썹 기울기", "Tilt of the brows", -14.0, 14.0, 0.0),
    Slider("brow-height", "눈썹 높이", "Height of the brows", -1.0, 1.0, 0.0),
    Slider("nose-size", "코 크기", "Size of the nose", 0.4, 1.8, 1.0),
    Slider("mouth-size", "입 크기", "Size of the mouth", 0.78, 1.24, 1.0),
    Slider("lips", "입술", "Full lips", -1.0, 1.0, -0.4),
    Slider("ears", "귀 크기", "Size of the ears", 0.6, 1.5, 1.0),
    Slider("hair-volume", "머리숱", "Volume of the hair", 0.8, 1.3, 1.0),
    Slider("hair-length", "머리 길이", "Length of the hair", 0.75, 1.2, 1.0),
    Slider("fringe", "앞머리 길이", "Length of the fringe", -1.0, 1.0, 0.0),
    Slider("height", "키", "Height", 0.85, 1.15, 1.0),
    Slider("energy", "기운", "Energy", -1.0, 1.0, 0.0),
    *(
        Slider(f"hair-{place}", f"머리 부피: {korean}", f"Hair: {english}", -MOST_BULGE, MOST_BULGE, 0.0)
        for place, (korean, english) in ((place, _PLACES[place]) for place, _ in BULGES)
    ),
)
_SWATCHES = (
    Swatch("skin", "피부", "Skin", "#ffdfc8", SKINS),
    Swatch("hair-colour", "머리색", "Hair", "#4a342b", HAIRS),
    Swatch("brow-colour", "눈썹", "Brows", "#45302a", HAIRS[:7]),
    Swatch("beard-colour", "수염", "Beard", "#45302a", HAIRS[:8]),
    Swatch("iris", "눈동자", "Iris", "#8a5a36", ("#4a3020", "#5f7d4a", "#4f7fa8", "#7a7f8c", "#6b4a8a")),
    Swatch("glasses-colour", "안경", "Glasses", "#3a3340", ("#c9a24a", "#b5523a", "#4f7fa8", "#d8d2cc")),
    Swatch("clothes-colour", "옷", "Clothes", "#6f9fe0", ("#e8788a", "#58b09c", "#f2b134", "#8d7bb5", "#4a4f63")),
    Swatch("second-colour", "바지·넥타이", "Trousers, tie", "#4a5170", ("#8a6a4a", "#b5523a", "#3f6b5a", "#d9d4c8")),
    Swatch("shoes", "신발", "Shoes", "#fdf6ea", ("#3a3340", "#e8788a", "#f2b134", "#8a5a3c")),
    Swatch("hat-colour", "머리 장식", "On the head", "#e8788a", ("#4fae8a", "#f2b134", "#8fb7ea", "#4a4f63")),
    Swatch("ink", "선", "Lines", "#3a2630", ("#2c2340", "#22323f", "#1d1d22", "#5a3524")),
)
_CHOICES = (
    Choice("hair-style", "머리 모양", "Hair", HAIR_STYLES),
    Choice("parting", "가르마", "Parting", (Option("left", "왼쪽", "Left"), Option("right", "오른쪽", "Right"))),
    Choice("glasses", "안경", "Glasses", GLASSES),
    Choice("beard", "수염", "Beard", BEARDS),
    Choice(
        "skin-marks",
        "점·주근깨",
        "Marks of the skin",
        (
            Option("none", "없음", "None"),
            Option("freckles", "주근깨", "Freckles"),
            Option("mole-eye", "눈물점", "Mole under the eye"),
            Option("mole-lip", "입가 점", "Mole beside the mouth"),
        ),
    ),
    Choice(
        "earrings",
        "귀걸이",
        "Earrings",
        (
            Option("none", "없음", "None"),
            Option("stud", "작은 귀걸이", "Studs"),
            Option("ring", "고리", "Rings"),
            Option("drop", "늘어지는 귀걸이", "Drops"),
        ),
    ),
    Choice(
        "lashes",
        "속눈썹",
        "Lashes",
        (Option("none", "없음", "None"), Option("two", "두 가닥", "Two"), Option("three", "세 가닥", "Three")),
    ),
    Choice("hat", "머리 장식", "On the head", some(HATS, "none", *(o.name for o in HATS if o.name != "none"))),
    Choice("clothes", "옷", "Clothes", GARMENTS),
)


def person_space(rests: Mapping[str, float | str] | None = None, **first: str) -> Space:
    """All that can be chosen about a person.

    Args:
        rests: Slider or swatch → what it is at rest in this design.
        first: Choice (with ``_`` for ``-``) → the option worn when nothing is said.

    >>> space = person_space({"skin": "#f5cba7"}, hair_style="bob")
    >>> space["skin"].rest, space["hair-style"].options[0].name
    ('#f5cba7', 'bob')

    Raises:
        KeyError: When there is no such slider, swatch or option.
    """
    rests, first = dict(rests or {}), {name.replace("_", "-"): option for name, option in first.items()}
    sliders = tuple(replace(s, rest=float(rests.pop(s.name, s.rest))) for s in _SLIDERS)
    swatches = tuple(replace(s, rest=str(rests.pop(s.name, s.rest))) for s in _SWATCHES)
    choices = tuple(_led(choice, first.pop(choice.name, choice.options[0].name)) for choice in _CHOICES)
    if rests or first:
        raise KeyError(f"person has no {', '.join([*rests, *first])}")
    return Space(sliders, swatches, choices)


def _led(choice: Choice, name: str) -> Choice:
    names = [name, *(option.name for option in choice.options if option.name != name)]
    return replace(choice, options=some(choice.options, *names))
