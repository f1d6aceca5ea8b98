"""The bear's sheets of paper: a mountain of a body, a small head, and what a father of an office wears."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import skia

from pyojeong.media.drawing.colours import contrast, mixed
from pyojeong.media.drawing.nodes import Group, Point
from pyojeong.media.drawing.paths import arc, circle, lines, mirrored_smooth, oval, rounded, smooth, without
from pyojeong.performing.character.acting import Arm, Part
from pyojeong.performing.character.build import Build, Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast, HeadDrawn
from pyojeong.performing.character.face import (
    Brows,
    Cheeks,
    Eyes,
    FacePlaces,
    FaceStyle,
    Teeth,
    brow_nodes,
    cheek_nodes,
    eye_nodes,
    mouth_nodes,
)
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.hands import Family
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.pens_volume import PaperPen
from pyojeong.performing.character.wear import glasses, hat

_READABLE = 2.2
"""Contrast below which lines are lost at 100 pixels (by eye)."""
_MOUNTAIN = ((0.0, -1.0), (0.42, -0.94), (0.72, -0.58), (0.94, 0.0), (1.0, 0.46), (0.82, 0.86), (0.30, 1.0))
_HEAD = ((0.0, -1.0), (0.50, -0.90), (0.86, -0.52), (1.0, 0.06), (0.98, 0.52), (0.70, 0.88), (0.26, 1.0))


def build(choices: Choices, *, bow: float = 0.0) -> Build:
    """Its sizes: a small head on a mountain, which comes down in a bow."""
    w, h = 80 * choices.number("width"), 66 * choices.number("height")
    bw, bh = 116 * choices.number("girth"), 104 * choices.number("body") * (1 - 0.34 * bow)
    y = GROUND - 20 - 0.9 * bh
    return Build(
        head=Frame((180.0, y - bh - 0.36 * h), (w, h)),
        body=Frame((180.0, y), (bw, bh)),
        shoulder=(0.66, -0.46),
        arm=44.0 * choices.number("limbs"),
        bones=(58.0, 54.0),
        hand=24.0 * choices.number("limbs"),
        leg=50.0 * choices.number("limbs"),
        foot=(36.0 * choices.number("limbs"), 18.0),
        hip=0.46,
        family=Family.PAW,
        stretch=1.8,
        rest=Arm((0.98, 0.46), Part.BODY, 0.5),
        sleeve=1.0,
    )


def style(choices: Choices) -> FaceStyle:
    """How its face is drawn."""
    fur, ink = choices.colour("fur"), choices.colour("ink")
    is_dark = is_dark_paper(choices)
    return FaceStyle(
        eyes=Eyes.RING if is_dark else Eyes.DOT,
        brows=Brows.BLOCK,
        teeth=Teeth.BAND,
        cheeks=Cheeks.ROUND,
        line=1.0,
        blush=0.35,
        eye_colour=ink,
        brow_colour=mixed(fur, "#ffffff", 0.7) if is_dark else mixed(fur, ink, 0.75),
        blush_colour=choices.colour("blush"),
        inside="#7a2f2a",
        tongue="#f08a80",
        white="#fff6e8",
    )


def is_dark_paper(choices: Choices) -> bool:
    """Whether lines and pupils of its ink are lost on its fur."""
    return contrast(choices.colour("ink"), choices.colour("fur")) < _READABLE


def layout(choices: Choices) -> Layout:
    """Its face at rest: small eyes close over a broad snout."""
    return Layout(
        eyes=(0.36 * choices.number("distance"), -0.08),
        eye_radius=0.108 * choices.number("eyes"),
        brows_above=0.34,
        mouth_down=0.58,
        mouth_size=0.26,
        cheeks=(0.72, 0.26),
        cheek_size=(0.15, 0.13),
        nose_down=0.20,
    )


def body_path(frame: Frame) -> skia.Path:
    """The body's outline."""
    return mirrored_smooth(_MOUNTAIN, frame.centre, frame.half_size)


