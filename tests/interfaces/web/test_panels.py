"""What the panels say about steps, strengths and files."""

from __future__ import annotations

import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.studio.history import Moment
from pyojeong.interfaces.web.studio.look import Look, Origin
from pyojeong.interfaces.web.studio.panels.edits import step_told
from pyojeong.interfaces.web.studio.panels.feeling import strength_told
from pyojeong.interfaces.web.studio.panels.finishing import file_stem
from pyojeong.interfaces.web.studio.panels.writing import kinder_words
from pyojeong.interfaces.web.words import Language, Words
from pyojeong.performing.portrait.recipe import Edit
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig.compose import shown_strength

KOREAN, ENGLISH = Words(Language.KOREAN), Words(Language.ENGLISH)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Edit(0, {"jawOpen": 0.5}, note="joy"), "기쁨"),
        (Edit(0, {"jawOpen": 0.5}, note="정말 기뻐"), "정말 기뻐"),
        (Edit(0, {"mouthSmileLeft": 0.4, "mouthSmileRight": 0.4}, note="mouthSmileLeft"), "입꼬리 올리기 · 양쪽 0.40"),
        (Edit(0, {"mouthSmileLeft": 0.4}, note="mouthSmileLeft"), "입꼬리 올리기 · 왼쪽 0.40"),
        (Edit(0, {}, Undo.ALL, "joy"), "무표정에서 시작"),
        (Edit(0, {"jawOpen": 0.0}), "사진 그대로"),
    ],
)
def test_a_step_is_told_in_korean(edit: Edit, told: str) -> None:
    assert step_told(edit, KOREAN) == told


def test_the_strength_names_the_reading_it_comes_from() -> None:
    mood = Mood.of(Emotion.JOY, intensity=0.75)
    look = Look(Origin.TEXT, mood, shown_strength(mood))
    assert "75 → 연기 84" in strength_told(look, KOREAN)
    assert "set by you" in strength_told(Look(Origin.TEXT, mood, 0.3), ENGLISH)
    assert strength_told(Look(Origin.OWN, mood, 0.3), KOREAN) == ""


def test_faces_are_numbered_as_on_the_command_line() -> None:
    assert [KOREAN.face(number) for number in (0, 1)] == ["얼굴 0 (가장 큰)", "얼굴 1"]


def test_files_are_named_after_photo_and_feeling() -> None:
    desk = Desk()
    desk.photo_name = 'a/b:"c" d'
    looks = {0: Look(Origin.OWN, Mood.of(Emotion.SADNESS)), 1: Look(Origin.HAND)}
    desk.history.amend(Moment(looks=looks))
    still, moving = (file_stem(desk, KOREAN, moving=moves) for moves in (False, True))
    assert still == "abc-d-슬픔·직접-만든-표정"
    assert moving == still + "-움직임"
    desk.history.amend(Moment())
    assert file_stem(desk, ENGLISH, moving=False) == "abc-d-The-photo-as-it-is"


def test_rough_words_are_named_and_asked_about_kindly() -> None:
    asked = kinder_words("아 진짜 시.발 짜증나", KOREAN)
    assert "시.발" in asked and "이대로 두어도" in asked
    assert kinder_words("시발점에서 만나", KOREAN) == ""
    assert "more kindly" in kinder_words("저런 쓰레기들은 다 감옥에 보내야 한다", ENGLISH)
