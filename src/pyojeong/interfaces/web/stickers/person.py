"""Who is in a photo, as the sticker desk needs it; the photo itself is forgotten at once."""

from __future__ import annotations

from dataclasses import dataclass

from pyojeong.reading.face.traits.traits import Traits
from pyojeong.rig import Expression
from pyojeong.stickers.likeness import Likeness, character_of


@dataclass(frozen=True, slots=True)
class Person:
    """What was measured of the largest face.

    Attributes:
        traits: What a character needs of it.
        expression: What it does.
        several: Whether there were other faces.
    """

    traits: Traits
    expression: Expression
    several: bool

    def drawn_as(self, design: str) -> Likeness:
        """The character of ``design`` that looks most like them."""
        return character_of(self.traits, design)


def person_in(data: bytes) -> Person:
    """The person in a picture file.

    Raises:
        PyojeongError: When it cannot be opened or shows no face.
    """
    from pyojeong.interfaces import wiring
    from pyojeong.reading.face.traits.measuring import measure_traits

    image = wiring.opened_image(data)
    faces = wiring.faces_of(image)
    return Person(measure_traits(image, faces[0]), wiring.expression_seen(faces[0]), len(faces) > 1)
