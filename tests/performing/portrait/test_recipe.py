"""Recipes stack, undo, redo and come back from JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.errors import PyojeongError
from pyojeong.performing.portrait.recipe import Edit, Recipe, dumps, loads
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import ARKIT_NAMES, Expression

edits = st.builds(
    Edit,
    st.integers(0, 5),
    st.dictionaries(st.sampled_from(ARKIT_NAMES), st.floats(0, 1), max_size=4),
    st.sampled_from(list(Undo)),
    st.text(max_size=8),
)


@given(st.lists(edits, max_size=6))
def test_json_round_trip(steps: list[Edit]) -> None:
    recipe = Recipe(tuple(steps))
    assert loads(dumps(recipe)) == recipe


@given(st.lists(edits, min_size=1, max_size=6))
def test_undo_and_redo_are_inverse(steps: list[Edit]) -> None:
    recipe = Recipe(tuple(steps))
    back = recipe
    for _ in steps:
        back = back.undone()
    assert back.edits == () and back.undone() == back
    for _ in steps:
        back = back.redone()
    assert back == recipe and back.redone() == back


def test_a_new_edit_forgets_what_was_taken_back() -> None:
    recipe = Recipe().then(Edit(0, {"jawOpen": 0.5})).undone().then(Edit(0, {"jawOpen": 0.1}))
    assert recipe.redone() == recipe


def test_the_later_edit_has_the_last_word_on_its_own_face() -> None:
    recipe = Recipe((Edit(0, {"jawOpen": 0.5}), Edit(1, {"jawOpen": 0.9}), Edit(0, {"jawOpen": 0.0}, Undo.ALL)))
    assert recipe.flattened() == {0: (Expression(), Undo.ALL), 1: (Expression({"jawOpen": 0.9}), Undo.CONFLICTS)}


def test_an_edit_cannot_be_changed_from_outside() -> None:
    movements = {"jawOpen": 0.5}
    edit = Edit(0, movements)
    movements["jawOpen"] = 7.0
    assert dict(edit.movements) == {"jawOpen": 0.5}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"format": "pyojeong.recipe/9", "edits": []}',
        '{"format": "pyojeong.recipe/1"}',
        '{"format": "pyojeong.recipe/1", "edits": [{"face": 0, "movements": {"smirk": 1}}]}',
        '{"format": "pyojeong.recipe/1", "edits": [{"face": -1, "movements": {}}]}',
        '{"format": "pyojeong.recipe/1", "edits": [{"face": 0, "movements": {"jawOpen": 3}}]}',
        '{"format": "pyojeong.recipe/1", "edits": [{"face": 0, "movements": {}, "tempo": 1}]}',
        '{"format": "pyojeong.recipe/1", "edits": [3]}',
        '{"format": "pyojeong.recipe/1", "edits": [{"face": 0, "movements": [1]}]}',
        '{"format": "pyojeong.recipe/1", "edits": [{"face": Infinity, "movements": {}}]}',
        '{"format": "pyojeong.recipe/1", "edits": [], "author": "x"}',
        "[" * 100_000,
    ],
)
def test_what_is_no_recipe_is_refused(text: str) -> None:
    with pytest.raises(PyojeongError, match="편집 기록"):
        loads(text)
