"""Drawings written as SVG 1.1: every path stays a path, every group a layer with its name.

Gradients, clips, blurs, blends and grain are written with the elements SVG has for them, so that Inkscape, Figma and
browsers show what Skia paints; fonts are never needed, since letters are paths here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

import skia

from pyojeong.media.drawing.nodes import Blend, Drawing, Grain, Group, Linear, Node, Paint, Rimmed, Shape, Stroke
from pyojeong.media.drawing.outline import rim

_SPACES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
)
_GREY = " ".join(["0.333 0.333 0.333 0 0"] * 3)


@dataclass(slots=True)
class _Sheet:
    """What is being written: definitions found on the way, and a number for each."""

    definitions: list[str] = field(default_factory=list)
    known: dict[object, str] = field(default_factory=dict)

    def define(self, key: object, element: str, body: str) -> str:
        """The name of a definition, written once for equal keys; ``body`` has ``{id}`` where its name belongs."""
        if key not in self.known:
            self.known[key] = f"{element}{len(self.known) + 1}"
            self.definitions.append(body.replace("{id}", self.known[key]))
        return self.known[key]


def svg_of(drawing: Drawing) -> str:
    """The drawing as one SVG document, ending in a line break; the same text for the same drawing."""
    sheet = _Sheet()
    body = "\n".join(_lines(drawing.root, sheet, 1))
    width, height = (_number(side) for side in drawing.size_wh)
    title = f"<title>{escape(drawing.title)}</title>\n" if drawing.title else ""
    kept = "\n".join(sheet.definitions)
    definitions = f"<defs>\n{kept}\n</defs>\n" if kept else ""
    head = f'<svg {_SPACES} width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{title}{definitions}{body}\n</svg>\n'


def _lines(node: Node, sheet: _Sheet, depth: int) -> Iterator[str]:
    indent = " " * depth
    if isinstance(node, Shape):
        yield indent + _shape(node, sheet)
    elif isinstance(node, Rimmed):
        yield from _lines(rim(node), sheet, depth)
        yield from _lines(node.node, sheet, depth)
    else:
        yield f"{indent}<g{''.join(_group_attributes(node, sheet))}>"
        inner = (line for child in node.children for line in _lines(child, sheet, depth + 1))
        if node.clip is None:
            yield from inner
        else:  # a clip is cut after the blur in SVG, before it in Skia, so it stands on a group of its own
            yield f'{indent}<g clip-path="url(#{_clip(node.clip, sheet)})">'
            yield from inner
            yield f"{indent}</g>"
        yield f"{indent}</g>"


def _group_attributes(group: Group, sheet: _Sheet) -> Iterator[str]:
    if group.name:
        yield f' inkscape:groupmode="layer" inkscape:label={quoteattr(group.name)}'
    if group.matrix is not None:
        yield f' transform="matrix({" ".join(_number(v) for v in group.matrix)})"'
    if group.opacity < 1:
        yield f' opacity="{_number(group.opacity)}"'
    if group.blur:
        blur = f'<feGaussianBlur stdDeviation="{_number(group.blur)}"/>'
        around = 'x="-50%" y="-50%" width="200%" height="200%"'
        name = sheet.define(("blur", group.blur), "blur", f'<filter id="{{id}}" {around}>{blur}</filter>')
        yield f' filter="url(#{name})"'
    if group.grain is not None:
        yield f' filter="url(#{_grain(group.grain, sheet)})"'
    if group.blend is not Blend.NORMAL:
        yield f' style="mix-blend-mode:{group.blend.value}"'


def _clip(path: skia.Path, sheet: _Sheet) -> str:
    """A clip path; what lies outside an inverse path becomes an even-odd hole in a vast rectangle."""
    written = path_data(path)
    if path.isInverseFillType():
        written = f"M-9999 -9999H9999V9999H-9999Z{written}"
    rule = "evenodd" if path.isInverseFillType() or _is_even_odd(path) else "nonzero"
    body = f'<clipPath id="{{id}}"><path d="{written}" clip-rule="{rule}"/></clipPath>'
    return sheet.define(("clip", written, rule), "clip", body)


def _shape(shape: Shape, sheet: _Sheet) -> str:
    parts = [f'<path d="{path_data(shape.path)}"']
    parts.append(_paint("fill", shape.fill, shape.opacity, sheet))
    if shape.fill is not None and _is_even_odd(shape.path):
        parts.append(' fill-rule="evenodd"')
    if shape.stroke is not None:
        parts.append(_stroke(shape.stroke, sheet))
    return "".join(parts) + "/>"


def _stroke(stroke: Stroke, sheet: _Sheet) -> str:
    paint = _paint("stroke", stroke.paint, stroke.opacity, sheet)
    return f'{paint} stroke-width="{_number(stroke.width)}" stroke-linecap="round" stroke-linejoin="round"'


def _paint(attribute: str, paint: Paint | None, opacity: float, sheet: _Sheet) -> str:
    if paint is None:
        return f' {attribute}="none"'
    colour = paint if isinstance(paint, str) else f"url(#{_gradient(paint, sheet)})"
    seen = f' {attribute}-opacity="{_number(opacity)}"' if opacity < 1 else ""
    return f' {attribute}="{colour}"{seen}'


def _gradient(paint: Paint, sheet: _Sheet) -> str:
    assert not isinstance(paint, str)
    if isinstance(paint, Linear):
        (x1, y1), (x2, y2) = paint.start, paint.end
        element, places = "linearGradient", {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    else:
        element, places = "radialGradient", {"cx": paint.centre[0], "cy": paint.centre[1], "r": paint.radius}
    stops = "".join(
        f'<stop offset="{_number(s.at)}" stop-color="{s.colour}" stop-opacity="{_number(s.opacity)}"/>'
        for s in paint.stops
    )
    written = " ".join(f'{name}="{_number(value)}"' for name, value in places.items())
    spread = ' spreadMethod="repeat"' if isinstance(paint, Linear) and paint.repeats else ""
    body = f'<{element} id="{{id}}" gradientUnits="userSpaceOnUse" {written}{spread}>{stops}</{element}>'
    return sheet.define(paint, "paint", body)


def _grain(grain: Grain, sheet: _Sheet) -> str:
    """The name of a filter that lays noise on all that shows: brighter and darker by shares, as every reader can."""
    frequency, share = 1 / grain.scale, 0.5 * grain.strength
    noise = (
        f'<feTurbulence type="fractalNoise" baseFrequency="{_number(frequency * 0.8)} {_number(frequency)}" '
        f'numOctaves="2" seed="{grain.seed}"/><feColorMatrix values="{_GREY} 0 0 0 0 1"/>'
        f'<feComposite in2="SourceGraphic" operator="arithmetic" k1="{_number(2 * share)}" k3="{_number(1 - share)}"/>'
    )
    around = 'x="-10%" y="-10%" width="120%" height="120%" color-interpolation-filters="sRGB"'
    return sheet.define(grain, "grain", f'<filter id="{{id}}" {around}>{noise}</filter>')


def path_data(path: skia.Path) -> str:
    """The path as SVG path data, to a hundredth of a unit; conics become two quadratic curves each."""
    written: list[str] = []
    iterator = skia.Path.Iter(path, False)
    while True:
        verb, points = iterator.next()
        if verb == skia.Path.kDone_Verb:
            return "".join(written)
        if verb == skia.Path.kConic_Verb:
            quads = skia.Path.ConvertConicToQuads(*points, iterator.conicWeight(), 1)
            written.append(_curve("Q", quads[1:3]) + _curve("Q", quads[3:5]))
        elif verb == skia.Path.kClose_Verb:
            written.append("Z")
        else:
            letter, start = _VERBS[verb]
            written.append(_curve(letter, points[start:]))


_VERBS = {
    skia.Path.kMove_Verb: ("M", 0),
    skia.Path.kLine_Verb: ("L", 1),
    skia.Path.kQuad_Verb: ("Q", 1),
    skia.Path.kCubic_Verb: ("C", 1),
}


def _curve(letter: str, points: list[skia.Point]) -> str:
    return letter + " ".join(f"{_number(p.x())} {_number(p.y())}" for p in points)


def _number(value: float) -> str:
    text = f"{value:.2f}" if abs(value) >= 1 else f"{value:.4f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _is_even_odd(path: skia.Path) -> bool:
    return path.getFillType() in (skia.PathFillType.kEvenOdd, skia.PathFillType.kInverseEvenOdd)
