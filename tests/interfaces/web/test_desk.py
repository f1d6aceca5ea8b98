"""The desk without a screen: whose word counts, what undo brings back, what stays when something fails."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import performance
from pyojeong.interfaces.finish import Tempo
from pyojeong.interfaces.performance import Rehearsal
from pyojeong.interfaces.web.shelf import shelf
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.studio.look import Origin
from pyojeong.interfaces.web.studio.photo import OpenPhoto, Size, changed_pixels
from pyojeong.interfaces.web.words import Language
from pyojeong.performing.portrait import recipe as recipes
from pyojeong.performing.portrait.recipe import Edit, Recipe
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import Expression

pytestmark = pytest.mark.usefixtures("word_reader")
Story = Callable[[Desk], Awaitable[None]]


@pytest.fixture(scope="module")
def portrait_bytes(pictures: Path) -> bytes:
    return (pictures / "portrait.png").read_bytes()


@pytest.fixture
def at_the_desk(portrait_bytes: bytes) -> Callable[[Story], Desk]:
    """Runs a story at a desk with the portrait on it, until everything is drawn."""

    def play(story: Story) -> Desk:
        async def run() -> Desk:
            desk = Desk()
            await desk.open_photo(portrait_bytes)
            await story(desk)
            await desk.read_to_end()
            await desk.easel.finished()
            return desk

        return asyncio.run(run())

    return play


async def written(desk: Desk, text: str) -> None:
    desk.write(text)
    await desk.read_to_end()


def test_a_sentence_is_read_and_performed(at_the_desk: Callable[[Story], Desk]) -> None:
    desk = at_the_desk(lambda desk: written(desk, "오늘은 너무 속상해."))
    assert desk.look.origin is Origin.TEXT
    assert desk.look.emotion is Emotion.SADNESS
    assert desk.expression["mouthFrownLeft"] > 0.2
    assert desk.shown is not None
    assert desk.shown.size is Size.FULL
    assert desk.shown.changed_share > 0
    assert not desk.easel.busy


def test_typing_on_is_one_edit_and_not_many(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        for text in ("속상", "속상해", "속상해서 화나"):
            await written(desk, text)

    assert len(at_the_desk(story).recipe.edits) == 1


def test_the_persons_choice_outlasts_later_text(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        desk.feel(Emotion.JOY)
        await written(desk, "오늘은 너무 속상해.")

    desk = at_the_desk(story)
    assert desk.look.emotion is Emotion.JOY
    assert desk.score is not None
    assert desk.score.mood.leading is Emotion.SADNESS


def test_neutral_takes_the_photographed_smile_away(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        desk.feel(Emotion.NEUTRAL)

    desk = at_the_desk(story)
    assert desk.shown is not None
    assert desk.shown.changed_share > 0
    desk = at_the_desk(kept_as_it_is)
    assert desk.shown is not None
    assert desk.shown.changed_share == 0


async def kept_as_it_is(desk: Desk) -> None:
    desk.feel(Emotion.NEUTRAL)
    desk.start_from(Undo.NOTHING)


def test_one_beat_can_be_performed(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        await written(desk, "너무 속상해. 그래도 기뻐.")
        desk.perform_text(1)

    assert at_the_desk(story).look.emotion is Emotion.JOY


def test_an_unsure_reading_is_performed_weakly(at_the_desk: Callable[[Story], Desk]) -> None:
    desk = at_the_desk(lambda desk: written(desk, "책상 위에 책이 있다."))
    assert desk.look.mood is not None
    assert desk.look.mood.unsure
    assert desk.look.intensity == desk.look.mood.intensity / 2


def test_a_text_nobody_can_read_says_why(at_the_desk: Callable[[Story], Desk]) -> None:
    desk = at_the_desk(lambda desk: written(desk, "hello"))
    assert desk.unreadable is not None
    assert desk.trouble is None
    assert desk.score is None


@pytest.mark.parametrize("nothing", ["", "hello"])
def test_a_text_that_says_nothing_gives_the_photo_back(at_the_desk: Callable[[Story], Desk], nothing: str) -> None:
    async def story(desk: Desk) -> None:
        await written(desk, "오늘은 너무 속상해.")
        await desk.easel.finished()
        await written(desk, nothing)

    desk = at_the_desk(story)
    assert desk.look.origin is Origin.PHOTO
    assert desk.expression == Expression()
    assert desk.shown is not None
    assert desk.shown.changed_share == 0


def test_the_persons_choice_outlasts_an_emptied_text(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        await written(desk, "오늘은 너무 속상해.")
        desk.feel(Emotion.JOY)
        await written(desk, "")

    assert at_the_desk(story).look.emotion is Emotion.JOY


def test_every_face_that_follows_the_text_follows_it_on(pictures: Path) -> None:
    async def run() -> Desk:
        desk = Desk()
        await desk.open_photo((pictures / "six.png").read_bytes())
        await written(desk, "너무 속상해.")
        desk.choose_face(1)
        desk.perform_text(None)
        await written(desk, "너무 기뻐.")
        assert [desk.look_of(face).emotion for face in (0, 1)] == [Emotion.JOY, Emotion.JOY]
        await written(desk, "")
        assert desk.recipe.flattened()[0][0] == desk.recipe.flattened()[1][0] == Expression()
        desk.undo()
        return desk

    desk = asyncio.run(run())
    assert desk.look_of(0).emotion is desk.look_of(1).emotion is Emotion.SADNESS


def test_the_start_look_is_the_bottom_of_the_history(portrait_bytes: bytes) -> None:
    async def run() -> Desk:
        desk = Desk()
        await written(desk, "오늘은 너무 속상해.")
        await desk.open_photo(portrait_bytes)
        assert not desk.history.undoable
        desk.feel(Emotion.JOY)
        for _ in range(3):
            desk.undo()
        return desk

    desk = asyncio.run(run())
    assert (desk.look.origin, desk.look.emotion) == (Origin.TEXT, Emotion.SADNESS)


def test_undo_brings_back_what_was_written_and_marked(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        await written(desk, "너무 속상해. 그래도 기뻐.")
        desk.perform_text(1)
        await written(desk, "")
        desk.undo()
        assert desk.score is not None
        assert (desk.text, desk.beat, desk.look.emotion) == ("너무 속상해. 그래도 기뻐.", 1, Emotion.JOY)
        desk.undo()
        assert desk.beat is None
        desk.redo()
        desk.redo()

    desk = at_the_desk(story)
    assert (desk.text, desk.score, desk.look.origin) == ("", None, Origin.PHOTO)


def test_a_step_shows_the_face_it_was_made_on(pictures: Path) -> None:
    async def run() -> Desk:
        desk = Desk()
        await desk.open_photo((pictures / "six.png").read_bytes())
        desk.choose_face(2)
        desk.feel(Emotion.JOY)
        desk.choose_face(0)
        desk.undo()
        return desk

    assert asyncio.run(run()).face == 2


def test_the_visible_mark_speaks_the_visitors_language(at_the_desk: Callable[[Story], Desk]) -> None:
    pictures = []
    for language in Language:

        async def story(desk: Desk, spoken: Language = language) -> None:
            desk.speak(spoken)
            desk.feel(Emotion.JOY)

        desk = at_the_desk(story)
        assert desk.photo is not None
        performed = desk.photo.perform(desk.recipe.flattened(), Size.FULL).image
        rehearsal = Rehearsal(desk.photo.image, desk.photo.faces, desk.recipe)
        moving = performance.animate(rehearsal, Tempo(), desk.staging)
        pictures.append((desk.photo.staged(performed, Size.FULL, desk.staging).rgb, moving.frame(0)))
    (korean, korean_frame), (english, english_frame) = pictures
    assert (korean != english).any()
    assert (korean_frame != english_frame).any()


def test_a_failure_is_forgotten_with_the_next_success(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        await desk.open_photo(b"no picture")
        assert desk.trouble is not None
        desk.feel(Emotion.JOY)

    assert at_the_desk(story).trouble is None


def test_a_loaded_recipe_is_undone_step_by_step(at_the_desk: Callable[[Story], Desk]) -> None:
    saved = Recipe().then(Edit(0, {"jawOpen": 0.5})).then(Edit(0, {"cheekPuff": 0.5}))

    async def story(desk: Desk) -> None:
        desk.feel(Emotion.JOY)
        desk.replay(saved)
        assert desk.expression.to_dict() == {"jawOpen": 0.5, "cheekPuff": 0.5}
        desk.undo()
        assert desk.expression.to_dict() == {"jawOpen": 0.5}
        desk.undo()

    assert at_the_desk(story).look.emotion is Emotion.JOY


def test_a_new_face_forgets_what_the_last_one_did(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        desk.feel(Emotion.JOY)
        desk.feel(Emotion.ANGER)

    shown = at_the_desk(story).expression
    assert shown["mouthSmileLeft"] == 0
    assert shown["browDownLeft"] > 0.3


def test_undo_and_redo_bring_the_choices_back_too(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        desk.feel(Emotion.JOY)
        desk.feel(Emotion.ANGER)
        desk.intensify(0.2)
        desk.undo()
        assert (desk.look.emotion, desk.look.intensity) == (Emotion.ANGER, 0.7)
        desk.undo()
        assert desk.look.emotion is Emotion.JOY
        desk.redo()
        desk.redo()
        desk.redo()

    desk = at_the_desk(story)
    assert (desk.look.emotion, desk.look.intensity) == (Emotion.ANGER, 0.2)


def test_a_slider_leaves_one_edit_however_often_it_moves(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        for value in (0.1, 0.2, 0.3):
            desk.move({"jawOpen": value}, note="jawOpen", settled=False)
            desk.move({"jawOpen": value}, note="jawOpen")
        desk.move({"cheekPuff": 0.5}, note="cheekPuff")

    desk = at_the_desk(story)
    assert [edit.note for edit in desk.recipe.edits] == ["jawOpen", "cheekPuff"]
    assert desk.expression.to_dict() == {"jawOpen": 0.3, "cheekPuff": 0.5}
    assert desk.look.origin is Origin.HAND


def test_what_is_held_is_seen_but_not_kept(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        await desk.easel.finished()
        desk.move({"jawOpen": 0.9}, note="jawOpen", settled=False)

    desk = at_the_desk(story)
    assert desk.recipe.edits == ()
    assert desk.shown is not None
    assert desk.shown.changed_share > 0


def test_blending_keeps_the_first_emotion_first(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        desk.feel(Emotion.SADNESS)
        desk.blend(Emotion.JOY, 0.8)

    look = at_the_desk(story).look
    assert (look.emotion, look.second) == (Emotion.SADNESS, Emotion.JOY)
    assert look.share == pytest.approx(0.8)


def test_a_saved_recipe_gives_the_same_picture(at_the_desk: Callable[[Story], Desk]) -> None:
    kept: list[str] = []

    async def first(desk: Desk) -> None:
        desk.feel(Emotion.SURPRISE)
        desk.start_from(Undo.ALL)
        kept.append(recipes.dumps(desk.recipe))

    async def second(desk: Desk) -> None:
        desk.replay(recipes.loads(kept[0]))

    one, other = at_the_desk(first), at_the_desk(second)
    assert one.expression == other.expression
    assert other.look_of(0).undo is Undo.ALL


def test_mirror_and_reset_are_edits(at_the_desk: Callable[[Story], Desk]) -> None:
    async def story(desk: Desk) -> None:
        desk.move({"mouthSmileLeft": 0.6}, note="mouthSmileLeft")
        desk.shape(desk.expression.mirrored(), "mirror")
        assert desk.expression.to_dict() == {"mouthSmileRight": 0.6}
        desk.shape(Expression(), "reset")

    desk = at_the_desk(story)
    assert desk.expression == Expression()
    assert desk.shown is not None
    assert len(desk.recipe.edits) == 3


def test_a_bad_picture_is_told_and_the_photo_stays(
    at_the_desk: Callable[[Story], Desk], pictures: Path, bad_picture: tuple[str, str]
) -> None:
    name, kind = bad_picture
    desk = at_the_desk(lambda desk: desk.open_photo((pictures / name).read_bytes()))
    assert isinstance(desk.trouble, PyojeongError)
    assert desk.trouble.kind == kind
    assert desk.photo is not None
    assert not desk.opening


def test_every_face_has_its_own_expression(pictures: Path) -> None:
    async def run() -> Desk:
        desk = Desk()
        await desk.open_photo((pictures / "six.png").read_bytes())
        desk.feel(Emotion.JOY)
        desk.choose_face(1)
        desk.feel(Emotion.ANGER)
        await desk.easel.finished()
        return desk

    desk = asyncio.run(run())
    assert desk.photo is not None
    together = desk.photo.perform(desk.recipe.flattened(), Size.FULL).image
    for face, (expression, undo) in desk.recipe.flattened().items():
        alone = desk.photo.perform({face: (expression, undo)}, Size.FULL).image
        changed = changed_pixels(desk.photo.image, alone)
        assert changed.any()
        assert np.array_equal(together.pixels[changed], alone.pixels[changed])


def test_closing_clears_the_shelf(at_the_desk: Callable[[Story], Desk]) -> None:
    before = len(shelf)
    desk = at_the_desk(lambda desk: written(desk, "기뻐"))
    assert len(shelf) > before
    desk.close()
    assert len(shelf) == before
    assert desk.photo is None


def test_a_large_photo_is_previewed_small(portrait_bytes: bytes) -> None:
    import io

    import PIL.Image

    large = io.BytesIO()
    PIL.Image.open(io.BytesIO(portrait_bytes)).resize((1200, 1200)).save(large, "PNG")
    photo = OpenPhoto.opened(large.getvalue())
    assert not photo.preview_is_full
    assert photo.source(Size.PREVIEW).size_wh == (512, 512)
    smile = {0: (Expression({"mouthSmileLeft": 0.8, "mouthSmileRight": 0.8}), Undo.CONFLICTS)}
    assert photo.perform(smile, Size.FULL).image.size_wh == (1200, 1200)
