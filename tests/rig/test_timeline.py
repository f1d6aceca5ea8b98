"""Time: pure, continuous, alive."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.emotion import Emotion
from pyojeong.rig import Expression
from pyojeong.rig.compose import prototype
from pyojeong.rig.timeline import BLINK_SECONDS, REST, Easing, Key, Timeline, arc, between, blink_times

SURPRISE = prototype(Emotion.SURPRISE)


@pytest.mark.parametrize("easing", list(Easing))
def test_easings_start_and_arrive(easing: Easing) -> None:
    assert easing(0.0) == pytest.approx(0.0, abs=1e-9) and easing(1.0) == pytest.approx(1.0)
    assert easing(-3.0) == pytest.approx(0.0, abs=1e-9) and easing(7.0) == pytest.approx(1.0)


@given(st.floats(0.5, 12), st.integers(0, 99))
def test_an_arc_begins_and_ends_at_rest_and_reaches_its_peak(seconds: float, seed: int) -> None:
    line = arc(SURPRISE, seconds=seconds, seed=seed)
    assert line.at(0.0) == REST and line.at(seconds) == REST
    assert max(line.at(k.seconds)["jawOpen"] for k in line.keys) == SURPRISE["jawOpen"]
    assert line.seconds == pytest.approx(seconds)


@pytest.mark.parametrize("share", [-0.2, 1.2])
def test_past_either_end_everything_stays_within_its_range(share: float) -> None:
    far, near = Expression({"jawOpen": 1.0}, yaw_degrees=44.0), Expression(yaw_degrees=-44.0)
    past = between(near, far, share)
    assert past["jawOpen"] == (1.0 if share > 1 else 0.0) and past.yaw_degrees == (45.0 if share > 1 else -45.0)


def test_nothing_jumps_between_frames() -> None:
    line = arc(SURPRISE, seconds=4.0)
    frames = [line.at(i / 60) for i in range(241)]
    steps = [abs(b[n] - a[n]) for a, b in pairwise(frames) for n in ("jawOpen", "browInnerUp")]
    assert max(steps) < 0.12


def test_a_blink_closes_and_opens_the_eyes() -> None:
    line = Timeline((Key(0.0, SURPRISE), Key(3.0, SURPRISE)), blinks=(1.0,))
    assert line.at(0.9)["eyeBlinkLeft"] == 0
    assert line.at(1.1)["eyeBlinkLeft"] > 0.95 and line.at(1.1)["eyeWideLeft"] < 0.1
    assert line.at(1.0 + BLINK_SECONDS + 0.01)["eyeBlinkLeft"] == 0


def test_blinks_are_as_frequent_as_peoples() -> None:
    counts = [len(blink_times(60.0, seed=s)) for s in range(20)]
    assert 12 <= sum(counts) / 20 <= 22
    gaps = [b - a for a, b in pairwise(blink_times(60.0))]
    assert min(gaps) > BLINK_SECONDS and len(set(gaps)) > 3


@pytest.mark.parametrize("keys", [(), (Key(1.0, REST), Key(0.5, REST)), (Key(-1.0, REST),)])
def test_keys_out_of_order_are_refused(keys: tuple[Key, ...]) -> None:
    with pytest.raises(ValueError, match="must"):
        Timeline(keys)


def test_an_arc_too_short_to_see_is_refused() -> None:
    with pytest.raises(ValueError, match=r"0\.5"):
        arc(Expression(), seconds=0.1)
