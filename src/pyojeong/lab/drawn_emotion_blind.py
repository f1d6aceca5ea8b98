"""A sheet to label without knowing what was meant: shuffled drawings of every design, and a key kept apart."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import PIL.Image
import PIL.ImageDraw

from pyojeong.emotion import Emotion
from pyojeong.lab.drawn_emotion_lessons import random_character
from pyojeong.lab.drawn_emotion_pictures import SIDE
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character import DESIGNS, draw
from pyojeong.performing.character.acts import act_for

_COLUMNS = 8
_CELL = 122


def blind_sheet(folder: Path, *, count: int = 64, seed: int = 77) -> None:
    """Write ``sheet.png`` (numbered, chat size), ``key.tsv`` (what was meant) and ``pictures.npz`` into ``folder``."""
    chance = random.Random(seed)
    emotions = [emotion for emotion in Emotion for _ in range(count // len(Emotion))]
    chance.shuffle(emotions)
    designs = list(DESIGNS.values())
    rows = -(-len(emotions) // _COLUMNS)
    sheet = PIL.Image.new("RGB", (_COLUMNS * _CELL, rows * (_CELL + 4)), (255, 255, 255))
    pen, pictures, key = PIL.ImageDraw.Draw(sheet), [], []
    for number, emotion in enumerate(emotions):
        design = designs[number % len(designs)]
        character = random_character(design.name, design.space, chance, seed=seed + number)
        strength = chance.choice((0.45, 0.9))
        pixels = painted(draw(character, act_for(emotion, strength, design=design).key), SIDE).pixels
        place = number % _COLUMNS * _CELL + 14, number // _COLUMNS * (_CELL + 4) + 14
        picture = PIL.Image.fromarray(pixels)
        sheet.paste(picture, place, picture)
        pen.text((place[0] - 10, place[1] - 12), str(number + 1), fill=(90, 90, 90))
        pictures.append(pixels)
        key.append(f"{number + 1}\t{design.name}\t{emotion.value}\t{strength}")
    folder.mkdir(parents=True, exist_ok=True)
    sheet.save(folder / "sheet.png")
    (folder / "key.tsv").write_text("\n".join(["number\tdesign\tmeant\tstrength", *key]) + "\n", "utf-8")
    np.savez_compressed(folder / "pictures.npz", pictures=np.stack(pictures))
