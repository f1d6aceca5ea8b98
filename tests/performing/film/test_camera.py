"""Where actors stand in wide, tall and square pictures, with subtitles and without."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import skia

from pyojeong.performing.character import DESIGNS, Character
from pyojeong.performing.film.acting import Build
from pyojeong.performing.film.actors.character import CharacterActor
from pyojeong.performing.film.camera import Camera, Room, fitting, placed
from pyojeong.performing.film.screenplay import Framing, Shot, Standing
from pyojeong.performing.film.subtitles import Page, Word, band_top, paint_page

SIZES = ((1280, 720), (720, 1280), (720, 720))
#: A 3D head's and a photo's, as they come.
BUSTS = {
    "avatar": Build(0.86, (0.43, 0.50), (0.21, 0.265), standing=False),
    "photo": Build(1.1, (0.55, 0.46), (0.15, 0.19), standing=False),
    "cropped photo": Build(0.9, (0.45, 0.55), (0.25, 0.33), standing=False),
}
FACES = {Framing.WIDE: 0.27, Framing.MEDIUM: 0.4, Framing.CLOSE: 0.54}
CAMERAS = (Camera(), Camera(1.035, 0.012))


@cache
def build(name: str) -> Build:
    return BUSTS[name] if name in BUSTS else CharacterActor(Character(name)).build


def boxes(name: str, framing: Framing, size_wh: tuple[int, int], *, subtitled: bool = True):
    """The actor's build and its top and height in every position of the camera, in picture heights."""
    room = Room(size_wh, band_top(size_wh) if subtitled else size_wh[1])
    shot = Shot(0.0, framing, (Standing(name, 0.5, FACES[framing]),))
    fit = fitting(shot, {name: build(name)}, room)
    for camera in CAMERAS:
        at = placed(shot.standing[0], framing, build(name), room, camera, fit=fit)
        yield build(name), at.top / size_wh[1], at.height / size_wh[1]


EVERYBODY = [*DESIGNS, *BUSTS]


@pytest.mark.parametrize("size_wh", SIZES)
@pytest.mark.parametrize("framing", Framing)
@pytest.mark.parametrize("name", EVERYBODY)
def test_no_chin_and_no_foot_is_behind_subtitles(name: str, framing: Framing, size_wh: tuple[int, int]) -> None:
    free = band_top(size_wh) / size_wh[1] + 1e-9
    for own, top, height in boxes(name, framing, size_wh):
        assert top + own.chin * height <= free
        if own.standing:
            foot = top + own.foot * height
            assert foot <= free or foot >= 1.0 - 1e-9  # above the words, or wholly out of the picture


@pytest.mark.parametrize("size_wh", SIZES)
@pytest.mark.parametrize("name", DESIGNS)
def test_a_wide_shot_shows_everybody_from_hair_to_feet(name: str, size_wh: tuple[int, int]) -> None:
    for own, top, height in boxes(name, Framing.WIDE, size_wh):
        assert top + own.top * height >= 0.0
        assert top + own.foot * height <= band_top(size_wh) / size_wh[1] + 1e-9


@pytest.mark.parametrize("size_wh", SIZES)
@pytest.mark.parametrize("framing", Framing)
@pytest.mark.parametrize("name", EVERYBODY)
def test_without_subtitles_feet_stand_lower_and_every_bust_is_cut_by_the_edge(
    name: str, framing: Framing, size_wh: tuple[int, int]
) -> None:
    bare, told = (list(boxes(name, framing, size_wh, subtitled=subtitled)) for subtitled in (False, True))
    for (own, top, height), (_, _, small) in zip(bare, told, strict=True):
        assert top + height >= 0.93 - 1e-9
        assert own.standing or top + height >= 1.0 - 1e-9
        assert small <= height
        assert small >= 0.8 * height


def test_faces_of_one_shot_stay_of_one_size() -> None:
    room = Room((1280, 720), band_top((1280, 720)))
    shot = Shot(0.0, Framing.MEDIUM, (Standing("cat", 0.3, 0.4), Standing("chibi", 0.7, 0.4)))
    builds = {name: build(name) for name in ("cat", "chibi")}
    fit = fitting(shot, builds, room)
    assert fit < 1.0
    faces = [
        2 * builds[s.role].face_size[1] * placed(s, shot.framing, builds[s.role], room, Camera(), fit=fit).height
        for s in shot.standing
    ]
    assert faces[0] == pytest.approx(faces[1])


@pytest.mark.parametrize("size_wh", SIZES)
def test_a_full_page_begins_where_the_camera_is_told(size_wh: tuple[int, int]) -> None:
    rows = ((Word("옛날", 0, 1), Word("옛적에", 1, 2)), (Word("나무꾼이", 2, 3), Word("살았습니다.", 3, 4)))
    pixels = np.zeros((size_wh[1], size_wh[0], 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    paint_page(surface.getCanvas(), Page(rows, 0, 4), 1.0, size_wh)
    surface.flushAndSubmit()
    first = int(np.flatnonzero(pixels[..., 3].any(axis=1))[0])
    assert first == pytest.approx(band_top(size_wh), abs=1.5)
