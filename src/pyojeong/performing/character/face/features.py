"""The whole face, with nose and cheeks."""

from __future__ import annotations

from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point, Radial, Stop
from pyojeong.media.drawing.paths import circle, curve, lines, oval, smooth
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.face.brows import brow_nodes
from pyojeong.performing.character.face.eyes import eye_nodes
from pyojeong.performing.character.face.forms import SIDE_NAMES
from pyojeong.performing.character.face.mouth import mouth_nodes
from pyojeong.performing.character.face.style import Cheeks, FacePlaces, FaceStyle, Nose
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Nodes, Pen


def face_nodes(pen: Pen, places: FacePlaces, style: FaceStyle, acting: Acting, looks: Looks) -> tuple[Node, ...]:
    """Cheeks, nose, mouth, eyes and brows, the lowest first."""
    return (
        *cheek_nodes(pen, places, style, acting, looks),
        *nose_nodes(pen, places, style, acting, looks),
        *mouth_nodes(pen, places, style, acting, looks),
        *eye_nodes(pen, places, style, acting, looks),
        *brow_nodes(pen, places, style, acting, looks),
    )


def cheek_nodes(pen: Pen, places: FacePlaces, style: FaceStyle, acting: Acting, looks: Looks) -> Nodes:
    """Redness, and the curve under cheeks that are puffed or lifted by a smile."""
    expression = acting.expression
    red = min(1.0, style.blush + 0.9 * expression.blush)
    puff = expression["cheekPuff"]
    nodes: Nodes = ()
    for side, (x, y) in zip((-1, 1), places.cheeks, strict=True):
        w, h = (size * (1 + 0.34 * puff) for size in places.cheek_size)
        centre = x, y - 0.45 * h * expression["cheekSquint" + SIDE_NAMES[side]]
        drawn = _blush(pen, style, centre, (w, h), red, side) if style.cheeks is not Cheeks.NONE and red else ()
        if puff > 0.15:
            drawn += _puffed(pen, style, centre, (w, h), side, puff)
        if drawn:
            tilt = Matrix.turned(places.tilt_degrees, centre) if places.tilt_degrees else None
            nodes += (Group(drawn, matrix=tilt, name=f"{'right' if side < 0 else 'left'}-cheek"),)
    return nodes


def _blush(pen: Pen, style: FaceStyle, centre: Point, half: Point, red: float, side: int) -> Nodes:
    (x, y), (w, h) = centre, half
    if style.cheeks is Cheeks.HATCH:
        strokes: Nodes = ()
        for n in (-1, 0, 1):
            stroke = lines([(x + 0.56 * n * w + 0.16 * w, y - 0.62 * h), (x + 0.56 * n * w - 0.16 * w, y + 0.62 * h)])
            strokes += pen.line(
                stroke, width=0.5 * pen.width * style.line, colour=style.blush_colour, part=f"blush{side}{n}"
            )
        return (Group(strokes, opacity=0.35 + 0.65 * red),)
    if style.cheeks is Cheeks.SOFT:
        faded = Radial(
            (x, y), max(w, h), (Stop(0.0, style.blush_colour, 0.9 * red), Stop(1.0, style.blush_colour, 0.0))
        )
        return pen.fill(circle(centre, max(w, h)), faded, part=f"blush{side}")
    return pen.fill(oval(centre, half), style.blush_colour, opacity=0.30 + 0.55 * red, part=f"blush{side}")


def _puffed(pen: Pen, style: FaceStyle, centre: Point, half: Point, side: int, puff: float) -> Nodes:
    """The bow under a full cheek, open to the outside."""
    (x, y), (w, h) = centre, half
    k = 0.7 + 0.5 * puff
    bow = curve(
        (x - side * w * k, y - 0.5 * h),
        (x - side * w * 1.3 * k, y + 0.9 * h),
        (x - side * 0.3 * w, y + 1.9 * h * k),
        (x + side * 0.6 * w, y + 1.4 * h * k),
    )
    return pen.line(bow, width=0.55 * pen.width * style.line, part=f"puff{side}")


def nose_nodes(pen: Pen, places: FacePlaces, style: FaceStyle, acting: Acting, looks: Looks) -> Nodes:
    """The nose, lifted by a sneer, and the wrinkles beside it."""
    left, right = acting.expression["noseSneerRight"], acting.expression["noseSneerLeft"]
    between = tuple((a + b) / 2 for a, b in zip(*places.eyes, strict=True))
    root = places.nose or (between[0], (2 * between[1] + places.mouth[1]) / 3)
    unit = places.eye_radius
    centre = root[0] + 0.12 * unit * (right - left), root[1] - 0.10 * unit * (left + right)
    drawn = _nose(pen, style, centre, unit) if places.nose is not None else ()
    for side, sneer in ((-1, left), (1, right)):
        if sneer > 0.25:
            drawn += _wrinkles(pen, style, centre, min(unit, 0.44 * places.mouth_size), side, sneer)
    if not drawn:
        return ()
    tilt = Matrix.turned(places.tilt_degrees, root) if places.tilt_degrees else None
    return (Group(drawn, matrix=tilt, name="nose"),)


def _nose(pen: Pen, style: FaceStyle, centre: Point, unit: float) -> Nodes:
    (x, y), colour = centre, style.nose_colour
    if style.nose is Nose.DOT:
        return pen.fill(oval(centre, (0.26 * unit, 0.20 * unit)), colour, part="nose")
    if style.nose is Nose.BEAN:
        half = ((0.0, -0.34), (0.36, -0.32), (0.50, -0.06), (0.20, 0.28), (0.0, 0.36))
        outline = [*half, *((-u, v) for u, v in reversed(half[1:-1]))]
        bean = smooth([(x + u * unit, y + v * unit) for u, v in outline])
        gleam = oval((x - 0.12 * unit, y - 0.17 * unit), (0.13 * unit, 0.07 * unit))
        return pen.fill(bean, colour, part="nose") + pen.fill(gleam, "#ffffff", opacity=0.7, part="nose-gleam")
    if style.nose is Nose.BUTTON:
        gleam = circle((x - 0.16 * unit, y - 0.18 * unit), 0.13 * unit)
        ball = pen.shape(circle(centre, 0.52 * unit), colour, width=0.6 * pen.width * style.line, part="nose")
        return ball + pen.fill(gleam, "#ffffff", opacity=0.85, part="nose-gleam")
    if style.nose is Nose.HOOK:
        hook = curve(
            (x - 0.04 * unit, y - 0.30 * unit),
            (x + 0.34 * unit, y),
            (x + 0.30 * unit, y + 0.24 * unit),
            (x - 0.10 * unit, y + 0.16 * unit),
        )
        return pen.line(hook, width=0.6 * pen.width * style.line, part="nose")
    return ()


def _wrinkles(pen: Pen, style: FaceStyle, centre: Point, unit: float, side: int, sneer: float) -> Nodes:
    """A fold at the side of the nose, up to the corner of the eye."""
    x, y, k = centre[0] + side * 0.40 * unit, centre[1] - 0.68 * unit, unit * (0.30 + 0.26 * sneer)
    fold = curve((x, y), (x + side * 0.1 * k, y - 0.5 * k), (x + side * 0.5 * k, y - 0.9 * k), (x + side * k, y - k))
    return pen.line(fold, width=0.5 * pen.width * style.line, part=f"wrinkle{side}")
