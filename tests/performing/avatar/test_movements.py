"""Of four people nobody has seen: lips, lids, teeth and tongue where they belong in every movement."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from made_people import at, photo

from pyojeong.lab.head_template_measuring import turned_over
from pyojeong.performing.avatar.eyelids import eyeball_of, lashes_of, opening
from pyojeong.performing.avatar.fitting import FittedHead
from pyojeong.performing.avatar.lips import across, lip_edges
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Reals, Template
from pyojeong.rig import Expression
from pyojeong.rig.names import ARKIT_NAMES

PEOPLE = (0, 1, 2, 3)


@cache
def head(seed: int) -> FittedHead:
    return photo(seed, yaw=4.0 * seed - 6, mouthSmileLeft=0.5, mouthSmileRight=0.5).fit()


def gap_cm(template: Template, points: Reals) -> float:
    """The widest opening between the lips' edges; 0 where they meet or overlap."""
    upper, lower = lip_edges(template)
    apart = points[upper, 1] - across(points, upper, lower)[:, 1]
    return float(max(apart.max(), 0.0))


@pytest.mark.parametrize("seed", PEOPLE)
def test_lips_meet_at_rest_and_over_an_open_jaw(seed: int) -> None:
    own = head(seed)
    assert gap_cm(own.template, own.neutral) < 0.05
    for share in (0.3, 0.6, 1.0):
        jaw = own.neutral + share * own.movements[at("jawOpen")]
        assert gap_cm(own.template, jaw) > 0.3 * share
        assert gap_cm(own.template, jaw + share * own.movements[at("mouthClose")]) < 0.05


@pytest.mark.parametrize("seed", PEOPLE)
@pytest.mark.parametrize("side", ["Left", "Right"])
def test_lids_meet_outside_the_eyeball(seed: int, side: str) -> None:
    own = head(seed)
    blink = own.movements[at(f"eyeBlink{side}")]
    assert opening(own.template, own.neutral, side) > 0.2
    assert abs(opening(own.template, own.neutral + blink, side)) < 0.03
    eye = eyeball_of(own.template, own.neutral, side)
    lids = np.concatenate([own.template.marks[f"lid_{lid}_{side.lower()}"] for lid in ("upper", "lower")])
    for share, least in ((0.5, -0.03), (0.8, 0.0), (1.0, 0.04)):
        shut = own.neutral[lids] + share * blink[lids]
        assert np.linalg.norm(shut - eye.centre, axis=1).min() > eye.radius + least


@pytest.mark.parametrize("seed", PEOPLE)
def test_a_falling_jaw_shows_the_upper_incisors(seed: int) -> None:
    own = head(seed)
    upper, _ = lip_edges(own.template)
    incisors = own.template.marks["upper_incisors"]
    opened = own.neutral + own.movements[at("jawOpen")]
    assert opened[upper[len(upper) // 2], 1] - opened[incisors, 1].min() > 0.1
    assert own.neutral[upper[len(upper) // 2], 2] - own.neutral[incisors, 2].max() > 0.2


@pytest.mark.parametrize("seed", PEOPLE)
def test_teeth_stay_behind_the_lips_in_every_movement(seed: int) -> None:
    own = head(seed)
    for part, edge in zip((Part.TEETH_UPPER, Part.TEETH_LOWER), lip_edges(own.template), strict=True):
        teeth = own.template.points_of(part)
        lips = edge[len(edge) // 3 : -len(edge) // 3]
        for name in ARKIT_NAMES:
            posed = own.neutral + own.movements[at(name)]
            beside = np.abs(posed[teeth, 0][None] - posed[lips, 0][:, None]) < 0.25
            behind = np.where(beside, posed[teeth, 2][None], -np.inf).max(1)
            assert (posed[lips, 2] > behind).all(), (part, name)


@pytest.mark.parametrize("seed", PEOPLE)
def test_no_movement_turns_skin_over(seed: int) -> None:
    own = head(seed)
    still = own.neutral.astype(np.float64)
    shares = {name: turned_over(own.template, still, still + own.movements[at(name)]) for name in ARKIT_NAMES}
    assert max(shares.values()) < 0.002, shares
    assert float(np.mean(list(shares.values()))) < 0.0004


def test_what_people_do_at_once_hardly_turns_skin_over() -> None:
    own, rng = head(1), np.random.default_rng(3)
    still = own.neutral.astype(np.float64)
    for _ in range(12):
        done = np.where(rng.random(52) < 0.3, rng.random(52) ** 2, 0.0)
        expression = Expression({name: float(v) for name, v in zip(ARKIT_NAMES, done, strict=True)})
        assert turned_over(own.template, still, own.posed(expression).astype(np.float64)) < 0.006


def test_a_tongue_comes_out_before_the_lips() -> None:
    own = head(2)
    out = own.posed(Expression({"tongueOut": 1.0, "jawOpen": 0.3}))
    tip, lips = own.template.marks["tongue_tip"], np.concatenate(lip_edges(own.template))
    assert out[tip, 2].max() > out[lips, 2].max() + 0.3
    assert own.neutral[tip, 2].max() < own.neutral[lips, 2].max() - 0.5


def test_lashes_hang_on_their_lids() -> None:
    own = head(3)
    lashes = own.template.points_of(Part.LASHES_LEFT, Part.LASHES_RIGHT)
    roots = own.template.marks["lash_roots"]
    for expression in (Expression(), Expression({"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0})):
        posed = own.posed(expression)
        assert np.linalg.norm(posed[lashes] - posed[roots], axis=1).max() < 1.0
        assert np.linalg.norm(posed[lashes] - posed[roots], axis=1).min() < 1e-3


@pytest.mark.parametrize("seed", PEOPLE)
def test_upper_lashes_of_a_shut_eye_hang_down(seed: int) -> None:
    own = head(seed)
    template = own.template
    for side in ("Left", "Right"):
        lashes, roots = lashes_of(template, side)
        upper = template.uv[lashes, 1] > 0.6
        tips, held = lashes[upper], roots[upper]
        open_eye, shut = own.neutral, own.posed(Expression({f"eyeBlink{side}": 1.0}))
        assert (open_eye[tips] - open_eye[held])[:, 1].mean() > 0.02
        assert (shut[tips] - shut[held])[:, 1].mean() < -0.1