def skull(frame: Frame) -> skia.Path:
    """The head's outline."""
    return mirrored_smooth(_HEAD, frame.centre, frame.half_size)


def shade(choices: Choices, share: float = 0.12) -> str:
    """A darker sheet of the fur's own paper."""
    return mixed(choices.colour("fur"), "#2a1420", share)


def _ears(cast: Cast, head: Frame) -> tuple[Nodes, tuple[skia.Path, ...]]:
    """Small round ears; they sink and rise a little."""
    size, stand = cast.choices.number("ears"), cast.acting.pose.ears
    nodes: Nodes = ()
    areas = []
    for side in (-1, 1):
        x, y = head.at(side * (0.70 + 0.06 * max(0.0, -stand)), -0.72 - 0.12 * stand)
        r = 0.30 * size * head.half_size[0]
        areas.append(circle((x, y), r))
        nodes += cast.pen.shape(areas[-1], shade(cast.choices), part=f"ear{side}")
        nodes += cast.pen.fill(circle((x, y + 0.1 * r), 0.55 * r), cast.choices.colour("light"), part=f"ear-in{side}")
    return nodes, tuple(areas)


def head_drawn(cast: Cast, stood: Posture, *, outline: skia.Path | None = None) -> HeadDrawn:
    """The head, upright: a sheet for every part."""
    pen, choices, acting, looks = cast.pen, cast.choices, cast.acting, cast.looks
    head, manner, where = stood.upright_head, style(choices), places(stood, layout(choices))
    own = outline or skull(head)
    ear_nodes, ears = _ears(cast, head)
    worn = hat(pen, choices.option("hat"), on_head(stood, 0.0, -0.95), 0.8 * head.half_size[0], choices.colour("cloth"))
    snout, muzzle = _snout(cast, stood)
    light = mixed(choices.colour("fur"), "#ffffff", 0.85)
    dark = cast.pen.ink if contrast(cast.pen.ink, choices.colour("light")) >= _READABLE else "#fff6e8"
    nodes: Nodes = (
        *ear_nodes,
        *pen.shape(own, choices.colour("fur"), part="head"),
        *cheek_nodes(pen, where, manner, acting, looks),
        Group(muzzle, clip=own),
        *mouth_nodes(_inked(pen, dark), where, manner, acting, looks),
        *_nose(cast, where, stood),
        *_moustache(cast, where),
        *eye_nodes(_inked(pen, light) if is_dark_paper(choices) else pen, where, manner, acting, looks),
        *brow_nodes(pen, where, manner, acting, looks),
        *_hair(cast, stood),
        *worn.nodes,
        *glasses(pen, choices.option("glasses"), where, choices.colour("ink")),
    )
    return HeadDrawn(nodes, own, (*ears, *worn.areas, snout), where)


def _inked(pen: Pen, ink: str) -> Pen:
    """The same paper, drawn on in another ink."""
    assert isinstance(pen, PaperPen)
    return replace(pen, ink=ink)


def _snout(cast: Cast, stood: Posture) -> tuple[skia.Path, Nodes]:
    """The light sheet under nose and mouth; it stretches with the jaw."""
    unit, wide = stood.head.half_size[0], cast.choices.number("snout")
    x, y = on_head(stood, 0.0, 0.48)
    jaw = cast.acting.expression["jawOpen"]
    area = oval((x, y + 0.07 * jaw * unit), (0.46 * wide * unit, (0.34 + 0.10 * jaw) * unit))
    return area, cast.pen.shape(area, cast.choices.colour("light"), part="snout")


