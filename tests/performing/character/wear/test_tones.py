import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.media.drawing.colours import contrast, luminance, rgb_of
from pyojeong.performing.character.designs.person_space import SKINS
from pyojeong.performing.character.wear.people import Tone


def hue_and_saturation(colour):
    hue, _, saturation = colorsys.rgb_to_hls(*(c / 255 for c in rgb_of(colour)))
    return (hue * 360 + 180) % 360 - 180, saturation


@pytest.mark.parametrize("skin", [*SKINS, "#3b241b", "#2a1812"])
def test_what_follows_a_skin_is_warm_and_never_grey(skin):
    tone = Tone(skin)
    for colour in (tone.shade, tone.blush, tone.lip, tone.line):
        hue, saturation = hue_and_saturation(colour)
        assert -25 < hue < 40, colour
        assert saturation > 0.18, colour
    assert luminance(tone.shade) < luminance(tone.drawn)


@pytest.mark.parametrize("skin", [*SKINS, "#3b241b"])
def test_a_blush_is_redder_than_the_skin_and_no_chalk_on_dark_skin(skin):
    tone = Tone(skin)
    red, green, _ = rgb_of(tone.blush)
    own_red, own_green, _ = rgb_of(tone.drawn)
    assert red / max(1, green) > 1.15 * own_red / own_green
    assert luminance(tone.blush) < 2.0 * luminance(tone.drawn) + 0.02


@pytest.mark.parametrize("skin", [*SKINS, "#2a1812", "#000000"])
def test_lines_are_seen_on_every_skin(skin):
    tone = Tone(skin)
    assert contrast(tone.ink("#3a2630"), tone.drawn) > 1.9
    assert contrast(tone.ink("#3a2630"), tone.drawn) >= contrast("#3a2630", tone.drawn) - 1e-9


def test_light_skin_is_painted_as_it_is():
    for skin in SKINS[:7]:
        assert Tone(skin).drawn == skin


@given(st.integers(0, 255), st.integers(0, 255))
def test_depth_falls_with_light(one, other):
    low, high = sorted((one, other))
    assert Tone(f"#{low:02x}{low:02x}{low:02x}").depth >= Tone(f"#{high:02x}{high:02x}{high:02x}").depth
