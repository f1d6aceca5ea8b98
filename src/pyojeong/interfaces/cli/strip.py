"""A score as people read it in a terminal: one coloured line a beat, the deciding words marked."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.interfaces.messages import language, pictured, say
from pyojeong.interfaces.palette import EMOTION_COLOURS

BAR_CELLS = 8
FILLED, EMPTY = "━", "·"
"""Told apart without colour too."""
SHOWN_BEATS = 200
"""A terminal page of a book says little; the rest is in ``--json``."""
MARKED_WEIGHT = 0.25
"""Evidence below a quarter of the strongest word's is left plain (authored: at most three or four words a sentence)."""


def score_strip(score: Score) -> RenderableType:
    """The whole score: its beats, then the mood of the whole."""
    table = Table.grid(padding=(0, 1))
    for beat in score.beats[:SHOWN_BEATS]:
        table.add_row(mood_badge(beat.mood), strength_bar(beat.mood), _marked(score, beat), _named(beat.mood))
    parts: list[RenderableType] = [table]
    if len(score.beats) > SHOWN_BEATS:
        more = len(score.beats) - SHOWN_BEATS
        parts.append(Text(say(f"… 그리고 {more}문장 더 (--json에 모두).", f"… and {more} more (all in --json).")))
    if len(score.beats) > 1:
        parts.append(Text.assemble(say("전체 ", "Overall "), mood_badge(score.mood), " ", strength_bar(score.mood)))
    return Group(*parts)


def mood_badge(mood: Mood) -> Text:
    """The leading emotion on its colour, or that the reader does not know."""
    if mood.unsure:
        return Text(say(" 모르겠어요 ", " not sure "), "reverse dim")
    name = mood.leading.korean if language() == "ko" else mood.leading.value
    return Text(f" {name} ", f"bold black on {EMOTION_COLOURS[mood.leading]}")


def asked_badge(mood: Mood) -> Text:
    """Every emotion of a mood somebody set, the largest share first: joy and sadness together are both named."""
    parts = sorted((e for e in Emotion if mood.shares[e] > 0), key=lambda e: -mood.shares[e])
    return Text("+").join([mood_badge(Mood.of(emotion)) for emotion in parts])


def strength_bar(mood: Mood) -> Text:
    """The intensity as a bar of eight cells and as a number; nothing where the reader does not know."""
    filled = 0 if mood.unsure else round(mood.intensity * BAR_CELLS)
    number = "   –" if mood.unsure else f"{mood.intensity:.2f}"
    colour = EMOTION_COLOURS[mood.leading]
    return Text.assemble((FILLED * filled, colour), (EMPTY * (BAR_CELLS - filled), "dim"), " ", number)


def _marked(score: Score, beat: Beat) -> Text:
    """The beat's text; words that spoke for the emotion are bold and underlined in its colour."""
    text = Text(pictured(score.text_of(beat)))
    style = f"bold underline {EMOTION_COLOURS[beat.mood.leading]}"
    for evidence in beat.mood.evidence:
        if evidence.weight >= MARKED_WEIGHT:
            text.stylize(style, evidence.start, evidence.end)
    return text


def _named(mood: Mood) -> Text:
    names = [str(f) if language() == "ko" else f.english for f in mood.named[:3]]
    return Text(" · ".join(names), "dim")
