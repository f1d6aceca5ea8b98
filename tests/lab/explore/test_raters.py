from __future__ import annotations

import numpy as np
import pytest

from pyojeong.lab.explore.raters import cohen_kappa, confusions, entropy_bits, fleiss_kappa, kappas


def test_fleiss_kappa_of_its_own_paper() -> None:
    # Ten subjects, fourteen raters, five categories: the worked example of Fleiss' kappa, 0.210.
    votes = np.array(
        [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ]
    )

    assert fleiss_kappa(votes) == pytest.approx(0.210, abs=0.001)


def test_random_votes_agree_as_by_chance() -> None:
    votes = np.random.default_rng(0).multinomial(10, [0.25] * 4, 4000)

    assert fleiss_kappa(votes) == pytest.approx(0, abs=0.01)
    assert kappas(votes) == pytest.approx(np.zeros(4), abs=0.02)


def test_one_rater_cannot_agree() -> None:
    with pytest.raises(ValueError, match="two raters"):
        fleiss_kappa(np.array([[1, 0]]))


def test_a_label_nobody_gave_has_no_kappa() -> None:
    assert np.isnan(kappas(np.array([[3, 0, 0], [0, 3, 0]]))[2])


def test_entropy_grows_with_quarrel() -> None:
    bits = entropy_bits(np.array([[10, 0, 0], [9, 1, 0], [5, 5, 0], [4, 3, 3]]))

    assert bits.tolist() == sorted(bits.tolist())
    assert bits[-1] < np.log2(3)


def test_confusions_leave_out_what_has_no_name() -> None:
    table = confusions(np.array([0, 0, 1, -1]), np.array([0, 1, 1, 1]), (2, 2))

    assert table.tolist() == [[1, 1], [0, 1]]
    assert cohen_kappa(np.array([[4, 0], [0, 4]])) == 1.0
