"""Eyes that are a line or a sign: closed ones, and those only comics know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import arc, circle, curve, lines
from pyojeong.performing.character.face import symbols
from pyojeong.performing.character.face.eyeballs import blank_ball
from pyojeong.performing.character.face.eyecase import EyeCase
from pyojeong.performing.character.face.style import Eyes
from pyojeong.performing.character.looks import Eye
from pyojeong.performing.character.pens import Nodes

GOLD, ROSE, STAR_YELLOW = "#f2b632", "#ff5c7c", "#ffd23f"


def arch(case: EyeCase) -> Nodes:
    """A smiling eye: ^ with a round top."""
    ends = case.at(-1.08, 0.42), case.at(-0.62, -0.86), case.at(0.62, -0.86), case.at(1.08, 0.42)
    return _lid(case, ends, 1.12) + _flick(case, (1.02, 0.30), (1.42, 0.16))


def shut(case: EyeCase) -> Nodes:
    """A resting eye: a hanging arc."""
    ends = case.at(-1.04, -0.06), case.at(-0.58, 0.58), case.at(0.58, 0.58), case.at(1.04, -0.06)
    return _lid(case, ends, 1.0) + _flick(case, (0.86, 0.22), (1.26, 0.46))


def weeping(case: EyeCase) -> Nodes:
    """A closed eye that falls outward."""
    ends = case.at(-1.04, -0.34), case.at(-0.50, 0.40), case.at(0.40, 0.66), case.at(1.12, 0.44)
    crease = arc(case.at(-0.86, -0.88), case.at(-0.30, -0.62), case.at(0.22, -0.40))
    nodes = _lid(case, ends, 1.1) + _flick(case, (0.86, 0.50), (1.20, 0.86))
    return nodes + case.pen.line(crease, width=0.5 * case.width, part=case.part + "crease")


def clenched(case: EyeCase) -> Nodes:
    """A pressed eye: > or <, its point to the middle."""
    points = case.at(0.94, -0.74), case.at(-0.86, 0.0), case.at(0.94, 0.74)
    return case.pen.line(lines(points), width=1.08 * case.width, part=case.part)


def swirl(case: EyeCase) -> Nodes:
    """A spinning eye; it turns once in a cycle."""
    radius = 1.22 * case.radius
    nodes = blank_ball(case) if case.style.eyes in (Eyes.CHIBI, Eyes.RING) else ()
    start = 360 * case.phase * case.form.side
    turned = symbols.spiral(case.centre, radius * (0.9 if nodes else 1.0), start_degrees=start, side=case.form.side)
    return nodes + case.pen.line(turned, width=0.66 * case.width, part=case.part)


def star(case: EyeCase) -> Nodes:
    """A star for an eye: dazzled."""
    outline = symbols.star(case.centre, 1.42 * case.radius)
    shine = circle(_off(case, -0.24, -0.22), 0.17 * case.radius)
    body = case.pen.shape(outline, STAR_YELLOW, width=0.62 * case.width, part=case.part)
    return body + case.pen.fill(shine, "#ffffff", part=case.part + "shine")


def heart(case: EyeCase) -> Nodes:
    """A heart for an eye: in love. It beats once in a cycle."""
    outline = symbols.heart(case.centre, case.radius * (1.24 + (0.12 if case.phase > 0.5 else 0.0)))
    shine = circle(_off(case, -0.52, -0.46), 0.19 * case.radius)
    body = case.pen.shape(outline, ROSE, width=0.62 * case.width, part=case.part)
    return body + case.pen.fill(shine, "#ffffff", part=case.part + "shine")


def cross(case: EyeCase) -> Nodes:
    """An X for an eye: knocked out."""
    return case.pen.line(symbols.cross(case.centre, 0.78 * case.radius), width=1.08 * case.width, part=case.part)


def dot(case: EyeCase) -> Nodes:
    """A mere point: at a loss for words."""
    return case.pen.fill(circle(case.centre, 0.34 * case.radius), case.dark, part=case.part)


def money(case: EyeCase) -> Nodes:
    """A won sign for an eye, on a coin."""
    coin = circle(case.centre, 1.3 * case.radius)
    body = case.pen.shape(coin, GOLD, width=0.7 * case.width, part=case.part)
    return body + case.pen.line(symbols.won(case.centre, 0.66 * case.radius), width=0.62 * case.width, part=case.part)


CLOSED_EYES: Mapping[Eye, Callable[[EyeCase], Nodes]] = MappingProxyType(
    {
        Eye.ARCH: arch,
        Eye.SHUT: shut,
        Eye.WEEPING: weeping,
        Eye.CLENCHED: clenched,
        Eye.SWIRL: swirl,
        Eye.STAR: star,
        Eye.HEART: heart,
        Eye.CROSS: cross,
        Eye.DOT: dot,
        Eye.BLANK: blank_ball,
        Eye.MONEY: money,
    }
)


def _lid(case: EyeCase, ends: tuple[Point, Point, Point, Point], weight: float) -> Nodes:
    return case.pen.line(curve(*ends), width=weight * case.width, part=case.part)


def _flick(case: EyeCase, start: Point, end: Point) -> Nodes:
    """A lash at the outer corner of a closed eye, for eyes that have lashes."""
    if not case.style.lashes and case.style.eyes is not Eyes.CHIBI:
        return ()
    return case.pen.line(lines([case.at(*start), case.at(*end)]), width=0.7 * case.width, part=case.part + "flick")


def _off(case: EyeCase, right: float, down: float) -> Point:
    return case.centre[0] + right * case.radius, case.centre[1] + down * case.radius
