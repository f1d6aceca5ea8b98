"""Options that would do nothing are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize("option", [("--wish", "퇴근 많이"), ("--voice", "polite"), ("--count", "4")])
def test_a_plan_has_its_words_and_wishes_already(pyojeong: Any, tmp_path: Path, option: tuple[str, str]) -> None:
    character, plan = tmp_path / "bori.json", tmp_path / "plan.json"
    pyojeong("character", "new", "--design", "mascot", "-o", character)
    pyojeong("sticker", "plan", character, "--for", "whatsapp", "--count", 3, "-o", plan)
    for source in ((plan,), (character, "--plan", plan)):
        said = pyojeong("sticker", "pack", *source, *option, "-o", tmp_path / "pack")
        assert said.code == 2 and option[0] in said.err and not (tmp_path / "pack").exists()
