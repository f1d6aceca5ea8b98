"""Stickers to pack, drawn here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from broken_packs import face

from pyojeong.emotion.emotion import Emotion
from pyojeong.media.clip import Clip
from pyojeong.media.image import Image
from pyojeong.stickers.packing import Making, Sticker

EMOTIONS = list(Emotion)
StickerMaker = Callable[..., Sticker]


@pytest.fixture
def make_sticker() -> StickerMaker:
    """A sticker of number ``i``; ``asked`` collects every size it is drawn at."""

    def make(
        i: int,
        *,
        moves: bool = False,
        frames: int = 24,
        seconds: float = 1.7,
        asked: list[tuple[int, int]] | None = None,
        **making: object,
    ) -> Sticker:
        def picture_of(size_wh: tuple[int, int]) -> Image | Clip:
            if asked is not None:
                asked.append(size_wh)
            if not moves:
                return Image(np.asarray(face(size_wh, i)))
            return Clip(lambda n: np.asarray(face(size_wh, i, turn=n / frames)), frames, frames / seconds, size_wh)

        details = {"design": "round-face", "parameters": {"number": i, "moves": moves}, "seed": i, **making}
        return Sticker(
            picture_of,
            f"moment-{i}",
            EMOTIONS[i % 8],
            Making(**details),  # type: ignore[arg-type]
            caption=f"안녕 {i}",
            emoji=("😀",),
            alt_korean=f"얼굴 {i}",
            alt_english=f"face {i}",
        )

    return make
