"""Captions in boxes: they fit, avoid, repeat themselves exactly, and wear what they should."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.emotion.emotion import Emotion
from pyojeong.media.drawing.colours import contrast
from pyojeong.media.drawing.nodes import Drawing, Group, Shape
from pyojeong.media.drawing.outline import bounds
from pyojeong.media.drawing.painting import painted
from pyojeong.media.drawing.paths import common, placed, rounded
from pyojeong.media.drawing.svg import path_data, svg_of
from pyojeong.stickers.lettering import (
    NIGHT,
    WHITE,
    Box,
    Form,
    Motion,
    Style,
    Voice,
    legibility,
    letter,
    motion_for,
    style_for,
)
from pyojeong.stickers.lettering.boxes import free_boxes
from pyojeong.stickers.lettering.setting import set_letters
from pyojeong.stickers.lettering.style import legible

BOX = Box(8.0, 8.0, 352.0, 150.0)
TEXTS = ("헐", "야!!!", "사랑해 ♥", "ㅋㅋㅋㅋㅋ", "오늘도 수고했어요", "밥 먹었어? 배고파 죽겠네", "어떡해… 어떡해~")
numbers = st.floats(20, 340)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_painted_lies_in_the_box(form: Form, text: str) -> None:
    drawn = letter(text, box=BOX, style=Style(form=form, lip=0.06, gloss=0.6))
    assert BOX.holds(drawn.bounds, slack=0.01)
    assert drawn.bounds.holds(Box(*bounds(drawn.node)), slack=0.3)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(Form), numbers, numbers, st.integers(1, 9))
def test_it_fits_any_box(text: str, form: Form, width: float, height: float, seed: int) -> None:
    box = Box(0.0, 0.0, width, height)
    drawn = letter(text, box=box, style=Style(form=form, seed=seed))
    assert box.holds(drawn.bounds, slack=0.01)
    assert "".join(drawn.lines).replace(" ", "") == text.replace(" ", "")


def test_it_fills_its_box_in_one_direction_at_least() -> None:
    drawn = letter("오늘도 수고했어요", box=BOX, style=Style(most=500.0))
    assert max(drawn.bounds.width / BOX.width, drawn.bounds.height / BOX.height) == pytest.approx(1.0, abs=0.001)


def test_it_never_covers_what_it_shall_avoid() -> None:
    face = Box(60.0, 20.0, 300.0, 110.0)
    drawn = letter("미안해", box=BOX, style=Style(), avoid=[face])
    assert not drawn.bounds.meets(face) and BOX.holds(drawn.bounds, slack=0.01)
    with pytest.raises(ValueError, match="nothing covers"):
        letter("미안해", box=BOX, style=Style(), avoid=[BOX])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(numbers, numbers, numbers, numbers), max_size=4))
def test_free_boxes_are_free_and_inside(corners: list[tuple[float, float, float, float]]) -> None:
    holes = [Box(min(a, c), min(b, d), max(a, c) + 1, max(b, d) + 1) for a, b, c, d in corners]
    whole = Box(0.0, 0.0, 360.0, 360.0)
    for free in free_boxes(whole, holes):
        assert whole.holds(free) and not any(free.meets(hole) for hole in holes)


def test_the_same_words_draw_the_same_svg_and_other_seeds_another() -> None:
    def written(seed: int) -> str:
        drawn = letter("화났어!", box=BOX, style=style_for(Emotion.ANGER, seed=seed))
        return svg_of(Drawing(Group((drawn.node,)), (360, 360)))

    assert written(1) == written(1) != written(2)
    assert "<text" not in written(1) and "font" not in written(1)


def test_a_missing_syllable_changes_the_whole_caption_and_says_so() -> None:
    drawn = letter("뷁이다", box=BOX, style=Style(Voice.HAND))
    assert drawn.fell_back and drawn.voice is Voice.PLAIN and drawn.wanted is Voice.HAND
    assert not letter("별이다", box=BOX, style=Style(Voice.HAND)).fell_back


def test_the_stressed_word_alone_wears_the_accent() -> None:
    style = Style(fill="#ffe14d", accent="#ff8a5c", ink="#1a1a1a")
    svg = svg_of(Drawing(Group((letter("너 진짜 최고야", box=BOX, style=style, stressed="최고").node,)), (360, 360)))
    plain = svg_of(Drawing(Group((letter("너 진짜 최고야", box=BOX, style=style).node,)), (360, 360)))
    assert "#ff8a5c" in svg and "#ffe14d" in svg and "#ff8a5c" not in plain
    with pytest.raises(ValueError, match="stressed"):
        letter("너 진짜 최고야", box=BOX, style=style, stressed="최악")


def test_the_stressed_word_is_tidied_as_the_caption_is() -> None:
    fitted = letter("와！  진짜...", box=Box(8, 8, 352, 120), style=Style(), stressed="진짜...")
    assert fitted.lines == ("와! 진짜…",)


def test_growing_grows_shrinking_shrinks_and_arcs_bend() -> None:
    def heights(form: Form) -> list[float]:
        style = Style(form=form, life=0.0)
        return [one.height for one in letter("가나다라마", box=BOX, style=style).letters]

    assert heights(Form.GROW) == sorted(heights(Form.GROW)) != heights(Form.PLAIN)
    assert heights(Form.SHRINK) == sorted(heights(Form.SHRINK), reverse=True)
    middles = [
        [one.box.centre[1] for one in letter("가나다라마", box=BOX, style=Style(form=form, life=0.0)).letters]
        for form in (Form.ARC, Form.DIP)
    ]
    assert middles[0][2] < middles[0][0] and middles[1][2] > middles[1][0]


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("voice", Voice)
def test_letters_do_not_lie_on_each_other(form: Form, voice: Voice) -> None:
    letters = set_letters(("고마워 너무", "진짜!!"), voice, Style(voice, form))
    paths = [placed(one.glyph.path, one.matrix) for one in letters]
    shared = [common(one, other).computeTightBounds() for one, other in combinations(paths, 2)]
    assert (
        max(box.width() * box.height() for box in shared) < 0.012
    )  # heights of a syllable, squared: a tenth by a tenth


def test_columns_run_downwards_and_from_the_right() -> None:
    drawn = letter("퇴근하고 싶다", box=Box(0, 0, 160, 230), style=Style(form=Form.VERTICAL, life=0.0))
    assert len(drawn.lines) == 2
    first, last = drawn.letters[:4], drawn.letters[4:]
    assert [one.box.top for one in first] == sorted(one.box.top for one in first)
    assert min(one.box.left for one in first) > max(one.box.right for one in last)


def test_louder_feelings_are_larger_and_each_has_a_look_of_its_own() -> None:
    for emotion in Emotion:
        assert style_for(emotion, 1.0).most > style_for(emotion, 0.0).most
        assert motion_for(emotion) in Motion
    assert len({(s.voice, s.form, s.fill) for s in map(style_for, Emotion)}) == len(Emotion)
    with pytest.raises(ValueError, match="intensity"):
        style_for(Emotion.JOY, 1.5)


colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(colours, st.none() | colours, st.none() | colours)
def test_any_colours_become_legible_on_both_grounds(fill: str, ink: str | None, rim: str | None) -> None:
    style = legible(Style(fill=fill, ink=ink, rim=rim))
    layers = [layer for layer in (style.fill, style.ink, style.rim) if layer]
    for above, below in pairwise(layers):
        assert contrast(above, below) >= 3.0
    if rim is None:
        assert all(max(contrast(layer, ground) for layer in layers) >= 3.0 for ground in (WHITE, NIGHT))


@pytest.mark.parametrize("emotion", Emotion)
def test_every_feeling_reads_at_chat_size_on_both_grounds(emotion: Emotion) -> None:
    drawn = letter("오늘도 고마워", box=Box(8, 8, 352, 130), style=style_for(emotion, 0.7))
    measured = legibility(drawn)
    assert measured.is_readable, measured


def test_small_letters_keep_a_pixel_of_ink_in_the_chat() -> None:
    small = letter("퇴근했습니다", box=BOX, style=Style(most=32.0))
    assert small.style.ink_width * small.size == pytest.approx(3.6, rel=0.03)
    assert legibility(small).is_readable and BOX.holds(small.bounds, slack=0.01)
    assert letter("퇴근", box=BOX, style=Style(most=70.0)).style.ink_width == Style().ink_width


def test_legibility_falls_with_size_and_with_colour() -> None:
    style = Style(fill="#101010", ink=None, rim=None)
    large, small = (legibility(letter("수고했어", box=BOX, style=replace(style, most=m))) for m in (80.0, 18.0))
    assert large.height_px > 20 > 8 > small.height_px and not small.is_readable
    bare = letter("수고했어", box=BOX, style=style, grounds=(WHITE,))
    assert legibility(bare).on_light > 9 and legibility(bare).on_dark < 1.5
    assert legibility(letter("수고했어", box=BOX, style=style)).on_dark > 3


def test_legibility_sees_what_lies_under_the_letters() -> None:
    bare = letter("수고했어", box=BOX, style=Style(fill="#101010", ink=None, rim=None), grounds=(WHITE,))
    dark = Shape(rounded(0, 0, 360, 360, 4), fill="#202020")
    assert legibility(bare).on_light > 9 > 1.3 > legibility(bare, under=dark).on_light


@pytest.mark.parametrize("motion", Motion)
def test_a_moving_caption_stays_in_its_bounds_and_keeps_its_size(motion: Motion) -> None:
    still = [letter("신난다!!", box=BOX, style=Style(lip=0.05), motion=motion, phase=n / 12) for n in range(12)]
    assert len({one.size for one in still}) == len({one.bounds for one in still}) == 1
    shown = [Box(*bounds(one.node)) for one in still if one.outline.countPoints()]
    assert all(BOX.holds(box, slack=0.5) for box in shown)
    assert len({path_data(one.outline) for one in still}) > 2


@pytest.mark.parametrize("motion", [Motion.WAVE, Motion.HOP, Motion.BEAT, Motion.BOIL])
def test_loops_close(motion: Motion) -> None:
    def mask(phase: float) -> np.ndarray:  # type: ignore[type-arg]
        drawn = letter("신난다", box=BOX, style=Style(), motion=motion, phase=phase)
        return painted(Drawing(Group((drawn.node,)), (360, 160)), 180).pixels[..., 3].astype(float)

    if motion is Motion.BOIL:  # three drawings, each held for a third
        assert np.array_equal(mask(0.0), mask(0.3)) and not np.array_equal(mask(0.0), mask(0.4))
    else:
        assert np.abs(mask(0.9999) - mask(0.0)).mean() < 0.5


def test_typing_brings_letters_one_by_one() -> None:
    def inked(phase: float) -> int:
        drawn = letter("안녕하세요", box=BOX, style=Style(), motion=Motion.TYPE, phase=phase)
        return int(drawn.outline.countPoints())

    counts = [inked(n / 10) for n in range(10)]
    assert counts == sorted(counts) and counts[0] < counts[3] < counts[-1] == counts[-2]


def test_a_phase_outside_the_loop_is_refused() -> None:
    with pytest.raises(ValueError, match="phase"):
        letter("안녕", box=BOX, style=Style(), motion=Motion.POP, phase=1.0)


@pytest.mark.parametrize("wrong", [{"strength": 1.2}, {"ink_width": -0.1}, {"fill": "#FFF"}, {"most": 0.0}])
def test_a_style_is_checked_at_birth(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Style(**wrong)  # type: ignore[arg-type]
