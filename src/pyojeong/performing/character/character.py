"""One character: a design and what was chosen about it. Plain data, written as ``pyojeong.character/1``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pyojeong.media.drawing.nodes import checked_colour
from pyojeong.performing.character.space import Choice, Slider, Space, Swatch

FORMAT = "pyojeong.character/1"
Chosen = Mapping[str, "float | str"]


@dataclass(frozen=True, slots=True)
class Character:
    """A design and the choices that differ from its rest.

    Attributes:
        design: Name of the design.
        name: What its maker calls it; may be empty.
        chosen: Slider → number, swatch → ``#rrggbb``, choice → option; what is missing is at rest.
        seed: Which of the small accidents of hand-drawn lines.
        drawn_from_photo: Whether a photo of a person gave the choices; a pack's declaration says so.
    """

    design: str
    name: str = ""
    chosen: Chosen = field(default_factory=dict)
    seed: int = 0
    drawn_from_photo: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "chosen", MappingProxyType(dict(self.chosen)))

    def __hash__(self) -> int:
        return hash((self.design, self.name, tuple(sorted(self.chosen.items())), self.seed, self.drawn_from_photo))

    def with_chosen(self, **chosen: float | str) -> Character:
        """The same character with other choices."""
        return replace(self, chosen={**self.chosen, **chosen})

    def to_dict(self) -> dict[str, object]:
        """The document `from_dict` reads."""
        return {
            "format": FORMAT,
            "design": self.design,
            "name": self.name,
            "chosen": dict(sorted(self.chosen.items())),
            "seed": self.seed,
            "drawn_from_photo": self.drawn_from_photo,
        }


@dataclass(frozen=True, slots=True)
class Choices:
    """A character's choices beside what rests: every name of the space has a value.

    >>> space = Space(sliders=(Slider("ears", "귀 크기", "Ear size", 0.5, 2.0, 1.0),))
    >>> choices = Choices(space, {"ears": 1.4})
    >>> choices.number("ears")
    1.4
    """

    space: Space
    chosen: Chosen

    def __post_init__(self) -> None:
        for name, value in self.chosen.items():
            check_choice(self.space, name, value)

    def number(self, name: str) -> float:
        """A slider's value."""
        slider = self.space[name]
        assert isinstance(slider, Slider), name
        return float(self.chosen.get(name, slider.rest))

    def colour(self, name: str) -> str:
        """A swatch's colour."""
        swatch = self.space[name]
        assert isinstance(swatch, Swatch), name
        return str(self.chosen.get(name, swatch.rest))

    def option(self, name: str) -> str:
        """Which option of a choice."""
        choice = self.space[name]
        assert isinstance(choice, Choice), name
        return str(self.chosen.get(name, choice.options[0].name))


def check_choice(space: Space, name: str, value: float | str) -> None:
    """Nothing, when ``value`` may be chosen for ``name``.

    Raises:
        ValueError: With what may be chosen.
    """
    if name not in space:
        raise ValueError(f"choice must be one of {', '.join(space.names)}, but got {name!r}")
    item = space[name]
    if isinstance(item, Swatch):
        checked_colour(str(value))
    elif isinstance(item, Choice):
        names = [option.name for option in item.options]
        if value not in names:
            raise ValueError(f"{name} must be one of {', '.join(names)}, but got {value!r}")
    elif isinstance(value, str) or not item.low <= value <= item.high:
        raise ValueError(f"{name} must be in [{item.low}, {item.high}], but got {value!r}")