def _nose(cast: Cast, where: FacePlaces, stood: Posture) -> Nodes:
    assert where.nose is not None
    (x, y), k = where.nose, 0.17 * stood.head.half_size[0] * cast.choices.number("nose-size")
    sneer = sum(cast.acting.expression.both("noseSneer"))
    y -= 0.16 * k * sneer
    ball = smooth(
        [
            (x - k, y - 0.3 * k),
            (x, y - 0.62 * k),
            (x + k, y - 0.3 * k),
            (x + 0.4 * k, y + 0.5 * k),
            (x - 0.4 * k, y + 0.5 * k),
        ]
    )
    nodes = (
        *cast.pen.shape(ball, cast.choices.colour("nose"), part="nose"),
        *cast.pen.fill(oval((x - 0.3 * k, y - 0.26 * k), (0.24 * k, 0.13 * k)), "#ffffff", opacity=0.8, part="gleam"),
    )
    for n in range(round(2 * min(1.0, sneer / 2))):
        fold = arc(
            (x - 0.7 * k, y - (0.9 + 0.35 * n) * k),
            (x, y - (1.15 + 0.35 * n) * k),
            (x + 0.7 * k, y - (0.9 + 0.35 * n) * k),
        )
        nodes += cast.pen.line(fold, width=0.6 * cast.pen.width, colour=shade(cast.choices, 0.4), part=f"fold-{n}")
    return nodes


def _moustache(cast: Cast, where: FacePlaces) -> Nodes:
    kind = cast.choices.option("moustache")
    if kind == "none" or where.nose is None:
        return ()
    (x, top), size = where.nose, where.mouth_size
    y = top + 0.45 * (where.mouth[1] - top)
    tip = 0.34 if kind == "drooping" else -0.24
    wing = ((0.0, -0.16), (0.5, -0.20), (1.15, tip), (0.6, 0.16), (0.0, 0.14))
    wings = [smooth([(x + s * u * size, y + v * size) for u, v in wing]) for s in (-1, 1)]
    colour = shade(cast.choices, 0.45)
    return tuple(n for k, one in enumerate(wings) for n in cast.pen.shape(one, colour, part=f"moustache-{k}"))


def _hair(cast: Cast, stood: Posture) -> Nodes:
    """Three strands combed over, a tuft, or a permanent wave; they stand up in fright."""
    kind, pen, colour = cast.choices.option("top"), cast.pen, shade(cast.choices, 0.42)
    stand = max(0.0, cast.acting.pose.ears)
    w, h = stood.head.half_size
    if kind == "strands":
        nodes: Nodes = ()
        for n in range(3):
            start = on_head(stood, 0.46 - 0.05 * n, -0.86 - 0.05 * n)
            by = start[0] - 0.34 * w, start[1] - (0.30 + 0.06 * n + 0.7 * stand) * h
            end = start[0] - (0.86 - 0.10 * n - 0.6 * stand) * w, start[1] - (0.02 + 0.05 * n + 0.8 * stand) * h
            nodes += pen.line(arc(start, by, end), width=1.1 * pen.width, colour=colour, part=f"strand-{n}")
        return nodes
    if kind == "tuft":
        x, y = on_head(stood, 0.0, -0.94)
        points = [
            (x - 0.2 * w, y + 4),
            (x - 0.22 * w, y - 0.2 * h),
            (x - 0.06 * w, y - 0.10 * h),
            (x, y - 0.34 * h),
            (x + 0.08 * w, y - 0.10 * h),
            (x + 0.24 * w, y - 0.22 * h),
            (x + 0.2 * w, y + 4),
        ]
        return pen.shape(smooth(points, ease=0.1), colour, part="tuft")
    if kind == "perm":
        curls = [
            circle(on_head(stood, 0.58 * math.sin(a), -0.80 - 0.20 * math.cos(a)), 0.18 * w)
            for a in (-1.3, -0.8, -0.27, 0.27, 0.8, 1.3)
        ]
        return tuple(n for k, curl in enumerate(curls) for n in pen.shape(curl, colour, part=f"curl-{k}"))
    return ()


