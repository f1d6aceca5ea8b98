from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.spreading import spread


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), prior=st.floats(0.2, 0.8))
def test_nothing_is_brighter_or_darker_than_what_is_known(seed: int, prior: float) -> None:
    template = Template.shipped()
    chance = np.random.default_rng(seed)
    known = chance.uniform(0.1, 0.9, (len(template.neutral), 1))
    weights = (chance.uniform(size=len(known)) < 0.05) * 1.0
    found = spread(known, weights, prior=np.array([prior]), prior_weight=1e-3)[template.points_of(Part.SKIN)]
    assert found.min() >= 0.09
    assert found.max() <= 0.91


def test_what_is_kept_firmly_stays_and_the_seam_is_one() -> None:
    template = Template.shipped()
    skin = template.points_of(Part.SKIN)
    left = template.neutral[:, :1] > 0
    found = spread(left * 1.0, np.full(len(left), 100.0), prior=np.array([0.5]), prior_weight=1e-3)
    assert np.abs(found[skin] - left[skin]).mean() < 0.02
    assert (found[template.weld][skin] == found[skin]).all()
