"""How near two photos of one face come in their traits, and how far two faces lie apart.

A distance statistic over generated faces: the product compares nobody with anybody. Photos of one face are made from
one picture: cut, turned, shrunk, relit and saved as JPEG; or performed by our portrait performer with another feeling.

Run: ``python -m pyojeong.lab.traits_consistency FOLDER… [--people=N] [--part=K/N] [--out=FILE]``
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from pyojeong.emotion import Emotion, Mood
from pyojeong.lab.traits_colour import CASTS
from pyojeong.media.face import Face
from pyojeong.media.image import Image
from pyojeong.media.opening import open_image
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.traits.colours import LUMINANCE, encoded, lab_of_rgb, linear, rgb_of
from pyojeong.reading.face.traits.measuring import measure_traits
from pyojeong.reading.face.traits.parts import HairLength
from pyojeong.reading.face.traits.shape import SHAPE_RATIOS
from pyojeong.reading.face.traits.traits import Traits
from pyojeong.rig.compose import compose

Floats = NDArray[np.float64]
_COLOUR, _OUTLINE = 12.0, 0.18
"""ΔE*ab and half widths that count as much as a standard deviation: about what two random faces differ by."""
_JPEG_QUALITY = 60


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Traits of one person's picture and of its variants, each as parts of numbers that may be compared."""

    name: str
    base: Mapping[str, Floats]
    variants: Mapping[str, Mapping[str, Floats]]


def parts_of(traits: Traits) -> dict[str, Floats]:
    """Each part in numbers of which a difference of 1 is an ordinary one between two faces."""
    hair = traits.hair
    return {
        "shape": np.array([traits.shape.z[name] for name in SHAPE_RATIOS]),
        "eyes, brows, lips": np.array(
            [traits.eyes.size, traits.eyes.distance, traits.brows.thickness, traits.lips.fullness]
        ),
        "skin colour": lab_of_rgb(rgb_of(traits.skin.colour)) / _COLOUR,
        "hair colour": lab_of_rgb(rgb_of(hair.colour or traits.skin.colour)) / _COLOUR,
        "hair outline": np.array(hair.outline) / _OUTLINE,
        "hair form": np.array([list(HairLength).index(hair.length), *(3 * share for share in hair.fringe)], float),
        "glasses": np.array([2.0 * (traits.glasses.colour is not None)]),
        "beard": np.array([2.0 * (traits.beard.colour is not None)]),
    }


def distances(one: Mapping[str, Floats], other: Mapping[str, Floats]) -> dict[str, float]:
    """Root mean square difference of each part, and of all parts alike (``all``)."""
    found = {name: float(np.sqrt(np.mean((one[name] - other[name]) ** 2))) for name in one}
    return {**found, "all": float(np.sqrt(np.mean(np.square(list(found.values())))))}