def body_coat(cast: Cast, frame: Frame) -> Nodes:
    """The sheet on its chest."""
    kind, pen, light = cast.choices.option("chest"), cast.pen, cast.choices.colour("light")
    if kind == "belly":
        return pen.shape(
            oval(frame.at(0.0, 0.26), (0.62 * frame.half_size[0], 0.60 * frame.half_size[1])), light, part="belly"
        )
    if kind == "moon":
        disc = oval(frame.at(0.0, -0.46), (0.44 * frame.half_size[0], 0.34 * frame.half_size[1]))
        bite = oval(frame.at(0.0, -0.66), (0.46 * frame.half_size[0], 0.34 * frame.half_size[1]))
        return pen.shape(without(disc, bite), light, part="moon")
    if kind == "patches":
        spots = [oval(frame.at(x, y), (r, r)) for x, y, r in ((-0.5, 0.2, 22), (0.46, 0.5, 18), (0.2, 0.08, 13))]
        return tuple(
            n for k, spot in enumerate(spots) for n in pen.shape(spot, shade(cast.choices, 0.2), part=f"patch-{k}")
        )
    return ()


def worn(cast: Cast, frame: Frame) -> Nodes:
    """What it goes to the office in."""
    kind = cast.choices.option("worn")
    return _WORN[kind](cast, frame) if kind in _WORN else ()


def _named(pen: Pen, paths: list[skia.Path], colour: str, part: str) -> Nodes:
    return tuple(node for k, path in enumerate(paths) for node in pen.shape(path, colour, part=f"{part}-{k}"))


def _ruled(pen: Pen, paths: list[skia.Path], width: float, colour: str, part: str) -> Nodes:
    drawn = (pen.line(path, width=width, colour=colour, part=f"{part}-{k}") for k, path in enumerate(paths))
    return tuple(node for nodes in drawn for node in nodes)


def _lanyard(cast: Cast, frame: Frame) -> Nodes:
    """A badge on a ribbon."""
    pen, cloth = cast.pen, cast.choices.colour("cloth")
    ribbons = [arc(frame.at(s * 0.40, -0.86), frame.at(s * 0.24, -0.30), frame.at(0.0, 0.02)) for s in (-1, 1)]
    x, y = frame.at(0.0, 0.04)
    card, photo = rounded(x - 21, y, 42, 54, 5), circle((x, y + 20), 9)
    bars = [lines([(x - 12, y + 38 + 7 * n), (x + 12 - 6 * n, y + 38 + 7 * n)]) for n in range(2)]
    return (
        *_ruled(pen, ribbons, 5.5, cloth, "ribbon"),
        *pen.shape(card, "#ffffff", part="card"),
        *pen.fill(photo, shade(cast.choices), part="photo"),
        *_ruled(pen, bars, 3.0, "#b9b4c0", "bar"),
    )


_VEST = ((0.36, -0.96), (0.74, -0.62), (0.86, 0.0), (0.92, 0.44), (0.5, 0.62), (0.10, 0.50), (0.06, 0.0))
_TOWEL = ((-0.52, -0.92), (0.0, -0.62), (0.52, -0.92), (0.62, -0.60), (0.0, -0.34), (-0.62, -0.60))
_TOWEL_END = ((0.36, -0.66), (0.60, -0.70), (0.62, 0.1), (0.36, 0.12))


def _vest(cast: Cast, frame: Frame) -> Nodes:
    """A knitted vest with buttons."""
    sides = [smooth([frame.at(s * x, y) for x, y in _VEST]) for s in (-1, 1)]
    buttons = [circle(frame.at(0.17, y), 5) for y in (-0.02, 0.18, 0.38)]
    cloth = cast.choices.colour("cloth")
    return _named(cast.pen, sides, cloth, "vest") + _named(cast.pen, buttons, "#fff3d6", "button")


