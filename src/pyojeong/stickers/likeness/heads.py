"""Hair, beard and glasses of a photo as options of a design."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from types import MappingProxyType

from pyojeong.performing.character.space import Choice, Slider
from pyojeong.performing.character.wear.people import BULGES, Hair, Outline, bulging, outer_edge
from pyojeong.reading.face.traits.colours import Floats, difference, lab_of_rgb, rgb_of
from pyojeong.reading.face.traits.frame import HALF_WIDTH_CM
from pyojeong.reading.face.traits.hair_styles import HAIR_STYLES
from pyojeong.reading.face.traits.parts import BeardKind, GlassesKind, HairLength, Parting
from pyojeong.reading.face.traits.remarks import Remark
from pyojeong.reading.face.traits.traits import Traits
from pyojeong.stickers.likeness.likeness import ASKED_BELOW, Guess
from pyojeong.stickers.likeness.sliders import placed

GLASSES_FROM = 0.55
"""Certainty from which glasses are drawn: all of 95 test faces were right at any, so a coin's toss is left out only."""
STUBBLE_FROM, BEARD_FROM = 0.6, 0.72
"""Certainty of there being a beard from which stubble, and a large beard, is drawn. In folds 38 of 53 large beards are
drawn large and 49 as some beard; of 373 shaven faces 4 get a large one and 25 stubble."""
_LARGE = (BeardKind.MOUSTACHE, BeardKind.GOATEE, BeardKind.FULL)
_OF_KIND = 0.78
"""Share of the large beards told as large whose kind is right, in folds."""
_SKINLIKE = 17.0
"""ΔE*ab from the skin under which hair is taken for a bare crown: of 38 portraits two, both with thin white hair."""
_BARE = frozenset({"bald", "receding", "buzz"})
"""Styles of which one must be among the likeliest for a crown to be bare, unless its colour is the skin itself:"""
_SKIN_ITSELF = 11.0
_CROPPED = 0.46
"""Share the bare styles have together from which one of them is drawn, though another style be likelier than each: in
folds 25 of 37 such heads are bare; from .42 on 30 of 44, from .5 on 21 of 32."""
_DARKER = 7.0
"""L* by which hair that is darker than the skin is hair after all: cropped fair hair in the shade."""
THIN = "#b5b1ae"
"""Thin hair over a bare crown, whose own colour cannot be measured."""
_DARING: Mapping[str, float] = MappingProxyType(
    {
        **{"bun": 0.5, "mohawk": 0.4, "tied": 0.6, "two-block": 0.8},
        **{"bald": 0.6, "buzz": 0.5, "receding": 0.8, "short-curly": 0.7},
        **{"quiff": 0.7, "medium": 0.8},
    }
)
"""What hurts most when it is wrong is drawn only when it is clearly likeliest. Bald heads whose hair is not seen at all
are not weighed by it. Quiffs and hair to the shoulders lie next to short and to long straight hair, which another photo
of the same person shows: weighed, the style is right for 58 instead of 57 % and changes in 17 instead of 18 % of turned
and shrunk photos, in folds."""
_RIGHT_BY_SHARE, _RIGHT_AT_NONE = 4.04, -1.66
"""Log odds of the drawn style being right, by its share: fitted in five folds over 487 labelled faces, of which 59 %
are right; under a share of .41 half are, and the person is asked: a quarter of them."""
_WORN_UP = frozenset({"tied", "bun"})
_UP_BEHIND = 0.28
"""Of beardless faces that short straight hair is drawn for, in folds, the share whose hair is worn up (34 of 123; of
bearded ones 4 of 69): from the front both lie close to the head."""
_VOLUME_SPREAD, _FRINGE_SPREAD = 0.22, 0.30
"""By how much volume (half widths of the face) and covered forehead differ within a style, to a slider's end."""
_MET = 0.7
"""How far the drawn outline goes to meet the measured one: further, and every miss of the mask is drawn."""
_LEAST_BULGE: Mapping[str, float] = MappingProxyType(
    {"hair-top": -0.12, "hair-temple": -0.12, "hair-side": -0.18, "hair-low": -0.2}
)
"""Less hair than that shows the skull, or threads of hair beside the face; but beside the jaw styles are drawn half as
far out again as 65 such heads of hair were measured."""
_LOPSIDED: Mapping[str, float] = MappingProxyType(
    {"hair-top": 0.8, "hair-temple": 0.6, "hair-side": 0.35, "hair-low": 0.2}
)
"""How much of the difference of both sides is drawn: low down it is more often the head's turn than the hair's."""
_LENGTHS: Mapping[str, HairLength] = MappingProxyType(
    {
        **dict.fromkeys(("bob", "bob-fringe"), HairLength.CHIN),
        "medium": HairLength.SHOULDER,
        **dict.fromkeys(("long-straight", "long-fringe", "long-wavy", "long-curly"), HairLength.LONG),
    }
)
"""How far a style comes down as it is drawn."""
_COARSER: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("fringe", "two-block", "buzz", "receding", "short-straight", "tied"), "short"),
        **dict.fromkeys(("short-curly", "afro", "long-curly"), "curly"),
        **dict.fromkeys(("medium", "long-straight", "long-fringe", "long-wavy"), "long"),
        "side-part": "parted",
        "quiff": "spiky",
        "bob-fringe": "bob",
    }
)
"""What designs with few styles call the others."""
_ORDER = (HairLength.NONE, HairLength.SHORT, HairLength.CHIN, HairLength.SHOULDER, HairLength.LONG)


