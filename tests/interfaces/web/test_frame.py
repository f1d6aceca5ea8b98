"""What the frame is made of: drawings, font, colours that can be read."""

from __future__ import annotations

import io
import re
from itertools import product
from xml.etree import ElementTree

import pytest
from PIL import ImageFont

from pyojeong.emotion import Emotion
from pyojeong.interfaces.web.drawings import favicon, sprite
from pyojeong.interfaces.web.fonts import FILES, web_font
from pyojeong.interfaces.web.frame import STATIC
from pyojeong.interfaces.web.preferences import Preferences, Theme
from pyojeong.interfaces.web.words import Language

CSS = (STATIC / "studio.css").read_text(encoding="utf-8")


def test_the_sprite_is_well_formed_and_has_a_face_for_every_emotion() -> None:
    ids = {symbol.get("id") for symbol in ElementTree.fromstring(sprite())}
    assert {f"face-{emotion}" for emotion in Emotion} <= ids
    ElementTree.fromstring(favicon())


def test_every_drawing_that_is_used_exists(source: str) -> None:
    used = set(re.findall(r"#(sign-[a-z]+)", source)) | set(re.findall(r'"(sign-[a-z]+)"', source))
    assert used
    assert used <= {symbol.get("id") for symbol in ElementTree.fromstring(sprite())}


@pytest.mark.parametrize("name", FILES)
def test_the_font_is_accepted_and_speaks_korean(name: str) -> None:
    font = web_font(name)
    count = int.from_bytes(font[4:6], "big")
    tags = [font[12 + 16 * n : 16 + 16 * n] for n in range(count)]
    offsets = [int.from_bytes(font[20 + 16 * n : 24 + 16 * n], "big") for n in range(count)]
    assert not [tag for tag in tags if tag.startswith(b"TSI")]
    assert all(offset % 4 == 0 for offset in offsets)
    drawn = ImageFont.truetype(io.BytesIO(font), 40)
    assert bytes(drawn.getmask("표")) != bytes(drawn.getmask("정"))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes() -> list[dict[str, str]]:
    blocks = re.findall(r":root(?:\[data-theme=\"dark\"\])? \{(.*?)\}", CSS, re.DOTALL)
    return [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in blocks[:2]]


@pytest.mark.parametrize("theme", themes(), ids=["light", "dark"])
def test_every_text_can_be_read(theme: dict[str, str]) -> None:
    grounds = ("paper", "card", "raised", "well")
    assert all(contrast(theme[ink], theme[g]) >= 4.5 for ink, g in product(("ink", "ink-soft"), grounds))
    assert contrast(theme["on-action"], theme["action"]) >= 4.5
    assert contrast(theme["danger"], theme["danger-paper"]) >= 4.5
    assert all(contrast(theme[line], theme[g]) >= 3.0 for line, g in product(("focus", "line-strong"), grounds[:3]))


def test_nothing_in_the_style_sheet_comes_from_elsewhere() -> None:
    assert not re.findall(r"url\(\"?(?:https?:)?//", CSS)
    assert "@import" not in CSS


def test_the_system_dark_theme_is_the_dark_theme() -> None:
    chosen, system = re.findall(r":root\[data-theme=\"(?:dark|auto)\"\] \{(.*?)\}", CSS, re.DOTALL)
    assert chosen.split() == system.split()


def test_unknown_cookies_fall_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYOJEONG_LANGUAGE", "en")
    assert Preferences.from_cookies({}) == Preferences(Language.ENGLISH, Theme.AUTO)
    assert Preferences.from_cookies({"pyojeong-theme": "dark"}).theme is Theme.DARK
