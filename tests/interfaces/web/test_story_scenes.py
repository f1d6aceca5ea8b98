"""Where the person lets the scenes of a tale play: in the lines, so that undo, draft and score file have it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from pyojeong.emotion import Beat, Emotion, Mood, Score, score_json
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.stories import FilmOrder, company_of
from pyojeong.interfaces.web.score.desk import ScoreDesk
from pyojeong.interfaces.web.score.reading import read_anew
from pyojeong.interfaces.web.story import drafts
from pyojeong.interfaces.web.story.covers import PLACE_WH, place_picture
from pyojeong.interfaces.web.story.scenes import Scenes
from pyojeong.performing.film.screenplay import Place, Scene, Weather
from pyojeong.reading.text.pronouncing import spoken_words
from pyojeong.rig.speech import silent
from pyojeong.stories.casting import cast_by_name
from pyojeong.stories.directing import Spoken, directed
from pyojeong.stories.directing.places import ChosenSetting

MOOD = Mood.of(Emotion.NEUTRAL, intensity=0.3)
LINES = (
    "나무꾼이 깊은 숲속으로 들어갔습니다.",
    "숲속은 고요했습니다.",
    "나무꾼은 바닷가로 갔습니다. 바다에 파도가 쳤습니다.",
)


def score(lines: Sequence[str] = LINES) -> Score:
    text, beats = "", []
    for line in lines:
        beats.append(Beat(len(text), len(text) + len(line), MOOD))
        text += f"{line}\n"
    return Score(text, MOOD, tuple(beats))


def found(told: Score) -> tuple[Scene, ...]:
    spoken = [Spoken(n, silent(spoken_words(told.text_of(b)), 9.0), "나무꾼") for n, b in enumerate(told.beats)]
    return directed(told, spoken, cast_by_name(["나무꾼"]), title="나무꾼").scenes


@pytest.fixture
def lines() -> ScoreDesk:
    desk = ScoreDesk()
    desk.begin(score())
    return desk


@pytest.fixture
def scenes(lines: ScoreDesk) -> Scenes:
    made = Scenes(lines)
    assert lines.score is not None
    made.show(found(lines.score), lines.score)
    return made


def places(desk: ScoreDesk) -> list[str | None]:
    assert desk.score is not None
    return [beat.place for beat in desk.score.beats]


def test_a_scene_is_moved_with_all_its_lines_and_undone(lines: ScoreDesk, scenes: Scenes) -> None:
    scenes.choose(0, ChosenSetting(Place.PALACE))
    assert places(lines) == ["palace", "palace", None] and scenes.choice(0) == ChosenSetting(Place.PALACE)
    scenes.choose(0, ChosenSetting(Place.PALACE, Weather.RAIN))
    scenes.choose(0, ChosenSetting(Place.PALACE, Weather.RAIN))  # nothing new: no step
    lines.undo()
    assert scenes.choice(0) == ChosenSetting(Place.PALACE)
    lines.undo()
    assert places(lines) == [None, None, None] and not lines.history.undoable


@pytest.mark.usefixtures("word_reader")
def test_where_a_scene_plays_outlasts_reading_it_again_and_one_changed_letter() -> None:
    async def read() -> tuple[list[str | None], ...]:
        desk = ScoreDesk()
        await desk.take("\n".join(LINES).encode())
        desk.stage((0, 1), place="palace", weather=None)
        await desk.reread()
        again = places(desk)
        changed = "\n".join(LINES).replace("고요했", "조용했")
        desk.compose(changed)
        await desk.read(changed)
        await desk.finished()
        return again, places(desk)

    found = ["palace", "palace", None, None]
    assert asyncio.run(read()) == (found, found)


@pytest.mark.usefixtures("word_reader")
def test_a_staged_text_that_nobody_can_read_is_refused() -> None:
    staged = Score("1234", MOOD, (Beat(0, 4, MOOD, place="sea"),))
    with pytest.raises(PyojeongError):
        read_anew(staged, lambda _: None)


def test_a_scene_is_known_by_its_words_after_lines_were_joined(lines: ScoreDesk, scenes: Scenes) -> None:
    lines.choose(0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_refine", lambda _: None)
        lines.merge()
    scenes.choose(1, ChosenSetting(Place.ROOM))
    assert places(lines) == [None, "room"]
    scenes.choose(7, ChosenSetting(Place.ROOM))
    assert scenes.scene(7) is None and places(lines) == [None, "room"]


def test_scenes_of_a_tale_that_is_gone_are_none(lines: ScoreDesk, scenes: Scenes) -> None:
    lines.begin(score(LINES[1:]))
    assert scenes.scene(0) is None and scenes.choice(0) == ChosenSetting()
    scenes.choose(0, ChosenSetting(Place.ROOM))
    assert places(lines) == [None, None]


def test_no_weather_is_told_under_the_sea_and_a_chosen_one_comes_back_with_the_air(scenes: Scenes) -> None:
    scenes.choose(0, ChosenSetting(None, Weather.RAIN))
    assert scenes.weather(0) is Weather.RAIN and scenes.weather(1) is Weather.CLEAR
    scenes.choose(0, ChosenSetting(Place.UNDERSEA, Weather.RAIN))
    assert scenes.weather(0) is None
    scenes.choose(0, ChosenSetting(Place.FIELD, Weather.RAIN))
    assert scenes.weather(0) is Weather.RAIN and scenes.weather(7) is None


def test_draft_and_score_file_say_where_it_plays(lines: ScoreDesk, scenes: Scenes) -> None:
    scenes.choose(1, ChosenSetting(Place.UNDERSEA))
    assert lines.score is not None
    draft = drafts.Draft(lines.score, company_of(lines.score), "", FilmOrder())
    for again in (drafts.opened(drafts.written(draft)).score, score_json.loads(score_json.dumps(lines.score))):
        assert [scene.place for scene in found(again)] == [Place.FOREST, Place.UNDERSEA]


def test_every_place_has_a_picture_of_its_own() -> None:
    import io

    import PIL.Image

    pictures = {place: place_picture(place) for place in (Place.SEA, Place.NIGHT)}
    assert pictures[Place.SEA] != pictures[Place.NIGHT]
    assert PIL.Image.open(io.BytesIO(pictures[Place.SEA])).size == PLACE_WH