def bare_crown(traits: Traits) -> bool:
    """Whether what was measured as hair is of the skin's own colour, hue and all."""
    hair = traits.hair
    if hair.colour is None or hair.length is not HairLength.SHORT:
        return False
    one, other = _lab(hair.colour), _lab(traits.skin.colour)
    near = _SKINLIKE if _BARE & hair.styles.keys() else _SKIN_ITSELF
    return difference(one, other) < near and float(other[0] - one[0]) < _DARKER


def hair_colour(traits: Traits) -> str | None:
    """The hair's colour; a pale grey where the hair's is the crown's skin."""
    return THIN if bare_crown(traits) else traits.hair.colour


def _lab(colour: str) -> Floats:
    return lab_of_rgb(rgb_of(colour))


def hair_style(choice: Choice, traits: Traits) -> Guess:
    """The style nearest to the photo's that the design has, with those next to it."""
    offered = {option.name for option in choice.options}
    cropped = sum(traits.hair.styles.get(name, 0.0) for name in _BARE) >= _CROPPED
    shares: dict[str, float] = {}
    for name, share in traits.hair.styles.items():
        drawn = _drawn_as(name, offered)
        if drawn in offered:
            daring = _DARING.get(name, 1.0) if traits.hair.present and not (cropped and name in _BARE) else 1.0
            shares[drawn] = shares.get(drawn, 0.0) + share * daring
    styles = sorted(shares, key=lambda name: (cropped and name not in _BARE, -shares[name]))
    if bare_crown(traits) and "receding" in offered:
        return Guess(choice.name, "receding", 0.4, tuple(name for name in styles if name != "receding"))
    if not styles:
        return Guess(choice.name, choice.options[0].name, 0.0)
    seen = sum(share for name, share in traits.hair.styles.items() if _drawn_as(name, offered) == styles[0])
    certainty = traits.hair.certainty / (1 + math.exp(-_RIGHT_BY_SHARE * min(1.0, seen) - _RIGHT_AT_NONE))
    if not _may_be_up(traits, styles, offered):
        return Guess(choice.name, styles[0], certainty, tuple(styles[1:]))
    if styles[0] == "short-straight":
        certainty *= 1 - _UP_BEHIND
    return Guess(choice.name, styles[0], certainty, (*styles[1:2], "tied", *styles[2:]))


def _may_be_up(traits: Traits, styles: Sequence[str], offered: Set[str]) -> bool:
    """Whether hair close to a beardless head may be tied at the back, where nothing else says so."""
    is_close = traits.hair.present and traits.hair.length is HairLength.SHORT and styles[0] not in _BARE
    return is_close and "tied" in offered and not _WORN_UP & set(styles) and traits.beard.kind is BeardKind.NONE


def _drawn_as(name: str, offered: Set[str]) -> str:
    """What a design with so many styles calls a style."""
    return name if name in offered else _COARSER.get(name, name)


