"""An edit changes the chunks of its own scene, and the crossing into the next, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.emotion.score_editing import with_setting
from pyojeong.performing.film.plan import Kind, chunks
from pyojeong.performing.film.screenplay import Screenplay
from pyojeong.reading.text.pronouncing import spoken_words
from pyojeong.rig.speech import silent
from pyojeong.stories.casting import cast_by_name
from pyojeong.stories.directing import Spoken, directed
from pyojeong.stories.production.chunk_store import Keys

MOOD = Mood.of(Emotion.NEUTRAL, intensity=0.3)
PLACES = ("숲속으로", "바다로", "마을로", "궁궐로")
COMPANY = cast_by_name(["토끼", "자라"])


def score() -> Score:
    lines = [f"토끼는 {place} 갔습니다. 그 {place} 들어갔습니다.\n“여기가 어디야, {place}.”" for place in PLACES]
    text, beats, at = "\n\n".join(lines), [], 0
    for line in text.replace("\n\n", "\n").split("\n"):
        start = text.index(line, at)
        at = start + len(line)
        beats.append(Beat(start, at, MOOD, speaker="토끼" if line.startswith("“") else None))
    return Score(text, MOOD, tuple(beats))


def play_of(said: Score) -> Screenplay:
    spoken = [Spoken(n, silent(spoken_words(said.text_of(b)), 10.0), "토끼") for n, b in enumerate(said.beats)]
    return directed(said, spoken, COMPANY, title="길")


def keys_of(play: Screenplay) -> dict[int, list[str]]:
    from pyojeong.interfaces.characters import new_character
    from pyojeong.performing.film.sources import CharacterSource

    actors = {role: CharacterSource(new_character(part.source)) for role, part in COMPANY.parts.items()}
    keys, found = Keys(play, actors, subtitled=True), {}
    for stretch, frames in chunks(play, 4 * play.format.frames_per_second):
        if stretch.kind not in (Kind.TITLE, Kind.CREDITS):
            found.setdefault(stretch.scene, []).append(keys.of(stretch, frames))
    return found


@pytest.mark.parametrize(
    "edit",
    [{"speaker": "자라"}, {"mood": Mood.of(Emotion.JOY, intensity=0.8)}, {"expression": {"jawOpen": 0.5}}],
)
def test_other_scenes_are_not_drawn_again(edit: dict[str, object]) -> None:
    before = score()
    beats = list(before.beats)
    beats[3] = replace(beats[3], **edit)  # type: ignore[arg-type]
    old, new = keys_of(play_of(before)), keys_of(play_of(replace(before, beats=tuple(beats))))
    assert len(old) == 4
    assert old[0] == new[0] and old[3] == new[3]
    assert old[2][1:] == new[2][1:]  # its first chunk shows the page that turns
    assert old[1] != new[1]


@pytest.mark.parametrize("where", [{"place": "snow", "weather": None}, {"place": None, "weather": "rain"}])
def test_a_scene_that_plays_elsewhere_is_drawn_alone(where: dict[str, str | None]) -> None:
    before = score()
    old, new = keys_of(play_of(before)), keys_of(play_of(with_setting(before, (2, 3), **where)))
    assert len(old) == len(new) == 4
    assert old[0] == new[0] and old[3] == new[3] and old[2][1:] == new[2][1:]
    assert not set(old[1]) & set(new[1])
