"""“Me as a cat”: what an animal or a thing takes of a person's colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from pyojeong.media.drawing.colours import luminance, mixed
from pyojeong.performing.character.space import Space, Swatch
from pyojeong.reading.face.traits.traits import Traits
from pyojeong.stickers.likeness.colours import IRISES, drawn_hair, drawn_iris, drawn_skin, paler
from pyojeong.stickers.likeness.heads import hair_colour
from pyojeong.stickers.likeness.likeness import Guess

_SEEN = 54.0
"""CIELAB L* of a coat on which the dark lines of eyes and mouth are still seen: 3.4 to 1 and more; at 46 it was 2.7."""
_IRIS_FROM = 0.35
"""Certainty under which an iris is shadow."""
_BRIGHT = 66.0
"""The same of eyes, whose pupils are black."""


def _hair(traits: Traits) -> str:
    """The hair as drawn; bald heads lend their brows, else their skin."""
    colour = hair_colour(traits) or traits.brows.colour or traits.skin.colour
    return drawn_hair(colour)


def _coat(traits: Traits) -> str:
    return paler(_hair(traits), _SEEN)


def _light_coat(traits: Traits) -> str:
    return mixed(_hair(traits), "#fff8ec", 0.72)


def _skin(traits: Traits) -> str:
    return drawn_skin(traits.skin.colour)


def eye_colour(traits: Traits) -> str:
    """The iris as drawn; dark brown where the photo leaves it dark, as most dark eyes are."""
    eyes = traits.eyes
    return IRISES[0] if eyes.iris is None or eyes.certainty < _IRIS_FROM else drawn_iris(eyes.iris)


def _eyes(traits: Traits) -> str:
    return paler(eye_colour(traits), _BRIGHT)


_COLOURS: Mapping[str, Callable[[Traits], str]] = MappingProxyType(
    {
        "fur": _coat,
        "patch": lambda t: mixed(_coat(t), "#1c1416", 0.3),
        "second": lambda t: mixed(_coat(t), _skin(t), 0.5),
        "light": lambda t: mixed(_coat(t), "#fff8ec", 0.75),
        "shell": _hair,
        "flesh": _skin,
        "body": lambda t: mixed(_hair(t), _skin(t), 0.6),
        "dough": _skin,
        "feet-colour": lambda t: mixed(_skin(t), "#7a4a3a", 0.22),
        "top-colour": _hair,
        "cap": _hair,
        "wing": _coat,
        "coat": _coat,
        "stripes": _hair,
        "eyes-colour": _eyes,
        "iris": eye_colour,
    }
)
"""Swatches of animals and things: coats and shells from the hair, what is bare from the skin."""
_PAPER = 0.8
"""Luminance at rest from which a coat is the paper that a brush paints on."""
_CERTAINTY = 0.55
"""Of a joke nobody can measure: it is told as chosen, and may be changed."""


def creature_colours(space: Space, traits: Traits) -> Iterator[Guess]:
    """A colour for every swatch that stands for hair, skin or eyes."""
    for name, colour_of in _COLOURS.items():
        if name not in space or not isinstance(swatch := space[name], Swatch):
            continue
        coated = name == "coat" and luminance(swatch.rest) > _PAPER
        yield Guess(name, _light_coat(traits) if coated else colour_of(traits), _CERTAINTY)
    glasses = traits.glasses.colour
    if glasses is not None and "glasses-colour" in space:
        yield Guess("glasses-colour", glasses, traits.glasses.certainty)
