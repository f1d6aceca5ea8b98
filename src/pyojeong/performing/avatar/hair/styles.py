"""The library: what each hair style is, in centimetres and ways of combing; the meshes are grown from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType

from pyojeong.performing.avatar.hair.strands import Wave


class Comb(str, Enum):
    """Which way the hair lies."""

    WHORL = "whorl"
    PARTED = "parted"
    BACK = "back"
    FORWARD = "forward"
    UP = "up"
    TIED = "tied"


@dataclass(frozen=True, slots=True)
class Tie:
    """Where tied hair meets, and what hangs or sits there.

    Attributes:
        y_cm, z_cm: Of the knot, behind the head or on it.
        tail_cm: Length of the tail; 0 for none.
        bun_cm: Radius of a bun; 0 for none.
    """

    y_cm: float
    z_cm: float
    tail_cm: float = 0.0
    bun_cm: float = 0.0


@dataclass(frozen=True, slots=True)
class Style:
    """One way to wear hair.

    Attributes:
        korean: Its name; the English one is its key.
        top_cm, side_cm, back_cm: Lengths of strands by where they grow.
        fringe_cm: Length of those that fall over the forehead; 0 for none.
        lift_top_cm, lift_side_cm: How far the hair stands off the skull.
        comb: Which way it lies.
        wave_cm: How far strands swing to either side.
        wavelength_cm: Over which length they do.
        tie: Where it is tied, or None.
        wave: How the hairs of its picture run.
        ends_y_cm: Height below which nothing hangs: what makes a straight lower edge.
        fluff: How unruly, in [0, 1].
    """

    korean: str
    top_cm: float
    side_cm: float
    back_cm: float
    fringe_cm: float = 0.0
    lift_top_cm: float = 1.2
    lift_side_cm: float = 0.6
    comb: Comb = Comb.WHORL
    wave_cm: float = 0.0
    wavelength_cm: float = 6.0
    tie: Tie | None = None
    wave: Wave = Wave.STRAIGHT
    ends_y_cm: float = -30.0
    fluff: float = 0.3

    def __post_init__(self) -> None:
        if min(self.top_cm, self.side_cm, self.back_cm, self.fringe_cm, self.lift_top_cm, self.lift_side_cm) < 0:
            raise ValueError(f"lengths must be 0 or more, but got {self!r}")

    def lifted(self, share: float) -> Style:
        """The same style standing off the skull by ``share`` of what is usual for it."""
        return replace(self, lift_top_cm=share * self.lift_top_cm, lift_side_cm=share * self.lift_side_cm)

    @property
    def covers_ears(self) -> bool:
        """Whether it hangs over the ears instead of ending above them or going behind."""
        return self.tie is None and self.side_cm > 8

    @property
    def is_bare(self) -> bool:
        """Whether nothing grows."""
        return max(self.top_cm, self.side_cm, self.back_cm) == 0


#: Lengths and lifts were set by eye on the template's head, front, side and back.
STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "bald": Style("민머리", 0, 0, 0),
        "receding": Style("이마가 넓은 머리", 2.6, 1.9, 2.2, lift_top_cm=0.8, lift_side_cm=0.5),
        "buzz": Style("삭발에 가까운 머리", 0.9, 0.8, 0.8, lift_top_cm=0.35, lift_side_cm=0.25),
        "short-straight": Style(
            "짧은 생머리", 4.2, 2.8, 3.2, lift_top_cm=1.9, lift_side_cm=0.8, comb=Comb.UP, fluff=0.4
        ),
        "short-curly": Style(
            "짧은 곱슬머리",
            top_cm=5.0,
            side_cm=4.0,
            back_cm=4.0,
            fringe_cm=2.5,
            lift_top_cm=2.2,
            lift_side_cm=1.4,
            wave_cm=0.5,
            wavelength_cm=2.2,
            wave=Wave.CURLY,
            fluff=0.7,
        ),
        "side-part": Style(
            "가르마 머리", 8.5, 4.0, 4.5, lift_top_cm=1.8, lift_side_cm=0.8, comb=Comb.PARTED, fluff=0.15
        ),
        "fringe": Style("앞머리 있는 짧은 머리", 7.0, 5.0, 5.5, 5.4, 1.6, 1.0, comb=Comb.FORWARD),
        "quiff": Style("올린 머리", 6.5, 2.6, 3.0, lift_top_cm=3.0, lift_side_cm=0.6, comb=Comb.UP, fluff=0.35),
        "swept-back": Style("넘긴 머리", 12.0, 7.0, 6.0, lift_top_cm=1.0, lift_side_cm=0.5, comb=Comb.BACK, fluff=0.08),
        "two-block": Style("투블록", 8.0, 1.2, 1.8, 5.6, 1.8, 0.35, comb=Comb.FORWARD, fluff=0.25),
        "mohawk": Style("모히칸", 5.0, 0.5, 1.0, lift_top_cm=4.2, lift_side_cm=0.2, comb=Comb.UP),
        "afro": Style(
            "아프로",
            top_cm=6.0,
            side_cm=5.5,
            back_cm=5.5,
            lift_top_cm=4.6,
            lift_side_cm=3.6,
            wave_cm=0.6,
            wavelength_cm=2.4,
            wave=Wave.CURLY,
            fluff=0.9,
            ends_y_cm=-5.0,
        ),
        "bob": Style(
            "단발", 20, 16, 17, lift_top_cm=1.6, lift_side_cm=1.3, comb=Comb.PARTED, ends_y_cm=-8.0, fluff=0.12
        ),
        "bob-fringe": Style(
            "앞머리 있는 단발",
            top_cm=20,
            side_cm=16,
            back_cm=17,
            fringe_cm=6.0,
            lift_top_cm=1.6,
            lift_side_cm=1.4,
            comb=Comb.PARTED,
            ends_y_cm=-8.2,
            fluff=0.1,
        ),
        "medium": Style(
            "어깨에 닿는 머리",
            top_cm=26,
            side_cm=22,
            back_cm=22,
            lift_top_cm=1.6,
            lift_side_cm=1.3,
            comb=Comb.PARTED,
            wave_cm=0.2,
            wavelength_cm=9.0,
            ends_y_cm=-13.0,
            fluff=0.15,
        ),
        "long-straight": Style("긴 생머리", 36, 30, 30, lift_top_cm=1.4, lift_side_cm=1.1, comb=Comb.PARTED, fluff=0.1),
        "long-fringe": Style("앞머리 있는 긴 머리", 36, 30, 30, 6.0, 1.5, 1.2, comb=Comb.PARTED, fluff=0.1),
        "long-wavy": Style(
            "긴 웨이브 머리",
            top_cm=34,
            side_cm=29,
            back_cm=29,
            lift_top_cm=1.9,
            lift_side_cm=1.8,
            comb=Comb.PARTED,
            wave_cm=0.55,
            wavelength_cm=12.0,
            wave=Wave.WAVY,
        ),
        "long-curly": Style(
            "긴 곱슬머리",
            top_cm=28,
            side_cm=25,
            back_cm=25,
            lift_top_cm=2.6,
            lift_side_cm=2.8,
            comb=Comb.PARTED,
            wave_cm=0.7,
            wavelength_cm=8.0,
            wave=Wave.CURLY,
            fluff=0.7,
        ),
        "tied": Style(
            "묶은 머리",
            top_cm=22,
            side_cm=20,
            back_cm=14,
            lift_top_cm=0.8,
            lift_side_cm=0.45,
            comb=Comb.TIED,
            tie=Tie(1.5, -9.6, 18.0),
            fluff=0.15,
        ),
        "ponytail": Style(
            "포니테일",
            top_cm=22,
            side_cm=22,
            back_cm=20,
            lift_top_cm=0.8,
            lift_side_cm=0.45,
            comb=Comb.TIED,
            tie=Tie(9.5, -9.6, 24.0),
            fluff=0.15,
        ),
        "bun": Style(
            "올림머리",
            top_cm=22,
            side_cm=22,
            back_cm=20,
            lift_top_cm=0.8,
            lift_side_cm=0.5,
            comb=Comb.TIED,
            tie=Tie(11.6, -8.4, bun_cm=2.9),
            fluff=0.15,
        ),
    }
)