def _towel(cast: Cast, frame: Frame) -> Nodes:
    """A towel from the bath house."""
    band = smooth([frame.at(x, y) for x, y in _TOWEL])
    ends = [smooth([frame.at(s * x, y) for x, y in _TOWEL_END], ease=0.06) for s in (-1, 1)]
    stripes = [lines([frame.at(s * 0.37, 0.0), frame.at(s * 0.61, -0.02)]) for s in (-1, 1)]
    return (
        *_named(cast.pen, ends, "#fdfaf2", "towel"),
        *_ruled(cast.pen, stripes, 5.0, cast.choices.colour("cloth"), "stripe"),
        *cast.pen.shape(band, "#fdfaf2", part="towel"),
    )


def _tie(cast: Cast, frame: Frame) -> Nodes:
    """A short collar and a tie that ends over the belly."""
    pen, cloth = cast.pen, cast.choices.colour("cloth")
    collar = [
        smooth([frame.at(s * x, y) for x, y in ((0.0, -0.72), (0.40, -0.96), (0.46, -0.66), (0.20, -0.44))], ease=0.06)
        for s in (-1, 1)
    ]
    blade = lines(
        [frame.at(x, y) for x, y in ((-0.07, -0.54), (0.07, -0.54), (0.17, 0.20), (0.0, 0.40), (-0.17, 0.20))],
        closed=True,
    )
    knot = lines(
        [frame.at(x, y) for x, y in ((-0.12, -0.76), (0.12, -0.76), (0.07, -0.50), (-0.07, -0.50))], closed=True
    )
    stripes = [lines([frame.at(-0.2, y), frame.at(0.2, y - 0.14)]) for y in (-0.24, -0.02, 0.20)]
    light = mixed(cloth, "#ffffff", 0.45)
    bands = tuple(n for k, s in enumerate(stripes) for n in pen.line(s, width=5.0, colour=light, part=f"band-{k}"))
    return (
        *(n for k, one in enumerate(collar) for n in pen.shape(one, "#fffdf6", part=f"collar-{k}")),
        *pen.shape(blade, cloth, part="tie"),
        Group(bands, clip=blade),
        *pen.shape(knot, mixed(cloth, "#2a1420", 0.15), part="knot"),
    )


_WORN: Mapping[str, Callable[[Cast, Frame], Nodes]] = MappingProxyType(
    {"tie": _tie, "lanyard": _lanyard, "vest": _vest, "towel": _towel}
)


def tail_nodes(cast: Cast, frame: Frame) -> Nodes:
    """A stub."""
    stub = circle(
        frame.at(0.98, 0.52 - 0.1 * cast.acting.pose.tail), 0.15 * frame.half_size[0] * cast.choices.number("tail")
    )
    return cast.pen.shape(stub, shade(cast.choices), part="tail")


def paw(cast: Cast, at: Point, radius: float, *, pads: bool, part: str) -> Nodes:
    """A paw as a sheet of its own, its palm or its back to the viewer."""
    (x, y), pen = at, cast.pen
    nodes: Nodes = pen.shape(circle(at, radius), shade(cast.choices, 0.08), part=part)
    if not pads:
        toes = [
            lines([(x + s * 0.34 * radius, y + 0.45 * radius), (x + s * 0.38 * radius, y + 0.9 * radius)])
            for s in (-1, 1)
        ]
        return nodes + tuple(
            n
            for k, t in enumerate(toes)
            for n in pen.line(t, width=0.7 * pen.width, colour=shade(cast.choices, 0.5), part=f"{part}-toe{k}")
        )
    light = cast.choices.colour("light")
    nodes += pen.shape(oval((x, y + 0.22 * radius), (0.46 * radius, 0.38 * radius)), light, part=f"{part}-palm")
    for k, (u, v) in enumerate(((-0.5, -0.34), (0.0, -0.54), (0.5, -0.34))):
        nodes += pen.fill(circle((x + u * radius, y + v * radius), 0.19 * radius), light, part=f"{part}-pad{k}")
    return nodes
