"""Learning how much each sign of who speaks counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from pyojeong.lab import tale_turns
from pyojeong.reading.tale.turns import weights
from pyojeong.reading.tale.words import lists_in

pytestmark = pytest.mark.lab
CORPUS = Path(__file__).parents[2] / "corpora" / "tales"


def prior() -> dict[str, float]:
    return {sign: float(found[0]) for sign, found in lists_in("pyojeong.lab", "tale_turns_prior").items()}


def test_what_is_learned_fits_better_than_where_it_began() -> None:
    tales = tale_turns.labelled_tales(CORPUS)
    before, asked = tale_turns.share_right(tales, prior())
    after, _ = tale_turns.share_right(tales, tale_turns.learned(tales, prior()))
    assert asked > 300 and after > before


def test_every_weight_that_is_shipped_is_of_a_sign_that_occurs() -> None:
    assert set(weights()) - {"nobody"} and all(-10 < weight < 10 for weight in weights().values())


def test_held_tales_are_not_learned(tmp_path: Path) -> None:
    rows = [
        "split\ttale\tpart\ttext",
        "dev\t하나\t1\t{여우:“가자.”} 여우가 말했다.",
        "held\t둘\t1\t{곰:“가자.”} 곰이 말했다.",
    ]
    (tmp_path / "tales.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    assert [tale.title for tale in tale_turns.labelled_tales(tmp_path)] == ["하나"]
