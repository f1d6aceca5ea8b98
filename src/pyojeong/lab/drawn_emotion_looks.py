"""What a face of each emotion looks like in comics, as chances; written by hand from what comics and emoji agree on."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from pyojeong.emotion import Emotion
from pyojeong.lab.drawn_emotion_features import EYES, Point
from pyojeong.lab.drawn_emotion_marks import EYE_MARKS, MARKS
from pyojeong.lab.drawn_emotion_mouths import BROWS, MOUTHS

Chances = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Manner:
    """How one emotion is drawn: kinds with their chances (any sum), marks and tints with chances of their own.

    Attributes:
        eyes, brows, mouths, arms: Kind → weight; brows ``""`` are none.
        marks: Kind → chance that it is there.
        tints: Colour and whether it comes from above → chance.
        needs: One of these must show (eyes, brow, mouth or mark), else a person could not tell either.
        aside: Chance that the eyes look away.
    """

    eyes: Chances
    brows: Chances
    mouths: Chances
    arms: Chances
    marks: Chances
    tints: Mapping[tuple[int, int, int, bool], float]
    needs: frozenset[str] = frozenset()
    aside: float = 0.15


_PALE, _BLUE, _RED, _GREEN = (235, 240, 255, True), (90, 110, 200, True), (235, 70, 60, False), (120, 170, 70, False)
_PLAIN_EYES = {"dot": 3.0, "bead": 3.0, "ring": 3.0, "anime": 2.0}
MANNERS: Mapping[Emotion, Manner] = {
    Emotion.JOY: Manner(
        {**_PLAIN_EYES, "arch": 10, "star": 1.5, "heart": 2.5, "clenched": 1.5, "shut": 0.8, "brimming": 0.7},
        {"": 6, "raised": 3, "flat": 1},
        {"smile": 5, "broad": 4, "omega": 2, "laugh": 8, "grin": 2.5, "cheek": 1.5, "kiss": 0.8},
        {"": 6, "up": 3, "one-up": 1, "chest": 1},
        {"cheer": 0.4, "blush": 0.4},
        {},
    ),
    Emotion.SADNESS: Manner(
        {"dot": 2, "bead": 3, "ring": 2, "anime": 2, "shut": 4, "weeping": 3, "mournful": 2, "brimming": 3}
        | {"clenched": 2, "line": 1.5, "lidded": 0.7},
        {"sad": 7, "": 4},
        {"frown": 6, "pout": 3, "wave": 2, "peak": 2, "wail": 5, "line": 1, "small-o": 0.5},
        {"": 6, "hang": 3, "cheeks": 0.7},
        {"tears": 0.6, "gloom": 0.15, "blush": 0.1},
        {_BLUE: 0.08},
        frozenset({"tears", "sad", "weeping", "mournful", "gloom"}),
    ),
    Emotion.ANGER: Manner(
        {"dot": 3, "bead": 2, "ring": 3, "anime": 1, "glaring": 6, "narrow": 1.5, "blank": 1, "clenched": 1},
        {"angry": 9, "": 1},
        {"frown": 4, "pout": 2, "peak": 2, "teeth": 4, "shout": 4, "wave": 0.7, "line": 1.5, "wail": 1, "sneer": 0.5},
        {"": 6, "fists": 2, "hips": 2},
        {"vein": 0.4, "steam": 0.2, "fire": 0.1, "blush": 0.05},
        {_RED: 0.3},
        frozenset({"angry", "glaring"}),
    ),
    Emotion.FEAR: Manner(
        {"wide": 9, "blank": 4, "ring": 2, "clenched": 1.5, "dot": 1, "brimming": 0.7},
        {"sad": 6, "raised": 2, "": 3},
        {"wave": 5, "tall": 4, "teeth": 3, "wail": 2, "small-o": 1, "round": 1, "frown": 1},
        {"": 5, "cheeks": 3, "mouth": 2},
        {"sweat": 0.4, "splash": 0.2, "shiver": 0.4, "gloom": 0.25, "tears": 0.08},
        {_BLUE: 0.25, _PALE: 0.1},
        frozenset({"sad", "shiver", "gloom", "sweat", "splash", "wave", "teeth"}),
        0.1,
    ),
    Emotion.EMBARRASSMENT: Manner(
        {"dot": 3, "bead": 2, "ring": 3, "arch": 2, "clenched": 1.5, "swirl": 2, "blank": 1, "shut": 1, "line": 1},
        {"sad": 4, "raised": 1, "": 5},
        {"wave": 7, "smirk": 2, "smile": 1.5, "omega": 0.8, "teeth": 1.5, "speck": 1, "small-o": 1, "line": 1},
        {"": 5, "nape": 2, "cheeks": 1, "out": 1},
        {"blush": 0.8, "sweat": 0.6, "splash": 0.15, "steam": 0.06, "dots": 0.06, "shiver": 0.05},
        {_RED: 0.15},
        frozenset({"wave", "sweat", "splash", "swirl", "speck"}),
        0.5,
    ),
    Emotion.SURPRISE: Manner(
        {"ring": 4, "wide": 4, "blank": 3, "dot": 3, "bead": 2, "anime": 2},
        {"raised": 7, "": 4},
        {"small-o": 6, "round": 7, "tall": 3},
        {"": 6, "up": 1, "out": 2, "mouth": 1},
        {"exclaim": 0.4, "shock": 0.3, "question": 0.08, "blush": 0.08},
        {},
        aside=0.05,
    ),
    Emotion.DISGUST: Manner(
        {"narrow": 4, "clenched": 4, "lidded": 3, "line": 2, "glaring": 1.5, "dot": 1, "cross": 1, "ring": 1},
        {"knit": 5, "": 3, "angry": 1, "sad": 1},
        {"bleh": 6, "sneer": 4, "wave": 3, "spill": 1.5, "frown": 2, "peak": 1.5, "teeth": 0.7},
        {"": 6, "stop": 3, "mouth": 1},
        {"scribble": 0.2, "gloom": 0.2, "sweat": 0.12},
        {_GREEN: 0.4},
        frozenset({"bleh", "sneer", "spill", "tint", "scribble"}),
        0.4,
    ),
    Emotion.NEUTRAL: Manner(
        {"dot": 4, "bead": 3, "ring": 3, "anime": 2, "line": 2.5, "lidded": 2.5, "shut": 1.2},
        {"": 7, "flat": 4},
        {"line": 9, "speck": 1.5, "": 1.2, "small-o": 0.3, "omega": 0.6},
        {"": 9, "folded": 1, "hang": 1},
        {"dots": 0.15, "sleep": 0.08, "question": 0.05, "blush": 0.06},
        {},
    ),
}


@dataclass(frozen=True, slots=True)
class Look:
    """One face chosen: kinds, and which of `SIGNS` they show."""

    emotion: Emotion
    eyes: tuple[str, str]
    brow: str
    mouth: str
    arms: str
    marks: tuple[str, ...]
    tint: tuple[int, int, int, bool] | None
    gaze: Point

    @property
    def kinds(self) -> frozenset[str]:
        """All that shows."""
        shown = {*self.eyes, self.brow, self.mouth, *self.marks}
        return frozenset(shown | ({"tint"} if self.tint else set()))

    @property
    def signs(self) -> Mapping[str, float]:
        """Sign → how strong, for what is drawn; nothing is said of others."""
        found: dict[str, float] = {}
        tables = [EYES[kind][1] for kind in self.eyes]
        tables += [BROWS[self.brow][1]] if self.brow else []
        tables += [MOUTHS[self.mouth][1]] if self.mouth else []
        tables += [{(MARKS | EYE_MARKS)[kind][1]: 1.0} for kind in self.marks]  # type: ignore[operator]
        tables += [{{_GREEN: "green", _RED: "blush"}.get(self.tint, "pale"): 1.0}] if self.tint else []
        for table in tables:
            for name, strength in table.items():
                found[name] = max(found.get(name, 0.0), strength)
        return found


def look_of(emotion: Emotion, chance: random.Random) -> Look:
    """A face of ``emotion`` by chance, drawn until something tells what it is."""
    manner = MANNERS[emotion]
    while True:
        look = _tried(emotion, manner, chance)
        if not manner.needs or look.kinds & manner.needs:
            return look


def _tried(emotion: Emotion, manner: Manner, chance: random.Random) -> Look:
    eye = _one(manner.eyes, chance)
    both = (eye, eye)
    if emotion is Emotion.JOY and chance.random() < 0.08:
        both = (eye, chance.choice(("arch", "clenched")))
    aside = chance.random() < manner.aside
    gaze = (chance.choice((-0.9, 0.9)), chance.uniform(-0.3, 0.5)) if aside else (chance.uniform(-0.3, 0.3),) * 2
    tints = [tint for tint, share in manner.tints.items() if chance.random() < share]
    return Look(
        emotion,
        both,
        _one(manner.brows, chance),
        _one(manner.mouths, chance),
        _one(manner.arms, chance),
        tuple(kind for kind, share in manner.marks.items() if chance.random() < share),
        tints[0] if tints else None,
        gaze,
    )


def _one(chances: Chances, chance: random.Random) -> str:
    return chance.choices(list(chances), list(chances.values()))[0]
