"""The same person at rest: the photographed expression taken away, and what only looks like one left in the face."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.template import Template
from pyojeong.rig.names import ARKIT_NAMES

Doubles = npt.NDArray[np.float64]

KEPT = {
    "eyeSquint": 0.9,
    "brow": 0.75,
    "eyeBlink": 0.8,
    "mouthPucker": 0.7,
    "cheekPuff": 0.7,
    "mouthRoll": 0.7,
}
"""Share of a movement that is the face's own form. Judged on seven generated people: with all of it removed everybody
stared; narrow eyes, low brows and full lips score as movements."""
SMILE, SQUINT_OF_SMILES = 0.35, 0.45
"""Who smiles more than this narrows the eyes for it: less of that is form."""
SHUT = 0.6
"""Eyes that are closed this far were closed by their owner."""
MOVED_CM, MOVED_SHARE = 0.5, 0.2
"""Where the expression went further, the landmarks' last distances say more of it than of the face."""


def kept_share(expression: Doubles) -> Doubles:
    """52 shares of the photographed coefficients that stay when the face comes to rest."""
    smile = max(expression[ARKIT_NAMES.index(f"mouthSmile{side}")] for side in ("Left", "Right"))
    shares = np.zeros(len(ARKIT_NAMES))
    for k, name in enumerate(ARKIT_NAMES):
        shares[k] = next((share for stem, share in KEPT.items() if name.startswith(stem)), 0.0)
        if name.startswith("eyeSquint") and smile > SMILE:
            shares[k] = SQUINT_OF_SMILES
        if name.startswith("eyeBlink") and expression[k] > SHUT:
            shares[k] = 0.0
    return shares


def faded(correction: Doubles, template: Template, expression: Doubles) -> Doubles:
    """V×3: the ``correction`` less where the face comes back from a large movement."""
    gone = np.tensordot(expression * (1 - kept_share(expression)), template.movements, 1)
    length = np.linalg.norm(gone, axis=1)
    share = 1 - (1 - MOVED_SHARE) * np.clip((length / MOVED_CM - 0.4) / 0.6, 0, 1)
    return np.asarray(correction * share[:, None])
