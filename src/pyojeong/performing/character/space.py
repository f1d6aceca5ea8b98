"""What can be chosen about a design: sliders, colours and parts, each with its name in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pyojeong.media.drawing.nodes import checked_colour


@dataclass(frozen=True, slots=True)
class Slider:
    """A number: ``rest`` when nothing is said."""

    name: str
    korean: str
    english: str
    low: float
    high: float
    rest: float

    def __post_init__(self) -> None:
        if not self.low <= self.rest <= self.high or self.low == self.high:
            raise ValueError(f"{self.name} must have low <= rest <= high, but got {self.low}, {self.rest}, {self.high}")


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour, with others that suit the design."""

    name: str
    korean: str
    english: str
    rest: str
    others: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for colour in (self.rest, *self.others):
            checked_colour(colour)


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things a `Choice` can be."""

    name: str
    korean: str
    english: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A part of several kinds; the first is worn when nothing is said."""

    name: str
    korean: str
    english: str
    options: tuple[Option, ...]

    def __post_init__(self) -> None:
        names = [option.name for option in self.options]
        if len(names) < 2 or len(set(names)) != len(names):
            raise ValueError(f"{self.name} must have two or more different options, but got {names!r}")


@dataclass(frozen=True, slots=True)
class Space:
    """All that can be chosen about one design."""

    sliders: tuple[Slider, ...] = ()
    swatches: tuple[Swatch, ...] = ()
    choices: tuple[Choice, ...] = ()
    _by_name: Mapping[str, Slider | Swatch | Choice] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        every: list[Slider | Swatch | Choice] = [*self.sliders, *self.swatches, *self.choices]
        named = {item.name: item for item in every}
        if len(named) != len(every):
            raise ValueError(f"names must differ, but got {sorted(item.name for item in every)!r}")
        object.__setattr__(self, "_by_name", MappingProxyType(named))

    def __getitem__(self, name: str) -> Slider | Swatch | Choice:
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, sliders first."""
        return tuple(self._by_name)
