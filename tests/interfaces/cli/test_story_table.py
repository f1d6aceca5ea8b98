"""What ``pyojeong story cast`` shows of a cast."""

from __future__ import annotations

import io

from rich.console import Console

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.interfaces.cli.story import _stand_ins
from pyojeong.interfaces.stories import story_of


def test_who_is_drawn_as_another_kind_is_told_below_the_table() -> None:
    mood = Mood.of(Emotion.JOY)
    speakers = ("너구리", "여우", "[부엉이]")
    score = Score("가. 나. 다.", mood, tuple(Beat(3 * n, 3 * n + 2, mood, speaker=s) for n, s in enumerate(speakers)))
    out = io.StringIO()
    Console(file=out, width=100).print(_stand_ins(story_of(score)))
    told = [line.strip() for line in out.getvalue().splitlines() if "그립니다" in line or "stands in" in line]
    assert [line.split(":")[0] for line in told] == ["너구리", "[부엉이]"]
    alone = Score("가.", mood, (Beat(0, 2, mood, speaker="여우"),))
    assert not _stand_ins(story_of(alone))
