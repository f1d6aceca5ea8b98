"""Visemes as morph targets: each of our mouth's sounds as one weighted sum of the 52 movements."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.template import weights_of
from pyojeong.rig import Expression
from pyojeong.rig.mouth import Mouth
from pyojeong.rig.speaking import speaking
from pyojeong.rig.viseme_targets import REST, TARGETS

#: Oculus' fifteen names, as other tools look for them, and the Korean sound each is nearest to.
OCULUS: Mapping[str, str] = MappingProxyType(
    {
        "viseme_sil": REST,
        "viseme_PP": "ㅁ",
        "viseme_FF": "ㅍ",
        "viseme_TH": "ㄷ",
        "viseme_DD": "ㄷ",
        "viseme_kk": "ㄱ",
        "viseme_CH": "ㅈ",
        "viseme_SS": "ㅅ",
        "viseme_nn": "ㄴ",
        "viseme_RR": "ㄹ",
        "viseme_aa": "ㅏ",
        "viseme_E": "ㅔ",
        "viseme_I": "ㅣ",
        "viseme_O": "ㅗ",
        "viseme_U": "ㅜ",
    }
)
KOREAN: Mapping[str, str] = MappingProxyType({"viseme_eo": "ㅓ", "viseme_eu": "ㅡ", "viseme_ae": "ㅐ"})
"""The vowels that Oculus' set lacks."""


def viseme_weights(closings: npt.NDArray[np.float32]) -> dict[str, npt.NDArray[np.float32]]:
    """Viseme name → 52 weights of movements.

    >>> names = list(viseme_weights(np.zeros((52, 2), np.float32)))
    >>> len(names), names[-1]
    (18, 'viseme_ae')
    """
    found = {}
    for name, sound in {**OCULUS, **KOREAN}.items():
        said = speaking(Expression(), Mouth(*TARGETS[sound]))
        found[name] = weights_of(said, closings).astype(np.float32)
    return found
