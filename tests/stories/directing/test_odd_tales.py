"""Tales of unusual make become films on paper, too."""

from __future__ import annotations

import pytest

from pyojeong.reading.tale import TaleReader
from pyojeong.reading.text import TextReader
from pyojeong.reading.text.pronouncing import spoken_words
from pyojeong.rig.speech import silent
from pyojeong.stories.casting import cast_by_name
from pyojeong.stories.directing import Spoken, directed


@pytest.fixture(scope="module")
def reader() -> TaleReader:
    return TaleReader(TextReader.shipped())


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("“여기 누구 없어요?”", None),
        ("눈이 왔습니다. 바람이 불었습니다. 밤이 깊었습니다.", None),
        ("여우가 걸었습니다. 여우가 웃었습니다.", 1),
        (" ".join(f"{chr(0xAC00 + 28 * 21 * n % 11172)}돌이가 말했다. “{n}번 가자.”" for n in range(60)), None),
    ],
)
def test_odd_tales_are_directed(reader: TaleReader, text: str, roles: int | None) -> None:
    cast = reader.read(text)
    score = cast.score
    spoken = [
        Spoken(n, silent(spoken_words(score.text_of(beat)), 2.0), cast.roles.about[n], cast.roles.there[n])
        for n, beat in enumerate(score.beats)
    ]
    play = directed(score, spoken, cast_by_name(cast.roles.names), title="")
    assert sum(len(scene.turns) for scene in play.scenes) == len(score.beats)
    assert roles is None or len(cast.roles.names) == roles
    assert set(cast.roles.names) >= {
        standing.role for s in play.scenes for shot in s.shots for standing in shot.standing
    }
