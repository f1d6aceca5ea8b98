"""The sample portrait with a sample sentence performed on it: made once, when the server starts, for every visitor."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pyojeong.emotion import Score
from pyojeong.interfaces import wiring
from pyojeong.interfaces.web.sentences import SAMPLE_TEXTS
from pyojeong.interfaces.web.shelf import Item
from pyojeong.interfaces.web.studio.easel import SCREEN_SIDE_PX, screen_item
from pyojeong.interfaces.web.studio.photo import OpenPhoto

#: Eileen Collins, NASA, public domain; see PROVENANCE.md beside it.
PORTRAIT = Path(__file__).parents[2] / "samples" / "astronaut.jpg"


class Sample(NamedTuple):
    """The open portrait, what the screen shows of it, a text and its reading."""

    photo: OpenPhoto
    before: Item
    text: str
    score: Score


@lru_cache(maxsize=1)
def sample() -> Sample:
    """The sample, made when first asked for (about a second)."""
    photo = OpenPhoto.opened(PORTRAIT.read_bytes())
    text = SAMPLE_TEXTS[0]
    return Sample(photo, screen_item(photo.image, SCREEN_SIDE_PX), text, wiring.text_reader().read(text))


def is_ready() -> bool:
    """Whether `sample` answers at once."""
    return sample.cache_info().currsize > 0
