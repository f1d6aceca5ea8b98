"""The schemas under docs/ are those of the code, and hold what the program writes."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from pyojeong.interfaces.schemas import SCHEMAS, recipe_schema, written
from pyojeong.performing.portrait.recipe import Edit, Recipe, dumps

PUBLISHED = Path(__file__).parents[2] / "docs" / "schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schema_is_valid_and_up_to_date(name: str) -> None:
    schema = SCHEMAS[name]()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (PUBLISHED / name).read_text(encoding="utf-8") == written(schema)


def test_no_other_schema_is_published() -> None:
    assert {path.name for path in PUBLISHED.iterdir()} == set(SCHEMAS)


def test_a_recipe_holds_to_its_schema() -> None:
    recipe = Recipe().then(Edit(0, {"jawOpen": 0.3, "headYaw": -4.0, "blush": 0.2}, note="기쁨"))
    jsonschema.validate(json.loads(dumps(recipe)), recipe_schema())
