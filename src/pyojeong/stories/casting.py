"""Who plays whom when nobody said: by the names of the speakers, each one different from the others."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from pyojeong.performing.character import DESIGNS
from pyojeong.performing.character.space import Swatch
from pyojeong.performing.voice.speaking import Voice
from pyojeong.stories.cast import Company, Looks, Part

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

NARRATOR_VOICE = "narae"
#: Semitones a second speaker with the same voice is moved, a third, and so on.
_MOVED = (0.0, 2.0, -2.0, 3.5, -3.5)
#: Swatches that make a second one of a design somebody else, in this order.
_TOLD_BY = ("clothes-colour", "hair-colour", "coat", "body", "fur", "skin-colour")


def cast_by_name(speakers: Sequence[str]) -> Company:
    """A part for every speaker.

    >>> company = cast_by_name(["호랑이", "어머니", "오빠", "누이동생"])
    >>> [part.source for part in company.parts.values()], company.parts["호랑이"].voice.name
    (['inkbrush', 'chibi', 'chibi', 'chibi'], 'beom')
    """
    designs: Counter[str] = Counter()
    voices: Counter[str] = Counter()
    parts: dict[str, Part] = {}
    for speaker in speakers:
        entry = _entry(speaker)
        design = min(entry["designs"], key=lambda name: designs[name])
        voice = str(entry["voice"])
        pitch = float(entry.get("pitch", 0.0)) + _MOVED[voices[voice] % len(_MOVED)]
        chosen = _chosen(design, entry.get("chosen", {}), parts.values(), designs[design])
        parts[speaker] = Part(Looks.CHARACTER, design, Voice(voice, pitch), speaker, chosen)
        designs[design] += 1
        voices[voice] += 1
    return Company(Part(Looks.UNSEEN, "", Voice(NARRATOR_VOICE)), parts)


def _entry(speaker: str) -> Mapping[str, Any]:
    """The entry whose longest word the name ends with; else the one whose longest word it holds; else the last."""
    name = "".join(speaker.split()).removesuffix("님")
    best: tuple[int, int, Mapping[str, Any]] | None = None
    for entry in _entries():
        for word in entry["words"]:
            bare = word.removesuffix("님")
            if word and bare in name and (len(bare) > 1 or name == bare):
                found = (int(name.endswith(bare)), len(bare), entry)
                if best is None or found[:2] > best[:2]:
                    best = found
    return best[2] if best else _entries()[-1]


def _chosen(design: str, wished: Mapping[str, Any], parts: Any, used: int) -> dict[str, float | str]:
    """What the design offers of the wishes; another colour for one that would look like somebody before."""
    space = DESIGNS[design].space
    chosen = {name: value for name, value in wished.items() if name in space}
    if not used or not any(part.source == design and dict(part.chosen) == chosen for part in parts):
        return chosen
    for name in _TOLD_BY:
        if name not in space:
            continue
        swatch = space[name]
        if isinstance(swatch, Swatch):
            colours = [colour for colour in (swatch.rest, *swatch.others) if colour != chosen.get(name)]
            chosen[name] = colours[used % len(colours)]
            break
    return chosen


@cache
def _entries() -> tuple[Mapping[str, Any], ...]:
    return tuple(tomllib.loads(files(__package__).joinpath("casting.toml").read_text("utf-8"))["entry"])
