"""Expressions are checked at birth; mirror, mix and scale do what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.rig import ARKIT_NAMES, Expression, mix
from pyojeong.rig.names import mirrored_name

expressions = st.builds(
    Expression,
    st.dictionaries(st.sampled_from(ARKIT_NAMES), st.floats(0, 1), max_size=12),
    st.floats(-45, 45),
    st.floats(-45, 45),
    st.floats(-45, 45),
    st.floats(0, 1),
)


def test_fifty_two_names_in_pairs() -> None:
    assert len(ARKIT_NAMES) == len(set(ARKIT_NAMES)) == 52
    assert {mirrored_name(mirrored_name(n)) for n in ARKIT_NAMES} == set(ARKIT_NAMES)


@given(expressions)
def test_mirroring_twice_changes_nothing(expression: Expression) -> None:
    assert expression.mirrored().mirrored() == expression


@given(expressions)
def test_dictionary_round_trip(expression: Expression) -> None:
    assert Expression.from_dict(expression.to_dict()) == expression


@given(expressions, expressions, st.floats(0, 3), st.floats(0, 3))
def test_a_mix_stays_in_range(one: Expression, other: Expression, a: float, b: float) -> None:
    mixed = mix({one: a, other: b})
    assert all(0 <= v <= 1 for v in mixed.coefficients.values()) and abs(mixed.roll_degrees) <= 45


@given(expressions)
def test_scaling_to_nothing_is_rest(expression: Expression) -> None:
    assert expression.scaled(0.0) == Expression()


@pytest.mark.parametrize(
    "wrong", [{"smile": 0.5}, {"jawOpen": 1.5}, {"jawOpen": -0.1}, {"jawOpen": float("nan")}, {"headYaw": 0.2, "x": 1}]
)
def test_what_is_no_expression_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must be"):
        Expression.from_dict(wrong)


def test_head_turns_have_a_limit() -> None:
    with pytest.raises(ValueError, match="yaw_degrees"):
        Expression(yaw_degrees=60)


def test_negative_weights_are_refused() -> None:
    with pytest.raises(ValueError, match=">= 0"):
        mix({Expression(): -1.0})
