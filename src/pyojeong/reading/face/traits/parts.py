"""What is measured of a face, part by part. Left and right are the viewer's; colours are sRGB ``#rrggbb``."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

RAYS = 36
"""Radii of an outline: every 10°, the first straight up, then clockwise as the viewer sees it."""
MOST_Z = 4.0
_COLOUR = re.compile("#[0-9a-f]{6}")


class HairLength(str, Enum):
    """How far the hair comes down."""

    NONE = "none"
    SHORT = "short"
    CHIN = "chin"
    SHOULDER = "shoulder"
    LONG = "long"


class Parting(str, Enum):
    """Where the hair is parted, as the viewer sees it."""

    NONE = "none"
    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


class GlassesKind(str, Enum):
    """The form of the frames."""

    NONE = "none"
    ROUND = "round"
    SQUARE = "square"


class BeardKind(str, Enum):
    """Where and how thick a beard grows."""

    NONE = "none"
    STUBBLE = "stubble"
    MOUSTACHE = "moustache"
    GOATEE = "goatee"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Shape:
    """Ratios of the face against a population, and its outline.

    Attributes:
        z: Name of a ratio → standard deviations from the mean of `population`, within ±`MOST_Z`.
        outline: `RAYS` radii of the face's oval with the mouth shut, in half widths of the mean face.
        certainty: [0, 1]; falls when the head is turned.
    """

    z: Mapping[str, float]
    outline: tuple[float, ...]
    certainty: float

    def __post_init__(self) -> None:
        if not all(math.isfinite(v) and abs(v) <= MOST_Z for v in self.z.values()):
            raise ValueError(f"z must be within ±{MOST_Z}, but got {dict(self.z)}")
        object.__setattr__(self, "z", MappingProxyType(dict(self.z)))
        _check_rays("outline", self.outline)
        _check_share("certainty", self.certainty)


@dataclass(frozen=True, slots=True)
class Skin:
    """The skin's colour.

    Attributes:
        colour: After white balance.
        as_photographed: Before.
        certainty: [0, 1]; falls in dark, coloured or one-sided light.
    """

    colour: str
    as_photographed: str
    certainty: float

    def __post_init__(self) -> None:
        _check_colour(self.colour, self.as_photographed)
        _check_share("certainty", self.certainty)


@dataclass(frozen=True, slots=True)
class Hair:
    """The hair on the head.

    Attributes:
        present: Whether there is any to draw.
        colour: White-balanced; None without hair.
        length: How far it comes down.
        volume: How far it stands off the skull at the top and sides, in half widths of the mean face.
        outline: `RAYS` radii of head and hair around the face's centre, in half widths of the mean face.
        outline_seen: For each radius, False where the picture's border cut it and its neighbours stand in.
        fringe: Share of the forehead's left, middle and right third under hair, each [0, 1].
        parting: Where the hair is parted.
        curl: From straight 0 to tight curls 1.
        styles: Names of `hair_styles` → share, the likeliest first; sums to 1.
        certainty: [0, 1], of the whole.
    """

    present: bool
    colour: str | None
    length: HairLength
    volume: float
    outline: tuple[float, ...]
    outline_seen: tuple[bool, ...]
    fringe: tuple[float, float, float]
    parting: Parting
    curl: float
    styles: Mapping[str, float]
    certainty: float

    def __post_init__(self) -> None:
        if self.present != (self.colour is not None):
            raise ValueError(f"a colour belongs to hair that is present, but got {self.present} with {self.colour}")
        if self.colour is not None:
            _check_colour(self.colour)
        _check_rays("outline", self.outline)
        if len(self.outline_seen) != RAYS:
            raise ValueError(f"outline_seen must have {RAYS} entries, but got {len(self.outline_seen)}")
        for share in (*self.fringe, self.curl, self.certainty, *self.styles.values()):
            _check_share("fringe, curl, styles and certainty", share)
        if not self.styles:
            raise ValueError("styles must name at least one style, but is empty")
        object.__setattr__(self, "styles", MappingProxyType(dict(self.styles)))

    @property
    def style(self) -> str:
        """The likeliest style."""
        return max(self.styles, key=lambda name: self.styles[name])


@dataclass(frozen=True, slots=True)
class Brows:
    """The brows at rest.

    Attributes:
        thickness: Standard deviations from the mean.
        tilt_degrees: Positive when the outer ends are higher.
        arch: Height of the bend above the line between the ends, in lengths of the brow.
        colour: White-balanced; None where they could not be told from the skin.
        certainty: [0, 1].
    """

    thickness: float
    tilt_degrees: float
    arch: float
    colour: str | None
    certainty: float

    def __post_init__(self) -> None:
        _check_finite(self.thickness, self.tilt_degrees, self.arch)
        if self.colour is not None:
            _check_colour(self.colour)
        _check_share("certainty", self.certainty)


@dataclass(frozen=True, slots=True)
class Eyes:
    """The eyes; ``iris`` is None where they are shut, dark or hidden.

    Attributes:
        size: Width, standard deviations from the mean.
        openness: Height of the opening against its width, standard deviations from the mean.
        distance: Standard deviations from the mean.
        tilt_degrees: Positive when the outer corners are higher.
        iris: White-balanced colour.
        certainty: [0, 1], of the iris's colour.
    """

    size: float
    openness: float
    distance: float
    tilt_degrees: float
    iris: str | None
    certainty: float

    def __post_init__(self) -> None:
        _check_finite(self.size, self.openness, self.distance, self.tilt_degrees)
        if self.iris is not None:
            _check_colour(self.iris)
        _check_share("certainty", self.certainty)


@dataclass(frozen=True, slots=True)
class Glasses:
    """Glasses, or none.

    Attributes:
        kind: The frames' form; round against square is hard to tell, see ``form_certainty``.
        colour: Of the frames; None without glasses.
        tinted: Whether the lenses are dark.
        certainty: [0, 1], of there being glasses, or none.
        form_certainty: [0, 1], of round or square; 0 without glasses.
    """

    kind: GlassesKind
    colour: str | None
    tinted: bool
    certainty: float
    form_certainty: float = 0.0

    def __post_init__(self) -> None:
        if (self.kind is GlassesKind.NONE) != (self.colour is None):
            raise ValueError(f"a colour belongs to glasses, but got {self.kind} with {self.colour}")
        if self.colour is not None:
            _check_colour(self.colour)
        _check_share("certainty", self.certainty)
        _check_share("form_certainty", self.form_certainty)


@dataclass(frozen=True, slots=True)
class Beard:
    """A beard; ``colour`` is None without one. ``certainty`` is of there being one, or none; its kind is less sure."""

    kind: BeardKind
    colour: str | None
    certainty: float

    def __post_init__(self) -> None:
        if (self.kind is BeardKind.NONE) != (self.colour is None):
            raise ValueError(f"a colour belongs to a beard, but got {self.kind} with {self.colour}")
        if self.colour is not None:
            _check_colour(self.colour)
        _check_share("certainty", self.certainty)


@dataclass(frozen=True, slots=True)
class Lips:
    """The lips: fullness in standard deviations from the mean, colour white-balanced."""

    fullness: float
    colour: str
    certainty: float

    def __post_init__(self) -> None:
        _check_finite(self.fullness)
        _check_colour(self.colour)
        _check_share("certainty", self.certainty)


def _check_share(name: str, value: float) -> None:
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{name} must be in [0, 1], but got {value!r}")


def _check_finite(*values: float) -> None:
    if not all(map(math.isfinite, values)):
        raise ValueError(f"measures must be finite, but got {values!r}")


def _check_colour(*colours: str) -> None:
    for colour in colours:
        if not _COLOUR.fullmatch(colour):
            raise ValueError(f"colour must be #rrggbb in lower case, but got {colour!r}")


def _check_rays(name: str, radii: tuple[float, ...]) -> None:
    if len(radii) != RAYS or not all(math.isfinite(r) and r >= 0 for r in radii):
        raise ValueError(f"{name} must be {RAYS} finite radii of at least 0, but got {radii!r}")
