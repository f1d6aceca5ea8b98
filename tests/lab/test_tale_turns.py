"""Learning how much each sign of who speaks counts."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import pytest

from pyojeong.lab import tale_turns
from pyojeong.reading.tale.evidence import lines_of
from pyojeong.reading.tale.lines import passing
from pyojeong.reading.tale.turns import weights

pytestmark = pytest.mark.lab
CORPUS = Path(__file__).parents[2] / "corpora" / "tales"


@pytest.fixture(scope="module")
def tales() -> list[tale_turns.LabelledTale]:
    return tale_turns.labelled_tales(CORPUS)


def test_what_is_learned_helps_tales_that_were_left_out(tales: list[tale_turns.LabelledTale]) -> None:
    prior = tale_turns.prior_weights()
    held, kept = tales[::4], [tale for n, tale in enumerate(tales) if n % 4]
    before, asked = tale_turns.share_right(held, prior)
    after, _ = tale_turns.share_right(held, tale_turns.learned(kept, prior))
    assert asked > 100 and after > before


def test_every_weight_that_is_shipped_is_of_a_sign_that_occurs_or_was_set_by_hand(
    tales: list[tale_turns.LabelledTale],
) -> None:
    found: set[str] = set()
    for tale in tales:
        lines = lines_of(tale.telling, tale.cues, tale_turns.said_by(tale, weights()))
        found |= {sign for line in lines for signs in line.signs.values() for sign in signs}
        for before, here in pairwise(lines):
            for older, last, name in product((*before.signs, None), before.signs, here.signs):
                found |= set(passing(before, here, older, last, name))
    unmet = set(weights()) - found
    prior = tale_turns.prior_weights()
    assert len(unmet) < 20
    assert {sign: weights()[sign] for sign in unmet} == pytest.approx({sign: prior[sign] for sign in unmet}, abs=0.1)


def test_held_tales_are_not_learned(tmp_path: Path) -> None:
    rows = [
        "split\ttale\tpart\ttext",
        "dev\t하나\t1\t{여우:“가자.”} 여우가 말했다.",
        "held\t둘\t1\t{곰:“가자.”} 곰이 말했다.",
    ]
    (tmp_path / "tales.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    assert [tale.title for tale in tale_turns.labelled_tales(tmp_path)] == ["하나"]
