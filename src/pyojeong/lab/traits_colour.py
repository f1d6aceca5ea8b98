"""White balance of faces, learned under known casts and measured tone by tone, light to dark.

Run: ``python -m pyojeong.lab.traits_colour SFHQ_FOLDER…`` writes ``reading/face/traits/white_balance.json`` and prints
the table of its quality on people it did not learn from.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from pyojeong.media.opening import open_image
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.traits.colours import LUMINANCE, difference, encoded, lab, linear, tone_angle
from pyojeong.reading.face.traits.frame import FramedFace, framed
from pyojeong.reading.face.traits.skin import sampled_skin
from pyojeong.reading.face.traits.white_balance import FILE, MOST, cast_features, gain_against

Floats = NDArray[np.float64]

#: Log gains of red and blue against green, and of the whole.
CASTS: Mapping[str, tuple[float, float, float]] = MappingProxyType(
    {
        "none": (0.0, 0.0, 0.0),
        "warm": (0.15, -0.20, 0.0),
        "tungsten": (0.28, -0.40, 0.0),
        "cool": (-0.15, 0.15, 0.0),
        "shade": (-0.22, 0.28, 0.0),
        "green": (-0.10, -0.08, 0.0),
        "magenta": (0.08, 0.10, 0.0),
        "warm and dim": (0.20, -0.28, -0.5),
        "dim": (0.0, 0.0, -0.69),
        "bright": (0.0, 0.0, 0.28),
    }
)
#: Individual typology angles between the tones; Chardon et al. 1991. The darkest two are named as there.
TONES = ("dark", "brown", "tan", "intermediate", "light", "very light")
TONE_EDGES = (-30.0, 10.0, 28.0, 41.0, 55.0)
_SKIN_HUE = (35.0, 80.0)
"""CIELAB hue of skin in fair light, degrees: pictures beyond are taken to be cast already and left out."""
_LEAST_COLOUR = 10.0
_UNCAST_WEIGHT = 3.0
_RIDGE = 1e-4
_LEARNED = 2 / 3


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """One portrait under every cast.

    Attributes:
        tone: Index into `TONES`, of the picture as it is.
        features: Cast → what `cast_features` sees.
        skin: Cast → linear RGB of the skin.
    """

    tone: int
    features: Mapping[str, Floats]
    skin: Mapping[str, Floats]


def under(face: FramedFace, cast: tuple[float, float, float]) -> FramedFace:
    """The crop as a light of that colour and strength would have it, in 8 bits again."""
    red, blue, whole = cast
    gains = np.exp(np.array([red, 0.0, blue])) / (np.exp(np.array([red, 0.0, blue])) @ LUMINANCE) * np.exp(whole)
    return replace(face, rgb=np.rint(encoded(linear(face.rgb) * gains)).astype(np.uint8))


def people(folders: list[Path], *, every: int) -> Iterator[Person]:
    """Every ``every``-th portrait in colour whose skin lies where skin does."""
    finder = FaceFinder()
    paths = [path for folder in folders for path in sorted(folder.glob("*.jpg"))]
    for path in paths[::every]:
        image = open_image(path)
        for face in finder.glance(image)[:1]:
            person = _person(framed(image.rgb, face))
            if abs(face.pose.yaw) < 25 and person is not None:
                yield person


def _person(face: FramedFace) -> Person | None:
    none = np.zeros(face.seen.shape, bool)
    shown = face.rgb[face.seen].astype(np.float64)
    if (shown.max(1) - shown.min(1)).mean() < _LEAST_COLOUR:
        return None
    colour = lab(sampled_skin(face, none).light)
    hue = float(np.degrees(np.arctan2(colour[2], colour[1])))
    if not _SKIN_HUE[0] < hue < _SKIN_HUE[1]:
        return None
    features, skin = {}, {}
    for name, cast in CASTS.items():
        lit = under(face, cast)
        sample = sampled_skin(lit, none)
        features[name], skin[name] = cast_features(lit, sample), sample.light
    return Person(int(np.digitize(tone_angle(colour), TONE_EDGES)), features, skin)


def learned(group: list[Person]) -> Floats:
    """13×2 weights; every tone weighs alike, pictures as they are `_UNCAST_WEIGHT` times a cast one."""
    counts = np.bincount([person.tone for person in group], minlength=len(TONES))
    rows, targets, weights = [], [], []
    for person in group:
        for name, (red, blue, _) in CASTS.items():
            rows.append(person.features[name])
            targets.append((red, blue))
            weights.append((_UNCAST_WEIGHT if name == "none" else 1.0) / max(8, counts[person.tone]))
    x, y, w = np.array(rows), np.array(targets), np.array(weights)[:, None]
    ridge = _RIDGE * np.eye(x.shape[1])
    ridge[-1, -1] = 0
    return np.linalg.solve((x * w).T @ x + ridge, (x * w).T @ y)


def errors(group: list[Person], weights: Floats | None) -> dict[str, dict[str, float]]:
    """Tone → cast → mean ΔE*ab from the uncast skin; ``weights`` None leaves the cast as it is."""
    table: dict[str, dict[str, float]] = {}
    for number, tone in enumerate(TONES):
        of_tone = [person for person in group if person.tone == number]
        if of_tone:
            table[tone] = {"people": len(of_tone)}
            for name in CASTS:
                table[tone][name] = round(float(np.mean([_error(person, name, weights) for person in of_tone])), 1)
    return table


def lightness_bias(group: list[Person], weights: Floats) -> dict[str, float]:
    """Tone → mean change of L* under the colour casts: positive where skin comes out too light."""
    casts = [name for name, (_, _, whole) in CASTS.items() if whole == 0]
    bias = {}
    for number, tone in enumerate(TONES):
        changes = [_recovered(p, c, weights)[0] - _truth(p)[0] for p in group if p.tone == number for c in casts]
        bias[tone] = round(float(np.mean(changes)), 2) if changes else 0.0
    return bias


def _truth(person: Person) -> Floats:
    return lab(person.skin["none"])


def _recovered(person: Person, name: str, weights: Floats | None) -> Floats:
    light = person.skin[name]
    if weights is None:
        return lab(light)
    return lab(light * gain_against(np.clip(person.features[name] @ weights, -MOST, MOST)))


def _error(person: Person, name: str, weights: Floats | None) -> float:
    return difference(_recovered(person, name, weights), _truth(person))


def main(folders: list[Path], *, every: int = 2) -> dict[str, object]:
    """The weights and how good they are on the last third of the people, in random order."""
    group = list(people(folders, every=every))
    order = np.random.default_rng(0).permutation(len(group))
    cut = round(len(group) * _LEARNED)
    learning, testing = [group[i] for i in order[:cut]], [group[i] for i in order[cut:]]
    weights = learned(learning)
    return {
        "source": "SFHQ and SFHQ-T2I figures (MIT, generated faces) under casts of our own",
        "learned_from": len(learning),
        "weights": [[round(float(v), 6) for v in row] for row in weights],
        "error_left": errors(testing, weights),
        "error_before": errors(testing, None),
        "lightness_bias": lightness_bias(testing, weights),
    }


if __name__ == "__main__":
    made = main([Path(folder) for folder in sys.argv[1:]])
    FILE.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
    sys.stdout.write(json.dumps({k: v for k, v in made.items() if k != "weights"}, indent=1) + "\n")