def parting(choice: Choice, traits: Traits) -> Guess | None:
    """The side of the parting; nothing where the photo shows none."""
    found = traits.hair.parting
    if found not in (Parting.LEFT, Parting.RIGHT) or found.value not in {option.name for option in choice.options}:
        return None
    others = tuple(option.name for option in choice.options if option.name != found.value)
    return Guess(choice.name, found.value, 0.8 * traits.hair.certainty, others)


def hair_sliders(sliders: Mapping[str, Slider], style: str, traits: Traits) -> Iterator[Guess]:
    """Volume, length and fringe against what the style usually has."""
    hair = traits.hair
    if not hair.present or style == "bald" or style not in HAIR_STYLES:
        return
    usual = HAIR_STYLES[style].usual
    shares = {
        "hair-volume": (hair.volume - (max(0, usual.top_cm) + max(0, usual.side_cm)) / 2 / HALF_WIDTH_CM)
        / _VOLUME_SPREAD,
        "fringe": (sum(hair.fringe) / 3 - usual.fringe) / _FRINGE_SPREAD,
    }
    if style in _LENGTHS:
        shares["hair-length"] = 0.5 * (_ORDER.index(hair.length) - _ORDER.index(_LENGTHS[style]))
    if Remark.CROWN_CUT in traits.remarks:
        shares["hair-volume"] *= 0.4
    for name, share in shares.items():
        if name in sliders:
            value = placed(sliders[name], max(-1.0, min(1.0, share)))
            yield Guess(name, value, hair.certainty)


def hair_bulges(sliders: Mapping[str, Slider], hair: Hair, traits: Traits) -> Iterator[Guess]:
    """Where the photo's outline stands further out, or less far, than ``hair`` does as it is drawn."""
    seen = traits.hair
    names = [f"hair-{place}" for place, _ in BULGES]
    lies_on_skull = hair.cut.smooth_hem or not hair.cut.outer
    if not seen.present or bare_crown(traits) or not set(names) <= sliders.keys() or lies_on_skull:
        return
    found = bulging(outer_edge(hair), Outline(seen.outline, _MET))
    shown = [seen.outline_seen[round(degrees / 10) % len(seen.outline_seen)] for _, degrees in BULGES]
    trusted = [share if sure else 0.0 for share, sure in zip(found, shown, strict=True)]
    for name, share, other in zip(names, trusted, trusted[::-1], strict=True):
        level, place = (share + other) / 2, name.removesuffix("-left").removesuffix("-right")
        apart = _LOPSIDED[place] * (share - level)
        yield Guess(name, round(max(_LEAST_BULGE[place], level + apart), 3), seen.certainty)


def glasses(choice: Choice, traits: Traits) -> Guess:
    """Glasses where they are seen; asked where it is a toss of a coin."""
    seen = traits.glasses
    kinds = [option.name for option in choice.options]
    if seen.kind is GlassesKind.NONE:
        return Guess(choice.name, "none", seen.certainty, ("round", "square") if seen.certainty < GLASSES_FROM else ())
    form = "sun" if seen.tinted and "sun" in kinds else seen.kind.value
    others = tuple(kind for kind in ("round", "square") if kind != form)
    if seen.certainty < GLASSES_FROM:
        return Guess(choice.name, "none", min(seen.certainty, ASKED_BELOW - 0.01), (form, *others))
    return Guess(choice.name, form, seen.certainty, (*others, "none"))


def beard(choice: Choice, traits: Traits) -> Guess:
    """A beard where it is sure enough, a doubtful large one as stubble; else none, and the person is asked."""
    seen = traits.beard
    if seen.kind is BeardKind.NONE:
        others = ("stubble",) if seen.certainty < ASKED_BELOW else ()
        return Guess(choice.name, "none", seen.certainty, others)
    kind = seen.kind.value
    large = seen.kind is not BeardKind.STUBBLE
    if seen.certainty >= (BEARD_FROM if large else STUBBLE_FROM):
        kinds = tuple(other.value for other in _LARGE if large and other is not seen.kind)
        return Guess(choice.name, kind, _OF_KIND * seen.certainty if large else seen.certainty, ("none", *kinds))
    if large and seen.certainty >= STUBBLE_FROM:
        return Guess(choice.name, "stubble", ASKED_BELOW - 0.01, (kind, "none"))
    return Guess(choice.name, "none", min(1 - seen.certainty, ASKED_BELOW - 0.01), (kind,))
