"""How near characters of one person's photos lie, and how far those of two people, in what may be chosen of a design.

Every slider counts in lengths of its range, every colour in ΔE*ab 40, every choice as 0 or 1; distances are root mean
squares over all names, the seed left out. Also told: how often a photo's character lies nearest to the one of the same
person, among all people. A distance statistic: the product compares nobody with anybody.

Run: ``python -m benchmarks.character_consistency FILE… [--designs=chibi,…]`` on files of
`pyojeong.lab.character_photos`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab.character_photos import Person, people_in
from pyojeong.performing.character import DESIGNS, Character, Choice, Choices, Slider, Space
from pyojeong.reading.face.traits.colours import lab_of_rgb, rgb_of
from pyojeong.reading.face.traits.traits import Traits
from pyojeong.stickers.likeness import character_of

KINDS = ("reframed", "relit", "performed")
_COLOUR = 40.0
"""ΔE*ab that counts as much as the whole range of a slider: light brown hair from dark brown."""
Floats = NDArray[np.float64]


def place_of(character: Character, space: Space, names: Sequence[str]) -> Floats:
    """The character as numbers; distances of two are root mean squares over names."""
    choices = Choices(space, character.chosen)
    parts: list[float] = []
    for name in names:
        item = space[name]
        if isinstance(item, Slider):
            parts.append((choices.number(name) - item.low) / (item.high - item.low))
        elif isinstance(item, Choice):
            parts += [(choices.option(name) == option.name) / 2**0.5 for option in item.options]
        else:
            parts += list(lab_of_rgb(rgb_of(choices.colour(name))) / _COLOUR)
    return np.asarray(np.array(parts) / len(names) ** 0.5, np.float64)


def told(people: Sequence[Person], design: str) -> dict[str, object]:
    """Mean distances, and shares nearest to their own."""
    space = DESIGNS[design].space

    def placed(traits: Traits) -> Floats:
        return place_of(character_of(traits, design).character, space, names)

    names = sorted({guess.name for person in people for guess in character_of(person.base, design).guesses})
    bases = np.array([placed(person.base) for person in people])
    between = np.linalg.norm(bases[:, None] - bases[None], axis=2)
    apart = float(between[~np.eye(len(bases), dtype=bool)].mean())
    rows: dict[str, object] = {"names": len(names), "people": len(people), "between": round(apart, 3)}
    for kind in KINDS:
        own = [n for n, person in enumerate(people) if kind in person.variants]
        seen = np.array([placed(people[n].variants[kind]) for n in own])
        far = np.linalg.norm(seen[:, None] - bases[None], axis=2)
        same = float(far[np.arange(len(own)), own].mean())
        nearest = float((far.argmin(1) == np.array(own)).mean())
        rows[kind] = {"photos": len(own), "within": round(same, 3), "share": round(same / apart, 3)}
        rows[kind] |= {"nearest to its own": round(nearest, 3)}  # type: ignore[operator]
    return rows


def main(arguments: list[str]) -> None:
    """Print a table per design."""
    options = dict(a.removeprefix("--").split("=") for a in arguments if a.startswith("--"))
    people = [person for a in arguments if not a.startswith("--") for person in people_in(Path(a))]
    designs = options.get("designs", ",".join(DESIGNS)).split(",")
    print(json.dumps({design: told(people, design) for design in designs}, indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
