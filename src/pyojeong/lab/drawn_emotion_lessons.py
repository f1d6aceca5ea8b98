"""Many drawings of every design to learn from: characters by chance, acts of any strength, and acts taken apart.

What always comes together teaches its company: an angry face with its vein and its fists would be known by the vein.
So a third of the drawings are remixes, a face of one emotion with a pose and marks that were chosen apart from it.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.painting import painted
from pyojeong.media.image import Pixels
from pyojeong.performing.character.acting import Acting, Mark, Pose
from pyojeong.performing.character.acts import MOMENTS, act_for
from pyojeong.performing.character.acts.choosing import own
from pyojeong.performing.character.acts.emotions import BANDS
from pyojeong.performing.character.character import Character
from pyojeong.performing.character.figure import CANVAS, Design, Frame
from pyojeong.performing.character.space import Space
from pyojeong.performing.character.stage import Edge, fit_of, scene
from pyojeong.rig.expression import Expression, mix

_LOG = logging.getLogger(__name__)
SIDE_PX = 112
ACTS_EACH, MOMENTS_EACH, REMIXES_EACH = 5, 2, 3
PICTURES_EACH = ACTS_EACH + MOMENTS_EACH + REMIXES_EACH
"""Of each character."""

STEMS = (
    "mouthSmile",
    "mouthFrown",
    "mouthStretch",
    "mouthUpperUp",
    "noseSneer",
    "eyeBlink",
    "eyeWide",
    "eyeSquint",
    "browDown",
    "browOuterUp",
)
"""Coefficients of two sides; their mean is a sign."""
SINGLES = ("jawOpen", "mouthFunnel", "mouthPucker", "tongueOut", "browInnerUp")
MARK_SIGNS: tuple[tuple[str, tuple[Mark, ...]], ...] = (
    ("tears", (Mark.TEAR, Mark.STREAM, Mark.WELLING, Mark.PUDDLE)),
    ("sweat", (Mark.SWEAT, Mark.SPLASH)),
    ("rage", (Mark.VEIN, Mark.STEAM, Mark.FIRE)),
    ("blush", (Mark.BLUSH, Mark.FLUSH)),
    ("pale", (Mark.PALE, Mark.GLOOM)),
    ("green", (Mark.GREEN,)),
    ("cheer", (Mark.HEART, Mark.FLOWER, Mark.NOTE, Mark.SPARKLE, Mark.CONFETTI)),
    ("exclaim", (Mark.EXCLAIM, Mark.SHOCK)),
    ("puzzled", (Mark.QUESTION, Mark.DOTS, Mark.SCRIBBLE)),
    ("trembling", (Mark.SHIVER, Mark.DIZZY)),
)
SIGNS = (*STEMS, *SINGLES, *(name for name, _ in MARK_SIGNS))
"""What can be seen on a face, apart from what it means: learned beside the emotion, so that features are of faces."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """Labelled drawings of one origin.

    Attributes:
        name: The design, or what drew them.
        pictures: n×112×112×4, uint8.
        labels: Index of the emotion, n.
        heads: Centre x, y and the larger half side of the head, as shares of the side, n×3; NaN where nobody knows.
        signs: How strong every one of `SIGNS` is, n×25 in [0, 1]; NaN where nobody knows.
    """

    name: str
    pictures: Pixels
    labels: npt.NDArray[np.int64]
    heads: Floats
    signs: Floats

    def __post_init__(self) -> None:
        count = len(self.labels)
        if self.pictures.shape != (count, SIDE_PX, SIDE_PX, 4) or self.heads.shape != (count, 3):
            raise ValueError(f"{count} labels need as many pictures and heads, but got {self.pictures.shape}")
        if self.signs.shape != (count, len(SIGNS)):
            raise ValueError(f"signs must be {count}×{len(SIGNS)}, but got {self.signs.shape}")


def kept_lessons(folder: Path, name: str) -> Lessons | None:
    """What lies in ``folder`` under ``name``; pictures stay on disk until they are looked at."""
    pictures, rest = folder / f"{name}.npy", folder / f"{name}.npz"
    if not rest.is_file():
        return None
    with np.load(rest) as kept:
        return Lessons(name, np.load(pictures, mmap_mode="r"), kept["labels"], kept["heads"], kept["signs"])


def keep(lessons: Lessons, folder: Path) -> None:
    """Write them for `kept_lessons`."""
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / f"{lessons.name}.npy", lessons.pictures)
    np.savez(folder / f"{lessons.name}.npz", labels=lessons.labels, heads=lessons.heads, signs=lessons.signs)


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


def lessons_of(design: Design, folder: Path, *, characters: int) -> Lessons:
    """`PICTURES_EACH` drawings of each of so many characters; drawn once, then taken from ``folder``."""
    found = kept_lessons(folder, design.name)
    if found is not None and len(found.labels) == characters * PICTURES_EACH:
        return found
    chance = random.Random(f"lessons {design.name}")
    pictures, labels, heads, signs = [], [], [], []
    for number in range(characters):
        character = random_character(design.name, design.space, chance, seed=1000 + number)
        for emotion, acting in _shown(design, chance):
            picture, head = _drawn(character, acting, Edge.NONE if chance.random() < 0.3 else Edge.WHITE)
            pictures.append(picture)
            labels.append(list(Emotion).index(emotion))
            heads.append(head)
            signs.append(signs_of(design.temper(acting)))
    lessons = Lessons(
        design.name, np.stack(pictures), np.array(labels), np.array(heads, np.float32), np.array(signs, np.float32)
    )
    keep(lessons, folder)
    _LOG.info("drawn: %s, %d lessons", design.name, len(labels))
    return lessons


def _shown(design: Design, chance: random.Random) -> list[tuple[Emotion, Acting]]:
    """What one character does."""
    found = []
    for _ in range(ACTS_EACH):
        act = act_for(chance.choice(list(Emotion)), chance.uniform(0.15, 1.0), design=design)
        found.append((act.emotion, act.at(_phase(chance))))
    for _ in range(MOMENTS_EACH):
        emotion = chance.choice(list(Emotion))
        act = own(chance.choice([act for act in MOMENTS.values() if act.emotion is emotion]), design)
        found.append((emotion, act.at(_phase(chance))))
    for _ in range(REMIXES_EACH):
        emotion = chance.choice(list(Emotion))
        found.append((emotion, remix(emotion, chance)))
    return found


def _phase(chance: random.Random) -> float:
    return chance.choice((0.0, 0.0, chance.random()))


def remix(emotion: Emotion, chance: random.Random) -> Acting:
    """A face of ``emotion`` at any strength with a pose of the same emotion, or none, and some of its marks."""
    key = chance.choice(BANDS[emotion]).key
    poses = [act.key.pose for act in (*BANDS[emotion], *MOMENTS.values()) if act.emotion is emotion]
    pose = chance.choice((Pose(), chance.choice(poses)))
    marks = {mark for act in BANDS[emotion] for mark in act.key.marks}
    return replace(
        key,
        expression=mix({key.expression: chance.uniform(0.6, 1.0)}),
        pose=pose.mirrored() if chance.random() < 0.5 else pose,
        marks={mark: chance.uniform(0.5, 1.0) for mark in sorted(marks) if chance.random() < 0.3},
        gag="",
    )


def _drawn(character: Character, acting: Acting, edge: Edge) -> tuple[Pixels, Sequence[float]]:
    """The picture, and centre and half side of the head as shares of it."""
    shown = scene(character, acting)
    fit = fit_of((shown,), edge)
    head: Frame = shown.figure.head
    centre, scale = (head.centre, 1.0) if fit is None else (fit.of(head.centre), fit[0])
    half = max(head.half_size) * scale
    return painted(shown.drawing(edge, fit), SIDE_PX).pixels, [centre[0] / CANVAS, centre[1] / CANVAS, half / CANVAS]


def signs_of(acting: Acting) -> list[float]:
    """How strong every one of `SIGNS` is; marks are there or not."""
    face: Expression = acting.expression
    marks = [max((acting.marks.get(mark, 0.0) for mark in group), default=0.0) for _, group in MARK_SIGNS]
    return (
        [sum(face.both(stem)) / 2 for stem in STEMS] + [face[name] for name in SINGLES] + [float(m > 0) for m in marks]
    )
