"""Pictures the reader of drawn faces learns from: our characters, chosen at random, performing; and licensed emoji.

Everything is 100×100 RGBA, as a chat shows it. Drawings are kept in the work folder, a file a design, and drawn again
only when the design is new or more are asked for.
"""

from __future__ import annotations

import csv
import logging
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import PIL.Image

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.painting import painted
from pyojeong.media.image import Pixels
from pyojeong.performing.character import DESIGNS, Character, draw
from pyojeong.performing.character.acts import MOMENTS, act_for, act_of
from pyojeong.performing.character.figure import Design
from pyojeong.performing.character.space import Space

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
        pictures: n×100×100×4, uint8.
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


def random_character(design: str, space: Space, chance: random.Random, *, seed: int) -> Character:
    """A character with every choice at random; the first of each design is as it rests."""
    if seed == 0:
        return Character(design)
    chosen: dict[str, float | str] = {}
    for slider in space.sliders:
        chosen[slider.name] = chance.uniform(slider.low, slider.high)
    for swatch in space.swatches:
        chosen[swatch.name] = chance.choice((swatch.rest, *swatch.others))
    for choice in space.choices:
        chosen[choice.name] = chance.choice(choice.options).name
    return Character(design, chosen=chosen, seed=seed)


def of_emoji(folder: Path, style: str) -> Drawings:
    """The labelled faces of one emoji set in ``folder`` (with its catalog.csv)."""
    with (folder / "catalog.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["style"] == style and row["emotion_hint"] in HINTS]
    pictures = []
    for row in rows:
        with PIL.Image.open(folder / row["file"]) as picture:
            small = picture.convert("RGBA").resize((SIDE, SIDE), PIL.Image.Resampling.LANCZOS)
        pictures.append(np.asarray(small))
    labels = [list(Emotion).index(HINTS[row["emotion_hint"]]) for row in rows]
    return Drawings(style, np.stack(pictures), np.array(labels, np.int64), tuple(row["name_ko"] for row in rows))
