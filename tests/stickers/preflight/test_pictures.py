"""What is seen in the pictures themselves: edges, specks, fringes, twins, words; each with its sound neighbour."""

from __future__ import annotations

import numpy as np
import PIL.Image
import PIL.ImageDraw
import pytest
from broken_packs import face

from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.preflight.checks.captions import contrast_in, is_of, line_height
from pyojeong.stickers.preflight.checks.ground import lost_outline
from pyojeong.stickers.preflight.checks.pictures import edges, fringe, stray_specks, unrest
from pyojeong.stickers.preflight.likeness import likeness, pose_of
from pyojeong.stickers.preflight.looks import at_chat_size, cleared

DARK, LIGHT = (30, 31, 36), (255, 255, 255)


def _pixels(picture: PIL.Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGBA")).copy()


def test_a_speck_away_from_the_drawing_is_found_and_one_upon_it_is_not() -> None:
    clean = _pixels(face((360, 360), 3))
    assert stray_specks(clean) == ()
    away, upon = clean.copy(), clean.copy()
    away[4:6, 350:352] = (0, 0, 0, 255)
    upon[180:182, 180:182] = (0, 0, 0, 255)
    assert stray_specks(away) == ((350, 4),) or stray_specks(away) == ((350, 5),)
    assert stray_specks(upon) == ()


def test_a_cut_drawing_lies_along_an_edge_and_one_that_touches_does_not() -> None:
    touching = _pixels(face((360, 360), 3, margin_px=0))
    cut = touching[:300]
    assert max(edge.share for edge in edges(touching)) < 0.16
    assert {edge.english: edge.share for edge in edges(cut)}["bottom"] > 0.3


def test_a_fringe_of_white_is_told_from_a_white_rim() -> None:
    drawn = PIL.Image.new("RGBA", (360, 360), (0, 0, 0, 0))
    PIL.ImageDraw.Draw(drawn).ellipse([60, 60, 300, 300], (60, 40, 120, 255))
    fringed = PIL.Image.new("RGBA", (360, 360), (0, 0, 0, 0))
    pen = PIL.ImageDraw.Draw(fringed)
    pen.ellipse([59, 59, 301, 301], (250, 250, 250, 255))
    pen.ellipse([60, 60, 300, 300], (60, 40, 120, 255))
    rimmed = PIL.Image.new("RGBA", (360, 360), (0, 0, 0, 0))
    pen = PIL.ImageDraw.Draw(rimmed)
    pen.ellipse([54, 54, 306, 306], (255, 255, 255, 255))
    pen.ellipse([60, 60, 300, 300], (60, 40, 120, 255))
    assert fringe(_pixels(fringed)) > 0.5
    assert fringe(_pixels(drawn)) == 0.0 and fringe(_pixels(rimmed)) == 0.0


def test_a_photo_is_restless_in_many_colours_and_a_drawing_is_not() -> None:
    from pyojeong import sample_portrait

    with PIL.Image.open(sample_portrait()) as portrait:
        photo = _pixels(portrait.resize((360, 360)))
    share, colours = unrest(photo)
    assert share > 0.4 and colours > 110
    share, colours = unrest(_pixels(face((360, 360), 3)))
    assert share < 0.2 and colours < 40


def test_a_dark_figure_is_lost_on_dark_until_it_has_a_rim() -> None:
    dark = PIL.Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    PIL.ImageDraw.Draw(dark).ellipse([20, 20, 80, 80], (34, 34, 40, 255))
    rimmed = PIL.Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    pen = PIL.ImageDraw.Draw(rimmed)
    pen.ellipse([17, 17, 83, 83], (255, 255, 255, 255))
    pen.ellipse([20, 20, 80, 80], (34, 34, 40, 255))
    assert lost_outline(_pixels(dark), DARK) > 0.9 and lost_outline(_pixels(dark), LIGHT) == 0.0
    assert lost_outline(_pixels(rimmed), DARK) == 0.0


def test_an_opaque_ground_of_one_colour_is_taken_off() -> None:
    ground = PIL.Image.new("RGB", (200, 200), (240, 240, 245))
    picture = face((200, 200), 2)
    ground.paste(picture, mask=picture)
    clear = cleared(_pixels(ground))
    assert clear[0, 0, 3] == 0 and clear[100, 100, 3] == 255
    assert cleared(clear) is clear


def _with_words(picture: PIL.Image.Image, words: str, share: float) -> np.ndarray:
    """The picture made smaller, above words."""
    from pyojeong.media.fonts import FontWeight, font_path

    canvas = PIL.Image.new("RGBA", picture.size, (0, 0, 0, 0))
    small = picture.resize((round(picture.width * share), round(picture.height * share)), PIL.Image.Resampling.LANCZOS)
    canvas.paste(small, ((picture.width - small.width) // 2, 0))
    font = PIL.ImageFont.truetype(str(font_path(FontWeight.BOLD)), round(picture.height * (1 - share) * 0.7))
    middle = picture.width / 2, picture.height * (1 + share) / 2
    PIL.ImageDraw.Draw(canvas).text(middle, words, (120, 30, 60, 255), font=font, anchor="mm")
    return np.asarray(canvas)


@pytest.mark.parametrize("number", [3, 8, 14])
def test_other_words_do_not_make_another_pose(number: int) -> None:
    picture = face((360, 360), number)
    one, other = (pose_of(_with_words(picture, words, 0.78)) for words in ("고마워요", "잘 자"))
    larger = pose_of(np.asarray(picture))
    assert one is not None and other is not None and larger is not None
    assert likeness(one, other) >= 0.95
    assert likeness(one, larger) >= 0.9


def test_another_mouth_or_another_colour_makes_another_pose() -> None:
    poses = [pose_of(np.asarray(face((360, 360), number))) for number in (4, 5, 28)]
    assert all(pose is not None for pose in poses)
    smile, frown, other_colour = poses
    assert smile and frown and other_colour
    assert likeness(smile, frown) < 0.95 and likeness(smile, other_colour) < 0.95
    assert likeness(smile, smile) == 1.0


def _caption(ink: tuple[int, int, int], size: int) -> tuple[np.ndarray, Box]:
    from pyojeong.media.fonts import FontWeight, font_path

    canvas = PIL.Image.new("RGBA", (360, 360), (0, 0, 0, 0))
    font = PIL.ImageFont.truetype(str(font_path(FontWeight.BOLD)), size)
    pen = PIL.ImageDraw.Draw(canvas)
    pen.text((180, 300), "고마워요", (*ink, 255), font=font, anchor="mm")
    return np.asarray(canvas), Box(*pen.textbbox((180, 300), "고마워요", font=font, anchor="mm"))


def test_the_height_of_letters_is_measured_and_their_contrast_on_both_grounds() -> None:
    dark, box = _caption((40, 20, 20), 60)
    assert line_height(dark, box) == pytest.approx(box.height, abs=6)
    assert contrast_in(dark, box, LIGHT) > 8 and contrast_in(dark, box, DARK) < 1.5
    pale, box = _caption((235, 235, 235), 60)
    assert contrast_in(pale, box, LIGHT) < 1.5 and contrast_in(pale, box, DARK) > 8


def test_a_misread_line_is_known_by_its_syllables() -> None:
    assert is_of("오케이", "오케이!") and not is_of("수 릿지", "좋은 아침!")


def test_chat_size_keeps_proportions() -> None:
    wide = at_chat_size(np.full((50, 200, 4), 255, np.uint8))
    assert wide.shape == (100, 100, 4)
    assert (wide[:, :, 3] > 0).any(1).sum() == 25
