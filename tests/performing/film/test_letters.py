"""What no font here has is in the subtitle's file and not in the picture."""

from __future__ import annotations

import numpy as np
import skia

from pyojeong.media.fonts import FontWeight, font_path
from pyojeong.performing.film.covers import paint_title
from pyojeong.performing.film.letters import drawable_page
from pyojeong.performing.film.subtitle_files import srt
from pyojeong.performing.film.subtitles import Page, Word, paint_page

SIZE = (480, 270)
FONT = font_path(FontWeight.BOLD)


def page(*words: str, name: str = "") -> Page:
    return Page((tuple(Word(text, 0.0, 1.0) for text in words),), 0.0, 2.0, name)


def painted(shown: Page) -> np.ndarray:
    surface = skia.Surface(*SIZE)
    paint_page(surface.getCanvas(), shown, 0.5, SIZE)
    return surface.toarray()


def test_an_emoji_is_left_out_of_the_picture_and_stays_in_the_file() -> None:
    with_emoji = page("안녕😀", "🐻", "곰아", name="곰🐻")
    assert np.array_equal(painted(with_emoji), painted(page("안녕", "곰아", name="곰")))
    assert "곰🐻: 안녕😀 🐻 곰아" in srt([with_emoji])


def test_a_page_of_nothing_but_emoji_leaves_the_picture_as_it_is() -> None:
    assert painted(page("안녕")).any() and not painted(page("😀", "🐻", name="나")).any()


def test_what_is_no_letter_is_not_drawn_and_korean_and_hanja_are() -> None:
    assert drawable_page(page("가\x07나\u200b", "山"), FONT).rows == page("가나", "山").rows


def test_a_title_with_an_emoji_is_the_title_without() -> None:
    def title(text: str) -> np.ndarray:
        surface = skia.Surface(*SIZE)
        paint_title(surface.getCanvas(), text, 1.0, SIZE)
        return surface.toarray()

    assert np.array_equal(title("곰의 노래 😀"), title("곰의 노래")) and title("곰의 노래").any()
    assert not title("😀").any()
