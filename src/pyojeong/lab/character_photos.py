"""Traits of generated people and of other photos of the same people, kept as documents for measuring characters.

Run: ``python -m pyojeong.lab.character_photos FOLDER… --out=FILE [--people=N] [--part=K/N] [--acting=N]``
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pyojeong.lab.traits_consistency import performed, reframed, relit
from pyojeong.media.image import Image
from pyojeong.media.opening import open_image
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.traits.measuring import measure_traits
from pyojeong.reading.face.traits.traits import Traits


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """One picture's traits, and those of its variants by kind (``reframed``, ``relit``, ``performed``)."""

    name: str
    base: Traits
    variants: Mapping[str, Traits]


def people_in(file: Path) -> Iterator[Person]:
    """The people a run has written into ``file``, a line each."""
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        variants = {kind: Traits.from_json(document) for kind, document in row["variants"].items()}
        yield Person(row["name"], Traits.from_json(row["base"]), variants)


def main(arguments: list[str]) -> None:
    """Measure a share of the people."""
    options = dict(a.removeprefix("--").split("=") for a in arguments if a.startswith("--"))
    part, parts = (int(n) for n in options.get("part", "0/1").split("/"))
    acting, finder = int(options.get("acting", "3")), FaceFinder()
    found: dict[str, Path] = {}
    for folder in (Path(a) for a in arguments if not a.startswith("--")):
        paths = sorted(folder.glob("*.jpg"))
        order = np.random.default_rng(1).permutation(len(paths))[: int(options.get("people", "110"))]
        found |= {paths[i].name.lower(): paths[i] for i in order}  # some pictures are in two sets
    with Path(options["out"]).open("w", encoding="utf-8") as out:
        for number, path in enumerate(list(found.values())[part::parts]):
            row = _measured(path, finder, acts=number % acting == 0)
            if row is not None:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                out.flush()


def _measured(path: Path, finder: FaceFinder, *, acts: bool) -> dict[str, object] | None:
    rng, image = np.random.default_rng(zlib.crc32(path.name.encode())), open_image(path)
    faces = finder.find(image)[:1]
    if not faces:
        return None
    pictures: dict[str, Image] = {"reframed": reframed(image, rng), "relit": relit(image, rng)}
    if acts:
        pictures["performed"] = performed(image, faces[0], rng)
    variants = {}
    for kind, picture in pictures.items():
        for again in finder.find(picture)[:1]:
            variants[kind] = measure_traits(picture, again).to_json()
    return {"name": path.name, "base": measure_traits(image, faces[0]).to_json(), "variants": variants}


if __name__ == "__main__":
    main(sys.argv[1:])
