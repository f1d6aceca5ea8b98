"""Pictures the reader of drawn faces is measured on: our characters, chosen at random, performing; and licensed emoji.

Everything is 100×100 RGBA, as a chat shows it. Drawings are kept in the work folder, a file a design, and drawn again
only when the design is new or more are asked for.
"""

from __future__ import annotations

import csv
import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont

from pyojeong.emotion import Emotion
from pyojeong.lab.drawn_emotion_lessons import SIDE_PX, SIGNS, Lessons, random_character
from pyojeong.lab.drawn_emotion_views import SYLLABLES
from pyojeong.media.drawing.painting import painted
from pyojeong.media.fonts import FontWeight, font_path
from pyojeong.media.image import Pixels
from pyojeong.performing.character import DESIGNS, draw
from pyojeong.performing.character.acts import MOMENTS, act_for, act_of
from pyojeong.performing.character.figure import Design

_LOG = logging.getLogger(__name__)
SIDE = 100
CHARACTERS = 12
"""Of each design."""
MOMENTS_EACH = 8
STRENGTHS = (0.45, 0.9)
ACTS_EACH = len(Emotion) * len(STRENGTHS) + MOMENTS_EACH
"""Pictures of each character."""
TRAINED_SETS = ("fluent_flat", "noto")
MEASURED_SET = "openmoji_color"
"""Never learned from: its licence (CC BY-SA) would bind the model, and something must be left to measure on."""
HINTS = {
    "happiness": Emotion.JOY,
    "sadness": Emotion.SADNESS,
    "anger": Emotion.ANGER,
    "fear": Emotion.FEAR,
    "surprise": Emotion.SURPRISE,
    "disgust": Emotion.DISGUST,
    "neutral": Emotion.NEUTRAL,
}
"""The catalogue's words; its «contempt» is none of the eight, and it knows no embarrassment."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawings:
    """Labelled pictures of one origin.

    Attributes:
        name: The design, or the emoji set.
        pictures: n×S×S×4, uint8; S is `SIDE` but for lessons.
        labels: Index of the emotion, n.
        acts: What is shown, n.
    """

    name: str
    pictures: Pixels
    labels: npt.NDArray[np.int64]
    acts: tuple[str, ...]


def all_designs(work: Path, *, characters: int = CHARACTERS) -> list[Drawings]:
    """The drawings of every design there is."""
    return [of_design(design, work, characters=characters) for design in DESIGNS.values()]


def of_design(design: Design, work: Path, *, characters: int = CHARACTERS) -> Drawings:
    """Drawings of one design: the eight emotions in two strengths and some moments, of ``characters`` characters."""
    place = work / f"{design.name}-{characters}.npz"
    if place.is_file():
        with np.load(place) as kept:
            return Drawings(design.name, kept["pictures"], kept["labels"], tuple(map(str, kept["acts"])))
    chance = random.Random(design.name)
    pictures, labels, acts = [], [], []
    for number in range(characters):
        character = random_character(design.name, design.space, chance, seed=number)
        shown = [act_for(emotion, strength, design=design) for emotion in Emotion for strength in STRENGTHS]
        shown += [act_of(name, design=design) for name in chance.sample(sorted(MOMENTS), MOMENTS_EACH)]
        for act in shown:
            drawing = draw(character, act.at(chance.choice((0.0, 0.0, chance.random()))))
            pictures.append(painted(drawing, SIDE).pixels)
            labels.append(list(Emotion).index(act.emotion))
            acts.append(act.name)
    drawn = Drawings(design.name, np.stack(pictures), np.array(labels, np.int64), tuple(acts))
    work.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(place, pictures=drawn.pictures, labels=drawn.labels, acts=np.array(acts))
    _LOG.info("drawn: %s, %d pictures", design.name, len(acts))
    return drawn


def worded(sets: Sequence[Drawings]) -> dict[str, Pixels]:
    """By name, every picture once more with syllables beside it, the same at every call."""
    chance = np.random.default_rng(99)
    return {one.name: np.stack([with_words(picture, chance) for picture in one.pictures]) for one in sets}


def with_words(picture: Pixels, chance: np.random.Generator) -> Pixels:
    """The figure made smaller, with syllables that mean nothing above or below it, as captions stand on stickers."""
    share = float(chance.uniform(0.62, 0.85))
    small = PIL.Image.fromarray(picture).resize((round(SIDE * share),) * 2, PIL.Image.Resampling.BILINEAR)
    canvas = PIL.Image.new("RGBA", (SIDE, SIDE), (0, 0, 0, 0))
    above = bool(chance.integers(2))
    canvas.paste(small, (int(chance.integers(0, SIDE - small.width + 1)), SIDE - small.height if above else 0))
    words = "".join(chance.choice(list(SYLLABLES), int(chance.integers(2, 6))))
    height = int(min(26, (1 - share) * SIDE * 0.9, 92 / len(words)))
    font = PIL.ImageFont.truetype(str(font_path(FontWeight.BOLD)), height)
    ink = tuple(int(level) for level in chance.integers(0, 200, 3))
    pen = PIL.ImageDraw.Draw(canvas)
    middle = (SIDE - small.height) / 2 if above else (SIDE + small.height) / 2
    pen.text((SIDE / 2, middle), words, fill=(*ink, 255), font=font, anchor="mm", stroke_width=2, stroke_fill="white")
    return np.asarray(canvas)


def emoji_lessons(folder: Path, style: str) -> Lessons:
    """The labelled faces of one emoji set as lessons; where their heads are and what they do is not known."""
    one = of_emoji(folder, style, side=SIDE_PX)
    count = len(one.labels)
    unknown = np.full((count, 3), np.nan, np.float32), np.full((count, len(SIGNS)), np.nan, np.float32)
    return Lessons(style, one.pictures, one.labels, *unknown)


def of_emoji(folder: Path, style: str, *, side: int = SIDE) -> Drawings:
    """The labelled faces of one emoji set in ``folder`` (with its catalog.csv)."""
    with (folder / "catalog.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["style"] == style and row["emotion_hint"] in HINTS]
    pictures = []
    for row in rows:
        with PIL.Image.open(folder / row["file"]) as picture:
            small = picture.convert("RGBA").resize((side, side), PIL.Image.Resampling.LANCZOS)
        pictures.append(np.asarray(small))
    labels = [list(Emotion).index(HINTS[row["emotion_hint"]]) for row in rows]
    return Drawings(style, np.stack(pictures), np.array(labels, np.int64), tuple(row["name_ko"] for row in rows))
