"""Stickers: drawn at the size that is asked, words beside the face, told in both languages."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.media import Clip, Image
from pyojeong.performing.character import DESIGNS, Character, Edge, design_of
from pyojeong.performing.character.stage import scene
from pyojeong.stickers.captions import CaptionBank, Voice
from pyojeong.stickers.composing import Composition, act_called, captions_for, compose_sticker, known_moments
from pyojeong.stickers.composing.picture import _Film
from pyojeong.stickers.composing.room import canvas_of, face_box, figure_box
from pyojeong.stickers.lettering import Place

BORI = Character("mascot", "보리", {"ears": "cat"}, seed=3)


def still(moment: str, caption: str | None = None, size: tuple[int, int] = (360, 360), **more: object) -> Image:
    picture = compose_sticker(BORI, moment, caption=caption, **more).picture_of(size)  # type: ignore[arg-type]
    assert isinstance(picture, Image)
    return picture


@pytest.mark.parametrize("size", [(360, 360), (740, 640), (350, 300), (96, 74), (74, 96), (512, 512), (33, 77)])
def test_a_sticker_has_exactly_the_size_that_was_asked(size: tuple[int, int]) -> None:
    assert still("hello", "안녕!", size).size_wh == size


@pytest.mark.parametrize("moment", ["hello", "sob", "rolling", "payday", "scared", "working"])
@pytest.mark.parametrize("size", [(360, 360), (320, 270)])
def test_nothing_but_the_shadow_comes_near_the_edge(moment: str, size: tuple[int, int]) -> None:
    alpha = still(moment, "오늘도 수고했어", size).pixels[:, :, 3]
    margin = int(6 * min(size) / 360)
    rows, columns = np.nonzero(alpha > 40)  # the shadow is fainter
    assert rows.min() >= margin and rows.max() < size[1] - margin
    assert columns.min() >= margin and columns.max() < size[0] - margin


@pytest.mark.parametrize("moment", sorted(known_moments()))
def test_words_never_cover_the_face(moment: str) -> None:
    made = Composition(BORI, act_called(moment, design=design_of(BORI)), "벌써 월요일이라니 말도 안 돼")
    canvas = canvas_of((360, 360))
    film = _Film(made, canvas, (scene(BORI, made.act.key),))
    placed = film._placed
    assert placed is not None
    assert not placed.bounds.grown(-0.5).meets(placed.room.of(film._face))


def test_the_face_is_where_eyes_and_mouth_are() -> None:
    shot = scene(BORI, act_called("hello").key)
    face, whole = face_box(shot.figure), figure_box(shot, Edge.WHITE)
    assert whole.holds(face)
    for x, y in (*shot.figure.eyes, shot.figure.mouth):
        assert face.left < x < face.right and face.top < y < face.bottom


def test_equal_arguments_draw_equal_pictures_and_other_words_do_not() -> None:
    first, again, other = still("love", "사랑해!"), still("love", "사랑해!"), still("love", "좋아해!")
    assert np.array_equal(first.pixels, again.pixels)
    assert not np.array_equal(first.pixels, other.pixels)


def test_without_words_the_figure_is_larger() -> None:
    def height(image: Image) -> int:
        rows = np.nonzero((image.pixels[:, :, 3] > 200).any(axis=1))[0]
        return int(rows.max() - rows.min())

    made = compose_sticker(BORI, "ok").picture_of
    assert isinstance(made, Composition)
    figure = replace(made, caption="오늘도 수고했어").drawing((360, 360)).root.children[0]
    assert figure.matrix is not None and figure.matrix.a < 1  # type: ignore[union-attr]
    assert height(still("ok")) > 0.8 * 360


def test_a_moving_sticker_begins_with_the_whole_caption() -> None:
    for moment in ("surprised", "thinking", "hello"):  # pops up, is typed, hops
        film = compose_sticker(BORI, moment, caption="깜짝이야", moves=True).picture_of((120, 120))
        assert isinstance(film, Clip) and film.count == 24
        alone = compose_sticker(BORI, moment, moves=True).picture_of((120, 120))
        assert isinstance(alone, Clip)
        with_words = film.frame(0)
        lower = with_words[70:, :, 3].sum(), film.frame(3)[70:, :, 3].sum()
        assert lower[0] >= 0.9 * lower[1]
        assert not np.array_equal(film.frame(0), film.frame(8))


def test_a_film_lasts_as_long_as_its_act() -> None:
    film = compose_sticker(BORI, "sleeping", moves=True).picture_of((60, 60))
    assert isinstance(film, Clip)
    assert film.seconds == pytest.approx(act_called("sleeping").seconds)


def test_frames_keep_one_place() -> None:
    film = compose_sticker(BORI, "hooray", caption="만세!", moves=True).picture_of((90, 90))
    assert isinstance(film, Clip)
    assert np.array_equal(film.frame(5), film.frame(5))
    for number in (0, 6, 12, 18):
        edges = np.concatenate([film.frame(number)[0, :, 3], film.frame(number)[:, 0, 3], film.frame(number)[:, -1, 3]])
        assert edges.max() < 60


def test_words_stand_where_they_are_wanted() -> None:
    above = still("hello", "안녕!", place=Place.ABOVE).pixels
    below = still("hello", "안녕!", place=Place.BELOW).pixels
    assert not np.array_equal(above, below)


def test_the_svg_opens_without_fonts() -> None:
    made = compose_sticker(BORI, "hello", caption="안녕!").picture_of
    assert isinstance(made, Composition)
    root = ET.fromstring(made.svg((740, 640)))
    assert root.tag.endswith("svg") and "text" not in {element.tag.rpartition("}")[2] for element in root.iter()}
    assert root.get("viewBox") == "0 0 416.25 360"


def test_every_moment_has_a_meaning_and_every_meaning_an_act() -> None:
    from pyojeong.performing.character.acts import MOMENTS

    assert set(MOMENTS) <= set(known_moments())
    for name in known_moments():
        assert act_called(name).name == name


def test_own_lines_are_polite_and_short() -> None:
    from pyojeong.reading.text.gate import Gate

    gate = Gate.shipped()
    lines = [line for moment in known_moments().values() for line in (moment.plain, moment.polite) if line]
    assert len(lines) > 150
    assert [line for line in lines if not gate.check(line).polite] == []
    assert max(map(len, lines)) <= 14


def test_an_unknown_moment_is_refused_with_those_there_are() -> None:
    with pytest.raises(PyojeongError, match="off-work") as caught:
        act_called("dinner-with-the-queen")
    assert caught.value.kind == "unknown-moment"


def test_what_it_shows_is_told_in_both_languages() -> None:
    sticker = compose_sticker(BORI, "sulk", caption="흥, 삐졌어")
    assert sticker.alt_korean == "보리, ‘삐짐’ 하는 모습. 밤송이 속에 숨기. 화난 얼굴. 글귀: “흥, 삐졌어”"
    assert sticker.alt_english == "보리, “sulking”. Hides in its burr. an angry face. caption: “흥, 삐졌어”"
    assert sticker.emoji and len(sticker.emoji) <= 3


def test_its_making_is_on_record() -> None:
    making = compose_sticker(replace(BORI, drawn_from_photo=True), "hello", caption="안녕!", text_model="gpt").making
    assert making.design == "mascot" and making.seed == 3
    assert making.parameters["character"]["chosen"] == {"ears": "cat"}
    assert making.parameters["character"]["drawn_from_photo"] is True
    assert making.parameters["act"]["name"] == "hello" and making.parameters["act"]["expression"]
    assert not making.photo and making.image_model is None and making.text_model == "gpt"


@pytest.mark.parametrize("voice", Voice)
def test_captions_for_a_moment_differ_and_avoid_what_is_there(voice: Voice) -> None:
    act = act_called("off-work")
    offered = captions_for(act, voice=voice, count=3)
    assert len(offered) == len(set(offered)) == 3
    assert offered[0] not in captions_for(act, voice=voice, avoid=[offered[0]])


def test_a_dialect_speaks_before_plain_words() -> None:
    bank = {caption.text: caption.voice for caption in CaptionBank.shipped().captions}
    assert bank[captions_for(act_called("thank-you"), voice=Voice.DIALECT)[0]] is Voice.DIALECT
    assert captions_for(act_called("thank-you"), voice=Voice.BANMAL)[0] == "고마워!"


@pytest.mark.parametrize("design", sorted(DESIGNS))
def test_every_design_can_be_a_sticker(design: str) -> None:
    picture = compose_sticker(Character(design), "love", caption="사랑해!").picture_of((100, 100))
    assert isinstance(picture, Image)
    assert (picture.pixels[:, :, 3] > 200).mean() > 0.15


@pytest.mark.parametrize("voice", [Voice.BANMAL, Voice.POLITE])
@pytest.mark.parametrize("moment", ["sick", "headache", "hungry", "cold", "hot", "rainy", "off-work", "hurry"])
def test_who_tells_of_themselves_does_not_ask_after_another(moment: str, voice: Voice) -> None:
    lines = captions_for(act_called(moment), voice=voice, count=12)
    cares = ["병원 갔어", "아프지 마", "나으세요", "식사하셨", "밥 먹었어", "조심", "드세요", "우산 있어", "수고"]
    assert len(lines) >= 2 and not [line for line in lines if any(care in line for care in cares)]
