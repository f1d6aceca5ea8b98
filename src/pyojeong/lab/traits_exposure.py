"""How dim a photo is, learned from portraits made darker, measured tone by tone in five folds.

Run: ``python -m pyojeong.lab.traits_exposure SFHQ_FOLDER…`` writes ``reading/face/traits/exposure.json``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab.traits_colour import TONE_EDGES, TONES
from pyojeong.media.opening import open_image
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.traits.colours import LUMINANCE, encoded, lab, linear, tone_angle
from pyojeong.reading.face.traits.exposure import FILE, MARGIN, MOST, brightness_features
from pyojeong.reading.face.traits.frame import FramedFace, framed
from pyojeong.reading.face.traits.hair_mask import hair_mask, hair_share, with_fringe, without_bare_skull
from pyojeong.reading.face.traits.skin import sampled_skin

Floats = NDArray[np.float64]

SHIFTS = (0.0, -0.5, -1.0, 0.25)
"""Log gains a portrait is shown under; the first is the picture as it is."""
UNSHIFTED_WEIGHT, RIDGE = 3.0, 0.1
_LEAST_COLOUR, _MOST_YAW = 10.0, 25.0


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One portrait under every shift: the skin's tone, features and linear skin light by shift."""

    tone: int
    features: Floats
    skin: Floats


def shown(crop: FramedFace, hair: NDArray[np.bool_]) -> Shown:
    """The crop under every one of `SHIFTS`, in 8 bits again."""
    features, skin = [], []
    for shift in SHIFTS:
        lit = replace(crop, rgb=np.rint(encoded(linear(crop.rgb) * np.exp(shift))).astype(np.uint8))
        sample = sampled_skin(lit, hair)
        features.append(brightness_features(lit, hair, sample))
        skin.append(sample.light)
    return Shown(int(np.digitize(tone_angle(lab(skin[0])), TONE_EDGES)), np.array(features), np.array(skin))


def people(folders: Sequence[Path], *, every: int) -> Iterator[Shown]:
    """Every ``every``-th portrait in colour that looks ahead."""
    finder = FaceFinder()
    for path in [path for folder in folders for path in sorted(folder.glob("*.jpg"))][::every]:
        image = open_image(path)
        for face in finder.find(image)[:1]:
            crop = framed(image.rgb, face)
            seen = crop.rgb[crop.seen].astype(np.float64)
            if (seen.max(1) - seen.min(1)).mean() >= _LEAST_COLOUR and abs(face.pose.yaw) <= _MOST_YAW:
                yield shown(crop, with_fringe(crop, without_bare_skull(crop, hair_mask(hair_share(crop)))))


def fitted(group: Sequence[Shown]) -> dict[str, Floats]:
    """Mean, scale and weights of a ridge regression of the log gain back to the first shift; tones weigh alike."""
    counts = np.bincount([one.tone for one in group], minlength=len(TONES))
    x, y, w = [], [], []
    for one in group:
        bright = np.log(one.skin @ LUMINANCE + 1e-3)
        for n in range(len(SHIFTS)):
            x.append(one.features[n])
            y.append(bright[0] - bright[n])
            w.append((UNSHIFTED_WEIGHT if n == 0 else 1.0) / max(8, counts[one.tone]))
    seen, weighs = np.array(x), np.array(w)[:, None]
    mean, scale = seen.mean(0), seen.std(0) + 1e-6
    mean[-1], scale[-1] = 0.0, 1.0
    z = (seen - mean) / scale
    weights = np.linalg.solve((z * weighs).T @ z + RIDGE * np.eye(z.shape[1]), (z * weighs).T @ np.array(y))
    return {"mean": mean, "scale": scale, "weights": np.asarray(weights)}


def gains(model: dict[str, Floats], one: Shown) -> Floats:
    """Of every shift, as the product gives it."""
    told = (one.features - model["mean"]) / model["scale"] @ model["weights"]
    return np.asarray(np.exp(np.clip(told - MARGIN, 0, MOST)))


def table(group: Sequence[Shown], given: Sequence[Floats]) -> dict[str, dict[str, object]]:
    """Tone → shift → mean ΔE*ab from the skin as it is, before and after, and the mean L* left over."""
    found: dict[str, dict[str, object]] = {}
    for number, tone in enumerate(TONES):
        of_tone = [n for n, one in enumerate(group) if one.tone == number]
        if not of_tone:
            continue
        found[tone] = {"people": len(of_tone)}
        for k, shift in enumerate(SHIFTS):
            truth = np.array([lab(group[n].skin[0]) for n in of_tone])
            before = np.array([lab(group[n].skin[k]) for n in of_tone]) - truth
            after = np.array([lab(np.clip(group[n].skin[k] * given[n][k], 0, 1)) for n in of_tone]) - truth
            errors = [round(float(np.linalg.norm(off, axis=1).mean()), 1) for off in (before, after)]
            found[tone][str(shift)] = {
                "before": errors[0],
                "after": errors[1],
                "L*": round(float(after[:, 0].mean()), 1),
            }
    return found


def main(group: Sequence[Shown]) -> dict[str, object]:
    """The model of all, and its table in five folds."""
    fold = np.random.default_rng(0).integers(0, 5, len(group))
    given: list[Floats] = [np.ones(len(SHIFTS))] * len(group)
    for k in range(5):
        model = fitted([one for one, place in zip(group, fold, strict=True) if place != k])
        for n in np.flatnonzero(fold == k):
            given[n] = gains(model, group[n])
    written = {name: [round(float(v), 6) for v in values] for name, values in fitted(group).items()}
    source = "SFHQ and SFHQ-T2I figures (MIT, generated faces) made darker"
    return {"source": source, "learned_from": len(group), "five folds": table(group, given), **written}


if __name__ == "__main__":
    made = main(list(people([Path(folder) for folder in sys.argv[1:]], every=4)))
    FILE.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
    sys.stdout.write(json.dumps(made["five folds"], indent=1) + "\n")
