"""The stage: a character acts, and a drawing comes out that fits its canvas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import atan2, degrees, hypot
from typing import Protocol, runtime_checkable

from pyojeong.media.drawing.nodes import Drawing, Group, Matrix, Node, Rimmed, Shape
from pyojeong.media.drawing.outline import bounds
from pyojeong.media.drawing.paths import oval, placed
from pyojeong.performing.character.acting import Acting, Mark
from pyojeong.performing.character.character import Character, Choices
from pyojeong.performing.character.designs import choices_of, design_of
from pyojeong.performing.character.figure import CANVAS, GROUND, MARGIN, Figure, Frame
from pyojeong.performing.character.looks import Looks, Mouth, asleep, looks_of
from pyojeong.performing.character.marks import MarksDrawn, Seating, mark_nodes, seating_of

EDGE_WIDTH = 4.5
"""Of the white rim: it keeps dark lines readable in dark chat rooms and was the least that did at 100 pixels."""
_SHADOW = "#1e1f24"
_SHADOW_OPACITY = 0.10
_SPEAKING = Mouth.TALK.value
"""The kind of a mouth that speaks: one all along, so that nothing around it changes with it."""


class Edge(str, Enum):
    """What surrounds the figure."""

    WHITE = "white"
    NONE = "none"


def draw(character: Character, acting: Acting, *, edge: Edge = Edge.WHITE, before: Looks | None = None) -> Drawing:
    """The character at one moment, on a transparent canvas of `CANVAS` units with `MARGIN` kept free.

    Args:
        character: Whom to draw.
        acting: What it does.
        edge: What surrounds the figure.
        before: Looks of the moment before, in a film, so that they change only when it is clear they must.

    Raises:
        PyojeongError: When the design is unknown or does not offer what was chosen.
    """
    shown = scene(character, acting, before=before)
    return shown.drawing(edge, fit_of((shown,), edge))


@runtime_checkable
class OwnSurroundings(Protocol):
    """A design that also draws what surrounds its figure: marks, the white edge and the shadow on the ground."""

    def signs(self, choices: Choices, figure: Figure, acting: Acting) -> MarksDrawn:
        """The marks of ``acting``, in its own manner and at places of its own choosing."""
        ...

    def rim(self, whole: Group) -> Group:
        """What lies under figure and marks as their edge."""
        ...

    def ground(self, figure: Figure, acting: Acting) -> Group:
        """The shadow."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One moment before it is fitted to its canvas.

    Attributes:
        whole: Figure and marks.
        shadow: On the ground; it may be cut off.
        seating: Where the marks sit, for the moments that follow.
        title: What a screen reader says.
        figure: As it stands on the stage, with its places.
        edged: Figure and marks with the edge around them.
    """

    whole: Group
    shadow: Node
    seating: Seating
    title: str
    figure: Figure
    edged: Node

    def shown(self, edge: Edge) -> tuple[Node, ...]:
        """All that must stay on the canvas."""
        return (self.whole if edge is Edge.NONE else self.edged,)

    def drawing(self, edge: Edge, fit: Matrix | None) -> Drawing:
        """The scene on its canvas."""
        root = Group((self.shadow, *self.shown(edge)), matrix=fit, name="sticker")
        return Drawing(root, (CANVAS, CANVAS), title=self.title)


def scene(
    character: Character, acting: Acting, *, before: Looks | None = None, seating: Seating | None = None
) -> Scene:
    """The character at one moment; ``seating`` keeps marks where they sat at another.

    Raises:
        PyojeongError: When the design is unknown or does not offer what was chosen.
    """
    tempered = design_of(character).temper(acting)
    return staged(character, tempered, _looks(tempered, before), seating=seating)


def staged(character: Character, tempered: Acting, looks: Looks, *, seating: Seating | None = None) -> Scene:
    """A moment whose temper was asked before and whose looks are known; for films, which keep both from trembling.

    Raises:
        PyojeongError: When the design is unknown or does not offer what was chosen.
    """
    design, choices = design_of(character), choices_of(character)
    figure = design.figure(choices, tempered, looks, seed=character.seed)
    stood = _transformed(figure, _stance(tempered))
    if isinstance(design, OwnSurroundings):
        return _surrounded(design, choices, tempered, figure, stood, title(character))
    if seating is None:
        seating = seating_of(stood, tempered.marks) if tempered.marks else {}
    signs = mark_nodes(design.pen(choices, character.seed), stood, tempered, seating=seating)
    whole = Group((Group(signs.behind, name="marks-behind"), stood.node, Group(signs.front, name="marks")))
    return Scene(whole, _shadow(figure, tempered), seating, title(character), stood, Rimmed(whole, EDGE_WIDTH))


def _surrounded(
    design: OwnSurroundings, choices: Choices, acting: Acting, figure: Figure, stood: Figure, said: str
) -> Scene:
    """A scene whose design draws everything itself; its marks have no seats to be kept in a film."""
    signs = design.signs(choices, stood, acting)
    whole = Group((Group(signs.behind, name="marks-behind"), stood.node, Group(signs.front, name="marks")))
    return Scene(whole, design.ground(figure, acting), {}, said, stood, Group((design.rim(whole), whole)))


def title(character: Character) -> str:
    """What a screen reader says of a drawing."""
    design = design_of(character)
    return f"{character.name} ({design.korean})" if character.name else design.korean


def looks_through(actings: Sequence[Acting]) -> tuple[Looks, ...]:
    """The looks of every moment of a film, each knowing the one before."""
    found: list[Looks] = []
    for acting in actings:
        found.append(_looks(acting, found[-1] if found else None))
    return tuple(found)


def _looks(acting: Acting, before: Looks | None) -> Looks:
    mouth = acting.mouth if acting.speech is None else _SPEAKING
    face = asleep(acting.expression) if Mark.SLEEP in acting.marks else acting.expression
    return looks_of(face, eyes=acting.eyes, mouth=mouth, before=before)


def _stance(acting: Acting) -> Matrix:
    """Squash, lean, lift and shift around the feet."""
    pose, feet = acting.pose, (CANVAS / 2, GROUND)
    squash = Matrix.scaled(pose.squash**-0.5, pose.squash, feet)
    moved = Matrix.moved(pose.shift * CANVAS, -pose.lift * CANVAS)
    return moved @ Matrix.turned(pose.lean_degrees, feet) @ squash


def _transformed(figure: Figure, matrix: Matrix) -> Figure:
    """The figure after ``matrix``, its places with it."""
    if matrix == Matrix():
        return figure
    return replace(
        figure,
        node=Group((figure.node,), matrix=matrix),
        head=_moved(figure.head, matrix),
        body=_moved(figure.body, matrix),
        eyes=(matrix.of(figure.eyes[0]), matrix.of(figure.eyes[1])),
        mouth=matrix.of(figure.mouth),
        hands=(matrix.of(figure.hands[0]), matrix.of(figure.hands[1])),
        silhouette=placed(figure.silhouette, matrix),
        hair=None if figure.hair is None else placed(figure.hair, matrix),
    )


def _moved(frame: Frame, matrix: Matrix) -> Frame:
    (w, h), (a, b, c, d, _, _) = frame.half_size, matrix
    return Frame(matrix.of(frame.centre), (w * hypot(a, b), h * hypot(c, d)), frame.tilt_degrees + degrees(atan2(b, a)))


def _shadow(figure: Figure, acting: Acting) -> Node:
    """A faint oval on the ground, smaller the higher the figure is."""
    pose = acting.pose
    wide = (0.9 * figure.body.half_size[0] + 14) * (1 - 0.9 * pose.lift) * pose.squash**-0.5
    place = figure.body.centre[0] + pose.shift * CANVAS, GROUND + 3
    return Group((Shape(oval(place, (max(8.0, wide), 7.0)), fill=_SHADOW, opacity=_SHADOW_OPACITY),), name="shadow")


def fit_of(scenes: Iterable[Scene], edge: Edge) -> Matrix | None:
    """The least shift and scaling that keep all of ``scenes`` on the canvas; None when they fit as they are."""
    boxes = [bounds(Group(shot.shown(edge))) for shot in scenes]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    low, high = MARGIN, CANVAS - MARGIN
    if low <= left and low <= top and right <= high and bottom <= high:
        return None
    scale = min(1.0, (high - low) / max(right - left, 1.0), (high - low) / max(bottom - top, 1.0))
    shift_x, shift_y = (_shift(a * scale, b * scale, low, high) for a, b in ((left, right), (top, bottom)))
    return Matrix(scale, 0.0, 0.0, scale, shift_x, shift_y)


def _shift(low_edge: float, high_edge: float, low: float, high: float) -> float:
    """How far a span must move to lie between ``low`` and ``high``.

    >>> _shift(-10, 50, 0, 100), _shift(20, 50, 0, 100), _shift(80, 130, 0, 100)
    (10, 0.0, -30)
    """
    if low_edge < low:
        return low - low_edge
    return high - high_edge if high_edge > high else 0.0
