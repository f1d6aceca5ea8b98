"""Traits of a face → a character of any design, by the names of what the design lets one choose."""

from __future__ import annotations

from collections.abc import Iterator

from pyojeong.media.drawing.colours import seen_on
from pyojeong.performing.character import Character, Choice, Choices, Design, Slider, Space, Swatch, design_of
from pyojeong.performing.character.designs.person import hair_chosen
from pyojeong.reading.face.traits.remarks import Remark
from pyojeong.reading.face.traits.traits import Traits
from pyojeong.stickers.likeness import heads
from pyojeong.stickers.likeness.coats import creature_colours, eye_colour
from pyojeong.stickers.likeness.colours import drawn_cloth, drawn_hair, drawn_skin, lighter
from pyojeong.stickers.likeness.likeness import ASKED_BELOW, Guess, Likeness
from pyojeong.stickers.likeness.sliders import CREATURES, PEOPLE, slider_value

_FRAMES_SEEN = 4.0
"""Contrast of frames with the skin: glasses are what a person is known by first."""
_CLOTHES, _CLOTHES_CERTAINTY = ("clothes-colour", "shirt", "cloth"), 0.6
_WITH_A_TIE, _PLAIN = frozenset({"shirt", "suit", "blazer"}), "knit"
"""A photo tells the colour of clothes, not their cut: a design that wears a tie goes without until somebody chooses."""


def is_person(design: Design) -> bool:
    """Whether the design is drawn from a person's own skin and hair.

    >>> from pyojeong.performing.character import DESIGNS
    >>> is_person(DESIGNS["chibi"]), is_person(DESIGNS["cat"])
    (True, False)
    """
    return "skin" in design.space and "hair-style" in design.space


def character_of(
    traits: Traits,
    design: Design | str,
    *,
    seed: int = 0,
    name: str = "",
    clothes: str | None = None,
) -> Likeness:
    """The character of ``design`` that looks most like the face the traits were measured of.

    People take form, skin, hair, beard and glasses; animals and things take the hair as their coat, glasses and a
    little of the form.

    Args:
        traits: Of one face.
        design: One of `DESIGNS`, or its name.
        seed: Of the small accidents of hand-drawn lines.
        name: What the character is called.
        clothes: Colour of the clothes in the photo, ``#rrggbb``, where it is known.

    Raises:
        PyojeongError: When there is no such design.
    """
    if isinstance(design, str):
        design = design_of(Character(design))
    space = design.space
    guesses = [*_sliders(space, traits), *_options(space, traits), *_clothes(space, clothes), *_garment(space)]
    guesses += _person_colours(space, traits) if is_person(design) else creature_colours(space, traits)
    chosen = {guess.name: guess.value for guess in guesses}
    character = Character(design.name, name, chosen, seed, drawn_from_photo=True)
    return Likeness(character, tuple(guesses), traits.remarks)


def _sliders(space: Space, traits: Traits) -> Iterator[Guess]:
    rules = PEOPLE if "face-width" in space else CREATURES
    for slider in space.sliders:
        if slider.name in rules:
            yield Guess(slider.name, slider_value(slider, rules[slider.name], traits), traits.shape.certainty)


def _options(space: Space, traits: Traits) -> Iterator[Guess]:
    if isinstance(styles := _of(space, "hair-style"), Choice):
        yield from _hair(space, styles, traits)
    if isinstance(worn := _of(space, "glasses"), Choice):
        yield heads.glasses(worn, traits)
    if isinstance(bearded := _of(space, "beard"), Choice):
        yield heads.beard(bearded, traits)


def _hair(space: Space, styles: Choice, traits: Traits) -> Iterator[Guess]:
    """Style, parting, sliders, and what the outline has beyond them."""
    style, sliders = heads.hair_style(styles, traits), {one.name: one for one in space.sliders}
    guesses = [style, *heads.hair_sliders(sliders, str(style.value), traits)]
    if isinstance(side := _of(space, "parting"), Choice) and (parted := heads.parting(side, traits)):
        guesses.append(parted)
    yield from guesses
    if "parting" in space:
        chosen = {guess.name: guess.value for guess in guesses}
        yield from heads.hair_bulges(sliders, hair_chosen(Choices(space, chosen)), traits)


def _person_colours(space: Space, traits: Traits) -> Iterator[Guess]:
    known = Remark.NO_COLOUR not in traits.remarks
    hair = heads.hair_colour(traits)
    found: dict[str, tuple[str | None, float]] = {
        "skin": (drawn_skin(traits.skin.colour, hue_known=known), traits.skin.certainty),
        "hair-colour": (_as_hair(hair, known), 0.3 if heads.bare_crown(traits) else traits.hair.certainty),
        "hair": (_as_hair(hair, known), 0.3 if heads.bare_crown(traits) else traits.hair.certainty),
        "brow-colour": (_as_hair(traits.brows.colour or hair, known), traits.brows.certainty),
        "beard-colour": (_as_hair(traits.beard.colour or hair, known), max(ASKED_BELOW, traits.beard.certainty)),
        "glasses-colour": (_frames(traits, known), traits.glasses.certainty),
        "iris": (eye_colour(traits), traits.eyes.certainty),
    }
    for name, (colour, certainty) in found.items():
        if colour is not None and isinstance(_of(space, name), Swatch):
            yield Guess(name, colour, certainty if known else min(certainty, 0.2), _nearby(name, colour))


def _nearby(name: str, colour: str) -> tuple[str, ...]:
    """A lighter and a darker skin: a dim photo looks like one of dark skin, and the other way round."""
    if name != "skin":
        return ()
    return tuple(other for other in (lighter(colour, by) for by in (9.0, -9.0)) if other != colour)


def _as_hair(colour: str | None, known: bool) -> str | None:
    return None if colour is None else drawn_hair(colour, hue_known=known)


def _frames(traits: Traits, known: bool) -> str | None:
    """The frames, dark enough to be seen on the drawn skin: thin ones measure half skin."""
    colour = traits.glasses.colour
    return None if colour is None else seen_on(colour, drawn_skin(traits.skin.colour, hue_known=known), _FRAMES_SEEN)


def _clothes(space: Space, colour: str | None) -> Iterator[Guess]:
    for name in _CLOTHES if colour is not None else ():
        if isinstance(_of(space, name), Swatch):
            yield Guess(name, drawn_cloth(str(colour)), _CLOTHES_CERTAINTY)


def _garment(space: Space) -> Iterator[Guess]:
    """What says nothing of the wearer, where the design's own clothes would."""
    worn = _of(space, "clothes")
    kinds = [option.name for option in worn.options] if isinstance(worn, Choice) else []
    if _PLAIN in kinds and kinds[0] in _WITH_A_TIE:
        yield Guess("clothes", _PLAIN, ASKED_BELOW, tuple(kind for kind in kinds if kind != _PLAIN))


def _of(space: Space, name: str) -> Slider | Swatch | Choice | None:
    if name not in space:
        return None
    return space[name]