def reframed(image: Image, rng: np.random.Generator) -> Image:
    """Turned by up to 8°, shrunk to 55–90 %, a little cut, saved as JPEG."""
    zoom, degrees = rng.uniform(0.55, 0.9), rng.uniform(-8, 8)
    width, height = image.size_wh
    way = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, zoom)
    size_wh = (round(width * zoom * 0.94), round(height * zoom * 0.94))
    way[:, 2] += np.array(size_wh) / 2 - np.array([width, height]) / 2
    turned = cv2.warpAffine(image.rgb, way, size_wh, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    return _pressed(turned, image.name)


def relit(image: Image, rng: np.random.Generator) -> Image:
    """Under one of the colour casts, up to a third of a stop darker or lighter, saved as JPEG."""
    colours = [cast for cast in CASTS.values() if cast[2] == 0 and any(cast)]
    red, blue, _ = colours[rng.integers(len(colours))]
    gains = np.exp(np.array([red, 0.0, blue])) / (np.exp(np.array([red, 0.0, blue])) @ LUMINANCE)
    light = linear(image.rgb) * gains * np.exp(rng.uniform(-0.23, 0.23))
    return _pressed(np.rint(encoded(light)).astype(np.uint8), image.name)


def performed(image: Image, face: Face, rng: np.random.Generator) -> Image:
    """The same person with another feeling, by our portrait performer."""
    from pyojeong.performing.portrait import perform

    feelings = (Emotion.JOY, Emotion.SADNESS, Emotion.ANGER, Emotion.SURPRISE)
    mood = Mood.of(feelings[rng.integers(len(feelings))], intensity=float(rng.uniform(0.5, 0.9)))
    return perform(image, face, compose(mood))


def _pressed(rgb: NDArray[np.uint8], name: str) -> Image:
    _, written = cv2.imencode(".jpg", rgb[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    return Image(np.ascontiguousarray(cv2.imdecode(written, cv2.IMREAD_COLOR)[:, :, ::-1]), name)


def people(paths: list[Path], *, acting: int) -> Iterator[Seen]:
    """Every person's picture and its variants; every ``acting``-th one is performed too."""
    finder = FaceFinder()
    for number, path in enumerate(paths):
        rng = np.random.default_rng(zlib.crc32(path.name.encode()))
        image = open_image(path)
        for face in finder.find(image)[:1]:
            pictures = {"reframed": reframed(image, rng), "relit": relit(image, rng)}
            if number % acting == 0:
                pictures["performed"] = performed(image, face, rng)
            variants = {}
            for name, picture in pictures.items():
                for again in finder.find(picture)[:1]:
                    variants[name] = parts_of(measure_traits(picture, again))
            yield Seen(path.name, parts_of(measure_traits(image, face)), variants)


def summary(group: list[Seen]) -> dict[str, object]:
    """Medians within and between people, their ratio, and how often a variant lies nearest to its own picture."""
    rng = np.random.default_rng(0)
    pairs = [rng.choice(len(group), 2, replace=False) for _ in range(2000)]
    between = [distances(group[a].base, group[b].base) for a, b in pairs]
    usual = {name: float(np.median([d[name] for d in between])) for name in between[0]}
    mean = {name: float(np.mean([d[name] for d in between])) for name in between[0]}
    told: dict[str, object] = {
        "people": len(group),
        "between (median)": _rounded(usual),
        "between (mean)": _rounded(mean),
    }
    for kind in ("reframed", "relit", "performed"):
        seen = [(k, person.variants[kind]) for k, person in enumerate(group) if kind in person.variants]
        if seen:
            told[kind] = _of_kind(group, seen, mean)
    return told


def _of_kind(
    group: list[Seen], seen: list[tuple[int, Mapping[str, Floats]]], between: dict[str, float]
) -> dict[str, object]:
    within = [distances(group[k].base, variant) for k, variant in seen]
    mean = {name: float(np.mean([d[name] for d in within])) for name in within[0]}
    nearest = [min(range(len(group)), key=lambda j: distances(group[j].base, v)["all"]) == k for k, v in seen]
    return {
        "photos": len(seen),
        "within (mean)": _rounded(mean),
        "within / between": _rounded({name: mean[name] / max(between[name], 1e-9) for name in mean}),
        "nearest to its own": round(float(np.mean(nearest)), 3),
    }


def _rounded(numbers: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in numbers.items()}


def main(arguments: list[str]) -> None:
    """Measure a share of the people, or sum up the shares already measured (``--sum FILE…``)."""
    if arguments[:1] == ["--sum"]:
        group = [_read(row) for file in arguments[1:] for row in json.loads(Path(file).read_text("utf-8"))]
        sys.stdout.write(json.dumps(summary(group), indent=1) + "\n")
        return
    options = dict(a.removeprefix("--").split("=") for a in arguments if a.startswith("--"))
    part, parts = (int(n) for n in options.get("part", "0/1").split("/"))
    limit = int(options.get("people", "110"))
    folders = [Path(a) for a in arguments if not a.startswith("--")]
    found = [p for folder in folders for p in _some(sorted(folder.glob("*.jpg")), limit)]
    paths = list({path.name.lower(): path for path in found}.values())  # some pictures are in two sets
    group = list(people(paths[part::parts], acting=3))
    rows = [
        {"name": s.name, "base": _plain(s.base), "variants": {k: _plain(v) for k, v in s.variants.items()}}
        for s in group
    ]
    Path(options.get("out", "consistency.json")).write_text(json.dumps(rows), "utf-8")


def _some(paths: list[Path], limit: int) -> list[Path]:
    order = np.random.default_rng(1).permutation(len(paths))[:limit]
    return [paths[i] for i in order]


def _plain(parts: Mapping[str, Floats]) -> dict[str, list[float]]:
    return {name: values.tolist() for name, values in parts.items()}


def _read(row: dict[str, dict[str, dict[str, list[float]]]]) -> Seen:
    def arrays(parts: Mapping[str, object]) -> dict[str, Floats]:
        return {name: np.array(values, np.float64) for name, values in parts.items()}

    return Seen(str(row["name"]), arrays(row["base"]), {k: arrays(v) for k, v in row["variants"].items()})


if __name__ == "__main__":
    main(sys.argv[1:])
