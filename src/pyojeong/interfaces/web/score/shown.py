"""What the browser draws of a score: one page of its beats, and the course of the whole in a few bars."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pyojeong.emotion import Beat, Mood, Score, SetBy
from pyojeong.emotion.gathering import weight
from pyojeong.interfaces.palette import EMOTION_COLOURS
from pyojeong.interfaces.web.studio.panels.writing import pieces
from pyojeong.interfaces.web.words import Words

BEATS_A_PAGE = 24
"""As many as a wide screen shows as notes without scrolling, and a browser draws at once."""
COURSE_BARS = 160
NO_PAGE: Mapping[str, Any] = MappingProxyType({"beats": [], "tail": "", "first": 0, "count": 0, "page": 0, "pages": 1})
"""What `page_shown` gives of nothing."""


def page_of(number: int) -> int:
    """The page that beat ``number`` stands on.

    >>> page_of(23), page_of(24)
    (0, 1)
    """
    return number // BEATS_A_PAGE


def page_shown(score: Score, chosen: int, words: Words) -> dict[str, Any]:
    """The beats of the page that ``chosen`` stands on, and where it lies among all."""
    first = page_of(chosen) * BEATS_A_PAGE
    stretch = score.beats[first : first + BEATS_A_PAGE]
    reached = score.beats[first - 1].end if first else 0
    beats = []
    for beat in stretch:
        beats.append({"gap": score.text[reached : beat.start], **beat_shown(beat, score.text_of(beat), words)})
        reached = beat.end
    count = len(score.beats)
    last = first + len(stretch) == count
    return {
        "beats": beats,
        "tail": score.text[reached:] if last else "",
        "first": first,
        "count": count,
        "page": page_of(chosen),
        "pages": max(page_of(count - 1), 0) + 1,
    }


def beat_shown(beat: Beat, text: str, words: Words) -> dict[str, Any]:
    """One beat: its words, and how its note looks."""
    mood = beat.mood
    own = beat.set_by is SetBy.PERSON
    name = mood_name(mood, words)
    said = "" if beat.speaker is None else f"{beat.speaker}: "
    marked = f", {words('score-own')}" if own else ""
    return {
        "start": beat.start,
        "length": beat.end - beat.start,
        "name": name,
        "icon": icon(mood),
        "colour": EMOTION_COLOURS[mood.leading],
        "intensity": round(mood.intensity, 3),
        "valence": round(mood.valence, 3),
        "arousal": round(mood.arousal, 3),
        "unsure": mood.unsure,
        "own": own,
        "held": beat.expression is not None,
        "speaker": beat.speaker or "",
        "pieces": pieces(text, [] if mood.unsure else list(mood.evidence)),
        "label": f"{name} {round(100 * mood.intensity)}{marked}. {said}{text}",
    }


def course(score: Score) -> list[dict[str, Any]]:
    """The whole score as at most `COURSE_BARS` bars: the heaviest beat of each stretch gives emotion and strength."""
    count = len(score.beats)
    bars = min(count, COURSE_BARS)
    shown = []
    for bar in range(bars):
        first, last = bar * count // bars, (bar + 1) * count // bars
        heaviest = max(score.beats[first:last], key=weight)
        shown.append(
            {
                "first": first,
                "colour": EMOTION_COLOURS[heaviest.mood.leading],
                "intensity": round(heaviest.mood.intensity, 3),
                "unsure": heaviest.mood.unsure,
            }
        )
    return shown


def mood_name(mood: Mood, words: Words) -> str:
    """The emotion's name, or that it is not known."""
    return words("unsure") if mood.unsure else words.emotion(mood.leading)


def icon(mood: Mood) -> str:
    """The drawing of the sprite that stands for a mood."""
    return "#sign-unsure" if mood.unsure else f"#face-{mood.leading}"
