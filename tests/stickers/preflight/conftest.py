"""Packs to check, and a checker without readers: what they see is tested by itself."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from broken_packs import DrawnPack

from pyojeong.stickers.preflight import Instruments, Report, check_pack
from pyojeong.stickers.stores import find_store

Checker = Callable[..., Report]


@pytest.fixture
def check(tmp_path: Path) -> Checker:
    """Writes a drawn pack as a folder and checks it."""

    def checked(pack: DrawnPack, instruments: Instruments | None = None, *, zipped: bool = False) -> Report:
        place = pack.zipped(tmp_path / "pack.zip") if zipped else pack.write(tmp_path / "pack")
        return check_pack(place, find_store(pack.store), instruments=instruments or Instruments())

    return checked
