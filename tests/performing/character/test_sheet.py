"""Sheets of a character."""

from __future__ import annotations

import numpy as np
import pytest

from pyojeong.media.drawing.colours import rgb_of
from pyojeong.performing.character import Character
from pyojeong.performing.character.sheet import CHAT_PX, NIGHT, contact_sheet


def test_a_sheet_shows_every_emotion_twice_and_small_on_both_grounds() -> None:
    sheet = contact_sheet(Character("mascot"), cell_px=201).pixels
    assert sheet.shape == (2 * 201 + 2 * CHAT_PX, 8 * 201, 3)
    cells = [sheet[row * 201 : row * 201 + 201, n * 201 : n * 201 + 201] for row in range(2) for n in range(8)]
    apart = [np.abs(a.astype(int) - b.astype(int)).mean() for i, a in enumerate(cells) for b in cells[:i]]
    assert min(apart) > 2
    assert tuple(sheet[-1, -1]) == rgb_of(NIGHT)


def test_cells_too_small_for_a_chat_picture_are_refused() -> None:
    with pytest.raises(ValueError, match="200"):
        contact_sheet(Character("mascot"), cell_px=150)
