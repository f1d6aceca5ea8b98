"""The hair's edge found again in the photo's own colours: what told the hair saw it at 5 pixels a cm."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.performing.avatar.texture.light import LUMINANCE, Doubles, Floats

_REACH_CM = 2.2
"""How far from what was told hair may be added or taken away."""
_LEAST_SAMPLES = 200
_MOST_SAMPLES = 20000
_TRUST, _MOST = 0.8, 4.0
"""How much a colour's log likelihood counts against what was told, and how far it goes."""
_SPREAD = np.array([0.10, 0.03, 0.04])


def refined(light: Floats, told: Floats, person: Floats, skin: Floats, px_a_cm: float) -> Floats:
    """H×W in [0, 1]: hair by what was told and by colour.

    Args:
        light: H×W×3 linear RGB.
        told: H×W in [0, 1].
        person: H×W in [0, 1].
        skin: N×3 linear colours of this person's skin.
        px_a_cm: Pixels a cm of the photo.
    """
    sure = (cv2.erode(told, np.ones((3, 3), np.uint8), iterations=max(1, round(0.2 * px_a_cm))) > 0.8) & (person > 0.8)
    if sure.sum() < _LEAST_SAMPLES or len(skin) < _LEAST_SAMPLES:
        return told
    chosen = light[sure]
    chosen = chosen[:: max(1, len(chosen) // _MOST_SAMPLES)]
    soft = cv2.GaussianBlur(light, (0, 0), max(0.5, 0.03 * px_a_cm))
    places = _colours(soft)
    ratio = _log_likelihood(places, _colours(chosen)) - _log_likelihood(places, _colours(skin))
    prior = cv2.GaussianBlur(told, (0, 0), _REACH_CM / 3 * px_a_cm)
    prior = np.clip(0.5 * (prior + told), 0.02, 0.98)
    belief = np.log(prior / (1 - prior)) + _TRUST * np.clip(ratio, -_MOST, _MOST)
    found = 1 / (1 + np.exp(-belief)) * (person > 0.3)
    return np.asarray(cv2.GaussianBlur(found.astype(np.float32), (0, 0), max(0.6, 0.04 * px_a_cm)), np.float32)


def _colours(light: Floats) -> Doubles:
    """...×3: log luminance, red against green, green against blue."""
    logs = np.log(np.maximum(light, 2e-3))
    planes = [logs @ LUMINANCE, logs[..., 0] - logs[..., 1], logs[..., 1] - logs[..., 2]]
    return np.asarray(np.stack(planes, -1), np.float64)


def _log_likelihood(places: Doubles, samples: Doubles) -> Doubles:
    """Of the better of two normal distributions: the samples' darker and lighter half."""
    middle = np.median(samples[:, 0])
    halves = [part for part in (samples[samples[:, 0] <= middle], samples[samples[:, 0] > middle]) if len(part) > 20]
    found = []
    for part in halves:
        mean, width = np.median(part, 0), np.std(part, 0) + _SPREAD
        found.append(-0.5 * (((places - mean) / width) ** 2).sum(-1) - np.log(width).sum())
    return np.asarray(np.max(found, axis=0))
